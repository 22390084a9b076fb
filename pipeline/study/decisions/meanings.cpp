// Whom people say a name means, put over what was worked out. A form that is said of anywhere is led to somebody else
// in the whole study, or in one transcript; who is left without a form is named nowhere and stands in no table.
#include "decisions/meanings.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/keyed_hash.hpp"

namespace moniker::study {
namespace {

using resolve::Assignment;
using resolve::KeptText;
using resolve::LocalForm;

/// The assignment's names by their hashes, as they were before anybody decided.
class MeaningsBook {
 public:
  MeaningsBook(const Secret<32>& key, const SpeakerLabels& labels, Assignment& assignment, resolve::Registry& registry)
      : assignment_(assignment), registry_(registry) {
    for (const auto& [form, index] : assignment.forms) note(key, form.first, form.second);
    for (const auto& [place, index] : assignment.local_forms) note(key, place.label, place.form);
    for (const auto& [file, label] : labels) speakers_[hashed_speaker(key, label).hash].emplace_back(file, label);
    for (const auto& [file, id] : assignment.transcripts) files_[id].insert(file);
  }

  /// Whether it changed, or already is, what was decided.
  bool settle(const Decision& decision) {
    if (!decision.transcript.empty() && !files_.contains(decision.transcript)) return false;
    const auto target = target_of(decision);
    if (!target) return false;
    bool found = false;
    for (const HashedName& name : decision.names)
      found |= name.label.empty() ? lead_speaker(decision, name, *target) : lead_form(decision, name, *target);
    return found;
  }

  /// Questions about nobody any more are answered; so are those about who was said to be somebody of their own.
  void drop_answered() {
    std::set<std::uint32_t> named;
    for (const auto& [form, index] : assignment_.forms) named.insert(index);
    for (const auto& [place, index] : assignment_.local_forms) named.insert(index);
    for (const auto& [place, index] : assignment_.speakers) named.insert(index);
    std::erase_if(assignment_.questions, [&](const resolve::Question& question) {
      return !named.contains(question.entity) || of_their_own_.contains(question.entity);
    });
  }

 private:
  using Form = std::pair<std::string, std::string>;  // label, form

  void note(const Secret<32>& key, const std::string& label, const std::string& form) {
    forms_[hashed_form(key, label, form).hash] = {label, form};
  }

  std::optional<std::uint32_t> target_of(const Decision& decision) {
    if (decision.act == Act::apart) return somebody_new(decision);
    if (decision.like) {
      const auto form = forms_.find(decision.like->hash);
      if (form == forms_.end()) return remembered(decision);
      const auto index = means(form->second);
      if (index && assignment_.entities[*index].participant.empty()) {
        const resolve::Entity& entity = assignment_.entities[*index];
        registry_.bind(entity.label, "like " + decision.like->hash, entity.number);
      }
      return index;
    }
    for (std::uint32_t i = 0; i < assignment_.entities.size(); ++i) {
      if (assignment_.entities[i].participant == decision.target && !decision.target.empty()) return i;
    }
    return std::nullopt;
  }

  /// Who is called by that name in nothing that is left but transcripts that were put away.
  std::optional<std::uint32_t> remembered(const Decision& decision) {
    for (const HashedName& name : decision.names) {
      const auto number = name.label.empty() ? std::nullopt : registry_.find(name.label, "like " + decision.like->hash);
      if (number) return numbered({.label = name.label, .number = *number});
    }
    return std::nullopt;
  }

  /// The one of that number, who is added where nobody has it.
  std::uint32_t numbered(resolve::Entity entity) {
    for (std::uint32_t i = 0; i < assignment_.entities.size(); ++i) {
      const resolve::Entity& known = assignment_.entities[i];
      if (known.label == entity.label && known.number == entity.number && known.participant.empty()) return i;
    }
    assignment_.entities.push_back(std::move(entity));
    return static_cast<std::uint32_t>(assignment_.entities.size() - 1);
  }

  std::optional<std::uint32_t> means(const Form& form) const {
    if (const auto there = assignment_.forms.find(form); there != assignment_.forms.end()) return there->second;
    for (const auto& [place, index] : assignment_.local_forms) {
      if (place.label == form.first && place.form == form.second) return index;
    }
    return std::nullopt;
  }

  /// Who had nothing but these names is somebody of their own already, and keeps the number.
  std::optional<std::uint32_t> somebody_new(const Decision& decision) {
    std::optional<std::uint32_t> before;
    for (const HashedName& name : decision.names) {
      const auto form = forms_.find(name.hash);
      if (!name.label.empty() && form != forms_.end() && !before) before = means(form->second);
    }
    if (!before) return std::nullopt;
    if (assignment_.entities[*before].participant.empty() && has_no_other(*before, decision)) {
      of_their_own_.insert(*before);
      return before;
    }
    resolve::Entity entity = assignment_.entities[*before];
    const std::string purpose = "apart " + decision.transcript + " " + decision.names.front().hash;
    entity.label = decision.names.front().label;
    entity.participant.clear();
    entity.withdrawn = false;
    entity.number = registry_.number(entity.label, purpose);
    return numbered(std::move(entity));
  }

