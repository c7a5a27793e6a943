# Was jemand wegen der eigenen Konten zu tun hat, und wie weit man ist.
todo-title = Was ich bei meinen Konten tun kann
todo-sum = { $trains } Ihrer { $accounts } Konten trainieren mit Ihren Daten; bei { $refusable } können Sie ablehnen{ $none ->
        [0] {""}
        [one] , { $none } lässt keinen Weg
       *[other] , { $none } lassen keinen Weg
    }.
todo-unknown-sum = Von { $count } ist nichts bekannt.
todo-concluded = { $count ->
        [one] Bei { $count } davon ist das geschlossen, nicht ausgesagt.
       *[other] Bei { $count } davon ist das geschlossen, nicht ausgesagt.
    }
todo-depends = { $count ->
        [one] { $count } weiteres tut es vielleicht; seine Anleitung sagt, worauf es ankommt.
       *[other] { $count } weitere tun es vielleicht; ihre Anleitungen sagen, worauf es ankommt.
    }
todo-done-sum = { $count ->
        [one] { $count } ist erledigt.
       *[other] { $count } sind erledigt.
    }
todo-to-do = { $tasks ->
        [one] Zu tun: { $tasks } Aufgabe, { $time }
       *[other] Zu tun: { $tasks } Aufgaben, { $time }
    }
todo-estimate = (Die Zeiten sind aus { $steps ->
        [one] { $steps } Schritt
       *[other] { $steps } Schritten
    } geschätzt; niemand hat sie gemessen.)
todo-minutes = { $number ->
        [one] etwa { $number } Minute
       *[other] etwa { $number } Minuten
    }
todo-for = Wo nichts anderes steht, gilt das { $whom }.
todo-for-anybody = Sie haben nicht gesagt, wo Sie sind, was Sie benutzen und was Sie bezahlen: { $command } macht daraus Ihren Plan.
todo-since = Nur, was seit { $date } auf Ihre Liste kam oder sich in der Anleitung geändert hat.
todo-next = Weiter: { $command } geht alles nacheinander durch.
todo-all-done = Es ist nichts mehr zu tun. { $command } sagt, wenn sich etwas ändert.

todo-part-quick = Schnell getan
todo-part-dear = Kostet mehr
todo-part-letter = Per Schreiben
todo-part-admin = Für Administratoren
todo-part-later = Aufgeschoben
todo-part-no-way = Lässt keinen Weg
todo-part-unsure = Für Sie nicht bekannt, oder es kommt darauf an
todo-part-nothing = Nichts zu tun
todo-part-unknown = Nicht im Katalog
todo-part-skipped = So gelassen
todo-part-done = Erledigt
todo-lead-letter = Wogegen Sie nach dem Gesetz widersprechen können, wägt der Betreiber ab.
todo-lead-no-way = Was Sie noch entscheiden können: dort weniger tun, etwas anderes benutzen oder löschen; die Anleitung sagt, was das ändert.
todo-lead-unsure = Dass nichts bekannt ist, ist kein Versprechen: Die Anleitung sagt, was gelesen wurde.
todo-lead-nothing = Soweit bekannt, trainieren sie nicht damit, oder nicht, bevor Sie zustimmen.
todo-lead-unknown = Für diese gibt es keine Anleitung; CONTRIBUTING.md sagt, wie man um eine bittet oder eine schreibt.

todo-task = { $action }: { $steps }, { $time }
todo-still = was bleibt: { $action }
todo-put-off = { $state ->
       *[later] am { $date } aufgeschoben
        [not-there] am { $date } nicht gefunden
    }
todo-again = Noch einmal nachsehen: { $name }
todo-again-why = { $command } sagt, ob seit { $date } etwas anders ist.
todo-later-why = Am { $date } aufgeschoben: { $command }
todo-calendar = Meine Konten und das Training von KI

# Eines nach dem anderen.
do-progress = { $number } von { $total }, noch { $time }
do-covers = Das gilt auch für { $names }.
do-opens = Öffnet: { $address }
do-address = Öffnen Sie selbst: { $address }
do-key-done = e
do-key-not-there = n
do-key-later = s
do-key-skipped = l
do-key-back = z
do-key-open = o
do-key-quit = q
do-word-done = erledigt
do-word-not-there = nicht da
do-word-later = später
do-word-skipped = lassen
do-word-back = zurück
do-word-open = öffnen
do-word-quit = aufhören
do-word-help = Hilfe
do-help-done = erledigt: wird mit dem heutigen Tag behalten, und mit dem, was die Anleitung heute sagt
do-help-not-there = nicht da: die Einstellung ist nicht, wo die Anleitung sagt
do-help-later = später: kommt zuletzt, bis Sie entscheiden
do-help-skipped = lassen: Sie lassen es, wie es ist; { $command } nimmt das zurück
do-help-back = zurück: zum vorigen
do-help-open = öffnen: die Adresse noch einmal
do-help-quit = aufhören: alles bisher ist behalten, und { $command } macht hier weiter
do-unheard = Diese Taste gibt es nicht. ? zeigt, welche es gibt.
do-report = Danke. Auch andere suchen dort: { $how }
do-report-at = Bitte sagen Sie es unter { $address }
do-report-contributing = CONTRIBUTING.md des Projekts sagt, wie man es denen meldet, die die Anleitungen pflegen.
do-left = { $count ->
        [one] { $count } Aufgabe ist übrig, { $time }. { $command } macht weiter.
       *[other] { $count } Aufgaben sind übrig, { $time }. { $command } macht weiter.
    }
do-end = Das war alles. { $command } sagt, wenn sich etwas ändert.
do-ask-region = Wo sind Sie? Ein Land oder ein Code wie DE oder US-CA; Eingabetaste, wenn Sie es nicht sagen möchten:
do-ask-devices = Was benutzen Sie? { $devices }, mehrere mit Leerzeichen dazwischen; Eingabetaste für alle:
do-ask-plans = Was bezahlen Sie? Free, Personal, Team, Business, Enterprise, Education; Eingabetaste, wenn es verschieden ist:
do-ask-why = Das wird einmal gefragt und bleibt in { $file }.

# Abgehakt und zurückgenommen.
mine-done = { $name }: erledigt
mine-undone = { $name }: zu tun
mine-far = { $done } von { $total } erledigt.
mine-nothing-ticked = In { $file } ist keine Zeile abgehakt.

# Was sich seither geändert hat.
changed-again = Noch einmal tun
changed-new = Neu zu tun
changed-wording = Nur Wortlaut, oder wo es steht
changed-nothing = Bei Ihren Konten hat sich nichts geändert, seit Sie darüber entschieden haben.
changed-seen = { $count ->
        [one] { $count } Änderung ist als gesehen vermerkt.
       *[other] { $count } Änderungen sind als gesehen vermerkt.
    }
changed-hint = { $command } vermerkt, was Sie angesehen haben.
changed-other-since = der Weg zum Ablehnen hat sich geändert, seit Sie es abgehakt haben

# Letters that were sent.
todo-part-sent = Schreiben ohne Antwort
todo-lead-sent = `optout letter NAME --answered TAG` hält die Antwort fest.
todo-sent-late = Hat { $name } geantwortet?
