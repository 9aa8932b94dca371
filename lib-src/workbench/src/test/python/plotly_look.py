"""Lays figures out with plotly.js in Chromium and writes down what can be compared.

usage: plotly_look.py FIGURES OUT

FIGURES is a folder of files NAME.json, each a figure {"data": [...], "layout": {...}}. For each one
OUT/NAME.json gets the axes (type, linear range, tick texts), the colours of each series and the
legend's lines from top to bottom. plotly.js is the one inside the Python package plotly; Chromium
is LECTERN_CHROMIUM, or chromium, chromium-browser or google-chrome on the PATH.
"""

import json
import os
import pathlib
import shutil
import sys

import plotly
from playwright.sync_api import sync_playwright

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

READ = """
async figure => {
  const gd = document.getElementById('figure');
  await Plotly.newPlot(gd, figure.data, figure.layout, {staticPlot: true});
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const hex = css => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    const opaque = canvas.fillStyle.startsWith('#')
      ? canvas.fillStyle
      : '#' + canvas.fillStyle.match(/\\d+/g).slice(0, 3)
          .map(n => Number(n).toString(16).padStart(2, '0')).join('');
    return opaque;
  };
  const ends = scale => [hex(scale[0][1]), hex(scale[scale.length - 1][1])];
  const colours = (trace, i) => {
    if (trace.type === 'heatmap' || trace.type === 'histogram2d') return ends(trace.colorscale);
    if (trace.type === 'pie') return gd.calcdata[i].map(slice => hex(slice.color));
    if (trace.type === 'candlestick' || trace.type === 'ohlc') {
      return [hex(trace.increasing.line.color), hex(trace.decreasing.line.color)];
    }
    if (trace.type === 'box') return [hex(trace.line.color)];
    if (trace.type === 'bar' || trace.type === 'histogram') return [hex(trace.marker.color)];
    if (trace.mode.includes('markers') && Array.isArray(trace.marker.color)) {
      return ends(trace.marker.colorscale);
    }
    return [hex(trace.mode.includes('lines') ? trace.line.color : trace.marker.color)];
  };
  const axes = {};
  for (const key of Object.keys(gd._fullLayout).sort()) {
    const axis = gd._fullLayout[key];
    if (/^[xy]axis\\d*$/.test(key) && axis._id && axis._vals) {
      axes[axis._id] = {
        type: axis.type,
        range: axis.range.map(end => axis.r2l(end)),
        ticks: axis._vals.filter(tick => !tick.noTick).map(tick => tick.text),
      };
    }
  }
  const lines = [...gd.querySelectorAll('.infolayer .legendtext')].map(text => ({
    text: text.textContent,
    box: text.getBoundingClientRect(),
  }));
  lines.sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
  return {
    axes,
    colours: gd._fullData.filter(trace => trace.visible === true).map(colours),
    legend: lines.map(line => line.text),
  };
}
"""


def chromium():
    named = os.environ.get("LECTERN_CHROMIUM")
    names = [named] if named else ["chromium", "chromium-browser", "google-chrome"]
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    sys.exit("no Chromium: install it or name it in LECTERN_CHROMIUM")


def main(figures, out):
    script = pathlib.Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        page.set_content('<body style="margin:0"><div id="figure"></div></body>')
        page.add_script_tag(path=str(script))
        for file in sorted(figures.glob("*.json")):
            look = page.evaluate(READ, json.loads(file.read_text(encoding="utf-8")))
            text = json.dumps(look, ensure_ascii=False, indent=1) + "\n"
            (out / file.name).write_text(text, encoding="utf-8")
        browser.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
