"""The network of the attribution model, fitted: the same sums as ``twosource.extract.attribution.model.network``. Training only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from twosource.extract.attribution.model.columns import Codes
from twosource.extract.attribution.model.decoding import LABELS, Floats
from twosource.extract.attribution.model.network import Network, places
from twosource.extract.attribution.model.span_codes import LEMMAS, Part
from twosource.extract.attribution.model.views import CLASSES

Ints = NDArray[np.int64]
WIDTH, LEMMA_WIDTH, LAYERS = 64, 32, 4
EPOCHS, RATE, DECAY, BATCH = 6, 2e-3, 1e-5, 48
DROPPED, UNREAD, WARM, SPREAD = 0.25, 0.15, 200, 40
LEAST_LEMMA, LEAST_OTHER = 4, 20
CUE, SEED = 2.0, 1


@dataclass(frozen=True, kw_only=True)
class Coded:
    """The windows of many articles: small numbers for each row, and what the rows are.

    Attributes:
        names: The features, a column each in ``seen``.
        vocabulary: What the numbers stand for, as in ``Network``.
        widths: How many bits each part with bits has.
        classes, labels: Of each row.
        opened: First row of each window, and one more for the end.
        article: Of each window.
        head: The cue's row in each window, and whether the annotator has it as ``right``.
    """

    names: tuple[str, ...]
    vocabulary: dict[str, Codes]
    widths: tuple[int, ...]
    seen: NDArray[np.int16]
    bits: NDArray[np.uint8]
    classes: NDArray[np.int8]
    labels: NDArray[np.int8]
    opened: Ints
    article: Ints
    head: Ints
    right: NDArray[np.bool_]


def coded(articles: Sequence[tuple[Sequence[Part], Ints, Ints, Ints]], head: Ints, right: NDArray[np.bool_]) -> Coded:
    """Articles' windows as (parts, classes, labels, first rows) laid end to end; codes that are rare are not told apart."""
    parts = articles[0][0]
    names = tuple(name for part in parts for name in part.codes)
    vocabulary = _vocabulary(articles, names)
    seen = [
        np.stack([places(vocabulary["lemma" if n in LEMMAS else n], v)[p.row] for p in one for n, v in p.codes.items()], 1)
        for one, *_ in articles
    ]  # fmt: skip
    bits = [np.concatenate([p.bits[p.row] for p in one if p.bits is not None], 1) for one, *_ in articles]
    sizes = np.concatenate([np.diff(opened) for *_, opened in articles])
    return Coded(
        names=names,
        vocabulary=vocabulary,
        widths=tuple(part.bits.shape[1] for part in parts if part.bits is not None),
        seen=np.concatenate(seen).astype(np.int16),
        bits=np.concatenate(bits),
        classes=np.concatenate([classes for _, classes, _, _ in articles]).astype(np.int8),
        labels=np.concatenate([labels for _, _, labels, _ in articles]).astype(np.int8),
        opened=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
        head=head,
        right=right,
        article=np.repeat(np.arange(len(articles)), [len(opened) - 1 for *_, opened in articles]),
    )


def _vocabulary(articles: Sequence[tuple[Sequence[Part], Ints, Ints, Ints]], names: Sequence[str]) -> dict[str, Codes]:
    found: dict[str, Codes] = {}
    for name in names:
        if name in LEMMAS[1:]:
            continue
        lemma = name == LEMMAS[0]
        values, times = np.unique(
            np.concatenate(
                [
                    p.codes[name] if lemma else p.codes[name][p.row]
                    for one, *_ in articles
                    for p in one
                    if name in p.codes
                ]
            ),
            return_counts=True,
        )
        found[name] = values[times >= (LEAST_LEMMA if lemma else LEAST_OTHER)]
    return found


class _Twin:
    """The network as torch has it."""

    def __init__(self, data: Coded) -> None:
        self.lemma_columns = [i for i, name in enumerate(data.names) if name in LEMMAS]
        self.columns = [i for i, name in enumerate(data.names) if name not in LEMMAS]
        sizes = [len(data.vocabulary[data.names[i]]) + 1 for i in self.columns]
        self.first = torch.tensor(np.concatenate([[0], np.cumsum(sizes)]))
        self.lemmas = nn.Embedding(len(data.vocabulary["lemma"]) + 1, LEMMA_WIDTH)
        self.turned = nn.Linear(LEMMA_WIDTH * len(self.lemma_columns), WIDTH, bias=False)
        self.table = nn.EmbeddingBag(int(self.first[-1]), WIDTH, mode="sum")
        self.bits = nn.Linear(sum(data.widths), WIDTH)
        self.convolutions = nn.ModuleList([nn.Linear(3 * WIDTH, WIDTH) for _ in range(LAYERS)])
        self.out, self.cue = nn.Linear(2 * WIDTH, LABELS), nn.Linear(2 * WIDTH, 1)
        self.steps = nn.Parameter(torch.zeros(CLASSES, LABELS, LABELS))
        for part in (self.lemmas, self.table):
            nn.init.normal_(part.weight, 0, 0.1)
        for convolution in self.convolutions:
            nn.init.normal_(convolution.weight, 0, (3 * WIDTH) ** -0.5)
            nn.init.zeros_(convolution.bias)

    def numbers(self) -> list[Tensor]:
        """All that is learned."""
        parts = (self.lemmas, self.turned, self.table, self.bits, self.convolutions, self.out, self.cue)
        return [self.steps, *(number for part in parts for number in part.parameters())]

    def read(self, seen: Tensor, bits: Tensor, real: Tensor, head: Tensor) -> tuple[Tensor, Tensor]:
        """What labels are worth, and what the cue is, with some of what is seen left out at random."""
        lemmas = seen[:, :, self.lemma_columns]
        lemmas = lemmas * (torch.rand(lemmas.shape) > UNREAD)
        others = (seen[:, :, self.columns] + self.first[:-1]).flatten(0, 1)
        total = self.table(others).view(*seen.shape[:2], WIDTH) + self.bits(bits)
        total = total + self.turned(self.lemmas(lemmas).flatten(2))
        shown = real[:, :, None].float()
        now = first = _thinned(torch.relu(total)) * shown
        for i, convolution in enumerate(self.convolutions):
            size, reach = now.shape[1], 1 << i
            wide = nn.functional.pad(now, (0, 0, reach, reach))
            around = torch.cat([wide[:, :size], now, wide[:, 2 * reach :]], 2)
            now = (now + torch.relu(convolution(around))) * shown
        both = torch.cat([_thinned(now), first], 2)
        return self.out(both), self.cue(both[torch.arange(len(head)), head])[:, 0]


