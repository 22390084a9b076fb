#include "base/trust.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;

namespace {

/// The first words of what is wrong with it and of what helps; empty where nothing is.
std::string wrong_with(const std::filesystem::path& file, Trust trust, Owners owners = Owners::trusted) {
  const auto found = distrusted({{file, trust}}, owners);
  return found.empty() ? "" : found[0].what + " / " + found[0].remedy.substr(0, found[0].remedy.find(file.string()));
}

}  // namespace

TEST_CASE("who could have written or read it is told from its mode") {
  struct Case {
    bool folder;
    Trust trust;
    unsigned mode;
    std::string wrong;
  };
  const auto one = GENERATE(values<Case>({
      {false, Trust::secret, 0600, ""},
      {false, Trust::secret, 0400, ""},
      {false, Trust::secret, 0644, "is a secret, and others may read it (mode 0644) / run `chmod 600 "},
      {false, Trust::secret, 0640, "is a secret, and others may read it (mode 0640) / run `chmod 600 "},
      {false, Trust::secret, 0602, "is a secret, and others may read it (mode 0602) / run `chmod 600 "},
      {false, Trust::decides, 0644, ""},
      {false, Trust::decides, 0666,
       "everybody may write to it (mode 0666), and what it says is done / run `chmod go-w "},
      {false, Trust::decides, 0602,
       "everybody may write to it (mode 0602), and what it says is done / run `chmod go-w "},
      {true, Trust::decides, 0755, ""},
      {true, Trust::decides, 0777,
       "everybody may write to it (mode 0777), and what lies in it is believed / run `chmod go-w "},
      {true, Trust::decides, 01777,
       "everybody may write to it (mode 1777), and what lies in it is believed / run `chmod go-w "},
      {true, Trust::takes_in, 0770, ""},
      {true, Trust::takes_in, 02775, ""},
      {true, Trust::takes_in, 01777, ""},
      {true, Trust::takes_in, 0777,
       "everybody may write to it (mode 0777), and what lies in it is believed / run `chmod o-w "},
  }));
  const test::TemporaryFolder temp;
  const auto place = temp.path() / "thing";
  if (one.folder)
    std::filesystem::create_directory(place);
  else
    temp.write("thing", "x");
  ::chmod(place.c_str(), one.mode);
  INFO(std::oct << one.mode);
  CHECK(wrong_with(place, one.trust) == one.wrong);
}

TEST_CASE("a group may write where it is its owner's own, and no other") {
  if (::geteuid() != 0) return;  // who cannot give files away
  const test::TemporaryFolder temp;
  const auto file = temp.write("moniker.yaml", "x");
  ::chmod(file.c_str(), 0664);
  CHECK(wrong_with(file, Trust::decides).empty());  // root's own group
  REQUIRE(::chown(file.c_str(), 0, 65533) == 0);
  ::chmod(file.c_str(), 0664);
  CHECK(wrong_with(file, Trust::decides) ==
        "a group may write to it (mode 0664), and what it says is done / run `chmod g-w ");
}

TEST_CASE("what belongs to somebody else is not believed, unless one only looks") {
  if (::geteuid() != 0) return;
  const test::TemporaryFolder temp;
  const auto file = temp.write("moniker.yaml", "x");
  REQUIRE(::chown(file.c_str(), 65533, 0) == 0);
  CHECK(wrong_with(file, Trust::decides) ==
        "belongs to 65533, and not to root or root / run moniker as 65533, or `chown root ");
  CHECK(wrong_with(file, Trust::decides, Owners::any).empty());
}

TEST_CASE("all that is wrong is told at once, and what is not there is not asked") {
  const test::TemporaryFolder temp;
  const auto first = temp.write("a", "x"), second = temp.write("b", "x");
  ::chmod(first.c_str(), 0666);
  ::chmod(second.c_str(), 0644);
  CHECK_NOTHROW(require_trusted({{second, Trust::decides}, {temp.path() / "c", Trust::secret}}));
  const Problem problem = test::problem_of([&] {
    require_trusted({{first, Trust::decides}, {second, Trust::secret}});
  });
  CHECK(problem.fault == Fault::usage);
  CHECK(problem.file == first.string());
  REQUIRE(problem.others.size() == 1);
  CHECK(problem.others[0].file == second.string());
}

TEST_CASE("the folders above may be anybody's to write to where they are sticky, as /tmp is") {
  const test::TemporaryFolder temp;
  const auto study = temp.path() / "shared" / "study";
  std::filesystem::create_directories(study);
  CHECK_NOTHROW(require_trusted_way(study));
  ::chmod((temp.path() / "shared").c_str(), 0777);
  CHECK(test::told([&] { require_trusted_way(study); }) ==
        (temp.path() / "shared").string() +
            ": everybody may write to it (mode 0777), and could exchange the study / run `chmod o-w " +
            (temp.path() / "shared").string() + "`");
  ::chmod((temp.path() / "shared").c_str(), 01777);
  CHECK_NOTHROW(require_trusted_way(study));
}
