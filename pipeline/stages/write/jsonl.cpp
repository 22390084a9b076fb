// One object a turn: {"n":0,"speaker":"ID04","start":1000,"end":2500,"text":"..."}; milliseconds, null where
// there is no time; "part" only where it is not talk. UTF-8, LF, keys always in this order.
#include <nlohmann/json.hpp>

#include "write/turn_text.hpp"
#include "write/writer_functions.hpp"

namespace moniker::write {
namespace {

class JsonlWriter : public Writer {
 public:
  explicit JsonlWriter(ByteSink& sink) : sink_(sink) {}

  void take(const Utterance& utterance) override {
    require_written_part(utterance);
    nlohmann::ordered_json line;
    line["n"] = utterance.number;
    line["speaker"] = speaker_id(utterance.speaker);
    line["start"] = nullptr;
    line["end"] = nullptr;
    if (utterance.time) {
      line["start"] = utterance.time->begin.count();
      line["end"] = utterance.time->end.count();
    }
    if (utterance.part != Part::talk) line["part"] = utterance.part == Part::matter ? "matter" : "footnote";
    line["text"] = utterance.text;
    sink_.write(line.dump() + '\n');
  }

  void finish() override {}

 private:
  ByteSink& sink_;
};

}  // namespace

std::unique_ptr<Writer> open_jsonl(ByteSink& sink, const WriteHeader&) { return std::make_unique<JsonlWriter>(sink); }

}  // namespace moniker::write
