# 本领域的用词：一个概念一个词；以及各处通用的说法。

# $period：week、month、quarter 或 year。
periods = { $period ->
    [week] { $number } 周
    [quarter] { $number } 个季度
    [year] { $number } 年
   *[month] { $number } 个月
}
