import pytest

from twosource.errors import SettingError
from twosource.settings import Settings


def test_a_negative_threshold_is_refused_by_name() -> None:
    with pytest.raises(SettingError, match="input_bytes: got -1"):
        Settings(input_bytes=-1)


def test_every_setting_has_a_unit_and_a_reason() -> None:
    for name, value, unit, why in Settings().described():
        assert name
        assert value
        assert unit
        assert why, name
