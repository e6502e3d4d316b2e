"""Names of Word's built-in styles in the languages of its users, for files of programs that store the name they show.

Word itself stores the English name whatever it shows; other programs, and files passed through them, do not.
"""

from __future__ import annotations

_LEVELLED = {
    "heading": "Judul; Tajuk; Überschrift; Titre; Título; Titolo; Kop; Rubrik; Overskrift; Otsikko; Nagłówek; Nadpis; "
    "Başlık; Заголовок; Đầu đề; 見出し; 标题; 標題; 제목; عنوان; Header",
    "toc": "TOC; Daftar Isi; Verzeichnis; TM; TDC; Sumário; Sommario; Inhopg; Innehåll; İÇT; Оглавление; 目次; 目录; 目錄; "
    "목차",
}  # fmt: skip
_SINGLE = {
    "Normal": "Standard; Biasa; Standaard; Normale; Обычный; 標準; 正文; 內文; 표준",
    "Body Text": "Teks Isi; Isi Teks; Badan Teks; Tubuh Teks; Teks Badan; Textkörper; Corps de texte; Texto independiente; "
    "Corpo de texto; Corpo testo; Corpo del testo; Plattetekst; Brödtext; Основной текст; 本文",
    "Title": "Judul; Judul Dokumen; Titel; Titre; Título; Titolo; Название; 表題",
    "caption": "Keterangan; Keterangan Gambar; Kapsyen; Beschriftung; Légende; Leyenda; Epígrafe; Descripción; Legenda; "
    "Didascalia; Bijschrift; Beskrivning; Название объекта; 図表番号; 题注",
    "List Paragraph": "Daftar Paragraf; Paragraf Daftar; Listenabsatz; Paragraphe de liste; Párrafo de lista; Parágrafo da "
    "Lista; Paragrafo elenco; Lijstalinea; Liststycke; Абзац списка",
    "Bibliography": "Daftar Pustaka; Bibliografi; Literaturverzeichnis; Bibliographie; Bibliografía; Bibliografia; "
    "Bibliografie; Список литературы; 文献目録; 书目",
    "footnote text": "Teks Catatan Kaki; Teks Nota Kaki; Fußnotentext; Note de bas de page; Texto nota pie; Texto de nota de "
    "rodapé; Testo nota a piè di pagina; Voetnoottekst; Fotnotstext; Текст сноски; 脚注文字列; 脚注文本",
    "footnote reference": "Referensi Catatan Kaki; Rujukan Nota Kaki; Fußnotenzeichen; Appel note de bas de p.; Ref. de nota al pie; "
    "Ref. de nota de rodapé; Rimando nota a piè di pagina; Voetnootmarkering; Знак сноски; 脚注参照; 脚注引用",
    "TOC Heading": "Judul TOC; Judul Daftar Isi; Inhaltsverzeichnisüberschrift; En-tête de table des matières; Encabezado de "
    "tabla de contenido; Título de TDC; Kopvan inhoudsopgave; Contents Heading",
    "table of figures": "Tabel Gambar; Daftar Gambar; Abbildungsverzeichnis; Table des illustrations; Tabla de ilustraciones; "
    "Lijst met afbeeldingen; Indice delle figure; 図表目次",
    "Table Grid": "Kisi Tabel; Tabellenraster; Grille du tableau; Tabla con cuadrícula; Tabela com grade; Griglia tabella; "
    "Tabelraster; 表 (格子); 网格型",
    "Hyperlink": "Tautan; Lien hypertexte; Hipervínculo; Collegamento ipertestuale; Гиперссылка; ハイパーリンク; 超链接",
}  # fmt: skip


def localised(role: str) -> tuple[str, ...]:
    """The names, in small letters, by which the style `role` may stand in a file besides its own.

    >>> "judul 2" in localised("heading 2"), "beschriftung" in localised("caption")
    (True, True)
    """
    kind, _, level = role.rpartition(" ")
    names = (_LEVELLED.get(kind, "") if level.isdigit() else _SINGLE.get(role, "")).casefold().split("; ")
    return tuple(f"{name}{gap}{level}" for name in names for gap in (" ", "")) if level.isdigit() else tuple(filter(None, names))
