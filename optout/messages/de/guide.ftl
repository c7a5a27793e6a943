# Für wen etwas gilt.
in-regions = { $regions }
outside-regions = außer { $regions }
on-plans = mit { $plans }
on-other-plans = mit anderen Tarifen als { $plans }

