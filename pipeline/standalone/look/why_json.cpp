#include "look/why_json.hpp"

#include <fmt/format.h>

#include <cmath>

namespace moniker::look {
namespace {

using Json = nlohmann::ordered_json;

Json context_json(const rules::Context& context) {
  if (context.veto) return {{"veto", *context.veto}};
  Json json = {{"change", shown_score(context.change)}};
  json["near"] = context.near ? Json(*context.near) : Json();
  return json;
}

Json range_json(ByteRange bytes) { return {bytes.begin, bytes.end}; }

void add_fate(const rules::RuleSet& rules, const rules::ClaimTrace& claim, Json& json) {
  json["fate"] = detect::fate_name(claim.fate);
  if (claim.fate == rules::Fate::kept) json["by"] = rules.rule(claim.keep.rule).id;
  if (claim.fate == rules::Fate::too_low) json["below"] = shown_score(rules.label(claim.claim.label).review);
  if (claim.fate != rules::Fate::lost) return;
  json["by"] = rules.rule(claim.winner.rule).id;
  json["order"] = detect::order_name(claim.order);
  if (claim.left.empty()) return;
  json["left"] = Json::array();
  for (const ByteRange bytes : claim.left) json["left"].push_back(range_json(bytes));
}

Json claim_json(const rules::RuleSet& rules, const rules::ClaimTrace& claim) {
  const rules::Rule& rule = rules.rule(claim.claim.rule);
  const Label& label = rules.label(claim.claim.label);
  Json json = {{"rule", rule.id},
               {"kind", rule.kind},
               {"place", rule_place(rule)},
               {"label", label.name},
               {"start", claim.claim.bytes.begin},
               {"end", claim.claim.bytes.end},
               {"own", shown_score(claim.own)}};
  if (claim.context.veto || claim.context.change != 0) json["context"] = context_json(claim.context);
  if (claim.raised) json["raised"] = true;
  json["score"] = shown_score(claim.claim.score);
  json["replace"] = shown_score(label.replace);
  json["review"] = shown_score(label.review);
  add_fate(rules, claim, json);
  if (claim.lesson) {
    json["taught"] = {{"by", claim.lesson->rule}, {"times", claim.lesson->times}};
    if (claim.lesson->utterance) json["taught"]["turn"] = *claim.lesson->utterance;
  }
  for (const rules::TagReason& reason : claim.reasons)
    json["reasons"].push_back({reason.feature, shown_score(reason.weight)});
  return json;
}

}  // namespace

Json why_json(const rules::RuleSet& rules, const std::vector<rules::ClaimTrace>& claims) {
  Json all = Json::array();
  for (const rules::ClaimTrace& claim : claims) all.push_back(claim_json(rules, claim));
  return all;
}

double shown_score(float score) { return std::round(static_cast<double>(score) * 1000) / 1000.0; }

std::string rule_place(const rules::Rule& rule) {
  return rule.file.empty() ? "built in" : fmt::format("{}:{}", rule.file, rule.at.line);
}

}  // namespace moniker::look
