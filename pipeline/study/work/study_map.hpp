#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/layout.hpp"
#include "check/checker.hpp"
#include "config/config.hpp"
#include "moniker/learned.hpp"
#include "resolve/assignment_lines.hpp"
#include "resolve/entities.hpp"
#include "resolve/word_index.hpp"
#include "seal/age.hpp"

namespace moniker::study {

/// What assign leaves for apply and finish: who is who, what was learned, and what is wrong with the delivery.
struct StudyMap {
  resolve::Assignment assignment{};
  LearnedNames learned{};
  std::vector<check::FileIssue> delivery{};
  std::uint64_t surrogates_shared = 0;  // see SurrogateCount
  std::uint64_t decisions_lost = 0;     // of names and speakers who are gone
  std::uint64_t decisions_seen = 0;     // number of the latest decision that this follows
};
/// Gives the digest of what it wrote, in clear.
Digest write_study_map(const StudyLayout& layout, const seal::Identity& study, const StudyMap& map);
/// Throws Error{usage} when there is none yet.
StudyMap read_study_map(const StudyLayout& layout, const seal::Identity& study,
                        resolve::AssignmentReader::Grounds grounds = resolve::AssignmentReader::Grounds::read);

/// All issues of one transcript, its own and the delivery's; an error among them means quarantine.
std::vector<check::FileIssue> issues_of(const StudyMap& map, const std::string& file, const std::vector<Issue>& own);
bool is_quarantined(const StudyConfig& config, const std::vector<check::FileIssue>& issues);

/// Whether one of them is that the file cannot be read.
bool is_unread(const std::vector<check::FileIssue>& issues);
/// Whether a transcript is quarantined because its file cannot be read, and for nothing else: what was published of it
/// stands.
bool is_only_unread(const StudyConfig& config, std::vector<check::FileIssue> issues);

/// Whether a form (folded words) can occur in a text with this vocabulary, possessive and plural included.
bool may_occur(const resolve::SaidWords& vocabulary, const std::string& form);

}  // namespace moniker::study
