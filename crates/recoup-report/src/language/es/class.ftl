# `recoup class`: lecciones, clave, cuestionario y notas. Los nombres de estrategias y fallos llegan tal cual; las cuotas y el dinero, como se leen.

class-student = Estudiante { $number }
class-name = Nombre
class-story = Una empresa tiene { $customers } clientes. Compran { $purchases } veces al año. Sin fallos, el { $base } sigue siendo cliente un año después. Su satisfacción media es de { $satisfaction } en la escala de 1 a 7.
class-settings = Los números de este estudiante, como los acepta `--set`
class-given = Los fallos y lo que sigue
class-returns = Clientes que vuelven, según lo que vivieron
class-head = { $column ->
    [failure] fallo
    [rate] en 1000 compras
    [complain] se quejan
    [resolved] de ellas, resueltas
    [quick] de estas, con rapidez
    [drop] satisfacción perdida (puntos de 7)
    [gain] recuperada con una resolución rápida
    [silent] callados
    [unresolved] sin resolver
    [resolved_after] resuelta
    [quick_after] resuelta con rapidez
    [student] estudiante
    [name] nombre
    [total] total
    [question] pregunta
    [answer] respuesta correcta
    [mean] nota media
    [full] nota entera
    [part] parte de ella
    [none] sin nota
    [unanswered] sin contestar
    [common] respuesta típica
    [file] archivo
    [code] código
   *[problem] problema
}
class-question = { $question ->
    [helped_quickly] Compare a los clientes cuya queja por `{ $failure }` se resolvió con rapidez con los clientes sin fallo. ¿Están más satisfechos? ¿Vuelven más?
    [complainers] ¿Qué parte de los clientes que se quejan de `{ $failure }` vuelve?
    [everyone] ¿Qué parte de todos los clientes con `{ $failure }` vuelve, se quejen o no?
    [curve] Suponga que toda queja se resuelve con rapidez. Dibuje la parte de todos los clientes con `{ $failure }` que vuelve, para tasas de quejas del 0 al 100 %. ¿Dónde alcanza el { $base }, la parte sin fallo?
    [threshold] Suponga que toda queja se resuelve con rapidez. ¿A partir de qué tasa de quejas los clientes con `{ $failure }` vuelven más que los clientes sin fallo?
    [consultant] Un consultor dice: que ocurra un fallo `{ $failure }` más en 1000 compras, y recupérelo como ahora. ¿Cómo cambia eso el valor actual neto en { $horizon }? Una pérdida es negativa.
   *[lever] Puede elevar una tasa en un punto porcentual. ¿Cuál hace volver a más clientes con `{ $failure }`?
}
class-topic = { $question ->
    [helped_quickly] atendidos con rapidez
    [complainers] quienes se quejan
    [everyone] todos con el fallo
    [curve] curva
    [consultant] consultor
   *[lever] palanca
}
class-option = { $option ->
    [both] más satisfechos, y vuelven más
    [satisfaction] más satisfechos, pero no vuelven más
    [repurchase] no más satisfechos, pero vuelven más
    [neither] ni más satisfechos ni vuelven más
    [complaint_rate] quejas: se quejan más clientes
    [resolution] resolución: se resuelven más quejas
   *[quick_share] rapidez: más quejas resueltas se resuelven con rapidez
}
class-option-short = { $option ->
    [both] ambas cosas
    [satisfaction] solo satisfacción
    [repurchase] solo vuelven
    [neither] ninguna
    [complaint_rate] quejas
    [resolution] resolución
   *[quick_share] rapidez
}
class-unit = { $unit ->
    [share] en por ciento
   *[money] en { $currency }
}
class-reaches = alcanza la base con el { $rate }
class-reaches-not = no alcanza la base
class-axis-rate = tasa de quejas
class-axis-share = parte que vuelve
class-axis-base = sin fallo: { $base }

