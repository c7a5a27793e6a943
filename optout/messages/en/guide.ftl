# For whom something holds.
in-regions = in { $regions }
outside-regions = outside { $regions }
on-plans = on { $plans }
on-other-plans = on plans other than { $plans }

