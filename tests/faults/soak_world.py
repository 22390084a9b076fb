"""The world outside a study: people, what they said, files that come, change their names, are corrected and go."""
import csv
import json
import zipfile

FIRST = "Perpetua Barnaby Tamsin Ottoline Lysander Cordelia Montague Philippa Thaddeus Rosalind Ignatius Clementine Leopold " \
        "Henrietta Ambrose Winifred Cornelius Araminta Septimus Millicent".split()
LAST = "Oakhanger Quillfeather Wrexley Thistlewood Brackenbury Fennimore Hollingworth Marchbanks Pettifer Ravenscroft Silverthorne " \
       "Tattersall Underhill Vavasour Winterbourne Yardleigh Applegarth Bellwether Copperthwaite Dunmorrow".split()
EXTENSIONS = ("txt", "vtt", "srt", "csv", "jsonl", "docx")
SAYINGS = ("I saw {other} at the clinic on Tuesday.", "Dr {doctor} rang, and I was out.", "It was {other} who carried the shopping.",
           "The kettle under the staircase whistles.", "You can ring me on 01632 9601{two}.", "My neighbour goes to {town} for it.",
           "I have been slow since the winter.", "{other} and I walked to the shop.", "They gave me a new frame in the spring.")
QUESTIONS = ("How has the week been?", "Who helps you?", "And the walking?", "Is there anything else?")
TOWNS = ("Otley", "Ilkley", "Skipton", "Harrogate")
DOCTORS = ("Patel", "Okafor", "Lindqvist")
WORD_XML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def time_of(number, mark):
    return "00:%02d:%02d%s000" % (number * 5 // 60, number * 5 % 60, mark)


def as_docx(turns, path):
    body = "".join("<w:p><w:r><w:t xml:space='preserve'>%s: %s</w:t></w:r></w:p>" % turn for turn in turns)
    kinds = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='" \
            "application/vnd.openxmlformats-package.relationships+xml'/><Override PartName='/word/document.xml' ContentType='application/" \
            "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"
    ways = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='http://schemas." \
           "openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>"
    with zipfile.ZipFile(path, "w") as package:
        for name, text in (("[Content_Types].xml", kinds), ("_rels/.rels", ways),
                           ("word/document.xml", "<w:document xmlns:w='%s'><w:body>%s</w:body></w:document>" % (WORD_XML, body))):
            package.writestr(zipfile.ZipInfo(name), text)


def write_delivery(turns, path):
    kind = path.suffix[1:]
    if kind == "docx":
        return as_docx(turns, path)
    if kind == "txt":
        text = "\n\n".join("%s: %s" % turn for turn in turns) + "\n"
    elif kind == "vtt":
        text = "WEBVTT\n\n" + "\n".join("%s --> %s\n<v %s>%s</v>\n" % (time_of(n, "."), time_of(n + 1, "."), *turn) for n, turn in enumerate(turns))
    elif kind == "srt":
        text = "\n".join("%d\n%s --> %s\n%s: %s\n" % (n + 1, time_of(n, ","), time_of(n + 1, ","), *turn) for n, turn in enumerate(turns))
    elif kind == "csv":
        text = "speaker,text\n" + "".join('%s,"%s"\n' % turn for turn in turns)
    else:
        text = "".join(json.dumps({"speaker": speaker, "text": said}) + "\n" for speaker, said in turns)
    return path.write_text(text, encoding="utf-8")


class World:
    """`deliveries`: name of the file -> what it holds; `talks` never forgets one that was delivered."""

    def __init__(self, dice):
        self.dice, self.people, self.talks, self.number = dice, [], [], 0
        for _ in range(4):
            self.new_person()

    def new_person(self):
        n = len(self.people)
        if n == len(FIRST):
            return None
        person = {"number": "P%02d" % (n + 1), "name": "%s %s" % (FIRST[n], LAST[n]), "aliases": [], "withdrawn": False}
        self.people.append(person)
        return person

    def present(self):
        return [person for person in self.people if not person["withdrawn"]]

    def turns(self, speakers):
        made = []
        for n in range(self.dice.randint(3, 6)):
            others = [person["name"] for person in self.present() if person["name"] not in speakers] or ["the nurse"]
            made.append(("Interviewer", self.dice.choice(QUESTIONS)))
            said = self.dice.choice(SAYINGS).format(other=self.dice.choice(others), doctor=self.dice.choice(DOCTORS), town=self.dice.choice(TOWNS),
                                                    two="%02d" % self.dice.randrange(100))
            made.append((self.dice.choice(speakers).split()[0], "%s That was word %d of talk %d." % (said, n, self.number)))
        for name in speakers:
            made.append((name.split()[0], "I am %s, in talk %d." % (name, self.number)))
        return made

    def new_talk(self):
        self.number += 1
        speakers = [person["name"] for person in self.dice.sample(self.present(), min(len(self.present()), self.dice.choice((1, 1, 2))))]
        talk = {"file": "interview-%02d.%s" % (self.number, self.dice.choice(EXTENSIONS)), "number": self.number, "speakers": speakers,
                "turns": self.turns(speakers), "here": True, "gone": False}
        self.talks.append(talk)
        return talk

    def here(self):
        return [talk for talk in self.talks if talk["here"] and not talk["gone"]]

    def write(self, study):
        incoming = study / "incoming"
        wanted = {talk["file"]: talk for talk in self.here()}
        for path in incoming.iterdir():
            if path.name not in wanted:
                path.unlink()
        for name, talk in wanted.items():
            write_delivery(talk["turns"], incoming / name)
        self.write_register(study / "participants.csv")

    def write_register(self, file):
        with open(file, "w", encoding="utf-8", newline="") as out:
            table = csv.writer(out)
            table.writerow("number name aliases role gender age consent_date consent_scope sessions interview_date".split())
            known = [talk for talk in self.talks if not talk["gone"]]
            for person in self.present():
                files = [talk["file"] for talk in known if person["name"] in talk["speakers"]]
                sessions = ";".join("%s=%s" % (name, person["name"].split()[0]) for name in files)
                table.writerow([person["number"], person["name"], ";".join(person["aliases"]), "Patient", "female", "58", "2026-01-10", "analysis",
                                sessions, "2026-02-01" if files else ""])
            sessions = ";".join("%s=Interviewer" % talk["file"] for talk in known)
            table.writerow(["S1", "Amir Qureshi", "", "Interviewer", "male", "", "", "", sessions, "2026-02-01" if sessions else ""])
