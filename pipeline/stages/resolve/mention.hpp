#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace moniker::resolve {

/// What the words about a name tell of who bears it.
enum class Manner : std::uint8_t {
  told,        // nothing: "I saw Liz"
  of_self,     // whoever speaks: "I'm Liz", "she said, Liz, you ought to"
  self_talk,   // may be whoever speaks, for the sentence is about what they are called: "Lizzie is what my mum says"
  called,      // somebody who is there: "Thanks, Liz."
  of_family,   // one of the speaker's family: "my sister Liz"
  introduced,  // somebody who is told of for the first time: "a nurse called Liz", "another Liz"
  taken_up     // somebody who is there, or who is told of: "Robert, he's the eldest"
};

/// One written form found in a transcript, with how often and where first: what scan hands on to assign.
struct Mention {
  std::string label{}, subtype{};
  std::string surface{};  // as written; of a person with the titles before it
  std::uint64_t count = 0;
  std::uint64_t first_turn = 0;  // as the written transcript counts turns, from 0
  std::uint32_t first_byte = 0;
  std::string speaker{};  // of a person: the label of who says it, as delivered; empty where nobody is named
  Manner manner = Manner::told;
  bool operator==(const Mention&) const = default;
};

/// A transcript as assign sees it.
struct TranscriptMentions {
  std::string file{};                                // name without folder; transcripts are numbered in its order
  std::vector<std::string> speakers{};               // labels, sorted
  std::map<std::string, std::string> label_names{};  // label -> the name in it ("Dr Patel (GP)" -> "Patel"), where
                                                     // there is one
  std::string talk{};               // what it is known by whatever its file is called; empty where nothing was read
  std::vector<Mention> mentions{};  // sorted by first place
  bool leaving = false;             // its delivered file is gone: what is said in it is heard for the last time
  bool silent = false;  // it was put away: nothing is known but who of the register speaks in it; `speakers` are IDs
};

}  // namespace moniker::resolve
