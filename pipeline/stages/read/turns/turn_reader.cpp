// Lines to turns. What is a label cannot be told from one line, so the first 256 KiB are surveyed: candidates are
// counted, then judged once for the whole transcript, and later lines are read by that judgement, so that where a file
// is cut into pieces never changes who speaks. Lines before the first turn are matter where speakers are named. A turn
// longer than `longest_turn` is cut at a sentence and goes on under the same speaker, so memory is bounded by one turn.
#include "read/turns/turn_reader.hpp"

#include <algorithm>

#include "base/look_alikes.hpp"
#include "base/seen_text.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "read/turns/front_matter.hpp"
#include "read/turns/label_aside.hpp"
#include "read/turns/label_words.hpp"
#include "read/turns/odd_beginning.hpp"
#include "read/turns/unread_labels.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t survey_bytes = 256 * 1024;

TimeBefore time_before(const Stamp& stamp) { return stamp.certain ? TimeBefore::certain : TimeBefore::none; }
/// Where words may begin: a direction mark or a byte order mark before them is no part of them.
std::size_t skip_unseen(std::string_view text, std::size_t at) {
  for (;;) {
    at = skip_blanks(text, at);
    const CodePoint point = code_point_at(text, at);
    if (point.value < 0x80 || !is_unseen(point.value)) return at;
    at += point.length;
  }
}

bool is_range(const Stamp& stamp) { return stamp.time.end > stamp.time.begin; }

/// Where a byte of the line stands in the input.
std::uint64_t source_of(const Line& line, std::size_t byte) {
  const auto after = std::find_if(line.pieces.begin(), line.pieces.end(),
                                  [byte](const SourceRun& piece) { return piece.text > byte; });
  if (after == line.pieces.begin()) return line.source + byte;
  return (after - 1)->source + (byte - (after - 1)->text);
}

Position place_in(const Line& line, std::size_t byte) {
  const auto columns = count_code_points(std::string_view(line.text).substr(0, byte));
  return {line.at.line, line.at.column + static_cast<std::uint32_t>(columns)};
}

}  // namespace

TurnReader::TurnReader(Lines lines, const ReadOptions& options, Sink<Issue> issues)
    : lines_(std::move(lines)), options_(options), issues_(std::move(issues)), survey_(options.language) {
  options_.longest_turn = std::max(options_.longest_turn, shortest_turn);
}

std::optional<TextTurn> TurnReader::next() {
  if (!surveyed_) survey();
  while (ready_.empty() && !ended_) {
    if (auto line = next_line()) {
      take(std::move(*line));
    } else {
      close();
      ended_ = true;
      for (const Issue& issue : {overlong_, uncertain_}) {
        if (issue.count > 0) issues_(issue);
      }
    }
  }
  if (ready_.empty()) return std::nullopt;
  TextTurn turn = std::move(ready_.front());
  ready_.pop_front();
  return turn;
}

void TurnReader::survey() {
  surveyed_ = true;
  std::size_t bytes = 0;
  while (bytes < survey_bytes) {
    auto line = lines_();
    if (!line) break;
    bytes += std::max<std::size_t>(line->text.size() + 1, 16);  // empty lines take memory too
    head_.push_back(std::move(*line));
  }
  for (std::size_t i = front_matter(head_, options_.language); i > 0; --i) head_[i - 1].matter = true;
  numbers_.survey(head_, options_.language);
  for (Line& line : head_) numbers_.take_off(line);
  bool first = true, below_time = false, asked = false;
  for (Line& line : head_) {
    const std::string_view text = line.text;
    const std::size_t begin = skip_unseen(text, 0);
    if (line.speaker) survey_.note_given();
    line.matter = line.matter || (!line.continues && !line.sealed && !line.speaker && is_of_program(text));
    if (!line.continues && !line.sealed && !line.matter && !line.speaker && begin < text.size()) {
      const auto stamp = stamp_at(text.substr(begin));
      const std::size_t from = stamp ? begin + stamp->length : 0;
      const TimeBefore before = stamp ? time_before(*stamp) : below_time ? TimeBefore::range_above : TimeBefore::none;
      survey_.note_line();
      if (const auto candidate = label_candidate(text, options_.language, from, line.emphasis, before))
        survey_.note(text, *candidate, first, asked);
      below_time = stamp && is_range(*stamp) && skip_blanks(text, from) == text.size();
    } else if (begin == text.size() && !line.matter && !line.speaker && !line.sealed && !line.continues) {
      below_time = false;
    }
    first = first && (begin == text.size() || line.matter);
    if (begin < text.size()) asked = trimmed(text).ends_with('?');
  }
  survey_.settle();
  mark_head();
  tell_uncertain();
}

