#!/usr/bin/env python3
"""Fills a study's registry with N entities that nobody bears, to see what a registry of that size costs.

    simulate_registry.py REGISTRY.sqlite N

The registry must be one that moniker made; it keeps its own entities. Hashes come in ascending order, as a table that is
built in key order is the densest and quickest: a registry that grew by itself is up to half as large again.
"""
import hashlib
import sqlite3
import sys
import time


def hash_of(number, count):
    head = (number * ((1 << 64) - 1) // count).to_bytes(8, "big")
    return head + hashlib.blake2b(number.to_bytes(8, "big"), digest_size=24).digest()


def main():
    file, count = sys.argv[1], int(sys.argv[2])
    registry = sqlite3.connect(file, isolation_level=None)
    for line in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -200000", "BEGIN"):
        registry.execute(line)
    first = 1 + registry.execute("SELECT coalesce(max(number), 0) FROM entity WHERE kind = 'PERSON'").fetchone()[0]
    began = time.monotonic()
    registry.executemany("INSERT INTO entity VALUES ('PERSON', ?)", ((first + n,) for n in range(count)))
    registry.executemany("INSERT OR IGNORE INTO form VALUES ('PERSON', ?, ?)", ((hash_of(n, count), first + n) for n in range(count)))
    registry.execute("COMMIT")
    print("%d entities in %.0f s" % (count, time.monotonic() - began))


if __name__ == "__main__":
    main()
