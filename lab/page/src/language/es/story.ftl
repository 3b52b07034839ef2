# La vista de un solo cliente. Los demás textos son los del programa.

view-story = Historia
lab-story-lead = El mismo cliente vive bajo cada estrategia, con la misma suerte. Solo cambia lo que hace la empresa.
lab-story-copy = El estudio tiene { $all } clientes. Aquí se simula una copia menor, con { $customers } clientes, los mismos clientes potenciales por cada uno y la misma carga del centro de atención. Los números de cliente son los de la copia.
lab-story-looking = Buscando entre { $customers } clientes, bajo cada estrategia, aquellos cuyas vidas difieren más …
lab-story-stop = Detener
lab-story-search = Buscar los clientes cuyas vidas difieren más
lab-story-next = Cliente siguiente
lab-story-random = Un cliente cualquiera
lab-story-number = Número de cliente (de 0 a { $last })
lab-story-show = Mostrar
lab-story-place = El número { $place } de los { $number } clientes cuyas vidas difieren más entre las estrategias.
lab-story-elsewhere = No es uno de los { $number } clientes cuyas vidas difieren más entre las estrategias.
lab-story-nobody = En esta simulación la vida de ningún cliente difiere entre las estrategias. Elija un cliente cualquiera por su número.
lab-story-lanes = La vida del cliente { $customer } bajo cada estrategia
lab-story-purchase = compra
lab-story-told = personas informadas
lab-story-returned = vuelve
lab-story-steps = Periodo a periodo
lab-story-period = Periodo
lab-story-before = Periodo anterior
lab-story-after = Periodo siguiente
lab-story-play = Reproducir
lab-story-pause = Pausa
lab-story-absent = No es cliente.
lab-story-bought = { $number ->
    [0] No compra nada.
    [1] Compra una vez.
   *[other] Compra { $number } veces.
}
lab-story-worths = Lo que valió el cliente
lab-story-worth = Valor, { $currency }
lab-story-end = Al final
lab-story-purchases = Compras
lab-story-failures = Fallos
lab-story-people = Personas informadas
lab-story-events = Todo lo que ocurrió
lab-story-event = Qué ocurrió
lab-story-uneventful = Nada más que compras.
