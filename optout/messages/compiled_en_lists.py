"""Made from en/*.ftl and the Unicode CLDR by `python -m optout.messages.compile`; correct it there."""

# fmt: off
MESSAGES = {
    'company-begin': ('Begin with: ', ('command',)),
    'company-heading': (('name',), ': ', ('platforms',)),
    'company-more': ('and ', ('count',), ' more: ', ('command',)),
    'company-shared': ('One refusal for ', ('slugs',), ': ', ('name',)),
    'group': (('kind',), ', ', ('platforms',)),
    'hits-category': ('category',),
    'hits-company': ('company',),
    'hits-group': (('group',), ': ', ('command',)),
    'hits-more': (('count', (('one', ('and ', ('count',), ' more platform')), ('other', ('and ', ('count',), ' more platforms'))), ('and ', ('count',), ' more platforms')), '; add a word, or --limit 0 for all'),
    'hits-near': ('Nothing is called “', ('asked',), '”. Near it:'),
    'hits-topic': ('topic',),
    'is-now': (('former',), ' is now ', ('name',)),
    'list-category': ('Kind',),
    'list-checked': ('Checked',),
    'list-company': ('Company',),
    'list-former': ('Former names',),
    'list-platform': ('Platform',),
    'list-status': ('Status',),
    'list-title': ('How to refuse AI training, platform by platform',),
    'platforms': (('count', (('one', (('count',), ' platform')), ('other', (('count',), ' platforms'))), (('count',), ' platforms')),),
}
