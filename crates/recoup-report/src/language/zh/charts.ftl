# 图表中的文字。策略名称传入时已带引号并适当缩短，金额已带币种。

chart-draws = { $number } 次抽样
chart-draws-range = { $fewest } 至 { $most } 次抽样
chart-footer-study = { $study } · 情景 { $scenario }
chart-footer-run = 种子 { $seed } · { $draws } · recoup { $version }
chart-footer-digest = { $run } · 研究 { $digest }
chart-in-currency = { $what }（{ $currency }）
chart-interval = { $text }（90% 区间：{ $low } 至 { $high }）
chart-caveat = { $text }（90% 区间始于 { $low }）
chart-bands = { $kind ->
    [single] 圆点＝均值，竖线＝90% 区间
    [few] 线＝均值，色带＝90% 区间
   *[many] 线＝均值，色带＝最佳策略与次优策略的 90% 区间
}
chart-more-strategies = { $text }；另有 { $number } 个策略见数据表

## 1：一个杠杆及其回报
chart-roi-subtitle = 单个杠杆变动时，{ $horizon }内相对{ $reference }的净现值差额与投资回报率；{ $bands }，圆点＝最佳水平
chart-roi-peak = 最高 { $amount }（{ $level }）
chart-roi-return = 回报率 { $share }
chart-roi-break-even = 盈亏平衡点 { $level }
chart-roi-pays-up-to = { $level } 以内值得投入
chart-roi-now = 现为 { $level }
chart-roi-loses = 自 { $level } 起边际亏损
chart-roi-level = “{ $lever }”无论取何水平，{ $name }都不会领先于{ $reference }
chart-roi-behind = “{ $lever }”无论取何水平，{ $name }都不值得投入：最好时仍比{ $reference }少 { $amount }
chart-roi-turning = “{ $lever }”为 { $level } 时{ $name }收益最高，达 { $amount }；超过此点，下一单位投入亏损
chart-roi-rising = 在所试的最高水平上{ $name }的收益仍在增加：“{ $lever }”为 { $level } 时达 { $amount }
chart-roi-most = “{ $lever }”为 { $level } 时{ $name }收益最高，达 { $amount }
chart-roi-pays = “{ $lever }”不超过 { $level } 时，{ $name }值得投入
chart-roi-now-behind = { $text }；现为 { $level }，比{ $reference }少 { $amount }
chart-roi-now-ahead = { $text }；现为 { $level }，收益 { $amount }
chart-roi-falling = “{ $lever }”越高，{ $name }收益越低：{ $level } 时为 { $amount }，{ $highest } 时为 { $least }

## 2：累计差额
chart-cumulative-subtitle = 相对{ $reference }的累计贴现差额；{ $bands }
chart-cumulative-dots = { $text }，圆点＝收回投入
chart-cumulative-axis = 累计差额
chart-cumulative-reference = 基准策略
chart-cumulative-mark = { $when }收回投入
chart-cumulative-beyond = { $text }；不含期末以后的价值（{ $name }：{ $amount }）
chart-cumulative-level = { $horizon }后没有策略领先于{ $reference }
chart-cumulative-level-alone = { $horizon }后{ $name }与{ $reference }持平
chart-cumulative-first = { $name }从第一{ $period ->
    [week] 周
    [quarter] 个季度
    [year] 年
   *[month] 个月
}起即收回投入，{ $horizon }内收益 { $amount }
chart-cumulative-payback = { $name }在{ $when }收回投入，{ $horizon }内收益 { $amount }
chart-cumulative-ahead = { $horizon }后{ $name }比{ $reference }多 { $amount }
chart-cumulative-behind = { $horizon }内没有策略能收回投入；最接近的是{ $name }，比{ $reference }少 { $amount }
chart-cumulative-behind-alone = { $name }在 { $horizon }内未能收回投入：最终比{ $reference }少 { $amount }

## 3：服务失误的树状图
chart-tree-subtitle = { $horizon }内的服务失误，策略{ $name }：同一客户每次失误各计一次；宽度＝失误次数，百分比＝占全部失误的比例
chart-tree-heading = { $column ->
    [failure] 遭遇服务失误
    [route] 企业如何得知
    [outcome] 处理结果
   *[fate] 客户去留
}
chart-tree-all = 全部
chart-tree-left = 流失
chart-tree-stayed = 留下
chart-tree-left-of-them = 其中 { $share } 流失
chart-tree-nobody = 采用{ $name }时，服务失误后没有客户流失
chart-tree-most = 采用{ $name }时，服务失误后流失的客户中有 { $share } { $route ->
    [voiced] 曾经投诉
    [solicited] 曾被企业征询
    [detected] 的问题曾被企业发现
   *[silent] 始终沉默
}

