"""Five studies of cities with thirty highlights, in two languages, as somebody would mark them."""

from __future__ import annotations

from litreview.analysis.highlights import legend_of
from litreview.record import Dates, Highlight, LangText, Library, Name, Names, Study, Variables, parse_date

LEGEND = legend_of({"yellow": "findings", "blue": "method", "green": "framework", "red": "gap", "purple": "aim", "orange": "data"})

_STUDIES = {
    "wulandari2019": ("Wulandari", "Kerja sama kota kembar dan partisipasi warga", "2019", "id", "45-60"),
    "lee2020": ("Lee", "Sister cities and citizen participation", "2020", "en", "311-330"),
    "hidayat2021": ("Hidayat", "Paradiplomasi kota pelabuhan di Jawa Timur", "2021", "id", "101-118"),
    "tanaka2018": ("Tanaka", "Paradiplomacy of port cities", "2018", "en", "12-30"),
    "sari2022": ("Sari", "Pembiayaan kerja sama kota", "2022", "id", "7-22"),
}
_ABSTRACTS = {
    "wulandari2019": "Metode yang dipakai adalah kualitatif. Hasil penelitian menunjukkan bahwa kerja sama bertahan karena dukungan wali kota.",
    "lee2020": "This study aims to explain how sister cities involve citizens. It uses a qualitative case study.",
    "tanaka2018": "We find that trade explains engagement.",
}
_MARKS = {
    "wulandari2019": """
yellow 52 Kerja sama bertahan selama pertemuan tahunan tetap diadakan oleh kedua kota.
yellow 53 Warga hanya dilibatkan sebagai penonton acara kebudayaan. | hasil: warga tidak dilibatkan dalam keputusan
blue 47 Peneliti mewawancarai dua belas pejabat dan enam tokoh warga.
green 46 Teori paradiplomasi dipakai untuk membaca tindakan pemerintah kota.
red 58 Belum ada penelitian yang mengukur manfaat kerja sama bagi warga.
purple 46 Penelitian ini bertujuan menjelaskan mengapa kerja sama kota kembar bertahan.
""",
    "lee2020": """
yellow 318 Citizens took part in decisions only where schools organised exchanges. | warga ikut memutuskan hanya jika sekolah mengatur pertukaran
yellow 319 Annual meetings kept the partnership alive for two decades.
blue 314 We conducted semi-structured interviews with twenty officials.
green 312 Social capital theory guides the analysis.
red 328 No study has surveyed citizens in both cities.
orange 320 interesting contrast with the other port | data: dokumen kota
""",
    "hidayat2021": """
yellow 109 Pelabuhan menentukan pilihan mitra kota.
yellow 110 Anggaran daerah membatasi kerja sama luar negeri.
blue 104 Data diperoleh dari dokumen perjanjian dan wawancara dengan pejabat.
green 103 Paradiplomasi menjadi kerangka analisis penelitian ini.
red 117 Kajian tentang kota kecil masih jarang dilakukan.
purple 102 Artikel ini menjelaskan alasan kota pelabuhan mencari mitra luar negeri.
""",
    "tanaka2018": """
yellow 20 Trade volume explains the choice of partners better than culture. | hasil: perdagangan lebih menentukan daripada budaya
yellow 22 Budget limits end most agreements within five years.
blue 15 Interviews with fifteen port officials were conducted.
green 14 The concept of paradiplomacy frames the study.
red 29 Future research should examine smaller ports.
purple 13 This article asks why port cities look for partners abroad.
""",
    "sari2022": """
yellow 12 Anggaran kerja sama bergantung pada persetujuan DPRD.
yellow 13 Dana pihak swasta menutup sepertiga biaya. | hasil: swasta menanggung sepertiga biaya
blue 9 Analisis dokumen anggaran tahun 2015–2020 dilakukan.
green 8 Teori tata kelola kolaboratif menjadi landasan penelitian.
red 21 Penelitian selanjutnya perlu membandingkan beberapa kota.
purple 8 Tujuan penelitian ini adalah menjelaskan sumber pembiayaan kerja sama kota.
""",
}


def library() -> Library:
    """The five studies with their highlights and the legend."""
    return Library(tuple(_study(key) for key in _STUDIES), legend=LEGEND)


def _study(key: str) -> Study:
    family, title, year, tag, pages = _STUDIES[key]
    abstract = LangText({tag: _ABSTRACTS[key]} if key in _ABSTRACTS else {})
    return Study(
        key,
        "article-journal",
        LangText({tag: title}),
        abstract,
        language=tag,
        names=Names({"author": (Name(family=family, given="A."),)}),
        dates=Dates({"issued": parse_date(year)}),
        variables=Variables({"page": LangText({"und": pages})}),
        highlights=tuple(_mark(line, tag) for line in _MARKS[key].strip().splitlines()),
    )


def _mark(line: str, tag: str) -> Highlight:
    colour, page, words = line.split(" ", 2)
    text, _, comment = words.partition(" | ")
    return Highlight(LangText({tag: text}), LangText({"id": comment} if comment else {}), page, colour)
