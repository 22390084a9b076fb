// Every complaint about moniker.yaml, to the letter.
#include "config/config.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {

using namespace moniker::study;
namespace {

using test::TemporaryFolder;
using test::told;

/// Enough of a register for the rest to be read.
const std::string whole = "register: {columns: {name: replace}}\n";

struct Case {
  std::string yaml;
  std::string told;
};

TEST_CASE("moniker.yaml: errors with place and remedy") {
  const Case c = GENERATE(values<Case>({
      // the file as YAML
      {"study: \"open\nregister: x",
       "moniker.yaml:2:12: is not correct YAML: illegal EOF in scalar / check indentation, colons and quotes on "
       "this line and the one before"},
      {"a: 1\n b: 2\n",
       "moniker.yaml:2:3: is not correct YAML: illegal map value / check indentation, colons and quotes "
       "on this line and the one before"},
      {"study: x\nstudy: y\n",
       "moniker.yaml:2:1: the key `study` is given twice / keep one of them; the other is on line 1"},
      {"study: &a x\n",
       "moniker.yaml:1:8: anchors, aliases and tags are not allowed here / write the value out in every place"},
      {"study: !!str x\n",
       "moniker.yaml:1:8: anchors, aliases and tags are not allowed here / write the value out in every place"},
      {"study: x\n---\nstudy: y\n",
       "moniker.yaml:3:1: holds a second document / remove the line of three hyphens and merge the two"},
      {"? [a]\n: x\n",
       "moniker.yaml:1:3: a key must be a word / write `key: value`, the key in quotes where it is no plain word"},
      {"study: caf\xe9\n", "moniker.yaml:1:11: is not UTF-8 text / save the file as UTF-8"},
      {"- a\n",
       "moniker.yaml:1:1: the study must hold keys with values / write one `key: value` a line, indented below it"},
      // what a study is
      {"",
       "moniker.yaml: no column of the register is declared / add below `register:` a list `columns:` with keep, band, "
       "replace or drop for each column"},
      {"register:\n  columns:\n",
       "moniker.yaml:2:3: no column of the register is declared / add below `register:` a list `columns:` with keep, "
       "band, "
       "replace or drop for each column"},
      {"reigster: {}\n", "moniker.yaml:1:1: unknown key of the study `reigster` / did you mean `register`?"},
      {"colour: red\n",
       "moniker.yaml:1:1: unknown key of the study `colour` / known are: study, register, roles, consent, "
       "checks, limits, rules, replace, overrides, write, seal, numbering, resolve, supersedes, review, shared, keys, "
       "audit, retention, policies, deposit"},
      {"study: \"A\\nB\"\n",
       "moniker.yaml:1:8: the study's title holds the end of a line or a character that cannot be seen / write it in "
       "one line: it stands on top of pages, and in a mail's first line"},
      {"study: \"A\\u202EB\"\n",
       "moniker.yaml:1:8: the study's title holds the end of a line or a character that cannot be seen / write it in "
       "one line: it stands on top of pages, and in a mail's first line"},
      {"supersedes: {a.txt: T01, b.txt: T01}\n",
       "moniker.yaml:1:33: two files supersede one transcript / remove the line of the one that does not"},
      {"supersedes: {a.txt: [T01]}\n",
       "moniker.yaml:1:21: a transcript must be a word or a text / write one value, in quotes where it holds signs"},
      {"study: [a]\n",
       "moniker.yaml:1:8: `study` must be a word or a text / write one value, in quotes where it holds signs"},
      // register
      {"register: {file: people.csv}\n",
       "moniker.yaml:1:18: there is no register people.csv / correct the name, or put the file there"},
      {"register: {columns: {name: keep}}\n",
       "moniker.yaml:1:22: a column of names can be neither kept nor banded / declare it replace or drop"},
      {"register: {columns: {naem: replace}}\n",
       "moniker.yaml:1:21: no column of the register means name, so nobody's name would be searched for / declare "
       "`name: "
       "replace`, or give the right column `means: name`"},
      {"register: {columns: {name: replce}}\n",
       "moniker.yaml:1:28: unknown use of a column `replce` / did you mean `replace`?"},
      {"register: {columns: {name: }}\n",
       "moniker.yaml:1:22: nothing is said about the column / write keep, band, replace or drop after the colon"},
      {"register: {columns: {name: replace, age: {width: 5}}}\n",
       "moniker.yaml:1:37: the column has settings and no use / add `use:` with keep, band, replace or drop"},
      {"register: {columns: {name: replace, age: {use: keep, width: 5}}}\n",
       "moniker.yaml:1:61: `width` is for bands / write `use: band`, or remove it"},
      {"register: {columns: {name: replace, age: {use: band, width: 0}}}\n",
       "moniker.yaml:1:61: `width` must be a whole number / write a number from 1 to 1000, without a unit"},
      {"register: {columns: {name: replace, age: {use: band, widht: 5}}}\n",
       "moniker.yaml:1:54: unknown key of the column `widht` / did you mean `width`?"},
      {"register: {columns: {name: replace, full: {use: replace, means: name}}}\n",
       "moniker.yaml:1:37: two columns mean `name` / keep that meaning for one of them; the other is on line 1"},
      {"register: {columns: {name: replace, aka: {use: replace, means: alias}}}\n",
       "moniker.yaml:1:37: unknown meaning of a column `alias` / did you mean `aliases`?"},
      // roles, consent, checks
      {whole + "roles: {Interviewer: {prefix: INT1}}\n",
       "moniker.yaml:2:31: a prefix begins with a letter, is made of letters, digits, - and _, and does not end in a "
       "digit / "
       "write something short, such as ID; 16 characters are the most"},
      {whole + "roles: {Interviewer: {consent: no}}\n",
       "moniker.yaml:2:32: unknown value of `consent` `no` / known are: required, exempt"},
      {whole + "roles: [Interviewer]\n",
       "moniker.yaml:2:8: roles must hold keys with values / write one `key: value` a line, indented below it"},
      {whole + "consent: {required: {a: b}}\n",
       "moniker.yaml:2:21: `required` must be a list / write it as [one, two]"},
      {whole + "consent: {required: [[a]]}\n",
       "moniker.yaml:2:22: each item of `required` must be a word or a text / write one value, in quotes where it "
       "holds signs"},
      {whole + "checks: {duration: {min: 5m}}\n",
       "moniker.yaml:2:26: `min` must be a whole number / write a number from 0 to 10080, without a unit"},
      {whole + "checks:\n  duration:\n    min: 90\n    max: 30\n",
       "moniker.yaml:4:10: `min` is more than `max` / write the shorter duration, in minutes, as min"},
      {whole + "checks: {gap: 0}\n",
       "moniker.yaml:2:15: `gap` must be a whole number / write a number from 1, without a unit"},
      {whole + "checks: {gap: 99999999999}\n",
       "moniker.yaml:2:15: `gap` must be a whole number / write a number from 1, without a unit"},
      {whole + "limits: {words: 0}\n",
       "moniker.yaml:2:17: `words` must be a whole number / write a number from 1, without a unit"},
      {whole + "checks: {severity: {time.gap: fatal}}\n",
       "moniker.yaml:2:31: unknown severity `fatal` / known are: note, warning, error"},
      // rules, replace, write
      {whole + "rules: {extra: [mine.yaml]}\n",
       "moniker.yaml:2:17: there is no rule file mine.yaml / correct the name, or put the file there"},
      {whole + "rules: {profil: strict}\n",
       "moniker.yaml:2:9: unknown key of rules `profil` / did you mean `profile`?"},
      {whole + "replace: {DATE: {unit: month}}\n",
       "moniker.yaml:2:11: there are settings and no operator / add `operator: pseudonym`, or another operator"},
      {whole + "replace: {style: curly}\n",
       "moniker.yaml:2:18: unknown style `curly` / known are: brackets, braces, angles, plain"},
      {whole + "replace: {DATE: [month]}\n",
       "moniker.yaml:2:17: an operator must be a word or a text / write one value, in quotes where it holds signs"},
      {whole + "write: [txt, docx, txt]\n", "moniker.yaml:2:20: the format is named twice / remove one of them"},
      {whole + "write: []\n", "moniker.yaml:2:8: no format is named / name at least one, such as [txt]"},
      // seal, numbering, keys
      {whole + "seal: {recipients: [keys/custodian.pub]}\n",
       "moniker.yaml:2:21: there is no key file keys/custodian.pub / run `moniker keygen`, or copy the custodian's "
       "public key there"},
      {whole + "seal: {recipients: [AGE-SECRET-KEY-1QQQ]}\n",
       "moniker.yaml:2:21: holds a secret key where a public one is wanted / remove it, give it back to the custodian, "
       "and name "
       "the age1... key instead"},
      {whole + "seal: {armor: yes}\n", "moniker.yaml:2:15: `armor` must be true or false / write true or false"},
      {whole + "numbering: {order: shuffle}\n",
       "moniker.yaml:2:20: unknown value of `order` `shuffle` / did you mean `shuffled`?"},
      {whole + "numbering: {transcripts: \"../T\"}\n",
       "moniker.yaml:2:26: a prefix begins with a letter, is made of letters, digits, - and _, and does not end in a "
       "digit / "
       "write something short, such as ID; 16 characters are the most"},
      {whole + "review: {required: always}\n",
       "moniker.yaml:2:20: `required` must be true or false / write true or false"},
      {whole + "shared: {group: perhaps}\n", "moniker.yaml:2:17: `group` must be true or false / write true or false"},
      {whole + "keys: {studdy: k}\n", "moniker.yaml:2:8: unknown key of keys `studdy` / did you mean `study`?"},
      // policies, deposit
      {whole + "policies: {archive: {replace: {DATE: month}}}\n",
       "moniker.yaml:2:38: unknown way of telling less `month` / known are: label, number, year, decade, band, keep"},
      {whole + "policies: {archive: {replace: {DATE: {operator: year, width: 5}}}}\n",
       "moniker.yaml:2:38: `width` and `top` are of a band / add `operator: band`, or leave them out"},
      {whole + "policies: {archive: {participants: p1}}\n",
       "moniker.yaml:2:36: a prefix in a deposit is one to eight capitals / write something short, such as P"},
      {whole + "deposit: {acess: open}\n",
       "moniker.yaml:2:11: unknown key of deposit `acess` / did you mean `access`?"},
      {whole + "deposit: {access: opn}\n", "moniker.yaml:2:19: unknown value of `access` `opn` / did you mean `open`?"},
      {whole + "deposit: {wording: consent.txt}\n",
       "moniker.yaml:2:20: there is no file consent.txt / correct the name, or put the file there"},
      // columns are counted in characters
      {whole + "# Zoë\nroles: {Modératrice: {praefix: M}}\n",
       "moniker.yaml:3:23: unknown key of the role `praefix` / did you mean `prefix`?"},
  }));
  INFO(c.yaml);
  const TemporaryFolder temp;
  CHECK(told([&] { parse_config(c.yaml, "moniker.yaml", temp.path()); }) == c.told);
}

TEST_CASE("every error about moniker.yaml is a usage error") {
  const TemporaryFolder temp;
  try {
    parse_config("a: 1", "moniker.yaml", temp.path());
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.problem().fault == Fault::usage);
  }
}

