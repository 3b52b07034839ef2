# The class mode. Questions, choices and reasons are in the program's catalogue.

view-class = Class
class-title = Predict, reveal, explain
class-lead = Enter the number that your teacher gave you. It gives you numbers of your own. Answer the six questions before you see what the model says. Nothing is stored or sent: download your answers at the end.
class-number = Your number
class-begin = Begin
class-forgets = Another number forgets the answers given so far.
class-predict = Predict
class-draw = Draw with a finger or the mouse. By keyboard, go to a point and use the arrow keys, or type the shares below.
class-drawing = Chart to draw on: share who return, by complaint rate
class-drawing-shown = The drawn curve and the right one: the right one { $right }
class-point = Share who return at a complaint rate of { $rate }
class-point-open = not drawn yet
class-at = at { $rate }
class-mine = your curve
class-right-curve = right curve
class-reveal-title = Reveal and explain
class-answered = { $done } of { $all } questions are answered.
class-total = { $total } of { $all } marks
class-reveal-early = Once the right answers are shown, these answers can no longer be changed.
class-reveal = Show the right answers
class-again = Begin with another number
class-download = Download my answers
class-download-note = The file has your number, your name and your answers. Send it to your teacher.
class-your-answer = your answer
class-no-answer = not answered
class-mark = mark
class-first = Predict first, then see what the model says.
class-digest = Class { $digest }
class-keep = Do not close or reload this page before you download your answers.
class-wrong-share = Enter a share from 0 to 100 %.
class-wrong-money = Enter an amount from { $least } to { $most }.
class-wrong-student = Take a number from 1 to { $most }.
class-reveal-sure = { $number ->
    [one] One question is not answered. Show the right answers anyway?
   *[other] { $number } questions are not answered. Show the right answers anyway?
}
class-reveal-yes = Show them
class-reveal-no = Go on answering
class-explain = See my numbers in Paradox
class-verdict = { $verdict ->
    [right] right
    [part] partly right
    [wrong] wrong
   *[none] not answered
}
