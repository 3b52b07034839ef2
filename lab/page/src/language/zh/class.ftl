# 课堂模式。问题、选项与理由在程序的目录中。

view-class = 课堂
class-title = 预测、揭晓、解释
class-lead = 输入老师给您的编号，您会得到自己的数值。请先回答六个问题，再看模型怎么说。不保存也不发送任何内容：请在最后下载您的回答。
class-number = 您的编号
class-begin = 开始
class-forgets = 换编号会丢掉已给出的回答。
class-predict = 预测
class-draw = 用手指或鼠标画。用键盘时，选到一个点后按方向键，或在下面输入比例。
class-drawing = 供画线的图：再来的比例，按投诉率
class-drawing-shown = 画出的曲线与正确的曲线：正确的曲线{ $right }
class-point = 投诉率为 { $rate } 时再来的比例
class-point-open = 尚未画出
class-at = { $rate } 处
class-mine = 您的曲线
class-right-curve = 正确的曲线
class-reveal-title = 揭晓与解释
class-answered = 已回答 { $all } 个问题中的 { $done } 个。
class-total = 得 { $total } 分，满分 { $all } 分
class-reveal-early = 显示正确答案之后，这些回答不能再改。
class-reveal = 显示正确答案
class-again = 换一个编号重新开始
class-download = 下载我的回答
class-download-note = 文件含有您的编号、姓名和回答。请交给老师。
class-your-answer = 您的回答
class-no-answer = 未作答
class-mark = 得分
class-first = 请先预测，再看模型怎么说。
class-digest = 班级 { $digest }
class-keep = 下载回答之前，请不要关闭或重新加载这个页面。
class-wrong-share = 请输入 0 到 100% 的比例。
class-wrong-money = 请输入 { $least } 到 { $most } 的金额。
class-wrong-student = 请用 1 到 { $most } 的编号。
class-reveal-sure = 有 { $number } 个问题未作答。仍要显示正确答案吗？
class-reveal-yes = 显示
class-reveal-no = 继续回答
class-explain = 在“悖论”中看我的数值
class-verdict = { $verdict ->
    [right] 正确
    [part] 部分正确
    [wrong] 错误
   *[none] 未作答
}
