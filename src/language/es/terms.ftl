# Las palabras del oficio, una para cada cosa, y lo que se dice en todas partes.

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
