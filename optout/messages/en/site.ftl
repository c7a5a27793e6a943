# What the scripts of the site say. They fill in the arguments themselves, and choose by $number only.
script-changed = The guide has changed since you ticked it.
script-cleared = The list is empty now.
script-copied = Copied
script-copy = Copy
script-copy-address = Copy address
script-copy-view = Copy the link to this
script-damaged = Some of what this browser kept of your list cannot be read, and was left out; a copy of all of it is kept beside.
script-did-you-mean = Nothing is called “{ $typed }”. Did you mean { $name }?
script-done = Done
script-done-before = Done, but the guide has changed since
script-done-earlier = This came after you did it on { $date }: My list says whether there is more to do.
script-done-later = You did it after this, on { $date }.
script-done-on = Done on { $date }
script-found = { $found } of { $number ->
    [one] { $number } platform
   *[other] { $number } platforms
}
script-hidden = Hidden, as not for you: { $number ->
    [one] { $number } part.
   *[other] { $number } parts.
}
script-fill-add = Add those
script-fill-also = The same accounts open these as well. Which of them do you use?
script-fill-archive = { $file } is an archive that cannot be read here: unpack it, and choose the file with the logins in it.
script-fill-damaged = { $file } is damaged or cut off.
script-fill-delete = { $file } still holds your passwords, if it is an export: delete it, and empty the bin.
script-fill-history = The pages that you went to were not read: they are no accounts.
script-fill-left = { $number ->
    [one] { $number } entry was left out: damaged, no login, or without an address that leads to a site.
   *[other] { $number } entries were left out: damaged, no logins, or without an address that leads to a site.
}
script-fill-lines = Damaged, the first by line: { $lines }
script-fill-locked = { $file } is encrypted: export anew without encryption.
script-fill-others = { $number ->
    [one] { $number } site has no guide yet: { $sites }
   *[other] { $number } sites have no guide yet: { $sites }
}
script-fill-pages = These are pages that you kept; take off what is no account of yours.
script-fill-unknown = { $file } is no export that is known here.
script-filled = { $number ->
    [one] { $number } platform of { $file } has a guide, { $fresh } new on your list.
   *[other] { $number } platforms of { $file } have a guide, { $fresh } new on your list.
}
script-hits = { $number ->
    [one] { $number } hit
   *[other] { $number } hits
}
script-is-done = { $name } is done
script-loaded = { $number ->
    [one] { $number } platform loaded from { $file }, { $fresh } of them new.
   *[other] { $number } platforms loaded from { $file }, { $fresh } of them new.
}
script-missing-guess = Did you mean { $name }?
script-newer-list = { $file } was saved by a newer version of this site.
script-none-meant = No way to refuse is meant for what you chose.
script-not-a-list = { $file } is not a list that was saved here.
script-nothing-changed = Nothing was changed.
script-no-index = The search could not be loaded; reload the page.
script-nothing-found = Nothing found.
script-nothing-ticked = Nothing is on your list yet: begin with what you use.
script-nothing-to-do = Nothing on your list needs anything from you.
script-now-done = { $name }: done.
script-now-to-do = { $name }: to do.
script-old = That is { $number } months ago; labels may have moved since.
script-on-my-list = { $name } on my list
script-only-mine = Only what holds for me
script-progress = { $done } of { $number } done
script-remove = Remove { $name }
script-remove-from-list = Remove from my list
script-removed = { $name } is no longer on your list.
script-seen = Seen
script-seen-of = Seen: { $name }
script-show-all = Show everything
script-too-large = { $file } is too large to be a list.
script-undo = Undo
script-undone = Undone
script-unknown-more = { $number ->
    [one] and { $number } more
   *[other] and { $number } more
}
script-unreadable = { $file } cannot be read.
script-asks-again = { changed-again }
script-asks-new = { changed-new }
script-asks-still = Nothing to do: what you did is still what the guide says for you.
script-asks-wording = Nothing to do; this is different:
script-brought = { $number ->
    [one] This link brings { $number } platform, { $fresh } new to your list.
   *[other] This link brings { $number } platforms, { $fresh } new to your list.
}
script-brought-add = Add to my list
script-brought-done = { $number ->
    [one] { $number } platform came with the link.
   *[other] { $number } platforms came with the link.
}
script-brought-too-many = This link names { $number } platforms, and no list has more than { $most }: nothing was taken from it.
script-brought-leave = Leave my list as it is
script-brought-replace = Use it instead of my list
script-code = The link as a QR code
script-link-long = This list is too long for a QR code: take the link, or the file.
script-link-nowhere = This page was opened from a folder, where no link leads: take the file.
script-news = { $number ->
    [one] The guide of { $number } account changed since you did it
   *[other] The guides of { $number } accounts changed since you did them
}
script-other-since = { changed-other-since }
script-take-up = Do it again
script-value-changed = { diff-changed }
script-way-new = new: { $name }
script-again = Go through these again
script-covers = This also covers { $names }.
script-damaged-forget = Delete the copy
script-damaged-save = Save the copy
script-decide = Decide
script-decide-letter = Write to the operator
script-decide-limits = { part-limits }
script-decide-uses = { part-uses }
script-decide-ways = What is left to you, and what that leaves
script-end = That was all that can be done.
script-end-later = That was all for now; what you put off is left.
script-end-no-way = { $number ->
    [one] { $number } platform leaves you no way: it waits on your list for a decision.
   *[other] { $number } platforms leave you no way: they wait on your list for a decision.
}
script-go-on = Go on
script-i-left = I left, or did what is left
script-keep = Keep it as it is
script-left = { $number ->
    [one] { $number } task left, { $time }
   *[other] { $number } tasks left, { $time }
}
script-minutes = { todo-minutes }
script-not-certain = { not-certain }
script-not-loaded = This guide could not be loaded; you may be offline.
script-now-later = { $name }: put off.
script-now-skipped = { $name }: left as it is.
script-put = { $name } is on your list.
script-put-off-later = put off on { $date }
script-put-off-not-there = not there on { $date }
script-start = Start
script-to-do-left = { $number ->
    [one] { $number } task, { $time }
   *[other] { $number } tasks, { $time }
}
script-take-back = Take that back
script-to-list = To the list
script-whole-guide = The whole guide, with its sources
script-calendar-name = { todo-calendar }
script-followed = Saved as { $file }.
script-look-again = You did it on { $date }: My list tells whether anything is different since.
script-look-later = Put off on { $date }.

