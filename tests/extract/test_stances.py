from dataclasses import dataclass

import pytest

from invented import article, document, parsed, resolver
from twosource.extract import extract
from twosource.extract.stances import find_stances
from twosource.extract.stances.constructions import ABOUT, BY, SHAPES
from twosource.language import document_of
from twosource.model import Figure, Findings, Span, Statement, content_id


@dataclass(frozen=True)
class Seen:
    kind: str
    words: str
    over: tuple[str, ...]
    by: str | None


def seen(text: str, outlet: str = "invented.example") -> list[Seen]:
    one = article(text, outlet=outlet)
    return marks_of(extract(one, parsed(one)))


def marks_of(findings: Findings) -> list[Seen]:
    text = findings.article.text
    names = {source.id: source.name for source in findings.sources}
    over: dict[tuple[int, str, str, str | None], list[str]] = {}
    for statement in findings.statements:
        for mark in statement.marks:
            key = (mark.start, mark.kind, mark.span.of(text), names.get(mark.by or ""))
            over.setdefault(key, []).append(" … ".join(part.of(text) for part in statement.content))
    return [
        Seen(kind, words, tuple(places), by)
        for (_, kind, words, by), places in sorted(over.items(), key=lambda x: x[0][:2])
    ]


def test_every_construction_of_the_language_names_a_shape_a_target_and_a_teller_that_exist() -> None:
    words = document("Snow fell.").lexicon.stances
    assert {row.shape for row in words.constructions} == SHAPES.keys()
    assert {row.about for row in words.constructions} == ABOUT.keys()
    assert {row.by for row in words.constructions} == BY.keys()
    assert all(hasattr(words, name) for row in words.constructions for name in row.begins)


def test_a_claim_one_sentence_back_is_unverified_and_its_neighbour_is_not() -> None:
    (mark,) = seen("The guild said the vault was empty. The claim could not be verified. Rain fell on Sarnt.")
    assert mark.kind == "unverified"
    assert mark.by is None
    assert len(mark.over) == 1
    assert "the vault was empty" in mark.over[0]


def test_claims_reach_the_run_of_one_speaker() -> None:
    found = seen(
        "General Ovrit said the pass had fallen.\nHe claimed the wells were full and that nobody had fled.\n"
        "The claims could not be immediately verified.\nThe price of salt doubled."
    )
    over = " ".join(place for mark in found for place in mark.over)
    assert {mark.kind for mark in found} == {"unverified"}
    assert "the pass had fallen" in over
    assert "the wells were full" in over
    assert "salt" not in over


def test_a_figure_disputed_by_somebody_names_them() -> None:
    (mark,) = seen("Kolvia says 400 of its rival's barges were sunk, a figure disputed by the Drenish admiralty.")
    assert (mark.kind, mark.by) == ("disputed", "the Drenish admiralty")


def test_a_denial_with_its_own_clause_stays_in_its_sentence() -> None:
    marks = seen("The baker said the mill was closed. The miller denied that he had watered the flour.")
    assert [mark.kind for mark in marks] == ["denied"]
    assert all("watered the flour" in place for mark in marks for place in mark.over)


def test_the_outlet_that_could_not_verify_is_itself_and_not_a_source() -> None:
    (mark,) = seen(
        "The guild said the vault was empty. The Harbour Post could not verify the claim.", outlet="harbourpost.example"
    )
    assert (mark.kind, mark.by) == ("unverified", None)


@pytest.mark.parametrize(
    "text",
    [
        "A judge denied bail to the ferryman.",
        "The senate confirmed her as harbour minister.",
        "No one disputes that the mill is old.",
        "The reeve did not deny that he had met the miller.",
        "She appeared in court on Friday.",
        "The board rejected the offer of nine crowns a share.",
        "The ministry declined to confirm the report.",
        "Troops withdrew from the disputed valley.",
        "It is clear that the harvest failed.",
        "The flood claimed eleven lives.",
        "They listed the heron as rare, but then denied it the shelter that the act provides.",
        "The patrol boat altered course and challenged them.",
        "She walked back through the gate and left.",
        "If the finding is confirmed, it will be big news.",
        "A post by the guild questioned why it was necessary to shut the mill.",
        "She made a film called The Tide, which played off of pulp fiction.",
        "The council said 60 homes had been cleared by noon and the road was known to be safe.",
    ],
)
def test_words_that_only_look_like_stances_are_none(text: str) -> None:
    assert seen(text) == []


def test_independently_verified_is_confirmed_and_not_unverified() -> None:
    found = seen("The ledger says the mint is full. Its account was independently verified by two notaries.")
    assert [(mark.kind, mark.by) for mark in found] == [("confirmed", "two notaries")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The barge reportedly struck a pier.", "hedged"),
        ("It was unclear whether anybody was aboard.", "hedged"),
        ("Nine sailors are thought to have swum ashore.", "hedged"),
        ("Earlier reports said five boats had sunk.", "corrected"),
        ("The tale of the drowned bell proved false.", "corrected"),
        ("Unconfirmed reports said the lock had burst.", "unverified"),
    ],
)
def test_a_kind_for_each_wording(text: str, kind: str) -> None:
    assert [mark.kind for mark in seen(text)] == [kind]


def hand_made(text: str) -> tuple[Findings, Figure]:
    one = article(text)
    said = one.text.index("said ") + 5
    end = one.text.index(".")
    asked = document_of(one, parsed(one))
    who = resolver(asked)
    statement = Statement(
        id=content_id("t", one.id, said), article=one.id, kind="paraphrase", start=0, end=end,
        content=(Span(start=said, end=end),), cue=Span(start=said - 5, end=said - 1), source=who.speaks(Span(start=0, end=9), [Span(start=said, end=end)]).entity,
    )  # fmt: skip
    start = one.text.index("40")
    figure = Figure(id="f", article=one.id, start=start, end=start + 2, low=40, high=40, counted="mules")
    statements, (marked,) = find_stances(asked, (statement,), (figure,), who)
    return Findings(article=one, statements=statements, sources=who.sources()), marked


def test_a_figure_in_the_marked_statement_carries_the_mark() -> None:
    _, figure = hand_made("The guild said 40 mules had been lost. The number could not be verified.")
    assert [mark.kind for mark in figure.marks] == ["unverified"]


