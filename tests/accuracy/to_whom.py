"""To whom a misspelt, misheard, inflected or shortened name of the register goes: the real program over a generated study.

Sixty people are drawn, and every few of them talk about the others, whose names are written as transcribers and captions
write them. What stands in the place of each is told by the output's turn: the right ID, somebody else's, a pseudonym of
its own, or the name still in clear. A form counts that is nearer to its own name than to any other word of the register
(`fair` says how); whoever cannot say from the form alone who is meant must not be asked to.
"""
import csv
import json
import pathlib
import re
import sys
import tempfile
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "golden"))
from study import Study  # noqa: E402

WOMEN = """Rosemary Gwendolen Ifeoma Parminder Bronagh Justyna Mairead Temperance Shabnam Folashade Ottoline Catriona Deirdre
Nasreen Philomena Bethan Marjorie Violetta Hermione Zofia Josephine Constance Lorraine Millicent Nerys Yasmin Imelda Roisin
Henrietta Jacinta Sukhwinder Dorothea Elspeth Angharad Valerie Rukhsana Theodora Wilhelmina Geraldine Barbara""".split()
MEN = """Benedict Chukwuemeka Lancelot Gurdeep Padraic Zbigniew Fearghal Kenneth Emmanuel Sebastian Mordecai Hamish Tomos
Jasvinder Leopold Aneurin Vincent Ignatius Rupert Olumide Frederick Montague Dafydd Stanislaw Cormac Ebenezer Harvinder
Ambrose Reginald Lysander Iestyn Quentin Timothy Bartosz Humphrey Clarence Oswald Gilbert Nicholas Raymond""".split()
SURNAMES = """Hardcastle Ollerenshaw Okafor Bhattacharya McGillicuddy Wojciechowski Llewellyn Thistlethwaite Chaudhry Feathers
Barraclough Gudgeon Macpherson Prendergast Grimshaw Adebayo Kirkbride Hollingworth Sidhu Trelawney Cholmley Rattigan Duckett
Fothergill Pemberton Nwosu Szymanski Cadwallader Heptonstall Marchmont Venables Butterworth Ogilvie Rajaratnam Whittaker Kinsella
Applegarth Bowerman Crowther Dinsdale Eastwood Fairweather Garforth Hinchliffe Inskip Jaggard Kellett Lumsden Micklethwait Newbould
Oxtoby Pilkington Quigley Rowbotham Stapleton Turnbull Umpleby Verity Wadsworth Yarborough Zielinski Abernethy Bickerstaff
Cunliffe Dewhurst Entwhistle Featherstonehaugh Gascoigne Heseltine Jorgensen Kowalski Leatherbarrow Murgatroyd Nuttall
Osbaldeston Pickavance Redmayne Shuttleworth Tunnicliffe Womersley""".split()
SAID = ["So then {} came round about it.", "I was with {} when they rang.", "They asked {} about the tablets first.", "Well, {} said the same to me."]
KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
HEARD = [("ph", "f"), ("ck", "k"), ("th", "t"), ("ie", "ei"), ("ll", "l"), ("nn", "n"), ("tt", "t"), ("rr", "r"), ("ee", "ea"), ("ea", "ee"), ("gh", ""),
         ("y", "i"), ("c", "k"), ("er", "ar"), ("ou", "ow"), ("or", "aw"), ("s", "z"), ("ai", "ay"), ("wh", "w"), ("ei", "ie")]
VOWELS = "aeiou"
FOR_RIGHT, WRONG, LEAKED = 0.90, 0, 0


def keyboard(word, rng):
    """One slip of a finger: the key beside, a letter left out, twice or before the one it follows; the first letter stays."""
    at, kind = rng.randrange(1, len(word) - 1), rng.randrange(4)
    if kind == 0:
        row = next((r for r in KEYS if word[at].lower() in r), None)
        if row is None:
            return word
        place = row.index(word[at].lower())
        return word[:at] + rng.choice([row[p] for p in (place - 1, place + 1) if 0 <= p < len(row)]) + word[at + 1:]
    if kind == 1:
        return word[:at] + word[at + 1:]
    if kind == 2:
        return word[:at] + word[at] + word[at:]
    return word[:at] + word[at + 1] + word[at] + word[at + 2:]


