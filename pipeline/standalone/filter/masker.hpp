#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "detect/detector.hpp"
#include "detect/seen_turns.hpp"
#include "filter/proof.hpp"
#include "read/turns/text_turns.hpp"
#include "replace/decision.hpp"
#include "replace/generalisations.hpp"

namespace moniker::filter {

/// A text of a record: talk, which may have several lines and labels of its own, or the name of who speaks.
struct RecordText {
  std::string_view text{};  // valid UTF-8
  bool speaker = false;
};

/// Bytes of a text and what stands there instead.
struct Change {
  std::size_t begin = 0, end = 0;
  std::string by{};
};
using Changes = std::vector<Change>;  // ascending, not overlapping

/// What all records share; it outlives the masker.
struct MaskerNeeds {
  const rules::RuleSet& rules;
  const Register& people;
  const replace::OperatorChoices& operators;  // checked; nobody is known, whom another may be chosen for
  const replace::Generalisations& generalisations;
  const Secret<32>& key;  // of pseudonyms
  const replace::OperatorKeys& operator_keys;
  prove::IsWord is_word{};
  const prove::Prover* known = nullptr;  // looks for the register's people, where there is one
};

/// Decides what is replaced in one record, and by what, from that record and the needs alone: nothing is remembered.
/// Names that one of its texts teaches count in all of them. Pseudonyms are keyed_name(): nobody counts. Belongs to one
/// thread.
class Masker {
 public:
  explicit Masker(MaskerNeeds needs)
      : needs_(std::move(needs)),
        known_(detect::known_people(needs_.rules, needs_.people)),
        seen_(needs_.rules, known_),
        detector_(needs_.rules, known_),
        proof_(needs_.known, needs_.is_word),
        person_(chosen(needs_.rules.person(), {})) {}
  Masker(const Masker&) = delete;
  Masker& operator=(const Masker&) = delete;
  /// changes[i] becomes what to change in texts[i]. Throws Error as detection does.
  void mask(std::span<const RecordText> texts, std::vector<Changes>& changes);

 private:
  struct Turn {
    std::size_t of = 0;  // index of the text
    read::TextTurn turn{};
    std::optional<SeenText> disguised{};  // nothing: the turn's text is as it was given
    std::vector<Finding> findings{};
    Changes changes{};  // in the bytes of the turn as it is seen
  };
  void read_turns(std::span<const RecordText> texts);
  void detect();
  void mask_talk(Turn& turn);
  void mask_label(std::string_view label, std::size_t at, Changes& changes);
  void prove();
  void mask_left(Turn& turn, const std::vector<ByteRange>& left);
  bool harmless_label(std::string_view label) const;
  std::string replaced(const replace::Decision& choice, std::string_view surface, const replace::AboutIt& about) const;
  const replace::Decision& choice_of(const Finding& finding);
  replace::Decision chosen(const Label& label, const std::string& subtype) const;

  MaskerNeeds needs_;
  std::shared_ptr<const detect::KnownPeople> known_;
  detect::SeenTurns seen_;
  detect::Detector detector_;
  std::optional<detect::LearnedReader> reader_{};  // made when first needed
  Proof proof_;
  replace::Decision person_;
  std::vector<Turn> turns_{};
  std::unordered_map<std::uint32_t, replace::Decision> choices_{};  // by label and rule
};

}  // namespace moniker::filter
