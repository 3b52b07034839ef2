# El modo de clase. Las preguntas, las opciones y las razones están en el catálogo del programa.

view-class = Clase
class-title = Predecir, mostrar, explicar
class-lead = Escriba el número que le dio su docente. Le da números propios. Conteste las seis preguntas antes de ver lo que dice el modelo. No se guarda ni se envía nada: descargue sus respuestas al final.
class-number = Su número
class-begin = Empezar
class-forgets = Con otro número se olvidan las respuestas dadas.
class-predict = Predecir
class-draw = Dibuje con el dedo o el ratón. Con el teclado, vaya a un punto y use las flechas, o escriba las cuotas debajo.
class-drawing = Gráfico para dibujar: parte que vuelve, según la tasa de quejas
class-drawing-shown = La curva dibujada y la correcta: la correcta { $right }
class-point = Parte que vuelve con una tasa de quejas del { $rate }
class-point-open = aún sin dibujar
class-at = con el { $rate }
class-mine = su curva
class-right-curve = curva correcta
class-reveal-title = Mostrar y explicar
class-answered = Hay { $done } de { $all } preguntas contestadas.
class-total = { $total } de { $all } puntos
class-reveal-early = Una vez mostradas las respuestas correctas, estas respuestas ya no se pueden cambiar.
class-reveal = Mostrar las respuestas correctas
class-again = Empezar con otro número
class-download = Descargar mis respuestas
class-download-note = El archivo contiene su número, su nombre y sus respuestas. Envíelo a su docente.
class-your-answer = su respuesta
class-no-answer = sin contestar
class-mark = nota
class-first = Primero prediga; después vea lo que dice el modelo.
class-digest = Clase { $digest }
class-keep = No cierre ni recargue esta página antes de descargar sus respuestas.
class-wrong-share = Escriba una parte del 0 al 100 %.
class-wrong-money = Escriba un importe de { $least } a { $most }.
class-wrong-student = Escriba un número del 1 al { $most }.
class-reveal-sure = { $number ->
    [one] Hay una pregunta sin contestar. ¿Mostrar las respuestas correctas de todos modos?
   *[other] Hay { $number } preguntas sin contestar. ¿Mostrar las respuestas correctas de todos modos?
}
class-reveal-yes = Mostrarlas
class-reveal-no = Seguir contestando
class-explain = Ver mis números en Paradoja
class-verdict = { $verdict ->
    [right] correcta
    [part] correcta en parte
    [wrong] incorrecta
   *[none] sin contestar
}
