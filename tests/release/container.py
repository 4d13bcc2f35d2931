"""Checks what Containerfile puts together, without a container: nginx accepts the configuration and
serves the site with it.

    python3 tests/release/container.py TIENDO

The last line is the total.
"""

import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import traceback
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FILE = (ROOT / "Containerfile").read_text("utf-8")
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"


def everything_that_is_compiled_in_is_copied():
    copied = [line.split()[1:-1] for line in FILE.splitlines() if re.match(r"COPY (?!--from)", line)]
    copied = {name for names in copied for name in names}
    assert all((ROOT / name).exists() for name in copied), copied
    needed = {"Cargo.toml", "Cargo.lock", "build.rs"}
    for path in (ROOT / "src").rglob("*.rs"):
        for text in re.findall(r'include_(?:str|bytes)!\(\s*(?:concat!\()?"((?:\.\./)+)([a-z]+)', path.read_text("utf-8")):
            needed.add(text[1])
    needed -= {path.name for path in (ROOT / "src").iterdir()}
    assert needed <= {name.split("/")[0] for name in copied}, needed - copied
    ignored = (ROOT / ".dockerignore").read_text("utf-8").split()
    assert not [name for name in copied if name.split("/")[0] in ignored]


def nginx_serves_the_site(tiendo):
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        subprocess.run([tiendo, "build", "--output", work / "site"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        sample = (ROOT / "templates/hosting/nginx.conf").read_text("utf-8")
        server = (ROOT / "container/nginx.conf").read_text("utf-8")
        # The places of the image.
        assert "/etc/nginx/tien-do.conf" in FILE and "/var/www/tien-do" in FILE
        (work / "tien-do.conf").write_text(sample.replace("/var/www/tien-do/", f"{work}/site/"), "utf-8")
        server = server.replace("/etc/nginx/tien-do.conf", f"{work}/tien-do.conf")
        server = server.replace("listen 8080", f"listen 127.0.0.1:{port}")
        temporary = "".join(
            f"{kind}_temp_path {work}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        (work / "nginx.conf").write_text(
            f"pid {work}/pid; error_log {work}/log; events {{}}\n"
            f"http {{ access_log off; {temporary}\n{server}\n}}\n",
            "utf-8",
        )
        work.chmod(0o755)
        command = [NGINX, "-c", f"{work}/nginx.conf", "-g", "user root; daemon off;"]
        tried = subprocess.run([*command, "-t"], capture_output=True, text=True)
        assert tried.returncode == 0, tried.stderr
        running = subprocess.Popen(command)
        try:
            address = f"http://127.0.0.1:{port}"
            for _ in range(100):
                try:
                    answer = urllib.request.urlopen(f"{address}/", timeout=10)
                    break
                except OSError:
                    time.sleep(0.1)
            assert answer.url.endswith("/tien-do/") and answer.status == 200, answer.url
            assert answer.read() == (work / "site/index.html").read_bytes()
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            data = urllib.request.urlopen(f"{address}/tien-do/du-lieu/tasks.json", timeout=10)
            assert data.headers["Access-Control-Allow-Origin"] == "*"
        finally:
            running.terminate()
            running.wait()


def main(tiendo):
    passed = failed = 0
    tiendo = str(pathlib.Path(tiendo).resolve())
    for test, arguments in ((everything_that_is_compiled_in_is_copied, []), (nginx_serves_the_site, [tiendo])):
        try:
            test(*arguments)
            passed += 1
            print(f"ok      {test.__name__.replace('_', ' ')}")
        except Exception:
            failed += 1
            print(traceback.format_exc(), f"FAILED  {test.__name__.replace('_', ' ')}", sep="\n")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
