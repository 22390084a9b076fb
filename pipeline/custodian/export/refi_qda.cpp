// REFI-QDA 1.5 (https://www.qdasoftware.org): a project that NVivo, MAXQDA, ATLAS.ti, QualCoder and others
// open, and its codebook. Texts are UTF-8 with LF and without a mark, and places are code points, half-open:
// what programs agree upon. Paths of the machine, dates and names of users are left out.
#include <algorithm>

#include "base/text.hpp"
#include "export/codes.hpp"
#include "export/exporters.hpp"
#include "export/guid.hpp"
#include "export/plain_text.hpp"
#include "write/zip_package.hpp"

namespace moniker::custodian {
namespace {

/// Of all values that are there: the narrowest type that fits.
std::string_view type_of(const ExportedStudy& study, std::size_t column) {
  bool any = false, integers = true, dates = true;
  for (const ExportedPerson& person : study.people) {
    const std::string& value = person.values[column];
    if (value.empty()) continue;
    any = true;
    integers = integers && value.size() < 10 && value.find_first_not_of("0123456789") == std::string::npos;
    bool date = value.size() == 10;
    for (std::size_t i = 0; date && i < value.size(); ++i)
      date = i == 4 || i == 7 ? value[i] == '-' : is_ascii_digit(value[i]);
    dates = dates && date;
  }
  return any && integers ? "Integer" : any && dates ? "Date" : "Text";
}

class Project {
 public:
  explicit Project(const ExportedStudy& study) : study_(study) {
    for (const ExportedTranscript& transcript : study_.transcripts) texts_.push_back(plain_text(transcript));
  }

  std::string package() {
    std::vector<write::ZipPart> parts = {{"project.qde", project()}};
    for (std::size_t i = 0; i < texts_.size(); ++i)
      parts.push_back({"sources/" + guid("text", study_.transcripts[i].name) + ".txt", texts_[i].text});
    return write::zip_package(parts);
  }

 private:
  std::string guid(std::string_view kind, const std::string& name) const { return guid_of(study_.space, kind, name); }
  std::string turn_guid(std::size_t transcript, std::size_t turn) const {
    return guid("turn", study_.transcripts[transcript].name + "/" + std::to_string(turn));
  }

  std::string project() {
    xml_.start("Project").attribute("xmlns", "urn:QDA-XML:project:1.0");
    xml_.attribute("name", study_.title.empty() ? "Study" : study_.title).attribute("origin", "moniker");
    xml_.attribute("creatingUserGUID", user_);
    xml_.start("Users").start("User").attribute("guid", user_).attribute("name", "moniker").end().end();
    if (const auto codes = codes_of(study_); !codes.empty()) {
      xml_.start("CodeBook");
      write_codes(xml_, codes, study_.space);
      xml_.end();
    }
    variables();
    cases();
    sources();
    sets();
    xml_.element("Description",
                 "Pseudonymised by moniker. Pseudonymised is not anonymous: these are personal data still.");
    return xml_.finish();
  }

  void variables() {
    if (study_.columns.empty()) return;
    xml_.start("Variables");
    for (std::size_t c = 0; c < study_.columns.size(); ++c) {
      xml_.start("Variable")
          .attribute("guid", guid("variable", study_.columns[c]))
          .attribute("name", study_.columns[c]);
      xml_.attribute("typeOfVariable", type_of(study_, c)).end();
    }
    xml_.end();
  }

  void cases() {
    if (study_.people.empty()) return;
    xml_.start("Cases");
    for (const ExportedPerson& person : study_.people) {
      xml_.start("Case").attribute("guid", guid("case", person.id)).attribute("name", person.id);
      for (std::size_t c = 0; c < study_.columns.size(); ++c) value(c, person.values[c]);
      for (std::size_t t = 0; t < texts_.size(); ++t) {
        const auto& turns = texts_[t].turns;
        const bool speaks =
            std::any_of(turns.begin(), turns.end(), [&](const PlacedTurn& p) { return p.speaker == person.id; });
        if (speaks) reference("SourceRef", guid("source", study_.transcripts[t].name));
      }
      for (std::size_t t = 0; t < texts_.size(); ++t) {
        for (std::size_t n = 0; n < texts_[t].turns.size(); ++n)
          if (texts_[t].turns[n].speaker == person.id) reference("SelectionRef", turn_guid(t, n));
      }
      xml_.end();
    }
    xml_.end();
  }

