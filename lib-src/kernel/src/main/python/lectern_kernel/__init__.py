"""Lectern's Jupyter kernel for Java: kernel.json starts `python -m lectern_kernel`."""
