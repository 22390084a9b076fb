#include "outputs/open_named.hpp"

#include <sodium.h>

#include <algorithm>

#include "moniker/error.hpp"

namespace moniker::custodian {
namespace {

/// What is read of a source, digested on the way: no second reading that might find another file.
class DigestedSource : public ByteSource {
 public:
  explicit DigestedSource(ByteSource& from) : from_(from) {}
  std::size_t read(std::span<char> into) override {
    const std::size_t n = from_.read(into);
    hasher_.take({into.data(), n});
    return n;
  }
  std::string finish() {
    std::string rest(64 * 1024, '\0');
    while (read(rest) > 0) {
    }
    return hex(hasher_.finish());
  }

 private:
  ByteSource& from_;
  Hasher hasher_{};
};

void copy_all(ByteSource& from, ByteSink& to) {
  std::string block(64 * 1024, '\0');
  while (const std::size_t n = from.read(block)) to.write({block.data(), n});
  sodium_memzero(block.data(), block.size());
}

}  // namespace

void open_named(const audit::NamedFiles& named, const std::filesystem::path& file,
                const std::vector<seal::Identity>& identities, ByteSink& to) {
  const audit::NamedFile* wanted = named.find(file);
  const bool there = std::filesystem::is_regular_file(std::filesystem::symlink_status(file));
  if (wanted && !there) {
    throw Error::integrity("is in the log and is gone", "put it back, or run `moniker run` to make it again",
                           {file.string()});
  }
  if (there && (!wanted || !wanted->digest)) {
    throw Error::integrity("is not in the signed log, and is not opened",
                           "find out where it came from, with `moniker audit verify`", {file.string()});
  }
  FileSource sealed(file);
  DigestedSource digested(sealed);
  std::optional<Error> failed;
  try {
    seal::AgeReader plain(digested, identities);
    copy_all(plain, to);
  } catch (const Error& error) {
    failed = error.in(file.string());
  }
  const std::string digest = digested.finish();
  const auto& before = wanted->before;  // it was being sealed to others, and the same words lie there yet
  if (digest != wanted->digest && std::find(before.begin(), before.end(), digest) == before.end()) {
    throw Error::integrity("is not the file that the log names", "see what happened to it with `moniker audit verify`",
                           {file.string()});
  }
  if (failed) throw Error(*failed);
}

}  // namespace moniker::custodian
