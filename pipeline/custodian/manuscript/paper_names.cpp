// Pseudonyms as IDs. No list of names is asked: a name is what stands where this paper says who spoke, begins with a
// capital, is no word of the language for people or for other things, and does not occur in small letters elsewhere.
#include "manuscript/paper_names.hpp"

#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "manuscript/attributes.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/extracts.hpp"
#include "manuscript/paper_reading.hpp"
#include "manuscript/spans.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_name = 24, least_placed = 3;

/// How often a name stands where a speaker is told, with what only people have beside it or without.
struct SeenName {
  std::size_t told = 0, listed = 0;
};

bool is_name_word(std::string_view word) {
  std::size_t letters = 0;
  bool behind_sign = false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    const bool inner = point.value == U'-' || is_apostrophe(point.value);
    if (!is_letter(point.value) && !(inner && at > 0)) return false;
    if (at == 0 && !is_upper(point.value)) return false;
    const bool second = letters == 1 && is_upper(point.value) && !behind_sign;  // O'Brien
    if (second && word.size() > 2) return false;                                // no short form: HCP
    letters += is_letter(point.value);
    behind_sign = inner;
    at += std::max<std::size_t>(1, point.length);
  }
  return letters >= 2;
}

/// J.K., A. M.
bool is_initials(std::string_view item) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < item.size(); ++i) {
    if (item[i] >= 'A' && item[i] <= 'Z' && i + 1 < item.size() && item[i + 1] == '.')
      ++letters;
    else if (item[i] != '.' && item[i] != ' ')
      return false;
  }
  return letters >= 2 && letters <= 3;
}

bool is_title(std::string_view word, const PaperWords& words) {
  const std::string folded = fold(word);
  const bool capital = is_upper(code_point_at(word, 0).value) && folded.size() == word.size();
  return capital && folded.substr(1) == word.substr(1) && is_one_of(folded, words.titles);
}

/// "Tuffour (2017)", "Lopez et al.", "p. 12"
bool is_citation(std::string_view inside, const PaperWords& words) {
  if (holds_year(inside)) return true;
  const auto holds = [&](const std::string& said) { return inside.find(said) != inside.npos; };
  const auto holds_page = [&](const std::string& said) {
    const std::size_t at = inside.find(said), behind = at + said.size();
    return at != inside.npos && behind < inside.size() && (inside[behind] == ' ' || is_ascii_digit(inside[behind]));
  };
  return std::any_of(words.cites.begin(), words.cites.end(), holds) ||
         std::any_of(words.cites_page.begin(), words.cites_page.end(), holds_page);
}

class NameFinder {
 public:
  NameFinder(const Manuscript& paper, const PaperWords& words) : paper_(paper), words_(words) {}

  PaperNames find() {
    for (std::size_t i = 0; i < paper_.blocks.size(); ++i) look_at(i);
    std::size_t told = 0, listed = 0;
    for (const auto& [name, seen] : seen_) told += seen.told > 0, listed += seen.listed > 0;
    const bool renamed = says_renamed();
    add_unmarked_turns();
    const bool placed = placed_.size() >= least_placed;
    if (told < 2 && listed < 2 && !placed &&
        !(renamed && seen_.size() + speaking_.size() + turns_.size() + leads_.size() >= 2))
      return {};
    PaperNames names;
    for (const auto& [name, seen] : seen_) {
      const bool common = small_.contains(fold(name));
      if (seen.told > 0 || seen.listed > 0 || !common) names.try_emplace(name, common);
    }
    if (turns_.size() > 1) speaking_.merge(turns_);  // two who take turns
    if (placed) speaking_.merge(placed_);
    std::erase_if(leads_, [&](const std::string& name) { return small_.contains(fold(name)); });
    if (renamed && leads_.size() > 1) speaking_.merge(leads_);
    for (const std::string& name : speaking_) {
      if (!small_.contains(fold(name)) && !cited_.contains(name) && !names.contains(name))
        names.try_emplace(name, false);
    }
    add_other_initials(names);
    return names;
  }

