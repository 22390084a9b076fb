// What nobody delivered. A table of names, since such files hold no talk, and some of them somebody's: ~$terview.docx
// holds the name of the account that has interview.docx open.
#include "base/litter.hpp"

#include <algorithm>
#include <string>

namespace moniker {
namespace {

constexpr std::string_view whole_names[] = {"desktop.ini",
                                            "thumbs.db",
                                            "ehthumbs.db",
                                            "ehthumbs_vista.db",
                                            "icon\r",
                                            "__macosx",
                                            "@eadir",
                                            "#recycle",
                                            "#snapshot",
                                            "$recycle.bin",
                                            "recycler",
                                            "lost+found",
                                            "sync.ffs_db",
                                            "system volume information",
                                            "network trash folder",
                                            "@recycle",
                                            "@recently-snapshot"};
constexpr std::string_view beginnings[] = {".", "~$", "~wrl"};  // hidden; Word's owner files and spare copies
// Marks of other file systems; half of a download; what editors leave beside a file.
constexpr std::string_view endings[] = {
    ":zone.identifier", ":com.dropbox.attributes", ".crdownload", ".part", ".partial", ".filepart", ".tmp", "~"};

}  // namespace

bool is_litter(std::string_view name) {
  std::string small(name);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  const auto is_in = [](const auto& table, const auto& test) {
    return std::any_of(std::begin(table), std::end(table), test);
  };
  return is_in(whole_names, [&](std::string_view whole) { return small == whole; }) ||
         is_in(beginnings, [&](std::string_view begin) { return small.starts_with(begin); }) ||
         is_in(endings, [&](std::string_view end) { return small.ends_with(end); });
}

}  // namespace moniker
