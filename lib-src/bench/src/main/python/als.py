"""implicit's side of the bench "als"."""
import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as implicit asks: its own threads do the work

import implicit
import numpy
import scipy.sparse
from implicit.cpu.als import AlternatingLeastSquares
from peer import floats, ints, serve


def load(folder, work):
    users, items, factors, iterations = (int(n) for n in ints(folder, "shape.i4"))
    start, item = ints(folder, "start.i4"), ints(folder, "item.i4")
    alpha, penalty, steps = floats(folder, "settings.f8")
    confidence = numpy.full(len(item), 1 + alpha, numpy.float32)
    taken = scipy.sparse.csr_matrix((confidence, item, start), shape=(users, items))
    user_start = floats(folder, "users.f8").reshape(users, factors).astype(numpy.float32)
    item_start = floats(folder, "items.f8").reshape(items, factors).astype(numpy.float32)
    fitted = []

    def run():
        model = AlternatingLeastSquares(
            factors, penalty, 1.0, numpy.float32, use_cg=work != "exact", iterations=iterations)
        model.cg_steps = int(steps)
        model.user_factors, model.item_factors = user_start.copy(), item_start.copy()
        model.fit(taken, show_progress=False)
        fitted[:] = [model]

    def loss():
        x = fitted[0].user_factors.astype(float)
        y = fitted[0].item_factors.astype(float)
        of_all = numpy.sum((x.T @ x) * (y.T @ y))
        s = numpy.concatenate(
            [y[item[start[u]:start[u + 1]]] @ x[u] for u in range(users)])
        of_taken = numpy.sum((1 + alpha) * (1 - s) ** 2 - s ** 2)
        return of_all + of_taken + penalty * (numpy.sum(x ** 2) + numpy.sum(y ** 2))

    return "implicit " + implicit.__version__, run, loss


serve(load)
