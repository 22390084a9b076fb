#pragma once
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/layout.hpp"
#include "base/style.hpp"
#include "export/exporters.hpp"
#include "outputs/asker.hpp"

namespace moniker::custodian {

/// A package that somebody asks for, with what moniker.yaml says that it needs.
struct ExportRequest {
  std::filesystem::path folder{};  // where it goes: empty, or not there
  bool plain = false;              // not sealed again
  Asker asker{};                   // its progress is of transcripts that were opened, of files that were written
  std::vector<seal::Recipient> recipients{};
  bool armor = false;
  std::string title{};
  bool dry_run = false;  // opens and makes all, records and writes nothing
};

/// What was written, as `moniker export` tells it.
struct ExportPage {
  std::string package{};
  std::filesystem::path folder{};
  bool plain = false;
  std::size_t transcripts = 0, participants = 0, files = 0;  // files: without README.txt
  std::vector<std::string> written{};                        // with it; paths in the folder
};
std::string as_text(const ExportPage& page, const Style& style);
nlohmann::ordered_json as_json(const ExportPage& page);

/// Verifies the log, opens what it names, makes the package, records it, signs the log, and only then writes: what
/// cannot be recorded does not happen. Throws Error as check_whole_folder, verified_files and open_exported_study do.
ExportPage export_study(const StudyLayout& layout, const Exporter& exporter, const ExportRequest& request,
                        const Clock& clock);

}  // namespace moniker::custodian
