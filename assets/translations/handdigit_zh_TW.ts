<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>the window is not translated into {0}: choose {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare two different classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no class {0}; there are 0 to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grad-CAM needs feature maps: this network has no convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has no layer {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no channel {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name the right file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idx files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save it smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gates and pen models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start the training anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>headers of tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>headers of checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map of {0} is made of your samples: label {1} at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map is still being drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ink yet: draw a digit first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} reads {1}, and these are {2}: choose another model or other data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This drawing is no longer there: measure again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: there is no such model file: choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine stopped twice while it worked on this, so it is not asked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson broke off and the model is as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training stopped because of a fault in handdigit; the log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training broke off, and the newest checkpoint is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training process ended unexpectedly; what it had learned is kept: resume to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training process ended before the first step: try again, or use less data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be used: trying it failed, and the log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be used: it takes too long to read ten pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is loaded: choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be computed because of a fault in handdigit; the log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be computed: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a step down the slope of each batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps gather speed where slopes agree (Polyak 1964).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>momentum that looks ahead before it steps (1983).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each weight&apos;s step is divided by its recent slopes (Hinton 2012).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights that have moved much move less (Duchi 2011).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>like RMSProp, with steps in the weights&apos; own units (Zeiler 2012).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>momentum and RMSProp together (Kingma and Ba 2015).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam with weight decay kept apart (Loshchilov and Hutter 2019).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels either way; pictures only, strokes are centred.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degrees either way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of pictures; width against height of strokes, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slant of the writing, either way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elastic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bends the digit smoothly, by so many pixels (Simard 2003).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative change of the stroke&apos;s width, either way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian noise on every grey level, 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of pictures without any variation (bitmaps only).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rare styles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of inks with slashed zeros or hooks (strokes only).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tremble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the pen shakes, in sides of the box (strokes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate falls by a factor every few epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate falls by a factor after every epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate falls to 0 as a power of what is left of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate falls to 0 along half a cosine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate rises to its peak, then falls to almost 0 (Smith and Topin 2017).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the weights move at each step, at its highest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the last step that the next one keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often all the data is seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many digits are averaged for one step of the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many epochs lie between two falls of the rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the rate is multiplied by when it falls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 falls along a line; more falls faster at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls weights towards 0, so that none grows without need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate of every dropout layer that the network has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of certainty given to the other digits: less pride.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averaging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps a moving average of the weights; 0.999 is slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share never learned but measured after every epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop early after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs without a better validation loss; keeps the best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generated digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written afresh for every epoch by the pen model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variations of an ink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many fresh ones of each of your inks in every epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed, data and device give the same weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network must be a name or layers, as in network = &quot;default&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network must be at most {0:,} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network has half of a character in it: write it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>augmentation must be a table of its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov needs a momentum above 0: set one, or choose sgd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping early needs data to measure by: set validation above 0, or patience to 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no setting {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names no network; add network = &quot;default&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} must be {1}, not {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} must be one of {1}, not {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of many digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has a number too long, or lists or names nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not TOML: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number, {0} and {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number, {0} and {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trail of active models is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record of the drawing is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture and no ink on the clipboard: copy one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture cannot be read: save it as a file, and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be written: move away what lies there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is in use by another program: try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network is being trained: stop that run first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {0} of the shapes is no name with rows of points: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a picture: it has no pixels of 8 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture has neither grey, RGB nor RGBA pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This drawing is full: up to {0:,} points in {1:,} strokes can be kept; undo the last step, or clear the canvas and begin another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This drawing has a stroke without points: draw it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an ink: expected {{&quot;strokes&quot;: [[[x, y], …], …]}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an ink: &quot;strokes&quot; must be a list of strokes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This ink has {0:,} strokes; inks up to {1:,} strokes are read: leave some out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This ink has {0:,} points; inks up to {1:,} points are read: leave some out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an ink: it has {0:,} characters, and inks have up to {1} million.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an ink: its lists are nested too deeply, or a number is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not JSON: {0} at line {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This drawing has a point out of range, {0}: draw it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stroke {0} is not a list of at least one [x, y] point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stroke {0}, point {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it must be [x, y], [x, y, pressure] or [x, y, pressure, time].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has a value that is not a number: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is out of range: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ink in this picture: nothing stands out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ink within the frame: draw a digit first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no parameter {0}; there are {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has the shape {1}, not {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no δ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer {0}; there are {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels 0 to {0}, rows 0 to {1}, columns 0 to {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>features 0 to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no unit {1}; there are {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model tells {0} to {1} classes apart, not {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} classes have {1} keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is one character, not {0!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two classes are called {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two classes have the key {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is none of the classes that the model knows: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A class is called by 1 to {0} characters that can be printed, not {1!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network can have at most {0} characters when it is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last layer must give {0} to {1} values, one a class; it gives {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last layer must give {0} values, one a class; it gives {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a network can have at most {0} layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it gives {0}, more than {1:,} values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its padded input has more than {0:,} values: pad less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network has more than {0:,} parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network would take more than {0:,} multiply-adds for a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} layer {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>body and shortcut give {0} and {1}, which cannot be added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the branches give {0}: rows and columns must agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write lists of layers: Residual([ReLU()], shortcut=[]).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flatten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rescale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>concat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a list of branches, each a list of layers: Inception([[Conv2d(8, kernel=1)], [MaxPool2d(3, stride=1, padding=1)]]).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>branch {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel spans {0}, the padded input only {1}: take a smaller kernel or dilation, or more padding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooling takes a padding of at most half its window, {0} here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer yet: add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window of {0} does not fit into {1} with padding {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This layer needs feature maps, but a vector comes in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} must be a whole number of at least {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} must be True or False.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padding can be at most half of the kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what comes in is a vector already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear needs a vector: put Flatten() before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rate must be at least 0 and below 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table must list, for every output map, the input maps it reads, ascending and counted from 0: [[0, 1], [1, 2], [0, 2]].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the table names input map {0}, but there are only {1}, from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale and shift must be numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value must be a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rbf compares {0} values with pictures of {1}×{2}: put Linear({0}) before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a network can have at most {0} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a network can have at most {0} brackets inside each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bracket is opened here and never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no layer {0}; there are {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0!r} should read {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0!r} is not a plain value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number is larger than any network needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot read {0!r}; write Conv2d(20, kernel=5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number has {0:,} strokes or parts of them; numbers up to {1} are read: write fewer digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no GPU found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this torch has no CUDA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no CUDA device found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no Metal device found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} failed: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} failed its self-test: probabilities differ by {1:.2g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gate computes numbers too large to be any: fit it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {0} do not fit its network: the file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {0} are not all numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be computed here: choose a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} reads {1}: numbers are read, and other drawings refused, only by models of digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} computes numbers too large to be any: the file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is an ensemble: choose one of the networks in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is there and was not to be replaced: it was left as it is, and what was made is kept beside it as {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} would have {1:,} MB; {2} up to {3:,} MB are read: keep less in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another handdigit is going to write {0}: wait for it, or name another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a folder: name a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a link, and nothing is written outside of {1}: put what it leads to in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stalled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broke off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redirects to nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refuses connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be reached, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download was cancelled; it can go on from there later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of {0} names lines that are not in its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of {0} leaves no drawing to measure by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no list of faulty drawings: name {1} or a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a list of faulty drawings, or it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged: each line once, counted from 0, each kind one of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not an idx file of bytes, as MNIST&apos;s are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is an idx file, but of neither pictures nor labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has pictures of {1:,} × {2:,} pixels; up to {3:,} pixels each are read: save them smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is truncated or padded: {1:,} bytes of values expected, {2:,} found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1} are not pictures and labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no pictures in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has {1:,} pictures, but {2} has {3:,} labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has labels other than 0 to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no MNIST file {1} or {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has more than {1:,} points: split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has more than {1:,} lines: split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no inks in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The writer must be a name or a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label must be a digit 0 to 9 or the name of a class, not {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label is no name. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: ink {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no label; add &quot;label&quot;: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no samples yet: draw a digit and tell which one it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sample is held out yet: the third one of a digit will be the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples were deleted meanwhile: measure again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: name a folder of MNIST files, two idx files (pictures and labels), or a .jsonl file of inks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST is being fetched already: wait until that is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be fetched ({1}): check the connection and try again, or bring the four MNIST files from elsewhere and run handdigit fetch-data mnist --from DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}; {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no file {1} or {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not MNIST&apos;s original: another data set, or damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged: its picture cannot be decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has too many pixels: save it with at most {1} million of them, a photo in JPEG with at most {2} million.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no picture that can be read: use PNG, JPEG, BMP or WebP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no drawings to measure by: name another set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no MNIST in {0}: run handdigit fetch-data mnist, or name a folder that has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pen model writes digits: choose other data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>60,000 digits by 500 people (LeCun, Cortes and Burges 1998).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you drew and labelled; some are held out to measure by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your held-out samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generated handwriting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pen model writes fresh digits for every epoch; nothing to fetch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}:DIR or a .jsonl[.gz] file of labelled inks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} says {1:,} MB about itself; {2} up to {3} MB are read: {4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not {1}, or it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} would say {1:,} MB about itself; {2} up to {3} MB are read: it needs fewer layers, or fewer epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a damaged gzip file: fetch or copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has more than {1:,} MB unpacked; {2} up to {1:,} MB are read: {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has more than {1:,} MB; {2} up to {1:,} MB are read: {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: there is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0!r} cannot be the name of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a folder; name a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a pipe or a device: save what comes from it as a file, and name that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has {1:,} MB; {2} up to {3:,} MB are read: {4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a text file in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was removed or replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} would be larger than {1:,} MB: clear the canvas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no more room: close some windows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a link: put a folder there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line of the journal is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no journal that this version reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a gate file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged: its description cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was saved by a newer handdigit: update it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a handwriting file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was saved by another version of handdigit (format {1!r}; this one reads {2}): fit it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged: its styles cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {0} do not fit its networks: the file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ensemble needs at least two models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is an ensemble itself: choose the networks in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} knows other classes than {1}: they cannot vote together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {0} are too large for half precision: keep it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is said about {0} could not be read back: make the model anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is said about {0} has more than {1:,} characters: shorten its note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged: its weights cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has more weights than its network: the file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a model file, or it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was not saved by handdigit: its network is not described.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was saved by a newer handdigit (format {1}; this version reads up to {2}): update handdigit to use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has other weights now than those that were measured: measure it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} multiply-adds for a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} characters of networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ensemble can have at most {0}: let fewer vote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} describes more than {1:,} characters of networks: choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} describes a network that cannot be built: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model that came with the program is called {0}, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model {0!r}; there are {1}, or name a {2} file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} did not come with this program: train it, or install a version that has {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another handdigit is writing to {0}: try again when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annotated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import of {0} was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder outside the program&apos;s own models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be written: the disk may be failing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} came with the program and cannot be {1}; import a copy of it to change that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lies outside the program&apos;s models: import it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a model {0} already: choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An average needs at least two models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is an ensemble: average the networks in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is another network than {1}: weights can be averaged only of the same one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} comes with the program: choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has half of a character in it: write it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} comes with the program and stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0!r} cannot be a name: Windows keeps it for a device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0!r} cannot be a name: use 1 to {1} characters without {2} and without a dot or a space at either end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a network that comes with the program has this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is left out: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {0} was begun by a newer handdigit: update handdigit to go on with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoints of the run {0} are damaged: start the training anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no training run {0} any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {0} is damaged: its run spec cannot be read; start it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is being trained by another window or command: wait for it or stop it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no folder: move it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be made: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has become no model yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be cleared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are more samples than a file is read with: export fewer at once, a label each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} says nothing about its class: import a folder that has pictures in folders named {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: there are no strokes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no pictures in folders named {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be imported: choose .jsonl inks, a folder of pictures in folders {1}, or an idx file named …-{2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, picture {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: there is no ink in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these samples has strokes: export them as pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not empty: name a new folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no samples to export: label a drawing first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is being repaired by another window: wait until that is done, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was damaged and is repaired (samples saved: {1}, lost: {2}); the damaged file is kept as {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was damaged and is repaired (samples saved: {1}, from the backup of {2}: {3}, lost: {4}); the damaged file is kept as {5}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing drawn: a sample needs ink.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ink in this picture: a sample needs ink.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was replaced by other samples, and yours were added to them: choose the samples again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Put back as they were written here: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was removed or replaced while it was in use: what was known of it is there again (samples put back: {1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to read {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to read {0}: close other programs, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no file: move it away, and your samples are kept there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your samples cannot be kept in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a database of another program: move it away, and your samples are kept there from then on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was written by a newer handdigit (version {1}; this one reads up to {2}): update handdigit to use your samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged or no database of samples: move it away or put back a copy; it was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of {0} is full: make room, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be opened, too many files are: close some, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be written: allow writing in its folder, or choose another with --data-dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is in use by another window: wait until that is done, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read or written, the disk reports an error: check the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not work as a database of samples: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to learn from: choose another source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint is of another network or recipe: start the training anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss is no longer a number after step {0:,}: lower the learning rate, or choose another optimiser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory is not enough for this network with {0:,} pictures at once: choose smaller batches or a smaller network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} examples a batch are too few for {1} processes: choose larger batches or start fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WORLD_SIZE is set, but {0} is {1!r}: start several processes with torchrun, or one without WORLD_SIZE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several processes cannot train together on {0}: use the CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The processes do not find each other: {0}: start them together, with torchrun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no source of data: name {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pen model writes digits and nothing else: train on labelled inks or samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generated handwriting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no samples to learn from yet: draw digits in the window and label them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no samples of {0} to learn from yet: draw some in the window and label them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no MNIST in {0}: run handdigit fetch-data mnist, or name a folder that has it, as in mnist:DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures in {0} are {1}; MNIST&apos;s are {2}×{2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has nothing but empty inks in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is several networks: train one of them further.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is another network than {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {0} has become a model already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint of the run {0} is damaged: start the training anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sample to learn yet: draw a digit and press the right digit key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sample of {0} to learn yet: draw one and label it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generated digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ensemble cannot be taught: choose one of its models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shipped model&apos;s: a million weights, a night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quickest that reads well: a good first try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between small and default: over an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns MNIST within seconds: little arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeCun 1998, as in the paper: table, RBF output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeNet-5 as it is built today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network of many tutorials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nielsen 2015: one convolution, sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nielsen 2015: two convolutions, ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nielsen 2015: wide, with dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After AlexNet (2012): large first kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After VGG (2015): 3×3 kernels and depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After GoogLeNet (2015): branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After ResNet (2016): shortcuts add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No convolution: 100 hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No convolution: 30 hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hidden layer at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a little more ink in a pixel would do to {0}: blue raises it, brown lowers it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slope at every pixel (Simonyan 2014)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much each pixel&apos;s ink adds to {0} on the way from blank paper to the drawing: blue adds, brown takes away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slopes from blank paper to the drawing (Sundararajan 2017)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the network&apos;s last maps find what raises {0}. Coarse, as those maps are small; never below zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last maps, weighted (Selvaraju 2017)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far {0} falls when a patch of 5 × 5 pixels is covered with paper: blue is needed, brown stands in its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covering a patch at a time (Zeiler 2014)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last drawing is back as far as it could be read: {0} is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drawing is not kept for the next start. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How do I…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… undo? Ctrl+Z, or Undo above the canvas; Ctrl+Shift+Z brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… change the language? View ▸ Language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… train a network? Retrain: choose what it learns from, which network, and press Train. Teach from Your Samples lets it learn your own hand in seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… see why this is a 7? Why: blue ink speaks for it, orange ink against.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… find out what a layer does, pooling for example? Inside: the ⓘ beside a layer; or the course, which has a page for each kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… use another network? The box at the lower edge of the window, or Ctrl+M.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… find the keys? Press ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw here with the mouse, a finger or a pen; the network reads while you draw. The eraser (E) takes away what it touches, and its preview says what the answer would be. Everything can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures can be opened, dropped here or pasted. N reads a whole number. Pen width is only how it looks: the network gets every pen equally thick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network does not see your strokes. The drawing is cut out, scaled so that its longer side has 20 pixels, and put into 28 × 28 with its centre of mass in the middle, as the digits were that it learned from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch a step off to see what it is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bars are the network&apos;s ten outputs: how probable each digit is, together 100 %. What is not like any digit is refused, with the reason; the bars then show what the network alone would have claimed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press a digit key to keep the drawing as a sample of that digit: later the network can learn from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of the network at work on your drawing. Blue values are positive, orange negative. Click a unit: the canvas shows what it sees of the drawing, and below stands how its value was computed, equal to torch&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backward shows how the loss depends on every value: what learning starts from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which ink speaks for a digit (blue) and which against it (orange). Four methods answer a little differently; each says what its colours mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about another digit than the one that is read. Below are the smallest erasures that would change the answer: each can be tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolution and pooling by hand, on your drawing or on small examples: change kernel, padding, stride and dilation, and type into the grids. Every output value shows its sum, and the output&apos;s size its formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn, shift, scale or thicken the drawing or add noise, and see how far several networks still read it. The curves are the probability of the digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many digits as points: those that the network finds alike in its last hidden layer lie together. Your drawing is among them, with its nearest neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would a unit like to see most? Starting from noise or from your drawing, a picture is changed step by step so that the unit&apos;s value grows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what is learned from, which network learns, and how; then press Train. The curves show loss and accuracy on what is learned and on what is held back, and your drawing is read again and again by the network that learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run can be paused, and goes on after an interruption. What comes of it is a version in Models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your labelled drawings. About every fifth is held out: it is never learned and only measures. Press a key to relabel what is selected; import and export are below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach lets the network learn them, and shows before and after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every network, shipped or trained by you: its size, how it was trained, how often it is right. Activate lets it answer; Roll Back lets the one before answer again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several can be compared on a set of digits, or joined to an ensemble.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the network on digits whose names are known. The table shows which digit was read as which; click a cell for its pictures, the surest mistakes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration: when it is 90 % sure, is it right in 90 of 100?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training run, epoch by epoch: how kernels, maps and the answer to your drawing came to be. Any moment can be kept as a version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every layer of the network, working on your drawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which parts of the ink speak for a digit, and which against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many digits as points: what the network finds alike lies close together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn, shift or blur the drawing, and see where the answer tips over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide a kernel over a picture yourself, step by step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let a picture grow that one unit of the network answers to most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose data, a network and a recipe, and watch it learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own labelled digits, to train with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back through a training run, and see how it learned to read your drawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every network there is: choose which one answers, and compare them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which digits it misreads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an edge with ink on its right and paper on its left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an edge with ink to the lower right and paper to the upper left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an edge with ink below and paper above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an edge with ink to the lower left and paper to the upper right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an edge with ink on its left and paper on its right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an edge with ink to the upper left and paper to the lower right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an edge with ink above and paper below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an edge with ink to the upper right and paper to the lower left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a level line of ink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line of ink that falls to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an upright line of ink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line of ink that rises to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a level gap between ink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a gap between ink that falls to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an upright gap between ink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a gap between ink that rises to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a dot of ink with paper around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a dot of paper with ink around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ink, wherever under it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper, wherever under it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drawing, made as small as the pictures that the network learned from. Every number says how much ink a little square has; paper is below 0, ink above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×1 convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixes the maps at every place by itself, without looking at its neighbours. So it makes fewer maps of many, and what comes after has less to compute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slides small kernels over the maps: each looks for one pattern, wherever that is. The same few weights serve every place, so there is little to learn and much to compute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partial convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A convolution in which every map reads only some of the maps before, by a table. So it has fewer weights, and the maps have to find different things.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every output weighs every number that comes in, each with a weight of its own. That makes many parameters, but each is used only once for a drawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the largest value of every window, in each map by itself. Maps get smaller, and it hardly matters if the drawing moves by a pixel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the mean of every window, in each map by itself. Maps get smaller and smoother, and small shifts matter less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Global mean pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes one number of every map: its mean. What counts from here on is how much of a pattern there is, no longer where.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subsampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of every window, times one trained coefficient, plus one trained bias a map. LeNet-5&apos;s pooling: it learns how strongly each map passes on what it saw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backpropagation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss is −ln of the probability of the right digit. Backpropagation asks of every value in the network how the loss changes with it: its δ. For the logits that is simple: the probability, minus 1 at the right digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer by layer it goes back: through max pooling to the winner alone, through mean pooling to all alike, through a convolution with the kernel turned. A weight&apos;s gradient is the sum of δ times input over all places; a bias&apos;s is the sum of δ. Every weight then takes a small step against its gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the digit that is read be the right one. What is the δ of its logit? Take the probability from its bar; two decimals are enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step takes a batch of digits, computes the mean gradient and changes all weights by the learning rate times it. All digits once are an epoch. Too large a rate jumps about, too small a rate gets nowhere: schedules lower it by and by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum goes on in the direction of the steps before. Adagrad, RMSProp, Adadelta and Adam give every weight a step size of its own, from its past gradients. Retrain has them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network3-1conv learned from 60,000 digits; its batch size is in Models. How many steps did an epoch have?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overfitting, dropout, augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network can learn its examples by heart and be wrong about others: overfitting. So some digits are held back and only measured with, for choices (validation) and at the very end (test).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout silences a random share of the units in every step, so that none relies on another. Augmentation shifts, turns and bends the examples. Both make learning harder and the result better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dense-100 knew its examples nearly by heart. Activate a network that was right less often while it learned than on the test set; network3-dropout is a good guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For every map it subtracts the mean and divides by the standard deviation that the map has over many digits; then it stretches and moves by two numbers that are learned. While learning these are mean and deviation of the batch; afterwards those of all of training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers behind it get values of one size: larger learning rates work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a unit of norm1 (block 1, norm) that has another sign than what came in, the same place of conv1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ensembles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several networks that began with other random weights err on other digits. Let them vote, by majority or by the mean of their probabilities, and the answer is better than that of most of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bars show what they come to; Inside looks into one of them at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look into another of its networks: the box “Inside” at the lower edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy counts how often the answer is right. Cross-entropy also asks how sure it was: −ln of the probability of the right digit, a great deal for a mistake that was sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors shows which digits are taken for which. Click a cell and look: many of the last mistakes look wrong to people too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw something of which the network is less than 90 % sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns the scores of all digits into shares that add up to 1. Only differences between scores count: every further point of a lead multiplies the share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings every map to the mean and the spread that training found best for it. So the layers after it meet values of a usual size, and training is quicker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rescaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies every value by a fixed number and adds another. It brings the grey levels to the range that the network was made for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts a frame of one value around every map. So kernels can also lie at the edge, and maps do not shrink so soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flattening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lays all maps out in one line of numbers, map after map. Nothing is computed: the dense layer after it wants a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance from pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares the numbers that come in with a fixed 7×12 picture of each digit: the score is the sum of the squared differences, made negative. The nearest picture wins; LeNet-5 ends like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuts off what is negative and passes on what is positive. Without such a bend, all layers together would be no more than one weighted sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bends any number into the range from 0 to 1. Far from 0 the curve is flat, so deep networks learn slowly with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bends any number into the range from −1 to 1. Far from 0 the curve is flat, so little of the error comes back there in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaled tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeNet-5&apos;s bend: tanh, stretched so that 1 stays 1 and −1 stays −1. Far from 0 the curve is flat, so little of the error comes back there in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In training it sets some of the values to 0, others each time, so that no unit can rely on another. While reading it does nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of two ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds what a residual block computed to what came past it unchanged. The block only has to learn what is missing, so deep networks can be trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branches joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the maps of all branches after each other. So the next layer chooses between kernels of several sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This {0}×{0} kernel answers to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This {0}×{0} kernel is a mixture without a simple name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This {0}×{0} kernel reads {1} maps, which add up to 0 each here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This {0}×{0} kernel reads {1} maps: map {2} speaks for it most ({3}), none against.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This {0}×{0} kernel reads {1} maps: map {2} is most against it ({3}), none for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This {0}×{0} kernel reads {1} maps: map {2} speaks for it most ({3}), map {4} most against it ({5}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It weighs {0} numbers: {1} speaks for it most ({2}), {3} most against it ({4}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It weighs {0} numbers: {1} speaks for it most ({2}), none against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It weighs {0} numbers: {1} is most against it ({2}), none speaks for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It weighs {0} numbers, which are all 0 or weigh nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its score for {0} is {1}, and no other is higher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its score for {0} is {1}; that of {2} is the highest, {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It comes to {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here it finds {0}; no place of this map has more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It comes to {0}; no unit of this layer has more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here it finds {0}; one of this map&apos;s {1} places has more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It comes to {0}; one of {1} units has more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here it finds {0}; {1} of this map&apos;s {2} places have more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It comes to {0}; {1} of {2} units have more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, map {1}, row {2}, column {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, unit {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture has {0} % ink here; the network gets that as {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss for {0} says nothing about this number: it stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this number grew by {0}, the loss for {1} would rise by about {2}: training for {1} makes it smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this number grew by {0}, the loss for {1} would fall by about {2}: training for {1} makes it larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this value changed a little, the loss for {0} would stay: nothing comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this value grew by {0}, the loss for {1} would rise by about {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this value grew by {0}, the loss for {1} would fall by about {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of {0} values, {1}, times the trained coefficient {2}, plus the bias {3}: {4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of {0} values of map {1}, from {2} to {3}: {4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lies beyond the map counts as 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the only value under it, {0}: row {1}, column {2} of map {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {0} values under it are {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the largest of {0} values, {1}: row {2}, column {3} of map {4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not matter where in the window that lies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The squared differences of {0} numbers from the picture of a {1} add up to {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In training this map was {0} on average, with a spread of {1}; {2} lies {3} spreads above that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In training this map was {0} on average, with a spread of {1}; {2} lies {3} spreads below that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretched by the trained {0} and shifted by {1}, that is {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes {0} on: it is positive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuts it off: 0, because the sum {0} is negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curve is flat here: nothing comes back in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 stays 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bends {0} to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slope is {0} here: almost nothing comes back in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slope is {0} here: what comes back in training is multiplied by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another scale for the grey levels: {0} becomes {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the frame around the map: always {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside the frame the same number as {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same number as {0}: {1}. Only its place is another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does nothing while reading: {0} stays {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In training it sets {0} % of the values to 0, others each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The block adds {0} to the {1} that came past it: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds {0} values: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns {0} scores into shares that add up to 1: {1} gets {2} because its score is {3} above the next, that of {4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns {0} scores into shares that add up to 1: {1} gets {2} because its score is {3} below the highest, that of {4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores are divided by {0} first: fitted, so that the shares tell how often they are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no panel {0}: choose {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the window cannot be so small while it shows this: name at least {0}x{1} with --size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inception {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>residual {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weighted sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be fetched ({1}): check the connection and try again, or bring the four MNIST files from elsewhere and choose From Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place of a unit is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: the sum is {0} here, and {1} where it is largest on this map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: ({0} + {1} − {2})/{3} + 1 = {4}, and the floor of it is {5}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: the first weight was {0} and is {1} now; a kernel that finds light on the left has become one that finds light on the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: in one window of this drawing the maximum keeps {0} and the mean makes {1} of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: {0} came in and 0 goes out. {1} % of this layer are silent for this drawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: {0} of {1}. The table has {2} connections where all with all would have {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: {0} came in and {1} goes out: moved and stretched as all of this map is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: it mixes {0} channels at one place; a unit in the middle of its layer sees {1} × {2} pixels of the drawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: {0} − 1 = {1}, as learning has it. The bars are calibrated afterwards: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolution, step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A convolution slides a small grid of weights, the kernel, over the picture. At every place it multiplies what lies under it by its weights and adds everything up, over all input channels; a bias is added. The sums are a new picture, a map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside shows one such sum with all its numbers. The same kernel is used at every place: that is why a stroke is found wherever it lies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a place of a map of conv1 (block 1, conv) where the sum is at least 80 % of the largest one on that map. Where are such places?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output size, padding and stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A kernel of K values has H + 2P − K + 1 places along H values with P zeros at either end. With a stride of S it takes every S-th of them: (H + 2P − K)/S + 1, rounded down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No padding is called valid, as much as keeps the size same, and as much as lets the kernel overlap by a single value full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output is 4 × 4. Change the stride so that it is 2 × 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolution and cross-correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mathematicians turn the kernel by 180° before they slide it: convolution. Without the turn it is cross-correlation, which is what networks compute and call convolution: weights that are learned may as well be learned turned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the way back through a layer the turned kernel appears by itself, slid with full padding: wide convolution. In one dimension all is the same with a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Convolution (flipped) as the operation. What becomes of the output?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pooling layer makes maps smaller: of every window, often 2 × 2, it keeps one number, the largest (max pooling) or the mean. It has no weights and works on every channel by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found stays, its exact place is forgotten: a small shift of the drawing changes little. And the next layers have less to compute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose mean pooling instead. What becomes of thin strokes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sums of sums are only a sum. Between two layers a curve bends every value, or many layers could do no more than one. ReLU keeps what is positive and makes 0 of the rest; sigmoid squeezes into 0 to 1, tanh into −1 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Far from 0 sigmoid and tanh are flat: their slope vanishes, and little is learned there. ReLU&apos;s slope is 1 or 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a unit of relu1 (block 1, ReLU) that is 0 because something negative came in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fully connected or convolutional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a fully connected layer every unit has a weight of its own for every pixel. Which pixels are neighbours it does not know: shuffle them all alike, and it learns as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A convolution looks at neighbours only, with the same few weights everywhere. So it needs fewer parameters, and what it has learned in one corner it knows in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dense-100 answers. Choose a network with convolutions and fewer parameters (Ctrl+M; small is one). Does it still read the drawing?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simplest network: one weighted sum of all pixels for each digit, the logits. Softmax makes shares of them: e to the power of each, divided by the sum of all ten. They are positive and together 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its weights are a template for each digit. Every larger network ends in the same step, only that it looks at features instead of pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>784 pixels, ten digits; a weight for each pair, a bias for each digit. How many parameters has softmax regression?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeNet-5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network of LeCun and others (1998): C1 finds six kinds of features, S2 makes them smaller, C3 combines them, S4 makes them smaller, C5 and F6 decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In C3 not every map reads every map of S2: a table says which. That saved parameters, and forced the maps to look for different things.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C3 is called conv2 here. How many of the six maps does its first map read?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deeper networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AlexNet made the same idea larger, with ReLU and dropout. VGG stacks small kernels: two of 3 × 3 see as much as one of 5 × 5, with fewer weights. Inception looks with several sizes at once, side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet lets the input of a block go around it and adds it to the output. So a block only learns what is to be changed, and gradients pass through many layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vgg-mini is one straight line of layers. Choose a network with residual or Inception blocks (Ctrl+M).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×1 convolution and receptive field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a unit sees of the drawing is its receptive field. It grows from layer to layer: with every kernel by its size, with every stride and pooling by a factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A 1×1 convolution sees one place and mixes its channels: the same small dense layer at every place. Inception uses it to have fewer channels before the large kernels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a unit of a 1×1 convolution. The first Inception block has one in each of its branches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: {0} has {1} parameters where dense-100 has {2}, and it reads a {3} with {4} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: {0} · {1} weights and {1} biases are {2} parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: {0} has {1} residual and {2} Inception blocks, {3} layers in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: {0} digits in batches of {1} are {2} steps; {3} epochs were {4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: {0} was right for {1} % of what it learned from, made harder as it was, and is right for {2} % of MNIST&apos;s test set, which it never saw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: {0} reads a {1}, and so do {2} of {3} networks, itself included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: {0} % for {1}. If that is what you meant, the loss is −ln {2} = {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit here with the mouse, a finger or a pen. Ctrl+Z takes a stroke back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network reads while you draw. Each of the bars is one of its outputs: how much of its trust goes to that digit. Together they are 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not your strokes: a small picture of grey values, cut out, scaled and centred. All that the network knows of your drawing is in the last of these pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every layer turns pictures into other pictures, its maps. Click a place on a map: you see the sum that made it, number by number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue ink speaks for the digit, orange ink against it. Ask about another digit than the one that is read: what speaks for it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here a network learns, on this computer: choose what from, and press Train. The model that answers now stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · {1} · map {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest {0} at row {1}, column {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}. Click for all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {0} here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <source>Open on Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the selected sample on the canvas (double click)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected. Press a key to relabel them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivationPlot</name>
    <message>
        <source>At {0} the curve is {1} and its slope {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope {0} here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a bar: why this digit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a bar: why this one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving as {0}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warming up. Draw already; the answer comes by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine stopped. It is starting again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw one of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A digit after all? Press its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong? Right-click a bar. Anything else is not refused here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong? Press the right key. Anything else is not refused here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong? Press the right digit key.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArithmeticView</name>
    <message>
        <source>{0} · map {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttributionMap</name>
    <message>
        <source>Map of what decided</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>This did not work: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackwardSheet</name>
    <message>
        <source>What one sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwards the kernel slides over the input without padding (cross-correlation, stride 1). Backwards δ of the output gets a frame of kernel − 1 zeros, the kernel is turned by 180°, and slides again: this is a full, or wide, convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ of the output {0}, framed by zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ of the input {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the values that it began with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This input value went into %n outputs. Each hands its δ back, times the weight between them: here {0}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>Input values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a value for its sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture that the network gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a value and type a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click or drag to switch values, double-click to type one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlockColumn</name>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+{0} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlockView</name>
    <message>
        <source>Click a map to see it large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoxStrip</name>
    <message>
        <source>Digits of the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys choose a digit, M joins it with the next one, S splits it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make these two one digit (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this digit in the rest of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no digit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>Tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit here with the mouse or a pen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number here with the mouse or a pen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellEditor</name>
    <message>
        <source>Value of the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number, also 1/9. Tab goes on, Up and Down step.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>What would change its mind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase It</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase the chosen part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase the chosen part from the drawing; can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts to erase, least first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No single part does. This one shakes it most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to take away but everything.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChannelColumn</name>
    <message>
        <source>Input values of channel {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel of channel {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a value and type a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChannelsSheet</name>
    <message>
        <source>Red meets blue, 6 × 6 × 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the form of CS231n&apos;s demo, 5 × 5 × 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values to begin with; every one can be changed. The demo of the course CS231n shows others at every visit: these are drawn for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose kernels are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to every sum of the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of filter {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a value for its sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} + bias {1} = {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every channel has its own kernel; at every place all {0} products and the bias are summed to one output: here {1}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassSheet</name>
    <message>
        <source>Examples of every class</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>knows {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick another version to compare it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the versions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All read {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Up to %Ln points apart at {0}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln versions read {0}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} reads {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They differ: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused as no digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warming up. The answers appear by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the versions to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit: here you see what each ticked version makes of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonChart</name>
    <message>
        <source>Answers of several models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} read correctly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} read as {1}: {2} of {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {0} drawings of a {1}, {2} are read as it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {0} answers {1}, {2} are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is \ read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Confusions</name>
    <message>
        <source>The pictures appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All %Ln mistakes, the worst first</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No mistakes. Click a cell on the diagonal to see the hardest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} read as {1}: {2}, highest loss first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostTable</name>
    <message>
        <source>What every layer costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} parameters, {2} multiply-adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataChoice</name>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model is measured on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are digits, and the model reads {0}: choose samples or files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST is not on this computer: fetch it in Retrain, or choose a folder with its files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no samples yet: draw a digit and tell which one it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelled drawings: a .jsonl file, or two idx files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inks and idx files (*.jsonl *.jsonl.gz *.json *ubyte *.gz *.idx);;All (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with MNIST&apos;s files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Add a File of Inks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelled strokes, one drawing a line (.jsonl, .jsonl.gz).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are digits, and {0} reads {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits an epoch, drawn anew</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add labelled inks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inks (*.jsonl *.jsonl.gz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: choose a file that ends in .jsonl or .jsonl.gz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it off this list; the file stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>What was chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DialChart</name>
    <message>
        <source>Click or drag to turn the dial.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DialControls</name>
    <message>
        <source>As drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the dial back to where nothing is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the dial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose probability the curves show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalise again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: box, size and centre are found anew, which undoes shift and scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn about the centre of mass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift ↔</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift to the right or left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift ↕</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift down or up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make all of it smaller or larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thicken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with a thinner or thicker pen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Gaussian noise to every pixel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dial at {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DialPanel</name>
    <message>
        <source>The drawing under a dial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drawing at {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ink is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} reads no {1} here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} reads {1} from {2} to {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warming up. The curves appear by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit: here you see how far it can be turned and is still read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick a network to ask it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the networks…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DigitMapPanel</name>
    <message>
        <source>Map of digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing digits to compare with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing them to the network…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits that the network finds alike lie together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The axes are the two directions in which the {0} values of its last hidden layer, {1}, differ most (principal components): {2}&#xa0;% of their variance lies across, {3}&#xa0;% upwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path is your drawing from the first bit of ink to the last; the distances below are in all {0} dimensions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused as no digit: it has a place here, but no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw one to find it among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warming up. The map appears by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawingFiles</name>
    <message>
        <source>Open a picture or an ink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawings ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no strokes to save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ink (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawingRecovery</name>
    <message>
        <source>Your last drawing is kept: Undo leads back to it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnsembleDialog</name>
    <message>
        <source>New Ensemble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Majority; the mean breaks a tie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of five looks each, half a pixel apart; slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make Ensemble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} members, {1} parameters. It keeps working without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least two members.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EraserPreview</name>
    <message>
        <source>Answer after erasing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErasureCard</name>
    <message>
        <source>→ {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ no digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes {0} % of the ink. Click to mark it, double-click to erase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase {0} % of the ink: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorsPanel</name>
    <message>
        <source>What the model misreads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which class is read as which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it is as often right as it is sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warming up. It starts by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {0} with {1}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Measure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} on {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after {0} of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now {0} answers: measure again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a {0} now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>Why {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}&apos;s score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score (logit) of {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why {0} and not {1}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}&apos;s lead over {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead of {0} over {1} (logits): {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pixels together: {0}; blank paper alone: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a pixel for its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {0}, column {1}
{2} · ink {3} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormulaLines</name>
    <message>
        <source>Output size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⌊(input + padding − dilation · (kernel − 1) − 1) / stride⌋ + 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters with shared weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One kernel and one bias for all places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters if fully connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight for every pair of input and output, biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fully connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} = {1} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the floor drops the last value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the floor drops the last {0} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the floor drops 1 row and column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the floor drops {0} rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GradientView</name>
    <message>
        <source>Derivative of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the loss is differentiated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The optimiser whose first step is written out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ of this unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit to see what the loss tells this unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuideDock</name>
    <message>
        <source>Help and course</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuideSheet</name>
    <message>
        <source>Help and course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every page of help and course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See also</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpLine</name>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InsidePanel</name>
    <message>
        <source>Inside the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a block&apos;s name, a map or an output: it opens here.
{0} layers · {1} parameters · {2} multiply-adds for a drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be looked into, choose another model: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KernelView</name>
    <message>
        <source>Kernel values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a weight and type a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel turned by 180°, as applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a convolution multiplies with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned by 180°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KindDiagram</name>
    <message>
        <source>Diagram: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabControls</name>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the kernel slides over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal (1-D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vertical edge, 6 × 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heartbeat (1-D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values along each side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done at every place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolution (flipped)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A kernel everybody knows, or your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros around the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid (none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding by number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros on every side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells from one place to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells from one weight to the next on the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box (mean)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vertical edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sobel →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sobel ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laplacian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kerne&amp;l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O&amp;peration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;adding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dilation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every grid has its own largest value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabPanel</name>
    <message>
        <source>Lab: convolution by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the network →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside shows the network&apos;s own kernels at work on the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See it in the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A kernel slides over a picture or signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every channel has its own kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the blame flows back to the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What sharing weights saves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelCounts</name>
    <message>
        <source>Samples of each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples of {0}, {1} of them held out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Labelling</name>
    <message>
        <source>Draw a digit first, then press its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw one of {0} first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerForm</name>
    <message>
        <source>Its inside is edited as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= kernel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerPage</name>
    <message>
        <source>Try it in the Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up the Lab with this layer&apos;s window, on your drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolutions have {0} % of the parameters and {1} % of the work, dense layers {2} % and {3} %.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerRows</name>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} multiply-adds for a picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerText</name>
    <message>
        <source>Layers as text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerView</name>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} … {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} multiply-adds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LearningCurvePlot</name>
    <message>
        <source>Curves of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours from −{0} over 0 to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonView</name>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} learns your samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw on meanwhile. Nothing changes until you use the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the lesson; the model stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the receipt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {0} learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use It Anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use It</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the model after the lesson and let it answer; you can go back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep for Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it in Models; what answers stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget it; the model is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your held-out samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careful: it reads {0} {1} points worse than before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is held out yet to measure by: the third sample of a digit will be. What the model knew before was measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is held out yet to measure by: the third sample of a class will be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned in {0} s: your samples ({1}); there are no others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned in {0} s: your samples ({1}), other digits ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go Back to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model answer that did before; the new one stays in Models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} answers now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveAnswer</name>
    <message>
        <source>The network in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reads your drawing as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit: it answers while it learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read your drawing as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers your drawing here while it learns.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes of your samples are not saved yet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Another program uses them. The window closes once they are saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Without Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*{0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run of {0} was interrupted: go on with it in Retrain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the disk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About handdigit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;handdigit {0}&lt;/b&gt;&lt;p&gt;Draw digits, see a convolutional network read them, look inside it.&lt;/p&gt;&lt;p&gt;Nothing leaves this computer.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a point to see the sum that made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest {0} at row {1}, column {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest {0} at row {1}, column {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaximiseControls</name>
    <message>
        <source>whole map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit in the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Climb, or stop where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the picture it started from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer of the unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which map or unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of the whole map, or only the unit in its middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture that is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the picture is blurred after every step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaximisePanel</name>
    <message>
        <source>What a unit likes best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is changed, pixel by pixel, so that one unit of the network grows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture that the unit likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, channel {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no drawing to start from: draw a digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as {0}, {1} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pixel changes this unit here: start from another picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warming up. It starts by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Climbing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Arrived after %Ln steps.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %Ln steps.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Draw a digit to start from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Save as Sa&amp;mple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About handdigit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save Drawing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;py Drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;View as a Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;aste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Thinner Pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thic&amp;ker Pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What Is This?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;How Do I…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;opy Details…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Choose Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Load Model File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Teach from Your Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll &amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restart Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers are read by models of digits; this one reads {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Number Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>依系統(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;High Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>語言(&amp;G)</translation>
    </message>
</context>
<context>
    <name>MnistRow</name>
    <message>
        <source>Progress of fetching MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch 12 MB from a public mirror and check them; nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the four files from a folder of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop fetching; the next time goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with the MNIST files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} MB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelLibrary</name>
    <message>
        <source>a model that is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other model was active before this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is the model that answers: activate another one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model was deleted since the window opened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>majority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>five looks each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} voting, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>val {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grown from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batches of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model can be read: import one in Models, or install handdigit again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {0} that came with the program is gone or damaged: {1} answers instead. Install handdigit again to have it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {0} is gone or damaged: {1} answers instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsPanel</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Ensemble…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a model file into the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected version to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the deleted version back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known of the selected one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ticked ones on the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, and what is known of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let this version answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other version was active before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let {0} answer again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came with the program and stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a file elsewhere: import it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until the window closes it can be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers: activate another one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came with the program: install handdigit again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let several versions vote as one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is only one network: nobody to vote with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every training run adds a version here: press Train in Retrain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*{0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing {0}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was not imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ensemble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was made. Activate it to let it answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Neighbours</name>
    <message>
        <source>your drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No neighbour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbour {0}: {1}, {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkEditor</name>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers as rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a layer after the current one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the current layer out (Del).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the current layer up (Alt+↑).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the current layer down (Alt+↓).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} parameters, {1} multiply-adds for a picture.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkList</name>
    <message>
        <source>Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the networks to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln parameters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkMap</name>
    <message>
        <source>Blocks of the network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fresh random weights, or those of the model that answers now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save your network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as a network of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete your network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the disk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fresh weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>those of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only where the network is the same as that model&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of your network:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberCard</name>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability of the whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group the strokes in the second best way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join with next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected digit and the next one are one (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected digit is more than one (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no other reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warming up. Write already; the answer comes by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine stopped. It is starting again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number: 2026, or a phone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grouped as you said; Undo takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong boxes? Press a join between two, or split one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberMode</name>
    <message>
        <source>Numbers are read from strokes. The picture is read as one digit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewSheet</name>
    <message>
        <source>The network at a glance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParametersSheet</name>
    <message>
        <source>Input size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid (none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros around the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolution: all places share a kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unshared: every place has its own kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fully connected: every output reads every input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights {0} = {1}, biases {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A kernel that all {0} places share takes {1} parameters; with a kernel for every place there would be {2}. Both do the same {3} multiplications: a convolution costs arithmetic, a dense layer parameters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureList</name>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>One place back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One place further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide the kernel over the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {0}, column {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Why {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: why {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: why {0}? Key {1}: save the drawing as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labelled {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionBar</name>
    <message>
        <source>the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digit to explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digit whose score is explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digit to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain the lead over this digit instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and not</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set network, drawing and panel; Undo brings your drawing back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Done before. Do it again if you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet. Show me sets the window: look once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Replace a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in it now is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingActions</name>
    <message>
        <source>Added to your samples as a {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added as a {0}, held out: a test digit measures, it is never learned.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingCard</name>
    <message>
        <source>Chosen picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this drawing on the canvas (double-click)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sample is something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held out: it measures what the next training was good for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model learn it, the next time you train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} read as {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, loss {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, not {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptView</name>
    <message>
        <source>Mistakes: {0} gone, {1} new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class by Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How every class is read, before and after.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeForm</name>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weights are changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restraint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against learning by heart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How digits are varied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipePage</name>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recipe to begin with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Its Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the network that this recipe was made for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save your recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save these settings as a recipe of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import, export, delete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the disk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of your recipe:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipes (*{0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the recipe</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>Saved as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RefusalView</name>
    <message>
        <source>Not a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network alone would say {0}, {1} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to compare with yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {0} that it knows, at {1} times the usual distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the nearest digits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path: {0} × its diagonal, a digit&apos;s at most {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several digits? Press N to write a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest known digit: {0} × usual distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure it is that this is a digit: {0} %. It refuses below {1} %. Distances are measured in the last hidden layer of the network that refuses; usual is how far a digit is from the nearest other one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReliabilityDiagram</name>
    <message>
        <source>Reliability diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected calibration error: {0} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to {1} % sure: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to {1} % sure: {2} answers, {3} % sure on average, {4} % right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sure (probability of the answer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration error {0} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right, though it was less sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong, though it was sure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Details of this installation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent. Copy this and put it into your report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the drawing on the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RetrainPanel</name>
    <message>
        <source>Retrain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits an epoch</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parameters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln epochs, {0} {1:g}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln steps, each from a batch of {0}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tick what to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, from {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunCurve</name>
    <message>
        <source>Read wrongly</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Errors in %Ln epochs of training</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln epochs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share read correctly, by epoch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunNotices</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is over, but {0} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what it gave, and choose which model answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run of {0} was interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where the last checkpoint was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the interrupted run with its checkpoints.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunReceipt</name>
    <message>
        <source>{0}: stopped after {1} of {2} epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: it got no better after epoch {1} of {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was held back that both models could be measured by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It reads {0} points worse than {1} on the same digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} had learned from {1}, too: it may know some of these digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln held-back digits</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Refused as no digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go Back to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model answer that did before; the new one stays in Models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the receipt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use It</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the new version answer; you can go back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep for Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the new version in Models; what answers stays.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it while it learns; what the schedule has left scales alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the curves as numbers or as a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Numbers (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Picture (PNG)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>— learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the data and building the network: then you see it learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train: here you see it learn.

The network in training answers the drawing on the canvas while it learns. What it becomes is a new version; it answers only if you say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits an epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleFilters</name>
    <message>
        <source>All digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned and held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About every fifth sample is held out: it measures what was learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Misread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only those that the current model reads otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleGrid</name>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleLibrary</name>
    <message>
        <source>import of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your samples were put back under other numbers, and this can no longer be taken back: choose them in Samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relabel as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label as {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleModel</name>
    <message>
        <source>{0}, from {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; held out: never trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; read as {0}, {1} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleTransfer</name>
    <message>
        <source>This broke off; nothing has changed. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SamplesPanel</name>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit and press its key: it becomes a sample that teaches the network your hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads your samples…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The current model reads all of these right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sample fits these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples from {1}: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples are in {0}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are pictures without strokes and were left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scatter</name>
    <message>
        <source>Map of digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a digit to see it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SchedulePlot</name>
    <message>
        <source>The learning rate from the first step to the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate from {0} over {1} to {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SimplerNetwork</name>
    <message>
        <source>Back to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simpler: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlidingSheet</name>
    <message>
        <source>What one sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heartbeat of {0} values, drawn for this, not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit: the input follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: pooling has no weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window goes over the input; of its {0} values only the largest is kept: here {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window goes over the input; its {0} values become their mean: here {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel is turned by 180° and slides over the input; at every place {0} products are summed: here {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel slides over the input; at every place {0} products are summed: here {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No output is above 0: there is no peak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peaks found at {0}: there the output is larger than beside it and more than half of its largest, {1}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>generated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST is not here. Retrain can fetch it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have labelled no drawings yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Squares</name>
    <message>
        <source>Areas in proportion to the parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas in proportion; none is drawn smaller than 2 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unshared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fully connected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageView</name>
    <message>
        <source>{0}: kernels {1} × {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: maps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the pen&apos;s movement to the answer&apos;s arrival.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network looked into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All networks of the ensemble vote; Inside, Why and the others show this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warming up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine stopped. Starting it again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine keeps stopping.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SumView</name>
    <message>
        <source>Terms of the sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest = {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean = {0} / {1} = {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum = {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss: mean of −ln of the true digit&apos;s probability. Calibration error: how far, in percentage points, the probability of the answers is from the share that is right, the mean over 15 bins (Guo et al. 2017).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does it misread?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the model on digits whose names are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} % right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} wrong · loss {2} · calibration error {3}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeAway</name>
    <message>
        <source>Drag it into another program, or into a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy “{0}” as a Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save “{0}” as a Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG, {0}×…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as a picture: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no memory for so large a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>The lesson broke off: the model is as it was. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} taught</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThreadedStore</name>
    <message>
        <source>This did not work: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeControls</name>
    <message>
        <source>Training run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as a version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this checkpoint to the models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this run with its checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save how it learned as a moving picture, a frame for each checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as GIF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before epoch 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeMachinePanel</name>
    <message>
        <source>Time machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No training run yet. Train a network: each epoch leaves a checkpoint, and here you can watch how it learned to read your drawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading generated digits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No set of {0} is at hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} generated digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine keeps stopping. Choose Model ▸ Restart Engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warming up. The answer comes by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save how it learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GIF (*.gif)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} epoch {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as {0}: choose it among the models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network is being trained: stop it before you delete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version that it became stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not finished and could be gone on with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes {0} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the run {0} with its checkpoints?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TitleRow</name>
    <message>
        <source>Teach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model that answers learn the samples; you see what that changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inks or idx File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of Pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The samples that are listed, into files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idx Files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples: {0}, ○ {1} of them held out to measure with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No samples yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {0} of {1}: {2} misread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} misread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} samples…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Samples ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import pictures from folders named as the classes are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inks ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idx files ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export samples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Pen width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pen width. Only how it looks: the network gets every pen equally thick.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Draw a 7 for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a run with this data, network and recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait after this step; a checkpoint is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn one batch, then wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End now; what was learned is kept and compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping what was learned…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TruthStrip</name>
    <message>
        <source>What the network gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale to 20 × 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: the network gets the whole canvas, shrunk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre the mass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: the 20 × 20 box sits in the middle.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnitFrame</name>
    <message>
        <source>What this layer is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this layer is for, its formulas, and what every layer costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the largest ▴</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>+ %n more, all 0 ▾</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+ %n more, together {0} ▾</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitView</name>
    <message>
        <source>Slide over the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One place further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the terms are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every &amp;number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>map {0} · row {1}, column {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit to see how this value comes about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equals torch ✓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torch has {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ {0}: the largest of {1}, {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ {0}: from {1} values, {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueCurve</name>
    <message>
        <source>Step {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariationPreview</name>
    <message>
        <source>Examples of the variations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionDetails</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known about the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln parameters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file says nothing about its training.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionRows</name>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read correctly of MNIST&apos;s test set, else of the validation set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped: readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped: the ladder, from one dense layer upwards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>Colours per layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours per map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One colour scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward, weights or backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward: activations. Weights: what was learned, the same for every drawing. Backward: δ, what the loss for a digit tells each unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} reads your drawing in one convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{0} reads your drawing in %n convolutions.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} reads your drawing in one weighted sum of {1} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{0} reads your drawing in %n layers of weighted sums, the last of {1} numbers.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} reads your drawing in one convolution and one weighted sum of {1} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{0} reads your drawing in %n convolutions and one weighted sum of {1} numbers.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} reads your drawing in one convolution and %n weighted sums, the last of {1} numbers.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} reads your drawing in %n convolutions and {1} weighted sums, the last of {2} numbers.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Backward for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue: a positive weight. Orange: a negative one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue: more here makes the loss larger. Orange: smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue: the map answers here. Orange: it is against. Click a map, then a point of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VoteList</name>
    <message>
        <source>Votes, mean counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes, five looks each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln votes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeightSheet</name>
    <message>
        <source>Weights of every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>To begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have a 7 drawn, or draw on the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have a 3 drawn and see what every layer makes of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let a network learn from the beginning, on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour, one minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have a {0} drawn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Why this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit: here you see which ink decided the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a picture: only strokes can be erased.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Details</name>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_NameDelegate</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Pictures</name>
    <message>
        <source>{0} read as {1}, {2} % sure, loss {3}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Steps</name>
    <message>
        <source>moved {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20 × 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>centred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as fed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_TabBar</name>
    <message>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Terms</name>
    <message>
        <source>Terms of the sum</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