# Around every page.
site-description = Who trains AI on your data, and how to refuse it: which switch, which form, which address, with a dated source for every statement.
site-feed = What changed
site-calendar = Changes to come
site-skip = Skip to the content
site-navigation = Site
site-my-list = My list
site-overview = Overview
site-changes = Changes
site-about = About
site-companies = Companies
site-footer = No cookies, no trackers: what you choose stays in your browser.
site-region = Where you are
site-anywhere = Anywhere
site-scheme = Light or dark
site-scheme-system = Automatic
site-scheme-light = Light
site-scheme-dark = Dark
site-unkept = Not kept in this browser, or damaged: see My list.
site-as-of = As of { $date }.

count-platforms = { $number ->
    [one] { $number } platform
   *[other] { $number } platforms
}
count-guides = { $number ->
    [one] { $number } guide
   *[other] { $number } guides
}
count-categories = { $number ->
    [one] { $number } category
   *[other] { $number } categories
}
row-cost = { $action }: { $steps }
picture-checked = Checked { $date }

# The home page.
find-keys = { $search } to search, { $down } { $up } to choose, { $open } to open, { $all } to see all again
find-more = Show more
find-without = There is no guide for that yet. What you can do now:
find-without-look = Look in your account, or write to the operator: where, and in which words
find-without-letter = If its operator has a guide here: a letter by the law of where you are
find-without-request = Ask for a guide
home-all = { $number ->
    [one] The one platform, by kind
   *[other] All { $number } platforms, by kind
}
home-most = Most used
home-most-list = its list
home-most-source = The European Commission counts these as very large: each has at least 45 million users a month in the EU ({ $source }).
home-title = { $site }: how to keep your data out of AI training
home-question = Who trains AI on your data, and how do you stop it?
home-lead = For each: the switch, the form or the address, step by step, and what refusing does not do. Every statement has a dated source.
home-which = Which platform?
home-kind = Kind
home-topics = By topic
home-all-kinds = All kinds
home-status = Status
home-any-status = Any status
home-tick = Tick what you use, and work through it in { $list }.
home-found = Found
home-former = Former names

