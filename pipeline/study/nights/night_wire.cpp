#include "nights/night_wire.hpp"

#include <nlohmann/json.hpp>

#include "base/bounded_json.hpp"
#include "base/json_number.hpp"

namespace moniker::study {
namespace {

using Wire = nlohmann::json;
using Names = std::vector<std::string>;

/// One of an enumeration that begins with `first` and ends with `last`.
template <class Kind>
Kind kind_from(const Wire& wire, Kind first, Kind last) {
  const int value = whole_number<int>(wire);
  if (value < static_cast<int>(first) || value > static_cast<int>(last))
    throw Wire::out_of_range::create(401, "no such kind", nullptr);
  return static_cast<Kind>(value);
}

Wire wire_of(const Waiting& one) {
  return {{"kind", one.matter.kind}, {"transcript", one.matter.transcript}, {"parts", one.matter.parts},
          {"says", one.matter.says}, {"remedy", one.matter.remedy},         {"fresh", one.fresh},
          {"since", one.since}};
}

Waiting waiting_of(const Wire& wire) {
  return {.matter = {.kind = kind_from(wire.at("kind"), MatterKind::quarantined, MatterKind::overdue),
                     .transcript = wire.at("transcript").get<std::string>(),
                     .parts = wire.at("parts").get<Names>(),
                     .says = wire.at("says").get<std::string>(),
                     .remedy = wire.at("remedy").get<std::string>()},
          .fresh = whole_number<std::uint64_t>(wire.at("fresh")),
          .since = wire.at("since").get<std::string>()};
}

Wire counts_wire(const StandingCounts& c) {
  return {c.transcripts, c.sealed, c.review, c.draft, c.quarantined, c.doubtful, c.questions, c.overdue};
}

StandingCounts counts_from(const Wire& wire) {
  const auto at = [&](std::size_t i) { return whole_number<std::uint64_t>(wire.at(i)); };
  return {.transcripts = at(0),
          .sealed = at(1),
          .review = at(2),
          .draft = at(3),
          .quarantined = at(4),
          .doubtful = at(5),
          .questions = at(6),
          .overdue = at(7)};
}

Wire problem_wire(const Problem& problem) {
  return {{"fault", problem.fault},      {"file", problem.file}, {"line", problem.at.line},
          {"column", problem.at.column}, {"what", problem.what}, {"remedy", problem.remedy}};
}

Problem problem_from(const Wire& wire) {
  return {.fault = kind_from(wire.at("fault"), Fault::usage, Fault::busy),
          .file = wire.at("file").get<std::string>(),
          .at = {whole_number<std::uint32_t>(wire.at("line")), whole_number<std::uint32_t>(wire.at("column"))},
          .what = wire.at("what").get<std::string>(),
          .remedy = wire.at("remedy").get<std::string>()};
}

Wire failed_wire(const Night& night) {
  if (!night.failed_before) return nullptr;
  return Wire::array({night.failed_before->since, night.failed_before->count});
}

Night read_wire(const Wire& wire) {
  Night night{.study = wire.at("study").get<std::string>(),
              .folder = wire.at("folder").get<std::string>(),
              .time = wire.at("time").get<std::string>(),
              .seconds = wire.at("seconds").get<double>(),
              .last_day = wire.at("last_day").get<std::string>(),
              .sealed = wire.at("sealed").get<Names>(),
              .sealed_anew = wire.at("sealed_anew").get<Names>(),
              .gone = wire.at("gone").get<Names>(),
              .counts = counts_from(wire.at("counts")),
              .audit_records = whole_number<std::uint64_t>(wire.at("audit_records")),
              .now = night_memory_from_json(wire.at("now").get<std::string>())};
  if (const Wire& failed = wire.at("failed_before"); !failed.is_null())
    night.failed_before = {failed.at(0).get<std::string>(), whole_number<std::uint64_t>(failed.at(1))};
  if (!wire.at("failure").is_null()) night.failure = problem_from(wire.at("failure"));
  for (const Wire& one : wire.at("waiting")) night.waiting.push_back(waiting_of(one));
  for (const Wire& one : wire.at("solved"))
    night.solved.push_back(
        {one.at(0).get<std::string>(), one.at(1).get<std::string>(), whole_number<std::uint64_t>(one.at(2))});
  return night;
}

}  // namespace

std::string to_wire(const Night& night) {
  Wire waiting = Wire::array(), solved = Wire::array();
  for (const Waiting& one : night.waiting) waiting.push_back(wire_of(one));
  for (const Solved& one : night.solved) solved.push_back(Wire::array({one.kind, one.transcript, one.parts}));
  return Wire{{"study", night.study},
              {"folder", night.folder},
              {"time", night.time},
              {"seconds", night.seconds},
              {"failure", night.failure ? problem_wire(*night.failure) : Wire(nullptr)},
              {"failed_before", failed_wire(night)},
              {"last_day", night.last_day},
              {"waiting", std::move(waiting)},
              {"solved", std::move(solved)},
              {"sealed", night.sealed},
              {"sealed_anew", night.sealed_anew},
              {"gone", night.gone},
              {"counts", counts_wire(night.counts)},
              {"audit_records", night.audit_records},
              {"now", to_json(night.now)}}
      .dump();
}

Night night_from_wire(const std::string& text) {
  try {
    return read_wire(parse_json<Wire>(text));
  } catch (const Wire::exception&) {
    throw Error::input("the run ended before it could say how", "run it by itself, and see what it says", {});
  }
}

}  // namespace moniker::study
