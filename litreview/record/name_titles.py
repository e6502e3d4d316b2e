"""Words around Indonesian (and other) names that are not names: honorifics, degrees, suffixes, patronymics, birth-order names.

Tables only. Every entry is folded: lower case, no space, no final dot. *Unsure* entries look exactly like initials
("H.", "S.H.", "M.A.") and count as titles only where something else in the name speaks for it.
"""

from __future__ import annotations

HONORIFICS = frozenset(
    (
        "prof prof.dr professor profesor dr dr.ing dr.-ing dr.hc dr.h.c drg drh drs dra hj kh kyai kiai ust ustadz ustaz pdt apt "
        "ns assoc.prof asst.prof dipl.-ing mr mrs"
    ).split()
)
"""Stand before a name and are never initials."""

HONORIFICS_WITH_DOT = frozenset(["drg", "drh", "hj", "kh", "ust", "pdt", "apt", "ns", "mr", "mrs", "ir"])
"""Honorifics (among them "Ir.") that count only where their dot is written: without it they could be given names or initials."""

UNSURE_HONORIFICS = frozenset(["h", "k.h", "hc", "h.c", "(h.c", "(hc", "(h.c.)", "(hc)"])
"""Honorifics that look like initials."""

DOCTORATES = frozenset(["rer", "nat", "med", "phil", "pol", "jur", "habil", "oec", "agr", "theol", "sc"])
"""The subject of a German doctorate, in small letters behind "Dr."."""

SECOND_PARTS = frozenset(["assoc", "asst", "associate", "assistant", "em", "emer"])
"""Count as honorifics only directly before "Prof."."""

SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "junior", "senior"])
"""Generational suffixes."""

PARTICLES = frozenset("de d' du des da do dos das del della dei di von vom zu zur van der den ten ter te".split())
"""Small words that stand behind the given name where the family name comes first ("Beauvoir, Simone de")."""

PATRONYMICS = frozenset(["bin", "binti", "bt", "bte", "binte"])
"""Between a given name and the father's name (Malay, Indonesian): such a name has no family name and is not inverted."""

BALINESE_TITLES = frozenset(("i", "ni"))
BIRTH_ORDER = frozenset(["wayan", "putu", "gede", "made", "kadek", "nengah", "nyoman", "komang", "ketut", "luh", "iluh"])
"""A Balinese name that begins with I or Ni and ends in a birth-order name holds no family name at all."""

_S = (
    "ag ak ant ap ars ba bns d.i ds e.i e.sy ei esy farm fil.i fil gz h.i h.int hi hub.int hum hut i.a.n i.kom i.p i.pust ian ikom in "
    "int ip "
    "ip.m.si ik k.m kel kep ked kg kh km kom li mat mn ns p.i par pd pd.i pd.k pd.h pd.sd pdi pi pn psi pt pust si sn sos sos.i stat sy "
    "sy.i "
    "t.p t.han th th.i th.k ti tp tr tr.ip tr.kep tr.kom tr.keb tr.t tr.ak tr.par kep.ns akun hum.i kesos i.q iq ptk agr ter"
)
_M = (
    "a.b a.p ab acc ag ak akun ap app.sc app.ling arch ars b.a bis biomed cs com comm dev devt d.s ds ec.dev ed eng env epid ev farm "
    "fil fil.i "
    "gizi han h.i h.int hi hub.int hum hut i.kom i.p i.pol i.r ikom ip int kep ked kes keb kn kom krim li ling log mar mat med mt mgt "
    "min mktg "
    "mus pd pd.i pd.k par ph phil pi pol psi psych pub.pol pt res s.i sc si si.han sn soc.sc sos stat sy t.i th th.i ti tr tr.ip tr.kom "
    "tr.par "
    "tr.ap tr.t tp ud un us phys econ agr intl.st a.hub.int kesos"
)
_OTHER = (
    "lc ph.d phd d.phil dphil ed.d ed.m ed.s b.sc bsc b.ed b.eng b.hum b.com b.bus b.soc.sc hons m.sc msc m.phil mphil m.ed m.eng m.tech "
    "mtech b.tech "
    "d.sc dsc d.eng dr.eng ll.m ll.b ll.d ll.m.hons ll.m.ph llm d.th d.min th.d th.m a.md a.md.kom a.md.kep a.md.keb a.ma a.ma.pd amd.kep "
    "amd.keb dipl.-ing dipl.ing dip.ed pg.dip pgd pharm.d psy.d dr.ph drph b.a.hons m.a.hons b.iri b.irkh "
    "cpa.aust m.psi.psikolog psikolog esq ba.hons ma.hons s.h.int s.s.t s.s.t.pi sst.par dfm f.inst.p cert.ed cert.pm "
    "sp.a sp.ad sp.akp sp.an sp.and sp.b sp.bs sp.bp sp.f sp.fk sp.gk sp.jp sp.kf sp.kfr sp.kj sp.kk sp.kg sp.kp sp.m sp.mk sp.n sp.og "
    "sp.ok sp.ort sp.ot "
    "sp.p sp.pa sp.pd sp.pk sp.prost sp.rad sp.s sp.tht sp.tht-kl sp.tht-bkl sp.u sp.1 sp.2 sp.i sp.notariat"
)
DEGREES = frozenset([f"s.{tail}" for tail in _S.split()] + [f"m.{tail}" for tail in _M.split()] + _OTHER.split() + ["s.ip.m", "s.pd.m"]) - {
    "s.th",
    "m.th",
    "s.d.i",
    "m.ed",
    "m.ev",
    "m.min",
    "m.ling",
    "s.in",
    "m.li",
    "s.li",
}
"""Degrees no initials look like: a letter and a longer abbreviation, or a form of their own."""

LIKE_INITIALS = frozenset(["LC", "DSC", "DFM", "LLM"])
"""Degrees that in capitals without dots are what databases make of given names ("Ming, LC")."""

UNSURE_DEGREES = frozenset(
    (
        "s.e s.h s.s s.t s.p s.i s.k.m s.k.g s.k.h s.a.n s.a.p s.a s.i.p s.th m.th m.a m.e m.h m.m m.t m.p m.b.a m.p.a m.p.p "
        "m.p.h m.i.s m.i.p m.m.t m.s m.d m.k.m m.k.n m.i.a m.s.i m.ed b.a b.s b.e a.k c.a c.p.a m.m.pd m.ba m.si.d d.e.a d.d "
        "s.s.i s.s.o.s m.m.si m.a.p m.i.kom m.s.m m.i.l ba bs be ma mba mpa mpp mph mm mt mh me md mis ms ca cpa cfa se sh st ss "
        "sp skm skep lld dds edd bba bbus mia"
    ).split()
)
"""Degrees that could be initials ("Sutanto, S.H.", "Lee, S.H.")."""
