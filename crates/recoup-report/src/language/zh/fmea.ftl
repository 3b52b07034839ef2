# `recoup fmea` 的回答。策略、接触点与失误类型的名称按原样传入，金额附货币。

fmea-interval = （90% 区间 { $low } 至 { $high }）
fmea-no-kinds = 该研究没有任何失误类型。
fmea-most = `{ $kind }` 的风险金额最大：如果没有它，`{ $name }` 的净现值将增加 { $amount }{ $interval }。使其减半可增加 { $half }。
fmea-all = 所有失误类型合计的风险金额为 { $amount }{ $interval }。
fmea-nothing-at-risk = 没有任何失误类型造成风险金额：无论消除哪一种，`{ $name }` 的净现值都不会增加。
fmea-number = `{ $kind }` 的风险优先数为 { $rpn }。
fmea-number-too = 按风险优先数，`{ $kind }` 同样居首（{ $rpn }）。
fmea-number-other = 按风险优先数，居首的是 `{ $kind }`（{ $rpn }；`{ $first }` 为 { $own }），其风险金额为 { $amount }。
fmea-how = { $draws }，期望值引擎。风险金额＝没有该失误时的净现值减去现在的净现值。其中未扣除预防成本，因此它是预防成本的上限。
fmea-modes = `{ $name }` 下的失误类型，按风险金额排列
fmea-head-kind = 失误
fmea-head-cause = 原因
fmea-head-touchpoint = 接触点
fmea-head-per-year = 每年失误次数
fmea-head-per-thousand = 每千名客户每年
fmea-head-unheard = 企业未获知
fmea-head-at-risk = 净现值风险金额，{ $currency }
fmea-head-halving = 减半的价值
fmea-head-ranks = 严重度 × 频度 × 探测度
fmea-head-rpn = 风险优先数
fmea-head-place = 按优先数的名次
fmea-cause = { $cause ->
    [people] 人员
    [process] 流程
    [product] 产品
    [technology] 技术
    [external] 外部
   *[unstated] 未说明
}
fmea-agree = 风险优先数与金额对任意两种失误的先后次序都不相反。
fmea-disagreements = 风险优先数与金额次序相反之处，以及影响最大的因素：
fmea-disagree = `{ $dearer }` 的风险金额高于 `{ $higher }`（{ $amount } 与 { $other }），优先数却较低（{ $rpn } 与 { $other_rpn }）：{ $why }。
fmea-why-cost = 它每次失误的代价更大，为 { $each }，后者为 { $other }，而严重度只计客户的损失
fmea-why-frequency = 它更频繁，每年 { $number } 次，后者 { $other } 次，而频度等级只反映其中一部分
fmea-why-detection = 它更常被企业获知（未获知的占 { $own }，后者占 { $share }），这会降低优先数，但不会降低金额
fmea-why-no-loss = 无论等级如何，`{ $kind }` 都不造成风险金额
fmea-no-touchpoints = 该研究没有接触点：写入 [[touchpoint]] 与 `failure.NAME.touchpoint` 后，旅程图会显示失误发生在何处。
fmea-touchpoints = 沿客户旅程
fmea-causes = 按原因
fmea-head-kinds = 类型数
fmea-head-satisfaction = 之后的满意度（1 至 7）
fmea-no-touchpoint = 无接触点
fmea-together = 合计
fmea-together-remark = 各部分之和不一定等于合计：各种失误相互影响，例如通过流失客户的替补、口碑与客服中心的负荷。
fmea-satisfaction-remark = 满意度：失误及其补救刚结束时的均值；失误之前为 { $before }。
fmea-kpis = 各策略的服务指标
fmea-kpi = { $kpi ->
    [first_contact_resolution] 首次联系解决率
    [contacts_per_case] 每个个案的联系次数
    [complaints_per_1000_purchases] 每千次购买的投诉数
    [answered_in_time] 及时应答
    [resolved_quickly] 快速解决
    [unheard] 未获知的失误
   *[repurchase_after_failure] 失误后的再购
}
fmea-not-in-model = 模型中没有
fmea-kpis-remark = 各次抽样的均值。首次联系解决率：由一线解决的个案。及时应答：客服中心的联系。快速解决：占企业获知的失误。再购：在失误发生的那一期期末仍是客户。
fmea-scales = 风险优先数的等级：各等级的起点
fmea-head-rank = 等级
fmea-head-rank-severity = 严重度：客户损失，以一次购买的毛利为单位
fmea-head-rank-occurrence = 频度：每次购买的失误数
fmea-head-rank-detection = 探测度：未获知的比例
fmea-at-least = { $value } 起
fmea-above-none = 大于 0
fmea-one-in = 每 { $number } 次有 1 次起
fmea-less = 更少
fmea-scales-remark = 频度等级取自 AIAG（FMEA 第 4 版）；严重度与探测度的等级是 Recoup 的约定。一次购买的毛利为 { $margin }。

## 图表
chart-journey-subtitle = { $name }下客户旅程的各接触点，{ $horizon }；金额附 90% 区间
chart-journey-more = { $text }；另有 { $number } 个接触点见表
chart-journey-failures = 每千名客户每年的失误次数
chart-journey-satisfaction = 失误后的满意度，1 至 7（虚线：失误前，{ $before }）
chart-journey-money = 净现值风险金额
chart-journey-nothing = 失误在任何接触点都不造成风险金额
chart-journey-alone = { $name }处的失误造成 { $amount } 的风险金额
chart-journey-most = { $name }处的失误造成的风险金额最大：{ $amount }，相当于全部失误的 { $share }
chart-ranks-subtitle = { $name }下的失误类型，按风险优先数（严重度 × 频度 × 探测度）与按风险金额的名次
chart-ranks-more = { $text }；另有 { $number } 种见表
chart-ranks-number = 按风险优先数
chart-ranks-money = 按净现值风险金额
chart-ranks-meaning = { $meaning ->
    [dearer] 按金额名次更高
    [cheaper] 按金额名次更低
   *[alike] 名次相同
}
chart-ranks-apart = 按风险优先数居首的是{ $number }，按金额居首的是{ $money }，后者按优先数在 { $all } 种中居第 { $place }
chart-ranks-moved = 两种排序都以{ $name }居首，{ $all } 种失误中有 { $number } 种名次不同
chart-ranks-alike = 风险优先数与金额的排序一致，{ $name }居首
