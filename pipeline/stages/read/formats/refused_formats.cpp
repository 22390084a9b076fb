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
  constexpr std::string_view marks[] = {
      "\x89PNG"sv,      "\xFF\xD8\xFF"sv,   "GIF8"sv,           "II*\0"sv,    "MM\0*"sv,           "8BPS\0"sv,
      "\0\0\1\0\1\0"sv, "\0\0\0\x0CjP  "sv, "\0\0\0\x0CJXL "sv, "AT&TFORM"sv, "\xD7\xCD\xC6\x9A"sv};
  constexpr std::string_view brands[] = {"heic", "heix", "heim", "heis", "hevc",
                                         "hevx", "mif1", "msf1", "avif", "avis"};
  return starts(head.bytes, marks) || is_brand(head, brands) || has_at(head, 8, "WEBP") ||
         (head.bytes.starts_with("BM") && has_at(head, 6, "\0\0\0\0"sv)) ||
         (head.bytes.starts_with("\1\0\0\0"sv) && has_at(head, 40, " EMF"));
}
bool is_ogg_video(const Head& head) {
  return head.bytes.starts_with("OggS") && head.bytes.substr(0, 200).find("\x80theora") != std::string_view::npos;
}
bool is_sound(const Head& head) {
  if (is_ogg_video(head)) return false;
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
                                        "MAC "sv,
                                        ".snd\0\0"sv,
                                        "MThd\0\0"sv,
                                        "\x02"
                                        "dss"sv,
                                        "\x03"
                                        "ds2"sv,
                                        "\x03"
                                        "dss"sv};
  constexpr std::string_view brands[] = {"M4A", "M4B", "M4P"};
  const bool wave = head.bytes.starts_with("RIFF") || head.bytes.starts_with("RF64");
  return starts(head.bytes, marks) || is_brand(head, brands) || (wave && has_at(head, 8, "WAVE")) ||
         (head.bytes.starts_with("FORM") && has_at(head, 8, "AIF"));
}
/// Packets of 188 bytes, each with a mark, in some files behind four bytes of time (ISO/IEC 13818-1, 2.4.3.2).
bool is_transport_stream(const Head& head) {
  for (const std::size_t before : {std::size_t{0}, std::size_t{4}}) {
    const std::size_t packet = 188 + before;
    if (has_at(head, before, "G") && has_at(head, before + packet, "G") && has_at(head, before + 2 * packet, "G") &&
        head.bytes.find('\0') != std::string_view::npos)
      return true;
  }
  return false;
}
/// ASF holds either: what holds pictures holds sound as well.
bool is_video(const Head& head) {
  constexpr std::string_view marks[] = {"RIFF"sv,         "\x1A\x45\xDF\xA3"sv, "FLV\x01"sv,
                                        "\0\0\x01\xBA"sv, "\0\0\x01\xB3"sv,     "\x30\x26\xB2\x75\x8E\x66\xCF\x11"sv};
  return is_ogg_video(head) || starts(head.bytes, marks) || has_at(head, 4, "ftyp") || has_at(head, 4, "moov") ||
         has_at(head, 4, "mdat") || is_transport_stream(head);
}
bool is_archive(const Head& head) {
  constexpr std::string_view marks[] = {"\x1F\x8B"sv,
                                        "\x1F\x9D"sv,
                                        "7z\xBC\xAF\x27\x1C"sv,
                                        "Rar!"sv,
                                        "BZh"sv,
                                        "MSCF\0\0\0\0"sv,
                                        "LZIP"sv,
                                        "\xFD"
                                        "7zXZ"sv,
                                        "\x28\xB5\x2F\xFD"sv,
                                        "\x04\x22\x4D\x18"sv,
                                        "PK\x05\x06"sv};
  return starts(head.bytes, marks) || has_at(head, 257, "ustar");
}
bool is_sealed(const Head& head) {
  return head.bytes.starts_with("age-encryption.org/") || head.bytes.starts_with("-----BEGIN");
}
/// A database of SQLite, SQL Server or Access: what NVivo, MAXQDA and others keep a project in, too.
bool is_database(const Head& head) {
  constexpr std::string_view marks[] = {"SQLite format 3\0"sv, "\x01\x0F\0\0"sv, "\0\x01\0\0Standard "sv};
  return starts(head.bytes, marks);
}
bool is_statistics(const Head& head) {
  constexpr std::string_view marks[] = {"$FL2@(#)"sv, "$FL3@(#)"sv, "<stata_dta>"sv, "RDX2\n"sv, "RDX3\n"sv};
  return starts(head.bytes, marks);
}
bool is_program(const Head& head) {
  const bool dos = head.bytes.starts_with("MZ") && head.bytes.substr(0, 64).find('\0') != std::string_view::npos;
  return dos || head.bytes.starts_with(
                    "\x7F"
                    "ELF");
}
bool is_old_document(const Head& head) {
  constexpr std::string_view marks[] = {"\xFFWPC"sv, "\x31\xBE\0\0"sv, "\xDB\xA5"sv,
                                        "\xE4\x52\x5C\x7B\x8C\xD8\xA7\x4D"sv};  // WordPerfect, Write, Word 2, OneNote
  return starts(head.bytes, marks);
}
bool is_postscript(const Head& head) { return head.bytes.starts_with("%!PS") || head.bytes.starts_with("\x04%!PS"); }
bool is_drawing(const Head& head) {
  const std::string_view text = without_blanks(head.text);
  return starts_nocase(text, "<svg") || (text.starts_with("<?xml") && text.find("<svg") != std::string_view::npos);
}
/// Pages as a browser saves them, and xml: "<Kate> Yes" is somebody's talk.
bool is_markup(const Head& head) {
  const std::string_view text = without_blanks(head.text);
  constexpr std::string_view begins[] = {"<!doctype", "<html",  "<?xml", "<head>", "<body",
                                         "<div",      "<table", "<rss",  "<tt "};
  if (std::any_of(std::begin(begins), std::end(begins), [&](auto mark) { return starts_nocase(text, mark); }))
    return true;
  const std::string_view tag = text.substr(0, std::min(text.find('>'), text.size()));
  return text.starts_with("<") && tag.find(" xmlns") != std::string_view::npos;
}
bool is_word_xml(const Head& head) {
  const std::string_view text = without_blanks(head.text);
  return text.starts_with("<") &&
         (text.find("progid=\"Word.Document\"") != std::string_view::npos ||
          text.find(":wordDocument") != std::string_view::npos || text.find("<pkg:package") != std::string_view::npos);
}
bool is_excel_xml(const Head& head) {
  const std::string_view text = without_blanks(head.text);
  return text.starts_with("<") && (text.find("progid=\"Excel.Sheet\"") != std::string_view::npos ||
                                   text.find("urn:schemas-microsoft-com:office:spreadsheet") != std::string_view::npos);
}
/// RFC 5322 heads, as mail and web archives are saved: of a body in parts (RFC 2045), or such as no transcript begins
/// with.
bool is_mail(const Head& head) {
  const std::string_view heads = head.text.substr(0, std::min(head.text.find("\n\n"), head.text.find("\r\n\r\n")));
  const auto has = [&](std::string_view field) {
    for (std::size_t at = heads.find(field); at != heads.npos; at = heads.find(field, at + 1)) {
      if (at == 0 || heads[at - 1] == '\n') return true;
    }
    return false;
  };
  if (has("MIME-Version:") && has("Content-Type:")) return true;
  const bool mailbox = heads.starts_with("From ") && heads.substr(0, heads.find('\n')).find('@') != heads.npos;
  if (mailbox && (has("From:") || has("Subject:"))) return true;
  const bool on_its_way = has("Received:") || has("Return-Path:") || has("Message-ID:") || has("DKIM-Signature:");
  if (on_its_way) return has("From:") || heads.size() > 4000;
  return has("From:") && has("To:") && has("Subject:") && heads.find('@') != heads.npos;
}
bool is_card(const Head& head) {
  return head.bytes.starts_with("BEGIN:VCARD") || head.bytes.starts_with("BEGIN:VCALENDAR");
}
bool is_shortcut(const Head& head) {
  constexpr std::string_view marks[] = {"L\0\0\0\x01\x14\x02\0"sv, "[InternetShortcut]"sv, "[Desktop Entry]"sv,
                                        "bplist00"sv};
  const std::string_view text = without_blanks(head.text);
  const bool plist =
      text.starts_with("<?xml") && text.find("<plist") != text.npos && text.find("<key>URL") != text.npos;
  const bool drive = text.starts_with("{") && text.size() < 1000 && text.find("\"doc_id\"") != text.npos;
  return plist || drive || starts(head.bytes, marks);
}
bool is_praat(const Head& head) {
  const std::string_view text = without_blanks(head.text);
  return head.bytes.starts_with("ooBinaryFile") || text.starts_with("File type = \"ooTextFile") ||
         text.starts_with("\"ooTextFile") || text.starts_with("\"Praat chronological TextGrid");
}
/// What a broken copy leaves: the size is right and nothing is there.
bool is_nothing(const Head& head) {
  return !head.bytes.empty() && head.bytes.find_first_not_of('\0') == std::string_view::npos;
}

