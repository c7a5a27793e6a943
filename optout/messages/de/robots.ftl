# Um die Namen herum, die eine Website sperrt, in einer Datei für sich. Ein Strich trennt die Zeilen eines Kommentars.
robots-put-robots = Als robots.txt im Wurzelverzeichnis der Website speichern. Dieser Block wird mit dem Befehl oben und --into robots.txt erneuert; was außerhalb seiner Marken steht, bleibt, wie es ist.
robots-put-nginx = In einen server-Block: diese Datei dort mit include einbinden oder die Zeilen kopieren.
robots-put-apache = In .htaccess, über alle anderen Regeln, oder in einen Directory-Block. Braucht mod_rewrite.
robots-put-caddy = In den Block einer Website. Ein handle oder handle_path kommt vor respond: Wo es eines gibt, gehört die letzte Zeile hinein.
robots-put-haproxy = Als /etc/haproxy/optout-robots.txt speichern, und diese zwei Zeilen ins Frontend setzen: | acl optout_robot req.fhdr(user-agent) -m reg -f /etc/haproxy/optout-robots.txt | http-request deny deny_status 403 if optout_robot !{"{"} path /robots.txt {"}"}
robots-put-cloudflare = Jede Zeile ohne # ist der Ausdruck einer eigenen Regel (custom rule): in den Ausdruckseditor einfügen und Block wählen. Ein Name zählt in genau diesen Buchstaben, auch als Teil eines längeren Wortes.
robots-put-meta = In den Kopf (head) jeder Seite.
robots-put-headers = Für Netlify und Cloudflare Pages: als _headers in dem Ordner speichern, den sie veröffentlichen. Anderswo sendet der Server dieselben Header mit jeder Antwort.
robots-put-ai-txt = Als ai.txt im Wurzelverzeichnis der Website speichern.
robots-searching = Ausgenommen: { $token } ({ $name }). Eine Suche zeigt, was er abruft, und eine Regel nähme die Website heraus. Wie man das Training verweigert: { $command }
robots-rule = Regel { $place } von { $number }, Aktion Block:
robots-obeys = Hält er sich an robots.txt? { $text }
robots-agent = User-Agent: { $agent }
robots-addresses = Seine Adressen: { $address }
robots-guide = Anleitung: { $command }
