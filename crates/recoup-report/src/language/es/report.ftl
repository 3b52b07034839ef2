# El informe: página y libro de cálculo. Los nombres llegan entre comillas; los importes, ya escritos.

## Común

report-range = de { $low } a { $high }
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
report-never = nunca
report-reference = referencia
report-costs-less = cuesta menos
report-no-cost = sin coste
report-strategy = Estrategia
report-npv = VAN
report-difference = Diferencia de VAN
report-roi = ROI
report-payback = { $period ->
    [week] Recuperación (semana)
    [quarter] Recuperación (trimestre)
    [year] Recuperación (año)
   *[month] Recuperación (mes)
}
report-p-best = P(mejor)
report-customers-kept = Clientes conservados
report-contents = Contenido
report-answer = La respuesta
report-footer = Hecho por recoup { $version } a partir del estudio { $study }; el mismo estudio, con la misma semilla y versión, da el mismo informe byte a byte.

## Las cuatro cifras

report-card-npv = Valor actual neto de { $name }
report-card-npv-alone = Valor actual neto
report-card-npv-note = frente a { $reference }; intervalo del 90 %: { $interval }
report-card-npv-note-alone = intervalo del 90 %: { $interval }
report-card-roi = Rendimiento de la inversión
report-card-roi-note = intervalo del 90 %: { $interval }, en el { $share } de las simulaciones en las que hay un coste adicional que rentabilizar
report-card-roi-none = no hay un coste adicional que rentabilizar
report-card-payback = Recuperación
report-card-payback-note = según la media; según el borde superior de la banda del 90 %, { $early }; según el inferior, { $late }
report-card-risk = Riesgo de pérdida
report-card-risk-note = probabilidad de acabar por detrás de { $reference } en un mercado con números aleatorios comunes{ $known ->
    [yes] {" "}({ $independent } si cada una encuentra su propio azar)
   *[no] {""}
}; { $worst } de media en el peor 5 %; la mejor estrategia en el { $sure } de los sorteos de los datos
report-card-risk-note-certain = probabilidad de acabar por detrás de { $reference } en un mercado con números aleatorios comunes{ $known ->
    [yes] {" "}({ $independent } si cada una encuentra su propio azar)
   *[no] {""}
}; { $worst } de media en el peor 5 %

## Las estrategias

report-strategies = Las estrategias, lado a lado
report-strategies-caption = Valor actual neto y lo que cuesta, en { $currency }; intervalos del 90 % bajo las medias
report-intervals-both = Las diferencias se toman simulación a simulación, con números aleatorios comunes: todas las estrategias encuentran el mismo azar, como una misma empresa con una u otra. Los intervalos abarcan nueve de cada diez simulaciones: la incertidumbre de los datos y el azar de los clientes. Dos empresas, cada una con su azar, diferirían más.
report-intervals-inputs = Las diferencias se toman sorteo a sorteo. Los intervalos abarcan nueve de cada diez sorteos de los datos inciertos.
report-intervals-luck = Las diferencias se toman simulación a simulación, con números aleatorios comunes: todas las estrategias encuentran el mismo azar. Aquí ningún dato es incierto: los intervalos abarcan solo el azar de los clientes.
report-intervals-none = Todos los datos están en sus valores puntuales: no hay intervalos, lo que no significa que nada sea incierto.
report-changes-caption = { $part ->
    [1] Qué hace cada estrategia de otro modo que la referencia; un punto: como la referencia
   *[other] Qué hace cada estrategia de otro modo (continuación)
}
report-key = Número del estudio

## Si renta

report-pays = ¿Renta, cuándo y con qué seguridad?
report-cumulative = ¿Cuándo se recupera lo gastado?
report-cumulative-reading = Dinero ganado desde el inicio, descontado, frente a la referencia. Por encima de la línea de cero la estrategia ha recuperado su coste; la banda abarca nueve de cada diez simulaciones.
report-distribution = ¿Qué seguridad tiene la diferencia?
report-distribution-reading = Cada colina muestra con qué frecuencia salió una diferencia. Lo que queda a la izquierda de cero es el riesgo de pérdida.

## Por qué

