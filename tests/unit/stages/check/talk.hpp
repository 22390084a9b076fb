#pragma once
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "check/checker.hpp"
#include "support/english.hpp"

// Catch2 prints what it compares.
namespace moniker {

inline std::ostream& operator<<(std::ostream& out, const Issue& issue) {
  return out << check::issue_entry(issue.code).name << "@" << issue.at.line << ":" << issue.at.column << "x"
             << issue.count;
}
namespace check {
inline std::ostream& operator<<(std::ostream& out, const FileIssue& issue) {
  return out << issue.file << ": " << issue.issue << " (row " << issue.register_line << ") " << issue.other;
}
inline bool operator==(const FileIssue& a, const FileIssue& b) {
  return a.file == b.file && a.issue == b.issue && a.register_line == b.register_line && a.other == b.other;
}
}  // namespace check
}  // namespace moniker

namespace moniker {

using namespace moniker::check;

/// A turn on line `line`, where the test does not say otherwise.
inline Utterance turn(std::uint32_t line, std::string speaker, std::string text = "well yes") {
  Utterance utterance;
  utterance.speaker = std::move(speaker);
  utterance.text = std::move(text);
  utterance.at = {line, 1};
  return utterance;
}

/// A turn of one caption, in seconds.
inline Utterance caption(std::uint32_t line, double begin, double end) {
  const auto ms = [](double seconds) { return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000)); };
  Utterance utterance = turn(line, "Moderator");
  utterance.time = TimeSpan{ms(begin), ms(end)};
  utterance.cues.push_back({0, *utterance.time, utterance.at});
  return utterance;
}

inline Session session(std::string file, std::string speaker) {
  return {std::move(file), std::move(speaker), std::nullopt};
}

inline Participant person(std::uint32_t line, std::string name, std::vector<Session> sessions,
                          std::string role = "participant") {
  Participant p;
  p.line = line;
  p.name = std::move(name);
  p.sessions = std::move(sessions);
  p.role = std::move(role);
  return p;
}

struct Checked {
  std::vector<Issue> issues{};
  TranscriptFacts facts{};
  std::vector<Utterance> passed{};
};

inline Checked checked(std::vector<Utterance> talk, const Register& people = {}, const CheckRules& rules = {},
                       const std::string& file = "a.txt") {
  Checked checked;
  Checker checker(rules, people, test::english(), file, "txt", [&](Issue issue) { checked.issues.push_back(issue); });
  const Sink<Utterance> out = [&](Utterance utterance) { checked.passed.push_back(std::move(utterance)); };
  for (Utterance& utterance : talk) checker.take(std::move(utterance), out);
  checker.finish(out);
  checked.facts = checker.facts();
  return checked;
}

}  // namespace moniker
