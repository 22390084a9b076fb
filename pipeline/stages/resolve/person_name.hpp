#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "words/language.hpp"

namespace moniker::resolve {

/// A person's name as somebody wrote or said it, taken apart.
struct PersonName {
  std::vector<std::string> words{};  // folded, in given-surname order, without titles and possessive: {kate, shaw}
  char gender = 0;                   // f or m where a title tells it (Mrs, Uncle)
  bool by_surname = false;           // a title that goes with surnames stood before it (Mrs, Dr)
  bool by_given = false;             // one that goes with given names (Auntie)
  bool initials = false;             // one word, made of capitals or dotted letters: KS, K.S.

  /// A given name and a surname, both written out.
  bool complete() const { return words.size() >= 2 && words.front().size() > 1 && words.back().size() > 1; }
  /// Words with a blank between: the form in which names are compared.
  std::string form() const;
  /// The form, and before it what else parts two mentions of one form: f or m, s or g for what its title goes
  /// with, i for initials. "fs:shaw" is Mrs Shaw, "s:shaw" Dr Shaw, "shaw" Shaw. What Assignment::forms is
  /// keyed by.
  std::string key() const;
  /// The letters alone, without what is written with a blank, with a hyphen or in one: lloyd-jones, lloyd jones.
  std::string squashed() const;
  /// The name without what the title told.
  PersonName untitled() const;
};

std::string squashed(const std::vector<std::string>& words);

/// A folded word that stands before a name (mrs, dr) or behind it (jr) and is none.
bool is_title(std::string_view folded, const words::Language& language);

/// A key without its tag: "fs:shaw" -> "shaw".
std::string_view untagged(std::string_view key);

PersonName parse_person(std::string_view surface, const words::Language& language);

/// Drops "'s" and a closing apostrophe from a folded text.
std::string without_possessive(std::string folded);

}  // namespace moniker::resolve