def test_a_holder_who_is_no_source_yet_becomes_one() -> None:
    findings, _ = hand_made("The guild said 40 mules had been lost. Moscow disputed that figure.")
    assert [source.name for source in findings.sources] == ["The guild", "Moscow"]
    ids = {source.id for source in findings.sources}
    assert {mark.by for statement in findings.statements for mark in statement.marks} <= ids


def test_an_article_without_marks_comes_back_as_it_was() -> None:
    asked = document("The guild met at noon.")
    assert find_stances(asked, (), (), resolver(asked)) == ((), ())


def test_marks_stand_inside_the_text_and_in_order() -> None:
    one = article("Lenz allegedly sold the plans, which he denies. It is unclear why. The report proved false.")
    for statement in extract(one, parsed(one)).statements:
        spans = [(mark.start, mark.end) for mark in statement.marks]
        assert spans == sorted(spans)
        assert all(0 <= start < end <= len(one.text) for start, end in spans)


def test_a_thousand_denials_do_not_stall() -> None:
    asked = document("He denied it. " * 400 + "The claims could not be verified. " * 400)
    assert isinstance(find_stances(asked, (), (), resolver(asked)), tuple)


def test_hedges_listed_in_quotation_marks_are_only_spoken_of() -> None:
    assert not seen("Each column of Port Arden's paper used “allegedly” and “reportedly” twice.")


def test_a_single_hedge_in_quotation_marks_is_used() -> None:
    (mark,) = seen("The clerk “allegedly” stole a boat in Port Arden.")
    assert (mark.kind, mark.words) == ("hedged", "allegedly")


def test_the_number_is_one_given_before_and_not_a_clause_without_one() -> None:
    (mark,) = seen("The guild said 40 barges had sunk. It named no barge, and the figure could not be verified.")
    assert [place.rstrip(".") for place in mark.over] == ["40 barges had sunk"]


def test_a_number_of_the_same_sentence_is_meant_where_there_is_one() -> None:
    (mark,) = seen("The reeve spoke at noon. The guild said 40 barges had sunk, but the figure could not be verified.")
    assert "40 barges had sunk" in mark.over[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The minister denied it the next day.", "denied"),
        ("The minister walked back the claim.", "corrected"),
        ("The council withdrew its claim that the keeper held a key.", "corrected"),
        ("The mayor confirmed the count.", "confirmed"),
        ("The admiralty challenged this figure.", "disputed"),
        ("The admiralty cast doubt on the count.", "disputed"),
        ("The admiralty took issue with the figure.", "disputed"),
        ("The minister called the report pure fiction.", "denied"),
        ("Analysts called the report pure fiction.", "disputed"),
        ("The minister called the report misleading.", "disputed"),
    ],
)
def test_near_misses_of_those_words_are_marks(text: str, kind: str) -> None:
    assert kind in {mark.kind for mark in seen("The guild said 40 barges had sunk.\n" + text)}


# Who denies, disputes, confirms or does not verify: the clause says it.


@pytest.mark.parametrize(
    "text",
    [
        "The minister was asked whether she would deny the report.",
        "The minister did not rule out that the mill had burned.",
        "The minister refused to deny that the mill had burned.",
        "The minister would neither confirm nor deny that the mill had burned.",
        "The minister neither confirmed nor denied the report.",
        "If the guild confirms that the mill burned, it will be rebuilt.",
        "The guild hopes to confirm that the mill burned.",
        "The guild declined to comment on the report.",
        "It was unclear who had lit the fire.",
        "Critics questioned why the mill had been shut.",
        "Critics questioned whether mills should be shut.",
        "The reeve appears likely to resign.",
        "Villagers debated whether the reeve had appeared weak.",
        "The reeve declined to say whether the mill would be sold.",
        "The reeve would not say whether the guild stood by its account.",
        "Officers found the miller lying on the floor.",
        "The reeve acknowledged that the winter had been hard.",
        "A version of this article appeared in print.",
        "No evidence of a break-in was found at the mill.",
    ],
)
def test_what_nobody_has_taken_a_stance_on_is_not_marked(text: str) -> None:
    assert seen("The guild said the mill had burned.\n" + text) == []


def test_who_denies_having_confirmed_something_confirms_nothing() -> None:
    marks = seen(
        "Reeve Ada Ross heard that six miners had been found. She denied that she had ever confirmed the news."
    )
    assert "confirmed" not in {mark.kind for mark in marks}
    assert [mark.over for mark in marks if mark.kind == "denied"] == [("that she had ever confirmed the news",)]


def test_nobody_having_confirmed_it_leaves_it_unverified() -> None:
    (mark,) = seen("The guild said nine barges had sunk. No one has confirmed the report.")
    assert (mark.kind, mark.over) == ("unverified", ("nine barges had sunk",))


def test_a_refusal_to_confirm_a_claim_leaves_it_unverified_by_who_refuses() -> None:
    (mark,) = seen("The guild said nine barges had sunk. The admiralty refused to confirm the claim.")
    assert (mark.kind, mark.by) == ("unverified", "The admiralty")


def test_what_its_claimant_says_is_unverified_by_the_outlet_and_not_by_the_claimant() -> None:
    marks = seen("Korvia named no losses but said 600 of its herders had fled, a claim that could not be verified.")
    (mark,) = [mark for mark in marks if mark.kind == "unverified"]
    assert mark.by is None
    assert all("600" in place and "named no losses" not in place for place in mark.over)


def test_a_hedge_stays_in_its_own_clause() -> None:
    one = article(
        "The toll was already thought to have passed 300, with the guild counting at least 9,000 homeless in Orl."
    )
    marked = {figure.low: [mark.kind for mark in figure.marks] for figure in extract(one, parsed(one)).figures}
    assert marked[300] == ["hedged"]
    assert marked[9000] == []


def test_who_tells_of_a_toll_disputes_and_not_the_toll() -> None:
    found = seen(
        "The White Oar said over 90 people had drowned.\n"
        "Minister Oda Renn told a broadcaster that the toll neared 70, contradicting the report by the White Oar."
    )
    (mark,) = [mark for mark in found if mark.kind == "disputed"]
    assert mark.by == "Oda Renn"
    assert "over 90 people had drowned" in mark.over[0]


