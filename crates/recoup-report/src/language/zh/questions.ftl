# 命令的回答。策略、键与情景的名称按原样置于反引号中。

## 进度
progress-stage = { $stage ->
    [reading] 正在读取文件
    [simulating] 模拟中
    [analysing] 分析中
    [writing] 写入中
   *[evaluating] 求值中
}

## Tables
terminal-left-out = 因宽度不足未显示：{ $columns }。用 `--details` 显示。

## sensitivity：敏感性
sensitivity-head = { $title }，情景 `{ $scenario }`
sensitivity-of-npv = `{ $name }` 的净现值
sensitivity-of-difference = `{ $name }` 与 `{ $reference }` 的净现值差额
sensitivity-most = `{ $input }` 最重要：{ $what }的方差有 { $share } 取决于它（单独或与其他参数共同作用）。
sensitivity-nothing-moves = 不确定的参数都不影响{ $what }。
sensitivity-most-effect = `{ $input }` 对{ $what }最重要。
sensitivity-no-flip = 任何单个参数在其 5% 至 95% 分位数之间都不会使另一策略优于 `{ $best }`。
sensitivity-flips = 有 { $number } 个参数可单独使 `{ $best }` 失去领先；`{ $input }` { $side ->
    [below] 低于
   *[above] 高于
} { $level } 时即如此：此时 `{ $name }` 更优。
head-at = 取 { $share } 分位数
head-flips = 最佳策略改变
sensitivity-flip = { $level } 时变为 `{ $name }`
sensitivity-more = 另有 { $number } 个参数影响更小。
sensitivity-tornado = 每次变动一个参数，其余取点值：{ $what }（全部取点值时为 { $amount }）
sensitivity-index = { $value }（{ $low } 至 { $high }）
sensitivity-no-index = 与 0 无法区分（至多 { $high }）
head-alone = 单独
head-with-others = 单独及与其他参数共同
sensitivity-sobol = { $what }的方差占比（标准差 { $sd }）：Sobol 指数及其 90% 区间
sensitivity-rows = { $rows } 行，每个策略求值 { $evaluations } 次。
sensitivity-npv-itself = 什么对净现值本身最重要
head-mu = mu*（90% 区间）
sensitivity-morris = 参数在其全部范围内对{ $what }的基本效应，单位 { $currency }（Morris）{ $many ->
    [yes] ，因参数众多
   *[no] {""}
}
sensitivity-paths = { $rows } 条路径，每个策略求值 { $evaluations } 次。若 sigma 与 mu* 相近，说明效应依赖其他参数或呈非线性。

