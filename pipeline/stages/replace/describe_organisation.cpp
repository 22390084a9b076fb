// An organisation by its kind, as its name or a list says: [hospital A], [company B].
#include "base/fold.hpp"
#include "replace/described.hpp"
#include "replace/spelling.hpp"

namespace moniker::replace {
namespace {

struct Saying {
  std::string_view kind{}, said{};
};
constexpr Saying otherwise[] = {{"EMPLOYER", "company"}, {"POLICE", "police force"}, {"DENTIST", "dental practice"}};

}  // namespace

std::string in_small_letters(std::string_view kind) {
  std::string words;
  for (std::size_t at = 0; at < kind.size();) {
    const std::size_t end = std::min(kind.find(' ', at), kind.size());
    const std::string_view word = kind.substr(at, end - at);
    words += words.empty() ? "" : " ";
    words += word == "NHS" || word == "GP" ? std::string(word) : fold(word);
    at = end + 1;
  }
  return words;
}

std::string in_small_words(std::string_view kind) {
  for (const Saying& row : otherwise) {
    if (row.kind == kind) return std::string(row.said);
  }
  return in_small_letters(kind);
}

/// The whole name goes before an abbreviation of it: LGI is what Leeds General Infirmary is.
Described described_organisation(const ToReplace& what, const Generalisations& tables) {
  const Described no_kind_known = what.keyed.empty() ? Described(Description{.kind = "organisation"}) : std::nullopt;
  // The lists have firms that are called as their town is.
  const std::string called = what.form.empty() ? fold(core_text(what.surface)) : std::string(what.form);
  if (tables.british.contains(called)) return no_kind_known;
  const std::string form(what.form), possessive = form + "'s";  // which the form has lost: Addenbrooke's
  for (const std::string_view name : {std::string_view(form), std::string_view(possessive), what.surface}) {
    if (form.empty() && name != what.surface) continue;
    if (const Broader kind = kind_of_organisation(name, what.subtype, tables)) {
      return Description{.kind = in_small_words(*kind)};
    }
  }
  if (what.subtype == "ward") return Description{.kind = "ward"};
  return no_kind_known;
}

}  // namespace moniker::replace
