#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/keyed_hash.hpp"
#include "review/talk.hpp"

namespace moniker::study {

/// Where some words stand.
struct SeenPlace {
  std::size_t transcript = 0;    // among ReviewedStudy::transcripts
  std::uint64_t turn = 0;        // as the written transcript counts, from 0
  std::uint32_t begin = 0;       // byte in the turn as delivered
  std::uint32_t occurrence = 0;  // which of the same words in that turn
  std::string speaker{};
  InSentence said{};
};

/// What was found of one thing: an entity, or where nobody knows which, its words.
struct SeenThing {
  std::string entity{};  // ID04, PERSON_3; empty where nobody knows
  std::string label{};
  std::map<std::string, std::uint64_t> forms{};         // as written -> how often
  std::map<std::size_t, std::uint64_t> transcripts{};   // by place in the study -> how often
  std::map<std::string, std::uint64_t> stands_there{};  // what stands in its place -> how often
  std::uint64_t mentions = 0, doubtful = 0;
  struct Doubt {
    SeenPlace place{};
    std::string rule{};
    float score = 0;
  };
  std::vector<Doubt> doubts{};     // every doubtful mention, in order
  std::vector<SeenPlace> first{};  // the first few of all mentions
};

/// A word that was left alone.
struct LeftWord {
  std::string word{};  // as written first
  std::uint64_t count = 0;
  SeenPlace first{};
};

/// What may be drawn into the sample: a turn of some length.
struct Passage {
  Digest order{};  // drawn by the study's key: the same passages whoever looks and whenever
  std::size_t transcript = 0;
  TalkTurn turn{};
  bool operator<(const Passage& other) const { return order < other.order; }
};

struct SurveyedTranscript {
  std::uint64_t turns = 0, found = 0, doubtful = 0;
  std::string trouble{};  // why it could not be read through
};

/// All transcripts of a study gone through once: what the lists of a review are made of. Grows with what was found, not
/// with the talk.
struct Survey {
  std::vector<SurveyedTranscript> transcripts{};                      // as the study's
  std::map<std::pair<std::string, std::string>, SeenThing> things{};  // by (label, entity or folded words)
  std::vector<LeftWord> left{};                                       // most frequent last, alphabetical
  std::vector<Passage> passages{};                                    // in the order in which they are drawn
};
Survey survey(const ReviewedStudy& reviewed);

}  // namespace moniker::study
