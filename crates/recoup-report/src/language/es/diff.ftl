## explain, diff
explain-more = { $number } más; una palabra más larga o una ruta encuentra menos.
explain-meaning = { $name }: { $meaning }
head-range = rango
diff-title = Qué cambió de `{ $old }` a `{ $new }`
diff-inputs = { $number ->
    [0] Los datos de entrada son los mismos.
    [one] Cambió un dato de entrada.
   *[other] Cambiaron { $number } datos de entrada.
}
diff-version = { $stream ->
    [same] Las versiones del programa difieren ({ $old } y { $new }): el modelo puede haber cambiado entre ellas.
   *[other] Las versiones del programa difieren ({ $old } y { $new }), y también sus números aleatorios: el modelo puede haber cambiado, y parte de cada cambio es azar.
}
diff-seed = Las semillas difieren: parte de cada cambio es azar.
diff-currency = Una ejecución está en { $old } y la otra en { $new }: los importes no se restan.
diff-reference = Las ejecuciones comparan con primeras estrategias distintas: sus diferencias de VAN no se restan.
diff-best-same = La mejor estrategia sigue siendo `{ $name }`.
diff-best-other = La mejor estrategia es ahora `{ $new }`; antes era `{ $old }`.
diff-in-scenario = Escenario { $name }: { $text }
diff-renamed = `{ $new }` (antes: `{ $old }`)
diff-settings = Cómo se hicieron las ejecuciones
diff-elements = Añadido, eliminado o con otro nombre
diff-keys = Datos de entrada que cambiaron
diff-head-old = antes
diff-head-new = ahora
diff-head-table = qué
diff-head-change = cambio
diff-table = { $table ->
    [segment] segmento
    [failure] fallo
    [severity] gravedad
    [touchpoint] punto de contacto
    [response] respuesta
    [strategy] estrategia
    [scenario] escenario
   *[variant] variante del modelo
}
diff-answers = Diferencias de VAN respecto a la primera estrategia en { $currency }
diff-answers-in = Escenario { $name }: diferencias de VAN respecto a la primera estrategia en { $currency }
diff-head-error = error de Monte Carlo
diff-verdict = { $verdict ->
    [within] dentro
    [beyond] más allá
   *[unknown] no comparable
}
diff-error = Error de Monte Carlo: 1,96 errores estándar del cambio, calculados como si las ejecuciones no compartieran números aleatorios. Si comparten la semilla, el error verdadero suele ser menor.
diff-ranking = Clasificación anterior: { $old }. Clasificación actual: { $new }.
diff-alone = { $which ->
    [old] Solo antes: { $names }.
   *[new] Solo ahora: { $names }.
}
