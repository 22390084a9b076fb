#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "config/config.hpp"
#include "moniker/register.hpp"
#include "report/attribute_values.hpp"
#include "resolve/entities.hpp"

namespace moniker::study {

/// What of a study is told to anybody. Who has not consented is nowhere, unless their ID stands in what others said and
/// is published: then linkage alone tells whose it is.
struct InResults {
  std::set<std::string> without{};               // files that go unmentioned; what was put away has parts of its own
  std::set<std::size_t> waiting{};               // who has not consented: places in the register
  std::set<std::size_t> others{};                // who is no participant: interviewers, partners
  std::optional<std::set<std::string>> names{};  // ID04, PERSON_3 in what is published; nothing: nobody knows
  bool has(const Entity& entity) const { return !names || names->contains(shown_name(entity)); }
};

/// Who stands behind which ID and pseudonym, for the custodian alone. CSV (RFC 4180, CRLF) with the columns
/// pseudonym, label, subtype, form, study_number, name, role, transcript, file, aliases, surrogate, reasons: a row for
/// each person of the register, each further entity (its form) and each transcript (its file). Throws Error{usage} when
/// the register names somebody whom the assignment does not know. Of somebody who has withdrawn the ID alone is left,
/// with "withdrawn" for a role. What is not in the results is not mentioned. `surrogate` is what stands in the text
/// where that is not the pseudonym: a surrogate, or what `described` says of the entity by its index.
std::string linkage_csv(const resolve::Assignment& assignment, const Register& people, const InResults& results = {},
                        const std::map<std::uint32_t, std::string>& described = {});

/// The same of one transcript that was put away, and will be in no table any more: its file, who and what of those
/// names stands in it and in no register; of the register's people the ID and the reasons alone, since they have rows
/// of their own, and may withdraw.
std::string linkage_part_csv(const resolve::Assignment& assignment, const Register& people, const std::string& file,
                             const std::set<std::string>& names,
                             const std::map<std::uint32_t, std::string>& described = {});

/// What may be known of each person of the register: the ID, then every declared attribute (a column without
/// a meaning of its own, role, consent_date and interview_date included) that is not dropped, in the order
/// declared. Not of who has not consented. keep: as it is; band: see band_of; replace: SITE_1, SITE_2, ... by the
/// values' order of appearance in the register. Never number, names, aliases or sessions. Rows in the order of IDs.
/// Throws as linkage_csv.
std::string attributes_csv(const resolve::Assignment& assignment, const Register& people,
                           const std::vector<ColumnRule>& columns, const InResults& results = {},
                           const AttributeValues& meant = {});

/// A whole number's band ("83" -> "80-89", from `top` on "90+"), a date's year ("2026-03-12" -> "2026"). What
/// is neither gives "other", so that nothing slips through; nothing stays nothing.
std::string band_of(std::string_view value, int width, int top);

}  // namespace moniker::study
