// What a study sealed for analysis, as plain data: opened where the signed log names it, and called what it is named.
#include "outputs/exported_study.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/bounded_json.hpp"
#include "base/csv.hpp"
#include "base/csv_cell.hpp"
#include "base/json_number.hpp"
#include "base/utf8.hpp"
#include "moniker/error.hpp"
#include "outputs/open_named.hpp"

namespace moniker::custodian {
namespace {

constexpr std::string_view suffix = ".marked.jsonl.age";
constexpr std::size_t longest = std::size_t{1} << 30;

/// No more than is held in memory.
class BoundedSink : public ByteSink {
 public:
  void write(std::string_view bytes) override {
    if (text.size() + bytes.size() > longest)
      throw Error::input("is too large to be held in memory", "open it with `moniker decrypt`");
    text.append(bytes);
  }
  std::string text{};
};

std::string open_text(const std::filesystem::path& file, const Opening& opening) {
  BoundedSink sink;
  open_named(opening.named, file, opening.identities, sink);
  return std::move(sink.text);
}

/// What a sealed file calls itself goes into paths and pages: it must be what its own name says.
void check_name(const std::filesystem::path& file, const ExportedTranscript& transcript, const Opening& opening) {
  std::string stem = file.filename().string();
  stem.resize(stem.size() - suffix.size());
  if (stem.ends_with(draft_mark)) stem.resize(stem.size() - draft_mark.size());
  if (transcript.name == stem && is_numbered_id(stem, opening.transcript_prefix)) return;
  throw Error::integrity("does not hold the transcript that it is named after", "run the study again", {file.string()});
}

Part part_named(const std::string& name) {
  if (name == "talk") return Part::talk;
  return name == "footnote" ? Part::footnote : Part::matter;
}

[[noreturn]] void not_as_written() {
  throw Error::integrity("is no sealed transcript as moniker writes them", "run the study again");
}

/// A speaker is an ID, since any other label could be somebody's name, and a mark lies in its text.
void check_turn(const ExportedTurn& turn) {
  constexpr std::string_view of_ids = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
  if (turn.turn.speaker.find_first_not_of(of_ids) != std::string::npos) not_as_written();
  const std::uint64_t length = count_code_points(turn.turn.text);
  for (const ExportedMark& mark : turn.marks) {
    if (mark.begin > mark.end || mark.end > length) not_as_written();
  }
}

ExportedTurn turn_of(const nlohmann::json& line) {
  ExportedTurn out;
  out.turn.number = whole_number<std::uint64_t>(line.at("n"));
  out.turn.speaker = line.at("speaker").get<std::string>();
  out.turn.text = line.at("text").get<std::string>();
  out.turn.part = part_named(line.at("part").get<std::string>());
  if (!line.at("start").is_null()) {
    out.turn.time = TimeSpan{std::chrono::milliseconds(whole_number<std::int64_t>(line.at("start"))),
                             std::chrono::milliseconds(whole_number<std::int64_t>(line.at("end")))};
  }
  for (const auto& mark : line.at("marks")) {
    out.marks.push_back({whole_number<std::uint64_t>(mark.at("begin")), whole_number<std::uint64_t>(mark.at("end")),
                         mark.at("label").get<std::string>(), mark.at("subtype").get<std::string>(),
                         mark.at("entity").get<std::string>()});
  }
  check_turn(out);
  return out;
}

void read_people(std::string_view csv, ExportedStudy& study) {
  const auto rows = parse_csv(csv, "attributes.csv");
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::vector<std::string> cells;
    for (const CsvCell& cell : rows[r].cells) cells.emplace_back(without_guard(cell.text));
    if (cells.empty()) continue;
    const std::string id = cells.front();
    cells.erase(cells.begin());
    if (r == 0)
      study.columns = std::move(cells);
    else
      study.people.push_back({id, std::move(cells)});
  }
  for (ExportedPerson& person : study.people) person.values.resize(study.columns.size());
}

std::vector<std::filesystem::path> marked_files(const std::filesystem::path& out) {
  std::vector<std::filesystem::path> files;
  bool drafts = false;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(out, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (!entry->is_regular_file() || !name.ends_with(suffix)) continue;
    const bool draft = name.find(draft_mark) != std::string::npos;
    drafts |= draft;
    if (!draft) files.push_back(entry->path());
  }
  std::sort(files.begin(), files.end());
  if (!files.empty()) return files;
  if (drafts) {
    throw Error::usage("holds drafts alone, which nobody signed off",
                       "have them reviewed and signed off, and run the study again", {out.string()});
  }
  throw Error::usage("holds no sealed transcript that can be exported",
                     "run the study first: moniker run STUDY; one that an older moniker sealed must be run anew",
                     {out.string()});
}

/// A package that lacks a transcript would pass for the whole study.
void check_all_there(const StudyLayout& layout, const audit::NamedFiles& named) {
  for (const auto& [name, file] : named.all()) {
    if (!name.ends_with(suffix) || std::filesystem::exists(layout.root / name)) continue;
    throw Error::integrity("is in the log and is gone", "put it back, or run `moniker run` to make it again",
                           {(layout.root / name).string()});
  }
}

}  // namespace

