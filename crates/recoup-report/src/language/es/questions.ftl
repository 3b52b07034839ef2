# Lo que responden los comandos. Los nombres de estrategias, claves y escenarios van entre acentos graves, tal como se escriben.

## Avance
progress-stage = { $stage ->
    [reading] leyendo los archivos
    [simulating] simulando
    [analysing] analizando
    [writing] escribiendo
   *[evaluating] evaluando
}

## Tables
terminal-left-out = Sin mostrar, por el ancho: { $columns }. `--details` las muestra.

## sensitivity
sensitivity-head = { $title }, escenario `{ $scenario }`
sensitivity-of-npv = el VAN de `{ $name }`
sensitivity-of-difference = la diferencia de VAN entre `{ $name }` y `{ $reference }`
sensitivity-most = `{ $input }` es lo que más importa para { $what }: el { $share } de su varianza depende de este parámetro, solo o junto con otros.
sensitivity-nothing-moves = Ningún parámetro incierto mueve { $what }.
sensitivity-most-effect = `{ $input }` es lo que más importa para { $what }.
sensitivity-no-flip = Ningún parámetro por sí solo, entre sus cuantiles del 5 % y del 95 %, hace a otra estrategia mejor que `{ $best }`.
sensitivity-flips = { $number ->
    [one] Un parámetro por sí solo puede
   *[other] { $number } parámetros por sí solos pueden
} desbancar a `{ $best }`; `{ $input }` lo hace por { $side ->
    [below] debajo
   *[above] encima
} de { $level }: entonces `{ $name }` es mejor.
head-at = en el { $share }
head-flips = cambia la mejor estrategia
sensitivity-flip = a `{ $name }` en { $level }
sensitivity-more = { $number ->
    [one] { $number } parámetro más influye menos.
   *[other] { $number } parámetros más influyen menos.
}
sensitivity-tornado = Un parámetro cada vez, con los demás en su valor puntual: { $what } ({ $amount } con todos en su valor puntual)
sensitivity-index = { $value } (de { $low } a { $high })
sensitivity-no-index = no distinguible de 0 (hasta { $high })
head-alone = solo
head-with-others = solo y con otros
sensitivity-sobol = Sobre { $what }: proporciones de la varianza (desviación estándar { $sd }), índices de Sobol con intervalos del 90 %
sensitivity-rows = { $rows } filas, { $evaluations } evaluaciones de cada estrategia.
sensitivity-npv-itself = Qué importa más para el VAN en sí
head-mu = mu* (intervalo del 90 %)
sensitivity-morris = Efectos elementales sobre { $what } en { $currency } en todo el rango de un parámetro (Morris){ $many ->
    [yes] , por ser muchos los parámetros
   *[no] {""}
}
sensitivity-paths = { $rows } trayectorias, { $evaluations } evaluaciones de cada estrategia. Un sigma próximo a mu*: el efecto depende de otros parámetros o no es lineal.

