"""What drilling and reaming have in common: a tool that follows its own axis into a hole."""
