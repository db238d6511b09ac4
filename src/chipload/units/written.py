"""The working written out in full: every step with equation, numbers, result and source, as text, HTML or LaTeX."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from chipload.units.equation import plain
from chipload.units.glossary import SYMBOLS
from chipload.units.messages import describe
from chipload.units.substitution import Number, clauses, substitute, typeset
from chipload.units.trace import show

if TYPE_CHECKING:
    from chipload.units.kinds import Kind
    from chipload.units.trace import Step, Working

_LONG_SYMBOLS = frozenset(
    word for symbol, _ in SYMBOLS.values() for word in re.findall(r"(?<![\\A-Za-z])[A-Za-z]{2,}", symbol)
)
_TAKEN = "Taken from tables or assumed"


class Citable(Protocol):
    """A source that can be cited."""

    @property
    def author(self) -> str:
        """Who wrote it; may be empty."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def year(self) -> str:
        """When it appeared; may be empty."""

    @property
    def address(self) -> str:
        """Where it is found; may be empty."""


@dataclass(frozen=True)
class Line:
    """One equation in LaTeX, and the same as a line of text."""

    latex: str
    text: str


@dataclass(frozen=True)
class Entry:
    """One step as every form shows it.

    Attributes
    ----------
    place
        Its number, from 1.
    depth, inside
        How deep it is nested, and the number of the step it was needed for; None at the top.
    words, symbol
        What is found.
    equation, numbers, result
        The equations one below the other, the same with the numbers put in, and what comes out.
    given
        What went in and stands in no equation by its symbol.
    notes
        What is to be said of the step.
    citation, address
        Its source.
    """

    place: int
    depth: int
    inside: int | None
    words: str
    symbol: Line
    equation: list[Line]
    numbers: list[Line]
    given: list[Line]
    result: list[Line]
    notes: list[str]
    citation: str
    address: str

    @property
    def purpose(self) -> str:
        """What a nested step is for, in words."""
        return "" if self.inside is None else f"for step {self.inside}"


def entries(working: Working, system: str, sources: Mapping[str, Citable] | None) -> list[Entry]:
    """The steps of a working as they are shown in `system`."""
    steps = list(working)
    return [
        _entry(place, step, _parent(steps, place), system, sources or {}) for place, step in enumerate(steps, start=1)
    ]


def _parent(steps: list[Step], place: int) -> int | None:
    """Number of the step that asked for this one: the next that is finished above it."""
    depth = steps[place - 1].depth
    later = enumerate(steps[place:], start=place + 1)
    return next((other for other, step in later if step.depth < depth), None) if depth else None


def _entry(place: int, step: Step, inside: int | None, system: str, sources: Mapping[str, Citable]) -> Entry:
    formula = step.formula
    latex, found = substitute(typeset(step.equation, _LONG_SYMBOLS), _numbers(step, system))
    text = _with_numbers_as_text(step, system)
    given = [
        _equals(_symbol(name), kind, value, system)
        for name, value in step.inputs.items()
        if _symbol(name).latex not in found
        for kind in [formula.kind_of(name)]
    ]
    names = formula.results
    symbols = [Line(step.symbol, plain(step.symbol))] if names == (step.name,) else [_symbol(name) for name in names]
    source = sources.get(step.source)
    return Entry(
        place=place,
        depth=step.depth,
        inside=inside,
        words=_title(step.name, names[0]),
        symbol=symbols[0],
        equation=[
            Line(typeset(part, _LONG_SYMBOLS), plain(part)) for part in clauses(step.equation)
        ],
        numbers=[Line(one, other) for one, other in zip(clauses(latex), text, strict=True)] if found else [],
        given=given,
        result=[
            _equals(symbol, kind, part, system)
            for symbol, kind, part in zip(symbols, formula.result_kinds, formula.parts(step.result), strict=True)
        ],
        notes=[describe(note, system) for note in step.notes],
        citation=step.source if source is None else _citation(source),
        address="" if source is None else source.address,
    )  # fmt: skip


def _citation(source: Citable) -> str:
    year = f" ({source.year})" if source.year else ""
    return f"{source.author}, {source.title}{year}" if source.author else f"{source.title}{year}"


def _title(formula: str, result: str) -> str:
    """What a step finds, in words."""
    words = SYMBOLS[result][1] if result in SYMBOLS else formula.replace("_", " ").replace(" rz", " Rz")
    return words[:1].upper() + words[1:]


def _symbol(name: str) -> Line:
    if name in SYMBOLS:
        return Line(SYMBOLS[name][0], plain(SYMBOLS[name][0]))
    words = name.replace("_", " ")
    return Line(rf"\text{{{escaped(words)}}}", words)


def _equals(symbol: Line, kind: Kind | None, value: Any, system: str) -> Line:
    return Line(f"{symbol.latex} = {number(kind, value, system).text}", f"{symbol.text} = {show(kind, value, system)}")


