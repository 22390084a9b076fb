// A transcript as XML after TEI P5 (8, Transcriptions of Speech): an utterance a turn, <seg> for what was replaced with
// its kind and who is responsible, <gap> for words that are left out.
#include <algorithm>

#include "deposit/prepared_deposit.hpp"
#include "write/xml_builder.hpp"

namespace moniker::custodian {
namespace {

/// A type is one word.
std::string as_type(std::string kind) {
  std::erase(kind, ',');
  std::replace(kind.begin(), kind.end(), ' ', '-');
  return kind;
}

void tei_header(write::XmlBuilder& xml, const DepositTranscript& transcript, const PreparedDeposit& deposit) {
  xml.start("teiHeader").start("fileDesc").start("titleStmt");
  xml.element("title", deposit.settings.title + ": " + transcript.name);
  xml.start("respStmt").attribute("xml:id", "anonymisation");
  xml.element("resp", "replaced what could identify somebody").element("name", "moniker").end().end();
  xml.start("publicationStmt").element("p", access_level(deposit.access).readers).end();
  xml.start("sourceDesc")
      .element("p", "Transcribed talk; pseudonymised by the study, and once more for this deposit.")
      .end();
  xml.end();
  xml.start("profileDesc").start("particDesc");
  std::vector<std::string> speakers;
  for (const DepositTurn& turn : transcript.turns) {
    if (!turn.left_out && std::find(speakers.begin(), speakers.end(), turn.speaker) == speakers.end())
      speakers.push_back(turn.speaker);
  }
  std::sort(speakers.begin(), speakers.end());
  xml.start("listPerson");
  for (const std::string& speaker : speakers)
    xml.start("person").attribute("xml:id", speaker).element("persName", speaker).end();
  xml.end().end().end().end();
}

}  // namespace

std::string tei_of(const DepositTranscript& transcript, const PreparedDeposit& deposit) {
  write::XmlBuilder xml;
  xml.start("TEI").attribute("xmlns", "http://www.tei-c.org/ns/1.0").attribute("xml:lang", deposit.language);
  tei_header(xml, transcript, deposit);
  xml.start("text").start("body").start("div");
  for (const DepositTurn& turn : transcript.turns) {
    if (turn.left_out) {
      xml.start("u").start("gap").attribute("reason", "no-consent-to-archiving").end().end();
      continue;
    }
    xml.start("u").attribute("who", "#" + turn.speaker);
    for (const DepositPiece& piece : turn.pieces) {
      if (piece.label.empty()) {
        xml.text(piece.text);
        continue;
      }
      xml.start("seg").attribute("type", as_type(piece.kind)).attribute("resp", "#anonymisation");
      xml.text(piece.text).end();
    }
    xml.end();
  }
  return xml.finish();
}

}  // namespace moniker::custodian
