#pragma once
// What identifies people in generated talk: names, places, organisations from rules/lists and from names.txt, and
// made-up numbers of the ranges that are set aside for fiction where there are such (Ofcom's telephones, NHS numbers
// from 999). Some family names are made of two syllables and stand in no list, as many of real people do.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "dialogue/grammar.hpp"
#include "dialogue/words.hpp"

namespace dialogue {

struct Person {
  std::string first{}, last{};
};

class Identifiers : public Filler {
 public:
  Identifiers(const std::filesystem::path& own, const std::filesystem::path& lists);

  /// Draws the people and places that the next interview speaks of again and again; who is asked is one of them.
  void new_cast(const Person& participant, Random& random);
  Person person(Random& random) const;

  std::uint32_t slot(std::string_view name) override;
  void fill(std::uint32_t slot, Random& random, Marked& out) const override;

  /// A family name of two syllables, most of them in no list.
  std::string coined(Random& random) const;

 private:
  using Make = std::string (Identifiers::*)(Random&) const;
  struct Slot {
    std::string name{};
    Make make = nullptr;  // null: an ordinary word of `words`
    const Ranked* words = nullptr;
    std::string_view label{}, type{};
  };
  struct Kind;
  static const Kind kinds[];

  const std::string& draw(std::string_view list, Random& random) const {
    return lists_.find(list)->second.draw(random);
  }
  const Person& someone(Random& random) const;
  const std::string& town(Random& random) const;
  void read_names(const std::filesystem::path& own, const std::filesystem::path& lists);
  void read_places(const std::filesystem::path& lists);

  std::string first_name(Random&) const;
  std::string full_name(Random&) const;
  std::string last_name(Random&) const;
  std::string spelled(Random&) const;
  std::string place(Random&) const;
  std::string abroad(Random&) const;
  std::string street(Random&) const;
  std::string address(Random&) const;
  std::string postcode(Random&) const;
  std::string shop(Random&) const;
  std::string hospital(Random&) const;
  std::string school(Random&) const;
  std::string university(Random&) const;
  std::string charity(Random&) const;
  std::string surgery(Random&) const;
  std::string spoken_date(Random&) const;
  std::string written_date(Random&) const;
  std::string month(Random&) const;
  std::string year(Random&) const;
  std::string age(Random&) const;
  std::string phone(Random&) const;
  std::string spoken_phone(Random&) const;
  std::string email(Random&) const;
  std::string nhs_number(Random&) const;
  std::string nino(Random&) const;
  std::string hospital_number(Random&) const;

  std::map<std::string, Ranked, std::less<>> words_{}, lists_{};
  std::vector<Slot> slots_{};
  std::vector<Person> people_{};
  std::vector<std::string> towns_{};
};

}  // namespace dialogue
