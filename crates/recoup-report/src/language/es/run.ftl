# La respuesta de una ejecución: terminal y página. Los nombres de estrategias, parámetros y escenarios van entre acentos graves, que la página convierte en comillas.

## La respuesta

run-how = { $periods } · { $engine ->
    [expected] motor de valores esperados, { $number ->
        [1] con los valores puntuales
       *[other] { $number } extracciones de los parámetros
    }
    [agents] motor de agentes, { $number ->
        [one] { $number } simulación
       *[other] { $number } simulaciones
    }
   *[cohort] motor de cohortes, { $number ->
        [one] { $number } simulación
       *[other] { $number } simulaciones
    }
} · semilla { $seed } · recoup { $version }
run-preview = Antes de simular, según el motor «expected» con { $one ->
    [yes] una extracción
   *[no] { $draws } extracciones
}: { $text }
run-alone = `{ $name }` vale { $amount } en { $horizon } (intervalo del 90 %: de { $low } a { $high }). No hay una segunda estrategia con la que compararla.
run-none-pays = Ninguna estrategia supera a `{ $reference }`: ninguna vale más en { $horizon }.
run-nothing-to-choose = No hay nada que elegir: { $names } dan el mismo resultado.
run-none-pays-some-same = Ninguna estrategia supera a `{ $reference }` en { $horizon }: { $same } y `{ $reference }` dan el mismo resultado, y todas las demás valen menos.
run-pays = `{ $name }` es la más rentable: { $amount } más que `{ $reference }` en { $horizon } (intervalo del 90 %: de { $low } a { $high })
run-pays-once = `{ $name }` es la más rentable: { $amount } más que `{ $reference }` en { $horizon }, en esta única simulación
run-pays-return = { $text }, con un retorno del { $roi } sobre su coste.
run-pays-no-return = { $text }; cuesta menos que la referencia, así que no tiene retorno de la inversión.
run-pays-not-alone = No es la única: { $same } y `{ $name }` dan el mismo resultado.
run-sure = Dada la incertidumbre de los parámetros, en el { $share } de las extracciones { $who ->
    [alone] la mejor estrategia es `{ $name }`
   *[equal] ninguna otra estrategia es mejor
}
run-sure-market = { $text }; en un solo mercado, `{ $name }` supera a `{ $reference }` el { $share } de las veces con números aleatorios comunes{ $known ->
    [yes] , y el { $independent } si cada una tiene sus propios sucesos aleatorios
   *[no] {""}
}
run-luck = { $inputs ->
    [means] Los parámetros están en sus medias
   *[certain] Ningún parámetro es incierto
}; el azar entre clientes por sí solo deja un error estándar de { $error } en su diferencia media, y en un solo mercado, `{ $name }` supera a `{ $reference }` el { $share } de las veces con números aleatorios comunes{ $known ->
    [yes] , y el { $independent } si cada una tiene sus propios sucesos aleatorios
   *[no] {""}
}.
run-one-history = Una sola simulación muestra lo que puede ocurrir, no lo que cabe esperar: use más extracciones para obtener intervalos y probabilidades.
run-published = Los retornos publicados de la recuperación del servicio van de { $low } a { $high }; { $roi } queda fuera: { $reason }.
run-elsewhere-same = Este es el escenario `{ $scenario }`; `{ $name }` también es la mejor en los demás.
run-elsewhere = Este es el escenario `{ $scenario }`; { $others }.
run-elsewhere-one = en `{ $scenario }` la mejor es `{ $name }`
run-weighted = Ponderando los escenarios, la mejor es `{ $name }`: { $amount } más que `{ $reference }`.
run-weighted-none = Ponderando los escenarios, ninguna estrategia supera a `{ $reference }`.
run-settled = { $settled ->
    [yes] Decidido con { $draws } extracciones
   *[no] Sin decidir con { $draws } extracciones, el máximo
}: la probabilidad de que otra estrategia sea mejor en promedio es como máximo { $chance }; la pérdida esperada de detenerse, como máximo { $loss }{ $scenarios ->
    [many] , en el escenario menos seguro
   *[one] {""}
} (el límite es { $limit ->
    [chance] una probabilidad de { $most } en el conjunto de las { $looks } comprobaciones que puede hacer la ejecución
   *[loss] una pérdida esperada de { $most }
}).

## Las cuatro cifras

