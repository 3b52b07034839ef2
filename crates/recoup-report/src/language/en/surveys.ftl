# Surveys: Kano and SERVQUAL.

chart-footer-survey = { $number ->
    [one] { $number } respondent
   *[other] { $number } respondents
} · recoup { $version }
chart-survey-more = { $text } ({ $number } more in the tables)

## kano
kano-category = { $category ->
    [must-be] must-be
    [one-dimensional] one-dimensional
    [attractive] attractive
    [indifferent] indifferent
    [reverse] reverse
   *[questionable] questionable
}
kano-need = { $need ->
    [must-be] must-be
    [performance] performance
   *[attractive] attractive
}
kano-answer = { $items ->
    [one] { $items } item
   *[other] { $items } items
} answered by { $respondents ->
    [one] { $respondents } respondent
   *[other] { $respondents } respondents
}. Missing { $missed } dissatisfies most (worse { $worse }); { $liked } satisfies most if it is there (better { $better }).
kano-unclear = For { $number ->
    [one] { $number } item
   *[other] { $number } items
} the most frequent category cannot be told from the second: { $items }.
kano-how = Categories by the table of 5 × 5, intervals of 90 % that hold for all categories together (Goodman). Better is the share of attractive and one-dimensional answers, worse that of one-dimensional and must-be answers, both of all but reverse and questionable ones (Berger and others 1993).
kano-items = Items by category
kano-coefficients = Better and worse
kano-head = { $column ->
    [item] item
    [category] category
    [share] share
    [strength] category strength
    [total] total strength
    [need] need of a failure
    [better] better
    [worse] worse
    [weight] weight
   *[answers] answers
}
chart-kano-title = { $same ->
    [yes] { $missed } dissatisfies most if it is missing, and satisfies most if it is there
   *[no] { $missed } dissatisfies most if it is missing; { $liked } satisfies most if it is there
}
chart-kano-subtitle = Coefficients of every item with 90 % intervals; the colour is its most frequent category
chart-kano-axis = { $axis ->
    [better] Better: satisfaction if it is there
   *[worse] Worse: dissatisfaction if it is missing
}

## servqual
servqual-quadrant = { $quadrant ->
    [concentrate] concentrate here
    [keep-up] keep up the good work
    [low-priority] low priority
   *[overkill] possible overkill
}
servqual-answer = { $respondents ->
    [one] { $respondents } respondent
   *[other] { $respondents } respondents
}: the weighted gap of all dimensions is { $score } ({ $low } to { $high }).
servqual-worst = { $short ->
    [yes] `{ $name }` falls shortest of what customers expect: { $gap }.
   *[no] Every dimension meets what customers expect.
}
servqual-below = { $number ->
    [0] Every dimension is at or above the minimum that customers accept.
   *[other] Below the minimum that customers accept: { $names }.
}
servqual-how = Gaps are perception minus expectation. Intervals of 90 % come from resampling respondents. Cronbach's alpha is that of the gaps.
servqual-dimensions = Dimensions
servqual-items = Items
servqual-head = { $column ->
    [dimension] dimension
    [item] item
    [expectation] expectation
    [perception] perception
    [minimum] minimum
    [gap] gap
    [below] below the minimum
    [below-expectation] below the expectation
    [alpha] alpha
    [weight] weight
   *[quadrant] importance and performance
}
chart-importance-title = { $number ->
    [0] No item is important and poor
    [one] One item of { $of } is important and poor: { $name }
   *[other] { $number } of { $of } items are important and poor, { $name } most of all
}
chart-importance-subtitle = Mean expectation (importance) and mean perception (performance) of every item; the field is parted at their means
chart-importance-axis = { $axis ->
    [importance] Importance: mean expectation
   *[performance] Performance: mean perception
}
chart-gaps-title = { $short ->
    [yes] { $name } falls shortest of expectations, by { $gap }{ $zone ->
        [yes] {""}; { $below ->
            [0] no dimension is below what customers accept
           *[other] { $below } of { $of } dimensions are below what customers accept
        }
       *[no] {""}
    }
   *[no] Every dimension meets expectations
}
chart-gaps-subtitle = { $zone ->
    [yes] Mean perception of every dimension with a 90 % interval, against the zone of tolerance from minimum to expectation
   *[no] Mean perception of every dimension with a 90 % interval, against the expectation
}
chart-gaps-axis = Mean answer
chart-gaps-sign = { $sign ->
    [perceived] perceived
    [expected] expected
   *[zone] zone of tolerance
}

## overlays
survey-overlay = overlay written to { $file }
survey-no-overlay = no overlay: { $why ->
    [needs] no item has a need that can be told
   *[minimum] the answers have no minimum
}
