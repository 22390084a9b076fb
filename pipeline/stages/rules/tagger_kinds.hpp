#pragma once
// Which taggers there are: the labels that each tells apart, and the words that it is asked about. A model knows no
// other labels: its features were counted over these, and labels of other names need a model of their own.
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace moniker::rules {

constexpr std::size_t tag_types = 3;
using TagLabels = std::array<std::string_view, tag_types>;

struct TaggerKind {
  std::string_view name;    // of its models
  TagLabels labels;         // that its rules may bear
  std::string_view word;    // class of the words that may be of what it tells
  std::string_view before;  // class of the words that may belong to it before such a one, two at most
  bool has_kinds;           // of its labels: a rule for a town or a ward says more of a word than the tagger, which may
                            // make it surer, and a head word tells the last of the labels better than what stands round
};

constexpr std::array<TaggerKind, 3> tagger_kinds = {{
    {"names", {"PERSON", "LOCATION", "ORG"}, "tagger-word", "tagger-before", true},
    {"details", {"OCCUPATION", "AGE", "DATE"}, "detail-word", "detail-before", false},
    {"codes", {"ID", "PHONE", "POSTCODE"}, "code-word", "code-before", false},
}};
/// The kind whose labels a transcript teaches.
inline constexpr const TaggerKind& names_tagger = tagger_kinds[0];

/// A label's place among the kinds.
struct TaggerLabel {
  std::size_t kind = 0, type = 0;
};
std::optional<TaggerLabel> tagger_label(std::string_view label);
/// All of them, as a remedy lists them.
std::string tagger_labels();

}  // namespace moniker::rules
