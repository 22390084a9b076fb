#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace moniker {

/// Where everything of one shard of a study lies: in a folder of its own, so that no two processes ever have one file
/// open.
struct ShardLayout {
  std::filesystem::path folder{};
  std::filesystem::path lock() const { return folder / "lock"; }
  std::filesystem::path ledger() const { return folder / "ledger.sqlite"; }
  /// Of a step: scan, apply. The marker is the last thing that a shard writes.
  std::filesystem::path log(const std::string& step) const { return folder / (step + ".jsonl"); }
  std::filesystem::path marker(const std::string& step) const { return folder / (step + ".done"); }
};

/// Behind a transcript's number in the names of its outputs, while nobody has signed it off.
inline constexpr std::string_view draft_mark = ".draft";

/// Behind a transcript's number in the name of its part of the linkage table.
inline constexpr const char* kept_part = ".kept.csv.age";

/// Where everything of a study lies. A file's name stands here and nowhere else.
struct StudyLayout {
  using Path = std::filesystem::path;
  Path root{};
  Path config() const { return root / "moniker.yaml"; }
  Path people() const { return root / "participants.csv"; }  // unless moniker.yaml names another
  Path registry() const { return root / "registry.sqlite"; }

  Path incoming() const { return root / "incoming"; }  // delivered files

  Path keys() const { return root / "keys"; }  // unless moniker.yaml names others
  Path study_key() const { return keys() / "study.key"; }
  Path signing_key() const { return keys() / "signing.key"; }
  Path signing_public_key() const { return keys() / "signing.pub"; }

  Path work() const { return root / "work"; }  // sealed to the study's own key
  Path lock() const { return work() / "lock"; }
  Path ledger() const { return work() / "ledger.sqlite"; }
  Path findings(const std::string& key) const {
    return work() / (key + ".findings.age");
  }  // of a transcript, by its key
  Path summary(const std::string& key) const { return work() / (key + ".summary.age"); }
  Path replacements(const std::string& key) const { return work() / (key + ".replacements.age"); }
  std::vector<Path> work_files(const std::string& key) const {
    return {findings(key), summary(key), replacements(key)};
  }
  Path assignment() const { return work() / "assignment.age"; }
  Path plan() const { return work() / "plan.json"; }
  Path shards() const { return work() / "shards"; }
  Path assigned_marker() const { return shards() / "assigned"; }  // assign has seen the scans of all shards
  ShardLayout shard(unsigned number, unsigned count) const;

  Path out() const { return root / "out"; }  // sealed to the custodian
  Path attributes() const { return out() / "attributes.csv.age"; }

  Path linkage() const { return root / "linkage"; }  // sealed to the custodian
  Path linkage_table() const { return linkage() / "linkage.csv.age"; }

  /// What a transcript told that was put away.
  Path linkage_part(const std::string& transcript) const { return linkage() / (transcript + kept_part); }
  /// Where a file lies that the log calls sealed.
  Path sealed(const std::string& name) const {
    return (name.ends_with(kept_part) || name == linkage_table().filename() ? linkage() : out()) / name;
  }

  Path audit() const { return root / "audit"; }
  Path audit_log() const { return audit() / "audit.jsonl"; }
  Path audit_signature() const { return audit() / "audit.jsonl.minisig"; }  // of its head

  Path reports() const { return root / "reports"; }
  Path report_json() const { return reports() / "run.json"; }
  Path report_page() const { return reports() / "run.md"; }
  Path dossier_page() const { return reports() / "report.html"; }

  Path withdrawn() const { return root / "withdrawn"; }  // sealed to the study's own key
  Path withdrawal(const std::string& id) const { return withdrawn() / (id + ".age"); }

  Path decisions() const { return root / "decisions"; }  // what people decided, sealed to the study itself
  Path decision(std::uint64_t number) const;
  Path names_list() const { return root / "names.txt"; }  // always somebody or something
  Path keep_list() const { return root / "keep.txt"; }    // always harmless

  Path certificates() const { return root / "certificates"; }  // of what was deleted
  Path certificate_json(const std::string& name) const { return certificates() / (name + ".json"); }
  Path certificate_page(const std::string& name) const { return certificates() / (name + ".md"); }
};

/// Makes the folders that are missing, mode 0700.
void make_folders(const StudyLayout& layout);

}  // namespace moniker