report-why = Por qué: en qué acaban los fallos
report-tree = ¿Qué es de los clientes que sufren un fallo con { $name }?
report-tree-reading = Las anchuras son clientes en todo el horizonte, según el motor de valores esperados: del fallo a la voz, de la voz al resultado, y si se quedan.
report-losses = ¿Dónde se pierden clientes?
report-losses-reading = Las pérdidas se cuentan por encima de los que se habrían ido sin fallo; por debajo de cero, una causa conserva más clientes que si no hubiera habido fallo.
report-losses-caption = Clientes perdidos en el horizonte, por causa; el daño de mercado es todo salvo las pérdidas naturales
report-market-damage = Daño de mercado
report-yearly-margin = Su margen anual
report-word-of-mouth = En este estudio, el boca a boca cuesta { $lost } clientes potenciales por cliente descontento; las cifras publicadas van de 0,07 a 0,93.
report-segments = Por segmento
report-segments-lead = Los clientes difieren según el segmento, y con ellos lo que vale cada estrategia.
report-desk = El mostrador de atención
report-desk-question = ¿Puede el mostrador con ello?
report-desk-reading = Arriba, el trabajo de cada periodo frente a lo que pueden los puestos; con el 100 % o más, la cola no se vacía nunca. Abajo, la proporción de contactos respondidos a tiempo.
report-variants = ¿Se mantiene la respuesta en otros modelos?
report-variants-question = ¿Qué estrategia es la mejor en otros modelos?
report-variants-lead = Cada variante cambia un supuesto del modelo, para todas las estrategias por igual. Nada de ello se promedia en una probabilidad. En las filas en negrita la mejor estrategia no es la del modelo tal cual.
report-variants-reading = Una fila es un modelo y una columna, una estrategia; la celda en color señala la mejor estrategia de su fila.
report-variants-elsewhere = Escenario { $scenario }: { $text }
report-active = ¿Cuántos clientes hay?
report-active-reading = Clientes activos a lo largo del tiempo con cada estrategia; la banda abarca nueve de cada diez simulaciones.
report-account-head = Cuenta
report-accounts-caption = De dónde sale el dinero: valores actuales frente a { $reference }, en { $currency }; más es mejor
report-account = { $account ->
    [margin] Margen de los clientes activos
    [retention] Coste de servir y retener
    [acquisition] Coste de captar clientes
    [contacts] Contactos
    [compensation] Compensación
    [agents] Puestos de atención
    [fixed] Coste fijo del programa
    [training] Formación
    [prevention] Prevención
    [soliciting] Invitar a reclamar
    [detection] Detección de fallos
    [responses] Gasto en respuestas
    [setup] Puesta en marcha
    [refunds] Reembolsos por la garantía
    [forewarning] Aviso previo a los clientes
    [terminal_contribution] Más allá del horizonte: contribución
   *[terminal_programme] Más allá del horizonte: programa
}

## Cuánto

report-levers = ¿Cuánto de cada cosa?
report-curve = ¿Hasta dónde renta { $lever }?
report-curve-reading = La curva es la diferencia media frente a la referencia al mover una palanca; la banda, nueve de cada diez sorteos. Más allá de la cima, la siguiente unidad pierde dinero.

## La decisión

report-decision = ¿Qué cambiaría la decisión?
report-evpi = Conocer todos los datos antes de elegir valdría { $value } (valor esperado de la información perfecta, error estándar { $error }). Ningún estudio de los datos vale más.
report-least-regret-same = { $name } es también la de menor arrepentimiento: sean cuales sean los datos, nunca queda tan lejos de la mejor opción como pueden quedar las demás.
report-least-regret = { $best } es la mejor de media, pero { $name } es la de menor arrepentimiento: sean cuales sean los datos, nunca queda tan lejos de la mejor opción como pueden quedar las demás.
report-expected-loss = Pérdida esperada
report-greatest-regret = Mayor arrepentimiento
report-cvar = VAN en el peor 5 %
report-standing = Frente a su coste
report-decision-caption = Cada estrategia en { $draws } sorteos de los datos inciertos, en { $currency }: probabilidad de ser la mejor, y lo que se pierde de media y en el peor caso al elegirla
report-efficient = eficiente
report-equal = igual que { $to }
report-efficient-after = eficiente: { $roi } sobre lo que cuesta más que { $after }
report-dominated = { $by } no cuesta más y aporta más
report-dominated-by-mix = una mezcla de { $first } y { $second } da mejor resultado
report-input = Dato
report-worth = Valor de saberlo
report-standard-error = Error estándar
report-explained = De la dispersión
report-information-caption = Lo que valdría conocer un dato antes de elegir, en { $currency }; se omiten los que no valen nada
report-fit-poor = la estimación no capta cómo actúa: no ordene por ella
report-tornado = ¿Qué dato mueve más el resultado?
report-tornado-reading = Un dato cada vez va de su cuantil del 5 % al del 95 %, los demás en sus valores puntuales. Una marca señala dónde otra estrategia pasa a ser la mejor.
report-acceptability-value = ¿Qué estrategia es la mejor, según lo que valga conservar a un cliente?
report-acceptability-horizon = ¿Qué estrategia es la mejor, según el horizonte?
report-acceptability-budget = ¿Qué estrategia es la mejor, según el presupuesto?
report-acceptability-reading = Probabilidad de cada estrategia de ser la mejor, dada la incertidumbre de los datos, al mover algo que el modelo no decide.

