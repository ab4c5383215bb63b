<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>ActionRow</name>
    <message numerus="yes">
        <source>%Ln selected. Press a key to relabel them.</source>
        <translation>
            <numerusform>%Ln selected. Press a key to relabel it.</numerusform>
            <numerusform>%Ln selected. Press a key to relabel them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackwardSheet</name>
    <message numerus="yes">
        <source>This input value went into %n outputs. Each hands its δ back, times the weight between them: here {0}.</source>
        <translation>
            <numerusform>This input value went into %n output. It hands its δ back, times the weight between them: here {0}.</numerusform>
            <numerusform>This input value went into %n outputs. Each hands its δ back, times the weight between them: here {0}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message numerus="yes">
        <source>Up to %Ln points apart at {0}.</source>
        <translation>
            <numerusform>Up to %Ln point apart at {0}.</numerusform>
            <numerusform>Up to %Ln points apart at {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln versions read {0}</source>
        <translation>
            <numerusform>%Ln version reads {0}</numerusform>
            <numerusform>%Ln versions read {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Confusions</name>
    <message numerus="yes">
        <source>All %Ln mistakes, the worst first</source>
        <translation>
            <numerusform>%Ln mistake</numerusform>
            <numerusform>All %Ln mistakes, the worst first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message numerus="yes">
        <source>%Ln digits an epoch, drawn anew</source>
        <translation>
            <numerusform>%Ln digit an epoch, drawn anew</numerusform>
            <numerusform>%Ln digits an epoch, drawn anew</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits</source>
        <translation>
            <numerusform>%Ln digit</numerusform>
            <numerusform>%Ln digits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelCounts</name>
    <message numerus="yes">
        <source>%Ln samples of {0}, {1} of them held out</source>
        <translation>
            <numerusform>%Ln sample of {0}, {1} of them held out</numerusform>
            <numerusform>%Ln samples of {0}, {1} of them held out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MaximisePanel</name>
    <message numerus="yes">
        <source>Arrived after %Ln steps.</source>
        <translation>
            <numerusform>Arrived after %Ln step.</numerusform>
            <numerusform>Arrived after %Ln steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %Ln steps.</source>
        <translation>
            <numerusform>Stopped after %Ln step.</numerusform>
            <numerusform>Stopped after %Ln steps.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkList</name>
    <message numerus="yes">
        <source>%Ln parameters</source>
        <translation>
            <numerusform>%Ln parameter</numerusform>
            <numerusform>%Ln parameters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetrainPanel</name>
    <message numerus="yes">
        <source>%Ln digits an epoch</source>
        <translation>
            <numerusform>%Ln digit an epoch</numerusform>
            <numerusform>%Ln digits an epoch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parameters</source>
        <translation>
            <numerusform>%Ln parameter</numerusform>
            <numerusform>%Ln parameters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln epochs, {0} {1:g}</source>
        <translation>
            <numerusform>%Ln epoch, {0} {1:g}</numerusform>
            <numerusform>%Ln epochs, {0} {1:g}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln steps, each from a batch of {0}</source>
        <translation>
            <numerusform>%Ln step, each from a batch of {0}</numerusform>
            <numerusform>%Ln steps, each from a batch of {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunCurve</name>
    <message numerus="yes">
        <source>Errors in %Ln epochs of training</source>
        <translation>
            <numerusform>Errors in %Ln epoch of training</numerusform>
            <numerusform>Errors in %Ln epochs of training</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln epochs</source>
        <translation>
            <numerusform>%Ln epoch</numerusform>
            <numerusform>%Ln epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunReceipt</name>
    <message numerus="yes">
        <source>%Ln held-back digits</source>
        <translation>
            <numerusform>%Ln held-back digit</numerusform>
            <numerusform>%Ln held-back digits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SamplesPanel</name>
    <message numerus="yes">
        <source>%Ln samples are in {0}.</source>
        <translation>
            <numerusform>%Ln sample is in {0}.</numerusform>
            <numerusform>%Ln samples are in {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are pictures without strokes and were left out.</source>
        <translation>
            <numerusform>%Ln is a picture without strokes and was left out.</numerusform>
            <numerusform>%Ln are pictures without strokes and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TitleRow</name>
    <message numerus="yes">
        <source>%Ln samples…</source>
        <translation>
            <numerusform>%Ln sample…</numerusform>
            <numerusform>%Ln samples…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnsavedSamples</name>
    <message numerus="yes">
        <source>%Ln changes of your samples are not saved yet.</source>
        <translation>
            <numerusform>%Ln change of your samples is not saved yet.</numerusform>
            <numerusform>%Ln changes of your samples are not saved yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionDetails</name>
    <message numerus="yes">
        <source>%Ln parameters</source>
        <translation>
            <numerusform>%Ln parameter</numerusform>
            <numerusform>%Ln parameters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message numerus="yes">
        <source>{0} reads your drawing in %Ln convolutions.</source>
        <translation>
            <numerusform>{0} reads your drawing in one convolution.</numerusform>
            <numerusform>{0} reads your drawing in %Ln convolutions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln layers of weighted sums follow, the last of {0} numbers.</source>
        <translation>
            <numerusform>%Ln layer of weighted sums follows, of {0} numbers.</numerusform>
            <numerusform>%Ln layers of weighted sums follow, the last of {0} numbers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} reads your drawing in %Ln layers of weighted sums, the last of {1} numbers.</source>
        <translation>
            <numerusform>{0} reads your drawing in one layer of weighted sums, of {1} numbers.</numerusform>
            <numerusform>{0} reads your drawing in %Ln layers of weighted sums, the last of {1} numbers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It compares what comes out with %Ln pictures: the nearest wins.</source>
        <translation>
            <numerusform>It compares what comes out with %Ln picture.</numerusform>
            <numerusform>It compares what comes out with %Ln pictures: the nearest wins.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoteList</name>
    <message numerus="yes">
        <source>%Ln votes</source>
        <translation>
            <numerusform>%Ln vote</numerusform>
            <numerusform>%Ln votes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_FoldButton</name>
    <message numerus="yes">
        <source>+ %n more, all 0 ▾</source>
        <translation>
            <numerusform>+ %n more, 0 ▾</numerusform>
            <numerusform>+ %n more, all 0 ▾</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+ %n more, together {0} ▾</source>
        <translation>
            <numerusform>+ %n more, {0} ▾</numerusform>
            <numerusform>+ %n more, together {0} ▾</numerusform>
        </translation>
    </message>
</context>
</TS>