/// What was read otherwise than it may be meant: openings that are no known label, and labels alone on their lines
/// below what reads like talk.
void TurnReader::tell_uncertain() {
  UnreadLabels unread(options_.language);
  std::uint64_t said = 0;
  bool labelled = false;
  for (const Line& line : head_) {
    const std::string_view words = trimmed(line.text);
    if (words.empty() || line.matter || line.sealed || line.continues) continue;
    const Begin begin = begin_of(line);
    const bool named = line.speaker || begin.label;
    unread.note(std::string_view(line.text).substr(begin.talk), named);
    labelled = labelled || named;
    constexpr std::ptrdiff_t long_line = 8;  // blanks
    said += !labelled && (std::string_view(".?!").find(words.back()) != std::string_view::npos ||
                          std::count(words.begin(), words.end(), ' ') >= long_line);
  }
  const std::uint64_t lines = unread.count();
  const bool late = labelled && said > 1 && survey_.lines_are_labels();
  if (lines > 0 || late) issues_({IssueCode::speaker_uncertain, {}, lines > 0 ? lines : said});
  told_ = lines > 0;
}

/// Marks the lines of the transcript's head as matter: of the first paragraph that holds a field ("Date:
/// ...") and those before it, all lines up to the first that is talk. Among fields a label that never comes back is
/// one.
void TurnReader::mark_head() {
  if (!survey_.names_speakers()) return;
  std::vector<Line*> held;  // lines that will be matter if a field is among them or below
  bool field = false;
  int seldom = 0;  // labels since the last field that never come back, and may be fields unknown to us
  for (Line& line : head_) {
    if (skip_blanks(line.text, 0) == line.text.size()) {
      if (field) held.clear();
      field = false;
      seldom = 0;
      continue;
    }
    if (line.matter) continue;
    const Begin begin = begin_of(line);
    if (begin.stamp && is_range(*begin.stamp)) return;  // "0:0:3.540 --> 0:0:9.120": captions have begun
    const auto candidate = begin.label ? begin.label : label_candidate(line.text, options_.language, 0, line.emphasis);
    const bool labelled = candidate && candidate->style != LabelStyle::line && candidate->style != LabelStyle::bold;
    const bool names_field =
        labelled && is_head_field(std::string_view(line.text).substr(candidate->label.begin, candidate->label.size()),
                                  options_.language);
    const bool talk =
        line.speaker || (begin.label && !names_field &&
                         (begin.talk == line.text.size() ||
                          !is_head_value(std::string_view(line.text).substr(begin.talk), options_.language)));
    const bool once = begin.label && begin.label->style == LabelStyle::colon &&
                      begin.label->shape != LabelShape::role && survey_.count(line.text, *begin.label) == 1;
    constexpr int most_unknown_fields = 3;
    if (talk && !(field && once && seldom < most_unknown_fields)) return;
    held.push_back(&line);
    seldom = names_field ? 0 : seldom + talk;
    field = field || names_field;
    if (!field || seldom > 0) continue;
    for (Line* one : held) one->matter = true;
    held.clear();
  }
}

