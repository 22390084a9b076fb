// What `moniker quotes` tells, for a terminal and for programs. Words of the manuscript are shown, as they are to be
// published; words of transcripts where a study was named.
#include "quotes/quotes_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/shown_text.hpp"
#include "base/utf8.hpp"

namespace moniker::custodian {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::size_t shown_words = 90;  // bytes of a passage that a line of the terminal has room for

std::string shortened(std::string_view text, std::size_t most = shown_words) {
  if (text.size() <= most) return shown_text(text);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return shown_text(text.substr(0, end)) + "...";
}

std::string verdict_name(Breakdown::Verdict verdict) {
  constexpr std::string_view names[] = {"adds up", "open", "wrong"};
  return std::string(names[static_cast<std::size_t>(verdict)]);
}

std::string parts_shown(const Breakdown& one) {
  std::string text;
  for (const BreakdownPart& part : one.parts) text += fmt::format("{}{}", text.empty() ? "" : " + ", part.value);
  return fmt::format("{} = {}{}", text, one.sum, one.percent ? " %" : "");
}

const Attribution* attribution_of(const QuotesPage& page, const Extract& extract) {
  return extract.attribution ? &page.paper.talk.attributions[*extract.attribution] : nullptr;
}

void tell_findings(const QuotesPage& page, const Style& style, std::string& text) {
  for (const PaperFinding& finding : page.paper.findings) {
    text += fmt::format("\n{}{}{}  {}\n", style.yellow, name_of(finding.fault), style.plain, shown_text(finding.says));
    for (const PlacedWords& where : finding.where)
      text += fmt::format("    {}{:<18}{} {}\n", style.dim, shown(where.at), style.plain, shortened(where.words));
  }
}

void tell_extract(const QuotesPage& page, const CheckedExtract& one, const Style& style, std::string& text) {
  const Extract& extract = page.paper.talk.extracts[one.extract];
  text += "\n";  // all that is wrong with it, and then, once, where it stands and what was said
  for (const QuoteFinding& finding : one.findings)
    text += fmt::format("{}{}{}  {}\n", style.yellow, name_of(finding.fault), style.plain, shown_text(finding.says));
  const Attribution* by = attribution_of(page, extract);
  text += fmt::format("    {}{:<18}{} {}{}\n", style.dim, shown(page.paper.paper.blocks[extract.block].at), style.plain,
                      shortened(extract.text), by ? " (" + shortened(by->text, 50) + ")" : "");
  if (!one.passage) return;
  text +=
      fmt::format("    {}{:<18}{} {}: {}\n", style.dim,
                  fmt::format("{} turn {}", one.passage->transcript, one.passage->turn), style.plain,
                  one.passage->speaker.empty() ? "-" : shown_text(one.passage->speaker), shortened(one.passage->words));
}

void tell_people(const QuotesPage& page, std::string& text) {
  std::size_t most = 1, quoted = 0;
  for (const PaperPerson& person : page.paper.people)
    most = std::max(most, person.extracts), quoted += person.extracts > 0;
  if (quoted == 0) return;
  text += fmt::format("\nwho is quoted: {}{}\n", quoted,
                      page.paper.sample > 0 ? fmt::format(" of {}", page.paper.sample) : "");
  for (const PaperPerson& person : page.paper.people) {
    if (person.extracts == 0) continue;
    text += fmt::format("    {:<18} {:>3} extracts {:>5} words  {}\n", shown_text(person.id), person.extracts,
                        person.words, std::string(std::max<std::size_t>(1, person.extracts * 20 / most), '#'));
  }
}

void tell_breakdowns(const QuotesPage& page, std::string& text) {
  if (page.paper.breakdowns.empty()) return;
  text += "\nbreakdowns\n";
  for (const Breakdown& one : page.paper.breakdowns) {
    const std::string total = one.verdict == Breakdown::Verdict::adds_up ? "" : fmt::format(", of {}", one.total);
    text += fmt::format("    {:<8} {:<30} {:<18} {}\n", verdict_name(one.verdict), parts_shown(one) + total,
                        shown(one.where.at), shortened(one.where.words, 60));
  }
}

Json place_json(const PlacedWords& where) { return {{"place", shown(where.at)}, {"words", where.words}}; }

std::string joined_words(const std::vector<QuoteWord>& words) {
  std::string text;
  for (const QuoteWord& word : words) text += (text.empty() ? "" : " ") + word.word;
  return text;
}

void add_passage(const CheckedExtract& one, Json& json) {
  constexpr std::string_view kinds[] = {"same", "left_out", "put_in", "changed"};
  json["found"] = one.found;
  json["transcript"] = one.passage ? Json(one.passage->transcript) : Json(nullptr);
  json["turn"] = one.passage ? Json(one.passage->turn) : Json(nullptr);
  json["speaker"] = one.passage ? Json(one.passage->speaker) : Json(nullptr);
  json["said"] = one.passage ? Json(one.passage->words) : Json(nullptr);
  Json pieces = Json::array(), findings = Json::array();
  if (one.passage) {
    for (const QuotePiece& piece : one.passage->alignment.pieces)
      pieces.push_back({{"kind", kinds[static_cast<std::size_t>(piece.kind)]},
                        {"paper", joined_words(piece.paper)},
                        {"transcript", joined_words(piece.transcript)},
                        {"told", piece.told}});
  }
  for (const QuoteFinding& finding : one.findings)
    findings.push_back({{"kind", name_of(finding.fault)}, {"says", finding.says}});
  json["pieces"] = std::move(pieces);
  json["findings"] = std::move(findings);
}

Json extracts_json(const QuotesPage& page) {
  Json list = Json::array();
  for (std::size_t i = 0; i < page.paper.talk.extracts.size(); ++i) {
    const Extract& extract = page.paper.talk.extracts[i];
    const Attribution* by = attribution_of(page, extract);
    const PaperId* id = by ? speaker_of(*by) : nullptr;
    Json one{{"place", shown(page.paper.paper.blocks[extract.block].at)},
             {"words", extract.text},
             {"set_apart", extract.set_apart}};
    one["credited_to"] = id ? Json(id->written()) : Json(nullptr);
    one["attribution"] = by ? Json(by->text) : Json(nullptr);
    if (page.checked) add_passage(page.checked->extracts[i], one);
    list.push_back(std::move(one));
  }
  return list;
}

Json people_json(const QuotesPage& page) {
  Json list = Json::array();
  for (const PaperPerson& person : page.paper.people) {
    Json attributes = Json::array();
    for (const Attribute& one : person.attributes) attributes.push_back({{"kind", one.kind}, {"value", one.value}});
    list.push_back({{"id", person.id},
                    {"extracts", person.extracts},
                    {"words", person.words},
                    {"attributes", std::move(attributes)}});
  }
  return list;
}

Json breakdowns_json(const QuotesPage& page) {
  Json list = Json::array();
  for (const Breakdown& one : page.paper.breakdowns) {
    Json parts = Json::array();
    for (const BreakdownPart& part : one.parts) parts.push_back({{"label", part.label}, {"value", part.value}});
    Json json = place_json(one.where);
    json["parts"] = std::move(parts);
    json["sum"] = one.sum;
    json["total"] = one.total;
    json["percent"] = one.percent;
    json["verdict"] = verdict_name(one.verdict);
    list.push_back(std::move(json));
  }
  return list;
}

}  // namespace

