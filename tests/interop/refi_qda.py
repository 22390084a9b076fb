"""refi_qda.py PACKAGE PLAIN: independent readers open the project and the codebook, and find every replacement coded."""
import json
import pathlib
import sys

from pyrefiqda import RefiCodebook, RefiProject

package, plain = map(pathlib.Path, sys.argv[1:])
project = RefiProject.load(package / "study.qdpx", "extracted")

codes = {}


def walk(code):
    codes[code.guid] = code
    for child in code.code or []:
        walk(child)


for code in project.code_book.codes.code:
    walk(code)

marks = turns = 0
for source in project.sources.text_source:
    text = pathlib.Path(RefiProject.resolve_source_path(source.plain_text_path, "extracted")).read_text("utf-8")
    lines = [json.loads(line) for line in (plain / f"{source.name}.marked.jsonl").read_text("utf-8").splitlines()]
    wanted = [(m["label"], m["subtype"], l["text"][m["begin"]:m["end"]]) for l in lines[1:] for m in l["marks"]]
    spoken = [l["speaker"] for l in lines[1:] if l["part"] == "talk" and l["speaker"]]
    found, speakers = [], []
    for selection in source.plain_text_selection:
        words = text[selection.start_position:selection.end_position]
        (coding,) = selection.coding
        name = codes[coding.code_ref.target_guid].name
        if words.startswith(f"{name}: "):
            speakers.append(name)
        else:
            found.append((name, words))
    if [(subtype or label, words) for label, subtype, words in wanted] != found:
        sys.exit(f"{source.name}: other ranges are coded than were replaced")
    if spoken != speakers:
        sys.exit(f"{source.name}: other turns are coded than were spoken")
    marks += len(found)
    turns += len(speakers)

people = (plain / "attributes.csv").read_text("utf-8").splitlines()[1:]
if len(project.cases.case) != len(people):
    sys.exit("there is not a case for each participant")
if not marks or not turns:
    sys.exit("nothing was compared")
print(f"pyrefiqda: {len(project.sources.text_source)} sources, {turns} turns, {marks} coded replacements, {len(people)} cases")

book = RefiCodebook.load(package / "codebook.qdc")
if len(book.codes.code) != len(project.code_book.codes.code):
    sys.exit("the codebook has other codes than the project")
try:
    import portableqda
except ImportError:
    print("portableqda could not be installed, and was not tried")
else:
    other = portableqda.codebookCls(output="other.qdc")
    other.readQdcFile(input=str(package / "codebook.qdc"))
    print("portableqda read the codebook")
