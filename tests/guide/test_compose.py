"""What is said to whom."""

from typing import Any

import pytest
from hypothesis import given

from optout.catalog import Catalog
from optout.guide import Guide, Reader, compose
from optout.guide.guide import plain
from optout.guide.status import status
from optout.model import Audience, ContactPoint, Control, Date, File, Platform, Source
from tests import strategies
from tests.conftest import platform


def _ways(guide: Guide) -> list[str]:
    return [way.name for way in (guide.best, *guide.others) if way]


def _steps(guide: Guide) -> list[str]:
    assert guide.best
    return [plain(step.text) for step in guide.best.steps]


def _changed(acme: Platform, number: int, **changes: Any) -> Platform:
    return acme._replace(controls=(acme.controls[number]._replace(**changes),))


def test_an_unknown_reader_sees_every_way_in_the_published_order(acme: Platform) -> None:
    """Nothing is left out; what is worth the same and asks the same of people stands in the order of the author."""
    ways = compose(acme).ways
    assert {way.name for way in ways} == {control.name for control in acme.controls}
    assert [way.number for way in ways] == list(range(1, len(ways) + 1))
    who = {control.name: control.who for control in acme.controls}
    assert [way.name for way in ways if who[way.name] == "member"] == [
        *("Improve Acme", "Improve Acme in the app", "Letter to the privacy team", "Retention", "Objection"),
        *("Acme Business", "Private mode", "Delete your chats"),
    ]


def test_a_known_region_leaves_out_what_does_not_hold_there(acme: Platform) -> None:
    """In Germany the form, outside Europe the letter."""
    assert "Objection" in _ways(compose(acme, Reader("DE")))
    assert "Letter to the privacy team" not in _ways(compose(acme, Reader("DE")))
    assert "Objection" not in _ways(compose(acme, Reader("US")))
    assert "Letter to the privacy team" in _ways(compose(acme, Reader("US")))


def test_a_known_device_leaves_out_the_others(acme: Platform) -> None:
    """On a phone the app's way comes first; what works anywhere stays."""
    ways = _ways(compose(acme, Reader(device="ios")))
    assert ways[0] == "Improve Acme in the app"
    assert "Private mode" in ways


def test_a_known_plan_is_taken_into_account(acme: Platform) -> None:
    """Whoever has Acme Business need not change to it, and is told what holds for them."""
    guide = compose(acme, Reader(plan="acme business"))
    assert "Acme Business" not in _ways(guide)
    assert guide.status.id == "no-training"
    assert plain(guide.verdict) == "Business chats are left out."


def test_a_plan_that_the_entry_does_not_know_rules_nothing_out(acme: Platform) -> None:
    """It is said so, and the known ones are named."""
    guide = compose(acme, Reader(plan="Gold"))
    assert _ways(guide) == _ways(compose(acme))
    assert "no plan called “Gold”" in plain(guide.shown_for[0])
    assert "Free, Plus and Acme Business" in plain(guide.shown_for[0])


def test_what_is_shown_and_how_to_see_the_rest_is_said(acme: Platform) -> None:
    """A narrowed guide names what it was narrowed to; an unknown reader is told what could narrow it."""
    said = plain(compose(acme, Reader("DE", "ios", "Free")).shown_for[0])
    assert said == "This is what holds in Germany, on iPhone and iPad, on Free. Every variant: optout show acme."
    assert compose(acme).shown_for == ()
    assert [axis for axis, _ in compose(acme).varies_by] == ["region", "device", "plan"]
    assert compose(acme, Reader("DE", "ios", "Free")).varies_by == ()


def test_a_difference_of_status_becomes_the_verdict(acme: Platform) -> None:
    """In South Korea the guide says no-training, and says it once."""
    guide = compose(acme, Reader("KR"))
    assert guide.status.id == status(acme, Reader("KR")).id == "no-training"
    assert plain(guide.verdict) == "Acme does not train on chats from South Korea."
    differences = guide.part("differences")
    assert differences is None or all("South Korea" not in plain(fact.text) for fact in differences.facts)


def test_part_of_a_region_listed_leaves_the_difference_in(acme: Platform) -> None:
    """Somebody in the US may be in California."""
    for region in ("US", "US-CA"):
        differences = compose(acme, Reader(region)).part("differences")
        assert differences
        assert any("California" in plain(fact.text) for fact in differences.facts)
    assert not any("California" in str(part) for part in compose(acme, Reader("US-NY")).parts)


