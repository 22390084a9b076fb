// A RuleSet in a file and back, in the order of put_all() and get_all(), which must stay each other's mirror. The file
// is trusted as little as it need be: owner and mode are checked when it is mapped, a sum notices a damaged disk, and
// size, time and inode of everything it was made of (the program too, which is its version) must be the same. Whatever
// is wrong, the answer is null and the rules are read anew.
#include "rules/rule_cache.hpp"

#include <sys/stat.h>

#include <algorithm>

#include "base/archive.hpp"
#include "base/atomic_file.hpp"
#include "base/keyed_hash.hpp"
#include "base/this_program.hpp"
#include "moniker/error.hpp"
#include "moniker/version.hpp"

namespace moniker::rules {
namespace {

constexpr std::string_view magic = "moniker rules A\n";

/// When a file or folder last changed, as a program can see it.
struct Stamp {
  std::uint64_t size = 0;
  std::int64_t seconds = 0, nanoseconds = 0;
  std::uint64_t inode = 0;
  bool operator==(const Stamp&) const = default;
};
Stamp stamp_of(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  return {static_cast<std::uint64_t>(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ino};
}

/// A sum that notices a damaged disk; nobody who can write this file needs to cheat here. Eight sums side by side, each
/// of words and of its own sums (Fletcher 1982), which a processor adds several at once.
std::uint64_t sum_of(std::string_view bytes) {
  using Lanes [[gnu::vector_size(64)]] = std::uint64_t;
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;
  Lanes words{}, sums{}, sums_of_sums{};
  std::size_t at = 0;
  for (; at + sizeof words <= bytes.size(); at += sizeof words) {
    std::memcpy(&words, bytes.data() + at, sizeof words);
    sums += words;
    sums_of_sums += sums;
  }
  std::uint64_t all = bytes.size();
  for (; at < bytes.size(); ++at) all = (all ^ static_cast<unsigned char>(bytes[at])) * odd;
  for (std::size_t lane = 0; lane < sizeof words / sizeof all; ++lane)
    all = ((all ^ sums[lane]) * odd ^ sums_of_sums[lane]) * odd;
  return all;
}

void put_position(ArchiveWriter& to, Position at) { to.put(at.line), to.put(at.column); }
Position position(ArchiveReader& from) {
  const auto line = from.get<std::uint32_t>();
  return {line, from.get<std::uint32_t>()};
}
void put_texts(ArchiveWriter& to, const std::vector<std::string>& texts) {
  to.put_each(texts, [&](const std::string& text) { to.put_text(text); });
}
std::vector<std::string> texts(ArchiveReader& from) {
  std::vector<std::string> list;
  from.each([&] { list.push_back(from.text()); });
  return list;
}
void put_score(ArchiveWriter& to, const std::optional<float>& score) {
  to.put(score.has_value());
  to.put(score.value_or(0));
}
std::optional<float> score(ArchiveReader& from) {
  const bool there = from.get<bool>();
  const float value = from.get<float>();
  return there ? std::optional(value) : std::nullopt;
}

/// One rule's public face and what it has beyond that; examples are for whoever reads the rule files.
void put_rule(ArchiveWriter& to, const Rule& rule, const RuleDetail& detail) {
  for (const std::string* text : {&rule.id, &rule.kind, &rule.subtype, &rule.file}) to.put_text(*text);
  to.put(rule.label);
  put_position(to, rule.at);
  to.put(detail.score);
  for (const bool flag : {detail.teach, detail.validated, detail.firm, detail.everywhere}) to.put(flag);
  put_texts(to, detail.context.words);
  for (const std::uint32_t reach : {detail.context.before, detail.context.after}) to.put(reach);
  for (const float change : {detail.context.raise, detail.context.lower}) to.put(change);
  put_texts(to, detail.not_near);
  to.put_text(detail.validator_name);
}
void rule(ArchiveReader& from, RuleSet::Compiled& all) {
  Rule& rule = all.rules.emplace_back();
  for (std::string* text : {&rule.id, &rule.kind, &rule.subtype, &rule.file}) *text = from.text();
  rule.label = from.get<LabelId>();
  rule.at = position(from);
  RuleDetail& detail = all.details.emplace_back();
  detail.score = from.get<float>();
  for (bool* flag : {&detail.teach, &detail.validated, &detail.firm, &detail.everywhere}) *flag = from.get<bool>();
  detail.context.words = texts(from);
  for (std::uint32_t* reach : {&detail.context.before, &detail.context.after}) *reach = from.get<std::uint32_t>();
  for (float* change : {&detail.context.raise, &detail.context.lower}) *change = from.get<float>();
  detail.not_near = texts(from);
  detail.validator_name = from.text();
  if (!detail.validator_name.empty()) detail.validator = validator_named(detail.validator_name);
}

void put_regex(ArchiveWriter& to, const RegexRule& regex) {
  to.put(regex.rule);
  to.put_text(regex.pattern->text());
  to.put(regex.of_bytes != nullptr);
  to.put(regex.group);
  to.put(regex.whole_word);
  put_score(to, regex.invalid);
}
void regex(ArchiveReader& from, RuleSet::Compiled& all) {
  RegexRule& regex = all.regexes.emplace_back();
  regex.rule = from.get<RuleId>();
  regex.pattern = std::make_unique<LazyRegex>(from.text());
  if (from.get<bool>())
    regex.of_bytes = std::make_unique<LazyRegex>(regex.pattern->text(), LazyRegex::Characters::bytes);
  regex.group = from.get<int>();
  regex.whole_word = from.get<bool>();
  regex.invalid = score(from);
}

void put_tagger(ArchiveWriter& to, const TaggerRules& tagger) {
  to.put(tagger.rules);
  to.put_text(tagger.name);
  to.put(tagger.candidate);
  to.put(tagger.before);
  to.put(tagger.there());
  if (!tagger.there()) return;
  tagger.cased->save(to);
  tagger.uncased->save(to);
}
void tagger(ArchiveReader& from, TaggerRules& tagger) {
  tagger.rules = from.get<decltype(tagger.rules)>();
  tagger.name = from.text();
  tagger.candidate = from.get<Predicates::Id>();
  tagger.before = from.get<Predicates::Id>();
  if (!from.get<bool>()) return;
  tagger.cased = std::make_unique<const TagModel>(TagModel::from(from));
  tagger.uncased = std::make_unique<const TagModel>(TagModel::from(from));
}

void put_label(ArchiveWriter& to, const Label& label) {
  to.put_text(label.name);
  to.put(label.means);
  to.put(label.replace);
  to.put(label.review);
  to.put_text(label.by);
  put_texts(to, label.speaking);
  to.put_text(label.file);
  put_position(to, label.at);
}
Label label(ArchiveReader& from) {
  Label label{.name = from.text(), .means = from.get<Meaning>()};
  label.replace = from.get<float>();
  label.review = from.get<float>();
  label.by = from.text();
  label.speaking = texts(from);
  label.file = from.text();
  label.at = position(from);
  return label;
}

/// The numbers by which built-in rules ask, in one row.
auto questions(auto& all) {
  return std::array{&all.ordinary,   &all.role,    &all.title,    &all.label_name,
                    &all.label_lone, &all.no_part, &all.particle, &all.said_often};
}
auto own_rules(auto& all) {
  return std::array{&all.register_rule, &all.near_rule, &all.learned_rule, &all.decided_rule, &all.kept_rule};
}

void put_all(ArchiveWriter& to, const RuleSet::Compiled& all) {
  to.put_text(all.digest);
  to.put_text(all.profile);
  to.put_each(all.labels, [&](const Label& label) { put_label(to, label); });
  to.put(static_cast<std::uint64_t>(all.rules.size()));
  for (std::size_t i = 0; i < all.rules.size(); ++i) put_rule(to, all.rules[i], all.details[i]);
  put_texts(to, all.class_names);
  to.put(all.abbreviations);
  for (const auto* question : questions(all)) to.put(*question);
  for (const auto* own : own_rules(all)) to.put(*own);
  to.put(all.person);
  to.put_each(all.regexes, [&](const RegexRule& one) { put_regex(to, one); });
  to.put_each(all.lists, [&](const ListRule& list) {
    to.put(list.rule), to.put(list.words);
    for (const auto* one : {&list.start, &list.lower, &list.uncased}) put_score(to, *one);
  });
  to.put_each(all.patterns, [&](const PatternRule& pattern) {
    to.put(pattern.rule), pattern.pattern.save(to), to.put(pattern.keep), to.put(pattern.firm);
  });
  std::vector<std::pair<std::string, std::string>> nicknames(all.nicknames.begin(), all.nicknames.end());
  to.put_each(nicknames, [&](const auto& pair) { to.put_text(pair.first), to.put_text(pair.second); });
  all.predicates.save(to);
  all.lexicon.save(to);
  for (const TaggerRules& one : all.taggers) put_tagger(to, one);
  all.wakers.save(to);
}

void get_all(ArchiveReader& from, RuleSet::Compiled& all) {
  all.digest = from.text();
  all.profile = from.text();
  from.each([&] { all.labels.push_back(label(from)); });
  from.each([&] { rule(from, all); });
  all.class_names = texts(from);
  all.abbreviations = from.get<words::ClassSet>();
  for (auto* question : questions(all)) *question = from.get<Predicates::Id>();
  for (auto* own : own_rules(all)) *own = from.get<RuleId>();
  all.person = from.get<LabelId>();
  from.each([&] { regex(from, all); });
  from.each([&] {
    ListRule& list = all.lists.emplace_back();
    list.rule = from.get<RuleId>();
    list.words = from.get<Predicates::Id>();
    for (auto* one : {&list.start, &list.lower, &list.uncased}) *one = score(from);
  });
  from.each([&] {
    const auto rule = from.get<RuleId>();
    Pattern pattern = Pattern::from(from);
    const bool keep = from.get<bool>();
    all.patterns.push_back({.rule = rule, .pattern = std::move(pattern), .keep = keep, .firm = from.get<bool>()});
  });
  from.each([&] {
    std::string name = from.text();
    all.nicknames.emplace(std::move(name), from.text());
  });
  all.predicates = Predicates::from(from);
  all.lexicon = words::Lexicon::from(from);
  for (TaggerRules& one : all.taggers) tagger(from, one);
  all.wakers = WakeProgram::from(from);
  note_slow(all);
  all.index = index_of(all.patterns, all.lexicon.literals());
}

/// One file for each way of asking and for each program: another of the same version may keep other things in it.
std::string name_of(const RuleSources& sources) {
  Hasher hasher;
  hasher.take_field(version);
  hasher.take_field(this_program().string());
  hasher.take_field(std::filesystem::absolute(sources.rules).lexically_normal().string());
  for (const std::string& language : sources.languages) hasher.take_field(language);
  hasher.take_field(sources.profile);
  for (const std::string& id : sources.off) hasher.take_field(id);
  hasher.take_field(sources.tagger ? "tagger" : "");
  return "rules-" + hex(hasher.finish()).substr(0, 24) + ".bin";
}

/// Languages, profiles and versions that were used once leave nothing for ever: the oldest files go.
void keep_few(const std::filesystem::path& folder) {
  constexpr std::size_t most = 8;
  std::vector<std::filesystem::directory_entry> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().filename().string().starts_with("rules-")) files.push_back(entry);
  }
  if (files.size() <= most) return;
  std::sort(files.begin(), files.end(),
            [](const auto& a, const auto& b) { return a.last_write_time() > b.last_write_time(); });
  std::error_code ignored;
  for (std::size_t i = most; i < files.size(); ++i) std::filesystem::remove(files[i], ignored);
}

}  // namespace

