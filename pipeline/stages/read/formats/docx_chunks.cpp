// Report generators and converters put html or plain text into a package and leave it to Word to make paragraphs of it.
// The type of the content is judged by its bytes, as everywhere. Html goes through libxml2's parser of it: tag soup,
// the character set that it declares, entities by name; nothing is fetched and no script is run.
#include "read/formats/docx_chunks.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <memory>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "moniker/error.hpp"
#include "read/formats/html_styles.hpp"
#include "read/turns/encoding.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t longest_chunk = std::size_t{4} << 20;
constexpr int deepest_html = 240;                   // libxml2 gives up at 256
constexpr std::size_t most_questions = 10'000'000;  // whether a rule of style holds of an element

template <std::size_t N>
bool among_tags(std::string_view name, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

class HtmlWords {
 public:
  explicit HtmlWords(const xmlNode* root) : root_(root), styles_(root) {}

  /// Nothing where elements are nested so deep that the parser gave up, or styles are more than can be asked of each.
  std::optional<DocxChunk> take() {
    walk(root_, {}, 0);
    end_paragraph();
    const bool whole = deepest_ < deepest_html && elements_ * styles_.rules() <= most_questions;
    return whole ? std::optional(std::move(chunk_)) : std::nullopt;
  }

 private:
  void walk(const xmlNode* node, HtmlShown around, int depth) {
    deepest_ = std::max(deepest_, depth);
    for (; node; node = node->next) {
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) put(node, around.hidden());
      if (node->type != XML_ELEMENT_NODE || depth >= deepest_html) continue;
      const std::string name = fold(reinterpret_cast<const char*>(node->name));
      if (among_tags(name, {"head", "script", "style"}) || ++elements_ * styles_.rules() > most_questions) continue;
      HtmlShown shown = styles_.shown(node, around);
      shown.gone = shown.gone || name == "template" || name == "noscript";
      const bool cell = name == "td" || name == "th";
      const bool block = among_tags(
          name, {"p",  "div",   "tr",         "li",  "ul", "ol", "h1",      "h2",      "h3",     "h4",    "h5",
                 "h6", "table", "blockquote", "pre", "dt", "dd", "section", "article", "header", "footer"});
      if (name == "br") text_ += '\n';
      if (cell && !trimmed(text_).empty()) text_ += '\t';
      if (block && cells_ == 0) end_paragraph();
      cells_ += cell;
      walk(node->children, shown, depth + 1);
      cells_ -= cell;
      if (block && cells_ == 0) end_paragraph();
    }
  }

  void put(const xmlNode* node, bool hidden) {
    const std::string_view words(reinterpret_cast<const char*>(node->content));
    if (hidden) {
      chunk_.hidden += !trimmed(words, " \t\r\n").empty();
      return;
    }
    for (const char c : words) {
      const bool white = is_white(c);
      if (!white)
        text_ += c;
      else if (!text_.empty() && !is_white(text_.back()))
        text_ += ' ';
    }
  }

  void end_paragraph() {
    const std::string_view words = trimmed(text_, " \t\n");
    if (!words.empty()) chunk_.paragraphs.emplace_back(words);
    text_.clear();
  }

  const xmlNode* root_;
  HtmlStyles styles_;
  DocxChunk chunk_{};
  std::string text_{};
  std::size_t elements_ = 0;
  int deepest_ = 0;
  int cells_ = 0;  // open ones: what stands in a cell is one paragraph with its row
};

bool is_html(std::string_view bytes) {
  const std::string head = fold(bytes.substr(0, 1024));
  return head.find("<html") != std::string::npos || head.find("<!doctype html") != std::string::npos ||
         head.find("<body") != std::string::npos || head.find("<p>") != std::string::npos ||
         head.find("<div") != std::string::npos;
}

/// Neither an archive, rich text nor xml.
bool is_plain_text(std::string_view bytes) {
  return !bytes.starts_with("PK") && !bytes.starts_with("{\\rtf") && !trimmed(bytes, " \t\r\n").starts_with("<");
}

/// A page saved as one file is mail with parts (.mht), each encoded in a way of its own.
bool is_mail(std::string_view bytes) {
  const std::string head = fold(bytes.substr(0, 1024));
  return head.starts_with("mime-version:") || head.starts_with("from:") || head.starts_with("content-type:");
}

DocxChunk words_of_text(const std::string& text) {
  DocxChunk chunk;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    if (end > at) chunk.paragraphs.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return chunk;
}

std::optional<DocxChunk> words_of_html(const std::string& html) {
  const char* encoding = find_invalid_utf8(html) == std::string::npos ? "UTF-8" : nullptr;
  constexpr int options = HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER;
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, encoding, options), &xmlFreeDoc);
  return document ? HtmlWords(xmlDocGetRootElement(document.get())).take() : std::nullopt;
}

/// Html that is no UTF-8 is left to the parser, which knows the character set that it declares.
std::optional<DocxChunk> words_of_chunk(const std::string& bytes) {
  const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (!wide && find_invalid_utf8(bytes) != std::string::npos && is_html(bytes)) return words_of_html(bytes);
  Utf8Source decoded(std::make_unique<MemorySource>(bytes), [](const Issue&) {});
  try {
    const std::string text = read_all(decoded, 4 * longest_chunk);
    if (is_mail(text)) return std::nullopt;
    if (is_html(text)) return words_of_html(text);
    return is_plain_text(text) ? std::optional(words_of_text(text)) : std::nullopt;
  } catch (const Error&) {
    return std::nullopt;  // bytes that are no text
  }
}

}  // namespace

DocxChunks::DocxChunks(const ZipPackage& package, const std::string& part)
    : package_(package), relations_(relations_of(package, part)) {
  std::erase_if(relations_, [](const Relation& relation) { return relation.type != "aFChunk"; });
}

std::optional<DocxChunk> DocxChunks::read(const std::string& id) {
  const auto found = std::find_if(relations_.begin(), relations_.end(), [&](const Relation& r) { return r.id == id; });
  if (found == relations_.end()) return std::nullopt;
  asked_.insert(id);
  if (found->external || !package_.has(found->target)) return std::nullopt;
  const auto source = package_.open(found->target);
  std::string bytes(longest_chunk + 1, '\0');
  std::size_t filled = 0;
  while (const std::size_t got = source->read(std::span(bytes).subspan(filled))) filled += got;
  bytes.resize(filled);
  return bytes.size() > longest_chunk ? std::nullopt : words_of_chunk(bytes);
}

std::uint64_t DocxChunks::unread() const {
  return static_cast<std::uint64_t>(
      std::count_if(relations_.begin(), relations_.end(), [&](const Relation& r) { return !asked_.contains(r.id); }));
}

}  // namespace moniker::read
