// One object a turn: {"n":0,"speaker":"ID04","start":1000,"end":2500,"text":"..."}; milliseconds, null where
// there is no time; "part" only where it is not talk. UTF-8, LF, keys always in this order.
#include "write/turn_json.hpp"
#include "write/writer.hpp"

namespace moniker::write {
namespace {

class JsonlWriter : public Writer {
 public:
  explicit JsonlWriter(ByteSink& sink) : sink_(sink) {}

  void take(const Utterance& utterance) override {
    nlohmann::ordered_json line = turn_json(utterance);
    if (utterance.part != Part::talk) line["part"] = part_name(utterance.part);
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
