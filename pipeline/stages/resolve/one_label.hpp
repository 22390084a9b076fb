#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "moniker/label.hpp"
#include "moniker/register.hpp"
#include "resolve/mention.hpp"
#include "words/name_lists.hpp"

namespace moniker::resolve {

/// (label, form) of a full name under the label that lost it -> the same under the one that it has.
using Relabelled = std::map<std::pair<std::string, std::string>, std::pair<std::string, std::string>>;

/// A full name has one label in the study: what is a person after "with" is no place after "near". Gives mentions the
/// label that wins, and says which lost.
Relabelled give_one_label(std::vector<TranscriptMentions>& transcripts, const Register& people, const Labels& known,
                          const words::NameLists& lists, const words::Language& language);

}  // namespace moniker::resolve
