"""Other programs that make other formats: LibreOffice for PDF."""
