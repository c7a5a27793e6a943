# The sections of what changed, and how much changed.
diff-matters = What matters
diff-new = New
diff-editorial = Editorial
diff-section = { $title } ({ $count })
diff-summary = Platforms: { $counts }.
diff-nothing = Nothing changed.
diff-unread = { $count ->
        [one] { $count } entry could not be read, and what changed in it is not known: { $names }.
       *[other] { $count } entries could not be read, and what changed in them is not known: { $names }.
    }
diff-count-matters = { $count } changed in what matters to people who followed the guide
diff-count-new = { $count } new
diff-count-editorial = { $count } changed in wording, sources or dates only

# A comment on a pull request.
diff-comment = What changes in the catalog
diff-more-platforms = … and { $count ->
        [one] { $count } more platform
       *[other] { $count } more platforms
    }; { $command } shows everything
diff-more-changes = … and { $count ->
        [one] { $count } more change
       *[other] { $count } more changes
    }; { $command } shows everything

# How changes follow one another; each of the clauses below stands after a name and a colon, without a full stop.
diff-of-control = { $control }: { $clause }
diff-further = ; { $more }
diff-quoted = “{ $text }”

# A value: $what is one of the nouns at the end.
diff-changed = { $what } changed from { $old } to { $new }
diff-given = { $what } now given: { $new }
diff-not-given = { $what } no longer given (was { $old })
diff-touched = { $what } changed
diff-lines = { $what } changed: { $lines }
diff-line = { $which ->
       *[new] new { $line }
        [gone] gone { $line }
    }
diff-more-lines = { $which ->
       *[new] { $count } more new
        [gone] { $count } more gone
    }
diff-name-added = { $what } added: { $name }
diff-name-gone = { $what } gone: { $name }

# The way to something through the menus.
diff-path-given = the way to { $what } now given: { $new }
diff-path-not-given = the way to { $what } no longer given (was { $old })
diff-path-described = the way to { $what } is described in other words
diff-moved = { $what } moved from { $old } to { $new }

# A sentence of the catalog.
diff-text-added = { $what } added: “{ $text }”
diff-text-gone = { $what } gone: “{ $text }”
diff-text-changed = { $what } changed from “{ $old }” to “{ $new }”
diff-marked-up = { $what } is marked up in another way
diff-link = { $what } links to { $address }
diff-link-added = { $what } links to { $address } now
diff-link-gone = { $what } no longer links to { $address }
diff-link-changed = { $what }: “{ $words }” leads to { $new } now (was { $old })
diff-citations = { $count ->
        [one] one statement cites other sources
       *[other] { $count } statements cite other sources
    }

# A list of sentences.
diff-claim-new = { $list ->
       *[limits] new limit: “{ $text }”
        [uses] also used now: “{ $text }”
        [spares] also left alone now: “{ $text }”
        [conflicts] sources disagree: “{ $text }”
    }
diff-claim-gone = { $list ->
       *[limits] limit gone: “{ $text }”
        [uses] no longer listed as used: “{ $text }”
        [spares] no longer listed as left alone: “{ $text }”
        [conflicts] sources no longer disagree: “{ $text }”
    }
diff-reordered = { $list ->
       *[controls] the ways to refuse stand in another order
        [aliases] the other names stand in another order
        [formerly] the former names stand in another order
        [topics] the topics stand in another order
        [domains] the domains stand in another order
        [country_domains] the domains with kin in other countries stand in another order
        [logins] the logins stand in another order
        [apps] the apps stand in another order
        [limits] the limits stand in another order
        [steps] the steps stand in another order
        [where] its devices stand in another order
        [differences] the differences stand in another order
        [uses] the uses stand in another order
        [spares] the things left alone stand in another order
        [crawlers] the crawlers stand in another order
        [contacts] the contacts stand in another order
        [history] the events stand in another order
        [lookalikes] the settings that are no refusal stand in another order
        [conflicts] the disagreements stand in another order
        [see] the related platforms stand in another order
        [sources] the sources stand in another order
    }

