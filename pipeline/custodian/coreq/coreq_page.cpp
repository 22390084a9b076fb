#include "coreq/coreq_page.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/shown_text.hpp"
#include "moniker/error.hpp"
#include "write/docx_report.hpp"

namespace moniker::custodian {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view coreq_title = "Reporting checklists";
constexpr std::string_view preface =
    "Filled from what was sealed and from the signed log. What only people know is named, and waits for them.";

const Checklist* const checklists[] = {&coreq(), &srqr()};

std::string answer_of(const ChecklistItem& item, const StudyFacts& facts) {
  return item.answer ? item.answer(facts) : std::string();
}

std::vector<write::ReportBlock> checklist_blocks(const StudyFacts& facts) {
  std::vector<write::ReportBlock> blocks{write::ReportParagraph{std::string(preface)}};
  for (const Checklist* list : checklists) {
    blocks.emplace_back(write::ReportHeading{std::string(list->name)});
    blocks.emplace_back(write::ReportParagraph{std::string(list->source)});
    write::ReportTable table{{{"No.", "Item", "From the study's data", "For you to write", "Page"}}};
    for (const ChecklistPart& part : list->parts) {
      table.rows.push_back({"", std::string(part.heading), "", "", ""});
      for (const ChecklistItem& item : part.items) {
        table.rows.push_back({std::string(item.number), std::string(item.topic), answer_of(item, facts),
                              std::string(item.to_write), ""});
      }
    }
    blocks.emplace_back(std::move(table));
  }
  return blocks;
}

bool is_docx(const std::string& file) { return file.ends_with(".docx"); }

}  // namespace

std::string as_text(const CoreqPage& page, const Style& style) {
  std::string text;
  for (const Checklist* list : checklists) {
    text += fmt::format("{}{}{}\n", style.bold, list->name, style.plain);
    std::size_t filled = 0, all = 0;
    for (const ChecklistPart& part : list->parts) {
      for (const ChecklistItem& item : part.items) {
        const std::string answer = answer_of(item, page.facts);
        filled += !answer.empty();
        ++all;
        text += fmt::format("  {:>3}  {}\n", item.number, item.topic);
        if (!answer.empty()) text += fmt::format("       {}{}{}\n", style.green, shown_text(answer), style.plain);
        if (!item.to_write.empty())
          text += fmt::format("       {}to write: {}{}\n", style.dim, item.to_write, style.plain);
      }
    }
    text += fmt::format("  {} of {} items are answered by the study's data, in part or in whole\n\n", filled, all);
  }
  return text;
}

Json as_json(const CoreqPage& page) {
  Json lists = Json::array();
  for (const Checklist* list : checklists) {
    Json items = Json::array();
    for (const ChecklistPart& part : list->parts) {
      for (const ChecklistItem& item : part.items) {
        const std::string answer = answer_of(item, page.facts);
        items.push_back({{"number", item.number},
                         {"topic", item.topic},
                         {"answer", answer.empty() ? Json(nullptr) : Json(answer)},
                         {"to_write", item.to_write}});
      }
    }
    lists.push_back({{"checklist", list->name}, {"source", list->source}, {"items", std::move(items)}});
  }
  return lists;
}

void check_coreq_file(const std::string& file) {
  if (is_docx(file) || file.ends_with(".md")) return;
  throw Error::usage("a checklist goes into .md or .docx", "end the name of the file in one of them", {file});
}

std::string coreq_file(const CoreqPage& page, const std::string& file) {
  const auto blocks = checklist_blocks(page.facts);
  return is_docx(file) ? write::docx_report(std::string(coreq_title), blocks)
                       : write::markdown_report(std::string(coreq_title), blocks);
}

}  // namespace moniker::custodian