def _thinned(rows: Tensor) -> Tensor:
    """Some columns of each window left out, the others made up for it."""
    kept = torch.rand(rows.shape[0], 1, rows.shape[2]) > DROPPED
    return rows * (kept.float() / (1 - DROPPED))


def fit_network(data: Coded, chosen: Ints) -> Network:
    """A network that makes the labels of the chosen windows likely, by gradient steps (Adam) that get smaller and smaller."""
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    twin, chance = _Twin(data), np.random.default_rng(SEED)
    total = EPOCHS * -(-len(chosen) // BATCH)
    steps = torch.optim.AdamW(twin.numbers(), lr=RATE, weight_decay=DECAY, fused=True)
    rate = torch.optim.lr_scheduler.LambdaLR(steps, lambda n: min(1, (n + 1) / WARM) * max(0.02, 1 - n / total))
    for _ in range(EPOCHS):
        for batch in _batches(data, chosen, chance):
            seen, bits, classes, labels, real = _loaded(data, batch)
            worth, cue = twin.read(seen, bits, real, torch.from_numpy(data.head[batch]))
            right = torch.from_numpy(data.right[batch])
            loss = (_surprise(worth, twin.steps[classes], labels, real) * right).sum() / len(batch)
            loss = loss + CUE * nn.functional.binary_cross_entropy_with_logits(cue, right.float())
            steps.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(twin.numbers(), 5.0)
            steps.step()
            rate.step()
    return _exported(twin, data)


def _batches(data: Coded, chosen: Ints, chance: np.random.Generator) -> Iterator[Ints]:
    """Windows of like size together, in random order."""
    order, sizes = chance.permutation(chosen), np.diff(data.opened)
    batches: list[Ints] = []
    for first in range(0, len(order), BATCH * SPREAD):
        part = order[first : first + BATCH * SPREAD]
        part = part[np.argsort(sizes[part], kind="stable")]
        batches += [part[i : i + BATCH] for i in range(0, len(part), BATCH)]
    return (batches[i] for i in chance.permutation(len(batches)))


def _loaded(data: Coded, batch: Ints) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    sizes = np.diff(data.opened)[batch]
    row = np.arange(int(sizes.max()))[None]
    index = data.opened[batch][:, None] + np.minimum(row, sizes[:, None] - 1)
    seen, classes, labels = (
        torch.from_numpy(x[index].astype(np.int64)) for x in (data.seen, data.classes, data.labels)
    )
    return (
        seen,
        torch.from_numpy(data.bits[index].astype(np.float32)),
        classes,
        labels,
        torch.from_numpy(row < sizes[:, None]),
    )


def _surprise(worth: Tensor, steps: Tensor, labels: Tensor, real: Tensor) -> Tensor:
    """How unlikely the labels of each window are: minus the logarithm of their chance among all labellings."""
    shown = real.float()
    single = (worth.gather(2, labels[:, :, None])[:, :, 0] * shown).sum(1)
    pair = (labels[:, :-1] * LABELS + labels[:, 1:])[:, :, None]
    step = (steps[:, 1:].flatten(2).gather(2, pair)[:, :, 0] * shown[:, 1:]).sum(1)
    ahead = worth[:, 0]
    for row in range(1, worth.shape[1]):
        now = torch.logsumexp(ahead[:, :, None] + steps[:, row], 1) + worth[:, row]
        ahead = torch.where(real[:, row, None], now, ahead)
    return torch.logsumexp(ahead, 1) - single - step


def _exported(twin: _Twin, data: Coded) -> Network:
    def numbers(tensor: Tensor) -> Floats:
        array: Floats = tensor.detach().numpy().astype(np.float32)
        return array

    table, weight = numbers(twin.table.weight), numbers(twin.bits.weight).T
    turned = numbers(twin.turned.weight).T.reshape(-1, LEMMA_WIDTH, WIDTH)
    cuts, ends = twin.first.tolist(), np.cumsum(data.widths).tolist()
    return Network(
        vocabulary=data.vocabulary,
        tables={data.names[c]: table[cuts[i] : cuts[i + 1]] for i, c in enumerate(twin.columns)},
        lemmas=numbers(twin.lemmas.weight),
        turned={data.names[c]: turned[i] for i, c in enumerate(twin.lemma_columns)},
        bits=tuple(weight[end - width : end] for width, end in zip(data.widths, ends, strict=True)),
        bias=numbers(twin.bits.bias),
        kernels=np.stack([numbers(c.weight).T.reshape(3, WIDTH, WIDTH) for c in twin.convolutions]),
        offsets=np.stack([numbers(c.bias) for c in twin.convolutions]),
        out=numbers(twin.out.weight).T,
        out_bias=numbers(twin.out.bias),
        cue=numbers(twin.cue.weight)[0],
        cue_bias=numbers(twin.cue.bias),
        steps=numbers(twin.steps),
    )
