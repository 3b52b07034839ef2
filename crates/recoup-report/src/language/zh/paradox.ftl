# 服务补救悖论。

paradox-and = { $first }、{ $second }

# -- 图：严重程度与补救质量
paradox-map-reach = { $points ->
    [any] 无论失败造成多大损失
   *[other] 在失败造成的满意度损失低于 { $points } 分时
}
paradox-map-title-both = { $at }，最好的补救能让客户比没有失败时更满意；至于他们也更愿意再次购买，则是回购表事先写入的
paradox-map-title-driven = 若由感受决定行为：{ $at }，补救后的满意度与回购率都高于没有失败时
paradox-map-title-happier = { $at }，最好的补救能让客户更满意，但在任何情况下都不会更忠诚
paradox-map-title-returns = 补救不会让任何人比以前更满意；{ $at }他们更愿意再次购买，是回购表事先写入的
paradox-map-title-none = 没有任何补救能让客户的处境好于没有失败
paradox-map-subtitle = 含义（一）：问题得到解决的客户与没有遇到失败的客户相比。质量 = 赔偿与道歉发挥到的程度，也是快速解决的概率。首次失败，原因既不持久、也不归咎于企业
paradox-map-subtitle-tables = { $text }；回购率取自本研究的回购表，表与表之间按对数几率插值
paradox-map-across = 严重程度：失败造成的满意度损失（7 分制）
paradox-map-up = 补救质量
paradox-both = 两者皆是

# $which 为含义与衡量标准。
paradox-frontier = { $which ->
    [conditional-satisfaction] 比以前更满意
    [conditional-repurchase] 更愿意回购：由回购表输入
    [conditional-driven] 更愿意回购：由满意度驱动
    [complainers-satisfaction] 投诉者更满意
    [complainers-repurchase] 投诉者更愿意回购
    [population-satisfaction] 全体遇到失败者更满意
   *[population-repurchase] 全体遇到失败者更愿意回购
}
paradox-nowhere = 图上任何位置都不成立

# -- 图：投诉率与快速解决比例
paradox-complaints-title-needs = 只有当 { $share } 的客户投诉且全部得到快速解决时，{ $failure }才会“有利可图”；目前只有 { $today } 投诉
paradox-complaints-title-always = 按这些回购表，无论谁投诉，{ $failure }都“有利可图”：没有一家真实企业的表是这样的
paradox-complaints-title-complainers = 因{ $failure }而投诉的客户可能比其他人更愿意回购，但全体遇到该失败的客户不会
paradox-complaints-title-never = 无论多少人投诉并得到快速解决，{ $failure }都不会让客户更忠诚
paradox-complaints-subtitle = { $failure }：所有投诉都得到解决，没有人是被询问或被主动发现的
paradox-complaints-nowhere = { $text }；图上任何位置都不成立：{ $list }
paradox-complaints-across = 投诉率
paradox-complaints-up = 快速解决的比例
paradox-complaints-today = 目前：{ $complain } 投诉，{ $quick } 快速解决

# -- 图：哪个杠杆
paradox-lever = { $dial ->
    [complaint_rate] 更多人投诉
    [resolution] 更多得到解决
   *[quick_share] 更多快速解决
}
paradox-levers-range = { $low } 至 { $high }
paradox-levers-title = { $failure }：投诉率为 { $rate } 时，投诉率的 1 个百分点抵得上速度的 { $points } 个百分点；为 { $last } 时，只抵 { $fewer } 个
paradox-levers-title-costs = { $failure }：只要得到解决的仍然这样少，每多一次投诉都是损失
paradox-levers-title-plain = { $failure }：各杠杆每个百分点的价值取决于有多少人投诉
paradox-unit = { $measure ->
    [repurchase] 回购率百分点
   *[satisfaction] 满意度分
}
paradox-levers-subtitle = 各杠杆每增加 1 个百分点，全体遇到失败者的均值增加多少；{ $resolved } 得到解决，其中 { $quick } 为快速解决
paradox-levers-up = 1 个百分点的价值（{ $unit }）
paradox-levers-lead = { $dial ->
    [resolution] 自 { $rate } 起解决率领先
   *[quick_share] 自 { $rate } 起速度领先
}

