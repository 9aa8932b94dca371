"""scikit-learn's side of the bench "kmeans"."""
import warnings

import sklearn
from peer import floats, ints, serve
from sklearn.cluster import KMeans


def load(folder, work):
    n, width, iterations = ints(folder, "shape.i4")
    rows = floats(folder, "rows.f8").reshape(n, width)
    start = floats(folder, "start.f8").reshape(-1, width)
    warnings.simplefilter("ignore")  # that the iterations ran out, which is what we ask for
    settings = dict(n_init=1, max_iter=int(iterations), tol=0, algorithm="lloyd")
    fitted = []

    def run():
        fitted[:] = [KMeans(len(start), init=start, **settings).fit(rows)]

    def loss():
        assert fitted[0].n_iter_ == iterations, "came to rest early"
        return fitted[0].inertia_

    return "scikit-learn " + sklearn.__version__, run, loss


serve(load)
