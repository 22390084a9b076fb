#pragma once
#include <map>
#include <string>
#include <utility>

#include "coded/stretch.hpp"

namespace moniker::coded {

/// Stretches of a document and what stands there instead. Of two that overlap the one that begins first, or is the
/// longer, holds; what is put between two bytes stands before what begins there, in the order in which it was given.
class XmlEdits {
 public:
  void exchange(Stretch at, std::string by);
  /// The document with all of them done.
  std::string done(const std::string& document) const { return copy(document, {0, document.size()}); }
  /// A stretch of it, with those that lie in it.
  std::string copy(const std::string& document, Stretch at) const;

 private:
  std::map<std::size_t, std::string> put_{};                                // by place
  std::map<std::size_t, std::pair<std::size_t, std::string>> exchanged_{};  // begin -> end and words
};

}  // namespace moniker::coded
