#pragma once
#include <optional>
#include <string>
#include <vector>

#include "opened/books.hpp"
#include "opened/transcripts.hpp"

namespace moniker::study {

constexpr unsigned most_shards = 900;  // each one's lock is held, an open file, while they are merged

struct PlannedFile {
  std::string key{};  // file_key: the plan names nobody
  std::uint64_t bytes = 0;
  unsigned shard = 0;  // from 1
};

/// How a study was cut for several machines, and where its log stood then: what the shards did is merged behind that.
struct ShardPlan {
  unsigned shards = 0;
  std::uint64_t audit_records = 0;
  std::string audit_head{};          // hex
  std::vector<PlannedFile> files{};  // in study order, which is the order of the merged log
};

/// The shard of each size: the largest first, each to the shard that has least so far, the earlier at a tie.
std::vector<unsigned> balanced(const std::vector<std::uint64_t>& sizes, unsigned shards);

/// Nothing when the study was not planned. Throws Error{integrity} when the plan is damaged.
std::optional<ShardPlan> read_plan(const StudyLayout& layout);
void write_plan(const StudyLayout& layout, const ShardPlan& plan);

/// Plans the delivered files, after taking over what shards of an earlier plan did. Throws Error{usage} while one of
/// them is running.
ShardPlan make_plan(const StudyLayout& layout, const std::vector<Delivered>& files, Books& books, const Clock& clock,
                    unsigned shards);

}  // namespace moniker::study
