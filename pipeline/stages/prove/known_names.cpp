#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "prove/form_table.hpp"
#include "prove/prover.hpp"

namespace moniker::prove {
namespace {

/// Only letters and digits, folded: what a name becomes within an address of mail.
std::string bare(std::string_view written) {
  std::string out;
  for (const std::string& part : folded_words(written)) {
    for (const char c : part) {
      if (c != '-' && c != '\'') out += c;
    }
  }
  return out;
}

class Collector {
 public:
  Collector(const NicknamesOf& nicknames, const IsWord& is_word) : nicknames_(nicknames), is_word_(is_word) {}

  void take(const std::string& written) {
    std::vector<std::string> parts;
    for (std::string& part : name_parts(written)) {
      if (!is_no_part(fold(part)) && count_code_points(fold(part)) >= 2) parts.push_back(std::move(part));
    }
    if (fold(written).empty()) return;
    names_.push_back({.text = written, .word = parts.size() <= 1 && word(fold(written)), .full = parts.size() > 1});
    for (const std::string& part : parts) add(part);
    if (parts.empty()) return;
    std::vector<std::string> givens{bare(parts.front())};
    if (nicknames_) {
      for (const std::string& form : nicknames_(fold(parts.front()))) {
        add(form);
        givens.push_back(bare(form));
      }
    }
    if (parts.size() == 1) return;
    for (const std::string& given : givens) add_run_together(given, bare(parts.back()));
  }

  std::vector<KnownName> names() { return std::move(names_); }

 private:
  bool word(const std::string& folded) const { return is_word_ && is_word_(folded); }

  void add(const std::string& text) { names_.push_back({.text = text, .word = word(fold(text)), .full = false}); }

  void add_run_together(const std::string& given, const std::string& family) {
    const std::string initial = given.substr(0, code_point_at(given, 0).length);
    for (const std::string& text : {given + family, family + given, initial + family, family + initial}) {
      if (text.size() >= 5 && !word(text)) names_.push_back({.text = text, .word = false, .full = false});
    }
  }

  const NicknamesOf& nicknames_;
  const IsWord& is_word_;
  std::vector<KnownName> names_{};
};

}  // namespace

std::vector<KnownName> known_names(const Register& people, const NicknamesOf& nicknames, const IsWord& is_word) {
  Collector collector(nicknames, is_word);
  for (const Participant& person : people.people) {
    collector.take(person.name);
    for (const std::string& alias : person.aliases) collector.take(alias);
  }
  return collector.names();
}

}  // namespace moniker::prove
