# La paradoja de la recuperación del servicio.

paradox-and = { $first }, { $second }

# -- gráfico: gravedad y calidad de la recuperación
paradox-map-reach = { $points ->
    [any] cueste lo que cueste el fallo
   *[other] cuando el fallo cuesta menos de { $points } puntos
}
paradox-map-title-both = La mejor recuperación deja a los clientes más satisfechos { $at }; que además vuelvan más se debe a las tablas
paradox-map-title-driven = Donde la satisfacción mueve la conducta, la recuperación supera a la ausencia de fallo en satisfacción y en recompra { $at }
paradox-map-title-happier = La mejor recuperación deja a los clientes más satisfechos { $at }, pero en ningún caso más leales
paradox-map-title-returns = La recuperación no deja a nadie más satisfecho que antes; que vuelvan más { $at } se debe a las tablas
paradox-map-title-none = Ninguna recuperación deja a los clientes mejor que sin fallo
paradox-map-subtitle = Significado (i): un caso resuelto frente a ningún fallo. Calidad = proporción del efecto posible de la compensación y la disculpa, y probabilidad de una resolución rápida. Primer fallo, de causa ni duradera ni achacable a la empresa
paradox-map-subtitle-tables = { $text }; recompra según las tablas del estudio, interpolada en la escala log-odds
paradox-map-across = gravedad: satisfacción perdida, puntos en una escala de 7
paradox-map-up = calidad de la recuperación
paradox-both = ambas cosas

# $which es un significado y una medida.
paradox-frontier = { $which ->
    [conditional-satisfaction] más satisfechos que antes
    [conditional-repurchase] vuelven más: lo fijan las tablas
    [conditional-driven] vuelven más, por su satisfacción
    [complainers-satisfaction] quienes se quejan, más satisfechos
    [complainers-repurchase] quienes se quejan vuelven más
    [population-satisfaction] todos los afectados, más satisfechos
   *[population-repurchase] todos los afectados vuelven más
}
paradox-nowhere = en ningún punto del mapa

# -- gráfico: tasa de quejas y proporción rápida
paradox-complaints-title-needs = { $failure } solo haría volver más a los clientes si se quejara el { $share } y todo se resolviera con rapidez; hoy se queja el { $today }
paradox-complaints-title-always = Según estas tablas, { $failure } aumenta la recompra se queje quien se queje: ninguna tabla de una empresa real lo dice
paradox-complaints-title-complainers = Quienes se quejan de { $failure } pueden volver más que otros; el conjunto de los afectados, no
paradox-complaints-title-never = Por muchos que se quejen y reciban una solución rápida, { $failure } nunca deja clientes más leales
paradox-complaints-subtitle = { $failure }: toda queja se resuelve; la empresa ni solicita quejas ni detecta fallos
paradox-complaints-nowhere = { $text }; en ningún punto del mapa: { $list }
paradox-complaints-up = proporción de casos resueltos con rapidez
paradox-complaints-today = hoy: quejas { $complain }, rapidez { $quick }

# -- gráfico: qué palanca
paradox-lever = { $dial ->
    [complaint_rate] más quejas
    [resolution] más resueltas
   *[quick_share] más rápidas
}
paradox-levers-title = { $failure }: donde se queja el { $rate }, un punto de quejas vale { $points } puntos de rapidez; donde se queja el { $last }, { $fewer }
paradox-levers-title-costs = { $failure }: cada queja adicional resta recompra mientras se resuelvan tan pocas
paradox-levers-title-plain = { $failure }: el valor de un punto de cada palanca depende de cuántos se quejan
paradox-unit = { $measure ->
    [repurchase] pp de recompra
   *[satisfaction] puntos de satisfacción
}
paradox-levers-subtitle = Lo que añade un punto más de cada palanca a la media de todos los afectados; resueltas el { $resolved }, con rapidez el { $quick } de ellas
paradox-levers-up = valor de un punto, { $unit }
paradox-levers-lead = { $dial ->
    [resolution] la resolución domina desde el { $rate }
   *[quick_share] la rapidez domina desde el { $rate }
}

# -- gráfico: lealtad base
paradox-base-title = Si sin fallo volviera el { $low }, { $failure } necesitaría un { $first } de quejas para aumentar la recompra; si volviera el { $high }, un { $last }
paradox-base-title-plain = La lealtad base supuesta decide si { $failure } puede dejar clientes más leales
paradox-base-subtitle = Dónde empieza la paradoja en la recompra para { $failure }: proporción rápida si todos se quejan y todo se resuelve; tasa de quejas si todo se resuelve con rapidez. La tabla de recompra no cambia
paradox-base-across = recompra sin fallo: un supuesto, rango plausible de { $low } a { $high }
paradox-base-up = proporción necesaria
paradox-base-quick = rapidez, quienes se quejan
paradox-base-complaints = tasa de quejas, todos

# -- la respuesta
paradox-answer-feels = Con «{ $strategy }», un fallo «{ $failure }» resuelto con rapidez deja a los clientes { $happier ->
    [yes] más satisfechos
   *[no] menos satisfechos
} que la ausencia de fallo ({ $after } frente a { $before }; P { $p })
paradox-answer-returns = { $agrees ->
    [yes] { $feels }, y
   *[no] { $feels }, pero
} vuelven { $more ->
    [yes] más
    [same] con la misma frecuencia
   *[no] menos
} ({ $after } frente a { $before }; P { $p }), { $source ->
    [satisfaction] porque la satisfacción mueve la recompra
   *[table] porque así lo indica la tabla de recompra, leída con esta lealtad base
}.
paradox-answer-all = { $text } Del conjunto de los afectados vuelve el { $after }, frente al { $before } sin fallo: los fallos { $pay ->
    [yes] aumentan la recompra, con estos parámetros
   *[no] no aumentan la recompra
}.
paradox-answer-cause = Causar un fallo «{ $failure }» más por cada { $purchases } compras para luego recuperarlo { $sign ->
    [cost] costaría
   *[bring] aportaría
} { $amount } en { $span } (90 %: de { $low } a { $high }).
paradox-answer-each = { $text } Son { $amount } por fallo causado.
paradox-answer-draws = Escenario «{ $scenario }», { $draws ->
    [one] { $draws } extracción
   *[other] { $draws } extracciones
} de los parámetros. P = proporción de extracciones en que se cumple.
paradox-all-failures = todos los fallos

