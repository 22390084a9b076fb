// The formats that are read. One more is one file, its two functions here and its row below.
#include "read/formats/formats.hpp"

namespace moniker::read {

Claims claims_rtf;
OpenReader open_rtf;
Claims claims_pdf;
OpenReader open_pdf;
Claims claims_vtt;
OpenReader open_vtt;
Claims claims_srt;
OpenReader open_srt;
Claims claims_textgrid;
OpenReader open_textgrid;
Claims claims_eaf;
OpenReader open_eaf;
Claims claims_fodt;
OpenReader open_fodt;
Claims claims_jsonl;
OpenReader open_jsonl;
Claims claims_json;
OpenReader open_json;
Claims claims_csv;
OpenReader open_csv;
Claims claims_txt;
OpenReader open_txt;

ClaimsPackage claims_docx;
OpenPackage open_docx;
ClaimsPackage claims_odt;
OpenPackage open_odt;
ClaimsPackage claims_xlsx;
OpenPackage open_xlsx;

namespace {

constexpr Format table[] = {
    {"rtf", true, claims_rtf, open_rtf},  // strictest first
    {"pdf", true, claims_pdf, open_pdf},        {"vtt", false, claims_vtt, open_vtt},
    {"srt", false, claims_srt, open_srt},       {"textgrid", false, claims_textgrid, open_textgrid},
    {"eaf", false, claims_eaf, open_eaf},       {"fodt", false, claims_fodt, open_fodt},
    {"jsonl", false, claims_jsonl, open_jsonl}, {"json", false, claims_json, open_json},
    {"csv", false, claims_csv, open_csv},       {"txt", false, claims_txt, open_txt},  // claims every text
};

constexpr PackageFormat package_table[] = {
    {"docx", claims_docx, open_docx},
    {"odt", claims_odt, open_odt},
    {"xlsx", claims_xlsx, open_xlsx},
};

}  // namespace

std::span<const Format> formats() { return table; }
std::span<const PackageFormat> package_formats() { return package_table; }

}  // namespace moniker::read
