# Lo que conviene saber antes de actuar según un resultado.

## Un retorno fuera de lo publicado
caution-roi-too-dear = conserva { $customers } clientes, a un coste superior a lo que aportan en el horizonte
caution-roi-keeps-none = no conserva clientes
caution-roi-little = los { $customers } clientes conservados aportan poco más de lo que cuesta el programa
caution-roi-replacement = la mayor parte es coste de reposición ahorrado, que las cifras publicadas rara vez incluyen
caution-roi-cheap = el programa es barato en relación con los clientes en juego; las cifras publicadas proceden de programas más caros

## Advertencias de una ejecución
caution-in-scenario = { $text } (escenario `{ $scenario }`)
caution-in-scenarios = { $text } (escenarios { $scenarios })
caution-twins = `{ $first }` y `{ $second }` dan la misma contribución y el mismo coste del programa
caution-twins-help = ninguna diferencia entre estas estrategias idénticas tiene efecto: cambie un número que sí lo tenga o quite una de ellas
caution-close = con lo que se sabe no se pueden distinguir `{ $first }` y `{ $second }`: `{ $first }` es la mejor de las dos en el { $share } de las extracciones, y la pérdida esperada de elegir ahora, frente a conocer los parámetros, es de { $loss }
caution-close-help = acote los parámetros menos conocidos antes de elegir entre ellas
caution-noise-first = el primer puesto de `{ $name }` es ruido de Montecarlo: el motor de valores esperados sitúa a otra en primer lugar
caution-raise-replicates = aumente `study.replicates`
caution-noise-sign = el signo de la diferencia de VAN de `{ $name }` está dentro del ruido de Montecarlo ({ $difference }, con un error estándar de { $error })
caution-raise-draws = aumente `study.draws`
caution-noisier = compartir extracciones aumenta el ruido de la diferencia entre `{ $first }` y `{ $second }`: { $factor } veces la varianza
caution-individuals = P(mejor), el árbol de fallos y la columna de valores esperados proceden del motor de valores esperados, que no incluye redes ni diferencias entre clientes
caution-luck = la información perfecta parece valer { $seeming } según las medias simples de las simulaciones, y { $worth } una vez descontado el azar entre clientes
caution-luck-help = aquí P(mejor) procede del motor de valores esperados, que no tiene azar; decida según ella o use más réplicas
caution-paradox = un fallo `{ $failure }` más elevaría el VAN de `{ $name }`{ $place }: se deduce de los parámetros, pero es raro en la práctica
caution-paradox-help = revise la recuperación rápida por encima de la lealtad base, el boca a boca positivo y los clientes repuestos sin coste
caution-where = {" "}(escenario `{ $scenario }`)
caution-oracle = pocos clientes o un límite alcanzado: `{ $column }` de `{ $name }` es { $simulated } en las simulaciones y { $expected } según el motor de valores esperados (periodo { $period })
caution-gap = `{ $name }` menos `{ $against }` es { $simulated } en { $number ->
    [one] { $number } simulación
   *[other] { $number } simulaciones
} y { $expected } según el motor de valores esperados con los mismos parámetros. Las causas probables son pocos clientes, un límite de capacidad o diferencias entre clientes, que ese motor promedia
caution-gap-corrected = P(mejor), las pérdidas esperadas, el valor de la información y la frontera de eficiencia están corregidos con la diferencia media de cada estrategia; no lo están el tornado, las curvas de una palanca, `sensitivity`, `why`, `sweep`, `breakeven` ni `optimize`
caution-gap-uncorrected = estas cifras proceden del motor de valores esperados y no están corregidas: tome importes y niveles como aproximados, y elija con `recoup run` o `recoup decide`
caution-gap-expected = toda la respuesta procede del motor de valores esperados: ejecútela con `--engine cohort`
caution-free-lever = mover `{ $key }` no cuesta nada por sí solo
caution-free-lever-help = los resultados siguientes muestran consecuencias y no son una recomendación: el dinero mueve una palanca mediante una [[response]] o en [costs]
caution-forever-loyal = la lealtad base es 1 en { $segments }: estos clientes vuelven acabe como acabe un fallo, así que la paradoja en la recompra no se les aplica
caution-forever-loyal-help = las tasas se mueven en la escala log-odds, que acaba en 1; indique la proporción que vuelve sin fallo, menor que 1
caution-font = a la fuente de los gráficos le faltan { $characters }: en su lugar aparece un recuadro
caution-font-help = la fuente cubre el alfabeto latino y los caracteres chinos comunes; use otros nombres si deben aparecer en los gráficos
caution-unsettled = tras { $draws } extracciones, el máximo, no está decidido qué estrategia es la mejor
caution-unsettled-help = acepte un riesgo mayor con `--until-settled LIMIT` o compare menos estrategias
caution-option-unused = `{ $option }` no cambia nada aquí: { $why }
caution-option-unused-engine = la respuesta procede del motor de valores esperados, que no tiene azar entre clientes
caution-option-unused-point = la respuesta se calcula con los valores puntuales de los datos
caution-option-unused-help = omítala; se aplica a `recoup run`
caution-time-step = la duración del periodo importa: la diferencia entre `{ $first }` y `{ $second }` es { $difference }, y { $halved } con periodos de la mitad de duración
caution-time-step-help = use un `horizon.period` más corto; la diferencia se calcula con los valores puntuales, según el motor de valores esperados
caution-overload = el centro de atención de `{ $name }` tiene más trabajo del que pueden atender sus puestos en { $periods ->
    [one] un periodo
   *[other] { $periods } periodos
}, por primera vez en el periodo { $first }: algunos casos no se atienden nunca y nadie recibe respuesta a tiempo
caution-overload-help = aumente `recovery.desk.agents`, o reduzca los contactos por caso o los minutos por contacto
caution-disagreement = la forma cerrada y la simulación no coinciden para `{ $failure }`: { $measure }
caution-disagreement-help = notifíquelo: una de las dos es errónea
