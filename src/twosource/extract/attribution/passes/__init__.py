"""What is put right by rule between a proposal and a statement, one step a module.

A pass takes what is known of the article and all drafts, and gives all drafts: it may change, add or empty them. The
order of ``PASSES`` is part of what they mean; each pass says what it needs of those before it.
"""

from typing import Final

from twosource.extract.attribution.draft import Pass
from twosource.extract.attribution.passes.adjacent_speaker import adjacent_speaker
from twosource.extract.attribution.passes.continued_speech import continued_speech
from twosource.extract.attribution.passes.embedded_speech import embedded_speech, relayed_speech
from twosource.extract.attribution.passes.headline_source import headline_source
from twosource.extract.attribution.passes.interview import interview
from twosource.extract.attribution.passes.quotation_owner import closed_before, quotation_owner, whole_quotation
from twosource.extract.attribution.passes.relayed_words import quoted_as_saying, speaker_inside
from twosource.extract.attribution.passes.set_apart import block_quotation, led_by_name, signed_post
from twosource.extract.attribution.passes.source_extent import source_extent
from twosource.extract.attribution.passes.source_outside import source_outside
from twosource.extract.attribution.passes.told_behind import told_behind
from twosource.extract.attribution.passes.told_by_another import told_by_another
from twosource.extract.attribution.passes.unfit_source import no_report, unfit_source
from twosource.extract.attribution.passes.unsaid import unsaid

PASSES: Final[tuple[Pass, ...]] = (
    headline_source,
    interview,
    quoted_as_saying,
    signed_post,
    block_quotation,
    led_by_name,
    relayed_speech,
    speaker_inside,
    told_by_another,
    told_behind,
    whole_quotation,
    embedded_speech,
    source_extent,
    source_outside,
    closed_before,
    quotation_owner,
    unsaid,
    adjacent_speaker,
    no_report,
    unfit_source,
    continued_speech,
)
