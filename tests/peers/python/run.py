"""Runs one Python peer: run.py PEER MODE <texts >spans.

Texts are JSON lines {"id", "text"}; spans {"id", "spans": [{"start", "end", "label"}]} with UTF-8 byte offsets and
the peer's own labels. The last line on standard error is the seconds of processor time that the peer's calls took.
A peer is a module beside this one with start(mode), which gives a function from a text to (begin, end, label) in
characters.
"""
import importlib
import json
import sys
import time
import warnings


def byte_offsets(text):
    """Where each character begins, in UTF-8; one more for the end."""
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + len(character.encode()))
    return offsets


def main(peer, mode):
    warnings.simplefilter("ignore")
    find = importlib.import_module("peer_" + peer).start(mode)
    find("Tom Baker moved to Leeds on 4 May.")   # what is loaded late is not counted
    seconds = 0.0
    for line in sys.stdin:
        document = json.loads(line)
        begin = time.process_time()
        found = list(find(document["text"]))
        seconds += time.process_time() - begin
        at = byte_offsets(document["text"])
        spans = [{"start": at[b], "end": at[e], "label": label} for b, e, label in found if b < e]
        print(json.dumps({"id": document["id"], "spans": spans}))
    print(seconds, file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
