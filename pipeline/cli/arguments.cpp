#include <fmt/format.h>

#include <boost/program_options.hpp>

#include <algorithm>
#include <charconv>

#include "cli/command.hpp"

namespace moniker {
namespace {

namespace po = boost::program_options;

/// What is no option goes under this name, which nobody types: it holds a blank.
constexpr const char* operand = "an operand";

[[noreturn]] void wrong_usage(const Command& command, std::string what) {
  throw Error({.fault = Fault::usage, .file = {}, .at = {}, .what = std::move(what),
               .remedy = fmt::format("see `moniker help {}`", command.name)});
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

}  // namespace

std::string Arguments::value(std::string_view option, std::string fallback) const {
  const auto found = options.find(option);
  return found == options.end() || found->second.empty() ? std::move(fallback) : found->second.back();
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
    throw Error({.fault = Fault::usage, .file = {}, .at = {}, .what = fmt::format("--{} wants a whole number", option),
                 .remedy = fmt::format("for example --{} 2", option)});
  }
  return number;
}

Arguments parse_arguments(const Command& command, std::span<const std::string> words) {
  const po::options_description options = described(command);
  Arguments arguments;
  try {
    const std::vector<std::string> typed(words.begin(), words.end());
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
  if (arguments.rest.size() < command.least) wrong_usage(command, fmt::format("`moniker {}` wants {}", command.name, command.operands));
  if (arguments.rest.size() > command.most) wrong_usage(command, fmt::format("`moniker {}` takes no more than {}", command.name, command.operands));
  if (!command.words.empty() && std::find(command.words.begin(), command.words.end(), arguments.rest.front()) == command.words.end()) {
    wrong_usage(command, fmt::format("`moniker {}` takes {}", command.name, fmt::join(command.words, " or ")));
  }
  return arguments;
}

}  // namespace moniker
