# What somebody has to do about their accounts, and how far they are.
todo-title = What to do about my accounts
todo-sum = { $trains } of your { $accounts } accounts train on you; { $refusable } can be refused{ $none ->
        [0] {""}
        [one] , { $none } leaves no way
       *[other] , { $none } leave no way
    }.
todo-unknown-sum = Of { $count } nothing is known.
todo-concluded = { $count ->
        [one] Of { $count } of them that is concluded, not stated.
       *[other] Of { $count } of them that is concluded, not stated.
    }
todo-depends = { $count ->
        [one] { $count } more may; its guide says on what it depends.
       *[other] { $count } more may; their guides say on what it depends.
    }
todo-done-sum = { $count ->
        [one] { $count } is done.
       *[other] { $count } are done.
    }
todo-to-do = { $tasks ->
        [one] To do: { $tasks } task, { $time }
       *[other] To do: { $tasks } tasks, { $time }
    }
todo-estimate = (Times are estimated from { $steps ->
        [one] { $steps } step
       *[other] { $steps } steps
    }; nobody measured them.)
todo-minutes = { $number ->
        [one] about { $number } minute
       *[other] about { $number } minutes
    }
todo-for = Where nothing else is said, this holds { $whom }.
todo-for-anybody = You have not said where you are, what you use and what you pay for: { $command } makes this plan yours.
todo-since = Only what came to your list, or changed in its guide, since { $date }.
todo-next = Next: { $command } goes through it, one after the other.
todo-all-done = Nothing is left to do. { $command } tells when something changes.

todo-part-quick = Quick
todo-part-dear = Takes more
todo-part-letter = By letter
todo-part-admin = For an administrator
todo-part-later = Put off
todo-part-no-way = Leaves no way
todo-part-unsure = Not known for you, or it depends
todo-part-nothing = Nothing to do
todo-part-unknown = Not in the catalog
todo-part-skipped = Left as it is
todo-part-done = Done
todo-lead-letter = What the law lets you object to, the operator weighs.
todo-lead-no-way = What you can still decide: put less there, use something else, or delete; the guide says what that changes.
todo-lead-unsure = That nothing is known is no promise: the guide says what was read.
todo-lead-nothing = As far as is known they do not train on it, or not before you agree.
todo-lead-unknown = There is no guide for these; CONTRIBUTING.md says how to ask for one, or write one.

todo-task = { $action }: { $steps }, { $time }
todo-still = what is left: { $action }
todo-put-off = { $state ->
       *[later] put off on { $date }
        [not-there] not there on { $date }
    }
todo-again = Look again: { $name }
todo-again-why = { $command } tells whether anything is different since { $date }.
todo-later-why = Put off on { $date }: { $command }
todo-calendar = My accounts and AI training

# One after the other.
do-progress = { $number } of { $total }, { $time } left
do-covers = This also covers { $names }.
do-opens = Opens: { $address }
do-address = Open this yourself: { $address }
do-key-done = d
do-key-not-there = n
do-key-later = l
do-key-skipped = s
do-key-back = b
do-key-open = o
do-key-quit = q
do-word-done = done
do-word-not-there = not there
do-word-later = later
do-word-skipped = skip
do-word-back = back
do-word-open = open
do-word-quit = quit
do-word-help = help
do-help-done = done: kept with today's date, and with what the guide says today
do-help-not-there = not there: the setting is not where the guide says
do-help-later = later: comes last until you decide
do-help-skipped = skip: you leave it as it is; { $command } takes that back
do-help-back = back: the one before
do-help-open = open: the address once more
do-help-quit = quit: everything so far is kept, and { $command } goes on here
do-unheard = No such key. Press ? for what there is.
do-report = Thank you. Others look there, too: { $how }
do-report-at = please say so at { $address }
do-report-contributing = the project's CONTRIBUTING.md says how to tell those who keep the guides.
do-left = { $count ->
        [one] { $count } task is left, { $time }. { $command } goes on.
       *[other] { $count } tasks are left, { $time }. { $command } goes on.
    }
do-end = That was all. { $command } tells when something changes.
do-ask-region = Where are you? A country or a code such as DE or US-CA; Enter if you would rather not say:
do-ask-devices = What do you use? { $devices }, several with blanks between them; Enter for all:
do-ask-plans = What do you pay for? Free, Personal, Team, Business, Enterprise, Education; Enter if it differs:
do-ask-why = This is asked once and stays in { $file }.

# Ticked off and taken back.
mine-done = { $name }: done
mine-undone = { $name }: to do
mine-far = { $done } of { $total } done.
mine-nothing-ticked = No line of { $file } is ticked.

# What changed since.
changed-again = Do it again
changed-new = Something new to do
changed-wording = Only wording, or where it is
changed-nothing = Nothing has changed at your accounts since you decided about them.
changed-seen = { $count ->
        [one] { $count } change is marked as seen.
       *[other] { $count } changes are marked as seen.
    }
changed-hint = { $command } marks what you have looked at.
changed-other-since = the way to refuse has changed since you ticked it off

# Letters that were sent.
todo-part-sent = Letters without an answer
todo-lead-sent = `optout letter NAME --answered DAY` keeps the answer.
todo-sent-late = Has { $name } answered?
