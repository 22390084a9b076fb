// Over nlohmann-json's SAX parser. Shapes: openai-whisper's and whisper.cpp's own writers (output_json), and what
// others made of them.
#include "read/formats/json_segments.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/bounded_json.hpp"
#include "moniker/error.hpp"
#include "read/formats/talk_columns.hpp"
#include "read/formats/time_unit.hpp"
#include "read/turns/timestamp.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t most_talk = std::size_t{256} << 20, deepest_nesting = 512;

/// Bytes one by one for the parser, which knows where they stand.
class Bytes {
 public:
  explicit Bytes(ByteSource& source) : source_(source) {}
  int next() {
    before_ = place_;
    if (at_ == block_.size() && !more()) return std::char_traits<char>::eof();
    const char c = block_[at_++];
    if (c == '\n') {
      place_ = {place_.line + 1, 0};
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++place_.column;
    }
    return static_cast<unsigned char>(c);
  }
  /// Of the byte that the parser looks at: it has asked for one more.
  Position place() const { return {before_.line, std::max(1U, before_.column)}; }

 private:
  bool more() {
    block_.resize(64 * 1024);
    block_.resize(source_.read(block_));
    at_ = 0;
    return !block_.empty();
  }
  ByteSource& source_;
  std::string block_{};
  std::size_t at_ = 0;
  Position place_{1, 0}, before_{1, 0};
};

/// What nlohmann's parser wants to read from.
class ByteIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;
  ByteIterator() = default;
  explicit ByteIterator(Bytes& bytes) : bytes_(&bytes) { ++*this; }
  reference operator*() const { return now_; }
  ByteIterator& operator++() {
    const int c = bytes_->next();
    if (c == std::char_traits<char>::eof())
      bytes_ = nullptr;
    else
      now_ = static_cast<char>(c);
    return *this;
  }
  bool operator==(const ByteIterator& other) const { return bytes_ == other.bytes_; }

 private:
  Bytes* bytes_ = nullptr;
  char now_ = '\0';
};

/// An escape may stand for what no transcript may hold ("\\u0000"). Of a label, line ends too.
std::string clean(std::string text, bool label) {
  std::size_t to = 0;
  for (const char c : text) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    const bool line_end = c == '\n' || c == '\r' || c == '\t';
    if (control && !line_end) continue;
    text[to++] = line_end && label ? ' ' : c;
  }
  text.resize(to);
  return text;
}

[[noreturn]] void refuse(Position at, std::string what) {
  throw Error::input(std::move(what), "export the transcript again, or as .vtt or .srt", {.at = at});
}

/// Lists of talk by name. Several may say the same talk in one document: only those of the first name here that has
/// any are read. Sentences stand in paragraphs, which say who speaks (Deepgram); words are read where nothing else is.
constexpr auto lists = std::to_array<std::string_view>(
    {"", "segments", "transcription", "utterances", "audio_segments", "sentences", "paragraphs", "words"});
constexpr std::size_t words_list = lists.size() - 1;

bool is_segment_list(std::string_view key) {
  return key == "segments" || key == "transcription" || key == "utterances" || key == "audio_segments";
}

std::optional<std::size_t> list_named(std::string_view key) {
  const auto found = std::find(lists.begin() + 1, lists.end(), key);
  return found == lists.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - lists.begin()));
}

