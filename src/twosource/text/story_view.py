"""The index over a story that was laid side by side."""

from functools import cached_property

from twosource.model import Story
from twosource.text.story_index import StoryIndex
from twosource.text.told_by_figures import told_by_figures


class StoryView(StoryIndex):
    """What stands where in a story; rooms that show or check it add what they ask."""

    def __init__(self, story: Story) -> None:
        """Take the story."""
        super().__init__(
            articles=story.articles,
            sources=story.sources,
            statements=story.statements,
            figures=story.figures,
            moments=story.moments,
            passages=story.passages,
            points=story.points,
        )
        self.story = story

    @cached_property
    def counted_together(self) -> tuple[frozenset[str], ...]:
        """For each count that several articles give, the statements that it stands in."""
        return told_by_figures(self.story)

    @cached_property
    def counted(self) -> frozenset[str]:
        """Statements that a figure of several articles tells."""
        return frozenset().union(*self.counted_together)
