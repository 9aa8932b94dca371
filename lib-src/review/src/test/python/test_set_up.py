"""The set-up itself, in a fresh copy whose path holds a space and Chinese characters, beside a user's
own Jupyter, Python and JavaCPP folders that would be noticed at once if anything looked into them."""

import glob
import json
import pathlib
import shutil
import signal
import subprocess
import time

import pytest
from conftest import busy, clean_environment, copy_project, lectern

pytestmark = pytest.mark.slow

SPY = "import pathlib; pathlib.Path({marker!r}).open('a').write({what!r} + '\\n')\n"


class User:
    """A home folder full of traps: whatever reads one of them leaves a line in `marker`."""

    def __init__(self, folder):
        self.home = folder / "home"
        self.marker = folder / "touched.txt"
        self.trap(".jupyter/jupyter_config.py")
        self.trap(".jupyter/jupyter_server_config.py")
        self.trap(".jupyter/jupyter_lab_config.py")
        self.trap(".config/jupyter/jupyter_server_config.py")
        self.trap(".ipython/profile_default/startup/first.py")
        for version in range(10, 16):
            self.trap(f".local/lib/python3.{version}/site-packages/usercustomize.py")
        self.trap("python-path/sitecustomize.py")
        self.write(".config/pip/pip.conf", "[install]\nuser = true\n")
        self.write(".local/share/jupyter/kernels/java/kernel.json", '{"argv": ["false"], "display_name": "not ours", "language": "java"}')
        self.write(".javacpp/cache/theirs.txt", "theirs")
        self.before = self.snapshot()

    def write(self, name, text):
        file = self.home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def trap(self, name):
        self.write(name, SPY.format(marker=str(self.marker), what=name))

    def environment(self, **more):
        return clean_environment(
            HOME=self.home,
            PYTHONPATH=self.home / "python-path",
            PYTHONSTARTUP=self.home / ".ipython/profile_default/startup/first.py",
            JUPYTER_PATH=self.home / ".local/share/jupyter",
            JUPYTER_CONFIG_PATH=self.home / ".jupyter",
            PIP_USER="1",
            LC_ALL="C",
            **more,
        )

    def snapshot(self):
        # .rustup: a compiler that pip asks for its version may make it; .m2 is Maven's shared store.
        outside = (".rustup", ".m2", ".cache/lectern")
        files = (path for path in sorted(self.home.rglob("*")) if path.is_file())
        names = {str(path.relative_to(self.home)): path for path in files}
        return {name: path.read_text() for name, path in names.items() if not name.startswith(outside)}


@pytest.fixture(scope="module")
def user(tmp_path_factory):
    return User(tmp_path_factory.mktemp("user"))


@pytest.fixture(scope="module")
def fresh(tmp_path_factory, user):
    """A copy that was set up the hard way: stopped, killed, then called twice at once."""
    project = copy_project(tmp_path_factory.mktemp("课程 空格") / "讲台 lectern")
    stopped = begin(project, user)
    wait_for_child(project)
    stopped.send_signal(signal.SIGINT)
    stopped_text = stopped.communicate(timeout=60)[0]
    lock_after_stop = (project / ".lectern" / "lock").exists()
    killed = begin(project, user)
    wait_for_child(project)
    killed.kill()
    killed.wait()
    lock_after_kill = (project / ".lectern" / "lock").exists()
    both = [begin(project, user), begin(project, user)]
    texts = [process.communicate(timeout=600)[0] for process in both]
    return Fresh(project, stopped.returncode, stopped_text, lock_after_stop, lock_after_kill, [p.returncode for p in both], texts)


class Fresh:
    def __init__(self, project, stopped_code, stopped_text, lock_after_stop, lock_after_kill, codes, texts):
        self.project, self.private = project, project / ".lectern"
        self.stopped_code, self.stopped_text = stopped_code, stopped_text
        self.lock_after_stop, self.lock_after_kill = lock_after_stop, lock_after_kill
        self.codes, self.texts = codes, texts


