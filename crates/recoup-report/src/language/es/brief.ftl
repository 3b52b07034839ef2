# The first page of the report, for a board, and the headings of its parts.

report-figures = La respuesta en cifras
brief-fact = { $fact ->
    [client] Para
    [author] De
   *[date] Fecha
}
brief-sure = { $tied ->
    [yes] `{ $name }` termina por delante de `{ $reference }` en el { $beats } de los resultados simulados.
   *[no] `{ $name }` es la mejor de las estrategias en el { $best } de las simulaciones de los datos, y termina por delante de `{ $reference }` en el { $beats } de los resultados simulados.
}
brief-assumptions = { $number ->
    [1] El supuesto que más importa
    [2] Los dos supuestos que más importan
    [3] Los tres supuestos que más importan
   *[other] Los { $number } supuestos que más importan
}
brief-assumption = { $label }: { $value } (de { $low } a { $high }, la diferencia de VAN va de { $from } a { $to }{ $turns ->
    [yes] , y cambia la decisión
   *[no] {""}
})
brief-default = valor por defecto del programa, { $status }
brief-strategies = Qué hacen las estrategias
brief-reference = `{ $name }`: la referencia
brief-does = `{ $name }`: { $does }
brief-does-cost = coste del programa { $amount }
brief-does-nothing = no cambia ningún número
brief-more-strategies = { $number ->
    [one] { $number } estrategia más está en el argumento.
   *[other] { $number } estrategias más están en el argumento.
}
brief-caveat = Una reserva
brief-caveat-scenario = En el escenario `{ $scenario }`, la mejor es `{ $name }`.
brief-caveat-variants = En { $number } de { $all } variantes del modelo, la mejor estrategia es otra: con «{ $variant }», es `{ $name }`.
brief-caveat-flip = Un solo dato puede cambiar la decisión: con { $input } en { $level }, la mejor pasa a ser `{ $name }`.
brief-caveat-risk = En el { $share } de las simulaciones, `{ $name }` queda por detrás de `{ $reference }`.
brief-caveat-model = Las cifras proceden de un modelo y de sus datos. Comparan estrategias y no predicen cuentas.
brief-next = Próximo paso
brief-next-alone = Añada una segunda estrategia: una sola no se puede comparar.
brief-next-ranges = Dé un rango a los datos que más importan y ejecute de nuevo antes de elegir `{ $name }`: sin rangos nadie puede decir cuán segura es la respuesta.
brief-next-learn = { $waits ->
    [yes] Averigüe { $input } antes de comprometerse: saberlo vale hasta { $worth }. Si la decisión no puede esperar, elija `{ $name }`.
   *[no] Elija `{ $name }` ya. Averiguar antes { $input } vale como máximo { $worth }, una pequeña parte de la ganancia: hágalo solo si no causa demora.
}
brief-next-choose = { $choice ->
    [keep] Mantenga `{ $name }`
   *[start] Empiece con `{ $name }`
}. Más información apenas cambiaría la elección: toda ella junta vale como mucho { $worth }.
brief-cost-note = frente a { $reference }; { $all } en total
brief-cash = Caja por año
brief-appendix = Apéndice
brief-appendix-lead = Métodos y detalles: todos los supuestos con su evidencia, lo que cambia cada estrategia, cuán seguras son las cifras y cómo reproducirlas.
run-in-scenario = En el escenario `{ $scenario }`: { $text }
run-pays-tied = `{ $name }` y `{ $rival }` están casi empatadas, las mejores en el { $share } y el { $other } de las extracciones: en promedio, `{ $name }` vale { $amount } más que `{ $reference }` en { $horizon } (intervalo del 90 %: { $low } a { $high })
brief-cost = Coste adicional del programa
brief-risk-below = menos del { $share }
