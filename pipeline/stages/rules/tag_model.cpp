// A tagger's model: weights by feature in three tables (by name; pairs by the hashes of both parts; which part may
// stand where), so that most pairs of words are known to be absent without a look-up. Features are told apart by 64
// bits of hash alone: of a million, two collide once in 40 million models. Weights are whole hundredths, so sums do not
// depend on their order and are the same on every machine. to_probabilities() is forward and backward over one run.
#include "rules/tag_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "moniker/error.hpp"
#include "moniker/utterance.hpp"

namespace moniker::rules {

std::string tag_name(const TagLabels& labels, std::size_t tag) {
  if (tag == static_cast<std::size_t>(Tag::none)) return "none";
  return fmt::format("{}:{}", tag % 2 == 1 ? 'B' : 'I', labels[(tag - 1) / 2]);
}

namespace {

/// FNV-1a with a last mix; 0 stands for an empty slot.
std::uint64_t hash_of(std::string_view name, std::string_view rest = {}) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const std::string_view part : {name, rest}) {
    for (const char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  }
  hash ^= hash >> 32;
  return hash == 0 ? 1 : hash;
}

[[noreturn]] void fail(const std::string& shown, std::uint32_t line, std::string what) {
  throw Error::usage(std::move(what), "take the model file from the package again, or train it again",
                     {shown, {line, 1}});
}

/// Whether a feature is the transition from a tag of these labels, or from a run's begin.
bool is_transition(std::string_view feature, const TagLabels& labels) {
  if (feature == ">") return true;
  for (std::size_t tag = 0; tag < tag_count; ++tag) {
    if (feature.substr(1) == tag_name(labels, tag)) return true;
  }
  return false;
}

/// The weights behind a line's tab.
std::array<std::int16_t, tag_count + 1> numbers(std::string_view rest, const std::string& shown, std::uint32_t line) {
  std::array<std::int16_t, tag_count + 1> row{};
  const char* at = rest.data();
  const char* const end = at + rest.size();
  for (std::size_t tag = 0; tag < tag_count; ++tag) {
    const auto [next, error] = std::from_chars(at, end, row[tag]);
    const bool right = error == std::errc() && (tag + 1 < tag_count ? next != end && *next == ' ' : next == end);
    if (!right) fail(shown, line, fmt::format("a feature of a tagger's model has not {} weights", tag_count));
    at = next + 1;
  }
  return row;
}

}  // namespace

TagModel TagModel::parse(std::string_view text, const TagLabels& labels, const std::string& shown) {
  TagModel model;
  for (Store<Slot>* table : {&model.slots_, &model.pairs_, &model.parts_}) table->own().resize(1U << 10);
  std::uint32_t line = 0;
  bool ended = false;
  while (!text.empty()) {
    ++line;
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view one = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ended = one == end_of_model;
    if (one.empty() || one.front() == '#') continue;
    const std::size_t tab = one.find('\t');
    if (tab == std::string_view::npos) fail(shown, line, "a line of a tagger's model has no tab");
    const std::string_view feature = one.substr(0, tab);
    if (feature.starts_with('>') && !is_transition(feature, labels))
      fail(shown, line, fmt::format("a tagger's model tells no {}", fmt::join(labels, ", ")));
    model.put(feature, numbers(one.substr(tab + 1), shown, line));
  }
  model.set_follow(labels);
  if (model.count_ == 0) fail(shown, line, "a tagger's model holds no features");
  if (!ended) fail(shown, line, "a tagger's model ends too soon");
  return model;
}

void TagModel::put(std::string_view feature, const Stored& row) {
  auto& rows = rows_.own();
  if ((count_ + 1) * 2 > slots_.own().size()) grow(slots_.own());
  insert(slots_.own(), {hash_of(feature), static_cast<std::uint32_t>(rows.size())});
  ++count_;
  put_pair(feature, static_cast<std::uint32_t>(rows.size()));
  rows.push_back(row);
}

void TagModel::put_pair(std::string_view feature, std::uint32_t row) {
  constexpr std::array<std::string_view, tag_pair_count> names = {"w-1,0",  "w0,1",   "w-2,-1", "w+1,h0",
                                                                  "w-1,h0", "c0,w-1", "k-1,0",  "k0,1"};
  const std::size_t is = std::min(feature.find('='), feature.size());
  const auto name = std::find(names.begin(), names.end(), feature.substr(0, is));
  const std::size_t bar = feature.find('|', is);
  if (name == names.end() || bar == std::string_view::npos) return;
  const auto pair = static_cast<TagPair>(name - names.begin());
  const std::uint64_t first = part_hash(feature.substr(is + 1, bar - is - 1)),
                      second = part_hash(feature.substr(bar + 1));
  if ((pair_count_ + 1) * 2 > pairs_.own().size()) grow(pairs_.own());
  insert(pairs_.own(), {pair_key(pair, first, second), row});
  ++pair_count_;
  note_part(first, first_of(pair));
  note_part(second, second_of(pair));
}

