#include "base/system_call.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <thread>

#include "base/byte_source.hpp"
#include "support/file_size_limit.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {

TEST_CASE("a call is made again for as long as a signal comes in between, and no longer") {
  int calls = 0;
  CHECK(retried([&] {
          errno = EINTR;
          return ++calls < 3 ? -1 : 7;
        }) == 7);
  CHECK(calls == 3);
  CHECK(retried([&] {
          errno = EIO;
          return -1;
        }) == -1);
}

TEST_CASE("bytes go in as many writes as the system makes of them") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const std::string much(1 << 20, 'x');  // more than a pipe holds
  std::string got;
  std::thread reader([&] {
    std::string piece(1000, ' ');
    for (ssize_t n = 0; (n = ::read(ends[0], piece.data(), piece.size())) > 0;)
      got.append(piece, 0, static_cast<std::size_t>(n));
  });
  CHECK(write_all(ends[1], much) == much.size());
  ::close(ends[1]);
  reader.join();
  ::close(ends[0]);
  CHECK(got == much);
}

TEST_CASE("what the system refused halfway says how much went, and why") {
  const test::TemporaryFolder folder;
  const int file = open_file(folder.path() / "file", O_CREAT | O_WRONLY, 0600);
  REQUIRE(file >= 0);
  {
    const test::FileSizeLimit limit(1000);
    CHECK(write_all(file, std::string(1500, 'x')) == 1000);
    CHECK(errno == EFBIG);
  }
  ::close(file);
  CHECK(read_file(folder.path() / "file").size() == 1000);
  CHECK(open_file(folder.path() / "no" / "file", O_CREAT | O_WRONLY, 0600) == -1);
  CHECK(is_of_the_place(errno));
  CHECK_FALSE(is_of_the_place(ENOSPC));
}

}  // namespace moniker
