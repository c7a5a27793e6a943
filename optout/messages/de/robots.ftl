# Um die Namen herum, die eine Website sperrt, in einer Datei für sich. Ein Strich trennt die Zeilen eines Kommentars.
robots-put-robots = Als robots.txt im Wurzelverzeichnis der Website speichern. Dieser Block wird mit dem Befehl oben und --into robots.txt erneuert; was außerhalb seiner Marken steht, bleibt, wie es ist.
robots-put-nginx = In einen server-Block: diese Datei dort mit include einbinden oder die Zeilen kopieren.
robots-put-apache = In .htaccess, über alle anderen Regeln, oder in einen Directory-Block. Braucht mod_rewrite.
robots-put-caddy = In den Block einer Website. Ein handle oder handle_path kommt vor respond: Wo es eines gibt, gehört die letzte Zeile hinein.
robots-put-haproxy = Als /etc/haproxy/optout-robots.txt speichern, und diese zwei Zeilen ins Frontend setzen: | acl optout_robot req.fhdr(user-agent) -m reg -f /etc/haproxy/optout-robots.txt | http-request deny deny_status 403 if optout_robot !{"{"} path /robots.txt {"}"}
robots-put-cloudflare = Jede Zeile ohne # ist der Ausdruck einer eigenen Regel (custom rule): in den Ausdruckseditor einfügen und Block wählen. Ein Name zählt auch als Teil eines längeren Wortes.
robots-put-meta = In den Kopf (head) jeder Seite.
robots-put-headers = Für Netlify und Cloudflare Pages: als _headers in dem Ordner speichern, den sie veröffentlichen. Anderswo sendet der Server dieselben Header mit jeder Antwort.
robots-put-ai-txt = Als ai.txt im Wurzelverzeichnis der Website speichern.
robots-searching = Ausgenommen: { $token } ({ $name }). Eine Suche zeigt, was er abruft, und eine Regel nähme die Website heraus. Wie man das Training verweigert: { $command }
robots-rule = Regel { $place } von { $number }, Aktion Block:
robots-obeys = Hält er sich an robots.txt? { $text }
robots-agent = User-Agent: { $agent }
robots-addresses = Seine Adressen: { $address }
robots-guide = Anleitung: { $command }

# Was eine Website wem sagt.
audit-for-training = Wer fürs Training sammelt
audit-for-search = Wer sucht
audit-for-user = Wer abruft, was ein Mensch verlangt
audit-for-agent = Agenten, die auf Seiten handeln
audit-for-both = Wer mehreres davon tut
audit-for-unknown = Von wem niemand sagt, wofür
audit-out = ausgesperrt
audit-part = eingelassen, bis auf einige Pfade
audit-in = eingelassen
audit-line = Zeile { $number }
audit-count = { $title }: { $out } von { $total } ausgesperrt
audit-everybody = An alle gesagt
audit-nothing = An alle wird nichts gesagt: kein Tag, kein Header, keine tdmrep.json, keine ai.txt.
audit-stance-no = verweigert das Training
audit-stance-yes = erlaubt das Training
audit-stance-hidden = hält sie aus Suchen heraus
audit-stance-unclear = sagt zum Training nichts, was festgelegt ist
audit-problems = Fehler
audit-no-problems = Es wurden keine Fehler gefunden.
audit-notes = Zu wissen
audit-down = Der Server hat versagt, als nach robots.txt gefragt wurde. Crawler müssen das für ein Verbot von allem halten, auch die der Suchen (RFC 9309, Abschnitt 2.3.1.4).
audit-none = Es gibt keine robots.txt, also darf jeder Crawler herein. `optout robots > robots.txt` macht eine.
audit-page = Das ist eine Webseite und keine robots.txt: Crawler finden darin keine Regel.
audit-utf-16 = Die Datei ist UTF-16, und Crawler lesen UTF-8: Sie finden darin keine Regel.
audit-cut = Die Datei ist länger als 500 KiB, und Crawler brauchen nicht weiterzulesen: Was dahinter steht, liest vielleicht niemand.
audit-stray = `{ $rule }` steht über dem ersten User-agent, ist also eine Regel für niemanden.
audit-dangling = Unter { $token } steht keine Regel: Er darf alles abrufen, was auch allen anderen gesagt wird.
audit-misspelt = Kein Crawler ist unter dem Namen { $token } bekannt; { $meant } ist einer.
audit-searches = { $tokens } { $tokens ->
    [one] ist
   *[other] sind
} ausgesperrt: Die Website verlässt diese Suche.
audit-opened = { $token } hat eine eigene Gruppe und folgt nicht den Regeln für alle anderen (Zeile { $number }): Er darf herein.
audit-torn = { $token } wird hier ausgesperrt und durch Zeile { $number } hereingelassen: Von zwei gleich langen Regeln gilt die, die erlaubt (RFC 9309, Abschnitt 2.2.2); er darf also herein.
audit-answers = Auch diese Suchen sind ausgesperrt, und die Website fehlt in ihren Antworten: { $tokens }.
audit-unheeded = Ausgesperrt, aber es heißt, dass sie sich nicht oder nicht immer daran halten: { $tokens }. Regeln des Servers weisen sie ab: `optout robots --format nginx`.
audit-untold = Ausgesperrt, und niemand sagt, ob sie sich daran halten: { $tokens }.
audit-hidden = { $text } hält die Seite aus Suchen heraus.
audit-unclear = { $text } sagt nichts, was festgelegt ist; `optout robots --format headers` zeigt, was es tut.
audit-against = { $text } erlaubt das Training, und { $other } ({ $where }) verweigert es.
audit-unread = { $text } gilt { $tokens }, doch wer die Seite nicht abrufen darf, liest es nie: Einlassen oder auf das Tag verzichten.
audit-only-said = { $text } verweigert das Training, und robots.txt lässt { $count } von { $total } Crawlern ein, die dafür sammeln. `optout robots --into robots.txt` sperrt sie aus.
audit-no-file = Keine Datei erreicht einen Crawler ohne eigenen Namen, einen Agenten, der als Browser kommt, oder Kopien, die vorher gemacht wurden.