# -- tablas de la respuesta
paradox-meaning = { $meaning ->
    [conditional] (i) resueltos con rapidez
    [complainers] (ii) quienes se quejan
   *[population] (iii) todos los afectados
}
paradox-measure = { $measure ->
    [satisfaction] satisfacción
   *[repurchase] recompra
}
paradox-head-failure = fallo
paradox-head-measure = medida
paradox-head-p = P
paradox-head-to-before = frente a antes
paradox-head-to-base = frente a la base, pp
paradox-claims = Tres afirmaciones, dos medidas, con «{ $strategy }»
paradox-strategies = P de que se cumpla, por estrategia: satisfacción (sat.) y recompra (rec.)
paradox-head-short = { $measure ->
    [satisfaction] sat.
   *[repurchase] rec.
} { $number }
paradox-thresholds = Umbrales de la paradoja para «{ $failure }», en forma cerrada, con la tabla leída con la lealtad base del estudio
paradox-head-moved = magnitud
paradox-head-today = hoy
paradox-head-switches = umbral
paradox-head-holds = se cumple
paradox-moved = { $moved ->
    [complaint_rate] tasa de quejas c*
    [resolution] proporción resuelta r*
    [quick_share] proporción rápida q*
    [base_loyalty] lealtad base, misma tabla
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
paradox-needs = Condiciones: «{ $failure }» (tras un primer fallo en silencio vuelve el { $silent })
paradox-head-seen = visto como
paradox-head-quick-satisfaction = rápido: satisfacción
paradox-head-quick-repurchase = rápido: recompra
paradox-head-vain-repurchase = sin resolver: recompra
paradox-condition = { $condition ->
    [first] un primer fallo, como en el estudio
    [second] un segundo; el primero se resolvió
    [second_after_bad] un segundo; el primero no se resolvió
    [lasting] de causa duradera
    [controllable] achacable a la empresa
   *[lasting_and_controllable] ambas cosas
}
paradox-in-a-row = Dos fallos separados por una ventana, con el primero aún recordado (bien = resuelto con rapidez, mal = queja sin resolver)
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
paradox-lead-resolution = «{ $failure }»: un punto de resolución vale más que uno de quejas desde una tasa del { $rate }.
paradox-lead-speed = «{ $failure }»: un punto de rapidez vale más que uno de quejas desde una tasa del { $rate }.
paradox-bases = La paradoja en la recompra es un dato de entrada: «{ $failure }» según la recompra sin fallo (plausible: de { $low } a { $high }); la tabla tal como se publicó, con su base de referencia desplazada a la par
paradox-bases-driven = Aquí la satisfacción mueve la recompra: no deciden ni la tabla de recompra ni su base.
paradox-head-base = base
paradox-head-gap = { $number }, pp
paradox-head-moves-along = (i) si la tabla se desplaza a la par, pp
paradox-otherwise = Si la satisfacción { $driven ->
    [yes] no moviera la recompra
   *[no] moviera la recompra
}, la diferencia de (i) para «{ $failure }» sería de { $gap } puntos porcentuales en lugar de { $now }.
paradox-causes = Causar fallos para luego recuperarlos (perfecto = todos se quejan y todo se resuelve con rapidez)
paradox-head-one-more = uno más por cada { $purchases } compras
paradox-head-failures = fallos
paradox-head-each = por fallo
paradox-head-loses = pérdida en
paradox-head-perfect = por fallo, perfecto
paradox-presets = Las tablas publicadas no coinciden (recompra; q* con todo resuelto, c* con todo resuelto con rapidez)
paradox-head-outcome = { $outcome ->
    [silent] silencio
    [unresolved] sin res.
    [resolved] resuelto
   *[quick] rápido
}
paradox-head-complain = quejas
paradox-publications = La evidencia: en la satisfacción sí, en la conducta casi nunca
paradox-head-measured = se midió
paradox-head-found = paradoja
paradox-head-says = conclusión
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
    [knox] 20.000 clientes en dos años y medio: casi nunca la recuperación compensa por completo el fallo
    [soares] 40.813 clientes de telecomunicaciones, recompra real: solo si el fallo no es grave
    [goodman] quienes se quejan y quedan satisfechos, hasta un 8 % más leales que los clientes sin problemas: intenciones declaradas
    [magnini] exige un primer fallo que no sea grave, de causa inestable y fuera del control de la empresa
    [maxham] 20 meses: ninguna tras dos fallos; dos malas recuperaciones acaban peor; mal y luego bien supera a bien y luego mal
    [ok] solo la produce una satisfacción muy alta con la recuperación: «es arriesgado confiar en ella»
    [mount] una gran muestra de hoteles: ausente en total, presente en algunos tipos de problema
    [kim] ninguna en restaurantes, ni en campo ni en un experimento
   *[mccollough] un experimento con una aerolínea: ninguna
}
paradox-checked = Comprobado por simulación: { $number } formas cerradas frente a los tres motores, con { $customers } clientes cada una; la mayor desviación es de { $most } errores estándar (alarma a partir de { $alarm }).
