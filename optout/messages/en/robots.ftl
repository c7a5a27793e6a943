# Around the names that a website blocks, in a file of its own. A bar parts the lines of a comment.
robots-put-robots = Save as robots.txt at the root of the site. Renew this block with the command above and --into robots.txt; what stands outside of its marks stays as it is.
robots-put-nginx = Into a server block: include this file there, or copy the lines.
robots-put-apache = Into .htaccess, above all other rules, or into a Directory block. Needs mod_rewrite.
robots-put-caddy = Into the block of a site. A handle or handle_path comes before respond: where you have one, put the last line into it.
robots-put-haproxy = Save as /etc/haproxy/optout-robots.txt, and put these two lines into the frontend: | acl optout_robot req.fhdr(user-agent) -m reg -f /etc/haproxy/optout-robots.txt | http-request deny deny_status 403 if optout_robot !{"{"} path /robots.txt {"}"}
robots-put-cloudflare = Each line without # is the expression of a custom rule: paste it into the expression editor and choose Block. A name counts as part of a longer word, too.
robots-put-meta = Into the head of every page.
robots-put-headers = For Netlify and Cloudflare Pages: save as _headers in the folder that they publish. Elsewhere let your server send the same headers with every answer.
robots-put-ai-txt = Save as ai.txt at the root of the site.
robots-searching = Left alone: { $token } ({ $name }). A search shows what it fetches, and a rule would take the site out of it. How to refuse training: { $command }
robots-rule = Rule { $place } of { $number }, action Block:
robots-obeys = Does it obey robots.txt? { $text }
robots-agent = User agent: { $agent }
robots-addresses = Its addresses: { $address }
robots-guide = Guide: { $command }

# What a website tells whom.
audit-for-training = Who collects for training
audit-for-search = Who searches
audit-for-user = Who fetches what a person asks for
audit-for-agent = Agents that act on pages
audit-for-both = Who does several of these
audit-for-unknown = Of whom nobody says what for
audit-out = shut out
audit-part = in, but for some paths
audit-in = let in
audit-line = line { $number }
audit-count = { $title }: { $out } of { $total } shut out
audit-everybody = Said to everybody
audit-nothing = Nothing is said to everybody: no tag, no header, no tdmrep.json, no ai.txt.
audit-stance-no = refuses training
audit-stance-yes = permits training
audit-stance-hidden = keeps it out of searches
audit-stance-unclear = says nothing on training that is defined
audit-problems = Mistakes
audit-no-problems = No mistakes were found.
audit-notes = To know
audit-down = The server failed where robots.txt was asked for. Crawlers have to take that for a ban on everything, searches included (RFC 9309, section 2.3.1.4).
audit-none = There is no robots.txt, so every crawler may come in. `optout robots > robots.txt` makes one.
audit-page = This is a web page and no robots.txt: crawlers find no rule in it.
audit-utf-16 = The file is UTF-16, and crawlers read UTF-8: they find no rule in it.
audit-cut = The file is longer than 500 KiB, and crawlers need not read further: what stands behind that may be read by nobody.
audit-stray = `{ $rule }` stands above the first User-agent, so it is a rule for nobody.
audit-dangling = No rule stands below { $token }: it may fetch everything, whatever is said to all others.
audit-misspelt = No crawler is known by the name { $token }; { $meant } is one.
audit-searches = { $tokens } { $tokens ->
    [one] is
   *[other] are
} shut out: the site leaves that search.
audit-opened = { $token } has a group of its own and does not follow the rules for all others (line { $number }): it may come in.
audit-torn = { $token } is shut out here and let in by line { $number }: of two rules of the same length the one that allows wins (RFC 9309, section 2.2.2), so it may come in.
audit-answers = These searches are shut out as well, and the site is missing in their answers: { $tokens }.
audit-unheeded = Shut out, and said not to heed it, or not always: { $tokens }. Rules of the server turn them away: `optout robots --format nginx`.
audit-untold = Shut out, and nobody says whether they heed it: { $tokens }.
audit-hidden = { $text } keeps the page out of searches.
audit-unclear = { $text } means nothing that is defined; `optout robots --format headers` shows what does.
audit-against = { $text } permits training, and { $other } ({ $where }) refuses it.
audit-unread = { $text } is meant for { $tokens }, { $tokens ->
    [one] which may not fetch the page and so never reads it: let it in
   *[other] which may not fetch the page and so never read it: let them in
}, or do without the tag.
audit-only-said = { $text } refuses training, and robots.txt lets in { $count } of { $total } crawlers that collect for it. `optout robots --into robots.txt` shuts them out.
audit-no-file = No file reaches a crawler without a name of its own, an agent that comes as a browser, or copies that were made before.
