#pragma once
#include <cstdint>
#include <filesystem>
#include <istream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace moniker::eval {

/// An identifier as annotated: UTF-8 byte offsets into the text, end exclusive.
struct GoldSpan {
  std::uint32_t begin = 0, end = 0;
  std::string label{};
  std::string type = "DIRECT";  // DIRECT, QUASI, or NONE: a name that need not be masked
  std::string entity{};         // mentions with one of these are one entity; may be empty
};
struct GoldDocument {
  std::string id{}, text{};
  std::string source{};  // the delivered file, where that is told
  std::vector<GoldSpan> spans{};
};

/// The same as found. Spans may overlap and come in any order.
struct PredictedSpan {
  std::uint32_t begin = 0, end = 0;
  std::string label{};
};

/// Reads JSON lines {"id", "text", "source"?, "spans": [{"start", "end", "label", "type"?, "entity"?}]} one by
/// one; empty lines are passed over. Throws Error{input} with file and line, never quoting it: no JSON of this
/// shape, a repeated id, offsets outside the text or within a character.
class GoldReader {
 public:
  /// `file` is for messages; the stream must outlive the reader.
  GoldReader(std::istream& stream, std::string file) : stream_(stream), file_(std::move(file)) {}
  std::optional<GoldDocument> next();

 private:
  std::istream& stream_;
  std::string file_;
  std::uint32_t line_ = 0;
  std::set<std::string> ids_{};
};

/// Predictions by document: JSON lines {"id", "spans": [{"start", "end", "label"}]}. Throws as GoldReader.
std::map<std::string, std::vector<PredictedSpan>> read_predictions(std::istream& stream, const std::string& file);

}  // namespace moniker::eval
