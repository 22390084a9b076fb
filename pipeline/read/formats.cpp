#include "read/formats.hpp"

namespace moniker {
namespace {

constexpr Format table[] = {
    {"docx", true, claims_docx, open_docx},
    {"vtt", false, claims_vtt, open_vtt},
    {"srt", false, claims_srt, open_srt},
    {"txt", false, claims_txt, open_txt},
};

}  // namespace

std::span<const Format> formats() { return table; }

}  // namespace moniker
