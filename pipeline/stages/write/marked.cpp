// What every other program's package is made from: one object for the transcript, one for each turn. The keys are those
// of jsonl, always in this order, and "marks" says what stands for something: code points of "text", half-open.
//   {"transcript":"T03","marked":1,"delivered":"<BLAKE2b-256 of the delivered bytes, in hex>"}
//   {"n":0,"speaker":"ID04","start":1000,"end":2500,"part":"talk","text":"I saw [PERSON_3].","marks":[{"begin":6,
//    "end":16,"label":"PERSON","subtype":"","entity":"PERSON_3"}]}
// UTF-8, LF.
#include "write/turn_json.hpp"
#include "write/writer.hpp"

namespace moniker::write {
namespace {

/// Counts on from where it was asked last.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {}
  std::uint64_t before(std::uint32_t byte) {
    for (; at_ < byte; ++at_) count_ += (static_cast<unsigned char>(text_[at_]) & 0xC0) != 0x80;
    return count_;
  }

 private:
  std::string_view text_;
  std::uint32_t at_ = 0;
  std::uint64_t count_ = 0;
};

class MarkedWriter : public Writer {
 public:
  MarkedWriter(ByteSink& sink, const WriteHeader& header) : sink_(sink) {
    nlohmann::ordered_json first{{"transcript", header.transcript}, {"marked", 1}};
    if (!header.delivered.empty()) first["delivered"] = header.delivered;
    write(first);
  }

  void take(const Utterance& utterance) override { take_marked(utterance, {}); }

  void take_marked(const Utterance& utterance, std::span<const Mark> marks) override {
    nlohmann::ordered_json line = turn_json(utterance);
    line["part"] = part_name(utterance.part);
    line["text"] = utterance.text;
    line["marks"] = nlohmann::ordered_json::array();
    CodePoints points(utterance.text);
    for (const Mark& mark : marks) {
      nlohmann::ordered_json one;
      one["begin"] = points.before(mark.bytes.begin);
      one["end"] = points.before(mark.bytes.end);
      one["label"] = mark.label;
      one["subtype"] = mark.subtype;
      one["entity"] = mark.entity;
      line["marks"].push_back(std::move(one));
    }
    write(line);
  }

  void finish() override {}

 private:
  void write(const nlohmann::ordered_json& line) { sink_.write(line.dump() + '\n'); }

  ByteSink& sink_;
};

}  // namespace

std::unique_ptr<Writer> open_marked(ByteSink& sink, const WriteHeader& header) {
  return std::make_unique<MarkedWriter>(sink, header);
}

}  // namespace moniker::write
