// Learned names add up: of one name taught twice, the rule that tells more is kept, whatever the order.
#include "moniker/learned.hpp"

#include <tuple>

namespace moniker {
namespace {

/// Of two, the one whose rule tells more: the higher score, then the first by name, whoever came first.
bool tells_more(const LearnedName& a, const LearnedName& b) {
  return std::make_tuple(-a.score, std::string_view(a.rule)) < std::make_tuple(-b.score, std::string_view(b.rule));
}

}  // namespace

void LearnedNames::add(LearnedName name) {
  auto key = std::make_pair(name.label, name.form);
  const auto [place, fresh] = names_.try_emplace(std::move(key), name);
  if (fresh) {
    forms_.insert(place->second.form);
    return;
  }
  LearnedName& known = place->second;
  const std::uint64_t times = known.times + name.times;
  const bool word = known.word || name.word;
  if (tells_more(name, known)) known = std::move(name);
  known.times = times;
  known.word = word;
}

void LearnedNames::merge(const LearnedNames& other) {
  for (const auto& [key, name] : other.names_) add(name);
}

}  // namespace moniker
