#pragma once
#include <random>
#include <string>

#include "filter/filter.hpp"
#include "replace/generalisations.hpp"
#include "support/temporary_folder.hpp"

namespace moniker::test {

using namespace moniker::filter;
using namespace moniker::replace;
using namespace moniker::rules;

/// A filter with a few rules of its own: Fizz and Buzz are names, "met X" teaches one, five digits are a number.
class SmallFilter {
 public:
  SmallFilter() : rules_(load()) {
    for (std::size_t i = 0; i < key_.size(); ++i) key_.data()[i] = static_cast<unsigned char>(i);
    operators_.by_label["TIME"].name = "keep";
    operators_.by_label["AGE"].name = "redact";
  }
  std::string operator()(const std::string& in, FilterOptions options = {}, Rejects* rejects = nullptr) {
    MemorySource source(in);
    MemorySink sink;
    return filter(source, sink, std::move(options), rejects);
  }
  std::string filter(ByteSource& source, MemorySink& sink, FilterOptions options = {}, Rejects* rejects = nullptr) {
    Filter(masker_, std::move(options), rejects).run(source, sink);
    return sink.bytes();
  }
  Masker& masker() { return masker_; }
  std::string name(const std::string& label, const std::string& form) const;

 private:
  static RuleSet load();

  RuleSet rules_;
  Register people_{};
  OperatorChoices operators_{};
  Generalisations generalisations_{.language = rules_.language()};
  Secret<32> key_;
  replace::OperatorKeys operator_keys_{};
  Masker masker_{{.rules = rules_,
                  .people = people_,
                  .operators = operators_,
                  .generalisations = generalisations_,
                  .key = key_,
                  .operator_keys = operator_keys_,
                  .is_word = [](std::string_view word) { return word == "plan" || word == "note"; }}};
};

/// Gives its bytes in pieces of random sizes, as a pipe does.
class ChoppedSource : public ByteSource {
 public:
  ChoppedSource(std::string_view bytes, unsigned seed) : rest_(bytes), random_(seed) {}
  std::size_t read(std::span<char> into) override {
    const std::size_t most = std::min({into.size(), rest_.size(), std::size_t{1} + random_() % 40});
    std::copy_n(rest_.data(), most, into.data());
    rest_.remove_prefix(most);
    return most;
  }

 private:
  std::string_view rest_;
  std::mt19937 random_;
};

}  // namespace moniker::test
