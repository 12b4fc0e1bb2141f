"""A small invented story, built by hand: what presenters are shown while the other rooms are not needed."""

from dataclasses import replace
from typing import Any

from invented import article as make_article
from present.build import as_residue, at, figure, pair, place, source, statement
from present.texts import AGENCY, LOCAL, REPRINT
from twosource.model import (
    Check,
    Conflict,
    Difference,
    Gap,
    Mark,
    Moment,
    Origin,
    Passage,
    Point,
    Standing,
    Story,
    StoryRange,
    TimelineEntry,
    content_id,
)


def sample() -> Story:
    """Three articles: an agency's, its reprint with losses, a local paper with another figure and a denial."""
    agency = make_article(
        AGENCY,
        outlet="Harrow Wire",
        headline="Ferry aground in Kettle Sound, at least 6 missing",
        published="2031-05-13T05:40",
        captions=("The ferry lies on its side off Kettle Point. Photo: Harrow Wire/Ines Cole",),
    )
    reprint = make_article(
        REPRINT,
        outlet="Evening Bell",
        headline="Six missing after ferry disaster",
        published="2031-05-13T07:15",
        captions=(
            "Listen to this article",
            "The ferry lies on its side off Kettle Point.",
            "The ferry lies on its side off Kettle Point.",
        ),
        via=("Harrow Wire",),
    )
    reprint = as_residue(reprint)
    local = make_article(LOCAL, outlet="The Sound Courier", headline="Line says nine are missing", published=None)

    coastguard = source("the coastguard", "body", place(agency, "the coastguard"))
    vance = source(
        "Petra Vance", "person", place(agency, "Petra Vance"), place(local, "Petra Vance"), role="a lorry driver"
    )
    rescuer = source("a rescuer", "unnamed", place(reprint, "a rescuer"))
    line = source("the shipping line", "body", place(local, "the shipping line"))
    brink = source("Aldo Brink", "person", place(agency, "Captain Aldo Brink"), role="Captain")

    doubt = at(agency, "could not be verified")
    unverified = Mark(
        kind="unverified",
        start=doubt.start,
        end=doubt.end,
        reason="“could not be verified” stands in the next sentence",
    )
    refusal = at(local, "denied")
    denial = Mark(kind="denied", by=line.id, start=refusal.start, end=refusal.end, reason="“denied” governs the clause")

    s1 = statement(
        agency,
        "A car ferry ran aground in Kettle Sound on Monday night and at least 6 passengers are missing, the coastguard said",
        "A car ferry ran aground in Kettle Sound on Monday night and at least 6 passengers are missing",
        kind="paraphrase",
        cue="said",
        source=coastguard,
        named="the coastguard",
    )
    q1 = statement(
        agency,
        "“The lights went and then we were on our side,” said Petra Vance",
        "The lights went and then we were on our side,",
        source=vance,
        named="Petra Vance",
    )
    b1 = statement(
        agency,
        "The coastguard said it believed the steering had failed",
        "the steering had failed",
        kind="paraphrase",
        cue="believed",
        source=coastguard,
        named="The coastguard",
        marks=(unverified,),
    )
    k1 = replace(
        statement(
            agency,
            "“We will search until the tide turns,” said Captain Aldo Brink. “After that,” he added, “it is a matter of luck.”",
            "We will search until the tide turns,",
            source=brink,
            named="Captain Aldo Brink",
        ),
        content=(
            at(agency, "We will search until the tide turns,"),
            at(agency, "After that,"),
            at(agency, "it is a matter of luck."),
        ),
    )
    s2 = statement(
        reprint,
        "A car ferry ran aground in Kettle Sound on Monday night and 6 passengers are missing.",
        "A car ferry ran aground in Kettle Sound on Monday night and 6 passengers are missing",
        kind="assertion",
    )
    q2 = statement(
        reprint,
        "“The lights went and then we were on our side,” a rescuer said",
        "The lights went and then we were on our side,",
        cue="said",
        source=rescuer,
        named="a rescuer",
    )
    b2 = statement(reprint, "The steering failed", "The steering failed", kind="assertion")
    s3 = statement(
        local,
        "Nine passengers of the Kettle Sound ferry are missing, the shipping line said",
        "Nine passengers of the Kettle Sound ferry are missing",
        kind="paraphrase",
        cue="said",
        source=line,
        named="the shipping line",
    )
    q3 = statement(
        local,
        "Petra Vance told us: “The lights went out, and then the whole deck was on its side.”",
        "The lights went out, and then the whole deck was on its side.",
        cue="told",
        source=vance,
        named="Petra Vance",
    )
    b3 = statement(
        local,
        "The shipping line denied that the steering had failed",
        "the steering had failed",
        kind="paraphrase",
        cue="denied",
        source=line,
        named="The shipping line",
        marks=(denial,),
    )
    f1 = figure(
        agency, "at least 6", 6, "passengers", measure="missing", bound="at least", source=coastguard, inside=s1
    )
    f2 = figure(reprint, "6", 6, "passengers", measure="missing", inside=s2)
    f3 = figure(local, "Nine", 9, "passengers of the Kettle Sound ferry", measure="missing", source=line, inside=s3)
    g1 = figure(agency, "About 210", 210, "people", measure=None, bound="about")
    g2 = figure(reprint, "About 210", 210, "people", measure=None, bound="about")
    day = at(agency, "Monday night")
    night = Moment(
        id=content_id("m", agency.id, day.start),
        article=agency.id,
        start=day.start,
        end=day.end,
        earliest="2031-05-12T18:00",
        latest="2031-05-13T06:00",
        precision="part of day",
        reason="the Monday before publication, its night",
    )

    lead = Passage(
        id=content_id("p", 1),
        spans=pair(
            place(agency, "A car ferry ran aground in Kettle Sound on Monday night and"),
            place(reprint, "A car ferry ran aground in Kettle Sound on Monday night and"),
        ),
        words=12,
        ratio=1.0,
        kind="copied",
        earlier=agency.id,
        reason="12 words in a row, outside quotation marks",
    )
    speech = Passage(
        id=content_id("p", 2),
        spans=pair(
            place(agency, "The lights went and then we were on our side,"),
            place(reprint, "The lights went and then we were on our side,"),
        ),
        words=10,
        ratio=1.0,
        kind="quotation",
        reason="the words stand in quotation marks in both",
    )
    shared = Origin(
        id=content_id("o", 1),
        articles=tuple(sorted((agency.id, reprint.id))),
        first=agency.id,
        via="Harrow Wire",
        reason="Evening Bell credits Harrow Wire and shares 12 words of its lead",
        passages=(lead.id,),
    )
    alone = Origin(id=content_id("o", 2), articles=(local.id,), first=local.id, reason="no shared origin found")

    missing = Point(
        id=content_id("q", 1),
        kind="figure",
        label="at least 6 passengers are missing",
        statements=(s1.id, s2.id, s3.id),
        figures=(f1.id, f2.id, f3.id),
        relation="differs",
        differences=(
            Difference(
                kind="value", members=(f1.id, f2.id, f3.id), detail="6 (the coastguard) against 9 (the shipping line)"
            ),
            Difference(kind="bound", members=(f1.id, f2.id), detail="“at least” was lost in Evening Bell"),
        ),
        standing=Standing(
            articles=(agency.id, reprint.id, local.id),
            outlets=("Evening Bell", "Harrow Wire", "The Sound Courier"),
            origins=(shared.id, alone.id),
            sources=(coastguard.id, line.id),
            detail="the coastguard in Harrow Wire, the shipping line in The Sound Courier: two sources, two origins",
        ),
        reason="the same thing is counted",
    )
    lights = Point(
        id=content_id("q", 2),
        kind="quotation",
        label_quoted=True,
        label="The lights went and then we were on our side,",
        statements=(q1.id, q2.id, q3.id),
        relation="differs",
        differences=(
            Difference(
                kind="speaker", members=(q1.id, q2.id), detail="Petra Vance in Harrow Wire, a rescuer in Evening Bell"
            ),
            Difference(kind="wording", members=(q1.id, q3.id), detail="other words of the same speaker"),
        ),
        standing=Standing(
            articles=(agency.id, reprint.id, local.id),
            outlets=("Evening Bell", "Harrow Wire", "The Sound Courier"),
            origins=(shared.id, alone.id),
            sources=(vance.id,),
            detail="Petra Vance in two articles; “a rescuer” in Evening Bell",
        ),
        reason="most words are the same",
    )
    steering = Point(
        id=content_id("q", 3),
        kind="claim",
        label="the steering had failed",
        statements=(b1.id, b2.id, b3.id),
        relation="differs",
        differences=(
            Difference(
                kind="attribution", members=(b2.id,), detail="“the coastguard believed” was lost in Evening Bell"
            ),
            Difference(kind="polarity", members=(b1.id, b3.id), detail="denied by the shipping line"),
        ),
        standing=Standing(
            articles=(agency.id, reprint.id, local.id),
            outlets=("Evening Bell", "Harrow Wire", "The Sound Courier"),
            origins=(shared.id, alone.id),
            sources=(coastguard.id,),
            detail="the coastguard, carried by two outlets of one origin",
        ),
    )
    aboard = Point(
        id=content_id("q", 4),
        kind="figure",
        label="About 210 people",
        figures=(g1.id, g2.id),
        relation="same",
        standing=Standing(
            articles=(agency.id, reprint.id),
            outlets=("Evening Bell", "Harrow Wire"),
            origins=(shared.id,),
            detail="no source named; one origin, Harrow Wire",
        ),
    )
    tide = Point(
        id=content_id("q", 5),
        kind="quotation",
        label_quoted=True,
        label="We will search until the tide turns,",
        statements=(k1.id,),
        relation="single",
        standing=Standing(
            articles=(agency.id,),
            outlets=("Harrow Wire",),
            origins=(shared.id,),
            sources=(brink.id,),
            detail="Aldo Brink, in Harrow Wire",
        ),
    )
    clash = Conflict(
        id=content_id("c", 1),
        kind="value",
        point=missing.id,
        members=(f1.id, f3.id),
        detail="6 or 9 passengers missing: the coastguard, the shipping line",
    )
    other = Conflict(
        id=content_id("c", 2),
        kind="speaker",
        point=lights.id,
        members=(q1.id, q2.id),
        detail="“The lights went …”: Petra Vance, or a rescuer",
    )
    return Story(
        title=agency.headline or "",
        articles=(agency, reprint, local),
        sources=tuple(sorted((coastguard, vance, rescuer, line, brink), key=lambda one: one.id)),
        statements=(s1, q1, b1, k1, s2, q2, b2, s3, q3, b3),
        figures=(f1, g1, f2, g2, f3),
        moments=(night,),
        passages=(lead, speech),
        origins=(shared, alone),
        points=(missing, lights, steering, aboard, tide),
        conflicts=(clash, other),
        timeline=(
            TimelineEntry(
                earliest=night.earliest,
                latest=night.latest,
                precision="part of day",
                statements=(s1.id,),
                figures=(f1.id,),
                moments=(night.id,),
                label="A car ferry ran aground in Kettle Sound",
            ),
        ),
        checks=(
            Check(
                code="C101",
                detail="How many are missing: 6 (the coastguard) or 9 (the shipping line)?",
                refers=(missing.id,),
                severity="high",
            ),
            Check(
                code="C105",
                detail="Harrow Wire could not verify it; Evening Bell does not say so",
                refers=(b1.id, b2.id),
                severity="medium",
            ),
        ),
        gaps=(Gap(code="G203", where=local.id, detail="neither the page nor its text gives a date"),),
        settings={"passage_words": "8"},
        version="0.1.0",
    )


def ranged(**given: Any) -> Story:  # noqa: ANN401 - fields by name
    """The same story with what its articles together say of the rescued."""
    story = sample()
    figures = tuple(one.id for one in story.figures[:2])
    one = StoryRange(
        id="r1", measure="rescued", low=5, high=6, figures=figures, articles=(story.articles[0].id,),
        reason="The least: “5” in The Sound Courier.",
    )  # fmt: skip
    return replace(story, ranges=(replace(one, **given),))
