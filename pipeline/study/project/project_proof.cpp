#include "project/project_proof.hpp"

#include <algorithm>

#include "base/byte_source.hpp"
#include "coded/plain_values.hpp"
#include "coded/xml_tree.hpp"
#include "moniker/error.hpp"

namespace moniker::study {

std::uint64_t ProjectProof::search(const coded::EditedText& edited, const std::vector<ByteRange>& kept,
                                   const std::vector<ByteRange>& as_words, const std::vector<ByteRange>& labels) {
  Utterance text{.text = edited.text()};
  std::uint64_t left = 0;
  std::set<std::uint32_t> begins;
  for (const ByteRange label : labels) {
    const ByteRange is = edited.moved(label).is;
    begins.insert(is.begin);
    left += prover_.search({.text = text.text.substr(is.begin, is.size())}, {}).size();
    std::fill(text.text.begin() + is.begin, text.text.begin() + is.end, '.');
  }
  // A label is nobody's first name, whose last name might follow.
  std::vector<ByteRange> done = edited.exchanged();
  std::erase_if(done, [&](ByteRange is) { return begins.contains(is.begin); });
  const auto pass = [&](const std::vector<ByteRange>& ranges) {
    for (const ByteRange range : ranges) done.push_back(edited.moved(range).is);
    std::sort(done.begin(), done.end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
  };
  pass(as_words);
  if (!kept.empty()) {
    if (registered_ != nullptr) left += registered_->search(text, done).size();
    pass(kept);
  }
  left += prover_.search(text, done).size();
  if (left == 0) searched_.insert(edited.text());
  return left;
}

void ProjectProof::search_again(const std::string& bytes) const {
  MemorySource source(bytes);
  const coded::Package package(source);
  const coded::XmlTree tree(package.read(package.description()));
  std::vector<std::string> all;
  for (const coded::XmlElement& element : tree.elements()) {
    for (const coded::XmlAttribute& attribute : element.attributes) {
      std::string value = tree.value(attribute);
      if (!coded::is_plain_attribute(attribute.name, value)) all.push_back(std::move(value));
    }
    if (!element.words.empty()) all.push_back(tree.words(element));
  }
  for (const std::string& file : package.files()) {
    if (file.ends_with(".docx")) continue;  // read again and searched by who wrote it
    std::string text = package.read(file);
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    all.push_back(std::move(text));
    all.push_back(file);
  }
  for (const std::string& text : all) {
    if (searched_.contains(text) || prover_.search(Utterance{.text = text}, {}).empty()) continue;
    throw Error::integrity("a known name stands in what was to be written", "nothing was written; tell us how");
  }
}

}  // namespace moniker::study
