// A part is its length, in eight bytes, and its bytes. What is read is believed no further than its bytes go: a length
// that somebody made up takes no memory.
#include "work/sealed_parts.hpp"

#include <algorithm>
#include <array>

#include "base/byte_source.hpp"
#include "moniker/error.hpp"

namespace moniker::study {
namespace {

constexpr std::size_t length_size = 8, piece = 64 * 1024;

std::array<char, length_size> written(std::uint64_t length) {
  std::array<char, length_size> bytes;
  for (char& byte : bytes) {
    byte = static_cast<char>(length);
    length >>= 8;
  }
  return bytes;
}

std::uint64_t length_in(const std::array<char, length_size>& bytes) {
  std::uint64_t length = 0;
  for (std::size_t i = length_size; i-- > 0;) length = length << 8 | static_cast<unsigned char>(bytes[i]);
  return length;
}

}  // namespace

struct SealedParts::State {
  std::unique_ptr<AtomicFile> file;
  std::optional<seal::AgeWriter> age;
  Hasher hasher{};
  State(const std::filesystem::path& target, const seal::Identity& study) : file(std::make_unique<AtomicFile>(target)) {
    age.emplace(*file, study);
  }
};

SealedParts::SealedParts(const std::filesystem::path& target, const seal::Identity& study)
    : state_(std::make_unique<State>(target, study)) {}
SealedParts::~SealedParts() = default;

void SealedParts::add(std::string_view part) {
  const auto length = written(part.size());
  state_->age->write({length.data(), length.size()});
  state_->age->write(part);
  state_->hasher.take_field(part);
}

Digest SealedParts::finish() {
  state_->age->finish();
  state_->age.reset();
  return state_->hasher.finish();
}

std::unique_ptr<AtomicFile> SealedParts::release() {
  state_->file->rest();
  return std::move(state_->file);
}

Digest SealedParts::publish() {
  const Digest digest = finish();
  state_->file->commit();
  return digest;
}

struct SealedPartReader::State {
  FileSource file;
  seal::AgeReader age;
  std::string name;
  State(const std::filesystem::path& path, const seal::Identity& study)
      : file(path), age(file, {&study, 1}), name(path.string()) {}

  /// Nothing at the end.
  std::optional<std::uint64_t> length() {
    std::array<char, length_size> bytes{};
    const std::size_t got = age.read(bytes);
    if (got == 0) return std::nullopt;
    if (got < bytes.size()) cut_off();
    return length_in(bytes);
  }
  void fill(std::span<char> into) {
    if (age.read(into) < into.size()) cut_off();
  }
  [[noreturn]] void cut_off() const {
    throw Error::integrity("the work file ends in the middle of a part",
                           "delete the study's work folder and run again: it is rebuilt from the delivered files",
                           {name});
  }
};

SealedPartReader::SealedPartReader(const std::filesystem::path& file, const seal::Identity& study)
    : state_(std::make_unique<State>(file, study)) {}
SealedPartReader::~SealedPartReader() = default;
SealedPartReader::SealedPartReader(SealedPartReader&&) noexcept = default;
SealedPartReader& SealedPartReader::operator=(SealedPartReader&&) noexcept = default;

std::optional<std::string> SealedPartReader::next() {
  const auto length = state_->length();
  if (!length) return std::nullopt;
  std::string part;
  while (part.size() < *length) {
    const std::size_t before = part.size();
    part.resize(before + std::min<std::uint64_t>(*length - before, piece));
    state_->fill(std::span(part).subspan(before));
  }
  return part;
}

void SealedPartReader::skip() {
  std::string passed;
  for (std::uint64_t left = state_->length().value_or(0); left > 0; left -= passed.size()) {
    passed.resize(std::min<std::uint64_t>(left, piece));
    state_->fill(passed);
  }
}

}  // namespace moniker::study
