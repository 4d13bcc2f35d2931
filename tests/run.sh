#!/bin/sh
# Runs every test: format, lints, the Rust tests, the data in other readers, and the pages in a real browser. The last line counts all.
#
#   sh tests/run.sh
#
# TIENDO_SKIP_BROWSER=1  leaves the browser part out, and says so
# TIENDO_SKIP_SERVERS=1  leaves the real servers (SFTP, WebDAV, S3, nginx, Apache) out, and says so
# TIENDO_SKIP_READERS=1  leaves the readers of feeds, calendars and data files out, and says so
# TIENDO_SKIP_SPREADSHEETS=1  leaves the trackers out; TIENDO_SKIP_LIBREOFFICE=1 only LibreOffice
# TIENDO_BROWSER_NGINX=all  serves both sites of the browser part by nginx, =none neither of them
# CHROMIUM=/path         another Chromium than /usr/bin/chromium-headless-shell
# TIENDO=/path           another program than target/debug/tiendo for all but the Rust tests
set -eu
cd "$(dirname "$0")/.."

passed=0
failed=0
begun=$(date +%s)
work=$(mktemp -d)
log=$work/log
trap 'rm -rf "$work"' EXIT

# A new part: first how long the one before took.
part=
since=$begun
say() {
  told
  part=$*
  printf '\n== %s\n' "$part"
}
told() {
  now=$(date +%s)
  if [ -n "$part" ]; then
    printf '(%s s)\n' $((now - since))
    printf '%6s s  %s\n' $((now - since)) "$part" >>"$work/times"
  fi
  part=
  since=$now
}

# One question with one answer: quiet when it is fine, the whole story when it is not.
step() {
  name=$1; shift
  if "$@" >"$log" 2>&1; then
    passed=$((passed + 1)); printf 'ok      %s\n' "$name"
  else
    failed=$((failed + 1)); cat "$log"; printf 'FAILED  %s\n' "$name"
  fi
}

# Adds up the lines with which a runner ends: "N passed; N failed" (cargo), "N passed, N failed" (ours).
count() {
  p=$(sed -n 's/.*[^0-9]\([0-9][0-9]*\) passed[;,].*/\1/p; s/^\([0-9][0-9]*\) passed,.*/\1/p' "$log" | awk '{ n += $1 } END { print n + 0 }')
  f=$(sed -n 's/.* \([0-9][0-9]*\) failed.*/\1/p' "$log" | awk '{ n += $1 } END { print n + 0 }')
  passed=$((passed + p)); failed=$((failed + f))
  # A runner that ends badly without having counted a failure has failed all the same.
  if [ "$1" -ne 0 ] && [ "$f" -eq 0 ]; then failed=$((failed + 1)); fi
}

# Runs a part that tells of each of its tests and counts them in its last line.
run_part() {
  status=0
  "$@" >"$log" 2>&1 || status=$?
  cat "$log"
  tail -1 "$log" >"$log.last"; mv "$log.last" "$log"
  count "$status"
}

# Whether a program without the feature `remote` says so, for a target and for an address.
says_what_it_lacks() {
  rm -rf "$work/lacking" && cp -r content "$work/lacking" || return 1
  printf 'targets:\n  - {name: t, kind: webdav, endpoint: "https://example.org/"}\n' >>"$work/lacking/site.yaml"
  for asked in "publish t --yes --content $work/lacking" 'verify https://example.org/'; do
    code=0
    # shellcheck disable=SC2086 # words, on purpose
    said=$("$1" $asked 2>&1) || code=$?
    echo "$asked: $code $said"
    [ "$code" -eq 2 ] || return 1
    case $said in *'--features remote'*) ;; *) return 1 ;; esac
  done
}

# What a fresh Debian machine lacks: package:command that shows that it is there.
prepare_browser() {
  missing=
  command -v node >/dev/null || missing="$missing nodejs"
  command -v npm >/dev/null || missing="$missing npm"
  [ -x "${CHROMIUM:-/usr/bin/chromium-headless-shell}" ] || missing="$missing chromium-headless-shell"
  command -v java >/dev/null || missing="$missing default-jre-headless"
  [ -x /usr/sbin/nginx ] || missing="$missing nginx-light"
  # A font with Vietnamese letters; without fc-list there is none that Chromium would find.
  fc-list :lang=vi 2>/dev/null | grep -q . || missing="$missing fontconfig fonts-noto-core"
  install 'browser part' TIENDO_SKIP_BROWSER || return 1
  (cd tests/browser && npm ci --silent --ignore-scripts --no-audit --no-fund) || {
    echo 'FAILED  npm ci in tests/browser'
    return 1
  }
}