run-card-npv = Diferencia de VAN con { $reference }
run-card-npv-alone = Valor actual neto
run-card-npv-note-alone = intervalo del 90 %: { $interval }
run-card-roi-note = intervalo del 90 %: { $interval }, en el { $share } de las simulaciones con un coste adicional que rentabilizar
run-card-roi-none = no hay un coste adicional que rentabilizar
run-card-payback-beyond = tras { $last }
run-card-payback-note = según la media; según el borde superior de la banda del 90 %, { $early }; según el inferior, { $late }
run-card-risk = Riesgo de pérdida
run-card-risk-note = probabilidad de acabar por detrás de { $reference } en un mercado con números aleatorios comunes{ $known ->
    [yes] {" "}({ $independent } si cada una tiene sus propios sucesos aleatorios)
   *[no] {""}
}; { $worst } en promedio en el peor 5 %
run-card-risk-note-sure = { $text }; la mejor estrategia en el { $sure } de las extracciones de los parámetros

## Las estrategias

run-strategies = Comparación de las estrategias
run-scenario = Escenario `{ $scenario }`
run-intervals = Las diferencias son respecto a `{ $reference }`, { $over ->
    [inputs-and-chance] simulación a simulación; los intervalos del 90 % abarcan la incertidumbre de los parámetros y el azar entre clientes
    [inputs] extracción a extracción; los intervalos del 90 % abarcan la incertidumbre de los parámetros
    [chance] simulación a simulación; los intervalos del 90 % abarcan el azar entre clientes, con los parámetros en sus valores puntuales
   *[nothing] con todos los parámetros en sus valores puntuales: no hay intervalos, lo que no significa que no haya incertidumbre
}.
run-beyond-horizon = El VAN incluye el valor posterior al horizonte; el plazo de recuperación y la diferencia acumulada, no.
run-common-chance = Todas las estrategias se enfrentan a los mismos sucesos aleatorios (números aleatorios comunes), como le ocurriría a una misma empresa con cualquiera de ellas. Dos empresas, cada una con sus propios sucesos aleatorios, diferirían más.
corrected-by = P(mejor), las pérdidas esperadas y el valor de la información proceden del motor de valores esperados, corregidos con su diferencia media respecto a { $number ->
    [one] { $number } simulación
   *[other] { $number } simulaciones
}.
run-changes = Qué hace cada estrategia
run-changes-caption = { $part ->
    [1] En qué difiere cada estrategia de la referencia; un punto: como la referencia
   *[other] En qué difiere cada estrategia (continuación)
}
run-key = Número del estudio

## Rentabilidad

run-pays-when = ¿Es rentable, cuándo y con qué certeza?
run-increments = Qué aporta cada estrategia más cara frente a la inmediatamente más barata:
run-increment = `{ $name }` tras `{ $before }`: { $cost } más de coste del programa aporta { $gain } más de contribución, { $pays ->
    [yes] un retorno del { $roi } sobre el incremento.
   *[no] un retorno del { $roi }: el incremento no compensa.
}
run-cumulative = ¿Cuándo se recupera la inversión?
run-cumulative-reading = Dinero ganado desde el inicio, descontado, frente a la referencia. Por encima de la línea de cero la estrategia ha recuperado su coste; la banda abarca nueve de cada diez simulaciones.
run-distribution = ¿Qué certeza tiene la diferencia?
run-distribution-reading = Cada curva muestra con qué frecuencia se dio una diferencia. La parte a la izquierda de cero es el riesgo de pérdida.

## Por qué

run-why = Por qué: qué ocurre tras los fallos
run-tree = ¿Qué ocurre con los clientes que sufren un fallo con { $name }?
run-tree-reading = Las anchuras son fallos en todo el horizonte (un cliente cuenta una vez por fallo), según el motor de valores esperados: del fallo a la queja, de la queja al resultado, y si se quedan.
run-losses = ¿Dónde se pierden clientes?
run-losses-reading = Las pérdidas se cuentan por encima de quienes se habrían ido sin fallo; por debajo de cero, una causa conserva más clientes que la ausencia de fallo.
run-word-of-mouth = Con los parámetros de este estudio, el boca a boca cuesta { $prospects } clientes potenciales por cliente descontento; las cifras publicadas van de { $low } a { $high }.
run-active = ¿Cuántos clientes hay?
run-active-reading = Clientes activos a lo largo del tiempo con cada estrategia; la banda abarca nueve de cada diez simulaciones.
run-kept = ¿Cuántos clientes se conservan?
run-kept-reading = Clientes conservados frente a la referencia, en promedio. Los que se van se reponen, así que el número de clientes activos apenas difiere entre estrategias. Las cifras de la derecha son los totales con sus intervalos del 90 %.
run-segments = Por segmento
run-desk = Centro de atención
run-desk-question = ¿Es suficiente la capacidad del centro de atención?
run-desk-reading = Arriba: el trabajo de cada periodo como proporción de la capacidad; con el 100 % o más, la cola no se vacía nunca. Abajo: la proporción de contactos respondidos a tiempo.

