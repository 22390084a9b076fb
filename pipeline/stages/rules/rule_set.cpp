// Loading: every rule file parsed, then every list read once, every pattern compiled against the lists.
#include "rules/rule_set.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/byte_source.hpp"
#include "base/keyed_hash.hpp"
#include "moniker/error.hpp"
#include "rules/compiled.hpp"
#include "rules/labels.hpp"
#include "rules/pieces.hpp"
#include "rules/rule_cache.hpp"
#include "rules/single_bytes.hpp"
#include "rules/wake_warm.hpp"
#include "words/list_file.hpp"
#include "words/word_scanner.hpp"

namespace moniker::rules {
namespace {

constexpr std::string_view profiles[] = {"balanced", "strict", "light"};

[[noreturn]] void fail(const std::string& file, Position at, std::string what, std::string remedy) {
  throw Error::usage(std::move(what), std::move(remedy), {file, at});
}

/// A file of a language whose rules count in one profile alone; no other profile reads it.
std::filesystem::path profile_file(const std::string& language, const RuleSources& sources) {
  return sources.rules / language / "profiles" / (sources.profile + ".yaml");
}

bool is_of_profile(const std::filesystem::path& path, const RuleSources& sources) {
  return std::any_of(sources.languages.begin(), sources.languages.end(),
                     [&](const std::string& language) { return path == profile_file(language, sources); });
}

/// The rule files of one language: by name, then the one of the profile.
std::vector<std::filesystem::path> files_of(const std::string& language, const RuleSources& sources) {
  const auto folder = sources.rules / language;
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  if (error || files.empty()) {
    fail(folder.string(), {}, fmt::format("there are no rules for the language `{}`", language),
         "name the folder that holds en-GB/ and lists/ with --rules");
  }
  std::sort(files.begin(), files.end());
  if (const auto own = profile_file(language, sources); std::filesystem::exists(own)) files.push_back(own);
  return files;
}

/// The rule files in the order in which they are read: language by language, then the study's own.
std::vector<std::filesystem::path> rule_files(const RuleSources& sources) {
  std::vector<std::filesystem::path> files;
  for (const std::string& language : sources.languages) {
    const auto one = files_of(language, sources);
    files.insert(files.end(), one.begin(), one.end());
  }
  files.insert(files.end(), sources.extra.begin(), sources.extra.end());
  return files;
}

class Loader {
 public:
  explicit Loader(const RuleSources& sources)
      : sources_(sources), compiled_(std::make_unique<RuleSet::Compiled>()), all_(*compiled_) {}

  std::unique_ptr<const RuleSet::Compiled> load() {
    check_profile({}, {}, sources_.profile);  // before it becomes part of a path
    hasher_.take_field(sources_.profile);
    hasher_.take_field(sources_.tagger ? "tagger" : "");
    for (const std::string& id : sources_.off) hasher_.take_field(id);
    read_files();
    check_off();
    all_.labels = labels_of(file_.labels, sources_.profile, first_rules());
    classes();
    questions();
    for (const RuleSpec& rule : file_.rules) {
      if (active(rule)) compile(rule);
    }
    built_in();
    nicknames();
    all_.index = index_of(all_.patterns, all_.lexicon.literals());
    all_.wakers = wakers_of(all_.regexes);
    warm_up(all_);
    note_slow(all_);
    all_.profile = sources_.profile;
    all_.digest = hex(hasher_.finish());
    return std::move(compiled_);
  }

  /// Every file that was read, and the folders whose files are read whatever their names.
  const std::set<std::filesystem::path>& made_of() const { return made_of_; }

 private:
  std::string first_rules() const { return (sources_.rules / sources_.languages.front()).string(); }

