#pragma once
#include <compare>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "resolve/entities.hpp"
#include "resolve/people.hpp"

namespace moniker::resolve {

/// A number and the kind of the registry that it was drawn from: ("PERSON", 3), ("participant", 4), ("role
/// INT", 1).
struct Slot {
  std::string kind{};
  std::uint32_t number = 0;
  auto operator<=>(const Slot&) const = default;
};

/// ID04, INT1: at least two digits for participants and transcripts, one for roles. Empty for a kind that is
/// neither "participant" nor a role.
std::string shown_id(const Slot& slot, const NumberingOptions& options);

/// T03.
std::string transcript_id(std::uint32_t number, const NumberingOptions& options);

/// Transcript IDs by file name, after recognise_transcripts(). Known ones keep theirs; new ones follow in the order of
/// their names, or in one drawn from the key over their talk. Their talk is remembered.
std::map<std::string, std::string> number_transcripts(const std::vector<TranscriptMentions>& transcripts,
                                                      Registry& registry, const NumberingOptions& options);

/// One slot for each person of the register, in its order. Kept by the person's number, or by name where
/// there is none. New ones follow in register order, or in an order drawn from the key.
std::vector<Slot> number_participants(const Register& people, Registry& registry, const NumberingOptions& options);

/// Slots of all persons' forms, after the registry: a form that was bound in an earlier run stays where it was, unless
/// this run says for certain (Meant::firm) that it is somebody of the register. What was somebody of the register
/// stays so as long as nobody else of it is meant or could be.
struct PersonSlots {
  std::map<Spot, Slot> spots{};
  std::map<std::pair<std::string, std::string>, Slot> speakers{};  // (file, label)
};
/// Files of transcripts by what is known of them.
struct KnownFiles {
  std::set<std::string> before{};   // numbered in an earlier run
  std::set<std::string> leaving{};  // TranscriptMentions::leaving: the registry remembers more of them
};
/// `transcripts`: their IDs by file, by which the registry knows them.
PersonSlots number_people(const ResolvedPeople& resolved, const std::vector<Slot>& participants,
                          const PersonForms& forms, const NamedLabels& labels,
                          const std::map<std::string, std::string>& transcripts, const KnownFiles& known_files,
                          Registry& registry, const NumberingOptions& options);

}  // namespace moniker::resolve
