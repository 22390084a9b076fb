#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "moniker/issue.hpp"

namespace moniker {

/// An issue with its words from the issue table, for people. Never words of a transcript.
struct ReportIssue {
  std::string code{};  // speaker.unknown
  Severity severity{};
  Position at{};
  std::uint64_t count = 1;
  std::string sentence{}, remedy{};
};

/// A masked place that a person should look at.
struct DoubtfulPlace {
  std::uint64_t turn = 0;  // of the written transcript, from 1
  std::string by{};        // what stands there now
  std::string rule{};
};

/// What became of one transcript. Holds no words of it, and no file name that names somebody.
struct Outcome {
  enum class State : std::uint8_t { published, quarantined };
  std::string transcript{};  // T03
  std::string shown{};       // its file, fit to be shown
  State state = State::quarantined;
  bool draft = false;                               // published for nobody yet: a person has to sign it off
  std::uint64_t words = 0, doubtful = 0;            // doubtful: masked, but a person should look
  std::vector<DoubtfulPlace> places{};              // of the doubtful ones, the first few hundred
  std::map<std::string, std::uint64_t> replaced{};  // by label
  std::vector<std::string> outputs{};               // names in out/
  std::vector<ReportIssue> issues{};
};

/// Who is meant, or who speaks, is for a person to say: until then they have a pseudonym of their own.
struct OpenQuestion {
  std::string transcript{};             // T03
  std::uint64_t turn = 0;               // of the written transcript, from 1; 0: who speaks
  std::string taken_for{};              // PERSON_7
  std::vector<std::string> could_be{};  // ID01, ID02; one alone: or somebody else
};

/// What a run has to say at its end.
struct StudyReport {
  std::string study{};
  std::vector<Outcome> outcomes{};                               // in study order
  std::size_t passed_over = 0;                                   // what systems left in incoming/
  std::vector<std::pair<std::string, ReportIssue>> delivery{};   // expected files that are not there: file, issue
  std::vector<std::pair<std::string, std::string>> overrides{};  // PERSON_7, the operator chosen for it alone
  std::vector<OpenQuestion> questions{};                         // by transcript and turn
  std::string lone_names{};                                      // moniker.yaml's resolve: lone_names
  std::vector<std::string> waiting{};          // who has not consented: by number and row of the register, never a name
  std::vector<std::string> register_notes{};   // how its attributes were read, by column and line; no value of them
  std::uint64_t decisions_lost = 0;            // of names and speakers who are gone
  std::uint64_t surrogates_shared = 0;         // given earlier, and somebody's real name as is known now
  std::uint64_t published = 0, unchanged = 0;  // of the transcripts in out/: written by this run, left as they were
  std::uint64_t participants = 0, entities = 0, audit_records = 0;
  bool needs_a_person() const;
};

}  // namespace moniker
