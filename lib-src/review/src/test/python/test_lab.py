"""End to end: ./lectern lab, a real browser, the shipped notebooks run from the top, looked at on the page."""

import os
import pathlib
import re
import shutil

import pytest
from conftest import HOME, lectern
from lab import CHROMIUM_FLAGS, LabServer, Page
from playwright.sync_api import expect, sync_playwright

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PLOTLY = "application/vnd.plotly.v1+json"
DRAWN = ".trace path, .points path, .heatmaplayer image, .pielayer path"
# Every notebook is rerun without a browser by CommittedNotebooksTest; here a few stand for all: the
# tour, plots of all kinds, tables, claims.
NOTEBOOKS = [
    "notebooks/00-start-here.ipynb",
    "notebooks/01-omnichannel/1-user-needs-and-recommendation.ipynb",
    "notebooks/02-crossplatform/2-segments-and-patterns.ipynb",
    "notebooks/02-crossplatform/3-interest-models.ipynb",
    "notebooks/05-crossover/2-choosing-a-strategy.ipynb",
    "notebooks/01-omnichannel/2-choosing-and-judging.ipynb",
]


@pytest.fixture(scope="module")
def browser():
    chromium = os.environ.get("LECTERN_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        pytest.skip("no Chromium here; on Debian: sudo apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The lab on a copy of the notebooks, so that running them changes no file of the project."""
    folder = tmp_path_factory.mktemp("lab")
    for part in ("notebooks", "datasets"):
        if (HOME / part).exists():
            shutil.copytree(HOME / part, folder / part)
    assert lectern(HOME, "setup").returncode == 0
    write_first_look(folder / "first-look.ipynb")
    with LabServer(str(folder)) as server:
        yield server


@pytest.fixture
def page(browser, server, request):
    page = Page(browser, server)
    yield page
    page.screenshot(f"last-of-{re.sub(r'[^A-Za-z0-9-]+', '-', request.node.name)}")
    page.close()


def test_lab_listens_on_loopback_with_a_token(server):
    print(f"a later start took {server.seconds:.1f} s, {server.cpu_seconds:.1f} s of them work")
    assert server.cpu_seconds < 5
    assert len(server.token) >= 32
    listening = [line.split()[1] for line in pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]]
    here = [address for address in listening if int(address.split(":")[1], 16) == server.port]
    assert here and all(address.startswith("0100007F:") for address in here), here


def test_lab_opens_the_tour(browser):
    with LabServer() as server:
        assert server.first_page == "/lab/tree/notebooks/00-start-here.ipynb"
        page = Page(browser, server)
        page.page.goto(f"{server.address}{server.first_page}?token={server.token}&reset")
        expect(page.page.locator(".jp-NotebookPanel .jp-Cell").first).to_be_visible(timeout=60_000)
        state = page.wait_until("the kernel is idle", lambda now: now["status"] == "idle", 60)
        assert state["path"] == "notebooks/00-start-here.ipynb"
        assert page.complaints == []
        page.close()


def test_first_look(page):
    """A cell's value, a table, an error and a notebook for another Java kernel, without a question."""
    page.open("first-look.ipynb")
    assert page.state()["kernel"] == "java"
    page.page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
    state = page.wait_until("the error is shown", lambda now: now["status"] == "idle" and now["cells"][-1]["outputs"], 60)
    kinds = [[output["output_type"] for output in cell["outputs"]] for cell in state["cells"]]
    assert kinds == [["execute_result"], ["display_data"], ["error"]]
    expect(page.show(0).locator(".jp-OutputArea-output")).to_contain_text("42")
    expect(page.show(1).locator(".jp-OutputArea-output table td")).to_have_text(["课程", "99"])
    expect(page.show(2).locator(".jp-OutputArea-output")).to_contain_text("meant to fail")
    page.screenshot("first-look")
    assert page.complaints == []


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_notebook_runs_and_draws(page, notebook):
    page.open(notebook)
    state = page.restart_and_run_all(180)
    name = pathlib.Path(notebook).stem
    errors = [
        "".join(cell["source"])
        for cell in state["cells"]
        if "raises-exception" not in cell["metadata"].get("tags", [])
        for output in cell.get("outputs", [])
        if output["output_type"] == "error"
    ]
    assert errors == []
    plots, tables = 0, 0
    for index, cell in enumerate(state["cells"]):
        bundles = [output.get("data", {}) for output in cell.get("outputs", [])]
        if any(PLOTLY in bundle for bundle in bundles):
            see_plot(page, index)
            plots += 1
            page.screenshot(f"{name}-plot-{plots}")
        elif any("<table" in "".join(bundle.get("text/html", "")) for bundle in bundles):
            expect(page.show(index).locator(".jp-OutputArea-output table").first).to_be_visible()
            tables += 1
            if tables == 1:
                page.screenshot(f"{name}-table")
    assert plots > 0 and tables > 0, f"{plots} plots and {tables} tables"
    page.show(0)
    page.screenshot(f"{name}-top")
    assert page.complaints == []
    assert page.foreign == [], "the page asked the network"


def see_plot(page, index):
    """A picture comes first and Plotly draws in its place, at the latest when the mouse enters, in the same size."""
    plot = page.show(index).locator(".jp-RenderedPlotly").first
    expect(plot).to_be_visible()
    before = plot.bounding_box()
    plot.hover(position={"x": 100, "y": 100})  # on the picture: its place may be wider
    expect(plot.locator(".main-svg").first).to_be_visible(timeout=20_000)
    expect(plot.locator(DRAWN).first).to_be_attached()  # not axes alone
    after = plot.bounding_box()
    assert abs(after["height"] - before["height"]) <= 2, f"the plot jumps from {before} to {after}"


def write_first_look(path):
    import test_set_up

    test_set_up.write_notebook(
        path,
        "java",
        "6 * 7",
        'display("<table><tr><td>课程</td><td>99</td></tr></table>", "text/html");',
        'throw new IllegalStateException("meant to fail");',
    )
