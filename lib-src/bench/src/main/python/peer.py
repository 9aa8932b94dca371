"""A peer's side of ./lectern bench: reads its inputs, then answers lines.

A file beside this one defines load(folder, work), which reads the inputs and gives (about, run,
loss): a line with name and versions, the function that is timed, and one that gives the loss after
the last run. Then it calls serve(load).
"""
import json
import os
import platform
import sys
import time

import numpy


def serve(load):
    """Says what it is, then for each line on the input: one run, its seconds and its loss."""
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a library prints must not stand between the answers
    about, run, loss = load(sys.argv[1], sys.argv[2])
    say(out, about="%s, numpy %s, Python %s" % (about, numpy.__version__, platform.python_version()))
    for _ in sys.stdin:
        processor = time.process_time()
        began = time.perf_counter()
        run()
        seconds = time.perf_counter() - began
        processor = time.process_time() - processor
        say(out, seconds=seconds, cpu=processor, loss=float(loss()))


def say(out, **line):
    print(json.dumps(line), file=out, flush=True)


def floats(folder, name):
    return numpy.fromfile(os.path.join(folder, name), "<f8")


def ints(folder, name):
    return numpy.fromfile(os.path.join(folder, name), "<i4")
