"""An assistant asks: it gets exact words with their places, and only of what the server was pointed at."""

from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client

from kept import COPY, FERRY, VOTE
from twosource.assistant import Desk, server_over
from twosource.errors import MissingExtraError, OutOfReachError
from twosource.library import Library


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("pointed")
    articles = folder / "articles"
    articles.mkdir()
    for name, (title, text) in {"velm": FERRY, "coast": COPY}.items():
        (articles / f"{name}.txt").write_text(f"{title}\n\n{text}", encoding="utf-8")
    (folder / "secret.txt").write_text("Not for anybody.\n\nNobody said that.", encoding="utf-8")
    (articles / "link.txt").symlink_to(folder / "secret.txt")
    with Library.open(folder / "news.db") as library:
        (folder / "vote.txt").write_text(f"{VOTE[0]}\n\n{VOTE[1]}", encoding="utf-8")
        library.add_inputs([str(folder / "vote.txt")])
    return Desk([articles, folder / "news.db"])


def ask(desk: Desk, tool: str, **arguments: object) -> tuple[dict[str, Any], str]:
    """The structured answer, and the text of an error."""

    async def asked() -> tuple[dict[str, Any], str]:
        async with Client(server_over(desk)) as client:
            result = await client.call_tool(tool, arguments)
            words = " ".join(getattr(one, "text", "") for one in result.content)
            return dict(result.structured_content or {}), words if result.is_error else ""

    return anyio.run(asked)


def test_there_are_five_tools_that_only_read_and_the_rules_say_that_there_is_no_verdict(desk: Desk) -> None:
    async def listed() -> tuple[dict[str, Any], str]:
        async with Client(server_over(desk)) as client:
            tools = (await client.list_tools()).tools
            return {tool.name: tool.annotations and tool.annotations.read_only_hint for tool in tools}, str(
                client.instructions
            )

    tools, rules = anyio.run(listed)
    assert tools == dict.fromkeys(("compare", "stories", "story", "statement", "search"), True)
    assert "nothing of what is true" in rules


def test_every_word_of_a_comparison_stands_where_it_says(desk: Desk, tmp_path: Path) -> None:
    answer, wrong = ask(desk, "compare", articles=["velm.txt", "coast.txt"])
    assert not wrong
    texts = {one["article"]: one for one in answer["articles"]}
    assert len(texts) == 2
    from twosource.pipeline import read  # noqa: PLC0415 - beside its use

    assert sorted(one["place"] for one in answer["articles"]) == ["coast.txt", "velm.txt"], "no folder above its own"
    for name, (title, text) in {"velm": FERRY, "coast": COPY}.items():
        (tmp_path / f"{name}.txt").write_text(f"{title}\n\n{text}", encoding="utf-8")
    held = {one.id: one.text for one in read(str(tmp_path))[0]}
    stretches = [(one["article"], part) for point in answer["points"] for one in point["said"] for part in one["words"]]
    assert stretches
    for article, part in stretches:
        assert held[article][part["start"] : part["end"]] == part["exact"]


def test_a_statement_is_shown_with_its_paragraph_and_all_who_say_it(desk: Desk) -> None:
    answer, _ = ask(desk, "compare", articles=["velm.txt", "coast.txt"], limit=1)
    assert len(answer["points"]) == 1
    assert answer["more_points"] > 0
    first = answer["points"][0]["said"][0]
    shown, wrong = ask(desk, "statement", id=first["id"], story=answer["story"])
    assert not wrong
    assert first["words"][0]["exact"] in shown["paragraph"]["exact"]
    assert first["id"] in [one["id"] for one in shown["point"]["said"]]
    assert "nothing" not in ask(desk, "story", story=answer["story"])[1]


def test_libraries_are_listed_shown_and_searched(desk: Desk) -> None:
    listed, _ = ask(desk, "stories")
    (card,) = listed["in_libraries"]
    shown, _ = ask(desk, "story", story=card["story"])
    assert shown["title"] == card["title"]
    found, _ = ask(desk, "search", words="airfield")
    assert found["found"][0]["story"] == card["story"]


@pytest.mark.parametrize("path", ["../secret.txt", "link.txt", "/etc/hostname", "nothing.txt", "https://example.org/a"])
def test_nothing_outside_the_places_is_read(desk: Desk, path: str) -> None:
    answer, wrong = ask(desk, "compare", articles=[path])
    assert not answer
    assert "not inside what this server was pointed at" in wrong


def test_what_is_not_there_is_said_and_no_guess_is_made(desk: Desk) -> None:
    assert "there is no story y0" in ask(desk, "story", story="y0")[1]
    story = ask(desk, "compare", articles=["velm.txt"])[0]["story"]
    assert "no statement or figure of this id" in ask(desk, "statement", id="t0", story=story)[1]
    assert "cannot search" in ask(desk, "search", figure="killed > many")[1]


def test_a_desk_without_articles_or_without_a_library_says_so(tmp_path: Path) -> None:
    with pytest.raises(OutOfReachError, match="not there"):
        Desk([tmp_path / "nowhere"])
    assert "no library was given" in ask(Desk([tmp_path]), "search", words="x")[1]


def test_without_the_extra_its_name_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(__import__("sys").modules, "mcp.server.mcpserver", None)
    with pytest.raises(MissingExtraError, match=r"twosource\[assistant\]"):
        server_over(Desk([tmp_path]))
