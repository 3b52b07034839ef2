# El informe: página y libro de cálculo. Los nombres llegan entre comillas; los importes, ya escritos.

## Común

report-engine = { $engine ->
    [expected] motor de valores esperados
    [agents] motor de agentes
   *[cohort] motor de cohortes
}
report-run = { $periods } · { $engine ->
    [expected] motor de valores esperados
    [agents] motor de agentes
   *[cohort] motor de cohortes
} · { $histories ->
    [one] { $histories } simulación
   *[other] { $histories } simulaciones
} · semilla { $seed } · recoup { $version }
report-contents = Índice
report-answer = La respuesta
report-footer = Generado por recoup { $version } a partir del estudio { $study }; el mismo estudio, con la misma semilla y versión, produce un informe idéntico byte a byte.
answer-run = { $scenarios ->
    [one] Escenario { $scenario }
   *[all] Todos los escenarios
} · semilla { $seed } · recoup { $version }

## Las cuatro cifras

report-card-npv = Valor actual neto de { $name }
report-card-npv-alone = Valor actual neto
report-card-npv-note = frente a { $reference }; intervalo del 90 %: { $interval }
report-card-npv-note-alone = intervalo del 90 %: { $interval }
report-card-roi-note = intervalo del 90 %: { $interval }, en el { $share } de las simulaciones con un coste adicional que rentabilizar
report-card-roi-none = no hay un coste adicional que rentabilizar
report-card-payback-note = según la media; según el borde superior de la banda del 90 %, { $early }; según el inferior, { $late }
report-card-risk = Riesgo de pérdida
report-card-risk-note = probabilidad de acabar por detrás de { $reference } en un mercado con números aleatorios comunes{ $known ->
    [yes] {" "}({ $independent } si cada una tiene sus propios sucesos aleatorios)
   *[no] {""}
}; { $worst } en promedio en el peor 5 %; la mejor estrategia en el { $sure } de las extracciones de los parámetros
report-card-risk-note-certain = probabilidad de acabar por detrás de { $reference } en un mercado con números aleatorios comunes{ $known ->
    [yes] {" "}({ $independent } si cada una tiene sus propios sucesos aleatorios)
   *[no] {""}
}; { $worst } en promedio en el peor 5 %

## Las estrategias

report-strategies = Comparación de las estrategias
report-intervals-both = Las diferencias se calculan simulación a simulación, con números aleatorios comunes: todas las estrategias se enfrentan a los mismos sucesos aleatorios, como le ocurriría a una misma empresa con cualquiera de ellas. Los intervalos abarcan nueve de cada diez simulaciones: la incertidumbre de los parámetros y el azar entre clientes. Dos empresas, cada una con sus propios sucesos aleatorios, diferirían más.
report-intervals-inputs = Las diferencias se calculan extracción a extracción. Los intervalos abarcan nueve de cada diez extracciones de los parámetros inciertos.
report-intervals-luck = Las diferencias se calculan simulación a simulación, con números aleatorios comunes: todas las estrategias se enfrentan a los mismos sucesos aleatorios. Aquí ningún parámetro es incierto: los intervalos abarcan solo el azar entre clientes.
report-intervals-none = Todos los parámetros están en sus valores puntuales: no hay intervalos, lo que no significa que no haya incertidumbre.
report-changes-caption = { $part ->
    [1] En qué difiere cada estrategia de la referencia; un punto: como la referencia
   *[other] En qué difiere cada estrategia (continuación)
}
report-key = Número del estudio

## Rentabilidad

report-pays = ¿Es rentable, cuándo y con qué certeza?
report-cumulative = ¿Cuándo se recupera la inversión?
report-cumulative-reading = Dinero ganado desde el inicio, descontado, frente a la referencia. Por encima de la línea de cero la estrategia ha recuperado su coste; la banda abarca nueve de cada diez simulaciones.
report-distribution = ¿Qué certeza tiene la diferencia?
report-distribution-reading = Cada curva muestra con qué frecuencia se dio una diferencia. La parte a la izquierda de cero es el riesgo de pérdida.

