#!/usr/bin/env bash
# package.sh BUILD SOURCE: makes the .deb, unpacks it somewhere else and runs the sample study with what was unpacked. The package
# is left in BUILD/package for deb.sh.
set -euo pipefail
build=$(realpath "$1")
source=$(realpath "$2")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cpack -G DEB --config "$build/CPackConfig.cmake" -B "$folder/deb" >cpack.log 2>&1 || { cat cpack.log; exit 1; }
deb=$(ls deb/moniker_*.deb)
mkdir -p "$build/package" && cp "$deb" "$build/package/moniker.deb"
dpkg-deb -I "$deb" | grep >/dev/null 'Depends:.*libre2' || { echo "the package does not say what it needs"; exit 1; }
dpkg-deb -x "$deb" root
for file in bin/moniker share/moniker/rules/en-GB share/moniker/rules/lists/names share/man/man1 \
            share/bash-completion/completions/moniker share/zsh/vendor-completions/_moniker \
            share/fish/vendor_completions.d/moniker.fish share/doc/moniker/copyright share/doc/moniker/docs/guide/README.md \
            lib/systemd/system/moniker@.service; do
  [ -e "root/usr/$file" ] || { echo "not in the package: $file"; exit 1; }
done
if find root -path '*lists/build*' | grep >/dev/null .; then echo "the list builder has no place in the package"; exit 1; fi
if grep -rqF "$source" root; then echo "the package knows the path it was built in"; exit 1; fi

moniker=$folder/root/usr/bin/moniker
unset MONIKER_RULES
"$moniker" init study >/dev/null
cp "$source"/sample_data/{moniker.yaml,participants.csv} study/
cp "$source"/sample_data/incoming/* study/incoming/
"$moniker" keygen study >/dev/null
status=0
"$moniker" run study --quiet || status=$?
[ "$status" -le 1 ] || exit "$status"
ls study/out/T01.txt.age >/dev/null
"$moniker" audit verify study
