# Was die Plattform tut, als Etikett.
status-opt-out = Trainiert, solange Sie nicht ablehnen
status-no-control = Trainiert, ohne dass man ablehnen kann
status-depends = Kommt darauf an
status-opt-in = Trainiert nur, wenn Sie zustimmen
status-no-training = Nach eigenen Angaben kein Training
status-none-found = Trainiert, kein Ausweg bekannt
status-objection = Trainiert, bis Sie widersprechen
status-by-others = Andere trainieren, wenn Sie nichts tun
status-by-others-none = Andere trainieren, kein Ausweg bekannt
status-by-others-asked = Andere trainieren nur mit Erlaubnis
status-not-known = Für Sie nicht bekannt
status-concluded-opt-out = Trainiert wohl, wenn Sie nichts tun
status-concluded-objection = Trainiert wohl, bis Sie widersprechen
status-concluded-depends = Nicht sicher bekannt
status-concluded-opt-in = Trainiert wohl nur mit Zustimmung
status-concluded-no-training = Trainiert wohl nicht mit Ihren Daten
status-concluded-none = Trainiert wohl, kein Ausweg bekannt

# Wann eine Plattform dieses Etikett hat.
criterion-opt-out = Sie trainiert mit dem, was Sie dort tun, solange Sie nichts unternehmen.
criterion-opt-in = Sie trainiert erst, wenn Sie zugestimmt haben.
criterion-no-training = Der Betreiber gibt an, nicht damit zu trainieren.
criterion-no-control = Sie trainiert, und es gibt keinen Weg, das abzulehnen, oder es wurde keiner gefunden.
criterion-depends = Eines der anderen, je nach Region, Tarif, Konto oder Daten; die Anleitung sagt, wonach es sich richtet.

# Dasselbe für einen Teil der Leser, nach „In der EU –“.
for-some-opt-out = trainiert, solange Sie nicht ablehnen
for-some-no-control = trainiert, ohne dass man ablehnen kann
for-some-none-found = trainiert, kein Ausweg bekannt
for-some-depends = kommt darauf an
for-some-opt-in = trainiert nur, wenn Sie zustimmen
for-some-no-training = nach eigenen Angaben kein Training
for-some-by-others = andere trainieren, wenn Sie nichts tun
for-some-by-others-none = andere trainieren, kein Ausweg bekannt
for-some-by-others-asked = andere trainieren nur mit Erlaubnis

category-assistant = Assistenten
category-social = Soziale Netzwerke
category-messaging = Messenger
category-work = Arbeit
category-developer = Entwicklerwerkzeuge
category-creative = Kreativwerkzeuge
category-media = Medien
category-device = Geräte
category-browser = Browser
category-shopping = Einkaufen
category-travel = Reisen
category-health = Gesundheit
category-finance = Finanzen
category-dating = Dating
category-education = Bildung
category-publisher = Websites und Verlage
category-crawler = Crawler
category-standard = Kennzeichen und Standards
category-dataset = Trainingsdatensätze
category-collective = Verwertungsgesellschaften und Register

topic-children = Für Eltern: was Kinder nutzen
topic-artists = Für Fotografie und Kunst
topic-writers = Für alle, die schreiben
topic-musicians = Für alle, die Musik machen
topic-developers = Für alle, die programmieren
topic-site-owners = Für alle, die eine Website betreiben
topic-administrators = Für die Administration
topic-voice = Stimme und Anrufe
topic-health = Gesundheit

# Die Frage, mit der man kommt.
title-does = { $name }: Werden meine Daten zum Training von KI verwendet?
title-can = { $name }: Kann ich { $what ->
        [publications] das, was ich veröffentliche,
       *[data] meine Daten
    } vom KI-Training ausnehmen?
title-how = { $name }: Wie nehme ich { $what ->
        [publications] das, was ich veröffentliche,
       *[data] meine Daten
    } vom KI-Training aus?
titled = { $name }: { $question }

# Wörter, die vor etwas stehen.
not-certain = Nicht sicher:
to-be-sure = Zur Kontrolle:
evidence = Belege:
menu-path = Menüpfad:
# Over the labels of a way as they stand on screens in other languages.
other-languages = So heißt es in anderen Sprachen
my-language = Meine Sprache
what-it-does = Was es bewirkt, und woher man das weiß
back = Zurück zu der Stelle, die darauf verweist

