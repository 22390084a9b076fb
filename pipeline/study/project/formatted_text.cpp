#include "project/formatted_text.hpp"

#include "moniker/error.hpp"
#include "preserve/docx_preserver.hpp"
#include "project/text_rewriter.hpp"
#include "read/open_transcript.hpp"

namespace moniker::study {
namespace {

std::optional<std::string> kept_document(const ApplyShared& shared, ProjectSearch& search,
                                         const detect::DecidedWords& decided, const std::string& file,
                                         const std::string& document, const std::string& letters) {
  read::OpenedTranscript opened =
      read::open_transcript(std::make_unique<MemorySource>(document), [](Issue) {},
                            {.language = shared.rules.language(), .knows = search.seen().knows()});
  if (opened.format != "docx") return std::nullopt;
  std::vector<read::TextTurn> turns;
  while (auto utterance = opened.reader->next()) {
    if (utterance->number != turns.size()) return std::nullopt;
    turns.emplace_back().utterance = std::move(*utterance);
  }
  const SearchedText searched = search.search(std::move(turns), decided, {});
  preserve::DocxPreserver preserver(*opened.package, shared.rules.language());
  ApplyRecord record;
  audit::ReplacementRows rows("", [](std::string_view) {});
  const std::vector<std::unique_ptr<Output>> nowhere;
  std::string said;
  Rewriter rewriter(shared, file, nowhere, record, rows);
  rewriter.watch([&](const RewrittenTurn& turn) {
    add_letters(turn.rewritten.utterance, said);
    preserver.take(turn.delivered, turn.rewritten);
  });
  for (std::size_t i = 0; i < searched.turns.size(); ++i) rewriter.take(searched.turns[i].utterance, searched.found[i]);
  if (said != letters || !record.proof.empty()) return std::nullopt;
  return preserver.finish(shared.prover);
}

}  // namespace

std::optional<std::string> formatted_text(const ApplyShared& shared, ProjectSearch& search,
                                          const detect::DecidedWords& decided, const std::string& file,
                                          const std::string& document, const std::string& letters) {
  try {
    return kept_document(shared, search, decided, file, document, letters);
  } catch (const Error&) {  // the text beside it goes on alone
    return std::nullopt;
  }
}

}  // namespace moniker::study