  void read_files() {
    for (const std::string& language : sources_.languages) {
      made_of_.insert(sources_.rules / language);
      made_of_.insert(profile_file(language, sources_));
    }
    const auto paths = rule_files(sources_);
    for (const std::string& language : sources_.languages) read_language(language);
    for (const auto& path : paths) {
      made_of_.insert(path);
      const std::string bytes = read_rule_file(path);
      RuleFile one = parse_rule_file(bytes, path.string());
      hasher_.take_field(bytes);
      if (is_of_profile(path, sources_)) {
        for (RuleSpec& rule : one.rules) rule.profiles = {{sources_.profile, rule.at}};
      }
      move_into(file_.labels, one.labels);
      move_into(file_.classes, one.classes);
      move_into(file_.pieces, one.pieces);
      move_into(file_.rules, one.rules);
    }
    check_pieces(file_.pieces);
  }
  /// What code asks of a language is as much of the rules as the rules are, and counts in their digest.
  void read_language(const std::string& language) {
    for (const auto& path : words::Language::files(sources_.rules, language)) {
      made_of_.insert(path);
      hasher_.take_field(words::read_list_file(path).bytes);
    }
  }
  static std::string read_rule_file(const std::filesystem::path& path) {
    try {
      return read_file(path);
    } catch (const Error&) {
      fail(path.string(), {}, "the rule file cannot be read", "check the path and its permissions");
    }
  }
  template <class T>
  static void move_into(std::vector<T>& all, std::vector<T>& more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
  }

  static void check_profile(const std::string& file, Position at, const std::string& name) {
    if (std::find(std::begin(profiles), std::end(profiles), name) != std::end(profiles)) return;
    fail(file, at, fmt::format("there is no profile `{}`", name), fmt::format("one of {}", fmt::join(profiles, ", ")));
  }
  void check_off() const {
    for (const std::string& id : sources_.off) {
      const bool known =
          std::any_of(file_.rules.begin(), file_.rules.end(), [&](const RuleSpec& rule) { return rule.id == id; });
      if (!known)
        fail({}, {}, fmt::format("there is no rule `{}` to switch off", id),
             "`moniker rules list` shows the rules that there are");
    }
  }
  /// Whether the rule counts in this profile. Its profiles are checked in every one.
  bool active(const RuleSpec& rule) const {
    if (rule.kind == "tagger" && !sources_.tagger) return false;
    if (std::find(sources_.off.begin(), sources_.off.end(), rule.id) != sources_.off.end()) return false;
    bool named = rule.profiles.empty();
    for (const Located& profile : rule.profiles) {
      check_profile(rule.file, profile.at, profile.text);
      named = named || profile.text == sources_.profile;
    }
    return named;
  }

  void classes() {
    std::map<std::string, words::ListFile> lists;
    for (const ClassSpec& spec : file_.classes) {
      auto [place, fresh] = all_.classes.try_emplace(spec.name);
      if (spec.is) {
        place->second.is = spec.is->text;
        continue;
      }
      if (fresh) place->second.own.set(new_class(spec));
      fill(spec, first_bit(place->second.own), lists);
    }
    for (const auto& [name, list] : lists) hasher_.take_field(list.bytes);
    if (const auto found = all_.classes.find("abbreviation"); found != all_.classes.end())
      all_.abbreviations = found->second.own;
  }
  std::size_t new_class(const ClassSpec& spec) {
    if (class_count_ == words::max_classes) {
      fail(spec.file, spec.at,
           fmt::format("there are more than {} classes with words of their own", words::max_classes),
           "put words of the same use into one class");
    }
    all_.class_names.push_back(spec.name);
    return class_count_++;
  }
  static std::size_t first_bit(const words::ClassSet& set) {
    std::size_t bit = 0;
    while (!set.test(bit)) ++bit;
    return bit;
  }
  /// "./titles.tsv" lies beside the rule file that names it, "names/titles.tsv" with the lists of all languages.
  std::filesystem::path place_of(const std::string& list, const std::string& rule_file) const {
    if (list.starts_with("./")) return std::filesystem::path(rule_file).parent_path() / list.substr(2);
    return sources_.rules / "lists" / list;
  }
  void fill(const ClassSpec& spec, std::size_t bit, std::map<std::string, words::ListFile>& lists) {
    for (const Located& list : spec.lists) {
      const std::string key = place_of(list.text, spec.file).lexically_normal().string();
      auto known = lists.find(key);
      if (known == lists.end()) {
        const auto path = place_of(list.text, spec.file);
        made_of_.insert(path);
        known = lists.emplace(key, words::read_list_file(path, spec.file, list.at)).first;
      }
      for (const auto entry : words::entries_of(known->second, spec.where, spec.file, list.at)) {
        spec.endings ? all_.lexicon.add_ending(bit, entry) : all_.lexicon.add(bit, entry);
      }
    }
    for (const std::string& word : spec.words)
      spec.endings ? all_.lexicon.add_ending(bit, word) : all_.lexicon.add(bit, word);
    for (const std::string& word : spec.except) all_.lexicon.remove(bit, word);
  }

