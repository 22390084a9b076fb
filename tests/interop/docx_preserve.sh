#!/usr/bin/env bash
# docx_preserve.sh MONIKER: LibreOffice opens a document that was kept in place, and finds the words of our .txt in it.
# Status 77: there is no LibreOffice.
set -euo pipefail
moniker=$(realpath "${1:?usage: docx_preserve.sh MONIKER}")
here=$(cd "$(dirname "$0")" && pwd)
if ! command -v soffice > /dev/null; then
  echo "docx_preserve.sh: LibreOffice is not installed"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 "$here/docx_preserve.py" "$moniker" "$here/../.." "$work"
