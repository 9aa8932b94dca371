"""The wheel around the kernel's jar, and the launcher in it that finds a JDK."""

import base64
import hashlib
import importlib.util
import json
import os
import zipfile
from pathlib import Path

import pytest

HOME = Path(os.environ.get("LECTERN_HOME") or Path(__file__).resolve().parents[5])


def module(*path):
    spec = importlib.util.spec_from_file_location("tested", HOME.joinpath(*path))
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


@pytest.fixture
def wheel():
    return module("environment", "wheel.py")


@pytest.fixture
def launcher(monkeypatch):
    monkeypatch.delenv("LECTERN_JAVA_OPTIONS", raising=False)
    return module("lib-src", "kernel", "src", "main", "python", "lectern_kernel", "__main__.py")


def jdk(folder, version, compiler=True):
    (folder / "bin").mkdir(parents=True)
    for name in ["java"] + ["javac"] * compiler:
        (folder / "bin" / name).touch(mode=0o755)
    (folder / "release").write_text(f'IMPLEMENTOR="x"\nJAVA_VERSION="{version}"\n')
    return folder


def test_the_same_jar_gives_the_same_wheel_whose_record_is_right(wheel, tmp_path):
    jar = tmp_path / "k.jar"
    jar.write_bytes(b"all of it")
    first = Path(wheel.write(str(HOME), str(jar), "1.2", str(tmp_path)))
    before = first.read_bytes()
    wheel.write(str(HOME), str(jar), "1.2", str(tmp_path))
    assert first.read_bytes() == before
    assert first.name == "lectern_kernel-1.2-py3-none-any.whl"
    with zipfile.ZipFile(first) as files:
        assert files.read("lectern_kernel/lectern-kernel.jar") == b"all of it"
        lines = files.read("lectern_kernel-1.2.dist-info/RECORD").decode().split()
        assert len(lines) == len(files.namelist())
        for line in lines[:-1]:
            name, digest, size = line.split(",")
            data = files.read(name)
            assert int(size) == len(data)
            expected = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            assert digest == "sha256=" + expected, name
        spec = json.loads(files.read("lectern_kernel-1.2.data/data/share/jupyter/kernels/lectern/kernel.json"))
    assert spec["argv"] == ["python", "-m", "lectern_kernel", "{connection_file}"]


def test_java_home_comes_before_the_path(launcher, tmp_path, monkeypatch):
    ours = jdk(tmp_path / "ours", "21.0.2")
    other = jdk(tmp_path / "other", "17")
    monkeypatch.setenv("JAVA_HOME", str(ours))
    monkeypatch.setenv("PATH", str(other / "bin"))
    assert launcher.find_java() == str(ours / "bin" / "java")
    monkeypatch.setenv("JAVA_HOME", str(jdk(tmp_path / "old", "1.8.0_402")))
    assert launcher.find_java() == str(other / "bin" / "java")


def test_what_was_found_and_refused_is_told(launcher, tmp_path, monkeypatch):
    monkeypatch.setenv("JAVA_HOME", str(jdk(tmp_path / "old", "11.0.22")))
    monkeypatch.setenv("PATH", str(jdk(tmp_path / "jre", "17.0.1", compiler=False) / "bin"))
    with pytest.raises(SystemExit) as refused:
        launcher.find_java()
    assert "is Java 11" in str(refused.value)
    assert "no compiler" in str(refused.value)


def test_the_users_options_come_last_and_choose_the_collector(launcher, tmp_path, monkeypatch):
    monkeypatch.setenv("JAVA_HOME", str(jdk(tmp_path / "jdk", "25")))
    words = launcher.command(["file.json"])
    assert "-XX:+UseParallelGC" in words
    assert words[-1] == "file.json" and words[-3] == "-jar"
    monkeypatch.setenv("LECTERN_JAVA_OPTIONS", "-XX:+UseG1GC '-Dname=two words'")
    words = launcher.command(["file.json"])
    assert "-XX:+UseParallelGC" not in words
    assert words.index("-Xms24m") < words.index("-XX:+UseG1GC")
    assert "-Dname=two words" in words
