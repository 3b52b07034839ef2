# `recoup class`: lessons, key, quiz and marks. Names of strategies and failures come as they are, shares and money as they should be read.

class-student = Student { $number }
class-name = Name
class-story = A firm has { $customers } customers. They buy { $purchases } times a year. Without a failure, { $base } of them are still customers a year later. Their mean satisfaction is { $satisfaction } on the scale from 1 to 7.
class-settings = The numbers of this student, as `--set` takes them
class-given = Failures, and what becomes of them
class-returns = Customers who return, by what they experienced
class-head = { $column ->
    [failure] failure
    [rate] in 1,000 purchases
    [complain] complain
    [resolved] of these resolved
    [quick] of these quickly
    [drop] satisfaction lost (points of 7)
    [gain] given back by a quick resolution
    [silent] silent
    [unresolved] unresolved
    [resolved_after] resolved
    [quick_after] resolved quickly
    [student] student
    [name] name
    [total] total
    [question] question
    [answer] right answer
    [mean] mean mark
    [full] full mark
    [part] part of it
    [none] no mark
    [unanswered] not answered
    [common] typical answer
    [file] file
    [code] code
   *[problem] problem
}
class-question = { $question ->
    [helped_quickly] Compare customers whose complaint about `{ $failure }` was resolved quickly with customers without a failure. Are they more satisfied? Do they return more often?
    [complainers] What share of the customers who complain about `{ $failure }` returns?
    [everyone] What share of all customers with `{ $failure }` returns, whether they complain or not?
    [curve] Suppose that every complaint is resolved quickly. Draw the share of all customers with `{ $failure }` who return, for complaint rates from 0 to 100 %. Where does it reach { $base }, the share without a failure?
    [threshold] Suppose that every complaint is resolved quickly. From which complaint rate on do customers with `{ $failure }` return more often than customers without a failure?
    [consultant] A consultant says: let one more failure `{ $failure }` occur in 1,000 purchases, and recover it as you do now. How does that change the net present value over { $horizon }? A loss is negative.
   *[lever] You can raise one rate by one percentage point. Which one brings back most customers with `{ $failure }`?
}
class-topic = { $question ->
    [helped_quickly] helped quickly
    [complainers] complainers
    [everyone] all with the failure
    [curve] curve
    [consultant] consultant
   *[lever] lever
}
class-option = { $option ->
    [both] more satisfied, and they return more often
    [satisfaction] more satisfied, but they do not return more often
    [repurchase] not more satisfied, but they return more often
    [neither] neither more satisfied nor do they return more often
    [complaint_rate] complaints: more customers complain
    [resolution] resolution: more complaints are resolved
   *[quick_share] speed: more of the resolved complaints are resolved quickly
}
class-option-short = { $option ->
    [both] both
    [satisfaction] satisfaction only
    [repurchase] return only
    [neither] neither
    [complaint_rate] complaints
    [resolution] resolution
   *[quick_share] speed
}
class-unit = { $unit ->
    [share] in per cent
   *[money] in { $currency }
}
class-reaches = reaches the base at { $rate }
class-reaches-not = does not reach the base
class-axis-rate = complaint rate
class-axis-share = share who return
class-axis-base = without a failure: { $base }

class-why-quick = After a quick resolution satisfaction is { $before } − { $drop } + { $gain } = { $after } on the scale from 1 to 7, and { $before } without a failure. { $quick } return, and { $base } without a failure.{ $table ->
    [yes] { " " }Both shares are inputs of the study, not results.
   *[no] { "" }
}
class-why-complainers = { $unresolved } of the complaints are not resolved ({ $after_unresolved } return), { $slow } are resolved slowly ({ $after_slow }) and { $fast } quickly ({ $after_fast }). The mean is { $complainers }.
class-why-everyone = { $complain } complain, and { $complainers } of them return. { $quiet } stay silent, and { $silent } of them return. Together { $everyone } return.
class-why-curve = With every complaint resolved quickly, the share is a straight line from { $silent }, where nobody complains, to { $quick }, where everybody does. It reaches { $base } at a complaint rate of { $rate }.
class-why-curve-not = With every complaint resolved quickly, the share is a straight line from { $silent }, where nobody complains, to { $quick }, where everybody does. It does not rise to { $base } in between.
class-why-consultant = { $failures } more failures change the net present value by { $npv }, which is { $each } for each. Only { $fast } of those affected are helped quickly.
class-why-lever = One point of complaints adds { $complaints } percentage points, one point of resolution { $resolution } and one point of speed { $speed }. Complaints add the same at every complaint rate. Resolution and speed add in proportion to it.

class-one = Student { $number }, from the study `{ $study }`: the right answers are in the table, with the reasons below.
class-answers = Right answers
class-reasons = Reasons
class-reasons-of = Reasons, with the numbers of student { $number }
class-key = Right answers for { $students ->
    [one] one student
   *[other] { $students } students
}, each with numbers of their own.
class-how = The numbers are drawn from the seed { $seed } and the number of the student. The answers are those of `recoup paradox` at the point values, under `{ $strategy }`, with the settings of the student.
class-numbers = Numbers by student
class-rules = How answers are marked
class-rule-choice = A choice is worth 1 if it is right, otherwise 0.
class-rule-share = A share is worth 1 within { $full } percentage points of the right one, a half within { $half } points, otherwise 0.
class-rule-money = An amount of money is worth 1 within { $full } of the right one, a half within { $half }, otherwise 0.
class-rule-curve = Half of the mark of a curve is for its mean distance from the right curve: all of it within { $full } percentage points, half within { $half }. The other half is for the complaint rate at which it reaches the base: all of it within { $rate_full } points, half within { $rate_half }.
class-files = In { $folder }: handouts.html, key.html, key.csv, quiz.gift, quiz-qti.zip, result.json

class-marked = { $students ->
    [one] One student has
   *[other] { $students } students have
} { $mean } of { $most } marks on average.
class-hardest = The question with the lowest mean mark is “{ $topic }”: { $mark }.
class-not-marked = { $files ->
    [one] One file was
   *[other] { $files } files were
} not marked: see the table.
class-by-question = Marks by question
class-by-student = Marks by student
class-by-file = Files that were not marked
class-unanswered-remark = A question that was not answered counts 0. Typical answer: the choice made most often, or the median.

class-handout = Predict before you compute. The answers are discussed in class.
class-quiz = { $title }: quiz
class-quiz-item = { $place } { $topic }, student { $number }
