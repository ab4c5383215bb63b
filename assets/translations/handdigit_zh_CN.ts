<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>the window is not translated into {0}: choose {1}.</source>
        <translation>窗口没有 {0} 的翻译：请选择 {1}。</translation>
    </message>
    <message>
        <source>Compare two different classes.</source>
        <translation>请比较两个不同的类别。</translation>
    </message>
    <message>
        <source>There is no class {0}; there are 0 to {1}.</source>
        <translation>没有类别 {0}；有 0 至 {1}。</translation>
    </message>
    <message>
        <source>Grad-CAM needs feature maps: this network has no convolution.</source>
        <translation>Grad-CAM 需要特征图：这个网络没有卷积。</translation>
    </message>
    <message>
        <source>The network has no layer {0}.</source>
        <translation>网络没有层 {0}。</translation>
    </message>
    <message>
        <source>{0} has no channel {1}.</source>
        <translation>{0} 没有通道 {1}。</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>name the right file</source>
        <translation>请指定正确的文件</translation>
    </message>
    <message>
        <source>inks</source>
        <translation>笔迹</translation>
    </message>
    <message>
        <source>split it</source>
        <translation>请把它拆分</translation>
    </message>
    <message>
        <source>idx files</source>
        <translation>idx 文件</translation>
    </message>
    <message>
        <source>tables of pictures</source>
        <translation>图片表</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>save it smaller</source>
        <translation>请把它存得小一些</translation>
    </message>
    <message>
        <source>gates and pen models</source>
        <translation>拒识模型和书写模型</translation>
    </message>
    <message>
        <source>models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>start the training anew</source>
        <translation>请重新开始训练</translation>
    </message>
    <message>
        <source>headers of tensors</source>
        <translation>张量的文件头</translation>
    </message>
    <message>
        <source>headers of checkpoints</source>
        <translation>检查点的文件头</translation>
    </message>
    <message>
        <source>The map of {0} is made of your samples: label {1} at least.</source>
        <translation>{0} 的地图由您的样本组成：请至少标注 {1} 个。</translation>
    </message>
    <message>
        <source>The map is still being drawn.</source>
        <translation>地图还在绘制。</translation>
    </message>
    <message>
        <source>There is no ink yet: draw a digit first.</source>
        <translation>还没有墨迹：请先写一个数字。</translation>
    </message>
    <message>
        <source>{0} reads {1}, and these are {2}: choose another model or other data.</source>
        <translation>{0} 读的是 {1}，而这些是 {2}：请选择另一个模型或其他数据。</translation>
    </message>
    <message>
        <source>This drawing is no longer there: measure again.</source>
        <translation>这幅手写图已经不在了：请重新测量。</translation>
    </message>
    <message>
        <source>{0}: there is no such model file: choose another.</source>
        <translation>{0}：没有这个模型文件：请另选一个。</translation>
    </message>
    <message>
        <source>The engine stopped twice while it worked on this, so it is not asked again.</source>
        <translation>引擎在处理它时停止了两次，因此不再询问引擎。</translation>
    </message>
    <message>
        <source>The lesson broke off and the model is as it was</source>
        <translation>学习中断了，模型保持原样</translation>
    </message>
    <message>
        <source>Training stopped because of a fault in handdigit; the log has the details.</source>
        <translation>由于 handdigit 的错误，训练停止了；详情见日志。</translation>
    </message>
    <message>
        <source>Training broke off, and the newest checkpoint is kept</source>
        <translation>训练中断了，最新的检查点已保留</translation>
    </message>
    <message>
        <source>The training process ended unexpectedly; all but its last seconds is kept: resume to go on.</source>
        <translation>训练进程意外结束；除最后几秒外，学到的内容已保留：可选择继续。</translation>
    </message>
    <message>
        <source>The training process ended before the first step: try again, or use less data.</source>
        <translation>训练进程在第一步之前就结束了：请再试一次，或使用较少的数据。</translation>
    </message>
    <message>
        <source>{0} cannot be used: trying it failed, and the log has the details.</source>
        <translation>{0} 不能使用：试用失败，详情见日志。</translation>
    </message>
    <message>
        <source>{0} cannot be used: it takes too long to read ten pictures.</source>
        <translation>{0} 不能使用：读十幅图像用时太长。</translation>
    </message>
    <message>
        <source>No model is loaded: choose one.</source>
        <translation>没有载入模型：请选择一个。</translation>
    </message>
    <message>
        <source>This could not be computed because of a fault in handdigit; the log has the details.</source>
        <translation>由于 handdigit 的错误，无法计算；详情见日志。</translation>
    </message>
    <message>
        <source>This could not be computed: {0}.</source>
        <translation>无法计算：{0}。</translation>
    </message>
    <message>
        <source>{0}: {1}.</source>
        <translation>{0}：{1}。</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>a step down the slope of each batch.</source>
        <translation>沿每个批次的斜坡向下走一步。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>steps gather speed where slopes agree (Polyak 1964).</source>
        <translation>斜率方向一致时步子越来越快（Polyak 1964）。</translation>
    </message>
    <message>
        <source>momentum that looks ahead before it steps (1983).</source>
        <translation>迈步之前先往前看的动量（1983）。</translation>
    </message>
    <message>
        <source>each weight&apos;s step is divided by its recent slopes (Hinton 2012).</source>
        <translation>每个权重的步长除以它近来的斜率（Hinton 2012）。</translation>
    </message>
    <message>
        <source>weights that have moved much move less (Duchi 2011).</source>
        <translation>已经移动很多的权重移动得更少（Duchi 2011）。</translation>
    </message>
    <message>
        <source>like RMSProp, with steps in the weights&apos; own units (Zeiler 2012).</source>
        <translation>类似 RMSProp，步长以权重自身的单位计（Zeiler 2012）。</translation>
    </message>
    <message>
        <source>momentum and RMSProp together (Kingma and Ba 2015).</source>
        <translation>动量与 RMSProp 结合（Kingma 与 Ba 2015）。</translation>
    </message>
    <message>
        <source>Adam with weight decay kept apart (Loshchilov and Hutter 2019).</source>
        <translation>权重衰减单独进行的 Adam（Loshchilov 与 Hutter 2019）。</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Pixels either way; pictures only, strokes are centred.</source>
        <translation>正反方向的像素数；只用于图片，笔画会居中。</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Degrees either way.</source>
        <translation>正反方向的度数。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Size of pictures; width against height of strokes, too.</source>
        <translation>图片的大小；对笔画还有宽与高之比。</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>错切</translation>
    </message>
    <message>
        <source>Slant of the writing, either way.</source>
        <translation>字迹向左右倾斜的程度。</translation>
    </message>
    <message>
        <source>Elastic</source>
        <translation>弹性变形</translation>
    </message>
    <message>
        <source>Bends the digit smoothly, by so many pixels (Simard 2003).</source>
        <translation>使数字平滑地弯曲这么多像素（Simard 2003）。</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>粗细</translation>
    </message>
    <message>
        <source>Relative change of the stroke&apos;s width, either way.</source>
        <translation>笔画粗细的相对变化，可增可减。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Gaussian noise on every grey level, 0 to 1.</source>
        <translation>每个灰度值上的高斯噪声，0 至 1。</translation>
    </message>
    <message>
        <source>Left plain</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Share of pictures without any variation (bitmaps only).</source>
        <translation>不作任何变形的图片所占的比例（仅位图）。</translation>
    </message>
    <message>
        <source>Rare styles</source>
        <translation>少见的写法</translation>
    </message>
    <message>
        <source>Share of inks with slashed zeros or hooks (strokes only).</source>
        <translation>带斜线的零或带钩的笔迹所占的比例（仅笔画）。</translation>
    </message>
    <message>
        <source>Tremble</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>How far the pen shakes, in sides of the box (strokes).</source>
        <translation>笔抖动的幅度，以方框的边长计（笔画）。</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>The rate stays as it is.</source>
        <translation>学习率保持不变。</translation>
    </message>
    <message>
        <source>Steps down</source>
        <translation>阶梯下降</translation>
    </message>
    <message>
        <source>The rate falls by a factor every few epochs.</source>
        <translation>每隔几轮，学习率按倍数下降。</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>The rate falls by a factor after every epoch.</source>
        <translation>每一轮之后，学习率按倍数下降。</translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation>多项式</translation>
    </message>
    <message>
        <source>The rate falls to 0 as a power of what is left of the run.</source>
        <translation>学习率按剩余训练的幂降到 0。</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>The rate falls to 0 along half a cosine.</source>
        <translation>学习率沿半个余弦降到 0。</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>单周期</translation>
    </message>
    <message>
        <source>The rate rises to its peak, then falls to almost 0 (Smith and Topin 2017).</source>
        <translation>学习率先升到峰值，再降到几乎为 0（Smith 与 Topin 2017）。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far the weights move at each step, at its highest.</source>
        <translation>每一步权重移动多远，取最高时的值。</translation>
    </message>
    <message>
        <source>Share of the last step that the next one keeps.</source>
        <translation>下一步保留上一步的比例。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>How often all the data is seen.</source>
        <translation>全部数据看几遍。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>So many digits are averaged for one step of the weights.</source>
        <translation>权重每走一步，对这么多个数字取平均。</translation>
    </message>
    <message>
        <source>Falls every</source>
        <translation>下降间隔</translation>
    </message>
    <message>
        <source>So many epochs lie between two falls of the rate.</source>
        <translation>学习率两次下降之间相隔这么多轮。</translation>
    </message>
    <message>
        <source> epochs</source>
        <translation> 轮</translation>
    </message>
    <message>
        <source>Falls to</source>
        <translation>降至</translation>
    </message>
    <message>
        <source>What the rate is multiplied by when it falls.</source>
        <translation>学习率下降时乘以的数。</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>幂次</translation>
    </message>
    <message>
        <source>1 falls along a line; more falls faster at first.</source>
        <translation>1 沿直线下降；更大的值开始时降得更快。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Pulls weights towards 0, so that none grows without need.</source>
        <translation>把权重拉向 0，使权重不会无故增大。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>随机失活（dropout）</translation>
    </message>
    <message>
        <source>Rate of every dropout layer that the network has.</source>
        <translation>网络中每个 dropout 层的比率。</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>按网络所写</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Share of certainty given to the other digits: less pride.</source>
        <translation>把一部分把握分给其他数字：不那么自负。</translation>
    </message>
    <message>
        <source>Averaging</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Keeps a moving average of the weights; 0.999 is slow.</source>
        <translation>保留权重的移动平均；0.999 为慢。</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>Share never learned but measured after every epoch.</source>
        <translation>从不学习、只在每一轮之后测量的比例。</translation>
    </message>
    <message>
        <source>Stop early after</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>Epochs without a better validation loss; keeps the best.</source>
        <translation>验证损失没有改善的轮数；保留最好的。</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Generated digits</source>
        <translation>生成的数字</translation>
    </message>
    <message>
        <source>Written afresh for every epoch by the pen model.</source>
        <translation>由书写模型为每一轮重新写出。</translation>
    </message>
    <message>
        <source>Variations of an ink</source>
        <translation>笔迹的变形</translation>
    </message>
    <message>
        <source>So many fresh ones of each of your inks in every epoch.</source>
        <translation>每一轮中，您的每个笔迹有这么多个新的变形。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed, data and device give the same weights.</source>
        <translation>种子、数据和设备相同，得到的权重就相同。</translation>
    </message>
    <message>
        <source>network must be a name or layers, as in network = &quot;default&quot;.</source>
        <translation>network 必须是名称或各层，如 network = &quot;default&quot;。</translation>
    </message>
    <message>
        <source>network must be at most {0:,} characters.</source>
        <translation>network 最多可有 {0:,} 个字符。</translation>
    </message>
    <message>
        <source>network has half of a character in it: write it anew.</source>
        <translation>network 中有半个字符：请重新写。</translation>
    </message>
    <message>
        <source>augmentation must be a table of its settings.</source>
        <translation>augmentation 必须是由其设置组成的表。</translation>
    </message>
    <message>
        <source>Nesterov needs a momentum above 0: set one, or choose sgd.</source>
        <translation>Nesterov 需要大于 0 的动量：请设置，或选择 sgd。</translation>
    </message>
    <message>
        <source>Stopping early needs data to measure by: set validation above 0, or patience to 0.</source>
        <translation>提前停止需要用于测量的数据：请把 validation 设为大于 0，或把 patience 设为 0。</translation>
    </message>
    <message>
        <source>there is no setting {0}.</source>
        <translation>没有设置 {0}。</translation>
    </message>
    <message>
        <source>it names no network; add network = &quot;default&quot;.</source>
        <translation>没有指定网络；请加上 network = &quot;default&quot;。</translation>
    </message>
    <message>
        <source>{0} must be {1}, not {2}.</source>
        <translation>{0} 必须{1}，而不是 {2}。</translation>
    </message>
    <message>
        <source>{0} must be one of {1}, not {2}.</source>
        <translation>{0} 必须是 {1} 之一，而不是 {2}。</translation>
    </message>
    <message>
        <source>one of many digits</source>
        <translation>位数很多的数</translation>
    </message>
    <message>
        <source>a {0}</source>
        <translation>一个 {0}</translation>
    </message>
    <message>
        <source>The recipe</source>
        <translation>训练方案</translation>
    </message>
    <message>
        <source>{0} has a number too long, or lists or names nested too deeply.</source>
        <translation>{0} 中有过长的数，或嵌套过深的列表或名称。</translation>
    </message>
    <message>
        <source>{0} is not TOML: {1}.</source>
        <translation>{0} 不是 TOML：{1}。</translation>
    </message>
    <message>
        <source>at least {0}</source>
        <translation>至少为 {0}</translation>
    </message>
    <message>
        <source>above {0}</source>
        <translation>大于 {0}</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>至多为 {0}</translation>
    </message>
    <message>
        <source>below {0}</source>
        <translation>小于 {0}</translation>
    </message>
    <message>
        <source>a whole number, {0} and {1}</source>
        <translation>是整数，{0} 且{1}</translation>
    </message>
    <message>
        <source>a number, {0} and {1}</source>
        <translation>是数，{0} 且{1}</translation>
    </message>
    <message>
        <source>The trail of active models is damaged.</source>
        <translation>已启用模型的记录损坏了。</translation>
    </message>
    <message>
        <source>No model can be read: import one in Models, or install handdigit again.</source>
        <translation>没有可读的模型：请在“模型”中导入一个，或重新安装 handdigit。</translation>
    </message>
    <message>
        <source>The model {0} that came with the program is gone or damaged: {1} answers instead. Install handdigit again to have it back.</source>
        <translation>程序自带的模型 {0} 丢失或损坏：由 {1} 代为回答。重新安装 handdigit 即可恢复。</translation>
    </message>
    <message>
        <source>The model {0} is gone or damaged: {1} answers instead.</source>
        <translation>模型 {0} 丢失或损坏：由 {1} 代为回答。</translation>
    </message>
    <message>
        <source>A record of the drawing is damaged.</source>
        <translation>手写图的一条记录损坏了。</translation>
    </message>
    <message>
        <source>One file is opened at a time: this is {0}.</source>
        <translation>一次只打开一个文件：这是 {0}。</translation>
    </message>
    <message>
        <source>{0} is a web address, and nothing is fetched from the web: save the picture as a file, and open that.</source>
        <translation>{0} 是网址，程序不会从网上获取任何内容：请把图片保存为文件，再打开该文件。</translation>
    </message>
    <message>
        <source>There is no picture and no ink on the clipboard: copy one first.</source>
        <translation>剪贴板上没有图片也没有笔迹：请先复制一个。</translation>
    </message>
    <message>
        <source>This picture cannot be read: save it as a file, and open that.</source>
        <translation>无法读取这幅图片：请存为文件，再打开该文件。</translation>
    </message>
    <message>
        <source>{0} cannot be written: move away what lies there.</source>
        <translation>无法写入 {0}：请移走那里的内容。</translation>
    </message>
    <message>
        <source>{0} is in use by another program: try again.</source>
        <translation>{0} 正被另一个程序使用：请再试一次。</translation>
    </message>
    <message>
        <source>A network is being trained: stop that run first.</source>
        <translation>有网络正在训练：请先停止该训练过程。</translation>
    </message>
    <message>
        <source>Line {0} of the shapes is no name with rows of points: {1}</source>
        <translation>形状的第 {0} 行不是名称加若干行点：{1}</translation>
    </message>
    <message>
        <source>This is not a picture: it has no pixels of 8 bits.</source>
        <translation>这不是图片：没有 8 位的像素。</translation>
    </message>
    <message>
        <source>This picture has neither grey, RGB nor RGBA pixels.</source>
        <translation>这幅图片的像素既不是灰度，也不是 RGB 或 RGBA。</translation>
    </message>
    <message>
        <source>This drawing is full: up to {0:,} points in {1:,} strokes can be kept; undo the last step, or clear the canvas and begin another.</source>
        <translation>这幅手写图已满：最多可保留 {1:,} 个笔画中的 {0:,} 个点；请撤销上一步，或清空画布另写一个。</translation>
    </message>
    <message>
        <source>This drawing has a stroke without points: draw it anew.</source>
        <translation>这幅手写图有一个没有点的笔画：请重新写。</translation>
    </message>
    <message>
        <source>This is not an ink: expected {{&quot;strokes&quot;: [[[x, y], …], …]}}.</source>
        <translation>这不是笔迹：应为 {{&quot;strokes&quot;: [[[x, y], …], …]}}。</translation>
    </message>
    <message>
        <source>This is not an ink: &quot;strokes&quot; must be a list of strokes.</source>
        <translation>这不是笔迹：&quot;strokes&quot; 必须是笔画的列表。</translation>
    </message>
    <message>
        <source>This ink has {0:,} strokes; inks up to {1:,} strokes are read: leave some out.</source>
        <translation>这个笔迹有 {0:,} 个笔画；最多读取 {1:,} 个笔画的笔迹：请去掉一些。</translation>
    </message>
    <message>
        <source>This ink has {0:,} points; inks up to {1:,} points are read: leave some out.</source>
        <translation>这个笔迹有 {0:,} 个点；最多读取 {1:,} 个点的笔迹：请去掉一些。</translation>
    </message>
    <message>
        <source>This is not an ink: it has {0:,} characters, and inks have up to {1} million.</source>
        <translation>这不是笔迹：它有 {0:,} 个字符，而笔迹最多有 {1} 百万个。</translation>
    </message>
    <message>
        <source>This is not an ink: its lists are nested too deeply, or a number is too long.</source>
        <translation>这不是笔迹：列表嵌套过深，或有过长的数。</translation>
    </message>
    <message>
        <source>This is not JSON: {0} at line {1}.</source>
        <translation>这不是 JSON：{0}，在第 {1} 行。</translation>
    </message>
    <message>
        <source>This drawing has a point out of range, {0}: draw it anew.</source>
        <translation>这幅手写图有一个点超出范围，{0}：请重新写。</translation>
    </message>
    <message>
        <source>Stroke {0} is not a list of at least one [x, y] point.</source>
        <translation>笔画 {0} 不是至少含一个 [x, y] 点的列表。</translation>
    </message>
    <message>
        <source>Stroke {0}, point {1}: {2}</source>
        <translation>笔画 {0}，点 {1}：{2}</translation>
    </message>
    <message>
        <source>it must be [x, y], [x, y, pressure] or [x, y, pressure, time].</source>
        <translation>必须是 [x, y]、[x, y, pressure] 或 [x, y, pressure, time]。</translation>
    </message>
    <message>
        <source>it has a value that is not a number: {0}.</source>
        <translation>有一个值不是数：{0}。</translation>
    </message>
    <message>
        <source>it is out of range: {0}.</source>
        <translation>超出范围：{0}。</translation>
    </message>
    <message>
        <source>There is no ink in this picture: nothing stands out.</source>
        <translation>这幅图片中没有墨迹：没有突出的内容。</translation>
    </message>
    <message>
        <source>There is no ink within the frame: draw a digit first.</source>
        <translation>框内没有墨迹：请先写一个数字。</translation>
    </message>
    <message>
        <source>There is no parameter {0}; there are {1}.</source>
        <translation>没有参数 {0}；有 {1}。</translation>
    </message>
    <message>
        <source>{0} has the shape {1}, not {2}.</source>
        <translation>{0} 的形状是 {1}，不是 {2}。</translation>
    </message>
    <message>
        <source>{0} has no δ.</source>
        <translation>{0} 没有 δ。</translation>
    </message>
    <message>
        <source>There is no layer {0}; there are {1}.</source>
        <translation>没有层 {0}；有 {1}。</translation>
    </message>
    <message>
        <source>channels 0 to {0}, rows 0 to {1}, columns 0 to {2}</source>
        <translation>通道 0 至 {0}，行 0 至 {1}，列 0 至 {2}</translation>
    </message>
    <message>
        <source>features 0 to {0}</source>
        <translation>特征 0 至 {0}</translation>
    </message>
    <message>
        <source>{0} has no unit {1}; there are {2}.</source>
        <translation>{0} 没有单元 {1}；有{2}。</translation>
    </message>
    <message>
        <source>A model tells {0} to {1} classes apart, not {2}.</source>
        <translation>一个模型区分 {0} 至 {1} 个类别，而不是 {2} 个。</translation>
    </message>
    <message>
        <source>{0} classes have {1} keys.</source>
        <translation>{0} 个类别有 {1} 个键。</translation>
    </message>
    <message>
        <source>A key is one character, not {0!r}.</source>
        <translation>一个键是一个字符，而不是 {0!r}。</translation>
    </message>
    <message>
        <source>Two classes are called {0}.</source>
        <translation>有两个类别都叫 {0}。</translation>
    </message>
    <message>
        <source>Two classes have the key {0}.</source>
        <translation>有两个类别的键都是 {0}。</translation>
    </message>
    <message>
        <source>{0} is none of the classes that the model knows: {1}.</source>
        <translation>{0} 不是模型认识的类别：{1}。</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} 至 {1}</translation>
    </message>
    <message>
        <source>A class is called by 1 to {0} characters that can be printed, not {1!r}.</source>
        <translation>类别的名称是 1 至 {0} 个可打印的字符，而不是 {1!r}。</translation>
    </message>
    <message>
        <source>A network can have at most {0} characters when it is written.</source>
        <translation>写成文本的网络最多可有 {0} 个字符。</translation>
    </message>
    <message>
        <source>The last layer must give {0} to {1} values, one a class; it gives {2}.</source>
        <translation>最后一层必须给出 {0} 至 {1} 个值，每个类别一个；它给出 {2} 个。</translation>
    </message>
    <message>
        <source>The last layer must give {0} values, one a class; it gives {1}.</source>
        <translation>最后一层必须给出 {0} 个值，每个类别一个；它给出 {1} 个。</translation>
    </message>
    <message>
        <source>a network can have at most {0} layers.</source>
        <translation>一个网络最多可有 {0} 层。</translation>
    </message>
    <message>
        <source>it gives {0}, more than {1:,} values.</source>
        <translation>它给出 {0}，多于 {1:,} 个值。</translation>
    </message>
    <message>
        <source>its padded input has more than {0:,} values: pad less.</source>
        <translation>它填充后的输入多于 {0:,} 个值：请减少填充。</translation>
    </message>
    <message>
        <source>the network has more than {0:,} parameters.</source>
        <translation>网络的参数多于 {0:,} 个。</translation>
    </message>
    <message>
        <source>the network would take more than {0:,} multiply-adds for a picture.</source>
        <translation>网络处理每幅图像要多于 {0:,} 次乘加。</translation>
    </message>
    <message>
        <source>{0} layer {1}</source>
        <translation>{0}第 {1} 层</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}，{1}</translation>
    </message>
    <message>
        <source>body and shortcut give {0} and {1}, which cannot be added.</source>
        <translation>主路径与捷径分别给出 {0} 和 {1}，不能相加。</translation>
    </message>
    <message>
        <source>the branches give {0}: rows and columns must agree.</source>
        <translation>各分支给出 {0}：行数和列数必须一致。</translation>
    </message>
    <message>
        <source>write lists of layers: Residual([ReLU()], shortcut=[]).</source>
        <translation>请写层的列表：Residual([ReLU()], shortcut=[])。</translation>
    </message>
    <message>
        <source>conv</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>pool</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>dropout</translation>
    </message>
    <message>
        <source>rescale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>pad</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>add</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>concat</source>
        <translation>拼接</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>body</source>
        <translation>主路径</translation>
    </message>
    <message>
        <source>shortcut</source>
        <translation>捷径</translation>
    </message>
    <message>
        <source>write a list of branches, each a list of layers: Inception([[Conv2d(8, kernel=1)], [MaxPool2d(3, stride=1, padding=1)]]).</source>
        <translation>请写分支的列表，每个分支是层的列表：Inception([[Conv2d(8, kernel=1)], [MaxPool2d(3, stride=1, padding=1)]])。</translation>
    </message>
    <message>
        <source>branch {0}</source>
        <translation>第 {0} 分支</translation>
    </message>
    <message>
        <source>The kernel spans {0}, the padded input only {1}: take a smaller kernel or dilation, or more padding.</source>
        <translation>卷积核跨 {0}，而填充后的输入只有 {1}：请用较小的卷积核或膨胀率，或更多的填充。</translation>
    </message>
    <message>
        <source>Pooling takes a padding of at most half its window, {0} here.</source>
        <translation>池化的填充最多为窗口的一半，这里是 {0}。</translation>
    </message>
    <message>
        <source>Layer {0}</source>
        <translation>第 {0} 层</translation>
    </message>
    <message>
        <source>There is no layer yet: add one.</source>
        <translation>还没有层：请添加一层。</translation>
    </message>
    <message>
        <source>A window of {0} does not fit into {1} with padding {2}.</source>
        <translation>大小为 {0} 的窗口放不进 {1}（填充 {2}）。</translation>
    </message>
    <message>
        <source>This layer needs feature maps, but a vector comes in.</source>
        <translation>这一层需要特征图，但输入是向量。</translation>
    </message>
    <message>
        <source>{0} must be a whole number of at least {1}.</source>
        <translation>{0} 必须是至少为 {1} 的整数。</translation>
    </message>
    <message>
        <source>{0} must be True or False.</source>
        <translation>{0} 必须是 True 或 False。</translation>
    </message>
    <message>
        <source>padding can be at most half of the kernel.</source>
        <translation>padding 最多为卷积核的一半。</translation>
    </message>
    <message>
        <source>what comes in is a vector already.</source>
        <translation>输入已经是向量。</translation>
    </message>
    <message>
        <source>Linear needs a vector: put Flatten() before it.</source>
        <translation>Linear 需要向量：请在它前面加上 Flatten()。</translation>
    </message>
    <message>
        <source>the rate must be at least 0 and below 1.</source>
        <translation>比率必须至少为 0 且小于 1。</translation>
    </message>
    <message>
        <source>table must list, for every output map, the input maps it reads, ascending and counted from 0: [[0, 1], [1, 2], [0, 2]].</source>
        <translation>table 必须为每个输出图列出它所读的输入图，升序，从 0 数起：[[0, 1], [1, 2], [0, 2]]。</translation>
    </message>
    <message>
        <source>the table names input map {0}, but there are only {1}, from 0.</source>
        <translation>table 中有输入特征图 {0}，但只有 {1} 个，从 0 数起。</translation>
    </message>
    <message>
        <source>scale and shift must be numbers.</source>
        <translation>scale 和 shift 必须是数。</translation>
    </message>
    <message>
        <source>value must be a number.</source>
        <translation>value 必须是数。</translation>
    </message>
    <message>
        <source>Rbf compares {0} values with pictures of {1}×{2}: put Linear({0}) before it.</source>
        <translation>Rbf 把 {0} 个值与 {1}×{2} 的图像比较：请在它前面加上 Linear({0})。</translation>
    </message>
    <message>
        <source>Line {0}: {1}</source>
        <translation>第 {0} 行：{1}</translation>
    </message>
    <message>
        <source>a network can have at most {0} characters.</source>
        <translation>一个网络最多可有 {0} 个字符。</translation>
    </message>
    <message>
        <source>a network can have at most {0} brackets inside each other.</source>
        <translation>一个网络最多可有 {0} 层嵌套的括号。</translation>
    </message>
    <message>
        <source>a bracket is opened here and never closed.</source>
        <translation>这里有一个括号打开后没有闭合。</translation>
    </message>
    <message>
        <source>there is no layer {0}; there are {1}.</source>
        <translation>没有层 {0}；有 {1}。</translation>
    </message>
    <message>
        <source>{0!r} should read {1}.</source>
        <translation>{0!r} 应写作 {1}。</translation>
    </message>
    <message>
        <source>{0!r} is not a plain value.</source>
        <translation>{0!r} 不是简单的值。</translation>
    </message>
    <message>
        <source>a whole number is larger than any network needs.</source>
        <translation>有一个整数大于任何网络所需。</translation>
    </message>
    <message>
        <source>cannot read {0!r}; write Conv2d(20, kernel=5).</source>
        <translation>无法读取 {0!r}；请写 Conv2d(20, kernel=5)。</translation>
    </message>
    <message>
        <source>This number has {0:,} strokes or parts of them; numbers up to {1} are read: write fewer digits.</source>
        <translation>这个多位数有 {0:,} 个笔画或笔画的部分；最多读取 {1} 个的多位数：请少写几个数字。</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}.</source>
        <translation>{0} 不能使用：{1}。</translation>
    </message>
    <message>
        <source>as chosen</source>
        <translation>按您的选择</translation>
    </message>
    <message>
        <source>no GPU found</source>
        <translation>没有找到 GPU</translation>
    </message>
    <message>
        <source>this torch has no CUDA</source>
        <translation>这个 torch 没有 CUDA</translation>
    </message>
    <message>
        <source>no CUDA device found</source>
        <translation>没有找到 CUDA 设备</translation>
    </message>
    <message>
        <source>no Metal device found</source>
        <translation>没有找到 Metal 设备</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>Apple GPU</translation>
    </message>
    <message>
        <source>{0} failed: {1}</source>
        <translation>{0} 失败：{1}</translation>
    </message>
    <message>
        <source>{0} failed its self-test: probabilities differ by {1:.2g}</source>
        <translation>{0} 没有通过自检：概率相差 {1:.2g}</translation>
    </message>
    <message>
        <source>the gate</source>
        <translation>拒识模型</translation>
    </message>
    <message>
        <source>The gate computes numbers too large to be any: fit it again.</source>
        <translation>拒识模型算出的数大得不成数：请重新拟合。</translation>
    </message>
    <message>
        <source>The weights of {0} do not fit its network: the file is damaged.</source>
        <translation>{0} 的权重与其网络不符：文件已损坏。</translation>
    </message>
    <message>
        <source>The weights of {0} are not all numbers.</source>
        <translation>{0} 的权重不全是数。</translation>
    </message>
    <message>
        <source>{0} cannot be computed here: choose a smaller model.</source>
        <translation>{0} 在这里无法计算：请选择较小的模型。</translation>
    </message>
    <message>
        <source>{0} reads {1}: numbers are read, and other drawings refused, only by models of digits.</source>
        <translation>{0} 读的是 {1}：只有读数字的模型才能读多位数并拒绝其他图形。</translation>
    </message>
    <message>
        <source>An unusual {0}: few digits look like this.</source>
        <translation>不寻常的 {0}：很少有数字长这样。</translation>
    </message>
    <message>
        <source>{0} computes numbers too large to be any: the file is damaged.</source>
        <translation>{0} 算出的数大得不成数：文件已损坏。</translation>
    </message>
    <message>
        <source>{0} is an ensemble: choose one of the networks in it.</source>
        <translation>{0} 是集成：请选择其中的一个网络。</translation>
    </message>
    <message>
        <source>{0} is there and was not to be replaced: it was left as it is, and what was made is kept beside it as {1}.</source>
        <translation>{0} 已存在，且不应被替换：它保持原样，新的内容保存在旁边，名为 {1}。</translation>
    </message>
    <message>
        <source>{0} would have {1:,} MB; {2} up to {3:,} MB are read: keep less in it.</source>
        <translation>{0} 会有 {1:,} MB；{2}最多读取 {3:,} MB：请减少其中的内容。</translation>
    </message>
    <message>
        <source>{0} cannot be written</source>
        <translation>无法写入 {0}</translation>
    </message>
    <message>
        <source>{0} is a pipe or a device: name a file.</source>
        <translation>{0} 是管道或设备：请指定文件。</translation>
    </message>
    <message>
        <source>Another handdigit is going to write {0}: wait for it, or name another file.</source>
        <translation>另一个 handdigit 将要写入 {0}：请等待，或指定另一个文件。</translation>
    </message>
    <message>
        <source>{0} is a folder: name a file.</source>
        <translation>{0} 是文件夹：请指定文件。</translation>
    </message>
    <message>
        <source>{0} is a link, and nothing is written outside of {1}: put what it leads to in its place.</source>
        <translation>{0} 是链接，而 {1} 之外不写入任何内容：请把链接所指的内容放到它的位置。</translation>
    </message>
    <message>
        <source>sends something else</source>
        <translation>发来的是别的内容</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>停滞了</translation>
    </message>
    <message>
        <source>broke off</source>
        <translation>中断了</translation>
    </message>
    <message>
        <source>does not go on</source>
        <translation>不能接着下载</translation>
    </message>
    <message>
        <source>redirects to nowhere</source>
        <translation>重定向到无处</translation>
    </message>
    <message>
        <source>says {0}</source>
        <translation>返回 {0}</translation>
    </message>
    <message>
        <source>refuses connections</source>
        <translation>拒绝连接</translation>
    </message>
    <message>
        <source>cannot be reached, {0}</source>
        <translation>无法连接，{0}</translation>
    </message>
    <message>
        <source>The download was cancelled; it can go on from there later.</source>
        <translation>下载已取消；以后可以从那里继续。</translation>
    </message>
    <message>
        <source>The list of {0} names lines that are not in its file.</source>
        <translation>{0} 的列表列出了其文件中没有的行。</translation>
    </message>
    <message>
        <source>The list of {0} leaves no drawing to measure by.</source>
        <translation>{0} 的列表没有留下可用于测量的手写图。</translation>
    </message>
    <message>
        <source>{0} is no list of faulty drawings: name {1} or a file.</source>
        <translation>{0} 不是有问题的手写图的列表：请指定 {1} 或一个文件。</translation>
    </message>
    <message>
        <source>{0} is not a list of faulty drawings, or it is damaged.</source>
        <translation>{0} 不是有问题的手写图的列表，或已损坏。</translation>
    </message>
    <message>
        <source>{0} is damaged: each line once, counted from 0, each kind one of {1}.</source>
        <translation>{0} 已损坏：每行只出现一次，从 0 数起，每个类型是 {1} 之一。</translation>
    </message>
    <message>
        <source>{0} is not an idx file of bytes, as MNIST&apos;s are.</source>
        <translation>{0} 不是像 MNIST 那样的字节 idx 文件。</translation>
    </message>
    <message>
        <source>{0} is an idx file, but of neither pictures nor labels.</source>
        <translation>{0} 是 idx 文件，但既不含图像也不含标签。</translation>
    </message>
    <message>
        <source>{0} has pictures of {1:,} × {2:,} pixels; up to {3:,} pixels each are read: save them smaller.</source>
        <translation>{0} 中的图像为 {1:,} × {2:,} 像素；每幅最多读取 {3:,} 像素：请存得小一些。</translation>
    </message>
    <message>
        <source>{0} is truncated or padded: {1:,} bytes of values expected, {2:,} found.</source>
        <translation>{0} 被截断或多出内容：应有 {1:,} 字节的值，实有 {2:,}。</translation>
    </message>
    <message>
        <source>{0} and {1} are not pictures and labels.</source>
        <translation>{0} 和 {1} 不是图像和标签。</translation>
    </message>
    <message>
        <source>{0} is no table of labelled pictures: each row is to have a label and then the pixels of a square, numbers from 0 to 255.</source>
        <translation>{0} 不是带标签图片的表格：每行应先是标签，然后是正方形图片的各像素，数值为 0 到 255。</translation>
    </message>
    <message>
        <source>{0} has no pictures in it.</source>
        <translation>{0} 中没有图像。</translation>
    </message>
    <message>
        <source>{0} is damaged: its arrays cannot be read.</source>
        <translation>{0} 已损坏：无法读取其中的数组。</translation>
    </message>
    <message>
        <source>{0} has no pictures named x_train or x_test with labels y_train, y_test.</source>
        <translation>{0} 中没有名为 x_train 或 x_test、标签为 y_train、y_test 的图片。</translation>
    </message>
    <message>
        <source>{0} is no MATLAB 5 file with EMNIST&apos;s data set in it, or it is damaged.</source>
        <translation>{0} 不是含有 EMNIST 数据集的 MATLAB 5 文件，或已损坏。</translation>
    </message>
    <message>
        <source>{0} has more than {1:,} MB unpacked.</source>
        <translation>{0} 解压后超过 {1:,} MB。</translation>
    </message>
    <message>
        <source>{0} has Python objects in it, which are never read: save numbers.</source>
        <translation>{0} 中含有 Python 对象，程序从不读取它们：请保存为数值。</translation>
    </message>
    <message>
        <source>{0} has arrays, but not of square grey pictures and their labels.</source>
        <translation>{0} 中有数组，但不是正方形灰度图片及其标签。</translation>
    </message>
    <message>
        <source>{0} has {1:,} pictures, but {2} has {3:,} labels.</source>
        <translation>{0} 有 {1:,} 幅图像，但 {2} 有 {3:,} 个标签。</translation>
    </message>
    <message>
        <source>{0} has labels other than 0 to {1}.</source>
        <translation>{0} 有 0 至 {1} 以外的标签。</translation>
    </message>
    <message>
        <source>{0} has no MNIST file {1} or {2}.</source>
        <translation>{0} 没有 MNIST 文件 {1} 或 {2}。</translation>
    </message>
    <message>
        <source>{0} has more than {1:,} points: split it.</source>
        <translation>{0} 有多于 {1:,} 个点：请把它拆分。</translation>
    </message>
    <message>
        <source>{0} has more than {1:,} lines: split it.</source>
        <translation>{0} 有多于 {1:,} 行：请把它拆分。</translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation>{0}，第 {1} 行</translation>
    </message>
    <message>
        <source>{0} has no inks in it.</source>
        <translation>{0} 中没有笔迹。</translation>
    </message>
    <message>
        <source>The writer must be a name or a number.</source>
        <translation>书写者必须是名称或数。</translation>
    </message>
    <message>
        <source>The label must be a digit 0 to 9 or the name of a class, not {0}.</source>
        <translation>标签必须是数字 0 至 9 或类别的名称，而不是 {0}。</translation>
    </message>
    <message>
        <source>The label is no name. {0}</source>
        <translation>标签不是名称。{0}</translation>
    </message>
    <message>
        <source>{0}: ink {1}</source>
        <translation>{0}：笔迹 {1}</translation>
    </message>
    <message>
        <source>{0} has no label; add &quot;label&quot;: {1}.</source>
        <translation>{0} 没有标签；请加上 &quot;label&quot;: {1}。</translation>
    </message>
    <message>
        <source>There are no samples yet: draw a digit and tell which one it is.</source>
        <translation>还没有样本：写一个数字并告诉程序它是几。</translation>
    </message>
    <message>
        <source>No sample is held out yet: the third one of a digit will be the first.</source>
        <translation>还没有留出样本：某个数字的第三个样本将是第一个被留出的。</translation>
    </message>
    <message>
        <source>Samples were deleted meanwhile: measure again.</source>
        <translation>其间有样本被删除：请重新测量。</translation>
    </message>
    <message>
        <source>{0} has no part to measure by: what is to learn from is measured.</source>
        <translation>{0} 中没有用来测量的部分：测量的是用于训练的部分。</translation>
    </message>
    <message>
        <source>MNIST is being fetched already: wait until that is done.</source>
        <translation>MNIST 已在下载：请等待完成。</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0} could not be fetched ({1}): check the connection and try again, or bring the four MNIST files from elsewhere and run handdigit fetch-data mnist --from DIR.</source>
        <translation>无法下载 {0}（{1}）：请检查连接后再试，或从别处取得四个 MNIST 文件，然后运行 handdigit fetch-data mnist --from DIR。</translation>
    </message>
    <message>
        <source>{0}; {1}</source>
        <translation>{0}；{1}</translation>
    </message>
    <message>
        <source>{0} cannot be read</source>
        <translation>无法读取 {0}</translation>
    </message>
    <message>
        <source>{0} has no file {1} or {2}.</source>
        <translation>{0} 没有文件 {1} 或 {2}。</translation>
    </message>
    <message>
        <source>{0} is not MNIST&apos;s original: another data set, or damaged.</source>
        <translation>{0} 不是 MNIST 的原始文件：是另一个数据集，或已损坏。</translation>
    </message>
    <message>
        <source>{0} is damaged: its picture cannot be decoded.</source>
        <translation>{0} 已损坏：其中的图片无法解码。</translation>
    </message>
    <message>
        <source>{0} has too many pixels: save it with at most {1} million of them, a photo in JPEG with at most {2} million.</source>
        <translation>{0} 的像素太多：请存为最多 {1} 百万像素，JPEG 照片最多 {2} 百万。</translation>
    </message>
    <message>
        <source>{0} is an HEIC photo, which is read once pillow-heif is installed (pip install handdigit[heic]): install it, or save the photo as JPEG.</source>
        <translation>{0} 是 HEIC 照片，安装 pillow-heif（pip install handdigit[heic]）后才能读取：请安装它，或把照片另存为 JPEG。</translation>
    </message>
    <message>
        <source>{0} is no picture that can be read: use one of {1}.</source>
        <translation>{0} 不是能读取的图片：请使用以下格式之一：{1}。</translation>
    </message>
    <message>
        <source>{0} has several pictures in it: number {1} is read, those before are blank.</source>
        <translation>{0} 中有多张图片：读取的是第 {1} 张，前面的都是空白。</translation>
    </message>
    <message>
        <source>{0} has several pictures in it: the first one is read.</source>
        <translation>{0} 中有多张图片：读取的是第一张。</translation>
    </message>
    <message>
        <source>{0} has no drawings to measure by: name another set.</source>
        <translation>{0} 没有可用于测量的手写图：请指定另一个数据集。</translation>
    </message>
    <message>
        <source>There is no MNIST in {0}: run handdigit fetch-data mnist, or name a folder that has it.</source>
        <translation>{0} 中没有 MNIST：请运行 handdigit fetch-data mnist，或指定含有它的文件夹。</translation>
    </message>
    <message>
        <source>The pen model writes digits: choose other data.</source>
        <translation>书写模型写的是数字：请选择其他数据。</translation>
    </message>
    <message>
        <source>MNIST test</source>
        <translation>MNIST 测试集</translation>
    </message>
    <message>
        <source>60,000 digits by 500 people (LeCun, Cortes and Burges 1998).</source>
        <translation>500 人写的 60,000 个数字（LeCun、Cortes 与 Burges 1998）。</translation>
    </message>
    <message>
        <source>Your samples</source>
        <translation>您的样本</translation>
    </message>
    <message>
        <source>What you drew and labelled; some are held out to measure by.</source>
        <translation>您写过并标注的；其中一些留出用于测量。</translation>
    </message>
    <message>
        <source>Your held-out samples</source>
        <translation>您留出的样本</translation>
    </message>
    <message>
        <source>Generated handwriting</source>
        <translation>生成的笔迹</translation>
    </message>
    <message>
        <source>A pen model writes fresh digits for every epoch; nothing to fetch.</source>
        <translation>书写模型为每一轮写出新的数字；无需下载。</translation>
    </message>
    <message>
        <source>{0}, {1}:DIR, a .jsonl[.gz] file of labelled inks, or pictures (an idx, .csv, .npz or .mat file, or a folder)</source>
        <translation>{0}、{1}:DIR、一个带标签笔迹的 .jsonl[.gz] 文件，或图片（idx、.csv、.npz 或 .mat 文件，或文件夹）</translation>
    </message>
    <message>
        <source>{0} says {1:,} MB about itself; {2} up to {3} MB are read: {4}.</source>
        <translation>{0} 关于自身的说明有 {1:,} MB；{2}最多读取 {3} MB：{4}。</translation>
    </message>
    <message>
        <source>{0} is not {1}, or it is damaged.</source>
        <translation>{0} 不是{1}，或已损坏。</translation>
    </message>
    <message>
        <source>{0} is not {1}.</source>
        <translation>{0} 不是{1}。</translation>
    </message>
    <message>
        <source>{0} would say {1:,} MB about itself; {2} up to {3} MB are read: it needs fewer layers, or fewer epochs.</source>
        <translation>{0} 关于自身的说明会有 {1:,} MB；{2}最多读取 {3} MB：需要更少的层，或更少的轮数。</translation>
    </message>
    <message>
        <source>{0} is a damaged gzip file: fetch or copy it again.</source>
        <translation>{0} 是损坏的 gzip 文件：请重新下载或复制。</translation>
    </message>
    <message>
        <source>{0} has more than {1:,} MB unpacked; {2} up to {1:,} MB are read: {3}.</source>
        <translation>{0} 解压后超过 {1:,} MB；{2}最多读取 {1:,} MB：{3}。</translation>
    </message>
    <message>
        <source>{0} has more than {1:,} MB; {2} up to {1:,} MB are read: {3}.</source>
        <translation>{0} 超过 {1:,} MB；{2}最多读取 {1:,} MB：{3}。</translation>
    </message>
    <message>
        <source>{0}: there is no such file.</source>
        <translation>{0}：没有这个文件。</translation>
    </message>
    <message>
        <source>{0!r} cannot be the name of a file.</source>
        <translation>{0!r} 不能作为文件名。</translation>
    </message>
    <message>
        <source>{0} is a folder; name a file in it.</source>
        <translation>{0} 是文件夹；请指定其中的文件。</translation>
    </message>
    <message>
        <source>{0} is a pipe or a device: save what comes from it as a file, and name that.</source>
        <translation>{0} 是管道或设备：请把它的输出存为文件，再指定该文件。</translation>
    </message>
    <message>
        <source>{0} has {1:,} MB; {2} up to {3:,} MB are read: {4}.</source>
        <translation>{0} 有 {1:,} MB；{2}最多读取 {3:,} MB：{4}。</translation>
    </message>
    <message>
        <source>{0} is not a text file in UTF-8.</source>
        <translation>{0} 不是 UTF-8 的文本文件。</translation>
    </message>
    <message>
        <source>{0} was removed or replaced.</source>
        <translation>{0} 被移除或替换了。</translation>
    </message>
    <message>
        <source>{0} would be larger than {1:,} MB: clear the canvas.</source>
        <translation>{0} 会大于 {1:,} MB：请清空画布。</translation>
    </message>
    <message>
        <source>{0} has no more room: close some windows.</source>
        <translation>{0} 没有空位了：请关闭一些窗口。</translation>
    </message>
    <message>
        <source>{0} is a link: put a folder there.</source>
        <translation>{0} 是链接：请在那里放一个文件夹。</translation>
    </message>
    <message>
        <source>This line of the journal is damaged.</source>
        <translation>日志的这一行损坏了。</translation>
    </message>
    <message>
        <source>{0} is no journal that this version reads.</source>
        <translation>{0} 不是此版本能读取的日志。</translation>
    </message>
    <message>
        <source>a gate file</source>
        <translation>拒识模型文件</translation>
    </message>
    <message>
        <source>{0} is damaged: its description cannot be read.</source>
        <translation>{0} 已损坏：无法读取其描述。</translation>
    </message>
    <message>
        <source>{0} was saved by a newer handdigit: update it.</source>
        <translation>{0} 由更新版本的 handdigit 保存：请更新 handdigit。</translation>
    </message>
    <message>
        <source>a handwriting file</source>
        <translation>书写模型文件</translation>
    </message>
    <message>
        <source>{0} was saved by another version of handdigit (format {1!r}; this one reads {2}): fit it again.</source>
        <translation>{0} 由另一版本的 handdigit 保存（格式 {1!r}；此版本读取 {2}）：请重新拟合。</translation>
    </message>
    <message>
        <source>{0} is damaged: its styles cannot be read.</source>
        <translation>{0} 已损坏：无法读取其书写风格。</translation>
    </message>
    <message>
        <source>The weights of {0} do not fit its networks: the file is damaged.</source>
        <translation>{0} 的权重与其各网络不符：文件已损坏。</translation>
    </message>
    <message>
        <source>An ensemble needs at least two models.</source>
        <translation>集成至少需要两个模型。</translation>
    </message>
    <message>
        <source>{0} is an ensemble itself: choose the networks in it.</source>
        <translation>{0} 本身就是集成：请选择其中的网络。</translation>
    </message>
    <message>
        <source>{0} knows other classes than {1}: they cannot vote together.</source>
        <translation>{0} 认识的类别与 {1} 不同：它们不能一起投票。</translation>
    </message>
    <message>
        <source>The weights of {0} are too large for half precision: keep it as it is.</source>
        <translation>{0} 的权重太大，超出半精度：请保持原样。</translation>
    </message>
    <message>
        <source>What is said about {0} could not be read back: make the model anew.</source>
        <translation>无法读回关于 {0} 的说明：请重新建立模型。</translation>
    </message>
    <message>
        <source>What is said about {0} has more than {1:,} characters: shorten its note.</source>
        <translation>关于 {0} 的说明多于 {1:,} 个字符：请缩短备注。</translation>
    </message>
    <message>
        <source>{0} is damaged: its weights cannot be read.</source>
        <translation>{0} 已损坏：无法读取其权重。</translation>
    </message>
    <message>
        <source>{0} has more weights than its network: the file is damaged.</source>
        <translation>{0} 的权重比其网络的多：文件已损坏。</translation>
    </message>
    <message>
        <source>{0} is not a model file, or it is damaged.</source>
        <translation>{0} 不是模型文件，或已损坏。</translation>
    </message>
    <message>
        <source>{0} was not saved by handdigit: its network is not described.</source>
        <translation>{0} 不是由 handdigit 保存的：其中没有网络的描述。</translation>
    </message>
    <message>
        <source>{0} was saved by a newer handdigit (format {1}; this version reads up to {2}): update handdigit to use it.</source>
        <translation>{0} 由更新版本的 handdigit 保存（格式 {1}；此版本最高读取 {2}）：请更新 handdigit 后使用。</translation>
    </message>
    <message>
        <source>{0} has other weights now than those that were measured: measure it again.</source>
        <translation>{0} 现在的权重与测量时的不同：请重新测量。</translation>
    </message>
    <message>
        <source>{0} networks</source>
        <translation>{0} 个网络</translation>
    </message>
    <message>
        <source>{0:,} parameters</source>
        <translation>{0:,} 个参数</translation>
    </message>
    <message>
        <source>{0:,} multiply-adds for a picture</source>
        <translation>每幅图像 {0:,} 次乘加</translation>
    </message>
    <message>
        <source>{0:,} characters of networks</source>
        <translation>{0:,} 个字符的网络文本</translation>
    </message>
    <message>
        <source>An ensemble can have at most {0}: let fewer vote.</source>
        <translation>一个集成最多可有 {0}：请让较少的模型投票。</translation>
    </message>
    <message>
        <source>{0} describes more than {1:,} characters of networks: choose another.</source>
        <translation>{0} 描述的网络多于 {1:,} 个字符：请另选一个。</translation>
    </message>
    <message>
        <source>{0} describes a network that cannot be built: {1}</source>
        <translation>{0} 描述的网络无法建立：{1}</translation>
    </message>
    <message>
        <source>A model that came with the program is called {0}, too.</source>
        <translation>程序自带的一个模型也叫 {0}。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>There is no model {0!r}; there are {1}, or name a {2} file.</source>
        <translation>没有模型 {0!r}；现有 {1}，或指定一个 {2} 文件。</translation>
    </message>
    <message>
        <source>{0} did not come with this program: train it, or install a version that has {1}.</source>
        <translation>这个程序没有自带 {0}：请训练它，或安装含有 {1} 的版本。</translation>
    </message>
    <message>
        <source>Another handdigit is writing to {0}: try again when it is done.</source>
        <translation>另一个 handdigit 正在写入 {0}：请等它完成后再试。</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>{0} cannot be renamed</source>
        <translation>无法重命名 {0}</translation>
    </message>
    <message>
        <source>annotated</source>
        <translation>加备注</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>{0} cannot be deleted</source>
        <translation>无法删除 {0}</translation>
    </message>
    <message>
        <source>{0} cannot be brought back</source>
        <translation>无法找回 {0}</translation>
    </message>
    <message>
        <source>The import of {0} was cancelled.</source>
        <translation>已取消导入 {0}。</translation>
    </message>
    <message>
        <source>Choose a folder outside the program&apos;s own models.</source>
        <translation>请选择程序自己的模型之外的文件夹。</translation>
    </message>
    <message>
        <source>{0} could not be written: the disk may be failing.</source>
        <translation>无法写入 {0}：磁盘可能出了故障。</translation>
    </message>
    <message>
        <source>{0} came with the program and cannot be {1}; import a copy of it to change that.</source>
        <translation>{0} 是程序自带的，不能{1}；要更改，请导入它的副本。</translation>
    </message>
    <message>
        <source>{0} lies outside the program&apos;s models: import it first.</source>
        <translation>{0} 在程序的模型之外：请先导入。</translation>
    </message>
    <message>
        <source>There is a model {0} already: choose another name.</source>
        <translation>已有模型 {0}：请选择另一个名称。</translation>
    </message>
    <message>
        <source>An average needs at least two models.</source>
        <translation>平均至少需要两个模型。</translation>
    </message>
    <message>
        <source>{0} is an ensemble: average the networks in it.</source>
        <translation>{0} 是集成：请对其中的网络取平均。</translation>
    </message>
    <message>
        <source>{0} is another network than {1}: weights can be averaged only of the same one.</source>
        <translation>{0} 与 {1} 是不同的网络：只有相同的网络才能对权重取平均。</translation>
    </message>
    <message>
        <source>{0} comes with the program: choose another name.</source>
        <translation>{0} 是程序自带的：请选择另一个名称。</translation>
    </message>
    <message>
        <source>{0} has half of a character in it: write it anew.</source>
        <translation>{0} 中有半个字符：请重新写。</translation>
    </message>
    <message>
        <source>{0} comes with the program and stays.</source>
        <translation>{0} 是程序自带的，会保留。</translation>
    </message>
    <message>
        <source>Give it a name first.</source>
        <translation>请先给它一个名称。</translation>
    </message>
    <message>
        <source>{0!r} cannot be a name: Windows keeps it for a device.</source>
        <translation>{0!r} 不能作为名称：Windows 把它留给设备。</translation>
    </message>
    <message>
        <source>{0!r} cannot be a name: use 1 to {1} characters without {2} and without a dot or a space at either end.</source>
        <translation>{0!r} 不能作为名称：请用 1 至 {1} 个字符，不含 {2}，首尾没有点或空格。</translation>
    </message>
    <message>
        <source>a network that comes with the program has this name.</source>
        <translation>程序自带的一个网络已用此名称。</translation>
    </message>
    <message>
        <source>{0} is left out: {1}</source>
        <translation>略过了 {0}：{1}</translation>
    </message>
    <message>
        <source>The run {0} was begun by a newer handdigit: update handdigit to go on with it.</source>
        <translation>训练过程 {0} 由更新版本的 handdigit 开始：请更新 handdigit 后继续。</translation>
    </message>
    <message>
        <source>{0} cannot be removed</source>
        <translation>无法移除 {0}</translation>
    </message>
    <message>
        <source>{0} is damaged.</source>
        <translation>{0} 已损坏。</translation>
    </message>
    <message>
        <source>The checkpoints of the run {0} are damaged: start the training anew.</source>
        <translation>训练过程 {0} 的检查点已损坏：请重新开始训练。</translation>
    </message>
    <message>
        <source>There is no training run {0} any more.</source>
        <translation>训练过程 {0} 已经不存在。</translation>
    </message>
    <message>
        <source>The run {0} is damaged: its run spec cannot be read; start it anew.</source>
        <translation>训练过程 {0} 已损坏：无法读取其训练说明；请重新开始。</translation>
    </message>
    <message>
        <source>This run is being trained by another window or command: wait for it or stop it there.</source>
        <translation>另一个窗口或命令正在进行这个训练过程：请等待，或在那里停止它。</translation>
    </message>
    <message>
        <source>{0} is no folder: move it away.</source>
        <translation>{0} 不是文件夹：请把它移走。</translation>
    </message>
    <message>
        <source>{0} cannot be made: {1}.</source>
        <translation>无法建立 {0}：{1}。</translation>
    </message>
    <message>
        <source>It has become no model yet.</source>
        <translation>它还没有成为模型。</translation>
    </message>
    <message>
        <source>{0} cannot be cleared</source>
        <translation>无法清理 {0}</translation>
    </message>
    <message>
        <source>These are more samples than a file is read with: export fewer at once, a label each.</source>
        <translation>样本多于一个文件可读取的数量：请一次少导出一些，每次一个标签。</translation>
    </message>
    <message>
        <source>{0} says nothing about its class: import a folder that has pictures in folders named {1}.</source>
        <translation>{0} 没有说明它的类别：请导入一个文件夹，其中的图片放在名为 {1} 的文件夹里。</translation>
    </message>
    <message>
        <source>Nothing in {0} can be imported. {1}</source>
        <translation>{0} 中没有可以导入的内容。{1}</translation>
    </message>
    <message>
        <source>Nothing in {0} can be imported: there are no pictures.</source>
        <translation>{0} 中没有可以导入的内容：没有图片。</translation>
    </message>
    <message>
        <source>{0}: there are no strokes.</source>
        <translation>{0}：没有笔画。</translation>
    </message>
    <message>
        <source>The pictures in {0} lie on their side, as EMNIST&apos;s do: they are read turned upright.</source>
        <translation>{0} 中的图片是横放的（行列互换），与 EMNIST 一样：读取时已转正。</translation>
    </message>
    <message>
        <source>{0}, picture {1}</source>
        <translation>{0}，图像 {1}</translation>
    </message>
    <message>
        <source>{0}: there is no ink in it.</source>
        <translation>{0}：其中没有墨迹。</translation>
    </message>
    <message>
        <source>Nothing in {0} is a picture that can be read.</source>
        <translation>{0} 中没有能读取的图片。</translation>
    </message>
    <message>
        <source>The pictures to measure by differ in size: name one set.</source>
        <translation>用来测量的图片大小不一：请只指定一个数据集。</translation>
    </message>
    <message>
        <source>None of these samples has strokes: export them as pictures.</source>
        <translation>这些样本都没有笔画：请以图片导出。</translation>
    </message>
    <message>
        <source>{0} is not empty: name a new folder.</source>
        <translation>{0} 不是空的：请指定一个新文件夹。</translation>
    </message>
    <message>
        <source>There are no samples to export: label a drawing first.</source>
        <translation>没有可导出的样本：请先标注一幅手写图。</translation>
    </message>
    <message>
        <source>{0} is being repaired by another window: wait until that is done, then try again.</source>
        <translation>另一个窗口正在修复 {0}：请等它完成后再试。</translation>
    </message>
    <message>
        <source>{0} cannot be repaired</source>
        <translation>无法修复 {0}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{0} was damaged and is repaired (samples saved: {1}, lost: {2}); the damaged file is kept as {3}.</source>
        <translation>{0} 曾损坏，已修复（保住的样本：{1}，丢失：{2}）；损坏的文件保留为 {3}。</translation>
    </message>
    <message>
        <source>{0} was damaged and is repaired (samples saved: {1}, from the backup of {2}: {3}, lost: {4}); the damaged file is kept as {5}.</source>
        <translation>{0} 曾损坏，已修复（保住的样本：{1}，来自 {2} 的备份：{3}，丢失：{4}）；损坏的文件保留为 {5}。</translation>
    </message>
    <message>
        <source>There is nothing drawn: a sample needs ink.</source>
        <translation>什么也没有写：样本需要墨迹。</translation>
    </message>
    <message>
        <source>There is no ink in this picture: a sample needs ink.</source>
        <translation>这幅图片中没有墨迹：样本需要墨迹。</translation>
    </message>
    <message>
        <source>{0} was replaced by other samples, and yours were added to them: choose the samples again.</source>
        <translation>{0} 被换成了其他样本，您的样本已加入其中：请重新选择样本。</translation>
    </message>
    <message>
        <source>{0} Put back as they were written here: {1}.</source>
        <translation>{0} 已按在这里写下的样子放回：{1}。</translation>
    </message>
    <message>
        <source>{0} was removed or replaced while it was in use: what was known of it is there again (samples put back: {1}).</source>
        <translation>{0} 在使用期间被移除或替换：其中已知的内容已恢复（放回的样本：{1}）。</translation>
    </message>
    <message>
        <source>There is not enough memory to read {0}.</source>
        <translation>内存不足，无法读取 {0}。</translation>
    </message>
    <message>
        <source>There is not enough memory to read {0}: close other programs, then try again.</source>
        <translation>内存不足，无法读取 {0}：请关闭其他程序后再试。</translation>
    </message>
    <message>
        <source>{0} is no file: move it away, and your samples are kept there.</source>
        <translation>{0} 不是文件：请把它移走，您的样本就保存在那里。</translation>
    </message>
    <message>
        <source>Your samples cannot be kept in {0}</source>
        <translation>无法把您的样本保存在 {0} 中</translation>
    </message>
    <message>
        <source>{0} is a database of another program: move it away, and your samples are kept there from then on.</source>
        <translation>{0} 是另一个程序的数据库：请把它移走，此后您的样本就保存在那里。</translation>
    </message>
    <message>
        <source>{0} was written by a newer handdigit (version {1}; this one reads up to {2}): update handdigit to use your samples.</source>
        <translation>{0} 由更新版本的 handdigit 写入（版本 {1}；此版本最高读取 {2}）：请更新 handdigit 后使用您的样本。</translation>
    </message>
    <message>
        <source>{0} is damaged or no database of samples: move it away or put back a copy; it was not changed.</source>
        <translation>{0} 已损坏或不是样本数据库：请把它移走，或放回一个副本；它没有被改动。</translation>
    </message>
    <message>
        <source>The disk of {0} is full: make room, then try again.</source>
        <translation>{0} 所在的磁盘已满：请腾出空间后再试。</translation>
    </message>
    <message>
        <source>{0} cannot be opened, too many files are: close some, then try again.</source>
        <translation>无法打开 {0}，打开的文件太多：请关闭一些后再试。</translation>
    </message>
    <message>
        <source>{0} cannot be written: allow writing in its folder, or choose another with --data-dir.</source>
        <translation>无法写入 {0}：请允许写入其文件夹，或用 --data-dir 选择另一个。</translation>
    </message>
    <message>
        <source>{0} is in use by another window: wait until that is done, then try again.</source>
        <translation>另一个窗口正在使用 {0}：请等它完成后再试。</translation>
    </message>
    <message>
        <source>{0} cannot be read or written, the disk reports an error: check the disk, then try again.</source>
        <translation>无法读写 {0}，磁盘报告错误：请检查磁盘后再试。</translation>
    </message>
    <message>
        <source>{0} does not work as a database of samples: {1}.</source>
        <translation>{0} 不能用作样本数据库：{1}。</translation>
    </message>
    <message>
        <source>There is nothing to learn from: choose another source.</source>
        <translation>没有可学习的内容：请选择另一个来源。</translation>
    </message>
    <message>
        <source>The checkpoint is of another network or recipe: start the training anew.</source>
        <translation>检查点属于另一个网络或训练方案：请重新开始训练。</translation>
    </message>
    <message>
        <source>The loss is no longer a number after step {0:,}: lower the learning rate, or choose another optimiser.</source>
        <translation>第 {0:,} 步之后损失不再是数：请降低学习率，或选择另一个优化器。</translation>
    </message>
    <message>
        <source>The memory is not enough for this network with {0:,} pictures at once: choose smaller batches or a smaller network.</source>
        <translation>内存不足以让这个网络一次处理 {0:,} 幅图像：请选择较小的批次或较小的网络。</translation>
    </message>
    <message>
        <source>{0} examples a batch are too few for {1} processes: choose larger batches or start fewer.</source>
        <translation>每批 {0} 个样本对 {1} 个进程来说太少：请选择较大的批次，或启动较少的进程。</translation>
    </message>
    <message>
        <source>WORLD_SIZE is set, but {0} is {1!r}: start several processes with torchrun, or one without WORLD_SIZE.</source>
        <translation>设置了 WORLD_SIZE，但 {0} 是 {1!r}：请用 torchrun 启动多个进程，或不用 WORLD_SIZE 启动一个。</translation>
    </message>
    <message>
        <source>Several processes cannot train together on {0}: use the CPU.</source>
        <translation>多个进程不能在 {0} 上一起训练：请使用 CPU。</translation>
    </message>
    <message>
        <source>The processes do not find each other: {0}: start them together, with torchrun.</source>
        <translation>各进程找不到彼此：{0}：请用 torchrun 一起启动它们。</translation>
    </message>
    <message>
        <source>{0} is no source of data: name {1}.</source>
        <translation>{0} 不是数据来源：请指定 {1}。</translation>
    </message>
    <message>
        <source>The pen model writes digits and nothing else: train on labelled inks or samples.</source>
        <translation>书写模型只写数字：请用带标签的笔迹或样本训练。</translation>
    </message>
    <message>
        <source>generated handwriting</source>
        <translation>生成的笔迹</translation>
    </message>
    <message>
        <source>There are no samples to learn from yet: draw digits in the window and label them.</source>
        <translation>还没有可学习的样本：请在窗口中写数字并标注。</translation>
    </message>
    <message>
        <source>There are no samples of {0} to learn from yet: draw some in the window and label them.</source>
        <translation>还没有可学习的 {0} 的样本：请在窗口中写一些并标注。</translation>
    </message>
    <message>
        <source>There is no MNIST in {0}: run handdigit fetch-data mnist, or name a folder that has it, as in mnist:DIR.</source>
        <translation>{0} 中没有 MNIST：请运行 handdigit fetch-data mnist，或指定含有它的文件夹，如 mnist:DIR。</translation>
    </message>
    <message>
        <source>The pictures in {0} are {1}; MNIST&apos;s are {2}×{2}.</source>
        <translation>{0} 中的图像为 {1}；MNIST 的为 {2}×{2}。</translation>
    </message>
    <message>
        <source>MNIST train</source>
        <translation>MNIST 训练集</translation>
    </message>
    <message>
        <source>{0} has nothing but empty inks in it.</source>
        <translation>{0} 中只有空的笔迹。</translation>
    </message>
    <message>
        <source>{0} is several networks: learn from one of them.</source>
        <translation>{0} 是多个网络：请向其中的一个学习。</translation>
    </message>
    <message>
        <source>{0} reads {1}: choose a teacher that reads the same.</source>
        <translation>{0} 读的是 {1}：请选择读同样内容的教师模型。</translation>
    </message>
    <message>
        <source>The run began with another {0}: start the training anew.</source>
        <translation>这次训练开始时用的是另一个 {0}：请重新开始训练。</translation>
    </message>
    <message>
        <source>{0} sees grey levels otherwise than {1}: choose another.</source>
        <translation>{0} 的灰度归一化与 {1} 不同：请另选一个。</translation>
    </message>
    <message>
        <source>{0} is several networks: train one of them further.</source>
        <translation>{0} 是多个网络：请继续训练其中的一个。</translation>
    </message>
    <message>
        <source>{0} is another network than {1}.</source>
        <translation>{0} 与 {1} 是不同的网络。</translation>
    </message>
    <message>
        <source>The run {0} has become a model already.</source>
        <translation>训练过程 {0} 已成为模型。</translation>
    </message>
    <message>
        <source>The checkpoint of the run {0} is damaged: start the training anew.</source>
        <translation>训练过程 {0} 的检查点已损坏：请重新开始训练。</translation>
    </message>
    <message>
        <source>The run {0}</source>
        <translation>训练过程 {0}</translation>
    </message>
    <message>
        <source>There is no sample to learn yet: draw a digit and press the right digit key.</source>
        <translation>还没有可学习的样本：请写一个数字并按正确的数字键。</translation>
    </message>
    <message>
        <source>There is no sample of {0} to learn yet: draw one and label it.</source>
        <translation>还没有可学习的 {0} 的样本：请写一个并标注。</translation>
    </message>
    <message>
        <source>generated digits</source>
        <translation>生成的数字</translation>
    </message>
    <message>
        <source>An ensemble cannot be taught: choose one of its models.</source>
        <translation>不能教集成：请选择其中的一个模型。</translation>
    </message>
    <message>
        <source>your samples</source>
        <translation>您的样本</translation>
    </message>
    <message>
        <source>held-out samples</source>
        <translation>留出的样本</translation>
    </message>
    <message>
        <source>The quickest that reads well: a good first try</source>
        <translation>读得好的网络中最快的：适合第一次尝试</translation>
    </message>
    <message>
        <source>The shipped model&apos;s: well within an hour</source>
        <translation>自带模型的网络：不到一小时</translation>
    </message>
    <message>
        <source>Twice default&apos;s channels: a night, and default&apos;s teacher</source>
        <translation>通道数是 default 的两倍：训练一夜，default 的教师</translation>
    </message>
    <message>
        <source>As large as default, strides early: over an hour</source>
        <translation>与 default 一样大，较早用步幅：一个多小时</translation>
    </message>
    <message>
        <source>Learns MNIST within seconds: little arithmetic</source>
        <translation>几秒钟学会 MNIST：计算量很小</translation>
    </message>
    <message>
        <source>LeCun 1998, as in the paper: table, RBF output</source>
        <translation>LeCun 1998，与论文相同：连接表，RBF 输出</translation>
    </message>
    <message>
        <source>LeNet-5 as it is built today</source>
        <translation>今天常见的 LeNet-5</translation>
    </message>
    <message>
        <source>The network of many tutorials</source>
        <translation>许多教程中的网络</translation>
    </message>
    <message>
        <source>Nielsen 2015: one convolution, sigmoid</source>
        <translation>Nielsen 2015：一层卷积，sigmoid</translation>
    </message>
    <message>
        <source>Nielsen 2015: two convolutions, ReLU</source>
        <translation>Nielsen 2015：两层卷积，ReLU</translation>
    </message>
    <message>
        <source>Nielsen 2015: wide, with dropout</source>
        <translation>Nielsen 2015：很宽，带 dropout</translation>
    </message>
    <message>
        <source>After AlexNet (2012): large first kernels</source>
        <translation>仿 AlexNet（2012）：第一层卷积核很大</translation>
    </message>
    <message>
        <source>After VGG (2015): 3×3 kernels and depth</source>
        <translation>仿 VGG（2015）：3×3 卷积核，层数多</translation>
    </message>
    <message>
        <source>After GoogLeNet (2015): branches</source>
        <translation>仿 GoogLeNet（2015）：分支</translation>
    </message>
    <message>
        <source>After ResNet (2016): shortcuts add</source>
        <translation>仿 ResNet（2016）：捷径相加</translation>
    </message>
    <message>
        <source>No convolution: 100 hidden units</source>
        <translation>没有卷积：100 个隐藏单元</translation>
    </message>
    <message>
        <source>No convolution: 30 hidden units</source>
        <translation>没有卷积：30 个隐藏单元</translation>
    </message>
    <message>
        <source>No hidden layer at all</source>
        <translation>完全没有隐藏层</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>The slope at every pixel (Simonyan 2014)</source>
        <translation>每个像素处的斜率（Simonyan 2014）</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>What a little more ink in a pixel would do to {0}: blue raises it, orange lowers it.</source>
        <translation>某个像素多一点墨迹会怎样影响 {0}：蓝色使它升高，橙色使它降低。</translation>
    </message>
    <message>
        <source>How much each pixel&apos;s ink adds to {0} on the way from blank paper to the drawing: blue adds, orange takes away.</source>
        <translation>从白纸到这幅图的过程中，每个像素的墨迹为 {0}增加多少：蓝色增加，橙色减少。</translation>
    </message>
    <message>
        <source>Slopes from blank paper to the drawing (Sundararajan 2017)</source>
        <translation>从白纸到手写图的斜率（Sundararajan 2017）</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Where the network&apos;s last maps find what raises {0}. Coarse, as those maps are small; never below zero.</source>
        <translation>网络的最后几幅图在哪里发现了使 {0} 升高的东西。较粗略，因为这些图很小；从不低于零。</translation>
    </message>
    <message>
        <source>The last maps, weighted (Selvaraju 2017)</source>
        <translation>加权后的最后特征图（Selvaraju 2017）</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>How far {0} falls when a patch of 5 × 5 pixels is covered with paper: blue is needed, orange stands in its way.</source>
        <translation>用白纸遮住 5 × 5 像素的一块时 {0}下降多少：蓝色是需要的，橙色是妨碍它的。</translation>
    </message>
    <message>
        <source>Covering a patch at a time (Zeiler 2014)</source>
        <translation>每次遮住一块（Zeiler 2014）</translation>
    </message>
    <message>
        <source>The last drawing is back as far as it could be read: {0} is damaged.</source>
        <translation>上次的手写图已尽可能恢复：{0} 已损坏。</translation>
    </message>
    <message>
        <source>The drawing is not kept for the next start. {0}</source>
        <translation>手写图不会保留到下次启动。{0}</translation>
    </message>
    <message>
        <source>UNIPEN, written with pens</source>
        <translation>UNIPEN，用笔书写</translation>
    </message>
    <message>
        <source>Pendigits, written with a pen</source>
        <translation>Pendigits，用笔书写</translation>
    </message>
    <message>
        <source>NumberPad, written with a finger</source>
        <translation>NumberPad，用手指书写</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Understand</source>
        <translation>理解</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>评判</translation>
    </message>
    <message>
        <source>How do I…</source>
        <translation>怎样…</translation>
    </message>
    <message>
        <source>… undo? Ctrl+Z, or Undo above the canvas; Ctrl+Shift+Z brings it back.</source>
        <translation>… 撤销？Ctrl+Z，或画布上方的“撤销”；Ctrl+Shift+Z 可以重做。</translation>
    </message>
    <message>
        <source>… change the language? View ▸ Language.</source>
        <translation>… 更改语言？视图 ▸ 语言。</translation>
    </message>
    <message>
        <source>… train a network? Retrain: choose what it learns from, which network, and press Train. Teach from Your Samples lets it learn your own hand in about a minute.</source>
        <translation>… 训练网络？“重新训练”：选择用什么学习、用哪个网络，然后按“训练”。“用您的样本教它”让它在一分钟左右学会您的笔迹。</translation>
    </message>
    <message>
        <source>… see why this is a 7? Why: blue ink speaks for it, orange ink against.</source>
        <translation>… 看出为什么这是 7？“为什么”：蓝色墨迹支持它，橙色墨迹反对它。</translation>
    </message>
    <message>
        <source>… find out what a layer does, pooling for example? Inside: the ⓘ beside a layer; or the course, which has a page for each kind.</source>
        <translation>… 弄清一层做什么，例如池化？“内部”：层旁边的 ⓘ；或课程，每一种层都有一页。</translation>
    </message>
    <message>
        <source>… use another network? The box at the lower edge of the window, or Ctrl+M.</source>
        <translation>… 使用另一个网络？窗口下边缘的方框，或 Ctrl+M。</translation>
    </message>
    <message>
        <source>… find the keys? Press ?</source>
        <translation>… 找到各个按键？按 ?</translation>
    </message>
    <message>
        <source>The canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Draw here with the mouse, a finger or a pen; the network reads while you draw. The eraser (E) takes away what it touches, and its preview says what the answer would be. Everything can be undone.</source>
        <translation>用鼠标、手指或笔在这里写；网络会边写边读。橡皮（E）擦去它碰到的部分，它的预览会显示结果将是什么。一切都可以撤销。</translation>
    </message>
    <message>
        <source>Pictures can be opened, dropped here or pasted. N reads a whole number. Pen width is only how it looks: the network gets every pen equally thick.</source>
        <translation>图片可以打开、拖放到这里或粘贴。N 读整个多位数。笔的粗细只影响外观：网络得到的笔画都一样粗。</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>What was taken for ink stands out in blue. Is that not the digit? Press Crop and draw a frame round it. Corners pulls a sheet straight that was seen from the side. Ink says how faint ink may be. The eraser makes paper of what it touches.</source>
        <translation>被当作墨迹的部分以蓝色突出显示。那不是数字吗？按“裁剪”，在数字周围画一个框。“四角”把斜着拍的纸拉正。“墨迹”决定多浅的也算墨迹。橡皮把碰到的地方变成纸。</translation>
    </message>
    <message>
        <source>The arrow keys move a frame or the handle that Tab has led to, with Shift faster; Enter keeps it, Esc gives it up. Everything can be undone.</source>
        <translation>方向键移动框，或用 Tab 选中的控制点，按住 Shift 更快；回车保留，Esc 放弃。一切都可以撤销。</translation>
    </message>
    <message>
        <source>What the network gets</source>
        <translation>网络得到的</translation>
    </message>
    <message>
        <source>The network does not see your strokes. The drawing is cut out, scaled so that its longer side has 20 pixels, and put into 28 × 28 with its centre of mass in the middle, as the digits were that it learned from.</source>
        <translation>网络看不到您的笔画。手写图先被剪出，缩放到较长边为 20 像素，再放进 28 × 28，使重心位于正中，就像它学过的数字那样。</translation>
    </message>
    <message>
        <source>Switch a step off to see what it is for.</source>
        <translation>关掉一个步骤，看看它有什么用。</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>The bars are the network&apos;s ten outputs: how probable each digit is, together 100 %. What is not like any digit is refused, with the reason; the bars then show what the network alone would have claimed.</source>
        <translation>这些条是网络的十个输出：每个数字的概率有多大，合计 100 %。与任何数字都不像的会被拒绝，并说明原因；这时各条显示若只看网络会得出什么。</translation>
    </message>
    <message>
        <source>Press a digit key to keep the drawing as a sample of that digit: later the network can learn from it.</source>
        <translation>按数字键把手写图保留为该数字的样本：以后网络可以用它学习。</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>All of the network at work on your drawing. Blue values are positive, orange negative. Click a unit: the canvas shows what it sees of the drawing, and below stands how its value was computed, equal to torch&apos;s.</source>
        <translation>整个网络处理您的手写图的情形。蓝色的值为正，橙色为负。点击一个单元：画布显示它看到手写图的哪一部分，下方列出它的值怎样算出，与 torch 的相等。</translation>
    </message>
    <message>
        <source>Backward shows how the loss depends on every value: what learning starts from.</source>
        <translation>“反向”显示损失怎样依赖于每个值：学习由此开始。</translation>
    </message>
    <message>
        <source>Which ink speaks for a digit (blue) and which against it (orange). Four methods answer a little differently; each says what its colours mean.</source>
        <translation>哪些墨迹支持一个数字（蓝色），哪些反对它（橙色）。四种方法的回答略有不同；每种都说明其颜色的含义。</translation>
    </message>
    <message>
        <source>Ask about another digit than the one that is read. Below are the smallest erasures that would change the answer: each can be tried.</source>
        <translation>也可以询问读出的数字以外的另一个数字。下面是会改变结果的最小擦除：每个都可以试。</translation>
    </message>
    <message>
        <source>Convolution and pooling by hand, on your drawing or on small examples: change kernel, padding, stride and dilation, and type into the grids. Every output value shows its sum, and the output&apos;s size its formula.</source>
        <translation>亲手做卷积和池化，用您的手写图或小例子：更改卷积核、填充、步幅和膨胀率，也可以在网格中输入。每个输出值都显示它的求和，输出的大小显示它的公式。</translation>
    </message>
    <message>
        <source>Turn, shift, scale or thicken the drawing or add noise, and see how far several networks still read it. The curves are the probability of the digit.</source>
        <translation>旋转、平移、缩放、加粗手写图，或加噪声，看看几个网络在多大范围内仍能读出它。曲线是该数字的概率。</translation>
    </message>
    <message>
        <source>Many digits as points: those that the network finds alike in its last hidden layer lie together. Your drawing is among them, with its nearest neighbours.</source>
        <translation>许多数字显示为点：网络在其最后一个隐藏层中认为相像的彼此靠近。您的手写图也在其中，并有它最近的邻居。</translation>
    </message>
    <message>
        <source>What would a unit like to see most? Starting from noise or from your drawing, a picture is changed step by step so that the unit&apos;s value grows.</source>
        <translation>一个单元最想看到什么？从噪声或您的手写图出发，逐步改变图像，使该单元的值增大。</translation>
    </message>
    <message>
        <source>Choose what is learned from, which network learns, and how; then press Train. The curves show loss and accuracy on what is learned and on what is held back, and your drawing is read again and again by the network that learns.</source>
        <translation>选择用什么学习、由哪个网络学习、怎样学习；然后按“训练”。曲线显示在所学样本和留出样本上的损失与准确率，正在学习的网络会一次又一次地读您的手写图。</translation>
    </message>
    <message>
        <source>A run can be paused, and goes on after an interruption. What comes of it is a version in Models.</source>
        <translation>训练过程可以暂停，中断后可以继续。训练得到的是“模型”中的一个版本。</translation>
    </message>
    <message>
        <source>Your labelled drawings. About every fifth is held out: it is never learned and only measures. Press a key to relabel what is selected; import and export are below.</source>
        <translation>您标注过的手写图。大约每五个留出一个：从不学习，只用于测量。按键可重新标注选中的样本；导入和导出在下方。</translation>
    </message>
    <message>
        <source>Teach lets the network learn them, and shows before and after.</source>
        <translation>“教它”让网络学习它们，并显示之前和之后。</translation>
    </message>
    <message>
        <source>Every network, shipped or trained by you: its size, how it was trained, how often it is right. Activate lets it answer; Roll Back lets the one before answer again.</source>
        <translation>每个网络，自带的或您训练的：它的大小、怎样训练、读对的频率。“启用”让它来回答；“退回前一个”让之前的重新回答。</translation>
    </message>
    <message>
        <source>Several can be compared on a set of digits, or joined to an ensemble.</source>
        <translation>可以在一组数字上比较几个网络，或把它们组成集成。</translation>
    </message>
    <message>
        <source>Measure the network on digits whose names are known. The table shows which digit was read as which; click a cell for its pictures, the surest mistakes first.</source>
        <translation>用已知是几的数字测量网络。表格显示哪个数字读成了哪个；点击格子查看其中的图像，把握最大的误读在前。</translation>
    </message>
    <message>
        <source>Calibration: when it is 90 % sure, is it right in 90 of 100?</source>
        <translation>校准：当它有 90 % 的把握时，是否 100 次中对 90 次？</translation>
    </message>
    <message>
        <source>A training run, epoch by epoch: how kernels, maps and the answer to your drawing came to be. Any moment can be kept as a version.</source>
        <translation>逐轮回看一次训练过程：卷积核、特征图和对您的手写图的结果是怎样形成的。任一时刻都可以保留为一个版本。</translation>
    </message>
    <message>
        <source>Every layer of the network, working on your drawing.</source>
        <translation>网络的每一层怎样处理您的手写图。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Which parts of the ink speak for a digit, and which against it.</source>
        <translation>墨迹的哪些部分支持一个数字，哪些反对它。</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Many digits as points: what the network finds alike lies close together.</source>
        <translation>许多数字显示为点：网络认为相像的彼此靠近。</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>旋钮</translation>
    </message>
    <message>
        <source>Turn, shift or blur the drawing, and see where the answer tips over.</source>
        <translation>旋转、平移或模糊手写图，看看结果在哪里翻转。</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>实验室</translation>
    </message>
    <message>
        <source>Slide a kernel over a picture yourself, step by step.</source>
        <translation>亲手让卷积核在图像上一步步滑动。</translation>
    </message>
    <message>
        <source>Maximise</source>
        <translation>最大激活</translation>
    </message>
    <message>
        <source>Let a picture grow that one unit of the network answers to most.</source>
        <translation>让一幅图像逐渐形成，使网络的某个单元响应最强。</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>重新训练</translation>
    </message>
    <message>
        <source>Choose data, a network and a recipe, and watch it learn.</source>
        <translation>选择数据、网络和训练方案，看它学习。</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Your own labelled digits, to train with.</source>
        <translation>您自己标注的数字，可用于训练。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间机</translation>
    </message>
    <message>
        <source>Go back through a training run, and see how it learned to read your drawing.</source>
        <translation>回看一次训练过程，看它怎样学会读您的手写图。</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Every network there is: choose which one answers, and compare them.</source>
        <translation>所有的网络：选择由哪个回答，并比较它们。</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>误读</translation>
    </message>
    <message>
        <source>Which digits it misreads.</source>
        <translation>它读错哪些数字。</translation>
    </message>
    <message>
        <source>an edge with ink on its right and paper on its left</source>
        <translation>右侧为墨迹、左侧为白纸的边缘</translation>
    </message>
    <message>
        <source>an edge with ink to the lower right and paper to the upper left</source>
        <translation>右下为墨迹、左上为白纸的边缘</translation>
    </message>
    <message>
        <source>an edge with ink below and paper above</source>
        <translation>下方为墨迹、上方为白纸的边缘</translation>
    </message>
    <message>
        <source>an edge with ink to the lower left and paper to the upper right</source>
        <translation>左下为墨迹、右上为白纸的边缘</translation>
    </message>
    <message>
        <source>an edge with ink on its left and paper on its right</source>
        <translation>左侧为墨迹、右侧为白纸的边缘</translation>
    </message>
    <message>
        <source>an edge with ink to the upper left and paper to the lower right</source>
        <translation>左上为墨迹、右下为白纸的边缘</translation>
    </message>
    <message>
        <source>an edge with ink above and paper below</source>
        <translation>上方为墨迹、下方为白纸的边缘</translation>
    </message>
    <message>
        <source>an edge with ink to the upper right and paper to the lower left</source>
        <translation>右上为墨迹、左下为白纸的边缘</translation>
    </message>
    <message>
        <source>a level line of ink</source>
        <translation>水平的墨线</translation>
    </message>
    <message>
        <source>a line of ink that falls to the right</source>
        <translation>向右下倾斜的墨线</translation>
    </message>
    <message>
        <source>an upright line of ink</source>
        <translation>竖直的墨线</translation>
    </message>
    <message>
        <source>a line of ink that rises to the right</source>
        <translation>向右上倾斜的墨线</translation>
    </message>
    <message>
        <source>a level gap between ink</source>
        <translation>墨迹之间水平的空隙</translation>
    </message>
    <message>
        <source>a gap between ink that falls to the right</source>
        <translation>墨迹之间向右下倾斜的空隙</translation>
    </message>
    <message>
        <source>an upright gap between ink</source>
        <translation>墨迹之间竖直的空隙</translation>
    </message>
    <message>
        <source>a gap between ink that rises to the right</source>
        <translation>墨迹之间向右上倾斜的空隙</translation>
    </message>
    <message>
        <source>a dot of ink with paper around it</source>
        <translation>四周为白纸的墨点</translation>
    </message>
    <message>
        <source>a dot of paper with ink around it</source>
        <translation>四周为墨迹的白点</translation>
    </message>
    <message>
        <source>ink, wherever under it</source>
        <translation>墨迹，无论在它下面的哪一处</translation>
    </message>
    <message>
        <source>paper, wherever under it</source>
        <translation>白纸，无论在它下面的哪一处</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>28 × 28 numbers: how much ink every little square has.</source>
        <translation>28 × 28 个数：每个小方格里有多少墨迹。</translation>
    </message>
    <message>
        <source>The drawing, made as small as the pictures that the network learned from. Every number says how much ink a little square has; paper is below 0, ink above.</source>
        <translation>手写图，缩小到与网络学过的图像一样大。每个数表示一个小方格有多少墨迹；白纸低于 0，墨迹高于 0。</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Turns the scores of all classes into shares that add up to 1.</source>
        <translation>把所有类别的得分变成总和为 1 的份额。</translation>
    </message>
    <message>
        <source>1×1 convolution</source>
        <translation>1×1 卷积</translation>
    </message>
    <message>
        <source>Mixes the maps into new ones, at every place by itself.</source>
        <translation>在每个位置上分别把各特征图混合成新的特征图。</translation>
    </message>
    <message>
        <source>Mixes the maps at every place by itself, without looking at its neighbours. So it makes fewer maps of many, and what comes after has less to compute.</source>
        <translation>在每个位置上单独混合各特征图，不看它的邻居。这样由许多图得到较少的图，后面要计算的也就少了。</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Slides a {0}×{0} kernel over the maps for every pattern it looks for.</source>
        <translation>为要找的每种图案，用一个 {0}×{0} 卷积核滑过各特征图。</translation>
    </message>
    <message>
        <source>Slides small kernels over the maps: each looks for one pattern, wherever that is. The same few weights serve every place, so there is little to learn and much to compute.</source>
        <translation>让小卷积核在特征图上滑动：每个核寻找一种模式，无论它在哪里。所有位置共用同样的少数权重，所以要学的少，要算的多。</translation>
    </message>
    <message>
        <source>Partial convolution</source>
        <translation>部分连接卷积</translation>
    </message>
    <message>
        <source>Slides a {0}×{0} kernel over some of the maps for every pattern it looks for.</source>
        <translation>为要找的每种图案，用一个 {0}×{0} 卷积核滑过其中一些特征图。</translation>
    </message>
    <message>
        <source>A convolution in which every map reads only some of the maps before, by a table. So it has fewer weights, and the maps have to find different things.</source>
        <translation>一种卷积，每幅图按一张表只读前面的一部分图。因此权重较少，各图也必须找到不同的东西。</translation>
    </message>
    <message>
        <source>Dense layer</source>
        <translation>全连接层</translation>
    </message>
    <message>
        <source>Adds up all numbers that come in, each times a weight of its own.</source>
        <translation>把输入的所有数各乘以自己的权重，再加起来。</translation>
    </message>
    <message>
        <source>Every output weighs every number that comes in, each with a weight of its own. That makes many parameters, but each is used only once for a drawing.</source>
        <translation>每个输出都对输入的每个数加权，每个数各有自己的权重。这样参数很多，但每个参数对一幅手写图只用一次。</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>Keeps the largest value of every {0}×{0}.</source>
        <translation>每个 {0}×{0} 只保留最大值。</translation>
    </message>
    <message>
        <source>Keeps the largest value of every window, in each map by itself. Maps get smaller, and it hardly matters if the drawing moves by a pixel.</source>
        <translation>在每幅图中分别保留每个窗口的最大值。图变小了，手写图移动一个像素也几乎没有影响。</translation>
    </message>
    <message>
        <source>Mean pooling</source>
        <translation>平均池化</translation>
    </message>
    <message>
        <source>Takes the mean of every {0}×{0}.</source>
        <translation>取每个 {0}×{0} 的平均值。</translation>
    </message>
    <message>
        <source>Takes the mean of every window, in each map by itself. Maps get smaller and smoother, and small shifts matter less.</source>
        <translation>在每幅图中分别取每个窗口的平均值。图变得更小、更平滑，小的平移影响也较小。</translation>
    </message>
    <message>
        <source>Global mean pooling</source>
        <translation>全局平均池化</translation>
    </message>
    <message>
        <source>Makes one number of every map: its mean.</source>
        <translation>把每幅特征图变成一个数：它的平均值。</translation>
    </message>
    <message>
        <source>Makes one number of every map: its mean. What counts from here on is how much of a pattern there is, no longer where.</source>
        <translation>把每幅图变成一个数：它的平均值。从这里起，重要的是某种模式有多少，而不再是它在哪里。</translation>
    </message>
    <message>
        <source>Subsampling</source>
        <translation>下采样</translation>
    </message>
    <message>
        <source>Takes the mean of every {0}×{0}, times a trained number, plus another.</source>
        <translation>取每个 {0}×{0} 的平均值，乘以一个训练得到的数，再加上另一个。</translation>
    </message>
    <message>
        <source>The mean of every window, times one trained coefficient, plus one trained bias a map. LeNet-5&apos;s pooling: it learns how strongly each map passes on what it saw.</source>
        <translation>每个窗口的平均值乘以一个训练得到的系数，再加一个训练得到的偏置，每幅图各一个。这是 LeNet-5 的池化：它学习每幅图把看到的东西以多大的强度传下去。</translation>
    </message>
    <message>
        <source>Puts a frame of one value around every map.</source>
        <translation>在每幅特征图周围加一圈相同的值。</translation>
    </message>
    <message>
        <source>Backpropagation</source>
        <translation>反向传播</translation>
    </message>
    <message>
        <source>The loss is −ln of the probability of the right digit. Backpropagation asks of every value in the network how the loss changes with it: its δ. For the logits that is simple: the probability, minus 1 at the right digit.</source>
        <translation>损失是正确数字的概率取 −ln。反向传播对网络中的每个值求损失怎样随它变化：即它的 δ。对得分来说很简单：概率，在正确的数字处减 1。</translation>
    </message>
    <message>
        <source>Layer by layer it goes back: through max pooling to the winner alone, through mean pooling to all alike, through a convolution with the kernel turned. A weight&apos;s gradient is the sum of δ times input over all places; a bias&apos;s is the sum of δ. Every weight then takes a small step against its gradient.</source>
        <translation>它逐层往回走：经过最大池化只传给最大的那个，经过平均池化平均传给所有的，经过卷积则用旋转的卷积核。权重的梯度是 δ 乘以输入在所有位置上的和；偏置的梯度是 δ 的和。然后每个权重逆着梯度走一小步。</translation>
    </message>
    <message>
        <source>Let the digit that is read be the right one. What is the δ of its logit? Take the probability from its bar; two decimals are enough.</source>
        <translation>假设读出的数字就是正确的。它的得分的 δ 是多少？概率看它的条；两位小数就够了。</translation>
    </message>
    <message>
        <source>Subtract 1 from the probability of the digit that is read: 0.98 − 1.</source>
        <translation>用读出的数字的概率减去 1：0.98 − 1。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>A step takes a batch of digits, computes the mean gradient and changes all weights by the learning rate times it. All digits once are an epoch. Too large a rate jumps about, too small a rate gets nowhere: schedules lower it by and by.</source>
        <translation>一步取一个批次的数字，计算平均梯度，再按学习率乘以它来改变所有权重。全部数字过一遍是一轮。学习率太大会来回跳动，太小则毫无进展：学习率计划会逐渐降低它。</translation>
    </message>
    <message>
        <source>Momentum goes on in the direction of the steps before. Adagrad, RMSProp, Adadelta and Adam give every weight a step size of its own, from its past gradients. Retrain has them all.</source>
        <translation>动量沿之前各步的方向继续前进。Adagrad、RMSProp、Adadelta 和 Adam 根据每个权重过去的梯度，给它自己的步长。“重新训练”中全都有。</translation>
    </message>
    <message>
        <source>network3-1conv learned from 60,000 digits; its batch size is in Models. How many steps did an epoch have?</source>
        <translation>network3-1conv 用 60,000 个数字学习；它的批大小见“模型”。一轮有多少步？</translation>
    </message>
    <message>
        <source>Divide the number of digits by the batch size.</source>
        <translation>用数字的个数除以批大小。</translation>
    </message>
    <message>
        <source>Overfitting, dropout, augmentation</source>
        <translation>过拟合、dropout、数据增强</translation>
    </message>
    <message>
        <source>A network can learn its examples by heart and be wrong about others: overfitting. So some digits are held back and only measured with, for choices (validation) and at the very end (test).</source>
        <translation>网络可能把例子背下来，而对别的读错：这是过拟合。所以留出一些数字，只用来测量：用于选择（验证），以及在最后（测试）。</translation>
    </message>
    <message>
        <source>Dropout silences a random share of the units in every step, so that none relies on another. Augmentation shifts, turns and bends the examples. Both make learning harder and the result better.</source>
        <translation>dropout 在每一步中随机让一部分单元沉默，使任何单元都不依赖别的单元。数据增强平移、旋转、弯曲例子。两者都使学习更难，结果更好。</translation>
    </message>
    <message>
        <source>dense-100 knew its examples nearly by heart. Activate a network that was right less often while it learned than on the test set; network3-dropout is a good guess.</source>
        <translation>dense-100 几乎把例子背了下来。请启用一个学习时的正确率低于测试集正确率的网络；可以试试 network3-dropout。</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>For every map it subtracts the mean and divides by the standard deviation that the map has over many digits; then it stretches and moves by two numbers that are learned. While learning these are mean and deviation of the batch; afterwards those of all of training.</source>
        <translation>对每幅图，它减去这幅图在许多数字上的平均值，再除以标准差；然后用两个学来的数拉伸和移动。学习时用的是该批次的平均值和标准差；之后用整个训练的。</translation>
    </message>
    <message>
        <source>Layers behind it get values of one size: larger learning rates work.</source>
        <translation>它后面的层得到大小相近的值：可以使用更大的学习率。</translation>
    </message>
    <message>
        <source>Click a unit of norm1 (block 1, norm) that has another sign than what came in, the same place of conv1.</source>
        <translation>点击 norm1（块 1，批归一化）中的一个单元，它的符号与输入（即 conv1 同一位置的值）不同。</translation>
    </message>
    <message>
        <source>Ensembles</source>
        <translation>集成</translation>
    </message>
    <message>
        <source>Several networks that began with other random weights err on other digits. Let them vote, by majority or by the mean of their probabilities, and the answer is better than that of most of them.</source>
        <translation>几个从不同的随机权重开始的网络，会在不同的数字上出错。让它们投票，按多数或按概率的平均值，结果就比其中大多数网络更好。</translation>
    </message>
    <message>
        <source>The bars show what they come to; Inside looks into one of them at a time.</source>
        <translation>各条显示它们共同得出的结果；“内部”一次查看其中的一个。</translation>
    </message>
    <message>
        <source>Look into another of its networks: the box “Inside” at the lower edge.</source>
        <translation>请查看其中的另一个网络：下边缘的“内部”方框。</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Accuracy counts how often the answer is right. Cross-entropy also asks how sure it was: −ln of the probability of the right digit, a great deal for a mistake that was sure.</source>
        <translation>准确率计算结果有多常正确。交叉熵还看它有多大把握：正确数字的概率取 −ln；很有把握的误读，这个值就很大。</translation>
    </message>
    <message>
        <source>Errors shows which digits are taken for which. Click a cell and look: many of the last mistakes look wrong to people too.</source>
        <translation>“误读”显示哪些数字被当成了哪些。点击一个格子看看：最后那些误读中有许多，人看起来也不对。</translation>
    </message>
    <message>
        <source>Draw something of which the network is less than 90 % sure.</source>
        <translation>请写一个网络的把握低于 90 % 的图形。</translation>
    </message>
    <message>
        <source>Turns the scores of all digits into shares that add up to 1. Only differences between scores count: every further point of a lead multiplies the share.</source>
        <translation>把所有数字的得分变成合计为 1 的份额。只有得分之差起作用：领先每多一分，份额就成倍增加。</translation>
    </message>
    <message>
        <source>Brings every map to the mean and the spread that training found.</source>
        <translation>让每幅特征图具有训练得到的均值和离散程度。</translation>
    </message>
    <message>
        <source>Brings every map to the mean and the spread that training found best for it. So the layers after it meet values of a usual size, and training is quicker.</source>
        <translation>使每幅图具有训练认为最适合它的平均值和标准差。这样后面的层得到大小正常的值，训练也更快。</translation>
    </message>
    <message>
        <source>Rescaling</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Brings the grey levels to another range.</source>
        <translation>把灰度变到另一个范围。</translation>
    </message>
    <message>
        <source>Multiplies every value by a fixed number and adds another. It brings the grey levels to the range that the network was made for.</source>
        <translation>把每个值乘以一个固定的数，再加上另一个。它把灰度值变到网络所针对的范围。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征数</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>膨胀率</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Puts a frame of one value around every map. So kernels can also lie at the edge, and maps do not shrink so soon.</source>
        <translation>在每幅图四周加一圈值相同的边框。这样卷积核也可以放在边缘，图也不会那么快变小。</translation>
    </message>
    <message>
        <source>Flattening</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>Lays all maps out in one line of numbers.</source>
        <translation>把所有特征图排成一行数。</translation>
    </message>
    <message>
        <source>Lays all maps out in one line of numbers, map after map. Nothing is computed: the dense layer after it wants a line.</source>
        <translation>把所有图一幅接一幅排成一列数。什么也不计算：后面的全连接层需要这样的一列。</translation>
    </message>
    <message>
        <source>Distance from pictures</source>
        <translation>与图像的距离</translation>
    </message>
    <message>
        <source>Measures how far the numbers are from a picture of each digit.</source>
        <translation>度量这些数与每个数字的图像相距多远。</translation>
    </message>
    <message>
        <source>Compares the numbers that come in with a fixed 7×12 picture of each digit: the score is the sum of the squared differences, made negative. The nearest picture wins; LeNet-5 ends like this.</source>
        <translation>把输入的数与每个数字的一幅固定的 7×12 图像比较：得分是差的平方和取负。最近的图像获胜；LeNet-5 就这样结束。</translation>
    </message>
    <message>
        <source>Turns what is below 0 into 0 and passes on the rest.</source>
        <translation>把小于 0 的变成 0，其余照样传下去。</translation>
    </message>
    <message>
        <source>Cuts off what is negative and passes on what is positive. Without such a bend, all layers together would be no more than one weighted sum.</source>
        <translation>舍去负的，传递正的。没有这样的弯折，所有层合起来也不过是一个加权和。</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Bends every number into the range from 0 to 1.</source>
        <translation>把每个数弯到 0 到 1 的范围内。</translation>
    </message>
    <message>
        <source>Bends any number into the range from 0 to 1. Far from 0 the curve is flat, so deep networks learn slowly with it.</source>
        <translation>把任意数弯曲到 0 至 1 的范围内。远离 0 处曲线是平的，所以深的网络用它学得慢。</translation>
    </message>
    <message>
        <source>Bends every number into the range from −1 to 1.</source>
        <translation>把每个数弯到 −1 到 1 的范围内。</translation>
    </message>
    <message>
        <source>Bends any number into the range from −1 to 1. Far from 0 the curve is flat, so little of the error comes back there in training.</source>
        <translation>把任意数弯曲到 −1 至 1 的范围内。远离 0 处曲线是平的，所以训练时那里传回的误差很少。</translation>
    </message>
    <message>
        <source>Scaled tanh</source>
        <translation>缩放的 tanh</translation>
    </message>
    <message>
        <source>Bends every number by LeNet-5&apos;s stretched tanh.</source>
        <translation>用 LeNet-5 的拉伸 tanh 弯曲每个数。</translation>
    </message>
    <message>
        <source>LeNet-5&apos;s bend: tanh, stretched so that 1 stays 1 and −1 stays −1. Far from 0 the curve is flat, so little of the error comes back there in training.</source>
        <translation>LeNet-5 的弯曲方式：tanh，经过拉伸，使 1 仍为 1，−1 仍为 −1。远离 0 处曲线是平的，所以训练时那里传回的误差很少。</translation>
    </message>
    <message>
        <source>Passes everything on while reading; in training it sets some values to 0.</source>
        <translation>识别时全部照样传下去；训练时把一些值设为 0。</translation>
    </message>
    <message>
        <source>In training it sets some of the values to 0, others each time, so that no unit can rely on another. While reading it does nothing.</source>
        <translation>训练时它把一部分值设为 0，每次都是不同的，使任何单元都不能依赖别的单元。读的时候它什么也不做。</translation>
    </message>
    <message>
        <source>Sum of two ways</source>
        <translation>两路相加</translation>
    </message>
    <message>
        <source>Adds what the block computed to what came past it.</source>
        <translation>把块算出的结果加到绕过它的值上。</translation>
    </message>
    <message>
        <source>Adds what a residual block computed to what came past it unchanged. The block only has to learn what is missing, so deep networks can be trained.</source>
        <translation>把残差块计算的结果与原样绕过它的值相加。该块只需学习缺少的部分，所以深的网络可以训练。</translation>
    </message>
    <message>
        <source>Branches joined</source>
        <translation>分支合并</translation>
    </message>
    <message>
        <source>Puts the maps of all branches after each other.</source>
        <translation>把所有分支的特征图依次排在一起。</translation>
    </message>
    <message>
        <source>Puts the maps of all branches after each other. So the next layer chooses between kernels of several sizes.</source>
        <translation>把所有分支的图依次排在一起。这样下一层可以在几种大小的卷积核之间选择。</translation>
    </message>
    <message>
        <source>This {0}×{0} kernel answers to {1}.</source>
        <translation>这个 {0}×{0} 卷积核响应的是：{1}。</translation>
    </message>
    <message>
        <source>This {0}×{0} kernel is a mixture without a simple name.</source>
        <translation>这个 {0}×{0} 卷积核是混合的，没有简单的名称。</translation>
    </message>
    <message>
        <source>Paper is (0 − mean {0}) / deviation {1} = {2}, full ink {3}.</source>
        <translation>纸是（0 − 均值 {0}）/ 标准差 {1} = {2}，满墨是 {3}。</translation>
    </message>
    <message>
        <source>This {0}×{0} kernel reads {1} maps, which add up to 0 each here.</source>
        <translation>这个 {0}×{0} 卷积核读 {1} 幅图，它们在这里各自合计为 0。</translation>
    </message>
    <message>
        <source>This {0}×{0} kernel reads {1} maps: map {2} speaks for it most ({3}), none against.</source>
        <translation>这个 {0}×{0} 卷积核读 {1} 幅特征图：特征图 {2} 最支持它（{3}），没有反对的。</translation>
    </message>
    <message>
        <source>This {0}×{0} kernel reads {1} maps: map {2} is most against it ({3}), none for it.</source>
        <translation>这个 {0}×{0} 卷积核读 {1} 幅特征图：特征图 {2} 最反对它（{3}），没有支持的。</translation>
    </message>
    <message>
        <source>This {0}×{0} kernel reads {1} maps: map {2} speaks for it most ({3}), map {4} most against it ({5}).</source>
        <translation>这个 {0}×{0} 卷积核读 {1} 幅特征图：特征图 {2} 最支持它（{3}），特征图 {4} 最反对它（{5}）。</translation>
    </message>
    <message>
        <source>It weighs {0:,} numbers: {1} speaks for it most ({2}), {3} most against it ({4}).</source>
        <translation>它对 {0:,} 个数加权：{1} 最支持它（{2}），{3} 最反对它（{4}）。</translation>
    </message>
    <message>
        <source>It weighs {0:,} numbers: {1} speaks for it most ({2}), none against it.</source>
        <translation>它对 {0:,} 个数加权：{1} 最支持它（{2}），没有反对的。</translation>
    </message>
    <message>
        <source>It weighs {0:,} numbers: {1} is most against it ({2}), none speaks for it.</source>
        <translation>它对 {0:,} 个数加权：{1} 最反对它（{2}），没有支持的。</translation>
    </message>
    <message>
        <source>It weighs {0:,} numbers, which are all 0 or weigh nothing here.</source>
        <translation>它对 {0:,} 个数加权，它们在这里都是 0，或权重不起作用。</translation>
    </message>
    <message>
        <source>Here it finds {0}; one of this map&apos;s {1:,} places has more.</source>
        <translation>它在这里得到 {0}；这幅图的 {1:,} 个位置中有一个更大。</translation>
    </message>
    <message>
        <source>It comes to {0}; one of {1:,} units has more.</source>
        <translation>得出 {0}；{1:,} 个单元中有一个更大。</translation>
    </message>
    <message>
        <source>Here it finds {0}; {1:,} of this map&apos;s {2:,} places have more.</source>
        <translation>它在这里得到 {0}；这幅图的 {2:,} 个位置中有 {1:,} 个更大。</translation>
    </message>
    <message>
        <source>It comes to {0}; {1:,} of {2:,} units have more.</source>
        <translation>得出 {0}；{2:,} 个单元中有 {1:,} 个更大。</translation>
    </message>
    <message>
        <source>Its score for {0} is {1}, and no other is higher.</source>
        <translation>它对 {0} 的得分是 {1}，没有更高的。</translation>
    </message>
    <message>
        <source>Its score for {0} is {1}; that of {2} is the highest, {3}.</source>
        <translation>它对 {0} 的得分是 {1}；{2} 的得分最高，为 {3}。</translation>
    </message>
    <message>
        <source>It comes to {0}.</source>
        <translation>得出 {0}。</translation>
    </message>
    <message>
        <source>Here it finds {0}; no place of this map has more.</source>
        <translation>它在这里得到 {0}；这幅图没有哪个位置更大。</translation>
    </message>
    <message>
        <source>It comes to {0}; no unit of this layer has more.</source>
        <translation>得出 {0}；这一层没有哪个单元更大。</translation>
    </message>
    <message>
        <source>{0}, map {1}, row {2}, column {3}</source>
        <translation>{0} 的特征图 {1} 行 {2} 列 {3}</translation>
    </message>
    <message>
        <source>{0}, unit {1}</source>
        <translation>{0} 的单元 {1}</translation>
    </message>
    <message>
        <source>The picture has {0} % ink here; the network gets that as {1}.</source>
        <translation>图像在这里有 {0} % 的墨迹；网络得到的是 {1}。</translation>
    </message>
    <message>
        <source>The loss for {0} says nothing about this number: it stays as it is.</source>
        <translation>{0} 的损失与这个数无关：它保持不变。</translation>
    </message>
    <message>
        <source>If this number grew by {0}, the loss for {1} would rise by about {2}: training for {1} makes it smaller.</source>
        <translation>如果这个数增大 {0}，{1} 的损失约升高 {2}：针对 {1} 的训练会把它变小。</translation>
    </message>
    <message>
        <source>If this number grew by {0}, the loss for {1} would fall by about {2}: training for {1} makes it larger.</source>
        <translation>如果这个数增大 {0}，{1} 的损失约降低 {2}：针对 {1} 的训练会把它变大。</translation>
    </message>
    <message>
        <source>If this value changed a little, the loss for {0} would stay: nothing comes back.</source>
        <translation>如果这个值稍有变化，{0} 的损失不变：没有任何东西传回来。</translation>
    </message>
    <message>
        <source>If this value grew by {0}, the loss for {1} would rise by about {2}.</source>
        <translation>如果这个值增大 {0}，{1} 的损失约升高 {2}。</translation>
    </message>
    <message>
        <source>If this value grew by {0}, the loss for {1} would fall by about {2}.</source>
        <translation>如果这个值增大 {0}，{1} 的损失约降低 {2}。</translation>
    </message>
    <message>
        <source>The mean of {0} values, {1}, times the trained coefficient {2}, plus the bias {3}: {4}.</source>
        <translation>{0} 个值的平均值 {1} 乘以训练得到的系数 {2}，再加偏置 {3}：{4}。</translation>
    </message>
    <message>
        <source>The mean of {0} values of map {1}, from {2} to {3}: {4}.</source>
        <translation>特征图 {1} 的 {0} 个值（从 {2} 到 {3}）的平均值：{4}。</translation>
    </message>
    <message>
        <source>What lies beyond the map counts as 0.</source>
        <translation>图以外的部分算作 0。</translation>
    </message>
    <message>
        <source>Takes the only value under it, {0}: row {1}, column {2} of map {3}.</source>
        <translation>取它下面唯一的值 {0}：特征图 {3} 的行 {1} 列 {2}。</translation>
    </message>
    <message>
        <source>All {0} values under it are {1}.</source>
        <translation>它下面的 {0} 个值都是 {1}。</translation>
    </message>
    <message>
        <source>Takes the largest of {0} values, {1}: row {2}, column {3} of map {4}.</source>
        <translation>取 {0} 个值中最大的 {1}：特征图 {4} 的行 {2} 列 {3}。</translation>
    </message>
    <message>
        <source>It does not matter where in the window that lies.</source>
        <translation>它在窗口中的哪个位置并不重要。</translation>
    </message>
    <message>
        <source>The squared differences of {0} numbers from the picture of a {1} add up to {2}.</source>
        <translation>{0} 个数与 {1} 的图像之差的平方和为 {2}。</translation>
    </message>
    <message>
        <source>In training this map was {0} on average, with a spread of {1}; {2} lies {3} spreads above that.</source>
        <translation>训练时这幅图平均为 {0}，标准差为 {1}；{2} 比平均值高 {3} 个标准差。</translation>
    </message>
    <message>
        <source>In training this map was {0} on average, with a spread of {1}; {2} lies {3} spreads below that.</source>
        <translation>训练时这幅图平均为 {0}，标准差为 {1}；{2} 比平均值低 {3} 个标准差。</translation>
    </message>
    <message>
        <source>Stretched by the trained {0} and shifted by {1}, that is {2}.</source>
        <translation>乘以训练得到的 {0}，再移动 {1}，就是 {2}。</translation>
    </message>
    <message>
        <source>Passes {0} on: it is positive.</source>
        <translation>传递 {0}：它是正的。</translation>
    </message>
    <message>
        <source>Cuts it off: 0, because {0} is negative.</source>
        <translation>舍去：0，因为 {0} 是负的。</translation>
    </message>
    <message>
        <source>The curve is flat here: nothing comes back in training.</source>
        <translation>曲线在这里是平的：训练时没有任何东西传回来。</translation>
    </message>
    <message>
        <source>0 stays 0.</source>
        <translation>0 仍是 0。</translation>
    </message>
    <message>
        <source>Bends {0} to {1}.</source>
        <translation>把 {0} 弯曲为 {1}。</translation>
    </message>
    <message>
        <source>The slope is {0} here: almost nothing comes back in training.</source>
        <translation>这里的斜率是 {0}：训练时几乎没有东西传回来。</translation>
    </message>
    <message>
        <source>The slope is {0} here: what comes back in training is multiplied by it.</source>
        <translation>这里的斜率是 {0}：训练时传回来的值要乘以它。</translation>
    </message>
    <message>
        <source>Another scale for the grey levels: {0} becomes {1}.</source>
        <translation>灰度值换一种尺度：{0} 变为 {1}。</translation>
    </message>
    <message>
        <source>In the frame around the map: always {0}.</source>
        <translation>在图四周的边框中：总是 {0}。</translation>
    </message>
    <message>
        <source>Inside the frame the same number as {0}: {1}.</source>
        <translation>在边框之内，与 {0} 的数相同：{1}。</translation>
    </message>
    <message>
        <source>The same number as {0}: {1}. Only its place is another.</source>
        <translation>与 {0} 的数相同：{1}。只是位置不同。</translation>
    </message>
    <message>
        <source>Does nothing while reading: {0} stays {0}.</source>
        <translation>读的时候什么也不做：{0} 仍是 {0}。</translation>
    </message>
    <message>
        <source>In training it sets {0} % of the values to 0, others each time.</source>
        <translation>训练时它把 {0} % 的值设为 0，每次都是不同的。</translation>
    </message>
    <message>
        <source>The block adds {0} to the {1} that came past it: {2}.</source>
        <translation>该块把 {0} 加到绕过它的 {1} 上：{2}。</translation>
    </message>
    <message>
        <source>Adds {0} values: {1}.</source>
        <translation>把 {0} 个值相加：{1}。</translation>
    </message>
    <message>
        <source>Turns {0} scores into shares that add up to 1: {1} gets {2} because its score is {3} above the next, that of {4}.</source>
        <translation>把 {0} 个得分变成合计为 1 的份额：{1} 得到 {2}，因为它的得分比次高的（{4} 的得分）高 {3}。</translation>
    </message>
    <message>
        <source>Turns {0} scores into shares that add up to 1: {1} gets {2} because its score is {3} below the highest, that of {4}.</source>
        <translation>把 {0} 个得分变成合计为 1 的份额：{1} 得到 {2}，因为它的得分比最高的（{4} 的得分）低 {3}。</translation>
    </message>
    <message>
        <source>Scores are divided by {0} first: fitted, so that the shares tell how often they are right.</source>
        <translation>得分先除以 {0}：这个数经过拟合，使份额表明结果有多常正确。</translation>
    </message>
    <message>
        <source>there is no panel {0}: choose {1}.</source>
        <translation>没有面板 {0}：请选择 {1}。</translation>
    </message>
    <message>
        <source>the window cannot be so small while it shows this: name at least {0}x{1} with --size.</source>
        <translation>显示这些内容时窗口不能这么小：请用 --size 指定至少 {0}x{1}。</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>block {0}</source>
        <translation>块 {0}</translation>
    </message>
    <message>
        <source>Inception {0}</source>
        <translation>Inception {0}</translation>
    </message>
    <message>
        <source>residual {0}</source>
        <translation>残差 {0}</translation>
    </message>
    <message>
        <source>weighted sum</source>
        <translation>加权和</translation>
    </message>
    <message>
        <source>sum {0}</source>
        <translation>求和 {0}</translation>
    </message>
    <message>
        <source>distances</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>{0} could not be fetched ({1}): check the connection and try again, or bring the four MNIST files from elsewhere and choose From Folder…</source>
        <translation>无法下载 {0}（{1}）：请检查连接后再试，或从别处取得四个 MNIST 文件，然后选择“从文件夹…”。</translation>
    </message>
    <message>
        <source>The place of a unit is damaged.</source>
        <translation>单元的位置已损坏。</translation>
    </message>
    <message>
        <source>Right: the sum is {0} here, and {1} where it is largest on this map.</source>
        <translation>正确：这里的和是 {0}，这幅图上最大的和是 {1}。</translation>
    </message>
    <message>
        <source>Right: ({0} + {1} − {2})/{3} + 1 = {4}, and the floor of it is {5}.</source>
        <translation>正确：({0} + {1} − {2})/{3} + 1 = {4}，向下取整为 {5}。</translation>
    </message>
    <message>
        <source>Right: the first weight was {0} and is {1} now; a kernel that finds light on the left has become one that finds light on the right.</source>
        <translation>正确：第一个权重原是 {0}，现在是 {1}；寻找左侧亮处的卷积核变成了寻找右侧亮处的卷积核。</translation>
    </message>
    <message>
        <source>Right: in one window of this drawing the maximum keeps {0} and the mean makes {1} of it.</source>
        <translation>正确：在这幅手写图的一个窗口中，最大值保留 {0}，平均值则把它变为 {1}。</translation>
    </message>
    <message>
        <source>Right: {0} came in and 0 goes out. {1} % of this layer are silent for this drawing.</source>
        <translation>正确：输入 {0}，输出 0。这一层有 {1} % 的单元对这幅手写图沉默。</translation>
    </message>
    <message>
        <source>{0} of {1}. The table has {2} connections where all with all would have {3}.</source>
        <translation>{1} 幅中的 {0} 幅。这张表有 {2} 个连接，全部相连则有 {3} 个。</translation>
    </message>
    <message>
        <source>{0} − 1 = {1}, as learning has it. The bars are calibrated afterwards: {2}.</source>
        <translation>{0} − 1 = {1}，学习时就是这个值。各条在此之后经过校准：{2}。</translation>
    </message>
    <message>
        <source>Right: {0} came in and {1} goes out: moved and stretched as all of this map is.</source>
        <translation>正确：输入 {0}，输出 {1}：与整幅图一样经过移动和拉伸。</translation>
    </message>
    <message>
        <source>Right: it mixes {0} channels at one place; a unit in the middle of its layer sees {1} × {2} pixels of the drawing.</source>
        <translation>正确：它在一个位置上混合 {0} 个通道；该层中间的单元看到手写图的 {1} × {2} 像素。</translation>
    </message>
    <message>
        <source>Convolution, step by step</source>
        <translation>卷积，一步一步来</translation>
    </message>
    <message>
        <source>A convolution slides a small grid of weights, the kernel, over the picture. At every place it multiplies what lies under it by its weights and adds everything up, over all input channels; a bias is added. The sums are a new picture, a map.</source>
        <translation>卷积让一个小的权重网格，即卷积核，在图像上滑动。在每个位置，它把下面的值与权重相乘，再对所有输入通道全部相加，并加上一个偏置。这些和构成一幅新的图像，即特征图。</translation>
    </message>
    <message>
        <source>Inside shows one such sum with all its numbers. The same kernel is used at every place: that is why a stroke is found wherever it lies.</source>
        <translation>“内部”显示一个这样的和及其所有的数。每个位置都用同一个卷积核：所以一笔无论在哪里都能被找到。</translation>
    </message>
    <message>
        <source>Click a place of a map of conv1 (block 1, conv) where the sum is at least 80 % of the largest one on that map. Where are such places?</source>
        <translation>点击 conv1（块 1，卷积）的一幅图上的一个位置，那里的和至少是该图上最大的和的 80 %。这样的位置在哪里？</translation>
    </message>
    <message>
        <source>Output size, padding and stride</source>
        <translation>输出大小、填充与步幅</translation>
    </message>
    <message>
        <source>A kernel of K values has H + 2P − K + 1 places along H values with P zeros at either end. With a stride of S it takes every S-th of them: (H + 2P − K)/S + 1, rounded down.</source>
        <translation>在两端各补 P 个零的 H 个值上，含 K 个值的卷积核有 H + 2P − K + 1 个位置。步幅为 S 时，每 S 个位置取一个：(H + 2P − K)/S + 1，向下取整。</translation>
    </message>
    <message>
        <source>No padding is called “valid”, as much as keeps the size “same”, and as much as lets the kernel overlap by a single value “full”.</source>
        <translation>不填充称为“有效”（valid），使大小不变的填充称为“大小不变”（same），让卷积核只重叠一个值的填充称为“完全”（full）。</translation>
    </message>
    <message>
        <source>The output is 4 × 4. Change the stride so that it is 2 × 2.</source>
        <translation>输出是 4 × 4。请更改步幅，使输出为 2 × 2。</translation>
    </message>
    <message>
        <source>Convolution and cross-correlation</source>
        <translation>卷积与互相关</translation>
    </message>
    <message>
        <source>Mathematicians turn the kernel by 180° before they slide it: convolution. Without the turn it is cross-correlation, which is what networks compute and call convolution: weights that are learned may as well be learned turned.</source>
        <translation>数学家在滑动之前先把卷积核旋转 180°：这是卷积。不旋转则是互相关；网络计算的是互相关，却称之为卷积：权重既然是学来的，学成旋转过的也一样。</translation>
    </message>
    <message>
        <source>In the way back through a layer the turned kernel appears by itself, slid with full padding: wide convolution. In one dimension all is the same with a row.</source>
        <translation>反向经过一层时，旋转的卷积核会自然出现，以完全填充滑动：这是宽卷积。一维时全都一样，只是换成一行。</translation>
    </message>
    <message>
        <source>Choose Convolution (flipped) as the operation. What becomes of the output?</source>
        <translation>把运算选为“卷积（翻转）”。输出会怎样？</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>A pooling layer makes maps smaller: of every window, often 2 × 2, it keeps one number, the largest (max pooling) or the mean. It has no weights and works on every channel by itself.</source>
        <translation>池化层使特征图变小：每个窗口（常为 2 × 2）只保留一个数，即最大值（最大池化）或平均值。它没有权重，对每个通道分别进行。</translation>
    </message>
    <message>
        <source>What was found stays, its exact place is forgotten: a small shift of the drawing changes little. And the next layers have less to compute.</source>
        <translation>找到的东西留下，确切的位置被忘掉：手写图稍微移动，变化很小。后面的层要算的也较少。</translation>
    </message>
    <message>
        <source>Choose mean pooling instead. What becomes of thin strokes?</source>
        <translation>改选平均池化。细的笔画会怎样？</translation>
    </message>
    <message>
        <source>Activation functions</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Sums of sums are only a sum. Between two layers a curve bends every value, or many layers could do no more than one. ReLU keeps what is positive and makes 0 of the rest; sigmoid squeezes into 0 to 1, tanh into −1 to 1.</source>
        <translation>和的和仍然只是和。两层之间要用一条曲线把每个值弯曲，否则许多层能做的不比一层多。ReLU 保留正值，把其余变为 0；sigmoid 把值压到 0 至 1，tanh 压到 −1 至 1。</translation>
    </message>
    <message>
        <source>Far from 0 sigmoid and tanh are flat: their slope vanishes, and little is learned there. ReLU&apos;s slope is 1 or 0.</source>
        <translation>远离 0 处，sigmoid 和 tanh 是平的：斜率消失，那里学不到多少。ReLU 的斜率是 1 或 0。</translation>
    </message>
    <message>
        <source>Click a unit of relu1 (block 1, ReLU) that is 0 because something negative came in.</source>
        <translation>点击 relu1（块 1，ReLU）中因输入为负而为 0 的一个单元。</translation>
    </message>
    <message>
        <source>Fully connected or convolutional</source>
        <translation>全连接还是卷积</translation>
    </message>
    <message>
        <source>In a fully connected layer every unit has a weight of its own for every pixel. Which pixels are neighbours it does not know: shuffle them all alike, and it learns as well.</source>
        <translation>在全连接层中，每个单元对每个像素都有自己的权重。它不知道哪些像素相邻：把所有图像的像素以同样的方式打乱，它学得一样好。</translation>
    </message>
    <message>
        <source>A convolution looks at neighbours only, with the same few weights everywhere. So it needs fewer parameters, and what it has learned in one corner it knows in all.</source>
        <translation>卷积只看相邻的像素，到处用同样的少数权重。因此它需要的参数较少，在一个角落学到的，在各处都会。</translation>
    </message>
    <message>
        <source>dense-100 answers. Choose a network with convolutions and fewer parameters (Ctrl+M; small is one). Does it still read the drawing?</source>
        <translation>现在由 dense-100 回答。请选择一个有卷积且参数更少的网络（Ctrl+M；small 就是一个）。它仍能读出手写图吗？</translation>
    </message>
    <message>
        <source>Softmax regression</source>
        <translation>Softmax 回归</translation>
    </message>
    <message>
        <source>The simplest network: one weighted sum of all pixels for each digit, the logits. Softmax makes shares of them: e to the power of each, divided by the sum of all ten. They are positive and together 1.</source>
        <translation>最简单的网络：对每个数字求所有像素的一个加权和，即得分（logit）。softmax 把它们变成份额：分别以 e 为底取幂，再除以全部十个的和。它们都是正数，合计为 1。</translation>
    </message>
    <message>
        <source>Its weights are a template for each digit. Every larger network ends in the same step, only that it looks at features instead of pixels.</source>
        <translation>它的权重是每个数字的模板。每个更大的网络都以同样的一步结束，只是看的不是像素，而是特征。</translation>
    </message>
    <message>
        <source>784 pixels, ten digits; a weight for each pair, a bias for each digit. How many parameters has softmax regression?</source>
        <translation>784 个像素，十个数字；每一对有一个权重，每个数字有一个偏置。softmax 回归有多少个参数？</translation>
    </message>
    <message>
        <source>Multiply the pixels by the digits; then add a bias for each digit.</source>
        <translation>把像素数乘以数字的个数，再为每个数字加一个偏置。</translation>
    </message>
    <message>
        <source>LeNet-5</source>
        <translation>LeNet-5</translation>
    </message>
    <message>
        <source>The network of LeCun and others (1998): C1 finds six kinds of features, S2 makes them smaller, C3 combines them, S4 makes them smaller, C5 and F6 decide.</source>
        <translation>LeCun 等人的网络（1998）：C1 找出六种特征，S2 使它们变小，C3 组合它们，S4 使它们变小，C5 和 F6 作出判断。</translation>
    </message>
    <message>
        <source>In C3 not every map reads every map of S2: a table says which. That saved parameters, and forced the maps to look for different things.</source>
        <translation>在 C3 中，并非每幅图都读 S2 的每幅图：由一张表规定读哪些。这节省了参数，并迫使各图寻找不同的东西。</translation>
    </message>
    <message>
        <source>C3 is called conv2 here. How many of the six maps does its first map read?</source>
        <translation>C3 在这里叫 conv2。它的第一幅图读六幅图中的几幅？</translation>
    </message>
    <message>
        <source>Click a value of conv2&apos;s map 0: the sentence below says it.</source>
        <translation>点击 conv2 的特征图 0 中的一个值：下面的句子说出答案。</translation>
    </message>
    <message>
        <source>Deeper networks</source>
        <translation>更深的网络</translation>
    </message>
    <message>
        <source>AlexNet made the same idea larger, with ReLU and dropout. VGG stacks small kernels: two of 3 × 3 see as much as one of 5 × 5, with fewer weights. Inception looks with several sizes at once, side by side.</source>
        <translation>AlexNet 把同样的想法做得更大，并用了 ReLU 和 dropout。VGG 把小卷积核叠起来：两个 3 × 3 看到的与一个 5 × 5 一样多，权重却更少。Inception 同时并排使用几种大小。</translation>
    </message>
    <message>
        <source>ResNet lets the input of a block go around it and adds it to the output. So a block only learns what is to be changed, and gradients pass through many layers.</source>
        <translation>ResNet 让块的输入绕过该块，再加到输出上。这样块只需学习要改变的部分，梯度也能穿过许多层。</translation>
    </message>
    <message>
        <source>vgg-mini is one straight line of layers. Choose a network with residual or Inception blocks (Ctrl+M).</source>
        <translation>vgg-mini 是一条直线排列的层。请选择一个有残差块或 Inception 块的网络（Ctrl+M）。</translation>
    </message>
    <message>
        <source>1×1 convolution and receptive field</source>
        <translation>1×1 卷积与感受野</translation>
    </message>
    <message>
        <source>What a unit sees of the drawing is its receptive field. It grows from layer to layer: with every kernel by its size less one, with every stride and pooling by a factor.</source>
        <translation>一个单元看到手写图的那部分就是它的感受野。它逐层增大：每个卷积核按自己的大小减一使它增大，每个步幅和池化使它成倍增大。</translation>
    </message>
    <message>
        <source>A 1×1 convolution sees one place and mixes its channels: the same small dense layer at every place. Inception uses it to have fewer channels before the large kernels.</source>
        <translation>1×1 卷积只看一个位置，并混合那里的通道：在每个位置上都是同一个小的全连接层。Inception 用它在大卷积核之前减少通道。</translation>
    </message>
    <message>
        <source>Click a unit of a 1×1 convolution. The first Inception block has one in each of its branches.</source>
        <translation>点击 1×1 卷积的一个单元。第一个 Inception 块的每个分支里都有一个。</translation>
    </message>
    <message>
        <source>Right: {0} has {1} parameters where dense-100 has {2}, and it reads a {3} with {4} %.</source>
        <translation>正确：dense-100 有 {2} 个参数，而 {0} 有 {1} 个，它把 {3} 读出，概率为 {4} %。</translation>
    </message>
    <message>
        <source>Right: {0} has {1} residual and {2} Inception blocks, {3} layers in all.</source>
        <translation>正确：{0} 有 {1} 个残差块和 {2} 个 Inception 块，共 {3} 层。</translation>
    </message>
    <message>
        <source>{0} · {1} weights and {1} biases are {2} parameters.</source>
        <translation>{0} · {1} 个权重和 {1} 个偏置，共 {2} 个参数。</translation>
    </message>
    <message>
        <source>{0} digits in batches of {1} are {2} steps; {3} epochs were {4}.</source>
        <translation>{0} 个数字，每批 {1} 个，共 {2} 步；{3} 轮共 {4} 步。</translation>
    </message>
    <message>
        <source>Right: {0} was right for {1} % of what it learned from, made harder as it was, and is right for {2} % of MNIST&apos;s test set, which it never saw.</source>
        <translation>正确：{0} 对所学的样本（因加大了难度）答对 {1} %，对它从未见过的 MNIST 测试集答对 {2} %。</translation>
    </message>
    <message>
        <source>Right: {0} reads a {1}, and so do {2} of {3} networks, itself included.</source>
        <translation>正确：{0} 读作 {1}，{3} 个网络中有 {2} 个这样读，包括它自己。</translation>
    </message>
    <message>
        <source>Right: {0} % for {1}. If that is what you meant, the loss is −ln {2} = {3}.</source>
        <translation>正确：{1} 为 {0} %。如果您写的就是它，损失为 −ln {2} = {3}。</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>写一个数字</translation>
    </message>
    <message>
        <source>Draw a digit here with the mouse, a finger or a pen. Ctrl+Z takes a stroke back.</source>
        <translation>用鼠标、手指或笔在这里写一个数字。Ctrl+Z 撤销一笔。</translation>
    </message>
    <message>
        <source>The network reads while you draw. Each of the bars is one of its outputs: how much of its trust goes to that digit. Together they are 100&#xa0;%.</source>
        <translation>您写的时候网络就在读。每个条是它的一个输出：它对这个数字有多少信任。合计为 100&#xa0;%。</translation>
    </message>
    <message>
        <source>Not your strokes: a small picture of grey values, cut out, scaled and centred. All that the network knows of your drawing is in the last of these pictures.</source>
        <translation>不是您的笔画，而是一幅由灰度值组成的小图像，经过剪切、缩放和居中。网络对您的手写图所知的一切，都在最后一幅图像里。</translation>
    </message>
    <message>
        <source>Every layer turns pictures into other pictures, its maps. Click a place on a map: you see the sum that made it, number by number.</source>
        <translation>每一层把图像变成另外的图像，即特征图。点击图上的一个位置：会逐个数地显示得出它的和。</translation>
    </message>
    <message>
        <source>Blue ink speaks for the digit, orange ink against it. Ask about another digit than the one that is read: what speaks for it?</source>
        <translation>蓝色墨迹支持该数字，橙色墨迹反对它。换一个与读出的不同的数字来问：什么支持它？</translation>
    </message>
    <message>
        <source>Here a network learns, on this computer: choose what from, and press Train. The model that answers now stays as it is.</source>
        <translation>在这里，一个网络在这台电脑上学习：选择用什么学习，然后按“训练”。现在回答的模型保持不变。</translation>
    </message>
    <message>
        <source>{0} · {1} · map {2}</source>
        <translation>{0} · {1} · 特征图 {2}</translation>
    </message>
    <message>
        <source>{0} · {1}: {2}</source>
        <translation>{0} · {1}：{2}</translation>
    </message>
    <message>
        <source>largest {0} at row {1}, column {2}</source>
        <translation>最大值 {0}，位于行 {1} 列 {2}</translation>
    </message>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation>行 {0}，列 {1}：{2}</translation>
    </message>
    <message>
        <source>{0}, {1}: {2}</source>
        <translation>{0}，{1}：{2}</translation>
    </message>
    <message>
        <source>{0}: {1}. Click for all of it.</source>
        <translation>{0}：{1}。点击查看全部。</translation>
    </message>
    <message>
        <source>Click to choose what is shown of the block, or to read more.</source>
        <translation>点击可选择显示块的哪一层，或了解更多。</translation>
    </message>
    <message>
        <source>Click to read what it is for.</source>
        <translation>点击可了解它的用途。</translation>
    </message>
    <message>
        <source>Show {0} here</source>
        <translation>在这里显示 {0}</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>第 {0} 行</translation>
    </message>
    <message>
        <source>column {0}</source>
        <translation>第 {0} 列</translation>
    </message>
    <message>
        <source>What the next run was set to is damaged.</source>
        <translation>下次训练的设置已损坏。</translation>
    </message>
    <message>
        <source>Loss {0}: how far the answers are from the right ones; less is better.</source>
        <translation>损失 {0}：结果离正确答案有多远；越小越好。</translation>
    </message>
    <message>
        <source>Loss {0}: −ln of the probability that the right digit gets, averaged; as if it got {1} every time.</source>
        <translation>损失 {0}：正确数字的概率取 −ln，再求平均；相当于每次都得到 {1}。</translation>
    </message>
    <message>
        <source>Learning rate {0}: changed by hand, {1} times what was planned.</source>
        <translation>学习率 {0}：已手动更改，是计划值的 {1} 倍。</translation>
    </message>
    <message>
        <source>Learning rate {0}: it stays as it is.</source>
        <translation>学习率 {0}：保持不变。</translation>
    </message>
    <message>
        <source>Learning rate {0} now: the schedule has reached {1} of {2}.</source>
        <translation>当前学习率 {0}：学习率计划已到 {2} 的 {1}。</translation>
    </message>
    <message>
        <source>The run is over; its last learning rate was {0}.</source>
        <translation>训练已结束；最后的学习率是 {0}。</translation>
    </message>
    <message>
        <source>Held back: {0:,} digits that it does not learn from are read after each epoch.</source>
        <translation>留出：不参与学习的 {0:,} 个数字在每轮之后测量。</translation>
    </message>
    <message>
        <source>Held back: {0:,} of {1:,} digits that it does not learn from are read right.</source>
        <translation>留出：不参与学习的 {1:,} 个数字中，读对了 {0:,} 个。</translation>
    </message>
    <message>
        <source>It reads what it learns from {0:.1f} points better than what is held back: it learns by heart (overfitting). More data, more variation or fewer epochs help.</source>
        <translation>它读学过的数字比读留出的好 {0:.1f} 个百分点：它在死记硬背（过拟合）。更多数据、更多变形或更少的轮数会有帮助。</translation>
    </message>
    <message>
        <source>After AlexNet: five convolutions, two wide dense layers. Data: mnist.</source>
        <translation>仿照 AlexNet：五个卷积，两个宽的全连接层。数据：mnist。</translation>
    </message>
    <message>
        <source>The shipped model: train --teacher with a model of the network large, whose channels and answers it takes. Data: mnist, pendigits_train, touch_train and generated (see NOTICE). Forty minutes on one core.</source>
        <translation>自带模型：用 train --teacher 给出一个 large 网络的模型，沿用它的通道并学习它的回答。数据：mnist、pendigits_train、touch_train 和生成的笔迹（见 NOTICE）。单核四十分钟。</translation>
    </message>
    <message>
        <source>The second part of the shipped model&apos;s teacher, with seeds 2 to 4: train --start with the first part, MNIST alone. The teacher is half the first part, half the mean of these.</source>
        <translation>自带模型的教师的第二部分，种子 2 至 4：用 train --start 从第一部分开始，只用 MNIST。教师一半取第一部分，一半取这些的平均。</translation>
    </message>
    <message>
        <source>The first part of the shipped model&apos;s teacher, then large-mnist; with seeds 1, 3 and 4 for the ensemble. Data: mnist, pendigits_train, touch_train and generated (see NOTICE). A night, or minutes on a GPU.</source>
        <translation>自带模型的教师的第一部分，之后是 large-mnist；集成用种子 1、3 和 4。数据：mnist、pendigits_train、touch_train 和生成的笔迹（见 NOTICE）。需要一夜，用 GPU 则几分钟。</translation>
    </message>
    <message>
        <source>Nielsen&apos;s baseline: one hidden layer of 100 sigmoid units (97.80 % in the book). Data: mnist.</source>
        <translation>Nielsen 的基准：一个含 100 个 sigmoid 单元的隐藏层（书中为 97.80 %）。数据：mnist。</translation>
    </message>
    <message>
        <source>A good first training: the medium network learns generated handwriting in a quarter of an hour.</source>
        <translation>适合第一次训练：medium 网络在一刻钟内学会生成的笔迹。</translation>
    </message>
    <message>
        <source>After GoogLeNet: parallel branches of different reach. Data: mnist.</source>
        <translation>仿照 GoogLeNet：视野不同的并行分支。数据：mnist。</translation>
    </message>
    <message>
        <source>The Keras tutorials&apos; recipe for MNIST: Adam, five epochs, a tenth held back to validate.</source>
        <translation>Keras 教程的 MNIST 训练方案：Adam，五轮，留出十分之一用于验证。</translation>
    </message>
    <message>
        <source>LeNet-5 as published (99.05 % in the paper, without distortions). Data: mnist.</source>
        <translation>论文中的 LeNet-5（论文中为 99.05 %，无变形）。数据：mnist。</translation>
    </message>
    <message>
        <source>Without a teacher, as many weights as default: over an hour on one core. Data: as for default.toml.</source>
        <translation>没有教师，权重数与 default 相当：单核一个多小时。数据：同 default.toml。</translation>
    </message>
    <message>
        <source>A voter of the ensemble that learns MNIST alone: ten convolutions of 3×3, no pooling, after An et al. 2020 (arXiv 2008.10400).</source>
        <translation>集成中只学 MNIST 的一个投票者：十个 3×3 卷积，无池化，仿照 An 等人 2020（arXiv 2008.10400）。</translation>
    </message>
    <message>
        <source>A voter of the ensemble that learns MNIST alone: five convolutions of 5×5, no pooling, after An et al. 2020 (arXiv 2008.10400).</source>
        <translation>集成中只学 MNIST 的一个投票者：五个 5×5 卷积，无池化，仿照 An 等人 2020（arXiv 2008.10400）。</translation>
    </message>
    <message>
        <source>A voter of the ensemble that learns MNIST alone: four convolutions of 7×7, no pooling, after An et al. 2020 (arXiv 2008.10400).</source>
        <translation>集成中只学 MNIST 的一个投票者：四个 7×7 卷积，无池化，仿照 An 等人 2020（arXiv 2008.10400）。</translation>
    </message>
    <message>
        <source>Nielsen: one convolution, pooling, sigmoid units (98.78 % in the book). Data: mnist.</source>
        <translation>Nielsen：一个卷积、池化、sigmoid 单元（书中为 98.78 %）。数据：mnist。</translation>
    </message>
    <message>
        <source>Nielsen: two convolutions, rectified linear units (99.23 % in the book). Data: mnist.</source>
        <translation>Nielsen：两个卷积，ReLU 单元（书中为 99.23 %）。数据：mnist。</translation>
    </message>
    <message>
        <source>Nielsen: two dense layers of 1,000 units with dropout (99.60 % in the book). Data: mnist.</source>
        <translation>Nielsen：两个各 1,000 单元的全连接层，带随机失活（书中为 99.60 %）。数据：mnist。</translation>
    </message>
    <message>
        <source>Nielsen: the same network, every digit shifted by up to a pixel (99.37 % in the book). Data: mnist.</source>
        <translation>Nielsen：同一网络，每个数字最多平移一个像素（书中为 99.37 %）。数据：mnist。</translation>
    </message>
    <message>
        <source>To see training at work: a small network, two short epochs, about a minute.</source>
        <translation>看看训练如何进行：小网络，两轮短训练，一分钟左右。</translation>
    </message>
    <message>
        <source>After ResNet: what a block learns is added to what comes in. Data: mnist.</source>
        <translation>仿照 ResNet：块学到的加到输入上。数据：mnist。</translation>
    </message>
    <message>
        <source>The small model, a quarter of a megabyte. Data: mnist, pendigits_train, touch_train and generated (see NOTICE).</source>
        <translation>小模型，四分之一兆字节。数据：mnist、pendigits_train、touch_train 和生成的笔迹（见 NOTICE）。</translation>
    </message>
    <message>
        <source>99 % of MNIST test within seconds, on a CPU. Data: mnist.</source>
        <translation>在 CPU 上几秒内达到 MNIST 测试集的 99 %。数据：mnist。</translation>
    </message>
    <message>
        <source>After VGG: nothing but 3×3 kernels. Data: mnist.</source>
        <translation>仿照 VGG：只有 3×3 卷积核。数据：mnist。</translation>
    </message>
    <message>
        <source>This broke off; nothing has changed. Try again.</source>
        <translation>操作中断了；什么都没有改变。请重试。</translation>
    </message>
    <message>
        <source>import of {0}</source>
        <translation>导入 {0}</translation>
    </message>
    <message>
        <source>delete {0:,}</source>
        <translation>删除 {0:,} 个</translation>
    </message>
    <message>
        <source>relabel as {0}</source>
        <translation>改标为 {0}</translation>
    </message>
    <message>
        <source>label as {0}</source>
        <translation>标为 {0}</translation>
    </message>
    <message>
        <source>The lesson broke off: the model is as it was. Try again.</source>
        <translation>这一课中断了：模型保持原样。请重试。</translation>
    </message>
    <message>
        <source>Not yet: {0} is no convolution.</source>
        <translation>还不对：{0} 不是卷积。</translation>
    </message>
    <message>
        <source>Not yet: {0} here, {1} is the largest on this map.</source>
        <translation>还不对：这里是 {0}，此特征图上最大的是 {1}。</translation>
    </message>
    <message>
        <source>Not yet: the output is {0} × {0}.</source>
        <translation>还不对：输出是 {0} × {0}。</translation>
    </message>
    <message>
        <source>Not yet: this is cross-correlation, without the turn.</source>
        <translation>还不对：这是互相关，没有旋转。</translation>
    </message>
    <message>
        <source>Not yet: this is max pooling.</source>
        <translation>还不对：这是最大池化。</translation>
    </message>
    <message>
        <source>Not yet: {0} is no ReLU.</source>
        <translation>还不对：{0} 不是 ReLU。</translation>
    </message>
    <message>
        <source>Not yet: {0} is no batch normalisation.</source>
        <translation>还不对：{0} 不是批归一化。</translation>
    </message>
    <message>
        <source>Not yet: the kernel of {0} is {1} × {1}.</source>
        <translation>还不对：{0} 的卷积核是 {1} × {1}。</translation>
    </message>
    <message>
        <source>Not yet: {0} has no convolution.</source>
        <translation>还不对：{0} 没有卷积。</translation>
    </message>
    <message>
        <source>Not yet: {0} has {1} parameters, dense-100 has {2}.</source>
        <translation>还不对：{0} 有 {1} 个参数，dense-100 有 {2} 个。</translation>
    </message>
    <message>
        <source>Not yet: {0} has no such blocks.</source>
        <translation>还不对：{0} 没有这样的块。</translation>
    </message>
    <message>
        <source>Not yet: {0} was right for {1} % while it learned and is for {2} % of the test set.</source>
        <translation>还不对：{0} 学习时答对 {1} %，在测试集上答对 {2} %。</translation>
    </message>
    <message>
        <source>Not yet: Inside looks into {0}.</source>
        <translation>还不对：“内部”看的是 {0}。</translation>
    </message>
    <message>
        <source>Not yet: {0} % for {1}.</source>
        <translation>还不对：{1} 为 {0} %。</translation>
    </message>
    <message>
        <source>Not yet: {0} came in and {1} goes out.</source>
        <translation>还不对：输入 {0}，输出 {1}。</translation>
    </message>
    <message>
        <source>Right: {0}</source>
        <translation>正确：{0}</translation>
    </message>
    <message>
        <source>{0} has several pages: the first one is read.</source>
        <translation>{0} 有多页：读取的是第一页。</translation>
    </message>
    <message>
        <source>{0} is a PDF that is no scan; it is read once Qt&apos;s PDF part is installed (pip install handdigit[pdf]): install it, or save the page as PNG.</source>
        <translation>{0} 是 PDF，但不是扫描件；安装 Qt 的 PDF 组件（pip install handdigit[pdf]）后才能读取：请安装它，或把该页另存为 PNG。</translation>
    </message>
    <message>
        <source>{0} is a PDF: the first photo in it is read.</source>
        <translation>{0} 是 PDF：读取的是其中第一张照片。</translation>
    </message>
    <message>
        <source>{0} takes more than {1} seconds to draw: save it as PNG.</source>
        <translation>{0} 绘制超过 {1} 秒：请另存为 PNG。</translation>
    </message>
    <message>
        <source>{0} is drawn by Qt, which cannot be loaded here: save it as PNG.</source>
        <translation>{0} 要由 Qt 绘制，而这里无法加载 Qt：请另存为 PNG。</translation>
    </message>
    <message>
        <source>{0} is damaged, or takes too much memory: it cannot be drawn.</source>
        <translation>{0} 已损坏，或占用内存太多：无法绘制。</translation>
    </message>
    <message>
        <source>Which part do you mean?</source>
        <translation>您指的是哪一部分？</translation>
    </message>
    <message>
        <source>There are too many lines in this picture: cut out the number.</source>
        <translation>这张图片里的线条太多：请只截取数值部分。</translation>
    </message>
    <message>
        <source>{0} has more than {1:,} MB unpacked: {2}.</source>
        <translation>{0} 解压后超过 {1:,} MB：{2}。</translation>
    </message>
    <message>
        <source>{0}: no class is called so.</source>
        <translation>{0}：没有这样命名的类别。</translation>
    </message>
    <message>
        <source>{0}: it lies in no folder of a class.</source>
        <translation>{0}：不在任何类别的文件夹里。</translation>
    </message>
    <message>
        <source>{0}: a folder in the folder of a class is not read.</source>
        <translation>{0}：类别文件夹中的文件夹不会被读取。</translation>
    </message>
    <message>
        <source>{0}: its name is not that of a picture.</source>
        <translation>{0}：文件名不是图片的名称。</translation>
    </message>
    <message>
        <source>a .jsonl file of inks, a pair of idx files, a .csv, .npz or .mat file of pictures, or a folder with pictures in folders named as the classes are</source>
        <translation>一个 .jsonl 笔迹文件、一对 idx 文件、一个 .csv、.npz 或 .mat 图片文件，或其中按类别命名的文件夹里放有图片的文件夹</translation>
    </message>
    <message>
        <source>{0}: its labels, or the pictures that it labels, are not beside it.</source>
        <translation>{0}：它的标签文件，或它所标注的图片文件，不在旁边。</translation>
    </message>
    <message>
        <source>{0} cannot be read as labelled drawings: name {1}.</source>
        <translation>{0} 不能作为带标签的图形读取：请指定{1}。</translation>
    </message>
    <message>
        <source>{0} has several sets in it: name one of the files, as {1}.</source>
        <translation>{0} 中有多个数据集：请指定其中一个文件，如 {1}。</translation>
    </message>
    <message>
        <source>{0} has no pictures in folders named {1}, and no file of a set: name {2}.</source>
        <translation>{0} 中没有放在名为 {1} 的文件夹里的图片，也没有数据集文件：请指定{2}。</translation>
    </message>
    <message>
        <source>No ink was found: draw a frame round the digit.</source>
        <translation>没有找到墨迹：请在数字周围画一个框。</translation>
    </message>
    <message>
        <source>That is too little ink to be read.</source>
        <translation>墨迹太少，读不出来。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读…</translation>
    </message>
    <message>
        <source>Draw a digit.</source>
        <translation>请写一个数字。</translation>
    </message>
    <message>
        <source>Draw one of {0}.</source>
        <translation>请写 {0} 中的一个。</translation>
    </message>
    <message>
        <source>The weights of the gate&apos;s head do not fit it: the file is damaged.</source>
        <translation>拒识模型的附加层（head）权重与它不符：文件已损坏。</translation>
    </message>
    <message>
        <source>a sheet of drawings</source>
        <translation>一张手写图集</translation>
    </message>
    <message>
        <source>This did not work: {0}.</source>
        <translation>没有成功：{0}。</translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <source>Open on Canvas</source>
        <translation>在画布上打开</translation>
    </message>
    <message>
        <source>Put the selected sample on the canvas (double click)</source>
        <translation>把选中的样本放到画布上（双击）</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo {0}</source>
        <translation>撤销{0}</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected. Press a key to relabel them.</source>
        <translation>
            <numerusform>已选中 %Ln 个。按键即可重新标注。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivationPlot</name>
    <message>
        <source>At {0} the curve is {1} and its slope {2}.</source>
        <translation>曲线在 {0} 处的值为 {1}，斜率为 {2}。</translation>
    </message>
    <message>
        <source>at {0}</source>
        <translation>在 {0} 处</translation>
    </message>
    <message>
        <source>this unit, at {0}</source>
        <translation>此单元，在 {0} 处</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>slope {0} here</source>
        <translation>此处斜率 {0}</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>平坦</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>Answer</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Click a bar: why this digit?</source>
        <translation>点击一个条：为什么是这个数字？</translation>
    </message>
    <message>
        <source>Click a bar: why this one?</source>
        <translation>点击一个条：为什么是这个？</translation>
    </message>
    <message>
        <source>{0}, {1} percent</source>
        <translation>{0}，百分之 {1}</translation>
    </message>
    <message>
        <source>Several digits. Number mode reads them.</source>
        <translation>有几个数字。多位数模式可以读出它们。</translation>
    </message>
    <message>
        <source>Not a digit. The network alone would say {0}, {1} percent.</source>
        <translation>不是数字。若只看网络，则是 {0}，百分之 {1}。</translation>
    </message>
    <message>
        <source>Perhaps {0}, {1} percent. {2}</source>
        <translation>可能是 {0}，百分之 {1}。{2}</translation>
    </message>
    <message>
        <source>Saving as {0}…</source>
        <translation>正在保存为 {0}…</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>已保存为 {0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Warming up. Draw already; the answer comes by itself.</source>
        <translation>正在预热。现在就可以写，结果会自己出现。</translation>
    </message>
    <message>
        <source>The engine stopped. It is starting again.</source>
        <translation>引擎停止了，正在重新启动。</translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation>引擎一再停止。请选择“模型 ▸ 重启引擎”。</translation>
    </message>
    <message>
        <source>Several digits: {0}. Number mode reads them.</source>
        <translation>有几个数字：{0}。多位数模式可以读出它们。</translation>
    </message>
    <message>
        <source>A digit after all? Press its key.</source>
        <translation>其实是数字？按它的键。</translation>
    </message>
    <message>
        <source>Wrong? Right-click a bar. Anything else is not refused here.</source>
        <translation>读错了？右键点击一个条。这里不会拒绝其他图形。</translation>
    </message>
    <message>
        <source>Wrong? Press the right key. Anything else is not refused here.</source>
        <translation>读错了？按正确的键。这里不会拒绝其他图形。</translation>
    </message>
    <message>
        <source>Wrong? Press the right digit key.</source>
        <translation>读错了？按正确的数字键。</translation>
    </message>
</context>
<context>
    <name>ArithmeticView</name>
    <message>
        <source>{0} · map {1}</source>
        <translation>{0} · 特征图 {1}</translation>
    </message>
</context>
<context>
    <name>AttributionMap</name>
    <message>
        <source>Map of what decided</source>
        <translation>起决定作用的部分</translation>
    </message>
</context>
<context>
    <name>BackwardSheet</name>
    <message>
        <source>What one sees</source>
        <translation>所见内容</translation>
    </message>
    <message>
        <source>δ, a value&apos;s sensitivity, says how much the loss grows for each 1 that the value grows. Forwards the kernel slides over the input without padding (cross-correlation, stride 1). Backwards δ of the output gets a frame of kernel − 1 zeros, the kernel is turned by 180°, and slides again: this is a full, or wide, convolution.</source>
        <translation>δ 是一个值的灵敏度：这个值每增加 1，损失增加多少。前向：卷积核在没有填充的输入上滑动（互相关，步幅 1）。反向：输出的 δ 周围加上一圈零，宽为卷积核大小 − 1，卷积核旋转 180° 后再次滑动：这是完全卷积（full），又称宽卷积。</translation>
    </message>
    <message>
        <source>δ of the output {0}, framed by zeros</source>
        <translation>输出的 δ，{0}，四周补零</translation>
    </message>
    <message>
        <source>δ of the input {0}</source>
        <translation>输入的 δ，{0}</translation>
    </message>
    <message>
        <source>Output size</source>
        <translation>输出大小</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>核大小</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>例子</translation>
    </message>
    <message>
        <source>Back to the values that it began with</source>
        <translation>回到最初的值</translation>
    </message>
    <message>
        <source>Rows and columns</source>
        <translation>行数和列数</translation>
    </message>
    <message numerus="yes">
        <source>This input value went into %n outputs. Each hands its δ back, times the weight between them: here {0}.</source>
        <translation>
            <numerusform>这个输入值进入了 %n 个输出。每个输出把自己的 δ 乘以两者之间的权重传回来：这里是 {0}。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>Input values</source>
        <translation>输入值</translation>
    </message>
    <message>
        <source>Output values</source>
        <translation>输出值</translation>
    </message>
    <message>
        <source>Point at a value for its sum</source>
        <translation>指向一个值，查看它的求和</translation>
    </message>
    <message>
        <source>Input {0}</source>
        <translation>输入 {0}</translation>
    </message>
    <message>
        <source>Output {0}</source>
        <translation>输出 {0}</translation>
    </message>
    <message>
        <source>No output</source>
        <translation>没有输出</translation>
    </message>
    <message>
        <source>The picture that the network gets</source>
        <translation>网络得到的图像</translation>
    </message>
    <message>
        <source>Click a value and type a number</source>
        <translation>点击一个值并输入数字</translation>
    </message>
    <message>
        <source>Click or drag to switch values, double-click to type one</source>
        <translation>点击或拖动切换数值，双击可输入</translation>
    </message>
</context>
<context>
    <name>BlockColumn</name>
    <message>
        <source>1 picture</source>
        <translation>1 幅图像</translation>
    </message>
    <message>
        <source>1 map</source>
        <translation>1 幅特征图</translation>
    </message>
    <message>
        <source>%n maps</source>
        <translation>%n 幅特征图</translation>
    </message>
    <message>
        <source>%n outputs</source>
        <translation>%n 个输出</translation>
    </message>
    <message>
        <source>%n numbers</source>
        <translation>%n 个数</translation>
    </message>
    <message>
        <source>+{0} more</source>
        <translation>还有 {0} 个</translation>
    </message>
</context>
<context>
    <name>BlockView</name>
    <message>
        <source>Click a map to see it large.</source>
        <translation>点击一幅特征图，放大查看。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>BoxStrip</name>
    <message>
        <source>Digits of the number</source>
        <translation>多位数中的数字</translation>
    </message>
    <message>
        <source>Arrow keys choose a digit, M joins it with the next one, S splits it.</source>
        <translation>方向键选择数字，M 与下一个合并，S 拆开。</translation>
    </message>
    <message>
        <source>Make these two one digit (M)</source>
        <translation>把这两个合为一个数字（M）</translation>
    </message>
    <message>
        <source>Show this digit in the rest of the window</source>
        <translation>在窗口其余部分显示这个数字</translation>
    </message>
    <message>
        <source>no digit</source>
        <translation>不是数字</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Draw a digit here with the mouse or a pen.</source>
        <translation>用鼠标或笔在这里写一个数字。</translation>
    </message>
    <message>
        <source>Write a number here with the mouse or a pen.</source>
        <translation>用鼠标或笔在这里写一个多位数。</translation>
    </message>
    <message>
        <source>Write a number</source>
        <translation>写一个多位数</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>写一个数字</translation>
    </message>
</context>
<context>
    <name>CellEditor</name>
    <message>
        <source>Value of the cell</source>
        <translation>单元格的值</translation>
    </message>
    <message>
        <source>A number, also 1/9. Tab goes on, Up and Down step.</source>
        <translation>一个数，也可以是 1/9。Tab 前进，上下键增减。</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>What would change its mind</source>
        <translation>怎样会改变判断</translation>
    </message>
    <message>
        <source>Erase It</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Erase the chosen part</source>
        <translation>擦除选中的部分</translation>
    </message>
    <message>
        <source>Erase the chosen part from the drawing; can be undone</source>
        <translation>从图中擦除选中的部分；可以撤销</translation>
    </message>
    <message>
        <source>Parts to erase, least first.</source>
        <translation>可擦除的部分，最少的在前。</translation>
    </message>
    <message>
        <source>Erasing any one part does not.</source>
        <translation>只擦去其中任何一段都不行。</translation>
    </message>
    <message>
        <source>No single part does. This one shakes it most.</source>
        <translation>单独擦除任何部分都不会改变结果。这一处最能动摇它。</translation>
    </message>
    <message>
        <source>There is nothing to take away but everything.</source>
        <translation>除了全部擦掉，没有可擦的。</translation>
    </message>
    <message>
        <source>What would make it a digit</source>
        <translation>怎样才会成为数字</translation>
    </message>
</context>
<context>
    <name>ChannelColumn</name>
    <message>
        <source>Input values of channel {0}</source>
        <translation>通道 {0} 的输入值</translation>
    </message>
    <message>
        <source>Kernel of channel {0}</source>
        <translation>通道 {0} 的卷积核</translation>
    </message>
    <message>
        <source>Click a value and type a number</source>
        <translation>点击一个值并输入数字</translation>
    </message>
</context>
<context>
    <name>ChannelsSheet</name>
    <message>
        <source>Red meets blue, 6 × 6 × 3</source>
        <translation>红与蓝相接，6 × 6 × 3</translation>
    </message>
    <message>
        <source>In the form of CS231n&apos;s demo, 5 × 5 × 3</source>
        <translation>形式同 CS231n 的演示，5 × 5 × 3</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>例子</translation>
    </message>
    <message>
        <source>Values to begin with; every one can be changed. The demo of the course CS231n shows others at every visit: these are drawn for this.</source>
        <translation>起始的值；每一个都可以更改。CS231n 课程的演示每次打开都显示不同的值：这里的值是专为此取的。</translation>
    </message>
    <message>
        <source>Your drawing: maps of the first layer</source>
        <translation>你的手写：第一层的特征图</translation>
    </message>
    <message>
        <source>Filter 1</source>
        <translation>滤波器 1</translation>
    </message>
    <message>
        <source>Filter 2</source>
        <translation>滤波器 2</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>Whose kernels are shown</source>
        <translation>显示谁的卷积核</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Added to every sum of the filter</source>
        <translation>加到该滤波器的每个求和上</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>What one sees</source>
        <translation>所见内容</translation>
    </message>
    <message>
        <source>Output of filter {0}</source>
        <translation>滤波器 {0} 的输出</translation>
    </message>
    <message>
        <source>The sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>Point at a value for its sum</source>
        <translation>指向一个值，查看它的求和</translation>
    </message>
    <message>
        <source>Output {0}, {1}</source>
        <translation>输出 {0}，{1}</translation>
    </message>
    <message>
        <source>Red, {0}</source>
        <translation>红，{0}</translation>
    </message>
    <message>
        <source>Filter {0}, red
{1}</source>
        <translation>滤波器 {0}，红
{1}</translation>
    </message>
    <message>
        <source>Green, {0}</source>
        <translation>绿，{0}</translation>
    </message>
    <message>
        <source>Filter {0}, green
{1}</source>
        <translation>滤波器 {0}，绿
{1}</translation>
    </message>
    <message>
        <source>Blue, {0}</source>
        <translation>蓝，{0}</translation>
    </message>
    <message>
        <source>Filter {0}, blue
{1}</source>
        <translation>滤波器 {0}，蓝
{1}</translation>
    </message>
    <message>
        <source>Channel 1, {0}</source>
        <translation>通道 1，{0}</translation>
    </message>
    <message>
        <source>Filter {0}, channel 1
{1}</source>
        <translation>滤波器 {0}，通道 1
{1}</translation>
    </message>
    <message>
        <source>Channel 2, {0}</source>
        <translation>通道 2，{0}</translation>
    </message>
    <message>
        <source>Filter {0}, channel 2
{1}</source>
        <translation>滤波器 {0}，通道 2
{1}</translation>
    </message>
    <message>
        <source>Channel 3, {0}</source>
        <translation>通道 3，{0}</translation>
    </message>
    <message>
        <source>Filter {0}, channel 3
{1}</source>
        <translation>滤波器 {0}，通道 3
{1}</translation>
    </message>
    <message>
        <source>{0} + bias {1} = {2}</source>
        <translation>{0} + 偏置 {1} = {2}</translation>
    </message>
    <message>
        <source>Every channel has its own kernel; at every place all {0} products and the bias are summed to one output: here {1}.</source>
        <translation>每个通道都有自己的卷积核；在每个位置，全部 {0} 个乘积与偏置相加，得到一个输出：这里是 {1}。</translation>
    </message>
</context>
<context>
    <name>ClassSheet</name>
    <message>
        <source>Examples of every class</source>
        <translation>每个类别的例子</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Answers</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>knows {0}</source>
        <translation>认识 {0}</translation>
    </message>
    <message>
        <source>Tick another version to compare it.</source>
        <translation>再勾选一个版本进行比较。</translation>
    </message>
    <message>
        <source>Asking the versions…</source>
        <translation>正在询问各版本…</translation>
    </message>
    <message>
        <source>All read {0}.</source>
        <translation>全部读作 {0}。</translation>
    </message>
    <message numerus="yes">
        <source>Up to %Ln points apart at {0}.</source>
        <translation>
            <numerusform>在 {0} 上最多相差 %Ln 个百分点。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln versions read {0}</source>
        <translation>
            <numerusform>%Ln 个版本读作 {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} reads {1}</source>
        <translation>{0} 读作 {1}</translation>
    </message>
    <message>
        <source>They differ: {0}.</source>
        <translation>它们不一致：{0}。</translation>
    </message>
    <message>
        <source>Refused as no digit.</source>
        <translation>被判为不是数字。</translation>
    </message>
    <message>
        <source>Warming up. The answers appear by themselves.</source>
        <translation>正在预热。结果会自己出现。</translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation>引擎一再停止。请选择“模型 ▸ 重启引擎”。</translation>
    </message>
    <message>
        <source>Tick the versions to compare.</source>
        <translation>勾选要比较的版本。</translation>
    </message>
    <message>
        <source>Draw a digit: here you see what each ticked version makes of it.</source>
        <translation>写一个数字：这里会显示每个勾选的版本怎样读它。</translation>
    </message>
</context>
<context>
    <name>ComparisonChart</name>
    <message>
        <source>Answers of several models</source>
        <translation>多个模型的结果</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>{0} of {1} read correctly</source>
        <translation>{1} 个中读对 {0} 个</translation>
    </message>
    <message>
        <source>{0} read as {1}: {2} of {3}</source>
        <translation>{0} 读作 {1}：{3} 个中有 {2} 个</translation>
    </message>
    <message>
        <source>Of {0} drawings of a {1}, {2} are read as it</source>
        <translation>{0} 个手写的 {1} 中有 {2} 个读作它</translation>
    </message>
    <message>
        <source>Of {0} answers {1}, {2} are right</source>
        <translation>读作 {1} 的 {0} 次中有 {2} 次是对的</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>is \ read</source>
        <translation>实\读</translation>
    </message>
</context>
<context>
    <name>Confusions</name>
    <message>
        <source>The pictures appear here.</source>
        <translation>图像会出现在这里。</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln mistakes, the worst first</source>
        <translation>
            <numerusform>全部 %Ln 个误读，最严重的在前</numerusform>
        </translation>
    </message>
    <message>
        <source>No mistakes. Click a cell on the diagonal to see the hardest.</source>
        <translation>没有误读。点击对角线上的格子查看最难的。</translation>
    </message>
    <message>
        <source>{0} read as {1}: {2}, highest loss first</source>
        <translation>{0} 读作 {1}：{2} 个，损失大的在前</translation>
    </message>
</context>
<context>
    <name>CostTable</name>
    <message>
        <source>What every layer costs</source>
        <translation>每一层的代价</translation>
    </message>
    <message>
        <source>{0}: {1} parameters, {2} multiply-adds</source>
        <translation>{0}：{1} 个参数，{2} 次乘加</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>乘加次数</translation>
    </message>
</context>
<context>
    <name>DataChoice</name>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>What the model is measured on</source>
        <translation>用什么来测量模型</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>These are digits, and the model reads {0}: choose samples or files.</source>
        <translation>这些是数字，而模型读的是 {0}：请选择样本或文件。</translation>
    </message>
    <message>
        <source>MNIST is not on this computer: fetch it in Retrain, or choose a folder with its files.</source>
        <translation>这台电脑上没有 MNIST：请在“重新训练”中下载，或选择一个含有其文件的文件夹。</translation>
    </message>
    <message>
        <source>There are no samples yet: draw a digit and tell which one it is.</source>
        <translation>还没有样本：写一个数字并告诉程序它是几。</translation>
    </message>
    <message>
        <source>Labelled drawings: one file, or two idx files</source>
        <translation>带标签的图形：一个文件，或两个 idx 文件</translation>
    </message>
    <message>
        <source>Labelled drawings ({0});;All (*)</source>
        <translation>带标签的图形 ({0});;全部 (*)</translation>
    </message>
    <message>
        <source>A folder with MNIST&apos;s files</source>
        <translation>含有 MNIST 文件的文件夹</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>These are digits, and {0} reads {1}.</source>
        <translation>这些是数字，而 {0} 读的是 {1}。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits an epoch, drawn anew</source>
        <translation>
            <numerusform>每轮 %Ln 个数字，全部重新写出</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a File…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Labelled strokes (.jsonl), or labelled pictures (idx, .csv, .npz, EMNIST&apos;s .mat).</source>
        <translation>带标签的笔画（.jsonl），或带标签的图片（idx、.csv、.npz、EMNIST 的 .mat）。</translation>
    </message>
    <message>
        <source>Add a Folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Pictures in folders named as the classes are, or a folder with the files of a set.</source>
        <translation>放在以类别命名的文件夹里的图片，或装有数据集文件的文件夹。</translation>
    </message>
    <message>
        <source>Add labelled drawings</source>
        <translation>添加带标签的图形</translation>
    </message>
    <message>
        <source>Labelled drawings ({0})</source>
        <translation>带标签的图形 ({0})</translation>
    </message>
    <message>
        <source>Add a folder of labelled pictures</source>
        <translation>添加带标签图片的文件夹</translation>
    </message>
    <message>
        <source>{0} is nothing to learn from: choose {1}.</source>
        <translation>{0} 不能用来训练：请选择{1}。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take it off this list; the file stays.</source>
        <translation>从列表中移除；文件仍然保留。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>还没有</translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits</source>
        <translation>
            <numerusform>%Ln 个数字</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <translation>{0}。{1}</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>What was chosen</source>
        <translation>选中的内容</translation>
    </message>
</context>
<context>
    <name>DialChart</name>
    <message>
        <source>Click or drag to turn the dial.</source>
        <translation>点击或拖动来转动旋钮。</translation>
    </message>
</context>
<context>
    <name>DialControls</name>
    <message>
        <source>As Drawn</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Turn the dial back to where nothing is changed.</source>
        <translation>把旋钮转回什么都不改变的位置。</translation>
    </message>
    <message>
        <source>Turn the dial.</source>
        <translation>转动旋钮。</translation>
    </message>
    <message>
        <source>Whose probability the curves show.</source>
        <translation>曲线显示谁的概率。</translation>
    </message>
    <message>
        <source>Digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Normalise again</source>
        <translation>再次归一化</translation>
    </message>
    <message>
        <source>On: box, size and centre are found anew, which undoes shift and scale.</source>
        <translation>打开时：重新求外框、大小和重心，从而抵消平移和缩放。</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Turn about the centre of mass.</source>
        <translation>绕重心旋转。</translation>
    </message>
    <message>
        <source>Shift ↔</source>
        <translation>平移 ↔</translation>
    </message>
    <message>
        <source>Shift to the right or left.</source>
        <translation>向右或向左平移。</translation>
    </message>
    <message>
        <source>Shift ↕</source>
        <translation>平移 ↕</translation>
    </message>
    <message>
        <source>Shift down or up.</source>
        <translation>向下或向上平移。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Make all of it smaller or larger.</source>
        <translation>整体变小或变大。</translation>
    </message>
    <message>
        <source>Thicken</source>
        <translation>加粗</translation>
    </message>
    <message>
        <source>Draw with a thinner or thicker pen.</source>
        <translation>用更细或更粗的笔写。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Add Gaussian noise to every pixel.</source>
        <translation>给每个像素加高斯噪声。</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>answer, {0}</source>
        <translation>结果，{0}</translation>
    </message>
    <message>
        <source>Dial at {0}</source>
        <translation>旋钮在 {0}</translation>
    </message>
</context>
<context>
    <name>DialPanel</name>
    <message>
        <source>The drawing under a dial</source>
        <translation>旋钮作用下的手写图</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>旋钮</translation>
    </message>
    <message>
        <source>The drawing at {0}</source>
        <translation>{0} 处的手写图</translation>
    </message>
    <message>
        <source>No ink is left.</source>
        <translation>没有墨迹了。</translation>
    </message>
    <message>
        <source>Probability of {0}</source>
        <translation>{0} 的概率</translation>
    </message>
    <message>
        <source>{0} reads no {1} here.</source>
        <translation>{0} 在这里读不出 {1}。</translation>
    </message>
    <message>
        <source>{0} reads {1} from {2} to {3}.</source>
        <translation>{0} 从 {2} 到 {3} 读作 {1}。</translation>
    </message>
    <message>
        <source>Warming up. The curves appear by themselves.</source>
        <translation>正在预热。曲线会自己出现。</translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation>引擎一再停止。请选择“模型 ▸ 重启引擎”。</translation>
    </message>
    <message>
        <source>Draw a digit: here you see how far it can be turned and is still read.</source>
        <translation>写一个数字：这里会显示它改变多少仍能被读出。</translation>
    </message>
    <message>
        <source>Tick a network to ask it.</source>
        <translation>勾选一个网络来询问它。</translation>
    </message>
    <message>
        <source>Asking the networks…</source>
        <translation>正在询问网络…</translation>
    </message>
</context>
<context>
    <name>DigitMapPanel</name>
    <message>
        <source>Map of digits</source>
        <translation>数字地图</translation>
    </message>
    <message>
        <source>Writing digits to compare with…</source>
        <translation>正在写出用于比较的数字…</translation>
    </message>
    <message>
        <source>Showing them to the network…</source>
        <translation>正在把它们交给网络…</translation>
    </message>
    <message>
        <source>Digits that the network finds alike lie together.</source>
        <translation>网络认为相像的数字彼此靠近。</translation>
    </message>
    <message>
        <source>The axes are the two directions in which the {0} values of its last hidden layer, {1}, differ most (principal components): {2}&#xa0;% of their variance lies across, {3}&#xa0;% upwards.</source>
        <translation>坐标轴是网络最后一个隐藏层 {1} 的 {0} 个值差异最大的两个方向（主成分）：其方差的 {2} % 在横向，{3} % 在纵向。</translation>
    </message>
    <message>
        <source>The path is your drawing from the first bit of ink to the last; the distances below are in all {0} dimensions.</source>
        <translation>路径是您的手写图从第一点墨迹到最后一点的过程；下面的距离在全部 {0} 维中计算。</translation>
    </message>
    <message>
        <source>Refused as no digit: it has a place here, but no name.</source>
        <translation>被判为不是数字：它在这里有位置，但没有名称。</translation>
    </message>
    <message>
        <source>Draw one to find it among them.</source>
        <translation>写一个，在其中找到它。</translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation>引擎一再停止。请选择“模型 ▸ 重启引擎”。</translation>
    </message>
    <message>
        <source>Warming up. The map appears by itself.</source>
        <translation>正在预热。地图会自己出现。</translation>
    </message>
</context>
<context>
    <name>DrawingFiles</name>
    <message>
        <source>Open a picture or an ink</source>
        <translation>打开图片或笔迹</translation>
    </message>
    <message>
        <source>Drawings ({0})</source>
        <translation>手写图 ({0})</translation>
    </message>
    <message>
        <source>There are no strokes to save.</source>
        <translation>没有可保存的笔画。</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>保存手写图</translation>
    </message>
    <message>
        <source>Ink (*.json)</source>
        <translation>笔迹 (*.json)</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>已保存为 {0}。</translation>
    </message>
</context>
<context>
    <name>DrawingRecovery</name>
    <message>
        <source>Your last drawing is kept: Undo leads back to it.</source>
        <translation>您上次写的图还在：撤销即可回到它。</translation>
    </message>
</context>
<context>
    <name>EnsembleDialog</name>
    <message>
        <source>New Ensemble</source>
        <translation>新建集成</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Mean of the probabilities</source>
        <translation>概率的平均值</translation>
    </message>
    <message>
        <source>Majority; the mean breaks a tie</source>
        <translation>多数票；票数相同时看平均值</translation>
    </message>
    <message>
        <source>Mean of five looks each, half a pixel apart; slower</source>
        <translation>五次观察的平均，各错开半个像素；较慢</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Make Ensemble</source>
        <translation>建立集成</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>{0} members, {1} parameters. It keeps working without them.</source>
        <translation>{0} 个成员，{1} 个参数。没有它们也能继续工作。</translation>
    </message>
    <message>
        <source>Tick at least two members.</source>
        <translation>请至少勾选两个成员。</translation>
    </message>
</context>
<context>
    <name>EraserPreview</name>
    <message>
        <source>Answer after erasing here</source>
        <translation>在这里擦除之后的结果</translation>
    </message>
    <message>
        <source>nothing left</source>
        <translation>什么也不剩</translation>
    </message>
    <message>
        <source>→ {0}, {1}</source>
        <translation>→ {0}，{1}</translation>
    </message>
</context>
<context>
    <name>ErasureCard</name>
    <message>
        <source>→ {0}, {1}</source>
        <translation>→ {0}，{1}</translation>
    </message>
    <message>
        <source>still {0}, {1}</source>
        <translation>仍是 {0}，{1}</translation>
    </message>
    <message>
        <source>→ no digit</source>
        <translation>→ 不是数字</translation>
    </message>
    <message>
        <source>Takes {0} % of the ink. Click to mark it, double-click to erase.</source>
        <translation>去掉 {0} % 的墨迹。点击标出，双击擦除。</translation>
    </message>
    <message>
        <source>Erase {0} % of the ink: {1}</source>
        <translation>擦除 {0} % 的墨迹：{1}</translation>
    </message>
</context>
<context>
    <name>ErrorsPanel</name>
    <message>
        <source>What the model misreads</source>
        <translation>模型读错了什么</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Confusions</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>Which class is read as which</source>
        <translation>哪个类别读成了哪个</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Whether it is as often right as it is sure</source>
        <translation>正确的频率是否与它的把握相符</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>测量的内容</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Measure Again</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation>引擎一再停止。请选择“模型 ▸ 重启引擎”。</translation>
    </message>
    <message>
        <source>Warming up. It starts by itself.</source>
        <translation>正在预热。会自己开始。</translation>
    </message>
    <message>
        <source>Reading {0} with {1}…</source>
        <translation>正在用 {1} 读 {0}…</translation>
    </message>
    <message>
        <source>Press Measure.</source>
        <translation>请按“测量”。</translation>
    </message>
    <message>
        <source>{0} on {1}.</source>
        <translation>{1}上的 {0}。</translation>
    </message>
    <message>
        <source>Stopped after {0} of {1}.</source>
        <translation>在 {1} 个中的第 {0} 个停止。</translation>
    </message>
    <message>
        <source>Now {0} answers: measure again.</source>
        <translation>现在由 {0} 回答：请重新测量。</translation>
    </message>
    <message>
        <source>It is a {0} now.</source>
        <translation>现在它是 {0}。</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>Why {0}?</source>
        <translation>为什么是 {0}？</translation>
    </message>
    <message>
        <source>What speaks for {0}?</source>
        <translation>什么支持 {0}？</translation>
    </message>
    <message>
        <source>{0}&apos;s score</source>
        <translation>{0} 的得分</translation>
    </message>
    <message>
        <source>Score (logit) of {0}: {1}</source>
        <translation>{0} 的得分（logit）：{1}</translation>
    </message>
    <message>
        <source>Why {0} and not {1}?</source>
        <translation>为什么是 {0} 而不是 {1}？</translation>
    </message>
    <message>
        <source>What speaks for {0} and not for {1}?</source>
        <translation>什么支持 {0} 而不支持 {1}？</translation>
    </message>
    <message>
        <source>{0}&apos;s lead over {1}</source>
        <translation>{0} 对 {1} 的领先</translation>
    </message>
    <message>
        <source>Lead of {0} over {1} (logits): {2}</source>
        <translation>{0} 对 {1} 的领先（logit）：{2}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>All pixels together: {0}; blank paper alone: {1}</source>
        <translation>全部像素合计：{0}；仅白纸：{1}</translation>
    </message>
    <message>
        <source>Point at a pixel for its number.</source>
        <translation>指向一个像素查看它的数值。</translation>
    </message>
    <message>
        <source>Row {0}, column {1}
{2} · ink {3} %</source>
        <translation>行 {0}，列 {1}
{2} · 墨迹 {3} %</translation>
    </message>
</context>
<context>
    <name>FirstMaps</name>
    <message>
        <source>Draw a digit: its maps follow.</source>
        <translation>画一个数字：它的特征图随之出现。</translation>
    </message>
    <message>
        <source>Filter {0}
{1}</source>
        <translation>滤波器 {0}
{1}</translation>
    </message>
    <message>
        <source>{0}, filter {1}
{2}</source>
        <translation>{0}，滤波器 {1}
{2}</translation>
    </message>
    <message>
        <source>Map {0}, {1}</source>
        <translation>特征图 {0}，{1}</translation>
    </message>
    <message>
        <source>The maps are channels of {0}, which reads {1}; of the 3 strongest, all {2} products and the bias are summed at every place: here {3}.</source>
        <translation>这些特征图是 {0} 的通道，它共读取 {1} 个；在每个位置，把最强的 3 个的全部 {2} 个乘积与偏置相加：此处为 {3}。</translation>
    </message>
    <message>
        <source>The first layer of {0} has no maps: choose another model.</source>
        <translation>{0} 的第一层没有特征图：请选择另一个模型。</translation>
    </message>
</context>
<context>
    <name>FormulaLines</name>
    <message>
        <source>Output size</source>
        <translation>输出大小</translation>
    </message>
    <message>
        <source>⌊(input + padding − dilation · (kernel − 1) − 1) / stride⌋ + 1</source>
        <translation>⌊(输入 + 填充 − 膨胀率 · (核 − 1) − 1) / 步幅⌋ + 1</translation>
    </message>
    <message>
        <source>Parameters with shared weights</source>
        <translation>权值共享时的参数</translation>
    </message>
    <message>
        <source>One kernel and one bias for all places</source>
        <translation>所有位置共用一个卷积核和一个偏置</translation>
    </message>
    <message>
        <source>Parameters if fully connected</source>
        <translation>全连接时的参数</translation>
    </message>
    <message>
        <source>A weight for every pair of input and output, biases</source>
        <translation>每一对输入与输出一个权重，外加偏置</translation>
    </message>
    <message>
        <source>Shared weights</source>
        <translation>权值共享</translation>
    </message>
    <message>
        <source>Fully connected</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>{0} = {1} parameters</source>
        <translation>{0} = {1} 个参数</translation>
    </message>
    <message>
        <source>the floor drops the last value</source>
        <translation>取整舍去了最后一个值</translation>
    </message>
    <message>
        <source>the floor drops the last {0} values</source>
        <translation>取整舍去了最后 {0} 个值</translation>
    </message>
    <message>
        <source>the floor drops 1 row and column</source>
        <translation>取整舍去了 1 行和 1 列</translation>
    </message>
    <message>
        <source>the floor drops {0} rows and columns</source>
        <translation>取整后行和列各舍去 {0}</translation>
    </message>
</context>
<context>
    <name>GradientView</name>
    <message>
        <source>Derivative of</source>
        <translation>求导对象</translation>
    </message>
    <message>
        <source>What the loss is differentiated by</source>
        <translation>损失对什么求导</translation>
    </message>
    <message>
        <source>Input map</source>
        <translation>输入图</translation>
    </message>
    <message>
        <source>Kernel row</source>
        <translation>核的行</translation>
    </message>
    <message>
        <source>Kernel column</source>
        <translation>核的列</translation>
    </message>
    <message>
        <source>The optimiser whose first step is written out</source>
        <translation>写出第一步的优化器</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>学习率 η</translation>
    </message>
    <message>
        <source>δ of this unit</source>
        <translation>该单元的 δ</translation>
    </message>
    <message>
        <source>its weight</source>
        <translation>它的权重</translation>
    </message>
    <message>
        <source>its bias</source>
        <translation>它的偏置</translation>
    </message>
    <message>
        <source>Draw a digit to see what the loss tells this unit.</source>
        <translation>写一个数字，看看损失告诉这个单元什么。</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation>行 {0}，列 {1}：{2}</translation>
    </message>
</context>
<context>
    <name>GuideDock</name>
    <message>
        <source>Help and course</source>
        <translation>帮助与课程</translation>
    </message>
</context>
<context>
    <name>GuideSheet</name>
    <message>
        <source>Help and course</source>
        <translation>帮助与课程</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Every page of help and course</source>
        <translation>帮助与课程的所有页</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Question and more</source>
        <translation>问题及其他</translation>
    </message>
    <message>
        <source>See also</source>
        <translation>另请参阅</translation>
    </message>
    <message>
        <source>✓ {0}</source>
        <translation>✓ {0}</translation>
    </message>
    <message>
        <source>Sets: {0}.</source>
        <translation>将设置：{0}。</translation>
    </message>
    <message>
        <source>Sets: a sample {0}, {1}.</source>
        <translation>将设置：样本 {0}、{1}。</translation>
    </message>
    <message>
        <source>Sets: network {0}, {1}.</source>
        <translation>将设置：网络 {0}、{1}。</translation>
    </message>
    <message>
        <source>Sets: network {0}, a sample {1}, {2}.</source>
        <translation>将设置：网络 {0}、样本 {1}、{2}。</translation>
    </message>
    <message>
        <source>Read as {0}, {1}</source>
        <translation>读作 {0}，{1}</translation>
    </message>
    <message>
        <source>No digit</source>
        <translation>不是数字</translation>
    </message>
</context>
<context>
    <name>ImportReceipt</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>已略去：{0}</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已略去</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>InfoButton</name>
    <message>
        <source>What this layer is for</source>
        <translation>这一层的用途</translation>
    </message>
    <message>
        <source>What this layer is for, its formulas, and what every layer costs</source>
        <translation>这一层的用途、公式，以及每一层的开销</translation>
    </message>
</context>
<context>
    <name>InsidePanel</name>
    <message>
        <source>Inside the network</source>
        <translation>网络内部</translation>
    </message>
    <message>
        <source>Click a block&apos;s name, a map or an output: it opens here.
{0} layers · {1} parameters · {2} multiply-adds for a drawing</source>
        <translation>点击块的名称、特征图或输出：会在这里打开。
{0} 层 · {1} 个参数 · 每幅手写图 {2} 次乘加</translation>
    </message>
    <message>
        <source>{0} cannot be looked into, choose another model: {1}</source>
        <translation>无法查看 {0} 的内部，请选择另一个模型：{1}</translation>
    </message>
</context>
<context>
    <name>KernelView</name>
    <message>
        <source>Kernel values</source>
        <translation>卷积核的值</translation>
    </message>
    <message>
        <source>Click a weight and type a number</source>
        <translation>点击一个权重并输入数字</translation>
    </message>
    <message>
        <source>Kernel turned by 180°, as applied</source>
        <translation>旋转 180° 后实际使用的卷积核</translation>
    </message>
    <message>
        <source>What a convolution multiplies with</source>
        <translation>卷积所乘的权重</translation>
    </message>
    <message>
        <source>turned by 180°</source>
        <translation>旋转 180°</translation>
    </message>
    <message>
        <source>Mean of {0}</source>
        <translation>{0} 的平均</translation>
    </message>
    <message>
        <source>Kernel {0}</source>
        <translation>卷积核 {0}</translation>
    </message>
</context>
<context>
    <name>KindDiagram</name>
    <message>
        <source>Diagram: {0}</source>
        <translation>示意图：{0}</translation>
    </message>
</context>
<context>
    <name>LabControls</name>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>What the kernel slides over</source>
        <translation>卷积核在什么上面滑动</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>手写图</translation>
    </message>
    <message>
        <source>Own grid</source>
        <translation>自己的网格</translation>
    </message>
    <message>
        <source>Signal (1-D)</source>
        <translation>信号（一维）</translation>
    </message>
    <message>
        <source>Heartbeat (1-D)</source>
        <translation>心跳（一维）</translation>
    </message>
    <message>
        <source>Input size</source>
        <translation>输入大小</translation>
    </message>
    <message>
        <source>Values along each side</source>
        <translation>每边的值的个数</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>运算</translation>
    </message>
    <message>
        <source>What is done at every place</source>
        <translation>在每个位置做什么</translation>
    </message>
    <message>
        <source>Cross-correlation</source>
        <translation>互相关</translation>
    </message>
    <message>
        <source>Convolution (flipped)</source>
        <translation>卷积（翻转）</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>Mean pooling</source>
        <translation>平均池化</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>A kernel everybody knows, or your own</source>
        <translation>大家熟知的卷积核，或您自己的</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>核大小</translation>
    </message>
    <message>
        <source>Rows and columns</source>
        <translation>行数和列数</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Zeros around the input</source>
        <translation>输入四周补零</translation>
    </message>
    <message>
        <source>Valid (none)</source>
        <translation>有效（无填充）</translation>
    </message>
    <message>
        <source>Same size</source>
        <translation>大小不变</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>完全</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>指定数值</translation>
    </message>
    <message>
        <source>Padding by number</source>
        <translation>填充的数值</translation>
    </message>
    <message>
        <source>Zeros on every side</source>
        <translation>每一边补的零</translation>
    </message>
    <message>
        <source>Cells from one place to the next</source>
        <translation>从一个位置到下一个位置的格数</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>Cells from one weight to the next on the input</source>
        <translation>输入上从一个权重到下一个权重的格数</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>膨胀率</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <source>Box (mean)</source>
        <translation>方框（平均）</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>高斯</translation>
    </message>
    <message>
        <source>Vertical edge</source>
        <translation>竖直边缘</translation>
    </message>
    <message>
        <source>Sobel →</source>
        <translation>Sobel →</translation>
    </message>
    <message>
        <source>Sobel ↓</source>
        <translation>Sobel ↓</translation>
    </message>
    <message>
        <source>Laplacian</source>
        <translation>拉普拉斯</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>波峰</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>锐化</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>&amp;Input</source>
        <translation>输入(&amp;I)</translation>
    </message>
    <message>
        <source>Kerne&amp;l</source>
        <translation>卷积核(&amp;L)</translation>
    </message>
    <message>
        <source>O&amp;peration</source>
        <translation>运算(&amp;P)</translation>
    </message>
    <message>
        <source>P&amp;adding</source>
        <translation>填充(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Stride</source>
        <translation>步幅(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Dilation</source>
        <translation>膨胀率(&amp;D)</translation>
    </message>
    <message>
        <source>Every grid has its own largest value</source>
        <translation>每个网格用自己的最大值</translation>
    </message>
</context>
<context>
    <name>LabPanel</name>
    <message>
        <source>Lab: convolution by hand</source>
        <translation>实验室：亲手做卷积</translation>
    </message>
    <message>
        <source>Inside shows the network&apos;s own kernels at work on the drawing</source>
        <translation>“内部”显示网络自己的卷积核怎样处理手写图</translation>
    </message>
    <message>
        <source>See it in the network</source>
        <translation>在网络中查看</translation>
    </message>
    <message>
        <source>One channel</source>
        <translation>单个通道</translation>
    </message>
    <message>
        <source>A kernel slides over a picture or signal</source>
        <translation>卷积核在图像或信号上滑动</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Every channel has its own kernel</source>
        <translation>每个通道都有自己的卷积核</translation>
    </message>
    <message>
        <source>Backwards</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>How the blame flows back to the input</source>
        <translation>责任怎样流回输入</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>What sharing weights saves</source>
        <translation>权值共享节省了什么</translation>
    </message>
    <message>
        <source>In the Network →</source>
        <translation>在网络中 →</translation>
    </message>
    <message>
        <source>The experiment</source>
        <translation>实验</translation>
    </message>
</context>
<context>
    <name>Label</name>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>LabelCounts</name>
    <message>
        <source>Samples of each class</source>
        <translation>各类别的样本</translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples of {0}, {1} of them held out</source>
        <translation>
            <numerusform>{0} 的样本 %Ln 个，其中留出 {1} 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Labelling</name>
    <message>
        <source>Draw a digit first, then press its key.</source>
        <translation>先写一个数字，再按它的键。</translation>
    </message>
    <message>
        <source>Draw one of {0} first.</source>
        <translation>先写 {0} 中的一个。</translation>
    </message>
</context>
<context>
    <name>LargeMap</name>
    <message>
        <source>Values of the map</source>
        <translation>特征图的值</translation>
    </message>
</context>
<context>
    <name>LayerForm</name>
    <message>
        <source>Its inside is edited as text.</source>
        <translation>它的内部以文本编辑。</translation>
    </message>
    <message>
        <source>No parameters.</source>
        <translation>没有参数。</translation>
    </message>
    <message>
        <source>= kernel</source>
        <translation>= 核</translation>
    </message>
</context>
<context>
    <name>LayerPage</name>
    <message>
        <source>Try It in the Lab</source>
        <translation>在实验室中试试</translation>
    </message>
    <message>
        <source>Set up the Lab with this layer&apos;s window, on your drawing</source>
        <translation>按这一层的窗口设置实验室，用您的手写图</translation>
    </message>
    <message>
        <source>Size of the output</source>
        <translation>输出的大小</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>乘加次数</translation>
    </message>
    <message>
        <source>Convolutions have {0} % of the parameters and {1} % of the work, dense layers {2} % and {3} %.</source>
        <translation>卷积占 {0} % 的参数和 {1} % 的计算量，全连接层占 {2} % 和 {3} %。</translation>
    </message>
</context>
<context>
    <name>LayerRows</name>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>得到</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>{0} multiply-adds for a picture</source>
        <translation>每幅图像 {0} 次乘加</translation>
    </message>
</context>
<context>
    <name>LayerText</name>
    <message>
        <source>Layers as text</source>
        <translation>以文本表示的层</translation>
    </message>
</context>
<context>
    <name>LayerView</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>{0} … {1}</source>
        <translation>{0} … {1}</translation>
    </message>
    <message>
        <source>{0} multiply-adds</source>
        <translation>{0} 次乘加</translation>
    </message>
</context>
<context>
    <name>LearningCurvePlot</name>
    <message>
        <source>Curves of the run</source>
        <translation>训练过程的曲线</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation>准确率，%</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation>第 {0} 轮</translation>
    </message>
    <message>
        <source>Loss, held back</source>
        <translation>损失，保留数据</translation>
    </message>
    <message>
        <source>Accuracy, held back, %</source>
        <translation>准确率，保留数据，%</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Colours from −{0} over 0 to {0}</source>
        <translation>颜色从 −{0} 经 0 到 {0}</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大</translation>
    </message>
</context>
<context>
    <name>LessonView</name>
    <message>
        <source>Lesson</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>{0} learns your samples</source>
        <translation>{0} 学习您的样本</translation>
    </message>
    <message>
        <source>Draw on meanwhile. Nothing changes until you use the result.</source>
        <translation>可以继续写。在您使用结果之前什么都不会改变。</translation>
    </message>
    <message>
        <source>End the lesson; the model stays as it is.</source>
        <translation>结束学习；模型保持不变。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Nothing was learned</source>
        <translation>什么也没有学到</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the receipt.</source>
        <translation>关闭这份报告。</translation>
    </message>
    <message>
        <source>What {0} learned</source>
        <translation>{0} 学到了什么</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Use It Anyway</source>
        <translation>仍然使用</translation>
    </message>
    <message>
        <source>Use It</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Keep the model after the lesson and let it answer; you can go back.</source>
        <translation>保留学习后的模型并让它来回答；您可以退回。</translation>
    </message>
    <message>
        <source>Keep for Later</source>
        <translation>留待以后</translation>
    </message>
    <message>
        <source>Keep it in Models; what answers stays.</source>
        <translation>保留在“模型”中；由谁回答保持不变。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Forget it; the model is as it was.</source>
        <translation>放弃它；模型保持原样。</translation>
    </message>
    <message>
        <source>Your held-out samples</source>
        <translation>您留出的样本</translation>
    </message>
    <message>
        <source>Careful: it reads {0} {1} points worse than before.</source>
        <translation>注意：它读 {0} 比以前差 {1} 个百分点。</translation>
    </message>
    <message>
        <source>Nothing is held out yet to measure by: the third sample of a digit will be. What the model knew before was measured.</source>
        <translation>还没有留出用于测量的样本：某个数字的第三个样本会被留出。模型以前会的内容已测量。</translation>
    </message>
    <message>
        <source>Nothing is held out yet to measure by: the third sample of a class will be.</source>
        <translation>还没有留出用于测量的样本：某个类别的第三个样本会被留出。</translation>
    </message>
    <message>
        <source>Learned in {0} s: your samples ({1}); there are no others.</source>
        <translation>学习用时 {0} 秒：您的样本（{1}）；没有其他的。</translation>
    </message>
    <message>
        <source>Learned in {0} s: your samples ({1}), other digits ({2}).</source>
        <translation>学习用时 {0} 秒：您的样本（{1}），其他数字（{2}）。</translation>
    </message>
    <message>
        <source>Go Back to {0}</source>
        <translation>退回到 {0}</translation>
    </message>
    <message>
        <source>Let the model answer that did before; the new one stays in Models.</source>
        <translation>让之前的模型来回答；新的仍在“模型”中。</translation>
    </message>
    <message>
        <source>{0} answers now</source>
        <translation>现在由 {0} 回答</translation>
    </message>
</context>
<context>
    <name>LiveAnswer</name>
    <message>
        <source>The network in training</source>
        <translation>正在训练的网络</translation>
    </message>
    <message>
        <source>reads your drawing as {0}</source>
        <translation>把您写的读作 {0}</translation>
    </message>
    <message>
        <source>Draw a digit: it answers while it learns.</source>
        <translation>写一个数字：它边学边回答。</translation>
    </message>
    <message>
        <source>read your drawing as {0} after step {1}</source>
        <translation>在第 {1} 步之后把您的手写图读作 {0}</translation>
    </message>
    <message>
        <source>answers your drawing here while it learns.</source>
        <translation>边学边在这里回答您写的图。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Load a model file</source>
        <translation>载入模型文件</translation>
    </message>
    <message>
        <source>Models (*{0})</source>
        <translation>模型 (*{0})</translation>
    </message>
    <message>
        <source>A run of {0} was interrupted: go on with it in Retrain.</source>
        <translation>{0} 的训练中断了：可在“重新训练”中继续。</translation>
    </message>
    <message>
        <source>Waiting for the disk…</source>
        <translation>正在等待磁盘…</translation>
    </message>
    <message>
        <source>About handdigit</source>
        <translation>关于 handdigit</translation>
    </message>
    <message>
        <source>&lt;b&gt;handdigit {0}&lt;/b&gt;&lt;p&gt;Draw digits, see a convolutional network read them, look inside it.&lt;/p&gt;&lt;p&gt;Nothing leaves this computer.&lt;/p&gt;</source>
        <translation>&lt;b&gt;handdigit {0}&lt;/b&gt;&lt;p&gt;手写数字，看卷积神经网络怎样读它们，看看网络的内部。&lt;/p&gt;&lt;p&gt;没有任何内容离开这台电脑。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Click a point to see the sum that made it.</source>
        <translation>点击一个点，查看得出它的求和。</translation>
    </message>
    <message>
        <source>largest {0} at row {1}, column {2}</source>
        <translation>最大值 {0}，位于行 {1} 列 {2}</translation>
    </message>
    <message>
        <source>smallest {0} at row {1}, column {2}</source>
        <translation>最小值 {0}，位于行 {1} 列 {2}</translation>
    </message>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation>行 {0}，列 {1}：{2}</translation>
    </message>
</context>
<context>
    <name>MaximiseControls</name>
    <message>
        <source>whole map</source>
        <translation>整幅图</translation>
    </message>
    <message>
        <source>unit in the middle</source>
        <translation>中间的单元</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>the drawing</source>
        <translation>手写图</translation>
    </message>
    <message>
        <source>Climb, or stop where it is.</source>
        <translation>开始上升，或停在原处。</translation>
    </message>
    <message>
        <source>Start Over</source>
        <translation>从头开始</translation>
    </message>
    <message>
        <source>Go back to the picture it started from.</source>
        <translation>回到最初的图像。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>The layer of the unit.</source>
        <translation>单元所在的层。</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Which map or unit.</source>
        <translation>哪一幅图或哪个单元。</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>增大</translation>
    </message>
    <message>
        <source>The mean of the whole map, or only the unit in its middle.</source>
        <translation>整幅图的平均值，或只是中间的单元。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>The picture that is changed.</source>
        <translation>被改变的图像。</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>How much the picture is blurred after every step.</source>
        <translation>每一步之后图像模糊的程度。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>共 {0}</translation>
    </message>
</context>
<context>
    <name>MaximisePanel</name>
    <message>
        <source>What a unit likes best</source>
        <translation>一个单元最喜欢什么</translation>
    </message>
    <message>
        <source>The picture is changed, pixel by pixel, so that one unit of the network grows.</source>
        <translation>逐个像素地改变图像，使网络的一个单元增大。</translation>
    </message>
    <message>
        <source>The picture that the unit likes</source>
        <translation>该单元喜欢的图像</translation>
    </message>
    <message>
        <source>{0}, channel {1}</source>
        <translation>{0}，通道 {1}</translation>
    </message>
    <message>
        <source>There is no drawing to start from: draw a digit.</source>
        <translation>没有可以作为起点的手写图：请写一个数字。</translation>
    </message>
    <message>
        <source>Read as {0}, {1} %</source>
        <translation>读作 {0}，{1} %</translation>
    </message>
    <message>
        <source>No pixel changes this unit here: start from another picture.</source>
        <translation>这里任何像素都不改变这个单元：请换一个起点图像。</translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation>引擎一再停止。请选择“模型 ▸ 重启引擎”。</translation>
    </message>
    <message>
        <source>Warming up. It starts by itself.</source>
        <translation>正在预热。会自己开始。</translation>
    </message>
    <message>
        <source>Climbing…</source>
        <translation>正在上升…</translation>
    </message>
    <message numerus="yes">
        <source>Arrived after %Ln steps.</source>
        <translation>
            <numerusform>%Ln 步后到达。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %Ln steps.</source>
        <translation>
            <numerusform>%Ln 步后停止。</numerusform>
        </translation>
    </message>
    <message>
        <source>Draw a digit to start from.</source>
        <translation>写一个数字作为起点。</translation>
    </message>
    <message>
        <source>Press Start.</source>
        <translation>请按“开始”。</translation>
    </message>
</context>
<context>
    <name>MendingBar</name>
    <message>
        <source>How much is ink</source>
        <translation>多少算作墨迹</translation>
    </message>
    <message>
        <source>Left: only what is strong is ink. Right: what is faint, too.</source>
        <translation>向左：只有深的算墨迹。向右：浅的也算。</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>墨迹</translation>
    </message>
</context>
<context>
    <name>MendingHandles</name>
    <message>
        <source>Frame</source>
        <translation>框</translation>
    </message>
    <message>
        <source>Corners of the sheet</source>
        <translation>纸的四角</translation>
    </message>
    <message>
        <source>Top left corner</source>
        <translation>左上角</translation>
    </message>
    <message>
        <source>Top right corner</source>
        <translation>右上角</translation>
    </message>
    <message>
        <source>Bottom right corner</source>
        <translation>右下角</translation>
    </message>
    <message>
        <source>Bottom left corner</source>
        <translation>左下角</translation>
    </message>
    <message>
        <source>Top edge</source>
        <translation>上边</translation>
    </message>
    <message>
        <source>Right edge</source>
        <translation>右边</translation>
    </message>
    <message>
        <source>Bottom edge</source>
        <translation>下边</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>左边</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Save as Sa&amp;mple</source>
        <translation>保存为样本(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About handdigit</source>
        <translation>关于 handdigit(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save Drawing…</source>
        <translation>保存手写图(&amp;S)…</translation>
    </message>
    <message>
        <source>Save &amp;View as a Picture…</source>
        <translation>把视图存为图片(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>清除(&amp;C)</translation>
    </message>
    <message>
        <source>Co&amp;py Drawing</source>
        <translation>复制手写图(&amp;P)</translation>
    </message>
    <message>
        <source>Copy &amp;View as a Picture</source>
        <translation>把视图复制为图片(&amp;V)</translation>
    </message>
    <message>
        <source>P&amp;aste</source>
        <translation>粘贴(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Pen</source>
        <translation>笔(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>橡皮(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Thinner Pen</source>
        <translation>细一点(&amp;T)</translation>
    </message>
    <message>
        <source>Thic&amp;ker Pen</source>
        <translation>粗一点(&amp;K)</translation>
    </message>
    <message>
        <source>Pen Pre&amp;ssure</source>
        <translation>使用笔压(&amp;S)</translation>
    </message>
    <message>
        <source>Draw with &amp;Fingers</source>
        <translation>用手指书写(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;What Is This?</source>
        <translation>这是什么？(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>快捷键(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;How Do I…</source>
        <translation>怎样(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Course</source>
        <translation>课程(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>导览(&amp;T)</translation>
    </message>
    <message>
        <source>C&amp;opy Details…</source>
        <translation>复制详细信息(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Choose Model</source>
        <translation>选择模型(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Load Model File…</source>
        <translation>载入模型文件(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Teach from Your Samples</source>
        <translation>用您的样本教它(&amp;T)</translation>
    </message>
    <message>
        <source>Roll &amp;Back</source>
        <translation>退回前一个(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>设备(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>自动(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Restart Engine</source>
        <translation>重启引擎(&amp;R)</translation>
    </message>
    <message>
        <source>Read several digits beside each other as one number ({0})</source>
        <translation>把并排的几个数字读作一个多位数（{0}）</translation>
    </message>
    <message>
        <source>Numbers are read by models of digits; this one reads {0}.</source>
        <translation>多位数由读数字的模型来读；这个读的是 {0}。</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Number Mode</source>
        <translation>多位数模式(&amp;N)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>多位数</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;High Contrast</source>
        <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>P&amp;icture</source>
        <translation>图片(&amp;I)</translation>
    </message>
    <message>
        <source>Rotate &amp;Left</source>
        <translation>向左旋转(&amp;L)</translation>
    </message>
    <message>
        <source>Rotate &amp;Right</source>
        <translation>向右旋转(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Crop</source>
        <translation>裁剪(&amp;C)</translation>
    </message>
    <message>
        <source>Draw a frame round the digit</source>
        <translation>在数字周围画一个框</translation>
    </message>
    <message>
        <source>Cor&amp;ners</source>
        <translation>四角(&amp;N)</translation>
    </message>
    <message>
        <source>Pull a sheet straight that was seen from the side</source>
        <translation>把斜着拍的纸拉正</translation>
    </message>
    <message>
        <source>&amp;Invert</source>
        <translation>反相(&amp;I)</translation>
    </message>
    <message>
        <source>Take what is paper for ink, and ink for paper</source>
        <translation>把纸当作墨迹，把墨迹当作纸</translation>
    </message>
    <message>
        <source>R&amp;eset Picture</source>
        <translation>还原图片(&amp;E)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Show the picture as it was opened</source>
        <translation>恢复图片打开时的样子</translation>
    </message>
</context>
<context>
    <name>MnistRow</name>
    <message>
        <source>Progress of fetching MNIST</source>
        <translation>下载 MNIST 的进度</translation>
    </message>
    <message>
        <source>Fetch…</source>
        <translation>下载…</translation>
    </message>
    <message>
        <source>Fetch 12 MB from a public mirror and check them; nothing is sent.</source>
        <translation>从公共镜像下载 12 MB 并校验；不发送任何内容。</translation>
    </message>
    <message>
        <source>From Folder…</source>
        <translation>从文件夹…</translation>
    </message>
    <message>
        <source>Take the four files from a folder of yours.</source>
        <translation>从您的文件夹中取四个文件。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop fetching; the next time goes on from there.</source>
        <translation>停止下载；下次从这里继续。</translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation>还不在这里</translation>
    </message>
    <message>
        <source>Folder with the MNIST files</source>
        <translation>含有 MNIST 文件的文件夹</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>{0} of {1} MB</source>
        <translation>{1} MB 中的 {0}</translation>
    </message>
</context>
<context>
    <name>ModelLibrary</name>
    <message>
        <source>No other model was active before this one.</source>
        <translation>在此之前没有其他模型在用。</translation>
    </message>
    <message>
        <source>{0} is the model that answers: activate another one first.</source>
        <translation>{0} 是正在回答的模型：请先启用另一个。</translation>
    </message>
    <message>
        <source>No model was deleted since the window opened.</source>
        <translation>窗口打开以来没有删除过模型。</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>majority</source>
        <translation>多数</translation>
    </message>
    <message>
        <source>five looks each</source>
        <translation>各看五次</translation>
    </message>
    <message>
        <source>{0} voting, {1}</source>
        <translation>{0} 个投票，{1}</translation>
    </message>
    <message>
        <source>val {0}</source>
        <translation>验证 {0}</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>测量值</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>读</translation>
    </message>
    <message>
        <source>Grown from</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教师</translation>
    </message>
    <message>
        <source>Mean of</source>
        <translation>其平均</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}（共 {1}）</translation>
    </message>
    <message>
        <source>epochs: {0}</source>
        <translation>轮数：{0}</translation>
    </message>
    <message>
        <source>batches of {0}</source>
        <translation>每批 {0} 个</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>种子 {0}</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>变形</translation>
    </message>
</context>
<context>
    <name>ModelsPanel</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Roll Back</source>
        <translation>退回前一个</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>New Ensemble…</source>
        <translation>新建集成…</translation>
    </message>
    <message>
        <source>Copy a model file into the list.</source>
        <translation>把一个模型文件复制到列表中。</translation>
    </message>
    <message>
        <source>Copy the selected version to a file.</source>
        <translation>把选中的版本复制到文件。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Bring the deleted version back.</source>
        <translation>找回删除的版本。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>What is known of the selected one</source>
        <translation>关于所选版本的已知信息</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>The ticked ones on the drawing</source>
        <translation>勾选的版本读这幅手写图</translation>
    </message>
    <message>
        <source>Versions, and what is known of them</source>
        <translation>各版本及其已知信息</translation>
    </message>
    <message>
        <source>It answers already.</source>
        <translation>它已经在回答。</translation>
    </message>
    <message>
        <source>Let this version answer.</source>
        <translation>让这个版本来回答。</translation>
    </message>
    <message>
        <source>No other version was active before.</source>
        <translation>在此之前没有其他版本在用。</translation>
    </message>
    <message>
        <source>Let {0} answer again.</source>
        <translation>让 {0} 重新回答。</translation>
    </message>
    <message>
        <source>It came with the program and stays as it is.</source>
        <translation>它是程序自带的，保持原样。</translation>
    </message>
    <message>
        <source>It is a file elsewhere: import it first.</source>
        <translation>它是别处的文件：请先导入。</translation>
    </message>
    <message>
        <source>Give it another name.</source>
        <translation>给它另取一个名称。</translation>
    </message>
    <message>
        <source>Until the window closes it can be brought back.</source>
        <translation>在窗口关闭之前可以找回。</translation>
    </message>
    <message>
        <source>It answers: activate another one first.</source>
        <translation>它正在回答：请先启用另一个。</translation>
    </message>
    <message>
        <source>It came with the program: install handdigit again.</source>
        <translation>它是程序自带的：请重新安装 handdigit。</translation>
    </message>
    <message>
        <source>Let several versions vote as one.</source>
        <translation>让几个版本作为一个来投票。</translation>
    </message>
    <message>
        <source>There is only one network: nobody to vote with.</source>
        <translation>只有一个网络：没有可一起投票的。</translation>
    </message>
    <message>
        <source>Every training run adds a version here: press Train in Retrain.</source>
        <translation>每次训练都会在这里增加一个版本：请在“重新训练”中按“训练”。</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Delete Model</source>
        <translation>删除模型</translation>
    </message>
    <message>
        <source>Delete {0}?</source>
        <translation>删除 {0}？</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>{0} was deleted.</source>
        <translation>已删除 {0}。</translation>
    </message>
    <message>
        <source>Models (*{0})</source>
        <translation>模型 (*{0})</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>{0} was imported.</source>
        <translation>已导入 {0}。</translation>
    </message>
    <message>
        <source>Importing {0}…</source>
        <translation>正在导入 {0}…</translation>
    </message>
    <message>
        <source>{0} was not imported.</source>
        <translation>没有导入 {0}。</translation>
    </message>
    <message>
        <source>Export the model</source>
        <translation>导出模型</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>已保存为 {0}。</translation>
    </message>
    <message>
        <source>ensemble</source>
        <translation>集成</translation>
    </message>
    <message>
        <source>{0} was made. Activate it to let it answer.</source>
        <translation>已建立 {0}。启用它，让它来回答。</translation>
    </message>
</context>
<context>
    <name>Neighbours</name>
    <message>
        <source>your drawing</source>
        <translation>您的手写图</translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation>您的手写图</translation>
    </message>
    <message>
        <source>No neighbour</source>
        <translation>没有邻居</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0}，距离 {1}</translation>
    </message>
    <message>
        <source>Neighbour {0}: {1}, {2}</source>
        <translation>邻居 {0}：{1}，{2}</translation>
    </message>
</context>
<context>
    <name>NetworkEditor</name>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Layers as rows</source>
        <translation>以行显示的层</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Layers as text</source>
        <translation>以文本表示的层</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a layer after the current one.</source>
        <translation>在当前层之后添加一层。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take the current layer out (Del).</source>
        <translation>去掉当前层（Del）。</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move the current layer up (Alt+↑).</source>
        <translation>上移当前层（Alt+↑）。</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move the current layer down (Alt+↓).</source>
        <translation>下移当前层（Alt+↓）。</translation>
    </message>
    <message>
        <source>{0} parameters, {1} multiply-adds for a picture.</source>
        <translation>{0} 个参数，每幅图像 {1} 次乘加。</translation>
    </message>
</context>
<context>
    <name>NetworkList</name>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Tick the networks to compare.</source>
        <translation>勾选要比较的网络。</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>读</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>P({0})</source>
        <translation>P({0})</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message numerus="yes">
        <source>%Ln parameters</source>
        <translation>
            <numerusform>%Ln 个参数</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkMap</name>
    <message>
        <source>Blocks of the network</source>
        <translation>网络的块</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Begin with</source>
        <translation>起始权重</translation>
    </message>
    <message>
        <source>Fresh random weights, or those of the model that answers now.</source>
        <translation>全新的随机权重，或现在回答的模型的权重。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save your network.</source>
        <translation>保存您的网络。</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save it as a network of your own.</source>
        <translation>保存为您自己的网络。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete your network.</source>
        <translation>删除您的网络。</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>您自己的</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>还没有名称</translation>
    </message>
    <message>
        <source>{0}, changed</source>
        <translation>{0}，已更改</translation>
    </message>
    <message>
        <source>Waiting for the disk…</source>
        <translation>正在等待磁盘…</translation>
    </message>
    <message>
        <source>fresh weights</source>
        <translation>全新的权重</translation>
    </message>
    <message>
        <source>those of {0}</source>
        <translation>{0} 的权重</translation>
    </message>
    <message>
        <source>Only where the network is the same as that model&apos;s.</source>
        <translation>仅当网络与那个模型的相同时可用。</translation>
    </message>
    <message>
        <source>Save the network</source>
        <translation>保存网络</translation>
    </message>
    <message>
        <source>Name of your network:</source>
        <translation>您的网络的名称：</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>我的网络</translation>
    </message>
</context>
<context>
    <name>NumberCard</name>
    <message>
        <source>Number</source>
        <translation>多位数</translation>
    </message>
    <message>
        <source>Probability of the whole number</source>
        <translation>整个数的概率</translation>
    </message>
    <message>
        <source>Group the strokes in the second best way</source>
        <translation>按第二可能的方式给笔画分组</translation>
    </message>
    <message>
        <source>Join with Next</source>
        <translation>与下一个合并</translation>
    </message>
    <message>
        <source>The selected digit and the next one are one (M)</source>
        <translation>所选数字与下一个是同一个（M）</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆开</translation>
    </message>
    <message>
        <source>The selected digit is more than one (S)</source>
        <translation>所选数字不止一个（S）</translation>
    </message>
    <message>
        <source>no other reading</source>
        <translation>没有其他读法</translation>
    </message>
    <message>
        <source>or {0}</source>
        <translation>或 {0}</translation>
    </message>
    <message>
        <source>Warming up. Write already; the answer comes by itself.</source>
        <translation>正在预热。现在就可以写，结果会自己出现。</translation>
    </message>
    <message>
        <source>The engine stopped. It is starting again.</source>
        <translation>引擎停止了，正在重新启动。</translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation>引擎一再停止。请选择“模型 ▸ 重启引擎”。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读…</translation>
    </message>
    <message>
        <source>Write a number: 2026, or a phone number.</source>
        <translation>写一个数：2026，或一个电话号码。</translation>
    </message>
    <message>
        <source>Grouped as you said; Undo takes it back.</source>
        <translation>已按您说的分组；撤销可以恢复。</translation>
    </message>
    <message>
        <source>? is no digit. Wrong boxes? Press a join between two, or split one.</source>
        <translation>“?”表示不是数字。分错了？点击两个之间的连接处，或拆开一个。</translation>
    </message>
    <message>
        <source>Wrong boxes? Press a join between two, or split one.</source>
        <translation>分错了？点击两个之间的连接处，或拆开一个。</translation>
    </message>
</context>
<context>
    <name>OverviewSheet</name>
    <message>
        <source>The network at a glance</source>
        <translation>网络一览</translation>
    </message>
    <message>
        <source>{0}: What It Is For</source>
        <translation>{0}：它的用途</translation>
    </message>
</context>
<context>
    <name>PageText</name>
    <message>
        <source>Text of the page</source>
        <translation>本页正文</translation>
    </message>
</context>
<context>
    <name>ParametersSheet</name>
    <message>
        <source>Input size</source>
        <translation>输入大小</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>核大小</translation>
    </message>
    <message>
        <source>Same size</source>
        <translation>大小不变</translation>
    </message>
    <message>
        <source>Valid (none)</source>
        <translation>有效（无填充）</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Zeros around the input</source>
        <translation>输入四周补零</translation>
    </message>
    <message>
        <source>Convolution: all places share a kernel</source>
        <translation>卷积：所有位置共用一个卷积核</translation>
    </message>
    <message>
        <source>Unshared: every place has its own kernel</source>
        <translation>不共享：每个位置有自己的卷积核</translation>
    </message>
    <message>
        <source>Fully connected: every output reads every input</source>
        <translation>全连接：每个输出读取每个输入</translation>
    </message>
    <message>
        <source>weights {0} = {1}, biases {2}</source>
        <translation>权重 {0} = {1}，偏置 {2}</translation>
    </message>
    <message>
        <source>A kernel that all {0} places share takes {1} parameters; with a kernel for every place there would be {2}. Both do the same {3} multiplications: a convolution costs arithmetic, a dense layer parameters.</source>
        <translation>{0} 个位置共用一个卷积核，需要 {1} 个参数；若每个位置各有一个卷积核，就需要 {2} 个。两者都做同样的 {3} 次乘法：卷积费的是运算，全连接层费的是参数。</translation>
    </message>
</context>
<context>
    <name>ParentSearch</name>
    <message>
        <source>a model that is not here</source>
        <translation>一个不在这里的模型</translation>
    </message>
</context>
<context>
    <name>PictureList</name>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
</context>
<context>
    <name>PictureMending</name>
    <message>
        <source>Draw a frame round the digit. Enter keeps it, Esc gives it up.</source>
        <translation>在数字周围画一个框。回车保留，Esc 放弃。</translation>
    </message>
    <message>
        <source>Pull the corners to those of the sheet. Enter keeps, Esc gives up.</source>
        <translation>把四角拖到纸的四角。回车保留，Esc 放弃。</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>One place back</source>
        <translation>退后一个位置</translation>
    </message>
    <message>
        <source>One place further</source>
        <translation>前进一个位置</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Slide the kernel over the input</source>
        <translation>让卷积核在输入上滑动</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>output {0}</source>
        <translation>输出 {0}</translation>
    </message>
    <message>
        <source>row {0}, column {1}</source>
        <translation>行 {0}，列 {1}</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Why {0}?</source>
        <translation>为什么是 {0}？</translation>
    </message>
    <message>
        <source>Save as {0}</source>
        <translation>保存为 {0}</translation>
    </message>
    <message>
        <source>Click: why {0}?</source>
        <translation>点击：为什么是 {0}？</translation>
    </message>
    <message>
        <source>Click: why {0}? Key {1}: save the drawing as {0}.</source>
        <translation>点击：为什么是 {0}？按键 {1}：把手写图保存为 {0}。</translation>
    </message>
    <message>
        <source>Probabilities of {0}</source>
        <translation>{0} 的概率</translation>
    </message>
    <message>
        <source>labelled {0}</source>
        <translation>标注为 {0}</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查看(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QuestionBar</name>
    <message>
        <source>the answer</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Digit to explain</source>
        <translation>要解释的数字</translation>
    </message>
    <message>
        <source>The digit whose score is explained</source>
        <translation>解释哪个数字的得分</translation>
    </message>
    <message>
        <source>any other</source>
        <translation>任何其他</translation>
    </message>
    <message>
        <source>Digit to compare with</source>
        <translation>用来比较的数字</translation>
    </message>
    <message>
        <source>Explain the lead over this digit instead</source>
        <translation>改为解释对这个数字的领先</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>and not</source>
        <translation>而不是</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Closing help and course brings back what you had.</source>
        <translation>关闭“帮助与课程”时，您原来的内容会恢复。</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>您的数值</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Show the Answer</source>
        <translation>显示答案</translation>
    </message>
    <message>
        <source>✓ Done before. Do it again if you like.</source>
        <translation>✓ 以前做过。想做的话可以再做一次。</translation>
    </message>
    <message>
        <source>Not yet: it is another number.</source>
        <translation>还不对：是另一个数。</translation>
    </message>
    <message>
        <source>✓ {0}</source>
        <translation>✓ {0}</translation>
    </message>
    <message>
        <source>Set the Scene</source>
        <translation>布置场景</translation>
    </message>
    <message>
        <source>Set the scene first: it shows where.</source>
        <translation>请先布置场景：那里可以看到。</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>请输入一个数。</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Replace a file</source>
        <translation>替换文件</translation>
    </message>
    <message>
        <source>Replace {0}?</source>
        <translation>替换 {0}？</translation>
    </message>
    <message>
        <source>What is in it now is lost.</source>
        <translation>其中现有的内容将会丢失。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>ReadingActions</name>
    <message>
        <source>Added to your samples as a {0}.</source>
        <translation>已作为 {0} 加入您的样本。</translation>
    </message>
    <message>
        <source>Added as a {0}, held out: a test digit measures, it is never learned.</source>
        <translation>已作为 {0} 加入并留出：测试用的数字只测量，从不学习。</translation>
    </message>
</context>
<context>
    <name>ReadingCard</name>
    <message>
        <source>Chosen picture</source>
        <translation>选中的图像</translation>
    </message>
    <message>
        <source>Put this drawing on the canvas (double-click)</source>
        <translation>把这幅图放到画布上（双击）</translation>
    </message>
    <message>
        <source>To the Canvas</source>
        <translation>放到画布上</translation>
    </message>
    <message>
        <source>Add to Samples</source>
        <translation>加入样本</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>重新标注</translation>
    </message>
    <message>
        <source>This sample is something else</source>
        <translation>这个样本是别的</translation>
    </message>
    <message>
        <source>Held out: it measures what the next training was good for</source>
        <translation>留出：用来测量下次训练的效果</translation>
    </message>
    <message>
        <source>Let the model learn it, the next time you train</source>
        <translation>下次训练时让模型学习它</translation>
    </message>
    <message>
        <source>{0} read as {1}</source>
        <translation>{0} 读作 {1}</translation>
    </message>
    <message>
        <source>{0}, loss {1}</source>
        <translation>{0}，损失 {1}</translation>
    </message>
    <message>
        <source>{0}, not {1}</source>
        <translation>{0}，不是 {1}</translation>
    </message>
</context>
<context>
    <name>ReceiptView</name>
    <message>
        <source>Mistakes: {0} gone, {1} new</source>
        <translation>误读：消除 {0} 个，新增 {1} 个</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>之前与之后</translation>
    </message>
    <message>
        <source>Every class</source>
        <translation>每个类别</translation>
    </message>
    <message>
        <source>Class by Class</source>
        <translation>逐个类别</translation>
    </message>
    <message>
        <source>How every class is read, before and after.</source>
        <translation>每个类别之前和之后读得怎样。</translation>
    </message>
</context>
<context>
    <name>RecipeForm</name>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>How the weights are changed</source>
        <translation>权重怎样改变</translation>
    </message>
    <message>
        <source>Restraint</source>
        <translation>约束</translation>
    </message>
    <message>
        <source>Against learning by heart</source>
        <translation>防止死记硬背</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>How digits are varied</source>
        <translation>数字怎样变形</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>计划</translation>
    </message>
</context>
<context>
    <name>RecipePage</name>
    <message>
        <source>Recipe</source>
        <translation>训练方案</translation>
    </message>
    <message>
        <source>A recipe to begin with.</source>
        <translation>可以由此开始的训练方案。</translation>
    </message>
    <message>
        <source>Use Its Network</source>
        <translation>使用它的网络</translation>
    </message>
    <message>
        <source>Choose the network that this recipe was made for.</source>
        <translation>选择此方案所针对的网络。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save your recipe.</source>
        <translation>保存您的训练方案。</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save these settings as a recipe of your own.</source>
        <translation>把这些设置保存为您自己的训练方案。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Import, export, delete.</source>
        <translation>导入、导出、删除。</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Waiting for the disk…</source>
        <translation>正在等待磁盘…</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>已更改。</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>保存训练方案</translation>
    </message>
    <message>
        <source>Name of your recipe:</source>
        <translation>您的训练方案的名称：</translation>
    </message>
    <message>
        <source>Recipes (*{0})</source>
        <translation>训练方案 (*{0})</translation>
    </message>
    <message>
        <source>Import a recipe</source>
        <translation>导入训练方案</translation>
    </message>
    <message>
        <source>Export the recipe</source>
        <translation>导出训练方案</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>Saved as {0}.</source>
        <translation>已保存为 {0}。</translation>
    </message>
</context>
<context>
    <name>RefusalView</name>
    <message>
        <source>Not a digit</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>The network alone would say {0}, {1} %</source>
        <translation>若只看网络，则是 {0}，{1} %</translation>
    </message>
    <message>
        <source>Nothing to compare with yet</source>
        <translation>还没有可比较的</translation>
    </message>
    <message>
        <source>A {0} that it knows, at {1} times the usual distance</source>
        <translation>它认识的一个 {0}，距离是通常的 {1} 倍</translation>
    </message>
    <message>
        <source>Looking for the nearest digits…</source>
        <translation>正在寻找最近的数字…</translation>
    </message>
    <message>
        <source>Path: {0} × its diagonal, a digit&apos;s at most {1}</source>
        <translation>笔迹长度：{0} × 其对角线，数字最多 {1}</translation>
    </message>
    <message>
        <source>Several digits? Press N to write a number</source>
        <translation>是多位数吗？按 N 写一个多位数</translation>
    </message>
    <message>
        <source>Nearest known digit: {0} × usual distance</source>
        <translation>最近的已知数字：{0} × 通常距离</translation>
    </message>
    <message>
        <source>How sure it is that this is a digit: {0} %. It refuses below {1} %. Distances are measured in the last hidden layer of the network that refuses; usual is how far a digit is from the nearest other one.</source>
        <translation>它认为这是数字的把握：{0} %。低于 {1} % 时拒绝。距离在负责拒绝的网络的最后一个隐藏层中测量；“通常”是一个数字到最近的另一个数字的距离。</translation>
    </message>
</context>
<context>
    <name>ReliabilityDiagram</name>
    <message>
        <source>Reliability diagram</source>
        <translation>可靠性图</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Expected calibration error: {0} points</source>
        <translation>期望校准误差：{0} 个百分点</translation>
    </message>
    <message>
        <source>{0} to {1} % sure: none</source>
        <translation>把握 {0} 至 {1} %：没有</translation>
    </message>
    <message>
        <source>{0} to {1} % sure: {2} answers, {3} % sure on average, {4} % right</source>
        <translation>把握 {0} 至 {1} %：{2} 个结果，平均把握 {3} %，{4} % 正确</translation>
    </message>
    <message>
        <source>sure (probability of the answer)</source>
        <translation>把握（结果的概率）</translation>
    </message>
    <message>
        <source>Calibration error {0} points</source>
        <translation>校准误差 {0} 个百分点</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>right, though it was less sure</source>
        <translation>正确，尽管把握较小</translation>
    </message>
    <message>
        <source>wrong, though it was sure</source>
        <translation>错误，尽管很有把握</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Details of this installation</source>
        <translation>此安装的详细信息</translation>
    </message>
    <message>
        <source>Nothing is sent. Copy this and put it into your report.</source>
        <translation>不会发送任何内容。请复制它并放进您的报告。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>With the drawing on the canvas</source>
        <translation>包括画布上的手写图</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>RetrainPanel</name>
    <message>
        <source>Retrain</source>
        <translation>重新训练</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>训练方案</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>训练过程</translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits an epoch</source>
        <translation>
            <numerusform>每轮 %Ln 个数字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parameters</source>
        <translation>
            <numerusform>%Ln 个参数</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln epochs, {0} {1:g}</source>
        <translation>
            <numerusform>%Ln 轮，{0} {1:g}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln steps, each from a batch of {0}</source>
        <translation>
            <numerusform>%Ln 步，每步一批 {0} 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick what to learn from.</source>
        <translation>勾选要学习的数据。</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>your network</source>
        <translation>您的网络</translation>
    </message>
    <message>
        <source>{0}, changed</source>
        <translation>{0}，已更改</translation>
    </message>
    <message>
        <source>{0}, from {1}</source>
        <translation>{0}，来自 {1}</translation>
    </message>
</context>
<context>
    <name>RunControls</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>One Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Begin a run with this data, network and recipe.</source>
        <translation>用这些数据、网络和训练方案开始训练。</translation>
    </message>
    <message>
        <source>Wait after this step; a checkpoint is written.</source>
        <translation>这一步之后等待；会写入检查点。</translation>
    </message>
    <message>
        <source>Go on.</source>
        <translation>继续。</translation>
    </message>
    <message>
        <source>Learn one batch, then wait.</source>
        <translation>学习一个批次，然后等待。</translation>
    </message>
    <message>
        <source>End now; what was learned is kept and compared.</source>
        <translation>现在结束；学到的内容会保留并进行比较。</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Reading the data and building the network…</source>
        <translation>正在读取数据并搭建网络…</translation>
    </message>
    <message>
        <source>epoch {0} of {1}</source>
        <translation>第 {0} 轮，共 {1} 轮</translation>
    </message>
    <message>
        <source>step {0} of {1}</source>
        <translation>第 {0} 步，共 {1} 步</translation>
    </message>
    <message>
        <source>Keeping what was learned…</source>
        <translation>正在保留学到的内容…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>还剩 {0}</translation>
    </message>
</context>
<context>
    <name>RunCurve</name>
    <message>
        <source>Read wrongly</source>
        <translation>读错</translation>
    </message>
    <message numerus="yes">
        <source>Errors in %Ln epochs of training</source>
        <translation>
            <numerusform>训练 %Ln 轮中的错误</numerusform>
        </translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation>第 {0} 轮</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message numerus="yes">
        <source>%Ln epochs</source>
        <translation>
            <numerusform>%Ln 轮</numerusform>
        </translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Share read correctly, by epoch</source>
        <translation>各轮读对的比例</translation>
    </message>
</context>
<context>
    <name>RunNotices</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this line.</source>
        <translation>关闭这一行。</translation>
    </message>
    <message>
        <source>The run is over, but {0} cannot be read.</source>
        <translation>训练结束了，但无法读取 {0}。</translation>
    </message>
    <message>
        <source>{0} is ready.</source>
        <translation>{0} 已就绪。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Show what it gave, and choose which model answers.</source>
        <translation>查看它带来了什么，并选择由哪个模型回答。</translation>
    </message>
    <message>
        <source>A run of {0} was interrupted.</source>
        <translation>{0} 的训练中断了。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on where the last checkpoint was written.</source>
        <translation>从上一个检查点继续。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Delete the interrupted run with its checkpoints.</source>
        <translation>删除中断的训练及其检查点。</translation>
    </message>
</context>
<context>
    <name>RunReceipt</name>
    <message>
        <source>{0}: stopped after step {1} of {2}</source>
        <translation>{0}：在第 {1} 步之后停止，共 {2} 步</translation>
    </message>
    <message>
        <source>{0}: it got no better after epoch {1} of {2}</source>
        <translation>{0}：第 {1} 轮之后没有再改善，共 {2} 轮</translation>
    </message>
    <message>
        <source>{0} is ready</source>
        <translation>{0} 已就绪</translation>
    </message>
    <message>
        <source>Nothing was held back that both models could be measured by.</source>
        <translation>没有留出可用来测量两个模型的数据。</translation>
    </message>
    <message>
        <source>It reads {0} points worse than {1} on the same digits.</source>
        <translation>对相同的数字，它读得比 {1} 差 {0} 个百分点。</translation>
    </message>
    <message>
        <source>{0} had learned from {1}, too: it may know some of these digits.</source>
        <translation>{0} 也曾从 {1} 学习：它可能认识其中一些数字。</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>留出</translation>
    </message>
    <message numerus="yes">
        <source>%Ln held-back digits</source>
        <translation>
            <numerusform>%Ln 个留出的数字</numerusform>
        </translation>
    </message>
    <message>
        <source>Refused as no digit</source>
        <translation>被判为不是数字</translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation>您的手写图</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Go Back to {0}</source>
        <translation>退回到 {0}</translation>
    </message>
    <message>
        <source>Let the model answer that did before; the new one stays in Models.</source>
        <translation>让之前的模型来回答；新的仍在“模型”中。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the receipt.</source>
        <translation>关闭这份报告。</translation>
    </message>
    <message>
        <source>Use It</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Let the new version answer; you can go back.</source>
        <translation>让新版本来回答；您可以退回。</translation>
    </message>
    <message>
        <source>Keep for Later</source>
        <translation>留待以后</translation>
    </message>
    <message>
        <source>Leave the new version in Models; what answers stays.</source>
        <translation>把新版本留在“模型”中；由谁回答保持不变。</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Change it while it learns; what the schedule has left scales alike.</source>
        <translation>在学习时更改它；计划余下的部分同比缩放。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save the curves as numbers or as a picture.</source>
        <translation>把曲线保存为数值或图片。</translation>
    </message>
    <message>
        <source>&amp;Numbers (CSV)…</source>
        <translation>数值（CSV）(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Picture (PNG)…</source>
        <translation>图片（PNG）(&amp;P)…</translation>
    </message>
    <message>
        <source>— learned</source>
        <translation>— 学习过的</translation>
    </message>
    <message>
        <source>● held back</source>
        <translation>● 留出的</translation>
    </message>
    <message>
        <source>The network in training answers the drawing on the canvas while it learns. What it becomes is a new version; it answers only if you say so.</source>
        <translation>训练中的网络一边学习，一边读画布上的手写图。它会成为一个新版本；只有您同意，它才会给出结果。</translation>
    </message>
    <message>
        <source>Press Train: here you see it learn.</source>
        <translation>按“训练”：您会在这里看到它学习。</translation>
    </message>
    <message>
        <source>Digits an epoch</source>
        <translation>每轮数字数</translation>
    </message>
    <message>
        <source>Digits a second</source>
        <translation>每秒数字数</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Read right</source>
        <translation>读对</translation>
    </message>
    <message>
        <source>… held back</source>
        <translation>… 留出的</translation>
    </message>
    <message>
        <source>Numbers (*.csv)</source>
        <translation>数值 (*.csv)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Export the curves</source>
        <translation>导出曲线</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>SampleFilters</name>
    <message>
        <source>All digits</source>
        <translation>全部数字</translation>
    </message>
    <message>
        <source>Digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Learned and held out</source>
        <translation>学习与留出</translation>
    </message>
    <message>
        <source>To learn from</source>
        <translation>用于学习</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>About every fifth sample is held out: it measures what was learned.</source>
        <translation>大约每五个样本留出一个：用来测量学到了什么。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Misread</source>
        <translation>误读</translation>
    </message>
    <message>
        <source>Only those that the current model reads otherwise</source>
        <translation>只看当前模型读得不同的</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>From anywhere</source>
        <translation>任何来源</translation>
    </message>
    <message>
        <source>Drawn here</source>
        <translation>在这里写的</translation>
    </message>
</context>
<context>
    <name>SampleGrid</name>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
</context>
<context>
    <name>SampleLibrary</name>
    <message>
        <source>Your samples were put back under other numbers, and this can no longer be taken back: choose them in Samples.</source>
        <translation>您的样本以其他编号放回，此操作不能再撤回：请在“样本”中选择它们。</translation>
    </message>
</context>
<context>
    <name>SampleModel</name>
    <message>
        <source>{0}, from {1}</source>
        <translation>{0}，来自 {1}</translation>
    </message>
    <message>
        <source>; held out: never trained on</source>
        <translation>；留出：从不用于训练</translation>
    </message>
    <message>
        <source>; read as {0}, {1} %</source>
        <translation>；读作 {0}，{1} %</translation>
    </message>
</context>
<context>
    <name>SamplesPanel</name>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Draw a digit and press its key: it becomes a sample that teaches the network your hand.</source>
        <translation>写一个数字并按它的键：它就成为教网络认识您笔迹的样本。</translation>
    </message>
    <message>
        <source>The model reads your samples…</source>
        <translation>模型正在读您的样本…</translation>
    </message>
    <message>
        <source>The current model reads all of these right.</source>
        <translation>当前模型全部读对。</translation>
    </message>
    <message>
        <source>No sample fits these filters.</source>
        <translation>没有符合这些筛选条件的样本。</translation>
    </message>
    <message>
        <source>Samples from {1}: {0}.</source>
        <translation>来自 {1} 的样本：{0}。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples are in {0}.</source>
        <translation>
            <numerusform>%Ln 个样本已在 {0} 中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are pictures without strokes and were left out.</source>
        <translation>
            <numerusform>%Ln 个是没有笔画的图片，已略过。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scatter</name>
    <message>
        <source>Map of digits</source>
        <translation>数字地图</translation>
    </message>
    <message>
        <source>Point at a digit to see it.</source>
        <translation>指向一个数字来查看它。</translation>
    </message>
    <message>
        <source>neighbour {0}</source>
        <translation>邻居 {0}</translation>
    </message>
</context>
<context>
    <name>SchedulePlot</name>
    <message>
        <source>The learning rate from the first step to the last.</source>
        <translation>从第一步到最后一步的学习率。</translation>
    </message>
    <message>
        <source>Learning rate from {0} over {1} to {2}</source>
        <translation>学习率从 {0} 经 {1} 到 {2}</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation>第 {0} 轮</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>One step back in Inside; close help and tour</source>
        <translation>在“内部”中退回一步；关闭帮助和导览</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>到处</translation>
    </message>
</context>
<context>
    <name>SimplerNetwork</name>
    <message>
        <source>Back to {0}</source>
        <translation>回到 {0}</translation>
    </message>
    <message>
        <source>Simpler: {0}</source>
        <translation>更简单：{0}</translation>
    </message>
</context>
<context>
    <name>SlidingSheet</name>
    <message>
        <source>What one sees</source>
        <translation>所见内容</translation>
    </message>
    <message>
        <source>Heartbeat of {0} values, drawn for this, not measured</source>
        <translation>{0} 个值的心跳，专为此画出，并非实测</translation>
    </message>
    <message>
        <source>Input {0}</source>
        <translation>输入 {0}</translation>
    </message>
    <message>
        <source>Draw a digit: the input follows.</source>
        <translation>写一个数字：输入会随之变化。</translation>
    </message>
    <message>
        <source>none: pooling has no weights</source>
        <translation>无：池化没有权重</translation>
    </message>
    <message>
        <source>A window goes over the input; of its {0} values only the largest is kept: here {1}.</source>
        <translation>一个窗口在输入上移动；其中 {0} 个值只保留最大的：这里是 {1}。</translation>
    </message>
    <message>
        <source>A window goes over the input; its {0} values become their mean: here {1}.</source>
        <translation>一个窗口在输入上移动；其中 {0} 个值变为它们的平均值：这里是 {1}。</translation>
    </message>
    <message>
        <source>The kernel is turned by 180° and slides over the input; at every place {0} products are summed: here {1}.</source>
        <translation>卷积核旋转 180° 后在输入上滑动；在每个位置把 {0} 个乘积相加：这里是 {1}。</translation>
    </message>
    <message>
        <source>The kernel slides over the input; at every place {0} products are summed: here {1}.</source>
        <translation>卷积核在输入上滑动；在每个位置把 {0} 个乘积相加：这里是 {1}。</translation>
    </message>
    <message>
        <source>No output is above 0: there is no peak.</source>
        <translation>没有大于 0 的输出：没有波峰。</translation>
    </message>
    <message>
        <source>Peaks found at {0}: there the output is larger than beside it and more than half of its largest, {1}.</source>
        <translation>在 {0} 处找到波峰：那里的输出比两旁大，并且大于最大值 {1} 的一半。</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>generated</source>
        <translation>生成的</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>您的</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>生成的</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>您的</translation>
    </message>
    <message>
        <source>MNIST is not here. Retrain can fetch it.</source>
        <translation>这里没有 MNIST。可以在“重新训练”中下载。</translation>
    </message>
    <message>
        <source>You have labelled no drawings yet.</source>
        <translation>您还没有标注过手写图。</translation>
    </message>
</context>
<context>
    <name>Squares</name>
    <message>
        <source>Areas in proportion to the parameters</source>
        <translation>面积与参数个数成正比</translation>
    </message>
    <message>
        <source>Areas in proportion; none is drawn smaller than 2 pixels</source>
        <translation>面积成正比；画出的都不小于 2 像素</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>unshared</source>
        <translation>不共享</translation>
    </message>
    <message>
        <source>fully connected</source>
        <translation>全连接</translation>
    </message>
</context>
<context>
    <name>StageView</name>
    <message>
        <source>Kernels</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>{0}: kernels {1} × {2}</source>
        <translation>{0}：卷积核 {1} × {2}</translation>
    </message>
    <message>
        <source>{0}: maps</source>
        <translation>{0}：特征图</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>From the pen&apos;s movement to the answer&apos;s arrival.</source>
        <translation>从笔的移动到结果出现。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The model that answers</source>
        <translation>正在回答的模型</translation>
    </message>
    <message>
        <source>Network looked into</source>
        <translation>所查看的网络</translation>
    </message>
    <message>
        <source>All networks of the ensemble vote; Inside, Why and the others show this one.</source>
        <translation>集成中的所有网络都投票；“内部”“为什么”等显示的是这一个。</translation>
    </message>
    <message>
        <source>Inside: {0}</source>
        <translation>内部：{0}</translation>
    </message>
    <message>
        <source>Warming up…</source>
        <translation>正在预热…</translation>
    </message>
    <message>
        <source>The engine stopped. Starting it again…</source>
        <translation>引擎停止了，正在重新启动…</translation>
    </message>
    <message>
        <source>The engine keeps stopping.</source>
        <translation>引擎一再停止。</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Back to the run</source>
        <translation>回到训练过程</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>更改它</translation>
    </message>
</context>
<context>
    <name>SumView</name>
    <message>
        <source>Terms of the sum</source>
        <translation>求和的各项</translation>
    </message>
    <message>
        <source>The sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>largest = {0}</source>
        <translation>最大值 = {0}</translation>
    </message>
    <message>
        <source>mean = {0} / {1} = {2}</source>
        <translation>平均值 = {0} / {1} = {2}</translation>
    </message>
    <message>
        <source>sum = {0}</source>
        <translation>和 = {0}</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Loss: mean of −ln of the true digit&apos;s probability. Calibration error: how far, in percentage points, the probability of the answers is from the share that is right, the mean over 15 bins (Guo et al. 2017).</source>
        <translation>损失：正确数字的概率取 −ln 后的平均。校准误差：结果的概率与实际正确比例相差多少个百分点，对 15 个区间取平均（Guo 等 2017）。</translation>
    </message>
    <message>
        <source>What does it misread?</source>
        <translation>它读错什么？</translation>
    </message>
    <message>
        <source>Measure the model on digits whose names are known.</source>
        <translation>用已知是几的数字来测量模型。</translation>
    </message>
    <message>
        <source>{0} % right</source>
        <translation>{0} % 正确</translation>
    </message>
    <message>
        <source>{0} of {1} wrong · loss {2} · calibration error {3}</source>
        <translation>{1} 个中错 {0} 个 · 损失 {2} · 校准误差 {3}</translation>
    </message>
</context>
<context>
    <name>TakeAway</name>
    <message>
        <source>Drag it into another program, or into a folder.</source>
        <translation>把它拖到另一个程序或文件夹中。</translation>
    </message>
    <message>
        <source>Copy “{0}” as a Picture</source>
        <translation>把“{0}”复制为图片</translation>
    </message>
    <message>
        <source>Save “{0}” as a Picture</source>
        <translation>把“{0}”保存为图片</translation>
    </message>
    <message>
        <source>PNG, {0}×…</source>
        <translation>PNG，{0}×…</translation>
    </message>
    <message>
        <source>SVG…</source>
        <translation>SVG…</translation>
    </message>
    <message>
        <source>model {0}</source>
        <translation>模型 {0}</translation>
    </message>
    <message>
        <source>read as {0}, {1}</source>
        <translation>读作 {0}，{1}</translation>
    </message>
    <message>
        <source>no digit</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>Copied as a picture: {0}.</source>
        <translation>已复制为图片：{0}。</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG (*.svg)</translation>
    </message>
    <message>
        <source>There is no memory for so large a picture.</source>
        <translation>内存不足，无法生成这么大的图片。</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>已保存为 {0}。</translation>
    </message>
    <message>
        <source>Save as a picture</source>
        <translation>保存为图片</translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>{0} taught</source>
        <translation>{0}-学过</translation>
    </message>
</context>
<context>
    <name>TimeControls</name>
    <message>
        <source>Training run</source>
        <translation>训练过程</translation>
    </message>
    <message>
        <source>Keep as a Version</source>
        <translation>保留为版本</translation>
    </message>
    <message>
        <source>Copy this checkpoint to the models</source>
        <translation>把这个检查点复制到模型中</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Delete this run with its checkpoints</source>
        <translation>删除此训练过程及其检查点</translation>
    </message>
    <message>
        <source>Save how it learned as a moving picture, a frame for each checkpoint</source>
        <translation>把它怎样学习保存为动图，每个检查点一帧</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save as GIF…</source>
        <translation>保存为 GIF…</translation>
    </message>
    <message>
        <source>Epoch {0} of {1}</source>
        <translation>第 {0} 轮，共 {1} 轮</translation>
    </message>
    <message>
        <source>Before epoch 1</source>
        <translation>第 1 轮之前</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>TimeMachinePanel</name>
    <message>
        <source>Time machine</source>
        <translation>时间机</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>训练过程</translation>
    </message>
    <message>
        <source>No training run yet. Train a network: each epoch leaves a checkpoint, and here you can watch how it learned to read your drawing.</source>
        <translation>还没有训练过程。训练一个网络：每一轮留下一个检查点，在这里可以观看它怎样学会读您写的图。</translation>
    </message>
    <message>
        <source>{0}, {1} %</source>
        <translation>{0}，{1} %</translation>
    </message>
    <message>
        <source>Reading generated digits…</source>
        <translation>正在读生成的数字…</translation>
    </message>
    <message>
        <source>No set of {0} is at hand.</source>
        <translation>手边没有 {0} 的数据集。</translation>
    </message>
    <message>
        <source>{0} of {1} generated digits</source>
        <translation>{1} 个生成的数字中的 {0} 个</translation>
    </message>
    <message>
        <source>while learning</source>
        <translation>学习过程中</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>生成的</translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation>引擎一再停止。请选择“模型 ▸ 重启引擎”。</translation>
    </message>
    <message>
        <source>Warming up. The answer comes by itself.</source>
        <translation>正在预热。结果会自己出现。</translation>
    </message>
    <message>
        <source>Save how it learned</source>
        <translation>保存它怎样学习</translation>
    </message>
    <message>
        <source>GIF (*.gif)</source>
        <translation>GIF (*.gif)</translation>
    </message>
    <message>
        <source>Epoch {0} of {1}</source>
        <translation>第 {0} 轮，共 {1} 轮</translation>
    </message>
    <message>
        <source>{0} epoch {1}</source>
        <translation>{0} 第 {1} 轮</translation>
    </message>
    <message>
        <source>Kept as {0}: choose it among the models.</source>
        <translation>已保留为 {0}：可在模型中选择。</translation>
    </message>
    <message>
        <source>A network is being trained: stop it before you delete.</source>
        <translation>有网络正在训练：请先停止再删除。</translation>
    </message>
    <message>
        <source>The version that it became stays.</source>
        <translation>由它产生的版本仍然保留。</translation>
    </message>
    <message>
        <source>It is not finished and could be gone on with.</source>
        <translation>它尚未结束，可以继续。</translation>
    </message>
    <message>
        <source>It takes {0} MB.</source>
        <translation>它占用 {0} MB。</translation>
    </message>
    <message>
        <source>Delete Run</source>
        <translation>删除训练过程</translation>
    </message>
    <message>
        <source>Delete the run {0} with its checkpoints?</source>
        <translation>删除训练过程 {0} 及其检查点？</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>TitleRow</name>
    <message>
        <source>Teach</source>
        <translation>教它</translation>
    </message>
    <message>
        <source>Let the model that answers learn the samples; you see what that changes</source>
        <translation>让正在回答的模型学习这些样本；您会看到有什么改变</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>File of Inks or Pictures…</source>
        <translation>笔迹或图片文件…</translation>
    </message>
    <message>
        <source>Folder of Pictures…</source>
        <translation>图片文件夹…</translation>
    </message>
    <message>
        <source>The samples that are listed, into files</source>
        <translation>把列出的样本存入文件</translation>
    </message>
    <message>
        <source>Inks…</source>
        <translation>笔迹…</translation>
    </message>
    <message>
        <source>idx Files…</source>
        <translation>idx 文件…</translation>
    </message>
    <message>
        <source>Samples: {0}, ○ {1} of them held out to measure with</source>
        <translation>样本：{0} 个，其中 ○ {1} 个留出用于测量</translation>
    </message>
    <message>
        <source>No samples yet</source>
        <translation>还没有样本</translation>
    </message>
    <message>
        <source>Reading {0} of {1}: {2} misread</source>
        <translation>正在读第 {0} 个，共 {1} 个：读错 {2} 个</translation>
    </message>
    <message>
        <source>{0} of {1} misread</source>
        <translation>{1} 个中读错 {0} 个</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>{0} of {1} samples…</source>
        <translation>{0} / {1} 个样本…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples…</source>
        <translation>
            <numerusform>%Ln 个样本…</numerusform>
        </translation>
    </message>
    <message>
        <source>Samples ({0})</source>
        <translation>样本 ({0})</translation>
    </message>
    <message>
        <source>Import samples</source>
        <translation>导入样本</translation>
    </message>
    <message>
        <source>Import pictures from folders named as the classes are</source>
        <translation>从以类别命名的文件夹导入图片</translation>
    </message>
    <message>
        <source>Inks ({0})</source>
        <translation>笔迹 ({0})</translation>
    </message>
    <message>
        <source>New folder ({0})</source>
        <translation>新文件夹 ({0})</translation>
    </message>
    <message>
        <source>idx files ({0})</source>
        <translation>idx 文件 ({0})</translation>
    </message>
    <message>
        <source>Export samples</source>
        <translation>导出样本</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Pen width</source>
        <translation>笔的粗细</translation>
    </message>
    <message>
        <source>Pen width. Only how it looks: the network gets every pen equally thick.</source>
        <translation>笔的粗细。只影响外观：网络得到的笔画都一样粗。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>粗细</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Draw a 7 for me</source>
        <translation>替我写一个 7</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>打开“{0}”</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}（共 {1}）</translation>
    </message>
</context>
<context>
    <name>TruthStrip</name>
    <message>
        <source>What the network gets</source>
        <translation>网络得到的</translation>
    </message>
    <message>
        <source>Scale to 20 × 20</source>
        <translation>缩放到 20 × 20</translation>
    </message>
    <message>
        <source>Off: the network gets the whole canvas, shrunk.</source>
        <translation>关闭时：网络得到缩小后的整个画布。</translation>
    </message>
    <message>
        <source>Centre the mass</source>
        <translation>重心居中</translation>
    </message>
    <message>
        <source>Off: the 20 × 20 box sits in the middle.</source>
        <translation>关闭时：20 × 20 的方框位于正中。</translation>
    </message>
</context>
<context>
    <name>UnitFrame</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>UnitView</name>
    <message>
        <source>Slide over the map</source>
        <translation>在图上滑动</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>One place further</source>
        <translation>前进一个位置</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the sum</source>
        <translation>复制求和式</translation>
    </message>
    <message>
        <source>As &amp;text</source>
        <translation>复制为文本(&amp;T)</translation>
    </message>
    <message>
        <source>As &amp;CSV</source>
        <translation>复制为 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>As &amp;LaTeX</source>
        <translation>复制为 LaTeX(&amp;L)</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>How the terms are shown</source>
        <translation>怎样显示各项</translation>
    </message>
    <message>
        <source>&amp;Largest first</source>
        <translation>最大的在前(&amp;L)</translation>
    </message>
    <message>
        <source>Every &amp;number</source>
        <translation>每个数(&amp;N)</translation>
    </message>
    <message>
        <source>map {0} · row {1}, column {2}</source>
        <translation>特征图 {0} · 行 {1}，列 {2}</translation>
    </message>
    <message>
        <source>Draw a digit to see how this value comes about.</source>
        <translation>写一个数字，看看这个值怎样得出。</translation>
    </message>
    <message>
        <source>equals torch ✓</source>
        <translation>与 torch 相等 ✓</translation>
    </message>
    <message>
        <source>torch has {0}</source>
        <translation>torch 得到 {0}</translation>
    </message>
    <message>
        <source>→ {0}: the largest of {1}, {2}</source>
        <translation>→ {0}：{1} 个中的最大值，{2}</translation>
    </message>
    <message>
        <source>→ {0}: from {1} values, {2}</source>
        <translation>→ {0}：由 {1} 个值得出，{2}</translation>
    </message>
    <message>
        <source>→ {0}: {1}</source>
        <translation>→ {0}：{1}</translation>
    </message>
    <message>
        <source>its weights</source>
        <translation>它的权重</translation>
    </message>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation>行 {0}，列 {1}：{2}</translation>
    </message>
</context>
<context>
    <name>UnsavedSamples</name>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes of your samples are not saved yet.</source>
        <translation>
            <numerusform>您的样本有 %Ln 处更改尚未保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program uses them. The window closes once they are saved.</source>
        <translation>另一个程序正在使用它们。保存之后窗口就会关闭。</translation>
    </message>
    <message>
        <source>Close Without Saving</source>
        <translation>不保存就关闭</translation>
    </message>
</context>
<context>
    <name>ValueCurve</name>
    <message>
        <source>Step {0}: {1}</source>
        <translation>第 {0} 步：{1}</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>第 {0} 步</translation>
    </message>
</context>
<context>
    <name>VariationPreview</name>
    <message>
        <source>Examples of the variations</source>
        <translation>变形的例子</translation>
    </message>
</context>
<context>
    <name>VersionDetails</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What is known about the version</source>
        <translation>关于此版本的已知信息</translation>
    </message>
    <message numerus="yes">
        <source>%Ln parameters</source>
        <translation>
            <numerusform>%Ln 个参数</numerusform>
        </translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>自带</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>不能使用</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The file says nothing about its training.</source>
        <translation>文件中没有关于其训练的信息。</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>VersionRows</name>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>读对</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>建立时间</translation>
    </message>
    <message>
        <source>Read correctly of MNIST&apos;s test set, else of the validation set</source>
        <translation>在 MNIST 测试集上读对的比例，没有时为验证集</translation>
    </message>
    <message>
        <source>{0}, answers</source>
        <translation>{0}，正在回答</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>自带</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>不能使用</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>您的</translation>
    </message>
    <message>
        <source>Shipped: readers</source>
        <translation>自带：读数字的</translation>
    </message>
    <message>
        <source>Shipped: the ladder, from one dense layer upwards</source>
        <translation>自带：阶梯，从一个全连接层开始</translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>Colours per layer</source>
        <translation>按层着色</translation>
    </message>
    <message>
        <source>Colours per map</source>
        <translation>按图着色</translation>
    </message>
    <message>
        <source>One colour scale</source>
        <translation>统一着色</translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation>颜色标度</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Forward, weights or backward</source>
        <translation>前向、权重或反向</translation>
    </message>
    <message>
        <source>Forward: activations. Weights: what was learned, the same for every drawing. Backward: δ, what the loss for a digit tells each unit</source>
        <translation>前向：激活值。权重：学到的内容，对每幅图都相同。反向：δ，某个数字的损失告诉每个单元什么</translation>
    </message>
    <message numerus="yes">
        <source>{0} reads your drawing in %Ln convolutions.</source>
        <translation>
            <numerusform>{0} 用 %Ln 次卷积读您的手写图。</numerusform>
        </translation>
    </message>
    <message>
        <source>One weighted sum of {0} numbers follows.</source>
        <translation>之后是对 {0} 个数的一次加权求和。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln layers of weighted sums follow, the last of {0} numbers.</source>
        <translation>
            <numerusform>之后是 %Ln 层加权求和，最后一层对 {0} 个数。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} reads your drawing in one weighted sum of {1} numbers.</source>
        <translation>{0} 用对 {1} 个数的一次加权求和读您的手写图。</translation>
    </message>
    <message numerus="yes">
        <source>{0} reads your drawing in %Ln layers of weighted sums, the last of {1} numbers.</source>
        <translation>
            <numerusform>{0} 用 %Ln 层加权求和读您的手写图，最后一层对 {1} 个数。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} reads your drawing without weighted sums.</source>
        <translation>{0} 不用加权求和就读您的手写图。</translation>
    </message>
    <message numerus="yes">
        <source>It compares what comes out with %Ln pictures: the nearest wins.</source>
        <translation>
            <numerusform>它把得出的与 %Ln 幅图样比较：最近的胜出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Backward for {0}</source>
        <translation>对 {0} 反向</translation>
    </message>
    <message>
        <source>Blue: a positive weight. Orange: a negative one.</source>
        <translation>蓝色：正的权重。橙色：负的权重。</translation>
    </message>
    <message>
        <source>Blue: more here makes the loss larger. Orange: smaller.</source>
        <translation>蓝色：这里增大会使损失变大。橙色：变小。</translation>
    </message>
    <message>
        <source>Blue: above 0. Orange: below 0, as all distances: the palest is the nearest and wins.</source>
        <translation>蓝色：大于 0。橙色：小于 0，所有距离都如此：颜色最浅的最接近，因而胜出。</translation>
    </message>
    <message>
        <source>Blue: the map answers here. Orange: it is against. Click a map, then a point of it.</source>
        <translation>蓝色：特征图在这里有响应。橙色：它反对。点击一幅特征图，再点击其中一点。</translation>
    </message>
</context>
<context>
    <name>VoteList</name>
    <message>
        <source>Votes, mean counts</source>
        <translation>投票，平均值计数</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Votes, five looks each</source>
        <translation>投票，各看五次</translation>
    </message>
    <message>
        <source>{0} networks</source>
        <translation>{0} 个网络</translation>
    </message>
    <message numerus="yes">
        <source>%Ln votes</source>
        <translation>
            <numerusform>%Ln 票</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeightSheet</name>
    <message>
        <source>Weights of every layer</source>
        <translation>每一层的权重</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>方差</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>To begin with</source>
        <translation>从这里开始</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>书写</translation>
    </message>
    <message>
        <source>Have a 7 drawn, or draw on the sheet</source>
        <translation>让程序写一个 7，或自己在纸上写</translation>
    </message>
    <message>
        <source>Look Inside</source>
        <translation>看看内部</translation>
    </message>
    <message>
        <source>Tour, One Minute</source>
        <translation>导览，一分钟</translation>
    </message>
    <message>
        <source>Learn Step by Step</source>
        <translation>一步一步学习</translation>
    </message>
    <message>
        <source>Have a 3 drawn and see what every layer makes of it</source>
        <translation>让程序写一个 3，看看每一层怎样处理它</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Let a network learn from the beginning, on this computer</source>
        <translation>让一个网络在这台电脑上从头学起</translation>
    </message>
    <message>
        <source>Have a {0} drawn</source>
        <translation>让程序写一个 {0}</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Why this answer</source>
        <translation>为什么是这个结果</translation>
    </message>
    <message>
        <source>Draw a digit: here you see which ink decided the answer.</source>
        <translation>写一个数字：这里会显示哪些墨迹决定了结果。</translation>
    </message>
    <message>
        <source>This is a picture: only strokes can be erased.</source>
        <translation>这是一幅图片：只有笔画可以擦除。</translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>_Box</name>
    <message>
        <source>Part {0} of {1}</source>
        <translation>第 {0} 处，共 {1} 处</translation>
    </message>
    <message>
        <source>Read this part</source>
        <translation>读取这一处</translation>
    </message>
</context>
<context>
    <name>_Details</name>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>drawings</source>
        <translation>手写图</translation>
    </message>
</context>
<context>
    <name>_FoldButton</name>
    <message>
        <source>Only the largest ▴</source>
        <translation>只显示最大的 ▴</translation>
    </message>
    <message numerus="yes">
        <source>+ %n more, all 0 ▾</source>
        <translation>
            <numerusform>+ 另外 %n 个，全为 0 ▾</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+ %n more, together {0} ▾</source>
        <translation>
            <numerusform>+ 另外 %n 个，合计 {0} ▾</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_NameDelegate</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>_Pictures</name>
    <message>
        <source>{0} read as {1}, {2} % sure, loss {3}</source>
        <translation>{0} 读作 {1}，把握 {2} %，损失 {3}</translation>
    </message>
</context>
<context>
    <name>_Steps</name>
    <message>
        <source>moved {0}</source>
        <translation>移动 {0}</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>20 × 20</source>
        <translation>20 × 20</translation>
    </message>
    <message>
        <source>centred</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>as fed</source>
        <translation>输入网络</translation>
    </message>
</context>
<context>
    <name>_TabBar</name>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
</context>
</TS>
