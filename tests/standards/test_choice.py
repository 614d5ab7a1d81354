"""A choice is stored by its value and said by its Chinese term."""

from workbench.standards.choice import Choice


class Weather(Choice):
    """A sample."""

    SUNNY = "sunny", "晴"
    RAIN = "rain", "雨"


def test_a_choice_is_found_by_its_value_and_says_its_term():
    assert Weather("rain") is Weather.RAIN
    assert (Weather.SUNNY.value, str(Weather.SUNNY), Weather.SUNNY.label) == ("sunny", "sunny", "晴")
    assert [each.label for each in Weather] == ["晴", "雨"]
