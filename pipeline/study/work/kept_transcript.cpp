// Names of a transcript that was put away are hashes, a word each. Whoever has the words - another transcript in which
// they are said - has the names again, and masks them; whoever has them not needs no mask. So nothing that was learned
// is lost, and nothing of it can be read.
#include "work/kept_transcript.hpp"

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>

#include "base/bounded_json.hpp"
#include "base/fold.hpp"
#include "base/json_number.hpp"
#include "moniker/error.hpp"

namespace moniker::study {
namespace {

using KeptJson = nlohmann::ordered_json;

constexpr std::size_t hash_digits = 16;  // of the hash of a word: enough that no two words of a study share one

KeptJson to_kept_json(const HashedLearned& name) {
  const LearnedName& about = name.about;
  return KeptJson::array({name.words, about.label, about.rule, about.score, about.times, about.word});
}

HashedLearned learned_from(const KeptJson& json) {
  return {json.at(0).get<std::vector<std::string>>(),
          {.label = json.at(1).get<std::string>(),
           .rule = json.at(2).get<std::string>(),
           .score = json.at(3).get<float>(),
           .times = whole_number<std::uint64_t>(json.at(4)),
           .word = json.at(5).get<bool>()}};
}

KeptTranscript kept_from(const KeptJson& json) {
  KeptTranscript kept;
  kept.key = json.at("key").get<std::string>();
  kept.talk = json.at("talk").get<std::string>();
  for (const KeptJson& hash : json.at("sketch")) kept.sketch.push_back(whole_number<std::uint64_t>(hash));
  for (const KeptJson& name : json.at("learned")) kept.learned.push_back(learned_from(name));
  kept.said = json.at("said").get<std::set<std::string>>();
  kept.speakers = json.at("speakers").get<std::set<std::string>>();
  kept.names = json.at("names").get<std::set<std::string>>();
  kept.outputs = json.at("outputs").get<std::vector<std::string>>();
  return kept;
}

}  // namespace

std::string to_json(const KeptTranscript& kept) {
  KeptJson learned = KeptJson::array();
  for (const HashedLearned& name : kept.learned) learned.push_back(to_kept_json(name));
  return KeptJson{{"key", kept.key},   {"talk", kept.talk},         {"sketch", kept.sketch}, {"learned", learned},
                  {"said", kept.said}, {"speakers", kept.speakers}, {"names", kept.names},   {"outputs", kept.outputs}}
      .dump();
}

KeptTranscripts read_kept(const resolve::Registry& registry) {
  try {
    KeptTranscripts all;
    for (const auto& [number, text] : registry.put_away()) all[number] = kept_from(parse_json<KeptJson>(text));
    return all;
  } catch (const Error&) {
    throw;
  } catch (const std::exception&) {
    throw Error::integrity("what the registry keeps of a transcript that was put away is damaged",
                           "restore registry.sqlite from the backup of the last run");
  }
}

std::string hashed_word(const Secret<32>& key, std::string_view word) {
  return hex(keyed_hash(key, "word of what was put away", word)).substr(0, hash_digits);
}

Digest hashed_talk(const Secret<32>& key, std::string_view digest) {
  return keyed_hash(key, "talk of what was put away", digest);
}

std::vector<std::uint64_t> hashed_sketch(const Secret<32>& key, const std::vector<std::uint64_t>& sketch) {
  std::vector<std::uint64_t> hashed;
  for (const std::uint64_t value : sketch) {
    const Digest digest = keyed_hash(key, "sample of talk", std::to_string(value));
    hashed.emplace_back();
    std::memcpy(&hashed.back(), digest.data(), sizeof(std::uint64_t));
  }
  std::sort(hashed.begin(), hashed.end());
  return hashed;
}

std::vector<HashedLearned> hashed_learned(const Secret<32>& key, const LearnedNames& names) {
  std::vector<HashedLearned> hashed;
  for (const auto& [place, name] : names.all()) {
    HashedLearned one{.about = name};
    one.about.form.clear();
    for (const std::string& word : folded_words(name.form)) one.words.push_back(hashed_word(key, word));
    hashed.push_back(std::move(one));
  }
  return hashed;
}

SaidAgain::SaidAgain(const Secret<32>& key, std::vector<HashedLearned> names) : key_(key), names_(std::move(names)) {
  for (const HashedLearned& name : names_) wanted_.insert(name.words.begin(), name.words.end());
}

/// As may_occur() has it: a possessive, a plural or a compound of a word begins with it.
void SaidAgain::hear(const SpokenWords& words) {
  if (wanted_.empty()) return;
  for (const std::string& word : words) {
    for (std::size_t end = word.size(); end > 0; --end) {
      const std::string_view beginning = std::string_view(word).substr(0, end);
      if (!heard_.emplace(beginning).second) break;  // and so were all that are shorter
      const std::string hash = hashed_word(key_, beginning);
      if (wanted_.contains(hash)) known_.emplace(hash, beginning);
    }
  }
}

LearnedNames SaidAgain::names() const {
  LearnedNames names;
  for (const HashedLearned& hashed : names_) {
    LearnedName name = hashed.about;
    const bool all = std::all_of(hashed.words.begin(), hashed.words.end(), [&](const std::string& hash) {
      const auto word = known_.find(hash);
      if (word == known_.end()) return false;
      name.form += (name.form.empty() ? "" : " ") + word->second;
      return true;
    });
    if (all && !name.form.empty()) names.add(std::move(name));
  }
  return names;
}

}  // namespace moniker::study
