// A new study: its folders, and templates that explain themselves.
#include "config/init.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/atomic_file.hpp"
#include "base/byte_source.hpp"
#include "base/layout.hpp"
#include "base/shell_word.hpp"
#include "moniker/embedded/example_files.hpp"
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

# Several people work on this study: those of the group that its folder belongs to (docs/keys.md says how it is set up).
# shared: {group: true}

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

constexpr std::string_view readme_text =
    R"(A study of moniker's: transcripts as they were delivered go in, pseudonymised and sealed ones come out.

Which comes next is always told by `moniker` alone, in this folder. The first time:

  moniker keygen            the study's keys, and the custodian's, which opens everything: move it off this machine
  participants.csv          fill it in, in Excel or LibreOffice: a row for everybody who speaks, or whose name may come up
  moniker register check    what is wrong with it, and what to write
  incoming/                 put the delivered files here, as they are: Word, captions, text ...
  moniker check             what is wrong with the delivery, before anything is done
  moniker run               all of it; again whenever something new came
  moniker review            look at it in a browser, and decide what is doubtful

What lies where:

  moniker.yaml              settings, each explained there
  names.txt, keep.txt       words that are always somebody, and words that never are
  incoming/                 delivered transcripts, in clear: whoever may read this folder can read them
  keys/                     study.key and signing.key stay here and nowhere else; back them up, sealed
  work/, registry.sqlite    what moniker remembers from one run to the next, sealed to study.key
  out/                      finished transcripts, sealed: only the custodian's key opens them
  linkage/                  who is who, sealed as well
  reports/                  run.md: what was done, and what a person should look at. It names nobody
  audit/                    the signed log of all that was done. `moniker audit verify` checks it
  decisions/, withdrawn/    what people decided, and who took their consent back, sealed
  certificates/             of what was deleted

`moniker help` lists every command. No file but README.txt may be renamed or edited where nothing above says so.
)";

/// For people; nothing reads it.
std::filesystem::path readme_of(const StudyLayout& layout) { return layout.root / "README.txt"; }

bool is_there(const std::filesystem::path& file) {
  return std::filesystem::exists(std::filesystem::symlink_status(file));
}

bool is_as_written(const std::filesystem::path& file, std::string_view text) {
  return std::filesystem::is_regular_file(std::filesystem::symlink_status(file)) &&
         std::filesystem::file_size(file) == text.size() && read_file(file) == text;
}

}  // namespace

std::string_view config_template() { return template_text; }

namespace {

struct NewFile {
  std::filesystem::path file{};
  std::string text{};
};

/// Nothing that is there is touched; moniker.yaml comes last, as it makes the folder a study: before it, what an
/// interrupted call wrote is gone on with.
void refuse_others(const StudyLayout& layout, const std::vector<NewFile>& files) {
  for (const auto& [file, text] : files) {
    if (!is_there(file) || (file != layout.config() && is_as_written(file, text))) continue;
    throw Error::usage("is there already and is never overwritten", "name another folder for the new study",
                       {file.string()});
  }
}

void make_study(const StudyLayout& layout, const std::vector<NewFile>& files) {
  refuse_others(layout, files);
  make_folders(layout);
  remove_stale(layout.root);
  for (const auto& [file, text] : files) {
    if (!is_there(file)) publish(file, text, AtomicFile::IfThere::refuse);
  }
}

std::string with_title(std::string_view title) {
  std::string text(template_text);
  constexpr std::string_view untitled = "Untitled study";
  return text.replace(text.find(untitled), untitled.size(), title);
}

std::vector<NewFile> plain_files(const StudyLayout& layout) {
  return {{readme_of(layout), std::string(readme_text)},
          {layout.people(), std::string(header)},
          {layout.names_list(), std::string(names_text)},
          {layout.keep_list(), std::string(keep_text)},
          {layout.config(), std::string(template_text)}};
}

std::vector<NewFile> example_files(const StudyLayout& layout) {
  std::vector<NewFile> files = {{readme_of(layout), std::string(readme_text)},
                                {layout.people(), std::string(embedded::example_files("participants.csv"))},
                                {layout.names_list(), std::string(names_text)},
                                {layout.keep_list(), std::string(keep_text)}};
  for (const char* name : {"interview-1.txt", "interview-2.vtt"})
    files.push_back({layout.incoming() / name, std::string(embedded::example_files(name))});
  files.push_back({layout.config(), with_title("An example to play with; everybody in it is made up")});
  return files;
}

}  // namespace

void init_study(const std::filesystem::path& folder) { make_study({folder}, plain_files({folder})); }

void init_example(const std::filesystem::path& folder) { make_study({folder}, example_files({folder})); }

std::vector<std::string> files_to_init(const std::filesystem::path& folder, bool example) {
  const StudyLayout layout{folder};
  const auto files = example ? example_files(layout) : plain_files(layout);
  refuse_others(layout, files);
  std::vector<std::string> names;
  for (const NewFile& one : files) {
    if (!is_there(one.file)) names.push_back(one.file.string());
  }
  return names;
}

std::string as_text(const InitPage& page, const Style& style) {
  const auto typed = [&](std::string_view behind) { return shell_word((page.folder / behind).string()); };
  if (page.example) {
    return fmt::format(
        "{0}{1}{2} is ready: a small study, with keys, of two people who are made up. What to try:\n\n"
        "  moniker run {3}\n"
        "  moniker review {3}\n"
        "  moniker decrypt {4} -i {5}\n"
        "  moniker withdraw {3} ID02 --dry-run\n\n"
        "{1}/README.txt says what lies where. When you are done, delete the folder.\n",
        style.bold, page.folder.string(), style.plain, shell_word(page.folder.string()), typed("out/T01.txt.age"),
        typed("keys/custodian.key"));
  }
  return fmt::format(
      "{0}{1}{2} is ready. What comes next:\n\n"
      "  1. moniker keygen {3}\n"
      "  2. fill in {1}/participants.csv and {1}/moniker.yaml\n"
      "  3. moniker register check {3}\n"
      "  4. put the transcripts into {1}/incoming\n"
      "  5. moniker check {3}\n"
      "  6. moniker run {3}\n\n"
      "{1}/README.txt says what lies where.\n",
      style.bold, page.folder.string(), style.plain, shell_word(page.folder.string()));
}

nlohmann::ordered_json as_json(const InitPage& page) {
  const StudyLayout layout{page.folder};
  return {{"study", page.folder.string()},          {"config", layout.config().string()},
          {"register", layout.people().string()},   {"readme", readme_of(layout).string()},
          {"incoming", layout.incoming().string()}, {"example", page.example}};
}

}  // namespace moniker::study
