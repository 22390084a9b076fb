"""Coded projects as four programs export them, made here of the study two-interviews: no program's own file is copied.

make(PROGRAM, FILE) writes one. check(PROGRAM, BEFORE, AFTER) reads what came of it with the standard library alone, and
gives a list of what is wrong: every coded range must hold the words that CODINGS says, every identifier, colour and date
must stand where it stood, and no name may be left.
"""
import io
import re
import uuid
import xml.etree.ElementTree as xml
import zipfile

SPACE = "{urn:QDA-XML:project:1.0}"

VISIT = ("Interviewer: Can you tell me about Kath?\n\n"
         "Will: Kath Shaw’s my carer. I hope she stays, I will miss her.\nShe’s 58, born 14/03/1967, she’s on Ward 12.\n\n"
         "Interviewer: Thanks, Will. And Dr. Patel?\n\nWill: Lovely man. I’ve had Parkinson’s since 2019.\n")
DEBRIEF = ("Notes \U0001F600 of the debrief\n\nAmir Qureshi: Kate Shaw was tired, and her mum in Otley was too.\n\n"
           "Kate Shaw: I will come again. Will Barker said so.\n")

# Source, words coded, what must stand there afterwards. The second cuts a name, the third begins in one.
CODINGS = [
    ("visit", "Kath Shaw’s my carer", "[ID01]’s my carer"),
    ("visit", "tell me about Ka", "tell me about [ID01]"),
    ("visit", "aw’s my carer. I hope", "[ID01]’s my carer. I hope"),
    ("visit", "I hope she stays, I will miss her.", "I hope she stays, I will miss her."),
    ("visit", "Will: Lovely man. I’ve had Parkinson’s", "ID02: Lovely man. I’ve had Parkinson’s"),
    ("visit", "Lovely man", "Lovely man"),
    ("visit", "stays, I will miss her.\nShe’s 58", "stays, I will miss her.\nShe’s [50-59]"),
    ("debrief", "was tired, and her mum", "was tired, and her mum"),
    ("debrief", "Kate Shaw: I will come again. Will Bar", "ID01: I will come again. [ID02]"),
    ("debrief", "again", "again"),
    ("debrief", "said so.", "said so."),
]

NAMES = ["Kath", "Shaw", "Barker", "Qureshi", "Otley", "Patel", "Amir", "kshaw", "AmirQ", "14/03/1967", "1967-03-14"]

PROGRAMS = {
    "nvivo": {"origin": "NVivo 14.23", "folder": "Sources", "line": "\r\n", "unit": "utf16", "mark": True, "inside": False},
    "maxqda": {"origin": "MAXQDA 2022 (Release 22.4.0)", "folder": "sources", "line": "\r\n", "unit": "points",
               "mark": False, "inside": False},
    "atlasti": {"origin": "ATLAS.ti Win 23.4.0", "folder": "sources", "line": "\r\n", "unit": "line-end-is-one",
                "mark": True, "inside": False},
    "qualcoder": {"origin": "QualCoder 3.6", "folder": "sources", "line": "\n", "unit": "points", "mark": False,
                  "inside": True},
}


def guid(*words):
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "/".join(map(str, words))))


def size(text, unit):
    """How long a program takes a text to be."""
    if unit == "utf16":
        return len(text.encode("utf-16-le")) // 2
    return len(text.replace("\r\n", "\n") if unit == "line-end-is-one" else text)


def cut(text, begin, end, unit):
    """The words of a range, as the program would show them."""
    if unit == "utf16":
        return text.encode("utf-16-le")[2 * begin:2 * end].decode("utf-16-le")
    return (text.replace("\r\n", "\n") if unit == "line-end-is-one" else text)[begin:end]


def texts(program):
    line = PROGRAMS[program]["line"]
    return {"visit": VISIT.replace("\n", line), "debrief": DEBRIEF.replace("\n", line)}


