#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/byte_sink.hpp"
#include "base/byte_source.hpp"
#include "filter/line_feed.hpp"
#include "filter/masker.hpp"
#include "filter/rejects.hpp"
#include "read/formats/json_fields.hpp"
#include "read/formats/json_text.hpp"

namespace moniker::filter {

struct FilterOptions {
  bool jsonl = false;                       // else every line is a record of plain text
  std::vector<std::string> fields{"text"};  // of JSON: where the texts are
  std::string speaker_field{};              // where the speaker's name is; empty: nowhere
  bool flush_lines = false;
  std::string input = "standard input";  // as errors call it
  std::size_t longest_line = std::size_t{16} << 20;
};

/// Lines in, the same lines pseudonymised out. Memory is bounded by the longest line, and time is spent on nothing but
/// the line at hand.
class Filter {
 public:
  /// `rejects` may be null: then a line that cannot be read is an Error. Both outlive the filter.
  Filter(Masker& masker, FilterOptions options, Rejects* rejects);

  /// Throws Error{input} with the number of the line; all lines before it are written then. `stopped` is asked after
  /// each write whether nobody reads any more: that is no error. Gives how many lines were read.
  std::uint64_t run(ByteSource& in, ByteSink& out, const std::function<bool()>& stopped = {});

 private:
  std::optional<read::LineFault> take(std::string_view line);
  std::optional<read::LineFault> take_text(std::string_view line);
  std::optional<read::LineFault> take_json(std::string_view line);
  void put(std::string_view line, std::size_t& done, std::size_t begin, std::size_t end, std::string_view by,
           bool json);
  void refuse(LineFeed& feed, const LineFeed::Line& line, const read::LineFault& fault);
  [[noreturn]] void rethrow_at(const Error& error, std::uint32_t line) const;

  Masker& masker_;
  FilterOptions options_;
  Rejects* rejects_;
  read::JsonFields json_;
  // Kept from line to line for their memory alone.
  std::string out_{};
  std::vector<read::JsonField> fields_{};
  std::vector<read::JsonText> decoded_{};
  std::vector<RecordText> texts_{};
  std::vector<Changes> changes_{};
};

}  // namespace moniker::filter
