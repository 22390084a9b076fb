#include "check/kept_issues.hpp"

#include <array>

namespace moniker::check {
namespace {

struct Kept {
  std::size_t places = 0, last = 0;  // how many of the kind, and where the last one stands
};

}  // namespace

Sink<Issue> keep_in(std::vector<Issue>& issues) {
  return [&issues, all = std::array<Kept, static_cast<std::size_t>(IssueCode::count_)>{}](Issue issue) mutable {
    Kept& kept = all[static_cast<std::size_t>(issue.code)];
    if (kept.places == kept_places) {
      issues[kept.last].count += issue.count;
      return;
    }
    ++kept.places;
    kept.last = issues.size();
    issues.push_back(issue);
  };
}

}  // namespace moniker::check
