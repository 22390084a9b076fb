#pragma once
#include <cstdint>
#include <string_view>

#include "moniker/utterance.hpp"

namespace moniker {

/// What a check can say. Code name, severity, sentence and remedy of each stand in one table,
/// pipeline/stages/check/issue_table.cpp; a test holds the two together.
enum class IssueCode : std::uint16_t {
  // the file as bytes (read)
  file_unreadable,
  file_empty,
  format_unknown,
  format_broken,
  limit_exceeded,
  encoding_converted,
  encoding_broken,
  encoding_repaired,
  encoding_uncertain,
  lost_letters,
  control_characters,
  line_overlong,
  // what a document carries besides its talk (read)
  document_comments,
  document_deletions,
  document_insertions,
  document_hidden_text,
  document_pictures,
  document_author_metadata,
  document_embedded_objects,
  document_headers_footers,
  document_external_links,
  // what a table carries besides its talk (read)
  table_columns,
  // what annotations hold besides talk (read)
  annotations_aside,
  // captions and times (read and check)
  cue_malformed,
  cue_overlap,
  cue_repeated,
  time_goes_back,
  time_gap,
  time_sparse,
  duration_short,
  duration_long,
  // speakers (read and check)
  speaker_uncertain,
  speaker_damaged,
  speaker_missing,
  speaker_unknown,
  speaker_two_spellings,
  speaker_silent,
  // marks in the talk (check)
  mark_inaudible,
  mark_masked,
  // consent (check)
  consent_missing,
  consent_after_interview,
  consent_not_covering,
  consent_undated,
  // the delivery as a whole (check)
  duplicate_content,
  duplicate_near,
  file_unexpected,
  file_missing,
  file_name_identifies,
  // detection and proof (run)
  rule_out_of_memory,
  proof_hit,
  // a .docx kept in place (run)
  docx_not_preserved,
  docx_left_out,
  docx_reads_otherwise,
  docx_loose_words,
  docx_broken_part,
  docx_imported,
  // masked before delivery (run)
  masked_delivered,
  // withdrawn consent (check)
  consent_withdrawn,
  register_withdrawn,
  // a transcript under another file name, or in another version (check)
  file_renamed,
  duplicate_put_away,
  // entries of the delivery folder that are not opened (run and check)
  file_no_file,
  file_name_broken,
  file_namesake,
  // what people decided (run)
  decision_lost,
  count_  // not a code: how many there are
};

enum class Severity : std::uint8_t { note, warning, error };  // error means quarantine

inline std::string_view severity_name(Severity severity) {
  constexpr std::string_view names[] = {"note", "warning", "error"};
  return names[static_cast<std::size_t>(severity)];
}

/// Something a person should know. It has no room for words of a transcript.
struct Issue {
  IssueCode code{};
  Position at{};            // line 0: the file as a whole
  std::uint64_t count = 1;  // how often, where one issue stands for many
  bool operator==(const Issue&) const = default;
};

}  // namespace moniker
