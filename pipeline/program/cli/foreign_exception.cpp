#include "cli/foreign_exception.hpp"

#include <filesystem>
#include <new>
#include <nlohmann/json.hpp>
#include <system_error>

namespace moniker::cli {
namespace {

/// Where the system refused something it is said what, in the system's own words, which are the same for every file.
Problem account_of_system(const std::error_code& code, const std::string& place) {
  const bool full = code == std::errc::no_space_on_device;
  if (code == std::errc::permission_denied) {
    return {.fault = Fault::usage,
            .file = place,
            .at = {},
            .what = "permission denied: this account may not read or write it",
            .remedy =
                "give the command as the account that the study belongs to, or share the study with a group: "
                "docs/keys.md"};
  }
  return {.fault = Fault::input,
          .file = place,
          .at = {},
          .what = "the system refused: " + code.message(),
          .remedy = full ? "make room, and give the command again"
                         : "check permissions and disk, and give the command again"};
}

/// A name in incoming/ may be somebody's.
bool may_be_told(const std::filesystem::path& path) {
  for (const auto& step : path) {
    if (step == "incoming") return false;
  }
  return !path.empty();
}

}  // namespace

Problem account_of(const std::exception& thrown, std::string place) {
  if (const auto* error = dynamic_cast<const Error*>(&thrown)) return error->problem();
  if (const auto* error = dynamic_cast<const std::filesystem::filesystem_error*>(&thrown)) {
    return account_of_system(error->code(), may_be_told(error->path1()) ? error->path1().string() : place);
  }
  if (const auto* error = dynamic_cast<const std::system_error*>(&thrown))
    return account_of_system(error->code(), place);
  Problem problem{.fault = Fault::input, .file = std::move(place), .at = {}, .what = {}, .remedy = {}};
  if (dynamic_cast<const std::bad_alloc*>(&thrown) || dynamic_cast<const std::length_error*>(&thrown)) {
    problem.what = "there is not enough memory";
    problem.remedy = "end other programs, give fewer --threads, or use a machine with more memory";
  } else if (dynamic_cast<const nlohmann::json::exception*>(&thrown)) {
    problem.what = "something that should be JSON is none, or holds what JSON cannot";
    problem.remedy = "look for files in the study that somebody else wrote; nothing was half-written";
  } else {
    problem.what = "moniker met something that it has no words for";
    problem.remedy = "nothing was half-written; please report the command and the kind of file";
  }
  return problem;
}

}  // namespace moniker::cli
