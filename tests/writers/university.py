"""Word files as universities and students have them, made here: localised styles, three sections, numbering, notes, comments, citations."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/package/2006"
ML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NS = f'xmlns:w="{W}" xmlns:r="{R}"'
MARKER = "{{LITERATURE_REVIEW}}"
LONG = "Kalimat contoh ini cukup panjang untuk dihitung sebagai teks biasa di dalam naskah tesis mahasiswa."


def _style(kind: str, id: str, name: str, inside: str = "", based: str = "", more: str = "") -> str:
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{id}"{more}><w:name w:val="{name}"/>{base}{inside}</w:style>'


def styles(numbered: bool) -> str:
    """Ids as an Indonesian Word gives them, names as Word stores them; a style of the faculty's own for body text."""
    number = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="3"/></w:numPr>' if numbered else ""
    heads = "".join(
        _style("paragraph", f"Judul{n}", f"heading {n}", f'<w:pPr>{number.format(n - 1)}<w:outlineLvl w:val="{n - 1}"/></w:pPr>', "Normal")
        for n in (1, 2)
    )
    return (
        f'<w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/></w:rPr>'
        "</w:rPrDefault></w:docDefaults>" + _style("paragraph", "Normal", "Normal", more=' w:default="1"')
        + _style("character", "FontParagrafDefault", "Default Paragraph Font", more=' w:default="1"')
        + _style("table", "TabelNormal", "Normal Table", more=' w:default="1"') + heads
        + _style("paragraph", "JudulSubbab", "Judul Subbab", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>', "Normal", ' w:customStyle="1"')
        + _style("paragraph", "IsiTesis", "Isi Tesis", '<w:pPr><w:spacing w:line="480" w:lineRule="auto"/><w:jc w:val="both"/></w:pPr>',
                 "Normal", ' w:customStyle="1"')
        + _style("paragraph", "Keterangan", "caption", "<w:pPr><w:keepNext/></w:pPr>", "Normal")
        + _style("paragraph", "TeksCatatanKaki", "footnote text", "<w:rPr><w:sz w:val=\"18\"/></w:rPr>", "Normal")
        + _style("character", "ReferensiCatatanKaki", "footnote reference", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>')
        + _style("character", "TableText", "Gaya lain", more=' w:customStyle="1"') + "</w:styles>"
    )  # fmt: skip


def _p(text: str, style: str = "", section: str = "") -> str:
    inside = (f'<w:pStyle w:val="{style}"/>' if style else "") + section
    return f'<w:p>{f"<w:pPr>{inside}</w:pPr>" if inside else ""}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def section(landscape: bool = False, first: bool = False, header: str = "") -> str:
    """A section with its own header."""
    size = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' if landscape else '<w:pgSz w:w="11906" w:h="16838"/>'
    reference = f'<w:headerReference w:type="default" r:id="{header}"/>' if header else ""
    start = '<w:pgNumType w:start="5"/>' if first else ""
    return (
        f'<w:sectPr>{reference}<w:type w:val="nextPage"/>{size}<w:pgMar w:top="2268" w:right="1701" w:bottom="1701" w:left="2268" '
        f'w:header="709" w:footer="709" w:gutter="0"/>{start}<w:cols w:space="708"/>{"<w:titlePg/>" if first else ""}</w:sectPr>'
    )


NUMBERING = (
    f'<w:numbering {NS}><w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Judul1"/>'
    '<w:lvlText w:val="BAB %1"/><w:lvlJc w:val="left"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Judul2"/><w:isLgl/><w:lvlText w:val="%1.%2"/>'
    '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
)
NOTES = (
    f'<w:footnotes {NS}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="4"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Catatan mahasiswa.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)
COMMENTS = (
    f'<w:comments {NS}><w:comment w:id="0" w:author="Pembimbing" w:date="2026-01-01T00:00:00Z">'
    "<w:p><w:r><w:t>Perbaiki.</w:t></w:r></w:p></w:comment></w:comments>"
)
ZOTERO = (
    'ADDIN ZOTERO_ITEM CSL_CITATION {"citationID":"abc","properties":{"plainCitation":"(Own, 2000)"},"citationItems":[{"id":1,'
    '"uris":["http://zotero.org/users/1/items/A"],"itemData":{"id":1,"type":"book","title":"Own"}}]}'
)
PREFERENCES = '<data data-version="3"><style id="http://www.zotero.org/styles/ieee"/></data>'


def thesis(marker: str = _p(MARKER), *, numbered: bool = True, template: bool = False, notes: bool = True, live: bool = False) -> bytes:
    """A thesis of three sections (front, text, landscape annex) with `marker` in the second."""
    live_field = (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {ZOTERO} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>(Own, 2000)</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        if live else ""
    )  # fmt: skip
    note = '<w:r><w:rPr><w:rStyle w:val="ReferensiCatatanKaki"/></w:rPr><w:footnoteReference w:id="4"/></w:r>' if notes else ""
    own = (
        '<w:p><w:pPr><w:pStyle w:val="IsiTesis"/></w:pPr><w:bookmarkStart w:id="12" w:name="punyaSaya"/><w:commentRangeStart w:id="0"/>'
        f'<w:r><w:t>{LONG}</w:t></w:r>{note}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        '<w:bookmarkEnd w:id="12"/></w:p>'
    )
    body = (
        _p("HALAMAN JUDUL", section=section(header="rId11")) + _p("Pendahuluan", "Judul1") + own + live_field + marker
        + _p("Metodologi Riset", "Judul1")
        + _p(LONG, "IsiTesis", section(first=True, header="rId12")) + _p("Lampiran") + section(landscape=True)
    )  # fmt: skip
    header = f"<w:hdr {NS}>{_p('Universitas Contoh')}</w:hdr>"
    kinds = {"numbering": NUMBERING, "comments": COMMENTS} | ({"footnotes": NOTES} if notes else {})
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{R}/{kind}" Target="{kind}.xml"/>' for n, kind in enumerate(["styles", "settings", *kinds], 1)
    )
    relations += "".join(f'<Relationship Id="rId{n}" Type="{R}/header" Target="header{n}.xml"/>' for n in (11, 12))
    main = "template" if template else "document"
    types = "".join(f'<Override PartName="/word/{kind}.xml" ContentType="{ML}.{kind}+xml"/>' for kind in ["styles", "settings", *kinds])
    types += "".join(f'<Override PartName="/word/header{n}.xml" ContentType="{ML}.header+xml"/>' for n in (11, 12))
    custom = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="ZOTERO_PREF_1">'
        f"<vt:lpwstr>{PREFERENCES.replace('<', '&lt;')}</vt:lpwstr></property></Properties>"
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{P}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{ML}.{main}.main+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{P}/relationships"><Relationship Id="rId1" Type="{R}/officeDocument" '
        'Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{R}/custom-properties" Target="docProps/custom.xml"/></Relationships>',
        "docProps/custom.xml": custom,
        "word/document.xml": f"<w:document {NS}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{P}/relationships">{relations}</Relationships>',
        "word/styles.xml": styles(numbered),
        "word/settings.xml": f'<w:settings {NS}><w:zoom w:percent="100"/>'
        + ('<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' if notes else "")
        + "<w:compat/></w:settings>",
        "word/header11.xml": header, "word/header12.xml": header, **{f"word/{kind}.xml": text for kind, text in kinds.items()},
    }  # fmt: skip
    return zipped({name: text.encode() for name, text in parts.items()})


def zipped(parts: dict[str, bytes]) -> bytes:
    """Parts as a package."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, blob in parts.items():
            archive.writestr(name, blob)
    return buffer.getvalue()


def changed(data: bytes, more: dict[str, bytes]) -> bytes:
    """A package with parts added or replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(parts | more)


def cell(text: str) -> str:
    """A table whose one cell holds a paragraph."""
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid><w:tr><w:tc><w:tcPr>'
        f'<w:tcW w:w="5000" w:type="dxa"/></w:tcPr>{_p(text)}</w:tc></w:tr></w:tbl>'
    )


def paragraph(text: str, style: str = "", section: str = "") -> str:
    """A paragraph."""
    return _p(text, style, section)
