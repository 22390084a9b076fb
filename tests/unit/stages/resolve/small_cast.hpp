#pragma once
#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/keyed_hash.hpp"
#include "resolve/entities.hpp"
#include "resolve/surrogates/surrogates.hpp"
#include "support/english.hpp"
#include "support/shipped_labels.hpp"
#include "support/temporary_folder.hpp"
#include "words/role_label.hpp"

/// A study in a few lines. People: "P01 Katherine Shaw; a=Kath; s=fg1:Kate S.; r=Interviewer; g=f".
/// Transcripts: "fg1 | speakers, by, comma | Kate Shaw x3, LOCATION:Leeds, Will>Kate, Kate>Kate@self ..." with PERSON
/// as the label where none is said, who says it before >, and how behind @ (self, own, called, family). "-fg1" is heard
/// for the last time, "/key | ID01 |" was put away.
class SmallCast {
 public:
  explicit SmallCast(const std::vector<std::string>& people, moniker::resolve::NumberingOptions numbering = {})
      : options(std::move(numbering)) {
    options.role_prefixes.emplace("Interviewer", "INT");
    for (const std::string& line : people) people_.people.push_back(person(line));
  }

  moniker::Register& people() { return people_; }
  moniker::resolve::NumberingOptions options;

  moniker::resolve::Assignment assign(const std::vector<std::string>& transcripts) const {
    moniker::Secret<32> key;
    std::fill_n(key.data(), 32, static_cast<unsigned char>(1));
    moniker::resolve::Registry registry(folder_.path() / "registry.sqlite", key);
    std::vector<moniker::resolve::TranscriptMentions> list;
    for (const std::string& line : transcripts) list.push_back(transcript(line));
    registry.begin();
    auto result = moniker::resolve::assign_entities(people_, std::move(list), moniker::test::shipped_labels(), registry,
                                                    options, lists(), moniker::test::english());
    registry.commit();
    return result;
  }

  /// The same, and then surrogates from the real lists. `taken` are further folded words that nobody may be called.
  moniker::resolve::Assignment assign_surrogates(const std::vector<std::string>& transcripts,
                                                 std::unordered_set<std::string> taken = {},
                                                 moniker::resolve::SurrogateCount* count = nullptr,
                                                 unsigned char key_byte = 1,
                                                 const moniker::resolve::Rhythms* rhythms = nullptr) const {
    static const auto real = moniker::resolve::load_surrogate_lists(std::string(MONIKER_SOURCE_DIR) + "/rules/lists");
    moniker::Secret<32> key;
    std::fill_n(key.data(), 32, key_byte);
    moniker::resolve::Registry registry(folder_.path() / ("registry" + std::to_string(key_byte) + ".sqlite"), key);
    std::vector<moniker::resolve::TranscriptMentions> list;
    for (const std::string& line : transcripts) list.push_back(transcript(line));
    registry.begin();
    auto result = moniker::resolve::assign_entities(people_, std::move(list), moniker::test::shipped_labels(), registry,
                                                    options, lists(), moniker::test::english());
    const auto counted = moniker::resolve::choose_surrogates(result, registry,
                                                             {.lists = real,
                                                              .nicknames = nicknames(),
                                                              .labels = moniker::test::shipped_labels(),
                                                              .taken = std::move(taken),
                                                              .rhythms = rhythms});
    registry.commit();
    if (count) *count = counted;
    return result;
  }

  /// How a text in which whom a form means is asked for: "Kate", "Will>Kate", "Kate>Kate@self".
  static const moniker::resolve::Entity* meant(const moniker::resolve::Assignment& assignment, const std::string& file,
                                               const std::string& said, const std::string& label = "PERSON") {
    const Said parts = take_apart(said);
    return assignment.find({file, parts.speaker, parts.manner}, moniker::test::shipped_label(label), parts.surface,
                           moniker::test::english());
  }

  static const moniker::words::Nicknames& nicknames() { return lists().nicknames; }

  static const moniker::words::NameLists& lists() {
    static const moniker::words::NameLists lists{.nicknames = short_forms(),
                                                 .given = {{"katherine", 'f'},
                                                           {"declan", 'm'},
                                                           {"will", 'm'},
                                                           {"robert", 'm'},
                                                           {"joseph", 'm'},
                                                           {"joanne", 'f'},
                                                           {"sarah", 'f'},
                                                           {"tyrone", 'm'},
                                                           {"maria", 'f'},
                                                           {"marie", 'f'},
                                                           {"terri", 'f'},
                                                           {"ann", 'f'},
                                                           {"mark", 'm'},
                                                           {"marc", 'm'}},
                                                 .surnames = {"shaw", "hale", "hall", "green", "jones"}};
    return lists;
  }

