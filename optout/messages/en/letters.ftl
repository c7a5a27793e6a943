# What is said beside a letter: by which law it asks, what is missing, what it can reach.
letter-no-advice = This is no legal advice. Read the letter and change what does not fit.
letter-reach = A letter can end the use for training that is still to come. What a model has already learnt from your data mostly stays in it; ask whether it can be taken out.
letter-by-law = It rests on: { $title }, { $address }
letter-no-right = No right to this is known here from the { $law }, which may give one all the same: the letter asks.
letter-no-law = No law of { $where } has been read here for this. There may be one that gives a right to it; the letter only asks. Name a law with --law if one holds for you.
letter-opt-out = No right to refuse training as such is known here from the { $law }: the letter opts out of what the law names, such as sale, and asks for the rest.
letter-parts = Parts of { $where } have laws of their own that are known here; if you are in one, say so with --region: { $parts }.
letter-not-yet = The { $law } holds for such requests from { $date } on: until then the letter asks, and nobody has to comply.
letter-due = If it arrives on { $day }, an answer is due by { $date }, or by { $later } if they extend the time.
letter-due-once = If it arrives on { $day }, an answer is due by { $date }.
letter-early = They still have time for an answer until { $date }; the letter says only that there is none yet.
letter-without-time = No time for an answer to this is known here from the law; the letter asks for 30 days.
letter-missing = Still to fill in: { $parts }
letter-missing-name = your name (--name)
letter-missing-address = your address (--address)
letter-missing-account = by what they find you, such as your user name (--account)
letter-missing-reason = a reason of your own (--reason), which the law asks for
letter-to-unknown = No address of { $name } is known here: look in its privacy policy.
letter-to-source = The address is from { $titles }.
letter-to-doubt = The address is not certain: { $doubt }
letter-to-no-mailbox = No mailbox for this is known here: the mail is to nobody yet.
letter-to-form = There is a form for this, too: { $address }
letter-to-representative = Its representative for you is { $name } ({ $address }).
letter-authorities = There are several authorities; name yours with --authority: { $names }
letter-authority-form = The authority has a form for complaints: { $address }
letter-authority-web = How to complain, the authority says here: { $address }
letter-authority-unknown = Which authority is the right one is not known here for { $where }.
letter-ask-name = Your name
letter-ask-address = Your address, with commas between its lines
letter-ask-account = Your user name there, or the mailbox of the account
letter-ask-reason = Your own reason
letter-reasons = For example:
letter-reason-private = What I have written there is about my health, my family, my faith or my politics, and I do not want a model to repeat it.
letter-reason-work = I live on my texts, pictures, music or code. A model that learns from them takes my place.
letter-reason-others = What I have posted shows my children or others, who did not agree and cannot object themselves.
letter-reason-profession = In my profession people rely on my name. What a model makes up about me would harm it.
letter-reason-safety = I have been threatened or stalked, and must keep small what can be found out about me.
letter-reason-expectation = I posted it years ago for the people I know there. Nobody told me that machines would learn from it, and what has been learnt I can never take back.
letter-your-region = your region

# Letters that were sent.
letter-sent = { $kind ->
       *[objection] objection of { $date }
        [withdrawal] withdrawal of { $date }
        [access] request for access of { $date }
        [erasure] request for erasure of { $date }
        [reminder] reminder of { $date }
        [complaint] complaint of { $date }
    }
letter-sent-due = { $sent }, an answer is due by { $date }
letter-sent-next = { $sent }; if none comes: { $command }
letter-kept = Kept in your list: { $name }, { $said }.
letter-answered = Kept in your list: { $name } answered on { $date }.
