#pragma once
#include <cstddef>
#include <vector>

#include "moniker/issue.hpp"
#include "moniker/stage.hpp"

namespace moniker::check {

/// So many issues of one kind are kept of one file, each with its place. A caption file may have ten million broken
/// times, and whoever mends it wants some places and how many more there are.
inline constexpr std::size_t kept_places = 1000;

/// Puts issues of one file behind those in `issues`, which outlives the sink: beyond `kept_places` of a kind the last
/// one that was kept counts the others.
Sink<Issue> keep_in(std::vector<Issue>& issues);

}  // namespace moniker::check
