// A new study: its folders, and templates that explain themselves.
#include "config/init.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/atomic_file.hpp"
#include "base/byte_source.hpp"
#include "base/layout.hpp"
#include "moniker/error.hpp"

namespace moniker::study {
namespace {

constexpr std::string_view header =
    "number,name,aliases,role,gender,age,consent_date,consent_scope,sessions,interview_date\n";

constexpr std::string_view template_text =
    R"(# A moniker study. Everything here is checked before a transcript is touched: a key that moniker
# does not know stops the run. Paths are relative to this file's folder.

study: Untitled study

# Who takes part. Every column of the register must be declared, with what becomes of it:
#   keep      goes with the person's ID into the attributes (gender, region)
#   band      the same, made coarser: {use: band, width: 10, top: 90} makes 30-39 and 90+
#   replace   identifies somebody: searched for and replaced, never given on
#   drop      not read at all, unless moniker needs it itself (the eight names below)
# These columns mean something to moniker; another column can stand in for one with `means:`, as in
# `Full name: {use: replace, means: name}`:
#   number          the study's own number for the person
#   name, aliases   full name; nicknames, former names and spellings, with ; between them
#   role            empty for participants; else one of the roles below
#   consent_date    2026-03-12; or 12/03/2026 with `dates: day first` below
#   consent_scope   what the person agreed to, with ; between: analysis; quotation; archive
#   sessions        who is whom: `file=speaker label`, with ; between: group-1.docx=Kate S.;week-2/call.vtt=Kate Shaw
#   interview_date  one date, or one for each session in the same order, with ; between
register:
  file: participants.csv
  columns:
    number: replace
    name: replace
    aliases: replace
    role: drop
    gender: keep
    age: {use: band, width: 10, top: 90, means: age}
    consent_date: drop
    consent_scope: drop
    sessions: drop
    interview_date: drop

# People in the register who are not participants: how their IDs begin, and whether they need consent.
roles:
  Interviewer: {prefix: INT, consent: exempt}

# What every participant must have agreed to.
consent:
  required: [analysis]

checks:
  duration: {min: 5, max: 180}    # minutes
  gap: 120                        # seconds without a word that are worth a look
  # severity: {mark.inaudible: note, speaker.unknown: warning}    # `moniker check --list` names them all

# How much one transcript may hold, where that is more than the defaults (docs/formats.md); beyond, it is refused.
# limits: {words: 20000000, turns: 1000000, speakers: 2000, names: 100000, unpacked: 1024}

rules:
  language: en-GB                 # or several: [en-GB, cy]
  profile: balanced               # strict: what is not known to be harmless goes; light: only what is nearly certain
  # tagger: false                 # rules and lists alone, without the statistical model
  # off: [keep-public-figure]     # rules that do not count here; `moniker rules list` names them all
  # extra: [my-rules.yaml]        # rules of this study, in the form of the default ones

# How each kind of identifier is replaced, where the default is not wanted.
# replace: {PERSON: pseudonym, DATE: generalise, OCCUPATION: keep, "ID/ni_number": {operator: redact}}
# replace: {style: plain}         # town C in Yorkshire, and not [town C, Yorkshire]
# replace: {PERSON: surrogate, LOCATION: surrogate, DATE: {operator: shift, most: 182, weekdays: keep}}
# And one person or thing by its pseudonym, where it needs a way of its own; see docs/replacing.md.
# overrides: {PERSON_7: keep, LOCATION_3: {operator: generalise, place: country}}

write: [txt, docx]                # docx: preserve instead of docx keeps a delivered Word document's formatting

# Who can open the results: age1... keys, or files of such keys. The secret key stays with the custodian
# and has no business on this machine.
seal:
  recipients: [keys/custodian.pub]
  # linkage_recipients: [keys/trial-office.pub]    # who can open the list of who is who; default: the same
  # armor: false                                   # true: text instead of binary files

numbering:
  order: sequential               # or shuffled: IDs and T numbers tell no order of rows, files or recruitment
  transcripts: T
  participants: ID

resolve:
  lone_names: transcript          # or study: a given name that nobody is known by means one person everywhere

# A transcript is known by its talk: a file that is renamed stays what it was. A corrected one that comes under a name of
# its own takes the place of an earlier one, once that one's file is out of incoming/:
# supersedes: {interview-5-corrected.docx: T05}

# Every transcript has to be signed off by a person (moniker decide STUDY sign-off T03, or in moniker review): until then it is
# sealed as a draft, and no export takes it.
# review: {required: true}

# keys: {study: keys/study.key, signing: keys/signing.key, signing_public: keys/signing.pub}

# A second place for the heads of the audit log: a file that grows and that who works on the study cannot change back,
# on another machine or disk. With it a log that was put back or made anew is told.
# audit: {witness: /mnt/witness/my-study.heads}

# What must be deleted by when; nothing is, until `moniker retention` is asked to. See docs/rights.md.
# retention: {deliveries: 90 days after sealed, outputs: 10 years after last interview}

# What an archive gets (moniker deposit), and how much less it is told than the team. See docs/deposit.md.
# policies: {archive: {profile: strict, columns: [gender, age], replace: {PERSON: number, DATE: decade, AGE: {operator: band, width: 20}}}}
# deposit: {consent: archive, others: turns, access: safeguarded, creators: [An Author], publisher: UK Data Service}
)";

constexpr std::string_view names_text =
    R"(# What is always somebody or something here, one name or phrase a line: before all rules, lists and keeps of moniker.
# What it is may follow a colon; PERSON where nothing does. The register's people need no line.
#   Tigs
#   the Lodge: LOCATION
)";
constexpr std::string_view keep_text =
    R"(# What is always harmless here, one word or phrase a line: before all rules and lists. A name of the register is never
