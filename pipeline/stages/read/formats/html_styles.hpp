#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct _xmlNode;

namespace moniker::read {

/// Whether a page shows an element, as far as it says so itself (CSS 2.2, 9.2.4 and 11.2; `mso-hide` is Word's).
struct HtmlShown {
  bool gone = false;      // display: none, for the element and all in it
  bool unseen = false;    // visibility, which an element inside may take back
  bool mso_hide = false;  // as that
  bool hidden() const { return gone || unseen || mso_hide; }
};

/// One condition on an element: its name, id, classes, attributes; empty is any.
struct HtmlCompound {
  std::string tag{};
  std::vector<std::string> ids{}, classes{}, attributes{};  // an attribute as `name` or `name=value`
  bool child = false;                                       // the one before it must be the parent, not any ancestor
};

/// What one rule of a style sheet says of showing, for one selector.
struct HtmlRule {
  std::vector<HtmlCompound> selector{};
  std::uint32_t weight = 0;  // of the selector (Selectors 3, 9)
  std::string declarations{};
};

/// The style sheets that stand in a page. Selectors are names, ids, classes, attributes, descendants and children;
/// what else a selector asks is taken to hold, since what may be hidden is not written.
class HtmlStyles {
 public:
  /// Of all style elements below this one.
  explicit HtmlStyles(const _xmlNode* root);
  /// Given what counts round the element.
  HtmlShown shown(const _xmlNode* element, HtmlShown around) const;
  std::size_t rules() const { return rules_.size(); }

 private:
  void find(const _xmlNode* node, int depth);
  void read(std::string_view sheet, int depth);
  void add(std::string_view selectors, std::string_view declarations);

  std::vector<HtmlRule> rules_{};  // in their order
};

std::string html_attribute(const _xmlNode* node, const char* name);

}  // namespace moniker::read
