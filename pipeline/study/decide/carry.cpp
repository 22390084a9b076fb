#include "decide/carry.hpp"

#include <sstream>

#include "base/atomic_file.hpp"
#include "base/byte_source.hpp"
#include "moniker/error.hpp"

namespace moniker::study {

void export_decisions(const std::vector<Decision>& all, const std::vector<seal::Recipient>& recipients,
                      const std::filesystem::path& file) {
  AtomicFile target(file, AtomicFile::IfThere::refuse);
  seal::AgeWriter age(target, recipients);
  for (const Decision& decision : all) age.write(to_line(decision) + "\n");
  age.finish();
  target.commit();
}

std::vector<Decision> import_decisions(const std::filesystem::path& file,
                                       const std::vector<seal::Identity>& identities) {
  FileSource sealed(file);
  seal::AgeReader plain(sealed, identities);
  std::string text, block(64 * 1024, '\0');
  while (const std::size_t n = plain.read(block)) text.append(block, 0, n);
  std::vector<Decision> all;
  std::istringstream lines(text);
  try {
    for (std::string line; std::getline(lines, line);) all.push_back(decision_from(line));
  } catch (const std::exception&) {
    throw Error::integrity("does not hold decisions", "export them again with `moniker decide STUDY export`",
                           {file.string()});
  }
  return all;
}

}  // namespace moniker::study
