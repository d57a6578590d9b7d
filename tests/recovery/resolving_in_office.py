"""Run by a Python that knows LibreOffice (``uno``): tracked changes of Word files accepted or rejected, the texts written out.

Arguments: the program, a folder for its profile, then for each file its path, ``Accept``, ``Reject`` or ``Keep``, and the text
file to write.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import uno  # type: ignore[import-not-found, unused-ignore]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found, unused-ignore]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found, unused-ignore]


def _value(name: str, value: object) -> object:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def main(office: str, profile: str, *words: str) -> None:
    pipe = f"docgen{os.getpid()}"
    accept = f"--accept=pipe,name={pipe};urp;"
    process = subprocess.Popen([office, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore", accept])
    try:
        _resolve_all(_connect(pipe), words)
        process.wait(60)
    finally:
        process.kill()


def _connect(pipe: str) -> object:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    raise TimeoutError(pipe)


def _resolve_all(context: object, words: tuple[str, ...]) -> None:
    manager = context.ServiceManager  # type: ignore[attr-defined]
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    for file, wish, out in zip(words[::3], words[1::3], words[2::3], strict=True):
        document = desktop.loadComponentFromURL(Path(file).as_uri(), "_blank", 0, (_value("Hidden", True),))
        if wish != "Keep":
            dispatcher.executeDispatch(document.CurrentController.Frame, f".uno:{wish}AllTrackedChanges", "", 0, ())
        form = (_value("FilterName", "Text (encoded)"), _value("FilterOptions", "UTF8,LF,,,"))
        document.storeToURL(Path(out).as_uri(), form)
        document.close(True)
    desktop.terminate()


if __name__ == "__main__":
    main(*sys.argv[1:])
