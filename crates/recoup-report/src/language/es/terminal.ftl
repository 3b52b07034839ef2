# Lo que responden los comandos. Los nombres de estrategias, claves y escenarios van entre acentos graves, tal como se escriben.

## Avance
progress-stage = { $stage ->
    [simulating] simulando
    [analysing] analizando
    [writing] escribiendo
   *[evaluating] evaluando
}

## run: encabezado y respuesta
run-head = { $horizon }, { $how }
run-how-point = motor expected en los valores puntuales
run-how-draws = motor expected, { $number ->
    [one] { $number } simulación
   *[other] { $number } simulaciones
} de los parámetros, semilla { $seed }
run-how-histories = motor { $engine ->
    [agents] agents
   *[cohort] cohort
}, { $number ->
    [one] { $number } simulación
   *[other] { $number } simulaciones
}, semilla { $seed }
run-alone = `{ $name }` vale { $amount } en { $horizon } (intervalo del 90 %: de { $low } a { $high }). No hay una segunda estrategia con la que compararla.
run-none-pays = Ninguna estrategia supera a `{ $reference }`: ninguna vale más en { $horizon }.
run-nothing-to-choose = No hay nada que elegir: en { $horizon } { $same } y `{ $reference }` dan lo mismo.
run-none-pays-some-same = Ninguna estrategia supera a `{ $reference }` en { $horizon }: { $same } y `{ $reference }` dan lo mismo, todas las demás valen menos.
run-pays = `{ $name }` es la más rentable: { $amount } más que `{ $reference }` en { $horizon } (intervalo del 90 %: de { $low } a { $high })
run-pays-once = `{ $name }` es la que más rinde: { $amount } más que `{ $reference }` en { $horizon }, en esta única simulación
run-pays-return = { $text }, un retorno del { $roi } sobre lo que cuesta.
run-pays-no-return = { $text }; cuesta menos que la referencia, así que no tiene retorno de la inversión.
run-pays-not-alone = No está sola: { $same } y `{ $name }` dan lo mismo.
run-sure = Dado lo incierto de los datos, en el { $share } de las simulaciones { $who ->
    [alone] la mejor estrategia es `{ $name }`
   *[equal] ninguna otra estrategia es mejor
}
run-sure-market = { $text }; en un solo mercado `{ $name }` supera a `{ $reference }` el { $share } de las veces con números aleatorios comunes{ $known ->
    [yes] , y el { $independent } si cada una encuentra su propio azar
   *[no] {""}
}
run-luck = { $inputs ->
    [means] Los datos están en sus medias
   *[certain] Ningún dato es incierto
}; el azar de los clientes por sí solo deja un error típico de { $error } en su diferencia media, y en un solo mercado `{ $name }` supera a `{ $reference }` el { $share } de las veces con números aleatorios comunes{ $known ->
    [yes] , y el { $independent } si cada una encuentra su propio azar
   *[no] {""}
}.
run-one-history = Una sola simulación dice lo que puede ocurrir, no lo que cabe esperar: haga más simulaciones para obtener intervalos y probabilidades.
run-elsewhere-same = Así es en el escenario `{ $scenario }`; `{ $name }` también es la mejor en los demás.
run-elsewhere = Así es en el escenario `{ $scenario }`; { $others }.
run-elsewhere-one = en `{ $scenario }` la mejor es `{ $name }`
run-weighted = Según los pesos de los escenarios, la mejor es `{ $name }`: { $amount } más que `{ $reference }`.
run-weighted-none = Según los pesos de los escenarios, nada supera a `{ $reference }`.
run-published = Los retornos publicados de la recuperación del servicio van del { $low } al { $high }; el { $roi } queda fuera: { $reason }.
run-scenario = Escenario `{ $scenario }`
run-money = El dinero es valor actual neto en { $currency } frente a `{ $reference }`; los rangos son intervalos del 90 % sobre { $over ->
    [inputs-and-luck] simulaciones de datos y clientes
    [inputs] simulaciones de los datos
    [luck] el azar de los clientes en los valores puntuales
   *[nothing] nada: los valores puntuales
}.
corrected-by = P(mejor), las pérdidas esperadas y el valor de la información vienen del motor expected, corregidos con lo que este deja fuera en { $number ->
    [one] { $number } simulación
   *[other] { $number } simulaciones
}.
run-timing = `{ $name }` { $timing }.
run-settled = { $settled ->
    [yes] Decidido con { $draws } simulaciones
   *[no] Sin decidir con { $draws } simulaciones, el máximo que se prueba
}: la probabilidad de que otra estrategia sea mejor en promedio es como mucho { $chance }; la pérdida esperada de parar, como mucho { $loss }{ $scenarios ->
    [many] , en el escenario menos seguro
   *[one] {""}
} (el límite es { $limit ->
    [chance] una probabilidad del { $most } en el conjunto de las { $looks } miradas que puede dar
   *[loss] una pérdida esperada de { $most }
}).