  bool has_no_other(std::uint32_t index, const Decision& decision) const {
    if (!decision.transcript.empty()) return false;
    std::set<Form> decided;
    for (const HashedName& name : decision.names) {
      if (const auto form = forms_.find(name.hash); form != forms_.end()) decided.insert(form->second);
    }
    const auto other = [&](const Form& form, std::uint32_t whose) { return whose == index && !decided.contains(form); };
    return std::none_of(assignment_.forms.begin(), assignment_.forms.end(),
                        [&](const auto& entry) { return other(entry.first, entry.second); }) &&
           std::none_of(assignment_.local_forms.begin(), assignment_.local_forms.end(), [&](const auto& entry) {
             return other({entry.first.label, entry.first.form}, entry.second);
           });
  }

  bool is_law(const LocalForm& place, std::uint32_t index) const {
    if (assignment_.entities[index].participant.empty()) return false;
    const auto ground = assignment_.grounds.find(place);
    return ground != assignment_.grounds.end() && ground->second.reason == resolve::Reason::full_name;
  }

  bool lead_form(const Decision& decision, const HashedName& name, std::uint32_t target) {
    const auto known = forms_.find(name.hash);
    if (known == forms_.end()) return false;
    const auto& [label, form] = known->second;
    const auto anywhere = assignment_.forms.find(known->second);
    if (anywhere != assignment_.forms.end() &&
        is_law({.label = KeptText(label), .form = KeptText(form)}, anywhere->second))
      return false;
    bool found = false;
    if (decision.transcript.empty() && anywhere != assignment_.forms.end()) {
      anywhere->second = target;
      found = true;
    }
    for (auto& [place, index] : assignment_.local_forms) {
      if (place.label != label || place.form != form || is_law(place, index)) continue;
      if (!decision.transcript.empty() && !files_.at(decision.transcript).contains(place.file)) continue;
      index = target;
      found = true;
    }
    if (decision.transcript.empty()) return found;
    resolve::Texts& texts = assignment_.texts;
    for (const std::string& file : files_.at(decision.transcript))
      assignment_.local_forms[{texts.keep(file), texts.keep(label), texts.keep(form)}] = target;
    return true;
  }

  bool lead_speaker(const Decision& decision, const HashedName& name, std::uint32_t target) {
    const auto known = speakers_.find(name.hash);
    if (known == speakers_.end()) return false;
    bool found = false;
    for (const auto& place : known->second) {
      if (!decision.transcript.empty() && !files_.at(decision.transcript).contains(place.first)) continue;
      if (!name.transcript.empty() && assignment_.transcripts.at(place.first) != name.transcript) continue;
      const auto ground = assignment_.speaker_grounds.find(place);
      if (ground != assignment_.speaker_grounds.end() && ground->second.reason == resolve::Reason::session) continue;
      assignment_.speakers[place] = target;
      found = true;
    }
    return found;
  }

  Assignment& assignment_;
  resolve::Registry& registry_;
  std::map<std::string, Form> forms_{};                   // by hash
  std::map<std::string, SpeakerLabels> speakers_{};       // by hash
  std::map<std::string, std::set<std::string>> files_{};  // by transcript
  std::set<std::uint32_t> of_their_own_{};
};

}  // namespace

HashedName hashed_form(const Secret<32>& key, const std::string& label, std::string_view form) {
  return {.label = label, .hash = hex(keyed_hash(key, "name " + label, form)).substr(0, 32)};
}

HashedName hashed_speaker(const Secret<32>& key, std::string_view speaker) {
  return {.hash = hex(keyed_hash(key, "speaker", speaker)).substr(0, 32)};
}

std::size_t settle_meanings(const std::vector<Decision>& holding, const Secret<32>& key, const SpeakerLabels& labels,
                            resolve::Assignment& assignment, resolve::Registry& registry) {
  const auto is_of_names = [](const Decision& d) { return d.act == Act::means || d.act == Act::apart; };
  if (std::none_of(holding.begin(), holding.end(), is_of_names)) return 0;
  MeaningsBook book(key, labels, assignment, registry);
  std::size_t lost = 0;
  for (const Decision& decision : holding) {
    if (is_of_names(decision) && !book.settle(decision)) ++lost;
  }
  book.drop_answered();
  return lost;
}

}  // namespace moniker::study
