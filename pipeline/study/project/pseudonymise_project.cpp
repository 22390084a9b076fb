// The order of it: read the project, tell its sources, go the first way over every text, and the second when all of
// them have taught what they can; search what comes out; write it, and log it before it has a name. All of it is in
// memory: what a project says lies nowhere in clear but in OUT.
#include "project/pseudonymise_project.hpp"

#include <algorithm>

#include "base/atomic_file.hpp"
#include "base/byte_source.hpp"
#include "base/sha256.hpp"
#include "coded/excerpts.hpp"
#include "keys/keys.hpp"
#include "moniker/version.hpp"
#include "project/concept_names.hpp"
#include "project/formatted_text.hpp"
#include "project/heard_names.hpp"
#include "project/source_identity.hpp"
#include "project/text_rewriter.hpp"
#include "steps/put_away.hpp"
#include "steps/steps.hpp"

namespace moniker::study {
namespace {

namespace fs = std::filesystem;
using coded::Role;

void require_outside(const StudyLayout& layout, const fs::path& out) {
  const fs::path study = fs::weakly_canonical(layout.root), there = fs::weakly_canonical(fs::absolute(out));
  const auto [end, ignored] = std::mismatch(study.begin(), study.end(), there.begin(), there.end());
  if (end == study.end())
    throw Error::usage("lies in the study's folder, where everything is sealed",
                       "write the project somewhere else, on an encrypted disk", {out.string()});
  if (fs::exists(fs::symlink_status(out)))
    throw Error::usage("is there already", "choose another name: nothing is overwritten", {out.string()});
}

/// Who would be nobody, or called otherwise, until the study is run again.
void require_up_to_date(const OpenedStudy& opened, const StudyMap& map) {
  const auto keys = resolve::participant_keys(opened.study.people);
  const bool unknown = std::any_of(keys.begin(), keys.end(),
                                   [&](const std::string& key) { return !map.assignment.people.contains(key); });
  const auto& decisions = opened.decided.all();
  if (unknown || (!decisions.empty() && decisions.back().number > map.decisions_seen))
    throw Error::usage("the register or the decisions have changed since the study was run",
                       "run `moniker run` first, so that everybody has their ID", {opened.study.layout.root.string()});
}

StudyMap map_of(const OpenedStudy& opened) {
  const Study& study = opened.study;
  const bool emptied = !fs::exists(study.layout.assignment()) && list_deliveries(study.layout).entries.empty();
  return emptied ? map_of_register(study, opened.rules, opened.keys)
                 : read_study_map(study.layout, opened.keys.work_identity);
}

/// Where turns begin: their labels, or the blank before those of nobody.
std::vector<ByteRange> labels_in(const SearchedText& searched) {
  std::vector<ByteRange> labels;
  for (const read::TextTurn& turn : searched.turns) {
    const read::SourceRange text = turn.source_of({0, 0});
    if (turn.label.begin < turn.label.end)
      labels.push_back({static_cast<std::uint32_t>(turn.label.begin), static_cast<std::uint32_t>(turn.label.end)});
    else if (text.begin > 0 && !turn.runs.empty())
      labels.push_back({static_cast<std::uint32_t>(text.begin - 1), static_cast<std::uint32_t>(text.begin)});
  }
  return labels;
}

/// One text on its way.
struct Job {
  SearchedText searched{};
  std::string file = no_source;  // whose names and labels count
  RewrittenText rewritten{};
};

class ProjectRun {
 public:
  ProjectRun(OpenedStudy& opened, const ProjectRequest& request)
      : opened_(opened),
        request_(request),
        map_(map_of(opened)),
        source_(request.in),
        package_(source_),
        tree_(package_.read(package_.description())),
        search_(opened.rules.set, opened.study.people),
        heard_(opened.rules.set) {
    require_up_to_date(opened, map_);
  }

  ProjectReport run() {
    known_ = known_transcripts(opened_.study, opened_.keys, map_);
    project_ = coded::read_project(tree_, package_, withheld());
    report_.counting = coded::counting_of(project_);
    excerpts_ = coded::excerpts(project_, report_.counting);
    for (const coded::Excerpt& excerpt : excerpts_) excerpt_names_.insert(excerpt.name);
    tell_sources();
    search_all();
    const Secret<32> strangers = derive_key(opened_.options.key.of(opened_.study.config.study_key), KeyUse::filter);
    map_.learned.merge(search_.learned());
    map_.learned = opened_.decided.without_kept(map_.learned);
    add_heard(map_, heard_, search_.detector(), opened_.study, opened_.rules, opened_.keys);
    add_lone_bearers(map_, written_about_);
    ApplyShared shared(opened_.study, opened_.keys, opened_.rules, opened_.decided, map_);
    shared.strangers = &strangers;
    rewrite_all(shared);
    drop_withdrawn_cases();
    coded::rename_excerpts(project_, excerpts_, exchanged_);
    ProjectProof proof(shared.prover, &shared.registered.get());
    prove_all(proof);
    keep_documents(shared);
    report_.left_out = project_.left_out;
    const std::string bytes = write::zip_package(
        coded::write_project(tree_, package_, project_, exchanged_, report_.counting, report_.ranges));
    if (!report_.left.empty()) return std::move(report_);
    proof.search_again(bytes);
    if (!request_.dry) publish_project(bytes);
    return std::move(report_);
  }

