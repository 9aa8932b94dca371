"""Widgets in a real browser: a slider is moved with the keys, and what hangs on it is looked at."""

import pytest
import test_set_up
from conftest import HOME, lectern
from lab import LabServer, all_have_run
from playwright.sync_api import expect
from test_lab import browser, page  # noqa: F401  fixtures

pytestmark = [pytest.mark.browser, pytest.mark.slow]

IMPORTS = """import lectern.display.widget.*;
import static lectern.display.widget.Widgets.*;
import lectern.plot.*;"""

# A figure whose heights say what the slider said.
PLOT = """Interact.of(slider("k", 1, 6, 2), k -> {
  double[] heights = new double[k];
  java.util.Arrays.setAll(heights, i -> i + 1);
  return Figure.of("heights").line("k", heights).size(480, 300);
})"""

HTML = """Interact.of(slider("rows", 1, 6, 2), n -> {
  System.out.println("drawing " + n);
  return lectern.display.MimeBundle.text(n + " rows")
      .with("text/html", "<table>" + "<tr><td>row</td></tr>".repeat(n) + "</table>");
})"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("widgets")
    assert lectern(HOME, "setup").returncode == 0
    test_set_up.write_notebook(folder / "figure.ipynb", "java", IMPORTS, PLOT)
    test_set_up.write_notebook(folder / "table.ipynb", "java", IMPORTS, HTML)
    saved = str(folder / "saved.ipynb")
    test_set_up.write_notebook(folder / "saved.ipynb", "java", IMPORTS, HTML)
    for command in (("run", "--save", saved), ("jupyter", "trust", saved)):
        answer = lectern(HOME, *command)
        assert answer.returncode == 0, answer.stdout
    with LabServer(str(folder)) as server:
        server.folder = folder
        yield server


# Looks at the height of an element in every frame until it is told to stop.
WATCH_HEIGHT = """element => {
  window.heights = [];
  const look = () => {
    if (!window.heights) return;
    window.heights.push(element.getBoundingClientRect().height);
    requestAnimationFrame(look);
  };
  look();
}"""
STOP_WATCHING = "() => { const seen = window.heights; window.heights = null; return seen; }"


def run(page, notebook):  # noqa: F811
    page.open(notebook)
    page.page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
    page.wait_until("every cell has run", all_have_run, 120)
    return page.show(1)


def slider_of(cell):
    handle = cell.locator(".jupyter-widgets .noUi-handle").first
    expect(handle).to_be_visible(timeout=30_000)
    return handle


def move(page, cell, key):  # noqa: F811
    slider_of(cell).focus()
    page.page.keyboard.press(key)


def test_a_slider_redraws_the_figure_without_flicker(page):  # noqa: F811
    cell = run(page, "figure.ipynb")
    slider_of(cell)
    page.screenshot("widgets-slider")
    plot = cell.locator(".jp-RenderedPlotly")
    plot.hover(position={"x": 100, "y": 100})  # a figure that the mouse has touched is Plotly's own
    expect(plot.locator(".main-svg").first).to_be_visible(timeout=20_000)
    cell.locator(".jp-Cell-outputArea").evaluate(WATCH_HEIGHT)
    for k in (3, 4, 5, 6):
        move(page, cell, "ArrowRight")
        page.wait_until(f"the figure for {k}", lambda state, k=k: points(state, 1) == k, 30)
    expect(plot.locator(".ytick").last).to_have_text("6", timeout=20_000)  # the mouse is still there
    page.screenshot("widgets-slider-moved")
    heights = page.page.evaluate(STOP_WATCHING)
    expect(cell.locator(".widget-readout").first).to_have_text("6")
    print(f"{len(heights)} frames, heights {min(heights)} to {max(heights)}")
    assert min(heights) > 0.9 * max(heights), "the output collapses between two figures"
    assert page.complaints == []
    assert page.foreign == []


def test_a_table_follows_a_slider(page):  # noqa: F811
    cell = run(page, "table.ipynb")
    expect(cell.locator(".jp-OutputArea-output table tr")).to_have_count(2)
    cell.locator(".jp-Cell-outputArea").evaluate(WATCH_HEIGHT)
    move(page, cell, "ArrowRight")
    expect(cell.locator(".jp-OutputArea-output table tr")).to_have_count(3)
    move(page, cell, "Home")
    expect(cell.locator(".jp-OutputArea-output table tr")).to_have_count(1)
    expect(cell.locator(".jupyter-widgets .jp-OutputArea-output pre")).to_have_text(["drawing 1"])
    page.screenshot("widgets-table-moved")
    heights = page.page.evaluate(STOP_WATCHING)
    print(f"{len(heights)} frames, heights {min(heights)} to {max(heights)}")
    assert min(heights) >= heights[-1], "the output collapses between two tables"
    assert page.complaints == []


def test_a_saved_widget_shows_before_anything_has_run(page):  # noqa: F811
    page.open("saved.ipynb")
    cell = page.show(1)
    slider_of(cell)
    expect(cell.locator(".widget-readout").first).to_have_text("2")
    expect(cell.locator(".jp-OutputArea-output table tr")).to_have_count(2)
    page.screenshot("widgets-saved")
    assert page.complaints == []


def test_a_page_shows_the_widget_as_it_was(page, server):  # noqa: F811
    notebook = server.folder / "saved.ipynb"
    answer = lectern(HOME, "run", str(notebook))
    assert answer.returncode == 0, answer.stdout
    address = answer.stdout.split("its outputs: ")[1].split()[0]
    page.page.goto(address)
    expect(page.page.locator(".jp-OutputArea-output input[type=range]")).to_be_visible()
    expect(page.page.locator(".jp-OutputArea-output table tr")).to_have_count(2)
    page.screenshot("widgets-page")


def points(state, index):
    """How many points the figure of that cell has."""
    outputs = state["cells"][index]["outputs"]
    data = outputs[1]["data"].get("application/vnd.plotly.v1+json") if len(outputs) > 1 else None
    return len(data["data"][0]["y"]) if data else 0
