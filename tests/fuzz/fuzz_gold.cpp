// Annotated documents and predictions from anybody: spans lie within their text and between its characters.
#include "eval/gold.hpp"

#include <sstream>

#include "eval/identity_gold.hpp"
#include "fuzz/fuzzing.hpp"
#include "support/english.hpp"

using namespace moniker;

namespace {

bool is_between(const std::string& text, std::uint32_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(fuzz::text_of(data, size));
  fuzz::takes([&] {
    std::istringstream stream(text);
    eval::GoldReader reader(stream, "gold.jsonl");
    while (const auto document = reader.next()) {
      for (const eval::GoldSpan& span : document->spans) {
        fuzz::hold(span.begin < span.end && is_between(document->text, span.begin));
        fuzz::hold(is_between(document->text, span.end));
      }
    }
  });
  fuzz::takes([&] {
    std::istringstream stream(text);
    for (const auto& [id, spans] : eval::read_predictions(stream, "predictions.jsonl")) {
      for (const eval::PredictedSpan& span : spans) fuzz::hold(span.begin < span.end);
    }
  });
  fuzz::takes([&] {
    std::istringstream stream(text);
    const auto take = [](const eval::GoldStudy& study) {
      for (const eval::GoldTranscript& transcript : study.transcripts) {
        for (const eval::GoldMention& mention : transcript.mentions) {
          const std::string& said = transcript.turns.at(mention.turn).text;
          fuzz::hold(mention.bytes.begin < mention.bytes.end && mention.bytes.end <= said.size());
        }
      }
    };
    eval::each_document_study(stream, "gold.jsonl", test::english(), eval::GoldPart::all, take);
  });
  return 0;
}