# My list.
list-lead = Put on it what you use, and go through it: one platform after the other, what is quick first.
list-kept = The list is kept in this browser only. Nobody else sees it, this site included.
list-no-script = A list of your own needs JavaScript. Without it, every guide is there all the same: { $all }.
list-unkept = This browser does not let the site keep anything: save the list as a file before you close the page.
list-tools = Keep it and take it along
list-load = Load from a file
list-fill = Fill it from a file
list-fill-reads = An export of your password manager or browser (CSV, JSON, XML, or the ZIP as it came), bookmarks, or a list of addresses. Read in this page for addresses and titles, and for nothing else; nothing leaves the page.
list-save = Save as a file
list-print = Print
list-clear = Clear the list
list-calendar = Days to look again, as a calendar
list-feed = What changed, as a feed
list-way-there = the way there
list-changes = What changed at what is on my list
offline-stored = There is no network: this is as it was on { $date }, and may have changed since.
offline-title = There is no network
offline-missing = This page was not looked at in this browser before, so it is not kept here. What is on your list is.
list-all = All platforms
list-who = Who you are
list-run = One after the other
list-keys = { $search } to search, { $first } takes the first, { $none } to empty it
run-keys = { $open } opens the setting, { $done } done, { $later } later, { $skip } skip, { $stop } back to the list
list-brought = A list from a link
list-handing = Hand it over to a phone
list-link = A link holds what is on your list and what you decided, behind its #: browsers send that to nobody. Whoever has the link sees it.
list-add = Add what you use
list-most-used = What most people use
list-lead-unknown = This site has no guide for these.
list-lead-skipped = You decided so.
run-later = Later
run-skip = Skip
run-not-there = It is not there
run-back = Back
run-stop = Stop

# Lists, redirects, and what is not there.
lists-description = { $title }: what each platform does with your data for AI training, and how to refuse it.
lists-none = No platform in this catalog.
lists-companies = Companies that operate several platforms, and how many.
lists-letters = By letter
missing-title = Not found
missing = There is no such page
missing-lead = A platform may have another name here.
missing-look = Look it up among all guides
missing-no-script = Without JavaScript the links on this page may lead nowhere: in the address, take away what follows the name of the site.
renamed = { $former } is now { $name }
renamed-go = Go to the guide for { $name }

# Around a guide.
guide-crumbs = Breadcrumb
guide-device = What you use
guide-any-device = Any device
guide-web = Web browser
guide-ios = iPhone or iPad
guide-android = Android
guide-desktop = Computer app
guide-paper = { $number ->
    [one] { $number } dated source, and what changed when, is in the guide on screen.
   *[other] { $number } dated sources, and what changed when, are in the guide on screen.
}
guide-paper-address = { $number ->
    [one] { $number } dated source, and what changed when, is in the guide: { $address }.
   *[other] { $number } dated sources, and what changed when, are in the guide: { $address }.
}
guide-add-to-list = Add to my list
guide-next = Next on my list
guide-wrong = Is this wrong?
guide-report = Say so, in a sentence.
guide-entry = It is the entry { $slug } of { $catalog }.
guide-edit = Edit this entry
guide-how-to-correct = How to correct it
guide-terms-unseen = Its terms changed on { $date } in what they say on training AI; this guide was checked before that.
guide-terms-seen = Its terms changed on { $date } in what they say on training AI; this guide was checked after that.
guide-terms-unknown = Its terms are in no archive that is followed here, so a change in them may go unnoticed.
guide-feed = A feed of what changes here

