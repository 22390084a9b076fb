#!/usr/bin/env bash
# openpyxl reads the workbooks that are written, cell by cell; moniker reads those that openpyxl and XlsxWriter write.
set -euo pipefail
. "$(dirname "$0")/made_study.bash"
python_with openpyxl==3.1.5 XlsxWriter==3.2.9
make_study
"$moniker" export nvivo study -i "$identity" -o package --plain >/dev/null 2>&1
python/bin/python "$here/spreadsheets.py" package made
"$moniker" inspect --json made/*.xlsx >inspected.json
python3 - <<'P'
import json
for one in json.load(open("inspected.json")):
    assert one["format"] == "xlsx" and one["turns"] == 3 and one["words"] == 9, one["file"]
    assert [one["times"][k] for k in ("begin", "turns")] == [5.0, 3], one["file"]
P
