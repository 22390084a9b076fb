// Who is meant when a name falls.
//
// The register comes first: a full name that fits somebody of it means them, also misspelt, with a short form
// of the given name, or with a title. Full names that fit nobody of the register make people of their own;
// "Katherine Shaw" and "Kate Shaw" are one where nothing contradicts (see cliques). Everything else ("Kate",
// "Mrs Shaw", "Kate S.", "KS") is a part of a name, and whom it means is decided per transcript, among all
// whom it fits:
//
//   1. who speaks in that transcript or is named there in full; of several, who speaks, then who is named in
//   full,
//      then who is named so most often. A tie decides nothing;
//   2. else the only one of the study whom it surely fits, wherever they speak. So "Kate" in somebody else's
//      interview is the participant Kate as long as no second Kate is known. It is the risk we take:
//      interviews of one study are about one place, and to split a person into two is the commoner mistake.
//      As soon as two fit, a bare name is nobody's: it becomes an entity of its own, one for the study,
//      rather than a guess;
//   3. else, for long names only, the only one whom it likely fits. A short word that merely sounds like a
//   name is
//      taken for that person in (1) only.
//
// Nothing here depends on the order of transcripts: all maps are sorted, and ties are left undecided.
#include "resolve/people.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "resolve/cliques.hpp"

namespace moniker::resolve {
namespace {

/// Who is present in a transcript.
struct Presence {
  std::set<std::size_t> speaks{};
  std::map<std::size_t, std::uint64_t> named{};  // in full, how often
};

struct Candidates {
  std::vector<std::size_t> sure{}, likely{};
  bool none() const { return sure.empty() && likely.empty(); }
};

class Resolver {
 public:
  Resolver(const Register& people, const PersonForms& forms, const words::Nicknames& nicknames,
           const words::Language& language)
      : forms_(forms), nicknames_(nicknames), language_(language) {
    for (std::size_t i = 0; i < people.people.size(); ++i)
      result_.bearers.push_back(bearer_of(people.people[i], i, language));
  }

  ResolvedPeople run(const std::vector<TranscriptMentions>& transcripts, const Claims& claims,
                     const NamedLabels& labels) {
    take_claims(transcripts, claims);
    for (std::size_t i = 0; i < result_.bearers.size(); ++i) index_.add(result_.bearers[i], i);
    find_candidates(true);
    add_unregistered();
    decide(true, true);   // full names in labels say who speaks,
    decide(true, false);  // full names in the talk who is named,
    find_candidates(false);
    decide(false, true);  // and then parts of names can be placed
    decide(false, false);
    add_undecided();
    for (const auto& [place, key] : labels) result_.speakers[place] = result_.in_file.at({place.first, key}).bearer;
    return std::move(result_);
  }

 private:
  void take_claims(const std::vector<TranscriptMentions>& transcripts, const Claims& claims) {
    for (const TranscriptMentions& transcript : transcripts) {
      for (const std::string& label : transcript.speakers) {
        const auto claim = claims.find({transcript.file, label});
        if (claim == claims.end()) continue;
        result_.speakers[claim->first] = claim->second;
        presence_[transcript.file].speaks.insert(claim->second);
        // What the register ties to somebody is one of their names: "Bobbie:" for Robert.
        const auto name = transcript.label_names.find(label);
        if (name != transcript.label_names.end())
          result_.bearers[claim->second].add(parse_person(name->second, language_));
      }
    }
  }

  void find_candidates(bool complete) {
    for (const auto& [key, form] : forms_) {
      if (form.name.complete() != complete) continue;
      candidates_[key] = candidates_for(form.name);
    }
  }

  Candidates candidates_for(const PersonName& name) {
    Candidates found;
    for (const std::size_t i : index_.candidates(name, nicknames_)) {
      const Fit how = fit(name, result_.bearers[i], nicknames_);
      if (how == Fit::sure) found.sure.push_back(i);
      if (how == Fit::likely) found.likely.push_back(i);
    }
    // "the Shaws"
    if (found.none() && name.words.size() == 1 && name.words[0].size() > 3 && name.words[0].ends_with('s')) {
      PersonName singular = name;
      singular.words[0].pop_back();
      return candidates_for(singular);
    }
    return found;
  }

