"""Documents (docx, odt, rtf) with words in unusual places; odd_places.py says what vis... and zqx... are. make(folder) gives each
file with how many pieces must be told, and which words must be said."""
import re

from made_files import OFFICE, package, relations

SPACES = " ".join('xmlns:%s="%s"' % row for row in (
    ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"), ("v", "urn:schemas-microsoft-com:vml"),
    ("r", OFFICE[:-1]), ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math"), ("zz", "zz"),
    ("a", "http://schemas.openxmlformats.org/drawingml/2006/main")))
ODF = " ".join('xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % (name, {"draw": "drawing", "svg": "svg-compatible"}.get(name, name))
               for name in ("office", "text", "style", "table", "draw", "form", "svg")) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
TALK = ["Interviewer: Where did you work?", "Kate: At the quarry.", "Interviewer: And then?"]


def run(words, says=""):
    return '<w:r><w:rPr>%s</w:rPr><w:t xml:space="preserve">%s</w:t></w:r>' % (says, words)


def par(inner):
    return "<w:p>%s</w:p>" % inner


def table(rows, says=""):
    """rows: (properties, cells)"""
    return "<w:tbl><w:tblPr>%s</w:tblPr>%s</w:tbl>" % (says, "".join(
        "<w:tr>%s%s</w:tr>" % (row, "".join("<w:tc>%s</w:tc>" % par(run(cell)) for cell in cells)) for row, cells in rows))


def box(words):
    return "<w:txbxContent>%s</w:txbxContent>" % par(run(words))


def conditional(*regions, says="<w:rPr><w:vanish/></w:rPr>", extra=""):
    return '<w:style w:type="table" w:styleId="T"><w:name w:val="T"/>%s%s</w:style>' % (
        extra, "".join('<w:tblStylePr w:type="%s">%s</w:tblStylePr>' % (region, says) for region in regions))


def look(value):
    return '<w:tblStyle w:val="T"/><w:tblLook w:val="%s"/>' % value


def grid(*rows):
    return [("", list(row)) for row in rows]


HIDDEN_ROW = "<w:trPr><w:hidden/></w:trPr>"
ALTERNATE = "<mc:AlternateContent>%s</mc:AlternateContent>"
CHOICE = '<mc:Choice Requires="%s">%s</mc:Choice>'
FALLBACK = "<mc:Fallback>%s</mc:Fallback>"
FIELD = '<w:r><w:fldChar w:fldCharType="%s"/></w:r>'
SHAPE = '<w:r><w:pict><v:shape style="%s"><v:textbox>%s</v:textbox></v:shape></w:pict></w:r>'

