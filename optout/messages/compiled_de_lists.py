"""Made from de/*.ftl and the Unicode CLDR by `python -m optout.messages.compile`; correct it there."""

# fmt: off
MESSAGES = {
    'company-begin': ('Beginnen Sie mit: ', ('command',)),
    'company-heading': (('name',), ': ', ('platforms',)),
    'company-more': ('und ', ('count',), ' weitere: ', ('command',)),
    'company-shared': ('Eine Ablehnung für ', ('slugs',), ': ', ('name',)),
    'group': (('kind',), ', ', ('platforms',)),
    'hits-category': ('Kategorie',),
    'hits-company': ('Unternehmen',),
    'hits-group': (('group',), ': ', ('command',)),
    'hits-more': (('count', (('one', ('und ', ('count',), ' weitere Plattform')), ('other', ('und ', ('count',), ' weitere Plattformen'))), ('und ', ('count',), ' weitere Plattformen')), '; ein Wort mehr, oder --limit 0 für alle'),
    'hits-near': ('Nichts heißt „', ('asked',), '“. In der Nähe:'),
    'hits-topic': ('Thema',),
    'is-now': (('former',), ' heißt jetzt ', ('name',)),
    'list-category': ('Art',),
    'list-checked': ('Geprüft',),
    'list-company': ('Unternehmen',),
    'list-former': ('Frühere Namen',),
    'list-platform': ('Plattform',),
    'list-status': ('Status',),
    'list-title': ('KI-Training ablehnen, Plattform für Plattform',),
    'platforms': (('count', (('one', (('count',), ' Plattform')), ('other', (('count',), ' Plattformen'))), (('count',), ' Plattformen')),),
}
