#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "resolve/numbering.hpp"
#include "resolve/same_talk.hpp"

namespace moniker::resolve {
namespace {

constexpr std::string_view role_kind = "role ";

std::string kind_of(const Participant& person, const NumberingOptions& options) {
  const auto role = options.role_prefixes.find(person.role);
  if (role == options.role_prefixes.end() || role->second == options.participant_prefix) return "participant";
  return std::string(role_kind) + role->second;
}

}  // namespace

std::vector<std::string> participant_keys(const Register& people) {
  std::map<std::string, int> namesakes;
  std::vector<std::string> keys;
  for (const Participant& person : people.people) {
    if (person.withdrawn) {
      keys.push_back(person.withdrawn->key);
      continue;
    }
    if (!person.number.empty()) {
      keys.push_back("number " + fold(person.number));
      continue;
    }
    const std::string name = fold(person.name);
    const int before = namesakes[name]++;
    keys.push_back("name " + name + (before == 0 ? "" : '\n' + std::to_string(before)));
  }
  return keys;
}

std::string shown_id(const Slot& slot, const NumberingOptions& options) {
  if (slot.kind == "participant") return fmt::format("{}{:02}", options.participant_prefix, slot.number);
  if (slot.kind.starts_with(role_kind)) return fmt::format("{}{}", slot.kind.substr(role_kind.size()), slot.number);
  return {};
}

std::string transcript_id(std::uint32_t number, const NumberingOptions& options) {
  return fmt::format("{}{:02}", options.transcript_prefix, number);
}

std::map<std::string, std::string> number_transcripts(const std::vector<TranscriptMentions>& transcripts,
                                                      Registry& registry, const NumberingOptions& options) {
  std::map<std::string, std::string> talks;  // by file
  for (const TranscriptMentions& transcript : transcripts) talks[transcript.file] = transcript.talk;
  std::vector<std::string> order;
  order.reserve(talks.size());
  for (const auto& [file, talk] : talks) order.push_back(file);
  if (options.shuffled) {
    // After the talk, so that not even the choice of a file name has a say.
    const auto place = [&](const std::string& file) {
      const std::string& talk = talks.at(file);
      return std::pair(registry.order(transcript_kind, talk.empty() ? file : talk), file);
    };
    std::sort(order.begin(), order.end(),
              [&](const std::string& a, const std::string& b) { return place(a) < place(b); });
  }
  std::map<std::string, std::string> ids;
  for (const std::string& file : order) {
    const std::uint32_t number = registry.number(transcript_kind, file);
    if (const std::string& talk = talks.at(file); !talk.empty()) registry.bind(transcript_kind, talk, number);
    ids[file] = transcript_id(number, options);
  }
  return ids;
}

std::vector<Slot> number_participants(const Register& people, Registry& registry, const NumberingOptions& options) {
  const auto keys = participant_keys(people);
  std::vector<Slot> slots(keys.size());
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    slots[i].kind = kind_of(people.people[i], options);
    order.push_back(i);
  }
  if (options.shuffled) {
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return registry.order(slots[a].kind, keys[a]) < registry.order(slots[b].kind, keys[b]);
    });
  }
  for (const std::size_t i : order) slots[i].number = registry.number(slots[i].kind, keys[i]);
  return slots;
}

}  // namespace moniker::resolve
