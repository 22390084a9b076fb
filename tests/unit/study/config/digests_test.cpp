// What a change of moniker.yaml has done again: the digests of its sections, key by key.
#include "config/config.hpp"

#include <catch2/catch.hpp>

#include "support/temporary_folder.hpp"

namespace moniker {

using namespace moniker::study;
namespace {

/// A section twice, with one key's value changed, and whose digest that changes.
struct Change {
  const char* before;
  const char* after;
  bool checks, writing;
};
constexpr Change changes[] = {
    {"study: One", "study: Two", false, true},
    {"roles: {Carer: {prefix: C}}", "roles: {Carer: {prefix: CA}}", true, false},
    {"roles: {Carer: {consent: required}}", "roles: {Carer: {consent: exempt}}", true, false},
    {"roles: {Carer: {prefix: C}}", "roles: {Nurse: {prefix: C}}", true, false},
    {"checks: {duration: {min: 5}}", "checks: {duration: {min: 6}}", true, false},
    {"checks: {duration: {max: 5}}", "checks: {duration: {max: 6}}", true, false},
    {"checks: {gap: 5}", "checks: {gap: 6}", true, false},
    {"limits: {words: 5}", "limits: {words: 6}", true, false},
    {"checks: {severity: {speaker.unknown: note}}", "checks: {severity: {speaker.unknown: warning}}", true, false},
    {"replace: {PERSON: hash}", "replace: {PERSON: redact}", false, true},
    {"replace: {PERSON: hash}", "replace: {ORG: hash}", false, true},
    {"replace: {DATE: {operator: generalise, to: month}}", "replace: {DATE: {operator: generalise, to: year}}", false,
     true},
    {"overrides: {PERSON_7: keep}", "overrides: {PERSON_7: redact}", false, true},
    {"overrides: {PERSON_7: keep}", "overrides: {PERSON_8: keep}", false, true},
    {"write: [txt]", "write: [txt, docx]", false, true},
    {"write: [docx]", "write: [docx: preserve]", false, true},
    {"seal: {recipients: [age1zzz]}", "seal: {recipients: [age1yyy]}", false, true},
    {"seal: {linkage_recipients: [age1zzz]}", "seal: {linkage_recipients: [age1yyy]}", false, true},
    {"seal: {recipients: [age1zzz]}", "seal: {linkage_recipients: [age1zzz]}", false, true},
    {"seal: {armor: false}", "seal: {armor: true}", false, true},
    {"numbering: {order: sequential}", "numbering: {order: shuffled}", false, true},
    {"resolve: {lone_names: transcript}", "resolve: {lone_names: study}", false, true},
    {"numbering: {transcripts: T}", "numbering: {transcripts: U}", false, true},
    {"numbering: {participants: P}", "numbering: {participants: Q}", false, true},
    // Whose part is compared elsewhere, or not at all: see the table of sections.
    {"supersedes: {a.txt: T01}", "supersedes: {a.txt: T02}", false, false},
    {"consent: {required: [analysis]}", "consent: {required: [quotation]}", false, false},
    {"register: {columns: {name: drop, site: drop}}", "register: {columns: {name: drop, site: keep}}", false, false},
    {"register: {columns: {name: drop}}", "register: {file: more.csv, columns: {name: drop}}", false, false},
    {"rules: {profile: strict}", "rules: {profile: balanced}", false, false},
    {"rules: {extra: [a.yaml]}", "rules: {extra: [b.yaml]}", false, false},
    {"rules: {tagger: true, off: [a], language: en-GB}", "rules: {tagger: false, off: [b], language: cy}", false,
     false},
    {"keys: {study: a.key, signing: b.key, signing_public: c.pub}", "keys: {study: d.key}", false, false},
    {"shared: {group: true}", "shared: {group: false}", false, false},
    {"retention: {work: 90 days after sealed}", "retention: {work: keep}", false, false},
    {"policies: {archive: {k: 3}}", "policies: {archive: {k: 5}}", false, false},
    {"deposit: {others: turns}", "deposit: {others: transcript}", false, false},
};

const std::string columns = "register: {columns: {name: drop}}\n";

ConfigDigests digests(const std::string& yaml, const test::TemporaryFolder& temp) {
  return parse_config(yaml, "moniker.yaml", temp.path()).digests;
}

/// A study must have a register.
std::string with_register(const std::string& section) {
  return (section.starts_with("register:") ? "" : columns) + section + "\n";
}

TEST_CASE("a changed value of any key changes the digest that it must, and no other") {
  const test::TemporaryFolder temp;
  for (const char* file : {"more.csv", "a.yaml", "b.yaml"}) temp.write(file, "");
  for (const Change& change : changes) {
    CAPTURE(change.before, change.after);
    const ConfigDigests before = digests(with_register(change.before), temp);
    const ConfigDigests after = digests(with_register(change.after), temp);
    CHECK((before.checks != after.checks) == change.checks);
    CHECK((before.writing != after.writing) == change.writing);
  }
}

TEST_CASE("another layout, other comments and another order of the keys change nothing") {
  const test::TemporaryFolder temp;
  const ConfigDigests one = digests(columns + "checks: {gap: 5, duration: {min: 1, max: 2}}\nwrite: [txt]\n", temp);
  const ConfigDigests other =
      digests("write:   # as text\n- txt\nchecks:\n  duration:\n    max: 2\n    min: 1\n  gap: '5'\n" + columns, temp);
  CHECK(one.checks == other.checks);
  CHECK(one.writing == other.writing);
}

TEST_CASE("another key in the recipients' file changes what was sealed") {
  const test::TemporaryFolder temp;
  const std::string yaml = columns + "seal: {recipients: custodian.pub}\n";
  temp.write("custodian.pub", "age1aaa\n");
  const ConfigDigests before = digests(yaml, temp);
  temp.write("custodian.pub", "# the same\nage1aaa\n");
  CHECK(digests(yaml, temp).writing == before.writing);
  temp.write("custodian.pub", "age1bbb\n");
  CHECK(digests(yaml, temp).writing != before.writing);
  CHECK(digests(yaml, temp).checks == before.checks);
}

}  // namespace
}  // namespace moniker
