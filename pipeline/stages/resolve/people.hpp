#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "resolve/bearer.hpp"
#include "resolve/person_forms.hpp"

namespace moniker::resolve {

/// Whom a form means.
struct Meant {
  std::size_t bearer = 0;
  bool firm = false;  // somebody of the register, by a full name or in a transcript in which they speak or are named
};

/// Who is who among the people of a study, before the registry has its say.
struct ResolvedPeople {
  std::vector<Bearer> bearers{};                                          // those of the register first, in its order
  std::map<std::string, Meant> anywhere{};                                // by key: where nothing else is known
  std::map<std::pair<std::string, std::string>, Meant> in_file{};         // (file, key)
  std::map<std::pair<std::string, std::string>, std::size_t> speakers{};  // (file, label)
};

ResolvedPeople resolve_people(const Register& people, const std::vector<TranscriptMentions>& transcripts,
                              const PersonForms& forms, const Claims& claims, const NamedLabels& labels,
                              const words::Nicknames& nicknames, const words::Language& language);

}  // namespace moniker::resolve