# -- numbers -----------------------------------------------------------------------------------------


def number(kind: Kind | None, value: Any, system: str) -> Number:
    r"""A kernel value in LaTeX, with the digits and the unit in which it is shown.

    Examples
    --------
    >>> from chipload.units.kinds import FORCE_COEFFICIENT, SPECIFIC_HEAT
    >>> print(number(SPECIFIC_HEAT, 896.0, "metric").text)
    896\,\mathrm{J/(kg{\cdot}K)}
    """
    shown = show(kind, value, system)
    if kind is None:
        return Number(rf"\text{{{escaped(shown)}}}", plain=False)
    label = kind.display(system).label
    if not re.match(r"-?\d", shown):
        return Number(r"\infty" if shown in ("rigid", "no limit") else rf"\text{{{escaped(shown)}}}", plain=True)
    figures = shown.removesuffix(label).rstrip()
    text = re.sub(r"e([+-])0*(\d+)", lambda found: rf" \cdot 10^{{{found[1].strip('+')}{found[2]}}}", figures)
    text = text.replace("…", r"\dots") + _unit(label)
    return Number(text, plain=re.fullmatch(r"[\d.]+", text) is not None, negative=text.startswith("-"))


_POWERS = {"²": "^2", "³": "^3", "⁴": "^4", "·": r"{\cdot}", "µ": r"\mu{}", "%": r"\%"}


def _unit(label: str) -> str:
    if not label:
        return ""
    if label == "°":
        return r"^{\circ}"
    ring, rest = (r"{}^{\circ}", label[1:]) if label.startswith("°") else ("", label)
    return rf"\,{ring}\mathrm{{{''.join(_POWERS.get(char, char) for char in rest)}}}"


def _numbers(step: Step, system: str) -> dict[str, Number]:
    """What to put in for each symbol; a symbol that two inputs share says nothing of either and is left."""
    found: dict[str, Number] = {}
    shared: set[str] = set()
    for name, value in step.inputs.items():
        kind = step.formula.kind_of(name)
        if kind is None or name not in SYMBOLS:
            continue
        symbol = SYMBOLS[name][0]
        if symbol in found:
            shared.add(symbol)
        found[symbol] = number(kind, value, system)
    return {symbol: one for symbol, one in found.items() if symbol not in shared}


def with_numbers(step: Step, system: str) -> str:
    """The equation of a step with its numbers put in, in LaTeX."""
    return substitute(typeset(step.equation, _LONG_SYMBOLS), _numbers(step, system))[0]


def _with_numbers_as_text(step: Step, system: str) -> list[str]:
    """The same as lines of text; the numbers pass through the reader of LaTeX as single characters."""
    shown: dict[str, str] = {}
    held: dict[str, Number] = {}
    plain_numbers = _numbers(step, system)
    for name, value in step.inputs.items():
        symbol = _symbol(name).latex
        if symbol in plain_numbers:
            held[symbol] = Number(chr(0xE000 + len(held)), plain_numbers[symbol].plain, plain_numbers[symbol].negative)
            shown[held[symbol].text] = show(step.formula.kind_of(name), value, system)
    latex, _ = substitute(step.equation, held, apart=True)
    return [re.sub("[\ue000-\uf8ff]", lambda found: shown[found[0]], plain(part)) for part in clauses(latex)]


# -- text --------------------------------------------------------------------------------------------


def as_text(working: Working, system: str, sources: Mapping[str, Citable] | None) -> str:
    """The working as text."""
    lines: list[str] = []
    if working.taken:
        lines += [_TAKEN, *(f"  - {describe(text, system)}" for text in working.taken)]
    for entry in entries(working, system, sources):
        margin = "    " * entry.depth
        purpose = f" ({entry.purpose})" if entry.purpose else ""
        lines.append(f"{margin}{entry.place}. {entry.words}, {entry.symbol.text}{purpose}")
        rows = (
            ("equation", [line.text for line in entry.equation]),
            ("numbers", [line.text for line in entry.numbers]),
            ("with", [line.text for line in entry.given]),
            ("gives", [line.text for line in entry.result]),
            ("note", entry.notes),
            ("source", [entry.citation, *([entry.address] if entry.address else [])]),
        )
        for label, texts in rows:
            lines += [f"{margin}   {label if place == 0 else '':<8}  {text}" for place, text in enumerate(texts)]
    return "\n".join(lines)


# -- HTML --------------------------------------------------------------------------------------------

_STYLE = (
    "<style>.working{border-collapse:collapse}.working caption{text-align:left;font-weight:bold}"
    ".working th,.working td{text-align:left;vertical-align:top;padding:.4em .8em;border-bottom:1px solid #ccc}"
    ".working th{font-weight:normal;min-width:10em}.working thead th{font-weight:bold}.working p{margin:0 0 .4em}"
    ".working .source{min-width:14em}.working a{overflow-wrap:anywhere}</style>"
)
_HEAD = ("Step", "Equation, the numbers put in, and the result", "Source")


