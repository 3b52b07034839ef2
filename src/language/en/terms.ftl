# The words of the field, one for each thing, and what all rooms say.

# $period is week, month, quarter or year.
periods = { $period ->
    [week] { $number ->
        [one] { $number } week
       *[other] { $number } weeks
    }
    [quarter] { $number ->
        [one] { $number } quarter
       *[other] { $number } quarters
    }
    [year] { $number ->
        [one] { $number } year
       *[other] { $number } years
    }
   *[month] { $number ->
        [one] { $number } month
       *[other] { $number } months
    }
}
