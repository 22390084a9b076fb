// A transcript is its talk and not its file's name: what follows from that for a study's books. Which file is which is
// said by resolve/same_talk; here its answer meets moniker.yaml, the register, the ledger, the log and out/.
#include "steps/recognised.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/remove_files.hpp"
#include "base/sha256.hpp"
#include "opened/withdrawals.hpp"
#include "resolve/numbering.hpp"
#include "work/apply_record.hpp"
#include "work/study_map.hpp"
#include "work/work_files.hpp"

namespace moniker::study {
namespace {

namespace fs = std::filesystem;
using resolve::transcript_kind;

/// The number in T05; nothing where it is not written as we write it.
std::optional<std::uint32_t> number_in(const std::string& id, const resolve::NumberingOptions& options) {
  std::uint32_t number = 0;
  if (!id.starts_with(options.transcript_prefix)) return std::nullopt;
  const char* const begin = id.data() + options.transcript_prefix.size();
  const auto [end, error] = std::from_chars(begin, id.data() + id.size(), number);
  if (error != std::errc() || resolve::transcript_id(number, options) != id) return std::nullopt;
  return number;
}

[[noreturn]] void refuse(const StudyConfig& config, Position at, std::string what, std::string remedy) {
  throw Error(
      {.fault = Fault::usage, .file = config.file, .at = at, .what = std::move(what), .remedy = std::move(remedy)});
}

/// What is kept is read before anything is erased or set: two files may have changed places.
class TakingOver {
 public:
  TakingOver(const StudyLayout& layout, const Secret<32>& registry_key, Books& books, const StudyConfig& config)
      : layout_(layout), registry_key_(registry_key), books_(books), options_(numbering_of(config)) {}

  void run(const resolve::RecognisedTranscripts& recognised) {
    if (recognised.moved.empty() && recognised.dropped.empty()) return;
    for (const resolve::MovedTranscript& moved : recognised.moved) log_move(moved);
    books_.audit.sync();
    std::vector<fs::path> gone;
    for (const std::string& name : gone_) gone.push_back(layout_.out() / name);
    remove_for_good(gone, "out/");
    books_.ledger.begin();
    for (const resolve::MovedTranscript& moved : recognised.moved) books_.ledger.erase("apply", key_of(moved.from));
    for (const auto& [key, entry] : kept_) books_.ledger.set("apply", key, entry.input, entry.output);
    books_.ledger.commit();
    std::vector<std::string> dropped;
    for (const std::string& file : recognised.dropped) dropped.push_back(key_of(file));
    books_.ledger.forget("scan", dropped);
    std::vector<fs::path> files;
    for (const std::string& key : dropped) {
      for (fs::path& file : layout_.work_files(key)) files.push_back(std::move(file));
    }
    remove_for_good(files, "work/");
  }

 private:
  std::string key_of(const std::string& file) const { return file_key(registry_key_, file); }

  void log_move(const resolve::MovedTranscript& moved) {
    const std::string transcript = resolve::transcript_id(moved.number, options_), before = key_of(moved.from);
    const auto entry = books_.ledger.find("apply", before);
    if (moved.to.empty() || moved.superseded) {
      if (entry) withdraw_outputs(transcript, before, *entry);
    } else if (entry) {
      kept_.emplace(key_of(moved.to), *entry);
    }
    if (moved.to.empty()) return;
    const std::string now = key_of(moved.to);
    if (moved.superseded) {
      books_.audit.add(audit::events::Superseded{.transcript = transcript, .file = now, .before = before});
    } else {
      books_.audit.add(audit::events::Renamed{.transcript = transcript, .file = now, .before = before});
    }
  }

  void withdraw_outputs(const std::string& transcript, const std::string& key, const LedgerEntry& entry) {
    for (const std::string& name : apply_record_from_json(entry.output).outputs) {
      if (!fs::exists(layout_.out() / name)) continue;
      books_.audit.add(audit::events::Withdrawn{.transcript = transcript, .file = key, .output = name});
      gone_.push_back(name);
    }
  }

