# 一次运行的结论：终端与网页。策略、参数和情景的名称用反引号，网页改为引号。

## 结论

run-how = { $periods } · { $engine ->
    [expected] 期望值引擎，{ $number ->
        [1] 取点值
       *[other] { $number } 次参数抽样
    }
    [agents] 个体引擎，{ $number } 次模拟
   *[cohort] 群组引擎，{ $number } 次模拟
} · 种子 { $seed } · recoup { $version }
run-preview = 模拟之前，按期望值引擎的 { $draws } 次抽样：{ $text }
run-alone = `{ $name }` 在 { $horizon }内价值 { $amount }（90% 区间 { $low } 至 { $high }）。没有第二个策略可供比较。
run-none-pays = { $horizon }内没有策略胜过 `{ $reference }`：没有一个价值更高。
run-nothing-to-choose = 无需选择：{ $names } 结果相同。
run-none-pays-some-same = { $horizon }内没有策略胜过 `{ $reference }`：{ $same } 与 `{ $reference }` 结果相同，其余各策略价值更低。
run-pays = `{ $name }` 收益最高：{ $horizon }内比 `{ $reference }` 多 { $amount }（90% 区间 { $low } 至 { $high }）
run-pays-once = `{ $name }` 收益最高：{ $horizon }内比 `{ $reference }` 多 { $amount }（仅就这一次模拟而言）
run-pays-return = { $text }，投资回报率为 { $roi }。
run-pays-no-return = { $text }；其成本低于基准策略，因此没有投资回报率。
run-pays-not-alone = 不止它一个：{ $same } 与 `{ $name }` 结果相同。
run-sure = 考虑到参数的不确定性，在 { $share } 的抽样中{ $who ->
    [alone] {""} `{ $name }` 是最佳策略
   *[equal] 没有更好的策略
}
run-sure-market = { $text }；在单个市场中，采用公共随机数时 `{ $name }` 胜过 `{ $reference }` 的概率为 { $share }{ $known ->
    [yes] ，若各自遇到不同的随机事件则为 { $independent }
   *[no] {""}
}
run-luck = { $inputs ->
    [means] 参数都取均值
   *[certain] 没有不确定的参数
}；仅客户间的随机性就使其平均差额的标准误为 { $error }，在单个市场中，采用公共随机数时 `{ $name }` 胜过 `{ $reference }` 的概率为 { $share }{ $known ->
    [yes] ，若各自遇到不同的随机事件则为 { $independent }
   *[no] {""}
}。
run-one-history = 单次模拟只说明可能发生什么，不说明应当预期什么：请增加抽样次数以得到区间与概率。
run-published = 已发表的服务补救回报率为 { $low } 至 { $high }；{ $roi } 在此范围之外：{ $reason }。
run-elsewhere-same = 以上是情景 `{ $scenario }`；在其他情景中 `{ $name }` 也是最佳策略。
run-elsewhere = 以上是情景 `{ $scenario }`；{ $others }。
run-elsewhere-one = 在 `{ $scenario }` 中最佳的是 `{ $name }`
run-weighted = 按情景权重加权，最佳的是 `{ $name }`：比 `{ $reference }` 多 { $amount }。
run-weighted-none = 按情景权重加权，没有策略胜过 `{ $reference }`。
run-settled = { $settled ->
    [yes] { $draws } 次抽样后已能确定
   *[no] 抽样 { $draws } 次（上限）后仍不能确定
}：另一策略平均更优的概率至多为 { $chance }，就此停止的期望损失至多为 { $loss }{ $scenarios ->
    [many] （取最不确定的情景）
   *[one] {""}
}（限度为{ $limit ->
    [chance] 这种运行至多 { $looks } 次检查合计的概率 { $most }
   *[loss] 期望损失 { $most }
}）。

## 四个数字

run-card-npv = 与{ $reference }的净现值差额
run-card-npv-alone = 净现值
run-card-npv-note-alone = 90% 区间 { $interval }
run-card-roi-note = 90% 区间 { $interval }，取自有额外成本的 { $share } 的模拟
run-card-roi-none = 没有额外成本，故无投资回报率
run-card-payback-beyond = { $last }之后
run-card-payback-note = 按均值计；按 90% 区间上沿为{ $early }，按下沿为{ $late }
run-card-risk = 亏损风险
run-card-risk-note = 采用公共随机数时在单个市场中落后于{ $reference }的概率{ $known ->
    [yes] （各自遇到不同的随机事件时为 { $independent }）
   *[no] {""}
}；最差的 5% 平均为 { $worst }
run-card-risk-note-sure = { $text }；在 { $sure } 的参数抽样中是最佳策略

## 策略

