"""Where faults are tried: the program, the shim, a folder in memory, and the studies that scenarios begin with."""
import os
import pathlib
import shlex
import shutil
import subprocess
import tempfile
import tomllib

HERE = pathlib.Path(__file__).resolve().parent


class Workplace:
    def __init__(self, moniker, source, shim):
        place = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.top = pathlib.Path(tempfile.mkdtemp(prefix="moniker-faults-", dir=place)).resolve()
        self.moniker, self.shim, self.made = os.path.abspath(moniker), os.path.abspath(shim), {}
        (self.top / "bin").mkdir()
        (self.top / "bin" / "moniker").symlink_to(self.moniker)
        cleared = {name: value for name, value in os.environ.items() if not name.startswith(("SHIM_", "MONIKER_", "LD_PRELOAD"))}
        self.env = dict(cleared, MONIKER_RULES=os.path.join(os.path.abspath(source), "rules"), NO_COLOR="1", LC_ALL="C.UTF-8",
                        MONIKER_CACHE=str(self.top / "cache"), MATERIAL=str(HERE / "material"), TMPDIR=str(self.top / "tmp"),
                        PATH="%s:%s" % (self.top / "bin", os.environ["PATH"]))
        (self.top / "tmp").mkdir()
        with open(HERE / "scenarios.toml", "rb") as table:
            self.table = tomllib.load(table)

    def close(self):
        shutil.rmtree(self.top, ignore_errors=True)

    def call(self, words, folder, given="", **more):
        """`words` as a command of moniker, in `folder`; `more` goes into its environment."""
        words = shlex.split(words) if isinstance(words, str) else words
        return subprocess.run([self.moniker, *words], cwd=folder, env=dict(self.env, **more), input=given.encode(),
                              capture_output=True, timeout=900)

    def faulty(self, words, folder, under, given="", **shim):
        """The same under the shim, of which `shim` has the settings (at, mode, hit, trace, clock)."""
        settings = {"SHIM_" + name.upper(): str(value) for name, value in shim.items()}
        below = ":".join(str(pathlib.Path(folder, name)) for name in under)
        return self.call(words, folder, given, LD_PRELOAD=self.shim, SHIM_UNDER=below, **settings)

    def start(self, name):
        """The folder that a scenario begins with, made once."""
        if name not in self.made:
            row, folder = self.table["start"][name], self.top / ("start-" + name)
            if "from" in row:
                shutil.copytree(self.start(row["from"]), folder, symlinks=True)
            else:
                folder.mkdir(mode=0o700)
            made = subprocess.run(["bash", "-c", "set -e\nrun() { \"$@\" || [ $? -le 1 ]; }\nmoniker() { run command moniker \"$@\"; }\n" + row["do"]],
                                  cwd=folder, env=self.env, capture_output=True, stdin=subprocess.DEVNULL)
            if made.returncode != 0:
                raise AssertionError("start %s: %s" % (name, made.stderr.decode()))
            self.made[name] = folder
        return self.made[name]

    def copy(self, name, folder):
        shutil.copytree(self.start(name), folder, symlinks=True)
        return folder


def text_of(done):
    return (done.stderr + done.stdout).decode("utf-8", "replace")


def complaint_of(done, folder):
    lines = [line for line in done.stderr.decode("utf-8", "replace").splitlines() if "error" in line]
    return lines[-1].replace(str(folder) + "/", "").replace("moniker: error: ", "") if lines else ""
