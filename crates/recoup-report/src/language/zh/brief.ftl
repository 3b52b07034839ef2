# The first page of the report, for a board, and the headings of its parts.

report-figures = 数字说明
brief-fact = { $fact ->
    [client] 委托方
    [author] 作者
   *[date] 日期
}
brief-sure = { $tied ->
    [yes] 在 { $beats } 的模拟结果中，`{ $name }` 优于 `{ $reference }`。
   *[no] 在 { $best } 的参数模拟中，`{ $name }` 是最佳策略；在 { $beats } 的模拟结果中，它优于 `{ $reference }`。
}
brief-assumptions = { $number ->
    [1] 影响最大的一个假设
    [2] 影响最大的两个假设
    [3] 影响最大的三个假设
   *[other] 影响最大的 { $number } 个假设
}
brief-assumption = { $label }：{ $value }（为 { $low } 至 { $high } 时，净现值差额为 { $from } 至 { $to }{ $turns ->
    [yes] ，并改变决策
   *[no] {""}
}）
brief-default = 程序默认值，{ $status }
brief-strategies = 各策略的做法
brief-reference = `{ $name }`：基准策略
brief-does = `{ $name }`：{ $does }
brief-does-cost = 项目成本 { $amount }
brief-does-nothing = 不改变任何数值
brief-more-strategies = 另有 { $number } 个策略见论证部分。
brief-caveat = 一点保留
brief-caveat-scenario = 在情景 `{ $scenario }` 中，最佳策略是 `{ $name }`。
brief-caveat-variants = 在 { $all } 个模型变体中，有 { $number } 个的最佳策略不同：在“{ $variant }”中是 `{ $name }`。
brief-caveat-flip = 单个参数就能改变决策：{ $input }为 { $level } 时，`{ $name }` 成为最佳策略。
brief-caveat-risk = 在 { $share } 的模拟中，`{ $name }` 的结果不如 `{ $reference }`。
brief-caveat-model = 这些数字来自模型及其参数，用于比较策略，不是对账目的预测。
brief-next = 下一步
brief-next-alone = 请增加第二个策略：单个策略无法比较。
brief-next-ranges = 请为影响最大的参数给出范围并重新运行，再选择 `{ $name }`：没有范围，就无法说明结论有多可靠。
brief-next-learn = { $waits ->
    [yes] 决定之前请先查明{ $input }：这一信息的价值最高为 { $worth }。如果不能等待，请选择 `{ $name }`。
   *[no] 现在就选择 `{ $name }`。先查明{ $input }的价值最多为 { $worth }，只占收益的一小部分：只有不造成延误时才值得。
}
brief-next-choose = { $choice ->
    [keep] 请保持 `{ $name }`
   *[start] 请开始实施 `{ $name }`
}。更多信息几乎不会改变选择：全部信息的价值最高为 { $worth }。
brief-cost-note = 与 { $reference } 相比；共 { $all }
brief-cash = 各年现金流
brief-appendix = 附录
brief-appendix-lead = 方法与细节：全部假设及其依据、各策略的改动、数字的可靠程度，以及如何重现结果。
run-in-scenario = 在情景 `{ $scenario }` 中：{ $text }
run-pays-tied = `{ $name }` 与 `{ $rival }` 几乎不分上下，分别在 { $share } 和 { $other } 的抽样中最佳：`{ $name }` 在 { $horizon }内平均比 `{ $reference }` 多 { $amount }（90% 区间 { $low } 至 { $high }）
brief-cost = 增加的项目成本
brief-risk-below = 低于 { $share }
