# Was die Skripte der Website sagen. Sie setzen die Argumente selbst ein und wählen nur nach $number.
script-changed = Die Anleitung hat sich geändert, seit Sie sie abgehakt haben.
script-cleared = Die Liste ist jetzt leer.
script-copied = Kopiert
script-copy = Kopieren
script-copy-address = Adresse kopieren
script-copy-view = Link hierzu kopieren
script-damaged = Manches von dem, was dieser Browser von Ihrer Liste gespeichert hat, ist nicht lesbar und wurde ausgelassen; eine Kopie von allem liegt daneben.
script-did-you-mean = Nichts heißt „{ $typed }“. Meinten Sie { $name }?
script-done = Erledigt
script-done-before = Erledigt, aber die Anleitung hat sich seither geändert
script-done-earlier = Das kam, nachdem Sie es am { $date } getan haben: Meine Liste sagt, ob noch etwas zu tun ist.
script-done-later = Sie haben es danach getan, am { $date }.
script-done-on = Erledigt am { $date }
script-found = { $found } von { $number ->
    [one] { $number } Plattform
   *[other] { $number } Plattformen
}
script-hidden = Ausgeblendet, weil nicht für Sie: { $number ->
    [one] { $number } Teil.
   *[other] { $number } Teile.
}
script-fill-add = Diese hinzufügen
script-fill-also = Dieselben Konten öffnen auch diese. Welche davon benutzen Sie?
script-fill-archive = { $file } ist ein Archiv, das sich hier nicht lesen lässt: Packen Sie es aus und wählen Sie darin die Datei mit den Anmeldungen.
script-fill-damaged = { $file } ist beschädigt oder abgeschnitten.
script-fill-delete = In { $file } stehen noch Ihre Passwörter, wenn es ein Export ist: Löschen Sie die Datei und leeren Sie den Papierkorb.
script-fill-history = Die besuchten Seiten wurden nicht gelesen: Sie sind keine Konten.
script-fill-left = { $number ->
    [one] { $number } Eintrag wurde ausgelassen: beschädigt, keine Anmeldung oder ohne Adresse einer Website.
   *[other] { $number } Einträge wurden ausgelassen: beschädigt, keine Anmeldung oder ohne Adresse einer Website.
}
script-fill-lines = Beschädigt, die ersten nach Zeile: { $lines }
script-fill-locked = { $file } ist verschlüsselt: Exportieren Sie neu, ohne Verschlüsselung.
script-fill-others = { $number ->
    [one] Zu { $number } Website gibt es noch keine Anleitung: { $sites }
   *[other] Zu { $number } Websites gibt es noch keine Anleitung: { $sites }
}
script-fill-pages = Das sind gemerkte Seiten; nehmen Sie herunter, was kein Konto von Ihnen ist.
script-fill-unknown = { $file } ist kein Export, der hier bekannt ist.
script-filled = { $number ->
    [one] Zu { $number } Plattform aus { $file } gibt es eine Anleitung, { $fresh } neu auf Ihrer Liste.
   *[other] Zu { $number } Plattformen aus { $file } gibt es Anleitungen, { $fresh } neu auf Ihrer Liste.
}
script-hits = { $number ->
    [one] { $number } Treffer
   *[other] { $number } Treffer
}
script-is-done = { $name } ist erledigt
script-loaded = { $number ->
    [one] { $number } Plattform aus { $file } geladen, davon neu: { $fresh }.
   *[other] { $number } Plattformen aus { $file } geladen, davon neu: { $fresh }.
}
script-missing-guess = Meinten Sie { $name }?
script-newer-list = { $file } wurde von einer neueren Version dieser Website gespeichert.
script-none-meant = Für das, was Sie gewählt haben, ist kein Weg zum Ablehnen gedacht.
script-not-a-list = { $file } ist keine Liste, die hier gespeichert wurde.
script-nothing-changed = Nichts wurde geändert.
script-no-index = Die Suche ließ sich nicht laden; laden Sie die Seite neu.
script-nothing-found = Nichts gefunden.
script-nothing-ticked = Noch steht nichts auf Ihrer Liste: Beginnen Sie mit dem, was Sie benutzen.
script-nothing-to-do = Auf Ihrer Liste ist nichts, wofür Sie etwas tun müssen.
script-now-done = { $name }: erledigt.
script-now-to-do = { $name }: zu tun.
script-old = Das wurde vor { $number } Monaten geprüft; seither können sich Beschriftungen geändert haben.
script-on-my-list = { $name } auf meiner Liste
script-only-mine = Nur was für mich gilt
script-progress = { $done } von { $number } erledigt
script-remove = { $name } entfernen
script-remove-from-list = Von meiner Liste nehmen
script-removed = { $name } steht nicht mehr auf Ihrer Liste.
script-seen = Gesehen
script-seen-of = Gesehen: { $name }
script-show-all = Alles zeigen
script-too-large = { $file } ist zu groß für eine Liste.
script-undo = Rückgängig
script-undone = Rückgängig gemacht
script-unknown-more = { $number ->
    [one] und { $number } weitere
   *[other] und { $number } weitere
}
script-unreadable = { $file } ist nicht lesbar.
script-asks-again = { changed-again }
script-asks-new = { changed-new }
script-asks-still = Nichts zu tun: Was Sie getan haben, ist noch, was die Anleitung für Sie sagt.
script-asks-wording = Nichts zu tun; das ist anders:
script-brought = { $number ->
    [one] Dieser Link bringt { $number } Plattform, { $fresh } neu für Ihre Liste.
   *[other] Dieser Link bringt { $number } Plattformen, { $fresh } neu für Ihre Liste.
}
script-brought-add = Auf meine Liste setzen
script-brought-done = { $number ->
    [one] { $number } Plattform kam mit dem Link.
   *[other] { $number } Plattformen kamen mit dem Link.
}
script-brought-too-many = Dieser Link nennt { $number } Plattformen, und keine Liste hat mehr als { $most }: Nichts davon wurde übernommen.
script-brought-leave = Meine Liste lassen, wie sie ist
script-brought-replace = Statt meiner Liste nehmen
script-code = Der Link als QR-Code
script-link-long = Diese Liste ist zu lang für einen QR-Code: Nehmen Sie den Link oder die Datei.
script-link-nowhere = Diese Seite wurde aus einem Ordner geöffnet, wohin kein Link führt: Nehmen Sie die Datei.
script-news = { $number ->
    [one] Die Anleitung zu { $number } Konto hat sich geändert, seit Sie es erledigt haben
   *[other] Die Anleitungen zu { $number } Konten haben sich geändert, seit Sie sie erledigt haben
}
script-other-since = { changed-other-since }
script-take-up = Noch einmal tun
script-value-changed = { diff-changed }
script-way-new = neu: { $name }
script-again = Diese noch einmal durchgehen
script-covers = Damit ist auch dies erledigt: { $names }.
script-damaged-forget = Kopie löschen
script-damaged-save = Kopie sichern
script-decide = Entscheiden
script-decide-letter = Dem Betreiber schreiben
script-decide-limits = { part-limits }
script-decide-uses = { part-uses }
script-decide-ways = Was Ihnen bleibt, und was das nicht ändert
script-end = Das war alles, was man tun kann.
script-end-later = Das war fürs Erste alles; was Sie aufgeschoben haben, bleibt.
script-end-no-way = { $number ->
    [one] { $number } Plattform lässt Ihnen keinen Weg: Auf Ihrer Liste wartet sie auf eine Entscheidung.
   *[other] { $number } Plattformen lassen Ihnen keinen Weg: Auf Ihrer Liste warten sie auf eine Entscheidung.
}
script-go-on = Weitermachen
script-i-left = Ich bin gegangen oder habe getan, was blieb
script-keep = So lassen
script-left = { $number ->
    [one] Noch { $number } Aufgabe, { $time }
   *[other] Noch { $number } Aufgaben, { $time }
}
script-minutes = { todo-minutes }
script-not-certain = { not-certain }
script-not-loaded = Diese Anleitung ließ sich nicht laden; vielleicht sind Sie offline.
script-now-later = { $name }: aufgeschoben.
script-now-skipped = { $name }: so gelassen.
script-put = { $name } steht auf Ihrer Liste.
script-put-off-later = am { $date } aufgeschoben
script-put-off-not-there = am { $date } nicht gefunden
script-start = Los
script-to-do-left = { $number ->
    [one] { $number } Aufgabe, { $time }
   *[other] { $number } Aufgaben, { $time }
}
script-take-back = Zurücknehmen
script-to-list = Zur Liste
script-whole-guide = Die ganze Anleitung mit ihren Quellen
script-calendar-name = { todo-calendar }
script-followed = Gesichert als { $file }.
script-look-again = Erledigt am { $date }: Meine Liste sagt, ob seitdem etwas anders ist.
script-look-later = Am { $date } aufgeschoben.