  /// What the built-in rules ask, by the names of classes; a set without them gets no for an answer.
  void questions() {
    const auto ask = [&](std::string_view name) {
      return all_.predicates.compile(all_.classes.contains(name) ? name : "!any", all_.classes);
    };
    try {
      all_.ordinary = ask("ordinary");
      all_.role = ask("label-role");
      all_.title = ask("title");
      all_.label_name = ask("label-name");
      all_.label_lone = ask("label-lone");
      all_.no_part = ask("no-part");
      all_.particle = ask("particle");
      all_.said_often = ask("said-often");
      for (std::size_t kind = 0; kind < tagger_kinds.size(); ++kind) {
        all_.taggers[kind].candidate = ask(tagger_kinds[kind].word);
        all_.taggers[kind].before = ask(tagger_kinds[kind].before);
      }
      filler_ = ask("filler");
    } catch (const PatternFault& fault) {
      fail({}, {}, fault.what, fault.remedy);
    }
  }

  LabelId label_id(const RuleSpec& rule) {
    const Label* const found = label_named(all_.labels, rule.label);
    if (found == nullptr) {
      fail(rule.file, rule.at, fmt::format("rule `{}` has the unknown label `{}`", rule.id, rule.label),
           "add it to labels.yaml or name one that is there");
    }
    return static_cast<LabelId>(found - all_.labels.data());
  }

  RuleId add_face(const RuleSpec& rule) {
    if (!ids_.insert(rule.id).second) {
      fail(rule.file, rule.at, fmt::format("there are two rules `{}`", rule.id), "give one of them another id");
    }
    const LabelId label = rule.kind == "keep" ? LabelId{} : label_id(rule);
    const Validator validator = rule.validator ? validator_named(rule.validator->text) : nullptr;
    if (rule.validator && !validator) {
      fail(rule.file, rule.validator->at, fmt::format("there is no validator `{}`", rule.validator->text),
           fmt::format("one of {}", fmt::join(validator_names(), ", ")));
    }
    all_.rules.push_back(
        {.id = rule.id, .kind = rule.kind, .subtype = rule.subtype, .label = label, .file = rule.file, .at = rule.at});
    all_.details.push_back({.score = rule.score,
                            .teach = rule.teach,
                            .validated = rule.validator && proves(rule.validator->text),
                            .firm = rule.kind != "keep" && rule.firm,
                            .everywhere = rule.profiles.empty(),
                            .context = near_words(rule.context),
                            .not_near = keys(rule.not_near, true),
                            .validator_name = rule.validator ? rule.validator->text : std::string(),
                            .validator = validator,
                            .examples = rule.examples});
    return static_cast<RuleId>(all_.rules.size() - 1);
  }
  static std::vector<std::string> keys(const std::vector<std::string>& words, bool signs = false) {
    std::vector<std::string> list;
    for (const std::string& word : words) {
      std::string key;
      words::lexicon_key(word, key);
      if (key.empty() && signs) key = word;
      if (!key.empty()) list.push_back(std::move(key));
    }
    return list;
  }
  static NearWords near_words(const ContextSpec& spec) {
    return {.words = keys(spec.words),
            .before = spec.before,
            .after = spec.after,
            .raise = spec.raise,
            .lower = spec.lower};
  }

