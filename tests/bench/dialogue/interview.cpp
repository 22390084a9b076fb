#include "dialogue/interview.hpp"

#include <fstream>
#include <stdexcept>

namespace dialogue {
namespace {

Grammar read_grammar(const std::filesystem::path& file, Filler& filler) {
  std::ifstream text(file);
  if (!text) throw std::runtime_error("cannot read " + file.string());
  return Grammar(text, filler);
}

Random drawn_from(std::uint64_t seed, std::uint64_t what, std::uint64_t number) {
  Random random(seed * 4 + what);
  return Random(random.next() + number * 0xD1342543DE82EF95u);
}

}  // namespace

Interviews::Interviews(std::uint64_t seed, const std::filesystem::path& own, const std::filesystem::path& lists)
    : seed_(seed), identifiers_(own, lists), grammar_(read_grammar(own / "grammar.txt", identifiers_)) {
  question_ = grammar_.rule("question");
  answer_ = grammar_.rule("answer");
}

Person Interviews::participant(std::uint64_t number) const {
  Random random = drawn_from(seed_, 0, number);
  return identifiers_.person(random);
}

void Interviews::begin(std::uint64_t interview, const Person& participant) {
  random_ = drawn_from(seed_, 1, interview);
  identifiers_.new_cast(participant, random_);
  turn_.asks = false;
}

const Turn& Interviews::next() {
  turn_.asks = !turn_.asks;
  turn_.words.clear();
  grammar_.expand(turn_.asks ? question_ : answer_, identifiers_, random_, turn_.words);
  return turn_;
}

}  // namespace dialogue
