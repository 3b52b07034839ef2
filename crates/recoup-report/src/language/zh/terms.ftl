# 本领域的用词：一个概念一个词；以及多个模块通用的文字。
#
# 用词表：
#   service failure        服务失误                 service recovery       服务补救
#   complaint              投诉                     solicit                征询投诉
#   detected               企业自行发现             silent                 沉默
#   resolved quickly       快速解决                 case (complaint case)  个案
#   repurchase             再购                     base loyalty           基础忠诚度
#   word of mouth          口碑                     recovery paradox       服务补救悖论
#   NPV                    净现值                   ROI                    投资回报率
#   payback period         回收期；收回投入         benefit-cost ratio     效益成本比
#   break-even             盈亏平衡点               programme cost         项目成本
#   acquisition cost       获客成本                 retention cost         维系成本
#   compensation           补偿                     discounting            贴现
#   responses (spending)   改进投入                 market damage          市场损害
#   service desk           客服中心                 desk positions         客服席位
#   input                  参数                     point value            点值
#   draw                   抽样                     simulation             模拟
#   chance events          随机事件                 chance among customers 客户间的随机性
#   common random numbers  公共随机数               on average             平均而言
#   expected engine        期望值引擎               cohort, agents engine  群组引擎、个体引擎
#   EVPI                   完全信息期望价值         regret                 后悔值
#   efficiency frontier    效率前沿                 dominated              被占优
#   90 % interval          90% 区间                 quantile               分位数
#   reference strategy     基准策略                 horizon                期限
#   lever                  杠杆                     scenario               情景

# $period：week、month、quarter 或 year。
periods = { $period ->
    [week] { $number }周
    [quarter] { $number }个季度
    [year] { $number }年
   *[month] { $number }个月
}
period-name = { $period ->
    [week] 周
    [quarter] 季度
    [year] 年
   *[month] 月
}
# 按序号称呼的时期。
period-at = { $period ->
    [week] 第{ $number }周
    [quarter] 第{ $number }季度
    [year] 第{ $number }年
   *[month] 第{ $number }个月
}

# 企业如何得知服务失误。
route-name = { $route ->
    [voiced] 主动投诉
    [solicited] 经企业征询
    [detected] 企业自行发现
   *[silent] 沉默
}
# 服务失误的结局。
outcome-name = { $outcome ->
    [unresolved] 未解决
    [resolved] 已解决
    [quick] 快速解决
   *[silent] 从未处理
}
# 客户流失的原因。
cause-name = { $cause ->
    [natural] 自然流失
    [silent] 失误后沉默
    [unresolved] 个案未解决
    [resolved] 补救缓慢
    [quick] 快速补救
   *[word-of-mouth] 口碑
}

