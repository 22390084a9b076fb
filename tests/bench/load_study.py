#!/usr/bin/env python3
"""Makes a study of any size for load tests; the same seed makes the same study, to the byte.

    load_study.py MONIKER SOURCE FOLDER [--transcripts N] [--bytes B] [--people P] [--big BYTES] [--seed S]

N transcripts of about B bytes, P participants of whom the first speak in them, and, where asked, one transcript of BIG
bytes. The names are drawn from the lists of SOURCE; the talk is invented.
"""
import argparse
import os
import pathlib
import random
import subprocess

SETTINGS = """study: "Load test (invented)"
register:
  file: participants.csv
  columns:
    number: replace
    name: replace
    aliases: drop
    role: keep
    consent_date: drop
    consent_scope: drop
    sessions: drop
roles:
  Interviewer: {prefix: INT, consent: exempt}
consent:
  required: [analysis]
rules: {profile: balanced, language: en-GB}
write: [txt]
seal: {recipients: [keys/custodian.pub]}
"""
ASKED = ["How did that come about?", "And who was there with you?", "Can you tell me a little more about that?",
         "What happened after the summer?", "Did anybody help you with it?", "How do you look back on it now?"]
SAID = ["Well, it was not what I had expected, if I am honest, but you get used to most things in the end.",
        "I used to go there every week, and then it stopped because nobody could drive me any more.",
        "They were very kind about it, all of them, and never made me feel that I was a burden.",
        "It is the small things that you miss, like walking down to the shop without thinking about it.",
        "So we sat in the kitchen and talked it over, and in the end we decided to wait another month.",
        "The appointment was cancelled twice, and the letter came a week after the day that it was for.",
        "My knees are not what they were, and the stairs at home are steep, but I manage with the rail.",
        "We had a good laugh about it afterwards, though at the time I could have cried."]
NAMED = ["{first} came round on Tuesday and said that it could not go on like this.",
         "I rang {first} {last} at the surgery in {place} and she put me through.",
         "That was on 14 March {year}, the week when {first} moved to {place}.",
         "You can reach me on 07700 900{digits}, or ask {first}.",
         "I was {age} years old then and lived with {first} in {place}."]
PLACES = ["Leeds", "Whitby", "Halifax", "Otley", "Skipton", "Harrogate", "Ilkley", "Bradford"]


def entries(source, *names):
    words = []
    for name in names:
        lines = pathlib.Path(source, "rules", "lists", "names", name).read_text(encoding="utf-8").splitlines()
        words += [line for line in lines if line and not line.startswith("#") and line.isascii() and line.isalpha()]
    return words


class Maker:
    def __init__(self, source, seed):
        self.dice = random.Random(seed)
        self.first = entries(source, "first.t1.txt")
        self.last = entries(source, "surname.t1.txt", "surname.t2.txt")

    def name(self):
        return self.dice.choice(self.first), self.dice.choice(self.last)

    def sentence(self):
        if self.dice.random() >= 0.25:
            return self.dice.choice(SAID)
        first, last = self.name()
        return self.dice.choice(NAMED).format(first=first, last=last, place=self.dice.choice(PLACES), age=self.dice.randint(20, 90),
                                              year=self.dice.randint(1950, 2020), digits="%03d" % self.dice.randint(0, 999))

    def talk(self, label, size, out):
        written = 0
        while written < size:
            answer = " ".join(self.sentence() for _ in range(self.dice.randint(1, 4)))
            turn = "Interviewer: %s\n\n%s: %s\n\n" % (self.dice.choice(ASKED), label, answer)
            out.write(turn)
            written += len(turn)


def make(options):
    study, maker = pathlib.Path(options.folder), Maker(options.source, options.seed)
    env = dict(os.environ, MONIKER_RULES=os.path.join(options.source, "rules"))
    for command in ("init", "keygen"):
        subprocess.run([options.moniker, command, str(study)], env=env, check=True, stdout=subprocess.DEVNULL)
    (study / "moniker.yaml").write_text(SETTINGS)
    files = ["talk-%06d.txt" % i for i in range(options.transcripts)] + (["big.txt"] if options.big else [])
    with open(study / "participants.csv", "w") as register:
        register.write("number,name,aliases,role,consent_date,consent_scope,sessions\n")
        for i in range(max(options.people, 1)):
            first, last = maker.name()
            sessions = ";".join("%s=%s" % (file, first) for file in files[i::max(options.people, 1)])
            register.write("R%06d,%s %s,,participant,2026-01-20,analysis,%s\n" % (i, first, last, sessions))
            for file in files[i::max(options.people, 1)]:
                with open(study / "incoming" / file, "w") as out:
                    maker.talk(first, options.big if file == "big.txt" else options.bytes, out)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("moniker")
    parser.add_argument("source")
    parser.add_argument("folder")
    parser.add_argument("--transcripts", type=int, default=1000)
    parser.add_argument("--bytes", type=int, default=1000)
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--big", type=int, default=0)
    parser.add_argument("--seed", type=int, default=20260131)
    make(parser.parse_args())
