#include "audit/record.hpp"

#include <sodium.h>

#include <charconv>

#include "base/json_text.hpp"

namespace moniker::audit {
namespace {

constexpr std::string_view number_mark = "{\"n\":", time_mark = ",\"time\":\"", event_mark = "\",\"event\":\"",
                           previous_mark = ",\"prev\":\"";
constexpr std::size_t digest_digits = 64;

std::string begin_record(const RecordHead& head) {
  std::string record(number_mark);
  append_number(record, head.number);
  return record.append(time_mark).append(head.time).append(event_mark).append(head.event).append(1, '"');
}

std::string end_record(std::string record, const Digest& previous) {
  return record.append(previous_mark).append(hex(previous)).append("\"}");
}

}  // namespace

std::string event_record(const RecordHead& head, std::string_view fields, const Digest& previous) {
  std::string record = begin_record(head);
  if (!fields.empty()) record.append(1, ',').append(fields);
  return end_record(std::move(record), previous);
}

bool is_of_frame(std::string_view name) { return name == "n" || name == "time" || name == "event" || name == "prev"; }

std::string_view record_body(std::string_view line) {
  line.remove_prefix(line.find(time_mark));
  return line.substr(0, line.rfind(previous_mark));
}

std::optional<RecordParts> record_parts(std::string_view line) {
  if (!parse_link(line)) return std::nullopt;
  std::string_view rest = record_body(line).substr(time_mark.size());
  const std::size_t time = rest.find(event_mark);
  if (time == rest.npos) return std::nullopt;
  RecordParts parts{.time = rest.substr(0, time)};
  rest.remove_prefix(time + event_mark.size());
  const std::size_t name = rest.find('"');
  if (name == rest.npos) return std::nullopt;
  parts.event = rest.substr(0, name);
  rest.remove_prefix(name + 1);
  if (!rest.empty() && !rest.starts_with(',')) return std::nullopt;
  parts.fields = rest.substr(rest.empty() ? 0 : 1);
  return parts;
}

std::string chained_record(std::uint64_t number, std::string_view body, const Digest& previous) {
  std::string record(number_mark);
  append_number(record, number);
  return end_record(std::move(record.append(body)), previous);
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
  sodium_hex2bin(link.previous.data(), link.previous.size(), previous.data(), previous.size(), nullptr, nullptr,
                 nullptr);
  return link;
}

}  // namespace moniker::audit
