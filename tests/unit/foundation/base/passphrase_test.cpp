#include "base/passphrase.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <type_traits>

#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;

static_assert(!std::is_copy_constructible_v<Passphrase> && !std::is_copy_assignable_v<Passphrase>);

TEST_CASE("a passphrase is a file's first line") {
  const auto [bytes, expected] = GENERATE(table<std::string, std::string>({{"open sesame", "open sesame"},
                                                                           {"open sesame\n", "open sesame"},
                                                                           {"open sesame\r\nmore\n", "open sesame"},
                                                                           {" a \n", " a "}}));
  const test::TemporaryFolder temp;
  const auto file = temp.write("passphrase", bytes);
  ::chmod(file.c_str(), 0600);
  CHECK(read_passphrase(file).text() == expected);
}

TEST_CASE("a file without a passphrase, with too long a one, or that others may read, is refused") {
  const auto [bytes, mode, what] = GENERATE(table<std::string, unsigned, std::string>(
      {{"", 0600, "holds no passphrase"},
       {"\nsecond\n", 0600, "holds no passphrase"},
       {std::string(1025, 'x'), 0600, "the passphrase is longer than 1024 bytes"},
       {"a\n", 0644, "is a secret, and others may read it (mode 0644)"}}));
  const test::TemporaryFolder temp;
  const auto file = temp.write("passphrase", bytes);
  ::chmod(file.c_str(), mode);
  const Problem problem = test::problem_of([&] { read_passphrase(file); });
  CHECK(problem.what == what);
  CHECK(problem.file == file.string());
}
