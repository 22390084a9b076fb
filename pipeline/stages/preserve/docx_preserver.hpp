#pragma once
#include <memory>
#include <optional>
#include <string>

#include "base/zip_package.hpp"
#include "moniker/issue.hpp"
#include "moniker/replacement.hpp"
#include "prove/prover.hpp"
#include "words/language.hpp"

namespace moniker::preserve {

/// A Word document written anew with its formatting, tables and numbering, and with the words of its rewritten
/// utterances. Reads the package a second time, and holds one document. Takes what is written out (talk, matter,
/// footnotes), in order; finish() once.
class DocxPreserver {
 public:
  DocxPreserver(const ZipPackage& package, const words::Language& language);  // which outlive it
  ~DocxPreserver();
  DocxPreserver(const DocxPreserver&) = delete;
  DocxPreserver& operator=(const DocxPreserver&) = delete;

  /// Throws Error{integrity} when the package has another utterance of that number.
  void take(const Utterance& delivered, const Rewritten& rewritten);
  /// The new package, proved: read again, it says what was taken and nothing else. Nothing, where that fails.
  std::optional<std::string> finish(const prove::Prover& prover);
  Issue why() const;               // not: a docx_... code and the paragraph; after finish() gave nothing
  std::uint64_t left_out() const;  // elements of the delivered document; after finish()

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace moniker::preserve
