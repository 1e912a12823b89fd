<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <location filename="../widgets/shell/ActionRegistry.cpp" line="+50"/>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/shell/MainWindowActions.cpp" line="+31"/>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open a project, a conversion YAML, an ONNX file or a .bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open &amp;Folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open a project&apos;s folder or the folder of an earlier run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open &amp;Sample Project</source>
        <translation>打开示例项目(&amp;S)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open a copy of the sample: a real failure to reproduce and solve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>&amp;Save Config</source>
        <translation>保存配置(&amp;S)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Take back the last change of the config, in form or text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>&amp;Compile</source>
        <translation>编译(&amp;C)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Run the toolchain on the config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Run on &amp;Board</source>
        <translation>在板端运行(&amp;B)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Send one picture through the quantized model and the board and compare every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>&amp;Evaluate</source>
        <translation>评估(&amp;E)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Send the labelled pictures through every stage and the board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>&amp;Diagnose</source>
        <translation>诊断(&amp;D)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Test every known cause and name the one that explains the drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Run &amp;Everything</source>
        <translation>全部运行(&amp;E)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Compile, evaluate, run on the board and diagnose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Stop what is running, with all its processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Add &amp;Toolchain Program…</source>
        <translation>添加工具链程序(&amp;T)…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose a program that answers to hb_mapper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Add Board &amp;Program…</source>
        <translation>添加板端程序(&amp;P)…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose a program that answers to hrt_model_exec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Command &amp;Palette</source>
        <translation>命令面板(&amp;P)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>&amp;Search the Graphs</source>
        <translation>搜索计算图(&amp;S)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Plain text, or type:Transpose cos&lt;0.99 on:CPU inserted:yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Select what was selected before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Next &amp;Drifting Layer</source>
        <translation>下一个偏移层(&amp;D)</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Show Project</source>
        <translation>显示项目</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show Inspector</source>
        <translation>显示检查器</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show Config</source>
        <translation>显示配置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show Layers and Log</source>
        <translation>显示各层与日志</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Config as Form</source>
        <translation>以表单编辑配置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Config as Text</source>
        <translation>以文本编辑配置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What the Config Will Do</source>
        <translation>配置会做什么</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Go to Layers</source>
        <translation>转到各层</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Go to Log</source>
        <translation>转到日志</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Theme of the System</source>
        <translation>跟随系统主题</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Light Theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Dark Theme</source>
        <translation>深色主题</translation>
    </message>
