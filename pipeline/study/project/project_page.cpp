// What became of a coded project, for a person: what was moved, what is told for a look, and what was left out.
#include "project/project_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace moniker::study {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view role_names[] = {"talk",           "memo", "words", "name", "name of a source",
                                           "name of a case", "user", "value"};

/// What is left out, as people call it: one, and several.
struct LeftOutWords {
  std::string_view kind, one, many;
};
constexpr LeftOutWords left_out_words[] = {
    {"audio", "recording", "recordings"},
    {"video", "video", "videos"},
    {"picture", "picture", "pictures"},
    {"pdf", "PDF", "PDFs"},
    {"selection", "coded place in them", "coded places in them"},
    {"transcript", "further transcript of a recording", "further transcripts of recordings"},
    {"text", "source without a text in the project", "sources without a text in the project"},
    {"withheld", "source or case that consent or a withdrawal keeps back",
     "sources or cases that consent or a withdrawal keeps back"},
    {"link", "link", "links"},
    {"path", "path on somebody's machine", "paths on somebody's machine"},
    {"basePath", "folder on somebody's machine", "folders on somebody's machine"},
    {"id", "user's second name", "users' second names"},
    {"comment", "comment of the file", "comments of the file"},
    {"file", "file", "files"}};

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string joined(const std::vector<std::string>& parts) { return fmt::format("{}", fmt::join(parts, ", ")); }

std::string line(std::string_view name, const std::string& says) { return fmt::format("  {:<10}{}\n", name, says); }

std::string ranges_line(const coded::RangeTally& ranges) {
  std::string says = fmt::format("{}, {} moved, {} of them grown", counted(ranges.all, "coded range", "coded ranges"),
                                 ranges.moved, ranges.grown);
  if (!ranges.outside.empty()) says += fmt::format("; {} lay outside of the text", ranges.outside.size());
  return says;
}

std::string counting_words(const coded::Counting& counting) {
  std::vector<std::string> parts;
  if (counting.utf16) parts.emplace_back("UTF-16 units");
  if (counting.line_end_is_one) parts.emplace_back("a line's end as one");
  if (counting.counts_mark) parts.emplace_back("the mark before a text");
  return joined(parts);
}

/// Places that a person finds by their identifiers, in the program that the project is of.
std::string look_at_lines(const ProjectReport& report, const Style& style) {
  std::string text;
  const auto begin = [&](const std::string& says) {
    text += fmt::format("  {}{}{}\n", style.yellow, says, style.plain);
  };
  if (!report.as_words.empty())
    begin(counted(report.as_words.size(), "name is a word that somebody is called too, and stays; look at it:",
                  "names are words that somebody is called too, and stay; look at them:"));
  for (const NameOfWords& name : report.as_words) text += fmt::format("    {:<10}{}\n", name.element, name.guid);
  if (!report.ranges.outside.empty())
    begin(counted(report.ranges.outside.size(), "range lay outside of its text, and ends with it; look at it:",
                  "ranges lay outside of their texts, and end with them; look at them:"));
  for (const std::string& guid : report.ranges.outside) text += fmt::format("    {:<10}{}\n", "range", guid);
  if (report.left_out.contains("text"))
    begin("what was coded in a source without a text is lost; export the project again with its texts in it");
  return text;
}

std::string left_lines(const ProjectReport& report, const Style& style) {
  std::string text = fmt::format("{}a known name is left, and nothing was written:{}\n", style.red, style.plain);
  for (const LeftName& left : report.left)
    text += fmt::format("  {:<18}{}  {}\n", role_names[static_cast<std::size_t>(left.role)],
                        left.guid.empty() ? "the project" : left.guid, left.count);
  return text +
         "  find each by its identifier in the program, write the name plainly or take it out, and export again;\n"
         "  or say with `moniker decide STUDY replace WORDS` what else is somebody's\n";
}

}  // namespace

bool needs_a_person(const ProjectReport& report) {
  return report.doubtful > 0 || !report.ranges.outside.empty() || !report.as_words.empty() ||
         report.left_out.contains("text");
}

std::string as_text(const ProjectPage& page, const Style& style) {
  const ProjectReport& report = page.report;
  if (!report.left.empty()) return left_lines(report, style);
  std::string text = line(
      "sources", fmt::format("{}, {} of them the study's transcripts; {}", counted(report.sources, "source", "sources"),
                             report.transcripts, counted(report.notes, "memo", "memos")));
  text += line("codings", ranges_line(report.ranges));
  if (report.counting != coded::Counting{})
    text += line("", "places counted in its own way: " + counting_words(report.counting));
  std::vector<std::string> labels;
  for (const auto& [label, count] : report.replaced) labels.push_back(fmt::format("{} {}", label, count));
  text += line("replaced", labels.empty() ? "nothing" : joined(labels));
  text += line("", counted(report.texts, "text reads otherwise now", "texts read otherwise now"));
  if (report.documents + report.documents_dropped > 0)
    text += line("documents", fmt::format("{} kept with formatting, {} left out for the plain text", report.documents,
                                          report.documents_dropped));
  if (report.values > 0)
    text += line("values", counted(report.values, "date or number was left out", "dates or numbers were left out"));
  std::vector<std::string> gone;
  for (const LeftOutWords& words : left_out_words) {
    const auto found = report.left_out.find(std::string(words.kind));
    if (found != report.left_out.end()) gone.push_back(counted(found->second, words.one, words.many));
  }
  if (!gone.empty()) text += line("left out", joined(gone));
  if (report.doubtful > 0)
    text += fmt::format("  {}{}{}\n", style.yellow,
                        counted(report.doubtful, "doubtful finding was masked", "doubtful findings were masked"),
                        style.plain);
  text += look_at_lines(report, style);
  return text + (page.dry ? "  nothing was written\n" : "");
}

Json as_json(const ProjectPage& page) {
  const ProjectReport& report = page.report;
  Json left = Json::array();
  for (const LeftName& name : report.left)
    left.push_back(
        {{"where", role_names[static_cast<std::size_t>(name.role)]}, {"guid", name.guid}, {"names", name.count}});
  Json as_words = Json::array();
  for (const NameOfWords& name : report.as_words) as_words.push_back({{"element", name.element}, {"guid", name.guid}});
  return {{"written", report.written},
          {"dry_run", page.dry},
          {"sources", report.sources},
          {"transcripts", report.transcripts},
          {"notes", report.notes},
          {"texts_changed", report.texts},
          {"ranges",
           {{"all", report.ranges.all},
            {"moved", report.ranges.moved},
            {"grown", report.ranges.grown},
            {"outside", report.ranges.outside.size()},
            {"outside_at", report.ranges.outside}}},
          {"counting",
           {{"utf16", report.counting.utf16},
            {"line_end_is_one", report.counting.line_end_is_one},
            {"counts_mark", report.counting.counts_mark}}},
          {"replaced", report.replaced},
          {"doubtful", report.doubtful},
          {"names_to_look_at", as_words},
          {"documents", {{"kept", report.documents}, {"left_out", report.documents_dropped}}},
          {"values_left_out", report.values},
          {"left_out", report.left_out},
          {"names_left", left}};
}

}  // namespace moniker::study
