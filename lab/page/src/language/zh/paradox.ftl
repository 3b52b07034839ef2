# 悖论视图。其余文字与程序相同。

view-paradox = 悖论
lab-paradox-holding = { $number ->
    [0] 没有命题成立
   *[other] 命题 { $list } 成立
}
lab-paradox-verdict = 采用`{ $strategy }`时的`{ $failure }`：就满意度而言，{ $satisfaction }；就再购率而言，{ $repurchase }。
lab-paradox-dials = 起始时：遭遇该失误的客户有 { $complain } 投诉；个案有 { $resolved } 得到解决，其中 { $quick } 为快速解决。
lab-paradox-move = 移动起决定作用的参数
lab-paradox-claims = 三种命题、两种衡量标准：采用`{ $strategy }`时的`{ $failure }`
lab-paradox-claims-note = 客户的处境好于没有失误时，命题即成立。满意度为 1 至 7 分。P 为命题成立的参数抽样所占比例。
lab-paradox-claim = 命题
lab-paradox-verdict-head = 按点值
lab-paradox-value = 失误之后
lab-paradox-without = 没有失误时
lab-paradox-difference = 差异
lab-paradox-points = { $number } 个百分点
lab-paradox-holds = 成立
lab-paradox-fails = 不成立
lab-paradox-input = 输入还是结果？
lab-paradox-input-table = 得到快速解决的客户有 { $value } 再购，这是再购率表的数值；没有失误时有 { $base } 再购，这是基础忠诚度。两者都是输入。因此，再购率上的命题 (i) 只是重复了输入表，并不是模拟得出的结论。
lab-paradox-input-driven = 此处由满意度而不是再购率表决定再购。再购率上的命题 (i) 由满意度得出；但再购率随满意度变化的陡峭程度仍是一项输入。
lab-paradox-maps = 命题在何处成立
lab-paradox-maps-lead = 两幅图均按基准`{ $reference }`绘制。可用鼠标、触摸或方向键读取各点。
lab-paradox-severity = 严重程度
lab-paradox-quick-share = 快速比例
lab-paradox-severity-map = 严重程度与补救质量
lab-paradox-complaint-map = 投诉率与快速比例
lab-paradox-map-keys = { $map }图：方向键移动读取点，同时按 Shift 则步幅更大
lab-paradox-here = 在{ $across }为 { $x }、{ $up }为 { $y } 处：
lab-paradox-here-claim = { $claim }：{ $holds ->
    [yes] 成立
   *[no] 不成立
}
lab-paradox-needs = { $from ->
    [never] ；在这一严重程度下，任何补救都不够
    [any] ；任何补救质量均可
   *[other] ；补救质量须高于 { $from }
}
lab-paradox-compared = ；{ $value }，没有失误时为 { $base }
lab-paradox-thresholds = 需要什么条件
lab-paradox-needs-complaints = { $measure ->
    [satisfaction] 满意度
   *[repurchase] 再购率
}：{ $reach ->
    [always] 若投诉者全部得到快速解决，则无论投诉率多高，命题 (iii) 对`{ $failure }`都成立。
    [never] 即使投诉者全部得到快速解决，无论投诉率多高，命题 (iii) 对`{ $failure }`都不成立。
    [below] 只有当投诉者少于 { $share } 且全部得到快速解决时，命题 (iii) 对`{ $failure }`才成立。目前有 { $today } 投诉。
   *[above] 只有当投诉者超过 { $share } 且全部得到快速解决时，命题 (iii) 对`{ $failure }`才成立。目前有 { $today } 投诉。
}
lab-paradox-all-thresholds = 全部临界值
lab-paradox-thresholds-caption = 单独变动一个量时，各命题从何处开始或不再成立：采用`{ $strategy }`时的`{ $failure }`
lab-paradox-causes = 故意制造失误要付出多少代价？
lab-paradox-under = 采用`{ $strategy }`时：
lab-paradox-smaller-loss = 补救越好，企业弥补的损害越多，但费用可能超过所省。损失较小并不等于盈利。
lab-paradox-causes-caption = 每 { $purchases } 次购买多一次`{ $failure }`：按策略，{ $currency }
lab-paradox-perfect = 完美：所有客户都投诉且全部得到快速解决。联系成本和该策略的补偿照付。没有企业报告过这样的投诉率。
