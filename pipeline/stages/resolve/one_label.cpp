// Whether a full name is a person's or a place's is told by the words beside it, and those differ from place to place.
// The register decides, then a first word that is a given name, then how often it was which: a person as long as it was
// not three times as often something else, since the finding of a person asks for more.
#include "resolve/one_label.hpp"

#include <optional>
#include <set>

#include "resolve/entities.hpp"
#include "resolve/person_name.hpp"

namespace moniker::resolve {
namespace {

constexpr std::uint64_t many_times = 3;

/// Of one full name, how often it was found as what.
struct Votes {
  std::uint64_t person = 0;
  std::map<std::string, std::uint64_t> things{};  // by label
};

class Election {
 public:
  Election(const Register& people, const Labels& known, const words::NameLists& lists, const words::Language& language)
      : known_(known), lists_(lists), language_(language), person_(label_meaning(known, Meaning::person)->name) {
    for (const Participant& one : people.people) registered_.insert(parse_person(one.name, language).squashed());
  }

  Relabelled run(std::vector<TranscriptMentions>& transcripts) {
    each(transcripts, [&](Mention& mention, const PersonName& name) { count(mention, name); });
    std::erase_if(votes_, [](const auto& one) { return one.second.person == 0 || one.second.things.empty(); });
    if (votes_.empty()) return {};
    Relabelled lost;
    each(transcripts, [&](Mention& mention, const PersonName& name) { relabel(mention, name, lost); });
    return lost;
  }

 private:
  /// Of every full name.
  template <class Take>
  void each(std::vector<TranscriptMentions>& transcripts, const Take& take) const {
    for (TranscriptMentions& transcript : transcripts) {
      for (Mention& mention : transcript.mentions) {
        const Meaning means = meaning_of(known_, mention.label);
        if (means != Meaning::person && means != Meaning::place && means != Meaning::organisation) continue;
        if (mention.surface.find_first_of(" -") == std::string::npos) continue;
        const PersonName name = parse_person(mention.surface, language_);
        if (name.complete()) take(mention, name);
      }
    }
  }

  void count(const Mention& mention, const PersonName& name) {
    Votes& votes = votes_[name.form()];
    if (mention.label == person_) {
      votes.person += mention.count;
    } else {
      votes.things[mention.label] += mention.count;
    }
  }

  std::string elected(const std::string& form, const PersonName& name) const {
    const Votes& votes = votes_.at(form);
    std::uint64_t most = 0;
    std::string thing;
    for (const auto& [label, times] : votes.things) {
      if (times > most) most = times, thing = label;
    }
    const bool person = registered_.contains(name.squashed()) || lists_.is_given(name.words.front()) ||
                        votes.person * many_times >= most;
    return person ? person_ : thing;
  }

  void relabel(Mention& mention, const PersonName& name, Relabelled& lost) const {
    const std::string form = name.form();
    if (!votes_.contains(form)) return;
    const std::string label = elected(form, name);
    if (mention.label == label || (mention.label != person_ && label != person_)) return;
    const auto form_as = [&](const std::string& as) {
      return as == person_ ? name.key() : normal_form(meaning_of(known_, as), mention.surface, language_);
    };
    lost[{mention.label, form_as(mention.label)}] = {label, form_as(label)};
    mention.label = label;
    mention.subtype.clear();
  }

  const Labels& known_;
  const words::NameLists& lists_;
  const words::Language& language_;
  std::string person_;
  std::set<std::string> registered_{};
  std::map<std::string, Votes> votes_{};
};

}  // namespace

Relabelled give_one_label(std::vector<TranscriptMentions>& transcripts, const Register& people, const Labels& known,
                          const words::NameLists& lists, const words::Language& language) {
  return Election(people, known, lists, language).run(transcripts);
}

}  // namespace moniker::resolve
