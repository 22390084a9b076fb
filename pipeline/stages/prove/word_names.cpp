// Where a name that is an ordinary word too (Will, May, Hope) counts as a name: with a capital that could have been
// left out, behind a title, in "called Will", as a possessive at a sentence's begin; and not in a date, in a fixed
// phrase, or behind an article. It errs towards silence where the word alone tells nothing, since a hit stops the
// transcript; what that leaves unproved is said in docs/threat-model.md.
#include "prove/word_names.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace moniker::prove {
namespace {

template <std::size_t N>
bool among(const std::string_view (&table)[N], std::string_view word) {
  return std::find(std::begin(table), std::end(table), word) != std::end(table);
}

constexpr std::string_view month_names[] = {"january", "february", "march",     "april",   "may",      "june",
                                            "july",    "august",   "september", "october", "november", "december"};
constexpr std::string_view season_names[] = {"spring", "summer", "autumn", "winter", "easter", "christmas"};
constexpr std::string_view weekday_names[] = {"monday", "tuesday",  "wednesday", "thursday",
                                              "friday", "saturday", "sunday"};
constexpr std::string_view time_prepositions[] = {
    "in",       "last",      "next",   "this",   "every",  "each",   "early",   "late",       "mid", "by",
    "since",    "until",     "till",   "til",    "during", "of",     "from",    "throughout", "end", "through",
    "previous", "following", "coming", "before", "after",  "around", "between", "into",       "the"};
constexpr std::string_view articles[] = {"the", "a", "an"};
constexpr std::string_view before_plurals[] = {"the", "two", "both", "all", "those", "other", "our"};
constexpr std::string_view families[] = {"family",  "household", "boys",     "girls", "brothers",
                                         "sisters", "kids",      "children", "lot",   "clan",
                                         "twins",   "boy",       "girl",     "house", "home"};
// Said alone before a comma they answer or judge; they address nobody.
constexpr std::string_view interjections[] = {
    "good",  "right",  "well",  "sure",  "fine",  "great", "bless", "nice",  "best",  "true", "sweet", "grand", "long",
    "short", "little", "black", "white", "brown", "green", "rich",  "young", "frank", "hope", "day",   "days"};
constexpr std::string_view ordinal_words[] = {
    "first",      "second",     "third",     "fourth",    "fifth",       "sixth",      "seventh",
    "eighth",     "ninth",      "tenth",     "eleventh",  "twelfth",     "twentieth",  "thirtieth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
constexpr std::string_view always_capital[] = {
    "english", "french", "welsh",   "irish",     "german",   "norman", "roman",    "christian", "jordan", "israel",
    "chad",    "india",  "china",   "london",    "paris",    "kent",   "chester",  "lincoln",   "york",   "lancaster",
    "holland", "france", "ireland", "england",   "scotland", "wales",  "britain",  "jersey",    "devon",  "lent",
    "noel",    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::string_view titles[] = {"mr",     "mrs",   "ms",        "miss",   "mx",      "dr",
                                       "doctor", "prof",  "professor", "sir",    "aunt",    "aunty",
                                       "auntie", "uncle", "nurse",     "sister", "rev",     "cousin",
                                       "lady",   "lord",  "nana",      "granny", "grandma", "grandad"};
constexpr std::string_view abbreviations[] = {"mrs", "prof", "rev", "revd"};  // and whatever has two letters
constexpr std::string_view what_people_do[] = {"said",   "says",    "told",   "asked",  "asks",  "thought", "thinks",
                                               "knew",   "knows",   "rang",   "phoned", "came",  "comes",   "went",
                                               "goes",   "wants",   "wanted", "lives",  "lived", "loves",   "loved",
                                               "laughs", "laughed", "cried",  "called"};

struct Phrase {
  std::string_view first{}, second{};
};
// Capitals that do not make a name of a word which is some people's surname.
constexpr Phrase phrases[] = {
    {"christmas", "day"}, {"boxing", "day"},      {"years", "day"},       {"year", "day"},       {"mothers", "day"},
    {"mother", "day"},    {"fathers", "day"},     {"father", "day"},      {"may", "day"},        {"valentines", "day"},
    {"valentine", "day"}, {"remembrance", "day"}, {"open", "day"},        {"sports", "day"},     {"good", "friday"},
    {"bank", "holiday"},  {"bank", "holidays"},   {"white", "british"},   {"white", "other"},    {"white", "irish"},
    {"black", "british"}, {"black", "african"},   {"black", "caribbean"}, {"black", "lives"},    {"long", "covid"},
    {"green", "party"},   {"white", "house"},     {"white", "paper"},     {"green", "paper"},    {"street", "view"},
    {"black", "asian"},   {"black", "country"},   {"black", "people"},    {"downing", "street"}, {"high", "street"},
    {"high", "court"},    {"crown", "court"},     {"young", "people"},    {"best", "interests"}};

const TextWord* word_at(const Talk& talk, std::size_t index, int by) {
  const auto at = static_cast<std::ptrdiff_t>(index) + by;
  if (at < 0 || at >= static_cast<std::ptrdiff_t>(talk.words.size())) return nullptr;
  const TextWord& word = talk.words[static_cast<std::size_t>(at)];
  return word.masked ? nullptr : &word;
}

std::string_view folded_at(const Talk& talk, std::size_t index, int by) {
  const TextWord* word = word_at(talk, index, by);
  return word ? word->stem() : std::string_view();
}

bool is_number(std::string_view folded) { return !folded.empty() && folded[0] >= '0' && folded[0] <= '9'; }

bool is_day(std::string_view folded) { return is_number(folded) || among(ordinal_words, folded); }

bool month_nearby(const Talk& talk, std::size_t index) {
  for (const int by : {-3, -2, -1, 1, 2, 3}) {
    if (is_month(folded_at(talk, index, by))) return true;
  }
  return false;
}

bool in_a_date(const Talk& talk, std::size_t index) {
  const TextWord& word = talk.words[index];
  const bool month = is_month(word.stem()), season = among(season_names, word.stem());
  if (!(month || season) || word.possessive) return false;
  const std::string_view before = folded_at(talk, index, -1), after = folded_at(talk, index, 1);
  if (among(time_prepositions, before)) return true;
  // The suffix of "3rd" is a word of its own here.
  if (is_day(before) || (before.size() == 2 && is_number(folded_at(talk, index, -2)))) return true;
  constexpr std::string_view date_words[] = {"day", "bank", "half", "time", "of", "last", "this", "next"};
  if (is_day(after) || among(date_words, after)) return true;
  if (after == "the" && is_day(folded_at(talk, index, 2))) return true;
  return month_nearby(talk, index);
}

bool in_a_phrase(const Talk& talk, std::size_t index) {
  const std::string_view folded = talk.words[index].folded;
  for (const Phrase& phrase : phrases) {
    if (phrase.second == folded && phrase.first == folded_at(talk, index, -1)) return true;
    if (phrase.first == folded && phrase.second == folded_at(talk, index, 1)) return true;
  }
  return false;
}

/// "the Bill", "a Will", "the High Court", "the Public Health Bill"; but "the Barker family".
bool behind_an_article(const Talk& talk, std::size_t index) {
  if (among(families, folded_at(talk, index, 1))) return false;
  for (int by = -1; by >= -4; --by) {
    const TextWord* word = word_at(talk, index, by);
    if (!word || !talk.adjoins(index - static_cast<std::size_t>(-by), index - static_cast<std::size_t>(-by) + 1))
      return false;
    if (among(articles, word->folded)) return true;
    if (!word->capital) return false;
  }
  return false;
}

bool is_quote(char32_t c) { return c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB; }

/// What stands before a word: nothing that tells, a quotation mark, or the beginning of a sentence.
enum class Before { inside, quote, beginning };

Before before(const Talk& talk, std::size_t at) {
  bool quoted = false;
  while (at > 0) {
    const CodePoint point = code_point_before(talk.text, at);
    const char32_t c = point.value;
    const bool after_placeholder =
        std::any_of(talk.placeholders.begin(), talk.placeholders.end(), [&](ByteRange p) { return p.end == at; });
    if (after_placeholder) return Before::inside;  // "[ID04] May": a surname left standing
    if (is_quote(c)) {
      quoted = true;
    } else if (!is_space(c) && c != '(' && c != '*' && c != '_') {
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

/// "Mr May", "Dr. Will", "Aunt Grace"; not "I told the doctor. Will he come".
bool titled(const Talk& talk, std::size_t index) {
  const std::string_view title = folded_at(talk, index, -1);
  return among(titles, title) && talk.adjoins(index - 1, index);
}

bool introduced(const Talk& talk, std::size_t index) {
  const TextWord* previous = word_at(talk, index, -1);
  if (!previous || !talk.adjoins(index - 1, index)) return false;
  if (previous->folded == "named" || previous->folded == "called") return true;
  if (previous->folded == "names" && previous->possessive) return true;
  return previous->folded == "is" && folded_at(talk, index, -2) == "name";
}

bool quoted_alone(const Talk& talk, ByteRange bytes) {
  return is_quote(code_point_before(talk.text, bytes.begin).value) &&
         is_quote(code_point_at(talk.text, bytes.end).value);
}

bool begins_as_a_person(const Talk& talk, std::size_t index) {
  const TextWord& word = talk.words[index];
  if (word.possessive || among(what_people_do, folded_at(talk, index, 1))) return true;
  return after(talk.text, word.bytes.end) == ',' && !among(interjections, word.stem());
}

}  // namespace

bool Talk::adjoins(std::size_t a, std::size_t b) const {
  const std::uint32_t from = words[a].bytes.end, to = words[b].bytes.begin;
  const bool abbreviated = words[a].folded.size() <= 2 || among(abbreviations, words[a].folded);
  for (std::size_t at = from; at < to;) {
    const CodePoint point = code_point_at(text, at);
    if (point.value == '.' && !abbreviated && is_space(code_point_at(text, at + 1).value))
      return false;  // a sentence's
    constexpr std::u32string_view within = U"-'._+\u2019\u2010\u2011\u2012\u2013\u00AD";
    if (point.length == 0 || !(is_space(point.value) || within.find(point.value) != std::u32string_view::npos))
      return false;
    at += point.length;
  }
  return true;
}

bool is_month(std::string_view folded) { return among(month_names, folded); }

bool is_calendar_word(std::string_view folded) {
  return is_month(folded) || among(season_names, folded) || among(weekday_names, folded);
}

bool telling_capital(const Talk& talk, std::size_t index) {
  const TextWord& word = talk.words[index];
  return word.capital && !word.shouted && before(talk, word.bytes.begin) == Before::inside;
}

bool word_counts(const Talk& talk, std::size_t index, bool plural) {
  const TextWord& word = talk.words[index];
  if (introduced(talk, index)) return true;
  if (!word.capital || word.shouted) return false;
  if (titled(talk, index)) return true;
  if (plural && !word.possessive) {
    return among(before_plurals, folded_at(talk, index, -1)) && folded_at(talk, index, 1) != "of" &&
           !is_calendar_word(word.stem());
  }
  if (among(always_capital, word.stem()) || in_a_date(talk, index) || in_a_phrase(talk, index)) return false;
  if (quoted_alone(talk, word.bytes)) return true;
  if (before(talk, word.bytes.begin) == Before::inside) return !behind_an_article(talk, index);
  return begins_as_a_person(talk, index);
}

}  // namespace moniker::prove
