#include "review/kappa.hpp"

#include <map>

namespace moniker::study {

std::optional<double> cohens_kappa(const std::vector<std::pair<std::string, std::string>>& answers) {
  if (answers.empty()) return std::nullopt;
  std::map<std::string, std::pair<double, double>> given;  // by answer: how often each gave it
  double agreed = 0;
  for (const auto& [first, second] : answers) {
    ++given[first].first;
    ++given[second].second;
    agreed += first == second ? 1 : 0;
  }
  const double all = static_cast<double>(answers.size());
  double by_chance = 0;
  for (const auto& [answer, times] : given) by_chance += times.first / all * (times.second / all);
  if (by_chance >= 1) return std::nullopt;
  return (agreed / all - by_chance) / (1 - by_chance);
}

}  // namespace moniker::study
