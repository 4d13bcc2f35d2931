#!/bin/sh
# Makes a release in target/dist-files/release and proves it. The last line is the total.
#
#   sh tests/release.sh
#
# For each system a package (program, guide as HTML, sample records, licences), a CycloneDX list of
# its parts, and SHA256SUMS for all. Takes an hour on two cores the first time, and as long again for
# the second compilation: both programs are compiled with optimisation, and the one for Windows is tried
# under Wine.
#
# TIENDO_RELEASE_AGAIN=1  compiles both programs a second time, in another folder, and compares the
#                         bytes
# TIENDO_SKIP_WINDOWS=1   leaves Windows out
set -eu
cd "$(dirname "$0")/.."
target=$(pwd)/target
files=$target/dist-files
rm -rf "$files"
mkdir -p "$files"
passed=0
failed=0
log=$files/log

# Within a step, a command that fails ends nothing: join commands by &&.
step() {
  name=$1; shift
  if "$@" >"$log" 2>&1; then
    passed=$((passed + 1)); printf 'ok      %s\n' "$name"
  else
    failed=$((failed + 1)); tail -60 "$log"; printf 'FAILED  %s\n' "$name"
  fi
}
# Runs a test runner whose last line is its total.
run_part() {
  "$@" >"$log" 2>&1 || :
  cat "$log"
  p=$(sed -n '$s/^\([0-9]*\) passed, .*/\1/p' "$log"); f=$(sed -n '$s/.* \([0-9]*\) failed$/\1/p' "$log")
  # A runner without a total has failed.
  passed=$((passed + ${p:-0})); failed=$((failed + ${f:-1}))
}

version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)

# A static program runs on every Linux. Zig brings the C library and links.
linux=x86_64-unknown-linux-musl
zig=$target/zig
zig_is_there() {
  pinned='ziglang==0.17.1 cargo-zigbuild==0.24.1'
  [ "$(cat "$zig/pinned" 2>/dev/null)" != "$pinned" ] || return 0
  # The file is written last: an environment without it is incomplete.
  # shellcheck disable=SC2086 # two words, on purpose
  rm -rf "$zig" && python3 -m venv "$zig" &&
    "$zig/bin/pip" install --quiet --disable-pip-version-check $pinned && echo "$pinned" >"$zig/pinned"
}
step 'Zig, to link the program for Linux' zig_is_there
# Compiles the project in folder $1 into folder $2. The paths of the machine are not in the program.
compile_linux() {
  (
    . tests/release/compiler.sh
    standard_library "$linux" "$1/target/compiler"
    cd "$1"
    flags="-Clink-self-contained=no --remap-path-prefix=$1=tiendo"
    flags="$flags --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
    # The last prefix that fits counts.
    [ -z "$standard" ] || flags="$flags --remap-path-prefix=$("$RUSTC" --print sysroot)=compiler"
    # shellcheck disable=SC2086 # one word or none
    CARGO_TARGET_DIR=$2 RUSTFLAGS=$flags PATH=$zig/bin:$PATH \
      cargo zigbuild --quiet --profile dist --locked --features remote --target "$linux" $standard
  )
}
step "the program for Linux ($linux)" compile_linux "$(pwd)" "$target/release-linux"
program=$target/release-linux/$linux/dist/tiendo
# No loader and no library: nothing of the machine is needed.
is_static() {
  file=$(readelf --program-headers --dynamic --wide "$program") &&
    ! printf '%s\n' "$file" | grep -E 'INTERP|NEEDED'
}
step 'it needs no library' is_static
packages="linux-x86_64=$program"
# What Zig adds to the program lies below `lib` of its package, with its licences.
lib=$("$zig/bin/python" -c 'import os, ziglang; print(os.path.dirname(ziglang.__file__))' || :)
step 'licences and parts, Linux' python3 tests/release/crates.py "$linux" "$files/linux-x86_64" \
  "musl=MIT=$lib/lib/libc/musl/COPYRIGHT" \
  "LLVM libunwind=Apache-2.0 WITH LLVM-exception=$lib/lib/libunwind/LICENSE.TXT" \
  "Zig compiler_rt=MIT=$lib/LICENSE"

