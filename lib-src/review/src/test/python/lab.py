"""JupyterLab as a user meets it: the server that ./lectern starts, and its page in a headless Chromium."""

import os
import pathlib
import re
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request

from conftest import HOME, PRIVATE, clean_environment

CHROMIUM_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage"
).split()

SCREENSHOTS = PRIVATE / "screenshots"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def cpu_seconds(process):
    """What a process and its ended children have worked."""
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


class LabServer:
    """`./lectern lab --no-browser --port N` and its address; ended with its kernels on close."""

    def __init__(self, *arguments):
        as_root = ["--allow-root"] if os.geteuid() == 0 else []
        self.port = free_port()
        self.lines = []
        self.address = None
        self._answered = threading.Event()
        began = time.monotonic()
        command = [str(HOME / "lectern"), "lab", "--no-browser", "--port", str(self.port)]
        self._process = subprocess.Popen(
            # Lets a page's script look at the notebook's model; JupyterLab's own tests use it too.
            [*command, *as_root, "--LabApp.expose_app_in_browser=True", *arguments],
            env=clean_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        threading.Thread(target=self._read, daemon=True).start()
        assert self._answered.wait(120), "no address within two minutes:\n" + self.log()
        assert self.address, self.log()
        self._wait_for_an_answer()
        self.seconds = time.monotonic() - began
        self.cpu_seconds = cpu_seconds(self._process.pid)

    def _read(self):
        for line in self._process.stdout:
            self.lines.append(line)
            found = re.search(r"http://127\.0\.0\.1:\d+(/lab\S*)\?token=([0-9a-f]+)", line)
            if found and not self.address:
                self.first_page, self.token = found.groups()
                self.address = f"http://127.0.0.1:{self.port}"
                self._answered.set()
        self._answered.set()

    def _wait_for_an_answer(self):
        for _ in range(600):
            try:
                urllib.request.urlopen(f"{self.address}/lab?token={self.token}", timeout=10).close()
                return
            except urllib.error.URLError:
                time.sleep(0.05)
        raise AssertionError("the lab does not answer:\n" + self.log())

    def log(self):
        return "".join(self.lines)

    def close(self):
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


# What the notebook in front looks like to JupyterLab: its kernel, and each cell's state and outputs.
NOTEBOOK_STATE = """() => {
  const panel = window.jupyterapp.shell.currentWidget;
  if (!panel || !panel.sessionContext || !panel.content.model) return null;
  const session = panel.sessionContext.session;
  const cells = Array.from(panel.content.model.cells);
  return {
    path: panel.context.path,
    kernel: session && session.kernel ? session.kernel.name : null,
    status: session && session.kernel ? session.kernel.status : null,
    cells: cells.map(cell => cell.toJSON()),
    running: cells.filter(cell => cell.executionState === 'running').length,
  };
}"""


class Page:
    """One page of JupyterLab, with everything its console complained about."""

    def __init__(self, browser, server):
        self.server = server
        self.complaints = []
        self.page = browser.new_page(viewport={"width": 1280, "height": 900})
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))
        self.foreign = []
        self.page.on("request", self._request)

    def _console(self, message):
        # JupyterLab's own words when a kernel is restarted while it still asks for breakpoints.
        restarted = "Could not restore the debugger state: Canceled future" in message.text
        if message.type == "error" and not restarted:
            self.complaints.append(f"console: {message.text} {message.location.get('url', '')}")

    def _request(self, request):
        if not request.url.startswith((self.server.address, f"ws://127.0.0.1:{self.server.port}", "data:", "blob:")):
            self.foreign.append(request.url)

    def open(self, path):
        self.page.goto(f"{self.server.address}/lab/tree/{path}?token={self.server.token}&reset")
        self.page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
        self.wait_until("the kernel is idle", lambda state: state["status"] == "idle", 60)

    def state(self):
        return self.page.evaluate(NOTEBOOK_STATE)

    def wait_until(self, what, condition, seconds):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            state = self.state()
            if state and condition(state):
                return state
            time.sleep(0.25)
        raise AssertionError(f"not within {seconds} s: {what}; the notebook is {self.describe()}\n{self.server.log()[-3000:]}")

    def describe(self):
        state = self.state()
        if not state:
            return "not open"
        counts = [cell.get("execution_count") for cell in state["cells"] if cell["cell_type"] == "code"]
        return f"{state['path']} on {state['kernel']} ({state['status']}), counts {counts}"

    def restart_and_run_all(self, seconds):
        """Kernel > Restart Kernel and Run All Cells..., then waits for the last cell's number."""
        self.page.evaluate("() => { window.jupyterapp.commands.execute('notebook:restart-run-all'); }")
        self.page.locator(".jp-Dialog .jp-mod-accept").click()
        return self.wait_until("every cell has run", all_have_run, seconds)

    def show(self, index):
        """Brings a cell into view and answers its place on the page."""
        self.page.evaluate(
            """async index => {
              const notebook = window.jupyterapp.shell.currentWidget.content;
              notebook.activeCellIndex = index;
              await notebook.scrollToItem(index, 'center');
            }""",
            index,
        )
        self.page.wait_for_timeout(300)
        return self.page.locator(f'.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell[data-windowed-list-index="{index}"]')

    def screenshot(self, name):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=str(SCREENSHOTS / f"{name}.png"))

    def close(self):
        self.page.close()


def all_have_run(state):
    """The numbers 1 to n in order, one for each cell that holds code, and nothing waiting."""
    code = [cell for cell in state["cells"] if cell["cell_type"] == "code" and "".join(cell["source"]).strip()]
    counts = [cell["execution_count"] for cell in code]
    return state["status"] == "idle" and state["running"] == 0 and counts == list(range(1, len(code) + 1))
