#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "base/keyed_hash.hpp"
#include "moniker/entity.hpp"
#include "moniker/label.hpp"
#include "moniker/register.hpp"
#include "resolve/registry.hpp"
#include "words/language.hpp"
#include "words/nicknames.hpp"

namespace moniker::resolve {

/// One written form found in a transcript, with how often and where first: what scan hands on to assign.
struct Mention {
  std::string label{}, subtype{};
  std::string surface{};  // as written
  std::uint64_t count = 0;
  std::uint64_t first_utterance = 0;
  std::uint32_t first_byte = 0;
  bool operator==(const Mention&) const = default;
};

/// A transcript as assign sees it.
struct TranscriptMentions {
  std::string file{};                   // name without folder; transcripts are numbered in its order
  std::vector<std::string> speakers{};  // labels, sorted
  std::map<std::string, std::string>
      label_names{};                // label -> the name in it ("Dr Patel (GP)" -> "Patel"), where there is one
  std::vector<Mention> mentions{};  // sorted by first place
};

using moniker::Entity;
using moniker::shown_name;

/// What stands for an entity's name under the operator `surrogate`.
struct Surrogate {
  std::string given{}, family{};               // of a person, for initials; empty where none was needed
  std::map<std::string, std::string> words{};  // folded word of the name -> what is written; of a place, its form
  bool operator==(const Surrogate&) const = default;
};

struct NumberingOptions {
  std::string transcript_prefix = "T", participant_prefix = "ID";
  std::map<std::string, std::string> role_prefixes{};  // Interviewer -> INT
  bool shuffled = false;                               // numbers of participants in an order drawn from the key
};

/// Who is who in the whole study. Plain data, serialisable (resolve/assignment_lines.hpp). Forms
/// are those that find() looks up: normal_form(), and for people PersonName::key(), which knows of titles
/// ("fs:shaw").
struct Assignment {
  std::vector<Entity> entities{};                                           // by label; people of the register
                                                                            // first, then by number
  std::map<std::string, std::string> transcripts{};                         // file -> T03
  std::map<std::pair<std::string, std::string>, std::uint32_t> speakers{};  // (file, label) -> index into entities
  std::map<std::pair<std::string, std::string>, std::uint32_t> forms{};     // (label, form) -> index, anywhere
  std::map<std::tuple<std::string, std::string, std::string>, std::uint32_t>
      local_forms{};                                // (file, label, form): where one
                                                    // form means different people in different files
  std::map<std::string, std::uint32_t> people{};    // participant_keys() -> index
  std::map<std::uint32_t, Surrogate> surrogates{};  // by index; where the study uses none, empty
  /// By the transcript first, then anywhere; a name that is not known is tried without its plural s. Nothing:
  /// the form is unknown (the caller redacts without a number).
  const Entity* find(const std::string& file, const Label& label, std::string_view surface,
                     const words::Language& language) const;
  /// Nothing for a label that is a role and belongs to nobody (see role_label).
  const Entity* speaker(const std::string& file, const std::string& label) const;
  /// Nothing where it has none. `entity` is one of `entities`.
  const Surrogate* surrogate(const Entity& entity) const;
  bool operator==(const Assignment&) const = default;
};

/// The only place where the whole study meets. Deterministic: depends on the set of transcripts and on what
/// the registry knows, not on their order. Numbers new entities in study order (file name, utterance, byte).
/// Who is taken for whom stands at the head of people.cpp. Of the labels one means a person. The registry's transaction
/// is the caller's.
Assignment assign_entities(const Register& people, std::vector<TranscriptMentions> transcripts, const Labels& known,
                           Registry& registry, const NumberingOptions& options, const words::Nicknames& nicknames,
                           const words::Language& language);

/// By which people of the register are known for ever, in its order: their number in the study, or else their
/// name. Namesakes without numbers are told apart by their order, which is all there is.
std::vector<std::string> participant_keys(const Register& people);

/// The form by which a surface is compared and looked up: folded, possessive endings, titles, a leading article (places
/// and organisations) and outer punctuation dropped; for codes separators dropped too and spoken digits written as
/// digits. A plural ending stays, for nobody can tell "James" from "Shaws".
std::string normal_form(Meaning means, std::string_view surface, const words::Language& language);

}  // namespace moniker::resolve
