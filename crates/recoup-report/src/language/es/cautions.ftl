# Lo que conviene saber antes de actuar según un resultado.

## Un retorno fuera de lo publicado
caution-roi-too-dear = conserva { $customers } clientes, a un coste superior a lo que aportan en el horizonte
caution-roi-keeps-none = no conserva clientes
caution-roi-little = los { $customers } clientes conservados aportan poco más de lo que cuesta el programa
caution-roi-replacement = la mayor parte es coste de reposición ahorrado, que las cifras publicadas rara vez cuentan
caution-roi-cheap = el programa es barato frente a los clientes en juego; las cifras publicadas proceden de programas más caros

## Advertencias de una ejecución
caution-in-scenario = { $text } (escenario `{ $scenario }`)
caution-twins = `{ $first }` y `{ $second }` dan lo mismo en contribución y coste del programa
caution-twins-help = nada de lo que las distingue actúa: cambie un número que sí lo haga o quite una de ellas
caution-close = con lo que se sabe no se pueden distinguir `{ $first }` y `{ $second }`: `{ $first }` es la mejor de las dos en el { $share } de las extracciones, y elegir ahora cuesta { $loss } en expectativa frente a conocer los datos
caution-close-help = acote los datos menos conocidos antes de elegir entre ellas
caution-noise-first = que `{ $name }` quede primera es ruido de Montecarlo: el motor expected tiene otra
caution-raise-replicates = suba `study.replicates`
caution-noise-sign = el signo de la diferencia de VAN de `{ $name }` está dentro del ruido de Montecarlo ({ $difference }, con un error típico de { $error })
caution-raise-draws = suba `study.draws`
caution-noisier = que `{ $first }` y `{ $second }` compartan simulaciones hace más ruidosa su diferencia: { $factor } veces la varianza
caution-individuals = P(mejor), el árbol de fallos y la columna teórica proceden del motor expected, que no conoce redes ni diferencias entre clientes
caution-luck = la información perfecta parece valer { $seeming } por las medias simples de las simulaciones y { $worth } descontado el azar de los clientes
caution-luck-help = aquí P(mejor) es la del motor expected, que no tiene azar; decida por ella o con más réplicas
caution-paradox = un fallo más de `{ $failure }` elevaría el VAN de `{ $name }`{ $place }: fiel a los datos, rara vez a la realidad
caution-paradox-help = revise la recuperación rápida por encima de la lealtad de base, el boca a boca positivo y los clientes repuestos gratis
caution-where = {" "}(escenario `{ $scenario }`)
caution-oracle = pocos clientes o un tope: `{ $column }` de `{ $name }` es { $simulated } en las simulaciones y { $expected } según el motor expected (periodo { $period })
caution-gap = `{ $name }` menos `{ $against }` es { $simulated } en { $number ->
    [one] { $number } simulación
   *[other] { $number } simulaciones
} y { $expected } según el motor expected con los mismos datos: pocos clientes, un límite de capacidad o diferencias entre clientes, que el motor expected alisa
caution-gap-corrected = P(mejor), las pérdidas esperadas, el valor de la información y la frontera de eficiencia están corregidos con la brecha media de cada estrategia; no lo están el tornado, las curvas sobre una palanca, `sensitivity`, `why`, `sweep`, `breakeven` ni `optimize`
caution-gap-uncorrected = lo que aquí figura es del motor expected y no está corregido: tome importes y niveles como aproximados, y elija con `recoup run` o `recoup decide`
caution-gap-expected = toda la respuesta es del motor expected: ejecútela con `--engine cohort`
caution-free-lever = mover `{ $key }` no cuesta nada por sí solo
caution-free-lever-help = lo que sigue muestra sus consecuencias y no recomienda nada: el dinero mueve una palanca mediante una [[response]] o en [costs]
caution-forever-loyal = en { $segments } la lealtad de base es 1: acabe como acabe un fallo, estos clientes vuelven, y la paradoja en la recompra no tiene nada que decir de ellos
caution-forever-loyal-help = las tasas se desplazan en la escala de log-odds, que acaba en 1; escriba la proporción que vuelve sin fallo, menor que 1
caution-font = a la letra de los gráficos le falta { $characters }: en su lugar aparece un recuadro
caution-font-help = la letra cubre el alfabeto latino y los caracteres chinos comunes; elija otros nombres para los gráficos
caution-unsettled = tras { $draws } simulaciones, el máximo que se prueba, no está decidido qué estrategia es la mejor
caution-unsettled-help = admita un riesgo mayor con `--until-settled LIMIT` o compare menos estrategias
caution-option-unused = `{ $option }` no cambia nada aquí: responde el motor expected, que no tiene azar de clientes
caution-option-unused-help = omítala; `recoup run` la acepta
caution-time-step = la duración del periodo importa: `{ $first }` frente a `{ $second }` da { $difference }, y { $halved } con periodos de la mitad
caution-time-step-help = elija un `horizon.period` más corto; la diferencia se da con los valores puntuales, según el motor esperado
caution-overload = el mostrador de `{ $name }` tiene más trabajo del que pueden hacer sus puestos en { $periods ->
    [one] un periodo
   *[other] { $periods } periodos
}, por primera vez en el periodo { $first }: algunos casos no se atienden nunca y nadie recibe respuesta a tiempo
caution-overload-help = aumente `recovery.desk.agents`, o reduzca los contactos por caso o los minutos por contacto
caution-disagreement = la forma cerrada y la simulación no coinciden en `{ $failure }`: { $measure }
caution-disagreement-help = comuníquelo: una de las dos es errónea
