"""The table of moves, and any walk along it."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procurement.enums import AFFILIATED_STAGES, AffiliationStage
from procurement.models import AffiliationEvent, Procurer
from procurement.services.steps import check_step
from procurement.stages import EXITS, MOVES, PATH, moves_from

DAY = datetime.date(2026, 1, 1)
TODAY = datetime.date(2027, 1, 1)


def test_every_stage_has_its_moves():
    assert set(MOVES) == {"", *AffiliationStage}


@pytest.mark.parametrize("stage", PATH[:-1])
def test_the_way_goes_forward_or_out(stage):
    later = PATH[PATH.index(stage) + 1 :]
    assert set(moves_from(stage)) - set(EXITS) == set(later)


def test_renewing_and_lapsing_take_an_affiliation():
    for last in ("renewed", "lapsed"):
        assert {stage for stage, moves in MOVES.items() if last in moves} == set(AFFILIATED_STAGES)


def test_every_exit_leads_back():
    assert all(AffiliationStage.AFFILIATED in moves_from(stage) for stage in EXITS)


stages = st.sampled_from(AffiliationStage.values)
gaps = st.integers(min_value=-3, max_value=30)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(stages, gaps), min_size=1, max_size=12))
def test_whatever_is_tried_the_history_keeps_the_rules(tried):
    """Tries any steps in turn; those that are let through obey the table, their days and the past."""
    procurer, kept, day = Procurer(pk=1, organisation_id=1), [], DAY
    for stage, gap in tried:
        day = day + datetime.timedelta(days=gap)
        route = "direct" if stage in AFFILIATED_STAGES else ""
        step = AffiliationEvent(stage=stage, happened_on=day, route=route)
        last = kept[-1] if kept else None
        may = stage in moves_from(last.stage if last else None) and (last is None or day >= last.happened_on)
        try:
            check_step(step, last, procurer, TODAY)
        except ValidationError:
            assert not may
        else:
            assert may
            kept.append(step)
    days = [step.happened_on for step in kept]
    assert days == sorted(days)
    held = False
    for step in kept:
        assert held or step.stage not in ("renewed", "lapsed")
        held = step.stage in AFFILIATED_STAGES