ExportedTranscript parse_marked(std::string_view lines) {
  ExportedTranscript transcript;
  try {
    for (bool first = true; !lines.empty(); first = false) {
      const std::size_t end = std::min(lines.find('\n'), lines.size());
      const auto line = parse_json(lines.substr(0, end));
      lines.remove_prefix(std::min(end + 1, lines.size()));
      if (first) {
        transcript.name = line.at("transcript").get<std::string>();
        transcript.delivered = line.value("delivered", "");
      } else {
        transcript.turns.push_back(turn_of(line));
      }
    }
  } catch (const nlohmann::json::exception&) {
    not_as_written();
  }
  return transcript;
}

std::filesystem::path marked_file(const StudyLayout& layout, const std::string& transcript) {
  const auto file = layout.out() / (transcript + std::string(suffix));
  const auto draft = layout.out() / (transcript + std::string(draft_mark) + std::string(suffix));
  return !std::filesystem::exists(file) && std::filesystem::exists(draft) ? draft : file;
}

void require_marked(const StudyLayout& layout) { marked_files(layout.out()); }

bool is_numbered_id(std::string_view id, std::string_view prefix) {
  const std::string_view digits = id.substr(std::min(prefix.size(), id.size()));
  return id.starts_with(prefix) && !digits.empty() && digits.size() <= 9 &&
         digits.find_first_not_of("0123456789") == digits.npos;
}

ExportedTranscript open_marked(const std::filesystem::path& file, const Opening& opening) {
  ExportedTranscript transcript = parse_marked(open_text(file, opening));
  check_name(file, transcript, opening);
  return transcript;
}

ExportedStudy open_exported_study(const StudyLayout& layout, const Opening& opening) {
  ExportedStudy study;
  const auto files = marked_files(layout.out());
  check_all_there(layout, opening.named);
  for (const auto& file : files) {
    study.transcripts.push_back(open_marked(file, opening));
    if (opening.progress) opening.progress({.step = "open", .done = study.transcripts.size(), .total = files.size()});
  }
  if (opening.named.find(layout.attributes())) read_people(open_text(layout.attributes(), opening), study);
  return study;
}

std::vector<std::string> speakers_of(const ExportedTranscript& transcript) {
  std::vector<std::string> speakers;
  for (const ExportedTurn& one : transcript.turns) {
    const std::string& speaker = one.turn.speaker;
    const bool known = std::find(speakers.begin(), speakers.end(), speaker) != speakers.end();
    if (one.turn.part == Part::talk && !speaker.empty() && !known) speakers.push_back(speaker);
  }
  return speakers;
}

bool is_group(const ExportedTranscript& transcript, const ExportedStudy& study) {
  const std::string& prefix = study.participant_prefix;
  const auto speakers = speakers_of(transcript);
  return std::count_if(speakers.begin(), speakers.end(), [&](const std::string& speaker) {
           return speaker.starts_with(prefix) &&
                  speaker.find_first_not_of("0123456789", prefix.size()) == std::string::npos;
         }) > 1;
}

}  // namespace moniker::custodian
