"""FollowTheMoney: its own library takes every entity and every value."""

import json

import pytest

from present.exports.addressed import addressed
from present.hostile import hostile
from twosource.present.exports.investigations import to_ftm

ftm = pytest.importorskip("followthemoney", reason="needs ICU, which not every machine has")


def entities() -> list[dict[str, object]]:
    return [json.loads(line) for line in to_ftm([addressed()]).splitlines()]


def test_the_library_of_the_format_keeps_every_value() -> None:
    for entity in entities():
        proxy = ftm.model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert kept == {name: sorted(values) for name, values in entity["properties"].items()}  # type: ignore[attr-defined] # our own JSON


def test_articles_sources_mentions_and_sayings_hang_together() -> None:
    by_id = {str(one["id"]): one for one in entities()}
    schemas = [one["schema"] for one in by_id.values()]
    assert schemas.count("Article") == 3
    assert {"Person", "LegalEntity", "Mention", "Documentation"} <= set(schemas)
    for one in by_id.values():
        properties = one["properties"]
        for name in ("document", "entity", "resolved"):
            assert all(value in by_id for value in properties.get(name, []))  # type: ignore[attr-defined] # our own JSON


def test_a_source_without_a_name_is_no_entity() -> None:
    assert "a rescuer" not in [name for one in entities() for name in one["properties"].get("name", [])]  # type: ignore[attr-defined] # our own JSON


def test_any_text_is_one_line_an_entity() -> None:
    for line in to_ftm([hostile("a\nb\u2028c")]).split("\n")[:-1]:
        assert json.loads(line)["schema"]
