// The checks, in the order in which they run. One more is one file, its function here and its place in a table below.
#include "check/checks.hpp"

#include <algorithm>
#include <tuple>

namespace moniker::check {

MakeCheck make_content_check;
MakeCheck make_speaker_check;
MakeCheck make_time_check;
MakeCheck make_mark_check;

DeliveryCheck check_expected_files;
DeliveryCheck check_file_names;
DeliveryCheck check_duplicates;
DeliveryCheck check_consent;
DeliveryCheck check_withdrawn;

namespace {

constexpr MakeCheck* transcript_checks[] = {make_content_check, make_speaker_check, make_time_check, make_mark_check};
constexpr DeliveryCheck* delivery_checks[] = {check_expected_files, check_file_names, check_duplicates, check_consent,
                                              check_withdrawn};

}  // namespace

struct Checker::State {
  std::shared_ptr<const ExpectedPeople> expected;
  TranscriptFacts facts{};
  Sink<Issue> issues{};  // counts, then gives on
  std::vector<std::unique_ptr<TranscriptCheck>> checks{};

  State(const CheckRules& rules, std::shared_ptr<const ExpectedPeople> people, const words::Language& language,
        std::string file, std::string format, Sink<Issue> given)
      : expected(std::move(people)) {
    facts.file = std::move(file);
    facts.format = std::move(format);
    issues = [this, give = std::move(given)](Issue issue) {
      facts.counts[static_cast<std::size_t>(issue.code)] += issue.count;
      give(issue);
    };
    const CheckContext context{rules, *expected, language, facts, issues};
    for (MakeCheck* const make : transcript_checks) checks.push_back(make(context));
  }
};

Checker::Checker(const CheckRules& rules, const Register& people, const words::Language& language, std::string file,
                 std::string format, Sink<Issue> issues)
    : Checker(rules, std::make_shared<const ExpectedPeople>(rules, people), language, std::move(file),
              std::move(format), std::move(issues)) {}
Checker::Checker(const CheckRules& rules, std::shared_ptr<const ExpectedPeople> people, const words::Language& language,
                 std::string file, std::string format, Sink<Issue> issues)
    : state_(std::make_unique<State>(rules, std::move(people), language, std::move(file), std::move(format),
                                     std::move(issues))) {}
Checker::~Checker() = default;

void Checker::take(Utterance utterance, const Sink<Utterance>& out) {
  for (const auto& check : state_->checks) check->take(utterance);
  out(std::move(utterance));
}

void Checker::finish(const Sink<Utterance>&) {
  for (const auto& check : state_->checks) check->finish();
}

const TranscriptFacts& Checker::facts() const { return state_->facts; }

std::vector<FileIssue> check_delivery(const CheckRules& rules, const Register& people,
                                      const std::vector<TranscriptFacts>& transcripts, const Renamed& renamed) {
  std::vector<FileIssue> all;
  const Sink<FileIssue> collect = [&](FileIssue issue) { all.push_back(std::move(issue)); };
  const Delivery delivery{rules, people, transcripts, renamed};
  for (DeliveryCheck* const check : delivery_checks) check(delivery, collect);
  sort_issues(all);
  return all;
}

void sort_issues(std::vector<FileIssue>& issues) {
  const auto key = [](const FileIssue& i) { return std::tie(i.file, i.issue.code, i.register_line, i.other); };
  std::stable_sort(issues.begin(), issues.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

}  // namespace moniker::check
