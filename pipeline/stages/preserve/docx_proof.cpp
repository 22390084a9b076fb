// The last look at a document kept in place, at its finished bytes and by nothing that made them. Read again by the
// usual reader it must say exactly the rewritten turns and hold no known name; every attribute's value must stand in a
// table; its character data must have the bytes of the words that were meant, each as often; and no word that was
// replaced may stand in any part, even across tags. What cannot be read again is not published.
#include "preserve/docx_proof.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "base/zip_package.hpp"
#include "moniker/error.hpp"
#include "preserve/word_values.hpp"
#include "read/formats/xml_pull.hpp"
#include "read/open_transcript.hpp"

namespace moniker::preserve {
namespace {

constexpr std::string_view known_parts[] = {"[Content_Types].xml",          "_rels/.rels",        "word/document.xml",
                                            "word/_rels/document.xml.rels", "word/styles.xml",    "word/settings.xml",
                                            "word/numbering.xml",           "word/footnotes.xml", "word/endnotes.xml"};

void append_solid(std::string& into, std::string_view text) {
  std::copy_if(text.begin(), text.end(), std::back_inserter(into), [](char c) { return !is_white(c); });
}

/// Turns of one speaker that follow each other are one: where a turn is cut depends on its length, which has changed.
struct Said {
  Part part{};
  std::string speaker{}, words{};
  Position at{};
  bool same(const Said& other) const { return part == other.part && speaker == other.speaker && words == other.words; }
};
void add(std::vector<Said>& list, const Utterance& utterance) {
  if (list.empty() || list.back().part != utterance.part || list.back().speaker != utterance.speaker)
    list.push_back({utterance.part, utterance.speaker, {}, utterance.at});
  append_solid(list.back().words, utterance.text);
  if (list.back().words.empty()) list.pop_back();
}

/// Where one of `by` stands.
std::vector<ByteRange> placeholders_in(const std::string& text, const std::set<std::string>& by) {
  std::vector<ByteRange> all, out;
  for (const std::string& one : by) {
    for (std::size_t at = text.find(one); at != std::string::npos; at = text.find(one, at + one.size()))
      all.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + one.size())});
  }
  std::sort(all.begin(), all.end(),
            [](ByteRange a, ByteRange b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  for (const ByteRange range : all) {
    if (out.empty() || range.begin >= out.back().end) out.push_back(range);
  }
  return out;
}

/// What stands in the place of an address alone on its line, twice, looks like a label in brackets: it is words all the
/// same, of whoever spoke before.
Utterance with_own_words(Utterance utterance, const std::vector<Said>& before, const PreservedTruth& truth) {
  const std::string words = "[" + utterance.speaker + "]";
  const bool meant = std::any_of(truth.utterances.begin(), truth.utterances.end(),
                                 [&](const Utterance& u) { return u.speaker == utterance.speaker; });
  if (utterance.speaker.empty() || meant || !truth.by.contains(words)) return utterance;
  utterance.text = words + utterance.text;
  utterance.speaker = before.empty() ? std::string() : before.back().speaker;
  if (!before.empty()) utterance.part = before.back().part;
  return utterance;
}

/// What the reader says of talk; all else would be of something that a written document has not.
bool is_harmless(IssueCode code) { return code == IssueCode::line_overlong || code == IssueCode::speaker_uncertain; }

/// Where the two differ first; nothing where they do not.
std::optional<Issue> difference(const std::vector<Said>& is, const std::vector<Said>& should) {
  const auto [one, other] = std::mismatch(is.begin(), is.end(), should.begin(), should.end(),
                                          [](const Said& a, const Said& b) { return a.same(b); });
  if (other != should.end()) return Issue{IssueCode::docx_reads_otherwise, other->at, 1};
  return one == is.end() ? std::nullopt : std::optional(Issue{IssueCode::docx_reads_otherwise, one->at, 1});
}

std::optional<Issue> says_otherwise(const std::string& package, const PreservedTruth& truth,
                                    const prove::Prover& prover, const words::Language& language) {
  std::optional<Issue> found;
  const auto watch = [&](const Issue& issue) {
    if (!found && !is_harmless(issue.code)) found = {IssueCode::docx_loose_words, issue.at, 1};
  };
  const auto opened = read::open_transcript(std::make_unique<MemorySource>(package), watch, {.language = language});
  std::vector<Said> is, should;
  for (const Utterance& utterance : truth.utterances) add(should, utterance);
  while (const auto utterance = opened.reader->next()) {
    add(is, with_own_words(*utterance, is, truth));
    const bool left = !prover.search(*utterance, placeholders_in(utterance->text, truth.by)).empty();
    if (left && !found) found = {IssueCode::docx_loose_words, utterance->at, 1};
  }
  if (found) return found;
  return opened.format == "docx" ? difference(is, should) : Issue{IssueCode::docx_reads_otherwise};
}

/// All character data of a package, and all values of attributes that no table has.
struct Contents {
  std::string text{}, loose{};
  bool sound = true;
};

bool is_made_here(std::string_view value) {  // ids and names of styles, see WordNames
  for (const std::string_view begin : {"Style", "style ", "heading style ", "speaker style "}) {
    if (!value.starts_with(begin)) continue;
    if (is_number(value.substr(begin.size()))) return true;
  }
  return false;
}

bool is_in_tables(const std::string& element, const std::string& name, const std::string& value) {
  if (name == "w:val" && element == "lvlText") return safe_level(value) == value;
  if (is_plain_value(value) || is_known_font(value) || is_known_style(value) || is_language(value)) return true;
  if (is_made_here(value) || is_known_style_id(value)) return true;
  return name.starts_with("xmlns") || name == "xml:space" || element == "rect";
}

void look_at_word_part(const ZipPackage& package, const std::string& part, Contents& contents) {
  const auto source = package.open(part);
  read::XmlPull xml(*source, "written document");
  bool in_text = false;
  while (xml.next()) {
    if (xml.event() == read::XmlPull::Event::text) {
      contents.sound = contents.sound && (in_text || xml.text().find_first_not_of(" \t\r\n") == std::string_view::npos);
      append_solid(contents.text, xml.text());
      continue;
    }
    const std::string name(xml.name());
    in_text = xml.event() == read::XmlPull::Event::start && name == "t";
    if (xml.event() != read::XmlPull::Event::start) continue;
    for (const auto& [attribute, value] : xml.attributes()) {
      if (!is_in_tables(name, attribute, value)) contents.loose += value + '\n';
    }
  }
}

Contents contents_of(const ZipPackage& package) {
  Contents contents;
  for (const std::string& name : package.names()) {
    if (std::find(std::begin(known_parts), std::end(known_parts), name) == std::end(known_parts))
      contents.sound = false;
    const bool of_words = name.starts_with("word/") && name.ends_with(".xml") && name != "word/settings.xml";
    if (of_words) look_at_word_part(package, name, contents);
  }
  return contents;
}

std::array<std::uint64_t, 256> bytes_counted(std::string_view text) {
  std::array<std::uint64_t, 256> counts{};
  for (const char c : text) {
    if (!is_white(c)) ++counts[static_cast<unsigned char>(c)];
  }
  return counts;
}

bool stands_by_right(const std::string& words, const PreservedTruth& truth) {
  return std::any_of(truth.utterances.begin(), truth.utterances.end(), [&](const Utterance& utterance) {
    std::string solid;
    append_solid(solid, utterance.text);
    return solid.find(words) != std::string::npos || utterance.speaker.find(words) != std::string::npos;
  });
}

/// Words that were replaced, in any part. Runs are joined and blanks left out, so that none hides between two tags;
/// what comes about where two utterances meet is no find.
bool holds_replaced(const Contents& contents, const PreservedTruth& truth) {
  constexpr std::size_t shortest = 6;  // shorter ones come about by chance where blanks are left out
  return std::any_of(truth.replaced.begin(), truth.replaced.end(), [&](const std::string& surface) {
    if (contents.loose.find(surface) != std::string::npos) return true;
    std::string solid;
    append_solid(solid, surface);
    if (solid.size() < shortest || contents.text.find(solid) == std::string::npos) return false;
    return truth.words.find(solid) == std::string::npos && !stands_by_right(solid, truth);
  });
}

}  // namespace

std::optional<Issue> unproved(const std::string& bytes, const PreservedTruth& truth, const prove::Prover& prover,
                              const words::Language& language) {
  try {
    if (const auto otherwise = says_otherwise(bytes, truth, prover, language)) return otherwise;
    MemorySource source(bytes);
    const ZipPackage package(source);
    const Contents contents = contents_of(package);
    const bool meant = contents.sound && contents.loose.empty() &&
                       bytes_counted(contents.text) == bytes_counted(truth.words) && !holds_replaced(contents, truth);
    return meant ? std::nullopt : std::optional(Issue{IssueCode::docx_loose_words});
  } catch (const Error&) {
    return Issue{IssueCode::docx_reads_otherwise};  // what cannot be read again is not published
  }
}

}  // namespace moniker::preserve
