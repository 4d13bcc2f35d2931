#!/bin/sh
# Runs every check: formatting, lints, the Rust tests, and the tests that read the site with other
# programs, publish it to real servers and open it in a browser. The last line is the total.
#
#   sh tests/run.sh
#
# TIENDO_SKIP_BROWSER=1       skips the browser tests
# TIENDO_SKIP_SERVERS=1       skips the servers (SFTP, WebDAV, S3, nginx, Apache)
# TIENDO_SKIP_READERS=1       skips the readers of feeds, calendars and data files, and the
#                             documentation as a site
# TIENDO_SKIP_SPREADSHEETS=1  skips the trackers; TIENDO_SKIP_WORD=1 skips the documents for Word;
#                             TIENDO_SKIP_LIBREOFFICE=1 skips only LibreOffice in both
# TIENDO_BROWSER_NGINX=all    serves both sites of the browser tests with nginx; =none serves neither
# CHROMIUM=/path              Chromium to use instead of /usr/bin/chromium-headless-shell
# TIENDO=/path                program to test instead of target/debug/tiendo, except in the Rust tests
set -eu
cd "$(dirname "$0")/.."

passed=0
failed=0
begun=$(date +%s)
work=$(mktemp -d)
log=$work/log
trap 'rm -rf "$work"' EXIT

# Starts a part and prints its heading.
part=
since=$begun
say() {
  end_part
  part=$*
  printf '\n== %s\n' "$part"
}
# Prints and records how long the current part took.
end_part() {
  now=$(date +%s)
  if [ -n "$part" ]; then
    printf '(%s s)\n' $((now - since))
    printf '%6s s  %s\n' $((now - since)) "$part" >>"$work/times"
  fi
  part=
  since=$now
}

# Runs a command as one test. Prints its output only if it fails.
step() {
  name=$1; shift
  if "$@" >"$log" 2>&1; then
    passed=$((passed + 1)); printf 'ok      %s\n' "$name"
  else
    failed=$((failed + 1)); cat "$log"; printf 'FAILED  %s\n' "$name"
  fi
}

# Adds the results in $log to the totals: "N passed; N failed" (cargo) or "N passed, N failed" (our
# test runners). The argument is the runner's exit code.
count() {
  p=$(sed -n 's/.*[^0-9]\([0-9][0-9]*\) passed[;,].*/\1/p; s/^\([0-9][0-9]*\) passed,.*/\1/p' "$log" | awk '{ n += $1 } END { print n + 0 }')
  f=$(sed -n 's/.* \([0-9][0-9]*\) failed.*/\1/p' "$log" | awk '{ n += $1 } END { print n + 0 }')
  passed=$((passed + p)); failed=$((failed + f))
  # A runner that exits with an error but reports no failure counts as one failure.
  if [ "$1" -ne 0 ] && [ "$f" -eq 0 ]; then failed=$((failed + 1)); fi
}

# Runs a test runner whose last line is its total.
run_part() {
  status=0
  "$@" >"$log" 2>&1 || status=$?
  cat "$log"
  tail -1 "$log" >"$log.last"; mv "$log.last" "$log"
  count "$status"
}

# Checks that a program without the `remote` feature names that feature in its error, both for a
# publishing target and for an address.
says_what_it_lacks() {
  rm -rf "$work/lacking" && cp -r content "$work/lacking" || return 1
  printf 'targets:\n  - {name: t, kind: webdav, endpoint: "https://example.org/"}\n' >>"$work/lacking/site.yaml"
  for arguments in "publish t --yes --content $work/lacking" 'verify https://example.org/'; do
    code=0
    # shellcheck disable=SC2086 # word splitting is intended
    printed=$("$1" $arguments 2>&1) || code=$?
    echo "$arguments: $code $printed"
    [ "$code" -eq 2 ] || return 1
    case $printed in *'--features remote'*) ;; *) return 1 ;; esac
  done
}

