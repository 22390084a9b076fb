// A study for an analysis program: opened with the custodian's identity, sealed again unless told otherwise.
#include "export/export_study.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/atomic_file.hpp"
#include "export/whole_folder.hpp"
#include "outputs/asker.hpp"

namespace moniker::custodian {
namespace {

constexpr std::string_view how_to_open =
    "The files here are sealed. Open each on the machine where the program runs:\n\n"
    "    moniker decrypt FILE.age -i IDENTITY -o FILE      or      age -d -i IDENTITY -o FILE FILE.age\n\n";

std::string sealed(const std::string& bytes, const std::vector<seal::Recipient>& recipients, bool armor) {
  MemorySink sink;
  seal::AgeWriter age(sink, recipients, armor);
  age.write(bytes);
  age.finish();
  return sink.bytes();
}

ExportedStudy opened(const StudyLayout& layout, const ExportRequest& request) {
  ExportedStudy study = open_outputs(layout, request.asker).study;
  study.title = request.title;
  for (const seal::Recipient& recipient : request.recipients) study.space += seal::to_text(recipient) + "\n";
  return study;
}

std::string name_written(const ExportRequest& request, const ExportFile& file) {
  return file.path + (request.plain ? "" : ".age");
}

void record(const StudyLayout& layout, const ExportRequest& request, const ExportPage& page, const Clock& clock) {
  log_signed(layout, request.asker, clock,
             audit::events::Exported{.package = page.package,
                                     .transcripts = page.transcripts,
                                     .files = page.files,
                                     .sealed = !page.plain,
                                     .by = request.asker.by.empty() ? std::nullopt : std::optional(request.asker.by)});
}

void fill(const ExportRequest& request, const std::filesystem::path& folder, const std::vector<ExportFile>& files,
          std::string_view readme) {
  make_private_folder(folder);
  Progress so_far{.step = "seal", .total = files.size()};
  for (const ExportFile& file : files) {
    const auto target = folder / name_written(request, file);
    make_private_folder(target.parent_path());
    publish(target, request.plain ? file.bytes : sealed(file.bytes, request.recipients, request.armor),
            AtomicFile::IfThere::refuse);
    ++so_far.done;
    if (request.asker.progress) request.asker.progress(so_far);
  }
  publish(folder / "README.txt", (request.plain ? "" : std::string(how_to_open)) + std::string(readme),
          AtomicFile::IfThere::refuse);
}

}  // namespace

ExportPage export_study(const StudyLayout& layout, const Exporter& exporter, const ExportRequest& request,
                        const Clock& clock) {
  check_whole_folder(request.folder);
  const ExportedStudy study = opened(layout, request);
  const std::vector<ExportFile> files = exporter.files(study);
  ExportPage page{.package = std::string(exporter.name),
                  .folder = request.folder,
                  .plain = request.plain,
                  .transcripts = study.transcripts.size(),
                  .participants = study.people.size(),
                  .files = files.size()};
  for (const ExportFile& file : files) {
    check_path_inside(file.path);
    page.written.push_back(name_written(request, file));
  }
  page.written.emplace_back("README.txt");
  if (request.dry_run) return page;
  record(layout, request, page, clock);
  write_whole_folder(request.folder, [&](const auto& folder) { fill(request, folder, files, exporter.readme()); });
  return page;
}

std::string as_text(const ExportPage& page, const Style&) {
  return fmt::format("{} for {}: {} transcripts, {} participants, {} files in {}; README.txt says how to import them\n",
                     page.plain ? "written" : "sealed", page.package, page.transcripts, page.participants, page.files,
                     page.folder.string());
}

nlohmann::ordered_json as_json(const ExportPage& page) {
  return {{"package", page.package},         {"folder", page.folder.string()},    {"sealed", !page.plain},
          {"transcripts", page.transcripts}, {"participants", page.participants}, {"files", page.files}};
}

}  // namespace moniker::custodian
