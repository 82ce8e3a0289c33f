"""The affiliation pipeline as a table: which step may follow which."""

from collections.abc import Mapping

from procurement.enums import AffiliationStage as Stage

# The way to an affiliation, in order. A step may be left out: bodies affiliate without telling everything before.
PATH = (
    Stage.IDENTIFIED,
    Stage.CONTACTED,
    Stage.ENCOURAGED,
    Stage.INTERESTED,
    Stage.SPEND_MEASURED,
    Stage.OFFER_REQUESTED,
    Stage.OFFER_RECEIVED,
    Stage.AFFILIATED,
)
EXITS = (Stage.DECLINED, Stage.DORMANT, Stage.LAPSED)
# Where one comes in again after an exit: contact has been made, or more.
REENTRY = PATH[1:]


def _onward(stage: Stage) -> tuple[Stage, ...]:
    """Every later step of the way; before the affiliation it may go to sleep, and once contacted say no."""
    position = PATH.index(stage)
    exits = (Stage.DORMANT,) if position == 0 else (Stage.DECLINED, Stage.DORMANT)
    return (*PATH[position + 1 :], *exits)


# From the present stage ("" before the first step) to those that may follow.
MOVES: Mapping[str, tuple[Stage, ...]] = {
    "": PATH,
    **{stage: _onward(stage) for stage in PATH[:-1]},
    Stage.AFFILIATED: (Stage.RENEWED, Stage.LAPSED),
    Stage.RENEWED: (Stage.RENEWED, Stage.LAPSED),
    Stage.DECLINED: REENTRY,
    Stage.DORMANT: (*REENTRY, Stage.DECLINED),
    Stage.LAPSED: REENTRY,
}


def moves_from(stage: str | None) -> tuple[Stage, ...]:
    """Stages that may follow `stage`; those that may come first for None."""
    return MOVES[stage or ""]
