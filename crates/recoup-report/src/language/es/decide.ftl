# La respuesta de una decisión. Los nombres van entre acentos graves.

decide-choose = Elija `{ $name }`: su VAN esperado es el más alto
decide-choose-equal = Elija { $names }, que dan el mismo resultado: su VAN esperado es el más alto
decide-above = { $text }, { $amount } por encima del de `{ $second }`, y { $who ->
    [alone] es la mejor
   *[equal] ninguna otra es mejor
} en el { $share } de las extracciones de los parámetros inciertos
decide-cautious = Si el peor caso importa más que la media, elija `{ $name }`: su arrepentimiento máximo en las extracciones es el menor.
decide-no-variants = Aquí ninguna variante del modelo cambia nada.
head-first = primera
head-second = segunda
head-first-less-second = primera menos segunda
head-p-first = P(la primera es mejor)
decide-pairs = Comparación por pares, extracción a extracción, en { $currency }: cada estrategia con la referencia, y la mejor con cada una de las demás
decide-more-pairs = { $number ->
    [one] { $number } par más está
   *[other] { $number } pares más están
} en el JSON (`--json`) y en tables/pairs de la carpeta (`--out`).
head-programme = coste del programa
head-contribution = contribución
head-incremental-roi = ROI incremental
head-frontier = frontera de eficiencia
decide-cheapest = en ella: la más barata
decide-after = en ella, tras `{ $name }`
decide-same-as = igual que `{ $name }`
decide-dominated = dominada por `{ $name }`
decide-dominated-by-mix = dominada (dominancia extendida) por una mezcla de `{ $first }` y `{ $second }`
decide-frontier = Eficiencia: lo que cuesta una estrategia y lo que aporta, medias en { $currency }; un paso es rentable mientras su ROI incremental sea mayor que 0
decide-no-budget = Con ningún presupuesto conviene elegir { $names }: otra estrategia, o una mezcla de dos, aporta al menos lo mismo sin costar más.
decide-acceptability = Dónde sería mejor otra elección, en promedio
decide-acceptability-over = { $over ->
    [customer_value] si un cliente conservado valiera esto y nada más contara
    [horizon] si solo contara el flujo de caja hasta ese momento
   *[budget] si el programa pudiera costar como máximo esto más que el de la referencia
}
decide-acceptability-part = `{ $name }` desde { $from } (la mejor en el { $share })
decide-acceptability-line = { $what }: { $parts }
decide-perfect = Conocer todos los parámetros antes de elegir valdría { $worth } (valor esperado de la información perfecta, error estándar { $error }): ningún estudio de los parámetros vale más.
decide-most = El parámetro que más vale conocer es `{ $input }`: { $worth } (error estándar { $error }).
decide-most-unclear = No se sabe qué parámetro vale más conocer: la estimación de { $inputs } no capta su efecto.
decide-information = Valor de conocer { $what ->
    [groups] un grupo de parámetros
   *[inputs] un parámetro
} antes de elegir, en { $currency }
decide-few-draws = El valor de los parámetros por separado requiere { $number } extracciones o más.
head-group = grupo
head-explains = explicado
decide-poor = la estimación no capta el efecto de este parámetro: no lo use para ordenar
decide-more-inputs = { $number ->
    [one] { $number } más no vale más que el último.
   *[other] { $number } más no valen más que el último.
}
decide-explains = Explicado: proporción de la varianza de la diferencia entre las dos mejores que explica la regresión.
not-distinguishable = no distinguible de 0 (unos { $value })
decide-survey = Preguntar a { $customers } clientes por `{ $key }` { $effect ->
    [none] no cambia ninguna decisión en estas extracciones, contesten lo que contesten (vale 0, error estándar { $error })
    [unclear] vale { $worth } (error estándar { $error }), no distinguible de 0
   *[some] vale { $worth } (error estándar { $error }): es rentable si cuesta menos
}; la desviación estándar de la proporción es entonces de { $after } en lugar de { $before }.
decide-survey-cost = Preguntar a { $customers } clientes por `{ $key }` { $effect ->
    [none] no cambia ninguna decisión en estas extracciones, contesten lo que contesten (vale 0, error estándar { $error }),
    [unclear] vale { $worth } (error estándar { $error }), no distinguible de 0,
   *[some] vale { $worth } (error estándar { $error })
} y cuesta { $cost }: { $pays ->
    [yes] es rentable
    [unclear] estas extracciones no permiten saber si es rentable
   *[no] no es rentable
}, { $net } netos; la desviación estándar de la proporción es entonces de { $after } en lugar de { $before }.
