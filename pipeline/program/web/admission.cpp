#include "web/admission.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

#include "base/keyed_hash.hpp"
#include "base/text.hpp"

namespace moniker::web {
namespace {

std::string hex_of(const Secret<32>& secret) {
  return hex(std::string_view(reinterpret_cast<const char*>(secret.data()), secret.size()));
}

bool same(std::string_view given, const Secret<32>& secret) {
  const std::string wanted = hex_of(secret);
  return given.size() == wanted.size() && sodium_memcmp(given.data(), wanted.data(), wanted.size()) == 0;
}

}  // namespace

Admission::Admission() {
  randombytes_buf(token_.data(), token_.size());
  randombytes_buf(cookie_.data(), cookie_.size());
}

std::string Admission::token() const { return hex_of(token_); }

std::optional<std::string> Admission::exchange(std::string_view token) {
  if (exchanged_ || !same(token, token_)) return std::nullopt;
  exchanged_ = true;
  return hex_of(cookie_);
}

std::string Admission::cookie_name(int port) { return fmt::format("moniker_review_{}", port); }

bool Admission::knows(std::string_view cookies) const {
  const std::string name = cookie_name(port_) + "=";
  while (exchanged_ && !cookies.empty()) {
    const std::size_t end = std::min(cookies.find(';'), cookies.size());
    const std::string_view one = trimmed(cookies.substr(0, end));
    if (one.starts_with(name) && same(one.substr(name.size()), cookie_)) return true;
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
  }
  return false;
}

}  // namespace moniker::web
