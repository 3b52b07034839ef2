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
period-name = { $period ->
    [week] week
    [quarter] quarter
    [year] year
   *[month] month
}
# A period by its number, as it follows "in" and "until".
period-at = { $period ->
    [week] week { $number }
    [quarter] quarter { $number }
    [year] year { $number }
   *[month] month { $number }
}

# How the firm came to know of a failure.
route-name = { $route ->
    [voiced] complained
    [solicited] asked by the firm
    [detected] noticed by the firm
   *[silent] silent
}
# How a failure ended.
outcome-name = { $outcome ->
    [unresolved] unresolved
    [resolved] resolved
    [quick] resolved quickly
   *[silent] never dealt with
}
# Why a customer was lost.
cause-name = { $cause ->
    [natural] natural churn
    [silent] silent failures
    [unresolved] unresolved cases
    [resolved] slow recoveries
    [quick] quick recoveries
   *[word-of-mouth] word of mouth
}

# A number of the study in words: where it stands, and what it is called.
key-label = { $place }: { $name }
# One part of a key; $plain is the part with spaces, and names that the author gave stay as they are.
key-word = { $word ->
   *[other] { $plain }
}

# The end of a list.
list-and = { $first } and { $last }
sentence = { $text }.
list-or = { $first } or { $last }
# A remark.
bracketed = {" "}({ $text })
