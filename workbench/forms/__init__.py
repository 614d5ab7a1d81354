"""Forms (表单): XLSForms and ODK XForms, read, run and kept; no screen is needed to fill one."""
