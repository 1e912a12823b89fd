<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AttributeText</name>
    <message numerus="yes">
        <source>%1 … (%n values)</source>
        <translation>
            <numerusform>%1 … (%n value)</numerusform>
            <numerusform>%1 … (%n values)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>graph of %n nodes</source>
        <translation>
            <numerusform>graph of %n node</numerusform>
            <numerusform>graph of %n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareBuilder</name>
    <message numerus="yes">
        <source>%1 • %n nodes</source>
        <translation>
            <numerusform>%1 • %n node</numerusform>
            <numerusform>%1 • %n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferenceText</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DumpImport</name>
    <message numerus="yes">
        <source>There are %n more problems like these.</source>
        <translation>
            <numerusform>There is %n more problem like these.</numerusform>
            <numerusform>There are %n more problems like these.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EdgeText</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactsSection</name>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <translation>
            <numerusform>%1 (once)</numerusform>
            <numerusform>%1 (%n times)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values from %1 to %2</source>
        <translation>
            <numerusform>%n value from %1 to %2</numerusform>
            <numerusform>%n values from %1 to %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileDiagnosis</name>
    <message numerus="yes">
        <source>“%1” holds the results of %n runs; name those of one.</source>
        <translation>
            <numerusform>“%1” holds the results of %n run; name those of one.</numerusform>
            <numerusform>“%1” holds the results of %n runs; name those of one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Judgement</name>
    <message numerus="yes">
        <source>No fault found: The board agrees with the quantized model to a cosine of %1 over %n picture(s), and it was fed what it asks for.</source>
        <translation>
            <numerusform>No fault found: The board agrees with the quantized model to a cosine of %1 over %n picture, and it was fed what it asks for.</numerusform>
            <numerusform>No fault found: The board agrees with the quantized model to a cosine of %1 over %n pictures, and it was fed what it asks for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These data are explained by %n causes alike; run the board on pictures with more in them, or dump the layers.</source>
        <translation>
            <numerusform>These data are explained by %n cause; run the board on pictures with more in them, or dump the layers.</numerusform>
            <numerusform>These data are explained by %n causes alike; run the board on pictures with more in them, or dump the layers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchText</name>
    <message numerus="yes">
        <source>%1 … (%n nodes)</source>
        <translation>
            <numerusform>%1 … (%n node)</numerusform>
            <numerusform>%1 … (%n nodes)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message numerus="yes">
        <source>%n stages</source>
        <translation>
            <numerusform>%n stage</numerusform>
            <numerusform>%n stages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportLayers</name>
    <message numerus="yes">
        <source>All %n layers, in data-flow order</source>
        <translation>
            <numerusform>The only layer</numerusform>
            <numerusform>All %n layers, in data-flow order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layers have tolerances of their own.</source>
        <translation>
            <numerusform>%n layer has tolerances of its own.</numerusform>
            <numerusform>%n layers have tolerances of their own.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportStages</name>
    <message numerus="yes">
        <source>%n nodes that scale to integers and back</source>
        <translation>
            <numerusform>%n node that scales to integers and back</numerusform>
            <numerusform>%n nodes that scale to integers and back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportVerdict</name>
    <message numerus="yes">
        <source>%n more causes that were tested</source>
        <translation>
            <numerusform>%n more cause that was tested</numerusform>
            <numerusform>%n more causes that were tested</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunComparisons</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SweepFigures</name>
    <message numerus="yes">
        <source>%n others are as good.</source>
        <translation>
            <numerusform>%n other is as good.</numerusform>
            <numerusform>%n others are as good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::CompareConfigsDialog</name>
    <message numerus="yes">
        <source>“%2” says %n things differently from “%1”.</source>
        <translation>
            <numerusform>“%2” says %n thing differently from “%1”.</numerusform>
            <numerusform>“%2” says %n things differently from “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::ConfusionModel</name>
    <message numerus="yes">
        <source>%1 of %n sample(s) of %2 were recognized.</source>
        <translation>
            <numerusform>%1 of %n sample of %2 was recognized.</numerusform>
            <numerusform>%1 of %n samples of %2 were recognized.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n sample(s) of %2 were taken for %3.</source>
        <translation>
            <numerusform>%1 of %n sample of %2 was taken for %3.</numerusform>
            <numerusform>%1 of %n samples of %2 were taken for %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::DifferencesModel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::DifferencesPane</name>
    <message numerus="yes">
        <source>%n between neighbouring stages</source>
        <translation>
            <numerusform>%n between neighbouring stages</numerusform>
            <numerusform>%n between neighbouring stages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::EdgePainter</name>
    <message numerus="yes">
        <source>%n more nodes</source>
        <extracomment>A value that far nodes use, too; the number is at least two</extracomment>
        <translation>
            <numerusform>%n more node</numerusform>
            <numerusform>%n more nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n far values</source>
        <translation>
            <numerusform>%n far value</numerusform>
            <numerusform>%n far values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::ExportDialog</name>
    <message numerus="yes">
        <source>That is too large for one PNG: %n numbered files are written, and a page that shows them together.</source>
        <translation>
            <numerusform>That is too large for one PNG: %n numbered file is written, and a page that shows it.</numerusform>
            <numerusform>That is too large for one PNG: %n numbered files are written, and a page that shows them together.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::GraphSearchBar</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found …</source>
        <translation>
            <numerusform>%n found …</numerusform>
            <numerusform>%n found …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::GraphView</name>
    <message numerus="yes">
        <source>Graph of %n nodes</source>
        <translation>
            <numerusform>Graph of %n node</numerusform>
            <numerusform>Graph of %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::GroupSummary</name>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::ImportDumpsDialog</name>
    <message numerus="yes">
        <source>%n tensors were written to %1.</source>
        <translation>
            <numerusform>%n tensor was written to %1.</numerusform>
            <numerusform>%n tensors were written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inputs and outputs known from %1</source>
        <translation>
            <numerusform>%n input or output known from %1</numerusform>
            <numerusform>%n inputs and outputs known from %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::LayersModel</name>
    <message numerus="yes">
        <source>Judged as %1, by the worst of %n picture(s).</source>
        <translation>
            <numerusform>Judged as %1, by the worst of %n picture.</numerusform>
            <numerusform>Judged as %1, by the worst of %n pictures.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::MainWindow</name>
    <message numerus="yes">
        <source>%n files were written; open “%1” to see them together.</source>
        <translation>
            <numerusform>%n file was written; open “%1” to see it.</numerusform>
            <numerusform>%n files were written; open “%1” to see them together.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::NodeComparison</name>
    <message numerus="yes">
        <source>The weights of %n channels were multiplied by %1.</source>
        <translation>
            <numerusform>The weights of %n channel were multiplied by %1.</numerusform>
            <numerusform>The weights of %n channels were multiplied by %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The weights of %n channels were rounded to %2, with %1 steps for one.</source>
        <translation>
            <numerusform>The weights of %n channel were rounded to %2, with %1 steps for one.</numerusform>
            <numerusform>The weights of %n channels were rounded to %2, with %1 steps for one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::NodesPane</name>
    <message numerus="yes">
        <source>%1 of %n nodes</source>
        <translation>
            <numerusform>%1 of %n node</numerusform>
            <numerusform>%1 of %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::RulesModel</name>
    <message numerus="yes">
        <source>found here %n times</source>
        <translation>
            <numerusform>found here %n time</numerusform>
            <numerusform>found here %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::RunsDialog</name>
    <message numerus="yes">
        <source>%n runs will be removed for good, with their models and logs (%1).</source>
        <translation>
            <numerusform>%n run will be removed for good, with its models and logs (%1).</numerusform>
            <numerusform>%n runs will be removed for good, with their models and logs (%1).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::SamplesPane</name>
    <message numerus="yes">
        <source>%1 of %n, the worst first</source>
        <translation>
            <numerusform>%1 of %n, the worst first</numerusform>
            <numerusform>%1 of %n, the worst first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::SweepSetup</name>
    <message numerus="yes">
        <source>%n runs will be made with %1.</source>
        <translation>
            <numerusform>%n run will be made with %1.</numerusform>
            <numerusform>%n runs will be made with %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n combinations are left out, since the toolchain would refuse them.</source>
        <translation>
            <numerusform>%n combination is left out, since the toolchain would refuse it.</numerusform>
            <numerusform>%n combinations are left out, since the toolchain would refuse them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::TensorPlots</name>
    <message numerus="yes">
        <source>%n value(s) of the candidate are at the ends of its type.</source>
        <translation>
            <numerusform>%n value of the candidate is at the ends of its type.</numerusform>
            <numerusform>%n values of the candidate are at the ends of its type.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::ToolReport</name>
    <message numerus="yes">
        <source>%1 of %2 nodes run on the BPU, in %n subgraphs.</source>
        <translation>
            <numerusform>%1 of %2 nodes run on the BPU, in %n subgraph.</numerusform>
            <numerusform>%1 of %2 nodes run on the BPU, in %n subgraphs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The BPU is estimated to take %1 ms a frame, in %n subgraphs.</source>
        <translation>
            <numerusform>The BPU is estimated to take %1 ms a frame, in %n subgraph.</numerusform>
            <numerusform>The BPU is estimated to take %1 ms a frame, in %n subgraphs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes were removed from the model; the board program must do what they did.</source>
        <translation>
            <numerusform>%n node was removed from the model; the board program must do what it did.</numerusform>
            <numerusform>%n nodes were removed from the model; the board program must do what they did.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes were removed; the changed model is “%1”.</source>
        <translation>
            <numerusform>%n node was removed; the changed model is “%1”.</numerusform>
            <numerusform>%n nodes were removed; the changed model is “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes can be removed.</source>
        <translation>
            <numerusform>%n node can be removed.</numerusform>
            <numerusform>%n nodes can be removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n comparisons passed.</source>
        <translation>
            <numerusform>%n comparison passed.</numerusform>
            <numerusform>All %n comparisons passed.</numerusform>
        </translation>
    </message>
</context>
</TS>
