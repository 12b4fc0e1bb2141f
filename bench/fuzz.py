"""Hostile inputs of all kinds, made from a few invented ones by a seed: each must end in an article or a gap.

python bench/fuzz.py [--inputs 20000] [--seed 1]

Pages, tables, feeds, archives, packed files, mails and documents are damaged at random and read; what comes of them is cleaned. Said in the
end: how many articles and gaps, the slowest input, and the most memory that the process ever had.
"""

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from read.packing import page, record, tarred, warc_gz, zipped
from read.saved_documents import docx, odt, pdf, xlsx
from twosource.model import GAP_CODES, Raw
from twosource.pipeline import Options, clean_one
from twosource.read import read

RECORDS = [record(f"https://tern.example/{n}", page(f"Report {n} of the ferry off Velm. " * 20)) for n in range(6)]
FILES = {f"{n}.html": page(f"Report {n} of the ferry off Velm.") for n in range(4)}
HEAD = '<meta property="og:title" content="Ferry"><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry \\ud800"}</script>'
ROW = {"title": "Ferry", "text": "The ferry ran aground.", "published": 1e12, "url": "https://tern.example/a"}
RSS = '<rss version="2.0"><channel><title>Tern</title><item><title>Ferry</title><description>{}</description></item></channel></rss>'
SAYS = "A ferry ran aground off Velm on Monday, police said."
MAIL = f"From: Tern <desk@tern.example>\r\nDate: Mon, 3 Mar 2031 09:00:00 +0000\r\nSubject: Ferry aground\r\nContent-Type: text/plain\r\n\r\n{SAYS * 9}\r\n"
PARTS = f"MIME-Version: 1.0\r\nSubject: Ferry\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<h1>Ferry</h1><p>{SAYS * 9}</p>\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n--b--\r\n"
EXPORT = f"Ferry aground\n\nTern\n\nMarch 3, 2031 Monday\n\nCopyright 2031 Tern All Rights Reserved\n\nBody\n\n{SAYS * 4}\n\nLoad-Date: March 3, 2031\n\nEnd of Document\n\n"
SEEDS = {
    "a.eml": MAIL.encode(),
    "a.mbox": f"From desk@tern.example Mon Mar  3 09:00:00 2031\r\n{MAIL}\r\n".encode() * 3,
    "a.mht": PARTS.encode(),
    "a.docx": docx(("Title", "Ferry aground"), *[("", SAYS)] * 4),
    "a.odt": odt("Ferry aground", *[SAYS] * 4),
    "a.xlsx": xlsx(("title", "text"), *[("Ferry", SAYS)] * 4),
    "a.csv": b"title,text,url\n" + f'Ferry,"{SAYS}",https://tern.example/a\n'.encode() * 4,
    "a.pdf": pdf([(72, 700 - 20 * n, 12, SAYS) for n in range(20)]),
    "export.txt": EXPORT.encode() * 3,
    "a.html": f"<!doctype html><html><head>{HEAD}</head><body><article><h1>Ferry aground</h1><p>{'A ferry ran aground. ' * 30}</p></article></body></html>".encode(),
    "a.txt": b"Ferry aground\n\nA ferry ran aground off Velm on Monday, police said.\n\n" * 5,
    "a.json": json.dumps([ROW] * 4).encode(),
    "a.jsonl": b"\n".join([json.dumps(ROW).encode()] * 4),
    "a.rss": RSS.format("The ferry ran aground. " * 60).encode(),
    "f.json": b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "content_text": "The ferry."}]}',
    "a.wacz": zipped({"archive/a.warc.gz": warc_gz(*RECORDS[:2]), "archive/b.warc": RECORDS[2]}),
    "a.warc.gz": warc_gz(*RECORDS[:3]),
    "a.warc": b"".join(RECORDS[:3]),
    "a.zip": zipped(FILES),
    "a.tar": tarred(FILES),
    "a.tgz": tarred(FILES, "w:gz"),
    "a.tar.xz": tarred(FILES, "w:xz"),
}
PIECES = (
    b"<",
    b">",
    b"\x00",
    b"\x1b[2J",
    b"&#x110000;",
    b'"' * 9,
    b"{" * 40,
    b"<div>" * 200,
    b"1" * 400,
    b"\xff\xfe",
    b"$1 " * 50,
    "\u202e".encode(),
)


def damaged(seed: bytes, chance: random.Random) -> bytes:
    """The bytes with something changed, cut out, put in, doubled or cut off."""
    data = bytearray(seed)
    for _ in range(chance.choice((1, 1, 2, 6, 30))):
        at = chance.randrange(len(data) or 1)
        way = chance.randrange(6)
        if way == 0 and data:
            data[at] ^= 1 << chance.randrange(8)
        elif way == 1:
            del data[at : at + chance.randrange(1, 60)]
        elif way == 2:  # noqa: PLR2004 - one way of six
            data[at:at] = chance.choice(PIECES)
        elif way == 3:  # noqa: PLR2004 - the same
            data[at:at] = data[at : at + chance.randrange(200)]
        elif way == 4:  # noqa: PLR2004 - the same
            data[at:at] = chance.randbytes(chance.randrange(1, 9))
        elif chance.random() < 1 / 8:
            del data[at:]
    return bytes(data)


def main() -> int:
    """Make, read, clean, count, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)  # noqa: S311 - damage
    told: Counter[str] = Counter()
    slowest, slow = 0.0, ""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(given.inputs):
            name = chance.choice(list(SEEDS))
            path = Path(folder) / name
            path.write_bytes(damaged(SEEDS[name], chance))
            start = time.process_time()
            for item in read([str(path)]):
                if isinstance(item, Raw):
                    article, gaps = clean_one(item, Options())
                    assert article or gaps, (number, name)
                    told["articles"] += article is not None
                    told.update(gap.code for gap in gaps)
                else:
                    assert item.code in GAP_CODES, (number, name)
                    told[item.code] += 1
            taken = time.process_time() - start
            if taken > slowest:
                slowest, slow = taken, f"input {number}, {name}"
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{given.inputs:,} inputs, seed {given.seed}: {', '.join(f'{count:,} {name}' for name, count in sorted(told.items()))}"
    )
    print(f"slowest: {slowest:.2f} s of reckoning ({slow}); most memory of the process: {most:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
