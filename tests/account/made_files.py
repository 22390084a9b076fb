"""Files of every format that is read, each with talk and one word, zqx..., in every place whose words a reader leaves out.
make(folder) gives them with how many such words each holds; every one must be told."""
import json
import zipfile

TALK = [("Interviewer", "Where did you work?"), ("Kate", "At the quarry, with two others."), ("Interviewer", "And then?")]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = " ".join('xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % (name, name)
               for name in ("office", "text", "style", "table"))
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def package(path, parts):
    with zipfile.ZipFile(path, "w") as out:
        for name, content in parts.items():
            out.writestr(name, content)


def relations(rows):
    return '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>' % "".join(
        '<Relationship Id="%s" Type="%s%s" Target="%s"/>' % (name, OFFICE, kind, target) for name, kind, target in rows)


def docx(path):
    def run(words, says=""):
        return "<w:r><w:rPr>%s</w:rPr><w:t xml:space=\"preserve\">%s</w:t></w:r>" % (says, words)

    body = "".join("<w:p>%s</w:p>" % run("%s: %s" % turn) for turn in TALK)
    body += "<w:p>%s%s</w:p>" % (run("shown "), run("zqxa", "<w:vanish/>"))
    body += '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>%s</w:p>' % run("zqxb")
    body += "<w:p><w:del>%s</w:del></w:p>" % run("zqxc").replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
    body += "<w:tbl>%s</w:tbl>" % "".join(
        "<w:tr>%s</w:tr>" % "".join("<w:tc><w:p>%s</w:p></w:tc>" % run(cell) for cell in row)
        for row in (("Item", "Number"), ("saws", "12"), ("barrows", "7")))
    package(path, {
        "_rels/.rels": relations([("r1", "officeDocument", "word/document.xml")]),
        "word/document.xml": "<w:document %s><w:body>%s</w:body></w:document>" % (W, body),
        "word/_rels/document.xml.rels": relations([("s", "styles", "styles.xml"), ("h", "header", "header1.xml")]),
        "word/header1.xml": "<w:hdr %s><w:p>%s</w:p></w:hdr>" % (W, run("Quarry study")),
        "word/styles.xml": '<w:styles %s><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style '
                           'w:type="paragraph" w:styleId="B"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>' % W})
    return 3


def odf():
    """Styles and talk, with a hidden span and a hidden section."""
    paragraphs = "".join("<text:p>%s: %s</text:p>" % turn for turn in TALK)
    paragraphs += '<text:p>shown <text:span text:style-name="H">zqxa</text:span></text:p>'
    paragraphs += '<text:section text:display="none"><text:p>zqxb</text:p></text:section>'
    style = '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    return "<office:automatic-styles>%s</office:automatic-styles><office:body><office:text>%s</office:text></office:body>" % (style, paragraphs)


def odt(path):
    package(path, {"mimetype": "application/vnd.oasis.opendocument.text",
                   "content.xml": "<office:document-content %s>%s</office:document-content>" % (ODF, odf())})
    return 2


def fodt(path):
    picture = "<text:p><draw:frame xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"><draw:image><office:binary-data>zqxzqx</office:binary-data></draw:image></draw:frame></text:p>"
    path.write_text('<office:document %s office:mimetype="application/vnd.oasis.opendocument.text">%s</office:document>'
                    % (ODF, odf().replace("</office:text>", picture + "</office:text>")))
    return 2


def xlsx(path):
    rows = [("Speaker", "Text", "Note")] + [turn + ("",) for turn in TALK] + [("Kate", "Yes.", "laughs"), ("zqxa", "zqxb", "")]
    cells = "".join('<row r="%d"%s>%s</row>' % (r + 1, ' hidden="1"' if r == 5 else "", "".join(
        '<c r="%s%d" t="inlineStr"><is><t>%s</t></is></c>' % ("ABC"[c], r + 1, cell) for c, cell in enumerate(row) if cell))
        for r, row in enumerate(rows))
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    package(path, {"_rels/.rels": relations([("r1", "officeDocument", "xl/workbook.xml")]),
                   "xl/workbook.xml": '<workbook %s xmlns:r="%s"><sheets><sheet name="T" sheetId="1" r:id="r1"/></sheets></workbook>'
                                      % (space, OFFICE[:-1]),
                   "xl/_rels/workbook.xml.rels": relations([("r1", "worksheet", "worksheets/sheet1.xml")]),
                   "xl/worksheets/sheet1.xml": "<worksheet %s><sheetData>%s</sheetData></worksheet>" % (space, cells)})
    return 2


