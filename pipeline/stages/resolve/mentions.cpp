// Of people it counts who says their name and how, as both tell whom it means; of everything else the form is enough.
#include "resolve/mentions.hpp"

#include <algorithm>

#include "resolve/manner.hpp"

namespace moniker::resolve {

void MentionCollector::begin(const Utterance& utterance) {
  turn_ = next_turn_;
  next_turn_ += is_written(utterance.part);
}

void MentionCollector::take(const Utterance& utterance, ByteRange bytes, const Label& label,
                            const std::string& subtype) {
  const bool person = label.means == Meaning::person;
  const std::string speaker = person ? utterance.speaker : std::string();
  const auto [surface, manner] = said_name(utterance.text, bytes, label.means, language_);
  Mention& mention = mentions_[{label.name, subtype, surface, speaker, manner}];
  if (mention.count++ > 0) return;
  mention = {.label = label.name,
             .subtype = subtype,
             .surface = surface,
             .count = 1,
             .first_turn = turn_,
             .first_byte = bytes.begin,
             .speaker = speaker,
             .manner = manner};
}

void add_label(TranscriptMentions& mentions, const std::string& label, const std::vector<ByteRange>& names) {
  mentions.speakers.push_back(label);
  if (names.empty()) return;
  const ByteRange whole{names.front().begin, names.back().end};
  mentions.label_names[label] = label.substr(whole.begin, whole.size());
}

std::vector<Mention> MentionCollector::mentions() const {
  std::vector<Mention> list;
  for (const auto& [form, mention] : mentions_) list.push_back(mention);
  const auto rank = [](const Mention& m) {
    return std::tie(m.first_turn, m.first_byte, m.label, m.subtype, m.surface, m.speaker, m.manner);
  };
  std::sort(list.begin(), list.end(), [&](const Mention& a, const Mention& b) { return rank(a) < rank(b); });
  return list;
}

}  // namespace moniker::resolve
