// Which columns of a table hold talk, by their names alone: a table is talk when one column is text and another says
// who or when. Units are part of the name ("Start Time (ms)"). is_half_of_talk() knows tables that nearly are, so that
// they are refused with a reason instead of being read as plain text.
#include "read/formats/talk_columns.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>
#include <vector>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "read/turns/timestamp.hpp"

namespace moniker::read {
namespace {

// What programs of transcription and recognition call them (Otter, Sonix, Descript, Trint, Whisper's .tsv, NVivo's and
// MAXQDA's tables), and what people write above columns.
constexpr auto names = std::to_array<std::pair<std::string_view, TalkField>>({
    {"text", TalkField::text},
    {"utterance", TalkField::text},
    {"transcript", TalkField::text},
    {"transcription", TalkField::text},
    {"content", TalkField::text},
    {"contents", TalkField::text},
    {"words", TalkField::text},
    {"sentence", TalkField::text},
    {"speech", TalkField::text},
    {"talk", TalkField::text},
    {"dialogue", TalkField::text},
    {"caption", TalkField::text},
    {"utterances", TalkField::text},
    {"sentences", TalkField::text},
    {"message", TalkField::text},
    {"dialog", TalkField::text},
    {"segment text", TalkField::text},
    {"body", TalkField::text},
    {"spoken text", TalkField::text},
    {"speaker", TalkField::speaker},
    {"speakers", TalkField::speaker},
    {"speaker name", TalkField::speaker},
    {"speaker id", TalkField::speaker},
    {"speaker label", TalkField::speaker},
    {"name", TalkField::speaker},
    {"who", TalkField::speaker},
    {"participant", TalkField::speaker},
    {"person", TalkField::speaker},
    {"role", TalkField::speaker},
    {"voice", TalkField::speaker},
    {"student", TalkField::speaker},
    {"respondent", TalkField::speaker},
    {"informant", TalkField::speaker},
    {"interlocutor", TalkField::speaker},
    {"speakername", TalkField::speaker},
    {"speakerid", TalkField::speaker},
    {"speakerlabel", TalkField::speaker},
    {"speakertag", TalkField::speaker},
    {"speaker tag", TalkField::speaker},
    {"start", TalkField::start},
    {"start time", TalkField::start},
    {"begin", TalkField::start},
    {"begin time", TalkField::start},
    {"from", TalkField::start},
    {"in", TalkField::start},
    {"time", TalkField::start},
    {"timestamp", TalkField::start},
    {"time stamp", TalkField::start},
    {"timecode", TalkField::start},
    {"timespan", TalkField::start},
    {"starttime", TalkField::start},
    {"onset", TalkField::start},
    {"start offset", TalkField::start},
    {"time in", TalkField::start},
    {"start ms", TalkField::start},
    {"start s", TalkField::start},
    {"start sec", TalkField::start},
    {"end", TalkField::end},
    {"end time", TalkField::end},
    {"stop", TalkField::end},
    {"to", TalkField::end},
    {"out", TalkField::end},
    {"offset", TalkField::end},
    {"endtime", TalkField::end},
    {"end offset", TalkField::end},
    {"time out", TalkField::end},
    {"end ms", TalkField::end},
    {"end s", TalkField::end},
    {"end sec", TalkField::end},
});

/// "Start Time (s)", "start_time", "START-TIME" -> "start time", with the unit where it tells milliseconds.
std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : fold(name)) {
    const bool word = (c >= 'a' && c <= 'z') || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    if (word)
      plain += c;
    else if (!plain.empty() && plain.back() != ' ')
      plain += ' ';
  }
  if (plain.ends_with(' ')) plain.pop_back();
  return plain;
}

