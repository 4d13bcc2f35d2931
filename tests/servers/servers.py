#!/usr/bin/env python3
"""Publishes to real servers and checks the result: SFTP, WebDAV, S3, nginx, Apache, a full disk.

    python tests/servers/servers.py target/release/tiendo            all parts
    python tests/servers/servers.py target/release/tiendo sftp s3    some of them
    python tests/servers/servers.py target/release/tiendo --stay     nginx below a path, until Enter

Each server is started by this script on a free loopback port, in its own folder, and is stopped at
the end of its part. The last line is "N passed, N failed". A part fails if its server is not
installed. TIENDO_CRASHES sets how often a publisher is killed (default 6).
"""
import contextlib
import copy
import gzip
import hashlib
import http.server
import json
import os
import pty
import random
import select
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
SECRET = "geheim-hunter22"
CRASHES = int(os.environ.get("TIENDO_CRASHES", "6"))
passed = failed = 0
counting = threading.Lock()


def check(what, fine, story=""):
    global passed, failed
    with counting:
        if fine:
            passed += 1
            print(f"ok      {what}", flush=True)
        else:
            failed += 1
            print(f"FAILED  {what}\n{story}", flush=True)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def wait_for(port):
    for _ in range(200):
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 0.2).close()
            return
        time.sleep(0.05)
    raise RuntimeError(f"nobody answers on port {port}")


