# Was neben einem Schreiben gesagt wird: auf welches Recht es sich stützt, was fehlt, was es erreichen kann.
letter-no-advice = Das ist keine Rechtsberatung. Lesen Sie das Schreiben und ändern Sie, was nicht passt.
letter-reach = Ein Schreiben kann beenden, was an Training noch kommt. Was ein Modell aus Ihren Daten schon gelernt hat, bleibt meist darin; fragen Sie nach, ob es sich entfernen lässt.
letter-by-law = Es stützt sich auf: { $title }, { $address }
letter-no-right = Aus { $law } ist hier kein Recht darauf bekannt, auch wenn es eines geben mag: Das Schreiben bittet.
letter-no-law = Für { $where } ist hier kein Gesetz darauf gelesen worden. Es mag eines geben, das ein Recht darauf gibt; das Schreiben bittet nur. Nennen Sie mit --law eines, falls es für Sie gilt.
letter-opt-out = Aus { $law } ist hier kein Recht bekannt, das Training als solches abzulehnen: Das Schreiben lehnt ab, was das Gesetz nennt, etwa den Verkauf, und bittet um das Übrige.
letter-parts = Teile von { $where } haben eigene Gesetze, die hier bekannt sind; sind Sie in einem, nennen Sie es mit --region: { $parts }.
letter-not-yet = { $law } gilt für solche Anliegen ab { $date }: Bis dahin bittet das Schreiben, und niemand muss ihm folgen.
letter-due = Kommt es am { $day } an, ist eine Antwort bis { $date } fällig, bei verlängerter Frist bis { $later }.
letter-due-once = Kommt es am { $day } an, ist eine Antwort bis { $date } fällig.
letter-early = Für eine Antwort ist noch bis { $date } Zeit; das Schreiben sagt nur, dass noch keine da ist.
letter-without-time = Eine Frist für eine Antwort darauf ist hier aus dem Gesetz nicht bekannt; das Schreiben bittet um 30 Tage.
letter-missing = Noch auszufüllen: { $parts }
letter-missing-name = Ihr Name (--name)
letter-missing-address = Ihre Anschrift (--address)
letter-missing-account = woran man Sie erkennt, etwa Ihr Benutzername (--account)
letter-missing-reason = ein eigener Grund (--reason), den das Gesetz verlangt
letter-to-unknown = Hier ist keine Anschrift von { $name } bekannt: Sehen Sie in der Datenschutzerklärung nach.
letter-to-source = Die Anschrift stammt aus { $titles }.
letter-to-doubt = Die Anschrift ist nicht sicher: { $doubt }
letter-to-no-mailbox = Eine E-Mail-Adresse dafür ist hier nicht bekannt: Die Mail geht noch an niemanden.
letter-to-form = Dafür gibt es auch ein Formular: { $address }
letter-to-representative = Die Vertretung für Sie ist { $name } ({ $address }).
letter-authorities = Es gibt mehrere Behörden; nennen Sie Ihre mit --authority: { $names }
letter-authority-form = Die Behörde hat ein Formular für Beschwerden: { $address }
letter-authority-web = Wie man sich beschwert, sagt die Behörde hier: { $address }
letter-authority-unknown = Welche Behörde zuständig ist, ist hier für { $where } nicht bekannt.
letter-ask-name = Ihr Name
letter-ask-address = Ihre Anschrift, mit Kommas zwischen den Zeilen
letter-ask-account = Ihr Benutzername dort, oder die E-Mail-Adresse des Kontos
letter-ask-reason = Ihr eigener Grund
letter-reasons = Zum Beispiel:
letter-reason-private = Was ich dort geschrieben habe, handelt von meiner Gesundheit, meiner Familie, meinem Glauben oder meiner politischen Haltung, und ich will nicht, dass ein Modell es wiedergibt.
letter-reason-work = Ich lebe von meinen Texten, Bildern, meiner Musik oder meinem Code. Ein Modell, das daraus lernt, tritt an meine Stelle.
letter-reason-others = Meine Beiträge zeigen meine Kinder oder andere, die nicht zugestimmt haben und nicht selbst widersprechen können.
letter-reason-profession = In meinem Beruf verlässt man sich auf meinen Namen. Was ein Modell über mich erfindet, würde ihm schaden.
letter-reason-safety = Ich wurde bedroht oder verfolgt und muss klein halten, was sich über mich herausfinden lässt.
letter-reason-expectation = Ich habe es vor Jahren für die Menschen veröffentlicht, die ich dort kenne. Niemand hat gesagt, dass Maschinen daraus lernen, und was gelernt ist, kann ich nie zurücknehmen.
letter-your-region = Ihre Region

# Letters that were sent.
letter-sent = { $kind ->
       *[objection] Widerspruch vom { $date }
        [withdrawal] Widerruf vom { $date }
        [access] Auskunftsersuchen vom { $date }
        [erasure] Löschungsverlangen vom { $date }
        [reminder] Erinnerung vom { $date }
        [complaint] Beschwerde vom { $date }
    }
letter-sent-due = { $sent }, Antwort fällig bis { $date }
letter-sent-next = { $sent }; kommt keine: { $command }
letter-kept = In deiner Liste festgehalten: { $name }, { $said }.
letter-answered = In deiner Liste festgehalten: { $name } hat am { $date } geantwortet.
