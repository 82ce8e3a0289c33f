"""Latin readings make names in other scripts findable."""

import pytest

from core.transliteration import latin_reading


@pytest.mark.parametrize(
    ("names", "reading"),
    [
        (("Plain Latin", ""), ""),
        (("Élan Ångström", ""), ""),
        (("深圳电子", ""), "shen zhen dian zi shenzhendianzi"),
        (("Shenzhen Works", "深圳厂"), "shen zhen chang shenzhenchang"),
        (("Φάμπρικα", ""), "famprika"),
        (("Завод", ""), "zavod"),
        (("삼성", ""), "samseong"),
    ],
)
def test_reading_of_a_name(names, reading):
    assert latin_reading(*names).lower() == reading


def test_reading_fits_its_column():
    assert len(latin_reading("电" * 300, "子" * 300)) <= 600
