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

bool is_ole(const Head& head) { return head.bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv); }
bool is_pdf(const Head& head) { return head.bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos; }
bool is_picture(const Head& head) {
  constexpr std::string_view marks[] = {"\x89PNG"sv, "\xFF\xD8\xFF"sv, "GIF8"sv, "II*\0"sv, "MM\0*"sv};
  return starts(head.bytes, marks);
}
bool is_sound(const Head& head) {
  constexpr std::string_view marks[] = {"ID3"sv, "RIFF"sv, "OggS"sv, "fLaC"sv, "\xFF\xFB"sv, "\x1A\x45\xDF\xA3"sv};
  return starts(head.bytes, marks) || (head.bytes.size() > 8 && head.bytes.substr(4).starts_with("ftyp"));
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
bool is_praat(const Head& head) {
  const std::string_view text = without_blanks(head.text);
  return head.bytes.starts_with("ooBinaryFile") || text.starts_with("File type = \"ooTextFile") ||
         text.starts_with("\"ooTextFile") || text.starts_with("\"Praat chronological TextGrid");
}

constexpr std::string_view as_word = "open it in a word processor and save it as .docx or plain text";
constexpr RefusedFormat table[] = {
    {is_ole, "is a password-protected or old .doc document", "remove the password and save it as .docx"},
    {is_pdf, "is a pdf, a format that is not read yet", "ask for the transcript as .docx, or save its text as .txt"},
    {is_picture, "is a picture", "deliver the transcript itself as .docx, .vtt, .srt or .txt"},
    {is_sound, "is a sound or video file", "deliver its transcript as .docx, .vtt, .srt or .txt"},
    {is_archive, "is an archive", "unpack it and deliver the transcripts in it one by one"},
    {is_sealed, "is encrypted", "decrypt it first"},
    {is_program, "is a program or a database", "deliver the transcript itself as .docx, .vtt, .srt or .txt"},
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
