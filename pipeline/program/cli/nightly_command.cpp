// All studies below a folder, one after the other. Each runs in a process of its own, which is kept to that study: what
// breaks one, be it a file that breaks a reader, reaches no other and ends no other. What they have to say is told
// together, and remembered when it was told.
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>

#include "base/system_call.hpp"
#include "cli/foreign_exception.hpp"
#include "cli/night_options.hpp"
#include "cli/reach.hpp"
#include "cli/run_night.hpp"
#include "cli/study_key.hpp"
#include "nights/night_page.hpp"
#include "nights/night_wire.hpp"
#include "nights/studies_below.hpp"

namespace moniker::cli {
namespace {

namespace fs = std::filesystem;

Problem no_process(const std::string& what) {
  return {.fault = Fault::input,
          .what = fmt::format("{}: {}", what, std::strerror(errno)),
          .remedy = "end other programs, or give the account more processes and memory"};
}

std::string read_all(int descriptor) {
  std::string all;
  char buffer[1 << 14];
  while (true) {
    const ssize_t count = retried([&] { return ::read(descriptor, buffer, sizeof buffer); });
    if (count <= 0) return all;
    all.append(buffer, static_cast<std::size_t>(count));
  }
}

/// What `act` gives, from a process of its own; or why there is nothing.
template <class Act>
std::string in_own_process(const Act& act, std::optional<Problem>& trouble) {
  int pipe[2];
  if (::pipe(pipe) != 0) {
    trouble = no_process("no pipe can be had");
    return {};
  }
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(pipe[0]);
    write_all(pipe[1], act());
    ::_exit(0);
  }
  ::close(pipe[1]);
  std::string said = child < 0 ? std::string() : read_all(pipe[0]);
  ::close(pipe[0]);
  int ended = 0;
  if (child < 0 || ::waitpid(child, &ended, 0) < 0) {
    trouble = no_process("no process can be had");
  } else if (WIFSIGNALED(ended)) {
    trouble = Problem{.fault = Fault::input,
                      .what = fmt::format("the run was ended by signal {}", WTERMSIG(ended)),
                      .remedy = "nothing was half-written: run it by itself, and see what it says"};
  }
  return said;
}

struct Nightly {
  const Arguments& arguments;
  Terminal& terminal;
  NightOptions options;

  /// As if the command were about that study alone.
  Arguments of(const fs::path& study) const {
    Arguments one = arguments;
    one.rest = {study.string()};
    return one;
  }

  void confine_to(const Arguments& one) const {
    if (!terminal.is_confined()) return;
    Arguments bare = one;
    for (const char* told_by_parent : {"summary", "metrics"}) bare.options.erase(told_by_parent);
    sandbox::confine(reach_of(*find_command("run"), bare, terminal));
  }

  study::Night run(const fs::path& study) const {
    const Arguments one = of(study);
    std::optional<Problem> trouble;
    const std::string said = in_own_process(
        [&] {
          confine_to(one);
          return study::to_wire(run_night(study.string(), one, terminal, options).night);
        },
        trouble);
    try {
      if (!trouble) return study::night_from_wire(said);
    } catch (const Error& error) {
      trouble = error.problem();
    }
    return study::failed_night(study.string(), *trouble, iso_time(std::chrono::system_clock::now()));
  }

  void remember(const study::Night& night) const {
    const Arguments one = of(night.folder);
    std::optional<Problem> trouble;
    const std::string said = in_own_process(
        [&]() -> std::string {
          try {
            confine_to(one);
            study::remember_night(night.folder, study_key(one, terminal, AskingForKey::never, night.folder), night);
          } catch (const std::exception& thrown) {
            return account_of(thrown, night.folder).what;
          }
          return {};
        },
        trouble);
    if (trouble || !said.empty())
      terminal.warn(fmt::format("moniker: {}: what was told is not remembered, and will be told again: {}\n",
                                night.folder, trouble ? trouble->what : said));
  }
};

int status_in(const NightOptions& options, const study::Night& night) {
  const int status = study::status_of(night);
  return status == study::same_as_before && !options.tell_new ? 1 : status;
}

}  // namespace

int run_nightly(const Arguments& arguments, Terminal& terminal) {
  Nightly nightly{arguments, terminal, night_options(arguments)};
  NightOptions& options = nightly.options;
  options.always = true;
  const std::string folder = arguments.rest.empty() ? "." : arguments.rest.front();
  const auto studies = study::studies_below(folder);
  if (studies.empty())
    throw Error::usage("no study is here, nor below", "name the folder in which studies lie", {folder});
  for (const fs::path& study : studies) keep_out_of(study, options);
  std::vector<study::Night> nights;
  std::vector<int> statuses;
  for (const fs::path& study : studies) {
    nights.push_back(nightly.run(study));
    statuses.push_back(status_in(options, nights.back()));
  }
  const int status = study::gravest_of(statuses);
  const bool quiet = arguments.has("quiet") || arguments.has("json") || options.log_json;
  if (options.summary.empty() && !quiet) options.summary = "-";
  tell_nights(options, terminal, nights, statuses, folder);
  if (arguments.has("json")) {
    auto list = nlohmann::ordered_json::array();
    for (const study::Night& night : nights) list.push_back(study::as_json(night));
    terminal.print(nlohmann::ordered_json{{"folder", folder}, {"status", status}, {"nights", list}}.dump(2) + "\n");
  }
  for (const study::Night& night : nights) {
    if (night.failure && !options.log_json) terminal.complain(*night.failure);
    std::vector<study::Matter> matters;
    for (const study::Waiting& one : night.waiting) matters.push_back(one.matter);
    if (!matters.empty() && options.summary.empty() && !options.log_json && options.level >= LogLevel::warning)
      terminal.warn(fmt::format("moniker: {}: {}; see reports/run.md\n", night.folder, study::in_one_line(matters)));
    nightly.remember(night);
  }
  return status;
}

}  // namespace moniker::cli
