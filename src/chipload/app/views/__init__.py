"""Page files, run by the navigation of Streamlit."""
