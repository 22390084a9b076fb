#pragma once
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "resolve/bearer.hpp"
#include "resolve/choice.hpp"
#include "resolve/people.hpp"

namespace moniker::resolve {

using FileLabel = std::pair<std::string, std::string>;  // (file, label)

/// Who is present in a transcript.
struct Presence {
  std::set<std::size_t> speaks{};
  std::set<std::size_t> named{};                               // in full
  std::set<std::size_t> known{};                               // who spoke elsewhere with somebody who speaks here
  std::set<std::pair<std::size_t, std::size_t>> introduced{};  // who was told of, and by whom
  std::vector<std::size_t> strangers{};  // who speak under a part of a name that nobody is known by, or were introduced
};

/// Everybody of a study, as the steps of resolve_people() come to know them. What it refers to outlives it; one thread
/// at a time.
struct Cast {
  Cast(const Register& register_, const PersonForms& all_forms, const ResolveOptions& chosen,
       const words::NameLists& names, const words::Language& spoken);

  bool registered(std::size_t bearer) const { return bearer < people.people.size(); }
  /// From now on nobody's names are compared: what was kept for that goes, and bearers are only numbers.
  void stop_comparing();
  /// One more bearer, of whom nothing is known but perhaps this.
  std::size_t add_unnamed(char gender);
  void speak(const FileLabel& place, std::size_t bearer);
  std::optional<std::size_t> speaker_of(const std::string& file, const std::string& label) const;
  /// A name of theirs in the transcripts in which they speak.
  void add_name(std::size_t speaker, const PersonName& name);
  /// Those of `from` whom the name fits, added to the form's candidates.
  void find_candidates(BearerIndex& from, const std::string& key, const PersonName& name);
  /// Whom a form may mean in a transcript, said by `speaker`.
  std::vector<Candidate> candidates(const std::string& key, const PersonName& name, const std::string& file,
                                    std::optional<std::size_t> speaker) const;
  Occasion occasion(const PersonName& name, Manner manner) const;
  void settle(const Spot& spot, const Choice& choice, bool complete);
  void ask(const Spot& spot, const Place& first, const Choice& choice);

  const Register& people;
  const PersonForms& forms;
  const ResolveOptions& options;
  const words::NameLists& lists;
  const words::Language& language;
  ResolvedPeople result{};
  std::deque<Bearer> bearers{};            // those of the register first, in its order
  BearerIndex index{}, strangers_index{};  // of the register; of people outside it with full names
  std::map<std::string, std::vector<std::pair<std::size_t, Fit>>> fits{};  // by key of a form
  std::map<std::string, Presence> presence{};                              // by file
  std::map<std::size_t, Bearer> told{};                                    // with the names that they told
  std::map<std::string, std::size_t> strangers{};                          // by key of a full name
  std::map<std::string, std::string> circles{};                            // file -> circle
  std::set<Spot> apart{};
  std::set<Spot> unused{};  // every mouth means somebody by it, and not one the same as another

 private:
  bool related(std::size_t a, std::size_t b) const;
};

}  // namespace moniker::resolve
