# Before a file is read: what is looked at, what is not, and what becomes of it.
import-reads = Liest in { $file } Adressen, App-Kennungen und Titel und lässt die Datei, wie sie ist.
import-spares = Nicht angesehen werden Passwörter, Benutzernamen, Notizen, Karten und Codes. Nichts davon wird behalten, gezeigt oder gesendet; nichts geht ins Netz.
import-keeps = Auf Ihre Liste ({ $list }) kommen Plattformen, und von Adressen ohne Anleitung der Name der Website.
import-tries = Nichts wird geschrieben: Das ist eine Probe.

# What was in it.
import-found = { $format }: { $count ->
        [one] { $count } Eintrag
       *[other] { $count } Einträge
    }.
import-pages = Das sind gemerkte oder besuchte Seiten; nicht jede ist ein Konto. Was keines ist, kommt so herunter: { $command }
import-platforms = { $count ->
        [one] Zu { $count } Plattform gibt es eine Anleitung
       *[other] Zu { $count } Plattformen gibt es eine Anleitung
    }, { $fresh ->
        [0] alle schon auf Ihrer Liste
       *[other] { $fresh } neu auf Ihrer Liste
    }:
import-unknown = { $count ->
        [one] Zu { $count } Website oder App gibt es noch keine Anleitung
       *[other] Zu { $count } Websites und Apps gibt es noch keine Anleitung
    }:
import-kept = { $count ->
        [one] Sie bleibt auf Ihrer Liste, damit der Plan sagt, wenn es eine gibt.
       *[other] Sie bleiben auf Ihrer Liste, damit der Plan sagt, wenn es eine gibt.
    }
import-ask = Eine Anleitung erbitten: ein Issue „New platform“ im Projekt von optout. Oder eine beginnen: { $command }
import-near = Vielleicht die eines anderen Landes: { $pairs }. Wenn ja: { $command }
import-pair = { $at } ({ $name }?)
import-nothing = Nichts darin führt zu einer Plattform.

# An account that opens several platforms.
import-shared = Einige dieser Konten öffnen weitere Plattformen. Welche davon benutzen Sie?
import-shared-at = mit { $at }
import-question = Nummern (1 3 5-8), Eingabetaste für alle, 0 für keine:
import-again = Zur Wahl stehen Nummern von 1 bis { $most }, etwa 1 3 5-8.
import-took = { $count ->
        [one] { $count } weitere
       *[other] { $count } weitere
    } hinter denselben Konten: { $names }. Was Sie nicht benutzen, kommt so herunter: { $command }

# What leads nowhere, with its places.
import-left = Ausgelassen:
import-left-why = { $why ->
       *[local] { $count } im eigenen Netz oder keine Seite
        [none] { $count } ohne Adresse, die irgendwohin führt
        [unnamed] { $count } ohne Adresse, mit einem Namen, den keine Plattform hat
        [empty] { $count } ohne Adresse und Titel
        [note] { $count }, die Notizen, Karten oder Ordner sind
        [bin] { $count } aus dem Papierkorb
        [damaged] { $count } beschädigt oder abgeschnitten
    } ({ $places })
import-lines = { $count ->
        [one] Zeile { $places }
       *[other] Zeilen { $places }
    }
import-entries = { $count ->
        [one] Eintrag { $places }
       *[other] Einträge { $places }
    }
import-history = Nicht gelesen: { $files }, die besuchten Seiten. Mit --history schon.

# Afterwards.
import-delete = In { $file } stehen noch Ihre Passwörter, lesbar für alle. Löschen Sie die Datei und leeren Sie den Papierkorb:
import-delete-plain = { $file } brauchen Sie nicht mehr:
import-delete-piped = Kam das aus einer Datei mit Passwörtern, dann löschen Sie sie und leeren Sie den Papierkorb.
import-list = { $file } ist eine Liste von optout: { $fresh } neu auf Ihrer, { $later } dort später entschieden, { $gone } heruntergenommen.
import-next = Weiter: { $command }

# The list.
accounts-none = Ihre Liste hat noch keine Konten. Nach Namen: { $add }, oder aus einer Datei: { $import }
accounts-count = { $count ->
        [one] { $count } Konto
       *[other] { $count } Konten
    }
accounts-unknown = Noch ohne Anleitung
accounts-gone = { $slug } (nicht mehr im Katalog)
accounts-done = erledigt
accounts-added = Auf Ihrer Liste: { $names }
accounts-there = Schon auf Ihrer Liste: { $names }
accounts-removed = Von Ihrer Liste genommen: { $names }
