#!/bin/sh
# Type-checks the program for Windows (x86_64-pc-windows-gnu).
#
#   sh tests/windows.sh [more arguments for cargo check]
#
# Uses rustup's target if it is installed. Otherwise it installs gcc-mingw-w64-x86-64-win32 and keeps
# Debian's compiler and the sources of its standard library below target/. That downloads about
# 150 MB and compiles for minutes, once.
set -eu
cd "$(dirname "$0")/.."

target=x86_64-pc-windows-gnu
if command -v rustup >/dev/null && rustup target list --installed | grep -qx "$target"; then
  exec cargo check --target "$target" "$@"
fi

folder=$(pwd)/${CARGO_TARGET_DIR:-target}/windows
mkdir -p "$folder"
if [ ! -e "$folder/ready" ]; then
  if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "Needs the target $target (rustup target add $target), or Debian and root."
    exit 1
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends gcc-mingw-w64-x86-64-win32
  # The compiler's library packages have their version in the name.
  libraries=$(apt-cache depends rustc-web libstd-rust-web-dev | sed -n 's/.*Depends: \(lib\(std-rust-web\|llvm\)[^ ]*\)$/\1/p' | sort -u)
  (
    cd "$folder"
    # shellcheck disable=SC2086 # a list of words, on purpose
    apt-get download -qq rustc-web libstd-rust-web-dev rust-web-src $libraries
    for package in *.deb; do dpkg -x "$package" root; done
    rm -f ./*.deb
    touch ready
  )
fi
LD_LIBRARY_PATH=$folder/root/usr/lib/x86_64-linux-gnu:$folder/root/usr/lib
RUSTC=$folder/root/usr/bin/rustc
# -Zbuild-std is an unstable flag, which a stable compiler accepts only with this.
RUSTC_BOOTSTRAP=1
CARGO_TARGET_DIR=$folder/target
export LD_LIBRARY_PATH RUSTC RUSTC_BOOTSTRAP CARGO_TARGET_DIR
exec cargo check --target "$target" -Zbuild-std=std,panic_abort "$@"