/// "12.34", "12.34s"
std::optional<double> decimal(std::string_view text) {
  if (text.ends_with('s')) text.remove_suffix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::chrono::milliseconds seconds(double value) {
  constexpr double longest = 1e7;  // four months
  return std::chrono::milliseconds(static_cast<std::int64_t>(std::llround(std::clamp(value, 0.0, longest) * 1000)));
}

class Segments : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Segments(const Bytes& bytes) : bytes_(bytes) {}
  std::deque<Segment> take() {
    std::size_t chosen = lists.size();
    for (const Raw& raw : raws_) chosen = std::min(chosen, raw.list);
    std::erase_if(raws_, [chosen](const Raw& raw) { return raw.list != chosen; });
    TimeUnit unit;
    for (const Raw& raw : raws_) unit.note(raw.start, raw.end, raw.text);
    constexpr double day = 86'400;
    const double seconds_of_one = unit.seconds(!fractions_ && largest_ > day ? 0.001 : 1);
    for (Raw& raw : raws_) {
      asides_.said(raw.text);
      asides_.said(raw.speaker);
      found_.push_back(finished(std::move(raw), seconds_of_one));
    }
    return std::move(found_);
  }
  std::uint64_t asides() { return asides_.count(); }  // once all is taken

  bool key(string_t& name) override {
    key_ = name;
    return true;
  }
  bool start_object(std::size_t) override {
    const auto list = open_.empty() ? std::nullopt : open_.back().list;
    open({.segment = list.has_value(), .key = std::exchange(key_, {}), .raw = {.at = bytes_.place()}});
    if (list) open_.back().raw.list = *list;
    open_.back().first = raws_.size();
    return true;
  }
  bool end_object() override {
    if (open_.back().segment) keep(std::move(open_.back().raw), open_.back().first);
    open_.pop_back();
    return true;
  }
  bool start_array(std::size_t) override {
    const auto around = std::find_if(open_.begin(), open_.end(), [](const Level& level) { return level.segment; });
    std::optional<std::size_t> list = open_.empty() ? std::optional<std::size_t>(0) : list_named(key_);
    if (around != open_.end() && !(lists[around->raw.list] == "paragraphs" && list && *list != words_list))
      list.reset();
    open({.list = list, .key = std::exchange(key_, {})});
    return true;
  }
  bool end_array() override {
    open_.pop_back();
    return true;
  }
  bool string(string_t& value) override {
    const bool in_talk = std::any_of(open_.begin(), open_.end(), [](const Level& level) { return level.segment; });
    asides_.note(key_, value, in_talk && !in_times("timestamps"));
    if (in_segment()) {
      take_text(open_.back().raw, value);
    } else if (in_times("timestamps")) {
      Raw& raw = open_[open_.size() - 2].raw;
      set(key_ == "from" ? raw.from : raw.to, clock(value));
    }
    return true;
  }
  bool number_integer(number_integer_t value) override { return number(static_cast<double>(value), false); }
  bool number_unsigned(number_unsigned_t value) override { return number(static_cast<double>(value), false); }
  bool number_float(number_float_t value, const string_t&) override { return number(value, true); }
  bool null() override { return literal(); }
  bool boolean(bool) override { return literal(); }
  bool binary(binary_t&) override { return literal(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    refuse(bytes_.place(), "is no valid JSON from here on");
  }

 private:
  struct Raw {
    std::string speaker{}, text{};
    std::optional<double> start{}, end{};
    std::optional<std::chrono::milliseconds> from{}, to{};
    Position at{};
    std::size_t list = 0;  // of lists, the one that it stands in
  };
  struct Level {
    std::optional<std::size_t> list{};  // of lists, where it is one
    bool segment = false;
    std::string key{};  // under which it stands
    Raw raw{};
    std::size_t first = 0;  // how many segments came before it
  };

  void keep(Raw raw, std::size_t first) {
    if (raw.text.empty()) {  // a paragraph: who speaks in the sentences that stood in it
      for (std::size_t i = first; i < raws_.size() && !raw.speaker.empty(); ++i) {
        if (raws_[i].speaker.empty()) raws_[i].speaker = raw.speaker;
      }
      return;
    }
    talk_ += raw.text.size();
    if (talk_ > most_talk) refuse(bytes_.place(), "holds more than 256 MiB of talk");
    raws_.push_back(std::move(raw));
  }
  void open(Level level) {
    if (open_.size() == deepest_nesting) refuse(bytes_.place(), "is nested deeper than 512");
    open_.push_back(std::move(level));
  }
  bool in_segment() const { return !open_.empty() && open_.back().segment; }
  bool in_times(std::string_view name) const {
    return open_.size() > 1 && open_.back().key == name && open_[open_.size() - 2].segment;
  }
  static void set(std::optional<std::chrono::milliseconds>& where, std::optional<std::chrono::milliseconds> time) {
    if (time) where = time;
  }
  static std::optional<std::chrono::milliseconds> clock(const std::string& text) {
    const auto time = loose_clock_at(text);
    return time && time->length == text.size() ? std::optional(time->value) : std::nullopt;
  }
  static void set_time(std::optional<std::chrono::milliseconds>& clock_time, std::optional<double>& number,
                       const std::string& value) {
    if (const auto time = decimal(value))
      number = *time;
    else
      set(clock_time, clock(value));
  }
  void take_text(Raw& raw, const std::string& value) {
    const bool word = raw.list == words_list && (key_ == "word" || key_ == "punctuated_word");
    if (word && (raw.text.empty() || key_ == "punctuated_word")) raw.text = value, raw.at = bytes_.place();
    switch (talk_field(key_)) {
      case TalkField::text:
        if (raw.text.empty()) raw.text = value, raw.at = bytes_.place();
        break;
      case TalkField::speaker:
        if (raw.speaker.empty()) raw.speaker = plain_label(value);
        break;
      case TalkField::start:
        set_time(raw.from, raw.start, value);
        break;
      case TalkField::end:
        set_time(raw.to, raw.end, value);
        break;
      case TalkField::none:
        break;
    }
  }
  bool number(double value, bool fraction) {
    if (in_times("offsets")) {
      Raw& raw = open_[open_.size() - 2].raw;
      set(key_ == "from" ? raw.from : raw.to,
          std::chrono::milliseconds(static_cast<std::int64_t>(std::clamp(value, 0.0, 1e10))));
    } else if (in_segment()) {
      Raw& raw = open_.back().raw;
      const TalkField field = talk_field(key_);
      if (field == TalkField::start) raw.start = value, fractions_ = fractions_ || fraction;
      if (field == TalkField::end) raw.end = value, fractions_ = fractions_ || fraction;
      if (field == TalkField::speaker && raw.speaker.empty() && value >= 0 && value < 1000) {
        raw.speaker = "Speaker " + std::to_string(static_cast<int>(value));
      }
      if (field == TalkField::text) refuse(bytes_.place(), "a text is a number where a string should stand");
      largest_ = std::max({largest_, raw.start.value_or(0), raw.end.value_or(0)});
    }
    return true;
  }
  bool literal() { return true; }

  static Segment finished(Raw raw, double unit) {  // AssemblyAI counts milliseconds
    Segment segment{
        .speaker = clean(std::move(raw.speaker), true), .text = clean(std::move(raw.text), false), .at = raw.at};
    if (!raw.from && raw.start) raw.from = seconds(*raw.start * unit);
    if (!raw.to && raw.end) raw.to = seconds(*raw.end * unit);
    if (raw.from) segment.time = TimeSpan{*raw.from, std::max(*raw.from, raw.to.value_or(*raw.from))};
    return segment;
  }

  const Bytes& bytes_;
  std::vector<Level> open_{};
  std::string key_{};
  std::vector<Raw> raws_{};
  std::deque<Segment> found_{};
  JsonAsides asides_{};
  bool fractions_ = false;
  double largest_ = 0;
  std::size_t talk_ = 0;
};

Position column_of(std::uint32_t line, std::size_t byte) { return {line, static_cast<std::uint32_t>(byte)}; }

/// A field of a turn, whose first name that is there counts.
const nlohmann::json* field_of(const nlohmann::json& object, TalkField wanted) {
  for (const auto& [name, value] : object.items()) {
    if (talk_field(name) == wanted && !value.is_null()) return &value;
  }
  return nullptr;
}

/// "Kate", 2, or {"name": "Kate", ...}. A name that is passed over would not be known where it is said.
std::string speaker_of(const nlohmann::json& value, std::uint32_t line) {
  if (value.is_string()) return clean(value.get<std::string>(), true);
  if (value.is_number_integer()) return "Speaker " + value.dump();
  const nlohmann::json* name = value.is_object() ? field_of(value, TalkField::speaker) : nullptr;
  if (!name || name->is_object()) refuse({line, 1}, "a speaker is neither a string nor a number");
  return speaker_of(*name, line);
}

/// Which of two was said, nobody knows.
void refuse_second_text(const nlohmann::json& object, const nlohmann::json& said, std::uint32_t line) {
  for (const auto& [name, value] : object.items()) {
    if (talk_field(name) == TalkField::text && value.is_string() && value != said)
      refuse({line, 1}, "an object has two texts that differ");
  }
}

std::optional<std::chrono::milliseconds> time_of(const nlohmann::json* value, double unit) {
  if (!value) return std::nullopt;
  if (value->is_number()) return seconds(value->get<double>() * unit);
  if (!value->is_string()) return std::nullopt;
  const auto& text = value->get_ref<const std::string&>();
  const auto time = clock_time_at(text);
  return time && time->length == text.size() ? std::optional(time->value) : std::nullopt;
}

/// moniker's own lines are numbered and count milliseconds; so do those that say so.
bool counts_milliseconds(const nlohmann::json& object) {
  return (object.contains("n") && object.contains("start")) || object.contains("start_ms") ||
         object.contains("startMs");
}

Part part_of(const nlohmann::json& object) {
  const auto part = object.find("part");
  if (part == object.end()) return Part::talk;
  return *part == "matter"     ? Part::matter
         : *part == "footnote" ? Part::footnote
         : *part == "comment"  ? Part::comment
                               : Part::talk;
}

}  // namespace

