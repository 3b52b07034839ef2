# 报告：网页与工作簿。策略名称已带引号，金额已按格式写好。

## 通用

report-contents = 目录
report-answer = 结论
report-footer = 由 recoup { $version } 根据研究“{ $study }”生成；同样的研究、种子和版本生成的报告逐字节相同。
answer-run = { $scenarios ->
    [one] 情景{ $scenario }
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
