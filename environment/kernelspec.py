"""Writes the kernel spec, which tells Jupyter how to start Lectern's kernel.

kernelspec.py private HOME     into the private environment, as "lectern" and as "java"
kernelspec.py install HOME ... into the user's own Jupyter: --user or --prefix FOLDER, --name NAME
"""

import argparse
import json
import os
import re
import shutil
import sys
import tempfile

LOGOS = ("logo-32x32.png", "logo-64x64.png", "logo-svg.svg")


def spec(home, display_name):
    launcher = os.path.join(home, "environment", "kernel-launcher")
    return {
        "argv": ["/bin/sh", launcher, "{connection_file}"],
        "display_name": display_name,
        "language": "java",
        "interrupt_mode": "message",
        "metadata": {"debugger": True},
    }


def write(home, folder, display_name):
    """Writes a whole spec beside the wanted folder and moves it there."""
    parent = os.path.dirname(folder)
    os.makedirs(parent, exist_ok=True)
    fresh = tempfile.mkdtemp(prefix=".lectern-", dir=parent)
    try:
        with open(os.path.join(fresh, "kernel.json"), "w", encoding="utf-8") as out:
            json.dump(spec(home, display_name), out, ensure_ascii=False, indent=2)
            out.write("\n")
        for logo in LOGOS:
            shutil.copyfile(os.path.join(home, "environment", "logo", logo), os.path.join(fresh, logo))
        os.chmod(fresh, 0o755)
        shutil.rmtree(folder, ignore_errors=True)
        os.rename(fresh, folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def private(home):
    kernels = os.path.join(sys.prefix, "share", "jupyter", "kernels")
    write(home, os.path.join(kernels, "lectern"), "Java (Lectern)")
    # Notebooks written for IJava or JJava ask for the kernel "java" and open without a question.
    write(home, os.path.join(kernels, "java"), "Java")


def is_ours(folder):
    """Whether the spec in this folder starts a kernel of Lectern's."""
    try:
        with open(os.path.join(folder, "kernel.json"), encoding="utf-8") as spec_file:
            return any(str(word).endswith("kernel-launcher") for word in json.load(spec_file)["argv"])
    except (OSError, ValueError, KeyError, TypeError):
        return False


def install(home, arguments):
    parser = argparse.ArgumentParser(
        prog="./lectern kernel install",
        description="Adds Lectern's kernel to your own Jupyter. The kernel stays in this project's"
        " folder; when you move the folder, install again.",
    )
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--user", action="store_true", help="into your Jupyter folder, for every Jupyter of yours")
    where.add_argument("--prefix", metavar="FOLDER", help="into FOLDER/share/jupyter, for the environment there")
    parser.add_argument("--name", default="lectern", help="the kernel's name (default: lectern)")
    chosen = parser.parse_args(arguments)
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", chosen.name):
        parser.error(
            "a kernel's name begins with a letter a-z or a digit and is made of these, '.', '_' and '-':"
            f" {chosen.name!r} is not"
        )
    if chosen.user:
        from jupyter_core.paths import jupyter_data_dir

        data = jupyter_data_dir()
    else:
        if not os.path.isdir(chosen.prefix):
            parser.error(f"there is no folder {chosen.prefix}")
        data = os.path.join(os.path.abspath(chosen.prefix), "share", "jupyter")
    display_name = "Java (Lectern)" if chosen.name == "lectern" else f"Java (Lectern, {chosen.name})"
    folder = os.path.join(data, "kernels", chosen.name)
    if os.path.exists(folder) and not is_ours(folder):
        parser.error(f"{folder} is another kernel's: choose a --name of your own, or remove that folder yourself")
    write(home, folder, display_name)
    print(f"Installed {display_name} in {folder}; to remove it, delete that folder.")


if __name__ == "__main__":
    if sys.argv[1] == "private":
        private(sys.argv[2])
    else:
        install(sys.argv[2], sys.argv[3:])
