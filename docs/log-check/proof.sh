#!/usr/bin/env bash
# Checks a .tlog-proof by hand: that the leaf in it is part of the tree whose checkpoint stands below.
# Needs coreutils and xxd; the signature of the checkpoint is checked by openssl, see the guide.
#
#   bash proof.sh document.tlog-proof
set -euo pipefail

sha() { xxd -r -p | sha256sum | cut -c1-64; }

leaf=$(sed -n 's/^extra //p' "$1" | base64 -d | xxd -p | tr -d '\n')
index=$(sed -n 's/^index //p' "$1")
size=$(sed '1,/^$/d' "$1" | sed -n 2p)
root=$(sed '1,/^$/d' "$1" | sed -n 3p | base64 -d | xxd -p -c 32)

hash=$(printf '00%s' "$leaf" | sha)
place=$index last=$((size - 1))
for line in $(sed '/^$/,$d; 1,/^index /d' "$1"); do
  brother=$(printf '%s' "$line" | base64 -d | xxd -p -c 32)
  if ((place % 2 == 1 || place == last)); then
    hash=$(printf '01%s%s' "$brother" "$hash" | sha)
    while ((place % 2 == 0 && place > 0)); do place=$((place / 2)) last=$((last / 2)); done
  else
    hash=$(printf '01%s%s' "$hash" "$brother" | sha)
  fi
  place=$((place / 2)) last=$((last / 2))
done

printf '%s' "$leaf" | xxd -r -p
if [[ $last == 0 && $hash == "$root" ]] && ((index < size)); then
  echo "entry $index stands in the tree of $size entries"
else
  echo 'WRONG: the proof does not lead to the root of its checkpoint'
  exit 1
fi
