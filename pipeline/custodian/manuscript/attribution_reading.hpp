#pragma once
#include <string>

#include "manuscript/paper_reading.hpp"
#include "manuscript/table_people.hpp"

namespace moniker::custodian {

/// A paper in which every place that tells who speaks is found.
class AttributionReading : public PaperReading {
 protected:
  using PaperReading::PaperReading;

  void read_attributions();

  PaperTalk talk_{};

 private:
  void find_attributions(std::size_t i);
  void add_attribution(std::size_t i, ByteRange bytes, AttributionForm form);
  /// Of a group or a place that somebody is in it; of "Ward manager 2" what they are.
  std::string letter_of_gender(const PaperId& id) const;
  void add_what_id_tells(Attribution& to, const PaperId& id) const;
  bool is_role_alone(std::size_t i, const QuotedSpan& bracket) const;
  void add_role_alone(std::size_t i, ByteRange bytes);
  void add_bracket(std::size_t i, const QuotedSpan& bracket);
  std::vector<Attribute> told_in_item(std::string_view item, std::size_t slot) const;
  void add_line(std::size_t i);
  void find_in_row(std::size_t i);
  void add_prose(std::size_t i, const PaperId& id);
  void add_told(std::size_t i, const PaperId& id, Attribution& to) const;
  std::string_view age_behind(std::string_view rest) const;
  void add_with(std::size_t i, const PaperId& id, std::string_view told);
  void find_in_table(std::size_t first);
  void find_members_in_table(std::size_t first);
  std::optional<PaperId> member_of(std::string_view heading) const;
  std::string bare_number_prefix() const;
  bool is_attribution_line(std::size_t i) const;

  ColumnValues columns_{};
};

}  // namespace moniker::custodian
