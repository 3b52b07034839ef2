# 一次运行多项研究。

batch-studies = { $number } 项研究
batch-done = 已完成 { $done }。
batch-done-but = 已完成 { $done }，{ $bad }失败（见 batch.toml）。
batch-where = 位于 { $folder }：index.html 给出排名，tables/runs 含每项研究的每个策略。
batch-where-why = 位于 { $folder }：batch.toml 说明失败原因。
batch-part = 第{ $shard }部分：已完成 { $done }，位于 { $folder }
batch-part-but = 第{ $shard }部分：已完成 { $done }，{ $bad }失败，位于 { $folder }
batch-part-draws = 第{ $shard }部分（{ $done }的抽样），位于 { $folder }
batch-begins = 共 { $all }，待运行 { $ahead } 项
batch-goes-on = 共 { $all }，已完成 { $there } 项，待运行 { $ahead } 项
batch-checking = 检查中
batch-running = 运行中
batch-joining = 合并中
batch-scripts = { $studies }共 { $tasks } 个任务：用 `sh { $script }` 提交
batch-submitted = 已提交：{ $jobs }；日志位于 { $folder }
batch-not-run = 未运行 { $studies }：`--fail-fast` 提前结束了批处理；不用该选项时，其余研究会继续运行。
batch-left = 来自以前的批处理，未列入表中：{ $names }。
batch-left-out = 未采用，因为同一批处理还以另一种方式拆分过：{ $folders }
batch-pace = { $stage }：已完成 { $done } / { $of }，每分钟 { $rate }，{ $left ->
    [0] 剩余不到一分钟
   *[other] 剩余 { $left } 分钟
}
batch-pace-share = { $stage }：{ $share }，{ $left ->
    [0] 剩余不到一分钟
   *[other] 剩余 { $left } 分钟
}
batch-pace-rate = { $stage }：已完成 { $done }，每分钟 { $rate }
batch-study = 研究 `{ $name }`：
batch-study-and-more = 研究 `{ $name }` 以及另外 { $more } 项：

# 全部研究的页面。
batch-lead = 已完成 { $done }。{ $rows } 行中有 { $pays } 行存在优于基准的策略。
batch-lead-first = 增益最大的是 { $run }：策略“{ $strategy }”增加 { $gain }。
batch-lead-currencies = 金额以 { $currencies } 计：研究在各自货币内排名。
batch-bad = { $bad }失败
batch-head-gain = 净现值增益
batch-title-rank = 按净现值增益排名
batch-title-study = 运行名称
batch-title-scenario = 研究中的情景
batch-title-best = 平均净现值最高的策略
batch-title-gain = 与基准策略的平均净现值之差
batch-title-interval = 差额的 5% 与 95% 分位数
batch-title-roi = 相对基准策略的投资回报率
batch-title-payback = 收回投入所需的期数
batch-title-p-best = 没有其他策略更优的概率
batch-title-kept = 整个期限内，相对基准策略
batch-as-is = 保持基准策略
batch-words = 只显示含有
batch-words-hint = 词语
batch-any = 任意
batch-shown = %1 / %2
batch-foot-rows = 每项研究的每个情景一行：平均净现值最高的策略，与该研究的基准策略相比。
batch-foot-tables = 全部策略，未四舍五入：
batch-foot-record = 运行记录：
