# Los casos: `recoup cases` y el gráfico de todos sus rendimientos.

cases-compares = compara
cases-came-out = resultado
cases-read-one = Lea uno con `recoup cases NAME`, ejecútelo con `recoup run case:NAME`, cópielo con `recoup new FILE --from case:NAME`.
cases-the-story = La historia
cases-the-facts = Lo que se cuenta
cases-the-comparison = Qué se compara
cases-the-result = Qué resultó
cases-the-ranking = La mejor primero{ $ties ->
    [some] ; = une estrategias demasiado próximas para ordenarlas
   *[none] {""}
}
cases-the-lesson = Qué enseña
cases-the-doubts = Qué es incierto
cases-run-it = Ejecútelo con `recoup run { $case }`.

returns-title = En { $number } casos la mejor estrategia rinde de { $low } a { $high } en { $within }, más en { $above }, menos en { $below }
returns-title-none = { $title }; { $none } no tienen rendimiento que contar
returns-subtitle = Rendimiento de lo que cuesta la mejor estrategia de cada caso frente a su referencia, con un intervalo del 90 %; sombreado: lo publicado, de { $low } a { $high }
returns-axis = rendimiento de la inversión
returns-costs-less = cuesta menos
returns-none-pays = ninguna rinde
returns-row = { $case }: { $strategy }
returns-frame = Los casos
returns-frame-scenario = el primero de cada uno

cases-head-policy = política
cases-policies-how = Una estrategia toma una con `extends = "strategy:NAME"` y cambia lo que es suyo.
    Muestre una: `recoup presets strategy:NAME`.

published-head = publicado frente a simulado
published-head-figure = publicado
published-head-simulated = simulado
published-head-verdict = veredicto
published-range = { $low } a { $high }
published-times = { $number } veces
published-reproduced = reproducido
published-overlaps = se solapa
published-by-input = por los datos
published-missed = no sale
published-tally = De { $number } resultados publicados, { $reproduced } salen, { $overlap } se solapan, { $input } entraron como datos y { $missed } no salen.
published-no-drift = `docs/published.md` dice por qué. No salir no es desviarse.
