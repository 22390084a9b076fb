#pragma once
#include <compare>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "resolve/bearer.hpp"
#include "resolve/person_forms.hpp"
#include "resolve/reason.hpp"

namespace moniker::resolve {

/// Where a form means somebody: anywhere (no file), in a transcript, or there as one speaker says it.
struct Spot {
  KeptText key{};  // PersonName::key()
  KeptText file{};
  KeptText speaker{};  // the label
  Manner manner = Manner::told;
  /// Whoever says it, however.
  bool is_whole() const { return speaker.empty() && manner == Manner::told; }
  auto operator<=>(const Spot&) const = default;
};

/// Whom a form means.
struct Meant {
  std::size_t bearer = 0;
  bool firm = false;  // somebody of the register, by a full name or in a transcript in which they speak or are named
  Reason reason = Reason::alone;
};

/// What sessions of the register say of labels.
struct Sessions {
  const Claims& claims;
  const Contested& contested;
};

struct ResolveOptions {
  bool lone_names_mean_one = false;  // a given name alone that nobody is known by: one person in the whole study
};

/// A form that two or more people of the register may be meant by, or one of them and somebody else.
struct Doubt {
  Spot spot{};
  Place first{};
  bool label = false;                // it is who speaks
  std::vector<std::size_t> asked{};  // indices into the register
};

/// Who is who among the people of a study, before the registry has its say. What was kept of them to compare their
/// names is gone.
struct ResolvedPeople {
  std::vector<char>
      genders{};  // of the bearers, those of the register first, in its order: f, m; 0 where nothing tells
  std::map<Spot, Meant> meant{};                                          // every form in every transcript of it
  std::map<std::pair<std::string, std::string>, std::size_t> speakers{};  // (file, label)
  std::vector<Doubt> doubts{};
  std::map<std::string, std::set<std::size_t>> circles{};  // by file: who of the register ties its circle
  std::map<std::size_t, Place> told{};  // by bearer: where they first told of themselves what else they are called
};

ResolvedPeople resolve_people(const Register& people, const std::vector<TranscriptMentions>& transcripts,
                              const PersonForms& forms, const Sessions& sessions, const NamedLabels& labels,
                              const ResolveOptions& options, const words::NameLists& lists,
                              const words::Language& language);

}  // namespace moniker::resolve
