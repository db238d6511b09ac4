"""`chipload completion`: scripts by which a shell completes commands, operations and fields."""

import shutil
import subprocess
import sys

import pytest


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_a_script_for_each_shell(run, shell):
    pytest.importorskip("shtab")
    ran = run("completion", shell)
    assert ran.status == 0
    assert "feed-per-tooth" in ran.out
    assert "optimise" in ran.out


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes(run, tmp_path):
    pytest.importorskip("shtab")
    (tmp_path / "chipload.bash").write_text(run("completion", "bash").out, encoding="utf-8")
    asks = "".join(
        f"COMP_WORDS=({words}); COMP_CWORD={len(words.split()) - 1}; COMPREPLY=(); _shtab_chipload; "
        'echo "${COMPREPLY[@]}"; '
        for words in ("chipload op", "chipload plan turni", "chipload plan milling --feed-per", "chipload tools s")
    )
    ran = subprocess.run(
        ["bash", "-c", f"source chipload.bash; {asks}"], cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=60
    )
    assert ran.stderr == ""
    assert ran.stdout.splitlines() == ["optimise", "turning", "--feed-per-tooth", "show"]


def test_a_missing_library_is_a_sentence(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "shtab", None)
    ran = run("completion", "bash")
    assert ran.is_refused()
    assert 'pip install "chipload[completion]"' in ran.err


def test_an_unknown_shell_is_a_sentence(run):
    assert run("completion", "dos").is_refused()