## Por qué

report-why = Por qué: qué ocurre tras los fallos
report-tree = ¿Qué ocurre con los clientes que sufren un fallo con { $name }?
report-tree-reading = Las anchuras son clientes en todo el horizonte, según el motor de valores esperados: del fallo a la queja, de la queja al resultado, y si se quedan.
report-losses = ¿Dónde se pierden clientes?
report-losses-reading = Las pérdidas se cuentan por encima de quienes se habrían ido sin fallo; por debajo de cero, una causa conserva más clientes que la ausencia de fallo.
report-word-of-mouth = En este estudio, el boca a boca cuesta { $lost } clientes potenciales por cliente descontento; las cifras publicadas van de 0,07 a 0,93.
report-segments = Por segmento
report-segments-lead = Los clientes difieren según el segmento, y también el valor de cada estrategia.
report-desk = Centro de atención
report-desk-question = ¿Es suficiente la capacidad del centro de atención?
report-desk-reading = Arriba: el trabajo de cada periodo como proporción de la capacidad; con el 100 % o más, la cola no se vacía nunca. Abajo: la proporción de contactos respondidos a tiempo.
report-variants = ¿Se mantiene la respuesta en otros modelos?
report-variants-question = ¿Qué estrategia es la mejor en otros modelos?
report-variants-lead = Cada variante cambia un supuesto del modelo, para todas las estrategias por igual. Las variantes no se promedian en una probabilidad. En las filas en negrita, la mejor estrategia no es la del modelo tal cual.
report-variants-reading = Las filas son modelos y las columnas, estrategias; la celda en color señala la mejor estrategia de su fila.
report-variants-elsewhere = Escenario { $scenario }: { $text }
report-active = ¿Cuántos clientes hay?
report-active-reading = Clientes activos a lo largo del tiempo con cada estrategia; la banda abarca nueve de cada diez simulaciones.

## Cuánto

report-levers = ¿Cuánto invertir?
report-curve = ¿Hasta dónde es rentable { $lever }?
report-curve-reading = La curva es la diferencia media frente a la referencia al mover una palanca; la banda abarca nueve de cada diez extracciones. Más allá del máximo, la siguiente unidad pierde dinero.

## La decisión

report-decision = ¿Qué cambiaría la decisión?
report-evpi = Conocer todos los parámetros antes de elegir valdría { $value } (valor esperado de la información perfecta, error estándar { $error }). Ningún estudio de los parámetros vale más.
report-least-regret-same = { $name } es también la de menor arrepentimiento máximo: sean cuales sean los parámetros, nunca queda tan lejos de la mejor opción como pueden quedar las demás.
report-least-regret = { $best } es la mejor en promedio, pero { $name } es la de menor arrepentimiento máximo: sean cuales sean los parámetros, nunca queda tan lejos de la mejor opción como pueden quedar las demás.
report-efficient = eficiente
report-equal = igual que { $to }
report-efficient-after = eficiente: { $roi } sobre su coste adicional respecto a { $after }
report-dominated = { $by } no cuesta más y aporta más
report-dominated-by-mix = una mezcla de { $first } y { $second } da mejor resultado
report-explained = Proporción de la varianza
report-information-caption = Valor de conocer un parámetro antes de elegir, en { $currency }; se omiten los que no tienen valor
report-fit-poor = la estimación no capta el efecto de este parámetro: no lo use para ordenar
report-tornado = ¿Qué parámetro influye más en el resultado?
report-tornado-reading = Un parámetro cada vez va de su cuantil del 5 % al del 95 %, con los demás en sus valores puntuales. Una marca señala dónde otra estrategia pasa a ser la mejor.
report-acceptability-value = ¿Qué estrategia es la mejor, según el valor de un cliente conservado?
report-acceptability-horizon = ¿Qué estrategia es la mejor, según el horizonte?
report-acceptability-budget = ¿Qué estrategia es la mejor, según el presupuesto?
report-acceptability-reading = Probabilidad de cada estrategia de ser la mejor, dada la incertidumbre de los parámetros, al mover una magnitud que el modelo no decide.

