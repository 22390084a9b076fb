#include "filter/rejects.hpp"

#include <fmt/format.h>

#include "base/atomic_file.hpp"
#include "moniker/error.hpp"

namespace moniker::filter {
namespace {

const std::filesystem::path& vacant(const std::filesystem::path& file) {
  if (!std::filesystem::exists(std::filesystem::symlink_status(file))) return file;
  throw Error::usage("is there already and is never overwritten",
                     "name another file; each process needs one of its own", {file.string()});
}

}  // namespace

struct Rejects::State {
  State(const std::filesystem::path& target, const std::vector<seal::Recipient>& recipients)
      : file(vacant(target), AtomicFile::IfThere::refuse), sealed(file, recipients) {}
  AtomicFile file;
  seal::AgeWriter sealed;
  std::uint64_t count = 0;
};

Rejects::Rejects(const std::filesystem::path& file, const std::vector<seal::Recipient>& recipients)
    : state_(std::make_unique<State>(file, recipients)) {}
Rejects::~Rejects() = default;

ByteSink& Rejects::begin(Position at, std::string_view why) {
  ++state_->count;
  state_->sealed.write(fmt::format("{}\t{}\t{}\t", at.line, at.column, why));
  return state_->sealed;
}

void Rejects::end() { state_->sealed.write("\n"); }

std::uint64_t Rejects::count() const { return state_->count; }

void Rejects::publish() {
  if (state_->count == 0) return;
  state_->sealed.finish();
  state_->file.commit();
}

}  // namespace moniker::filter