# Anführungszeichen um ein Etikett, wo es keine Farbe gibt.
quote-opens = „
quote-closes = “

# Wo etwas zu finden ist und für wen es gilt; Angaben, die einander folgen können.
on-web = im Web
on-ios = auf iPhone und iPad
on-android = auf Android
on-phones = auf iPhone, iPad und Android
on-desktop = auf dem Computer
in-browser = im Browser
in-browser-computer = im Browser Ihres Computers
in-browser-phone = im Browser Ihres Handys
on-server = auf Ihrem Webserver
on-admin = in der Verwaltungskonsole
in-regions = { $regions }
outside-regions = außer { $regions }
on-plans = { $plans ->
        [one] im Tarif { $plans }
       *[other] in den Tarifen { $plans }
    }
on-other-plans = in anderen Tarifen als { $plans }
qualified = { $what }, { $more }
labelled = { $label } ({ $whom })

# Worauf ein Weg hinausläuft.
concluded = erschlossen
action-switch = { $position ->
       *[off] ausschalten
        [on] einschalten
    }
action-sure-switch = { $position ->
       *[off] prüfen, ob es ausgeschaltet ist
        [on] prüfen, ob es eingeschaltet ist
    }
action-option = auf „{ $option }“ stellen
action-sure-option = prüfen, ob es auf „{ $option }“ steht
action-form = Formular absenden
action-email = E-Mail schreiben
action-enter = { $file } eintragen
action-publish = { $file } veröffentlichen
action-command = Befehl ausführen
action-plan = anderen Tarif nutzen
action-delete = löschen

# Was ein Weg verlangt.
takes = { $action }: { $cost }.
steps = { $count ->
        [one] { $count } Schritt
       *[other] { $count } Schritte
    }
steps-where = { $steps } { $where }
requires = Voraussetzung: { $needs }.
law-gdpr = DSGVO
right = Dieser Weg nutzt Ihr Widerspruchsrecht ({ $law }): ein Antrag, über den entschieden wird.
right-somewhere = Dieser Weg nutzt ein Widerspruchsrecht (DSGVO, im EWR und im Vereinigten Königreich; anderswo entscheidet Ihr Recht): ein Antrag, über den entschieden wird.
right-not-here = Dieser Weg nutzt ein Widerspruchsrecht, das die DSGVO im EWR und im Vereinigten Königreich gibt; bei Ihnen entscheidet Ihr Recht. Über den Antrag wird entschieden.
only-lessens = Dieser Weg lehnt nichts ab, er macht es nur weniger.
anew = Muss jedes Mal neu gewählt werden ({ $each }).
starts-switch = Ohne Ihr Zutun ist es { $position ->
       *[off] ausgeschaltet
        [on] eingeschaltet
    }.
starts-option = Ohne Ihr Zutun steht es auf „{ $option }“.
who-admin = Administratorrechte
who-site-owner = eine eigene Website
who-outsider = kein Konto

# Wie ein Weg zu anderen gehört.
needed = Nötig sind alle { $what ->
       *[way] diese Wege: { $count } Wege
        [switch] diese Schalter: { $count } Schalter
    }, zusammen { $steps }.
needed-with = Nötig ist dazu auch { $names }.
same-as = Er ist dasselbe wie „{ $name }“.

# Was die Adresse eines Weges öffnet.
opens-form = Formular öffnen
opens-email = E-Mail schreiben
opens-switch = Einstellung öffnen
opens-page = Seite öffnen
opens-site = Website öffnen

# Schritte.
hint = {" "}({ $hint })
step-open-on = Öffnen Sie unter { $system } { $link }
step-open = Öffnen Sie { $link }
step-go = Öffnen Sie { $domain } im Browser.
step-open-browser = Öffnen Sie { $name } im Browser.
step-open-app = Öffnen Sie auf dem Handy die App von { $name }.
step-open-console = Öffnen Sie die Verwaltungskonsole von { $name }.
step-open-name = Öffnen Sie { $name }.
step-go-to = Wählen Sie { $hint }.
step-choose = Wählen Sie { $label }{ $hint }.
step-switch = Schalten Sie { $name }{ $hint } { $position ->
       *[off] aus
        [on] ein
    }.
step-sure-switch = Vergewissern Sie sich, dass { $name }{ $hint } { $position ->
       *[off] ausgeschaltet
        [on] eingeschaltet
    } ist.
