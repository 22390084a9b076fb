#pragma once
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "audit/audit_log.hpp"
#include "moniker/study_report.hpp"

namespace moniker::study {

/// Counts by name, as they are shown: in the order that they were put in.
using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

/// What somebody agreed to, told by their ID.
struct ConsentRow {
  std::string who{};   // ID04; of whom nothing is in the results: participants.csv, line 9
  std::string role{};  // where moniker.yaml keeps it
  enum class State : std::uint8_t { given, exempt, lacking, withdrawn };
  State state = State::given;
  std::set<std::string> covers{};  // of the matrix's scopes
  bool covers_more = false;        // what cannot be shown
  std::string dated{};  // the day or the year as moniker.yaml lets it be told; "given", where it drops the date
  struct Interview {
    std::string transcript{};  // T03; empty where nothing was delivered
    std::string dated{};       // as above; empty where the register dates none
    bool before_consent = false;
  };
  std::vector<Interview> interviews{};
};

struct ConsentMatrix {
  std::vector<std::string> required{}, scopes{};  // scopes: all that are shown, the required ones first
  bool dates_dropped = false;                     // by moniker.yaml: they were compared, and are not told
  std::vector<ConsentRow> rows{};                 // by the register
};

/// All that was replaced under one label.
struct LabelAccount {
  std::string label{}, operation{};  // PERSON, pseudonym
  std::uint64_t count = 0;
  Counts rules{};                                        // most first
  std::map<std::string, std::uint64_t> by_transcript{};  // T03
};

/// What a person decided, without a word of what it is about.
struct DecisionTold {
  std::uint64_t number = 0;
  std::string day{}, who{}, act{};
  std::string what{};  // "PERSON_7 replaced as LOCATION in T03, turn 12"
  std::string why{};   // not where it names somebody of the register
  bool undone = false, opinion = false;
};

/// Passages that people read in what was left alone, and in how many of them something had been missed.
struct PassagesRead {
  std::uint64_t read = 0, missed = 0;
  Counts readers{};  // by whom, each passage that they read
};

/// Somebody saw, took out or deleted something, as the log has it.
struct LoggedAct {
  std::string day{}, what{}, about{}, who{}, why{};
};

/// A public key, and what to compare it by.
struct KeyTold {
  std::string use{}, text{}, fingerprint{};
};

/// A file that the log vouches for.
struct SealedFile {
  std::string path{}, digest{}, day{};
};

/// What a set of transcripts was made with.
struct MadeWith {
  std::string version{}, rules{};
  std::vector<std::string> transcripts{};
};

struct RulesTold {
  std::vector<std::string> languages{}, off{};
  std::string profile{}, digest{};  // as the log shortens it
  bool tagger = true;
  std::size_t rules = 0, labels = 0, own_files = 0;
  std::vector<MadeWith> made_with{};
};

struct LogTold {
  audit::AuditReport verified{};
  std::string head{}, first_day{}, last_day{};
  std::string public_key{};  // the line that minisign -P takes
};

/// All that can be told of a study to who may not know anybody in it: one view model, of which the page, the text and
/// the JSON are made. It holds no word of a transcript, no name and no number of the register, and no file name that
/// names somebody.
struct Dossier {
  std::string made{};                              // 2026-11-23
  std::string version{};                           // of moniker
  StudyReport run{};                               // what became of every transcript
  std::map<std::string, std::string> sealed_on{};  // by transcript
  ConsentMatrix consent{};
  std::vector<LabelAccount> labels{};                // most first
  std::vector<DecisionTold> decisions{};             // all but passages read
  std::uint64_t always_masked = 0, always_kept = 0;  // lines of names.txt and keep.txt
  PassagesRead passages{};
  std::vector<LoggedAct> acts{};
  std::vector<KeyTold> keys{};
  RulesTold rules{};
  LogTold log{};
  std::vector<SealedFile> sealed{};

  bool good() const { return log.verified.faults.empty(); }
  std::uint64_t words() const;
  std::uint64_t replaced() const;
  std::uint64_t doubtful() const;
  std::size_t participants() const;  // who has consented
  std::size_t published() const;
};

}  // namespace moniker::study
