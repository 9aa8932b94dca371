"""Adds up the JUnit reports of Maven and pytest, names what failed, and ends with one line of totals.

totals.py HOME REPORTS [--without-browser] [--failed STEP...]

A step that failed without a failing test (it did not compile, say) counts as one failure.
"""

import glob
import os
import sys
import xml.etree.ElementTree as xml


def outcome(case):
    if case.find("failure") is not None or case.find("error") is not None:
        return "failed"
    return "skipped" if case.find("skipped") is not None else "passed"


def first_line(case):
    for kind in ("failure", "error"):
        found = case.find(kind)
        if found is not None:
            return ((found.get("message") or found.text or "").strip().splitlines() or [""])[0]
    return ""


def main(home, reports, without_browser, failed_steps):
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    failures = {"maven": 0, "python": 0}
    patterns = {"maven": f"{glob.escape(home)}/lib-src/*/target/surefire-reports/TEST-*.xml",
                "python": f"{glob.escape(reports)}/TEST-*.xml"}
    for step, pattern in patterns.items():
        for path in sorted(glob.glob(pattern)):
            for case in xml.parse(path).getroot().iter("testcase"):
                result = outcome(case)
                counts[result] += 1
                if result == "failed":
                    failures[step] += 1
                    name = case.get("classname", "") + "." + case.get("name", "")
                    print(f"failed: {name}: {first_line(case)[:200]}")
    for step in failed_steps:
        if failures.get(step, 0) == 0:
            counts["failed"] += 1
            print(f"failed: the step '{step}' (see above)")
    line = f"{counts['passed']} passed, {counts['failed']} failed"
    if without_browser:
        print("\nNOT RUN: the tests in a browser, for there is no Chromium here (see above how to install it).")
    print()  # Maven may leave its last line open
    print(line + (f", {counts['skipped']} skipped" if counts["skipped"] else ""))
    return 1 if counts["failed"] or failed_steps or counts["passed"] == 0 else 0


if __name__ == "__main__":
    words = sys.argv[1:]
    without_browser = "--without-browser" in words
    words = [word for word in words if word != "--without-browser"]
    split = words.index("--failed") if "--failed" in words else len(words)
    sys.exit(main(os.path.abspath(words[0]), words[1], without_browser, words[split + 1:]))
