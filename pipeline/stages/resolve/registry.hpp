#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/keyed_hash.hpp"

namespace moniker::resolve {

/// The study's long memory (SQLite, WAL, strict tables): which number an entity, a participant or a
/// transcript got, by the keyed hash of its normalised form, and which surrogates were given. Holds nobody's name. Both
/// are given once and kept for ever. For one thread at a time, and for one process: the study's lock sees to that. What
/// it gives are values; nothing points into it. Every call throws Error{integrity} when the file turns out to be
/// damaged.
class Registry {
 public:
  /// Makes the file (0600) where it is missing. Throws Error{integrity} when it is not a registry, is
  /// damaged, is a link, or was made with another study.key (a check value tells). Keeps a copy of the key.
  Registry(const std::filesystem::path& file, const Secret<32>& hash_key);
  ~Registry();
  /// All numbers given between begin and commit are kept together or not at all; without commit they are
  /// lost.
  void begin();
  void commit();
  std::optional<std::uint32_t> find(std::string_view kind, std::string_view form) const;
  /// The number kept for (kind, form), or the next free one of that kind, from 1.
  std::uint32_t number(std::string_view kind, std::string_view form);
  /// Lets a further form of the same entity lead to `number`, which must have been given; the first binding
  /// wins and is returned.
  std::uint32_t bind(std::string_view kind, std::string_view form, std::uint32_t number);
  /// (kind, form) leads nowhere any more; the number stays given.
  void forget(std::string_view kind, std::string_view form);
  bool is_given(std::string_view kind, std::uint32_t number) const;
  /// The invented name that was kept for a purpose ("given PERSON_3"). Purposes are kept as keyed hashes, surrogates,
  /// which are nobody's, in clear.
  std::optional<std::string> surrogate(std::string_view purpose) const;
  /// `text` for a purpose that has none.
  void keep_surrogate(std::string_view purpose, std::string_view text);
  /// All that were ever given, each once.
  std::vector<std::string> surrogates() const;
  /// The number's bearer has withdrawn. It was never free again anyway; from now on an older moniker, which would not
  /// honour that, refuses the registry.
  void retire(std::string_view kind, std::uint32_t number);
  /// Kinds and numbers of all who have, ascending.
  std::vector<std::pair<std::string, std::uint32_t>> retired() const;
  /// What is known for ever of a transcript that was put away, by its number: keyed hashes, IDs and numbers, no name.
  void keep_put_away(std::uint32_t transcript, std::string_view text);
  void forget_put_away(std::uint32_t transcript);
  std::map<std::uint32_t, std::string> put_away() const;
  /// Digest of all that it holds, as it is now, committed or not.
  Digest contents() const;
  /// Nobody and nothing was given a number, ever.
  bool is_empty() const;
  /// Where (kind, form) stands in an order that nobody without the key can foresee or read back.
  Digest order(std::string_view kind, std::string_view form) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace moniker::resolve
