"""The pages: they read inputs into a job and show its plan; no formula lives here."""
