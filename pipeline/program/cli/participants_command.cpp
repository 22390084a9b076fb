#include <set>

#include "base/atomic_file.hpp"
#include "base/byte_source.hpp"
#include "cli/asker.hpp"
#include "cli/show.hpp"
#include "config/config.hpp"
#include "participants/participants_page.hpp"

namespace moniker::cli {
namespace {

constexpr std::size_t largest_hierarchy = std::size_t{1} << 22;

/// "role,age" and "role" "age" alike.
std::vector<std::string> listed(const std::vector<std::string>& values) {
  std::vector<std::string> items;
  for (const std::string& value : values) {
    for (std::size_t at = 0; at <= value.size();) {
      const std::size_t end = std::min(value.find(',', at), value.size());
      if (end > at) items.push_back(value.substr(at, end - at));
      at = end + 1;
    }
  }
  return items;
}

std::vector<std::filesystem::path> targets(const Arguments& arguments) {
  std::vector<std::filesystem::path> files;
  for (const std::string& file : arguments.values("output")) {
    custodian::sheet_format_of(file);
    if (std::filesystem::exists(file)) throw Error::usage("is there already", "name a file that is not there", {file});
    files.emplace_back(file);
  }
  return files;
}

void refuse_twice(const std::vector<std::string>& columns) {
  std::set<std::string> seen;
  for (const std::string& column : columns) {
    if (!seen.insert(column).second) throw Error::usage("is named twice", "name each column once", {column});
  }
}

std::string role_column(const study::StudyConfig& config) {
  for (const study::ColumnRule& column : config.columns) {
    if (column.means == "role") return column.name;
  }
  return {};
}

custodian::TableWish wish_of(const Arguments& arguments, const study::StudyConfig& config) {
  custodian::TableWish wish{.columns = listed(arguments.values("columns")),
                            .by = arguments.value("by"),
                            .attribution = listed(arguments.values("attribution")),
                            .quoted = listed(arguments.values("quoted")),
                            .sensitive = listed(arguments.values("sensitive")),
                            .threshold = arguments.number("threshold", 3),
                            .round = arguments.number("round", 0),
                            .merge = arguments.has("merge"),
                            .ids = arguments.has("ids"),
                            .role_column = role_column(config),
                            .afresh = arguments.has("afresh")};
  if (arguments.has("round") && wish.round < 2)
    throw Error::usage("--round wants 2 or more", "5 and 10 are usual; leave it out for counts as they are");
  if (!wish.quoted.empty() && wish.attribution.empty())
    throw Error::usage("--quoted goes with --attribution", "say what stands behind a quotation: -a role,gender");
  for (const auto* const list : {&wish.columns, &wish.attribution, &wish.sensitive}) refuse_twice(*list);
  wish.k = arguments.number("k", static_cast<unsigned>(wish.threshold));
  for (const std::string& cross : arguments.values("cross")) wish.cross.push_back(listed({cross}));
  if (wish.threshold < 1 || wish.k < 1)
    throw Error::usage("a threshold is 1 or more", "1 holds nothing back; the default is 3");
  if (const std::string file = arguments.value("hierarchy"); !file.empty()) {
    if (!wish.merge) throw Error::usage("--hierarchy goes with --merge", "give both");
    wish.hierarchy = disclosure::parse_hierarchy(read_file(file, largest_hierarchy), file);
  }
  return wish;
}

/// Who is alone goes to the eyes of who asked, as relink's answers do.
void refuse_file(const Arguments& arguments, const Terminal& terminal) {
  if (!arguments.has("ids") || !terminal.out_is_file()) return;
  throw Error::usage("is a file, and IDs of single people go to none", "let it go to the terminal, or leave out --ids",
                     {"standard output"});
}

}  // namespace

int run_participants(const Arguments& arguments, Terminal& terminal) {
  const StudyLayout layout{arguments.rest.at(0)};
  refuse_file(arguments, terminal);
  const auto files = targets(arguments);
  const study::StudyConfig config = study::read_config(layout.root);
  const custodian::ParticipantsRequest request{.wish = wish_of(arguments, config),
                                               .asker = asker_of(arguments, config, "participants"),
                                               .files = files.size(),
                                               .title = config.title};
  const custodian::Participants participants =
      custodian::count_participants(layout, request, [] { return std::chrono::system_clock::now(); });
  for (const auto& file : files) {
    publish(file, custodian::sheet_format_of(file.string()).bytes(participants.printout), AtomicFile::IfThere::refuse);
  }
  show(arguments, terminal, participants);
  for (const auto& file : files) terminal.say("moniker: the table is " + file.string() + "\n");
  return participants.needs_a_person() ? 1 : 0;
}

}  // namespace moniker::cli
