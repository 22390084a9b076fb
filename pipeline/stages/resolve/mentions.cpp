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
  const auto [surface, manner] = person ? said_name(utterance.text, bytes, language_)
                                        : SaidName{utterance.text.substr(bytes.begin, bytes.size()), Manner::told};
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
