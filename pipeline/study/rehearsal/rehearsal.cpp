// Every file of a study but its databases, logs and locks is only ever replaced as a whole, by another file of the same
// name (base/atomic_file). So the copy shares them with the study by hard links: it costs no room, whatever is done to
// it never reaches the study, and what still is the same file afterwards is unchanged. Databases and logs are copied.
#include "rehearsal/rehearsal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/atomic_file.hpp"
#include "base/bundle.hpp"
#include "base/layout.hpp"
#include "base/remove_files.hpp"
#include "config/rehearsed.hpp"
#include "config/study_folder.hpp"
#include "moniker/error.hpp"

namespace moniker::study {
namespace {

namespace fs = std::filesystem;

/// keys/ is named by moniker.yaml, and never written by what is rehearsed; locks are everybody's own.
bool is_left_out(const fs::path& path) {
  const auto top = *path.begin();
  return top == "keys" || path == fs::path("work") / "lock" || path == fs::path("work") / "rehearsal" ||
         (top == "work" && path.filename() == "lock") || path.filename().native().starts_with(".moniker-");
}

/// Written in place, or added to.
bool is_changed_in_place(const fs::path& path) {
  const auto top = *path.begin();
  const bool of_shard = top == "work" && std::distance(path.begin(), path.end()) > 2;
  return top == "audit" || of_shard || path.filename().native().find(".sqlite") != std::string::npos;
}

void take_file(const fs::path& from, const fs::path& to, bool in_place) {
  std::error_code failed;
  if (!in_place) {
    fs::create_hard_link(from, to, failed);
    if (!failed) return;
  }
  fs::copy_file(from, to, failed);
  if (failed)
    throw Error::input("the study cannot be copied for a rehearsal: " + failed.message(),
                       "make room, or check the folder's permissions", {to.parent_path().string()});
}

/// What lies in a study, by path in it. A folder that cannot be listed is as good as empty.
std::vector<fs::path> files_of(const fs::path& study) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (auto at = fs::recursive_directory_iterator(study, fs::directory_options::skip_permission_denied, failed);
       at != fs::recursive_directory_iterator(); at.increment(failed)) {
    const fs::path path = at->path().lexically_relative(study);
    if (is_left_out(path)) {
      at.disable_recursion_pending();
      continue;
    }
    if (!fs::is_directory(at->symlink_status(failed))) files.push_back(path);
  }
  std::sort(files.begin(), files.end());
  return files;
}

void copy_study(const fs::path& study, const fs::path& copy) {
  make_folders(StudyLayout{copy});
  for (const fs::path& file : files_of(study)) {
    make_private_folder((copy / file).parent_path());
    std::error_code failed;
    if (fs::is_regular_file(fs::symlink_status(study / file, failed)))
      take_file(study / file, copy / file, is_changed_in_place(file));
    else
      fs::copy(study / file, copy / file, fs::copy_options::copy_symlinks, failed);  // odd, and seen to be odd there
  }
}

const fs::path& ready_study(const fs::path& study) {
  require_study_folder(study);
  make_folders(StudyLayout{study});
  return study;
}

bool is_same(const fs::path& one, const fs::path& other) {
  std::error_code failed;
  if (fs::equivalent(one, other, failed)) return true;
  return fs::file_size(one, failed) == fs::file_size(other, failed) && digest_of_file(one) == digest_of_file(other);
}

/// Journals of a database come and go, and say nothing by themselves.
bool is_journal_file(const fs::path& path) {
  return path.native().ends_with("-wal") || path.native().ends_with("-shm");
}

void add_files(std::string& text, std::string_view title, const std::vector<std::string>& files) {
  if (files.empty()) return;
  // T05.txt.age, T05.docx.age: a line a folder
  std::map<std::string, std::vector<std::string>> by_folder;
  for (const std::string& file : files) {
    const fs::path path = file;
    by_folder[path.parent_path().empty() ? "" : path.parent_path().string() + "/"].push_back(path.filename().string());
  }
  text += fmt::format("  {}\n", title);
  for (const auto& [folder, names] : by_folder) {
    if (folder == "work/") {
      text += fmt::format("    work/: {} file{}\n", names.size(), names.size() == 1 ? "" : "s");
      continue;
    }
    for (const std::string& name : names) text += fmt::format("    {}{}\n", folder, name);
  }
}

}  // namespace

std::vector<std::string> Changes::transcripts_rewritten() const {
  std::set<std::string> all;
  for (const std::string& file : rewritten) {
    const fs::path path = file;
    const std::string name = path.filename().string();
    if (path.parent_path() == "out" && !name.starts_with("attributes")) all.insert(name.substr(0, name.find('.')));
  }
  return {all.begin(), all.end()};
}

std::string as_text(const Changes& changes, const Style& style) {
  std::string text = fmt::format("{}all that would be written{}\n", style.bold, style.plain);
  const std::size_t before = text.size();
  add_files(text, "would make", changes.made);
  add_files(text, "would rewrite", changes.rewritten);
  add_files(text, "would remove", changes.removed);
  if (changes.deliveries_removed > 0)
    text +=
        fmt::format("  would delete {} of incoming/\n",
                    changes.deliveries_removed == 1 ? "1 file" : fmt::format("{} files", changes.deliveries_removed));
  return text.size() == before ? text + "  nothing\n" : text;
}

nlohmann::ordered_json as_json(const Changes& changes) {
  return {{"made", changes.made},
          {"rewritten", changes.rewritten},
          {"removed", changes.removed},
          {"deliveries_removed", changes.deliveries_removed}};
}

Rehearsal::Rehearsal(const fs::path& study)
    : study_(ready_study(study)), copy_(rehearsal_place(study)), lock_(StudyLayout{study}.lock()) {
  remove_whole(copy_);
  try {
    copy_study(study_, copy_);
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(copy_, ignored);
    throw;
  }
}

Rehearsal::~Rehearsal() {
  std::error_code ignored;  // whoever opens the study next clears what is left
  fs::remove_all(copy_, ignored);
}

Changes Rehearsal::changes() const {
  Changes changes;
  const auto before = files_of(study_), after = files_of(copy_);
  const auto is_in = [](const std::vector<fs::path>& files, const fs::path& file) {
    return std::binary_search(files.begin(), files.end(), file);
  };
  for (const fs::path& file : before) {
    if (is_journal_file(file)) continue;
    if (!is_in(after, file)) {
      if (*file.begin() == "incoming")
        ++changes.deliveries_removed;
      else
        changes.removed.push_back(file.generic_string());
    } else if (*file.begin() != "incoming" && !is_same(study_ / file, copy_ / file)) {
      changes.rewritten.push_back(file.generic_string());
    }
  }
  for (const fs::path& file : after) {
    if (!is_journal_file(file) && !is_in(before, file)) changes.made.push_back(file.generic_string());
  }
  return changes;
}

}  // namespace moniker::study
