#pragma once
#include <stdlib.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <string_view>

#include "moniker/error.hpp"

namespace moniker {

/// A folder that goes with the test.
class TempFolder {
 public:
  TempFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "moniker-test-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~TempFolder() { std::filesystem::remove_all(path_); }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path write(const std::string& name, std::string_view bytes) const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
  }

 private:
  std::filesystem::path path_{};
};

/// An Error as the program would print it: file:line:column: what / remedy. "no error" when there is none.
inline std::string told(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    const Problem& p = error.problem();
    std::ostringstream out;
    if (!p.file.empty()) out << p.file << ":";
    if (p.at.line != 0) out << p.at.line << ":" << p.at.column << ":";
    out << (out.str().empty() ? "" : " ") << p.what << " / " << p.remedy;
    return out.str();
  }
  return "no error";
}

}  // namespace moniker
