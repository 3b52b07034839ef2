# Lo que dicen los gráficos.

chart-draws = { $number ->
    [one] { $number } simulación
   *[other] { $number } simulaciones
}
chart-footer-study = { $study } · escenario { $scenario }
chart-footer-run = semilla { $seed } · { $draws } · recoup { $version }
chart-footer-digest = { $run } · estudio { $digest }
