#include <fmt/format.h>

#include <boost/program_options.hpp>

#include <algorithm>
#include <charconv>

#include "cli/command.hpp"

namespace moniker::cli {
namespace {

namespace po = boost::program_options;

/// What is no option goes under this name, which nobody types: it holds a blank.
constexpr const char* operand = "an operand";

[[noreturn]] void wrong_usage(const Command& command, std::string what) {
  throw Error::usage(std::move(what), fmt::format("see `moniker help {}`", command.name));
}

po::options_description described(const Command& command) {
  po::options_description options;
  for (const OptionSpec& spec : command.options) {
    std::string name(spec.name);
    if (spec.letter != 0) name += std::string(",") + spec.letter;
    const std::string says(spec.says);
    if (spec.argument.empty()) {
      options.add_options()(name.c_str(), says.c_str());
    } else {
      options.add_options()(name.c_str(), po::value<std::vector<std::string>>(), says.c_str());
    }
  }
  options.add_options()(operand, po::value<std::vector<std::string>>());
  return options;
}

/// An option of several values as so many options of one: --compare A B is --compare A --compare B.
std::vector<std::string> with_single_values(const Command& command, std::span<const std::string> words) {
  std::vector<std::string> typed;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto spec = std::find_if(command.options.begin(), command.options.end(), [&](const OptionSpec& s) {
      return s.argument.find(' ') != std::string_view::npos && words[i] == "--" + std::string(s.name);
    });
    if (spec == command.options.end()) {
      typed.push_back(words[i]);
      continue;
    }
    const auto values = static_cast<std::size_t>(std::count(spec->argument.begin(), spec->argument.end(), ' ')) + 1;
    if (i + values >= words.size()) wrong_usage(command, fmt::format("--{} wants {}", spec->name, spec->argument));
    for (std::size_t n = 1; n <= values; ++n) typed.push_back("--" + std::string(spec->name) + "=" + words[i + n]);
    i += values;
  }
  return typed;
}

}  // namespace

std::string Arguments::value(std::string_view option, std::string fallback) const {
  const auto found = options.find(option);
  if (found != options.end() && !found->second.empty()) fallback = found->second.back();
  return fallback;
}

std::vector<std::string> Arguments::values(std::string_view option) const {
  const auto found = options.find(option);
  return found == options.end() ? std::vector<std::string>{} : found->second;
}

unsigned Arguments::number(std::string_view option, unsigned fallback) const {
  if (!has(option)) return fallback;
  const std::string text = value(option);
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) {
    throw Error::usage(fmt::format("--{} wants a whole number", option), fmt::format("for example --{} 2", option));
  }
  return number;
}

double Arguments::decimal(std::string_view option, double fallback) const {
  if (!has(option)) return fallback;
  const std::string text = value(option);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || !(number >= 0 && number < 1e9)) {
    throw Error::usage(fmt::format("--{} wants a number", option), fmt::format("for example --{} 0.5", option));
  }
  return number;
}

Arguments parse_arguments(const Command& command, std::span<const std::string> words) {
  const po::options_description options = described(command);
  Arguments arguments;
  try {
    const std::vector<std::string> typed = with_single_values(command, words);
    const auto parsed = po::command_line_parser(typed)
                            .options(options)
                            .style(po::command_line_style::unix_style & ~po::command_line_style::allow_guessing)
                            .positional(po::positional_options_description().add(operand, -1))
                            .run();
    for (const auto& option : parsed.options) {
      if (option.string_key == operand) {
        arguments.rest.insert(arguments.rest.end(), option.value.begin(), option.value.end());
      } else {
        auto& values = arguments.options[option.string_key];
        values.insert(values.end(), option.value.begin(), option.value.end());
      }
    }
  } catch (const po::error& error) {
    wrong_usage(command, error.what());
  }
  if (arguments.has("help")) return arguments;
  if (arguments.rest.size() < command.least)
    wrong_usage(command, fmt::format("`moniker {}` wants {}", command.name, operands_of(command)));
  if (arguments.rest.size() > command.most)
    wrong_usage(command, fmt::format("`moniker {}` takes no more than {}", command.name, operands_of(command)));
  const std::vector<std::string_view> first = words_of(command);
  if (!first.empty() && std::find(first.begin(), first.end(), arguments.rest.front()) == first.end()) {
    wrong_usage(command, fmt::format("`moniker {}` takes {}", command.name, fmt::join(first, " or ")));
  }
  return arguments;
}

}  // namespace moniker::cli
