// What a form was called last year it is called this year. The registry holds, by keyed hash, the slot of every form
// ("form kate") and, where a transcript or a speaker differs, of the form there ("form kate" + T03 + who says it). They
// are looked up before anything that was inferred in this run counts. Of a transcript that is heard for the last time
// it learns besides in whose circle a name alone means somebody, since nobody will be able to work that out again.
#include <algorithm>
#include <set>

#include "resolve/lone_names.hpp"
#include "resolve/numbering.hpp"

namespace moniker::resolve {
namespace {

/// The registry's own word, whatever labels.yaml calls people: what was numbered once keeps its number.
constexpr std::string_view person_kind = "PERSON";
/// Forms that mean several people, in places that nobody can hear any more.
constexpr std::string_view several_kind = "several";

class PeopleNumbering {
 public:
  PeopleNumbering(const ResolvedPeople& resolved, const std::vector<Slot>& participants, const PersonForms& forms,
                  const std::map<std::string, std::string>& transcripts, const KnownFiles& known_files,
                  Registry& registry, const NumberingOptions& options)
      : resolved_(resolved),
        forms_(forms),
        transcripts_(transcripts),
        registry_(registry),
        slots_(resolved.genders.size()),
        registered_(participants.size()),
        known_files_(known_files),
        whole_study_(options.lone_names_mean_one),
        current_(participants.begin(), participants.end()) {
    std::copy(participants.begin(), participants.end(), slots_.begin());
    for (const Doubt& doubt : resolved.doubts) {
      if (doubt.asked.size() > 1) of_several_.insert(doubt.spot);
    }
    // A form may lead to somebody who was in the register once.
    std::map<KeptText, std::size_t> meant_by;
    for (const auto& [spot, meant] : resolved.meant) {
      if (meant_by.try_emplace(spot.key, meant.bearer).first->second != meant.bearer) of_many_.insert(spot.key);
    }
    kinds_ = {"participant"};
    for (const auto& [role, prefix] : options.role_prefixes) kinds_.insert("role " + prefix);
    for (const Slot& slot : participants) kinds_.insert(slot.kind);
  }

  PersonSlots run(const NamedLabels& labels) {
    for (const auto& [spot, meant] : resolved_.meant) take_bound(spot, meant);
    inherit_slots();
    number_new();
    PersonSlots result = final_slots();
    remember(result);
    for (const auto& [place, bearer] : resolved_.speakers) {
      result.speakers[place] = slots_[bearer];
      const auto label = labels.find(place);
      if (label == labels.end()) continue;
      const auto spot = resolved_.meant.find({.key = KeptText(label->second), .file = KeptText(place.first)});
      if (spot != resolved_.meant.end() && spot->second.bearer == bearer)
        result.speakers[place] = result.spots.at(spot->first);
    }
    return result;
  }

 private:
  /// What the registry knows a form by.
  std::string form_at(const Spot& spot) const {
    std::string form = "form " + spot.key.text();
    if (spot.file.empty()) return form;
    form += '\n' + transcripts_.at(spot.file);
    if (spot.is_whole()) return form;
    const auto who = resolved_.speakers.find({spot.file, spot.speaker});
    const bool registered = who != resolved_.speakers.end() && who->second < registered_;
    form += '\n' +
            (registered ? slots_[who->second].kind + std::to_string(slots_[who->second].number) : spot.speaker.text());
    return form + '\n' + std::to_string(static_cast<int>(spot.manner));
  }

  std::optional<Slot> bound(const std::string& form) const {
    for (const std::string& kind : kinds_) {
      if (const auto number = registry_.find(kind, form)) return Slot{kind, *number};
    }
    if (const auto number = registry_.find(person_kind, form)) return Slot{std::string(person_kind), *number};
    return std::nullopt;
  }

  void take_bound(const Spot& spot, const Meant& meant) {
    if (meant.firm) return;
    auto slot = bound(form_at(spot));
    // In a transcript of an earlier run the form meant what it meant everywhere, or it would have a line of its own.
    if (!slot && !spot.file.empty() && spot.is_whole() && known_files_.before.contains(spot.file))
      slot = bound(form_at({.key = spot.key}));
    if (!slot && spot.is_whole() && is_alone(spot, meant)) slot = remembered(spot);
    if (slot && (!current_.contains(*slot) || may_stay(spot, meant))) bound_[spot] = *slot;
  }

  bool is_alone(const Spot& spot, const Meant& meant) const {
    return !spot.file.empty() && meant.reason == Reason::alone && meant.bearer >= registered_;
  }

  static std::string form_of_study(const Spot& spot) { return "form " + spot.key.text() + "\nof the study"; }

  /// By what a name alone is known in a circle of transcripts: by each of the register who ties it.
  std::vector<std::string> forms_in_circle(const Spot& spot) const {
    if (whole_study_) return {form_of_study(spot)};
    std::vector<std::string> forms;
    const auto circle = resolved_.circles.find(spot.file);
    if (circle == resolved_.circles.end()) return forms;
    for (const std::size_t person : circle->second)
      forms.push_back("form " + spot.key.text() + "\nwith " + slots_[person].kind +
                      std::to_string(slots_[person].number));
    return forms;
  }

