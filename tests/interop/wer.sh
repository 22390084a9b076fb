#!/usr/bin/env bash
# The word error rates of `moniker check --against` beside those of jiwer, with and without Whisper's normaliser of English.
set -euo pipefail
. "$(dirname "$0")/made_study.bash"
python_with jiwer==4.0.0 whisper-normalizer==0.1.15
python/bin/python "$here/wer.py" "$moniker" "$sample/incoming" "$PWD"