TEST_CASE("errors in a recipients file name that file") {
  const TemporaryFolder temp;
  auto [bytes, complaint] = GENERATE(table<std::string, std::string>({
      {"# nothing\n\n", ": holds no key / write one age1... key a line"},
      {"# mine\n  age-secret-key-1qq\n",
       ":2:3: holds a secret key where a public one is wanted / remove it, give it back to the custodian, and name the "
       "age1... "
       "key instead"},
  }));
  const auto file = temp.write("custodian.pub", bytes);
  CHECK(told([&] { parse_config(whole + "seal: {recipients: custodian.pub}", "moniker.yaml", temp.path()); }) ==
        file.string() + complaint);
}

TEST_CASE("a folder without moniker.yaml is no study") {
  const TemporaryFolder temp;
  CHECK(told([&] { read_config(temp.path()); }) ==
        temp.path().string() +
            ": is not a study: it has no moniker.yaml / name the study's folder, or make one with `moniker init`");
}

TEST_CASE("moniker.yaml is read through no link") {
  const TemporaryFolder temp;
  const auto real = temp.write("real.yaml", whole);
  std::filesystem::create_symlink(real, temp.path() / "moniker.yaml");
  CHECK(told([&] { read_config(temp.path()); }) ==
        (temp.path() / "moniker.yaml").string() +
            ": is a symbolic link, and links are not followed / put the file itself there");
}

}  // namespace
}  // namespace moniker
