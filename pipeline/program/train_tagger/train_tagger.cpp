// Trains the tagger's models on annotated documents, with the rules of the language as they stand.
//
//   train_tagger RULES LANGUAGE KIND OUT GOLD[@WEIGHT]... writes OUT.cased.tsv and OUT.uncased.tsv
//   KIND                             names, details or codes: a tagger of rules/tagger_kinds.hpp
//   ... +GOLD[@WEIGHT]               gold of which every document is learned
//   ... TRANSCRIPT.txt[@WEIGHT]      a transcript that nobody annotated
//   ... ?TRANSCRIPT.txt[@WEIGHT]     one that is full of names which the rules may miss
//
// What the rules alone surely find in a transcript counts as its names, and what they doubt is passed over; where it is
// full of names, what the annotated material doubts, too. Documents that `is_aside` sets apart are left out, but for a
// +, so that figures on them are honest.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <unordered_map>

#include "base/atomic_file.hpp"
#include "base/byte_source.hpp"
#include "detect/first_way.hpp"
#include "eval/gold.hpp"
#include "eval/parts.hpp"
#include "look/detect_text.hpp"
#include "moniker/error.hpp"
#include "read/turns/text_turns.hpp"
#include "tag/tagger.hpp"
#include "train_tagger/crf.hpp"

namespace moniker::train {
namespace {

constexpr float sure = 0.7F;  // score from which a finding of the rules counts as annotated
constexpr std::string_view doubtful = "doubtful";
constexpr std::uint32_t fewest_uses = 3;  // of a feature, to be learned at all
constexpr float smallest_weight = 0.05F;  // in a model file
constexpr std::array<std::string_view, 14> outer_words = {"the",  "a",  "an",  "'s",   "mr",   "mrs",  "ms",
                                                          "miss", "dr", "sir", "lord", "lady", "prof", "professor"};

/// A document's part in the training.
struct Role {
  float weight = 1;
  bool assumed = false;  // TaggedRun::assumed
};

/// An argument: [+|?]FILE[@WEIGHT].
struct Source {
  std::string file{};
  Role role{};
  bool whole = false;  // nothing of it is set apart

  explicit Source(std::string_view argument) {
    if (argument.starts_with('+') || argument.starts_with('?')) {
      whole = argument.front() == '+';
      role.assumed = !whole;
      argument.remove_prefix(1);
    }
    const std::size_t at = argument.rfind('@');
    if (at != std::string_view::npos) role.weight = std::stof(std::string(argument.substr(at + 1)));
    file = argument.substr(0, at);
  }
};

/// Features by number, and the runs that hold them.
struct Material {
  std::unordered_map<std::string, std::uint32_t> numbers{};
  std::vector<std::string> names{};
  std::vector<std::uint32_t> uses{};
  std::vector<TaggedRun> runs{};

