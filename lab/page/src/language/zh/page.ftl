# 页面上的文字。专业用语见程序的词库。

skip = 跳到正文
language = 语言
views = 视图
view-explore = 探索
view-compare = 比较
undo = 撤销
redo = 重做
computing = 正在计算……
failure = 页面在此无法运行：{ $message }
footer = Recoup { $version }。全部计算都在本设备上进行，不发送任何数据。
footer-study = 研究 { $hash }，随机种子 { $seed }。
licences = 许可证
keep-as = 把“{ $what }”保存为 { $type }

controls = 输入
scenario = 情景
engine = 引擎
engine-name = { $engine ->
    [expected] expected：平均值，不含随机性
    [cohort] cohort：整数客户，含随机性
   *[agents] agents：逐个客户
}
about = 关于{ $what }
value-of = { $what }的数值
put-back = 恢复{ $what }
put-all-back = 全部恢复
hide = 移除此滑块
about-interval = 研究中的值：{ $value }（90% 区间 { $low } 至 { $high }）。
about-range = 已发表或合理的范围：{ $low } 至 { $high }。
about-status = 默认值的依据：{ $status }。
status = { $status ->
    [verified] 已在原始来源中核实
    [secondary] 由其他文献引用
    [recalled] 凭记忆，未核实
    [derived] 由这类数值推算
    [assumption] 假设，未发表
   *[input] 用户自己的数值
}
about-moved = 移动过的数值视为已知：其区间不再增加答案的不确定性。
search = 搜索全部输入
search-nothing = 没有匹配的输入。
search-more = 还有 { $number } 个

answer-pays = 在{ $horizon }内，“{ $name }”比“{ $reference }”多值 { $amount }{ $certain ->
    [yes] {""}
   *[no] （90% 区间 { $low } 至 { $high }）
}。
answer-roi = 额外投入的回报率为 { $roi }。
answer-stays = “{ $reference }”仍是最佳策略。其次是“{ $name }”，在{ $horizon }内少值 { $amount }{ $certain ->
    [yes] {""}
   *[no] （90% 区间 { $low } 至 { $high }）
}。
answer-best = “{ $who }”在 { $best } 的输入抽样中是最佳策略。
answer-alone = 在{ $horizon }内，“{ $name }”价值 { $amount }。没有其他策略可以比较。
draws-of = { $of } 次抽样中的 { $done } 次，引擎 { $engine }
draws-done = { $of } 次抽样中的 { $done } 次
refused = 无法用这些输入计算该研究。所示答案是上一次可以计算的答案。
changed = 已改动 { $number } 个输入
changed-number = { $what }：{ $from } → { $to }
pin = 把当前状态保留为 A
pin-again = 把现在的状态保留为 A
pin-return = 回到 A
unpin = 取消 A
pinned-title = A 与 B 比较
pinned-a = A（保留）
pinned-b = B（现在）
pinned-change = B − A
pinned-note = 与基准相比的平均净现值差额，{ $currency }。
strategy = 策略
number = 输入
customers = 客户

difference-text = { $name }：{ $amount }（{ $low } 至 { $high }）。
differences-title = 与“{ $reference }”相比的净现值差额：平均值与 90% 区间，{ $currency }
lever = 曲线的杠杆
curve-now = 现在 { $level }
curve-break-even = 盈亏平衡 { $level }
curve-over-investment = 最佳 { $level }
curve-title = “{ $name }”：净现值差额随{ $lever }的变化
curve-title-break-even = “{ $name }”在{ $lever }为 { $break } 时盈亏平衡
curve-title-over = “{ $name }”：{ $lever }超过 { $over } 后，再多投入就亏损
cumulative-title = 与基准相比的累计折现差额
cumulative-payback = 平均而言，“{ $name }”在{ $at }前收回投入
cumulative-always = 平均而言，“{ $name }”从{ $at }起一直领先
cumulative-never = 平均而言，“{ $name }”在期限内收不回投入
cumulative-label = { $period }
tree-title = “{ $name }”：{ $customers } 次失误，{ $left } 的受影响客户离开
tree-route = 企业如何得知
tree-outcome = 结果如何
tree-end = 客户去留
tree-stayed = 留下
tree-left = 离开
losses-title = 失误使“{ $reference }”失去 { $there } 名客户，使“{ $name }”失去 { $here } 名
tornado-title = { $what }影响最大：它使“{ $name }”相对于“{ $reference }”的收益变动 { $spread }
tornado-flip = 为 { $level } 时，“{ $name }”最佳
variants-title = 在 { $all } 个模型变体中，“{ $name }”有 { $holding } 个仍是最佳
variant = 模型变体
variant-best = 最佳策略
variant-difference = “{ $name }”的净现值差额

compare-caption = 各策略对照，{ $currency }，情景“{ $scenario }”
interval-90 = 90% 区间
roi = 投资回报率
p-best = P(最佳)
customers-kept = 留住的客户
npv = 净现值
compare-levers = 各策略改变了什么
compare-levers-lead = 灰色数值是各策略共有的。“{ $reference }”是基准。
compare-edit = 添加、改名、移除
compare-copy = 复制
compare-copy-as = 命名为
compare-add = 添加策略
compare-remove = 移除{ $name }
compare-name = 策略{ $name }的名称
remove = 移除
rename = 改名
compare-take = 下载
compare-take-lead = 研究是供 recoup run 使用的文本，得到的数值相同。本页的地址也含有当前状态：复制即可分享。
take-study = 研究（TOML）
take-table = 表格（CSV）
changed-added = 新增策略：{ $name }
changed-gone = 已不存在的策略：{ $name }
differs = 此研究与页面原来的研究不同。
differs-back = 恢复原来的研究
link-refused = 链接所带的研究无法读取。现在显示页面原来的研究。
losses-title-alone = 失误使“{ $reference }”失去 { $there } 名客户
