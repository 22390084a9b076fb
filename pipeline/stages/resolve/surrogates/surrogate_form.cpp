// The surrogate in the form in which the name was said: word by word, with its case, its possessive or plural, an
// initial by an initial, spelled letters by as many as the surrogate has. Titles and what stands between words stay.
// Where one word has nothing to stand for it the answer is empty, and the caller writes a pseudonym: half a name never
// stays.
#include "resolve/surrogates/surrogate_form.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "resolve/person_name.hpp"

namespace moniker::resolve {
namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// KATE, Kate, kate.
std::string in_case_of(std::string_view was, std::string text) {
  std::size_t capitals = 0, small = 0;
  for (std::size_t at = 0; at < was.size();) {
    const CodePoint c = code_point_at(was, at);
    if (c.length == 0) break;
    capitals += is_upper(c.value) ? 1 : 0;
    small += is_lower(c.value) ? 1 : 0;
    at += c.length;
  }
  if (capitals > 1 && small == 0) std::transform(text.begin(), text.end(), text.begin(), upper);
  if (capitals == 0 && small > 0) std::transform(text.begin(), text.end(), text.begin(), lower);
  return text;
}

/// Letters and digits with the marks inside a word, or what stands between two.
struct Piece {
  std::string_view text{};
  std::string folded{};  // empty: between words
};

bool joins_letters(char32_t c) { return is_apostrophe(c) || is_hyphen(c); }

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t at = 0;
  while (at < text.size()) {
    const bool word = is_word(code_point_at(text, at).value);
    std::size_t end = at;
    while (end < text.size()) {
      const CodePoint c = code_point_at(text, end);
      const std::size_t next = end + std::max<std::size_t>(1, c.length);
      const bool inside = joins_letters(c.value) && next < text.size() && is_word(code_point_at(text, next).value);
      if ((is_word(c.value) || (word && inside)) != word) break;
      end = next;
    }
    const std::string_view piece = text.substr(at, end - at);
    pieces.push_back({piece, word ? fold(piece) : std::string()});
    at = end;
  }
  return pieces;
}

class Form {
 public:
  Form(std::vector<Piece> pieces, const Surrogate& surrogate, const words::Language& language)
      : pieces_(std::move(pieces)), surrogate_(surrogate), language_(language) {}

  std::string written() const {
    const auto words = static_cast<std::size_t>(
        std::count_if(pieces_.begin(), pieces_.end(), [](const Piece& p) { return !p.folded.empty(); }));
    if (words == 0) return {};
    if (const auto spelled = spelled_out(words)) return *spelled;
    std::string out;
    bool drop_gap = false, replaced = false;
    std::size_t nth = 0;
    for (const Piece& piece : pieces_) {
      if (piece.folded.empty()) {
        if (!drop_gap) out += piece.text;
        drop_gap = false;
        continue;
      }
      const bool last = ++nth == words;
      if (!last && is_title(piece.folded, language_)) {
        out += piece.text;
        continue;
      }
      const auto instead = in_place_of(piece, nth == 1, last, words);
      if (!instead) return {};
      out += *instead;
      drop_gap = instead->empty();
      replaced = true;
    }
    return replaced ? out : std::string();
  }

 private:
  std::optional<std::string> known(const std::string& folded) const {
    const auto found = surrogate_.words.find(folded);
    return found == surrogate_.words.end() ? std::nullopt : std::optional(found->second);
  }

  std::optional<std::string> in_place_of(const Piece& piece, bool first, bool last, std::size_t words) const {
    if (const auto name = known(piece.folded)) return in_case_of(piece.text, *name);
    if (piece.folded.size() == 1) return initial(piece, last && !first);
    if (const auto initials = joined_initials(piece, words)) return initials;
    // Shaws, Shaw's
    for (const std::string_view ending : {std::string_view("'s"), std::string_view("s"), std::string_view("es")}) {
      if (!piece.folded.ends_with(ending) || piece.text.size() != piece.folded.size()) continue;
      const auto name = known(piece.folded.substr(0, piece.folded.size() - ending.size()));
      if (!name || name->empty()) continue;
      return in_case_of(piece.text, *name + std::string(name->ends_with('s') && ending == "s" ? "es"
                                                        : ending == "es"                      ? "s"
                                                                                              : ending));
    }
    return std::nullopt;
  }

  std::optional<std::string> initial(const Piece& piece, bool of_family) const {
    const std::string& name = of_family ? surrogate_.family : surrogate_.given;
    if (name.empty()) return std::nullopt;
    return in_case_of(piece.text, std::string(1, upper(name.front())));
  }

  /// KS, and only in capitals.
  std::optional<std::string> joined_initials(const Piece& piece, std::size_t words) const {
    const bool capitals =
        std::all_of(piece.text.begin(), piece.text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (words != 1 || !capitals || piece.text.size() > 3 || surrogate_.given.empty() || surrogate_.family.empty()) {
      return std::nullopt;
    }
    return std::string{upper(surrogate_.given.front()), upper(surrogate_.family.front())};
  }

  /// K-A-T-E, K A T E, k.a.t.e: three letters or more, each for itself.
  std::optional<std::string> spelled_out(std::size_t words) const {
    std::string joined;
    std::string_view between;
    bool capitals = true;
    for (const Piece& piece : pieces_) {
      if (piece.folded.empty()) {
        if (between.empty()) between = piece.text;
        continue;
      }
      std::string letters;
      for (std::size_t i = 0; i < piece.folded.size(); ++i) {
        if (i % 2 == 1 && piece.folded[i] != '-') return std::nullopt;
        if (i % 2 == 0) letters += piece.folded[i];
      }
      if (piece.folded.size() > 1) between = "-";
      if (piece.folded.size() > 1 && words > 1) return std::nullopt;
      capitals = capitals && piece.text.front() >= 'A' && piece.text.front() <= 'Z';
      joined += letters;
    }
    if (joined.size() < 3) return std::nullopt;
    const auto name = known(joined);
    if (!name || name->empty()) return std::nullopt;
    std::string out;
    for (const char c : *name) out.append(out.empty() ? "" : between).push_back(capitals ? upper(c) : lower(c));
    return out;
  }

  std::vector<Piece> pieces_;
  const Surrogate& surrogate_;
  const words::Language& language_;
};

}  // namespace

std::string surrogate_form(std::string_view core, Meaning means, const Surrogate& surrogate,
                           const words::Language& language) {
  if (means != Meaning::person) {
    const auto known = surrogate.words.find(normal_form(means, core, language));
    return known == surrogate.words.end() ? std::string() : in_case_of(core, known->second);
  }
  return Form(pieces_of(core), surrogate, language).written();
}

}  // namespace moniker::resolve
