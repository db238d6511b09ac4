"""What this is, what it is not, and where its numbers come from."""

from __future__ import annotations

import streamlit as st

from chipload import __version__, catalog
from chipload.app.text import literal
from chipload.planning.rendering import DISCLAIMER


def show() -> None:
    """Draw the page."""
    tables = catalog.default()
    st.markdown(
        f"""
**chipload {__version__}** works out speed, feed, chip thickness, force, torque, power and tool deflection of a
milling cut, says which limit stops it first and what would free it, and shows how each number came about.

**{literal(DISCLAIMER)}** Forces from tables are off by up to a factor of two
either way; the interval beside a number says by how much. Wear eye protection. You are responsible for the cut.

**Privacy.** Everything is computed where chipload runs. Nothing you enter is sent anywhere, and no usage is counted.
A link to a job holds the job itself.

**Your own tables** in `{literal(str(catalog.user_folder()))}` are read before the shipped ones; a row of tier
“measured” wins. The folder can be set by the variable `CHIPLOAD_DATA`.

**Tiers** tell how far to trust a figure: {", ".join(catalog.TIERS)}.
"""
    )
    with st.expander(f"Sources ({len(tables.sources)})"):
        st.dataframe(
            [
                {
                    "Key": key,
                    "Source": str(one),
                    "Kind": one.kind,
                    "Reliability": one.reliability,
                    "Address": one.address,
                }
                for key, one in tables.sources.items()
            ],
            hide_index=True,
        )
