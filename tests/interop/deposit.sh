#!/usr/bin/env bash
# What `moniker deposit` makes: bags that bagit of the Library of Congress finds whole, and DDI and DataCite metadata that are
# valid against their schemas, where the folder DEPOSIT_SCHEMAS has them; otherwise what both require is looked for.
set -euo pipefail
. "$(dirname "$0")/made_study.bash"
python_with 'setuptools<81' bagit==1.9.0
make_study
printf 'We agree that what we say is archived.\n' >study/wording.txt
cat >>study/moniker.yaml <<'EOS'
policies: {archive: {columns: [role, gender, age], replace: {DATE: decade}}}
deposit: {others: turns, wording: wording.txt, creators: ["Doe, A"], publisher: An Archive, abstract: Talk, licence: CC BY 4.0, keywords: [care, talk]}
EOS
"$moniker" deposit study -i "$identity" -o brackets --access safeguarded >/dev/null 2>&1
"$moniker" deposit study -i "$identity" -o xml --access controlled --marks xml >/dev/null 2>&1
sed -i 's/others: turns/others: transcript/; s/creators: [^]]*], publisher: An Archive, abstract: Talk, //' study/moniker.yaml
"$moniker" deposit study -i "$identity" -o bare --access open >/dev/null 2>&1 || [ $? -eq 1 ]
for made in brackets xml bare; do
  python/bin/python -m bagit --quiet --validate "$made/bag"
  python/bin/python "$here/deposit.py" "$made/bag/data"
done
# A byte more, and it is whole no longer.
echo >>bare/bag/data/README.txt
if python/bin/python -m bagit --quiet --validate bare/bag 2>/dev/null; then
  echo "bagit finds a changed bag whole"
  exit 1
fi
schemas=0
if command -v xmllint >/dev/null; then
  for schema in $(find "${DEPOSIT_SCHEMAS:-/nonexistent}" -path '*codebook.xsd' -o -path '*kernel-4.5/metadata.xsd' 2>/dev/null); do
    case $schema in *codebook.xsd) file=ddi-codebook.xml ;; *) file=datacite.xml ;; esac
    xmllint --nonet --noout --schema "$schema" {brackets,xml,bare}/bag/data/metadata/$file 2>xmllint.log || { cat xmllint.log; exit 1; }
    schemas=$((schemas + 1))
  done
fi
[ $schemas -gt 0 ] || echo "deposit.sh: DEPOSIT_SCHEMAS names no folder with schemas, so none was tried"
echo "3 bags are whole, and their metadata valid against $schemas schemas"