# About and method.
about-title = About and method
about-lead = Where this comes from, what the words mean, and how to put right what is wrong.
about-claims = How a claim gets in
about-claims-source = Every guide is made from one entry of a catalog, a text file that anybody can read and correct. A statement stands there only with a source: a page at its publisher’s own address, with its date. Labels are given letter by letter, as they stand on screen.
about-claims-order = Official sources come before press reports, press reports before what users report; each note says which kind it is.
about-claims-newest = Where sources disagree, the newest official one is followed, and the guide says so.
about-claims-doubt = What is not certain says so, in the place where it stands. “No way to refuse was found” is not “there is none”.
about-claims-day = Every entry carries the day on which somebody last compared it with its sources.
about-statuses = What the statuses mean
about-without = What to do without a guide
about-without-look = Look through the settings of your account first, under privacy or data, for words such as “AI”, “training” or “improve our models”.
about-without-write = Write to the operator if there is no such setting. Its address usually stands in its privacy policy, under “contact” or “data protection”. Write from the address that your account has, and say in which country you live: its law decides what has to be answered.
about-without-letter = My account with you has this e-mail address. Do you train AI with my data, or let others do so? If you do, I object: use none of it for that any more, and tell me how I can see that it is so. Please answer in writing.
about-without-kept = Keep the letter and its date. In many countries an authority for data protection hears complaints if no answer comes.
about-without-request = And ask for a guide: whoever keeps the catalog can add the platform. What helps most is the address of the page on which the operator says what it does.
about-not = What this is not
about-not-text = It is no legal advice, and no promise that an operator does what it says. It tells what is known, from whom and since when, and says where nothing is known. It changes no setting for you and asks for no password.
about-private = What this site knows about you
about-private-text = Nothing. No page loads anything from anywhere else, sets a cookie or counts visits. Your region, your device and your list are kept by your browser, and deleted with its site data.
about-machines = Feeds, calendar, data
about-machines-text = Everything here is there for programs too, without a key and without asking.
about-feed = What changed, as a feed
about-feeds = Each guide has a feed of its own.
about-calendar = Changes to come, as a calendar to subscribe to
about-json = The whole catalog as JSON
about-description = its description
about-correct = Correct something
about-correct-text = Under “Is this wrong?” each guide names its entry in the catalog; where whoever publishes it takes messages, one stands ready there. To correct the entry yourself, change what is wrong, cite the page that says so, and set the date of the check. The file CONTRIBUTING beside the catalog shows how, in ten minutes and without any code.
about-repository = The catalog and everything around it

# The rules.
rules-title = What a catalog is checked for
rules-lead = Every rule of { $command }, with examples of how not to write an entry and how to.

# What changed.
changes-title = What changed
changes-lead = { $number ->
    [one] { $number } change of terms and settings at { $platforms }, newest first.
   *[other] { $number } changes of terms and settings at { $platforms }, newest first.
}
changes-months = Months
changes-rest = Earlier ones are under { $year } and the years before.
changes-years = Years
changes-since = Since { $date }
changes-compared = Compared with the catalog { $catalog }.
changes-from = From { $date }
changes-to-come-short = To come
changes-to-come = Still to come
changes-checked = Checked lately
changes-checked-lead = The days on which somebody last compared a guide with its sources.
changes-more = and { $number } more
changes-mine = Only what is on my list
changes-none-mine = Nothing changed here at what is on your list.
changes-to-do = To do there as of today – { $said }
changes-nothing = Nothing to do there as of today – { $said }
changes-today = Today: { $said }
changes-none = No change is known.
changes-month-unknown = { $year }, month not known
feed-all = { $title }: what changed
feed-dated = { $date }: { $text }
calendar-name = { $title }: changes to come

# The overview.
overview-lead = { $number ->
    [one] { $number } platform at a glance. The numbers stand beside each drawing.
   *[other] { $number } platforms at a glance. The numbers stand beside each drawing.
}
overview-who = Who trains on your data?
overview-hard = How hard is it to refuse?
overview-old = How old is the evidence?
overview-when = When did platforms change their terms?
overview-all = All
overview-steps = Steps
overview-platforms = Platforms
overview-counted = Counted are the steps of the best way of each guide, from opening the page to having refused, at platforms of which one of these holds:
overview-age = Age
overview-age-key = Guides by age. Each of the two columns has its own scale.
overview-age-note = A source that names only a month or a year counts from its first day, and where it gives no date at all, the day of its copy counts: no evidence is made younger than it is known to be.
overview-year = Year
overview-dot = { $number ->
    [one] Each dot is one change.
   *[other] Each dot is up to { $number } changes.
}
overview-no-month = In the column “?” are those of which no month is known.
overview-month-unknown = Month not known
overview-hollow = Hollow: still to come.
overview-newest = The newest changes
overview-all-changes = { $number ->
    [one] The one change
   *[other] All { $number } changes
}

