# La vista de la paradoja. Los demás textos son los del programa.

view-paradox = Paradoja
lab-paradox-holding = { $number ->
    [0] no se cumple ninguna afirmación
    [1] se cumple la afirmación { $list }
   *[other] se cumplen las afirmaciones { $list }
}
lab-paradox-verdict = `{ $failure }` con `{ $strategy }`: en la satisfacción, { $satisfaction }; en la recompra, { $repurchase }.
lab-paradox-dials = Al inicio se queja el { $complain } de los clientes con este fallo. De los casos se resuelve el { $resolved }, y el { $quick } de estos con rapidez.
lab-paradox-move = Mover lo que decide
lab-paradox-claims = Tres afirmaciones en dos medidas: `{ $failure }` con `{ $strategy }`
lab-paradox-claims-note = Una afirmación se cumple cuando los clientes quedan mejor que sin fallo. La satisfacción se mide en puntos de 1 a 7. P es la proporción de extracciones de los parámetros en que se cumple.
lab-paradox-claim = afirmación
lab-paradox-verdict-head = con los valores puntuales
lab-paradox-value = tras el fallo
lab-paradox-without = sin fallo
lab-paradox-difference = diferencia
lab-paradox-points = { $number } pp
lab-paradox-holds = se cumple
lab-paradox-fails = no se cumple
lab-paradox-input = ¿Dato de entrada o resultado?
lab-paradox-input-table = Que vuelva el { $value } tras una solución rápida es lo que dice la tabla de recompra, y que vuelva el { $base } sin fallo es la lealtad base. Ambos son datos de entrada. La afirmación (i) en la recompra repite, por tanto, una tabla de entrada: no es un resultado de la simulación.
lab-paradox-input-driven = Aquí la recompra depende de la satisfacción y no de la tabla de recompra. La afirmación (i) en la recompra se deduce de la satisfacción. La pendiente con que la recompra sigue a la satisfacción sigue siendo un dato de entrada.
lab-paradox-maps = Dónde se cumplen las afirmaciones
lab-paradox-maps-lead = Los mapas corresponden a la referencia `{ $reference }`. Para leerlos, use el ratón, el dedo o las flechas del teclado.
lab-paradox-severity = gravedad
lab-paradox-quick-share = proporción rápida
lab-paradox-severity-map = gravedad y calidad de la recuperación
lab-paradox-complaint-map = tasa de quejas y proporción rápida
lab-paradox-map-keys = Mapa de { $map }: las flechas mueven el punto; con Mayús, en pasos mayores
lab-paradox-here = Con { $across } { $x } y { $up } { $y }:
lab-paradox-here-claim = { $claim }: { $holds ->
    [yes] se cumple
   *[no] no se cumple
}
lab-paradox-needs = { $from ->
    [never] ; con esta gravedad no basta ninguna recuperación
    [any] ; con cualquier calidad
   *[other] ; exige una calidad superior al { $from }
}
lab-paradox-compared = ; { $value } frente a { $base }
lab-paradox-thresholds = Qué haría falta
lab-paradox-needs-complaints = { $measure ->
    [satisfaction] Satisfacción
   *[repurchase] Recompra
}: { $reach ->
    [always] la afirmación (iii) se cumple para `{ $failure }` con cualquier tasa de quejas, si toda queja se resuelve con rapidez.
    [never] la afirmación (iii) no se cumple para `{ $failure }` con ninguna tasa de quejas, ni aunque toda queja se resuelva con rapidez.
    [below] la afirmación (iii) solo se cumple para `{ $failure }` si se queja menos del { $share } y toda queja se resuelve con rapidez. Ahora se queja el { $today }.
   *[above] la afirmación (iii) solo se cumple para `{ $failure }` si se queja más del { $share } y toda queja se resuelve con rapidez. Ahora se queja el { $today }.
}
lab-paradox-all-thresholds = Todos los umbrales
lab-paradox-thresholds-caption = Dónde empieza o deja de cumplirse cada afirmación al variar una sola magnitud: `{ $failure }` con `{ $strategy }`
lab-paradox-causes = ¿Cuánto costaría causar fallos?
lab-paradox-under = Con `{ $strategy }`:
lab-paradox-smaller-loss = Una recuperación mejor repara más del daño que la empresa causó, pero puede costar más de lo que ahorra. Una pérdida menor no es una ganancia.
lab-paradox-causes-caption = Un fallo `{ $failure }` más por cada { $purchases } compras, por estrategia, en { $currency }
lab-paradox-perfect = Perfecto: todos los clientes se quejan y a todos se les resuelve con rapidez. Se pagan los contactos y la compensación de la estrategia. Ninguna empresa ha comunicado una tasa de quejas así.
