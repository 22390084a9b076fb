#include "check/expected_people.hpp"

#include "base/fold.hpp"
#include "check/speaker_labels.hpp"

namespace moniker::check {

ExpectedPeople::ExpectedPeople(const CheckRules& rules, const Register& people) : empty_(people.people.empty()) {
  std::set<std::string> roles;
  for (const auto& [role, rule] : rules.roles) {
    roles.insert(fold(role));
    roles_.insert(label_key(role));
  }
  for (const Participant& person : people.people) {
    for (const Session& session : person.sessions) sessions_[session.file].push_back(&session);
    // Participants speak where the register says; only when it says nothing of a file may they speak anywhere.
    const bool has_role = roles.contains(fold(person.role));
    std::set<std::string>& keys = has_role ? roles_ : everybody_;
    keys.insert(label_key(person.name));
    // Who asks is mostly labelled by a first name.
    const std::string key = label_key(person.name);
    if (has_role) keys.insert(key.substr(0, key.find(' ')));
    for (const std::string& alias : person.aliases) keys.insert(label_key(alias));
  }
}

const std::vector<const Session*>& ExpectedPeople::sessions(const std::string& file) const {
  static const std::vector<const Session*> none;
  const auto found = sessions_.find(file);
  return found == sessions_.end() ? none : found->second;
}

}  // namespace moniker::check