# Um jede Seite herum.
site-description = Wer trainiert KI mit Ihren Daten, und wie lehnen Sie das ab? Welcher Schalter, welches Formular, welche Adresse – mit datierter Quelle für jede Aussage.
site-feed = Was sich geändert hat
site-calendar = Anstehende Änderungen
site-skip = Zum Inhalt springen
site-navigation = Website
site-my-list = Meine Liste
site-overview = Überblick
site-changes = Änderungen
site-about = Methode
site-companies = Unternehmen
site-footer = Keine Cookies, keine Tracker: Was Sie wählen, bleibt in Ihrem Browser.
site-region = Wo Sie sind
site-anywhere = Irgendwo
site-scheme = Hell oder dunkel
site-scheme-system = Automatisch
site-scheme-light = Hell
site-scheme-dark = Dunkel
site-unkept = In diesem Browser nicht gespeichert oder beschädigt: siehe Meine Liste.
site-as-of = Stand: { $date }.

count-platforms = { $number ->
    [one] { $number } Plattform
   *[other] { $number } Plattformen
}
count-guides = { $number ->
    [one] { $number } Anleitung
   *[other] { $number } Anleitungen
}
count-categories = { $number ->
    [one] { $number } Kategorie
   *[other] { $number } Kategorien
}
row-cost = { $action }: { $steps }
picture-checked = Geprüft am { $date }

