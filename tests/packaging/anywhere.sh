#!/usr/bin/env bash
# anywhere.sh BUILD SOURCE: makes the file for any Linux twice, and tries it where there is nothing: a root of busybox alone, without
# a network, from the archive to the first sealed transcript.
set -euo pipefail
build=$(realpath "$1") source=$(realpath "$2") here=$(realpath "$(dirname "$0")")
fail() { echo "anywhere.sh: $*" >&2; exit 1; }
[ "$(id -u)" -eq 0 ] || { echo "only root can make a root of its own"; exit 77; }
busybox=$(command -v busybox) || { echo "busybox-static is not installed"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Two times, two umasks, two zones, two folders: the same bytes, and signed.
minisign -G -W -p "$work/test.pub" -s "$work/test.key" >/dev/null 2>&1
"$source/scripts/package" --build "$build" -o "$work/one" --key "$work/test.key" >/dev/null
(cd /; umask 077; TZ=Asia/Tokyo LC_ALL=C HOME=/nonexistent "$source/scripts/package" --build "$build" -o "$work/two" >/dev/null)
archive=$(ls "$work"/one/moniker-*-linux-x86_64.tar.gz)
name=$(basename "$archive" .tar.gz)
cmp "$archive" "$work/two/$name.tar.gz" || fail "two packages of the same program differ"
minisign -V -q -p "$work/test.pub" -m "$archive" || fail "the signature is not good"
(cd "$work/one" && sha256sum -c --quiet "$name.tar.gz.sha256")
rm -r "$work/two"

# What the bill of materials says is what is there, and nothing that the program loads is missing.
mkdir "$work/there"
tar -xzf "$archive" -C "$work/there"
python3 "$here/bill.py" "$work/there/$name"
rm -r "$work/there"

# A machine with nothing: busybox, /proc, and a stick.
root=$work/root
mkdir -p "$root"/{bin,proc,dev,tmp,home,media/usb,opt}
cp "$busybox" "$root/bin/busybox"
for applet in sh readlink dirname cp cat mkdir ls tar gzip mv ln rm grep head sed date tr; do ln -s busybox "$root/bin/$applet"; done
cp "$archive" "$root/media/usb/"
[ ! -e "$root/lib" ] && [ ! -e "$root/lib64" ] && [ ! -e "$root/usr" ] || fail "the root is not empty"
printf '{\\rtf1\\ansi\\ansicpg1251 I: \\'"'"'cf\\'"'"'f0\\'"'"'e8\\'"'"'e2\\'"'"'e5\\'"'"'f2, Kate.\\par\nP: Leeds is fine.\\par}\n' >"$root/home/cyrillic.rtf"
cp "$source"/tests/golden/studies/*/incoming/*.pdf "$root/home/" 2>/dev/null || printf '%%PDF-1.4\n' >"$root/home/talk.pdf"

in_root() {
  unshare --mount --net --pid --fork --kill-child bash -euc '
    mount --bind "$1" "$1" && mount -t proc proc "$1/proc" && mount -t tmpfs tmpfs "$1/dev"
    for device in null urandom; do touch "$1/dev/$device" && mount --bind "/dev/$device" "$1/dev/$device"; done
    root=$1; shift
    exec env -i PATH=/bin HOME=/home "$@"' _ "$root" ${before[@]+"${before[@]}"} /usr/sbin/chroot "$root" /bin/sh -euc "$1"
}

before=()
began=$(date +%s.%N)
in_root "cd /home && tar -xzf /media/usb/$name.tar.gz && cd $name && ./run-sample /home/study" >"$work/said" 2>&1 || { cat "$work/said"; fail "run-sample"; }
took=$(echo "$(date +%s.%N) - $began" | bc 2>/dev/null || python3 -c "import time; print(time.time() - $began)")
[ "$(ls "$root/home/study/out" | grep -c '\.txt\.age$')" -ge 8 ] || fail "not every transcript was sealed"
grep -q '^good: ' "$work/said" || fail "the log was not verified"
echo "from the archive to eight sealed transcripts in an empty root: $took s"
python3 -c "import sys; sys.exit($took > 120)" || fail "more than two minutes"

# From anywhere, by a link, from a folder with a blank in its name; with encodings that are loaded when they are needed; kept in.
in_root "mkdir '/opt/a b' && mv /home/$name '/opt/a b/m' && ln -s '/opt/a b/m/bin/moniker' /bin/moniker && cd /tmp && moniker version" >/dev/null
in_root 'moniker explain /home/cyrillic.rtf --show-text 2>/dev/null || moniker inspect /home/cyrillic.rtf --show-text; moniker explain /home/cyrillic.rtf' >"$work/said" 2>&1 || true
grep -q 'Привет' "$work/said" || { cat "$work/said"; fail "an old encoding is not read"; }
in_root 'moniker doctor' >"$work/said" 2>&1 || true
if "$build/moniker" doctor --rules "$source/rules" | grep -q 'good .*Landlock'; then
  grep -q 'good .*Landlock' "$work/said" || { cat "$work/said"; fail "the sandbox does not hold"; }
fi
in_root 'moniker inspect /home/*.pdf' >"$work/said" 2>&1 && fail "a pdf is read without what reads it" || true
grep -q 'program that reads its text is not installed' "$work/said" || { cat "$work/said"; fail "a pdf is not told to be one"; }

# As Linux 4.18 would have it.
before=("$here/old_kernel.py")
in_root "rm -rf /home/study && cd /tmp && '/opt/a b/m/run-sample' /home/study" >"$work/said" 2>&1 || { cat "$work/said"; fail "with the calls of an old kernel"; }
grep -qF "'/opt/a b/m/bin/moniker' decrypt /home/study/out/T03.txt.age" "$work/said" || fail "what it shows cannot be typed"
[ "$(ls "$root/home/study/out" | grep -c '\.txt\.age$')" -ge 8 ] || fail "not every transcript was sealed by an old kernel's calls"
echo "the same without system calls that came after Linux 4.18"