 private:
  const std::string& text(std::size_t i) const { return paper_.blocks[i].text; }

  bool says_renamed() const {
    return std::any_of(paper_.blocks.begin(), paper_.blocks.end(),
                       [&](const Block& block) { return says_one_of(fold(block.text), words_.renamed); });
  }

  void look_at(std::size_t i) {
    const Block& block = paper_.blocks[i];
    learn_small(block.text);
    if (block.kind == BlockKind::heading) return;
    if (block.kind == BlockKind::row) return look_at_row(i);
    const auto quotes = quotes_in(block.text);
    for (const QuotedSpan& bracket : brackets_in(block.text)) {
      learn_cited(block.text, bracket);
      const bool behind = std::any_of(quotes.begin(), quotes.end(), [&](const QuotedSpan& quote) {
        return next_to(block.text, quote.whole.end, bracket.whole.begin);
      });
      const bool ends_quote = block.kind == BlockKind::quote && bracket.whole.end + 2 > block.text.size();
      if (behind || ends_quote) take(cut_at(block.text, bracket.inside));
    }
    if (block.kind == BlockKind::speaker) take(block.text);
    if (block.kind == BlockKind::quote) look_at_tail(block.text), look_at_turn(block.text);
    look_at_label(block.text);
    if (block.kind == BlockKind::body) look_at_label_of_quote(block.text, quotes), look_at_unmarked_turn(block.text);
    if (block.kind == BlockKind::body && !quotes.empty() && quotes[0].whole.begin < 2) {  // "My boss knew." Ellie, 23
      std::string_view rest = trimmed(std::string_view(block.text).substr(quotes.back().whole.end));
      if (const std::size_t dashes = skip_dashes(rest, 0); dashes > 0) {  // "My boss knew." - Ellie, soprano
        rest = rest.substr(dashes);
        place(rest);
      }
      if (rest.find_first_of("([?!") == rest.npos && !rest.ends_with('.') && items_of(rest).size() > 1) take(rest);
    }
    if (i > 0 && quotes_somebody(i - 1) && block.text.size() < longest_line && quotes.empty() && !block.text.empty() &&
        !block.text.ends_with('.') && !block.text.ends_with(':')) {
      const std::size_t dashes = skip_dashes(block.text, 0);
      std::string_view line = std::string_view(block.text).substr(dashes);
      if (dashes > 0) place(line);  // "- Maureen" under what is set apart
      if (const std::size_t open = line.rfind(" ("); line.ends_with(')') && open != line.npos && line.size() - open < 7)
        line = line.substr(0, open);  // "Mair, 81, owner-occupier (W)"
      if (items_of(line).size() > 1 && line.find_first_of("([?!") == line.npos) take(line);
    }
    if (!quotes.empty() || block.text.ends_with(':')) look_at_speakers(block, quotes), look_at_ages(block.text, quotes);
    const bool leads = block.text.ends_with(':') || block.text.ends_with('.');
    if (block.kind == BlockKind::body && leads && i + 1 < paper_.blocks.size() && is_talk(i + 1))
      look_at_lead(block), look_at_label_line(block.text);
  }

  /// A block quotation, or a paragraph that is all quotation.
  bool is_talk(std::size_t i) const {
    if (paper_.blocks[i].kind == BlockKind::quote) return true;
    const auto quotes = quotes_in(text(i));
    return !quotes.empty() && quotes[0].whole.begin < 2 && next_to(text(i), quotes.back().whole.end, text(i).size());
  }

