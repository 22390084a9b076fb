#include "moniker/error.hpp"
#include "read/formats.hpp"
namespace moniker {
bool claims_docx(const Head& head) { return head.bytes.starts_with("PK\x03\x04"); }
std::unique_ptr<Reader> open_docx(ByteSource&, const Sink<Issue>&, const ReadOptions&) {
  throw Error({.fault = Fault::input, .what = "is a .docx document, which is not read yet", .remedy = "save it as .txt"});
}
}  // namespace moniker