# -- 图：基础忠诚度
paradox-base-title = 若没有失败时有 { $low } 的客户回购，{ $failure }需要 { $first } 的人投诉才“有利可图”；若为 { $high }，则需要 { $last }
paradox-base-title-plain = { $failure }能否让客户更忠诚，取决于假定的基础忠诚度
paradox-base-subtitle = { $failure }的回购悖论从哪里开始：全部投诉且全部解决时的快速比例；全部快速解决时的投诉率。回购表保持不变
paradox-base-across = 没有失败时的回购率：一项假设，合理范围为 { $low } 至 { $high }
paradox-base-up = 所需比例
paradox-base-quick = 快速比例（投诉者）
paradox-base-complaints = 投诉率（全体）

# -- 答案
paradox-answer-feels = 在“{ $strategy }”下，“{ $failure }”若得到快速解决，客户会比没有失败时{ $happier ->
    [yes] 更满意
   *[no] 更不满意
}（{ $after } 对 { $before }；P { $p }）
paradox-answer-returns = { $agrees ->
    [yes] { $feels }，而且
   *[no] { $feels }，但
}他们的回购率{ $more ->
    [yes] 更高
    [same] 相同
   *[no] 更低
}（{ $after } 对 { $before }；P { $p }），{ $source ->
    [satisfaction] 因为它由满意度驱动
   *[table] 因为按这一基础忠诚度读取的回购表如此
}。
paradox-answer-all = { $text }就全体遇到失败的客户而言，回购率为 { $after }，没有失败时为 { $before }：失败{ $pay ->
    [yes] 按这些输入是有利可图的
   *[no] 并不划算
}。
paradox-answer-cause = 若每 { $purchases } 次购买故意多制造一次“{ $failure }”再去补救，{ $span }内将{ $sign ->
    [cost] 损失
   *[bring] 带来
} { $amount }（90% 区间：{ $low } 至 { $high }）。
paradox-answer-each = { $text }即每次制造的失败 { $amount }。
paradox-answer-draws = 情景“{ $scenario }”，对输入抽样 { $draws } 次。P = 命题成立的抽样所占比例。
paradox-all-failures = 全部失败

