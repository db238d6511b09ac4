"""The page file of the navigation; the page itself is `chipload.app.about_page`."""

from chipload.app import about_page

if __name__ == "__main__":
    about_page.show()
