"""Reads a file with a library of Python and prints what came back as JSON: titles, and every complaint."""

import json
import sys
import warnings


def pybtex(path):
    import pybtex.errors
    from pybtex.database import parse_file

    pybtex.errors.set_strict_mode(True)
    entries = parse_file(path, bib_format="bibtex").entries
    return [[key, entry.fields.get("title", "")] for key, entry in entries.items()]


def bibtexparser(path):
    import bibtexparser as library
    from bibtexparser.bparser import BibTexParser

    parser = BibTexParser(common_strings=True, ignore_nonstandard_types=False)
    with open(path, encoding="utf-8") as file:
        entries = library.load(file, parser).entries
    return [[entry["ID"], entry.get("title", "")] for entry in entries]


def yaml(path):
    import yaml as library

    loader = getattr(library, "CSafeLoader", library.SafeLoader)

    with open(path, encoding="utf-8") as file:
        return [document for document in library.load_all(file, Loader=loader)]


def feedparser(path):
    import feedparser as library

    library.SANITIZE_HTML = 0
    feed = library.parse(path)
    if feed.bozo:
        warnings.warn(str(feed.bozo_exception))
    return [[entry.id, entry.title] for entry in feed.entries]


def csv(path):
    import csv as library

    library.field_size_limit(10_000_000)
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(library.reader(file, strict=True))
    return rows


def bookmarks(path):
    from html.parser import HTMLParser

    class Reader(HTMLParser):
        def __init__(self):
            super().__init__(convert_charrefs=True)
            self.found, self.open, self.depth = [], False, 0

        def handle_starttag(self, tag, attrs):
            if tag == "dl":
                self.depth += 1
            if tag == "a":
                self.open = True
                self.found.append([dict(attrs).get("href"), ""])
            elif tag not in ("dl", "dt", "dd", "p", "h1", "h3", "meta", "title"):
                warnings.warn(f"an element {tag} out of place")

        def handle_endtag(self, tag):
            if tag == "dl":
                self.depth -= 1
            if tag == "a":
                self.open = False

        def handle_data(self, text):
            if self.open:
                self.found[-1][1] += text

    reader = Reader()
    with open(path, encoding="utf-8") as file:
        reader.feed(file.read())
    reader.close()
    if reader.depth != 0:
        warnings.warn(f"{reader.depth} lists are not closed")
    return reader.found


def main():
    kind, path = sys.argv[1:]
    complaints = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            records = globals()[kind](path)
        except Exception as error:
            records = []
            complaints.append(f"{type(error).__name__}: {error}")
        # What a library says of itself (deprecations) is not about the file.
        complaints += [str(one.message) for one in caught if one.category is UserWarning]
    json.dump({"records": records, "complaints": complaints}, sys.stdout, default=str)


main()
