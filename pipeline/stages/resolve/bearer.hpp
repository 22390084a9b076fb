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
#include "words/name_lists.hpp"

namespace moniker::resolve {

/// Somebody who may be meant when a name falls, with every way of calling them that is known for certain.
struct Bearer {
  std::optional<std::size_t> person{};            // index into Register::people; nothing: known from the talk only
  std::vector<std::vector<std::string>> names{};  // full names, as words
  std::set<std::string> given{};                  // given names, of full names
  std::set<std::string> surnames{};
  std::set<std::string> initials{};  // ks
  std::set<std::string> aliases{};   // of the register, squashed: what they are called without being named so
  std::set<std::string> called{};    // one-word aliases and what labels call them, as words
  char gender = 0;                   // f, m; 0 where nothing tells it

  void add(const PersonName& name);
  void add_alias(const PersonName& name);
  void add_called(const PersonName& name);
};

/// A person of the register: name, aliases, and a gender column, a title, or a given name that only women or only men
/// bear.
Bearer bearer_of(const Participant& participant, std::size_t index, const words::NameLists& lists,
                 const words::Language& language);
/// What neither the register nor a title tells, given names may, where they agree: Mrs Shaw is not Declan Shaw.
void tell_gender(Bearer& bearer, const words::NameLists& lists);

/// How well a name fits a bearer, ascending. The law of docs/identity.md is in terms of these.
enum class Fit : std::uint8_t {
  none,
  echo,        // a slip or a sound away from a name of theirs, but a name by itself: Marie for Maria
  slip,        // misspelt or misheard: Ktae, Shivon
  initials,    // KS, K. Shaw, Kate S.
  short_form,  // a short form of it, one half of a double-barrelled name, a middle name: Kate for Katherine
  alias,       // exactly what the register says they are called
  own,         // a part of their name, or the name in another order, as the register spells it: Katherine, Mrs Shaw
  full         // their name
};

Fit fit(const PersonName& name, const Bearer& bearer, const words::NameLists& lists);

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
  std::unordered_map<std::string, Bearers> by_squash_{};
};

}  // namespace moniker::resolve
