# La paradoja de la recuperación del servicio.

paradox-and = { $first }, { $second }

# -- gráfico: gravedad y calidad de la recuperación
paradox-map-reach = { $points ->
    [any] cueste lo que cueste el fallo
   *[other] cuando el fallo cuesta menos de { $points } puntos
}
paradox-map-title-both = La mejor recuperación deja a los clientes más satisfechos { $at }; que además vuelvan más es algo que ponen las tablas
paradox-map-title-driven = Donde deciden los sentimientos, la recuperación supera a la ausencia de fallo en satisfacción y en recompra { $at }
paradox-map-title-happier = La mejor recuperación deja a los clientes más satisfechos { $at }, pero en ningún caso más leales
paradox-map-title-returns = La recuperación no deja a nadie más satisfecho que antes; que vuelvan más { $at } es algo que ponen las tablas
paradox-map-title-none = Ninguna recuperación deja a los clientes mejor que si no hubiera fallo
paradox-map-subtitle = Significado (i): un caso resuelto frente a ningún fallo. Calidad = parte de lo que pueden el dinero y la disculpa, y probabilidad de ser rápida. Primer fallo, de causa ni duradera ni achacable a la empresa
paradox-map-subtitle-tables = { $text }; recompra según las tablas del estudio, interpolada en log-odds
paradox-map-across = gravedad: satisfacción que cuesta el fallo, puntos de 7
paradox-map-up = calidad de la recuperación
paradox-both = ambas cosas

# $which es un significado y una medida.
paradox-frontier = { $which ->
    [conditional-satisfaction] más satisfecho que antes
    [conditional-repurchase] vuelve más: lo ponen las tablas
    [conditional-driven] vuelve más, por su satisfacción
    [complainers-satisfaction] quienes se quejan, más satisfechos
    [complainers-repurchase] quienes se quejan vuelven más
    [population-satisfaction] todos los afectados, más satisfechos
   *[population-repurchase] todos los afectados vuelven más
}
paradox-nowhere = en ningún punto del mapa

# -- gráfico: tasa de quejas y parte rápida
paradox-complaints-title-needs = { $failure } solo compensaría si se quejara el { $share } y a todos se les ayudara rápido; hoy se queja el { $today }
paradox-complaints-title-always = Según estas tablas { $failure } compensa se queje quien se queje: ninguna tabla de una empresa real lo dice
paradox-complaints-title-complainers = Quienes se quejan de { $failure } pueden volver más que otros; el conjunto de los afectados, no
paradox-complaints-title-never = Por muchos que se quejen y reciban ayuda rápida, { $failure } nunca deja clientes más leales
paradox-complaints-subtitle = { $failure }: toda queja se resuelve, a nadie se le pregunta ni se le detecta
paradox-complaints-nowhere = { $text }; en ningún punto del mapa: { $list }
paradox-complaints-across = tasa de quejas
paradox-complaints-up = parte de las resoluciones que es rápida
paradox-complaints-today = hoy: se queja el { $complain }, rápidas el { $quick }

# -- gráfico: qué palanca
paradox-lever = { $dial ->
    [complaint_rate] más quejas
    [resolution] más resueltas
   *[quick_share] más rápidas
}
paradox-levers-range = { $low } a { $high }
paradox-levers-title = { $failure }: donde se queja el { $rate }, un punto de quejas vale { $points } puntos de rapidez; donde se queja el { $last }, { $fewer }
paradox-levers-title-costs = { $failure }: cada queja de más cuesta, mientras se resuelvan tan pocas
paradox-levers-title-plain = { $failure }: lo que vale un punto de cada palanca depende de cuántos se quejan
paradox-unit = { $measure ->
    [repurchase] puntos porcentuales de recompra
   *[satisfaction] puntos de satisfacción
}
paradox-levers-subtitle = Lo que un punto más de cada palanca añade a la media de todos los afectados; resueltas el { $resolved }, rápidas el { $quick } de ellas
paradox-levers-up = valor de un punto, { $unit }
paradox-levers-lead = { $dial ->
    [resolution] la resolución va delante desde el { $rate }
   *[quick_share] la rapidez va delante desde el { $rate }
}