  /// People whose full names fit nobody of the register.
  void add_unregistered() {
    std::vector<const PersonForms::value_type*> strangers;
    std::vector<Bearer> alone;
    BearerIndex index;
    for (const auto& entry : forms_) {
      if (!entry.second.name.complete() || !candidates_.at(entry.first).none()) continue;
      strangers.push_back(&entry);
      alone.emplace_back().add(entry.second.name);
      index.add(alone.back(), alone.size() - 1);
    }
    std::vector<std::pair<std::size_t, std::size_t>> edges;
    for (std::size_t i = 0; i < strangers.size(); ++i) {
      for (const std::size_t j : index.candidates(strangers[i]->second.name, nicknames_)) {
        if (j == i) continue;
        const Fit how = fit_full_name(strangers[i]->second.name, alone[j], nicknames_);
        // What may be one name misspelt is taken for one where both spellings occur in a transcript.
        if (how == Fit::sure || (how == Fit::likely && meet(strangers[i]->second, strangers[j]->second)))
          edges.push_back({i, j});
      }
    }
    for (const auto& group : cliques(strangers.size(), edges)) {
      const std::size_t at = result_.bearers.size();
      Bearer& bearer = result_.bearers.emplace_back();
      for (const std::size_t member : group) {
        bearer.add(strangers[member]->second.name);
        candidates_.at(strangers[member]->first).sure = {at};
      }
      index_.add(bearer, at);
    }
  }

  /// Both occur in some transcript.
  static bool meet(const PersonForm& a, const PersonForm& b) {
    return std::any_of(a.uses.begin(), a.uses.end(), [&](const auto& use) { return b.uses.contains(use.first); });
  }

  void decide(bool complete, bool labels) {
    std::map<std::string, Presence> gained;  // what one form says of a transcript must not sway the next form
    for (const auto& [key, form] : forms_) {
      if (form.name.complete() != complete) continue;
      for (const auto& [file, use] : form.uses) {
        if (use.speaks != labels) continue;
        const auto meant = choose(key, form.name, &presence_[file]);
        if (!meant) continue;
        result_.in_file[{file, key}] = *meant;
        if (labels) gained[file].speaks.insert(meant->bearer);
        const std::uint64_t times = use.count + (use.speaks ? 1 : 0);
        if (complete && times > 0) gained[file].named[meant->bearer] += times;
      }
      if (labels) continue;
      if (const auto meant = choose(key, form.name, nullptr)) result_.anywhere[key] = *meant;
    }
    for (auto& [file, more] : gained) {
      presence_[file].speaks.insert(more.speaks.begin(), more.speaks.end());
      for (const auto& [bearer, count] : more.named) presence_[file].named[bearer] += count;
    }
  }

  std::optional<Meant> choose(const std::string& key, const PersonName& name, const Presence* here) const {
    const Candidates& found = candidates_.at(key);
    if (here != nullptr) {
      for (const auto* tier : {&found.sure, &found.likely}) {
        bool tie = false;
        const auto best = most_present(*tier, *here, tie);
        if (best) return meant(*best, name, true);
        if (tie) return std::nullopt;
      }
    }
    if (found.sure.size() == 1) return meant(found.sure.front(), name, false);
    if (!found.sure.empty() || found.likely.size() != 1) return std::nullopt;
    constexpr std::size_t long_name = 8;
    if (!name.complete() && name.form().size() < long_name) return std::nullopt;
    return meant(found.likely.front(), name, false);
  }

  Meant meant(std::size_t bearer, const PersonName& name, bool present) const {
    return {bearer, result_.bearers[bearer].person.has_value() && (present || name.complete())};
  }

