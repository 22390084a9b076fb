#!/usr/bin/env bash
# Heads and proofs of the audit log, with golang.org/x/mod/sumdb: it reads moniker's, and moniker reads its.
set -euo pipefail
moniker=$1
here=$(cd "$(dirname "$0")" && pwd)
command -v go >/dev/null || exit 77
cp -r "$here/tlog" program
(cd program && go build -o ../tlog . ) || exit 77
"$moniker" init study >/dev/null
cp "$here"/../golden/studies/two-interviews/{moniker.yaml,participants.csv} study/
cp "$here"/../golden/studies/two-interviews/incoming/* study/incoming/
"$moniker" keygen study >/dev/null
"$moniker" run study --quiet || [ $? -eq 1 ]
cp study/audit/checkpoint old
"$moniker" run study --quiet || [ $? -eq 1 ]
key=study/keys/signing.pub
name=$(head -1 old)
# As https://c2sp.org/signed-note has keys: NAME+ID+BASE64, of 1 and the key's bytes.
vkey=$(python3 - "$name" $key <<'P'
import base64, hashlib, sys
name, file = sys.argv[1:]
point = b"\x01" + base64.b64decode(open(file).read().split("\n")[1])[10:]
print(name + "+" + hashlib.sha256(name.encode() + b"\n" + point).hexdigest()[:8] + "+" + base64.b64encode(point).decode())
P
)
"$moniker" audit consistency study old -o consistency
for number in 1 2 3 5 8 "$(wc -l < study/audit/audit.jsonl)"; do
  rm -f proof theirs theirs-consistency
  "$moniker" audit prove study "$number" -o proof
  ./tlog check study/audit/audit.jsonl study/audit/checkpoint proof old consistency "$vkey"
  ./tlog make study/audit/audit.jsonl study/keys/signing.key "$name" $((number - 1)) "$number" theirs theirs-consistency
  "$moniker" audit verify-proof theirs -p $key | grep "^good: record $number is in the log"
  "$moniker" audit verify-proof theirs-consistency -p $key | grep "begins with the one of $number\$"
  cmp <(sed '/^— /d' proof) <(sed '/^— /d' theirs)
done
