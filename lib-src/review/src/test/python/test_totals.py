"""The closing line of ./lectern test: every report counts, and nothing that failed is lost."""

import subprocess
import sys

import pytest
from conftest import HOME

CASE = '<testcase classname="some.Test" name="{name}">{inside}</testcase>'


@pytest.fixture
def project(tmp_path):
    (tmp_path / "lib-src" / "math [1]" / "target" / "surefire-reports").mkdir(parents=True)
    (tmp_path / "reports").mkdir()
    return tmp_path


def report(path, **cases):
    inside = {"passed": "", "failed": '<failure message="wanted 1"/>', "error": "<error>boom</error>", "skipped": "<skipped/>"}
    text = "".join(CASE.format(name=name, inside=inside[kind]) for name, kind in cases.items())
    path.write_text(f"<testsuite>{text}</testsuite>")


def totals(project, *failed):
    more = ["--failed", *failed] if failed else []
    script = HOME / "environment" / "totals.py"
    command = [sys.executable, "-I", str(script), str(project), str(project / "reports"), *more]
    answer = subprocess.run(command, capture_output=True, text=True)
    return answer.returncode, answer.stdout.splitlines()


def java(project, **cases):
    report(project / "lib-src" / "math [1]" / "target" / "surefire-reports" / "TEST-a.xml", **cases)


def test_all_passed(project):
    java(project, a="passed", b="passed")
    report(project / "reports" / "TEST-python.xml", c="passed")
    assert totals(project) == (0, ["", "3 passed, 0 failed"])


def test_skipped_are_told(project):
    java(project, a="passed", b="skipped")
    code, lines = totals(project)
    assert (code, lines[-1]) == (0, "1 passed, 0 failed, 1 skipped")


def test_failures_and_errors_are_named(project):
    java(project, a="passed", b="failed")
    report(project / "reports" / "TEST-python.xml", c="error")
    code, lines = totals(project, "maven", "python")
    assert code == 1
    assert lines[:2] == ["failed: some.Test.b: wanted 1", "failed: some.Test.c: boom"]
    assert lines[-1] == "1 passed, 2 failed"


def test_step_that_failed_without_a_test_counts(project):
    java(project, a="passed")
    code, lines = totals(project, "maven")
    assert (code, lines[-1]) == (1, "1 passed, 1 failed")
    code, lines = totals(project, "chromium", "maven")
    assert (code, lines[-1]) == (1, "1 passed, 2 failed")


def test_nothing_run_is_a_failure(project):
    assert totals(project) == (1, ["", "0 passed, 0 failed"])


def test_a_missing_browser_is_named_at_the_end(project):
    java(project, a="passed")
    script = HOME / "environment" / "totals.py"
    command = [sys.executable, "-I", str(script), str(project), str(project / "reports"), "--without-browser"]
    answer = subprocess.run(command, capture_output=True, text=True)
    assert answer.returncode == 0
    assert answer.stdout.splitlines()[-3].startswith("NOT RUN: the tests in a browser")
    assert answer.stdout.splitlines()[-1] == "1 passed, 0 failed"
