#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "base/byte_source.hpp"
#include "moniker/error.hpp"
#include "read/open_transcript.hpp"
#include "support/english.hpp"

// What the tests of reading share: bytes in pieces of chosen sizes, and utterances as lines of text.
using namespace moniker::read;

namespace reading {

using namespace moniker;

/// Gives at most the next of `sizes` bytes a call, round and round: a pipe, not a file.
class PiecewiseSource : public ByteSource {
 public:
  PiecewiseSource(std::string bytes, std::vector<std::size_t> sizes)
      : bytes_(std::move(bytes)), sizes_(std::move(sizes)) {}
  std::size_t read(std::span<char> into) override {
    const std::size_t n = std::min({into.size(), bytes_.size() - at_, sizes_[call_++ % sizes_.size()]});
    std::copy_n(bytes_.data() + at_, n, into.data());
    at_ += n;
    return n;
  }

 private:
  std::string bytes_;
  std::vector<std::size_t> sizes_;
  std::size_t at_ = 0, call_ = 0;
};

struct Result {
  std::string format{};
  std::vector<Utterance> utterances{};
  std::vector<Issue> issues{};
};

inline Result read_all(std::unique_ptr<ByteSource> source, const ReadOptions& options = {.language = test::english()}) {
  Result result;
  const Sink<Issue> issues = [&](Issue issue) { result.issues.push_back(issue); };
  auto opened = open_transcript(std::move(source), issues, options);
  result.format = opened.format;
  while (auto utterance = opened.reader->next()) result.utterances.push_back(std::move(*utterance));
  return result;
}

inline Result read_all(const std::string& bytes, const ReadOptions& options = {.language = test::english()}) {
  return read_all(std::make_unique<PiecewiseSource>(bytes, std::vector<std::size_t>{1U << 20}), options);
}

/// "Kate 1:7 3000-4000 | words", line ends as /; other parts than talk come first as "matter:".
inline std::string line_of(const Utterance& utterance) {
  constexpr const char* parts[] = {"", "matter: ", "footnote: ", "header: ", "footer: ", "comment: "};
  std::string out = parts[static_cast<std::size_t>(utterance.part)];
  out += utterance.speaker;
  if (utterance.time) {
    out += " " + std::to_string(utterance.time->begin.count()) + "-" + std::to_string(utterance.time->end.count());
  }
  out += " | ";
  for (const char c : utterance.text) out += c == '\n' ? '/' : c;
  return out;
}

inline std::vector<std::string> lines_of(const Result& result) {
  std::vector<std::string> lines;
  for (const Utterance& utterance : result.utterances) lines.push_back(line_of(utterance));
  return lines;
}

inline std::vector<std::string> lines_of(const std::string& bytes,
                                         const ReadOptions& options = {.language = test::english()}) {
  return lines_of(read_all(bytes, options));
}

inline std::uint64_t count_of(const Result& result, IssueCode code) {
  std::uint64_t count = 0;
  for (const Issue& issue : result.issues) count += issue.code == code ? issue.count : 0;
  return count;
}

/// The error's sentence and remedy; empty when nothing is thrown.
inline std::string refusal_of(const std::string& bytes) {
  try {
    read_all(bytes);
  } catch (const Error& error) {
    const Problem& problem = error.problem();
    const std::string place =
        problem.at.line ? std::to_string(problem.at.line) + ":" + std::to_string(problem.at.column) + ": " : "";
    return place + problem.what + " / " + problem.remedy;
  }
  return "";
}

}  // namespace reading
