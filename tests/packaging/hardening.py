#!/usr/bin/env python3
"""Holds the built program to what cmake/hardening.cmake asks of compiler and linker: hardening.py PROGRAM

Reads the file itself, since a flag that was given may have been without effect. Says every lack, not the first alone."""
import pathlib
import re
import subprocess
import sys
import tempfile

FEATURES = {"position independent (PIE)": "pie", "stack not executable": "stack", "no segment both written and executed": "segments",
            "relocations read-only (RELRO)": "relro", "all symbols bound at the start (BIND_NOW)": "now",
            "stack protector": "protector", "checked library calls (FORTIFY)": "fortified",
            "containers say what is out of range (_GLIBCXX_ASSERTIONS)": "assertions"}
ON_X86 = {"shadow stack promised (SHSTK)": "shstk", "functions that may be called by address begin with endbr64": "endbr"}


def readelf(*arguments):
    return subprocess.run(["readelf", "--wide", *arguments], check=True, capture_output=True, text=True).stdout


def segment(headers, name):
    """The flags of a program header, as "RW " or "R E"; nothing where there is none."""
    found = re.search(rf"^\s*{name}\s+(?:0x[0-9a-f]+\s+){{5}}([RWE ]+?)\s+0x", headers, re.M)
    return found.group(1) if found else None


def begins_with_endbr(program):
    """Whether they do: libraries linked in bring a few that do, the program has thousands."""
    code = subprocess.run(["objdump", "-d", "--no-show-raw-insn", program], check=True, capture_output=True, text=True).stdout
    return code.count("endbr64") > 1000


def facts(program):
    header, headers, dynamic = readelf("-h", program), readelf("-l", program), readelf("-d", program)
    symbols, notes = readelf("--dyn-syms", program), readelf("-n", program)
    loads = re.findall(r"^\s*LOAD\s+(?:0x[0-9a-f]+\s+){5}([RWE ]+?)\s+0x", headers, re.M)
    return {
        "x86": "X86-64" in header,
        "pie": re.search(r"\(FLAGS_1\).*\bPIE\b", dynamic) is not None,
        "stack": (segment(headers, "GNU_STACK") or "E").find("E") < 0,
        "segments": bool(loads) and not any("W" in load and "E" in load for load in loads),
        "relro": segment(headers, "GNU_RELRO") is not None,
        "now": re.search(r"\(FLAGS(_1)?\).*\b(BIND_)?NOW\b", dynamic) is not None,
        "protector": "__stack_chk_fail" in symbols,
        "fortified": len(set(re.findall(r"\b__\w+_chk\b", symbols)) - {"__stack_chk_fail"}) > 0,
        "assertions": "__glibcxx_assert_fail" in symbols,
        "shstk": re.search(r"x86 feature:.*\bSHSTK\b", notes) is not None,
        "endbr": "X86-64" in header and begins_with_endbr(program),
    }


def lacks(program):
    found = facts(program)
    wanted = {**FEATURES, **(ON_X86 if found["x86"] else {})}
    return [says for says, name in wanted.items() if not found[name]]


def prove_that_it_can_fail():
    """A program of none of it must be found out, or this test says nothing."""
    with tempfile.TemporaryDirectory() as folder:
        source, program = pathlib.Path(folder, "soft.c"), pathlib.Path(folder, "soft")
        source.write_text("int main(void) { return 0; }\n")
        subprocess.run(["cc", "-no-pie", "-fno-stack-protector", "-fcf-protection=none", "-z", "norelro", "-z", "lazy", "-z", "execstack",
                        source, "-o", program], check=True, stderr=subprocess.DEVNULL)
        missed = set({**FEATURES}) - set(lacks(program)) - {"no segment both written and executed"}
    if missed:
        sys.exit(f"hardening.py: a soft program was taken for hard: {sorted(missed)}")


def main():
    prove_that_it_can_fail()
    missing = lacks(sys.argv[1])
    for says in missing:
        print(f"{sys.argv[1]}: lacks: {says}")
    print(f"{len(FEATURES) + len(ON_X86)} looked for, {len(missing)} lacking")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
