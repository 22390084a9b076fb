#pragma once
#include <functional>
#include <optional>

#include "manuscript/attribution_reading.hpp"

namespace moniker::custodian {

/// A paper whose attributions are read, asked for the one that its prose gives to a quotation.
class SpeakerReading : public AttributionReading {
 protected:
  using AttributionReading::AttributionReading;

  /// The last of a block that is wanted.
  std::optional<std::size_t> attribution_where(std::size_t i,
                                               const std::function<bool(const Attribution&)>& wanted) const;
  /// Whoever is named last in the sentence that leads to a quotation.
  std::optional<std::size_t> announced(std::size_t i) const;
  /// "This was Referee 7, of whose crew ...": whoever is named right behind a quotation as the one who said it.
  std::optional<std::size_t> told_behind(std::size_t i) const;
  /// "I was tired," one nurse said. "So tired" (P3): whoever said what follows at once said this too.
  std::optional<std::size_t> of_what_goes_on(std::size_t i, const QuotedSpan& quote) const;
  /// T9 had thought of leaving. "I was told to listen."
  std::optional<std::size_t> of_sentence_before(std::size_t i, const QuotedSpan& quote) const;
  /// "At first D11 was a student. She had been moved by an usher: '...'": who is "she".
  std::optional<std::size_t> of_pronoun_that_leads(std::size_t i, const QuotedSpan& quote) const;
  /// Behind the quotation in its sentence, else before it.
  std::optional<std::size_t> in_sentence(std::size_t i, const QuotedSpan& quote) const;

 private:
  std::optional<std::size_t> goes_on_about(std::size_t i) const;
  std::optional<std::size_t> begins_alone(std::size_t i, std::uint32_t from) const;
  std::optional<std::size_t> names_alone(std::size_t i, std::uint32_t from) const;
  std::optional<std::size_t> only_named_in(std::size_t i, ByteRange sentence) const;
  bool is_said_by_pronoun(std::string_view rest) const;
};

}  // namespace moniker::custodian
