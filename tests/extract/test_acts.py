"""What somebody does is no statement; what somebody says, thinks or wants about the same thing is one."""

import pytest

from invented import article, parsed
from twosource.extract.statements import find_statements
from twosource.settings import DEFAULTS


def paraphrases(text: str) -> list[str]:
    """The words of what is reported without quotation marks."""
    one = article(text)
    statements, _ = find_statements(one, parsed(one), DEFAULTS)
    return [s.content[0].of(one.text) for s in statements if s.kind == "paraphrase"]


@pytest.mark.parametrize(
    "text",
    [
        "Harbour police are investigating a fire that broke out in the grain shed.",
        "Officials have released the name of the sailor who drowned on Monday.",
        "The footage shows a young sailor sitting on the quay with a cup of tea.",
        "A view shows a burned crane in the port of Norvale.",
        "Anyone with information is urged to call the harbour police at 555-0100.",
        "A neighbour called the police after the second blast.",
        "Detectives questioned the two sailors for hours on Tuesday.",
        "Divers found a body under the pier on Sunday evening.",
        "He raised his arms and fired two shots at the crane.",
        "The prosecutor indicted a crane driver who left the gate open.",
    ],
)
def test_an_act_is_nobodys_statement(text: str) -> None:
    assert paraphrases(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Harbour police said they are investigating a fire that broke out in the grain shed.",
        "The video shows that the gate was open when the crane fell.",
        "The mayor questioned the need for a second pier.",
        "Engineers found that the crane had been overloaded for weeks.",
        "Police identified the sailor as Anders Holm, a cook on the ferry.",
        "The mayor called the fire a disgrace for the whole city.",
        "Police asked anyone with information to call the harbour office.",
        "The council rejected the plan for a second pier.",
        "Residents are sceptical of the plan for a second pier.",
    ],
)
def test_what_is_said_thought_or_wanted_is_a_statement(text: str) -> None:
    assert paraphrases(text)
