"""The office's own files into content: honours from an Excel workbook or the table of a Word file."""
