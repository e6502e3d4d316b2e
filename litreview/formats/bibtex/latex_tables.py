"""LaTeX commands that stand for characters, accents and marks: the tables of the decoder and, read backwards, of the encoder.

Sources: *The Comprehensive LaTeX Symbol List* (text commands), the LaTeX2e reference manual (accents), biblatex manual (``\\mkbib…``).
"""

from __future__ import annotations

ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307", '"': "\u0308",
    "h": "\u0309", "r": "\u030a", "H": "\u030b", "v": "\u030c", "U": "\u030e", "G": "\u030f", "f": "\u0311",
    "d": "\u0323", "c": "\u0327", "k": "\u0328", "b": "\u0331", "t": "\u0361",
}  # fmt: skip
"""Accent command to combining character."""

SPACING = {
    "`": "`", "'": "´", "^": "^", "~": "~", "=": "¯", "u": "˘", ".": "˙", '"': "¨", "r": "˚", "H": "˝", "v": "ˇ", "c": "¸", "k": "˛",
}  # fmt: skip
"""What an accent over nothing prints."""

LETTERS = {
    "i": "ı", "j": "ȷ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å",
    "ss": "ß", "SS": "ẞ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    "textcrh": "ħ", "textcrd": "đ", "hbar": "ħ", "oldae": "æ", "ij": "ĳ", "IJ": "Ĳ", "textordfeminine": "ª", "textordmasculine": "º",
    "eth": "ð", "thorn": "þ", "textschwa": "ə", "textesh": "ʃ", "textglotstop": "ʔ", "ayn": "ʿ", "hamza": "ʾ", "ain": "ʿ", "alif": "ʾ",
    "textturncomma": "ʻ", "textrevglotstop": "ʕ", "cprime": "ʹ", "cdprime": "ʺ", "Dstroke": "Đ", "dstroke": "đ",
}  # fmt: skip

TEXT_SYMBOLS = {
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_", "textdollar": "$", "textbraceleft": "{",
    "textbraceright": "}", "textless": "<", "textgreater": ">", "textbar": "|", "textquotesingle": "'", "textquotedbl": '"',
    "textasciigrave": "`", "textasciiacute": "´", "lbrace": "{", "rbrace": "}", "backslash": "\\", "slash": "/", "textslash": "/",
    "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "quotesinglbase": "‚", "quotedblbase": "„", "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«",
    "guillemetright": "»", "guilsinglleft": "‹", "guilsinglright": "›", "flqq": "«", "frqq": "»", "flq": "‹", "frq": "›", "glqq": "„",
    "grqq": "“", "glq": "‚", "grq": "‘", "lq": "‘", "rq": "’", "og": "«", "fg": "»",
    "textellipsis": "…", "dots": "…", "ldots": "…", "cdots": "⋯", "dotsc": "…", "textexclamdown": "¡", "textquestiondown": "¿",
    "S": "§", "textsection": "§", "P": "¶", "textparagraph": "¶", "dag": "†", "textdagger": "†", "ddag": "‡", "textdaggerdbl": "‡",
    "copyright": "©", "textcopyright": "©", "textregistered": "®", "texttrademark": "™", "textdegree": "°", "textbullet": "•",
    "textperiodcentered": "·", "textcentereddot": "·", "cdot": "·", "pounds": "£", "textsterling": "£", "euro": "€", "texteuro": "€",
    "EUR": "€", "textcent": "¢", "textyen": "¥", "textcurrency": "¤", "textflorin": "ƒ", "textwon": "₩",
    "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾", "textonesuperior": "¹", "texttwosuperior": "²",
    "textthreesuperior": "³", "textmu": "µ", "texttimes": "×", "textdiv": "÷", "textpm": "±", "textminus": "−", "textlnot": "¬",
    "textbrokenbar": "¦", "textnumero": "№", "textperthousand": "‰", "textestimated": "℮", "textohm": "Ω", "textcelsius": "℃",
    "textleftarrow": "←", "textrightarrow": "→", "textuparrow": "↑", "textdownarrow": "↓", "textasteriskcentered": "∗",
    "textsurd": "√", "textvisiblespace": "␣", "textnonbreakinghyphen": "\u2011", "nobreakdash": "\u2011", "ensuretext": "",
    "textcommabelow": "\u0326", "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX", "LaTeXe": "LaTeX2ε", "XeTeX": "XeTeX",
    "LuaTeX": "LuaTeX",
    "space": " ", "quad": "\u2003", "qquad": "\u2003\u2003", "thinspace": "\u2009", "enspace": "\u2002", "enskip": "\u2002",
    "emspace": "\u2003",
    "nobreakspace": "\u00a0", "slshape": "", "hfill": " ", "newline": " ", "linebreak": " ", "par": " ", "newblock": " ",
    "colon": ":", "comma": ",", "textcolon": ":", "bibrangedash": "–", "bibinitperiod": ".", "bibinitdelim": " ", "mkbibnodate": "",
    "relax": "", "protect": "", "noindent": "", "allowbreak": "", "nolinebreak": "", "unskip": "", "ignorespaces": "", "leavevmode": "",
    "null": "", "empty": "", "strut": "", "selectfont": "", "normalfont": "", "rm": "", "sf": "", "tt": "", "rmfamily": "", "sffamily": "",
    "ttfamily": "", "upshape": "", "mdseries": "", "normalsize": "", "small": "", "footnotesize": "", "large": "", "tiny": "", "Large": "",
    "hskip": "", "sloppy": "", "autocap": "", "adddot": ".", "addcomma": ",", "addcolon": ":", "addspace": " ", "isdot": "",
    "bibinithyphendelim": ".-", "textquotesinglbase": "‚", "textasciimacron": "¯", "textdoublepipe": "ǁ", "textdoublebarpipe": "ǂ",
    "textpipe": "ǀ", "hfil": " ",
}  # fmt: skip

MATH_LETTERS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ",
    "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ",
    "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ",
    "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "varsigma": "ς",
    "times": "×", "div": "÷", "pm": "±", "mp": "∓", "leq": "≤", "geq": "≥", "le": "≤", "ge": "≥", "neq": "≠", "approx": "≈", "sim": "∼",
    "infty": "∞", "to": "→", "rightarrow": "→", "leftarrow": "←", "leftrightarrow": "↔", "Rightarrow": "⇒", "partial": "∂", "nabla": "∇",
    "sum": "∑", "int": "∫", "sqrt": "√", "circ": "∘", "degree": "°", "bullet": "•", "ast": "∗", "star": "⋆", "ell": "ℓ", "prime": "′",
    "in": "∈", "subset": "⊂", "cup": "∪", "cap": "∩", "forall": "∀", "exists": "∃", "equiv": "≡", "propto": "∝", "cong": "≅", "perp": "⊥",
    "langle": "⟨", "rangle": "⟩", "lvert": "|", "rvert": "|", "vert": "|", "mid": "∣",
    "sharp": "♯", "flat": "♭", "natural": "♮", "checkmark": "✓", "textgreek": "",
}  # fmt: skip
"""Letters and signs that LaTeX prints in math only; outside of it they are what their writer meant. Inside ``$…$`` nothing is decoded."""

