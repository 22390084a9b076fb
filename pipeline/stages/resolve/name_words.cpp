#include "resolve/name_words.hpp"

#include <algorithm>

#include "words/likeness.hpp"

namespace moniker::resolve {

std::vector<std::string> barrels(const std::string& word) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end = 0; end != std::string::npos; begin = end + 1) {
    end = word.find('-', begin);
    if (const std::string part = word.substr(begin, end - begin); !part.empty()) parts.push_back(part);
  }
  return parts;
}

std::uint32_t NameWords::add(const std::string& word) {
  const auto [known, fresh] = numbers_.try_emplace(word, static_cast<std::uint32_t>(numbers_.size()));
  const std::uint32_t number = known->second;
  if (!fresh) return number;
  if (word.find('-') != std::string::npos) {
    for (std::string& part : barrels(word)) parts_[std::move(part)].push_back(number);
  }
  sounds_[words::sound_key(word)].push_back(number);
  spellings_[words::plain_spelling(word)].push_back(number);
  near_.add(word, words::near_edits(word.size()), number);
  ready_ = false;
  return number;
}

std::vector<std::uint32_t> NameWords::like(const std::string& word, const words::Nicknames& nicknames) {
  if (!ready_) near_.ready();
  ready_ = true;
  std::vector<std::uint32_t> found;
  const auto take_word = [&](const std::string& other) {
    if (const auto known = numbers_.find(other); known != numbers_.end()) found.push_back(known->second);
  };
  const auto take_list = [&](const Lists& lists, const std::string& key) {
    if (const auto list = lists.find(key); list != lists.end())
      found.insert(found.end(), list->second.begin(), list->second.end());
  };
  take_word(word);
  take_list(parts_, word);
  for (const std::string& part : barrels(word)) take_word(part);
  for (const std::string& other : nicknames.all_forms(word)) take_word(other);
  if (word.size() >= 4) {
    if (std::string sound = words::sound_key(word); sound.size() >= words::fewest_sounds) take_list(sounds_, sound);
    take_list(spellings_, words::plain_spelling(word));
  }
  if (words::near_edits(word.size()) > 0) near_.collect(word, words::near_edits(word.size()), found);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace moniker::resolve
