"""What bends, what rings, and where it is safe to run: stacks of cylinders, receptances, stability of cutting."""

__all__: list[str] = []
