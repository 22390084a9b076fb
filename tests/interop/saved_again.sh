#!/usr/bin/env bash
# Documents that LibreOffice saved as rtf, odt and docx are read as what they were saved from: the same words under the same
# labels, told by `moniker check --against`; words of many scripts too.
set -euo pipefail
. "$(dirname "$0")/made_study.bash"
if ! command -v soffice >/dev/null; then
  echo "saved_again.sh: there is no LibreOffice here"
  exit 77
fi
cp "$sample"/incoming/focus-group-1.docx "$sample"/incoming/interview-01.docx "$sample"/incoming/interview-03.txt .
cat >scripts.txt <<'TALK'
Anna: Ŵyn, Tŷ, café, naïve — “quoted” ‘it’s’ … 😀 done.
Ben: Привет, Анна! 你好，世界。 שלום עולם, مرحبا.
Anna: Braces {curly} and \backslash\ and \u1234 and 5 < 6 && 7 > 2, "plain".
Ben: € £ ¥ ™, and the end.
TALK
office() { soffice --headless "-env:UserInstallation=file://$PWD/profile" "$@" >>office.log 2>&1; }
for format in rtf odt docx; do
  office --infilter="Text (encoded):UTF8" --convert-to $format --outdir $format ./*.txt
  office --convert-to $format --outdir $format ./*.docx
done
failed=0
for file in *.txt *.docx; do
  for format in rtf odt docx; do
    saved=$format/${file%.*}.$format
    found=$("$moniker" check --json --against "$file" "$saved" | python3 -c '
import json, sys
d = json.load(sys.stdin)
e = d["errors"]
wrong = sum(words for v, row in enumerate(d["words_of_voice_by_speaker"]) for s, words in enumerate(row)
            if d["voices"][v]["is"] != s)
print(e["changed"], e["missing"], e["added"], wrong + len(d["voices"]) - len(d["speakers"]))') || found=unread
    echo "$saved: $found"
    [ "$found" = "0 0 0 0" ] || failed=1
  done
done
exit $failed