# A platform.
diff-called = it is called { $new } now (was { $old })
diff-trained-by-others = it says now that others train, not the platform itself
diff-trained-by-itself = it says now that the platform itself trains
diff-basis = { $basis ->
       *[stated] { $what } is stated, no longer concluded
        [concluded] { $what } is concluded from what was read, not stated
    }
diff-checked = checked on { $new } (was: { $old })
diff-guide-new = new guide, { $status }
diff-guide-gone = its guide was taken out
diff-slug = its guide is found under { $new } now (was { $old })
diff-merged = this is part of { $name } now: its guide is { $slug }
diff-stub-new = a former name that leads to { $now }
diff-stub-gone = this former name leads nowhere any more
diff-stub-leads = this former name leads to { $new } now (was { $old })
diff-stub-name = this former name is spelt { $new } now (was { $old })
diff-stub-aliases = it is found by other names
diff-stub-domains = it is found by other domains
diff-see = see also { $slug }
diff-see-gone = no longer: see also { $slug }

# A way to refuse.
diff-way-new = new way to refuse: { $name } ({ $how })
diff-way-new-at = new way to refuse: { $name } ({ $how }) in { $path }
diff-way-gone = no longer a way to refuse: { $name } ({ $how })
diff-way-lookalike = { $name } turned out to be no refusal of training
diff-absence-stated = the operator offers no way to refuse
diff-absence-found = no way to refuse was found
diff-absence-for = { $absence } { $whom }
diff-absence-gone = it is no longer said that { $absence }
diff-absence = { $new } (was: { $old })
diff-how = it is done in another way: { $new } (was: { $old })
diff-switch-called = the switch { $old } is called { $new } now
diff-steps-written = its steps are written out now
diff-steps-follow = its steps follow from its path now
diff-aim = { $aim ->
       *[refuse] { $what } refuses training now
        [lessen] { $what } only makes less of it now, and refuses nothing
    }
diff-where = { $what } is found { $new } now (was: { $old })
diff-everywhere = everywhere
diff-who = { $what } is for { $new } now (was: { $old })
diff-who-member = every member
diff-who-admin = administrators
diff-who-site-owner = site owners
diff-who-outsider = people without an account
diff-audience = { $what } holds { $new } now (was: { $old })
diff-audience-reordered = the regions and plans of { $what } stand in another order
diff-for-everybody = for everybody
diff-each = { $what } has to be chosen anew for each { $each } now
diff-unseen = { $parts } of { $what } not seen on the operator's own page
diff-unseen-before = { $parts } of { $what } not seen on the operator's own page (was: { $old })
diff-all-seen = { $what } was seen on the operator's own page
diff-each-gone = { $what } no longer has to be chosen anew for each { $each }

# What is no refusal, what differs, what happened, crawlers.
diff-lookalike-new = { $name } is listed as no refusal of training
diff-lookalike-gone = { $name } is no longer listed among what is no refusal of training
diff-difference-new = different { $whom } now: “{ $text }”
diff-difference-status = different { $whom } now ({ $status }): “{ $text }”
diff-difference-gone = no longer different { $whom }: “{ $text }”
diff-event = { $date }: { $text }
diff-event-added = added to the history: { $date }, “{ $text }”
diff-event-noted = { $date } in the history: told so since { $day }
diff-event-unnoted = { $date } in the history: no longer says since when it is told so
diff-event-gone = no longer in the history: { $date }, “{ $text }”
diff-crawler-new = new crawler: { $token }, “{ $purpose }”
diff-crawler-gone = crawler no longer listed: { $token }
diff-crawler-known = { $known ->
       *[documented] { $token } is documented by its operator
        [listed] { $token } is known from lists only
        [renamed] { $token } goes by another name now
        [ended] { $token } fetches no more
    }
diff-contact-for = { $extent ->
       *[platform] { $name } is to be written to about this platform only
        [company] { $name } is to be written to about all platforms of the company
    }

# Sources.
diff-sources-added = { $count ->
        [one] one source added: { $titles }
       *[other] { $count } sources added: { $titles }
    }