std::deque<Segment> json_segments(ByteSource& source, std::uint64_t& asides) {
  Bytes bytes(source);
  Segments segments(bytes);
  nlohmann::json::sax_parse(ByteIterator(bytes), ByteIterator(), &segments);
  auto found = segments.take();
  asides = segments.asides();
  return found;
}

namespace {

/// Every text of a value, and of all in it.
void note_texts(const nlohmann::json& value, const std::string& key, JsonAsides& asides) {
  if (value.is_string()) return asides.note(key, value.get_ref<const std::string&>(), true);
  if (value.is_array()) {
    for (const auto& one : value) note_texts(one, key, asides);
  } else if (value.is_object()) {
    for (const auto& [name, inner] : value.items()) note_texts(inner, name, asides);
  }
}

}  // namespace

Segment json_turn(std::string_view text, std::uint32_t line, double unit, JsonAsides* asides) {
  nlohmann::json object;
  try {
    object = parse_json(text);
  } catch (const nlohmann::json::parse_error& error) {
    refuse(column_of(line, std::max<std::size_t>(1, error.byte)), "is no valid JSON from here on");
  }
  if (!object.is_object()) refuse({line, 1}, "is no JSON object");
  Segment turn{.part = part_of(object)};
  turn.at = {line, 1};
  const nlohmann::json* said = field_of(object, TalkField::text);
  if (!said || !said->is_string()) refuse({line, 1}, "an object has no text: a string by that name");
  turn.text = clean(said->get<std::string>(), false);
  refuse_second_text(object, *said, line);
  if (const auto* speaker = field_of(object, TalkField::speaker))
    turn.speaker = plain_label(speaker_of(*speaker, line));
  if (counts_milliseconds(object)) unit = 0.001;
  const auto begin = time_of(field_of(object, TalkField::start), unit);
  const auto end = time_of(field_of(object, TalkField::end), unit);
  if (begin) turn.time = TimeSpan{*begin, std::max(*begin, end.value_or(*begin))};
  if (asides) {
    note_texts(object, "", *asides);
    asides->said(turn.text);
    asides->said(turn.speaker);
  }
  return turn;
}

