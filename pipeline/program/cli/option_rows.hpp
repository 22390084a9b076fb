#pragma once
#include "cli/command.hpp"

/// The options of all commands: letters, values and what help says of them. Included by the table in commands.cpp
/// alone.
namespace moniker::cli::option_rows {

using O = OptionSpec;
constexpr O help{"help", 'h', "", "this help"};
constexpr O custodian_identity{"identity", 'i', "FILE", "the custodian's identity file; may be given more than once",
                               Touch::reads};
constexpr O reason{"reason", 0, "TEXT", "why; stands in the audit log as given: put no name into it"};
constexpr O json{"json", 0, "", "say the result as JSON on standard output"};
constexpr O public_key = {"public-key", 'p', "FILE", "verify with this key instead of the study's own copy",
                          Touch::reads};
constexpr O rules{"rules", 0, "FOLDER", "where rules and lists lie (default: as installed)", Touch::reads};
constexpr O threads{"threads", 'j', "N", "how many transcripts at a time (default: one a processor)"};
constexpr O profile{"profile", 0, "NAME", "balanced (default), strict or light"};
constexpr O no_tagger{"no-tagger", 0, "", "leave the statistical tagger out: rules and lists alone"};
constexpr O language{"language", 0, "CODE", "rule set (default en-GB); more than once for talk in two languages"};
constexpr O passphrase{"passphrase-file", 0, "FILE",
                       "where study.key is under a passphrase: it is this file's first line (default: asked for)",
                       Touch::reads};
constexpr O off{"off", 0, "RULE", "leave this rule out; may be given more than once"};

constexpr O help_options[] = {help,
                              {"json", 0, "", "the table of commands and options, or of one command"},
                              {"man", 0, "", "the whole manual page, in roff"},
                              {"bash-completion", 0, "", "the completion script for bash"},
                              {"zsh-completion", 0, "", "the one for zsh"},
                              {"fish-completion", 0, "", "the one for fish"},
                              {"markdown", 0, "", "docs/commands.md"}};
constexpr O version_options[] = {help, json};
constexpr O init_options[] = {
    help,
    json,
    {"example", 0, "", "with two short made-up transcripts, their register and keys: to play with"},
    {"dry-run", 'n', "", "say all that would be written, and write nothing"}};
constexpr O keygen_options[] = {
    help,
    json,
    {"dry-run", 'n', "", "say all that would be written, and write nothing"},
    {"folder", 'o', "FOLDER", "where the keys go (default: keys)", Touch::makes},
    {"custodian", 0, "FILE", "write the custodian's identity there instead: on another medium, say", Touch::makes},
    {"only", 0, "WHAT", "make one of custodian, study or signing alone"},
    {"passphrase", 0, "", "put study.key under a passphrase, which is asked for twice"},
    {"passphrase-file", 0, "FILE", "put study.key under the passphrase that is this file's first line", Touch::reads}};
constexpr O check_options[] = {
    help,
    json,
    rules,
    language,
    {"list", 0, "", "every issue that there is, with its severity"},
    {"against", 0, "CAPTIONS", "compare one transcript with the captions of its meeting, in any format that is read",
     Touch::reads},
    {"show-text", 0, "", "with --against: show labels and the words of passages; they may identify"},
    {"passages", 0, "N", "with --against: how many passages to list (default 10)"},
    {"fillers", 0, "", "with --against: um, er and the like count as words"},
    {"most-errors", 0, "RATE",
     "with --against: share of words that may differ (default 0.25; five minutes: twice that)"},
    {"most-missing", 0, "N",
     "with --against: words that may be missing at an end (default 15; in between: twice that)"},
    {"most-seconds", 0, "S", "with --against: how far times may be off (default 5)"}};
constexpr O register_options[] = {
    help, json, rules, {"show-text", 0, "", "show labels as they go into the sheet; they may identify"}};
constexpr O inspect_options[] = {
    help,
    json,
    rules,
    language,
    {"show-text", 0, "", "show labels and metadata as they stand there; they may identify"}};
constexpr O detect_options[] = {
    help,
    json,
    rules,
    profile,
    language,
    no_tagger,
    off,
    {"input", 0, "FORMAT", "transcripts (default) or jsonl: lines of {\"id\",\"text\"}"},
    {"output", 0, "FORMAT", "plain (default) or jsonl: lines of {\"id\",\"spans\"}"},
    {"study", 0, "STUDY", "use this study's register and rules", Touch::reads},
    {"doubtful", 0, "", "give doubtful findings too (jsonl marks them \"review\": true)"},
    {"explain", 0, "", "with --output jsonl: \"why\", the claims of all rules and what became of each"},
    {"show-text", 0, "", "show the words that were found; they are identifiers"}};
constexpr O explain_options[] = {help,
                                 json,
                                 rules,
                                 profile,
                                 language,
                                 no_tagger,
                                 off,
                                 {"study", 0, "STUDY", "use this study's register and rules", Touch::reads},
                                 {"output", 0, "FORMAT", "plain (default) or jsonl: a line a turn"},
                                 passphrase};
constexpr O filter_options[] = {
    help,
    rules,
    profile,
    language,
    no_tagger,
    off,
    {"key", 0, "FILE", "the study.key from which the pseudonyms follow", Touch::reads},
    {"study", 0, "STUDY", "use this study's key, register, rules and operators", Touch::reads},
    {"jsonl", 0, "", "each line is a JSON object (default: plain text)"},
    {"field", 0, "NAME", "the field that holds talk (default: text); may be given more than once"},
    {"speaker-field", 0, "NAME", "the field that says who speaks, where there is one"},
    {"line-buffered", 0, "", "write each line as soon as it is done"},
    {"reject", 0, "FILE", "put lines that cannot be read there, sealed, and go on", Touch::makes},
    {"recipient", 0, "KEY", "who may open that file: age1... or a file of such keys (default: the study's)",
     Touch::reads},
    passphrase};
constexpr O quiet_run{"quiet", 'q', "",
                      "no progress and no closing table; a line on standard error where something needs a person"};
constexpr O run_options[] = {help, json, rules, threads, quiet_run, passphrase};
constexpr O summary{"summary", 0, "FILE",
                    "write what changed since the last summary there, for a mail; - is standard output", Touch::makes};
constexpr O if_unchanged{"quiet-if-unchanged", 0, "", "with --summary: nothing where nothing changed"};
constexpr O tell_new{"tell-new", 0, "",
                     "status 1 only where something new needs a person, 10 where it was told before"};
constexpr O metrics{"metrics", 0, "FILE", "write gauges for Prometheus' textfile collector there", Touch::makes};
constexpr O log_format{"log", 0, "FORMAT",
                       "text (default), or json: one line about the run on standard error, and nothing else"};
constexpr O log_level{"log-level", 0, "LEVEL", "error, warning or note (default): what stands on standard error"};
constexpr O night_run_options[] = {help,         json,     rules,   threads,    quiet_run, summary,
                                   if_unchanged, tell_new, metrics, log_format, log_level, passphrase};
constexpr O run_run_options[] = {
    help,       json,
    rules,      threads,
    quiet_run,  {"dry-run", 'n', "", "do it to a copy, and say all that would be written; the study stays as it is"},
    summary,    if_unchanged,
    tell_new,   metrics,
    log_format, log_level,
    passphrase};
constexpr O status_options[] = {help, json, passphrase};
constexpr O shard_options[] = {
    help,
    json,
    rules,
    threads,
    {"quiet", 'q', "", "no progress and no closing table"},
    {"shard", 0, "K/N", "only this shard of the plan, 1/N to N/N; it writes nothing that another one does"},
    passphrase};
constexpr O report_options[] = {
    help,
    json,
    rules,
    {"dpia", 0, "",
     "instead, from the settings alone: an annex to a data protection impact assessment and a paragraph for an ethics "
     "form, as Markdown on standard output or with -o in a new file"},
    {"output", 'o', "FILE",
     "write the page there (default: reports/report.html of the study, made anew); never overwrites; - is standard "
     "output",
     Touch::makes},
    passphrase};
constexpr O review_options[] = {help,
                                {"json", 0, "", "say what there is to ask, without words of the talk, and end"},
                                rules,
                                {"reviewer", 0, "NAME", "who decides (default: the page asks)"},
                                {"port", 0, "N", "listen there (default: a port that is free)"},
                                {"idle", 0, "MINUTES", "end when nothing was asked for so long (default 30)"},
                                {"sample", 0, "N", "passages to draw of what was left alone (default 120)"},
                                {"apply", 0, "", "run the study when the review ends, if anything was decided"},
                                {"tty", 0, "", "ask the queue's questions here, without a browser"},
                                passphrase};
constexpr O plan_options[] = {help, json, rules, {"shards", 0, "N", "how many shards (wanted)"}, passphrase};
constexpr O decrypt_options[] = {
    help,
    {"json", 0, "", "with -o: say what was written as JSON on standard output"},
    custodian_identity,
    {"passphrase-file", 0, "FILE", "the passphrase is this file's first line", Touch::reads},
    {"output", 'o', "FILE", "write there instead of standard output; never overwrites", Touch::makes}};
constexpr O withdraw_options[] = {
    help,
    json,
    rules,
    threads,
    {"dry-run", 'n', "", "do it to a copy, and say all that would be written; the study stays as it is"},
    {"yes", 'y', "", "do not ask: for batch jobs"},
    {"reason", 0, "TEXT", "why (default: consent withdrawn); put no name into it"},
    {"delete-deliveries", 0, "", "delete their delivered transcripts from incoming/ too"},
    passphrase};
constexpr O retention_options[] = {
    help,
    json,
    rules,
    {"apply", 0, "", "delete what is due, log it, and leave a signed certificate"},
    {"dry-run", 'n', "", "with --apply: do it to a copy, and say all that would be written"},
    {"as-of", 0, "DATE", "as if it were that day (2036-12-31); the log says so"},
    passphrase};
constexpr O decide_options[] = {
    help,
    json,
    rules,
    {"dry-run", 'n', "", "do it to a copy, and say all that would be written; the study stays as it is"},
    {"label", 0, "LABEL", "replace: as which (default: PERSON)"},
    {"in", 0, "T03", "in this transcript alone"},
    {"turn", 0, "N", "with --in: at this place alone, by the turn as the written transcript counts it"},
    {"nth", 0, "N", "with --turn: which of the same words in that turn (default: the first)"},
    {"by", 0, "NAME", "who decides (default: the user); stands in the audit log"},
    {"why", 0, "TEXT", "why; put no name into it"},
    {"recipient", 'r', "KEY", "export: for whom the file is sealed; may be given more than once", Touch::reads},
    {"identity", 'i', "FILE", "import: what opens the file", Touch::reads},
    passphrase};
constexpr O relink_options[] = {
    help,
    json,
    custodian_identity,
    {"reason", 0, "TEXT", "why (wanted); stands in the audit log as given: put no name into it"},
    public_key};
constexpr O diff_options[] = {
    help,
    json,
    rules,
    custodian_identity,
    reason,
    {"changes", 0, "", "leave out turns in which nothing was replaced"},
    {"page", 0, "FILE", "write a page instead, sealed for that identity; never overwrites", Touch::makes},
    {"plain", 0, "", "with --page: do not seal it"},
    public_key};
constexpr O export_options[] = {help,
                                json,
                                {"dry-run", 'n', "", "say all that would be written, and write nothing"},
                                custodian_identity,
                                {"output", 'o', "DIR", "a folder that is empty or not there", Touch::makes},
                                {"plain", 0, "", "do not seal what is written; for the machine where it is imported"},
                                public_key};
constexpr O participants_options[] = {
    help,
    json,
    custodian_identity,
    {"columns", 'c', "LIST", "of the attributes: role,gender,age (default: all of them)"},
    {"by", 0, "COLUMN", "its values side by side"},
    {"cross", 0, "A,B", "a further table of two columns; may be given more than once"},
    {"attribution", 'a', "LIST", "what stands behind each quotation: role,gender"},
    {"quoted", 0, "IDS", "who is quoted: ID04,ID07 (default: everybody)"},
    {"threshold", 0, "N", "a cell with fewer people is small (default 3)"},
    {"k", 0, "N", "so many people should be alike by what is published (default: the threshold)"},
    {"sensitive", 0, "LIST", "columns of which l-diversity is told (default: all that a set lacks)"},
    {"round", 0, "BASE", "round to multiples of it, and hold nothing back"},
    {"merge", 0, "", "merge values until no cell is small"},
    {"hierarchy", 0, "FILE", "with --merge: CSV of column, value, broader value, still broader value", Touch::reads},
    {"afresh", 0, "", "no table that was made of this study before is published: do not reckon with them"},
    {"ids", 0, "", "tell the IDs of who is alone by what is published"},
    {"output", 'o', "FILE", "write the table there too: .md, .csv, .docx, .html or .tex; never overwrites",
     Touch::makes},
    reason,
    public_key};
constexpr O intrude_options[] = {
    help,
    json,
    rules,
    custodian_identity,
    {"above", 0, "LEVEL", "tell and count what is above none, low (default), medium or high"},
    {"all", 0, "", "tell what is not above it, too"},
    {"show-text", 0, "", "show the words that were found; they may identify"},
    {"sample", 0, "N", "draw so many passages for a person to judge, and bound what leaks"},
    {"leaks", 0, "N", "with --sample: in how many of them somebody could be told"},
    {"page", 0, "FILE", "write one HTML page instead, sealed for who opened the study, as FILE.age", Touch::makes},
    {"plain", 0, "", "with --page: do not seal it"},
    reason,
    public_key};
constexpr O coreq_options[] = {
    help,
    json,
    custodian_identity,
    {"output", 'o', "FILE", "write it there too: .md or .docx; may be given more than once; never overwrites",
     Touch::makes},
    reason,
    public_key};
constexpr O project_options[] = {
    help,
    json,
    rules,
    {"output", 'o', "FILE", "write the project there (wanted); never overwrites, and not within the study",
     Touch::makes},
    {"dry-run", 'n', "", "say what would be done, and write nothing"},
    passphrase};
constexpr O deposit_options[] = {
    help,
    json,
    rules,
    no_tagger,
    custodian_identity,
    {"output", 'o', "DIR", "a folder that is empty or not there, outside of the study", Touch::makes},
    {"access", 0, "LEVEL", "open, safeguarded or controlled (default: as deposit: in moniker.yaml says)"},
    {"marks", 0, "HOW", "brackets (default) or xml: how replacements are marked"},
    {"policy", 0, "NAME", "which of policies: in moniker.yaml (default archive)"},
    {"key", 0, "FILE", "name everything as in the deposit whose key this is", Touch::reads},
    {"keep-key", 0, "FILE", "keep the key of this one, sealed to the identity; never overwrites", Touch::makes},
    {"dry-run", 0, "", "tell what it would hold, and write nothing"},
    reason,
    public_key};
constexpr O quotes_options[] = {
    help,
    json,
    rules,
    profile,
    language,
    no_tagger,
    off,
    {"identity", 'i', "FILE", "the custodian's identity, with a study; may be given more than once", Touch::reads},
    public_key,
    {"reason", 0, "TEXT", "why, for the audit log"},
    {"page", 0, "FILE", "write one HTML page; with a study it is sealed for who opened it, as FILE.age", Touch::makes},
    {"plain", 0, "", "with --page and a study: do not seal it"},
    {"least", 0, "N", "with a study: how many of the sample a description must fit (default 2)"}};
constexpr O audit_options[] = {
    help,
    json,
    public_key,
    {"since", 0, "FILE", "verify: the log must begin with every head in this file too; may be given more than once",
     Touch::reads},
    {"cosigner", 0, "FILE", "verify --since, verify-proof: heads must be cosigned by this public key", Touch::reads},
    {"key", 0, "FILE", "cosign: the cosigner's secret key, a minisign one without passphrase", Touch::reads},
    {"output", 'o', "FILE", "prove, consistency: write there, never over a file; cosign: add the head there",
     Touch::makes},
    {"passphrase-file", 0, "FILE", "verify: of study.key, where it is under one, so that the registry is verified too",
     Touch::reads}};
constexpr O rekey_options[] = {
    help,
    json,
    {"dry-run", 'n', "", "say which keys would change and what would be sealed anew, and write nothing"},
    passphrase,
    {"new-passphrase-file", 0, "FILE", "passphrase: the new one is this file's first line (default: asked for twice)",
     Touch::reads},
    {"no-passphrase", 0, "", "passphrase: under none any more"},
    {"identity", 'i', "FILE", "recipients: what opens the files now; may be given more than once", Touch::reads},
    public_key};
constexpr O doctor_options[] = {help, json, rules, language, profile, passphrase};
constexpr O rules_options[] = {
    help,     json,      rules, profile,
    language, no_tagger, off,   {"extra", 0, "FILE", "read this rule file as well", Touch::reads}};
constexpr O eval_options[] = {
    help,
    json,
    rules,
    profile,
    language,
    no_tagger,
    off,
    {"identity", 0, "", "who is who: a FOLDER with gold, or gold whose persons bear entities"},
    {"predictions", 0, "FILE", "score these spans instead of detecting", Touch::reads},
    {"compare", 0, "FILE FILE", "two systems' spans side by side; the word moniker stands for detection", Touch::reads},
    {"part", 0, "PART", "all (default), develop, or aside: the third that nothing was made on"},
    {"small-letters", 0, "", "as if nobody had written a capital, as in automatic captions"},
    {"doubtful", 0, "", "count doubtful findings as found"},
    {"markdown", 0, "FILE", "write the tables there as well", Touch::makes},
    {"errors", 0, "FILE", "write misses and false alarms, grouped by cause; holds words of the corpus", Touch::makes}};

}  // namespace moniker::cli::option_rows
