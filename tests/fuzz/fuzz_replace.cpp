// Dates and names as anybody may say them: what stands there instead is never nothing, and a date that was moved reads
// as one that lies as many days away; an article that is made to fit stands before the words.
#include "replace/operators.hpp"

#include <chrono>
#include <cstdlib>

#include "base/utf8.hpp"
#include "replace/around.hpp"
#include "replace/article.hpp"
#include "replace/generalisations.hpp"
#include "replace/shift_offset.hpp"
#include "replace/spoken_date.hpp"
#include "resolve/surrogates/surrogate_form.hpp"
#include "support/english.hpp"

using namespace moniker::replace;

namespace {

using moniker::replace::SpokenDate;

const moniker::replace::Generalisations& tables() {
  static const moniker::replace::Generalisations made = [] {
    moniker::replace::Generalisations t{.language = moniker::test::english()};
    t.calendar = {"monday", "tuesday", "march", "may", "christmas", "summer"};
    return t;
  }();
  return made;
}

const moniker::replace::OperatorKeys& keys() {
  static const moniker::replace::OperatorKeys made = [] {
    moniker::replace::OperatorKeys k;
    for (std::size_t i = 0; i < 32; ++i) k.shift.bytes()[i] = static_cast<std::byte>(i);
    return k;
  }();
  return made;
}

bool is_whole(const SpokenDate& date) { return date.year != 0 && date.month != 0 && date.day != 0; }

std::chrono::sys_days day_of(const SpokenDate& date) {
  return std::chrono::year(static_cast<int>(date.year)) / std::chrono::month(date.month) / std::chrono::day(date.day);
}

void try_date(std::string_view text) {
  const std::map<std::string, std::string> settings{{"weekdays", "any"}, {"most", "3650"}};
  const std::string now = moniker::replace::operator_named("shift", {}, {})
                              .apply({.surface = text,
                                      .label = "DATE",
                                      .means = moniker::Meaning::date,
                                      .owner = "ID04",
                                      .settings = &settings},
                                     tables(), keys());
  if (now.empty()) std::abort();
  const auto before = moniker::replace::read_spoken_date(text, tables());
  if (!before || !is_whole(*before) || now.front() == '[') return;
  const auto after = moniker::replace::read_spoken_date(now, tables());
  if (!after || !is_whole(*after)) std::abort();
  if ((day_of(*after) - day_of(*before)).count() != moniker::replace::shift_offset(keys().shift, "ID04", 3650, false))
    std::abort();
}

void try_name(std::string_view text) {
  static const moniker::resolve::Surrogate nina{
      .given = "Nina", .family = "Ellwood", .words = {{"kate", "Nina"}, {"shaw", "Ellwood"}, {"van", ""}}};
  const std::string now =
      moniker::resolve::surrogate_form(text, moniker::Meaning::person, nina, moniker::test::english());
  for (const char* real : {"Kate", "Shaw"}) {
    if (now.find(real) != std::string::npos) std::abort();
  }
}

/// The first half is the text before the words, and the last third what stands behind.
void try_description(std::string_view text) {
  const std::string_view before = text.substr(0, text.size() / 2);
  if (moniker::find_invalid_utf8(before) != std::string_view::npos || before.size() == text.size()) return;
  const moniker::ByteRange finding{static_cast<std::uint32_t>(before.size()), static_cast<std::uint32_t>(text.size())};
  for (const moniker::Meaning means :
       {moniker::Meaning::place, moniker::Meaning::organisation, moniker::Meaning::group}) {
    const std::string now = moniker::replace::operator_named("describe", {}, {})
                                .apply({.surface = text.substr(before.size()),
                                        .label = "X",
                                        .means = means,
                                        .number = 27,
                                        .about = moniker::replace::about(text, finding)},
                                       tables(), keys());
    if (now.empty()) std::abort();
    const auto fitted = moniker::replace::fit_article(text, finding, now, 0, moniker::test::english());
    if (fitted && (fitted->bytes.begin >= finding.begin || fitted->bytes.end != finding.end)) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (size == 0 || size > 200 || moniker::find_invalid_utf8(text) != std::string_view::npos) return 0;
  try_date(text);
  try_name(text);
  try_description(text);
  return 0;
}