def selections(program, source):
    traits = PROGRAMS[program]
    text = texts(program)[source]
    for number, (of, words, _) in enumerate(CODINGS):
        if of != source:
            continue
        at = text.index(words.replace("\n", traits["line"]))
        begin = size(text[:at], traits["unit"])
        end = begin + size(words.replace("\n", traits["line"]), traits["unit"])
        name = ' name="%s…"' % words[:9].replace("\n", " ") if program == "atlasti" else ""
        yield ('<PlainTextSelection guid="%s"%s startPosition="%d" endPosition="%d" creatingUser="%s" '
               'creationDateTime="2026-03-0%dT09:00:00Z"><Coding guid="%s"><CodeRef targetGUID="%s"/></Coding>'
               '</PlainTextSelection>') % (guid("range", number), name, begin, end, guid("user"), number % 9 + 1,
                                           guid("coding", number), guid("code", number % 3))


def source(program, name, shown):
    traits = PROGRAMS[program]
    ranges = "".join(selections(program, name))
    if traits["inside"]:
        text = texts(program)[name].replace("&", "&amp;")
        return '<TextSource guid="%s" name="%s"><PlainTextContent>%s</PlainTextContent>%s</TextSource>' % (
            guid("source", name), shown, text, ranges)
    rich = ' richTextPath="internal://%s.docx"' % guid("rich", name) if program == "nvivo" else ""
    return '<TextSource guid="%s" name="%s" plainTextPath="internal://%s.txt"%s>%s</TextSource>' % (
        guid("source", name), shown, guid("text", name), rich, ranges)


def recording():
    """Audio with a transcript that is coded by times, and with coded stretches of sound."""
    said = "Kate Shaw: I rang Will Barker."
    points = "".join('<SyncPoint guid="%s" timeStamp="%d" position="%d"/>' % (guid("sync", at), 100 * at, at)
                     for at in (0, 11, 20, len(said)))
    return ('<AudioSource guid="{a}" name="call_kshaw.m4a" path="internal://{a}.m4a" currentPath="absolute://C:/AmirQ/call.m4a">'
            '<Transcript guid="{t}"><PlainTextContent>{said}</PlainTextContent>{points}'
            '<TranscriptSelection guid="{s}" name="x" fromSyncPoint="{p}" toSyncPoint="{q}">'
            '<Coding guid="{k}"><CodeRef targetGUID="{c}"/></Coding></TranscriptSelection></Transcript>'
            '<AudioSelection guid="{l}" begin="0" end="90"><Coding guid="{m}"><CodeRef targetGUID="{c}"/></Coding>'
            '</AudioSelection></AudioSource>').format(
                a=guid("audio"), t=guid("transcript"), said=said, points=points, s=guid("timed"), p=guid("sync", 11),
                q=guid("sync", 20), k=guid("timed coding"), c=guid("code", 0), l=guid("sound"), m=guid("sound coding"))


def pdf():
    return ('<PDFSource guid="{p}" name="Leaflet" path="internal://{p}.pdf"><PDFSelection guid="{s}" page="1" firstX="1" '
            'firstY="1" secondX="9" secondY="9"/><Representation guid="{r}" plainTextPath="internal://{t}.txt">'
            '<PlainTextSelection guid="{k}" startPosition="0" endPosition="9"/></Representation>'
            '<Coding guid="{c}"><CodeRef targetGUID="{o}"/></Coding></PDFSource>').format(
                p=guid("pdf"), s=guid("pdf place"), r=guid("pdf text"), t=guid("pdf file"), k=guid("pdf range"),
                c=guid("pdf coding"), o=guid("code", 1))


