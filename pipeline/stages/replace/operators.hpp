#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "base/keyed_hash.hpp"
#include "moniker/error.hpp"
#include "replace/operator_keys.hpp"
#include "replace/to_replace.hpp"

namespace moniker::replace {

struct Generalisations;

/// What an operator does. Never gives an empty text. What gives the surface back leaves it as it is.
using Apply = std::string(const ToReplace&, const Generalisations&, const OperatorKeys& keys);

/// One setting an operator understands. `values` is "a|b|c", the default first, or "10 (1-50)": a whole
/// number, its default and its bounds.
struct OperatorSetting {
  std::string_view name{}, values{};
};

/// Whether one entity's words are the same everywhere and no other's, so that naming it tells nothing new: always, or
/// only where they have its letters.
enum class Apart : std::uint8_t { no, by_letters, always };

struct Operator {
  std::string_view name{};  // pseudonym, participant, surrogate, describe, generalise, shift, hash, redact, keep
  Apply* apply = nullptr;
  std::span<const OperatorSetting> settings{};
  std::string_view says{};  // one line for help and docs
  /// What is wrong with settings that are each right for themselves; empty: nothing. Null: they all go together.
  std::string_view (*conflict)(const std::map<std::string, std::string>& settings) = nullptr;
  bool keeps = false;  // leaves the words
  Apart tells_apart = Apart::no;
  bool tells_nothing = false;    // what it puts there says nothing of the words: anybody may read it
  bool wants_surrogate = false;  // asks for ToReplace::surrogate
  bool in_words = false;         // an article before it fits it: a [town A], an [area B]
};
std::span<const Operator> operators();

/// Throws Error{usage} naming the known operators; `at` is where the config chose it.
const Operator& operator_named(std::string_view name, const std::string& file, Position at);

}  // namespace moniker::replace