void TagModel::note_part(std::uint64_t part, std::uint16_t where) {
  auto& parts = parts_.own();
  if (const Slot* known = look_up(parts, part)) {
    parts[static_cast<std::size_t>(known - parts.data())].row |= where;
    return;
  }
  if ((part_count_ + 1) * 2 > parts.size()) grow(parts);
  insert(parts, {part, where});
  ++part_count_;
}

void TagModel::insert(std::vector<Slot>& slots, Slot slot) {
  std::size_t at = slot.hash & (slots.size() - 1);
  while (slots[at].hash != 0 && slots[at].hash != slot.hash) at = (at + 1) & (slots.size() - 1);
  slots[at] = slot;
}

void TagModel::grow(std::vector<Slot>& slots) {
  std::vector<Slot> old(slots.size() * 2);
  old.swap(slots);
  for (const Slot& slot : old) {
    if (slot.hash != 0) insert(slots, slot);
  }
}

std::uint64_t TagModel::part_hash(std::string_view part) { return hash_of(part); }

std::uint16_t TagModel::parts_of(std::string_view part) const {
  const Slot* found = look_up(parts_.all(), part_hash(part));
  return found ? static_cast<std::uint16_t>(found->row) : std::uint16_t{0};
}

void TagModel::save(ArchiveWriter& archive) const {
  for (const Store<Slot>* table : {&slots_, &pairs_, &parts_}) archive.put_array(table->all());
  archive.put_array(rows_.all());
  archive.put(count_);
  archive.put(follow_);
}

TagModel TagModel::from(ArchiveReader& archive) {
  TagModel model;
  for (Store<Slot>* table : {&model.slots_, &model.pairs_, &model.parts_}) table->view(archive.array<Slot>());
  model.rows_.view(archive.array<Stored>());
  model.count_ = archive.get<std::size_t>();
  model.follow_ = archive.get<decltype(model.follow_)>();
  return model;
}

void TagModel::set_follow(const TagLabels& labels) {
  for (std::size_t before = 0; before <= tag_count; ++before) {
    const TagRow row = weights(before < tag_count ? ">" + tag_name(labels, before) : ">");
    for (std::size_t tag = 0; tag < tag_count; ++tag) follow_[before][tag] = std::exp(row[tag]);
  }
}

const TagModel::Stored* TagModel::find(std::uint64_t hash) const {
  const Slot* slot = look_up(slots_.all(), hash);
  return slot ? &rows_.all()[slot->row] : nullptr;
}

std::uint32_t TagModel::row_of(std::string_view name, std::string_view seen) const {
  const Slot* slot = look_up(slots_.all(), hash_of(name, seen));
  return slot ? slot->row + 1 : 0;
}

TagSum TagModel::sum(std::initializer_list<std::string> features) const {
  TagSum all;
  for (const std::string& feature : features) {
    if (const Stored* row = find(hash_of(feature))) add(*row, all);
  }
  return all;
}

TagRow TagModel::weights(std::string_view feature) const {
  TagRow row{};
  const Stored* stored = find(hash_of(feature));
  for (std::size_t tag = 0; stored && tag < tag_count; ++tag) row[tag] = static_cast<float>((*stored)[tag]) * unit;
  return row;
}

namespace {

void normalise(TagRow& row) {
  float sum = 0;
  for (const float value : row) sum += value;
  for (float& value : row) value /= sum;
}

/// Exponentials, scaled by the greatest so that none overflows.
void exponentiate(TagRow& row) {
  float greatest = row[0];
  for (const float value : row) greatest = std::max(greatest, value);
  for (float& value : row) value = std::exp(value - greatest);
}

}  // namespace

void TagModel::to_probabilities(std::vector<TagRow>& rows) const {
  if (rows.empty()) return;
  for (TagRow& row : rows) exponentiate(row);
  std::vector<TagRow> forward(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t tag = 0; tag < tag_count; ++tag) {
      float sum = i == 0 ? follow_[tag_count][tag] : 0;
      for (std::size_t before = 0; i > 0 && before < tag_count; ++before)
        sum += forward[i - 1][before] * follow_[before][tag];
      forward[i][tag] = sum * rows[i][tag];
    }
    normalise(forward[i]);
  }
  TagRow backward;
  backward.fill(1);
  for (std::size_t i = rows.size(); i-- > 0;) {
    TagRow into{};  // what the words from here on say of the tag before
    for (std::size_t before = 0; before < tag_count; ++before) {
      for (std::size_t tag = 0; tag < tag_count; ++tag)
        into[before] += follow_[before][tag] * rows[i][tag] * backward[tag];
    }
    for (std::size_t tag = 0; tag < tag_count; ++tag) rows[i][tag] = forward[i][tag] * backward[tag];
    normalise(rows[i]);
    normalise(into);
    backward = into;
  }
}

}  // namespace moniker::rules
