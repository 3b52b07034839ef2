# 报告：网页与工作簿。策略名称已带引号，金额已按格式写好。

## 通用

report-engine = { $engine ->
    [expected] 期望值引擎
    [agents] 个体引擎
   *[cohort] 群组引擎
}
report-run = { $periods } · { $engine ->
    [expected] 期望值引擎
    [agents] 个体引擎
   *[cohort] 群组引擎
} · { $histories } 次模拟 · 种子 { $seed } · recoup { $version }
report-contents = 目录
report-answer = 结论
report-footer = 由 recoup { $version } 根据研究“{ $study }”生成；同样的研究、种子和版本生成的报告逐字节相同。
answer-run = { $scenarios ->
    [one] 情景{ $scenario }
   *[all] 所有情景
} · 种子 { $seed } · recoup { $version }

## 四个数字

report-card-npv = { $name }的净现值
report-card-npv-alone = 净现值
report-card-npv-note = 与{ $reference }相比；90% 区间 { $interval }
report-card-npv-note-alone = 90% 区间 { $interval }
report-card-roi-note = 90% 区间 { $interval }，取自有额外成本的 { $share } 的模拟
report-card-roi-none = 没有额外成本，故无投资回报率
report-card-payback-note = 按均值计；按 90% 区间上沿为{ $early }，按下沿为{ $late }
report-card-risk = 亏损风险
report-card-risk-note = 采用公共随机数时在单个市场中落后于{ $reference }的概率{ $known ->
    [yes] （各自遇到不同的随机事件时为 { $independent }）
   *[no] {""}
}；最差的 5% 平均为 { $worst }；在 { $sure } 的参数抽样中是最佳策略
report-card-risk-note-certain = 采用公共随机数时在单个市场中落后于{ $reference }的概率{ $known ->
    [yes] （各自遇到不同的随机事件时为 { $independent }）
   *[no] {""}
}；最差的 5% 平均为 { $worst }

## 策略

report-strategies = 各策略比较
report-intervals-both = 差额逐次模拟计算，采用公共随机数：所有策略遇到相同的随机事件，如同一家企业采用其中任一策略。区间覆盖 90% 的模拟，包括参数的不确定性和客户间的随机性。若是两家企业，各自遇到不同的随机事件，差异会更大。
report-intervals-inputs = 差额逐次抽样计算。区间覆盖不确定参数 90% 的抽样。
report-intervals-luck = 差额逐次模拟计算，采用公共随机数：所有策略遇到相同的随机事件。这里没有不确定的参数：区间只反映客户间的随机性。
report-intervals-none = 所有参数都取点值：没有区间，但这并不意味着没有不确定性。
report-changes-caption = { $part ->
    [1] 每个策略与基准策略的不同之处；圆点＝与基准策略相同
   *[other] 每个策略的不同之处（续）
}
report-key = 研究参数

## 是否值得投入

report-pays = 是否值得投入、何时收回投入、把握多大？
report-cumulative = 何时收回投入？
report-cumulative-reading = 自开始以来相对基准策略的累计贴现收益。高于零线表示策略已收回成本；色带覆盖 90% 的模拟。
report-distribution = 差额的把握有多大？
report-distribution-reading = 每条曲线表示各差额出现的频率。零线左侧的部分是亏损风险。

## 原因

report-why = 原因：服务失败之后发生了什么
report-tree = 采用{ $name }时，遭遇服务失败的客户后来怎样？
report-tree-reading = 宽度为整个期限内的客户数（期望值引擎）：从服务失败到投诉，从投诉到处理结果，以及客户是否留下。
report-losses = 客户流失在何处？
report-losses-reading = 流失按超出无失败时的部分计算；低于零表示该原因下留住的客户比没有失败时还多。
report-word-of-mouth = 在本研究中，每位不满的客户因口碑使企业失去 { $lost } 位潜在客户；已发表的数字为 0.07 至 0.93。
report-segments = 按细分市场
report-segments-lead = 客户因细分市场而异，各策略的价值也随之不同。
report-desk = 客服中心
report-desk-question = 客服中心的处理能力是否足够？
report-desk-reading = 上图：各期工作量占处理能力的比例；达到 100% 或以上时，排队永远无法清空。下图：及时应答的联系比例。
report-variants = 结论在其他模型中成立吗？
report-variants-question = 在其他模型中哪个策略最佳？
report-variants-lead = 每个变体对所有策略同样改变模型的一个假设。各变体的结果不会平均成概率。粗体行的最佳策略与原模型不同。
report-variants-reading = 每行一个模型，每列一个策略；着色的单元格是该行的最佳策略。
report-variants-elsewhere = 情景{ $scenario }：{ $text }
report-active = 有多少客户？
report-active-reading = 各策略下活跃客户数随时间的变化；色带覆盖 90% 的模拟。

