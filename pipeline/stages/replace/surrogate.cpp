// `surrogate` puts something of the same kind there that is nobody's. Names and places are chosen where the whole
// study meets and come with the words; numbers and addresses are made here, from those that are kept for invention:
// Ofcom's telephone numbers for drama, example.org (RFC 2606), the NHS numbers from 999 that are never issued, the
// post office's ZZ99. Dates are shifted. What there is no surrogate for is made broader, or a pseudonym.
#include <algorithm>
#include <numeric>

#include "base/text.hpp"
#include "replace/fallbacks.hpp"
#include "replace/placeholder.hpp"
#include "replace/spelling.hpp"

namespace moniker::replace {
namespace {

using Made = std::optional<std::string>;

/// Where the n-th of `size` stands in an order that only the key tells. Different numbers stand in different places.
std::uint32_t shuffled(const Secret<32>& key, std::string_view what, std::uint32_t n, std::uint32_t size) {
  const Digest drawn = keyed_hash(key, "surrogate numbers", what);
  std::uint64_t begin = 0, step = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    begin = begin << 8 | drawn[i];
    step = step << 8 | drawn[i + 8];
  }
  step = step % size + 1;
  while (std::gcd<std::uint64_t, std::uint64_t>(step, size) != 1) ++step;
  return static_cast<std::uint32_t>((begin % size + step * n) % size);
}

std::string digits(std::uint32_t number, std::size_t width) {
  std::string text = std::to_string(number);
  return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

/// A thousand mobile numbers and a thousand of no town (ofcom.org.uk, numbers for drama use).
Made phone(const ToReplace& what, const Secret<32>& key) {
  constexpr std::uint32_t kept_for_drama = 1000;
  if (what.number > kept_for_drama) return std::nullopt;
  const std::string last = digits(shuffled(key, "phone", what.number - 1, kept_for_drama), 3);
  const std::string_view core = core_text(what.surface);
  const std::string dialled = digits_of(core);
  const bool abroad = core.starts_with('+') || dialled.starts_with("44") || dialled.starts_with("0044");
  const std::string rest = dialled.substr(dialled.starts_with("0044") ? 4
                                          : dialled.starts_with("44") ? 2
                                          : dialled.starts_with('0')  ? 1
                                                                      : 0);
  const bool landline = rest.starts_with('1') || rest.starts_with('2') || rest.starts_with('3');
  return (abroad ? "+44 " : "0") + std::string(landline ? "1632 960" : "7700 900") + last;
}

Made email(const ToReplace& what, const Secret<32>&) { return "person" + std::to_string(what.number) + "@example.org"; }

Made postcode(const ToReplace& what, const Secret<32>& key) {
  constexpr std::string_view letters = "ABDEFGHJLNPQRSTUWXYZ";  // a postcode's last two have no C, I, K, M, O, V
  constexpr std::uint32_t size = 10 * 20 * 20;
  static_assert(letters.size() == 20);
  const std::string_view core = core_text(what.surface);
  const auto said = std::count_if(core.begin(), core.end(), [](char c) { return c != ' '; });
  if (what.number > size || said < 5 || said > 7) return std::nullopt;  // LS6 says a district; spoken ones go
  const std::uint32_t place = shuffled(key, "postcode", what.number - 1, size);
  return "ZZ99 " + std::to_string(place / 400) + letters[place / 20 % 20] + letters[place % 20];
}

/// 999 xxx xxxC with the check digit of NHS numbers (modulus 11), where six digits have one.
Made nhs_of(std::uint32_t six) {
  const std::string nine = "999" + digits(six, 6);
  int sum = 0;
  for (int i = 0; i < 9; ++i) sum += (10 - i) * (nine[static_cast<std::size_t>(i)] - '0');
  const int check = (11 - sum % 11) % 11;
  if (check == 10) return std::nullopt;
  return nine.substr(0, 3) + ' ' + nine.substr(3, 3) + ' ' + nine.substr(6) + std::to_string(check);
}

Made nhs_number(const ToReplace& what, const Secret<32>& key) {
  constexpr std::uint32_t half = 500'000;
  if (what.number > half) return std::nullopt;
  // One of eleven has no check digit; its place in the other half has one, or it goes without.
  const Made first = nhs_of(shuffled(key, "nhs", what.number - 1, 2 * half));
  return first ? first : nhs_of(shuffled(key, "nhs", what.number - 1 + half, 2 * half));
}

struct Row {
  Meaning means{};
  Made (*make)(const ToReplace&, const Secret<32>& key);
};
// One more kind of code that has surrogates is one function and one line here.
constexpr Row rows[] = {{Meaning::telephone, phone},
                        {Meaning::email, email},
                        {Meaning::postcode, postcode},
                        {Meaning::nhs_number, nhs_number}};

}  // namespace

std::string apply_surrogate(const ToReplace& what, const Generalisations& tables, const OperatorKeys& keys) {
  if (!what.surrogate.empty()) return marked(what, std::string(what.surrogate));
  if (what.means == Meaning::date) return apply_shift(what, tables, keys);
  for (const Row& row : rows) {
    if (row.means != what.means || what.number == 0) continue;
    if (const Made made = row.make(what, keys.surrogates)) return marked(what, *made);
    break;
  }
  return apply_generalise(what, tables, keys);
}

}  // namespace moniker::replace
