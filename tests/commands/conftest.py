"""The command called in this process, and the job it is called with."""

import io
import json

import pytest

from chipload.cli import main

TOOL = {"diameter": "10 mm", "teeth": 4, "stickout": "30 mm", "flute_length": "25 mm"}
JOB = {"material": "6061-T6", "tool": TOOL, "radial_depth": "5 mm", "axial_depth": "5 mm", "machine": "haas-vf2"}


class Ran:
    """What a call of the command left: its exit status and what it printed."""

    def __init__(self, status, captured):
        self.status = status
        self.out = captured.out
        self.err = captured.err

    @property
    def json(self):
        return json.loads(self.out)

    def is_refused(self):
        """Whether a sentence on standard error for each thing that is wrong, and nothing else, is left."""
        return (
            self.status == 2
            and self.out == ""
            and self.err.startswith("chipload: ")
            and all(": " in line for line in self.err.splitlines())
            and "Traceback" not in self.err
        )


@pytest.fixture
def run(capsys, monkeypatch):
    def call(*words, given=None):
        if given is not None:
            monkeypatch.setattr("sys.stdin", io.StringIO(given))
        capsys.readouterr()
        return Ran(main([str(word) for word in words]), capsys.readouterr())

    return call


@pytest.fixture
def job():
    return {**JOB, "tool": dict(TOOL)}


@pytest.fixture
def job_file(tmp_path, job):
    path = tmp_path / "job.json"
    path.write_text(json.dumps(job), encoding="utf-8")
    return str(path)
