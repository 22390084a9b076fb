#!/usr/bin/env python3
"""Holds the bill of materials of an unpacked package to what is there: bill.py FOLDER

Every file of lib/ is named with the sum that it has, and no other; every part has version, licence and the file that tells it; what
program and libraries load is among them."""
import hashlib
import json
import pathlib
import re
import subprocess
import sys


def needed(file):
    told = subprocess.run(["readelf", "-d", file], check=True, capture_output=True, text=True).stdout
    return set(re.findall(r"\(NEEDED\).*\[(.+?)\]", told))


def wrong(folder):
    bill = json.loads((folder / "sbom.cdx.json").read_text())
    if (bill["bomFormat"], bill["specVersion"]) != ("CycloneDX", "1.5"):
        yield "it is no CycloneDX 1.5"
    told = {}
    for part in bill["components"]:
        if not part.get("licenses"):
            yield f"{part['name']} has no licence"
        if part["type"] == "library":
            licence = folder / f"share/doc/moniker/licences/{part['name']}.txt"
            if not licence.is_file():
                yield f"{licence.name} is not there"
            elif names := set(re.findall(r"/usr/share/common-licenses/([\w.-]*\w)", licence.read_text())) - {"LGPL", "GPL"}:
                yield from (f"{part['name']}: common/{name} is not there" for name in names
                            if not (licence.parent / "common" / name).exists())
            if not re.match(r"pkg:deb/debian/\S+@\S+\?", part["purl"]):
                yield f"{part['name']}: {part['purl']}"
        for file in part.get("components", []):
            told[file["name"]] = file["hashes"][0]["content"]
    there = {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
             for path in folder.glob("lib/**/*.so*") if path.is_file()}
    for name in sorted(set(told) ^ set(there)):
        yield f"{name} is {'told and not there' if name in told else 'there and not told'}"
    yield from (f"{name} has another sum" for name in told if name in there and told[name] != there[name])
    program = folder / "libexec/moniker"
    if bill["metadata"]["component"]["hashes"][0]["content"] != hashlib.sha256(program.read_bytes()).hexdigest():
        yield "the program has another sum"
    libraries = {path.name for path in (folder / "lib").iterdir()}
    for file in [program, *(folder / "lib").glob("*.so*")]:
        yield from (f"{file.name} needs {name}" for name in needed(file) - libraries)
    if len(libraries) < 20:
        yield "it has hardly a library"


def main():
    found = list(wrong(pathlib.Path(sys.argv[1])))
    print("\n".join(found) if found else "the bill of materials is right")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
