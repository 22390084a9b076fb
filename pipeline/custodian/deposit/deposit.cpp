// From what was sealed to a bag for an archive, in order: whose words go, what they are called, what is told in place
// of what; then whether the level of access allows it, the log, and the files.
#include "deposit/deposit.hpp"

#include <algorithm>
#include <set>

#include "base/atomic_file.hpp"
#include "base/byte_source.hpp"
#include "base/fold.hpp"
#include "base/sha256.hpp"
#include "base/utf8.hpp"
#include "deposit/new_names.hpp"
#include "export/whole_folder.hpp"
#include "moniker/error.hpp"
#include "outputs/asker.hpp"
#include "outputs/linked_people.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_wording = std::size_t{1} << 20;

/// The word that consents must have for a level; nothing where no consent covers it.
std::string consent_word(const DepositSettings& settings) {
  const auto of_level = settings.consent.find(settings.access);
  if (of_level != settings.consent.end()) return of_level->second;
  const auto of_all = settings.consent.find("");
  return of_all == settings.consent.end() ? std::string() : of_all->second;
}

std::set<std::string> agreed_by_column(const ExportedStudy& study, const std::string& column, const std::string& word) {
  const auto found = std::find(study.columns.begin(), study.columns.end(), column);
  if (found == study.columns.end())
    throw Error::usage("the attributes have no such column", "keep it in register:, and run the study again", {column});
  const auto place = static_cast<std::size_t>(found - study.columns.begin());
  std::set<std::string> ids;
  for (const ExportedPerson& person : study.people) {
    const std::string& cell = person.values[place];
    for (std::size_t at = 0; at < cell.size();) {
      const std::size_t end = std::min(cell.find(';', at), cell.size());
      std::string one = fold(cell.substr(at, end - at));
      one.erase(0, std::min(one.find_first_not_of(' '), one.size()));
      one.erase(one.find_last_not_of(' ') + 1);
      if (one == word) ids.insert(person.id);
      at = end + 1;
    }
  }
  return ids;
}

/// Columns that are told: those that the policy names, or all but that of the consent.
std::vector<std::string> told_columns(const ExportedStudy& study, const DepositRequest& request) {
  std::vector<std::string> columns = request.policy.columns.value_or(study.columns);
  std::erase(columns, request.settings.consent_column);
  return columns;
}

std::vector<std::string> missing_of(const DepositSettings& settings, bool wording) {
  std::vector<std::string> missing;
  const auto want = [&](bool there, const char* what) {
    if (!there) missing.emplace_back(what);
  };
  want(!settings.creators.empty(), "creators");
  want(!settings.publisher.empty(), "publisher");
  want(!settings.abstract.empty(), "abstract");
  want(!settings.licence.empty(), "licence");
  want(wording, "wording");
  return missing;
}

void refuse_prefix_of_team(const DepositRequest& request) {
  bool taken = request.policy.prefix == request.asker.participant_prefix ||
               request.policy.prefix == request.asker.transcript_prefix;
  for (const auto& [prefix, role] : request.askers) taken = taken || prefix == request.policy.prefix;
  if (!taken) return;
  throw Error::usage("new IDs would look like the team's",
                     "write another prefix as `participants:` in the policy, such as R", {request.policy.prefix});
}

void refuse_inside_study(const StudyLayout& layout, const std::filesystem::path& folder) {
  const auto root = std::filesystem::weakly_canonical(layout.root);
  const auto inside = std::filesystem::weakly_canonical(std::filesystem::absolute(folder)).lexically_relative(root);
  if (inside.empty() || *inside.begin() == "..") return;
  throw Error::usage("lies in the study, where nothing lies in clear", "name a folder elsewhere", {folder.string()});
}

void count_people(const ExportedStudy& study, const WhoAgreed& who, Deposit& out) {
  std::set<std::string> speakers;
  for (const ExportedTranscript& one : study.transcripts) {
    for (const std::string& speaker : speakers_of(one)) {
      if (is_numbered_id(speaker, who.participant_prefix)) speakers.insert(speaker);
    }
  }
  out.speakers = speakers.size();
  out.agreed = static_cast<std::size_t>(
      std::count_if(speakers.begin(), speakers.end(), [&](const std::string& id) { return who.ids.contains(id); }));
}

/// People whose words are in it: with an agreement, and a turn in a transcript that goes.
std::map<std::string, std::string> people_in(const NewNames& names, const WhoAgreed& who) {
  std::map<std::string, std::string> in;
  for (const auto& [id, new_id] : names.speakers) {
    if (who.ids.contains(id)) in[id] = new_id;
  }
  return in;
}

std::vector<const ExportedTranscript*> what_goes(const ExportedStudy& study, const WhoAgreed& who, bool turns,
                                                 Deposit& out) {
  std::vector<const ExportedTranscript*> going;
  for (const ExportedTranscript& one : study.transcripts) {
    const TranscriptConsent consent = consent_of(one, who, turns);
    if (consent.why == WhyNot::goes)
      going.push_back(&one);
    else
      out.not_deposited.push_back({one.name, consent});
  }
  return going;
}

void write_files(const std::filesystem::path& folder, const std::string& below, const std::vector<ExportFile>& files) {
  for (const ExportFile& file : files) {
    const auto target = folder / below / file.path;
    make_private_folder(target.parent_path());
    publish(target, file.bytes, AtomicFile::IfThere::refuse);
  }
}

/// The bag, and apart from it the account of what was replaced.
void write_deposit(const DepositRequest& request, const Deposit& deposit, const std::vector<ExportFile>& bag,
                   const Secret<32>& key) {
  if (!request.keep_key.empty()) keep_deposit_key(request.keep_key, key, request.asker.identities);
  const std::vector<ExportFile> apart{{"README.txt", anonymisation_log_readme()},
                                      {"anonymisation-log.csv", anonymisation_log_csv(deposit.prepared)}};
  write_whole_folder(request.folder, [&](const std::filesystem::path& folder) {
    make_private_folder(folder);
    write_files(folder, "bag", bag);
    write_files(folder, "apart", apart);
  });
}

std::string wording_of(const DepositSettings& settings) {
  if (settings.wording.empty()) return {};
  std::string text = read_file(settings.wording, longest_wording);
  if (find_invalid_utf8(text) != std::string::npos)
    throw Error::usage("is not UTF-8 text", "save the wording as UTF-8 text", {settings.wording});
  return text;
}

}  // namespace

Deposit prepare_deposit(const ExportedStudy& study, const DepositRequest& request, const std::set<std::string>& agreed,
                        const Secret<32>& key) {
  refuse_prefix_of_team(request);
  const AccessLevel& level = access_level(request.settings.access);
  Deposit out{.folder = request.folder};
  PreparedDeposit& prepared = out.prepared;
  prepared.access = level.name;
  prepared.marks = request.settings.marks;
  prepared.language = request.language;
  prepared.settings = request.settings;
  prepared.policy = request.policy;
  prepared.wording = wording_of(request.settings);
  prepared.missing = missing_of(request.settings, !prepared.wording.empty());

  const WhoAgreed who{agreed, request.askers, request.asker.participant_prefix};
  count_people(study, who, out);
  const auto going = what_goes(study, who, request.settings.others == "turns", out);
  const NewNames names = draw_names(key, study, going, who, request.policy.prefix);
  const TalkRules rules{who, names, request.policy, request.search};
  for (const ExportedTranscript* one : going)
    prepared.transcripts.push_back(deposit_talk(*one, is_group(*one, study), rules));
  std::sort(prepared.transcripts.begin(), prepared.transcripts.end(),
            [](const DepositTranscript& a, const DepositTranscript& b) { return a.name < b.name; });
  prepared.replaced = count_replaced(prepared.transcripts);
  const std::size_t k = request.policy.k > 0 ? static_cast<std::size_t>(request.policy.k) : level.k;
  prepared.people = told_people(study, {told_columns(study, request), people_in(names, who), k});
  out.unmet = unmet_demands(level, {request.settings, request.policy, prepared.people.k,
                                    !prepared.people.columns.empty(), !prepared.wording.empty()});
  return out;
}

Deposit make_deposit(const StudyLayout& layout, const DepositRequest& request, const Clock& clock) {
  if (!request.folder.empty()) {  // a dry run may name none
    check_whole_folder(request.folder);
    refuse_inside_study(layout, request.folder);
  }
  const Asker& asker = request.asker;
  const auto [named, study] = open_outputs(layout, asker);
  const std::string word = consent_word(request.settings);
  const std::set<std::string> agreed =
      word.empty() ? std::set<std::string>()
      : request.settings.consent_column.empty()
          ? who_agreed(open_linked_people(layout, {asker.identities, named, asker.transcript_prefix}), request.people,
                       word)
          : agreed_by_column(study, request.settings.consent_column, word);
  const Secret<32> key = request.key.empty() ? draw_deposit_key() : read_deposit_key(request.key, asker.identities);

  Deposit deposit = prepare_deposit(study, request, agreed, key);
  std::vector<ExportFile> bag;
  if (deposit.unmet.empty() && !deposit.prepared.transcripts.empty()) {
    bag = bag_of(deposit_files(deposit.prepared), request.settings.title);
    for (const ExportFile& file : bag) {
      check_path_inside(file.path);
      if (file.path == "manifest-sha256.txt") deposit.digest = sha256_of(file.bytes);
    }
  }
  deposit.files = bag.size();
  deposit.written = !bag.empty() && !request.dry_run;
  audit::events::Consulted event{.what = "deposit", .by = asker.by, .reason = asker.reason};
  if (deposit.written) {
    event.written = bag.size();
    event.digest = deposit.digest;
  }
  log_signed(layout, asker, clock, event);
  if (deposit.written) write_deposit(request, deposit, bag, key);
  return deposit;
}

}  // namespace moniker::custodian
