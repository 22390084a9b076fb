#pragma once
#include <compare>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>

namespace moniker::resolve {

/// A text that lies elsewhere, once, compared by what it says. What a study says in a hundred thousand places - the
/// name of a file, the label of who speaks, the form of a name - takes eight bytes in each.
class KeptText {
 public:
  KeptText() = default;
  /// `lasting` outlives it and stays where it is: a key of a map, or what Texts keeps.
  explicit KeptText(const std::string& lasting) : text_(&lasting) {}
  explicit KeptText(std::string&&) = delete;

  operator const std::string&() const { return *text_; }
  const std::string& text() const { return *text_; }
  bool empty() const { return text_->empty(); }
  bool operator==(const KeptText& other) const { return text_ == other.text_ || *text_ == *other.text_; }
  bool operator==(std::string_view other) const { return *text_ == other; }
  std::strong_ordering operator<=>(const KeptText& other) const {
    return text_ == other.text_ ? std::strong_ordering::equal : *text_ <=> *other.text_;
  }

 private:
  static const std::string& nothing() {
    static const std::string empty;
    return empty;
  }
  const std::string* text_ = &nothing();
};

/// Where they lie. Copies share them, so that what was copied with its texts may go; they are one thread's, and nothing
/// is kept in one that was moved from.
class Texts {
 public:
  KeptText keep(const std::string& text) { return text.empty() ? KeptText() : KeptText(*kept_->insert(text).first); }
  /// What they are is told by those who refer to them.
  bool operator==(const Texts&) const { return true; }

 private:
  std::shared_ptr<std::unordered_set<std::string>> kept_ = std::make_shared<std::unordered_set<std::string>>();
};

}  // namespace moniker::resolve
