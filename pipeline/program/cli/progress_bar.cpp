#include "cli/progress_bar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace moniker::cli {
namespace {

std::string clock_text(double seconds) {
  const auto whole = std::lround(seconds);
  return whole < 3600 ? fmt::format("{}:{:02}", whole / 60, whole % 60)
                      : fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

std::string rate_text(const Progress& progress, double seconds) {
  if (seconds <= 0) seconds = 1;
  const double bytes_per_second = static_cast<double>(progress.bytes) / seconds;
  if (progress.bytes == 0) return fmt::format("{:.1f}/s", static_cast<double>(progress.done) / seconds);
  return bytes_per_second < 1e6 ? fmt::format("{:.0f} kB/s", bytes_per_second / 1e3)
                                : fmt::format("{:.1f} MB/s", bytes_per_second / 1e6);
}

}  // namespace

Watcher ProgressBar::watcher() {
  return [this](const Progress& progress) { show(progress); };
}

void ProgressBar::show(const Progress& progress) {
  if (!terminal_.can_redraw()) return;
  const auto now = std::chrono::steady_clock::now();
  if (step_ != progress.step) {
    clear();
    step_ = progress.step;
    began_ = now;
    drawn_ = {};
  }
  const double seconds = std::chrono::duration<double>(now - began_).count();
  if (from_ == From::a_second && seconds < 1) return;
  const bool due = now - drawn_ > std::chrono::milliseconds(80) || progress.done == progress.total;
  if (due) draw(progress, seconds);
  if (due) drawn_ = now;
  if (progress.done == progress.total) clear();
}

void ProgressBar::draw(const Progress& progress, double seconds) {
  const auto cells = static_cast<std::size_t>(std::clamp(terminal_.width() - 44, 4, 24));
  const std::size_t full = progress.total == 0 ? cells : progress.done * cells / progress.total;
  std::string bar;
  for (std::size_t i = 0; i < cells; ++i) bar += i < full ? "━" : "─";
  const double left = progress.done == 0 ? 0
                                         : seconds * static_cast<double>(progress.total - progress.done) /
                                               static_cast<double>(progress.done);
  terminal_.say(fmt::format("\r\x1b[K  {:<6} {} {}/{}{}{}  {}  {} left", progress.step, bar, progress.done,
                            progress.total, progress.unit.empty() ? "" : " ", progress.unit,
                            rate_text(progress, seconds), clock_text(left)));
  visible_ = true;
}

void ProgressBar::clear() {
  if (std::exchange(visible_, false)) terminal_.say("\r\x1b[K");
}

}  // namespace moniker::cli
