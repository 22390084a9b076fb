// Registers in spreadsheets from anybody. The first byte chooses whether the rest is the package itself, or the XML of
// its sheet, its strings or its styles, which is packed first.
#include "config/config.hpp"
#include "fuzz/fuzzing.hpp"
#include "unit/stages/read/xlsx_fixture.hpp"

using namespace moniker;

namespace {

std::string packed(unsigned kind, const std::string& bytes) {
  using namespace reading;
  const std::string people = Xlsx{}.sheet({{{"number"}, {"name"}, {"age"}}, {{"1"}, {"Kate Shaw"}, {"34", "n"}}});
  const auto part = [&](unsigned of, const std::string& usual) { return kind == of ? bytes : usual; };
  return zip_of({{"_rels/.rels", relations(relation("officeDocument", "xl/workbook.xml"))},
                 {"xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet r:id=\"s\"/></sheets></workbook>"},
                 {"xl/_rels/workbook.xml.rels",
                  relations("<Relationship Id=\"s\" Type=\"x/worksheet\" Target=\"sheet.xml\"/>" +
                            relation("sharedStrings", "strings.xml") + relation("styles", "styles.xml"))},
                 {"xl/sheet.xml", part(1, people)},
                 {"xl/strings.xml", part(2, "<sst><si><t>One</t></si></sst>")},
                 {"xl/styles.xml", part(3, "<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>")}});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(fuzz::text_of(data + 1, size - 1));
  const std::vector<study::ColumnRule> columns{{.name = "number", .use = ColumnUse::replace, .means = "number"},
                                               {.name = "name", .use = ColumnUse::replace, .means = "name"},
                                               {.name = "age", .use = ColumnUse::band}};
  fuzz::takes([&] {
    const std::string book = data[0] % 16 == 0 ? bytes : packed(data[0] % 4, bytes);
    for (const auto& person : study::parse_register(book, "participants.xlsx", columns).people)
      fuzz::hold(!person.name.empty());
  });
  return 0;
}