## run: tablas
head-strategy = estrategia
head-npv = VAN
head-difference = diferencia
head-interval = intervalo del 90 %
head-roi = ROI
head-payback = recuperación ({ $period })
head-p-best = P(mejor)
head-kept = clientes conservados
range = { $low } a { $high }
run-reference = referencia
run-never = nunca
run-costs-less = cuesta menos
run-no-cost = sin coste
run-shared-luck-of = { $factor } veces para `{ $name }`
run-shared-luck = Las estrategias encuentran el mismo azar (números aleatorios comunes), lo que reduce el error típico de la diferencia con `{ $reference }`: { $factors } (los factores de reducción de varianza de todos los pares están en result.json).
head-difference-of = diferencia de
head-inputs = datos inciertos
head-luck = azar de los clientes
head-error-of-mean = error de Montecarlo de la media
head-time-step = error del paso de tiempo
run-spread = Qué seguridad tienen las diferencias, con números aleatorios comunes, en { $currency }: desviaciones típicas por origen con su proporción de la varianza de un mercado, y lo que añadirían periodos de la mitad de duración
run-time-step = Lo que añadirían a las diferencias periodos de la mitad de duración, en { $currency }
run-all-variants = Todas las variantes están en el informe y en result.json.
run-selection = { $known ->
    [yes] Con tantas simulaciones, la probabilidad de que una estrategia distinta de `{ $name }` sea mejor en promedio es como mucho { $chance }.
   *[no] Con menos de { $least } simulaciones independientes no se dice nada de la probabilidad de que una estrategia distinta de `{ $name }` sea mejor en promedio.
}
run-by-histories = Solo por las simulaciones, descontado el azar de los clientes, `{ $name }` es la mejor en el { $share } de los casos y la información perfecta vale { $worth }; si se tomara el azar por conocimiento parecería valer { $seeming }.
run-evpi = Conocer todos los datos antes de elegir valdría { $worth } (EVPI, error típico { $error })
run-evpi-most = { $text }; el que más, `{ $input }` por sí solo: { $worth } (error típico { $error })
run-evpi-poor = { $text }; no se sabe qué dato vale más: la estimación de { $inputs } no capta cómo actúa
run-dominated = `{ $name }` (otra aporta al menos lo mismo sin costar más)
run-dominated-by-mix = `{ $name }` (una mezcla de otras da más)
run-no-budget = Ningún presupuesto debería comprar { $names }.
run-more = Más: { $commands }.
head-regret = arrepentimiento máximo
in-scenario = en `{ $scenario }`
run-regret = Arrepentimiento: lo que se pierde con la estrategia donde otra habría sido mejor
run-least-regret = `{ $name }` tiene el menor arrepentimiento máximo.
head-lost = clientes perdidos
head-loss-cause = { $cause ->
    [natural] natural
    [silent] en silencio
    [unresolved] sin resolver
    [resolved] resueltos
    [quick] pronto resueltos
   *[word-of-mouth] boca a boca
}
head-damage = daño de mercado
run-damage = { $customers } ({ $margin } al año)
run-losses = Dónde se pierden clientes: lo que excede de quienes se habrían ido de todos modos, y el margen anual que se va con ellos
head-against-reference = frente a la referencia
account-name = { $account ->
    [margin] margen de clientes activos
    [retention] coste de retención
    [acquisition] coste de captación
    [contacts] contactos
    [compensation] compensación
    [agents] agentes
    [fixed] costes fijos
    [training] formación
    [prevention] prevención
    [soliciting] consultas activas
    [detection] detección
    [responses] respuestas
    [setup] puesta en marcha
    [refunds] reembolsos
    [forewarning] aviso previo
    [terminal_contribution] contribución terminal
   *[terminal_programme] programa terminal
}
npv-difference = diferencia de VAN
run-accounts = De dónde viene el dinero, en { $currency } (positivo: mejor que la referencia)
run-word-of-mouth = Tal como está escrito el estudio, el boca a boca cuesta { $prospects } clientes potenciales por cliente descontento; las cifras publicadas van de { $low } a { $high }.
run-curve = Curva de ROI de `{ $name }` sobre { $key }: { $peak ->
    [inside] más allá de { $level } cada unidad pierde dinero
   *[none] la diferencia no tiene máximo dentro del rango
}
run-curve-break-even = { $text }; punto de equilibrio en { $level }
run-files = En { $folder }: report.html, report.xlsx, { $number ->
    [one] { $number } gráfico
   *[other] { $number } gráficos
} en SVG y PNG, tablas en Parquet y CSV, result.json, study.toml

