# 一次运行多项研究。

batch-studies = { $number } 项研究
batch-done = 已完成 { $done }。
batch-done-but = 已完成 { $done }，{ $bad }出错（见 batch.toml）。
batch-where = 位于 { $folder }：index.html 给出排名，tables/runs 含全部研究的全部策略。
batch-where-why = 位于 { $folder }：batch.toml 说明出错之处。
batch-part = 第 { $shard } 部分：已完成 { $done }，位于 { $folder }
batch-part-but = 第 { $shard } 部分：已完成 { $done }，{ $bad }出错，位于 { $folder }
batch-part-draws = { $done }的抽样的第 { $shard } 部分，位于 { $folder }
batch-begins = { $all }，待运行 { $ahead }
batch-goes-on = { $all }，其中 { $there } 已有完整结果，待运行 { $ahead }
batch-checking = 检查中
batch-running = 运行中
batch-joining = 合并中
batch-scripts = { $tasks } 个任务，{ $studies }：用 `sh { $script }` 提交
batch-submitted = 已提交：{ $jobs }；日志位于 { $folder }
batch-not-run = 未运行：{ $studies }；`--fail-fast` 使批处理提前结束，不用该选项则其余继续。
batch-left = 来自以前的批处理，不在表中：{ $names }。
batch-left-out = 未使用，因为同一批处理也曾以另一方式拆分：{ $folders }
batch-pace = { $stage }：{ $of } 中的 { $done }，每分钟 { $rate }，{ $left ->
    [0] 剩余不到一分钟
   *[other] 剩余 { $left } 分钟
}
batch-pace-share = { $stage }：{ $share }，{ $left ->
    [0] 剩余不到一分钟
   *[other] 剩余 { $left } 分钟
}
batch-study = 研究 `{ $name }`：
batch-study-and-more = 研究 `{ $name }` 以及另外 { $more } 项：

# 全部研究的页面。
batch-lead = 已完成 { $done }。在 { $rows } 行中有 { $pays } 行存在优于基准的策略。
batch-lead-first = 增益最大的是 { $run }：{ $strategy } 带来 { $gain }。
batch-lead-currencies = 金额以 { $currencies } 计：研究在各自货币内排名。
batch-bad = { $bad }出错
batch-head-study = 研究
batch-head-scenario = 情景
batch-head-best = 最优策略
batch-head-gain = 净现值增益
batch-head-interval = 90 % 区间
batch-head-roi = 投资回报率
batch-head-payback = 回收期
batch-head-p-best = 最优概率
batch-head-kept = 留住的客户
batch-title-rank = 按净现值增益排名
batch-title-study = 运行的名称
batch-title-scenario = 所处的环境
batch-title-best = 平均净现值最高者
batch-title-gain = 与基准的平均净现值之差
batch-title-interval = 差额的 5 % 与 95 % 分位数
batch-title-roi = 相对基准的投资回报率
batch-title-payback = 收回投入所需的期数
batch-title-p-best = 没有其他策略更优的概率
batch-title-kept = 整个期限内，相对基准
batch-as-is = 保持基准
batch-interval = { $low } 至 { $high }
batch-words = 只显示含有
batch-words-hint = 词语
batch-any = 任意
batch-shown = %1 / %2
batch-foot-rows = 每项研究、每个情景一行：平均净现值最高的策略，与该研究的基准相比。
batch-foot-tables = 全部策略，未四舍五入：
batch-foot-record = 运行了什么：
