# 命令和选项的帮助。

help-command = { $command ->
    [recoup] 估计服务补救给企业带来多少回报，以及这一估计有多可靠。
    [run] 模拟一个研究并比较其策略
    [report] 不重新运行，用原来的或另一种语言重新生成结果文件夹的报告
    [story] 用公共随机数跟踪一位客户在每项策略下的经历
    [synth] 写出一家按某项策略经营的企业会有的文件：真值已知的客户、购买、失误和投诉
    [sensitivity] 显示哪些输入重要：龙卷风图，以及每个不确定输入造成的方差比例
    [decide] 显示应选哪项策略，以及更多信息的价值
    [sweep] 改变一两个杠杆，显示投入多少才划算
    [breakeven] 求两项策略持平时某个键的值
    [optimize] 求预算在几个杠杆之间的最佳分配
    [why] 说明两项策略的差额来自哪里，以及什么会使其反转
    [lab] 写出一个自带引擎的网页，可离线使用：滑块、图表、策略对照
    [fmea] 列出失误类型：多常发生、多常不被获知，以及风险优先数旁的风险金额
    [variants] 显示点值下的每个模型变体：最佳策略在其他模型中是否成立？
    [diff] 比较两次运行：哪些输入变了，答案随之如何变化
    [paradox] 分析服务补救悖论：它的三种主张各在何处成立，以及故意造成失误的代价
    [class] 讲授服务补救悖论：讲义、答案和测验，每位学生有自己的数值，并为回答评分
    [fit] 拟合企业自己的数据：客户、购买、失误和投诉
    [kano] 按 Kano 模型判定各项属于哪类需求，并为研究写出 need
    [servqual] 比较客户的期望与感知（SERVQUAL），并为研究写出失误
    [batch] 运行许多研究：可续运行、可分片、可在集群上运行
    [merge] 合并分片运行的批处理
    [check] 检查研究，一次报告所有问题
    [new] 写出一个带注释的起始研究
    [explain] 说明一个键，或按词查找键：含义、单位、默认值、范围、来源、证据状态
    [cases] 显示内置案例：企业与做法，及其结果
    [presets] 显示内置预设和政策及其来源
    [schema] 打印情景文件的 JSON Schema，供编辑器使用
    [verify] 用闭式解、已发表结果和引擎互相检验
    [completions] 打印您的 shell 的补全脚本
   *[other] { $text }
}
help-option = { $own ->
    [decide-variants] 显示点值下的每个模型变体：选择在其他模型中是否成立？
    [lab-study] 情景文件，或内置研究的名称 [默认：city-hotel；用 --class 时：paradox-class]
    [lab-class] 同时显示课堂模式：预测、揭晓、解释
    [lab-out] 要写出的页面
    [lab-force] 页面已存在时替换它
    [batch-paths] 研究、研究的文件夹、通配符，或运行表（CSV 或 TOML：study、name、seed、draws、replicates、set）
    [batch-out] 结果的文件夹 [默认：output/路径名；多个路径则为 output/batch]
    [batch-force] 运行所有研究，包括结果已完整的
    [batch-fail-fast] 遇到第一个失败的研究即停止
    [batch-shard] 运行 N 份中的一份，写入 output/NAME.parts；`recoup merge` 合并
    [batch-split] 按研究或按抽样分片 [默认：研究少于片数时按抽样]
    [batch-slurm] 写出 Slurm 作业数组的脚本，不运行批处理
    [batch-submit] 写出脚本并用 `sbatch` 提交
    [batch-shards] 作业数组的任务数 [默认：每个研究一个，至多16]
    [batch-sbatch] `sbatch` 的选项，如 --sbatch=--partition=long（可重复）
    [batch-threads] 线程数 [默认：每个核心一个；每个 Slurm 任务2个]；结果与之无关
    [batch-json] 打印一个 JSON 对象而不是文本
    [batch-quiet] 只打印错误
    [breakeven-key] 求其盈亏平衡值的键
    [breakeven-range] 搜索范围 [默认：键的定义域，或其值的三十倍以内]
    [cases-name] 打印这个案例：故事、报道的事实、启示
    [cases-json] 以 JSON 打印案例
    [check-studies] 情景文件，或内置研究的名称
    [check-quiet] 只打印问题
    [class-students] 班级的学生数：把讲义、答案和测验写入 --out；与 --grade 一起使用时为接受的最大编号
    [class-student] 显示一位学生的数值和正确答案
    [class-grade] 为一个文件夹中的回答文件评分：名称以 .json 结尾者
    [decide-groups] 一起了解这些输入的价值：键或键的表，以逗号分隔（可重复）
    [decide-surveys] 就一个不确定的比例调查 N 位客户的价值，如 severity.minor.complain=400（可重复）
    [decide-survey-cost] 每次调查的成本
    [diff-old] 较早的运行：结果文件夹，或研究（文件或内置名称），后者会被模拟
    [diff-new] 较晚的运行
    [diff-seed] 所模拟研究的种子
    [diff-draws] 所模拟研究的参数抽样次数；1＝点值
    [explain-key] 键（如 voice.solicit）、键的表，或英语、汉语、西班牙语的词，如 churn、代金券 [默认：列出所有键]
    [fit-customers] 客户：customer、segment、since、left（CSV、XLSX 或 Parquet）
    [fit-purchases] 购买：customer、date、margin 或 amount
    [fit-failures] 运营部门所知的失误：customer、date、kind、severity、noticed
    [fit-complaints] 投诉：case、customer、opened、first_answer、closed、resolved、contacts、minutes、compensation、channel、kind
    [fit-map] 关于文件的说明：列、格式、严重程度、损失（TOML）
    [fit-base] 数据没有说明之处以什么为准：preset:NAME 或一个研究
    [fit-set] 给出数据没有的数值，如 segment.all.retention_cost=12（可重复）
    [fit-out] 要写的研究
    [fit-title] 研究的标题 [默认：文件名]
    [fit-report] 网页、工作簿、表和图表的文件夹 [默认：无]
    [fit-on-problem] 如何处理有问题的行 [默认：按映射文件，否则 drop]
    [fit-force] 取代已有的研究，以及报告文件夹中其他命令的结果
    [fmea-strategy] 失误发生时所采用的策略 [默认：基准策略，即现状]
    [merge-parts] 各部分的文件夹，或含有它们的文件夹，如 output/NAME.parts
    [merge-out] 合并结果的文件夹 [默认：NAME.parts 旁边的 NAME]
    [merge-force] 合并所有研究，包括结果已完整的
    [merge-json] 打印一个 JSON 对象而不是文本
    [merge-quiet] 只打印错误
    [new-file] 要写的文件；已有的文件不会被覆盖
    [new-from] 要继承的预设（见 `recoup presets`），`case:NAME` 复制案例（见 `recoup cases`），或 `recipe:NAME` 复制食谱
    [new-full] 写出每个键，注释掉，附含义、单位、范围、默认值和来源
    [optimize-budget] 所有杠杆合计的年度预算
    [optimize-lever] 一个杠杆及其范围（可重复）
    [optimize-strategy] 改变其杠杆的策略 [默认：具有全部杠杆的最好一项]
    [optimize-risk] 比较各种分配的指标
    [presets-name] 打印这个预设或政策 `strategy:NAME`，附来源
    [report-dir] 已完成运行的文件夹
    [report-out] 重新生成的结果的文件夹；原运行的 DIR 不变 [默认：原运行的文件夹]
    [report-force] 取代 `--out` 文件夹中其他命令或研究的结果，以及被更改的结果文件
    [report-quiet] 只打印错误
    [run-until-settled] 抽样直到最佳策略确定。LIMIT 小于1：另一策略平均更好的概率；LIMIT 从1起：停止的期望损失，以货币计 [默认：0.01]
    [run-out] 结果的文件夹 [默认：output/研究名]
    [run-details] 打印全部论证：流失、细分、客服、其他情景、误差，以及表格的所有列
    [run-json] 以 JSON 打印结果
    [sensitivity-method] 方法
    [sensitivity-rows] Sobol 设计的行数；每行需两次计算，另加每个输入一次
    [story-customer] 跟踪这位客户（从0起编号，逐个细分市场）
    [story-most-different] 跟踪各策略之间结果差异最大的 N 位客户
    [sweep-over] 一个杠杆及其水平；两个杠杆给出最佳策略的地图
    [sweep-strategy] 改变其杠杆的策略 [默认：基准策略以外全部]
    [synth-out] 文件的文件夹
    [synth-strategy] 企业采用的策略 [默认：基准策略]
    [synth-customers] 期初的客户数，潜在客户按比例 [默认：研究的客户数]
    [synth-years] 文件覆盖的年数 [默认：研究的期限]
    [synth-start] 文件的第一天
    [synth-draw] 使用这次参数抽样的值，从0起编号 [默认：点值]
    [synth-no-notice] 不写谁离开了
    [synth-format] 文件的格式
    [kano-out] 叠加文件；已有的文件只有用 --force 才会被取代
    [kano-force] 取代叠加文件，以及该文件夹中其他命令或文件的结果
    [kano-failure] 某项的缺少是哪种失误：其在叠加文件中的名称，叠加文件只含这些项（可重复）[默认：所有项，用其自己的名称]
    [servqual-out] 叠加文件；已有的文件只有用 --force 才会被取代
    [servqual-force] 取代叠加文件，以及该文件夹中其他命令或文件的结果
    [servqual-severity] 叠加文件中失误的严重程度
    [servqual-seed] 对受访者重抽样的种子
    [verify-json] 以 JSON 打印检验
    [why-by] 按单个键或按键的表拆分
    [completions-shell] 您的 shell
   *[other] { $shared ->
        [study] 情景文件，或内置研究的名称
        [scenario] 研究的情景 [默认：第一个]
        [out] 答案的网页、工作簿、表和图表的文件夹 [默认：无]
        [force] 取代该文件夹中其他命令或研究的结果，以及被更改的结果文件
        [answers] 含回答的文件：CSV、XLSX 或 Parquet
        [map] 说明哪一列是什么、数字如何书写的文件
        [extends] 叠加文件所继承的研究：文件、preset:NAME 或 case:NAME [默认：留一行待填]
        [report] 网页、工作簿、表和图表的文件夹 [默认：无]
        [threads] 线程数 [默认：每个核心一个]；结果与之无关
        [color] 颜色：auto、always 或 never
        [details] 同时打印细节和表格的所有列
        [json] 以 JSON 打印答案
        [quiet] 只打印错误（若要求，也打印 JSON）
        [set] 像写在文件中一样设置一个键，如 market.customers=80_000 或 strategy.ask.voice.solicit=0.5（可重复）
        [seed] 随机种子
        [engine] 运行模型的引擎
        [draws] 参数抽样次数；1＝点值
        [replicates] 每次参数抽样的模拟次数
        [memory] 按估计最多占用的内存，如 500M 或 16G [默认：机器的空闲内存]
        [lang] 答案、图表和报告的语言：en、zh 或 es [默认：研究的语言]
        [keep] 保留的表：每项策略一行（summary）、另加每个周期（periods）、再加每次模拟（histories）
        [no-charts] 不写图表、报告和工作簿
        [strategy] 策略 [默认：基准策略以外最好的一项]
        [against] 与之比较的策略 [默认：基准策略]
       *[other] { $text }
    }
}
help-word = { $word ->
    [usage] 用法
    [options] 选项
    [arguments] 参数
    [commands] 命令
    [help] 打印帮助
   *[version] 打印版本
}
help-after = 从 `recoup run` 开始：它运行内置的城市酒店，显示哪项策略划算。
    然后用 `recoup new my-study.toml` 创建自己的研究，编辑它，再运行 `recoup run my-study.toml`。
