#!/usr/bin/env bash
# refuses.sh COMPILER SOURCE CASE: the case compiles as it is, and is refused with -DWRONG.
set -euo pipefail
flags=(-std=c++20 -fsyntax-only -I "$2/include" -I "$2/pipeline")
"$1" "${flags[@]}" "$3" || { echo "does not even compile without its mistake"; exit 1; }
if "$1" "${flags[@]}" -DWRONG "$3" 2>/dev/null; then
  echo "compiled, and must not"
  exit 1
fi