# Installs the Debian packages in $missing for a part, which may be skipped instead.
install() {
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -eq 0 ]; then as_root=; elif command -v sudo >/dev/null; then as_root='sudo -n'; else as_root=none; fi
  if [ "$as_root" = none ] || ! command -v apt-get >/dev/null; then
    printf 'The %s needs:%s. Install them, or set %s=1.\n' "$1" "$missing" "$2"
    return 1
  fi
  printf 'Installing:%s\n' "$missing"
  # shellcheck disable=SC2086 # lists of words, on purpose
  { $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -qq -y --no-install-recommends $missing; } >"$log" 2>&1 || {
    tail -20 "$log"
    printf 'Could not install:%s. Install them by hand, or set %s=1.\n' "$missing" "$2"
    return 1
  }
}

# Python with its readers, in a folder of their own that the next run finds again.
readers=${CARGO_TARGET_DIR:-target}/readers
prepare_readers() {
  if cmp -s tests/readers/requirements.txt "$readers/requirements.txt"; then return 0; fi
  missing=
  command -v python3 >/dev/null || missing="$missing python3"
  python3 -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"
  install 'readers part' TIENDO_SKIP_READERS || return 1
  # The list is copied last: a folder without it is not finished.
  rm -rf "$readers"
  { python3 -m venv "$readers" && "$readers/bin/pip" install --quiet --disable-pip-version-check -r tests/readers/requirements.txt \
    && cp tests/readers/requirements.txt "$readers/"; } >"$log" 2>&1 || {
    tail -20 "$log"
    echo 'FAILED  the Python packages of tests/readers/requirements.txt'
    return 1
  }
}

# Servers from Debian, and Python with one that speaks S3 in a folder of its own.
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
  install 'servers part' TIENDO_SKIP_SERVERS || return 1
  if cmp -s tests/servers/requirements.txt "$servers/requirements.txt"; then return 0; fi
  # The list is copied last: a folder without it is not finished.
  rm -rf "$servers"
  { python3 -m venv "$servers" && "$servers/bin/pip" install --quiet --disable-pip-version-check -r tests/servers/requirements.txt \
    && cp tests/servers/requirements.txt "$servers/"; } >"$log" 2>&1 || {
    tail -20 "$log"
    echo 'FAILED  the Python packages of tests/servers/requirements.txt'
    return 1
  }
}

# LibreOffice without its windows, and the bridge to its Python.
prepare_libreoffice() {
  [ "${TIENDO_SKIP_LIBREOFFICE:-}" != 1 ] || return 0
  missing=
  command -v soffice >/dev/null || missing="$missing libreoffice-calc-nogui"
  /usr/bin/python3 -c 'import uno' 2>/dev/null || missing="$missing python3-uno"
  install 'spreadsheets part' TIENDO_SKIP_LIBREOFFICE
}

prepare_schema() {
  (cd tests/schema && npm ci --silent --ignore-scripts --no-audit --no-fund) || {
    echo 'FAILED  npm ci in tests/schema'
    return 1
  }
}

# Fetching waits for others, compiling for the processor: they go together. One after another, since
# apt-get does not like company; what each said is told by its part.
prepare() {
  log=$work/prepare.log
  for one in readers servers libreoffice browser schema; do
    status=0
    case $one in
      # The trackers are read by the same Python.
      readers) { [ "${TIENDO_SKIP_READERS:-}" = 1 ] && [ "${TIENDO_SKIP_SPREADSHEETS:-}" = 1 ]; } || prepare_readers ;;
      servers) [ "${TIENDO_SKIP_SERVERS:-}" = 1 ] || prepare_servers ;;
      libreoffice) [ "${TIENDO_SKIP_SPREADSHEETS:-}" = 1 ] || prepare_libreoffice ;;
      browser) [ "${TIENDO_SKIP_BROWSER:-}" = 1 ] || prepare_browser ;;
      schema) { [ "${TIENDO_SKIP_BROWSER:-}" = 1 ] && ! command -v npm >/dev/null; } || prepare_schema ;;
    esac >"$work/$one.said" 2>&1 || status=$?
    echo "$status" >"$work/$one.prepared"
  done
}

# Whether a part has what it needs. Without an answer it has not.
prepared() {
  cat "$work/$1.said"
  [ "$(cat "$work/$1.prepared" 2>/dev/null)" = 0 ]
}

prepare &
preparing=$!

