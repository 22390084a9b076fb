#include "read/limited_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>
#include <unordered_set>
#include <utility>

#include "moniker/error.hpp"
#include "moniker/text_hash.hpp"

namespace moniker::read {
namespace {

std::uint64_t words_in(std::string_view text) {
  std::uint64_t words = 0;
  bool within = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    words += !blank && !within ? 1 : 0;
    within = !blank;
  }
  return words;
}

class LimitedReader : public Reader {
 public:
  LimitedReader(std::unique_ptr<Reader> reader, Sink<Issue> issues, const Limits& limits)
      : reader_(std::move(reader)), issues_(std::move(issues)), limits_(limits) {}

  std::optional<Utterance> next() override {
    auto utterance = reader_->next();
    if (!utterance) return utterance;
    if (++turns_ > limits_.turns) refuse_beyond(issues_, limits_, "turns", utterance->at);
    words_ += words_in(utterance->text);
    if (words_ > limits_.words) refuse_beyond(issues_, limits_, "words", utterance->at);
    if (!speakers_.contains(utterance->speaker) && speakers_.insert(utterance->speaker).second &&
        speakers_.size() > limits_.speakers)
      refuse_beyond(issues_, limits_, "speakers", utterance->at);
    return utterance;
  }

 private:
  std::unique_ptr<Reader> reader_;
  Sink<Issue> issues_;
  Limits limits_;
  std::uint64_t turns_ = 0, words_ = 0;
  std::unordered_set<std::string, TextHash, std::equal_to<>> speakers_{};
};

}  // namespace

std::unique_ptr<Reader> limited_reader(std::unique_ptr<Reader> reader, const Sink<Issue>& issues,
                                       const Limits& limits) {
  const Limits none = Limits::of_streams();
  if (limits.words == none.words && limits.turns == none.turns && limits.speakers == none.speakers) return reader;
  return std::make_unique<LimitedReader>(std::move(reader), issues, limits);
}

void refuse_beyond(const Sink<Issue>& issues, const Limits& limits, std::string_view what, Position at) {
  const auto* const row = std::find_if(std::begin(limit_table), std::end(limit_table),
                                       [&](const LimitRow& one) { return one.name == what; });
  issues({IssueCode::limit_exceeded, at, 1});
  throw Error::input(
      fmt::format("holds more than {} {}", limits.*row->value, what),
      fmt::format("deliver one interview a file; if this is one, write `limits: {{{}: ...}}` in moniker.yaml", what),
      {.at = at});
}

}  // namespace moniker::read
