from invented import article
from twosource.language.lexicon import of_all_languages
from twosource.weigh.publishers import name_publishers, publisher_of


def test_an_outlet_in_the_table_gets_its_publisher() -> None:
    assert name_publishers((article("x", outlet="www.bbc.co.uk"),))[0].publisher == "BBC"


def test_a_site_below_a_known_domain_has_its_publisher() -> None:
    assert publisher_of("news.bbc.co.uk") == "BBC"


def test_an_unknown_owner_stays_unknown() -> None:
    assert name_publishers((article("x", outlet="nobody.example"),))[0].publisher is None
    assert publisher_of("uk") is None


def test_the_users_table_goes_before_ours() -> None:
    found = name_publishers((article("x", outlet="bbc.co.uk"),), {"www.bbc.co.uk": "Somebody Else"})
    assert found[0].publisher == "Somebody Else"


def test_every_entry_of_the_table_has_its_source_and_its_date_and_no_outlet_has_two_owners() -> None:
    table = of_all_languages().publishers.publishers
    assert all(entry.source and entry.date for entry in table)
    outlets = [outlet for entry in table for outlet in entry.outlets]
    assert len(outlets) == len(set(outlets))
    assert all(outlet == outlet.casefold() and "." in outlet for outlet in outlets)
