// `moniker quotes`: a manuscript by itself, or beside the study that it quotes.
#include "base/display_name.hpp"
#include "cli/asker.hpp"
#include "cli/identities.hpp"
#include "cli/page_file.hpp"
#include "cli/rule_options.hpp"
#include "cli/show.hpp"
#include "config/config.hpp"
#include "detect/detector.hpp"
#include "manuscript/examined_paper.hpp"
#include "quotes/quotes_page.hpp"

namespace moniker::cli {
namespace {

/// What identifies people and no more than that: dates, ages and nationalities are what extracts are about; of places
/// those that are somebody (Mrs Harrison) are told apart by the paper's reader.
constexpr std::string_view telling_labels[] = {"PERSON",   "PHONE",      "EMAIL", "URL",     "ID",
                                               "POSTCODE", "NHS_NUMBER", "OTHER", "LOCATION"};

/// Every text is a turn of its own, and all of them one document.
std::vector<std::vector<custodian::FoundInWords>> found_in(const rules::RuleSet& rules, const Register& people,
                                                           const std::vector<std::string>& texts) {
  std::vector<Utterance> turns;
  for (const std::string& text : texts) turns.push_back({.number = turns.size(), .text = text});
  std::vector<std::vector<custodian::FoundInWords>> found(texts.size());
  for (const Finding& finding : detect::detect_utterances(rules, people, turns)) {
    const Label& label = rules.label(finding.label);
    const bool tells =
        std::find(std::begin(telling_labels), std::end(telling_labels), label.name) != std::end(telling_labels);
    if (tells && finding.score >= label.replace) found[finding.utterance].push_back({finding.bytes, label.name});
  }
  return found;
}

custodian::CheckedQuotes check_with_study(const Arguments& arguments, const Terminal& terminal,
                                          const custodian::ExaminedPaper& paper, const custodian::PaperWords& words,
                                          std::string page) {
  const StudyLayout layout{arguments.rest.at(1)};
  if (page == "none" && terminal.out_is_file())
    throw Error::usage("is a file, and what people said goes to no file unasked",
                       "let it go to the terminal, or give --page FILE, which is sealed", {"standard output"});
  const study::StudyConfig config = study::read_config(layout.root);
  const Register people = std::filesystem::exists(config.register_file) ? study::read_register(config) : Register{};
  const custodian::QuotesRequest request{.asker = asker_of(arguments, config, "quotes"),
                                         .page = std::move(page),
                                         .people = people,
                                         .least = arguments.number("least", 2)};
  return custodian::check_quotes(layout, request, paper, words, [] { return std::chrono::system_clock::now(); });
}

}  // namespace

int run_quotes(const Arguments& arguments, Terminal& terminal) {
  const bool with_study = arguments.rest.size() > 1, sealed = with_study && !arguments.has("plain");
  const std::filesystem::path file = page_file(arguments, sealed);
  const std::string page_kind = !arguments.has("page") ? "none" : arguments.has("plain") ? "plain" : "sealed";
  if (!with_study && arguments.has("identity"))
    throw Error::usage("-i goes with a study", "name the study behind the manuscript");
  const std::string language = arguments.has("language") ? arguments.values("language").front() : "en-GB";
  const auto words = custodian::PaperWords::load(terminal.rules_folder(arguments.value("rules")), language);
  const rules::RuleSet rules = rules::RuleSet::load(rule_sources(arguments, terminal));
  const Register nobody;
  const auto search = [&](const std::vector<std::string>& texts) { return found_in(rules, nobody, texts); };
  custodian::QuotesPage page{.file = display_name(arguments.rest.at(0), nobody)};
  page.paper =
      custodian::examine_paper(custodian::read_manuscript(arguments.rest.at(0), {words.numbers}), words, search);
  if (with_study) page.checked = check_with_study(arguments, terminal, page.paper, words, page_kind);
  if (!file.empty())
    write_page(terminal, file, as_html(page),
               sealed ? custodians_identities(arguments, "quotes") : std::vector<seal::Identity>{});
  if (!arguments.has("page") || !with_study) show(arguments, terminal, page);
  return page.findings() > 0 ? 1 : 0;
}

}  // namespace moniker::cli
