# La respuesta de `recoup fmea`. Los nombres de estrategias, puntos de contacto y tipos de fallo llegan como se escribieron, el dinero con su moneda.

fmea-interval = {" "}(intervalo del 90 %: { $low } a { $high })
fmea-no-kinds = El estudio no tiene ningún tipo de fallo.
fmea-most = `{ $kind }` es el fallo que más dinero pone en riesgo: sin él, `{ $name }` valdría { $amount } más{ $interval }. Reducirlo a la mitad vale { $half }.
fmea-all = Todos los tipos de fallo juntos ponen en riesgo { $amount }{ $interval }.
fmea-nothing-at-risk = Ningún tipo de fallo pone dinero en riesgo: sin cualquiera de ellos, `{ $name }` no valdría más.
fmea-number = El número de prioridad de riesgo de `{ $kind }` es { $rpn }.
fmea-number-too = El número de prioridad de riesgo también pone `{ $kind }` en primer lugar ({ $rpn }).
fmea-number-other = El número de prioridad de riesgo pone en primer lugar `{ $kind }` ({ $rpn }; `{ $first }` tiene { $own }), que pone en riesgo { $amount }.
fmea-how = { $draws }, motor de valores esperados. El dinero en riesgo es el VAN sin el fallo menos el VAN actual. No se descuenta el coste de prevenirlo: es lo máximo que puede costar la prevención.
fmea-modes = Tipos de fallo con `{ $name }`, según el dinero en riesgo
fmea-head-kind = fallo
fmea-head-cause = causa
fmea-head-touchpoint = punto de contacto
fmea-head-per-year = fallos al año
fmea-head-per-thousand = por 1000 clientes y año
fmea-head-unheard = sin conocer
fmea-head-at-risk = VAN en riesgo, { $currency }
fmea-head-halving = valor de reducirlo a la mitad
fmea-head-ranks = gravedad × ocurrencia × detección
fmea-head-rpn = número de prioridad de riesgo
fmea-head-place = puesto según el número
fmea-cause = { $cause ->
    [people] personas
    [process] proceso
    [product] producto
    [technology] tecnología
    [external] externa
   *[unstated] no indicada
}
fmea-agree = El número de prioridad de riesgo y el dinero nunca ponen dos tipos de fallo en orden opuesto.
fmea-disagreements = Dónde discrepan el número de prioridad de riesgo y el dinero, y qué contribuye más a ello:
fmea-disagree = `{ $dearer }` pone más dinero en riesgo que `{ $higher }` ({ $amount } y { $other }) y tiene el número menor ({ $rpn } y { $other_rpn }): { $why }.
fmea-why-cost = es más caro, { $each } por fallo en lugar de { $other }, mientras que la gravedad solo cuenta lo que pierde el cliente
fmea-why-frequency = es más frecuente, { $number } fallos al año en lugar de { $other }, lo que los grados de ocurrencia muestran solo en parte
fmea-why-detection = la empresa se entera de él más a menudo (sin conocer: { $own } en lugar de { $share }), lo que baja el número pero no el dinero
fmea-why-no-loss = `{ $kind }` no pone dinero en riesgo, sean cuales sean sus grados
fmea-no-touchpoints = El estudio no tiene puntos de contacto: con [[touchpoint]] y `failure.NAME.touchpoint`, un mapa del recorrido muestra dónde ocurren los fallos.
fmea-touchpoints = A lo largo del recorrido del cliente
fmea-causes = Según la causa
fmea-head-kinds = tipos
fmea-head-satisfaction = satisfacción después (1 a 7)
fmea-no-touchpoint = sin punto de contacto
fmea-together = todos juntos
fmea-together-remark = Las partes no tienen que sumar el total: los tipos de fallo influyen unos en otros, por ejemplo por la sustitución de los clientes perdidos, el boca a boca y la carga del centro de atención.
fmea-satisfaction-remark = Satisfacción: media justo después de un fallo y de su recuperación; antes de un fallo es de { $before }.
fmea-kpis = Indicadores del servicio por estrategia
fmea-kpi = { $kpi ->
    [first_contact_resolution] resolución en el primer contacto
    [contacts_per_case] contactos por caso
    [complaints_per_1000_purchases] quejas por 1000 compras
    [answered_in_time] respondidos a tiempo
    [resolved_quickly] resueltos con rapidez
    [unheard] fallos sin conocer
   *[repurchase_after_failure] recompra tras un fallo
}
fmea-not-in-model = no está en el modelo
fmea-kpis-remark = Medias sobre las extracciones. Resolución en el primer contacto: casos que resuelve la primera línea. Respondidos a tiempo: contactos del centro de atención. Resueltos con rapidez: de los fallos que la empresa conoce. Recompra: siguen siendo clientes al final del período de su fallo.
fmea-scales = Escalas del número de prioridad de riesgo: dónde empieza cada grado
fmea-head-rank = grado
fmea-head-rank-severity = gravedad: pérdida del cliente, en márgenes de una compra
fmea-head-rank-occurrence = ocurrencia: fallos por compra
fmea-head-rank-detection = detección: proporción sin conocer
fmea-at-least = desde { $value }
fmea-above-none = más de 0
fmea-one-in = desde 1 de cada { $number }
fmea-less = menos
fmea-scales-remark = La escala de ocurrencia es la de AIAG (FMEA, 4.ª edición); las de gravedad y detección son convenciones de Recoup. El margen de una compra es de { $margin }.

## Gráficos
chart-journey-subtitle = Puntos de contacto del recorrido de un cliente con { $name }, en { $horizon }; dinero con su intervalo del 90 %
chart-journey-more = { $text }; { $number ->
    [one] { $number } punto de contacto más está en la tabla
   *[other] { $number } puntos de contacto más están en la tabla
}
chart-journey-failures = fallos por 1000 clientes y año
chart-journey-satisfaction = satisfacción tras un fallo, 1 a 7 (línea discontinua: antes, { $before })
chart-journey-money = VAN en riesgo
chart-journey-nothing = Los fallos no ponen dinero en riesgo en ningún punto de contacto
chart-journey-alone = Los fallos en { $name } ponen en riesgo { $amount }
chart-journey-most = Los fallos en { $name } son los que más dinero ponen en riesgo: { $amount }, el { $share } de lo que ponen todos
chart-ranks-subtitle = Tipos de fallo con { $name }, según el número de prioridad de riesgo (gravedad × ocurrencia × detección) y según el dinero en riesgo
chart-ranks-more = { $text }; { $number ->
    [one] { $number } tipo más está en la tabla
   *[other] { $number } tipos más están en la tabla
}
chart-ranks-number = según el número de prioridad de riesgo
chart-ranks-money = según el VAN en riesgo
chart-ranks-meaning = { $meaning ->
    [dearer] más alto según el dinero
    [cheaper] más bajo según el dinero
   *[alike] mismo puesto
}
chart-ranks-apart = El número de prioridad de riesgo pone { $number } en primer lugar; el dinero, { $money }, que ocupa el puesto { $place } de { $all } según el número
chart-ranks-moved = Número y dinero ponen { $name } en primer lugar y ordenan de otro modo { $number } de { $all } tipos de fallo
chart-ranks-alike = El número de prioridad de riesgo y el dinero ordenan igual los tipos de fallo, con { $name } en primer lugar
