# What the scripts of the site say. They fill in the arguments themselves, and choose by $number only.
script-add-to-list = Add to my list
script-changed = The guide has changed since you ticked it.
script-cleared = The list is empty now.
script-copied = Copied
script-copy = Copy
script-copy-address = Copy address
script-damaged = Some of what this browser kept of your list cannot be read, and was left out.
script-did-you-mean = Nothing is called “{ $typed }”. Did you mean { $name }?
script-done = Done
script-done-before = Done, but the guide has changed since
script-done-on = Done on { $date }
script-everything = Everything is shown.
script-found = { $found } of { $number ->
    [one] { $number } platform
   *[other] { $number } platforms
}
script-hidden = Hidden, as not for you: { $number ->
    [one] { $number } part.
   *[other] { $number } parts.
}
script-how-to-add = How to add a platform
script-is-done = { $name } is done
script-loaded = { $number ->
    [one] { $number } platform loaded from { $file }, { $fresh } of them new.
   *[other] { $number } platforms loaded from { $file }, { $fresh } of them new.
}
script-newer-list = { $file } was saved by a newer version of this site.
script-none-meant = No way to refuse is meant for what you chose.
script-not-a-list = { $file } is not a list that was saved here.
script-nothing-changed = Nothing was changed.
script-nothing-found = Nothing found.
script-nothing-ticked = Nothing is ticked yet: tick what you use, below or on the page of a guide.
script-nothing-to-do = Nothing on your list needs anything from you.
script-now-done = { $name }: done.
script-now-to-do = { $name }: to do.
script-old = This was checked { $number } months ago; labels may have moved since.
script-on-my-list = { $name } on my list
script-only-mine = Only what holds for me
script-platforms = { $number ->
    [one] { $number } platform
   *[other] { $number } platforms
}
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
script-unreadable = { $file } cannot be read.