@contextlib.contextmanager
def running(command, port, log, **more):
    """Runs a server in the foreground and stops it by its process id."""
    with open(log, "wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, start_new_session=True, **more)
        try:
            wait_for(port)
            yield process
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def tree(folder):
    """Maps the files below a folder to their checksums, except the files that publishing keeps there."""
    files = {}
    for path in sorted(Path(folder).rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not name.startswith(".tiendo/"):
            files[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return files


class Work:
    """Two built sites, the second with one more note, and a working folder."""

    def __init__(self, tiendo, folder):
        self.tiendo, self.folder = str(Path(tiendo).resolve()), Path(folder)
        self.content = self.folder / "content"
        shutil.copytree(ROOT / "tests/province/content", self.content)
        self.site_yaml = (self.content / "site.yaml").read_text()
        self.environment = {k: v for k, v in os.environ.items() if not k.upper().endswith("_PROXY")}
        self.environment |= {"NO_PROXY": "*", "HOME": str(self.folder), "RUST_BACKTRACE": "0"}
        self.run("build", "--output", "one")
        note = self.content / "notes/2024-01-15-hop-khoi-dong.md"
        note.write_text(note.read_text() + "\nMột câu được thêm vào sau.\n")
        self.run("build", "--output", "two")
        self.one, self.two = tree(self.folder / "one"), tree(self.folder / "two")

    def copy(self, name):
        """Copies the two sites to another folder, so that they can be published in parallel."""
        other = copy.copy(self)
        other.folder = self.folder / name
        other.content = other.folder / "content"
        other.environment = self.environment | {"HOME": str(other.folder)}
        for folder in ("content", "one", "two"):
            shutil.copytree(self.folder / folder, other.folder / folder)
        return other

    def run(self, *arguments, code=0, environment=None):
        answer = subprocess.run(
            [self.tiendo, *map(str, arguments)], cwd=self.folder, text=True, capture_output=True,
            env=self.environment | (environment or {}), timeout=300)
        if code is not None and answer.returncode != code:
            raise RuntimeError(f"tiendo {arguments}: {answer.returncode}\n{answer.stdout}{answer.stderr}")
        return answer

    def target(self, line):
        (self.content / "site.yaml").write_text(f"{self.site_yaml}\ntargets:\n  - {line}\n")

    def publish(self, site, *more, **rest):
        answer = self.run("publish", "t", "--yes", "--output", site, "--format", "json", *more, **rest)
        return json.loads(answer.stdout) if answer.returncode == 0 else answer


def story_of(name, work, look, environment=None, put=None):
    """Checks what must hold for every kind of target; `look` returns the published files, and
    `put` writes one as somebody else would."""
    rest = {"environment": environment}
    dry = work.run("publish", "t", "--dry-run", "--output", "one", "--format", "json", **rest)
    check(f"{name}: a dry run writes nothing", json.loads(dry.stdout)["new"] == len(work.one) - 1 and not look())
    start = time.time()
    first = work.publish("one", **rest)
    seconds = time.time() - start
    check(f"{name}: the whole site arrives", look() == work.one, first)
    put("theirs.txt", b"x")
    start = time.time()
    second = work.publish("two", **rest)
    print(f"        {name}: {first['new']} files, {first['bytes']} bytes in {seconds:.1f} s; after one note"
          f" {second['new'] + second['changed']} files, {second['bytes']} bytes in {time.time() - start:.1f} s")
    now = look()
    foreign = now.pop("theirs.txt", None)
    check(f"{name}: only what changed is sent", now == work.two and second["same"] > 10 * second["changed"], second)
    check(f"{name}: a foreign file stays and is named", foreign is not None and second["strange"] == ["theirs.txt"], second)
    check(f"{name}: names and sizes are compared", second["compared"] == len(work.one) - 1 and not second["damaged"], second)
    put("cach-doc.html", b"casino")
    mended = work.publish("two", **rest)
    now = look()
    now.pop("theirs.txt", None)
    check(f"{name}: a defaced page is named and replaced", mended["damaged"] == ["cach-doc.html"] and now == work.two, mended)
    again = work.publish("two", **rest)
    check(f"{name}: a second publish sends nothing", again["bytes"] == 0 and again["same"] == len(work.two) - 1, again)
    work.run("rollback", "t", "--yes", **rest)
    now = look()
    now.pop("theirs.txt", None)
    check(f"{name}: a rollback brings the same bytes back", now == work.one)
    check(f"{name}: the releases are listed",
          "(" in work.run("rollback", "t", "--list", **rest).stdout)

    killed_often(name, work, look, environment)


def killed_often(name, work, look, environment):
    """Publishes the two sites alternately, killing each run at a random point of its usual duration."""
    rest = {"environment": environment}

    def state():
        files = look()
        files.pop("theirs.txt", None)
        return files

    def publication(site):
        return subprocess.Popen(
            [work.tiendo, "publish", "t", "--yes", "--take-over", "--output", site], cwd=work.folder,
            env=work.environment | (environment or {}), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    lengths = []
    for site in ("two", "one"):
        start = time.time()
        publication(site).wait()
        lengths.append(time.time() - start)
    length = max(lengths)
    pick, bad, seen = random.Random(3413), [], Counter()
    for n in range(CRASHES):
        site, wanted, old = [("two", work.two, work.one), ("one", work.one, work.two)][n % 2]
        process = publication(site)
        time.sleep(pick.uniform(0, length * 1.1))
        seen["ended before"] += process.poll() is not None
        process.kill()
        process.wait()
        now = state()
        seen["old" if now == old else "new" if now == wanted else "between"] += 1
        if now.get("manifest.txt") == wanted["manifest.txt"] and now != wanted:
            bad.append(f"{n}: claims to be {site} and is not")
        mended = work.publish(site, "--take-over", code=None, **rest)
        if state() != wanted:
            bad.append(f"{n}: {mended}")
    told = ", ".join(f"{count} {what}" for what, count in sorted(seen.items()))
    print(f"        {name}: {CRASHES} kills within {length:.2f} s: {told}")
    check(f"{name}: killed {CRASHES} times, every next run completes the site", not bad, "\n".join(bad))


# -- SFTP

@contextlib.contextmanager
def sshd(work):
    folder = work.folder / "ssh"
    folder.mkdir(mode=0o700)
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    (folder / "authorized").write_text((folder / "user.pub").read_text())
    port = free_port()
    server = "/usr/lib/openssh/sftp-server"
    (folder / "sshd_config").write_text(f"""
ListenAddress 127.0.0.1:{port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/authorized
PidFile {folder}/pid
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
Subsystem sftp {server}
""")
    (folder / "known").write_text(f"[127.0.0.1]:{port} {(folder / 'host.pub').read_text()}")
    (folder / "config").write_text(
        f"Host *\n  IdentityFile {folder}/user\n  IdentitiesOnly yes\n  UserKnownHostsFile {folder}/known\n")
    # ssh reads its configuration from the account's home directory and ignores HOME.
    (folder / "bin").mkdir()
    (folder / "bin/ssh").write_text(f'#!/bin/sh\nexec {shutil.which("ssh")} -F {folder}/config "$@"\n')
    (folder / "bin/ssh").chmod(0o755)
    if os.geteuid() == 0:
        os.makedirs("/run/sshd", exist_ok=True)
    with running(["/usr/sbin/sshd", "-D", "-e", "-f", folder / "sshd_config"], port, folder / "log"):
        try:
            yield port, {"PATH": f"{folder}/bin:{os.environ['PATH']}"}, folder
        finally:
            end_connections(folder)


def connections(folder):
    """Returns the ssh processes that use the configuration in this folder."""
    ids = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if f"{folder}/config" in (process / "cmdline").read_text():
                ids.append(int(process.name))
    return ids


def end_connections(folder):
    """Ends the ssh processes that use the configuration in this folder."""
    for process in connections(folder):
        with contextlib.suppress(OSError):
            os.kill(process, signal.SIGTERM)
    settled(folder)


def settled(folder):
    """Waits for the ssh processes to end, which can take a moment on a busy machine."""
    for _ in range(100):
        if not connections(folder):
            return True
        time.sleep(0.1)
    return False


def sftp(work):
    www = work.folder / "sftp-www"
    with sshd(work) as (port, environment, folder):
        user = subprocess.run(["id", "-un"], text=True, capture_output=True).stdout.strip()
        work.target(f"{{name: t, kind: sftp, host: 127.0.0.1, port: {port}, user: {user}, root: {www}}}")
        story_of("sftp", work, lambda: tree(www), environment, lambda path, body: (www / path).write_bytes(body))
        check("sftp: verify accepts the folder",
              work.run("verify", www, "--allow", "theirs.txt", code=None).returncode == 0)
        # Only a killed publisher leaves connections open.
        end_connections(folder)
        work.publish("two", environment=environment)
        work.publish("one", environment=environment)
        check("sftp: no connection stays open", settled(folder))
        (folder / "known").write_text("")
        answer = work.publish("one", code=3, environment=environment)
        check("sftp: an unknown host key is reported", "khóa" in answer.stderr and "Host key" in answer.stderr, answer.stderr)


# -- WebDAV and nginx

def nginx_config(folder, port, www, more="", password=True):
    sample = (ROOT / "templates/hosting/nginx.conf").read_text().replace("/var/www/tien-do/", f"{www}/")
    modules = Path("/usr/lib/nginx/modules/ngx_http_dav_ext_module.so")
    auth = f'auth_basic "dav"; auth_basic_user_file {folder}/users;' if password else ""
    (folder / "nginx.conf").write_text(f"""
{f"load_module {modules};" if modules.exists() else ""}
daemon off; worker_processes 2; pid {folder}/pid; error_log {folder}/error.log;
{"user root;" if os.geteuid() == 0 else ""}
events {{ worker_connections 256; }}
http {{
  access_log {folder}/access.log; include /etc/nginx/mime.types;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s; client_max_body_size 50m;
  server {{
    listen 127.0.0.1:{port};
    location /dav/ {{
      alias {www}/; {auth}
      dav_methods PUT DELETE MKCOL COPY MOVE; dav_ext_methods PROPFIND OPTIONS; dav_access user:rw all:r;
    }}
    location = /cu {{ return 301 /tien-do/; }}
    location /cu/ {{ rewrite ^/cu/(.*)$ /tien-do/$1 permanent; }}
    {sample}
    {more}
  }}
}}
""")
    return ["/usr/sbin/nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]


@contextlib.contextmanager
def nginx(work, name, www, more=""):
    folder = work.folder / name
    folder.mkdir()
    hashed = subprocess.run(["openssl", "passwd", "-apr1", SECRET], text=True, capture_output=True, check=True)
    (folder / "users").write_text(f"tiendo:{hashed.stdout.strip()}\n")
    port = free_port()
    with running(nginx_config(folder, port, www, more), port, folder / "log"):
        yield port


def get(url, **headers):
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(urllib.request.Request(url, headers=headers), timeout=10) as answer:
        return answer.headers, answer.read()


def status(url):
    """Returns the status code of a response. urllib sends the path unchanged, dots included."""
    try:
        get(url)
        return 200
    except urllib.error.HTTPError as error:
        return error.code


def webdav(work):
    www = work.folder / "dav-www"
    www.mkdir()
    with nginx(work, "nginx-dav", www) as port:
        work.target(f'{{name: t, kind: webdav, endpoint: "http://127.0.0.1:{port}/dav/", user: tiendo}}')
        environment = {"TIENDO_WEBDAV_PASSWORD": SECRET}
        story_of("webdav", work, lambda: tree(www), environment, lambda path, body: (www / path).write_bytes(body))
        wrong = work.publish("two", code=3, environment={"TIENDO_WEBDAV_PASSWORD": SECRET + "x"})
        said = wrong.stdout + wrong.stderr
        check("webdav: a wrong password fails and is not printed", "geheim" not in said, said)


def hides(name, base, www):
    """Checks that hidden files are unavailable, including those that publishing keeps beside the site."""
    (www / ".git").mkdir(exist_ok=True)
    (www / ".git/config").write_text("geheim")
    (www / "nhiem-vu/.env").write_text("geheim")
    hidden = [path.relative_to(www).as_posix() for path in www.rglob("*")
              if path.is_file() and any(part.startswith(".") for part in path.relative_to(www).parts)]
    hidden += [".tiendo/", ".tiendo", "%2etiendo/releases.txt", "x/../.tiendo/releases.txt", ".//.tiendo/releases.txt"]
    answers = {path: status(f"{base}{path}") for path in hidden}
    shown = {path: code for path, code in answers.items() if code not in (403, 404)}
    check(f"{name}: .tiendo/ and other hidden files are not served ({len(hidden)} asked for)",
          not shown and any(path.startswith(".tiendo/objects/") for path in hidden), shown)
    (www / ".well-known").mkdir()
    (www / ".well-known/security.txt").write_text("x")
    check(f"{name}: .well-known/ is served", status(f"{base}.well-known/security.txt") == 200)
    for path in (".git", ".well-known"):
        shutil.rmtree(www / path)
    (www / "nhiem-vu/.env").unlink()


def samples():
    """Checks web.config without IIS, which rejects malformed XML and duplicate entries."""
    tree = ElementTree.parse(ROOT / "templates/hosting/web.config").getroot()
    filtering = tree.find("system.webServer/security/requestFiltering/hiddenSegments")
    listed = [(entry.tag, entry.get("segment")) for entry in filtering]
    names = [name for tag, name in listed if tag == "add"]
    check("web.config: .tiendo is hidden", ".tiendo" in names, listed)
    check("web.config: every added entry is removed first",
          listed == [(tag, name) for name in names for tag in ("remove", "add")] and len(set(names)) == len(names), listed)
    policy = tree.find("system.webServer/httpProtocol/customHeaders/add[@name='Content-Security-Policy']").get("value")
    others = [(ROOT / f"templates/hosting/{name}").read_text() for name in ("nginx.conf", "htaccess.txt")]
    check("all samples set one policy", all(f'"{policy}"' in other for other in others), policy)
    embeds = tree.find("location[@path='nhung']/system.webServer/httpProtocol/customHeaders/add[@name='Content-Security-Policy']").get("value")
    check("web.config: embeds may be framed", embeds == policy.replace("frame-ancestors 'self'", "frame-ancestors *"), embeds)
    reading = {place.get("path") for place in tree.findall("location")
               if place.find("system.webServer/httpProtocol/customHeaders/add[@name='Access-Control-Allow-Origin']").get("value") == "*"}
    check("web.config: other websites may read what is meant for them", reading == {"du-lieu", "lich", "tin", "nhung"}, reading)


def answers_others(name, base):
    """Checks the types of files, and what other websites may read and frame."""
    text, sheet = "; charset=utf-8", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    asked = {"index.html": "text/html" + text, "assets/site.css": "text/css" + text, "assets/site.js": "text/javascript" + text,
             "assets/icon.svg": "image/svg+xml" + text, "robots.txt": "text/plain" + text, "tin/tat-ca.xml": "application/atom+xml" + text,
             "lich/tat-ca.ics": "text/calendar" + text, "du-lieu/tasks.csv": "text/csv" + text, "du-lieu/tasks.json": "application/json" + text,
             "du-lieu/tiendo.xlsx": sheet, "nhung/khung.html": "text/html" + text, "nhung/huy-hieu.svg": "image/svg+xml" + text}
    wrong = {}
    for path, kind in asked.items():
        headers, _ = get(base + path, Origin="https://elsewhere.example")
        told = (headers["Content-Type"].lower(), headers["Access-Control-Allow-Origin"], headers["Content-Security-Policy"].rsplit(" ", 1)[1])
        folder = path.partition("/")[0]
        wanted = (kind, "*" if folder in ("du-lieu", "lich", "tin", "nhung") else None, "*" if folder == "nhung" else "'self'")
        if told != wanted:
            wrong[path] = (told, wanted)
    check(f"{name}: types of files, and what other websites may read and frame", not wrong, wrong)


def served(work):
    samples()
    www = work.folder / "served"
    www.mkdir()
    # Published twice, so that an earlier release is kept.
    work.target(f"{{name: t, kind: folder, path: {www}}}")
    work.publish("two")
    work.publish("one")
    with nginx(work, "nginx-served", www, "location /moi/ { alias " + str(www) + "/; error_page 404 =200 /tien-do/404.html; }") as port:
        base = f"http://127.0.0.1:{port}"
        answer = work.run("verify", f"{base}/tien-do/", code=None)
        check("nginx below a path: verify accepts the site", answer.returncode == 0, answer.stdout + answer.stderr)
        sum_ = hashlib.sha256((www / "manifest.txt").read_bytes()).hexdigest()
        check("nginx: the sum of the sheet", work.run("verify", f"{base}/tien-do/", "--hash", sum_, code=None).returncode == 0)
        check("nginx: another sum", work.run("verify", f"{base}/tien-do/", "--hash", "0" * 64, code=None).returncode == 1)
        check("nginx: a redirect is followed", work.run("verify", f"{base}/cu/", code=None).returncode == 0)
        headers, body = get(f"{base}/tien-do/", **{"Accept-Encoding": "gzip"})
        check("nginx: the headers of the sample are sent",
              "default-src 'none'" in headers["Content-Security-Policy"] and headers["X-Content-Type-Options"] == "nosniff", str(headers))
        answer = work.run("verify", f"{base}/", code=None)
        answers_others("nginx", f"{base}/tien-do/")
        hides("nginx", f"{base}/tien-do/", www)
        asked = (work.folder / "nginx-served/access.log").read_text()
        verified = [line for line in asked.splitlines() if "tiendo/" in line and "python" not in line.lower()]
        check("verify asks for nothing hidden", "GET /tien-do/index.html" in asked and not verified, "\n".join(verified))
        check("nginx: a missing site is reported", answer.returncode == 1 and "manifest.txt" in answer.stderr, answer.stderr)
        page, lost = www / "index.html", www / "cach-doc.html"
        good = page.read_bytes()
        page.write_bytes(good.replace(b"a", b"b", 1))
        lost.rename(www / "aside")
        for path in ("/tien-do/", "/moi/"):
            told = json.loads(work.run("verify", base + path, "--format", "json", code=1).stdout)
            check(f"nginx{path}: altered and missing pages are named", told["altered"] == ["index.html"]
                  and told["missing"] == ["cach-doc.html"], told)
        page.write_bytes(good)
        (www / "aside").rename(lost)
    answer = work.run("verify", f"{base}/tien-do/", code=3)
    check("an unreachable server is reported", "kết nối" in answer.stderr, answer.stderr)
    apache(work, www)
    odd_servers(work, www)


def apache(work, www):
    folder, port = work.folder / "apache", free_port()
    folder.mkdir()
    sample = (ROOT / "templates/hosting/htaccess.txt").read_text()
    (www / ".htaccess").write_text(sample.replace("/404.html", "/tien-do/404.html"))
    modules = "mpm_event authz_core alias dir mime headers deflate filter"
    load = "\n".join(f"LoadModule {m}_module /usr/lib/apache2/modules/mod_{m}.so" for m in modules.split())
    (folder / "apache.conf").write_text(f"""
ServerRoot {folder}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/error.log
{load}
TypesConfig /etc/mime.types
DirectoryIndex index.html
Alias /tien-do {www}
<Directory {www}>
  AllowOverride All
  Require all granted
</Directory>
""".replace("Require all granted", "Require all granted"))
    environment = os.environ | {"APACHE_RUN_DIR": str(folder)}
    with running(["/usr/sbin/apache2", "-X", "-f", str(folder / "apache.conf")], port, folder / "log", env=environment):
        base = f"http://127.0.0.1:{port}/tien-do/"
        answer = work.run("verify", base, code=None)
        check("Apache below a path: verify accepts the site", answer.returncode == 0, answer.stdout + answer.stderr)
        headers, _ = get(base)
        answers_others("Apache", base)
        hides("Apache", base, www)
        check("Apache: the headers of the sample are sent", "default-src 'none'" in (headers["Content-Security-Policy"] or ""), str(headers))
    (www / ".htaccess").unlink()


def odd_servers(work, www):
    """Tests a server that compresses every response and one whose TLS certificate is untrusted."""

    class Zips(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *rest):
            super().__init__(*rest, directory=str(www))

        def do_GET(self):
            path = Path(self.translate_path(self.path))
            if not path.is_file():
                return self.send_error(404)
            body = gzip.compress(path.read_bytes())
            self.send_response(200)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Zips)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    answer = work.run("verify", f"http://127.0.0.1:{server.server_port}/", code=None)
    check("a server that always compresses: verify accepts the site", answer.returncode == 0, answer.stdout + answer.stderr)
    server.shutdown()

    certificate = work.folder / "cert.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-keyout", work.folder / "key.pem", "-out", certificate, "-days", "2", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"], check=True, capture_output=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Zips)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, work.folder / "key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"https://localhost:{server.server_port}/"
    answer = work.run("verify", base, code=None)
    check("an untrusted certificate is reported", answer.returncode == 3 and "chứng thư" in answer.stderr, answer.stderr)
    server.shutdown()


# -- S3

@contextlib.contextmanager
def bucket(work):
    """Starts an S3 server with an empty bucket; yields a client, the published files and the environment."""
    import boto3
    port, log = free_port(), work.folder / "moto.log"
    environment = {"AWS_ACCESS_KEY_ID": "AKIAGEHEIM00000001", "AWS_SECRET_ACCESS_KEY": SECRET}
    endpoint = f"http://127.0.0.1:{port}"
    with running([sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)], port, log):
        os.environ["NO_PROXY"] = "*"
        client = boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1",
                              aws_access_key_id="a", aws_secret_access_key="b")
        client.create_bucket(Bucket="kho")

        def look():
            files, pages = {}, client.get_paginator("list_objects_v2").paginate(Bucket="kho", Prefix="tien-do/")
            for found in (item for page in pages for item in page.get("Contents", [])):
                name = found["Key"].removeprefix("tien-do/")
                if not name.startswith(".tiendo/") and not name.endswith("/"):
                    body = client.get_object(Bucket="kho", Key=found["Key"])["Body"].read()
                    files[name] = hashlib.sha256(body).hexdigest()
            return files

        work.target(f'{{name: t, kind: s3, bucket: kho, endpoint: "{endpoint}", region: us-east-1, root: /tien-do}}')
        yield client, look, environment


def s3(work):
    with bucket(work) as (client, look, environment):
        story_of("s3", work, look, environment, lambda path, body: client.put_object(Bucket="kho", Key=f"tien-do/{path}", Body=body))
        kind = client.head_object(Bucket="kho", Key="tien-do/index.html")["ContentType"]
        check("s3: pages are pages", kind == "text/html; charset=utf-8", kind)
        client.put_bucket_policy(Bucket="kho", Policy=json.dumps({"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::kho/*"}]}))
        work.publish("one", environment=environment)
        answer = work.run("verify", f"{client.meta.endpoint_url}/kho/tien-do/", code=None)
        check("s3: verify accepts the site that the bucket serves", answer.returncode == 0, answer.stdout + answer.stderr)