 private:
  const words::Language& language() const { return opened_.rules.set.language(); }
  const coded::XmlElement& element(std::size_t i) const { return tree_.elements()[i]; }

  /// Sources of the study's that are quarantined there, for consent is missing or withdrawn.
  std::set<std::size_t> withheld() {
    const coded::Project all = coded::read_project(tree_, package_);
    std::set<std::size_t> elements;
    for (const coded::Source& source : all.sources) {
      if (!source.text || all.texts[*source.text].role != Role::talk) continue;
      const Delivered* const file = told(all, source, turns_of(all.texts[*source.text], language()));
      if (is_withheld(known_, tree_.value_of(element(source.element), "name"), file)) elements.insert(source.element);
    }
    return elements;
  }

  const Delivered* told(const coded::Project&, const coded::Source& source,
                        const std::vector<read::TextTurn>& turns) const {
    return transcript_of(known_, map_, opened_.study, language(), tree_.value_of(element(source.element), "name"),
                         turns);
  }

  void tell_sources() {
    jobs_.resize(project_.texts.size());
    for (std::size_t i = 0; i < jobs_.size(); ++i) jobs_[i].searched.turns = turns_of(project_.texts[i], language());
    for (const coded::Source& source : project_.sources) {
      const bool note = element(source.element).name == "Note";
      ++(note ? report_.notes : report_.sources);
      if (!source.text) continue;
      Job& job = jobs_[*source.text];
      const Delivered* const file = note ? nullptr : told(project_, source, job.searched.turns);
      if (file != nullptr) {
        ++report_.transcripts;
        job.file = file->file;
        keys_[job.file] = file->key;
      } else {
        job.file = file_of_source(source.element);
        if (note) written_about_.insert(job.file);
        add_speakers(map_, job.file, job.searched.turns, search_.detector(), opened_.rules.set);
      }
      files_[source.element] = job.file;
    }
  }

  std::shared_ptr<const detect::DecidedWords> decided_in(const std::string& file) const {
    const auto key = keys_.find(file);
    return opened_.decided.words_in(key == keys_.end() ? std::string() : key->second, known_.delivered);
  }

  /// Half a name teaches what is none, and so do words that have a capital as they are a code's.
  bool teaches(std::size_t text, const prove::IsWord& is_word) const {
    if (excerpt_names_.contains(text)) return false;
    return !is_concept(tree_, project_.texts[text]) || !is_ordinary(project_.texts[text].text, is_word);
  }

  void search_all() {
    const words::WordTable ordinary = ordinary_words(opened_.rules.lists);
    const prove::IsWord is_word = [&](std::string_view word) { return ordinary.contains(word); };
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
      if (project_.texts[i].role == Role::user) continue;
      Job& job = jobs_[i];
      const Sink<const Marked&> hear = [&](const Marked& marked) { heard_.take(job.file, marked); };
      job.searched = search_.search(std::move(job.searched.turns), *decided_in(job.file),
                                    teaches(i, is_word) ? hear : Sink<const Marked&>());
    }
  }

  /// What the study calls the source in this element; empty where it has none such.
  std::string transcript_id(std::size_t element) const {
    const auto file = files_.find(element);
    if (file == files_.end()) return {};
    const auto id = map_.assignment.transcripts.find(file->second);
    return id == map_.assignment.transcripts.end() ? std::string() : id->second;
  }

  void rewrite_all(const ApplyShared& shared) {
    const TextRewriter rewriter(shared, search_.detector(), tree_);
    exchanged_.edits.resize(jobs_.size());
    std::size_t users = 0, names_of_sources = 0;
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
      const coded::CodedText& text = project_.texts[i];
      Job& job = jobs_[i];
      if (excerpt_names_.contains(i)) continue;
      if (text.role == Role::user) {
        const ByteRange whole{0, static_cast<std::uint32_t>(text.text.size())};
        job.rewritten.edits = {{whole, rewriter.user_name(text.text, ++users)}};
      } else {
        job.rewritten = rewriter.rewrite(text, job.searched, job.file);
        names_of_sources += text.role == Role::source ? 1U : 0U;
        if (text.role == Role::name || text.role == Role::person || text.role == Role::source)
          rewriter.settle_name(text, names_of_sources, transcript_id(text.element), job.rewritten);
        for (const auto& [label, count] : job.rewritten.record.replaced) report_.replaced[label] += count;
        report_.doubtful += job.rewritten.record.doubtful;
        if (!job.rewritten.as_words.empty())
          report_.as_words.push_back({std::string(element(text.element).name), coded::guid_near(tree_, text.element)});
      }
      exchanged_.edits[i] = job.rewritten.edits;
      report_.values += text.role == Role::value && !job.rewritten.edits.empty() ? 1U : 0U;
    }
  }

