"""The pages, for `streamlit run app.py`; everything lives in `chipload.app`."""

from chipload.app.shell import run

if __name__ == "__main__":
    run()
