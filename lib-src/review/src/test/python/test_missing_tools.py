"""A tool that is missing, too old or halved is named, with what to install, and nothing is changed."""

import os
import shutil
import stat
import subprocess

import pytest
from conftest import clean_environment, copy_project, lectern

# What the script itself calls; everything else on the PATH of these tests is made up.
SHELL_TOOLS = "sh cat cksum sed awk tr uname dirname mkdir rm mv cp grep head find locale date du sleep cmp".split()

OLD_JAVA = "echo '    java.home = {here}/jdk'; echo '    java.specification.version = {version}'"


@pytest.fixture
def sandbox(tmp_path):
    """A copy of the project and a PATH that holds the shell's tools alone."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in SHELL_TOOLS:
        (tools / tool).symlink_to(shutil.which(tool))
    return Sandbox(copy_project(tmp_path / "project"), tools)


class Sandbox:
    def __init__(self, project, tools):
        self.project, self.tools = project, tools

    def tool(self, name, script, folder=None):
        file = (folder or self.tools) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("#!/bin/sh\n" + script + "\n")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)

    def real(self, *names):
        for name in names:
            self.tool(name, f'exec "{shutil.which(name)}" "$@"')

    def java(self, version, compiler=True):
        self.tool("java", OLD_JAVA.format(here=self.tools, version=version))
        if compiler:
            self.tool("javac", "", self.tools / "jdk" / "bin")

    def maven(self, version):
        self.tool("mvn", f"echo 'Apache Maven {version} (made up)'")

    def python(self, version, has_venv=True):
        self.tool(
            "python3",
            f'case "$*" in *version_info*) echo {version} ;; *ensurepip*) exit {0 if has_venv else 1} ;; '
            f"*executable*) echo {self.tools}/python3 ;; esac",
        )

    def run(self, **changes):
        answer = lectern(self.project, "lab", env=clean_environment(PATH=self.tools, **changes))
        self.text = answer.stdout
        return answer.returncode


def test_everything_missing_is_named_at_once(sandbox):
    assert sandbox.run() == 1
    for wanted in ("a JDK, version 17 or newer", "Maven, version 3.8 or newer", "Python, version 3.10 or newer"):
        assert wanted in sandbox.text
    assert "install" in sandbox.text
    assert not (sandbox.project / ".lectern").exists()


@pytest.mark.parametrize("version, told", [("11", "is Java 11"), ("1.8", "is Java 8"), ("16", "is Java 16")])
def test_old_java(sandbox, version, told):
    sandbox.java(version)
    sandbox.maven("3.9.9")
    sandbox.python("3.12")
    assert sandbox.run() == 1
    assert told in sandbox.text
    assert "Maven, version" not in sandbox.text and "Python, version" not in sandbox.text
    assert not (sandbox.project / ".lectern").exists()


def test_runtime_without_a_compiler(sandbox):
    sandbox.java("21", compiler=False)
    sandbox.maven("3.9.9")
    sandbox.python("3.12")
    assert sandbox.run() == 1
    assert "a JRE, not a JDK" in sandbox.text


def test_java_home_that_is_not_there(sandbox):
    sandbox.java("11")
    sandbox.maven("3.9.9")
    sandbox.python("3.12")
    assert sandbox.run(JAVA_HOME="/no/such/jdk") == 1
    assert "JAVA_HOME=/no/such/jdk has no bin/java" in sandbox.text
    assert "is Java 11" in sandbox.text


@pytest.mark.parametrize("version", ["3.6.3", "3.7.10", "2.2.1"])
def test_old_maven(sandbox, version):
    sandbox.java("17")
    sandbox.maven(version)
    sandbox.python("3.12")
    assert sandbox.run() == 1
    assert f"is Maven {version}" in sandbox.text
    assert "a JDK, version" not in sandbox.text


@pytest.mark.parametrize("version", ["3.9", "3.8", "2.7"])
def test_old_python(sandbox, version):
    sandbox.java("17")
    sandbox.maven("3.8.7")
    sandbox.python(version)
    assert sandbox.run() == 1
    assert f"is Python {version}" in sandbox.text


def test_python_without_venv(sandbox):
    sandbox.java("17")
    sandbox.maven("4.0.0")
    sandbox.python("3.11", has_venv=False)
    assert sandbox.run() == 1
    assert "lacks venv or ensurepip" in sandbox.text


def test_second_python_is_taken_when_the_first_is_too_old(sandbox):
    sandbox.python("3.8")
    sandbox.real("java", "mvn")
    sandbox.tool("python3.11", (sandbox.tools / "python3").read_text().replace("echo 3.8", "echo 3.11"))
    answer = lectern(sandbox.project, "doctor", env=clean_environment(PATH=sandbox.tools))
    assert "3.11 in " in answer.stdout
    assert "no Python" not in answer.stdout


def test_doctor_lives_without_python(sandbox):
    sandbox.real("java", "mvn")
    answer = lectern(sandbox.project, "doctor", env=clean_environment(PATH=sandbox.tools))
    assert answer.returncode != 0
    assert "no Python" in answer.stdout
    assert "parameter not set" not in answer.stdout
    assert "would fail" in answer.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    "system, release, line",
    [
        ("Linux", "ID=ubuntu\nID_LIKE=debian\n", "sudo apt-get install openjdk-17-jdk"),
        ("Linux", 'ID=fedora\n', "sudo dnf install java-21-openjdk-devel"),
        ("Linux", 'ID="rocky"\nID_LIKE="rhel centos fedora"\n', "sudo dnf install java-21-openjdk-devel"),
        ("Darwin", "", "brew install openjdk@21"),
        ("MINGW64_NT-10.0", "", "winget install EclipseAdoptium.Temurin.21.JDK"),
    ],
)
def test_what_to_install_on_each_system(sandbox, system, release, line):
    """The two sources that tell the system are replaced: uname, and the file /etc/os-release."""
    (sandbox.tools / "uname").unlink()
    sandbox.tool("uname", f"echo {system}")
    release_file = sandbox.project / "os-release"
    release_file.write_text(release)
    script = sandbox.project / "environment" / "tools.sh"
    script.write_text(script.read_text().replace("/etc/os-release", str(release_file)))
    assert sandbox.run() == 1
    assert line in sandbox.text


def test_the_script_is_plain_posix_shell(project):
    for script in [project / "lectern", *sorted((project / "environment").glob("*.sh"))]:
        subprocess.run(["sh", "-n", str(script)], check=True)
    assert os.access(project / "lectern", os.X_OK)


def test_help_and_unknown_command(project):
    assert "./lectern lab" in lectern(project, "help").stdout
    answer = lectern(project, "labb")
    assert answer.returncode == 1
    assert '"labb"' in answer.stdout and "help" in answer.stdout
