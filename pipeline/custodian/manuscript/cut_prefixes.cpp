// Prefixes that somebody cut short or changed once or twice: F5-2 among FG5-2, Ref. 21 among Referee 21, FG3-R2 for
// FG3-P2.
#include <algorithm>

#include "manuscript/used_ids.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t most_of_a_slip = 2, least_of_a_plan = 3, least_of_a_cut_word = 3;

bool has_the_same(const std::vector<UsedId>& many, const PaperId& id) {
  return std::any_of(many.begin(), many.end(), [&](const UsedId& one) {
    return one.id->digits == id.digits && group_digits(*one.id) == group_digits(id);
  });
}

/// Whether each of the few stands where some of the many do too: in sentences, in brackets.
bool stand_in_one_form(const std::vector<UsedId>& few, const std::vector<UsedId>& many) {
  return std::all_of(few.begin(), few.end(), [&](const UsedId& one) {
    return std::any_of(many.begin(), many.end(), [&](const UsedId& other) { return other.by->form == one.by->form; });
  });
}

/// Whether all that is told of one is told of another with the same number in the same group.
bool is_told_as_one(const UsedId& one, const std::vector<UsedId>& many) {
  return std::any_of(many.begin(), many.end(), [&](const UsedId& other) {
    if (other.id->digits != one.id->digits || group_digits(*other.id) != group_digits(*one.id)) return false;
    return std::all_of(one.by->attributes.begin(), one.by->attributes.end(), [&](const Attribute& has) {
      return std::any_of(other.by->attributes.begin(), other.by->attributes.end(),
                         [&](const Attribute& same) { return same.kind == has.kind && same.value == has.value; });
    });
  });
}

}  // namespace

std::string group_digits(const PaperId& id) {
  const std::size_t from = id.prefix.find_first_of("123456789");  // H09a is H9a
  const std::size_t end = std::min(id.prefix.find_first_not_of("0123456789", from), id.prefix.size());
  return from == std::string::npos ? std::string() : id.prefix.substr(from, end - from);
}

void add_cut_groups(const Ways& others, Ways& mixed) {
  for (const auto& [cut, few] : others) {
    const std::size_t lead = cut.find('#');
    if (lead == cut.npos || lead == 0 || few.size() > most_of_a_slip) continue;
    for (const auto& [whole, many] : others) {
      const bool longer = whole.size() == cut.size() + 1 && whole.find('#') == lead + 1 &&
                          whole.substr(lead + 1) == cut.substr(lead) && whole.starts_with(cut.substr(0, lead));
      if (longer && many.size() >= least_of_a_plan && has_the_same(many, *few.front().id))
        mixed[cut] = few, mixed[whole] = many;
    }
  }
}

void add_other_seats(const Ways& others, Ways& mixed) {
  for (const auto& [slip, few] : others) {
    const std::size_t seat = slip.find('#');
    if (few.size() != 1 || seat == slip.npos || few.front().by->attributes.empty()) continue;
    for (const auto& [plan, many] : others) {
      const bool other = plan != slip && plan.size() == slip.size() && plan.starts_with(slip.substr(0, seat + 1));
      if (other && many.size() >= least_of_a_plan && is_told_as_one(few.front(), many))
        mixed[slip] = few, mixed[plan] = many;
    }
  }
}

void add_cut_words(const std::vector<UsedId>& all, Ways& mixed) {
  Ways ways;
  for (const UsedId& one : all) {
    if (is_participant(*one.id) && one.by->form != AttributionForm::row) ways[one.id->family()].push_back(one);
  }
  for (const auto& [cut, few] : ways) {
    for (const auto& [word, many] : ways) {
      const bool of_word = cut.size() >= least_of_a_cut_word && word.size() > cut.size() + 1 && word.starts_with(cut) &&
                           many.front().id->is_word();
      if (of_word && stand_in_one_form(few, many) && few.size() <= most_of_a_slip && many.size() >= least_of_a_plan)
        mixed[cut] = few, mixed[word] = many;
    }
  }
}

}  // namespace moniker::custodian