def test_talk_of_something_is_what_was_said_of_it() -> None:
    found = seen(
        "First reports suggested that a powder store had gone up in the blast. Warden Abo Karr later blamed gas. "
        "“Talk of powder is ridiculous,” Karr said."
    )
    (mark,) = [mark for mark in found if mark.kind in {"denied", "disputed", "corrected"}]
    assert (mark.kind, mark.by) == ("denied", "Abo Karr")
    assert "powder store" in mark.over[0]


def test_what_a_quoted_speaker_says_of_others_leaves_the_rest_of_the_quotation_alone() -> None:
    found = seen(
        "“I am glad that the bridge is open again. The guild has rejected the reeve's claim that it was unsafe,” said Tom Arden."
    )
    (mark,) = [mark for mark in found if mark.kind in {"denied", "disputed"}]
    assert mark.by == "The guild"
    assert mark.over == ("it was unsafe",)


def test_reports_in_conflict_that_say_nothing_mark_nothing() -> None:
    found = seen(
        "A radio said a ferryman had been held.\nThe reeve ordered the market cleared at noon.\n"
        "The reeve was to speak at five after a day of conflicting reports."
    )
    assert found == []


def test_a_story_that_proved_false_is_corrected_and_its_neighbour_is_not() -> None:
    found = seen(
        "The reeve declared a state of high alarm in nine parishes.\n"
        "A story about a young miller who was allegedly trapped under a wheel proved to be false. The town had prayed for him. "
        "On Monday the fire guild said there was no such miller."
    )
    graver = {(mark.kind, mark.by): mark.over for mark in found if mark.kind != "hedged"}
    assert all("high alarm" not in place for over in graver.values() for place in over)
    assert any("miller" in place for place in graver["corrected", None])


def test_a_denial_is_not_denied_by_who_makes_it() -> None:
    found = seen("The Harbour Board said on Friday that no pilot has been held, despite many reports.")
    assert not [mark for mark in found if mark.kind in {"denied", "disputed"}]


def test_a_denial_means_what_was_said_of_who_denies() -> None:
    (mark,) = seen(
        "The Daily Oar reported that Kestrian ships had sold salt. A fair was held. Kestria denied the report."
    )
    assert (mark.kind, mark.by) == ("denied", "Kestria")
    assert mark.over == ("that Kestrian ships had sold salt.",)


def test_a_denial_that_finds_no_claim_near_marks_nothing() -> None:
    assert not seen("Salt was dear in Orl. A fair was held. The weather was fine. Ada Ross denied it.")


def test_what_is_said_not_to_be_so_as_others_claimed_is_denied_without_the_not() -> None:
    (mark,) = seen("Reeve Ada Ross said the square will not be fenced off, as some papers claimed.")
    assert (mark.kind, mark.by, mark.over) == ("denied", "Reeve Ada Ross", ("be fenced off",))


def test_the_sentence_that_a_mark_rests_on_goes_with_it() -> None:
    one = article("The guild said 40 barges had sunk. It rained. The admiralty denied that 40 barges had sunk.")
    marks = {mark for statement in extract(one, parsed(one)).statements for mark in statement.marks}
    assert {mark.sentence.of(one.text) for mark in marks if mark.sentence} == {
        "The admiralty denied that 40 barges had sunk."
    }


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The reeve said the mill had allegedly been robbed.", None),
        ("“Apparently the mill was robbed,” said Ada Ross.", "Ada Ross"),
        ("Officers said the man appeared to be armed.", "Officers"),
        ("The man is believed to have fled.", None),
        ("Wardens did not know if the mill had been robbed.", "Wardens"),
        ("It was not known whether the mill had been robbed.", None),
    ],
)
def test_who_hedges(text: str, by: str | None) -> None:
    (mark,) = seen(text)
    assert (mark.kind, mark.by) == ("hedged", by)


def test_no_confirmation_is_of_what_was_said_before() -> None:
    (mark,) = seen("The guild said nine barges had sunk. There was no independent confirmation.")
    assert (mark.kind, mark.by, mark.over) == ("unverified", None, ("nine barges had sunk",))


def test_what_a_story_tells_stands_behind_that() -> None:
    (mark,) = seen("The rector refuted the story that exams had been sold.")
    assert (mark.kind, mark.over) == ("denied", ("exams had been sold",))


@pytest.mark.parametrize(
    ("text", "kind", "over", "by"),
    [
        ("The guild said the weir had burst, which its warden denied.", "denied", "the weir had burst", "warden"),
        ("The guild said the weir had burst. The reeve said this was untrue.", "denied", "the weir had burst", "reeve"),
        ("Asked whether the weir had burst, the reeve said there was no truth to the rumour.", "denied", "had burst", "reeve"),
        ("The guild said the weir had burst. Engineers are sceptical of that claim.", "disputed", "had burst", "Engineers"),
        ("The guild's claim that the weir had burst was called into question by the reeve.", "disputed", "had burst", "reeve"),
        ("There were conflicting reports about whether the weir had burst.", "disputed", "the weir had burst", None),
        ("The guild said the weir had burst. It offered no evidence for the claim.", "unverified", "had burst", None),
        ("The guild said the weir had burst. The Sarnt Post had no way to verify the claim.", "unverified", "had burst", "Sarnt"),
        ("The guild said the weir had burst. Couriers could not reach the mill to check the claim.", "unverified", "had burst", "Couriers"),
        ("The guild said the weir had burst. The reeve would not confirm the report.", "unverified", "had burst", "reeve"),
        ("The guild said the weir had burst. If true, it would be the worst loss since the fire.", "unverified", "had burst", None),
        ("The rumour that the weir would burst remains unproven.", "unverified", "the weir would burst", None),
        ("The guild said the weir had burst. That turned out not to be the case.", "corrected", "had burst", None),
        ("An inquiry showed that the report of a burst weir was wrong.", "corrected", "a burst weir", None),
    ],
)  # fmt: skip
def test_a_construction_says_its_kind_of_the_claim_on_the_word_of_its_holder(
    text: str, kind: str, over: str, by: str | None
) -> None:
    (mark,) = [mark for mark in seen(text) if mark.kind != "hedged"]
    assert mark.kind == kind
    assert over in mark.over[0]
    assert (mark.by is None) if by is None else by in str(mark.by)