## 4：活跃客户
chart-fan-subtitle = 每{ $period ->
    [week] 周
    [quarter] 季度
    [year] 年
   *[month] 月
}末的活跃客户数；{ $bands }
chart-fan-axis = 活跃客户数
chart-fan-alike = { $when }末各策略的客户数相差无几：{ $people } 位
chart-fan-more = { $when }末{ $name }的活跃客户比{ $reference }多 { $people } 位
chart-fan-most = { $when }末没有策略的客户多于{ $name }：{ $people } 位
chart-kept-subtitle = { $reference }下迄今流失的客户减去该策略下流失的客户，均值；流失的客户会得到补充，因此活跃客户数几乎相同
chart-kept-axis = 累计留住的客户数
chart-kept-most = 到{ $when }，{ $name }比{ $reference }多留住 { $people } 位客户
chart-kept-none = 到{ $when }，没有策略流失的客户少于{ $reference }
chart-fan-alone = { $when }末{ $name }有 { $people } 位活跃客户

## 5：按原因划分的流失
chart-losses-subtitle = { $horizon }内按原因划分的流失客户；零线左侧＝比没有失误时留住更多；数字＝全部流失
chart-losses-against = { $text }及其与{ $reference }之差
chart-losses-axis = 客户数
chart-losses-no-fewer = 没有策略流失的客户少于{ $reference }
chart-losses-kept = { $name }比{ $reference }多留住 { $people } 位客户，其中多数原本会{ $cause ->
    [natural] 自然流失
    [silent] 在服务失误后沉默离开
    [unresolved] 因个案未解决而离开
    [resolved] 因补救缓慢而离开
    [quick] 在快速补救后离开
   *[word-of-mouth] 因口碑影响而离开
}
chart-losses-more = { $text }；{ $name }再多留住 { $people } 位，但收益更低
chart-losses-dearer = { $text }，但收益低于{ $best }
chart-losses-no-failure = { $name }流失 { $people } 位客户，均非服务失误所致
chart-losses-alone = 采用{ $name }时有 { $people } 位客户{ $cause ->
    [natural] 自然流失
    [silent] 在服务失误后沉默离开
    [unresolved] 因个案未解决而离开
    [resolved] 因补救缓慢而离开
    [quick] 在快速补救后离开
   *[word-of-mouth] 因口碑影响而离开
}，占全部流失的 { $share }

## 6：差额的分布
chart-distribution-subtitle = { $number } 次抽样中相对{ $reference }的净现值差额，各行按自身比例缩放；圆点＝均值，横线＝90% 区间，竖线＝中位数
chart-distribution-row-level = 每次抽样均持平
chart-distribution-row-gains = { $share } 的抽样中有收益
chart-distribution-level = 没有策略在任何一次抽样中领先于{ $reference }
chart-distribution-level-alone = 每次抽样都与{ $reference }没有差别
chart-distribution-behind = 平均而言没有策略有收益；最接近的是{ $name }，比{ $reference }少 { $amount }
chart-distribution-behind-alone = { $name }平均而言亏损：比{ $reference }少 { $amount }
chart-distribution-every = { $name }在每次抽样中都有收益，平均 { $amount }
chart-distribution-share = { $name }在 { $share } 的抽样中有收益，平均 { $amount }
chart-distribution-mean = { $name }平均收益 { $amount }

## 7：可接受性
chart-acceptability-subtitle = 在不确定参数的抽样中成为最佳策略的概率；{ $over ->
    [customer_value] 净额＝客户价值×留住的客户数−额外项目成本
    [horizon] 截至各期的贴现现金流
   *[budget] 预算范围内的最高净现值
}
chart-acceptability-dashes = { $text }；虚线＝平均最佳的策略改变
chart-acceptability-axis = 成为最佳策略的概率
chart-acceptability-over = { $over ->
    [customer_value] 留住一位客户的价值
   *[budget] 项目成本可高出基准策略的金额
}
chart-acceptability-mark = { $from } 起为{ $name }
chart-acceptability-always = { $over ->
    [customer_value] 无论留住一位客户价值多少，{ $name }平均而言都最佳
    [horizon] 无论期限长短，{ $name }平均而言都最佳
   *[budget] 无论预算多少，{ $name }平均而言都最佳
}
chart-acceptability-from = { $over ->
    [customer_value] 留住一位客户的价值达到 { $from } 时，{ $name }平均而言最佳；低于此值则为{ $before }
    [horizon] 自{ $from }起{ $name }平均而言最佳；此前为{ $before }
   *[budget] 预算达到 { $from } 时，{ $name }平均而言最佳；低于此数则为{ $before }
}