# kept, and is an error here.
#   Parkinson
)";

bool is_there(const std::filesystem::path& file) {
  return std::filesystem::exists(std::filesystem::symlink_status(file));
}

bool is_as_written(const std::filesystem::path& file, std::string_view text) {
  return std::filesystem::is_regular_file(std::filesystem::symlink_status(file)) &&
         std::filesystem::file_size(file) == text.size() && read_file(file) == text;
}

}  // namespace

std::string_view config_template() { return template_text; }

void init_study(const std::filesystem::path& folder) {
  const StudyLayout layout{folder};
  // moniker.yaml comes last, as it makes the folder a study: before it, what an interrupted call wrote is gone on with.
  const std::pair<std::filesystem::path, std::string_view> files[] = {{layout.people(), header},
                                                                      {layout.names_list(), names_text},
                                                                      {layout.keep_list(), keep_text},
                                                                      {layout.config(), template_text}};
  for (const auto& [file, text] : files) {
    if (!is_there(file) || (file != layout.config() && is_as_written(file, text))) continue;
    throw Error::usage("is there already and is never overwritten", "name another folder for the new study",
                       {file.string()});
  }
  make_folders(layout);
  remove_stale(layout.root);
  for (const auto& [file, text] : files) {
    if (!is_there(file)) publish(file, text, AtomicFile::IfThere::refuse);
  }
}

std::string as_text(const InitPage& page, const Style& style) {
  return fmt::format(
      "{0}{1}{2} is ready. What comes next:\n\n"
      "  1. moniker keygen {1}\n"
      "  2. fill in {1}/participants.csv and {1}/moniker.yaml\n"
      "  3. put the transcripts into {1}/incoming\n"
      "  4. moniker check {1}\n"
      "  5. moniker run {1}\n",
      style.bold, page.folder.string(), style.plain);
}

nlohmann::ordered_json as_json(const InitPage& page) {
  const StudyLayout layout{page.folder};
  return {{"study", page.folder.string()},
          {"config", layout.config().string()},
          {"register", layout.people().string()},
          {"incoming", layout.incoming().string()}};
}

}  // namespace moniker::study
