"""Small XForm documents written in a test."""

from __future__ import annotations


def document(
    instance: str, model: str = "", body: str = "", root: str = 'data id="visit" version="3"'
) -> bytes:
    """Return an XForm with this inside its primary instance, its model and its body."""
    name = root.split()[0]
    return f"""<?xml version="1.0" encoding="utf-8"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms"
 xmlns:orx="http://openrosa.org/xforms" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<h:head><h:title>入户走访</h:title><model><itext/><instance><{root}>{instance}</{name}></instance>
{model}</model></h:head>
<h:body>{body}</h:body>
</h:html>""".encode()