</context>
<context>
    <name>AttributeText</name>
    <message numerus="yes">
        <location filename="../widgets/inspector/AttributeText.cpp" line="+30"/>
        <source>%1 … (%n values)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location line="+10"/>
        <source>%n bytes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+7"/>
        <source>graph of %n nodes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardEvaluator</name>
    <message>
        <location filename="../core/evaluation/BoardEvaluator.cpp" line="+71"/>
        <source>The evaluation was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+59"/>
        <source>“%1” has %2 inputs; only models with one picture input can be evaluated on labelled pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Evaluating %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardFile</name>
    <message>
        <location filename="../core/boardmodel/BoardFileReader.cpp" line="+120"/>
        <source>“%1” is damaged: the constant “%2” does not fit its type (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+75"/>
        <source>The file “%1” is empty; copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The board model “%1” is damaged or its end is missing; copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>“%1” is not a model for the board; perhaps it is raw tensor data, which has the same suffix. Choose the .bin that the toolchain wrote.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardFileWriter</name>
    <message>
        <location filename="../core/boardmodel/BoardFileWriter.cpp" line="+83"/>
        <source>The attribute “%1” of “%2” has a kind of value that a board model cannot hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+85"/>
        <source>The board model needs %1 bytes, more than the 2 GB a file may have.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardRun</name>
    <message>
        <location filename="../core/board/BoardRun.cpp" line="+37"/>
        <source>No input was given; name one file for each input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The input file “%1” does not exist; check the path and its spelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The input file “%1” has a comma in its path, which the board&apos;s program takes for the end of the name; rename it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+58"/>
        <source>%1 The last it said was: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Asking the board about the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Running the model on the board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+7"/>
        <source>Reading the dumps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalibrationFileRules</name>
    <message>
        <location filename="../core/lint/CalibrationFileRules.cpp" line="+76"/>
        <source>%1 of %2 calibration files do not fit %3: %4 has %5 bytes, and %6 values of %7 need %8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Every file holds one sample of the whole input shape in the declared type; the toolchain stops at the first that does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The calibration folder holds %1 .npy files, such as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The toolchain reads raw numbers: the header of a .npy file is taken for pixels, without a message. Write the arrays with tofile() instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <source>The calibration folder holds %1 pictures, such as %2, which will be read as raw numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Without preprocess_on the toolchain does not decode pictures. Write each as raw numbers in the training format and shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The calibration folder holds files that are no samples, such as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The toolchain reads every file in the folder, whatever its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>The calibration folder holds %1 samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>About 100 are recommended: with fewer than 20 the measured ranges depend on chance, with many hundreds calibration only takes longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+20"/>
        <source>The calibration data of %1 seem to be normalised already (largest value %2), and norm_type normalises them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The ranges are then measured on values near zero, and the board model saturates on real pictures although the build succeeds. Samples must be pixels of 0 to 255.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalibrationRules</name>
    <message>
        <location filename="../core/lint/CalibrationRules.cpp" line="+39"/>
        <source>No folder with calibration data is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The ranges of the activations are measured on samples; only calibration_type load and skip do without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The calibration folder %1 does not exist here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The toolchain stops when it finds no samples. Paths start at the folder of the config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The accuracy of the board model will mean nothing: calibration is skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>skip uses random data. It is for measuring speed only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+27"/>
        <source>The calibration files of %1 will be read as uint8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Without cal_data_type only a folder whose name ends with _f32 is read as float32. Say which it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <source>The folder %1 is named as float32, but its files are read as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>cal_data_type prevails over the folder&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>max_percentile has no effect here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It belongs to calibration_type max.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The toolchain will refuse a max_percentile of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It may be %1 to 1; 0.9999 is usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>per_channel has no effect here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>calibration_type default decides by itself whether to calibrate each channel; so does mix on bayes-e.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Calibration will see pictures prepared in another way than in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>With preprocess_on the toolchain resizes pictures itself: no letterbox, no crop. Prepare the samples yourself and switch it off.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaptureFiles</name>
    <message>
        <location filename="../core/tensor/CaptureFiles.cpp" line="+85"/>
        <source>“%1” is not a readable capture: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>“%1” is not the name of a file in its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+21"/>
        <source>at byte %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>it does not say that it is one; choose the folder of a capture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>a newer version of this program wrote it; update the program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaptureRun</name>
    <message>
        <location filename="../core/runtime/CaptureModel.cpp" line="+48"/>
        <location line="+12"/>
        <source>Running the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-8"/>
        <location line="+41"/>
        <source>The capture was stopped on request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-19"/>
        <source>The model has no values named: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+43"/>
        <source>The capture was stopped before “%1” because it would hold more than %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareBuilder</name>
    <message numerus="yes">
        <location filename="../widgets/shell/CompareBuilder.cpp" line="+74"/>
        <source>%1 • %n nodes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Comparisons</name>
    <message>
        <location filename="../core/diagnosis/Comparison.cpp" line="+141"/>
        <source>It holds no numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The reference has shape %1, the candidate %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+46"/>
        <source>The candidate kept its inputs and outputs only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The candidate has no tensor of this name or node.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompileRun</name>
    <message>
        <location filename="../core/toolchain/Compilation.cpp" line="+104"/>
        <source>The log “%1” cannot be written (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+61"/>
        <source>The run was stopped on request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The toolchain “%1” ended without an error but wrote no board model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 The last it said was: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompilerRules</name>
    <message>
        <location filename="../core/lint/CompilerRules.cpp" line="+28"/>
        <source>The compiler cannot spread one model over two cores of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Two cores for one frame exist on X3 and J3 only; on bayes-e the compiler stops with an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The board model will be slower than it could be: optimize_level is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>optimize_level is missing: X3 requires it, and X5 compiles with O0, many times slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Models that are measured or shipped are compiled with O3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+22"/>
        <source>layer_out_dump cannot be used while an input comes from the resizer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>On bayes-e the two exclude each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The board model will be slow: every convolution becomes an output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>layer_out_dump is for comparing layers on the board, not for models that are measured or shipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The toolchain will refuse compile_mode balance without balance_factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The factor says how far to lean: 0 to bandwidth, 100 to latency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>balance_factor has no effect here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It belongs to compile_mode balance.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfigText</name>
    <message>
        <location filename="../core/config/ConfigDocument.cpp" line="+171"/>
        <source>%1 cannot be added: %2 is not written as a map of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>“%1” is not the name of a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1 holds a map or a list, not a single value; edit it in the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>%1 cannot be set here without changing something else; edit it in the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+30"/>
        <source>%1 is not in the config, so it cannot be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 cannot be removed without changing something else; edit it in the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The edit lies outside the text, which has changed since; try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversionPreview</name>
    <message>
        <location filename="../core/session/ConversionPreview.cpp" line="+51"/>
        <source>shape as in the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>The board feeds %1 pixels and the model was trained on %2: the colours are converted and the normalization of norm_type is done inside the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The board feeds %1 pixels and the model was trained on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>norm_type puts the normalization into the model; the board program must not normalize again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Pixels reach the quantized model as numbers from −128 to 127; this node shifts them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>input_layout_rt is NCHW and the BPU computes in NHWC, so that the toolchain packs a transpose into the .bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 On bernoulli2 this conversion has been seen to go wrong: prefer NHWC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>NV12 as the camera delivers it, uint8, for a picture of %1, 0…255</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>uint8 %1, %2 (%3), 0…255</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Raw pixels: mean and scale are applied inside the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Raw pixels: no mean or scale is configured, and none may be applied outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The layout at run time differs from the one in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>float32, %1 (%2), prepared as in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A featuremap is fed as the model was trained on it; nothing is done to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Not known yet: input_type_rt is missing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Diagnoses</name>
    <message>
        <location filename="../core/diagnosis/Diagnosis.cpp" line="+62"/>
        <source>There is nothing to diagnose: run the .bin on the board first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The hypotheses cannot be tested without ONNX Runtime; compare the captures with “diff” instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The quantized model is needed as the reference; keep *_quantized_model.onnx beside the .bin or name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Only models with a picture as their first input can be diagnosed; compare the captures with “diff” instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The captures hold no outputs of this model, or not the bytes that were fed; capture them again with “run”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Climbing the ladder from float to board</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DumpFolder</name>
    <message>
        <location filename="../core/board/DumpFolder.cpp" line="+73"/>
        <source>The description of the dumps, “%1”, is damaged (%2).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DumpImport</name>
    <message>
        <location filename="../core/board/ImportDumps.cpp" line="+39"/>
        <source>The output “%1” was not dumped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location line="+21"/>
        <source>There are %n more problems like these.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location line="+17"/>
        <source>The dump “%1” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The file “%1” is not named like a dump and was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>The dump “%1” says neither type nor shape and was left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DumpImportErrors</name>
    <message>
        <location line="+77"/>
        <source>The folder of dumps, “%1”, does not exist; run the board with dumps first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DumpedTensor</name>
    <message>
        <location filename="../core/board/DumpedTensor.cpp" line="+111"/>
        <source>The type or shape of “%1” (%2, %3) is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <source>The dump of “%1” has %2 bytes where %3 were expected (%4 of %5); it was written only in part or belongs to another model.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Experiments</name>
    <message>
        <location filename="../core/session/Experiment.cpp" line="+30"/>
        <source>“%1” has %2 inputs, but %3 input files were given; give one for each input, in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+35"/>
        <source>“%1” cannot be run without ONNX Runtime.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExternalData</name>
    <message>
        <location filename="../core/onnx/ExternalData.cpp" line="+52"/>
        <source>“%1” keeps weights in “%2”, which is not read: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>the model was not opened from a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>this is not a file name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>only files inside the model&apos;s folder are; put it beside the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>“%1” keeps weights in “%2”, which is missing; put it beside the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>it is not a plain file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>it is a link that leads out of the model&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>its offset or length is not a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The weights “%1” of “%2” cannot be read (%3); check the permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The weights “%1” of “%2” end too early: %3 bytes at offset %4 are wanted and the file has %5; copy the file again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <location filename="../core/base/Files.cpp" line="+23"/>
        <source>No file name was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The file “%1” does not exist; check the path and its spelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>“%1” is a folder where a file is expected; name a file inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>“%1” is neither a file nor a folder and cannot be read; name a plain file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>The file “%1” has %2 bytes, more than the %3 that can be read at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The file “%1” cannot be read (%2); check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Reading the file “%1” stopped half-way (%2); try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>“%1” is a folder and cannot be overwritten; name a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The file “%1” cannot be written (%2); nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The folder “%1” cannot be created; check that its parent may be written to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstDrifts</name>
    <message>
        <location filename="../core/diagnosis/FirstDrift.cpp" line="+22"/>
        <source>“%1” is the first layer that drifts: cosine %2, Pearson %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>It holds the same values in other places: that is a layout, not a quantization error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+38"/>
        <source>The .bin&apos;s node “%1” carries the permutation 0 3 1 2, the inverse of the 0 2 3 1 that its name promises.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InputFiles</name>
    <message>
        <location filename="../core/session/InputFiles.cpp" line="+41"/>
        <source>“%1” has %2 bytes, but the input “%3” (%4, %5) takes %6; give a picture, an .npy or a raw file of that size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>“%1” holds a tensor of %2 (%3), but the input “%4” takes %5 (%6).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InputRules</name>
    <message>
        <location filename="../core/lint/InputRules.cpp" line="+48"/>
        <source>The toolchain will refuse to convert: %1 was trained on %2 and cannot be fed %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only some pairs of training and runtime type have a conversion. A gray model takes the Y plane of nv12 as gray.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+20"/>
        <source>bt601_video has no effect, or is refused, for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The range of the luma is used for nv12 only; on bayes-e also only when the model was trained on rgb or bgr.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>%1 has %2 values but there are %3 inputs; the toolchain will refuse the config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Every list joined by semicolons has one value for each input, in the order of input_name; None leaves one out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>The toolchain will refuse a batch of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>input_batch may be 1 to %1 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>input_batch cannot be used with several inputs on X3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>On bernoulli2 it works for models with a single input only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>input_batch does not go together with the shape %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The batch is added by the toolchain: the first size of the shape must be 1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Judgement</name>
    <message>
        <location filename="../core/diagnosis/Judgement.cpp" line="+60"/>
        <source>The bytes that were fed rule this out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location line="+39"/>
        <source>The board agrees with the quantized model to a cosine of %1 over %n picture(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location line="+19"/>
        <source>The board computes what the quantized model does; the result is lost before it, between %1 (cosine %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>No fault found: %1, and it was fed what it asks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A picture on which the board and the quantized model disagree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The board computes the model on what it was fed, but it was fed something else than the picture that was meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Compare the bytes that the board program hands over with the input contract.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>None of the tested causes explains the difference (cosine %1); dump the layers to find where it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>None of the tested causes explains the difference (cosine %1); the first drifting layer is “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Set input_layout_rt to NHWC, compile again, and feed the pixels as HWC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+26"/>
        <source>The bytes that were fed are what the .bin asks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Read as %1 the bytes are %2 times rougher than in the other layout.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyRules</name>
    <message>
        <location filename="../core/lint/KeyRules.cpp" line="+94"/>
        <source>The toolchain knows no such key here; perhaps %1 is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The toolchain refuses keys and groups that it does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 is not a key of the toolchain, which will refuse the config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The key belongs to hb_compile of S100 and J6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 belongs to another generation of the toolchain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1 cannot be compiled with this toolchain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>nash is the processor of S100 and J6, whose toolchain is hb_compile with another kind of config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The group %1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The toolchain needs all four groups, even where only defaults are wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 is required and has no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+21"/>
        <source>The model is either onnx_model, or caffe_model together with prototxt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Both an ONNX and a Caffe model are given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Half of the Caffe model is missing: caffe_model and prototxt go together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>No model is named, so there is nothing to convert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1 is written again in line %2; what stands here is not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Of equal keys in one map the last one wins, without a message.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelledDatas</name>
    <message>
        <location filename="../core/evaluation/LabelledData.cpp" line="+45"/>
        <source>Line %1 of “%2” has the label “%3”; write file,label with a whole number from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+49"/>
        <source>There is no folder of labelled data at “%1”; name one with labels.csv or one sub-folder per class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The folder “%1” holds no labelled pictures; add labels.csv (file,label) or one sub-folder per class.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <location filename="../core/diagnosis/Ladder.cpp" line="+115"/>
        <source>The diagnosis was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayoutHypotheses</name>
    <message>
        <location filename="../core/diagnosis/LayoutHypotheses.cpp" line="+31"/>
        <source>With input_layout_rt: NHWC feed the pixels row by row with the channels together (HWC), as OpenCV holds them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Compile with input_layout_rt: NHWC and feed HWC: if the board is still wrong, this is not the cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The board reads its input in the wrong layout: input_parameters.input_layout_rt is %1 on %2, and the conversion packed into the .bin puts the pixels in the wrong places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The .bin transposes its %1 input with the inverse permutation (0 3 1 2 for 0 2 3 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The .bin takes its input for NHWC and converts it to NCHW, the wrong way round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The .bin reads its NCHW bytes as NHWC without converting them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The .bin converts its NHWC bytes as if they were NCHW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The board was fed %1 where the .bin wants %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The board was fed the wrong layout: the .bin wants %1 (input_layout_rt: %1), and it was given %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Convert the picture to %1 before handing it over, or compile with input_layout_rt: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Feed the same picture as %1: if the board is still wrong, this is not the cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The board was fed the picture with height and width exchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The board was fed the picture with height and width exchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Write the picture row by row: height is the outer axis, width the inner one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Feed the picture transposed once more: if the board is still wrong, this is not the cause.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayoutRules</name>
    <message>
        <location filename="../core/lint/LayoutRules.cpp" line="+34"/>
        <source>X3 cannot run %1 with yuv444 in NCHW.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>On bernoulli2 yuv444 is supported in NHWC only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The board will probably answer wrongly although the quantized ONNX model is right: %1 is %2 in NCHW on X3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>X3 only infers NHWC. For NCHW the toolchain inserts a transpose that is not in the quantized ONNX model, and the board then expects planes where programs usually feed interleaved pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>input_layout_rt has no effect here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>nv12 has a layout of its own; the toolchain ignores the key for it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lint</name>
    <message>
        <location filename="../core/lint/LintContext.cpp" line="+67"/>
        <source>input “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>input %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Set %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Remove %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoadedChain</name>
    <message>
        <location filename="../core/session/LoadedStage.cpp" line="+86"/>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Opening the stages was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Matching the stages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogProblems</name>
    <message>
        <location filename="../core/toolchain/LogProblems.cpp" line="+31"/>
        <source>The model&apos;s input shape is dynamic; give it in input_shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The board&apos;s runtime has no implementation of an operator that stayed on the CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The model holds custom operators that the parser does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>An operator has no implementation in the tool&apos;s own ONNX Runtime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The preprocessing is wrong, or weights are extremely small or large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The compiler of the BPU code failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No operator of the model can run on the BPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The model has no operator that can be quantized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Export the model with opset 10 or 11.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The model has more than 32 outputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+3"/>
        <source>A calibration file&apos;s size does not fit the input&apos;s shape and data type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>core_num 2 is not supported on bayes-e; set it to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>input_name names an input that the model does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The configuration cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>An inserted layout conversion has no scale of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>cal_data_type is used, whatever the folder is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The operator runs on the CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The layer is beyond a limit of the BPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The compiler says why a layer is slower than it could be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+31"/>
        <source>log of the toolchain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarchRules</name>
    <message>
        <location filename="../core/lint/MarchRules.cpp" line="+26"/>
        <source>%1 does not exist on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It is for %1 only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>%1 is out of date on %2; use model_parameters.node_info.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Since node_info holds both where a node runs and its integers, the older keys are kept for old configs only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <location filename="../widgets/shell/MainWindowActions.cpp" line="+23"/>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open &amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
</context>
<context>
    <name>ModelInfo</name>
    <message>
        <location filename="../core/board/ModelInfo.cpp" line="+162"/>
        <source>The text holds no model description of hrt_model_exec (it ends with “%1”); check that the file is a board model of this board&apos;s kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+24"/>
        <source>The board cannot describe “%1”: %2 The last it said was: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelRules</name>
    <message>
        <location filename="../core/lint/ModelRules.cpp" line="+32"/>
        <source>The model %1 does not exist here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Paths start at the folder of the config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+24"/>
        <source>The model has no input “%1”; it has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The toolchain stops with “wrong input name”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The model has %1 inputs and the config describes %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Each input needs a value in every list, joined by semicolons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+33"/>
        <source>input_shape %1 overrides the model&apos;s own shape %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The toolchain takes the shape of the config; a model exported with a fixed shape usually breaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+23"/>
        <source>%1 has the shape %2, which is %3, not %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The %1 channels of the training type stand in the other place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>The model uses opset %1; the toolchain documents 10 and 11.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Other opsets may convert, but operators that changed since are refused or understood wrongly. Export with opset 11.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+20"/>
        <source>The name of the output says %1, which no input is fed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The name was probably copied from another config and will mislead whoever writes the program for the board.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NodePage</name>
    <message>
        <location filename="../widgets/inspector/NodePage.cpp" line="+36"/>
        <source>%1: %2 (default)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+64"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-63"/>
        <source>Caused by</source>
        <translation>起因</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Why it is here</source>
        <translation>为什么在这里</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Computes</source>
        <translation>计算</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The board feeds</source>
        <translation>板端须送入</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Costs</source>
        <translation>代价</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Be rid of it</source>
        <translation>如何去掉</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Quantized model against the board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Pearson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Same values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>SQNR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>%1 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Slope, intercept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Saturated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+24"/>
        <source>(omitted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+7"/>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-1"/>
        <source>Became</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+31"/>
        <location line="+24"/>
        <source>What it is</source>
        <translation>是什么</translation>
    </message>
    <message>
        <location line="-23"/>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+23"/>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-22"/>
        <source>Runs on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
</context>
<context>
    <name>NormRules</name>
    <message>
        <location filename="../core/lint/NormRules.cpp" line="+41"/>
        <source>norm_type asks for %1, which is not given for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The model would be fed values that it was not trained on, or the toolchain refuses the config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+24"/>
        <source>mean_value and scale_value are not applied, because norm_type is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>norm_type decides what is computed; without it the toolchain does no preprocessing, or refuses the config on X3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>%1 is not used for %2, whose norm_type is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only the values that norm_type names are applied. If they belong to the model, norm_type is wrong; if not, they mislead the reader.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+33"/>
        <source>%1 has %2 numbers for the %3 channels of %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Give one number for all channels, or one for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Numbers of one input are separated by spaces; semicolons separate inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>“%1” is not a list of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The toolchain may misread “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+18"/>
        <source>The values of %1 will be normalised, although it is a feature map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Feature maps are fed as the model takes them. A norm_type here is usually left over from a build for pictures, and the data are then normalised twice. On bayes-e it is refused for inputs without four axes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NormUnitRules</name>
    <message>
        <location filename="../core/lint/NormUnitRules.cpp" line="+56"/>
        <source>Pixels of %1 are multiplied by %2: that looks like a standard deviation, or lacks the division by 255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>scale_value is a factor for pixels of 0 to 255, not a divisor: for (x/255 - m)/s in training write 1/(255·s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>The mean of %1 is given in units of 0 to 1, but pixels are 0 to 255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>mean_value is subtracted from raw pixels, so almost nothing is subtracted. Write 255 times the mean of the training code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+22"/>
        <source>The scale of %1 is 1/255 cut short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>All values become a little too small or too large, which adds to the loss from quantization.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Npy</name>
    <message>
        <location filename="../core/tensor/Npy.cpp" line="+54"/>
        <source>“%1” is not a readable .npy file: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>it does not begin with the signature of numpy; save it with numpy.save().</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+7"/>
        <location line="+4"/>
        <source>it ends inside its header; copy or save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-8"/>
        <source>its format version %1 is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+26"/>
        <source>“%1” is not the size of an axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>its shape %1 is impossibly large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>its header has no shape or no element order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>“%1” holds elements of a type that is no plain number; save it as float32 or as an integer type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+67"/>
        <source>its shape %1 needs %2 elements but only %3 bytes follow; copy or save it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OnnxLibrary</name>
    <message>
        <location filename="../core/onnx/OnnxLibrary.cpp" line="+88"/>
        <source>The bytes are not an ONNX model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The model breaks the rules of ONNX: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+34"/>
        <source>The model cannot be converted from opset %1 to %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OnnxReader</name>
    <message>
        <location filename="../core/onnx/OnnxReader.cpp" line="+39"/>
        <source>The file “%1” is empty; export or copy the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>“%1” is a web page or XML file, not an ONNX model; perhaps a download gave the page in place of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>“%1” is a pointer of Git LFS, not the model itself; fetch it with “git lfs pull”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>“%1” is a text file, not an ONNX model; choose the .onnx file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>“%1” is not an ONNX model or its end is missing; export or copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>“%1” is larger than the 2 GB that an ONNX file may have; save its weights as external data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>“%1” holds a graph without operators and outputs; export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <location filename="../core/onnx/ProtoToDraft.cpp" line="+120"/>
        <source>Reading was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OnnxRuntimeLoader</name>
    <message>
        <location filename="../core/runtime/OnnxRuntime.cpp" line="+41"/>
        <source>“%1” is not a library of ONNX Runtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+25"/>
        <source>version %1 is too old</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OnnxRuntimeLookup</name>
    <message>
        <location filename="../core/runtime/RuntimeLookup.cpp" line="+60"/>
        <source>ONNX Runtime cannot be loaded from “%1” (%2); name a libonnxruntime.so of version 1.11 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>ONNX Runtime, which runs the ONNX models, is not available (%1); run scripts/setup in the source tree and build again, or set ONNXRUNTIME_ROOT when configuring, or DRIFTSCOPE_ONNXRUNTIME to its libonnxruntime.so.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OnnxTensor</name>
    <message>
        <location filename="../core/onnx/OnnxTensor.cpp" line="+154"/>
        <source>“%1” is damaged: the tensor “%2” has the impossible shape %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>“%1” is damaged: the tensor “%2” of shape %3 and type %4 needs %5 bytes but has %6; export or copy the model again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OnnxWriter</name>
    <message>
        <location filename="../core/onnx/DraftToProto.cpp" line="+51"/>
        <source>The attribute “%1” has a kind of value that cannot be written, such as a type or a list of graphs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/onnx/OnnxWriter.cpp" line="+22"/>
        <source>The model needs %1 bytes, more than the 2 GB that an ONNX file may have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The model could not be serialized.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrtValues</name>
    <message>
        <location filename="../core/runtime/OrtValues.cpp" line="+111"/>
        <source>The input “%1” has elements of type %2, which cannot be fed; use a numeric type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>ONNX Runtime does not take the tensor given for the input “%1” (%2); check its shape and type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+30"/>
        <source>ONNX Runtime does not hand out the result “%1” (%2).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <location filename="../core/tensor/JpegDecoder.cpp" line="+116"/>
        <location filename="../core/tensor/PngDecoder.cpp" line="+120"/>
        <source>The picture “%1” has %2 x %3 pixels, more than can be decoded; scale it down first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/tensor/Picture.cpp" line="+62"/>
        <source>“%1” is a damaged %2 picture (%3); save or copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+18"/>
        <source>The picture “%1” is empty; copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>“%1” is neither a PNG nor a JPEG picture; convert it to one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/tensor/PictureConversion.cpp" line="+97"/>
        <source>A picture must be uint8 of shape HxWx3, not %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A picture cannot be fed to a featuremap input; give a .npy or raw file with its values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>NV12 needs an even height and width, not %1 x %2; resize the picture.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Process</name>
    <message>
        <location filename="../core/process/Process.cpp" line="+128"/>
        <source>The program “%1” could not be started (%2); check that it is installed and may be executed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+37"/>
        <source>The program “%1” crashed (signal %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The program “%1” was stopped on request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The program “%1” did not end within %2 seconds and was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The program “%1” ended with exit code %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Projects</name>
    <message>
        <location filename="../core/project/Project.cpp" line="+55"/>
        <source>“%1” is not a Driftscope project file (%2); open the conversion YAML itself instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>the key driftscope_project is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>“%1” was written by a later version of Driftscope; update the program to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+28"/>
        <source>The project file “%1” names no config; add &quot;config&quot;: &quot;your.yaml&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>The folder “%1” holds neither a project file nor a conversion YAML; name one directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The folder “%1” holds %2 YAML files (%3); name the one that is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+24"/>
        <source>This project has no file yet; save it under a name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RenderMode</name>
    <message>
        <location filename="../app/gui/RenderMode.cpp" line="+36"/>
        <source>“%1” does not exist; name model files or a run&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>There is no model to draw; name ONNX or .bin files, or a run&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunFolder</name>
    <message>
        <location filename="../core/toolchain/RunFolder.cpp" line="+68"/>
        <source>No folder for the run can be made in “%1”; check that it may be written to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunRecord</name>
    <message>
        <location filename="../core/toolchain/RunRecord.cpp" line="+74"/>
        <source>The run was interrupted before the toolchain ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+50"/>
        <source>The record of the run, “%1”, is damaged (%2).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuntimeUnavailable</name>
    <message>
        <location filename="../core/runtime/RuntimeUnavailable.cpp" line="+21"/>
        <source>this program was built without its header</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <location filename="../core/session/Sample.cpp" line="+41"/>
        <source>The sample project is not installed; set DRIFTSCOPE_SAMPLES to the folder that holds “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+24"/>
        <source>The sample project cannot be copied to “%1”; check that the folder may be written to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SandboxExecution</name>
    <message>
        <location filename="../core/sandbox/execution/BoardDump.cpp" line="+73"/>
        <source>“%1” could not be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sandbox/execution/ExecutionPlan.cpp" line="+53"/>
        <source>The model takes %1 inputs, %2 were given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+33"/>
        <source>Node “%1” has more outputs than its operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sandbox/execution/Kernel.cpp" line="+42"/>
        <source>The sandbox board cannot run node “%1” (%2): %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Node “%1” (%2) is broken: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sandbox/execution/KernelFactories.cpp" line="+20"/>
        <source>it has no kernel for this operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sandbox/execution/PlanCompiler.cpp" line="+144"/>
        <source>the integer unit has no form of this operator between DequantizeLinear and QuantizeLinear; pack it as a CPU node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>it has no input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+21"/>
        <source>its inputs and outputs are not as many as those of the code packed for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+45"/>
        <source>Node “%1” reads “%2”, which nothing computes before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Nothing computes the output “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sandbox/execution/PoolKernels.cpp" line="+19"/>
        <source>its window does not fit the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+40"/>
        <source>its input must be int8 or float32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sandbox/execution/QuantizedGroup.cpp" line="+169"/>
        <source>a constant of this size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>its operands do not broadcast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sandbox/execution/QuantizedTables.cpp" line="+68"/>
        <source>its operands must be int8 and broadcast to each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sandbox/execution/Reducing.cpp" line="+16"/>
        <source>its axes must be constants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sandbox/execution/Resampling.cpp" line="+35"/>
        <source>its scales or sizes must be constants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>cropping while resizing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+55"/>
        <source>there must be one scale or size for each axis of the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sandbox/execution/Reshaping.cpp" line="+124"/>
        <source>the new shape does not hold as many elements as the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sandbox/execution/Slicing.cpp" line="+175"/>
        <source>padding mode “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sandbox/execution/TransposedConvolution.cpp" line="+19"/>
        <source>its weights do not have the shape of a convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>pads must be given in numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sandbox/execution/Window.cpp" line="+42"/>
        <source>its window must have one or two spatial axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>sizes, strides and dilations must be positive and pads not negative</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SchemaFile</name>
    <message>
        <location filename="../core/config/ConfigSchema.cpp" line="+35"/>
        <source>There is no description of the config&apos;s keys in the language “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The built-in description %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+35"/>
        <source>The built-in description of %1 has no kind.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <location filename="../core/runtime/InferenceSession.cpp" line="+136"/>
        <source>ONNX Runtime cannot load %1: %2. Check that it is an ONNX model of standard operators.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The model file “%1” does not exist; check the path and its spelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+62"/>
        <source>The input “%1” takes %2 and was given %3; convert the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The input “%1” has the shape %2 and was given %3; reshape or transpose the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>The model has no input “%1”; its inputs are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Nothing was given for the model&apos;s input “%1”; its inputs are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+52"/>
        <source>The model&apos;s run was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>ONNX Runtime failed while running the model: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shape</name>
    <message>
        <location filename="../core/tensor/Shape.cpp" line="+50"/>
        <source>“%1” is not a shape; write whole numbers joined by x, such as 1x3x224x224.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShapeRules</name>
    <message>
        <location filename="../core/lint/ShapeRules.cpp" line="+33"/>
        <source>The toolchain cannot read the shape “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Sizes are joined by x, as in 1x3x224x224; semicolons separate inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>X3 cannot convert %1 with the shape %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>On bernoulli2 inputs have exactly four axes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>%1 cannot be fed to %2, which is %3 wide and %4 high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Colour is stored for blocks of two by two pixels, so both sizes must be even.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageEvaluator</name>
    <message>
        <location filename="../core/evaluation/StageEvaluator.cpp" line="+47"/>
        <source>“%1” cannot be evaluated without ONNX Runtime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>“%1” has %2 inputs; only models with one picture input can be evaluated on labelled pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The evaluation was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Evaluating %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageMatcher</name>
    <message>
        <location filename="../core/stages/StageFolding.cpp" line="+59"/>
        <source>%1 was folded into %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 computes nothing here and was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+46"/>
        <source>The measured scales of its calibration nodes went into the integer operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+42"/>
        <source>%1 runs in float between a DequantizeLinear and a QuantizeLinear of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 was replaced by several nodes that carry its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Compiled into the code for the BPU, which cannot be looked into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/stages/StageMatcher.cpp" line="+130"/>
        <source>Same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Same name, another operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+34"/>
        <source>Same operator, and its output has the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+93"/>
        <source>The same operator stands at the same place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>One of several like operators at the same place, matched in their order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>The same operator feeds a node that is matched.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageTitle</name>
    <message>
        <location filename="../widgets/stages/StageTitle.cpp" line="+22"/>
        <source>Float</source>
        <translation>浮点</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Original</source>
        <translation>原始</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Optimized</source>
        <translation>优化后</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Calibrated</source>
        <translation>校准后</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Quantized</source>
        <translation>量化后</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Board .bin</source>
        <translation>板端 .bin</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The model as it was trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The same model with the preprocessing node in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Constants and normalizations folded, still in floating point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>With the value ranges measured on the calibration data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>In integer arithmetic, as the board should compute it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The compiled .bin, run on the board.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stories</name>
    <message>
        <location filename="../core/session/Story.cpp" line="+115"/>
        <source>The diagnosis names no setting that could be fixed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>There is no .bin to diagnose; compile the config first or add the file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tensor</name>
    <message>
        <location filename="../core/tensor/Tensor.cpp" line="+93"/>
        <source>%1 bytes do not make a tensor of shape %2 and type %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThreeQuestions</name>
    <message>
        <location filename="../widgets/start/ThreeQuestions.cpp" line="+29"/>
        <source>Compile to find out.</source>
        <translation>编译后可知。</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+26"/>
        <source>Evaluate to find out.</source>
        <translation>评估后可知。</translation>
    </message>
    <message>
        <location line="-21"/>
        <source>Yes: top-1 %1 % against %2 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No: top-1 %1 % against %2 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Is the float model right?</source>
        <translation>浮点模型正确吗？</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It must classify labelled pictures as well as it did in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Does the quantized model agree?</source>
        <translation>量化模型一致吗？</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Integer arithmetic may cost a point or two, not more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Does the board agree?</source>
        <translation>板端一致吗？</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Fed as it asks to be fed, it must compute what the quantized model computes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>It gets %1 % of %2 pictures right.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trials</name>
    <message>
        <location filename="../core/diagnosis/Trial.cpp" line="+100"/>
        <source>Testing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The diagnosis was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueHypotheses</name>
    <message>
        <location filename="../core/diagnosis/ValueHypotheses.cpp" line="+46"/>
        <source>Feed the pixels as the contract says (0…255, bytes): if the board is still wrong, this is not the cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+24"/>
        <source>The first and the last channel are exchanged (RGB and BGR)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The board was fed the wrong colour order: the .bin wants %1, and it was given %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Exchange the channels before handing the picture over (OpenCV reads BGR), or set input_type_rt to what the program feeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Feed the same picture with the channels exchanged: if the board is still wrong, this is not the cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Feed the pixels as bytes from 0 to 255; the runtime subtracts 128 itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>128 is subtracted twice, by the board program and by the runtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>128 is subtracted twice: the board program hands over pixels that are already shifted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>128 is subtracted twice, and dark pixels are clipped to 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>128 is subtracted twice, and everything darker than the middle is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>128 is never subtracted, and bright pixels are clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>128 is never subtracted: the model takes pixels from -128 to 127 and gets them from 0 to 255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Hand the picture over through the runtime&apos;s image type, which subtracts 128.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The board program divides by 255, though the model takes 0…255</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The picture is divided by 255 before it is fed, though the model takes pixels from 0 to 255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The picture is normalized twice, by the board program and inside the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The picture is normalized twice: the board program does what norm_type, mean_value and scale_value already put into the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Take the normalization out of the board program and feed plain pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The normalization inside the model is missing: the network gets plain pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The normalization is missing: the network behind the input gets plain pixels where it was trained on normalized ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Set norm_type, mean_value and scale_value to what the training program did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Compile with the normalization of the training program: if the board is still wrong, this is not the cause.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueRules</name>
    <message>
        <location filename="../core/lint/ValueRules.cpp" line="+50"/>
        <source>The toolchain does not know “%1” as a value of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It knows %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+24"/>
        <source>“%1” is neither True nor False.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>“%1” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>ON without quotes is read as “true”, and the node stays where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>YAML 1.1, which the toolchain reads, takes a bare ON for a yes. Write &apos;ON&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictText</name>
    <message>
        <location filename="../widgets/verdict/VerdictText.cpp" line="+25"/>
        <source>confidence high (%1 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>confidence medium (%1 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>confidence low (%1 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>not tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+23"/>
        <source>cosine %1 → %2 if so; %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1, cosine %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>YamlGuard</name>
    <message>
        <location filename="../core/config/YamlGuard.cpp" line="+73"/>
        <source>Line %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, line %2, column %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The text is %1 bytes long, which no conversion config is; open the right file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1: the control character %2 may not stand in YAML; remove it, or save the file as UTF-8 if it is in another encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1: the text is not UTF-8 from here on; save the file as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1: brackets are nested too deeply; a conversion config needs two levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <source>a colon stands where none may stand; quote the value, or check the indentation of this line and the one above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>a key may not stand here; check the indentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the indentation fits none of the lines above, or a key has no colon and value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a line of this list is not indented like the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a { is never closed, or a comma is missing within the braces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>a [ is never closed, or a comma is missing within the brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the text ends inside quotes; a closing quote is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the document ends inside quotes; a quote is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>a quoted text goes on with too little indentation; perhaps a closing quote is missing above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>a value cannot begin with this character; put it in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a list item may not stand here; check the indentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a closing bracket has no opening one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a tab cannot indent YAML; use spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this alias names an anchor that is not defined above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>one value has two anchors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>it is not valid YAML (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>YamlParser</name>
    <message>
        <location filename="../core/config/YamlTree.cpp" line="+33"/>
        <source>%1: the text is nested too deeply; a conversion config needs two levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1: the quote that opens here is never closed; add the closing quote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1: the text is no map of groups; a conversion config begins with a group such as “model_parameters:”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1: a tab cannot indent YAML; replace it by spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1: the YAML cannot be read, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+49"/>
        <source>The text holds more than one YAML document; keep the first and remove the line “---” and what follows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The YAML cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope</name>
    <message>
        <location filename="../widgets/graph/BoxText.cpp" line="+229"/>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Runs on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Input %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Output %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1 %2, %3, %4, cosine %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 %2, %3, %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/graph/GraphQuery.cpp" line="+167"/>
        <source>the cosine is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the cosine is below %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the cosine is at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the cosine is above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the cosine is at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>the node was inserted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>the node was not inserted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the node is removed later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>the node is not removed later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the node was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>the node was not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the node was fused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>the node was not fused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>name or type contains “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the name is like “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the name contains “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the type is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>it runs on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the data type is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/graph/Legend.cpp" line="+34"/>
        <source>1 − cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>not said in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>floating point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>8 bits and less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>16 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>wider integers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>other types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::CommandPalette</name>
    <message>
        <location filename="../widgets/shell/CommandPalette.cpp" line="+85"/>
        <location line="+3"/>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-2"/>
        <location line="+1"/>
        <source>Type a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+22"/>
        <source>%1 (on)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::CompareRenderer</name>
    <message>
        <location filename="../widgets/graph/CompareRenderer.cpp" line="+189"/>
        <source>“%1” does not end in .svg, .png or .pdf, the pictures that can be written; give it one of these endings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>The picture could not be written to “%1”: %2. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::CompareView</name>
    <message>
        <location filename="../widgets/graph/CompareView.cpp" line="+46"/>
        <source>No graph is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open a model, or a project whose stages were compiled, to see its graphs side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Graphs of the stages, side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/graph/CompareViewLayout.cpp" line="+34"/>
        <source>Colours:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+52"/>
        <source>Find Next Match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Find Previous Match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Next Drifting Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+18"/>
        <source>Linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-15"/>
        <source>Scroll and zoom all panes together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Scroll and zoom this pane with the others</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::ConfigField</name>
    <message>
        <location filename="../widgets/config/ConfigField.cpp" line="+52"/>
        <source>Explain %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Default: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It must be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>One value for each input, separated by semicolons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Deprecated; use %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Example: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Source: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::ConfigForm</name>
    <message>
        <location filename="../widgets/config/ConfigForm.cpp" line="+102"/>
        <location line="+1"/>
        <source>Find a parameter</source>
        <translation>查找参数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>All parameters</source>
        <translation>全部参数</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>The text cannot be read, so the form is locked: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::ConfigPane</name>
    <message>
        <location filename="../widgets/config/ConfigPane.cpp" line="+83"/>
        <source>%1 • not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Edit the parameters one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Edit the YAML itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What This Will Do</source>
        <translation>将会做什么</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Nodes that will be inserted, and what the board program must feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No config is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open a project or a conversion YAML to edit it as form or text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::ConfigPreview</name>
    <message>
        <location filename="../widgets/config/ConfigPreview.cpp" line="+42"/>
        <source>What the config will do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No config is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The board program must feed input “%1” with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Nothing is inserted in front of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Inserted in front of the network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::ConfigTextEditor</name>
    <message>
        <location filename="../widgets/config/ConfigTextEditor.cpp" line="+74"/>
        <location line="+184"/>
        <source>Config as text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::ConfigTextPane</name>
    <message>
        <location filename="../widgets/config/ConfigTextPane.cpp" line="+33"/>
        <source>Edit Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::EdgePainter</name>
    <message numerus="yes">
        <location filename="../widgets/graph/EdgePainter.cpp" line="+74"/>
        <source>%n more nodes</source>
        <extracomment>A value that far nodes use, too; the number is at least two</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::ErrorCurve</name>
    <message>
        <location filename="../widgets/layers/ErrorCurve.cpp" line="+128"/>
        <source>first drift: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+37"/>
        <source>Error along the network</source>
        <translation>沿网络的误差</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>1 − cosine, logarithmic</source>
        <translation>1 − 余弦，对数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Error along the network; the layers table holds the same numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No error curve yet</source>
        <translation>尚无误差曲线</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It appears when layers have been compared with the board&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::EvidenceModel</name>
    <message>
        <location filename="../core/models/EvidenceModel.cpp" line="+42"/>
        <source>explains it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>ruled out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+22"/>
        <source>what was tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>cosine as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>cosine if true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::EvidenceView</name>
    <message>
        <location filename="../widgets/verdict/EvidenceView.cpp" line="+33"/>
        <source>Tested causes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+26"/>
        <source>What would disprove this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>In the board program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>First drifting layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>From stage to stage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::FieldEditor</name>
    <message>
        <location filename="../widgets/config/FieldEditor.cpp" line="+69"/>
        <source>(not written)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>(%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not written: the toolchain&apos;s default holds.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::FindingLabel</name>
    <message>
        <location filename="../widgets/config/FindingLabel.cpp" line="+61"/>
        <source>Set to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Fix %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::FindingsList</name>
    <message>
        <location filename="../widgets/config/FindingsList.cpp" line="+27"/>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::FindingsModel</name>
    <message>
        <location filename="../core/models/FindingsModel.cpp" line="+17"/>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Remove Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+39"/>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+21"/>
        <source>finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>fix</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::GraphLayout</name>
    <message>
        <location filename="../core/layout/GraphLayout.cpp" line="+53"/>
        <source>The layout of the graph was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+101"/>
        <source>Laying out the graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+27"/>
        <source>Laying out the graphs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::GraphQuery</name>
    <message>
        <location filename="../widgets/graph/GraphQuery.cpp" line="+53"/>
        <source>“%1” is not a value this filter knows, so “%2” is searched as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>“%1” is not a filter, so “%2” is searched as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+24"/>
        <source>not: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nodes where %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::GraphSearchBar</name>
    <message>
        <location filename="../widgets/graph/GraphSearchBar.cpp" line="+26"/>
        <source>Search: name, type:Transpose, cos&lt;0.99, on:CPU, inserted:yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Search the graphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Previous match (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Next match (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+32"/>
        <source>None found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::GraphView</name>
    <message>
        <location filename="../widgets/graph/GraphView.cpp" line="+34"/>
        <location line="+19"/>
        <source>Graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location line="-2"/>
        <source>Graph of %n nodes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../widgets/graph/GraphViewInput.cpp" line="+197"/>
        <source>Fit All	0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Frame Selection	F</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::InputContract</name>
    <message>
        <location filename="../core/stages/InputContract.cpp" line="+65"/>
        <source>%1 (not written)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 (line %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Training and float model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The config says that the float model takes %1, but its input %2 is %3; correct input_layout_train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Calibration files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The folder is empty or is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+18"/>
        <source>%1 has %2 bytes, but %3 values of type %4 are %5 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The values of %1 look normalized already, and the config normalizes once more (norm_type).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Config, at run time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>input_layout_rt has no effect for nv12, which has planes instead of channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>input_layout_rt is not written; the toolchain takes NHWC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+24"/>
        <source>This stage should take the layout of training, %1, but its input %2 is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The quantized model takes %1 whatever the training used; feed it so on the computer. The board is another matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Original float model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Optimized float model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Calibrated model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Quantized model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Compiler flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This is how the compiled code reads its input inside, behind any conversion. It is not input_layout_rt and no contradiction to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Board model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <location line="+4"/>
        <source>The file takes %1, but the config says %2; it was made from another config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The node %1 in the file: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Board program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>as it was fed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>as the config asks for; what your program does is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+4"/>
        <source>The program feeds %1, but the board model was built for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The program feeds floats, but a picture input takes bytes from 0 to 255.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::InsertedNode</name>
    <message>
        <location filename="../core/stages/InsertedNode.cpp" line="+152"/>
        <source>The toolchain replaced or added this %1 while it rewrote the network; no setting is known to cause it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+44"/>
        <source>The config asks for mean and scale inside the model, and every picture input needs the 128 added back that the runtime takes off. One node does both, and turns %1 into %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Every picture input needs the 128 added back that the runtime takes off. The node also turns %1 into %2; it does not normalize, since norm_type is no_preprocess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Plain pixels from 0 to 255 as %1. The program must not subtract a mean, divide by 255 or scale: that would happen twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Pixels from 0 to 255 as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A 1x1 convolution over the picture; on the BPU this is little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Picture inputs always get this node. With norm_type no_preprocess it does not normalize; with featuremap for both types it is left out, and the program feeds floats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+21"/>
        <source>Channel %1 is computed with mean %2 and scale %3, but the config says mean %4 and scale %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>The network was trained in one order of axes and this stage takes pictures in another; the node moves the values from one to the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It belongs to this stage and does not stand in the way on the board.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The config says that the program feeds NCHW, and the compiled code reads NHWC: the runtime has to move every picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The config says that the program feeds NHWC, and the compiled code reads NCHW: the runtime has to move the input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The values as C x H x W, one plane after the other (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The values as H x W x C, the channels of one place next to each other (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>One pass over %1 bytes on the CPU before every inference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Set input_layout_rt to NHWC and feed H x W x C, which is how OpenCV holds pictures anyway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Set input_layout_rt to NCHW and feed C x H x W.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Calibration measured the range of this value; the pair of nodes rounds it as the integer network will, so that the loss can be seen in float.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It is part of every calibrated model and goes into the operators of the quantized one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Two values with different measured ranges meet in one operator, which needs one scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It goes away only where the ranges agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>One pass over %1 bytes on the CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The input is a featuremap: the program feeds floats and the network computes with integers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Floats exactly as in training; the runtime rounds them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>List Quantize in remove_node_type; then the program must round with this scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The network ends in integers, and the output is promised as float.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>List Dequantize in remove_node_type; then the program must multiply by the scale itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Here the network changes between integers and floats, because an operator next to it computes in float.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Replace the operator that computes in float by one that the BPU knows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::InsertionEffects</name>
    <message>
        <location filename="../core/stages/InsertionEffects.cpp" line="+168"/>
        <source>Moves values: axes %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Moves %1 bytes: axes %2, from %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>It makes RGB from YUV (BT.601, 16 to 235).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It makes RGB from YUV (BT.601, full range).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It reverses the order of the channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It keeps the order of the channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Computes (pixel - mean) * scale with mean %1 and scale %2, from pixel - 128. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Rounds value / scale + zero point to an integer, with %1 scales from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Computes (code - zero point) * scale, with %1 scales from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Rounds value / %1 + %2 to an integer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Computes (code - %2) * %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+63"/>
        <source>Its name promises axes %1, but it moves axes %2: the values arrive in other places than the next node reads them from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>It is declared to make %1, which axes %2 of %3 are not.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::Inspector</name>
    <message>
        <location filename="../widgets/inspector/Inspector.cpp" line="+65"/>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keep showing this while something else is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+6"/>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <location line="-5"/>
        <source>Nothing is selected</source>
        <translation>未选中任何内容</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Select a node in a graph or a layer in the table to see what it is, and if the toolchain inserted it, why.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::JobStatus</name>
    <message>
        <location filename="../widgets/shell/JobStatus.cpp" line="+44"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::LayersModel</name>
    <message>
        <location filename="../core/models/LayersModel.cpp" line="+18"/>
        <source>agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>drifts first</source>
        <translation>最先偏移</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>drifts</source>
        <translation>偏移</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>no counterpart</source>
        <translation>无对应</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>not dumped</source>
        <translation>未导出</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>shape differs</source>
        <translation>形状不同</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>not comparable</source>
        <translation>无法比较</translation>
    </message>
    <message>
        <location line="+59"/>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <location line="+66"/>
        <source>Layer %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+21"/>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>status</source>
        <translation>状态</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>pearson</source>
        <translation>皮尔逊</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>same values</source>
        <translation>值相同</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>SQNR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>max error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>saturated %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Place in data-flow order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Node of the reference model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Whether the two tensors agree, and if they were not compared, why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cosine of the two tensors; 1 is the same direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cosine after the means are taken off; near 0 means that values stand in other places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The same numbers, perhaps in other places: the mark of a layout error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Signal to quantization noise in decibels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Largest absolute difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Share of the candidate&apos;s elements at the ends of its integer range</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::LayersPane</name>
    <message>
        <location filename="../widgets/layers/LayersPane.cpp" line="+98"/>
        <source>quantized model against the board • %1 compared, %2 not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+77"/>
        <location line="+1"/>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No layers have been compared</source>
        <translation>尚未比较各层</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Run on Board sends one picture through the quantized model and through the board, and compares every layer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::Legend</name>
    <message>
        <location filename="../widgets/graph/Legend.cpp" line="+115"/>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::LogNodesModel</name>
    <message>
        <location filename="../core/models/LogNodesModel.cpp" line="+80"/>
        <source>%1, line %2 of the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+18"/>
        <source>node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>subgraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>data type</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::LogPane</name>
    <message>
        <location filename="../widgets/layers/LogPane.cpp" line="+128"/>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Compilation</source>
        <translation>编译</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Warnings and errors of the toolchain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Node table of the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Nothing has been compiled</source>
        <translation>尚未编译</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Compile runs the toolchain on the config; phases and log appear here while it works.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::LogText</name>
    <message>
        <location filename="../widgets/layers/LogText.cpp" line="+19"/>
        <location line="+40"/>
        <source>Log of the compilation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::MainWindow</name>
    <message>
        <location filename="../widgets/shell/MainWindow.cpp" line="+72"/>
        <location line="+2"/>
        <source>Toolchain</source>
        <translation>工具链</translation>
    </message>
    <message>
        <location line="-1"/>
        <location line="+2"/>
        <source>Board</source>
        <translation>板端</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/shell/MainWindowActions.cpp" line="+36"/>
        <source>Sandbox</source>
        <translation>沙箱</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Sandbox board</source>
        <translation>沙箱板</translation>
    </message>
    <message>
        <location filename="../widgets/shell/MainWindowFiles.cpp" line="+71"/>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Everything Driftscope reads (*.driftscope.json *.yaml *.yml *.onnx *.bin)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Open Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Program that answers to hb_mapper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Program that answers to hrt_model_exec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The config has changes that are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/shell/MainWindowPanes.cpp" line="+166"/>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Driftscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1[*] – Driftscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Nothing has been compiled</source>
        <translation>尚未编译</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>No stage is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Compile makes the stages from the float model to the board&apos;s .bin; they appear here side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Choose stages above to see their graphs side by side.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::MessageBar</name>
    <message>
        <location filename="../widgets/shell/MessageBar.cpp" line="+71"/>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Dismiss the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::Minimap</name>
    <message>
        <location filename="../widgets/graph/Minimap.cpp" line="+21"/>
        <source>Overview of the graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Overview: click or drag to go there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::NodeChange</name>
    <message>
        <location filename="../widgets/graph/NodeDecoration.cpp" line="+36"/>
        <source>inserted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>fused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::OpFamily</name>
    <message>
        <location filename="../widgets/common/OpFamily.cpp" line="+86"/>
        <source>Convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Normalization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Quantize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::Overlay</name>
    <message>
        <location filename="../widgets/graph/NodeDecoration.cpp" line="+7"/>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Data type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Operator family</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::PhaseList</name>
    <message>
        <location filename="../widgets/layers/PhaseList.cpp" line="+46"/>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::Process</name>
    <message>
        <location filename="../core/process/RunProcess.cpp" line="+34"/>
        <source>The program “%1” was stopped on request.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::ProjectPane</name>
    <message>
        <location filename="../widgets/shell/ProjectPane.cpp" line="+82"/>
        <location line="+49"/>
        <location line="+1"/>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <location line="-35"/>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1, %2 after %3 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Run %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::Session</name>
    <message>
        <location filename="../core/session/Session.cpp" line="+159"/>
        <source>Set %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+101"/>
        <source>Opening the stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/session/SessionWork.cpp" line="+76"/>
        <source>There is no compiled model yet; compile the config first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+29"/>
        <source>There is no config to compile; open a conversion YAML first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+36"/>
        <source>Compiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+35"/>
        <source>There is no picture to run; name a folder of labelled data in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Running on the board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+25"/>
        <source>There is no labelled data; name its folder in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Evaluating every stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+27"/>
        <source>There are no pictures to diagnose with; name a folder of them in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Looking for the cause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::StageCard</name>
    <message>
        <location filename="../widgets/stages/StageCard.cpp" line="+52"/>
        <source>not evaluated</source>
        <translation>未评估</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>not compiled</source>
        <translation>未编译</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Its graph is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Its graph is hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+51"/>
        <source>shown</source>
        <translation>已显示</translation>
    </message>
</context>
<context>
    <name>driftscope::StageInput</name>
    <message>
        <location filename="../core/stages/StageInput.cpp" line="+116"/>
        <location line="+102"/>
        <source>A picture cannot be fed to an input of type %1; give a .npy or raw file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-86"/>
        <source>A picture must have the shape HxWx3, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A picture needs an input with four axes; this one has the shape %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+22"/>
        <source>The input has the shape %1, but the picture becomes %2; check the type and the layout of the input in the config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+40"/>
        <source>The config does not say what kind of picture the input &apos;%1&apos; takes; set input_type_train and input_type_rt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+32"/>
        <source>The config does not say what the board program feeds to the input &apos;%1&apos;; set input_type_rt.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::StageStrip</name>
    <message>
        <location filename="../widgets/stages/StageStrip.cpp" line="+105"/>
        <source>top-1 %1 %</source>
        <translation>top-1 %1 %</translation>
    </message>
</context>
<context>
    <name>driftscope::StartPage</name>
    <message>
        <location filename="../widgets/start/StartPage.cpp" line="+77"/>
        <source>Why is the board wrong?</source>
        <translation>板端为什么出错？</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Driftscope follows a network from the trained float model to the board, shows where it begins to drift, and names the setting that causes it. Drop a conversion YAML, an ONNX file or a .bin here, or begin with the sample: a real failure, solved in five steps without a board.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Is the float model right?</source>
        <translation>浮点模型正确吗？</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Does the quantized model agree?</source>
        <translation>量化模型一致吗？</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Does the board agree?</source>
        <translation>板端一致吗？</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Three questions lead to the cause, in this order:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
</context>
<context>
    <name>driftscope::Status</name>
    <message>
        <location filename="../widgets/common/StatusLight.cpp" line="+18"/>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Needs a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::TensorHistogram</name>
    <message>
        <location filename="../widgets/layers/TensorHistogram.cpp" line="+50"/>
        <location line="+29"/>
        <source>Histogram of both tensors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::TensorPane</name>
    <message>
        <location filename="../widgets/layers/TensorPane.cpp" line="+34"/>
        <source>The tensors agree: cosine %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Same values in different places: sorted they are equal, and Pearson is %1. That is a layout error, not a quantization error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The values are moved or scaled (slope %1, intercept %2), with Pearson %3: think of mean, scale or zero point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Other values, with Pearson %1: the drift came from a layer before, or begins here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+131"/>
        <source>quantized, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>board, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>range %1 … %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reference tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Board&apos;s tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No tensor is selected</source>
        <translation>未选中张量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Select a compared layer to see both tensors side by side.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>driftscope::VerdictBanner</name>
    <message>
        <location filename="../widgets/verdict/VerdictBanner.cpp" line="+91"/>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Fix and Run Again</source>
        <translation>修复并重新运行</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <location filename="../app/gui/main.cpp" line="+33"/>
        <source>Inspects and debugs neural networks on their way to an edge board.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Open the sample project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Draw the files into OUT (.svg, .png, .pdf) and exit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>en or zh_CN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>light, dark or system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Projects, conversion YAMLs, ONNX files, .bin files or runs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
