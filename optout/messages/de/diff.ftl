# Die Abschnitte dessen, was sich geändert hat, und wie viel.
diff-matters = Wichtig
diff-new = Neu
diff-editorial = Redaktionelles
diff-section = { $title } ({ $count })
diff-summary = Plattformen: { $counts }.
diff-nothing = Es hat sich nichts geändert.
diff-unread = { $count ->
        [one] { $count } Eintrag ließ sich nicht lesen; was sich darin geändert hat, ist nicht bekannt: { $names }.
       *[other] { $count } Einträge ließen sich nicht lesen; was sich darin geändert hat, ist nicht bekannt: { $names }.
    }
diff-count-matters = { $count } mit wichtigen Änderungen für alle, die der Anleitung gefolgt sind
diff-count-new = { $count } neu
diff-count-editorial = { $count } nur in Wortlaut, Quellen oder Daten geändert

# Ein Kommentar zu einem Pull Request.
diff-comment = Was sich im Katalog ändert
diff-more-platforms = … und { $count ->
        [one] { $count } weitere Plattform
       *[other] { $count } weitere Plattformen
    }; { $command } zeigt alles
diff-more-changes = … und { $count ->
        [one] { $count } weitere Änderung
       *[other] { $count } weitere Änderungen
    }; { $command } zeigt alles

# Wie Änderungen aufeinander folgen; alle folgenden Angaben stehen nach einem Namen und Doppelpunkt, ohne Punkt am Ende.
# Sie sind verkürzt wie in einer Liste, damit jedes Hauptwort ohne Artikel und Beugung passt.
diff-of-control = { $control }: { $clause }
diff-further = ; { $more }
diff-quoted = „{ $text }“

# Ein Wert: $what ist eines der Hauptwörter am Ende.
diff-changed = { $what } geändert: bisher { $old }, jetzt { $new }
diff-given = { $what } neu angegeben: { $new }
diff-not-given = { $what } nicht mehr angegeben (bisher { $old })
diff-touched = { $what } geändert
diff-lines = { $what } geändert: { $lines }
diff-line = { $which ->
       *[new] neu { $line }
        [gone] entfallen { $line }
    }
diff-more-lines = { $which ->
       *[new] { $count } weitere neu
        [gone] { $count } weitere entfallen
    }
diff-name-added = { $what } hinzugefügt: { $name }
diff-name-gone = { $what } entfallen: { $name }

# Der Weg durch die Menüs.
diff-path-given = { $what }: Menüpfad neu angegeben, { $new }
diff-path-not-given = { $what }: Menüpfad nicht mehr angegeben (bisher { $old })
diff-path-described = { $what }: Menüpfad mit anderen Worten beschrieben
diff-moved = { $what } verschoben von { $old } nach { $new }

# Ein Satz des Katalogs.
diff-text-added = { $what } hinzugefügt: „{ $text }“
diff-text-gone = { $what } entfallen: „{ $text }“
diff-text-changed = { $what } geändert: bisher „{ $old }“, jetzt „{ $new }“
diff-marked-up = { $what } anders ausgezeichnet
diff-link = { $what } verweist auf { $address }
diff-link-added = { $what } verweist jetzt auf { $address }
diff-link-gone = { $what } verweist nicht mehr auf { $address }
diff-link-changed = { $what }: „{ $words }“ führt jetzt zu { $new } (bisher { $old })
diff-citations = { $count ->
        [one] eine Aussage nennt andere Quellen
       *[other] { $count } Aussagen nennen andere Quellen
    }

# Eine Liste von Sätzen.
diff-claim-new = { $list ->
       *[limits] neue Einschränkung: „{ $text }“
        [uses] jetzt auch verwendet: „{ $text }“
        [spares] jetzt auch verschont: „{ $text }“
        [conflicts] Quellen widersprechen sich: „{ $text }“
    }