def description(program):
    names = ("interview_visit.docx", "Debrief Kate Shaw.docx") if program == "nvivo" else ("visit", "Debrief of Kate")
    media = recording() + pdf() + '<PictureSource guid="%s" name="Kate at home.jpg" path="internal://%s.jpg"/>' % (
        guid("picture"), guid("picture")) if program in ("nvivo", "maxqda") else ""
    references = '<SourceRef targetGUID="%s"/>' % guid("source", "debrief")
    if media:
        references += '<SourceRef targetGUID="%s"/><SourceRef targetGUID="%s"/>' % (guid("picture"), guid("audio"))
    return """<?xml version="1.0" encoding="utf-8"?>
<Project xmlns:xsd="http://www.w3.org/2001/XMLSchema" name="Kate and Will" origin="{origin}" basePath="C:\\Users\\AmirQ" xmlns="urn:QDA-XML:project:1.0" creatingUserGUID="{user}" creationDateTime="2026-02-21T15:09:07Z">
  <Users>
    <User guid="{user}" name="Amir Qureshi" id="AmirQ"/>
    <User guid="{other}" name="zjablonska"/>
  </Users>
  <CodeBook><Codes>
    <Code guid="{code0}" name="Care" isCodable="true" color="#a0b1c2"><Description>What Kate calls care.</Description>
      <Code guid="{code1}" name="Kate&apos;s view" isCodable="true"/></Code>
    <Code guid="{code2}" name="Hope &amp; loss" isCodable="true" color='#ABC'/>
    <Code guid="{case0}" name="Kate Shaw" isCodable="true"/>
  </Codes></CodeBook>
  <Variables>
    <Variable guid="{town}" name="Home town" typeOfVariable="Text"/>
    <Variable guid="{born}" name="Born" typeOfVariable="Date"/>
    <Variable guid="{visits}" name="Visits" typeOfVariable="Integer"/>
  </Variables>
  <Cases>
    <Case guid="{case0}" name="Kate Shaw"><CodeRef targetGUID="{case0}"/>
      <VariableValue><VariableRef targetGUID="{town}"/><TextValue>Otley</TextValue></VariableValue>
      <VariableValue><VariableRef targetGUID="{born}"/><DateValue>1967-03-14</DateValue></VariableValue>
      <VariableValue><VariableRef targetGUID="{visits}"/><IntegerValue>3</IntegerValue></VariableValue>
      {references}<SelectionRef targetGUID="{range0}"/>
    </Case>
    <Case guid="{case1}" name="Zbyszko K"/>
    <Case guid="{case2}" name="P07"/>
  </Cases>
  <Sources>
    {visit}
    {debrief}
    {media}
  </Sources>
  <Notes>
    <Note guid="{note}" name="Memo on Kath" creatingUser="{user}"><PlainTextContent>Kath Shaw (ring her: 01632 960123).

Ask Will Barker again &lt;soon&gt;.</PlainTextContent></Note>
  </Notes>
  <Links><Link guid="{link}" name="Kate and Will" direction="OneWay" originGUID="{range0}" targetGUID="{note}"/></Links>
  <Sets><Set guid="{set}" name="Talks with Will Barker"><MemberSource targetGUID="{source}"/></Set></Sets>
  <Graphs><Graph guid="{graph}" name="Map of Kate"><Vertex guid="{vertex}" representedGUID="{case0}" name="Kate Shaw" firstX="1" firstY="2" shape="Person" color="#112233"/></Graph></Graphs>
  <Description>Interviews by Amir Qureshi. Mail: kshaw@example.com</Description>
</Project>
""".format(origin=PROGRAMS[program]["origin"], user=guid("user"), other=guid("other user"), code0=guid("code", 0),
           code1=guid("code", 1), code2=guid("code", 2), case0=guid("case", 0), case1=guid("case", 1), case2=guid("case", 2),
           town=guid("variable", 0), born=guid("variable", 1), visits=guid("variable", 2), range0=guid("range", 0),
           visit=source(program, "visit", names[0]), debrief=source(program, "debrief", names[1]), media=media,
           note=guid("note"), link=guid("link"), set=guid("set"), source=guid("source", "visit"), graph=guid("graph"),
           vertex=guid("vertex"), references=references)


def document(text):
    """A plain .docx that says a text, a paragraph a line."""
    body = "".join("<w:p><w:r><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>" % line.replace("&", "&amp;")
                   for line in text.split("\n"))
    types = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
             'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
             'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
    relations = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
                 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
                 'Target="word/document.xml"/></Relationships>')
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", types)
        package.writestr("_rels/.rels", relations)
        package.writestr("word/document.xml", '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/'
                         '2006/main"><w:body>%s</w:body></w:document>' % body)
    return out.getvalue()


def make(program, path):
    traits = PROGRAMS[program]
    mark = b"\xef\xbb\xbf" if traits["mark"] else b""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("project.qde", description(program))
        if not traits["inside"]:
            for name, text in texts(program).items():
                package.writestr("%s/%s.txt" % (traits["folder"], guid("text", name)), mark + text.encode())
        if program == "nvivo":
            for name, text in (("visit", VISIT), ("debrief", DEBRIEF)):
                package.writestr("Sources/%s.docx" % guid("rich", name), document(text))
        if program in ("nvivo", "maxqda"):
            package.writestr("%s/%s.m4a" % (traits["folder"], guid("audio")), b"\0Kate Shaw\0" * 20)
            package.writestr("%s/%s.pdf" % (traits["folder"], guid("pdf")), b"%PDF-1.4 Kate Shaw")
            package.writestr("%s/%s.txt" % (traits["folder"], guid("pdf file")), "Kate Shaw asks: come to Otley.")
            package.writestr("%s/%s.jpg" % (traits["folder"], guid("picture")), b"\xff\xd8 Kate Shaw")


