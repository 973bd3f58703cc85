"""From bytes to documents: a pure function, so that archived bytes give the same documents again."""

from __future__ import annotations

import hashlib
from importlib import import_module

from sayso.collect.dates import normalise
from sayso.collect.language import find_language
from sayso.collect.options import CollectOptions, Draft, Labelled
from sayso.collect.sniff import HEAD, MEDIA_TYPES, Kind, charset_of, inside_gzip, sniff
from sayso.errors import InputRefused, UsageError
from sayso.records import Document, content_id

_READERS: dict[Kind, tuple[str, str]] = {
    "text": ("text", "draft_text"),
    "markdown": ("markdown", "draft_markdown"),
    "html": ("html", "draft_html"),
    "mhtml": ("mail", "draft_mhtml"),
    "pdf": ("pdf", "draft_pdf"),
    "docx": ("docx", "draft_docx"),
    "eml": ("mail", "draft_eml"),
    "feed": ("feed", "draft_feed"),
    "jsonl": ("jsonl", "draft_jsonl"),
}


def extract(
    raw: bytes, *, name: str, media_type: str | None, url: str | None, options: CollectOptions
) -> list[Document]:
    """Make the documents that `raw` holds. Pure: no clock, no network, no file.

    A feed gives one document an entry, JSON Lines one a row, everything else one. Web archives are containers and
    are opened by `collect`, which keeps the bytes of each page; attachments of a message likewise.

    Args:
        raw: the untouched bytes of one input, as in `Collected.raw`.
        name: path or URL, for messages; becomes `Document.path` when `url` is null.
        media_type: as declared outside the bytes, also with `; charset=`. To repeat an extraction from an archive,
            pass the archived Content-Type header, or the document's media type with its encoding as charset.
        url: where it came from, if from the web.
        options: what the user told.

    Raises:
        InputRefused: it cannot be taken; name and reason are for the user.
    """
    strict = url is None and media_type is None
    head = raw[:HEAD]
    kind = sniff(head, name=name, media_type=media_type, strict=strict)
    if kind == "zip":
        kind = _zip_kind(raw, name, options)
    elif kind == "gzip":
        kind = inside_gzip(head, name)
    return extract_as(kind, raw, name=name, path=None if url else name, media_type=media_type, url=url, options=options)


def _zip_kind(raw: bytes, name: str, options: CollectOptions) -> Kind:
    import io  # noqa: PLC0415 - with the next

    from sayso.collect.formats.zips import check_zip, inside_zip  # noqa: PLC0415 - keeps the command's start fast

    return inside_zip(check_zip(io.BytesIO(raw), name, limit=options.max_bytes, whole=False), name)


def extract_as(
    kind: Kind,
    raw: bytes,
    *,
    name: str,
    path: str | None,
    media_type: str | None,
    url: str | None,
    options: CollectOptions,
) -> list[Document]:
    """Make documents of bytes whose kind is known.

    Every exception of a parser that meets hostile bytes ends here, as a sentence.

    Raises:
        InputRefused: as in `extract`.
    """
    told_date(options)
    labelled = Labelled(name=name, charset=charset_of(media_type), url=url, max_bytes=options.max_bytes)
    try:
        drafts = _drafts(kind, raw, labelled)
    except (InputRefused, UsageError):
        raise
    except (RecursionError, MemoryError):
        raise InputRefused(name, "It is too large or too deeply nested to be read.") from None
    except Exception as error:  # The one edge where parsers meet hostile bytes: no input may end the run.
        reason = f"It could not be read; the {kind} reader failed ({type(error).__name__}: {str(error)[:200]})."
        raise InputRefused(name, reason) from error
    sha256 = hashlib.sha256(raw).hexdigest()
    return [_document(draft, kind, sha256, path=path, url=url, options=options) for draft in drafts]


def told_date(options: CollectOptions) -> str | None:
    """The date that the user told, in ISO form.

    Raises:
        UsageError: it is not understood.
    """
    told = normalise(options.published) if options.published else None
    if options.published and not told:
        raise UsageError(f"The date {options.published!r} is not understood; write it as 2017-05-18.")
    return told


def _drafts(kind: Kind, raw: bytes, labelled: Labelled) -> list[Draft]:
    """Call the format's module, imported only when its format is met: their libraries are slow to load."""
    if kind not in _READERS:
        raise InputRefused(labelled.name, "This is a web archive; collect it rather than extract from it.")
    module, function = _READERS[kind]
    drafts: Draft | list[Draft] = getattr(import_module(f"sayso.collect.formats.{module}"), function)(raw, labelled)
    return drafts if isinstance(drafts, list) else [drafts]


def _document(
    draft: Draft,
    kind: Kind,
    sha256: str,
    *,
    path: str | None,
    url: str | None,
    options: CollectOptions,
) -> Document:
    language, unread = find_language(draft.text)
    published, how = draft.published, draft.published_how
    told = told_date(options)
    if told and not (published and "published" in draft.stated):
        published, how = told, "told by the user"
    outlet = draft.outlet
    if options.outlet and not (outlet and "outlet" in draft.stated):
        outlet = options.outlet
    address = draft.url if kind == "feed" else url or draft.url
    key = (draft.key,) if draft.key else ()
    return Document(
        id=draft.id or content_id("d", sha256, address or "", *key),
        path=path,
        sha256=sha256,
        outlet=outlet,
        title=draft.title,
        author=draft.author,
        published=published,
        language=language,
        text=draft.text,
        url=address,
        published_how=how,
        media_type=MEDIA_TYPES[kind],
        encoding=draft.encoding,
        extractor=draft.extractor,
        links=draft.links,
        unread=unread,
    )