  static const moniker::words::Nicknames& short_forms() {
    static const auto table = moniker::words::Nicknames::parse(
        "# full name\tshort forms\nKatherine\tKate,Kath,Kathy,Kay\nWilliam\tWill,Bill\nRobert\tRob,"
        "Bob\nDorothy\tDot\nJoanne\tJo\nJoseph\tJo,Joe\n"
        "Beverley\tBev\nMohammed\tMo\n",
        "nicknames.tsv");
    return table;
  }

  /// ID04, PERSON_3, LOCATION_1, or "-".
  static std::string shown(const moniker::resolve::Entity* entity) {
    if (entity == nullptr) return "-";
    return entity->participant.empty() ? entity->label + '_' + std::to_string(entity->number) : entity->participant;
  }

 private:
  struct Said {
    std::string speaker{}, surface{};
    moniker::resolve::Manner manner{};
  };
  static Said take_apart(std::string text) {
    using moniker::resolve::Manner;
    static const std::map<std::string, Manner> manners{{"self", Manner::of_self},
                                                       {"own", Manner::self_talk},
                                                       {"called", Manner::called},
                                                       {"family", Manner::of_family}};
    Said said;
    if (const auto at = text.find('@'); at != std::string::npos) {
      said.manner = manners.at(text.substr(at + 1));
      text.resize(at);
    }
    const auto arrow = text.find('>');
    if (arrow != std::string::npos) said.speaker = text.substr(0, arrow);
    said.surface = text.substr(arrow == std::string::npos ? 0 : arrow + 1);
    return said;
  }

  static std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, at);) {
      part.erase(0, part.find_first_not_of(' '));
      if (part.find_last_not_of(' ') != std::string::npos) part.erase(part.find_last_not_of(' ') + 1);
      if (!part.empty()) parts.push_back(part);
    }
    return parts;
  }

  static moniker::Participant person(const std::string& line) {
    moniker::Participant person;
    person.role = "participant";
    const auto parts = split(line, ';');
    const auto blank = parts[0].find(' ');
    person.number = parts[0].substr(0, blank);
    if (person.number == "-") person.number.clear();
    person.name = blank == std::string::npos ? "" : parts[0].substr(blank + 1);
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const std::string value = parts[i].substr(2);
      if (parts[i][0] == 'a') person.aliases.push_back(value);
      if (parts[i][0] == 'r') person.role = value;
      if (parts[i][0] == 'g') person.attributes["gender"] = value;
      if (parts[i][0] == 's') {
        const auto colon = value.find(':');
        person.sessions.push_back({value.substr(0, colon), value.substr(colon + 1), std::nullopt});
      }
    }
    return person;
  }

  static moniker::resolve::TranscriptMentions transcript(const std::string& line) {
    moniker::resolve::TranscriptMentions made;
    std::vector<std::string> fields(3);
    for (std::size_t i = 0, begin = 0; i < 3; ++i) {
      const auto end = i == 2 ? std::string::npos : line.find('|', begin);
      fields[i] = line.substr(begin, end == std::string::npos ? end : end - begin);
      begin = end == std::string::npos ? line.size() : end + 1;
    }
    made.file = split(fields[0], ' ').at(0);
    made.leaving = made.file.starts_with('-');
    made.silent = made.file.starts_with('/');
    if (made.leaving) made.file.erase(0, 1);
    made.speakers = split(fields[1], ',');
    std::sort(made.speakers.begin(), made.speakers.end());
    for (const std::string& label : made.speakers) {
      if (!moniker::words::tells_role(label, moniker::test::english())) made.label_names[label] = label;
    }
    for (std::string text : split(fields[2], ',')) {
      moniker::resolve::Mention mention{.label = "PERSON",
                                        .subtype = "",
                                        .surface = "",
                                        .count = 1,
                                        .first_turn = made.mentions.size() + 1,
                                        .first_byte = 0};
      if (const auto times = text.rfind(" x");
          times != std::string::npos && text.find_first_not_of("0123456789", times + 2) == std::string::npos) {
        mention.count = std::stoul(text.substr(times + 2));
        text.resize(times);
      }
      const auto colon = text.find(':');
      if (colon != std::string::npos && text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == colon) {
        mention.label = text.substr(0, colon);
        text.erase(0, colon + 1);
      }
      const Said said = take_apart(text);
      mention.surface = said.surface;
      mention.speaker = said.speaker;
      mention.manner = said.manner;
      made.mentions.push_back(mention);
    }
    return made;
  }

  moniker::Register people_{};
  moniker::test::TemporaryFolder folder_{};
};