std::optional<Line> TurnReader::next_line() {
  if (head_.empty()) {
    auto line = lines_();
    if (line && !line->continues) line->matter = line->matter || is_of_program(line->text);
    if (line) numbers_.take_off(*line);
    return line;
  }
  Line line = std::move(head_.front());
  head_.pop_front();
  return line;
}

/// Where labels are set off throughout, "C - Mum: stay" is what C said, and no "C - Mum" speaks.
std::optional<LabelCandidate> TurnReader::label_at(const Line& line, std::size_t from, TimeBefore before) const {
  auto label = label_candidate(line.text, options_.language, from, line.emphasis, before);
  if (!label || label->style != LabelStyle::colon || !survey_.set_off_throughout()) return label;
  const auto set_off = set_off_candidate(line.text, options_.language, from);
  const bool known = set_off && set_off->talk < label->talk && survey_.count(line.text, *set_off) > 1;
  return known ? set_off : label;
}

TurnReader::Begin TurnReader::begin_of(const Line& line) {
  const std::string_view text = line.text;
  Begin begin{.talk = skip_unseen(text, 0)};
  if (line.matter) return begin;
  if (auto stamp = stamp_at(text.substr(begin.talk))) {
    const std::size_t behind = skip_unseen(text, begin.talk + stamp->length);
    const auto label = line.sealed
                           ? std::nullopt
                           : label_candidate(text, options_.language, behind, line.emphasis, time_before(*stamp));
    // "00:12 Kate: ..." has a time, "10:30 Meeting: ..." most likely not: the label must be known otherwise
    const bool named =
        label && survey_.accepts(text, *label) && (label->shape == LabelShape::role || survey_.count(text, *label) > 1);
    if (stamp->certain || behind == text.size() || named) {
      begin.stamp = stamp;
      begin.talk = behind;
    }
  }
  if (line.sealed) return begin;
  const TimeBefore before = begin.stamp   ? time_before(*begin.stamp)
                            : below_time_ ? TimeBefore::range_above
                                          : TimeBefore::none;
  const bool alone = begin.talk == 0 && before == TimeBefore::none && line.emphasis == 0;
  const std::string_view beginning = text.substr(0, alone && !begin.stamp ? UsualLabels::beginning(text) : 0);
  if (const LabelCandidate* const known = beginning.empty() ? nullptr : usual_.find(beginning)) {
    begin.label = *known;
    begin.talk = known->talk;
    return begin;
  }
  const auto label = label_at(line, begin.talk, before);
  if (label && survey_.accepts(text, *label)) {
    if (!beginning.empty() && !survey_.set_off_throughout()) usual_.note(beginning, *label);
    begin.label = label;
    begin.talk = label->talk;
    if (!begin.stamp && label->time) begin.stamp = Stamp{.time = *label->time};
  } else if (before == TimeBefore::none && line.emphasis == 0 && !survey_.set_off_throughout() &&
             skip_all_blanks(text, begin.talk) == begin.talk) {
    begin.candidate = label;
    begin.asked = true;
  }
  return begin;
}

