#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace moniker {

/// What an archive gets in place of one kind of thing: label ([place]), number ([place 3]), year, decade, band (of
/// ages), keep.
struct DepositRule {
  std::string does = "label";
  int width = 20, top = 80;  // of a band
};

/// How much less an archive is told than the team: what `policies:` in moniker.yaml says under one name.
struct DepositPolicy {
  std::string profile = "strict";                     // with which the sealed transcripts are searched once more
  int k = 0;                                          // so many are alike by the data list; 0: as the access level asks
  std::string prefix = "P";                           // of new IDs
  std::optional<std::vector<std::string>> columns{};  // of the attributes; nothing: all of them
  std::map<std::string, DepositRule> rules{};         // by label or label/subtype; others have their default
};

/// What `deposit:` in moniker.yaml says.
struct DepositSettings {
  std::map<std::string, std::string> consent{{"", "archive"}};  // the word that a consent must have, by access level
  std::string consent_column{};       // of the attributes, where it stands there and not in consent_scope
  std::string others = "transcript";  // what is left out where somebody did not agree: transcript, turns
  std::string access{}, marks = "brackets";
  std::string title{}, publisher{}, doi{}, abstract{}, licence{};
  int year = 0;  // of publication; 0: this one
  std::vector<std::string> creators{}, keywords{};
  std::string wording{};  // path of the file with the wording of the consent, absolute; empty: none is named
};

inline constexpr std::string_view access_levels[] = {"open", "safeguarded", "controlled"};

}  // namespace moniker
