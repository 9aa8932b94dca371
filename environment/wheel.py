"""Packs the kernel into a wheel for PyPI: wheel.py HOME JAR VERSION FOLDER

The wheel holds the jar, the launcher in Python and a kernel spec, so that `pip install` is all that
a user does. The same inputs give the same bytes.
"""

import base64
import hashlib
import json
import os
import sys
import zipfile

LOGOS = ("logo-32x32.png", "logo-64x64.png", "logo-svg.svg")
SPEC = {
    "argv": ["python", "-m", "lectern_kernel", "{connection_file}"],
    "display_name": "Java (Lectern)",
    "language": "java",
    "interrupt_mode": "message",
    "metadata": {"debugger": True},
}
METADATA = """Metadata-Version: 2.1
Name: lectern-kernel
Version: {version}
Summary: A Jupyter kernel for Java: whole cells, exact error lines, an interrupt that stops, widgets
License: Apache-2.0
Requires-Python: >=3.8
Description-Content-Type: text/markdown

# lectern-kernel

A Jupyter kernel for Java. It needs a JDK, version 17 or newer, found by `JAVA_HOME` or on the
`PATH`, and any Jupyter: JupyterLab, Notebook 7, jupyter console, QtConsole, nbclient.

`pip install lectern-kernel`, then choose "Java (Lectern)". `LECTERN_JAVA_OPTIONS` adds options for
Java, such as `-Xmx8g`.
"""


def read(*path):
    with open(os.path.join(*path), "rb") as file:
        return file.read()


def contents(home, jar, version):
    """Every file of the wheel but the last, by name."""
    python = os.path.join(home, "lib-src", "kernel", "src", "main", "python", "lectern_kernel")
    share = f"lectern_kernel-{version}.data/data/share/jupyter/kernels/lectern"
    information = f"lectern_kernel-{version}.dist-info"
    files = {f"lectern_kernel/{name}": read(python, name) for name in ("__init__.py", "__main__.py")}
    files["lectern_kernel/lectern-kernel.jar"] = read(jar)
    files[f"{share}/kernel.json"] = (json.dumps(SPEC, indent=2) + "\n").encode()
    for logo in LOGOS:
        files[f"{share}/{logo}"] = read(home, "environment", "logo", logo)
    for name in ("LICENSE", "NOTICE"):
        files[f"{information}/licenses/{name}"] = read(home, name)
    files[f"{information}/METADATA"] = METADATA.format(version=version).encode()
    files[f"{information}/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: lectern\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    return files


def record(files, name):
    lines = []
    for path, data in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        lines.append(f"{path},sha256={digest},{len(data)}\n")
    return ("".join(lines) + f"{name},,\n").encode()


def write(home, jar, version, folder):
    files = contents(home, jar, version)
    name = f"lectern_kernel-{version}.dist-info/RECORD"
    files[name] = record(files, name)
    wheel = os.path.join(folder, f"lectern_kernel-{version}-py3-none-any.whl")
    with zipfile.ZipFile(wheel + ".new", "w", zipfile.ZIP_DEFLATED) as out:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0))
            entry.external_attr = 0o100644 << 16
            stored = path.endswith((".jar", ".png"))
            out.writestr(entry, data, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
    os.replace(wheel + ".new", wheel)
    return wheel


if __name__ == "__main__":
    print(write(*sys.argv[1:]))
