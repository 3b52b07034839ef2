# Errores, advertencias y notas sobre un estudio y una carpeta de resultados. Los detalles quedan en el inglés del programa.

diagnostic-meaning = { $code ->
    [A001] dos estrategias no se distinguen con los parámetros inciertos, y elegir ahora puede salir caro
    [A002] el signo de una diferencia está dentro del ruido de Montecarlo
    [A003] un fallo más aumentaría el VAN
    [A004] las simulaciones y el motor de valores esperados difieren: pocos clientes, un límite de capacidad o clientes distintos
    [A005] a la fuente de los gráficos le falta un carácter
    [A006] las simulaciones por sí solas exageran el valor de la información
    [A007] la mejor estrategia no está decidida con el máximo de extracciones
    [A008] P(mejor) y la columna de valores esperados no incluyen redes ni diferencias entre clientes
    [A009] los números aleatorios comunes aumentan la varianza de una diferencia
    [A010] dos estrategias dan el mismo resultado
    [A011] la duración del período importa: con períodos de la mitad, una diferencia cambia más de una décima parte o de signo
    [A012] una atención tiene más trabajo del que puede hacer: algunos casos no se atienden nunca
    [A020] una forma cerrada de la paradoja y su simulación difieren
    [A021] un segmento tiene una lealtad base de 1: la paradoja en la recompra no se le aplica
    [N001] `unresolved` es menor que `silent`
    [N003] una clave sin efecto aquí
    [N004] una estrategia o un escenario fija la clave y conserva su propio valor, aunque `--set` o una tabla de ejecuciones también la fija
    [N005] dos capas de una estrategia fijan el mismo coste: la posterior sustituye a la anterior; los costes no se suman
    [N006] una tabla de recompra se aplica a clientes cuya lealtad base difiere de la de su referencia
    [C001] un archivo no es de respuestas, o no se puede leer
    [C002] un archivo de respuestas es de otro estudio, o del estudio con otros números
    [C003] el número de estudiante no es de la clase, o dos archivos tienen el mismo
    [C004] una respuesta tiene una forma o un valor que su pregunta no admite
    [D001] un archivo de datos o su mapa no se puede usar: no se lee, falta una columna o es dudosa, las fechas o las filas no están claras
    [D002] un número que el estudio necesita no está ni en los datos ni en la base, o no se puede dar
    [D003] la base tiene segmentos que los clientes no tienen
    [U001] orden u opción desconocida, o un valor que no admite
    [U002] opciones incompatibles, o que aquí no pueden cumplirse
    [U003] el lugar de los resultados contiene otra cosa u otros resultados, que no se reemplazan
    [U004] otra ejecución o lote escribe en la misma carpeta
    [U005] no se puede leer o escribir un archivo o una carpeta
    [U006] no se pudieron mover los resultados a su lugar
    [U007] partes de un lote que no se pueden unir
    [U008] no se puede generar una tabla, un gráfico o el informe
    [U009] un error interno
    [N008] un archivo de red cuenta las personas desde 1: nadie es 0 y alguien es 1
    [N007] un precio por defecto en dólares estadounidenses en un estudio de otra moneda
    [R001] la carpeta no contiene una ejecución terminada
    [R002] la carpeta la escribió otra versión del programa
    [R003] un archivo de la carpeta falta o fue modificado
    [R004] la carpeta no contiene datos para un informe o una comparación
    [R005] los resultados se sustituyeron, y quedan al lado archivos de los anteriores: no se pudieron borrar, o no los escribió Recoup
    [S001] no existe ese archivo
    [S002] la ruta es una carpeta, un dispositivo o una tubería
    [S003] el archivo no es texto UTF-8
    [S004] el archivo está vacío
    [S005] el archivo es mayor de lo que puede ser un estudio: 4 MiB
    [S006] el archivo no se puede leer, o cambió durante la lectura
    [S007] ningún preajuste, caso o estudio incorporado tiene ese nombre
    [S008] `extends` forma un ciclo, o una cadena de demasiados archivos
    [S009] el texto no es TOML
    [S010] una clave desconocida
    [S011] un valor del tipo equivocado
    [S012] un valor fuera de los límites de su clave
    [S013] falta una clave obligatoria
    [S014] `quick` está más de 0,05 por debajo de `resolved`
    [S015] una palabra que no es ninguna de las opciones
    [S016] un número incierto de forma desconocida
    [S017] un número incierto donde solo se admite uno cierto
    [S018] dos elementos con el mismo nombre
    [S019] un escenario o una estrategia sobrescribe una tabla que no puede cambiar
    [S020] un nombre que no se puede usar
    [S021] una capa o un ajuste nombra un elemento que no existe
    [S022] una opción no es KEY=VALUE ni KEY=FROM:TO
    [S023] una estrategia extiende otra que no existe
    [S030] las cuotas de los segmentos no suman 1
    [S031] no hay ningún segmento, fallo o gravedad
    [S032] un fallo con una gravedad desconocida
    [S033] un fallo termina antes de empezar
    [S034] no hay clientes ni clientes potenciales
    [S035] demasiados segmentos, fallos, gravedades, estrategias u otros
    [S036] más de 100.000.000 de simulaciones
    [S037] `resolves_max` es menor que `resolves`
    [S038] una atención sin agentes
    [S039] un valor terminal sin descuento
    [S040] la clave de una respuesta, un barrido, una correlación o un orden no existe o no se puede cambiar
    [S041] un barrido con muy pocos o demasiados pasos
    [S042] una estrategia desconocida, o la de referencia donde hace falta otra
    [S043] el límite de una respuesta está fuera de los límites de su clave
    [S044] una correlación o un orden con claves repetidas, o con muy pocas o demasiadas
    [S045] unos escenarios tienen peso y otros no, o todos los pesos son 0
    [S046] más combinaciones de escenario y estrategia de las que caben en la memoria
    [S047] `allow` con un código que no existe o no se puede permitir
    [S048] más personas o lazos de los que admite el motor `agents`
    [S050] correlaciones incoherentes: su matriz no es definida positiva
    [S051] un orden que cumple menos de 1 de cada 100 extracciones
    [S052] la política `contagion` sin el motor `agents` o sin red, o en un barrido
    [S053] un archivo de red que falta, está mal formado o no concuerda con el número de personas
    [S054] dos claves alternativas en una tabla, como `rate` y `share`
    [S055] una estrategia con un inicio o una rampa imposibles
    [S056] un nombre desconocido de un punto de contacto, o de una gravedad en las tablas de un segmento
    [S057] un logotipo que falta, es demasiado grande o no es ni PNG ni un SVG simple
    [S058] un [[input]] que no describe nada, o un número que ya describe otro
    [S060] un análisis de parámetros inciertos en un estudio que no tiene ninguno
    [S061] una decisión entre menos de dos estrategias
    [S062] una encuesta de una clave que no es una proporción incierta, o que no se puede leer
    [S063] un grupo que no nombra ningún número incierto
    [S064] un escenario desconocido
    [S065] muy pocas extracciones para el valor de algunos parámetros
    [S066] una pregunta cuyos parámetros se contradicen o están fuera de sus límites
    [S067] más memoria de la que la máquina tiene libre, o de la que permite `--memory`
    [S070] un lote sin estudios
    [S071] una tabla de ejecuciones, o una fila de ella, que no se puede leer
    [S072] un estudio cambió mientras se ejecutaba su lote
    [S080] `case.ranking` nombra una estrategia desconocida, no nombra cada estrategia una vez, o un escenario dos veces
    [S081] `translation.zh.names` o `translation.es.names` nombra dos veces una estrategia o un escenario, no da texto, o da el mismo a dos
    [S099] hay más errores de los que se muestran
    [W001] un período demasiado largo para su tasa de fallos: más de medio fallo por cliente
    [W002] un número fuera de su rango publicado o plausible
    [W003] los clientes se reponen sin coste
    [W004] un efecto de una estrategia o de una palanca que no cuesta nada
    [W005] un fallo que empieza después del último período
    [W006] extracciones de un número incierto fuera de los límites de su clave
    [W007] `resolved` es menor que `unresolved`
    [W008] extracciones de `resolves` por encima de las de `resolves_max`
    [W009] una correlación o un orden de números ciertos
    [W011] se dio un motor o repeticiones a un análisis que no los usa
    [W012] una rampa sin terminar en el último período, con valor terminal
    [W013] `quick` está hasta 0,05 por debajo de `resolved`
    [W014] `translation.zh.names` o `translation.es.names` nombra una estrategia o un escenario que no existe
    [W015] dos ejecuciones de una tabla tienen el mismo nombre
    [W016] un estudio ajustado cuyas estimaciones incumplen una regla, que su `allow` permite
   *[other] { $meaning }
}
diagnostic-remedy = { $code ->
    [A001] averigüe más sobre los parámetros menos ciertos
    [A002] aumente `study.draws`
    [A003] compruebe la recuperación rápida, el boca a boca positivo y la reposición sin coste
    [A004] decida con `run` o `decide`, que lo corrigen; las cifras de otras órdenes son aproximadas
    [A005] use nombres con letras latinas o caracteres chinos comunes
    [A006] nada: use para la decisión el motor de valores esperados, o más repeticiones
    [A007] acepte un riesgo mayor, o compare menos estrategias
    [A008] nada
    [A009] use más simulaciones
    [A010] cambie un número que tenga efecto, o quite una de ellas
    [A011] use un `horizon.period` más corto
    [A012] use más `recovery.desk.agents`, o menos contactos por caso
    [A020] comuníquelo: una de las dos está mal
    [A021] fije la proporción que vuelve sin un fallo, inferior a 1
    [N001] nada: las encuestas hallan ambos signos
    [N003] quítela
    [N004] `strategy.NAME.KEY=VALUE` la fija allí
    [N005] escriba la suma en los [costs] de la propia estrategia
    [N006] nada, o fije `loyalty.reference_base`
    [C001] pida que se descarguen de nuevo las respuestas; solo los archivos de respuestas deben terminar en `.json`
    [C002] indique el estudio y dé los ajustes de la página que se usó
    [C003] cada estudiante usa su propio número; deje en la carpeta solo el archivo que vale
    [C004] la [lección](lesson-paradox.md) tiene la forma de cada respuesta
    [D001] vea el mensaje: declare la columna, el formato o la codificación en un mapa, o corrija las filas
    [D002] délo con `--set KEY=VALUE`, o nombre con `--base` un estudio que lo tenga
    [D003] dé a los segmentos de los clientes los nombres de la base, o elija otra base
    [U001] compruebe la ortografía; `recoup COMMAND --help` enumera las opciones
    [U002] véase el mensaje; `recoup COMMAND --help` explica las opciones
    [U003] elija otra carpeta con `--out`; `--force` reemplaza resultados
    [U004] espere a que termine, o elija otra carpeta con `--out`
    [U005] compruebe la ruta, los permisos y el espacio en disco
    [U006] la misma orden los mueve, o muévalos a mano
    [U007] véase el mensaje: complete las partes, o indique las de un mismo lote
    [U008] véase el mensaje; `--no-charts` omite gráficos e informe
    [U009] por favor, comuníquelo
    [N008] no hace falta nada, o cuente desde 0
    [N007] escriba el precio en esa moneda
    [R001] nombre la carpeta que escribió `recoup run`
    [R002] ejecute de nuevo el estudio, o use esa versión
    [R003] ejecute de nuevo el estudio; solo se pueden borrar informe, libro y gráficos
    [R004] ejecute de nuevo el estudio; para un informe, sin `--no-charts`
    [R005] revíselos y después bórrelos
    [S001] compruebe la ruta; `recoup new FILE` escribe un estudio
    [S002] nombre el archivo del estudio
    [S003] guárdelo como UTF-8
    [S004] `recoup new FILE` escribe un estudio
    [S005] un estudio es un texto pequeño; divídalo con `extends`
    [S006] vea el mensaje del sistema operativo
    [S007] `recoup presets` y `recoup cases` los enumeran
    [S008] rompa el ciclo
    [S009] compruebe el lugar: casi siempre falla un corchete, una comilla o un signo igual
    [S010] compruebe la ortografía; `recoup explain` enumera las claves
    [S011] escriba un número, un texto entre comillas, true o false, o una tabla, según se pida
    [S012] las probabilidades van de 0 a 1; el dinero y las cantidades no son negativos
    [S013] añádala; `recoup explain KEY` la explica
    [S014] intercámbielas, o permítalo si es intencionado
    [S015] use una de las palabras enumeradas
    [S016] use una de las formas enumeradas
    [S017] escriba un número simple
    [S018] cambie el nombre de uno, o únalos
    [S019] pásela al estudio, o a un escenario si este puede cambiarla
    [S020] un nombre es un texto corto que no está vacío
    [S021] corrija el nombre, o escriba un elemento nuevo completo
    [S022] escriba voice.solicit=0.5 o voice.solicit=0:1, con los nombres entre comillas
    [S023] escriba extends = "strategy:NAME", o una lista de esos textos
    [S030] corríjalas
    [S031] añada uno; para las gravedades, extienda un preajuste
    [S032] corrija el nombre, o añada la tabla [severity.NAME]
    [S033] intercambie `first_period` y `last_period`
    [S034] fije `market.customers`
    [S035] una algunos
    [S036] reduzca `study.draws` o `study.replicates`
    [S037] auméntela, o quítela
    [S038] asígnele un agente, o quítela con `desk = false`
    [S039] fije `horizon.discount_rate`
    [S040] corrija la clave
    [S041] use de 2 a 1000
    [S042] nombre otra estrategia
    [S043] corrija `limit`
    [S044] nombre cada número y cada par una sola vez
    [S045] dé un peso a todos los escenarios, o a ninguno
    [S046] use menos escenarios, estrategias o pasos
    [S047] corrija el código
    [S048] use menos, o el motor `cohort`
    [S050] redúzcalas, o añada las de los demás pares
    [S051] corrija el orden, o estreche las distribuciones
    [S052] fije ambos, y quite [[sweep]]
    [S053] use dos columnas con los números de las personas
    [S054] escriba una de las dos
    [S055] empiece dentro del horizonte; conserve segmentos, cuotas, `purchases_cv` y gravedades de la referencia
    [S056] corrija el nombre
    [S057] guárdelo como PNG
    [S058] escriba uno por cada número
    [S060] escriba como distribuciones los números que no se conocen con exactitud
    [S061] añada una [[strategy]]
    [S062] nombre una proporción incierta, como KEY=N
    [S063] nombre claves inciertas, o tablas de ellas
    [S064] compruebe la ortografía
    [S065] aumente `study.draws`
    [S066] vea el mensaje: nombra el parámetro
    [S067] planifique menos, o permita más
    [S070] nombre estudios, o una carpeta de estudios
    [S071] vea sus columnas en `docs/batch-runs.md`
    [S072] ejecute el lote de nuevo
    [S080] escriba `a > b = c`, la mejor primero, con `=` entre estrategias casi empatadas
    [S081] escriba NAME = TEXT, un texto para cada nombre
    [S099] corrija primero los primeros
    [W001] use un período más corto
    [W002] compruebe la fuente; permítalo si es intencionado
    [W003] fije `acquisition.cost`, o `policy = "none"`
    [W004] añada su coste en [costs] o con una [[response]]
    [W005] corrija `first_period`, o use un horizonte más largo
    [W006] use una forma que se quede dentro de los límites
    [W007] intercámbielas, o permítalo si es intencionado
    [W008] estreche las distribuciones, o aumente `resolves_max`
    [W009] hágalos inciertos, o quítela
    [W011] quite la opción
    [W012] use un horizonte más largo, o un inicio más temprano
    [W013] tome un solo valor para ambas, o deles una dispersión
    [W014] corrija el nombre, o quite la línea
    [W015] dé a cada una su nombre; sus carpetas se numeran
    [W016] compruebe los números con pocas observaciones, o délos con `--set`
   *[other] { $remedy }
}
diagnostic-message = { $meaning }: { $detail }
diagnostic-help = { $remedy } ({ $detail })
diagnostic-near = ¿quiso decir { $name }?
diagnostic-level = { $level ->
    [error] error
    [warning] advertencia
    [note] nota
   *[help] ayuda
}
diagnostic-refused = rechazado: { $number ->
    [one] 1 error
   *[other] { $number } errores
}
