#pragma once
#include <filesystem>
#include <vector>

namespace moniker {

/// Where everything of a study lies.
struct StudyLayout {
  std::filesystem::path root{};
  std::filesystem::path config() const { return root / "moniker.yaml"; }
  std::filesystem::path incoming() const { return root / "incoming"; }  // delivered files
  std::filesystem::path keys() const { return root / "keys"; }
  std::filesystem::path work() const { return root / "work"; }        // sealed to the study's own key
  std::filesystem::path out() const { return root / "out"; }          // sealed to the custodian
  std::filesystem::path linkage() const { return root / "linkage"; }  // sealed to the custodian
  std::filesystem::path audit() const { return root / "audit"; }
  std::filesystem::path reports() const { return root / "reports"; }
  std::filesystem::path withdrawn() const { return root / "withdrawn"; }        // sealed to the study's own key
  std::filesystem::path certificates() const { return root / "certificates"; }  // of what was deleted
  std::filesystem::path registry() const { return root / "registry.sqlite"; }
};

/// Makes the folders that are missing, mode 0700.
void make_folders(const StudyLayout& layout);

/// Delivered files: the regular files of incoming/ (nothing that starts with a dot), those of a bundle in its
/// place (base/bundle.hpp), by path in byte order. Throws Error{input} when there is no incoming/, when it holds a
/// link, a folder or a device (passing over what somebody delivered would lose it without a word), or when two
/// files have one name.
std::vector<std::filesystem::path> delivered_files(const StudyLayout& layout);

}  // namespace moniker