## Otros mundos

report-worlds = En otros mundos
report-worlds-lead = El argumento anterior vale en el escenario { $first }. En el conjunto de escenarios, { $least } tiene el menor de los mayores arrepentimientos: es la que menos pierde donde otra habría sido mejor.
report-regret-caption = Arrepentimiento por escenario, en { $currency }: VAN de la mejor estrategia en él menos el de la propia
report-weighted = Diferencia de VAN ponderada
report-world-caption = Escenario { $scenario }: las estrategias, lado a lado, en { $currency }

## Advertencias

report-cautions = Lo que preguntaría un lector atento
report-cautions-lead = El programa encontró esto al revisar el estudio y su resultado.

## Supuestos

report-assumptions = En qué se apoya
report-assumptions-lead = Cada número se mueve solo, con los demás en sus valores puntuales; la última columna es la diferencia de VAN de { $name } frente a la referencia en los dos extremos, según el motor de valores esperados. Primero, los números que más importan.
report-uncertain-caption = Números inciertos, de su cuantil del 5 % al del 95 %
report-certain-caption = Números que se dan por ciertos, movidos por su rango publicado o plausible, o en una décima parte donde no lo hay
report-evidence = Evidencia
report-value = Valor
report-moved = Movido
report-difference-there = Diferencia de VAN allí
report-default = valor por defecto del programa
report-basis = { $basis ->
    [uncertain] como lo tiene el estudio
    [published] rango de la literatura
    [plausible] rango plausible, no publicado
   *[tenth] ± 10 %
}
report-turns = cambia la decisión
report-status = { $status ->
    [verified] verificado en una fuente primaria
    [secondary] de un texto que lo cita
    [recalled] de memoria, sin comprobar
    [derived] derivado por cálculo
    [assumption] supuesto
   *[input] dato propio del estudio
}
report-published = en la literatura: { $range }
report-plausible = plausible, no publicado: { $range }
report-placeholder = valor provisional, a la espera del dato propio del estudio
report-of-preset = como en { $preset }, que indica sus fuentes
report-range-source = el rango: { $source }
report-assumptions-rest = { $number ->
    [one] { $number } número más, dado por cierto, mueve menos la diferencia; está en study.toml.
   *[other] { $number } números más, dados por ciertos, mueven menos la diferencia; están en study.toml.
}

## Presupuesto de error

report-errors = Qué seguridad tienen las cifras
report-errors-lead = { $known ->
    [yes] Con tantos sorteos, la probabilidad de que otra estrategia que { $best } sea mejor de media es como mucho { $wrong }, y la pérdida esperada de quedarse aquí, como mucho { $loss }.
   *[no] Con menos de { $least } simulaciones independientes no se dice nada de la probabilidad de que otra estrategia que { $best } sea mejor de media.
} Más sorteos solo reducen el error de Montecarlo, y periodos más cortos, solo el del paso de tiempo; la incertidumbre de los datos y el azar de los clientes permanecen.
report-errors-caption = Qué seguridad tiene la diferencia de VAN, con números aleatorios comunes, en { $currency }: desviaciones estándar por origen; el error del paso de tiempo es lo que añadirían periodos de la mitad de duración
report-from-time-step = Error del paso de tiempo
report-time-step-caption = Lo que añadirían a la diferencia de VAN periodos de la mitad de duración, en { $currency }
report-from-inputs = Datos inciertos
report-from-luck = Azar de los clientes
report-from-draws = Error de Montecarlo de la media
report-variance-reduction = Reducción de varianza por sorteos compartidos
report-of-variance = { $share } de la varianza

## Contraste

report-oracle = Simulación frente a expectativa
report-oracle-lead = El motor de valores esperados calcula el mismo modelo sin azar. Cada simulación se contrasta con lo esperado en su propio sorteo; z es la distancia en errores estándar. Más allá de unos 3, la distancia es más que ruido: es el precio de los clientes enteros y de los límites de capacidad, que el motor de valores esperados alisa. Con pocos clientes puede ser tan grande como la propia diferencia; donde pasa del 5 % de esta, P(mejor), las pérdidas esperadas y el valor de la información se corrigen.
report-oracle-individuals = El motor de valores esperados no conoce redes ni diferencias entre clientes: aquí la distancia incluye también lo que hacen estas.
report-quantity = Cifra
report-simulated = Simulado
report-expected = Esperado
report-gap = Distancia
report-z = z
report-oracle-caption = Medias en el horizonte; el dinero, en valor actual
report-oracle-quantity = { $quantity ->
    [npv] VAN
    [contribution] Contribución
    [programme] Coste del programa
   *[lost] Clientes perdidos
}
report-oracle-widest = De todas las columnas de todos los periodos, la mayor distancia es la de { $column } de { $name } en { $period }: { $simulated } simulado, { $expected } esperado, z = { $z }.

