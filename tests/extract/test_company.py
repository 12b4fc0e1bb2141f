import numpy as np

from twosource.extract.attribution.model.context_features import company_features, company_of
from twosource.extract.attribution.model.span_candidates import Cuts, Grid


def cuts(token: list[list[int]], labels: list[list[list[int]]], sure: list[float]) -> Cuts:
    """Ways over windows given by their tokens; what the trees of the sentences say is left at nothing."""
    place = np.array(token)
    nothing = np.zeros_like(place)
    grid = Grid(
        real=np.ones(place.shape, bool),
        token=place,
        head=nothing, right=nothing, left=nothing, pos=nothing, dep=nothing, border=nothing, quote=nothing,
        sentence=nothing, last=np.zeros(place.shape, bool), cue=np.zeros(len(place), np.int64),
        chance=np.zeros(place.shape, np.float32), rule=nothing,
    )  # fmt: skip
    ways = np.array(labels, np.int8)
    worth = np.tile(-np.arange(ways.shape[1], dtype=np.float32), (len(ways), 1))
    chances = np.array(sure, np.float32)
    return Cuts(grid=grid, labels=ways, worth=worth, sure=chances, told=chances)


def test_a_cue_keeps_no_company_with_itself() -> None:
    alone = cuts([[0, 1, 2]], [[[1, 2, 3], [1, 2, 0]]], [0.9])
    features = company_features(alone, company_of(3, [alone]), 2)
    assert np.allclose(features[:, :, :18], 0)


def test_content_that_swallows_another_source_is_seen_by_how_sure_the_other_cue_is() -> None:
    two = cuts([[0, 1, 2, 3], [0, 1, 2, 3]], [[[1, 2, 3, 3], [1, 2, 3, 0]], [[0, 0, 0, 1], [0, 0, 0, 1]]], [0.9, 0.5])
    features = company_features(two, company_of(4, [two]), 2)
    assert np.allclose(features[0, :, 1], [0.5, 0])


def test_company_is_the_same_whatever_the_batches() -> None:
    first, second = cuts([[0, 1]], [[[1, 3]]], [0.5]), cuts([[1, 2]], [[[3, 2]]], [0.25])
    one, other = company_of(3, [first, second]), company_of(3, [second, first])
    assert np.array_equal(one.inside, other.inside)
    assert one.inside[3].tolist() == [0, 0.75, 0]
