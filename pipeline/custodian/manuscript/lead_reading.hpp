#pragma once
#include <optional>

#include "manuscript/speaker_reading.hpp"
#include "manuscript/told_by_years.hpp"

namespace moniker::custodian {

/// A paper whose extracts are found, asked for what else it tells of those who say them.
class LeadReading : public SpeakerReading {
 protected:
  using SpeakerReading::SpeakerReading;

  /// Of a role alone, "(practice nurse)": nobody knows who.
  static bool is_role(const PaperId& id) { return id.known && id.known->kind == IdPrefix::Kind::role; }
  /// An attribution more for each extract of which a bracket, a lead or its own words tell who says it.
  void add_told_of_speakers();

 private:
  void give_bracket_behind(const Extract& extract);
  void add_lead_clause(const Extract& extract);
  void add_told_by_self(const Extract& extract, const std::optional<TalkYears>& talks);
  void add_what_lead_tells(const Extract& extract);
  std::string gender_since_named(std::size_t i, ByteRange said, const PaperId& who) const;
  void add_leads();
  void add_pronouns_about(const Extract& extract);
  Attribute of_gender(const std::string& gender) const;
};

}  // namespace moniker::custodian
