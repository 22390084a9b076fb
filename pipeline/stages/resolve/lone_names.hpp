#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "resolve/person_forms.hpp"
#include "words/nicknames.hpp"

namespace moniker::resolve {

/// A part of a name that nobody is known by, in a circle of transcripts.
struct LoneForm {
  KeptText circle{};
  KeptText key{};                    // PersonName::key()
  const PersonForm* form = nullptr;  // over the whole study
};

/// Which of them are one person, as positions: a form and its short forms within a circle, where nothing contradicts;
/// and Dr Patel in every circle. Each position is in one group.
std::vector<std::vector<std::size_t>> lone_people(const std::vector<LoneForm>& forms,
                                                  const words::Nicknames& nicknames);

/// "s:" of "s:patel" where a title that goes with surnames stands before one word; else nothing.
std::string title_before_surname(const std::string& key, const PersonName& name);

/// Both occur in some transcript.
bool meet(const PersonForm& a, const PersonForm& b);

}  // namespace moniker::resolve