## decide
decide-choose = Elija `{ $name }`: su VAN esperado es el más alto
decide-choose-equal = Elija { $names }, que dan lo mismo: su VAN esperado es el más alto
decide-nothing-to-choose = No hay nada que elegir: { $names } dan lo mismo
decide-above = { $text }, { $amount } por encima del de `{ $second }`, y { $who ->
    [alone] es la mejor
   *[equal] ninguna otra es mejor
} en el { $share } de las simulaciones de lo incierto
decide-cost-of-choosing = Elegirla ahora cuesta { $amount } en esperanza frente a saberlo todo antes: ningún estudio de los datos vale más.
decide-cautious = Quien teme el peor caso más de lo que valora la media toma `{ $name }`: su arrepentimiento máximo en las simulaciones es el menor.
head-quantile = { $share }
head-expected-loss = pérdida esperada
head-worst = peor { $share }
decide-strategies = Las estrategias en { $number ->
    [one] { $number } simulación
   *[other] { $number } simulaciones
} de lo incierto, en { $currency }: VAN medio, sus cuantiles y su media en el peor 5 %
decide-no-variants = Aquí ninguna variante del modelo cambia nada.
head-scenario-regret = arrepentimiento
head-greatest = máximo
head-weighted = diferencia ponderada
decide-regret = Sin saber qué escenario se da: VAN medio perdido frente a la mejor estrategia en él
decide-least-regret = `{ $name }` tiene el menor arrepentimiento máximo entre los escenarios.
decide-weighted = Con los pesos de los escenarios `{ $name }` es la mejor: diferencia ponderada = VAN medio menos el de `{ $reference }`, según los pesos.
head-first = primera
head-second = segunda
head-first-less-second = primera menos segunda
head-p-first = P(primera mejor)
decide-pairs = Par a par, simulación a simulación, en { $currency }: cada estrategia con la de referencia, y la mejor con cada una de las demás
decide-more-pairs = { $number ->
    [one] { $number } par más está
   *[other] { $number } pares más están
} en el JSON (`--json`) y en tables/pairs de la carpeta (`--out`).
head-programme = coste del programa
head-contribution = contribución
head-incremental-roi = ROI incremental
head-frontier = frontera
decide-cheapest = en ella: la más barata
decide-after = en ella, tras `{ $name }`
decide-same-as = igual que `{ $name }`
decide-dominated = dominada por `{ $name }`
decide-dominated-by-mix = dominada de forma extendida por una mezcla de `{ $first }` y `{ $second }`
decide-frontier = Eficiencia: lo que cuesta una estrategia frente a lo que aporta, medias en { $currency }; un paso vale su dinero mientras su ROI incremental sea mayor que 0
decide-acceptability = Dónde sería acertada otra elección, en promedio
decide-acceptability-over = { $over ->
    [customer_value] si un cliente conservado valiera tanto y nada más contara
    [horizon] si solo contara el efectivo hasta ese momento
   *[budget] si el programa pudiera costar como mucho tanto más que el de referencia
}
decide-acceptability-part = `{ $name }` desde { $from } (la mejor en el { $share })
decide-acceptability-line = { $what }: { $parts }
decide-information = Cuánto vale saber más antes de elegir, en { $currency }
decide-everything = Saberlo todo: { $worth } (error típico { $error }).
decide-few-draws = Lo que valen los datos por separado requiere { $number } simulaciones o más.
head-input = dato
head-group = grupo
head-worth-knowing = valor de saberlo
head-standard-error = error típico
head-explains = explica
head-fit = ajuste
decide-more-inputs = { $number ->
    [one] { $number } más no vale más que el último.
   *[other] { $number } más no valen más que el último.
}
decide-explains = explica = proporción de la varianza de la diferencia entre las dos mejores que halla la regresión.
not-distinguishable = no distinguible de 0 (unos { $value })
decide-fit = { $fit ->
    [good] bueno
   *[poor] no capta la forma
}
decide-survey = Preguntar a { $customers } clientes por `{ $key }` { $effect ->
    [none] no cambia ninguna decisión en estas simulaciones, contesten lo que contesten (vale 0, error típico { $error })
    [unclear] vale { $worth } (error típico { $error }), no distinguible de 0
   *[some] vale { $worth } (error típico { $error }): compensa si cuesta menos
}; la proporción se conoce entonces con una desviación típica de { $after } en lugar de { $before }.
decide-survey-cost = Preguntar a { $customers } clientes por `{ $key }` { $effect ->
    [none] no cambia ninguna decisión en estas simulaciones, contesten lo que contesten (vale 0, error típico { $error }),
    [unclear] vale { $worth } (error típico { $error }), no distinguible de 0,
   *[some] vale { $worth } (error típico { $error })
} y cuesta { $cost }: { $pays ->
    [yes] compensa
    [unclear] estas simulaciones no dicen si compensa
   *[no] no compensa
}, { $net } netos; la proporción se conoce entonces con una desviación típica de { $after } en lugar de { $before }.
files-tables-and-charts = Las tablas y los gráficos están en { $folder }