## Otros escenarios

report-worlds = Otros escenarios
report-worlds-lead = Los resultados anteriores corresponden al escenario { $first }. En el conjunto de los escenarios, { $least } tiene el menor arrepentimiento máximo: es la que menos pierde donde otra habría sido mejor.
report-world-caption = Escenario { $scenario }: comparación de las estrategias, en { $currency }

## Advertencias

report-cautions = Advertencias
report-cautions-lead = Estas advertencias resultan de las comprobaciones del estudio y de su resultado.

## Supuestos

report-assumptions = Supuestos
report-assumptions-lead = Cada número se mueve por separado, con los demás en sus valores puntuales; la última columna es la diferencia de VAN de { $name } frente a la referencia en los dos extremos, según el motor de valores esperados. Primero, los números que más importan.
report-uncertain-caption = Números inciertos, de su cuantil del 5 % al del 95 %
report-certain-caption = Números que se dan por ciertos, movidos en su rango publicado o plausible, o en una décima parte donde no lo hay
report-evidence = Evidencia
report-value = Valor
report-difference-there = Diferencia de VAN en los extremos
report-default = valor predeterminado del programa
report-basis = { $basis ->
    [uncertain] según el estudio
    [published] rango de la literatura
    [plausible] rango plausible, no publicado
   *[tenth] ± 10 %
}
report-status = { $status ->
    [verified] verificado en una fuente primaria
    [secondary] de un texto que lo cita
    [recalled] de memoria, sin comprobar
    [derived] derivado por cálculo
    [assumption] supuesto
   *[input] dato propio del estudio
}
report-published = en la literatura: de { $range }
report-plausible = plausible, no publicado: de { $range }
report-placeholder = valor provisional, a la espera del dato propio del estudio
report-of-preset = como en { $preset }, que indica sus fuentes
report-range-source = el rango: { $source }
report-assumptions-rest = { $number ->
    [one] { $number } número más, dado por cierto, mueve menos la diferencia; está en study.toml.
   *[other] { $number } números más, dados por ciertos, mueven menos la diferencia; están en study.toml.
}

## Presupuesto de error

report-errors = ¿Qué certeza tienen las cifras?
report-errors-lead = { $known ->
    [yes] Con tantas extracciones, la probabilidad de que una estrategia distinta de { $best } sea mejor en promedio es como máximo { $wrong }, y la pérdida esperada de detenerse aquí, como máximo { $loss }.
   *[no] Con menos de { $least } simulaciones independientes no se puede indicar la probabilidad de que una estrategia distinta de { $best } sea mejor en promedio.
} Más extracciones solo reducen el error de Montecarlo, y periodos más cortos, solo el error del paso de tiempo; la incertidumbre de los parámetros y el azar entre clientes permanecen.

## Contraste

report-oracle = Simulación frente a valor esperado
report-oracle-lead = El motor de valores esperados calcula el mismo modelo sin azar. Cada simulación se compara con el valor esperado de su propia extracción; z es la diferencia en errores estándar. Más allá de unos 3, la diferencia es más que ruido: es el efecto de los clientes enteros y de los límites de capacidad, que el motor de valores esperados promedia. Con pocos clientes puede ser tan grande como la propia diferencia de VAN; donde supera el 5 % de esta, se corrigen P(mejor), las pérdidas esperadas y el valor de la información.
report-oracle-individuals = El motor de valores esperados no incluye redes ni diferencias entre clientes: aquí la diferencia incluye también su efecto.
report-quantity = Cifra
report-gap = Diferencia
report-z = z
report-oracle-caption = Medias en el horizonte; los importes, en valor actual
report-oracle-quantity = { $quantity ->
    [npv] VAN
    [contribution] Contribución
    [programme] Coste del programa
   *[lost] Clientes perdidos
}
report-oracle-widest = De todas las columnas y periodos, la mayor diferencia es la de { $column } de { $name } en { $period }: { $simulated } simulado, { $expected } esperado, z = { $z }.