@pytest.mark.parametrize(
    "text",
    [
        "The guild said the weir had burst. The reeve spread false news of his own.",
        "The board called the mason into its hall.",
        "A right that so many had been denied: to be heard.",
        "There were conflicting winds over the weir.",
        "The reeve offered no apology.",
        "Contrary to the guild, the reeve likes rain.",
        "Couriers could not reach the mill to fetch flour.",
        "The odds were against the miller.",
        "The vote confirmed his faith in the guild.",
    ],
)
def test_a_part_of_a_construction_is_none(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A clerk was kept from denying fishing licences to the couple.",
        "The guild said the weir had burst. The reeve caught the rope and walked it back to the quay.",
        "The guild said the weir had burst. “It has been revised since spring,” the reeve said of the rule.",
        "The reeve reiterated that there is no danger to bathers.",
        "Anglers have conflicting accounts of who closed the gate.",
        "The guild said the weir had burst. The defence argued that enough evidence was not presented.",
    ],
)
def test_what_nobody_could_have_claimed_is_not_marked(text: str) -> None:
    assert seen(text) == []


def test_a_mark_does_not_lie_on_its_own_words() -> None:
    (mark,) = seen("Captain Ada Ross said there is no proof that the gate was locked.")
    assert (mark.kind, mark.over, mark.by) == ("unverified", ("the gate was locked",), "Ada Ross")


def test_what_is_reportedly_so_is_not_what_a_dismissed_report_says() -> None:
    found = seen("The chest reportedly holds 40 letters. The reeve dismissed the report as idle.")
    assert [mark.over for mark in found if mark.kind == "denied"] == [("the report as idle",)]


def test_who_pleads_not_guilty_denies_the_charge_and_not_that_they_are_not_guilty() -> None:
    found = seen("Ivo Rask pleaded not guilty to robbing the mill.")
    assert [(mark.kind, mark.by, mark.over) for mark in found] == [("denied", "Ivo Rask", ("robbing the mill",))]


# Those who are accused say no.