# 用文字表示的研究参数：所在位置与名称。
key-label = { $place }：{ $name }
key-label-joint = { $table }（{ $keys }）
# 键的一个部分；作者自取的名称保持原样。
key-word = { $word ->
    [purchases_cv] 购买次数的变异系数
    [compensation_amount] 补偿金额
    [front_line_resolves_max] 一线最高解决率
    [guaranteed] 适用服务保证的比例
    [solicited_response] 被询问者的反应
    [treatment_log_odds] 公平对待的对数几率
    [attractive_share] 兴奋型失误的影响比例
    [compensation_cost] 每单位补偿的成本
    [false_claims] 虚假投诉比例
    [cost_elasticity] 获客成本弹性
    [must_be_factor] 必备型失误的满意度倍数
    [attractive_factor] 兴奋型失误的满意度倍数
    [strategy] 策略
    [horizon] 时间范围
    [periods] 期数
    [discount_rate] 贴现率
    [market] 市场
    [customers] 客户数
    [prospects] 潜在客户数
    [segment] 细分市场
    [share] 比例
    [purchases_per_year] 每年购买次数
    [margin] 毛利
    [retention_cost] 维系成本
    [base_loyalty] 基础忠诚度
    [failure] 服务失误
    [rate] 发生率
    [detected] 企业发现的比例
    [stability] 原因稳定性
    [control] 原因可控性
    [first_period] 首期
    [last_period] 末期
    [severity] 严重程度
    [loss] 损失
    [satisfaction_drop] 满意度下降
    [complain] 投诉率
    [repurchase] 再购率
    [silent] 沉默
    [unresolved] 未解决
    [resolved] 已解决
    [quick] 快速解决
    [loyalty] 忠诚度
    [window_years] 再购观察窗口（年）
    [reference_base] 参照的基础忠诚度
    [selection_share] 选择效应所占比例
    [repeat_log_odds] 重复失误的对数几率
    [double_deviation_log_odds] 双重偏差的对数几率
    [stability_log_odds] 稳定性的对数几率
    [control_log_odds] 可控性的对数几率
    [memory_years] 记忆年限
    [voice] 投诉
    [solicit] 主动征询投诉
    [solicit_cost] 征询成本
    [recovery] 服务补救
    [front_line_share] 一线处理比例
    [front_line_resolves] 一线解决率
    [resolves] 解决率
    [resolves_max] 最高解决率
    [compensation] 补偿
    [apology] 致歉
    [desk] 客服中心
    [agents] 客服席位数
    [handle_minutes] 处理时长（分钟）
    [contacts_per_case] 每个个案的联系次数
    [hours_per_week] 每周工作小时数
    [answer_within_minutes] 应答时限（分钟）
    [resolve_median_hours] 解决时间中位数（小时）
    [resolve_shape] 解决时间形状参数
    [quick_hours] 快速解决的时限（小时）
    [word_of_mouth] 口碑
    [told] 告知人数
    [dispersion] 离散度
    [negative_impact] 负面口碑影响
    [positive_impact] 正面口碑影响
    [retention_divisor_negative] 负面口碑的留存除数
    [retention_divisor_positive] 正面口碑的留存除数
    [persistence_per_month] 每月持续率
    [public_share] 公开传播比例
    [public_audience] 公开受众
    [acquisition] 获客
    [growth_per_year] 年增长率
    [in_market_per_year] 每年进入市场的比例
    [preference] 偏好
    [cost_ratio] 获客成本与维系成本之比
    [cost] 成本
    [budget_per_year] 年预算
    [return_per_year] 每年回流率
    [learning] 学习
    [response] 改进投入
    [spend_per_year] 每年投入
    [limit] 上限
    [half] 达到一半效果的投入
    [costs] 成本
    [per_contact] 每次联系成本
    [agent_per_year] 每个客服席位每年成本
    [fixed_per_year] 每年固定成本
    [setup] 启动成本
    [training_per_year] 每年培训成本
    [prevention_per_year] 每年预防成本
    [detection_per_customer_year] 每位客户每年的检测成本
    [study] 研究
    [seed] 种子
    [draws] 抽样次数
    [replicates] 每次抽样的模拟次数
    [satisfaction] 满意度
    [mean] 均值
    [sd] 标准差
    [gain] 增益
    [repeat_attenuation] 重复衰减
    [slope] 斜率
    [individuals] 客户个体差异
    [loyalty_sd] 忠诚度标准差
    [spend_cv] 消费变异系数
    [voice_loyalty_rho] 投诉与忠诚度的相关系数
    [network] 社交网络
    [degree] 平均联系人数
    [rewiring] 重连率
    [strong_share] 强联系比例
    [strong_multiplier] 强联系倍数
    [contagion] 口碑传染
    [advertising] 广告
    [strong] 强联系
    [weak] 弱联系
    [negative_multiplier] 负面倍数
    [unhappy] 不满者
    [tenure] 客户资历
    [newcomer_years] 新客户年限
    [newcomer_margin] 新客户毛利倍数
    [newcomer_retention_cost] 新客户维系成本倍数
    [guarantee] 服务保证
    [invoked] 要求兑现保证的比例
    [refund] 退款
    [forewarned] 事先告知的比例
    [forewarned_log_odds] 事先告知的对数几率
    [spend] 消费倍数
    [recovered] 获得补救者
    [aggrieved] 不满者
    [delighted] 惊喜者
    [told_per_year_without_failure] 无失误时每年的正面传播人数
    [front_line_limit] 一线授权额度
    [fair_treatment] 公平对待程度
    [fair_treatment_saves] 公平对待节省的补偿
    [late_compensation_per_day] 每延误一天的补偿
    [late_days] 延误天数
    [loss_sigma] 损失的离散度
    [forewarning_per_customer_year] 每位客户每年的事先告知成本
    [scenario] 情景
    [weight] 权重
    [starts] 起始期
    [ramp_periods] 逐步到位的期数
    [sweep] 扫描
    [from] 起点
    [to] 终点
    [steps] 步数
    [correlation] 相关
    [rho] 相关系数
   *[other] { $plain }
}

# 列举的末尾。
list-and = { $first } 和 { $last }
sentence = { $text }。
list-or = { $first } 或 { $last }
# 补充说明。
bracketed = （{ $text }）

## 模型变体：名称及其设定；键按研究中的写法