  /// `among` ascends. Either it or who is present may be thousands (a common name; a file of a gigabyte), hardly both.
  static std::optional<std::size_t> most_present(const std::vector<std::size_t>& among, const Presence& here,
                                                 bool& tie) {
    std::optional<std::size_t> best;
    std::tuple<bool, bool, std::uint64_t> highest{};
    const auto weigh = [&](std::size_t bearer) {
      if (!std::binary_search(among.begin(), among.end(), bearer)) return;
      const auto named = here.named.find(bearer);
      const std::uint64_t times = named == here.named.end() ? 0 : named->second;
      const std::tuple<bool, bool, std::uint64_t> rank{here.speaks.contains(bearer), times > 0, times};
      if (best && rank < highest) return;
      tie = best && rank == highest;
      best = bearer;
      highest = rank;
    };
    if (among.size() < here.speaks.size() + here.named.size()) {
      for (const std::size_t bearer : among) {
        if (here.speaks.contains(bearer) || here.named.contains(bearer)) weigh(bearer);
      }
    } else {
      for (const std::size_t bearer : here.speaks) weigh(bearer);
      for (const auto& [bearer, times] : here.named) {
        if (!here.speaks.contains(bearer)) weigh(bearer);
      }
    }
    if (tie) best.reset();
    return best;
  }

  /// What could not be placed becomes an entity of its form, one for the study. "Dot" and "Dorothy" are one
  /// where they occur together.
  void add_undecided() {
    std::vector<const PersonForms::value_type*> open;
    for (const auto& entry : forms_) {
      const bool somewhere = std::any_of(entry.second.uses.begin(), entry.second.uses.end(), [&](const auto& use) {
        return !result_.in_file.contains({use.first, entry.first});
      });
      if (somewhere || !result_.anywhere.contains(entry.first)) open.push_back(&entry);
    }
    for (const auto& group : cliques(open.size(), edges_between(open))) {
      const std::size_t at = result_.bearers.size();
      Bearer& bearer = result_.bearers.emplace_back();
      for (const std::size_t member : group) {
        const auto& [key, form] = *open[member];
        bearer.add(form.name);
        for (const auto& use : form.uses) result_.in_file.try_emplace({use.first, key}, Meant{at, false});
        result_.anywhere.try_emplace(key, Meant{at, false});
      }
    }
  }

  std::vector<std::pair<std::size_t, std::size_t>> edges_between(
      const std::vector<const PersonForms::value_type*>& open) const {
    std::map<std::string, std::vector<std::size_t>> by_form;
    for (std::size_t i = 0; i < open.size(); ++i) by_form[open[i]->second.name.form()].push_back(i);
    std::vector<std::pair<std::size_t, std::size_t>> edges;
    const auto join = [&](std::size_t i, const std::string& form, bool must_meet) {
      const auto there = by_form.find(form);
      if (there == by_form.end()) return;
      for (const std::size_t j : there->second) {
        const char a = open[i]->second.name.gender, b = open[j]->second.name.gender;
        if (a != 0 && b != 0 && a != b) continue;
        if (!must_meet || meet(open[i]->second, open[j]->second)) edges.push_back({i, j});
      }
    };
    for (std::size_t i = 0; i < open.size(); ++i) {
      join(i, open[i]->second.name.form(), false);
      for (const std::string& other : nicknames_.related(open[i]->second.name.form())) join(i, other, true);
    }
    return edges;
  }

  const PersonForms& forms_;
  const words::Nicknames& nicknames_;
  const words::Language& language_;
  ResolvedPeople result_{};
  BearerIndex index_{};
  std::map<std::string, Candidates> candidates_{};
  std::map<std::string, Presence> presence_{};
};

}  // namespace

ResolvedPeople resolve_people(const Register& people, const std::vector<TranscriptMentions>& transcripts,
                              const PersonForms& forms, const Claims& claims, const NamedLabels& labels,
                              const words::Nicknames& nicknames, const words::Language& language) {
  return Resolver(people, forms, nicknames, language).run(transcripts, claims, labels);
}

}  // namespace moniker::resolve
