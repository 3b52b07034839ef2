# 读者在据此行动之前应当知道的事。

## 超出已发表范围的回报
caution-roi-too-dear = 它留住 { $customers } 位客户，但成本高于他们在期限内带来的收益
caution-roi-keeps-none = 它没有留住客户
caution-roi-little = 留住的 { $customers } 位客户带来的收益仅略高于项目成本
caution-roi-replacement = 其中大部分是节省的客户补充成本，已发表的数字很少计入
caution-roi-cheap = 与所涉客户的价值相比，该项目成本很低；已发表的数字来自成本更高的项目

## 运行的提示
caution-in-scenario = { $text }（情景 `{ $scenario }`）
caution-in-scenarios = { $text }（情景{ $scenarios }）
caution-twins = `{ $first }` 与 `{ $second }` 的贡献和项目成本完全相同
caution-twins-help = 这两个相同策略之间的差异都不起作用：请更改起作用的数值，或删去其中之一
caution-close = 以现有信息无法区分 `{ $first }` 与 `{ $second }`：`{ $first }` 仅在 { $share } 的抽样中更好；与先获知参数相比，现在就选择的期望损失为 { $loss }
caution-close-help = 请先缩小最不确定的参数的范围，再在两者之间选择
caution-noise-first = `{ $name }` 排在首位只是蒙特卡洛噪声：按期望值引擎，首位是另一个策略
caution-raise-replicates = 请增大 `study.replicates`
caution-noise-sign = `{ $name }` 净现值差额的正负在蒙特卡洛噪声之内（{ $difference }，标准误 { $error }）
caution-raise-draws = 请增大 `study.draws`
caution-noisier = 共用抽样反而增大了 `{ $first }` 与 `{ $second }` 之差的噪声：方差为 { $factor } 倍
caution-individuals = 最佳概率、服务失误树状图与期望值一列来自期望值引擎，它不考虑社交网络与客户之间的差异
caution-luck = 按模拟的简单均值，完全信息似乎价值 { $seeming }；剔除客户间的随机性后为 { $worth }
caution-luck-help = 此处的最佳概率来自不含随机性的期望值引擎；请据此决定，或增加每次抽样的模拟次数
caution-paradox = 多一次失误 `{ $failure }` 反而会提高 `{ $name }` 的净现值{ $place }：这由参数推出，但现实中少见
caution-paradox-help = 请检查：高于基础忠诚度的快速补救、正面口碑，以及无成本补充的客户
caution-where = （情景 `{ $scenario }`）
caution-oracle = 客户太少或触及限值：`{ $name }` 的 `{ $column }` 在模拟中为 { $simulated }，按期望值引擎为 { $expected }（第{ $period }期）
caution-gap = `{ $name }` 减 `{ $against }`：{ $number } 次模拟的结果为 { $simulated }，相同参数下按期望值引擎为 { $expected }。可能的原因是客户太少、触及容量限制或客户之间存在差异，而期望值引擎将这些平均掉了
caution-gap-corrected = 最佳概率、期望损失、信息价值和效率前沿已按各策略的平均差距校正；龙卷风图、杠杆曲线以及 `sensitivity`、`why`、`sweep`、`breakeven` 和 `optimize` 未校正
caution-gap-uncorrected = 这些数字来自期望值引擎，未经校正：金额和水平仅供粗略参考，请用 `recoup run` 或 `recoup decide` 做选择
caution-gap-expected = 全部结果都来自期望值引擎：请用 `--engine cohort` 运行
caution-free-lever = 变动 `{ $key }` 本身没有成本
caution-free-lever-help = 以下结果只展示后果，不构成推荐：资金须通过 [[response]] 或 [costs] 才能推动杠杆
caution-forever-loyal = { $segments } 的基础忠诚度为 1：无论服务失误如何收场，这些客户都会回来，因此再购悖论对他们不适用
caution-forever-loyal-help = 再购率在对数几率尺度上变动，该尺度止于 1；请填写没有失误时的再购比例，须小于 1
caution-font = 图表字体缺少 { $characters }：图中以方框代替
caution-font-help = 该字体涵盖拉丁字母与常用汉字；若名称要出现在图表中，请换用其他名称
caution-unsettled = 抽样 { $draws } 次（上限）后，仍不能确定哪个策略最佳
caution-unsettled-help = 用 `--until-settled LIMIT` 接受更大的风险，或减少所比较的策略
caution-option-unused = `{ $option }` 在此不起作用：{ $why }
caution-option-unused-engine = 结果来自期望值引擎，它不含客户间的随机性
caution-option-unused-point = 答案按各输入的点值计算
caution-option-unused-help = 请去掉该选项；它适用于 `recoup run`
caution-time-step = 期长影响结果：`{ $first }` 与 `{ $second }` 的差额为 { $difference }，期长减半后为 { $halved }
caution-time-step-help = 请选用更短的 `horizon.period`；差额取点值，由期望值引擎计算
caution-overload = `{ $name }` 的客服中心在 { $periods ->
   *[other] { $periods } 期
}中超负荷，最早在第{ $first }期：部分个案永远得不到处理，且无人得到及时应答
caution-overload-help = 请增加 `recovery.desk.agents`，或减少每个个案的联系次数或每次联系的时长
caution-disagreement = `{ $failure }` 的闭式解与模拟不一致：{ $measure }
caution-disagreement-help = 请报告此问题：二者之一有误