step-sure-option = Vergewissern Sie sich, dass { $name }{ $hint } auf „{ $option }“ steht.
step-set = Stellen Sie { $name }{ $hint } auf { $option }.
step-form = Öffnen Sie das Formular unter { $link }
step-fill = Füllen Sie { $rest ->
       *[no] es
        [yes] den Rest
    } aus.
step-send-form = Senden Sie es ab.
step-mail = Schreiben Sie eine E-Mail an { $address }
step-subject = Geben Sie ihr den Betreff { $subject }.
step-message = Schreiben Sie in die Nachricht:
step-send = Senden Sie sie ab.
step-enter = Geben Sie diesen Text ein:
step-lines = Fügen Sie diese Zeilen in { $file } ein:
step-lines-site = Fügen Sie diese Zeilen in die Datei { $file } im Hauptverzeichnis jeder Ihrer Websites ein:
step-run = Führen Sie diesen Befehl aus:
step-plan = Nutzen Sie { $plan }.
position = { $position ->
       *[off] aus
        [on] ein
    }

# Woran man sieht, dass es gewirkt hat.
done-each = Das gilt nur dieses eine Mal ({ $each }); wählen Sie es beim nächsten Mal wieder.
done-switch = Verlassen Sie die Seite und kommen Sie zurück; der Schalter ist immer noch { $position ->
       *[off] aus
        [on] ein
    }.
done-option = Verlassen Sie die Seite und kommen Sie zurück; dort steht immer noch „{ $option }“.
done-robots = Öffnen Sie { $path } auf Ihrer Website im Browser; die Zeilen sind da.
done-form = Bewahren Sie auf, was Ihnen angezeigt oder geantwortet wird; es ist Ihr Nachweis.
done-email = Warten Sie auf eine Antwort, die es bestätigt, und bewahren Sie sie auf. Kommt keine, gehen Sie davon aus, dass sich nichts geändert hat.
done-file = Öffnen Sie die Stelle noch einmal; der Text steht so da, wie Sie ihn eingegeben haben.
done-command = Der Befehl endet ohne Fehlermeldung.
done-plan = Ihre Kontoseite nennt den Tarif, den Sie haben.
done-delete = Suchen Sie nach dem, was Sie gelöscht haben; es ist weg.

# Der Weg zurück.
undo-switch = Schalten Sie { $name } an derselben Stelle wieder { $position ->
       *[off] aus
        [on] ein
    }.
undo-option = Wählen Sie an derselben Stelle eine andere Option für { $name }.
undo-file = Entfernen Sie die Zeilen wieder aus { $file }.

# Für wen die Anleitung eingegrenzt wurde.
unknown-plan = Diese Anleitung kennt keinen Tarif „{ $plan }“; sie unterscheidet { $plans }.
no-plans = Diese Anleitung sagt für alle Tarife dasselbe.
shown-for = Das gilt { $whom }. Alle Varianten: { $command }.

# Wo es keinen Weg gibt oder keiner nötig ist.
none-stated = { $name } bietet keine Möglichkeit, das abzulehnen.
none-stated-besides = Außer dem Widerspruch bietet { $name } keine Möglichkeit, das abzulehnen.
none-found = In dem, was für diese Anleitung gelesen wurde, fand sich kein Weg, das abzulehnen; es kann dennoch einen geben.
none-found-besides = Außer dem Widerspruch fand sich kein Weg, das abzulehnen; es kann dennoch einen geben.
no-way = Es fand sich kein Weg, das abzulehnen; es kann einen geben, den diese Anleitung nicht kennt.
no-way-for = Es fand sich { $whom } kein Weg, das abzulehnen; es kann einen geben, den diese Anleitung nicht kennt.
elsewhere = Es ist kein Weg bekannt, das { $here } abzulehnen. Es gibt einen { $there }, „{ $name }“ ({ $action }): { $command }.
not-known = Was { $name } { $whom } tut, ist nicht bekannt: Was dort gilt, wurde nicht gelesen.
not-known-but = Was { $name } { $whom } tut, ist nicht bekannt: Gelesen wurde nur, was { $regions } gilt.
not-known-ways = Was { $name } { $whom } tut, ist nicht bekannt: Die Wege, die gefunden wurden, sind für andere.
needed-elsewhere = Was { $here } geht, ist nicht alles: Nötig ist auch „{ $name }“ ({ $action }) { $there }: { $command }.
where-you-are = bei Ihnen
known-elsewhere = Anderswo
nothing-to-do = Sie müssen nichts tun.
nothing-unless-agreed = Sie müssen nichts tun, solange Sie nicht zustimmen.
nothing-if-covered = Wenn das für Sie gilt, müssen Sie nichts tun.

