#pragma once
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "preserve/docx_preserver.hpp"
#include "replace/rewrite.hpp"
#include "support/english.hpp"
#include "unit/stages/read/docx_fixture.hpp"
#include "unit/stages/read/reading.hpp"

// A document preserved with chosen words replaced and chosen names for its speakers.
using namespace moniker::preserve;
using namespace moniker::prove;
using namespace moniker::read;
using namespace moniker::replace;

namespace preserving {

using namespace moniker;
using Exchanges = std::map<std::string, std::string>;

inline Rewritten rewritten(const Utterance& utterance, const Exchanges& exchanges, const Exchanges& speakers) {
  std::vector<Finding> findings;
  std::vector<std::optional<std::string>> by;
  for (std::size_t at = 0; at < utterance.text.size();) {
    const auto hit = std::find_if(exchanges.begin(), exchanges.end(), [&](const auto& e) {
      return utterance.text.compare(at, e.first.size(), e.first) == 0;
    });
    if (hit == exchanges.end()) {
      ++at;
      continue;
    }
    const ByteRange bytes{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + hit->first.size())};
    findings.push_back({.utterance = utterance.number, .bytes = bytes, .score = 1});
    by.emplace_back(hit->second);
    at = bytes.end;
  }
  const auto speaker = speakers.find(utterance.speaker);
  return rewrite(utterance, findings, by, speaker == speakers.end() ? utterance.speaker : speaker->second);
}

inline bool is_written(const Utterance& utterance) {
  return utterance.part == Part::talk || utterance.part == Part::matter || utterance.part == Part::footnote;
}

/// The new package; nothing where it was not proved.
inline std::optional<std::string> keep_in_place(const std::string& bytes, const Exchanges& exchanges,
                                                const Exchanges& speakers = {}) {
  MemorySource source(bytes);
  const ZipPackage package(source);
  DocxPreserver preserver(package, test::english());
  std::vector<KnownName> names;
  for (const auto& [name, by] : exchanges) names.push_back({.text = name});
  for (const Utterance& utterance : reading::read_all(bytes).utterances) {
    if (is_written(utterance)) preserver.take(utterance, rewritten(utterance, exchanges, speakers));
  }
  return preserver.finish(Prover(names));
}

/// Every part's bytes by name.
inline std::map<std::string, std::string> parts_of(const std::string& bytes) {
  std::map<std::string, std::string> parts;
  MemorySource source(bytes);
  const ZipPackage package(source);
  for (const std::string& name : package.names()) parts[name] = read_all(*package.open(name), 1U << 26);
  return parts;
}

inline std::vector<std::string> lines_of_talk(const std::string& bytes) {
  std::vector<std::string> lines;
  for (const Utterance& utterance : reading::read_all(bytes).utterances) lines.push_back(reading::line_of(utterance));
  return lines;
}

/// What the plain way of rewriting gives, for comparison.
inline std::vector<std::string> expected_lines(const std::string& bytes, const Exchanges& exchanges,
                                               const Exchanges& speakers = {}) {
  std::vector<std::string> lines;
  for (const Utterance& utterance : reading::read_all(bytes).utterances) {
    if (is_written(utterance)) lines.push_back(reading::line_of(rewritten(utterance, exchanges, speakers).utterance));
  }
  return lines;
}

}  // namespace preserving
