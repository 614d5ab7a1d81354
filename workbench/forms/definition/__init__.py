"""What a form is: read from an XLSForm workbook or an XForm document, with every mistake placed.

`workbook` compiles XLSForms; it is not imported here, for the compiler is slow to load.
"""

from workbench.forms.definition.faults import FormFault
from workbench.forms.definition.files import read_form
from workbench.forms.definition.reading import form_from_xml

__all__ = ["FormFault", "form_from_xml", "read_form"]
