"""The installed kernel against jupyter_kernel_test, the Jupyter project's own suite for kernels."""

import os
import tempfile
from pathlib import Path

import jupyter_kernel_test
from conftest import PRIVATE


def setUpModule():
    """The kernel as ./lectern installed it, found where JupyterLab finds it; its history is empty."""
    os.environ["JUPYTER_PATH"] = str(PRIVATE / "python" / "share" / "jupyter")
    os.environ["LECTERN_HISTORY"] = str(Path(tempfile.mkdtemp()) / "history.jsonl")


class LecternKernelTest(jupyter_kernel_test.KernelTests):
    kernel_name = "lectern"
    language_name = "java"
    file_extension = ".java"

    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("test");'
    code_generate_error = 'throw new IllegalStateException("meant to fail");'

    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"Lec" + "tern"', "result": "Lectern"},
        {"code": "int seven = 7;\nseven * seven", "result": "49"},
        {"code": "List.of(1, 2, 3)", "result": "[1, 2, 3]"},
    ]
    code_display_data = [
        {"code": 'display("# Heading", "text/markdown");', "mime": "text/markdown"},
        {"code": 'display("<b>bold</b>", "text/html");', "mime": "text/html"},
    ]
    completion_samples = [
        {"text": "System.out.printl", "matches": {"println("}},
        {"text": '"😀".toUpperC', "matches": {"toUpperCase("}},
    ]
    complete_code_samples = ["1 + 1", "int x = 3;", "for (int i = 0; i < 3; i++) { }", "class A { }", "// a comment"]
    incomplete_code_samples = ["int f() {", "for (int i = 0; i < 3; i++) {", "class A {", '"""\ntext']
    invalid_code_samples = ["int int = ;"]

    code_inspect_sample = "Math.max"
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "6*7"
    code_clear_output = "clearOutput();"
    code_page_something = "?Math.max"

