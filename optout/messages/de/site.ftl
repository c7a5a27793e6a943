# Was die Skripte der Website sagen. Sie setzen die Argumente selbst ein und wählen nur nach $number.
script-add-to-list = Auf meine Liste
script-changed = Die Anleitung hat sich geändert, seit du sie abgehakt hast.
script-cleared = Die Liste ist jetzt leer.
script-copied = Kopiert
script-copy = Kopieren
script-copy-address = Adresse kopieren
script-damaged = Einiges von dem, was dieser Browser von deiner Liste gespeichert hatte, ist nicht lesbar und fehlt jetzt.
script-did-you-mean = Nichts heißt „{ $typed }“. Meintest du { $name }?
script-done = Erledigt
script-done-before = Erledigt, aber die Anleitung hat sich seither geändert
script-done-on = Erledigt am { $date }
script-everything = Alles wird gezeigt.
script-found = { $found } von { $number ->
    [one] { $number } Plattform
   *[other] { $number } Plattformen
}
script-hidden = Ausgeblendet, weil nicht für dich: { $number ->
    [one] { $number } Teil.
   *[other] { $number } Teile.
}
script-how-to-add = Wie man eine Plattform hinzufügt
script-is-done = { $name } ist erledigt
script-loaded = { $number ->
    [one] { $number } Plattform aus { $file } geladen, davon neu: { $fresh }.
   *[other] { $number } Plattformen aus { $file } geladen, davon neu: { $fresh }.
}
script-newer-list = { $file } wurde von einer neueren Version dieser Website gespeichert.
script-none-meant = Für das, was du gewählt hast, ist keine Möglichkeit zu widersprechen gedacht.
script-not-a-list = { $file } ist keine Liste, die hier gespeichert wurde.
script-nothing-changed = Nichts wurde geändert.
script-nothing-found = Nichts gefunden.
script-nothing-ticked = Noch ist nichts angehakt: Hake an, was du benutzt, hier unten oder auf der Seite einer Anleitung.
script-nothing-to-do = Auf deiner Liste ist nichts, wofür du etwas tun musst.
script-now-done = { $name }: erledigt.
script-now-to-do = { $name }: zu tun.
script-old = Das wurde vor { $number } Monaten geprüft; seither können sich Beschriftungen geändert haben.
script-on-my-list = { $name } auf meiner Liste
script-only-mine = Nur was für mich gilt
script-platforms = { $number ->
    [one] { $number } Plattform
   *[other] { $number } Plattformen
}
script-progress = { $done } von { $number } erledigt
script-remove = { $name } entfernen
script-remove-from-list = Von meiner Liste nehmen
script-removed = { $name } steht nicht mehr auf deiner Liste.
script-seen = Gesehen
script-seen-of = Gesehen: { $name }
script-show-all = Alles zeigen
script-too-large = { $file } ist zu groß für eine Liste.
script-undo = Rückgängig
script-undone = Rückgängig gemacht
script-unreadable = { $file } ist nicht lesbar.
