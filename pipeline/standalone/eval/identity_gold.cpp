// Gold of who is who, in its two forms: a study's own lines, which count turns and code points, and annotated
// documents, which count bytes of a document that is read as a .txt transcript. Both become mentions in utterances'
// bytes. A line that does not fit is refused without quoting it.
#include "eval/identity_gold.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "base/bounded_json.hpp"
#include "base/fold.hpp"
#include "base/json_number.hpp"
#include "base/utf8.hpp"
#include "eval/gold.hpp"
#include "moniker/error.hpp"
#include "read/open_transcript.hpp"
#include "read/turns/text_turns.hpp"

namespace moniker::eval {
namespace {

using Json = nlohmann::json;

std::ifstream opened(const std::filesystem::path& name) {
  std::ifstream file(name);
  if (!file) throw Error::input("cannot open the file", "check that it exists and may be read", {name.string()});
  return file;
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_regular_file() && !entry.path().filename().string().starts_with('.')) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

GoldTranscript transcript_of(const std::filesystem::path& file, const words::Language& language) {
  GoldTranscript read{.file = file.filename().string(), .counts = false};
  const read::OpenedTranscript opened = read::open_transcript(file, [](Issue) {}, {.language = language});
  while (auto turn = opened.reader->next()) read.turns.push_back(std::move(*turn));
  return read;
}

/// The byte at which a code point begins; nothing behind the end.
std::optional<std::uint32_t> byte_of(std::string_view text, std::uint64_t code_point) {
  std::size_t at = 0;
  for (; code_point > 0 && at < text.size(); --code_point) at += code_point_at(text, at).length;
  if (code_point > 0) return std::nullopt;
  return static_cast<std::uint32_t>(at);
}

/// A mention as its line tells it; nothing where it does not fit.
std::optional<GoldMention> mention_from(const Json& json, const std::vector<const Utterance*>& talk) {
  const auto turn = whole_number<std::size_t>(json.at("turn"));
  if (turn >= talk.size()) return std::nullopt;
  const std::string& text = talk[turn]->text;
  const auto begin = byte_of(text, whole_number<std::uint64_t>(json.at("begin")));
  const auto end = byte_of(text, whole_number<std::uint64_t>(json.at("end")));
  if (!begin || !end || *begin >= *end) return std::nullopt;
  const auto said = std::string_view(text).substr(*begin, *end - *begin);
  if (fold(said) != fold(json.at("text").get<std::string>())) return std::nullopt;  // a line's end is a blank to both
  return GoldMention{.turn = talk[turn]->number,
                     .bytes = {*begin, *end},
                     .entity = json.at("entity").get<std::string>(),
                     .ask = json.value("ask", false)};
}

std::vector<const Utterance*> talk_of(const GoldTranscript& transcript) {
  std::vector<const Utterance*> talk;
  for (const Utterance& turn : transcript.turns) {
    if (turn.part == Part::talk) talk.push_back(&turn);
  }
  return talk;
}

bool is_in(GoldPart part, const std::string& told) {
  return part == GoldPart::all || (part == GoldPart::aside) == (told == "aside");
}

/// Takes the lines of gold.jsonl to the transcripts they are about.
class LinesOfGold {
 public:
  LinesOfGold(GoldStudy& study, std::string file, GoldPart part) : file_(std::move(file)), part_(part) {
    for (GoldTranscript& one : study.transcripts) by_name_.emplace(one.file, Place{&one, talk_of(one)});
  }
  void take(const std::string& line) {
    ++line_;
    if (line.empty()) return;
    const Json json = parse_any_json<Json>(line);
    bool fits = false;
    try {
      fits = put(json);
    } catch (const Json::exception&) {  // the library's own words quote the line
      fits = false;
    }
    if (!fits)
      throw Error::input("the line is not a mention or label of a transcript of incoming/", "see `moniker help eval`",
                         {file_, {line_, 0}});
  }

 private:
  struct Place {
    GoldTranscript* transcript;
    std::vector<const Utterance*> talk;
  };
  bool put(const Json& json) {
    const auto found = by_name_.find(json.at("file").get<std::string>());
    if (found == by_name_.end()) return false;
    GoldTranscript& transcript = *found->second.transcript;
    transcript.counts = is_in(part_, json.at("part").get<std::string>());
    if (json.contains("label")) {
      transcript.labels.emplace_back(json.at("label").get<std::string>(), json.at("entity").get<std::string>());
      return true;
    }
    const auto mention = mention_from(json, found->second.talk);
    if (mention) transcript.mentions.push_back(*mention);
    return mention.has_value();
  }