def test_steps_by_address(acme: Platform) -> None:
    """With the address of the setting nobody walks through menus."""
    assert _steps(compose(acme)) == [
        "Open acme.example/settings/privacy",
        "Switch Improve Acme for everyone off.",
        "Choose Save.",
    ]


def test_steps_by_menu(acme: Platform) -> None:
    """Without an address every station is one step."""
    assert _steps(compose(_changed(acme, 0, link=""))) == [
        "Go to acme.example in a browser.",
        "Choose your photo, top right.",
        "Choose Settings (the gear).",
        "Choose Privacy.",
        "Switch Improve Acme for everyone off.",
        "Choose Save.",
    ]


def test_the_default_is_said_where_the_sources_state_it(acme: Platform) -> None:
    """On, off or an option; nothing where nobody says."""
    guide = compose(acme)
    assert guide.best
    assert guide.best.starts == "On unless you change it."
    option = compose(_changed(acme, 0, default="Enabled", set="Disabled")).best
    assert option
    assert option.starts == "It is at “Enabled” unless you change it."
    unknown = compose(_changed(acme, 0, default="")).best
    assert unknown
    assert unknown.starts == ""


def test_direction_matters(acme: Platform) -> None:
    """Where refusing means switching on, every sentence says on."""
    guide = compose(_changed(acme, 2, default="", each=""))
    assert guide.best
    assert guide.best.action == "switch on"
    assert _steps(guide) == ["Switch Private mode on."]
    assert plain(guide.best.done).endswith("the switch is still on.")
    assert plain(guide.best.undo).startswith("Switch Private mode off again")


def test_a_switch_that_stands_right_is_only_looked_at(acme: Platform) -> None:
    """Nobody is told to switch off what is off."""
    guide = compose(_changed(acme, 2, set="off", default="off"))
    assert guide.best
    assert guide.best.action == "make sure it is off"
    assert _steps(guide) == ["Make sure that Private mode is off."]


def test_what_has_to_be_chosen_anew_says_so(acme: Platform) -> None:
    """A private mode does not stay: nobody is told to come back and look, or how to undo it."""
    guide = compose(_changed(acme, 2))
    assert guide.best
    assert guide.best.each == "chat"
    assert plain(guide.best.done) == "It holds for this chat only; choose it again for the next one."
    assert guide.part("undo") is None


def test_every_way_says_its_cost_and_how_to_tell(acme: Platform) -> None:
    """Each has at least one step, counts them, and ends in something one can see."""
    guide = compose(acme)
    for way in (guide.best, *guide.others):
        assert way
        assert way.steps
        assert way.cost.split()[0] == str(len(way.steps))
        assert plain(way.done)


def test_texts_to_copy_go_with_their_step(acme: Platform) -> None:
    """The message, the file and the command stand where they are used, letter by letter."""
    blocks = {way.name: step.block.text for way in compose(acme).others for step in way.steps if step.block}
    assert blocks == {
        "Letter to the privacy team": "Account: <your account>\nI object.",
        "Block the crawler": "User-agent: AcmeBot\nDisallow: /",
        "Policy for the organisation": "acme policy set --training deny",
    }


def test_a_text_to_copy_that_no_step_names_goes_with_the_last(acme: Platform) -> None:
    """Steps of one's own that name a file or a command have it beside them; else it stands where the steps end."""
    number = next(place for place, control in enumerate(acme.controls) if control.how == "command")
    command = acme.controls[number].command
    told = compose(_changed(acme, number, steps=("Open a terminal.", "Sign in.", "Run the line below.")))
    assert told.best
    assert [step.block.text if step.block else "" for step in told.best.steps] == ["", "", command]

    number = next(place for place, control in enumerate(acme.controls) if control.how == "file")
    named = ("Open the editor.", "Put these lines into `robots.txt`.", "Save.")
    told = compose(_changed(acme, number, steps=named, file=File("robots.txt", "User-agent: *")))
    assert told.best
    assert [bool(step.block) for step in told.best.steps] == [False, True, False]


@pytest.mark.parametrize(("name", "in_root"), [("robots.txt", True), ("ads.txt", False), ("my-robots.txt", False)])
def test_only_robots_txt_stands_in_the_root_of_a_site(name: str, in_root: bool, acme: Platform) -> None:
    """Of another file nobody knows where it belongs, however it is called."""
    number = next(place for place, control in enumerate(acme.controls) if control.how == "file")
    best = compose(_changed(acme, number, file=File(name, "x"), path=(), link="", steps=(), done="")).best
    assert best
    of_robots = compose(_changed(acme, number, file=File("robots.txt", "x"), path=(), link="", steps=(), done="")).best
    assert of_robots
    assert (plain(best.done) == plain(of_robots.done)) is in_root
    assert (plain(best.steps[0].text) == plain(of_robots.steps[0].text).replace("robots.txt", name)) is in_root


