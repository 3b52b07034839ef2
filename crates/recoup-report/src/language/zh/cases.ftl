# 案例：`recoup cases` 与各案例回报的总图。

cases-compares = 比较
head-result = 结果
cases-read-one = 用 `recoup cases NAME` 阅读一个案例，用 `recoup run case:NAME` 运行，用 `recoup new FILE --from case:NAME` 复制。
cases-the-story = 故事
cases-the-facts = 公开报道的事实
cases-the-comparison = 比较的策略
cases-the-ranking = 排名（由优到劣）{ $ties ->
    [some] ；= 连接差距太小、难分先后的策略
   *[none] {""}
}
cases-the-lesson = 启示
cases-the-doubts = 不确定之处
cases-the-inputs = 输入
cases-inputs = 注明来源的 { $total } 个输入中，{ $assumptions } 个是假设，{ $evidence } 个是已发表的证据，{ $facts } 个是案例的事实。不含预设和政策的输入。
cases-run-it = 用 `recoup run { $case }` 运行。

returns-title = { $number } 个案例中最佳策略的回报：{ $within } 个为 { $low } 至 { $high }，{ $above } 个更高，{ $below } 个更低
returns-title-none = { $title }；{ $none } 个没有可比的回报
returns-subtitle = 每个案例最佳策略相对基准策略的投资回报率及 90% 区间；阴影：已发表范围 { $low } 至 { $high }
returns-none-pays = 均不值得投入
returns-row = { $case }：{ $strategy }
returns-frame = 案例
returns-frame-scenario = 各案例的第一个情景

cases-head-policy = 政策
cases-policies-how = 策略用 `extends = "strategy:NAME"` 采用一项政策，并覆盖不同之处。
    显示一项：`recoup presets strategy:NAME`。

published-head = 已发表结果与模拟结果
published-head-figure = 已发表
published-times = { $number } 倍
published-reproduced = 再现
published-overlaps = 重叠
published-by-input = 由参数设定
published-missed = 未再现
published-tally = { $number } 个已发表结果中，{ $reproduced } 个再现，{ $overlap } 个重叠，{ $input } 个由参数设定，{ $missed } 个未再现。
published-no-drift = 原因见 `docs/published.md`。未再现不等于检查失败。
presets-titled = { $title }。{ $summary }
