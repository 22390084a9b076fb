#pragma once
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "deposit/deposit.hpp"

namespace moniker::test {

/// A turn in which @LABEL/subtype:entity:text@ stands for something.
inline custodian::ExportedTurn said(const std::string& speaker, const std::string& text) {
  custodian::ExportedTurn out{{.speaker = speaker}, {}};
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '@') {
      out.turn.text += text[at++];
      continue;
    }
    const std::size_t end = text.find('@', at + 1);
    const std::string inside = text.substr(at + 1, end - at - 1);
    const std::size_t first = inside.find(':'), second = inside.find(':', first + 1);
    const std::string label = inside.substr(0, first), shown = inside.substr(second + 1);
    const std::size_t slash = std::min(label.find('/'), label.size());
    const std::uint64_t begin = count_code_points(out.turn.text);
    out.turn.text += shown;
    out.marks.push_back({begin, count_code_points(out.turn.text), label.substr(0, slash),
                         slash < label.size() ? label.substr(slash + 1) : "",
                         inside.substr(first + 1, second - first - 1)});
    at = end + 1;
  }
  return out;
}

inline custodian::ExportedTranscript transcript(const std::string& name,
                                                const std::vector<std::pair<std::string, std::string>>& turns) {
  custodian::ExportedTranscript out{.name = name};
  for (const auto& [speaker, text] : turns) {
    out.turns.push_back(said(speaker, text));
    out.turns.back().turn.number = out.turns.size() - 1;
  }
  return out;
}

inline Secret<32> key_of(unsigned char byte) {
  Secret<32> key;
  std::fill(key.data(), key.data() + key.size(), byte);
  return key;
}

/// Asked for as safeguarded, with nothing missing but what a test takes away.
inline custodian::DepositRequest deposit_request() {
  custodian::DepositRequest request;
  request.folder = "deposit";
  request.settings.access = "safeguarded";
  request.settings.title = "A study";
  request.settings.creators = {"A. Writer"};
  request.settings.publisher = "An Archive";
  request.settings.abstract = "What it is about.";
  request.settings.licence = "CC BY 4.0";
  request.settings.year = 2026;
  request.policy.k = 3;
  request.askers = {{"INT", "Interviewer"}};
  return request;
}

/// Every byte that a deposit would write, the account of what was replaced too.
inline std::string all_bytes(const custodian::Deposit& deposit) {
  std::string all;
  for (const auto& file : custodian::bag_of(custodian::deposit_files(deposit.prepared), "A study"))
    all += file.path + "\n" + file.bytes + "\n";
  return all + custodian::anonymisation_log_csv(deposit.prepared);
}

}  // namespace moniker::test