say 'Format, lints, compiling'
# The lists of rules and pages declare modules by macros, which rustfmt does not follow.
step 'cargo fmt --check' cargo fmt --check -- src/*/rules/*.rs src/site/views/*.rs
# As `cargo clippy --all-targets -- -D warnings`, but the same pass compiles what the tests run: checking
# all libraries once more only for clippy takes minutes. What follows asks for the same wrapper, or all of
# our own would be compiled again.
export RUSTC_WORKSPACE_WRAPPER=clippy-driver
export CLIPPY_ARGS='-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__'
before=$failed
# The program as a newcomer builds it; set aside, since the one with all features takes its place.
step 'the default program compiles' cargo build --quiet
cp "${CARGO_TARGET_DIR:-target}/debug/tiendo" "$work/default" || :
step 'clippy, and the tests compile' cargo test --quiet --no-run --all-targets --features remote
# What clippy refuses may run all the same.
[ "$failed" -eq "$before" ] || unset RUSTC_WORKSPACE_WRAPPER CLIPPY_ARGS
step 'the library compiles without features' cargo build --quiet --lib --no-default-features
step 'the default program says what it lacks' says_what_it_lacks "$work/default"
if command -v rustup >/dev/null && rustup target list --installed | grep -qx x86_64-pc-windows-gnu; then
  step 'cargo check for Windows' env -u RUSTC_WORKSPACE_WRAPPER sh tests/windows.sh --quiet --features remote
else
  echo "SKIPPED the check for Windows: rustup's target x86_64-pc-windows-gnu is not installed; sh tests/windows.sh does without it."
fi
# No test is to see a machine on which things are still being installed.
wait "$preparing" || :

say 'Rust tests'
status=0
cargo test --quiet --no-fail-fast --features remote >"$log" 2>&1 || status=$?
if [ $status -ne 0 ]; then cat "$log"; else grep '^test result' "$log"; fi
count $status
# What the tests were built with is also what the other parts run: a release takes minutes more
# and says nothing else. TIENDO=target/release/tiendo tries that one.
program="${TIENDO:-${CARGO_TARGET_DIR:-target}/debug/tiendo}"
step 'the program is there' test -x "$program"

say 'The data in the hands of other readers'
if [ "${TIENDO_SKIP_READERS:-}" = 1 ]; then
  echo 'SKIPPED since TIENDO_SKIP_READERS=1: nothing below has been proved about feeds, calendars and data files.'
elif ! prepared readers; then
  failed=$((failed + 1))
else
  run_part "$readers/bin/python" tests/readers/readers.py "$program"
fi

# They mostly wait for one another, so they do it beside the other parts; what they said is told at
# the end.
servers_said=$work/servers
servers_run=
say 'The site on real servers'
if [ "${TIENDO_SKIP_SERVERS:-}" = 1 ]; then
  echo 'SKIPPED since TIENDO_SKIP_SERVERS=1: nothing below has been proved about SFTP, WebDAV, S3, nginx and Apache.'
elif ! prepared servers; then
  failed=$((failed + 1))
else
  "$servers/bin/python" tests/servers/servers.py "$program" >"$servers_said" 2>&1 &
  servers_run=$!
  echo 'begun'
fi

say 'Trackers in the hands of other programs'
if [ "${TIENDO_SKIP_SPREADSHEETS:-}" = 1 ]; then
  echo 'SKIPPED since TIENDO_SKIP_SPREADSHEETS=1: nothing below has been proved about import and export.'
elif ! prepared readers || ! prepared libreoffice; then
  failed=$((failed + 1))
else
  run_part "$readers/bin/python" tests/spreadsheets/trackers.py "$program"
fi

say 'The pages in a browser'
if [ "${TIENDO_SKIP_BROWSER:-}" = 1 ]; then
  echo 'SKIPPED since TIENDO_SKIP_BROWSER=1: nothing below has been proved about the pages.'
elif ! prepared browser; then
  failed=$((failed + 1))
else
  status=0
  # One of the two sites by nginx with the sample headers, the other under a stricter policy.
  { TIENDO_BROWSER_NGINX="${TIENDO_BROWSER_NGINX:-province}" TIENDO="$program" node tests/browser/run.mjs 2>&1 || echo "$?" >"$log.status"; } | tee "$log"
  if [ -f "$log.status" ]; then status=$(cat "$log.status"); rm -f "$log.status"; fi
  tail -1 "$log" >"$log.last"; mv "$log.last" "$log"
  count "$status"
fi

say 'The schemas for editors, judged by other libraries'
if [ "${TIENDO_SKIP_BROWSER:-}" = 1 ] && ! command -v npm >/dev/null; then
  echo 'SKIPPED since TIENDO_SKIP_BROWSER=1 and there is no npm: nothing below has been proved about the schemas.'
elif ! prepared schema; then
  failed=$((failed + 1))
else
  run_part env TIENDO="$program" node tests/schema/validate.mjs
fi

if [ -n "$servers_run" ]; then
  say 'The site on real servers, which ran beside all that'
  status=0
  wait "$servers_run" || status=$?
  cat "$servers_said"
  tail -1 "$servers_said" >"$log"
  count "$status"
fi

told
printf '\nHow long each part took:\n'
cat "$work/times"
printf '%6s s  all\n' $(($(date +%s) - begun))

printf '\n%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