  void compile(const RuleSpec& rule) {
    const RuleId id = add_face(rule);
    if (rule.kind == "regex") return regex(rule, id);
    if (rule.kind == "list") return list(rule, id);
    if (rule.kind == "tagger") return tagger(rule, id);
    if (rule.words) patterns(rule, id, {Located{"[ <" + rule.words->text + "> ]", rule.words->at}});
    patterns(rule, id, rule.patterns);
  }

  void regex(const RuleSpec& rule, RuleId id) {
    if (rule.patterns.size() != 1)
      fail(rule.file, rule.at, fmt::format("rule `{}` has more than one pattern", rule.id), "join them with |");
    const Located& pattern = rule.patterns.front();
    // The set has no options of its own for one pattern, so that case stands in the pattern.
    const std::string whole = with_pieces(rule, pattern, file_.pieces);
    const std::string text = rule.ignore_case ? "(?i:" + whole + ")" : whole;
    auto lazy = std::make_unique<LazyRegex>(text);
    const RE2* const compiled = &lazy->get();
    if (!compiled->ok()) {
      fail(rule.file, pattern.at,
           fmt::format("the pattern of rule `{}` is no RE2 expression: {}", rule.id, compiled->error()),
           "RE2 has no look-around and no back-references: mask a group instead");
    }
    if (rule.group > compiled->NumberOfCapturingGroups() || rule.group > 9) {
      fail(rule.file, rule.at,
           fmt::format("rule `{}` masks group {}, and its pattern has {}", rule.id, rule.group,
                       compiled->NumberOfCapturingGroups()),
           "count the opening brackets that are not (?:");
    }
    auto of_bytes =
        same_in_single_bytes(text) ? std::make_unique<LazyRegex>(text, LazyRegex::Characters::bytes) : nullptr;
    if (of_bytes && !of_bytes->get().ok()) of_bytes.reset();  // it names a character beyond what a byte can be
    all_.regexes.push_back({.rule = id,
                            .pattern = std::move(lazy),
                            .of_bytes = std::move(of_bytes),
                            .group = rule.group,
                            .whole_word = rule.whole_word,
                            .invalid = rule.invalid});
  }

  void list(const RuleSpec& rule, RuleId id) {
    try {
      all_.lists.push_back({.rule = id,
                            .words = all_.predicates.compile(rule.words->text, all_.classes),
                            .start = rule.start,
                            .lower = rule.lower,
                            .uncased = rule.uncased});
    } catch (const PatternFault& fault) {
      fail(rule.file, rule.words->at, fmt::format("rule `{}`: {}", rule.id, fault.what), fault.remedy);
    }
  }

  /// A tagger's rules share one model; each speaks for one of its labels.
  void tagger(const RuleSpec& rule, RuleId id) {
    const auto told = tagger_label(rule.label);
    if (!told) {
      fail(rule.file, rule.at, fmt::format("rule `{}` is of kind tagger and has the label `{}`", rule.id, rule.label),
           "one of " + tagger_labels());
    }
    const TagLabels& labels = tagger_kinds[told->kind].labels;
    TaggerRules& tagger = all_.taggers[told->kind];
    auto& place = tagger.rules[told->type];
    if (place || (tagger.there() && tagger.name != rule.model->text)) {
      fail(rule.file, rule.at,
           fmt::format("rule `{}` is a second tagger for its label or asks for a second model", rule.id),
           fmt::format("keep one tagger rule for each label, and one `model` for {}", fmt::join(labels, ", ")));
    }
    // Where in doubt all goes, what a rule claims stays claimed, whatever the tagger thinks of it.
    const float overrules = sources_.profile == "strict" ? 0 : rule.overrules.value_or(0);
    place = TaggerRules::One{.rule = id, .label = label_id(rule), .overrules = overrules};
    if (!tagger.there()) load_models(rule, labels, tagger);
  }
  void load_models(const RuleSpec& rule, const TagLabels& labels, TaggerRules& tagger) {
    tagger.name = rule.model->text;
    const auto load = [&](std::string_view kind) {
      const auto path = sources_.rules / "models" / fmt::format("{}.{}.tsv", rule.model->text, kind);
      made_of_.insert(path);
      std::string bytes;
      try {
        bytes = read_file(path);
      } catch (const Error&) {
        fail(rule.file, rule.model->at, fmt::format("the model {} cannot be read", path.string()),
             "check the name and the permissions");
      }
      hasher_.take_field(bytes);
      return std::make_unique<const TagModel>(TagModel::parse(bytes, labels, path.string()));
    };
    tagger.cased = load("cased");
    tagger.uncased = load("uncased");
  }

