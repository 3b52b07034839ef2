# Las palabras del oficio, una para cada cosa, y lo que se dice en todas partes.

# $period es week, month, quarter o year.
periods = { $period ->
    [week] { $number ->
        [one] { $number } semana
       *[other] { $number } semanas
    }
    [quarter] { $number ->
        [one] { $number } trimestre
       *[other] { $number } trimestres
    }
    [year] { $number ->
        [one] { $number } año
       *[other] { $number } años
    }
   *[month] { $number ->
        [one] { $number } mes
       *[other] { $number } meses
    }
}
period-name = { $period ->
    [week] semana
    [quarter] trimestre
    [year] año
   *[month] mes
}
# Un periodo por su número, tras «en» y «hasta».
period-at = { $period ->
    [week] la semana { $number }
    [quarter] el trimestre { $number }
    [year] el año { $number }
   *[month] el mes { $number }
}

# Cómo supo la empresa de un fallo.
route-name = { $route ->
    [voiced] reclamaron
    [solicited] consultados por la empresa
    [detected] detectados por la empresa
   *[silent] en silencio
}
# Cómo terminó un fallo.
outcome-name = { $outcome ->
    [unresolved] sin resolver
    [resolved] resuelto
    [quick] resuelto pronto
   *[silent] nunca atendido
}
# Por qué se perdió un cliente.
cause-name = { $cause ->
    [natural] abandono natural
    [silent] fallos silenciosos
    [unresolved] casos sin resolver
    [resolved] recuperaciones lentas
    [quick] recuperaciones rápidas
   *[word-of-mouth] boca a boca
}

