"""What is installed, and which data: for people who ask why two machines differ."""

from __future__ import annotations

import hashlib
import platform
from importlib import metadata, resources

from sayso.errors import DataMissing
from sayso.records import Finding

PARTS = ("msgspec", "trafilatura", "htmldate", "pypdfium2", "python-docx", "warcio", "py3langid", "rapidfuzz",
         "onnxruntime", "tokenizers", "sqlalchemy", "litestar", "typer", "rich")  # fmt: skip
EXTRAS = {"ray": "ray", "weasyprint": "pdf"}


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _parts() -> list[Finding]:
    found = []
    for name in PARTS:
        version = _version(name)
        says = f"{version}" if version else f"missing; install sayso again (pip install sayso brings {name})"
        found.append(Finding(ok=version is not None, subject=name, says=says))
    for name, extra in EXTRAS.items():
        says = _version(name) or f'not installed; optional, pip install "sayso[{extra}]" brings it'
        found.append(Finding(ok=True, subject=name, says=says))
    return found


def _data() -> list[Finding]:
    found = []
    folder = resources.files("sayso.knowledge") / "data"
    files = sorted((entry for entry in folder.iterdir() if entry.is_file()), key=lambda entry: entry.name)
    for entry in files:
        if not entry.name.startswith((".", "__")):
            digest = hashlib.sha256(entry.read_bytes()).hexdigest()
            found.append(Finding(ok=True, subject=f"data {entry.name}", says=f"sha256 {digest[:16]}"))
    gazetteer = any(entry.name.startswith("gazetteer") for entry in files)
    if not gazetteer:
        found.append(
            Finding(ok=False, subject="data gazetteer", says="missing; install sayso again, its build makes it")
        )
    return found


def _model() -> list[Finding]:
    """The reading model's files, each with its digest, held against the manifest that came with them."""
    from sayso.reading.model import loading  # noqa: PLC0415 - the reader loads when it is asked for

    try:
        known = loading.manifest()
    except DataMissing as fault:
        return [Finding(ok=False, subject="model", says=str(fault))]
    found = []
    for name, digest in sorted(known.digests.items()):
        try:
            loading.checked(loading.FOLDER, name, known)
        except DataMissing as fault:
            found.append(Finding(ok=False, subject=f"model {name}", says=str(fault)))
        else:
            found.append(Finding(ok=True, subject=f"model {name}", says=f"sha256 {digest[:16]}"))
    return found


def checkup() -> list[Finding]:
    """One finding per part: version or digest, `ok` false when something that sayso needs is missing."""
    from sayso import __version__  # noqa: PLC0415 - the package root imports this module's callers
    from sayso.reading import READER  # noqa: PLC0415 - compiled lexicons load on first use

    return [
        Finding(ok=True, subject="sayso", says=__version__),
        Finding(
            ok=True, subject="python", says=f"{platform.python_version()} on {platform.system()} {platform.machine()}"
        ),
        Finding(ok=True, subject="reader", says=READER),
        *_parts(),
        *_model(),
        *_data(),
    ]