## Reproducir

report-reproduce = Cómo reproducir este informe
report-reproduce-lead = La carpeta de este informe contiene el estudio completo tal como se ejecutó. En esa carpeta, con la misma versión del programa:
report-reproduce-caption = Qué se ejecutó
report-fact = Dato
report-fact-version = Programa
report-fact-study = Estudio
report-fact-hash = BLAKE3 del estudio resuelto
report-fact-stream = Contrato del flujo aleatorio
report-fact-seed = Semilla
report-fact-engine = Motor
report-fact-draws = Sorteos de los datos
report-fact-replicates = Historias por sorteo
report-fact-sampling = Muestreo de los datos
report-fact-discount = Tasa de descuento anual
report-sampling = { $sampling ->
    [sobol] una secuencia de Sobol aleatorizada para cada dato, emparejadas al azar
   *[random] sorteos independientes
}
report-reproduce-files = manifest.toml enumera cada archivo con su hash; tables/ guarda cada simulación, sorteo y periodo; report.json guarda lo que muestra este informe, y con él «recoup report» lo cuenta de nuevo, también en otro idioma.

## Libro de cálculo

book-summary = Resumen
book-periods = Periodos
book-histories = Historias
book-assumptions = Supuestos
book-accounts = Cuentas
book-losses = Pérdidas
book-curves = Curvas
book-segments = Segmentos
book-desk = Mostrador
book-variants = Variantes del modelo
book-errors = Presupuesto de error
book-scenario = Escenario
book-mean = Media
book-sd = Desviación estándar
book-p = { $level ->
    [0] Mínimo
    [100] Máximo
   *[other] Cuantil del { $level } %
}
book-measure = Magnitud
book-chance-of-loss = Probabilidad de pérdida (números aleatorios comunes)
book-worst = Media del peor 5 %
book-histories-number = Historias
book-lower = { $what }, 5 %
book-upper = { $what }, 95 %
book-payback = Periodo de recuperación
book-irr = TIR anual
book-bcr = Relación beneficio-coste
book-period = Periodo
book-cell-from = Desde
book-cell-to = Hasta
book-counts = Historias por diferencia de VAN
book-cumulative = Diferencia de VAN descontada acumulada
book-kept = Clientes conservados
book-customers-start = Clientes al inicio
book-customers-end = Clientes al final
book-total = Total
book-lever = Palanca
book-lever-value = Valor de la palanca
book-low = Extremo inferior
book-high = Extremo superior
book-difference-low = Diferencia de VAN en el extremo inferior
book-difference-high = Diferencia de VAN en el extremo superior
book-meaning = Significado
book-unit = Unidad
book-source = Fuente
book-note = Nota
book-status = Evidencia
book-basis = Movido por
book-turns = Cambia la decisión
book-yes = sí
book-cut = Las demás filas están en { $file }.
book-column = { $column ->
    [active] Clientes activos
    [prospects] Clientes potenciales
    [lapsed] Clientes perdidos hasta entonces
    [episodes] Fallos sufridos
    [silent] En silencio
    [unresolved] Sin resolver
    [resolved] Resuelto
    [quick] Rápido
    [lost_natural] Perdidos: natural
    [lost_silent] Perdidos: en silencio
    [lost_unresolved] Perdidos: sin resolver
    [lost_resolved] Perdidos: resuelto
    [lost_quick] Perdidos: rápido
    [lost_word_of_mouth] Perdidos: boca a boca
    [organic] Llegados por sí solos
    [bought] Captados
    [nwom] Mensajes negativos
    [pwom] Mensajes positivos
    [contribution] Contribución
    [setup] Puesta en marcha
    [desk_load] Mostrador: carga en erlang
    [desk_utilisation] Mostrador: utilización
    [desk_served] Mostrador: casos atendidos
    [desk_in_time] Mostrador: respondidos a tiempo
   *[programme] Coste del programa
}

## recoup report

report-told = En { $folder }: report.html, report.xlsx y { $number ->
    [one] { $number } gráfico
   *[other] { $number } gráficos
} en SVG y PNG