SYMBOLS = {**MATH_LETTERS, **LETTERS, **TEXT_SYMBOLS}
"""Command to the character it prints."""

CHARACTERS = {
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", "\t": " ", "\n": " ", "\r": " ", ",": "\u2009",
    ";": " ",
    ":": " ", "/": "", "-": "", "@": "", "!": "", "\\": " ", "|": "", ">": " ", "<": "<", "]": "]", "[": "[",
}  # fmt: skip
"""What a backslash before one sign prints; accents are in `ACCENTS`."""

WRAPPED = {
    "emph": ("<i>", "</i>"), "textit": ("<i>", "</i>"), "textsl": ("<i>", "</i>"), "mkbibemph": ("<i>", "</i>"), "mkbibitalic": ("<i>",
    "</i>"),
    "textbf": ("<b>", "</b>"), "mkbibbold": ("<b>", "</b>"),
    "textsuperscript": ("<sup>", "</sup>"), "mkbibsuperscript": ("<sup>", "</sup>"), "textsubscript": ("<sub>", "</sub>"),
    "mkbibsubscript": ("<sub>", "</sub>"), "textsc": ('<span style="font-variant:small-caps;">', "</span>"),
    "mkbibsc": ('<span style="font-variant:small-caps;">', "</span>"),
    "enquote": ("“", "”"), "mkbibquote": ("“", "”"), "mkbibparens": ("(", ")"), "mkbibbrackets": ("[", "]"),
}  # fmt: skip
"""Command with one argument to what stands around it."""

SWITCHES = {
    "em": "emph", "it": "emph", "itshape": "emph", "sl": "emph", "bf": "textbf", "bfseries": "textbf", "sc": "textsc", "scshape": "textsc",
}  # fmt: skip
"""Command that changes what follows up to the end of its group, to the command that takes the same as an argument."""

TRANSPARENT = frozenset(
    "text textrm textsf texttt textup textmd textnormal mbox hbox fbox makebox uppercase MakeUppercase MakeLowercase lowercase bibstring "
    "ensuremath mathrm textln textlf textsw oldstylenums underline uline ul strong bibitem bibinfo bibnamefont bibfnamefont nohyphens "
    "textcyrillic textgerman mkbibnamefamily mkbibnamegiven mkbibnameprefix natexlab url path nolinkurl texorpdfstring string".split()
)
"""Commands whose argument is printed as it stands, or nearly so."""

VERBATIM_ARGUMENT = frozenset(("url", "path", "nolinkurl"))
"""Commands whose argument is not LaTeX."""

DROPPED = frozenset("noopsort NOOPSORT SortNoop sortnoop noop vphantom phantom hphantom hspace vspace".split())
"""Commands that vanish with their argument (``\\noopsort{1973b}`` only sorts)."""

SKIP_FIRST = frozenset("textcolor color foreignlanguage textlanguage fontsize raisebox switchargs foreigntextlanguage".split())
"""Commands of two arguments of which only the second is printed."""