run-strategies = 各策略比较
run-scenario = 情景 `{ $scenario }`
run-intervals = 差额相对 `{ $reference }` {""}{ $over ->
    [inputs-and-chance] 逐次模拟计算；90% 区间反映参数的不确定性和客户间的随机性
    [inputs] 逐次抽样计算；90% 区间反映参数的不确定性
    [chance] 逐次模拟计算，参数取点值；90% 区间反映客户间的随机性
   *[nothing] 计算，所有参数都取点值：没有区间，但这并不意味着没有不确定性
}。
run-beyond-horizon = 净现值包括期限之后的价值；回收期和累计差额不包括。
run-common-chance = 所有策略遇到相同的随机事件（公共随机数），如同一家企业采用其中任一策略。若是两家企业，各自遇到不同的随机事件，差异会更大。
corrected-by = 最佳概率、期望损失和信息价值来自期望值引擎，并按其与 { $number } 次模拟的平均差距校正。
run-changes = 各策略的做法
run-changes-caption = { $part ->
    [1] 每个策略与基准策略的不同之处；圆点＝与基准策略相同
   *[other] 每个策略的不同之处（续）
}
run-key = 研究参数

## 是否值得投入

run-pays-when = 是否值得投入、何时收回投入、把握多大？
run-increments = 成本更高的策略比次低成本的策略多带来什么：
run-increment = `{ $name }` 与 `{ $before }` 相比：项目成本多 { $cost }，贡献多 { $gain }，增量回报率为 { $roi }{ $pays ->
    [yes] 。
   *[no] ：这一增量不划算。
}
run-cumulative = 何时收回投入？
run-cumulative-reading = 自开始以来相对基准策略的累计贴现收益。高于零线表示策略已收回成本；色带覆盖 90% 的模拟。
run-distribution = 差额的把握有多大？
run-distribution-reading = 每条曲线表示各差额出现的频率。零线左侧的部分是亏损风险。

## 原因

run-why = 原因：服务失误之后发生了什么
run-tree = 采用{ $name }时，遭遇服务失误的客户后来怎样？
run-tree-reading = 宽度为整个期限内的失误次数（同一客户每次失误各计一次；期望值引擎）：从服务失误到投诉，从投诉到处理结果，以及客户是否留下。
run-losses = 客户流失在何处？
run-losses-reading = 流失按超出无失误时的部分计算；低于零表示该原因下留住的客户比没有失误时还多。
run-word-of-mouth = 按本研究的参数，每位不满的客户因口碑使企业失去 { $prospects } 位潜在客户；已发表的数字为 { $low } 至 { $high }。
run-active = 有多少客户？
run-active-reading = 各策略下活跃客户数随时间的变化；色带覆盖 90% 的模拟。
run-kept = 留住了多少客户？
run-kept-reading = 与基准策略相比留住的客户数，均值。流失的客户会得到补充，因此各策略的活跃客户数几乎相同。右侧的数字是总数及其 90% 区间。
run-segments = 按细分市场
run-desk = 客服中心
run-desk-question = 客服中心的处理能力是否足够？
run-desk-reading = 上图：各期工作量占处理能力的比例；达到 100% 或以上时，排队永远无法清空。下图：及时应答的联系比例。

## 多少为宜

run-levers = 投入多少为宜？
run-curve-question = { $lever }投入到多少仍值得？
run-curve-reading = 曲线是该杠杆变动时相对基准策略的平均差额，色带覆盖 90% 的抽样。越过最高点后，下一单位投入亏损。
run-curve = `{ $name }` 随 { $key } 变动的投资回报率曲线：{ $peak ->
    [inside] 超过 { $level } 后，下一单位投入亏损
   *[none] 差额在范围内没有峰值
}
run-curve-break-even = { $text }；盈亏平衡点 { $level }

## 其他模型

run-variants = 结论在其他模型中成立吗？
run-variants-question = 在其他模型中哪个策略最佳？
run-variants-lead = 每个变体对所有策略同样改变模型的一个假设。各变体的结果不会平均成概率。粗体行的最佳策略与原模型不同。
run-variants-reading = 每行一个模型，每列一个策略；着色的单元格是该行的最佳策略。
run-variants-elsewhere = 情景{ $scenario }：{ $text }
variants-left-out = 只列出使另一策略成为最佳的变体；全部变体见报告与 result.json。

## 其他情景

run-worlds = 其他情景
run-world-caption = 情景 { $scenario }：各策略比较，单位 { $currency }

## 决策

run-decision = 什么会改变决策？
run-tornado = 哪个参数对结果影响最大？
run-tornado-reading = 每次让一个参数从 5% 分位数变到 95% 分位数，其余取点值。标记处表示最佳策略改变。
run-acceptability-value = 按留住一位客户的价值，哪个策略最佳？
run-acceptability-horizon = 按期限长短，哪个策略最佳？
run-acceptability-budget = 按预算多少，哪个策略最佳？
run-acceptability-reading = 当某个模型之外决定的量变动时，各策略在参数不确定性下成为最佳的概率。

## 提醒

run-cautions = 注意事项
run-cautions-lead = 以下是程序检查本研究及其结果时发现的问题。

## 假设