variant-as-is = 原模型
variant-no-replacement = 流失的客户不再补充
variant-no-replacement-sets = acquisition.policy = "none"
variant-dear-replacement = 补充越多，成本越高
variant-dear-replacement-sets = acquisition.cost_elasticity = 1
variant-beyond-horizon = 计入期末以后的价值
variant-beyond-horizon-sets = horizon.terminal_value = "clv"
variant-no-replacement-beyond-horizon = 不再补充客户，计入期末以后的价值
variant-no-replacement-beyond-horizon-sets = acquisition.policy = "none"，horizon.terminal_value = "clv"
variant-cash-at-start = 现金流记在期初
variant-cash-at-start-sets = horizon.cash = horizon.customers_counted = "start"
variant-asked-react-half = 被询问的客户反应减半
variant-asked-react-half-sets = loyalty.solicited_response = 0.5
variant-loyal-speak = 投诉的多为忠诚客户
variant-loyal-speak-sets = loyalty.selection_share = 1
variant-unresolved-below-silent = 投诉未解决比沉默流失更多
variant-unresolved-below-silent-sets = repurchase.unresolved = silent - 0.085（CCMC 2015）
variant-failures-matter-half = 失误对客户的影响减半
variant-failures-matter-half-sets = 各再购率在对数几率尺度上向 loyalty.reference_base 移动一半
variant-half-complain = 至少半数客户投诉
variant-half-complain-sets = complain 至少为 0.5
variant-no-word-of-mouth = 没有口碑影响
variant-no-word-of-mouth-sets = word_of_mouth.negative_impact = positive_impact = 0
variant-strong-word-of-mouth = 负面口碑损害更大
variant-strong-word-of-mouth-sets = word_of_mouth.negative_impact = 0.3
variant-replacing-half-as-dear = 新客户的成本减半
variant-replacing-half-as-dear-sets = acquisition.cost_ratio（或 cost）减半
variant-replacing-twice-as-dear = 新客户的成本加倍
variant-replacing-twice-as-dear-sets = acquisition.cost_ratio（或 cost）加倍
variants-impossible = { $names } 无法计算：永不流失的客户价值无穷大。

# 结论在其他模型中是否成立。
holds-in-all = { $who ->
    [it] 它
   *[named] `{ $name }` {""}
}在{ $all ->
    [1] 唯一有影响的模型变体
   *[other] 全部 { $all } 个模型变体
}中仍是最佳策略。
holds-in-some = { $who ->
    [it] 它
   *[named] `{ $name }` {""}
}{ $holding ->
    [0] 在 { $all } 个模型变体中都不再是最佳策略
   *[other] 在 { $all } 个模型变体中的 { $holding } 个里仍是最佳策略
}；{ $turned }。
holds-turned = `{ $name }` 成为最佳（{ $variants }）
holds-more = 另外 { $number } 个
holds-elsewhere = 模型变体按点值比较，而在点值下最佳的是 `{ $other }`；在 { $all } 个变体中，`{ $name }` { $holding ->
    [0] 均非最佳
   *[other] 在 { $holding } 个里最佳
}。

## 终端、报告与工作簿共用的表格

variants-head = 模型变体
variants-head-best = 最佳
variants-head-sets = 设定
variants-caption = 其他模型：各策略净现值减去 `{ $reference }` 的净现值，取点值，由期望值引擎计算，单位 { $currency }
variants-fewer = 此处列出 { $number } 个策略，优先列出至少在一个模型中最佳的策略；result.json 含全部策略。
desk-caption = { $horizon }内的客服中心：负荷（爱尔兰）、负荷占处理能力的比例，以及个案与联系的处理情况
desk-mean-load = 平均负荷
desk-greatest-load = 最大负荷
desk-greatest-utilisation = 最高利用率
desk-served = 已处理的个案
desk-in-time = 及时应答
desk-overloaded = 超负荷期数
desk-remark = 均值取自客服中心有工作的各期；比例按负荷加权。利用率达到 100% 或以上时，部分个案永远得不到处理，且无人得到及时应答。
head-segment = 细分市场
segment-column = { $column ->
    [customers_start] 期初客户
    [customers_end] 期末客户
    [episodes] 遭遇失误次数
    [lost_natural] 自然
    [lost_silent] 沉默
    [lost_unresolved] 未解决
    [lost_resolved] 已解决
    [lost_quick] 快速解决
    [lost_word_of_mouth] 口碑
    [contribution] 贡献
   *[programme] 自身项目成本
}
segment-worth = 贡献减自身成本
segment-difference = 与基准之差
segment-caption-customers = 按细分市场：期初与期末客户、遭遇失误次数，以及整个期限内按原因划分的流失客户
segment-caption-money = 按细分市场：现值，单位 { $currency }
segment-remark = 自身项目成本是按客户和按个案支付的部分。共同项目不分摊：客服席位、固定成本、培训、预防、改进投入、启动成本以及期末以后的价值；因此各细分市场之和不等于净现值。
segment-fewer = 只列出基准策略和最佳策略；tables/segments 含全部策略。
strategy-timing = { $ramp ->
    [no] 自{ $when }起实施
   *[yes] 自{ $when }起实施，经 { $over }逐步到位
}