# -- 答案中的表
paradox-meaning = { $meaning ->
    [conditional]（一）得到快速帮助者
    [complainers]（二）投诉者
   *[population]（三）全体遇到失败者
}
paradox-measure = { $measure ->
    [satisfaction] 满意度
   *[repurchase] 回购率
}
paradox-head-failure = 失败
paradox-head-meaning = 含义
paradox-head-measure = 衡量标准
paradox-head-strategy = 策略
paradox-head-p = P
paradox-head-to-before = 较之前
paradox-head-to-base = 较基础（百分点）
paradox-claims = 三种命题、两种衡量标准（策略“{ $strategy }”）
paradox-strategies = 各策略下命题成立的概率 P：满意度与回购率
paradox-head-short = { $measure ->
    [satisfaction] 满意度
   *[repurchase] 回购率
} { $number }
paradox-thresholds = “{ $failure }”的悖论在哪里转换（闭式解，按研究的基础忠诚度读取回购表）
paradox-head-moved = 变动的量
paradox-head-today = 目前
paradox-head-switches = 转换点
paradox-head-holds = 成立
paradox-moved = { $moved ->
    [complaint_rate] 投诉率 c*
    [resolution] 解决率 r*
    [quick_share] 快速比例 q*
    [base_loyalty] 基础忠诚度（回购表不变）
    [satisfaction_drop] 失败造成的满意度损失
   *[recovery_quality] 补救质量
}
paradox-moved-best = { $moved }，其余均为最佳
paradox-holds = { $reach ->
    [always] 总是
    [never] 从不
    [above] 高于时
   *[below] 低于时
}
paradox-needs = 它需要什么：“{ $failure }”（首次失败后保持沉默者的回购率为 { $silent }）
paradox-head-seen = 被看作
paradox-head-quick-satisfaction = 快速解决：满意度
paradox-head-quick-repurchase = 快速解决：回购率
paradox-head-vain-repurchase = 投诉无果：回购率
paradox-condition = { $condition ->
    [first] 首次失败，如本研究所设
    [second] 第二次失败；第一次已妥善补救
    [second_after_bad] 第二次失败；第一次未获补救
    [lasting] 原因持久
    [controllable] 归咎于企业
   *[lasting_and_controllable] 两者兼有
}
paradox-in-a-row = 相隔一个时间窗的两次失败，第一次仍被记得（好 = 得到快速解决，坏 = 投诉无果）
paradox-head-order = 顺序
paradox-head-after = 之后的满意度
paradox-head-there = 两次之后仍在
paradox-order = { $order ->
    [good_then_bad] 先好后坏
    [bad_then_good] 先坏后好
   *[bad_then_bad] 先坏再坏（双重偏离）
}
paradox-levers = 哪个杠杆：每增加 1 个百分点，全体遇到失败者的回购率增加多少百分点
paradox-head-rate = 投诉率
paradox-head-of = { $dial ->
    [complaint_rate] 投诉率 +1 点
    [resolution] 解决率
   *[quick_share] 速度
}
paradox-lead-resolution = “{ $failure }”：自投诉率 { $rate } 起，解决率的 1 个百分点比投诉率的更有价值。
paradox-lead-speed = “{ $failure }”：自投诉率 { $rate } 起，速度的 1 个百分点比投诉率的更有价值。
paradox-bases = 回购悖论是一项输入：“{ $failure }”随没有失败时的回购率而变（合理范围：{ $low } 至 { $high }）；回购表不变，其参考基础随之变动
paradox-bases-driven = 此处由满意度驱动回购：既不由回购表、也不由其背后的基础忠诚度决定。
paradox-head-base = 基础
paradox-head-gap = { $number }（百分点）
paradox-head-moves-along = （一）若回购表随之移动（百分点）
paradox-otherwise = 若满意度{ $driven ->
    [yes] 不驱动回购
   *[no] 驱动回购
}，“{ $failure }”的（一）差距将为 { $gap } 个百分点，而不是 { $now }。
paradox-causes = 故意制造失败再去补救（完美 = 人人投诉，且全部快速解决）
paradox-head-one-more = 每 { $purchases } 次购买多一次
paradox-head-npv = 净现值（{ $currency }）
paradox-head-interval = 90% 区间
paradox-interval = { $low } 至 { $high }
paradox-head-failures = 失败次数
paradox-head-each = 每次失败
paradox-head-loses = 亏损的比例
paradox-head-perfect = 每次失败（完美）
paradox-presets = 已发表的回购表彼此不一致（回购率；q* 为全部解决时，c* 为全部快速解决时）
paradox-head-preset = 预设
paradox-head-outcome = { $outcome ->
    [silent] 沉默
    [unresolved] 未解决
    [resolved] 已解决
   *[quick] 快速
}
paradox-head-complain = 投诉
paradox-below = 低于 { $share }
paradox-publications = 证据：在满意度上有，在行为上几乎没有
paradox-head-source = 来源
paradox-head-measured = 所衡量
paradox-head-found = 悖论
paradox-head-status = 证据状态
paradox-head-says = 结论
paradox-measured = { $measured ->
    [satisfaction] 满意度
    [behaviour] 行为
   *[untold] 未说明
}
paradox-support = { $support ->
    [yes] 有
    [sometimes] 有条件
   *[no] 无
}
paradox-status = { $status ->
    [verified] 已核实
   *[secondary] 二手
}
paradox-publication = { $id ->
    [de-matos-satisfaction] 元分析：对满意度的效应大于零
    [de-matos-behaviour] 元分析：对回购、口碑和形象均不显著
    [knox] 20,000 名客户、两年半：几乎在所有情况下，补救都不能完全抵消失败
    [soares] 40,813 名电信客户的真实回购：仅当失败不严重时
    [goodman] 满意的投诉者比没有问题的客户忠诚度最多高 8%：只是口头意向
    [magnini] 需要失败不严重、且为首次，原因不稳定且不受企业控制
    [maxham] 20 个月：两次失败之后即无；两次糟糕的补救结果最差；先坏后好优于先好后坏
    [ok] 只有对补救极为满意才会出现：“依赖它有风险”
    [mount] 大型酒店样本：总体上没有，某些类型的问题上有
    [kim] 餐馆的实地研究和实验中均无
   *[mccollough] 一项航空公司实验：无
}
paradox-checked = 已由模拟检验：{ $number } 个闭式解与三个引擎对照，每次 { $customers } 名客户；偏离最大者为 { $most } 个标准误（超过 { $alarm } 即报警）。
