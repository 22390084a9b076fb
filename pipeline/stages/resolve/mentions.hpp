#pragma once
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "moniker/finding.hpp"
#include "moniker/label.hpp"
#include "resolve/mention.hpp"
#include "words/language.hpp"

namespace moniker::resolve {

/// One more label of a transcript, with the places of the names in it; labels come sorted.
void add_label(TranscriptMentions& mentions, const std::string& label, const std::vector<ByteRange>& names);

/// Collects the mentions of one transcript while its utterances stream by: memory grows with the different forms. The
/// language outlives it.
class MentionCollector {
 public:
  explicit MentionCollector(const words::Language& language) : language_(language) {}
  /// Counts the turns as the written transcript does. Before the mentions of each utterance, found or not.
  void begin(const Utterance& utterance);
  void take(const Utterance& utterance, ByteRange bytes, const Label& label, const std::string& subtype);
  /// By first place.
  std::vector<Mention> mentions() const;
  std::size_t size() const { return mentions_.size(); }  // different forms

 private:
  using Form = std::tuple<std::string, std::string, std::string, std::string, Manner>;

  const words::Language& language_;
  std::map<Form, Mention> mentions_{};
  std::uint64_t turn_ = 0, next_turn_ = 0;
};

}  // namespace moniker::resolve