void TurnReader::take(Line line) {
  if (line.continues && open_) return add(line, 0, std::nullopt);
  const bool blank = skip_blanks(line.text, 0) == line.text.size();
  const Begin begin = begin_of(line);
  below_time_ = begin.stamp && is_range(*begin.stamp) && begin.talk == line.text.size() && !begin.label;
  if (blank && !line.speaker) {
    if (open_ && open_->utterance.speaker.empty()) close();
    return;
  }
  std::optional<TimeSpan> time = begin.stamp ? std::optional(begin.stamp->time) : line.time ? line.time : waiting_;
  std::size_t from = begin.talk;
  if (line.speaker) {
    close();
    start(Part::talk, *line.speaker, line.speaker_source, line.at);
  } else if (begin.label) {
    close();
    start_labelled(line, begin);
  } else if (const std::size_t words = talk_begun_ && !line.matter && !line.sealed ? chevrons(line.text, from) : 0) {
    close();  // >> somebody else, and nobody says who
    from = words;
    start(Part::talk, {}, {}, place_in(line, from));
    doubt(line, from);
  } else if (begin.talk == line.text.size() && begin.stamp) {
    waiting_ = begin.stamp->time;
    return;
  } else if (line.matter || (!talk_begun_ && survey_.names_speakers())) {
    if (!open_ || open_->utterance.part != Part::matter)
      close(), start(Part::matter, {}, {}, place_in(line, begin.talk));
  } else if (!open_ || open_->utterance.part == Part::matter) {
    close();
    start(Part::talk, talk_begun_ ? speaker_ : std::string(), {}, place_in(line, begin.talk));
  }
  waiting_.reset();
  if (begin.talk == line.text.size() && time) {
    waiting_ = time;
    open_->utterance.time = time;
    return;
  }
  if (!begin.label && !line.speaker && !line.matter && !line.sealed) {
    const bool oddly = begin.asked ? begins_oddly(line.text, begin.talk, survey_, options_.language, begin.candidate)
                                   : begins_oddly(line.text, begin.talk, survey_, options_.language);
    if (oddly) doubt(line, begin.talk);
  }
  if (open_->utterance.part == Part::talk) {  // two in one line are told, not parted: the second may be quoted
    const std::size_t label = another_label(line.text, from, survey_, options_.language);
    if (label != std::string_view::npos) doubt(line, label);
  }
  add(line, from, time);
}

/// Somebody may speak here who is not known to: told, with the first place.
void TurnReader::doubt(const Line& line, std::size_t from) {
  if (told_) return;  // as lines of a layout that is not known
  if (uncertain_.count++ == 0) uncertain_.at = place_in(line, from);
}

void TurnReader::start_labelled(const Line& line, const Begin& begin) {
  const auto [from, to] = begin.label->label;
  if (!survey_.is_sure(line.text, *begin.label)) doubt(line, from);
  const std::string_view label = std::string_view(line.text).substr(from, to - from);
  const PartedLabel parted = parted_label(label, options_.language);
  const std::uint64_t source = source_of(line, from);
  start(Part::talk, std::string(parted.who), {source, source + parted.who.size()}, place_in(line, from));
  if (parted.aside.empty()) return;
  const auto aside = static_cast<std::size_t>(parted.aside.data() - line.text.data());
  open_->utterance.text = parted.aside;
  open_->runs.push_back({0, source_of(line, aside)});
  places_.push_back(place_in(line, aside));
  aside_ = true;
}

void TurnReader::start(Part part, std::string speaker, SourceRange label, Position at) {
  open_.emplace();
  places_.clear();
  aside_ = false;
  open_->utterance.part = part;
  open_->utterance.speaker = seen_label(speaker);
  open_->utterance.at = at;
  open_->label = label;
  if (part != Part::talk) return;
  talk_begun_ = true;
  speaker_ = open_->utterance.speaker;
}

/// f4 and f5 write a paragraph's time at its end: #00:10:10-2#. Gives where the words end.
std::size_t TurnReader::take_closing_time(std::string_view text, std::size_t from) {
  std::size_t end = text.size();
  while (end > from && is_blank(text[end - 1])) --end;
  if (end == from || text[end - 1] != '#') return end;
  const auto stamp = stamp_before_end(text.substr(from, end - from));
  if (!stamp || text[from + stamp->begin] != '#') return end;
  auto& time = open_->utterance.time;
  if (!time) time = TimeSpan{std::min(closed_, stamp->stamp.time.end), stamp->stamp.time.end};
  time->end = std::max(time->end, stamp->stamp.time.end);
  closed_ = stamp->stamp.time.end;
  end = from + stamp->begin;
  while (end > from && is_blank(text[end - 1])) --end;
  return end;
}