RuleCache::RuleCache(const RuleSources& sources) {
  if (!sources.cache.empty() && sources.extra.empty()) file_ = sources.cache / name_of(sources);
}

std::unique_ptr<const RuleSet::Compiled> RuleCache::find() const {
  if (file_.empty()) return nullptr;
  auto mapped = MappedFile::open_own(file_);
  if (!mapped) return nullptr;
  const std::string_view bytes = mapped->bytes();
  constexpr std::size_t head = 32;  // the magic word, the sum, and 8 bytes left empty
  std::uint64_t sum = 0;
  if (bytes.size() < head || !bytes.starts_with(magic)) return nullptr;
  std::memcpy(&sum, bytes.data() + magic.size(), sizeof sum);
  if (sum != sum_of(bytes.substr(head))) return nullptr;
  try {
    ArchiveReader from(bytes.substr(head));
    bool same = true;
    from.each([&] {
      const std::filesystem::path path = from.text();
      same = from.get<Stamp>() == stamp_of(path) && same;
    });
    if (!same) return nullptr;
    auto all = std::make_unique<RuleSet::Compiled>();
    get_all(from, *all);
    if (!from.at_end()) return nullptr;
    all->file = std::make_unique<const MappedFile>(std::move(*mapped));
    return all;
  } catch (const std::exception&) {
    return nullptr;
  }
}

void RuleCache::keep(const RuleSet::Compiled& rules, const std::set<std::filesystem::path>& made_of) const {
  if (file_.empty()) return;
  ArchiveWriter to;
  auto all = made_of;
  all.insert(this_program());
  to.put(static_cast<std::uint64_t>(all.size()));
  for (const auto& path : all) to.put_text(path.string()), to.put(stamp_of(path));
  put_all(to, rules);
  std::string bytes(magic);
  const std::uint64_t sum = sum_of(to.bytes());
  bytes.append(reinterpret_cast<const char*>(&sum), sizeof sum);
  bytes.append(8, '\0');
  try {
    make_private_folder(file_.parent_path());
    remove_stale(file_.parent_path());  // of a program that was killed; another's that is at it tries again next time
    AtomicFile file(file_);
    file.write(bytes);
    file.write(to.bytes());
    file.rename_now();
    keep_few(file_.parent_path());
  } catch (const Error&) {  // a full disk or a read-only home: next time, then
  } catch (const std::filesystem::filesystem_error&) {
  }
}

}  // namespace moniker::rules
