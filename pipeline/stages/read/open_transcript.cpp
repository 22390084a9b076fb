// Opens a transcript: the first bytes choose a row of the table in formats.cpp, and text is put through
// Utf8Source before its reader sees it.
#include "read/open_transcript.hpp"

#include <algorithm>

#include "base/bundle.hpp"
#include "moniker/error.hpp"
#include "read/formats/formats.hpp"
#include "read/limited_reader.hpp"
#include "read/turns/encoding.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t head_size = 4096;

/// A source whose first bytes can be seen before they are read.
class PeekedSource : public ByteSource {
 public:
  explicit PeekedSource(std::unique_ptr<ByteSource> rest) : rest_(std::move(rest)), head_(head_size, '\0') {
    std::size_t filled = 0;
    while (filled < head_.size()) {
      const std::size_t got = rest_->read({head_.data() + filled, head_.size() - filled});
      if (got == 0) break;
      filled += got;
    }
    head_.resize(filled);
  }
  std::string_view head() const { return head_; }
  std::size_t read(std::span<char> into) override {
    if (taken_ == head_.size()) return rest_->read(into);
    const std::size_t n = std::min(into.size(), head_.size() - taken_);
    std::copy_n(head_.data() + taken_, n, into.data());
    taken_ += n;
    return n;
  }
  /// The source itself, where it can be read from its beginning again: for libzip, which seeks.
  std::unique_ptr<ByteSource> take_file() {
    return dynamic_cast<FileSource*>(rest_.get()) ? std::move(rest_) : nullptr;
  }

 private:
  std::unique_ptr<ByteSource> rest_;
  std::string head_;
  std::size_t taken_ = 0;
};

[[noreturn]] void refuse(const Sink<Issue>& issues, IssueCode code, std::string_view what, std::string_view remedy) {
  issues({code, {}, 1});
  throw Error::input(std::string(what), std::string(remedy));
}

void refuse_known(const Sink<Issue>& issues, const Head& head) {
  if (const auto* row = refused_format(head)) refuse(issues, IssueCode::format_unknown, row->what, row->remedy);
}

OpenedTranscript open_as(const Format& format, std::unique_ptr<ByteSource> source, const Sink<Issue>& issues,
                         const ReadOptions& options) {
  OpenedTranscript opened{.format = format.name, .source = std::move(source)};
  opened.reader = format.open(*opened.source, issues, options);
  return opened;
}

OpenedTranscript open_package(std::unique_ptr<ByteSource> source, const Sink<Issue>& issues,
                              const ReadOptions& options) {
  OpenedTranscript opened{.source = std::move(source)};
  const Limits& limits = options.limits;
  opened.package = std::make_unique<ZipPackage>(
      *opened.source, ZipLimits{.part_bytes = limits.unpacked << 20, .ratio = limits.ratio, .parts = limits.parts});
  for (const PackageFormat& format : package_formats()) {
    if (!format.claims(*opened.package)) continue;
    opened.format = format.name;
    opened.reader = format.open(*opened.package, issues, options);
    return opened;
  }
  refuse_package(*opened.package);
}

/// Gives errors the name of the file, which readers do not know.
template <class Call>
auto with_name(const std::string& name, const Call& call) {
  try {
    return call();
  } catch (const Error& error) {
    throw error.in(name);
  }
}

class NamedReader : public Reader {
 public:
  NamedReader(std::unique_ptr<Reader> reader, std::string name) : reader_(std::move(reader)), name_(std::move(name)) {}
  std::optional<Utterance> next() override {
    return with_name(name_, [&] { return reader_->next(); });
  }

 private:
  std::unique_ptr<Reader> reader_;
  std::string name_;
};

OpenedTranscript open_as_claimed(std::unique_ptr<ByteSource> source, const Sink<Issue>& issues,
                                 const ReadOptions& options) {
  auto peeked = std::make_unique<PeekedSource>(std::move(source));
  const std::string bytes(peeked->head());
  if (bytes.empty()) refuse(issues, IssueCode::file_empty, "is empty", "deliver the transcript again");
  Head head{.bytes = bytes};
  if (head.bytes.starts_with("PK\x03\x04")) {
    auto file = peeked->take_file();
    return open_package(file ? std::move(file) : std::move(peeked), issues, options);
  }
  for (const Format& format : formats()) {
    if (format.container && format.claims(head)) return open_as(format, std::move(peeked), issues, options);
  }
  if (is_compound(head)) {
    const RefusedFormat& row = refused_compound(*peeked);
    refuse(issues, IssueCode::format_unknown, row.what, row.remedy);
  }
  refuse_known(issues, head);

  auto text = std::make_unique<PeekedSource>(std::make_unique<Utf8Source>(std::move(peeked), issues, options.knows));
  const std::string decoded(text->head());
  head.text = decoded;
  // The last format takes any text, so what must not be read as text is refused before it is asked.
  const auto known = formats().first(formats().size() - 1);
  for (const Format& format : known) {
    if (!format.container && format.claims(head)) return open_as(format, std::move(text), issues, options);
  }
  refuse_known(issues, head);
  if (const Format& any = formats().back(); any.claims(head)) return open_as(any, std::move(text), issues, options);
  refuse(issues, IssueCode::file_empty, "holds no words", "deliver the transcript again");
}

}  // namespace

OpenedTranscript open_transcript(std::unique_ptr<ByteSource> source, const Sink<Issue>& issues,
                                 const ReadOptions& options) {
  OpenedTranscript opened = open_as_claimed(std::move(source), issues, options);
  opened.reader = limited_reader(std::move(opened.reader), issues, options.limits);
  return opened;
}

OpenedTranscript open_transcript(const std::filesystem::path& file, const Sink<Issue>& issues,
                                 const ReadOptions& options) {
  const std::string name = file.string();
  return with_name(name, [&] {
    std::unique_ptr<ByteSource> source;
    try {
      source = open_delivery(file);
    } catch (const Error&) {
      issues({IssueCode::file_unreadable, {}, 1});
      throw;
    }
    OpenedTranscript opened = open_transcript(std::move(source), issues, options);
    opened.reader = std::make_unique<NamedReader>(std::move(opened.reader), name);
    return opened;
  });
}

}  // namespace moniker::read
