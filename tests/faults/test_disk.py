#!/usr/bin/env python3
"""The disk that loses what was not synced, on cases whose answer is known; and the search for what must not be left."""
import pathlib
import random
import tempfile
import unittest

import disk
import state


class Power(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name, "study")
        self.root.mkdir()
        (self.root / "old").write_bytes(b"old")

    def tearDown(self):
        self.folder.cleanup()

    def after(self, *changes, dice=None):
        """What lies there after the changes, each (what, inode, at, path, to, bytes); old has inode OLD, the folder ROOT."""
        inodes = {"OLD": (self.root / "old").stat().st_ino, "ROOT": self.root.stat().st_ino}
        made = [(n, what, inodes.get(inode, inode), at, str(self.root / path), str(self.root / to), data)
                for n, (what, inode, at, path, to, data) in enumerate(changes, 1)]
        before = disk.Disk([self.root])
        with tempfile.TemporaryDirectory() as place:
            disk.at_power_cut(before, made, len(made) + 1, dice).write_safe({self.root: pathlib.Path(place, "study")})
            return {str(path.relative_to(place)): path.read_bytes() for path in pathlib.Path(place).rglob("*") if path.is_file()}

    def test_what_nobody_synced_is_gone(self):
        self.assertEqual(self.after(("create", 7, 0o600, "new", "", b""), ("write", 7, 0, "new", "", b"x"),
                                    ("write", "OLD", 3, "old", "", b"more"), ("unlink", 0, 0, "old", "", b"")), {"study/old": b"old"})

    def test_bytes_and_names_are_two_things(self):
        write = ("create", 7, 0o600, "new", "", b""), ("write", 7, 0, "new", "", b"xy")
        self.assertEqual(self.after(*write, ("sync", 7, 0, "new", "", b"")), {"study/old": b"old"})
        self.assertEqual(self.after(*write, ("sync", "ROOT", 0, "", "", b"")), {"study/old": b"old", "study/new": b""})
        self.assertEqual(self.after(*write, ("sync", 7, 0, "new", "", b""), ("sync", "ROOT", 0, "", "", b"")),
                         {"study/old": b"old", "study/new": b"xy"})

    def test_a_file_without_a_name_gets_one(self):
        unnamed = ("unnamed", 7, 0o600, "", "", b""), ("write", 7, 0, "", "", b"xy"), ("sync", 7, 0, "", "", b"")
        self.assertEqual(self.after(*unnamed, ("link", 7, 0, "new", "", b""), ("sync", "ROOT", 0, "", "", b""))["study/new"], b"xy")
        self.assertNotIn("study/new", self.after(*unnamed, ("link", 7, 0, "new", "", b"")))

    def test_a_rename_over_a_file(self):
        changes = ("create", 7, 0o600, "new", "", b""), ("write", 7, 0, "new", "", b"xy"), ("sync", 7, 0, "new", "", b""), \
            ("rename", 7, 0, "new", "old", b"")
        self.assertEqual(self.after(*changes), {"study/old": b"old"})
        self.assertEqual(self.after(*changes, ("syncfs", 0, 0, "", "", b"")), {"study/old": b"xy"})

    def test_a_folder_is_a_name_too(self):
        changes = ("mkdir", 9, 0o700, "in", "", b""), ("create", 7, 0o600, "in/new", "", b""), ("sync", 9, 0, "in", "", b"")
        self.assertEqual(self.after(*changes), {"study/old": b"old"})
        self.assertEqual(self.after(*changes, ("sync", "ROOT", 0, "", "", b"")), {"study/old": b"old", "study/in/new": b""})

    def test_a_disk_that_writes_unasked(self):
        changes = [("create", 7, 0o600, "new", "", b"")] + [("write", 7, 1000 * n, "new", "", b"x" * 1000) for n in range(9)]
        ends = {tuple(sorted((name, len(data)) for name, data in self.after(*changes, dice=random.Random(n)).items())) for n in range(60)}
        self.assertGreater(len(ends), 5)
        self.assertIn((("study/old", 3),), ends)


class LeftOver(unittest.TestCase):
    def test_each_kind(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "study/out").mkdir(parents=True)
            (folder / "study/keys").mkdir()
            secret = b"AGE-SECRET-KEY-1" + b"Q" * 58
            for path, data in (("study/keys/custodian.key", secret + b"\n"), ("study/keys/twin", b"x" + secret), ("study/out/.moniker-0011.tmp", b""),
                               ("study/out/talk", b"the kettle under"), ("study/out/name", b"Mrs OAKHANGER"), ("study/out/open", b"")):
                (folder / path).write_bytes(data)
                (folder / path).chmod(0o644 if path.endswith("open") else 0o600)
            found = "\n".join(state.left_over(folder, {"command": "run study"}))
            for kind in ("a temporary file", "a second copy of a key: study/keys/twin", "words in clear: study/out/talk",
                         "words in clear: study/out/name", "open to others: study/out/open 644"):
                self.assertIn(kind, found)
            self.assertEqual(len(found.splitlines()), 5)


if __name__ == "__main__":
    unittest.main()
