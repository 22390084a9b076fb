// One page that needs nothing else, for the screen and for A4. The order is that of a reader who asks what happened,
// then whether it can be believed.
#include <fmt/format.h>

#include "dossier/dossier_page.hpp"
#include "dossier/sections.hpp"
#include "html/bars.hpp"
#include "html/tables.hpp"
#include "moniker/embedded/dossier_files.hpp"

namespace moniker::study {
namespace {

struct Section {
  std::string_view id, title;
  void (*tell)(const Dossier&, html::Html&);
};
constexpr Section sections[] = {
    {"transcripts", "What came, and what became of it", tell_transcripts},
    {"consent", "Consent", tell_consent},
    {"replaced", "What was replaced", tell_replaced},
    {"decisions", "Who decided what", tell_decisions},
    {"risk", "What risk is left", tell_risk},
    {"acts", "Who saw, took or deleted what", tell_acts},
    {"keys", "Keys", tell_keys_of},
    {"rules", "Rules and versions", tell_rules_of},
    {"log", "The log, and how to check it", tell_log_of},
};

void add_figure(html::Html& html, std::string_view name, const std::string& value) {
  html.open("div").element("dt", name).element("dd", value).close().line();
}

void tell_figures(const Dossier& dossier, html::Html& html) {
  using html::grouped;
  html.open("dl", {{"class", "figures"}}).line();
  add_figure(html, "transcripts sealed", fmt::format("{} of {}", dossier.published(), dossier.run.outcomes.size()));
  add_figure(html, "words", grouped(dossier.words()));
  add_figure(html, "replaced", grouped(dossier.replaced()));
  add_figure(html, "of these doubtful", grouped(dossier.doubtful()));
  add_figure(html, "open questions", grouped(dossier.run.questions.size()));
  add_figure(html, "participants", grouped(dossier.participants()));
  add_figure(html, "log", dossier.good() ? "verified" : "not verified");
  html.close().line();
}

void tell_beginning(const Dossier& dossier, html::Html& html) {
  html.open("header").element("h1", dossier.run.study).line();
  html.element("p", fmt::format("What moniker {} did, as of {}", dossier.version, dossier.made), {{"class", "faint"}});
  html.line();
  if (!dossier.good()) {
    html.open("p", {{"class", "alarm"}, {"role", "alert"}})
        .text("The audit log, or a file that it names, is not what was signed. Nothing below is vouched for: see ")
        .element("a", "what is wrong", {{"href", "#log"}})
        .text(".")
        .close()
        .line();
  }
  html.element(
      "p",
      "The transcripts are pseudonymised, not anonymous: whoever holds the linkage table can tell who is who, and "
      "what people tell can give them away without any name. This page names nobody.",
      {{"class", "lead"}});
  html.line();
  tell_figures(dossier, html);
  html.open("nav", {{"aria-label", "Contents"}}).open("ol").line();
  for (const Section& section : sections)
    html.open("li").element("a", section.title, {{"href", fmt::format("#{}", section.id)}}).close().line();
  html.close().close().close().line();
}

}  // namespace

std::string as_html(const Dossier& dossier) {
  html::Html html = html::page(dossier.run.study, embedded::dossier_files("dossier.css"));
  html::add_patterns(html);
  tell_beginning(dossier, html);
  html.open("main").line();
  std::size_t number = 0;
  for (const Section& section : sections) {
    html.open("section", {{"id", section.id}, {"aria-labelledby", fmt::format("{}-title", section.id)}}).line();
    html.element("h2", fmt::format("{} {}", ++number, section.title), {{"id", fmt::format("{}-title", section.id)}});
    html.line();
    section.tell(dossier, html);
    html.close().line();
  }
  return html.finish();
}

}  // namespace moniker::study
