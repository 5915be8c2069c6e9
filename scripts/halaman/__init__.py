"""The generated reference pages, one function a page, each reading the product's public declarations."""
