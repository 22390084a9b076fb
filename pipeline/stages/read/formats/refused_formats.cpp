// What is delivered in a transcript's place. Each is refused by name, because "not a transcript" helps
// nobody, and because read as text some of them (html, rtf) would let words pass that no one sees.
#include <algorithm>

#include "read/formats/formats.hpp"

namespace moniker::read {

Claims is_half_a_table;  // csv.cpp: what open_csv would take if its columns had names

namespace {

using namespace std::string_view_literals;

template <std::size_t N>
bool starts(std::string_view bytes, const std::string_view (&marks)[N]) {
  return std::any_of(std::begin(marks), std::end(marks), [&](std::string_view m) { return bytes.starts_with(m); });
}

std::string_view without_blanks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return text;
}

bool starts_nocase(std::string_view text, std::string_view mark) {
  return text.size() >= mark.size() && std::equal(mark.begin(), mark.end(), text.begin(), [](char m, char c) {
           return m == (c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
         });
}

/// A mark with a byte of any value before it: the size of a box or a chunk.
bool has_at(const Head& head, std::size_t at, std::string_view mark) {
  return head.bytes.size() > at && head.bytes.substr(at).starts_with(mark);
}

template <std::size_t N>
bool is_brand(const Head& head, const std::string_view (&brands)[N]) {  // ISO/IEC 14496-12, 4.3
  return has_at(head, 4, "ftyp") &&
         std::any_of(std::begin(brands), std::end(brands), [&](std::string_view b) { return has_at(head, 8, b); });
}

bool is_picture(const Head& head) {
  constexpr std::string_view marks[] = {"\x89PNG"sv, "\xFF\xD8\xFF"sv, "GIF8"sv, "II*\0"sv, "MM\0*"sv};
  constexpr std::string_view brands[] = {"heic", "heix", "hevc", "mif1", "avif"};
  return starts(head.bytes, marks) || is_brand(head, brands) || has_at(head, 8, "WEBP") ||
         (head.bytes.starts_with("BM") && has_at(head, 6, "\0\0\0\0"sv));
}
bool is_sound(const Head& head) {
  constexpr std::string_view marks[] = {"ID3"sv,
                                        "OggS"sv,
                                        "fLaC"sv,
                                        "\xFF\xFB"sv,
                                        "\xFF\xF3"sv,
                                        "\xFF\xF2"sv,
                                        "\xFF\xF1"sv,
                                        "\xFF\xF9"sv,
                                        "#!AMR"sv,
                                        "caff"sv,
                                        "wvpk"sv,
                                        "\x02"
                                        "dss"sv,
                                        "\x03"
                                        "ds2"sv,
                                        "\x03"
                                        "dss"sv};
  constexpr std::string_view brands[] = {"M4A", "M4B", "M4P"};
  return starts(head.bytes, marks) || is_brand(head, brands) ||
         (head.bytes.starts_with("RIFF") && has_at(head, 8, "WAVE")) ||
         (head.bytes.starts_with("FORM") && has_at(head, 8, "AIF"));
}
/// ASF holds either: what holds pictures holds sound as well.
bool is_video(const Head& head) {
  constexpr std::string_view marks[] = {"RIFF"sv, "\x1A\x45\xDF\xA3"sv, "FLV\x01"sv, "\0\0\x01\xBA"sv,
                                        "\x30\x26\xB2\x75\x8E\x66\xCF\x11"sv};
  return starts(head.bytes, marks) || has_at(head, 4, "ftyp") || has_at(head, 4, "moov") || has_at(head, 4, "mdat");
}
bool is_archive(const Head& head) {
  constexpr std::string_view marks[] = {"\x1F\x8B"sv,
                                        "7z\xBC\xAF\x27\x1C"sv,
                                        "Rar!"sv,
                                        "BZh"sv,
                                        "\xFD"
                                        "7zXZ"sv,
                                        "\x28\xB5\x2F\xFD"sv,
                                        "PK\x05\x06"sv};
  return starts(head.bytes, marks);
}
bool is_sealed(const Head& head) {
  return head.bytes.starts_with("age-encryption.org/") || head.bytes.starts_with("-----BEGIN");
}
bool is_program(const Head& head) {
  constexpr std::string_view marks[] = {
      "\x7F"
      "ELF"sv,
      "SQLite format 3\0"sv};
  return starts(head.bytes, marks);
}
bool is_markup(const Head& head) {
  const std::string_view text = without_blanks(head.text);
  return starts_nocase(text, "<!doctype") || starts_nocase(text, "<html") || starts_nocase(text, "<?xml");
}
bool is_word_xml(const Head& head) {
  const std::string_view text = without_blanks(head.text);
  return text.starts_with("<?xml") && (text.find("progid=\"Word.Document\"") != std::string_view::npos ||
                                       text.find(":wordDocument") != std::string_view::npos);
}
/// RFC 5322 heads before a body in parts (RFC 2045), as mail and web archives are saved.
bool is_mail(const Head& head) {
  const std::string_view heads = head.text.substr(0, std::min(head.text.find("\n\n"), head.text.find("\r\n\r\n")));
  return heads.find("MIME-Version:") != std::string_view::npos && heads.find("Content-Type:") != std::string_view::npos;
}
bool is_shortcut(const Head& head) {
  constexpr std::string_view marks[] = {"L\0\0\0\x01\x14\x02\0"sv, "[InternetShortcut]"sv, "[Desktop Entry]"sv};
  return starts(head.bytes, marks);
}
bool is_praat(const Head& head) {
  const std::string_view text = without_blanks(head.text);
  return head.bytes.starts_with("ooBinaryFile") || text.starts_with("File type = \"ooTextFile") ||
         text.starts_with("\"ooTextFile") || text.starts_with("\"Praat chronological TextGrid");
}

constexpr std::string_view as_word = "open it in a word processor and save it as .docx or plain text";
constexpr RefusedFormat table[] = {
    {is_picture, "is a picture", "deliver the transcript itself as .docx, .vtt, .srt or .txt"},
    {is_sound, "is a sound recording", "have it transcribed, and deliver its transcript as .docx, .vtt, .srt or .txt"},
    {is_video, "is a video recording", "have it transcribed, and deliver its transcript as .docx, .vtt, .srt or .txt"},
    {is_shortcut, "is a link to a file or a page that lies elsewhere", "deliver the file itself"},
    {is_mail, "is a mail or a web archive", "save the transcript that it holds, and deliver that"},
    {is_archive, "is an archive", "unpack it and deliver the transcripts in it one by one"},
    {is_sealed, "is encrypted", "decrypt it first"},
    {is_program, "is a program or a database", "deliver the transcript itself as .docx, .vtt, .srt or .txt"},
    {is_word_xml, "is a Word document as xml", as_word},
    {is_markup, "is html or xml, a format that is not read yet", as_word},
    {is_half_a_table, "is a table whose columns do not say who speaks, when and what",
     "name one column \"text\" and one \"speaker\" or \"start\" in its first row"},
    {is_praat, "is a praat file that is no TextGrid in text", "open it in Praat and save it as a text file"},
};

}  // namespace

const RefusedFormat* refused_format(const Head& head) {
  const auto row = std::find_if(std::begin(table), std::end(table), [&](const auto& r) { return r.claims(head); });
  return row == std::end(table) ? nullptr : row;
}

}  // namespace moniker::read
