# Listen von Plattformen.
platforms = { $count ->
        [one] { $count } Plattform
       *[other] { $count } Plattformen
    }
list-title = KI-Training ablehnen, Plattform für Plattform
list-platform = Plattform
list-company = Unternehmen
list-status = Status
list-checked = Geprüft
list-former = Frühere Namen
is-now = { $former } heißt jetzt { $name }

# Ein Unternehmen auf einen Blick.
company-heading = { $name }: { $platforms }
company-more = und { $count } weitere: { $command }
company-shared = Eine Ablehnung für { $slugs }: { $name }
company-begin = Beginnen Sie mit: { $command }

# Unter den ersten Treffern einer Suche.
hits-more = { $count ->
        [one] und { $count } weitere Plattform
       *[other] und { $count } weitere Plattformen
    }; ein Wort mehr, oder --limit 0 für alle
