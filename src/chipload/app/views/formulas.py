"""The page file of the navigation; the page itself is `chipload.app.formulas_page`."""

from chipload.app import formulas_page

if __name__ == "__main__":
    formulas_page.show()