## 8：龙卷风图
chart-tornado-subtitle = 单个参数从 5% 分位数变到 95% 分位数、其余取点值时，{ $name }与{ $reference }的净现值之差
chart-tornado-subtitle-alone = 单个参数从 5% 分位数变到 95% 分位数、其余取点值时，{ $name }的净现值
chart-tornado-more = { $text }；另有 { $number } 个参数见数据表
chart-tornado-flip = { $level } 时为{ $name }
chart-tornado-low = 取 5% 分位数
chart-tornado-high = 取 95% 分位数
chart-tornado-point = 点值：{ $amount }
chart-tornado-turns = 最佳策略改变
chart-tornado-most = { $input }影响最大：{ $low } 至 { $high }
chart-tornado-lead = { $text }；{ $number ->
    [0] 没有任何单个参数能改变{ $best }的领先
   *[other] 有 { $number } 个参数可单独改变{ $best }的领先
}
## 11：模型变体
chart-variants-subtitle = { $horizon }内按点值计算的净现值减去{ $reference }的净现值，单位 { $currency }；着色＝该行的最佳策略
chart-variants-more = { $text }；另有 { $number } 个变体见工作簿
chart-variants-all = 在{ $all ->
    [1] 唯一有影响的模型变体
   *[other] 全部 { $all } 个模型变体
}中{ $name }仍是最佳策略
chart-variants-some = { $holding ->
    [0] 在 { $all } 个模型变体中{ $name }都不再是最佳策略
   *[other] 在 { $all } 个模型变体中的 { $holding } 个里{ $name }仍是最佳策略
}
chart-variants-turned = { $text }；{ $variant }使{ $other }成为最佳
chart-variants-elsewhere = { $holding ->
    [0] 在 { $all } 个模型变体中{ $name }都不是最佳策略
   *[other] 在 { $all } 个模型变体中的 { $holding } 个里{ $name }最佳
}；按点值最佳的是{ $other }

## 12：客服中心
chart-desk-subtitle = 上：负荷占客服中心处理能力的比例，100%＝没有余量；下：及时应答的联系比例
chart-desk-utilisation = 客服中心利用率
chart-desk-at-most = 最高 { $share }
chart-desk-on-average = 平均 { $share }
chart-desk-busy = { $name }的客服中心利用率最高 { $utilisation }，{ $in_time } 的联系得到及时应答
chart-desk-over = { $periods }中有 { $over } 期{ $name }的客服中心工作量超出处理能力
chart-desk-other = { $text }；{ $name }的客服中心在 { $periods }中有 { $over } 期超出处理能力

## 两个杠杆的地图
chart-map-subtitle = { $across }与{ $down }变动时平均净现值最高的策略；颜色越深＝领先{ $reference }越多，单位 { $currency }
chart-map-contours = { $text }；灰线＝间隔 { $step }
chart-map-realm = { $name }（{ $share }）
chart-map-best = { $name }在图上 { $share } 的区域为最佳策略；“{ $across }”为 { $across_level }、“{ $down }”为 { $down_level } 时收益最高，达 { $amount }
chart-map-other = { $name }在图上 { $share } 的区域为最佳策略；收益最高的是{ $other }：“{ $across }”为 { $across_level }、“{ $down }”为 { $down_level } 时达 { $amount }

## 10：收益从何而来
chart-benefit-subtitle = { $horizon }内{ $name }与{ $against }的净现值之差，按沙普利值（Shapley）分解；各项之和即为差额
chart-benefit-axis = 现值
chart-benefit-more = { $name }的价值比{ $against }多 { $amount }：增益中 { $share } 来自{ $step }
chart-benefit-less = { $name }的价值比{ $against }少 { $amount }：损失中 { $share } 来自{ $step }
chart-benefit-same = { $name }与{ $against }价值相同

## 一位客户的故事
chart-story-subtitle = { $customer } 号客户（{ $segment }）；色条＝作为客户的时间，竖线＝一次购买；价值＝现值，单位 { $currency }
chart-story-more = { $text }；另有 { $number } 个策略未显示
chart-story-failure = { $outcome ->
    [silent] 失误，沉默
    [unresolved] 失误，未解决
    [resolved] 失误，已解决
   *[quick] 失误，快速解决
}
chart-story-left = 离开
chart-story-left-in = { $when }离开
chart-story-stayed = 留下
chart-story-leaves-anyway = 无论采用哪个策略，{ $customer } 号客户都在{ $when }离开
chart-story-stays-anyway = 无论采用哪个策略，{ $customer } 号客户都会留下
chart-story-better = 采用{ $name }时，{ $customer } 号客户{ $end ->
    [leaves] 留到{ $when }
   *[stays] 留下
}，价值比采用{ $other }时多 { $amount }{ $because ->
    [silent] ；后者因客户失误后沉默而流失该客户
    [unresolved] ；后者因个案未解决而流失该客户
   *[other] {""}
}
