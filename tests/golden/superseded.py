#!/usr/bin/env python3
"""A corrected delivery under a name of its own: the report asks, and told so it is the transcript that it corrects.

    superseded.py MONIKER SOURCE MATERIAL
"""
import pathlib
import sys
import tempfile

from study import Study

OLD, NEW = "interview-06.txt", "interview-06-corrected.txt"
ONLY_OLD, BOTH = "Zebedee Quillfeather", "Barnaby Oakenshaw"


def issues(study):
    return {(outcome["transcript"], issue["code"]): issue["what"]
            for outcome in study.report()["transcripts"] for issue in outcome["issues"]}


def number_of(study, name):
    return next((outcome["transcript"] for outcome in study.report()["transcripts"] if outcome["file"] == name), None)


def main():
    moniker, source, material = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        study = Study(moniker, source, pathlib.Path(folder, "study"), material)
        study.deliver(sorted(pathlib.Path(material, "incoming").iterdir()))
        incoming, config = study.root / "incoming", study.root / "moniker.yaml"
        talk = (incoming / OLD).read_text(encoding="utf-8")
        more = "[00:14:10] Mo: My neighbour %s came with me.\n"
        (incoming / OLD).write_text(talk + more % BOTH + more % ONLY_OLD, encoding="utf-8")
        status = study.run("--quiet").returncode
        assert status <= 1, status
        number = number_of(study, OLD)
        forms = {row["form"] for row in study.linkage()}
        assert ONLY_OLD.lower() in forms and BOTH.lower() in forms, "the test's people were not found"
        both = next(row["pseudonym"] for row in study.linkage() if row["form"] == BOTH.lower())

        # Delivered, with the old file put away: two transcripts and a question.
        (incoming / OLD).unlink()
        (incoming / NEW).write_text(talk + more % BOTH, encoding="utf-8")
        register = (study.root / "participants.csv").read_text(encoding="utf-8")
        (study.root / "participants.csv").write_text(register.replace(OLD + "=", NEW + "="), encoding="utf-8")
        assert study.run("--quiet").returncode <= 1
        other = number_of(study, NEW)
        assert other not in (None, number), other
        asked = issues(study)[(other, "duplicate.put_away")]
        assert number in asked, asked
        assert (study.root / "out" / (number + ".txt.age")).exists(), "what was put away still counts"

        # What cannot be is refused, with its place.
        plain = config.read_text(encoding="utf-8")
        for wrong, says in (("{%s: T99}" % NEW, "no transcript of this study is T99"),
                            ("{nothing.txt: %s}" % number, "the file that supersedes %s is not there" % number),
                            ("{%s: %s}" % (NEW, number_of(study, "interview-03.txt")), "is still there")):
            config.write_text(plain + "\nsupersedes: %s\n" % wrong, encoding="utf-8")
            done = study.run("--quiet")
            assert done.returncode == 2 and says in done.stderr.decode(), (done.returncode, done.stderr.decode())

        config.write_text(plain + "\nsupersedes: {%s: %s}\n" % (NEW, number), encoding="utf-8")
        for again in range(2):   # the line may stay
            done = study.run("--quiet")
            assert done.returncode == status, done.stderr.decode()
            assert number_of(study, NEW) == number
            assert not any(code.startswith("duplicate") for _, code in issues(study)), issues(study)
            assert not list((study.root / "out").glob(other + ".*")), "the question's own outputs are left"
            forms = {row["form"]: row["pseudonym"] for row in study.linkage()}
            assert ONLY_OLD.lower() not in forms, "somebody of the old file is left in linkage"
            assert forms.get(BOTH.lower()) == both, "somebody got another pseudonym"
            text = study.decrypt(study.root / "out" / (number + ".txt.age")).decode()
            assert text.count("My neighbour") == 1
            events = study.events("superseded")
            assert [event["transcript"] for event in events] == [number], events
            withdrawn = {event["output"] for event in study.events("withdrawn")}
            assert {number + ".txt.age", other + ".txt.age"} <= withdrawn, withdrawn
            verified = study.call("audit", "verify", str(study.root))
            assert verified.returncode == 0, verified.stderr.decode()
        (incoming / NEW).unlink()   # put away like any other
        assert study.run("--quiet").returncode <= 1
        assert (study.root / "out" / (number + ".txt.age")).exists()
    return 0


if __name__ == "__main__":
    sys.exit(main())
