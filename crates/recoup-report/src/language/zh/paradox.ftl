# 服务补救悖论。

paradox-and = { $first }、{ $second }

# -- 图：严重程度与补救质量
paradox-map-reach = { $points ->
    [any] 无论失误造成多大的满意度损失
   *[other] 在失误造成的满意度损失低于 { $points } 分时
}
paradox-map-title-both = { $at }，最好的补救能让客户比没有失误时更满意；至于再购率也更高，则由再购率表设定
paradox-map-title-driven = 若由满意度决定行为：{ $at }，补救后的满意度与再购率都高于没有失误时
paradox-map-title-happier = { $at }，最好的补救能让客户更满意，但在任何情况下都不会更忠诚
paradox-map-title-returns = 补救不会让任何人比以前更满意；{ $at }再购率更高，这由再购率表设定
paradox-map-title-none = 任何补救都不能让客户的处境好于没有失误
paradox-map-subtitle = 含义 (i)：失误已解决的客户与没有遭遇失误的客户相比。质量＝补偿与致歉可达效果的比例，也是快速解决的概率。首次失误，原因既不持久、也不归咎于企业
paradox-map-subtitle-tables = { $text }；再购率取自本研究的再购率表，在对数几率尺度上插值
paradox-map-across = 严重程度：失误造成的满意度损失（7 分制）
paradox-map-up = 补救质量
paradox-both = 两者皆是

# $which 为含义与衡量标准。
paradox-frontier = { $which ->
    [conditional-satisfaction] 比以前更满意
    [conditional-repurchase] 再购率更高：由再购率表设定
    [conditional-driven] 再购率更高：由满意度驱动
    [complainers-satisfaction] 投诉者更满意
    [complainers-repurchase] 投诉者再购率更高
    [population-satisfaction] 全体遭遇失误者更满意
   *[population-repurchase] 全体遭遇失误者再购率更高
}
paradox-nowhere = 图上任何位置都不成立

# -- 图：投诉率与快速解决比例
paradox-complaints-title-needs = 只有当 { $share } 的客户投诉且全部得到快速解决时，{ $failure }才会让客户更常回来；目前有 { $today } 投诉
paradox-complaints-title-always = 按这些再购率表，无论谁投诉，{ $failure }都会提高再购率：没有一家真实企业的数据如此
paradox-complaints-title-complainers = 因{ $failure }而投诉的客户，其再购率可能高于其他客户，但全体遭遇该失误的客户则不会
paradox-complaints-title-never = 无论多少人投诉并得到快速解决，{ $failure }都不会让客户更忠诚
paradox-complaints-subtitle = { $failure }：所有投诉都得到解决；企业既不征询也不自行发现失误
paradox-complaints-nowhere = { $text }；图上任何位置都不成立：{ $list }
paradox-complaints-up = 快速解决的比例
paradox-complaints-today = 目前：{ $complain } 投诉，{ $quick } 快速解决

# -- 图：哪个杠杆
paradox-lever = { $dial ->
    [complaint_rate] 更多人投诉
    [resolution] 更多得到解决
   *[quick_share] 更多快速解决
}
paradox-levers-title = { $failure }：投诉率为 { $rate } 时，投诉率的 1 个百分点抵得上快速比例的 { $points } 个百分点；为 { $last } 时，只抵 { $fewer } 个
paradox-levers-title-costs = { $failure }：在得到解决的如此之少时，每多一次投诉都会降低再购率
paradox-levers-title-plain = { $failure }：各杠杆每个百分点的价值取决于有多少人投诉
paradox-unit = { $measure ->
    [repurchase] 再购率，百分点
   *[satisfaction] 满意度，分
}
paradox-levers-subtitle = 各杠杆每增加 1 个百分点，全体遭遇失误者的均值增加多少；{ $resolved } 得到解决，其中 { $quick } 为快速解决
paradox-levers-up = 1 个百分点的价值（{ $unit }）
paradox-levers-lead = { $dial ->
    [resolution] 自 { $rate } 起解决率领先
   *[quick_share] 自 { $rate } 起快速领先
}

