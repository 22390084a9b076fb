"""wer.py MONIKER TRANSCRIPTS WORK: word error rates of moniker and of jiwer on the same talk, misheard at known rates.

Twice: with every word replaced by a made-up one, so that normalisation changes nothing and the two must count the same; and with the
talk as it is against what a recogniser makes of it (small letters, no points, contractions in full, no fillers), normalised by
Whisper's normaliser for jiwer, so that the two must nearly agree. Prints a table; exits with 1 where they do not.
"""
import json
import pathlib
import random
import re
import subprocess
import sys

import jiwer
from whisper_normalizer.english import EnglishTextNormalizer

RATES = (0.0, 0.02, 0.1, 0.25, 0.5)
MOST_APART = 0.01   # of the rates, where the two normalise by tables of their own
FULL = {"don't": "do not", "can't": "can not", "i'm": "i am", "you're": "you are", "we've": "we have", "it's": "it is", "i'll": "i will"}


def talk_of(path):
    """The words of a transcript in plain text or captions, and nothing beside them."""
    lines, kept = path.read_text(encoding="utf-8", errors="replace").lstrip("\ufeff").splitlines(), []
    for line, following in zip(lines, lines[1:] + [""]):
        if "-->" in line or "-->" in following or line.startswith(("WEBVTT", "NOTE")):   # times, names of captions, heads
            continue
        kept.append(re.sub(r"^\s*\[?[\d:.]*\]?\s*[A-Z][\w. ]{0,30}:\s", "", re.sub(r"<[^>]*>", " ", line)))
    return re.sub(r"\[[^\]]*\]|\([^)]*\)|\*", " ", " ".join(kept)).split()


def misheard(words, rate, seed):
    dice, heard = random.Random(seed), []
    for word in words:
        if dice.random() >= rate:
            heard.append(word)
            continue
        what = dice.randrange(3)
        if what != 1:
            heard.append(dice.choice(words))
        if what == 2:
            heard.append(word)
    return heard


def made_up(words):
    """The same talk in words that mean nothing: zba, zbe ..."""
    letters, names = "bcdfglmprstv", {}
    for word in words:
        number, name = names.setdefault(word, len(names)), "z"
        names[word] = number
        while True:
            name += letters[number % 12] + "aeiou"[number // 12 % 5]
            number //= 60
            if number == 0:
                break
        yield name


def recognised(words):
    for word in words:
        word = re.sub(r"[^\w'%£]+", " ", word.lower().replace("\u2019", "'"))
        for part in word.split():
            if part not in ("um", "uh", "er", "erm", "hmm", "mm"):
                yield from FULL.get(part, part).split()


def by_moniker(moniker, work, said, written):
    for name, words in (("said", said), ("written", written)):
        text = " ".join(words)
        (work / (name + ".txt")).write_text("".join("A: %s\n" % text[i:j] for i, j in turns(text)), encoding="utf-8")
    result = subprocess.run([moniker, "check", "--json", "--against", work / "said.txt", work / "written.txt"], capture_output=True, text=True)
    if result.returncode not in (0, 1):
        sys.exit("moniker: status %d: %s" % (result.returncode, result.stderr))
    return json.loads(result.stdout)


def turns(text):
    """Lines of some hundred letters, cut at blanks."""
    at = 0
    while at < len(text):
        end = text.find(" ", at + 400)
        end = len(text) if end < 0 else end
        yield at, end
        at = end + 1


def main():
    moniker, folder, work = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    files = sorted(p for p in folder.iterdir() if p.suffix in (".txt", ".vtt", ".srt"))
    if not files:
        sys.exit("no transcripts in %s" % folder)
    normal, failed, talks = EnglishTextNormalizer(), 0, {p.name: talk_of(p) for p in files}
    talks["all of them"] = [word for talk in list(talks.values()) for word in talk]
    print("%-22s %6s %6s | %8s %8s | %8s %8s" % ("talk", "words", "wrong", "moniker", "jiwer", "moniker", "Whisper"))
    for name, talk in talks.items():
        for seed, rate in enumerate(RATES):
            plain = list(made_up(talk))
            written = misheard(plain, rate, seed)
            ours, theirs = by_moniker(moniker, work, plain, written), jiwer.process_words(" ".join(plain), " ".join(written))
            count = theirs.substitutions + theirs.deletions + theirs.insertions
            errors = ours["errors"]
            exact = errors["changed"] + errors["missing"] + errors["added"]
            heard = list(recognised(misheard(talk, rate, seed)))
            spoken = by_moniker(moniker, work, talk, heard)["errors"]["error_rate"]
            whisper = jiwer.wer(normal(" ".join(talk)), normal(" ".join(heard)))
            wrong = exact != count or ours["against_words"] != len(plain) or abs(spoken - whisper) > MOST_APART
            failed += wrong
            print("%-22s %6d %5.0f%% | %8d %8d | %7.2f%% %7.2f%%%s" % (name, len(plain), 100 * rate, exact, count, 100 * spoken,
                                                                   100 * whisper, "  <- differ" if wrong else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
