#include "age_vector.hpp"

#include <sodium.h>
#include <zlib.h>

#include <stdexcept>

#include "base/byte_source.hpp"

namespace moniker {
namespace {

std::string inflated(const std::string& compressed) {
  std::string bytes;
  std::string piece(1 << 16, '\0');
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) throw std::runtime_error("zlib does not start");
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(compressed.data()));
  stream.avail_in = static_cast<uInt>(compressed.size());
  int status = Z_OK;
  while (status == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    status = inflate(&stream, Z_NO_FLUSH);
    bytes.append(piece, 0, piece.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  if (status != Z_STREAM_END) throw std::runtime_error("a vector does not decompress");
  return bytes;
}

std::string from_hex(const std::string& text) {
  std::string bytes(text.size() / 2, '\0');
  std::size_t length = 0;
  if (sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr,
                     &length, nullptr) != 0) {
    throw std::runtime_error("a vector's hex is broken");
  }
  return bytes;
}

void set(AgeVector& vector, const std::string& key, const std::string& value, bool& compressed) {
  if (key == "expect")
    vector.expect = value;
  else if (key == "payload")
    vector.payload = value;
  else if (key == "file key")
    vector.file_key = from_hex(value);
  else if (key == "identity")
    vector.identities.push_back(value);
  else if (key == "passphrase")
    vector.passphrases.push_back(value);
  else if (key == "armored" && value == "yes")
    vector.armored = true;
  else if (key == "compressed" && value == "zlib")
    compressed = true;
  else if (key != "comment")
    throw std::runtime_error("a vector has the unknown key " + key);
}

}  // namespace

AgeVector read_age_vector(const std::filesystem::path& file) {
  AgeVector vector{.name = file.filename().string()};
  const std::string text = read_file(file);
  bool compressed = false;
  std::size_t at = 0;
  for (;;) {
    const std::size_t end = text.find('\n', at);
    if (end == text.npos) throw std::runtime_error("a vector has no empty line");
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    if (line.empty()) break;
    const std::size_t colon = line.find(": ");
    if (colon == line.npos) throw std::runtime_error("a vector's line has no key");
    set(vector, line.substr(0, colon), line.substr(colon + 2), compressed);
  }
  vector.file = compressed ? inflated(text.substr(at)) : text.substr(at);
  return vector;
}

}  // namespace moniker