diff-claim-gone = { $list ->
       *[limits] Einschränkung entfallen: „{ $text }“
        [uses] nicht mehr unter „Was verwendet wird“ aufgeführt: „{ $text }“
        [spares] nicht mehr unter „Was verschont bleibt“ aufgeführt: „{ $text }“
        [conflicts] Quellen widersprechen sich nicht mehr: „{ $text }“
    }
diff-reordered = { $list ->
       *[controls] Wege zur Ablehnung anders geordnet
        [aliases] weitere Namen anders geordnet
        [formerly] frühere Namen anders geordnet
        [topics] Themen anders geordnet
        [domains] Domains anders geordnet
        [country_domains] Domains mit Gleichnamigen in anderen Ländern anders geordnet
        [logins] Anmeldungen anders geordnet
        [apps] Apps anders geordnet
        [limits] Einschränkungen anders geordnet
        [steps] Schritte anders geordnet
        [where] Geräte anders geordnet
        [differences] Abweichungen anders geordnet
        [uses] Liste dessen, was verwendet wird, anders geordnet
        [spares] Liste dessen, was verschont bleibt, anders geordnet
        [crawlers] Crawler anders geordnet
        [contacts] Kontakte anders geordnet
        [history] Ereignisse anders geordnet
        [lookalikes] Einstellungen, die keine Ablehnung sind, anders geordnet
        [conflicts] Widersprüche anders geordnet
        [see] verwandte Plattformen anders geordnet
        [sources] Quellen anders geordnet
    }

# Eine Plattform.
diff-called = heißt jetzt { $new } (bisher { $old })
diff-trained-by-others = nach jetziger Darstellung trainieren andere, nicht die Plattform selbst
diff-trained-by-itself = nach jetziger Darstellung trainiert die Plattform selbst
diff-basis = { $basis ->
       *[stated] { $what } ausdrücklich angegeben, nicht mehr nur erschlossen
        [concluded] { $what } aus dem Gelesenen erschlossen, nicht ausdrücklich angegeben
    }
diff-checked = geprüft am { $new } (zuvor: { $old })
diff-guide-new = neue Anleitung, { $status }
diff-guide-gone = Anleitung entfernt
diff-slug = Anleitung jetzt unter { $new } zu finden (bisher { $old })
diff-merged = gehört jetzt zu { $name } (Anleitung: { $slug })
diff-stub-new = ein früherer Name, der zu { $now } führt
diff-stub-gone = dieser frühere Name führt nirgendwohin mehr
diff-stub-leads = dieser frühere Name führt jetzt zu { $new } (bisher { $old })
diff-stub-name = dieser frühere Name wird jetzt { $new } geschrieben (bisher { $old })
diff-stub-aliases = unter anderen Namen zu finden
diff-stub-domains = unter anderen Domains zu finden
diff-see = siehe auch { $slug }
diff-see-gone = nicht mehr: siehe auch { $slug }

# Ein Weg zur Ablehnung.
diff-way-new = neuer Weg zur Ablehnung: { $name } ({ $how })
diff-way-new-at = neuer Weg zur Ablehnung: { $name } ({ $how }) unter { $path }
diff-way-gone = kein Weg zur Ablehnung mehr: { $name } ({ $how })
diff-way-lookalike = { $name } ist doch keine Ablehnung des Trainings
diff-absence-stated = der Betreiber bietet keinen Weg zur Ablehnung
diff-absence-found = kein Weg zur Ablehnung gefunden
diff-absence-for = { $absence } ({ $whom })
diff-absence-gone = nicht mehr angegeben: { $absence }
diff-absence = { $new } (bisher: { $old })
diff-how = Vorgehen geändert: { $new } (bisher: { $old })
diff-switch-called = Schalter { $old } heißt jetzt { $new }
diff-steps-written = Schritte jetzt ausgeschrieben
diff-steps-follow = Schritte ergeben sich jetzt aus dem Menüpfad
diff-aim = { $aim ->
       *[refuse] { $what } lehnt das Training jetzt ab
        [lessen] { $what } verringert das Training jetzt nur und lehnt nichts ab
    }
