#!/usr/bin/env python3
"""Holds the picture of the register to the rows that it shows: register_picture.py SOURCE.

With --rows FILE it writes those rows, with --mark PNG their digest into a picture.

They are the rows of the sample study's register that the guide's second page has as text, in the columns that `moniker init` makes.
The picture's own text, moniker-source, is the digest of them.
"""
import csv
import hashlib
import io
import pathlib
import struct
import sys
import zlib

source = pathlib.Path(sys.argv[1])
columns = ["number", "name", "aliases", "role", "gender", "age", "consent_date", "consent_scope", "sessions", "interview_date"]


def rows():
    with open(source / "sample_data/participants.csv", encoding="utf-8", newline="") as file:
        people = list(csv.DictReader(file))
    out = io.StringIO()
    table = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
    table.writeheader()
    table.writerows(people)
    return out.getvalue()


def on_the_page():
    lines = (source / "docs/guide/2-the-register.md").read_text().splitlines()
    return [[cell.strip() for cell in line.strip().strip("|").split("|")][1:] for line in lines if line.startswith("| **")]


def named_in(picture):
    """The text moniker-source of a PNG."""
    data, at = picture.read_bytes(), 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        if kind == b"tEXt" and data[at + 8:at + 8 + length].startswith(b"moniker-source\0"):
            return data[at + 8 + len(b"moniker-source\0"):at + 8 + length].decode()
        at += 12 + length
    return ""


def mark(picture, digest):
    """Puts the text after the header, which is 33 bytes with what goes before it."""
    data, body = picture.read_bytes(), b"tEXtmoniker-source\0" + digest.encode()
    picture.write_bytes(data[:33] + struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body)) + data[33:])


def main():
    text = rows()
    digest = hashlib.sha256(text.encode()).hexdigest()
    if "--rows" in sys.argv:
        pathlib.Path(sys.argv[sys.argv.index("--rows") + 1]).write_text(text, encoding="utf-8")
        return 0
    if "--mark" in sys.argv:
        mark(pathlib.Path(sys.argv[sys.argv.index("--mark") + 1]), digest)
        return 0
    shown = list(csv.reader(io.StringIO(text)))
    wrong = ["the page has a row that the sheet has not: %s" % row[0] for row in on_the_page() if row not in shown]
    if len(on_the_page()) < 4:
        wrong.append("the page has %d rows of the sheet, not four" % len(on_the_page()))
    if named_in(source / "docs/guide/register.png") != digest:
        wrong.append("docs/guide/register.png shows another register: run scripts/make-register-picture")
    print("\n".join(wrong) if wrong else "the picture and the page show the register as it is")
    return 1 if wrong else 0


sys.exit(main())
