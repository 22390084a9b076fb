#pragma once
#include <cstdint>
#include <functional>
#include <istream>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "eval/causes.hpp"
#include "eval/gold.hpp"
#include "eval/parts.hpp"

namespace moniker::eval {

/// Counts of which every share is made. They add up over labels and documents.
struct Tally {
  std::uint64_t gold = 0, exact_found = 0, overlap_found = 0, any_found = 0;
  std::uint64_t predicted = 0, exact_right = 0, overlap_right = 0, false_alarms = 0;
  std::uint64_t covered = 0, letters = 0, whole = 0;
  Tally& operator+=(const Tally& other);
};

using Share = std::optional<double>;  // nothing where there was nothing to divide by

/// The figures of one label, of one type, or of all.
struct Figures {
  Tally counts{};
  Share exact_r() const, exact_p() const, exact_f1() const, exact_f2() const;
  Share overlap_r() const, overlap_p() const, overlap_f1() const, overlap_f2() const;
  Share any_label_r() const, covered() const, whole() const;
};

/// An interval that holds 95 of 100 values got by drawing documents anew (1,000 times, with a fixed seed).
struct Interval {
  double low = 0, high = 0;
};

struct Evaluation {
  std::string name{};  // of the corpus, as given
  std::uint64_t documents = 0, words = 0;
  std::uint64_t outside = 0, ignored = 0;  // predictions that do not count: labels that the gold never uses,
                                           // and names that need not be masked
  std::vector<std::pair<std::string, Figures>> labels{};  // commonest in gold first
  Figures all{};
  std::map<std::string, Figures> types{};  // DIRECT, QUASI; gold side only
  struct Protected {
    std::uint64_t entities = 0, whole = 0;
    Share recall() const;
  };
  std::map<std::string, Protected> entities{};  // DIRECT, QUASI
  std::map<std::string, Interval> intervals{};  // of all: overlap_r, overlap_p, overlap_f1, covered, whole;
                                                // nothing for fewer than ten documents
  Misses misses{};
  std::vector<Tally> by_document{};  // over the labels that the gold uses, in the gold's order
  double false_alarms_per_1000_words() const;
};

/// How predictions are scored:
///   exact     a prediction with the same begin, end and label; one gold span pairs with one prediction
///   overlap   a prediction of the same label that shares a byte; recall over gold spans, precision over
///   predictions any label the same whatever the label covered   the share of the letters and digits (bytes)
///   of gold spans that any prediction covers; what is not
///             covered would have leaked. whole: the share of gold spans covered to the last letter
///   entities  protected only if every mention in the document is wholly covered. Without entity ids,
///   mentions of one
///             label and the same letters are one entity
///   false alarm  a scored prediction that touches no gold span at all
/// Gold of type NONE counts neither as missed nor, if predicted, as wrong. Predictions of labels that the
/// gold never uses cover letters but do not lower precision.
class Scorer {
 public:
  explicit Scorer(CauseHint hint = {}) : hint_(std::move(hint)) {}
  /// Throws Error{input} for a prediction that ends beyond the text or is empty.
  void add(const GoldDocument& gold, const std::vector<PredictedSpan>& predicted);
  Evaluation finish(std::string name) const;

 private:
  struct Document;  // one document's work
  struct Counted {  // one document's result, by label
    std::map<std::string, Tally> labels{};
    std::map<std::string, std::uint64_t> ignored{};
  };
  CauseHint hint_;
  std::vector<Counted> documents_{};
  std::set<std::string> scheme_{};  // labels that the gold uses
  std::map<std::string, Tally> types_{};
  std::map<std::string, Evaluation::Protected> entities_{};
  std::uint64_t words_ = 0;
  Misses misses_{};
};

/// Where predictions come from: detection, or a file.
using Predict = std::function<std::vector<PredictedSpan>(const GoldDocument&)>;

/// Which documents of a gold file are scored, and how they are written.
struct Reading {
  GoldPart part = GoldPart::all;
  bool small_letters = false;
};

/// Reads one gold file through, holding one document at a time. Throws Error{input} as GoldReader and Scorer
/// do.
Evaluation evaluate(std::istream& gold, const std::string& file, const Predict& predict, const CauseHint& hint = {},
                    Reading reading = {});

}  // namespace moniker::eval
