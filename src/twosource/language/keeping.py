"""What is worked out of a tree is kept with it: many rules ask the same of one clause."""

from collections.abc import Callable, Hashable
from functools import update_wrapper
from typing import Concatenate, ParamSpec, TypeVar

from twosource.language.tree import Tree

AskedT = TypeVar("AskedT", bound=Hashable)
WordsP = ParamSpec("WordsP")
AnswerT = TypeVar("AnswerT")


def kept_by_tree(
    work_out: Callable[Concatenate[Tree, AskedT, WordsP], AnswerT],
) -> Callable[Concatenate[Tree, AskedT, WordsP], AnswerT]:
    """Let a function of a tree, a place in it and a lexicon's word lists be worked out once for each place; nobody changes what it answers."""

    def asked(tree: Tree, place: AskedT, /, *words: WordsP.args, **none: WordsP.kwargs) -> AnswerT:
        kept = tree.kept.get((work_out, place))
        # Word lists are nearly always the same objects, which is seen without looking into them.
        if kept is None or kept[1] != words:
            kept = tree.kept[work_out, place] = (work_out(tree, place, *words, **none), words)
        answer: AnswerT = kept[0]
        return answer

    update_wrapper(asked, work_out)
    return asked
