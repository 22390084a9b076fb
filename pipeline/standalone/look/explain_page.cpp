// The words, what is masked of them and why, what came to nothing, and what nothing claims.
#include "look/explain_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "look/why_json.hpp"

namespace moniker::look {
namespace {

using Json = nlohmann::ordered_json;

std::string words(const Utterance& turn, ByteRange bytes) { return turn.text.substr(bytes.begin, bytes.size()); }

class Text {
 public:
  Text(const ExplainPage& page, const rules::RuleSet& rules, const Style& style)
      : page_(page), rules_(rules), style_(style) {}

  std::string text() const {
    const Utterance& turn = page_.turn;
    const detect::Explained& explained = page_.explained;
    std::string out = fmt::format("{}{}:{}{}  {}{}\n", style_.dim, page_.file, page_.at.line, style_.plain,
                                  turn.speaker.empty() ? "" : turn.speaker + ": ", marked(turn, page_.part, explained));
    if (!page_.speaks.empty()) out += fmt::format("\nspeaks: {}\n", page_.speaks);
    for (const std::string& name : page_.label_names) {
      out += fmt::format("\n{}{} \"{}\"{}  the speaker's label: it is no role and no number\n", style_.bold,
                         rules_.person().name, name, style_.plain);
    }
    for (const Finding& finding : explained.findings) {
      if (!page_.part.overlaps(finding.bytes)) continue;
      out += "\n" + headline(turn, finding);
      const auto meant = page_.meant.find(finding.bytes.begin);
      if (meant != page_.meant.end()) out += fmt::format("  who is meant: {}\n", meant->second);
      for (const rules::ClaimTrace& claim : detect::claims_on(explained, finding)) {
        const bool chosen = detect::decides(claim, finding);
        out += lines(turn, claim, chosen, claim.claim.bytes != finding.bytes);
      }
    }
    std::string left;
    for (const rules::ClaimTrace& claim : detect::claims_on_nothing(explained)) {
      if (page_.part.overlaps(claim.claim.bytes)) left += lines(turn, claim, false, true);
    }
    if (!left.empty()) out += fmt::format("\n{}left as they are{}\n{}", style_.bold, style_.plain, left);
    return out + unclaimed();
  }

 private:
  std::string marked(const Utterance& turn, ByteRange part, const detect::Explained& explained) const {
    std::string out;
    std::uint32_t at = part.begin;
    for (const Finding& finding : explained.findings) {
      if (!part.overlaps(finding.bytes)) continue;
      const std::uint32_t begin = std::max(at, finding.bytes.begin), end = std::min(part.end, finding.bytes.end);
      out += words(turn, {at, begin});
      out += fmt::format("{}{}{}", style_.yellow, words(turn, {begin, end}), style_.plain);
      at = end;
    }
    return out + words(turn, {at, part.end});
  }

  std::string headline(const Utterance& turn, const Finding& finding) const {
    const Label& label = rules_.label(finding.label);
    const bool sure = finding.score >= label.replace;
    const std::string fate =
        sure ? fmt::format("replaced (from {:.2f} on)", label.replace)
             : fmt::format("replaced, and a person is asked (from {:.2f} to {:.2f})", label.review, label.replace);
    return fmt::format("{}{} \"{}\"{}  {:.2f}: {}\n", style_.bold, label.name, words(turn, finding.bytes), style_.plain,
                       finding.score, fate);
  }

  std::string lines(const Utterance& turn, const rules::ClaimTrace& claim, bool chosen, bool show_words) const {
    const rules::Rule& rule = rules_.rule(claim.claim.rule);
    const std::string on = show_words ? fmt::format(" on \"{}\"", words(turn, claim.claim.bytes)) : "";
    return fmt::format("  {}{}{}  {} as {}{}  {}({}){}\n      {}; {}\n", chosen ? style_.green : "", rule.id,
                       chosen ? style_.plain : "", rule.kind, rules_.label(claim.claim.label).name, on, style_.dim,
                       rule_place(rule), style_.plain, score(claim),
                       chosen && claim.left.empty() ? "it decides" : fate(turn, claim)) +
           lesson(claim) + reasons(claim);
  }