  const StudyLayout& layout_;
  const Secret<32>& registry_key_;
  Books& books_;
  resolve::NumberingOptions options_;
  std::map<std::string, LedgerEntry> kept_{};  // by the new key
  std::vector<std::string> gone_{};            // names in out/
};

/// What delivered files were called when somebody withdrew who speaks in them: by what people say that they supersede,
/// by the transcript's number, by its bytes then, and by its bytes when it was last read.
class FormerNames {
 public:
  FormerNames(const Study& study, const StudyKeys& keys, const std::vector<Delivered>& files,
              const std::vector<Decision>& holding)
      : study_(study),
        keys_(keys),
        files_(files),
        holding_(holding),
        registry_(study.layout.registry(), keys.registry),
        last_(fs::exists(study.layout.assignment())
                  ? read_study_map(study.layout, keys.work_identity).assignment.transcripts
                  : std::map<std::string, std::string>()) {}

  /// Nothing where it still is called so, or is not there.
  const std::string* now(const WithdrawnFile& before) {
    if (find([&](const Delivered& file) { return file.file == before.name; })) return nullptr;
    if (const std::string* const corrected = find([&](const Delivered& d) { return supersedes(d, before); }))
      return corrected;
    const auto number = number_in(before.transcript, numbering_of(study_.config));
    const auto has_number = [&](const Delivered& d) { return registry_.find(transcript_kind, d.file) == number; };
    if (const std::string* const file = number ? find(has_number) : nullptr) return file;
    const std::optional<Digest> content = last_content(before);
    return find([&](const Delivered& d) {
      const Known& bytes = known(d);
      return bytes.sha256 == before.sha256 || (content && bytes.content == content);
    });
  }

 private:
  struct Known {
    std::optional<Digest> content{};
    std::optional<std::string> sha256{};
  };

  /// A corrected file has other talk, so that nothing but somebody's word tells whose place it takes.
  bool supersedes(const Delivered& file, const WithdrawnFile& before) const {
    const auto told = study_.config.supersedes.find(file.file);
    if (before.transcript.empty()) return false;
    if (told != study_.config.supersedes.end()) return told->second.transcript == before.transcript;
    return std::any_of(holding_.begin(), holding_.end(), [&](const Decision& decision) {
      return decision.act == Act::supersedes && decision.file == file.key && decision.target == before.transcript;
    });
  }

  template <class Test>
  const std::string* find(const Test& is_it) const {
    const auto found = std::find_if(files_.begin(), files_.end(), is_it);
    return found == files_.end() ? nullptr : &found->file;
  }

  std::optional<Digest> last_content(const WithdrawnFile& before) const {
    std::set<std::string> names{before.name};
    for (const auto& [file, id] : last_) {
      if (id == before.transcript) names.insert(file);
    }
    for (const std::string& name : names) {
      const std::string key = file_key(keys_.registry, name);
      if (const auto left = record_of_this_form(study_.layout, key, keys_.work_identity)) return left->content;
    }
    return std::nullopt;
  }

  const Known& known(const Delivered& file) {
    const auto [known, fresh] = known_.try_emplace(file.file);
    if (fresh) known->second.content = content_of(file);
    if (fresh && known->second.content) known->second.sha256 = sha256_of_file(file.place);
    return known->second;
  }

