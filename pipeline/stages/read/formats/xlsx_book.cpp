// A workbook beside its cells: its sheets, the strings that they share, and what the formats of cells show.
#include "read/formats/xlsx_book.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "moniker/error.hpp"
#include "read/formats/package_relations.hpp"
#include "read/formats/xlsx_rows.hpp"
#include "read/formats/xml_pull.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t most_shared = std::size_t{64} << 20;

std::string workbook_of(const ZipPackage& package) {
  for (const Relation& relation : relations_of(package, "")) {
    if (relation.type == "officeDocument" && relation.target.ends_with("workbook.xml") && package.has(relation.target))
      return relation.target;
  }
  return {};
}

std::vector<XlsxSheet> read_sheets(const ZipPackage& package, const std::string& workbook,
                                   const std::vector<Relation>& relations) {
  std::vector<XlsxSheet> sheets;
  const auto source = package.open(workbook);
  XmlPull xml(*source, "list of sheets of the .xlsx", as_table);
  while (xml.next()) {
    if (xml.event() != XmlPull::Event::start || xml.name() != "sheet") continue;
    const std::string id = xml.attribute("id").value_or("");
    const bool hidden = xml.attribute("state").value_or("visible") != "visible";
    for (const Relation& relation : relations) {
      const bool sheet = relation.id == id && relation.type == "worksheet" && !relation.external;
      if (sheet && package.has(relation.target)) sheets.push_back({relation.target, hidden});
    }
  }
  return sheets;
}

std::vector<std::string> read_strings(const ZipPackage& package, const std::string& part, XlsxBook& book) {
  std::vector<std::string> strings;
  const auto source = package.open(part);
  XmlPull xml(*source, "list of strings of the .xlsx", as_table);
  std::size_t bytes = 0;
  while (xml.next()) {
    if (xml.event() != XmlPull::Event::start || xml.name() != "si") continue;
    strings.push_back(read_xlsx_string(xml, "si", book.spoken));
    bytes += strings.back().size();
    if (bytes > most_shared) {
      throw Error::input("is a spreadsheet with more than 64 MiB of text",
                         "save each transcript in it as a .csv of its own");
    }
  }
  book.repaired += xml.repaired();
  return strings;
}

/// Whether a number format shows a time and no date: 18.8.30.
bool shows_time(int id, const std::map<int, std::string>& codes) {
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return true;
  const auto code = codes.find(id);
  if (code == codes.end()) return false;
  bool quoted = false, time = false, date = false;
  for (const char c : code->second) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    time = time || c == 'h' || c == 's' || c == 'H' || c == 'S';
    date = date || c == 'y' || c == 'd' || c == 'Y' || c == 'D';
  }
  return time && !date;
}

int number_of(const XmlPull& xml, std::string_view attribute) {
  const std::string text = xml.attribute(attribute).value_or("0");
  return text.size() < 7 && text.find_first_not_of("0123456789") == std::string::npos && !text.empty() ? std::stoi(text)
                                                                                                       : 0;
}

/// What a number format says, without blanks, quotation marks and colours ("[Black]", not "[h]"), which say nothing.
std::string said_by_format(int id, const std::map<int, std::string>& codes) {
  const auto code = codes.find(id);
  std::string said;
  if (code == codes.end()) return said;
  for (std::size_t at = 0; at < code->second.size(); ++at) {
    const char c = code->second[at];
    const std::size_t close = code->second.find(']', at);
    if (c == '[' && close != std::string::npos && close > at + 3)
      at = close;
    else if (c != ' ' && c != '"')
      said += c;
  }
  return said;
}

/// Whether a format shows no words: its fourth section is for them and neither gives them (`@`) nor is a general one
/// (18.8.31). `;;;` shows nothing at all.
bool shows_no_words(const std::string& said) {
  std::size_t at = 0;
  for (int section = 1; section < 4; ++section) {
    at = said.find(';', at);
    if (at++ == std::string::npos) return false;
  }
  const std::string fourth = said.substr(at);
  return fourth.find('@') == std::string::npos && fourth.find("General") == std::string::npos;
}

void read_cell_styles(const ZipPackage& package, const std::string& part, XlsxBook& book) {
  std::map<int, std::string> codes;
  const auto source = package.open(part);
  XmlPull xml(*source, "style sheet of the .xlsx", as_table);
  bool in_cells = false;
  while (xml.next()) {
    const bool started = xml.event() == XmlPull::Event::start;
    if (xml.event() == XmlPull::Event::text) continue;
    if (xml.name() == "cellXfs")
      in_cells = started;
    else if (started && xml.name() == "numFmt")
      codes[number_of(xml, "numFmtId")] = xml.attribute("formatCode").value_or("");
    else if (started && in_cells && xml.name() == "xf") {
      book.times.push_back(shows_time(number_of(xml, "numFmtId"), codes));
      const std::string said = said_by_format(number_of(xml, "numFmtId"), codes);
      book.blank.push_back(said == ";;;");
      book.wordless.push_back(shows_no_words(said));
    }
  }
}

std::optional<XlsxBeside::Kind> beside_kind(std::string_view relation) {
  if (relation == "comments") return XlsxBeside::Kind::notes;
  if (relation == "drawing") return XlsxBeside::Kind::shapes;
  if (relation == "vmlDrawing") return XlsxBeside::Kind::old_shapes;
  return std::nullopt;
}

}  // namespace

bool is_xlsx(const ZipPackage& package) { return !workbook_of(package).empty(); }

XlsxBook read_xlsx_book(const ZipPackage& package) {
  XlsxBook book;
  const std::string workbook = workbook_of(package);
  const auto relations = relations_of(package, workbook);
  book.sheets = read_sheets(package, workbook, relations);
  for (const Relation& relation : relations) {
    if (relation.external || !package.has(relation.target)) continue;
    if (relation.type == "sharedStrings") book.strings = read_strings(package, relation.target, book);
    if (relation.type == "styles") read_cell_styles(package, relation.target, book);
  }
  for (const XlsxSheet& sheet : book.sheets) {
    for (const Relation& relation : relations_of(package, sheet.part)) {
      const auto kind = beside_kind(relation.type);
      if (kind && !relation.external && package.has(relation.target)) book.beside.push_back({*kind, relation.target});
    }
  }
  return book;
}

}  // namespace moniker::read
