// A proof told: which record, of a log of how many; or which log another begins with.
#include "audit/proof_page.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "audit/show.hpp"
#include "base/bounded_json.hpp"

namespace moniker::audit {

using OrderedJson = nlohmann::ordered_json;

std::string as_text(const ProofPage& page, const Style& style) {
  std::string text;
  for (const Proved& proved : page.proved) {
    text += fmt::format("{}good{}: ", style.green, style.plain);
    if (proved.before)
      text += fmt::format("the log of {} records begins with the one of {}\n", proved.size, *proved.before);
    else
      text += fmt::format("record {} is in the log of {} records:\n  {}\n", proved.number, proved.size,
                          show_record(proved.record));
    if (!proved.cosigned.empty()) text += "  its head is cosigned\n";
  }
  return text;
}

OrderedJson as_json(const ProofPage& page) {
  OrderedJson list = OrderedJson::array();
  for (const Proved& proved : page.proved) {
    OrderedJson one{{"size", proved.size}};
    if (proved.before)
      one["before"] = *proved.before;
    else
      one["number"] = proved.number, one["record"] = parse_any_json<OrderedJson>(proved.record);
    one["cosigned"] = proved.cosigned;
    list.push_back(std::move(one));
  }
  return list;
}

std::string as_text(const CosignPage& page, const Style&) {
  return fmt::format("cosigned: a head of {} records, kept in {}\n", page.size, page.file.string());
}

OrderedJson as_json(const CosignPage& page) { return {{"records", page.size}, {"file", page.file.string()}}; }

}  // namespace moniker::audit