  /// Somebody from outside the register whom a transcript that is gone named so: in this circle, or else anywhere,
  /// where it meant nobody else.
  std::optional<Slot> remembered(const Spot& spot) const {
    const auto person = [&](const std::string& form) -> std::optional<Slot> {
      const auto number = registry_.find(person_kind, form);
      return number ? std::optional(Slot{std::string(person_kind), *number}) : std::nullopt;
    };
    std::set<Slot> found;
    for (const std::string& form : forms_in_circle(spot)) {
      if (const auto slot = person(form)) found.insert(*slot);
    }
    if (!found.empty()) return found.size() == 1 ? std::optional(*found.begin()) : std::nullopt;
    if (of_many_.contains(spot.key)) return std::nullopt;
    for (const std::string& form : {form_of_study(spot), form_at({.key = spot.key})}) {
      if (registry_.find(several_kind, form)) return std::nullopt;
      if (const auto slot = person(form)) return slot;
    }
    return std::nullopt;
  }

  /// What was taken for somebody of the register stays so, as long as nobody else of it is meant or could be.
  bool may_stay(const Spot& spot, const Meant& meant) const {
    return meant.bearer >= registered_ && !of_several_.contains(spot);
  }

  /// Somebody new in this run may have been known by one of their forms before: Priya, now Priya Nair. Full names speak
  /// first, then the other forms that mean nobody else, those that hold anywhere before those of one transcript.
  void inherit_slots() {
    for (const bool anywhere : {true, false}) {
      for (const bool complete : {true, false}) {
        for (const auto& [spot, slot] : bound_) {
          const std::size_t bearer = resolved_.meant.at(spot).bearer;
          if (spot.file.empty() != anywhere || forms_.at(spot.key).name.complete() != complete) continue;
          if (slots_[bearer].number == 0) slots_[bearer] = slot;
        }
      }
    }
  }

  /// New numbers in study order. Forms that are bound already need none.
  void number_new() {
    struct Waiting {
      bool used = false;
      Place place{};
      const Spot* spot = nullptr;  // of a form that is bound nowhere yet
    };
    const auto sooner = [&](const Waiting& a, const Waiting& b) {
      const auto rank = [](const Waiting& w) { return std::tuple(!w.used, w.place); };
      return rank(a) != rank(b) ? rank(a) < rank(b) : form_at(*a.spot) < form_at(*b.spot);
    };
    std::map<std::size_t, Waiting> waiting;
    for (const auto& [spot, meant] : resolved_.meant) {
      if (slots_[meant.bearer].number != 0 || bound_.contains(spot)) continue;
      const auto use = forms_.at(spot.key).uses.find(spot.file);
      const bool there = use != forms_.at(spot.key).uses.end();
      const Waiting offer{there && use->second.found(), there ? use->second.first : Place{}, &spot};
      const auto [at, fresh] = waiting.try_emplace(meant.bearer, offer);
      if (!fresh && sooner(offer, at->second)) at->second = offer;
    }
    std::vector<std::pair<std::size_t, Waiting>> order(waiting.begin(), waiting.end());
    std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) { return sooner(a.second, b.second); });
    for (const auto& [bearer, w] : order)
      slots_[bearer] = {std::string(person_kind), registry_.number(person_kind, form_at(*w.spot))};
  }

  PersonSlots final_slots() const {
    PersonSlots result;
    for (const auto& [spot, meant] : resolved_.meant) {
      const auto there = bound_.find(spot);
      result.spots[spot] = there == bound_.end() ? slots_[meant.bearer] : there->second;
    }
    return result;
  }

  void remember(const PersonSlots& slots) {
    for (const auto& [spot, slot] : slots.spots) {
      if (known_files_.leaving.contains(spot.file)) remember_circle(spot, slot);
      const auto anywhere = slots.spots.find({.key = spot.key});
      if (!spot.file.empty() && anywhere != slots.spots.end() && anywhere->second == slot) continue;
      registry_.bind(slot.kind, form_at(spot), slot.number);
    }
  }

  void remember_circle(const Spot& spot, const Slot& slot) {
    if (!spot.is_whole() || slot.kind != person_kind) return;
    if (is_alone(spot, resolved_.meant.at(spot))) {
      for (const std::string& form : forms_in_circle(spot)) registry_.bind(person_kind, form, slot.number);
    }
    // A title and a surname hold in the whole study.
    if (!title_before_surname(spot.key, forms_.at(spot.key).name).empty())
      registry_.bind(person_kind, form_of_study(spot), slot.number);
    for (const std::string& form : {form_of_study(spot), form_at({.key = spot.key})}) {
      const auto elsewhere = registry_.find(person_kind, form);
      if (elsewhere && *elsewhere != slot.number) registry_.number(several_kind, form);
    }
  }

  const ResolvedPeople& resolved_;
  const PersonForms& forms_;
  const std::map<std::string, std::string>& transcripts_;
  Registry& registry_;
  std::vector<Slot> slots_;  // by bearer; number 0: none yet
  const std::size_t registered_;
  const KnownFiles& known_files_;
  bool whole_study_ = false;
  std::set<KeptText> of_many_{};  // forms that mean several bearers
  std::set<std::string> kinds_{};
  std::set<Slot> current_;
  std::set<Spot> of_several_{};
  std::map<Spot, Slot> bound_{};
};

}  // namespace

PersonSlots number_people(const ResolvedPeople& resolved, const std::vector<Slot>& participants,
                          const PersonForms& forms, const NamedLabels& labels,
                          const std::map<std::string, std::string>& transcripts, const KnownFiles& known_files,
                          Registry& registry, const NumberingOptions& options) {
  return PeopleNumbering(resolved, participants, forms, transcripts, known_files, registry, options).run(labels);
}

}  // namespace moniker::resolve
