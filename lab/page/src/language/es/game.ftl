# Texts of the game.

view-game = Juego
game-title = Un juego de recuperación
game-lead = Los equipos dirigen la empresa durante ocho trimestres. Empieza con { $customers } clientes y hace lo que hace `{ $reference }`, en el escenario `{ $scenario }`. Cada trimestre, cada equipo reparte el mismo presupuesto entre las palancas de abajo, o lo deja sin gastar. El azar es el mismo para todos. Gana el mayor valor actual neto.
game-teams = Equipos
game-team = Equipo { $number }
game-team-name = Nombre del equipo { $number }
game-team-remove = Quitar { $name }
game-team-add = Añadir un equipo
game-names = Dé a cada equipo un nombre propio de { $most } caracteres como máximo.
game-budget = Presupuesto por trimestre, { $currency }
game-seed = Semilla del azar
game-seed-other = Otra
game-begin = Empezar
game-files = Jugar con archivos
game-files-lead = Un equipo puede planificar en su propio dispositivo: empieza un juego con el mismo estudio y presupuesto, planifica varios trimestres y guarda su plan. Quien dirige el juego carga los planes aquí, o cuando le toca a un equipo. Decide la semilla de quien dirige. Un juego guardado también continúa desde aquí.
game-load = Cargar planes o un juego guardado
game-load-plans = Cargar planes de los equipos
game-loaded = Los planes se han cargado.
game-levers = Lo que puede hacer el dinero
game-lever = { $kind ->
    [asking] Solicitar quejas ({ $name })
    [positions] Agentes
    [compensation] Compensación
    [response] Gasto: { $name }
   *[programme] Programa: { $name }
}
game-lever-price = Hasta { $most } por trimestre; con menos dinero, los números cambian menos.
game-lever-step = { $step } por trimestre y agente, hasta { $most }.
game-lever-by-case = Se paga caso por caso. El precio es una estimación para la empresa sin otras medidas: con más quejas cuesta más.
game-save = Guardar el juego
game-end = Terminar este juego
game-end-sure = Lo que no se guardó se pierde.
game-end-yes = Terminar
game-end-no = Seguir
game-pass = { $name }: trimestre { $quarter } de { $quarters }
game-pass-lead = Entregue el dispositivo a este equipo. Los demás no miran.
game-turn = Somos { $name }
game-so-far = Resultados hasta ahora
game-ready = Están todos los planes del trimestre { $quarter }
game-reveal = Revelar el trimestre { $quarter }
game-searching = Calculando y buscando el mejor plan…
game-plan = { $name } planifica el trimestre { $quarter } de { $quarters }
game-left = Quedan { $left } de { $budget }
game-spent = Presupuesto gastado
game-steps = { $number ->
    [one] { $number } agente
   *[other] { $number } agentes
}
game-what = Qué hace
game-done = Listo
game-onward = Planificar también el trimestre { $quarter }
game-save-plan = { $quarters ->
    [one] Guardar el plan de un trimestre en un archivo
   *[other] Guardar el plan de { $quarters } trimestres en un archivo
}
game-save-plan-note = El dinero que queda se queda en la empresa y no pasa al trimestre siguiente.
game-after = Tras el trimestre { $quarter } de { $quarters }
game-over = El juego ha terminado
game-leads = { $name } va por delante: { $gain } { $currency } en comparación con la empresa sin plan.
game-next = Pasar al trimestre { $quarter }
game-nothing = sin plan
game-customers-title = Clientes activos
game-kept-title = Clientes retenidos, en comparación con la empresa sin plan
game-npv-title = VAN acumulado en comparación con la empresa sin plan, { $currency }
game-quarter = Trimestre
game-team-column = Equipo
game-lever-column = Palanca
game-table = Trimestre { $quarter }, dinero en { $currency }
game-column-spent = Gasto
game-column-customers = Clientes al final
game-column-failures = Fallos
game-column-complaints = Quejas
game-column-unresolved = Sin resolver
game-column-desk = Carga de la atención
game-column-lost = Perdidos por fallos
game-column-cash = Caja
game-column-npv = VAN
game-column-gain = Ganancia sobre no planificar
game-column-expected = Ganancia esperada
game-column-luck = Suerte
game-column-regret = Arrepentimiento
game-lost-title = Clientes que se fueron, por causa
game-lost-table = Clientes que se fueron en el trimestre { $quarter }, por causa
game-cause = { $cause ->
    [natural] sin causa en el modelo
    [silent] fallo en silencio
    [unresolved] sin resolver
    [resolved] resuelto tarde
    [quick] resuelto pronto
   *[word_of_mouth] boca a boca
}
game-wins = Gana { $name }: { $gain } { $currency } en comparación con la empresa sin plan. Su arrepentimiento es de { $regret } { $currency }.
game-ties = Empatan { $names }: { $gain } { $currency } en comparación con la empresa sin plan. Su arrepentimiento es de { $regret } { $currency }.
game-ranking = La clasificación, en { $currency }
game-ranking-note = Ganancia esperada: lo que valían las decisiones en promedio sobre el azar. Suerte: el VAN que resultó menos el VAN esperado. Arrepentimiento: lo que el mejor plan prometía de más.
game-terminal = El VAN incluye lo que los clientes del final valen después.
game-chance = Lo que hizo el azar
game-chance-range = El azar añadió de { $low } a { $high } { $currency } a los resultados de los equipos.
game-chance-alike = El azar añadió { $amount } { $currency } al resultado de cada equipo.
game-chance-same = La clasificación solo por decisiones es la misma.
game-chance-other = Solo por decisiones la clasificación sería: { $order }.
game-best-plan = mejor plan hallado
game-best-title = El mejor plan hallado
game-best-team = El mejor plan hallado es el de { $name }
game-best-table = Dinero por trimestre, { $currency }
game-best-note = La búsqueda cambia un importe tras otro mientras sube el VAN esperado. No prueba que no haya un plan mejor.
game-plan-of = El plan de { $name }

game-file-not-json = El archivo no se puede leer: no es JSON.
game-file-other = El archivo no es un plan de este juego.
game-file-version = El archivo tiene la versión { $version }, que esta página no conoce.
game-file-differs = El archivo pertenece a otro juego: { $part ->
    [study] su estudio no es este
    [scenario] su escenario no es este
    [levers] sus palancas no son estas
   *[budget] su presupuesto no es este
}. Ambos deben partir de la misma página, los mismos datos y el mismo presupuesto.
game-file-broken = El archivo está dañado en `{ $part }`.
game-file-name = El equipo { $number } del archivo no tiene un nombre de 1 a { $most } caracteres en una línea.
game-file-plan = El plan de `{ $name }` no tiene un importe de 0 o más para cada palanca.
game-file-large = El archivo `{ $name }` es demasiado grande para un plan.
game-file-many = No pueden jugar más de { $most } equipos.
game-file-alone = Un juego guardado se carga solo, antes de empezar un juego.
game-file-late = `{ $name }` no puede entrar ni cambiar lo que planificó: ya se revelaron { $quarter } trimestres.
