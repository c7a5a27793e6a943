# Listen von Plattformen.
platforms = { $count ->
        [one] { $count } Plattform
       *[other] { $count } Plattformen
    }
list-title = KI-Training ablehnen, Plattform für Plattform
list-platform = Plattform
list-category = Art
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

# Über und unter den ersten Treffern einer Suche, und einer, der Unternehmen, Kategorie oder Thema ist.
hits-near = Nichts heißt „{ $asked }“. In der Nähe:
hits-group = { $group }: { $command }
group = { $kind }, { $platforms }
hits-company = Unternehmen
hits-category = Kategorie
hits-topic = Thema
hits-more = { $count ->
        [one] und { $count } weitere Plattform
       *[other] und { $count } weitere Plattformen
    }; ein Wort mehr, oder --limit 0 für alle
