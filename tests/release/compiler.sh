# Sourced, not run: a compiler for targets of which rustup's standard library is not installed.
#
#   standard_library TARGET FOLDER
#
# Sets `standard` to the flag with which cargo compiles the standard library too, and exports where
# the compiler is: Debian's, with the sources of its library, which are kept in FOLDER. If rustup has
# the target, `standard` is empty and nothing else changes.
standard_library() {
  standard=
  if command -v rustup >/dev/null && rustup target list --installed | grep -qx "$1"; then
    return
  fi
  if [ ! -e "$2/ready" ]; then
    if ! command -v apt-get >/dev/null; then
      echo "Needs 'rustup target add $1', or Debian."
      exit 1
    fi
    [ -n "$(apt-cache policy rustc-web)" ] || apt-get update -qq
    # The compiler's library packages have their version in the name.
    libraries=$(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances rustc-web |
      sed -n 's/^ *Depends: \(lib\(std-rust-web\|llvm\)[^ ]*\)$/\1/p' | sort -u)
    mkdir -p "$2"
    (
      cd "$2"
      # shellcheck disable=SC2086 # a list of words, on purpose
      apt-get download -qq rustc-web rust-web-src $libraries
      for package in *.deb; do dpkg -x "$package" root; done
      rm -f ./*.deb
      touch ready
    )
  fi
  LD_LIBRARY_PATH=$2/root/usr/lib/x86_64-linux-gnu:$2/root/usr/lib
  RUSTC=$2/root/usr/bin/rustc
  # -Zbuild-std is an unstable flag, which a stable compiler accepts only with this.
  RUSTC_BOOTSTRAP=1
  export LD_LIBRARY_PATH RUSTC RUSTC_BOOTSTRAP
  standard=-Zbuild-std=std,panic_abort
}