class-why-quick = Tras una resolución rápida la satisfacción es de { $before } − { $drop } + { $gain } = { $after } en la escala de 1 a 7, y de { $before } sin fallo. Vuelve el { $quick }, y el { $base } sin fallo.{ $table ->
    [yes] { " " }Ambas cuotas son datos de entrada del estudio y no resultados.
   *[no] { "" }
}
class-why-complainers = El { $unresolved } de las quejas no se resuelve (vuelve el { $after_unresolved }), el { $slow } se resuelve despacio ({ $after_slow }) y el { $fast } con rapidez ({ $after_fast }). La media es { $complainers }.
class-why-everyone = Se queja el { $complain }, y vuelve el { $complainers } de ellos. Calla el { $quiet }, y vuelve el { $silent } de ellos. En conjunto vuelve el { $everyone }.
class-why-curve = Si toda queja se resuelve con rapidez, la cuota es una recta desde el { $silent }, donde nadie se queja, hasta el { $quick }, donde se quejan todos. Alcanza el { $base } con una tasa de quejas del { $rate }.
class-why-curve-not = Si toda queja se resuelve con rapidez, la cuota es una recta desde el { $silent }, donde nadie se queja, hasta el { $quick }, donde se quejan todos. Entre ambos no sube hasta el { $base }.
class-why-consultant = { $failures } fallos más cambian el valor actual neto en { $npv }, que son { $each } por cada uno. Solo el { $fast } de los afectados recibe ayuda rápida.
class-why-lever = Un punto de quejas añade { $complaints } puntos porcentuales, uno de resolución { $resolution } y uno de rapidez { $speed }. Las quejas añaden lo mismo con cualquier tasa de quejas. La resolución y la rapidez añaden en proporción a ella.

class-one = Estudiante { $number }, del estudio `{ $study }`: las respuestas correctas están en la tabla, con las razones debajo.
class-answers = Respuestas correctas
class-reasons = Razones
class-reasons-of = Razones, con los números del estudiante { $number }
class-key = Respuestas correctas para { $students ->
    [one] un estudiante, con números propios
   *[other] { $students } estudiantes, cada uno con números propios
}.
class-how = Los números salen de la semilla { $seed } y del número del estudiante. Las respuestas son las de `recoup paradox` con los valores puntuales, con `{ $strategy }` y los ajustes del estudiante.
class-numbers = Números por estudiante
class-rules = Cómo se califican las respuestas
class-rule-choice = Una elección vale 1 si es correcta y 0 si no.
class-rule-share = Una cuota vale 1 a menos de { $full } puntos porcentuales de la correcta, la mitad a menos de { $half }, y 0 más allá.
class-rule-money = Un importe vale 1 a menos del { $full } del correcto, la mitad a menos del { $half }, y 0 más allá.
class-rule-curve = La mitad de la nota de una curva es por su distancia media a la curva correcta: entera a menos de { $full } puntos porcentuales, la mitad a menos de { $half }. La otra mitad es por la tasa de quejas en que alcanza la base: entera a menos de { $rate_full } puntos, la mitad a menos de { $rate_half }.
class-files = En { $folder }: handouts.html, key.html, key.csv, quiz.gift, quiz-qti.zip, result.json

class-marked = { $students ->
    [one] Un estudiante tiene
   *[other] { $students } estudiantes tienen
} de media { $mean } de { $most } puntos.
class-hardest = La pregunta con la nota media más baja es «{ $topic }»: { $mark }.
class-not-marked = { $files ->
    [one] Un archivo no se calificó
   *[other] { $files } archivos no se calificaron
}: véase la tabla.
class-by-question = Notas por pregunta
class-by-student = Notas por estudiante
class-by-file = Archivos sin calificar
class-unanswered-remark = Una pregunta sin contestar cuenta 0. Respuesta típica: la elección más frecuente, o la mediana.

class-handout = Prediga antes de calcular. Las respuestas se comentan en clase.
class-quiz = { $title }: cuestionario
class-quiz-item = { $place } { $topic }, estudiante { $number }
