## explain、diff
explain-more = 另有 { $number } 个键；用更具体的词或路径可缩小范围。
explain-meaning = { $name }：{ $meaning }
head-range = 范围
diff-title = 从 `{ $old }` 到 `{ $new }` 的变化
diff-inputs = { $number ->
    [0] 输入相同。
   *[other] 有 { $number } 项输入发生变化。
}
diff-version = { $stream ->
    [same] 程序版本不同（{ $old } 和 { $new }）：其间模型可能有变化。
   *[other] 程序版本不同（{ $old } 和 { $new }），随机数也不同：模型可能有变化，且每项变化都含有随机成分。
}
diff-seed = 随机种子不同：每项变化都含有随机成分。
diff-currency = 一次运行以 { $old } 计，另一次以 { $new } 计：金额不作相减。
diff-reference = 两次运行的首个策略不同：其净现值差异不作相减。
diff-best-same = 最优策略仍为 `{ $name }`。
diff-best-other = 最优策略现为 `{ $new }`；此前为 `{ $old }`。
diff-in-scenario = 情景 { $name }：{ $text }
diff-renamed = `{ $new }`（此前为 `{ $old }`）
diff-settings = 运行方式
diff-elements = 新增、删除或更名
diff-keys = 发生变化的输入
diff-head-old = 此前
diff-head-new = 现在
diff-head-table = 项目
diff-head-change = 变化
diff-table = { $table ->
    [segment] 客户群
    [failure] 失误
    [severity] 严重程度
    [touchpoint] 接触点
    [response] 响应
    [strategy] 策略
    [scenario] 情景
   *[variant] 模型变体
}
diff-answers = 与首个策略相比的净现值差异，单位 { $currency }
diff-answers-in = 情景 { $name }：与首个策略相比的净现值差异，单位 { $currency }
diff-head-error = 蒙特卡洛误差
diff-verdict = { $verdict ->
    [within] 之内
    [beyond] 超出
   *[unknown] 不可比较
}
diff-error = 蒙特卡洛误差：变化的 1.96 个标准误，按两次运行不共用随机数计算。若随机种子相同，真实误差通常更小。
diff-ranking = 此前排名：{ $old }。现在排名：{ $new }。
diff-alone = { $which ->
    [old] 仅此前有：{ $names }。
   *[new] 仅现在有：{ $names }。
}
