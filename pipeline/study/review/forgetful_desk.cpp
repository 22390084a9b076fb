#include "moniker/error.hpp"
#include "review/desk.hpp"

namespace moniker::study {
namespace {

class ForgetfulDesk : public Desk {
 public:
  DeskEntry decide(const Wish& wish) override {
    DeskEntry entry{.number = entries_.size() + 1, .wish = wish};
    if (wish.act == Wish::Act::undo) {
      if (wish.undoes == 0 || wish.undoes > entries_.size() || entries_[wish.undoes - 1].undone_by != 0)
        throw Error::usage("there is no such decision to undo", "reload the page");
      entries_[wish.undoes - 1].undone_by = entry.number;
    }
    entries_.push_back(entry);
    return entry;
  }
  std::vector<DeskEntry> all() const override { return entries_; }
  bool keeps() const override { return false; }

 private:
  std::vector<DeskEntry> entries_{};
};

}  // namespace

std::unique_ptr<Desk> forgetful_desk() { return std::make_unique<ForgetfulDesk>(); }

}  // namespace moniker::study
