#!/usr/bin/env bash
# age opens what is sealed, and moniker what age seals; minisign finds the audit log's signature good.
set -euo pipefail
. "$(dirname "$0")/made_study.bash"
for program in age minisign; do
  command -v $program >/dev/null || { echo "sealing.sh: there is no $program here"; exit 77; }
done
make_study
count=0
for file in study/out/*.age study/linkage/*.age; do
  cmp <(age -d -i "$identity" "$file") <("$moniker" decrypt "$file" -i "$identity")
  count=$((count + 1))
done
[ $count -gt 8 ]
age -r "$(cat study/keys/custodian.pub)" -o by-age.age plain/T01.txt
cmp plain/T01.txt <("$moniker" decrypt by-age.age -i "$identity")
minisign -V -q -p study/keys/signing.pub -m study/audit/audit.jsonl
"$moniker" export refi-qda study -i "$identity" -o export >/dev/null
minisign -V -q -p study/keys/signing.pub -m study/audit/audit.jsonl
age -d -i "$identity" export/study.qdpx.age >study.qdpx
echo "$count sealed files opened by age; the log's signature is good"
