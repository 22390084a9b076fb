#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/keyed_hash.hpp"

namespace moniker {

/// The study's long memory (SQLite, WAL, strict tables): which number an entity, a participant or a transcript
/// got, by the keyed hash of its normalised form. Holds no name. Numbers are given once and kept for ever.
class Registry {
 public:
  /// Makes the file (0600) where it is missing. Throws Error{integrity} when it is not a registry, is damaged,
  /// or was made with another study.key (a check value tells).
  Registry(const std::filesystem::path& file, const Secret<32>& hash_key);
  ~Registry();
  /// All numbers given between begin and commit are kept together or not at all.
  void begin();
  void commit();
  std::optional<std::uint32_t> find(std::string_view kind, std::string_view form) const;
  /// The number kept for (kind, form), or the next free one of that kind.
  std::uint32_t number(std::string_view kind, std::string_view form);
  /// Lets a further form of the same entity lead to `number`; the first binding wins and is returned.
  std::uint32_t bind(std::string_view kind, std::string_view form, std::uint32_t number);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace moniker
