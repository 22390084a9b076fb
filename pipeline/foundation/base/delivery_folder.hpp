#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/layout.hpp"
#include "moniker/issue.hpp"

namespace moniker {

/// Why an entry of incoming/ is not opened. `what` and `remedy` are empty where the issue's own words say it all.
struct Oddity {
  IssueCode code{};
  std::string_view what{}, remedy{};
};

/// Something delivered: a file, a member of a bundle (base/bundle.hpp), or an odd thing in a file's place.
struct DeliveryEntry {
  std::filesystem::path place{};
  /// Below incoming/, with / between folders and without the bundle: week-2/a.txt. One entry has it, and it is fit to
  /// be shown: what is not is escaped, and the entry odd.
  std::string name{};
  const Oddity* odd = nullptr;
  bool in_bundle = false;  // the place goes through one
};

struct DeliveryFolder {
  std::vector<DeliveryEntry> entries{};  // by path in byte order
  std::size_t passed_over = 0;           // base/litter.hpp; a folder counts once
};

/// All that lies in incoming/ and in folders below it. No entry stops the others: links, pipes, names that cannot be
/// shown, folders that cannot be listed and second files of one name are entries that are odd. Throws Error{input} when
/// there is no incoming/, or it cannot be listed.
DeliveryFolder list_deliveries(const StudyLayout& layout);
/// Whether files may lie there that are not among the entries: in a folder that cannot be listed, in an archive that is
/// no sound bundle.
bool may_hide_files(const DeliveryFolder& folder);

/// What a file is called whose name nobody knows any more, since it was put away; `key` is its keyed hash. Nothing that
/// is delivered is called so.
std::string put_away_name(const std::string& key);
bool is_put_away_name(std::string_view file);

}  // namespace moniker