# Installs the Debian packages and the npm packages that the browser tests need.
prepare_browser() {
  missing=
  command -v node >/dev/null || missing="$missing nodejs"
  command -v npm >/dev/null || missing="$missing npm"
  [ -x "${CHROMIUM:-/usr/bin/chromium-headless-shell}" ] || missing="$missing chromium-headless-shell"
  command -v java >/dev/null || missing="$missing default-jre-headless"
  [ -x /usr/sbin/nginx ] || missing="$missing nginx-light"
  # Chromium needs a font with Vietnamese letters and finds fonts through fontconfig.
  fc-list :lang=vi 2>/dev/null | grep -q . || missing="$missing fontconfig fonts-noto-core"
  install 'browser tests' TIENDO_SKIP_BROWSER || return 1
  (cd tests/browser && npm ci --silent --ignore-scripts --no-audit --no-fund) || {
    echo 'FAILED  npm ci in tests/browser'
    return 1
  }
}

# Installs the Debian packages in $missing. The arguments name the tests that need them and the
# variable that skips these tests.
install() {
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -eq 0 ]; then as_root=; elif command -v sudo >/dev/null; then as_root='sudo -n'; else as_root=none; fi
  if [ "$as_root" = none ] || ! command -v apt-get >/dev/null; then
    printf 'The %s need:%s. Install them, or set %s=1.\n' "$1" "$missing" "$2"
    return 1
  fi
  printf 'Installing:%s\n' "$missing"
  # shellcheck disable=SC2086 # word splitting is intended
  { $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -qq -y --no-install-recommends $missing; } >"$log" 2>&1 || {
    tail -20 "$log"
    printf 'Could not install:%s. Install them by hand, or set %s=1.\n' "$missing" "$2"
    return 1
  }
}

# Installs the Python packages that read feeds, calendars and data files into a virtual environment,
# which later runs reuse.
readers=${CARGO_TARGET_DIR:-target}/readers
prepare_readers() {
  if cmp -s tests/readers/requirements.txt "$readers/requirements.txt"; then return 0; fi
  missing=
  command -v python3 >/dev/null || missing="$missing python3"
  python3 -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"
  install 'readers tests' TIENDO_SKIP_READERS || return 1
  # Copied last: an environment without this list is incomplete.
  rm -rf "$readers"
  { python3 -m venv "$readers" && "$readers/bin/pip" install --quiet --disable-pip-version-check -r tests/readers/requirements.txt \
    && cp tests/readers/requirements.txt "$readers/"; } >"$log" 2>&1 || {
    tail -20 "$log"
    echo 'FAILED  pip install of tests/readers/requirements.txt'
    return 1
  }
}

# Installs the servers from Debian, and an S3 server into a Python virtual environment.
servers=${CARGO_TARGET_DIR:-target}/servers
prepare_servers() {
  missing=
  [ -x /usr/sbin/sshd ] || missing="$missing openssh-server openssh-sftp-server"
  command -v ssh >/dev/null || missing="$missing openssh-client"
  [ -x /usr/sbin/nginx ] || missing="$missing nginx-light"
  [ -e /usr/lib/nginx/modules/ngx_http_dav_ext_module.so ] || missing="$missing libnginx-mod-http-dav-ext"
  [ -x /usr/sbin/apache2 ] || missing="$missing apache2"
  command -v openssl >/dev/null || missing="$missing openssl"
  command -v python3 >/dev/null || missing="$missing python3"
  python3 -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"
  install 'servers tests' TIENDO_SKIP_SERVERS || return 1
  if cmp -s tests/servers/requirements.txt "$servers/requirements.txt"; then return 0; fi
  # Copied last: an environment without this list is incomplete.
  rm -rf "$servers"
  { python3 -m venv "$servers" && "$servers/bin/pip" install --quiet --disable-pip-version-check -r tests/servers/requirements.txt \
    && cp tests/servers/requirements.txt "$servers/"; } >"$log" 2>&1 || {
    tail -20 "$log"
    echo 'FAILED  pip install of tests/servers/requirements.txt'
    return 1
  }
}