  /// Of who has withdrawn no case is left, with what it tells of them.
  void drop_withdrawn_cases() {
    for (const coded::CodedText& text : project_.texts) {
      if (text.role != Role::person || element(text.element).name != "Case") continue;
      const Entity* const entity = who_is_called(map_, text.text, search_.detector(), opened_.rules.set);
      if (entity == nullptr || !entity->withdrawn) continue;
      project_.dropped.insert(text.element);
      ++project_.left_out["withheld"];
      const std::size_t cases = element(text.element).parent;
      const auto& all = element(cases).children;
      if (std::all_of(all.begin(), all.end(), [&](std::size_t one) { return project_.dropped.contains(one); }))
        project_.dropped.insert(cases);
    }
  }

  void prove_all(ProjectProof& proof) {
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
      const coded::CodedText& text = project_.texts[i];
      if (text.role == Role::value && !exchanged_.edits[i].empty()) continue;  // it is left out
      report_.texts += exchanged_.edits[i].empty() ? 0U : 1U;
      const coded::EditedText edited(text.text, exchanged_.edits[i]);
      if (excerpt_names_.contains(i)) {
        proof.take_excerpt(edited.text());
        continue;
      }
      const RewrittenText& rewritten = jobs_[i].rewritten;
      std::uint64_t left = proof.search(edited, rewritten.kept, rewritten.as_words, labels_in(jobs_[i].searched));
      const bool name = text.role != Role::talk && text.role != Role::note && text.role != Role::words;
      for (const Issue& issue : jobs_[i].rewritten.record.proof) left = name ? left : std::max(left, issue.count);
      if (left > 0) report_.left.push_back({text.role, coded::guid_near(tree_, text.element), left});
    }
  }

  void keep_documents(const ApplyShared& shared) {
    for (const coded::Source& source : project_.sources) {
      if (source.rich.empty()) continue;
      ++report_.documents_dropped;
      if (!source.text || source.rich.size() < 5 || !source.rich.ends_with(".docx")) continue;
      const Job& job = jobs_[*source.text];
      auto kept = formatted_text(shared, search_, *decided_in(job.file), job.file, package_.read(source.rich),
                                 job.rewritten.letters);
      if (!kept) continue;
      exchanged_.rich.emplace(source.rich, std::move(*kept));
      --report_.documents_dropped;
      ++report_.documents;
    }
  }

  /// The bytes first, then the log, then the name: whatever lies there is in the log.
  void publish_project(const std::string& bytes) {
    AtomicFile file(request_.out, AtomicFile::IfThere::refuse);
    file.write(bytes);
    file.sync();
    audit::AuditLog& log = opened_.books.audit;
    log.append(audit::events::ProjectMade{.input = logged_input(opened_.keys.audit, sha256_of_file(request_.in)),
                                          .digest = sha256_of(bytes),
                                          .sources = report_.sources,
                                          .ranges = report_.ranges.all,
                                          .rules = opened_.rules.set.digest().substr(0, rules_digits),
                                          .version = std::string(version),
                                          .by = request_.by});
    sign_audit(opened_.study, log);
    file.commit();
    report_.written = true;
  }

  OpenedStudy& opened_;
  const ProjectRequest& request_;
  StudyMap map_;
  FileSource source_;
  coded::Package package_;
  coded::XmlTree tree_;
  ProjectSearch search_;
  HeardNames heard_;
  KnownTranscripts known_{};
  coded::Project project_{};
  std::vector<Job> jobs_{};                     // by index of Project::texts
  std::map<std::size_t, std::string> files_{};  // source's element -> file
  std::map<std::string, std::string> keys_{};   // the study's files -> their keys
  std::vector<coded::Excerpt> excerpts_{};
  std::set<std::size_t> excerpt_names_{};              // by index of Project::texts
  std::set<std::string> written_about_ = {no_source};  // files of what the team wrote, about anybody of the study
  coded::Exchanged exchanged_{};
  ProjectReport report_{};
};

}  // namespace

ProjectReport pseudonymise_project(OpenedStudy& opened, const ProjectRequest& request) {
  require_outside(opened.study.layout, request.out);
  try {
    return ProjectRun(opened, request).run();
  } catch (const Error& error) {
    if (error.problem().fault == Fault::input) throw error.in(request.in.string());
    throw;
  }
}

}  // namespace moniker::study
