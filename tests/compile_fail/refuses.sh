#!/usr/bin/env bash
# refuses.sh COMPILER CASE ROOT...: the case compiles as it is with these include roots, and is refused with -DWRONG.
set -euo pipefail
compiler=$1 case=$2
shift 2
flags=(-std=c++20 -fsyntax-only "${@/#/-I}")
"$compiler" "${flags[@]}" "$case" || { echo "does not even compile without its mistake"; exit 1; }
if "$compiler" "${flags[@]}" -DWRONG "$case" 2>/dev/null; then
  echo "compiled, and must not"
  exit 1
fi
