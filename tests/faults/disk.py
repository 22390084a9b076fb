"""What lies on a disk when the power fails, from a trace of all changes that a program made (shim/trace.cpp).

The strict reading of POSIX: bytes are safe once their file was synced, names once their folder was; a folder that was
made is a name like another. `cut` loses all that is not safe. A disk may also have written anything of its own accord:
`mixed` lets the names that there were at some earlier moment and some of the bytes, to a sector's end, be there.
"""
import os
import pathlib
import stat

SECTOR = 512


class File:
    def __init__(self, data=b"", mode=0o600):
        self.data, self.safe, self.mode = bytearray(data), bytes(data), mode


class Folder:
    def __init__(self, mode=0o700):
        self.names, self.safe, self.mode = {}, {}, mode

    def keep(self):
        self.safe = dict(self.names)


class Disk:
    """The folders `roots` and all that is in them, as they are now and as they are safe."""

    def __init__(self, roots):
        self.inodes, self.top = {}, Folder()
        self.roots = [pathlib.Path(root) for root in roots]
        self.moves = []          # renames from one folder into another, which last together or not at all
        for root in self.roots:
            if root.exists():
                self._folder_for(root).names[root.name] = self._read(root)
        self._keep_all(self.top)

    def _read(self, path):
        facts = path.lstat()
        if stat.S_ISDIR(facts.st_mode):
            node = Folder(stat.S_IMODE(facts.st_mode))
            for entry in sorted(path.iterdir()):
                node.names[entry.name] = self._read(entry)
        else:
            node = File(path.read_bytes(), stat.S_IMODE(facts.st_mode))
        self.inodes[facts.st_ino] = node
        return node

    def _folder_for(self, path):
        """The folder that `path` is in; what is above the roots is always there."""
        node = self.top
        for part in path.parent.parts[1:]:
            if part not in node.names:
                node.names[part] = Folder(0o755)
                node.safe[part] = node.names[part]
            node = node.names[part]
        return node

    def _keep_all(self, folder):
        folder.keep()
        for node in folder.names.values():
            if isinstance(node, Folder):
                self._keep_all(node)
            else:
                node.safe = bytes(node.data)

    def keep_names(self, folder=None):
        folder = folder or self.top
        folder.keep()
        for node in folder.names.values():
            if isinstance(node, Folder):
                self.keep_names(node)

    def change(self, what, inode, at, path, to, data):
        path, to = pathlib.Path(path), pathlib.Path(to)
        node = self.inodes.get(inode)
        if what in ("create", "unnamed"):
            node = self.inodes[inode] = File(mode=at & 0o777)
            if what == "create":
                self._folder_for(path).names[path.name] = node
        elif what == "write":
            if at > len(node.data):
                node.data.extend(bytes(at - len(node.data)))
            node.data[at:at + len(data)] = data
        elif what in ("size", "grow"):
            if len(node.data) < at:
                node.data.extend(bytes(at - len(node.data)))
            elif what == "size":
                del node.data[at:]
        elif what == "mode":
            node.mode = at
        elif what == "mkdir":
            node = self.inodes[inode] = Folder(at & 0o777)
            self._folder_for(path).names[path.name] = node
        elif what == "link":
            self._folder_for(path).names[path.name] = node
        elif what == "rename":
            assert at == 0, "a rename of a kind that the model does not know"
            old, new = self._folder_for(path), self._folder_for(to)
            new.names[to.name] = old.names.pop(path.name)
            if old is not new:
                self.moves.append((old, path.name, new, to.name))
        elif what in ("unlink", "rmdir"):
            del self._folder_for(path).names[path.name]
        elif what == "sync":
            if isinstance(node, Folder):
                self._keep_folder(node)
            elif node is not None:
                node.safe = bytes(node.data)
        elif what == "syncfs":
            self._keep_all(self.top)
            for node in self.inodes.values():
                if isinstance(node, File):
                    node.safe = bytes(node.data)

    def _keep_folder(self, folder):
        for old, old_name, new, new_name in self.moves:
            if folder in (old, new):
                old.safe.pop(old_name, None)
                if new_name in new.names:
                    new.safe[new_name] = new.names[new_name]
        folder.keep()

    def write_safe(self, places):
        """Writes what is safe of each root to its place in `places`."""
        for root in self.roots:
            node = self.top
            for part in root.parts[1:]:
                node = node.safe.get(part) if node else None
            if node is not None:
                self._write(node, places[root])

    def _write(self, node, path):
        if isinstance(node, Folder):
            path.mkdir()
            for name, inner in node.safe.items():
                self._write(inner, path / name)
        else:
            path.write_bytes(node.safe)
        os.chmod(path, node.mode)


def read_trace(file):
    """(call number, what, inode, at, path, to, bytes) of every change."""
    data, at, changes = file.read_bytes(), 0, []
    while at < len(data):
        end = data.index(b"\n", at)
        what, number, inode, where, path, to, size = data[at:end].decode().split("\t")
        at = end + 1 + int(size)
        changes.append((int(number), what, int(inode), int(where), path, to, data[end + 1:at]))
    return changes


def at_power_cut(disk, changes, number, dice=None):
    """Brings `disk` to the state in which the power fails instead of call `number`; `dice` for what was written unasked."""
    made = [change for change in changes if change[0] < number]
    names_at = dice.randrange(len(made) + 1) if dice else -1
    for place, (_, what, inode, at, path, to, data) in enumerate(made):
        if place == names_at:
            disk.keep_names()
        disk.change(what, inode, at, path, to, data)
        if dice and what == "write" and dice.random() < 0.3:
            node = disk.inodes[inode]
            reached = at + len(data) if dice.random() < 0.5 else (at + dice.randrange(len(data) + 1)) // SECTOR * SECTOR
            node.safe = bytes(node.data[:reached]) + node.safe[reached:]
    return disk