  void value(std::size_t column, const std::string& value) {
    if (value.empty()) return;
    const std::string_view type = type_of(study_, column);
    xml_.start("VariableValue");
    reference("VariableRef", guid("variable", study_.columns[column]));
    xml_.element(type == "Integer" ? "IntegerValue" : type == "Date" ? "DateValue" : "TextValue", value).end();
  }

  void sources() {
    xml_.start("Sources");
    for (std::size_t t = 0; t < texts_.size(); ++t) {
      const std::string& name = study_.transcripts[t].name;
      xml_.start("TextSource").attribute("guid", guid("source", name)).attribute("name", name);
      xml_.attribute("plainTextPath", "internal://" + guid("text", name) + ".txt").attribute("creatingUser", user_);
      for (std::size_t n = 0; n < texts_[t].turns.size(); ++n) {
        const PlacedTurn& turn = texts_[t].turns[n];
        if (turn.speaker.empty()) continue;
        selection(turn_guid(t, n), turn.speaker, turn.whole, path_of_speaker(turn.speaker));
      }
      for (std::size_t n = 0; n < texts_[t].marks.size(); ++n) {
        const PlacedMark& placed = texts_[t].marks[n];
        const std::string& shown = placed.mark.entity.empty() ? placed.mark.label : placed.mark.entity;
        selection(guid("mark", name + "/" + std::to_string(n)), shown, placed.where, path_of_mark(placed.mark));
      }
      xml_.end();
    }
    xml_.end();
  }

  void selection(const std::string& id, const std::string& name, Stretch where, const std::string& code) {
    xml_.start("PlainTextSelection").attribute("guid", id).attribute("name", name);
    xml_.attribute("startPosition", std::to_string(where.begin)).attribute("endPosition", std::to_string(where.end));
    xml_.attribute("creatingUser", user_);
    xml_.start("Coding").attribute("guid", guid("coding", id)).attribute("creatingUser", user_);
    reference("CodeRef", guid("code", code));
    xml_.end().end();
  }

  void sets() {
    xml_.start("Sets");
    for (const bool group : {true, false}) {
      bool begun = false;
      for (const ExportedTranscript& transcript : study_.transcripts) {
        if (is_group(transcript, study_) != group) continue;
        const std::string name = group ? "Focus groups" : "Interviews";
        if (!begun) xml_.start("Set").attribute("guid", guid("set", name)).attribute("name", name);
        begun = true;
        reference("MemberSource", guid("source", transcript.name));
      }
      if (begun) xml_.end();
    }
    xml_.end();
  }

  void reference(const char* name, const std::string& target) {
    xml_.start(name).attribute("targetGUID", target).end();
  }

  const ExportedStudy& study_;
  std::vector<PlainText> texts_{};
  const std::string user_ = guid("user", "moniker");
  write::XmlBuilder xml_{};
};

}  // namespace

std::vector<ExportFile> export_refi_qda(const ExportedStudy& study) {
  std::vector<ExportFile> files = {{"study.qdpx", Project(study).package()}};
  if (!codes_of(study).empty()) files.push_back({"codebook.qdc", refi_codebook(study)});
  return files;
}

std::string_view refi_qda_readme() {
  return "How to open this study in a program that reads REFI-QDA\n"
         "\n"
         "study.qdpx is a project: texts, a case for each participant with the attributes that the study keeps as "
         "variables, sets for\n"
         "interviews and focus groups, codes for speakers and for kinds of words that were replaced, each coded "
         "where it stands.\n"
         "\n"
         "NVivo:     File > Open > study.qdpx, or Import > Project in an open project.\n"
         "MAXQDA:    Home > New Project, then REFI-QDA > Import REFI-QDA Project.\n"
         "ATLAS.ti:  New project > Import project > study.qdpx.\n"
         "QualCoder: Project > Import REFI-QDA project.\n"
         "\n"
         "codebook.qdc has the codes alone, to be merged into a project that is there already.\n";
}

}  // namespace moniker::custodian