## sensitivity
sensitivity-head = { $title }, escenario `{ $scenario }`
sensitivity-of-npv = el VAN de `{ $name }`
sensitivity-of-difference = la diferencia de VAN entre `{ $name }` y `{ $reference }`
sensitivity-most = `{ $input }` es lo que más importa para { $what }: el { $share } de su varianza depende de ello, solo o junto con otros.
sensitivity-nothing-moves = Nada de lo incierto mueve { $what }.
sensitivity-most-effect = `{ $input }` es lo que más importa para { $what }.
sensitivity-no-flip = Ningún dato por sí solo, entre sus cuantiles del 5 % y del 95 %, hace a otra estrategia mejor que `{ $best }`.
sensitivity-flips = { $number ->
    [one] Un dato por sí solo puede
   *[other] { $number } datos por sí solos pueden
} desbancar a `{ $best }`; `{ $input }` lo hace por { $side ->
    [below] debajo
   *[above] encima
} de { $level }: entonces `{ $name }` es mejor.
head-from-to = { $low } a { $high }
head-at = en { $share }
head-flips = cambia la mejor
sensitivity-flip = a `{ $name }` en { $level }
sensitivity-more = { $number ->
    [one] { $number } dato más influye menos.
   *[other] { $number } datos más influyen menos.
}
sensitivity-tornado = Un dato cada vez, los demás en su valor puntual: { $what } ({ $amount } con todos en él)
sensitivity-index = { $value } (de { $low } a { $high })
sensitivity-no-index = no distinguible de 0 (hasta { $high })
sensitivity-index-small = menos de { $value }
head-alone = solo
head-with-others = solo y con otros
sensitivity-sobol = Sobre { $what }: proporciones de la varianza (desviación típica { $sd }), índices de Sobol con intervalos del 90 %
sensitivity-rows = { $rows } filas, { $evaluations } evaluaciones de cada estrategia.
sensitivity-npv-itself = Qué importa más para el propio VAN
head-mu = mu* (intervalo del 90 %)
sensitivity-morris = Efectos elementales sobre { $what } en { $currency } en todo el rango de un dato (Morris){ $many ->
    [yes] {" "}por ser tantos los datos
   *[no] {""}
}
sensitivity-paths = { $rows } trayectorias, { $evaluations } evaluaciones de cada estrategia. sigma junto a mu*: el efecto depende de otros datos o se curva.
files-tornado = Las tablas y el tornado están en { $folder }

