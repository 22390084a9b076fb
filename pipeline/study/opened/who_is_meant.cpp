// Why a name of a transcript has the ID that it has: the map that assign leaves, asked about one place of a delivered
// file. It holds forms by mouth and manner, so the place is read as scan reads it.
#include "opened/who_is_meant.hpp"

#include <fmt/format.h>

#include "base/layout.hpp"
#include "keys/keys.hpp"
#include "resolve/manner.hpp"
#include "work/study_map.hpp"

namespace moniker::study {

std::optional<WhoIsMeant> WhoIsMeant::of(const StudyConfig& config, const StudyKey& key) {
  const StudyLayout layout{config.folder};
  if (!std::filesystem::exists(layout.assignment()) || !key.is_there(config.study_key)) return std::nullopt;
  const auto work = seal::Identity::from_scalar(derive_key(key.of(config.study_key), KeyUse::work_identity));
  return WhoIsMeant(layout.incoming(), read_study_map(layout, work).assignment);
}

std::string WhoIsMeant::file(const std::filesystem::path& place) const {
  const auto inside = std::filesystem::absolute(place).lexically_normal().lexically_relative(
      std::filesystem::absolute(incoming_).lexically_normal());
  return inside.empty() || *inside.begin() == ".." ? place.filename().string() : inside.generic_string();
}

std::string WhoIsMeant::told(const std::string& file, const Entity& entity, const resolve::Ground* ground) const {
  std::string told = shown_name(entity);
  if (ground != nullptr) told += fmt::format(": {}", reason_sentence(ground->reason));
  if (ground != nullptr && !ground->file.empty()) {
    const auto number = assignment_.transcripts.find(ground->file);
    if (number != assignment_.transcripts.end())
      told += fmt::format(" in {}, turn {}", number->second, ground->turn + 1);
  }
  const auto at = static_cast<std::uint32_t>(&entity - assignment_.entities.data());
  for (const resolve::Question& question : assignment_.questions) {
    if (question.file != file || question.entity != at) continue;
    for (const std::uint32_t other : question.could_be)
      told += fmt::format("; or {}", assignment_.entities[other].participant);
    return told + ": a person is asked";
  }
  return told;
}

std::string WhoIsMeant::name(const std::filesystem::path& place, const Utterance& turn, ByteRange bytes,
                             const Label& label, const words::Language& language) const {
  if (label.means != Meaning::person) return {};
  const std::string in = file(place);
  const resolve::SaidName said = resolve::said_name(turn.text, bytes, label.means, language);
  const resolve::SaidIn where{in, turn.speaker, said.manner};
  const Entity* const entity = assignment_.find(where, label, said.surface, language);
  return entity == nullptr ? std::string()
                           : told(in, *entity, assignment_.ground(where, label, said.surface, language));
}

std::string WhoIsMeant::speaker(const std::filesystem::path& place, const std::string& label) const {
  const std::string in = file(place);
  const Entity* const entity = assignment_.speaker(in, label);
  if (entity == nullptr) return {};
  const auto ground = assignment_.speaker_grounds.find({in, label});
  return told(in, *entity, ground == assignment_.speaker_grounds.end() ? nullptr : &ground->second);
}

}  // namespace moniker::study