# name: (body, told, style sheet)
DOCX = {
    "row-hidden": (table(grid(("visa", "visb")) + [(HIDDEN_ROW, ["zqxa", "zqxb"])]), 2),
    "row-not-hidden": (table([('<w:trPr><w:hidden w:val="0"/></w:trPr>', ["visa", "visb"])]), 0),
    "row-was-hidden": (table([("<w:trPr><w:trPrChange>%s</w:trPrChange></w:trPr>" % HIDDEN_ROW, ["visa", "visb"])]), 0),
    "row-hidden-and-all-in-it": ("<w:tbl><w:tr>%s<w:tc>%s%s</w:tc></w:tr></w:tbl>" % (
        HIDDEN_ROW, table(grid(("zqxa",))), par(run("zqxb", '<w:vanish w:val="0"/>'))), 2),
    "first-row": (table(grid(("zqxa", "zqxb"), ("visa", "visb")), look("0020")), 2, conditional("firstRow")),
    "first-row-shown": (table([("", ["zqxa"]), ("", ["visa"])], look("0020")).replace("<w:rPr></w:rPr><w:t xml:space=\"preserve\">zqxa",
                        '<w:rPr><w:vanish w:val="0"/></w:rPr><w:t xml:space="preserve">visb'), 0, conditional("firstRow")),
    "first-row-not-looked-for": (table(grid(("visa", "visb"), ("visc", "visd")), look("0600")), 0, conditional("firstRow")),
    "last-row": (table(grid(("visa", "visb"), ("visc", "visd"), ("zqxa", "zqxb")), look("0040")), 2, conditional("lastRow")),
    "first-column": (table(grid(("zqxa", "visa"), ("zqxb", "visb")), look("0080")), 2, conditional("firstCol")),
    "last-column": (table(grid(("visa", "zqxa"), ("visb", "zqxb")), look("0100")), 2, conditional("lastCol")),
    "bands": (table(grid(("visa",), ("visb",), ("zqxa",), ("visc",), ("zqxb",)), look("0020")), 2, conditional("band2Horz")),
    "wide-bands": (table(grid(("zqxa",), ("zqxb",), ("visa",), ("visb",)), look("0000")), 2,
                   conditional("band1Horz", extra='<w:tblPr><w:tblStyleRowBandSize w:val="2"/></w:tblPr>')),
    "corner": (table(grid(("visa", "visb"), ("visc", "zqxa")), look("0140")), 1, conditional("seCell")),
    "whole-but-first": (table(grid(("visa",), ("zqxa",)), look("0020")), 1, conditional("wholeTable") .replace(
        "</w:style>", '<w:tblStylePr w:type="firstRow"><w:rPr><w:vanish w:val="0"/></w:rPr></w:tblStylePr></w:style>')),
    "style-hides-rows": (table(grid(("zqxa", "zqxb"), ("visa", "visb")), look("0020")), 2,
                         conditional("firstRow", says=HIDDEN_ROW, extra="<w:hidden/>")),
    "ruby": (par("<w:r><w:ruby><w:rt>%s</w:rt><w:rubyBase>%s</w:rubyBase></w:ruby></w:r>" % (run("visa"), run("visb"))), 0),
    "wrapped": ("<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>" % par(run("visa ")) + par(
        "".join("<w:%s>%s</w:%s>" % (how, run("vis%s " % "bcdefg"[at]), how.split()[0]) for at, how in enumerate((
            'smartTag w:element="place"', 'customXml w:element="y"', 'fldSimple w:instr="X"', 'dir w:val="rtl"', "bdo", "hyperlink")))), 0),
    "box-twice": (par("<w:r>%s</w:r>" % (ALTERNATE % (CHOICE % ("wps", box("visa")) + FALLBACK % box("visa")))), 0),
    "box-of-the-fallback": (par("<w:r>%s</w:r>" % (ALTERNATE % (CHOICE % ("zz", "") + FALLBACK % box("visa")))), 0),
    "branches-that-differ": (par(ALTERNATE % (CHOICE % ("wps", run("visa ")) + FALLBACK % run("zqxa"))), 1),
    "branch-that-nobody-knows": (par(ALTERNATE % (CHOICE % ("zz", run("zqxa")) + FALLBACK % run("visa"))), 1),
    "branches-in-branches": (par(ALTERNATE % (CHOICE % ("wps", ALTERNATE % (CHOICE % ("w14", run("visa")) + FALLBACK % run("visa"))) +
                                              FALLBACK % run("visa"))), 0),
    "old-shape-hidden": (par(SHAPE % ("position:absolute; Visibility : hidden", box("zqxa"))) + par(run("visa")), 1),
    "moved": (par("<w:moveFrom>%s</w:moveFrom><w:moveTo>%s</w:moveTo>" % (run("zqxa"), run("visa"))), 1),
    "cell-deleted": (table(grid(("zqxa", "visa"))).replace("<w:tc>", "<w:tc><w:tcPr><w:cellDel/></w:tcPr>", 1), 1),
    "equation": (par("<m:oMath><m:r><m:t>visa</m:t></m:r></m:oMath>"), 0),
    "field": (par(FIELD % "begin" + "<w:r><w:instrText> DATE </w:instrText></w:r>" + FIELD % "separate" + run("visa") + FIELD % "end"), 0),
    "mark-hidden": (par("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + run("visa")), 0),
    "small-and-white": (par(run("visa", '<w:color w:val="FFFFFF"/><w:sz w:val="2"/>') + run(" visb", "<w:webHidden/>")), 0),
}
PARTS = {  # name: (relation, part, content, told)
    "smart-art": ("diagramData", "diagrams/data1.xml", '<d:dataModel xmlns:d="d" %s><a:t>zqxa</a:t></d:dataModel>' % SPACES, 1),
    "chart": ("chart", "charts/chart1.xml", '<c:chartSpace xmlns:c="c"><c:v>zqxa</c:v></c:chartSpace>', 1),
    "footnotes": ("footnotes", "footnotes.xml", '<w:footnotes %s><w:footnote w:type="separator">%s</w:footnote><w:footnote w:id="1">%s'
                  "</w:footnote></w:footnotes>" % (SPACES, par(run("zqxa")), par(run("visa"))), 1),
    "comments": ("comments", "comments.xml", "<w:comments %s><w:comment>%s</w:comment></w:comments>" % (SPACES, par(run("visa"))), 0),
    "header": ("header", "header1.xml", "<w:hdr %s>%s%s</w:hdr>" % (SPACES, par(run("visa")), par(run("zqxa", "<w:vanish/>"))), 1),
}
PAGES = {  # html that a document imports: (page, told)
    "class": ("<head><style>.x{display:none}</style></head><p>visa</p><p class=x>zqxa</p>", 1),
    "child": ("<head><style>p.a.b > span {color:red;visibility : hidden !important}</style></head><p class='b a'>visa "
              "<span style='visibility:visible'>zqxa</span></p>", 1),
    "media": ("<head><style media=screen>/* c */@media screen {div .Q, h1 {DISPLAY:none}}</style></head><div><b class=Q>zqxa</b></div>visa", 1),
    "paper": ("<head><style>@media print {.x{display:none}} @page {margin:0} p:hover{display:none}</style></head><p class=x>visa</p>", 0),
    "shown-again": ("<head><style>.x{display:none} #k{display:block}</style></head><p class=x id=k>visa</p>"
                    "<p class=x style='display:block'>visb</p>", 0),
    "later-rule": ("<head><style>.x{display:block} .x{display:none} .y{display:none} .y{display:inline}</style></head><p class=x>zqxa</p>"
                   "<p class=y>visa</p>", 1),
    "in-hidden": ("<head><style>.x{display:none} .x b{display:inline}</style></head><p class=x><b>zqxa</b></p><p>visa</p>", 1),
    "seen-in-unseen": ("<head><style>.x{visibility:hidden} .x b{visibility:visible}</style></head><p class=x>zqxa <b>visa</b></p>", 1),
    "attribute": ("<head><style>[data-h='1']{display:none}</style></head><p data-h=1>zqxa</p><p data-h=2>visa</p><noscript>zqxb</noscript>", 2),
    "style-in-body": ("<body><style>.x{mso-hide:all}</style><p><span class=x>zqxa</span>visa</p></body>", 1),
    "beside": ("<head><style>h1 + p {display:none}</style></head><p>zqxa</p><div>visa</div>", 1),
    "in-comments": ("<head><style><!-- .x{display:none} --></style></head><p class=x>zqxa</p><p>visa</p>", 1),
}


def rows(columns, *of):
    return "<table:table>%s%s</table:table>" % (columns, "".join(
        "<table:table-row%s>%s</table:table-row>" % (says, "".join("<table:table-cell><text:p>%s</text:p></table:table-cell>" % cell
                                                                  for cell in cells)) for says, *cells in of))


ODT = {
    "rows": (rows("", ("", "visa", "visb"), (' table:visibility="collapse"', "zqxa", "zqxb"), (' table:visibility="filter"', "zqxc")), 3),
    "columns": (rows('<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>',
                     ("", "visa", "zqxa", "visb")), 1),
    "repeated-columns": (rows('<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="filter" '
                              'table:number-columns-repeated="2"/>', ("", "visa", "visb", "zqxa", "zqxb")), 2),
    "closed-groups": (rows('<table:table-column/><table:table-column-group table:display="false"><table:table-column/>'
                           "</table:table-column-group>", ("", "visa", "zqxa")).replace(
        "</table:table>", '<table:table-row-group table:display="false"><table:table-row><table:table-cell><text:p>zqxb</text:p>'
        "</table:table-cell></table:table-row></table:table-row-group></table:table>"), 2),
    "frames": ("<text:p><draw:frame><draw:text-box><text:p>visa</text:p></draw:text-box></draw:frame></text:p><text:p><draw:custom-shape>"
               "<text:p>visb</text:p></draw:custom-shape></text:p>", 0),
    "annotation": ("<text:p>visa<office:annotation><dc:creator>Zed</dc:creator><text:p>visb</text:p></office:annotation></text:p>", 0),
    "ruby": ("<text:p><text:ruby><text:ruby-base>visa</text:ruby-base><text:ruby-text>visb</text:ruby-text></text:ruby></text:p>", 0),
    "section": ('<text:section text:display="none"><text:p>zqxa</text:p></text:section><text:p>visa</text:p>', 1),
    "deleted": ("<text:tracked-changes><text:changed-region><text:deletion><text:p>zqxa</text:p></text:deletion></text:changed-region>"
                "</text:tracked-changes><text:p>visa</text:p>", 1),
    "index": ("<text:table-of-content><text:index-body><text:p>visa</text:p></text:index-body></text:table-of-content><text:p>visb "
              "<text:bookmark-ref>visc</text:bookmark-ref> <text:meta>visd</text:meta></text:p>", 0),
    "form": ("<office:forms><form:form><form:textarea><text:p>zqxa</text:p></form:textarea></form:form></office:forms><text:p>visa</text:p>", 1),
    "shape-not-shown": ('<text:p><draw:rect draw:display="none"><text:p>zqxa</text:p></draw:rect>visa</text:p>', 1),
}

RTF = {
    "formatting-behind-a-star": (r"{\*\cs9 visa}", 0),
    "unknown-group": (r"visa{\*\foobar zqxa}{\*\foobar{\b zqxb}}", 2),
    "unknown-group-of-digits": (r"visa{\*\foobar 0105aaff}", 0),
    "index-entries": (r"visa {\xe {\v zqxa}}{\tc zqxb}", 2),
    "list-that-labels": (r"{\listtext\pard visa:\tab}visb\par {\listtext iv.\tab}visc", 0),
    "old-box": (r"{\*\do\dobxpage{\dptxbx{\dptxbxtext visa\par}}}visb", 0),
    "shape-twice": (r"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt visa\par}}{\shprslt{\*\do{\dptxbxtext visa\par}}}}visb", 0),
    "better-half": (r"\uc2\u118\'3f?is{\upr{abc}{\*\ud{a}}} \u233??", 0),
    "moved": (r"{\mvf zqxa}{\mvt visa}", 1),
    "notes": (r"visa{\footnote \chftn visb}{\*\annotation visc}{\header visd\par}", 0),
    "equation": (r"{\mmath{\*\moMath{\mr visa}}}", 0),
    "hidden": (r"{\webhidden visa }{\v zqxa}{\v\v0 visb}", 1),
    "field": (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt visa}}", 0),
    "object": (r"{\object\objemb{\*\objdata 01}{\result visa}}", 1),
}


def words_of(*texts):
    return re.findall(r"\bvis[a-z]\b", " ".join(texts))


def docx(path, body, sheet="", parts=(), more=()):
    package(path, {
        "_rels/.rels": relations([("r1", "officeDocument", "word/document.xml")]),
        "word/document.xml": "<w:document %s><w:body>%s%s%s</w:body></w:document>" % (
            SPACES, "".join(par(run(turn)) for turn in TALK), body, par(run("Kate: The end of it."))),
        "word/_rels/document.xml.rels": relations([("s", "styles", "styles.xml"), *more]),
        "word/styles.xml": "<w:styles %s>%s</w:styles>" % (SPACES, sheet), **dict(parts)})


def make(folder):
    made = {}
    for name, (body, told, *sheet) in DOCX.items():
        path = folder / (name + ".docx")
        docx(path, body, *sheet)
        seen = words_of(body)
        made[path] = told, sorted(set(seen)) if "box-twice" in name or "branches" in name else seen
    for name, (kind, part, content, told) in PARTS.items():
        path = folder / (name + ".docx")
        docx(path, "", "", [("word/" + part, content)], [("x", kind, part)])
        made[path] = told, words_of(content)
    for name, (page, told) in PAGES.items():
        path = folder / ("html-" + name + ".docx")
        docx(path, '<w:altChunk r:id="c"/>', "", [("word/c.html", "<html>%s</html>" % page)], [("c", "aFChunk", "c.html")])
        made[path] = told, words_of(page)
    for name, (body, told) in ODT.items():
        path = folder / (name + ".odt")
        package(path, {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml":
                       "<office:document-content %s><office:body><office:text>%s%s<text:p>Kate: The end.</text:p></office:text></office:body>"
                       "</office:document-content>" % (ODF, "".join("<text:p>%s</text:p>" % turn for turn in TALK), body)})
        made[path] = told, words_of(body)
    for name, (body, told) in RTF.items():
        path = folder / (name + ".rtf")
        path.write_text("{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}%s%s\\par Kate: The end.\\par}" % (
            "".join(turn + "\\par\n" for turn in TALK), body))
        made[path] = told, ["visa"] if name in ("better-half",) else words_of(body) if name != "shape-twice" else ["visa", "visb"]
    return made
