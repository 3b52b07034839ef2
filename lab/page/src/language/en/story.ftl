# The view of one customer. Its other texts are those of the program.

view-story = Story
lab-story-lead = The same customer lives under every strategy, with the same chance events. What differs is what the firm does.
lab-story-copy = The study has { $all } customers. A smaller copy of it is simulated here, with { $customers } customers, as many prospects for each and the same load of the desk. Customer numbers are those of the copy.
lab-story-looking = Looking at { $customers } customers under every strategy for those whose lives differ most …
lab-story-stop = Stop
lab-story-search = Find the customers whose lives differ most
lab-story-next = Next customer
lab-story-random = Any customer
lab-story-number = Customer number (0 to { $last })
lab-story-show = Show
lab-story-place = Number { $place } of the { $number } customers whose lives differ most between the strategies.
lab-story-elsewhere = Not one of the { $number } customers whose lives differ most between the strategies.
lab-story-nobody = No customer’s life differs between the strategies in this simulation. Choose any customer by number.
lab-story-lanes = The life of customer { $customer } under every strategy
lab-story-purchase = purchase
lab-story-told = people told
lab-story-returned = came back
lab-story-steps = Period by period
lab-story-period = Period
lab-story-before = Previous period
lab-story-after = Next period
lab-story-play = Play
lab-story-pause = Pause
lab-story-absent = They are not a customer.
lab-story-bought = { $number ->
    [0] They buy nothing.
    [1] They buy once.
   *[other] They buy { $number } times.
}
lab-story-worths = What the customer was worth
lab-story-worth = Worth, { $currency }
lab-story-end = In the end
lab-story-purchases = Purchases
lab-story-failures = Failures
lab-story-people = People told
lab-story-events = Everything that happened
lab-story-event = What happened
lab-story-uneventful = Nothing but purchases.
