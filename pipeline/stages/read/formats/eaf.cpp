// ELAN's annotations, EAF 2.6 to 3.0 (https://www.mpi.nl/tools/elan/EAF_Annotation_Format_3.0_and_ELAN.pdf). Tiers
// stand one behind the other and are put in the order of their times, so the annotations are held; nothing else is.
#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "moniker/error.hpp"
#include "read/formats/formats.hpp"
#include "read/formats/tier_talk.hpp"
#include "read/formats/xml_pull.hpp"
#include "read/turns/segments.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t most_talk_of_tiers = std::size_t{256} << 20;
constexpr std::size_t longest_way = 64;  // from a tier or an annotation to what it hangs on; some hang in a circle
constexpr std::string_view save_in_elan = "open it in ELAN and save it again, or export it as tab-delimited text";

struct Annotation {
  std::string id{}, refers_to{}, begin{}, end{}, text{};  // by time slots, or by another annotation
  std::uint32_t number = 0;                               // in the file, from 1
};
struct Tier {
  std::string id{}, participant{}, parent{};
  std::vector<Annotation> annotations{};
  TierTalk said{};
  bool names_speakers = false;  // its annotations are who speaks
};

class Annotations {
 public:
  explicit Annotations(ByteSource& source) : xml_(source, "document of the annotations", save_in_elan) {
    while (xml_.next()) {
      if (xml_.event() == XmlPull::Event::start)
        start();
      else if (xml_.event() == XmlPull::Event::text)
        text();
      else
        end();
    }
    settle_slots();
  }

  std::deque<Segment> segments() {
    for (std::size_t i = 0; i < tiers_.size(); ++i) places_.emplace(tiers_[i].id, i);
    find_speakers();
    std::map<std::size_t, std::size_t> talk;  // of each family the tier that is talk
    bool any = false;                         // of a family that is not beside the talk by its name
    for (std::size_t i = 0; i < tiers_.size(); ++i) {
      if (tiers_[i].names_speakers) continue;
      const auto [chosen, fresh] = talk.try_emplace(way_of(i).root, i);
      if (!fresh && is_rather_talk(i, chosen->second)) chosen->second = i;
    }
    for (const auto& [root, tier] : talk) any = any || (tiers_[tier].said.reads() && !is_beside(tier));
    std::deque<Segment> segments;
    for (std::size_t i = 0; i < tiers_.size(); ++i) {
      if (tiers_[i].names_speakers) continue;
      const std::size_t root = way_of(i).root;
      const bool is_talk = talk.at(root) == i && !(any && is_beside(i));
      for (Annotation& a : tiers_[i].annotations) {
        const std::string told = who_says(a);
        segments.push_back({.speaker = told.empty() ? speaker_of(i, root) : told,
                            .text = std::move(a.text),
                            .time = time_of(a),
                            .at = {a.number, 1},
                            .part = is_talk ? Part::talk : Part::comment});
      }
    }
    sort_by_time(segments);
    return segments;
  }

 private:
  /// Up the tiers that this one depends on: the topmost, and how many there are above.
  struct Way {
    std::size_t root = 0, depth = 0;
  };
  Way way_of(std::size_t i) const {
    Way way{i};
    for (; way.depth < longest_way; ++way.depth) {
      const auto parent = places_.find(tiers_[way.root].parent);
      if (tiers_[way.root].parent.empty() || parent == places_.end()) break;
      way.root = parent->second;
    }
    return way;
  }

  /// Whether, of two tiers of one family, the first is rather what was said: it reads like talk, its name says so, it
  /// stands higher. Numbers and references stand above the talk, translations and glosses below it.
  bool is_rather_talk(std::size_t i, std::size_t other) const {
    const Tier &tier = tiers_[i], &rival = tiers_[other];
    if (tier.said.reads() != rival.said.reads()) return tier.said.reads();
    if (!tier.said.reads()) return tier.said.words() > rival.said.words();
    const int names = names_talk(tier.id), rival_names = names_talk(rival.id);
    if (names != rival_names && (names < 0 || rival_names < 0)) return names > rival_names;
    const std::size_t depth = way_of(i).depth, rival_depth = way_of(other).depth;
    return depth != rival_depth ? depth < rival_depth : names > rival_names;
  }

  /// A tier of its own called "Notes" or "gesture".
  bool is_beside(std::size_t i) const { return tiers_[i].participant.empty() && names_talk(tiers_[i].id) < 0; }

  std::string speaker_of(std::size_t i, std::size_t root) const {
    if (!tiers_[i].participant.empty()) return tiers_[i].participant;
    if (!tiers_[root].participant.empty()) return tiers_[root].participant;
    const std::string name = speaker_in_name(tiers_[root].id);
    const bool nobody = name.empty() || (name == tiers_[root].id && names_talk(name) < 0);  // "ref"
    return nobody ? speaker_in_name(tiers_[i].id) : name;
  }

  /// Toolbox's marker for who speaks becomes a tier of its own: of the same references as the talk, or of the same
  /// times.
  void find_speakers() {
    bool talk = false;
    for (const Tier& tier : tiers_) talk = talk || (tier.said.reads() && !names_who_speaks(tier.id));
    for (Tier& tier : tiers_) {
      tier.names_speakers = talk && names_who_speaks(tier.id) && !tier.said.empty() && !tier.said.is_sentences() &&
                            names_talk(tier.id) >= 0;
      if (!tier.names_speakers) continue;
      for (const Annotation& a : tier.annotations) {
        const std::string& top = top_of(a);
        if (top == a.id || !who_.emplace(top, trimmed(a.text)).second) spans_of_speakers_.note(time_of(a), a.text);
      }
    }
  }

