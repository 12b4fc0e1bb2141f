import pytest

from twosource.clean import language
from twosource.clean.language import language_of

ENGLISH = (
    "The harbour master said that the ferry had left the quay before midnight with a crew of six, and that nobody on the "
    "bridge had answered the calls which the coast guard sent to them from the island until the morning of the next day."
)
GERMAN = (
    "Der Hafenmeister sagte, die Fähre habe den Kai kurz vor Mitternacht verlassen, und auf der Brücke habe niemand auf die "
    "Rufe der Küstenwache geantwortet, die bis zum Morgen des nächsten Tages gesendet wurden."
)


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (GERMAN, "de"), (GERMAN + " " + GERMAN[:60], "de")])
def test_the_text_itself_decides_where_it_is_long_enough(text: str, language: str) -> None:
    assert language_of(text, "fr") == (language, "text")


def test_a_short_text_has_the_stated_language_and_else_english() -> None:
    assert language_of("Nein.", "de-AT") == ("de", "page")
    assert language_of("Nein.", None) == ("en", "assumed")
    assert language_of("", "nonsense") == ("en", "assumed")


# Invented, two sentences each.
OTHERS = {
    "fr": "Le capitaine du port a déclaré que le ferry avait quitté le quai avant minuit avec six marins. Personne n'a répondu aux appels.",
    "es": "El capitán del puerto dijo que el barco había dejado el muelle antes de medianoche con seis marineros. Nadie respondió.",
    "it": "Il comandante del porto ha detto che il traghetto aveva lasciato il molo prima di mezzanotte con sei marinai. Nessuno ha risposto.",
    "nl": "De havenmeester zei dat de veerboot de kade voor middernacht had verlaten met zes man aan boord. Niemand gaf antwoord op de oproepen.",
    "pl": "Kapitan portu powiedział, że prom odpłynął od nabrzeża przed północą z sześcioma marynarzami. Nikt nie odpowiedział na wezwania.",
    "uk": "Начальник порту сказав, що пором відійшов від причалу до півночі з шістьма моряками. Ніхто не відповів на виклики берегової охорони.",
    "ru": "Начальник порта сказал, что паром отошёл от причала до полуночи с шестью моряками. Никто не ответил на вызовы береговой охраны.",
    "ar": "قال قائد الميناء إن العبارة غادرت الرصيف قبل منتصف الليل وعلى متنها ستة بحارة. لم يرد أحد على نداءات خفر السواحل حتى صباح اليوم التالي.",
    "tr": "Liman başkanı, feribotun gece yarısından önce altı denizciyle rıhtımdan ayrıldığını söyledi. Kimse sahil güvenliğin çağrılarına yanıt vermedi.",
}


@pytest.mark.parametrize("language", OTHERS)
def test_a_short_paragraph_of_another_language_is_known_whatever_the_page_says(language: str) -> None:
    assert language_of(OTHERS[language], "en") == (language, "text")


# What leaves no doubt: a whole report, a notice of twenty words, a list of few words in common use among names.
PLAIN = (
    ENGLISH,
    "Where this site leads to pages of others, those are given for reading on; the Quay Courier is not answerable for what they hold.",
    "Mayor Ada Holm and her deputy Tom Reed were not at the opening of their new Tidal Barrier; Ines Vale spoke for the Port of Sallow.",
)


@pytest.mark.parametrize("text", PLAIN)
def test_no_model_is_loaded_for_what_is_plainly_english(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_identifier", lambda: pytest.fail("asked"))
    assert language_of(text, "fr") == ("en", "text")


TITLED = {
    "no": "Han leste «Who Would Have Said That» av en ukjent forfatter i The Harbour Times før han gikk hjem til sine for å sove om kvelden.",
    "de": "Sie sah im Kino noch einmal „What They Did When She Was There“ und fuhr danach mit dem letzten Zug nach Hause an die See.",
    "es": "La película «The House That Would Not Be Sold» ganó ayer dos premios en el festival de la ciudad, según contó su directora.",
    "nl": "Het boek “How to Get Out of Your Own House” is volgens de uitgever al voor de vierde keer gedrukt, zo bleek gisteren in de stad.",
    "zh": "“The House That Would Not Be Sold” 港务局长说渡轮在午夜前离开码头船上有六名船员海岸警卫队从岛上向他们发出呼叫直到第二天早晨没有人回答渡轮在午夜前离开码头船上有六名船员海岸警卫队从岛上向他们发出呼叫",
}


@pytest.mark.parametrize("code", TITLED)
def test_a_title_in_english_makes_no_text_english(code: str) -> None:
    assert language_of(TITLED[code], "en")[0] == code


def test_every_code_is_one_of_iso_639_1() -> None:
    from twosource.clean.language import _identifier  # noqa: PLC0415 - beside its use

    assert {len(code) for code in _identifier().labels} == {2}
    assert {"en", "fr", "de", "zh", "ja"} <= set(_identifier().labels)


@pytest.mark.parametrize("odd", ["\ud800" * 100, "12345 " * 100, "x" * 5_000, "\x00\ufffd" * 90])
def test_odd_text_has_some_language_and_stops_nothing(odd: str) -> None:
    code, _ = language_of(odd, None)
    assert len(code) == 2
