#pragma once
#include <string>
#include <vector>

#include "base/zip_package.hpp"
#include "preserve/pieces.hpp"
#include "preserve/word_elements.hpp"
#include "preserve/word_values.hpp"
#include "read/formats/xml_pull.hpp"
#include "write/xml_builder.hpp"

namespace moniker::preserve {

/// One part of a Word document on its way to another: elements, attributes and values after the tables, words from
/// `pieces` alone. Holds the new part.
class PartFilter {
 public:
  /// `root` is what the part's outermost element is called ("document"); `source` may be null: a part without words.
  PartFilter(std::string root, WordNames& names, const PartPieces* pieces, const read::DocxSource* source)
      : root_(std::move(root)), names_(names), pieces_(pieces), source_(source) {}
  std::string filter(const ZipPackage& package, const std::string& part);
  std::uint64_t left_out() const { return left_out_; }  // elements

 private:
  void start(read::XmlPull& xml);
  void write(const WordElement& element, const read::XmlPull& xml);
  void attributes(const WordElement& element, const read::XmlPull& xml);
  void theme_fonts(const read::XmlPull& xml);
  void words_of(std::uint64_t element, const std::string& break_type);
  void run_text(std::string_view text, const std::string& break_type);
  void text_box();
  void end();
  std::string_view inside() const;

  std::string root_;
  WordNames& names_;
  const PartPieces* pieces_;
  const read::DocxSource* source_;
  write::XmlBuilder out_{};
  std::size_t place_ = 0;               // the next of source_->places
  std::vector<int> open_{};             // per element read: how many were written for it
  std::vector<std::string> written_{};  // names of the written ones that are open
  std::vector<bool> choices_{};
  std::uint64_t left_out_ = 0;
};

}  // namespace moniker::preserve
