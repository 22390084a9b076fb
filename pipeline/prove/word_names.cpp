#include "prove/word_names.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace moniker {
namespace {

template <std::size_t N>
bool among(const std::string_view (&table)[N], std::string_view word) {
  return std::find(std::begin(table), std::end(table), word) != std::end(table);
}

constexpr std::string_view month_names[] = {"january", "february", "march",     "april",   "may",      "june",
                                            "july",    "august",   "september", "october", "november", "december"};
constexpr std::string_view season_names[] = {"spring", "summer", "autumn", "winter", "easter", "christmas"};
constexpr std::string_view time_prepositions[] = {
    "in",   "last",   "next",   "this",   "every",  "each",       "early", "late",    "mid",      "by",       "since", "until",
    "till", "til",    "during", "of",     "from",   "throughout", "end",   "through", "previous", "following", "coming", "before",
    "after", "around", "between"};
constexpr std::string_view ordinal_words[] = {"first",   "second",  "third",  "fourth", "fifth",   "sixth",     "seventh",
                                              "eighth",  "ninth",   "tenth",  "eleventh", "twelfth", "twentieth", "thirtieth",
                                              "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
                                              "eighteenth", "nineteenth"};
constexpr std::string_view always_capital[] = {
    "english", "french", "welsh",  "irish",  "german", "norman",  "roman",  "christian", "jordan", "israel", "chad",
    "india",   "china",  "london", "paris",  "kent",   "chester", "lincoln", "york",     "lancaster", "holland", "france",
    "ireland", "england", "scotland", "wales", "britain", "jersey", "devon", "lent",     "noel",   "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::string_view titles[] = {"mr",   "mrs",  "ms",   "miss",  "mx",     "dr",     "doctor", "prof", "professor",
                                       "sir",  "aunt", "aunty", "auntie", "uncle", "nurse",  "sister", "rev",  "cousin",
                                       "lady", "lord", "nana", "granny", "grandma", "grandad"};
constexpr std::string_view what_people_do[] = {
    "said",   "says",  "told",  "asked", "asks",  "thought", "thinks", "knew",   "knows", "rang",   "phoned", "came", "comes",
    "went",   "goes",  "wants", "wanted", "lives", "lived",  "loves",  "loved",  "laughs", "laughed", "cried", "called"};

struct Phrase {
  std::string_view first{}, second{};
};
// Capitals that do not make a name of a word which is some people's surname.
constexpr Phrase phrases[] = {
    {"christmas", "day"}, {"boxing", "day"},  {"years", "day"},    {"year", "day"},      {"mothers", "day"},   {"mother", "day"},
    {"fathers", "day"},   {"father", "day"},  {"may", "day"},      {"valentines", "day"}, {"valentine", "day"}, {"remembrance", "day"},
    {"open", "day"},      {"sports", "day"},  {"good", "friday"},  {"bank", "holiday"},  {"bank", "holidays"}, {"white", "british"},
    {"white", "other"},   {"white", "irish"}, {"black", "british"}, {"black", "african"}, {"black", "caribbean"},
    {"black", "lives"},   {"long", "covid"},  {"green", "party"},  {"white", "house"},   {"white", "paper"},   {"green", "paper"},
    {"street", "view"},   {"young", "people"}, {"best", "interests"}};

const TextWord* word_at(const std::vector<TextWord>& words, std::size_t index, int by) {
  const auto at = static_cast<std::ptrdiff_t>(index) + by;
  if (at < 0 || at >= static_cast<std::ptrdiff_t>(words.size())) return nullptr;
  return &words[static_cast<std::size_t>(at)];
}

std::string_view folded_at(const std::vector<TextWord>& words, std::size_t index, int by) {
  const TextWord* word = word_at(words, index, by);
  return word && !word->masked ? std::string_view(word->stem) : std::string_view();
}

bool is_number(std::string_view folded) { return !folded.empty() && folded[0] >= '0' && folded[0] <= '9'; }

bool is_day(std::string_view folded) { return is_number(folded) || among(ordinal_words, folded); }

bool month_nearby(const std::vector<TextWord>& words, std::size_t index) {
  for (const int by : {-3, -2, -1, 1, 2, 3}) {
    if (among(month_names, folded_at(words, index, by))) return true;
  }
  return false;
}

bool in_a_date(const std::vector<TextWord>& words, std::size_t index) {
  const std::string_view word = words[index].stem, before = folded_at(words, index, -1), after = folded_at(words, index, 1);
  const bool month = among(month_names, word), season = among(season_names, word);
  if (!(month || season) || words[index].possessive) return false;
  if (among(time_prepositions, before) || (season && before == "the")) return true;
  // "3rd of May" has "of" before it; the suffix of "3rd" is a word of its own here.
  if (is_day(before) || (before.size() == 2 && is_number(folded_at(words, index, -2)))) return true;
  if (is_day(after) || after == "day" || after == "bank" || after == "half" || after == "time") return true;
  if (after == "the" && is_day(folded_at(words, index, 2))) return true;
  return month_nearby(words, index);
}

bool in_a_phrase(const std::vector<TextWord>& words, std::size_t index) {
  const auto& folded = words[index].folded;
  for (const Phrase& phrase : phrases) {
    if (phrase.second == folded && phrase.first == folded_at(words, index, -1)) return true;
    if (phrase.first == folded && phrase.second == folded_at(words, index, 1)) return true;
  }
  return false;
}

bool is_quote(char32_t c) { return c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB; }

/// What stands before a word: nothing that tells, a quotation mark, or the beginning of a sentence.
enum class Before { inside, quote, beginning };

Before before(std::string_view text, std::size_t at, const std::vector<ByteRange>& placeholders) {
  bool quoted = false;
  while (at > 0) {
    const CodePoint point = code_point_before(text, at);
    const char32_t c = point.value;
    const bool after_placeholder =
        std::any_of(placeholders.begin(), placeholders.end(), [&](ByteRange p) { return p.end == at; });
    if (after_placeholder) return Before::inside;   // "[ID04] May": a surname left standing
    if (is_quote(c)) quoted = true;
    else if (!is_space(c) && c != '(' && c != '*' && c != '_') {
      constexpr std::u32string_view ends = U".!?:;\u2026\u2013\u2014)]|>-";
      if (ends.find(c) != std::u32string_view::npos) return Before::beginning;
      return quoted ? Before::quote : Before::inside;
    }
    if (point.length == 0) break;
    at -= point.length;
  }
  return Before::beginning;
}

char32_t after(std::string_view text, std::size_t at) {
  while (is_space(code_point_at(text, at).value)) at += code_point_at(text, at).length;
  return code_point_at(text, at).value;
}

bool introduced(const std::vector<TextWord>& words, std::size_t index) {
  const std::string_view last = folded_at(words, index, -1);
  if (last == "named" || last == "called") return true;
  const TextWord* previous = word_at(words, index, -1);
  if (previous && previous->folded == "names" && previous->possessive) return true;
  return last == "is" && folded_at(words, index, -2) == "name";
}

bool quoted_alone(std::string_view text, ByteRange bytes) {
  return is_quote(code_point_before(text, bytes.begin).value) && is_quote(code_point_at(text, bytes.end).value);
}

}  // namespace

bool telling_capital(std::string_view text, const std::vector<TextWord>& words, std::size_t index,
                     const std::vector<ByteRange>& placeholders) {
  const TextWord& word = words[index];
  return word.capital && !word.shouted && before(text, word.bytes.begin, placeholders) == Before::inside;
}

bool word_counts(std::string_view text, const std::vector<TextWord>& words, std::size_t index,
                 const std::vector<ByteRange>& placeholders) {
  const TextWord& word = words[index];
  if (introduced(words, index)) return true;
  if (!word.capital || word.shouted) return false;
  if (among(titles, folded_at(words, index, -1))) return true;
  if (among(always_capital, word.stem) || in_a_date(words, index) || in_a_phrase(words, index)) return false;
  if (quoted_alone(text, word.bytes)) return true;
  if (before(text, word.bytes.begin, placeholders) == Before::inside) return true;
  return word.possessive || after(text, word.bytes.end) == ',' || among(what_people_do, folded_at(words, index, 1));
}

}  // namespace moniker
