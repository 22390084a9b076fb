// Lists of words from anybody: plain ones, tables, and names with what is short for them.
#include <algorithm>

#include "base/utf8.hpp"
#include "fuzz/fuzzing.hpp"
#include "words/list_file.hpp"
#include "words/nicknames.hpp"

using namespace moniker;

namespace {

void check_rows(const words::ListFile& list) {
  const auto within = [&](std::string_view cell) {
    return cell.data() >= list.bytes.data() && cell.data() + cell.size() <= list.bytes.data() + list.bytes.size();
  };
  std::vector<std::string_view> columns(list.columns.begin(), list.columns.end());
  fuzz::takes([&] {
    words::each_row(list, columns, [&](const words::ListRow& row) {
      fuzz::hold(row.cells.size() == std::max<std::size_t>(1, columns.size()) && row.line > 0);
      for (const std::string_view cell : row.cells) {
        fuzz::hold(within(cell));
        for (const std::string_view word : words::cut_cell(cell)) fuzz::hold(!word.empty() && within(word));
      }
    });
  });
  for (const std::string_view entry : words::entries_of(list, {}, "rules.yaml", {1, 1})) fuzz::hold(within(entry));
  if (columns.empty()) return;
  fuzz::takes([&] { words::entries_of(list, {{list.columns.back(), {"x"}}}, "rules.yaml", {1, 1}); });
}

void check_nicknames(std::string_view text) {
  fuzz::takes([&] {
    const auto names = words::Nicknames::parse(text, "nicknames.tsv");
    for (const std::string& one : names.all_forms("kate")) {
      fuzz::hold(names.kin("kate", one) == names.kin(one, "kate"));
      fuzz::hold(names.kin("kate", one) != words::Nicknames::Kin::none);
    }
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  if (find_invalid_utf8(text) != text.npos) return 0;  // refused before
  check_rows(words::parse_list_file(std::string(text), "list.tsv"));
  check_nicknames(text);
  check_nicknames("# full name\tshort forms\nkatherine\tkate, kath\n" + std::string(text));
  return 0;
}