# Überschriften.
steps-title = Schritte
steps-title-still = Was Sie trotzdem tun können
steps-title-sure = Um sicherzugehen
same-title = Dasselbe an anderer Stelle
sure-title = Um sicherzugehen
instead-title = Stattdessen
cases-title = In anderen Fällen
objection-title = Widerspruch nach dem Gesetz
plan-title = Mit einem anderen Tarif
anew-title = Jedes Mal neu
lessening-title = Was es weniger macht
deletion-title = Durch Löschen
sources-title = Quellen
part-limits-refusing = Was die Ablehnung nicht bewirkt
part-limits = Gut zu wissen
part-lookalikes = Was keine Ablehnung ist
part-differences-reader = Was für Sie außerdem gilt
part-differences = Wo es anders ist
part-uses = Was verwendet wird
part-spares = Was verschont bleibt
part-crawlers = Die Crawler
part-history = Was sich wann geändert hat
part-conflicts = Wo sich Quellen widersprechen
part-undo = Wenn Sie es sich anders überlegen
part-see = Siehe auch

# Was auf keiner eigenen Seite des Betreibers zu sehen war.
not-seen = { $what } auf keiner eigenen Seite von { $name } gesehen.
unseen-label = Bezeichnung
unseen-menu = Menü
unseen-address = Adresse

# In den Teilen.
lookalike-path = Menüpfad: { $path }.
lookalike-address = Adresse: { $link }
difference-status = { $whom } – { $status }
crawler-name = Name in robots.txt
crawler-purpose = Wofür
crawler-obeys = Hält er sich an robots.txt?
crawler-addresses = Seine Adressen
crawler-list = Liste
crawler-agent = User-Agent: { $agent }
crawler-for = { $purposes }.
crawler-for-training = Training
crawler-for-search = Suche
crawler-for-user = Anfragen einzelner Menschen
crawler-for-agent = Arbeit eines Agenten
crawler-for-unknown = niemand sagt, wofür
crawler-listed = Nur aus Listen bekannt.
crawler-renamed = Heißt jetzt anders.
crawler-ended = Ruft nichts mehr ab.
crawler-since = Spätestens seit { $date } bekannt.

# Worauf die Anleitung beruht und wem die Plattform gehört.
provenance = Geprüft am { $date }. { $support }. Was hier auf Englisch steht, ist nicht übersetzt.
official-sources = { $count ->
        [one] einer offiziellen Quelle
       *[other] { $count } offiziellen Quellen
    }
support-none = Keine offizielle Quelle: nur bekannt aus { $kinds }
support-undated = Beruht auf { $sources } (ohne Datum)
support-dated = Beruht auf { $sources } ({ $date })
support-newest = Beruht auf { $sources } (neueste: { $date })
support-copy = Beruht auf { $sources } (ohne Datum; Kopie vom { $date })
support-newest-copy = Beruht auf { $sources } (neueste: Kopie vom { $date }, ohne Datum)
support-for-nobody = Stützt sich auf keine Quelle für Sie
operated-by = Betrieben von { $company }.
also-known-as = Auch bekannt als { $names }.

# Die Anleitung, die auf einen Bildschirm passt.
also = { $part }: { $ways }.
also-more = { $one }; { $more }
provenance-brief = Geprüft am { $date }. { $support }. Was hier auf Englisch steht, ist nicht übersetzt.
more-limits = (+{ $count })
hint-full = Mehr: { $command }.
crawlers-together = Alle Crawler in einer Datei: { $command }.
hint-crawlers = Alle Crawler: { $command }.
hint-narrow = Für Sie: { $options }.

# Quellen.
kind-official = offiziell
written-for = für Leser { $regions }
not-written-for = nicht für Leser { $regions }
kind-press = Presse
kind-community = Community
undated = ohne Datum
archived-copy = archivierte Kopie
copy-of = Kopie vom { $date }
address-not-known = Adresse nicht bekannt
for-letters = dazu, wem man schreibt