@pytest.mark.parametrize(
    ("text", "over", "by"),
    [
        ("Ivo Rask is accused of robbing the mill. He has pleaded not guilty.", "robbing the mill", "Ivo Rask"),
        ("Ivo Rask, who is charged with robbing the mill, pleaded “not guilty”.", "robbing the mill", "Ivo Rask"),
        ("Ivo Rask is accused of robbing the mill. A not guilty plea was entered on Rask's behalf.", "robbing the mill", "Rask"),
        ("Ivo Rask is charged with robbing the mill. A plea of not guilty was entered on his behalf.", "robbing the mill", "Rask"),
        ("Ivo Rask is accused of robbing the mill. Rask entered a not guilty plea at Orle Hall.", "robbing the mill", "Rask"),
        ("Two men are charged in the killing of a miller. They have pleaded not guilty.", "the killing of a miller", "Two men"),
        ("Ivo Rask was arrested on suspicion of robbing the mill. He denies the charge.", "robbing the mill", "Ivo Rask"),
        ("Ivo Rask is accused of robbing the mill. Rask and his lawyers maintained his innocence.", "robbing the mill", "Rask"),
        ("Ivo Rask pleaded not guilty to the robbery charges he faces.", "the robbery charges", "Ivo Rask"),
        ("The Oar accused the reeve of robbing the mill. He rejected the accusations as spite.", "robbing the mill", "reeve"),
        ("The Oar wrote that the reeve had robbed the mill. The reeve has denied all accusations.", "robbed the mill", "reeve"),
        ("The Oar wrote that the reeve had robbed the mill. “It's not true,” the reeve said.", "robbed the mill", "reeve"),
        ("One of two men held over the fire has denied lighting any torch.", "lighting any torch", "One of two men"),
        ("Two 17-year-olds were held after the fire but denied involvement.", "involvement", "Two 17-year-olds"),
        ("The reeve denied the report in the Oar that he owned the mill.", "he owned the mill", "reeve"),
        ("Ivo Rask is accused of robbing the mill. He said he had nothing to do with it.", "robbing the mill", "Ivo Rask"),
        ("Ivo Rask is accused of robbing the mill. Rask says he did nothing wrong.", "robbing the mill", "Rask"),
        ("Ivo Rask is accused of robbing the mill. He insists he is innocent.", "robbing the mill", "Ivo Rask"),
        ("The books show that the reeve paid the guild, a charge that Ada Ross has always denied.", "the reeve paid the guild", "Ross"),
        ("A quarter of the town burned, which the reeve denies.", "A quarter of the town burned", "reeve"),
    ],
)  # fmt: skip
def test_a_plain_denial_is_of_what_its_holder_is_accused_of_or_of_its_own_words(text: str, over: str, by: str) -> None:
    (mark,) = [mark for mark in seen(text) if mark.kind == "denied"]
    assert any(over in place for place in mark.over)
    assert by in str(mark.by)


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Rask pleaded no contest to robbing the mill.",
        "Ivo Rask pleaded guilty. The jury found Ada Ross not guilty.",
        "Ivo Rask is accused of robbing the mill. He entered a guilty plea.",
        "Two men were charged in Velm. They have pleaded not guilty.",
        "Two men were charged in the morning. They have pleaded not guilty.",
        "Ivo Rask is accused of robbing the mill. He will enter a plea of not guilty.",
        "There is no denying that the mill is old.",
        "Reeve James Brown denied both men bail.",
        "The charges of robbery were dismissed.",
        "A judge dismissed the charges against the reeve, who is accused of robbing the mill.",
        "The rules committee denied the change.",
        "The guilds have insisted they won't meet the reeve.",
        "The warden insisted the gate was in the plan because it did not want to anger the guild.",
        "The reeve had rejected the idea of a speech in the square.",
        "The reeve rejected the notion that the guild could win the vote.",
        "The guild said the mill should be sold. The reeve rejected that idea.",
        "The guild chose silence rather than publicly challenging the reeve's claims. He had said the weir was unsafe.",
        "That is not part of the guild, the reeve said.",
        "As they say in the trade, a full barn is no sign of a good year.",
        "He said he was not fit to judge what she had told the guild, but much that he found contradicted her own account.",
        "The agents may act where somebody makes false statements causing them harm.",
        "Ivo Rask is accused of robbing the mill. Ada Ross said Rask had nothing to add to it.",
        "Ivo Rask is accused of robbing the mill. Rask said he refuses to take responsibility for the wheel.",
        "Wardens are accused of sloth. Wardens said none of the gangs were involved in the robbery.",
        "If so, it might be in the interest of both guilds.",
        "If the weir is shown, there will be no way for us to verify that it burst.",
        "Wardens did not confirm any other details about the fire.",
        "Wardens initially said it would last nine days.",
        "Wardens initially reported that the miller had drawn a knife — and a knife was found at the weir.",
        "Wardens at first told the millers to stay inside but later cleared the mill.",
        "Wardens initially said they were looking into whether the miller or his son had fired.",
        "Neighbours said Rask was mending the mill. “I just did not think that would happen,” Ada Ross said.",
        "Wardens initially suggested that all millers leave the weir, but admitted that some could not.",
        "The guild said the weir had burst. The reeve saw the order as an insult, and he rejected it.",
        "The guild said that everybody had helped. “This was not a case of silence,” the reeve said.",
        "The guild said the weir was its own. A ruling is due on a case challenging that claim.",
        "Rask hopes for an economy which challenges the idea that greed drives the guilds.",
    ],
)
def test_what_is_refused_decided_proposed_or_foretold_is_not_denied(text: str) -> None:
    assert [mark for mark in seen(text) if mark.kind != "hedged"] == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("This story has been corrected to show that the barge sank on Monday, not Sunday.", "the barge sank on … Sunday"),
        ("This article was amended on 4 May to make clear that the lock was shut for two days, not three.", "the lock was shut for … three"),
        ("The post's headline has been corrected to show the barge was in Sarn, not Kestria.", "the barge was in … Kestria"),
        ("An earlier version of this article misstated the age of the diver. She is 43, not 34.", "She is … 34"),
        ("The reeve misspelled the diver's name. She is Ana, not Anna.", "She is … Anna"),
        ("Her age was originally reported as 20 years.", "Her age … 20 years"),
        ("A previous version of this story incorrectly said that the barge sank.", "the barge sank"),
    ],
)  # fmt: skip
def test_an_outlet_that_puts_its_report_right_takes_the_old_words_back(text: str, wrong: str) -> None:
    marks = [mark for mark in seen(text) if mark.kind == "corrected"]
    assert wrong in [place.removeprefix("that ").rstrip(".") for mark in marks for place in mark.over]
    assert {mark.by for mark in marks} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "The barge sank on Monday, not Sunday.",
        "The story shows that the barge sank on Monday, not Sunday.",
        "The rules were changed to show that a barge needs two men, not three.",
        "The story was updated to add that the diver is from Sarn, not far from the lock.",
        "The reeve told this story. The barge is old, not new.",
        "Her age was reported as 20 years.",
        "As a girl she was originally reported.",
        "As the winner we named Ada Ross. That was wrong.",
        "This story has been corrected to show it sank on Monday, not",
        "The original lock was rebuilt.",
        "On Thursday the reeve named Ada Ross as the winner of the ribbon. That was wrong.",
        '"Everyone is making up stories that aren\'t accurate," Ada Ross said.',
    ],
)
def test_what_is_set_against_something_else_is_not_taken_back(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "over", "by"),
    [
        ("Wardens initially said the drowned man was a miller.", "corrected", "the drowned man was a miller", None),
        ("Originally, the miller told wardens he did not know the man, and a witness reported a cart.", "corrected", "he did not know the man", None),
        ("Despite earlier reports that the boy had died, wardens said he lives.", "corrected", "the boy had died", None),
        ("The reeve falsely claimed that the weir had burst.", "disputed", "the weir had burst", None),
        ("Rask named his rival, repeating a false claim that the weir was closed.", "disputed", "the weir was closed", None),
        ("The Oar dwelt on discredited reports that the weir had burst.", "disputed", "the weir had burst", None),
        ("Rask alleges that he was barred from the mill, a claim that the reeve's office strongly disputes.", "disputed", "barred from the mill", "office"),
        ("The ledger appears to contradict comments from Ada Ross that the weir was closed.", "disputed", "the weir was closed", "ledger"),
        ("Wardens contradicted the official version that the weir was closed.", "disputed", "the weir was closed", "Wardens"),
        ("Rask is discrediting a report from the Oar saying the weir had burst.", "disputed", "the weir had burst", "Rask"),
        ("Contrary to reports on Monday, Ada Ross said the weir did not burst.", "disputed", "burst", "Ada Ross"),
        ("The weir had burst under the snow, although Kestria disputes this.", "disputed", "The weir had burst", "Kestria"),
        ("Wardens have no evidence to suggest that the weir had burst.", "unverified", "the weir had burst", "Wardens"),
        ("The guild claimed without evidence that the weir had burst.", "unverified", "the weir had burst", None),
    ],
)  # fmt: skip
def test_more_constructions_say_their_kind_of_the_claim(text: str, kind: str, over: str, by: str | None) -> None:
    (mark,) = [mark for mark in seen(text) if mark.kind != "hedged"]
    assert mark.kind == kind
    assert any(over in place for place in mark.over)
    assert (mark.by is None) if by is None else by in str(mark.by)


