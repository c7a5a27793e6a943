# What the platform does, as a label.
status-opt-out = Trains unless you refuse
status-no-control = Trains, and offers no way to refuse
status-depends = It depends
status-opt-in = Trains only if you agree
status-no-training = Says it does not train on your data
status-none-found = Trains, and no way to refuse is known
status-objection = Trains unless you object
status-by-others = Others train unless you refuse
status-by-others-none = Others train, and no way is known
status-by-others-asked = Others may train only with permission
status-not-known = Not known for you
status-concluded-opt-out = Seems to train unless you refuse
status-concluded-objection = Seems to train unless you object
status-concluded-depends = Not known for certain
status-concluded-opt-in = Seems to train only if you agree
status-concluded-no-training = Seems not to train on your data
status-concluded-none = Seems to train, and no way is known

# When a platform has this label.
criterion-opt-out = It trains on what you do there unless you act.
criterion-opt-in = It trains only after you have agreed.
criterion-no-training = The operator says that it does not train on it.
criterion-no-control = It trains, and there is no way to refuse, or none was found.
criterion-depends = One of the others, depending on region, plan, account or data; the guide says on what.

# The same for a part of the readers, after "In the EU –".
for-some-opt-out = trains unless you refuse
for-some-no-control = trains, and offers no way to refuse
for-some-none-found = trains, and no way to refuse is known
for-some-depends = it depends
for-some-opt-in = trains only if you agree
for-some-no-training = says it does not train on your data
for-some-by-others = others train unless you refuse
for-some-by-others-none = others train, and no way is known
for-some-by-others-asked = others may train only with permission

category-assistant = Assistants
category-social = Social networks
category-messaging = Messaging
category-work = Work
category-developer = Developer tools
category-creative = Creative tools
category-media = Media
category-device = Devices
category-browser = Browsers
category-shopping = Shopping
category-travel = Travel
category-health = Health
category-finance = Finance
category-dating = Dating
category-education = Education
category-publisher = Websites and publishers
category-crawler = Crawlers
category-standard = Marks and standards
category-dataset = Training datasets
category-collective = Collecting societies and registries

topic-children = For parents: what children use
topic-artists = For photographers and artists
topic-writers = For writers
topic-musicians = For musicians
topic-developers = For developers
topic-site-owners = For those who run a website
topic-administrators = For administrators
topic-voice = Voice and calls
topic-health = Health

# The question people come with.
title-does = { $name }: is my data used to train AI?
title-can = { $name }: can I keep { $what ->
        [publications] what I publish
       *[data] my data
    } out of AI training?
title-how = { $name }: how do I keep { $what ->
        [publications] what I publish
       *[data] my data
    } out of AI training?
titled = { $name }: { $question }

# Words before something.
not-certain = Not certain:
to-be-sure = To be sure:
evidence = Evidence:
menu-path = Menu path:
# Over the labels of a way as they stand on screens in other languages.
other-languages = The labels in other languages
my-language = My language
what-it-does = What it does, and how that is known
back = Back to where it is cited

# Quotation marks around a label, where there is no colour.
quote-opens = “
quote-closes = ”

# Where something is found, and for whom it holds; clauses that may follow one another.
on-web = on the web
on-ios = on iPhone and iPad
on-android = on Android
on-phones = on iPhone, iPad and Android
on-desktop = on a computer
in-browser = in a browser
in-browser-computer = in the browser of your computer
in-browser-phone = in the browser of your phone
on-server = on your web server
on-admin = in the admin console
in-regions = in { $regions }
outside-regions = outside { $regions }
on-plans = on { $plans }
on-other-plans = on plans other than { $plans }
qualified = { $what }, { $more }
labelled = { $label } ({ $whom })

concluded = concluded

# What a way comes to.
action-switch = switch { $position ->
       *[off] off
        [on] on
    }
action-sure-switch = make sure it is { $position ->
       *[off] off
        [on] on
    }
