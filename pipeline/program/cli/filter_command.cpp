#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <optional>

#include "base/pipe.hpp"
#include "cli/command.hpp"
#include "cli/rule_options.hpp"
#include "config/config.hpp"
#include "filter/filter.hpp"
#include "keys/keys.hpp"
#include "replace/generalisations.hpp"
#include "replace/settings.hpp"
#include "steps/known.hpp"

namespace moniker::cli {
namespace {

[[noreturn]] void wrong(std::string what, std::string remedy) {
  throw Error({.fault = Fault::usage, .file = {}, .at = {}, .what = std::move(what), .remedy = std::move(remedy)});
}

filter::FilterOptions filter_options(const Arguments& arguments) {
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

/// Looks for the register's people in what is done; nothing where there is no register.
std::optional<prove::Prover> prover_of(const Register& people, const std::filesystem::path& lists,
                                       const prove::IsWord& is_word) {
  if (people.people.empty()) return std::nullopt;
  const words::Nicknames nicknames = words::Nicknames::load(lists / "names" / "nicknames.tsv");
  return prove::Prover(prove::known_names(
                           people, [&](const std::string& given) { return nicknames.related(given); }, is_word),
                       is_word);
}

/// What a study says, or what holds without one.
struct Ground {
  std::map<std::string, replace::OperatorChoice> operators{};
  std::filesystem::path key{};
  std::vector<study::RecipientText> recipients{};
};

Ground ground_of(const Arguments& arguments) {
  Ground ground{.operators = study::default_operators(), .key = arguments.value("key"), .recipients = {}};
  if (arguments.has("study")) {
    study::StudyConfig config = study::read_config(arguments.value("study"));
    for (const auto& [label, choice] : config.operators.by_label) {
      replace::check_settings(replace::operator_named(choice.name, config.file, choice.at), choice.settings,
                              config.file, choice.at);
    }
    ground.operators = std::move(config.operators.by_label);
    ground.recipients = std::move(config.recipients);
    if (!arguments.has("key")) ground.key = config.study_key;
  }
  if (ground.key.empty()) {
    wrong("the pseudonyms need a key",
          "give --key FILE or --study STUDY; `moniker keygen --only study` makes keys/study.key");
  }
  return ground;
}

void add_recipients(const std::string& given, std::vector<seal::Recipient>& recipients) {
  if (given.starts_with("age1")) return recipients.push_back(seal::parse_recipient(given));
  const std::string text = read_file(given, 64 * 1024);
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = std::string_view(text).substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    at = end + 1, ++number;
    if (!line.empty() && line.front() != '#') recipients.push_back(seal::parse_recipient(line, given, {number, 1}));
  }
}

std::optional<filter::Rejects> rejects_of(const Arguments& arguments, const Ground& ground) {
  if (!arguments.has("reject")) {
    if (arguments.has("recipient"))
      wrong("--recipient goes with --reject", "it says who may open the file with the lines put aside");
    return std::nullopt;
  }
  std::vector<seal::Recipient> recipients;
  for (const std::string& given : arguments.values("recipient")) add_recipients(given, recipients);
  if (!arguments.has("recipient")) {
    for (const study::RecipientText& text : ground.recipients)
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
  const filter::FilterOptions options = filter_options(arguments);
  const Ground ground = ground_of(arguments);
  const Secret<32> key = study::derive_key(study::read_study_key(ground.key), study::KeyUse::registry);
  std::optional<filter::Rejects> rejects = rejects_of(arguments, ground);
  const auto [rules, people] = study_rules(arguments, terminal);
  const auto lists = terminal.rules_folder(arguments.value("rules")) / "lists";
  const auto generalisations = replace::load_generalisations(lists);
  const auto words = study::ordinary_words(lists);
  const prove::IsWord is_word = [&](std::string_view word) { return words.contains(std::string(word)); };
  const std::optional<prove::Prover> known = prover_of(people, lists, is_word);
  filter::Masker masker({.rules = rules,
                         .people = people,
                         .operators = ground.operators,
                         .generalisations = *generalisations,
                         .key = key,
                         .is_word = is_word,
                         .known = known ? &*known : nullptr});
  // Whoever reads may have had enough: then writing fails, and that is the end, without a trace left behind.
  std::signal(SIGPIPE, SIG_IGN);
  PipeSource in(STDIN_FILENO, options.input);
  PipeSink out(STDOUT_FILENO, "standard output");
  const std::uint64_t lines =
      filter::Filter(masker, options, rejects ? &*rejects : nullptr).run(in, out, [&] { return out.closed(); });
  return rejects ? tell_rejected(arguments, *rejects, lines, terminal) : 0;
}

}  // namespace moniker::cli