## sweep, breakeven, optimize
spread = el 90 % de las simulaciones, de { $low } a { $high }; lo tiene el { $share } de ellas
draws = { $number ->
    [one] { $number } simulación
   *[other] { $number } simulaciones
} de los datos
moved-everywhere = se mueve en todas las estrategias
moved-in = se mueve en { $names }
sweep-free = Sin recomendación: { $key } no tiene precio aquí, así que lo que sigue muestra las consecuencias de moverla gratis.
sweep-flat = { $key } no mueve nada en `{ $name }`: { $amount } frente a `{ $reference }` en todos los niveles.
sweep-peak = `{ $name }` { $free ->
    [yes] empieza a bajar
   *[no] está sobreinvertida
} más allá de { $key } = { $level }{ $interval }: su máximo es { $amount } frente a `{ $reference }`
sweep-end = `{ $name }` { $free ->
    [yes] alcanza su máximo
   *[no] es mejor
} en un extremo del rango, { $key } = { $level }: { $amount } frente a `{ $reference }`
sweep-breaks-even = { $text }; se equilibra en { $level }
sweep-how = { $key } en { $number } niveles, { $moved }; { $draws }, motor expected.
head-marginal-roi = ROI marginal
map-moved = { $key } { $moved }.
map-how = { $draws }, motor expected.
head-best-strategy = mejor estrategia
head-cells = celdas
head-greatest-gain = ganancia máxima
head-there = dónde
head-p-best-there = P(mejor) ahí
map-there = { $across } y { $down }
map-nowhere = En ningún punto del mapa una estrategia supera a `{ $reference }`.
map-most = La que más gana en el mapa es `{ $name }`, en { $across } = { $across_level } y { $down } = { $down_level }: { $amount } frente a `{ $reference }`.
breakeven-tie = `{ $name }` y `{ $other }` empatan en { $key } = { $level }{ $interval }.
breakeven-change-places = `{ $name }` y `{ $other }` intercambian su lugar en { $key } = { $level }{ $interval }: se mueve en pasos enteros.
breakeven-same = No hay punto de equilibrio: `{ $name }` y `{ $other }` dan lo mismo esté donde esté { $key } entre { $low } y { $high }.
breakeven-none = No hay punto de equilibrio: esté donde esté { $key } entre { $low } y { $high }, `{ $name }` va por delante en la media.
breakeven-flat = No hay punto de equilibrio: { $key } no mueve la diferencia; esté donde esté, `{ $name }` va por delante en { $amount } en la media.
breakeven-moves-both = se mueve en ambas estrategias
breakeven-moves-one = solo se mueve en `{ $name }`
breakeven-today = { $text }; el estudio tiene { $level }
breakeven-key = { $key }: { $moves }; { $number ->
    [one] { $number } simulación
   *[other] { $number } simulaciones
}.
breakeven-roots = Las dos empatan más de una vez: en { $levels }.
breakeven-order = En { $level } no se cumple un [[order]] del estudio en el { $share } de las simulaciones: en esas el propio estudio no sacaría ese valor junto a los demás.
breakeven-difference = `{ $name }` menos `{ $other }`, { $currency }
optimize-free = Sin recomendación: { $keys } no { $number ->
    [one] tiene
   *[other] tienen
} precio aquí y { $number ->
    [one] puede
   *[other] pueden
} moverse cuanto permita el rango.
optimize-spend = De { $budget } al año, `{ $name }` { $free ->
    [yes] alcanza su máximo, en el modelo, con
   *[no] hace lo mejor gastando
} { $spent }: { $parts }. Eso vale { $worth }{ $judged } frente a `{ $reference }` (intervalo del 90 %: de { $low } a { $high }){ $gain }.
optimize-tail = {" "}(en el peor décimo de extracciones de esa ganancia: { $amount })
optimize-cvar = {" "}(VAN en el peor 5 % de las extracciones: { $amount })
optimize-return = , un retorno del { $roi }
optimize-rest = Más no compensaría: el resto del presupuesto queda sin gastar.
optimize-how = Las mismas { $draws } para cada reparto, motor expected.
head-lever = palanca
head-level = nivel
head-costs = coste anual
optimize-no-price = sin precio
optimize-paid-by-case = se paga por caso
head-budget = presupuesto
head-spent = gastado
optimize-others = Otros presupuestos
optimize-axis = presupuesto anual, repartido de la mejor manera
files-asked = En { $folder }: gráficos, tablas, result.json

