"""The page file of the navigation; the page itself is `chipload.app.tables_page`."""

from chipload.app import tables_page

if __name__ == "__main__":
    tables_page.show()
