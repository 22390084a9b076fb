#include "audit/record.hpp"

#include <fmt/core.h>
#include <sodium.h>

#include <charconv>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "base/utf8.hpp"
#include "moniker/error.hpp"

namespace moniker {
namespace {

constexpr std::string_view number_mark = "{\"n\":", time_mark = ",\"time\":\"",
                           previous_mark = ",\"prev\":\"";
constexpr std::size_t digest_digits = 64;
constexpr std::size_t logged_bytes_of_was = 16;  // 128 bits tell any two names of a study apart

/// With its quotes.
std::string json_text(std::string_view text) {
  if (find_invalid_utf8(text) != text.npos) {
    throw Error({.fault = Fault::input,
                 .what = "a value for the audit log is not UTF-8",
                 .remedy = "report this: values of the log are made by moniker and always UTF-8"});
  }
  return nlohmann::json(text).dump();
}

std::string shown(const AuditLog::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return json_text(*text);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  return std::to_string(std::get<std::int64_t>(value));
}

std::string begin_record(const RecordHead& head) {
  return fmt::format("{}{}{}{}\",\"event\":{}", number_mark, head.number, time_mark, head.time,
                     json_text(head.event));
}

std::string end_record(std::string record, const Digest& previous) {
  return record.append(previous_mark).append(hex(previous)).append("\"}");
}

}  // namespace

std::string event_record(const RecordHead& head, const AuditLog::Fields& fields, const Digest& previous) {
  std::string record = begin_record(head);
  for (const auto& [name, value] : fields) {
    if (name == "n" || name == "time" || name == "event" || name == "prev") {
      throw std::logic_error("an audit field has the name of one that every record has");
    }
    record.append(1, ',').append(json_text(name)).append(1, ':').append(shown(value));
  }
  return end_record(std::move(record), previous);
}

std::string replacements_record(const RecordHead& head, std::string_view transcript,
                                std::span<const ReplacementRecord> replacements, const Digest& previous) {
  std::string record = begin_record(head);
  record += fmt::format(
      ",\"transcript\":{},\"columns\":[\"turn\",\"begin\",\"end\",\"label\",\"rule\",\"by\",\"score\","
      "\"was\"]"
      ",\"replacements\":[",
      json_text(transcript));
  for (const ReplacementRecord& row : replacements) {
    const std::string_view was(reinterpret_cast<const char*>(row.was.data()), logged_bytes_of_was);
    if (&row != replacements.data()) record += ',';
    record += fmt::format("[{},{},{},{},{},{},{:.3f},\"{}\"]", row.turn, row.begin, row.end,
                          json_text(row.label), json_text(row.rule), json_text(row.by), row.score, hex(was));
  }
  return end_record(std::move(record.append(1, ']')), previous);
}

std::string_view record_body(std::string_view line) {
  line.remove_prefix(line.find(time_mark));
  return line.substr(0, line.rfind(previous_mark));
}

std::string chained_record(std::uint64_t number, std::string_view body, const Digest& previous) {
  return end_record(fmt::format("{}{}{}", number_mark, number, body), previous);
}

std::optional<Link> parse_link(std::string_view line) {
  const std::size_t end_size = previous_mark.size() + digest_digits + 2;
  if (!line.starts_with(number_mark) || !line.ends_with("\"}") || line.size() < end_size) return std::nullopt;
  // Quotes within a value are escaped, so the mark stands once in one record, and twice in two run together.
  if (line.find(previous_mark) != line.size() - end_size) return std::nullopt;
  Link link;
  const std::string_view digits = line.substr(number_mark.size());
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), link.number);
  const auto length = static_cast<std::size_t>(end - digits.data());
  if (error != std::errc() || digits.front() == '0' || !digits.substr(length).starts_with(time_mark))
    return std::nullopt;
  const std::string_view previous = line.substr(line.size() - digest_digits - 2, digest_digits);
  if (previous.find_first_not_of("0123456789abcdef") != previous.npos) return std::nullopt;
  sodium_hex2bin(link.previous.data(), link.previous.size(), previous.data(), previous.size(), nullptr,
                 nullptr, nullptr);
  return link;
}

}  // namespace moniker
