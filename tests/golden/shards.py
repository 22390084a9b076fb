#!/usr/bin/env python3
"""The sample study in shards comes to what it comes to on one machine: outputs, linkage, attributes, registry, report and
the events of the log. So does one whose shards are run in any order and twice, and one that is planned anew in the middle.

    shards.py MONIKER SOURCE MATERIAL
"""
import json
import pathlib
import sys
import tempfile

from result import compare_studies
from study import Study, compare


class Sharded(Study):
    def step(self, *words, statuses=(0, 1)):
        done = self.call(words[0], str(self.root), *words[1:], "--quiet")
        assert done.returncode in statuses, "%s: status %d\n%s" % (" ".join(words), done.returncode, done.stderr.decode())
        return done.stderr.decode()

    def plan(self, shards):
        return json.loads(self.call("plan", str(self.root), "--shards", str(shards), "--json", check=True).stdout)["shards"]

    def all(self, step, shards, order=None):
        for number in order or range(1, shards + 1):
            self.step(step, "--shard", "%d/%d" % (number, shards))

    def whole(self, shards, order=None):
        self.plan(shards)
        self.all("scan", shards, order)
        self.step("assign")
        self.all("apply", shards, order)
        self.step("finish")


def main():
    moniker, source, material = sys.argv[1:4]
    files = sorted(pathlib.Path(material, "incoming").iterdir())
    with tempfile.TemporaryDirectory() as folder:
        one = Study(moniker, source, pathlib.Path(folder, "one"), material)

        def sharded(name, delivered):
            study = Sharded(moniker, source, pathlib.Path(folder, name), material, keys=one.root / "keys")
            study.deliver(delivered)
            return study

        one.deliver(files)
        assert one.run("--quiet").returncode <= 1

        four = sharded("four", files)
        four.whole(4, order=[3, 1, 4, 2])
        compare_studies(one, four, "four shards")

        # More shards than files; tasks and assign run twice.
        many = sharded("many", files)
        assert sum(shard["transcripts"] == 0 for shard in many.plan(9)) == 9 - len(files)
        many.all("scan", 9), many.all("scan", 9, order=[2, 5])
        many.step("assign"), many.step("assign")
        many.all("apply", 9), many.all("apply", 9, order=[5, 9])
        many.step("finish")
        compare(one.outputs(), many.outputs(), "nine shards")

        # What must stop, and what it says.
        stops = sharded("stops", files[:-1])
        assert "has no plan" in stops.step("scan", "--shard", "1/3", statuses=(2,))
        stops.plan(3)
        assert "the plan has 3 shards, not 4" in stops.step("scan", "--shard", "1/4", statuses=(2,))
        stops.all("scan", 3, order=[1, 3])
        assert "scan of shard 2/3 has not ended" in stops.step("assign", statuses=(2,))
        assert "was not assigned since" in stops.step("apply", "--shard", "1/3", statuses=(2,))
        stops.deliver(files[-1:])
        assert "delivered after the study was planned" in stops.step("assign", statuses=(2,))
        # Planned anew for two: what three had done is taken over, and is not done again.
        stops.plan(2)
        stops.all("scan", 2)
        stops.step("assign")
        stops.step("apply", "--shard", "2/2")
        assert "apply of shard 1/2 has not ended" in stops.step("finish", statuses=(2,))
        # The rest on one machine.
        assert stops.run("--quiet").returncode <= 1
        compare(one.outputs(), stops.outputs(), "the rest on one machine")
        assert stops.call("audit", "verify", str(stops.root)).returncode == 0

        # The next night: nothing new, then by shards what one machine had done.
        sealed = {p: p.read_bytes() for p in (four.root / "out").iterdir()}
        four.whole(2)
        assert one.run("--quiet").returncode <= 1
        assert sealed == {p: p.read_bytes() for p in (four.root / "out").iterdir()}, "unchanged files were written again"
        compare_studies(one, four, "the next night")
    return 0


if __name__ == "__main__":
    sys.exit(main())