run-assumptions = 假设
run-assumptions-lead = 每次只变动一个数值，其余取点值；最后一列是在两端时{ $name }与基准策略的净现值差额（期望值引擎）。影响最大的数值列在最前。
run-uncertain-caption = 不确定的数值，从 5% 分位数到 95% 分位数
run-certain-caption = 视为确定的数值，在已发表范围或合理范围内变动；两者都没有的，增减十分之一
run-evidence = 证据
run-value = 取值
run-difference-there = 两端的净现值差额
run-default = 程序默认值
run-basis = { $basis ->
    [uncertain] 按研究设定
    [published] 已发表范围
    [plausible] 合理范围（未见发表）
   *[tenth] ±10%
}
run-status = { $status ->
    [verified] 已在原始文献中核实
    [secondary] 转引自其他文献
    [recalled] 凭记忆，未核对
    [derived] 计算推得
    [assumption] 假设
   *[input] 研究自身的数据
}
run-published-range = 已发表范围：{ $range }
run-plausible = 合理范围（未见发表）：{ $range }
run-placeholder = 占位值，应由研究自身给出
run-of-preset = 与 { $preset } 相同，来源见该预设
run-range-source = 范围出处：{ $source }
run-assumptions-rest = 另有 { $number } 个视为确定的数值影响较小，见 study.toml。

## 数字的可靠程度

run-errors = 这些数字有多可靠？
run-selection = { $known ->
    [yes] 以这样的抽样次数，`{ $name }` 以外的策略平均更优的概率至多为 { $chance }，就此停止的期望损失至多为 { $loss }。
   *[no] 独立模拟少于 { $least } 次时，无法给出 `{ $name }` 以外的策略平均更优的概率。
}
run-by-histories = 仅按模拟计算并剔除客户间的随机性，`{ $name }` 在 { $share } 的抽样中最佳，完全信息价值 { $worth }；若不剔除随机性，则似乎价值 { $seeming }。
run-shared-luck-of = `{ $name }` 为 { $factor } 倍
run-shared-luck = 公共随机数使与 `{ $reference }` 之差的标准误缩小：{ $factors }（所有配对的方差缩减倍数见 result.json）。
run-controlled = 净现值及其组成部分和差额、投资回报率和效益成本比的均值以期望值引擎为控制变量：模拟 { $draws } 次抽样，期望值引擎另外计算 { $further } 次抽样。净现值差额的标准误（括号内为仅用模拟时的标准误）：{ $errors }。分位数、概率、各期和各科目的数字均来自模拟。
run-controlled-of = { $name } { $with }（{ $without }）
run-errors-rest = 增加抽样只会缩小蒙特卡洛误差，缩短期长只会缩小时间步长误差；参数的不确定性和客户间的随机性依然存在。
run-oracle = 模拟值与期望值对照
run-oracle-lead = 期望值引擎计算同一个模型，但不含随机性。每次模拟都与同一抽样下的期望值相比；z 是以标准误计的差距。超过 3 左右时，差距不只是噪声：它来自客户数为整数和容量限制，而期望值引擎将这些平均掉了。客户很少时，差距可能与差额本身一样大；超过差额的 5% 时，最佳概率、期望损失和信息价值都会校正。
run-oracle-individuals = 期望值引擎不考虑社交网络和客户之间的差异：这里的差距也包含它们的作用。
run-quantity = 量
run-gap = 差距
run-z = z
run-oracle-caption = 整个期限的均值；金额为现值
run-oracle-quantity = { $quantity ->
    [npv] 净现值
    [contribution] 贡献
    [programme] 项目成本
   *[lost] 流失的客户
}
run-oracle-widest = 在各期的所有列中，差距最大的是{ $name }在{ $period }的“{ $column }”：模拟值 { $simulated }，期望值 { $expected }，z = { $z }。

## 复现

run-reproduce = 如何复现本报告
run-reproduce-lead = 本报告所在的文件夹包含所运行的完整研究。在该文件夹中，用同一版本的程序运行：
run-reproduce-caption = 运行内容
run-fact = 项目
run-fact-version = 程序
run-fact-hash = 展开后研究文件的 BLAKE3
run-fact-stream = 随机流约定
run-fact-seed = 种子
run-fact-engine = 引擎
run-engine = { $engine ->
    [expected] 期望值引擎
    [agents] 个体引擎
   *[cohort] 群组引擎
}
run-fact-draws = 参数抽样次数
run-fact-replicates = 每次抽样的模拟次数
run-fact-sampling = 参数抽样方式
run-fact-discount = 年贴现率
run-sampling = { $sampling ->
    [sobol] 每个参数各用一个加扰 Sobol 序列，随机配对
    [joint] 所有参数共用一个加扰 Sobol 序列
   *[random] 独立抽样
}
run-reproduce-files = manifest.toml 列出每个文件及其哈希值；tables/ 保存每次模拟、每次抽样和每一期；report.json 保存本报告的内容，“recoup report”可据此重新生成报告，也可换用另一种语言。

## 文件

run-files = 位于 { $folder }：{ $report ->
    [yes] report.html、report.xlsx、{ $number } 张图表（SVG 与 PNG）、
   *[no] {""}
}数据表（Parquet 与 CSV）、result.json、study.toml
run-more = 更多命令：{ $commands }。
