// Whether two values of one kind may be told of one person: ages a birthday apart, "physio" and "physiotherapist",
// years in a job and years in a post.
#include <algorithm>
#include <cstdlib>

#include "base/text.hpp"
#include "manuscript/attributes.hpp"
#include "manuscript/item_words.hpp"

namespace moniker::custodian {
namespace {

/// The first number of a value in digits; 0 where there is none.
unsigned number_in(const std::string& value) {
  const std::size_t at = value.find_first_of("0123456789");
  return at == std::string::npos ? 0 : static_cast<unsigned>(std::strtoul(value.c_str() + at, nullptr, 10));
}

/// Years of a job and years in a post may be told of one; three years and twenty-two may not.
bool may_be_of_one(unsigned a, unsigned b) {
  const unsigned less = std::min(a, b), more = std::max(a, b);
  return less == 0 || more < 3 * less || more - less < years_of_a_senior;
}

/// "years" of "12 years", "years in post" of "6 years in post": what is counted, where nothing else is said.
std::string_view behind_number(std::string_view written) {
  constexpr std::size_t longest = 24;  // bytes of an item of an attribution; longer is a sentence
  const std::size_t number = written.find_first_not_of("0123456789");
  const bool short_item = number != 0 && number != written.npos && written.size() <= longest;
  return short_item ? written.substr(skip_blanks(written, number)) : std::string_view();
}

/// "12 years" and "21 years" of one person, told alike: a year apart where the second interview was later.
bool may_be_told_alike(const Attribute& a, const Attribute& b) {
  const unsigned one = number_in(a.value), other = number_in(b.value);
  const std::string_view counted = behind_number(a.written);
  if (counted.empty() || counted != behind_number(b.written)) return may_be_of_one(one, other);
  return std::max(one, other) - std::min(one, other) <= 1;
}

/// "1 time" and "2 birth" are two; "1 contract" and "2 marriage" may be of one.
bool may_be_told_of_one(const std::string& a, const std::string& b) {
  const auto noun = [](const std::string& value) { return value.substr(std::min(value.find(' '), value.size())); };
  constexpr std::string_view any = " time";
  const bool comparable = noun(a) == noun(b) || noun(a) == any || noun(b) == any;
  const unsigned one = number_in(a), other = number_in(b);
  const bool more = a.find('+') != a.npos, others_more = b.find('+') != b.npos;  // "my third", perhaps of four
  if (comparable && (more || others_more)) return (more && other >= one) || (others_more && one >= other);
  return !comparable || one == other || (one > 1 && other > 1 && noun(a) != noun(b));
}

/// "3+" of "my three boys", and a mother of four.
bool may_be_of_parent(const std::string& a, const std::string& b) {
  const unsigned one = number_in(a), other = number_in(b);
  return (a.ends_with('+') && other >= one) || (b.ends_with('+') && one >= other);
}

/// One's words are among the other's, or begin them: "physio" and "physiotherapist".
bool is_within(const std::string& shorter, const std::string& longer) {
  const auto parts = item_words(shorter), whole = item_words(longer);
  return std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
    return std::any_of(whole.begin(), whole.end(), [&](const std::string& word) {
      return word == part || (part.size() >= 3 && word.starts_with(part)) ||
             (word.size() >= 3 && part.starts_with(word)) || word + "s" == part || part + "s" == word;
    });
  });
}

}  // namespace

bool says_as_much(const Attribute& has, const Attribute& wanted) {
  if (has.kind != wanted.kind || has.value != wanted.value) return false;
  const auto same = [&](const std::string& word) {
    return word == wanted.phrase || word + "s" == wanted.phrase || word == wanted.phrase + "s";
  };
  return wanted.kind != "role" || same(wanted.value) || same(has.phrase);
}

bool is_written_within(const Attribute& a, const Attribute& b) {
  return is_within(a.written, b.written) || is_within(b.written, a.written);
}

bool may_stand_together(const Attribute& a, const Attribute& b) {
  if (a.value == b.value || a.value == "*" || b.value == "*") return true;
  if (a.kind == "age") {
    const auto one = age_word(a.value), other = age_word(b.value);
    const unsigned birthday = one && other && one->from == one->to && other->from == other->to ? 1 : 0;
    return !one || !other || (one->from <= other->to + birthday && other->from <= one->to + birthday);
  }
  if (a.kind == "experience") return may_be_told_alike(a, b);
  if (a.kind == "nth") return may_be_told_of_one(a.value, b.value);
  if (a.kind == "occasion" || a.kind == "reference") return true;
  if (a.kind == "year" && (a.value == final_year || b.value == final_year))
    return (a.value == final_year ? b : a).value >= "3";  // courses have three years or more
  if (a.kind == "children") return may_be_of_parent(a.value, b.value);
  // one or the other, whatever words tell it: "I never married" holds "married"
  constexpr std::string_view either[] = {"year",   "partner", "wed",   "kids",  "siblings", "origin",
                                         "degree", "faith",   "onset", "class", "shift",    "spouse"};
  if (std::find(std::begin(either), std::end(either), a.kind) != std::end(either)) return false;
  if (a.kind == "gender" || a.kind.starts_with("one of ")) return false;
  if (a.kind == "region") return is_within(a.value, b.value) || is_within(b.value, a.value);
  return is_written_within(a, b);
}

}  // namespace moniker::custodian
