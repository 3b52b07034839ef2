# Lo que dicen los gráficos. El nombre de una estrategia llega entre comillas y abreviado; el dinero, con su moneda.

chart-draws = { $number ->
    [one] { $number } extracción
   *[other] { $number } extracciones
}
chart-draws-range = de { $fewest } a { $most } extracciones
chart-footer-study = { $study } · escenario { $scenario }
chart-footer-run = semilla { $seed } · { $draws } · recoup { $version }
chart-footer-digest = { $run } · estudio { $digest }
chart-in-currency = { $what }, { $currency }
chart-interval = { $text } (90 %: de { $low } a { $high })
chart-caveat = { $text } (el intervalo del 90 % empieza en { $low })
chart-bands = { $kind ->
    [single] puntos = media, barras = intervalo del 90 %
    [few] líneas = media, bandas = intervalo del 90 %
   *[many] líneas = media, bandas = intervalo del 90 % de la mejor estrategia y de la segunda
}
chart-more-strategies = { $text }; { $number ->
    [one] hay { $number } estrategia más en las tablas
   *[other] hay { $number } estrategias más en las tablas
}

## 1: una palanca y su retorno
chart-roi-subtitle = Diferencia de VAN frente a { $reference } en { $horizon } y retorno de la inversión al mover una palanca; { $bands }, puntos = mejor nivel
chart-roi-peak = máximo { $amount } en { $level }
chart-roi-return = ROI { $share }
chart-roi-break-even = equilibrio en { $level }
chart-roi-pays-up-to = rentable hasta { $level }
chart-roi-now = ahora en { $level }
chart-roi-loses = la siguiente unidad pierde desde { $level }
chart-roi-level = Ningún nivel de «{ $lever }» pone a { $name } por delante de { $reference }
chart-roi-behind = Ningún nivel de «{ $lever }» hace rentable { $name }: en el mejor caso acaba { $amount } por detrás de { $reference }
chart-roi-turning = { $name } gana lo máximo, { $amount }, con «{ $lever }» en { $level }; más allá, la siguiente unidad pierde dinero
chart-roi-rising = { $name } sigue ganando más en el nivel más alto probado: { $amount } con «{ $lever }» en { $level }
chart-roi-most = { $name } gana lo máximo, { $amount }, con «{ $lever }» en { $level }
chart-roi-pays = { $name } es rentable con «{ $lever }» hasta { $level }
chart-roi-now-behind = { $text }; ahora, en { $level }, acaba { $amount } por detrás de { $reference }
chart-roi-now-ahead = { $text }; ahora, en { $level }, gana { $amount }
chart-roi-falling = { $name } gana menos cuanto mayor es «{ $lever }»: { $amount } en { $level }, { $least } en { $highest }

## 2: la diferencia acumulada
chart-cumulative-subtitle = Diferencia descontada acumulada frente a { $reference }; { $bands }
chart-cumulative-dots = { $text }, puntos = recuperación de la inversión
chart-cumulative-axis = diferencia acumulada
chart-cumulative-reference = la referencia
chart-cumulative-mark = recuperación en { $when }
chart-cumulative-beyond = { $text }; sin el valor más allá del horizonte ({ $name }: { $amount })
chart-cumulative-level = Ninguna estrategia aventaja a { $reference } al cabo de { $horizon }
chart-cumulative-level-alone = { $name } acaba igualada con { $reference } al cabo de { $horizon }
chart-cumulative-first = { $name } es rentable desde { $period ->
    [week] la primera semana
    [quarter] el primer trimestre
    [year] el primer año
   *[month] el primer mes
} y gana { $amount } en { $horizon }
chart-cumulative-payback = { $name } recupera la inversión en { $when } y gana { $amount } en { $horizon }
chart-cumulative-ahead = { $name } aventaja en { $amount } a { $reference } al cabo de { $horizon }
chart-cumulative-behind = Ninguna estrategia recupera la inversión en { $horizon }; la que más se acerca es { $name }, { $amount } por detrás de { $reference }
chart-cumulative-behind-alone = { $name } no recupera la inversión en { $horizon }: acaba { $amount } por detrás de { $reference }

## 3: el árbol de un fallo
chart-tree-subtitle = Fallos de servicio en { $horizon }, estrategia { $name }: un cliente cuenta una vez por fallo; anchura = fallos, % = proporción del total
chart-tree-heading = { $column ->
    [failure] sufrieron un fallo
    [route] cómo lo supo la empresa
    [outcome] cómo terminó
   *[fate] qué hicieron
}
chart-tree-all = todos
chart-tree-left = se fueron
chart-tree-stayed = se quedaron
chart-tree-left-of-them = se fue el { $share }
chart-tree-nobody = Con { $name } nadie se va tras un fallo
chart-tree-most = Con { $name }, el { $share } de los clientes que se fueron tras un fallo { $route ->
    [voiced] se había quejado
    [solicited] había sido consultado por la empresa
    [detected] había tenido un fallo que la empresa detectó
   *[silent] no se había quejado
}

