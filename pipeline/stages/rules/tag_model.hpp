#pragma once
#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/archive.hpp"
#include "rules/tagger_kinds.hpp"

namespace moniker::rules {

/// The last line of a model file: one that was cut short must not pass for a worse model.
constexpr std::string_view end_of_model = "# end";

/// What a tagger can call a word: nothing, or the begin or inside of what bears one of its three labels.
enum class Tag : std::uint8_t { none };
constexpr std::size_t tag_count = 1 + 2 * tag_types;
constexpr Tag begin_tag(std::size_t type) { return static_cast<Tag>(1 + 2 * type); }
constexpr Tag in_tag(std::size_t type) { return static_cast<Tag>(2 + 2 * type); }
/// As transitions are named in a model file: `none`, `B:PERSON`, `I:PERSON`.
std::string tag_name(const TagLabels& labels, std::size_t tag);

/// Something for each tag: weights, scores or probabilities.
using TagRow = std::array<float, tag_count>;

/// The same in the model's own unit, hundredths, so that sums do not depend on their order. A power of two in size.
struct alignas(32) TagSum {
  std::array<std::int32_t, 8> of{};
  TagSum& operator+=(const TagSum& other) {
    for (std::size_t i = 0; i < of.size(); ++i) of[i] += other.of[i];
    return *this;
  }
};

/// Features of two parts, `w-1,0=in|leeds`, which are looked up by the hashes of their parts.
enum class TagPair : std::uint8_t {
  before_here,     // w-1,0
  here_after,      // w0,1
  before_both,     // w-2,-1
  after_shape,     // w+1,h0
  before_shape,    // w-1,h0
  class_before,    // c0,w-1
  classes_before,  // k-1,0
  classes_after,   // k0,1
};
constexpr std::size_t tag_pair_count = 8;

/// A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001): what each feature of a word says
/// for each tag, and what each tag says for the one after it. Immutable; shared by all threads.
class TagModel {
 public:
  /// Weights are stored in hundredths, so that a model reads the same on every machine.
  static constexpr float unit = 0.01F;

  /// Reads a model file: `#` lines are remarks; every other line is a feature's name, a tab and its weights in
  /// hundredths, one a tag, with blanks between them. The features `>none`, `>B:PERSON`, ... are the weights of
  /// what follows such a tag; `>` of what begins a run. `shown` names the file in errors. Throws Error{usage}.
  static TagModel parse(std::string_view text, const TagLabels& labels, const std::string& shown);

  /// The weights of features together; nothing for those that the model does not know.
  TagSum sum(std::initializer_list<std::string> features) const;
  /// Where the weights of the feature `name` + `seen` ("w-1=" + "leeds") lie, for add_row(); 0 where the model does not
  /// know it.
  std::uint32_t row_of(std::string_view name, std::string_view seen) const;
  void add_row(std::uint32_t row, TagSum& sum) const {
    if (row != 0) add(rows_.all()[row - 1], sum);
  }
  /// Adds the weights of a feature of two parts.
  void add_pair(TagPair pair, std::uint64_t first, std::uint64_t second, TagSum& sum) const {
    const std::uint64_t key = pair_key(pair, first, second);
    if (const Slot* slot = look_up(pairs_.all(), key)) add(rows_.all()[slot->row], sum);
  }
  static std::uint64_t part_hash(std::string_view part);
  /// In which features of two parts a part occurs at all, and where.
  std::uint16_t parts_of(std::string_view part) const;
  static constexpr std::uint16_t first_of(TagPair pair) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(pair));
  }
  static constexpr std::uint16_t second_of(TagPair pair) {
    return static_cast<std::uint16_t>(256U << static_cast<unsigned>(pair));
  }
  /// The weights of a feature; all 0 where the model does not know it.
  TagRow weights(std::string_view feature) const;

  /// The probability of each tag at each word, by the forward-backward algorithm; `rows` are the sums of weights
  /// of a run of words, and become probabilities.
  void to_probabilities(std::vector<TagRow>& rows) const;
  std::size_t size() const { return count_; }
  void save(ArchiveWriter& archive) const;
  /// The archive's bytes must outlive the model.
  static TagModel from(ArchiveReader& archive);

 private:
  using Stored = std::array<std::int16_t, tag_count + 1>;  // 16 bytes
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t row = 0;
  };
  static const Slot* look_up(std::span<const Slot> slots, std::uint64_t hash) {
    for (std::size_t at = hash & (slots.size() - 1); slots[at].hash != 0; at = (at + 1) & (slots.size() - 1)) {
      if (slots[at].hash == hash) return &slots[at];
    }
    return nullptr;
  }
  const Stored* find(std::uint64_t hash) const;
  void note_part(std::uint64_t part, std::uint16_t where);
  static std::uint64_t pair_key(TagPair pair, std::uint64_t first, std::uint64_t second) {
    const std::uint64_t mixed =
        ((first ^ (static_cast<std::uint64_t>(pair) + 1) * 0x9E3779B97F4A7C15ULL) * 0xD6E8FEB86659FD93ULL) ^ second;
    const std::uint64_t key = mixed * 0x9E3779B97F4A7C15ULL;
    return (key ^ key >> 32) | 1U;  // 0 is an empty slot
  }
  static void add(const Stored& row, TagSum& sum) {
    for (std::size_t tag = 0; tag < row.size(); ++tag) sum.of[tag] += row[tag];
  }
  void put(std::string_view feature, const Stored& row);
  void put_pair(std::string_view feature, std::uint32_t row);
  void set_follow(const TagLabels& labels);
  static void insert(std::vector<Slot>& slots, Slot slot);
  static void grow(std::vector<Slot>& slots);

  Store<Slot> slots_{};  // open addressing; hash 0 is an empty one
  Store<Stored> rows_{};
  Store<Slot> pairs_{};  // the same features once more, by their two parts
  Store<Slot> parts_{};  // of each part, as `row`: parts_of
  std::size_t count_ = 0, pair_count_ = 0, part_count_ = 0;
  std::array<TagRow, tag_count + 1> follow_{};  // exponentials; the last row: what begins a run
};

}  // namespace moniker::rules