## Cuánto

run-levers = ¿Cuánto invertir?
run-curve-question = ¿Hasta dónde es rentable { $lever }?
run-curve-reading = La curva es la diferencia media frente a la referencia al mover una palanca; la banda abarca nueve de cada diez extracciones. Más allá del máximo, la siguiente unidad pierde dinero.
run-curve = Curva de ROI de `{ $name }` según { $key }: { $peak ->
    [inside] más allá de { $level }, la siguiente unidad pierde dinero
   *[none] la diferencia no tiene máximo dentro del rango
}
run-curve-break-even = { $text }; punto de equilibrio en { $level }

## Otros modelos

run-variants = ¿Se mantiene la respuesta en otros modelos?
run-variants-question = ¿Qué estrategia es la mejor en otros modelos?
run-variants-lead = Cada variante cambia un supuesto del modelo, para todas las estrategias por igual. Las variantes no se promedian en una probabilidad. En las filas en negrita, la mejor estrategia no es la del modelo tal cual.
run-variants-reading = Las filas son modelos y las columnas, estrategias; la celda en color señala la mejor estrategia de su fila.
run-variants-elsewhere = Escenario { $scenario }: { $text }
variants-left-out = Se muestran las variantes en las que otra estrategia es la mejor; todas están en el informe y en result.json.

## Otros escenarios

run-worlds = Otros escenarios
run-world-caption = Escenario { $scenario }: comparación de las estrategias, en { $currency }

## La decisión

run-decision = ¿Qué cambiaría la decisión?
run-tornado = ¿Qué parámetro influye más en el resultado?
run-tornado-reading = Un parámetro cada vez va de su cuantil del 5 % al del 95 %, con los demás en sus valores puntuales. Una marca señala dónde otra estrategia pasa a ser la mejor.
run-acceptability-value = ¿Qué estrategia es la mejor, según el valor de un cliente conservado?
run-acceptability-horizon = ¿Qué estrategia es la mejor, según el horizonte?
run-acceptability-budget = ¿Qué estrategia es la mejor, según el presupuesto?
run-acceptability-reading = Probabilidad de cada estrategia de ser la mejor, dada la incertidumbre de los parámetros, al mover una magnitud que el modelo no decide.

## Advertencias

run-cautions = Advertencias
run-cautions-lead = Estas advertencias resultan de las comprobaciones del estudio y de su resultado.

## Supuestos

run-assumptions = Supuestos
run-assumptions-lead = Cada número se mueve por separado, con los demás en sus valores puntuales; la última columna es la diferencia de VAN de { $name } frente a la referencia en los dos extremos, según el motor de valores esperados. Primero, los números que más importan.
run-uncertain-caption = Números inciertos, de su cuantil del 5 % al del 95 %
run-certain-caption = Números que se dan por ciertos, movidos en su rango publicado o plausible, o en una décima parte donde no lo hay
run-evidence = Evidencia
run-value = Valor
run-difference-there = Diferencia de VAN en los extremos
run-default = valor predeterminado del programa
run-basis = { $basis ->
    [uncertain] según el estudio
    [published] rango de la literatura
    [plausible] rango plausible, no publicado
   *[tenth] ± 10 %
}
run-status = { $status ->
    [verified] verificado en una fuente primaria
    [secondary] de un texto que lo cita
    [recalled] de memoria, sin comprobar
    [derived] derivado por cálculo
    [assumption] supuesto
   *[input] dato propio del estudio
}
run-published-range = en la literatura: de { $range }
run-plausible = plausible, no publicado: de { $range }
run-placeholder = valor provisional, a la espera del dato propio del estudio
run-of-preset = como en { $preset }, que indica sus fuentes
run-range-source = el rango: { $source }
run-assumptions-rest = { $number ->
    [one] { $number } número más, dado por cierto, mueve menos la diferencia; está en study.toml.
   *[other] { $number } números más, dados por ciertos, mueven menos la diferencia; están en study.toml.
}

## Certeza de las cifras

