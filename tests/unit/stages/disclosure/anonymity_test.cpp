#include "disclosure/anonymity.hpp"

#include <catch2/catch.hpp>

#include "support/refusal.hpp"

using namespace moniker;
using namespace moniker::disclosure;

namespace {

const People sample = people_of({"role", "gender", "age", "region"}, {{"Carer", "f", "50-59", "north"},
                                                                      {"Carer", "f", "50-59", "south"},
                                                                      {"Carer", "m", "60-69", "north"},
                                                                      {"Nurse", "f", "30-39", "north"},
                                                                      {"Porter", "m", "30-39", "south"},
                                                                      {"Carer", "f", "90+", ""}});

std::vector<std::string> values(const People& people, std::size_t column) { return people.columns[column].values; }

}  // namespace

TEST_CASE("values stand as words and numbers go, and what is not known last") {
  CHECK(values(people_of({"a"}, {{"90+"}, {""}, {"9-10"}, {"b"}, {"10-19"}, {"C"}, {}}), 0) ==
        std::vector<std::string>{"9-10", "10-19", "90+", "b", "C", ""});
}

TEST_CASE("k is of the fewest who are alike, l of what they differ in") {
  const Standing role = standing_of(sample, {0}, 3);
  CHECK(role.k == 1);
  CHECK(role.kinds == 3);
  CHECK(role.below == 2);
  CHECK(role.alone == std::vector<std::size_t>{3, 4});
  CHECK(standing_of(sample, {1}, 3).k == 2);
  CHECK(standing_of(sample, {}, 3).k == 6);
  CHECK(l_of(sample, {1}, 3) == 2);
  CHECK(l_of(sample, {1}, 0) == 2);
  CHECK(l_of(sample, {0}, 3) == 1);
}

TEST_CASE("who is alone by some columns is not told again by more of them") {
  const auto all = alone_by(sample, {0, 1, 2});
  REQUIRE(all.size() >= 2);
  CHECK(all[0].columns == ColumnSet{0});
  CHECK(all[0].rows == std::vector<std::size_t>{3, 4});
  CHECK(all[1].columns == ColumnSet{2});
  CHECK(all[1].rows == std::vector<std::size_t>{2, 5});
  for (const AloneBy& one : all) {
    const bool more = one.columns.size() > 1 && one.columns.front() == 0;  // the role, and something beside it
    if (more) CHECK(std::find(one.rows.begin(), one.rows.end(), 3) == one.rows.end());
  }
}

TEST_CASE("bands get wider, values broader, and rare ones become one") {
  const auto bands = recodings_of(sample, 2, {}, 3);
  REQUIRE(bands.size() > 3);
  CHECK(bands[0].becomes == std::vector<std::string>{"20-39", "40-59", "60-79", "80+"});
  CHECK(bands[1].becomes == std::vector<std::string>{"0-39", "40-79", "40-79", "80+"});
  const auto joined =
      std::find_if(bands.begin(), bands.end(), [](const Recoding& one) { return one.how == "small ends joined"; });
  REQUIRE(joined != bands.end());
  CHECK(joined->becomes == std::vector<std::string>{"30-39", "50+", "50+", "50+"});
  CHECK(recodings_of(sample, 0, {}, 3).empty());  // the two of them are not three people, and with the next it is all
  CHECK(recodings_of(sample, 0, {}, 2)[0].becomes == std::vector<std::string>{"Carer", "other", "other"});
  const Hierarchy hierarchy = parse_hierarchy(
      "column,value,broader,broader still\nrole,Nurse,Staff,Anybody\n"
      "role,Porter,Staff\n",
      "h.csv");
  const auto steps = recodings_of(sample, 0, hierarchy, 3);
  REQUIRE(steps.size() == 2);
  CHECK(steps[0].becomes == std::vector<std::string>{"Carer", "Staff", "Staff"});
  CHECK(steps[1].becomes == std::vector<std::string>{"Carer", "Anybody", "Staff"});
  CHECK(values(recoded(sample, 0, steps[0]), 0) == std::vector<std::string>{"Carer", "Staff"});
  CHECK(lost_by(sample, 0, steps[0]) > 0);
  CHECK(lost_by(sample, 0, steps[0]) < 1);
  const Problem problem = test::problem_of([] { parse_hierarchy("role,Nurse\n", "h.csv"); });
  CHECK(problem.fault == Fault::usage);
  CHECK(problem.at.line == 1);
}

TEST_CASE("one very old person, and one of whom nothing is known, leave bands of the others") {
  std::vector<std::vector<std::string>> rows;
  for (const auto& [age, times] :
       std::vector<std::pair<std::string, int>>{{"30-39", 2}, {"40-49", 4}, {"50-59", 4}, {"90+", 1}, {"unknown", 3}}) {
    for (int i = 0; i < times; ++i) rows.push_back({age});
  }
  const Merged done = merged(people_of({"age"}, rows), {.tables = {{0}}, .threshold = 3}, {});
  CHECK(values(done.people, 0) == std::vector<std::string>{"30-49", "50+", "unknown"});
}

TEST_CASE("a row of a hierarchy that names what nobody has is told with its place") {
  const auto [row, what] = GENERATE(table<std::string, std::string>({
      {"rôle,Nurse,Staff", "there is no column \"rôle\" in the attributes"},
      {"role,Nurze,Staff", "nobody has \"Nurze\" in the column \"role\""},
  }));
  const Hierarchy hierarchy = parse_hierarchy("role,Nurse,Staff\n" + row + "\n", "h.csv");
  const Problem problem = test::problem_of([&] { require_known(hierarchy, sample); });
  CHECK(problem.what == what);
  CHECK(problem.file == "h.csv");
  CHECK(problem.at.line == 2);
}

TEST_CASE("merging leaves no small cell where it can, and says what it did") {
  std::vector<std::vector<std::string>> rows;
  for (int i = 0; i < 6; ++i) rows.push_back({"Carer", i < 3 ? "50-59" : "60-69"});
  for (const std::string role : {"Nurse", "Porter", "Clerk"})
    rows.push_back({role, role == "Nurse" ? "40-49" : "60-69"});
  const People people = people_of({"role", "age"}, rows);
  const Merged done = merged(people, {.tables = {{0}, {1}}, .threshold = 3}, {});
  CHECK(values(done.people, 0) == std::vector<std::string>{"Carer", "other"});
  CHECK(values(done.people, 1) == std::vector<std::string>{"40-59", "60-79"});
  REQUIRE(done.merges.size() == 2);
  for (const auto& [at, count] : counted(done.people, {{0}, {1}})) CHECK((count == 0 || count >= 3));
}

TEST_CASE("the column to tell less of is one that brings k, and loses least") {
  const People people =
      people_of({"role", "gender"},
                {{"a", "f"}, {"a", "f"}, {"a", "f"}, {"b", "f"}, {"b", "f"}, {"b", "f"}, {"a", "m"}, {"b", "m"}});
  const auto remedies = remedies_of(people, {0, 1}, 2, {});
  REQUIRE(!remedies.empty());
  CHECK(remedies[0].column == 1);  // fewer bits than the roles, which are half and half
  CHECK(remedies[0].how == "left out");
  CHECK(remedies[0].k == 4);
  CHECK(remedies[0].below == 0);
  CHECK(remedies[0].to == 0);
  CHECK(remedies[0].lost == Approx(1));
}
