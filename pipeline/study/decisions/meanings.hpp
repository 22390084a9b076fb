#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/secret.hpp"
#include "decisions/decision.hpp"
#include "resolve/entities.hpp"

namespace moniker::study {

/// A name as decisions keep it: of an assignment's form, or of a speaker's label.
HashedName hashed_form(const Secret<32>& key, const std::string& label, std::string_view form);
HashedName hashed_speaker(const Secret<32>& key, std::string_view speaker);

/// A delivered file and a label in it.
using SpeakerLabels = std::vector<std::pair<std::string, std::string>>;

/// Who is who, after what people decided (`means` and `apart`, in their order). What the register says of its own is
/// not theirs to change: a full name of its, and a label that a session names. Gives how many decisions changed
/// nothing, for what they were of is gone.
std::size_t settle_meanings(const std::vector<Decision>& holding, const Secret<32>& key, const SpeakerLabels& labels,
                            resolve::Assignment& assignment, resolve::Registry& registry);

}  // namespace moniker::study