diff-where = { $what } jetzt zu finden { $new } (bisher: { $old })
diff-everywhere = überall
diff-who = { $what } jetzt für { $new } (bisher: { $old })
diff-who-member = alle Mitglieder
diff-who-admin = Administratoren
diff-who-site-owner = Betreiber einer Website
diff-who-outsider = Menschen ohne Konto
diff-audience = { $what } gilt jetzt { $new } (bisher: { $old })
diff-audience-reordered = { $what }: Regionen und Tarife anders geordnet
diff-for-everybody = für alle
diff-each = { $what } jetzt jedes Mal neu zu wählen ({ $each })
diff-unseen = { $what } auf keiner eigenen Seite des Betreibers gesehen, was { $parts } betrifft
diff-unseen-before = { $what } auf keiner eigenen Seite des Betreibers gesehen, was { $parts } betrifft (bisher: { $old })
diff-all-seen = { $what } jetzt auf einer eigenen Seite des Betreibers gesehen
diff-each-gone = { $what } nicht mehr jedes Mal neu zu wählen ({ $each })

# Was keine Ablehnung ist, was abweicht, was geschehen ist, Crawler.
diff-lookalike-new = { $name } jetzt unter „Was keine Ablehnung ist“ aufgeführt
diff-lookalike-gone = { $name } nicht mehr unter „Was keine Ablehnung ist“ aufgeführt
diff-difference-new = jetzt abweichend { $whom }: „{ $text }“
diff-difference-status = jetzt abweichend { $whom } ({ $status }): „{ $text }“
diff-difference-gone = nicht mehr abweichend { $whom }: „{ $text }“
diff-event = { $date }: { $text }
diff-event-added = im Verlauf ergänzt: { $date }, „{ $text }“
diff-event-noted = { $date } im Verlauf: so erzählt seit { $day }
diff-event-unnoted = { $date } im Verlauf: sagt nicht mehr, seit wann es so erzählt wird
diff-event-gone = nicht mehr im Verlauf: { $date }, „{ $text }“
diff-crawler-new = neuer Crawler: { $token }, „{ $purpose }“
diff-crawler-gone = Crawler nicht mehr aufgeführt: { $token }
diff-crawler-known = { $known ->
       *[documented] { $token } ist von seinem Betreiber dokumentiert
        [listed] { $token } ist nur aus Listen bekannt
        [renamed] { $token } heißt jetzt anders
        [ended] { $token } ruft nichts mehr ab
    }
diff-contact-for = { $extent ->
       *[platform] an { $name } schreibt man nur wegen dieser Plattform
        [company] an { $name } schreibt man wegen aller Plattformen des Unternehmens
    }

# Quellen.
diff-sources-added = { $count ->
        [one] eine Quelle hinzugefügt: { $titles }
       *[other] { $count } Quellen hinzugefügt: { $titles }
    }
diff-sources-gone = { $count ->
        [one] eine Quelle entfallen: { $titles }
       *[other] { $count } Quellen entfallen: { $titles }
    }
diff-title = „{ $title }“ ({ $publisher })
diff-titles-more = { $titles } und { $count } weitere
diff-source = die Quelle „{ $title }“ hat jetzt { $what }
diff-source-audience = die Quelle „{ $title }“ ist jetzt in der Fassung gelesen, die { $new } gilt (bisher: { $old })
diff-source-id = die Kennung { $new } (bisher { $old })
diff-source-title = einen anderen Titel (bisher „{ $old }“)
diff-source-publisher = einen anderen Herausgeber ({ $new }, bisher { $old })
diff-source-kind = eine andere Art ({ $new }, bisher { $old })
diff-source-date = das Datum { $new } (bisher { $old })
diff-source-undated = kein Datum mehr
diff-source-seen = eine Kopie vom { $new } (bisher { $old })
diff-source-unseen = keinen Tag der Kopie mehr
diff-source-language = ein Zitat in der Sprache { $new } (bisher { $old })
diff-no-copy = keine