# Die Startseite.
find-keys = { $search } zum Suchen, { $down } { $up } zum Wählen, { $open } zum Öffnen, { $all } für wieder alle
find-more = Mehr zeigen
find-without = Dafür gibt es noch keine Anleitung. Was Sie jetzt tun können:
find-without-look = Im eigenen Konto nachsehen oder dem Betreiber schreiben: wo, und mit welchen Worten
find-without-letter = Wenn der Betreiber hier eine Anleitung hat: ein Brief nach dem Recht, das bei Ihnen gilt
find-without-request = Um eine Anleitung bitten
home-all = { $number ->
    [one] Die eine Plattform, nach Art
   *[other] Alle { $number } Plattformen, nach Art
}
home-most = Am meisten benutzt
home-most-list = ihre Liste
home-most-source = Die Europäische Kommission zählt sie zu den sehr großen: Jede hat mindestens 45 Millionen Nutzer im Monat in der EU ({ $source }).
home-title = { $site }: So bleiben Ihre Daten aus dem KI-Training
home-question = Wer trainiert KI mit Ihren Daten, und wie verhindern Sie es?
home-lead = Zu jeder: der Schalter, das Formular oder die Adresse, Schritt für Schritt, und was das Ablehnen nicht bewirkt. Jede Aussage hat eine datierte Quelle.
home-which = Welche Plattform?
home-kind = Art
home-topics = Nach Themen
home-all-kinds = Alle Arten
home-status = Status
home-any-status = Jeder Status
home-tick = Haken Sie an, was Sie benutzen, und arbeiten Sie es ab: { $list }.
home-found = Gefunden
home-former = Frühere Namen

# Meine Liste.
list-lead = Setzen Sie darauf, was Sie benutzen, und gehen Sie es durch: eine Plattform nach der anderen, was schnell geht zuerst.
list-kept = Die Liste wird nur in diesem Browser gespeichert. Niemand sonst sieht sie, auch diese Website nicht.
list-no-script = Eine eigene Liste braucht JavaScript. Ohne sind alle Anleitungen trotzdem da: { $all }.
list-unkept = Dieser Browser lässt die Website nichts speichern: Sichern Sie die Liste als Datei, bevor Sie die Seite schließen.
list-tools = Aufheben und mitnehmen
list-load = Aus einer Datei laden
list-fill = Aus einer Datei füllen
list-fill-reads = Ein Export Ihres Passwortmanagers oder Browsers (CSV, JSON, XML oder das ZIP, wie es kam), Lesezeichen oder eine Liste von Adressen. In dieser Seite werden Adressen und Titel gelesen und sonst nichts; nichts verlässt die Seite.
list-save = Als Datei sichern
list-print = Drucken
list-clear = Liste leeren
list-calendar = Tage zum Nachsehen, als Kalender
list-feed = Was sich geändert hat, als Feed
list-way-there = der Weg dorthin
list-changes = Was sich bei dem geändert hat, was auf meiner Liste steht
offline-stored = Kein Netz: So war es am { $date }; seither kann es sich geändert haben.
offline-title = Kein Netz
offline-missing = Diese Seite wurde in diesem Browser noch nie angesehen, darum ist sie nicht da. Was auf Ihrer Liste steht, ist da.
list-all = Alle Plattformen
list-who = Wer Sie sind
list-run = Eins nach dem anderen
list-keys = { $search } zum Suchen, { $first } nimmt das Erste, { $none } leert das Feld
run-keys = { $open } öffnet die Einstellung, { $done } erledigt, { $later } später, { $skip } überspringen, { $stop } zurück zur Liste
list-brought = Eine Liste aus einem Link
list-handing = Auf ein Handy mitnehmen
list-link = Ein Link enthält, was auf Ihrer Liste steht und was Sie entschieden haben, hinter seinem #: Das senden Browser an niemanden. Wer den Link hat, sieht es.
list-add = Hinzufügen, was Sie benutzen
list-most-used = Was die meisten benutzen
list-lead-unknown = Zu diesen hat diese Website keine Anleitung.
list-lead-skipped = Das haben Sie so entschieden.
run-later = Später
run-skip = Überspringen
run-not-there = Es ist nicht da
run-back = Zurück
run-stop = Aufhören

