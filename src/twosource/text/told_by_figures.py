"""Which statements a reader already has in the figures of a story."""

from twosource.model import Story


def told_by_figures(story: Story) -> tuple[frozenset[str], ...]:
    """For each point of figures that several articles make, the ids of the statements that these stand in; empty for most stories.

    Such a statement may be a point of its own as well: what is doubted or denied about it is told with the figure.
    """
    figures = {figure.id: figure for figure in story.figures}
    found = ([figures[name] for name in point.figures if name in figures] for point in story.points)
    shared = [held for held in found if len({figure.article for figure in held}) > 1]
    return tuple(frozenset(figure.statement for figure in held if figure.statement) for held in shared)
