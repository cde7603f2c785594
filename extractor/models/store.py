"""Weights on disk: large tables in 8 bits with one scale a row, the rest as 16-bit floats."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping

import numpy as np

from extractor.models.network import Array

_SCALE = "scale of "


def rounded(params: Mapping[str, Array], small: Collection[str] = ()) -> dict[str, Array]:
    """The weights as they will be after ``pack`` and ``unpack``."""
    return unpack(pack(params, small))


def pack(params: Mapping[str, Array], small: Collection[str] = ()) -> bytes:
    """Weights as the bytes of a compressed ``npz`` archive.

    Args:
        params: Weights by name.
        small: Names of those that are stored in 8 bits; each row has a scale of its own.
    """
    arrays: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]] = {}
    for name, value in params.items():
        if name in small:
            scale = (np.abs(value).max(axis=-1, keepdims=True) / 127).astype(np.float16)
            scale = np.maximum(scale, np.float16(1e-6))
            steps = np.rint(value / scale.astype(np.float32))
            arrays[name] = np.clip(steps, -127, 127).astype(np.int8)
            arrays[_SCALE + name] = scale
        else:
            arrays[name] = value.astype(np.float16)
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)
    return buffer.getvalue()


def unpack(content: bytes) -> dict[str, Array]:
    """The inverse of ``pack``, up to rounding.

    Raises:
        OSError, ValueError, KeyError: The bytes are not such an archive.
    """
    with np.load(io.BytesIO(content)) as arrays:
        params = {
            name: arrays[name].astype(np.float32)
            for name in arrays.files if not name.startswith(_SCALE)
        }
        for name in params:
            if _SCALE + name in arrays.files:
                params[name] *= arrays[_SCALE + name].astype(np.float32)
    return params
