// Which IDs a paper uses is learned from where they stand: whatever has the shape of one, behind a quotation or under
// it.
#include "manuscript/paper_reading.hpp"

#include <algorithm>
#include <map>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/paper_names.hpp"
#include "manuscript/roles_before_ids.hpp"
#include "manuscript/talk_cells.hpp"

namespace moniker::custodian {
namespace {

using Kind = IdPrefix::Kind;
constexpr std::uint32_t least_age = 16;

/// F34, m 52: an age, and no member of a group.
bool tells_age(const PaperId& id) {
  const std::string prefix = id.folded_prefix();
  return (prefix == "f" || prefix == "m") && id.number >= least_age;
}

}  // namespace

std::string_view cut_at(std::string_view text, ByteRange bytes) { return text.substr(bytes.begin, bytes.size()); }

/// Without dashes and blanks that lead to an attribution.
std::size_t skip_dashes(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    const bool dash = point.value == U'-' || point.value == U'~' || (point.value >= 0x2010 && point.value <= 0x2015) ||
                      is_space(point.value);
    if (!dash) return at;
    at += point.length;
  }
  return at;
}

/// Whether only signs and blanks stand between.
bool next_to(std::string_view text, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; at += std::max<std::size_t>(1, code_point_at(text, at).length)) {
    if (is_word(code_point_at(text, at).value)) return false;
  }
  return to >= from && to - from < 8;
}

PaperReading::PaperReading(const Manuscript& paper, const PaperWords& words) : paper_(paper), words_(words) {
  names_ = pseudonyms_in(paper, words);
  std::vector<std::string_view> texts;
  for (const Block& block : paper.blocks) texts.push_back(block.text);
  lettered_leads_ = leads_of_lettered_members(texts);
  for (const Block& block : paper.blocks)
    read_.push_back({quotes_in(block.text), brackets_in(block.text), ids_of(block.text)});
  add_talk_of_cells();
  learn_ranges();
  learn_numbered();
  learn_group_sizes();
  learn_prefixes();
  learn_sizes_in_order();
  learn_letters_of_groups();
  learn_number_of_groups();
  learn_letters_alone();
  for (std::size_t i = 0; i < read_.size(); ++i) widen(block(i).text, read_[i].ids);
  learn_letters_behind();
  learn_letters_of_gender();
  learn_bare_numbers();
}

void PaperReading::add_talk_of_cells() {
  for (std::size_t i = 0; i < paper_.blocks.size(); ++i) {
    const bool begins = block(i).kind == BlockKind::row && (i == 0 || block(i - 1).table != block(i).table);
    if (!begins) continue;
    const auto rows = talk_in_cells(paper_.blocks, i, words_);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      ReadBlock& row = read_[i + r];
      if (!row.ids.empty()) row.quotes.insert(row.quotes.end(), rows[r].begin(), rows[r].end());  // of somebody
    }
  }
}

/// A block quotation, or a paragraph that begins with a quotation.
bool PaperReading::begins_in_talk(std::size_t i) const {
  const auto& quotes = read_[i].quotes;
  return block(i).kind == BlockKind::quote || (!quotes.empty() && quotes.front().whole.begin < 3);
}

/// "T4, secondary, autumn term:" as a line that leads to what is said.
bool PaperReading::leads_to_quote(std::size_t i, const PaperId& id) const {
  const std::string& text = block(i).text;
  const bool speaker = block(i).kind == BlockKind::speaker;
  const bool leads = speaker || (text.ends_with(':') && i + 1 < paper_.blocks.size() && begins_in_talk(i + 1));
  return leads && text.size() < longest_line && begin_of(text, id) == skip_dashes(text, 0) &&
         (id.bytes.end + !speaker >= text.size() || text[id.bytes.end] == ',' ||
          (speaker && std::string_view(text).substr(id.bytes.end).starts_with(" ("))) &&
         is_short_items(text);
}

