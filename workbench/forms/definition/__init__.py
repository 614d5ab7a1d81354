"""What a form is: read from an XLSForm workbook or an XForm document, with every mistake placed."""
