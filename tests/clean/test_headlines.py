import pytest

from clean.told import cleaned, json_ld, page_of
from twosource.clean.headline import without_outlet

TITLE = "Tide gauge stops at Ross quay"


def og(title: str) -> str:
    return f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="The Ross Packet">'


def test_the_wording_that_two_of_data_shared_title_and_heading_have_is_taken() -> None:
    assert cleaned(page_of(head=json_ld(headline="Gauge stops") + og(TITLE)), html=True).headline == TITLE
    assert (
        cleaned(page_of(head=json_ld(headline=TITLE) + og("You will not believe this gauge")), html=True).headline
        == TITLE
    )


def test_where_all_three_differ_the_data_are_believed() -> None:
    assert cleaned(page_of(head=json_ld(headline="Gauge stops") + og("A gauge")), html=True).headline == "Gauge stops"


@pytest.mark.parametrize(
    "title",
    [f"{TITLE} | The Ross Packet", f"{TITLE} - Ross Packet", f"The Ross Packet | {TITLE}", f"{TITLE}: Ross Packet"],
)
def test_the_outlet_around_a_title_is_no_part_of_it(title: str) -> None:
    assert cleaned(page_of(head=og(title), title=""), html=True).headline == TITLE


def test_what_stands_in_a_title_before_a_colon_stays() -> None:
    title = "Low water: gauge stops at Ross quay"
    assert cleaned(page_of(head=og(title), title=""), html=True).headline == title
    assert (
        without_outlet("Mayor to council: fix it now", "packet.example", "Ross Packet")
        == "Mayor to council: fix it now"
    )


def test_references_that_were_escaped_twice_are_characters() -> None:
    page = page_of(head=json_ld(headline="Gauge &amp;#8216;stops&amp;#8217; at quay"), title="")
    assert cleaned(page, html=True).headline == "Gauge ‘stops’ at quay"


def test_a_page_named_after_its_site_has_its_headline_where_the_markup_says_so() -> None:
    head = '<title>News from The Ross Packet</title><meta property="og:title" content="News from The Ross Packet">'
    page = page_of(head=head + '<meta property="og:site_name" content="The Ross Packet">', title="",
                   above=f'<p class="entry-title">{TITLE}</p>')  # fmt: skip
    assert cleaned(page, html=True).headline == TITLE
