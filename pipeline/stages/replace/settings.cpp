#include "replace/settings.hpp"

#include <algorithm>
#include <charconv>

namespace moniker::replace {
namespace {

struct Bounds {
  std::uint32_t low = 0, high = 0;
};

/// "10 (1-50)" -> 1, 50. Nothing for a list of words.
std::optional<Bounds> bounds_of(std::string_view values) {
  const auto open = values.find('('), dash = values.find('-');
  if (open == std::string_view::npos || dash == std::string_view::npos) return std::nullopt;
  Bounds bounds;
  std::from_chars(values.data() + open + 1, values.data() + dash, bounds.low);
  std::from_chars(values.data() + dash + 1, values.data() + values.size(), bounds.high);
  return bounds;
}

std::optional<std::uint32_t> whole_number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool fits(std::string_view value, std::string_view values) {
  if (const auto bounds = bounds_of(values)) {
    const auto number = whole_number(value);
    return number && *number >= bounds->low && *number <= bounds->high;
  }
  for (std::size_t at = 0; at <= values.size();) {
    const std::size_t end = std::min(values.find('|', at), values.size());
    if (values.substr(at, end - at) == value) return true;
    at = end + 1;
  }
  return false;
}

std::string spoken(std::string_view values) {
  if (const auto bounds = bounds_of(values)) {
    return "write a whole number from " + std::to_string(bounds->low) + " to " + std::to_string(bounds->high);
  }
  std::string out = "choose one of ";
  for (const char c : values) out += c == '|' ? std::string(", ") : std::string(1, c);
  return out;
}

std::string known_settings(const Operator& chosen) {
  if (chosen.settings.empty()) return "take it out: this operator has no settings";
  std::string out = "its settings are ";
  for (const auto& known : chosen.settings)
    out += (&known == chosen.settings.data() ? "" : ", ") + std::string(known.name);
  return out;
}

}  // namespace

std::string_view setting(const ToReplace& what, std::string_view name, std::string_view otherwise) {
  if (!what.settings) return otherwise;
  const auto found = what.settings->find(std::string(name));
  return found == what.settings->end() ? otherwise : std::string_view(found->second);
}

std::uint32_t number_setting(const ToReplace& what, std::string_view name, std::uint32_t otherwise) {
  return whole_number(setting(what, name, {})).value_or(otherwise);
}

void check_settings(const Operator& chosen, const std::map<std::string, std::string>& settings, const std::string& file,
                    Position at) {
  for (const auto& [name, value] : settings) {
    const auto known = std::find_if(chosen.settings.begin(), chosen.settings.end(),
                                    [&, &wanted = name](const OperatorSetting& s) { return s.name == wanted; });
    if (known == chosen.settings.end()) {
      throw Error::usage("the operator " + std::string(chosen.name) + " has no setting `" + name + "`",
                         known_settings(chosen), {file, at});
    }
    if (!fits(value, known->values)) {
      throw Error::usage(
          "the setting `" + name + "` of the operator " + std::string(chosen.name) + " cannot be `" + value + "`",
          spoken(known->values), {file, at});
    }
  }
  const std::string_view remedy = chosen.conflict ? chosen.conflict(settings) : std::string_view();
  if (!remedy.empty()) {
    throw Error::usage("the settings of the operator " + std::string(chosen.name) + " do not go together",
                       std::string(remedy), {file, at});
  }
}

}  // namespace moniker::replace