std::size_t QuotesPage::findings() const {
  std::size_t all = paper.findings.size();
  if (checked) {
    for (const CheckedExtract& one : checked->extracts) all += one.findings.size();
  }
  return all;
}

std::string as_text(const QuotesPage& page, const Style& style) {
  std::string text =
      fmt::format("{}{}{}  {}, {} extracts of {} people{}, {} findings\n", style.bold, page.file, style.plain,
                  page.paper.paper.format, page.paper.talk.extracts.size(),
                  std::count_if(page.paper.people.begin(), page.paper.people.end(),
                                [](const PaperPerson& one) { return one.extracts > 0; }),
                  page.paper.sample > 0 ? fmt::format(", a sample of {}", page.paper.sample) : "", page.findings());
  if (page.checked) {
    for (const CheckedExtract& one : page.checked->extracts) {
      if (!one.findings.empty()) tell_extract(page, one, style, text);
    }
  }
  tell_findings(page, style, text);
  tell_people(page, text);
  tell_breakdowns(page, text);
  if (page.checked && !page.checked->consent_known)
    text += "\nwho agreed to be quoted is not known: the register says nothing of it\n";
  return text;
}

Json as_json(const QuotesPage& page) {
  Json samples = Json::array(), findings = Json::array();
  for (const StatedSample& one : page.paper.samples) {
    Json sample{{"people", one.people}};
    sample.update(place_json(one.where));
    samples.push_back(std::move(sample));
  }
  for (const PaperFinding& one : page.paper.findings) {
    Json where = Json::array();
    for (const PlacedWords& place : one.where) where.push_back(place_json(place));
    findings.push_back({{"kind", name_of(one.fault)}, {"says", one.says}, {"where", std::move(where)}});
  }
  Json json{{"manuscript", page.file}, {"format", page.paper.paper.format}};
  json["sample"] = {{"people", page.paper.sample > 0 ? Json(page.paper.sample) : Json(nullptr)},
                    {"said", std::move(samples)}};
  json["extracts"] = extracts_json(page);
  json["people"] = people_json(page);
  json["breakdowns"] = breakdowns_json(page);
  json["findings"] = std::move(findings);
  if (page.checked)
    json["study"] = {{"consent_known", page.checked->consent_known}, {"table_opened", page.checked->table_opened}};
  return json;
}

}  // namespace moniker::custodian
