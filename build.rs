//! Gives the program for Windows its icon, its version and its manifest, by `windres` of MinGW. For
//! other systems it does nothing.

use std::env;
use std::path::Path;
use std::process::Command;

#[allow(
    clippy::disallowed_methods,
    reason = "a build script gets its arguments from the environment"
)]
fn main() {
    println!("cargo::rerun-if-changed=windows");
    println!("cargo::rerun-if-env-changed=WINDRES");
    let given = |name: &str| env::var(name).unwrap_or_default();
    if given("CARGO_CFG_TARGET_OS") != "windows" || given("CARGO_CFG_TARGET_ENV") != "gnu" {
        return;
    }
    let version = given("CARGO_PKG_VERSION");
    let resources = Path::new(&given("OUT_DIR")).join("resources.o");
    let windres = match given("WINDRES") {
        name if name.is_empty() => {
            format!("{}-w64-mingw32-windres", given("CARGO_CFG_TARGET_ARCH"))
        }
        name => name,
    };
    let made = Command::new(&windres)
        .current_dir("windows")
        .arg(format!("-DVERSION={},0", version.replace('.', ",")))
        .arg(format!("-DVERSION_TEXT=\\\"{version}\\\""))
        .args(["tiendo.rc", "-O", "coff", "-o"])
        .arg(&resources)
        .status();
    match made {
        Ok(status) if status.success() => {
            println!("cargo::rustc-link-arg-bins={}", resources.display());
        }
        // A type check needs no resources; tests/windows.sh looks for them in the program.
        _ => println!("cargo::warning={windres} failed: the program has no icon and no manifest"),
    }
}