## sweep、breakeven、optimize
spread = 90% 的抽样为 { $low } 至 { $high }；{ $share } 的抽样存在该值
draws = 参数抽样 { $number } 次
moved-everywhere = 在所有策略中变动
moved-in = 在 { $names } 中变动
sweep-free = 不作推荐：{ $key } 在此没有价格，以下结果只展示无成本变动它的后果。
sweep-flat = { $key } 对 `{ $name }` 没有影响：在任何水平上与 `{ $reference }` 之差均为 { $amount }。
sweep-peak = { $key } 超过 { $level }{ $interval }后，`{ $name }` { $free ->
    [yes] 开始下降
   *[no] 投入过度
}：最高时与 `{ $reference }` 之差为 { $amount }
sweep-end = `{ $name }` 在范围一端（{ $key } = { $level }）{ $free ->
    [yes] 最高
   *[no] 最佳
}：与 `{ $reference }` 之差为 { $amount }
sweep-breaks-even = { $text }；盈亏平衡点为 { $level }
sweep-how = { $key } 取 { $number } 个水平，{ $moved }；{ $draws }，期望值引擎。
head-marginal-roi = 边际投资回报率
map-moved = { $key } { $moved }。
map-how = { $draws }，期望值引擎。
head-cells = 格数
head-greatest-gain = 最大收益
head-there = 位置
head-p-best-there = 该处最佳概率
map-there = { $across } 与 { $down }
map-most = 图上收益最高的是 `{ $name }`，位于 { $across } = { $across_level }、{ $down } = { $down_level }：与 `{ $reference }` 之差为 { $amount }。
breakeven-tie = `{ $name }` 与 `{ $other }` 在 { $key } = { $level } 处持平{ $interval }。
breakeven-change-places = `{ $name }` 与 `{ $other }` 在 { $key } = { $level } 处交换名次{ $interval }：它只取整数。
breakeven-same = 没有盈亏平衡点：{ $key } 在 { $low } 与 { $high } 之间任意取值，`{ $name }` 与 `{ $other }` 结果都相同。
breakeven-none = 没有盈亏平衡点：{ $key } 在 { $low } 与 { $high } 之间任意取值，平均而言都是 `{ $name }` 领先。
breakeven-flat = 没有盈亏平衡点：{ $key } 不影响差额；无论取何值，平均而言 `{ $name }` 都领先 { $amount }。
breakeven-moves-both = 它在两个策略中都变动
breakeven-moves-one = 它只在 `{ $name }` 中变动
breakeven-today = { $text }；研究中为 { $level }
breakeven-key = { $key }：{ $moves }；{ $number } 次抽样。
breakeven-roots = 两者不止一次持平：在 { $levels }。
breakeven-order = 在 { $level } 处，有 { $share } 的抽样不满足研究的某个 [[order]]：在这些抽样中，研究本身不会抽到此值。
breakeven-difference = `{ $name }` 减 `{ $other }`，{ $currency }
optimize-free = 不作推荐：{ $keys } 在此没有价格，可在范围内任意变动。
optimize-spend = 在每年 { $budget } 的预算中，`{ $name }` { $free ->
    [yes] 在模型中取最高值时花费
   *[no] 的最佳花费为
} { $spent }：{ $parts }。由此与 `{ $reference }` 之差为 { $worth }{ $judged }（90% 区间 { $low } 至 { $high }）{ $gain }。
optimize-tail = （该增益最差的十分之一抽样：{ $amount }）
optimize-cvar = （最差 5% 抽样的净现值：{ $amount }）
optimize-return = ，投资回报率为 { $roi }
optimize-rest = 再多投入也不值得：其余预算不使用。
optimize-at-end = { $keys } 在给定范围的端点：最好的水平可能在范围之外。{ $number ->
   *[other] {""}
}
optimize-how = 每种分配采用相同的抽样（{ $draws }），期望值引擎。
head-level = 水平
head-costs = 每年花费
optimize-no-price = 无价格
optimize-paid-by-case = 按个案支付
head-budget = 预算
head-spent = 花费
optimize-others = 其他预算水平
optimize-axis = 每年预算（最佳分配）
files-asked = 位于 { $folder }：图表、数据表、result.json

## why：原因
why-same = `{ $name }` 与 `{ $other }` 结果相同：两者的差异都不起作用。
why-worth = `{ $name }` 的价值比 `{ $other }` { $more ->
    [less] 少
   *[more] 多
} { $amount }
why-most = { $text }，主要由 { $levers } 带来（{ $by_levers }），主要途径为“{ $channel }”（{ $by_channel }）
why-how = 均值，{ $draws }，期望值引擎；各部分之和等于差额。
channel-name = { $channel ->
    [failures] 失误发生的频率
    [outcomes] 失误的处理结果
    [word_of_mouth] 口碑
    [replacement] 为补充流失而新获取的客户
    [customer_value] 客户价值
   *[programme] 项目成本
}
why-levers = 按策略之间的差异（{ $sampled ->
    [yes] 沙普利值，由抽样排列得到
   *[no] 沙普利值，精确
}）
head-channel = 途径
head-through-customers = 经由现有客户
head-acquisition-saved = 节省的获客成本
why-channels = 按作用途径（沙普利值，精确）
why-no-turn = 在 { $distance } 个标准差之内，未找到使另一策略超过 `{ $name }` 的不确定参数联合变动。
why-turned = `{ $name }` 平均而言最佳，但参数取中位数时 `{ $rival }` 领先：需要 { $distance } 个标准差才能改变这一点。
why-turn = 什么会改变决策：所找到的使 `{ $rival }` 超过 `{ $name }` 的最近的参数联合变动相距 { $distance } 个标准差（超出该点的一阶概率：{ $chance }）。
head-median = 中位数
head-at-turn = 转折点处
head-deviations = 标准差数
head-share-of-change = 占变动的比例
why-order = 在该处研究的某个 [[order]] 不成立：若满足它，转折点会更远。
why-at-point-values = 参数都取点值：请抽样一次以上，才能看出什么会改变决策。
why-nothing-uncertain = 这里没有不确定的参数，因此不寻找什么会改变决策。

