"""Spreadsheets, captions, tiers and JSON with words in unusual places; odd_places.py says what vis... and zqx... are. make(folder)
gives each file with how many pieces must be told, and which words must be said."""
import json
import re

from made_files import OFFICE, package, relations

SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
DRAWN = '<d:wsDr xmlns:d="d" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">%s</d:wsDr>'


def row(number, *cells, says=""):
    return '<row r="%d"%s>%s</row>' % (number, says, "".join('<c r="%s%d" t="inlineStr"><is>%s</is></c>' % (
        "ABCDEF"[at], number, cell if cell.startswith("<") else "<t>%s</t>" % cell) for at, cell in enumerate(cells)))


SHOWN = ' hidden="0"'
HEAD = row(1, "Speaker", "Text", says=SHOWN) + row(2, "Interviewer", "Where?", says=SHOWN) + row(3, "Kate", "At the quarry", says=SHOWN)

# name: (rows, told, before the rows, behind them, further parts, relations of the sheet, further sheets)
XLSX = {
    "rich": (row(4, "Kate", '<r><t>visa </t></r><r><rPr/><t>visb</t></r><rPh sb="0" eb="1"><t>zqxa</t></rPh>'), 1),
    "margins": ("", 0, "", '<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12visa&amp;Cvisb &amp;P</oddHeader><evenFooter>&amp;K00FF00visc'
                "</evenFooter></headerFooter>"),
    "outline": (row(4, "Kate", "zqxa", says=' outlineLevel="1" hidden="1"') + row(5, "Kate", "visa", says=' collapsed="1"'), 2),
    "outline-of-no-height": (row(4, "zqxa", "zqxb", says=' outlineLevel="1" ht="0" customHeight="1"') + row(5, "Kate", "visa"), 2),
    "rows-hidden-by-default": (row(4, "zqxa", "zqxb") + row(5, "Kate", "visa", says=' hidden="0"'), 2, '<sheetFormatPr zeroHeight="1"/>'),
    "column": (row(4, "Kate", "visa", "zqxa"), 1, '<cols><col min="3" max="3" hidden="1"/></cols>'),
    "very-hidden": ("", 2, "", "", {"xl/worksheets/sheet2.xml": "<worksheet %s><sheetData>%s</sheetData></worksheet>" % (
        SHEET, row(1, "zqxa", "zqxb"))}, (), '<sheet name="H" sheetId="2" state="veryHidden" r:id="r2"/>'),
    "shapes": ("", 0, "", "", {"xl/d.xml": DRAWN % "<a:p><a:r><a:t>visa</a:t></a:r></a:p>",
                               "xl/v.vml": '<xml xmlns:v="v"><v:textbox><div><font>visb</font></div></v:textbox></xml>'},
               [("d", "drawing", "../d.xml"), ("v", "vmlDrawing", "../v.vml")]),
    "notes": ("", 0, "", "", {"xl/c.xml": '<comments %s><commentList><comment ref="A1"><text><r><t>visa</t></r></text></comment></commentList>'
                              "</comments>" % SHEET}, [("c", "comments", "../c.xml")]),
    "chart": ("", 1, "", "", {"xl/charts/chart1.xml": "<c><t>zqxa</t></c>"}),
    "formula": ('<row r="4"><c r="A4" t="str"><f>"K"</f><v>Kate</v></c><c r="B4" t="str"><f>"zq"</f><v>visa</v></c></row>', 0),
}

CUES = "\n\n1\n00:00.000 --> 00:01.000\n<v Kate>%s</v>\n\n"
SEGMENTS = [{"start": 0, "end": 1, "speaker": "Kate", "text": "visa"}, {"start": 1, "end": 2, "speaker": "Tom", "text": "visb"}]
TURNS = "".join(json.dumps(turn) + "\n" for turn in SEGMENTS)
TEXTS = {
    "marks.vtt": ("WEBVTT" + CUES % "<lang en>visa</lang> <c.loud>visb</c> <ruby>visc<rt>visd</rt></ruby> <00:00.500>vise", 0),
    "notes.vtt": ("WEBVTT - zqxa zqxb\nKind: captions\nLanguage: en" + CUES % "visa" + "NOTE Confidence: 0.83\n\nNOTE zqxc\nzqxd\n", 3),
    "beside.json": (json.dumps({"language": "en", "model": "whisper-1", "text": "visa visb", "summary": "zqxa zqxb", "segments": [
        dict(SEGMENTS[0], note="zqxc", id="a1", words=[{"word": "visa", "type": "word"}]), SEGMENTS[1]],
        "chapters": [{"headline": "zqxd and more", "gist": "Kate visa"}]}), 3),
    "twice.json": (json.dumps({"utterances": SEGMENTS, "paragraphs": {"transcript": "Kate: visa\nTom: visb"}}), 0),
    "beside.jsonl": (TURNS + json.dumps({"speaker": "Kate", "text": "visc", "comment": "zqxa", "meta": {"notes": ["zqxb zqxc"]}}) + "\n", 2),
    "marks.TextGrid": ('File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0\nxmax = 3\ntiers? <exists>\nsize = 1\nitem []:\n'
                       '    item [1]:\n        class = "IntervalTier"\n        name = "Kate"\n        xmin = 0\n        xmax = 3\n        '
                       'intervals: size = 1\n        intervals [1]:\n            xmin = 0\n            xmax = 3\n            text = "visa '
                       '""visb"" was\nvisc here"\n', 0),
    "comment.md": ("**Kate:** visa <!-- zqxa --> visb\n\n<!-- zqxb\n**Tom:** zqxc -->\n\n**Tom:** visc\n", 3),
}


def make(folder):
    made = {}
    for name, (rows, told, *rest) in XLSX.items():
        before, behind, parts, related, sheets = (list(rest) + ["", "", {}, (), ""][len(rest):])
        path = folder / (name + ".xlsx")
        package(path, {
            "_rels/.rels": relations([("r1", "officeDocument", "xl/workbook.xml")]),
            "xl/workbook.xml": '<workbook %s xmlns:r="%s"><sheets><sheet name="T" sheetId="1" r:id="r1"/>%s</sheets></workbook>' % (
                SHEET, OFFICE[:-1], sheets),
            "xl/_rels/workbook.xml.rels": relations([("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "worksheet", "worksheets/sheet2.xml")]),
            "xl/worksheets/sheet1.xml": "<worksheet %s>%s<sheetData>%s</sheetData>%s</worksheet>" % (SHEET, before, HEAD + rows, behind),
            "xl/worksheets/_rels/sheet1.xml.rels": relations(related), **parts})
        made[path] = told, re.findall(r"vis[a-z]", rows + behind + "".join(parts.values()))
    for name, (text, told) in TEXTS.items():
        path = folder / name
        path.write_text(text)
        made[path] = told, sorted(set(re.findall(r"vis[a-z]", text)))
    return made
