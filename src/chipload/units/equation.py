"""Equations are written once, in LaTeX; this reads them out as a line of plain text."""

from __future__ import annotations

import re

_WORDS = {
    r"\pi": "π", r"\phi": "φ", r"\kappa": "κ", r"\gamma": "γ", r"\delta": "δ", r"\sigma": "σ", r"\tau": "τ",
    r"\eta": "η", r"\beta": "β", r"\nu": "ν",
    r"\epsilon": "ε", r"\psi": "ψ", r"\alpha": "α", r"\lambda": "λ", r"\theta": "θ", r"\sum": "Σ",
    r"\cdot": "·", r"\le": "≤", r"\ge": "≥", r"\pm": "±", r"\arccos": "arccos", r"\arcsin": "arcsin",
    r"\cos": "cos", r"\sin": "sin", r"\tan": "tan", r"\min": "min", r"\max": "max", r"\quad": "  ",
    r"\left": "", r"\right": "", r"\,": " ", r"\;": " ", r"\int": "∫", r"\dots": "…", r"\approx": "≈",
    r"\arctan": "arctan", r"\ln": "ln", r"\mu": "μ", r"\Delta": "Δ", r"\rho": "ρ", r"\exp": "exp",
    r"\varphi": "φ", r"\xi": "ξ", r"\omega": "ω", r"\zeta": "ζ", r"\infty": "∞", r"\sinh": "sinh",
    r"\cosh": "cosh", r"\tanh": "tanh", r"\sec": "sec", r"\log": "log", r"\Phi": "Φ", r"\Sigma": "Σ",
    r"\operatorname": "", r"\mathrm": "", r"\text": "",
    r"\Lambda": "Λ",
}  # fmt: skip
_SUPERSCRIPT = str.maketrans("0123456789-+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺")
_SUBSCRIPT = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def plain(latex: str) -> str:
    r"""The subset of LaTeX that the formulas use, as one line of text.

    Examples
    --------
    >>> plain(r"n = \frac{v_c}{\pi D}")
    'n = v_c / (π D)'
    >>> plain(r"k_c = k_{c1.1}\, h_m^{-m_c}")
    'k_c = k_c1.1 h_m^(-m_c)'
    """
    return re.sub(r"\s+", " ", _read(latex)).strip()


def in_docstring(text: str, latex: str) -> str:
    """The docstring `text` with the equation below its first line, so that help() shows it."""
    first, gap, rest = text.partition("\n\n")
    return f"{first}\n\n        {plain(latex)}{gap}{rest}"


def _read(latex: str) -> str:
    out: list[str] = []
    at = 0
    while at < len(latex):
        char = latex[at]
        if char == "\\":
            match = re.compile(r"\\(?:[A-Za-z]+|.)").match(latex, at)
            assert match is not None
            word, at = match[0], match.end()
            if word == r"\frac":
                top, at = _group(latex, at)
                bottom, at = _group(latex, at)
                text = f"{_wrapped(_read(top), '+-')} / {_wrapped(_read(bottom), '+- /·')}"
                # A factor behind a fraction would be read as part of what divides.
                follows = latex[at:].lstrip()[:1]
                out.append(text if follows in ("", ")", "}", "+", "-", ",", "=", "]") else f"({text})")
            elif word == r"\sqrt":
                inside, at = _group(latex, at)
                out.append(f"√({_read(inside)})")
            elif word in (r"\arccos", r"\arcsin", r"\cos", r"\sin", r"\tan"):
                following = latex[at : at + 1]
                out.append(_WORDS[word] + ("" if following in "(^{\\" and following != "\\" else " "))
            else:
                out.append(_WORDS[word])
        elif char == "^":
            power, at = _group(latex, at + 1)
            text = _read(power)
            out.append(
                text.translate(_SUPERSCRIPT) if re.fullmatch(r"[-+]?\d", text) else f"^{_wrapped(text, '+-/. ')}"
            )
        elif char == "_":
            index, at = _group(latex, at + 1)
            text = _read(index)
            out.append(text.translate(_SUBSCRIPT) if text.isdigit() else f"_{text}")
        elif char in "{}":
            at += 1
        else:
            out.append(char)
            at += 1
    return "".join(out)


def _group(latex: str, at: int) -> tuple[str, int]:
    """The braced group, command or character at `at`, and where it ends."""
    while latex[at] == " ":
        at += 1
    if latex[at] == "\\":
        match = re.compile(r"\\[A-Za-z]+").match(latex, at)
        assert match is not None
        return match[0], match.end()
    if latex[at] != "{":
        return latex[at], at + 1
    depth = 0
    for end in range(at, len(latex)):
        depth += {"{": 1, "}": -1}.get(latex[end], 0)
        if depth == 0:
            return latex[at + 1 : end], end + 1
    raise ValueError(f"a brace is not closed in {latex!r}")


def _wrapped(text: str, breakers: str) -> str:
    """`text` in parentheses where it would otherwise bind wrongly."""
    text = text.strip()
    depth = 0
    for place, char in enumerate(text):
        depth += {"(": 1, ")": -1}.get(char, 0)
        if depth == 0 and char in breakers and not (char == "-" and place == 0 and " " not in breakers):
            return f"({text})"
    if text.startswith("-") and "." in breakers:
        return f"({text})"
    return text
