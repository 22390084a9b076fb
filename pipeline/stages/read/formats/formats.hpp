#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/zip_package.hpp"
#include "moniker/issue.hpp"
#include "moniker/stage.hpp"
#include "read/turns/reader.hpp"

namespace moniker::read {

/// The first bytes of a delivery, as delivered and as UTF-8, at most 4 KiB each. Never read as a string that
/// ends with NUL. `text` is empty where the bytes were recognised as no text.
struct Head {
  std::string_view bytes{}, text{};
};

using Claims = bool(const Head& head);  // judged by the first bytes, never by the file's name
using OpenReader = std::unique_ptr<Reader>(ByteSource&, const Sink<Issue>&, const ReadOptions&);

/// A row of the table in formats.cpp. The source of a text format yields UTF-8 from the beginning, with its
/// encoding converted and control characters gone; that of a container yields the delivered bytes.
struct Format {
  std::string_view name;  // as `moniker inspect` prints it
  bool container;         // its bytes are no text: claims() sees Head::bytes alone
  Claims* claims;
  OpenReader* open;
};
std::span<const Format> formats();  // strictest first; the last claims every text

/// The talk of a pdf, from its text as `pdftotext` printed it.
std::unique_ptr<Reader> open_pdf_text(const std::string& text, const Sink<Issue>& issues, const ReadOptions& options);

using ClaimsPackage = bool(const ZipPackage& package);  // judged by what its parts are called
using OpenPackage = std::unique_ptr<Reader>(const ZipPackage&, const Sink<Issue>&, const ReadOptions&);

/// A format that is a zip archive of parts. The package outlives the reader.
struct PackageFormat {
  std::string_view name;
  ClaimsPackage* claims;
  OpenPackage* open;
};
std::span<const PackageFormat> package_formats();

/// Something that is often delivered in a transcript's place, and what to do instead.
struct RefusedFormat {
  Claims* claims;
  std::string_view what, remedy;
};
/// Nothing where the head is of none of them.
const RefusedFormat* refused_format(const Head& head);
/// Old Office files and locked new ones, told apart by what they hold.
bool is_compound(const Head& head);
const RefusedFormat& refused_compound(ByteSource& source);
/// What a zip archive is that no format claims. Throws Error{input}, always.
[[noreturn]] void refuse_package(const ZipPackage& package);

}  // namespace moniker::read
