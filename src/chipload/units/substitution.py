r"""Numbers put into an equation in place of its symbols: LaTeX is read into atoms, never replaced as text.

What counts as one symbol is what a reader sees as one: `v_{c0}` is not `v_c`, `\Delta T` is not `T`, and the
index of a symbol is not a symbol.  A symbol is left where it is bound (`d\theta` under an integral) and where it
is a function (`h(f_z)`), and in the condition under which an equation holds.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|[A-Za-z]+|\d+(?:\.\d+)?|\s+|.", re.DOTALL)
_ARGUMENTS = {r"\frac": 2, r"\sqrt": 1}
_VERBATIM = (r"\text", r"\mathrm", r"\operatorname", r"\begin", r"\end")
_SPACES = (r"\,", r"\;", r"\quad")
_BARS = (r"\left", r"\right")
_SIGNS = (
    "+", "-", "=", "<", ">", ",", ";", ":", "|", "&", r"\le", r"\ge", r"\pm", r"\approx", r"\cdot", r"\dots", r"\text",
    r"\\",
)  # fmt: skip
_OPENING = (*_SIGNS, r"\begin", "(", "[", r"\left|", r"\left(", r"\left[")
_CLOSING = (*_SIGNS, r"\end", ")", "]", r"\right|", r"\right)", r"\right]")
_LIMITED = (r"\int", r"\sum")
Key: TypeAlias = tuple[tuple[str, int, str, bool], ...]


@dataclass
class Atom:
    """One thing a reader sees: a word, a number, a sign or a command, with its primes, index and power."""

    base: str
    spaced: bool = False
    arguments: list[list[Atom]] = field(default_factory=list)
    verbatim: str | None = None
    primes: int = 0
    index: list[Atom] | None = None
    power: list[Atom] | None = None

    @property
    def starred(self) -> bool:
        """True for the star of a symbol like `E^*`, which is no power."""
        return self.power is not None and write(self.power) == "*"

    @property
    def key(self) -> tuple[str, int, str, bool]:
        """What makes two atoms the same symbol."""
        return self.base, self.primes, write(self.index or []).replace(" ", ""), self.starred


# -- reading -----------------------------------------------------------------------------------------


def read(latex: str) -> list[Atom]:
    r"""The atoms of the subset of LaTeX that formulas are written in.

    Examples
    --------
    >>> [atom.base for atom in read(r"\pi D n_{max}^2")]
    ['\\pi', 'D', 'n']
    """
    tokens = _TOKEN.findall(latex)
    atoms, at = _atoms(tokens, 0)
    if at != len(tokens):
        raise ValueError(f"a brace too many in {latex!r}")
    return atoms


def _atoms(tokens: list[str], at: int) -> tuple[list[Atom], int]:
    found: list[Atom] = []
    spaced = False
    while at < len(tokens) and tokens[at] != "}":
        token = tokens[at]
        if token.isspace():
            spaced, at = True, at + 1
        elif token == "'" and found:
            found[-1].primes += 1
            at += 1
        elif token in ("_", "^") and found:
            inside, at = _argument(tokens, at + 1)
            if token == "_":
                found[-1].index = inside
            else:
                found[-1].power = inside
        else:
            atom, at = _atom(tokens, at)
            atom.spaced, spaced = spaced, False
            found.append(atom)
    return found, at


def _atom(tokens: list[str], at: int) -> tuple[Atom, int]:
    token, at = tokens[at], at + 1
    if token == "{":
        inside, at = _atoms(tokens, at)
        _closing(tokens, at)
        alone = len(inside) == 1 and inside[0].power is None
        return (inside[0] if alone else Atom("{", arguments=[inside])), at + 1
    if token in _BARS:
        return Atom(token + tokens[at]), at + 1
    if token in _VERBATIM:
        end = _end(tokens, at)
        return Atom(token, verbatim="".join(tokens[at + 1 : end])), end + 1
    atom = Atom(token)
    for _ in range(_ARGUMENTS.get(token, 0)):
        inside, at = _argument(tokens, at)
        atom.arguments.append(inside)
    return atom, at


def _end(tokens: list[str], at: int) -> int:
    """Where the group that opens at `at` closes."""
    depth = 0
    for place in range(at, len(tokens)):
        depth += {"{": 1, "}": -1}.get(tokens[place], 0)
        if depth == 0:
            return place
    raise ValueError(f"a brace is not closed in {''.join(tokens)!r}")


def _argument(tokens: list[str], at: int) -> tuple[list[Atom], int]:
    """The braced group, or else the one character or command, that a script or a fraction takes."""
    while tokens[at].isspace():
        at += 1
    if tokens[at] == "{":
        inside, at = _atoms(tokens, at + 1)
        _closing(tokens, at)
        return inside, at + 1
    first, rest = (tokens[at], "") if tokens[at].startswith("\\") else (tokens[at][0], tokens[at][1:])
    if not rest:
        atom, at = _atom(tokens, at)
        return [atom], at
    tokens[at] = rest
    return [Atom(first)], at


def _closing(tokens: list[str], at: int) -> None:
    if at >= len(tokens):
        raise ValueError(f"a brace is not closed in {''.join(tokens)!r}")


# -- writing -----------------------------------------------------------------------------------------


def write(atoms: list[Atom]) -> str:
    """The atoms as LaTeX again; a primed symbol with a power is grouped, which LaTeX itself asks for."""
    out: list[str] = []
    for atom in atoms:
        text = _written(atom)
        glued = out and re.search(r"\\[A-Za-z]+$", out[-1]) and text[:1].isalpha()
        out.append((" " if (atom.spaced and out) or glued else "") + text)
    return "".join(out)


def _written(atom: Atom) -> str:
    if atom.verbatim is not None:
        text = f"{atom.base}{{{atom.verbatim}}}"
    elif atom.base == "{":
        text = f"{{{write(atom.arguments[0])}}}"
    else:
        text = atom.base + "".join(f"{{{write(inside)}}}" for inside in atom.arguments)
    text += "'" * atom.primes
    if atom.index is not None:
        text += f"_{_braced(atom.index)}"
    if atom.power is not None:
        text = f"{{{text}}}" if atom.primes else text
        text += f"^{_braced(atom.power)}"
    return text


def _braced(atoms: list[Atom]) -> str:
    text = write(atoms)
    return text if len(text) == 1 else f"{{{text}}}"


def clauses(latex: str) -> list[str]:
    r"""The equations of a formula, one by one, where several stand side by side.

    Examples
    --------
    >>> clauses(r"F = k_c h ,\quad h = f_z \sin(\kappa_r)")
    ['F = k_c h', 'h = f_z \\sin(\\kappa_r)']
    """
    return [write(part).strip() for part in _clauses(read(latex))]


def _clauses(atoms: list[Atom]) -> Iterator[list[Atom]]:
    part: list[Atom] = []
    for place, atom in enumerate(atoms):
        follows = atoms[place + 1].base if place + 1 < len(atoms) else ""
        if atom.base == r"\quad" and part and part[-1].base in (",", ";"):
            yield part[:-1]
            part = []
        elif not (atom.base == r"\quad" and follows == ""):
            part.append(atom)
    yield part


def typeset(latex: str, symbols: frozenset[str]) -> str:
    r"""The equation with its words upright and its units apart from their numbers, as a page wants them.

    Parameters
    ----------
    latex
        One equation.
    symbols
        Words of several letters that are symbols and stay as they are.

    Examples
    --------
    >>> print(typeset(r"l_0 = 25.4 mm", frozenset()))
    l_0 = 25.4\,\mathrm{mm}
    """
    atoms = read(latex)
    integral = any(atom.base == r"\int" for atom in _all(atoms))
    _set_words(atoms, symbols, integral)
    return write(atoms)


def _set_words(atoms: list[Atom], symbols: frozenset[str], integral: bool) -> None:
    for place, atom in enumerate(atoms):
        for inside in [*atom.arguments, *([atom.power] if atom.power else [])]:
            _set_words(inside, symbols, integral)
        if len(atom.base) < 2 or not atom.base.isalpha() or atom.base in symbols:
            continue
        if integral and len(atom.base) == 2 and atom.base.startswith("d"):
            continue
        if place and atoms[place - 1].base[0].isdigit() and atom.base != "else":
            atom.base, atom.spaced = rf"\,\mathrm{{{atom.base}}}", False
        else:
            atom.base = rf"\text{{ {atom.base} }}"


def _all(atoms: list[Atom]) -> Iterator[Atom]:
    for atom in atoms:
        yield atom
        for inside in [*atom.arguments, atom.power or [], atom.index or []]:
            yield from _all(inside)


# -- substituting ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Number:
    """How a number is written into an equation.

    Attributes
    ----------
    text
        The number with its unit.
    plain
        True for a number of digits alone, which needs no parentheses in a fraction or beside a stroke.
    negative
        True where it begins with a minus sign.
    """

    text: str
    plain: bool
    negative: bool = False


def substitute(latex: str, numbers: Mapping[str, Number], *, apart: bool = False) -> tuple[str, frozenset[str]]:
    r"""The equation with numbers in place of symbols, and the symbols that were found.

    Parameters
    ----------
    latex
        Equation, or several side by side.
    numbers
        What to write for each symbol, by its LaTeX.
    apart
        True to put numbers with a unit in parentheses in every fraction too, for a form that has no bar.

    Examples
    --------
    >>> given = {"v_c": Number(r"300\,\mathrm{m/min}", False), "D": Number(r"10\,\mathrm{mm}", False)}
    >>> print(substitute(r"n = \frac{v_c}{\pi D}", given)[0])
    n = \frac{300\,\mathrm{m/min}}{\pi (10\,\mathrm{mm})}
    """
    atoms = read(latex)
    keys = {tuple(atom.key for atom in read(symbol)): symbol for symbol in numbers}
    bound = _bound(atoms)
    pattern = _Pattern({key: symbol for key, symbol in keys.items() if key not in bound}, numbers, apart)
    parts: list[str] = []
    for part in _clauses(atoms):
        said = _condition(part)
        head, condition = part[:said], part[said:]
        pattern.put_in(head, within=False)
        parts.append(write([*head, *condition]).strip())
    return r" ,\quad ".join(parts), frozenset(pattern.found)


def _condition(part: list[Atom]) -> int:
    """Where the condition of an equation begins, which names its symbols: with numbers it may not even be true."""
    depth = 0
    equals = False
    for place, atom in enumerate(part):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(atom.base, 0)
        word = (atom.verbatim or atom.base).strip()
        equals = equals or atom.base == "="
        if depth == 0 and (atom.base in (r"\quad", ",") or word in ("for", "with", "where")):
            return place
    return len(part) if equals else 0


def _bound(atoms: list[Atom]) -> set[Key]:
    """Symbols that are no inputs here although they may look like one: what an integral or a sum runs over."""
    every = list(_all(atoms))
    found: set[Key] = set()
    if any(atom.base == r"\int" for atom in every):
        for one, other in itertools.pairwise(every):
            if one.base == "d" and not other.spaced and other.base.startswith("\\"):
                found |= {(one.key,), (other.key,)}
            elif len(one.base) == 2 and one.base.startswith("d"):
                found.add(((one.base[1], 0, "", False),))
    return found


class _Pattern:
    """The symbols to look for, the longest first."""

    def __init__(self, keys: Mapping[Key, str], numbers: Mapping[str, Number], apart: bool) -> None:
        self.keys = sorted(keys.items(), key=lambda pair: -len(pair[0]))
        self.numbers, self.apart = numbers, apart
        self.found: set[str] = set()

    def put_in(self, atoms: list[Atom], within: bool) -> None:
        """Put the numbers into `atoms`; `within` says that these stand in a fraction, whose ends bind."""
        at = 0
        while at < len(atoms):
            atom = atoms[at]
            length, symbol = self.match(atoms, at)
            if symbol is None:
                for inside in atom.arguments:
                    self.put_in(inside, atom.base == r"\frac")
                if atom.power is not None:
                    self.put_in(atom.power, False)
                if atom.index is not None and atom.base in _LIMITED:
                    self.put_in(atom.index, False)
            else:
                self.found.add(symbol)
                atoms[at : at + length] = [self.written(atoms, at, length, self.numbers[symbol], within)]
                length = 1
            at += length

    def match(self, atoms: list[Atom], at: int) -> tuple[int, str | None]:
        """How many atoms at `at` are one thing, and which symbol they are if it is one to replace."""
        for key, symbol in self.keys:
            taken = atoms[at : at + len(key)]
            same = tuple(one.key for one in taken) == key
            if same and all(one.power is None for one in taken[:-1]) and not _is_called(atoms, at + len(key)):
                return len(key), symbol
        # a difference that is not given is not the symbol behind it
        return (2 if atoms[at].base == r"\Delta" and at + 1 < len(atoms) else 1), None

    def written(self, atoms: list[Atom], at: int, length: int, number: Number, within: bool) -> Atom:
        """The number as an atom, in parentheses where its neighbours would bind to a part of it."""
        last = atoms[at + length - 1]
        power = None if last.starred else last.power
        if power is not None:
            self.put_in(power, False)
        before = next((atom for atom in reversed(atoms[:at]) if atom.base not in _SPACES), None)
        after = next((atom for atom in atoms[at + length :] if atom.base not in _SPACES), None)
        free = ("/",) if number.plain else ()
        joined = (before is not None and before.base not in (*_OPENING, *free)) or (
            after is not None and after.base not in (*_CLOSING, *free)
        )
        signed = number.negative and before is not None and before.base not in ("=", "(", ",", "<", ">")
        alone = before is None and after is None
        wrapped = joined or signed or power is not None or (self.apart and within and alone and not number.plain)
        return Atom(f"({number.text})" if wrapped else number.text, atoms[at].spaced, power=power)


def _is_called(atoms: list[Atom], at: int) -> bool:
    """True where a parenthesis opens without a space: a function of what is inside, not a product."""
    return 0 < at < len(atoms) and atoms[at].base == "(" and not atoms[at].spaced and atoms[at - 1].power is None
