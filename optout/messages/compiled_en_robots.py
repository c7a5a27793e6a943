"""Made from en/*.ftl and the Unicode CLDR by `python -m optout.messages.compile`; correct it there."""

# fmt: off
MESSAGES = {
    'robots-addresses': ('Its addresses: ', ('address',)),
    'robots-agent': ('User agent: ', ('agent',)),
    'robots-guide': ('Guide: ', ('command',)),
    'robots-obeys': ('Does it obey robots.txt? ', ('text',)),
    'robots-put-ai-txt': ('Save as ai.txt at the root of the site.',),
    'robots-put-apache': ('Into .htaccess, above all other rules, or into a Directory block. Needs mod_rewrite.',),
    'robots-put-caddy': ('Into the block of a site. A handle or handle_path comes before respond: where you have one, put the last line into it.',),
    'robots-put-cloudflare': ('Each line without # is the expression of a custom rule: paste it into the expression editor and choose Block. A name counts in these very letters, also as part of a longer word.',),
    'robots-put-haproxy': ('Save as /etc/haproxy/optout-robots.txt, and put these two lines into the frontend: | acl optout_robot req.fhdr(user-agent) -m reg -f /etc/haproxy/optout-robots.txt | http-request deny deny_status 403 if optout_robot !{ path /robots.txt }',),
    'robots-put-headers': ('For Netlify and Cloudflare Pages: save as _headers in the folder that they publish. Elsewhere let your server send the same headers with every answer.',),
    'robots-put-meta': ('Into the head of every page.',),
    'robots-put-nginx': ('Into a server block: include this file there, or copy the lines.',),
    'robots-put-robots': ('Save as robots.txt at the root of the site. Renew this block with the command above and --into robots.txt; what stands outside of its marks stays as it is.',),
    'robots-rule': ('Rule ', ('place',), ' of ', ('number',), ', action Block:'),
    'robots-searching': ('Left alone: ', ('token',), ' (', ('name',), '). A search shows what it fetches, and a rule would take the site out of it. How to refuse training: ', ('command',)),
}