def test_a_text_is_entered_where_an_address_alone_leads(acme: Platform) -> None:
    """Not only where menus do."""
    number = next(place for place, control in enumerate(acme.controls) if control.how == "file")
    entered = {"file": File("rules", "x"), "steps": (), "link": "https://acme.example/rules"}
    best = compose(_changed(acme, number, path=(), **entered)).best
    assert best
    assert "acme.example/rules" in plain(best.steps[0].text)
    assert [bool(step.block) for step in best.steps[:2]] == [False, True]


def test_a_mail_can_be_opened_with_everything_filled_in(acme: Platform) -> None:
    """The address carries subject and body, encoded."""
    way = next(way for way in compose(acme).others if way.how == "email")
    assert way.link == (
        "mailto:privacy@acme.example?subject=Objection%20to%20training&body=Account%3A%20%3Cyour%20account%3E%0D%0AI%20object."
    )


def test_undo_is_derived_and_said_once(acme: Platform) -> None:
    """The same switch on the web and in the app is undone in one sentence."""
    undo = compose(acme).part("undo")
    assert undo
    said = [plain(fact.text) for fact in undo.facts]
    assert said[0] == "Switch Improve Acme for everyone on again, in the same place."
    assert len(said) == len(set(said))
    assert "Choose Forever again." in said


def test_that_there_is_no_way_is_told_apart_from_that_none_was_found(example: Catalog) -> None:
    """The operator's own word and a search without result are two statements."""
    wall = platform(example, "wall")
    stated = compose(wall)
    assert stated.status.label == "Trains, and offers no way to refuse"
    assert plain(stated.answer[0].text).startswith("Wall Inc. offers no way to refuse.")
    searched = wall._replace(controls=(wall.controls[0]._replace(absence="not-found"),))
    assert compose(searched).status.label == "Trains, and no way to refuse is known"
    assert "there may be one" in plain(compose(searched).answer[0].text)


def test_what_still_helps_is_not_called_a_refusal(example: Catalog) -> None:
    """Without a way to refuse, what can be done stands under another heading."""
    guide = compose(platform(example, "wall"))
    assert guide.steps_title == "What you can still do"
    limits = guide.part("limits")
    assert limits
    assert limits.title == "Good to know"


def test_nothing_to_do_is_said(example: Catalog) -> None:
    """Whoever need not act is told so."""
    assert plain(compose(platform(example, "quiet")).answer[0].text) == "There is nothing you have to do."


def test_sources_are_numbered_official_and_newest_first(acme: Platform) -> None:
    """The numbers are the same in every variant."""
    guide = compose(acme)
    assert [(note.number, note.id) for note in guide.sources] == [(1, "terms"), (2, "help"), (3, "press"), (4, "blog")]
    assert compose(acme, Reader("KR")).sources == guide.sources


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (("official", "official"), "Rests on 2 official sources (newest: 1 August 2026)"),
        (("official",), "Rests on 1 official source (1 August 2026)"),
        (("press", "community"), "No official source: known from press and community only"),
    ],
)
def test_the_support_is_derived(kinds: tuple[Any, ...], said: str, acme: Platform) -> None:
    """How many official sources stand behind the verdict, and how new they are."""
    date = acme.history[1].date
    sources = tuple(Source(f"s{number}", "T", "P", kind, date=date) for number, kind in enumerate(kinds))
    summary = " ".join(["Yes.", *(f"[{source.id}]" for source in sources)])
    assert compose(acme._replace(sources=sources, summary=summary, controls=(), scope="")).support == said


@pytest.mark.parametrize(
    ("spoken", "said"),
    [
        ("en", "Label and menu not seen on Acme’s own page."),
        ("de", "Bezeichnung und Menü auf keiner eigenen Seite von Acme gesehen."),
    ],
)
def test_what_was_only_not_seen_on_the_operators_page_is_one_short_mark(spoken: str, said: str, acme: Platform) -> None:
    """It is no doubt about the fact, and stands in one order however the entry lists it."""
    guide = compose(_changed(acme, 0, unseen=("menu", "label"), doubt=""), spoken=spoken)
    assert guide.best
    assert (guide.best.not_seen, guide.best.doubt) == (said, ())
    assert not compose(acme).ways[0].not_seen


