#!/usr/bin/env python3
"""Makes incoming/ and gold.jsonl from authored/: the transcripts as delivered, and who is meant by every word of a person.

    build.py [FOLDER]            write them; beside this script where no folder is given
    build.py [FOLDER] --check    fail where what stands there is not what authored/ makes

A file of authored/ opens with `@file NAME`, `@part develop|aside` and a line `@label LABEL WHO` for every speaker; after
that a line is a turn, `LABEL | TALK`. In the talk `[[words|WHO]]` marks a mention, `[[words|WHO|ask]]` one where two
could be meant, so that only a question is right. WHO is a number of the register, `x-...` for somebody outside it, or
`nobody` for words that look like a name and are none. The sign for a line's end puts one into the file where a
transcriber's page ended.
"""
import json
import pathlib
import re
import sys

FOLDERS = [one for one in sys.argv[1:] if not one.startswith("-")]
HERE = pathlib.Path(FOLDERS[0] if FOLDERS else pathlib.Path(__file__).parent).resolve()
MARK = re.compile(r"\[\[([^\[\]|]+)\|([A-Za-z0-9-]+)(\|ask)?\]\]")
LINE_END = "\u23ce"


def marked_talk(talk):
    """The words without their marks, and the marks as places in code points."""
    text, marks, at = "", [], 0
    for found in MARK.finditer(talk):
        text += talk[at:found.start()]
        marks.append((len(text), len(text) + len(found[1]), found[1], found[2], bool(found[3])))
        text += found[1]
        at = found.end()
    return text + talk[at:], marks


def joined(text, marks):
    """As a reader gives a turn: a line's end is a blank, and a mark keeps its words."""
    return text.replace(LINE_END, " "), [(b, e, words.replace(LINE_END, " "), who, ask) for b, e, words, who, ask in marks]


def clock(seconds):
    return "%02d:%02d:%02d.000" % (seconds // 3600, seconds // 60 % 60, seconds % 60)


def delivered(name, turns):
    if name.endswith(".txt"):
        return "\n\n".join("%s: %s" % (label, text.replace(LINE_END, "\n")) for label, text in turns) + "\n"
    out, at = ["WEBVTT"], 2
    for label, text in turns:
        takes = 2 + len(text) // 15
        out.append("%s --> %s\n<v %s>%s</v>" % (clock(at), clock(at + takes), label, text))
        at += takes + 1
    return "\n\n".join(out) + "\n"


def study():
    """Every file's name, what is delivered, and its lines of gold."""
    for path in sorted((HERE / "authored").glob("*.marked")):
        head, labels, turns, gold = {}, {}, [], []
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("@label "):
                label, who = line[len("@label "):].rsplit(" ", 1)
                labels[label] = who
            elif line.startswith("@"):
                key, value = line[1:].split(" ", 1)
                head[key] = value
            elif line:
                label, talk = line.split(" | ", 1)
                assert label in labels, (path.name, label)
                text, marks = marked_talk(talk)
                assert "[[" not in text and "]]" not in text and "|" not in text, (path.name, text)
                for begin, end, words, who, ask in joined(text, marks)[1]:
                    one = {"file": head["file"], "part": head["part"], "turn": len(turns), "begin": begin, "end": end, "text": words, "entity": who}
                    gold.append(one | ({"ask": True} if ask else {}))
                turns.append((label, text))
        said = [{"file": head["file"], "part": head["part"], "label": label, "entity": who} for label, who in labels.items()]
        yield head["file"], delivered(head["file"], turns), said + gold


def main():
    files = {HERE / "incoming" / name: text for name, text, _ in study()}
    gold = [one for _, _, lines in study() for one in lines]
    files[HERE / "gold.jsonl"] = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in gold)
    if "--check" in sys.argv[1:]:
        old = [path.name for path, text in files.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
        print("not as authored: " + ", ".join(old) if old else "as authored")
        return 1 if old else 0
    (HERE / "incoming").mkdir(exist_ok=True)
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")
    people = {one["entity"] for one in gold if one["entity"] != "nobody"}
    print("%d files, %d mentions, %d labels, %d people, %d only to be asked" %
          (len(files) - 1, sum("turn" in one for one in gold), sum("label" in one for one in gold), len(people), sum("ask" in one for one in gold)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