void TurnReader::add(const Line& line, std::size_t from, std::optional<TimeSpan> time) {
  std::string& text = open_->utterance.text;
  const bool whole = !line.continues;
  const std::size_t end = line.matter ? line.text.size() : take_closing_time(line.text, from);
  if (end == from) {  // nothing but times
    if (time) waiting_ = time;
    return;
  }
  const std::uint32_t first = aside_ ? 0 : static_cast<std::uint32_t>(text.size() + (whole && !text.empty()));
  if (whole && !text.empty()) text += std::exchange(aside_, false) ? ' ' : '\n';
  const auto at = static_cast<std::uint32_t>(text.size());
  if (time) open_->utterance.cues.push_back({first, *time, place_in(line, from)});
  if (line.pieces.empty()) {
    open_->runs.push_back({at, line.source + from});
    places_.push_back(place_in(line, from));
  }
  for (std::size_t i = 0; i < line.pieces.size() && line.pieces[i].text < end; ++i) {
    const SourceRun& piece = line.pieces[i];
    if (i + 1 < line.pieces.size() && line.pieces[i + 1].text <= from) continue;
    const auto cut = static_cast<std::uint32_t>(from > piece.text ? from - piece.text : 0);
    const auto begin = static_cast<std::uint32_t>(piece.text + cut - from);
    open_->runs.push_back({at + begin, piece.source + cut});
    places_.push_back(place_in(line, piece.text + cut));
  }
  text.append(line.text, from, end - from);
  while (text.size() > options_.longest_turn) cut();
}

/// Gives the first part of a turn that grew too long, and goes on with the rest under the same speaker.
void TurnReader::cut() {
  TextTurn& turn = *open_;
  const CutPlace place = cut_place(turn.utterance.text, options_.longest_turn);
  const auto next = static_cast<std::uint32_t>(place.next);
  const auto after = std::upper_bound(turn.runs.begin(), turn.runs.end(), next,
                                      [](std::uint32_t at, const SourceRun& run) { return at < run.text; });
  const auto last = static_cast<std::size_t>(after - turn.runs.begin()) - 1;  // the run that `next` is in
  const SourceRun run = turn.runs[last];
  const std::string_view before = std::string_view(turn.utterance.text).substr(run.text, next - run.text);
  Position at = places_[last];
  at.column += static_cast<std::uint32_t>(count_code_points(before));

  TextTurn rest{.utterance = cut_utterance(turn.utterance, place)};
  rest.utterance.at = at;
  rest.runs.push_back({0, run.source + (next - run.text)});
  std::vector<Position> places{at};
  for (std::size_t i = last + 1; i < turn.runs.size(); ++i) {
    rest.runs.push_back({turn.runs[i].text - next, turn.runs[i].source});
    places.push_back(places_[i]);
  }
  const auto end = static_cast<std::uint32_t>(place.end);
  while (turn.runs.size() > 1 && turn.runs.back().text >= end) turn.runs.pop_back();
  if (overlong_.count++ == 0) overlong_.at = turn.utterance.at;
  close();
  open_ = std::move(rest);
  places_ = std::move(places);
}

void TurnReader::close() {
  if (!open_) return;
  Utterance& turn = open_->utterance;
  if (turn.cues.size() == 1 && turn.cues.front().begin == 0) {
    const TimeSpan only = turn.cues.front().time;
    turn.time = TimeSpan{only.begin, turn.time ? std::max(turn.time->end, only.end) : only.end};
    turn.cues.clear();
  } else if (!turn.cues.empty()) {
    TimeSpan whole = turn.time.value_or(turn.cues.front().time);
    for (const Cue& cue : turn.cues) whole.end = std::max(whole.end, cue.time.end);
    turn.time = whole;
  }
  turn.number = number_++;
  ready_.push_back(std::move(*open_));
  open_.reset();
}

}  // namespace moniker::read
