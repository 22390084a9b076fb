// A decision is a file of its own, made under its number or not at all: so nothing that was decided is ever written
// again, two people who decide at once get two numbers, and a file more or less than the chain tells is seen.
#include "decisions/decision_book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/atomic_file.hpp"
#include "base/byte_source.hpp"
#include "moniker/error.hpp"

namespace moniker::study {
namespace {

constexpr const char* restore = "restore the folder decisions/ from a backup: what people decided would be lost";

std::string opened_line(const std::filesystem::path& file, const seal::Identity& study) {
  FileSource sealed(file);
  std::vector<seal::Identity> keys;
  Secret<32> scalar;
  std::copy_n(study.scalar().data(), scalar.size(), scalar.data());
  keys.push_back(seal::Identity::from_scalar(std::move(scalar)));
  seal::AgeReader plain(sealed, keys);
  std::string text, block(16 * 1024, '\0');
  while (const std::size_t n = plain.read(block)) text.append(block, 0, n);
  return text;
}

[[noreturn]] void broken(const std::filesystem::path& file, std::string what) {
  throw Error::integrity(std::move(what), restore, {file.string()});
}

std::vector<std::filesystem::path> decision_files(const StudyLayout& layout) {
  std::vector<std::filesystem::path> files;
  std::error_code none;
  for (std::filesystem::directory_iterator entry(layout.decisions(), none), end; !none && entry != end;
       entry.increment(none)) {
    if (entry->path().extension() == ".age" && !entry->path().filename().native().starts_with('.'))
      files.push_back(entry->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Decision read_one_decision(const std::filesystem::path& file, const seal::Identity& study) {
  try {
    return decision_from(opened_line(file, study));
  } catch (const std::exception&) {
    broken(file, "the decision cannot be read");
  }
}

void mark_undone(std::vector<Decision>& all) {
  // An undoing may be undone; the latest word counts.
  for (auto undo = all.rbegin(); undo != all.rend(); ++undo) {
    if (undo->act != Act::undo || undo->undone_by != 0 || undo->undoes == 0 || undo->undoes >= undo->number) continue;
    all[undo->undoes - 1].undone_by = undo->number;
  }
}

}  // namespace

std::string digest_of_decision(const Decision& decision) { return hex(digest_of(to_line(decision))); }

std::vector<Decision> read_decisions(const StudyLayout& layout, const seal::Identity& study) {
  std::vector<Decision> all;
  std::string before;
  for (const auto& file : decision_files(layout)) {
    Decision decision = read_one_decision(file, study);
    if (file != layout.decision(all.size() + 1) || decision.number != all.size() + 1) {
      broken(file, fmt::format("decision {} is missing", all.size() + 1));
    }
    if (decision.before != before) broken(file, "the decision does not follow from the one before it");
    before = digest_of_decision(decision);
    all.push_back(std::move(decision));
  }
  mark_undone(all);
  return all;
}

std::optional<Decision> append_decision(const StudyLayout& layout, const seal::Recipient& study,
                                        const std::vector<Decision>& all, Decision decision) {
  make_private_folder(layout.decisions());
  decision.number = all.size() + 1;
  decision.before = all.empty() ? std::string() : digest_of_decision(all.back());
  const auto target = layout.decision(decision.number);
  AtomicFile file(target, AtomicFile::IfThere::refuse);
  seal::AgeWriter age(file, {study});
  age.write(to_line(decision));
  age.finish();
  try {
    file.commit();
  } catch (const Error&) {
    if (std::filesystem::exists(target)) return std::nullopt;
    throw;
  }
  return decision;
}

std::vector<Decision> in_force(const std::vector<Decision>& all) {
  std::vector<Decision> holding;
  for (const Decision& decision : all) {
    if (decision.act == Act::undo || decision.undone_by != 0 || decision.blind) continue;
    std::erase_if(holding, [&](const Decision& earlier) { return covers(decision, earlier); });
    holding.push_back(decision);
  }
  return holding;
}

}  // namespace moniker::study
