// The assignment as lines of JSON, and back: a kind of fact a line, each with a writer and a reader of its own.
#include "resolve/assignment_lines.hpp"

#include <initializer_list>
#include <utility>

#include "base/json_line.hpp"
#include "base/json_text.hpp"
#include "moniker/error.hpp"

namespace moniker::resolve {
namespace {

/// ["form","PERSON","kate",3]
class LineWriter {
 public:
  explicit LineWriter(const std::function<void(std::string_view)>& out) : out_(out) {}

  void write(std::string_view kind, std::initializer_list<std::string_view> texts, std::uint64_t number) {
    line_.assign(1, '[');
    append_json(line_, kind);
    for (const std::string_view text : texts) append_json(line_.append(1, ','), text);
    append_number(line_.append(1, ','), number);
    line_ += ']';
    out_(line_);
    ++count_;
  }
  std::size_t count() const { return count_; }

 private:
  const std::function<void(std::string_view)>& out_;
  std::string line_{};
  std::size_t count_ = 0;
};

std::uint32_t index_in(const Assignment& assignment, JsonLine& line) {
  const auto index = line.number_as<std::uint32_t>();
  if (index >= assignment.entities.size()) throw std::out_of_range("index");
  return index;
}

/// Two texts, the first first.
std::pair<std::string, std::string> pair_of(JsonLine& line) {
  std::string first = line.text();
  return {std::move(first), line.text()};
}

LocalForm local_form(JsonLine& line, Texts& texts) {
  LocalForm form;
  for (KeptText* text : {&form.file, &form.label, &form.form, &form.speaker}) *text = texts.keep(line.text());
  const auto manner = std::stoul(line.text());
  if (manner > static_cast<unsigned>(Manner::taken_up)) throw std::out_of_range("manner");
  form.manner = static_cast<Manner>(manner);
  return form;
}

Ground ground(JsonLine& line, Texts& texts) {
  Ground ground{.reason = reason_named(line.text())};
  ground.file = texts.keep(line.text());
  ground.turn = line.number();
  return ground;
}

Entity entity(JsonLine& line) {
  Entity entity;
  for (std::string* text : {&entity.label, &entity.subtype, &entity.participant, &entity.form, &entity.gender})
    *text = line.text();
  entity.withdrawn = line.text() == "withdrawn";
  entity.number = line.number_as<std::uint32_t>();
  return entity;
}

Question question(const Assignment& a, JsonLine& line) {
  Question question{.file = line.text()};
  question.turn = std::stoull(line.text());
  question.label = line.text() == "label";
  question.entity = index_in(a, line);
  return question;
}

/// What it is about, which is all of a line but its last number, leads to that: an entity's index.
template <class Map, class Key>
void take_index(const Assignment& a, Map& into, Key key, JsonLine& line) {
  into.emplace_hint(into.end(), std::move(key), index_in(a, line));
}

void take_surrogate(std::string_view kind, JsonLine& line, Assignment& a) {
  auto [first, second] = pair_of(line);
  Surrogate& surrogate = a.surrogates[index_in(a, line)];
  if (kind == "instead") {
    surrogate.words[std::move(first)] = std::move(second);
  } else {
    surrogate.given = std::move(first);
    surrogate.family = std::move(second);
  }
}

void take_fact(std::string_view kind, JsonLine& line, Assignment& a) {
  if (kind == "entity") {
    a.entities.push_back(entity(line));
  } else if (kind == "transcript") {
    a.transcripts.emplace_hint(a.transcripts.end(), pair_of(line));
    line.number();
  } else if (kind == "person") {
    take_index(a, a.people, line.text(), line);
  } else if (kind == "speaker") {
    take_index(a, a.speakers, pair_of(line), line);
  } else if (kind == "form") {
    take_index(a, a.forms, pair_of(line), line);
  } else if (kind == "here") {
    take_index(a, a.local_forms, local_form(line, a.texts), line);
  } else if (kind == "ground") {
    const LocalForm place = local_form(line, a.texts);
    a.grounds.emplace_hint(a.grounds.end(), place, ground(line, a.texts));
  } else if (kind == "speaks") {
    auto place = pair_of(line);
    a.speaker_grounds.emplace_hint(a.speaker_grounds.end(), std::move(place), ground(line, a.texts));
  } else if (kind == "question") {
    a.questions.push_back(question(a, line));
  } else if (kind == "could be") {
    Question& asked = a.questions.at(std::stoul(line.text()));
    asked.could_be.push_back(index_in(a, line));
  } else if (kind == "surrogate" || kind == "instead") {
    take_surrogate(kind, line, a);
  } else {
    throw std::invalid_argument("kind");
  }
}

}  // namespace

void assignment_lines(const Assignment& a, const std::function<void(std::string_view)>& line) {
  LineWriter out(line);
  for (const Entity& e : a.entities)
    out.write("entity", {e.label, e.subtype, e.participant, e.form, e.gender, e.withdrawn ? "withdrawn" : ""},
              e.number);
  for (const auto& [file, id] : a.transcripts) out.write("transcript", {file, id}, 0);
  for (const auto& [key, index] : a.people) out.write("person", {key}, index);
  for (const auto& [key, index] : a.speakers) out.write("speaker", {key.first, key.second}, index);
  for (const auto& [key, index] : a.forms) out.write("form", {key.first, key.second}, index);
  const auto manner = [](const LocalForm& place) { return std::to_string(static_cast<int>(place.manner)); };
  for (const auto& [place, index] : a.local_forms)
    out.write("here", {place.file.text(), place.label.text(), place.form.text(), place.speaker.text(), manner(place)},
              index);
  for (const auto& [place, ground] : a.grounds) {
    out.write("ground",
              {place.file.text(), place.label.text(), place.form.text(), place.speaker.text(), manner(place),
               reason_name(ground.reason), ground.file.text()},
              ground.turn);
  }
  for (const auto& [place, ground] : a.speaker_grounds)
    out.write("speaks", {place.first, place.second, reason_name(ground.reason), ground.file.text()}, ground.turn);
  for (std::size_t i = 0; i < a.questions.size(); ++i) {
    const Question& question = a.questions[i];
    out.write("question", {question.file, std::to_string(question.turn), question.label ? "label" : ""},
              question.entity);
    for (const std::uint32_t index : question.could_be) out.write("could be", {std::to_string(i)}, index);
  }
  for (const auto& [index, surrogate] : a.surrogates) {
    out.write("surrogate", {surrogate.given, surrogate.family}, index);
    for (const auto& [word, text] : surrogate.words) out.write("instead", {word, text}, index);
  }
  out.write("end", {}, out.count());
}

void AssignmentReader::take(std::string_view text) {
  constexpr std::string_view ground = "[\"ground\",";
  if (grounds_ == Grounds::passed_over && !ended_ && text.starts_with(ground)) {
    ++lines_;
    return;
  }
  try {
    JsonLine line(text);
    if (ended_) throw std::invalid_argument("behind the end");
    const std::string kind = line.text();
    if (kind == "end") {
      ended_ = line.number() == lines_;
      if (!ended_) throw std::invalid_argument("lines are missing");
    } else {
      take_fact(kind, line, assignment_);
      ++lines_;
    }
    line.must_end();
  } catch (const std::exception&) {
    throw Error::integrity("the assignment is damaged", "run `moniker assign` again");
  }
}

Assignment AssignmentReader::finish() { return std::move(assignment_); }

}  // namespace moniker::resolve
