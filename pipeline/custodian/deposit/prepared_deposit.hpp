#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "deposit/access_levels.hpp"
#include "deposit/data_list.hpp"
#include "deposit/deposit_talk.hpp"
#include "export/exporters.hpp"
#include "moniker/deposit_settings.hpp"

namespace moniker::custodian {

/// So many replacements of one kind in one transcript.
struct ReplacedKind {
  std::string transcript{}, label{}, does{};
  bool anew = false;
  std::uint64_t count = 0;
};

/// All that a deposit holds, before it is written. Nothing in it bears a name that the team uses.
struct PreparedDeposit {
  std::string access{}, marks{}, language{"en-GB"};
  DepositSettings settings{};
  DepositPolicy policy{};
  std::vector<DepositTranscript> transcripts{};  // by their new names
  DepositPeople people{};
  std::vector<ReplacedKind> replaced{};
  std::string wording{};               // of the consent; empty: nobody named it
  std::vector<std::string> missing{};  // what an archive wants and moniker.yaml does not say
};

/// Counted from the pieces of all transcripts.
std::vector<ReplacedKind> count_replaced(const std::vector<DepositTranscript>& transcripts);

/// Files of the bag, below data/.
std::vector<ExportFile> deposit_files(const PreparedDeposit& deposit);
std::string txt_of(const DepositTranscript& transcript);
std::string tei_of(const DepositTranscript& transcript, const PreparedDeposit& deposit);
std::string data_list_csv(const PreparedDeposit& deposit);
std::string codebook_csv(const PreparedDeposit& deposit);
std::string ddi_xml(const PreparedDeposit& deposit);
std::string datacite_xml(const PreparedDeposit& deposit);
std::string deposit_readme(const PreparedDeposit& deposit);
/// Goes beside the bag and never into it.
std::string anonymisation_log_csv(const PreparedDeposit& deposit);
std::string anonymisation_log_readme();

/// 1, "turn" -> "1 turn"; 2 -> "2 turns".
std::string counted(std::uint64_t n, std::string_view what);

/// Where a transcript lies below data/.
std::string file_of(const DepositTranscript& transcript, const PreparedDeposit& deposit);

/// A column of the data list: what it is called, and what it holds.
struct ListColumn {
  std::string name{}, says{}, less{};  // less: how it was made coarser
  std::vector<std::string> values{};   // of a column of characteristics
};
std::vector<ListColumn> list_columns(const PreparedDeposit& deposit);

/// Files as BagIt 1.0 wants them: `payload` below data/, and the tag files. The same files give the same bytes.
std::vector<ExportFile> bag_of(const std::vector<ExportFile>& payload, const std::string& title);

}  // namespace moniker::custodian
