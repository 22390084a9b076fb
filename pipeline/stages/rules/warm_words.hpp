#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/archive.hpp"
#include "rules/wake_states.hpp"

namespace moniker::rules {

/// A rule of which a match may begin with a word, and where its automaton stands behind the word; `ended`: a match may
/// end within it already. `ahead` is what may come behind the word and one blank; all else follows from the state.
struct Begun {
  static constexpr WakeStates::Number ended = UINT32_MAX;
  std::uint32_t rule = 0;
  WakeStates::Number state = ended;
  WakeStates::Reached blank{0};  // behind the word and one blank
  WakeStates::Ahead ahead{WakeStates::Ahead::any, WakeStates::Ahead::any};
  bool operator==(const Begun& other) const { return rule == other.rule && state == other.state; }
};

/// What a word begins, of the rules of one kind.
struct Begins {
  std::span<const Begun> begun{};
  WakeStates::Ahead ahead{};               // of any of them
  std::span<const std::uint64_t> rules{};  // a bit a rule; `begun` is in their order
};

/// Each of these once, by number; many words begin the same.
struct BeginsTable {
  struct Part {
    std::uint32_t from = 0, count = 0;  // in begun
    WakeStates::Ahead ahead{};
  };
  Store<Part> parts{};
  Store<Begun> begun{};
  Store<std::uint64_t> rules{};  // `blocks` of each part
  std::uint32_t blocks = 0;

  std::uint32_t size() const { return static_cast<std::uint32_t>(parts.all().size()); }
  std::uint32_t add(std::span<const Begun> more);
  Begins operator[](std::uint32_t number) const {
    const Part& part = parts.all().data()[number];  // asked for nearly every word, so no bounds are looked at
    return {{begun.all().data() + part.from, part.count},
            part.ahead,
            {rules.all().data() + std::size_t{number} * blocks, blocks}};
  }
};

/// What the words begin that are said most, worked out when rules are compiled; mapped, and shared by processes.
struct WarmWords {
  static constexpr std::size_t kinds = 3;  // WakeProgram::Awake
  struct Entry {
    std::uint64_t hash = 0;                     // Word::hash
    std::uint32_t begin = 0, size = 0;          // its letters, in `letters`
    std::array<std::uint32_t, kinds> begins{};  // in `table`
  };
  Store<Entry> entries{};
  Store<char> letters{};
  Store<std::uint32_t> index{};  // of entries by their hash, plus 1: open addressing; only of a finished one
  BeginsTable table{};

  const Entry* find(std::uint64_t hash, std::string_view written) const;
  void add(std::uint64_t hash, std::string_view written, const std::array<std::uint32_t, kinds>& begins);
  void finish();
  void save(ArchiveWriter& archive) const;
  static WarmWords from(ArchiveReader& archive);
};

}  // namespace moniker::rules
