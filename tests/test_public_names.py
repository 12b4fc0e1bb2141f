import subprocess
import sys

import pytest

import twosource


@pytest.mark.parametrize("name", twosource.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(twosource, name)


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'compute'"):
        twosource.compute  # noqa: B018 - the access is the test


def test_the_functions_stay_functions_when_their_rooms_are_imported() -> None:
    code = "import twosource.compare, twosource.read, twosource; print(callable(twosource.compare), callable(twosource.read))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603 - our own code
    assert done.stdout == "True True\n"


def test_importing_twosource_imports_nothing_heavy() -> None:
    code = "import sys, twosource; print([m for m in ('spacy', 'trafilatura', 'httpx', 'msgspec', 'rich', 'jinja2', 'numpy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603 - our own code
    assert done.stdout == "[]\n"


def test_the_names_that_python_lists_are_the_public_ones_before_and_after_their_use() -> None:
    code = "import twosource; before = dir(twosource); twosource.Story; print(before == dir(twosource) == sorted(twosource.__all__))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603 - our own code
    assert done.stdout == "True\n"
