# Los casos: `recoup cases` y el gráfico de todos sus retornos.

cases-compares = compara
head-result = resultado
cases-read-one = Lea uno con `recoup cases NAME`, ejecútelo con `recoup run case:NAME`, cópielo con `recoup new FILE --from case:NAME`.
cases-the-story = La historia
cases-the-facts = Hechos publicados
cases-the-comparison = Qué se compara
cases-the-ranking = Clasificación, de mejor a peor{ $ties ->
    [some] ; = une estrategias demasiado próximas para ordenarlas
   *[none] {""}
}
cases-the-lesson = Enseñanza
cases-the-doubts = Qué es incierto
cases-the-inputs = Datos de entrada
cases-inputs = De { $total } datos de entrada con marca, { $assumptions } son supuestos, { $evidence } evidencia publicada y { $facts } hechos del caso. No se cuentan los de su preajuste y sus políticas.
cases-run-it = Ejecútelo con `recoup run { $case }`.

returns-title = La mejor estrategia rinde de { $low } a { $high } en { $within } de { $number } casos, más en { $above } y menos en { $below }
returns-title-none = { $title }; { $none } no tienen un retorno significativo
returns-subtitle = Retorno sobre el coste de la mejor estrategia de cada caso frente a su referencia, con un intervalo del 90 %; sombreado: rango publicado, de { $low } a { $high }
returns-none-pays = ninguna rinde
returns-row = { $case }: { $strategy }
returns-frame = Los casos
returns-frame-scenario = primer escenario de cada caso

cases-head-policy = política
cases-policies-how = Una estrategia adopta una política con `extends = "strategy:NAME"` y sustituye lo que difiere.
    Muestre una: `recoup presets strategy:NAME`.

published-head = publicado frente a simulado
published-head-figure = publicado
published-times = { $number } veces
published-reproduced = reproducido
published-overlaps = se solapan
published-by-input = por los parámetros
published-missed = no reproducido
published-tally = De { $number } resultados publicados, { $reproduced } se reproducen, { $overlap } se solapan, { $input } están fijados por los parámetros y { $missed } no se reproducen.
published-no-drift = `docs/published.md` explica los motivos. Un resultado no reproducido no es una comprobación fallida.
presets-titled = { $title }. { $summary }
