# 决策的结论。策略、参数和情景的名称用反引号。

decide-choose = 选择 `{ $name }`：其期望净现值最高
decide-choose-equal = 选择 { $names }，它们结果相同：其期望净现值最高
decide-above = { $text }，比 `{ $second }` 高 { $amount }，且在 { $share } 的不确定参数抽样中{ $who ->
    [alone] 它是最佳策略
   *[equal] 没有更好的策略
}
decide-cautious = 若看重最坏情形甚于均值，应选 `{ $name }`：它在各次抽样中的最大后悔值最小。
decide-no-variants = 这里没有任何模型变体产生影响。
head-first = 甲
head-second = 乙
head-first-less-second = 甲减乙
head-p-first = 甲更优的概率
decide-pairs = 两两比较，逐次抽样，单位 { $currency }：每个策略与基准策略相比，最佳策略与其余各个相比
decide-more-pairs = 另有 { $number } 对，见 JSON（`--json`）及文件夹（`--out`）中的 tables/pairs。
head-programme = 项目成本
head-contribution = 贡献
head-incremental-roi = 增量投资回报率
head-frontier = 效率前沿
decide-cheapest = 在前沿上：成本最低
decide-after = 在前沿上，`{ $name }` 之后
decide-same-as = 与 `{ $name }` 相同
decide-dominated = 被 `{ $name }` 占优
decide-dominated-by-mix = 被 `{ $first }` 与 `{ $second }` 的组合扩展占优
decide-frontier = 效率：策略的成本与收益，均值，单位 { $currency }；增量投资回报率大于 0 的一步才值得投入
decide-no-budget = 无论预算多少都不应选择 { $names }：另有策略或两个策略的组合，成本不更高而收益不更低。
decide-acceptability = 平均而言，何时应另作选择
decide-acceptability-over = { $over ->
    [customer_value] 若留住一位客户的价值为此数，且其他一概不计
    [horizon] 若只计截至此时的现金流
   *[budget] 若项目成本至多可比基准策略高出此数
}
decide-acceptability-part = { $from } 起为 `{ $name }`（在 { $share } 的抽样中最佳）
decide-acceptability-line = { $what }：{ $parts }
decide-perfect = 若在选择前获知全部参数，价值为 { $worth }（完全信息期望价值，标准误 { $error }）：任何对参数的调研，其价值都不会超过此数。
decide-most = 单个参数中最值得获知的是 `{ $input }`：{ $worth }（标准误 { $error }）。
decide-most-unclear = 无法判断哪个参数最值得获知：对 { $inputs } 的估计未能反映其作用。
decide-information = 在选择前获知{ $what ->
    [groups] 一组参数
   *[inputs] 一个参数
}的价值，单位 { $currency }
decide-few-draws = 估计单个参数的价值需要至少 { $number } 次抽样。
head-group = 组
head-explains = 解释度
decide-poor = 估计未能反映该参数的作用：请勿据此排序
decide-more-inputs = 另有 { $number } 个参数，其价值不高于末位。
decide-explains = 解释度＝回归所解释的前两名之差的方差比例。
not-distinguishable = 与 0 无法区分（约 { $value }）
decide-survey = 就 `{ $key }` 询问 { $customers } 位客户{ $effect ->
    [none] ：无论他们如何回答，在这些抽样中都不改变决策（价值 0，标准误 { $error }）
    [unclear] 的价值为 { $worth }（标准误 { $error }），与 0 无法区分
   *[some] 的价值为 { $worth }（标准误 { $error }）：成本低于此数即值得
}；此后该比例的标准差为 { $after }，原为 { $before }。
decide-survey-cost = 就 `{ $key }` 询问 { $customers } 位客户{ $effect ->
    [none] ：无论他们如何回答，在这些抽样中都不改变决策（价值 0，标准误 { $error }）
    [unclear] 的价值为 { $worth }（标准误 { $error }），与 0 无法区分
   *[some] 的价值为 { $worth }（标准误 { $error }）
}，成本 { $cost }：{ $pays ->
    [yes] 值得
    [unclear] 这些抽样不能说明是否值得
   *[no] 不值得
}，净值 { $net }；此后该比例的标准差为 { $after }，原为 { $before }。
