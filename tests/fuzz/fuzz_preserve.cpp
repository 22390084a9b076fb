// Word documents from anybody, kept in place with every speaker and every "a" replaced. What comes out was proved; here
// it must say what plain rewriting says, and nothing may end otherwise than by an Error. The first byte chooses as in
// fuzz_docx.cpp.
#include <cstdint>
#include <cstdlib>

#include "moniker/error.hpp"
#include "preserve/docx_preserver.hpp"
#include "unit/stages/preserve/preserving.hpp"
#include "unit/stages/read/docx_fixture.hpp"

namespace {

std::string solid(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) {
    const auto words = line.find(" | ");
    for (const char c : line.substr(words == std::string::npos ? 0 : words)) {
      if (std::string_view(" \t\n/|").find(c) == std::string_view::npos) all += c;
    }
  }
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 16 == 1) bytes = reading::zip_of({{"word/document.xml", bytes}});
  if (data[0] % 16 > 1) bytes = reading::Docx{.body = bytes}.bytes();
  const preserving::Exchanges names{{"Kate", "[ID04]"}, {"a", "[and so on]"}};
  preserving::Exchanges speakers;
  try {
    const auto read = reading::read_all(bytes);
    if (read.format != "docx") return 0;
    for (const auto& utterance : read.utterances)
      speakers.emplace(utterance.speaker, utterance.speaker.empty() ? "" : "ID" + std::to_string(speakers.size()));
    const auto out = preserving::keep_in_place(bytes, names, speakers);
    if (!out) return 0;
    if (solid(preserving::lines_of_talk(*out)) != solid(preserving::expected_lines(bytes, names, speakers)))
      std::abort();
  } catch (const moniker::Error&) {
  }
  return 0;
}