_MARCH, _MAY = Date(2026, 3, 3), Date(2026, 5, 1)
_UNDATED = Source("copied", "T", "P", "official", seen=_MAY)
_DATED = Source("dated", "T", "P", "official", date=_MARCH)
_COPY = Source("copy", "T", "P", "official", archived="https://web.archive.org/web/2026/https://p.example/", seen=_MAY)


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        ((_UNDATED,), "Rests on 1 official source (undated; copy of 1 May 2026)"),
        ((_DATED, _UNDATED), "Rests on 2 official sources (newest: copy of 1 May 2026, undated)"),
        ((_DATED._replace(seen=_MAY),), "Rests on 1 official source (3 March 2026)"),
    ],
)
def test_the_day_of_a_copy_is_never_told_as_the_date_of_a_document(
    sources: tuple[Source, ...], said: str, acme: Platform
) -> None:
    """It stands for the age of what gives no date, and is called what it is."""
    summary = " ".join(["Yes.", *(f"[{source.id}]" for source in sources)])
    assert compose(acme._replace(sources=sources, summary=summary, controls=(), scope="")).support == said


def test_what_was_written_for_others_supports_nothing_here(acme: Platform) -> None:
    """A French policy is none for a German reader, who would take the answer for an official one."""
    french = Source("french", "T", "P", "official", date=_MARCH, audience=Audience(regions=("FR",)))
    sources = (french, Source("german", "T", "P", "press", date=_MAY))
    entry = acme._replace(sources=sources, summary="Yes. [french] [german]", controls=(), training="no-training")
    assert compose(entry, Reader("FR")).support == "Rests on 1 official source (3 March 2026)"
    assert compose(entry, Reader("DE")).support == "No official source: known from press only"


def test_a_source_without_a_date_is_listed_by_the_day_of_its_copy(acme: Platform) -> None:
    """It stands before an older one with a date; the copy is a link where its address is known."""
    guide = compose(acme._replace(sources=(_DATED, _UNDATED, _COPY), summary="Yes. [copy]", controls=(), scope=""))
    assert [note.id for note in guide.sources] == ["copied", "copy", "dated"]
    assert [plain(remark) for remark in guide.sources[0].remarks[1:3]] == ["undated", "copy of 1 May 2026"]
    linked = guide.sources[1].remarks[2][0]
    assert (linked.text, linked.target) == ("copy of 1 May 2026", _COPY.archived)


def test_a_source_that_only_says_whom_to_write_to_stands_last_and_says_so(acme: Platform) -> None:
    """However new it is: the entry shall not look better supported than it is."""
    contact = ContactPoint("Acme Ltd", ("copied", "dated"), email="privacy@acme.example")
    entry = acme._replace(sources=(_UNDATED, _DATED), summary="Yes. [dated]", controls=(), scope="")
    cited, last = compose(entry._replace(contacts=(contact,))).sources
    assert (cited.id, last.id) == ("dated", "copied")
    assert "on whom to write to" in map(plain, last.remarks)
    assert "on whom to write to" not in map(plain, cited.remarks)


@given(strategies.platforms)
def test_any_platform_makes_a_guide_for_any_reader(generated: Platform) -> None:
    """Composing never fails, and narrowing never adds a way."""
    everything = _ways(compose(generated))
    for reader in (Reader("DE"), Reader("US-CA", "ios"), Reader(plan="Free"), Reader(plan="Gold")):
        assert set(_ways(compose(generated, reader))) <= set(everything)


def test_whoever_trains_nothing_is_not_accused(acme: Platform) -> None:
    """A standard or a service that turns crawlers away says that others train."""
    assert compose(acme._replace(trainer="others")).status.label == "Others train unless you refuse"


def test_whoever_is_spoken_for_has_nothing_to_do(acme: Platform) -> None:
    """A collecting society that reserves the rights of its members leaves others only what it permits."""
    guide = compose(acme._replace(category="collective", trainer="others", training="opt-in", controls=()))
    assert guide.status.label == "Others may train only with permission"
    assert plain(guide.answer[0].text) == "If it speaks for you, there is nothing you have to do."


def test_a_crawler_says_what_it_fetches_for_and_how_it_is_known(acme: Platform) -> None:
    """In words that are the same for all of them; what only lists name does not look documented."""
    (crawler,) = acme.crawlers
    listed = crawler._replace(purposes=("training", "search"), known="listed", since=Date(2024, 3), agent="")
    part = compose(acme._replace(crawlers=(listed,))).part("crawlers")
    assert part
    assert part.table
    said = plain(part.table.rows[0][1])
    assert said.startswith("Training and search. Fetches pages to train on. Known from lists only.")
    assert said.endswith("Known since March 2024 at the latest.")


