#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "resolve/numbering.hpp"

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

std::map<std::string, std::string> number_transcripts(const std::vector<TranscriptMentions>& transcripts,
                                                      Registry& registry, const NumberingOptions& options) {
  std::set<std::string> files;
  for (const TranscriptMentions& transcript : transcripts) files.insert(transcript.file);
  std::map<std::string, std::string> ids;
  for (const std::string& file : files) {
    ids[file] = fmt::format("{}{:02}", options.transcript_prefix, registry.number("transcript", file));
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
