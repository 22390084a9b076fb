// The words of `moniker decide`: a table of what is typed, each row filling in what is wished for; the desk decides, on
// a copy of the study where it is a rehearsal.
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>

#include "audit/reason.hpp"
#include "cli/identities.hpp"
#include "cli/show.hpp"
#include "cli/study_key.hpp"
#include "cli/would_write.hpp"
#include "decide/carry.hpp"
#include "decide/decisions_page.hpp"
#include "decide/desk.hpp"
#include "words/nearest.hpp"

namespace moniker::cli {
namespace {

using study::Act;
using study::Wish;
using Typed = std::vector<std::string>;

/// PERSON_3, ID04; everything else is words of the talk.
bool is_pseudonym(const std::string& text) {
  const auto digit = text.find_first_of("0123456789");
  if (digit == 0 || digit == std::string::npos || text.find_first_not_of("0123456789", digit) != std::string::npos)
    return false;
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(digit),
                     [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
}

void of_somebody(const std::string& text, Wish& wish) { (is_pseudonym(text) ? wish.entity : wish.words) = text; }

std::uint64_t number_of(const std::string& text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number == 0)
    throw Error::usage("is no number of a decision", "`moniker decide STUDY list` shows them", {text});
  return number;
}

struct Verb {
  std::string_view name;
  std::size_t arguments;
  std::string_view says;
  void (*fill)(const Typed&, Wish&);
};

const Verb verbs[] = {
    {"replace", 1, "replace WORDS",
     [](const Typed& w, Wish& wish) { wish.act = Act::replace, of_somebody(w[0], wish); }},
    {"keep", 1, "keep WORDS", [](const Typed& w, Wish& wish) { wish.act = Act::keep, of_somebody(w[0], wish); }},
    {"same", 2, "same PERSON_3 ID04",
     [](const Typed& w, Wish& wish) { wish.act = Act::means, of_somebody(w[0], wish), wish.target = w[1]; }},
    {"apart", 1, "apart PERSON_3", [](const Typed& w, Wish& wish) { wish.act = Act::apart, of_somebody(w[0], wish); }},
    {"speaker", 3, "speaker T03 LABEL ID04",
     [](const Typed& w, Wish& wish) {
       wish.act = Act::means, wish.transcript = w[0], wish.speaker = w[1], wish.target = w[2];
     }},
    {"supersedes", 2, "supersedes T09 T07",
     [](const Typed& w, Wish& wish) { wish.act = Act::supersedes, wish.transcript = w[0], wish.target = w[1]; }},
    {"sign-off", 1, "sign-off T03",
     [](const Typed& w, Wish& wish) { wish.act = Act::signed_off, wish.transcript = w[0]; }},
    {"assign", 2, "assign T03 NAME",
     [](const Typed& w, Wish& wish) { wish.act = Act::assigned, wish.transcript = w[0], wish.target = w[1]; }},
    {"undo", 1, "undo NUMBER", [](const Typed& w, Wish& wish) { wish.act = Act::undo, wish.undoes = number_of(w[0]); }},
    {"list", 0, "list", nullptr},
    {"export", 1, "export FILE -r KEY", nullptr},
    {"import", 1, "import FILE -i IDENTITY", nullptr}};

const Verb& verb_named(const std::string& name) {
  std::vector<std::string_view> names;
  for (const Verb& verb : verbs) {
    if (verb.name == name) return verb;
    names.push_back(verb.name);
  }
  throw Error::usage("nothing is decided with `" + name + "`", words::suggest(name, names));
}

struct DecideAsked {
  std::filesystem::path study = ".";
  const Verb* verb = nullptr;
  Typed arguments{};
};

DecideAsked decide_asked(const Arguments& arguments) {
  Typed rest = arguments.rest;
  DecideAsked asked;
  if (std::filesystem::is_directory(rest.front())) {
    asked.study = rest.front();
    rest.erase(rest.begin());
  }
  if (rest.empty()) throw Error::usage("nothing is decided yet", "say what: `moniker decide STUDY keep WORDS`");
  asked.verb = &verb_named(rest.front());
  rest.erase(rest.begin());
  if (rest.size() != asked.verb->arguments)
    throw Error::usage("wants " + std::string(asked.verb->says), "words with a blank between them go in quotes",
                       {"decide"});
  asked.arguments = std::move(rest);
  return asked;
}

Wish wish_of(const Arguments& arguments, const DecideAsked& asked) {
  Wish wish{
      .label = arguments.value("label"), .by = arguments.value("by", Terminal::user()), .why = arguments.value("why")};
  asked.verb->fill(asked.arguments, wish);
  if (wish.act == Act::replace && wish.label.empty()) wish.label = "PERSON";
  if (arguments.has("in")) wish.transcript = arguments.value("in");
  if (!wish.why.empty()) audit::check_reason(wish.why);
  if (!arguments.has("turn")) return wish;
  if (wish.transcript.empty()) throw Error::usage("--turn wants a transcript", "give --in T03 too");
  wish.turn = arguments.number("turn", 1) - 1;
  wish.occurrence = arguments.number("nth", 1) - 1;
  return wish;
}

std::vector<seal::Recipient> recipients_of(const Arguments& arguments) {
  std::vector<seal::Recipient> all;
  for (const std::string& named : arguments.values("recipient")) {
    for (const seal::Recipient& recipient : seal::recipients_named(named)) all.push_back(recipient);
  }
  if (all.empty()) throw Error::usage("nobody could open the file", "give -r KEY: an age recipient, or a file of such");
  return all;
}

}  // namespace

namespace {

/// The page of what was done, or of a rehearsal all that it would write.
template <class Page>
void show_decided(const Arguments& arguments, Terminal& terminal, const Page& page,
                  const std::optional<study::Rehearsal>& rehearsal) {
  if (rehearsal)
    show_would_write(arguments, terminal, page, rehearsal->changes());
  else
    show(arguments, terminal, page);
}

void carry_out(const Arguments& arguments, Terminal& terminal, const study::DecisionDesk& desk,
               const std::filesystem::path& file) {
  const auto all = desk.all();
  const auto recipients = recipients_of(arguments);
  const study::CarriedPage page{all.size(), false};
  if (arguments.has("dry-run")) return show_would_write(arguments, terminal, page, {.made = {file.string()}});
  study::export_decisions(all, recipients, file);
  show(arguments, terminal, page);
}

}  // namespace

int run_decide(const Arguments& arguments, Terminal& terminal) {
  const DecideAsked asked = decide_asked(arguments);
  std::optional<study::Rehearsal> rehearsal;
  if (arguments.has("dry-run") && asked.verb->name != "export") rehearsal.emplace(asked.study);
  study::DecisionDesk desk(rehearsal ? rehearsal->folder() : asked.study,
                           {.rules = terminal.rules_folder(arguments.value("rules")),
                            .cache = terminal.cache_folder(),
                            .key = study_key(arguments, terminal),
                            .clock = [] { return std::chrono::system_clock::now(); },
                            .shard = {},
                            .progress = {}});
  if (asked.verb->fill) {
    show_decided(arguments, terminal, study::DecidedPage{desk.decide(wish_of(arguments, asked))}, rehearsal);
  } else if (asked.verb->name == "list") {
    show(arguments, terminal, study::DecisionsPage{desk.all()});
  } else if (asked.verb->name == "export") {
    carry_out(arguments, terminal, desk, asked.arguments[0]);
  } else {
    const auto others = study::import_decisions(asked.arguments[0], identities(arguments));
    show_decided(arguments, terminal, study::CarriedPage{desk.take_over(others), true}, rehearsal);
  }
  return 0;
}

}  // namespace moniker::cli
