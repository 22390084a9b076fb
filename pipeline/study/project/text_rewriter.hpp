#pragma once
#include <string>
#include <vector>

#include "coded/edits.hpp"
#include "coded/project.hpp"
#include "detect/detector.hpp"
#include "project/concept_names.hpp"
#include "project/project_texts.hpp"
#include "steps/rewriter.hpp"
#include "work/apply_record.hpp"

namespace moniker::study {

/// What becomes of one text.
struct RewrittenText {
  coded::Edits edits{};
  std::vector<ByteRange> kept{};      // words in it, as it was, that people decided to keep
  std::vector<ByteRange> as_words{};  // that somebody is called, and that stay: a concept's name is mostly nobody's
  ApplyRecord record{};
  std::string letters{};  // of all its new turns: letters and digits, with who speaks before what is said
};

/// The letters and digits of a turn, for telling whether two files say the same.
void add_letters(const Utterance& turn, std::string& letters);

/// The second way over a project's texts.
class TextRewriter {
 public:
  /// All outlive it.
  TextRewriter(const ApplyShared& shared, const detect::Detector& detector, const coded::XmlTree& tree);
  /// `file` is whose names and labels count: a transcript of the study, or one that add_speakers() made up.
  RewrittenText rewrite(const coded::CodedText& text, const SearchedText& searched, const std::string& file) const;

  /// Names are short, written together and of people whom no list knows: what the second search finds in them is
  /// replaced too, and a case's or a source's name with words left that could be somebody's is another one. `number`
  /// counts the sources; `transcript` is what the study calls this one, empty where it has none.
  void settle_name(const coded::CodedText& text, std::size_t number, const std::string& transcript,
                   RewrittenText& rewritten) const;
  /// Who coded is a person, whatever their name looks like.
  std::string user_name(const std::string& name, std::size_t number) const;

 private:
  bool may_be_words(const coded::CodedText& text, ByteRange at) const;
  bool is_person(const Finding& finding) const;
  bool is_harmless(const std::string& text, const coded::Edits& edits) const;
  std::string person_name(const std::string& surface) const;

  const ApplyShared& shared_;
  const detect::Detector& detector_;
  const coded::XmlTree& tree_;
  ConceptNames concept_names_;
};

}  // namespace moniker::study
