"""project.py PROGRAM BEFORE AFTER: an independent reader opens both, and compares them range by range."""
import pathlib
import sys

import coded_projects
from pyrefiqda import RefiProject

program, before, after = sys.argv[1:]
unit = coded_projects.PROGRAMS[program]["unit"]
wanted = {coded_projects.guid("range", number): (was, now) for number, (_, was, now) in enumerate(coded_projects.CODINGS)}


def ranges(path, folder):
    """Identifier -> words and codes, of every range of every source."""
    project = RefiProject.load(path, folder)
    found = {}
    for source in project.sources.text_source:
        if source.plain_text_content is not None:
            text = source.plain_text_content
        else:
            file = pathlib.Path(folder, "Sources" if program == "nvivo" else "sources",
                                source.plain_text_path[len("internal://"):])
            text = file.read_bytes().decode("utf-8-sig")
        for selection in source.plain_text_selection or []:
            words = coded_projects.cut(text, selection.start_position, selection.end_position, unit)
            found[selection.guid] = (words.replace("\r\n", "\n"), [c.code_ref.target_guid for c in selection.coding or []])
    return found


was, now = ranges(before, "opened-before"), ranges(after, "opened-after")
for guid, (before_words, after_words) in wanted.items():
    if was[guid][0] != before_words or now[guid][0] != after_words:
        sys.exit("%s: %r became %r, and should be %r" % (program, was[guid][0], now[guid][0], after_words))
    if was[guid][1] != now[guid][1]:
        sys.exit("%s: %r has other codes" % (program, before_words))
print("pyrefiqda: %s, %d ranges of %d sources hold their words and their codes" % (program, len(wanted), len(
    RefiProject.load(after, "opened-after").sources.text_source)))
