"""captions.py PLAIN: each PLAIN/*.vtt and *.srt, read by webvtt-py and srt, has the words, voices and times of the .jsonl."""
import json
import pathlib
import sys

import srt
import webvtt


def squeezed(text):
    return "".join(text.split())


def seconds(caption_time):
    hours, minutes, rest = caption_time.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def check(name, captions, turns):
    """`captions`: (voice, words, start, end). Those of a turn follow one another; one without an end lasts till the next begins."""
    at = 0
    for turn, after in zip(turns, turns[1:] + [None]):
        wanted, got, start, end = squeezed(turn["text"]), "", None, None
        while len(got) < len(wanted):
            voice, text, begin, finish = captions[at]
            at += 1
            if voice != turn["speaker"]:
                sys.exit(f"{name}: caption {at} has another voice")
            got += squeezed(text)
            start = begin if start is None else start
            end = finish
        if got != wanted:
            sys.exit(f"{name}: caption {at} has other words")
        told = turn["end"] > turn["start"]
        last = turn["end"] if told or after is None else max(after["start"], turn["start"])
        if abs(start - turn["start"] / 1000) > 0.002 or end < start or (abs(end - last / 1000) > 0.002 and (told or after)):
            sys.exit(f"{name}: caption {at} has another time")
    if at != len(captions):
        sys.exit(f"{name}: {len(captions) - at} captions too many")


count = 0
for path in sorted(pathlib.Path(sys.argv[1]).glob("T*.vtt")):
    lines = path.with_suffix(".jsonl").read_text("utf-8").splitlines()
    turns = [t for t in map(json.loads, lines) if t["start"] is not None and t["text"]]
    read = [(c.voice or "", c.text, seconds(c.start), seconds(c.end)) for c in webvtt.read(str(path))]
    check(path.name, read, turns)
    read = []
    for c in srt.parse(path.with_suffix(".srt").read_text("utf-8")):
        voice, mark, rest = c.content.partition(": ")
        read.append((voice, rest, c.start.total_seconds(), c.end.total_seconds()) if mark else ("", c.content, 0, 0))
    check(path.with_suffix(".srt").name, read, turns)
    count += 1
if not count:
    sys.exit("nothing was compared")
print(count, "transcripts read by webvtt-py and srt")
