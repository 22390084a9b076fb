// A night in words. Whoever reads it in a mail should know from the first line whether to read on, and from each line
// below what to type; it goes through mail servers, so it holds transcripts' numbers, counts and codes alone.
#include "nights/night_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/shell_word.hpp"

namespace moniker::study {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t page_width = 72;

std::string with_count(std::string_view text, std::uint64_t count) { return fmt::format(fmt::runtime(text), count); }

std::string what_of(const Matter& matter) {
  const MatterWords& words = words_of(matter.kind);
  const std::string text = with_count(matter.parts.size() == 1 ? words.one : words.many, matter.parts.size());
  return matter.says.empty() ? text : text + ": " + matter.says;
}

std::string place_of_matter(const Matter& matter) { return matter.transcript.empty() ? "study" : matter.transcript; }

/// Folded at blanks, every line below the first set in.
std::string folded(std::string_view text, std::size_t indent) {
  std::string out, line;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (!line.empty() && indent + line.size() + 1 + end > page_width) {
      out += std::exchange(line, {}) + "\n" + std::string(indent, ' ');
    }
    line += (line.empty() ? "" : " ") + std::string(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out + line;
}

std::string remedy_of(const Matter& matter, const std::string& folder) {
  const std::string general = fmt::format(fmt::runtime(words_of(matter.kind).remedy), shell_word(folder));
  return matter.remedy.empty() ? general : matter.remedy + "; then " + general;
}

std::string new_line(const Waiting& one, const std::string& folder) {
  constexpr std::size_t indent = 9;
  std::string text = what_of(one.matter);
  const bool some = one.fresh < one.matter.parts.size();
  if (some) text += fmt::format(" ({} new since {})", one.fresh, one.since);
  return fmt::format("  {:<6} {}\n{}{}\n", place_of_matter(one.matter), folded(text, indent), std::string(indent, ' '),
                     folded(remedy_of(one.matter, folder), indent));
}

std::string old_line(const Waiting& one) {
  return fmt::format("  {:<6} {}\n", place_of_matter(one.matter),
                     folded(what_of(one.matter) + ", since " + one.since, 9));
}

std::string solved_words(const Solved& solved) {
  const MatterWords* const words = words_of(solved.kind);
  const std::string what =
      words == nullptr ? solved.kind : with_count(solved.parts == 1 ? words->one : words->many, solved.parts);
  return fmt::format("{} {}", solved.transcript.empty() ? "study" : solved.transcript, what);
}

void add_list(std::string& text, std::string_view head, const std::vector<std::string>& items,
              std::string_view between = ", ") {
  if (!items.empty()) text += folded(fmt::format("{}: {}", head, fmt::join(items, between)), 2) + "\n";
}

std::string standing_line(const StandingCounts& counts) {
  std::string line = fmt::format("{} transcript{}", counts.transcripts, counts.transcripts == 1 ? "" : "s");
  std::string states;
  const auto add = [&](std::uint64_t count, std::string_view state) {
    if (count > 0) states += fmt::format("{}{} {}", states.empty() ? ": " : ", ", count, state);
  };
  add(counts.sealed, "sealed");
  add(counts.review, "sealed and to review");
  add(counts.draft, "as drafts");
  add(counts.quarantined, "quarantined");
  return line + states + "\n";
}

std::uint64_t how_many_new(const Night& night) {
  return static_cast<std::uint64_t>(
      std::count_if(night.waiting.begin(), night.waiting.end(), [](const Waiting& one) { return one.fresh > 0; }));
}

std::string failed_headline(const Night& night) {
  if (night.failure->fault == Fault::busy) return "another run was working on it";
  return night.failed_before ? "the run failed again, as since " + night.failed_before->since : "the run failed";
}

std::string news_headline(const Night& night) {
  const std::uint64_t fresh = how_many_new(night);
  if (fresh > 0) return fmt::format("{} new for you", fresh == 1 ? "1 thing is" : fmt::format("{} things are", fresh));
  if (!night.waiting.empty())
    return fmt::format("nothing new; {} still waiting",
                       night.waiting.size() == 1 ? "1 thing is" : fmt::format("{} things are", night.waiting.size()));
  return "nothing for you to do";
}

std::string headline(const Night& night) {
  if (night.failure) return failed_headline(night);
  return (night.failed_before ? "it works again; " : "") + news_headline(night);
}

/// Since when it failed, of a run that works again.
std::string failed_line(const Night& night) {
  if (!night.failed_before) return {};
  const auto& [since, count] = *night.failed_before;
  return count == 1 ? "it failed on " + since + ", and works again\n"
                    : fmt::format("it failed {} times, since {}, and works again\n", count, since);
}

std::string title_of(const Night& night) {
  constexpr std::size_t longest = 40;
  const bool is_short = !night.study.empty() && night.study.size() <= longest;
  const std::string& name = is_short ? night.study : night.folder;
  return fmt::format("{}, {}: {}", name, night.time.substr(0, 10), headline(night));
}

std::string failure_lines(const Night& night) {
  const Problem& problem = *night.failure;
  std::string place = problem.file;
  if (problem.at.line > 0) place += fmt::format(":{}", problem.at.line);
  std::string text = "  " + (place.empty() ? "" : place + ": ") + problem.what + "\n";  // a path is not to be cut
  if (!problem.remedy.empty()) text += "  " + folded(problem.remedy, 2) + "\n";
  return text + fmt::format("  moniker doctor {}\n", shell_word(night.folder));
}

std::string body_of(const Night& night) {
  if (night.failure) return failure_lines(night);
  std::string fresh, old, changes = failed_line(night);
  for (const Waiting& one : night.waiting)
    (one.fresh > 0 ? fresh : old) += one.fresh > 0 ? new_line(one, night.folder) : old_line(one);
  if (!old.empty()) old = "still waiting, as told before\n" + old;
  std::vector<std::string> solved;
  for (const Solved& one : night.solved) solved.push_back(solved_words(one));
  add_list(changes, "no longer", solved, "; ");
  add_list(changes, "sealed", night.sealed);
  add_list(changes, "sealed anew", night.sealed_anew);
  add_list(changes, "gone from out/", night.gone);
  std::string text = fresh;
  for (const std::string& part : {old, changes}) {
    if (!part.empty()) text += (text.empty() ? "" : "\n") + part;
  }
  const std::string since = night.last_day.empty() ? "nothing was told before" : "compared with " + night.last_day;
  return text + (text.empty() ? "" : "\n") + standing_line(night.counts) + since + "\n";
}

Json matter_json(const Waiting& one) {
  return {{"kind", words_of(one.matter.kind).name},
          {"transcript", one.matter.transcript},
          {"count", one.matter.parts.size()},
          {"new", one.fresh},
          {"since", one.since},
          {"says", what_of(one.matter)}};
}

Json failed_before_json(const Night& night) {
  if (!night.failed_before) return nullptr;
  return {{"since", night.failed_before->since}, {"count", night.failed_before->count}};
}

Json failure_json(const Night& night) {
  if (!night.failure) return nullptr;
  return {{"status", static_cast<int>(night.failure->fault)},
          {"file", night.failure->file},
          {"line", night.failure->at.line},
          {"what", night.failure->what},
          {"remedy", night.failure->remedy}};
}

}  // namespace

std::string summary_of(const Night& night, bool unless_same) {
  if (unless_same && !night.has_changed()) return {};
  return title_of(night) + "\n\n" + body_of(night);
}

std::string summary_of(const std::vector<Night>& nights, const std::string& folder, bool unless_same) {
  std::size_t fresh = 0, failed = 0;
  bool changed = false;
  std::string told, quiet;
  for (const Night& night : nights) {
    fresh += !night.failure && night.has_news();
    failed += night.failure.has_value();
    changed = changed || night.has_changed();
  }
  if (unless_same && !changed) return {};
  const auto tell = [&](const auto& wanted) {
    for (const Night& night : nights) {
      if (wanted(night)) told += "\n" + title_of(night) + "\n\n" + body_of(night);
    }
  };
  tell([](const Night& night) { return night.failure.has_value(); });
  tell([](const Night& night) { return !night.failure && night.has_news(); });
  tell([](const Night& night) { return !night.has_news() && night.has_changed(); });
  for (const Night& night : nights) {
    if (!night.has_changed()) quiet += fmt::format("  {}: {}\n", night.folder, headline(night));
  }
  std::string head = fmt::format("{}: {} stud{}", folder, nights.size(), nights.size() == 1 ? "y" : "ies");
  if (failed > 0) head += fmt::format(", {} failed", failed);
  if (fresh > 0)
    head += fmt::format(", {} with something new for you", fresh);
  else if (failed == 0)
    head += ", nothing new for you";
  if (!quiet.empty()) told += "\nnothing changed in\n" + quiet;
  return head + "\n" + told;
}

Json as_json(const Night& night) {
  Json waiting = Json::array(), solved = Json::array();
  for (const Waiting& one : night.waiting) waiting.push_back(matter_json(one));
  for (const Solved& one : night.solved)
    solved.push_back({{"kind", one.kind}, {"transcript", one.transcript}, {"count", one.parts}});
  const StandingCounts& counts = night.counts;
  return {{"study", night.study},
          {"folder", night.folder},
          {"time", night.time},
          {"seconds", night.seconds},
          {"failure", failure_json(night)},
          {"failed_before", failed_before_json(night)},
          {"compared_with", night.last_day.empty() ? Json(nullptr) : Json(night.last_day)},
          {"waiting", std::move(waiting)},
          {"solved", std::move(solved)},
          {"sealed", night.sealed},
          {"sealed_anew", night.sealed_anew},
          {"gone", night.gone},
          {"transcripts", counts.transcripts},
          {"states",
           {{"sealed", counts.sealed},
            {"review", counts.review},
            {"draft", counts.draft},
            {"quarantined", counts.quarantined}}},
          {"doubtful", counts.doubtful},
          {"questions", counts.questions},
          {"overdue", counts.overdue},
          {"audit_records", night.audit_records}};
}

std::string log_line(const Night& night, int status) {
  Json line = as_json(night);
  line["status"] = status;
  return line.dump() + "\n";
}

std::string in_one_line(const std::vector<Matter>& matters) {
  std::string line;
  for (const MatterKind kind : {MatterKind::quarantined, MatterKind::who_is_meant, MatterKind::doubtful,
                                MatterKind::draft, MatterKind::overdue}) {
    std::vector<std::string> transcripts;
    std::uint64_t parts = 0;
    for (const Matter& matter : matters) {
      if (matter.kind != kind) continue;
      parts += matter.parts.size();
      transcripts.push_back(matter.transcript);
    }
    if (transcripts.empty()) continue;
    constexpr std::size_t most_named = 5;
    const std::size_t beyond = transcripts.size() > most_named ? transcripts.size() - most_named : 0;
    transcripts.resize(transcripts.size() - beyond);
    const MatterWords& words = words_of(kind);
    const bool counted = words.many.find("{}") != std::string_view::npos;
    line += fmt::format("{}{}", line.empty() ? "" : "; ", with_count(parts == 1 ? words.one : words.many, parts));
    if (kind == MatterKind::overdue) continue;
    line += fmt::format("{}{}", counted ? " in " : ": ", fmt::join(transcripts, ", "));
    if (beyond > 0) line += fmt::format(" and {} more", beyond);
  }
  return line;
}

}  // namespace moniker::study
