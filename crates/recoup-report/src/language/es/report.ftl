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
