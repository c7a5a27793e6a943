# Lists of platforms.
platforms = { $count ->
        [one] { $count } platform
       *[other] { $count } platforms
    }
list-title = How to refuse AI training, platform by platform
list-platform = Platform
list-company = Company
list-status = Status
list-checked = Checked
list-former = Former names
is-now = { $former } is now { $name }

# A company at a glance.
company-heading = { $name }: { $platforms }
company-more = and { $count } more: { $command }
company-shared = One refusal for { $slugs }: { $name }
company-begin = Begin with: { $command }

# Below the first results of a search.
hits-more = { $count ->
        [one] and { $count } more platform
       *[other] and { $count } more platforms
    }; add a word, or --limit 0 for all