  /// The annotation on which this one hangs in the end.
  const std::string& top_of(const Annotation& annotation) const {
    const std::string* top = annotation.refers_to.empty() ? &annotation.id : &annotation.refers_to;
    for (std::size_t steps = 0; steps < longest_way; ++steps) {
      const auto above = spans_.find(*top);
      if (above == spans_.end() || above->second.refers_to.empty()) return *top;
      top = &above->second.refers_to;
    }
    return *top;
  }

  std::string who_says(const Annotation& annotation) const {
    const auto named = who_.find(top_of(annotation));
    return named != who_.end() ? named->second : spans_of_speakers_.at(time_of(annotation));
  }

  std::string attribute(std::string_view name) const { return xml_.attribute(name).value_or(std::string()); }

  void start() {
    const std::string_view name = xml_.name();
    if (name == "TIME_SLOT") {
      slots_.push_back({attribute("TIME_SLOT_ID"), slot_value(attribute("TIME_VALUE"))});
    } else if (name == "TIER") {
      tiers_.push_back(
          {.id = attribute("TIER_ID"), .participant = attribute("PARTICIPANT"), .parent = attribute("PARENT_REF")});
    } else if ((name == "ALIGNABLE_ANNOTATION" || name == "REF_ANNOTATION") && !tiers_.empty()) {
      tiers_.back().annotations.push_back({.id = attribute("ANNOTATION_ID"),
                                           .refers_to = attribute("ANNOTATION_REF"),
                                           .begin = attribute("TIME_SLOT_REF1"),
                                           .end = attribute("TIME_SLOT_REF2"),
                                           .number = ++number_});
    }
    in_value_ = name == "ANNOTATION_VALUE" && !tiers_.empty() && !tiers_.back().annotations.empty();
  }

  void text() {
    if (!in_value_) return;
    tiers_.back().annotations.back().text += xml_.text();
    talk_ += xml_.text().size();
    if (talk_ > most_talk_of_tiers) {
      throw Error::input("holds more than 256 MiB of talk", "deliver it in parts");
    }
  }

  void end() {
    if (xml_.name() == "ANNOTATION_VALUE") in_value_ = false;
    if (xml_.name() != "TIER" || tiers_.empty()) return;
    for (const Annotation& a : tiers_.back().annotations) tiers_.back().said.note(a.text);
    for (const Annotation& a : tiers_.back().annotations) {
      if (!a.id.empty()) spans_[a.id] = {a.begin, a.end, a.refers_to};
    }
  }

  static std::optional<std::int64_t> slot_value(const std::string& text) {
    if (text.empty() || text.size() > 10 || text.find_first_not_of("0123456789") != std::string::npos)
      return std::nullopt;
    return std::stoll(text);
  }

  /// A slot without a value lies somewhere between those that have one: they share the time evenly.
  void settle_slots() {
    std::int64_t before = 0;
    for (std::size_t i = 0, next = 0; i < slots_.size(); ++i) {
      next = std::max(next, i);
      while (next < slots_.size() && !slots_[next].second) ++next;
      const std::int64_t after = next < slots_.size() ? *slots_[next].second : before;
      before += (after - before) / static_cast<std::int64_t>(next - i + 1);
      times_[slots_[i].first] = std::chrono::milliseconds(before);
    }
  }

  std::optional<TimeSpan> time_of(const Annotation& annotation) const {
    Span span{annotation.begin, annotation.end, annotation.refers_to};
    for (std::size_t steps = 0; span.begin.empty() && steps < longest_way;
         ++steps) {  // what refers in a circle has no time
      const auto to = spans_.find(span.refers_to);
      if (to == spans_.end()) return std::nullopt;
      span = to->second;
    }
    const auto begin = times_.find(span.begin), end = times_.find(span.end);
    if (begin == times_.end()) return std::nullopt;
    return TimeSpan{begin->second, end == times_.end() ? begin->second : std::max(begin->second, end->second)};
  }

  struct Span {
    std::string begin{}, end{}, refers_to{};
  };

  XmlPull xml_;
  std::vector<std::pair<std::string, std::optional<std::int64_t>>> slots_{};
  std::map<std::string, std::chrono::milliseconds> times_{};
  std::map<std::string, Span> spans_{};
  std::map<std::string, std::string> who_{};  // speaks, by the annotation on which both hang
  SpeakerSpans spans_of_speakers_{};
  std::vector<Tier> tiers_{};
  std::map<std::string, std::size_t> places_{};  // of tiers, by their names
  std::uint32_t number_ = 0;
  bool in_value_ = false;
  std::size_t talk_ = 0;
};

}  // namespace

bool claims_eaf(const Head& head) {
  return head.text.find("<ANNOTATION_DOCUMENT") != std::string_view::npos &&
         head.text.find_first_not_of(" \t\r\n") == head.text.find('<');
}

std::unique_ptr<Reader> open_eaf(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options) {
  auto segments = Annotations(source).segments();
  tell_aside(segments, issues);
  return std::make_unique<SegmentReader>(std::move(segments), issues, options);
}

}  // namespace moniker::read
