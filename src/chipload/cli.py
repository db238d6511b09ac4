"""The command `chipload`.

Exit status: 0 where all is well; 1 where the answer is no, as for a plan that breaks a limit, a cut that chatters, or
a search that finds nothing; 2 for an input that cannot be used, with a sentence on standard error; 130 where it was
stopped by hand.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from chipload.commands.command_line import parser_for
from chipload.errors import ChiploadError, NoFeasiblePointError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status, see the module."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        given = parser_for(words).parse_args(words)
        status: int = given.run(given)
        sys.stdout.flush()
    except NoFeasiblePointError as error:
        print(f"chipload: {error}", file=sys.stderr)
        return 1
    except ChiploadError as error:
        print(f"chipload: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # who read our output has left; the interpreter would complain once more when it flushes at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"chipload: {error.filename or 'a file'} cannot be used ({error.strerror or error})", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130  # what a shell reports of a command that was stopped by hand
    return status


if __name__ == "__main__":
    raise SystemExit(main())
