// A paper laid beside what people said shows their words, so that it is written down first, as a comparison of one
// transcript is: no log, no answer.
#include "quotes/checked_quotes.hpp"

#include <algorithm>

#include "audit/audit_log.hpp"
#include "audit/named_files.hpp"
#include "audit/reason.hpp"
#include "audit/sign.hpp"
#include "base/csv.hpp"
#include "base/lock.hpp"
#include "moniker/error.hpp"
#include "outputs/open_named.hpp"

namespace moniker::custodian {
namespace {

class QuotesTableSink : public ByteSink {
 public:
  void write(std::string_view bytes) override {
    if (text.size() + bytes.size() > (std::size_t{1} << 28))
      throw Error::input("the table is too large to be held in memory", "open it with `moniker decrypt`");
    text.append(bytes);
  }
  std::string text{};
};

struct LinkedPerson {
  std::string id{}, number{};
};

std::string cell_of(const std::vector<CsvRow>& rows, const CsvRow& row, std::string_view column) {
  for (std::size_t i = 0; i < rows.front().cells.size() && i < row.cells.size(); ++i) {
    if (rows.front().cells[i].text == column) return row.cells[i].text;
  }
  return {};
}

/// Names that the linkage table knows, and whose study number is which ID.
std::vector<LinkedPerson> read_linkage(const std::vector<CsvRow>& rows, Register& names) {
  std::vector<LinkedPerson> linked;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::string name = cell_of(rows, rows[i], "name");
    if (!name.empty()) names.people.push_back({.name = name, .aliases = {cell_of(rows, rows[i], "aliases")}});
    const std::string number = cell_of(rows, rows[i], "study_number");
    if (!number.empty()) linked.push_back({cell_of(rows, rows[i], "pseudonym"), number});
  }
  return linked;
}

/// Nothing where nobody's row says what they agreed to.
std::optional<std::set<std::string>> who_consents(const std::vector<LinkedPerson>& linked, const Register& people) {
  std::set<std::string> ids;
  bool said = false;
  for (const Participant& person : people.people) {
    const auto& scope = person.consent_scope;
    said = said || !scope.empty();
    const bool agreed = std::find(scope.begin(), scope.end(), "quotation") != scope.end();
    for (const LinkedPerson& one : linked) {
      if (agreed && one.number == person.number) ids.insert(one.id);
    }
  }
  return said && !linked.empty() ? std::optional(ids) : std::nullopt;
}

/// Every transcript that is laid beside the manuscript, as a comparison of its own.
void record_quotes(const StudyLayout& layout, const QuotesRequest& request, const ExportedStudy& study,
                   const Clock& clock) {
  const Lock lock(layout.lock());
  const seal::SigningKey key = seal::SigningKey::read(request.signing_key);
  audit::AuditLog audit(layout.audit_log(), clock);
  const std::string reason = request.reason.empty() ? "quotations of a manuscript" : request.reason;
  for (const ExportedTranscript& transcript : study.transcripts)
    audit.add(audit::events::Compared{
        .transcript = transcript.name, .by = request.by, .reason = reason, .page = request.page});
  audit.sync();
  audit::sign_head(audit, layout.audit_log(), key, request.witness);
}

}  // namespace

CheckedQuotes check_quotes(const StudyLayout& layout, const QuotesRequest& request, const ExaminedPaper& paper,
                           const PaperWords& words, const Clock& clock) {
  if (!request.reason.empty()) audit::check_reason(request.reason);
  require_marked(layout);
  const audit::NamedFiles named = audit::verified_files(layout, request.public_key, request.witness);
  OpenedForQuotes opened{.least = request.least};
  opened.study = open_exported_study(layout, {request.identities, named, request.transcript_prefix});
  opened.study.participant_prefix = request.participant_prefix;
  if (named.find(layout.linkage_table())) {
    QuotesTableSink table;
    open_named(named, layout.linkage_table(), request.identities, table);
    const auto rows = parse_csv(table.text, layout.linkage_table().string());
    if (!rows.empty()) opened.consents = who_consents(read_linkage(rows, opened.names), request.people);
  }
  record_quotes(layout, request, opened.study, clock);
  return judge_quotes(opened, paper, words);
}

}  // namespace moniker::custodian
