#pragma once
#include <string>
#include <vector>

#include "intruder/seen_outputs.hpp"
#include "outputs/exported_study.hpp"

namespace moniker::custodian {

/// A study as whoever holds its outputs reads it; without the parts beside the talk.
intruder::SeenOutputs seen_outputs(const ExportedStudy& study);

/// Rows of a linkage table. `file` is for messages.
std::vector<intruder::Original> originals_of(std::string_view csv, const std::string& file);

/// What an output holds, a part at a time: of a zip its members, of others all of it. Tags of XML and HTML are left
/// out, what their attributes say of people and titles is kept.
std::vector<intruder::SeenPart> parts_of(const std::string& name, const std::string& transcript, std::string bytes);

}  // namespace moniker::custodian