## sweep, breakeven, optimize
spread = el 90 % de las extracciones, de { $low } a { $high }; existe en el { $share } de ellas
draws = { $number ->
    [one] { $number } extracción
   *[other] { $number } extracciones
} de los parámetros
moved-everywhere = se mueve en todas las estrategias
moved-in = se mueve en { $names }
sweep-free = Sin recomendación: { $key } no tiene precio aquí, así que los resultados siguientes muestran las consecuencias de moverlo sin coste.
sweep-flat = { $key } no mueve nada en `{ $name }`: { $amount } frente a `{ $reference }` en todos los niveles.
sweep-peak = `{ $name }` { $free ->
    [yes] empieza a bajar
   *[no] está sobreinvertida
} más allá de { $key } = { $level }{ $interval }: su máximo es { $amount } frente a `{ $reference }`
sweep-end = `{ $name }` { $free ->
    [yes] alcanza su máximo
   *[no] es mejor
} en un extremo del rango, { $key } = { $level }: { $amount } frente a `{ $reference }`
sweep-breaks-even = { $text }; punto de equilibrio en { $level }
sweep-how = { $key } en { $number } niveles, { $moved }; { $draws }, motor de valores esperados.
head-marginal-roi = ROI marginal
map-moved = { $key } { $moved }.
map-how = { $draws }, motor de valores esperados.
head-cells = celdas
head-greatest-gain = ganancia máxima
head-there = dónde
head-p-best-there = P(mejor) en ese punto
map-there = { $across } y { $down }
map-most = La que más gana en el mapa es `{ $name }`, en { $across } = { $across_level } y { $down } = { $down_level }: { $amount } frente a `{ $reference }`.
breakeven-tie = `{ $name }` y `{ $other }` empatan en { $key } = { $level }{ $interval }.
breakeven-change-places = `{ $name }` y `{ $other }` intercambian su lugar en { $key } = { $level }{ $interval }: solo toma valores enteros.
breakeven-same = No hay punto de equilibrio: `{ $name }` y `{ $other }` dan el mismo resultado para cualquier { $key } entre { $low } y { $high }.
breakeven-none = No hay punto de equilibrio: para cualquier { $key } entre { $low } y { $high }, `{ $name }` va por delante en promedio.
breakeven-flat = No hay punto de equilibrio: { $key } no mueve la diferencia; `{ $name }` va por delante en { $amount } en promedio en todos los niveles.
breakeven-moves-both = se mueve en ambas estrategias
breakeven-moves-one = solo se mueve en `{ $name }`
breakeven-today = { $text }; el estudio tiene { $level }
breakeven-key = { $key }: { $moves }; { $number ->
    [one] { $number } extracción
   *[other] { $number } extracciones
}.
breakeven-roots = Las dos empatan más de una vez: en { $levels }.
breakeven-order = En { $level } no se cumple un [[order]] del estudio en el { $share } de las extracciones: en ellas, el propio estudio no daría ese valor.
breakeven-difference = `{ $name }` menos `{ $other }`, { $currency }
optimize-free = Sin recomendación: { $keys } no { $number ->
    [one] tiene
   *[other] tienen
} precio aquí y { $number ->
    [one] puede
   *[other] pueden
} moverse hasta los extremos del rango.
optimize-spend = De { $budget } al año, `{ $name }` { $free ->
    [yes] alcanza su máximo, en el modelo, con
   *[no] obtiene el mejor resultado si gasta
} { $spent }: { $parts }. Eso vale { $worth }{ $judged } frente a `{ $reference }` (intervalo del 90 %: de { $low } a { $high }){ $gain }.
optimize-tail = {" "}(en el peor décimo de las extracciones de esa ganancia: { $amount })
optimize-cvar = {" "}(VAN en el peor 5 % de las extracciones: { $amount })
optimize-return = , con un retorno del { $roi }
optimize-rest = Gastar más no sería rentable: el resto del presupuesto queda sin gastar.
optimize-at-end = { $keys } { $number ->
    [one] está
   *[other] están
} en el extremo del intervalo dado: el mejor nivel puede quedar más allá.
optimize-how = Las mismas { $draws } para cada reparto, motor de valores esperados.
head-level = nivel
head-costs = coste anual
optimize-no-price = sin precio
optimize-paid-by-case = se paga por caso
head-budget = presupuesto
head-spent = gastado
optimize-others = Otros presupuestos
optimize-axis = presupuesto anual, repartido de forma óptima
files-asked = En { $folder }: gráficos, tablas, result.json

## why
why-same = `{ $name }` y `{ $other }` dan el mismo resultado: ninguna diferencia entre ellas tiene efecto.
why-worth = `{ $name }` vale { $amount } { $more ->
    [less] menos
   *[more] más
} que `{ $other }`
why-most = { $text }, sobre todo por { $levers } ({ $by_levers }) y a través del canal «{ $channel }» ({ $by_channel })
why-how = Medias sobre { $draws }, motor de valores esperados; las partes suman la diferencia.
channel-name = { $channel ->
    [failures] frecuencia de los fallos
    [outcomes] resultado de los fallos
    [word_of_mouth] boca a boca
    [replacement] clientes captados para reponer
    [customer_value] valor de un cliente
   *[programme] coste del programa
}
why-levers = Según las diferencias entre las estrategias ({ $sampled ->
    [yes] valores de Shapley por órdenes muestreados
   *[no] valores de Shapley, exactos
})
head-channel = canal
head-through-customers = por los clientes existentes
head-acquisition-saved = coste de captación ahorrado
why-channels = Según el canal (valores de Shapley, exactos)
why-no-turn = Dentro de { $distance } desviaciones estándar no se halló ningún cambio conjunto de los parámetros inciertos que ponga a otra estrategia por delante de `{ $name }`.
why-turned = `{ $name }` es la mejor en promedio, pero en las medianas de los parámetros `{ $rival }` va por delante: hacen falta { $distance } desviaciones estándar para cambiarlo.
why-turn = Qué cambiaría la decisión: el cambio conjunto de los parámetros más cercano que pone a `{ $rival }` por delante de `{ $name }` está a { $distance } desviaciones estándar (probabilidad más allá de ese punto, a primer orden: { $chance }).
head-median = mediana
head-at-turn = en el punto de cambio
head-deviations = desviaciones estándar
head-share-of-change = proporción del cambio
why-order = En ese punto no se cumple un [[order]] del estudio: con él, el punto de cambio queda más lejos.
why-at-point-values = Los parámetros están en sus valores puntuales: use más de una extracción para ver qué cambiaría la decisión.
why-nothing-uncertain = Aquí ningún parámetro es incierto, así que no se busca qué cambiaría la decisión.

