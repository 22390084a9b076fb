#!/usr/bin/env python3
"""Holds the includes of pipeline/ to the arrows that CMakeLists.txt declares with moniker_folder(STOREY NAME USES ...).

The compiler refuses an arrow up, since a folder is only given the include roots of its own storey and of those below.
This test holds the rest: a file may include moniker/ (include/), its own folder and the folders that its USES names,
no further ones that those use; no two folders use each other; and every folder is declared. JSON is read through
base/bounded_json alone, since what is nested too deep ends the stack. Prints every line that breaks a rule and exits
with 1.
"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
pipeline = root / "pipeline"
apart = {"cli", "train_tagger"}   # what stands on top of everything may use everything


def declared():
    """Folder name -> (storey, names after USES)."""
    folders = {}
    for call in re.findall(r"moniker_folder\(([^)]*)\)", (root / "CMakeLists.txt").read_text()):
        words = call.split()
        uses = words[words.index("USES") + 1:] if "USES" in words else []
        folders[words[1]] = (words[0], set(uses[:uses.index("LIBS")] if "LIBS" in uses else uses))
    return folders


def circles(folders):
    done = set()

    def visit(name, way):
        if name in way:
            yield "the folders " + " -> ".join(way[way.index(name):] + [name]) + " use each other"
            return
        if name in done:
            return
        for used in sorted(folders[name][1]):
            yield from visit(used, way + [name])
        done.add(name)

    for name in sorted(folders):
        yield from visit(name, [])


def wrong_lines(folders):
    there = {(p.parent.name, p.name) for p in pipeline.glob("*/*") if p.is_dir()}
    for storey, name in sorted(there):
        if name not in apart and folders.get(name, ("",))[0] != storey:
            yield "pipeline/%s/%s is no folder of CMakeLists.txt" % (storey, name)
    for path in sorted(pipeline.rglob("*.[ch]pp")):
        name = path.relative_to(pipeline).parts[1]
        if name in apart:
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            include = re.match(r'\s*#include "([^"/]+)/', line)
            if include and include[1] not in folders[name][1] | {"moniker", name}:
                yield "%s:%d: %s may not include %s" % (path.relative_to(root), number, name, include[1])


def unbounded_json():
    for path in sorted(pipeline.rglob("*.[ch]pp")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if path.stem != "bounded_json" and re.search(r"\b\w*(json|Json|Wire|Parsed)::parse\(", line):
                yield "%s:%d: JSON is read by parse_json of base/bounded_json" % (path.relative_to(root), number)


def main():
    folders = declared()
    wrong = list(wrong_lines(folders)) + list(circles(folders)) + list(unbounded_json())
    print("\n".join(wrong) if wrong else "every include follows the declared arrows, and JSON has one door")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
