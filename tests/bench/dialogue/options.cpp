#include "dialogue/options.hpp"

#include <stdexcept>

namespace dialogue {

const char* const usage =
    "dialogue --bytes N [--seed S]     generated interviews, the same for a seed on every machine; N may end in k, M "
    "or G\n"
    "  --format txt|jsonl              a transcript (default), or lines of {\"id\",\"text\"}\n"
    "  --unit utterance|interview      what a line of jsonl is (default: utterance)\n"
    "  --out FILE                      there instead of standard output\n"
    "  --gold FILE                     also lines of {\"id\",\"text\",\"spans\"}, for moniker eval: of each line of "
    "jsonl, or of each\n"
    "                                  interview of a transcript\n"
    "  --files DIR --count K           K transcripts, N bytes together, one interview each\n"
    "  --study DIR --participants P --count K   moniker.yaml, participants.csv and incoming/ for moniker run\n"
    "dialogue --list L                 L different made-up names, a list for a rule to read\n"
    "dialogue --rules R                R made-up rules, a rule file\n"
    "  --words DIR, --lists DIR        grammar.txt and its fellows; the lists of moniker's rules\n";

namespace {

std::uint64_t number(const std::string& text) {
  std::size_t used = 0;
  std::uint64_t value = 0;
  try {
    value = std::stoull(text, &used);
  } catch (const std::exception&) {
    throw std::runtime_error("no number: " + text);
  }
  const std::string rest = text.substr(used);
  if (rest == "k") return value * 1000;
  if (rest == "M") return value * 1000 * 1000;
  if (rest == "G") return value * 1000 * 1000 * 1000;
  if (!rest.empty()) throw std::runtime_error("no number: " + text);
  return value;
}

bool one_of(const std::string& value, const std::string& yes, const std::string& no) {
  if (value != yes && value != no) throw std::runtime_error(value + " is neither " + no + " nor " + yes);
  return value == yes;
}

void set(Options& options, const std::string& name, const std::string& value) {
  if (name == "--bytes")
    options.bytes = number(value);
  else if (name == "--seed")
    options.seed = number(value);
  else if (name == "--count")
    options.count = number(value);
  else if (name == "--participants")
    options.participants = number(value);
  else if (name == "--list")
    options.list = number(value);
  else if (name == "--rules")
    options.rules = number(value);
  else if (name == "--format")
    options.jsonl = one_of(value, "jsonl", "txt");
  else if (name == "--unit")
    options.unit = one_of(value, "interview", "utterance") ? Unit::interview : Unit::utterance;
  else if (name == "--out")
    options.out = value;
  else if (name == "--gold")
    options.gold = value;
  else if (name == "--files")
    options.files = value;
  else if (name == "--study")
    options.study = value;
  else if (name == "--lists")
    options.lists = value;
  else if (name == "--words")
    options.own = value;
  else
    throw std::runtime_error("no such option: " + name);
}

void check(const Options& options) {
  if (!options.list && !options.rules && !options.bytes) throw std::runtime_error("--bytes is missing");
  const bool many = !options.files.empty() || !options.study.empty();
  if (many && !options.count) throw std::runtime_error("--count is missing");
  if (!options.study.empty() && !options.participants) throw std::runtime_error("--participants is missing");
  if (many && options.jsonl) throw std::runtime_error("files and studies are txt");
}

}  // namespace

Options read_options(const std::vector<std::string>& words) {
  Options options;
  for (std::size_t i = 0; i < words.size(); i += 2) {
    if (i + 1 == words.size()) throw std::runtime_error(words[i] + " wants a value");
    set(options, words[i], words[i + 1]);
  }
  check(options);
  return options;
}

}  // namespace dialogue
