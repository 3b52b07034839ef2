# Encuestas: Kano y SERVQUAL.

chart-footer-survey = { $number ->
    [one] { $number } persona encuestada
   *[other] { $number } personas encuestadas
} · recoup { $version }
chart-survey-more = { $text } ({ $number } más en las tablas)

## kano
kano-category = { $category ->
    [must-be] obligatorio
    [one-dimensional] unidimensional
    [attractive] atractivo
    [indifferent] indiferente
    [reverse] inverso
   *[questionable] dudoso
}
kano-need = { $need ->
    [must-be] obligatoria
    [performance] unidimensional
   *[attractive] atractiva
}
kano-answer = { $items ->
    [one] { $items } elemento
   *[other] { $items } elementos
} con respuestas de { $respondents ->
    [one] { $respondents } persona
   *[other] { $respondents } personas
}. Lo que más disgusta si falta es { $missed } (worse { $worse }); lo que más agrada si está es { $liked } (better { $better }).
kano-unclear = En { $number ->
    [one] { $number } elemento
   *[other] { $number } elementos
} la categoría más frecuente no se distingue de la segunda: { $items }.
kano-how = Categorías según la tabla de 5 × 5; los intervalos del 90 % valen para todas las categorías a la vez (Goodman). Better es la proporción de respuestas atractivas y unidimensionales, worse la de unidimensionales y obligatorias, ambas sobre todas menos las inversas y dudosas (Berger y otros 1993).
kano-items = Elementos por categoría
kano-coefficients = Better y worse
kano-head = { $column ->
    [item] elemento
    [category] categoría
    [share] proporción
    [strength] fuerza de la categoría
    [total] fuerza total
    [need] necesidad de un fallo
    [better] better
    [worse] worse
    [weight] peso
   *[answers] respuestas
}
chart-kano-title = { $same ->
    [yes] { $missed } es lo que más disgusta si falta y lo que más agrada si está
   *[no] { $missed } es lo que más disgusta si falta; { $liked }, lo que más agrada si está
}
chart-kano-subtitle = Coeficientes de cada elemento con intervalos del 90 %; el color es su categoría más frecuente
chart-kano-axis = { $axis ->
    [better] Better: satisfacción si está
   *[worse] Worse: insatisfacción si falta
}

## servqual
servqual-quadrant = { $quadrant ->
    [concentrate] concentrarse aquí
    [keep-up] mantener
    [low-priority] poca prioridad
   *[overkill] posible exceso
}
servqual-answer = { $respondents ->
    [one] { $respondents } persona encuestada
   *[other] { $respondents } personas encuestadas
}: la brecha ponderada de todas las dimensiones es { $score } ({ $low } a { $high }).
servqual-worst = { $short ->
    [yes] `{ $name }` es la que más se aleja de lo que esperan los clientes: { $gap }.
   *[no] Todas las dimensiones cumplen lo que esperan los clientes.
}
servqual-below = { $number ->
    [0] Ninguna dimensión está por debajo del mínimo que aceptan los clientes.
   *[other] Por debajo del mínimo que aceptan los clientes: { $names }.
}
servqual-how = Las brechas son percepción menos expectativa. Los intervalos del 90 % proceden de un remuestreo de las personas encuestadas. El alfa de Cronbach es el de las brechas.
servqual-dimensions = Dimensiones
servqual-items = Elementos
servqual-head = { $column ->
    [dimension] dimensión
    [item] elemento
    [expectation] expectativa
    [perception] percepción
    [minimum] mínimo
    [gap] brecha
    [below] por debajo del mínimo
    [below-expectation] por debajo de la expectativa
    [alpha] alfa
    [weight] peso
   *[quadrant] importancia y desempeño
}
chart-importance-title = { $number ->
    [0] Ningún elemento es importante y deficiente
    [one] Un elemento de { $of } es importante y deficiente: { $name }
   *[other] { $number } de { $of } elementos son importantes y deficientes, sobre todo { $name }
}
chart-importance-subtitle = Expectativa media (importancia) y percepción media (desempeño) de cada elemento; el campo se divide en sus medias
chart-importance-axis = { $axis ->
    [importance] Importancia: expectativa media
   *[performance] Desempeño: percepción media
}
chart-gaps-title = { $short ->
    [yes] { $name } es la dimensión más alejada de lo esperado, en { $gap }{ $zone ->
        [yes] {""}; { $below ->
            [0] ninguna está por debajo de lo que aceptan los clientes
           *[other] { $below } de { $of } están por debajo de lo que aceptan los clientes
        }
       *[no] {""}
    }
   *[no] Todas las dimensiones cumplen lo esperado
}
chart-gaps-subtitle = { $zone ->
    [yes] Percepción media de cada dimensión con un intervalo del 90 %, frente a la zona de tolerancia entre mínimo y expectativa
   *[no] Percepción media de cada dimensión con un intervalo del 90 %, frente a la expectativa
}
chart-gaps-axis = Respuesta media
chart-gaps-sign = { $sign ->
    [perceived] percibido
    [expected] esperado
   *[zone] zona de tolerancia
}

## capas
survey-overlay = la capa se ha escrito en { $file }
survey-no-overlay = no se ha escrito ninguna capa: { $why ->
    [needs] ningún elemento tiene una necesidad que se pueda determinar
   *[minimum] las respuestas no tienen un mínimo
}
