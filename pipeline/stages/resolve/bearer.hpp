#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "moniker/register.hpp"
#include "resolve/name_words.hpp"
#include "resolve/person_name.hpp"
#include "words/nicknames.hpp"

namespace moniker::resolve {

/// Somebody who may be meant when a name falls, with every way of calling them that is known for certain.
struct Bearer {
  std::optional<std::size_t> person{};            // index into Register::people; nothing: known from the talk only
  std::vector<std::vector<std::string>> names{};  // full names, as words
  std::set<std::string> given{};                  // given names and one-word aliases
  std::set<std::string> surnames{};
  std::set<std::string> initials{};  // ks
  char gender = 0;                   // f, m; 0 where nothing tells it

  void add(const PersonName& name);
};

/// A person of the register: name, aliases, and a gender column or a title where there is one.
Bearer bearer_of(const Participant& participant, std::size_t index, const words::Language& language);

/// How well a name fits a bearer. Sure: it is one of their names or a short form of it. Likely: only by a
/// sound, a slip of the pen or a detour over another short form.
enum class Fit { none, likely, sure };

/// A complete name against all full names of a bearer.
Fit fit_full_name(const PersonName& name, const Bearer& bearer, const words::Nicknames& nicknames);
/// "Kate", "Mrs Shaw", "K. Shaw", "Kate S.", "KS": what is no complete name.
Fit fit_part(const PersonName& name, const Bearer& bearer, const words::Nicknames& nicknames);
inline Fit fit(const PersonName& name, const Bearer& bearer, const words::Nicknames& nicknames) {
  return name.complete() ? fit_full_name(name, bearer, nicknames) : fit_part(name, bearer, nicknames);
}

/// Bearers by their words, so that a form is compared with the few whom it may fit: by two words at once where it has a
/// given name and a surname, since of one surname a large study has thousands.
class BearerIndex {
 public:
  /// Once for each bearer, with all their names.
  void add(const Bearer& bearer, std::size_t at);
  /// Positions, ascending, of all whom the name may fit, and of some more.
  std::vector<std::size_t> candidates(const PersonName& name, const words::Nicknames& nicknames);

 private:
  using Bearers = std::vector<std::uint32_t>;
  static std::uint64_t pair_of(std::uint32_t first, std::uint32_t last) { return std::uint64_t{first} << 32 | last; }

  NameWords words_{};
  std::unordered_map<std::uint32_t, Bearers> by_word_{};
  std::unordered_map<std::uint64_t, Bearers> by_pair_{};
};

}  // namespace moniker::resolve