constexpr std::string_view as_word = "open it in a word processor and save it as .docx or plain text";
constexpr std::string_view itself = "deliver the transcript itself as .docx, .vtt, .srt or .txt";
constexpr RefusedFormat table[] = {
    {is_nothing, "is zero bytes where its beginning should be: what was in it is lost",
     "copy it again from where it came"},
    {is_picture, "is a picture", itself},
    {is_sound, "is a sound recording", "have it transcribed, and deliver its transcript as .docx, .vtt, .srt or .txt"},
    {is_video, "is a video recording", "have it transcribed, and deliver its transcript as .docx, .vtt, .srt or .txt"},
    {is_shortcut, "is a link to a file or a page that lies elsewhere", "deliver the file itself"},
    {is_mail, "is a mail or a web archive", "save the transcript that it holds, and deliver that"},
    {is_archive, "is an archive", "unpack it and deliver the transcripts in it one by one"},
    {is_sealed, "is encrypted", "decrypt it first"},
    {is_program, "is a program", itself},
    {is_database, "is a database, or a project of qualitative analysis", "export its transcripts as .docx or .txt"},
    {is_statistics, "is a data set of a statistics program", itself},
    {is_old_document, "is a document of an old word processor, or of OneNote", as_word},
    {is_postscript, "is pages for a printer (PostScript)", itself},
    {is_card, "is an address or a date", itself},
    {is_drawing, "is a picture", itself},
    {is_word_xml, "is a Word document as xml", as_word},
    {is_excel_xml, "is a spreadsheet as xml", "open it, and save it again as .xlsx or .csv"},
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