action-option = set to “{ $option }”
action-sure-option = make sure it says “{ $option }”
action-form = send a form
action-email = send an e-mail
action-enter = enter { $file }
action-publish = publish { $file }
action-command = run a command
action-plan = use another plan
action-delete = delete

# What a way takes.
takes = { $action }: { $cost }.
steps = { $count ->
        [one] { $count } step
       *[other] { $count } steps
    }
steps-where = { $steps } { $where }
requires = Requires: { $needs }.
law-gdpr = GDPR
right = It uses your right to object ({ $law }): a request that is weighed.
right-somewhere = It uses a right to object (GDPR, in the EEA and the UK; elsewhere it depends on your law): a request that is weighed.
right-not-here = It uses a right to object that the GDPR gives in the EEA and the UK; where you are it depends on your law. The request is weighed.
only-lessens = It refuses nothing, and only makes less of it.
anew = To be chosen anew for each { $each }.
starts-switch = { $position ->
       *[off] Off
        [on] On
    } unless you change it.
starts-option = It is at “{ $option }” unless you change it.
who-admin = administrator
who-site-owner = site owner
who-outsider = no account

# How a way belongs to others.
needed = All { $what ->
       *[way] of these are needed: { $count } ways
        [switch] of these are needed: { $count } switches
    }, { $steps } in all.
needed-with = It takes { $names } as well.
same-as = It is the same as “{ $name }”.

# What following the address of a way does.
opens-form = Open the form
opens-email = Write the e-mail
opens-switch = Open the setting
opens-page = Open the page
opens-site = Open the site

# Steps.
hint = {" "}({ $hint })
step-open-on = On { $system }, open { $link }
step-open = Open { $link }
step-go = Go to { $domain } in a browser.
step-open-browser = Open { $name } in a browser.
step-open-app = Open the { $name } app on your phone.
step-open-console = Open the admin console of { $name }.
step-open-name = Open { $name }.
step-go-to = Choose { $hint }.
step-choose = Choose { $label }{ $hint }.
step-switch = Switch { $name } { $position ->
       *[off] off
        [on] on
    }{ $hint }.
step-sure-switch = Make sure that { $name } is { $position ->
       *[off] off
        [on] on
    }{ $hint }.
step-sure-option = Make sure that { $name } is at “{ $option }”{ $hint }.
step-set = Set { $name } to { $option }{ $hint }.
step-form = Open the form at { $link }
step-fill = { $rest ->
       *[no] Fill it in.
        [yes] Fill in the rest.
    }
step-send-form = Send it.
step-mail = Write an e-mail to { $address }
step-subject = Give it the subject { $subject }.
step-message = Put this into the message:
step-send = Send it.
step-enter = Enter this text:
step-lines = Add these lines to { $file }:
step-lines-site = Add these lines to { $file } at the root of every site you run:
step-run = Run this command:
step-plan = Use { $plan }.
position = { $position ->
       *[off] off
        [on] on
    }

# How one can tell that it worked.
done-each = It holds for this { $each } only; choose it again for the next one.
done-switch = Leave the page and come back; the switch is still { $position ->
       *[off] off
        [on] on
    }.
done-option = Leave the page and come back; it still says “{ $option }”.
done-robots = Open { $path } on your site in a browser; the lines are there.
done-form = Keep what you are shown or sent in reply; it is your proof.
done-email = Keep the reply that confirms it. Without one, assume that nothing changed.
done-file = Open it again; the text is as you entered it.
done-command = It ends without an error.
done-plan = Your account page names the plan you are on.
done-delete = Look for what you deleted; it is gone.

# How to go back.
undo-switch = Switch { $name } { $position ->
       *[off] off
        [on] on
    } again, in the same place.
undo-option = Choose another option for { $name } in the same place.
undo-file = Take the lines out of { $file } again.

# For whom the guide was narrowed.
unknown-plan = This guide knows no plan called “{ $plan }”: it tells apart { $plans }.
no-plans = This guide says the same for every plan.
shown-for = This is what holds { $whom }. Every variant: { $command }.

