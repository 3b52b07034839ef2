# `recoup class`：各份课题、答案、测验与成绩。策略与失误的名称按原样传入，比例与金额按读法传入。

class-student = 学生 { $number }
class-name = 姓名
class-story = 一家企业有 { $customers } 位客户，每年购买 { $purchases } 次。没有失误时，一年后仍有 { $base } 是客户。平均满意度为 { $satisfaction }（1 至 7）。
class-settings = 这位学生的数值，可用 `--set` 传入
class-given = 失误及其后续
class-returns = 再来的客户，按经历分
class-head = { $column ->
    [failure] 失误
    [rate] 每千次购买
    [complain] 投诉
    [resolved] 其中解决
    [quick] 其中快速
    [drop] 满意度损失（7 分制）
    [gain] 快速解决挽回的满意度
    [silent] 沉默
    [unresolved] 投诉未解决
    [resolved_after] 已解决
    [quick_after] 快速解决
    [student] 学生
    [name] 姓名
    [total] 总分
    [question] 问题
    [answer] 正确答案
    [mean] 平均分
    [full] 满分
    [part] 部分得分
    [none] 零分
    [unanswered] 未作答
    [common] 典型回答
    [file] 文件
    [code] 代码
   *[problem] 问题
}
class-question = { $question ->
    [helped_quickly] 把因 `{ $failure }` 投诉并得到快速解决的客户与没有遇到失误的客户相比：他们更满意吗？他们更常再来吗？
    [complainers] 因 `{ $failure }` 投诉的客户中，有多大比例再来？
    [everyone] 在所有遇到 `{ $failure }` 的客户中，不论是否投诉，有多大比例再来？
    [curve] 假设每件投诉都得到快速解决。请画出投诉率从 0 到 100% 时，遇到 `{ $failure }` 的全部客户中再来的比例。它在哪里达到没有失误时的 { $base }？
    [threshold] 假设每件投诉都得到快速解决。投诉率达到多少时，遇到 `{ $failure }` 的客户比没有遇到失误的客户更常再来？
    [consultant] 一位顾问说：让每千次购买多发生一次 `{ $failure }`，并像现在这样补救。这使 { $horizon } 的净现值改变多少？损失为负数。
   *[lever] 您可以把一个比率提高一个百分点。哪一个使最多遇到 `{ $failure }` 的客户再来？
}
class-topic = { $question ->
    [helped_quickly] 得到快速解决者
    [complainers] 投诉者
    [everyone] 全部遇到失误者
    [curve] 曲线
    [consultant] 顾问
   *[lever] 杠杆
}
class-option = { $option ->
    [both] 更满意，也更常再来
    [satisfaction] 更满意，但不更常再来
    [repurchase] 不更满意，但更常再来
    [neither] 既不更满意，也不更常再来
    [complaint_rate] 投诉：更多客户投诉
    [resolution] 解决：更多投诉得到解决
   *[quick_share] 速度：已解决的投诉中有更多得到快速解决
}
class-option-short = { $option ->
    [both] 两者
    [satisfaction] 仅满意度
    [repurchase] 仅再来
    [neither] 都不
    [complaint_rate] 投诉
    [resolution] 解决
   *[quick_share] 速度
}
class-unit = { $unit ->
    [share] 单位：百分比
   *[money] 单位：{ $currency }
}
class-reaches = 在 { $rate } 处达到基准
class-reaches-not = 未达到基准
class-axis-rate = 投诉率
class-axis-share = 再来的比例
class-axis-base = 没有失误：{ $base }

class-why-quick = 快速解决之后，满意度（1 至 7）为 { $before } − { $drop } + { $gain } = { $after }，没有失误时为 { $before }。再来的比例为 { $quick }，没有失误时为 { $base }。{ $table ->
    [yes] 这两个比例都是研究的输入，不是结果。
   *[no] { "" }
}
class-why-complainers = { $unresolved } 的投诉未解决（{ $after_unresolved } 再来），{ $slow } 解决得慢（{ $after_slow }），{ $fast } 得到快速解决（{ $after_fast }）。均值为 { $complainers }。
class-why-everyone = { $complain } 投诉，其中 { $complainers } 再来。{ $quiet } 沉默，其中 { $silent } 再来。合计 { $everyone } 再来。
class-why-curve = 每件投诉都得到快速解决时，该比例是一条直线：从无人投诉时的 { $silent } 到人人投诉时的 { $quick }。它在投诉率为 { $rate } 时达到 { $base }。
class-why-curve-not = 每件投诉都得到快速解决时，该比例是一条直线：从无人投诉时的 { $silent } 到人人投诉时的 { $quick }。其间没有上升到 { $base }。
class-why-consultant = 多发生 { $failures } 次失误，净现值改变 { $npv }，即每次 { $each }。受影响者中只有 { $fast } 得到快速解决。
class-why-lever = 一个百分点的投诉增加 { $complaints } 个百分点，解决增加 { $resolution }，速度增加 { $speed }。无论投诉率多高，投诉的作用都相同；解决与速度的作用与投诉率成正比。

class-one = 学生 { $number }，研究为 `{ $study }`：正确答案见表，理由在其下。
class-answers = 正确答案
class-reasons = 理由
class-reasons-of = 理由，以学生 { $number } 的数值为例
class-key = { $students } 位学生的正确答案，每位有自己的数值。
class-how = 数值由种子 { $seed } 与学生的编号得出。答案是 `recoup paradox` 在点值处、`{ $strategy }` 之下、用该学生的设置给出的结果。
class-numbers = 各位学生的数值
class-rules = 评分办法
class-rule-choice = 选择题答对得 1 分，否则 0 分。
class-rule-share = 比例与正确值相差不超过 { $full } 个百分点得 1 分，不超过 { $half } 个百分点得半分，否则 0 分。
class-rule-money = 金额与正确值相差不超过 { $full } 得 1 分，不超过 { $half } 得半分，否则 0 分。
class-rule-curve = 曲线的一半分数取决于它与正确曲线的平均距离：不超过 { $full } 个百分点得全部，不超过 { $half } 个百分点得一半。另一半取决于它达到基准的投诉率：相差不超过 { $rate_full } 个百分点得全部，不超过 { $rate_half } 个百分点得一半。
class-files = { $folder } 中有：handouts.html、key.html、key.csv、quiz.gift、quiz-qti.zip、result.json

class-marked = { $students } 位学生平均得 { $mean } 分，满分 { $most } 分。
class-hardest = 平均分最低的问题是“{ $topic }”：{ $mark }。
class-not-marked = { $files } 个文件未评分：见表。
class-by-question = 各问题的得分
class-by-student = 各位学生的得分
class-by-file = 未评分的文件
class-unanswered-remark = 未作答的问题计 0 分。典型回答：选得最多的选项，或中位数。

class-handout = 先预测，再计算。答案在课堂上讨论。
class-quiz = { $title }：测验
class-quiz-item = { $place } { $topic }，学生 { $number }