# Un número del estudio en palabras: dónde está y cómo se llama.
key-label = { $place }: { $name }
# Una parte de una clave; los nombres que puso el autor quedan como están.
key-word = { $word ->
    [purchases_cv] dispersión de compras
    [compensation_amount] importe de la compensación
    [front_line_resolves_max] resolución máxima en primera línea
    [guaranteed] parte cubierta por la garantía
    [solicited_response] reacción de los consultados
    [treatment_log_odds] efecto del trato
    [attractive_share] pérdida en lo atractivo
    [compensation_cost] coste de la compensación
    [false_claims] reclamaciones falsas
    [cost_elasticity] elasticidad del coste de captación
    [must_be_factor] factor de lo obligatorio
    [attractive_factor] factor de lo atractivo
    [strategy] estrategia
    [horizon] horizonte
    [periods] periodos
    [discount_rate] tasa de descuento
    [market] mercado
    [customers] clientes
    [prospects] clientes potenciales
    [segment] segmento
    [share] proporción
    [purchases_per_year] compras al año
    [margin] margen
    [retention_cost] coste de retención
    [base_loyalty] lealtad de base
    [failure] fallo
    [rate] tasa
    [detected] proporción detectada
    [stability] estabilidad
    [control] controlabilidad
    [first_period] primer periodo
    [last_period] último periodo
    [severity] gravedad
    [loss] pérdida
    [satisfaction_drop] caída de satisfacción
    [complain] tasa de reclamación
    [repurchase] recompra
    [silent] en silencio
    [unresolved] sin resolver
    [resolved] resuelto
    [quick] resuelto pronto
    [loyalty] lealtad
    [window_years] ventana en años
    [reference_base] base de referencia
    [selection_share] proporción de selección
    [repeat_log_odds] log-odds de la reincidencia
    [double_deviation_log_odds] log-odds de la doble desviación
    [stability_log_odds] log-odds de la estabilidad
    [control_log_odds] log-odds de la controlabilidad
    [memory_years] memoria en años
    [voice] voz del cliente
    [solicit] consulta activa
    [solicit_cost] coste de consultar
    [recovery] recuperación del servicio
    [front_line_share] proporción de primera línea
    [front_line_resolves] resolución en primera línea
    [resolves] tasa de resolución
    [resolves_max] resolución máxima
    [compensation] compensación
    [apology] disculpa
    [desk] mostrador de atención
    [agents] agentes
    [handle_minutes] minutos de gestión
    [contacts_per_case] contactos por caso
    [hours_per_week] horas por semana
    [answer_within_minutes] minutos hasta responder
    [resolve_median_hours] mediana de horas hasta resolver
    [resolve_shape] forma del tiempo de resolución
    [quick_hours] horas de lo rápido
    [word_of_mouth] boca a boca
    [told] personas informadas
    [dispersion] dispersión
    [negative_impact] impacto negativo
    [positive_impact] impacto positivo
    [retention_divisor_negative] divisor de retención negativo
    [retention_divisor_positive] divisor de retención positivo
    [persistence_per_month] persistencia mensual
    [public_share] proporción pública
    [public_audience] audiencia pública
    [acquisition] captación de clientes
    [growth_per_year] crecimiento anual
    [in_market_per_year] proporción anual en el mercado
    [preference] preferencia
    [cost_ratio] razón de costes
    [cost] coste
    [budget_per_year] presupuesto anual
    [return_per_year] retorno anual
    [learning] aprendizaje
    [response] respuesta
    [spend_per_year] gasto anual
    [limit] límite
    [half] gasto a mitad de camino
    [costs] costes
    [per_contact] por contacto
    [agent_per_year] por agente y año
    [fixed_per_year] fijos al año
    [setup] puesta en marcha
    [training_per_year] formación al año
    [prevention_per_year] prevención al año
    [detection_per_customer_year] detección por cliente y año
    [study] estudio
    [seed] semilla
    [draws] simulaciones
    [replicates] réplicas
    [satisfaction] satisfacción
    [mean] media
    [sd] desviación típica
    [gain] ganancia
    [repeat_attenuation] atenuación por reincidencia
    [slope] pendiente
    [individuals] individuos
    [loyalty_sd] desviación típica de la lealtad
    [spend_cv] coeficiente de variación del gasto
    [voice_loyalty_rho] correlación entre voz y lealtad
    [network] red social
    [degree] grado
    [rewiring] recableado
    [strong_share] proporción de lazos fuertes
    [strong_multiplier] multiplicador de lazos fuertes
    [contagion] contagio
    [advertising] publicidad
    [strong] lazos fuertes
    [weak] lazos débiles
    [negative_multiplier] multiplicador negativo
    [unhappy] descontentos
    [tenure] antigüedad
    [newcomer_years] años como cliente nuevo
    [newcomer_margin] margen de un cliente nuevo
    [newcomer_retention_cost] coste de retención de un cliente nuevo
    [guarantee] garantía
    [invoked] proporción que la invoca
    [refund] reembolso
    [forewarned] proporción avisada
    [forewarned_log_odds] log-odds del aviso previo
    [spend] gasto
    [recovered] recuperado
    [aggrieved] agraviado
    [delighted] encantado
    [told_per_year_without_failure] elogios al año sin fallo
    [front_line_limit] límite de primera línea
    [fair_treatment] trato justo
    [fair_treatment_saves] ahorro por trato justo
    [late_compensation_per_day] compensación por día de retraso
    [late_days] días de retraso
    [loss_sigma] dispersión de la pérdida
    [forewarning_per_customer_year] aviso previo por cliente y año
    [scenario] escenario
    [weight] peso
    [purchases_cv] coeficiente de variación de las compras
    [compensation_amount] importe de la compensación
    [compensation_cost] coste por unidad de compensación
    [false_claims] reclamaciones falsas
    [front_line_resolves_max] resolución máxima en primera línea
    [guaranteed] proporción con garantía
    [solicited_response] reacción de los consultados
    [treatment_log_odds] log-odds del trato
    [attractive_share] peso de los fallos atractivos
    [must_be_factor] factor de satisfacción de lo obligatorio
    [attractive_factor] factor de satisfacción de lo atractivo
    [cost_elasticity] elasticidad del coste
    [strategy] estrategia
    [starts] primer periodo
    [ramp_periods] periodos hasta el efecto pleno
    [sweep] barrido
    [from] desde
    [to] hasta
    [steps] pasos
    [correlation] correlación
    [rho] coeficiente de correlación
    [forewarned] proporción avisada
    [loss_sigma] dispersión de la pérdida
    [forewarned_log_odds] log-odds del aviso previo
    [spend] gasto
    [recovered] recuperados
    [aggrieved] agraviados
    [delighted] encantados
    [tenure] antigüedad
    [newcomer_years] años como cliente nuevo
    [newcomer_margin] margen de los nuevos
    [newcomer_retention_cost] coste de retención de los nuevos
    [front_line_limit] límite de primera línea
    [fair_treatment] trato justo
    [fair_treatment_saves] compensación que ahorra el trato justo
    [late_compensation_per_day] compensación por día de retraso
    [late_days] días de retraso
    [guarantee] garantía
    [invoked] proporción que la invoca
    [refund] reembolso
    [told_per_year_without_failure] mensajes positivos al año sin fallo
    [forewarning_per_customer_year] aviso previo por cliente y año
   *[other] { $plain }
}

# El final de una lista.
list-and = { $first } y { $last }
sentence = { $text }.
list-or = { $first } o { $last }
# Un inciso.
bracketed = {" "}({ $text })

## Variantes del modelo: cómo se llaman y qué fijan; las claves, como las escribe un estudio

