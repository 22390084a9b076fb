#pragma once
#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "resolve/entities.hpp"
#include "resolve/kept_text.hpp"
#include "resolve/person_name.hpp"

namespace moniker::resolve {

/// Where something stands in the study. Ascending is study order.
struct Place {
  KeptText file{};
  std::uint64_t utterance = 0;
  std::uint32_t byte = 0;
  auto operator<=>(const Place&) const = default;
};

/// One written form of persons' names, over the whole study.
struct PersonForm {
  PersonName name{};
  /// Who says it, and how.
  struct Voice {
    KeptText speaker{};  // the label
    Manner manner = Manner::told;
    auto operator<=>(const Voice&) const = default;
  };
  struct Use {
    std::uint64_t count = 0;  // 0: it may turn up, but was not found yet
    Place first{};
    bool speaks = false;              // it is in a speaker's label
    std::map<Voice, Place> voices{};  // where first
    bool found() const { return count > 0 || speaks; }
  };
  std::map<KeptText, Use> uses{};  // by file
};
using PersonForms = std::map<std::string, PersonForm>;  // by PersonName::key()

/// Labels that belong to people of the register: (file, label) -> index. By Session; a session that names no
/// label takes the only label of its file that is left, passing over who asks.
using Claims = std::map<std::pair<std::string, std::string>, std::size_t>;
/// Labels that sessions of more than one row name: nobody's, until the register says whose.
using Contested = std::map<std::pair<std::string, std::string>, std::vector<std::size_t>>;
Claims claim_speakers(const Register& people, const std::vector<TranscriptMentions>& transcripts,
                      const words::Language& language, Contested& contested);

/// Labels that are neither claimed nor a role, by what is taken for the name in them: (file, label) -> key.
using NamedLabels = std::map<std::pair<std::string, std::string>, std::string>;

/// Collects the forms of every mention of the label `person` and of every label that may be a name. The order of
/// transcripts and mentions does not matter. `texts` keeps what they name. Their last use: mentions are gone
/// afterwards, each transcript's as soon as they are taken.
PersonForms person_forms(std::vector<TranscriptMentions>& transcripts, std::string_view person, const Claims& claims,
                         NamedLabels& labels, const words::Language& language, Texts& texts);

}  // namespace moniker::resolve