# Listen, Umleitungen, und was es nicht gibt.
lists-description = { $title }: was jede Plattform für KI-Training mit Ihren Daten macht, und wie Sie das ablehnen.
lists-none = Keine Plattform in diesem Katalog.
lists-companies = Unternehmen, die mehrere Plattformen betreiben, und wie viele.
lists-letters = Nach Buchstaben
missing-title = Nicht gefunden
missing = Diese Seite gibt es nicht
missing-lead = Eine Plattform kann hier einen anderen Namen haben.
missing-look = Unter allen Anleitungen nachsehen
missing-no-script = Ohne JavaScript führen die Links dieser Seite vielleicht nirgendwohin: Nehmen Sie in der Adresse weg, was nach dem Namen der Website steht.
renamed = { $former } heißt jetzt { $name }
renamed-go = Zur Anleitung für { $name }

# Um eine Anleitung herum.
guide-crumbs = Wo diese Seite steht
guide-device = Was Sie benutzen
guide-any-device = Jedes Gerät
guide-web = Webbrowser
guide-ios = iPhone oder iPad
guide-android = Android
guide-desktop = App am Computer
guide-paper = { $number ->
    [one] { $number } datierte Quelle, und was sich wann geändert hat, steht in der Anleitung am Bildschirm.
   *[other] { $number } datierte Quellen, und was sich wann geändert hat, stehen in der Anleitung am Bildschirm.
}
guide-paper-address = { $number ->
    [one] { $number } datierte Quelle, und was sich wann geändert hat, steht in der Anleitung: { $address }.
   *[other] { $number } datierte Quellen, und was sich wann geändert hat, stehen in der Anleitung: { $address }.
}
guide-add-to-list = Auf meine Liste
guide-next = Weiter auf meiner Liste
guide-wrong = Stimmt das nicht?
guide-report = Schreiben Sie es, in einem Satz.
guide-entry = Es ist der Eintrag { $slug } von { $catalog }.
guide-edit = Diesen Eintrag bearbeiten
guide-how-to-correct = Wie man ihn berichtigt
guide-terms-unseen = Die Bedingungen haben sich am { $date } in dem geändert, was sie zum Training von KI sagen; diese Anleitung wurde davor geprüft.
guide-terms-seen = Die Bedingungen haben sich am { $date } in dem geändert, was sie zum Training von KI sagen; diese Anleitung wurde danach geprüft.
guide-terms-unknown = Die Bedingungen stehen in keinem Archiv, das hier verfolgt wird; eine Änderung kann also unbemerkt bleiben.
guide-feed = Ein Feed mit dem, was sich hier ändert

