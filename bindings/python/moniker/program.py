"""The program as a process that stays: lines of JSON go in, as many come out.

It is asked in rounds. A thread writes a round's lines while the caller's thread reads the answers, so neither pipe can fill
up, and whatever the lines are made of is only ever touched by the caller's thread. What goes wrong is one MonikerError with
what the program said of it; the program never says what a text holds, and no error here does.
"""
from __future__ import annotations

import dataclasses
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from types import TracebackType
from typing import IO, TypeVar, Union

PathLike = Union[str, "os.PathLike[str]"]
Self = TypeVar("Self", bound="Program")


class MonikerError(Exception):
    """What the program refused: its message and its place, what to do about it (`hint`), and its exit status."""

    def __init__(self, message: str, hint: str = "", status: int = 2) -> None:
        super().__init__(message)
        self.hint, self.status = hint, status

    def __reduce__(self) -> tuple[type[MonikerError], tuple[str, str, int]]:
        return MonikerError, (str(self), self.hint, self.status)   # engines carry it from their workers

    def __str__(self) -> str:
        return str(self.args[0])


def file_named(what: str, value: PathLike) -> str:
    """A key or a passphrase is given as the file it lies in; in clear it would stand in the list of processes."""
    name = os.fspath(value)
    if not os.path.isfile(name):   # the name is not repeated: it may be the key
        raise MonikerError(f"the {what} is no file", f"give the path of the file that the {what} lies in")
    return name


@dataclasses.dataclass(frozen=True)
class Settings:
    """What the program goes by. Plain data: engines can send it to their workers, which need the files at the same paths."""

    key: PathLike | None = None                # study.key, where there is no study
    study: PathLike | None = None              # its key, register, rules and operators
    passphrase_file: PathLike | None = None    # where the key lies under a passphrase
    profile: str | None = None                 # light, balanced, strict
    language: str | None = None
    off: Sequence[str] = ()                    # rules that do not count
    tagger: bool = True
    rules: PathLike | None = None
    program: PathLike | None = None            # default: the variable MONIKER, else `moniker` on the PATH

    def command(self, *words: str, keyed: bool) -> list[str]:
        named = os.fspath(self.program or os.environ.get("MONIKER") or "moniker")
        found = shutil.which(named)
        if found is None:
            raise MonikerError(f"the program {named} is not there", "install it, or set MONIKER to where it is")
        command = [found, *words]
        if keyed and self.key is not None:
            command += ["--key", file_named("key", self.key)]
        if keyed and self.passphrase_file is not None:
            command += ["--passphrase-file", file_named("passphrase", self.passphrase_file)]
        for option in ("study", "profile", "language", "rules"):
            value = getattr(self, option)
            command += [] if value is None else ["--" + option, os.fspath(value)]
        command += [word for what in self.off for word in ("--off", what)]
        return command if self.tagger else [*command, "--no-tagger"]


class Program:
    """One process. Use it in a `with`, or close() it."""

    def __init__(self, command: Sequence[str]) -> None:
        self._said: IO[bytes] = tempfile.TemporaryFile()   # standard error; it never holds a text
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._said)
        self._writer: threading.Thread | None = None
        self._round, self._broken = threading.Lock(), False

    def exchange(self, lines: Sequence[bytes]) -> list[bytes]:
        """As many lines as are given; each given one ends in a line feed and holds no other."""
        with self._round:   # engines call from several threads
            if self._broken:   # what comes next would be answers to another round
                raise MonikerError("an earlier round was not ended", "begin with a new one")
            self._broken = True
            self._writer = threading.Thread(target=self._write, args=(b"".join(lines),), daemon=True)
            self._writer.start()
            answers: list[bytes] = []
            while len(answers) < len(lines):
                assert self._process.stdout is not None
                answer = self._process.stdout.readline()
                if not answer.endswith(b"\n"):
                    raise self._error()
                answers.append(answer)
            self._broken = False
            return answers

    def _write(self, lines: bytes) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(lines)
            self._process.stdin.flush()
        except OSError:
            pass   # it has ended; why, it has said

    def _error(self) -> MonikerError:
        status = self._process.wait()
        self._said.seek(0)
        said = self._said.read().decode("utf-8", "replace").splitlines()
        errors, hints = ([line[len(start):] for line in said if line.startswith(start)]
                         for start in ("moniker: error: ", "moniker: hint: "))
        return MonikerError("; ".join(errors) or f"moniker ended with status {status} and said nothing", "; ".join(hints), status)

    def close(self) -> None:
        """Ends it. In the middle of a round, too: then nobody waits for what is still to be written."""
        if self._writer is not None and self._writer.is_alive():
            self._process.kill()
            self._writer.join()
        for pipe in (self._process.stdin, self._process.stdout):
            try:
                if pipe is not None:
                    pipe.close()
            except OSError:
                pass   # what it was not asked for any more
        self._process.wait()
        self._said.close()

    def __enter__(self: Self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
