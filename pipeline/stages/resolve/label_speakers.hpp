#pragma once
#include <vector>

#include "resolve/cast.hpp"

namespace moniker::resolve {

/// Speakers whom sessions of the register claim.
void take_claims(Cast& cast, const std::vector<TranscriptMentions>& transcripts, const Claims& claims);
/// Labels that no session claims and that fit the register; first `exactly`, then by likeness.
void decide_labels(Cast& cast, const NamedLabels& labels, const Contested& contested, bool exactly);
/// Labels that are a part of a name and nobody's whom the register knows.
void add_unknown_speakers(Cast& cast, const NamedLabels& labels);

}  // namespace moniker::resolve
