# La ayuda de órdenes y opciones.

help-command = { $command ->
    [recoup] Estima cuánto rinde la recuperación del servicio a una empresa, y qué certeza tiene la estimación.
    [run] Simula un estudio y compara sus estrategias
    [report] Regenera el informe de una carpeta de resultados sin ejecutar el estudio, en el mismo idioma o en otro
    [story] Sigue a un cliente con cada estrategia, con números aleatorios comunes
    [synth] Escribe los archivos que tendría una empresa que vive con una estrategia: clientes, compras, fallos y quejas de los que se sabe la verdad
    [sensitivity] Muestra qué parámetros importan: tornado, y la proporción de varianza que causa cada parámetro incierto
    [decide] Muestra qué estrategia elegir y cuánto vale más información
    [sweep] Varía una o dos palancas y muestra cuánto de ellas es rentable
    [breakeven] Halla el valor de una clave con el que dos estrategias empatan
    [optimize] Halla el mejor reparto de un presupuesto entre varias palancas
    [why] Explica la diferencia entre dos estrategias, y qué la invertiría
    [lab] Crear una página que ejecuta el motor en un navegador, sin conexión: controles, gráficos, estrategias lado a lado
    [fmea] Muestra los tipos de fallo: con qué frecuencia ocurren, cuántos no se conocen, y el dinero en riesgo junto al número de prioridad de riesgo
    [variants] Muestra cada variante del modelo con los valores puntuales: ¿se mantiene la mejor estrategia en otros modelos?
    [diff] Compara dos ejecuciones: qué parámetros cambiaron, y cómo cambió con ellos la respuesta
    [paradox] Analiza la paradoja de la recuperación: dónde se cumple cada una de sus tres afirmaciones, y qué costaría causar fallos
    [class] Enseña la paradoja de la recuperación: hojas, clave y cuestionario con números propios para cada estudiante, y notas de sus respuestas
    [fit] Ajustar un estudio a los datos de una empresa: clientes, compras, fallos y quejas
    [kano] Dice qué tipo de necesidad es cada elemento (Kano) y escribe la clave need de un estudio
    [servqual] Compara lo que los clientes esperan con lo que perciben (SERVQUAL) y escribe los fallos de un estudio
    [batch] Ejecuta muchos estudios: reanudable, por partes, en un clúster
    [merge] Une las partes de un lote que se ejecutó por partes
    [check] Comprueba estudios e informa de todos los problemas a la vez
    [new] Escribe un estudio inicial comentado
    [explain] Explica una clave, o busca las claves de una palabra: significado, unidad, valor por defecto, rango, fuente, estado de la evidencia
    [cases] Muestra los casos incluidos: empresas y prácticas, y sus resultados
    [presets] Muestra los preajustes y políticas incluidos, y sus fuentes
    [schema] Imprime el JSON Schema de los archivos de escenario, para editores
    [verify] Comprueba los motores frente a formas cerradas, resultados publicados y entre sí
    [completions] Imprime un guion de autocompletado para su shell
   *[other] { $text }
}
help-option = { $own ->
    [decide-variants] Muestra cada variante del modelo con los valores puntuales: ¿se mantiene la elección en otros modelos?
    [lab-study] Archivo de escenario, o nombre de un estudio incluido [por defecto: city-hotel; con --class: paradox-class]
    [lab-class] Mostrar también el modo de clase: predecir, revelar, explicar
    [lab-out] Página que se escribe
    [lab-force] Reemplazar la página si existe
    [batch-paths] Estudios, carpetas de ellos, patrones o tablas de ejecuciones (CSV o TOML: study, name, seed, draws, replicates, set)
    [batch-out] Carpeta para los resultados [por defecto: output/NOMBRE de la ruta, o output/batch con varias rutas]
    [batch-force] Ejecuta todos los estudios, también los que tienen un resultado completo
    [batch-fail-fast] Se detiene en el primer estudio que falla
    [batch-shard] Ejecuta una parte de N, en output/NAME.parts; `recoup merge` las une
    [batch-split] Divide por estudios o por extracciones [por defecto: por extracciones si hay menos estudios que partes]
    [batch-slurm] Escribe los guiones de una matriz de trabajos de Slurm sin ejecutar el lote
    [batch-submit] Escribe los guiones y los envía con `sbatch`
    [batch-shards] Número de tareas de la matriz de trabajos [por defecto: una por estudio, 16 como máximo]
    [batch-sbatch] Una opción de `sbatch`, como --sbatch=--partition=long (repetible)
    [batch-threads] Hilos [por defecto: uno por núcleo; 2 por tarea de Slurm]; los resultados no dependen de ello
    [batch-json] Imprime un objeto JSON en lugar de texto
    [batch-quiet] Imprime solo los errores
    [breakeven-key] La clave cuyo valor de equilibrio se calcula
    [breakeven-range] Rango de búsqueda [por defecto: el dominio de la clave, o hasta treinta veces su valor]
    [cases-name] Imprime este caso: historia, hechos publicados, lección
    [cases-json] Imprime los casos como JSON
    [check-studies] Archivos de escenario, o nombres de estudios incluidos
    [check-quiet] Imprime solo los problemas
    [class-students] Estudiantes de la clase: escribe hojas, clave y cuestionario en --out; con --grade, el número más alto que se acepta
    [class-student] Muestra los números y las respuestas correctas de un estudiante
    [class-grade] Califica los archivos de respuestas de una carpeta: los que terminan en .json
    [decide-groups] Valor de conocer juntos estos parámetros: claves o tablas de claves, separadas por comas (repetible)
    [decide-surveys] Valor de una encuesta a N clientes sobre una proporción incierta, p. ej. severity.minor.complain=400 (repetible)
    [decide-survey-cost] Coste de cada encuesta
    [diff-old] La ejecución anterior: una carpeta de resultados, o un estudio (un archivo o el nombre de uno incluido), que se simula
    [diff-new] La ejecución posterior
    [diff-seed] Semilla de los estudios que se simulan
    [diff-draws] Extracciones de los parámetros de los estudios que se simulan; 1 = los valores puntuales
    [explain-key] Una clave como voice.solicit, una tabla de claves, o una palabra en inglés, chino o español, como churn o velocidad [por defecto: enumera todas las claves]
    [fit-customers] Clientes: customer, segment, since, left (CSV, XLSX o Parquet)
    [fit-purchases] Compras: customer, date, margin o amount
    [fit-failures] Fallos que conoce la operación: customer, date, kind, severity, noticed
    [fit-complaints] Quejas: case, customer, opened, first_answer, closed, resolved, contacts, minutes, compensation, channel, kind
    [fit-map] Lo que se declara de los archivos: columnas, formatos, gravedades, pérdidas (TOML)
    [fit-base] Lo que vale donde los datos no dicen nada: preset:NAME o un estudio
    [fit-set] Dar un número que los datos no tienen, p. ej. segment.all.retention_cost=12 (repetible)
    [fit-out] El estudio que se escribe
    [fit-title] Título del estudio [predeterminado: el nombre de su archivo]
    [fit-report] Carpeta para página, libro, tablas y gráficos [predeterminado: ninguna]
    [fit-on-problem] Qué se hace con las filas con problemas [predeterminado: lo que diga el mapa; si no, drop]
    [fit-force] Sustituir el estudio, y los resultados de otro comando en la carpeta del informe
    [fmea-strategy] La estrategia con la que ocurren los fallos [por defecto: la de referencia, lo que se hace ahora]
    [merge-parts] Carpetas de partes, o carpetas que las contienen, como output/NAME.parts
    [merge-out] Carpeta para los resultados unidos [por defecto: NAME junto a NAME.parts]
    [merge-force] Une todos los estudios, también los que tienen un resultado completo
    [merge-json] Imprime un objeto JSON en lugar de texto
    [merge-quiet] Imprime solo los errores
    [new-file] El archivo que se escribe; uno existente no se sobrescribe nunca
    [new-from] El preajuste que se extiende (vea `recoup presets`), `case:NAME` para copiar un caso (vea `recoup cases`), o `recipe:NAME` para copiar una receta del recetario
    [new-full] Escribe cada clave, comentada, con su significado, unidad, rango, valor por defecto y fuente
    [optimize-budget] Presupuesto anual para todas las palancas juntas
    [optimize-lever] Una palanca y su rango (repetible)
    [optimize-strategy] La estrategia cuyas palancas se varían [por defecto: la mejor que las tiene todas]
    [optimize-risk] Medida con la que se comparan los repartos
    [presets-name] Imprime este preajuste, o la política `strategy:NAME`, con sus fuentes
    [report-dir] La carpeta de una ejecución terminada
    [report-out] Carpeta para el resultado regenerado; la DIR de la ejecución no cambia [por defecto: la carpeta de la ejecución]
    [report-force] Sustituye en la carpeta de `--out` los resultados de otra orden o de otro estudio, y los archivos de resultados modificados
    [report-quiet] Imprime solo los errores
    [run-until-settled] Extrae hasta que la mejor estrategia quede decidida. LIMIT inferior a 1: probabilidad de que otra sea mejor de media; LIMIT desde 1: pérdida esperada de parar, en dinero [por defecto: 0.01]
    [run-out] Carpeta para los resultados [por defecto: output/ESTUDIO]
    [run-details] Imprime todo el argumento: pérdidas, segmentos, servicio, otros escenarios, errores y todas las columnas de las tablas
    [run-json] Imprime el resultado como JSON
    [sensitivity-method] Método
    [sensitivity-rows] Filas del diseño de Sobol; cada una exige dos evaluaciones más una por parámetro
    [story-customer] Sigue a este cliente (numerados desde 0, segmento por segmento)
    [story-most-different] Sigue a los N clientes cuyos resultados más difieren entre estrategias
    [sweep-over] Una palanca y sus niveles; dos palancas dan un mapa de la mejor estrategia
    [sweep-strategy] La estrategia cuya palanca se varía [por defecto: todas menos la de referencia]
    [synth-out] Carpeta de los archivos
    [synth-strategy] Estrategia con la que vive la empresa [por defecto: la de referencia]
    [synth-customers] Clientes al inicio, con los posibles clientes en proporción [por defecto: los del estudio]
    [synth-years] Años que abarcan los archivos [por defecto: el horizonte del estudio]
    [synth-start] Primer día de los archivos
    [synth-draw] Toma los valores de esta extracción de los parámetros, contadas desde 0 [por defecto: los valores puntuales]
    [synth-no-notice] No dice quién se fue
    [synth-format] Formato de los archivos
    [kano-out] Archivo de la capa; uno que ya existe solo se sustituye con --force
    [kano-force] Sustituye la capa y los resultados de otra orden u otro archivo en esa carpeta
    [kano-failure] El fallo que es la falta de un elemento: su nombre en la capa, que entonces tiene solo esos elementos (repetible) [por defecto: todos, con sus propios nombres]
    [servqual-out] Archivo de la capa; uno que ya existe solo se sustituye con --force
    [servqual-force] Sustituye la capa y los resultados de otra orden u otro archivo en esa carpeta
    [servqual-severity] Gravedad de los fallos de la capa
    [servqual-seed] Semilla del remuestreo de las personas encuestadas
    [verify-json] Imprime las comprobaciones como JSON
    [why-by] Divide por claves sueltas o por tablas de claves
    [completions-shell] Su shell
   *[other] { $shared ->
        [study] Un archivo de escenario, o el nombre de un estudio incluido
        [scenario] Escenario del estudio [por defecto: el primero]
        [out] Carpeta para página, libro, tablas y gráficos de la respuesta [por defecto: ninguna]
        [force] Sustituye en esa carpeta los resultados de otra orden o de otro estudio, y los archivos de resultados modificados
        [answers] Archivo con las respuestas: CSV, XLSX o Parquet
        [map] Archivo que dice qué es cada columna y cómo se escriben los números
        [extends] Estudio que la capa extiende: un archivo, preset:NAME o case:NAME [por defecto: una línea por rellenar]
        [report] Carpeta de la página, el libro, las tablas y los gráficos [por defecto: ninguna]
        [threads] Hilos [por defecto: uno por núcleo]; los resultados no dependen de ello
        [color] Colores: auto, always o never
        [details] Imprime también los detalles y todas las columnas de las tablas
        [json] Imprime la respuesta como JSON
        [quiet] Imprime solo los errores (y el JSON, si se pide)
        [set] Fija una clave como si el valor estuviera en el archivo, p. ej. market.customers=80_000 o strategy.ask.voice.solicit=0.5 (repetible)
        [seed] Semilla de los números aleatorios
        [engine] Motor que ejecuta el modelo
        [draws] Extracciones de los parámetros; 1 = los valores puntuales
        [replicates] Simulaciones por extracción de los parámetros
        [memory] Memoria máxima según la estimación, como 500M o 16G [por defecto: la que la máquina tiene libre]
        [lang] Idioma de respuestas, gráficos e informes: en, zh o es [por defecto: el del estudio]
        [keep] Tablas que se conservan, con una fila por estrategia (summary), también por período (periods), también por simulación (histories)
        [no-charts] No escribe gráficos, informe ni libro
        [strategy] La estrategia [por defecto: la mejor aparte de la de referencia]
        [against] La estrategia con la que se compara [por defecto: la de referencia]
       *[other] { $text }
    }
}
help-word = { $word ->
    [usage] Uso
    [options] Opciones
    [arguments] Argumentos
    [commands] Órdenes
    [help] Imprime la ayuda
   *[version] Imprime la versión
}
help-after = Empiece con `recoup run`: ejecuta el hotel de ciudad incluido y muestra qué estrategia es rentable.
    Después cree su propio estudio con `recoup new my-study.toml`, edítelo y ejecute `recoup run my-study.toml`.