# Installs headless LibreOffice and its Python bridge.
prepare_libreoffice() {
  [ "${TIENDO_SKIP_LIBREOFFICE:-}" != 1 ] || return 0
  missing=
  # The programs are in packages of their own; soffice alone says nothing of them.
  [ -e /usr/lib/libreoffice/program/libsclo.so ] || missing="$missing libreoffice-calc-nogui"
  [ -e /usr/lib/libreoffice/program/libswlo.so ] || missing="$missing libreoffice-writer-nogui"
  /usr/bin/python3 -c 'import uno' 2>/dev/null || missing="$missing python3-uno"
  # Letters as wide as those of Times New Roman, the Vietnamese ones too.
  fc-list 2>/dev/null | grep -q Tinos || missing="$missing fontconfig fonts-croscore"
  install 'spreadsheet and Word tests' TIENDO_SKIP_LIBREOFFICE
}

prepare_schema() {
  (cd tests/schema && npm ci --silent --ignore-scripts --no-audit --no-fund) || {
    echo 'FAILED  npm ci in tests/schema'
    return 1
  }
}

# Installs what each part needs. Runs in the background, since downloads and compilation use
# different resources. The parts are prepared in turn because apt-get holds a lock; each part prints
# the output of its own preparation.
prepare() {
  log=$work/prepare.log
  for one in readers servers libreoffice browser schema; do
    status=0
    case $one in
      # The tests of spreadsheets and Word use this Python environment too.
      readers) { [ "${TIENDO_SKIP_READERS:-}" = 1 ] && [ "${TIENDO_SKIP_SPREADSHEETS:-}" = 1 ] && [ "${TIENDO_SKIP_WORD:-}" = 1 ]; } || prepare_readers ;;
      servers) [ "${TIENDO_SKIP_SERVERS:-}" = 1 ] || prepare_servers ;;
      libreoffice) { [ "${TIENDO_SKIP_SPREADSHEETS:-}" = 1 ] && [ "${TIENDO_SKIP_WORD:-}" = 1 ]; } || prepare_libreoffice ;;
      browser) [ "${TIENDO_SKIP_BROWSER:-}" = 1 ] || prepare_browser ;;
      schema) { [ "${TIENDO_SKIP_BROWSER:-}" = 1 ] && ! command -v npm >/dev/null; } || prepare_schema ;;
    esac >"$work/$one.said" 2>&1 || status=$?
    echo "$status" >"$work/$one.prepared"
  done
}

# Prints the output of a part's preparation and succeeds if it succeeded.
prepared() {
  cat "$work/$1.said"
  [ "$(cat "$work/$1.prepared" 2>/dev/null)" = 0 ]
}

prepare &
preparing=$!

