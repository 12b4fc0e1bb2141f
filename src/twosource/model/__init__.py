"""The nouns: what an article, a statement, a figure, a point and a story are.

Every place is half-open and in Unicode code points of ``Article.text``. Every value is frozen.
"""

from twosource.model.article import Article, Block, BlockKind, Candidate, CandidateOrigin, DatedBy
from twosource.model.edit import Edit, EditKind, title_given
from twosource.model.factuality import FACT, Factuality, Modality, Polarity
from twosource.model.feed_state import FeedState
from twosource.model.figure import Alternative, Bound, Figure, Moment, Precision, QuantityKind
from twosource.model.findings import Findings
from twosource.model.gap import GAP_CODES, Gap
from twosource.model.happening import Happening, Participant, Reporting
from twosource.model.ids import content_id
from twosource.model.passage import DirectionSign, Origin, Passage, PassageKind
from twosource.model.point import (
    Check,
    CheckSeverity,
    Conflict,
    ConflictKind,
    ConflictSide,
    Difference,
    DifferenceKind,
    Point,
    PointKind,
    Relation,
    Retraction,
    Standing,
    TimelineEntry,
)
from twosource.model.raw import Raw
from twosource.model.span import Place, Span
from twosource.model.statement import (
    GRAVE,
    REFUSING,
    Attitude,
    Mark,
    MarkKind,
    Source,
    SourceKind,
    Statement,
    StatementKind,
)
from twosource.model.story import FORMAT, Story
from twosource.model.story_range import StoryRange

__all__ = [
    "FACT",
    "FORMAT",
    "GAP_CODES",
    "GRAVE",
    "REFUSING",
    "Alternative",
    "Article",
    "Attitude",
    "Block",
    "BlockKind",
    "Bound",
    "Candidate",
    "CandidateOrigin",
    "Check",
    "CheckSeverity",
    "Conflict",
    "ConflictKind",
    "ConflictSide",
    "DatedBy",
    "Difference",
    "DifferenceKind",
    "DirectionSign",
    "Edit",
    "EditKind",
    "Factuality",
    "FeedState",
    "Figure",
    "Findings",
    "Gap",
    "Happening",
    "Mark",
    "MarkKind",
    "Modality",
    "Moment",
    "Origin",
    "Participant",
    "Passage",
    "PassageKind",
    "Place",
    "Point",
    "PointKind",
    "Polarity",
    "Precision",
    "QuantityKind",
    "Raw",
    "Relation",
    "Reporting",
    "Retraction",
    "Source",
    "SourceKind",
    "Span",
    "Standing",
    "Statement",
    "StatementKind",
    "Story",
    "StoryRange",
    "TimelineEntry",
    "content_id",
    "title_given",
]
