"""PyTorch's side of the bench "lstm"."""
import os

import numpy
import torch
from peer import floats, ints, serve


def load(folder, work):
    torch.set_num_threads(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count())
    items, width, hidden, batches, batch, length = (int(n) for n in ints(folder, "shape.i4"))
    shape = (batches, batch, length)
    inputs = torch.from_numpy(ints(folder, "inputs.i4").astype("i8").reshape(shape))
    targets = torch.from_numpy(ints(folder, "targets.i4").astype("i8").reshape(shape))
    start = floats(folder, "start.f8").astype("f4")

    class Network(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.embedding = torch.nn.Embedding(items, width)
            self.lstm = torch.nn.LSTM(width, hidden, batch_first=True)
            self.out = torch.nn.Linear(hidden, items)
            # One bias, as the other side has, not two that are added.
            self.lstm.bias_hh_l0.requires_grad_(False)

        def forward(self, x):
            return self.out(self.lstm(self.embedding(x))[0])

    def take(count, rows):
        """The next numbers of the start, which stand by columns: count x rows of them, by rows."""
        taken = start[take.at:take.at + rows * count].reshape(count, rows)
        take.at += rows * count
        return torch.from_numpy(numpy.ascontiguousarray(taken))

    def gates(by_gate):
        """Rows for tanh, forget, output and input to PyTorch's order: input, forget, tanh, output."""
        tanh, forget, output, entry = by_gate.chunk(4)
        return torch.cat([entry, forget, tanh, output])

    take.at = 0
    first = {"embedding.weight": take(width, items).T.contiguous()}
    first["lstm.weight_ih_l0"] = gates(take(4 * hidden, width))
    first["lstm.weight_hh_l0"] = gates(take(4 * hidden, hidden))
    first["lstm.bias_ih_l0"] = gates(take(4 * hidden, 1)).flatten()
    first["lstm.bias_hh_l0"] = torch.zeros(4 * hidden)
    first["out.weight"] = take(items, hidden)
    first["out.bias"] = take(items, 1).flatten()
    assert take.at == len(start)
    network = Network()
    last = []

    def run():
        network.load_state_dict(first)
        optimiser = torch.optim.Adam([p for p in network.parameters() if p.requires_grad], 0.001)
        for x, y in zip(inputs, targets):
            optimiser.zero_grad()
            loss = torch.nn.functional.cross_entropy(network(x).flatten(0, 1), y.flatten(), reduction="sum") / batch
            loss.backward()
            optimiser.step()
            last[:] = [loss]

    about = "PyTorch %s on %d threads" % (torch.__version__, torch.get_num_threads())
    return about, run, lambda: last[0].item() / length


serve(load)