## story
story-head = Cliente { $customer } ({ $segment }), { $horizon } con { $number ->
    [one] una estrategia
   *[other] { $number } estrategias
}, con números aleatorios comunes
story-leaves = se va en { $when }, vale { $worth }
story-stays = se queda, vale { $worth }
story-signs = o compra  · no compra  ! fallo  x se va
story-nobody = En esta simulación la vida de ningún cliente difiere entre las estrategias; pruebe con otra --seed.
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
    [voiced] Se queja
    [solicited] Se queja cuando se le pregunta
    [detected] La empresa lo detecta por sí misma
   *[silent] No dice nada
}{ $outcome ->
    [unresolved] ; el caso no se resuelve
    [resolved] ; el caso se resuelve tarde
    [quick] ; el caso se resuelve con rapidez
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
check-good = { $study }: válido ({ $warnings ->
    [one] { $warnings } advertencia
   *[other] { $warnings } advertencias
}, { $notes ->
    [one] { $notes } nota
   *[other] { $notes } notas
})
check-estimate = ocupa unos { $memory } de memoria, para simular { $periods } períodos de { $of ->
    [customers] clientes individuales
   *[strategies] estrategias
}
new-wrote = se ha creado { $file }; edítelo y después ejecute `recoup run { $file }`
lab-wrote = se ha creado { $file } ({ $size }); ábralo en un navegador: funciona sin conexión y no envía nada
head-what-it-is = descripción
presets-how = Tome uno con `extends = "preset:NAME"` o empiece con `recoup new FILE --from NAME`.
    Muestre uno, con sus fuentes: `recoup presets NAME`.
explain-fact = { $fact ->
    [meaning] significado
    [unit] unidad
    [default] valor predeterminado
    [allowed] valores admitidos
    [range] rango publicado
    [plausible] rango plausible, no publicado
    [source] fuente
    [status] nivel de evidencia
    [uncertain] puede ser incierto
   *[note] nota
}
head-key = clave
head-default = valor predeterminado
head-check = comprobación
head-what = magnitud
head-found = hallado
head-allowed = admitido
verify-verdict = { $holds ->
    [yes] se cumple
   *[no] FALLO
}
verify-all = se cumplen las { $number } comprobaciones
verify-drift = { $failed } de { $number } comprobaciones han fallado
left-behind = los resultados anteriores se han sustituido; los archivos que no se pudieron borrar, o que Recoup no escribió, están en { $folders }
left-behind-help = revise esos archivos y bórrelos después

## synth
synth-holds = Con `{ $strategy }`, desde { $start } hasta antes de { $end }: { $customers ->
    [one] { $customers } cliente
   *[other] { $customers } clientes
}, { $purchases ->
    [one] { $purchases } compra
   *[other] { $purchases } compras
}, { $failures ->
    [one] { $failures } fallo
   *[other] { $failures } fallos
}, { $complaints ->
    [one] { $complaints } queja
   *[other] { $complaints } quejas
}.
synth-moves = Clientes al inicio: { $start }; llegaron: { $joined }; se fueron: { $left }{ $told ->
    [yes] .
   *[no] . Los archivos no dicen quién se fue.
}
synth-how = Una simulación cliente por cliente, semilla { $seed }. Los días dentro de los períodos se sortean.
synth-head = { $column ->
    [kind] tipo de fallo
    [severity] gravedad
    [failures] fallos
    [noticed] detectados por la empresa
    [complaints] quejas
    [closed] cerradas
   *[resolved] resueltas
}
synth-kinds = Qué falló y en qué acabó
synth-files = En { $folder }: clientes, compras, fallos, quejas; truth.toml es el estudio verdadero de esos archivos
