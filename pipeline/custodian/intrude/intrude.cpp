// The motivated intruder of the ICO's code (Anonymisation, 2012 and 2025): somebody competent, without prior knowledge,
// who has the outputs and wants to find the people. What they could do is done here first, by whoever may see it.
#include "intrude/intrude.hpp"

#include <sodium.h>

#include "audit/named_files.hpp"
#include "base/fold.hpp"
#include "base/sha256.hpp"
#include "intrude/gather.hpp"
#include "moniker/error.hpp"
#include "outputs/asker.hpp"
#include "outputs/open_named.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_opened = std::size_t{1} << 30;

class IntrudeSink : public ByteSink {
 public:
  ~IntrudeSink() override { sodium_memzero(bytes.data(), bytes.size()); }
  void write(std::string_view more) override {
    if (bytes.size() + more.size() > longest_opened)
      throw Error::input("is too large to be held in memory", "open it with `moniker decrypt`");
    bytes.append(more);
  }
  std::string bytes{};
};

/// T03 of out/T03.docx.age and of out/T03.draft.docx.age.
std::string transcript_of(const std::string& name, const std::string& prefix) {
  const std::string stem = name.substr(name.rfind('/') + 1);
  const std::string id = stem.substr(0, stem.find('.'));
  return is_numbered_id(id, prefix) ? id : std::string();
}

class Gathering {
 public:
  Gathering(const StudyLayout& layout, const Asker& asker, const audit::NamedFiles& named)
      : layout_(layout), asker_(asker), named_(named) {}

  std::vector<intruder::Original> originals() const {
    std::vector<intruder::Original> all;
    for (const auto& [name, file] : named_.all()) {
      const bool table = layout_.root / name == layout_.linkage_table() || name.ends_with(kept_part);
      if (!table || !std::filesystem::exists(layout_.root / name)) continue;
      IntrudeSink csv;
      open_named(named_, layout_.root / name, asker_.identities, csv);
      for (intruder::Original& one : originals_of(csv.bytes, name)) all.push_back(std::move(one));
    }
    return all;
  }

  /// What was sealed beside the marked copies, and what lies in clear.
  std::vector<intruder::SeenPart> parts() const {
    std::vector<intruder::SeenPart> all;
    Progress so_far{.step = "read", .total = named_.all().size()};
    for (const auto& [name, file] : named_.all()) {
      ++so_far.done;
      if (asker_.progress) asker_.progress(so_far);
      const bool output = name.starts_with("out/") && name.ends_with(".age") && !name.ends_with(".marked.jsonl.age");
      const bool report = name.starts_with("reports/");
      const auto path = layout_.root / name;
      if ((!output && !report) || path == layout_.attributes() || !std::filesystem::exists(path)) continue;
      add(name, report ? read_file(path, longest_opened) : opened(path), all);
    }
    return all;
  }

 private:
  std::string opened(const std::filesystem::path& path) const {
    IntrudeSink sink;
    open_named(named_, path, asker_.identities, sink);
    return sink.bytes;
  }
  void add(const std::string& name, std::string bytes, std::vector<intruder::SeenPart>& all) const {
    auto parts = parts_of(name, transcript_of(name, asker_.transcript_prefix), std::move(bytes));
    for (intruder::SeenPart& part : parts) all.push_back(std::move(part));
  }

  const StudyLayout& layout_;
  const Asker& asker_;
  const audit::NamedFiles& named_;
};

/// Of what was delivered, so that the same study has the same passages drawn.
std::string seed_of(const ExportedStudy& study) {
  std::string seed;
  for (const ExportedTranscript& transcript : study.transcripts) seed += transcript.name + transcript.delivered;
  return sha256_of(seed);
}

void count_in(const intruder::SeenOutputs& seen, Intrusion& intrusion) {
  intrusion.transcripts = seen.transcripts.size();
  intrusion.parts = seen.parts.size();
  for (const auto& transcript : seen.transcripts) {
    intrusion.turns += transcript.turns.size();
    for (const auto& turn : transcript.turns) intrusion.words += folded_words(turn.text).size();
  }
}

}  // namespace

Intrusion intrude(const StudyLayout& layout, const IntrudeRequest& request, const intruder::IntruderWords& words,
                  const Clock& clock) {
  const Asker& asker = request.asker;
  const auto [named, study] = open_outputs(layout, asker);
  const Gathering gathering(layout, asker, named);
  intruder::SeenOutputs seen = seen_outputs(study);
  seen.parts = gathering.parts();
  const auto originals = gathering.originals();
  Intrusion intrusion{.originals = originals.size()};
  count_in(seen, intrusion);
  intruder::Attacked attacked = intruder::suspicions(seen, originals, words);
  intrusion.found = std::move(attacked.found);
  intrusion.untried = std::move(attacked.untried);
  if (request.sample > 0) intrusion.drawn = intruder::drawn_passages(seen, request.sample, seed_of(study));
  log_signed(layout, asker, clock,
             audit::events::Consulted{
                 .what = "intrude", .by = asker.by, .reason = asker.reason, .written = request.files, .ids = true});
  return intrusion;
}

}  // namespace moniker::custodian
