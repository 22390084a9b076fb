#include "preserve/docx_preserver.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <stdexcept>

#include "moniker/error.hpp"
#include "preserve/docx_proof.hpp"
#include "preserve/part_filter.hpp"
#include "preserve/pieces.hpp"
#include "preserve/word_values.hpp"
#include "read/formats/docx_turns.hpp"
#include "read/formats/package_relations.hpp"
#include "write/office_package.hpp"
#include "write/zip_package.hpp"

namespace moniker::preserve {
namespace {

/// The parts that a preserved document may have beside its text: relation, new name, outermost element.
struct PartKind {
  std::string_view relation, name, root;
};
constexpr PartKind kinds[] = {{"styles", "styles", "styles"},
                              {"numbering", "numbering", "numbering"},
                              {"footnotes", "footnotes", "footnotes"},
                              {"endnotes", "endnotes", "endnotes"}};

/// Nothing of the delivered settings: they name people, servers, templates and when somebody saved.
constexpr std::string_view settings =
    R"(<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>)";

std::string content_types_of(const std::vector<std::string>& names) {
  std::vector<write::OfficePart> parts{{"word/document.xml", "wordprocessingml.document.main"}};
  for (const std::string& name : names) parts.push_back({"word/" + name + ".xml", "wordprocessingml." + name});
  return write::office_content_types(parts);
}

std::string document_relations(const std::vector<std::string>& names) {
  std::vector<write::OfficeRelation> relations;
  for (const std::string& name : names) relations.push_back({name, name + ".xml"});
  return write::office_relations(relations);
}

}  // namespace

struct DocxPreserver::State {
  State(const ZipPackage& from, const words::Language& read_in)
      : package(from),
        language(read_in),
        turns(
            from, [](const Issue&) {}, read::ReadOptions{.language = read_in}, &sources) {}

  std::string new_package();
  const ZipPackage& package;
  const words::Language& language;
  std::vector<read::DocxSource> sources{};
  read::DocxTurns turns;
  std::vector<PartPieces> pieces{};  // by source
  PreservedTruth truth{};
  std::uint64_t left_out = 0;
  Issue why{};
};

DocxPreserver::DocxPreserver(const ZipPackage& package, const words::Language& language)
    : state_(std::make_unique<State>(package, language)) {}
DocxPreserver::~DocxPreserver() = default;

void DocxPreserver::take(const Utterance& delivered, const Rewritten& rewritten) {
  auto turn = state_->turns.next();
  while (turn && turn->turn.utterance.number < delivered.number) turn = state_->turns.next();
  if (!turn || turn->turn.utterance.text != delivered.text || turn->turn.utterance.speaker != delivered.speaker) {
    throw Error::integrity("the document read a second time is not what it was",
                           "run again while nobody writes to incoming/");
  }
  if (state_->pieces.size() <= turn->source) state_->pieces.resize(turn->source + 1);
  state_->pieces[turn->source].add(turn->turn, rewritten);
  state_->truth.utterances.push_back(rewritten.utterance);
  for (const Replacement& r : rewritten.replacements) {
    state_->truth.replaced.insert(delivered.text.substr(r.was.begin, r.was.size()));
    state_->truth.by.insert(r.by);
  }
}

std::string DocxPreserver::State::new_package() {
  const read::DocxSource& main = sources.front();
  const auto relations = read::relations_of(package, main.name);
  const auto related = [&](std::string_view type) -> std::string {
    for (const read::Relation& relation : relations) {
      if (relation.type == type && !relation.external && package.has(relation.target)) return relation.target;
    }
    return {};
  };
  WordNames names(package, related("styles"), related("theme"));
  std::vector<write::ZipPart> parts;
  std::vector<std::string> written;
  const auto add = [&](const PartKind& kind, const std::string& from, std::size_t source) {
    const bool has_words = source < sources.size();
    PartFilter filter(std::string(kind.root), names, has_words ? &pieces[source] : nullptr,
                      has_words ? &sources[source] : nullptr);
    parts.emplace_back(fmt::format("word/{}.xml", kind.name), filter.filter(package, from));
    left_out += filter.left_out();
    if (has_words) truth.words += pieces[source].whole();
  };
  add({"", "document", "document"}, main.name, 0);
  for (const PartKind& kind : kinds) {
    const std::string from = related(kind.relation);
    if (from.empty()) continue;
    const auto source =
        std::find_if(sources.begin() + 1, sources.end(), [&](const read::DocxSource& s) { return s.name == from; });
    add(kind, from, static_cast<std::size_t>(source - sources.begin()));
    written.emplace_back(kind.name);
  }
  written.emplace_back("settings");
  parts.emplace_back("word/settings.xml", std::string(write::xml_heading) + std::string(settings));
  std::vector<write::ZipPart> all{{"[Content_Types].xml", content_types_of(written)},
                                  {"_rels/.rels", write::office_relations({{"officeDocument", "word/document.xml"}})},
                                  {"word/_rels/document.xml.rels", document_relations(written)}};
  std::move(parts.begin(), parts.end(), std::back_inserter(all));
  return write::zip_package(all);
}

Issue DocxPreserver::why() const { return state_->why; }

std::uint64_t DocxPreserver::left_out() const { return state_->left_out; }

std::optional<std::string> DocxPreserver::finish(const prove::Prover& prover) {
  try {
    while (state_->turns.next()) continue;  // what is not written is noted all the same
    state_->pieces.resize(state_->sources.size());
    if (const auto place = state_->turns.imported()) {
      state_->why = {IssueCode::docx_imported, *place, 1};
      return std::nullopt;
    }
    for (std::size_t i = 0; i < state_->pieces.size(); ++i) state_->pieces[i].settle(state_->sources[i]);
    std::string bytes = state_->new_package();
    const auto why = unproved(bytes, state_->truth, prover, state_->language);
    if (!why) return bytes;
    state_->why = *why;
  } catch (const Error&) {  // a part that nobody reads for its words may be broken
    state_->why = {IssueCode::docx_broken_part};
  } catch (const std::logic_error&) {  // two utterances claim one place
    state_->why = {IssueCode::docx_reads_otherwise};
  }
  return std::nullopt;
}

}  // namespace moniker::preserve
