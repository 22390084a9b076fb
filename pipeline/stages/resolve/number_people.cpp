// What a form was called last year it is called this year. The registry holds, by keyed hash, the slot of
// every form
// ("form kate") and, where a transcript differs, of the form in that transcript ("form kate" + file). Both
// are looked up before anything that was inferred in this run counts.
#include <algorithm>
#include <set>

#include "resolve/numbering.hpp"

namespace moniker::resolve {
namespace {

/// The registry's own word, whatever labels.yaml calls people: what was numbered once keeps its number.
constexpr std::string_view person_kind = "PERSON";

std::string global_form(const std::string& key) { return "form " + key; }
std::string local_form(const std::string& file, const std::string& key) { return "form " + key + '\n' + file; }

class PeopleNumbering {
 public:
  PeopleNumbering(const ResolvedPeople& resolved, const std::vector<Slot>& participants, const PersonForms& forms,
                  const std::vector<std::string>& known_files, Registry& registry, const NumberingOptions& options)
      : resolved_(resolved),
        forms_(forms),
        registry_(registry),
        slots_(resolved.bearers.size()),
        known_files_(known_files.begin(), known_files.end()),
        current_(participants.begin(), participants.end()) {
    std::copy(participants.begin(), participants.end(), slots_.begin());
    // A form may lead to somebody of the register, or to somebody who was in it once.
    kinds_ = {"participant"};
    for (const auto& [role, prefix] : options.role_prefixes) kinds_.insert("role " + prefix);
    for (const Slot& slot : participants) kinds_.insert(slot.kind);
  }

  PersonSlots run(const NamedLabels& labels) {
    for (const auto& [key, meant] : resolved_.anywhere) take_bound(global_form(key), meant, bound_anywhere_, key);
    for (const auto& [place, meant] : resolved_.in_file) take_bound_in_file(place, meant);
    inherit_slots();
    number_new();
    PersonSlots result = final_slots();
    remember(result);
    for (const auto& [place, bearer] : resolved_.speakers) {
      const auto label = labels.find(place);
      result.speakers[place] = label == labels.end() ? slots_[bearer] : result.in_file.at({place.first, label->second});
    }
    return result;
  }

 private:
  std::optional<Slot> bound(const std::string& form) const {
    for (const std::string& kind : kinds_) {
      if (const auto number = registry_.find(kind, form)) return Slot{kind, *number};
    }
    if (const auto number = registry_.find(person_kind, form)) return Slot{std::string(person_kind), *number};
    return std::nullopt;
  }

  /// Whether what the registry remembers gives way to what the register says now.
  bool overruled(const Slot& slot, const Meant& meant) const { return meant.firm && !current_.contains(slot); }

  template <class Map, class Key>
  bool take_bound(const std::string& form, const Meant& meant, Map& into, const Key& key) {
    const auto slot = bound(form);
    if (!slot || overruled(*slot, meant)) return false;
    into[key] = *slot;
    return true;
  }

  void take_bound_in_file(const std::pair<std::string, std::string>& place, const Meant& meant) {
    const auto& [file, key] = place;
    if (take_bound(local_form(file, key), meant, bound_in_file_, place)) return;
    // In a transcript of an earlier run the form meant what it meant everywhere, or it would have a line of
    // its own.
    if (!known_files_.contains(file)) return;
    const auto there = bound_anywhere_.find(key);
    if (there != bound_anywhere_.end() && !overruled(there->second, meant)) bound_in_file_[place] = there->second;
  }

  /// Somebody new in this run may have been known by one of their forms before: Priya, now Priya Nair. Full
  /// names speak first, then the other forms that mean nobody else.
  void inherit_slots() {
    for (const bool complete : {true, false}) {
      for (const auto& [key, meant] : resolved_.anywhere) {
        if (forms_.at(key).name.complete() != complete || !is_open(meant.bearer)) continue;
        if (const auto there = bound_anywhere_.find(key); there != bound_anywhere_.end())
          slots_[meant.bearer] = there->second;
      }
    }
  }

