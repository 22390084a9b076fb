#!/usr/bin/env bash
# wer.sh MONIKER: the word error rates of `moniker check --against` beside those of jiwer, with and without Whisper's normaliser of
# English. Installs both, versions pinned, into a virtual environment that goes when it is done. Status 77: they cannot be had.
set -euo pipefail
moniker=$(realpath "${1:?usage: wer.sh MONIKER}")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if ! { python3 -m venv "$work/python" && "$work/python/bin/pip" install --quiet -r "$here/wer.requirements.txt"; } > "$work/log" 2>&1; then
  echo "wer.sh: jiwer could not be installed: $(tail -n 1 "$work/log")" >&2
  exit 77
fi
"$work/python/bin/python" "$here/wer.py" "$moniker" "$here/../../sample_data/incoming" "$work"
