#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace moniker::study {

/// What a person can decide.
enum class Act : std::uint8_t {
  replace,     // words are somebody or something: masked as their label
  keep,        // words are harmless
  means,       // names or a speaker are somebody: of the register, or whom another name means
  apart,       // names are somebody of their own
  supersedes,  // a transcript stands in the place of an earlier one
  looked,      // a passage of the sample was read; `label` is what was missed in it, empty: nothing
  signed_off,  // a transcript is done
  assigned,    // a transcript is somebody's to review
  undo         // an earlier decision does not hold any more
};
std::string_view act_name(Act act);
/// Throws std::out_of_range for what is none.
Act act_named(std::string_view name);

/// Words as nobody can read them (detect/decided.hpp), and whether a capital tells them from an ordinary word.
struct WordsDecided {
  std::vector<std::string> words{};
  bool capital = false;
  bool operator==(const WordsDecided&) const = default;
};

/// Where in a transcript words stand, so that they are found again in a corrected one.
struct PlaceInTalk {
  std::uint64_t turn = 0;         // as the written transcript counts, from 0
  std::uint32_t occurrence = 0;   // which of the same words in that turn
  std::string said{};             // keyed hash of the turn's words
  std::string before{}, after{};  // of the words beside
  bool operator==(const PlaceInTalk&) const = default;
};

/// A name as the study's assignment keys it, or a speaker's label: its keyed hash.
struct HashedName {
  std::string label{};  // PERSON; empty: a speaker's label
  std::string hash{};
  std::string transcript{};  // of a speaker's label: where; empty: anywhere
  bool operator==(const HashedName&) const = default;
};

/// What somebody decided: plain data that names nobody.
struct Decision {
  std::uint64_t number = 0;  // from 1, in the order in which they were taken
  Act act = Act::replace;
  std::vector<WordsDecided> forms{};   // replace, keep: any of these words
  std::string label{};                 // replace: as which; looked: what was missed
  std::string transcript{}, file{};    // T03 and its file's key, where it is of one transcript; empty: of all
  std::optional<PlaceInTalk> place{};  // of one place there; looked: the turn alone
  std::vector<HashedName> names{};     // means, apart
  std::string target{};                // means: ID04; supersedes: T07; assigned: who reviews
  std::optional<HashedName> like{};    // means: whom another name means
  std::string shown{};                 // how it was called when it was decided: PERSON_3; of no effect
  std::uint64_t undoes = 0;            // undo
  bool blind = false;                  // a second reviewer's opinion: it has no effect
  std::string by{}, when{}, why{};     // when: 2026-03-12T09:30:00Z
  std::string before{};                // digest of the decision before it, in hex
  std::uint64_t undone_by = 0;         // not kept: what reading all of them shows; 0: it holds
  bool operator==(const Decision&) const = default;
};

/// Whether both are of the same words, place, names or transcript, so that the later one stands.
bool same_object(const Decision& one, const Decision& other);
/// Whether they say different things of it.
bool contrary(const Decision& one, const Decision& other);
/// Whether all that the earlier one was of is the later one's too: the earlier says nothing any more.
bool covers(const Decision& later, const Decision& earlier);

/// One line of JSON, and back. Throws what the JSON library does, std::out_of_range for an unknown act.
std::string to_line(const Decision& decision);
Decision decision_from(std::string_view line);

}  // namespace moniker::study
