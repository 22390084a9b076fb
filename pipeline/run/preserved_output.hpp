#pragma once
#include "preserve/docx_preserver.hpp"
#include "run/apply_record.hpp"
#include "run/output.hpp"

namespace moniker {

/// A delivered Word document kept in place: takes over an output whose format is docx.
class PreservedOutput {
 public:
  PreservedOutput(const ZipPackage& package, Output& output) : preserver_(package), output_(output) {
    output_.writer = std::make_unique<Nothing>();  // what it would write of its own is not wanted
  }
  void take(const Utterance& delivered, const Rewritten& rewritten) { preserver_.take(delivered, rewritten); }

  /// Before the output's own. A document that is not proved is one more reason for quarantine.
  void finish(const Prover& prover, ApplyRecord& record) {
    if (const auto bytes = preserver_.finish(prover))
      output_.age->write(*bytes);
    else
      record.proof.push_back({IssueCode::docx_not_preserved, {}, 1});
    record.left_out = preserver_.left_out();
  }

 private:
  class Nothing : public Writer {
   public:
    void take(const Utterance&) override {}
    void finish() override {}
  };

  DocxPreserver preserver_;
  Output& output_;
};

}  // namespace moniker
