"""XPath as ODK XForms write it: parsed here, rewritten for libxml2, with the functions of the standard."""