# -- gráfico: lealtad de base
paradox-base-title = Si sin fallo volviera el { $low }, { $failure } necesitaría un { $first } de quejas para compensar; si volviera el { $high }, un { $last }
paradox-base-title-plain = La lealtad de base que se suponga decide si { $failure } puede dejar clientes más leales
paradox-base-subtitle = Dónde empieza la paradoja en la recompra para { $failure }: parte rápida si todos se quejan y a todos se les resuelve, tasa de quejas si a todos se les ayuda rápido. La tabla de recompra no se mueve
paradox-base-across = recompra sin fallo: un supuesto, rango plausible { $low } a { $high }
paradox-base-up = parte necesaria
paradox-base-quick = parte rápida, quienes se quejan
paradox-base-complaints = tasa de quejas, todos

# -- la respuesta
paradox-answer-feels = Con «{ $strategy }», un fallo «{ $failure }» resuelto rápido deja a los clientes { $happier ->
    [yes] más satisfechos
   *[no] menos satisfechos
} que ningún fallo ({ $after } frente a { $before }; P { $p })
paradox-answer-returns = { $agrees ->
    [yes] { $feels }, y
   *[no] { $feels }, pero
} vuelven { $more ->
    [yes] más
    [same] igual de a menudo
   *[no] menos
} ({ $after } frente a { $before }; P { $p }), { $source ->
    [satisfaction] porque lo mueve la satisfacción
   *[table] porque lo dice la tabla de recompra, leída con esta lealtad de base
}.
paradox-answer-all = { $text } Del conjunto de los afectados vuelve el { $after }, frente al { $before } sin fallo: fallar { $pay ->
    [yes] compensa, con estos datos
   *[no] no compensa
}.
paradox-answer-cause = Causar un fallo «{ $failure }» más por cada { $purchases } compras para luego recuperarlo { $sign ->
    [cost] costaría
   *[bring] traería
} { $amount } en { $span } (90 %: de { $low } a { $high }).
paradox-answer-each = { $text } Son { $amount } por cada fallo causado.
paradox-answer-draws = Escenario «{ $scenario }», { $draws ->
    [one] { $draws } simulación
   *[other] { $draws } simulaciones
} de los datos inciertos. P = parte de las simulaciones en que se cumple.
paradox-all-failures = todos los fallos

