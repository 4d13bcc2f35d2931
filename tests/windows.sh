#!/bin/sh
# Builds the program for Windows (x86_64-pc-windows-gnu) and runs it under Wine.
#
#   sh tests/windows.sh            builds, and runs tests/windows/wine.py; the last line is the total
#   sh tests/windows.sh build      only builds target/windows/tiendo.exe, with all features
#   sh tests/windows.sh check …    only type-checks, with more arguments for cargo check
#
# Uses rustup's target if it is installed. Otherwise it keeps Debian's compiler and the sources of its
# standard library below target/windows. Installs MinGW and Wine on Debian. The first build takes 10
# to 20 minutes on two cores.
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

standard=
if command -v rustup >/dev/null && rustup target list --installed | grep -qx "$target"; then
  # rustup's target brings its own linker's libraries; MinGW links.
  [ "$mode" = check ] || install /usr/bin/x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64-win32
else
  install /usr/bin/x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64-win32
  if [ ! -e "$home/ready" ]; then
    [ -n "$(apt-cache policy rustc-web)" ] || apt-get update -qq
    # The compiler's library packages have their version in the name.
    libraries=$(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances rustc-web |
      sed -n 's/^ *Depends: \(lib\(std-rust-web\|llvm\)[^ ]*\)$/\1/p' | sort -u)
    (
      cd "$home"
      # shellcheck disable=SC2086 # a list of words, on purpose
      apt-get download -qq rustc-web rust-web-src $libraries
      for package in *.deb; do dpkg -x "$package" root; done
      rm -f ./*.deb
      touch ready
    )
  fi
  LD_LIBRARY_PATH=$home/root/usr/lib/x86_64-linux-gnu:$home/root/usr/lib
  RUSTC=$home/root/usr/bin/rustc
  # -Zbuild-std is an unstable flag, which a stable compiler accepts only with this.
  RUSTC_BOOTSTRAP=1
  CARGO_TARGET_DIR=$home/target
  export LD_LIBRARY_PATH RUSTC RUSTC_BOOTSTRAP CARGO_TARGET_DIR
  standard=-Zbuild-std=std,panic_abort
fi
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
cp "${CARGO_TARGET_DIR:-target}/$target/release/tiendo.exe" "$home/tiendo.exe"
[ "$mode" != build ] || exit 0

install /usr/lib/wine/wine64 wine64
# The program for this system, to compare with; built by its own compiler.
unset LD_LIBRARY_PATH RUSTC RUSTC_BOOTSTRAP CARGO_TARGET_DIR
[ -x "${TIENDO:-$linux}" ] || cargo build --quiet --features remote
python3 tests/windows/wine.py "${TIENDO:-$linux}" "$home/tiendo.exe" "$home/wine" "$@"
