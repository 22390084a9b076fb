// The delivery folder as it comes: by week, from other systems, with what they leave behind. Nothing that somebody
// delivered is passed over without a word, and nothing odd stops the rest.
#include "base/delivery_folder.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/bundle.hpp"
#include "base/composed.hpp"
#include "base/litter.hpp"
#include "base/shown_text.hpp"
#include "moniker/error.hpp"

namespace moniker {
namespace {

namespace fs = std::filesystem;

constexpr int deepest = 16;  // folders in folders: more of them is a mistake, or a trap

constexpr Oddity link{IssueCode::file_no_file, "is a symbolic link, and links are not followed",
                      "put the file itself there"};
constexpr Oddity device{IssueCode::file_no_file, "is a pipe, a socket or a device, and no file",
                        "put the transcript itself there, or move it away"};
constexpr Oddity too_deep{IssueCode::file_no_file, "is a folder with more than 16 folders above it",
                          "move the files in it further up"};
constexpr Oddity unlisted{IssueCode::file_unreadable, "is a folder that cannot be listed",
                          "check the folder's permissions"};
constexpr Oddity unseen{IssueCode::file_unreadable, "cannot be looked at", "check the permissions of its folder"};
constexpr Oddity bad_name{IssueCode::file_name_broken}, namesake{IssueCode::file_namesake};

/// `lies` is the file, or the bundle that has it: what the folder listed, so it begins with the folder. A backslash
/// parts folders too: archives of one system that are unpacked on another leave week-1\a.txt.
std::string name_of(const fs::path& folder, const fs::path& lies, const fs::path& place) {
  const std::string_view within = std::string_view(lies.native()).substr(folder.native().size() + 1);
  std::string name(within.substr(0, within.rfind('/') + 1));
  name += place.filename().native();
  std::replace(name.begin(), name.end(), '\\', '/');
  return composed(name);
}

class Listing {
 public:
  explicit Listing(fs::path folder) : folder_(std::move(folder)) {}

  std::error_code walk(const fs::path& here, int depth) {
    std::error_code error;
    for (fs::directory_iterator entry(here, error), end; !error && entry != end; entry.increment(error))
      take(*entry, depth);
    return error;
  }

  DeliveryFolder finish() {
    auto& entries = listed_.entries;
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.place.native() < b.place.native(); });
    mark_namesakes();
    return std::move(listed_);
  }

 private:
  /// The folder itself tells of most entries that they are files.
  static fs::file_type type_of(const fs::directory_entry& entry) {
    std::error_code unknown;
    if (!entry.is_symlink(unknown) && entry.is_regular_file(unknown)) return fs::file_type::regular;
    return fs::symlink_status(entry.path(), unknown).type();
  }

  void take(const fs::directory_entry& entry, int depth) {
    const fs::path& place = entry.path();
    if (is_litter(place.filename().native())) {
      ++listed_.passed_over;
      return;
    }
    switch (type_of(entry)) {
      case fs::file_type::regular:
        for (const auto& delivery : deliveries_in(place)) take_file(place, delivery);
        break;
      case fs::file_type::directory:
        if (depth == deepest) return add(place, &too_deep);
        if (walk(place, depth + 1)) add(place, &unlisted);
        break;
      case fs::file_type::symlink:
        return add(place, &link);
      case fs::file_type::none:
        return add(place, &unseen);
      case fs::file_type::not_found:
        return;  // gone since it was listed
      default:
        return add(place, &device);
    }
  }

  /// Of a bundle, what its manifest lists though nobody delivered it.
  void take_file(const fs::path& lies, const fs::path& delivery) {
    if (is_litter(delivery.filename().native())) {
      ++listed_.passed_over;
    } else {
      add(lies, delivery, nullptr);
    }
  }

  void add(const fs::path& place, const Oddity* odd) { add(place, place, odd); }
  void add(const fs::path& lies, const fs::path& place, const Oddity* odd) {
    std::string name = name_of(folder_, lies, place);
    if (!can_be_shown(name)) {
      name = shown_text(name);
      odd = &bad_name;
    }
    listed_.entries.push_back({place, std::move(name), odd, lies != place});
  }

  /// Files of their own have the name before members of bundles, and those before what is odd anyway.
  void mark_namesakes() {
    std::set<std::string> taken;
    const auto rank = [](const DeliveryEntry& entry) { return entry.odd ? 2 : entry.in_bundle ? 1 : 0; };
    for (int turn = 0; turn < 3; ++turn) {
      for (DeliveryEntry& entry : listed_.entries) {
        if (entry.odd == &namesake || rank(entry) != turn || taken.insert(entry.name).second) continue;
        entry.odd = &namesake;
        std::string other;
        for (int more = 2; !taken.insert(other = entry.name + " (" + std::to_string(more) + ")").second;) ++more;
        entry.name = std::move(other);
      }
    }
  }

  fs::path folder_;
  DeliveryFolder listed_{};
};

}  // namespace

DeliveryFolder list_deliveries(const StudyLayout& layout) {
  const fs::path folder = layout.incoming();
  std::error_code none;
  if (fs::symlink_status(folder, none).type() != fs::file_type::directory) {
    throw Error::input("there is no such folder", "make it and put the delivered transcripts into it",
                       {folder.string()});
  }
  Listing listing(folder);
  if (const std::error_code error = listing.walk(folder, 0)) {
    throw Error::input("cannot list the folder: " + error.message(), "check the folder's permissions",
                       {folder.string()});
  }
  return listing.finish();
}

bool may_hide_files(const DeliveryFolder& folder) {
  return std::any_of(folder.entries.begin(), folder.entries.end(), [](const DeliveryEntry& entry) {
    const std::string ending = entry.place.extension().string();
    const bool archive = !entry.in_bundle && (ending == ".zip" || ending == ".ZIP");
    return archive || entry.odd == &unlisted || entry.odd == &unseen || entry.odd == &too_deep;
  });
}

std::string put_away_name(const std::string& key) { return '/' + key; }

bool is_put_away_name(std::string_view file) { return file.starts_with('/'); }

}  // namespace moniker