## story：客户的故事
story-head = { $customer } 号客户（{ $segment }），{ $number } 个策略下的 { $horizon }，采用公共随机数
story-leaves = { $when }离开，价值 { $worth }
story-stays = 留下，价值 { $worth }
story-signs = o 购买  · 未购买  ! 失误  x 离开
story-nobody = 在这次模拟中，没有客户的经历因策略而异；请换一个 --seed。
story-period = { $period ->
    [week] 第{ $number }周
    [quarter] 第{ $number }季度
    [year] 第{ $number }年
   *[month] 第{ $number }个月
}
story-who = { $who }：{ $what }
story-everyone = 所有策略
story-some-failure = 一次失误
story-failed = { $failure }。{ $route ->
    [voiced] 客户提出投诉
    [solicited] 客户经征询后提出投诉
    [detected] 企业自行发现
   *[silent] 客户保持沉默
}{ $outcome ->
    [unresolved] ；个案未解决
    [resolved] ；个案得到解决，但较慢
    [quick] ；个案快速解决
   *[silent] {""}
}。{ $told ->
    [0] 客户没有告诉任何人
   *[other] 客户告诉了 { $told } 个人
}。本{ $period ->
    [week] 周
    [quarter] 季度
    [year] 年
   *[month] 月
}留存概率：{ $stay }，没有失误时为 { $without }。
story-forgot = 客户已忘记那次失误。
story-left = 客户离开了。
story-returned = 客户回来了。

## check、new、presets、explain、verify
check-good = { $study }：有效（{ $warnings } 条警告，{ $notes } 条提示）
check-estimate = 约需内存 { $memory }，共模拟 { $periods } 个{ $of ->
    [customers] 客户周期
   *[strategies] 策略周期
}
new-wrote = 已写入 { $file }；请编辑后运行 `recoup run { $file }`
lab-wrote = 已写入 { $file }（{ $size }）；请作为网页打开：可离线使用，不发送任何数据
head-what-it-is = 说明
presets-how = 用 `extends = "preset:NAME"` 采用其一，或以 `recoup new FILE --from NAME` 开始。
    显示某个预设及其来源：`recoup presets NAME`。
explain-fact = { $fact ->
    [meaning] 含义
    [unit] 单位
    [default] 默认值
    [allowed] 允许的值
    [range] 已发表范围
    [plausible] 合理范围（未见发表）
    [source] 来源
    [status] 证据状态
    [uncertain] 可设为不确定
   *[note] 备注
}
head-key = 键
head-default = 默认值
head-check = 检查
head-what = 检查量
head-found = 实际值
head-allowed = 允许偏差
verify-verdict = { $holds ->
    [yes] 成立
   *[no] 失败
}
verify-all = 全部 { $number } 项检查成立
verify-drift = { $number } 项检查中有 { $failed } 项失败
left-behind = 先前的结果已被替换；其中无法删除的文件，或不是由 Recoup 写入的文件，位于 { $folders }
left-behind-help = 请查看这些文件，然后删除

## synth：合成数据
synth-holds = 策略 `{ $strategy }`，自 { $start } 起至 { $end } 之前：{ $customers } 位客户，{ $purchases } 次购买，{ $failures } 次失误，{ $complaints } 件投诉。
synth-moves = 期初客户：{ $start }；加入：{ $joined }；离开：{ $left }{ $told ->
    [yes] 。
   *[no] 。文件不说明谁离开了。
}
synth-how = 逐位客户的一次模拟，种子 { $seed }。周期内的日期由抽样得出。
synth-head = { $column ->
    [kind] 失误种类
    [severity] 严重程度
    [failures] 失误
    [noticed] 企业自行发现
    [complaints] 投诉
    [closed] 已结案
   *[resolved] 已解决
}
synth-kinds = 发生了哪些失误，结果如何
synth-files = 位于 { $folder }：客户、购买、失误、投诉；truth.toml 是这些文件背后真实的研究