# Was sich geändert hat, im Nominativ und ohne Artikel.
what-way-switch = Schalter
what-way-form = Formular
what-way-email = Widerspruch per E-Mail
what-way-file = Text zum Veröffentlichen
what-way-command = Befehl
what-way-plan = Tarifwechsel
what-way-delete = Schaltfläche
what-way-none = Hinweis auf fehlenden Weg zur Ablehnung
what-heading = Überschrift
what-address = Adresse
what-law = Rechtsgrundlage
what-needs = Voraussetzung
what-together = wofür er mit anderen Wegen zusammen nötig ist
what-taken-from = Eintrag, in dem er steht
what-same-as = Weg, dem er gleicht
what-position = ablehnende Stellung
what-default = Voreinstellung
what-then = danach zu wählende Schaltflächen
what-form-label = Beschriftung, die zum Formular führt,
what-choice = Auswahl im Formular
what-mailbox = Empfängeradresse
what-subject = Betreff
what-message = Nachricht
what-file = Datei
what-file-text = Text für { $file }
what-plan = zu nutzender Tarif
what-button-label = Beschriftung der Schaltfläche
what-step = Schritt
what-note = Hinweis
what-effect = Wirkung
what-limit = Einschränkung
what-sign = Erfolgskontrolle
what-undo = Weg zurück
what-screen-labels = Beschriftungen in der Sprache „{ $language }“
what-doubt = Zweifel
what-doubt-about = Zweifel an „{ $text }“
what-status = Status
what-status-doubt = Zweifel am Status
what-scope = Geltungsbereich
what-used = Angabe zu Verwendetem
what-spared = Angabe zu Verschontem
what-operator = Betreiber
what-summary = Zusammenfassung
what-title = Titel
what-category = Kategorie
what-topic = Thema
what-other-name = weiterer Name
what-former-name = früherer Name
what-domain = Domain
what-country-domain = Domain mit Gleichnamigen in anderen Ländern
what-login = Anmeldung
what-app = App
what-terms = archivierte Bedingungen
what-contact = Kontakt
what-contact-of = Kontakt „{ $name }“
what-contact-doubt = Zweifel am Kontakt „{ $name }“
what-contact-role = { $role ->
       *[officer] Datenschutzbeauftragte von „{ $name }“
        [representative_eu] Vertretung von „{ $name }“ in der EU
        [representative_uk] Vertretung von „{ $name }“ im Vereinigten Königreich
    }
what-contact-post = Anschrift ({ $what })
what-contact-country = Land ({ $what })
what-contact-email = E-Mail-Adresse ({ $what })
what-contact-form = Formular ({ $what })
what-conflict = Widerspruch
what-lookalike = „{ $name }“ (keine Ablehnung)
what-lookalike-name = Name dessen, was keine Ablehnung ist,
what-lookalike-address = Adresse von „{ $name }“ (keine Ablehnung)
what-lookalike-text = Text zu „{ $name }“ (keine Ablehnung)
what-lookalike-doubt = Zweifel zu „{ $name }“ (keine Ablehnung)
what-difference = Abweichung ({ $whom })
what-difference-status = Status ({ $whom })
what-difference-doubt = Zweifel zur Abweichung ({ $whom })
what-event-on = Ereignis vom { $date }
what-event-in = Ereignis ({ $date })
what-event-doubt-on = Zweifel zum Ereignis vom { $date }
what-event-doubt-in = Zweifel zum Ereignis ({ $date })
what-event-date = Datum von „{ $text }“
what-crawler = Name eines Crawlers in robots.txt
what-crawler-agent = User-Agent von { $token }
what-crawler-addresses = Adressliste von { $token }
what-crawler-purpose = Zweck von { $token }
what-crawler-for = Aufgabe von { $token }
what-crawler-since = erste Nennung von { $token }
what-crawler-obeys = Verhalten von { $token } gegenüber robots.txt
what-see = Grund für „siehe auch { $slug }“
what-source-address = Adresse der Quelle „{ $title }“
what-source-archived = archivierte Kopie der Quelle „{ $title }“
what-source-quote = Zitat der Quelle „{ $title }“