## 多个模块通用的词与表头

too-small = 太小，无法测出
strategy-change-new = { $label } { $to }
strategy-change-gone = 取消{ $label }
strategy-lever = { $key ->
    [voice-solicit] 被询问后作出回应的沉默客户
    [voice-solicit-cost] 询问一位客户的成本
    [recovery-quick] 快速解决
    [recovery-resolves] 得到解决的个案
    [recovery-compensation] 补偿占损失的比例
    [recovery-front-line-share] 到达一线的个案
    [recovery-front-line-resolves] 由一线解决
    [recovery-desk-agents] 客服席位
    [recovery-desk-resolve-median-hours] 解决所需时间的中位数（小时）
    [costs-training-per-year] 每年培训费用
    [costs-fixed-per-year] 每年固定成本
    [costs-setup] 启动成本
   *[other] { $label }
}
strategy-change = { $label } { $from } → { $to }
strategy-changes-more = 另有 { $number } 项
strategy-changes-between = ；
range = { $low } 至 { $high }
reference = 基准
not-meaningful = 无意义
never = 从不
costs-less = 成本更低
no-cost = 无成本
map-nowhere = 整张图上没有策略胜过{ $reference }
below = 低于 { $value }
changes-decision = 会改变决策
return-on-investment = 投资回报率
head-scenario = 情景
head-study = 研究
head-source = 来源
head-meaning = 含义
head-status = 证据状态
head-best-strategy = 最佳策略
head-lever = 杠杆
head-input = 参数
head-worth-knowing = 获知的价值
head-standard-error = 标准误
head-moved = 变动范围
head-simulated = 模拟值
head-expected = 期望值
head-payback-time = 回收期
head-npv-in = 净现值，{ $currency }
head-verdict = 结论
head-preset = 预设

## 结果表：标题与表头

head-strategy = 策略
strategies-caption = 各策略的净现值与主要结果及其 90% 区间，单位 { $currency }
head-npv = 净现值
npv-difference = 净现值差额
head-interval = 90% 区间
head-roi = 投资回报率
head-bcr = 效益成本比
head-payback = 回收期（{ $period }）
head-irr = 年内部收益率
head-p-best = 最佳概率
head-chance-of-loss = 亏损概率（公共随机数）
head-kept = 留住的客户
decision-caption = 各策略在 { $number } 次不确定参数抽样中的结果，单位 { $currency }：平均净现值及其区间、成为最佳的概率、选择它的平均损失和最大损失，以及最差 5% 的平均净现值
head-expected-loss = 期望损失
head-regret = 最大后悔值
head-worst = 最差 { $share }
accounts-caption = 效益来源：相对 `{ $reference }` 的现值，单位 { $currency }；正数＝更好
head-account = 科目
account-name = { $account ->
    [margin] 活跃客户的毛利
    [retention] 维系成本
    [acquisition] 获客成本
    [contacts] 客户联系
    [compensation] 补偿
    [agents] 客服席位
    [fixed] 固定成本
    [training] 培训
    [prevention] 预防
    [soliciting] 征询投诉
    [detection] 检测失误
    [responses] 改进投入
    [setup] 启动成本
    [refunds] 退款
    [forewarning] 事先告知
    [terminal_contribution] 期末以后的贡献
   *[terminal_programme] 期末以后的项目成本
}
cash-caption = 每年现金流（{ $currency }）：各次模拟的均值，未贴现；成本为负数，现值之和等于净现值
cash-cases = 客户联系、补偿与退款
cash-running = 项目运行成本
cash-programme = 项目总成本
cash-net = 净现金流
cash-beyond = 期末以后
head-year = 年
head-present-value = 现值
losses-caption = 整个期限内按原因划分的客户流失；市场损害为自然流失以外的全部流失
head-total = 合计
head-damage = 市场损害
head-yearly-margin = 损失的年毛利
regret-caption = 各情景中的后悔值，单位 { $currency }：该情景最佳策略的净现值减去本策略的净现值
least-regret = `{ $name }` 在各情景中的最大后悔值最小：当另一策略更优时，它的损失最小。
regret-weighted = 加权差额：按情景权重计算的平均净现值与 `{ $reference }` 之差。
head-weighted = 加权差额
errors-caption = 净现值差额的不确定性（采用公共随机数），单位 { $currency }：按来源的标准差；时间步长误差为期长减半后差额的增量
errors-remark = 括号内：占单个市场方差的比例。
time-step-caption = 期长减半后净现值差额的增量，单位 { $currency }
head-inputs = 不确定参数
head-luck = 客户间的随机性
head-error-of-mean = 均值的蒙特卡洛误差
head-time-step = 时间步长误差
head-variance-reduction = 共用抽样的方差缩减倍数
