#pragma once
// Interviews on their way into files.
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "dialogue/grammar.hpp"
#include "dialogue/interview.hpp"
#include "dialogue/options.hpp"

namespace dialogue {

/// A file that is written from the beginning; standard output for an empty path. Throws std::runtime_error when it
/// cannot.
class Output {
 public:
  explicit Output(const std::filesystem::path& path);
  void write(std::string_view text);
  void close();
  std::uint64_t written() const { return written_; }

 private:
  struct Close {
    void operator()(std::FILE* file) const {
      if (file != stdout) std::fclose(file);
    }
  };
  std::unique_ptr<std::FILE, Close> file_;
  std::uint64_t written_ = 0;
};

/// {"id","text"} and, for gold, "spans", as a line.
std::string json_line(const std::string& id, const Marked& document, bool gold);

/// One text or stream of lines, as --format and --unit say.
void write_one(Interviews& interviews, const Options& options);

/// A transcript a file, its participant under the own given name. Files are named interview-000001.txt and so on.
void write_files(Interviews& interviews, const Options& options, const std::filesystem::path& folder);
std::string file_name(std::uint64_t number);

/// What `moniker run` wants, but for the keys, which are never generated from a seed.
void write_study(Interviews& interviews, const Options& options);

/// For the growth curves: names that a list rule looks up, and rules beside those that come with moniker.
void write_list(const Options& options);
void write_rules(const Options& options);

}  // namespace dialogue
