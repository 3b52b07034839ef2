# Textos de la página. Los términos del campo están en el catálogo del programa.

skip = Ir al contenido
language = Idioma
views = Vistas
view-explore = Explorar
view-compare = Comparar
undo = Deshacer
redo = Rehacer
computing = Calculando …
failure = La página no puede funcionar aquí: { $message }
footer = Recoup { $version }. Todo se calcula en este dispositivo; no se envía nada.
footer-study = Estudio { $hash }, semilla { $seed }.
licences = Licencias
keep-as = Guardar «{ $what }» como { $type }

controls = Datos de entrada
scenario = Escenario
engine = Motor
engine-name = { $engine ->
    [expected] expected: valores medios, sin azar
    [cohort] cohort: clientes enteros, con azar
   *[agents] agents: cada cliente
}
about = Acerca de { $what }
value-of = Valor de { $what }
put-back = Restablecer { $what }
put-all-back = Restablecer todo
hide = Quitar este control
about-interval = En el estudio: { $value } (intervalo del 90 % de { $low } a { $high }).
about-range = Rango publicado o plausible: de { $low } a { $high }.
about-status = Respaldo del valor por defecto: { $status }.
status = { $status ->
    [verified] comprobado en la fuente primaria
    [secondary] citado por otro texto
    [recalled] de memoria, sin comprobar
    [derived] derivado de tales números
    [assumption] supuesto, sin publicar
   *[input] número del propio usuario
}
about-moved = Un número que se mueve se da por conocido: su intervalo ya no aumenta la dispersión de la respuesta.
search = Buscar en todos los datos
search-nothing = Ningún dato coincide.
search-more = y { $number } más

answer-pays = `{ $name }` vale { $amount } más que `{ $reference }` en { $horizon }{ $certain ->
    [yes] {""}
   *[no] {" "}(intervalo del 90 % de { $low } a { $high })
}.
answer-roi = Devuelve el { $roi } de lo que cuesta de más.
answer-stays = `{ $reference }` sigue siendo la mejor estrategia. La siguiente, `{ $name }`, vale { $amount } menos en { $horizon }{ $certain ->
    [yes] {""}
   *[no] {" "}(intervalo del 90 % de { $low } a { $high })
}.
answer-best = `{ $who }` es la mejor estrategia en el { $best } de las extracciones de los datos.
answer-alone = `{ $name }` vale { $amount } en { $horizon }. No hay otra estrategia con la que compararla.
draws-of = { $done } de { $of } extracciones, motor `{ $engine }`
draws-done = { $done } de { $of } extracciones
refused = El estudio no se puede calcular con estos datos. La respuesta mostrada es la última que se pudo calcular.
changed = { $number ->
    [one] { $number } dato cambiado
   *[other] { $number } datos cambiados
}
changed-number = { $what }: { $from } → { $to }
pin = Conservar este estado como A
pin-again = Conservar el estado actual como A
pin-return = Volver a A
unpin = Olvidar A
pinned-title = A frente a B
pinned-a = A (conservado)
pinned-b = B (ahora)
pinned-change = B − A
pinned-note = Diferencia media de VAN respecto a la referencia, { $currency }.
strategy = Estrategia
number = Dato
customers = clientes

difference-text = { $name }: { $amount } ({ $low } a { $high }).
differences-title = Diferencia de VAN respecto a `{ $reference }`, media e intervalo del 90 %, { $currency }
lever = Palanca de la curva
curve-now = ahora { $level }
curve-break-even = equilibrio { $level }
curve-over-investment = óptimo { $level }
curve-title = `{ $name }`: diferencia de VAN según { $lever }
curve-title-break-even = `{ $name }` alcanza el equilibrio con { $break } de { $lever }
curve-title-over = `{ $name }`: por encima de { $over } de { $lever }, la unidad siguiente pierde dinero
cumulative-title = Diferencia descontada acumulada respecto a la referencia
cumulative-payback = En promedio, `{ $name }` se ha amortizado en { $at }
cumulative-always = En promedio, `{ $name }` lleva ventaja desde { $at }
cumulative-never = En promedio, `{ $name }` no se amortiza dentro del horizonte
cumulative-label = { $period }
tree-title = `{ $name }`: { $customers } fallos; se va el { $left } de los afectados
tree-route = Cómo lo supo la empresa
tree-outcome = Cómo terminó
tree-end = Qué hizo el cliente
tree-stayed = se quedó
tree-left = se fue
losses-title = Los fallos cuestan { $there } clientes a `{ $reference }` y { $here } a `{ $name }`
tornado-title = Lo que más importa es { $what }: mueve la ventaja de `{ $name }` sobre `{ $reference }` en { $spread }
tornado-flip = con { $level }, la mejor es `{ $name }`
variants-title = `{ $name }` sigue siendo la mejor en { $holding } de { $all } variantes del modelo
variant = Variante del modelo
variant-best = Mejor estrategia
variant-difference = Diferencia de VAN de `{ $name }`

compare-caption = Estrategias lado a lado, en { $currency }, escenario `{ $scenario }`
interval-90 = Intervalo del 90 %
roi = ROI
p-best = P(mejor)
customers-kept = Clientes conservados
npv = VAN
compare-levers = Qué cambian las estrategias
compare-levers-lead = Los números en gris son comunes a todas. `{ $reference }` es la referencia.
compare-edit = Añadir, renombrar, quitar
compare-copy = Copiar
compare-copy-as = como
compare-add = Añadir estrategia
compare-remove = Quitar { $name }
compare-name = Nombre de la estrategia { $name }
remove = Quitar
rename = Renombrar
compare-take = Llevarse los resultados
compare-take-lead = El estudio es un texto para `recoup run`, que da las mismas cifras. La dirección de esta página también lleva el estado: cópiela para compartirlo.
take-study = Estudio (TOML)
take-table = Tabla (CSV)
changed-added = Estrategia añadida: { $name }
changed-gone = Estrategia que ya no está: { $name }
differs = El estudio difiere del que traía la página.
differs-back = Restablecerlo
link-refused = El enlace lleva un estudio que no se puede leer. Se muestra el de la página.
losses-title-alone = Los fallos cuestan { $there } clientes a `{ $reference }`
