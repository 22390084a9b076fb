// One page that needs nothing else: no script, no picture, no address. Turns are a description list, speakers
// its terms, so that screen readers say who speaks; dark where the reader's system is, and plain on paper.
#include <utility>

#include "html/html.hpp"
#include "write/captions.hpp"
#include "write/turn_text.hpp"
#include "write/writer.hpp"
#include "write/xml_builder.hpp"

namespace moniker::write {
namespace {

constexpr std::string_view style =
    ":root{color-scheme:light dark}"
    "body{font:1.05rem/1.55 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "dl>div{display:grid;grid-template-columns:8rem 1fr;gap:0 1rem;margin:0 0 .8rem}"
    "dt{font-weight:600}dt time{display:block;font-weight:400;font-size:.8rem;opacity:.7}"
    "dd{margin:0}dd p{margin:0 0 .3rem}"
    "@media(max-width:34rem){dl>div{display:block}}"
    "@media print{body{max-width:none;margin:0}dl>div{break-inside:avoid}}";

std::string html_text(std::string_view text) { return html::escaped(with_xml_characters(text)); }

class HtmlWriter : public Writer {
 public:
  HtmlWriter(ByteSink& sink, const WriteHeader& header) : sink_(sink) {
    const std::string title = html_text(heading(header).empty() ? "Transcript" : heading(header));
    sink_.write(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
        title + "</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n<article>\n<h1>" + title +
        "</h1>\n");
  }

  void take(const Utterance& utterance) override {
    require_written_part(utterance);
    if (utterance.part == Part::footnote) {
      footnotes_ += turn(label_of(Part::footnote), utterance);
      return;
    }
    if (utterance.part == Part::matter && !listed_) {
      for (const std::string& paragraph : paragraphs(utterance.text))
        sink_.write("<p>" + html_text(paragraph) + "</p>\n");
      return;
    }
    list();
    const std::string label = speaker_id(utterance.speaker);
    sink_.write(turn(label.empty() ? label_of(utterance.part) : std::string_view(label), utterance));
  }

  void finish() override {
    if (!footnotes_.empty()) list();
    sink_.write(footnotes_ + (listed_ ? "</dl>\n" : "") + "</article>\n</body>\n</html>\n");
  }

 private:
  void list() {
    if (!std::exchange(listed_, true)) sink_.write("<dl>\n");
  }

  static std::string turn(std::string_view label, const Utterance& utterance) {
    std::string out = "<div><dt>" + html_text(label);
    if (utterance.time) {
      const std::string clock = caption_clock(utterance.time->begin);
      out += " <time datetime=\"PT" + std::to_string(utterance.time->begin.count() / 1000) + "S\">" +
             clock.substr(0, clock.size() - 4) + "</time>";
    }
    out += "</dt><dd>";
    for (const std::string& paragraph : paragraphs(utterance.text)) out += "<p>" + html_text(paragraph) + "</p>";
    return out + "</dd></div>\n";
  }

  ByteSink& sink_;
  std::string footnotes_{};  // kept back, they come last
  bool listed_ = false;
};

}  // namespace

std::unique_ptr<Writer> open_html(ByteSink& sink, const WriteHeader& header) {
  return std::make_unique<HtmlWriter>(sink, header);
}

}  // namespace moniker::write
