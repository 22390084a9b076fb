// Everybody of a study as they become known: who speaks, who is named, whom a form may mean in a transcript, and what
// was settled so far. How a form is judged stands in choice.cpp; in which order, in people.cpp.
#include "resolve/cast.hpp"

#include <algorithm>
#include <utility>

namespace moniker::resolve {
namespace {

Reason reason_of(const Choice& choice) {
  if (choice.told) return Reason::told;
  switch (choice.fit) {
    case Fit::full:
      return Reason::full_name;
    case Fit::own:
      return Reason::own_name;
    case Fit::alias:
      return Reason::alias;
    case Fit::short_form:
      return Reason::short_form;
    case Fit::initials:
      return Reason::initials;
    default:
      return Reason::slip;
  }
}

/// How well a name fits whom, by bearer. A register may have hundreds for a form that stands in thousands of places, so
/// that they are a list in order and no tree.
class HowWell {
 public:
  using All = std::vector<std::pair<std::size_t, Fit>>;

  /// Of two that tell of one, the first counts.
  explicit HowWell(const All& known) : all_(known) {
    std::stable_sort(all_.begin(), all_.end(), before);
    const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
    all_.erase(std::unique(all_.begin(), all_.end(), same), all_.end());
  }
  Fit& operator[](std::size_t bearer) {
    const std::pair wanted(bearer, Fit::none);
    const auto at = std::lower_bound(all_.begin(), all_.end(), wanted, before);
    return (at != all_.end() && at->first == bearer ? at : all_.insert(at, wanted))->second;
  }
  const All& all() const { return all_; }

 private:
  static bool before(const std::pair<std::size_t, Fit>& a, const std::pair<std::size_t, Fit>& b) {
    return a.first < b.first;
  }
  All all_;
};

}  // namespace

Cast::Cast(const Register& register_, const PersonForms& all_forms, const ResolveOptions& chosen,
           const words::NameLists& names, const words::Language& spoken)
    : people(register_), forms(all_forms), options(chosen), lists(names), language(spoken) {
  for (std::size_t i = 0; i < people.people.size(); ++i)
    bearers.push_back(bearer_of(people.people[i], i, lists, language));
  for (std::size_t i = 0; i < bearers.size(); ++i) index.add(bearers[i], i);
  for (const auto& [key, form] : forms) find_candidates(index, key, form.name);
}

void Cast::stop_comparing() {
  for (const Bearer& bearer : std::exchange(bearers, {})) result.genders.push_back(bearer.gender);
  index = strangers_index = {};
  fits.clear();
  presence.clear();
  told.clear();
}

std::size_t Cast::add_unnamed(char gender) {
  result.genders.push_back(gender);
  return result.genders.size() - 1;
}

void Cast::speak(const FileLabel& place, std::size_t bearer) {
  result.speakers[place] = bearer;
  presence[place.first].speaks.insert(bearer);
}

std::optional<std::size_t> Cast::speaker_of(const std::string& file, const std::string& label) const {
  const auto found = result.speakers.find({file, label});
  return found == result.speakers.end() ? std::nullopt : std::optional(found->second);
}

void Cast::add_name(std::size_t speaker, const PersonName& name) {
  Bearer& more = told.try_emplace(speaker, bearers[speaker]).first->second;
  more.add(name);
  if (name.words.size() == 1) more.surnames.insert(name.words.front());
}

void Cast::find_candidates(BearerIndex& from, const std::string& key, const PersonName& name) {
  std::vector<std::pair<std::size_t, Fit>>& found = fits[key];
  for (const std::size_t i : from.candidates(name, lists.nicknames)) {
    if (const Fit how = fit(name, bearers[i], lists); how != Fit::none) found.emplace_back(i, how);
  }
  // "the Shaws"
  if (!found.empty() || name.words.size() != 1 || name.words[0].size() <= 3 || !name.words[0].ends_with('s')) return;
  PersonName singular = name;
  singular.words[0].pop_back();
  for (const std::size_t i : from.candidates(singular, lists.nicknames)) {
    if (const Fit how = fit(singular, bearers[i], lists); how != Fit::none) found.emplace_back(i, how);
  }
}

std::vector<Candidate> Cast::candidates(const std::string& key, const PersonName& name, const std::string& file,
                                        std::optional<std::size_t> speaker) const {
  static const Presence nobody{};
  const auto there = presence.find(file);
  const Presence& here = there == presence.end() ? nobody : there->second;
  HowWell how_well(fits.at(key));
  std::set<std::size_t> by_themselves;
  for (const std::size_t stranger : here.strangers) {
    if (const Fit how = fit(name, bearers[stranger], lists); how != Fit::none) how_well[stranger] = how;
  }
  for (const std::size_t bearer : here.speaks) {
    const auto more = told.find(bearer);
    if (more == told.end()) continue;
    if (const Fit how = fit(name, more->second, lists); how > how_well[bearer])
      how_well[bearer] = how, by_themselves.insert(bearer);
  }
  std::vector<Candidate> list;
  list.reserve(how_well.all().size());
  for (const auto& [bearer, how] : how_well.all()) {
    if (how == Fit::none) continue;
    list.push_back({.bearer = bearer,
                    .fit = how,
                    .registered = registered(bearer),
                    .speaks = here.speaks.contains(bearer),
                    .named = here.named.contains(bearer),
                    .says_it = speaker == bearer,
                    .family = speaker && related(*speaker, bearer),
                    .known = here.known.contains(bearer),
                    .theirs = speaker && here.introduced.contains({bearer, *speaker}),
                    .told = by_themselves.contains(bearer)});
  }
  return list;
}

bool Cast::related(std::size_t a, std::size_t b) const {
  const auto& others = bearers[b].surnames;
  return std::any_of(bearers[a].surnames.begin(), bearers[a].surnames.end(),
                     [&](const std::string& surname) { return others.contains(surname); });
}

Occasion Cast::occasion(const PersonName& name, Manner manner) const {
  const bool common = name.words.size() == 1 && lists.is_common(name.words.front());
  return {.complete = name.complete(), .common = common, .manner = manner};
}

void Cast::settle(const Spot& spot, const Choice& choice, bool complete) {
  const bool firm = registered(*choice.bearer) && (choice.here || complete || choice.fit >= Fit::alias);
  result.meant[spot] = {*choice.bearer, firm, reason_of(choice)};
}

void Cast::ask(const Spot& spot, const Place& first, const Choice& choice) {
  if (!choice.asked.empty()) result.doubts.push_back({spot, first, false, choice.asked});
}

}  // namespace moniker::resolve
