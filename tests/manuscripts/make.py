#!/usr/bin/env python3
"""Makes manuscripts of tests/manuscripts/papers: make.py PAPER FOLDER writes the file and says its path.

A .paper file is plain: `format: docx`, then a line a paragraph; # ## ### are headings, > a block quotation, | a row of a
table; what stands behind `== gold` is not part of it. txt is taken as it stands. Nothing but the standard library is used.
"""
import pathlib
import sys
import zipfile
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(path):
    """(format, lines, gold lines)"""
    head, _, rest = path.read_text().partition("\n")
    body, _, gold = rest.partition("== gold\n")
    return head.split(": ")[1], body.split("\n"), [line for line in gold.split("\n") if line]


def blocks(lines):
    """(kind, text or cells): heading1..3, body, quote, row"""
    for line in lines:
        mark, _, text = line.partition(" ")
        if not line.strip():
            continue
        if mark in ("#", "##", "###"):
            yield "heading%d" % len(mark), text
        elif mark == ">":
            yield "quote", text
        elif line.startswith("|"):
            yield "row", [cell.strip() for cell in line.strip().strip("|").split("|")]
        else:
            yield "body", line


def zipped(path, parts):
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts:
            package.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)


def docx(path, lines):
    body, in_table = [], False
    for kind, text in blocks(lines):
        if in_table and kind != "row":
            body.append("</w:tbl>")
        if kind == "row":
            body.append(("" if in_table else "<w:tbl>") + "<w:tr>" + "".join(
                "<w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>" % escape(cell) for cell in text) + "</w:tr>")
        else:
            style = {"quote": '<w:ind w:left="720"/>', "body": ""}.get(kind, '<w:pStyle w:val="%s"/>' % kind.title())
            half = len(text) // 2   # two runs, as Word makes them
            body.append('<w:p><w:pPr>%s</w:pPr>%s</w:p>' % (style, "".join(
                '<w:r><w:t xml:space="preserve">%s</w:t></w:r>' % escape(run) for run in (text[:half], text[half:]))))
        in_table = kind == "row"
    styles = "".join('<w:style w:type="paragraph" w:styleId="Heading%d"><w:name w:val="heading %d"/></w:style>' % (n, n) for n in (1, 2, 3))
    zipped(path, [
        ("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'),
        ("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'),
        ("word/_rels/document.xml.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>'),
        ("word/styles.xml", "<w:styles %s>%s</w:styles>" % (W, styles)),
        ("word/document.xml", "<w:document %s><w:body>%s%s</w:body></w:document>" % (W, "".join(body), "</w:tbl>" if in_table else ""))])


def odt(path, lines):
    body = []
    for kind, text in blocks(lines):
        if kind.startswith("heading"):
            body.append('<text:h text:outline-level="%s">%s</text:h>' % (kind[-1], escape(text)))
        elif kind == "row":
            body.append("<table:table><table:table-row>%s</table:table-row></table:table>" % "".join(
                "<table:table-cell><text:p>%s</text:p></table:table-cell>" % escape(cell) for cell in text))
        else:
            body.append('<text:p text:style-name="%s">%s</text:p>' % ("P1" if kind == "quote" else "Standard", escape(text)))
    spaces = " ".join('xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % (n, n) for n in ("office", "style", "text", "table"))
    zipped(path, [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", '<office:document-content %s xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"><office:automatic-styles><style:style style:name="P1" style:family="paragraph"><style:paragraph-properties fo:margin-left="1.25cm"/></style:style></office:automatic-styles><office:body><office:text>%s</office:text></office:body></office:document-content>' % (spaces, "".join(body)))])


def tex(path, lines):
    signs = {"“": "``", "”": "''", "‘": "`", "’": "'", "&": "\\&", "%": "\\%", "–": "--", "—": "---", "#": "\\#"}
    out = ["\\documentclass{article}", "\\usepackage[utf8]{inputenc}", "\\begin{document}"]
    for kind, text in blocks(lines):
        if kind == "row":
            continue
        text = "".join(signs.get(c, c) for c in text)
        if kind.startswith("heading"):
            out.append("\\%s{%s}" % (("title", "section", "subsection")[int(kind[-1]) - 1], text))
        elif kind == "quote":
            out += ["\\begin{quote}", "  \\emph{%s}" % text.replace(" (", "} (", 1) if " (" in text else text, "\\end{quote}"]
        else:
            words, line = text.split(" "), ""
            for word in words:   # short lines, as people write them
                if len(line) + len(word) > 72:
                    out.append(line)
                    line = ""
                line += (" " if line else "") + word
            out.append(line)
        out.append("")
    path.write_text("\n".join(out + ["\\end{document}"]) + "\n")


class Page:
    """Two columns of Courier, 8 points; headings larger; words cut at line ends; a running head and a page number."""
    size, wide, gap, indent = 8, 46, 10.5, 3   # characters a column, points a line, characters that a quotation is set in

    def __init__(self):
        self.lines = []   # (text, indent, size)

    def add(self, kind, text):
        if kind == "row":
            return
        heading = kind.startswith("heading")
        indent, width = (self.indent if kind == "quote" else 0), self.wide - (2 * self.indent if kind == "quote" else 0)
        size = {"heading1": 11, "heading2": 10}.get(kind, self.size)
        if heading:
            width = int(self.wide * self.size / size)
        line = ""
        for word in text.split(" "):
            while word:
                room = width - len(line) - (1 if line else 0)
                if len(word) <= room:
                    line += (" " if line else "") + word
                    word = ""
                elif not heading and len(word) > 8 and room > 5 and word[:4].isalpha() and word.isalpha():
                    cut = min(room - 1, len(word) - 4)
                    line += (" " if line else "") + word[:cut] + "-"
                    word = word[cut:]
                    self.lines.append((line, indent, size))
                    line = ""
                else:
                    self.lines.append((line, indent, size))
                    line = ""
        self.lines.append((line, indent, size))
        self.lines.append(("", 0, self.size))

    def pages(self, rows=34):
        columns = [self.lines[i:i + rows] for i in range(0, len(self.lines), rows)]
        return [columns[i:i + 2] for i in range(0, len(columns), 2)]


def pdf(path, lines):
    page = Page()
    for kind, text in blocks(lines):
        page.add(kind, text)
    objects, kids = [], []

    def add(text):
        objects.append(text)
        return len(objects)

    add("")   # the catalogue and the pages come last
    add("")
    font = add(b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
    for number, columns in enumerate(page.pages(), 1):
        draw = []

        def say(x, y, size, text):
            data = text.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            draw.append(b"BT /F1 %g Tf %g %g Td (%s) Tj ET" % (size, x, y, data))

        say(60, 800, 7, "Journal of Qualitative Enquiry %d(2)" % 31)
        say(290, 30, 7, str(number))
        for c, column in enumerate(columns):
            y = 760.0
            for text, indent, size in column:
                if text:
                    say(50 + c * 260 + indent * size * 0.6, y, size, text)
                y -= page.gap if text else page.gap * 0.7
        stream = b"\n".join(draw)
        content = add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(add(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 %d 0 R >> >> >>" % (content, font)))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % k for k in kids))
    out, places = b"%PDF-1.4\n", []
    for n, data in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, data)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % p for p in places)
    path.write_bytes(out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))


def plain(path, lines):
    path.write_text("\n".join(lines))


def markdown(path, lines):
    path.write_text("\n".join(line if line.startswith("|") else line + "\n" for line in lines))


def make(paper, folder):
    kind, lines, _ = read(paper)
    target = folder / (paper.stem + "." + kind)
    {"docx": docx, "odt": odt, "tex": tex, "pdf": pdf, "txt": plain, "md": markdown}[kind](target, lines)
    return target


if __name__ == "__main__":
    print(make(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
