"""templates/guide.txt as Python. Change that file, then run `python -m optout.render.precompile`."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any


def fill(filters: Mapping[str, Callable[..., Any]], full: Any, guide: Any, narrow: Any) -> Iterator[str]:
    """The template's text, piece by piece."""
    yield str(filters['banner'](guide))
    yield '\n\n'
    if full:
        yield str(filters['para'](guide.title))
        yield '\n\n'
        yield str(filters['cited'](guide.verdict))
        yield '\n'
        if guide.scope:
            yield str(filters['cited'](guide.scope))
            yield '\n'
        if guide.doubt:
            yield str(filters['doubt'](guide.doubt, '', True))
            yield '\n'
    else:
        yield str(filters['para'](guide.verdict))
        yield '\n'
        if guide.doubt:
            yield str(filters['doubt'](guide.doubt, ''))
            yield '\n'
    yield str(filters['quiet']('Checked ' + str(guide.checked.spoken) + ' · ' + str(guide.support)))
    yield '\n'
    if full:
        if guide.about:
            yield str(filters['quiet'](guide.about))
            yield '\n'
    for sentence in guide.shown_for:
        yield '\n'
        yield str(filters['para'](sentence))
        yield '\n'
    for fact in guide.answer:
        yield '\n'
        yield str(filters['fact'](fact, '', full))
        yield '\n'
    limits = guide.part('limits')
    if limits:
        yield '\n'
        yield str(filters['heading'](limits.title))
        yield '\n'
        if full:
            for fact in limits.facts:
                yield str(filters['fact'](fact, '  • ', True))
                yield '\n'
        else:
            for fact in limits.facts[:3]:
                yield str(filters['fact'](fact, '  • ', False))
                yield '\n'
    if guide.best:
        yield '\n'
        yield str(filters['heading'](guide.steps_title))
        yield '\n'
        yield str(filters['quiet'](guide.best.name))
        yield '\n'
        yield str(filters['cost'](guide.best))
        yield '\n'
        if full:
            if guide.best.effect:
                yield str(filters['cited'](guide.best.effect))
                yield '\n'
            for limit in guide.best.limits:
                yield str(filters['cited'](limit))
                yield '\n'
        for number, step in filters['numbered'](guide.best.steps):
            if full:
                yield str(filters['cited'](step.text, '  ' + str(number) + '. '))
                yield '\n'
            else:
                yield str(filters['para'](step.text, '  ' + str(number) + '. '))
                yield '\n'
            if step.block:
                yield '\n'
                yield str(filters['block'](step.block, '       '))
                yield '\n\n'
        yield str(filters['para'](guide.best.done, '  ✓  '))
        yield '\n'
        if guide.best.doubt:
            yield str(filters['doubt'](guide.best.doubt, '  ?  ', full))
            yield '\n'
        if guide.best.route:
            yield str(filters['route'](guide.best.route, '  '))
            yield '\n'
        if guide.best.note:
            yield '\n'
            if full:
                yield str(filters['cited'](guide.best.note, '  ', '  '))
                yield '\n'
            else:
                yield str(filters['para'](guide.best.note, '  ', '  '))
                yield '\n'
        if full:
            yield str(filters['cited'](guide.best.cites, '  Evidence: ', '  '))
            yield '\n'
    if full:
        if guide.others:
            yield '\n'
            yield str(filters['heading']('Other ways'))
            yield '\n'
            for way in guide.others:
                yield '\n'
                yield str(filters['para'](str(way.number) + '. ' + str(way.name)))
                yield '\n'
                yield str(filters['cost'](way))
                yield '\n'
                if way.effect:
                    yield str(filters['cited'](way.effect))
                    yield '\n'
                for limit in way.limits:
                    yield str(filters['cited'](limit))
                    yield '\n'
                for number, step in filters['numbered'](way.steps):
                    yield str(filters['cited'](step.text, '  ' + str(number) + '. '))
                    yield '\n'
                    if step.block:
                        yield '\n'
                        yield str(filters['block'](step.block, '       '))
                        yield '\n\n'
                yield str(filters['para'](way.done, '  ✓  '))
                yield '\n'
                if way.note:
                    yield str(filters['cited'](way.note, '  ', '  '))
                    yield '\n'
                if way.doubt:
                    yield str(filters['doubt'](way.doubt, '  ?  ', True))
                    yield '\n'
                yield str(filters['cited'](way.cites, '  Evidence: ', '  '))
                yield '\n'
        for part in guide.parts:
            if part.id != 'limits':
                yield '\n'
                yield str(filters['heading'](part.title))
                yield '\n'
                for fact in part.facts:
                    yield str(filters['fact'](fact, '  • ', True))
                    yield '\n'
                if part.table:
                    for row in part.table.rows:
                        yield str(filters['cited'](row[0], '  • '))
                        yield '\n'
                        yield str(filters['cited'](row[1], '    '))
                        yield '\n'
                        if row[2]:
                            yield str(filters['cell'](row[2], part.table.header[2]))
                            yield '\n'
                        if row[3]:
                            yield str(filters['cell'](row[3], part.table.header[3]))
                            yield '\n'
        yield '\n'
        yield str(filters['heading']('Sources'))
        yield '\n'
        for note in guide.sources:
            yield str(filters['source'](note, '  [' + str(note.number) + '] ', '      '))
            yield '\n'
    else:
        yield '\n'
        if guide.others:
            yield str(filters['others'](guide.others, 'Also: '))
            yield '\n'
        yield str(filters['quiet']('Everything, with sources: optout show ' + str(guide.slug) + ' --full'))
        yield '\n'
        if narrow:
            yield str(filters['quiet']('Only what holds for you: add for example ' + str(narrow)))
            yield '\n'
