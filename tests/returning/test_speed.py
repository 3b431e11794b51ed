import random
import time
from io import BytesIO

from docx import Document
from laws import checked, packed, parts_of, run, saved, whole

from checker.draft import Draft
from checker.rendering.word.proposals import proposals_file
from checker.rendering.word.returning import commented

LETTERS = "абвгдежзиклмнопрстуфхцчшщыэюяәғқңөұүһі"
FINDINGS = 500
SECONDS = 6.0  # of the processor, on a machine that does other things too


def test_five_hundred_findings_in_three_megabytes():
    dice = random.Random(1)
    texts = [
        [
            " ".join("".join(dice.choices(LETTERS, k=dice.randint(3, 11))) for _ in range(6)) + " "
            for _ in range(6)
        ]
        for _ in range(12_000)
    ]
    parts = parts_of(saved(Document()))
    body = "".join(f"<w:p>{''.join(run(text, '<w:b/>') for text in line)}</w:p>" for line in texts).encode()
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", b"<w:body>" + body, 1)
    original = packed(parts)
    draft = Draft.of_texts(["".join(line).strip() for line in texts], "ru")
    picked = dice.sample(draft.provisions, FINDINGS)
    one = checked(draft, *(whole(each.index, start=9, end=90, quote=each.text[9:90]) for each in picked))

    begun = time.process_time()
    result = commented(one, language="ru", original=original)
    assert time.process_time() - begun < SECONDS
    assert len(original) > 3_000_000
    assert len(list(Document(BytesIO(result)).comments)) == FINDINGS

    begun = time.process_time()
    proposals_file(one, language="ru")
    assert time.process_time() - begun < SECONDS
