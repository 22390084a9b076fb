// Words are told apart by all of their letters: one that was taken for another would be a match that nobody looks for.
#include "rules/warm_words.hpp"

#include "rules/open_index.hpp"

namespace moniker::rules {

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
  const auto number = find_in_index(index.all(), hash >> 32, [&](std::uint32_t one) {
    const Entry& entry = entries.all()[one];
    return entry.hash == hash && written == std::string_view(letters.all().data() + entry.begin, entry.size);
  });
  return number ? &entries.all()[*number] : nullptr;
}

void WarmWords::add(std::uint64_t hash, std::string_view written, const std::array<std::uint32_t, kinds>& begins) {
  entries.own().push_back(
      {hash, static_cast<std::uint32_t>(letters.all().size()), static_cast<std::uint32_t>(written.size()), begins});
  letters.own().insert(letters.own().end(), written.begin(), written.end());
}

void WarmWords::finish() {
  const auto all = entries.all();
  index.own() = index_of(0, static_cast<std::uint32_t>(all.size()), slots_for(all.size()),
                         [&](std::uint32_t number) { return all[number].hash >> 32; });
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
