"""Speeds and feeds in one material for every tool of a list: walls a diameter deep on the shop's own machine."""

from pathlib import Path

import pandas

import chipload as cl

MATERIAL, MACHINE = "6061-T6", "haas-vf2"

tools = pandas.read_csv(Path(__file__).parent / "data" / "tools.csv", index_col="number")
cuts = tools.assign(
    **{"radial_depth [mm]": 0.1 * tools["diameter [mm]"], "axial_depth [mm]": tools["diameter [mm]"]},
)
plans = [cl.plan(job) for job in cl.jobs_of_frame(cuts, {"material": MATERIAL, "machine": MACHINE})]

numbers = cl.frame_of_plans(plans).set_index(tools.index)
sheet = numbers[["spindle_speed [rpm]", "feed_per_tooth [mm/tooth]", "feed_rate [mm/min]", "motor_power [kW]"]].copy()
sheet["bound by"] = [plan.binding.label for plan in plans]
sheet["share of it"] = [f"{plan.binding.utilisation:.0%}" for plan in plans]

material, machine = cl.catalog.material(MATERIAL), cl.catalog.machine(MACHINE)
print(f"Walls in {material.title}, a diameter deep and a tenth wide, on {machine.title}\n")
print(sheet.round(3).to_string())
for number, plan in zip(tools.index, plans, strict=True):
    if not plan.feasible:
        print(f"\n{number}: {plan.binding.describe()}; {plan.binding.remedy or 'choose another tool'}")
