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
#include "resolve/kept_text.hpp"
#include "resolve/mention.hpp"
#include "resolve/reason.hpp"
#include "resolve/registry.hpp"
#include "words/language.hpp"
#include "words/name_lists.hpp"

namespace moniker::resolve {

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
  bool shuffled = false;                               // in an order drawn from the key, and not by rows and file names
  bool lone_names_mean_one = false;                    // moniker.yaml's resolve: lone_names: study
};

/// Where a form means something else than anywhere: in one transcript, or there in one mouth. A study has a dozen for
/// each kilobyte of talk: what they say lies in Assignment::texts, or, while one is looked up, with whoever asks.
struct LocalForm {
  KeptText file{}, label{}, form{};
  KeptText speaker{};  // the label; empty: whoever says it
  Manner manner = Manner::told;
  auto operator<=>(const LocalForm&) const = default;
};

/// Where a surface stands, for whom it means.
struct SaidIn {
  const std::string& file;
  const std::string& speaker;  // the label; may be empty
  Manner manner = Manner::told;
};

/// Whom a name means is for a person to say: nobody's ID was given.
struct Question {
  std::string file{};
  std::uint64_t turn = 0;                 // from 0, as Mention::turn; of a label, the transcript's first
  bool label = false;                     // who speaks
  std::uint32_t entity = 0;               // whom it is taken for until then; index into entities
  std::vector<std::uint32_t> could_be{};  // indices, of the register, in the order of their IDs
  bool operator==(const Question&) const = default;
};

/// Why a form is taken for whom it is.
struct Ground {
  Reason reason = Reason::alone;
  KeptText file{};  // where they told it; empty unless the reason is told
  std::uint64_t turn = 0;
  bool operator==(const Ground&) const = default;
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
  std::map<LocalForm, std::uint32_t> local_forms{};                         // -> index, where they differ from forms
  std::map<std::string, std::uint32_t> people{};                            // participant_keys() -> index
  std::map<std::uint32_t, Surrogate> surrogates{};  // by index; where the study uses none, empty
  std::map<LocalForm, Ground> grounds{};            // of people's forms, in every transcript; file "": anywhere
  std::map<std::pair<std::string, std::string>, Ground> speaker_grounds{};  // (file, label)
  std::vector<Question> questions{};                                        // by file and turn
  Texts texts{};                                                            // of local_forms and grounds
  /// By the mouth first, then the transcript, then anywhere; a name that is not known is tried without its plural s.
  /// Nothing: the form is unknown (the caller redacts without a number).
  const Entity* find(const SaidIn& where, const Label& label, std::string_view surface,
                     const words::Language& language) const;
  /// Why find() gives whom it gives; nothing for what is no person.
  const Ground* ground(const SaidIn& where, const Label& label, std::string_view surface,
                       const words::Language& language) const;
  /// Why forms and labels are taken for each entity, by index.
  std::map<std::uint32_t, std::set<Reason>> reasons() const;
  /// Nothing for a label that is a role and belongs to nobody (see role_label).
  const Entity* speaker(const std::string& file, const std::string& label) const;
  /// Nothing where it has none. `entity` is one of `entities`.
  const Surrogate* surrogate(const Entity& entity) const;
  bool operator==(const Assignment&) const = default;
};

/// The only place where the whole study meets. Deterministic: depends on the set of transcripts and on what
/// the registry knows, not on their order. Numbers new entities in study order (file name, utterance, byte).
/// Who is taken for whom is the law of docs/identity.md, in choice.cpp and people.cpp. Of the labels one means a
/// person. The registry's transaction is the caller's.
Assignment assign_entities(const Register& people, std::vector<TranscriptMentions> transcripts, const Labels& known,
                           Registry& registry, const NumberingOptions& options, const words::NameLists& lists,
                           const words::Language& language);

/// By which people of the register are known for ever, in its order: their number in the study, or else their
/// name. Namesakes without numbers are told apart by their order, which is all there is.
std::vector<std::string> participant_keys(const Register& people);

/// The form by which a surface is compared and looked up: folded, possessive endings, titles, a leading article (places
/// and organisations) and outer punctuation dropped; for codes separators dropped too and spoken digits written as
/// digits. A plural ending stays, for nobody can tell "James" from "Shaws".
std::string normal_form(Meaning means, std::string_view surface, const words::Language& language);

}  // namespace moniker::resolve
