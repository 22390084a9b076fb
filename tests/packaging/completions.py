#!/usr/bin/env python3
"""Has each shell that is installed complete command lines with what moniker tells it: completions.py PROGRAM

bash's function is called as readline calls it, fish is asked (`complete -C`), zsh reads a line in a terminal and writes down what it
was offered (compadd, which every completion ends in)."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

moniker = str(pathlib.Path(sys.argv[1]).resolve())
# What is typed -> what must be offered.
asked = {"moniker ke": {"keygen"}, "moniker run --q": {"--quiet"}, "moniker audit verify-": {"verify-proof"},
         "moniker export nv": {"nvivo"}, "moniker decrypt --pass": {"--passphrase-file"}}


def script_of(shell):
    return subprocess.run([moniker, "help", f"--{shell}-completion"], check=True, capture_output=True, text=True).stdout


def by_bash(folder, line):
    words = line.split(" ")
    typed = " ".join(f"'{word}'" for word in words)
    code = (f"source '{folder}/bash'; COMP_WORDS=({typed}); COMP_CWORD={len(words) - 1}; _moniker; "
            "printf '%s\\n' \"${COMPREPLY[@]}\"")
    return subprocess.run(["bash", "-c", code], capture_output=True, text=True, timeout=60).stdout


def by_fish(folder, line):
    code = f"source '{folder}/fish'; complete -C '{line}'"
    return subprocess.run(["fish", "--no-config", "-c", code], capture_output=True, text=True, timeout=60,
                          env=dict(os.environ, HOME=str(folder))).stdout


zsh_asks = """
zmodload zsh/zpty
zpty it zsh -f -i
zpty -w it 'PS1=""; fpath=(FOLDER $fpath); autoload -Uz compinit; compinit -u -d FOLDER/dump'
zpty -w it 'compadd() { local -a found; builtin compadd -O found "$@"; print -rl -- $found >>FOLDER/offered; builtin compadd "$@" }'
zpty -w it 'print ready >FOLDER/ready'
repeat 200; do [[ -e FOLDER/ready ]] && break; sleep 0.1; done
zpty -w -n it 'LINE'$'\\t'
repeat 100; do [[ -s FOLDER/offered ]] && break; sleep 0.1; done
sleep 0.3
"""


def by_zsh(folder, line):
    (folder / "_moniker").write_text(script_of("zsh"))
    for name in ("ready", "offered"):
        (folder / name).unlink(missing_ok=True)
    code = zsh_asks.replace("FOLDER", str(folder)).replace("LINE", line)
    subprocess.run(["zsh", "-f", "-c", code], capture_output=True, timeout=120, cwd=folder)
    offered = folder / "offered"
    return offered.read_text() if offered.exists() else ""


def main():
    wrong = tried = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for shell, ask in {"bash": by_bash, "fish": by_fish, "zsh": by_zsh}.items():
            if not shutil.which(shell):
                print(f"{shell} is not installed")
                continue
            (folder / shell).write_text(script_of(shell))
            subprocess.run([shell, "-n", folder / shell], check=True)
            for line, wanted in asked.items():
                offered = {each.split("\t")[0].strip() for each in ask(folder, line).splitlines()}
                tried += 1
                if not wanted <= offered:
                    wrong += 1
                    print(f"{shell}: {line!r} offers {sorted(offered)[:10]} and not {sorted(wanted)}")
    print(f"{tried} command lines completed, {wrong} not as they should be")
    return 1 if wrong or tried < len(asked) else 0


if __name__ == "__main__":
    sys.exit(main())
