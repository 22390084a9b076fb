#include "coded/package.hpp"

#include "moniker/error.hpp"

namespace moniker::coded {
namespace {

constexpr std::size_t most_of_a_part = std::size_t{256} << 20;

std::string in_small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

/// What is wrong with an archive, with what to do of a project.
template <class Work>
auto as_of_a_project(Work work) {
  try {
    return work();
  } catch (const Error& error) {
    if (error.problem().fault != Fault::input) throw;
    throw Error::input(error.problem().what, "export the project again from the program that made it, unencrypted");
  }
}

}  // namespace

Package::Package(ByteSource& source) : zip_(as_of_a_project([&] { return ZipPackage(source); })) {
  for (const std::string& name : zip_.names()) {
    if (name.empty() || name.back() == '/') continue;
    const std::string small = in_small_letters(name);
    if (small.ends_with(".qde") && small.find('/') == std::string::npos) {
      if (!description_.empty())
        throw Error::input("the package holds two projects", "export one project from the program that made it");
      description_ = name;
      continue;
    }
    files_.push_back(name);
    const std::size_t slash = small.find('/');
    if (slash != std::string::npos && small.substr(0, slash) == "sources")
      in_sources_.emplace(small.substr(slash + 1), name);
  }
  if (description_.empty())
    throw Error::input("is no REFI-QDA project: it holds no project.qde",
                       "export a project (.qdpx) from NVivo, MAXQDA, ATLAS.ti or QualCoder");
}

std::string Package::read(const std::string& part) const {
  return as_of_a_project([&] {
    const auto source = zip_.open(part);
    return read_all(*source, most_of_a_part);
  });
}

std::string Package::part_of(std::string_view path) const {
  if (!in_small_letters(path.substr(0, internal_path.size())).starts_with(internal_path)) return {};
  std::string_view name = path.substr(internal_path.size());
  while (name.starts_with('/')) name.remove_prefix(1);
  const std::string small = in_small_letters(name);
  const auto found = in_sources_.find(small.starts_with("sources/") ? small.substr(8) : small);
  return found == in_sources_.end() ? std::string() : found->second;
}

}  // namespace moniker::coded
