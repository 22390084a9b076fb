// Random studies: whatever comes, numbers stay, every mention has an entity, and nobody is two people.
#include <catch2/catch.hpp>

#include "small_cast.hpp"
#include "support/chance.hpp"
#include "words/role_label.hpp"

using Lines = std::vector<std::string>;

using namespace moniker::resolve;

namespace {

using moniker::test::Chance;

const Lines given{"Katherine", "Kate",   "Kath",   "Catherine", "Will", "William", "Bill",
                  "Jo",        "Joanne", "Joseph", "Sarah",     "Sara", "Declan",  "Siobhán"};
const Lines surnames{"Shaw", "Shore", "O'Brien", "Kelly-Marsh", "Marsh", "Pickersgill", "Pickersgil", "James", "Green"};
const Lines titles{"Mrs ", "Mr ", "Dr ", "Auntie ", ""};

std::string surface(Chance& chance) {
  switch (chance.below(7)) {
    case 0:
    case 1:
      return chance.one_of(given);
    case 2:
      return chance.one_of(titles) + chance.one_of(surnames);
    case 3:
      return chance.one_of(given) + " " + chance.one_of(surnames).substr(0, 1);
    case 4:
      return chance.one_of(given) + "'s";
    case 5:
      return chance.one_of(given).substr(0, 1) + ". " + chance.one_of(surnames);
    default:
      return chance.one_of(titles) + chance.one_of(given) + " " + chance.one_of(surnames);
  }
}

struct RandomStudy {
  Lines people{}, transcripts{}, files{};
  std::vector<Lines> surfaces{}, labels{};

  explicit RandomStudy(unsigned seed) {
    Chance chance(seed);
    for (std::size_t i = 0; i < 6; ++i) {
      const std::string file = "f" + std::to_string(chance.below(1000)) + "-" + std::to_string(i);
      Lines speakers{"Interviewer"}, said;
      for (std::size_t k = chance.below(3) + 1; k > 0; --k)
        speakers.push_back(chance.one_of(given) + " " + std::to_string(k));
      for (std::size_t k = chance.below(12); k > 0; --k) said.push_back(surface(chance));
      std::string line = file + " | ";
      for (const std::string& speaker : speakers) line += speaker + ", ";
      line += "| ";
      for (const std::string& name : said) line += name + ", ";
      transcripts.push_back(line);
      files.push_back(file);
      surfaces.push_back(said);
      labels.push_back(speakers);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      const std::size_t at = chance.below(files.size());
      people.push_back("P" + std::to_string(i) + " " + chance.one_of(given) + " " + chance.one_of(surnames) +
                       "; s=" + files[at] + ":" + chance.one_of(labels[at]));
    }
  }
};

}  // namespace

TEST_CASE("more transcripts never change what was said before") {
  for (unsigned seed = 0; seed < 150; ++seed) {
    CAPTURE(seed);
    const RandomStudy random(seed);
    const SmallCast study(random.people);
    const std::size_t half = 3;
    const auto before = study.assign(Lines(random.transcripts.begin() + half, random.transcripts.end()));
    const auto after = study.assign(random.transcripts);
    std::string changed;
    for (std::size_t i = half; i < random.files.size(); ++i) {
      for (const std::string& name : random.surfaces[i]) {
        const auto was = SmallCast::shown(SmallCast::meant(before, random.files[i], name, "PERSON"));
        const auto is = SmallCast::shown(SmallCast::meant(after, random.files[i], name, "PERSON"));
        if (was != is) changed += name + " of " + random.files[i] + ": " + was + ", " + is + "; ";
      }
      for (const std::string& label : random.labels[i]) {
        const auto was = SmallCast::shown(before.speaker(random.files[i], label));
        const auto is = SmallCast::shown(after.speaker(random.files[i], label));
        if (was != is) changed += label + " in " + random.files[i] + ": " + was + ", " + is + "; ";
      }
    }
    CAPTURE(changed);
    CHECK(changed.empty());
    for (const auto& [file, id] : before.transcripts) CHECK(after.transcripts.at(file) == id);
    CHECK(study.assign(random.transcripts) == after);
  }
}

TEST_CASE("every mention and every speaker that is no role has an entity, and indices are sound") {
  for (unsigned seed = 200; seed < 300; ++seed) {
    CAPTURE(seed);
    const RandomStudy random(seed);
    const auto assignment = SmallCast(random.people).assign(random.transcripts);
    for (std::size_t i = 0; i < random.files.size(); ++i) {
      for (const std::string& name : random.surfaces[i])
        CHECK(SmallCast::meant(assignment, random.files[i], name, "PERSON") != nullptr);
      for (const std::string& label : random.labels[i]) {
        if (!moniker::words::role_label(label, moniker::test::english()))
          CHECK(assignment.speaker(random.files[i], label) != nullptr);
      }
    }
    std::set<std::tuple<std::string, std::string, std::uint32_t>> seen;
    for (const auto& entity : assignment.entities) {
      CHECK(seen.emplace(entity.label, entity.participant, entity.number).second);
      CHECK(entity.number > 0);
      CHECK_FALSE(entity.form.empty());
    }
  }
}
