# Texts of the game.

view-game = 游戏
game-title = 服务补救游戏
game-lead = 各队经营这家企业八个季度。开始时有 { $customers } 名客户，做法与`{ $reference }`相同，情景为`{ $scenario }`。每个季度，各队把同样的预算分配到下列杠杆上，也可以不花完。所有队遇到同样的偶然事件。净现值最高者获胜。
game-teams = 队伍
game-team = 第 { $number } 队
game-team-name = 第 { $number } 队的名称
game-team-remove = 移除 { $name }
game-team-add = 增加一队
game-names = 每队要有自己的名称，最多 { $most } 个字符。
game-budget = 每季度预算，{ $currency }
game-seed = 随机种子
game-seed-other = 换一个
game-begin = 开始
game-files = 用文件参加
game-files-lead = 各队可以在自己的设备上制定计划：用同样的研究和预算开始一局游戏，为几个季度制定计划，再保存计划。主持人在这里或轮到该队时读入计划。以主持人的种子为准。保存的游戏也从这里继续。
game-load = 读入计划或保存的游戏
game-load-plans = 读入各队的计划
game-loaded = 计划已读入。
game-levers = 钱能做什么
game-lever = { $kind ->
    [asking] 征求投诉（{ $name }）
    [positions] 客服席位
    [compensation] 补偿
    [response] 支出：{ $name }
   *[programme] 项目：{ $name }
}
game-lever-price = 每季度最多 { $most }；钱越少，数值变化越小。
game-lever-step = 每个席位每季度 { $step }，最多 { $most }。
game-lever-by-case = 按个案支付。价格是在没有其他措施时的估计：投诉越多，花费越多。
game-save = 保存游戏
game-end = 结束本局
game-end-sure = 未保存的内容会丢失。
game-end-yes = 结束
game-end-no = 继续
game-pass = { $name }：第 { $quarter } 季度，共 { $quarters } 季度
game-pass-lead = 请把设备交给该队，其他队请回避。
game-turn = 我们是 { $name }
game-so-far = 到目前为止的结果
game-ready = 第 { $quarter } 季度的计划已齐
game-reveal = 揭晓第 { $quarter } 季度
game-searching = 正在计算并寻找最佳计划……
game-plan = { $name } 制定第 { $quarter } 季度的计划，共 { $quarters } 季度
game-left = 预算 { $budget }，剩余 { $left }
game-spent = 已用预算
game-steps = { $number } 个席位
game-what = 它的作用
game-done = 完成
game-onward = 接着计划第 { $quarter } 季度
game-save-plan = 把 { $quarters } 个季度的计划存为文件
game-save-plan-note = 剩下的钱留在企业，不转入下一季度。
game-after = 第 { $quarter } 季度之后，共 { $quarters } 季度
game-over = 游戏结束
game-leads = { $name } 领先：与没有计划的企业相比 { $gain } { $currency }。
game-next = 进入第 { $quarter } 季度
game-nothing = 没有计划
game-customers-title = 活跃客户
game-kept-title = 与没有计划的企业相比，多留住的客户
game-npv-title = 累计净现值，与没有计划的企业相比，{ $currency }
game-quarter = 季度
game-team-column = 队伍
game-lever-column = 杠杆
game-table = 第 { $quarter } 季度，金额单位 { $currency }
game-column-spent = 支出
game-column-customers = 期末客户
game-column-failures = 失误
game-column-complaints = 投诉
game-column-unresolved = 未解决
game-column-desk = 客服负荷
game-column-lost = 因失误流失
game-column-cash = 现金
game-column-npv = 净现值
game-column-gain = 相对没有计划的增量
game-column-expected = 期望增量
game-column-luck = 运气
game-column-regret = 后悔值
game-lost-title = 流失的客户，按原因
game-lost-table = 第 { $quarter } 季度流失的客户，按原因
game-cause = { $cause ->
    [natural] 模型中没有原因
    [silent] 沉默的失误
    [unresolved] 未解决
    [resolved] 较晚解决
    [quick] 很快解决
   *[word_of_mouth] 口碑
}
game-wins = { $name } 获胜：与没有计划的企业相比 { $gain } { $currency }。它的后悔值为 { $regret } { $currency }。
game-ties = { $names } 并列：与没有计划的企业相比 { $gain } { $currency }。后悔值为 { $regret } { $currency }。
game-ranking = 排名，{ $currency }
game-ranking-note = 期望增量：决策在各种偶然情况下的平均价值。运气：实际净现值减去期望净现值。后悔值：最佳计划的期望值高出多少。
game-terminal = 净现值包含期末客户以后的价值。
game-chance = 偶然的作用
game-chance-range = 偶然使各队的结果增加 { $low } 到 { $high } { $currency }。
game-chance-alike = 偶然使每队的结果增加 { $amount } { $currency }。
game-chance-same = 只看决策，排名相同。
game-chance-other = 只看决策，排名应为：{ $order }。
game-best-plan = 找到的最佳计划
game-best-title = 找到的最佳计划
game-best-team = 找到的最佳计划是 { $name } 的计划
game-best-table = 各季度金额，{ $currency }
game-best-note = 搜索逐个改变金额，只要期望净现值上升。它不能证明没有更好的计划。
game-plan-of = { $name } 的计划

game-file-not-json = 文件无法读取：它不是 JSON。
game-file-other = 该文件不是本游戏的计划。
game-file-version = 文件版本为 { $version }，本页面不认识。
game-file-differs = 该文件属于另一局游戏：{ $part ->
    [study] 研究不同
    [scenario] 情景不同
    [levers] 杠杆不同
   *[budget] 预算不同
}。双方必须使用同样的页面、输入和预算。
game-file-broken = 文件在`{ $part }`处损坏。
game-file-name = 文件中第 { $number } 队的名称不是一行 1 到 { $most } 个字符。
game-file-plan = `{ $name }`的计划没有为每个杠杆给出不小于 0 的金额。
game-file-large = 文件`{ $name }`太大，不是计划。
game-file-many = 最多 { $most } 队。
game-file-alone = 保存的游戏须单独读入，并在游戏开始之前。
game-file-late = `{ $name }`不能加入或更改已有计划：已经揭晓 { $quarter } 个季度。