if [ "${TIENDO_SKIP_WINDOWS:-}" != 1 ]; then
  step 'the program for Windows' sh tests/windows.sh build
  packages="$packages windows-x86_64=$target/windows/tiendo.exe"
  step 'licences and parts, Windows' python3 tests/release/crates.py x86_64-pc-windows-gnu "$files/windows-x86_64" \
    'MinGW-w64 runtime=ZPL-2.1 and others=/usr/share/doc/mingw-w64-common/copyright'
fi
for one in $packages; do
  step "no folder of this machine in ${one%%=*}" sh -c '! grep -aqF -e "$2" -e "$3" "$1"' sh "${one#*=}" "$(pwd)/" "${CARGO_HOME:-$HOME/.cargo}/"
done

TIENDO=$program
export TIENDO
run_part sh tests/docs.sh
cp -r target/docs "$files/docs"
step 'sample records' "$program" init "$files/sample"

# shellcheck disable=SC2086 # words, on purpose
pack() { python3 tests/release/pack.py "$version" "$files" $packages; }
step 'packages' pack
cat "$log"
mv "$files/release" "$files/first"
step 'packages again' pack
step 'the same bytes again' diff -r "$files/first" "$files/release"
rm -rf "$files/first"

sums() { (cd "$files/release" && sha256sum --check --strict SHA256SUMS); }
step 'sums' sums
# The package alone, in an empty environment on a system that consists of nothing else.
as_root=
[ "$(id -u)" -eq 0 ] || as_root='unshare --map-root-user'
# shellcheck disable=SC2086 # words, on purpose
inside() { env -i PATH="$PATH" $as_root chroot "$files/alone" "/tiendo-$version/tiendo" "$@"; }
alone() {
  rm -rf "$files/alone" && mkdir "$files/alone" &&
    tar -xzf "$files/release/tiendo-$version-linux-x86_64.tar.gz" -C "$files/alone" &&
    (cd "$files/alone/tiendo-$version" && test -s LICENCES.txt && test -s huong-dan/vi/index.html && test -s DOC-TRUOC.txt) &&
    test "$(inside --version)" = "tiendo $version" &&
    inside build --content "/tiendo-$version/mau/content" --output /site &&
    inside verify /site
}
step 'the package for Linux by itself' alone
# The C library of the program finds the names of machines.
localhost() {
  python3 -u -m http.server 0 --bind 127.0.0.1 --directory "$files/alone/site" >"$files/server" 2>/dev/null &
  server=$!
  port=
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    port=$(sed -n 's/.* port \([0-9]*\) .*/\1/p' "$files/server")
    [ -z "$port" ] || break
    sleep 1
  done
  "$program" verify "http://localhost:$port/" && found=0 || found=1
  kill "$server"
  return "$found"
}
step 'the program for Linux finds a server by its name' localhost
run_part python3 tests/release/container.py "$program"

if [ "${TIENDO_SKIP_WINDOWS:-}" != 1 ]; then
  TIENDO_ZIP=$files/release/tiendo-$version-windows-x86_64.zip
  export TIENDO_ZIP
  run_part sh tests/windows.sh
fi

if [ "${TIENDO_RELEASE_AGAIN:-}" = 1 ]; then
  elsewhere=$files/elsewhere
  checkout() {
    rm -rf "$elsewhere" && mkdir -p "$elsewhere/target" &&
      git archive HEAD | tar -x -C "$elsewhere" &&
      { [ ! -e "$target/compiler" ] || cp -al "$target/compiler" "$elsewhere/target/compiler"; }
  }
  step 'the project in another folder' checkout
  linux_again() {
    compile_linux "$elsewhere" "$elsewhere/target/release-linux" &&
      cmp "$elsewhere/target/release-linux/$linux/dist/tiendo" "$program"
  }
  step 'the program for Linux, compiled elsewhere' linux_again
  windows_again() {
    sh "$elsewhere/tests/windows.sh" build &&
      cmp "$elsewhere/target/windows/tiendo.exe" "$target/windows/tiendo.exe"
  }
  [ "${TIENDO_SKIP_WINDOWS:-}" = 1 ] || step 'the program for Windows, compiled elsewhere' windows_again
fi

echo "$files/release:"
ls -l "$files/release"
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
