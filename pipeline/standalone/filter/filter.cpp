#include "filter/filter.hpp"

#include <fmt/format.h>

#include <cstring>
#include <stdexcept>

#include "base/utf8.hpp"

namespace moniker::filter {
namespace {

constexpr std::size_t full = 64 * 1024;
constexpr std::string_view blanks = " \t\r", mark = "\xEF\xBB\xBF";

std::vector<read::JsonFields::Wanted> wanted_of(const FilterOptions& options) {
  std::vector<read::JsonFields::Wanted> wanted;
  for (const std::string& field : options.fields) wanted.push_back({field, false});
  if (!options.speaker_field.empty()) wanted.push_back({options.speaker_field, true});
  return wanted;
}

std::optional<read::LineFault> fault_in_bytes(std::string_view line) {
  if (const void* nul = std::memchr(line.data(), 0, line.size())) {
    return read::LineFault{static_cast<std::size_t>(static_cast<const char*>(nul) - line.data()),
                           "there is a NUL in it"};
  }
  const std::size_t bad = find_invalid_utf8(line);
  return bad == std::string_view::npos ? std::nullopt : std::optional<read::LineFault>({bad, "the line is not UTF-8"});
}

}  // namespace

Filter::Filter(Masker& masker, FilterOptions options, Rejects* rejects)
    : masker_(masker), options_(std::move(options)), rejects_(rejects), json_(wanted_of(options_)) {}

std::uint64_t Filter::run(ByteSource& in, ByteSink& out, const std::function<bool()>& stopped) {
  LineFeed feed(in, options_.longest_line);
  const auto flush = [&] {
    if (!out_.empty()) out.write(out_);
    out_.clear();
    return stopped && stopped();
  };
  try {
    for (LineFeed::Line line; feed.next(line);) {
      const std::size_t before = out_.size();
      const auto fault = line.overlong ? read::LineFault{0, "the line is too long"} : take(line.text);
      if (fault) {
        out_.resize(before);
        refuse(feed, line, *fault);
      } else if (line.ended) {
        out_ += '\n';
      }
      if ((options_.flush_lines || out_.size() >= full) && flush()) return feed.number();
    }
  } catch (const Error& error) {
    flush();
    rethrow_at(error, feed.number());
  } catch (...) {
    flush();
    throw;
  }
  flush();
  return feed.number();
}

std::optional<read::LineFault> Filter::take(std::string_view line) {
  if (line.find_first_not_of(blanks) == std::string_view::npos) {
    out_.append(line);
    return std::nullopt;
  }
  if (auto fault = fault_in_bytes(line)) return fault;
  return options_.jsonl ? take_json(line) : take_text(line);
}

std::optional<read::LineFault> Filter::take_text(std::string_view line) {
  texts_.assign(1, {line, false});
  masker_.mask(texts_, changes_);
  std::size_t done = 0;
  for (const Change& change : changes_[0]) put(line, done, change.begin, change.end, change.by, false);
  out_.append(line.substr(done));
  return std::nullopt;
}

std::optional<read::LineFault> Filter::take_json(std::string_view line) {
  const std::size_t skipped = line.starts_with(mark) ? mark.size() : 0;
  if (auto fault = json_.find(line.substr(skipped), fields_))
    return read::LineFault{fault->offset + skipped, fault->what};
  if (decoded_.size() < fields_.size()) decoded_.resize(fields_.size());
  texts_.clear();
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    read::JsonField& field = fields_[i];
    field.begin += skipped, field.end += skipped;
    std::string_view text = line.substr(field.begin, field.end - field.begin);
    if (field.escaped) {
      if (auto fault = decoded_[i].decode(text)) return read::LineFault{field.begin + fault->offset, fault->what};
      text = decoded_[i].text();
    }
    texts_.push_back({text, field.wanted == options_.fields.size()});
  }
  masker_.mask(texts_, changes_);
  std::size_t done = 0;
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const read::JsonField& field = fields_[i];
    const auto place = [&](std::size_t at) { return field.begin + (field.escaped ? decoded_[i].source_of(at) : at); };
    for (const Change& change : changes_[i]) put(line, done, place(change.begin), place(change.end), change.by, true);
  }
  out_.append(line.substr(done));
  return std::nullopt;
}

/// Gives on the line up to `begin`, then `by` for what stands up to `end`.
void Filter::put(std::string_view line, std::size_t& done, std::size_t begin, std::size_t end, std::string_view by,
                 bool json) {
  if (begin < done || end < begin || end > line.size()) throw std::logic_error("filter: changes overlap");
  out_.append(line.substr(done, begin - done));
  if (json) {
    read::append_json_text(out_, by);
  } else {
    out_.append(by);
  }
  done = end;
}

void Filter::refuse(LineFeed& feed, const LineFeed::Line& line, const read::LineFault& fault) {
  Position at{feed.number(), 0};
  if (!line.overlong) at.column = static_cast<std::uint32_t>(count_code_points(line.text.substr(0, fault.offset)) + 1);
  if (rejects_ == nullptr) {
    throw Error::input(std::string(fault.what),
                       "mend the line, or have such lines put aside, sealed, with --reject FILE", {options_.input, at});
  }
  ByteSink& row = rejects_->begin(at, fault.what);
  row.write(line.text);
  feed.pass_rest(row);
  rejects_->end();
}

void Filter::rethrow_at(const Error& error, std::uint32_t line) const {
  const Problem& problem = error.problem();
  if (!problem.file.empty()) throw error;
  throw Error(problem.fault, problem.what, problem.remedy, {options_.input, {line, 0}});
}

}  // namespace moniker::filter
