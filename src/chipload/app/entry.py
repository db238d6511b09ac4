"""The file that `chipload app` gives to Streamlit."""

from chipload.app.shell import run

if __name__ == "__main__":
    run()
