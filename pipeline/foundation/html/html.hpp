#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace moniker::html {

/// A text as it stands between tags or in a quoted attribute: nothing in it is markup. What a page has no room for
/// (control characters, and bytes that are no UTF-8) is U+FFFD.
std::string escaped(std::string_view text);

using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// Markup in memory, element by element. Names of elements and attributes are the program's own; every text and every
/// value is escaped, and there is no way to add one that is not.
class Html {
 public:
  Html& open(std::string_view element, Attributes attributes = {});
  Html& close();  // what was opened last
  Html& text(std::string_view text);
  /// Opened, with a text in it, and closed.
  Html& element(std::string_view element, std::string_view text, Attributes attributes = {});
  /// One that holds nothing and is not closed: meta, col, wbr. Of SVG there is none such.
  Html& empty(std::string_view element, Attributes attributes = {});
  /// Between lines, for who reads the source.
  Html& line();
  /// Closes what is open and gives all of it.
  std::string finish();

 private:
  friend Html page(std::string_view title, std::string_view styles);
  void tag(std::string_view element, Attributes attributes);

  std::string out_{};
  std::vector<std::string> open_{};
};

/// The beginning of a page that stands alone, in its body: no script, no picture, no address of elsewhere, and a policy
/// that lets none in. `styles` is added to the stylesheet that all pages share (page.css); both are the program's own.
Html page(std::string_view title, std::string_view styles = {});

}  // namespace moniker::html