  static std::string reasons(const rules::ClaimTrace& claim) {
    std::vector<std::string> told;
    for (const rules::TagReason& reason : claim.reasons)
      told.push_back(fmt::format("{} {:+.1f}", reason.feature, reason.weight));
    return told.empty() ? std::string() : fmt::format("      weighs most: {}\n", fmt::join(told, ", "));
  }

  static std::string score(const rules::ClaimTrace& claim) {
    if (claim.raised) return fmt::format("{:.2f}, raised by the tagger to {:.2f}", claim.own, claim.claim.score);
    const rules::Context& context = claim.context;
    if (context.veto || context.change == 0) return fmt::format("{:.2f}", claim.own);
    const std::string why =
        context.near ? fmt::format("as \"{}\" stands near", *context.near) : "as none of its words stands near";
    return fmt::format("{:.2f} {} {:.2f} {} = {:.2f}", claim.own, context.change < 0 ? '-' : '+',
                       std::abs(context.change), why, claim.claim.score);
  }

  std::string fate(const Utterance& turn, const rules::ClaimTrace& claim) const {
    switch (claim.fate) {
      case rules::Fate::masked:
        return "masked";
      case rules::Fate::overruled:
        return "evidence for the tagger, which decides";
      case rules::Fate::vetoed:
        return fmt::format("not where \"{}\" stands beside it", *claim.context.veto);
      case rules::Fate::invalid:
        return fmt::format("no {} by its shape", rules_.label(claim.claim.label).name);
      case rules::Fate::kept: {
        const rules::Rule& keep = rules_.rule(claim.keep.rule);
        return fmt::format("protected by {} ({}) on \"{}\"", keep.id, rule_place(keep), words(turn, claim.keep.bytes));
      }
      case rules::Fate::too_low:
        return fmt::format("below {:.2f}, where {} begins", rules_.label(claim.claim.label).review,
                           rules_.label(claim.claim.label).name);
      case rules::Fate::lost:
        break;
    }
    std::string told =
        fmt::format("gives way to {}: {}", rules_.rule(claim.winner.rule).id, detect::order_sentence(claim.order));
    for (const ByteRange left : claim.left)
      told += fmt::format("; \"{}\" of it is masked all the same", words(turn, left));
    return told;
  }

  std::string lesson(const rules::ClaimTrace& claim) const {
    if (!claim.lesson) return {};
    const rules::Lesson& lesson = *claim.lesson;
    std::string where;
    const auto taught = lesson.utterance ? page_.taught_at.find(*lesson.utterance) : page_.taught_at.end();
    if (taught != page_.taught_at.end()) where = fmt::format(", first at {}:{}", page_.file, taught->second);
    return fmt::format("      taught by {}, {} {}{}\n", lesson.rule, lesson.times, lesson.times == 1 ? "time" : "times",
                       where);
  }

  /// What knows a word: "in given2, ordinary; protected by keep-x (rules/..:7); 0.02 likely a name or a
  /// detail to the taggers".
  std::string known(const detect::UnclaimedWord& word) const {
    std::string says = word.lists.empty() ? "in no list" : fmt::format("in {}", fmt::join(word.lists, ", "));
    for (const RuleId id : word.keeps) {
      const rules::Rule& keep = rules_.rule(id);
      says += fmt::format("; protected by {} ({})", keep.id, rule_place(keep));
    }
    if (word.named)
      says += fmt::format("; to the taggers {:.2f} likely a name, a trade, an age, a date or a code", *word.named);
    for (const rules::NearMiss& miss : word.tried) says += "\n      " + missed(miss);
    return says;
  }

