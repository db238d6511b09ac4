"""How deep each stickout allows: a sweep as an xarray dataset, its answer as a pandas table."""

import numpy as np

import chipload as cl

tool = cl.EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="22 mm", material="carbide")
job = cl.Milling(
    material="1045", tool=tool, machine="haas-vf2", radial_depth="1 mm", axial_depth="5 mm",
    cutting_speed="150 m/min", feed_per_tooth="0.05 mm",
)  # fmt: skip
found = cl.sweep(
    job,
    stickout=cl.Quantity(np.arange(25, 51, 5), "mm"),
    axial_depth=cl.Quantity(np.linspace(0.5, 20, 40), "mm"),
    outputs=["deflection", "motor_power", "removal_rate"],
)

# xarray: the deepest cut of each stickout that holds every limit
deepest = found.axial_depth.where(found.feasible).max("axial_depth")
at_that_depth = found.sel(axial_depth=deepest.fillna(found.axial_depth[0]))

# pandas: the same as a table, and every point as a row
table = at_that_depth[["deflection", "motor_power", "removal_rate"]].to_dataframe()
points = cl.frame_of_sweep(found)

print(f"{len(points)} cuts of {job.material}, {points['feasible'].mean():.0%} of them within the limits\n")
print(table.round(3).to_string())
