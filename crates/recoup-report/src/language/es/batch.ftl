# Muchos estudios a la vez.

batch-studies = { $number ->
    [one] { $number } estudio
   *[other] { $number } estudios
}
batch-done = Completado: { $done }.
batch-done-but = Completado: { $done }; con errores: { $bad } (véase batch.toml).
batch-where = En { $folder }: index.html los ordena y tables/runs contiene todas las estrategias de todos los estudios.
batch-where-why = En { $folder }: batch.toml indica qué falló.
batch-part = Parte { $shard }: { $done } completados, en { $folder }
batch-part-but = Parte { $shard }: { $done } completados, { $bad } con errores, en { $folder }
batch-part-draws = Parte { $shard } de las extracciones de { $done }, en { $folder }
batch-begins = { $all }, { $ahead } pendientes
batch-goes-on = { $all }, { $there } ya completos, { $ahead } pendientes
batch-checking = comprobando
batch-running = ejecutando
batch-joining = combinando
batch-scripts = { $tasks ->
    [one] { $tasks } tarea
   *[other] { $tasks } tareas
} para { $studies }: envíelas con `sh { $script }`
batch-submitted = Enviado: { $jobs }; registros en { $folder }
batch-not-run = Sin ejecutar: { $studies }; `--fail-fast` detuvo el lote. Sin esa opción, los demás se ejecutan.
batch-left = De lotes anteriores, no incluidos en las tablas: { $names }.
batch-left-out = no se incluyen, porque el mismo lote también se dividió de otro modo: { $folders }
batch-pace = { $stage }: { $done } de { $of }, { $rate } por minuto, { $left ->
    [0] queda menos de un minuto
    [one] queda { $left } minuto
   *[other] quedan { $left } minutos
}
batch-pace-share = { $stage }: { $share }, { $left ->
    [0] queda menos de un minuto
    [one] queda { $left } minuto
   *[other] quedan { $left } minutos
}
batch-pace-rate = { $stage }: { $done } hechos, { $rate } por minuto
batch-study = estudio `{ $name }`:
batch-study-and-more = estudio `{ $name }` y { $more } más:

# La página de todos los estudios.
batch-lead = Completado: { $done }. Alguna estrategia supera a la referencia en { $pays } de { $rows } filas.
batch-lead-first = La mayor ganancia está en { $run }: { $gain } con { $strategy }.
batch-lead-currencies = Los importes están en { $currencies }: los estudios se ordenan dentro de su moneda.
batch-bad = { $bad } con errores
batch-head-gain = ganancia de VAN
batch-title-rank = puesto por ganancia de VAN
batch-title-study = nombre de la ejecución
batch-title-scenario = escenario del estudio
batch-title-best = estrategia con el VAN medio más alto
batch-title-gain = diferencia media de VAN con la referencia
batch-title-interval = cuantiles del 5 % y del 95 % de la diferencia
batch-title-roi = retorno de la inversión frente a la referencia
batch-title-payback = periodos hasta recuperar la inversión
batch-title-p-best = probabilidad de que ninguna estrategia sea mejor
batch-title-kept = en todo el horizonte, frente a la referencia
batch-as-is = mantener la referencia
batch-words = Mostrar filas con
batch-words-hint = palabras
batch-any = cualquiera
batch-shown = %1 de %2
batch-foot-rows = Una fila por estudio y escenario: la estrategia con el VAN medio más alto, frente a la referencia del estudio.
batch-foot-tables = Todas las estrategias, sin redondear:
batch-foot-record = Qué se ejecutó:
