# Términos del ámbito, uno por concepto, y textos comunes a varios módulos.
#
# Glosario:
#   service failure        fallo de servicio, fallo       service recovery      recuperación del servicio
#   complaint, complain    queja, quejarse                solicit               solicitar quejas, consultar
#   detected               detectado por la empresa       silent                en silencio
#   resolved quickly       resuelto con rapidez           repurchase            recompra
#   base loyalty           lealtad base                   word of mouth         boca a boca
#   recovery paradox       paradoja de la recuperación    double deviation      doble desviación
#   NPV                    valor actual neto (VAN)        ROI                   retorno de la inversión (ROI)
#   payback period         plazo de recuperación          benefit-cost ratio    relación beneficio-coste
#   break-even             punto de equilibrio            programme cost        coste del programa
#   acquisition            captación                      retention             retención
#   responses (spending)   inversión en mejora            market damage         daño en el mercado
#   service desk           centro de atención             desk positions        puestos de atención
#   input                  parámetro                      point value           valor puntual
#   draw                   extracción (de los parámetros) simulation            simulación
#   chance events          sucesos aleatorios             chance among customers  azar entre clientes
#   common random numbers  números aleatorios comunes     on average            en promedio
#   standard error         error estándar                 standard deviation    desviación estándar
#   expected engine        motor de valores esperados     cohort, agents engine motor de cohortes, de agentes
#   EVPI                   valor esperado de la información perfecta
#   regret                 arrepentimiento                efficiency frontier   frontera de eficiencia
#   dominated              dominada                       share                 proporción
#   lever                  palanca                        scenario              escenario

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
    [voiced] se quejaron
    [solicited] consultados por la empresa
    [detected] detectados por la empresa
   *[silent] en silencio
}
# Cómo terminó un fallo.
outcome-name = { $outcome ->
    [unresolved] sin resolver
    [resolved] resuelto
    [quick] resuelto con rapidez
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
key-label-joint = { $table } ({ $keys })
# Una parte de una clave; los nombres que puso el autor quedan como están.
key-word = { $word ->
    [purchases_cv] coeficiente de variación de las compras
    [compensation_amount] importe de la compensación
    [front_line_resolves_max] tasa máxima de resolución en primera línea
    [guaranteed] proporción con garantía
    [solicited_response] reacción de los consultados
    [treatment_log_odds] log-odds del trato justo
    [attractive_share] peso de los fallos atractivos
    [compensation_cost] coste por unidad de compensación
    [false_claims] proporción de quejas infundadas
    [cost_elasticity] elasticidad del coste de captación
    [must_be_factor] factor de satisfacción de lo obligatorio
    [attractive_factor] factor de satisfacción de lo atractivo
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
    [base_loyalty] lealtad base
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
    [complain] tasa de quejas
    [repurchase] recompra
    [silent] en silencio
    [unresolved] sin resolver
    [resolved] resuelto
    [quick] resuelto con rapidez
    [loyalty] lealtad
    [window_years] ventana en años
    [reference_base] base de referencia
    [selection_share] proporción debida a la selección
    [repeat_log_odds] log-odds de la repetición
    [double_deviation_log_odds] log-odds de la doble desviación
    [stability_log_odds] log-odds de la estabilidad
    [control_log_odds] log-odds de la controlabilidad
    [memory_years] memoria en años
    [voice] queja del cliente
    [solicit] solicitud de quejas
    [solicit_cost] coste de solicitar quejas
    [recovery] recuperación del servicio
    [front_line_share] proporción atendida en primera línea
    [front_line_resolves] tasa de resolución en primera línea
    [resolves] tasa de resolución
    [resolves_max] tasa máxima de resolución
    [compensation] compensación
    [apology] disculpa
    [desk] centro de atención
    [agents] puestos de atención
    [handle_minutes] minutos de gestión
    [contacts_per_case] contactos por caso
    [hours_per_week] horas por semana
    [answer_within_minutes] minutos hasta responder
    [resolve_median_hours] mediana de horas hasta resolver
    [resolve_shape] forma del tiempo de resolución
    [quick_hours] horas para contar como rápido
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
    [cost_ratio] coste de captar frente a retener
    [cost] coste
    [budget_per_year] presupuesto anual
    [return_per_year] tasa anual de regreso de clientes perdidos
    [learning] aprendizaje
    [response] inversión en mejora
    [spend_per_year] gasto anual
    [limit] límite
    [half] gasto para la mitad del efecto
    [costs] costes
    [per_contact] por contacto
    [agent_per_year] por puesto y año
    [fixed_per_year] fijos al año
    [setup] puesta en marcha
    [training_per_year] formación al año
    [prevention_per_year] prevención al año
    [detection_per_customer_year] detección por cliente y año
    [study] estudio
    [seed] semilla
    [draws] extracciones
    [replicates] réplicas
    [satisfaction] satisfacción
    [mean] media
    [sd] desviación estándar
    [gain] ganancia
    [repeat_attenuation] atenuación por repetición
    [slope] pendiente
    [individuals] individuos
    [loyalty_sd] desviación estándar de la lealtad
    [spend_cv] coeficiente de variación del gasto
    [voice_loyalty_rho] correlación entre queja y lealtad
    [network] red social
    [degree] número medio de contactos
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
    [newcomer_margin] multiplicador del margen de los nuevos
    [newcomer_retention_cost] multiplicador de la retención de los nuevos
    [guarantee] garantía
    [invoked] proporción que la invoca
    [refund] reembolso
    [forewarned] proporción avisada
    [forewarned_log_odds] log-odds del aviso previo
    [spend] multiplicador del gasto
    [recovered] recuperados
    [aggrieved] descontentos tras un fallo
    [delighted] encantados
    [told_per_year_without_failure] mensajes positivos al año sin fallo
    [front_line_limit] límite autorizado en primera línea
    [fair_treatment] trato justo
    [fair_treatment_saves] compensación que ahorra el trato justo
    [late_compensation_per_day] compensación por día de retraso
    [late_days] días de retraso
    [loss_sigma] dispersión de la pérdida
    [forewarning_per_customer_year] aviso previo por cliente y año
    [scenario] escenario
    [weight] peso
    [starts] periodo inicial
    [ramp_periods] periodos hasta el efecto pleno
    [sweep] barrido
    [from] desde
    [to] hasta
    [steps] pasos
    [correlation] correlación
    [rho] coeficiente de correlación
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
variant-no-replacement = no se reponen los clientes perdidos
variant-no-replacement-sets = acquisition.policy = "none"
variant-dear-replacement = cada reposición cuesta más
variant-dear-replacement-sets = acquisition.cost_elasticity = 1
variant-beyond-horizon = cuenta el valor más allá del horizonte
variant-beyond-horizon-sets = horizon.terminal_value = "clv"
variant-no-replacement-beyond-horizon = sin reposición, cuenta el valor más allá del horizonte
variant-no-replacement-beyond-horizon-sets = acquisition.policy = "none", horizon.terminal_value = "clv"
variant-cash-at-start = la caja cuenta al inicio del periodo
variant-cash-at-start-sets = horizon.cash = horizon.customers_counted = "start"
variant-asked-react-half = los consultados reaccionan la mitad
variant-asked-react-half-sets = loyalty.solicited_response = 0.5
variant-loyal-speak = se quejan sobre todo los leales
variant-loyal-speak-sets = loyalty.selection_share = 1
variant-unresolved-below-silent = sin resolver se pierde más que en silencio
variant-unresolved-below-silent-sets = repurchase.unresolved = silent - 0.085 (CCMC 2015)
variant-failures-matter-half = los fallos afectan la mitad a los clientes
variant-failures-matter-half-sets = cada tasa de recompra, a medio camino de loyalty.reference_base en escala log-odds
variant-half-complain = se queja al menos la mitad
variant-half-complain-sets = complain, 0.5 como mínimo
variant-no-word-of-mouth = sin boca a boca
variant-no-word-of-mouth-sets = word_of_mouth.negative_impact = positive_impact = 0
variant-strong-word-of-mouth = el boca a boca daña más
variant-strong-word-of-mouth-sets = word_of_mouth.negative_impact = 0.3
variant-replacing-half-as-dear = captar clientes cuesta la mitad
variant-replacing-half-as-dear-sets = acquisition.cost_ratio, o cost, a la mitad
variant-replacing-twice-as-dear = captar clientes cuesta el doble
variant-replacing-twice-as-dear-sets = acquisition.cost_ratio, o cost, al doble
variants-impossible = { $names } { $number ->
    [one] no se puede calcular
   *[other] no se pueden calcular
}: los clientes que nunca se van tendrían un valor infinito.

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
holds-elsewhere = Las variantes del modelo se comparan con los valores puntuales, con los que la mejor es `{ $other }`; `{ $name }` { $holding ->
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
variants-caption = Otros modelos: VAN menos el de `{ $reference }` en { $currency }, con los valores puntuales, según el motor de valores esperados
variants-fewer = Se muestran { $number } estrategias, primero las que son mejores en algún modelo; result.json las contiene todas.
desk-caption = Centro de atención en { $horizon }: carga en erlang, carga como proporción de la capacidad, y casos y contactos atendidos
desk-mean-load = carga media
desk-greatest-load = carga máxima
desk-greatest-utilisation = utilización máxima
desk-served = casos atendidos
desk-in-time = respondidos a tiempo
desk-overloaded = periodos con sobrecarga
desk-remark = Las medias corresponden a los periodos en que el centro tiene trabajo; las proporciones se ponderan por la carga. Con una utilización del 100 % o más, algunos casos no se atienden nunca y nadie recibe respuesta a tiempo.
head-segment = segmento
segment-column = { $column ->
    [customers_start] al inicio
    [customers_end] al final
    [episodes] fallos sufridos
    [lost_natural] natural
    [lost_silent] en silencio
    [lost_unresolved] sin resolver
    [lost_resolved] resueltos
    [lost_quick] resueltos con rapidez
    [lost_word_of_mouth] boca a boca
    [contribution] contribución
   *[programme] coste propio del programa
}
segment-worth = contribución menos coste propio
segment-difference = diferencia con la referencia
segment-caption-customers = Por segmento: clientes al inicio y al final, fallos sufridos y clientes perdidos en el horizonte, por causa
segment-caption-money = Por segmento: valores actuales en { $currency }
segment-remark = El coste propio del programa es lo que se paga por cliente y por caso. Las partidas comunes no se reparten: puestos de atención, costes fijos, formación, prevención, inversión en mejora, puesta en marcha y valor más allá del horizonte. Por eso la suma de los segmentos no es el VAN.
segment-fewer = Se muestran la referencia y la mejor estrategia; tables/segments las contiene todas.
strategy-timing = { $ramp ->
    [no] empieza en { $when }
   *[yes] empieza en { $when } y alcanza su efecto pleno en { $over }
}

## Palabras y encabezados comunes a varios módulos

too-small = demasiado pequeño para medirlo
strategy-change-new = { $label } { $to }
strategy-change-gone = sin { $label }
strategy-lever = { $key ->
    [voice-solicit] clientes callados que responden al preguntarles
    [voice-solicit-cost] coste de preguntar a un cliente
    [recovery-quick] resueltos con rapidez
    [recovery-resolves] casos resueltos
    [recovery-compensation] compensación, proporción de la pérdida
    [recovery-front-line-share] casos que llegan a la primera línea
    [recovery-front-line-resolves] resueltos por la primera línea
    [recovery-desk-agents] puestos de atención
    [recovery-desk-resolve-median-hours] mediana de horas hasta resolver
    [costs-training-per-year] formación por año
    [costs-fixed-per-year] coste fijo por año
    [costs-setup] coste inicial
   *[other] { $label }
}
strategy-change = { $label } { $from } → { $to }
strategy-changes-more = { $number } más
strategy-changes-between = ;{" "}
range = { $low } a { $high }
reference = referencia
not-meaningful = n. s.
never = nunca
costs-less = cuesta menos
no-cost = sin coste
map-nowhere = En ningún punto del mapa hay una estrategia que supere a { $reference }
below = menos de { $value }
changes-decision = cambia la decisión
return-on-investment = retorno de la inversión
head-scenario = escenario
head-study = estudio
head-source = fuente
head-meaning = significado
head-status = evidencia
head-best-strategy = mejor estrategia
head-lever = palanca
head-input = parámetro
head-worth-knowing = valor de saberlo
head-standard-error = error estándar
head-moved = se mueve en
head-simulated = simulado
head-expected = esperado
head-payback-time = plazo de recuperación
head-npv-in = VAN, { $currency }
head-verdict = veredicto
head-preset = preajuste

## Tablas de una respuesta: títulos y encabezados

head-strategy = estrategia
strategies-caption = Valor actual neto y resultados principales de cada estrategia, en { $currency }, con intervalos del 90 %
head-npv = VAN
npv-difference = diferencia de VAN
head-interval = intervalo del 90 %
head-roi = ROI
head-bcr = relación beneficio-coste
head-payback = plazo de recuperación ({ $period })
head-irr = TIR anual
head-p-best = P(mejor)
head-chance-of-loss = probabilidad de pérdida (números aleatorios comunes)
head-kept = clientes conservados
decision-caption = Las estrategias en { $number ->
    [one] { $number } extracción
   *[other] { $number } extracciones
} de los parámetros inciertos, en { $currency }: VAN medio con su intervalo, probabilidad de ser la mejor, pérdida media y máxima de elegirla y VAN medio en el peor 5 %
head-expected-loss = pérdida esperada
head-regret = arrepentimiento máximo
head-worst = peor { $share }
accounts-caption = De dónde viene el dinero: valores actuales frente a `{ $reference }`, en { $currency }; positivo = mejor
head-account = partida
account-name = { $account ->
    [margin] margen de clientes activos
    [retention] coste de retención
    [acquisition] coste de captación
    [contacts] contactos
    [compensation] compensación
    [agents] puestos de atención
    [fixed] costes fijos
    [training] formación
    [prevention] prevención
    [soliciting] solicitud de quejas
    [detection] detección
    [responses] inversión en mejora
    [setup] puesta en marcha
    [refunds] reembolsos
    [forewarning] aviso previo
    [terminal_contribution] contribución más allá del horizonte
   *[terminal_programme] programa más allá del horizonte
}
cash-caption = Flujo de caja por año, en { $currency }: medias de las simulaciones, sin descontar; los costes son negativos y los valores actuales suman el VAN
cash-cases = contactos, compensación y reembolsos
cash-running = coste corriente del programa
cash-programme = coste total del programa
cash-net = flujo neto
cash-beyond = más allá del horizonte
head-year = año
head-present-value = valor actual
losses-caption = Clientes perdidos en el horizonte, por causa; el daño en el mercado es todo salvo las pérdidas naturales
head-total = total
head-damage = daño en el mercado
head-yearly-margin = margen anual perdido
regret-caption = Arrepentimiento por escenario, en { $currency }: VAN de la mejor estrategia del escenario menos el de la propia
least-regret = `{ $name }` tiene el menor arrepentimiento máximo entre los escenarios: es la que menos pierde donde otra habría sido mejor.
regret-weighted = Diferencia ponderada: VAN medio menos el de `{ $reference }`, según los pesos de los escenarios.
head-weighted = diferencia ponderada
errors-caption = Incertidumbre de la diferencia de VAN, con números aleatorios comunes, en { $currency }: desviaciones estándar por origen; el error del paso de tiempo es lo que añadirían periodos de la mitad de duración
errors-remark = Entre paréntesis: proporción de la varianza en un mercado.
time-step-caption = Lo que añadirían a la diferencia de VAN periodos de la mitad de duración, en { $currency }
head-inputs = parámetros inciertos
head-luck = azar entre clientes
head-error-of-mean = error de Montecarlo de la media
head-time-step = error del paso de tiempo
head-variance-reduction = reducción de varianza por extracciones compartidas