# What the figures come to, and what stands for them where they cannot be seen.
figure-status-title = Status by category
figure-by-category = By category
figure-status = { $number ->
    [one] { $number } of { $platforms } trains unless you refuse.
   *[other] { $number } of { $platforms } train unless you refuse.
}
figure-status-most = Most often in “{ $category }”: { $number } of { $all }.
figure-status-drawn = Stacked bars for { $categories }.
figure-status-largest = Largest category: { $category }, { $number }.
figure-steps-title = Steps it takes to refuse
figure-steps-none = No platform is known to train.
figure-steps = Of { $platforms } that train, or may, { $quick } can be refused in { $within }; for { $none } no way is known.
figure-steps-no-way = Of { $platforms } that train, or may, for { $none } no way is known.
figure-within = { $number ->
    [one] { $number } step
   *[other] { $number } steps or fewer
}
figure-steps-more = { $number } or more
figure-no-way = No way known
figure-steps-drawn = Bars.
figure-age-title = Age of the evidence
figure-newest-source = Newest source
figure-last-check = Last check
figure-age-none = No guide cites a dated source.
figure-age-sources = { $number ->
    [one] The one guide that cites a dated source cites one { $old } old.
   *[other] Half of the { $number } guides that cite a dated source cite one { $old } old.
}
figure-age-old = { $number ->
    [0] less than a month
    [one] at most { $number } month
   *[other] at most { $number } months
}
figure-age-checked = { $number ->
    [one] { $number } of { $all } was checked in the last three months.
   *[other] { $number } of { $all } were checked in the last three months.
}
figure-age-all-checked = { $number ->
    [one] { $number } was checked in the last three months.
   *[other] All { $number } were checked in the last three months.
}
figure-age-months = { $first } to { $last } months
figure-age-older = 2 years or more
figure-age-undated = No date
figure-age-drawn = Two sets of bars, newest source and last check by age.
figure-age-row = { $age }: { $sources } and { $checks }
figure-timeline-title = Changes by month
figure-changes = { $number ->
    [one] { $number } change is known.
   *[other] { $number } changes are known.
}
figure-changes-since = { $number ->
    [one] { $number } change is known since { $since }, { $most } of them in { $year }.
   *[other] { $number } changes are known since { $since }, { $most } of them in { $year }.
}
figure-peak = The busiest month was { $month } with { $number }.
figure-timeline-drawn = Dots by year and month, one for each change.
figure-year-none = { $year }: none
figure-row = { $name }: { $number }
figure-rows-more = { $one }; { $more }
figure-rows = { $rows }.

# The page for those who run a website.
owners-title = Keep AI away from your website
owners-lead = One file turns away the crawlers that collect for training, and nobody else: search engines stay, and so does what a visitor's assistant fetches.
owners-link = One file for all crawlers: { $link }
owners-short = For websites
owners-choose = Whom to turn away
owners-format = For which server:
owners-all = { $number ->
    [one] { $number } crawler
   *[other] All { $number } crawlers
}
owners-each = One by one
owners-file = The file
owners-file-text = Save it as robots.txt at the root of your site, or add it at the end of the one that you have.
owners-where = Where robots.txt goes
owners-wordpress = Beside { $link }. Without such a file WordPress answers itself; begin with what it answers.
owners-netlify = Into the folder that is published, and { $file } as well.
owners-cloudflare = Among the static files, often public or static, and { $file } as well.
owners-github = Into the repository { $repository }. There is no way to send headers.
owners-more = Other ways to say it
owners-more-text = These refuse training, for those who read and heed them: the tag Bing and Amazon, TDMRep whoever follows European law, the header of the IETF's draft nobody yet who has to. Of the three ways of TDMRep use one.
owners-meta = In the head of every page
owners-headers = As headers
owners-tdmrep = As the file /.well-known/tdmrep.json
owners-pictures = Inside of pictures
owners-pictures-text = These travel with the file, for those who read them. Put the name of yours in place of photo.jpg. Many sites strip such data.
owners-not = What it does not do
owners-not-asked = robots.txt asks, and some do not heed it. Rules for a server turn away everybody who says their name.
owners-not-named = Nothing of it reaches a crawler without a name of its own, or an agent that comes as a browser.
owners-not-before = What was fetched before stays where it is, and so do copies that others made.
owners-not-audit = What your site tells whom now: { $command }
owners-guides = The guides to each, with their sources