def as_html(working: Working, system: str, sources: Mapping[str, Citable] | None) -> str:
    """The working as an HTML table, after the figures taken from tables."""
    mathematics = _mathml()
    taken = "".join(f"<li>{html.escape(describe(text, system))}</li>" for text in working.taken)
    head = "".join(f'<th scope="col">{word}</th>' for word in _HEAD)
    rows = "".join(_row(entry, mathematics) for entry in entries(working, system, sources))
    return (
        (f"<p>{_TAKEN}</p><ul>{taken}</ul>" if taken else "")
        + f'{_STYLE}<table class="working"><caption>The working, step by step</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(entry: Entry, mathematics: Callable[[Line], str]) -> str:
    def below(lines: Iterable[Line]) -> str:
        return "".join(f"<p>{mathematics(line)}</p>" for line in lines)

    purpose = f"<p><small>{entry.purpose}</small></p>" if entry.purpose else ""
    given = f"<p>with {', '.join(mathematics(line) for line in entry.given)}</p>" if entry.given else ""
    notes = "".join(f'<p role="note">{html.escape(note)}</p>' for note in entry.notes)
    address = f"<p>{_link(entry.address)}</p>" if entry.address else ""
    return (
        f'<tr><th scope="row" style="padding-left:{0.8 + 1.5 * entry.depth:g}em"><p>{entry.place}. '
        f"{html.escape(entry.words)}, {mathematics(entry.symbol)}</p>{purpose}</th>"
        f"<td>{below(entry.equation)}{below(entry.numbers)}{given}<b>{below(entry.result)}</b>{notes}</td>"
        f'<td class="source"><p>{html.escape(entry.citation)}</p>{address}</td></tr>'
    )


def _link(address: str) -> str:
    text = html.escape(address)
    return f'<a href="{text}">{text}</a>' if re.match(r"https?://", address) else text


def _mathml() -> Callable[[Line], str]:
    """How an equation is written into a page: as MathML, or as text where the library for it is missing."""
    try:
        from latex2mathml.converter import convert
    except ImportError:
        return lambda line: f'<span class="equation">{html.escape(line.text)}</span>'

    def mathematics(line: Line) -> str:
        # the library sets an upright letter that stands alone in italics; an empty group beside it keeps it upright
        text = convert(re.sub(r"\\mathrm\{([A-Za-z])\}", r"\\mathrm{\1{}}", line.latex))
        return text.replace("<math ", f'<math displaystyle="true" alttext="{html.escape(line.text)}" ', 1)

    return mathematics


# -- LaTeX -------------------------------------------------------------------------------------------

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "µ": r"$\mu$", "μ": r"$\mu$", "°": r"$^{\circ}$",
    "²": "$^2$", "³": "$^3$", "⁴": "$^4$", "·": r"$\cdot$", "…": r"\dots{}", "≤": r"$\le$", "≥": r"$\ge$",
    "×": r"$\times$", "–": "--", "−": "$-$",
}  # fmt: skip


def escaped(text: str) -> str:
    r"""`text` as LaTeX sets it in a sentence.

    Examples
    --------
    >>> print(escaped("50% of 8 µm"))
    50\% of 8 $\mu$m
    """
    return "".join(_SPECIAL.get(char, char) for char in text)


def as_latex(working: Working, system: str, sources: Mapping[str, Citable] | None) -> str:
    """The working as the body of a LaTeX document."""
    lines: list[str] = []
    if working.taken:
        lines += [rf"\noindent {_TAKEN}", r"\begin{itemize}"]
        lines += [rf"\item {escaped(describe(text, system))}" for text in working.taken]
        lines.append(r"\end{itemize}")
    for entry in entries(working, system, sources):
        purpose = f" ({entry.purpose})" if entry.purpose else ""
        lines += [
            rf"\begin{{list}}{{}}{{\setlength{{\leftmargin}}{{{2 * entry.depth}em}}}}",
            rf"\item[] \textbf{{{entry.place}. {escaped(entry.words)}}}, ${entry.symbol.latex}${purpose}",
        ]
        for block in (entry.equation, [*entry.numbers, *entry.given], entry.result):
            if block:
                inside = " \\\\\n".join(line.latex.replace("µ", r"$\mu$") for line in block)
                lines += [r"\begin{equation*}\begin{gathered}", inside, r"\end{gathered}\end{equation*}"]
        lines += [rf"\emph{{{escaped(note)}}}\par" for note in entry.notes]
        # an address is one long word to LaTeX unless it is told where it may break
        breaking = escaped(entry.address).replace("/", r"/\allowbreak{}")
        address = rf" \texttt{{{breaking}}}" if breaking else ""
        lines += [f"Source: {escaped(entry.citation)}.{address}", r"\end{list}"]
    return "\n".join(lines)
