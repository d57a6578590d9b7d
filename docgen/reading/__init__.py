"""DOCX → Layouts: which passage of a file is which component, how sure, with its effective formatting."""

from docgen.reading.layout import Appendix, Layout, Numeral, Passage, ReadDate, Reading, ReadNumber, Sure
from docgen.reading.reading import read

__all__ = ["Appendix", "Layout", "Numeral", "Passage", "ReadDate", "ReadNumber", "Reading", "Sure", "read"]
