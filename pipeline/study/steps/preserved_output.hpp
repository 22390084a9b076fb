#pragma once
#include "preserve/docx_preserver.hpp"
#include "steps/output.hpp"
#include "work/apply_record.hpp"

namespace moniker::study {

/// A delivered Word document kept in place: takes over an output whose format is docx.
class PreservedOutput {
 public:
  PreservedOutput(const ZipPackage& package, const words::Language& language, Output& output)
      : preserver_(package, language), output_(output) {
    output_.writer = std::make_unique<Nothing>();  // what it would write of its own is not wanted
  }
  void take(const Utterance& delivered, const Rewritten& rewritten) { preserver_.take(delivered, rewritten); }

  /// Before the output's own. A document that is not proved is one more reason for quarantine.
  void finish(const prove::Prover& prover, ApplyRecord& record) {
    if (const auto bytes = preserver_.finish(prover)) {
      output_.age->write(*bytes);
    } else {
      record.proof.push_back({IssueCode::docx_not_preserved, preserver_.why().at, 1});
      record.proof.push_back(preserver_.why());
    }
    record.left_out = preserver_.left_out();
  }

 private:
  class Nothing : public write::Writer {
   public:
    void take(const Utterance&) override {}
    void finish() override {}
  };

  preserve::DocxPreserver preserver_;
  Output& output_;
};

}  // namespace moniker::study
