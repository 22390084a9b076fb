// A study has a row for every replacement, so a row is short: the turn as the difference from the row before, label
// and rule by their place among the record's kinds, 96 bits of the hash (enough to tell any two names of a study
// apart), and the score only where it is below 1.
#include "audit/replacement_rows.hpp"

#include <sodium.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/json_text.hpp"

namespace moniker::audit {
namespace {

constexpr std::size_t most_rows = 200;
constexpr std::size_t logged_bytes_of_was = 12;

void append_hash(std::string& out, const Digest& digest) {
  // In hex: of millions of hashes in base64, some would spell a name.
  char text[2 * logged_bytes_of_was + 1];
  sodium_bin2hex(text, sizeof text, digest.data(), logged_bytes_of_was);
  out.append(1, '"').append(text).append(1, '"');
}

/// Two digits; nothing at all for 1.
void append_score(std::string& out, float score) {
  const long hundredths = std::lround(score * 100);
  if (hundredths >= 100) return;
  out.append(hundredths < 10 ? ",0.0" : ",0.");
  append_number(out, hundredths < 10 || hundredths % 10 != 0 ? hundredths : hundredths / 10);
}

}  // namespace

std::string hashed_words(const Digest& keyed) { return "#" + hex(keyed).substr(0, 2 * logged_bytes_of_was); }

ReplacementRows::ReplacementRows(std::string_view transcript, Sink<std::string_view> out)
    : transcript_(transcript), out_(std::move(out)) {}

std::size_t ReplacementRows::kind_of(std::string_view label, std::string_view rule) {
  const auto same = [&](std::string_view kind) {
    return kind.size() == label.size() + 1 + rule.size() && kind.starts_with(label) && kind.ends_with(rule);
  };
  const auto known = std::find_if(kinds_.begin(), kinds_.end(), same);
  const auto at = static_cast<std::size_t>(known - kinds_.begin());
  if (known == kinds_.end()) kinds_.emplace_back(label).append(1, '/').append(rule);
  return at;
}

void ReplacementRows::add(const ReplacementRecord& row) {
  rows_ += count_ == 0 ? '[' : ',';
  rows_ += '[';
  append_number(rows_, row.turn - std::exchange(turn_, row.turn));
  rows_ += ',';
  append_number(rows_, row.begin);
  rows_ += ',';
  append_number(rows_, kind_of(row.label, row.rule));
  rows_ += ',';
  append_json(rows_, row.by);
  rows_ += ',';
  append_hash(rows_, row.was);
  append_score(rows_, row.score);
  rows_ += ']';
  if (++count_ == most_rows) finish();
}

void ReplacementRows::finish() {
  if (count_ == 0) return;
  body_.clear();
  append_json(body_, replaced_transcript);
  append_json(body_ += ':', transcript_);
  append_json(body_ += ',', replaced_kinds);
  body_ += ":[";
  for (const std::string& kind : kinds_) {
    if (&kind != kinds_.data()) body_ += ',';
    append_json(body_, kind);
  }
  append_json(body_ += "],", replaced_rows);
  body_.append(1, ':').append(rows_).append(1, ']');
  out_(body_);
  kinds_.clear();
  rows_.clear();
  count_ = 0;
  turn_ = 0;
}

}  // namespace moniker::audit