# Where there is no way, or no need.
none-stated = { $name } offers no way to refuse.
none-stated-besides = Besides the objection { $name } offers no way to refuse.
none-found = No way to refuse was found in what was read for this guide; there may be one.
none-found-besides = Besides the objection no way to refuse was found; there may be one.
no-way = No way to refuse was found; there may be one that this guide did not find.
no-way-for = No way to refuse was found { $whom }; there may be one that this guide did not find.
elsewhere = No way to refuse is known { $here }. There is one { $there }, “{ $name }” ({ $action }): { $command }.
needed-elsewhere = What can be done { $here } is not all: “{ $name }” ({ $action }) is needed too, { $there }: { $command }.
not-known = What { $name } does { $whom } is not known: what it says there was not read.
not-known-but = What { $name } does { $whom } is not known: only what it says for { $regions } was read.
not-known-ways = What { $name } does { $whom } is not known: the ways to refuse that were found are for others.
where-you-are = where you are
known-elsewhere = Elsewhere
nothing-to-do = There is nothing you have to do.
nothing-unless-agreed = There is nothing you have to do, as long as you do not agree.
nothing-if-covered = If it speaks for you, there is nothing you have to do.

# Headings.
steps-title = Steps
steps-title-still = What you can still do
steps-title-sure = To make sure
same-title = The same elsewhere
sure-title = To make sure
instead-title = Instead
cases-title = In other cases
objection-title = To object by law
plan-title = By another plan
anew-title = Anew each time
lessening-title = What makes less of it
deletion-title = By deleting
sources-title = Sources
part-limits-refusing = What refusing does not do
part-limits = Good to know
part-lookalikes = Not a way to refuse
part-differences-reader = What else holds for you
part-differences = Where it differs
part-uses = What is used
part-spares = What is left alone
part-crawlers = The crawlers
part-history = What changed, and when
part-conflicts = Where sources disagree
part-undo = If you change your mind
part-see = See also

# What was not seen on the operator's own page.
not-seen = { $what } not seen on { $name }’s own page.
unseen-label = label
unseen-menu = menu
unseen-address = address

# Within the parts.
lookalike-path = Menu path: { $path }.
lookalike-address = Address: { $link }
difference-status = { $whom } – { $status }
crawler-name = Name in robots.txt
crawler-purpose = What for
crawler-obeys = Does it obey robots.txt?
crawler-addresses = Its addresses
crawler-list = list
crawler-agent = User agent: { $agent }
crawler-for = { $purposes }.
crawler-for-training = training
crawler-for-search = search
crawler-for-user = what a person asks for
crawler-for-agent = an agent's work
crawler-for-unknown = nobody says what
crawler-listed = Known from lists only.
crawler-renamed = Goes by another name now.
crawler-ended = Fetches no more.
crawler-since = Known since { $date } at the latest.

# What the guide rests on, and whose platform it is.
provenance = Checked on { $date }. { $support }.
official-sources = { $count ->
        [one] { $count } official source
       *[other] { $count } official sources
    }
support-none = No official source: known from { $kinds } only
support-undated = Rests on { $sources } (undated)
support-dated = Rests on { $sources } ({ $date })
support-newest = Rests on { $sources } (newest: { $date })
support-copy = Rests on { $sources } (undated; copy of { $date })
support-newest-copy = Rests on { $sources } (newest: copy of { $date }, undated)
support-for-nobody = Rests on no source for you
operated-by = Operated by { $company }.
also-known-as = Also known as { $names }.

# The guide that fits one screen.
also = { $part }: { $ways }.
also-more = { $one }; { $more }
provenance-brief = Checked { $date }. { $support }.
more-limits = (+{ $count })
hint-full = More: { $command }.
crawlers-together = All crawlers in one file: { $command }.
hint-crawlers = All crawlers: { $command }.
hint-narrow = For you: { $options }.

# Sources.
kind-official = official
written-for = for { $regions }
not-written-for = not for { $regions }
kind-press = press
kind-community = community
undated = undated
archived-copy = archived copy
copy-of = copy of { $date }
address-not-known = address not known
for-letters = on whom to write to