@pytest.mark.parametrize(
    ("text", "over", "by"),
    [
        ("Rask apologised for saying that the miller had been drunk.", "the miller had been drunk", "Rask"),
        ("The reeve said he regretted saying that the weir was safe.", "the weir was safe", "reeve"),
        ("Ada Ross admitted it was wrong to say that the weir was safe.", "the weir was safe", "Ada Ross"),
        ("The weir was safe, Ada Ross said. On Tuesday Ross admitted it was wrong to say that.", "The weir was safe", "Ada Ross"),
        ("Ada Ross conceded that she had been wrong to say that the mill was flooded.", "the mill was flooded", "Ada Ross"),
        ("The guild said its earlier statement that no bell was cracked had been incorrect.", "no bell was cracked", "guild"),
        ("Chairwoman Ada Ross said the company's claim last May that no bell was cracked was wrong.", "no bell was cracked", "Ada Ross"),
        ("“I said the weir was safe. That was too hasty and it was wrong,” Rask told the Oar.", "the weir was safe", "Rask"),
        ("“Our notice of May 2 stated that the weir was safe. That was wrong,” Rask told the Oar.", "the weir was safe", "Rask"),
        ("The guild, which had said on Tuesday that nobody was hurt, now says four were.", "nobody was hurt", "guild"),
        ("The reeve admitted that some oil had leaked. She had said on Monday that there was no leak.", "there was no leak", "reeve"),
        ("Correction: On Thursday we said that the mill had closed in 2029. It closed in 2030.", "the mill had closed in 2029", None),
        ("On Thursday we named Ada Ross as the winner of the ribbon. That was wrong.", "Ada Ross as the winner of the ribbon", None),
    ],
)  # fmt: skip
def test_what_somebody_said_themselves_is_taken_back_by_them(text: str, over: str, by: str | None) -> None:
    marks = [mark for mark in seen(text) if mark.kind != "confirmed"]
    assert [mark.kind for mark in marks] == ["corrected"]
    assert any(over in place for place in marks[0].over)
    assert (marks[0].by is None) if by is None else by in str(marks[0].by)


@pytest.mark.parametrize(
    "text",
    [
        "Rask apologised for the delay, saying that the mill wheel had broken.",
        "Rask did not apologise for saying that the miller had been drunk.",
        "The reeve was wrong to say that the weir was safe, the guild said.",
        "The reeve had said on Monday that there was no leak. She said so again on Tuesday.",
        "The reeve admitted that talks had failed. She had said on Monday that she hoped for a truce.",
        "The boat, which had reported that it was sinking, was towed to Velm.",
        "The reeve admitted that she was ill. She had said in May that the budget was balanced.",
        "“I said it was cold. The wind was wrong for sailing,” Rask said.",
        "We said on Thursday that the mill had closed in 2029.",
        "Reeve Ada Ross said the guild's claim that no bell was cracked was wrong.",
        "The millers said the guild's claim in May that no bell was cracked was wrong.",
    ],
)
def test_what_somebody_stands_by_or_others_call_wrong_is_not_taken_back(text: str) -> None:
    assert [mark for mark in seen(text) if mark.kind == "corrected"] == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The reeve corrected a figure from Sunday, saying that 31 barges had sunk, not 52 barges.", "52"),
        ("The guild revised its count of sunken barges from 52 to 31.", "52"),
    ],
)
def test_the_number_that_no_longer_counts_is_taken_back(text: str, number: str) -> None:
    one = article(text)
    found = extract(one, parsed(one)).figures
    assert [figure.low for figure in found if any(mark.kind == "corrected" for mark in figure.marks)] == [float(number)]


@pytest.mark.parametrize("whom", ["her", "Ada Ross"])
def test_who_contradicts_somebody_disputes_what_they_said_last(whom: str) -> None:
    told = "The mayor, Ada Ross, said that the bell was cracked."
    (mark,) = seen(f"{told} Miller Jan Orl contradicted {whom}.")
    assert (mark.kind, mark.over) == ("disputed", ("that the bell was cracked",))


@pytest.mark.parametrize(
    "told", ["The bell contradicted nobody.", "The miller saw the reeve and contradicted himself."]
)
def test_who_contradicts_nobody_that_said_something_disputes_nothing(told: str) -> None:
    assert seen(f"The millers were glad. {told}") == []


def test_who_writes_may_deny_it_by_name_and_what_it_only_tells_is_no_denial() -> None:
    (mark,) = seen("The guild denies reports that the bell was cracked.", outlet="guild.example")
    assert (mark.kind, mark.by) == ("denied", None)
    told = "It is incorrect to say that the bell was cracked."
    assert seen(f"The reports of a flood are old. {told}", outlet="guild.example") == []
    (_, mark) = seen(f"The guild denies reports that the mill burned. {told}", outlet="guild.example")
    assert (mark.kind, mark.over, mark.by) == ("denied", ("the bell was cracked",), None)


def test_an_outlet_takes_back_by_its_own_name_whom_it_named() -> None:
    (mark,) = seen("The Harbour Post named Ada Ross as the winner. That was wrong.", outlet="harbourpost.example")
    assert (mark.kind, mark.over, mark.by) == ("corrected", ("Ada Ross as the winner",), None)
    assert seen("The Harbour Post named Ada Ross as the winner. That was wrong.") == []


def test_who_is_named_beside_an_office_takes_the_stance() -> None:
    (mark,) = seen("The guild's manager, Ada Ross, denied that the bell was cracked.")
    assert mark.by == "Ada Ross"
    (mark,) = seen("Velm's mayor, Ada Ross, denied that the bell was cracked.")
    assert mark.by == "Ada Ross"


def test_that_means_what_its_own_sentence_says_and_else_what_stands_before() -> None:
    before = "The reeve said that the bell was cracked. "
    (mark,) = seen(f"{before}Wardens first told the guild that it was stolen, but later said that's not the case.")
    assert (mark.kind, mark.over) == ("corrected", ("that it was stolen,",))
    (mark,) = seen(f"{before}The guild said that's not the case.")
    assert (mark.kind, mark.over) == ("denied", ("that the bell was cracked",))
    (mark,) = seen(f"{before}“That is not true of my guild,” Orl said.")
    assert (mark.kind, mark.over) == ("denied", ("that the bell was cracked",))
    (mark,) = seen(
        "Wardens said the guild had failed to keep barges from the weir. “The guild and the reeve have kept every rule,” "
        "Orl said, adding that the situation mentioned in the Oar is “nonexistent”."
    )
    assert (mark.kind, mark.over) == ("denied", ("the guild had failed to keep barges from the weir",))