/// "P19, who was on his second contract, gave this example:", before what is set apart: of nobody else.
bool PaperReading::leads_alone(std::size_t i, const PaperId& id) const {
  const std::string& text = block(i).text;
  const bool short_form = id.separator.empty() && id.prefix.size() < 4 &&  // GP2
                          std::all_of(id.prefix.begin(), id.prefix.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (block(i).kind != BlockKind::body || !text.ends_with(':') || i + 1 >= paper_.blocks.size() ||
      (id.is_word() && !short_form))
    return false;
  if (!begins_in_talk(i + 1)) return false;
  const std::uint32_t from = sentences_of(text, words_).back().begin;
  const auto in_last = [&](const PaperId& other) { return other.bytes.begin >= from; };
  return id.bytes.begin >= from && std::count_if(read_[i].ids.begin(), read_[i].ids.end(), in_last) == 1;
}

/// "Assistant 1, Branch C: What they say ...": where the colon of a turn stands whose label has more than the ID; 0
/// where it has no more.
std::size_t PaperReading::label_end(std::size_t i, const PaperId& id) const {
  const std::string& text = block(i).text;
  const std::size_t colon = text.find(": ");
  const bool label = colon < longest_label && begin_of(text, id) == skip_dashes(text, 0) && id.bytes.end < colon &&
                     text[id.bytes.end] == ',' && block(i).kind != BlockKind::row;
  const bool quotes = !read_[i].quotes.empty() && read_[i].quotes.front().whole.begin < colon;
  if (!label || quotes || words_in(std::string_view(text).substr(colon)) < 3) return 0;
  const std::string_view said = std::string_view(text).substr(id.bytes.begin, colon - id.bytes.begin);
  const auto items = items_of(said);
  const bool short_items = std::all_of(items.begin(), items.end(), [&](std::string_view one) {
    const bool clause =
        is_one_of(fold(one.substr(0, one.find(' '))), words_.somebody);  // "..., who had moved there: ..."
    return words_in(one) < (clause ? 10U : 5U);
  });
  return short_items && !says_one_of(fold(said), words_.speaks) ? colon : 0;
}

/// Whether the sentence that an ID stands in has a quotation, and the ID is no part of that.
bool PaperReading::quotes_in_sentence(std::size_t i, const PaperId& id) const {
  if (block(i).kind != BlockKind::body) return false;
  for (const ByteRange sentence : sentences_of(block(i).text, words_)) {
    if (id.bytes.begin < sentence.begin || id.bytes.end > sentence.end) continue;
    return std::any_of(read_[i].quotes.begin(), read_[i].quotes.end(), [&](const QuotedSpan& quote) {
      return quote.whole.begin < sentence.end && sentence.begin < quote.whole.end &&
             (id.bytes.end <= quote.inside.begin || id.bytes.begin >= quote.inside.end);
    });
  }
  return false;
}

/// "..., said Engineer 4", "OP-03 said: '...' (chain, 6 years)": an ID of those that the paper says there are, or that
/// the language knows for one, beside a word for speaking, in a sentence with a quotation.
bool PaperReading::speaks_beside_quote(std::size_t i, const PaperId& id) const {
  if (id.name || !is_declared(id) || !quotes_in_sentence(i, id)) return false;
  const std::string_view text = block(i).text;
  for (const ByteRange sentence : sentences_of(text, words_)) {
    if (id.bytes.begin < sentence.begin || id.bytes.end > sentence.end) continue;
    std::string rest(cut_at(text, sentence));
    for (const QuotedSpan& quote : read_[i].quotes) {
      for (std::size_t at = quote.inside.begin; at < quote.inside.end; ++at) {
        if (at >= sentence.begin && at < sentence.end) rest[at - sentence.begin] = ' ';
      }
    }
    return says_one_of(fold(rest), words_.speaks);
  }
  return false;
}

bool PaperReading::stands_behind_quote(std::size_t i, const QuotedSpan& bracket) const {
  return block(i).kind == BlockKind::quote ||
         std::any_of(read_[i].quotes.begin(), read_[i].quotes.end(), [&](const QuotedSpan& quote) {
           return next_to(block(i).text, quote.whole.end, bracket.whole.begin);
         });
}

std::vector<PaperId> PaperReading::ids_of(std::string_view text) const {
  std::vector<PaperId> ids = ids_in(text, words_, IdPlaces::items);
  for (PaperId& name : names_in(text, names_)) {
    const bool apart =
        std::none_of(ids.begin(), ids.end(), [&](const PaperId& id) { return id.bytes.overlaps(name.bytes); });
    // A name that is a word of the paper too (Will, May) is one only where an item begins.
    const bool sure =
        !names_.at(name.prefix) || begins_item(text, name.bytes.begin) ||
        (name.bytes.begin > 0 && std::string_view("([").find(text[name.bytes.begin - 1]) != std::string_view::npos);
    if (apart && sure) ids.push_back(std::move(name));
  }
  for (PaperId& id : lettered_members_in(text, lettered_leads_)) {  // "S2-C" is no S2
    std::erase_if(ids, [&](const PaperId& other) { return other.bytes.overlaps(id.bytes); });
    ids.push_back(std::move(id));
  }
  for (PaperId& id : letters_behind_.empty() ? std::vector<PaperId>{} : numbers_with_letters_in(text)) {
    if (letters_behind_.contains(id.prefix)) ids.push_back(std::move(id));
  }
  std::sort(ids.begin(), ids.end(), [](const PaperId& a, const PaperId& b) { return a.bytes.begin < b.bytes.begin; });
  if (auto letter = text.size() == 1 ? letter_alone(text) : std::nullopt) ids.push_back(std::move(*letter));
  widen(text, ids);
  set_pairs(ids);
  return ids;
}

/// "said store manager 11", where the paper has "(Store manager 11)".
void PaperReading::widen(std::string_view text, std::vector<PaperId>& ids) const {
  for (PaperId& id : ids) {
    if (id.name || !id.known || !id.known->word) continue;
    for (const std::string& prefix : prefixes_) {
      const std::size_t more = prefix.size() - id.prefix.size();
      if (prefix.size() <= id.prefix.size() || id.bytes.begin < more) continue;
      const std::string_view whole = text.substr(id.bytes.begin - more, prefix.size());
      if (fold(whole) != prefix) continue;
      id.bytes.begin -= static_cast<std::uint32_t>(more);
      id.prefix = std::string(whole);
      break;
    }
  }
}

const Block& PaperReading::block(std::size_t i) const { return paper_.blocks[i]; }

bool PaperReading::is_talk(std::size_t i) const { return block(i).kind != BlockKind::heading; }

std::size_t PaperReading::begin_of(std::string_view text, const PaperId& id) const {
  const bool alone = !id.name && !id.is_word() && id.separator.empty();
  return alone ? role_begin(text, id.bytes.begin, words_) : id.bytes.begin;
}

bool PaperReading::begins_item(std::string_view inside, std::size_t at) const {
  if (role_begin(inside, at, words_) < at) return true;
  for (const std::string_view item : items_of(inside)) {
    const std::size_t from = std::min(item.find_first_not_of("([ "), item.size());  // "[Interview 2], volunteer"
    if (static_cast<std::size_t>(item.data() - inside.data()) + from == at) return true;
  }
  return false;
}

bool PaperReading::stands_as_attribution(std::size_t i, const PaperId& id) const {
  const Block& here = block(i);
  const ReadBlock& read = read_[i];
  const bool lettered = !id.known && !id.name && id.digits.size() == 1 && !is_ascii_digit(id.digits[0]) &&
                        !is_ascii_digit(id.prefix.back());
  for (const QuotedSpan& bracket : read.brackets) {
    if (id.bytes.begin < bracket.inside.begin || id.bytes.end > bracket.inside.end) continue;
    // "(P3, F34)" tells an age; "(FG3, F2)" and "(Site B, nurse 2)" who it is of the group.
    const bool first = std::none_of(read.ids.begin(), read.ids.end(), [&](const PaperId& other) {
      const bool somebody = other.name || !other.known || other.known->kind == Kind::participant;
      return somebody && other.bytes.begin >= bracket.inside.begin && other.bytes.begin < id.bytes.begin;
    });
    if (!first && (!id.known || id.known->kind == Kind::participant)) return false;
    const bool alone = begin_of(here.text, id) == bracket.inside.begin;
    if (!alone && (tells_age(id) || words_.occasions.contains(fold(id.written()))))
      return false;  // (FG3, F34), (P3, T2)
    if (bracket.inside.size() > longest_attribution ||
        !begins_item(cut_at(here.text, bracket.inside), id.bytes.begin - bracket.inside.begin))
      return false;
    const bool behind = std::any_of(read.quotes.begin(), read.quotes.end(), [&](const QuotedSpan& quote) {
      return next_to(here.text, quote.whole.end, bracket.whole.begin) ||
             next_to(here.text, bracket.whole.end, quote.whole.begin);
    });
    const bool small = !id.known && !id.name && is_lower(code_point_at(id.prefix, 0).value);
    if (lettered)  // "(Welder A)" right behind a quotation alone tells that it is somebody
      return alone && std::any_of(read.quotes.begin(), read.quotes.end(), [&](const QuotedSpan& quote) {
               return next_to(here.text, quote.whole.end, bracket.whole.begin);
             });
    return behind || here.kind == BlockKind::quote || (!small && tells_somebody(cut_at(here.text, bracket.inside))) ||
           (alone && (ends_paragraph_of(i, id, bracket) || leads_turn(i, id, bracket)));
  }
  const std::size_t first = skip_dashes(here.text, 0), own = begin_of(here.text, id);
  const bool line = own == first && here.text.size() < longest_line && i > 0 && quotes_somebody(i - 1);
  std::size_t end = id.bytes.end;
  for (const QuotedSpan& bracket : read.brackets) {  // "P8 (man, 38): ..."
    if (bracket.whole.begin == end + 1 && here.text[end] == ' ') end = bracket.whole.end;
  }
  const bool label = own == first && end < here.text.size() && (here.text[end] == ':' || is_dash_label(i, id));
  if (own < id.bytes.begin && quotes_in_sentence(i, id)) return true;  // "'You coil it,' said Volunteer V3"
  if (leads_to_quote(i, id) || leads_alone(i, id) || speaks_beside_quote(i, id) || label_end(i, id) > 0) return true;
  if (line || label) return true;
  // "..." FG2-F1, where the paragraph is all quotation but for that
  const bool all_quote = here.kind == BlockKind::body && !read.quotes.empty() && read.quotes.front().whole.begin < 3 &&
                         read.quotes.back().whole.end < id.bytes.begin;
  const std::size_t tail = here.kind == BlockKind::quote || all_quote ? tail_begin(i) : here.text.size();
  return lettered ? tail == id.bytes.begin : tail <= id.bytes.begin;  // "Operator 3, Plant B": a place
}

/// One of those that the paper says there are, or that the language knows for one.
bool PaperReading::is_declared(const PaperId& id) const {
  return last_.contains(id.family()) || (id.known && id.known->kind == Kind::participant);
}

/// "V30 - I give them the head.": before what is said, in a paper that has such IDs.
bool PaperReading::is_dash_label(std::size_t i, const PaperId& id) const {
  const std::string_view text = block(i).text, behind = text.substr(id.bytes.end);
  const bool dash = behind.starts_with(" - ") || behind.starts_with(" \u2013 ") || behind.starts_with(" \u2014 ");
  return dash && is_declared(id) && id.bytes.begin == 0 && block(i).kind == BlockKind::body && words_in(behind) > 4 &&
         std::string_view(".?!").find(text.back()) != std::string_view::npos;
}

/// "[P2] It's tennis. Left, right, left, right.": at the beginning of a paragraph, and nobody's reference.
bool PaperReading::leads_turn(std::size_t i, const PaperId& id, const QuotedSpan& bracket) const {
  const std::string_view text = block(i).text;
  return is_declared(id) && bracket.whole.begin == 0 && text[0] == '[' && block(i).kind == BlockKind::body &&
         words_in(text.substr(bracket.whole.end)) > 4;
}

/// "I wasn't reading it. (V3, outpatient)": at the end of a paragraph, behind a full stop, an ID of those that the
/// paper says there are, or that the language knows for one.
bool PaperReading::ends_paragraph_of(std::size_t i, const PaperId& id, const QuotedSpan& bracket) const {
  const std::string_view text = block(i).text;
  if (!is_declared(id) || block(i).kind != BlockKind::body || bracket.whole.end + 2 < text.size() ||
      bracket.whole.begin < 20)
    return false;
  const std::string_view said = trimmed(text.substr(0, bracket.whole.begin));
  return !said.empty() && std::string_view(".?!").find(said.back()) != std::string_view::npos &&
         items_of(cut_at(text, bracket.inside)).size() > 1;
}

bool PaperReading::tells_somebody(std::string_view inside) const {
  std::size_t known = 0;
  for (const std::string_view item : items_of(inside)) {
    for (const Attribute& attribute : attributes_of(item, 0, words_))
      known += attribute.kind == "gender" || attribute.kind == "role" || attribute.kind == "age";
  }
  return known > 0;
}

/// A row that holds a quotation, and an ID that begins another of its cells, or the bracket behind it.
bool PaperReading::stands_in_row_of_quote(std::size_t i, const PaperId& id) const {
  const std::string& text = block(i).text;
  const bool quoted = std::any_of(read_[i].quotes.begin(), read_[i].quotes.end(), [&](const QuotedSpan& quote) {
    return words_in(cut_at(text, quote.inside)) > 3 &&
           (id.bytes.end <= quote.whole.begin || id.bytes.begin >= quote.whole.end);
  });
  const bool in_bracket = std::any_of(read_[i].brackets.begin(), read_[i].brackets.end(), [&](const auto& bracket) {
    return bracket.inside.begin == id.bytes.begin && stands_behind_quote(i, bracket);
  });
  return quoted && (in_bracket || id.bytes.begin == 0 || text[id.bytes.begin - 1] == '\t');
}

bool PaperReading::quotes_somebody(std::size_t i) const {
  const ReadBlock& read = read_[i];
  return block(i).kind == BlockKind::quote ||
         (!read.quotes.empty() && next_to(block(i).text, read.quotes.back().whole.end, block(i).text.size()));
}

void PaperReading::learn_prefixes() {
  std::map<std::string, std::size_t> placed, all;
  std::map<std::string, const IdPrefix*> known;
  std::set<std::string> alone;  // "- Tenor 5" under a quotation, and nothing else
  for (std::size_t i = 0; i < paper_.blocks.size(); ++i) {
    for (const PaperId& id : read_[i].ids) {
      const std::string prefix = id.family();
      all[prefix] += block(i).kind != BlockKind::row || stands_in_row_of_quote(i, id);
      known[prefix] = id.known;
      const std::string_view said = std::string_view(block(i).text).substr(skip_dashes(block(i).text, 0));
      if (i > 0 && block(i - 1).kind == BlockKind::quote && said == id.written() && id.is_word()) alone.insert(prefix);
      placed[prefix] += is_talk(i) && (block(i).kind == BlockKind::row ? stands_in_row_of_quote(i, id)
                                                                       : stands_as_attribution(i, id));
    }
  }
  std::size_t in_all = 0;
  for (const auto& [prefix, count] : placed) in_all += count;
  for (const auto& [prefix, count] : placed) {
    const IdPrefix* word = known[prefix];
    const bool participant = word && word->kind == Kind::participant;
    const bool enough = participant ? count >= 1 || (word->word && word->generic)
                                    : (count * 2 >= all[prefix] || count >= 3 || (count >= 2 && count == in_all)) &&
                                          (count >= 2 || (count == 1 && in_all >= 3));
    const bool apart = word && word->kind != Kind::participant && count >= 1;
    if (enough || apart || (in_all >= 3 && alone.contains(prefix)) || (count > 0 && last_.contains(prefix)))
      prefixes_.insert(prefix);
  }
  if (!names_.empty()) prefixes_.insert("@");
}

bool PaperReading::is_used(const PaperId& id) const { return prefixes_.contains(id.family()); }

bool PaperReading::is_short_items(std::string_view text) const {
  const auto items = items_of(text);
  return items.size() <= 8 &&
         std::all_of(items.begin(), items.end(), [](std::string_view item) { return words_in(item) <= 8; });
}

std::size_t PaperReading::tail_begin(std::size_t i) const {
  const std::string& text = block(i).text;
  for (std::size_t at = text.size(); at > 3;) {
    const CodePoint point = code_point_before(text, at);
    if (point.length == 0 || text.size() - at > longest_line) break;
    at -= point.length;
    const bool dash =
        (point.value >= 0x2012 && point.value <= 0x2015) || (point.value == U'-' && at > 0 && text[at - 1] == ' ');
    const char32_t before = at > 0 ? code_point_before(text, at).value : U' ';
    const bool stop = point.value == U' ' && (before == U'.' || before == U'?' || before == U'!' || before == 0x2026 ||
                                              before == 0x201D || before == 0x2019 || before == U'"');
    if (!dash && !stop) continue;
    const std::size_t begin = skip_dashes(text, at);
    const std::string_view rest = std::string_view(text).substr(begin);
    if (rest.find_first_of("?!:\"") != rest.npos || !is_short_items(rest) || rest.find(". ") != rest.npos) continue;
    const bool behind_talk = at > 1 && !is_word(code_point_before(text, text.find_last_not_of(' ', at - 1) + 1).value);
    const auto ids = ids_of(rest);
    // Behind a full stop nothing but the ID tells that talk is over: it is an item of its own, and no sentence goes on.
    const std::string_view more = ids.empty() ? "" : rest.substr(ids[0].bytes.end);
    const bool talk = more.size() == 2 && more[0] == '/' && is_ascii_digit(more[1]);  // S7/2: the second interview
    const bool alone =
        !ids.empty() && ids[0].bytes.begin == 0 && (more.empty() || talk || more[0] == ',' || more.starts_with(" ("));
    if (stop && (!alone || rest.ends_with('.') || rest.find("\u201C") != rest.npos)) continue;
    if (behind_talk && !ids.empty() && begins_item(rest, ids[0].bytes.begin)) return begin;
  }
  return text.size();
}

}  // namespace moniker::custodian
