# Sourced by the tests beside it: the sample study, run with every format, opened. Leaves study/, plain/ (the opened outputs) and
# identity (the custodian's key file) in the working folder.
moniker=$(realpath "${1:?usage: $0 MONIKER}")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
sample=$here/../../sample_data
identity=$PWD/study/keys/custodian.key

make_study() {
  "$moniker" init study >/dev/null
  sed 's/^write:.*/write: [txt, docx, odt, vtt, srt, csv, html, jsonl]/' "$sample/moniker.yaml" >study/moniker.yaml
  cp "$sample/participants.csv" study/
  cp "$sample"/incoming/* study/incoming/
  "$moniker" keygen study >/dev/null
  "$moniker" run --quiet study >/dev/null || [ $? -eq 1 ]
  mkdir plain
  for file in study/out/*.age; do "$moniker" decrypt "$file" -i "$identity" -o "plain/$(basename "$file" .age)"; done
}

# python_with REQUIREMENTS...: a virtual environment in ./python; status 77 where it cannot be had.
python_with() {
  if ! { python3 -m venv python && python/bin/pip install --quiet "$@"; } >pip.log 2>&1; then
    echo "$(basename "$0"): could not be installed: $* ($(tail -n 1 pip.log))"
    exit 77
  fi
}