script-robots-chosen = { $number ->
    [one] It turns away { $number } crawler.
   *[other] It turns away { $number } crawlers.
}
script-robots-none = Nobody is ticked.

# The page that writes letters.
write-title = Write a letter
write-lead = An objection to training AI with your data, a withdrawal of consent, a request for access or erasure, a reminder, a complaint: by the law of where you are.
write-link = An objection in words, by the law of where you are: { $link }
write-short = Letters
write-no-script = Letters are written in your browser, by a script; without one, the command has them: { $command }
write-platform = To whoever operates
write-choose = Choose a platform
write-kind = What it is to do
write-kind-objection = Object to training
write-kind-withdrawal = Withdraw consent
write-kind-access = Ask what was used
write-kind-erasure = Have data erased
write-kind-reminder = Remind of a letter without an answer
write-kind-complaint = Complain to the authority
write-first = What your letter was to do
write-before = When your letter arrived
write-reminded = When your reminder arrived, if you sent one
write-authority = To which authority
write-need = Say when your letter arrived: this one is about it.
write-language = Language of the letter
write-reason = Your own reason
write-examples = Honest reasons to begin with: take what is true of you
write-you = You
write-private = What you write here stays in this page: it is neither sent nor kept, and gone when you close it.
write-name = Your name
write-account = Your user name there, or the mailbox of the account
write-address = Your address
write-mail = Your mailbox
write-switched = Say that I have refused by the setting already
write-sheet = Paper
write-letter = The letter
write-print = Print
write-know = What to know
write-cannot = What it cannot do
write-cannot-advice = This is no legal advice. Read the letter and change what does not fit.
write-cannot-past = An objection ends what is still to come. What a model has learnt from your data mostly stays in it.
write-cannot-weigh = Where the law asks for a reason, the operator may weigh it against its own grounds, and refuse.
write-cannot-later = Whether and when a letter arrived is yours to show: keep a copy, and what proves it.

script-letter-authorities = There are several authorities: choose yours.
script-letter-authority-form = The authority has a form for complaints: { $address }
script-letter-authority-unknown = Which authority is the right one is not known here for where you are.
script-letter-authority-web = How to complain, the authority says here: { $address }
script-letter-by-law = It rests on: { $title }, { $address }
script-letter-doubt = The address is not certain: { $doubt }
script-letter-due = If it arrives today, an answer is due by { $date }, or by { $later } if they extend the time.
script-letter-due-once = If it arrives today, an answer is due by { $date }.
script-letter-early = They still have time for an answer until { $date }; the letter says only that there is none yet.
script-letter-form = The operator's form
script-letter-from-list = What was sent, and when, is from My list.
script-letter-left = This letter is left to the command: { $command }
script-letter-mail-long = For a mail link it is too long: copy it.
script-letter-mailbox = Open as mail
script-letter-missing = Still to fill in: { $parts }
script-letter-next = Once it is sent, this keeps by when an answer is due: { $command }
script-letter-no-holidays = Public holidays of { $year } are not known to this page; one may move that day.
script-letter-no-law = No law of where you are has been read here for this. There may be one that gives a right to it; the letter only asks.
script-letter-no-region = Say where you are: by which law you can ask depends on it.
script-letter-no-right = No right to this is known here from the { $law }, which may give one all the same: the letter asks.
script-letter-not-yet = The { $law } holds for such requests from { $date } on: until then the letter asks, and nobody has to comply.
script-letter-opt-out = No right to refuse training as such is known here from the { $law }: the letter opts out of what the law names, such as sale, and asks for the rest.
script-letter-parts = Parts of it have laws of their own that are known here; if you are in one, choose it: { $parts }.
script-letter-reach = A letter can end the use for training that is still to come. What a model has already learnt from your data mostly stays in it; ask whether it can be taken out.
script-letter-representative = Its representative for you: { $name }
script-letter-source = The address is from { $titles }.
script-letter-unknown = No address of { $name } is known here: look in its privacy policy.
script-letter-unloaded = A part of this page could not be loaded; try again.
script-letter-without-time = No time for an answer to this is known here from the law; the letter asks for 30 days.

# Above labels in other languages.
labels-lead = What the settings of { $guide } are called on screens in other languages, as sources print it. Nobody here translates them. Choose yours, and every guide shows it below the steps.
