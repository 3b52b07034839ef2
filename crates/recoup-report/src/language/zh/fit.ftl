## fit
fit-first = 研究中有 { $number } 个数值来自{ $tables }（{ $from } 至 { $to }）；其余取自 { $base }。
fit-rows = { $number } { $table ->
    [customers] 名客户
    [purchases] 笔购买
    [failures] 次失误
   *[complaints] 件投诉
}
fit-headline = 发生严重程度为 `{ $severity }` 的失误后，{ $complain } 的客户投诉；沉默者有 { $silent } 留下，快速解决者有 { $quick } 留下。
fit-few = 有 { $number } 个数值的观测少于30。
fit-beyond = { $keys } 超出已发表或合理的范围。请核对其定义。
fit-no-failures = 没有失误文件，就无法得知投诉的客户比例：此处采用基础研究的值，失误率由它推出。
fit-numbers = 研究的数值
fit-head-estimate = 估计值
fit-head-n = 观测数
fit-head-base = 基础值
fit-head-range = 已发表范围
fit-head-written = 写入研究
fit-head-method = 方法
fit-head-caution = 注意
fit-head-why = 原因
fit-unused-title = 未写入研究的估计
fit-unused = { $why ->
    [no-desk] 基础研究没有 [recovery.desk]
    [desk] 有服务台时，速度由负荷与人手决定
    [not-in-model] 模型没有这个数值
    [given] 您给出了另一个值
   *[little] 观测少于10：保留基础值
}
fit-gaps = 数据无法说明的内容
fit-gap-complain = 投诉的客户比例：请提供运营部门记录的失误（--failures），或用 --set 给出调查所得的比例。
fit-gap-silent = 沉默客户有多少留下：没有失误文件，就无人知道他们是谁。
fit-gap-loyalty = 有多少客户留下：请提供客户离开的日期或其购买记录。
fit-gap-inferred = 客户何时离开：没有人事先通知，因此由购买推断。无法看到惊喜效应：再购率都不高于基础忠诚度。
fit-gap-purchases = 客户多久购买一次、每笔购买的毛利：请提供购买记录（--purchases）。
fit-gap-margin = 每笔购买的毛利：购买记录没有毛利。若有金额，请在映射文件中给出 margin_share。
fit-gap-loss = 补偿占损失的比例：一次失误的损失未知。请在映射文件的 [loss] 中给出。
fit-gap-kind = `{ $kind }` 多久发生一次：基础研究有这种失误，数据中没有。
fit-gap-severity = 严重程度 `{ $severity }` 的一部分：基础研究没有它。数据未给出的值取自 `{ $base }`。
fit-gap-reference = 基础研究的参照策略设定的 `{ $key }` 的作用：数据已包含其效果。请确认没有重复计算。
fit-gap-outside = 口碑、一次失误的损失、成本和价格，除非另行给出。它们取自基础研究。
fit-caution-few = 仅有 { $number } 个观测。
fit-caution-none = 没有发生任何事件：更像一个上界，而不是估计。
fit-caution-no-spread = 客户之间的差异不超过随机波动。
fit-caution-flat = 似然函数平坦：标准误不可用。
fit-caution-unsettled = 似然的最大值不确定。
fit-caution-limit = 处于模型允许范围的端点。
fit-caution-subsample = 来自 { $all } 名客户中 { $used } 名的系统抽样。
fit-caution-earlier = 略去了 { $customers } 名历史早于数据的客户。
fit-caution-open = { $number } 件未结个案按至少持续到数据结束计算。
fit-caution-unknown = { $number } 件已结个案没有说明是否解决。
fit-caution-coarse = 时间只精确到 { $minutes } 分钟。
fit-caution-needs-failures = 仅由投诉除以投诉比例得出。
fit-caution-window = { $share } 的失误，其忠诚度窗口在数据结束之后。
fit-caution-tail = 窗口结束时仍有 { $number } 名客户在观测中。
fit-caution-inferred = 由 { $days } 天没有购买推断为离开。
fit-caution-unseen = 企业不知道其失误的客户被算作没有失误。
fit-caution-unmatched = { $all } 件投诉中有 { $number } 件找不到对应的失误。
fit-caution-overlap = 投诉者与沉默者几乎没有重叠：有效客户数为 { $number }。
fit-caution-no-contrast = 差异无法与零区分。
fit-caution-dispersed = 计数的波动是随机波动的 { $factor } 倍；区间已放宽。
fit-method = { $method ->
    [count] 计数
    [jeffreys] 比例，Jeffreys区间
    [dirichlet] 多个比例，Dirichlet后验
    [poisson] 率，精确泊松区间
    [cluster] 均值，按客户聚类
    [negative-binomial] 负二项，最大似然
    [bg-nbd] BG/NBD，最大似然
    [exponential] 恒定风险率，含删失
    [kaplan-meier] Kaplan-Meier
    [log-logistic] 对数逻辑分布，含删失
    [repurchase] 至下一次失误的Kaplan-Meier
    [mantel-haenszel] 分层，Mantel-Haenszel权重
    [weighted] 逆概率加权
    [bootstrap] 自助法
   *[judgement] 判断
}
fit-selection = 投诉者与沉默客户的区别
fit-selection-what = 留下的比例：{ $complainers } 名未获解决的投诉者减去 { $silent } 名沉默客户。按失误之前已知的客户群、年资和先前购买调整。
fit-head-contrast = 比较
fit-head-difference = 差异（百分点）
fit-contrast = { $contrast ->
    [raw] 观测值
    [stratified] 层内
   *[weighted] 加权
}
fit-overlap = 重叠：加权后投诉者相当于 { $effective } 名客户；最大的标准化差异从 { $before } 降到 { $after }。
fit-selection-share = `loyalty.selection_share` 为 { $low } 至 { $high }：经调整而消失的差异部分，再因无人观测到的因素而放宽。
fit-solicited = `loyalty.solicited_response` 为 { $low } 至 { $high }。
fit-holdout = 最后一年能否预测？
fit-holdout-what = 仅用 { $from } 之前的数据预测，再与实际比较。
fit-head-count = 计数
fit-head-predicted = 预测
fit-head-happened = 实际
fit-head-inside = 区间内的月份
fit-counted = { $what ->
    [leavers] 离开的客户
    [newcomers] 新客户
    [complaints] 投诉
   *[contacts] 联系次数
}
fit-inside = { $all } 个中的 { $inside } 个
fit-watch = 早期预警
fit-watch-what = 以 { $days } 天为一期的投诉，与最初 { $baseline } 期的比率相比。全部投诉的误报：u图平均每 { $shewhart } 期一次，移动平均（泊松EWMA）每 { $average } 期一次。若比率上升一半，平均分别在 { $shewhart_worse } 期和 { $average_worse } 期后报警。
fit-no-alarm = 没有警报。
fit-head-kind = 投诉
fit-head-from = 期初
fit-head-direction = 方向
fit-head-chart = 控制图
fit-direction = { $direction ->
    [up] 更多
   *[down] 更少
}
fit-chart = { $chart ->
    [rate] u图
   *[average] 移动平均
}
fit-all-kinds = 全部
fit-rate = { $exposure ->
    [purchases] 每笔购买的投诉
   *[years] 每客户每年的投诉
}
fit-wrote = 研究已写入 { $file }。下一步：recoup run { $file }，recoup decide { $file }。
fit-files = 文件
fit-head-file = 文件
fit-head-format = 格式
fit-head-rows = 行数
fit-head-columns = 列
chart-control-subtitle = 上：比率及3个标准误的界限。下：移动平均与预期之比。标记：警报
chart-control-average = 移动平均，1 = 符合预期
chart-control-all = 全部投诉
chart-control-quiet = { $what }：没有警报
chart-control-alarm = { $what }：{ $direction ->
    [up] 多于
   *[down] 少于
}预期，首次在 { $date } 起的四周
chart-holdout-title = { $all } 个月中有 { $inside } 个落在预测区间内
chart-holdout-subtitle = 条形 = 预测的90%区间，线 = 均值，点 = 实际
chart-holdout-axis = 每月{ $what ->
    [complaints] 投诉
    [leavers] 离开的客户
   *[contacts] 联系次数
}
chart-holdout-month = 最后一年的月份
chart-footer-version = recoup { $version }
fit-head-kept = 采用
fit-problems = 行的问题
fit-problem = { $table }：{ $number } 行（{ $more ->
    [yes] 首先是 { $rows }
   *[no] { $rows }
}）{ $reason }：{ $effect ->
    [row] 不计入
    [value] 计入，但不含该值
   *[noted] 照常计入
}。
fit-reason = { $reason ->
    [malformed] 字段多于列标题
    [missing] 缺少 `{ $column }`
    [unreadable] 的 `{ $column }` 无法读取
    [negative] 的 `{ $column }` 为负
    [duplicate-customer] 的客户已在前面出现
    [duplicate-case] 的个案已在前面出现
    [duplicate-answer] 的项目该受访者已回答过
    [unknown-customer] 的客户不在客户文件中
    [left-before-since] 的客户在到来之前已离开
    [closed-before-opened] 的个案在开启之前已结案
    [answered-before-opened] 的个案在开启之前已答复
    [other-severity] 的严重程度与该类多数失误不同
   *[other-dimension] 的维度与该项目之前的不同
}