def begin(project, user):
    return subprocess.Popen(
        [str(project / "lectern"), "setup"],
        env=user.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        # A test run in the background hands down an ignored Ctrl-C, which no shell can take back.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def wait_for_child(project):
    """Until the second command of the Python step, pip, is at work."""
    for _ in range(600):
        try:
            if len((project / ".lectern" / "lock" / "pids").read_text().split()) >= 3:
                time.sleep(1)
                return
        except FileNotFoundError:
            pass
        time.sleep(0.05)
    raise AssertionError("the set-up did not get as far as pip")


def everything_in(folder):
    return {str(path): path.lstat().st_mtime_ns for path in folder.rglob("*") if path.name != "__pycache__"}


def test_stopped_it_says_so_and_leaves_no_lock(fresh):
    assert fresh.stopped_code == 130
    assert "Stopped. Call it again: it goes on from here." in fresh.stopped_text
    assert not fresh.lock_after_stop
    assert fresh.lock_after_kill, "a killed set-up cannot take its lock away; the next one must"


def test_two_at_once_do_the_work_once(fresh):
    assert fresh.codes == [0, 0], fresh.texts
    assert sum("The Python environment of JupyterLab ..." in text for text in fresh.texts) == 1, fresh.texts
    assert any("waiting for it" in text for text in fresh.texts)
    assert not (fresh.private / "lock").exists()


def test_it_tells_what_it_downloaded_and_took(fresh):
    worker = next(text for text in fresh.texts if "Set up in" in text)
    for step in ("Python environment", "jars", "class-data archive"):
        assert any(step in line and " s, " in line and "MB downloaded" in line for line in worker.splitlines()), worker
    assert (fresh.private / "archive.jsa").stat().st_size > 1_000_000


def test_second_call_does_nothing(fresh, user):
    before = everything_in(fresh.private)
    seconds = []
    for _ in range(3):
        began = time.monotonic()
        answer = lectern(fresh.project, "setup", env=user.environment())
        seconds.append(time.monotonic() - began)
        assert answer.returncode == 0
        assert answer.stdout.strip() == "Everything is in place."
    assert min(seconds) < (15 if busy() else 3)
    assert everything_in(fresh.private) == before


def test_private_jupyter_knows_its_kernels_only(fresh, user):
    answer = lectern(fresh.project, "jupyter", "kernelspec", "list", "--json", env=user.environment())
    specs = json.loads(answer.stdout[answer.stdout.index("{") :])["kernelspecs"]
    kernels = fresh.private / "python/share/jupyter/kernels"
    assert specs["lectern"]["resource_dir"] == str(kernels / "lectern")
    assert specs["lectern"]["spec"]["display_name"] == "Java (Lectern)"
    assert specs["lectern"]["spec"]["interrupt_mode"] == "message"
    assert specs["java"]["resource_dir"] == str(kernels / "java"), "the user's own kernel 'java' came first"


def test_notebook_for_another_java_kernel_runs(fresh, user, tmp_path):
    """IJava's and JJava's notebooks name the kernel "java"; the locale here is C, the path is not."""
    notebook = tmp_path / "课程.ipynb"
    write_notebook(notebook, "java", 'System.out.println("课程 " + (6 * 7));')
    answer = lectern(fresh.project, "jupyter", "execute", "--inplace", str(notebook), env=user.environment())
    assert answer.returncode == 0, answer.stdout
    outputs = json.loads(notebook.read_text(encoding="utf-8"))["cells"][0]["outputs"]
    assert "".join(outputs[0]["text"]) == "课程 42\n"


def test_the_traps_catch(tmp_path):
    """Without Lectern's walls the same home folder is noticed: so silence below means something."""
    careless = User(tmp_path)
    subprocess.run(["python3", "-c", "pass"], env=careless.environment(), check=True)
    assert "sitecustomize" in careless.marker.read_text()


def test_home_folder_is_neither_read_nor_changed(fresh, user):
    assert not user.marker.exists(), user.marker.read_text()
    assert user.snapshot() == user.before


@pytest.mark.skipif(not shutil.which("strace"), reason="no strace here (apt-get install strace)")
def test_no_file_of_the_home_folder_is_opened(fresh, user, tmp_path):
    """What even a trap could miss: a file opened and thrown away."""
    trace = tmp_path / "trace.txt"
    notebook = tmp_path / "traced.ipynb"
    write_notebook(notebook, "lectern", "1 + 1")
    subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=open,openat,mkdir,mkdirat,rename,unlink", "-o", str(trace)]
        + [str(fresh.project / "lectern"), "jupyter", "execute", str(notebook)],
        env=user.environment(),
        check=True,
        timeout=300,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    assert len(lines) > 1000, "the trace is empty"
    home = str(user.home)
    watched = (f"{home}/.jupyter", f"{home}/.config/jupyter", f"{home}/.local", f"{home}/.ipython", f"{home}/.javacpp", f"{home}/python-path")
    assert [line for line in lines if any(folder in line for folder in watched)] == []


def test_kernel_install_writes_where_it_is_told(fresh, user, tmp_path):
    answer = lectern(fresh.project, "kernel", "install", "--prefix", str(tmp_path), "--name", "lesson", env=user.environment())
    assert answer.returncode == 0, answer.stdout
    spec = json.loads((tmp_path / "share/jupyter/kernels/lesson/kernel.json").read_text(encoding="utf-8"))
    assert spec["argv"][1] == str(fresh.project / "environment" / "kernel-launcher")
    assert spec["language"] == "java"
    refused = lectern(fresh.project, "kernel", "install", env=user.environment())
    assert refused.returncode != 0 and "--user" in refused.stdout
    refused = lectern(fresh.project, "kernel", "install", "--prefix", str(tmp_path), "--name", "a b", env=user.environment())
    assert refused.returncode != 0 and "a b" in refused.stdout
    refused = lectern(fresh.project, "kernel", "install", "--prefix", str(tmp_path), "--name", "..", env=user.environment())
    assert refused.returncode != 0 and (tmp_path / "share/jupyter/kernels/lesson").exists()
    python = tmp_path / "share/jupyter/kernels/python3"
    python.mkdir()
    (python / "kernel.json").write_text('{"argv": ["python", "-m", "ipykernel"]}')
    refused = lectern(fresh.project, "kernel", "install", "--prefix", str(tmp_path), "--name", "python3", env=user.environment())
    assert refused.returncode != 0 and "another kernel's" in refused.stdout
    assert "ipykernel" in (python / "kernel.json").read_text()


def test_kernel_install_for_the_user(fresh, tmp_path):
    data = tmp_path / "data"
    answer = lectern(fresh.project, "kernel", "install", "--user", env=clean_environment(HOME=tmp_path, JUPYTER_DATA_DIR=data))
    assert answer.returncode == 0, answer.stdout
    assert (data / "kernels/lectern/kernel.json").exists()
    assert (data / "kernels/lectern/logo-64x64.png").exists()


def test_touched_source_rebuilds_but_equal_jars_keep_their_archive(fresh, user):
    jars = everything_in(fresh.private / "lib")
    archive = (fresh.private / "archive.jsa").stat().st_mtime_ns
    source = next((fresh.project / "lib-src/display/src/main").rglob("*.java"))
    source.touch()
    answer = lectern(fresh.project, "setup", env=user.environment())
    assert answer.returncode == 0 and "The jars" in answer.stdout
    after = everything_in(fresh.private / "lib")
    assert {jar: time for jar, time in after.items() if jar.endswith(".jar")} == {
        jar: time for jar, time in jars.items() if jar.endswith(".jar")
    }, "the build is not reproducible"
    assert (fresh.private / "archive.jsa").stat().st_mtime_ns == archive


def test_another_jdk_gets_another_archive(fresh, user):
    first = (fresh.private / "archive.stamp").read_text()
    other = other_jdk((fresh.private / "jdk").read_text().strip())
    if other is None:
        pytest.skip("only one JDK of version 17 or newer is installed here")
    answer = lectern(fresh.project, "setup", env=user.environment(JAVA_HOME=other))
    assert answer.returncode == 0, answer.stdout
    assert "class-data archive" in answer.stdout
    assert (fresh.private / "archive.stamp").read_text() != first
    assert (fresh.private / "jdk").read_text().strip() == other


def other_jdk(known):
    for javac in sorted(glob.glob("/usr/lib/jvm/*/bin/javac")):
        folder = str(pathlib.Path(javac).resolve().parents[1])
        release = pathlib.Path(folder, "release")
        if folder != str(pathlib.Path(known).resolve()) and release.exists():
            version = release.read_text().split('JAVA_VERSION="')[1].split(".")[0].split('"')[0]
            if int(version) >= 17:
                return folder
    return None


def test_moved_project_sets_itself_up_again(fresh, user):
    moved = fresh.project.with_name("moved here")
    fresh.project.rename(moved)
    try:
        answer = lectern(moved, "jupyter", "--version", env=user.environment())
        assert answer.returncode == 0, answer.stdout
        spec = json.loads((moved / ".lectern/python/share/jupyter/kernels/lectern/kernel.json").read_text(encoding="utf-8"))
        assert spec["argv"][1].startswith(str(moved))
    finally:
        moved.rename(fresh.project)


def write_notebook(path, kernel, *cells):
    document = {
        "cells": [
            {"cell_type": "code", "execution_count": None, "id": f"cell-{n}", "metadata": {}, "outputs": [], "source": source}
            for n, source in enumerate(cells)
        ],
        "metadata": {"kernelspec": {"name": kernel, "display_name": "Java", "language": "java"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
