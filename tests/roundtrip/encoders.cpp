#include "roundtrip/encoders.hpp"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "unit/stages/read/odt_fixture.hpp"
#include "unit/stages/read/pdf_fixture.hpp"
#include "unit/stages/read/xlsx_fixture.hpp"

namespace roundtrip {
namespace {

using Talk = std::vector<moniker::Utterance>;

std::string replaced(std::string text, const std::map<char, std::string>& by) {
  std::string out;
  for (const char c : text) {
    const auto row = by.find(c);
    out += row == by.end() ? std::string(1, c) : row->second;
  }
  return out;
}

std::string xml(const std::string& text) {
  return replaced(text, {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}});
}

double seconds(std::chrono::milliseconds time) { return static_cast<double>(time.count()) / 1000; }

/// A tier a speaker, intervals without gaps: Praat manual, "TextGrid file formats".
std::string textgrid(const Talk& talk) {
  const double end = seconds(talk.back().time->end);
  std::map<std::string, std::vector<const moniker::Utterance*>> tiers;
  for (const auto& turn : talk) tiers[turn.speaker].push_back(&turn);
  std::string out = fmt::format(
      "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\nxmin = 0 \nxmax = {} \ntiers? <exists> "
      "\nsize = {} "
      "\nitem []: \n",
      end, tiers.size());
  int tier = 0;
  for (const auto& [speaker, turns] : tiers) {
    std::string intervals;
    double at = 0;
    int count = 0;
    const auto interval = [&](double from, double to, const std::string& text) {
      if (to <= from) return;
      intervals += fmt::format(
          "        intervals [{}]:\n            xmin = {} \n            xmax = {} \n            text = "
          "\"{}\" \n",
          ++count, from, to, replaced(text, {{'"', "\"\""}}));
      at = to;
    };
    for (const auto* turn : turns) {
      interval(at, seconds(turn->time->begin), "");
      interval(seconds(turn->time->begin), seconds(turn->time->end), turn->text);
    }
    interval(at, end, "");
    out += fmt::format(
        "    item [{}]:\n        class = \"IntervalTier\" \n        name = \"{}\" \n        xmin = 0 \n      "
        "  xmax = {} \n"
        "        intervals: size = {} \n{}",
        ++tier, speaker, end, count, intervals);
  }
  return out;
}

/// ELAN: a tier a participant, times in slots (EAFv3.0.xsd).
std::string eaf(const Talk& talk) {
  std::string slots, tiers;
  std::map<std::string, std::string> annotations;
  int slot = 0, number = 0;
  for (const auto& turn : talk) {
    for (const auto time : {turn.time->begin, turn.time->end})
      slots += fmt::format("<TIME_SLOT TIME_SLOT_ID=\"ts{}\" TIME_VALUE=\"{}\"/>", ++slot, time.count());
    annotations[turn.speaker] += fmt::format(
        "<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"a{}\" TIME_SLOT_REF1=\"ts{}\" "
        "TIME_SLOT_REF2=\"ts{}\">"
        "<ANNOTATION_VALUE>{}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>",
        ++number, slot - 1, slot, xml(turn.text));
  }
  for (const auto& [speaker, rows] : annotations) {
    tiers += fmt::format("<TIER LINGUISTIC_TYPE_REF=\"default-lt\" PARTICIPANT=\"{0}\" TIER_ID=\"{0}\">{1}</TIER>",
                         speaker, rows);
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ANNOTATION_DOCUMENT AUTHOR=\"\" "
         "DATE=\"2026-01-01T00:00:00Z\" "
         "FORMAT=\"3.0\" VERSION=\"3.0\"><HEADER MEDIA_FILE=\"\" TIME_UNITS=\"milliseconds\"/><TIME_ORDER>" +
         slots + "</TIME_ORDER>" + tiers +
         "<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID=\"default-lt\" "
         "TIME_ALIGNABLE=\"true\"/></ANNOTATION_DOCUMENT>\n";
}

/// WhisperX: segments with seconds and a speaker.
std::string whisper(const Talk& talk) {
  nlohmann::ordered_json segments = nlohmann::ordered_json::array();
  for (const auto& turn : talk) {
    segments.push_back({{"start", seconds(turn.time->begin)},
                        {"end", seconds(turn.time->end)},
                        {"text", " " + turn.text},
                        {"speaker", turn.speaker}});
  }
  return nlohmann::ordered_json{{"segments", segments}, {"language", "en"}}.dump();
}

std::string tsv(const Talk& talk) {
  std::string out = "Start\tEnd\tSpeaker\tText\n";
  for (const auto& turn : talk) {
    out += fmt::format("{:.3f}\t{:.3f}\t{}\t\"{}\"\n", seconds(turn.time->begin), seconds(turn.time->end), turn.speaker,
                       replaced(turn.text, {{'"', "\"\""}}));
  }
  return out;
}

/// A paragraph a turn, letters beyond ASCII as UTF-16 units with a fallback, as Word writes them.
std::string rtf(const Talk& talk) {
  std::string out = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}}\\uc1\\pard\n";
  for (const auto& turn : talk) {
    out += "{\\b " + turn.speaker + ":} ";
    std::u32string letters;
    for (std::size_t at = 0; at < turn.text.size();) {
      const auto lead = static_cast<unsigned char>(turn.text[at]);
      const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      char32_t letter = size == 1 ? lead : lead & (0xFFU >> (size + 1));
      for (std::size_t i = 1; i < size; ++i)
        letter = (letter << 6) | (static_cast<unsigned char>(turn.text[at + i]) & 0x3FU);
      letters += letter;
      at += size;
    }
    const auto unit = [&](char32_t value) {
      out += fmt::format("\\u{}?", static_cast<std::int16_t>(static_cast<std::uint16_t>(value)));
    };
    for (const char32_t letter : letters) {
      if (letter >= 0x10000) {
        unit(0xD800 + ((letter - 0x10000) >> 10));
        unit(0xDC00 + ((letter - 0x10000) & 0x3FF));
      } else if (letter >= 0x80) {
        unit(letter);
      } else {
        if (letter == '\\' || letter == '{' || letter == '}') out += '\\';
        out += static_cast<char>(letter);
      }
    }
    out += "\\par\n";
  }
  return out + "}";
}