variant-as-is = el modelo tal cual
variant-no-replacement = sin reposición
variant-no-replacement-sets = acquisition.policy = "none"
variant-dear-replacement = reponer más, más caro
variant-dear-replacement-sets = acquisition.cost_elasticity = 1
variant-beyond-horizon = valor más allá del horizonte
variant-beyond-horizon-sets = horizon.terminal_value = "clv"
variant-no-replacement-beyond-horizon = sin reposición, con valor más allá del horizonte
variant-no-replacement-beyond-horizon-sets = acquisition.policy = "none", horizon.terminal_value = "clv"
variant-cash-at-start = dinero al inicio del periodo
variant-cash-at-start-sets = horizon.cash = horizon.customers_counted = "start"
variant-asked-react-half = los consultados reaccionan la mitad
variant-asked-react-half-sets = loyalty.solicited_response = 0.5
variant-loyal-speak = reclaman los leales
variant-loyal-speak-sets = loyalty.selection_share = 1
variant-unresolved-below-silent = sin resolver, peor que callar
variant-unresolved-below-silent-sets = repurchase.unresolved = silent - 0.085 (CCMC 2015)
variant-failures-matter-half = los fallos pesan la mitad
variant-failures-matter-half-sets = cada tasa de recompra, a medio camino de loyalty.reference_base en log-odds
variant-half-complain = reclama la mitad
variant-half-complain-sets = complain, 0.5 como mínimo
variant-no-word-of-mouth = sin boca a boca
variant-no-word-of-mouth-sets = word_of_mouth.negative_impact = positive_impact = 0
variant-strong-word-of-mouth = boca a boca fuerte
variant-strong-word-of-mouth-sets = word_of_mouth.negative_impact = 0.3
variant-replacing-half-as-dear = reponer cuesta la mitad
variant-replacing-half-as-dear-sets = acquisition.cost_ratio, o cost, a la mitad
variant-replacing-twice-as-dear = reponer cuesta el doble
variant-replacing-twice-as-dear-sets = acquisition.cost_ratio, o cost, al doble
variants-impossible = { $names } { $number ->
    [one] no puede darse
   *[other] no pueden darse
}: los clientes que nunca se van valdrían una suma infinita.

# Si la respuesta se mantiene en otros modelos.
holds-in-all = { $who ->
    [it] Sigue
   *[named] `{ $name }` sigue
} siendo la mejor en { $all ->
    [one] la única variante del modelo que cambia algo
   *[other] las { $all } variantes del modelo
}.
holds-in-some = { $holding ->
    [0] { $who ->
        [it] No sigue siendo la mejor en ninguna
       *[named] `{ $name }` no sigue siendo la mejor en ninguna
    }
   *[other] { $who ->
        [it] Sigue siendo la mejor en { $holding }
       *[named] `{ $name }` sigue siendo la mejor en { $holding }
    }
} de { $all } variantes del modelo; { $turned }.
holds-turned = con { $variants } la mejor es `{ $name }`
holds-more = { $number } más
holds-elsewhere = Las variantes del modelo se comparan en los valores puntuales, donde la mejor es `{ $other }`; `{ $name }` { $holding ->
    [0] no es la mejor en ninguna
   *[other] es la mejor en { $holding }
} de { $all ->
    [one] esa única variante
   *[other] las { $all } variantes
}.

## Tablas comunes a la terminal, el informe y el libro de cálculo

variants-head = variante del modelo
variants-head-best = mejor
variants-head-sets = qué fija
variants-caption = Otros modelos: VAN menos el de `{ $reference }` en { $currency }, en los valores puntuales, según el motor de valores esperados
variants-turned-caption = Variantes del modelo en las que la mejor no es `{ $name }`: VAN menos el de `{ $reference }` en { $currency }, en los valores puntuales
variants-fewer = Se muestran { $number } estrategias, primero las que son mejores en algún caso; result.json las tiene todas.
desk-caption = El mostrador de atención en { $horizon }: carga en erlang, su proporción de lo que pueden los puestos, y cómo les va a casos y contactos
desk-mean-load = carga media
desk-greatest-load = carga máxima
desk-greatest-utilisation = utilización máxima
desk-served = casos atendidos
desk-in-time = respondidos a tiempo
desk-overloaded = periodos con sobrecarga
desk-remark = Las medias son de los periodos en que el mostrador tiene trabajo; las proporciones se ponderan por la carga. Con una utilización del 100 % o más, algunos casos no se atienden nunca y nadie recibe respuesta a tiempo.
head-segment = segmento
segment-column = { $column ->
    [customers_start] al inicio
    [customers_end] al final
    [episodes] con algún fallo
    [lost_natural] natural
    [lost_silent] en silencio
    [lost_unresolved] sin resolver
    [lost_resolved] resueltos
    [lost_quick] pronto resueltos
    [lost_word_of_mouth] boca a boca
    [contribution] contribución
   *[programme] coste propio del programa
}
segment-worth = contribución menos ese coste
segment-difference = diferencia con la referencia
segment-caption-customers = Por segmento: clientes al inicio y al final, clientes con algún fallo y clientes perdidos en el horizonte, por causa
segment-caption-money = Por segmento: valores actuales en { $currency }
segment-remark = El coste propio del programa es lo que se paga por cliente y por caso. Lo común no se reparte: puestos de atención, costes fijos, formación, prevención, respuestas, puesta en marcha y valor más allá del horizonte; por eso los segmentos no suman el VAN.
segment-fewer = Se muestran la referencia y la mejor estrategia; todas están en tables/segments.
strategy-timing = { $ramp ->
    [no] empieza en { $when }
   *[yes] empieza en { $when } y alcanza su efecto pleno en { $over }
}
