# El informe: página y libro de cálculo. Los nombres llegan entre comillas; los importes, ya escritos.

## Común

report-contents = Índice
report-answer = La respuesta
report-footer = Generado por recoup { $version } a partir del estudio { $study }; el mismo estudio, con la misma semilla y versión, produce un informe idéntico byte a byte.
answer-run = { $scenarios ->
    [one] Escenario { $scenario }
   *[all] Todos los escenarios
} · semilla { $seed } · recoup { $version }

## Libro de cálculo

book-summary = Resumen
book-table = Tabla { $number }
book-table-caption = Tabla { $number }: { $caption }
book-periods = Periodos
book-histories = Simulaciones
book-assumptions = Supuestos
book-accounts = Cuentas
book-losses = Pérdidas
book-curves = Curvas
book-segments = Segmentos
book-desk = Centro de atención
book-variants = Variantes del modelo
book-errors = Presupuesto de error
book-inputs = Parámetros
book-answer = Respuesta
book-cash = Caja por año
book-cash-periods = Caja por periodo
book-levers = Palancas
live-as-run = { $what }, simulado
live-how = Cambie las celdas amarillas. Las hojas Respuesta, Caja por año y Caja por periodo se recalculan; las demás quedan como se simularon.
live-answer = En { $currency }. Las fórmulas siguen la hoja Parámetros; las columnas «simulado» son las cifras simuladas del estudio.
live-same = Los parámetros son los del estudio: las fórmulas dan las cifras simuladas.
live-other = Los parámetros difieren del estudio: las columnas «simulado» siguen mostrando el estudio.
live-several = Se han movido varias palancas: se suman sus efectos por separado, sin el efecto de unas sobre otras. Para verlo, ejecute el estudio.
live-years = Flujo de caja por año, en { $currency }
live-years-how = Medias de las simulaciones; los costes son negativos. Los valores actuales de todas las filas de una estrategia suman su valor actual neto.
live-periods = Flujo de caja por periodo, en { $currency }: medias de las simulaciones y lo mismo con la hoja Parámetros. Los costes son negativos.
live-customers = coste de retención y captación
live-contribution = contribución, valor actual
live-programme-worth = coste del programa, valor actual
live-factor = factor de descuento
live-factor-setup = factor de descuento de la puesta en marcha
live-difference = diferencia descontada
live-below = bajo cero tras este periodo
live-value = Valor
live-in-study = En el estudio
live-name = Nombre en las fórmulas
live-acts = Qué cambia y qué queda como se simuló
live-rate = Tasa de descuento anual
live-rate-of = Tasa de descuento anual, escenario { $scenario }
live-rate-acts = Descuenta el flujo de cada periodo. Los clientes, las compras y el flujo sin descontar quedan como se simularon.
live-margin = Factor del margen
live-margin-acts = Multiplica el margen de cada compra en todas las estrategias. Los clientes, las compras y todos los costes quedan como se simularon.
live-programme = Factor del coste del programa
live-programme-acts = Multiplica todo el coste del programa de todas las estrategias, con la puesta en marcha y la compensación: un cambio de precios. Lo que hace el programa, y en qué medida, queda como se simuló.
live-lever-acts = Un nivel del barrido del estudio, aplicado en { $strategies }. Todo el flujo cambia como en el motor de valores esperados sobre las extracciones del estudio, igual que en la curva de ROI.
live-as-in-study = como en el estudio
live-refused = Aquí no es posible
live-refused-number = Escriba un número de 0 a { $most }.
live-refused-level = Elija un nivel de la lista: son los que el estudio ha calculado.
live-fixed = Cómo calculan las fórmulas y qué mantienen fijo
live-fixed-cash = El flujo de un periodo es la media de { $simulations ->
    [one] { $simulations } simulación
   *[other] { $simulations } simulaciones
} de cada estrategia.
live-fixed-time = Un año tiene { $periods ->
    [one] { $periods } periodo
   *[other] { $periods } periodos
}. El flujo cae { $cash ->
    [start] al inicio
    [end] al final
   *[middle] a la mitad
} de cada periodo, y la puesta en marcha al inicio del periodo en que empieza la estrategia.
live-fixed-answer = El ROI es la contribución adicional menos el coste adicional del programa, dividido por ese coste adicional, frente a la referencia. El plazo de recuperación es el primer periodo desde el que la diferencia acumulada ya no baja de cero, sin el valor más allá del horizonte.
live-fixed-beyond = Con otra tasa de descuento, el valor más allá del horizonte se ajusta con la proporción media de clientes que se quedan en el último periodo: exacto con una sola simulación y sin mover palancas; si no, aproximado.
live-fixed-levers = Palancas: el azar entre clientes queda como se simuló. Un nivel escrito a mano pasa al más cercano de la lista.
live-fixed-first = Estas hojas muestran el primer escenario; el estudio es demasiado grande para mostrarlos todos aquí.
live-fixed-rest = Los intervalos, las probabilidades y la TIR no se recalculan: cambie el estudio y ejecútelo de nuevo.
book-mean = Media
book-sd = Desviación estándar
book-p = { $level ->
    [0] Mínimo
    [100] Máximo
   *[other] Cuantil del { $level } %
}
book-measure = Magnitud
book-worst = Media del peor 5 %
book-histories-number = Simulaciones
book-lower = { $what }, 5 %
book-upper = { $what }, 95 %
book-period = Periodo
book-cell-from = Desde
book-cell-to = Hasta
book-counts = Simulaciones por diferencia de VAN
book-cumulative = Diferencia de VAN descontada acumulada
book-customers-start = Clientes al inicio
book-customers-end = Clientes al final
book-lever-value = Valor de la palanca
book-low = Extremo inferior
book-high = Extremo superior
book-difference-low = Diferencia de VAN en el extremo inferior
book-difference-high = Diferencia de VAN en el extremo superior
book-unit = Unidad
book-basis = Origen del rango
book-note = Nota
book-cut = Las demás filas están en { $file }.
book-column = { $column ->
    [active] Clientes activos
    [prospects] Clientes potenciales
    [lapsed] Clientes perdidos
    [episodes] Fallos sufridos
    [silent] En silencio
    [unresolved] Sin resolver
    [resolved] Resueltos
    [quick] Resueltos con rapidez
    [lost_natural] Perdidos: natural
    [lost_silent] Perdidos: en silencio
    [lost_unresolved] Perdidos: sin resolver
    [lost_resolved] Perdidos: resueltos
    [lost_quick] Perdidos: resueltos con rapidez
    [lost_word_of_mouth] Perdidos: boca a boca
    [organic] Llegados por sí solos
    [bought] Captados
    [nwom] Mensajes negativos
    [pwom] Mensajes positivos
    [contribution] Contribución
    [setup] Puesta en marcha
    [desk_load] Centro: carga en erlang
    [desk_utilisation] Centro: utilización
    [desk_served] Centro: casos atendidos
    [desk_in_time] Centro: respondidos a tiempo
   *[programme] Coste del programa
}
