"""PDF bytes that depend on what is printed only, not on when and where they were made."""

from __future__ import annotations

import re
from io import BytesIO

_ALWAYS_NEW = ("/CreationDate", "/ModDate")
# LibreOffice writes dates and ids into the metadata stream as well.
_XMP = re.compile(rb"<(xmp:CreateDate|xmp:ModifyDate|xmp:MetadataDate|xmpMM:DocumentID|xmpMM:InstanceID)>[^<]*</\1>")
_OF_THE_RUN = ("/DocChecksum", "/ID")


def can_normalize() -> bool:
    """Whether the optional library for it (extra ``pdf``) is installed."""
    try:
        import pikepdf  # noqa: F401
    except ImportError:
        return False
    return True


def normalize_pdf(data: bytes) -> bytes:
    """The same pages without dates, random ids and checksums of the run; the same input pages give the same bytes.

    Raises ``ImportError`` without pikepdf and ``ValueError`` when ``data`` is no PDF.
    """
    import pikepdf

    try:
        pdf = pikepdf.open(BytesIO(data))
    except pikepdf.PdfError as error:
        raise ValueError(str(error)) from None
    with pdf:
        for key in _ALWAYS_NEW:
            if "/Info" in pdf.trailer and key in pdf.docinfo:
                del pdf.docinfo[key]
        for key in _OF_THE_RUN:
            if key in pdf.trailer:
                del pdf.trailer[key]
        if "/Metadata" in pdf.Root:
            metadata = pdf.Root["/Metadata"]
            metadata.write(_XMP.sub(b"", metadata.read_bytes()))
        out = BytesIO()
        pdf.save(out, deterministic_id=True, fix_metadata_version=False, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
        return out.getvalue()
