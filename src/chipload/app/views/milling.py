"""The page file of the navigation; the page itself is `chipload.app.milling_page`."""

from chipload.app import milling_page

if __name__ == "__main__":
    milling_page.show()
