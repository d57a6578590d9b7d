"""The sentences for packages that cannot be opened."""

from __future__ import annotations

from docgen.problems import DocgenError, Message, Place, Problem, msg, say_os_error


def package_problem(code: str, what: Message, remedy: Message, path: str, part: str | None = None) -> Problem:
    """A problem of the package ``path``, in its part ``part`` if one is to blame."""
    return Problem(code, what, remedy, Place(path, pointer=part))


def damaged(path: str, part: str | None = None) -> Problem:
    """The archive, or one part of it, cannot be inflated."""
    if part is None:
        what = msg("The file is damaged: it begins like a Word document but its end is missing or unreadable.")
    else:
        what = msg("The file is damaged: its part “{part}” cannot be unpacked.", part=part)
    remedy = msg("Copy or download the file again, or open it in Word, let Word repair it and save it.")
    return package_problem("package-damaged", what, remedy, path, part)


def too_large(path: str, part: str | None = None) -> Problem:
    """A bound of ``Limits`` is passed."""
    if part is None:
        what = msg("The file is larger than any office document needs to be, or unpacks to far more than its size.")
    else:
        what = msg("The part “{part}” unpacks to far more than its size.", part=part)
    remedy = msg(
        "Do not open the file if you do not know where it comes from. "
        "If it is yours, make its pictures smaller and save it again in Word."
    )
    if part is not None and part.endswith(".xml"):
        remedy = msg(
            "Do not open the file if you do not know where it comes from. If it is yours, the same words stand in it many "
            "thousand times: take out what was pasted again and again, or divide the document, and save it in Word."
        )
    return package_problem("package-too-large", what, remedy, path, part)


def encrypted(path: str) -> Problem:
    """The file asks for a password."""
    return package_problem(
        "package-encrypted",
        msg("The file is protected by a password."),
        msg("Open it in Word, remove the password (File, Info, Protect Document, Encrypt with Password) and save it."),
        path,
    )


def not_a_package(path: str, head: bytes, data: bytes) -> Problem:
    """The file is something else than a ZIP archive; says what it looks like."""
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        # Names in such a container are UTF-16; Word keeps an encrypted .docx in one under this name.
        if "EncryptedPackage".encode("utf-16-le") in data:
            return encrypted(path)
        return package_problem(
            "package-old-format",
            msg("The file is in the old Word format (.doc)."),
            msg("Open it in Word or LibreOffice and save it as “Word Document (.docx)”."),
            path,
        )
    if not head.strip(b"\0 \t\r\n"):
        what = msg("The file is empty.")
    elif head.startswith(b"%PDF"):
        what = msg("The file is a PDF, not a Word document.")
    elif head.startswith(b"{\\rtf"):
        what = msg("The file is rich text (RTF), not a Word document.")
    else:
        what = msg("The file is not a Word document (.docx).")
    return package_problem("package-not-docx", what, msg("Give a file that was saved as “Word Document (.docx)”."), path)


def not_word(path: str, content_type: str) -> Problem:
    """A package of another program, such as a spreadsheet."""
    what = msg("The file is an Office file but not a Word document: its main part is “{type}”.", type=content_type)
    return package_problem("package-not-word", what, msg("Give a file that was saved as “Word Document (.docx)”."), path)


def missing_part(path: str, part: str) -> Problem:
    """A part that the package needs is not in it."""
    what = msg("The file is no Word document: the part “{part}” is missing.", part=part)
    remedy = msg("Open it in Word, let Word repair it and save it as .docx.")
    return package_problem("package-missing-part", what, remedy, path, part)


def bad_xml(path: str, part: str, line: int | None) -> Problem:
    """A part is not well-formed."""
    if line is None:
        what = msg("The part “{part}” is not readable XML.", part=part)
    else:
        what = msg("The part “{part}” is not readable XML, from its line {line} on.", part=part, line=line)
    return package_problem("package-bad-xml", what, msg("Open it in Word, let Word repair it and save it."), path, part)


def too_deep(path: str, part: str) -> Problem:
    """The elements of a part stand in each other without end."""
    return package_problem(
        "package-too-deep",
        msg("In the part “{part}” tables or boxes stand in each other deeper than in any office document.", part=part),
        msg("Copy the words into a new document and save that."),
        path,
        part,
    )


def unsafe_xml(path: str, part: str) -> Problem:
    """A part carries a document type declaration."""
    return package_problem(
        "package-unsafe-xml",
        msg("The part “{part}” declares a document type (DTD). Word never writes one; attacks on readers do.", part=part),
        msg("Do not open the file if you do not know where it comes from. Otherwise open it in Word and save it again."),
        path,
        part,
    )


def bad_names(path: str, names: list[str]) -> Problem:
    """Members whose names lead outside the package, or that occur twice."""
    shown = ", ".join(names[:3])
    return package_problem(
        "package-bad-names",
        msg("The archive has members with forbidden or repeated names: {names}.", names=shown),
        msg("Do not open the file if you do not know where it comes from. Otherwise open it in Word and save it again."),
        path,
        names[0],
    )


def unreadable(path: str, error: OSError) -> DocgenError:
    """The operating system does not give the file."""
    if isinstance(error, FileNotFoundError):
        code, what, remedy = "package-not-found", msg("There is no such file."), msg("Check the name and the folder.")
    elif isinstance(error, IsADirectoryError):
        code, what, remedy = "package-is-folder", msg("This is a folder, not a file."), msg("Name a Word file.")
    elif isinstance(error, PermissionError):
        code = "package-no-access"
        what = msg("The file may not be read.")
        remedy = msg("Close it in Word if it is open there, or ask for the right to read it.")
    else:
        code = "package-unreadable"
        what = msg("The file cannot be read: {reason}.", reason=say_os_error(error))
        remedy = msg("Check the disk or the network folder and try again.")
    return DocgenError(package_problem(code, what, remedy, path))
