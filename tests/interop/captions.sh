#!/usr/bin/env bash
# webvtt-py and srt read the captions that are written: the same turns, voices and times as in jsonl.
set -euo pipefail
. "$(dirname "$0")/made_study.bash"
python_with webvtt-py==0.5.1 srt==3.5.3
make_study
python/bin/python "$here/captions.py" plain