  std::string file_;
  GoldPart part_;
  std::uint32_t line_ = 0;
  std::map<std::string, Place> by_name_{};
};

/// Where a byte of the document stands in a turn's text; nothing where the text does not hold it.
std::optional<std::uint32_t> text_byte(const read::TextTurn& turn, std::uint64_t source) {
  const auto behind = std::upper_bound(turn.runs.begin(), turn.runs.end(), source,
                                       [](std::uint64_t at, const read::SourceRun& run) { return at < run.source; });
  if (behind == turn.runs.begin()) return std::nullopt;
  const read::SourceRun& run = *(behind - 1);
  const std::uint64_t at = run.text + (source - run.source);
  const std::uint64_t end = behind == turn.runs.end() ? turn.utterance.text.size() : behind->text;
  if (at >= end) return std::nullopt;
  return static_cast<std::uint32_t>(at);
}

bool is_named_person(const GoldSpan& span) {
  return span.label == "PERSON" && span.type != "NONE" && !span.entity.empty();
}

GoldTranscript transcript_of(const GoldDocument& document, const words::Language& language, GoldPart part) {
  GoldTranscript made{.file = document.source.empty() ? document.id : document.source,
                      .counts = is_of(part, document.id)};
  std::map<std::string, std::string> labels;
  const std::vector<read::TextTurn> turns = read::text_turns(document.text, language);
  for (const GoldSpan& span : document.spans) {
    if (!is_named_person(span)) continue;
    for (const read::TextTurn& turn : turns) {
      if (turn.label.begin <= span.begin && span.end <= turn.label.end) labels[turn.utterance.speaker] = span.entity;
      const auto begin = text_byte(turn, span.begin), last = text_byte(turn, span.end - 1);
      if (!begin || !last) continue;
      made.mentions.push_back(
          {.turn = turn.utterance.number, .bytes = {*begin, *last + 1}, .entity = span.entity, .ask = false});
      break;
    }
  }
  made.labels.assign(labels.begin(), labels.end());
  for (const read::TextTurn& turn : turns) made.turns.push_back(turn.utterance);
  return made;
}

std::string_view words_of(const GoldTranscript& transcript, const GoldMention& mention) {
  for (const Utterance& turn : transcript.turns) {
    if (turn.number == mention.turn)
      return std::string_view(turn.text).substr(mention.bytes.begin, mention.bytes.size());
  }
  return {};
}

/// Which entities may be which people of the register: both ways.
struct Claims {
  std::map<std::string, std::set<std::string>> numbers{}, entities{};
  void add(const std::string& entity, const std::string& number) {
    numbers[entity].insert(number);
    entities[number].insert(entity);
  }
};

void claim_sessions(const GoldTranscript& transcript, const Register& people, Claims& claims) {
  for (const auto& [label, entity] : transcript.labels) {
    for (const Participant& person : people.people) {
      for (const Session& session : person.sessions) {
        if (session.file == transcript.file && session.speaker == label) claims.add(entity, person.number);
      }
    }
  }
}

/// Entities that are registered, and the number of whom; nothing of one whom two could be.
std::map<std::string, std::string> registered(const GoldStudy& study) {
  std::map<std::string, std::set<std::string>> by_name;
  for (const Participant& person : study.people.people) by_name[fold(person.name)].insert(person.number);
  Claims claims;
  for (const GoldTranscript& transcript : study.transcripts) {
    claim_sessions(transcript, study.people, claims);
    for (const GoldMention& mention : transcript.mentions) {
      const auto found = by_name.find(fold(words_of(transcript, mention)));
      if (found != by_name.end() && found->second.size() == 1) claims.add(mention.entity, *found->second.begin());
    }
  }
  std::map<std::string, std::string> known;
  for (const auto& [entity, all] : claims.numbers) {
    if (all.size() == 1 && claims.entities[*all.begin()].size() == 1) known.emplace(entity, *all.begin());
  }
  return known;
}

}  // namespace

GoldStudy read_gold_study(const std::filesystem::path& folder, Register people, const words::Language& language,
                          GoldPart part) {
  GoldStudy study{.name = folder.string(), .people = std::move(people)};
  for (const auto& file : files_in(folder / "incoming")) study.transcripts.push_back(transcript_of(file, language));
  const auto gold = folder / "gold.jsonl";
  LinesOfGold lines(study, gold.string(), part);
  std::ifstream stream = opened(gold);
  for (std::string line; std::getline(stream, line);) lines.take(line);
  return study;
}

void each_document_study(std::istream& stream, const std::string& file, const words::Language& language, GoldPart part,
                         const std::function<void(const GoldStudy&)>& take) {
  GoldReader reader(stream, file);
  while (const auto document = reader.next()) {
    if (!is_of(part, document->id)) continue;
    GoldStudy study{.name = document->id};
    study.transcripts.push_back(transcript_of(*document, language, part));
    take(study);
  }
}

GoldStudy read_document_study(const std::filesystem::path& folder, Register people, const words::Language& language,
                              GoldPart part) {
  GoldStudy study{.name = folder.string(), .people = std::move(people)};
  for (const auto& file : files_in(folder / "gold")) {
    std::ifstream stream = opened(file);
    GoldReader reader(stream, file.string());
    while (const auto document = reader.next()) study.transcripts.push_back(transcript_of(*document, language, part));
  }
  const auto known = registered(study);
  const auto rename = [&](std::string& entity) {
    const auto found = known.find(entity);
    if (found != known.end()) entity = found->second;
  };
  for (GoldTranscript& transcript : study.transcripts) {
    for (GoldMention& mention : transcript.mentions) rename(mention.entity);
    for (auto& [label, entity] : transcript.labels) rename(entity);
  }
  return study;
}

}  // namespace moniker::eval
