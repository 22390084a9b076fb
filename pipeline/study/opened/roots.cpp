// What a database holds as one hash that stands in the log. Without study.key nobody makes one, and one that was made
// for another record counts nowhere else: so rows that were changed, and a database of last night, are seen.
#include "opened/roots.hpp"

#include <algorithm>

#include "moniker/error.hpp"

namespace moniker::study {
namespace {

constexpr const char* mark_step = "open";
constexpr const char* mark_name = "ledger";

std::string root(const Secret<32>& key, std::string_view what, std::uint64_t record, const Digest& contents) {
  return hex(keyed_hash(key, what, std::to_string(record) + " " + hex(contents)));
}

const std::vector<std::string_view>& steps_of_runs() {
  static const std::vector<std::string_view> steps{"scan", "apply", "finish"};
  return steps;
}

}  // namespace

std::string root_of(const resolve::Registry& registry, const StudyKeys& keys, std::uint64_t record) {
  return root(keys.roots, "registry", record, registry.contents());
}

std::string root_of(const Ledger& ledger, const StudyKeys& keys, std::uint64_t record) {
  return root(keys.roots, "ledger", record, ledger.contents(steps_of_runs()));
}

void require_registry(const StudyLayout& layout, const RegistryKeys& keys, const LogMemory& memory) {
  if (memory.registry.empty()) return;
  constexpr const char* remedy =
      "restore registry.sqlite from the backup of the last run: with another one people would get other pseudonyms";
  const auto file = layout.registry();
  if (!std::filesystem::exists(std::filesystem::symlink_status(file)))
    throw Error::integrity("the registry is in the log and is gone", remedy, {file.string()});
  const resolve::Registry registry(file, keys.registry);
  if (memory.registry_may_be_empty && registry.is_empty()) return;
  const Digest contents = registry.contents();
  const bool named = std::any_of(memory.registry.begin(), memory.registry.end(), [&](const NamedRoot& one) {
    return one.root == root(keys.roots, "registry", one.line, contents);
  });
  if (!named)
    throw Error::integrity("the registry is not the one that the log names: it is older, or was changed", remedy,
                           {file.string()});
}

void require_ledger(const StudyLayout& layout, Ledger& ledger, const StudyKeys& keys, const LogMemory& memory) {
  const Digest mark = keyed_hash(keys.roots, "ledger is worked on since", std::to_string(memory.finished));
  const auto marked = ledger.find(mark_step, mark_name);
  if (marked && marked->input == mark) return;
  const std::vector<std::string_view>& steps = steps_of_runs();
  const bool empty = std::all_of(steps.begin(), steps.end(), [&](auto step) { return ledger.all(step).empty(); });
  if (!empty && !memory.ledger.empty() && root_of(ledger, keys, memory.finished) != memory.ledger) {
    throw Error::integrity("the ledger is not the one that the log names: it is older, or was changed",
                           "delete it and run again: it is only a memory of what is done", {layout.ledger().string()});
  }
  ledger.set(mark_step, mark_name, mark, "");
}

void require_withdrawals(const Study& study, const LogMemory& memory, const std::string& beginning) {
  for (const std::string& id : memory.withdrawn) {
    const bool there = std::any_of(study.withdrawals.begin(), study.withdrawals.end(), [&](const WithdrawalRecord& r) {
      return r.person.withdrawn && r.person.withdrawn->id == id;
    });
    if (there || id == beginning) continue;
    throw Error::integrity(id + " has withdrawn, as the log tells, and the record of it is missing",
                           "restore the folder withdrawn/ from a backup, or begin it again with `moniker withdraw`: "
                           "without it somebody who withdrew would speak again",
                           {study.layout.withdrawal(id).string()});
  }
}

}  // namespace moniker::study
