// All that is sealed, opened and sealed again, a few hundred files at a time: the bytes first, then the log and its
// signature, then the names. So what a signed record names is there, or the file of before is, which the same words are
// in.
#include "reseal/reseal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "audit/audit_log.hpp"
#include "audit/named_files.hpp"
#include "audit/sign.hpp"
#include "base/atomic_file.hpp"
#include "base/lock.hpp"
#include "moniker/error.hpp"
#include "outputs/open_named.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t files_at_a_time = 256;  // each is open until the log is signed

/// What a file is sealed to, and how the log calls that.
struct SealedTo {
  std::vector<seal::Recipient> recipients{};
  std::string digest{};
};

SealedTo sealed_to(const std::vector<seal::Recipient>& recipients) {
  std::vector<std::string> texts;
  for (const seal::Recipient& one : recipients) texts.push_back(seal::to_text(one));
  std::sort(texts.begin(), texts.end());
  Hasher hasher;
  for (const std::string& text : texts) hasher.take_field(text);
  return {recipients, hex(hasher.finish())};
}

/// The new bytes of a file, under no name yet.
struct Resealed {
  std::string name{}, digest{};
  const SealedTo* to = nullptr;
  std::unique_ptr<AtomicFile> file{};
};

class DigestedSink : public ByteSink {
 public:
  explicit DigestedSink(ByteSink& to) : to_(to) {}
  void write(std::string_view bytes) override {
    hasher_.take(bytes);
    to_.write(bytes);
  }
  std::string finish() { return hex(hasher_.finish()); }

 private:
  ByteSink& to_;
  Hasher hasher_{};
};

/// What is opened only to see that it can be.
class NoSink : public ByteSink {
 public:
  void write(std::string_view) override {}
};

class Resealing {
 public:
  Resealing(const StudyLayout& layout, const ResealRequest& request, const Clock& clock)
      : layout_(layout),
        request_(request),
        signed_by_(seal::SigningKey::read(request.signing_key)),
        outputs_(sealed_to(request.recipients)),
        linkage_(sealed_to(request.linkage_recipients)),
        named_(names_signed()) {
    if (!request.dry_run) log_.emplace(layout.audit_log(), clock);
  }

  ResealPage all() {
    std::vector<std::string> names;
    for (const auto& [name, named] : named_.all()) {
      if (recipients_of(name) != nullptr && named.digest) names.push_back(name);
    }
    for (std::size_t from = 0; from < names.size(); from += files_at_a_time)
      some({names.begin() + static_cast<std::ptrdiff_t>(from),
            names.begin() + static_cast<std::ptrdiff_t>(std::min(from + files_at_a_time, names.size()))});
    return std::move(page_);
  }

 private:
  /// Of records that are not signed none counts: their files never came to their places.
  audit::NamedFiles names_signed() const {
    const auto heads = request_.witness.empty() ? std::vector<std::filesystem::path>() : std::vector{request_.witness};
    const audit::AuditReport report = audit::verify_log(layout_, request_.public_key, heads);
    for (const audit::AuditFault& fault : report.faults) {
      if (!fault.passing)
        throw Error::integrity(fault.what, fault.remedy,
                               {layout_.audit_log().string(), {static_cast<std::uint32_t>(fault.line), 0}});
    }
    audit::NamedFiles named(layout_);
    named.read_signed(layout_.audit_log(), report.signed_records);
    return named;
  }

  const SealedTo* recipients_of(const std::string& name) const {
    if (name.starts_with(named_.name_of(layout_.linkage()) + "/")) return &linkage_;
    return name.starts_with(named_.name_of(layout_.out()) + "/") ? &outputs_ : nullptr;
  }

  bool is_sealed_so(const std::string& name, const SealedTo& to) const {
    const audit::NamedFile& named = named_.all().at(name);
    return named.recipients == to.digest && !audit::fault_of(layout_, name, named);
  }

  /// Nothing is said of the file but that no identity here is one of its recipients'.
  bool opens(const std::filesystem::path& file) const {
    FileSource source(file);
    try {
      const seal::AgeReader opened(source, request_.identities);
      return true;
    } catch (const Error&) {
      return false;
    }
  }

  std::optional<Resealed> resealed(const std::string& name) {
    const auto place = layout_.root / name;
    const SealedTo* const to = recipients_of(name);
    if (is_sealed_so(name, *to)) {
      ++page_.unchanged;
      return std::nullopt;
    }
    if (std::filesystem::exists(place) && !opens(place) && !audit::fault_of(layout_, name, named_.all().at(name))) {
      page_.left.push_back(name);
      return std::nullopt;
    }
    if (request_.dry_run) {
      NoSink nowhere;
      open_named(named_, place, request_.identities, nowhere);
      page_.would.push_back(name);
      return std::nullopt;
    }
    Resealed made{.name = name, .digest = {}, .to = to, .file = std::make_unique<AtomicFile>(place)};
    DigestedSink digested(*made.file);
    seal::AgeWriter age(digested, to->recipients, request_.armor);
    open_named(named_, place, request_.identities, age);
    age.finish();
    made.digest = digested.finish();
    made.file->rest();
    return made;
  }

  void some(const std::vector<std::string>& names) {
    std::vector<Resealed> batch;
    std::vector<AtomicFile*> files;
    for (const std::string& name : names) {
      if (auto one = resealed(name)) batch.push_back(std::move(*one));
    }
    if (batch.empty()) return;
    for (const Resealed& one : batch) files.push_back(one.file.get());
    sync_all(files);
    for (const Resealed& one : batch)
      log_->add(audit::events::Resealed{
          .output = one.name, .digest = one.digest, .recipients = one.to->digest, .by = request_.by});
    audit::sign_head(*log_, layout_.audit_log(), signed_by_, request_.witness);
    publish_all(files);
    page_.resealed += batch.size();
  }

  const StudyLayout& layout_;
  const ResealRequest& request_;
  seal::SigningKey signed_by_;
  SealedTo outputs_, linkage_;
  audit::NamedFiles named_;
  std::optional<audit::AuditLog> log_{};  // nothing of it is touched in a dry run
  ResealPage page_{};
};

}  // namespace

ResealPage reseal(const StudyLayout& layout, const ResealRequest& request, const Clock& clock) {
  const Lock lock(layout.lock());
  for (const auto& folder : {layout.out(), layout.linkage(), layout.audit()}) {
    if (!request.dry_run) remove_stale(folder);
  }
  return Resealing(layout, request, clock).all();
}

std::string as_text(const ResealPage& page, const Style& style) {
  std::string text =
      fmt::format("{}{}{} sealed again, {} were already\n", style.bold, page.resealed, style.plain, page.unchanged);
  for (const std::string& name : page.left)
    text += fmt::format("{}: no identity given opens it, and it stays as it is\n", name);
  return text;
}

nlohmann::ordered_json as_json(const ResealPage& page) {
  return {{"resealed", page.resealed}, {"unchanged", page.unchanged}, {"left", page.left}};
}

}  // namespace moniker::custodian
