#pragma once
#include <memory>
#include <span>
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

/// A row of the table in formats.cpp. The source of a text format yields UTF-8 from the beginning, with its
/// encoding converted and control characters gone; that of a container yields the delivered bytes.
struct Format {
  std::string_view name;             // as `moniker inspect` prints it
  bool container;                    // its bytes are no text: claims() sees Head::bytes alone
  bool (*claims)(const Head& head);  // judged by the first bytes, never by the file's name
  std::unique_ptr<Reader> (*open)(ByteSource&, const Sink<Issue>&, const ReadOptions&);
};
std::span<const Format> formats();  // strictest first; the last claims every text

/// A format that is a zip archive of parts; judged by what the parts are called. The package outlives the reader.
struct PackageFormat {
  std::string_view name;
  bool (*claims)(const ZipPackage& package);
  std::unique_ptr<Reader> (*open)(const ZipPackage&, const Sink<Issue>&, const ReadOptions&);
};
std::span<const PackageFormat> package_formats();

/// Something that is often delivered in a transcript's place, and what to do instead.
struct RefusedFormat {
  bool (*claims)(const Head& head);
  std::string_view what, remedy;
};
/// Nothing where the head is of none of them.
const RefusedFormat* refused_format(const Head& head);
/// What a zip archive is that no format claims. Throws Error{input}, always.
[[noreturn]] void refuse_package(const ZipPackage& package);

// The formats, one file each.
bool claims_odt(const ZipPackage&);
std::unique_ptr<Reader> open_odt(const ZipPackage&, const Sink<Issue>&, const ReadOptions&);
bool claims_docx(const ZipPackage&);
std::unique_ptr<Reader> open_docx(const ZipPackage&, const Sink<Issue>&, const ReadOptions&);
bool claims_xlsx(const ZipPackage&);
std::unique_ptr<Reader> open_xlsx(const ZipPackage&, const Sink<Issue>&, const ReadOptions&);
bool claims_rtf(const Head&);
std::unique_ptr<Reader> open_rtf(ByteSource&, const Sink<Issue>&, const ReadOptions&);
bool claims_vtt(const Head&);
std::unique_ptr<Reader> open_vtt(ByteSource&, const Sink<Issue>&, const ReadOptions&);
bool claims_srt(const Head&);
std::unique_ptr<Reader> open_srt(ByteSource&, const Sink<Issue>&, const ReadOptions&);
bool claims_textgrid(const Head&);
std::unique_ptr<Reader> open_textgrid(ByteSource&, const Sink<Issue>&, const ReadOptions&);
bool claims_eaf(const Head&);
std::unique_ptr<Reader> open_eaf(ByteSource&, const Sink<Issue>&, const ReadOptions&);
bool claims_jsonl(const Head&);
std::unique_ptr<Reader> open_jsonl(ByteSource&, const Sink<Issue>&, const ReadOptions&);
bool claims_json(const Head&);
std::unique_ptr<Reader> open_json(ByteSource&, const Sink<Issue>&, const ReadOptions&);
bool claims_csv(const Head&);
std::unique_ptr<Reader> open_csv(ByteSource&, const Sink<Issue>&, const ReadOptions&);
bool is_half_a_table(const Head&);  // one that open_csv would take if its columns had names
bool claims_txt(const Head&);
std::unique_ptr<Reader> open_txt(ByteSource&, const Sink<Issue>&, const ReadOptions&);

}  // namespace moniker::read
