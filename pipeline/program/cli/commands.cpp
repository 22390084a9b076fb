// The table of commands: a row has what help, manual page, completion and the reader of arguments need, and the
// function that runs it. What is not here does not exist, and what is said of it is said nowhere else.
#include <fmt/format.h>

#include <algorithm>

#include "cli/command.hpp"
#include "cli/option_rows.hpp"
#include "export/exporters.hpp"
#include "words/nearest.hpp"

namespace moniker::cli {

Run run_init;
Run run_keygen;
Run run_check;
Run run_register;
std::vector<std::string_view> register_words();
Run run_inspect;
Run run_detect;
Run run_explain;
Run run_filter;
Run run_run;
Run run_nightly;
Run run_status;
Run run_review;
Run run_plan;
Run run_scan;
Run run_assign;
Run run_apply;
Run run_finish;
Run run_withdraw;
Run run_retention;
Run run_decide;
Run run_relink;
Run run_report;
Run run_decrypt;
Run run_diff;
Run run_quotes;
Run run_export;
Run run_participants;
Run run_intrude;
Run run_coreq;
Run run_project;
Run run_deposit;
Run run_audit;
std::vector<std::string_view> audit_words();
Run run_rekey;
std::vector<std::string_view> rekey_words();
Run run_rules;
Run run_eval;
Run run_doctor;
Run run_help;
Run run_version;

namespace {

using namespace option_rows;

using Words = std::vector<std::string_view>;

Words export_words() {
  Words names;
  for (const custodian::Exporter& exporter : custodian::exporters()) names.push_back(exporter.name);
  return names;
}
Words rules_words() { return {"test", "list"}; }

constexpr std::size_t many = 1'000'000;

// What exists is what stands here, in this order.
constexpr Command table[] = {
    {"init", "DIR", 1, 1, "make a new study folder with a commented moniker.yaml",
     "Asks nothing. Writes README.txt, which says what lies where and what comes next, a moniker.yaml that explains "
     "itself, an empty participants.csv and the folders of a study, all for you alone (mode 0700). "
     "Nothing that "
     "is there already is touched.",
     init_options, nullptr, run_init, makes_operand},
    {"keygen", "[STUDY]", 0, 1, "make the custodian's, the study's and the signing key",
     "Makes an age identity for the custodian, study.key and a minisign key pair. With STUDY the keys go to its keys "
     "folder. "
     "The custodian's identity opens everything: move it off the server. Never overwrites a key.",
     keygen_options, nullptr, run_keygen, makes_operand},
    {"check", "[STUDY] | FILE...", 0, many, "check delivered transcripts, and change nothing",
     "Reads every transcript and says what a person should know before it is processed. Status 1 when an error would "
     "quarantine one. The words of a transcript are never shown. With --against CAPTIONS one transcript is compared "
     "with what "
     "was said: word error rate by speaker and by five minutes, the passages that disagree most, words missing at "
     "either end, "
     "speakers exchanged, and times that drift. Status 1 when something of it needs a person. With --list it reads "
     "nothing and says what issues there are; moniker.yaml changes their severities.",
     check_options, nullptr, run_check, reads_operands | reads_pdf | wants_study},
    {"register", "[STUDY]", 1, 2, "help with the sheet of people: what is wrong in it, what is missing, what to write",
     "Reads participants.csv as moniker.yaml declares it, and every transcript for who speaks in it. A sheet that "
     "cannot "
     "be read is told with all that is wrong, by line and column (status 2). One that can: rows without a consent that "
     "covers what is required, names of one word, two rows of one name, people without a file, files that are not "
     "there, and labels of nobody's row, with what to write. Nothing is changed. Status 1 when something is left to "
     "do.",
     register_options, register_words, run_register, writes_study | reads_pdf | wants_study},
    {"inspect", "FILE...", 1, many, "say what a file is: its reader, speakers, turns, times and metadata",
     "Which reader takes each file, or why none does; who speaks how much; from when to when, and whether times "
     "ascend; what the "
     "file tells beside its talk (authors, comments, pictures, notes, links). Labels of speakers that are no roles and "
     "values "
     "of metadata may identify, so they are counted, and shown only with --show-text. Status 3 when no reader takes a "
     "file.",
     inspect_options, nullptr, run_inspect, reads_operands | reads_pdf},
    {"detect", "[FILE... | -]", 0, many, "find identifiers, and change nothing",
     "Prints a line a finding: label, score, place, rule. With --input jsonl and --output jsonl it works on corpora. "
     "Offsets "
     "are UTF-8 bytes into the document; in a transcript, into the text of the turn whose number and line are given.",
     detect_options, nullptr, run_detect, reads_operands | reads_pdf | spills},
    {"explain", "FILE[:LINE]...", 1, many, "show why something is found on a line, or is not",
     "For every finding of the turn or caption that holds the line: the rules that claim its words, with where each "
     "rule "
     "stands, its score, what the words nearby added or took, and what decided between them; the keep rules that "
     "protected "
     "something; what taught a learned name. Then the claims that came to nothing, and of the words that no rule "
     "claims "
     "the lists and keep rules that know them, and which rules nearly claimed them and what was missing. Without a "
     "line, "
     "every turn that has a claim. It is there "
     "for a person and shows the words of the transcript: they are identifiers. The whole file is read, as names are "
     "learned "
     "all through it; what other transcripts of a study teach is not known here. With --study, after a run, whom "
     "each name is taken for and why, too.",
     explain_options, nullptr, run_explain, reads_operands | reads_pdf},
    {"filter", "", 0, 0, "pseudonymise standard input, line by line, to standard output",
     "Reads lines of text, or of JSON with --jsonl, and writes them with what identifies replaced; other fields stay "
     "byte for "
     "byte. Pseudonyms follow from the key and the words alone ([PERSON_K7Q2M4XWJ9RT]) and each line stands for "
     "itself, so that "
     "any number of filters on any parts of the input agree. A line that is not UTF-8, holds a NUL, is longer than 16 "
     "MiB or is "
     "no JSON object with the field as a string ends it with status 3, the lines before it being written; with "
     "--reject such "
     "lines are put aside, and the status is 1. When nobody reads the output any more it stops with status 0.",
     filter_options, nullptr, run_filter},
    {"run", "[STUDY]", 0, 1, "pseudonymise a study: scan, assign, apply and finish",
     "Reads what was delivered to incoming/, checks, detects, resolves, replaces, proves, writes, seals and keeps the "
     "audit "
     "log. What is done already is not done again; what was interrupted goes on. With --summary it says for a mail "
     "what "
     "changed since the last time that it was asked, and how to do what needs a person: docs/nights.md.",
     run_run_options, nullptr, run_run, works_on_study | wants_study},
    {"nightly", "[DIR]", 0, 1, "run all studies in a folder, one after the other, and tell of them together",
     "Every study in DIR or below it, each in a process of its own that is kept to that study: one that fails stops "
     "none. "
     "One summary tells of all, those that failed first, then those with something new for a person; it goes to "
     "standard "
     "output, or with --summary to a file. The status is the gravest of all. study.key of each may come from systemd "
     "by "
     "the name of its folder (docs/nights.md).",
     night_run_options, nullptr, run_nightly, works_on_study | studies_within},
    {"status", "[STUDY | DIR]", 0, 1, "say what studies and their transcripts are at, and change nothing",
     "Of a study every transcript: new, changed, quarantined since when and why, a draft, in review, sealed, and by "
     "when "
     "something of it must go. Of a folder of studies a line each. While another command works on a study, or where "
     "its "
     "study.key is not here, what the last run left. Without an operand, the folder that you are in.",
     status_options, nullptr, run_status, writes_study | studies_within},
    {"review", "[STUDY]", 0, 1, "look at what was found, and decide what is doubtful, in a browser on this machine",
     "After a run. Prints an address that opens once, in one browser: transcripts before and after, what is doubtful "
     "with the "
     "reason in words, who was found under which names, and a sample of what was left alone. It listens on 127.0.0.1 "
     "alone; from "
     "another machine it is reached by ssh -L. Words of transcripts are in memory and in the browser, never in a file "
     "or a log. "
     "It ends with Ctrl-C, or when nothing was asked for a while.",
     review_options, nullptr, run_review, works_on_study | listens | wants_study},
    {"plan", "[STUDY]", 0, 1, "cut a study into shards of about the same size, for several machines",
     "The largest file first, each to the shard that has least. Then `scan --shard K/N` of every shard, `assign`, "
     "`apply "
     "--shard K/N` of every shard, `finish`: the result is that of `run`. A shard that failed is simply run again. "
     "Planning "
     "again takes over what shards did; `run` does too, and goes on alone. deploy/slurm has the batch scripts.",
     plan_options, nullptr, run_plan, works_on_study | wants_study},
    {"scan", "[STUDY]", 0, 1, "step 1 of run: read, check and detect", "", shard_options, nullptr, run_scan,
     works_on_study | wants_study},
    {"assign", "[STUDY]", 0, 1, "step 2 of run: decide who is who; after a plan, of all shards", "", run_options,
     nullptr, run_assign, works_on_study | wants_study},
    {"apply", "[STUDY]", 0, 1, "step 3 of run: replace, prove, write and seal", "", shard_options, nullptr, run_apply,
     works_on_study | wants_study},
    {"finish", "[STUDY]", 0, 1, "step 4 of run: linkage, reports and the signed audit log", "", run_options, nullptr,
     run_finish, works_on_study | wants_study},
    {"report", "[STUDY]", 0, 1, "tell all of a study on one page that names nobody, for ethics and archives",
     "Writes one HTML page that needs nothing else and prints on A4: what came and what became of it, who agreed to "
     "what "
     "by "
     "their IDs, what was replaced by kind, rule and transcript, who decided what, what risk is left with its bound, "
     "who "
     "saw or "
     "deleted what, keys by fingerprint, rules and versions, the log verified, and how a reader can check it. No word "
     "of a "
     "transcript, no name, no number of the register and no file name stands in it. With --json the same for machines, "
     "and no "
     "page. Status 4 when the log, or a file that it names, is not what was signed; the page says so.",
     report_options, nullptr, run_report, works_on_study | wants_study},
    {"decrypt", "FILE", 1, 1, "open a sealed file (any age file)",
     "Reads binary and armored age files. Without -o the text goes to standard output as it is authenticated; with -o "
     "the "
     "file appears only when all of it was good.",
     decrypt_options, nullptr, run_decrypt, reads_operands},
    {"withdraw", "[STUDY] ID", 1, 2, "take a participant out of a study, for good",
     "Their own interviews' outputs, linkage and work files are removed; in transcripts of others their turns and "
     "their names "
     "become [WITHDRAWN], and those are sealed anew. The ID is never given again, and what they delivered is refused "
     "if it comes "
     "again. A signed certificate in certificates/ lists every file with its SHA-256 before and after. Transcripts of "
     "others "
     "whose delivered file is gone cannot be rewritten here, where no key opens them: they are removed, and named. "
     "Interrupted, "
     "it goes on when given again. Status 1 when delivered files or the row of the register are left for you to "
     "remove. Without "
     "STUDY, the folder that you are in.",
     withdraw_options, nullptr, run_withdraw, works_on_study | wants_study},
    {"retention", "[STUDY]", 0, 1, "show what must be deleted by when, and delete it",
     "What of a study has an end by the rules under retention: in moniker.yaml, soonest first: delivered files, "
     "quarantined ones, "
     "work files, outputs, linkage. Nothing is deleted without --apply. A delivered file goes only when its transcript "
     "lies "
     "sealed in out/ as the log says. The audit log is always kept. Deleting takes names of files away and does not "
     "overwrite "
     "what SSDs, snapshots and backups hold. Status 1 when something is overdue. Without STUDY, the folder that you "
     "are in.",
     retention_options, nullptr, run_retention, works_on_study | wants_study},
    {"decide", "[STUDY] WHAT [ARGUMENT...]", 1, many, "say what the rules cannot know, for ever",
     "Decisions are kept without plaintext, sealed to the study, and logged; every run from then on goes by them, "
     "before "
     "all rules and lists, but after the register: its names are never kept. WHAT is one of\n\n"
     "replace WORDS|PERSON_3: always somebody or something, in any transcript or with --in and --turn at one place;\n\n"
     "keep WORDS|PERSON_3: harmless;\n\n"
     "same PERSON_3 ID04: names that mean somebody of the register, or whom another name means; the first may be "
     "words;\n\n"
     "apart WORDS|PERSON_3: somebody of their own;\n\n"
     "speaker T03 LABEL ID04: who speaks under a label;\n\n"
     "supersedes T09 T07: a corrected transcript, whose earlier file was put away;\n\n"
     "sign-off T03: done; assign T03 NAME: somebody's to review;\n\n"
     "undo NUMBER; list; export FILE -r KEY, import FILE -i IDENTITY: between two servers with the same study.key.\n\n"
     "Without STUDY, the folder that you are in. `moniker run` afterwards makes the outputs follow.",
     decide_options, nullptr, run_decide, works_on_study | carries_file | wants_study},
    {"relink", "[STUDY] ID...", 1, many, "say who stands behind an ID, with the custodian's key",
     "Opens the sealed linkage table and says name, aliases, study number and attributes of ID04, INT1, PERSON_3 or "
     "T03. Who "
     "asked, for which ID and why is in the audit log, signed, before anything is shown; the name is not. Nothing is "
     "written "
     "to a file, and standard output may not be one. The study's own key opens nothing here. Without STUDY, the folder "
     "that "
     "you are in.",
     relink_options, nullptr, run_relink, writes_study | wants_study},
    {"diff", "[STUDY] TRANSCRIPT", 1, 2, "show a transcript before and after, with the custodian's key",
     "Lays T03 as it was delivered beside T03 as it was sealed, turn by turn: in colours on a terminal, as "
     "[-was-]{+is+} "
     "elsewhere, "
     "with --page side by side. What was delivered is found in incoming/ by the digest of its bytes that the log "
     "holds; "
     "where it "
     "is gone, what is sealed is shown alone. Who looked, at what and why is in the audit log, signed, before anything "
     "is "
     "shown. "
     "Nothing is written to a file unless --page names one, and standard output may not be one. The study's own key "
     "opens "
     "nothing here.",
     diff_options, nullptr, run_diff, works_on_study | wants_study},
    {"quotes", "MANUSCRIPT [STUDY]", 1, 2, "check what a manuscript quotes, and how its people and numbers agree",
     "Reads .docx, .odt, .pdf, .tex, .md and .txt. Finds every extract with its attribution, IDs that are described as "
     "two "
     "people, mixed ways of writing them, IDs beyond the sample, breakdowns that do not add up, identifiers in "
     "extracts, "
     "and who is alone by what is told of them. With STUDY and -i IDENTITY every extract is laid beside the transcript "
     "that "
     "it comes from: what was changed, a dropped \"not\" first, who said it, whether they agreed to be quoted, and "
     "whether "
     "it holds what was masked. Who asked is in the audit log, signed, before anything is shown. Status 1 when "
     "anything is "
     "found.",
     quotes_options, nullptr, run_quotes, reads_operands | writes_study | reads_pdf},
    {"export", "[STUDY]", 1, 2, "make a package for an analysis program",
     "Opens the sealed transcripts with the custodian's identity and writes them as the program imports them, with "
     "participants' "
     "attributes and a README that says how; refi-qda has a coded range for every replacement. Everything is sealed "
     "again to the "
     "study's recipients, unless --plain is given. The export is recorded in the audit log.",
     export_options, export_words, run_export, writes_study | wants_study},
    {"participants", "[STUDY]", 0, 1, "make the table of who took part, in which nobody can be told",
     "Opens the sealed attributes with the custodian's identity and counts who speaks by the columns named: the table "
     "of a paper, and the same in a sentence. Cells with fewer people than the threshold are not shown, nor others by "
     "which they could be worked out: from totals, from a further table, from what stands behind quotations; that is "
     "checked by solving for them. --round and --merge are other ways. Below it stands how alike people are by each "
     "set of columns that is published (k-anonymity, l-diversity, who is alone), and which one column to leave out or "
     "tell less of. Who asked is in the audit log, signed, before anything is shown. Status 1 where the quotations "
     "tell what the table holds back, or fewer than k people are alike by them.",
     participants_options, nullptr, run_participants, writes_study | wants_study},
    {"intrude", "[STUDY]", 0, 1, "attack finished outputs as a motivated intruder would, before one does",
     "Opens all that a study published, and its linkage table, with the custodian's identity, and looks for what gives "
     "somebody away: names that are left, nearly left or spelled, over turns and in what files hold beside the talk; "
     "names that lists know; dates that betray their shift; pseudonyms that follow the names; what one person alone "
     "tells of job, family and events; who is alone by attributes; IDs that talk alike. Each with where, its risk, "
     "why, "
     "and the command that mends it. --sample draws passages for a person, and bounds what leaks. Who asked is in the "
     "audit log, signed, before anything is shown. Status 1 when something is above the level of --above.",
     intrude_options, nullptr, run_intrude, writes_study | wants_study},
    {"coreq", "[STUDY]", 0, 1,
     "fill the checklists COREQ and SRQR from a study's data, and name what people must write",
     "Opens the sealed transcripts with the custodian's identity and fills the items that they and the log can answer: "
     "how many took part, how long it took, when, who asked by their IDs, who checked, software with its version, how "
     "quotations are identified. The rest is named for people to write. No word of a transcript and no name stands in "
     "it. Who asked is in the audit log.",
     coreq_options, nullptr, run_coreq, writes_study | wants_study},
    {"project", "IN.qdpx [STUDY]", 1, 2, "give a coded REFI-QDA project the study's pseudonyms, codings and all",
     "Takes a project that was coded already (exported as REFI-QDA from NVivo, MAXQDA, ATLAS.ti or QualCoder) and "
     "writes "
     "the same project with its texts pseudonymised as the study's transcripts are: sources, memos, descriptions, "
     "names "
     "of cases, codes, sets and users, values of variables. Every coded range is moved to where its words are now; one "
     "that began or ended inside a name holds all of what stands there. Recordings, pictures and the pages of PDFs are "
     "left out, and so is what consent or a withdrawal keeps back. What comes out is searched once more: where a known "
     "name is left, nothing is written (status 3). The study must have been run. What is written is pseudonymised, not "
     "anonymous, and in clear; the log names it. Status 1 when something was doubtful, or a range lay outside its "
     "text. "
     "Without STUDY, the one that you are in.",
     project_options, nullptr, run_project, reads_operands | writes_study | wants_study},
    {"deposit", "[STUDY]", 0, 1, "make what a data archive takes, of those alone who agreed to archiving",
     "Opens the sealed transcripts with the custodian's identity and makes a bag (BagIt 1.0) of the talk of those "
     "whose "
     "consent covers archiving: transcripts that tell less than the team's, as the policy in moniker.yaml says, with "
     "new "
     "names that nobody can link with the team's; a data list in which at least k people are alike; README, codebook, "
     "consent wording, DDI Codebook 2.5 and DataCite 4. The account of what was replaced, by kind and never with an "
     "original, lies apart from it. What each access level asks is checked first: where something is not met nothing "
     "is written. Who asked, and the digest of the manifest, is in the audit log, signed. Status 1 when something is "
     "not met or missing.",
     deposit_options, nullptr, run_deposit, writes_study | wants_study},
    {"audit", "[STUDY] [T03|N|OLD [NEW]] | PROOF", 1, 4,
     "verify or read a study's audit log, and prove what stands in it",
     "verify checks the chain, the signature, the heads that were kept and the files that the log names, and says "
     "which "
     "record is wrong (status 4); --since FILE holds the log against heads of another time or place. show prints the "
     "log "
     "for people. prove T03, or prove N, shows to who has no log that a record stands in it; consistency OLD, that the "
     "log "
     "begins with an earlier one; verify-proof PROOF -p KEY checks either and needs no study. cosign --key FILE -o "
     "FILE "
     "signs the head with a key of one's own, once all is good, and keeps it.",
     audit_options, audit_words, run_audit, reads_operands | writes_study | wants_study},
    {"rekey", "[STUDY]", 1, 2, "change a passphrase, the key that signs, or who may open what is sealed",
     "passphrase puts study.key, the same key, under a passphrase, another one, or none. signing makes a new signing "
     "key: the old one signs the record that names it, and heads that were kept stay good. recipients opens out/ and "
     "linkage/ with the identity given and seals them again to the recipients that moniker.yaml names now; plaintext "
     "never reaches the disk, and each new digest is logged. Whatever is interrupted, the same command completes. "
     "study.key itself cannot be another: everybody's pseudonym follows from it. Status 1 when files are left that no "
     "identity given opens.",
     rekey_options, rekey_words, run_rekey, writes_study | wants_study},
    {"rules", "", 1, 1, "test every rule on its own examples, or list them", "", rules_options, rules_words, run_rules},
    {"eval", "GOLD...", 1, many, "measure detection, or who is taken for whom, against gold",
     "Each line of a gold file is {\"id\",\"text\",\"spans\":[{\"start\",\"end\",\"label\",\"type\",\"entity\"}]} with "
     "UTF-8 byte "
     "offsets. With --identity GOLD may be a study's folder with gold.jsonl, of which each line is a mention "
     "{\"file\",\"part\",\"turn\",\"begin\",\"end\",\"text\",\"entity\",\"ask\"} in code points of a turn, or a label "
     "{\"file\",\"part\",\"label\",\"entity\"}; or one with gold/ that holds gold files.",
     eval_options, nullptr, run_eval, reads_operands | makes_temporary},
    {"doctor", "[STUDY]", 0, 1, "say what this machine and a study are like, and what could be safer",
     "What the kernel gives to keep a command to its own files and off the network, what may leave memory (core files, "
     "swap), clock, chance, libraries, rules with their digest and their own examples; with STUDY its keys and whether "
     "they "
     "fit what they made, that none here opens an output, who may change what, what the next run would do, the log and "
     "its witness, and room on the disk. Each is ok, or warn or fail with what to do. Reads no transcript and "
     "changes nothing. Status 1 when something fails.",
     doctor_options, nullptr, run_doctor, writes_study | looks_at_machine},
    {"help", "[COMMAND]", 0, 1, "explain a command", "", help_options, nullptr, run_help},
    {"version", "", 0, 0, "print the version", "", version_options, nullptr, run_version},
};

}  // namespace

std::span<const Command> commands() { return table; }

const Command* find_command(std::string_view name) {
  const auto found = std::find_if(std::begin(table), std::end(table), [&](const Command& c) { return c.name == name; });
  return found == std::end(table) ? nullptr : found;
}

std::vector<std::string_view> words_of(const Command& command) { return command.words ? command.words() : Words(); }

std::string operands_of(const Command& command) {
  const std::string words = fmt::format("{}", fmt::join(words_of(command), "|"));
  return words + (words.empty() || command.operands.empty() ? "" : " ") + std::string(command.operands);
}

Error unknown_command(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Command& command : table) names.push_back(command.name);
  const std::string_view near = words::nearest(name, names);
  return Error::usage(fmt::format("there is no command `{}`", name),
                      near.empty() ? "see `moniker help`" : fmt::format("did you mean `{}`?", near));
}

}  // namespace moniker::cli
