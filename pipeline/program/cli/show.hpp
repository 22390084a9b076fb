#pragma once
#include <nlohmann/json.hpp>

#include "cli/command.hpp"

namespace moniker::cli {

/// A page on standard output: one JSON document with --json, else text. Pages stand beside what they tell, each with
/// as_text() and as_json().
template <class Page>
void show(const Arguments& arguments, Terminal& terminal, const Page& page) {
  if (arguments.has("json"))
    terminal.print(as_json(page).dump(2) + "\n");
  else
    terminal.print_page(as_text(page, terminal.out_style()));
}

/// Whether --input or --output asks for lines of JSON and not for `other`. Throws Error{usage} for what is neither, and
/// for --output beside --json.
bool is_jsonl(const Arguments& arguments, std::string_view option, std::string_view other);

/// A text as it stands within a list of JSON.
std::string indented(std::string text);

/// With --json, one document from many pages: a list that is printed as it grows.
class JsonList {
 public:
  JsonList(const Arguments& arguments, Terminal& terminal) : terminal_(terminal), wanted_(arguments.has("json")) {}
  bool wanted() const { return wanted_; }
  void add(const nlohmann::ordered_json& item) {
    terminal_.print((empty_ ? "[\n  " : ",\n  ") + indented(item.dump(2)));
    empty_ = false;
  }
  void finish() {
    if (wanted_) terminal_.print(empty_ ? "[]\n" : "\n]\n");
  }

 private:
  Terminal& terminal_;
  bool wanted_, empty_ = true;
};

}  // namespace moniker::cli
