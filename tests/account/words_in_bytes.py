"""The words of a transcript file, by a walk over its bytes that shares nothing with the readers: text nodes of XML, cells,
payloads of captions, groups of rich text. words(path) gives them with their number, without times and running numbers of
captions; None for a file that this does not know or cannot parse."""
import csv
import io
import json
import re
import xml.etree.ElementTree as xml
import zipfile
from collections import Counter

TIME = re.compile(r"\b\d{1,4}:\d{1,2}(:\d{1,2})?([.,;:]\d{1,3})?(-\d\b)?")


def bag(text):
    return Counter(re.findall(r"[^\W_]+", TIME.sub(" ", text)))


def local(tag):
    return tag.rsplit("}", 1)[-1]


def paragraph_texts(root, paragraphs, texts, blanks, skipped=()):
    """Text of each element named in `paragraphs`: what stands directly in it, or in an element of `texts` below it."""
    out = []

    def walk(node, into, taking):
        name = local(node.tag)
        if name in skipped:
            return
        if name in paragraphs:
            into = []
            out.append(into)
        if name in blanks and into is not None:
            into.append(" ")
        taking = not texts or name in texts
        if taking and into is not None and node.text:
            into.append(node.text)
        for child in node:
            walk(child, into, taking)
            if not texts and into is not None and child.tail:
                into.append(child.tail)

    walk(root, None, False)
    return ["".join(one) for one in out]


def parse(package, name):
    return xml.fromstring(re.sub(rb"<!DOCTYPE[^>\[]*>", b"", package.read(name)))


def docx(package):
    for name in package.namelist():
        if re.fullmatch(r"word/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml", name):
            texts = paragraph_texts(parse(package, name), {"p"}, {"t", "delText"}, {"tab", "br", "cr", "sym"}, {"Fallback"})
            below = texts[1:] + [""]
            yield from (text for text, next_one in zip(texts, below) if not (text.isdigit() and "-->" in next_one))
        elif name.endswith((".html", ".htm")):
            yield re.sub(r"(?s)<(head|style|script)\b.*?</\1>|<[^>]*>", " ", package.read(name).decode("utf-8"))


def odf_texts(tree):
    return paragraph_texts(tree, {"p", "h"}, (), {"s", "tab", "line-break"}, {"automatic-styles", "desc", "title", "binary-data"})


def odt(package):
    for name in ("content.xml", "styles.xml"):
        if name in package.namelist():
            yield from odf_texts(parse(package, name))


def xlsx(package):
    names = package.namelist()
    shared = []
    if "xl/sharedStrings.xml" in names:
        for item in parse(package, "xl/sharedStrings.xml"):
            shared.append("".join(t.text or "" for t in item.iter() if local(t.tag) == "t"))
    for name in names:
        if re.match(r"xl/worksheets/[^/]*\.xml", name):
            for cell in (c for c in parse(package, name).iter() if local(c.tag) == "c"):
                if re.fullmatch("[A-Z]+1", cell.get("r", "")):
                    continue  # what columns are called
                kind = cell.get("t", "n")
                said = "".join(v.text or "" for v in cell.iter() if local(v.tag) in ("v", "t"))
                if kind == "s":
                    yield shared[int(said)]
                elif kind != "n":
                    yield said
        elif re.match(r"xl/comments[^/]*\.xml", name):
            for comment in (c for c in parse(package, name).iter() if local(c.tag) == "comment"):
                yield "".join(t.text or "" for t in comment.iter() if local(t.tag) == "t")


def packages(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        reader = xlsx if "xl/workbook.xml" in names else docx if "word/document.xml" in names else odt
        return list(reader(package))


UNREAD_GROUPS = {"fonttbl", "colortbl", "stylesheet", "info", "pict", "fldinst", "generator", "listtext", "pntext", "atnid",
                 "atnauthor", "atndate", "bkmkstart", "bkmkend", "listtable", "rsidtbl", "revtbl", "xe", "tc"}


def rtf(data):
    out, stack, skipping = [], [], False
    for token in re.finditer(r"\\'([0-9a-f]{2})|\\([a-z]+)(-?\d*) ?|\\(.)|([{}])|[\r\n]|(.)", data.decode("latin-1")):
        code, word, number, sign, bracket, letter = token.groups()
        if bracket == "{":
            stack.append(skipping)
            rest = data[token.end():token.end() + 30].decode("latin-1")
            name = re.match(r"(\\\*)?\s*\\([a-z]+)", rest)
            skipping = skipping or bool(name and (name[2] in UNREAD_GROUPS or (name[1] and name[2] not in ("shpinst", "shptxt"))))
        elif bracket == "}":
            skipping = stack.pop() if stack else False
        elif not skipping:
            out.append(bytes.fromhex(code).decode("cp1252", "replace") if code else letter if letter else
                       sign if sign in ("\\", "{", "}") else " " if word in ("par", "tab", "line", "cell", "row") else "")
    return ["".join(out)]


def captions(text):
    """A label counts once: captions repeat it where one speaker goes on."""
    labels = set()
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.strip("\n").split("\n")
        if lines and re.match(r"\ufeff?WEBVTT|STYLE|REGION|NOTE", lines[0]):
            continue
        while lines and "-->" not in lines[0]:
            lines.pop(0)
        for line in lines[1:]:
            label = re.match(r"<v[^ >]* ([^>]*)>|([^:<]{1,40}): ", line)
            if label:
                labels.add(label[1] or label[2])
                line = line[label.end():]
            yield re.sub(r"</?[^<>]{0,40}>", " ", line)
    yield from labels


def leaves(value, keys=("text", "utterance", "transcript", "content", "words")):
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, str) and key in keys:
                yield inner
            elif not isinstance(inner, str):
                yield from leaves(inner, keys)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, keys)


def once(texts):
    """Each word once: json says its words again and again."""
    return [" ".join(bag(" ".join(texts)))]


def table(text):
    rows = list(csv.reader(io.StringIO(text), delimiter="\t" if text.split("\n")[0].count("\t") else ","))
    return [cell for row in rows[1:] for cell in row if not re.fullmatch(r"(\d+ days? )?[\d.,:]*", cell.strip())]


def pieces(path):
    data = path.read_bytes()
    kind = path.suffix.lower()
    if data.startswith(b"PK"):
        return packages(data)
    if data.startswith(b"{\\rtf"):
        return rtf(data)
    text = data.decode("utf-8-sig")
    if kind == ".fodt":
        return list(odf_texts(xml.fromstring(data)))
    if kind == ".eaf":
        return [v.text or "" for v in xml.fromstring(data).iter() if local(v.tag) == "ANNOTATION_VALUE"]
    if kind in (".vtt", ".srt"):
        return list(captions(text))
    if kind in (".csv", ".tsv"):
        return table(text)
    if kind == ".jsonl":
        return [said for line in text.splitlines() if line.strip() for said in leaves(json.loads(line))]
    if kind == ".json":
        return once(leaves(json.loads(text)))
    if kind == ".textgrid":
        return [said.replace('""', '"') for said in re.findall(r'text = "((?:[^"]|"")*)"', text)]
    return [text] if kind == ".txt" else None


def words(path):
    try:
        texts = pieces(path)
    except (ValueError, KeyError, IndexError, xml.ParseError, zipfile.BadZipFile):
        return None
    return None if texts is None else sum(map(bag, texts), Counter())
