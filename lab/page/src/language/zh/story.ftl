# 单个客户的视图。其余文字与程序相同。

view-story = 故事
lab-story-lead = 同一位客户，在每个策略下运气相同。不同的只是企业的做法。
lab-story-copy = 该研究有 { $all } 名客户。此处模拟的是一个较小的副本，共 { $customers } 名客户：人均潜在客户数相同，客服中心的负荷也相同。客户编号为副本中的编号。
lab-story-looking = 正在从每个策略下的 { $customers } 名客户中寻找经历差异最大的客户……
lab-story-stop = 停止
lab-story-search = 寻找经历差异最大的客户
lab-story-next = 下一位客户
lab-story-random = 任选一位客户
lab-story-number = 客户编号（0 至 { $last }）
lab-story-show = 显示
lab-story-place = 各策略间经历差异最大的 { $number } 位客户中的第 { $place } 位。
lab-story-elsewhere = 不在各策略间经历差异最大的 { $number } 位客户之列。
lab-story-nobody = 在这次模拟中，没有客户的经历因策略而异。请按编号任选一位客户。
lab-story-lanes = { $customer } 号客户在各策略下的经历
lab-story-purchase = 购买
lab-story-told = 告知人数
lab-story-returned = 回来
lab-story-steps = 逐期查看
lab-story-period = 时期
lab-story-before = 上一期
lab-story-after = 下一期
lab-story-play = 播放
lab-story-pause = 暂停
lab-story-absent = 此时不是客户。
lab-story-bought = { $number ->
    [0] 没有购买。
   *[other] 购买 { $number } 次。
}
lab-story-worths = 该客户的价值
lab-story-worth = 价值（{ $currency }）
lab-story-end = 结局
lab-story-purchases = 购买次数
lab-story-failures = 失误次数
lab-story-people = 告知人数
lab-story-events = 全部事件
lab-story-event = 发生了什么
lab-story-uneventful = 只有购买，没有其他事件。