  /// "Yusuf, who had had a stent fitted, saw his watch as a chaperone:", "For Sunita the change had come from a
  /// stranger:"
  void look_at_lead(const Block& block) {
    const auto sentences = sentences_of(block.text, words_);
    if (sentences.empty()) return;
    std::string_view said = cut_at(block.text, sentences.back());
    const std::string folded = fold(said);
    const std::string_view lead = lead_of(folded, words_.leads_in);
    if (lead.empty() && !said.ends_with(':')) return;  // "For Ola, a baker, the night was the day."
    if (!lead.empty()) said.remove_prefix(std::min(lead.size() + 1, said.size()));
    const std::size_t end = std::min(said.find_first_of(" ,"), said.size());
    const std::string name(said.substr(0, end));
    const std::string word = fold(name);
    const char32_t next = code_point_at(said, skip_blanks(said, std::min(end + 1, said.size()))).value;
    const bool plain = is_one_of(word, words_.sentence_begins) || ends_as_plural(word, words_) || !is_lower(next);
    if (!plain && is_name_word(name) && !name_of_item(name).empty()) leads_.insert(name);
  }

  bool quotes_somebody(std::size_t i) const {
    if (paper_.blocks[i].kind == BlockKind::quote) return true;
    const auto quotes = quotes_in(text(i));
    return !quotes.empty() && next_to(text(i), quotes.back().whole.end, text(i).size());
  }

  /// "... what it is now. Margaret, 66, retired" or "... now. - Margaret, 66".
  void look_at_tail(std::string_view quote) {
    for (std::size_t at = quote.size(); at > 2 && quote.size() - at < longest_line; --at) {
      if (quote[at - 1] != ' ') continue;
      const std::size_t before = quote.find_last_not_of(' ', at - 1);
      const char32_t sign = code_point_before(quote, before + 1).value;
      const bool cut = sign == U'.' || sign == U'?' || sign == U'!' || sign == 0x2026 || sign == 0x201D ||
                       sign == 0x2019 || sign == U'"' || sign == 0x2014 || sign == 0x2013 || sign == U'-';
      const std::string_view rest = quote.substr(at);
      if (rest.find_first_of("?!\"") != rest.npos || rest.find(". ") != rest.npos) return;
      if (cut && items_of(rest).size() > 1 && rest.back() != '.') return take(rest);
    }
  }

  /// "Rajesh: It should be eight." in a dialogue; who asks takes a turn and has no name.
  void look_at_turn(std::string_view text) {
    const std::string_view label = text.substr(0, std::min(text.find(':'), text.size()));
    if (label.size() == text.size() || label.size() > longest_name) return;
    const std::string folded = fold(label);
    const bool name = is_name_word(label) && !name_of_item(label).empty();
    if (name || is_one_of(folded, words_.asks)) turns_.insert(std::string(label));
  }

  /// "Zofia (34, cleaner): It was ..."
  void look_at_label(std::string_view text) {
    const std::size_t open = text.find(" ("), close = text.find("):");
    if (open == text.npos || close == text.npos || close < open || close > longest_line || open > longest_name) return;
    const std::string_view told = text.substr(open + 2, close - open - 2);
    if (told.find_first_of("()") == told.npos) take(std::string(text.substr(0, open)) + ", " + std::string(told));
  }

  /// "Alastair, driver, Moor Line: 'I passed the medical ...'"
  void look_at_label_of_quote(std::string_view text, const std::vector<QuotedSpan>& quotes) {
    const std::size_t colon = text.find(": ");
    if (colon > longest_line || quotes.empty() || quotes[0].whole.begin != colon + 2) return;
    const std::string_view label = text.substr(0, colon);
    if (next_to(text, quotes.back().whole.end, text.size())) place(label);  // Ellie: "My boss knew."
    if (label.find_first_of("([.?!") == label.npos && items_of(label).size() > 1) take(label);
  }

  /// "Bram, understudy, repertory:", and what Bram says in the next paragraph.
  void look_at_label_line(std::string_view text) {
    if (!text.ends_with(':') || text.size() > longest_line) return;
    text.remove_suffix(1);
    if (text.find_first_of("([.?!:") == text.npos && items_of(text).size() > 1) take(text);
  }

