#!/usr/bin/env python3
"""Writes what the `tokenizers` package makes of awkward strings, for the program's tokenizer to be held against.

Usage: oracle.py > ../src/parse/wordpiece.oracle.json      offsets are UTF-16 code units
"""
import json, os, random
from tokenizers import Tokenizer
from model import WEIGHTS

TEXTS = [
    "Government forces shelled Al-Qayyarah on Tuesday, killing at least 12 civilians, a hospital source said.",
    "U.S.-backed fighters didn't enter the “old city” — they were 3.5km away.",
    "Café São Tomé, Đà Nẵng, İstanbul, Łódź, Übermäßig, naïve coöperate Ångström",
    "🚨 BREAKING 🚨 10+ tanks spotted near قلعة حلب and in Київ; 東京 Tower",
    "e-mail: press@example.org, http://example.org/a_b?c=d#e", "", "   ", "a", "ALL CAPS HEADLINE: 40 DEAD IN BLAST",
    "zero\u200bwidth soft\u00adhyphen right\u200fto\u200eleft bell\u0007 tab\tnew\nline nbsp\u00a0here",
    "½ of the 1,250,000 people; 5º 7′ 30″ N; ±3%; $1bn; €2m; £3",
    "x" * 130 + " after a very long word", "don't can't won't it's 'quoted' ``old quotes''", "ﬁne ﬂow ＦＵＬＬ width ｶﾞ", "한국어 텍스트 हिन्दी ไทย", "Ǆ ǆ ẞ ß ς Σ",
]


def main():
    random.seed(7)
    alphabet = "abcdefghij ABCDE éüñçŠ 0123456789 .,;:!?'\"-–—()[]/ \t\n\u00a0 中文 العربية Киев 😀👩‍👩‍👧 \u0301\u200d"
    texts = TEXTS + ["".join(random.choice(alphabet) for _ in range(random.randint(1, 120))) for _ in range(300)]
    tok = Tokenizer.from_file(os.path.join(WEIGHTS, "tokenizer.json")); tok.no_truncation(); tok.no_padding()
    rows = []
    for text in texts:
        e = tok.encode(text, add_special_tokens=False)
        units = [0]
        for c in text: units.append(units[-1] + (2 if ord(c) > 0xFFFF else 1))
        rows.append({"text": text, "ids": e.ids, "spans": [[units[a], units[b]] for a, b in e.offsets], "words": e.word_ids})
    print(json.dumps(rows, ensure_ascii=True))


if __name__ == "__main__":
    main()
