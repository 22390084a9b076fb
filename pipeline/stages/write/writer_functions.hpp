#pragma once
#include "write/writer.hpp"

namespace moniker::write {

/// The rows of the format table, one file each.
std::unique_ptr<Writer> open_txt(ByteSink& sink, const WriteHeader& header);
std::unique_ptr<Writer> open_docx(ByteSink& sink, const WriteHeader& header);
std::unique_ptr<Writer> open_vtt(ByteSink& sink, const WriteHeader& header);
std::unique_ptr<Writer> open_odt(ByteSink& sink, const WriteHeader& header);
std::unique_ptr<Writer> open_srt(ByteSink& sink, const WriteHeader& header);
std::unique_ptr<Writer> open_csv(ByteSink& sink, const WriteHeader& header);
std::unique_ptr<Writer> open_html(ByteSink& sink, const WriteHeader& header);
std::unique_ptr<Writer> open_jsonl(ByteSink& sink, const WriteHeader& header);
std::unique_ptr<Writer> open_marked(ByteSink& sink, const WriteHeader& header);

}  // namespace moniker::write
