// Coded projects from anybody: a package, or only its project.qde where the first byte is 1. Every "Kate" and every "a"
// is exchanged. What comes out is a project again, with as many coded ranges, none of which ends before it begins.
#include <cstdint>
#include <cstdlib>

#include "base/byte_source.hpp"
#include "coded/excerpts.hpp"
#include "coded/written.hpp"
#include "moniker/error.hpp"

namespace {

using namespace moniker;

coded::Edits edits_in(const std::string& text) {
  coded::Edits edits;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t size = text.compare(at, 4, "Kate") == 0 ? 4 : text[at] == 'a' ? 1 : 0;
    if (size == 0) continue;
    edits.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)}, "[ID04]"});
    at += size - 1;
  }
  return edits;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  try {
    if (data[0] == '1')
      bytes = write::zip_package({{"project.qde", bytes}, {"sources/a.txt", "Kate, a \xF0\x9F\x98\x80\r\n"}});
    MemorySource source(bytes);
    const coded::Package package(source);
    const coded::XmlTree tree(package.read(package.description()));
    const coded::Project project = coded::read_project(tree, package);
    coded::Exchanged exchanged;
    for (const coded::CodedText& text : project.texts) exchanged.edits.push_back(edits_in(text.text));
    const coded::Counting counting = coded::counting_of(project);
    coded::rename_excerpts(project, coded::excerpts(project, counting), exchanged);
    coded::RangeTally ranges;
    const std::string written =
        write::zip_package(coded::write_project(tree, package, project, exchanged, counting, ranges));
    MemorySource again(written);
    const coded::Package second(again);
    const coded::XmlTree tree_again(second.read(second.description()));
    std::uint64_t all = 0;
    for (const coded::Source& one : coded::read_project(tree_again, second).sources) all += one.selections.size();
    if (all != ranges.all) std::abort();
  } catch (const Error&) {
  }
  return 0;
}