# -- Concurrent publishers

class Asking:
    """A publisher that waits for confirmation at its terminal while it holds the target's lease."""

    def __init__(self, work, site, environment):
        self.terminal, inner = pty.openpty()
        self.process = subprocess.Popen(
            [work.tiendo, "publish", "t", "--lang", "en", "--output", site], cwd=work.folder,
            env=work.environment | environment, stdin=inner, stdout=inner, stderr=inner)
        os.close(inner)
        self.said = ""
        self.until("Publish? [y/n]")

    def until(self, text):
        deadline = time.time() + 120
        while text not in self.said:
            ready, _, _ = select.select([self.terminal], [], [], max(0, deadline - time.time()))
            if not ready:
                raise RuntimeError(f"was never asked: {self.said}")
            self.said += os.read(self.terminal, 4096).decode(errors="replace")

    def answer(self):
        os.write(self.terminal, b"y\n")

    def ended(self):
        """Reads the rest of the output and returns the exit code."""
        with contextlib.suppress(OSError):
            while piece := os.read(self.terminal, 4096):
                self.said += piece.decode(errors="replace")
        os.close(self.terminal)
        return self.process.wait(120)


def started(work, site, environment):
    return subprocess.Popen([work.tiendo, "publish", "t", "--yes", "--lang", "en", "--output", site], cwd=work.folder, text=True,
                            env=work.environment | environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def leased(name, work, look, lock, environment, cut=lambda: None):
    """Checks that a publisher waits for a live lease and takes over a dead one. `lock` reads the lease;
    `cut` closes the connections that a crashed machine would not keep open."""
    def counts(seconds):
        """Returns how often the lease was renewed in that time, and its owners."""
        seen, end = set(), time.time() + seconds
        while time.time() < end:
            seen.add(lock())
            time.sleep(0.5)
        seen.discard(None)
        return len(seen), {text.splitlines()[1] for text in seen if text.count("\n") == 3}

    # A second publisher waits longer than the time after which a lease counts as dead.
    alive = Asking(work, "two", environment)
    waits = started(work, "one", environment)
    counted, holders = counts(32)
    check(f"{name}: a live publisher is not taken over", counted > 4 and len(holders) == 1 and waits.poll() is None,
          f"{counted} counts by {holders}")
    check(f"{name}: nothing is sent meanwhile", look() == {})
    alive.process.kill()
    alive.ended()
    cut()
    since = time.time()
    story = waits.communicate(timeout=180)[0]
    print(f"        {name}: a killed publisher was taken over and the site sent after {time.time() - since:.1f} s")
    check(f"{name}: a killed publisher's lease is taken over after the wait",
          waits.returncode == 0 and "Another run" in story and 10 < time.time() - since and look() == work.one, story)

    # A suspended publisher, as on a machine that was put to sleep.
    asleep = Asking(work, "two", environment)
    asleep.process.send_signal(signal.SIGSTOP)
    work.publish("two", environment=environment)
    work.publish("one", environment=environment)
    asleep.answer()
    asleep.process.send_signal(signal.SIGCONT)
    code = asleep.ended()
    check(f"{name}: a suspended publisher that lost its lease sends nothing",
          code == 3 and "another run took over" in asleep.said and look() == work.one, f"{code} {asleep.said}")
    check(f"{name}: no lease is left", lock() is None, lock())

    # Suspended during the upload.
    running = started(work, "two", environment)
    while lock() is None:
        time.sleep(0.01)
    time.sleep(0.3)
    running.kill()
    running.communicate()
    cut()
    left = lock()
    work.publish("two", environment=environment)
    check(f"{name}: after a kill during the upload, the next publisher waits, takes over and finishes",
          left is not None and look() == work.two and lock() is None)

    # Two publishers at once.
    both = [started(work, site, environment) for site in ("one", "two")]
    stories = [one.communicate(timeout=300)[0] for one in both]
    codes = [one.returncode for one in both]
    told = all(code == 0 or (code == 3 and "another run took over" in story) for code, story in zip(codes, stories))
    check(f"{name}: two publishers at once leave one complete site", told and 0 in codes and look() in (work.one, work.two)
          and lock() is None, f"{codes} {stories}")


def leases(work):
    """Tests the leases of all kinds of target in parallel, since these tests mostly wait."""
    def of_folder(path):
        def lock():
            with contextlib.suppress(OSError):
                return (path / ".tiendo/lock").read_text()
        return lock

    def over_sftp(work):
        www = work.folder / "www"
        with sshd(work) as (port, environment, folder):
            user = subprocess.run(["id", "-un"], text=True, capture_output=True).stdout.strip()
            work.target(f"{{name: t, kind: sftp, host: 127.0.0.1, port: {port}, user: {user}, root: {www}}}")
            leased("sftp", work, lambda: tree(www), of_folder(www), environment, lambda: end_connections(folder))

    def over_webdav(work):
        www = work.folder / "www"
        www.mkdir()
        with nginx(work, "nginx", www) as port:
            work.target(f'{{name: t, kind: webdav, endpoint: "http://127.0.0.1:{port}/dav/", user: tiendo}}')
            leased("webdav", work, lambda: tree(www), of_folder(www), {"TIENDO_WEBDAV_PASSWORD": SECRET})

    def over_s3(work):
        with bucket(work) as (client, look, environment):
            def lock():
                with contextlib.suppress(client.exceptions.NoSuchKey):
                    return client.get_object(Bucket="kho", Key="tien-do/.tiendo/lock")["Body"].read().decode()
            leased("s3", work, look, lock, environment)

    def alone(kind):
        try:
            kind(work.copy(kind.__name__))
        except Exception as error:  # noqa: BLE001: one server that fails is one failure
            check(f"{kind.__name__}: the part ran to its end", False, f"{type(error).__name__}: {error}")

    threads = [threading.Thread(target=alone, args=(kind,)) for kind in (over_sftp, over_webdav, over_s3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


# -- Full disk, folder

def folder(work):
    www = work.folder / "www"
    www.mkdir()
    work.target(f"{{name: t, kind: folder, path: {www}}}")
    story_of("folder", work, lambda: tree(www), None, lambda path, body: (www / path).write_bytes(body))
    if os.geteuid() != 0:
        print("SKIPPED the full disk: mounting a small file system needs root.")
        return
    small = work.folder / "small"
    small.mkdir()
    half = sum(path.stat().st_size for path in (work.folder / "one").rglob("*") if path.is_file()) // 2
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={half}", "tmpfs", small], capture_output=True)
    if mounted.returncode:
        print("SKIPPED the full disk: this system does not allow mounting a file system.")
        return
    try:
        work.target(f"{{name: t, kind: folder, path: {small}}}")
        answer = work.publish("one", code=3)
        check("a full disk is reported", "hết chỗ" in answer.stderr, answer.stderr)
        check("a full disk: nothing claims to be a site", "manifest.txt" not in tree(small))
        subprocess.run(["mount", "-o", f"remount,size={half * 8}", small], check=True)
        work.publish("one")
        check("with free space, the next run completes the site", tree(small) == work.one)
    finally:
        subprocess.run(["umount", small], check=True)


PARTS = {"folder": folder, "served": served, "webdav": webdav, "sftp": sftp, "s3": s3, "leases": leases}


def main():
    tiendo, *wanted = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="tiendo-servers-") as temporary:
        work = Work(tiendo, temporary)
        if wanted == ["--stay"]:
            with nginx(work, "nginx", work.folder / "one") as port:
                print(f"http://127.0.0.1:{port}/tien-do/", flush=True)
                sys.stdin.readline()
            return 0

        def run(name):
            print(f"-- {name}", flush=True)
            try:
                PARTS[name](work)
            except Exception as error:  # noqa: BLE001: one server that fails is one failure
                check(f"{name}: the part ran to its end", False, f"{type(error).__name__}: {error}")

        parts = [name for name in PARTS if name in wanted or not wanted]
        # The lease tests mostly wait, so they run in parallel with the others, in their own folders.
        beside = [threading.Thread(target=run, args=(name,)) for name in parts if name == "leases"]
        for thread in beside:
            thread.start()
        for name in parts:
            if name != "leases":
                run(name)
        for thread in beside:
            thread.join()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