  std::uint32_t number(std::string_view name) {
    const auto [place, fresh] = numbers.try_emplace(std::string(name), static_cast<std::uint32_t>(names.size()));
    if (fresh) {
      names.emplace_back(name);
      uses.push_back(0);
    }
    ++uses[place->second];
    return place->second;
  }
};

/// Where a label stands among a tagger's; tag_types where it is none of them.
std::size_t type_of(const rules::TagLabels& labels, std::string_view label) {
  return static_cast<std::size_t>(std::find(labels.begin(), labels.end(), label) - labels.begin());
}

/// The outermost of the gold spans of the tagger's labels.
std::vector<eval::GoldSpan> spans_of(const eval::GoldDocument& document, const rules::TagLabels& labels) {
  std::vector<eval::GoldSpan> spans;
  for (const eval::GoldSpan& span : document.spans) {
    if (type_of(labels, span.label) != rules::tag_types) spans.push_back(span);
  }
  std::stable_sort(spans.begin(), spans.end(),
                   [](const eval::GoldSpan& a, const eval::GoldSpan& b) { return a.end - a.begin > b.end - b.begin; });
  std::vector<eval::GoldSpan> outer;
  for (const eval::GoldSpan& span : spans) {
    const bool inside = std::any_of(outer.begin(), outer.end(),
                                    [&](const eval::GoldSpan& o) { return span.begin < o.end && o.begin < span.end; });
    if (!inside) outer.push_back(span);
  }
  return outer;
}

/// The gold tags of an utterance's words. Titles and articles at a name's begin belong to no name here, as the
/// rules have it.
std::vector<rules::Tag> tags_of(const words::Words& words, const read::TextTurn& turn, const rules::TagLabels& labels,
                                const std::vector<eval::GoldSpan>& names) {
  std::vector<rules::Tag> tags(words.tokens.size(), rules::Tag::none);
  const eval::GoldSpan* open = nullptr;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const read::SourceRange source = turn.source_of(words.tokens[i].bytes);
    const auto name = std::find_if(names.begin(), names.end(), [&](const eval::GoldSpan& n) {
      return source.begin < n.end && n.begin < source.end;
    });
    if (name == names.end()) {
      open = nullptr;
      continue;
    }
    const std::size_t type = type_of(labels, name->label);
    const bool outer_word =
        std::find(outer_words.begin(), outer_words.end(), words.fold_of(words.tokens[i])) != outer_words.end();
    if (open != &*name && outer_word) continue;
    tags[i] = open == &*name ? rules::in_tag(type) : rules::begin_tag(type);
    open = &*name;
  }
  return tags;
}

/// What the rules find in a transcript: sure names as spans, the doubtful ones with the type NONE.
eval::GoldDocument annotated_by_rules(const rules::RuleSet& rules, std::string id, std::string text) {
  eval::GoldDocument document{.id = std::move(id), .text = std::move(text)};
  for (const look::DetectedSpan& span : look::detect_text(rules, Register{}, document.text)) {
    document.spans.push_back({.begin = static_cast<std::uint32_t>(span.begin),
                              .end = static_cast<std::uint32_t>(span.end),
                              .label = span.label,
                              .type = span.score < sure ? std::string(doubtful) : "DIRECT"});
  }
  return document;
}

class Gatherer {
 public:
  Gatherer(const rules::RuleSet& rules, std::size_t kind, Material& cased, Material& uncased)
      : rules_(rules),
        labels_(rules::tagger_kinds[kind].labels),
        tagger_(rules.compiled().taggers[kind]),
        namer_(rules.compiled()),
        cased_(cased),
        uncased_(uncased) {}

  void take(const eval::GoldDocument& document, Role role) {
    detect::FirstWay first_way(rules_, detect::known_people(rules_, nobody_), detect::Search::Tagging::off);
    const std::vector<eval::GoldSpan> names = spans_of(document, labels_);
    for (const read::TextTurn& turn : read::text_turns(document.text, rules_.language())) {
      const detect::Claims& claims = first_way.look(turn.utterance);
      const words::Words& words = first_way.search().words();
      const tag::TagEvidence evidence{
          .words = words, .claims = claims.findings, .kept = claims.kept, .learned = first_way.learned()};
      const std::vector<rules::Tag> tags = tags_of(words, turn, labels_, names);
      namer_.begin(evidence);
      for (const tag::TokenRun run :
           tag::runs_to_tag(rules_.compiled(), tagger_, words, first_way.search().memo(), claims.findings)) {
        if (!is_doubtful(words, turn, names, run)) add(words, tags, run, role);
      }
      first_way.conclude(turn.utterance);
    }
  }

 private:
  static bool is_doubtful(const words::Words& words, const read::TextTurn& turn,
                          const std::vector<eval::GoldSpan>& names, tag::TokenRun run) {
    const read::SourceRange source = turn.source_of(words.range(run.first, run.last));
    return std::any_of(names.begin(), names.end(), [&](const eval::GoldSpan& n) {
      return n.type == doubtful && source.begin < n.end && n.begin < source.end;
    });
  }

  void add(const words::Words& words, const std::vector<rules::Tag>& tags, tag::TokenRun run, Role role) {
    Material& material = (words.tokens.front().shape & words::shape_uncased) ? uncased_ : cased_;
    TaggedRun& tagged = material.runs.emplace_back();
    tagged.weight = role.weight;
    tagged.assumed = role.assumed;
    for (std::uint32_t i = run.first; i <= run.last; ++i) {
      auto& features = tagged.features.emplace_back();
      namer_.name(i, [&](std::string_view name) { features.push_back(material.number(name)); });
      tagged.tags.push_back(tags[i]);
    }
  }

