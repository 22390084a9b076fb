"""scrubadub. default: as it comes, which looks for no names; names: with its detector of proper nouns, and for Britain.

That detector asks for NLTK's sentence and part-of-speech models, which no package ships. NLTK's untrained sentence
splitter and TextBlob's other tagger, which comes with it, stand in for them.
"""
import nltk
import scrubadub
import textblob
from nltk.tokenize import NLTKWordTokenizer, PunktSentenceTokenizer
from textblob.en.taggers import PatternTagger


def start(mode):
    if mode == "default":
        scrubber = scrubadub.Scrubber()
    else:
        nltk.tokenize.sent_tokenize = PunktSentenceTokenizer().tokenize
        nltk.tokenize.word_tokenize = NLTKWordTokenizer().tokenize
        textblob.TextBlob.pos_tagger = PatternTagger()
        scrubber = scrubadub.Scrubber(locale="en_GB")
        scrubber.add_detector(scrubadub.detectors.TextBlobNameDetector)
    return lambda text: [(f.beg, f.end, label(f)) for f in scrubber.iter_filth(text)]


def label(filth):
    """Of filth that was merged from several kinds, the first in the alphabet."""
    return min(f.type for f in filth.filths) if hasattr(filth, "filths") else filth.type
