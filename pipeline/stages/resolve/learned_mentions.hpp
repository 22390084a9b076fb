#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "moniker/label.hpp"
#include "moniker/learned.hpp"
#include "resolve/mention.hpp"
#include "resolve/word_index.hpp"
#include "words/language.hpp"

namespace moniker::resolve {

/// A learned name may occur where no finding did; it needs an entity as well.
void add_learned(TranscriptMentions& mentions, const LearnedNames& learned, const Labels& labels,
                 const words::Language& language);

/// Every folded word of a transcript, by its file; nothing where they are not known.
using WordsSaidIn = std::function<std::optional<SaidWords>(const std::string& file)>;

/// A person's name alone that one transcript taught is looked for in all: where it can be said, it needs an entity as
/// well.
void spread_learned(std::vector<TranscriptMentions>& transcripts, const LearnedNames& learned,
                    const WordsSaidIn& said_in, const Labels& labels, const words::Language& language);

}  // namespace moniker::resolve
