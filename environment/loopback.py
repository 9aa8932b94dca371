"""Opens a port on 127.0.0.1, sends a line through it, and tells whether JupyterLab's own is free."""

import socket

JUPYTER = 8888

with socket.create_server(("127.0.0.1", 0)) as server:
    server.settimeout(5)
    port = server.getsockname()[1]
    with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
        there, _ = server.accept()
        with there:
            client.sendall(b"lectern")
            there.settimeout(5)
            if there.recv(7) != b"lectern":
                raise SystemExit("a line sent through 127.0.0.1 came back changed")

with socket.socket() as probe:
    probe.settimeout(1)
    taken = probe.connect_ex(("127.0.0.1", JUPYTER)) == 0
print("works; port", JUPYTER, "is taken, JupyterLab will pick the next one" if taken else "is free")
