## fit
fit-first = { $number ->
    [one] Un número del estudio procede
   *[other] { $number } números del estudio proceden
} de { $tables }, de { $from } a { $to }; los demás son los de { $base }.
fit-rows = { $number } { $table ->
    [customers] clientes
    [purchases] compras
    [failures] fallos
   *[complaints] quejas
}
fit-headline = Tras un fallo de gravedad `{ $severity }` se queja el { $complain } de los clientes; de los callados se queda el { $silent }, de los resueltos con rapidez el { $quick }.
fit-few = { $number ->
    [one] Un número se apoya en menos de 30 observaciones.
   *[other] { $number } números se apoyan en menos de 30 observaciones.
}
fit-beyond = { $number ->
    [one] { $keys } está fuera del intervalo publicado o plausible. Compruebe su definición.
   *[other] { $keys } están fuera de los intervalos publicados o plausibles. Compruebe sus definiciones.
}
fit-no-failures = Sin un archivo de fallos no se puede saber qué parte de los clientes se queja: es la de la base, y de ella se deducen las tasas de fallo.
fit-numbers = Números del estudio
fit-head-estimate = estimación
fit-head-n = observaciones
fit-head-base = base
fit-head-range = intervalo publicado
fit-head-written = en el estudio
fit-head-method = método
fit-head-caution = advertencia
fit-head-why = motivo
fit-unused-title = Estimaciones que no están en el estudio
fit-unused = { $why ->
    [no-desk] la base no tiene [recovery.desk]
    [desk] con mesa de atención, la rapidez depende de la carga y del personal
    [not-in-model] el modelo no tiene ese número
    [given] usted dio otro valor
   *[little] menos de 10 observaciones: queda el valor de la base
}
fit-gaps = Lo que los datos no pueden decir
fit-gap-complain = La parte de los clientes que se queja: dé los fallos que conoce la operación (--failures), o la parte según una encuesta (--set).
fit-gap-silent = Cuántos clientes callados se quedan: sin un archivo de fallos nadie sabe quiénes son.
fit-gap-loyalty = Cuántos clientes se quedan: dé la fecha en que se fueron, o sus compras.
fit-gap-inferred = Cuándo se fueron los clientes: nadie avisa, así que se deduce de sus compras. El entusiasmo no se ve: ninguna tasa de recompra supera la lealtad base.
fit-gap-purchases = Con qué frecuencia compran los clientes y el margen de una compra: dé las compras (--purchases).
fit-gap-margin = El margen de una compra: las compras no tienen margen. Si hay importe, dé margin_share en el mapa.
fit-gap-loss = La compensación como parte de la pérdida: no se conoce la pérdida de un fallo. Déla en [loss] del mapa.
fit-gap-kind = Con qué frecuencia ocurre `{ $kind }`: la base tiene esta clase de fallo, los datos no.
fit-gap-severity = Parte de la gravedad `{ $severity }`: la base no la tiene. Los valores que los datos no dan son los de `{ $base }`.
fit-gap-reference = Lo que se debe a `{ $key }`, que fija la referencia de la base: los datos ya contienen su efecto. Compruebe que no se cuente dos veces.
fit-gap-outside = El boca a boca, la pérdida de un fallo, los costes y los precios, salvo que se den. Son los de la base.
fit-caution-few = Solo { $number ->
    [one] una observación
   *[other] { $number } observaciones
}.
fit-caution-none = Ningún suceso: más una cota que una estimación.
fit-caution-no-spread = Los clientes no difieren más que por azar.
fit-caution-flat = La verosimilitud es plana: el error estándar no sirve.
fit-caution-unsettled = El máximo de la verosimilitud no es seguro.
fit-caution-limit = En el extremo de lo que permite el modelo.
fit-caution-subsample = De una muestra sistemática de { $used } de { $all } clientes.
fit-caution-earlier = Se omitieron { $customers } clientes cuya historia empezó antes de los datos.
fit-caution-open = { $number ->
    [one] Un caso abierto cuenta
   *[other] { $number } casos abiertos cuentan
} como si durasen al menos hasta el final de los datos.
fit-caution-unknown = { $number ->
    [one] Un caso cerrado no dice
   *[other] { $number } casos cerrados no dicen
} si se resolvió.
fit-caution-coarse = Los tiempos se conocen solo con una precisión de { $minutes } minutos.
fit-caution-needs-failures = Solo de las quejas, divididas por la parte que se queja.
fit-caution-window = La ventana de lealtad del { $share } de los fallos termina después de los datos.
fit-caution-tail = { $number ->
    [one] Un cliente seguía
   *[other] { $number } clientes seguían
} en observación al final de la ventana.
fit-caution-inferred = La marcha se deduce de { $days } días sin compra.
fit-caution-unseen = Los clientes con fallos que la empresa no conoce están entre los que no tuvieron ninguno.
fit-caution-unmatched = { $number } de { $all } quejas no corresponden a ningún fallo.
fit-caution-overlap = Los que se quejan y los callados apenas se solapan: { $number } clientes efectivos.
fit-caution-no-contrast = La diferencia no se distingue de ninguna.
fit-caution-dispersed = Los recuentos varían { $factor } veces más que por azar; el intervalo se ha ampliado.
fit-method = { $method ->
    [count] recuento
    [jeffreys] proporción, intervalo de Jeffreys
    [dirichlet] proporciones, posterior de Dirichlet
    [poisson] tasa, intervalo exacto de Poisson
    [cluster] media, agrupada por cliente
    [negative-binomial] binomial negativa, máxima verosimilitud
    [bg-nbd] BG/NBD, máxima verosimilitud
    [exponential] riesgo constante, con censura
    [kaplan-meier] Kaplan-Meier
    [log-logistic] log-logística, con censura
    [repurchase] Kaplan-Meier hasta el siguiente fallo
    [mantel-haenszel] estratos, pesos de Mantel-Haenszel
    [weighted] pesos por probabilidad inversa
    [bootstrap] bootstrap
   *[judgement] juicio
}
fit-selection = En qué se diferencian los que se quejan de los callados
fit-selection-what = Parte que se queda: la de { $complainers } clientes que se quejaron sin solución menos la de { $silent } callados. Ajustada por segmento, antigüedad y compras anteriores, según lo que se sabía antes del fallo.
fit-head-contrast = comparación
fit-head-difference = diferencia (puntos)
fit-contrast = { $contrast ->
    [raw] observada
    [stratified] dentro de los estratos
   *[weighted] ponderada
}
fit-overlap = Solapamiento: ponderados, los que se quejan equivalen a { $effective } clientes; la mayor diferencia estandarizada baja de { $before } a { $after }.
fit-selection-share = `loyalty.selection_share` es de { $low } a { $high }: la parte de la diferencia que desaparece con el ajuste, ampliada por lo que nadie observa.
fit-solicited = `loyalty.solicited_response` es de { $low } a { $high }.
fit-holdout = ¿Se habría podido predecir el último año?
fit-holdout-what = Predicho solo con lo anterior al { $from } y comparado con lo que ocurrió.
fit-head-count = recuento
fit-head-predicted = predicho
fit-head-happened = ocurrido
fit-head-inside = meses dentro
fit-counted = { $what ->
    [leavers] clientes que se van
    [newcomers] clientes nuevos
    [complaints] quejas
   *[contacts] contactos
}
fit-inside = { $inside } de { $all }
fit-watch = Alerta temprana
fit-watch-what = Quejas en periodos de { $days } días frente a la tasa de los primeros { $baseline } periodos. Falsas alarmas del total de quejas: una cada { $shewhart } periodos en el gráfico u, una cada { $average } en la media móvil (EWMA de Poisson). Si la tasa sube a una vez y media, la alarma llega en promedio tras { $shewhart_worse } y { $average_worse } periodos.
fit-no-alarm = Ninguna alarma.
fit-head-kind = quejas
fit-head-from = periodo desde
fit-head-direction = sentido
fit-head-chart = gráfico
fit-direction = { $direction ->
    [up] más
   *[down] menos
}
fit-chart = { $chart ->
    [rate] gráfico u
   *[average] media móvil
}
fit-all-kinds = todas
fit-rate = { $exposure ->
    [purchases] quejas por compra
   *[years] quejas por cliente y año
}
fit-wrote = El estudio está en { $file }. Después: recoup run { $file }, recoup decide { $file }.
fit-files = Archivos
fit-head-file = archivo
fit-head-format = formato
fit-head-rows = filas
fit-head-columns = columnas
chart-control-subtitle = Arriba: tasa con límites de 3 errores estándar. Abajo: media móvil sobre lo esperado. Marcadas: alarmas
chart-control-average = media móvil, 1 = lo esperado
chart-control-all = Todas las quejas
chart-control-quiet = { $what }: ninguna alarma
chart-control-alarm = { $what }: { $direction ->
    [up] más
   *[down] menos
} de lo esperado, por primera vez en las cuatro semanas desde el { $date }
chart-holdout-title = { $inside } de { $all } meses están dentro de su intervalo predicho
chart-holdout-subtitle = barras = intervalo predicho del 90 %, líneas = media, puntos = lo ocurrido
chart-holdout-axis = { $what ->
    [complaints] quejas
    [leavers] clientes que se van
   *[contacts] contactos
} al mes
chart-holdout-month = mes del último año
chart-footer-version = recoup { $version }
fit-head-kept = usadas
fit-problems = Problemas de filas
fit-problem = { $table }: { $number ->
    [one] una fila
   *[other] { $number } filas
} ({ $more ->
    [yes] las primeras, { $rows }
   *[no] { $rows }
}) { $reason }: { $effect ->
    [row] sin contar
    [value] contadas sin el valor
   *[noted] contadas de todos modos
}.
fit-reason = { $reason ->
    [malformed] con más campos que encabezados
    [missing] sin `{ $column }`
    [unreadable] cuyo `{ $column }` no se puede leer
    [negative] con `{ $column }` negativo
    [duplicate-customer] con un cliente de una fila anterior
    [duplicate-case] con un caso de una fila anterior
    [duplicate-answer] con un ítem que la persona ya respondió
    [unknown-customer] con un cliente que no está entre los clientes
    [left-before-since] con un cliente que se fue antes de llegar
    [closed-before-opened] con un caso cerrado antes de abrirse
    [answered-before-opened] con un caso respondido antes de abrirse
    [other-severity] con otra gravedad que la mayoría de los fallos de su clase
   *[other-dimension] con otra dimensión que la que tenía el ítem
}
