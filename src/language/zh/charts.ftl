# 图表中的文字。

chart-draws = { $number } 次抽样
chart-footer-study = { $study } · 情景 { $scenario }
chart-footer-run = 种子 { $seed } · { $draws } · recoup { $version }
chart-footer-digest = { $run } · 研究 { $digest }