# Herkunft und Methode.
about-title = Herkunft und Methode
about-lead = Woher das kommt, was die Wörter bedeuten, und wie man berichtigt, was nicht stimmt.
about-claims = Wie eine Aussage hineinkommt
about-claims-source = Jede Anleitung entsteht aus einem Eintrag eines Katalogs, einer Textdatei, die alle lesen und berichtigen können. Eine Aussage steht dort nur mit Quelle: einer Seite unter der eigenen Adresse dessen, der sie veröffentlicht, mit ihrem Datum. Beschriftungen stehen Buchstabe für Buchstabe da wie auf dem Bildschirm.
about-claims-order = Offizielle Quellen gehen vor Presseberichten, Presseberichte vor dem, was Nutzende berichten; bei jeder Quelle steht, welcher Art sie ist.
about-claims-newest = Wo Quellen sich widersprechen, gilt die neueste offizielle, und die Anleitung sagt es.
about-claims-doubt = Was nicht sicher ist, ist an Ort und Stelle so bezeichnet. „Kein Weg zum Ablehnen gefunden“ heißt nicht „es gibt keinen“.
about-claims-day = Jeder Eintrag trägt den Tag, an dem ihn zuletzt jemand mit seinen Quellen verglichen hat.
about-statuses = Was die Status bedeuten
about-without = Was man ohne Anleitung tun kann
about-without-look = Sehen Sie zuerst die Einstellungen Ihres Kontos durch, unter Datenschutz oder Daten, nach Wörtern wie „KI“, „Training“ oder „unsere Modelle verbessern“.
about-without-write = Gibt es keine solche Einstellung, schreiben Sie dem Betreiber. Seine Adresse steht meist in seiner Datenschutzerklärung, unter „Kontakt“ oder „Datenschutz“. Schreiben Sie von der Adresse, die Ihr Konto hat, und sagen Sie, in welchem Land Sie leben: Dessen Recht bestimmt, was beantwortet werden muss.
about-without-letter = Mein Konto bei Ihnen hat diese E-Mail-Adresse. Trainieren Sie KI mit meinen Daten, oder lassen Sie es andere tun? Wenn ja, widerspreche ich: Verwenden Sie dafür nichts mehr davon, und sagen Sie mir, woran ich das sehen kann. Bitte antworten Sie schriftlich.
about-without-kept = Heben Sie den Brief und sein Datum auf. In vielen Ländern nimmt eine Datenschutzbehörde Beschwerden an, wenn keine Antwort kommt.
about-without-request = Und bitten Sie um eine Anleitung: Wer den Katalog führt, kann die Plattform aufnehmen. Am meisten hilft die Adresse der Seite, auf der der Betreiber sagt, was er tut.
about-not = Was das nicht ist
about-not-text = Es ist keine Rechtsberatung und kein Versprechen, dass ein Betreiber tut, was er sagt. Es sagt, was bekannt ist, von wem und seit wann, und wo nichts bekannt ist. Es ändert keine Einstellung für Sie und fragt nach keinem Passwort.
about-private = Was diese Website über Sie weiß
about-private-text = Nichts. Keine Seite lädt etwas von anderswo, setzt ein Cookie oder zählt Besuche. Ihre Region, Ihr Gerät und Ihre Liste speichert Ihr Browser; sie werden mit seinen Websitedaten gelöscht.
about-machines = Feeds, Kalender, Daten
about-machines-text = Alles hier gibt es auch für Programme, ohne Schlüssel und ohne zu fragen.
about-feed = Was sich geändert hat, als Feed
about-feeds = Jede Anleitung hat auch einen eigenen Feed.
about-calendar = Anstehende Änderungen als Kalender zum Abonnieren
about-json = Der ganze Katalog als JSON
about-description = seine Beschreibung
about-correct = Etwas berichtigen
about-correct-text = Unter „Stimmt das nicht?“ nennt jede Anleitung ihren Eintrag im Katalog; wo Nachrichten willkommen sind, liegt dort eine bereit. Wer den Eintrag selbst berichtigt, ändert, was nicht stimmt, nennt die Seite, auf der es steht, und setzt das Datum der Prüfung. Die Datei CONTRIBUTING neben dem Katalog zeigt, wie es geht, in zehn Minuten und ohne Code.
about-repository = Der Katalog und alles darum herum

# Die Regeln.
rules-title = Worauf ein Katalog geprüft wird
rules-lead = Alle Regeln von { $command } auf Englisch, mit Beispielen, wie man einen Eintrag nicht schreibt und wie doch.

# Was sich geändert hat.
changes-title = Was sich geändert hat
changes-lead = { $number ->
    [one] { $number } Änderung von Bedingungen und Einstellungen bei { $platforms }, die neueste zuerst.
   *[other] { $number } Änderungen von Bedingungen und Einstellungen bei { $platforms }, die neuesten zuerst.
}
changes-months = Monate
changes-rest = Frühere stehen unter { $year } und den Jahren davor.
changes-years = Jahre
changes-since = Seit { $date }
changes-compared = Verglichen mit dem Katalog { $catalog }.
changes-from = Ab { $date }
changes-to-come-short = Anstehend
changes-to-come = Steht noch an
changes-checked = Zuletzt geprüft
changes-checked-lead = Die Tage, an denen zuletzt jemand eine Anleitung mit ihren Quellen verglichen hat.
changes-more = und { $number } weitere
changes-mine = Nur, was auf meiner Liste steht
changes-none-mine = Bei dem, was auf Ihrer Liste steht, hat sich hier nichts geändert.
changes-to-do = Dort zu tun (Stand heute) – { $said }
changes-nothing = Dort nichts zu tun (Stand heute) – { $said }
changes-today = Heute: { $said }
changes-none = Keine Änderung ist bekannt.
changes-month-unknown = { $year }, Monat nicht bekannt
feed-all = { $title }: Was sich geändert hat
feed-dated = { $date }: { $text }
calendar-name = { $title }: anstehende Änderungen

