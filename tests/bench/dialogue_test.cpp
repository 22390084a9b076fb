#include <sodium.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "dialogue/numbers.hpp"
#include "dialogue/writing.hpp"
#include "support/temporary_folder.hpp"

using namespace dialogue;
using moniker::test::TemporaryFolder;

namespace {

/// A few dozen words and names of each list, so that these digests change with the generator alone.
const std::filesystem::path small_lists = MONIKER_SOURCE_DIR "/tests/bench/small_lists";
const std::filesystem::path own = MONIKER_SOURCE_DIR "/tests/bench/dialogue";

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string digest(const std::string& text) {
  unsigned char hash[16];
  crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
  char hex[2 * sizeof hash + 1];
  return sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
}

Options options(std::vector<std::string> words) {
  words.insert(words.begin(), {"--bytes", "200k", "--seed", "7"});
  return read_options(words);
}

void generate(const Options& o) {
  Interviews interviews(o.seed, own, small_lists);
  if (!o.study.empty())
    write_study(interviews, o);
  else if (!o.files.empty())
    write_files(interviews, o, o.files);
  else
    write_one(interviews, o);
}

}  // namespace

TEST_CASE("A seed gives the same bytes on every machine") {
  const TemporaryFolder folder;
  generate(options({"--out", (folder.path() / "t").string(), "--gold", (folder.path() / "g").string()}));
  CHECK(digest(read(folder.path() / "t")) == "616512af2016cb0fa62b3f4089798f7e");
  CHECK(digest(read(folder.path() / "g")) == "0893ec8ce6ba7f94a6a98a35c1e271a9");
  generate(options({"--format", "jsonl", "--out", (folder.path() / "j").string()}));
  CHECK(digest(read(folder.path() / "j")) == "abcfad6b70e175ff96e9011a085b23d9");
}

TEST_CASE("Another seed gives another text") {
  Interviews one(1, own, small_lists), two(2, own, small_lists);
  one.begin(0, one.participant(0)), two.begin(0, two.participant(0));
  std::string first, second;
  for (int i = 0; i < 20; ++i) first += one.next().words.text, second += two.next().words.text;
  CHECK(first != second);
}

TEST_CASE("An interview does not depend on those before it") {
  Interviews a(3, own, small_lists), b(3, own, small_lists);
  a.begin(0, a.participant(0));
  for (int i = 0; i < 50; ++i) a.next();
  a.begin(5, a.participant(5)), b.begin(5, b.participant(5));
  for (int i = 0; i < 50; ++i) CHECK(a.next().words.text == b.next().words.text);
}

TEST_CASE("Spans stand where the identifiers are") {
  Interviews interviews(4, own, small_lists);
  std::size_t phones = 0;
  for (std::uint64_t i = 0; i < 40; ++i) {
    interviews.begin(i, interviews.participant(i));
    for (int turn = 0; turn < 100; ++turn) {
      const Marked& words = interviews.next().words;
      std::size_t end = 0;
      for (const Span& span : words.spans) {
        REQUIRE(span.begin >= end);
        REQUIRE(span.end > span.begin);
        REQUIRE(span.end <= words.text.size());
        end = span.end;
        if (span.label == "POSTCODE")
          CHECK(words.text.substr(span.begin, span.end - span.begin).find_first_of("aeiou") == std::string::npos);
        phones += span.label == "PHONE";
      }
    }
  }
  CHECK(phones > 10);
}

TEST_CASE("A study has its settings, its register and its files") {
  const TemporaryFolder folder;
  const auto study = folder.path() / "study";
  generate(options({"--study", study.string(), "--participants", "3", "--count", "5"}));
  CHECK(read(study / "participants.csv").find("interview-000001.txt=") != std::string::npos);
  CHECK(std::filesystem::exists(study / "moniker.yaml"));
  CHECK(std::filesystem::file_size(study / "incoming/interview-000005.txt") >= 40'000);
  CHECK_FALSE(std::filesystem::exists(study / "incoming/interview-000006.txt"));
}

TEST_CASE("Made-up names are all different") {
  const TemporaryFolder folder;
  Options o = options({"--list", "20000", "--out", (folder.path() / "names").string()});
  write_list(o);
  std::ifstream in(folder.path() / "names");
  std::vector<std::string> names;
  for (std::string line; std::getline(in, line);) names.push_back(line);
  std::sort(names.begin(), names.end());
  CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
  CHECK(names.size() == 20001);
}

TEST_CASE("Numbers are said and checked as people do") {
  CHECK(in_words(73) == "seventy-three");
  CHECK(ordinal_in_words(23) == "twenty-third");
  CHECK(spoken_digits("0770") == "oh double-seven oh");
  Random random(1);
  CHECK(nhs_digits(random).starts_with("999"));
}

TEST_CASE("What makes no sense is refused") {
  CHECK_THROWS(read_options({"--bytes"}));
  CHECK_THROWS(read_options({"--bytes", "12x"}));
  CHECK_THROWS(read_options({"--seed", "1"}));
  CHECK_THROWS(read_options({"--bytes", "1M", "--files", "x"}));
  CHECK_THROWS(read_options({"--bytes", "1M", "--format", "docx"}));
  CHECK(read_options({"--bytes", "2G"}).bytes == 2'000'000'000);
}
