# Muchos estudios a la vez.

batch-studies = { $number ->
    [one] { $number } estudio
   *[other] { $number } estudios
}
batch-done = Terminado: { $done }.
batch-done-but = Terminado: { $done }; con problemas: { $bad } (véase batch.toml).
batch-where = En { $folder }: index.html los ordena, tables/runs tiene todas las estrategias de todos.
batch-where-why = En { $folder }: batch.toml dice qué falló.
batch-part = Parte { $shard }: { $done } terminados, en { $folder }
batch-part-but = Parte { $shard }: { $done } terminados, { $bad } con problemas, en { $folder }
batch-part-draws = Parte { $shard } de las simulaciones de { $done }, en { $folder }
batch-begins = { $all }, { $ahead } por hacer
batch-goes-on = { $all }, { $there } ya completos, { $ahead } por hacer
batch-checking = revisando
batch-running = ejecutando
batch-joining = uniendo
batch-scripts = { $tasks ->
    [one] { $tasks } tarea
   *[other] { $tasks } tareas
} para { $studies }: envíelas con `sh { $script }`
batch-submitted = Enviado: { $jobs }; registros en { $folder }
batch-not-run = Sin ejecutar: { $studies }; `--fail-fast` terminó el lote. Sin esa opción los demás siguen.
batch-left = De lotes anteriores, y fuera de las tablas: { $names }.
batch-left-out = se dejan fuera, porque el mismo lote también se dividió de otro modo: { $folders }
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
batch-study = estudio `{ $name }`:
batch-study-and-more = estudio `{ $name }` y { $more } más:

# La página de todos los estudios.
batch-lead = Terminado: { $done }. Algo supera a la referencia en { $pays } de { $rows }.
batch-lead-first = La mayor ganancia está en { $run }: { $gain } con { $strategy }.
batch-lead-currencies = Los importes están en { $currencies }: los estudios se ordenan dentro de su moneda.
batch-bad = { $bad } con problemas
batch-head-study = estudio
batch-head-scenario = escenario
batch-head-best = mejor estrategia
batch-head-gain = VAN ganado
batch-head-interval = intervalo del 90 %
batch-head-roi = ROI
batch-head-payback = se recupera en
batch-head-p-best = P(mejor)
batch-head-kept = clientes conservados
batch-title-rank = puesto por VAN ganado
batch-title-study = nombre de la ejecución
batch-title-scenario = el mundo
batch-title-best = el VAN medio más alto
batch-title-gain = diferencia media de VAN con la referencia
batch-title-interval = cuantiles del 5 y el 95 % de la diferencia
batch-title-roi = retorno de la inversión frente a la referencia
batch-title-payback = períodos hasta recuperar lo invertido
batch-title-p-best = probabilidad de que ninguna estrategia sea mejor
batch-title-kept = en todo el horizonte, frente a la referencia
batch-as-is = seguir con la referencia
batch-interval = { $low } a { $high }
batch-words = Mostrar filas con
batch-words-hint = palabras
batch-any = cualquiera
batch-shown = %1 de %2
batch-foot-rows = Una fila por estudio y escenario: la estrategia con el VAN medio más alto, frente a la referencia del estudio.
batch-foot-tables = Todas las estrategias, sin redondear:
batch-foot-record = Qué se ejecutó:
