// The records of those who withdrew, each sealed to the study's own key in withdrawn/, and what they do to a register:
// the row is marked or put back, so that a name taken out of participants.csv goes on being masked. The registry
// remembers numbers that were retired; a record that is missing for one of them stops the study, since somebody would
// speak again.
#include "opened/withdrawals.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/atomic_file.hpp"
#include "base/bounded_json.hpp"
#include "base/byte_source.hpp"
#include "base/fold.hpp"
#include "moniker/error.hpp"
#include "resolve/numbering.hpp"
#include "work/kept_json.hpp"

namespace moniker::study {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* restore =
    "restore the folder withdrawn/ from a backup: without it somebody who withdrew would speak again";

Json to_json(const WithdrawalRecord& record) {
  const Participant& person = record.person;
  Json json{{"id", person.withdrawn->id},
            {"key", person.withdrawn->key},
            {"contents", person.withdrawn->contents},
            {"number", person.number},
            {"name", person.name},
            {"aliases", person.aliases},
            {"role", person.role},
            {"sessions", Json::array()},
            {"begun", record.begun},
            {"reason", record.reason},
            {"by", record.by},
            {"before", record.before},
            {"files", Json::array()},
            {"learned", kept_json(record.learned)}};
  for (const Session& session : person.sessions) json["sessions"].push_back({session.file, session.speaker});
  for (const WithdrawnFile& f : record.files) json["files"].push_back({f.key, f.transcript, f.name, f.sha256, f.own});
  return json;
}

WithdrawalRecord from_json(const Json& json) {
  WithdrawalRecord record;
  Participant& person = record.person;
  const auto text = [](const Json& member) { return member.get<std::string>(); };
  person.withdrawn =
      Withdrawal{text(json.at("id")), text(json.at("key")), json.at("contents").get<std::vector<std::string>>()};
  person.number = text(json.at("number"));
  person.name = text(json.at("name"));
  person.aliases = json.at("aliases").get<std::vector<std::string>>();
  person.role = text(json.at("role"));
  for (const Json& s : json.at("sessions"))
    person.sessions.push_back({.file = text(s.at(0)), .speaker = text(s.at(1))});
  record.begun = text(json.at("begun"));
  record.reason = text(json.at("reason"));
  record.by = text(json.at("by"));
  record.before = json.at("before").get<std::map<std::string, std::string>>();
  for (const Json& f : json.at("files"))
    record.files.push_back({text(f.at(0)), text(f.at(1)), text(f.at(2)), text(f.at(3)), f.at(4).get<bool>()});
  record.learned = learned_names_from(json.at("learned"));
  return record;
}

WithdrawalRecord read_one(const std::filesystem::path& file, const seal::Identity& study) {
  try {
    FileSource sealed(file);
    std::vector<seal::Identity> keys;
    keys.push_back(seal::Identity::from_scalar([&] {
      Secret<32> copy;
      std::copy_n(study.scalar().data(), 32, copy.data());
      return copy;
    }()));
    seal::AgeReader plain(sealed, keys);
    std::string text, block(64 * 1024, '\0');
    while (const std::size_t n = plain.read(block)) text.append(block, 0, n);
    WithdrawalRecord record = from_json(parse_json<Json>(text));
    sodium_memzero(text.data(), text.size());
    sodium_memzero(block.data(), block.size());
    return record;
  } catch (const std::exception&) {
    throw Error::integrity("the record of a withdrawal cannot be read", restore, {file.string()});
  }
}

/// What the row has and the record has not stays, and the other way round: both name the same person.
void mark(Participant& row, const Participant& recorded) {
  row.withdrawn = recorded.withdrawn;
  row.attributes.clear();
  const auto add = [&](const std::string& name) {
    if (fold(name) != fold(row.name) && std::find(row.aliases.begin(), row.aliases.end(), name) == row.aliases.end())
      row.aliases.push_back(name);
  };
  add(recorded.name);
  for (const std::string& alias : recorded.aliases) add(alias);
  for (const Session& session : recorded.sessions) {
    const bool there = std::any_of(row.sessions.begin(), row.sessions.end(), [&](const Session& s) {
      return s.file == session.file && s.speaker == session.speaker;
    });
    if (!there) row.sessions.push_back(session);
  }
}

}  // namespace

void write_withdrawal(const StudyLayout& layout, const WithdrawalRecord& record, const seal::Recipient& study,
                      const std::function<void(const Digest&)>& log) {
  make_private_folder(layout.withdrawn());
  AtomicFile file(layout.withdrawal(record.person.withdrawn->id));
  MemorySink sealed;
  seal::AgeWriter age(sealed, {study});
  std::string text = to_json(record).dump();
  age.write(text);
  sodium_memzero(text.data(), text.size());
  age.finish();
  file.write(sealed.bytes());
  file.sync();
  if (log) log(digest_of(sealed.bytes()));
  file.commit();
}

std::vector<WithdrawalRecord> read_withdrawals(const StudyLayout& layout, const seal::Identity& study) {
  std::vector<std::filesystem::path> files;
  std::error_code none;
  for (std::filesystem::directory_iterator entry(layout.withdrawn(), none), end; !none && entry != end;
       entry.increment(none)) {
    if (!entry->path().filename().native().starts_with('.')) files.push_back(entry->path());
  }
  std::sort(files.begin(), files.end());
  std::vector<WithdrawalRecord> records;
  for (const auto& file : files) records.push_back(read_one(file, study));
  return records;
}

Register honour_withdrawals(Register people, const std::vector<WithdrawalRecord>& records) {
  const auto keys = resolve::participant_keys(people);
  for (const WithdrawalRecord& record : records) {
    const auto row = std::find(keys.begin(), keys.end(), record.person.withdrawn->key);
    if (row == keys.end()) {
      people.people.push_back(record.person);
    } else {
      mark(people.people[static_cast<std::size_t>(row - keys.begin())], record.person);
    }
  }
  return people;
}

void require_records(resolve::Registry& registry, const Register& people, const StudyConfig& config,
                     const std::set<std::string>& released) {
  std::map<resolve::Slot, std::uint32_t> rows;  // lines
  const auto slots = resolve::number_participants(people, registry, numbering_of(config));
  for (std::size_t i = 0; i < slots.size(); ++i) rows.emplace(slots[i], people.people[i].line);
  for (const auto& [kind, number] : registry.retired()) {
    const std::string id = resolve::shown_id({kind, number}, numbering_of(config));
    const bool there = std::any_of(people.people.begin(), people.people.end(),
                                   [&](const Participant& p) { return p.withdrawn && p.withdrawn->id == id; });
    if (there) continue;
    const auto row = rows.find({kind, number});
    if (row != rows.end() && released.contains(id)) {
      throw Error::usage(id + " has withdrawn, and is in the register again", "take their row out",
                         {config.register_file.string(), {row->second, 0}});
    }
    if (released.contains(id)) continue;
    throw Error::integrity(id + " has withdrawn, and the record of it is missing", restore,
                           {StudyLayout{config.folder}.withdrawal(id).string()});
  }
}

resolve::NumberingOptions numbering_of(const StudyConfig& config) {
  resolve::NumberingOptions options{.transcript_prefix = config.transcript_prefix,
                                    .participant_prefix = config.participant_prefix,
                                    .role_prefixes = {},
                                    .shuffled = config.order == "shuffled",
                                    .lone_names_mean_one = config.lone_names == "study"};
  for (const auto& [role, rule] : config.checks.roles) {
    if (!rule.prefix.empty()) options.role_prefixes[role] = rule.prefix;
  }
  return options;
}

std::vector<std::string> id_prefixes(const StudyConfig& config) {
  std::vector<std::string> prefixes{config.participant_prefix};
  for (const auto& [role, rule] : config.checks.roles) prefixes.push_back(rule.prefix);
  return prefixes;
}

}  // namespace moniker::study
