// Words are told apart by all of their letters: one that was taken for another would be a match that nobody looks for.
#include "rules/warm_words.hpp"

namespace moniker::rules {
namespace {

std::size_t slot_of(std::uint64_t hash, std::size_t slots) { return hash >> 32 & (slots - 1); }

}  // namespace

std::uint32_t BeginsTable::add(std::span<const Begun> more) {
  Part part{static_cast<std::uint32_t>(begun.all().size()), static_cast<std::uint32_t>(more.size()), {}};
  rules.own().resize((parts.all().size() + 1) * blocks);
  std::uint64_t* const row = rules.own().data() + parts.all().size() * blocks;
  for (const Begun& one : more) {
    part.ahead = part.ahead | one.ahead;
    row[one.rule / 64] |= std::uint64_t{1} << (one.rule % 64);
  }
  begun.own().insert(begun.own().end(), more.begin(), more.end());
  parts.own().push_back(part);
  return size() - 1;
}

const WarmWords::Entry* WarmWords::find(std::uint64_t hash, std::string_view written) const {
  const auto slots = index.all();
  if (slots.empty()) return nullptr;
  for (std::size_t at = slot_of(hash, slots.size()); slots[at] != 0; at = (at + 1) & (slots.size() - 1)) {
    const Entry& entry = entries.all()[slots[at] - 1];
    if (entry.hash == hash && written == std::string_view(letters.all().data() + entry.begin, entry.size))
      return &entry;
  }
  return nullptr;
}

void WarmWords::add(std::uint64_t hash, std::string_view written, const std::array<std::uint32_t, kinds>& begins) {
  entries.own().push_back(
      {hash, static_cast<std::uint32_t>(letters.all().size()), static_cast<std::uint32_t>(written.size()), begins});
  letters.own().insert(letters.own().end(), written.begin(), written.end());
}

void WarmWords::finish() {
  std::size_t slots = 16;
  while (slots < 2 * entries.all().size()) slots *= 2;
  auto& places = index.own();
  places.assign(slots, 0);
  for (std::uint32_t number = 0; number < entries.all().size(); ++number) {
    std::size_t at = slot_of(entries.all()[number].hash, slots);
    while (places[at] != 0) at = (at + 1) & (slots - 1);
    places[at] = number + 1;
  }
}

void WarmWords::save(ArchiveWriter& archive) const {
  archive.put_array(entries.all());
  archive.put_array(letters.all());
  archive.put_array(index.all());
  archive.put_array(table.parts.all());
  archive.put_array(table.begun.all());
  archive.put_array(table.rules.all());
  archive.put(table.blocks);
}

WarmWords WarmWords::from(ArchiveReader& archive) {
  WarmWords words;
  words.entries.view(archive.array<Entry>());
  words.letters.view(archive.array<char>());
  words.index.view(archive.array<std::uint32_t>());
  words.table.parts.view(archive.array<BeginsTable::Part>());
  words.table.begun.view(archive.array<Begun>());
  words.table.rules.view(archive.array<std::uint64_t>());
  words.table.blocks = archive.get<std::uint32_t>();
  return words;
}

}  // namespace moniker::rules
