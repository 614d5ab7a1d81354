"""What a form is: read from an XLSForm workbook or an XForm document, with every mistake placed."""

from workbench.forms.definition.faults import FormFault
from workbench.forms.definition.reading import form_from_xml

__all__ = ["FormFault", "form_from_xml"]