  /// "Jonas: I hear it. The carbon clicks.", where turns have no marks.
  void look_at_unmarked_turn(std::string_view text) {
    const std::size_t colon = text.find(": ");
    if (colon > longest_name || words_in(text.substr(colon)) < 5) return;
    if (std::string name = name_of_item(text.substr(0, colon)); !name.empty()) ++unmarked_[name];
  }

  /// Three who take turns, one of them twice; "Methods:" stands but once, and elsewhere in small letters.
  void add_unmarked_turns() {
    std::erase_if(unmarked_, [&](const auto& turn) { return small_.contains(fold(turn.first)); });
    const bool again =
        std::any_of(unmarked_.begin(), unmarked_.end(), [](const auto& turn) { return turn.second > 1; });
    if (unmarked_.size() < least_placed || !again) return;
    for (const auto& turn : unmarked_) placed_.insert(turn.first);
  }

  /// "was all that Delphine, 52, would say", beside a quotation: a name between small words, and an age.
  void look_at_ages(std::string_view text, const std::vector<QuotedSpan>& quotes) {
    for (std::size_t at = text.find(", "); at != text.npos; at = text.find(", ", at + 1)) {
      const std::size_t digits = at + 2;
      const bool age = digits + 2 < text.size() && is_ascii_digit(text[digits]) && is_ascii_digit(text[digits + 1]) &&
                       std::string_view(",.;").find(text[digits + 2]) != text.npos && text[digits] > '0';
      const std::size_t from = at > 0 ? text.find_last_of(" \t", at - 1) + 1 : at;
      const bool quoted = std::any_of(quotes.begin(), quotes.end(), [&](const QuotedSpan& quote) {
        return quote.inside.begin <= at && at < quote.inside.end;
      });
      const std::string name(text.substr(from, at - from));
      const char before = from > 1 ? text[from - 2] : '.';
      if (!age || quoted || !is_name_word(name) || name_of_item(name).empty() ||
          is_upper(static_cast<unsigned char>(before)))
        continue;
      ++seen_[name].told;
    }
  }

  /// "A W" and "A. W." in a paper that has A.W.: the same initials, spelled in another way.
  void add_other_initials(PaperNames& names) const {
    std::set<std::string> more;
    for (const auto& [name, common] : names) {
      if (!is_initials(name)) continue;
      std::string letters = name;
      std::erase_if(letters, [](char c) { return c == '.' || c == ' '; });
      std::string blanks, stops;
      for (const char c : letters) {
        blanks += (blanks.empty() ? "" : " ") + std::string(1, c);
        stops += (stops.empty() ? "" : " ") + std::string(1, c) + ".";
      }
      for (const std::string& other : {letters, blanks, stops}) {
        if (letters.size() > 1 && !names.contains(other) && is_somewhere(other)) more.insert(other);
      }
    }
    for (const std::string& one : more) names.try_emplace(one, false);
  }

  bool is_somewhere(const std::string& name) const {
    return std::any_of(paper_.blocks.begin(), paper_.blocks.end(), [&](const Block& block) {
      for (std::size_t at = block.text.find(name); at != std::string::npos; at = block.text.find(name, at + 1)) {
        const bool begins = at == 0 || !is_word(code_point_before(block.text, at).value);
        const std::size_t end = at + name.size();
        if (begins && (end >= block.text.size() || !is_word(code_point_at(block.text, end).value))) return true;
      }
      return false;
    });
  }

  /// "Ardagh (1958)", "(Ardagh and Roe, 1958)": whoever is cited is no participant.
  void learn_cited(std::string_view text, const QuotedSpan& bracket) {
    const std::string_view inside = cut_at(text, bracket.inside);
    if (!holds_year(inside)) return;
    std::string_view before = trimmed(text.substr(0, bracket.whole.begin));
    before = before.substr(before.find_last_of(' ') + 1);
    for (std::string_view rest : {before, inside}) {
      for (std::size_t at = 0; at < rest.size();) {
        const std::size_t end = std::min(rest.find_first_of(" ,;:.'&", at), rest.size());
        if (is_name_word(rest.substr(at, end - at))) cited_.insert(std::string(rest.substr(at, end - at)));
        at = end + 1;
      }
    }
  }