# -- tablas de la respuesta
paradox-meaning = { $meaning ->
    [conditional] (i) ayudado rápido
    [complainers] (ii) quienes se quejan
   *[population] (iii) todos los afectados
}
paradox-measure = { $measure ->
    [satisfaction] satisfacción
   *[repurchase] recompra
}
paradox-head-failure = fallo
paradox-head-meaning = significado
paradox-head-measure = medida
paradox-head-strategy = estrategia
paradox-head-p = P
paradox-head-to-before = frente a antes
paradox-head-to-base = frente a la base, pp
paradox-claims = Tres afirmaciones, dos medidas, con «{ $strategy }»
paradox-strategies = P de que se cumpla, por estrategia: satisfacción (sat.) y recompra (rec.)
paradox-head-short = { $measure ->
    [satisfaction] sat.
   *[repurchase] rec.
} { $number }
paradox-thresholds = Qué la hace aparecer con «{ $failure }», en forma cerrada, con la tabla leída con la lealtad de base del estudio
paradox-head-moved = qué se mueve
paradox-head-today = hoy
paradox-head-switches = cambia en
paradox-head-holds = se cumple
paradox-moved = { $moved ->
    [complaint_rate] tasa de quejas c*
    [resolution] parte resuelta r*
    [quick_share] parte rápida q*
    [base_loyalty] lealtad de base, misma tabla
    [satisfaction_drop] satisfacción que cuesta el fallo
   *[recovery_quality] calidad de la recuperación
}
paradox-moved-best = { $moved }, lo demás óptimo
paradox-holds = { $reach ->
    [always] siempre
    [never] nunca
    [above] por encima
   *[below] por debajo
}
paradox-needs = Qué necesita: «{ $failure }» (quien calla ante el primero vuelve con el { $silent })
paradox-head-seen = visto como
paradox-head-quick-satisfaction = rápido: satisfacción
paradox-head-quick-repurchase = rápido: recompra
paradox-head-vain-repurchase = en vano: recompra
paradox-condition = { $condition ->
    [first] un primer fallo, como en el estudio
    [second] un segundo; el primero se arregló
    [second_after_bad] un segundo; el primero no
    [lasting] de causa duradera
    [controllable] achacable a la empresa
   *[lasting_and_controllable] ambas cosas
}
paradox-in-a-row = Dos fallos a una ventana de distancia, el primero aún recordado (bien = resuelto rápido, mal = queja en vano)
paradox-head-order = orden
paradox-head-after = satisfacción después
paradox-head-there = siguen tras ambos
paradox-order = { $order ->
    [good_then_bad] bien y luego mal
    [bad_then_good] mal y luego bien
   *[bad_then_bad] mal y otra vez mal (doble desviación)
}
paradox-levers = Qué palanca: puntos porcentuales de recompra, sobre todos los afectados, por un punto más
paradox-head-rate = tasa de quejas
paradox-head-of = { $dial ->
    [complaint_rate] de quejas
    [resolution] de resolución
   *[quick_share] de rapidez
}
paradox-lead-resolution = «{ $failure }»: un punto de resolución vale más que uno de quejas desde el { $rate }.
paradox-lead-speed = «{ $failure }»: un punto de rapidez vale más que uno de quejas desde el { $rate }.
paradox-bases = La paradoja en la recompra es un dato de entrada: «{ $failure }» según la recompra sin fallo (plausible: { $low } a { $high }); la tabla tal como está, su base de referencia se mueve con ella
paradox-bases-driven = Aquí la satisfacción mueve la recompra: no deciden ni una tabla ni la base que hay detrás.
paradox-head-base = base
paradox-head-gap = { $number }, pp
paradox-head-moves-along = (i) si la tabla se mueve con ella, pp
paradox-otherwise = Si la satisfacción { $driven ->
    [yes] no moviera la recompra
   *[no] moviera la recompra
}, la distancia de (i) para «{ $failure }» sería de { $gap } puntos porcentuales en lugar de { $now }.
paradox-causes = Causar fallos para recuperarlos (perfecto = todos se quejan, a todos se les ayuda rápido)
paradox-head-one-more = uno más por { $purchases } compras
paradox-head-npv = VAN, { $currency }
paradox-head-interval = intervalo del 90 %
paradox-interval = { $low } a { $high }
paradox-head-failures = fallos
paradox-head-each = por fallo
paradox-head-loses = pierde en
paradox-head-perfect = por fallo, perfecto
paradox-presets = Las tablas publicadas no coinciden (recompra; q* con todo resuelto, c* con todo rápido)
paradox-head-preset = preset
paradox-head-outcome = { $outcome ->
    [silent] calla
    [unresolved] sin res.
    [resolved] resuelto
   *[quick] rápido
}
paradox-head-complain = quejas
paradox-below = por debajo de { $share }
paradox-publications = La evidencia: en la satisfacción sí, en la conducta casi nunca
paradox-head-source = fuente
paradox-head-measured = se midió
paradox-head-found = paradoja
paradox-head-status = estado
paradox-head-says = dice
paradox-measured = { $measured ->
    [satisfaction] satisfacción
    [behaviour] conducta
   *[untold] no consta
}
paradox-support = { $support ->
    [yes] sí
    [sometimes] a veces
   *[no] no
}
paradox-status = { $status ->
    [verified] verificado
   *[secondary] secundario
}
paradox-publication = { $id ->
    [de-matos-satisfaction] metaanálisis: mayor que cero en la satisfacción
    [de-matos-behaviour] metaanálisis: no significativa en recompra, boca a boca e imagen
    [knox] 20.000 clientes en dos años y medio: la recuperación casi nunca compensa del todo el fallo
    [soares] 40.813 clientes de telefonía, recompra real: solo si el fallo no es grave
    [goodman] quienes se quejan y quedan satisfechos, hasta un 8 % más leales que quien no tuvo problema: intenciones declaradas
    [magnini] exige un fallo no grave, el primero, de causa inestable y fuera del control de la empresa
    [maxham] 20 meses: ninguna tras dos fallos; dos malas recuperaciones acaban peor; mal y luego bien supera a bien y luego mal
    [ok] solo la produce una satisfacción muy alta con la recuperación: «arriesgado confiar en ella»
    [mount] una gran muestra de hoteles: ausente en total, presente en algunos tipos de problema
    [kim] ninguna en restaurantes, ni en el campo ni en un experimento
   *[mccollough] un experimento con una aerolínea: ninguna
}
paradox-checked = Comprobado por simulación: { $number } formas cerradas frente a los tres motores, { $customers } clientes cada una; la más lejana está a { $most } errores estándar (alarma a { $alarm }).