def rtf(path):
    turns = "".join("%s: %s\\par\n" % turn for turn in TALK)
    path.write_text("{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}" + turns + "{\\b0\\*\\cs7 shown }{\\v zqxa }{\\deleted zqxb }\\par}")
    return 2


def txt(path):
    path.write_text("".join("%s: %s\n" % turn for turn in TALK))
    return 0


def csv(path):
    path.write_text("speaker,text,start\n" + "".join('%s,"%s",%d\n' % (*turn, i) for i, turn in enumerate(TALK)))
    return 0


def captions(path):
    comma = "," if path.suffix == ".srt" else "."
    cues = ["%d\n00:00:0%d%s000 --> 00:00:0%d%s900\n%s: %s\n" % (i + 1, i, comma, i, comma, *turn) for i, turn in enumerate(TALK)]
    path.write_text(("WEBVTT\n\n" if path.suffix == ".vtt" else "") + "\n".join(cues))
    return 0


def jsonl(path):
    path.write_text("".join(json.dumps({"speaker": who, "text": what}) + "\n" for who, what in TALK))
    return 0


def recogniser(path):
    path.write_text(json.dumps({"segments": [{"start": i, "end": i + 0.9, "speaker": who, "text": what}
                                             for i, (who, what) in enumerate(TALK)]}))
    return 0


def textgrid(path):
    tiers = []
    for number, who in enumerate(dict(TALK)):
        spans = [(i, i + 1, what if speaker == who else "") for i, (speaker, what) in enumerate(TALK)]
        rows = "".join('        intervals [%d]:\n            xmin = %d\n            xmax = %d\n            text = "%s"\n'
                       % (i + 1, *span) for i, span in enumerate(spans))
        tiers.append('    item [%d]:\n        class = "IntervalTier"\n        name = "%s"\n        xmin = 0\n        xmax = 3\n'
                     "        intervals: size = 3\n%s" % (number + 1, who, rows))
    path.write_text('File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0\nxmax = 3\ntiers? <exists>\nsize = 2\n'
                    "item []:\n" + "".join(tiers))
    return 0


def eaf(path):
    slots = "".join('<TIME_SLOT TIME_SLOT_ID="t%d" TIME_VALUE="%d"/>' % (i, 1000 * i) for i in range(len(TALK) + 1))
    tiers = "".join('<TIER TIER_ID="%s" LINGUISTIC_TYPE_REF="u">%s</TIER>' % (who, "".join(
        '<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a%d" TIME_SLOT_REF1="t%d" TIME_SLOT_REF2="t%d"><ANNOTATION_VALUE>%s'
        "</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>" % (i, i, i + 1, what)
        for i, (speaker, what) in enumerate(TALK) if speaker == who)) for who in dict(TALK))
    path.write_text('<?xml version="1.0" encoding="UTF-8"?><ANNOTATION_DOCUMENT><HEADER TIME_UNITS="milliseconds"/><TIME_ORDER>%s'
                    '</TIME_ORDER>%s<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="u" TIME_ALIGNABLE="true"/></ANNOTATION_DOCUMENT>'
                    % (slots, tiers))
    return 0


MAKERS = {"made.docx": docx, "made.odt": odt, "made.fodt": fodt, "made.xlsx": xlsx, "made.rtf": rtf, "made.txt": txt, "made.csv": csv,
          "made.srt": captions, "made.vtt": captions, "made.jsonl": jsonl, "made.json": recogniser, "made.TextGrid": textgrid,
          "made.eaf": eaf}


def make(folder):
    return {folder / name: maker(folder / name) for name, maker in MAKERS.items()}
