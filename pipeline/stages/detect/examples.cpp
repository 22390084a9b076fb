// Rules prove themselves: each example runs through the whole rule set as one utterance without a register.
#include "detect/examples.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detect/detector.hpp"
#include "detect/overlap.hpp"
#include "detect/search.hpp"
#include "rules/compiled.hpp"

namespace moniker::detect {
namespace {

struct Example {
  std::string text{};
  std::vector<ByteRange> ranges{};
};

/// The example without its « and », and what stood between them.
Example read_marks(std::string_view example) {
  constexpr std::string_view open = "«", close = "»";
  Example read;
  while (!example.empty()) {
    if (example.starts_with(open)) {
      read.ranges.push_back({static_cast<std::uint32_t>(read.text.size()), 0});
      example.remove_prefix(open.size());
    } else if (example.starts_with(close)) {
      if (!read.ranges.empty()) read.ranges.back().end = static_cast<std::uint32_t>(read.text.size());
      example.remove_prefix(close.size());
    } else {
      read.text += example.front();
      example.remove_prefix(1);
    }
  }
  return read;
}

class ExampleRun {
 public:
  ExampleRun(const rules::RuleSet& rules, RuleId rule)
      : rules_(rules),
        face_(rules.rule(rule)),
        rule_(rule),
        search_(rules, face_.kind == "tagger" ? Search::Tagging::on : Search::Tagging::off) {}

  /// What went wrong; empty when nothing did.
  std::string judge(const rules::ExampleSpec& example) {
    const Example marked = read_marks(example.text);
    const Claims& claims = search_.run(marked.text, {}, nullptr, nothing_learned_);
    if (face_.kind == "keep") return judge_keep(marked, claims, example.match);
    return example.match ? judge_match(marked, claims) : judge_no_match(marked, claims);
  }

 private:
  std::string judge_match(const Example& marked, const Claims& claims) {
    const std::vector<Finding> found = resolve_overlaps(rules_, marked.text, claims.findings);
    for (const ByteRange wanted : marked.ranges) {
      const bool there = std::any_of(found.begin(), found.end(),
                                     [&](const Finding& f) { return f.bytes == wanted && f.label == face_.label; });
      if (!there)
        return fmt::format("`{}` is not found as {} in `{}`; {}", piece(marked, wanted), rules_.label(face_.label).name,
                           marked.text, listed(marked, found));
    }
    return {};
  }
  std::string judge_no_match(const Example& marked, const Claims& claims) {
    for (const Finding& f : claims.findings) {
      if (f.rule == rule_ && f.score >= rules_.label(f.label).review) {
        return fmt::format("`{}` is found in `{}`, where nothing should be", piece(marked, f.bytes), marked.text);
      }
    }
    return {};
  }
  std::string judge_keep(const Example& marked, const Claims& claims, bool match) {
    const auto kept = [&](ByteRange bytes) {
      return std::any_of(claims.kept.begin(), claims.kept.end(),
                         [&](const rules::Kept& k) { return k.rule == rule_ && k.bytes == bytes; });
    };
    for (const ByteRange wanted : marked.ranges) {
      if (!kept(wanted)) return fmt::format("`{}` is not kept in `{}`", piece(marked, wanted), marked.text);
    }
    const bool any =
        std::any_of(claims.kept.begin(), claims.kept.end(), [&](const rules::Kept& k) { return k.rule == rule_; });
    return !match && any ? fmt::format("something is kept in `{}`, where nothing should be", marked.text)
                         : std::string();
  }
  static std::string piece(const Example& marked, ByteRange bytes) {
    return marked.text.substr(bytes.begin, bytes.size());
  }
  std::string listed(const Example& marked, const std::vector<Finding>& found) const {
    if (found.empty()) return "nothing is found there";
    std::string list;
    for (const Finding& f : found) {
      list += fmt::format("{}`{}` as {} by {}", list.empty() ? "" : ", ", piece(marked, f.bytes),
                          rules_.label(f.label).name, rules_.rule(f.rule).id);
    }
    return "found are " + list;
  }

  const rules::RuleSet& rules_;
  const rules::Rule& face_;
  RuleId rule_;
  const LearnedNames nothing_learned_{};
  Search search_;
};

}  // namespace

ExampleReport test_rules(const rules::RuleSet& rules) {
  ExampleReport report;
  const bool balanced = rules.compiled().profile == "balanced";
  for (std::size_t i = 0; i < rules.rules().size(); ++i) {
    const auto id = static_cast<RuleId>(i);
    if (!balanced && rules.compiled().detail(id).everywhere) continue;
    ++report.rules;
    for (const rules::ExampleSpec& example : rules.compiled().detail(id).examples) {
      ++report.examples;
      std::string what = ExampleRun(rules, id).judge(example);  // each alone: no words of the one before
      if (!what.empty())
        report.failures.push_back({rules.rule(id).id, rules.rule(id).file, example.at, std::move(what)});
    }
  }
  return report;
}

}  // namespace moniker::detect
