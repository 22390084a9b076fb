#include "audit/record.hpp"

#include <sodium.h>

#include <charconv>
#include <stdexcept>

#include "base/json_text.hpp"
#include "base/utf8.hpp"
#include "moniker/error.hpp"

namespace moniker::audit {
namespace {

constexpr std::string_view number_mark = "{\"n\":", time_mark = ",\"time\":\"", previous_mark = ",\"prev\":\"";
constexpr std::size_t digest_digits = 64;

std::string_view utf8(std::string_view text) {
  if (find_invalid_utf8(text) != text.npos) {
    throw Error({.fault = Fault::input,
                 .what = "a value for the audit log is not UTF-8",
                 .remedy = "report this: values of the log are made by moniker and always UTF-8"});
  }
  return text;
}

void append_value(std::string& record, const AuditLog::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return append_json(record, utf8(*text));
  if (const auto* flag = std::get_if<bool>(&value)) {
    record.append(*flag ? "true" : "false");
    return;
  }
  append_number(record, std::get<std::int64_t>(value));
}

std::string begin_record(const RecordHead& head) {
  std::string record(number_mark);
  append_number(record, head.number);
  record.append(time_mark).append(head.time).append("\",\"event\":");
  append_json(record, utf8(head.event));
  return record;
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
    record += ',';
    append_json(record, utf8(name));
    record += ':';
    append_value(record, value);
  }
  return end_record(std::move(record), previous);
}

std::string replacements_record(const RecordHead& head, std::string_view body, const Digest& previous) {
  std::string record = begin_record(head);
  record.append(1, ',').append(utf8(body));
  return end_record(std::move(record), previous);
}

std::string_view record_body(std::string_view line) {
  line.remove_prefix(line.find(time_mark));
  return line.substr(0, line.rfind(previous_mark));
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