  const rules::RuleSet& rules_;
  const rules::TagLabels& labels_;
  const rules::TaggerRules& tagger_;
  const Register nobody_{};
  tag::TagNamer namer_;
  Material &cased_, &uncased_;
};

/// Features that are seen too seldom are forgotten.
void prune(Material& material) {
  std::vector<std::uint32_t> kept(material.names.size(), UINT32_MAX);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (material.uses[i] < fewest_uses) continue;
    kept[i] = static_cast<std::uint32_t>(names.size());
    names.push_back(std::move(material.names[i]));
  }
  material.names = std::move(names);
  for (TaggedRun& run : material.runs) {
    for (auto& features : run.features) {
      for (auto& feature : features) feature = kept[feature];
      std::erase(features, UINT32_MAX);
    }
  }
}

std::string line_of(std::string_view name, const rules::TagRow& weights) {
  bool any = false;
  std::string line(name);
  for (std::size_t tag = 0; tag < rules::tag_count; ++tag) {
    any |= std::abs(weights[tag]) >= smallest_weight;
    line +=
        fmt::format("{}{}", tag == 0 ? '\t' : ' ', static_cast<int>(std::lround(weights[tag] / rules::TagModel::unit)));
  }
  return any ? line + "\n" : std::string();
}

void train(Material& material, const rules::TagLabels& labels, const std::string& file) {
  const std::size_t all = material.runs.size();
  prune(material);
  leave_out_doubtful(material.runs, material.names.size(), {});
  const TrainedWeights weights = train_crf(material.runs, material.names.size(), {});
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < material.names.size(); ++i)
    lines.push_back(line_of(material.names[i], weights.features[i]));
  std::string tags;
  for (std::size_t tag = 0; tag < rules::tag_count; ++tag) {
    lines.push_back(line_of(">" + rules::tag_name(labels, tag), weights.follow[tag]));
    tags += " " + rules::tag_name(labels, tag);
  }
  lines.push_back(line_of(">", weights.follow[rules::tag_count]));
  std::erase(lines, "");
  std::sort(lines.begin(), lines.end());
  std::string text =
      "# A tagger's model, made by pipeline/program/train_tagger; what it was trained on stands in "
      "rules/models/README.md.\n"
      "# feature, tab, hundredths for:" +
      tags + "\n";
  for (const std::string& line : lines) text += line;
  text += std::string(rules::end_of_model) + "\n";
  publish(file, text, AtomicFile::IfThere::replace, 0644);
  std::cout << fmt::format("{}: {} runs, {} of them doubtful, {} features tried, {} kept\n", file, all,
                           all - material.runs.size(), material.names.size(), lines.size());
}

const rules::TaggerKind* kind_named(std::string_view name) {
  return std::find_if(rules::tagger_kinds.begin(), rules::tagger_kinds.end(),
                      [&](const rules::TaggerKind& kind) { return kind.name == name; });
}

/// As it is, and in small letters: so are automatic captions.
void take_twice(Gatherer& gatherer, eval::GoldDocument document, Role role) {
  gatherer.take(document, role);
  document.text = eval::in_small_letters(document.text);
  gatherer.take(document, role);
}

int run(const std::vector<std::string>& arguments) {
  const auto kind = arguments.size() < 5 ? rules::tagger_kinds.end() : kind_named(arguments[2]);
  if (kind == rules::tagger_kinds.end()) {
    std::cerr << "usage: train_tagger RULES LANGUAGE names|details|codes OUT [+|?]FILE[@WEIGHT]...\n";
    return 2;
  }
  const rules::RuleSet rules =
      rules::RuleSet::load({.rules = arguments[0], .languages = {arguments[1]}, .tagger = false});
  Material cased, uncased;
  Gatherer gatherer(rules, static_cast<std::size_t>(kind - rules::tagger_kinds.begin()), cased, uncased);
  for (std::size_t i = 4; i < arguments.size(); ++i) {
    const Source source(arguments[i]);
    if (source.file.ends_with(".txt")) {
      take_twice(gatherer, annotated_by_rules(rules, source.file, read_file(source.file)), source.role);
      continue;
    }
    std::ifstream file(source.file);
    eval::GoldReader reader(file, source.file);
    while (const auto document = reader.next()) {
      if (source.whole || !eval::is_aside(document->id)) take_twice(gatherer, *document, source.role);
    }
  }
  train(cased, kind->labels, arguments[3] + ".cased.tsv");
  train(uncased, kind->labels, arguments[3] + ".uncased.tsv");
  return 0;
}

}  // namespace
}  // namespace moniker::train

int main(int count, char** values) {
  try {
    return moniker::train::run({values + 1, values + count});
  } catch (const moniker::Error& error) {
    std::cerr << "train_tagger: " << error.what() << "\n";
    return 2;
  }
}
