#!/usr/bin/env python3
"""Runs one command-line case: a text file of commands with what they must say.

    # a comment
    $ moniker init study              a shell command, run in a fresh empty folder with bash
    study is ready. [..]              its standard output; [..] stands for anything within a line
    ...                               any lines, also none
    2> moniker: error: [..]           a line of its standard error
    ? 2                               its exit status (0 when not said)
    << file.txt                       writes a file: the lines up to a lone >>
    >>

$MONIKER is on the PATH as `moniker`; $SOURCE is the source tree. Exits with 1 and a comparison where a case fails.
"""
import fnmatch
import os
import pathlib
import subprocess
import sys
import tempfile


def parse(path):
    steps, step, body = [], None, None
    for line in path.read_text().split("\n"):
        if body is not None:
            if line == ">>":
                body = None
            else:
                body.append(line)
        elif line.startswith("<< "):
            body = []
            steps.append(("write", line[3:].strip(), body))
        elif line.startswith("$ "):
            step = {"command": line[2:], "out": [], "err": [], "status": 0}
            steps.append(("run", step))
        elif line.startswith("#") or (step is None and not line.strip()):
            continue
        elif line.startswith("2> "):
            step["err"].append(line[3:])
        elif line.startswith("? "):
            step["status"] = int(line[2:])
        elif step is not None:
            step["out"].append(line)
    for kind, *rest in steps:
        if kind == "run":
            while rest[0]["out"] and not rest[0]["out"][-1].strip():
                rest[0]["out"].pop()
    return steps


def same_line(wanted, got):
    pattern = "*".join(part.replace("[", "[[]").replace("*", "[*]").replace("?", "[?]") for part in wanted.split("[..]"))
    return wanted == got or fnmatch.fnmatchcase(got, pattern)


def same(wanted, got):
    """Whether the lines agree; `...` stands for any number of lines."""
    if not wanted:
        return not got
    if wanted[0] == "...":
        return any(same(wanted[1:], got[i:]) for i in range(len(got) + 1))
    return bool(got) and same_line(wanted[0], got[0]) and same(wanted[1:], got[1:])


def lines(data):
    text = data.decode("utf-8", "replace").rstrip("\n")
    return [line.rstrip() for line in text.split("\n")] if text else []


def main():
    case, moniker, source = pathlib.Path(sys.argv[1]), os.path.abspath(sys.argv[2]), os.path.abspath(sys.argv[3])
    with tempfile.TemporaryDirectory() as folder:
        programs = pathlib.Path(folder, "bin")
        programs.mkdir()
        os.symlink(moniker, programs / "moniker")
        work = pathlib.Path(folder, "work")
        work.mkdir()
        env = dict(os.environ, PATH="%s:%s" % (programs, os.environ["PATH"]), SOURCE=source, HOME=folder, LC_ALL="C.UTF-8",
                   MONIKER_RULES=os.path.join(source, "rules"), NO_COLOR="1")
        for kind, *rest in parse(case):
            if kind == "write":
                target = work / rest[0]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text("\n".join(rest[1]) + "\n")
                continue
            step = rest[0]
            done = subprocess.run(["bash", "-c", step["command"]], cwd=work, env=env, capture_output=True, timeout=300,
                                  stdin=subprocess.DEVNULL)
            out, err = lines(done.stdout), lines(done.stderr)
            if done.returncode == step["status"] and same(step["out"], out) and same(step["err"], err):
                continue
            print("%s: $ %s" % (case.name, step["command"]))
            print("wanted status %d, got %d" % (step["status"], done.returncode))
            for name, wanted, got in (("output", step["out"], out), ("errors", step["err"], err)):
                if not same(wanted, got):
                    print("--- %s wanted\n%s\n--- %s got\n%s" % (name, "\n".join(wanted), name, "\n".join(got)))
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
