# 报告：网页与工作簿。策略名称已带引号，金额已按格式写好。

## 通用

report-contents = 目录
report-answer = 结论
report-footer = 由 recoup { $version } 根据研究“{ $study }”生成；同样的研究、种子和版本生成的报告逐字节相同。
answer-run = { $scenarios ->
    [one] 情景“{ $scenario }”
   *[all] 所有情景
} · 种子 { $seed } · recoup { $version }

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
book-inputs = 参数
book-answer = 结论
book-cash = 每年现金流
book-cash-periods = 每期现金流
book-levers = 杠杆
live-as-run = { $what }（模拟值）
live-how = 请修改黄色单元格。“结论”“每年现金流”“每期现金流”三个工作表随之变化，其他工作表保持模拟时的数值。
live-answer = 单位 { $currency }。公式取“参数”工作表的数值；标有“模拟值”的列是研究的模拟结果。
live-same = 参数与研究相同：公式给出模拟结果。
live-other = 参数与研究不同：标有“模拟值”的列仍是研究的结果。
live-several = 移动了多个杠杆：各自的效果相加，不包括相互影响。要看相互影响，请重新运行研究。
live-years = 每年现金流，单位 { $currency }
live-years-how = 各次模拟的均值；成本为负数。一个策略各行的现值之和等于其净现值。
live-periods = 每期现金流，单位 { $currency }：各次模拟的均值，以及按“参数”工作表计算的数值。成本为负数。
live-customers = 维系与获客成本
live-contribution = 贡献的现值
live-programme-worth = 项目成本的现值
live-factor = 贴现系数
live-factor-setup = 启动成本的贴现系数
live-difference = 贴现差额
live-below = 本期之后低于零
live-value = 数值
live-in-study = 研究中的值
live-name = 公式中的名称
live-acts = 改变什么，什么保持模拟时的数值
live-rate = 年贴现率
live-rate-of = 年贴现率，情景{ $scenario }
live-rate-acts = 用于各期现金流的贴现。客户、购买和未贴现的现金流保持不变。
live-margin = 毛利系数
live-margin-acts = 所有策略中每次购买的毛利都乘以该系数。客户、购买和全部成本保持不变。
live-programme = 项目成本系数
live-programme-acts = 所有策略的全部项目成本（包括启动成本和补偿）都乘以该系数，即价格变化。项目的内容和数量保持不变。
live-lever-acts = 研究中扫描过的取值，用于{ $strategies }。全部现金流按期望值引擎在研究各次抽样中的结果变化，与投资回报曲线一致。
live-as-in-study = 与研究相同
live-refused = 此处不可用
live-refused-number = 请输入 0 到 { $most } 之间的数。
live-refused-level = 请从列表中选择：这些取值是研究计算过的。
live-fixed = 公式如何计算，什么保持不变
live-fixed-cash = 每期现金流是每个策略 { $simulations } 次模拟的均值。
live-fixed-time = 一年有 { $periods } 期。现金流发生在每期{ $cash ->
    [start] 期初
    [end] 期末
   *[middle] 期中
}，启动成本发生在策略开始那一期的期初。
live-fixed-answer = 投资回报率等于与基准策略相比增加的贡献减去增加的项目成本，再除以增加的项目成本。回收期是累计差额从此不再低于零的第一期，不计期末以后的价值。
live-fixed-beyond = 改变贴现率时，期末以后的价值按最后一期客户留存比例的均值换算：只有一次模拟且不移动杠杆时精确，否则为近似值。
live-fixed-levers = 杠杆：客户间的随机性保持不变。手工输入的取值改为列表中最接近的取值。
live-fixed-first = 这些工作表只显示第一个情景；研究太大，无法在此显示全部情景。
live-fixed-rest = 区间、概率和内部收益率不重新计算：请修改研究后重新运行。
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
book-basis = 范围依据
book-note = 备注
book-cut = 其余各行见 { $file }。
book-column = { $column ->
    [active] 活跃客户
    [prospects] 潜在客户
    [lapsed] 已流失客户
    [episodes] 遭遇失误次数
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
