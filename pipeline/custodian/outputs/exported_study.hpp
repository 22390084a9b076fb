#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "audit/named_files.hpp"
#include "base/layout.hpp"
#include "moniker/progress.hpp"
#include "moniker/utterance.hpp"
#include "seal/age.hpp"

namespace moniker::custodian {

/// A place in a turn's text that stands for something: code points, half-open.
struct ExportedMark {
  std::uint64_t begin = 0, end = 0;
  std::string label{}, subtype{}, entity{};  // PERSON, ward, PERSON_3; no entity where nothing is told apart
};

/// A turn as it was sealed. Of it: speaker (an ID, or nothing), time, text, part.
struct ExportedTurn {
  Utterance turn{};
  std::vector<ExportedMark> marks{};
};

struct ExportedTranscript {
  std::string name{};       // T03
  std::string delivered{};  // digest of the delivered bytes, in hex; empty where an older moniker sealed it
  std::vector<ExportedTurn> turns{};
};

/// Somebody of the register, by their ID, with what moniker.yaml lets out of it.
struct ExportedPerson {
  std::string id{};
  std::vector<std::string> values{};  // as ExportedStudy::columns; empty where nothing is known
};

/// All that any package for an analysis program is made of: nothing but what was sealed for analysis.
struct ExportedStudy {
  std::string title{};
  std::string space{};                    // what sets its identifiers apart from those of other studies
  std::string participant_prefix = "ID";  // of participants' IDs; others' have that of their role
  std::vector<std::string> columns{};
  std::vector<ExportedPerson> people{};
  std::vector<ExportedTranscript> transcripts{};  // by name
};

/// Who opens, and what tells that a file is the study's own.
struct Opening {
  const std::vector<seal::Identity>& identities;
  const audit::NamedFiles& named;
  std::string_view transcript_prefix = "T";
  Watcher progress{};  // of transcripts that were opened
};

/// Throws Error{usage} where nothing lies there that could be exported.
void require_marked(const StudyLayout& layout);

/// Opens every out/*.marked.jsonl.age and out/attributes.csv.age. Throws Error: usage where there is none to
/// open, integrity where one is damaged, no identity fits, or it is not the file that the log names.
ExportedStudy open_exported_study(const StudyLayout& layout, const Opening& opening);

/// Of one transcript: out/T03.marked.jsonl.age.
std::filesystem::path marked_file(const StudyLayout& layout, const std::string& transcript);
/// Throws Error as open_exported_study().
ExportedTranscript open_marked(const std::filesystem::path& file, const Opening& opening);

/// T03, ID3: letters of the study's own and digits. What a sealed file calls itself becomes the name of a file.
bool is_numbered_id(std::string_view id, std::string_view prefix);

/// One transcript from its lines (docs/file-formats.md). Throws Error{integrity}.
ExportedTranscript parse_marked(std::string_view lines);

/// IDs of who speaks in it, as the order of first turns goes.
std::vector<std::string> speakers_of(const ExportedTranscript& transcript);

/// Whether more than one participant speaks: a focus group. Interviewers are none.
bool is_group(const ExportedTranscript& transcript, const ExportedStudy& study);

}  // namespace moniker::custodian
