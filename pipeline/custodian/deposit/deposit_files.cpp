// The files of a deposit that people read: transcripts with brackets, the data list, its codebook, the account of what
// was replaced.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/csv_cell.hpp"
#include "deposit/coarser.hpp"
#include "deposit/prepared_deposit.hpp"
#include "export/people_table.hpp"

namespace moniker::custodian {
namespace {

constexpr std::string_view placeholder_wording =
    "The wording of the consent under which these interviews are archived was not given.\n"
    "Put it here: name its file as `wording:` under deposit: in moniker.yaml, and make the deposit again.\n";

std::string less_of(const PreparedDeposit& deposit, const std::string& column) {
  std::string how;
  for (const DepositPeople::Less& less : deposit.people.less) {
    if (less.column == column) how += (how.empty() ? "" : ", then ") + less.how;
  }
  return how;
}

std::vector<std::string> values_in(const PreparedDeposit& deposit, std::size_t column) {
  std::set<std::string> values;
  for (const auto& [id, row] : deposit.people.values) {
    if (!row[column].empty()) values.insert(row[column]);
  }
  return {values.begin(), values.end()};
}

}  // namespace

std::vector<ReplacedKind> count_replaced(const std::vector<DepositTranscript>& transcripts) {
  std::map<std::tuple<std::string, std::string, std::string, bool>, std::uint64_t> counts;
  for (const DepositTranscript& one : transcripts) {
    for (const DepositTurn& turn : one.turns) {
      for (const DepositPiece& piece : turn.pieces) {
        if (!piece.label.empty()) ++counts[{one.name, piece.label, std::string(piece.does), piece.anew}];
      }
    }
  }
  std::vector<ReplacedKind> all;
  for (const auto& [key, count] : counts)
    all.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), std::get<3>(key), count});
  return all;
}

std::string counted(std::uint64_t n, std::string_view what) {
  return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
}

std::string file_of(const DepositTranscript& transcript, const PreparedDeposit& deposit) {
  return "transcripts/" + transcript.name + (deposit.marks == "xml" ? ".xml" : ".txt");
}

/// A paragraph a turn, as txt has it everywhere else.
std::string txt_of(const DepositTranscript& transcript) {
  std::string text;
  for (const DepositTurn& turn : transcript.turns) {
    if (!text.empty()) text += "\n";
    if (turn.left_out) {
      text += "[words left out: no consent to archiving]\n";
      continue;
    }
    text += turn.speaker + ": ";
    for (const DepositPiece& piece : turn.pieces) text += piece.label.empty() ? piece.text : "[" + piece.text + "]";
    text += "\n";
  }
  return text;
}

std::vector<ListColumn> list_columns(const PreparedDeposit& deposit) {
  std::vector<ListColumn> columns{
      {"file", "the transcript, below data/"},
      {"kind", "interview, or group: more than one participant speaks", "", {"group", "interview"}},
      {"participant", "who speaks in it; the same in every transcript of this deposit"}};
  for (std::size_t c = 0; c < deposit.people.columns.size(); ++c) {
    const std::string& name = deposit.people.columns[c];
    columns.push_back({name,
                       "a characteristic of the participant, as the study recorded it; empty where it is not known",
                       less_of(deposit, name), values_in(deposit, c)});
  }
  columns.push_back({"words", "words of the participant in it, with what stands in the place of others"});
  return columns;
}

std::string data_list_csv(const PreparedDeposit& deposit) {
  TableRows rows(1);
  for (const ListColumn& column : list_columns(deposit)) rows.front().push_back(column.name);
  for (const DepositTranscript& one : deposit.transcripts) {
    for (const auto& [id, words] : one.words) {
      std::vector<std::string> row{file_of(one, deposit), one.group ? "group" : "interview", id};
      if (const auto values = deposit.people.values.find(id); values != deposit.people.values.end())
        row.insert(row.end(), values->second.begin(), values->second.end());
      row.resize(rows.front().size() - 1);
      row.push_back(std::to_string(words));
      rows.push_back(std::move(row));
    }
  }
  return as_csv(rows);
}

std::string codebook_csv(const PreparedDeposit& deposit) {
  TableRows rows{{"column", "what it is", "values", "made coarser"}};
  for (const ListColumn& column : list_columns(deposit))
    rows.push_back({column.name, column.says, fmt::format("{}", fmt::join(column.values, "; ")), column.less});
  for (const DepositPeople::Less& less : deposit.people.less) {
    if (less.how == "left out") rows.push_back({less.column, "left out: too few people were alike by it", "", ""});
  }
  return as_csv(rows);
}

std::string anonymisation_log_csv(const PreparedDeposit& deposit) {
  TableRows rows{{"transcript", "kind", "becomes", "found", "count"}};
  for (const ReplacedKind& one : deposit.replaced) {
    rows.push_back({one.transcript, kind_word(one.label, ""), one.does, one.anew ? "for the deposit" : "by the study",
                    std::to_string(one.count)});
  }
  for (const DepositTranscript& one : deposit.transcripts) {
    if (one.left_out > 0)
      rows.push_back({one.name, "turn", "left out", "no consent to archiving", std::to_string(one.left_out)});
    if (one.unspoken > 0)
      rows.push_back({one.name, "heading, note or footnote", "left out", "not spoken", std::to_string(one.unspoken)});
  }
  return as_csv(rows);
}

std::string anonymisation_log_readme() {
  return "anonymisation-log.csv says how many replacements of which kind were made in each transcript of the deposit, "
         "and\n"
         "what became of them. It holds no original. It lies apart from the data on purpose: keep it with the study's\n"
         "records, and give it to the archive on its own where it asks for it.\n\n"
         "becomes   label: [place]; number: [person 3], the same one everywhere in the deposit; year, decade: of a "
         "date;\n"
         "          band: of ages; keep: as the team reads it\n"
         "found     by the study: masked already when it was sealed; for the deposit: found by the stricter search\n";
}

std::vector<ExportFile> deposit_files(const PreparedDeposit& deposit) {
  std::vector<ExportFile> files{{"README.txt", deposit_readme(deposit)},
                                {"data-list.csv", data_list_csv(deposit)},
                                {"documentation/codebook.csv", codebook_csv(deposit)},
                                {"documentation/consent-wording.txt",
                                 deposit.wording.empty() ? std::string(placeholder_wording) : deposit.wording},
                                {"metadata/datacite.xml", datacite_xml(deposit)},
                                {"metadata/ddi-codebook.xml", ddi_xml(deposit)}};
  for (const DepositTranscript& one : deposit.transcripts)
    files.push_back({file_of(one, deposit), deposit.marks == "xml" ? tei_of(one, deposit) : txt_of(one)});
  std::sort(files.begin(), files.end(), [](const ExportFile& a, const ExportFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace moniker::custodian
