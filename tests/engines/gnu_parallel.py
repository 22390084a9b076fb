"""GNU parallel: blocks of standard input, each through a filter of its own, in order."""
import shlex
import subprocess
import sys

source, target, *command = sys.argv[1:]
with open(source, "rb") as file, open(target, "wb") as out:
    subprocess.run(["parallel", "--will-cite", "--pipe", "--keep-order", "--block", "30k", "-j2", shlex.join(command)], stdin=file,
                   stdout=out, check=True)
print(subprocess.run(["parallel", "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0])
