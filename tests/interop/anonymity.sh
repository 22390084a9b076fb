#!/usr/bin/env bash
# What `moniker participants` says of k-anonymity and l-diversity beside what pycanon says of the same attributes.
set -euo pipefail
. "$(dirname "$0")/made_study.bash"
python_with pycanon==1.3.6
make_study
for columns in role role,gender gender,region age,region service_type,gender; do
  "$moniker" participants study -i "$identity" --columns "$columns" --attribution "$columns" --json >"$columns.json" || [ $? -eq 1 ]
done
python/bin/python "$here/anonymity.py" plain/attributes.csv ./*.json
