// What can be wrong with a delivery, said once: docs/checks.md, the report and the program print from here.
#include <algorithm>
#include <array>

#include "check/checker.hpp"
#include "moniker/error.hpp"
#include "words/nearest.hpp"

namespace moniker::check {
namespace {

using enum IssueCode;
constexpr auto note = Severity::note, warning = Severity::warning, error = Severity::error;

constexpr auto table = std::to_array<IssueEntry>({
    {file_unreadable, "file.unreadable", error, true, "the file cannot be read",
     "check that it opens on your own machine, and deliver it again"},
    {file_empty, "file.empty", error, true, "nobody says anything in the file",
     "check that it is the transcript and not an empty form, and deliver it again"},
    {format_unknown, "format.unknown", error, true, "the file is in none of the known formats",
     "deliver it in a format that is read: docs/formats.md lists them"},
    {format_broken, "format.broken", error, true, "the file breaks off or breaks the rules of its format",
     "open it in the program it came from, save it again, and deliver that"},
    {limit_exceeded, "limit.exceeded", error, true, "the file holds more than a transcript may",
     "deliver one interview a file, or raise the limit in moniker.yaml: docs/formats.md lists them"},
    {encoding_converted, "encoding.converted", note, false, "the file is not UTF-8 and was converted",
     "nothing to do, unless accents look wrong in the result"},
    {encoding_broken, "encoding.broken", error, true, "characters that cannot be read: {}",
     "save the file as UTF-8; a name with a lost letter would not be found"},
    {encoding_repaired, "encoding.repaired", note, false,
     "characters that had been saved in the wrong encoding, put right: {}",
     "nothing to do, unless accents look wrong in the result"},
    {encoding_uncertain, "encoding.uncertain", warning, false, "characters whose encoding could not be decided: {}",
     "look at the places, and deliver the file as UTF-8: a name with a wrong letter may not be found"},
    {lost_letters, "text.lost_letters", warning, false,
     "letters that were lost before delivery, `?` or `\uFFFD` in their place: {}",
     "ask for the file as it was before it was converted: a name with a lost letter may not be found"},
    {control_characters, "text.control_characters", warning, false, "control characters in the text: {}",
     "retype the places, or export the transcript again"},
    {line_overlong, "text.overlong", note, false, "turns longer than 64 KiB, cut in two: {}",
     "check that the speaker labels are all there"},
    {document_comments, "document.comments", warning, false, "comments in the document: {}",
     "read them before they are lost: they are searched and never written out"},
    {document_deletions, "document.deletions", warning, false, "tracked deletions, left out: {}",
     "accept or reject the tracked changes, and deliver the document again"},
    {document_insertions, "document.insertions", note, false, "tracked insertions, taken as text: {}",
     "accept or reject the tracked changes where that is not what was meant"},
    {document_hidden_text, "document.hidden_text", warning, false, "pieces of hidden text: {}",
     "show hidden text in the word processor and decide whether it belongs there"},
    {document_pictures, "document.pictures", warning, false, "pictures in the document, left out: {}",
     "check that they show nothing that the transcript needs"},
    {document_author_metadata, "document.author", note, false, "the document names who wrote it",
     "nothing to do: no property of the document is written out"},
    {document_embedded_objects, "document.embedded", warning, false, "embedded objects, not read: {}",
     "paste what they hold into the document as text, or remove them"},
    {document_headers_footers, "document.headers", note, false, "headers and footers, not written out: {}",
     "nothing to do, unless they hold talk"},
    {document_external_links, "document.links", note, false, "links to places outside the document: {}",
     "nothing to do: no link is followed or written out"},
    {table_columns, "table.columns", note, false, "columns beside the talk, not written out: {}",
     "nothing to do, unless one of them holds talk"},
    {annotations_aside, "annotation.aside", note, false, "annotations beside the talk, not written out: {}",
     "nothing to do, unless one of their tiers holds talk"},
    {cue_malformed, "cue.malformed", warning, false, "captions with a broken time: {}",
     "correct the times, or export the captions again"},
    {cue_overlap, "cue.overlap", note, false, "captions that begin before the one before has ended: {}",
     "nothing to do where people talked at the same time"},
    {cue_repeated, "cue.repeated", note, false, "captions that show again what the one before showed, read once: {}",
     "nothing to do, unless people did repeat themselves there"},
    {time_goes_back, "time.back", warning, false, "times that go back: {}",
     "check that the turns are in order and that no two recordings were joined"},
    {time_gap, "time.gap", note, false, "long gaps without a word: {}",
     "check that nothing of the recording is missing"},
    {time_sparse, "time.sparse", note, false, "turns without a time beside turns that have one: {}",
     "nothing to do: in captions they share the time until the next one that is told"},
    {duration_short, "duration.short", warning, false, "the talk is shorter than the study expects",
     "check that the transcript is complete, or lower checks.duration.min in moniker.yaml"},
    {duration_long, "duration.long", warning, false, "the talk is longer than the study expects",
     "check that it is one interview, or raise checks.duration.max in moniker.yaml"},
    {speaker_uncertain, "speaker.uncertain", warning, false, "beginnings of turns that leave open who speaks: {}",
     "look at who speaks in the result; if it is wrong, write each label with a colon at the beginning of a line"},
    {speaker_damaged, "speaker.damaged", error, false, "speaker labels that have lost letters and may be anybody's: {}",
     "ask for the file as it was before it was converted, or write the labels anew"},
    {speaker_missing, "speaker.missing", warning, false, "turns without a speaker: {}",
     "label them in the transcript: an unlabelled turn has no ID in the result"},
    {speaker_unknown, "speaker.unknown", error, false, "speakers that the register does not expect here: {}",
     "add the file and the label to their row of the register, or correct the label; of who has withdrawn: take their "
     "own interview out, and say in moniker.yaml what a group's talk `supersedes:`"},
    {speaker_two_spellings, "speaker.two_spellings", warning, false, "speaker labels that look like one person's: {}",
     "spell each person's label the same way throughout, and as the register does"},
    {speaker_silent, "speaker.silent", warning, false, "people of the register who say nothing here: {}",
     "check the speaker labels that the register gives for this file"},
    {mark_inaudible, "mark.inaudible", note, false, "places marked as inaudible or unclear: {}",
     "listen again where it matters"},
    {mark_masked, "mark.masked", note, false, "places masked before delivery: {}",
     "check that whoever masked them was meant to, and masked all of them"},
    {consent_missing, "consent.missing", error, false, "no consent is recorded for a participant of this file",
     "enter date and scope in the register, or take the transcript out"},
    {consent_after_interview, "consent.after_interview", error, false,
     "a participant's consent is dated after the interview",
     "correct the dates in the register, or take the transcript out"},
    {consent_not_covering, "consent.not_covering", error, false,
     "a participant's consent does not cover what the study needs",
     "correct consent_scope in the register, or take the transcript out"},
    {consent_undated, "consent.undated", error, false, "a participant's consent or interview has no date",
     "enter both dates in the register: consent must come first"},
    {duplicate_content, "duplicate.content", error, false, "other files with exactly this talk: {}",
     "keep the one that was meant, and take the others out of incoming/"},
    {duplicate_near, "duplicate.near", warning, false, "other files with almost this talk: {}",
     "keep the corrected version, and take the others out of incoming/"},
    {file_unexpected, "file.unexpected", error, false, "no row of the register expects this file",
     "add the file to the sessions of those who speak in it, or take it out of incoming/"},
    {file_missing, "file.missing", warning, false, "the register expects this file and it is not there",
     "ask for it, or correct its name in the sessions of the register"},
    {file_name_identifies, "file.name_identifies", warning, false, "the file's name holds a name of the register",
     "rename the file and its sessions; nothing that moniker writes bears the name"},
    {rule_out_of_memory, "rule.out_of_memory", error, true, "the rules could not search the whole transcript",
     "check its longest turns; if they are in order, report a bug"},
    {proof_hit, "proof.hit", error, true, "names that were still there after replacement: {}",
     "look at the place, and add a rule or an alias that finds the name"},
    {docx_not_preserved, "docx.not_preserved", error, true, "the document could not be rewritten in place and proved",
     "write docx without `preserve`, or save the document again in a word processor and deliver that"},
    {docx_left_out, "docx.left_out", note, true, "elements of the document that preserving left out: {}",
     "nothing to do, unless something is missing that should be there"},
    {docx_reads_otherwise, "docx.reads_otherwise", error, true,
     "read again, the document kept in place says something else here",
     "write docx without `preserve`, or set the paragraph anew"},
    {docx_loose_words, "docx.loose_words", error, true,
     "the document kept in place would hold words here that were not replaced, or none that were meant",
     "write docx without `preserve`, or set the paragraph anew"},
    {docx_broken_part, "docx.broken_part", error, true, "a part that keeping the document in place needs is broken",
     "save the document again in a word processor and deliver that"},
    {docx_imported, "docx.imported", error, true,
     "text that the document imports from a file inside it cannot be kept in place",
     "save the document again in a word processor, which makes it text of the document, and deliver that"},
    {masked_delivered, "masked.delivered", warning, true, "names that were masked before delivery: {}",
     "those that read like ours are marked DELIVERED_; ask who masked them, and for the transcript as it was"},
    {consent_withdrawn, "consent.withdrawn", error, true, "the only participant of this file has withdrawn",
     "take the file out of incoming/ and have it deleted wherever else it lies"},
    {register_withdrawn, "register.withdrawn", warning, false, "somebody who has withdrawn is still in the register",
     "remove the row: nothing of it is used any more"},
    {file_renamed, "file.renamed", error, false, "the register still calls this file by the name that it had before",
     "write its new name in the sessions of that row"},
    {duplicate_put_away, "duplicate.put_away", warning, false, "almost the talk of a transcript whose file is gone",
     "if it is delivered in its place, say so in moniker.yaml: `supersedes: {this file: that transcript}`"},
    {file_no_file, "file.no_file", error, true, "a link, a pipe or another thing that is no file",
     "put the transcript itself there, or move it away"},
    {file_name_broken, "file.name_broken", error, true, "the file's name is not UTF-8 or holds control characters",
     "rename the file, as the sessions of the register call it, and its folder"},
    {file_namesake, "file.namesake", error, true, "another delivery has this name",
     "rename one of the two, or take it away; in a bundle, have it packed under another name"},
    {decision_lost, "decision.lost", warning, false, "places that people decided about are not there any more: {}",
     "look at the transcript again: `moniker review`; the decisions stay until they are undone"},
});

constexpr bool in_order() {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (static_cast<std::size_t>(table[i].code) != i) return false;
  }
  return table.size() == static_cast<std::size_t>(count_);
}
static_assert(in_order(), "one entry for each code, in the order of the enumeration");

}  // namespace

std::span<const IssueEntry> issue_entries() { return table; }

const IssueEntry& issue_entry(IssueCode code) { return table.at(static_cast<std::size_t>(code)); }

Severity severity_of(IssueCode code, const CheckRules& rules) {
  const IssueEntry& entry = issue_entry(code);
  const auto choice = rules.severities.find(std::string(entry.name));
  return entry.fixed || choice == rules.severities.end() ? entry.severity : choice->second.severity;
}

void check_severities(const CheckRules& rules) {
  for (const auto& [name, choice] : rules.severities) {
    const auto entry = std::find_if(table.begin(), table.end(), [wanted = std::string_view(name)](const IssueEntry& e) {
      return e.name == wanted;
    });
    if (entry == table.end()) {
      std::vector<std::string_view> names;
      for (const IssueEntry& e : table) names.push_back(e.name);
      throw Error::usage("unknown issue `" + name + "`", words::suggest(name, names), {rules.file, choice.at});
    }
    if (!entry->fixed || choice.severity == entry->severity) continue;
    throw Error::usage("the severity of `" + name + "` cannot be changed",
                       "remove the line: such a transcript must never pass", {rules.file, choice.at});
  }
}

}  // namespace moniker::check