# Der Überblick.
overview-lead = { $number ->
    [one] { $number } Plattform auf einen Blick. Die Zahlen stehen neben jeder Zeichnung.
   *[other] { $number } Plattformen auf einen Blick. Die Zahlen stehen neben jeder Zeichnung.
}
overview-who = Wer trainiert mit Ihren Daten?
overview-hard = Wie schwer ist es abzulehnen?
overview-old = Wie alt sind die Belege?
overview-when = Wann haben Plattformen ihre Bedingungen geändert?
overview-all = Alle
overview-steps = Schritte
overview-platforms = Plattformen
overview-counted = Gezählt sind die Schritte des besten Weges jeder Anleitung, vom Öffnen der Seite bis zum Ablehnen, bei Plattformen, für die eines davon gilt:
overview-age = Alter
overview-age-key = Anleitungen nach Alter. Jede der beiden Spalten hat ihren eigenen Maßstab.
overview-age-note = Eine Quelle, die nur einen Monat oder ein Jahr nennt, zählt ab dem ersten Tag, und wo sie gar kein Datum angibt, zählt der Tag ihrer Kopie: Kein Beleg wird jünger gemacht, als von ihm bekannt ist.
overview-year = Jahr
overview-dot = { $number ->
    [one] Jeder Punkt ist eine Änderung.
   *[other] Jeder Punkt steht für bis zu { $number } Änderungen.
}
overview-no-month = In der Spalte „?“ stehen die, von denen kein Monat bekannt ist.
overview-month-unknown = Monat nicht bekannt
overview-hollow = Hohl: steht noch an.
overview-newest = Die neuesten Änderungen
overview-all-changes = { $number ->
    [one] Die eine Änderung
   *[other] Alle { $number } Änderungen
}

# Was die Zahlen ergeben, und was für sie steht, wo man sie nicht sieht.
figure-status-title = Status nach Kategorie
figure-by-category = Nach Kategorie
figure-status = { $number ->
    [one] { $number } von { $platforms } trainiert, solange Sie nicht ablehnen.
   *[other] { $number } von { $platforms } trainieren, solange Sie nicht ablehnen.
}
figure-status-most = Am häufigsten in „{ $category }“: { $number } von { $all }.
figure-status-drawn = Gestapelte Balken für { $categories }.
figure-status-largest = Größte Kategorie: { $category }, { $number }.
figure-steps-title = Schritte bis zum Ablehnen
figure-steps-none = Von keiner Plattform ist bekannt, dass sie trainiert.
figure-steps = Von { $platforms }, die trainieren oder es könnten, lässt es sich bei { $quick } in { $within } ablehnen; bei { $none } ist kein Weg bekannt.
figure-steps-no-way = Von { $platforms }, die trainieren oder es könnten, ist bei { $none } kein Weg bekannt.
figure-within = { $number ->
    [one] { $number } Schritt
   *[other] höchstens { $number } Schritten
}
figure-steps-more = { $number } oder mehr
figure-no-way = Kein Weg bekannt
figure-steps-drawn = Balken.
figure-age-title = Alter der Belege
figure-newest-source = Neueste Quelle
figure-last-check = Geprüft
figure-age-none = Keine Anleitung nennt eine datierte Quelle.
figure-age-sources = { $number ->
    [one] Die eine Anleitung, die eine datierte Quelle nennt, nennt eine, die { $old } alt ist.
   *[other] Die Hälfte der { $number } Anleitungen, die eine datierte Quelle nennen, nennt eine, die { $old } alt ist.
}
figure-age-old = { $number ->
    [0] weniger als einen Monat
    [one] höchstens einen Monat
   *[other] höchstens { $number } Monate
}
figure-age-checked = { $number ->
    [one] { $number } von { $all } wurde in den letzten drei Monaten geprüft.
   *[other] { $number } von { $all } wurden in den letzten drei Monaten geprüft.
}
figure-age-all-checked = { $number ->
    [one] { $number } wurde in den letzten drei Monaten geprüft.
   *[other] Alle { $number } wurden in den letzten drei Monaten geprüft.
}
figure-age-months = { $first }–{ $last } Monate
figure-age-older = ab 2 Jahren
figure-age-undated = Kein Datum
figure-age-drawn = Zwei Reihen von Balken, neueste Quelle und letzte Prüfung nach Alter.
figure-age-row = { $age }: { $sources } und { $checks }
figure-timeline-title = Änderungen nach Monaten
figure-changes = { $number ->
    [one] { $number } Änderung ist bekannt.
   *[other] { $number } Änderungen sind bekannt.
}
figure-changes-since = { $number ->
    [one] { $number } Änderung ist seit { $since } bekannt, davon { $most } aus { $year }.
   *[other] { $number } Änderungen sind seit { $since } bekannt, davon { $most } aus { $year }.
}
figure-peak = Der Monat mit den meisten war { $month } mit { $number }.
figure-timeline-drawn = Punkte nach Jahr und Monat, einer für jede Änderung.
figure-year-none = { $year }: keine
figure-row = { $name }: { $number }
figure-rows-more = { $one }; { $more }
figure-rows = { $rows }.

