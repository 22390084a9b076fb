// From a command's row and what was typed to the places that the sandbox opens. Rights go downwards alone: a folder
// with all that is in it. So a file that is to be made costs the folder that it is made in, since it has no name at
// first (base/atomic_file). What moniker.yaml names outside the study is asked of it; where that file is wrong the
// command says so.
#include "cli/reach.hpp"

#include <algorithm>

#include "base/atomic_file.hpp"
#include "base/layout.hpp"
#include "base/this_program.hpp"
#include "config/config.hpp"
#include "nights/studies_below.hpp"
#include "read/turns/reader.hpp"

namespace moniker::cli {
namespace {

namespace fs = std::filesystem;
using sandbox::Confines;

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

/// The folder in which something is made that may lie in folders which are not there either.
fs::path place_for(const fs::path& made) {
  std::error_code ignored;
  fs::path path = fs::absolute(made, ignored).lexically_normal();
  if (!path.has_filename()) path = path.parent_path();
  do path = path.parent_path();
  while (!is_there(path) && path.has_relative_path());
  return path;
}

/// talk.txt:12 names a file, too, and so does talk.txt:12:4.
fs::path without_place(std::string operand) {
  const auto numbered = [&](std::size_t colon) {
    return colon != std::string::npos && operand.find_first_not_of("0123456789", colon + 1) == std::string::npos;
  };
  while (!is_there(operand) && numbered(operand.rfind(':'))) operand.resize(operand.rfind(':'));
  return operand;
}

void reads_what_study_names(const study::StudyConfig& config, Confines& confines) {
  auto& reads = confines.reads;
  reads.insert(reads.end(), {config.register_file, config.study_key, config.signing_key, config.signing_public_key});
  if (!config.witness.empty()) reads.push_back(config.witness);
  reads.insert(reads.end(), config.extra_rules.begin(), config.extra_rules.end());
  if (!config.deposit.wording.empty()) reads.emplace_back(config.deposit.wording);
  for (const auto* recipients : {&config.recipients, &config.linkage_recipients}) {
    for (const study::RecipientText& recipient : *recipients) reads.emplace_back(recipient.file);
  }
}

void with_study(const fs::path& folder, bool writes, Confines& confines) {
  (writes ? confines.writes : confines.reads).push_back(folder);
  try {
    const study::StudyConfig config = study::read_config(folder);
    reads_what_study_names(config, confines);
    if (!writes || config.witness.empty()) return;
    // A head is added to the file, and the first of all makes it.
    confines.writes.push_back(is_there(config.witness) ? config.witness : place_for(config.witness));
  } catch (const std::exception&) {  // whoever reads it next says what is wrong
  }
}

void with_read(const fs::path& path, Confines& confines) {
  if (is_there(StudyLayout{path}.config()))
    with_study(path, false, confines);
  else
    confines.reads.push_back(path);
}

void with_options(const Command& command, const Arguments& arguments, Confines& confines) {
  for (const OptionSpec& option : command.options) {
    for (const std::string& value : arguments.values(option.name)) {
      if (option.touch == Touch::reads) with_read(value, confines);
      if (option.touch == Touch::makes && value != "-") confines.writes.push_back(place_for(value));
    }
  }
}

void with_operands(Reach reach, const std::vector<std::string>& operands, Confines& confines) {
  if (reach & reads_operands) {
    for (const std::string& operand : operands) with_read(without_place(operand), confines);
  }
  if (reach & makes_operand) {
    if (operands.empty()) confines.writes.emplace_back(".");
    for (const std::string& operand : operands) confines.writes.push_back(place_for(operand));
  }
  if (reach & writes_study) {
    const auto study = std::find_if(operands.begin(), operands.end(), [](const auto& o) { return is_folder(o); });
    const bool is_above =
        (reach & studies_within) && study != operands.end() && !is_there(StudyLayout{*study}.config());
    if (is_above)
      ;  // below
    else if (study != operands.end())
      with_study(*study, true, confines);
    else if (is_there(StudyLayout{"."}.config()))
      with_study(".", true, confines);
  }
  if (reach & studies_within) {
    const fs::path folder = operands.empty() ? "." : operands.front();
    if (is_there(StudyLayout{folder}.config())) return;
    for (const fs::path& study : study::studies_below(folder)) with_study(study, true, confines);
    confines.reads.push_back(folder);
  }
  if (reach & carries_file) {
    for (std::size_t i = 1; i < operands.size(); ++i) {
      if (operands[i - 1] == "export") confines.writes.push_back(place_for(operands[i]));
      if (operands[i - 1] == "import") confines.reads.emplace_back(operands[i]);
    }
  }
}

/// Rules, and what was made of them the last time. That folder is made here, for afterwards its parent is out of reach.
void with_rules(const Arguments& arguments, const Terminal& terminal, Confines& confines) {
  try {
    confines.reads.push_back(terminal.rules_folder(arguments.value("rules")));
    const fs::path cache = Terminal::cache_folder();
    if (cache.empty()) return;
    make_private_folder(cache);
    confines.writes.push_back(cache);
  } catch (const std::exception&) {  // no rules: the command says so; no such folder: nothing is kept
  }
}

}  // namespace

fs::path pdf_to_text() {
  const words::Language any;
  return read::ReadOptions{.language = any}.pdf_to_text;
}

Confines reach_of(const Command& command, const Arguments& arguments, const Terminal& terminal) {
  Confines confines;
  with_options(command, arguments, confines);
  with_operands(command.reach, arguments.rest, confines);
  const auto has_rules = [](const OptionSpec& option) { return option.name == "rules"; };
  if (std::any_of(command.options.begin(), command.options.end(), has_rules)) with_rules(arguments, terminal, confines);
  if (command.reach & reads_pdf) confines.programs.emplace_back(pdf_to_text());
  if (command.reach & spills) confines.scratch.emplace_back("/tmp");  // tmpfile(3) goes nowhere else
  if (command.reach & makes_temporary) {
    std::error_code none;
    confines.writes.push_back(fs::temp_directory_path(none));
  }
  if (command.reach & looks_at_machine)
    confines.reads.insert(confines.reads.end(), {"/sys/class/block", "/sys/devices"});
  if ((command.reach & listens) && !arguments.has("tty"))
    confines.listens = static_cast<std::uint16_t>(arguments.number("port", 0));
  // What converts old encodings is loaded when a file asks for it.
  if (const fs::path libraries = bundled_libraries(); !libraries.empty()) confines.reads.push_back(libraries);
  if (const fs::path folder = Terminal::credential_folder(); !folder.empty()) confines.reads.push_back(folder);
  return confines;
}

}  // namespace moniker::cli