## 多少为宜

report-levers = 投入多少为宜？
report-curve = { $lever }投入到多少仍值得？
report-curve-reading = 曲线是该杠杆变动时相对基准策略的平均差额，色带覆盖 90% 的抽样。越过最高点后，下一单位投入亏损。

## 决策

report-decision = 什么会改变决策？
report-evpi = 若在选择前获知全部参数，价值为 { $value }（完全信息期望价值，标准误 { $error }）。任何对参数的调研，其价值都不会超过此数。
report-least-regret-same = { $name }的最大后悔值也最小：无论参数最终如何，它与最佳选择的差距都不会达到其他策略可能的最大差距。
report-least-regret = { $best }平均而言最佳，但{ $name }的最大后悔值最小：无论参数最终如何，它与最佳选择的差距都不会达到其他策略可能的最大差距。
report-efficient = 在前沿上
report-equal = 与{ $to }相同
report-efficient-after = 在前沿上：比{ $after }多花的成本回报率为 { $roi }
report-dominated = 被{ $by }占优：成本不更高而收益更高
report-dominated-by-mix = 被{ $first }与{ $second }的组合占优
report-explained = 方差占比
report-information-caption = 在选择前获知某一参数的价值，单位 { $currency }；没有价值的参数未列出
report-fit-poor = 估计未能反映该参数的作用：请勿据此排序
report-tornado = 哪个参数对结果影响最大？
report-tornado-reading = 每次让一个参数从 5% 分位数变到 95% 分位数，其余取点值。标记处表示最佳策略改变。
report-acceptability-value = 按留住一位客户的价值，哪个策略最佳？
report-acceptability-horizon = 按期限长短，哪个策略最佳？
report-acceptability-budget = 按预算多少，哪个策略最佳？
report-acceptability-reading = 当某个模型之外决定的量变动时，各策略在参数不确定性下成为最佳的概率。

## 其他情景

report-worlds = 其他情景
report-worlds-lead = 以上结果对应情景{ $first }。综合所有情景，{ $least }的最大后悔值最小：当另一策略更优时，它的损失最小。
report-world-caption = 情景{ $scenario }：各策略比较，单位 { $currency }

## 提醒

report-cautions = 注意事项
report-cautions-lead = 以下是程序检查本研究及其结果时发现的问题。

## 假设

report-assumptions = 假设
report-assumptions-lead = 每次只变动一个数值，其余取点值；最后一列是在两端时{ $name }与基准策略的净现值差额（期望值引擎）。影响最大的数值列在最前。
report-uncertain-caption = 不确定的数值，从 5% 分位数到 95% 分位数
report-certain-caption = 视为确定的数值，在已发表范围或合理范围内变动；两者都没有的，增减十分之一
report-evidence = 证据
report-value = 取值
report-difference-there = 两端的净现值差额
report-default = 程序默认值
report-basis = { $basis ->
    [uncertain] 按研究设定
    [published] 已发表范围
    [plausible] 合理范围（未见发表）
   *[tenth] ±10%
}
report-status = { $status ->
    [verified] 已在原始文献中核实
    [secondary] 转引自其他文献
    [recalled] 凭记忆，未核对
    [derived] 计算推得
    [assumption] 假设
   *[input] 研究自身的数据
}
report-published = 已发表范围：{ $range }
report-plausible = 合理范围（未见发表）：{ $range }
report-placeholder = 占位值，应由研究自身给出
report-of-preset = 与 { $preset } 相同，来源见该预设
report-range-source = 范围出处：{ $source }
report-assumptions-rest = 另有 { $number } 个视为确定的数值影响较小，见 study.toml。

## 误差预算

report-errors = 这些数字有多可靠？
report-errors-lead = { $known ->
    [yes] 以这样的抽样次数，{ $best }以外的策略平均更好的概率至多为 { $wrong }，就此停止的期望损失至多为 { $loss }。
   *[no] 独立模拟少于 { $least } 次时，无法给出{ $best }以外的策略平均更好的概率。
}增加抽样只会缩小蒙特卡洛误差，缩短期长只会缩小时间步长误差；参数的不确定性和客户间的随机性依然存在。

