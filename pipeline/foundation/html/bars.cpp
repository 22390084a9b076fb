#include "html/bars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/proportion_bound.hpp"

namespace moniker::html {
namespace {

std::string percent(double share) { return fmt::format("{:.2f}%", 100 * std::clamp(share, 0.0, 1.0)); }

/// Small shares are what matters: 0.1 %, 1 %, 10 % and 100 % are equally far apart, and 0 lies before them.
double on_scale(double share) {
  constexpr double least = 0.0005;  // what is less is drawn as this
  return std::clamp(1 - std::log10(std::max(share, least)) / std::log10(least), 0.0, 1.0);
}

constexpr double left = 20, width = 600;

std::string at(double share) { return fmt::format("{:.1f}", left + width * on_scale(share)); }

void mark(Html& html, double share, std::string_view label) {
  html.element("line", "",
               {{"x1", at(share)}, {"x2", at(share)}, {"y1", "30"}, {"y2", "36"}, {"stroke", "currentColor"}});
  html.element("text", label, {{"x", at(share)}, {"y", "50"}, {"text-anchor", "middle"}, {"font-size", "12"}});
}

}  // namespace

void add_patterns(Html& html) {
  html.open("svg", {{"width", "0"}, {"height", "0"}, {"aria-hidden", "true"}, {"class", "unseen"}}).open("defs");
  html.open("pattern", {{"id", "hatched"},
                        {"width", "5"},
                        {"height", "5"},
                        {"patternUnits", "userSpaceOnUse"},
                        {"patternTransform", "rotate(45)"}});
  html.element("rect", "", {{"width", "2"}, {"height", "5"}, {"fill", "currentColor"}});
  html.close().close().close().line();
}

void add_bar(Html& html, std::span<const BarPart> parts) {
  html.open("svg", {{"class", "bar"}, {"aria-hidden", "true"}, {"focusable", "false"}});
  double from = 0;
  for (const BarPart& part : parts) {
    const bool solid = part.fill == Fill::solid;
    html.element("rect", "",
                 {{"x", percent(from)},
                  {"width", percent(part.share)},
                  {"height", "100%"},
                  {"fill", solid ? "currentColor" : "url(#hatched)"},
                  {"stroke", solid ? "none" : "currentColor"}});
    from += part.share;
  }
  html.close();
}

void add_interval(Html& html, const Interval& interval) {
  html.open("svg", {{"viewBox", "0 0 640 56"}, {"width", "640"}, {"class", "scale"}, {"role", "img"}});
  html.element("title", interval.tells);
  html.element("line", "", {{"x1", at(0)}, {"x2", at(1)}, {"y1", "33"}, {"y2", "33"}, {"stroke", "currentColor"}});
  mark(html, 0, "0");
  for (const auto& [share, label] : {std::pair{0.001, "0.1 %"}, {0.01, "1 %"}, {0.1, "10 %"}, {1.0, "100 %"}})
    mark(html, share, label);
  const double from = left + width * on_scale(interval.from), to = left + width * on_scale(interval.to);
  html.element("rect", "",
               {{"x", fmt::format("{:.1f}", from)},
                {"y", "20"},
                {"width", fmt::format("{:.1f}", to - from)},
                {"height", "8"},
                {"fill", "url(#hatched)"},
                {"stroke", "currentColor"}});
  html.element("circle", "", {{"cx", at(interval.seen)}, {"cy", "24"}, {"r", "5"}, {"fill", "currentColor"}});
  html.element("text", "below " + bound_in_percent(interval.to),
               {{"x", fmt::format("{:.1f}", to)}, {"y", "13"}, {"text-anchor", "middle"}, {"font-size", "13"}});
  html.close().line();
}

}  // namespace moniker::html