void note_json_turn(std::string_view text, TimeUnit& unit) {
  const auto object = parse_any_json(text);
  if (!object.is_object() || counts_milliseconds(object)) return;
  const auto number = [&](TalkField field) {
    const auto* value = field_of(object, field);
    return value && value->is_number() ? std::optional(value->get<double>()) : std::nullopt;
  };
  const auto* said = field_of(object, TalkField::text);
  if (said && said->is_string())
    unit.note(number(TalkField::start), number(TalkField::end), said->get_ref<const std::string&>());
}

bool begins_with_json_turn(std::string_view text) {
  const auto line = text.substr(0, std::min(text.find('\n'), text.size()));
  const auto object = parse_any_json(line);
  if (object.is_object()) {
    const auto* said = field_of(object, TalkField::text);
    return said && said->is_string() &&
           std::none_of(object.items().begin(), object.items().end(),
                        [](const auto& field) { return is_segment_list(field.key()); });
  }
  // A turn too long to be seen whole: moniker's own lines begin with their number, others with who or when.
  if (!object.is_discarded() || line.size() < text.size()) return false;
  const auto colon = line.find("\":");
  const auto quote = line.find('"');
  if (colon == std::string_view::npos || quote >= colon) return false;
  const auto name = line.substr(quote + 1, colon - quote - 1);
  const auto field = talk_field(name);
  return name == "n" || field == TalkField::speaker || field == TalkField::start;
}

}  // namespace moniker::read