  bool is_open(std::size_t bearer) const { return slots_[bearer].number == 0; }

  /// New numbers in study order. Forms that are bound already need none.
  void number_new() {
    struct Waiting {
      bool used = false;
      Place place{};
      std::string form{};  // a form that is bound nowhere yet
    };
    std::map<std::size_t, Waiting> waiting;
    const auto offer = [&](std::size_t bearer, const Waiting& w) {
      const auto [at, fresh] = waiting.try_emplace(bearer, w);
      const auto rank = [](const Waiting& x) { return std::tuple(!x.used, x.place, x.form); };
      if (!fresh && rank(w) < rank(at->second)) at->second = w;
    };
    for (const auto& [place, meant] : resolved_.in_file) {
      if (!is_open(meant.bearer) || bound_in_file_.contains(place)) continue;
      const auto& [file, key] = place;
      const PersonForm::Use& use = forms_.at(key).uses.at(file);
      offer(meant.bearer, {use.found(), use.first, form_to_bind(place)});
    }
    for (const auto& [key, meant] : resolved_.anywhere) {
      if (is_open(meant.bearer) && !bound_anywhere_.contains(key)) offer(meant.bearer, {false, {}, global_form(key)});
    }
    std::vector<std::pair<std::size_t, Waiting>> order(waiting.begin(), waiting.end());
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
      return std::tuple(!a.second.used, a.second.place, a.second.form) <
             std::tuple(!b.second.used, b.second.place, b.second.form);
    });
    for (const auto& [bearer, w] : order) {
      slots_[bearer] = {std::string(person_kind), registry_.number(person_kind, w.form)};
    }
  }

  /// The form everywhere, where that is this bearer's; else the form in this transcript.
  std::string form_to_bind(const std::pair<std::string, std::string>& place) const {
    const auto& [file, key] = place;
    const bool everywhere =
        resolved_.anywhere.at(key).bearer == resolved_.in_file.at(place).bearer && !bound_anywhere_.contains(key);
    return everywhere ? global_form(key) : local_form(file, key);
  }

  PersonSlots final_slots() const {
    PersonSlots result;
    for (const auto& [key, meant] : resolved_.anywhere) {
      const auto there = bound_anywhere_.find(key);
      result.anywhere[key] = there == bound_anywhere_.end() ? slots_[meant.bearer] : there->second;
    }
    for (const auto& [place, meant] : resolved_.in_file) {
      const auto there = bound_in_file_.find(place);
      result.in_file[place] = there == bound_in_file_.end() ? slots_[meant.bearer] : there->second;
    }
    return result;
  }

  void remember(const PersonSlots& slots) {
    for (const auto& [key, slot] : slots.anywhere) registry_.bind(slot.kind, global_form(key), slot.number);
    for (const auto& [place, slot] : slots.in_file) {
      if (slots.anywhere.at(place.second) != slot)
        registry_.bind(slot.kind, local_form(place.first, place.second), slot.number);
    }
  }

  const ResolvedPeople& resolved_;
  const PersonForms& forms_;
  Registry& registry_;
  std::vector<Slot> slots_;  // by bearer; number 0: none yet
  std::set<std::string> known_files_, kinds_{};
  std::set<Slot> current_;
  std::map<std::string, Slot> bound_anywhere_{};
  std::map<std::pair<std::string, std::string>, Slot> bound_in_file_{};
};

}  // namespace

PersonSlots number_people(const ResolvedPeople& resolved, const std::vector<Slot>& participants,
                          const PersonForms& forms, const NamedLabels& labels,
                          const std::vector<std::string>& known_files, Registry& registry,
                          const NumberingOptions& options) {
  return PeopleNumbering(resolved, participants, forms, known_files, registry, options).run(labels);
}

}  // namespace moniker::resolve
