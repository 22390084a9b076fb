#!/usr/bin/env python3
"""Writes what is in the package as a bill of materials, CycloneDX 1.5, and lays its licences beside it.

    sbom.py FOLDER VERSION EPOCH MONIKER-SOURCE

FOLDER is the package as it will be packed. Each library of FOLDER/lib came out of a Debian package, which is asked for by its
file; so is what headers brought into the program. The licence of each package stands in the table below, by its SPDX expression: a
library that is new is refused until somebody has read its licence. The same folder gives the same bytes.
"""
import hashlib
import json
import pathlib
import shutil
import subprocess
import sys
import time
import uuid

# What a package's file is under that lands in ours; its copyright file, laid beside, tells of the rest.
LICENCES = {
    "libabsl20220623": "Apache-2.0", "libboost-program-options1.74.0": "BSL-1.0", "libbrotli1": "MIT", "libbz2-1.0": "bzip2-1.0.6",
    "libc6": "LGPL-2.1-or-later", "libcpp-httplib0.11": "MIT", "libfmt9": "MIT", "libgcc-s1": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libicu72": "ICU", "liblzma5": "LicenseRef-public-domain", "libphonenumber8": "Apache-2.0", "libprotobuf32": "BSD-3-Clause",
    "libre2-9": "BSD-3-Clause", "libseccomp2": "LGPL-2.1-only", "libsodium23": "ISC", "libsqlite3-0": "blessing", "libssl3": "Apache-2.0",
    "libstdc++6": "GPL-3.0-or-later WITH GCC-exception-3.1", "libtbb12": "Apache-2.0", "libutf8proc2": "MIT", "libxml2": "MIT",
    "libyaml-cpp0.7": "MIT", "libzip4": "BSD-3-Clause", "zlib1g": "Zlib",
    "nlohmann-json3-dev": "MIT", "libabsl-dev": "Apache-2.0", "libcpp-httplib-dev": "MIT", "libtbb-dev": "Apache-2.0",
    "libfmt-dev": "MIT"}
# Of these, code in headers is compiled into the program itself.
IN_HEADERS = ["libabsl-dev", "libcpp-httplib-dev", "libfmt-dev", "libtbb-dev", "nlohmann-json3-dev"]
# What is data has its licences in files of its own.
DATA = {"rules/lists": ("lists of names, places and words", "lists/LICENCES.md"),
        "rules/models": ("models of the tagger", "models/README.md")}


def said(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def sum_of(file):
    return [{"alg": "SHA-256", "content": hashlib.sha256(file.read_bytes()).hexdigest()}]


def package_of(file):
    """The Debian package that a library of this machine came in; /lib and /usr/lib may be one folder under two names."""
    for name in (str(file), str(file).removeprefix("/usr"), "/usr" + str(file)):
        found = subprocess.run(["dpkg-query", "-S", name], capture_output=True, text=True)
        if found.returncode == 0:
            return found.stdout.split(":")[0]
    sys.exit(f"sbom.py: no Debian package has {file}: what is it, and under which licence?")


def source_of(library):
    """Where a library of the package was copied from."""
    for folder in ("/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64"):
        file = pathlib.Path(folder, library)
        if file.exists():
            return file.resolve()
    sys.exit(f"sbom.py: {library} is in the package and not on this machine")


def part(package, files):
    if package not in LICENCES:
        sys.exit(f"sbom.py: {package} is new: read /usr/share/doc/{package}/copyright and add its licence to LICENCES")
    version, source = said("dpkg-query", "-W", "-f", "${Version}\t${source:Package} ${source:Version}", package).split("\t")
    return {"type": "library", "bom-ref": package, "name": package, "version": version, "licenses": [{"expression": LICENCES[package]}],
            "purl": f"pkg:deb/debian/{package.replace('+', '%2B')}@{version.replace('+', '%2B').replace(':', '%3A')}?arch=amd64&distro=debian-12",
            "description": f"from Debian's source package {source}",
            "components": [{"type": "file", "bom-ref": f"file:{name}", "name": name, "hashes": sum_of(file)} for name, file in files]}


def parts_of(folder):
    files = {}
    for file in sorted((folder / "lib").iterdir()):
        if file.is_file():
            files.setdefault(package_of(source_of(file.name)), []).append((f"lib/{file.name}", file))
    gconv = [(f"lib/gconv/{file.name}", file) for file in sorted((folder / "lib/gconv").glob("*.so"))]
    files["libc6"] += gconv
    for package in IN_HEADERS:
        files[package] = []
    parts = [part(package, files[package]) for package in sorted(files)]
    for place, (says, licence) in DATA.items():
        parts.append({"type": "data", "bom-ref": place, "name": f"share/moniker/{place}", "description": says,
                      "licenses": [{"license": {"name": f"see share/moniker/rules/{licence}"}}]})
    for each in parts:
        if not each.get("components"):
            each.pop("components", None)
    return parts


def lay_licences(folder, parts):
    licences = folder / "share/doc/moniker/licences"
    licences.mkdir(parents=True)
    for each in parts:
        if each["type"] == "library":
            shutil.copyfile(f"/usr/share/doc/{each['name']}/copyright", licences / f"{each['name']}.txt")
    common = licences / "common"
    common.mkdir()
    for name in ("Apache-2.0", "GPL-2", "GPL-3", "LGPL-2.1", "LGPL-3", "BSD", "Artistic", "MPL-1.1", "MPL-2.0", "GFDL-1.2", "GFDL-1.3", "GPL-1",
                 "LGPL-2", "CC0-1.0"):
        shutil.copyfile(f"/usr/share/common-licenses/{name}", common / name)
    rows = "\n".join(f"  {each['name']:<32} {each['version']:<24} {each['licenses'][0]['expression']}"
                     for each in parts if each["type"] == "library")
    (licences / "README.txt").write_text(
        "moniker itself is under the MIT licence (../copyright); its lists and models under those of share/moniker/rules.\n"
        "The libraries in lib/, and what their headers brought into the program, are Debian's, unchanged, each under the licence that\n"
        "its file here tells; what such a file calls /usr/share/common-licenses lies in common/. The source of each, by the name that\n"
        "../../../../sbom.cdx.json gives: deb.debian.org, or snapshot.debian.org for ever. libseccomp and the C library are under the\n"
        "LGPL: put another lib/libseccomp.so.2 or lib/libc.so.6 there, and the program runs with it.\n\n" + rows + "\n")


def main():
    folder, version, epoch, source = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), pathlib.Path(sys.argv[4])
    parts = parts_of(folder)
    lay_licences(folder, parts)
    program = folder / "libexec/moniker"
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json", "bomFormat": "CycloneDX", "specVersion": "1.5",
        "serialNumber": "", "version": 1,
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(epoch)),
            "component": {"type": "application", "bom-ref": "moniker", "name": "moniker", "version": version,
                          "description": "pseudonymises, seals and accounts for interview transcripts",
                          "licenses": [{"license": {"id": "MIT", "text": {"content": (source / "LICENSE").read_text()}}}],
                          "hashes": sum_of(program)}},
        "components": parts,
        "dependencies": [{"ref": "moniker", "dependsOn": sorted(each["bom-ref"] for each in parts)}]}
    # A number that follows from all that is in it: the same package has the same one.
    bill["serialNumber"] = "urn:uuid:" + str(uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(bill, sort_keys=True)))
    (folder / "sbom.cdx.json").write_text(json.dumps(bill, indent=1) + "\n")


if __name__ == "__main__":
    main()