def test_a_report_that_another_paper_printed_was_not_taken_back_unless_something_is_set_against_it() -> None:
    told = "An earlier report in a Velm paper said that Rask had burned the barn"
    assert seen(f"{told}.") == []
    assert [mark.kind for mark in seen(f"{told}, but the reeve found that it was lightning.")] == ["corrected"]
    (mark,) = seen("An earlier version of this article said that Rask had burned the barn.")
    assert mark.kind == "corrected"


def test_a_claim_that_is_named_is_not_whatever_else_its_sentence_tells() -> None:
    (mark,) = seen(
        "Rask's partners were angry with the Oar, and began to call the smuggling allegations unfair and absurd, "
        "as two neighbours told it."
    )
    assert mark.over == ("the smuggling allegations",)


def test_a_report_is_what_it_says_and_not_what_it_only_speaks_of() -> None:
    (mark,) = seen(
        "It was a report by the Oar that he “stole” the model of a barge that hangs in the guild. "
        "Rask called that report a “shameless lie.”"
    )
    assert mark.over == ("stole",)


def test_a_claim_of_somebody_else_is_not_the_one_that_is_owned() -> None:
    (mark,) = seen(
        "The miller said the weir had burst. The reeve said the road was wet. Ada Ross contradicted the miller's account."
    )
    assert mark.over == ("the weir had burst",)


@pytest.mark.parametrize(
    ("text", "kind", "over", "by"),
    [
        ("The guild says the army hit the mill, a claim the army has rejected.", "denied", "the army hit the mill", "army"),
        ("The guild says the army hit the mill, something the army denies.", "denied", "the army hit the mill", "army"),
        ("Rask was accused of robbing the mill, which he denies.", "denied", "robbing the mill", "Rask"),
        ("Rask was accused of robbing the mill, an allegation he denies.", "denied", "robbing the mill", "Rask"),
        ("Sarn denied accusations made by Rask, her rival, that she had joined the guild.", "denied", "she had joined", "Sarn"),
        ("The marshal is discrediting a report from Norvik saying the marshal's men burned the mill.", "denied", "men burned", "marshal"),
        ("The army was quick to deny that the bridge had fallen.", "denied", "the bridge had fallen", "army"),
        ("The bishopric rubbished claims that the well was poisoned.", "denied", "the well was poisoned", "bishopric"),
        ('"It is not true that the well was poisoned," Ada Ross said.', "denied", "the well was poisoned", "Ross"),
        ('The guild said the reeve had sold the bridge. "That never happened," the reeve said.', "denied", "sold the bridge", "reeve"),
        ("The guild said the reeve had sold the bridge. The reeve disputed that when he met the pilots.", "denied", "sold the bridge", "reeve"),
        ("It is not the case that the well was poisoned, Ada Ross said.", "denied", "the well was poisoned", "Ross"),
        ("Ada Ross said it was untrue to say that the well was poisoned.", "denied", "the well was poisoned", "Ross"),
        ("Ada Ross said it would be wrong to say that the well was poisoned.", "disputed", "the well was poisoned", "Ross"),
        ("The guild said the weir had burst. Ada Ross called it a lie.", "denied", "the weir had burst", "Ross"),
        ("The guild said the weir had burst. Ada Ross called that account a fairy tale.", "denied", "the weir had burst", "Ross"),
        ("The guild said the weir had burst. Ada Ross rejected the remark as an invention.", "denied", "the weir had burst", "Ross"),
        ("The guild said the weir had burst. That was made up, Ada Ross said.", "denied", "the weir had burst", "Ross"),
        ("The guild said Rask fell. Its lawyer, Ada Ross, disputed that when she left the hall.", "disputed", "Rask fell", "Ross"),
        ('Mr. Rask denied suggestions that he was "Old Tom," the secret friend of the Oar.', "denied", "Old Tom", "Rask"),
        ("The guild said Rask had outstanding debts, but Lund said she found no debts of Rask.", "disputed", "outstanding debts", "Lund"),
        ("Some millers told us they rang the bell before the flood. But the Oar found no bell was rung before it.", "disputed", "rang", "Oar"),
        ("Rask said the guild had offered him money. However, the guild said it had never offered him money.", "denied", "offered", "guild"),
        ("The army said that Rask threw stones at the gate. Ada Ross said the charges were false.", "denied", "threw stones", "Ross"),
        ('"It is misleading to imply that the well was poisoned," Ada Ross said.', "disputed", "the well was poisoned", "Ross"),
        ("Ada Ross has pleaded innocent to charges that she failed to report the plot.", "denied", "she failed", "Ross"),
        ("Sarn has asserted that Rask never touched the seal.", "denied", "touched the seal", "Sarn"),
        ("The mayor pushed back against claims that the vault was empty.", "disputed", "the vault was empty", "mayor"),
        ("The records contradict reports Rask was shot on the bridge.", "disputed", "Rask was shot on the bridge", "records"),
        ("The claim that the vault was empty has been debunked.", "disputed", "the vault was empty", None),
        ("Two studies found little evidence that the dam harms the eels.", "unverified", "the dam harms", "studies"),
        ("The guild said the vault was empty, although this has not been verified.", "unverified", "the vault was empty", None),
        ("Several injuries are reported but not confirmed.", "unverified", "Several injuries", None),
        ("It was first believed the boy had drowned, but the reeve later said he had slept in a barn.", "corrected", "the boy had drowned", "reeve"),
        ("The guild backtracked on its claim that the vault was empty.", "corrected", "the vault was empty", "guild"),
        ("It is not clear that the dam has held.", "hedged", "the dam has held", None),
    ],
)  # fmt: skip
def test_who_contests_it_is_found_wherever_the_words_hang(text: str, kind: str, over: str, by: str | None) -> None:
    (mark,) = [mark for mark in seen(text) if mark.kind == kind]
    assert any(over in place for place in mark.over)
    assert mark.by is None if by is None else by in (mark.by or "")


