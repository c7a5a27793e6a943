# Before a file is read: what is looked at, what is not, and what becomes of it.
import-reads = Reads { $file } for addresses, ids of apps and titles, and leaves it as it is.
import-spares = Not looked at: passwords, user names, notes, cards, codes. None of them is kept, shown or sent; nothing goes to the network.
import-keeps = On your list ({ $list }) come platforms, and of addresses without a guide the name of the site.
import-tries = Nothing is written: this is a trial.

# What was in it.
import-found = { $format }: { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }.
import-pages = These are pages that were kept or visited; not each is an account. Take off what is none: { $command }
import-platforms = { $count ->
        [one] { $count } platform has a guide
       *[other] { $count } platforms have a guide
    }, { $fresh ->
        [0] all on your list before
       *[other] { $fresh } new on your list
    }:
import-unknown = { $count ->
        [one] { $count } site or app has no guide yet
       *[other] { $count } sites and apps have no guide yet
    }:
import-kept = { $count ->
        [one] It stays on your list, so that the plan tells when there is one.
       *[other] They stay on your list, so that the plan tells when there is one.
    }
import-ask = Ask for a guide: an issue “New platform” in optout's project. Or begin one: { $command }
import-near = Perhaps another country's: { $pairs }. If so: { $command }
import-pair = { $at } ({ $name }?)
import-nothing = Nothing in it leads to a platform.

# An account that opens several platforms.
import-shared = Some of these accounts open more platforms. Which of those do you use?
import-shared-at = with { $at }
import-question = Numbers (1 3 5-8), Enter for all, 0 for none:
import-again = Numbers from 1 to { $most } are there to choose from, such as 1 3 5-8.
import-took = { $count ->
        [one] { $count } more
       *[other] { $count } more
    } behind the same accounts: { $names }. Take off what you do not use: { $command }

# What leads nowhere, with its places.
import-left = Left out:
import-left-why = { $why ->
       *[local] { $count } in a network of your own, or no page
        [none] { $count } without an address that leads anywhere
        [unnamed] { $count } without an address, by a name that no platform has
        [empty] { $count } without address and title
        [note] { $count } that are notes, cards or folders
        [bin] { $count } from the bin
        [damaged] { $count } damaged or cut off
    } ({ $places })
import-lines = { $count ->
        [one] line { $places }
       *[other] lines { $places }
    }
import-entries = { $count ->
        [one] entry { $places }
       *[other] entries { $places }
    }
import-history = Not read: { $files }, the pages you went to. With --history they are.

# Afterwards.
import-delete = { $file } still holds your passwords for anybody to read. Delete it, and empty the bin:
import-delete-plain = You need { $file } no longer:
import-delete-piped = If what you gave came from a file with passwords: delete it, and empty the bin.
import-list = { $file } is a list of optout: { $fresh } new on yours, { $later } decided later there, { $gone } taken off.
import-next = Next: { $command }

# The list.
accounts-none = Your list has no accounts yet. Add some by name: { $add }, or from a file: { $import }
accounts-count = { $count ->
        [one] { $count } account
       *[other] { $count } accounts
    }
accounts-unknown = Without a guide yet
accounts-gone = { $slug } (no longer in the catalog)
accounts-done = done
accounts-added = On your list: { $names }
accounts-there = On your list before: { $names }
accounts-removed = Taken off your list: { $names }
