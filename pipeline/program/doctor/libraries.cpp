#include <fmt/core.h>
#include <libxml/xmlversion.h>
#include <seccomp.h>
#include <sodium.h>
#include <sqlite3.h>
#include <utf8proc.h>
#include <zip.h>

#include <charconv>
#include <nlohmann/json.hpp>
#include <string_view>

#include "doctor/machine.hpp"

extern "C" const char* const xmlParserVersion;

namespace moniker::doctor {
namespace {

/// 20914 is 2.9.14.
std::string xml_version() {
  const std::string_view text = ::xmlParserVersion;
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return fmt::format("{}.{}.{}", number / 10000, number / 100 % 100, number % 100);
}

std::string seccomp_version_text() {
  const scmp_version* number = ::seccomp_version();
  return number == nullptr ? "unknown" : fmt::format("{}.{}.{}", number->major, number->minor, number->micro);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> library_versions() {
  return {{"libsodium", ::sodium_version_string()}, {"libseccomp", seccomp_version_text()},
          {"sqlite", ::sqlite3_libversion()},       {"libxml2", xml_version()},
          {"libzip", ::zip_libzip_version()},       {"utf8proc", ::utf8proc_version()}};
}

}  // namespace moniker::doctor
