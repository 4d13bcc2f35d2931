#!/bin/sh
# Builds the program for Windows (x86_64-pc-windows-gnu) and runs it under Wine.
#
#   sh tests/windows.sh            builds, and runs tests/windows/wine.py; the last line is the total
#   sh tests/windows.sh build      only builds target/windows/tiendo.exe, with all features
#   sh tests/windows.sh check …    only type-checks, with more arguments for cargo check
#
# Uses rustup's target if it is installed, else Debian's compiler (tests/release/compiler.sh). Installs
# MinGW and Wine on Debian. The first build takes 10 to 20 minutes on two cores.
set -eu
cd "$(dirname "$0")/.."
mode=${1:-test}
[ $# -eq 0 ] || shift

target=x86_64-pc-windows-gnu
home=$(pwd)/${CARGO_TARGET_DIR:-target}/windows
linux=$(pwd)/${CARGO_TARGET_DIR:-target}/debug/tiendo
mkdir -p "$home"

# Installs Debian packages, of which the first argument is a file.
install() {
  [ ! -e "$1" ] || return 0
  shift
  if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "Needs $* (Debian packages), or Debian and root to install them."
    exit 1
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@"
}

. tests/release/compiler.sh
standard_library "$target" "$(pwd)/${CARGO_TARGET_DIR:-target}/compiler"
# MinGW links. To check the types, only the standard library needs it.
[ -z "$standard" ] && [ "$mode" = check ] ||
  install /usr/bin/x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64-win32
CARGO_TARGET_DIR=$home/target
export CARGO_TARGET_DIR
CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc
# The same bytes in whatever folder the program is built.
CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUSTFLAGS="--remap-path-prefix=$(pwd)=tiendo --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo -Clink-arg=-Wl,--no-insert-timestamp"
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUSTFLAGS

if [ "$mode" = check ]; then
  # shellcheck disable=SC2086 # one word or none
  exec cargo check --target "$target" $standard "$@"
fi

# Without link-time optimisation, which takes as long again as everything else.
# shellcheck disable=SC2086 # one word or none
cargo build --quiet --release --locked --features remote --target "$target" $standard
cp "$CARGO_TARGET_DIR/$target/release/tiendo.exe" "$home/tiendo.exe"
[ "$mode" != build ] || exit 0

install /usr/lib/wine/wine64 wine64
# The program for this system, to compare with; built by its own compiler.
unset LD_LIBRARY_PATH RUSTC RUSTC_BOOTSTRAP CARGO_TARGET_DIR
[ -x "${TIENDO:-$linux}" ] || cargo build --quiet --features remote
python3 tests/windows/wine.py "${TIENDO:-$linux}" "$home/tiendo.exe" "$home/wine" "$@"
