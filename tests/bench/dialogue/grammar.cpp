#include "dialogue/grammar.hpp"

#include <algorithm>
#include <istream>
#include <stdexcept>

namespace dialogue {
namespace {

bool vowel(char letter) { return std::string_view("aeiouAEIOU").find(letter) != std::string_view::npos; }

void make_capital(std::string& text, std::size_t at) {
  if (at < text.size() && text[at] >= 'a' && text[at] <= 'z') text[at] = static_cast<char>(text[at] - 'a' + 'A');
}

}  // namespace

Grammar::Grammar(std::istream& text, Filler& filler) {
  std::uint32_t rule = 0;
  for (std::string line; std::getline(text, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (line[0] != ' ') {
      rule = rule_number(line);
      continue;
    }
    std::size_t used = 0;
    const std::uint64_t weight = std::stoul(line, &used);
    std::vector<Part> way = parts(std::string_view(line).substr(std::min(used + 1, line.size())), filler);
    rules_[rule].weights.push_back(weight);
    rules_[rule].ways.push_back(std::move(way));
  }
  check();
  for (Rule& r : rules_) r.choice = Choice(r.weights);
}

void Grammar::check() const {
  for (const Rule& r : rules_) {
    if (r.ways.empty()) throw std::runtime_error("the grammar uses <" + r.name + "> and has no such rule");
  }
}

std::uint32_t Grammar::rule_number(std::string_view name) {
  const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const Rule& r) { return r.name == name; });
  if (found != rules_.end()) return static_cast<std::uint32_t>(found - rules_.begin());
  rules_.push_back({.name = std::string(name)});
  return static_cast<std::uint32_t>(rules_.size() - 1);
}

std::uint32_t Grammar::rule(std::string_view name) const {
  const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const Rule& r) { return r.name == name; });
  if (found == rules_.end()) throw std::runtime_error("the grammar has no rule " + std::string(name));
  return static_cast<std::uint32_t>(found - rules_.begin());
}

Grammar::Part Grammar::bracketed(std::string_view inside, bool rule, Filler& filler) {
  if (rule) return {.kind = Kind::rule, .number = rule_number(inside)};
  const std::size_t equals = inside.find('=');
  if (equals == std::string_view::npos) return {.kind = Kind::slot, .number = filler.slot(inside)};
  return {.kind = Kind::harmless,
          .letters = std::string(inside.substr(equals + 1)),
          .label = std::string(inside.substr(0, equals))};
}

std::vector<Grammar::Part> Grammar::parts(std::string_view way, Filler& filler) {
  std::vector<Part> out;
  const auto letters = [&]() -> std::string& {
    if (out.empty() || out.back().kind != Kind::letters) out.push_back({});
    return out.back().letters;
  };
  for (std::size_t i = 0; i < way.size(); ++i) {
    if (way[i] == '<' || way[i] == '{') {
      const std::size_t end = way.find(way[i] == '<' ? '>' : '}', i);
      if (end == std::string_view::npos) throw std::runtime_error("a bracket is not closed: " + std::string(way));
      out.push_back(bracketed(way.substr(i + 1, end - i - 1), way[i] == '<', filler));
      i = end;
    } else if (way.substr(i).starts_with("a^ ")) {
      out.push_back({.kind = Kind::article});
      i += 2;
    } else if (way[i] == '^') {
      out.push_back({.kind = Kind::capital});
    } else {
      letters() += way[i];
    }
  }
  return out;
}

void Grammar::put(const Part& part, const Filler& filler, Random& random, Marked& out) const {
  const std::size_t begin = out.text.size();
  switch (part.kind) {
    case Kind::letters:
      out.text += part.letters;
      break;
    case Kind::rule:
      expand(part.number, filler, random, out);
      break;
    case Kind::slot:
      filler.fill(part.number, random, out);
      break;
    case Kind::harmless:
      out.text += part.letters;
      out.spans.push_back({begin, out.text.size(), part.label, "NONE"});
      break;
    case Kind::article:
    case Kind::capital:
      break;  // expand() sees to them
  }
}

void Grammar::expand(std::uint32_t number, const Filler& filler, Random& random, Marked& out) const {
  const Rule& rule = rules_[number];
  const std::vector<Part>& way = rule.ways[rule.choice(random)];
  for (std::size_t i = 0; i < way.size(); ++i) {
    if (way[i].kind == Kind::capital && i + 1 < way.size()) {
      const std::size_t at = out.text.size();
      put(way[++i], filler, random, out);
      make_capital(out.text, at);
    } else if (way[i].kind == Kind::article && i + 1 < way.size()) {
      out.text += "a ";
      const std::size_t at = out.text.size(), spans = out.spans.size();
      put(way[++i], filler, random, out);
      if (at == out.text.size() || !vowel(out.text[at])) continue;
      out.text.insert(at - 1, 1, 'n');
      for (std::size_t s = spans; s < out.spans.size(); ++s) ++out.spans[s].begin, ++out.spans[s].end;
    } else {
      put(way[i], filler, random, out);
    }
  }
}

}  // namespace dialogue
