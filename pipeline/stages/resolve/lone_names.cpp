// Names alone: "Dot" and "Dorothy" are one person where they occur together, and the same word with and without a title
// is, as long as no title contradicts; all of it within a circle, for two studies' worth of people share a Sarah. A
// title and a surname are more, and hold in the whole study.
#include "resolve/lone_names.hpp"

#include <algorithm>
#include <map>

#include "resolve/cliques.hpp"
#include "resolve/joined.hpp"

namespace moniker::resolve {
namespace {

using Edges = std::vector<std::pair<std::size_t, std::size_t>>;
using Groups = std::vector<std::vector<std::size_t>>;

Edges edges_within_circles(const std::vector<LoneForm>& forms, const words::Nicknames& nicknames) {
  std::map<std::pair<KeptText, std::string>, std::vector<std::size_t>> by_form;  // (circle, form)
  for (std::size_t i = 0; i < forms.size(); ++i) by_form[{forms[i].circle, forms[i].form->name.form()}].push_back(i);
  Edges edges;
  const auto join = [&](std::size_t i, const std::string& form, bool must_meet) {
    const auto there = by_form.find({forms[i].circle, form});
    if (there == by_form.end()) return;
    for (const std::size_t j : there->second) {
      const char a = forms[i].form->name.gender, b = forms[j].form->name.gender;
      if (a != 0 && b != 0 && a != b) continue;
      if (!must_meet || meet(*forms[i].form, *forms[j].form)) edges.push_back({i, j});
    }
  };
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const std::string form = forms[i].form->name.form();
    join(i, form, false);
    for (const std::string& other : nicknames.related(form)) join(i, other, true);
  }
  return edges;
}

/// Groups that hold the same title and surname become one.
Groups joined_by_title(const Groups& groups, const std::vector<LoneForm>& forms) {
  Joined same(groups.size());
  std::map<KeptText, std::size_t> first;
  for (std::size_t group = 0; group < groups.size(); ++group) {
    for (const std::size_t member : groups[group]) {
      if (title_before_surname(forms[member].key, forms[member].form->name).empty()) continue;
      const auto [at, fresh] = first.try_emplace(forms[member].key, group);
      if (!fresh) same.join(at->second, group);
    }
  }
  Groups joined(groups.size());
  for (std::size_t group = 0; group < groups.size(); ++group) {
    auto& into = joined[same.of(group)];
    into.insert(into.end(), groups[group].begin(), groups[group].end());
  }
  std::erase_if(joined, [](const auto& group) { return group.empty(); });
  return joined;
}

}  // namespace

std::vector<std::vector<std::size_t>> lone_people(const std::vector<LoneForm>& forms,
                                                  const words::Nicknames& nicknames) {
  return joined_by_title(cliques(forms.size(), edges_within_circles(forms, nicknames)), forms);
}

std::string title_before_surname(const std::string& key, const PersonName& name) {
  if (!name.by_surname) return {};
  return key.substr(0, key.find(':') + 1);
}

bool meet(const PersonForm& a, const PersonForm& b) {
  return std::any_of(a.uses.begin(), a.uses.end(), [&](const auto& use) { return b.uses.contains(use.first); });
}

}  // namespace moniker::resolve
