"""From a tap test to the speeds to run at, and how deep a slot may be there.

The file holds the response of the tool of a much used benchmark (922 Hz, 1.1 % of critical damping, 1.34 N/um), so that
what the fit finds can be compared with what is known.
"""

from pathlib import Path

import chipload as cl

d = cl.dynamics
MAX_DEPTH = "5 mm"

tap = d.read_frf_csv(Path(__file__).parent / "data" / "tap_along_feed.csv")
fitted = d.fit_modes(tap, "800 Hz", "1050 Hz")
tool = d.Structure(fitted.structure("x"))
slot = d.MillingProcess(
    teeth=2, entry_angle="0 deg", exit_angle="180 deg", tangential_cutting="600 MPa", radial_cutting="200 MPa"
)

mode = fitted.modes[0]
print("What rings")
print(f"  {mode.natural_frequency.m_as('Hz'):.1f} Hz, {mode.damping_ratio.m_as(''):.2%} of critical damping")
print(f"  {mode.modal_stiffness.m_as('N/um'):.3f} N/µm")

pockets = d.best_pockets(slot, tool, "8000 rpm", "30000 rpm", MAX_DEPTH)
print("\nSpeeds to run at")
for one in pockets:
    print(f"  {one.spindle_speed.m_as('rpm'):6.0f} rpm: {one.limit_depth.m_as('mm'):.2f} mm deep")

asked = ["10000 rpm", "15000 rpm", "20000 rpm"]
found = d.critical_depth(slot, tool, asked, MAX_DEPTH)
print("\nSpeeds that were asked for")
for speed, depth in zip(asked, found.limit_depth.m_as("mm"), strict=True):
    print(f"  {speed}: {depth:.2f} mm deep")
