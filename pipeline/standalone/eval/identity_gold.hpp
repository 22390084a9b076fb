#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <istream>
#include <string>
#include <utility>
#include <vector>

#include "eval/parts.hpp"
#include "moniker/finding.hpp"
#include "moniker/register.hpp"
#include "moniker/utterance.hpp"
#include "words/language.hpp"

namespace moniker::eval {

/// Words that mean somebody, and whom.
struct GoldMention {
  std::uint64_t turn = 0;  // Utterance::number
  ByteRange bytes{};       // of its text
  std::string entity{};    // a number of the register, any other word for somebody outside it, or `nobody`
  bool ask = false;        // two could be meant: only a question is right, or a pseudonym of its own
};

/// Words that look like a name and are none.
inline constexpr std::string_view nobody = "nobody";

struct GoldTranscript {
  std::string file{};
  bool counts = true;  // of the part that is scored; the others are read all the same
  std::vector<Utterance> turns{};
  std::vector<GoldMention> mentions{};
  std::vector<std::pair<std::string, std::string>> labels{};  // of speakers, and who it is
};

/// Transcripts that are identified together, as a study's are.
struct GoldStudy {
  std::string name{};
  Register people{};
  std::vector<GoldTranscript> transcripts{};
};

/// A folder with incoming/ and gold.jsonl, of which every line is a mention {"file", "part", "turn", "begin", "end",
/// "text", "entity", "ask"?} or a label {"file", "part", "label", "entity"}; turns count from 0 over what is talk,
/// begin and end code points. Throws Error{input} as reading does, and where a line does not fit the transcript it is
/// about.
GoldStudy read_gold_study(const std::filesystem::path& folder, Register people, const words::Language& language,
                          GoldPart part);

/// Annotated documents (gold.hpp) whose names of persons bear entities: each is a study by itself, without a register,
/// since nothing says that another document's entities are meant to be the same.
void each_document_study(std::istream& stream, const std::string& file, const words::Language& language, GoldPart part,
                         const std::function<void(const GoldStudy&)>& take);

/// A folder with gold/, files of annotated documents, which are one study: an entity is one all through it. Who
/// speaks under a label that the register's sessions name, or is called by exactly a registered full name, is that
/// person.
GoldStudy read_document_study(const std::filesystem::path& folder, Register people, const words::Language& language,
                              GoldPart part);

}  // namespace moniker::eval