  /// Words in small letters; of a paper's own words a name is none.
  void learn_small(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at;
      while (end < text.size() && is_word(code_point_at(text, end).value))
        end += std::max<std::size_t>(1, code_point_at(text, end).length);
      if (end > at && is_lower(code_point_at(text, at).value)) small_.insert(std::string(text.substr(at, end - at)));
      at = end > at ? end : at + std::max<std::size_t>(1, code_point_at(text, at).length);
    }
  }

  /// The name that an item begins with: "Amina", "Mrs Khan", "Amina K."; empty where it is none.
  std::string name_of_item(std::string_view item) const {
    const std::size_t blank = std::min(item.find(' '), item.size());
    const std::string_view first = item.substr(0, blank), rest = blank < item.size() ? item.substr(blank + 1) : "";
    if (is_initials(item)) return std::string(item);
    const bool titled = is_title(first, words_) && is_name_word(rest);
    const bool initial = rest.size() <= 2 && !rest.empty() && rest[0] >= 'A' && rest[0] <= 'Z';
    if (!titled && !(rest.empty() || initial)) return {};
    if (item.size() > longest_name || (!titled && !is_name_word(first))) return {};
    const std::string folded = fold(titled ? rest : first);
    if (words_.attributes.contains(folded) || words_.people.contains(folded) || words_.occasions.contains(folded))
      return {};
    const std::string one = folded.ends_with("s") ? folded.substr(0, folded.size() - 1) : folded;
    if (words_.prefixes.contains(folded) || words_.prefixes.contains(one)) return {};
    return std::string(item);
  }

  /// A name that stands where a speaker is told, whatever is told of them.
  void place(std::string_view told) {
    const auto items = items_of(told);
    if (items.empty() || items.size() > 4 || is_citation(told, words_)) return;
    if (std::string name = name_of_item(items[0]); !name.empty()) placed_.insert(std::move(name));
  }

  void take(std::string_view inside) {
    const auto items = items_of(inside);
    if (items.empty() || items.size() > 7 || is_citation(inside, words_)) return;
    const std::size_t bracket = items[0].find(" (");
    const std::string name = name_of_item(items[0].substr(0, bracket));
    if (name.empty()) return;
    bool told = false;
    for (std::size_t i = 1; i < items.size(); ++i) told = told || tells(items[i]);
    if (bracket != items[0].npos) told = told || tells(trimmed(items[0].substr(bracket), " ()"));
    SeenName& seen = seen_[name];
    if (told) ++seen.told;
  }

  bool tells(std::string_view item) const {
    for (const Attribute& attribute : attributes_of(item, 0, words_)) {
      if (attribute.kind == "gender" || attribute.kind == "role" || attribute.kind == "age") return true;
    }
    return false;
  }

  void look_at_row(std::size_t i) {
    const std::uint32_t table = paper_.blocks[i].table;
    if (i > 0 && paper_.blocks[i - 1].table == table) return;
    const Block& head = paper_.blocks[i];
    for (std::size_t column = 0; column < std::min<std::size_t>(2, head.cells.size()); ++column) {
      if (head.cells.size() < 2 || !heads_names(head.cells[column], words_)) continue;
      std::vector<std::string> names;
      std::size_t rows = 0;
      for (std::size_t r = i + 1; r < paper_.blocks.size() && paper_.blocks[r].table == table; ++r) {
        const auto& cells = paper_.blocks[r].cells;
        if (column >= cells.size() || cells[column].empty()) continue;
        ++rows;
        std::string name = name_of_item(trimmed(cells[column], " *\u2020"));
        if (!name.empty()) names.push_back(std::move(name));
      }
      if (names.size() < 2 || names.size() * 3 < rows * 2) continue;
      for (const std::string& name : names) ++seen_[name].listed;
      return;
    }
  }

  /// "Esi told us: ...", "..., Delphine said", "..., said Farida": one word with a capital and a verb beside words that
  /// are quoted.
  void look_at_speakers(const Block& block, const std::vector<QuotedSpan>& quotes) {
    for (const ByteRange sentence : sentences_of(block.text, words_)) {
      const bool with_quote = std::any_of(quotes.begin(), quotes.end(), [&](const QuotedSpan& quote) {
        return quote.whole.begin < sentence.end && sentence.begin < quote.whole.end;
      });
      const std::string_view said = cut_at(block.text, sentence);
      if (!with_quote && !said.ends_with(':')) continue;
      for (std::size_t at = 0; at < said.size();) {
        const std::size_t end = std::min(said.find(' ', at), said.size());
        const std::string_view word = said.substr(at, end - at);
        const bool quoted = std::any_of(quotes.begin(), quotes.end(), [&](const QuotedSpan& quote) {
          return quote.inside.begin <= sentence.begin + at && sentence.begin + at < quote.inside.end;
        });
        const std::size_t next = std::min(said.find_first_of(" ,:;.", end + 1), said.size());
        const bool verb = end < said.size() && words_.speaks.contains(fold(said.substr(end + 1, next - end - 1)));
        const bool after_capital = at > 1 && is_upper(code_point_at(said, said.find_last_of(' ', at - 2) + 1).value) &&
                                   said.find_last_of(' ', at - 2) != said.npos;
        const std::string_view name = trimmed(word, ".,;:");
        const std::size_t start = at > 1 ? said.find_last_of(' ', at - 2) + 1 : 0;
        const bool said_before = at > 1 && words_.speaks.contains(fold(said.substr(start, at - 1 - start))) &&
                                 ends_quote(quotes, sentence.begin + start);
        const std::size_t after = skip_blanks(said, end);
        const bool more = name.size() == word.size() && is_upper(code_point_at(said, after).value);  // Josiah Treadgold
        if (!quoted && verb && !after_capital && is_name_word(word) && !name_of_item(word).empty())
          speaking_.insert(std::string(word));
        if (!quoted && said_before && !more && is_name_word(name) && !name_of_item(name).empty())
          speaking_.insert(std::string(name));
        at = end + 1;
      }
    }
  }

  /// Whether a quotation ends right before a place.
  static bool ends_quote(const std::vector<QuotedSpan>& quotes, std::size_t at) {
    return std::any_of(quotes.begin(), quotes.end(),
                       [&](const QuotedSpan& quote) { return quote.whole.end + 1 == at; });
  }

  const Manuscript& paper_;
  const PaperWords& words_;
  std::map<std::string, SeenName> seen_{};
  std::set<std::string> speaking_{}, turns_{}, cited_{};
  std::map<std::string, std::size_t> unmarked_{};
  std::set<std::string> placed_{};  // before a quotation and a colon, or behind one and a dash
  std::set<std::string> leads_{};   // whom a sentence that leads to a quotation begins with
  std::set<std::string, std::less<>> small_{};
};

}  // namespace

bool heads_names(std::string_view heading, const PaperWords& words) {
  const std::string folded = fold(trimmed(heading, " *:#."));
  if (words.table_ids.contains(folded)) return true;
  const auto holds = [&](const std::string& said) { return folded.find(said) != std::string::npos; };
  const auto begins = [&](const std::string& said) { return folded.starts_with(said); };
  return is_one_of(folded, words.table_names) ||
         std::any_of(words.table_pseudonym.begin(), words.table_pseudonym.end(), holds) ||
         std::any_of(words.table_participant.begin(), words.table_participant.end(), begins);
}

PaperNames pseudonyms_in(const Manuscript& paper, const PaperWords& words) { return NameFinder(paper, words).find(); }

}  // namespace moniker::custodian