## Reproducir

report-reproduce = Cómo reproducir este informe
report-reproduce-lead = La carpeta de este informe contiene el estudio completo tal como se ejecutó. En esa carpeta, con la misma versión del programa:
report-reproduce-caption = Qué se ejecutó
report-fact = Dato
report-fact-version = Programa
report-fact-hash = BLAKE3 del estudio resuelto
report-fact-stream = Contrato del flujo aleatorio
report-fact-seed = Semilla
report-fact-engine = Motor
report-fact-draws = Extracciones de los parámetros
report-fact-replicates = Simulaciones por extracción
report-fact-sampling = Muestreo de los parámetros
report-fact-discount = Tasa de descuento anual
report-sampling = { $sampling ->
    [sobol] una secuencia de Sobol aleatorizada para cada parámetro, emparejadas al azar
   *[random] extracciones independientes
}
report-reproduce-files = manifest.toml enumera cada archivo con su hash; tables/ contiene cada simulación, extracción y periodo; report.json contiene lo que muestra este informe, y a partir de él «recoup report» lo vuelve a generar, también en otro idioma.

## Libro de cálculo

book-summary = Resumen
book-table = Tabla { $number }
book-table-caption = Tabla { $number }: { $caption }
book-periods = Periodos
book-histories = Simulaciones
book-assumptions = Supuestos
book-accounts = Cuentas
book-losses = Pérdidas
book-curves = Curvas
book-segments = Segmentos
book-desk = Centro de atención
book-variants = Variantes del modelo
book-errors = Presupuesto de error
book-mean = Media
book-sd = Desviación estándar
book-p = { $level ->
    [0] Mínimo
    [100] Máximo
   *[other] Cuantil del { $level } %
}
book-measure = Magnitud
book-worst = Media del peor 5 %
book-histories-number = Simulaciones
book-lower = { $what }, 5 %
book-upper = { $what }, 95 %
book-period = Periodo
book-cell-from = Desde
book-cell-to = Hasta
book-counts = Simulaciones por diferencia de VAN
book-cumulative = Diferencia de VAN descontada acumulada
book-customers-start = Clientes al inicio
book-customers-end = Clientes al final
book-lever-value = Valor de la palanca
book-low = Extremo inferior
book-high = Extremo superior
book-difference-low = Diferencia de VAN en el extremo inferior
book-difference-high = Diferencia de VAN en el extremo superior
book-unit = Unidad
book-note = Nota
book-yes = sí
book-cut = Las demás filas están en { $file }.
book-column = { $column ->
    [active] Clientes activos
    [prospects] Clientes potenciales
    [lapsed] Clientes perdidos
    [episodes] Fallos sufridos
    [silent] En silencio
    [unresolved] Sin resolver
    [resolved] Resueltos
    [quick] Resueltos con rapidez
    [lost_natural] Perdidos: natural
    [lost_silent] Perdidos: en silencio
    [lost_unresolved] Perdidos: sin resolver
    [lost_resolved] Perdidos: resueltos
    [lost_quick] Perdidos: resueltos con rapidez
    [lost_word_of_mouth] Perdidos: boca a boca
    [organic] Llegados por sí solos
    [bought] Captados
    [nwom] Mensajes negativos
    [pwom] Mensajes positivos
    [contribution] Contribución
    [setup] Puesta en marcha
    [desk_load] Centro: carga en erlang
    [desk_utilisation] Centro: utilización
    [desk_served] Centro: casos atendidos
    [desk_in_time] Centro: respondidos a tiempo
   *[programme] Coste del programa
}

## recoup report

report-told = En { $folder }: report.html, report.xlsx y { $number ->
    [one] { $number } gráfico
   *[other] { $number } gráficos
} en SVG y PNG
