#pragma once
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "coded/project.hpp"
#include "decisions/decided_study.hpp"
#include "detect/detector.hpp"
#include "detect/seen_turns.hpp"
#include "moniker/learned.hpp"
#include "read/turns/text_turns.hpp"

namespace moniker::study {

/// A text of a project as turns that know where each of their bytes stands, with what was found in them.
struct SearchedText {
  std::vector<read::TextTurn> turns{};
  std::vector<std::vector<Finding>> found{};  // a list a turn, in the turn as it is seen
};

/// Talk and memos are read as a .txt transcript is; everything else is one turn of nobody's. In names an underscore
/// parts words, as a blank does.
std::vector<read::TextTurn> turns_of(const coded::CodedText& text, const words::Language& language);

/// The first way over a project's texts. Each is a transcript of its own, and what one of them teaches is learned for
/// all.
class ProjectSearch {
 public:
  ProjectSearch(const rules::RuleSet& rules, const Register& people);
  /// `decided`: what people decided of words, in the transcript that it is, or anywhere. `heard` is given each turn as
  /// it was searched; it may be empty, and what nobody hears teaches nothing.
  SearchedText search(std::vector<read::TextTurn> turns, const detect::DecidedWords& decided,
                      const Sink<const Marked&>& heard);
  const detect::SeenTurns& seen() const { return seen_; }
  detect::Detector& detector() { return detector_; }
  const LearnedNames& learned() const { return learned_; }

 private:
  const rules::RuleSet& rules_;
  std::shared_ptr<const detect::KnownPeople> people_;
  detect::SeenTurns seen_;
  detect::Detector detector_;
  LearnedNames learned_{};
};

}  // namespace moniker::study
