// check --against
#include <algorithm>

#include "align/against_page.hpp"
#include "cli/rule_options.hpp"
#include "cli/show.hpp"
#include "words/shown_label.hpp"

namespace moniker::cli {
namespace {

constexpr std::size_t least_passages = 10;  // searched for, also where fewer are shown: judgement needs them

align::Thresholds thresholds(const Arguments& arguments) {
  align::Thresholds most;
  most.errors = arguments.decimal("most-errors", most.errors);
  most.missing = arguments.number("most-missing", static_cast<unsigned>(most.missing));
  most.seconds = arguments.decimal("most-seconds", most.seconds);
  return most;
}

}  // namespace

int run_check_against(const Arguments& arguments, Terminal& terminal) {
  if (arguments.rest.size() != 1) {
    throw Error::usage("--against compares one transcript", "name one file: `moniker check --against CAPTIONS FILE`");
  }
  const align::Thresholds most = thresholds(arguments);
  const words::Language language = language_of(arguments, terminal);
  align::AgainstPage page{.language = language,
                          .transcript = arguments.rest.front(),
                          .captions = arguments.value("against"),
                          .passages = arguments.number("passages", 10),
                          .show_text = arguments.has("show-text"),
                          .most_errors = most.errors};
  page.seen = align::compare(page.transcript, page.captions,
                             {.words = {.language = language, .fillers = arguments.has("fillers")},
                              .passages = std::max<std::size_t>(page.passages, least_passages),
                              .keep_words = page.show_text});
  page.concerns = align::judge(page.seen, most, [&](std::size_t s) {
    return words::shown_label(page.seen.speakers[s].label, s, page.show_text, language);
  });
  show(arguments, terminal, page);
  return page.concerns.empty() ? 0 : 1;
}

}  // namespace moniker::cli