/// Seconds as numbers, strings in their cells.
/// A turn a paragraph, in lines that fit a page.
std::string pdf(const Talk& talk) {
  std::vector<reading::PdfPage> pages(1);
  const auto put = [&](std::string line) {
    if (pages.back().size() == 55) pages.emplace_back();
    pages.back().push_back(std::move(line));
  };
  for (const auto& turn : talk) {
    std::string rest = turn.speaker + ": " + turn.text;
    while (rest.size() > 90) {
      const std::size_t blank = std::min(rest.rfind(' ', 90), rest.find(' ', 90));
      if (blank == std::string::npos) break;
      put(rest.substr(0, blank));
      rest.erase(0, blank + 1);
    }
    put(std::move(rest));
    put("");
  }
  return reading::pdf_of(pages);
}

std::string xlsx(const Talk& talk) {
  std::vector<std::vector<reading::XlsxCell>> rows = {{{"Speaker"}, {"Start"}, {"End"}, {"Text"}}};
  for (const auto& turn : talk) {
    rows.push_back({{turn.speaker},
                    {fmt::format("{:.3f}", seconds(turn.time->begin)), "n"},
                    {fmt::format("{:.3f}", seconds(turn.time->end)), "n"},
                    {turn.text}});
  }
  return reading::Xlsx{.sheets = {rows}}.bytes();
}

std::string flat_odt(const Talk& talk) {
  std::string body;
  for (const auto& turn : talk) {
    std::string words;
    for (const char c : xml(turn.speaker + ": " + turn.text))  // a second blank is none (ODF 1.3 part 3, 6.1.2)
      words += c == ' ' && words.ends_with(' ') ? "<text:s/>" : std::string(1, c);
    body += reading::odt_paragraph(words);
  }
  return reading::Odt{.body = body}.flat();
}

constexpr Encoder table[] = {
    {"textgrid", "Praat", textgrid},   {"eaf", "ELAN", eaf},    {"json", "WhisperX", whisper},
    {"fodt", "LibreOffice", flat_odt}, {"csv", "tabs", tsv},    {"rtf", "Word", rtf},
    {"pdf", "a word processor", pdf},  {"xlsx", "Excel", xlsx},
};

}  // namespace

std::span<const Encoder> encoders() { return table; }

}  // namespace roundtrip
