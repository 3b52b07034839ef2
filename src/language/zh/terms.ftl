# 本领域的用词：一个概念一个词；以及各处通用的说法。

# $period：week、month、quarter 或 year。
periods = { $period ->
    [week] { $number } 周
    [quarter] { $number } 个季度
    [year] { $number } 年
   *[month] { $number } 个月
}
period-name = { $period ->
    [week] 周
    [quarter] 季度
    [year] 年
   *[month] 月
}
# 按序号称呼的时期。
period-at = { $period ->
    [week] 第 { $number } 周
    [quarter] 第 { $number } 季度
    [year] 第 { $number } 年
   *[month] 第 { $number } 个月
}

# 企业如何得知服务失败。
route-name = { $route ->
    [voiced] 主动投诉
    [solicited] 经企业询问
    [detected] 企业自行发现
   *[silent] 沉默
}
# 服务失败的结局。
outcome-name = { $outcome ->
    [unresolved] 未解决
    [resolved] 已解决
    [quick] 快速解决
   *[silent] 从未处理
}
# 客户流失的原因。
cause-name = { $cause ->
    [natural] 自然流失
    [silent] 沉默的失败
    [unresolved] 未解决的案件
    [resolved] 缓慢的补救
    [quick] 快速的补救
   *[word-of-mouth] 口碑
}

# 用文字表示的研究参数：所在位置与名称。
key-label = { $place }：{ $name }
# 键的一个部分；作者自取的名称保持原样。
key-word = { $word ->
    [purchases_cv] 购买频率差异
    [compensation_amount] 补偿金额
    [front_line_resolves_max] 一线最高解决率
    [guaranteed] 保证覆盖比例
    [solicited_response] 被询问者的反应
    [treatment_log_odds] 待遇效应
    [attractive_share] 魅力需求损失比例
    [compensation_cost] 补偿的单位成本
    [false_claims] 虚假投诉
    [cost_elasticity] 获客成本弹性
    [must_be_factor] 必备需求系数
    [attractive_factor] 魅力需求系数
    [starts] 起始期
    [ramp_periods] 爬坡期数
    [strategy] 策略
    [horizon] 时间范围
    [periods] 期数
    [discount_rate] 贴现率
    [market] 市场
    [customers] 客户数
    [prospects] 潜在客户数
    [segment] 细分市场
    [share] 占比
    [purchases_per_year] 每年购买次数
    [margin] 毛利
    [retention_cost] 留存成本
    [base_loyalty] 基础忠诚度
    [failure] 服务失败
    [rate] 发生率
    [detected] 被企业发现的比例
    [stability] 稳定性
    [control] 可控性
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
    [window_years] 观察窗口（年）
    [reference_base] 参照基础
    [selection_share] 选择效应占比
    [repeat_log_odds] 重复失败的对数几率
    [double_deviation_log_odds] 双重偏差的对数几率
    [stability_log_odds] 稳定性的对数几率
    [control_log_odds] 可控性的对数几率
    [memory_years] 记忆年限
    [voice] 投诉渠道
    [solicit] 主动询问
    [solicit_cost] 询问成本
    [recovery] 服务补救
    [front_line_share] 一线处理占比
    [front_line_resolves] 一线解决率
    [resolves] 解决率
    [resolves_max] 最高解决率
    [compensation] 补偿
    [apology] 致歉
    [desk] 客服台
    [agents] 坐席数
    [handle_minutes] 处理时长（分钟）
    [contacts_per_case] 每个案件的联系次数
    [hours_per_week] 每周工作小时
    [answer_within_minutes] 应答时限（分钟）
    [resolve_median_hours] 解决时间中位数（小时）
    [resolve_shape] 解决时间形状参数
    [quick_hours] 快速的时限（小时）
    [word_of_mouth] 口碑
    [told] 告知人数
    [dispersion] 离散度
    [negative_impact] 负面影响
    [positive_impact] 正面影响
    [retention_divisor_negative] 负面留存除数
    [retention_divisor_positive] 正面留存除数
    [persistence_per_month] 每月持续率
    [public_share] 公开传播占比
    [public_audience] 公开受众
    [acquisition] 客户获取
    [growth_per_year] 年增长率
    [in_market_per_year] 每年进入市场的比例
    [preference] 偏好
    [cost_ratio] 成本比
    [cost] 成本
    [budget_per_year] 年预算
    [return_per_year] 年回流率
    [learning] 学习
    [response] 响应
    [spend_per_year] 年支出
    [limit] 极限
    [half] 半程支出
    [costs] 成本
    [per_contact] 每次联系
    [agent_per_year] 每个坐席每年
    [fixed_per_year] 每年固定
    [setup] 启动
    [training_per_year] 每年培训
    [prevention_per_year] 每年预防
    [detection_per_customer_year] 每位客户每年的发现
    [study] 研究
    [seed] 种子
    [draws] 抽样次数
    [replicates] 重复次数
    [satisfaction] 满意度
    [mean] 均值
    [sd] 标准差
    [gain] 增益
    [repeat_attenuation] 重复衰减
    [slope] 斜率
    [individuals] 个体差异
    [loyalty_sd] 忠诚度标准差
    [spend_cv] 消费变异系数
    [voice_loyalty_rho] 投诉与忠诚度的相关系数
    [network] 社交网络
    [degree] 平均联系数
    [rewiring] 重连率
    [strong_share] 强联系占比
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
    [newcomer_retention_cost] 新客户留存成本倍数
    [guarantee] 服务保证
    [invoked] 要求兑现的比例
    [refund] 退款
    [forewarned] 事先告知的比例
    [forewarned_log_odds] 事先告知的对数几率
    [spend] 消费倍数
    [recovered] 已补救
    [aggrieved] 不满
    [delighted] 惊喜
    [told_per_year_without_failure] 无失败时每年好评
    [front_line_limit] 一线权限金额
    [fair_treatment] 公平对待
    [fair_treatment_saves] 公平对待节省
    [late_compensation_per_day] 每延迟一天的补偿
    [late_days] 延迟天数
    [loss_sigma] 损失离散度
    [forewarning_per_customer_year] 每位客户每年的事先告知
    [scenario] 情景
    [weight] 权重
    [sweep] 扫描
    [from] 起点
    [to] 终点
    [steps] 步数
    [correlation] 相关
    [rho] 相关系数
    [forewarned] 预先告知的比例
    [loss_sigma] 损失的离散度
    [forewarned_log_odds] 预先告知的对数几率
    [spend] 消费倍数
    [recovered] 已补救者
    [aggrieved] 不满者
    [delighted] 惊喜者
    [tenure] 客户资历
    [newcomer_years] 成为老客户的年数
    [newcomer_margin] 新客户毛利倍数
    [newcomer_retention_cost] 新客户留存成本倍数
    [front_line_limit] 一线授权额度
    [fair_treatment] 公平对待程度
    [fair_treatment_saves] 公平对待节省的补偿
    [late_compensation_per_day] 每延误一天的补偿
    [late_days] 延误天数
    [guarantee] 服务承诺
    [invoked] 行使承诺的比例
    [refund] 退款
    [told_per_year_without_failure] 无失败时每年的正面传播
    [forewarning_per_customer_year] 每位客户每年的预先告知
   *[other] { $plain }
}

# 列举的末尾。
list-and = { $first } 和 { $last }
sentence = { $text }。
list-or = { $first } 或 { $last }
# 补充说明。
bracketed = （{ $text }）
