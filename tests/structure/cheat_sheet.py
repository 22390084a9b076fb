#!/usr/bin/env python3
"""Holds the cheat sheet to the guide, and its PDF to its page: cheat_sheet.py SOURCE.

Every command on it is a command of the guide's pages, which guide.py runs. The PDF is one page of A4, was made from the page as it is
now, and shows every command whole.
"""
import hashlib
import pathlib
import re
import subprocess
import sys

guide = pathlib.Path(sys.argv[1]) / "docs/guide"


def told(program, *words):
    return subprocess.run([program, *words, guide / "cheat-sheet.pdf"] + (["-"] if program == "pdftotext" else []), capture_output=True, text=True,
                          check=True).stdout


def main():
    source = (guide / "cheat-sheet.md").read_bytes()
    commands = re.findall(r"^\| `(moniker [^`]*)` \|", source.decode(), re.MULTILINE)
    run = {line for page in guide.glob("[0-9]-*.md") for line in re.findall(r"^    \$ (.*)", page.read_text(), re.MULTILINE)}
    wrong = ["%s: no page of the guide runs it" % command for command in commands if command not in run]
    shown = re.sub(r"\s+", " ", told("pdftotext", "-layout"))
    wrong += ["%s: is not whole in the PDF" % command for command in commands if command not in shown]
    facts = dict(line.split(":", 1) for line in told("pdfinfo").splitlines() if ":" in line)
    if facts["Pages"].strip() != "1" or "A4" not in facts["Page size"]:
        wrong.append("the PDF has %s pages of %s, not one of A4" % (facts["Pages"].strip(), facts["Page size"].strip()))
    if hashlib.sha256(source).hexdigest()[:16] not in shown:
        wrong.append("the PDF was made from another page: run scripts/make-cheat-sheet")
    if len(commands) < 15:
        wrong.append("there are %d commands, not 15" % len(commands))
    print("\n".join(wrong) if wrong else "%d commands, each of them in the guide and in the PDF" % len(commands))
    return 1 if wrong else 0


sys.exit(main())