def text_of(program, package, source):
    inside = source.find(SPACE + "PlainTextContent")
    if inside is not None:
        return inside.text or ""
    part = "%s/%s" % (PROGRAMS[program]["folder"], source.get("plainTextPath")[len("internal://"):])
    return package.read(part).decode("utf-8-sig")


# What may be another now, beside positions: everything else stands as it stood.
WORDS = {"name", "id", "basePath", "path", "currentPath", "plainTextPath", "richTextPath", "startPosition", "endPosition"}


def fixed(element):
    return (element.tag, tuple(sorted((k, v) for k, v in element.attrib.items() if k not in WORDS)))


def wrong_ranges(program, package, tree):
    wanted = {guid("range", number): words for number, (_, _, words) in enumerate(CODINGS)}
    for source in tree.iter(SPACE + "TextSource"):
        text = text_of(program, package, source)
        for range_ in source.iter(SPACE + "PlainTextSelection"):
            words = wanted.pop(range_.get("guid"), None)
            if words is None:
                continue
            found = cut(text, int(range_.get("startPosition")), int(range_.get("endPosition")), PROGRAMS[program]["unit"])
            if found.replace("\r\n", "\n") != words:
                yield "the range of %r holds %r" % (words, found)
            name = range_.get("name")
            if name and not found.replace("\r\n", " ").replace("\n", " ").startswith(name.rstrip("…")):
                yield "the range of %r is called %r" % (words, name)
    for words in wanted.values():
        yield "the range of %r is gone" % words


def wrong_media(tree):
    """The recording and the PDF go on as their texts, under their own identifiers."""
    by_guid = {source.get("guid"): source for source in tree.iter(SPACE + "TextSource")}
    call, leaflet = by_guid.get(guid("audio")), by_guid.get(guid("pdf"))
    if call is None or leaflet is None:
        return ["a text of a recording or of a PDF is gone"]
    text, timed = call.find(SPACE + "PlainTextContent").text, call.find(SPACE + "PlainTextSelection")
    if text[int(timed.get("startPosition")):int(timed.get("endPosition"))] != "I rang [ID02]":
        return ["the range of the recording's transcript holds other words: %r" % text]
    if [child.tag[len(SPACE):] for child in leaflet] != ["PlainTextSelection", "Coding"]:
        return ["the PDF's text has other children"]
    return []


def check(program, before, after):
    wrong = []
    with zipfile.ZipFile(before) as old, zipfile.ZipFile(after) as new:
        for part in new.namelist():
            data = new.read(part)
            if part.endswith(".docx"):
                with zipfile.ZipFile(io.BytesIO(data)) as inner:
                    data = b"\n".join(inner.read(name) for name in inner.namelist())
            shown = part + "\n" + data.decode("utf-8")
            wrong += ["%s is left in %s" % (name, part) for name in NAMES if name.lower() in shown.lower()]
            if re.search(r"\bKate\b", shown):
                wrong.append("Kate is left in " + part)
            if part.rsplit(".", 1)[-1] not in ("qde", "txt", "docx"):
                wrong.append(part + " is there still")
        was, tree = xml.fromstring(old.read("project.qde")), xml.fromstring(new.read("project.qde"))
        wrong += wrong_ranges(program, new, tree)
        media = program in ("nvivo", "maxqda")
        if media:
            wrong += wrong_media(tree)
        kept = [fixed(e) for e in was.iter() if not media or e.tag not in (
            SPACE + "Sources", SPACE + "DateValue") and "Source" not in e.tag]
        if not media:
            there = [fixed(e) for e in tree.iter()]
            kept = [f for f in kept if f[0] != SPACE + "DateValue"]
            if kept != there:
                wrong.append("other elements, or in another order")
    return wrong
