// What a breakdown counts side by side excludes each other: nobody is based in the community and on the obstetric unit,
// where the paper breaks its sample down by these.
#include <fmt/format.h>

#include <algorithm>

#include "base/fold.hpp"
#include "manuscript/paper_findings.hpp"
#include "manuscript/table_people.hpp"

namespace moniker::custodian {
namespace {

/// The role that a label tells; empty where it tells none, any, or more than that ("first-year student").
std::string role_in(const std::vector<Attribute>& told) {
  std::string role;
  for (const Attribute& one : told) {
    if (one.kind != "role") return {};
    if (one.value != "*") role = one.value;
  }
  return role;
}

/// "15 paramedics, seven technicians and four specialist paramedics": of two labels that the language takes for one
/// role, each is a kind of its own.
std::vector<bool> counted_apart(const std::vector<std::string>& roles) {
  std::vector<bool> apart;
  for (const std::string& role : roles)
    apart.push_back(!role.empty() && std::count(roles.begin(), roles.end(), role) > 1);
  return apart;
}

/// Where the language knows some of a breakdown's parts and not the others (community, obstetric unit), those that it
/// knows are of the breakdown's kind too.
void add_mixed_kinds(PaperTalk& talk, const ColumnValues& mixed, const PaperWords& words) {
  for (Attribution& one : talk.attributions) {
    std::vector<Attribute> more;
    for (const Attribute& attribute : one.attributes) {
      const auto found = mixed.find(plain_label(attribute.written, words));
      if (attribute.kind.empty() || attribute.kind.starts_with("of ") || found == mixed.end() ||
          found->second.size() != 1)
        continue;
      Attribute also = attribute;
      also.kind = *found->second.begin();
      also.value = attribute.written;
      more.push_back(std::move(also));
    }
    one.attributes.insert(one.attributes.end(), more.begin(), more.end());
  }
}

/// "a practitioner without responsibility for a room" is a practitioner, where the paper counts these: by what stands
/// before the rest.
void name_heads(PaperTalk& talk, const ColumnValues& kinds, const PaperWords& words) {
  for (Attribution& one : talk.attributions) {
    for (Attribute& attribute : one.attributes) {
      const bool open = attribute.kind.empty() || attribute.value == "*";
      const std::string plain = open ? plain_label(attribute.written, words) : std::string();
      for (std::size_t at = plain.find(' '); at != plain.npos; at = plain.find(' ', at + 1)) {
        const std::size_t end = std::min(plain.find(' ', at + 1), plain.size());
        if (!is_one_of(std::string_view(plain).substr(at + 1, end - at - 1), words.head_ends)) continue;
        const auto found = kinds.find(plain.substr(0, at));
        if (found == kinds.end() || found->second.size() != 1) break;
        attribute.kind = *found->second.begin();
        attribute.value = attribute.written = plain.substr(0, at);
        break;
      }
    }
  }
}

/// "six taught science, five mathematics, four languages": what each is of, a word; none where one has no such word.
std::vector<std::string> subjects_of(const Breakdown& one, const PaperWords& words) {
  std::vector<std::string> subjects;
  for (const BreakdownPart& part : one.parts) {
    const auto label = folded_words(part.label);
    const bool own = !label.empty() && label.size() <= 2 && label.back().size() > 3 &&
                     !words.people.contains(label.back()) && attributes_of(label.back(), 0, words).front().kind.empty();
    if (!own) return {};
    subjects.push_back(label.back());
  }
  return subjects;
}

/// A "history trainee" is no "mathematics trainee".
void add_subjects(PaperTalk& talk, const ColumnValues& subjects) {
  for (Attribution& one : talk.attributions) {
    std::vector<Attribute> more;
    for (const Attribute& attribute : one.attributes) {
      const auto said = folded_words(attribute.written);
      const auto found = said.size() == 2 ? subjects.find(said[0]) : subjects.end();
      const bool what = attribute.kind.empty() || attribute.kind == "role" || attribute.kind == "seniority";
      if (!what || found == subjects.end() || found->second.size() != 1) continue;
      more.push_back({*found->second.begin(), said[0], attribute.written, attribute.slot, {}});
    }
    one.attributes.insert(one.attributes.end(), more.begin(), more.end());
  }
}

}  // namespace

std::string plain_label(std::string_view label, const PaperWords& words) {
  std::string plain = fold(label);
  for (std::size_t at = plain.find(' '); at != plain.npos; at = plain.find(' ')) {
    const std::string_view first = std::string_view(plain).substr(0, at), rest = std::string_view(plain).substr(at + 1);
    const bool people = words.people.contains(std::string(first)) &&
                        is_one_of(rest.substr(0, rest.find(' ')), words.label_leads);  // "nurses were based in"
    if (!people && !is_one_of(first, words.label_leads)) break;
    plain.erase(0, at + 1);
  }
  if (plain.size() > 3 && plain.ends_with('s') && !plain.ends_with("ss")) plain.pop_back();
  return plain;
}

void name_kinds(PaperTalk& talk, const std::vector<Breakdown>& breakdowns, const PaperWords& words) {
  ColumnValues kinds, mixed, subjects;
  for (const Breakdown& one : breakdowns) {
    if (one.percent || one.parts.size() < 2 || one.verdict == Breakdown::Verdict::open) continue;
    std::vector<std::string> labels, roles;
    std::size_t known = 0;
    for (const BreakdownPart& part : one.parts) {
      labels.push_back(plain_label(part.label, words));
      const auto told = attributes_of(labels.back(), 0, words);
      roles.push_back(role_in(told));
      known += !told.empty() && !told.front().kind.empty();
    }
    const std::string kind = fmt::format("of {}", fmt::join(labels, ", "));
    for (const std::string& subject : subjects_of(one, words)) subjects[subject].insert("one " + kind);
    const std::vector<bool> apart = counted_apart(roles);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      if (labels[i].empty() || labels[i].size() >= 40) continue;
      kinds[labels[i]].insert(kind);
      if ((known > 0 && known < labels.size()) || apart[i]) mixed[labels[i]].insert((apart[i] ? "one " : "") + kind);
    }
  }
  name_heads(talk, kinds, words);
  name_kinds(talk, kinds, [&](const std::string& value) { return plain_label(value, words); });
  add_mixed_kinds(talk, mixed, words);
  add_subjects(talk, subjects);
}

}  // namespace moniker::custodian
