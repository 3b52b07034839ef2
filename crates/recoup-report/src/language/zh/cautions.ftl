# 读者在据此行动之前应当知道的事。

## 超出已发表范围的回报
caution-roi-too-dear = 它留住 { $customers } 位客户，但成本高于他们在期限内带来的收益
caution-roi-keeps-none = 它没有留住客户
caution-roi-little = 留住的 { $customers } 位客户带来的收益仅略高于方案成本
caution-roi-replacement = 其中大部分是省下的客户重置成本，已发表的数字很少计入
caution-roi-cheap = 与所涉客户相比，该方案花费很低；已发表的数字来自更昂贵的方案

## 运行的提示
caution-in-scenario = { $text }（情景 `{ $scenario }`）
caution-twins = `{ $first }` 与 `{ $second }` 的贡献和方案成本完全相同
caution-twins-help = 两者的差异都不起作用：请更改起作用的数字，或去掉其中之一
caution-close = 以现有知识无法区分 `{ $first }` 与 `{ $second }`：`{ $first }` 仅在 { $share } 的抽样中更好，与先获知输入相比，现在就选择的期望损失为 { $loss }
caution-close-help = 先缩小最不确定的输入的范围，再在两者之间选择
caution-noise-first = `{ $name }` 排在首位只是蒙特卡洛噪声：期望引擎给出另一个策略
caution-raise-replicates = 请提高 `study.replicates`
caution-noise-sign = `{ $name }` 净现值差额的正负在蒙特卡洛噪声之内（{ $difference }，标准误 { $error }）
caution-raise-draws = 请提高 `study.draws`
caution-noisier = `{ $first }` 与 `{ $second }` 共用抽样反而使其差额噪声更大：方差为 { $factor } 倍
caution-individuals = 最佳概率、失败树状图与理论对照列来自期望引擎，它不考虑社交网络与客户差异
caution-luck = 按模拟的简单均值，完全信息看似值 { $seeming }；剔除客户的偶然性后为 { $worth }
caution-luck-help = 此处的最佳概率来自没有偶然性的期望引擎；请据此决定，或增加重复次数
caution-paradox = 多一次失败 `{ $failure }` 反而会提高 `{ $name }` 的净现值{ $place }：符合输入，却很少符合现实
caution-paradox-help = 请检查：高于基础忠诚度的快速补救、正面口碑，以及免费重置的客户
caution-where = （情景 `{ $scenario }`）
caution-oracle = 客户太少或触及限值：`{ $name }` 的 `{ $column }` 模拟值为 { $simulated }，期望引擎为 { $expected }（第 { $period } 期）
caution-gap = `{ $name }` 减 `{ $against }`：在 { $number } 次模拟中为 { $simulated }，在相同输入下按期望引擎为 { $expected }：客户太少、触及产能限制或客户之间有差异，而期望引擎把这些抹平了
caution-gap-corrected = 最佳概率、期望损失、信息的价值和效率前沿已按各策略的平均差距校正；龙卷风图、杠杆曲线以及 `sensitivity`、`why`、`sweep`、`breakeven` 和 `optimize` 则未校正
caution-gap-uncorrected = 这里的数字来自期望引擎，未经校正：金额和水平只作粗略参考，请以 `recoup run` 或 `recoup decide` 做选择
caution-gap-expected = 整个答案都来自期望引擎：请用 `--engine cohort` 运行
caution-free-lever = 变动 `{ $key }` 本身没有成本
caution-free-lever-help = 下文只展示其后果而不作推荐：资金须通过 [[response]] 或 [costs] 才能推动杠杆
caution-forever-loyal = { $segments } 的基础忠诚度为 1：无论失败如何收场，这些客户都会回来，回购意义上的悖论对他们无从谈起
caution-forever-loyal-help = 回购率沿对数几率移动，而对数几率止于 1；请写出没有失败时回来的比例，小于 1
caution-font = 图表字体缺少 { $characters }：图中以方框代替
caution-font-help = 该字体涵盖拉丁字母与常用汉字；为图表起见请另选名称
caution-unsettled = 抽样 { $draws } 次（所试的最大次数）后，仍不能确定哪个策略最佳
caution-unsettled-help = 用 `--until-settled LIMIT` 允许更大的风险，或减少比较的策略
caution-option-unused = `{ $option }` 在此不起作用：由期望引擎作答，它没有客户的偶然性
caution-option-unused-help = 请省略；`recoup run` 接受此选项
caution-time-step = 周期长度影响结论：`{ $first }` 相对 `{ $second }` 的差额为 { $difference }，周期减半后为 { $halved }
caution-time-step-help = 请选用更短的 `horizon.period`；差额按点估计值由期望引擎计算
caution-overload = `{ $name }` 的客服台在 { $periods ->
   *[other] { $periods } 个周期
}中超负荷，最早在第 { $first } 个周期：部分案件得不到处理，也没有人得到及时答复
caution-overload-help = 请增加 `recovery.desk.agents`，或减少每案联系次数与每次处理时间
caution-disagreement = `{ $failure }` 的闭式解与模拟不一致：{ $measure }
caution-disagreement-help = 请报告此问题：二者之一有误
