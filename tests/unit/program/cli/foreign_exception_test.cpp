#include "cli/foreign_exception.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <system_error>

namespace moniker {

using cli::account_of;

TEST_CASE("whatever was thrown has a place, a fault of ours and a remedy, and quotes nothing") {
  const std::error_code full = std::make_error_code(std::errc::no_space_on_device);
  const std::filesystem::filesystem_error in_study("cannot Kate", "study/out/T01.txt.age", full);
  const std::filesystem::filesystem_error delivered("cannot Kate", "study/incoming/Kate.txt", full);
  std::unique_ptr<nlohmann::json::exception> json;
  try {
    const auto none = nlohmann::json::parse("Kate");
  } catch (const nlohmann::json::exception& thrown) {
    json = std::make_unique<nlohmann::json::exception>(thrown);
  }
  const std::runtime_error other("Kate");
  const std::system_error system(full, "Kate");
  const std::bad_alloc memory;
  const std::length_error length("Kate");
  for (const std::exception* thrown : std::initializer_list<const std::exception*>{&in_study, &delivered, json.get(),
                                                                                   &other, &system, &memory, &length}) {
    const Problem problem = account_of(*thrown, "moniker run");
    CAPTURE(problem.what);
    CHECK(problem.fault == Fault::input);
    CHECK_FALSE(problem.what.empty());
    CHECK_FALSE(problem.remedy.empty());
    CHECK(problem.file == (thrown == &in_study ? "study/out/T01.txt.age" : "moniker run"));
    CHECK((problem.file + problem.what + problem.remedy).find("Kate") == std::string::npos);
  }
}

TEST_CASE("an account of ours stays as it is") {
  const Error error = Error::integrity("is another", "look", {"a", {3, 4}});
  const Problem problem = account_of(error, "moniker run");
  CHECK(problem.fault == Fault::integrity);
  CHECK(problem.file == "a");
  CHECK(problem.at.line == 3);
}

}  // namespace moniker