## 4: clientes activos
chart-fan-subtitle = Clientes activos al final de cada { $period ->
    [week] semana
    [quarter] trimestre
    [year] año
   *[month] mes
}; { $bands }
chart-fan-axis = clientes activos
chart-fan-alike = Todas las estrategias terminan { $when } con casi los mismos clientes: { $people }
chart-fan-more = { $name } tiene { $people } clientes activos más que { $reference } en { $when }
chart-fan-most = Ninguna estrategia termina { $when } con más clientes que { $name }: { $people }
chart-kept-subtitle = Clientes perdidos hasta la fecha con { $reference } menos los perdidos con la estrategia, medias; los que se van se reponen, así que los clientes activos apenas difieren
chart-kept-axis = clientes conservados hasta la fecha
chart-kept-most = { $name } conserva hasta { $when } { $people } clientes que { $reference } pierde
chart-kept-none = Ninguna estrategia pierde hasta { $when } menos clientes que { $reference }
chart-fan-alone = { $name } termina { $when } con { $people } clientes activos

## 5: pérdidas por causa
chart-losses-subtitle = Clientes perdidos en { $horizon } por causa; a la izquierda del cero = se conservan más que sin fallo; cifras = pérdidas totales
chart-losses-against = { $text }, y frente a { $reference }
chart-losses-axis = clientes
chart-losses-no-fewer = Ninguna estrategia pierde menos clientes que { $reference }
chart-losses-kept = { $name } conserva { $people } de los clientes que { $reference } pierde, la mayoría { $cause ->
    [natural] por abandono natural
    [silent] tras fallos silenciosos
    [unresolved] tras casos sin resolver
    [resolved] tras recuperaciones lentas
    [quick] tras recuperaciones rápidas
   *[word-of-mouth] por el boca a boca
}
chart-losses-more = { $text }; { $name } conserva { $people } más y gana menos
chart-losses-dearer = { $text }, pero gana menos que { $best }
chart-losses-no-failure = { $name } pierde { $people } clientes, ninguno por fallos de servicio
chart-losses-alone = Con { $name } se van { $people } clientes { $cause ->
    [natural] por abandono natural
    [silent] tras fallos silenciosos
    [unresolved] tras casos sin resolver
    [resolved] tras recuperaciones lentas
    [quick] tras recuperaciones rápidas
   *[word-of-mouth] por el boca a boca
}: el { $share } de todas las pérdidas

## 6: la distribución de la diferencia
chart-distribution-subtitle = Diferencia de VAN frente a { $reference } en { $number ->
    [one] { $number } extracción
   *[other] { $number } extracciones
}, cada fila con su propia escala; punto = media, barra = intervalo del 90 %, raya = mediana
chart-distribution-row-level = igual en toda extracción
chart-distribution-row-gains = gana en el { $share } de las veces
chart-distribution-level = Ninguna estrategia aventaja a { $reference } en ninguna extracción
chart-distribution-level-alone = Ninguna diferencia con { $reference } en ninguna extracción
chart-distribution-behind = Ninguna estrategia gana en promedio; la que más se acerca es { $name }: { $amount } por detrás de { $reference }
chart-distribution-behind-alone = { $name } pierde en promedio: { $amount } por detrás de { $reference }
chart-distribution-every = { $name } gana en todas las extracciones: { $amount } en promedio
chart-distribution-share = { $name } gana en el { $share } de las extracciones: { $amount } en promedio
chart-distribution-mean = { $name } gana { $amount } en promedio

## 7: aceptabilidad
chart-acceptability-subtitle = Probabilidad de ser la mejor, según las extracciones de los parámetros inciertos; { $over ->
    [customer_value] neto = valor × clientes conservados − coste adicional del programa
    [horizon] flujo de caja descontado hasta cada periodo
   *[budget] el VAN más alto dentro del presupuesto
}
chart-acceptability-dashes = { $text }; rayas = otra estrategia pasa a ser la mejor en promedio
chart-acceptability-axis = probabilidad de ser la mejor
chart-acceptability-over = { $over ->
    [customer_value] valor de un cliente conservado
   *[budget] coste del programa admitido sobre el de la referencia
}
chart-acceptability-mark = { $name } desde { $from }
chart-acceptability-always = { $name } es la mejor en promedio { $over ->
    [customer_value] valga lo que valga un cliente conservado
    [horizon] en cualquier horizonte
   *[budget] sea cual sea el presupuesto
}
chart-acceptability-from = { $name } es la mejor en promedio { $over ->
    [customer_value] si un cliente conservado vale al menos { $from }; por debajo, { $before }
    [horizon] desde { $from }; antes, { $before }
   *[budget] con un presupuesto de { $from }; con menos, { $before }
}

