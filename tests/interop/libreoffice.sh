#!/usr/bin/env bash
# LibreOffice opens every docx and odt that is written, and says the same words by the same speakers; and what it makes of
# delivered docx as odt and rtf is read alike.
set -euo pipefail
. "$(dirname "$0")/made_study.bash"
command -v soffice >/dev/null || { echo "libreoffice.sh: there is no LibreOffice here (Debian: libreoffice-writer-nogui)"; exit 77; }
office() { soffice --headless "-env:UserInstallation=file://$PWD/profile" --convert-to "$1" --outdir "$2" "${@:3}" >office.log 2>&1; }
make_study
for format in docx odt; do
  office txt:Text "as-$format" plain/*."$format"
done
python3 "$here/libreoffice.py" plain as-docx as-odt
mkdir delivered
cp "$sample"/incoming/*.docx delivered/
office odt delivered delivered/*.docx
office rtf delivered delivered/*.docx
"$moniker" inspect --json delivered/* >inspected.json
python3 "$here/libreoffice.py" --inspected inspected.json
