#!/usr/bin/env bash
# deb.sh BUILD SOURCE: installs BUILD/package/moniker.deb, which package.sh made, with apt in a root of its own, upgrades it, and
# purges it.
#   deb.sh BUILD SOURCE          that root is this machine's, with all that is written to it kept apart (overlayfs), and without a
#                                network: what the package depends on is there, and nothing of the machine changes
#   deb.sh BUILD SOURCE FOLDER   in the Debian that lies in that folder, with the network, since it is to fetch what is missing
set -euo pipefail
build=$(realpath "$1") source=$(realpath "$2")
[ "$(id -u)" -eq 0 ] || { echo "only root can make a root of its own"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$build/package/moniker.deb" "$work/moniker.deb"
# The next version: the same files under a higher number.
dpkg-deb -R "$work/moniker.deb" "$work/next"
sed -i -E 's/^Version: (.*)/Version: \1+next/' "$work/next/DEBIAN/control"
dpkg-deb --root-owner-group -Zgzip -z1 -b "$work/next" "$work/next.deb" >/dev/null
rm -rf "$work/next"

cat >"$work/inside" <<'EOS'
set -euo pipefail
fail() { echo "deb.sh: $*" >&2; exit 1; }
export DEBIAN_FRONTEND=noninteractive PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root
unset MONIKER_RULES
install_file() { apt-get install -y --no-install-recommends "$1" >/tmp/apt.log 2>&1 || { cat /tmp/apt.log; fail "apt install"; }; }
! command -v moniker >/dev/null || fail "there is one before"

install_file /tmp/moniker.deb
getent passwd moniker >/dev/null || fail "the account of the units is not made"
man -w moniker >/dev/null || fail "no manual page"
for file in share/bash-completion/completions/moniker share/zsh/vendor-completions/_moniker share/fish/vendor_completions.d/moniker.fish \
            share/doc/moniker/docs/guide/README.md share/doc/moniker/copyright lib/systemd/system/moniker@.service \
            lib/systemd/system/moniker-nightly.timer share/moniker/systemd/tell-failure; do
  [ -e "/usr/$file" ] || [ -e "/$file" ] || fail "not installed: $file"
done
[ -x /usr/share/moniker/systemd/tell-failure ] || fail "what tells of failures cannot be run"
cd /srv && mkdir -p studies && cd studies
moniker init one >/dev/null && cp /tmp/sample/moniker.yaml /tmp/sample/participants.csv one/ && cp /tmp/sample/incoming/interview-0* one/incoming/
moniker keygen one >/dev/null
status=0; moniker run one --quiet || status=$?
[ "$status" -le 1 ] || fail "run ends with $status"
before=$(sha256sum one/out/* one/audit/* | sha256sum)

[ "$(stat -c %a /etc/moniker)" = 700 ] || fail "others may look for keys"
mkdir /etc/moniker/one && cp one/keys/study.key /etc/moniker/one/

install_file /tmp/next.deb
dpkg-query -W -f '${Version}\n' moniker | grep -q '+next$' || fail "it was not upgraded"
moniker audit verify one >/dev/null || fail "the study is not good behind the upgrade"
[ "$before" = "$(sha256sum one/out/* one/audit/* | sha256sum)" ] || fail "the upgrade touched a study"

dpkg -L moniker | while read -r path; do [ ! -f "$path" ] || echo "$path"; done >/tmp/files
[ "$(wc -l </tmp/files)" -gt 50 ] || fail "it has hardly a file"
apt-get purge -y moniker >/tmp/apt.log 2>&1 || { cat /tmp/apt.log; fail "apt purge"; }
while read -r path; do [ ! -e "$path" ] || fail "left behind: $path"; done </tmp/files
[ -f /etc/moniker/one/study.key ] || fail "purging took a key"
[ ! -d /usr/share/moniker ] || fail "left behind: /usr/share/moniker"
[ "$(dpkg-query -W -f '${db:Status-Status}' moniker 2>/dev/null || true)" != config-files ] || fail "purged, and still known"
[ "$before" = "$(sha256sum one/out/* one/audit/* | sha256sum)" ] || fail "purging touched a study"
echo "installed, upgraded, purged; the study stayed as it was"
EOS

export work source folder=${3:-}
lay_in() { cp "$work"/moniker.deb "$work"/next.deb "$work"/inside "$1/tmp/" && cp -r "$source/sample_data" "$1/tmp/sample"; }
export -f lay_in
if [ -n "$folder" ]; then
  cp /etc/resolv.conf "$folder/etc/" 2>/dev/null || true
  cp -r /etc/ssl/certs "$folder/etc/ssl/" 2>/dev/null || true
  cp /etc/apt/apt.conf.d/*prox* "$folder/etc/apt/apt.conf.d/" 2>/dev/null || true
  unshare --mount bash -euo pipefail -c '
    mount --bind "$folder" "$folder"
    for each in proc sys dev; do mount --rbind "/$each" "$folder/$each"; done
    lay_in "$folder"
    chroot "$folder" bash -c "apt-get update && apt-get install -y --no-install-recommends man-db" >"$work/apt.log" 2>&1 || { tail "$work/apt.log"; exit 1; }
    exec chroot "$folder" bash /tmp/inside'
  exit
fi
unshare --mount --net bash -euo pipefail -c '
  mount -t tmpfs tmpfs /mnt && mkdir /mnt/upper /mnt/work /mnt/root
  mount -t overlay overlay -o lowerdir=/,upperdir=/mnt/upper,workdir=/mnt/work /mnt/root || exit 77
  for each in proc sys dev; do mount --rbind "/$each" "/mnt/root/$each"; done
  mount -t tmpfs tmpfs /mnt/root/run && mount -t tmpfs tmpfs /mnt/root/tmp
  lay_in /mnt/root
  exec chroot /mnt/root bash /tmp/inside'