say 'Format, lints, compiling'
# The macros that list rules and pages declare modules, which rustfmt does not follow.
step 'cargo fmt --check' cargo fmt --check -- src/*/rules/*.rs src/site/views/*.rs
# Equivalent to `cargo clippy --all-targets -- -D warnings`, but one pass both lints and compiles the
# tests: a separate clippy run would check all libraries again, which takes minutes. Later cargo
# commands keep the wrapper, since changing it would recompile the crate.
export RUSTC_WORKSPACE_WRAPPER=clippy-driver
export CLIPPY_ARGS='-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__'
before=$failed
# The program with default features. Copied, since the build with `remote` overwrites it.
step 'the default program compiles' cargo build --quiet
cp "${CARGO_TARGET_DIR:-target}/debug/tiendo" "$work/default" || :
step 'clippy, and the tests compile' cargo test --quiet --no-run --all-targets --features remote
# If clippy rejects the code, compile without it so that the tests still run.
[ "$failed" -eq "$before" ] || unset RUSTC_WORKSPACE_WRAPPER CLIPPY_ARGS
step 'the library compiles without features' cargo build --quiet --lib --no-default-features
step 'the default program names the missing feature' says_what_it_lacks "$work/default"
if command -v rustup >/dev/null && rustup target list --installed | grep -qx x86_64-pc-windows-gnu; then
  step 'cargo check for Windows' env -u RUSTC_WORKSPACE_WRAPPER sh tests/windows.sh check --quiet --features remote
else
  echo "SKIPPED the check for Windows: rustup's target x86_64-pc-windows-gnu is not installed. Run sh tests/windows.sh, which works without it."
fi
# Tests must not run while packages are still being installed.
wait "$preparing" || :

say 'Rust tests'
status=0
cargo test --quiet --no-fail-fast --features remote >"$log" 2>&1 || status=$?
if [ $status -ne 0 ]; then cat "$log"; else grep '^test result' "$log"; fi
count $status
# The other parts run the debug program: a release build takes minutes longer and behaves alike.
# TIENDO=target/release/tiendo tests a release build.
program="${TIENDO:-${CARGO_TARGET_DIR:-target}/debug/tiendo}"
step 'the program exists' test -x "$program"

say 'Feeds, calendars and data files read by other libraries'
if [ "${TIENDO_SKIP_READERS:-}" = 1 ]; then
  echo 'SKIPPED (TIENDO_SKIP_READERS=1): feeds, calendars and data files were not tested.'
elif ! prepared readers; then
  failed=$((failed + 1))
else
  run_part "$readers/bin/python" tests/readers/readers.py "$program"
fi

say 'The documentation as a site'
if [ "${TIENDO_SKIP_READERS:-}" = 1 ]; then
  echo 'SKIPPED (TIENDO_SKIP_READERS=1): the documentation was not built.'
else
  run_part env TIENDO="$program" sh tests/docs.sh
fi

# These tests mostly wait, so they run in the background; their output is printed at the end.
servers_output=$work/servers
servers_run=
say 'Publishing to real servers'
if [ "${TIENDO_SKIP_SERVERS:-}" = 1 ]; then
  echo 'SKIPPED (TIENDO_SKIP_SERVERS=1): SFTP, WebDAV, S3, nginx and Apache were not tested.'
elif ! prepared servers; then
  failed=$((failed + 1))
else
  "$servers/bin/python" tests/servers/servers.py "$program" >"$servers_output" 2>&1 &
  servers_run=$!
  echo 'started in the background'
fi

say 'Import and export of spreadsheets from other programs'
if [ "${TIENDO_SKIP_SPREADSHEETS:-}" = 1 ]; then
  echo 'SKIPPED (TIENDO_SKIP_SPREADSHEETS=1): import and export were not tested.'
elif ! prepared readers || ! prepared libreoffice; then
  failed=$((failed + 1))
else
  run_part "$readers/bin/python" tests/spreadsheets/trackers.py "$program"
fi

say 'Documents for Word read by other programs'
if [ "${TIENDO_SKIP_WORD:-}" = 1 ]; then
  echo 'SKIPPED (TIENDO_SKIP_WORD=1): reports and letters were not tested.'
elif ! prepared readers || ! prepared libreoffice; then
  failed=$((failed + 1))
else
  run_part "$readers/bin/python" tests/word/documents.py "$program"
fi

say 'Pages in a browser'
if [ "${TIENDO_SKIP_BROWSER:-}" = 1 ]; then
  echo 'SKIPPED (TIENDO_SKIP_BROWSER=1): the pages were not tested.'
elif ! prepared browser; then
  failed=$((failed + 1))
else
  status=0
  # nginx serves one of the two sites with the sample headers; the other has a stricter policy.
  { TIENDO_BROWSER_NGINX="${TIENDO_BROWSER_NGINX:-province}" TIENDO="$program" node tests/browser/run.mjs 2>&1 || echo "$?" >"$log.status"; } | tee "$log"
  if [ -f "$log.status" ]; then status=$(cat "$log.status"); rm -f "$log.status"; fi
  tail -1 "$log" >"$log.last"; mv "$log.last" "$log"
  count "$status"
fi

say 'Editor schemas checked by other libraries'
if [ "${TIENDO_SKIP_BROWSER:-}" = 1 ] && ! command -v npm >/dev/null; then
  echo 'SKIPPED (TIENDO_SKIP_BROWSER=1, and npm is not installed): the schemas were not tested.'
elif ! prepared schema; then
  failed=$((failed + 1))
else
  run_part env TIENDO="$program" node tests/schema/validate.mjs
fi

if [ -n "$servers_run" ]; then
  say 'Publishing to real servers: results'
  status=0
  wait "$servers_run" || status=$?
  cat "$servers_output"
  tail -1 "$servers_output" >"$log"
  count "$status"
fi

end_part
printf '\nTime taken by each part:\n'
cat "$work/times"
printf '%6s s  total\n' $(($(date +%s) - begun))

printf '\n%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