# Die Seite für alle, die eine Website betreiben.
owners-title = Die eigene Website vor KI verschließen
owners-lead = Eine Datei weist die Crawler ab, die fürs Training sammeln, und sonst niemanden: Suchmaschinen bleiben, und auch, was der Assistent eines Besuchers abruft.
owners-link = Eine Datei für alle Crawler: { $link }
owners-short = Für Websites
owners-choose = Wen abweisen
owners-format = Für welchen Server:
owners-all = { $number ->
    [one] { $number } Crawler
   *[other] Alle { $number } Crawler
}
owners-each = Einzeln
owners-file = Die Datei
owners-file-text = Als robots.txt im Wurzelverzeichnis der Website speichern, oder am Ende der vorhandenen anfügen.
owners-where = Wohin robots.txt gehört
owners-wordpress = Neben { $link }. Ohne eine solche Datei antwortet WordPress selbst; mit dem, was es antwortet, beginnen.
owners-netlify = In den Ordner, der veröffentlicht wird, und { $file } ebenso.
owners-cloudflare = Zu den statischen Dateien, oft public oder static, und { $file } ebenso.
owners-github = In das Repository { $repository }. Header lassen sich nicht senden.
owners-more = Andere Wege, es zu sagen
owners-more-text = Diese verweigern das Training, für alle, die sie lesen und beachten: das Tag Bing und Amazon, TDMRep, wer europäischem Recht folgt, der Header des IETF-Entwurfs noch niemand, der muss. Von den drei Wegen von TDMRep nur einen gehen.
owners-meta = Im Kopf jeder Seite
owners-headers = Als Header
owners-tdmrep = Als Datei /.well-known/tdmrep.json
owners-pictures = In Bildern selbst
owners-pictures-text = Diese reisen mit der Datei, für alle, die sie lesen. Den eigenen Dateinamen an die Stelle von photo.jpg setzen. Viele Websites entfernen solche Angaben.
owners-not = Was es nicht leistet
owners-not-asked = robots.txt bittet, und manche halten sich nicht daran. Regeln für einen Server weisen jeden ab, der seinen Namen nennt.
owners-not-named = Nichts davon erreicht einen Crawler ohne eigenen Namen oder einen Agenten, der als Browser kommt.
owners-not-before = Was vorher abgerufen wurde, bleibt, wo es ist, und ebenso Kopien, die andere gemacht haben.
owners-not-audit = Was Ihre Website jetzt wem sagt: { $command }
owners-guides = Die Anleitungen zu jedem, mit ihren Quellen

script-robots-chosen = { $number ->
    [one] Sie weist { $number } Crawler ab.
   *[other] Sie weist { $number } Crawler ab.
}
script-robots-none = Niemand ist angekreuzt.

# Die Seite, die Briefe schreibt.
write-title = Einen Brief schreiben
write-lead = Ein Widerspruch gegen das Training von KI mit Ihren Daten, ein Widerruf der Einwilligung, eine Bitte um Auskunft oder Löschung, eine Erinnerung, eine Beschwerde: nach dem Recht des Ortes, an dem Sie sind.
write-link = Ein Widerspruch in Worten, nach dem Recht des Ortes, an dem Sie sind: { $link }
write-short = Briefe
write-no-script = Briefe schreibt ein Skript in Ihrem Browser; ohne hat sie der Befehl: { $command }
write-platform = An den Betreiber von
write-choose = Plattform wählen
write-kind = Was er bewirken soll
write-kind-objection = Dem Training widersprechen
write-kind-withdrawal = Einwilligung widerrufen
write-kind-access = Fragen, was verwendet wurde
write-kind-erasure = Daten löschen lassen
write-kind-reminder = An einen Brief ohne Antwort erinnern
write-kind-complaint = Bei der Behörde beschweren
write-first = Was Ihr Brief erreichen sollte
write-before = Wann Ihr Brief ankam
write-reminded = Wann Ihre Erinnerung ankam, falls Sie eine geschickt haben
write-authority = Bei welcher Behörde
write-need = Sagen Sie, wann Ihr Brief ankam: Um ihn geht es in diesem.
write-language = Sprache des Briefs
write-reason = Ihr eigener Grund
write-examples = Ehrliche Gründe für den Anfang: nehmen Sie, was auf Sie zutrifft
write-you = Sie
write-private = Was Sie hier schreiben, bleibt auf dieser Seite: Es wird weder gesendet noch gespeichert und ist weg, wenn Sie sie schließen.
write-name = Ihr Name
write-account = Ihr Benutzername dort oder das Postfach des Kontos
write-address = Ihre Anschrift
write-mail = Ihr Postfach
write-switched = Sagen, dass ich schon mit der Einstellung abgelehnt habe
write-sheet = Papier
write-letter = Der Brief
write-print = Drucken
write-know = Was zu wissen ist
write-cannot = Was er nicht kann
write-cannot-advice = Dies ist keine Rechtsberatung. Lesen Sie den Brief und ändern Sie, was nicht passt.
write-cannot-past = Ein Widerspruch beendet, was noch kommt. Was ein Modell aus Ihren Daten gelernt hat, bleibt meist darin.
write-cannot-weigh = Wo das Gesetz einen Grund verlangt, darf der Betreiber ihn gegen eigene Gründe abwägen und ablehnen.
write-cannot-later = Ob und wann ein Brief ankam, müssen Sie zeigen können: Behalten Sie eine Kopie, und was es beweist.