# -- 图：基础忠诚度
paradox-base-title = 若没有失误时有 { $low } 的客户再购，{ $failure }需要 { $first } 的人投诉才会提高再购率；若为 { $high }，则需要 { $last }
paradox-base-title-plain = { $failure }能否让客户更忠诚，取决于假定的基础忠诚度
paradox-base-subtitle = { $failure }的再购悖论从何处开始：全部投诉且全部解决时的快速比例；全部快速解决时的投诉率。再购率表保持不变
paradox-base-across = 没有失误时的再购率：一项假设，合理范围为 { $low } 至 { $high }
paradox-base-up = 所需比例
paradox-base-quick = 快速比例（投诉者）
paradox-base-complaints = 投诉率（全体）

# -- 答案
paradox-answer-feels = 采用“{ $strategy }”时，“{ $failure }”若得到快速解决，客户会比没有失误时{ $happier ->
    [yes] 更满意
   *[no] 更不满意
}（{ $after } 对 { $before }；P { $p }）
paradox-answer-returns = { $agrees ->
    [yes] { $feels }，而且
   *[no] { $feels }，但
}他们的再购率{ $more ->
    [yes] 更高
    [same] 相同
   *[no] 更低
}（{ $after } 对 { $before }；P { $p }），{ $source ->
    [satisfaction] 因为满意度驱动再购
   *[table] 因为按这一基础忠诚度读取的再购率表如此
}。
paradox-answer-all = { $text }就全体遭遇失误的客户而言，再购率为 { $after }，没有失误时为 { $before }：按这些参数，失误{ $pay ->
    [yes] 会提高再购率
   *[no] 不会提高再购率
}。
paradox-answer-cause = 若每 { $purchases } 次购买故意多制造一次“{ $failure }”再加以补救，{ $span }内将{ $sign ->
    [cost] 损失
   *[bring] 带来
} { $amount }（90% 区间：{ $low } 至 { $high }）。
paradox-answer-each = { $text }即每制造一次失误 { $amount }。
paradox-answer-draws = 情景“{ $scenario }”，参数抽样 { $draws } 次。P＝命题成立的抽样所占比例。
paradox-all-failures = 全部服务失误

