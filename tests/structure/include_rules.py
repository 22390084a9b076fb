#!/usr/bin/env python3
"""Holds the includes of pipeline/ to the arrows that CMakeLists.txt declares with moniker_stage(NAME USES ...).

A stage may include moniker/ (include/), base/, study/ and itself, and what its USES names; study/ only base/.
Prints every include that breaks the rule and exits with 1.
"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])


def declared():
    text = (root / "CMakeLists.txt").read_text()
    for call in re.findall(r"moniker_stage\(([^)]*)\)", text):
        words = call.split()
        uses = words[words.index("USES") + 1:] if "USES" in words else []
        uses = uses[:uses.index("LIBS")] if "LIBS" in uses else uses
        yield words[0], set(uses)


def allowed():
    stages = dict(declared())
    for name, uses in stages.items():
        own = {"base", name} | (set() if name == "base" else {"study"})
        todo = list(uses)
        while todo:                      # what a used stage shows in its headers comes along
            stage = todo.pop()
            if stage not in own:
                own.add(stage)
                todo += stages[stage]
        yield name, own - ({"study"} if name == "base" else set())


def main():
    rules = dict(allowed())
    folders = {p.name for p in (root / "pipeline").iterdir() if p.is_dir()}
    wrong = ["pipeline/%s is no stage of CMakeLists.txt" % f for f in sorted(folders - set(rules))]
    for path in sorted((root / "pipeline").rglob("*.[chi]pp")):
        stage = path.relative_to(root / "pipeline").parts[0]
        for number, line in enumerate(path.read_text().splitlines(), 1):
            include = re.match(r'\s*#include "([^"/]+)/', line)
            if include and include[1] != "moniker" and include[1] not in rules.get(stage, set()):
                wrong.append("%s:%d: %s may not include %s" % (path.relative_to(root), number, stage, include[1]))
    print("\n".join(wrong) if wrong else "every include follows the declared arrows")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