_OBJECTION = Control("form", "Objection", ("help",), form="https://acme.example/object", right="GDPR")


@pytest.mark.parametrize(
    ("region", "spoken", "said", "unsaid"),
    [
        ("DE", "en", "your right to object (GDPR)", "depends on your law"),
        ("EU", "en", "your right to object (GDPR)", "depends on your law"),
        ("GB", "en", "your right to object (GDPR)", "depends on your law"),
        ("US-CA", "en", "where you are it depends on your law", "your right to object"),
        ("", "en", "elsewhere it depends on your law", "your right to object"),
        ("DE", "de", "Ihr Widerspruchsrecht (DSGVO)", "Ihr Recht"),
        ("IN", "de", "bei Ihnen entscheidet Ihr Recht", "Ihr Widerspruchsrecht"),
    ],
)
def test_whose_right_an_objection_is_goes_by_where_the_reader_is(
    region: str, spoken: str, said: str, unsaid: str, acme: Platform
) -> None:
    """Who has the right is not told that it depends, and nobody else that it is theirs."""
    platform = acme._replace(training="no-control", controls=(_OBJECTION,), differences=())
    guide = compose(platform, Reader(region), spoken)
    assert guide.best
    assert said in guide.best.right
    assert unsaid not in guide.best.right


@pytest.mark.parametrize(
    ("absence", "spoken", "said"),
    [
        ("not-found", "en", "Besides the objection no way to refuse was found"),
        ("stated", "en", "Besides the objection Acme offers no way to refuse"),
        ("not-found", "de", "Außer dem Widerspruch fand sich"),
        ("stated", "de", "Außer dem Widerspruch bietet Acme keine"),
    ],
)
def test_below_an_objection_nobody_reads_that_there_is_no_way(
    absence: Any, spoken: str, said: str, acme: Platform
) -> None:
    """The steps just told one: what is missing is another."""
    none = Control("none", "No switch", ("help",), absence=absence)
    platform = acme._replace(company="Acme", training="no-control", controls=(none, _OBJECTION), differences=())
    guide = compose(platform, Reader("DE"), spoken)
    assert [plain(fact.text).startswith(said) for fact in guide.answer] == [True]
    assert not guide.answer[0].label
    alone = compose(platform._replace(controls=(none,)), Reader("DE"), spoken)
    assert said not in plain(alone.answer[0].text)


def test_beside_a_switch_that_refuses_an_objection_is_not_all_there_is(acme: Platform) -> None:
    """That others have no way is said as it is."""
    none = Control("none", "Elsewhere", ("help",), absence="not-found", audience=Audience(regions=("US",)))
    switch = Control("switch", "Train", ("help",), switch="Train", set="off")
    guide = compose(acme._replace(controls=(switch, _OBJECTION, none), differences=()))
    assert plain(guide.answer[0].text).startswith("No way to refuse was found")


def test_where_nobody_says_whether_it_trains_the_label_does_not_say_that_it_depends(acme: Platform) -> None:
    """ "It depends" promises an answer for whoever knows on what; where none was stated there is none."""
    unknown = acme._replace(training="depends", basis="concluded")
    assert status(unknown).label == "Not known for certain"
    assert status(unknown, spoken="de").label == "Nicht sicher bekannt"
    assert status(unknown._replace(basis="stated")).label == "It depends"


def test_a_plan_that_makes_no_difference_is_told_so_in_plain_words(acme: Platform) -> None:
    """Whoever names a plan learns that the guide says the same for each, not what guides tell apart."""
    platform = acme._replace(controls=(_OBJECTION,), differences=(), uses=(), spares=(), limits=(), conflicts=())
    said = compose(platform, Reader(plan="Business")).shown_for
    assert plain(said[0]) == "This guide says the same for every plan."


def test_nobody_is_told_where_they_are(acme: Platform) -> None:
    """For whom a way holds is said as far as it is not sure to be the reader."""
    whom = Audience(regions=("EU", "GB"), plans=("Free",))
    control = Control("switch", "Train", ("help",), switch="Train", set="off", audience=whom)
    platform = acme._replace(controls=(control,), differences=())
    said = {
        Reader(): "in the EU and the UK, on Free",
        Reader("DE"): "on Free",
        Reader(plan="Free"): "in the EU and the UK",
        Reader("GB", plan="Free"): "",
    }
    for reader, text in said.items():
        guide = compose(platform, reader)
        assert guide.best
        assert guide.best.audience == text
        assert ("in the EU" in plain(guide.best.takes)) is ("in the EU" in text)
