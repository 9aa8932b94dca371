"""Starts the kernel on a JDK of this machine: python -m lectern_kernel CONNECTION_FILE

The JDK is that of JAVA_HOME, else the java of the PATH, else what macOS knows; 17 or newer.
LECTERN_JAVA_OPTIONS adds options for it, such as -Xmx8g.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys

WINDOWS = os.name == "nt"
OLDEST = 17
OPTIONS = [
    "-Dfile.encoding=UTF-8",
    "-Djava.awt.headless=true",
    "-XX:-OmitStackTraceInFastThrow",
    "-Xms24m",
    "-XX:MinHeapFreeRatio=20",
    "-XX:MaxHeapFreeRatio=40",
]


def homes():
    """Folders that may be a JDK's, the best first."""
    if os.environ.get("JAVA_HOME"):
        yield os.environ["JAVA_HOME"]
    # macOS has a /usr/bin/java that only asks its user to install one; Windows' copies of java.exe
    # in a folder of their own lead nowhere either: both lack the file "release" beside them.
    java = shutil.which("java")
    if java:
        yield os.path.dirname(os.path.dirname(os.path.realpath(java)))
    if sys.platform == "darwin":
        found = subprocess.run(["/usr/libexec/java_home", "-v", f"{OLDEST}+"], capture_output=True, text=True)
        if found.returncode == 0:
            yield found.stdout.strip()


def version(home):
    """The Java version of a JDK's folder, or 0."""
    try:
        with open(os.path.join(home, "release"), encoding="utf-8", errors="replace") as release:
            found = re.search(r'^JAVA_VERSION="(?:1\.)?(\d+)', release.read(), re.MULTILINE)
    except OSError:
        return 0
    return int(found.group(1)) if found else 0


def find_java():
    """The java command, or the end of this program with the reason."""
    refused = []
    for home in homes():
        compiler = os.path.join(home, "bin", "javac.exe" if WINDOWS else "javac")
        if version(home) < OLDEST:
            refused.append(f"{home} is Java {version(home) or 'of an unknown version'}")
        elif not os.path.exists(compiler):
            refused.append(f"{home} has no compiler (a JRE, not a JDK)")
        else:
            return os.path.join(home, "bin", "java.exe" if WINDOWS else "java")
    found = f" Found: {'; '.join(refused)}." if refused else ""
    sys.exit(f"lectern-kernel needs a JDK, version {OLDEST} or newer; set JAVA_HOME to its folder.{found}")


def command(arguments):
    users = shlex.split(os.environ.get("LECTERN_JAVA_OPTIONS", ""), posix=not WINDOWS)
    collector = [] if any(re.match(r"-XX:\+Use.*GC$", word) for word in users) else ["-XX:+UseParallelGC"]
    jar = os.path.join(os.path.dirname(os.path.abspath(__file__)), "lectern-kernel.jar")
    return [find_java(), *OPTIONS, *collector, *users, "-jar", jar, *arguments]


def main():
    words = command(sys.argv[1:])
    if not WINDOWS:  # this process becomes the kernel: signals and its end are its own
        os.execv(words[0], words)
    sys.exit(subprocess.run(words).returncode)


if __name__ == "__main__":
    main()
