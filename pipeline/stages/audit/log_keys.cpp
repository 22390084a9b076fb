// Who signed a log when. A change of the key is told in the log itself: the old key signs a statement that names both
// keys and the place in the chain, so that nobody else can name a successor, and it counts in no other log.
#include "audit/log_keys.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "audit/log_lines.hpp"
#include "audit/record.hpp"
#include "moniker/error.hpp"
#include "seal/base64.hpp"

namespace moniker::audit {
namespace {

std::string statement(std::string_view before, std::string_view after, std::uint64_t number,
                      std::string_view previous) {
  return fmt::format("moniker signing key change 1\n{}\n{}\n{}\n{}\n", before, after, number, previous);
}

struct Change {
  std::uint64_t number = 0;
  events::SigningKeyChanged event{};
};

bool is_signed(const Change& change, std::string_view previous) {
  const auto signature = seal::from_base64(change.event.signature, seal::Padding::equals);
  try {
    return signature &&
           seal::verifies_itself(statement(change.event.before, change.event.after, change.number, previous),
                                 *signature, change.event.before);
  } catch (const Error&) {
    return false;  // no public key
  }
}

/// Good ones that follow from each other, the last such run of them. A log may be broken here: it is judged elsewhere.
std::vector<Change> changes_in(const std::filesystem::path& log) {
  std::vector<Change> changes;
  if (!std::filesystem::exists(log)) return changes;
  for_each_line(log, [&](const LogLine& line) {
    if (!line.whole || line.text.find("\"event\":\"signing_key_changed\"") == line.text.npos) return;
    const auto link = parse_link(line.text);
    const auto parts = record_parts(line.text);
    auto event = parts ? read_event(parts->event, parts->fields) : std::nullopt;
    const auto* changed = event ? std::get_if<events::SigningKeyChanged>(&*event) : nullptr;
    if (!link || changed == nullptr) return;
    Change change{link->number, *changed};
    if (!is_signed(change, hex(link->previous))) return;
    if (!changes.empty() && changes.back().event.after != change.event.before) changes.clear();
    changes.push_back(std::move(change));
  });
  return changes;
}

std::string number_of(std::string_view public_key_text) {
  try {
    return seal::public_number(public_key_text);
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

std::string key_line(std::string_view public_key_text) {
  std::string_view rest = public_key_text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && !line.starts_with("untrusted comment: ")) return std::string(line);
  }
  return {};
}

LogKeys::LogKeys(std::string_view trusted) { keys_.push_back({.text = key_line(trusted)}); }

LogKeys::LogKeys(std::string_view trusted, const std::filesystem::path& log) : LogKeys(trusted) {
  std::vector<LogKey> named;
  for (Change& change : changes_in(log)) {
    if (named.empty()) named.push_back({.text = change.event.before});
    named.back().until = change.number;
    named.push_back({.text = change.event.after});
  }
  const auto own =
      std::find_if(named.begin(), named.end(), [&](const LogKey& key) { return key.text == keys_[0].text; });
  if (own == named.end()) return;
  trusted_ = static_cast<std::size_t>(own - named.begin());
  keys_ = std::move(named);
}

const LogKey& LogKeys::signer(std::string_view signature_text) const {
  const std::string number = seal::signature_number(signature_text);
  const auto found = std::find_if(keys_.begin() + static_cast<std::ptrdiff_t>(trusted_), keys_.end(),
                                  [&](const LogKey& key) { return number_of(key.text) == number; });
  return found == keys_.end() ? trusted() : *found;
}

const LogKey& LogKeys::earlier_signer(std::string_view signature_text) const {
  const std::string number = seal::signature_number(signature_text);
  const auto found =
      std::find_if(keys_.begin(), keys_.end(), [&](const LogKey& key) { return number_of(key.text) == number; });
  return found == keys_.end() ? trusted() : *found;
}

events::SigningKeyChanged signing_key_change(const seal::SigningKey& before, const seal::SigningKey& after,
                                             std::uint64_t number, const Digest& previous, std::string by) {
  events::SigningKeyChanged event{.before = key_line(before.public_text()),
                                  .after = key_line(after.public_text()),
                                  .signature = {},
                                  .by = std::move(by)};
  event.signature = seal::base64(before.sign_itself(statement(event.before, event.after, number, hex(previous))),
                                 seal::Padding::equals);
  return event;
}

}  // namespace moniker::audit
