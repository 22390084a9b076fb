#include "resolve/things.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "base/fold.hpp"
#include "base/utf8.hpp"

namespace moniker::resolve {
namespace {

bool in_capitals(std::string_view surface) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < surface.size();) {
    const CodePoint c = code_point_at(surface, at);
    if (c.length == 0 || is_lower(c.value)) return false;
    letters += is_upper(c.value);
    at += c.length;
  }
  return letters >= 2;
}

/// "the LGI" is written in capitals as well.
bool abbreviated(std::string_view surface, const words::Language& language) {
  const std::size_t blank = surface.find(' ');
  if (blank != std::string_view::npos && language.articles.contains(fold(surface.substr(0, blank))))
    surface.remove_prefix(blank + 1);
  return in_capitals(surface);
}

/// Initials with and without small words: "university of leeds" is ul and uol.
std::vector<std::string> initials_of(const std::string& form, const words::Language& language) {
  std::string all, important;
  const auto words = folded_words(form);
  if (words.size() < 2) return {};
  for (const std::string& word : words) {
    all += word[0];
    if (!language.small_words.contains(word)) important += word[0];
  }
  if (all == important) return {all};
  return {all, important};
}

using Key = std::pair<std::string, std::string>;

/// Abbreviation -> what it is short for.
std::map<Key, Key> written_out(const Things& things, const words::Language& language) {
  std::map<Key, std::set<Key>> by_initials;
  for (const auto& [key, thing] : things) {
    if (thing.means != Meaning::organisation && thing.means != Meaning::place) continue;
    for (const std::string& initials : initials_of(key.second, language))
      by_initials[{key.first, initials}].insert(key);
  }
  std::map<Key, Key> result;
  for (const auto& [key, thing] : things) {
    if (!thing.capitals) continue;
    std::string letters = key.second;
    std::erase(letters, ' ');
    const auto there = by_initials.find({key.first, letters});
    if (there != by_initials.end() && there->second.size() == 1 && *there->second.begin() != key) {
      result.emplace(key, *there->second.begin());
    }
  }
  return result;
}

/// What a thing is mostly taken for: no matter where first, since files have no order that means anything.
std::string most_said(const std::map<std::string, std::uint64_t>& subtypes) {
  const auto worth = [](const auto& one) { return std::pair(!one.first.empty(), one.second); };
  return std::max_element(subtypes.begin(), subtypes.end(),
                          [&](const auto& a, const auto& b) { return worth(a) < worth(b); })
      ->first;
}

}  // namespace

Things collect_things(const std::vector<TranscriptMentions>& transcripts, const Labels& known,
                      const words::Language& language) {
  Things things;
  std::map<Key, std::map<std::string, std::uint64_t>> subtypes;
  for (const TranscriptMentions& transcript : transcripts) {
    for (const Mention& m : transcript.mentions) {
      const Meaning means = meaning_of(known, m.label);
      if (means == Meaning::person) continue;
      const std::string form = normal_form(means, m.surface, language);
      if (form.empty()) continue;
      const Place place{KeptText(transcript.file), m.first_turn, m.first_byte};
      const bool capitals = abbreviated(m.surface, language);
      const auto [at, fresh] = things.try_emplace({m.label, form}, Thing{means, "", place, capitals, 0, form});
      subtypes[at->first][m.subtype] += m.count;
      if (fresh) continue;
      Thing& thing = at->second;
      thing.capitals &= capitals;
      thing.first = std::min(thing.first, place);
    }
  }
  for (auto& [key, thing] : things) thing.subtype = most_said(subtypes.at(key));
  return things;
}

void number_things(Things& things, Registry& registry, const words::Language& language) {
  const auto meaning = written_out(things, language);
  std::map<Key, std::vector<Key>> groups;  // by the written-out form
  for (const auto& [key, thing] : things) {
    const auto meant = meaning.find(key);
    groups[meant == meaning.end() ? key : meant->second].push_back(key);
  }
  const auto first_of = [&](const std::vector<Key>& group) {
    Place first = things.at(group.front()).first;
    for (const Key& key : group) first = std::min(first, things.at(key).first);
    return first;
  };
  std::vector<std::pair<Place, Key>> order;
  for (const auto& [key, group] : groups) order.push_back({first_of(group), key});
  std::sort(order.begin(), order.end());
  for (const auto& [place, key] : order) {
    std::optional<std::uint32_t> number = registry.find(key.first, "form " + key.second);
    for (const Key& member : groups.at(key)) {
      if (!number) number = registry.find(member.first, "form " + member.second);
    }
    if (!number) number = registry.number(key.first, "form " + key.second);
    for (const Key& member : groups.at(key)) {
      Thing& thing = things.at(member);
      thing.number = registry.bind(member.first, "form " + member.second, *number);
      if (thing.number == *number) thing.form = key.second;
    }
  }
}

}  // namespace moniker::resolve
