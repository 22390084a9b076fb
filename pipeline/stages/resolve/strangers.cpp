// People outside the register: those with a full name, those whom somebody introduces, and how far a name alone goes.
#include "resolve/strangers.hpp"

#include <algorithm>
#include <optional>

#include "resolve/circles.hpp"
#include "resolve/cliques.hpp"
#include "resolve/lone_names.hpp"
#include "words/role_label.hpp"

namespace moniker::resolve {
namespace {

constexpr auto nobody = static_cast<std::size_t>(-1);

/// Who was told of where, and by whom.
struct Introduced {
  KeptText file{};
  std::size_t bearer = 0, whose = nobody;
};

bool is_open(const Cast& cast, const PersonForms::value_type& entry) {
  return std::any_of(entry.second.uses.begin(), entry.second.uses.end(), [&](const auto& use) {
    return !cast.result.meant.contains({KeptText(entry.first), use.first});
  });
}

void add_bearer(Cast& cast, Bearer bearer, const std::vector<const PersonForms::value_type*>& forms) {
  const std::size_t at = cast.bearers.size();
  tell_gender(bearer, cast.lists);
  cast.strangers_index.add(bearer, at);
  cast.bearers.push_back(std::move(bearer));
  for (const auto* entry : forms) {
    for (const auto& [file, use] : entry->second.uses) {
      const Spot spot{KeptText(entry->first), file};
      if (!cast.result.meant.try_emplace(spot, Meant{at, false, Reason::full_name}).second) continue;
      if (use.count > 0) cast.presence[file.text()].named.insert(at);
      if (use.speaks) cast.presence[file.text()].speaks.insert(at);
    }
    cast.strangers[entry->first] = at;
  }
}

/// In a later interview people tell of those with whom they sat in a group.
void find_known(Cast& cast, const std::map<std::string, std::vector<std::size_t>>& speaks) {
  std::map<std::size_t, std::set<std::size_t>> met;
  for (const auto& [file, who] : speaks) {
    for (const std::size_t bearer : who)
      met[bearer].insert(cast.presence[file].speaks.begin(), cast.presence[file].speaks.end());
  }
  for (const auto& [file, who] : speaks) {
    for (const std::size_t bearer : who) cast.presence[file].known.insert(met[bearer].begin(), met[bearer].end());
  }
}

/// Whether somebody tells of another who is called as they are: Priya Nair of Dr Nair, her mother.
bool is_namesake(const std::vector<Candidate>& fitting, Manner manner) {
  return (manner == Manner::told || manner == Manner::taken_up) &&
         std::any_of(fitting.begin(), fitting.end(),
                     [](const Candidate& one) { return one.says_it && !one.told && one.fit >= Fit::alias; });
}

}  // namespace

/// People whose full names fit nobody of the register.
void add_strangers(Cast& cast) {
  std::vector<const PersonForms::value_type*> open;
  std::vector<Bearer> alone;
  BearerIndex index;
  for (const auto& entry : cast.forms) {
    if (!entry.second.name.complete() || !is_open(cast, entry)) continue;
    open.push_back(&entry);
    alone.emplace_back().add(entry.second.name);
    tell_gender(alone.back(), cast.lists);
    index.add(alone.back(), alone.size() - 1);
  }
  std::vector<std::pair<std::size_t, std::size_t>> edges;
  for (std::size_t i = 0; i < open.size(); ++i) {
    for (const std::size_t j : index.candidates(open[i]->second.name, cast.lists.nicknames)) {
      if (j == i) continue;
      const Fit how = fit(open[i]->second.name, alone[j], cast.lists);
      // What may be one name misspelt is taken for one where both spellings occur in a transcript.
      if (how >= Fit::short_form || (how == Fit::slip && meet(open[i]->second, open[j]->second)))
        edges.push_back({i, j});
    }
  }
  for (const auto& group : cliques(open.size(), edges)) {
    Bearer bearer;
    std::vector<const PersonForms::value_type*> members;
    for (const std::size_t member : group) {
      members.push_back(open[member]);
      bearer.add(open[member]->second.name);
    }
    add_bearer(cast, std::move(bearer), members);
  }
  for (const auto& [key, form] : cast.forms) {
    if (!form.name.complete()) cast.find_candidates(cast.strangers_index, key, form.name);
  }
}

/// Who asks speaks everywhere and ties nothing.
void find_circles(Cast& cast) {
  std::map<std::string, std::vector<std::size_t>> speaks;
  for (const auto& [file, presence] : cast.presence) {
    std::vector<std::size_t>& who = speaks[file];
    for (const std::size_t bearer : presence.speaks) {
      if (cast.registered(bearer) && !words::is_asking_role(cast.people.people[bearer].role, cast.language))
        who.push_back(bearer);
    }
  }
  find_known(cast, speaks);
  if (cast.options.lone_names_mean_one) {
    for (auto& [file, who] : speaks) who = {0};
  }
  cast.circles = circles(speaks);
  std::map<std::string, std::set<std::size_t>> tied;
  for (const auto& [file, who] : speaks) tied[cast.circles.at(file)].insert(who.begin(), who.end());
  for (const auto& [file, circle] : cast.circles) cast.result.circles[file] = tied[circle];
}

/// Who is told of as "a nurse called Peggy" or "my sister Kate", and is nobody who is known: from then on they are
/// there, for as long as the circle goes.
void add_introduced(Cast& cast) {
  std::vector<Introduced> introduced;
  std::map<std::tuple<std::string, std::string, std::size_t>, std::size_t> known;  // (circle, key, by whom)
  for (const auto& [key, form] : cast.forms) {
    if (form.name.complete()) continue;
    for (const auto& [file, use] : form.uses) {
      for (const auto& [voice, place] : use.voices) {
        const auto speaker = cast.speaker_of(file, voice.speaker);
        const std::vector<Candidate> fitting = cast.candidates(key, form.name, file, speaker);
        const bool told = voice.manner == Manner::introduced || voice.manner == Manner::of_family;
        if (!told && !is_namesake(fitting, voice.manner)) continue;
        const Choice choice = choose(fitting, cast.occasion(form.name, voice.manner));
        if (!told && (choice.bearer || !choice.asked.empty())) continue;
        const std::size_t whose = speaker.value_or(nobody);
        if (choice.bearer) {
          if (!cast.registered(*choice.bearer)) introduced.push_back({file, *choice.bearer, whose});
          continue;
        }
        const auto [at, fresh] = known.try_emplace({cast.circles.at(file), key, whose}, cast.bearers.size());
        if (fresh) cast.bearers.emplace_back().add(form.name);
        introduced.push_back({file, at->second, whose});
        cast.ask({.key = KeptText(key), .file = file}, place, choice);
      }
    }
  }
  for (const auto& [file, bearer, whose] : introduced) {
    Presence& here = cast.presence[file.text()];
    here.introduced.emplace(bearer, whose);
    here.strangers.push_back(bearer);
    here.named.insert(bearer);
  }
}

}  // namespace moniker::resolve
