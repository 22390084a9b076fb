// A night that failed may have had no key and no ledger, so that it is remembered beside them, in a file of a day and a
// count. Nothing vouches for it, and nothing has to: it only ever adds a sentence to what is told, and keeps none back.
#include "nights/failed_nights.hpp"

#include <nlohmann/json.hpp>

#include "base/atomic_file.hpp"
#include "base/bounded_json.hpp"
#include "base/byte_source.hpp"
#include "base/iso_date.hpp"
#include "base/json_number.hpp"
#include "moniker/error.hpp"

namespace moniker::study {
namespace {

constexpr std::size_t longest_note = 4096;

std::filesystem::path failed_note(const StudyLayout& layout) { return layout.work() / "failed.json"; }

}  // namespace

std::optional<FailedNights> read_failed_nights(const StudyLayout& layout) {
  std::error_code trouble;
  if (!std::filesystem::is_regular_file(failed_note(layout), trouble)) return std::nullopt;
  try {
    const auto json = parse_json(read_file(failed_note(layout), longest_note));
    FailedNights failed{json.at("since").get<std::string>(), whole_number<std::uint64_t>(json.at("count"))};
    if (!parse_iso_date(failed.since) || failed.count == 0) return std::nullopt;
    return failed;
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  } catch (const Error&) {
    return std::nullopt;
  }
}

void keep_failed_night(const StudyLayout& layout, const std::string& day) {
  if (!std::filesystem::exists(layout.config()) || !std::filesystem::is_directory(layout.work())) return;
  FailedNights failed = read_failed_nights(layout).value_or(FailedNights{day, 0});
  publish(failed_note(layout),
          nlohmann::ordered_json{{"since", failed.since}, {"count", failed.count + 1}}.dump() + "\n");
}

void forget_failed_nights(const StudyLayout& layout) {
  std::error_code trouble;
  std::filesystem::remove(failed_note(layout), trouble);
}

}  // namespace moniker::study