script-letter-authorities = Es gibt mehrere Behörden: Wählen Sie Ihre.
script-letter-authority-form = Die Behörde hat ein Formular für Beschwerden: { $address }
script-letter-authority-unknown = Welche Behörde zuständig ist, ist hier für den Ort, an dem Sie sind, nicht bekannt.
script-letter-authority-web = Wie man sich beschwert, sagt die Behörde hier: { $address }
script-letter-by-law = Er beruht auf: { $title }, { $address }
script-letter-doubt = Die Anschrift ist nicht sicher: { $doubt }
script-letter-due = Wenn er heute ankommt, ist eine Antwort bis { $date } fällig, oder bis { $later }, wenn die Frist verlängert wird.
script-letter-due-once = Wenn er heute ankommt, ist eine Antwort bis { $date } fällig.
script-letter-early = Für eine Antwort ist noch bis { $date } Zeit; der Brief sagt nur, dass noch keine da ist.
script-letter-form = Das Formular des Betreibers
script-letter-from-list = Was wann geschickt wurde, steht unter „Meine Liste“.
script-letter-left = Diesen Brief schreibt nur der Befehl: { $command }
script-letter-mail-long = Für einen Mail-Link ist er zu lang: bitte kopieren.
script-letter-mailbox = Als Mail öffnen
script-letter-missing = Noch auszufüllen: { $parts }
script-letter-next = Wenn er abgeschickt ist, merkt sich dies, bis wann eine Antwort fällig ist: { $command }
script-letter-no-holidays = Feiertage von { $year } kennt diese Seite nicht; einer kann den Tag verschieben.
script-letter-no-law = Ein Gesetz darauf ist hier für den Ort, an dem Sie sind, nicht gelesen worden. Es mag eines geben, das ein Recht darauf gibt; der Brief bittet nur.
script-letter-no-region = Sagen Sie, wo Sie sind: Davon hängt ab, nach welchem Recht Sie verlangen können.
script-letter-no-right = Ein Recht darauf ist hier aus { $law } nicht bekannt, das trotzdem eines geben kann: Der Brief bittet.
script-letter-not-yet = { $law } gilt für solche Anliegen ab { $date }: Bis dahin bittet der Brief, und niemand muss ihm folgen.
script-letter-opt-out = Ein Recht, das Training als solches abzulehnen, ist hier aus { $law } nicht bekannt: Der Brief lehnt ab, was das Gesetz nennt, etwa den Verkauf, und bittet um das Übrige.
script-letter-parts = Teile davon haben eigene Gesetze, die hier bekannt sind; sind Sie in einem, wählen Sie ihn: { $parts }.
script-letter-reach = Ein Brief kann die Verwendung für künftiges Training beenden. Was ein Modell aus Ihren Daten schon gelernt hat, bleibt meist darin; fragen Sie, ob es sich herausnehmen lässt.
script-letter-representative = Der Vertreter für Sie: { $name }
script-letter-source = Die Anschrift stammt aus { $titles }.
script-letter-unknown = Von { $name } ist hier keine Anschrift bekannt: Sehen Sie in der Datenschutzerklärung nach.
script-letter-unloaded = Ein Teil dieser Seite ließ sich nicht laden; bitte noch einmal versuchen.
script-letter-without-time = Eine Frist für eine Antwort darauf ist hier aus dem Gesetz nicht bekannt; der Brief bittet um 30 Tage.

# Above labels in other languages.
labels-lead = Wie die Einstellungen von { $guide } auf Bildschirmen in anderen Sprachen heißen, wie Quellen es abdrucken. Niemand hier übersetzt sie. Wählen Sie Ihre, und jede Anleitung zeigt sie unter den Schritten.
