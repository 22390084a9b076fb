"""What DDI Codebook 2.5 and DataCite 4 require stands in a deposit's metadata, in its order; transcripts are those of the list."""
import csv
import pathlib
import sys
import xml.etree.ElementTree as xml

data = pathlib.Path(sys.argv[1])
wrong = []


def want(holds, what):
    if not holds:
        wrong.append(what)


def names(element):
    return [child.tag.split("}")[1] for child in element]


def in_order(found, order):
    return [n for n in order for _ in range(found.count(n))] == found


d = "{http://datacite.org/schema/kernel-4}"
root = xml.parse(data / "metadata/datacite.xml").getroot()
want(root.tag == d + "resource", "datacite: resource")
for path in ("identifier", "creators/creator/creatorName", "titles/title", "publisher", "publicationYear", "resourceType"):
    found = root.find("/".join(d + step for step in path.split("/")))
    want(found is not None and (found.text or "").strip(), "datacite: " + path)
want(root.find(d + "resourceType").get("resourceTypeGeneral") == "Dataset", "datacite: resourceTypeGeneral")
want(root.find(d + "identifier").get("identifierType") == "DOI", "datacite: identifierType")
want(len(root.find(d + "publicationYear").text) == 4, "datacite: year")

c = "{ddi:codebook:2_5}"
book = xml.parse(data / "metadata/ddi-codebook.xml").getroot()
want(book.tag == c + "codeBook" and book.get("version") == "2.5", "ddi: codeBook")
want(in_order(names(book), ["docDscr", "stdyDscr", "fileDscr", "dataDscr", "otherMat"]), "ddi: order")
study = book.find(c + "stdyDscr")
want(in_order(names(study), ["citation", "stdyInfo", "method", "dataAccs"]), "ddi: order in stdyDscr")
want(study.find(f"{c}citation/{c}titlStmt/{c}titl").text, "ddi: title")
ids = [file.get("ID") for file in book.findall(c + "fileDscr")]
want(len(ids) == len(set(ids)), "ddi: an ID stands twice")
for var in book.findall(f"{c}dataDscr/{c}var"):
    want(var.get("name") and set(var.get("files").split()) <= set(ids), "ddi: var")

with open(data / "data-list.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
columns = [var.get("name") for var in book.findall(f"{c}dataDscr/{c}var")]
want(rows and list(rows[0]) == columns, "the codebook has not the columns of the data list")
there = sorted(str(path.relative_to(data)) for path in (data / "transcripts").iterdir())
want(sorted({row["file"] for row in rows}) == there, "the data list has not the transcripts that there are")
for path in (data / "transcripts").iterdir():
    if path.suffix != ".xml":
        continue
    talk = xml.parse(path).getroot()
    t = "{http://www.tei-c.org/ns/1.0}"
    people = {person.get("{http://www.w3.org/XML/1998/namespace}id") for person in talk.iter(t + "person")}
    want({u.get("who")[1:] for u in talk.iter(t + "u") if u.get("who")} == people, path.name + ": speakers")
    want(all(seg.get("type") and seg.get("resp") == "#anonymisation" for seg in talk.iter(t + "seg")), path.name + ": seg")
print("\n".join(wrong) or f"{len(there)} transcripts are described")
sys.exit(bool(wrong))