## 对照

report-oracle = 模拟值与期望值对照
report-oracle-lead = 期望值引擎计算同一个模型，但不含随机性。每次模拟都与同一抽样下的期望值相比；z 是以标准误计的差距。超过 3 左右时，差距不只是噪声：它来自客户数为整数和容量限制，而期望值引擎将这些平均掉了。客户很少时，差距可能与差额本身一样大；超过差额的 5% 时，最佳概率、期望损失和信息价值都会校正。
report-oracle-individuals = 期望值引擎不考虑社交网络和客户之间的差异：这里的差距也包含它们的作用。
report-quantity = 量
report-gap = 差距
report-z = z
report-oracle-caption = 整个期限的均值；金额为现值
report-oracle-quantity = { $quantity ->
    [npv] 净现值
    [contribution] 贡献
    [programme] 项目成本
   *[lost] 流失的客户
}
report-oracle-widest = 在各期的所有列中，差距最大的是{ $name }在{ $period }的“{ $column }”：模拟值 { $simulated }，期望值 { $expected }，z = { $z }。

## 复现

report-reproduce = 如何复现本报告
report-reproduce-lead = 本报告所在的文件夹包含所运行的完整研究。在该文件夹中，用同一版本的程序运行：
report-reproduce-caption = 运行内容
report-fact = 项目
report-fact-version = 程序
report-fact-hash = 展开后研究文件的 BLAKE3
report-fact-stream = 随机流约定
report-fact-seed = 种子
report-fact-engine = 引擎
report-fact-draws = 参数抽样次数
report-fact-replicates = 每次抽样的模拟次数
report-fact-sampling = 参数抽样方式
report-fact-discount = 年贴现率
report-sampling = { $sampling ->
    [sobol] 每个参数各用一个加扰 Sobol 序列，随机配对
   *[random] 独立抽样
}
report-reproduce-files = manifest.toml 列出每个文件及其哈希值；tables/ 保存每次模拟、每次抽样和每一期；report.json 保存本报告的内容，“recoup report”可据此重新生成报告，也可换用另一种语言。

## 工作簿

book-summary = 摘要
book-table = 表 { $number }
book-table-caption = 表 { $number }：{ $caption }
book-periods = 各期
book-histories = 模拟
book-assumptions = 假设
book-accounts = 科目
book-losses = 流失
book-curves = 曲线
book-segments = 细分市场
book-desk = 客服中心
book-variants = 模型变体
book-errors = 误差预算
book-mean = 均值
book-sd = 标准差
book-p = { $level ->
    [0] 最小值
    [100] 最大值
   *[other] { $level }% 分位数
}
book-measure = 指标
book-worst = 最差 5% 的均值
book-histories-number = 模拟次数
book-lower = { $what }，5%
book-upper = { $what }，95%
book-period = 期
book-cell-from = 从
book-cell-to = 到
book-counts = 按净现值差额划分的模拟次数
book-cumulative = 累计贴现净现值差额
book-customers-start = 期初客户
book-customers-end = 期末客户
book-lever-value = 杠杆的值
book-low = 下端
book-high = 上端
book-difference-low = 下端的净现值差额
book-difference-high = 上端的净现值差额
book-unit = 单位
book-note = 备注
book-yes = 是
book-cut = 其余各行见 { $file }。
book-column = { $column ->
    [active] 活跃客户
    [prospects] 潜在客户
    [lapsed] 已流失客户
    [episodes] 遭遇失败次数
    [silent] 沉默
    [unresolved] 未解决
    [resolved] 已解决
    [quick] 快速解决
    [lost_natural] 流失：自然
    [lost_silent] 流失：沉默
    [lost_unresolved] 流失：未解决
    [lost_resolved] 流失：已解决
    [lost_quick] 流失：快速解决
    [lost_word_of_mouth] 流失：口碑
    [organic] 自然新增客户
    [bought] 付费获取客户
    [nwom] 负面口碑信息
    [pwom] 正面口碑信息
    [contribution] 贡献
    [setup] 启动成本
    [desk_load] 客服中心：负荷（爱尔兰）
    [desk_utilisation] 客服中心：利用率
    [desk_served] 客服中心：已处理的个案
    [desk_in_time] 客服中心：及时应答
   *[programme] 项目成本
}

## recoup report

report-told = 位于 { $folder }：report.html、report.xlsx 和 { $number } 张图表（SVG 与 PNG）