/// A count of seconds, milliseconds or days: "12.5", "3.4E-05" as spreadsheets write small parts of a day.
std::optional<double> decimal(std::string_view text) {
  if (text.empty() || !(is_ascii_digit(text.front()) || text.front() == '.')) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// "StopTime", "end_ts", "tcOut" -> stop, end, out: each word in small letters, of words written as one the halves.
std::vector<std::string> words_of_column(std::string_view name) {
  std::string parted;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto small = [&](std::size_t at) { return name[at] >= 'a' && name[at] <= 'z'; };
    const bool hump = i > 0 && name[i] >= 'A' && name[i] <= 'Z' && small(i - 1);
    if (hump) parted += ' ';
    parted += name[i];
  }
  const std::string plain = plain_name(parted);
  std::vector<std::string> words;
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find(' ', at), plain.size());
    words.push_back(plain.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

constexpr auto of_time =
    std::to_array<std::string_view>({"timestamp", "timecode", "time", "stamp", "code", "tc", "ts", "t"});
constexpr auto of_units = std::to_array<std::string_view>(
    {"ms",     "msec",    "millis",  "milliseconds", "millisecond", "s",     "sec",     "secs",
     "second", "seconds", "hh",      "hhmmss",       "h",           "m",     "mm",      "ss",
     "min",    "mins",    "minutes", "hms",          "at",          "point", "position"});
constexpr auto of_starts = std::to_array<std::string_view>({"start", "starts", "started", "begin", "begins", "began",
                                                            "beginning", "from", "in", "onset", "xmin", "tmin", "t0"});
constexpr auto of_ends =
    std::to_array<std::string_view>({"stop", "stops", "stopped", "end", "ends", "ended", "ending", "to", "out", "until",
                                     "till", "finish", "finishes", "finished", "offset", "xmax", "tmax", "t1"});

template <std::size_t n>
bool is_one(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// What is left of "stoptime" and "timeout" without the word of time in it.
std::string_view without_time(std::string_view word) {
  for (const std::string_view time : of_time) {
    if (time.size() < 2 || word.size() <= time.size()) continue;
    if (word.ends_with(time)) return word.substr(0, word.size() - time.size());
    if (word.starts_with(time)) return word.substr(time.size());
  }
  return word;
}

/// When, by the words of a name that is none of those above: one of a beginning or an end, and else of times and units.
TalkField time_field(std::string_view name) {
  TalkField field = TalkField::none;
  bool time = false;
  for (const std::string& whole : words_of_column(name)) {
    if (is_one(of_time, whole) || is_one(of_units, whole)) {
      time = true;
      continue;
    }
    const std::string_view word = without_time(whole);
    const TalkField one = is_one(of_starts, word) ? TalkField::start
                          : is_one(of_ends, word) ? TalkField::end
                                                  : TalkField::none;
    time = time || word.size() < whole.size();
    if (one == TalkField::none || (field != TalkField::none && field != one)) return TalkField::none;
    field = one;
  }
  const bool short_word = field != TalkField::none && !time;
  return short_word && plain_name(name).size() < 4 ? TalkField::none : field;
}

}  // namespace

TalkField talk_field(std::string_view name) {
  std::string plain = plain_name(name);
  for (const std::string_view unit : {" ms", " seconds", " sec", " s", " hh mm ss", " milliseconds"}) {
    if (plain.ends_with(unit)) {
      plain.erase(plain.size() - unit.size());
      break;
    }
  }
  const auto found = std::find_if(names.begin(), names.end(), [&](const auto& row) { return row.first == plain; });
  return found == names.end() ? time_field(name) : found->second;
}

std::optional<TalkColumns> talk_columns(std::span<const std::string> header) {
  std::optional<std::size_t> places[5];
  for (std::size_t i = 0; i < header.size(); ++i) {
    auto& place = places[static_cast<std::size_t>(talk_field(header[i]))];
    if (!place) place = i;
  }
  const auto at = [&](TalkField field) { return places[static_cast<std::size_t>(field)]; };
  if (!at(TalkField::text) || !(at(TalkField::speaker) || at(TalkField::start))) return std::nullopt;
  TalkColumns columns{.text = *at(TalkField::text),
                      .speaker = at(TalkField::speaker),
                      .start = at(TalkField::start),
                      .end = at(TalkField::end)};
  const auto is_index = [](const std::string& name) {
    constexpr auto index_names = std::to_array<std::string_view>({"", "index", "unnamed 0", "row", "no", "nr"});
    return std::find(index_names.begin(), index_names.end(), plain_name(name)) != index_names.end();
  };
  const auto index = std::find_if(header.begin(), header.end(), is_index);
  if (index != header.end()) columns.index = static_cast<std::size_t>(index - header.begin());
  const std::string start = columns.start ? plain_name(header[*columns.start]) : "";
  // Whisper's own table: start, end, text, in milliseconds and without saying so; others write the same in seconds.
  const bool whisper =
      header.size() == 3 && start == "start" && !columns.speaker && columns.end == 1 && columns.text == 2;
  const bool milliseconds = start.ends_with(" ms") || start.ends_with(" milliseconds");
  if (whisper || milliseconds) columns.milliseconds = 1;
  columns.unit_told = milliseconds || start.ends_with(" s") || start.ends_with(" sec") || start.ends_with(" seconds");
  return columns;
}

bool is_half_of_talk(std::span<const std::string> header) {
  if (header.size() < 2 || talk_columns(header)) return false;
  // A sentence goes on with a blank behind its comma, and ends.
  const bool prose = std::any_of(header.begin(), header.end(), [](const std::string& name) {
    return name.empty() || name.front() == ' ' || std::string_view(".?!").find(name.back()) != std::string_view::npos;
  });
  if (prose) return false;
  return std::any_of(header.begin(), header.end(), [](const std::string& name) {
    const TalkField field = talk_field(name);
    return field == TalkField::text || field == TalkField::speaker;
  });
}

namespace {

/// Takes "0 days " and "1 day, " from the front, as pandas and Python write a length of time.
std::chrono::milliseconds take_days(std::string_view& cell) {
  const std::size_t digits = std::min(cell.find_first_not_of("0123456789"), cell.size());
  if (digits == 0 || digits > 3 || !cell.substr(digits).starts_with(" day")) return std::chrono::milliseconds{0};
  std::size_t at = digits + std::string_view(" day").size();
  for (const char c : {'s', ',', ' '}) at += at < cell.size() && cell[at] == c;
  const auto days = std::chrono::days{std::stol(std::string(cell.substr(0, digits)))};
  cell.remove_prefix(at);
  return days;
}

}  // namespace

std::optional<TimeSpan> table_time(std::string_view cell, const TalkColumns& columns) {
  cell = trimmed(cell, blanks);
  if (cell.size() > 1 && cell.ends_with('s') && decimal(cell.substr(0, cell.size() - 1))) {
    return table_time(cell.substr(0, cell.size() - 1), TalkColumns{});  // 12.5s
  }
  if (const auto value = decimal(cell)) {
    constexpr double longest = 1e9;  // a week in milliseconds, and more
    if (*value * columns.milliseconds > longest) return std::nullopt;
    const std::chrono::milliseconds time{std::llround(*value * columns.milliseconds)};
    return TimeSpan{time, time};
  }
  const auto days = take_days(cell);
  if (const auto clock = loose_clock_at(cell); clock && clock->length == cell.size())
    return TimeSpan{days + clock->value, days + clock->value};
  const auto stamp = stamp_at(cell);
  return stamp && stamp->length == cell.size() ? std::optional(stamp->time) : std::nullopt;
}

std::optional<TimeSpan> row_time(std::string_view start, std::string_view end, const TalkColumns& columns) {
  auto time = table_time(start, columns);
  const auto last = table_time(end, columns);
  if (time && last) time->end = std::max(time->begin, last->end);
  return time;
}

}  // namespace moniker::read