diff-sources-gone = { $count ->
        [one] one source gone: { $titles }
       *[other] { $count } sources gone: { $titles }
    }
diff-title = “{ $title }” ({ $publisher })
diff-titles-more = { $titles } and { $count } more
diff-source = the source “{ $title }” has { $what }
diff-source-audience = the source “{ $title }” is read as written { $new } (was: { $old })
diff-source-id = the id { $new } (was { $old })
diff-source-title = another title (was “{ $old }”)
diff-source-publisher = another publisher ({ $new }, was { $old })
diff-source-kind = another kind ({ $new }, was { $old })
diff-source-date = the date { $new } (was { $old })
diff-source-undated = no date any more
diff-source-seen = a copy of { $new } (was { $old })
diff-source-unseen = no day of its copy any more
diff-source-language = a quote in the language { $new } (was { $old })
diff-no-copy = none

# What changed, as the subject of a clause.
what-way-switch = the switch
what-way-form = the form
what-way-email = the request by e-mail
what-way-file = the text to publish
what-way-command = the command
what-way-plan = the change of plan
what-way-delete = the button
what-way-none = the note that there is no way to refuse
what-heading = its heading
what-address = address
what-law = the law it rests on
what-needs = requirement
what-together = what it is needed for together with other ways
what-taken-from = the entry in which it is written
what-same-as = the way that it is the same as
what-position = refusing position
what-default = default
what-then = the buttons to press afterwards
what-form-label = the label that leads to the form
what-choice = the choice in the form
what-mailbox = the address to write to
what-subject = the subject
what-message = the message
what-file = the file
what-file-text = the text for { $file }
what-plan = the plan to use
what-button-label = the label of the button
what-step = step
what-note = note
what-effect = effect
what-limit = limit
what-sign = sign that it worked
what-undo = way back
what-screen-labels = labels in the language “{ $language }”
what-doubt = doubt
what-doubt-about = doubt about “{ $text }”
what-status = the status
what-status-doubt = doubt about the status
what-scope = scope
what-used = what is used
what-spared = what is left alone
what-operator = operator
what-summary = summary
what-title = title
what-category = category
what-topic = topic
what-other-name = other name
what-former-name = former name
what-domain = domain
what-country-domain = domain with kin in other countries
what-login = login
what-app = app
what-terms = archived terms
what-contact = contact
what-contact-of = the contact “{ $name }”
what-contact-doubt = doubt about the contact “{ $name }”
what-contact-role = { $role ->
       *[officer] the data protection officer of “{ $name }”
        [representative_eu] the representative of “{ $name }” in the EU
        [representative_uk] the representative of “{ $name }” in the United Kingdom
    }
what-contact-post = the postal address of { $what }
what-contact-country = the country of { $what }
what-contact-email = the mailbox of { $what }
what-contact-form = the form of { $what }
what-conflict = disagreement
what-lookalike = “{ $name }” (no refusal)
what-lookalike-name = the name of what is no refusal
what-lookalike-address = the address of “{ $name }” (no refusal)
what-lookalike-text = what is said of “{ $name }” (no refusal)
what-lookalike-doubt = doubt about “{ $name }” (no refusal)
what-difference = what is said { $whom }
what-difference-status = the status { $whom }
what-difference-doubt = doubt about what is said { $whom }
what-event-on = what happened on { $date }
what-event-in = what happened in { $date }
what-event-doubt-on = doubt about what happened on { $date }
what-event-doubt-in = doubt about what happened in { $date }
what-event-date = the date of “{ $text }”
what-crawler = the name of a crawler in robots.txt
what-crawler-agent = the user agent of { $token }
what-crawler-addresses = the list of { $token }'s addresses
what-crawler-purpose = what { $token } is for
what-crawler-for = what { $token } fetches pages for
what-crawler-since = the first mention of { $token }
what-crawler-obeys = whether { $token } obeys
what-see = why to see also { $slug }
what-source-address = the address of the source “{ $title }”
what-source-archived = the archived copy of the source “{ $title }”
what-source-quote = the quote of the source “{ $title }”
