# What charts say.

chart-draws = { $number ->
    [one] { $number } draw
   *[other] { $number } draws
}
chart-footer-study = { $study } · scenario { $scenario }
chart-footer-run = seed { $seed } · { $draws } · recoup { $version }
chart-footer-digest = { $run } · study { $digest }
