#!/usr/bin/env python3
"""A run that dies of a fault leaves no core file, and the system is not even asked for one; nothing that it leaves holds a name.

    core_file.py MONIKER SOURCE MATERIAL
"""
import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile
import time

from canary import canaries, pattern
from study import Study


def main():
    moniker, source, material = sys.argv[1:4]
    names = pattern(canaries(source, material)[1], shortest=5)
    with tempfile.TemporaryDirectory() as folder:
        study = Study(moniker, source, pathlib.Path(folder, "study"), material)
        study.deliver(sorted(pathlib.Path(material, "incoming").iterdir()))
        here = pathlib.Path(folder, "here")
        here.mkdir()
        most = resource.getrlimit(resource.RLIMIT_CORE)[1]
        process = subprocess.Popen([study.moniker, "run", str(study.root), "--quiet"], env=study.env, cwd=here, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (most, most)))
        until = time.monotonic() + 60
        while not (study.root / "work" / "ledger.sqlite").exists() and time.monotonic() < until and process.poll() is None:
            time.sleep(0.01)
        assert process.poll() is None, "it was over too soon"
        limits = pathlib.Path("/proc/%d/limits" % process.pid).read_text()
        core = next(line for line in limits.splitlines() if line.startswith("Max core file size"))
        assert core.split()[4:6] == ["0", "0"], core
        process.send_signal(signal.SIGSEGV)
        process.wait()
        assert process.returncode == -signal.SIGSEGV, process.returncode
        assert not list(here.iterdir()), "it left %s" % list(here.iterdir())
        for path in study.loose_files():
            assert "core" not in path.name, path
            assert not names.search(path.read_bytes().decode("utf-8", "replace")), "a name in %s" % path.name
    return 0


if __name__ == "__main__":
    sys.exit(main())
