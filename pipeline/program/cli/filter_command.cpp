#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <optional>

#include "base/pipe.hpp"
#include "cli/command.hpp"
#include "cli/rule_options.hpp"
#include "cli/study_key.hpp"
#include "config/config.hpp"
#include "filter/filter.hpp"
#include "filter/ground.hpp"
#include "keys/keys.hpp"
#include "opened/study_keys.hpp"
#include "replace/settings.hpp"
#include "steps/known.hpp"

namespace moniker::cli {
namespace {

[[noreturn]] void wrong(std::string what, std::string remedy) {
  throw Error::usage(std::move(what), std::move(remedy));
}

filter::FilterOptions options_of(const Arguments& arguments) {
  filter::FilterOptions options;
  options.jsonl = arguments.has("jsonl");
  options.flush_lines = arguments.has("line-buffered");
  options.speaker_field = arguments.value("speaker-field");
  if (arguments.has("field")) options.fields = arguments.values("field");
  if (!options.jsonl && (arguments.has("field") || arguments.has("speaker-field"))) {
    wrong("--field and --speaker-field go with --jsonl", "lines of plain text have no fields");
  }
  for (const std::string& field : options.fields) {
    if (field == options.speaker_field) wrong("one field cannot be the talk and the speaker", "name two fields");
  }
  return options;
}

/// What a study says, or what holds without one.
struct Choices {
  replace::OperatorChoices operators{};
  std::filesystem::path key{};
  std::vector<study::RecipientText> recipients{};
};

Choices choices_of(const Arguments& arguments) {
  Choices chosen{.operators = {}, .key = arguments.value("key"), .recipients = {}};
  if (arguments.has("study")) {
    study::StudyConfig config = study::read_config(arguments.value("study"));
    for (const auto& [label, choice] : config.operators.by_label) {
      replace::check_settings(replace::operator_named(choice.name, config.file, choice.at), choice.settings,
                              config.file, choice.at);
    }
    chosen.operators.by_label = std::move(config.operators.by_label);  // overrides are for those whom a study knows
    chosen.operators.style = std::move(config.operators.style);
    chosen.recipients = std::move(config.recipients);
    if (!arguments.has("key")) chosen.key = config.study_key;
  }
  if (chosen.key.empty()) {
    wrong("the pseudonyms need a key",
          "give --key FILE or --study STUDY; `moniker keygen --only study` makes keys/study.key");
  }
  return chosen;
}

std::optional<filter::Rejects> rejects_of(const Arguments& arguments, const Choices& chosen) {
  if (!arguments.has("reject")) {
    if (arguments.has("recipient"))
      wrong("--recipient goes with --reject", "it says who may open the file with the lines put aside");
    return std::nullopt;
  }
  std::vector<seal::Recipient> recipients;
  for (const std::string& given : arguments.values("recipient")) {
    for (const seal::Recipient& one : seal::recipients_named(given)) recipients.push_back(one);
  }
  if (!arguments.has("recipient")) {
    for (const study::RecipientText& text : chosen.recipients)
      recipients.push_back(seal::parse_recipient(text.text, text.file, text.at));
  }
  if (recipients.empty())
    wrong("nobody could open the file for --reject", "give --recipient age1... or a file such as keys/custodian.pub");
  return std::optional<filter::Rejects>(std::in_place, arguments.value("reject"), recipients);
}

int tell_rejected(const Arguments& arguments, filter::Rejects& rejects, std::uint64_t lines, Terminal& terminal) {
  rejects.publish();
  if (rejects.count() == 0) return 0;
  terminal.say(fmt::format("moniker: {} of {} lines were put aside, sealed, in {}\n", rejects.count(), lines,
                           arguments.value("reject")));
  return 1;
}

}  // namespace

int run_filter(const Arguments& arguments, Terminal& terminal) {
  const filter::FilterOptions options = options_of(arguments);
  Choices chosen = choices_of(arguments);
  const study::StudyKey held = study_key(arguments, terminal);
  const Secret<32>& key = held.of(chosen.key);
  std::optional<filter::Rejects> rejects = rejects_of(arguments, chosen);
  auto [rules, people] = study_rules(arguments, terminal);
  const auto lists = terminal.rules_folder(arguments.value("rules")) / "lists";
  const filter::Ground ground({.rules = std::move(rules),
                               .people = std::move(people),
                               .operators = std::move(chosen.operators),
                               .key = study::derive_key(key, study::KeyUse::filter),
                               .operator_keys = study::operator_keys(key),
                               .lists = lists,
                               .ordinary_words = study::ordinary_words(lists)});
  filter::Masker masker(ground.needs());
  // Whoever reads may have had enough: then writing fails, and that is the end, without a trace left behind.
  std::signal(SIGPIPE, SIG_IGN);
  PipeSource in(STDIN_FILENO, options.input);
  PipeSink out(STDOUT_FILENO, "standard output");
  const std::uint64_t lines =
      filter::Filter(masker, options, rejects ? &*rejects : nullptr).run(in, out, [&] { return out.closed(); });
  return rejects ? tell_rejected(arguments, *rejects, lines, terminal) : 0;
}

}  // namespace moniker::cli
