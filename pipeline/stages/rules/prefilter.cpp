#include "rules/prefilter.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace moniker::rules {
namespace {

constexpr std::int64_t set_memory = std::int64_t{64} << 20;
/// Expressions with words and gaps between them; those of digits and codes have none, and go well together.
constexpr std::size_t most_members = 30;

bool is_digits(const Gates::Needs& needs) {
  return !needs.empty() && std::all_of(needs.front().begin(), needs.front().end(), [](const std::string& piece) {
    return std::any_of(piece.begin(), piece.end(), is_ascii_digit);
  });
}

}  // namespace

Prefilter::Prefilter(std::vector<std::string> patterns, const Gates& gates)
    : patterns_(std::move(patterns)), group_of_(patterns_.size()) {
  enum Sort : std::size_t { open, digits, words };
  std::size_t last[] = {SIZE_MAX, SIZE_MAX, SIZE_MAX};
  constexpr std::size_t most[] = {64, 64, most_members};
  for (const Sort sort : {open, digits, words}) {
    for (std::uint32_t i = 0; i < patterns_.size(); ++i) {
      if (sort != (gates.is_open(i) ? open : is_digits(gates.needs(i)) ? digits : words)) continue;
      if (last[sort] == SIZE_MAX || groups_[last[sort]]->members.size() == most[sort]) {
        last[sort] = groups_.size();
        groups_.push_back(std::make_unique<Group>());
        groups_.back()->open = sort == open;
      }
      groups_[last[sort]]->members.push_back(i);
      group_of_[i] = static_cast<std::uint32_t>(last[sort]);
    }
  }
}

void Prefilter::narrow(std::string_view text, std::vector<std::uint32_t>& candidates) const {
  std::vector<std::uint32_t> found;
  for (const auto& group : groups_) {
    if (!group->open) break;
    match(*group, text, found);
  }
  std::sort(candidates.begin(), candidates.end(), [&](std::uint32_t a, std::uint32_t b) {
    return group_of_[a] != group_of_[b] ? group_of_[a] < group_of_[b] : a < b;
  });
  for (std::size_t begin = 0; begin < candidates.size();) {
    std::size_t end = begin + 1;
    while (end < candidates.size() && group_of_[candidates[end]] == group_of_[candidates[begin]]) ++end;
    // One expression is as fast by itself.
    if (end - begin == 1)
      found.push_back(candidates[begin]);
    else
      match(*groups_[group_of_[candidates[begin]]], text, found);
    begin = end;
  }
  std::sort(found.begin(), found.end());
  candidates.swap(found);
}

void Prefilter::match(Group& group, std::string_view text, std::vector<std::uint32_t>& found) const {
  std::call_once(group.once, [&] { compile(group); });
  std::vector<int> named;
  RE2::Set::ErrorInfo error{RE2::Set::kNoError};
  if (group.set) group.set->Match(text, &named, &error);
  if (!group.set || error.kind != RE2::Set::kNoError) {
    found.insert(found.end(), group.members.begin(), group.members.end());
    return;
  }
  for (const int i : named) found.push_back(group.members[static_cast<std::size_t>(i)]);
}

void Prefilter::compile(Group& group) const {
  RE2::Options options;
  options.set_log_errors(false);  // RE2 would print the pattern, and a study's patterns may hold names
  options.set_max_mem(set_memory);
  auto set = std::make_unique<RE2::Set>(options, RE2::UNANCHORED);
  for (const std::uint32_t i : group.members) {
    if (set->Add(patterns_[i], nullptr) < 0) return;
  }
  if (set->Compile()) group.set = std::move(set);
}

}  // namespace moniker::rules
