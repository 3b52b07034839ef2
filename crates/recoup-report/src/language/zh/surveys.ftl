# 调查：Kano 与 SERVQUAL。

chart-footer-survey = { $number } 位受访者 · recoup { $version }
chart-survey-more = { $text }（另有 { $number } 项见数据表）

## kano
kano-category = { $category ->
    [must-be] 必备
    [one-dimensional] 期望
    [attractive] 兴奋
    [indifferent] 无差异
    [reverse] 反向
   *[questionable] 可疑
}
kano-need = { $need ->
    [must-be] 必备
    [performance] 期望
   *[attractive] 兴奋
}
kano-answer = { $respondents } 位受访者回答了 { $items } 项。缺少{ $missed }最令人不满（worse { $worse }）；具备{ $liked }最令人满意（better { $better }）。
kano-unclear = 有 { $number } 项的第一类别与第二类别无法区分：{ $items }。
kano-how = 类别按 5 × 5 的表判定，90 % 区间对所有类别同时成立（Goodman）。better 是兴奋与期望回答的比例，worse 是期望与必备回答的比例，均以反向和可疑以外的回答为基数（Berger 等 1993）。
kano-items = 各项的类别
kano-coefficients = better 与 worse
kano-head = { $column ->
    [item] 项目
    [category] 类别
    [share] 比例
    [strength] 类别强度
    [total] 总强度
    [need] 失误所涉需求
    [better] better
    [worse] worse
    [weight] 权重
   *[answers] 回答数
}
chart-kano-title = { $same ->
    [yes] { $missed }缺少时最令人不满，具备时也最令人满意
   *[no] { $missed }缺少时最令人不满；{ $liked }具备时最令人满意
}
chart-kano-subtitle = 各项的系数及90 % 区间；颜色表示出现最多的类别
chart-kano-axis = { $axis ->
    [better] better：具备时的满意程度
   *[worse] worse：缺少时的不满程度
}

## servqual
servqual-quadrant = { $quadrant ->
    [concentrate] 集中改进
    [keep-up] 继续保持
    [low-priority] 优先级低
   *[overkill] 可能过度
}
servqual-answer = { $respondents } 位受访者：所有维度的加权差距为 { $score }（{ $low } 至 { $high }）。
servqual-worst = { $short ->
    [yes] `{ $name }` 与客户期望的差距最大：{ $gap }。
   *[no] 每个维度都达到客户期望。
}
servqual-below = { $number ->
    [0] 没有维度低于客户可接受的最低水平。
   *[other] 低于客户可接受的最低水平：{ $names }。
}
servqual-how = 差距为感知减去期望。90 % 区间由对受访者的重抽样得出。Cronbach α 是差距的 α。
servqual-dimensions = 维度
servqual-items = 项目
servqual-head = { $column ->
    [dimension] 维度
    [item] 项目
    [expectation] 期望
    [perception] 感知
    [minimum] 最低水平
    [gap] 差距
    [below] 低于最低水平
    [below-expectation] 低于期望
    [alpha] α
    [weight] 权重
   *[quadrant] 重要性与表现
}
chart-importance-title = { $number ->
    [0] 没有既重要又表现差的项目
   *[other] { $of } 项中有 { $number } 项既重要又表现差，其中以{ $name }为最
}
chart-importance-subtitle = 各项的平均期望（重要性）与平均感知（表现）；以两者的平均值划分四区
chart-importance-axis = { $axis ->
    [importance] 重要性：平均期望
   *[performance] 表现：平均感知
}
chart-gaps-title = { $short ->
    [yes] { $name }与期望差距最大，为 { $gap }{ $zone ->
        [yes] ；{ $below ->
            [0] 没有维度低于客户可接受的水平
           *[other] { $of } 个维度中有 { $below } 个低于客户可接受的水平
        }
       *[no] {""}
    }
   *[no] 每个维度都达到期望
}
chart-gaps-subtitle = { $zone ->
    [yes] 各维度的平均感知及90 % 区间，与从最低水平到期望的容忍区间比较
   *[no] 各维度的平均感知及90 % 区间，与期望比较
}
chart-gaps-axis = 平均回答
chart-gaps-sign = { $sign ->
    [perceived] 感知
    [expected] 期望
   *[zone] 容忍区间
}

## 叠加文件
survey-overlay = 叠加文件已写入 { $file }
survey-no-overlay = 没有写叠加文件：{ $why ->
    [needs] 没有能判定需求的项目
   *[minimum] 回答中没有最低水平
}