## why
why-same = `{ $name }` y `{ $other }` dan lo mismo: nada de lo que las distingue actúa.
why-worth = `{ $name }` vale { $amount } { $more ->
    [less] menos
   *[more] más
} que `{ $other }`
why-most = { $text }, sobre todo por { $levers } ({ $by_levers }) y vía { $channel } ({ $by_channel })
why-how = Medias sobre { $draws }, motor expected; las partes suman la diferencia.
channel-name = { $channel ->
    [failures] la frecuencia de los fallos
    [outcomes] lo que sigue a un fallo
    [word_of_mouth] boca a boca
    [replacement] clientes comprados como reposición
    [customer_value] valor de un cliente
   *[programme] coste del programa
}
head-npv-in = VAN, { $currency }
why-levers = Según lo que las estrategias hacen de otro modo ({ $sampled ->
    [yes] valores de Shapley por órdenes muestreados
   *[no] valores de Shapley, exactos
})
head-channel = vía
head-through-customers = por los clientes presentes
head-acquisition-saved = coste de captación ahorrado
why-channels = Según cómo actúa (valores de Shapley, exactos)
why-no-turn = No se halló ningún cambio conjunto de los datos inciertos dentro de { $distance } desviaciones típicas que ponga a otra estrategia por delante de `{ $name }`.
why-turned = `{ $name }` es la mejor en la media, pero en las medianas de los datos `{ $rival }` va por delante: hacen falta { $distance } desviaciones típicas para cambiarlo.
why-turn = Qué lo cambiaría: el cambio conjunto de los datos más cercano que se halló y que pone a `{ $rival }` por delante de `{ $name }` está a { $distance } desviaciones típicas (probabilidad de estar más allá, a primer orden: { $chance }).
head-median = mediana
head-at-turn = en el cambio
head-deviations = desviaciones típicas
head-share-of-change = proporción del cambio
why-order = Ahí no se cumple un [[order]] del estudio: con él, el cambio queda más lejos.
why-at-point-values = Los datos están en sus valores puntuales: haga más de una simulación para ver qué lo cambiaría.
why-nothing-uncertain = Aquí ningún dato es incierto, así que no se busca qué lo cambiaría.

## story
story-head = Cliente { $customer } ({ $segment }), { $horizon } con { $number ->
    [one] una estrategia
   *[other] { $number } estrategias
}, con la misma suerte
story-leaves = se va en { $when }, vale { $worth }
story-stays = se queda, vale { $worth }
story-signs = o compra  · no compra  ! fallo  x se va
story-nobody = En esta historia la vida de ningún cliente difiere entre las estrategias; pruebe otra --seed.
story-charts = Gráficos en { $folder }
story-period = { $period ->
    [week] Semana { $number }
    [quarter] Trimestre { $number }
    [year] Año { $number }
   *[month] Mes { $number }
}
story-who = { $who }: { $what }
story-everyone = todas las estrategias
story-some-failure = un fallo
story-failed = { $failure }. { $route ->
    [voiced] Reclama
    [solicited] Se le pregunta, y habla
    [detected] La empresa lo nota por sí misma
   *[silent] No dice nada
}{ $outcome ->
    [unresolved] ; nadie lo ayuda
    [resolved] ; lo ayudan, tarde
    [quick] ; lo ayudan enseguida
   *[silent] {""}
}. { $told ->
    [0] No se lo cuenta a nadie
    [one] Se lo cuenta a una persona
   *[other] Se lo cuenta a { $told } personas
}. Su probabilidad de quedarse { $period ->
    [week] esa semana
    [quarter] ese trimestre
    [year] ese año
   *[month] ese mes
}: { $stay } en lugar de { $without }.
story-forgot = Ha olvidado el fallo.
story-left = Se va.
story-returned = Vuelve.

## check, new, presets, explain, verify
check-good = { $study }: correcto ({ $warnings ->
    [one] { $warnings } advertencia
   *[other] { $warnings } advertencias
}, { $notes ->
    [one] { $notes } nota
   *[other] { $notes } notas
})
new-wrote = escrito { $file }; edítelo y después `recoup run { $file }`
head-preset = preajuste
head-what-it-is = qué es
presets-how = Tome uno con `extends = "preset:NAME"` o empiece con `recoup new FILE --from NAME`.
    Muestre uno, con sus fuentes: `recoup presets NAME`.
explain-fact = { $fact ->
    [meaning] significado
    [unit] unidad
    [default] valor por defecto
    [allowed] valores admitidos
    [range] rango publicado
    [plausible] rango plausible, no publicado
    [source] fuente
    [status] estado
    [uncertain] puede ser incierto
   *[note] nota
}
head-key = clave
head-default = por defecto
head-status = estado
head-meaning = significado
head-check = comprobación
head-what = qué
head-expected = esperado
head-found = hallado
head-allowed = admitido
head-verdict = veredicto
verify-verdict = { $holds ->
    [yes] se cumple
   *[no] DESVÍO
}
verify-all = se cumplen las { $number } comprobaciones
verify-drift = { $failed } de { $number } comprobaciones muestran desvío