  const Study& study_;
  const StudyKeys& keys_;
  const std::vector<Delivered>& files_;
  const std::vector<Decision>& holding_;
  const resolve::Registry registry_;
  const std::map<std::string, std::string> last_;  // what files were called at the last assign: file -> T03
  std::map<std::string, Known> known_{};           // by file
};

}  // namespace

std::map<std::string, std::uint32_t> superseding(const StudyConfig& config, const std::vector<Delivered>& files,
                                                 const resolve::Registry& registry) {
  std::map<std::string, std::uint32_t> told;
  const resolve::NumberingOptions options = numbering_of(config);
  for (const auto& one : config.supersedes) {
    const std::string& file = one.first;
    const auto& [id, at] = one.second;
    const auto number = number_in(id, options);
    if (!number || !registry.is_given(transcript_kind, *number)) {
      refuse(config, at, fmt::format("no transcript of this study is {}", id),
             "write the ID that the report gives to the earlier one");
    }
    const bool done = registry.find(transcript_kind, file) == number;
    const auto is_it = [&](const Delivered& d) { return d.file == file; };
    if (std::none_of(files.begin(), files.end(), is_it)) {
      if (done) continue;  // put away since
      refuse(config, at, fmt::format("the file that supersedes {} is not there", id),
             "put it into incoming/, or correct its name here");
    }
    const auto is_earlier = [&](const Delivered& d) {
      return d.file != file && registry.find(transcript_kind, d.file) == number;
    };
    if (!done && std::any_of(files.begin(), files.end(), is_earlier)) {
      refuse(config, at, fmt::format("the file that was {} until now is still there", id),
             "take it out of incoming/, or remove this line");
    }
    told[file] = *number;
  }
  return told;
}

void add_decided(const std::vector<Decision>& holding, const StudyConfig& config, const std::vector<Delivered>& files,
                 const resolve::Registry& registry, std::map<std::string, std::uint32_t>& superseding) {
  for (const Decision& decision : holding) {
    const auto number = number_in(decision.target, numbering_of(config));
    if (decision.act != Act::supersedes || !number || !registry.is_given(transcript_kind, *number)) continue;
    const auto later =
        std::find_if(files.begin(), files.end(), [&](const Delivered& d) { return d.key == decision.file; });
    const bool earlier = std::any_of(files.begin(), files.end(), [&](const Delivered& d) {
      return d.key != decision.file && registry.find(transcript_kind, d.file) == number;
    });
    if (later != files.end() && !earlier) superseding[later->file] = *number;
  }
}

check::Renamed renamed_files(const Register& people, const std::vector<Delivered>& files,
                             const resolve::RecognisedTranscripts& recognised, const resolve::Registry& registry) {
  std::set<std::string> there;
  for (const Delivered& file : files) there.insert(file.file);
  check::Renamed renamed;
  for (const Participant& person : people.people) {
    for (const Session& session : person.sessions) {
      if (there.contains(session.file)) continue;
      const auto number = registry.find(transcript_kind, session.file);
      const auto now = number ? recognised.known_now.find(*number) : recognised.known_now.end();
      if (now != recognised.known_now.end() && there.contains(now->second)) renamed[session.file] = now->second;
    }
  }
  return renamed;
}

Register still_withdrawn(Register people, const check::Renamed& renamed) {
  for (Participant& person : people.people) {
    if (!person.withdrawn) continue;
    const std::vector<Session> sessions = person.sessions;
    for (const Session& session : sessions) {
      const auto now = renamed.find(session.file);
      if (now != renamed.end()) person.sessions.push_back({.file = now->second, .speaker = session.speaker});
    }
  }
  return people;
}

check::Renamed renamed_of_withdrawn(const Study& study, const StudyKeys& keys, const std::vector<Delivered>& files,
                                    const std::vector<Decision>& holding) {
  if (study.withdrawals.empty()) return {};
  FormerNames names(study, keys, files, holding);
  check::Renamed renamed;
  for (const WithdrawalRecord& record : study.withdrawals) {
    for (const WithdrawnFile& file : record.files) {
      if (const std::string* const now = file.own ? nullptr : names.now(file)) renamed[file.name] = *now;
    }
  }
  return renamed;
}

void take_over(const StudyLayout& layout, const Secret<32>& registry_key, Books& books, const StudyConfig& config,
               const resolve::RecognisedTranscripts& recognised) {
  TakingOver(layout, registry_key, books, config).run(recognised);
}

}  // namespace moniker::study