# -- 答案中的表
paradox-meaning = { $meaning ->
    [conditional] (i) 得到快速解决者
    [complainers] (ii) 投诉者
   *[population] (iii) 全体遭遇失误者
}
paradox-measure = { $measure ->
    [satisfaction] 满意度
   *[repurchase] 再购率
}
paradox-head-failure = 服务失误
paradox-head-measure = 衡量标准
paradox-head-p = P
paradox-head-to-before = 较之前
paradox-head-to-base = 较基线（百分点）
paradox-claims = 三种命题、两种衡量标准（策略“{ $strategy }”）
paradox-strategies = 各策略下命题成立的概率 P：满意度与再购率
paradox-head-short = { $measure ->
    [satisfaction] 满意度
   *[repurchase] 再购率
} { $number }
paradox-thresholds = “{ $failure }”的悖论何时出现（闭式解，按研究的基础忠诚度读取再购率表）
paradox-head-moved = 变动的量
paradox-head-today = 目前
paradox-head-switches = 临界值
paradox-head-holds = 成立条件
paradox-moved = { $moved ->
    [complaint_rate] 投诉率 c*
    [resolution] 解决率 r*
    [quick_share] 快速比例 q*
    [base_loyalty] 基础忠诚度（再购率表不变）
    [satisfaction_drop] 失误造成的满意度损失
   *[recovery_quality] 补救质量
}
paradox-moved-best = { $moved }，其余取最佳
paradox-holds = { $reach ->
    [always] 始终成立
    [never] 从不成立
    [above] 高于临界值时
   *[below] 低于临界值时
}
paradox-needs = 成立的条件：“{ $failure }”（首次失误后沉默者的再购率为 { $silent }）
paradox-head-seen = 失误的性质
paradox-head-quick-satisfaction = 快速解决：满意度
paradox-head-quick-repurchase = 快速解决：再购率
paradox-head-vain-repurchase = 投诉未解决：再购率
paradox-condition = { $condition ->
    [first] 首次失误，如本研究所设
    [second] 第二次失误；第一次已解决
    [second_after_bad] 第二次失误；第一次未解决
    [lasting] 原因持久
    [controllable] 归咎于企业
   *[lasting_and_controllable] 两者兼有
}
paradox-in-a-row = 相隔一个时间窗的两次失误，第一次仍被记得（好＝得到快速解决，坏＝投诉未解决）
paradox-head-order = 顺序
paradox-head-after = 之后的满意度
paradox-head-there = 两次之后的留存率
paradox-order = { $order ->
    [good_then_bad] 先好后坏
    [bad_then_good] 先坏后好
   *[bad_then_bad] 先坏再坏（双重偏离）
}
paradox-levers = 哪个杠杆：每增加 1 个百分点，全体遭遇失误者的再购率增加多少百分点
paradox-head-rate = 投诉率
paradox-head-of = { $dial ->
    [complaint_rate] 投诉率 +1 点
    [resolution] 解决率 +1 点
   *[quick_share] 快速比例 +1 点
}
paradox-lead-resolution = “{ $failure }”：自投诉率 { $rate } 起，解决率的 1 个百分点比投诉率的 1 个百分点更有价值。
paradox-lead-speed = “{ $failure }”：自投诉率 { $rate } 起，快速比例的 1 个百分点比投诉率的 1 个百分点更有价值。
paradox-bases = 再购悖论由设定的数值决定：“{ $failure }”随没有失误时的再购率而变（合理范围：{ $low } 至 { $high }）；再购率表按发表值，其参照基础随之变动
paradox-bases-driven = 此处由满意度驱动再购：再购率表及其背后的基础忠诚度均不起决定作用。
paradox-head-base = 基础忠诚度
paradox-head-gap = { $number }（百分点）
paradox-head-moves-along = (i) 若再购率表随之移动（百分点）
paradox-otherwise = 若满意度{ $driven ->
    [yes] 不驱动再购
   *[no] 驱动再购
}，“{ $failure }”在含义 (i) 下的差距将为 { $gap } 个百分点，而不是 { $now }。
paradox-causes = 故意制造失误再加以补救（完美＝人人投诉，且全部快速解决）
paradox-head-one-more = 每 { $purchases } 次购买多一次失误
paradox-head-failures = 失误次数
paradox-head-each = 每次失误
paradox-head-loses = 亏损的比例
paradox-head-perfect = 每次失误（完美）
paradox-presets = 已发表的再购率表彼此不一致（再购率；q* 为全部解决时，c* 为全部快速解决时）
paradox-head-outcome = { $outcome ->
    [silent] 沉默
    [unresolved] 未解决
    [resolved] 已解决
   *[quick] 快速
}
paradox-head-complain = 投诉率
paradox-publications = 证据：满意度上存在，行为上几乎不存在
paradox-head-measured = 衡量对象
paradox-head-found = 悖论
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
   *[secondary] 转引
}
paradox-publication = { $id ->
    [de-matos-satisfaction] 元分析：对满意度的效应大于零
    [de-matos-behaviour] 元分析：对再购、口碑和形象均不显著
    [knox] 20,000 名客户、两年半：几乎在所有情况下，补救都不能完全抵消失误
    [soares] 40,813 名电信客户的实际再购：仅当失误不严重时
    [goodman] 满意的投诉者比没有问题的客户忠诚度最多高 8%：仅为陈述意向
    [magnini] 需要是首次且不严重的失误，原因不稳定且不受企业控制
    [maxham] 20 个月：两次失误之后不再出现；两次糟糕的补救结果最差；先坏后好优于先好后坏
    [ok] 只有对补救极为满意才会出现：“依赖它有风险”
    [mount] 大型酒店样本：总体上没有，某些类型的问题上有
    [kim] 餐馆的实地研究和实验中均无
   *[mccollough] 一项航空公司实验：无
}
paradox-checked = 已用模拟检验：{ $number } 个闭式解与三个引擎对照，每次 { $customers } 名客户；最大偏差为 { $most } 个标准误（超过 { $alarm } 即报警）。