  /// "nearly used-works-for as ORG (rules/..:7): \"in\" stands where it wants at or from".
  std::string missed(const rules::NearMiss& miss) const {
    const rules::Rule& rule = rules_.rule(miss.rule);
    const std::string there = words(page_.turn, miss.at);
    const std::string why =
        miss.wants == rules::NearMiss::Wants::validator
            ? fmt::format("{} refuses \"{}\"", miss.wanted.front(), there)
            : fmt::format("\"{}\" stands where it wants {}", there,
                          fmt::join(miss.wanted, miss.wants == rules::NearMiss::Wants::one_of ? " or " : " and "));
    return fmt::format("nearly {} as {}  {}({}){}: {}", rule.id, rules_.label(rule.label).name, style_.dim,
                       rule_place(rule), style_.plain, why);
  }

  /// Words of which the same is known stand together, in the order of the first of them.
  std::string unclaimed() const {
    std::vector<std::pair<std::string, std::string>> groups;
    for (const detect::UnclaimedWord& word : page_.unclaimed) {
      const std::string says = known(word), shown = words(page_.turn, word.bytes);
      const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.first == says; });
      if (group == groups.end())
        groups.emplace_back(says, shown);
      else
        group->second += " " + shown;
    }
    if (groups.empty()) return {};
    std::string out = fmt::format("\n{}no rule claims{}\n", style_.bold, style_.plain);
    for (const auto& [says, all] : groups) out += fmt::format("  {}\n      {}\n", all, says);
    return out;
  }

  const ExplainPage& page_;
  const rules::RuleSet& rules_;
  const Style& style_;
};

Json tried_json(const detect::UnclaimedWord& word, const rules::RuleSet& rules) {
  constexpr std::string_view wants[] = {"one of", "all of", "validator"};
  Json all = Json::array();
  for (const rules::NearMiss& miss : word.tried) {
    all.push_back({{"rule", rules.rule(miss.rule).id},
                   {"start", miss.at.begin},
                   {"end", miss.at.end},
                   {"wants", wants[static_cast<std::size_t>(miss.wants)]},
                   {"wanted", miss.wanted}});
  }
  return all;
}

Json unclaimed_json(const ExplainPage& page, const rules::RuleSet& rules) {
  Json all = Json::array();
  for (const detect::UnclaimedWord& word : page.unclaimed) {
    Json keeps = Json::array();
    for (const RuleId id : word.keeps) keeps.push_back(rules.rule(id).id);
    all.push_back({{"start", word.bytes.begin},
                   {"end", word.bytes.end},
                   {"text", words(page.turn, word.bytes)},
                   {"lists", word.lists},
                   {"keeps", std::move(keeps)},
                   {"tagger", word.named ? Json(shown_score(*word.named)) : Json(nullptr)},
                   {"tried", tried_json(word, rules)}});
  }
  return all;
}

}  // namespace

std::string as_text(const ExplainPage& page, const rules::RuleSet& rules, const Style& style) {
  return Text(page, rules, style).text();
}

Json as_json(const ExplainPage& page, const rules::RuleSet& rules) {
  Json findings = Json::array();
  for (const Finding& f : page.explained.findings) {
    if (!page.part.overlaps(f.bytes)) continue;
    findings.push_back({{"start", f.bytes.begin},
                        {"end", f.bytes.end},
                        {"text", words(page.turn, f.bytes)},
                        {"label", rules.label(f.label).name},
                        {"score", shown_score(f.score)},
                        {"rule", rules.rule(f.rule).id},
                        {"why", why_json(rules, detect::claims_on(page.explained, f))}});
    const auto meant = page.meant.find(f.bytes.begin);
    if (meant != page.meant.end()) findings.back()["meant"] = meant->second;
  }
  std::vector<rules::ClaimTrace> left = detect::claims_on_nothing(page.explained);
  std::erase_if(left, [&](const rules::ClaimTrace& claim) { return !page.part.overlaps(claim.claim.bytes); });
  Json document{{"file", page.file},
                {"line", page.at.line},
                {"turn", page.turn.number},
                {"text", page.turn.text},
                {"label_names", page.label_names},
                {"findings", std::move(findings)},
                {"left", why_json(rules, left)},
                {"unclaimed", unclaimed_json(page, rules)}};
  if (!page.speaks.empty()) document["speaks"] = page.speaks;
  return document;
}

}  // namespace moniker::look