run-errors = ¿Qué certeza tienen las cifras?
run-selection = { $known ->
    [yes] Con tantas extracciones, la probabilidad de que una estrategia distinta de `{ $name }` sea mejor en promedio es como máximo { $chance }, y la pérdida esperada de detenerse aquí, como máximo { $loss }.
   *[no] Con menos de { $least } simulaciones independientes no se puede indicar la probabilidad de que una estrategia distinta de `{ $name }` sea mejor en promedio.
}
run-by-histories = Solo con las simulaciones, descontado el azar entre clientes, `{ $name }` es la mejor en el { $share } de las extracciones y la información perfecta vale { $worth }; sin descontar el azar parecería valer { $seeming }.
run-shared-luck-of = { $factor } veces para `{ $name }`
run-shared-luck = Los números aleatorios comunes reducen el error estándar de la diferencia con `{ $reference }`: { $factors } (los factores de reducción de varianza de todos los pares están en result.json).
run-controlled = Las medias del VAN, de sus partes y diferencias, del ROI y de la relación beneficio-coste usan el motor de valores esperados como variable de control: se simulan { $draws } extracciones, y el motor de valores esperados calcula otras { $further }. Error estándar de la diferencia de VAN, entre paréntesis el de las simulaciones solas: { $errors }. Los cuantiles, las probabilidades, los periodos y las cuentas son los de las simulaciones.
run-controlled-of = { $name } { $with } ({ $without })
run-errors-rest = Más extracciones solo reducen el error de Montecarlo, y periodos más cortos, solo el error del paso de tiempo; la incertidumbre de los parámetros y el azar entre clientes permanecen.
run-oracle = Simulación frente a valor esperado
run-oracle-lead = El motor de valores esperados calcula el mismo modelo sin azar. Cada simulación se compara con el valor esperado de su propia extracción; z es la diferencia en errores estándar. Más allá de unos 3, la diferencia es más que ruido: es el efecto de los clientes enteros y de los límites de capacidad, que el motor de valores esperados promedia. Con pocos clientes puede ser tan grande como la propia diferencia de VAN; donde supera el 5 % de esta, se corrigen P(mejor), las pérdidas esperadas y el valor de la información.
run-oracle-individuals = El motor de valores esperados no incluye redes ni diferencias entre clientes: aquí la diferencia incluye también su efecto.
run-quantity = Cifra
run-gap = Diferencia
run-z = z
run-oracle-caption = Medias en el horizonte; los importes, en valor actual
run-oracle-quantity = { $quantity ->
    [npv] VAN
    [contribution] Contribución
    [programme] Coste del programa
   *[lost] Clientes perdidos
}
run-oracle-widest = De todas las columnas y periodos, la mayor diferencia es la de { $column } de { $name } en { $period }: { $simulated } simulado, { $expected } esperado, z = { $z }.

## Reproducción

run-reproduce = Cómo reproducir este informe
run-reproduce-lead = La carpeta de este informe contiene el estudio completo tal como se ejecutó. En esa carpeta, con la misma versión del programa:
run-reproduce-caption = Qué se ejecutó
run-fact = Dato
run-fact-version = Programa
run-fact-hash = BLAKE3 del estudio resuelto
run-fact-stream = Contrato del flujo aleatorio
run-fact-seed = Semilla
run-fact-engine = Motor
run-engine = { $engine ->
    [expected] motor de valores esperados
    [agents] motor de agentes
   *[cohort] motor de cohortes
}
run-fact-draws = Extracciones de los parámetros
run-fact-replicates = Simulaciones por extracción
run-fact-sampling = Muestreo de los parámetros
run-fact-discount = Tasa de descuento anual
run-sampling = { $sampling ->
    [sobol] una secuencia de Sobol aleatorizada para cada parámetro, emparejadas al azar
    [joint] una secuencia de Sobol aleatorizada de todos los parámetros juntos
   *[random] extracciones independientes
}
run-reproduce-files = manifest.toml enumera cada archivo con su hash; tables/ contiene cada simulación, extracción y periodo; report.json contiene lo que muestra este informe, y a partir de él «recoup report» lo vuelve a generar, también en otro idioma.

## Archivos

run-files = En { $folder }: { $report ->
    [yes] report.html, report.xlsx, { $number ->
        [one] { $number } gráfico
       *[other] { $number } gráficos
    } en SVG y PNG,{" "}
   *[no] {""}
}tablas en Parquet y CSV, result.json, study.toml
run-more = Más: { $commands }.