def ear(word, rng):
    """As somebody writes who heard it and never saw it."""
    able = [(heard, typed) for heard, typed in HEARD if heard in word[1:]]
    if not able:
        return word
    heard, typed = rng.choice(able)
    return word[0] + word[1:].replace(heard, typed, 1)


def captions(word, rng):
    """As a machine writes it: small, a vowel that was not said so, or in two words."""
    small = word.lower()
    if len(small) >= 9 and rng.random() < 0.4:
        at = rng.randrange(4, len(small) - 3)
        return small[:at] + " " + small[at:]
    places = [i for i in range(1, len(small)) if small[i] in VOWELS]
    if not places:
        return small
    at = rng.choice(places)
    return small[:at] + rng.choice([v for v in VOWELS if v != small[at]]) + small[at + 1:]


def plural(surname):
    return "the " + surname + ("es" if surname[-1] in "sxz" or surname.endswith(("ch", "sh")) else "s")


def distance(a, b):
    """Damerau and Levenshtein's, with neighbours changing places."""
    rows = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (x != y)))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                row[-1] = min(row[-1], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]


def folded(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if c.isalpha())


def drawn_people(rng):
    given = [(name, "female") for name in rng.sample(WOMEN, 30)] + [(name, "male") for name in rng.sample(MEN, 30)]
    rng.shuffle(given)
    return [(name, surname, gender) for (name, gender), surname in zip(given, rng.sample(SURNAMES, 60))]