@pytest.mark.parametrize(
    "text",
    [
        "The talks are supposed to end in May.",
        "There were conflicting accounts of the fire.",
        "The chief did not say whether the vault was empty.",
        "It is not clear that a wall would help.",
        "The heirs let his songs be printed, something he rejected in his lifetime.",
        "He was refused bail, which he was denied again on Monday.",
        "Rask saw the mill, something the army built.",
        '"The idea of leaving the valley is absurd," Ada Ross said.',
        "It is ridiculous that the guild pays nobody, Ada Ross said.",
        "It is not wrong to say that the well was poisoned, Ada Ross said.",
        "It is wrong to say such things, Ada Ross said.",
        "It would be wrong to say that the well was poisoned.",
        "If the tests were clean, it would be wrong to say that the well was poisoned, Ada Ross said.",
        "It is wrong to teach that the well was poisoned, Ada Ross said.",
        "Was it wrong to say that the well was poisoned?",
        "It is not the only case that failed, Ada Ross said.",
        "The guild proposed a duel. The reeve rejected that when he met the pilots.",
        "The guild said it would sell the mill. Ada Ross called it absurd.",
        "The guild said the report was late. Its report was made up of nine parts, Ada Ross said.",
        "Ada Ross made up her mind about the report.",
        "Everybody in Velm is making up stories, Ada Ross said.",
        "The guild said Rask had a knife. But Ada Ross said he had no bread.",
        "The guild said Rask was at the mill with Lund, but Ross said Lund was not aware of the mill.",
        "Rask said he had met the reeve at the mill. But Rask said he never met the reeve at the weir.",
        "The guild said Rask had not met the reeve. But Ada Ross said he had never met the reeve.",
        "The guild said Rask had money for the bell. It rained, but Ada Ross did not count the money for the bell.",
        "In exchange for a plea, prosecutors withdrew the charge of robbing the mill.",
        "An earlier article about the flood gives more details.",
        "The army pushed on with the march.",
        "The reeve continues to hope that nobody denies the report.",
    ],
)
def test_words_that_contest_something_elsewhere_take_no_stance_here(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The miller pleaded not guilty to drowning four boatmen at Oss.", []),
        ("The guild denied having drowned four boatmen at Oss.", []),
        ("The guild denied that four boatmen had drowned at Oss.", ["denied"]),
        ("The guild denied reports of four drowned boatmen at Oss.", ["denied"]),
    ],
)
def test_who_denies_a_deed_does_not_deny_how_many_it_befell(text: str, kinds: list[str]) -> None:
    one = article(text)
    found = [figure for figure in extract(one, parsed(one)).figures if figure.low == 4]
    assert [[mark.kind for mark in figure.marks] for figure in found] == [kinds]


def test_who_is_only_described_is_one_source_for_what_is_said_and_for_what_is_denied() -> None:
    one = article("A crony of the reeve insisted that she never set foot in any mill.")
    found = extract(one, parsed(one))
    (mark,) = [mark for statement in found.statements for mark in statement.marks]
    assert {statement.source for statement in found.statements} == {mark.by}
    assert [source.name for source in found.sources] == ["A crony of the reeve"]


@pytest.mark.parametrize(
    ("text", "over", "by"),
    [
        (
            "The guild has accused Ann Moor of hiding the coins — charges she denies.",
            "Ann Moor of hiding the coins",
            "Ann Moor",
        ),
        (
            "The clerk has accused Ann Moor of hiding the coins, which she denies.",
            "Ann Moor of hiding the coins",
            "Ann Moor",
        ),
        ("Ann Moor accused the clerk of hiding the coins. He denied it.", "the clerk of hiding the coins", "the clerk"),
    ],
)
def test_who_denies_an_accusation_is_whom_it_is_against(text: str, over: str, by: str) -> None:
    assert [(mark.over, mark.by) for mark in seen(text)] == [((over,), by)]


def test_a_deed_that_its_accuser_denies_is_theirs() -> None:
    found = seen("Tom Hill accused Ann Moor of hiding the coins. He denied that he had spoken to her.")
    assert [mark.by for mark in found] == ["Tom Hill"]


def test_who_makes_a_claim_is_not_who_denies_it() -> None:
    found = seen("The clerk said that Ann Moor hid the coins, a charge that she denied.")
    assert [(mark.kind, mark.by) for mark in found] == [("denied", None)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ferryman denied arson.", "denied"),
        ("Tanner said that the reeve had hidden the coins. The reeve said the claim is without foundation.", "denied"),
        ("Tanner said that the reeve had hidden the coins. The reeve says the charge has no merit.", "denied"),
        ("Tanner said that the reeve had hidden the coins. The reeve said the claim is unkind and untrue.", "denied"),
        ("The gang has accused Moor of hiding the money — charges that he denied.", "denied"),
        ("The reeve dismissed concerns that the dam leaks.", "denied"),
        ("The reeve dismissed the claim that the guild will sell the mill.", "denied"),
        ("The reeve disagreed with the conclusion that the dam leaks.", "disputed"),
    ],
)
def test_less_usual_words_of_denial(text: str, kind: str) -> None:
    assert [mark.kind for mark in seen(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The reeve said the plan has no merit.",
        "Tanner said that the reeve had hidden the coins. The reeve said the claim is old and true.",
        "The reeve said the road is long and the bell is false.",
        "The coins that he rejected were old.",
        "The reeve has no basis for a complaint.",
        "The reeve acknowledged concerns that the dam leaks.",
        "The reeve dismissed fears about the dam.",
        "The reeve rejected the idea that the town would pay for the dam.",
        "The reeve disagreed with the plan.",
        "The miller fabricated the hinges.",
        "The story was fabricated.",
    ],
)
def test_near_misses_of_less_usual_words_of_denial(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(
    ("text", "over"),
    [
        (
            "Tanner said that the reeve had hidden the coins. The reeve denied Tanner's version of events.",
            "that the reeve had hidden the coins",
        ),
        ("The bailiff questioned the reeve's statements about the dam.", "the reeve's statements about the dam"),
        (
            "Tanner said that the reeve had hidden the coins. The reeve said Tanner made up the story.",
            "that the reeve had hidden the coins",
        ),
    ],
)
def test_what_a_claim_is_about_is_not_what_is_claimed(text: str, over: str) -> None:
    assert [mark.over for mark in seen(text)] == [(over,)]


def test_who_is_not_sure_of_a_claim_does_not_deny_it() -> None:
    found = seen(
        "The watch said that Ann Moor had drawn a knife. Ann Moor's friends are skeptical of the account that Ann Moor drew it."
    )
    assert {mark.kind for mark in found} <= {"disputed"}
