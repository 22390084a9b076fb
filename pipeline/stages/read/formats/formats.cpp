#include "read/formats/formats.hpp"

namespace moniker::read {
namespace {

constexpr Format table[] = {
    {"rtf", true, claims_rtf, open_rtf},     {"vtt", false, claims_vtt, open_vtt},
    {"srt", false, claims_srt, open_srt},    {"textgrid", false, claims_textgrid, open_textgrid},
    {"eaf", false, claims_eaf, open_eaf},    {"jsonl", false, claims_jsonl, open_jsonl},
    {"json", false, claims_json, open_json}, {"csv", false, claims_csv, open_csv},
    {"txt", false, claims_txt, open_txt},
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
