// The table of what a study relies on. Who could write to any of it could have people named, or the log believed;
// so it is asked of the file system before a byte of it counts.
#include "config/trusted_files.hpp"

#include <sys/stat.h>

#include <algorithm>

#include "base/shared_folder.hpp"

namespace moniker::study {
namespace {

using Path = std::filesystem::path;
using Paths = std::vector<Path>;

/// Files of public keys that moniker.yaml names in place of a key.
Paths recipient_files(const StudyConfig& config, const StudyLayout&) {
  Paths files;
  for (const auto* list : {&config.recipients, &config.linkage_recipients}) {
    for (const RecipientText& one : *list) {
      if (one.file != config.file && std::find(files.begin(), files.end(), one.file) == files.end())
        files.emplace_back(one.file);
    }
  }
  return files;
}

constexpr TrustedFiles table[] = {
    {"study.key, signing.key", Trust::secret,
     [](const StudyConfig& c, const StudyLayout&) {
       return Paths{c.study_key, c.signing_key};
     }},
    {"moniker.yaml", Trust::decides, [](const StudyConfig&, const StudyLayout& l) { return Paths{l.config()}; }},
    {"the register", Trust::decides, [](const StudyConfig& c, const StudyLayout&) { return Paths{c.register_file}; }},
    {"names.txt, keep.txt", Trust::decides,
     [](const StudyConfig&, const StudyLayout& l) {
       return Paths{l.names_list(), l.keep_list()};
     }},
    {"rule files of the study", Trust::decides,
     [](const StudyConfig& c, const StudyLayout&) { return Paths(c.extra_rules); }},
    {"signing.pub, files of recipients", Trust::decides,
     [](const StudyConfig& c, const StudyLayout& l) {
       Paths files = recipient_files(c, l);
       files.push_back(c.signing_public_key);
       return files;
     }},
    {"registry.sqlite, work/ledger.sqlite", Trust::decides,
     [](const StudyConfig&, const StudyLayout& l) {
       return Paths{l.registry(), l.ledger()};
     }},
    {"audit.jsonl and its signature", Trust::decides,
     [](const StudyConfig&, const StudyLayout& l) {
       return Paths{l.audit_log(), l.audit_signature()};
     }},
    {"the study's folder, keys/, work/, out/, linkage/, audit/, reports/, withdrawn/, decisions/, certificates/",
     Trust::decides,
     [](const StudyConfig&, const StudyLayout& l) {
       return Paths{l.root,    l.keys(),    l.work(),      l.out(),       l.linkage(),
                    l.audit(), l.reports(), l.withdrawn(), l.decisions(), l.certificates()};
     }},
    {"incoming/", Trust::takes_in, [](const StudyConfig&, const StudyLayout& l) { return Paths{l.incoming()}; }},
};

/// As whoever named the study named it, where it lies in there.
Path as_named(const StudyConfig& config, const Path& file) {
  const Path inside = file.lexically_relative(std::filesystem::absolute(config.folder).lexically_normal());
  return inside.empty() || *inside.begin() == ".." ? file : config.folder / inside;
}

}  // namespace

std::vector<TrustedFiles> trusted_files() { return {std::begin(table), std::end(table)}; }

SharedGroup shared_group(const StudyConfig& config) {
  struct stat folder {};
  if (!config.shared || ::stat(config.folder.c_str(), &folder) != 0) return std::nullopt;
  const bool is_set_up = is_shared_study_folder(config.folder) && is_of_group(folder.st_gid);
  return is_set_up ? SharedGroup(folder.st_gid) : std::nullopt;
}

void require_trusted_study(const StudyLayout& layout, Owners owners) {
  require_trusted_way(layout.root);
  const std::vector<Relied> both{{layout.root, Trust::decides}, {layout.config(), Trust::decides}};
  if (distrusted(both, owners).empty()) return;
  // Somebody else could have written it: does it say that they share the study, and are they of one group?
  SharedGroup shared;
  if (is_shared_study_folder(layout.root)) shared = shared_group(untrusted_config(layout.root));
  require_trusted(both, owners, shared);
}

std::vector<Relied> relied_on(const StudyConfig& config) {
  const StudyLayout layout{config.folder};
  std::vector<Relied> relied;
  for (const TrustedFiles& row : table) {
    for (const Path& file : row.of(config, layout)) relied.push_back({as_named(config, file), row.trust});
  }
  return relied;
}

void require_trusted_files(const StudyConfig& config, Owners owners) {
  require_trusted(relied_on(config), owners, shared_group(config));
}

}  // namespace moniker::study
