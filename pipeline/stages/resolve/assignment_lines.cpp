// The assignment as lines of JSON, and back: a kind of fact a line, each with a writer and a reader of its own.
#include "resolve/assignment_lines.hpp"

#include <initializer_list>
#include <nlohmann/json.hpp>

#include "base/bounded_json.hpp"
#include "base/json_number.hpp"
#include "base/json_text.hpp"
#include "moniker/error.hpp"

namespace moniker::resolve {
namespace {

using Json = nlohmann::json;

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

std::uint32_t index_in(const Assignment& assignment, const Json& value) {
  const auto index = whole_number<std::uint32_t>(value);
  if (index >= assignment.entities.size()) throw std::out_of_range("index");
  return index;
}

LocalForm local_form(const Json& line, Texts& texts) {
  const auto text = [&](std::size_t i) { return texts.keep(line.at(i).get_ref<const std::string&>()); };
  const auto manner = std::stoul(line.at(5).get_ref<const std::string&>());
  if (manner > static_cast<unsigned>(Manner::taken_up)) throw std::out_of_range("manner");
  return {text(1), text(2), text(3), text(4), static_cast<Manner>(manner)};
}

void take_fact(const Json& line, Assignment& a) {
  const auto& kind = line.at(0).get_ref<const std::string&>();
  const auto text = [&](std::size_t i) { return line.at(i).get<std::string>(); };
  if (kind == "entity") {
    a.entities.push_back({.label = text(1),
                          .subtype = text(2),
                          .number = whole_number<std::uint32_t>(line.at(7)),
                          .participant = text(3),
                          .form = text(4),
                          .gender = text(5),
                          .withdrawn = text(6) == "withdrawn"});
  } else if (kind == "transcript") {
    a.transcripts.emplace_hint(a.transcripts.end(), text(1), text(2));
  } else if (kind == "person") {
    a.people.emplace_hint(a.people.end(), text(1), index_in(a, line.at(2)));
  } else if (kind == "speaker") {
    a.speakers.emplace_hint(a.speakers.end(), std::pair(text(1), text(2)), index_in(a, line.at(3)));
  } else if (kind == "form") {
    a.forms.emplace_hint(a.forms.end(), std::pair(text(1), text(2)), index_in(a, line.at(3)));
  } else if (kind == "here") {
    a.local_forms.emplace_hint(a.local_forms.end(), local_form(line, a.texts), index_in(a, line.at(6)));
  } else if (kind == "ground") {
    a.grounds.emplace_hint(
        a.grounds.end(), local_form(line, a.texts),
        Ground{reason_named(text(6)), a.texts.keep(text(7)), whole_number<std::uint64_t>(line.at(8))});
  } else if (kind == "speaks") {
    a.speaker_grounds.emplace_hint(
        a.speaker_grounds.end(), std::pair(text(1), text(2)),
        Ground{reason_named(text(3)), a.texts.keep(text(4)), whole_number<std::uint64_t>(line.at(5))});
  } else if (kind == "question") {
    Question question{.file = text(1), .turn = std::stoull(text(2)), .label = text(3) == "label"};
    question.entity = index_in(a, line.at(4));
    a.questions.push_back(std::move(question));
  } else if (kind == "could be") {
    a.questions.at(std::stoul(text(1))).could_be.push_back(index_in(a, line.at(2)));
  } else if (kind == "surrogate") {
    Surrogate& surrogate = a.surrogates[index_in(a, line.at(3))];
    surrogate.given = text(1);
    surrogate.family = text(2);
  } else if (kind == "instead") {
    a.surrogates[index_in(a, line.at(3))].words[text(1)] = text(2);
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
    const Json line = parse_json<Json>(text);
    if (ended_) throw std::invalid_argument("behind the end");
    if (line.at(0) == "end") {
      ended_ = whole_number<std::size_t>(line.at(1)) == lines_;
      if (!ended_) throw std::invalid_argument("lines are missing");
      return;
    }
    take_fact(line, assignment_);
    ++lines_;
  } catch (const std::exception&) {  // the library's own words quote the text
    throw Error::integrity("the assignment is damaged", "run `moniker assign` again");
  }
}

Assignment AssignmentReader::finish() { return std::move(assignment_); }

}  // namespace moniker::resolve
