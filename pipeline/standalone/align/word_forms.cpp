// The tables by which two spellings are one word: contractions in full, abbreviations said aloud, British as American.
// They are applied to both sides alike, so a wrong row hides a difference and never makes one; short words stay as they
// are, since four is not for.
#include "align/word_forms.hpp"

#include <algorithm>
#include <array>
#include <utility>

// What is short for what, and how the two sides of the Atlantic spell: English alone, asked by this room alone, and no
// word of it decides who is named. It stays here until captions of another language are compared.
namespace moniker::align {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr Pair whole[] = {{"won't", "will not"},
                          {"can't", "can not"},
                          {"shan't", "shall not"},
                          {"ain't", "is not"},
                          {"cannot", "can not"},
                          {"let's", "let us"},
                          {"it's", "it is"},
                          {"he's", "he is"},
                          {"she's", "she is"},
                          {"that's", "that is"},
                          {"what's", "what is"},
                          {"there's", "there is"},
                          {"here's", "here is"},
                          {"who's", "who is"},
                          {"where's", "where is"},
                          {"how's", "how is"},
                          {"when's", "when is"},
                          {"everything's", "everything is"},
                          {"everybody's", "everybody is"},
                          {"'tis", "it is"},
                          {"y'all", "you all"},
                          {"ma'am", "madam"},
                          {"gonna", "going to"},
                          {"wanna", "want to"},
                          {"gotta", "got to"},
                          {"kinda", "kind of"},
                          {"sorta", "sort of"},
                          {"dunno", "do not know"},
                          {"gimme", "give me"},
                          {"lemme", "let me"},
                          {"'cause", "because"},
                          {"cos", "because"},
                          {"coz", "because"},
                          {"cuz", "because"},
                          {"'em", "them"},
                          {"ok", "okay"},
                          {"alright", "all right"},
                          {"mr", "mister"},
                          {"mrs", "missus"},
                          {"dr", "doctor"},
                          {"vs", "versus"},
                          {"mg", "milligrams"},
                          {"kg", "kilograms"},
                          {"kgs", "kilograms"},
                          {"ml", "millilitres"},
                          {"cm", "centimetres"},
                          {"km", "kilometres"},
                          {"mum", "mom"},
                          {"mums", "moms"},
                          {"mummy", "mommy"}};

constexpr Pair endings[] = {{"n't", " not"},  {"'ll", " will"}, {"'re", " are"},
                            {"'ve", " have"}, {"'m", " am"},    {"'d", " would"}};

constexpr Pair spellings[] = {{"grey", "gray"},
                              {"tyre", "tire"},
                              {"tyres", "tires"},
                              {"programme", "program"},
                              {"programmes", "programs"},
                              {"centre", "center"},
                              {"centres", "centers"},
                              {"theatre", "theater"},
                              {"theatres", "theaters"},
                              {"metre", "meter"},
                              {"metres", "meters"},
                              {"litre", "liter"},
                              {"litres", "liters"},
                              {"fibre", "fiber"},
                              {"millilitres", "milliliters"},
                              {"centimetres", "centimeters"},
                              {"kilometres", "kilometers"},
                              {"millimetres", "millimeters"},
                              {"cheque", "check"},
                              {"cheques", "checks"},
                              {"pyjamas", "pajamas"},
                              {"aluminium", "aluminum"},
                              {"learnt", "learned"},
                              {"burnt", "burned"},
                              {"dreamt", "dreamed"},
                              {"spelt", "spelled"},
                              {"practise", "practice"},
                              {"practised", "practiced"},
                              {"licence", "license"},
                              {"defence", "defense"},
                              {"offence", "offense"},
                              {"ageing", "aging"},
                              {"sceptical", "skeptical"},
                              {"mould", "mold"},
                              {"plough", "plow"},
                              {"storey", "story"},
                              {"judgement", "judgment"},
                              {"enrol", "enroll"},
                              {"fulfil", "fulfill"}};

constexpr Pair parts[] = {{"haem", "hem"},           {"anaem", "anem"},     {"anaes", "anes"},      {"paed", "ped"},
                          {"gynaec", "gynec"},       {"oedem", "edem"},     {"oesoph", "esoph"},    {"oestr", "estr"},
                          {"diarrhoea", "diarrhea"}, {"leukaem", "leukem"}, {"isation", "ization"}, {"ogue", "og"},
                          {"ellin", "elin"},         {"elled", "eled"},     {"eller", "eler"}};

constexpr Pair late_endings[] = {{"ise", "ize"}, {"ised", "ized"}, {"ises", "izes"},  {"ising", "izing"},
                                 {"yse", "yze"}, {"ysed", "yzed"}, {"ysing", "yzing"}};
constexpr std::string_view our_endings[] = {"",     "s",   "ed", "ing",  "ite", "ites",
                                            "able", "ful", "al", "hood", "er",  "ers"};

const Pair* find(std::string_view word, const auto& table) {
  const auto found = std::find_if(std::begin(table), std::end(table), [&](const Pair& p) { return p.first == word; });
  return found == std::end(table) ? nullptr : &*found;
}

std::string without_apostrophes(std::string word) {
  std::erase(word, '\'');
  return word;
}

/// colour -> color, behavioural -> behavioral; short words stay: four is not for.
void shorten_our(std::string& word) {
  for (const std::string_view ending : our_endings) {
    const std::size_t tail = ending.size() + 3;
    if (word.size() < tail + 3 || !word.ends_with(ending) || word.compare(word.size() - tail, 3, "our") != 0) continue;
    word.erase(word.size() - tail + 1, 1);
    return;
  }
}

}  // namespace

std::string full_form(std::string_view word) {
  if (const Pair* pair = find(word, whole)) return std::string(pair->second);
  for (const auto& [ending, full] : endings) {
    if (word.size() > ending.size() && word.ends_with(ending)) {
      return full_form(word.substr(0, word.size() - ending.size())) + std::string(full);  // we'd've: twice
    }
  }
  return without_apostrophes(std::string(word));
}

std::string one_spelling(std::string word) {
  if (word.size() < 4) return word;
  if (const Pair* pair = find(word, spellings)) return std::string(pair->second);
  for (const auto& [british, american] : parts) {
    if (const std::size_t at = word.find(british); at != std::string::npos) word.replace(at, british.size(), american);
  }
  for (const auto& [british, american] : late_endings) {
    if (word.size() < 6 || !word.ends_with(british)) continue;
    word.replace(word.size() - british.size(), british.size(), american);
    break;
  }
  shorten_our(word);
  return word;
}

}  // namespace moniker::align