## 8: tornado
chart-tornado-subtitle = VAN de { $name } menos el de { $reference } cuando un parámetro va de su cuantil del 5 % al del 95 %, con los demás en su valor puntual
chart-tornado-subtitle-alone = VAN de { $name } cuando un parámetro va de su cuantil del 5 % al del 95 %, con los demás en su valor puntual
chart-tornado-more = { $text }; { $number ->
    [one] hay { $number } parámetro más en las tablas
   *[other] hay { $number } parámetros más en las tablas
}
chart-tornado-flip = { $name } en { $level }
chart-tornado-low = en su cuantil del 5 %
chart-tornado-high = en su cuantil del 95 %
chart-tornado-point = valores puntuales: { $amount }
chart-tornado-turns = otra estrategia pasa a ser la mejor
chart-tornado-most = { $input } es lo que más influye: de { $low } a { $high }
chart-tornado-lead = { $text }; { $number ->
    [0] ningún parámetro por sí solo desbanca a { $best }
    [one] { $number } parámetro por sí solo puede desbancar a { $best }
   *[other] { $number } parámetros por sí solos pueden desbancar a { $best }
}
## 11: variantes del modelo
chart-variants-subtitle = VAN menos el de { $reference } en { $horizon }, en { $currency }, con los valores puntuales; en color = la mejor estrategia de su fila
chart-variants-more = { $text }; { $number ->
    [one] { $number } variante más está en el libro de cálculo
   *[other] { $number } variantes más están en el libro de cálculo
}
chart-variants-all = { $name } sigue siendo la mejor en { $all ->
    [one] la única variante del modelo que cambia algo
   *[other] las { $all } variantes del modelo
}
chart-variants-some = { $name } { $holding ->
    [0] no sigue siendo la mejor en ninguna
   *[other] sigue siendo la mejor en { $holding }
} de { $all } variantes del modelo
chart-variants-turned = { $text }; con { $variant } la mejor es { $other }
chart-variants-elsewhere = { $name } { $holding ->
    [0] no es la mejor en ninguna
   *[other] es la mejor en { $holding }
} de { $all } variantes del modelo; con los valores puntuales la mejor es { $other }

## 12: el centro de atención
chart-desk-subtitle = Arriba: carga como proporción de la capacidad del centro, 100 % = sin capacidad libre. Abajo: proporción de contactos respondidos a tiempo
chart-desk-utilisation = utilización del centro
chart-desk-at-most = máximo: { $share }
chart-desk-on-average = media: { $share }
chart-desk-busy = El centro de { $name } nunca supera el { $utilisation } de utilización y responde a tiempo el { $in_time } de los contactos
chart-desk-over = El centro de { $name } tiene más trabajo del que puede atender en { $over } de { $periods }
chart-desk-other = { $text }; el de { $name }, en { $over } de { $periods }

## Un mapa de dos palancas
chart-map-subtitle = Estrategia con el mayor VAN medio al mover { $across } y { $down }; más oscuro = mayor ventaja sobre { $reference }, en { $currency }
chart-map-contours = { $text }; líneas grises = pasos de { $step }
chart-map-realm = { $name } ({ $share })
chart-map-best = { $name } es la mejor estrategia en el { $share } del mapa; gana lo máximo, { $amount }, con «{ $across }» en { $across_level } y «{ $down }» en { $down_level }
chart-map-other = { $name } es la mejor estrategia en el { $share } del mapa; la que más gana es { $other }, { $amount }, con «{ $across }» en { $across_level } y «{ $down }» en { $down_level }

## 10: de dónde viene el beneficio
chart-benefit-subtitle = VAN de { $name } menos el de { $against } en { $horizon }, repartido por valores de Shapley; los pasos suman la diferencia
chart-benefit-axis = valor actual
chart-benefit-more = { $name } vale { $amount } más que { $against }: el { $share } de las ganancias procede de { $step }
chart-benefit-less = { $name } vale { $amount } menos que { $against }: el { $share } de las pérdidas procede de { $step }
chart-benefit-same = { $name } y { $against } valen lo mismo

## La historia de un cliente
chart-story-subtitle = Cliente { $customer } ({ $segment }); franja = tiempo como cliente, raya = compra; valor = valor actual en { $currency }
chart-story-more = { $text }; { $number ->
    [one] { $number } estrategia más no se muestra
   *[other] { $number } estrategias más no se muestran
}
chart-story-failure = { $outcome ->
    [silent] fallo, en silencio
    [unresolved] fallo, sin resolver
    [resolved] fallo, resuelto
   *[quick] fallo, resuelto con rapidez
}
chart-story-left = se va
chart-story-left-in = se va en { $when }
chart-story-stayed = se queda
chart-story-leaves-anyway = El cliente { $customer } se va en { $when } con cualquier estrategia
chart-story-stays-anyway = El cliente { $customer } se queda con cualquier estrategia
chart-story-better = Con { $name } el cliente { $customer } { $end ->
    [leaves] se queda hasta { $when }
   *[stays] se queda
} y vale { $amount } más que con { $other }{ $because ->
    [silent] , donde se pierde por un fallo en silencio
    [unresolved] , donde se pierde por un caso sin resolver
   *[other] {""}
}
