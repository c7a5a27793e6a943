# Lists of platforms.
platforms = { $count ->
        [one] { $count } platform
       *[other] { $count } platforms
    }
list-title = How to refuse AI training, platform by platform
list-platform = Platform
list-category = Kind
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

# Above and below the first results of a search, and one that is a company, a category or a topic.
hits-near = Nothing is called “{ $asked }”. Near it:
hits-group = { $group }: { $command }
group = { $kind }, { $platforms }
hits-company = company
hits-category = category
hits-topic = topic
hits-more = { $count ->
        [one] and { $count } more platform
       *[other] and { $count } more platforms
    }; add a word, or --limit 0 for all
