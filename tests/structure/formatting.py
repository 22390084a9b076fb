#!/usr/bin/env python3
"""Holds every C++ source to .clang-format, as clang-format itself judges. Prints what would be changed."""
import pathlib
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
folders = ("include", "pipeline", "tests")


def main():
    files = sorted(str(path) for folder in folders for path in (root / folder).rglob("*.[ch]pp"))
    done = subprocess.run(["clang-format", "--dry-run", "-Werror", *files], capture_output=True, text=True)
    wrong = done.stderr.splitlines()
    print("\n".join(wrong[:40]) if wrong else "%d sources are formatted" % len(files))
    if len(wrong) > 40:
        print("... and so on: clang-format -i")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
