#!/usr/bin/env python3
"""Names of test cases that ctest can pass on: it parts lists at semicolons, and a name cut there finds no test and passes."""
import pathlib
import re
import sys

CASE = re.compile(r'TEST_CASE\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)')


def main():
    wrong, count = [], 0
    for path in sorted((pathlib.Path(sys.argv[1]) / "tests").rglob("*.cpp")):
        for found in CASE.finditer(path.read_text()):
            count += 1
            name = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', found[1]))
            if ";" in name or "[" in name:
                wrong.append("%s: the name of a test case holds a semicolon or a bracket: %s" % (path.relative_to(sys.argv[1]), name))
    print("\n".join(wrong) or "%d test cases have names that ctest can pass on" % count)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