  void patterns(const RuleSpec& rule, RuleId id, const std::vector<Located>& list) {
    for (const Located& one : list) {
      try {
        all_.patterns.push_back(
            {.rule = id,
             .pattern = Pattern::compile(one.text, all_.lexicon, all_.predicates, all_.classes, filler_),
             .keep = rule.kind == "keep",
             .firm = rule.firm});
      } catch (const PatternFault& fault) {
        fail(rule.file, {one.at.line, one.at.column},
             fmt::format("rule `{}`: {} (at character {} of the pattern)", rule.id, fault.what, fault.offset + 1),
             fault.remedy);
      }
    }
  }

  /// The rules that need no file: they stand last and are listed like all others.
  void built_in() {
    const Label& person = *label_meaning(all_.labels, Meaning::person);
    all_.person = static_cast<LabelId>(&person - all_.labels.data());
    const auto add = [&](std::string id, std::string kind, float score) {
      return add_face({.id = std::move(id), .kind = std::move(kind), .label = person.name, .score = score});
    };
    all_.register_rule = add("register", "register", 0.99F);
    all_.near_rule = add("register-near", "register", 0.75F);
    all_.learned_rule = add("learned", "learned", 0.85F);
    all_.decided_rule = add("decided", "decided", 1.0F);
    all_.kept_rule = add("kept", "decided", 0.0F);
  }

  void nicknames() {
    const auto file = sources_.rules / "lists" / "names" / "nicknames.tsv";
    made_of_.insert(file);
    const words::ListFile list = words::read_list_file(file);
    hasher_.take_field(list.bytes);
    words::each_row(list, {"full name", "short forms"}, [&](const words::ListRow& row) {
      std::string full;
      words::fold_word(row.cells[0], full);
      for (const std::string_view part : words::cut_cell(row.cells[1])) {
        std::string nick;
        words::fold_word(part, nick);
        all_.nicknames.emplace(full, nick);
        all_.nicknames.emplace(nick, full);
      }
    });
  }

  const RuleSources& sources_;
  std::unique_ptr<RuleSet::Compiled> compiled_;
  RuleSet::Compiled& all_;
  RuleFile file_{};
  Hasher hasher_{};
  std::set<std::string> ids_{};
  std::set<std::filesystem::path> made_of_{};
  std::size_t class_count_ = 0;
  Predicates::Id filler_ = 0;
};

}  // namespace

RuleSet::RuleSet(std::unique_ptr<const Compiled> compiled, const RuleSources& sources)
    : compiled_(std::move(compiled)),
      language_(std::make_unique<const words::Language>(words::Language::load(sources.rules, sources.languages))) {}
RuleSet::~RuleSet() = default;
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;

RuleSet RuleSet::load(const RuleSources& sources) {
  const RuleCache cache(sources);
  if (auto known = cache.find()) return RuleSet(std::move(known), sources);
  Loader loader(sources);
  auto compiled = loader.load();
  cache.keep(*compiled, loader.made_of());
  return RuleSet(std::move(compiled), sources);
}
const Labels& RuleSet::labels() const { return compiled_->labels; }
const std::vector<Rule>& RuleSet::rules() const { return compiled_->rules; }
const Label& RuleSet::person() const { return label(compiled_->person); }
const Label& RuleSet::label(LabelId id) const { return compiled_->labels[static_cast<std::size_t>(id)]; }
const Rule& RuleSet::rule(RuleId id) const { return compiled_->rules[static_cast<std::size_t>(id)]; }
const std::string& RuleSet::digest() const { return compiled_->digest; }
const RuleSet::Compiled& RuleSet::compiled() const { return *compiled_; }

}  // namespace moniker::rules
