// What moniker.yaml drops of the register is nowhere in a report either: a date that is dropped was compared, and is
// told as "given"; one in bands is a year.
#include "dossier/consent_matrix.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/delivery_folder.hpp"
#include "base/display_name.hpp"
#include "base/iso_date.hpp"
#include "check/consent.hpp"
#include "opened/study_keys.hpp"

namespace moniker::study {
namespace {

using Day = std::optional<std::chrono::year_month_day>;

class MatrixMaking {
 public:
  MatrixMaking(const Study& study, const resolve::Assignment& assignment, const InResults& results,
               const Secret<32>& key)
      : study_(study), assignment_(assignment), results_(results), key_(key), names_(study.people) {}

  ConsentMatrix make() {
    choose_scopes();
    const auto keys = resolve::participant_keys(study_.people);
    for (std::size_t i = 0; i < keys.size(); ++i) matrix_.rows.push_back(row(i, keys[i]));
    matrix_.dates_dropped = use_of("consent_date") == ColumnUse::drop || use_of("interview_date") == ColumnUse::drop;
    return std::move(matrix_);
  }

 private:
  /// A cell is free text: what could be somebody's name is no heading.
  void choose_scopes() {
    matrix_.required = matrix_.scopes = study_.config.checks.consent_required;
    std::set<std::string> others;
    for (const Participant& person : study_.people.people) {
      for (const std::string& scope : person.consent_scope) {
        constexpr std::size_t longest = 24;
        if (!is_shown(scope) && scope.size() <= longest && !names_.holds_registered_name(scope)) others.insert(scope);
      }
    }
    matrix_.scopes.insert(matrix_.scopes.end(), others.begin(), others.end());
  }
  bool is_shown(const std::string& scope) const {
    return std::find(matrix_.scopes.begin(), matrix_.scopes.end(), scope) != matrix_.scopes.end();
  }

  /// What is not declared is not there; kept is what says nothing of anybody by itself.
  ColumnUse use_of(std::string_view meaning) const {
    for (const ColumnRule& column : study_.config.columns) {
      if (column.means == meaning) return column.use;
    }
    return ColumnUse::keep;
  }
  std::string dated(const Day& day, std::string_view meaning) const {
    if (!day) return {};
    const ColumnUse use = use_of(meaning);
    if (use == ColumnUse::keep) return iso_date(*day);
    return use == ColumnUse::band ? std::to_string(static_cast<int>(day->year())) : "given";
  }

  ConsentRow row(std::size_t i, const std::string& key) const {
    const Participant& person = study_.people.people[i];
    ConsentRow out{.who = who(i, key)};
    if (use_of("role") == ColumnUse::keep && !names_.holds_registered_name(person.role)) out.role = person.role;
    if (person.withdrawn) {
      out.state = ConsentRow::State::withdrawn;
      return out;
    }
    out.state = state(i);
    out.dated = dated(person.consent_date, "consent_date");
    for (const std::string& scope : person.consent_scope) {
      if (is_shown(scope))
        out.covers.insert(scope);
      else
        out.covers_more = true;
    }
    // Of whom nothing is in the results, no transcript is named.
    if (!results_.waiting.contains(i)) add_interviews(person, out);
    return out;
  }

  std::string who(std::size_t i, const std::string& key) const {
    const Participant& person = study_.people.people[i];
    if (person.withdrawn) return person.withdrawn->id;
    const auto found = assignment_.people.find(key);
    if (found != assignment_.people.end()) {
      const Entity& entity = assignment_.entities.at(found->second);
      if (!results_.waiting.contains(i) || (results_.names && results_.has(entity))) return shown_name(entity);
    }
    return fmt::format("{}, line {}", study_.config.checks.register_name, person.line);
  }

  ConsentRow::State state(std::size_t i) const {
    const auto& roles = study_.config.checks.roles;
    const auto role = roles.find(study_.people.people[i].role);
    if (role != roles.end() && role->second.consent_exempt) return ConsentRow::State::exempt;
    return results_.waiting.contains(i) ? ConsentRow::State::lacking : ConsentRow::State::given;
  }

  void add_interviews(const Participant& person, ConsentRow& out) const {
    std::set<std::string> seen;
    for (const Session& session : person.sessions) {
      if (!seen.insert(session.file).second) continue;
      auto found = assignment_.transcripts.find(session.file);
      if (found == assignment_.transcripts.end())
        found = assignment_.transcripts.find(put_away_name(file_key(key_, session.file)));
      out.interviews.push_back(
          {.transcript = found == assignment_.transcripts.end() ? std::string() : found->second,
           .dated = dated(session.date, "interview_date"),
           .before_consent = session.date && person.consent_date && *session.date < *person.consent_date});
    }
    std::stable_sort(out.interviews.begin(), out.interviews.end(),
                     [](const auto& a, const auto& b) { return a.transcript < b.transcript; });
  }

  const Study& study_;
  const resolve::Assignment& assignment_;
  const InResults& results_;
  const Secret<32>& key_;
  DisplayNames names_;
  ConsentMatrix matrix_{};
};

}  // namespace

ConsentMatrix consent_matrix(const Study& study, const resolve::Assignment& assignment, const InResults& results,
                             const Secret<32>& key) {
  return MatrixMaking(study, assignment, results, key).make();
}

}  // namespace moniker::study
