#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace moniker {

/// The last line of a model file: one that was cut short must not pass for a worse model.
constexpr std::string_view end_of_model = "# end";

/// What the tagger can call a word: nothing, or the begin or inside of a name of one of three types.
enum class Tag : std::uint8_t { none, begin_person, in_person, begin_place, in_place, begin_organisation, in_organisation };
constexpr std::size_t tag_count = 7;
constexpr std::array<std::string_view, 3> tag_types = {"PERSON", "LOCATION", "ORG"};
constexpr Tag begin_tag(std::size_t type) { return static_cast<Tag>(1 + 2 * type); }
constexpr Tag in_tag(std::size_t type) { return static_cast<Tag>(2 + 2 * type); }

/// Something for each tag: weights, scores or probabilities.
using TagRow = std::array<float, tag_count>;

/// A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001): what each feature of a word says
/// for each tag, and what each tag says for the one after it. Immutable; shared by all threads.
class TagModel {
 public:
  /// Weights are stored in hundredths, so that a model reads the same on every machine.
  static constexpr float unit = 0.01F;

  /// Reads a model file: `#` lines are remarks; every other line is a feature's name, a tab and its weights in
  /// hundredths, one a tag, with blanks between them. The features `>none`, `>begin_person`, ... are the weights of
  /// what follows such a tag; `>` of what begins a run. `shown` names the file in errors. Throws Error{usage}.
  static TagModel parse(std::string_view text, const std::string& shown);

  /// Adds the weights of a feature to `sum`, where the model knows it.
  void add(std::string_view feature, TagRow& sum) const;
  /// The weights of a feature; all 0 where the model does not know it.
  TagRow weights(std::string_view feature) const;

  /// The probability of each tag at each word, by the forward-backward algorithm; `rows` are the sums of weights
  /// of a run of words, and become probabilities.
  void to_probabilities(std::vector<TagRow>& rows) const;
  std::size_t size() const { return count_; }

 private:
  using Stored = std::array<std::int16_t, tag_count + 1>;   // 16 bytes
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t row = 0;
  };
  const Stored* find(std::uint64_t hash) const;
  void put(std::string_view feature, const Stored& row);
  void grow();

  std::vector<Slot> slots_{};       // open addressing; hash 0 is an empty one
  std::vector<Stored> rows_{};
  std::size_t count_ = 0;
  std::array<TagRow, tag_count + 1> follow_{};   // exponentials; the last row: what begins a run
};

/// The names of the tags, as transitions are named in a model file.
extern const std::array<std::string_view, tag_count> tag_names;

}  // namespace moniker
