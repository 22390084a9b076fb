#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "resolve/numbering.hpp"
#include "rights/withdraw.hpp"
#include "work/kept_transcript.hpp"

namespace moniker::study {

/// Whom an ID means, as the study is now.
struct Whom {
  std::size_t index = 0;  // in study.people
  resolve::Slot slot{};
  std::string key{};
};

/// New rows of the register get their numbers on the way, as assign would give them; `registry` keeps them if it is
/// committed. Throws Error{usage} for an ID that nobody has.
Whom find_whom(const Study& study, resolve::Registry& registry, const std::string& id);

/// Where a delivered file lies, in a bundle or by itself.
std::optional<Delivered> place_of(const std::vector<Delivered>& deliveries, const std::string& name);
std::vector<std::filesystem::path> work_files_of(const StudyLayout& layout, const std::string& key);
std::string shown_path(const StudyLayout& layout, const std::filesystem::path& file);

/// Every file in which they speak, also of what was put away, which has no name any more.
std::vector<WithdrawnFile> describe_files(const Study& study, const StudyKeys& keys, const Whom& whom,
                                          const KeptTranscripts& kept);
WithdrawalRecord make_record(const OpenedStudy& opened, const Whom& whom, const WithdrawRequest& request,
                             const KeptTranscripts& put_away);

}  // namespace moniker::study
