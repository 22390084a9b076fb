#!/usr/bin/env python3
"""Holds the pages to what a reader may expect of them, and long sources to a first sentence.

Every relative link leads to something; every page under docs/ is linked from docs/README.md or README.md, or from the README
of its folder; nothing is told
twice (a row's first cell in one table, a bullet's bold head in one page, a line of prose in one page); every folder of
pipeline/ has a README of one form and is on the map; a source of more than 150 lines opens with a comment. Prints what is not so.
"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
# Made by scripts, a row for each figure: more than the first cell tells their rows apart.
of_figures = {"docs/accuracy.md", "docs/peers.md", "docs/performance.md", "docs/profiles.md"}
most_lines, most_columns, long_source = 12, 120, 150


def pages():
    places = ["*.md", "docs/*.md", "docs/guide/*.md", "deploy/**/*.md", "bindings/**/*.md", "pipeline/**/*.md", "rules/**/*.md", "sample_data/*.md", "tests/**/*.md"]
    return sorted(path for place in places for path in root.glob(place)
                  if not path.name.endswith(".head.md") and "expected" not in path.parts)


def name_of(path):
    return path.relative_to(root).as_posix()


def prose(path):
    """Numbered lines outside code: neither fenced nor indented by four."""
    fenced = False
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if line.startswith("```"):
            fenced = not fenced
        elif not fenced and not line.startswith("    "):
            yield number, line


def links(path):
    for number, line in prose(path):
        for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`]*`", "", line)):
            if not re.match(r"[a-z]+:|#", target):
                yield number, (path.parent / target.split("#")[0]).resolve()


def dead_links():
    for path in pages():
        for number, target in links(path):
            if not target.exists():
                yield f"{name_of(path)}:{number}: links to {target.name}, which is not there"


def lost_pages():
    for folder in (root / "docs", root / "docs/guide"):
        lists = [root / "README.md", folder / "README.md"]
        linked = {target for page in lists for _, target in links(page)}
        for path in sorted(folder.glob("*.md")):
            if path in pages() and path.name != "README.md" and path.resolve() not in linked:
                yield f"{name_of(path)}: neither README.md nor {name_of(lists[1])} links to it"
    if (root / "docs/guide/README.md").resolve() not in {target for _, target in links(root / "docs/README.md")}:
        yield "docs/guide/README.md: docs/README.md does not link to it"


def told_twice(path):
    cells, heads, lines = set(), set(), set()
    for number, line in prose(path):
        place = f"{name_of(path)}:{number}: "
        if not line.startswith("|"):
            cells = set()
        if line.startswith("#"):
            heads = set()
        cell = line.split("|")[1].strip() if line.startswith("|") else ""
        if cell and cell in cells:
            yield place + f"the row {cell} stands twice in its table"
        cells.add(cell)
        head = re.match(r"- \*\*(.+?)\*\*", line)
        if head and head[1] in heads:
            yield place + f"the entry {head[1]} stands twice"
        heads.add(head[1] if head else None)
        if not line.startswith(("|", "#")) and len(line) > 30:
            if line in lines:
                yield place + "the line stands twice in its page"
            lines.add(line)


def folder_readmes():
    for folder in sorted(path for path in root.glob("pipeline/**/") if path.is_dir()):
        path = folder / "README.md"
        if name_of(folder) == "pipeline":
            continue
        if not path.exists():
            yield f"{name_of(folder)}: has no README.md"
            continue
        lines = path.read_text().splitlines()
        if not re.match(rf"# {folder.name}: \S", lines[0]):
            yield f"{name_of(path)}:1: the title is not `# {folder.name}: what becomes what`"
        if sum(1 for line in lines if line) > most_lines:
            yield f"{name_of(path)}: has more than {most_lines} lines of text"
        for part in ("In:", "Out:", "May touch:", "One more"):
            if not any(part in line for line in lines):
                yield f"{name_of(path)}: does not say `{part.strip()}`"
        for number, line in enumerate(lines, 1):
            if len(line) > most_columns:
                yield f"{name_of(path)}:{number}: is longer than {most_columns} columns"


def folders_off_the_map():
    shown = (root / "pipeline/README.md").read_text()
    for folder in sorted(path for path in root.glob("pipeline/*/*/") if path.is_dir()):
        if not any(f"{place}{after}" in shown for place in (f"{folder.parent.name}/{folder.name}", f" {folder.name}/")
                   for after in ("\n", " ")):
            yield f"pipeline/README.md: leaves out {folder.parent.name}/{folder.name}"


def named_files():
    """What a page names, as a page of docs/ or in backquotes as a path from the root, is there; but for NAME and its like."""
    for path in pages():
        for number, line in prose(path):
            quoted = re.findall(r"`((?:pipeline|include|tests|scripts|cmake|docs|rules)/[\w./-]+)`", line)
            for place in quoted + re.findall(r"\bdocs/[\w-]+\.md\b", line):
                if not re.search("[A-Z]{4}", place) and not (root / place).exists():
                    yield f"{name_of(path)}:{number}: names {place}, which is not there"


def named_sources():
    """A source that a folder's README names by its ending is somewhere in the tree."""
    there = {path.name for folder in ("include", "pipeline", "tests") for path in (root / folder).rglob("*.[ch]pp")}
    for path in sorted((root / "pipeline").rglob("README.md")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            for name in re.findall(r"(\w+\.[ch]pp)", line):
                if name not in there and "NAME" not in name:
                    yield f"{name_of(path)}:{number}: names {name}, which is not there"


def promises_without_a_test():
    """Each row of the threat model's tables, and of what the law asks, names tests that are there."""
    there = {path.name for path in (root / "tests").rglob("*") if path.is_file()}
    for page, columns, head in (root / "docs/threat-model.md", 3, "against"), (root / "docs/compliance.md", 4, "asked"):
        for number, line in prose(page):
            cells = [cell.strip() for cell in line.strip("|").split(" | ")]
            if not line.startswith("|") or len(cells) != columns or cells[0].startswith(head):
                continue
            tests = re.findall(r"`([\w.-]+)`", cells[2])
            for name in tests or ["the rows above" not in cells[2] and "no test"]:
                if name and name not in there:
                    yield f"{name_of(page)}:{number}: names {name}, which is not there"


def silent_sources():
    for path in sorted(root.glob("pipeline/**/*.cpp")):
        text = path.read_text()
        if text.count("\n") > long_source and not text.startswith("//"):
            yield f"{name_of(path)}:1: more than {long_source} lines, and no comment opens them"


def main():
    wrong = [*dead_links(), *lost_pages(), *folder_readmes(), *folders_off_the_map(), *named_files(), *named_sources(),
             *promises_without_a_test(), *silent_sources()]
    for path in pages():
        wrong += told_twice(path) if name_of(path) not in of_figures else []
    print("\n".join(wrong) if wrong else "the pages are as they should be")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
