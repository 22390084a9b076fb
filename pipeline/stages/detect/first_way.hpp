#pragma once
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "detect/detector.hpp"
#include "detect/search.hpp"

namespace moniker::detect {

/// The first way over one transcript, utterance by utterance: search, resolve overlaps, learn.
class FirstWay {
 public:
  FirstWay(const rules::RuleSet& rules, std::shared_ptr<const KnownPeople> people,
           Search::Tagging tagging = Search::Tagging::on)
      : rules_(rules), people_(rules.compiled(), std::move(people)), search_(rules, tagging) {}

  /// Learns the speaker's label and gathers all claims on the utterance; they stay until the next call.
  const Claims& look(const Utterance& utterance);
  /// Which of the claims just gathered stay, ascending and not overlapping; learns from them.
  std::vector<Finding> conclude(const Utterance& utterance);

  /// Another transcript begins: what was learned is forgotten.
  void begin_again();
  Search& search() { return search_; }
  void trace_to(rules::Trace* trace) {
    trace_ = trace;
    search_.trace_to(trace);
  }
  const LearnedNames& learned() const { return learned_; }
  /// Of the utterance looked at last.
  const words::Words& words() const { return search_.words(); }
  std::vector<ByteRange> names_in_label(std::string_view speaker);

 private:
  bool uncased() const;
  void learn_label(const std::string& label);
  void teach(const Claims& claims, const Finding& finding);

  const rules::RuleSet& rules_;
  RegisterNames people_;
  Search search_;
  const Claims* claims_ = nullptr;
  LearnedNames learned_{};
  std::set<std::string> labels_{};  // speaker labels that were read
  std::uint64_t words_ = 0, capitals_ = 0;
  rules::Trace* trace_ = nullptr;
};

}  // namespace moniker::detect