def short_forms(source):
    """Given name -> its short forms; those of several names are nobody's."""
    table = {}
    for line in pathlib.Path(source, "rules/lists/names/nicknames.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            full, short = line.split("\t")[:2]
            table[folded(full)] = short.split(",")
    return table


def fair(form, own, others):
    """Whether what was written is nearer by two to the name it was made from than to any other of the register."""
    return all(distance(folded(form), folded(other)) >= distance(folded(form), folded(own)) + 2 for other in others)


def ordinary_words(source):
    """A name that a machine heard as a word of the language cannot be told from it."""
    return {folded(line.split("\t")[0]) for name in ("common", "dictionary")
            for line in pathlib.Path(source, "rules/lists/words/%s.txt" % name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")}


def slips(people, short, ordinary, rng):
    """(kind, whose, words) for every person: slips of given name and surname, and the forms that grammar and friends make."""
    words = [word for given, surname, _ in people for word in (given, surname)]
    for who, (given, surname, _) in enumerate(people):
        for name in (given, surname):
            others = [word for word in words if word != name]
            for kind, make in (("keyboard", keyboard), ("ear", ear), ("captions", captions)):
                form = make(name, rng)
                told = not any(folded(word) in ordinary for word in form.split())
                if len(name) >= 6 and folded(form) != folded(name) and told and fair(form, name, others):
                    yield kind, who, form
        yield "plural", who, plural(surname)
        yield "possessive", who, rng.choice([given, surname]) + rng.choice(["'s", "’s"]) + " brother"
        taken = {folded(other) for one in people if one[0] != given for other in [one[0]] + short.get(folded(one[0]), [])}
        able = [one for one in short.get(folded(given), []) if folded(one) not in taken and folded(one) not in {folded(w) for w in words}]
        if able:
            yield "diminutive", who, rng.choice(able)


def transcripts(people, cases, rng):
    """Cases by transcript, each with three who speak in it; nobody of them says their own name. Who is misspelt is elsewhere; who is
    called by a given name or short for it sits there, for wherever people are told of, some Barbara is (docs/identity.md)."""
    order = list(range(len(people)))
    rng.shuffle(order)
    rooms = [order[i:i + 3] for i in range(0, len(order), 3)]
    held = [[] for _ in rooms]
    for case in cases:
        rng_room = rng.randrange(len(rooms))
        while (case[1] in rooms[rng_room]) != (case[0] in ("possessive", "diminutive")):
            rng_room = (rng_room + 1) % len(rooms)
        held[rng_room].append(case)
    return [(room, said) for room, said in zip(rooms, held) if said]


def write_material(folder, people, rooms, rng):
    """The study's files, and for every transcript its turns: (case, sentence) in the order of the talk."""
    folder.mkdir()
    speaks = {who: "talk-%02d.txt=%s" % (i, people[who][0]) for i, (room, _) in enumerate(rooms) for who in room}
    with open(folder / "participants.csv", "w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out)
        rows.writerow(["number", "name", "role", "gender", "sessions"])
        rows.writerows(["R%03d" % i, "%s %s" % (given, surname), "", gender, speaks.get(i, "")] for i, (given, surname, gender) in enumerate(people))
    (folder / "moniker.yaml").write_text("""study: to whom
register:
  file: participants.csv
  columns: {number: replace, name: replace, role: keep, gender: keep, sessions: drop}
checks: {duration: {min: 0, max: 600}, gap: 600}
write: [jsonl]
seal: {recipients: [keys/custodian.pub]}
""")
    turns = []
    for i, (room, said) in enumerate(rooms):
        talk = []
        for at, case in enumerate(said):
            says = room[at % len(room)] if room[at % len(room)] != case[1] else room[(at + 1) % len(room)]
            talk.append((people[says][0], case, SAID[rng.randrange(len(SAID))].format("\0")))
        (folder / ("talk-%02d.txt" % i)).write_text("\n\n".join("%s: %s" % (who, line.replace("\0", case[2])) for who, case, line in talk) + "\n",
                                                    encoding="utf-8")
        turns.append(talk)
    return turns


def judged(case, line, text):
    """right, wrong, own or leaked: what stands where the name stood. `line` has the rest of the sentence."""
    before, after = line.split("\0")
    body = text[len(before):len(text) - len(after)] if text.startswith(before) and text.endswith(after) else text
    if any(len(word) > 3 and word in folded(body) for word in map(folded, case[2].replace(" brother", "").replace("the ", "").split())):
        return "leaked"
    ids = set(re.findall(r"\[(ID\d+)\]", body))
    if not ids:
        return "own" if "[" in body else "leaked"
    return "right" if ids == {"ID%02d" % (case[1] + 1)} else "wrong"


def measure(moniker, source, seed, rng):
    """What became of every case: {(kind, outcome): [words]}, and how many transcripts did not come out."""
    people = drawn_people(rng)
    rooms = transcripts(people, list(slips(people, short_forms(source), ordinary_words(source), rng)), rng)
    outcome, held = {}, 0
    with tempfile.TemporaryDirectory() as folder:
        material = pathlib.Path(folder, "material")
        turns = write_material(material, people, rooms, rng)
        study = Study(moniker, source, pathlib.Path(folder, "study"), material)
        study.deliver(sorted(material.glob("talk-*.txt")))
        done = study.run("--quiet")
        if done.returncode > 1:
            raise AssertionError("seed %s: moniker run: status %d\n%s" % (seed, done.returncode, done.stderr.decode()))
        for i, talk in enumerate(turns):
            sealed = study.root / "out" / ("T%02d.jsonl.age" % (i + 1))
            if not sealed.exists():
                held += 1
                continue
            lines = [json.loads(one)["text"] for one in study.decrypt(sealed).decode().splitlines()]
            assert len(lines) == len(talk), "turns went astray"
            for (_, case, line), text in zip(talk, lines):
                outcome.setdefault((case[0], judged(case, line, text)), []).append("%s for %s %s: %s" % ((case[2],) + people[case[1]][:2] + (text,)))
    return outcome, held


def told(outcome, held, seed, wordy):
    """Prints a seed's table; says whether it stands to what is demanded."""
    kinds = sorted({kind for kind, _ in outcome})
    count = {what: sum(len(cases) for (_, one), cases in outcome.items() if one == what) for what in ("right", "own", "wrong", "leaked")}
    total = sum(count.values())
    print("seed %s: %d names in another form: right ID %.3f, own pseudonym %d, wrong ID %d, leaked %d; %d transcripts held back" %
          (seed, total, count["right"] / total, count["own"], count["wrong"], count["leaked"], held))
    for kind in kinds:
        of = {what: len(outcome.get((kind, what), [])) for what in count}
        print("  %-11s right %3d, own %3d, wrong %3d, leaked %3d" % (kind, of["right"], of["own"], of["wrong"], of["leaked"]))
    for what in ("wrong", "leaked") + (("own",) if wordy else ()):
        for kind in kinds:
            for case in outcome.get((kind, what), []):
                print("  %s (%s): %s" % (what, kind, case))
    return count["right"] >= FOR_RIGHT * total and count["wrong"] <= WRONG and count["leaked"] <= LEAKED and held == 0
