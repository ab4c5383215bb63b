<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>the window is not translated into {0}: choose {1}.</source>
        <translation>視窗沒有 {0} 的翻譯：請選擇 {1}。</translation>
    </message>
    <message>
        <source>Compare two different classes.</source>
        <translation>請比較兩個不同的類別。</translation>
    </message>
    <message>
        <source>There is no class {0}; there are 0 to {1}.</source>
        <translation>沒有類別 {0}；有 0 至 {1}。</translation>
    </message>
    <message>
        <source>Grad-CAM needs feature maps: this network has no convolution.</source>
        <translation>Grad-CAM 需要特徵圖：這個網路沒有卷積。</translation>
    </message>
    <message>
        <source>The network has no layer {0}.</source>
        <translation>網路沒有 {0} 這一層。</translation>
    </message>
    <message>
        <source>{0} has no channel {1}.</source>
        <translation>{0} 沒有通道 {1}。</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>文字檔</translation>
    </message>
    <message>
        <source>name the right file</source>
        <translation>請指定正確的檔案</translation>
    </message>
    <message>
        <source>inks</source>
        <translation>筆跡</translation>
    </message>
    <message>
        <source>split it</source>
        <translation>請把它拆分</translation>
    </message>
    <message>
        <source>idx files</source>
        <translation>idx 檔案</translation>
    </message>
    <message>
        <source>tables of pictures</source>
        <translation>圖片表</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>save it smaller</source>
        <translation>請把它存得小一些</translation>
    </message>
    <message>
        <source>gates and pen models</source>
        <translation>拒識模型和書寫模型</translation>
    </message>
    <message>
        <source>models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation>檢查點</translation>
    </message>
    <message>
        <source>start the training anew</source>
        <translation>請重新開始訓練</translation>
    </message>
    <message>
        <source>headers of tensors</source>
        <translation>張量的檔頭</translation>
    </message>
    <message>
        <source>headers of checkpoints</source>
        <translation>檢查點的檔頭</translation>
    </message>
    <message>
        <source>The map of {0} is made of your samples: label {1} at least.</source>
        <translation>{0} 的地圖由您的樣本組成：請至少標註 {1} 個。</translation>
    </message>
    <message>
        <source>The map is still being drawn.</source>
        <translation>地圖還在繪製。</translation>
    </message>
    <message>
        <source>There is no ink yet: draw a digit first.</source>
        <translation>還沒有墨跡：請先寫一個數字。</translation>
    </message>
    <message>
        <source>{0} reads {1}, and these are {2}: choose another model or other data.</source>
        <translation>{0} 讀的是 {1}，而這些是 {2}：請選擇另一個模型或其他資料。</translation>
    </message>
    <message>
        <source>This drawing is no longer there: measure again.</source>
        <translation>這幅手寫圖已經不在了：請重新測量。</translation>
    </message>
    <message>
        <source>{0}: there is no such model file: choose another.</source>
        <translation>{0}：沒有這個模型檔案：請另選一個。</translation>
    </message>
    <message>
        <source>The engine stopped twice while it worked on this, so it is not asked again.</source>
        <translation>引擎在處理它時停止了兩次，因此不再詢問引擎。</translation>
    </message>
    <message>
        <source>The lesson broke off and the model is as it was</source>
        <translation>學習中斷了，模型保持原樣</translation>
    </message>
    <message>
        <source>Training stopped because of a fault in handdigit; the log has the details.</source>
        <translation>由於 handdigit 的錯誤，訓練停止了；詳情見記錄檔。</translation>
    </message>
    <message>
        <source>Training broke off, and the newest checkpoint is kept</source>
        <translation>訓練中斷了，最新的檢查點已保留</translation>
    </message>
    <message>
        <source>The training process ended unexpectedly; all but its last seconds is kept: resume to go on.</source>
        <translation>訓練處理序意外結束；除最後幾秒外，學到的內容已保留：可選擇繼續。</translation>
    </message>
    <message>
        <source>The training process ended before the first step: try again, or use less data.</source>
        <translation>訓練行程在第一步之前就結束了：請再試一次，或使用較少的資料。</translation>
    </message>
    <message>
        <source>{0} cannot be used: trying it failed, and the log has the details.</source>
        <translation>{0} 不能使用：試用失敗，詳情見記錄檔。</translation>
    </message>
    <message>
        <source>{0} cannot be used: it takes too long to read ten pictures.</source>
        <translation>{0} 不能使用：讀十幅圖像花的時間太長。</translation>
    </message>
    <message>
        <source>No model is loaded: choose one.</source>
        <translation>沒有載入模型：請選擇一個。</translation>
    </message>
    <message>
        <source>This could not be computed because of a fault in handdigit; the log has the details.</source>
        <translation>由於 handdigit 的錯誤，無法計算；詳情見記錄檔。</translation>
    </message>
    <message>
        <source>This could not be computed: {0}.</source>
        <translation>無法計算：{0}。</translation>
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
        <translation>沿每個批次的斜坡向下走一步。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>動量</translation>
    </message>
    <message>
        <source>steps gather speed where slopes agree (Polyak 1964).</source>
        <translation>斜率方向一致時步伐越來越快（Polyak 1964）。</translation>
    </message>
    <message>
        <source>momentum that looks ahead before it steps (1983).</source>
        <translation>邁步之前先往前看的動量（1983）。</translation>
    </message>
    <message>
        <source>each weight&apos;s step is divided by its recent slopes (Hinton 2012).</source>
        <translation>每個權重的步伐除以它近來的斜率（Hinton 2012）。</translation>
    </message>
    <message>
        <source>weights that have moved much move less (Duchi 2011).</source>
        <translation>已經移動很多的權重移動得更少（Duchi 2011）。</translation>
    </message>
    <message>
        <source>like RMSProp, with steps in the weights&apos; own units (Zeiler 2012).</source>
        <translation>類似 RMSProp，步伐以權重自身的單位計（Zeiler 2012）。</translation>
    </message>
    <message>
        <source>momentum and RMSProp together (Kingma and Ba 2015).</source>
        <translation>動量與 RMSProp 結合（Kingma 與 Ba 2015）。</translation>
    </message>
    <message>
        <source>Adam with weight decay kept apart (Loshchilov and Hutter 2019).</source>
        <translation>權重衰減分開進行的 Adam（Loshchilov 與 Hutter 2019）。</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Pixels either way; pictures only, strokes are centred.</source>
        <translation>正反方向的像素數；只用於圖片，筆畫會置中。</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋轉</translation>
    </message>
    <message>
        <source>Degrees either way.</source>
        <translation>正反方向的度數。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>縮放</translation>
    </message>
    <message>
        <source>Size of pictures; width against height of strokes, too.</source>
        <translation>圖片的大小；對筆畫還有寬與高之比。</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>錯切</translation>
    </message>
    <message>
        <source>Slant of the writing, either way.</source>
        <translation>字跡向左右傾斜的程度。</translation>
    </message>
    <message>
        <source>Elastic</source>
        <translation>彈性變形</translation>
    </message>
    <message>
        <source>Bends the digit smoothly, by so many pixels (Simard 2003).</source>
        <translation>使數字平滑地彎曲這麼多像素（Simard 2003）。</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>粗細</translation>
    </message>
    <message>
        <source>Relative change of the stroke&apos;s width, either way.</source>
        <translation>筆畫粗細的相對變化，可增可減。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>雜訊</translation>
    </message>
    <message>
        <source>Gaussian noise on every grey level, 0 to 1.</source>
        <translation>每個灰階值上的高斯雜訊，0 至 1。</translation>
    </message>
    <message>
        <source>Left plain</source>
        <translation>保持原樣</translation>
    </message>
    <message>
        <source>Share of pictures without any variation (bitmaps only).</source>
        <translation>不作任何變形的圖片所佔的比例（僅點陣圖）。</translation>
    </message>
    <message>
        <source>Rare styles</source>
        <translation>少見的寫法</translation>
    </message>
    <message>
        <source>Share of inks with slashed zeros or hooks (strokes only).</source>
        <translation>帶斜線的零或帶鉤的筆跡所佔的比例（僅筆畫）。</translation>
    </message>
    <message>
        <source>Tremble</source>
        <translation>抖動</translation>
    </message>
    <message>
        <source>How far the pen shakes, in sides of the box (strokes).</source>
        <translation>筆抖動的幅度，以方框的邊長計（筆畫）。</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>The rate stays as it is.</source>
        <translation>學習率保持不變。</translation>
    </message>
    <message>
        <source>Steps down</source>
        <translation>階梯下降</translation>
    </message>
    <message>
        <source>The rate falls by a factor every few epochs.</source>
        <translation>每隔幾輪，學習率按倍數下降。</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>指數</translation>
    </message>
    <message>
        <source>The rate falls by a factor after every epoch.</source>
        <translation>每一輪之後，學習率按倍數下降。</translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation>多項式</translation>
    </message>
    <message>
        <source>The rate falls to 0 as a power of what is left of the run.</source>
        <translation>學習率按剩餘訓練的冪降到 0。</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>餘弦</translation>
    </message>
    <message>
        <source>The rate falls to 0 along half a cosine.</source>
        <translation>學習率沿半個餘弦降到 0。</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>單週期</translation>
    </message>
    <message>
        <source>The rate rises to its peak, then falls to almost 0 (Smith and Topin 2017).</source>
        <translation>學習率先升到峰值，再降到幾乎為 0（Smith 與 Topin 2017）。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>學習率</translation>
    </message>
    <message>
        <source>How far the weights move at each step, at its highest.</source>
        <translation>每一步權重移動多遠，取最高時的值。</translation>
    </message>
    <message>
        <source>Share of the last step that the next one keeps.</source>
        <translation>下一步保留上一步的比例。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>輪數</translation>
    </message>
    <message>
        <source>How often all the data is seen.</source>
        <translation>全部資料看幾遍。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <source>So many digits are averaged for one step of the weights.</source>
        <translation>權重每走一步，對這麼多個數字取平均。</translation>
    </message>
    <message>
        <source>Falls every</source>
        <translation>下降間隔</translation>
    </message>
    <message>
        <source>So many epochs lie between two falls of the rate.</source>
        <translation>學習率兩次下降之間相隔這麼多輪。</translation>
    </message>
    <message>
        <source> epochs</source>
        <translation> 輪</translation>
    </message>
    <message>
        <source>Falls to</source>
        <translation>降至</translation>
    </message>
    <message>
        <source>What the rate is multiplied by when it falls.</source>
        <translation>學習率下降時乘以的數。</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>冪次</translation>
    </message>
    <message>
        <source>1 falls along a line; more falls faster at first.</source>
        <translation>1 沿直線下降；更大的值開始時降得更快。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>權重衰減</translation>
    </message>
    <message>
        <source>Pulls weights towards 0, so that none grows without need.</source>
        <translation>把權重拉向 0，使權重不會無故增大。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>丟棄法（dropout）</translation>
    </message>
    <message>
        <source>Rate of every dropout layer that the network has.</source>
        <translation>網路中每個 dropout 層的比率。</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>依網路所寫</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>標籤平滑</translation>
    </message>
    <message>
        <source>Share of certainty given to the other digits: less pride.</source>
        <translation>把一部分把握分給其他數字：不那麼自負。</translation>
    </message>
    <message>
        <source>Averaging</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Keeps a moving average of the weights; 0.999 is slow.</source>
        <translation>保留權重的移動平均；0.999 為慢。</translation>
    </message>
    <message>
        <source>off</source>
        <translation>關</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Share never learned but measured after every epoch.</source>
        <translation>從不學習、只在每一輪之後測量的比例。</translation>
    </message>
    <message>
        <source>Stop early after</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>Epochs without a better validation loss; keeps the best.</source>
        <translation>驗證損失沒有改善的輪數；保留最好的。</translation>
    </message>
    <message>
        <source>never</source>
        <translation>永不</translation>
    </message>
    <message>
        <source>Generated digits</source>
        <translation>生成的數字</translation>
    </message>
    <message>
        <source>Written afresh for every epoch by the pen model.</source>
        <translation>由書寫模型為每一輪重新寫出。</translation>
    </message>
    <message>
        <source>Variations of an ink</source>
        <translation>筆跡的變形</translation>
    </message>
    <message>
        <source>So many fresh ones of each of your inks in every epoch.</source>
        <translation>每一輪中，您的每個筆跡有這麼多個新的變形。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>種子</translation>
    </message>
    <message>
        <source>The same seed, data and device give the same weights.</source>
        <translation>種子、資料和裝置相同，得到的權重就相同。</translation>
    </message>
    <message>
        <source>network must be a name or layers, as in network = &quot;default&quot;.</source>
        <translation>network 必須是名稱或各層，如 network = &quot;default&quot;。</translation>
    </message>
    <message>
        <source>network must be at most {0:,} characters.</source>
        <translation>network 最多可有 {0:,} 個字元。</translation>
    </message>
    <message>
        <source>network has half of a character in it: write it anew.</source>
        <translation>network 中有半個字元：請重新寫。</translation>
    </message>
    <message>
        <source>augmentation must be a table of its settings.</source>
        <translation>augmentation 必須是由其設定組成的表。</translation>
    </message>
    <message>
        <source>Nesterov needs a momentum above 0: set one, or choose sgd.</source>
        <translation>Nesterov 需要大於 0 的動量：請設定，或選擇 sgd。</translation>
    </message>
    <message>
        <source>Stopping early needs data to measure by: set validation above 0, or patience to 0.</source>
        <translation>提前停止需要用於測量的資料：請把 validation 設為大於 0，或把 patience 設為 0。</translation>
    </message>
    <message>
        <source>there is no setting {0}.</source>
        <translation>沒有設定 {0}。</translation>
    </message>
    <message>
        <source>it names no network; add network = &quot;default&quot;.</source>
        <translation>沒有指定網路；請加上 network = &quot;default&quot;。</translation>
    </message>
    <message>
        <source>{0} must be {1}, not {2}.</source>
        <translation>{0} 必須{1}，而不是 {2}。</translation>
    </message>
    <message>
        <source>{0} must be one of {1}, not {2}.</source>
        <translation>{0} 必須是 {1} 之一，而不是 {2}。</translation>
    </message>
    <message>
        <source>one of many digits</source>
        <translation>位數很多的數</translation>
    </message>
    <message>
        <source>a {0}</source>
        <translation>一個 {0}</translation>
    </message>
    <message>
        <source>The recipe</source>
        <translation>訓練方案</translation>
    </message>
    <message>
        <source>{0} has a number too long, or lists or names nested too deeply.</source>
        <translation>{0} 中有過長的數，或巢狀過深的清單或名稱。</translation>
    </message>
    <message>
        <source>{0} is not TOML: {1}.</source>
        <translation>{0} 不是 TOML：{1}。</translation>
    </message>
    <message>
        <source>at least {0}</source>
        <translation>至少為 {0}</translation>
    </message>
    <message>
        <source>above {0}</source>
        <translation>大於 {0}</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>至多為 {0}</translation>
    </message>
    <message>
        <source>below {0}</source>
        <translation>小於 {0}</translation>
    </message>
    <message>
        <source>a whole number, {0} and {1}</source>
        <translation>是整數，{0} 且{1}</translation>
    </message>
    <message>
        <source>a number, {0} and {1}</source>
        <translation>是數，{0} 且{1}</translation>
    </message>
    <message>
        <source>The trail of active models is damaged.</source>
        <translation>已啟用模型的記錄損壞了。</translation>
    </message>
    <message>
        <source>No model can be read: import one in Models, or install handdigit again.</source>
        <translation>沒有可讀的模型：請在「模型」中匯入一個，或重新安裝 handdigit。</translation>
    </message>
    <message>
        <source>The model {0} that came with the program is gone or damaged: {1} answers instead. Install handdigit again to have it back.</source>
        <translation>程式自帶的模型 {0} 遺失或損壞：由 {1} 代為回答。重新安裝 handdigit 即可恢復。</translation>
    </message>
    <message>
        <source>The model {0} is gone or damaged: {1} answers instead.</source>
        <translation>模型 {0} 遺失或損壞：由 {1} 代為回答。</translation>
    </message>
    <message>
        <source>A record of the drawing is damaged.</source>
        <translation>手寫圖的一筆記錄損壞了。</translation>
    </message>
    <message>
        <source>One file is opened at a time: this is {0}.</source>
        <translation>一次只開啟一個檔案：這是 {0}。</translation>
    </message>
    <message>
        <source>{0} is a web address, and nothing is fetched from the web: save the picture as a file, and open that.</source>
        <translation>{0} 是網址，程式不會從網路取得任何內容：請把圖片儲存為檔案，再開啟該檔案。</translation>
    </message>
    <message>
        <source>There is no picture and no ink on the clipboard: copy one first.</source>
        <translation>剪貼簿上沒有圖片也沒有筆跡：請先複製一個。</translation>
    </message>
    <message>
        <source>This picture cannot be read: save it as a file, and open that.</source>
        <translation>無法讀取這幅圖片：請存成檔案，再開啟該檔案。</translation>
    </message>
    <message>
        <source>{0} cannot be written: move away what lies there.</source>
        <translation>無法寫入 {0}：請移走那裡的內容。</translation>
    </message>
    <message>
        <source>{0} is in use by another program: try again.</source>
        <translation>{0} 正被另一個程式使用：請再試一次。</translation>
    </message>
    <message>
        <source>A network is being trained: stop that run first.</source>
        <translation>有網路正在訓練：請先停止該訓練過程。</translation>
    </message>
    <message>
        <source>Line {0} of the shapes is no name with rows of points: {1}</source>
        <translation>形狀的第 {0} 行不是名稱加若干列點：{1}</translation>
    </message>
    <message>
        <source>This is not a picture: it has no pixels of 8 bits.</source>
        <translation>這不是圖片：沒有 8 位元的像素。</translation>
    </message>
    <message>
        <source>This picture has neither grey, RGB nor RGBA pixels.</source>
        <translation>這幅圖片的像素既不是灰階，也不是 RGB 或 RGBA。</translation>
    </message>
    <message>
        <source>This drawing is full: up to {0:,} points in {1:,} strokes can be kept; undo the last step, or clear the canvas and begin another.</source>
        <translation>這幅手寫圖已滿：最多可保留 {1:,} 個筆畫中的 {0:,} 個點；請復原上一步，或清空畫布另寫一個。</translation>
    </message>
    <message>
        <source>This drawing has a stroke without points: draw it anew.</source>
        <translation>這幅手寫圖有一個沒有點的筆畫：請重新寫。</translation>
    </message>
    <message>
        <source>This is not an ink: expected {{&quot;strokes&quot;: [[[x, y], …], …]}}.</source>
        <translation>這不是筆跡：應為 {{&quot;strokes&quot;: [[[x, y], …], …]}}。</translation>
    </message>
    <message>
        <source>This is not an ink: &quot;strokes&quot; must be a list of strokes.</source>
        <translation>這不是筆跡：&quot;strokes&quot; 必須是筆畫的清單。</translation>
    </message>
    <message>
        <source>This ink has {0:,} strokes; inks up to {1:,} strokes are read: leave some out.</source>
        <translation>這個筆跡有 {0:,} 個筆畫；最多讀取 {1:,} 個筆畫的筆跡：請去掉一些。</translation>
    </message>
    <message>
        <source>This ink has {0:,} points; inks up to {1:,} points are read: leave some out.</source>
        <translation>這個筆跡有 {0:,} 個點；最多讀取 {1:,} 個點的筆跡：請去掉一些。</translation>
    </message>
    <message>
        <source>This is not an ink: it has {0:,} characters, and inks have up to {1} million.</source>
        <translation>這不是筆跡：它有 {0:,} 個字元，而筆跡最多有 {1} 百萬個。</translation>
    </message>
    <message>
        <source>This is not an ink: its lists are nested too deeply, or a number is too long.</source>
        <translation>這不是筆跡：清單巢狀過深，或有過長的數。</translation>
    </message>
    <message>
        <source>This is not JSON: {0} at line {1}.</source>
        <translation>這不是 JSON：{0}，在第 {1} 行。</translation>
    </message>
    <message>
        <source>This drawing has a point out of range, {0}: draw it anew.</source>
        <translation>這幅手寫圖有一個點超出範圍，{0}：請重新寫。</translation>
    </message>
    <message>
        <source>Stroke {0} is not a list of at least one [x, y] point.</source>
        <translation>筆畫 {0} 不是至少含一個 [x, y] 點的清單。</translation>
    </message>
    <message>
        <source>Stroke {0}, point {1}: {2}</source>
        <translation>筆畫 {0}，點 {1}：{2}</translation>
    </message>
    <message>
        <source>it must be [x, y], [x, y, pressure] or [x, y, pressure, time].</source>
        <translation>必須是 [x, y]、[x, y, pressure] 或 [x, y, pressure, time]。</translation>
    </message>
    <message>
        <source>it has a value that is not a number: {0}.</source>
        <translation>有一個值不是數：{0}。</translation>
    </message>
    <message>
        <source>it is out of range: {0}.</source>
        <translation>超出範圍：{0}。</translation>
    </message>
    <message>
        <source>There is no ink in this picture: nothing stands out.</source>
        <translation>這幅圖片中沒有墨跡：沒有突出的內容。</translation>
    </message>
    <message>
        <source>There is no ink within the frame: draw a digit first.</source>
        <translation>框內沒有墨跡：請先寫一個數字。</translation>
    </message>
    <message>
        <source>There is no parameter {0}; there are {1}.</source>
        <translation>沒有參數 {0}；有 {1}。</translation>
    </message>
    <message>
        <source>{0} has the shape {1}, not {2}.</source>
        <translation>{0} 的形狀是 {1}，不是 {2}。</translation>
    </message>
    <message>
        <source>{0} has no δ.</source>
        <translation>{0} 沒有 δ。</translation>
    </message>
    <message>
        <source>There is no layer {0}; there are {1}.</source>
        <translation>沒有 {0} 這一層；有 {1}。</translation>
    </message>
    <message>
        <source>channels 0 to {0}, rows 0 to {1}, columns 0 to {2}</source>
        <translation>通道 0 至 {0}，列 0 至 {1}，行 0 至 {2}</translation>
    </message>
    <message>
        <source>features 0 to {0}</source>
        <translation>特徵 0 至 {0}</translation>
    </message>
    <message>
        <source>{0} has no unit {1}; there are {2}.</source>
        <translation>{0} 沒有單元 {1}；有{2}。</translation>
    </message>
    <message>
        <source>A model tells {0} to {1} classes apart, not {2}.</source>
        <translation>一個模型區分 {0} 至 {1} 個類別，而不是 {2} 個。</translation>
    </message>
    <message>
        <source>{0} classes have {1} keys.</source>
        <translation>{0} 個類別有 {1} 個鍵。</translation>
    </message>
    <message>
        <source>A key is one character, not {0!r}.</source>
        <translation>一個鍵是一個字元，而不是 {0!r}。</translation>
    </message>
    <message>
        <source>Two classes are called {0}.</source>
        <translation>有兩個類別都叫 {0}。</translation>
    </message>
    <message>
        <source>Two classes have the key {0}.</source>
        <translation>有兩個類別的鍵都是 {0}。</translation>
    </message>
    <message>
        <source>{0} is none of the classes that the model knows: {1}.</source>
        <translation>{0} 不是模型認得的類別：{1}。</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} 至 {1}</translation>
    </message>
    <message>
        <source>A class is called by 1 to {0} characters that can be printed, not {1!r}.</source>
        <translation>類別的名稱是 1 至 {0} 個可列印的字元，而不是 {1!r}。</translation>
    </message>
    <message>
        <source>A network can have at most {0} characters when it is written.</source>
        <translation>寫成文字的網路最多可有 {0} 個字元。</translation>
    </message>
    <message>
        <source>The last layer must give {0} to {1} values, one a class; it gives {2}.</source>
        <translation>最後一層必須給出 {0} 至 {1} 個值，每個類別一個；它給出 {2} 個。</translation>
    </message>
    <message>
        <source>The last layer must give {0} values, one a class; it gives {1}.</source>
        <translation>最後一層必須給出 {0} 個值，每個類別一個；它給出 {1} 個。</translation>
    </message>
    <message>
        <source>a network can have at most {0} layers.</source>
        <translation>一個網路最多可有 {0} 層。</translation>
    </message>
    <message>
        <source>it gives {0}, more than {1:,} values.</source>
        <translation>它給出 {0}，多於 {1:,} 個值。</translation>
    </message>
    <message>
        <source>its padded input has more than {0:,} values: pad less.</source>
        <translation>它填充後的輸入多於 {0:,} 個值：請減少填充。</translation>
    </message>
    <message>
        <source>the network has more than {0:,} parameters.</source>
        <translation>網路的參數多於 {0:,} 個。</translation>
    </message>
    <message>
        <source>the network would take more than {0:,} multiply-adds for a picture.</source>
        <translation>網路處理每幅圖像要多於 {0:,} 次乘加。</translation>
    </message>
    <message>
        <source>{0} layer {1}</source>
        <translation>{0}第 {1} 層</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}，{1}</translation>
    </message>
    <message>
        <source>body and shortcut give {0} and {1}, which cannot be added.</source>
        <translation>主路徑與捷徑分別給出 {0} 和 {1}，不能相加。</translation>
    </message>
    <message>
        <source>the branches give {0}: rows and columns must agree.</source>
        <translation>各分支給出 {0}：列數和行數必須一致。</translation>
    </message>
    <message>
        <source>write lists of layers: Residual([ReLU()], shortcut=[]).</source>
        <translation>請寫層的清單：Residual([ReLU()], shortcut=[])。</translation>
    </message>
    <message>
        <source>conv</source>
        <translation>卷積</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>批次正規化</translation>
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
        <translation>攤平</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距離</translation>
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
        <translation>縮放</translation>
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
        <translation>串接</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>body</source>
        <translation>主路徑</translation>
    </message>
    <message>
        <source>shortcut</source>
        <translation>捷徑</translation>
    </message>
    <message>
        <source>write a list of branches, each a list of layers: Inception([[Conv2d(8, kernel=1)], [MaxPool2d(3, stride=1, padding=1)]]).</source>
        <translation>請寫分支的清單，每個分支是層的清單：Inception([[Conv2d(8, kernel=1)], [MaxPool2d(3, stride=1, padding=1)]])。</translation>
    </message>
    <message>
        <source>branch {0}</source>
        <translation>第 {0} 分支</translation>
    </message>
    <message>
        <source>The kernel spans {0}, the padded input only {1}: take a smaller kernel or dilation, or more padding.</source>
        <translation>卷積核跨 {0}，而填充後的輸入只有 {1}：請用較小的卷積核或擴張率，或更多的填充。</translation>
    </message>
    <message>
        <source>Pooling takes a padding of at most half its window, {0} here.</source>
        <translation>池化的填充最多為視窗的一半，這裡是 {0}。</translation>
    </message>
    <message>
        <source>Layer {0}</source>
        <translation>第 {0} 層</translation>
    </message>
    <message>
        <source>There is no layer yet: add one.</source>
        <translation>還沒有層：請加入一層。</translation>
    </message>
    <message>
        <source>A window of {0} does not fit into {1} with padding {2}.</source>
        <translation>大小為 {0} 的視窗放不進 {1}（填充 {2}）。</translation>
    </message>
    <message>
        <source>This layer needs feature maps, but a vector comes in.</source>
        <translation>這一層需要特徵圖，但輸入是向量。</translation>
    </message>
    <message>
        <source>{0} must be a whole number of at least {1}.</source>
        <translation>{0} 必須是至少為 {1} 的整數。</translation>
    </message>
    <message>
        <source>{0} must be True or False.</source>
        <translation>{0} 必須是 True 或 False。</translation>
    </message>
    <message>
        <source>padding can be at most half of the kernel.</source>
        <translation>padding 最多為卷積核的一半。</translation>
    </message>
    <message>
        <source>what comes in is a vector already.</source>
        <translation>輸入已經是向量。</translation>
    </message>
    <message>
        <source>Linear needs a vector: put Flatten() before it.</source>
        <translation>Linear 需要向量：請在它前面加上 Flatten()。</translation>
    </message>
    <message>
        <source>the rate must be at least 0 and below 1.</source>
        <translation>比率必須至少為 0 且小於 1。</translation>
    </message>
    <message>
        <source>table must list, for every output map, the input maps it reads, ascending and counted from 0: [[0, 1], [1, 2], [0, 2]].</source>
        <translation>table 必須為每個輸出圖列出它所讀的輸入圖，遞增，從 0 數起：[[0, 1], [1, 2], [0, 2]]。</translation>
    </message>
    <message>
        <source>the table names input map {0}, but there are only {1}, from 0.</source>
        <translation>table 中有輸入特徵圖 {0}，但只有 {1} 個，從 0 數起。</translation>
    </message>
    <message>
        <source>scale and shift must be numbers.</source>
        <translation>scale 和 shift 必須是數。</translation>
    </message>
    <message>
        <source>value must be a number.</source>
        <translation>value 必須是數。</translation>
    </message>
    <message>
        <source>Rbf compares {0} values with pictures of {1}×{2}: put Linear({0}) before it.</source>
        <translation>Rbf 把 {0} 個值與 {1}×{2} 的圖像比較：請在它前面加上 Linear({0})。</translation>
    </message>
    <message>
        <source>Line {0}: {1}</source>
        <translation>第 {0} 行：{1}</translation>
    </message>
    <message>
        <source>a network can have at most {0} characters.</source>
        <translation>一個網路最多可有 {0} 個字元。</translation>
    </message>
    <message>
        <source>a network can have at most {0} brackets inside each other.</source>
        <translation>一個網路最多可有 {0} 層巢狀的括號。</translation>
    </message>
    <message>
        <source>a bracket is opened here and never closed.</source>
        <translation>這裡有一個括號開啟後沒有關閉。</translation>
    </message>
    <message>
        <source>there is no layer {0}; there are {1}.</source>
        <translation>沒有 {0} 這種層；有 {1}。</translation>
    </message>
    <message>
        <source>{0!r} should read {1}.</source>
        <translation>{0!r} 應寫成 {1}。</translation>
    </message>
    <message>
        <source>{0!r} is not a plain value.</source>
        <translation>{0!r} 不是簡單的值。</translation>
    </message>
    <message>
        <source>a whole number is larger than any network needs.</source>
        <translation>有一個整數大於任何網路所需。</translation>
    </message>
    <message>
        <source>cannot read {0!r}; write Conv2d(20, kernel=5).</source>
        <translation>無法讀取 {0!r}；請寫 Conv2d(20, kernel=5)。</translation>
    </message>
    <message>
        <source>This number has {0:,} strokes or parts of them; numbers up to {1} are read: write fewer digits.</source>
        <translation>這個多位數有 {0:,} 個筆畫或筆畫的部分；最多讀取 {1} 個的多位數：請少寫幾個數字。</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}.</source>
        <translation>{0} 不能使用：{1}。</translation>
    </message>
    <message>
        <source>as chosen</source>
        <translation>依您的選擇</translation>
    </message>
    <message>
        <source>no GPU found</source>
        <translation>找不到 GPU</translation>
    </message>
    <message>
        <source>this torch has no CUDA</source>
        <translation>這個 torch 沒有 CUDA</translation>
    </message>
    <message>
        <source>no CUDA device found</source>
        <translation>找不到 CUDA 裝置</translation>
    </message>
    <message>
        <source>no Metal device found</source>
        <translation>找不到 Metal 裝置</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>Apple GPU</translation>
    </message>
    <message>
        <source>{0} failed: {1}</source>
        <translation>{0} 失敗：{1}</translation>
    </message>
    <message>
        <source>{0} failed its self-test: probabilities differ by {1:.2g}</source>
        <translation>{0} 沒有通過自我檢測：機率相差 {1:.2g}</translation>
    </message>
    <message>
        <source>the gate</source>
        <translation>拒識模型</translation>
    </message>
    <message>
        <source>The gate computes numbers too large to be any: fit it again.</source>
        <translation>拒識模型算出的數大得不成數：請重新擬合。</translation>
    </message>
    <message>
        <source>The weights of {0} do not fit its network: the file is damaged.</source>
        <translation>{0} 的權重與其網路不符：檔案已損壞。</translation>
    </message>
    <message>
        <source>The weights of {0} are not all numbers.</source>
        <translation>{0} 的權重不全是數。</translation>
    </message>
    <message>
        <source>{0} cannot be computed here: choose a smaller model.</source>
        <translation>{0} 在這裡無法計算：請選擇較小的模型。</translation>
    </message>
    <message>
        <source>{0} reads {1}: numbers are read, and other drawings refused, only by models of digits.</source>
        <translation>{0} 讀的是 {1}：只有讀數字的模型才能讀多位數並拒絕其他圖形。</translation>
    </message>
    <message>
        <source>An unusual {0}: few digits look like this.</source>
        <translation>不尋常的 {0}：很少有數字長這樣。</translation>
    </message>
    <message>
        <source>{0} computes numbers too large to be any: the file is damaged.</source>
        <translation>{0} 算出的數大得不成數：檔案已損壞。</translation>
    </message>
    <message>
        <source>{0} is an ensemble: choose one of the networks in it.</source>
        <translation>{0} 是集成：請選擇其中的一個網路。</translation>
    </message>
    <message>
        <source>{0} is there and was not to be replaced: it was left as it is, and what was made is kept beside it as {1}.</source>
        <translation>{0} 已存在，且不應被取代：它保持原樣，新的內容存在旁邊，名為 {1}。</translation>
    </message>
    <message>
        <source>{0} would have {1:,} MB; {2} up to {3:,} MB are read: keep less in it.</source>
        <translation>{0} 會有 {1:,} MB；{2}最多讀取 {3:,} MB：請減少其中的內容。</translation>
    </message>
    <message>
        <source>{0} cannot be written</source>
        <translation>無法寫入 {0}</translation>
    </message>
    <message>
        <source>{0} is a pipe or a device: name a file.</source>
        <translation>{0} 是管線或裝置：請指定檔案。</translation>
    </message>
    <message>
        <source>Another handdigit is going to write {0}: wait for it, or name another file.</source>
        <translation>另一個 handdigit 將要寫入 {0}：請等待，或指定另一個檔案。</translation>
    </message>
    <message>
        <source>{0} is a folder: name a file.</source>
        <translation>{0} 是資料夾：請指定檔案。</translation>
    </message>
    <message>
        <source>{0} is a link, and nothing is written outside of {1}: put what it leads to in its place.</source>
        <translation>{0} 是連結，而 {1} 之外不寫入任何內容：請把連結所指的內容放到它的位置。</translation>
    </message>
    <message>
        <source>sends something else</source>
        <translation>傳來的是別的內容</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>停滯了</translation>
    </message>
    <message>
        <source>broke off</source>
        <translation>中斷了</translation>
    </message>
    <message>
        <source>does not go on</source>
        <translation>不能接著下載</translation>
    </message>
    <message>
        <source>redirects to nowhere</source>
        <translation>重新導向到無處</translation>
    </message>
    <message>
        <source>says {0}</source>
        <translation>回應 {0}</translation>
    </message>
    <message>
        <source>refuses connections</source>
        <translation>拒絕連線</translation>
    </message>
    <message>
        <source>cannot be reached, {0}</source>
        <translation>無法連線，{0}</translation>
    </message>
    <message>
        <source>The download was cancelled; it can go on from there later.</source>
        <translation>下載已取消；以後可以從那裡繼續。</translation>
    </message>
    <message>
        <source>The list of {0} names lines that are not in its file.</source>
        <translation>{0} 的清單列出了其檔案中沒有的行。</translation>
    </message>
    <message>
        <source>The list of {0} leaves no drawing to measure by.</source>
        <translation>{0} 的清單沒有留下可用於測量的手寫圖。</translation>
    </message>
    <message>
        <source>{0} is no list of faulty drawings: name {1} or a file.</source>
        <translation>{0} 不是有問題的手寫圖的清單：請指定 {1} 或一個檔案。</translation>
    </message>
    <message>
        <source>{0} is not a list of faulty drawings, or it is damaged.</source>
        <translation>{0} 不是有問題的手寫圖的清單，或已損壞。</translation>
    </message>
    <message>
        <source>{0} is damaged: each line once, counted from 0, each kind one of {1}.</source>
        <translation>{0} 已損壞：每行只出現一次，從 0 數起，每個類型是 {1} 之一。</translation>
    </message>
    <message>
        <source>{0} is not an idx file of bytes, as MNIST&apos;s are.</source>
        <translation>{0} 不是像 MNIST 那樣的位元組 idx 檔案。</translation>
    </message>
    <message>
        <source>{0} is an idx file, but of neither pictures nor labels.</source>
        <translation>{0} 是 idx 檔案，但既不含圖像也不含標籤。</translation>
    </message>
    <message>
        <source>{0} has pictures of {1:,} × {2:,} pixels; up to {3:,} pixels each are read: save them smaller.</source>
        <translation>{0} 中的圖像為 {1:,} × {2:,} 像素；每幅最多讀取 {3:,} 像素：請存得小一些。</translation>
    </message>
    <message>
        <source>{0} is truncated or padded: {1:,} bytes of values expected, {2:,} found.</source>
        <translation>{0} 被截斷或多出內容：應有 {1:,} 位元組的值，實有 {2:,}。</translation>
    </message>
    <message>
        <source>{0} and {1} are not pictures and labels.</source>
        <translation>{0} 和 {1} 不是圖像和標籤。</translation>
    </message>
    <message>
        <source>{0} is no table of labelled pictures: each row is to have a label and then the pixels of a square, numbers from 0 to 255.</source>
        <translation>{0} 不是帶標籤圖片的表格：每列應先是標籤，然後是正方形圖片的各像素，數值為 0 到 255。</translation>
    </message>
    <message>
        <source>{0} has no pictures in it.</source>
        <translation>{0} 中沒有圖像。</translation>
    </message>
    <message>
        <source>{0} is damaged: its arrays cannot be read.</source>
        <translation>{0} 已損壞：無法讀取其中的陣列。</translation>
    </message>
    <message>
        <source>{0} has no pictures named x_train or x_test with labels y_train, y_test.</source>
        <translation>{0} 中沒有名為 x_train 或 x_test、標籤為 y_train、y_test 的圖片。</translation>
    </message>
    <message>
        <source>{0} is no MATLAB 5 file with EMNIST&apos;s data set in it, or it is damaged.</source>
        <translation>{0} 不是含有 EMNIST 資料集的 MATLAB 5 檔案，或已損壞。</translation>
    </message>
    <message>
        <source>{0} has more than {1:,} MB unpacked.</source>
        <translation>{0} 解壓縮後超過 {1:,} MB。</translation>
    </message>
    <message>
        <source>{0} has Python objects in it, which are never read: save numbers.</source>
        <translation>{0} 中含有 Python 物件，程式從不讀取它們：請儲存為數值。</translation>
    </message>
    <message>
        <source>{0} has arrays, but not of square grey pictures and their labels.</source>
        <translation>{0} 中有陣列，但不是正方形灰階圖片及其標籤。</translation>
    </message>
    <message>
        <source>{0} has {1:,} pictures, but {2} has {3:,} labels.</source>
        <translation>{0} 有 {1:,} 幅圖像，但 {2} 有 {3:,} 個標籤。</translation>
    </message>
    <message>
        <source>{0} has labels other than 0 to {1}.</source>
        <translation>{0} 有 0 至 {1} 以外的標籤。</translation>
    </message>
    <message>
        <source>{0} has no MNIST file {1} or {2}.</source>
        <translation>{0} 沒有 MNIST 檔案 {1} 或 {2}。</translation>
    </message>
    <message>
        <source>{0} has more than {1:,} points: split it.</source>
        <translation>{0} 有多於 {1:,} 個點：請把它拆分。</translation>
    </message>
    <message>
        <source>{0} has more than {1:,} lines: split it.</source>
        <translation>{0} 有多於 {1:,} 行：請把它拆分。</translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation>{0}，第 {1} 行</translation>
    </message>
    <message>
        <source>{0} has no inks in it.</source>
        <translation>{0} 中沒有筆跡。</translation>
    </message>
    <message>
        <source>The writer must be a name or a number.</source>
        <translation>書寫者必須是名稱或數。</translation>
    </message>
    <message>
        <source>The label must be a digit 0 to 9 or the name of a class, not {0}.</source>
        <translation>標籤必須是數字 0 至 9 或類別的名稱，而不是 {0}。</translation>
    </message>
    <message>
        <source>The label is no name. {0}</source>
        <translation>標籤不是名稱。{0}</translation>
    </message>
    <message>
        <source>{0}: ink {1}</source>
        <translation>{0}：筆跡 {1}</translation>
    </message>
    <message>
        <source>{0} has no label; add &quot;label&quot;: {1}.</source>
        <translation>{0} 沒有標籤；請加上 &quot;label&quot;: {1}。</translation>
    </message>
    <message>
        <source>There are no samples yet: draw a digit and tell which one it is.</source>
        <translation>還沒有樣本：寫一個數字並告訴程式它是幾。</translation>
    </message>
    <message>
        <source>No sample is held out yet: the third one of a digit will be the first.</source>
        <translation>還沒有保留樣本：某個數字的第三個樣本將是第一個被保留的。</translation>
    </message>
    <message>
        <source>Samples were deleted meanwhile: measure again.</source>
        <translation>其間有樣本被刪除：請重新測量。</translation>
    </message>
    <message>
        <source>{0} has no part to measure by: what is to learn from is measured.</source>
        <translation>{0} 中沒有用來測量的部分：測量的是用於訓練的部分。</translation>
    </message>
    <message>
        <source>MNIST is being fetched already: wait until that is done.</source>
        <translation>MNIST 已在下載：請等待完成。</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0} could not be fetched ({1}): check the connection and try again, or bring the four MNIST files from elsewhere and run handdigit fetch-data mnist --from DIR.</source>
        <translation>無法下載 {0}（{1}）：請檢查連線後再試，或從別處取得四個 MNIST 檔案，然後執行 handdigit fetch-data mnist --from DIR。</translation>
    </message>
    <message>
        <source>{0}; {1}</source>
        <translation>{0}；{1}</translation>
    </message>
    <message>
        <source>{0} cannot be read</source>
        <translation>無法讀取 {0}</translation>
    </message>
    <message>
        <source>{0} has no file {1} or {2}.</source>
        <translation>{0} 沒有檔案 {1} 或 {2}。</translation>
    </message>
    <message>
        <source>{0} is not MNIST&apos;s original: another data set, or damaged.</source>
        <translation>{0} 不是 MNIST 的原始檔案：是另一個資料集，或已損壞。</translation>
    </message>
    <message>
        <source>{0} is damaged: its picture cannot be decoded.</source>
        <translation>{0} 已損壞：其中的圖片無法解碼。</translation>
    </message>
    <message>
        <source>{0} has too many pixels: save it with at most {1} million of them, a photo in JPEG with at most {2} million.</source>
        <translation>{0} 的像素太多：請存成最多 {1} 百萬像素，JPEG 相片最多 {2} 百萬。</translation>
    </message>
    <message>
        <source>{0} is an HEIC photo, which is read once pillow-heif is installed (pip install handdigit[heic]): install it, or save the photo as JPEG.</source>
        <translation>{0} 是 HEIC 照片，安裝 pillow-heif（pip install handdigit[heic]）後才能讀取：請安裝它，或把照片另存為 JPEG。</translation>
    </message>
    <message>
        <source>{0} is no picture that can be read: use one of {1}.</source>
        <translation>{0} 不是能讀取的圖片：請使用以下格式之一：{1}。</translation>
    </message>
    <message>
        <source>{0} has several pictures in it: number {1} is read, those before are blank.</source>
        <translation>{0} 中有多張圖片：讀取的是第 {1} 張，前面的都是空白。</translation>
    </message>
    <message>
        <source>{0} has several pictures in it: the first one is read.</source>
        <translation>{0} 中有多張圖片：讀取的是第一張。</translation>
    </message>
    <message>
        <source>{0} has no drawings to measure by: name another set.</source>
        <translation>{0} 沒有可用於測量的手寫圖：請指定另一個資料集。</translation>
    </message>
    <message>
        <source>There is no MNIST in {0}: run handdigit fetch-data mnist, or name a folder that has it.</source>
        <translation>{0} 中沒有 MNIST：請執行 handdigit fetch-data mnist，或指定含有它的資料夾。</translation>
    </message>
    <message>
        <source>The pen model writes digits: choose other data.</source>
        <translation>書寫模型寫的是數字：請選擇其他資料。</translation>
    </message>
    <message>
        <source>MNIST test</source>
        <translation>MNIST 測試集</translation>
    </message>
    <message>
        <source>60,000 digits by 500 people (LeCun, Cortes and Burges 1998).</source>
        <translation>500 人寫的 60,000 個數字（LeCun、Cortes 與 Burges 1998）。</translation>
    </message>
    <message>
        <source>Your samples</source>
        <translation>您的樣本</translation>
    </message>
    <message>
        <source>What you drew and labelled; some are held out to measure by.</source>
        <translation>您寫過並標註的；其中一些保留用於測量。</translation>
    </message>
    <message>
        <source>Your held-out samples</source>
        <translation>您保留的樣本</translation>
    </message>
    <message>
        <source>Generated handwriting</source>
        <translation>生成的筆跡</translation>
    </message>
    <message>
        <source>A pen model writes fresh digits for every epoch; nothing to fetch.</source>
        <translation>書寫模型為每一輪寫出新的數字；無需下載。</translation>
    </message>
    <message>
        <source>{0}, {1}:DIR, a .jsonl[.gz] file of labelled inks, or pictures (an idx, .csv, .npz or .mat file, or a folder)</source>
        <translation>{0}、{1}:DIR、一個帶標籤筆跡的 .jsonl[.gz] 檔案，或圖片（idx、.csv、.npz 或 .mat 檔案，或資料夾）</translation>
    </message>
    <message>
        <source>{0} says {1:,} MB about itself; {2} up to {3} MB are read: {4}.</source>
        <translation>{0} 關於自身的說明有 {1:,} MB；{2}最多讀取 {3} MB：{4}。</translation>
    </message>
    <message>
        <source>{0} is not {1}, or it is damaged.</source>
        <translation>{0} 不是{1}，或已損壞。</translation>
    </message>
    <message>
        <source>{0} is not {1}.</source>
        <translation>{0} 不是{1}。</translation>
    </message>
    <message>
        <source>{0} would say {1:,} MB about itself; {2} up to {3} MB are read: it needs fewer layers, or fewer epochs.</source>
        <translation>{0} 關於自身的說明會有 {1:,} MB；{2}最多讀取 {3} MB：需要更少的層，或更少的輪數。</translation>
    </message>
    <message>
        <source>{0} is a damaged gzip file: fetch or copy it again.</source>
        <translation>{0} 是損壞的 gzip 檔案：請重新下載或複製。</translation>
    </message>
    <message>
        <source>{0} has more than {1:,} MB unpacked; {2} up to {1:,} MB are read: {3}.</source>
        <translation>{0} 解壓縮後超過 {1:,} MB；{2}最多讀取 {1:,} MB：{3}。</translation>
    </message>
    <message>
        <source>{0} has more than {1:,} MB; {2} up to {1:,} MB are read: {3}.</source>
        <translation>{0} 超過 {1:,} MB；{2}最多讀取 {1:,} MB：{3}。</translation>
    </message>
    <message>
        <source>{0}: there is no such file.</source>
        <translation>{0}：沒有這個檔案。</translation>
    </message>
    <message>
        <source>{0!r} cannot be the name of a file.</source>
        <translation>{0!r} 不能作為檔名。</translation>
    </message>
    <message>
        <source>{0} is a folder; name a file in it.</source>
        <translation>{0} 是資料夾；請指定其中的檔案。</translation>
    </message>
    <message>
        <source>{0} is a pipe or a device: save what comes from it as a file, and name that.</source>
        <translation>{0} 是管線或裝置：請把它的輸出存成檔案，再指定該檔案。</translation>
    </message>
    <message>
        <source>{0} has {1:,} MB; {2} up to {3:,} MB are read: {4}.</source>
        <translation>{0} 有 {1:,} MB；{2}最多讀取 {3:,} MB：{4}。</translation>
    </message>
    <message>
        <source>{0} is not a text file in UTF-8.</source>
        <translation>{0} 不是 UTF-8 的文字檔。</translation>
    </message>
    <message>
        <source>{0} was removed or replaced.</source>
        <translation>{0} 被移除或取代了。</translation>
    </message>
    <message>
        <source>{0} would be larger than {1:,} MB: clear the canvas.</source>
        <translation>{0} 會大於 {1:,} MB：請清空畫布。</translation>
    </message>
    <message>
        <source>{0} has no more room: close some windows.</source>
        <translation>{0} 沒有空位了：請關閉一些視窗。</translation>
    </message>
    <message>
        <source>{0} is a link: put a folder there.</source>
        <translation>{0} 是連結：請在那裡放一個資料夾。</translation>
    </message>
    <message>
        <source>This line of the journal is damaged.</source>
        <translation>日誌的這一行損壞了。</translation>
    </message>
    <message>
        <source>{0} is no journal that this version reads.</source>
        <translation>{0} 不是此版本能讀取的日誌。</translation>
    </message>
    <message>
        <source>a gate file</source>
        <translation>拒識模型檔案</translation>
    </message>
    <message>
        <source>{0} is damaged: its description cannot be read.</source>
        <translation>{0} 已損壞：無法讀取其描述。</translation>
    </message>
    <message>
        <source>{0} was saved by a newer handdigit: update it.</source>
        <translation>{0} 由更新版本的 handdigit 儲存：請更新 handdigit。</translation>
    </message>
    <message>
        <source>a handwriting file</source>
        <translation>書寫模型檔案</translation>
    </message>
    <message>
        <source>{0} was saved by another version of handdigit (format {1!r}; this one reads {2}): fit it again.</source>
        <translation>{0} 由另一版本的 handdigit 儲存（格式 {1!r}；此版本讀取 {2}）：請重新擬合。</translation>
    </message>
    <message>
        <source>{0} is damaged: its styles cannot be read.</source>
        <translation>{0} 已損壞：無法讀取其書寫風格。</translation>
    </message>
    <message>
        <source>The weights of {0} do not fit its networks: the file is damaged.</source>
        <translation>{0} 的權重與其各網路不符：檔案已損壞。</translation>
    </message>
    <message>
        <source>An ensemble needs at least two models.</source>
        <translation>集成至少需要兩個模型。</translation>
    </message>
    <message>
        <source>{0} is an ensemble itself: choose the networks in it.</source>
        <translation>{0} 本身就是集成：請選擇其中的網路。</translation>
    </message>
    <message>
        <source>{0} knows other classes than {1}: they cannot vote together.</source>
        <translation>{0} 認得的類別與 {1} 不同：它們不能一起投票。</translation>
    </message>
    <message>
        <source>The weights of {0} are too large for half precision: keep it as it is.</source>
        <translation>{0} 的權重太大，超出半精度：請保持原樣。</translation>
    </message>
    <message>
        <source>What is said about {0} could not be read back: make the model anew.</source>
        <translation>無法讀回關於 {0} 的說明：請重新建立模型。</translation>
    </message>
    <message>
        <source>What is said about {0} has more than {1:,} characters: shorten its note.</source>
        <translation>關於 {0} 的說明多於 {1:,} 個字元：請縮短備註。</translation>
    </message>
    <message>
        <source>{0} is damaged: its weights cannot be read.</source>
        <translation>{0} 已損壞：無法讀取其權重。</translation>
    </message>
    <message>
        <source>{0} has more weights than its network: the file is damaged.</source>
        <translation>{0} 的權重比其網路的多：檔案已損壞。</translation>
    </message>
    <message>
        <source>{0} is not a model file, or it is damaged.</source>
        <translation>{0} 不是模型檔案，或已損壞。</translation>
    </message>
    <message>
        <source>{0} was not saved by handdigit: its network is not described.</source>
        <translation>{0} 不是由 handdigit 儲存的：其中沒有網路的描述。</translation>
    </message>
    <message>
        <source>{0} was saved by a newer handdigit (format {1}; this version reads up to {2}): update handdigit to use it.</source>
        <translation>{0} 由更新版本的 handdigit 儲存（格式 {1}；此版本最高讀取 {2}）：請更新 handdigit 後使用。</translation>
    </message>
    <message>
        <source>{0} has other weights now than those that were measured: measure it again.</source>
        <translation>{0} 現在的權重與測量時的不同：請重新測量。</translation>
    </message>
    <message>
        <source>{0} networks</source>
        <translation>{0} 個網路</translation>
    </message>
    <message>
        <source>{0:,} parameters</source>
        <translation>{0:,} 個參數</translation>
    </message>
    <message>
        <source>{0:,} multiply-adds for a picture</source>
        <translation>每幅圖像 {0:,} 次乘加</translation>
    </message>
    <message>
        <source>{0:,} characters of networks</source>
        <translation>{0:,} 個字元的網路文字</translation>
    </message>
    <message>
        <source>An ensemble can have at most {0}: let fewer vote.</source>
        <translation>一個集成最多可有 {0}：請讓較少的模型投票。</translation>
    </message>
    <message>
        <source>{0} describes more than {1:,} characters of networks: choose another.</source>
        <translation>{0} 描述的網路多於 {1:,} 個字元：請另選一個。</translation>
    </message>
    <message>
        <source>{0} describes a network that cannot be built: {1}</source>
        <translation>{0} 描述的網路無法建立：{1}</translation>
    </message>
    <message>
        <source>A model that came with the program is called {0}, too.</source>
        <translation>程式自帶的一個模型也叫 {0}。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>There is no model {0!r}; there are {1}, or name a {2} file.</source>
        <translation>沒有模型 {0!r}；現有 {1}，或指定一個 {2} 檔案。</translation>
    </message>
    <message>
        <source>{0} did not come with this program: train it, or install a version that has {1}.</source>
        <translation>這個程式沒有自帶 {0}：請訓練它，或安裝含有 {1} 的版本。</translation>
    </message>
    <message>
        <source>Another handdigit is writing to {0}: try again when it is done.</source>
        <translation>另一個 handdigit 正在寫入 {0}：請等它完成後再試。</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>{0} cannot be renamed</source>
        <translation>無法重新命名 {0}</translation>
    </message>
    <message>
        <source>annotated</source>
        <translation>加備註</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>{0} cannot be deleted</source>
        <translation>無法刪除 {0}</translation>
    </message>
    <message>
        <source>{0} cannot be brought back</source>
        <translation>無法找回 {0}</translation>
    </message>
    <message>
        <source>The import of {0} was cancelled.</source>
        <translation>已取消匯入 {0}。</translation>
    </message>
    <message>
        <source>Choose a folder outside the program&apos;s own models.</source>
        <translation>請選擇程式自己的模型之外的資料夾。</translation>
    </message>
    <message>
        <source>{0} could not be written: the disk may be failing.</source>
        <translation>無法寫入 {0}：磁碟可能故障了。</translation>
    </message>
    <message>
        <source>{0} came with the program and cannot be {1}; import a copy of it to change that.</source>
        <translation>{0} 是程式自帶的，不能{1}；要變更，請匯入它的副本。</translation>
    </message>
    <message>
        <source>{0} lies outside the program&apos;s models: import it first.</source>
        <translation>{0} 在程式的模型之外：請先匯入。</translation>
    </message>
    <message>
        <source>There is a model {0} already: choose another name.</source>
        <translation>已有模型 {0}：請選擇另一個名稱。</translation>
    </message>
    <message>
        <source>An average needs at least two models.</source>
        <translation>平均至少需要兩個模型。</translation>
    </message>
    <message>
        <source>{0} is an ensemble: average the networks in it.</source>
        <translation>{0} 是集成：請對其中的網路取平均。</translation>
    </message>
    <message>
        <source>{0} is another network than {1}: weights can be averaged only of the same one.</source>
        <translation>{0} 與 {1} 是不同的網路：只有相同的網路才能對權重取平均。</translation>
    </message>
    <message>
        <source>{0} comes with the program: choose another name.</source>
        <translation>{0} 是程式自帶的：請選擇另一個名稱。</translation>
    </message>
    <message>
        <source>{0} has half of a character in it: write it anew.</source>
        <translation>{0} 中有半個字元：請重新寫。</translation>
    </message>
    <message>
        <source>{0} comes with the program and stays.</source>
        <translation>{0} 是程式自帶的，會保留。</translation>
    </message>
    <message>
        <source>Give it a name first.</source>
        <translation>請先給它一個名稱。</translation>
    </message>
    <message>
        <source>{0!r} cannot be a name: Windows keeps it for a device.</source>
        <translation>{0!r} 不能作為名稱：Windows 把它留給裝置。</translation>
    </message>
    <message>
        <source>{0!r} cannot be a name: use 1 to {1} characters without {2} and without a dot or a space at either end.</source>
        <translation>{0!r} 不能作為名稱：請用 1 至 {1} 個字元，不含 {2}，首尾沒有點或空格。</translation>
    </message>
    <message>
        <source>a network that comes with the program has this name.</source>
        <translation>程式自帶的一個網路已用此名稱。</translation>
    </message>
    <message>
        <source>{0} is left out: {1}</source>
        <translation>略過了 {0}：{1}</translation>
    </message>
    <message>
        <source>The run {0} was begun by a newer handdigit: update handdigit to go on with it.</source>
        <translation>訓練過程 {0} 由更新版本的 handdigit 開始：請更新 handdigit 後繼續。</translation>
    </message>
    <message>
        <source>{0} cannot be removed</source>
        <translation>無法移除 {0}</translation>
    </message>
    <message>
        <source>{0} is damaged.</source>
        <translation>{0} 已損壞。</translation>
    </message>
    <message>
        <source>The checkpoints of the run {0} are damaged: start the training anew.</source>
        <translation>訓練過程 {0} 的檢查點已損壞：請重新開始訓練。</translation>
    </message>
    <message>
        <source>There is no training run {0} any more.</source>
        <translation>訓練過程 {0} 已經不存在。</translation>
    </message>
    <message>
        <source>The run {0} is damaged: its run spec cannot be read; start it anew.</source>
        <translation>訓練過程 {0} 已損壞：無法讀取其訓練說明；請重新開始。</translation>
    </message>
    <message>
        <source>This run is being trained by another window or command: wait for it or stop it there.</source>
        <translation>另一個視窗或命令正在進行這個訓練過程：請等待，或在那裡停止它。</translation>
    </message>
    <message>
        <source>{0} is no folder: move it away.</source>
        <translation>{0} 不是資料夾：請把它移走。</translation>
    </message>
    <message>
        <source>{0} cannot be made: {1}.</source>
        <translation>無法建立 {0}：{1}。</translation>
    </message>
    <message>
        <source>It has become no model yet.</source>
        <translation>它還沒有成為模型。</translation>
    </message>
    <message>
        <source>{0} cannot be cleared</source>
        <translation>無法清理 {0}</translation>
    </message>
    <message>
        <source>These are more samples than a file is read with: export fewer at once, a label each.</source>
        <translation>樣本多於一個檔案可讀取的數量：請一次少匯出一些，每次一個標籤。</translation>
    </message>
    <message>
        <source>{0} says nothing about its class: import a folder that has pictures in folders named {1}.</source>
        <translation>{0} 沒有說明它的類別：請匯入一個資料夾，其中的圖片放在名為 {1} 的資料夾裡。</translation>
    </message>
    <message>
        <source>Nothing in {0} can be imported. {1}</source>
        <translation>{0} 中沒有可以匯入的內容。{1}</translation>
    </message>
    <message>
        <source>Nothing in {0} can be imported: there are no pictures.</source>
        <translation>{0} 中沒有可以匯入的內容：沒有圖片。</translation>
    </message>
    <message>
        <source>{0}: there are no strokes.</source>
        <translation>{0}：沒有筆畫。</translation>
    </message>
    <message>
        <source>The pictures in {0} lie on their side, as EMNIST&apos;s do: they are read turned upright.</source>
        <translation>{0} 中的圖片是橫放的（行列互換），與 EMNIST 一樣：讀取時已轉正。</translation>
    </message>
    <message>
        <source>{0}, picture {1}</source>
        <translation>{0}，圖像 {1}</translation>
    </message>
    <message>
        <source>{0}: there is no ink in it.</source>
        <translation>{0}：其中沒有墨跡。</translation>
    </message>
    <message>
        <source>Nothing in {0} is a picture that can be read.</source>
        <translation>{0} 中沒有能讀取的圖片。</translation>
    </message>
    <message>
        <source>The pictures to measure by differ in size: name one set.</source>
        <translation>用來測量的圖片大小不一：請只指定一個資料集。</translation>
    </message>
    <message>
        <source>None of these samples has strokes: export them as pictures.</source>
        <translation>這些樣本都沒有筆畫：請以圖片匯出。</translation>
    </message>
    <message>
        <source>{0} is not empty: name a new folder.</source>
        <translation>{0} 不是空的：請指定一個新資料夾。</translation>
    </message>
    <message>
        <source>There are no samples to export: label a drawing first.</source>
        <translation>沒有可匯出的樣本：請先標註一幅手寫圖。</translation>
    </message>
    <message>
        <source>{0} is being repaired by another window: wait until that is done, then try again.</source>
        <translation>另一個視窗正在修復 {0}：請等它完成後再試。</translation>
    </message>
    <message>
        <source>{0} cannot be repaired</source>
        <translation>無法修復 {0}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{0} was damaged and is repaired (samples saved: {1}, lost: {2}); the damaged file is kept as {3}.</source>
        <translation>{0} 曾損壞，已修復（保住的樣本：{1}，遺失：{2}）；損壞的檔案保留為 {3}。</translation>
    </message>
    <message>
        <source>{0} was damaged and is repaired (samples saved: {1}, from the backup of {2}: {3}, lost: {4}); the damaged file is kept as {5}.</source>
        <translation>{0} 曾損壞，已修復（保住的樣本：{1}，來自 {2} 的備份：{3}，遺失：{4}）；損壞的檔案保留為 {5}。</translation>
    </message>
    <message>
        <source>There is nothing drawn: a sample needs ink.</source>
        <translation>什麼也沒有寫：樣本需要墨跡。</translation>
    </message>
    <message>
        <source>There is no ink in this picture: a sample needs ink.</source>
        <translation>這幅圖片中沒有墨跡：樣本需要墨跡。</translation>
    </message>
    <message>
        <source>{0} was replaced by other samples, and yours were added to them: choose the samples again.</source>
        <translation>{0} 被換成了其他樣本，您的樣本已加入其中：請重新選擇樣本。</translation>
    </message>
    <message>
        <source>{0} Put back as they were written here: {1}.</source>
        <translation>{0} 已依在這裡寫下的樣子放回：{1}。</translation>
    </message>
    <message>
        <source>{0} was removed or replaced while it was in use: what was known of it is there again (samples put back: {1}).</source>
        <translation>{0} 在使用期間被移除或取代：其中已知的內容已恢復（放回的樣本：{1}）。</translation>
    </message>
    <message>
        <source>There is not enough memory to read {0}.</source>
        <translation>記憶體不足，無法讀取 {0}。</translation>
    </message>
    <message>
        <source>There is not enough memory to read {0}: close other programs, then try again.</source>
        <translation>記憶體不足，無法讀取 {0}：請關閉其他程式後再試。</translation>
    </message>
    <message>
        <source>{0} is no file: move it away, and your samples are kept there.</source>
        <translation>{0} 不是檔案：請把它移走，您的樣本就存在那裡。</translation>
    </message>
    <message>
        <source>Your samples cannot be kept in {0}</source>
        <translation>無法把您的樣本存在 {0} 中</translation>
    </message>
    <message>
        <source>{0} is a database of another program: move it away, and your samples are kept there from then on.</source>
        <translation>{0} 是另一個程式的資料庫：請把它移走，此後您的樣本就存在那裡。</translation>
    </message>
    <message>
        <source>{0} was written by a newer handdigit (version {1}; this one reads up to {2}): update handdigit to use your samples.</source>
        <translation>{0} 由更新版本的 handdigit 寫入（版本 {1}；此版本最高讀取 {2}）：請更新 handdigit 後使用您的樣本。</translation>
    </message>
    <message>
        <source>{0} is damaged or no database of samples: move it away or put back a copy; it was not changed.</source>
        <translation>{0} 已損壞或不是樣本資料庫：請把它移走，或放回一個副本；它沒有被更動。</translation>
    </message>
    <message>
        <source>The disk of {0} is full: make room, then try again.</source>
        <translation>{0} 所在的磁碟已滿：請騰出空間後再試。</translation>
    </message>
    <message>
        <source>{0} cannot be opened, too many files are: close some, then try again.</source>
        <translation>無法開啟 {0}，開啟的檔案太多：請關閉一些後再試。</translation>
    </message>
    <message>
        <source>{0} cannot be written: allow writing in its folder, or choose another with --data-dir.</source>
        <translation>無法寫入 {0}：請允許寫入其資料夾，或用 --data-dir 選擇另一個。</translation>
    </message>
    <message>
        <source>{0} is in use by another window: wait until that is done, then try again.</source>
        <translation>另一個視窗正在使用 {0}：請等它完成後再試。</translation>
    </message>
    <message>
        <source>{0} cannot be read or written, the disk reports an error: check the disk, then try again.</source>
        <translation>無法讀寫 {0}，磁碟回報錯誤：請檢查磁碟後再試。</translation>
    </message>
    <message>
        <source>{0} does not work as a database of samples: {1}.</source>
        <translation>{0} 不能用作樣本資料庫：{1}。</translation>
    </message>
    <message>
        <source>There is nothing to learn from: choose another source.</source>
        <translation>沒有可學習的內容：請選擇另一個來源。</translation>
    </message>
    <message>
        <source>The checkpoint is of another network or recipe: start the training anew.</source>
        <translation>檢查點屬於另一個網路或訓練方案：請重新開始訓練。</translation>
    </message>
    <message>
        <source>The loss is no longer a number after step {0:,}: lower the learning rate, or choose another optimiser.</source>
        <translation>第 {0:,} 步之後損失不再是數：請降低學習率，或選擇另一個最佳化器。</translation>
    </message>
    <message>
        <source>The memory is not enough for this network with {0:,} pictures at once: choose smaller batches or a smaller network.</source>
        <translation>記憶體不足以讓這個網路一次處理 {0:,} 幅圖像：請選擇較小的批次或較小的網路。</translation>
    </message>
    <message>
        <source>{0} examples a batch are too few for {1} processes: choose larger batches or start fewer.</source>
        <translation>每批 {0} 個樣本對 {1} 個行程來說太少：請選擇較大的批次，或啟動較少的行程。</translation>
    </message>
    <message>
        <source>WORLD_SIZE is set, but {0} is {1!r}: start several processes with torchrun, or one without WORLD_SIZE.</source>
        <translation>設定了 WORLD_SIZE，但 {0} 是 {1!r}：請用 torchrun 啟動多個行程，或不用 WORLD_SIZE 啟動一個。</translation>
    </message>
    <message>
        <source>Several processes cannot train together on {0}: use the CPU.</source>
        <translation>多個行程不能在 {0} 上一起訓練：請使用 CPU。</translation>
    </message>
    <message>
        <source>The processes do not find each other: {0}: start them together, with torchrun.</source>
        <translation>各行程找不到彼此：{0}：請用 torchrun 一起啟動它們。</translation>
    </message>
    <message>
        <source>{0} is no source of data: name {1}.</source>
        <translation>{0} 不是資料來源：請指定 {1}。</translation>
    </message>
    <message>
        <source>The pen model writes digits and nothing else: train on labelled inks or samples.</source>
        <translation>書寫模型只寫數字：請用帶標籤的筆跡或樣本訓練。</translation>
    </message>
    <message>
        <source>generated handwriting</source>
        <translation>生成的筆跡</translation>
    </message>
    <message>
        <source>There are no samples to learn from yet: draw digits in the window and label them.</source>
        <translation>還沒有可學習的樣本：請在視窗中寫數字並標註。</translation>
    </message>
    <message>
        <source>There are no samples of {0} to learn from yet: draw some in the window and label them.</source>
        <translation>還沒有可學習的 {0} 的樣本：請在視窗中寫一些並標註。</translation>
    </message>
    <message>
        <source>There is no MNIST in {0}: run handdigit fetch-data mnist, or name a folder that has it, as in mnist:DIR.</source>
        <translation>{0} 中沒有 MNIST：請執行 handdigit fetch-data mnist，或指定含有它的資料夾，如 mnist:DIR。</translation>
    </message>
    <message>
        <source>The pictures in {0} are {1}; MNIST&apos;s are {2}×{2}.</source>
        <translation>{0} 中的圖像為 {1}；MNIST 的為 {2}×{2}。</translation>
    </message>
    <message>
        <source>MNIST train</source>
        <translation>MNIST 訓練集</translation>
    </message>
    <message>
        <source>{0} has nothing but empty inks in it.</source>
        <translation>{0} 中只有空的筆跡。</translation>
    </message>
    <message>
        <source>{0} is several networks: learn from one of them.</source>
        <translation>{0} 是多個網路：請向其中的一個學習。</translation>
    </message>
    <message>
        <source>{0} reads {1}: choose a teacher that reads the same.</source>
        <translation>{0} 讀的是 {1}：請選擇讀同樣內容的教師模型。</translation>
    </message>
    <message>
        <source>The run began with another {0}: start the training anew.</source>
        <translation>這次訓練開始時用的是另一個 {0}：請重新開始訓練。</translation>
    </message>
    <message>
        <source>{0} sees grey levels otherwise than {1}: choose another.</source>
        <translation>{0} 的灰階正規化與 {1} 不同：請另選一個。</translation>
    </message>
    <message>
        <source>{0} is several networks: train one of them further.</source>
        <translation>{0} 是多個網路：請繼續訓練其中的一個。</translation>
    </message>
    <message>
        <source>{0} is another network than {1}.</source>
        <translation>{0} 與 {1} 是不同的網路。</translation>
    </message>
    <message>
        <source>The run {0} has become a model already.</source>
        <translation>訓練過程 {0} 已成為模型。</translation>
    </message>
    <message>
        <source>The checkpoint of the run {0} is damaged: start the training anew.</source>
        <translation>訓練過程 {0} 的檢查點已損壞：請重新開始訓練。</translation>
    </message>
    <message>
        <source>The run {0}</source>
        <translation>訓練過程 {0}</translation>
    </message>
    <message>
        <source>There is no sample to learn yet: draw a digit and press the right digit key.</source>
        <translation>還沒有可學習的樣本：請寫一個數字並按正確的數字鍵。</translation>
    </message>
    <message>
        <source>There is no sample of {0} to learn yet: draw one and label it.</source>
        <translation>還沒有可學習的 {0} 的樣本：請寫一個並標註。</translation>
    </message>
    <message>
        <source>generated digits</source>
        <translation>生成的數字</translation>
    </message>
    <message>
        <source>An ensemble cannot be taught: choose one of its models.</source>
        <translation>不能教集成：請選擇其中的一個模型。</translation>
    </message>
    <message>
        <source>your samples</source>
        <translation>您的樣本</translation>
    </message>
    <message>
        <source>held-out samples</source>
        <translation>保留的樣本</translation>
    </message>
    <message>
        <source>The quickest that reads well: a good first try</source>
        <translation>讀得好的網路中最快的：適合第一次嘗試</translation>
    </message>
    <message>
        <source>The shipped model&apos;s: well within an hour</source>
        <translation>自帶模型的網路：不到一小時</translation>
    </message>
    <message>
        <source>Twice default&apos;s channels: a night, and default&apos;s teacher</source>
        <translation>通道數是 default 的兩倍：訓練一夜，default 的教師</translation>
    </message>
    <message>
        <source>As large as default, strides early: over an hour</source>
        <translation>與 default 一樣大，較早用步幅：一個多小時</translation>
    </message>
    <message>
        <source>Learns MNIST within seconds: little arithmetic</source>
        <translation>幾秒鐘學會 MNIST：計算量很小</translation>
    </message>
    <message>
        <source>LeCun 1998, as in the paper: table, RBF output</source>
        <translation>LeCun 1998，與論文相同：連接表，RBF 輸出</translation>
    </message>
    <message>
        <source>LeNet-5 as it is built today</source>
        <translation>今天常見的 LeNet-5</translation>
    </message>
    <message>
        <source>The network of many tutorials</source>
        <translation>許多教學中的網路</translation>
    </message>
    <message>
        <source>Nielsen 2015: one convolution, sigmoid</source>
        <translation>Nielsen 2015：一層卷積，sigmoid</translation>
    </message>
    <message>
        <source>Nielsen 2015: two convolutions, ReLU</source>
        <translation>Nielsen 2015：兩層卷積，ReLU</translation>
    </message>
    <message>
        <source>Nielsen 2015: wide, with dropout</source>
        <translation>Nielsen 2015：很寬，帶 dropout</translation>
    </message>
    <message>
        <source>After AlexNet (2012): large first kernels</source>
        <translation>仿 AlexNet（2012）：第一層卷積核很大</translation>
    </message>
    <message>
        <source>After VGG (2015): 3×3 kernels and depth</source>
        <translation>仿 VGG（2015）：3×3 卷積核，層數多</translation>
    </message>
    <message>
        <source>After GoogLeNet (2015): branches</source>
        <translation>仿 GoogLeNet（2015）：分支</translation>
    </message>
    <message>
        <source>After ResNet (2016): shortcuts add</source>
        <translation>仿 ResNet（2016）：捷徑相加</translation>
    </message>
    <message>
        <source>No convolution: 100 hidden units</source>
        <translation>沒有卷積：100 個隱藏單元</translation>
    </message>
    <message>
        <source>No convolution: 30 hidden units</source>
        <translation>沒有卷積：30 個隱藏單元</translation>
    </message>
    <message>
        <source>No hidden layer at all</source>
        <translation>完全沒有隱藏層</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>The slope at every pixel (Simonyan 2014)</source>
        <translation>每個像素處的斜率（Simonyan 2014）</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>積分梯度</translation>
    </message>
    <message>
        <source>What a little more ink in a pixel would do to {0}: blue raises it, orange lowers it.</source>
        <translation>某個像素多一點墨跡會怎樣影響 {0}：藍色使它升高，橙色使它降低。</translation>
    </message>
    <message>
        <source>How much each pixel&apos;s ink adds to {0} on the way from blank paper to the drawing: blue adds, orange takes away.</source>
        <translation>從白紙到這幅圖的過程中，每個像素的墨跡為 {0}增加多少：藍色增加，橙色減少。</translation>
    </message>
    <message>
        <source>Slopes from blank paper to the drawing (Sundararajan 2017)</source>
        <translation>從白紙到手寫圖的斜率（Sundararajan 2017）</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Where the network&apos;s last maps find what raises {0}. Coarse, as those maps are small; never below zero.</source>
        <translation>網路的最後幾幅圖在哪裡發現了使 {0} 升高的東西。較粗略，因為這些圖很小；從不低於零。</translation>
    </message>
    <message>
        <source>The last maps, weighted (Selvaraju 2017)</source>
        <translation>加權後的最後特徵圖（Selvaraju 2017）</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮擋</translation>
    </message>
    <message>
        <source>How far {0} falls when a patch of 5 × 5 pixels is covered with paper: blue is needed, orange stands in its way.</source>
        <translation>用白紙遮住 5 × 5 像素的一塊時 {0}下降多少：藍色是需要的，橙色是妨礙它的。</translation>
    </message>
    <message>
        <source>Covering a patch at a time (Zeiler 2014)</source>
        <translation>每次遮住一塊（Zeiler 2014）</translation>
    </message>
    <message>
        <source>The last drawing is back as far as it could be read: {0} is damaged.</source>
        <translation>上次的手寫圖已盡可能恢復：{0} 已損壞。</translation>
    </message>
    <message>
        <source>The drawing is not kept for the next start. {0}</source>
        <translation>手寫圖不會保留到下次啟動。{0}</translation>
    </message>
    <message>
        <source>UNIPEN, written with pens</source>
        <translation>UNIPEN，用筆書寫</translation>
    </message>
    <message>
        <source>Pendigits, written with a pen</source>
        <translation>Pendigits，用筆書寫</translation>
    </message>
    <message>
        <source>NumberPad, written with a finger</source>
        <translation>NumberPad，用手指書寫</translation>
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
        <translation>訓練</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>評判</translation>
    </message>
    <message>
        <source>How do I…</source>
        <translation>怎樣…</translation>
    </message>
    <message>
        <source>… undo? Ctrl+Z, or Undo above the canvas; Ctrl+Shift+Z brings it back.</source>
        <translation>… 復原？Ctrl+Z，或畫布上方的「復原」；Ctrl+Shift+Z 可以重做。</translation>
    </message>
    <message>
        <source>… change the language? View ▸ Language.</source>
        <translation>… 變更語言？檢視 ▸ 語言。</translation>
    </message>
    <message>
        <source>… train a network? Retrain: choose what it learns from, which network, and press Train. Teach from Your Samples lets it learn your own hand in about a minute.</source>
        <translation>… 訓練網路？「重新訓練」：選擇用什麼學習、用哪個網路，然後按「訓練」。「用您的樣本教它」讓它在一分鐘左右學會您的筆跡。</translation>
    </message>
    <message>
        <source>… see why this is a 7? Why: blue ink speaks for it, orange ink against.</source>
        <translation>… 看出為什麼這是 7？「為什麼」：藍色墨跡支持它，橙色墨跡反對它。</translation>
    </message>
    <message>
        <source>… find out what a layer does, pooling for example? Inside: the ⓘ beside a layer; or the course, which has a page for each kind.</source>
        <translation>… 弄清一層做什麼，例如池化？「內部」：層旁邊的 ⓘ；或課程，每一種層都有一頁。</translation>
    </message>
    <message>
        <source>… use another network? The box at the lower edge of the window, or Ctrl+M.</source>
        <translation>… 使用另一個網路？視窗下緣的方塊，或 Ctrl+M。</translation>
    </message>
    <message>
        <source>… find the keys? Press ?</source>
        <translation>… 找到各個按鍵？按 ?</translation>
    </message>
    <message>
        <source>The canvas</source>
        <translation>畫布</translation>
    </message>
    <message>
        <source>Draw here with the mouse, a finger or a pen; the network reads while you draw. The eraser (E) takes away what it touches, and its preview says what the answer would be. Everything can be undone.</source>
        <translation>用滑鼠、手指或筆在這裡寫；網路會邊寫邊讀。橡皮擦（E）擦去它碰到的部分，它的預覽會顯示結果將是什麼。一切都可以復原。</translation>
    </message>
    <message>
        <source>Pictures can be opened, dropped here or pasted. N reads a whole number. Pen width is only how it looks: the network gets every pen equally thick.</source>
        <translation>圖片可以開啟、拖放到這裡或貼上。N 讀整個多位數。筆的粗細只影響外觀：網路得到的筆畫都一樣粗。</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>What was taken for ink stands out in blue. Is that not the digit? Press Crop and draw a frame round it. Corners pulls a sheet straight that was seen from the side. Ink says how faint ink may be. The eraser makes paper of what it touches.</source>
        <translation>被當作墨跡的部分以藍色突顯。那不是數字嗎？按「裁切」，在數字周圍畫一個框。「四角」把斜著拍的紙拉正。「墨跡」決定多淺的也算墨跡。橡皮擦把碰到的地方變成紙。</translation>
    </message>
    <message>
        <source>The arrow keys move a frame or the handle that Tab has led to, with Shift faster; Enter keeps it, Esc gives it up. Everything can be undone.</source>
        <translation>方向鍵移動框，或用 Tab 選取的控制點，按住 Shift 更快；Enter 保留，Esc 放棄。一切都可以復原。</translation>
    </message>
    <message>
        <source>What the network gets</source>
        <translation>網路得到的</translation>
    </message>
    <message>
        <source>The network does not see your strokes. The drawing is cut out, scaled so that its longer side has 20 pixels, and put into 28 × 28 with its centre of mass in the middle, as the digits were that it learned from.</source>
        <translation>網路看不到您的筆畫。手寫圖先被裁出，縮放到較長邊為 20 像素，再放進 28 × 28，使重心位於正中，就像它學過的數字那樣。</translation>
    </message>
    <message>
        <source>Switch a step off to see what it is for.</source>
        <translation>關掉一個步驟，看看它有什麼用。</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>The bars are the network&apos;s ten outputs: how probable each digit is, together 100 %. What is not like any digit is refused, with the reason; the bars then show what the network alone would have claimed.</source>
        <translation>這些條是網路的十個輸出：每個數字的機率有多大，合計 100 %。與任何數字都不像的會被拒絕，並說明原因；這時各條顯示若只看網路會得出什麼。</translation>
    </message>
    <message>
        <source>Press a digit key to keep the drawing as a sample of that digit: later the network can learn from it.</source>
        <translation>按數字鍵把手寫圖保留為該數字的樣本：以後網路可以用它學習。</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>內部</translation>
    </message>
    <message>
        <source>All of the network at work on your drawing. Blue values are positive, orange negative. Click a unit: the canvas shows what it sees of the drawing, and below stands how its value was computed, equal to torch&apos;s.</source>
        <translation>整個網路處理您的手寫圖的情形。藍色的值為正，橙色為負。點一下一個單元：畫布顯示它看到手寫圖的哪一部分，下方列出它的值怎樣算出，與 torch 的相等。</translation>
    </message>
    <message>
        <source>Backward shows how the loss depends on every value: what learning starts from.</source>
        <translation>「反向」顯示損失怎樣取決於每個值：學習由此開始。</translation>
    </message>
    <message>
        <source>Which ink speaks for a digit (blue) and which against it (orange). Four methods answer a little differently; each says what its colours mean.</source>
        <translation>哪些墨跡支持一個數字（藍色），哪些反對它（橙色）。四種方法的回答略有不同；每種都說明其顏色的含義。</translation>
    </message>
    <message>
        <source>Ask about another digit than the one that is read. Below are the smallest erasures that would change the answer: each can be tried.</source>
        <translation>也可以詢問讀出的數字以外的另一個數字。下面是會改變結果的最小擦除：每個都可以試。</translation>
    </message>
    <message>
        <source>Convolution and pooling by hand, on your drawing or on small examples: change kernel, padding, stride and dilation, and type into the grids. Every output value shows its sum, and the output&apos;s size its formula.</source>
        <translation>親手做卷積和池化，用您的手寫圖或小例子：變更卷積核、填充、步長和擴張率，也可以在網格中輸入。每個輸出值都顯示它的求和，輸出的大小顯示它的公式。</translation>
    </message>
    <message>
        <source>Turn, shift, scale or thicken the drawing or add noise, and see how far several networks still read it. The curves are the probability of the digit.</source>
        <translation>旋轉、平移、縮放、加粗手寫圖，或加雜訊，看看幾個網路在多大範圍內仍能讀出它。曲線是該數字的機率。</translation>
    </message>
    <message>
        <source>Many digits as points: those that the network finds alike in its last hidden layer lie together. Your drawing is among them, with its nearest neighbours.</source>
        <translation>許多數字顯示為點：網路在其最後一個隱藏層中認為相像的彼此靠近。您的手寫圖也在其中，並有它最近的鄰居。</translation>
    </message>
    <message>
        <source>What would a unit like to see most? Starting from noise or from your drawing, a picture is changed step by step so that the unit&apos;s value grows.</source>
        <translation>一個單元最想看到什麼？從雜訊或您的手寫圖出發，逐步改變圖像，使該單元的值增大。</translation>
    </message>
    <message>
        <source>Choose what is learned from, which network learns, and how; then press Train. The curves show loss and accuracy on what is learned and on what is held back, and your drawing is read again and again by the network that learns.</source>
        <translation>選擇用什麼學習、由哪個網路學習、怎樣學習；然後按「訓練」。曲線顯示在所學樣本和保留樣本上的損失與準確率，正在學習的網路會一次又一次地讀您的手寫圖。</translation>
    </message>
    <message>
        <source>A run can be paused, and goes on after an interruption. What comes of it is a version in Models.</source>
        <translation>訓練過程可以暫停，中斷後可以繼續。訓練得到的是「模型」中的一個版本。</translation>
    </message>
    <message>
        <source>Your labelled drawings. About every fifth is held out: it is never learned and only measures. Press a key to relabel what is selected; import and export are below.</source>
        <translation>您標註過的手寫圖。大約每五個保留一個：從不學習，只用於測量。按鍵可重新標註選取的樣本；匯入和匯出在下方。</translation>
    </message>
    <message>
        <source>Teach lets the network learn them, and shows before and after.</source>
        <translation>「教它」讓網路學習它們，並顯示之前和之後。</translation>
    </message>
    <message>
        <source>Every network, shipped or trained by you: its size, how it was trained, how often it is right. Activate lets it answer; Roll Back lets the one before answer again.</source>
        <translation>每個網路，自帶的或您訓練的：它的大小、怎樣訓練、讀對的頻率。「啟用」讓它來回答；「退回前一個」讓之前的重新回答。</translation>
    </message>
    <message>
        <source>Several can be compared on a set of digits, or joined to an ensemble.</source>
        <translation>可以在一組數字上比較幾個網路，或把它們組成集成。</translation>
    </message>
    <message>
        <source>Measure the network on digits whose names are known. The table shows which digit was read as which; click a cell for its pictures, the surest mistakes first.</source>
        <translation>用已知是幾的數字測量網路。表格顯示哪個數字讀成了哪個；點一下格子查看其中的圖像，把握最大的誤讀在前。</translation>
    </message>
    <message>
        <source>Calibration: when it is 90 % sure, is it right in 90 of 100?</source>
        <translation>校準：當它有 90 % 的把握時，是否 100 次中對 90 次？</translation>
    </message>
    <message>
        <source>A training run, epoch by epoch: how kernels, maps and the answer to your drawing came to be. Any moment can be kept as a version.</source>
        <translation>逐輪回看一次訓練過程：卷積核、特徵圖和對您的手寫圖的結果是怎樣形成的。任一時刻都可以保留為一個版本。</translation>
    </message>
    <message>
        <source>Every layer of the network, working on your drawing.</source>
        <translation>網路的每一層怎樣處理您的手寫圖。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>為什麼</translation>
    </message>
    <message>
        <source>Which parts of the ink speak for a digit, and which against it.</source>
        <translation>墨跡的哪些部分支持一個數字，哪些反對它。</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地圖</translation>
    </message>
    <message>
        <source>Many digits as points: what the network finds alike lies close together.</source>
        <translation>許多數字顯示為點：網路認為相像的彼此靠近。</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>旋鈕</translation>
    </message>
    <message>
        <source>Turn, shift or blur the drawing, and see where the answer tips over.</source>
        <translation>旋轉、平移或模糊手寫圖，看看結果在哪裡翻轉。</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>實驗室</translation>
    </message>
    <message>
        <source>Slide a kernel over a picture yourself, step by step.</source>
        <translation>親手讓卷積核在圖像上一步步滑動。</translation>
    </message>
    <message>
        <source>Maximise</source>
        <translation>最大激活</translation>
    </message>
    <message>
        <source>Let a picture grow that one unit of the network answers to most.</source>
        <translation>讓一幅圖像逐漸形成，使網路的某個單元響應最強。</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>重新訓練</translation>
    </message>
    <message>
        <source>Choose data, a network and a recipe, and watch it learn.</source>
        <translation>選擇資料、網路和訓練方案，看它學習。</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>樣本</translation>
    </message>
    <message>
        <source>Your own labelled digits, to train with.</source>
        <translation>您自己標註的數字，可用於訓練。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時光機</translation>
    </message>
    <message>
        <source>Go back through a training run, and see how it learned to read your drawing.</source>
        <translation>回看一次訓練過程，看它怎樣學會讀您的手寫圖。</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Every network there is: choose which one answers, and compare them.</source>
        <translation>所有的網路：選擇由哪個回答，並比較它們。</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>誤讀</translation>
    </message>
    <message>
        <source>Which digits it misreads.</source>
        <translation>它讀錯哪些數字。</translation>
    </message>
    <message>
        <source>an edge with ink on its right and paper on its left</source>
        <translation>右側為墨跡、左側為白紙的邊緣</translation>
    </message>
    <message>
        <source>an edge with ink to the lower right and paper to the upper left</source>
        <translation>右下為墨跡、左上為白紙的邊緣</translation>
    </message>
    <message>
        <source>an edge with ink below and paper above</source>
        <translation>下方為墨跡、上方為白紙的邊緣</translation>
    </message>
    <message>
        <source>an edge with ink to the lower left and paper to the upper right</source>
        <translation>左下為墨跡、右上為白紙的邊緣</translation>
    </message>
    <message>
        <source>an edge with ink on its left and paper on its right</source>
        <translation>左側為墨跡、右側為白紙的邊緣</translation>
    </message>
    <message>
        <source>an edge with ink to the upper left and paper to the lower right</source>
        <translation>左上為墨跡、右下為白紙的邊緣</translation>
    </message>
    <message>
        <source>an edge with ink above and paper below</source>
        <translation>上方為墨跡、下方為白紙的邊緣</translation>
    </message>
    <message>
        <source>an edge with ink to the upper right and paper to the lower left</source>
        <translation>右上為墨跡、左下為白紙的邊緣</translation>
    </message>
    <message>
        <source>a level line of ink</source>
        <translation>水平的墨線</translation>
    </message>
    <message>
        <source>a line of ink that falls to the right</source>
        <translation>向右下傾斜的墨線</translation>
    </message>
    <message>
        <source>an upright line of ink</source>
        <translation>垂直的墨線</translation>
    </message>
    <message>
        <source>a line of ink that rises to the right</source>
        <translation>向右上傾斜的墨線</translation>
    </message>
    <message>
        <source>a level gap between ink</source>
        <translation>墨跡之間水平的空隙</translation>
    </message>
    <message>
        <source>a gap between ink that falls to the right</source>
        <translation>墨跡之間向右下傾斜的空隙</translation>
    </message>
    <message>
        <source>an upright gap between ink</source>
        <translation>墨跡之間垂直的空隙</translation>
    </message>
    <message>
        <source>a gap between ink that rises to the right</source>
        <translation>墨跡之間向右上傾斜的空隙</translation>
    </message>
    <message>
        <source>a dot of ink with paper around it</source>
        <translation>四周為白紙的墨點</translation>
    </message>
    <message>
        <source>a dot of paper with ink around it</source>
        <translation>四周為墨跡的白點</translation>
    </message>
    <message>
        <source>ink, wherever under it</source>
        <translation>墨跡，無論在它下面的哪一處</translation>
    </message>
    <message>
        <source>paper, wherever under it</source>
        <translation>白紙，無論在它下面的哪一處</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>28 × 28 numbers: how much ink every little square has.</source>
        <translation>28 × 28 個數：每個小方格裡有多少墨跡。</translation>
    </message>
    <message>
        <source>The drawing, made as small as the pictures that the network learned from. Every number says how much ink a little square has; paper is below 0, ink above.</source>
        <translation>手寫圖，縮小到與網路學過的圖像一樣大。每個數表示一個小方格有多少墨跡；白紙低於 0，墨跡高於 0。</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Turns the scores of all classes into shares that add up to 1.</source>
        <translation>把所有類別的分數變成總和為 1 的份額。</translation>
    </message>
    <message>
        <source>1×1 convolution</source>
        <translation>1×1 卷積</translation>
    </message>
    <message>
        <source>Mixes the maps into new ones, at every place by itself.</source>
        <translation>在每個位置上分別把各特徵圖混合成新的特徵圖。</translation>
    </message>
    <message>
        <source>Mixes the maps at every place by itself, without looking at its neighbours. So it makes fewer maps of many, and what comes after has less to compute.</source>
        <translation>在每個位置上單獨混合各特徵圖，不看它的鄰居。這樣由許多圖得到較少的圖，後面要計算的也就少了。</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷積</translation>
    </message>
    <message>
        <source>Slides a {0}×{0} kernel over the maps for every pattern it looks for.</source>
        <translation>為要找的每種圖案，用一個 {0}×{0} 卷積核滑過各特徵圖。</translation>
    </message>
    <message>
        <source>Slides small kernels over the maps: each looks for one pattern, wherever that is. The same few weights serve every place, so there is little to learn and much to compute.</source>
        <translation>讓小卷積核在特徵圖上滑動：每個核尋找一種模式，無論它在哪裡。所有位置共用同樣的少數權重，所以要學的少，要算的多。</translation>
    </message>
    <message>
        <source>Partial convolution</source>
        <translation>部分連接卷積</translation>
    </message>
    <message>
        <source>Slides a {0}×{0} kernel over some of the maps for every pattern it looks for.</source>
        <translation>為要找的每種圖案，用一個 {0}×{0} 卷積核滑過其中一些特徵圖。</translation>
    </message>
    <message>
        <source>A convolution in which every map reads only some of the maps before, by a table. So it has fewer weights, and the maps have to find different things.</source>
        <translation>一種卷積，每幅圖按一張表只讀前面的一部分圖。因此權重較少，各圖也必須找到不同的東西。</translation>
    </message>
    <message>
        <source>Dense layer</source>
        <translation>全連接層</translation>
    </message>
    <message>
        <source>Adds up all numbers that come in, each times a weight of its own.</source>
        <translation>把輸入的所有數各乘以自己的權重，再加起來。</translation>
    </message>
    <message>
        <source>Every output weighs every number that comes in, each with a weight of its own. That makes many parameters, but each is used only once for a drawing.</source>
        <translation>每個輸出都對輸入的每個數加權，每個數各有自己的權重。這樣參數很多，但每個參數對一幅手寫圖只用一次。</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>Keeps the largest value of every {0}×{0}.</source>
        <translation>每個 {0}×{0} 只保留最大值。</translation>
    </message>
    <message>
        <source>Keeps the largest value of every window, in each map by itself. Maps get smaller, and it hardly matters if the drawing moves by a pixel.</source>
        <translation>在每幅圖中分別保留每個視窗的最大值。圖變小了，手寫圖移動一個像素也幾乎沒有影響。</translation>
    </message>
    <message>
        <source>Mean pooling</source>
        <translation>平均池化</translation>
    </message>
    <message>
        <source>Takes the mean of every {0}×{0}.</source>
        <translation>取每個 {0}×{0} 的平均值。</translation>
    </message>
    <message>
        <source>Takes the mean of every window, in each map by itself. Maps get smaller and smoother, and small shifts matter less.</source>
        <translation>在每幅圖中分別取每個視窗的平均值。圖變得更小、更平滑，小的平移影響也較小。</translation>
    </message>
    <message>
        <source>Global mean pooling</source>
        <translation>全域平均池化</translation>
    </message>
    <message>
        <source>Makes one number of every map: its mean.</source>
        <translation>把每幅特徵圖變成一個數：它的平均值。</translation>
    </message>
    <message>
        <source>Makes one number of every map: its mean. What counts from here on is how much of a pattern there is, no longer where.</source>
        <translation>把每幅圖變成一個數：它的平均值。從這裡起，重要的是某種模式有多少，而不再是它在哪裡。</translation>
    </message>
    <message>
        <source>Subsampling</source>
        <translation>下取樣</translation>
    </message>
    <message>
        <source>Takes the mean of every {0}×{0}, times a trained number, plus another.</source>
        <translation>取每個 {0}×{0} 的平均值，乘以一個訓練得到的數，再加上另一個。</translation>
    </message>
    <message>
        <source>The mean of every window, times one trained coefficient, plus one trained bias a map. LeNet-5&apos;s pooling: it learns how strongly each map passes on what it saw.</source>
        <translation>每個視窗的平均值乘以一個訓練得到的係數，再加一個訓練得到的偏置，每幅圖各一個。這是 LeNet-5 的池化：它學習每幅圖把看到的東西以多大的強度傳下去。</translation>
    </message>
    <message>
        <source>Puts a frame of one value around every map.</source>
        <translation>在每幅特徵圖周圍加一圈相同的值。</translation>
    </message>
    <message>
        <source>Backpropagation</source>
        <translation>反向傳播</translation>
    </message>
    <message>
        <source>The loss is −ln of the probability of the right digit. Backpropagation asks of every value in the network how the loss changes with it: its δ. For the logits that is simple: the probability, minus 1 at the right digit.</source>
        <translation>損失是正確數字的機率取 −ln。反向傳播對網路中的每個值求損失怎樣隨它變化：即它的 δ。對分數來說很簡單：機率，在正確的數字處減 1。</translation>
    </message>
    <message>
        <source>Layer by layer it goes back: through max pooling to the winner alone, through mean pooling to all alike, through a convolution with the kernel turned. A weight&apos;s gradient is the sum of δ times input over all places; a bias&apos;s is the sum of δ. Every weight then takes a small step against its gradient.</source>
        <translation>它逐層往回走：經過最大池化只傳給最大的那個，經過平均池化平均傳給所有的，經過卷積則用旋轉的卷積核。權重的梯度是 δ 乘以輸入在所有位置上的和；偏置的梯度是 δ 的和。然後每個權重逆著梯度走一小步。</translation>
    </message>
    <message>
        <source>Let the digit that is read be the right one. What is the δ of its logit? Take the probability from its bar; two decimals are enough.</source>
        <translation>假設讀出的數字就是正確的。它的分數的 δ 是多少？機率看它的條；兩位小數就夠了。</translation>
    </message>
    <message>
        <source>Subtract 1 from the probability of the digit that is read: 0.98 − 1.</source>
        <translation>用讀出的數字的機率減去 1：0.98 − 1。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>A step takes a batch of digits, computes the mean gradient and changes all weights by the learning rate times it. All digits once are an epoch. Too large a rate jumps about, too small a rate gets nowhere: schedules lower it by and by.</source>
        <translation>一步取一個批次的數字，計算平均梯度，再按學習率乘以它來改變所有權重。全部數字過一遍是一輪。學習率太大會來回跳動，太小則毫無進展：學習率排程會逐漸降低它。</translation>
    </message>
    <message>
        <source>Momentum goes on in the direction of the steps before. Adagrad, RMSProp, Adadelta and Adam give every weight a step size of its own, from its past gradients. Retrain has them all.</source>
        <translation>動量沿之前各步的方向繼續前進。Adagrad、RMSProp、Adadelta 和 Adam 根據每個權重過去的梯度，給它自己的步伐大小。「重新訓練」中全都有。</translation>
    </message>
    <message>
        <source>network3-1conv learned from 60,000 digits; its batch size is in Models. How many steps did an epoch have?</source>
        <translation>network3-1conv 用 60,000 個數字學習；它的批次大小見「模型」。一輪有多少步？</translation>
    </message>
    <message>
        <source>Divide the number of digits by the batch size.</source>
        <translation>用數字的個數除以批次大小。</translation>
    </message>
    <message>
        <source>Overfitting, dropout, augmentation</source>
        <translation>過擬合、dropout、資料擴增</translation>
    </message>
    <message>
        <source>A network can learn its examples by heart and be wrong about others: overfitting. So some digits are held back and only measured with, for choices (validation) and at the very end (test).</source>
        <translation>網路可能把例子背下來，而對別的讀錯：這是過擬合。所以保留一些數字，只用來測量：用於選擇（驗證），以及在最後（測試）。</translation>
    </message>
    <message>
        <source>Dropout silences a random share of the units in every step, so that none relies on another. Augmentation shifts, turns and bends the examples. Both make learning harder and the result better.</source>
        <translation>dropout 在每一步中隨機讓一部分單元沉默，使任何單元都不依賴別的單元。資料擴增平移、旋轉、彎曲例子。兩者都使學習更難，結果更好。</translation>
    </message>
    <message>
        <source>dense-100 knew its examples nearly by heart. Activate a network that was right less often while it learned than on the test set; network3-dropout is a good guess.</source>
        <translation>dense-100 幾乎把例子背了下來。請啟用一個學習時的正確率低於測試集正確率的網路；可以試試 network3-dropout。</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>批次正規化</translation>
    </message>
    <message>
        <source>For every map it subtracts the mean and divides by the standard deviation that the map has over many digits; then it stretches and moves by two numbers that are learned. While learning these are mean and deviation of the batch; afterwards those of all of training.</source>
        <translation>對每幅圖，它減去這幅圖在許多數字上的平均值，再除以標準差；然後用兩個學來的數拉伸和移動。學習時用的是該批次的平均值和標準差；之後用整個訓練的。</translation>
    </message>
    <message>
        <source>Layers behind it get values of one size: larger learning rates work.</source>
        <translation>它後面的層得到大小相近的值：可以使用更大的學習率。</translation>
    </message>
    <message>
        <source>Click a unit of norm1 (block 1, norm) that has another sign than what came in, the same place of conv1.</source>
        <translation>點一下 norm1（區塊 1，批次正規化）中的一個單元，它的正負號與輸入（即 conv1 同一位置的值）不同。</translation>
    </message>
    <message>
        <source>Ensembles</source>
        <translation>集成</translation>
    </message>
    <message>
        <source>Several networks that began with other random weights err on other digits. Let them vote, by majority or by the mean of their probabilities, and the answer is better than that of most of them.</source>
        <translation>幾個從不同的隨機權重開始的網路，會在不同的數字上出錯。讓它們投票，按多數或按機率的平均值，結果就比其中大多數網路更好。</translation>
    </message>
    <message>
        <source>The bars show what they come to; Inside looks into one of them at a time.</source>
        <translation>各條顯示它們共同得出的結果；「內部」一次查看其中的一個。</translation>
    </message>
    <message>
        <source>Look into another of its networks: the box “Inside” at the lower edge.</source>
        <translation>請查看其中的另一個網路：下緣的「內部」方塊。</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>評估</translation>
    </message>
    <message>
        <source>Accuracy counts how often the answer is right. Cross-entropy also asks how sure it was: −ln of the probability of the right digit, a great deal for a mistake that was sure.</source>
        <translation>準確率計算結果有多常正確。交叉熵還看它有多大把握：正確數字的機率取 −ln；很有把握的誤讀，這個值就很大。</translation>
    </message>
    <message>
        <source>Errors shows which digits are taken for which. Click a cell and look: many of the last mistakes look wrong to people too.</source>
        <translation>「誤讀」顯示哪些數字被當成了哪些。點一下一個格子看看：最後那些誤讀中有許多，人看起來也不對。</translation>
    </message>
    <message>
        <source>Draw something of which the network is less than 90 % sure.</source>
        <translation>請寫一個網路的把握低於 90 % 的圖形。</translation>
    </message>
    <message>
        <source>Turns the scores of all digits into shares that add up to 1. Only differences between scores count: every further point of a lead multiplies the share.</source>
        <translation>把所有數字的分數變成合計為 1 的份額。只有分數之差起作用：領先每多一分，份額就成倍增加。</translation>
    </message>
    <message>
        <source>Brings every map to the mean and the spread that training found.</source>
        <translation>讓每幅特徵圖具有訓練得到的平均值和離散程度。</translation>
    </message>
    <message>
        <source>Brings every map to the mean and the spread that training found best for it. So the layers after it meet values of a usual size, and training is quicker.</source>
        <translation>使每幅圖具有訓練認為最適合它的平均值和標準差。這樣後面的層得到大小正常的值，訓練也更快。</translation>
    </message>
    <message>
        <source>Rescaling</source>
        <translation>縮放</translation>
    </message>
    <message>
        <source>Brings the grey levels to another range.</source>
        <translation>把灰階變到另一個範圍。</translation>
    </message>
    <message>
        <source>Multiplies every value by a fixed number and adds another. It brings the grey levels to the range that the network was made for.</source>
        <translation>把每個值乘以一個固定的數，再加上另一個。它把灰階值變到網路所針對的範圍。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特徵數</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>卷積核</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步長</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>擴張率</translation>
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
        <translation>在每幅圖四周加一圈值相同的邊框。這樣卷積核也可以放在邊緣，圖也不會那麼快變小。</translation>
    </message>
    <message>
        <source>Flattening</source>
        <translation>攤平</translation>
    </message>
    <message>
        <source>Lays all maps out in one line of numbers.</source>
        <translation>把所有特徵圖排成一列數。</translation>
    </message>
    <message>
        <source>Lays all maps out in one line of numbers, map after map. Nothing is computed: the dense layer after it wants a line.</source>
        <translation>把所有圖一幅接一幅排成一串數。什麼也不計算：後面的全連接層需要這樣的一串。</translation>
    </message>
    <message>
        <source>Distance from pictures</source>
        <translation>與圖像的距離</translation>
    </message>
    <message>
        <source>Measures how far the numbers are from a picture of each digit.</source>
        <translation>度量這些數與每個數字的圖像相距多遠。</translation>
    </message>
    <message>
        <source>Compares the numbers that come in with a fixed 7×12 picture of each digit: the score is the sum of the squared differences, made negative. The nearest picture wins; LeNet-5 ends like this.</source>
        <translation>把輸入的數與每個數字的一幅固定的 7×12 圖像比較：分數是差的平方和取負。最近的圖像獲勝；LeNet-5 就這樣結束。</translation>
    </message>
    <message>
        <source>Turns what is below 0 into 0 and passes on the rest.</source>
        <translation>把小於 0 的變成 0，其餘照樣傳下去。</translation>
    </message>
    <message>
        <source>Cuts off what is negative and passes on what is positive. Without such a bend, all layers together would be no more than one weighted sum.</source>
        <translation>捨去負的，傳遞正的。沒有這樣的彎折，所有層合起來也不過是一個加權和。</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Bends every number into the range from 0 to 1.</source>
        <translation>把每個數彎到 0 到 1 的範圍內。</translation>
    </message>
    <message>
        <source>Bends any number into the range from 0 to 1. Far from 0 the curve is flat, so deep networks learn slowly with it.</source>
        <translation>把任意數彎曲到 0 至 1 的範圍內。遠離 0 處曲線是平的，所以深的網路用它學得慢。</translation>
    </message>
    <message>
        <source>Bends every number into the range from −1 to 1.</source>
        <translation>把每個數彎到 −1 到 1 的範圍內。</translation>
    </message>
    <message>
        <source>Bends any number into the range from −1 to 1. Far from 0 the curve is flat, so little of the error comes back there in training.</source>
        <translation>把任意數彎曲到 −1 至 1 的範圍內。遠離 0 處曲線是平的，所以訓練時那裡傳回的誤差很少。</translation>
    </message>
    <message>
        <source>Scaled tanh</source>
        <translation>縮放的 tanh</translation>
    </message>
    <message>
        <source>Bends every number by LeNet-5&apos;s stretched tanh.</source>
        <translation>用 LeNet-5 的拉伸 tanh 彎曲每個數。</translation>
    </message>
    <message>
        <source>LeNet-5&apos;s bend: tanh, stretched so that 1 stays 1 and −1 stays −1. Far from 0 the curve is flat, so little of the error comes back there in training.</source>
        <translation>LeNet-5 的彎曲方式：tanh，經過拉伸，使 1 仍為 1，−1 仍為 −1。遠離 0 處曲線是平的，所以訓練時那裡傳回的誤差很少。</translation>
    </message>
    <message>
        <source>Passes everything on while reading; in training it sets some values to 0.</source>
        <translation>辨識時全部照樣傳下去；訓練時把一些值設為 0。</translation>
    </message>
    <message>
        <source>In training it sets some of the values to 0, others each time, so that no unit can rely on another. While reading it does nothing.</source>
        <translation>訓練時它把一部分值設為 0，每次都是不同的，使任何單元都不能依賴別的單元。讀的時候它什麼也不做。</translation>
    </message>
    <message>
        <source>Sum of two ways</source>
        <translation>兩路相加</translation>
    </message>
    <message>
        <source>Adds what the block computed to what came past it.</source>
        <translation>把區塊算出的結果加到繞過它的值上。</translation>
    </message>
    <message>
        <source>Adds what a residual block computed to what came past it unchanged. The block only has to learn what is missing, so deep networks can be trained.</source>
        <translation>把殘差區塊計算的結果與原樣繞過它的值相加。該區塊只需學習缺少的部分，所以深的網路可以訓練。</translation>
    </message>
    <message>
        <source>Branches joined</source>
        <translation>分支合併</translation>
    </message>
    <message>
        <source>Puts the maps of all branches after each other.</source>
        <translation>把所有分支的特徵圖依次排在一起。</translation>
    </message>
    <message>
        <source>Puts the maps of all branches after each other. So the next layer chooses between kernels of several sizes.</source>
        <translation>把所有分支的圖依次排在一起。這樣下一層可以在幾種大小的卷積核之間選擇。</translation>
    </message>
    <message>
        <source>This {0}×{0} kernel answers to {1}.</source>
        <translation>這個 {0}×{0} 卷積核響應的是：{1}。</translation>
    </message>
    <message>
        <source>This {0}×{0} kernel is a mixture without a simple name.</source>
        <translation>這個 {0}×{0} 卷積核是混合的，沒有簡單的名稱。</translation>
    </message>
    <message>
        <source>Paper is (0 − mean {0}) / deviation {1} = {2}, full ink {3}.</source>
        <translation>紙是（0 − 平均值 {0}）/ 標準差 {1} = {2}，滿墨是 {3}。</translation>
    </message>
    <message>
        <source>This {0}×{0} kernel reads {1} maps, which add up to 0 each here.</source>
        <translation>這個 {0}×{0} 卷積核讀 {1} 幅圖，它們在這裡各自合計為 0。</translation>
    </message>
    <message>
        <source>This {0}×{0} kernel reads {1} maps: map {2} speaks for it most ({3}), none against.</source>
        <translation>這個 {0}×{0} 卷積核讀 {1} 幅特徵圖：特徵圖 {2} 最支持它（{3}），沒有反對的。</translation>
    </message>
    <message>
        <source>This {0}×{0} kernel reads {1} maps: map {2} is most against it ({3}), none for it.</source>
        <translation>這個 {0}×{0} 卷積核讀 {1} 幅特徵圖：特徵圖 {2} 最反對它（{3}），沒有支持的。</translation>
    </message>
    <message>
        <source>This {0}×{0} kernel reads {1} maps: map {2} speaks for it most ({3}), map {4} most against it ({5}).</source>
        <translation>這個 {0}×{0} 卷積核讀 {1} 幅特徵圖：特徵圖 {2} 最支持它（{3}），特徵圖 {4} 最反對它（{5}）。</translation>
    </message>
    <message>
        <source>It weighs {0:,} numbers: {1} speaks for it most ({2}), {3} most against it ({4}).</source>
        <translation>它對 {0:,} 個數加權：{1} 最支持它（{2}），{3} 最反對它（{4}）。</translation>
    </message>
    <message>
        <source>It weighs {0:,} numbers: {1} speaks for it most ({2}), none against it.</source>
        <translation>它對 {0:,} 個數加權：{1} 最支持它（{2}），沒有反對的。</translation>
    </message>
    <message>
        <source>It weighs {0:,} numbers: {1} is most against it ({2}), none speaks for it.</source>
        <translation>它對 {0:,} 個數加權：{1} 最反對它（{2}），沒有支持的。</translation>
    </message>
    <message>
        <source>It weighs {0:,} numbers, which are all 0 or weigh nothing here.</source>
        <translation>它對 {0:,} 個數加權，它們在這裡都是 0，或權重不起作用。</translation>
    </message>
    <message>
        <source>Here it finds {0}; one of this map&apos;s {1:,} places has more.</source>
        <translation>它在這裡得到 {0}；這幅圖的 {1:,} 個位置中有一個更大。</translation>
    </message>
    <message>
        <source>It comes to {0}; one of {1:,} units has more.</source>
        <translation>得出 {0}；{1:,} 個單元中有一個更大。</translation>
    </message>
    <message>
        <source>Here it finds {0}; {1:,} of this map&apos;s {2:,} places have more.</source>
        <translation>它在這裡得到 {0}；這幅圖的 {2:,} 個位置中有 {1:,} 個更大。</translation>
    </message>
    <message>
        <source>It comes to {0}; {1:,} of {2:,} units have more.</source>
        <translation>得出 {0}；{2:,} 個單元中有 {1:,} 個更大。</translation>
    </message>
    <message>
        <source>Its score for {0} is {1}, and no other is higher.</source>
        <translation>它對 {0} 的分數是 {1}，沒有更高的。</translation>
    </message>
    <message>
        <source>Its score for {0} is {1}; that of {2} is the highest, {3}.</source>
        <translation>它對 {0} 的分數是 {1}；{2} 的分數最高，為 {3}。</translation>
    </message>
    <message>
        <source>It comes to {0}.</source>
        <translation>得出 {0}。</translation>
    </message>
    <message>
        <source>Here it finds {0}; no place of this map has more.</source>
        <translation>它在這裡得到 {0}；這幅圖沒有哪個位置更大。</translation>
    </message>
    <message>
        <source>It comes to {0}; no unit of this layer has more.</source>
        <translation>得出 {0}；這一層沒有哪個單元更大。</translation>
    </message>
    <message>
        <source>{0}, map {1}, row {2}, column {3}</source>
        <translation>{0} 的特徵圖 {1} 列 {2} 行 {3}</translation>
    </message>
    <message>
        <source>{0}, unit {1}</source>
        <translation>{0} 的單元 {1}</translation>
    </message>
    <message>
        <source>The picture has {0} % ink here; the network gets that as {1}.</source>
        <translation>圖像在這裡有 {0} % 的墨跡；網路得到的是 {1}。</translation>
    </message>
    <message>
        <source>The loss for {0} says nothing about this number: it stays as it is.</source>
        <translation>{0} 的損失與這個數無關：它保持不變。</translation>
    </message>
    <message>
        <source>If this number grew by {0}, the loss for {1} would rise by about {2}: training for {1} makes it smaller.</source>
        <translation>如果這個數增大 {0}，{1} 的損失約升高 {2}：針對 {1} 的訓練會把它變小。</translation>
    </message>
    <message>
        <source>If this number grew by {0}, the loss for {1} would fall by about {2}: training for {1} makes it larger.</source>
        <translation>如果這個數增大 {0}，{1} 的損失約降低 {2}：針對 {1} 的訓練會把它變大。</translation>
    </message>
    <message>
        <source>If this value changed a little, the loss for {0} would stay: nothing comes back.</source>
        <translation>如果這個值稍有變化，{0} 的損失不變：沒有任何東西傳回來。</translation>
    </message>
    <message>
        <source>If this value grew by {0}, the loss for {1} would rise by about {2}.</source>
        <translation>如果這個值增大 {0}，{1} 的損失約升高 {2}。</translation>
    </message>
    <message>
        <source>If this value grew by {0}, the loss for {1} would fall by about {2}.</source>
        <translation>如果這個值增大 {0}，{1} 的損失約降低 {2}。</translation>
    </message>
    <message>
        <source>The mean of {0} values, {1}, times the trained coefficient {2}, plus the bias {3}: {4}.</source>
        <translation>{0} 個值的平均值 {1} 乘以訓練得到的係數 {2}，再加偏置 {3}：{4}。</translation>
    </message>
    <message>
        <source>The mean of {0} values of map {1}, from {2} to {3}: {4}.</source>
        <translation>特徵圖 {1} 的 {0} 個值（從 {2} 到 {3}）的平均值：{4}。</translation>
    </message>
    <message>
        <source>What lies beyond the map counts as 0.</source>
        <translation>圖以外的部分算作 0。</translation>
    </message>
    <message>
        <source>Takes the only value under it, {0}: row {1}, column {2} of map {3}.</source>
        <translation>取它下面唯一的值 {0}：特徵圖 {3} 的列 {1} 行 {2}。</translation>
    </message>
    <message>
        <source>All {0} values under it are {1}.</source>
        <translation>它下面的 {0} 個值都是 {1}。</translation>
    </message>
    <message>
        <source>Takes the largest of {0} values, {1}: row {2}, column {3} of map {4}.</source>
        <translation>取 {0} 個值中最大的 {1}：特徵圖 {4} 的列 {2} 行 {3}。</translation>
    </message>
    <message>
        <source>It does not matter where in the window that lies.</source>
        <translation>它在視窗中的哪個位置並不重要。</translation>
    </message>
    <message>
        <source>The squared differences of {0} numbers from the picture of a {1} add up to {2}.</source>
        <translation>{0} 個數與 {1} 的圖像之差的平方和為 {2}。</translation>
    </message>
    <message>
        <source>In training this map was {0} on average, with a spread of {1}; {2} lies {3} spreads above that.</source>
        <translation>訓練時這幅圖平均為 {0}，標準差為 {1}；{2} 比平均值高 {3} 個標準差。</translation>
    </message>
    <message>
        <source>In training this map was {0} on average, with a spread of {1}; {2} lies {3} spreads below that.</source>
        <translation>訓練時這幅圖平均為 {0}，標準差為 {1}；{2} 比平均值低 {3} 個標準差。</translation>
    </message>
    <message>
        <source>Stretched by the trained {0} and shifted by {1}, that is {2}.</source>
        <translation>乘以訓練得到的 {0}，再移動 {1}，就是 {2}。</translation>
    </message>
    <message>
        <source>Passes {0} on: it is positive.</source>
        <translation>傳遞 {0}：它是正的。</translation>
    </message>
    <message>
        <source>Cuts it off: 0, because {0} is negative.</source>
        <translation>捨去：0，因為 {0} 是負的。</translation>
    </message>
    <message>
        <source>The curve is flat here: nothing comes back in training.</source>
        <translation>曲線在這裡是平的：訓練時沒有任何東西傳回來。</translation>
    </message>
    <message>
        <source>0 stays 0.</source>
        <translation>0 仍是 0。</translation>
    </message>
    <message>
        <source>Bends {0} to {1}.</source>
        <translation>把 {0} 彎曲為 {1}。</translation>
    </message>
    <message>
        <source>The slope is {0} here: almost nothing comes back in training.</source>
        <translation>這裡的斜率是 {0}：訓練時幾乎沒有東西傳回來。</translation>
    </message>
    <message>
        <source>The slope is {0} here: what comes back in training is multiplied by it.</source>
        <translation>這裡的斜率是 {0}：訓練時傳回來的值要乘以它。</translation>
    </message>
    <message>
        <source>Another scale for the grey levels: {0} becomes {1}.</source>
        <translation>灰階值換一種尺度：{0} 變為 {1}。</translation>
    </message>
    <message>
        <source>In the frame around the map: always {0}.</source>
        <translation>在圖四周的邊框中：總是 {0}。</translation>
    </message>
    <message>
        <source>Inside the frame the same number as {0}: {1}.</source>
        <translation>在邊框之內，與 {0} 的數相同：{1}。</translation>
    </message>
    <message>
        <source>The same number as {0}: {1}. Only its place is another.</source>
        <translation>與 {0} 的數相同：{1}。只是位置不同。</translation>
    </message>
    <message>
        <source>Does nothing while reading: {0} stays {0}.</source>
        <translation>讀的時候什麼也不做：{0} 仍是 {0}。</translation>
    </message>
    <message>
        <source>In training it sets {0} % of the values to 0, others each time.</source>
        <translation>訓練時它把 {0} % 的值設為 0，每次都是不同的。</translation>
    </message>
    <message>
        <source>The block adds {0} to the {1} that came past it: {2}.</source>
        <translation>該區塊把 {0} 加到繞過它的 {1} 上：{2}。</translation>
    </message>
    <message>
        <source>Adds {0} values: {1}.</source>
        <translation>把 {0} 個值相加：{1}。</translation>
    </message>
    <message>
        <source>Turns {0} scores into shares that add up to 1: {1} gets {2} because its score is {3} above the next, that of {4}.</source>
        <translation>把 {0} 個分數變成合計為 1 的份額：{1} 得到 {2}，因為它的分數比次高的（{4} 的分數）高 {3}。</translation>
    </message>
    <message>
        <source>Turns {0} scores into shares that add up to 1: {1} gets {2} because its score is {3} below the highest, that of {4}.</source>
        <translation>把 {0} 個分數變成合計為 1 的份額：{1} 得到 {2}，因為它的分數比最高的（{4} 的分數）低 {3}。</translation>
    </message>
    <message>
        <source>Scores are divided by {0} first: fitted, so that the shares tell how often they are right.</source>
        <translation>分數先除以 {0}：這個數經過擬合，使份額表明結果有多常正確。</translation>
    </message>
    <message>
        <source>there is no panel {0}: choose {1}.</source>
        <translation>沒有 {0} 這個面板：請選擇 {1}。</translation>
    </message>
    <message>
        <source>the window cannot be so small while it shows this: name at least {0}x{1} with --size.</source>
        <translation>顯示這些內容時視窗不能這麼小：請用 --size 指定至少 {0}x{1}。</translation>
    </message>
    <message>
        <source>input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>block {0}</source>
        <translation>區塊 {0}</translation>
    </message>
    <message>
        <source>Inception {0}</source>
        <translation>Inception {0}</translation>
    </message>
    <message>
        <source>residual {0}</source>
        <translation>殘差 {0}</translation>
    </message>
    <message>
        <source>weighted sum</source>
        <translation>加權和</translation>
    </message>
    <message>
        <source>sum {0}</source>
        <translation>求和 {0}</translation>
    </message>
    <message>
        <source>distances</source>
        <translation>距離</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>輸出</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>圖像</translation>
    </message>
    <message>
        <source>{0} could not be fetched ({1}): check the connection and try again, or bring the four MNIST files from elsewhere and choose From Folder…</source>
        <translation>無法下載 {0}（{1}）：請檢查連線後再試，或從別處取得四個 MNIST 檔案，然後選擇「從資料夾…」。</translation>
    </message>
    <message>
        <source>The place of a unit is damaged.</source>
        <translation>單元的位置已損壞。</translation>
    </message>
    <message>
        <source>Right: the sum is {0} here, and {1} where it is largest on this map.</source>
        <translation>正確：這裡的和是 {0}，這幅圖上最大的和是 {1}。</translation>
    </message>
    <message>
        <source>Right: ({0} + {1} − {2})/{3} + 1 = {4}, and the floor of it is {5}.</source>
        <translation>正確：({0} + {1} − {2})/{3} + 1 = {4}，向下取整為 {5}。</translation>
    </message>
    <message>
        <source>Right: the first weight was {0} and is {1} now; a kernel that finds light on the left has become one that finds light on the right.</source>
        <translation>正確：第一個權重原是 {0}，現在是 {1}；尋找左側亮處的卷積核變成了尋找右側亮處的卷積核。</translation>
    </message>
    <message>
        <source>Right: in one window of this drawing the maximum keeps {0} and the mean makes {1} of it.</source>
        <translation>正確：在這幅手寫圖的一個視窗中，最大值保留 {0}，平均值則把它變為 {1}。</translation>
    </message>
    <message>
        <source>Right: {0} came in and 0 goes out. {1} % of this layer are silent for this drawing.</source>
        <translation>正確：輸入 {0}，輸出 0。這一層有 {1} % 的單元對這幅手寫圖沉默。</translation>
    </message>
    <message>
        <source>{0} of {1}. The table has {2} connections where all with all would have {3}.</source>
        <translation>{1} 幅中的 {0} 幅。這張表有 {2} 個連接，全部相連則有 {3} 個。</translation>
    </message>
    <message>
        <source>{0} − 1 = {1}, as learning has it. The bars are calibrated afterwards: {2}.</source>
        <translation>{0} − 1 = {1}，學習時就是這個值。各條在此之後經過校準：{2}。</translation>
    </message>
    <message>
        <source>Right: {0} came in and {1} goes out: moved and stretched as all of this map is.</source>
        <translation>正確：輸入 {0}，輸出 {1}：與整幅圖一樣經過移動和拉伸。</translation>
    </message>
    <message>
        <source>Right: it mixes {0} channels at one place; a unit in the middle of its layer sees {1} × {2} pixels of the drawing.</source>
        <translation>正確：它在一個位置上混合 {0} 個通道；該層中間的單元看到手寫圖的 {1} × {2} 像素。</translation>
    </message>
    <message>
        <source>Convolution, step by step</source>
        <translation>卷積，一步一步來</translation>
    </message>
    <message>
        <source>A convolution slides a small grid of weights, the kernel, over the picture. At every place it multiplies what lies under it by its weights and adds everything up, over all input channels; a bias is added. The sums are a new picture, a map.</source>
        <translation>卷積讓一個小的權重網格，即卷積核，在圖像上滑動。在每個位置，它把下面的值與權重相乘，再對所有輸入通道全部相加，並加上一個偏置。這些和構成一幅新的圖像，即特徵圖。</translation>
    </message>
    <message>
        <source>Inside shows one such sum with all its numbers. The same kernel is used at every place: that is why a stroke is found wherever it lies.</source>
        <translation>「內部」顯示一個這樣的和及其所有的數。每個位置都用同一個卷積核：所以一筆無論在哪裡都能被找到。</translation>
    </message>
    <message>
        <source>Click a place of a map of conv1 (block 1, conv) where the sum is at least 80 % of the largest one on that map. Where are such places?</source>
        <translation>點一下 conv1（區塊 1，卷積）的一幅圖上的一個位置，那裡的和至少是該圖上最大的和的 80 %。這樣的位置在哪裡？</translation>
    </message>
    <message>
        <source>Output size, padding and stride</source>
        <translation>輸出大小、填充與步長</translation>
    </message>
    <message>
        <source>A kernel of K values has H + 2P − K + 1 places along H values with P zeros at either end. With a stride of S it takes every S-th of them: (H + 2P − K)/S + 1, rounded down.</source>
        <translation>在兩端各補 P 個零的 H 個值上，含 K 個值的卷積核有 H + 2P − K + 1 個位置。步長為 S 時，每 S 個位置取一個：(H + 2P − K)/S + 1，向下取整。</translation>
    </message>
    <message>
        <source>No padding is called “valid”, as much as keeps the size “same”, and as much as lets the kernel overlap by a single value “full”.</source>
        <translation>不填充稱為「有效」（valid），使大小不變的填充稱為「大小不變」（same），讓卷積核只重疊一個值的填充稱為「完全」（full）。</translation>
    </message>
    <message>
        <source>The output is 4 × 4. Change the stride so that it is 2 × 2.</source>
        <translation>輸出是 4 × 4。請變更步長，使輸出為 2 × 2。</translation>
    </message>
    <message>
        <source>Convolution and cross-correlation</source>
        <translation>卷積與互相關</translation>
    </message>
    <message>
        <source>Mathematicians turn the kernel by 180° before they slide it: convolution. Without the turn it is cross-correlation, which is what networks compute and call convolution: weights that are learned may as well be learned turned.</source>
        <translation>數學家在滑動之前先把卷積核旋轉 180°：這是卷積。不旋轉則是互相關；網路計算的是互相關，卻稱之為卷積：權重既然是學來的，學成旋轉過的也一樣。</translation>
    </message>
    <message>
        <source>In the way back through a layer the turned kernel appears by itself, slid with full padding: wide convolution. In one dimension all is the same with a row.</source>
        <translation>反向經過一層時，旋轉的卷積核會自然出現，以完全填充滑動：這是寬卷積。一維時全都一樣，只是換成一列。</translation>
    </message>
    <message>
        <source>Choose Convolution (flipped) as the operation. What becomes of the output?</source>
        <translation>把運算選為「卷積（翻轉）」。輸出會怎樣？</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>A pooling layer makes maps smaller: of every window, often 2 × 2, it keeps one number, the largest (max pooling) or the mean. It has no weights and works on every channel by itself.</source>
        <translation>池化層使特徵圖變小：每個視窗（常為 2 × 2）只保留一個數，即最大值（最大池化）或平均值。它沒有權重，對每個通道分別進行。</translation>
    </message>
    <message>
        <source>What was found stays, its exact place is forgotten: a small shift of the drawing changes little. And the next layers have less to compute.</source>
        <translation>找到的東西留下，確切的位置被忘掉：手寫圖稍微移動，變化很小。後面的層要算的也較少。</translation>
    </message>
    <message>
        <source>Choose mean pooling instead. What becomes of thin strokes?</source>
        <translation>改選平均池化。細的筆畫會怎樣？</translation>
    </message>
    <message>
        <source>Activation functions</source>
        <translation>激活函數</translation>
    </message>
    <message>
        <source>Sums of sums are only a sum. Between two layers a curve bends every value, or many layers could do no more than one. ReLU keeps what is positive and makes 0 of the rest; sigmoid squeezes into 0 to 1, tanh into −1 to 1.</source>
        <translation>和的和仍然只是和。兩層之間要用一條曲線把每個值彎曲，否則許多層能做的不比一層多。ReLU 保留正值，把其餘變為 0；sigmoid 把值壓到 0 至 1，tanh 壓到 −1 至 1。</translation>
    </message>
    <message>
        <source>Far from 0 sigmoid and tanh are flat: their slope vanishes, and little is learned there. ReLU&apos;s slope is 1 or 0.</source>
        <translation>遠離 0 處，sigmoid 和 tanh 是平的：斜率消失，那裡學不到多少。ReLU 的斜率是 1 或 0。</translation>
    </message>
    <message>
        <source>Click a unit of relu1 (block 1, ReLU) that is 0 because something negative came in.</source>
        <translation>點一下 relu1（區塊 1，ReLU）中因輸入為負而為 0 的一個單元。</translation>
    </message>
    <message>
        <source>Fully connected or convolutional</source>
        <translation>全連接還是卷積</translation>
    </message>
    <message>
        <source>In a fully connected layer every unit has a weight of its own for every pixel. Which pixels are neighbours it does not know: shuffle them all alike, and it learns as well.</source>
        <translation>在全連接層中，每個單元對每個像素都有自己的權重。它不知道哪些像素相鄰：把所有圖像的像素以同樣的方式打亂，它學得一樣好。</translation>
    </message>
    <message>
        <source>A convolution looks at neighbours only, with the same few weights everywhere. So it needs fewer parameters, and what it has learned in one corner it knows in all.</source>
        <translation>卷積只看相鄰的像素，到處用同樣的少數權重。因此它需要的參數較少，在一個角落學到的，在各處都會。</translation>
    </message>
    <message>
        <source>dense-100 answers. Choose a network with convolutions and fewer parameters (Ctrl+M; small is one). Does it still read the drawing?</source>
        <translation>現在由 dense-100 回答。請選擇一個有卷積且參數更少的網路（Ctrl+M；small 就是一個）。它仍能讀出手寫圖嗎？</translation>
    </message>
    <message>
        <source>Softmax regression</source>
        <translation>Softmax 迴歸</translation>
    </message>
    <message>
        <source>The simplest network: one weighted sum of all pixels for each digit, the logits. Softmax makes shares of them: e to the power of each, divided by the sum of all ten. They are positive and together 1.</source>
        <translation>最簡單的網路：對每個數字求所有像素的一個加權和，即分數（logit）。softmax 把它們變成份額：分別以 e 為底取冪，再除以全部十個的和。它們都是正數，合計為 1。</translation>
    </message>
    <message>
        <source>Its weights are a template for each digit. Every larger network ends in the same step, only that it looks at features instead of pixels.</source>
        <translation>它的權重是每個數字的模板。每個更大的網路都以同樣的一步結束，只是看的不是像素，而是特徵。</translation>
    </message>
    <message>
        <source>784 pixels, ten digits; a weight for each pair, a bias for each digit. How many parameters has softmax regression?</source>
        <translation>784 個像素，十個數字；每一對有一個權重，每個數字有一個偏置。softmax 迴歸有多少個參數？</translation>
    </message>
    <message>
        <source>Multiply the pixels by the digits; then add a bias for each digit.</source>
        <translation>把像素數乘以數字的個數，再為每個數字加一個偏置。</translation>
    </message>
    <message>
        <source>LeNet-5</source>
        <translation>LeNet-5</translation>
    </message>
    <message>
        <source>The network of LeCun and others (1998): C1 finds six kinds of features, S2 makes them smaller, C3 combines them, S4 makes them smaller, C5 and F6 decide.</source>
        <translation>LeCun 等人的網路（1998）：C1 找出六種特徵，S2 使它們變小，C3 組合它們，S4 使它們變小，C5 和 F6 做出判斷。</translation>
    </message>
    <message>
        <source>In C3 not every map reads every map of S2: a table says which. That saved parameters, and forced the maps to look for different things.</source>
        <translation>在 C3 中，並非每幅圖都讀 S2 的每幅圖：由一張表規定讀哪些。這節省了參數，並迫使各圖尋找不同的東西。</translation>
    </message>
    <message>
        <source>C3 is called conv2 here. How many of the six maps does its first map read?</source>
        <translation>C3 在這裡叫 conv2。它的第一幅圖讀六幅圖中的幾幅？</translation>
    </message>
    <message>
        <source>Click a value of conv2&apos;s map 0: the sentence below says it.</source>
        <translation>點按 conv2 的特徵圖 0 中的一個值：下面的句子說出答案。</translation>
    </message>
    <message>
        <source>Deeper networks</source>
        <translation>更深的網路</translation>
    </message>
    <message>
        <source>AlexNet made the same idea larger, with ReLU and dropout. VGG stacks small kernels: two of 3 × 3 see as much as one of 5 × 5, with fewer weights. Inception looks with several sizes at once, side by side.</source>
        <translation>AlexNet 把同樣的想法做得更大，並用了 ReLU 和 dropout。VGG 把小卷積核疊起來：兩個 3 × 3 看到的與一個 5 × 5 一樣多，權重卻更少。Inception 同時並排使用幾種大小。</translation>
    </message>
    <message>
        <source>ResNet lets the input of a block go around it and adds it to the output. So a block only learns what is to be changed, and gradients pass through many layers.</source>
        <translation>ResNet 讓區塊的輸入繞過該區塊，再加到輸出上。這樣區塊只需學習要改變的部分，梯度也能穿過許多層。</translation>
    </message>
    <message>
        <source>vgg-mini is one straight line of layers. Choose a network with residual or Inception blocks (Ctrl+M).</source>
        <translation>vgg-mini 是一條直線排列的層。請選擇一個有殘差區塊或 Inception 區塊的網路（Ctrl+M）。</translation>
    </message>
    <message>
        <source>1×1 convolution and receptive field</source>
        <translation>1×1 卷積與感受野</translation>
    </message>
    <message>
        <source>What a unit sees of the drawing is its receptive field. It grows from layer to layer: with every kernel by its size less one, with every stride and pooling by a factor.</source>
        <translation>一個單元看到手寫圖的那部分就是它的感受野。它逐層增大：每個卷積核按自己的大小減一使它增大，每個步長和池化使它成倍增大。</translation>
    </message>
    <message>
        <source>A 1×1 convolution sees one place and mixes its channels: the same small dense layer at every place. Inception uses it to have fewer channels before the large kernels.</source>
        <translation>1×1 卷積只看一個位置，並混合那裡的通道：在每個位置上都是同一個小的全連接層。Inception 用它在大卷積核之前減少通道。</translation>
    </message>
    <message>
        <source>Click a unit of a 1×1 convolution. The first Inception block has one in each of its branches.</source>
        <translation>點一下 1×1 卷積的一個單元。第一個 Inception 區塊的每個分支裡都有一個。</translation>
    </message>
    <message>
        <source>Right: {0} has {1} parameters where dense-100 has {2}, and it reads a {3} with {4} %.</source>
        <translation>正確：dense-100 有 {2} 個參數，而 {0} 有 {1} 個，它把 {3} 讀出，機率為 {4} %。</translation>
    </message>
    <message>
        <source>Right: {0} has {1} residual and {2} Inception blocks, {3} layers in all.</source>
        <translation>正確：{0} 有 {1} 個殘差區塊和 {2} 個 Inception 區塊，共 {3} 層。</translation>
    </message>
    <message>
        <source>{0} · {1} weights and {1} biases are {2} parameters.</source>
        <translation>{0} · {1} 個權重和 {1} 個偏置，共 {2} 個參數。</translation>
    </message>
    <message>
        <source>{0} digits in batches of {1} are {2} steps; {3} epochs were {4}.</source>
        <translation>{0} 個數字，每批 {1} 個，共 {2} 步；{3} 輪共 {4} 步。</translation>
    </message>
    <message>
        <source>Right: {0} was right for {1} % of what it learned from, made harder as it was, and is right for {2} % of MNIST&apos;s test set, which it never saw.</source>
        <translation>正確：{0} 對所學的樣本（因加大了難度）答對 {1} %，對它從未見過的 MNIST 測試集答對 {2} %。</translation>
    </message>
    <message>
        <source>Right: {0} reads a {1}, and so do {2} of {3} networks, itself included.</source>
        <translation>正確：{0} 讀作 {1}，{3} 個網路中有 {2} 個這樣讀，包括它自己。</translation>
    </message>
    <message>
        <source>Right: {0} % for {1}. If that is what you meant, the loss is −ln {2} = {3}.</source>
        <translation>正確：{1} 為 {0} %。如果您寫的就是它，損失為 −ln {2} = {3}。</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>寫一個數字</translation>
    </message>
    <message>
        <source>Draw a digit here with the mouse, a finger or a pen. Ctrl+Z takes a stroke back.</source>
        <translation>用滑鼠、手指或筆在這裡寫一個數字。Ctrl+Z 復原一筆。</translation>
    </message>
    <message>
        <source>The network reads while you draw. Each of the bars is one of its outputs: how much of its trust goes to that digit. Together they are 100&#xa0;%.</source>
        <translation>您寫的時候網路就在讀。每個條是它的一個輸出：它對這個數字有多少信任。合計為 100&#xa0;%。</translation>
    </message>
    <message>
        <source>Not your strokes: a small picture of grey values, cut out, scaled and centred. All that the network knows of your drawing is in the last of these pictures.</source>
        <translation>不是您的筆畫，而是一幅由灰階值組成的小圖像，經過裁切、縮放和置中。網路對您的手寫圖所知的一切，都在最後一幅圖像裡。</translation>
    </message>
    <message>
        <source>Every layer turns pictures into other pictures, its maps. Click a place on a map: you see the sum that made it, number by number.</source>
        <translation>每一層把圖像變成另外的圖像，即特徵圖。點一下圖上的一個位置：會逐個數地顯示得出它的和。</translation>
    </message>
    <message>
        <source>Blue ink speaks for the digit, orange ink against it. Ask about another digit than the one that is read: what speaks for it?</source>
        <translation>藍色墨跡支持該數字，橙色墨跡反對它。換一個與讀出的不同的數字來問：什麼支持它？</translation>
    </message>
    <message>
        <source>Here a network learns, on this computer: choose what from, and press Train. The model that answers now stays as it is.</source>
        <translation>在這裡，一個網路在這台電腦上學習：選擇用什麼學習，然後按「訓練」。現在回答的模型保持不變。</translation>
    </message>
    <message>
        <source>{0} · {1} · map {2}</source>
        <translation>{0} · {1} · 特徵圖 {2}</translation>
    </message>
    <message>
        <source>{0} · {1}: {2}</source>
        <translation>{0} · {1}：{2}</translation>
    </message>
    <message>
        <source>largest {0} at row {1}, column {2}</source>
        <translation>最大值 {0}，位於列 {1} 行 {2}</translation>
    </message>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation>列 {0}，行 {1}：{2}</translation>
    </message>
    <message>
        <source>{0}, {1}: {2}</source>
        <translation>{0}，{1}：{2}</translation>
    </message>
    <message>
        <source>{0}: {1}. Click for all of it.</source>
        <translation>{0}：{1}。點一下查看全部。</translation>
    </message>
    <message>
        <source>Click to choose what is shown of the block, or to read more.</source>
        <translation>點一下可選擇顯示區塊的哪一層，或了解更多。</translation>
    </message>
    <message>
        <source>Click to read what it is for.</source>
        <translation>點一下可了解它的用途。</translation>
    </message>
    <message>
        <source>Show {0} here</source>
        <translation>在這裡顯示 {0}</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>第 {0} 列</translation>
    </message>
    <message>
        <source>column {0}</source>
        <translation>第 {0} 行</translation>
    </message>
    <message>
        <source>What the next run was set to is damaged.</source>
        <translation>下次訓練的設定已損壞。</translation>
    </message>
    <message>
        <source>Loss {0}: how far the answers are from the right ones; less is better.</source>
        <translation>損失 {0}：結果離正確答案有多遠；越小越好。</translation>
    </message>
    <message>
        <source>Loss {0}: −ln of the probability that the right digit gets, averaged; as if it got {1} every time.</source>
        <translation>損失 {0}：正確數字的機率取 −ln，再求平均；相當於每次都得到 {1}。</translation>
    </message>
    <message>
        <source>Learning rate {0}: changed by hand, {1} times what was planned.</source>
        <translation>學習率 {0}：已手動更改，是計畫值的 {1} 倍。</translation>
    </message>
    <message>
        <source>Learning rate {0}: it stays as it is.</source>
        <translation>學習率 {0}：保持不變。</translation>
    </message>
    <message>
        <source>Learning rate {0} now: the schedule has reached {1} of {2}.</source>
        <translation>目前學習率 {0}：學習率排程已到 {2} 的 {1}。</translation>
    </message>
    <message>
        <source>The run is over; its last learning rate was {0}.</source>
        <translation>訓練已結束；最後的學習率是 {0}。</translation>
    </message>
    <message>
        <source>Held back: {0:,} digits that it does not learn from are read after each epoch.</source>
        <translation>保留：不參與學習的 {0:,} 個數字在每輪之後測量。</translation>
    </message>
    <message>
        <source>Held back: {0:,} of {1:,} digits that it does not learn from are read right.</source>
        <translation>保留：不參與學習的 {1:,} 個數字中，讀對了 {0:,} 個。</translation>
    </message>
    <message>
        <source>It reads what it learns from {0:.1f} points better than what is held back: it learns by heart (overfitting). More data, more variation or fewer epochs help.</source>
        <translation>它讀學過的數字比讀保留的好 {0:.1f} 個百分點：它在死背（過擬合）。更多資料、更多變形或更少的輪數會有幫助。</translation>
    </message>
    <message>
        <source>After AlexNet: five convolutions, two wide dense layers. Data: mnist.</source>
        <translation>仿照 AlexNet：五個卷積，兩個寬的全連接層。資料：mnist。</translation>
    </message>
    <message>
        <source>The shipped model: train --teacher with a model of the network large, whose channels and answers it takes. Data: mnist, pendigits_train, touch_train and generated (see NOTICE). Forty minutes on one core.</source>
        <translation>內建模型：用 train --teacher 給出一個 large 網路的模型，沿用它的通道並學習它的回答。資料：mnist、pendigits_train、touch_train 和生成的筆跡（見 NOTICE）。單核四十分鐘。</translation>
    </message>
    <message>
        <source>The second part of the shipped model&apos;s teacher, with seeds 2 to 4: train --start with the first part, MNIST alone. The teacher is half the first part, half the mean of these.</source>
        <translation>內建模型的教師的第二部分，種子 2 至 4：用 train --start 從第一部分開始，只用 MNIST。教師一半取第一部分，一半取這些的平均。</translation>
    </message>
    <message>
        <source>The first part of the shipped model&apos;s teacher, then large-mnist; with seeds 1, 3 and 4 for the ensemble. Data: mnist, pendigits_train, touch_train and generated (see NOTICE). A night, or minutes on a GPU.</source>
        <translation>內建模型的教師的第一部分，之後是 large-mnist；集成用種子 1、3 和 4。資料：mnist、pendigits_train、touch_train 和生成的筆跡（見 NOTICE）。需要一夜，用 GPU 則幾分鐘。</translation>
    </message>
    <message>
        <source>Nielsen&apos;s baseline: one hidden layer of 100 sigmoid units (97.80 % in the book). Data: mnist.</source>
        <translation>Nielsen 的基準：一個含 100 個 sigmoid 單元的隱藏層（書中為 97.80 %）。資料：mnist。</translation>
    </message>
    <message>
        <source>A good first training: the medium network learns generated handwriting in a quarter of an hour.</source>
        <translation>適合第一次訓練：medium 網路在一刻鐘內學會生成的筆跡。</translation>
    </message>
    <message>
        <source>After GoogLeNet: parallel branches of different reach. Data: mnist.</source>
        <translation>仿照 GoogLeNet：視野不同的平行分支。資料：mnist。</translation>
    </message>
    <message>
        <source>The Keras tutorials&apos; recipe for MNIST: Adam, five epochs, a tenth held back to validate.</source>
        <translation>Keras 教學的 MNIST 訓練方案：Adam，五輪，保留十分之一用於驗證。</translation>
    </message>
    <message>
        <source>LeNet-5 as published (99.05 % in the paper, without distortions). Data: mnist.</source>
        <translation>論文中的 LeNet-5（論文中為 99.05 %，無變形）。資料：mnist。</translation>
    </message>
    <message>
        <source>Without a teacher, as many weights as default: over an hour on one core. Data: as for default.toml.</source>
        <translation>沒有教師，權重數與 default 相當：單核一個多小時。資料：同 default.toml。</translation>
    </message>
    <message>
        <source>A voter of the ensemble that learns MNIST alone: ten convolutions of 3×3, no pooling, after An et al. 2020 (arXiv 2008.10400).</source>
        <translation>集成中只學 MNIST 的一個投票者：十個 3×3 卷積，無池化，仿照 An 等人 2020（arXiv 2008.10400）。</translation>
    </message>
    <message>
        <source>A voter of the ensemble that learns MNIST alone: five convolutions of 5×5, no pooling, after An et al. 2020 (arXiv 2008.10400).</source>
        <translation>集成中只學 MNIST 的一個投票者：五個 5×5 卷積，無池化，仿照 An 等人 2020（arXiv 2008.10400）。</translation>
    </message>
    <message>
        <source>A voter of the ensemble that learns MNIST alone: four convolutions of 7×7, no pooling, after An et al. 2020 (arXiv 2008.10400).</source>
        <translation>集成中只學 MNIST 的一個投票者：四個 7×7 卷積，無池化，仿照 An 等人 2020（arXiv 2008.10400）。</translation>
    </message>
    <message>
        <source>Nielsen: one convolution, pooling, sigmoid units (98.78 % in the book). Data: mnist.</source>
        <translation>Nielsen：一個卷積、池化、sigmoid 單元（書中為 98.78 %）。資料：mnist。</translation>
    </message>
    <message>
        <source>Nielsen: two convolutions, rectified linear units (99.23 % in the book). Data: mnist.</source>
        <translation>Nielsen：兩個卷積，ReLU 單元（書中為 99.23 %）。資料：mnist。</translation>
    </message>
    <message>
        <source>Nielsen: two dense layers of 1,000 units with dropout (99.60 % in the book). Data: mnist.</source>
        <translation>Nielsen：兩個各 1,000 單元的全連接層，帶丟棄法（書中為 99.60 %）。資料：mnist。</translation>
    </message>
    <message>
        <source>Nielsen: the same network, every digit shifted by up to a pixel (99.37 % in the book). Data: mnist.</source>
        <translation>Nielsen：同一網路，每個數字最多平移一個像素（書中為 99.37 %）。資料：mnist。</translation>
    </message>
    <message>
        <source>To see training at work: a small network, two short epochs, about a minute.</source>
        <translation>看看訓練如何進行：小網路，兩輪短訓練，一分鐘左右。</translation>
    </message>
    <message>
        <source>After ResNet: what a block learns is added to what comes in. Data: mnist.</source>
        <translation>仿照 ResNet：區塊學到的加到輸入上。資料：mnist。</translation>
    </message>
    <message>
        <source>The small model, a quarter of a megabyte. Data: mnist, pendigits_train, touch_train and generated (see NOTICE).</source>
        <translation>小模型，四分之一 MB。資料：mnist、pendigits_train、touch_train 和生成的筆跡（見 NOTICE）。</translation>
    </message>
    <message>
        <source>99 % of MNIST test within seconds, on a CPU. Data: mnist.</source>
        <translation>在 CPU 上幾秒內達到 MNIST 測試集的 99 %。資料：mnist。</translation>
    </message>
    <message>
        <source>After VGG: nothing but 3×3 kernels. Data: mnist.</source>
        <translation>仿照 VGG：只有 3×3 卷積核。資料：mnist。</translation>
    </message>
    <message>
        <source>This broke off; nothing has changed. Try again.</source>
        <translation>操作中斷了；什麼都沒有改變。請重試。</translation>
    </message>
    <message>
        <source>import of {0}</source>
        <translation>匯入 {0}</translation>
    </message>
    <message>
        <source>delete {0:,}</source>
        <translation>刪除 {0:,} 個</translation>
    </message>
    <message>
        <source>relabel as {0}</source>
        <translation>改標為 {0}</translation>
    </message>
    <message>
        <source>label as {0}</source>
        <translation>標為 {0}</translation>
    </message>
    <message>
        <source>The lesson broke off: the model is as it was. Try again.</source>
        <translation>這一課中斷了：模型保持原樣。請重試。</translation>
    </message>
    <message>
        <source>Not yet: {0} is no convolution.</source>
        <translation>還不對：{0} 不是卷積。</translation>
    </message>
    <message>
        <source>Not yet: {0} here, {1} is the largest on this map.</source>
        <translation>還不對：這裡是 {0}，此特徵圖上最大的是 {1}。</translation>
    </message>
    <message>
        <source>Not yet: the output is {0} × {0}.</source>
        <translation>還不對：輸出是 {0} × {0}。</translation>
    </message>
    <message>
        <source>Not yet: this is cross-correlation, without the turn.</source>
        <translation>還不對：這是互相關，沒有旋轉。</translation>
    </message>
    <message>
        <source>Not yet: this is max pooling.</source>
        <translation>還不對：這是最大池化。</translation>
    </message>
    <message>
        <source>Not yet: {0} is no ReLU.</source>
        <translation>還不對：{0} 不是 ReLU。</translation>
    </message>
    <message>
        <source>Not yet: {0} is no batch normalisation.</source>
        <translation>還不對：{0} 不是批次正規化。</translation>
    </message>
    <message>
        <source>Not yet: the kernel of {0} is {1} × {1}.</source>
        <translation>還不對：{0} 的卷積核是 {1} × {1}。</translation>
    </message>
    <message>
        <source>Not yet: {0} has no convolution.</source>
        <translation>還不對：{0} 沒有卷積。</translation>
    </message>
    <message>
        <source>Not yet: {0} has {1} parameters, dense-100 has {2}.</source>
        <translation>還不對：{0} 有 {1} 個參數，dense-100 有 {2} 個。</translation>
    </message>
    <message>
        <source>Not yet: {0} has no such blocks.</source>
        <translation>還不對：{0} 沒有這樣的區塊。</translation>
    </message>
    <message>
        <source>Not yet: {0} was right for {1} % while it learned and is for {2} % of the test set.</source>
        <translation>還不對：{0} 學習時答對 {1} %，在測試集上答對 {2} %。</translation>
    </message>
    <message>
        <source>Not yet: Inside looks into {0}.</source>
        <translation>還不對：「內部」看的是 {0}。</translation>
    </message>
    <message>
        <source>Not yet: {0} % for {1}.</source>
        <translation>還不對：{1} 為 {0} %。</translation>
    </message>
    <message>
        <source>Not yet: {0} came in and {1} goes out.</source>
        <translation>還不對：輸入 {0}，輸出 {1}。</translation>
    </message>
    <message>
        <source>Right: {0}</source>
        <translation>正確：{0}</translation>
    </message>
    <message>
        <source>{0} has several pages: the first one is read.</source>
        <translation>{0} 有多頁：讀取的是第一頁。</translation>
    </message>
    <message>
        <source>{0} is a PDF that is no scan; it is read once Qt&apos;s PDF part is installed (pip install handdigit[pdf]): install it, or save the page as PNG.</source>
        <translation>{0} 是 PDF，但不是掃描檔；安裝 Qt 的 PDF 元件（pip install handdigit[pdf]）後才能讀取：請安裝它，或把該頁另存為 PNG。</translation>
    </message>
    <message>
        <source>{0} is a PDF: the first photo in it is read.</source>
        <translation>{0} 是 PDF：讀取的是其中第一張照片。</translation>
    </message>
    <message>
        <source>{0} takes more than {1} seconds to draw: save it as PNG.</source>
        <translation>{0} 繪製超過 {1} 秒：請另存為 PNG。</translation>
    </message>
    <message>
        <source>{0} is drawn by Qt, which cannot be loaded here: save it as PNG.</source>
        <translation>{0} 要由 Qt 繪製，而這裡無法載入 Qt：請另存為 PNG。</translation>
    </message>
    <message>
        <source>{0} is damaged, or takes too much memory: it cannot be drawn.</source>
        <translation>{0} 已損壞，或佔用記憶體太多：無法繪製。</translation>
    </message>
    <message>
        <source>Which part do you mean?</source>
        <translation>您指的是哪一部分？</translation>
    </message>
    <message>
        <source>There are too many lines in this picture: cut out the number.</source>
        <translation>這張圖片裡的線條太多：請只截取數值部分。</translation>
    </message>
    <message>
        <source>{0} has more than {1:,} MB unpacked: {2}.</source>
        <translation>{0} 解壓縮後超過 {1:,} MB：{2}。</translation>
    </message>
    <message>
        <source>{0}: no class is called so.</source>
        <translation>{0}：沒有這樣命名的類別。</translation>
    </message>
    <message>
        <source>{0}: it lies in no folder of a class.</source>
        <translation>{0}：不在任何類別的資料夾裡。</translation>
    </message>
    <message>
        <source>{0}: a folder in the folder of a class is not read.</source>
        <translation>{0}：類別資料夾中的資料夾不會被讀取。</translation>
    </message>
    <message>
        <source>{0}: its name is not that of a picture.</source>
        <translation>{0}：檔名不是圖片的名稱。</translation>
    </message>
    <message>
        <source>a .jsonl file of inks, a pair of idx files, a .csv, .npz or .mat file of pictures, or a folder with pictures in folders named as the classes are</source>
        <translation>一個 .jsonl 筆跡檔案、一對 idx 檔案、一個 .csv、.npz 或 .mat 圖片檔案，或其中按類別命名的資料夾裡放有圖片的資料夾</translation>
    </message>
    <message>
        <source>{0}: its labels, or the pictures that it labels, are not beside it.</source>
        <translation>{0}：它的標籤檔案，或它所標註的圖片檔案，不在旁邊。</translation>
    </message>
    <message>
        <source>{0} cannot be read as labelled drawings: name {1}.</source>
        <translation>{0} 不能當作帶標籤的圖形讀取：請指定{1}。</translation>
    </message>
    <message>
        <source>{0} has several sets in it: name one of the files, as {1}.</source>
        <translation>{0} 中有多個資料集：請指定其中一個檔案，如 {1}。</translation>
    </message>
    <message>
        <source>{0} has no pictures in folders named {1}, and no file of a set: name {2}.</source>
        <translation>{0} 中沒有放在名為 {1} 的資料夾裡的圖片，也沒有資料集檔案：請指定{2}。</translation>
    </message>
    <message>
        <source>No ink was found: draw a frame round the digit.</source>
        <translation>沒有找到墨跡：請在數字周圍畫一個框。</translation>
    </message>
    <message>
        <source>That is too little ink to be read.</source>
        <translation>墨跡太少，讀不出來。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在讀…</translation>
    </message>
    <message>
        <source>Draw a digit.</source>
        <translation>請寫一個數字。</translation>
    </message>
    <message>
        <source>Draw one of {0}.</source>
        <translation>請寫 {0} 中的一個。</translation>
    </message>
    <message>
        <source>The weights of the gate&apos;s head do not fit it: the file is damaged.</source>
        <translation>拒識模型的附加層（head）權重與它不符：檔案已損壞。</translation>
    </message>
    <message>
        <source>a sheet of drawings</source>
        <translation>一張手寫圖集</translation>
    </message>
    <message>
        <source>This did not work: {0}.</source>
        <translation>沒有成功：{0}。</translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <source>Open on Canvas</source>
        <translation>在畫布上開啟</translation>
    </message>
    <message>
        <source>Put the selected sample on the canvas (double click)</source>
        <translation>把選取的樣本放到畫布上（按兩下）</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Undo {0}</source>
        <translation>復原{0}</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在儲存…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected. Press a key to relabel them.</source>
        <translation>
            <numerusform>已選取 %Ln 個。按鍵即可重新標註。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivationPlot</name>
    <message>
        <source>At {0} the curve is {1} and its slope {2}.</source>
        <translation>曲線在 {0} 處的值為 {1}，斜率為 {2}。</translation>
    </message>
    <message>
        <source>at {0}</source>
        <translation>在 {0} 處</translation>
    </message>
    <message>
        <source>this unit, at {0}</source>
        <translation>此單元，在 {0} 處</translation>
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
        <translation>此處斜率 {0}</translation>
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
        <translation>結果</translation>
    </message>
    <message>
        <source>Digit</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>機率</translation>
    </message>
    <message>
        <source>Click a bar: why this digit?</source>
        <translation>點一下一個條：為什麼是這個數字？</translation>
    </message>
    <message>
        <source>Click a bar: why this one?</source>
        <translation>點一下一個條：為什麼是這個？</translation>
    </message>
    <message>
        <source>{0}, {1} percent</source>
        <translation>{0}，百分之 {1}</translation>
    </message>
    <message>
        <source>Several digits. Number mode reads them.</source>
        <translation>有幾個數字。多位數模式可以讀出它們。</translation>
    </message>
    <message>
        <source>Not a digit. The network alone would say {0}, {1} percent.</source>
        <translation>不是數字。若只看網路，則是 {0}，百分之 {1}。</translation>
    </message>
    <message>
        <source>Perhaps {0}, {1} percent. {2}</source>
        <translation>可能是 {0}，百分之 {1}。{2}</translation>
    </message>
    <message>
        <source>Saving as {0}…</source>
        <translation>正在存成 {0}…</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>已存成 {0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Warming up. Draw already; the answer comes by itself.</source>
        <translation>正在暖機。現在就可以寫，結果會自己出現。</translation>
    </message>
    <message>
        <source>The engine stopped. It is starting again.</source>
        <translation>引擎停止了，正在重新啟動。</translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation>引擎一再停止。請選擇「模型 ▸ 重新啟動引擎」。</translation>
    </message>
    <message>
        <source>Several digits: {0}. Number mode reads them.</source>
        <translation>有幾個數字：{0}。多位數模式可以讀出它們。</translation>
    </message>
    <message>
        <source>A digit after all? Press its key.</source>
        <translation>其實是數字？按它的鍵。</translation>
    </message>
    <message>
        <source>Wrong? Right-click a bar. Anything else is not refused here.</source>
        <translation>讀錯了？在一個條上按右鍵。這裡不會拒絕其他圖形。</translation>
    </message>
    <message>
        <source>Wrong? Press the right key. Anything else is not refused here.</source>
        <translation>讀錯了？按正確的鍵。這裡不會拒絕其他圖形。</translation>
    </message>
    <message>
        <source>Wrong? Press the right digit key.</source>
        <translation>讀錯了？按正確的數字鍵。</translation>
    </message>
</context>
<context>
    <name>ArithmeticView</name>
    <message>
        <source>{0} · map {1}</source>
        <translation>{0} · 特徵圖 {1}</translation>
    </message>
</context>
<context>
    <name>AttributionMap</name>
    <message>
        <source>Map of what decided</source>
        <translation>起決定作用的部分</translation>
    </message>
</context>
<context>
    <name>BackwardSheet</name>
    <message>
        <source>What one sees</source>
        <translation>所見內容</translation>
    </message>
    <message>
        <source>δ, a value&apos;s sensitivity, says how much the loss grows for each 1 that the value grows. Forwards the kernel slides over the input without padding (cross-correlation, stride 1). Backwards δ of the output gets a frame of kernel − 1 zeros, the kernel is turned by 180°, and slides again: this is a full, or wide, convolution.</source>
        <translation>δ 是一個值的靈敏度：這個值每增加 1，損失增加多少。前向：卷積核在沒有填充的輸入上滑動（互相關，步長 1）。反向：輸出的 δ 周圍加上一圈零，寬為卷積核大小 − 1，卷積核旋轉 180° 後再次滑動：這是完全卷積（full），又稱寬卷積。</translation>
    </message>
    <message>
        <source>δ of the output {0}, framed by zeros</source>
        <translation>輸出的 δ，{0}，四周補零</translation>
    </message>
    <message>
        <source>δ of the input {0}</source>
        <translation>輸入的 δ，{0}</translation>
    </message>
    <message>
        <source>Output size</source>
        <translation>輸出大小</translation>
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
        <translation>列數和行數</translation>
    </message>
    <message numerus="yes">
        <source>This input value went into %n outputs. Each hands its δ back, times the weight between them: here {0}.</source>
        <translation>
            <numerusform>這個輸入值進入了 %n 個輸出。每個輸出把自己的 δ 乘以兩者之間的權重傳回來：這裡是 {0}。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>Input values</source>
        <translation>輸入值</translation>
    </message>
    <message>
        <source>Output values</source>
        <translation>輸出值</translation>
    </message>
    <message>
        <source>Point at a value for its sum</source>
        <translation>指向一個值，查看它的求和</translation>
    </message>
    <message>
        <source>Input {0}</source>
        <translation>輸入 {0}</translation>
    </message>
    <message>
        <source>Output {0}</source>
        <translation>輸出 {0}</translation>
    </message>
    <message>
        <source>No output</source>
        <translation>沒有輸出</translation>
    </message>
    <message>
        <source>The picture that the network gets</source>
        <translation>網路得到的圖像</translation>
    </message>
    <message>
        <source>Click a value and type a number</source>
        <translation>點一下一個值並輸入數字</translation>
    </message>
    <message>
        <source>Click or drag to switch values, double-click to type one</source>
        <translation>點一下或拖曳切換數值，按兩下可輸入</translation>
    </message>
</context>
<context>
    <name>BlockColumn</name>
    <message>
        <source>1 picture</source>
        <translation>1 幅圖像</translation>
    </message>
    <message>
        <source>1 map</source>
        <translation>1 幅特徵圖</translation>
    </message>
    <message>
        <source>%n maps</source>
        <translation>%n 幅特徵圖</translation>
    </message>
    <message>
        <source>%n outputs</source>
        <translation>%n 個輸出</translation>
    </message>
    <message>
        <source>%n numbers</source>
        <translation>%n 個數</translation>
    </message>
    <message>
        <source>+{0} more</source>
        <translation>還有 {0} 個</translation>
    </message>
</context>
<context>
    <name>BlockView</name>
    <message>
        <source>Click a map to see it large.</source>
        <translation>點一下一幅特徵圖，放大查看。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>BoxStrip</name>
    <message>
        <source>Digits of the number</source>
        <translation>多位數中的數字</translation>
    </message>
    <message>
        <source>Arrow keys choose a digit, M joins it with the next one, S splits it.</source>
        <translation>方向鍵選擇數字，M 與下一個合併，S 拆開。</translation>
    </message>
    <message>
        <source>Make these two one digit (M)</source>
        <translation>把這兩個合為一個數字（M）</translation>
    </message>
    <message>
        <source>Show this digit in the rest of the window</source>
        <translation>在視窗其餘部分顯示這個數字</translation>
    </message>
    <message>
        <source>no digit</source>
        <translation>不是數字</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>Tour</source>
        <translation>導覽</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>略過</translation>
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
        <translation>畫布</translation>
    </message>
    <message>
        <source>Draw a digit here with the mouse or a pen.</source>
        <translation>用滑鼠或筆在這裡寫一個數字。</translation>
    </message>
    <message>
        <source>Write a number here with the mouse or a pen.</source>
        <translation>用滑鼠或筆在這裡寫一個多位數。</translation>
    </message>
    <message>
        <source>Write a number</source>
        <translation>寫一個多位數</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>寫一個數字</translation>
    </message>
</context>
<context>
    <name>CellEditor</name>
    <message>
        <source>Value of the cell</source>
        <translation>儲存格的值</translation>
    </message>
    <message>
        <source>A number, also 1/9. Tab goes on, Up and Down step.</source>
        <translation>一個數，也可以是 1/9。Tab 前進，上下鍵增減。</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>What would change its mind</source>
        <translation>怎樣會改變判斷</translation>
    </message>
    <message>
        <source>Erase It</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Erase the chosen part</source>
        <translation>擦除選取的部分</translation>
    </message>
    <message>
        <source>Erase the chosen part from the drawing; can be undone</source>
        <translation>從圖中擦除選取的部分；可以復原</translation>
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
        <translation>單獨擦除任何部分都不會改變結果。這一處最能動搖它。</translation>
    </message>
    <message>
        <source>There is nothing to take away but everything.</source>
        <translation>除了全部擦掉，沒有可擦的。</translation>
    </message>
    <message>
        <source>What would make it a digit</source>
        <translation>怎樣才會成為數字</translation>
    </message>
</context>
<context>
    <name>ChannelColumn</name>
    <message>
        <source>Input values of channel {0}</source>
        <translation>通道 {0} 的輸入值</translation>
    </message>
    <message>
        <source>Kernel of channel {0}</source>
        <translation>通道 {0} 的卷積核</translation>
    </message>
    <message>
        <source>Click a value and type a number</source>
        <translation>點一下一個值並輸入數字</translation>
    </message>
</context>
<context>
    <name>ChannelsSheet</name>
    <message>
        <source>Red meets blue, 6 × 6 × 3</source>
        <translation>紅與藍相接，6 × 6 × 3</translation>
    </message>
    <message>
        <source>In the form of CS231n&apos;s demo, 5 × 5 × 3</source>
        <translation>形式同 CS231n 的示範，5 × 5 × 3</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>例子</translation>
    </message>
    <message>
        <source>Values to begin with; every one can be changed. The demo of the course CS231n shows others at every visit: these are drawn for this.</source>
        <translation>起始的值；每一個都可以變更。CS231n 課程的示範每次開啟都顯示不同的值：這裡的值是專為此取的。</translation>
    </message>
    <message>
        <source>Your drawing: maps of the first layer</source>
        <translation>你的手寫：第一層的特徵圖</translation>
    </message>
    <message>
        <source>Filter 1</source>
        <translation>濾波器 1</translation>
    </message>
    <message>
        <source>Filter 2</source>
        <translation>濾波器 2</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>濾波器</translation>
    </message>
    <message>
        <source>Whose kernels are shown</source>
        <translation>顯示誰的卷積核</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Added to every sum of the filter</source>
        <translation>加到該濾波器的每個求和上</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步長</translation>
    </message>
    <message>
        <source>What one sees</source>
        <translation>所見內容</translation>
    </message>
    <message>
        <source>Output of filter {0}</source>
        <translation>濾波器 {0} 的輸出</translation>
    </message>
    <message>
        <source>The sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>Point at a value for its sum</source>
        <translation>指向一個值，查看它的求和</translation>
    </message>
    <message>
        <source>Output {0}, {1}</source>
        <translation>輸出 {0}，{1}</translation>
    </message>
    <message>
        <source>Red, {0}</source>
        <translation>紅，{0}</translation>
    </message>
    <message>
        <source>Filter {0}, red
{1}</source>
        <translation>濾波器 {0}，紅
{1}</translation>
    </message>
    <message>
        <source>Green, {0}</source>
        <translation>綠，{0}</translation>
    </message>
    <message>
        <source>Filter {0}, green
{1}</source>
        <translation>濾波器 {0}，綠
{1}</translation>
    </message>
    <message>
        <source>Blue, {0}</source>
        <translation>藍，{0}</translation>
    </message>
    <message>
        <source>Filter {0}, blue
{1}</source>
        <translation>濾波器 {0}，藍
{1}</translation>
    </message>
    <message>
        <source>Channel 1, {0}</source>
        <translation>通道 1，{0}</translation>
    </message>
    <message>
        <source>Filter {0}, channel 1
{1}</source>
        <translation>濾波器 {0}，通道 1
{1}</translation>
    </message>
    <message>
        <source>Channel 2, {0}</source>
        <translation>通道 2，{0}</translation>
    </message>
    <message>
        <source>Filter {0}, channel 2
{1}</source>
        <translation>濾波器 {0}，通道 2
{1}</translation>
    </message>
    <message>
        <source>Channel 3, {0}</source>
        <translation>通道 3，{0}</translation>
    </message>
    <message>
        <source>Filter {0}, channel 3
{1}</source>
        <translation>濾波器 {0}，通道 3
{1}</translation>
    </message>
    <message>
        <source>{0} + bias {1} = {2}</source>
        <translation>{0} + 偏置 {1} = {2}</translation>
    </message>
    <message>
        <source>Every channel has its own kernel; at every place all {0} products and the bias are summed to one output: here {1}.</source>
        <translation>每個通道都有自己的卷積核；在每個位置，全部 {0} 個乘積與偏置相加，得到一個輸出：這裡是 {1}。</translation>
    </message>
</context>
<context>
    <name>ClassSheet</name>
    <message>
        <source>Examples of every class</source>
        <translation>每個類別的例子</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Answers</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>knows {0}</source>
        <translation>認得 {0}</translation>
    </message>
    <message>
        <source>Tick another version to compare it.</source>
        <translation>再勾選一個版本進行比較。</translation>
    </message>
    <message>
        <source>Asking the versions…</source>
        <translation>正在詢問各版本…</translation>
    </message>
    <message>
        <source>All read {0}.</source>
        <translation>全部讀作 {0}。</translation>
    </message>
    <message numerus="yes">
        <source>Up to %Ln points apart at {0}.</source>
        <translation>
            <numerusform>在 {0} 上最多相差 %Ln 個百分點。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln versions read {0}</source>
        <translation>
            <numerusform>%Ln 個版本讀作 {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} reads {1}</source>
        <translation>{0} 讀作 {1}</translation>
    </message>
    <message>
        <source>They differ: {0}.</source>
        <translation>它們不一致：{0}。</translation>
    </message>
    <message>
        <source>Refused as no digit.</source>
        <translation>被判為不是數字。</translation>
    </message>
    <message>
        <source>Warming up. The answers appear by themselves.</source>
        <translation>正在暖機。結果會自己出現。</translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation>引擎一再停止。請選擇「模型 ▸ 重新啟動引擎」。</translation>
    </message>
    <message>
        <source>Tick the versions to compare.</source>
        <translation>勾選要比較的版本。</translation>
    </message>
    <message>
        <source>Draw a digit: here you see what each ticked version makes of it.</source>
        <translation>寫一個數字：這裡會顯示每個勾選的版本怎樣讀它。</translation>
    </message>
</context>
<context>
    <name>ComparisonChart</name>
    <message>
        <source>Answers of several models</source>
        <translation>多個模型的結果</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>結果</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩陣</translation>
    </message>
    <message>
        <source>{0} of {1} read correctly</source>
        <translation>{1} 個中讀對 {0} 個</translation>
    </message>
    <message>
        <source>{0} read as {1}: {2} of {3}</source>
        <translation>{0} 讀作 {1}：{3} 個中有 {2} 個</translation>
    </message>
    <message>
        <source>Of {0} drawings of a {1}, {2} are read as it</source>
        <translation>{0} 個手寫的 {1} 中有 {2} 個讀作它</translation>
    </message>
    <message>
        <source>Of {0} answers {1}, {2} are right</source>
        <translation>讀作 {1} 的 {0} 次中有 {2} 次是對的</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正確</translation>
    </message>
    <message>
        <source>is \ read</source>
        <translation>實\讀</translation>
    </message>
</context>
<context>
    <name>Confusions</name>
    <message>
        <source>The pictures appear here.</source>
        <translation>圖像會出現在這裡。</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln mistakes, the worst first</source>
        <translation>
            <numerusform>全部 %Ln 個誤讀，最嚴重的在前</numerusform>
        </translation>
    </message>
    <message>
        <source>No mistakes. Click a cell on the diagonal to see the hardest.</source>
        <translation>沒有誤讀。點一下對角線上的格子查看最難的。</translation>
    </message>
    <message>
        <source>{0} read as {1}: {2}, highest loss first</source>
        <translation>{0} 讀作 {1}：{2} 個，損失大的在前</translation>
    </message>
</context>
<context>
    <name>CostTable</name>
    <message>
        <source>What every layer costs</source>
        <translation>每一層的代價</translation>
    </message>
    <message>
        <source>{0}: {1} parameters, {2} multiply-adds</source>
        <translation>{0}：{1} 個參數，{2} 次乘加</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>乘加次數</translation>
    </message>
</context>
<context>
    <name>DataChoice</name>
    <message>
        <source>Data set</source>
        <translation>資料集</translation>
    </message>
    <message>
        <source>What the model is measured on</source>
        <translation>用什麼來測量模型</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>檔案…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>資料夾…</translation>
    </message>
    <message>
        <source>These are digits, and the model reads {0}: choose samples or files.</source>
        <translation>這些是數字，而模型讀的是 {0}：請選擇樣本或檔案。</translation>
    </message>
    <message>
        <source>MNIST is not on this computer: fetch it in Retrain, or choose a folder with its files.</source>
        <translation>這台電腦上沒有 MNIST：請在「重新訓練」中下載，或選擇一個含有其檔案的資料夾。</translation>
    </message>
    <message>
        <source>There are no samples yet: draw a digit and tell which one it is.</source>
        <translation>還沒有樣本：寫一個數字並告訴程式它是幾。</translation>
    </message>
    <message>
        <source>Labelled drawings: one file, or two idx files</source>
        <translation>帶標籤的圖形：一個檔案，或兩個 idx 檔案</translation>
    </message>
    <message>
        <source>Labelled drawings ({0});;All (*)</source>
        <translation>帶標籤的圖形 ({0});;全部 (*)</translation>
    </message>
    <message>
        <source>A folder with MNIST&apos;s files</source>
        <translation>含有 MNIST 檔案的資料夾</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>These are digits, and {0} reads {1}.</source>
        <translation>這些是數字，而 {0} 讀的是 {1}。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits an epoch, drawn anew</source>
        <translation>
            <numerusform>每輪 %Ln 個數字，全部重新寫出</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a File…</source>
        <translation>加入檔案…</translation>
    </message>
    <message>
        <source>Labelled strokes (.jsonl), or labelled pictures (idx, .csv, .npz, EMNIST&apos;s .mat).</source>
        <translation>帶標籤的筆畫（.jsonl），或帶標籤的圖片（idx、.csv、.npz、EMNIST 的 .mat）。</translation>
    </message>
    <message>
        <source>Add a Folder…</source>
        <translation>加入資料夾…</translation>
    </message>
    <message>
        <source>Pictures in folders named as the classes are, or a folder with the files of a set.</source>
        <translation>放在以類別命名的資料夾裡的圖片，或裝有資料集檔案的資料夾。</translation>
    </message>
    <message>
        <source>Add labelled drawings</source>
        <translation>加入帶標籤的圖形</translation>
    </message>
    <message>
        <source>Labelled drawings ({0})</source>
        <translation>帶標籤的圖形 ({0})</translation>
    </message>
    <message>
        <source>Add a folder of labelled pictures</source>
        <translation>加入帶標籤圖片的資料夾</translation>
    </message>
    <message>
        <source>{0} is nothing to learn from: choose {1}.</source>
        <translation>{0} 不能用來訓練：請選擇{1}。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take it off this list; the file stays.</source>
        <translation>從清單中移除；檔案仍然保留。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在尋找…</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>還沒有</translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits</source>
        <translation>
            <numerusform>%Ln 個數字</numerusform>
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
        <translation>選取的內容</translation>
    </message>
</context>
<context>
    <name>DialChart</name>
    <message>
        <source>Click or drag to turn the dial.</source>
        <translation>點一下或拖曳來轉動旋鈕。</translation>
    </message>
</context>
<context>
    <name>DialControls</name>
    <message>
        <source>As Drawn</source>
        <translation>原樣</translation>
    </message>
    <message>
        <source>Turn the dial back to where nothing is changed.</source>
        <translation>把旋鈕轉回什麼都不改變的位置。</translation>
    </message>
    <message>
        <source>Turn the dial.</source>
        <translation>轉動旋鈕。</translation>
    </message>
    <message>
        <source>Whose probability the curves show.</source>
        <translation>曲線顯示誰的機率。</translation>
    </message>
    <message>
        <source>Digit</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>Normalise again</source>
        <translation>再次正規化</translation>
    </message>
    <message>
        <source>On: box, size and centre are found anew, which undoes shift and scale.</source>
        <translation>開啟時：重新求外框、大小和重心，從而抵銷平移和縮放。</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋轉</translation>
    </message>
    <message>
        <source>Turn about the centre of mass.</source>
        <translation>繞重心旋轉。</translation>
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
        <translation>縮放</translation>
    </message>
    <message>
        <source>Make all of it smaller or larger.</source>
        <translation>整體變小或變大。</translation>
    </message>
    <message>
        <source>Thicken</source>
        <translation>加粗</translation>
    </message>
    <message>
        <source>Draw with a thinner or thicker pen.</source>
        <translation>用更細或更粗的筆寫。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>雜訊</translation>
    </message>
    <message>
        <source>Add Gaussian noise to every pixel.</source>
        <translation>給每個像素加高斯雜訊。</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>answer, {0}</source>
        <translation>結果，{0}</translation>
    </message>
    <message>
        <source>Dial at {0}</source>
        <translation>旋鈕在 {0}</translation>
    </message>
</context>
<context>
    <name>DialPanel</name>
    <message>
        <source>The drawing under a dial</source>
        <translation>旋鈕作用下的手寫圖</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>旋鈕</translation>
    </message>
    <message>
        <source>The drawing at {0}</source>
        <translation>{0} 處的手寫圖</translation>
    </message>
    <message>
        <source>No ink is left.</source>
        <translation>沒有墨跡了。</translation>
    </message>
    <message>
        <source>Probability of {0}</source>
        <translation>{0} 的機率</translation>
    </message>
    <message>
        <source>{0} reads no {1} here.</source>
        <translation>{0} 在這裡讀不出 {1}。</translation>
    </message>
    <message>
        <source>{0} reads {1} from {2} to {3}.</source>
        <translation>{0} 從 {2} 到 {3} 讀作 {1}。</translation>
    </message>
    <message>
        <source>Warming up. The curves appear by themselves.</source>
        <translation>正在暖機。曲線會自己出現。</translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation>引擎一再停止。請選擇「模型 ▸ 重新啟動引擎」。</translation>
    </message>
    <message>
        <source>Draw a digit: here you see how far it can be turned and is still read.</source>
        <translation>寫一個數字：這裡會顯示它改變多少仍能被讀出。</translation>
    </message>
    <message>
        <source>Tick a network to ask it.</source>
        <translation>勾選一個網路來詢問它。</translation>
    </message>
    <message>
        <source>Asking the networks…</source>
        <translation>正在詢問網路…</translation>
    </message>
</context>
<context>
    <name>DigitMapPanel</name>
    <message>
        <source>Map of digits</source>
        <translation>數字地圖</translation>
    </message>
    <message>
        <source>Writing digits to compare with…</source>
        <translation>正在寫出用於比較的數字…</translation>
    </message>
    <message>
        <source>Showing them to the network…</source>
        <translation>正在把它們交給網路…</translation>
    </message>
    <message>
        <source>Digits that the network finds alike lie together.</source>
        <translation>網路認為相像的數字彼此靠近。</translation>
    </message>
    <message>
        <source>The axes are the two directions in which the {0} values of its last hidden layer, {1}, differ most (principal components): {2}&#xa0;% of their variance lies across, {3}&#xa0;% upwards.</source>
        <translation>座標軸是網路最後一個隱藏層 {1} 的 {0} 個值差異最大的兩個方向（主成分）：其變異數的 {2} % 在橫向，{3} % 在縱向。</translation>
    </message>
    <message>
        <source>The path is your drawing from the first bit of ink to the last; the distances below are in all {0} dimensions.</source>
        <translation>路徑是您的手寫圖從第一點墨跡到最後一點的過程；下面的距離在全部 {0} 維中計算。</translation>
    </message>
    <message>
        <source>Refused as no digit: it has a place here, but no name.</source>
        <translation>被判為不是數字：它在這裡有位置，但沒有名稱。</translation>
    </message>
    <message>
        <source>Draw one to find it among them.</source>
        <translation>寫一個，在其中找到它。</translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation>引擎一再停止。請選擇「模型 ▸ 重新啟動引擎」。</translation>
    </message>
    <message>
        <source>Warming up. The map appears by itself.</source>
        <translation>正在暖機。地圖會自己出現。</translation>
    </message>
</context>
<context>
    <name>DrawingFiles</name>
    <message>
        <source>Open a picture or an ink</source>
        <translation>開啟圖片或筆跡</translation>
    </message>
    <message>
        <source>Drawings ({0})</source>
        <translation>手寫圖 ({0})</translation>
    </message>
    <message>
        <source>There are no strokes to save.</source>
        <translation>沒有可儲存的筆畫。</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>儲存手寫圖</translation>
    </message>
    <message>
        <source>Ink (*.json)</source>
        <translation>筆跡 (*.json)</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>已存成 {0}。</translation>
    </message>
</context>
<context>
    <name>DrawingRecovery</name>
    <message>
        <source>Your last drawing is kept: Undo leads back to it.</source>
        <translation>您上次寫的圖還在：復原即可回到它。</translation>
    </message>
</context>
<context>
    <name>EnsembleDialog</name>
    <message>
        <source>New Ensemble</source>
        <translation>新增集成</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Mean of the probabilities</source>
        <translation>機率的平均值</translation>
    </message>
    <message>
        <source>Majority; the mean breaks a tie</source>
        <translation>多數票；票數相同時看平均值</translation>
    </message>
    <message>
        <source>Mean of five looks each, half a pixel apart; slower</source>
        <translation>五次觀察的平均，各錯開半個像素；較慢</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>Make Ensemble</source>
        <translation>建立集成</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>{0} members, {1} parameters. It keeps working without them.</source>
        <translation>{0} 個成員，{1} 個參數。沒有它們也能繼續運作。</translation>
    </message>
    <message>
        <source>Tick at least two members.</source>
        <translation>請至少勾選兩個成員。</translation>
    </message>
</context>
<context>
    <name>EraserPreview</name>
    <message>
        <source>Answer after erasing here</source>
        <translation>在這裡擦除之後的結果</translation>
    </message>
    <message>
        <source>nothing left</source>
        <translation>什麼也不剩</translation>
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
        <translation>→ 不是數字</translation>
    </message>
    <message>
        <source>Takes {0} % of the ink. Click to mark it, double-click to erase.</source>
        <translation>去掉 {0} % 的墨跡。點一下標出，按兩下擦除。</translation>
    </message>
    <message>
        <source>Erase {0} % of the ink: {1}</source>
        <translation>擦除 {0} % 的墨跡：{1}</translation>
    </message>
</context>
<context>
    <name>ErrorsPanel</name>
    <message>
        <source>What the model misreads</source>
        <translation>模型讀錯了什麼</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>測量</translation>
    </message>
    <message>
        <source>Confusions</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>Which class is read as which</source>
        <translation>哪個類別讀成了哪個</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校準</translation>
    </message>
    <message>
        <source>Whether it is as often right as it is sure</source>
        <translation>正確的頻率是否與它的把握相符</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>測量的內容</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Measure Again</source>
        <translation>重新測量</translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation>引擎一再停止。請選擇「模型 ▸ 重新啟動引擎」。</translation>
    </message>
    <message>
        <source>Warming up. It starts by itself.</source>
        <translation>正在暖機。會自己開始。</translation>
    </message>
    <message>
        <source>Reading {0} with {1}…</source>
        <translation>正在用 {1} 讀 {0}…</translation>
    </message>
    <message>
        <source>Press Measure.</source>
        <translation>請按「測量」。</translation>
    </message>
    <message>
        <source>{0} on {1}.</source>
        <translation>{1}上的 {0}。</translation>
    </message>
    <message>
        <source>Stopped after {0} of {1}.</source>
        <translation>在 {1} 個中的第 {0} 個停止。</translation>
    </message>
    <message>
        <source>Now {0} answers: measure again.</source>
        <translation>現在由 {0} 回答：請重新測量。</translation>
    </message>
    <message>
        <source>It is a {0} now.</source>
        <translation>現在它是 {0}。</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>Why {0}?</source>
        <translation>為什麼是 {0}？</translation>
    </message>
    <message>
        <source>What speaks for {0}?</source>
        <translation>什麼支持 {0}？</translation>
    </message>
    <message>
        <source>{0}&apos;s score</source>
        <translation>{0} 的分數</translation>
    </message>
    <message>
        <source>Score (logit) of {0}: {1}</source>
        <translation>{0} 的分數（logit）：{1}</translation>
    </message>
    <message>
        <source>Why {0} and not {1}?</source>
        <translation>為什麼是 {0} 而不是 {1}？</translation>
    </message>
    <message>
        <source>What speaks for {0} and not for {1}?</source>
        <translation>什麼支持 {0} 而不支持 {1}？</translation>
    </message>
    <message>
        <source>{0}&apos;s lead over {1}</source>
        <translation>{0} 對 {1} 的領先</translation>
    </message>
    <message>
        <source>Lead of {0} over {1} (logits): {2}</source>
        <translation>{0} 對 {1} 的領先（logit）：{2}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>All pixels together: {0}; blank paper alone: {1}</source>
        <translation>全部像素合計：{0}；僅白紙：{1}</translation>
    </message>
    <message>
        <source>Point at a pixel for its number.</source>
        <translation>指向一個像素查看它的數值。</translation>
    </message>
    <message>
        <source>Row {0}, column {1}
{2} · ink {3} %</source>
        <translation>列 {0}，行 {1}
{2} · 墨跡 {3} %</translation>
    </message>
</context>
<context>
    <name>FirstMaps</name>
    <message>
        <source>Draw a digit: its maps follow.</source>
        <translation>畫一個數字：它的特徵圖隨之出現。</translation>
    </message>
    <message>
        <source>Filter {0}
{1}</source>
        <translation>濾波器 {0}
{1}</translation>
    </message>
    <message>
        <source>{0}, filter {1}
{2}</source>
        <translation>{0}，濾波器 {1}
{2}</translation>
    </message>
    <message>
        <source>Map {0}, {1}</source>
        <translation>特徵圖 {0}，{1}</translation>
    </message>
    <message>
        <source>The maps are channels of {0}, which reads {1}; of the 3 strongest, all {2} products and the bias are summed at every place: here {3}.</source>
        <translation>這些特徵圖是 {0} 的通道，它共讀取 {1} 個；在每個位置，把最強的 3 個的全部 {2} 個乘積與偏置相加：此處為 {3}。</translation>
    </message>
    <message>
        <source>The first layer of {0} has no maps: choose another model.</source>
        <translation>{0} 的第一層沒有特徵圖：請選擇另一個模型。</translation>
    </message>
</context>
<context>
    <name>FormulaLines</name>
    <message>
        <source>Output size</source>
        <translation>輸出大小</translation>
    </message>
    <message>
        <source>⌊(input + padding − dilation · (kernel − 1) − 1) / stride⌋ + 1</source>
        <translation>⌊(輸入 + 填充 − 擴張率 · (核 − 1) − 1) / 步長⌋ + 1</translation>
    </message>
    <message>
        <source>Parameters with shared weights</source>
        <translation>權重共享時的參數</translation>
    </message>
    <message>
        <source>One kernel and one bias for all places</source>
        <translation>所有位置共用一個卷積核和一個偏置</translation>
    </message>
    <message>
        <source>Parameters if fully connected</source>
        <translation>全連接時的參數</translation>
    </message>
    <message>
        <source>A weight for every pair of input and output, biases</source>
        <translation>每一對輸入與輸出一個權重，外加偏置</translation>
    </message>
    <message>
        <source>Shared weights</source>
        <translation>權重共享</translation>
    </message>
    <message>
        <source>Fully connected</source>
        <translation>全連接</translation>
    </message>
    <message>
        <source>{0} = {1} parameters</source>
        <translation>{0} = {1} 個參數</translation>
    </message>
    <message>
        <source>the floor drops the last value</source>
        <translation>取整捨去了最後一個值</translation>
    </message>
    <message>
        <source>the floor drops the last {0} values</source>
        <translation>取整捨去了最後 {0} 個值</translation>
    </message>
    <message>
        <source>the floor drops 1 row and column</source>
        <translation>取整捨去了 1 列和 1 行</translation>
    </message>
    <message>
        <source>the floor drops {0} rows and columns</source>
        <translation>取整後列和行各捨去 {0}</translation>
    </message>
</context>
<context>
    <name>GradientView</name>
    <message>
        <source>Derivative of</source>
        <translation>求導對象</translation>
    </message>
    <message>
        <source>What the loss is differentiated by</source>
        <translation>損失對什麼求導</translation>
    </message>
    <message>
        <source>Input map</source>
        <translation>輸入圖</translation>
    </message>
    <message>
        <source>Kernel row</source>
        <translation>核的列</translation>
    </message>
    <message>
        <source>Kernel column</source>
        <translation>核的行</translation>
    </message>
    <message>
        <source>The optimiser whose first step is written out</source>
        <translation>寫出第一步的最佳化器</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>最佳化器</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>學習率</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>學習率 η</translation>
    </message>
    <message>
        <source>δ of this unit</source>
        <translation>該單元的 δ</translation>
    </message>
    <message>
        <source>its weight</source>
        <translation>它的權重</translation>
    </message>
    <message>
        <source>its bias</source>
        <translation>它的偏置</translation>
    </message>
    <message>
        <source>Draw a digit to see what the loss tells this unit.</source>
        <translation>寫一個數字，看看損失告訴這個單元什麼。</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation>列 {0}，行 {1}：{2}</translation>
    </message>
</context>
<context>
    <name>GuideDock</name>
    <message>
        <source>Help and course</source>
        <translation>說明與課程</translation>
    </message>
</context>
<context>
    <name>GuideSheet</name>
    <message>
        <source>Help and course</source>
        <translation>說明與課程</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>頁</translation>
    </message>
    <message>
        <source>Every page of help and course</source>
        <translation>說明與課程的所有頁</translation>
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
        <translation>上一頁</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>Question and more</source>
        <translation>問題及其他</translation>
    </message>
    <message>
        <source>See also</source>
        <translation>另請參閱</translation>
    </message>
    <message>
        <source>✓ {0}</source>
        <translation>✓ {0}</translation>
    </message>
    <message>
        <source>Sets: {0}.</source>
        <translation>將設定：{0}。</translation>
    </message>
    <message>
        <source>Sets: a sample {0}, {1}.</source>
        <translation>將設定：樣本 {0}、{1}。</translation>
    </message>
    <message>
        <source>Sets: network {0}, {1}.</source>
        <translation>將設定：網路 {0}、{1}。</translation>
    </message>
    <message>
        <source>Sets: network {0}, a sample {1}, {2}.</source>
        <translation>將設定：網路 {0}、樣本 {1}、{2}。</translation>
    </message>
    <message>
        <source>Read as {0}, {1}</source>
        <translation>讀作 {0}，{1}</translation>
    </message>
    <message>
        <source>No digit</source>
        <translation>不是數字</translation>
    </message>
</context>
<context>
    <name>ImportReceipt</name>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>已略過：{0}</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已略過</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
</context>
<context>
    <name>InfoButton</name>
    <message>
        <source>What this layer is for</source>
        <translation>這一層的用途</translation>
    </message>
    <message>
        <source>What this layer is for, its formulas, and what every layer costs</source>
        <translation>這一層的用途、公式，以及每一層的開銷</translation>
    </message>
</context>
<context>
    <name>InsidePanel</name>
    <message>
        <source>Inside the network</source>
        <translation>網路內部</translation>
    </message>
    <message>
        <source>Click a block&apos;s name, a map or an output: it opens here.
{0} layers · {1} parameters · {2} multiply-adds for a drawing</source>
        <translation>點一下區塊的名稱、特徵圖或輸出：會在這裡開啟。
{0} 層 · {1} 個參數 · 每幅手寫圖 {2} 次乘加</translation>
    </message>
    <message>
        <source>{0} cannot be looked into, choose another model: {1}</source>
        <translation>無法檢視 {0} 的內部，請選擇另一個模型：{1}</translation>
    </message>
</context>
<context>
    <name>KernelView</name>
    <message>
        <source>Kernel values</source>
        <translation>卷積核的值</translation>
    </message>
    <message>
        <source>Click a weight and type a number</source>
        <translation>點一下一個權重並輸入數字</translation>
    </message>
    <message>
        <source>Kernel turned by 180°, as applied</source>
        <translation>旋轉 180° 後實際使用的卷積核</translation>
    </message>
    <message>
        <source>What a convolution multiplies with</source>
        <translation>卷積所乘的權重</translation>
    </message>
    <message>
        <source>turned by 180°</source>
        <translation>旋轉 180°</translation>
    </message>
    <message>
        <source>Mean of {0}</source>
        <translation>{0} 的平均</translation>
    </message>
    <message>
        <source>Kernel {0}</source>
        <translation>卷積核 {0}</translation>
    </message>
</context>
<context>
    <name>KindDiagram</name>
    <message>
        <source>Diagram: {0}</source>
        <translation>示意圖：{0}</translation>
    </message>
</context>
<context>
    <name>LabControls</name>
    <message>
        <source>Input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>What the kernel slides over</source>
        <translation>卷積核在什麼上面滑動</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>手寫圖</translation>
    </message>
    <message>
        <source>Own grid</source>
        <translation>自己的網格</translation>
    </message>
    <message>
        <source>Signal (1-D)</source>
        <translation>訊號（一維）</translation>
    </message>
    <message>
        <source>Heartbeat (1-D)</source>
        <translation>心跳（一維）</translation>
    </message>
    <message>
        <source>Input size</source>
        <translation>輸入大小</translation>
    </message>
    <message>
        <source>Values along each side</source>
        <translation>每邊的值的個數</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>運算</translation>
    </message>
    <message>
        <source>What is done at every place</source>
        <translation>在每個位置做什麼</translation>
    </message>
    <message>
        <source>Cross-correlation</source>
        <translation>互相關</translation>
    </message>
    <message>
        <source>Convolution (flipped)</source>
        <translation>卷積（翻轉）</translation>
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
        <translation>卷積核</translation>
    </message>
    <message>
        <source>A kernel everybody knows, or your own</source>
        <translation>大家熟知的卷積核，或您自己的</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>核大小</translation>
    </message>
    <message>
        <source>Rows and columns</source>
        <translation>列數和行數</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Zeros around the input</source>
        <translation>輸入四周補零</translation>
    </message>
    <message>
        <source>Valid (none)</source>
        <translation>有效（無填充）</translation>
    </message>
    <message>
        <source>Same size</source>
        <translation>大小不變</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>完全</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>指定數值</translation>
    </message>
    <message>
        <source>Padding by number</source>
        <translation>填充的數值</translation>
    </message>
    <message>
        <source>Zeros on every side</source>
        <translation>每一邊補的零</translation>
    </message>
    <message>
        <source>Cells from one place to the next</source>
        <translation>從一個位置到下一個位置的格數</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步長</translation>
    </message>
    <message>
        <source>Cells from one weight to the next on the input</source>
        <translation>輸入上從一個權重到下一個權重的格數</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>擴張率</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>恆等</translation>
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
        <translation>垂直邊緣</translation>
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
        <translation>銳化</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>自訂</translation>
    </message>
    <message>
        <source>&amp;Input</source>
        <translation>輸入(&amp;I)</translation>
    </message>
    <message>
        <source>Kerne&amp;l</source>
        <translation>卷積核(&amp;L)</translation>
    </message>
    <message>
        <source>O&amp;peration</source>
        <translation>運算(&amp;P)</translation>
    </message>
    <message>
        <source>P&amp;adding</source>
        <translation>填充(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Stride</source>
        <translation>步長(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Dilation</source>
        <translation>擴張率(&amp;D)</translation>
    </message>
    <message>
        <source>Every grid has its own largest value</source>
        <translation>每個網格用自己的最大值</translation>
    </message>
</context>
<context>
    <name>LabPanel</name>
    <message>
        <source>Lab: convolution by hand</source>
        <translation>實驗室：親手做卷積</translation>
    </message>
    <message>
        <source>Inside shows the network&apos;s own kernels at work on the drawing</source>
        <translation>「內部」顯示網路自己的卷積核怎樣處理手寫圖</translation>
    </message>
    <message>
        <source>See it in the network</source>
        <translation>在網路中查看</translation>
    </message>
    <message>
        <source>One channel</source>
        <translation>單一通道</translation>
    </message>
    <message>
        <source>A kernel slides over a picture or signal</source>
        <translation>卷積核在圖像或訊號上滑動</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Every channel has its own kernel</source>
        <translation>每個通道都有自己的卷積核</translation>
    </message>
    <message>
        <source>Backwards</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>How the blame flows back to the input</source>
        <translation>責任怎樣流回輸入</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>What sharing weights saves</source>
        <translation>權重共享節省了什麼</translation>
    </message>
    <message>
        <source>In the Network →</source>
        <translation>在網路中 →</translation>
    </message>
    <message>
        <source>The experiment</source>
        <translation>實驗</translation>
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
        <translation>各類別的樣本</translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples of {0}, {1} of them held out</source>
        <translation>
            <numerusform>{0} 的樣本 %Ln 個，其中保留 {1} 個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Labelling</name>
    <message>
        <source>Draw a digit first, then press its key.</source>
        <translation>先寫一個數字，再按它的鍵。</translation>
    </message>
    <message>
        <source>Draw one of {0} first.</source>
        <translation>先寫 {0} 中的一個。</translation>
    </message>
</context>
<context>
    <name>LargeMap</name>
    <message>
        <source>Values of the map</source>
        <translation>特徵圖的值</translation>
    </message>
</context>
<context>
    <name>LayerForm</name>
    <message>
        <source>Its inside is edited as text.</source>
        <translation>它的內部以文字編輯。</translation>
    </message>
    <message>
        <source>No parameters.</source>
        <translation>沒有參數。</translation>
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
        <translation>在實驗室中試試</translation>
    </message>
    <message>
        <source>Set up the Lab with this layer&apos;s window, on your drawing</source>
        <translation>依這一層的視窗設定實驗室，用您的手寫圖</translation>
    </message>
    <message>
        <source>Size of the output</source>
        <translation>輸出的大小</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>乘加次數</translation>
    </message>
    <message>
        <source>Convolutions have {0} % of the parameters and {1} % of the work, dense layers {2} % and {3} %.</source>
        <translation>卷積佔 {0} % 的參數和 {1} % 的計算量，全連接層佔 {2} % 和 {3} %。</translation>
    </message>
</context>
<context>
    <name>LayerRows</name>
    <message>
        <source>Layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>得到</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>{0} multiply-adds for a picture</source>
        <translation>每幅圖像 {0} 次乘加</translation>
    </message>
</context>
<context>
    <name>LayerText</name>
    <message>
        <source>Layers as text</source>
        <translation>以文字表示的層</translation>
    </message>
</context>
<context>
    <name>LayerView</name>
    <message>
        <source>Layer</source>
        <translation>層</translation>
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
        <translation>訓練過程的曲線</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation>準確率，%</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>學習率</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>輪</translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation>第 {0} 輪</translation>
    </message>
    <message>
        <source>Loss, held back</source>
        <translation>損失，保留資料</translation>
    </message>
    <message>
        <source>Accuracy, held back, %</source>
        <translation>準確率，保留資料，%</translation>
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
        <translation>顏色從 −{0} 經 0 到 {0}</translation>
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
        <translation>學習</translation>
    </message>
    <message>
        <source>{0} learns your samples</source>
        <translation>{0} 學習您的樣本</translation>
    </message>
    <message>
        <source>Draw on meanwhile. Nothing changes until you use the result.</source>
        <translation>可以繼續寫。在您使用結果之前什麼都不會改變。</translation>
    </message>
    <message>
        <source>End the lesson; the model stays as it is.</source>
        <translation>結束學習；模型保持不變。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Nothing was learned</source>
        <translation>什麼也沒有學到</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Close the receipt.</source>
        <translation>關閉這份報告。</translation>
    </message>
    <message>
        <source>What {0} learned</source>
        <translation>{0} 學到了什麼</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之後</translation>
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
        <translation>保留學習後的模型並讓它來回答；您可以退回。</translation>
    </message>
    <message>
        <source>Keep for Later</source>
        <translation>留待以後</translation>
    </message>
    <message>
        <source>Keep it in Models; what answers stays.</source>
        <translation>保留在「模型」中；由誰回答保持不變。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>Forget it; the model is as it was.</source>
        <translation>捨棄它；模型保持原樣。</translation>
    </message>
    <message>
        <source>Your held-out samples</source>
        <translation>您保留的樣本</translation>
    </message>
    <message>
        <source>Careful: it reads {0} {1} points worse than before.</source>
        <translation>注意：它讀 {0} 比以前差 {1} 個百分點。</translation>
    </message>
    <message>
        <source>Nothing is held out yet to measure by: the third sample of a digit will be. What the model knew before was measured.</source>
        <translation>還沒有保留用於測量的樣本：某個數字的第三個樣本會被保留。模型以前會的內容已測量。</translation>
    </message>
    <message>
        <source>Nothing is held out yet to measure by: the third sample of a class will be.</source>
        <translation>還沒有保留用於測量的樣本：某個類別的第三個樣本會被保留。</translation>
    </message>
    <message>
        <source>Learned in {0} s: your samples ({1}); there are no others.</source>
        <translation>學習用時 {0} 秒：您的樣本（{1}）；沒有其他的。</translation>
    </message>
    <message>
        <source>Learned in {0} s: your samples ({1}), other digits ({2}).</source>
        <translation>學習用時 {0} 秒：您的樣本（{1}），其他數字（{2}）。</translation>
    </message>
    <message>
        <source>Go Back to {0}</source>
        <translation>退回到 {0}</translation>
    </message>
    <message>
        <source>Let the model answer that did before; the new one stays in Models.</source>
        <translation>讓之前的模型來回答；新的仍在「模型」中。</translation>
    </message>
    <message>
        <source>{0} answers now</source>
        <translation>現在由 {0} 回答</translation>
    </message>
</context>
<context>
    <name>LiveAnswer</name>
    <message>
        <source>The network in training</source>
        <translation>正在訓練的網路</translation>
    </message>
    <message>
        <source>reads your drawing as {0}</source>
        <translation>把您寫的讀作 {0}</translation>
    </message>
    <message>
        <source>Draw a digit: it answers while it learns.</source>
        <translation>寫一個數字：它邊學邊回答。</translation>
    </message>
    <message>
        <source>read your drawing as {0} after step {1}</source>
        <translation>在第 {1} 步之後把您的手寫圖讀作 {0}</translation>
    </message>
    <message>
        <source>answers your drawing here while it learns.</source>
        <translation>邊學邊在這裡回答您寫的圖。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Load a model file</source>
        <translation>載入模型檔案</translation>
    </message>
    <message>
        <source>Models (*{0})</source>
        <translation>模型 (*{0})</translation>
    </message>
    <message>
        <source>A run of {0} was interrupted: go on with it in Retrain.</source>
        <translation>{0} 的訓練中斷了：可在「重新訓練」中繼續。</translation>
    </message>
    <message>
        <source>Waiting for the disk…</source>
        <translation>正在等待磁碟…</translation>
    </message>
    <message>
        <source>About handdigit</source>
        <translation>關於 handdigit</translation>
    </message>
    <message>
        <source>&lt;b&gt;handdigit {0}&lt;/b&gt;&lt;p&gt;Draw digits, see a convolutional network read them, look inside it.&lt;/p&gt;&lt;p&gt;Nothing leaves this computer.&lt;/p&gt;</source>
        <translation>&lt;b&gt;handdigit {0}&lt;/b&gt;&lt;p&gt;手寫數字，看卷積神經網路怎樣讀它們，看看網路的內部。&lt;/p&gt;&lt;p&gt;沒有任何內容離開這台電腦。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Click a point to see the sum that made it.</source>
        <translation>點一下一個點，查看得出它的求和。</translation>
    </message>
    <message>
        <source>largest {0} at row {1}, column {2}</source>
        <translation>最大值 {0}，位於列 {1} 行 {2}</translation>
    </message>
    <message>
        <source>smallest {0} at row {1}, column {2}</source>
        <translation>最小值 {0}，位於列 {1} 行 {2}</translation>
    </message>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation>列 {0}，行 {1}：{2}</translation>
    </message>
</context>
<context>
    <name>MaximiseControls</name>
    <message>
        <source>whole map</source>
        <translation>整幅圖</translation>
    </message>
    <message>
        <source>unit in the middle</source>
        <translation>中間的單元</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>雜訊</translation>
    </message>
    <message>
        <source>the drawing</source>
        <translation>手寫圖</translation>
    </message>
    <message>
        <source>Climb, or stop where it is.</source>
        <translation>開始上升，或停在原處。</translation>
    </message>
    <message>
        <source>Start Over</source>
        <translation>從頭開始</translation>
    </message>
    <message>
        <source>Go back to the picture it started from.</source>
        <translation>回到最初的圖像。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>The layer of the unit.</source>
        <translation>單元所在的層。</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Which map or unit.</source>
        <translation>哪一幅圖或哪個單元。</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>增大</translation>
    </message>
    <message>
        <source>The mean of the whole map, or only the unit in its middle.</source>
        <translation>整幅圖的平均值，或只是中間的單元。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起點</translation>
    </message>
    <message>
        <source>The picture that is changed.</source>
        <translation>被改變的圖像。</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>How much the picture is blurred after every step.</source>
        <translation>每一步之後圖像模糊的程度。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
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
        <translation>一個單元最喜歡什麼</translation>
    </message>
    <message>
        <source>The picture is changed, pixel by pixel, so that one unit of the network grows.</source>
        <translation>逐個像素地改變圖像，使網路的一個單元增大。</translation>
    </message>
    <message>
        <source>The picture that the unit likes</source>
        <translation>該單元喜歡的圖像</translation>
    </message>
    <message>
        <source>{0}, channel {1}</source>
        <translation>{0}，通道 {1}</translation>
    </message>
    <message>
        <source>There is no drawing to start from: draw a digit.</source>
        <translation>沒有可以作為起點的手寫圖：請寫一個數字。</translation>
    </message>
    <message>
        <source>Read as {0}, {1} %</source>
        <translation>讀作 {0}，{1} %</translation>
    </message>
    <message>
        <source>No pixel changes this unit here: start from another picture.</source>
        <translation>這裡任何像素都不改變這個單元：請換一個起點圖像。</translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation>引擎一再停止。請選擇「模型 ▸ 重新啟動引擎」。</translation>
    </message>
    <message>
        <source>Warming up. It starts by itself.</source>
        <translation>正在暖機。會自己開始。</translation>
    </message>
    <message>
        <source>Climbing…</source>
        <translation>正在上升…</translation>
    </message>
    <message numerus="yes">
        <source>Arrived after %Ln steps.</source>
        <translation>
            <numerusform>%Ln 步後到達。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %Ln steps.</source>
        <translation>
            <numerusform>%Ln 步後停止。</numerusform>
        </translation>
    </message>
    <message>
        <source>Draw a digit to start from.</source>
        <translation>寫一個數字作為起點。</translation>
    </message>
    <message>
        <source>Press Start.</source>
        <translation>請按「開始」。</translation>
    </message>
</context>
<context>
    <name>MendingBar</name>
    <message>
        <source>How much is ink</source>
        <translation>多少算作墨跡</translation>
    </message>
    <message>
        <source>Left: only what is strong is ink. Right: what is faint, too.</source>
        <translation>向左：只有深的算墨跡。向右：淺的也算。</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>墨跡</translation>
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
        <translation>紙的四角</translation>
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
        <translation>上邊</translation>
    </message>
    <message>
        <source>Right edge</source>
        <translation>右邊</translation>
    </message>
    <message>
        <source>Bottom edge</source>
        <translation>下邊</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>左邊</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Save as Sa&amp;mple</source>
        <translation>存成樣本(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About handdigit</source>
        <translation>關於 handdigit(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開啟(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save Drawing…</source>
        <translation>儲存手寫圖(&amp;S)…</translation>
    </message>
    <message>
        <source>Save &amp;View as a Picture…</source>
        <translation>把檢視存成圖片(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
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
        <translation>複製手寫圖(&amp;P)</translation>
    </message>
    <message>
        <source>Copy &amp;View as a Picture</source>
        <translation>把檢視複製成圖片(&amp;V)</translation>
    </message>
    <message>
        <source>P&amp;aste</source>
        <translation>貼上(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Pen</source>
        <translation>筆(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>橡皮擦(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Thinner Pen</source>
        <translation>細一點(&amp;T)</translation>
    </message>
    <message>
        <source>Thic&amp;ker Pen</source>
        <translation>粗一點(&amp;K)</translation>
    </message>
    <message>
        <source>Pen Pre&amp;ssure</source>
        <translation>使用筆壓(&amp;S)</translation>
    </message>
    <message>
        <source>Draw with &amp;Fingers</source>
        <translation>用手指書寫(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;What Is This?</source>
        <translation>這是什麼？(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>快速鍵(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;How Do I…</source>
        <translation>怎樣(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Course</source>
        <translation>課程(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>導覽(&amp;T)</translation>
    </message>
    <message>
        <source>C&amp;opy Details…</source>
        <translation>複製詳細資訊(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Choose Model</source>
        <translation>選擇模型(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Load Model File…</source>
        <translation>載入模型檔案(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Teach from Your Samples</source>
        <translation>用您的樣本教它(&amp;T)</translation>
    </message>
    <message>
        <source>Roll &amp;Back</source>
        <translation>退回前一個(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>裝置(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>自動(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Restart Engine</source>
        <translation>重新啟動引擎(&amp;R)</translation>
    </message>
    <message>
        <source>Read several digits beside each other as one number ({0})</source>
        <translation>把並排的幾個數字讀作一個多位數（{0}）</translation>
    </message>
    <message>
        <source>Numbers are read by models of digits; this one reads {0}.</source>
        <translation>多位數由讀數字的模型來讀；這個讀的是 {0}。</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Number Mode</source>
        <translation>多位數模式(&amp;N)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>多位數</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外觀(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>依系統(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>淺色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;High Contrast</source>
        <translation>高對比(&amp;H)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>語言(&amp;G)</translation>
    </message>
    <message>
        <source>P&amp;icture</source>
        <translation>圖片(&amp;I)</translation>
    </message>
    <message>
        <source>Rotate &amp;Left</source>
        <translation>向左旋轉(&amp;L)</translation>
    </message>
    <message>
        <source>Rotate &amp;Right</source>
        <translation>向右旋轉(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Crop</source>
        <translation>裁切(&amp;C)</translation>
    </message>
    <message>
        <source>Draw a frame round the digit</source>
        <translation>在數字周圍畫一個框</translation>
    </message>
    <message>
        <source>Cor&amp;ners</source>
        <translation>四角(&amp;N)</translation>
    </message>
    <message>
        <source>Pull a sheet straight that was seen from the side</source>
        <translation>把斜著拍的紙拉正</translation>
    </message>
    <message>
        <source>&amp;Invert</source>
        <translation>反相(&amp;I)</translation>
    </message>
    <message>
        <source>Take what is paper for ink, and ink for paper</source>
        <translation>把紙當作墨跡，把墨跡當作紙</translation>
    </message>
    <message>
        <source>R&amp;eset Picture</source>
        <translation>還原圖片(&amp;E)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Show the picture as it was opened</source>
        <translation>恢復圖片開啟時的樣子</translation>
    </message>
</context>
<context>
    <name>MnistRow</name>
    <message>
        <source>Progress of fetching MNIST</source>
        <translation>下載 MNIST 的進度</translation>
    </message>
    <message>
        <source>Fetch…</source>
        <translation>下載…</translation>
    </message>
    <message>
        <source>Fetch 12 MB from a public mirror and check them; nothing is sent.</source>
        <translation>從公共鏡像站下載 12 MB 並校驗；不傳送任何內容。</translation>
    </message>
    <message>
        <source>From Folder…</source>
        <translation>從資料夾…</translation>
    </message>
    <message>
        <source>Take the four files from a folder of yours.</source>
        <translation>從您的資料夾中取四個檔案。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop fetching; the next time goes on from there.</source>
        <translation>停止下載；下次從這裡繼續。</translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation>還不在這裡</translation>
    </message>
    <message>
        <source>Folder with the MNIST files</source>
        <translation>含有 MNIST 檔案的資料夾</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在連線…</translation>
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
        <translation>在此之前沒有其他模型在用。</translation>
    </message>
    <message>
        <source>{0} is the model that answers: activate another one first.</source>
        <translation>{0} 是正在回答的模型：請先啟用另一個。</translation>
    </message>
    <message>
        <source>No model was deleted since the window opened.</source>
        <translation>視窗開啟以來沒有刪除過模型。</translation>
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
        <translation>多數</translation>
    </message>
    <message>
        <source>five looks each</source>
        <translation>各看五次</translation>
    </message>
    <message>
        <source>{0} voting, {1}</source>
        <translation>{0} 個投票，{1}</translation>
    </message>
    <message>
        <source>val {0}</source>
        <translation>驗證 {0}</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>測量值</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>讀</translation>
    </message>
    <message>
        <source>Grown from</source>
        <translation>來自</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教師</translation>
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
        <translation>資料</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}（共 {1}）</translation>
    </message>
    <message>
        <source>epochs: {0}</source>
        <translation>輪數：{0}</translation>
    </message>
    <message>
        <source>batches of {0}</source>
        <translation>每批 {0} 個</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>種子 {0}</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>最佳化器</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>變形</translation>
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
        <translation>啟用</translation>
    </message>
    <message>
        <source>Roll Back</source>
        <translation>退回前一個</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>刪除…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>匯入…</translation>
    </message>
    <message>
        <source>New Ensemble…</source>
        <translation>新增集成…</translation>
    </message>
    <message>
        <source>Copy a model file into the list.</source>
        <translation>把一個模型檔案複製到清單中。</translation>
    </message>
    <message>
        <source>Copy the selected version to a file.</source>
        <translation>把選取的版本複製到檔案。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Bring the deleted version back.</source>
        <translation>找回刪除的版本。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細資訊</translation>
    </message>
    <message>
        <source>What is known of the selected one</source>
        <translation>關於所選版本的已知資訊</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>The ticked ones on the drawing</source>
        <translation>勾選的版本讀這幅手寫圖</translation>
    </message>
    <message>
        <source>Versions, and what is known of them</source>
        <translation>各版本及其已知資訊</translation>
    </message>
    <message>
        <source>It answers already.</source>
        <translation>它已經在回答。</translation>
    </message>
    <message>
        <source>Let this version answer.</source>
        <translation>讓這個版本來回答。</translation>
    </message>
    <message>
        <source>No other version was active before.</source>
        <translation>在此之前沒有其他版本在用。</translation>
    </message>
    <message>
        <source>Let {0} answer again.</source>
        <translation>讓 {0} 重新回答。</translation>
    </message>
    <message>
        <source>It came with the program and stays as it is.</source>
        <translation>它是程式自帶的，保持原樣。</translation>
    </message>
    <message>
        <source>It is a file elsewhere: import it first.</source>
        <translation>它是別處的檔案：請先匯入。</translation>
    </message>
    <message>
        <source>Give it another name.</source>
        <translation>給它另取一個名稱。</translation>
    </message>
    <message>
        <source>Until the window closes it can be brought back.</source>
        <translation>在視窗關閉之前可以找回。</translation>
    </message>
    <message>
        <source>It answers: activate another one first.</source>
        <translation>它正在回答：請先啟用另一個。</translation>
    </message>
    <message>
        <source>It came with the program: install handdigit again.</source>
        <translation>它是程式自帶的：請重新安裝 handdigit。</translation>
    </message>
    <message>
        <source>Let several versions vote as one.</source>
        <translation>讓幾個版本作為一個來投票。</translation>
    </message>
    <message>
        <source>There is only one network: nobody to vote with.</source>
        <translation>只有一個網路：沒有可一起投票的。</translation>
    </message>
    <message>
        <source>Every training run adds a version here: press Train in Retrain.</source>
        <translation>每次訓練都會在這裡增加一個版本：請在「重新訓練」中按「訓練」。</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在處理…</translation>
    </message>
    <message>
        <source>Delete Model</source>
        <translation>刪除模型</translation>
    </message>
    <message>
        <source>Delete {0}?</source>
        <translation>刪除 {0}？</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>{0} was deleted.</source>
        <translation>已刪除 {0}。</translation>
    </message>
    <message>
        <source>Models (*{0})</source>
        <translation>模型 (*{0})</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>匯入模型</translation>
    </message>
    <message>
        <source>{0} was imported.</source>
        <translation>已匯入 {0}。</translation>
    </message>
    <message>
        <source>Importing {0}…</source>
        <translation>正在匯入 {0}…</translation>
    </message>
    <message>
        <source>{0} was not imported.</source>
        <translation>沒有匯入 {0}。</translation>
    </message>
    <message>
        <source>Export the model</source>
        <translation>匯出模型</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>已存成 {0}。</translation>
    </message>
    <message>
        <source>ensemble</source>
        <translation>集成</translation>
    </message>
    <message>
        <source>{0} was made. Activate it to let it answer.</source>
        <translation>已建立 {0}。啟用它，讓它來回答。</translation>
    </message>
</context>
<context>
    <name>Neighbours</name>
    <message>
        <source>your drawing</source>
        <translation>您的手寫圖</translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation>您的手寫圖</translation>
    </message>
    <message>
        <source>No neighbour</source>
        <translation>沒有鄰居</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0}，距離 {1}</translation>
    </message>
    <message>
        <source>Neighbour {0}: {1}, {2}</source>
        <translation>鄰居 {0}：{1}，{2}</translation>
    </message>
</context>
<context>
    <name>NetworkEditor</name>
    <message>
        <source>Rows</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Layers as rows</source>
        <translation>以列顯示的層</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Layers as text</source>
        <translation>以文字表示的層</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Add a layer after the current one.</source>
        <translation>在目前的層之後加入一層。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take the current layer out (Del).</source>
        <translation>去掉目前的層（Del）。</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move the current layer up (Alt+↑).</source>
        <translation>上移目前的層（Alt+↑）。</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move the current layer down (Alt+↓).</source>
        <translation>下移目前的層（Alt+↓）。</translation>
    </message>
    <message>
        <source>{0} parameters, {1} multiply-adds for a picture.</source>
        <translation>{0} 個參數，每幅圖像 {1} 次乘加。</translation>
    </message>
</context>
<context>
    <name>NetworkList</name>
    <message>
        <source>Networks</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>Tick the networks to compare.</source>
        <translation>勾選要比較的網路。</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>讀</translation>
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
        <translation>網路</translation>
    </message>
    <message numerus="yes">
        <source>%Ln parameters</source>
        <translation>
            <numerusform>%Ln 個參數</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkMap</name>
    <message>
        <source>Blocks of the network</source>
        <translation>網路的區塊</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Begin with</source>
        <translation>起始權重</translation>
    </message>
    <message>
        <source>Fresh random weights, or those of the model that answers now.</source>
        <translation>全新的隨機權重，或現在回答的模型的權重。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Save your network.</source>
        <translation>儲存您的網路。</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>另存新檔…</translation>
    </message>
    <message>
        <source>Save it as a network of your own.</source>
        <translation>存成您自己的網路。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Delete your network.</source>
        <translation>刪除您的網路。</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>您自己的</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>還沒有名稱</translation>
    </message>
    <message>
        <source>{0}, changed</source>
        <translation>{0}，已變更</translation>
    </message>
    <message>
        <source>Waiting for the disk…</source>
        <translation>正在等待磁碟…</translation>
    </message>
    <message>
        <source>fresh weights</source>
        <translation>全新的權重</translation>
    </message>
    <message>
        <source>those of {0}</source>
        <translation>{0} 的權重</translation>
    </message>
    <message>
        <source>Only where the network is the same as that model&apos;s.</source>
        <translation>僅當網路與那個模型的相同時可用。</translation>
    </message>
    <message>
        <source>Save the network</source>
        <translation>儲存網路</translation>
    </message>
    <message>
        <source>Name of your network:</source>
        <translation>您的網路的名稱：</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>我的網路</translation>
    </message>
</context>
<context>
    <name>NumberCard</name>
    <message>
        <source>Number</source>
        <translation>多位數</translation>
    </message>
    <message>
        <source>Probability of the whole number</source>
        <translation>整個數的機率</translation>
    </message>
    <message>
        <source>Group the strokes in the second best way</source>
        <translation>按第二可能的方式給筆畫分組</translation>
    </message>
    <message>
        <source>Join with Next</source>
        <translation>與下一個合併</translation>
    </message>
    <message>
        <source>The selected digit and the next one are one (M)</source>
        <translation>所選數字與下一個是同一個（M）</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆開</translation>
    </message>
    <message>
        <source>The selected digit is more than one (S)</source>
        <translation>所選數字不止一個（S）</translation>
    </message>
    <message>
        <source>no other reading</source>
        <translation>沒有其他讀法</translation>
    </message>
    <message>
        <source>or {0}</source>
        <translation>或 {0}</translation>
    </message>
    <message>
        <source>Warming up. Write already; the answer comes by itself.</source>
        <translation>正在暖機。現在就可以寫，結果會自己出現。</translation>
    </message>
    <message>
        <source>The engine stopped. It is starting again.</source>
        <translation>引擎停止了，正在重新啟動。</translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation>引擎一再停止。請選擇「模型 ▸ 重新啟動引擎」。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在讀…</translation>
    </message>
    <message>
        <source>Write a number: 2026, or a phone number.</source>
        <translation>寫一個數：2026，或一個電話號碼。</translation>
    </message>
    <message>
        <source>Grouped as you said; Undo takes it back.</source>
        <translation>已按您說的分組；復原可以還原。</translation>
    </message>
    <message>
        <source>? is no digit. Wrong boxes? Press a join between two, or split one.</source>
        <translation>「?」表示不是數字。分錯了？點擊兩個之間的連接處，或拆開一個。</translation>
    </message>
    <message>
        <source>Wrong boxes? Press a join between two, or split one.</source>
        <translation>分錯了？點一下兩個之間的連接處，或拆開一個。</translation>
    </message>
</context>
<context>
    <name>OverviewSheet</name>
    <message>
        <source>The network at a glance</source>
        <translation>網路一覽</translation>
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
        <translation>本頁內文</translation>
    </message>
</context>
<context>
    <name>ParametersSheet</name>
    <message>
        <source>Input size</source>
        <translation>輸入大小</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>卷積核</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>核大小</translation>
    </message>
    <message>
        <source>Same size</source>
        <translation>大小不變</translation>
    </message>
    <message>
        <source>Valid (none)</source>
        <translation>有效（無填充）</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Zeros around the input</source>
        <translation>輸入四周補零</translation>
    </message>
    <message>
        <source>Convolution: all places share a kernel</source>
        <translation>卷積：所有位置共用一個卷積核</translation>
    </message>
    <message>
        <source>Unshared: every place has its own kernel</source>
        <translation>不共享：每個位置有自己的卷積核</translation>
    </message>
    <message>
        <source>Fully connected: every output reads every input</source>
        <translation>全連接：每個輸出讀取每個輸入</translation>
    </message>
    <message>
        <source>weights {0} = {1}, biases {2}</source>
        <translation>權重 {0} = {1}，偏置 {2}</translation>
    </message>
    <message>
        <source>A kernel that all {0} places share takes {1} parameters; with a kernel for every place there would be {2}. Both do the same {3} multiplications: a convolution costs arithmetic, a dense layer parameters.</source>
        <translation>{0} 個位置共用一個卷積核，需要 {1} 個參數；若每個位置各有一個卷積核，就需要 {2} 個。兩者都做同樣的 {3} 次乘法：卷積費的是運算，全連接層費的是參數。</translation>
    </message>
</context>
<context>
    <name>ParentSearch</name>
    <message>
        <source>a model that is not here</source>
        <translation>一個不在這裡的模型</translation>
    </message>
</context>
<context>
    <name>PictureList</name>
    <message>
        <source>Pictures</source>
        <translation>圖像</translation>
    </message>
</context>
<context>
    <name>PictureMending</name>
    <message>
        <source>Draw a frame round the digit. Enter keeps it, Esc gives it up.</source>
        <translation>在數字周圍畫一個框。Enter 保留，Esc 放棄。</translation>
    </message>
    <message>
        <source>Pull the corners to those of the sheet. Enter keeps, Esc gives up.</source>
        <translation>把四角拖到紙的四角。Enter 保留，Esc 放棄。</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>One place back</source>
        <translation>退後一個位置</translation>
    </message>
    <message>
        <source>One place further</source>
        <translation>前進一個位置</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暫停</translation>
    </message>
    <message>
        <source>Slide the kernel over the input</source>
        <translation>讓卷積核在輸入上滑動</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>output {0}</source>
        <translation>輸出 {0}</translation>
    </message>
    <message>
        <source>row {0}, column {1}</source>
        <translation>列 {0}，行 {1}</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Why {0}?</source>
        <translation>為什麼是 {0}？</translation>
    </message>
    <message>
        <source>Save as {0}</source>
        <translation>存成 {0}</translation>
    </message>
    <message>
        <source>Click: why {0}?</source>
        <translation>點一下：為什麼是 {0}？</translation>
    </message>
    <message>
        <source>Click: why {0}? Key {1}: save the drawing as {0}.</source>
        <translation>點一下：為什麼是 {0}？按鍵 {1}：把手寫圖存成 {0}。</translation>
    </message>
    <message>
        <source>Probabilities of {0}</source>
        <translation>{0} 的機率</translation>
    </message>
    <message>
        <source>labelled {0}</source>
        <translation>標註為 {0}</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查詢(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>檔案類型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QuestionBar</name>
    <message>
        <source>the answer</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Digit to explain</source>
        <translation>要解釋的數字</translation>
    </message>
    <message>
        <source>The digit whose score is explained</source>
        <translation>解釋哪個數字的分數</translation>
    </message>
    <message>
        <source>any other</source>
        <translation>任何其他</translation>
    </message>
    <message>
        <source>Digit to compare with</source>
        <translation>用來比較的數字</translation>
    </message>
    <message>
        <source>Explain the lead over this digit instead</source>
        <translation>改為解釋對這個數字的領先</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>為什麼</translation>
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
        <translation>問題</translation>
    </message>
    <message>
        <source>Closing help and course brings back what you had.</source>
        <translation>關閉「說明與課程」時，您原來的內容會恢復。</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>您的數值</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Show the Answer</source>
        <translation>顯示答案</translation>
    </message>
    <message>
        <source>✓ Done before. Do it again if you like.</source>
        <translation>✓ 以前做過。想做的話可以再做一次。</translation>
    </message>
    <message>
        <source>Not yet: it is another number.</source>
        <translation>還不對：是另一個數。</translation>
    </message>
    <message>
        <source>✓ {0}</source>
        <translation>✓ {0}</translation>
    </message>
    <message>
        <source>Set the Scene</source>
        <translation>佈置場景</translation>
    </message>
    <message>
        <source>Set the scene first: it shows where.</source>
        <translation>請先佈置場景：那裡可以看到。</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>請輸入一個數。</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Replace a file</source>
        <translation>取代檔案</translation>
    </message>
    <message>
        <source>Replace {0}?</source>
        <translation>取代 {0}？</translation>
    </message>
    <message>
        <source>What is in it now is lost.</source>
        <translation>其中現有的內容將會遺失。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>取代</translation>
    </message>
</context>
<context>
    <name>ReadingActions</name>
    <message>
        <source>Added to your samples as a {0}.</source>
        <translation>已作為 {0} 加入您的樣本。</translation>
    </message>
    <message>
        <source>Added as a {0}, held out: a test digit measures, it is never learned.</source>
        <translation>已作為 {0} 加入並保留：測試用的數字只測量，從不學習。</translation>
    </message>
</context>
<context>
    <name>ReadingCard</name>
    <message>
        <source>Chosen picture</source>
        <translation>選取的圖像</translation>
    </message>
    <message>
        <source>Put this drawing on the canvas (double-click)</source>
        <translation>把這幅圖放到畫布上（按兩下）</translation>
    </message>
    <message>
        <source>To the Canvas</source>
        <translation>放到畫布上</translation>
    </message>
    <message>
        <source>Add to Samples</source>
        <translation>加入樣本</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>重新標註</translation>
    </message>
    <message>
        <source>This sample is something else</source>
        <translation>這個樣本是別的</translation>
    </message>
    <message>
        <source>Held out: it measures what the next training was good for</source>
        <translation>保留：用來測量下次訓練的效果</translation>
    </message>
    <message>
        <source>Let the model learn it, the next time you train</source>
        <translation>下次訓練時讓模型學習它</translation>
    </message>
    <message>
        <source>{0} read as {1}</source>
        <translation>{0} 讀作 {1}</translation>
    </message>
    <message>
        <source>{0}, loss {1}</source>
        <translation>{0}，損失 {1}</translation>
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
        <translation>誤讀：消除 {0} 個，新增 {1} 個</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>之前與之後</translation>
    </message>
    <message>
        <source>Every class</source>
        <translation>每個類別</translation>
    </message>
    <message>
        <source>Class by Class</source>
        <translation>逐個類別</translation>
    </message>
    <message>
        <source>How every class is read, before and after.</source>
        <translation>每個類別之前和之後讀得怎樣。</translation>
    </message>
</context>
<context>
    <name>RecipeForm</name>
    <message>
        <source>Learning</source>
        <translation>學習</translation>
    </message>
    <message>
        <source>How the weights are changed</source>
        <translation>權重怎樣改變</translation>
    </message>
    <message>
        <source>Restraint</source>
        <translation>約束</translation>
    </message>
    <message>
        <source>Against learning by heart</source>
        <translation>防止死記硬背</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>變形</translation>
    </message>
    <message>
        <source>How digits are varied</source>
        <translation>數字怎樣變形</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>最佳化器</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>排程</translation>
    </message>
</context>
<context>
    <name>RecipePage</name>
    <message>
        <source>Recipe</source>
        <translation>訓練方案</translation>
    </message>
    <message>
        <source>A recipe to begin with.</source>
        <translation>可以由此開始的訓練方案。</translation>
    </message>
    <message>
        <source>Use Its Network</source>
        <translation>使用它的網路</translation>
    </message>
    <message>
        <source>Choose the network that this recipe was made for.</source>
        <translation>選擇此方案所針對的網路。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Save your recipe.</source>
        <translation>儲存您的訓練方案。</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>另存新檔…</translation>
    </message>
    <message>
        <source>Save these settings as a recipe of your own.</source>
        <translation>把這些設定存成您自己的訓練方案。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Import, export, delete.</source>
        <translation>匯入、匯出、刪除。</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>匯入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>匯出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>刪除(&amp;D)</translation>
    </message>
    <message>
        <source>Waiting for the disk…</source>
        <translation>正在等待磁碟…</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>已變更。</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>儲存訓練方案</translation>
    </message>
    <message>
        <source>Name of your recipe:</source>
        <translation>您的訓練方案的名稱：</translation>
    </message>
    <message>
        <source>Recipes (*{0})</source>
        <translation>訓練方案 (*{0})</translation>
    </message>
    <message>
        <source>Import a recipe</source>
        <translation>匯入訓練方案</translation>
    </message>
    <message>
        <source>Export the recipe</source>
        <translation>匯出訓練方案</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>Saved as {0}.</source>
        <translation>已存成 {0}。</translation>
    </message>
</context>
<context>
    <name>RefusalView</name>
    <message>
        <source>Not a digit</source>
        <translation>不是數字</translation>
    </message>
    <message>
        <source>The network alone would say {0}, {1} %</source>
        <translation>若只看網路，則是 {0}，{1} %</translation>
    </message>
    <message>
        <source>Nothing to compare with yet</source>
        <translation>還沒有可比較的</translation>
    </message>
    <message>
        <source>A {0} that it knows, at {1} times the usual distance</source>
        <translation>它認得的一個 {0}，距離是通常的 {1} 倍</translation>
    </message>
    <message>
        <source>Looking for the nearest digits…</source>
        <translation>正在尋找最近的數字…</translation>
    </message>
    <message>
        <source>Path: {0} × its diagonal, a digit&apos;s at most {1}</source>
        <translation>筆跡長度：{0} × 其對角線，數字最多 {1}</translation>
    </message>
    <message>
        <source>Several digits? Press N to write a number</source>
        <translation>是多位數嗎？按 N 寫一個多位數</translation>
    </message>
    <message>
        <source>Nearest known digit: {0} × usual distance</source>
        <translation>最近的已知數字：{0} × 通常距離</translation>
    </message>
    <message>
        <source>How sure it is that this is a digit: {0} %. It refuses below {1} %. Distances are measured in the last hidden layer of the network that refuses; usual is how far a digit is from the nearest other one.</source>
        <translation>它認為這是數字的把握：{0} %。低於 {1} % 時拒絕。距離在負責拒絕的網路的最後一個隱藏層中測量；「通常」是一個數字到最近的另一個數字的距離。</translation>
    </message>
</context>
<context>
    <name>ReliabilityDiagram</name>
    <message>
        <source>Reliability diagram</source>
        <translation>可靠性圖</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Expected calibration error: {0} points</source>
        <translation>期望校準誤差：{0} 個百分點</translation>
    </message>
    <message>
        <source>{0} to {1} % sure: none</source>
        <translation>把握 {0} 至 {1} %：沒有</translation>
    </message>
    <message>
        <source>{0} to {1} % sure: {2} answers, {3} % sure on average, {4} % right</source>
        <translation>把握 {0} 至 {1} %：{2} 個結果，平均把握 {3} %，{4} % 正確</translation>
    </message>
    <message>
        <source>sure (probability of the answer)</source>
        <translation>把握（結果的機率）</translation>
    </message>
    <message>
        <source>Calibration error {0} points</source>
        <translation>校準誤差 {0} 個百分點</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正確</translation>
    </message>
    <message>
        <source>right, though it was less sure</source>
        <translation>正確，儘管把握較小</translation>
    </message>
    <message>
        <source>wrong, though it was sure</source>
        <translation>錯誤，儘管很有把握</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Details of this installation</source>
        <translation>此安裝的詳細資訊</translation>
    </message>
    <message>
        <source>Nothing is sent. Copy this and put it into your report.</source>
        <translation>不會傳送任何內容。請複製它並放進您的回報。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細資訊</translation>
    </message>
    <message>
        <source>With the drawing on the canvas</source>
        <translation>包括畫布上的手寫圖</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
</context>
<context>
    <name>RetrainPanel</name>
    <message>
        <source>Retrain</source>
        <translation>重新訓練</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>訓練方案</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>訓練過程</translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits an epoch</source>
        <translation>
            <numerusform>每輪 %Ln 個數字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parameters</source>
        <translation>
            <numerusform>%Ln 個參數</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln epochs, {0} {1:g}</source>
        <translation>
            <numerusform>%Ln 輪，{0} {1:g}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln steps, each from a batch of {0}</source>
        <translation>
            <numerusform>%Ln 步，每步一批 {0} 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick what to learn from.</source>
        <translation>勾選要學習的資料。</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>無</translation>
    </message>
    <message>
        <source>your network</source>
        <translation>您的網路</translation>
    </message>
    <message>
        <source>{0}, changed</source>
        <translation>{0}，已變更</translation>
    </message>
    <message>
        <source>{0}, from {1}</source>
        <translation>{0}，來自 {1}</translation>
    </message>
</context>
<context>
    <name>RunControls</name>
    <message>
        <source>Train</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>One Step</source>
        <translation>單步</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Begin a run with this data, network and recipe.</source>
        <translation>用這些資料、網路和訓練方案開始訓練。</translation>
    </message>
    <message>
        <source>Wait after this step; a checkpoint is written.</source>
        <translation>這一步之後等待；會寫入檢查點。</translation>
    </message>
    <message>
        <source>Go on.</source>
        <translation>繼續。</translation>
    </message>
    <message>
        <source>Learn one batch, then wait.</source>
        <translation>學習一個批次，然後等待。</translation>
    </message>
    <message>
        <source>End now; what was learned is kept and compared.</source>
        <translation>現在結束；學到的內容會保留並進行比較。</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>訓練進度</translation>
    </message>
    <message>
        <source>Reading the data and building the network…</source>
        <translation>正在讀取資料並建立網路…</translation>
    </message>
    <message>
        <source>epoch {0} of {1}</source>
        <translation>第 {0} 輪，共 {1} 輪</translation>
    </message>
    <message>
        <source>step {0} of {1}</source>
        <translation>第 {0} 步，共 {1} 步</translation>
    </message>
    <message>
        <source>Keeping what was learned…</source>
        <translation>正在保留學到的內容…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>還剩 {0}</translation>
    </message>
</context>
<context>
    <name>RunCurve</name>
    <message>
        <source>Read wrongly</source>
        <translation>讀錯</translation>
    </message>
    <message numerus="yes">
        <source>Errors in %Ln epochs of training</source>
        <translation>
            <numerusform>訓練 %Ln 輪中的錯誤</numerusform>
        </translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation>第 {0} 輪</translation>
    </message>
    <message>
        <source>training</source>
        <translation>訓練</translation>
    </message>
    <message numerus="yes">
        <source>%Ln epochs</source>
        <translation>
            <numerusform>%Ln 輪</numerusform>
        </translation>
    </message>
    <message>
        <source>validation</source>
        <translation>驗證</translation>
    </message>
    <message>
        <source>Share read correctly, by epoch</source>
        <translation>各輪讀對的比例</translation>
    </message>
</context>
<context>
    <name>RunNotices</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Close this line.</source>
        <translation>關閉這一行。</translation>
    </message>
    <message>
        <source>The run is over, but {0} cannot be read.</source>
        <translation>訓練結束了，但無法讀取 {0}。</translation>
    </message>
    <message>
        <source>{0} is ready.</source>
        <translation>{0} 已就緒。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Show what it gave, and choose which model answers.</source>
        <translation>查看它帶來了什麼，並選擇由哪個模型回答。</translation>
    </message>
    <message>
        <source>A run of {0} was interrupted.</source>
        <translation>{0} 的訓練中斷了。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Go on where the last checkpoint was written.</source>
        <translation>從上一個檢查點繼續。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>Delete the interrupted run with its checkpoints.</source>
        <translation>刪除中斷的訓練及其檢查點。</translation>
    </message>
</context>
<context>
    <name>RunReceipt</name>
    <message>
        <source>{0}: stopped after step {1} of {2}</source>
        <translation>{0}：在第 {1} 步之後停止，共 {2} 步</translation>
    </message>
    <message>
        <source>{0}: it got no better after epoch {1} of {2}</source>
        <translation>{0}：第 {1} 輪之後沒有再改善，共 {2} 輪</translation>
    </message>
    <message>
        <source>{0} is ready</source>
        <translation>{0} 已就緒</translation>
    </message>
    <message>
        <source>Nothing was held back that both models could be measured by.</source>
        <translation>沒有保留可用來測量兩個模型的資料。</translation>
    </message>
    <message>
        <source>It reads {0} points worse than {1} on the same digits.</source>
        <translation>對相同的數字，它讀得比 {1} 差 {0} 個百分點。</translation>
    </message>
    <message>
        <source>{0} had learned from {1}, too: it may know some of these digits.</source>
        <translation>{0} 也曾從 {1} 學習：它可能認得其中一些數字。</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>保留</translation>
    </message>
    <message numerus="yes">
        <source>%Ln held-back digits</source>
        <translation>
            <numerusform>%Ln 個保留的數字</numerusform>
        </translation>
    </message>
    <message>
        <source>Refused as no digit</source>
        <translation>被判為不是數字</translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation>您的手寫圖</translation>
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
        <translation>讓之前的模型來回答；新的仍在「模型」中。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Close the receipt.</source>
        <translation>關閉這份報告。</translation>
    </message>
    <message>
        <source>Use It</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Let the new version answer; you can go back.</source>
        <translation>讓新版本來回答；您可以退回。</translation>
    </message>
    <message>
        <source>Keep for Later</source>
        <translation>留待以後</translation>
    </message>
    <message>
        <source>Leave the new version in Models; what answers stays.</source>
        <translation>把新版本留在「模型」中；由誰回答保持不變。</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Learning rate</source>
        <translation>學習率</translation>
    </message>
    <message>
        <source>Change it while it learns; what the schedule has left scales alike.</source>
        <translation>在學習時變更它；排程餘下的部分同比縮放。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Save the curves as numbers or as a picture.</source>
        <translation>把曲線存成數值或圖片。</translation>
    </message>
    <message>
        <source>&amp;Numbers (CSV)…</source>
        <translation>數值（CSV）(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Picture (PNG)…</source>
        <translation>圖片（PNG）(&amp;P)…</translation>
    </message>
    <message>
        <source>— learned</source>
        <translation>— 學習過的</translation>
    </message>
    <message>
        <source>● held back</source>
        <translation>● 保留的</translation>
    </message>
    <message>
        <source>The network in training answers the drawing on the canvas while it learns. What it becomes is a new version; it answers only if you say so.</source>
        <translation>訓練中的網路一邊學習，一邊讀畫布上的手寫圖。它會成為一個新版本；只有您同意，它才會給出結果。</translation>
    </message>
    <message>
        <source>Press Train: here you see it learn.</source>
        <translation>按「訓練」：您會在這裡看到它學習。</translation>
    </message>
    <message>
        <source>Digits an epoch</source>
        <translation>每輪數字數</translation>
    </message>
    <message>
        <source>Digits a second</source>
        <translation>每秒數字數</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Read right</source>
        <translation>讀對</translation>
    </message>
    <message>
        <source>… held back</source>
        <translation>… 保留的</translation>
    </message>
    <message>
        <source>Numbers (*.csv)</source>
        <translation>數值 (*.csv)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>圖片 (*.png)</translation>
    </message>
    <message>
        <source>Export the curves</source>
        <translation>匯出曲線</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在儲存…</translation>
    </message>
</context>
<context>
    <name>SampleFilters</name>
    <message>
        <source>All digits</source>
        <translation>全部數字</translation>
    </message>
    <message>
        <source>Digit</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Learned and held out</source>
        <translation>學習與保留</translation>
    </message>
    <message>
        <source>To learn from</source>
        <translation>用於學習</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>About every fifth sample is held out: it measures what was learned.</source>
        <translation>大約每五個樣本保留一個：用來測量學到了什麼。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Misread</source>
        <translation>誤讀</translation>
    </message>
    <message>
        <source>Only those that the current model reads otherwise</source>
        <translation>只看目前模型讀得不同的</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>全部類別</translation>
    </message>
    <message>
        <source>From anywhere</source>
        <translation>任何來源</translation>
    </message>
    <message>
        <source>Drawn here</source>
        <translation>在這裡寫的</translation>
    </message>
</context>
<context>
    <name>SampleGrid</name>
    <message>
        <source>Samples</source>
        <translation>樣本</translation>
    </message>
</context>
<context>
    <name>SampleLibrary</name>
    <message>
        <source>Your samples were put back under other numbers, and this can no longer be taken back: choose them in Samples.</source>
        <translation>您的樣本以其他編號放回，此操作不能再復原：請在「樣本」中選擇它們。</translation>
    </message>
</context>
<context>
    <name>SampleModel</name>
    <message>
        <source>{0}, from {1}</source>
        <translation>{0}，來自 {1}</translation>
    </message>
    <message>
        <source>; held out: never trained on</source>
        <translation>；保留：從不用於訓練</translation>
    </message>
    <message>
        <source>; read as {0}, {1} %</source>
        <translation>；讀作 {0}，{1} %</translation>
    </message>
</context>
<context>
    <name>SamplesPanel</name>
    <message>
        <source>Samples</source>
        <translation>樣本</translation>
    </message>
    <message>
        <source>Draw a digit and press its key: it becomes a sample that teaches the network your hand.</source>
        <translation>寫一個數字並按它的鍵：它就成為教網路認識您筆跡的樣本。</translation>
    </message>
    <message>
        <source>The model reads your samples…</source>
        <translation>模型正在讀您的樣本…</translation>
    </message>
    <message>
        <source>The current model reads all of these right.</source>
        <translation>目前的模型全部讀對。</translation>
    </message>
    <message>
        <source>No sample fits these filters.</source>
        <translation>沒有符合這些篩選條件的樣本。</translation>
    </message>
    <message>
        <source>Samples from {1}: {0}.</source>
        <translation>來自 {1} 的樣本：{0}。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples are in {0}.</source>
        <translation>
            <numerusform>%Ln 個樣本已在 {0} 中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are pictures without strokes and were left out.</source>
        <translation>
            <numerusform>%Ln 個是沒有筆畫的圖片，已略過。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scatter</name>
    <message>
        <source>Map of digits</source>
        <translation>數字地圖</translation>
    </message>
    <message>
        <source>Point at a digit to see it.</source>
        <translation>指向一個數字來查看它。</translation>
    </message>
    <message>
        <source>neighbour {0}</source>
        <translation>鄰居 {0}</translation>
    </message>
</context>
<context>
    <name>SchedulePlot</name>
    <message>
        <source>The learning rate from the first step to the last.</source>
        <translation>從第一步到最後一步的學習率。</translation>
    </message>
    <message>
        <source>Learning rate from {0} over {1} to {2}</source>
        <translation>學習率從 {0} 經 {1} 到 {2}</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>學習率</translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation>第 {0} 輪</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>One step back in Inside; close help and tour</source>
        <translation>在「內部」中退回一步；關閉說明和導覽</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>到處</translation>
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
        <translation>更簡單：{0}</translation>
    </message>
</context>
<context>
    <name>SlidingSheet</name>
    <message>
        <source>What one sees</source>
        <translation>所見內容</translation>
    </message>
    <message>
        <source>Heartbeat of {0} values, drawn for this, not measured</source>
        <translation>{0} 個值的心跳，專為此畫出，並非實測</translation>
    </message>
    <message>
        <source>Input {0}</source>
        <translation>輸入 {0}</translation>
    </message>
    <message>
        <source>Draw a digit: the input follows.</source>
        <translation>寫一個數字：輸入會隨之變化。</translation>
    </message>
    <message>
        <source>none: pooling has no weights</source>
        <translation>無：池化沒有權重</translation>
    </message>
    <message>
        <source>A window goes over the input; of its {0} values only the largest is kept: here {1}.</source>
        <translation>一個視窗在輸入上移動；其中 {0} 個值只保留最大的：這裡是 {1}。</translation>
    </message>
    <message>
        <source>A window goes over the input; its {0} values become their mean: here {1}.</source>
        <translation>一個視窗在輸入上移動；其中 {0} 個值變為它們的平均值：這裡是 {1}。</translation>
    </message>
    <message>
        <source>The kernel is turned by 180° and slides over the input; at every place {0} products are summed: here {1}.</source>
        <translation>卷積核旋轉 180° 後在輸入上滑動；在每個位置把 {0} 個乘積相加：這裡是 {1}。</translation>
    </message>
    <message>
        <source>The kernel slides over the input; at every place {0} products are summed: here {1}.</source>
        <translation>卷積核在輸入上滑動；在每個位置把 {0} 個乘積相加：這裡是 {1}。</translation>
    </message>
    <message>
        <source>No output is above 0: there is no peak.</source>
        <translation>沒有大於 0 的輸出：沒有波峰。</translation>
    </message>
    <message>
        <source>Peaks found at {0}: there the output is larger than beside it and more than half of its largest, {1}.</source>
        <translation>在 {0} 處找到波峰：那裡的輸出比兩旁大，並且大於最大值 {1} 的一半。</translation>
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
        <translation>這裡沒有 MNIST。可以在「重新訓練」中下載。</translation>
    </message>
    <message>
        <source>You have labelled no drawings yet.</source>
        <translation>您還沒有標註過手寫圖。</translation>
    </message>
</context>
<context>
    <name>Squares</name>
    <message>
        <source>Areas in proportion to the parameters</source>
        <translation>面積與參數個數成正比</translation>
    </message>
    <message>
        <source>Areas in proportion; none is drawn smaller than 2 pixels</source>
        <translation>面積成正比；畫出的都不小於 2 像素</translation>
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
        <translation>全連接</translation>
    </message>
</context>
<context>
    <name>StageView</name>
    <message>
        <source>Kernels</source>
        <translation>卷積核</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>特徵圖</translation>
    </message>
    <message>
        <source>{0}: kernels {1} × {2}</source>
        <translation>{0}：卷積核 {1} × {2}</translation>
    </message>
    <message>
        <source>{0}: maps</source>
        <translation>{0}：特徵圖</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延遲</translation>
    </message>
    <message>
        <source>From the pen&apos;s movement to the answer&apos;s arrival.</source>
        <translation>從筆的移動到結果出現。</translation>
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
        <translation>所檢視的網路</translation>
    </message>
    <message>
        <source>All networks of the ensemble vote; Inside, Why and the others show this one.</source>
        <translation>集成中的所有網路都投票；「內部」「為什麼」等顯示的是這一個。</translation>
    </message>
    <message>
        <source>Inside: {0}</source>
        <translation>內部：{0}</translation>
    </message>
    <message>
        <source>Warming up…</source>
        <translation>正在暖機…</translation>
    </message>
    <message>
        <source>The engine stopped. Starting it again…</source>
        <translation>引擎停止了，正在重新啟動…</translation>
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
        <translation>變更…</translation>
    </message>
    <message>
        <source>Back to the run</source>
        <translation>回到訓練過程</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>變更它</translation>
    </message>
</context>
<context>
    <name>SumView</name>
    <message>
        <source>Terms of the sum</source>
        <translation>求和的各項</translation>
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
        <translation>準確率</translation>
    </message>
    <message>
        <source>Loss: mean of −ln of the true digit&apos;s probability. Calibration error: how far, in percentage points, the probability of the answers is from the share that is right, the mean over 15 bins (Guo et al. 2017).</source>
        <translation>損失：正確數字的機率取 −ln 後的平均。校準誤差：結果的機率與實際正確比例相差多少個百分點，對 15 個區間取平均（Guo 等 2017）。</translation>
    </message>
    <message>
        <source>What does it misread?</source>
        <translation>它讀錯什麼？</translation>
    </message>
    <message>
        <source>Measure the model on digits whose names are known.</source>
        <translation>用已知是幾的數字來測量模型。</translation>
    </message>
    <message>
        <source>{0} % right</source>
        <translation>{0} % 正確</translation>
    </message>
    <message>
        <source>{0} of {1} wrong · loss {2} · calibration error {3}</source>
        <translation>{1} 個中錯 {0} 個 · 損失 {2} · 校準誤差 {3}</translation>
    </message>
</context>
<context>
    <name>TakeAway</name>
    <message>
        <source>Drag it into another program, or into a folder.</source>
        <translation>把它拖到另一個程式或資料夾中。</translation>
    </message>
    <message>
        <source>Copy “{0}” as a Picture</source>
        <translation>把「{0}」複製成圖片</translation>
    </message>
    <message>
        <source>Save “{0}” as a Picture</source>
        <translation>把「{0}」存成圖片</translation>
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
        <translation>讀作 {0}，{1}</translation>
    </message>
    <message>
        <source>no digit</source>
        <translation>不是數字</translation>
    </message>
    <message>
        <source>Copied as a picture: {0}.</source>
        <translation>已複製成圖片：{0}。</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG (*.svg)</translation>
    </message>
    <message>
        <source>There is no memory for so large a picture.</source>
        <translation>記憶體不足，無法產生這麼大的圖片。</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>已存成 {0}。</translation>
    </message>
    <message>
        <source>Save as a picture</source>
        <translation>存成圖片</translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>{0} taught</source>
        <translation>{0}-學過</translation>
    </message>
</context>
<context>
    <name>TimeControls</name>
    <message>
        <source>Training run</source>
        <translation>訓練過程</translation>
    </message>
    <message>
        <source>Keep as a Version</source>
        <translation>保留為版本</translation>
    </message>
    <message>
        <source>Copy this checkpoint to the models</source>
        <translation>把這個檢查點複製到模型中</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>刪除…</translation>
    </message>
    <message>
        <source>Delete this run with its checkpoints</source>
        <translation>刪除此訓練過程及其檢查點</translation>
    </message>
    <message>
        <source>Save how it learned as a moving picture, a frame for each checkpoint</source>
        <translation>把它怎樣學習存成動畫，每個檢查點一個影格</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>檢查點</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save as GIF…</source>
        <translation>存成 GIF…</translation>
    </message>
    <message>
        <source>Epoch {0} of {1}</source>
        <translation>第 {0} 輪，共 {1} 輪</translation>
    </message>
    <message>
        <source>Before epoch 1</source>
        <translation>第 1 輪之前</translation>
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
        <translation>時光機</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>訓練過程</translation>
    </message>
    <message>
        <source>No training run yet. Train a network: each epoch leaves a checkpoint, and here you can watch how it learned to read your drawing.</source>
        <translation>還沒有訓練過程。訓練一個網路：每一輪留下一個檢查點，在這裡可以觀看它怎樣學會讀您寫的圖。</translation>
    </message>
    <message>
        <source>{0}, {1} %</source>
        <translation>{0}，{1} %</translation>
    </message>
    <message>
        <source>Reading generated digits…</source>
        <translation>正在讀生成的數字…</translation>
    </message>
    <message>
        <source>No set of {0} is at hand.</source>
        <translation>手邊沒有 {0} 的資料集。</translation>
    </message>
    <message>
        <source>{0} of {1} generated digits</source>
        <translation>{1} 個生成的數字中的 {0} 個</translation>
    </message>
    <message>
        <source>while learning</source>
        <translation>學習過程中</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>驗證</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>生成的</translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation>引擎一再停止。請選擇「模型 ▸ 重新啟動引擎」。</translation>
    </message>
    <message>
        <source>Warming up. The answer comes by itself.</source>
        <translation>正在暖機。結果會自己出現。</translation>
    </message>
    <message>
        <source>Save how it learned</source>
        <translation>儲存它怎樣學習</translation>
    </message>
    <message>
        <source>GIF (*.gif)</source>
        <translation>GIF (*.gif)</translation>
    </message>
    <message>
        <source>Epoch {0} of {1}</source>
        <translation>第 {0} 輪，共 {1} 輪</translation>
    </message>
    <message>
        <source>{0} epoch {1}</source>
        <translation>{0} 第 {1} 輪</translation>
    </message>
    <message>
        <source>Kept as {0}: choose it among the models.</source>
        <translation>已保留為 {0}：可在模型中選擇。</translation>
    </message>
    <message>
        <source>A network is being trained: stop it before you delete.</source>
        <translation>有網路正在訓練：請先停止再刪除。</translation>
    </message>
    <message>
        <source>The version that it became stays.</source>
        <translation>由它產生的版本仍然保留。</translation>
    </message>
    <message>
        <source>It is not finished and could be gone on with.</source>
        <translation>它尚未結束，可以繼續。</translation>
    </message>
    <message>
        <source>It takes {0} MB.</source>
        <translation>它佔用 {0} MB。</translation>
    </message>
    <message>
        <source>Delete Run</source>
        <translation>刪除訓練過程</translation>
    </message>
    <message>
        <source>Delete the run {0} with its checkpoints?</source>
        <translation>刪除訓練過程 {0} 及其檢查點？</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
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
        <translation>讓正在回答的模型學習這些樣本；您會看到有什麼改變</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>File of Inks or Pictures…</source>
        <translation>筆跡或圖片檔案…</translation>
    </message>
    <message>
        <source>Folder of Pictures…</source>
        <translation>圖片資料夾…</translation>
    </message>
    <message>
        <source>The samples that are listed, into files</source>
        <translation>把列出的樣本存入檔案</translation>
    </message>
    <message>
        <source>Inks…</source>
        <translation>筆跡…</translation>
    </message>
    <message>
        <source>idx Files…</source>
        <translation>idx 檔案…</translation>
    </message>
    <message>
        <source>Samples: {0}, ○ {1} of them held out to measure with</source>
        <translation>樣本：{0} 個，其中 ○ {1} 個保留用於測量</translation>
    </message>
    <message>
        <source>No samples yet</source>
        <translation>還沒有樣本</translation>
    </message>
    <message>
        <source>Reading {0} of {1}: {2} misread</source>
        <translation>正在讀第 {0} 個，共 {1} 個：讀錯 {2} 個</translation>
    </message>
    <message>
        <source>{0} of {1} misread</source>
        <translation>{1} 個中讀錯 {0} 個</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在處理…</translation>
    </message>
    <message>
        <source>{0} of {1} samples…</source>
        <translation>{0} / {1} 個樣本…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples…</source>
        <translation>
            <numerusform>%Ln 個樣本…</numerusform>
        </translation>
    </message>
    <message>
        <source>Samples ({0})</source>
        <translation>樣本 ({0})</translation>
    </message>
    <message>
        <source>Import samples</source>
        <translation>匯入樣本</translation>
    </message>
    <message>
        <source>Import pictures from folders named as the classes are</source>
        <translation>從以類別命名的資料夾匯入圖片</translation>
    </message>
    <message>
        <source>Inks ({0})</source>
        <translation>筆跡 ({0})</translation>
    </message>
    <message>
        <source>New folder ({0})</source>
        <translation>新資料夾 ({0})</translation>
    </message>
    <message>
        <source>idx files ({0})</source>
        <translation>idx 檔案 ({0})</translation>
    </message>
    <message>
        <source>Export samples</source>
        <translation>匯出樣本</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Pen width</source>
        <translation>筆的粗細</translation>
    </message>
    <message>
        <source>Pen width. Only how it looks: the network gets every pen equally thick.</source>
        <translation>筆的粗細。只影響外觀：網路得到的筆畫都一樣粗。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>粗細</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Draw a 7 for me</source>
        <translation>替我寫一個 7</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>開啟「{0}」</translation>
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
        <translation>網路得到的</translation>
    </message>
    <message>
        <source>Scale to 20 × 20</source>
        <translation>縮放到 20 × 20</translation>
    </message>
    <message>
        <source>Off: the network gets the whole canvas, shrunk.</source>
        <translation>關閉時：網路得到縮小後的整個畫布。</translation>
    </message>
    <message>
        <source>Centre the mass</source>
        <translation>重心置中</translation>
    </message>
    <message>
        <source>Off: the 20 × 20 box sits in the middle.</source>
        <translation>關閉時：20 × 20 的方框位於正中。</translation>
    </message>
</context>
<context>
    <name>UnitFrame</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>UnitView</name>
    <message>
        <source>Slide over the map</source>
        <translation>在圖上滑動</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>單步</translation>
    </message>
    <message>
        <source>One place further</source>
        <translation>前進一個位置</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy the sum</source>
        <translation>複製求和式</translation>
    </message>
    <message>
        <source>As &amp;text</source>
        <translation>複製為文字(&amp;T)</translation>
    </message>
    <message>
        <source>As &amp;CSV</source>
        <translation>複製為 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>As &amp;LaTeX</source>
        <translation>複製為 LaTeX(&amp;L)</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>How the terms are shown</source>
        <translation>怎樣顯示各項</translation>
    </message>
    <message>
        <source>&amp;Largest first</source>
        <translation>最大的在前(&amp;L)</translation>
    </message>
    <message>
        <source>Every &amp;number</source>
        <translation>每個數(&amp;N)</translation>
    </message>
    <message>
        <source>map {0} · row {1}, column {2}</source>
        <translation>特徵圖 {0} · 列 {1}，行 {2}</translation>
    </message>
    <message>
        <source>Draw a digit to see how this value comes about.</source>
        <translation>寫一個數字，看看這個值怎樣得出。</translation>
    </message>
    <message>
        <source>equals torch ✓</source>
        <translation>與 torch 相等 ✓</translation>
    </message>
    <message>
        <source>torch has {0}</source>
        <translation>torch 得到 {0}</translation>
    </message>
    <message>
        <source>→ {0}: the largest of {1}, {2}</source>
        <translation>→ {0}：{1} 個中的最大值，{2}</translation>
    </message>
    <message>
        <source>→ {0}: from {1} values, {2}</source>
        <translation>→ {0}：由 {1} 個值得出，{2}</translation>
    </message>
    <message>
        <source>→ {0}: {1}</source>
        <translation>→ {0}：{1}</translation>
    </message>
    <message>
        <source>its weights</source>
        <translation>它的權重</translation>
    </message>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation>列 {0}，行 {1}：{2}</translation>
    </message>
</context>
<context>
    <name>UnsavedSamples</name>
    <message>
        <source>Not saved yet</source>
        <translation>尚未儲存</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes of your samples are not saved yet.</source>
        <translation>
            <numerusform>您的樣本有 %Ln 處變更尚未儲存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program uses them. The window closes once they are saved.</source>
        <translation>另一個程式正在使用它們。儲存之後視窗就會關閉。</translation>
    </message>
    <message>
        <source>Close Without Saving</source>
        <translation>不儲存就關閉</translation>
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
        <translation>變形的例子</translation>
    </message>
</context>
<context>
    <name>VersionDetails</name>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>What is known about the version</source>
        <translation>關於此版本的已知資訊</translation>
    </message>
    <message numerus="yes">
        <source>%Ln parameters</source>
        <translation>
            <numerusform>%Ln 個參數</numerusform>
        </translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>自帶</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>寫備註</translation>
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
        <translation>檔案中沒有關於其訓練的資訊。</translation>
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
        <translation>網路</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>讀對</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>建立時間</translation>
    </message>
    <message>
        <source>Read correctly of MNIST&apos;s test set, else of the validation set</source>
        <translation>在 MNIST 測試集上讀對的比例，沒有時為驗證集</translation>
    </message>
    <message>
        <source>{0}, answers</source>
        <translation>{0}，正在回答</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>自帶</translation>
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
        <translation>自帶：讀數字的</translation>
    </message>
    <message>
        <source>Shipped: the ladder, from one dense layer upwards</source>
        <translation>自帶：階梯，從一個全連接層開始</translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>Colours per layer</source>
        <translation>按層著色</translation>
    </message>
    <message>
        <source>Colours per map</source>
        <translation>按圖著色</translation>
    </message>
    <message>
        <source>One colour scale</source>
        <translation>統一著色</translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation>顏色標度</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>Forward, weights or backward</source>
        <translation>前向、權重或反向</translation>
    </message>
    <message>
        <source>Forward: activations. Weights: what was learned, the same for every drawing. Backward: δ, what the loss for a digit tells each unit</source>
        <translation>前向：激活值。權重：學到的內容，對每幅圖都相同。反向：δ，某個數字的損失告訴每個單元什麼</translation>
    </message>
    <message numerus="yes">
        <source>{0} reads your drawing in %Ln convolutions.</source>
        <translation>
            <numerusform>{0} 用 %Ln 次卷積讀您的手寫圖。</numerusform>
        </translation>
    </message>
    <message>
        <source>One weighted sum of {0} numbers follows.</source>
        <translation>之後是對 {0} 個數的一次加權求和。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln layers of weighted sums follow, the last of {0} numbers.</source>
        <translation>
            <numerusform>之後是 %Ln 層加權求和，最後一層對 {0} 個數。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} reads your drawing in one weighted sum of {1} numbers.</source>
        <translation>{0} 用對 {1} 個數的一次加權求和讀您的手寫圖。</translation>
    </message>
    <message numerus="yes">
        <source>{0} reads your drawing in %Ln layers of weighted sums, the last of {1} numbers.</source>
        <translation>
            <numerusform>{0} 用 %Ln 層加權求和讀您的手寫圖，最後一層對 {1} 個數。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} reads your drawing without weighted sums.</source>
        <translation>{0} 不用加權求和就讀您的手寫圖。</translation>
    </message>
    <message numerus="yes">
        <source>It compares what comes out with %Ln pictures: the nearest wins.</source>
        <translation>
            <numerusform>它把得出的與 %Ln 幅圖樣比較：最近的勝出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Backward for {0}</source>
        <translation>對 {0} 反向</translation>
    </message>
    <message>
        <source>Blue: a positive weight. Orange: a negative one.</source>
        <translation>藍色：正的權重。橙色：負的權重。</translation>
    </message>
    <message>
        <source>Blue: more here makes the loss larger. Orange: smaller.</source>
        <translation>藍色：這裡增大會使損失變大。橙色：變小。</translation>
    </message>
    <message>
        <source>Blue: above 0. Orange: below 0, as all distances: the palest is the nearest and wins.</source>
        <translation>藍色：大於 0。橙色：小於 0，所有距離都如此：顏色最淺的最接近，因而勝出。</translation>
    </message>
    <message>
        <source>Blue: the map answers here. Orange: it is against. Click a map, then a point of it.</source>
        <translation>藍色：特徵圖在這裡有反應。橙色：它反對。點一下一幅特徵圖，再點一下其中一點。</translation>
    </message>
</context>
<context>
    <name>VoteList</name>
    <message>
        <source>Votes, mean counts</source>
        <translation>投票，以平均值計</translation>
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
        <translation>{0} 個網路</translation>
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
        <translation>每一層的權重</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>權重</translation>
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
        <translation>變異數</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>To begin with</source>
        <translation>從這裡開始</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>書寫</translation>
    </message>
    <message>
        <source>Have a 7 drawn, or draw on the sheet</source>
        <translation>讓程式寫一個 7，或自己在紙上寫</translation>
    </message>
    <message>
        <source>Look Inside</source>
        <translation>看看內部</translation>
    </message>
    <message>
        <source>Tour, One Minute</source>
        <translation>導覽，一分鐘</translation>
    </message>
    <message>
        <source>Learn Step by Step</source>
        <translation>一步一步學習</translation>
    </message>
    <message>
        <source>Have a 3 drawn and see what every layer makes of it</source>
        <translation>讓程式寫一個 3，看看每一層怎樣處理它</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Let a network learn from the beginning, on this computer</source>
        <translation>讓一個網路在這台電腦上從頭學起</translation>
    </message>
    <message>
        <source>Have a {0} drawn</source>
        <translation>讓程式寫一個 {0}</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Why this answer</source>
        <translation>為什麼是這個結果</translation>
    </message>
    <message>
        <source>Draw a digit: here you see which ink decided the answer.</source>
        <translation>寫一個數字：這裡會顯示哪些墨跡決定了結果。</translation>
    </message>
    <message>
        <source>This is a picture: only strokes can be erased.</source>
        <translation>這是一幅圖片：只有筆畫可以擦除。</translation>
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
        <translation>第 {0} 處，共 {1} 處</translation>
    </message>
    <message>
        <source>Read this part</source>
        <translation>讀取這一處</translation>
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
        <translation>之後</translation>
    </message>
    <message>
        <source>drawings</source>
        <translation>手寫圖</translation>
    </message>
</context>
<context>
    <name>_FoldButton</name>
    <message>
        <source>Only the largest ▴</source>
        <translation>只顯示最大的 ▴</translation>
    </message>
    <message numerus="yes">
        <source>+ %n more, all 0 ▾</source>
        <translation>
            <numerusform>+ 另外 %n 個，全為 0 ▾</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+ %n more, together {0} ▾</source>
        <translation>
            <numerusform>+ 另外 %n 個，合計 {0} ▾</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_NameDelegate</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
</context>
<context>
    <name>_Pictures</name>
    <message>
        <source>{0} read as {1}, {2} % sure, loss {3}</source>
        <translation>{0} 讀作 {1}，把握 {2} %，損失 {3}</translation>
    </message>
</context>
<context>
    <name>_Steps</name>
    <message>
        <source>moved {0}</source>
        <translation>移動 {0}</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>手寫</translation>
    </message>
    <message>
        <source>20 × 20</source>
        <translation>20 × 20</translation>
    </message>
    <message>
        <source>centred</source>
        <translation>置中</translation>
    </message>
    <message>
        <source>as fed</source>
        <translation>輸入網路</translation>
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
