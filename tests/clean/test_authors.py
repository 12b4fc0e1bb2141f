import pytest

from clean.told import cleaned, json_ld, page_of
from twosource.clean.authors import names_of


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ada Lund and Tom Rask", ("Ada Lund", "Tom Rask")),
        ("Von Ada Lund und Tom Rask", ("Ada Lund", "Tom Rask")),
        ("Por Ada Lund y José Ortega y Gasset", ("Ada Lund", "José Ortega y Gasset")),
        ("Author: Ada Lund (al)", ("Ada Lund",)),
        ("ada@packet.example (Ada Lund)", ("Ada Lund",)),
        ("Ada Lund <ada@packet.example>", ("Ada Lund",)),
        ("By Ada Lund Tuesday, Mar. 4, 2031", ("Ada Lund",)),
        ("Ada Lund, Port Reporter, and Tom Rask, Deputy Editor", ("Ada Lund", "Tom Rask")),
        ("Ada Lund, Chief Engineer, Tide Models, and Quay Project", ("Ada Lund",)),
        ("Ada Lund, ROSS RADIO", ("Ada Lund",)),
        ("Ada Lund Ada Lund", ("Ada Lund",)),
        ("Ada Lund and the Associated Press", ("Ada Lund",)),
        ("渡辺洋介", ("渡辺洋介",)),
        ("By the Associated Press", ()),
        ("Ross Packet Newsroom", ()),
        ("About the tide, Mina Dahl", ()),
        ("admin", ()),
        ("", ()),
    ],
)  # fmt: skip
def test_a_byline_names_persons_and_nothing_around_them(byline: str, names: tuple[str, ...]) -> None:
    assert names_of(byline) == names


def test_a_person_on_the_page_goes_before_a_body_in_its_data() -> None:
    data = json_ld(author={"@type": "Organization", "name": "Ross Packet Newsroom"})
    assert cleaned(page_of(head=data, above='<p class="byline">By Ada Lund</p>'), html=True).byline == ("Ada Lund",)


def test_a_body_that_its_data_call_the_author_is_the_author_where_no_person_is_named() -> None:
    assert cleaned(page_of(head=json_ld(author={"name": "Associated Press"})), html=True).byline == (
        "Associated Press",
    )


def test_an_agency_beside_a_person_in_one_list_of_authors_is_kept() -> None:
    data = json_ld(author=[{"name": "Ada Lund"}, {"name": "Reuters"}])
    assert cleaned(page_of(head=data), html=True).byline == ("Ada Lund", "Reuters")


def test_an_agency_in_the_text_is_whose_copy_it_is_and_no_author() -> None:
    article = cleaned(page_of(above='<p class="credit">By the Associated Press</p>'), html=True)
    assert (article.byline, article.via) == ((), ("AP",))


def test_the_head_of_the_page_is_believed_where_its_data_name_only_one_of_the_writers() -> None:
    page = page_of(
        head=json_ld(author={"name": "Ada Lund"}),
        above='<div class="authors"><a rel="author" href="/a">Ada Lund</a><a rel="author" href="/t">Tom Rask</a></div>',
    )
    assert cleaned(page, html=True).byline == ("Ada Lund", "Tom Rask")


def test_one_writer_in_several_spellings_is_one() -> None:
    above = '<span class="author"><span class="byline">Words by Ada Lund</span></span><span class="byline">By ADA LUND</span>'
    assert cleaned(page_of(above=above), html=True).byline == ("Ada Lund",)


@pytest.mark.parametrize(
    "below",
    [
        '<section id="comments"><div class="comment"><a rel="author" href="/u">Gull Watcher</a><p>So?</p></div></section>',
        '<aside><div class="teaser"><a href="/x">Barge</a><span class="byline author">Carl Rowe</span></div></aside>',
        '<div class="river"><div class="byline">2 hours ago <a rel="author">Dora Lind</a></div></div>',
    ],
)
def test_commenters_and_writers_of_other_stories_are_no_authors(below: str) -> None:
    assert cleaned(page_of(below=below), html=True).byline == ()


def test_a_link_to_the_page_of_an_author_names_one() -> None:
    above = '<ul class="metaInfoList"><li><a href="https://packet.example/author/lund/">Ada Lund</a></li></ul>'
    assert cleaned(page_of(above=above), html=True).byline == ("Ada Lund",)
