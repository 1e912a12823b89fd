<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AcceptFinding</name>
    <message>
        <source>Accept Finding</source>
        <translation>接受此问题</translation>
    </message>
    <message>
        <source>%1

Why is this all right here? The note is kept in the project, and the finding comes back when the value changes.</source>
        <translation>%1

为什么在这里没有问题？该备注保存在工程中，数值变化后此问题会重新出现。</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a project, a conversion YAML, an ONNX file or a .bin</source>
        <translation>打开工程、转换 YAML、ONNX 文件或 .bin</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Open a project&apos;s folder or the folder of an earlier run</source>
        <translation>打开工程文件夹或以往编译的文件夹</translation>
    </message>
    <message>
        <source>Open &amp;Sample Project</source>
        <translation>打开示例工程(&amp;D)</translation>
    </message>
    <message>
        <source>Open a copy of the sample: a real failure to reproduce and solve</source>
        <translation>打开示例的副本：重现并解决一个真实的故障</translation>
    </message>
    <message>
        <source>&amp;Save Config</source>
        <translation>保存配置(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take back the last change of the config, in form or text</source>
        <translation>撤回对配置的上一次修改，表单和文本均适用</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Compile</source>
        <translation>编译(&amp;C)</translation>
    </message>
    <message>
        <source>Run the toolchain on the config</source>
        <translation>用工具链编译该配置</translation>
    </message>
    <message>
        <source>Run on &amp;Board</source>
        <translation>在开发板上运行(&amp;B)</translation>
    </message>
    <message>
        <source>Send one picture through the quantized model and the board and compare every layer</source>
        <translation>将一张图片分别送入量化模型和开发板，逐层对比</translation>
    </message>
    <message>
        <source>&amp;Evaluate</source>
        <translation>评测(&amp;E)</translation>
    </message>
    <message>
        <source>Send the labelled pictures through every stage and the board</source>
        <translation>将带标注的图片送入每个阶段和开发板</translation>
    </message>
    <message>
        <source>&amp;Diagnose</source>
        <translation>诊断(&amp;D)</translation>
    </message>
    <message>
        <source>Test every known cause and name the one that explains the drift</source>
        <translation>检验每一种已知原因，找出能够解释偏差的那一个</translation>
    </message>
    <message>
        <source>Run &amp;Everything</source>
        <translation>全部执行(&amp;A)</translation>
    </message>
    <message>
        <source>Compile, evaluate, run on the board and diagnose</source>
        <translation>编译、评测、上板运行并诊断</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>Stop what is running, with all its processes</source>
        <translation>停止正在运行的任务及其全部进程</translation>
    </message>
    <message>
        <source>Add &amp;Toolchain Program…</source>
        <translation>添加工具链程序(&amp;T)…</translation>
    </message>
    <message>
        <source>Choose a program that answers to hb_mapper</source>
        <translation>选择一个能响应 hb_mapper 命令的程序</translation>
    </message>
    <message>
        <source>Add Board &amp;Program…</source>
        <translation>添加开发板程序(&amp;P)…</translation>
    </message>
    <message>
        <source>Choose a program that answers to hrt_model_exec</source>
        <translation>选择一个能响应 hrt_model_exec 命令的程序</translation>
    </message>
    <message>
        <source>Command &amp;Palette</source>
        <translation>命令面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Search the Graphs</source>
        <translation>搜索计算图(&amp;S)</translation>
    </message>
    <message>
        <source>Plain text, or type:Transpose cos&lt;0.99 on:CPU inserted:yes</source>
        <translation>普通文本，或 type:Transpose cos&lt;0.99 on:CPU inserted:yes</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>Select what was selected before</source>
        <translation>回到之前的选择</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>Next &amp;Drifting Layer</source>
        <translation>下一个偏差层(&amp;D)</translation>
    </message>
    <message>
        <source>Show Project</source>
        <translation>显示工程</translation>
    </message>
    <message>
        <source>Show Inspector</source>
        <translation>显示检查器</translation>
    </message>
    <message>
        <source>Show Config</source>
        <translation>显示配置</translation>
    </message>
    <message>
        <source>Show Layers and Log</source>
        <translation>显示层列表和日志</translation>
    </message>
    <message>
        <source>Config as Form</source>
        <translation>以表单显示配置</translation>
    </message>
    <message>
        <source>Config as Text</source>
        <translation>以文本显示配置</translation>
    </message>
    <message>
        <source>What the Config Will Do</source>
        <translation>配置效果预览</translation>
    </message>
    <message>
        <source>Go to Layers</source>
        <translation>转到层列表</translation>
    </message>
    <message>
        <source>Go to Log</source>
        <translation>转到日志</translation>
    </message>
    <message>
        <source>Theme of the System</source>
        <translation>跟随系统主题</translation>
    </message>
    <message>
        <source>Light Theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark Theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Toggle &amp;Bookmark</source>
        <translation>切换书签(&amp;B)</translation>
    </message>
    <message>
        <source>Set a bookmark at the selected node, or take it away</source>
        <translation>在所选节点处设置书签，或移除已有书签</translation>
    </message>
    <message>
        <source>Next Bookmark</source>
        <translation>下一个书签</translation>
    </message>
    <message>
        <source>Previous Bookmark</source>
        <translation>上一个书签</translation>
    </message>
    <message>
        <source>Go to Bookmark %1</source>
        <translation>转到书签 %1</translation>
    </message>
    <message>
        <source>Go to this bookmark; where there is none, set it at the selection</source>
        <translation>转到此书签；若尚未设置，则将其设在所选节点处</translation>
    </message>
    <message>
        <source>Set Bookmark %1</source>
        <translation>设置书签 %1</translation>
    </message>
    <message>
        <source>Set this bookmark at the selected node, wherever it was before</source>
        <translation>将此书签设在所选节点处，无论它原先在哪里</translation>
    </message>
    <message>
        <source>Go to Differences</source>
        <translation>转到差异列表</translation>
    </message>
    <message>
        <source>Go to Input Contract</source>
        <translation>转到输入约定</translation>
    </message>
    <message>
        <source>Go to Nodes</source>
        <translation>转到节点列表</translation>
    </message>
    <message>
        <source>The graph as a list, for the keyboard and for screen readers</source>
        <translation>以列表形式显示计算图，便于键盘操作和屏幕阅读器使用</translation>
    </message>
    <message>
        <source>Go to Bookmarks</source>
        <translation>转到书签列表</translation>
    </message>
    <message>
        <source>Show Float</source>
        <translation>显示浮点阶段</translation>
    </message>
    <message>
        <source>Show Original</source>
        <translation>显示原始阶段</translation>
    </message>
    <message>
        <source>Show Optimized</source>
        <translation>显示优化阶段</translation>
    </message>
    <message>
        <source>Show Calibrated</source>
        <translation>显示校准阶段</translation>
    </message>
    <message>
        <source>Show Quantized</source>
        <translation>显示量化阶段</translation>
    </message>
    <message>
        <source>Show Board .bin</source>
        <translation>显示板端 .bin</translation>
    </message>
    <message>
        <source>Show All Stages</source>
        <translation>显示所有阶段</translation>
    </message>
    <message>
        <source>Match: Belongs to…</source>
        <translation>匹配：对应于…</translation>
    </message>
    <message>
        <source>Choose the selected node&apos;s counterpart in the neighbouring pane</source>
        <translation>在相邻窗格中选择所选节点的对应节点</translation>
    </message>
    <message>
        <source>Match: Has No Counterpart</source>
        <translation>匹配：没有对应节点</translation>
    </message>
    <message>
        <source>Say that the selected node has no counterpart in the neighbouring pane</source>
        <translation>指明所选节点在相邻窗格中没有对应节点</translation>
    </message>
    <message>
        <source>Match: Is Right</source>
        <translation>匹配：正确</translation>
    </message>
    <message>
        <source>Say that the selected node&apos;s match is right, so that it stays</source>
        <translation>指明所选节点的匹配正确，使其保持不变</translation>
    </message>
    <message>
        <source>Match: Take Back the Correction</source>
        <translation>匹配：撤回更正</translation>
    </message>
    <message>
        <source>Match the selected node as the program would</source>
        <translation>按程序自己的判断匹配所选节点</translation>
    </message>
    <message>
        <source>Corrected Matches…</source>
        <translation>已更正的匹配…</translation>
    </message>
    <message>
        <source>Every match that was corrected or confirmed in this project</source>
        <translation>此工程中所有经过更正或确认的匹配</translation>
    </message>
    <message>
        <source>Compare Config &amp;With…</source>
        <translation>与其他配置比较(&amp;W)…</translation>
    </message>
    <message>
        <source>Show what another conversion YAML says differently</source>
        <translation>显示另一份转换 YAML 中的不同之处</translation>
    </message>
    <message>
        <source>Inputs of the Config as Table</source>
        <translation>以表格显示配置的输入</translation>
    </message>
    <message>
        <source>&amp;New Config From Model…</source>
        <translation>由模型新建配置(&amp;N)…</translation>
    </message>
    <message>
        <source>Begin a conversion YAML with the inputs of a float model</source>
        <translation>根据浮点模型的输入新建一份转换 YAML</translation>
    </message>
    <message>
        <source>&amp;Rules…</source>
        <translation>规则(&amp;R)…</translation>
    </message>
    <message>
        <source>List every rule that the config is checked with</source>
        <translation>列出检查配置所用的全部规则</translation>
    </message>
    <message>
        <source>R&amp;uns…</source>
        <translation>编译记录(&amp;U)…</translation>
    </message>
    <message>
        <source>Find earlier runs and see what changed between two</source>
        <translation>查找以往的编译记录，并查看两次之间的变化</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置…(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;weep…</source>
        <translation>参数扫描(&amp;W)…</translation>
    </message>
    <message>
        <source>Compile and evaluate the config once for each value of a key or two</source>
        <translation>对一个或两个键的每个取值各编译并评估一次配置</translation>
    </message>
    <message>
        <source>&amp;Tools…</source>
        <translation>工具链工具(&amp;T)…</translation>
    </message>
    <message>
        <source>Run the checker, hb_perf, hb_model_info and the other tools of the toolchain</source>
        <translation>运行 checker、hb_perf、hb_model_info 以及工具链的其他工具</translation>
    </message>
    <message>
        <source>Diagnose &amp;Files…</source>
        <translation>诊断文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Name the cause from files of a run that was made somewhere else</source>
        <translation>根据在别处运行所得的文件找出原因</translation>
    </message>
    <message>
        <source>Compare &amp;Layers…</source>
        <translation>比较层(&amp;L)…</translation>
    </message>
    <message>
        <source>Choose two stages and how many pictures, and compare every layer</source>
        <translation>选择两个阶段和图片数量，逐层比较</translation>
    </message>
    <message>
        <source>Toolchains and boards: on this machine, in containers, by ssh</source>
        <translation>工具链与开发板：本机、容器中或通过 ssh</translation>
    </message>
    <message>
        <source>Script for a B&amp;oard…</source>
        <translation>开发板脚本(&amp;O)…</translation>
    </message>
    <message>
        <source>Write a script to carry to a board that cannot be reached from here</source>
        <translation>为无法从本机连接的开发板生成可带过去运行的脚本</translation>
    </message>
    <message>
        <source>&amp;Import Dumps…</source>
        <translation>导入 dump(&amp;I)…</translation>
    </message>
    <message>
        <source>Read what a board dumped and compare it with the quantized model</source>
        <translation>读取开发板的 dump，并与量化模型比较</translation>
    </message>
    <message>
        <source>&amp;Export Report…</source>
        <translation>导出报告(&amp;E)…</translation>
    </message>
    <message>
        <source>Write what is known into one file for a forum or a colleague</source>
        <translation>将已知信息写入一个文件，便于发到论坛或交给同事</translation>
    </message>
    <message>
        <source>Go to Samples</source>
        <translation>转到样本</translation>
    </message>
    <message>
        <source>The labelled pictures that the stages do not agree on, the worst first</source>
        <translation>各阶段结论不一致的带标签图片，最差的在前</translation>
    </message>
</context>
<context>
    <name>AttributeText</name>
    <message numerus="yes">
        <source>%1 … (%n values)</source>
        <translation>
            <numerusform>%1 …（共 %n 个值）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n 字节</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>graph of %n nodes</source>
        <translation>
            <numerusform>含 %n 个节点的图</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardConnection</name>
    <message>
        <source>The run on “%1” was stopped on request.</source>
        <translation>“%1”上的运行已按要求停止。</translation>
    </message>
    <message>
        <source>The program “%1” on “%2” did not end within %3 seconds and was stopped; allow more time, or look there whether another program holds the BPU.</source>
        <translation>“%2”上的程序“%1”未在 %3 秒内结束，已被停止；请延长等待时间，或检查那里是否有其他程序占用 BPU。</translation>
    </message>
    <message>
        <source>Connecting to “%1”</source>
        <translation>正在连接“%1”</translation>
    </message>
    <message>
        <source>Running the model on “%1”</source>
        <translation>正在“%1”上运行模型</translation>
    </message>
    <message>
        <source>Nothing can be written into “%1”; check its permissions.</source>
        <translation>无法写入“%1”；请检查其权限。</translation>
    </message>
    <message>
        <source>Reading the dumps</source>
        <translation>正在读取 dump 文件</translation>
    </message>
</context>
<context>
    <name>BoardDumps</name>
    <message>
        <source>The dump “%1” of “%2” is cut short: it has %3 of at least %4 bytes, because the disk there is full or the program was ended while it wrote; run it again. Earlier dumps are as they were.</source>
        <translation>“%2”的 dump 文件“%1”不完整：只有 %3 字节，至少应为 %4 字节，原因是那里的磁盘已满，或程序在写入时被终止；请重新运行。之前的 dump 文件未受影响。</translation>
    </message>
    <message>
        <source>The dumps cannot be written into “%1”; check that there is room and that you may write there.</source>
        <translation>dump 文件无法写入“%1”；请检查是否有空间以及写入权限。</translation>
    </message>
    <message>
        <source>The board knows no model “%1” in the file; check the name.</source>
        <translation>开发板在该文件中找不到模型“%1”；请检查名称。</translation>
    </message>
</context>
<context>
    <name>BoardEvaluator</name>
    <message>
        <source>The evaluation was cancelled.</source>
        <translation>评测已取消。</translation>
    </message>
    <message>
        <source>“%1” has %2 inputs; only models with one picture input can be evaluated on labelled pictures.</source>
        <translation>“%1”有 %2 个输入；只有单个图片输入的模型才能用标注图片评测。</translation>
    </message>
    <message>
        <source>Evaluating %1</source>
        <translation>正在评测 %1</translation>
    </message>
</context>
<context>
    <name>BoardFile</name>
    <message>
        <source>“%1” is damaged: the constant “%2” does not fit its type (%3)</source>
        <translation>“%1”已损坏：常量“%2”与其类型（%3）不符</translation>
    </message>
    <message>
        <source>The file “%1” is empty; copy it again.</source>
        <translation>文件“%1”为空；请重新复制。</translation>
    </message>
    <message>
        <source>The board model “%1” is damaged or its end is missing; copy it again.</source>
        <translation>板端模型“%1”已损坏或不完整；请重新复制。</translation>
    </message>
    <message>
        <source>“%1” is not a model for the board; perhaps it is raw tensor data, which has the same suffix. Choose the .bin that the toolchain wrote.</source>
        <translation>“%1”不是板端模型，可能是后缀相同的原始张量数据。请选择工具链生成的 .bin。</translation>
    </message>
    <message>
        <source>The boards in “%1” cannot be read: %2</source>
        <translation>无法读取“%1”中的开发板：%2</translation>
    </message>
    <message>
        <source>board %1</source>
        <translation>第 %1 个开发板</translation>
    </message>
    <message>
        <source>“place” of %1 is “%2”; it can be here or ssh.</source>
        <translation>%1的“place”是“%2”；它可以是 here 或 ssh。</translation>
    </message>
    <message>
        <source>there are two boards “%1”.</source>
        <translation>有两个名为“%1”的开发板。</translation>
    </message>
</context>
<context>
    <name>BoardFileWriter</name>
    <message>
        <source>The attribute “%1” of “%2” has a kind of value that a board model cannot hold.</source>
        <translation>“%2”的属性“%1”含有板端模型无法保存的值类型。</translation>
    </message>
    <message>
        <source>The board model needs %1 bytes, more than the 2 GB a file may have.</source>
        <translation>该板端模型需要 %1 字节，超过了单个文件 2 GB 的上限。</translation>
    </message>
</context>
<context>
    <name>BoardProblem</name>
    <message>
        <source>%1 The last it said was: %2</source>
        <translation>%1它最后的输出是：%2</translation>
    </message>
    <message>
        <source>The disk of “%1” ran full in “%2”; make room there, or choose another folder in the board&apos;s settings.</source>
        <translation>“%1”的“%2”所在磁盘已满；请在那里腾出空间，或在该开发板的设置中另选文件夹。</translation>
    </message>
    <message>
        <source>“%1” has %2 free in “%3”, but %4 are needed; make room there, or choose another folder in the board&apos;s settings.</source>
        <translation>“%1”的“%3”中剩余空间为 %2，但需要 %4；请在那里腾出空间，或在该开发板的设置中另选文件夹。</translation>
    </message>
    <message>
        <source>There is no program “%1” on “%2”; install the runtime&apos;s tools there (hrt_tools), or name the program&apos;s whole path in the board&apos;s settings.</source>
        <translation>“%2”上没有程序“%1”；请在那里安装运行时的工具（hrt_tools），或在该开发板的设置中填写程序的完整路径。</translation>
    </message>
    <message>
        <source>The program “%1” on “%2” may not be executed; check its permissions.</source>
        <translation>“%2”上的程序“%1”没有执行权限；请检查其权限。</translation>
    </message>
    <message>
        <source>The program “%1” on “%2” misses a library; install the runtime that belongs to it, or add LD_LIBRARY_PATH to the board&apos;s environment. It said: %3</source>
        <translation>“%2”上的程序“%1”缺少库；请安装与其配套的运行时，或在该开发板的环境变量中添加 LD_LIBRARY_PATH。它的输出是：%3</translation>
    </message>
    <message>
        <source>The program “%1” on “%2” is for another processor (%3, the board is %4); install the one for this board.</source>
        <translation>“%2”上的程序“%1”适用于另一种处理器（%3，而开发板为 %4）；请安装适用于此开发板的程序。</translation>
    </message>
    <message>
        <source>The program “%1” crashed on “%2” (signal %3).</source>
        <translation>程序“%1”在“%2”上崩溃（信号 %3）。</translation>
    </message>
    <message>
        <source>The program “%1” ended with exit code %2 on “%3”.</source>
        <translation>程序“%1”在“%3”上以退出码 %2 结束。</translation>
    </message>
    <message>
        <source>Nothing can be written into “%1” on “%2”; choose another folder in the board&apos;s settings. %3</source>
        <translation>无法写入“%2”上的“%1”；请在该开发板的设置中另选文件夹。%3</translation>
    </message>
    <message>
        <source>The runtime on “%1” does not take this model (error %2): it was compiled for another march, or by a toolchain newer than the runtime; compile for the board&apos;s march, or update the board&apos;s system. It said: %3</source>
        <translation>“%1”上的运行时不接受此模型（错误 %2）：它是为另一种 march 编译的，或所用工具链比运行时更新；请按该开发板的 march 编译，或更新开发板的系统。它的输出是：%3</translation>
    </message>
    <message>
        <source>“%1” has too little memory for this model; end other programs there, or run without layers.</source>
        <translation>“%1”的内存不足以运行此模型；请结束那里的其他程序，或不 dump 各层再运行。</translation>
    </message>
    <message>
        <source>The program “%1” on “%2” ended well but wrote no output; check that its version knows --enable_dump.</source>
        <translation>“%2”上的程序“%1”正常结束，但没有写出任何输出；请检查其版本是否支持 --enable_dump。</translation>
    </message>
    <message>
        <source>The run on “%1” failed.</source>
        <translation>“%1”上的运行失败。</translation>
    </message>
    <message>
        <source>The run on “%1” was ended from outside; run it again.</source>
        <translation>“%1”上的运行被外部终止；请重新运行。</translation>
    </message>
    <message>
        <source>Nothing can be written here; copy the folder to a place where you may write.</source>
        <translation>此处无法写入；请将文件夹复制到有写入权限的位置。</translation>
    </message>
    <message>
        <source>There is too little room here; make room, or copy the folder to another disk.</source>
        <translation>此处空间不足；请腾出空间，或将文件夹复制到另一个磁盘。</translation>
    </message>
    <message>
        <source>There is no program “%1” here; install the runtime&apos;s tools (hrt_tools), or put its folder on the PATH.</source>
        <translation>此处没有程序“%1”；请安装运行时的工具（hrt_tools），或将其所在文件夹加入 PATH。</translation>
    </message>
    <message>
        <source>The program “%1” may not be executed; check its permissions.</source>
        <translation>程序“%1”没有执行权限；请检查其权限。</translation>
    </message>
    <message>
        <source>The program “%1” misses a library; install the runtime that belongs to it, or set LD_LIBRARY_PATH.</source>
        <translation>程序“%1”缺少库；请安装与其配套的运行时，或设置 LD_LIBRARY_PATH。</translation>
    </message>
    <message>
        <source>The program “%1” is for another processor; install the one for this board.</source>
        <translation>程序“%1”适用于另一种处理器；请安装适用于此开发板的程序。</translation>
    </message>
    <message>
        <source>The runtime here does not take this model: it was compiled for another march, or by a toolchain newer than the runtime.</source>
        <translation>此处的运行时不接受此模型：它是为另一种 march 编译的，或所用工具链比运行时更新。</translation>
    </message>
    <message>
        <source>There is too little memory for this model; end other programs.</source>
        <translation>内存不足以运行此模型；请结束其他程序。</translation>
    </message>
    <message>
        <source>The program “%1” ended well but wrote no output; check that its version knows --enable_dump.</source>
        <translation>程序“%1”正常结束，但没有写出任何输出；请检查其版本是否支持 --enable_dump。</translation>
    </message>
    <message>
        <source>The program “%1” failed; what it said stands above.</source>
        <translation>程序“%1”失败；其输出见上文。</translation>
    </message>
    <message>
        <source>The runtime on “%1” warns: %2</source>
        <translation>“%1”上的运行时发出警告：%2</translation>
    </message>
    <message>
        <source>“%1” runs hbrt %2, but the model was built for %3, so its values may be wrong; update the board&apos;s system, or compile with the toolchain that belongs to it.</source>
        <translation>“%1”上的 hbrt 版本为 %2，而模型是为 %3 构建的，因此其数值可能有误；请更新开发板的系统，或使用与其配套的工具链编译。</translation>
    </message>
</context>
<context>
    <name>BoardRules</name>
    <message>
        <source>The board file was compiled for %1, but the config says %2.</source>
        <translation>板端文件是为 %1 编译的，但配置写的是 %2。</translation>
    </message>
    <message>
        <source>It is from another config, and a board of %1 refuses it.</source>
        <translation>它来自另一份配置，%1 的开发板会拒绝加载。</translation>
    </message>
    <message>
        <source>The board file says %1, but the code in it is for %2.</source>
        <translation>板端文件标明的是 %1，但其中的代码是为 %2 编译的。</translation>
    </message>
    <message>
        <source>The first bytes of compiled code name its processor. Such a file was changed after it was built, and a board will refuse it or crash.</source>
        <translation>编译后代码的前几个字节标明了其处理器。这样的文件在构建后被改动过，开发板会拒绝加载或崩溃。</translation>
    </message>
    <message>
        <source>The board file takes other inputs than the config says: %1.</source>
        <translation>板端文件的输入与配置不同：%1。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>It was built from another config, or this one was changed since. A program written for the config feeds that file wrongly.</source>
        <translation>它由另一份配置构建，或者此配置在构建之后改过。按此配置编写的程序会给该文件送入错误的数据。</translation>
    </message>
    <message>
        <source>The board file normalises in another way than the config says: %1.</source>
        <translation>板端文件的归一化方式与配置不同：%1。</translation>
    </message>
    <message>
        <source>It was built from another config, or this one was changed since. Comparing it with stages of this config shows a difference that is no fault.</source>
        <translation>它由另一份配置构建，或者此配置在构建之后改过。将它与此配置的各阶段对比时，出现的差异并不是故障。</translation>
    </message>
    <message>
        <source>The board file was built with other settings: %1.</source>
        <translation>板端文件构建时使用了不同的设置：%1。</translation>
    </message>
    <message>
        <source>Its accuracy and speed are not those that this config gives.</source>
        <translation>其精度和速度与此配置应有的不同。</translation>
    </message>
    <message>
        <source>%1 is %2 in the file and %3 in the log</source>
        <translation>%1 在文件中为 %2，在日志中为 %3</translation>
    </message>
    <message>
        <source>The board file is not of the run that the log is of: %1.</source>
        <translation>板端文件与日志不是同一次编译的产物：%1。</translation>
    </message>
    <message>
        <source>Both name the tools that made them.</source>
        <translation>两者都记录了生成它们的工具。</translation>
    </message>
</context>
<context>
    <name>BoardScript</name>
    <message>
        <source>Runs “%1” on a board and keeps its tensors. Copy this folder to the board, run there “sh run.sh”, and bring back the folder “out”.</source>
        <translation>在开发板上运行“%1”并保留其张量。请将此文件夹复制到开发板，在那里运行“sh run.sh”，然后取回文件夹“out”。</translation>
    </message>
    <message>
        <source>All is there; bring back the folder “out”.</source>
        <translation>已全部完成；请取回文件夹“out”。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read: %2.</source>
        <translation>无法读取文件“%1”：%2。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be written: %2.</source>
        <translation>无法写入文件“%1”：%2。</translation>
    </message>
    <message>
        <source>Writing the script was stopped.</source>
        <translation>已停止写入脚本。</translation>
    </message>
    <message>
        <source>Copying the model</source>
        <translation>正在复制模型</translation>
    </message>
    <message>
        <source>No input was given; name one file for each input.</source>
        <translation>没有给出输入；请为每个输入指定一个文件。</translation>
    </message>
    <message>
        <source>The folder “%1” is not empty; choose a new one, so that nothing in it is lost.</source>
        <translation>文件夹“%1”不为空；请另选一个新文件夹，以免其中的内容丢失。</translation>
    </message>
</context>
<context>
    <name>BoardSite</name>
    <message>
        <source>The files of the run cannot be written into “%1”; check that there is room and that you may write there.</source>
        <translation>运行所需的文件无法写入“%1”；请检查是否有空间以及写入权限。</translation>
    </message>
    <message>
        <source>The program “%1” did not say its version within %2 seconds and was stopped.</source>
        <translation>程序“%1”未在 %2 秒内给出版本，已被停止。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read: %2.</source>
        <translation>无法读取文件“%1”：%2。</translation>
    </message>
    <message>
        <source>The work on %1 was stopped on request.</source>
        <translation>%1上的操作已按要求停止。</translation>
    </message>
    <message>
        <source>%1 fell silent for %2 seconds (%3); check the network and run it again.</source>
        <translation>%1已有 %2 秒没有响应（%3）；请检查网络后重新运行。</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Sending the model to “%1” (%2)</source>
        <translation>正在向“%1”发送模型（%2）</translation>
    </message>
    <message>
        <source>sending the model</source>
        <translation>正在发送模型</translation>
    </message>
    <message>
        <source>Sending the inputs to “%1” (%2)</source>
        <translation>正在向“%1”发送输入（%2）</translation>
    </message>
    <message>
        <source>sending the inputs</source>
        <translation>正在发送输入</translation>
    </message>
    <message>
        <source>The program “setsid” is missing on “%1”; install util-linux there.</source>
        <translation>“%1”上缺少程序“setsid”；请在那里安装 util-linux。</translation>
    </message>
    <message>
        <source>Nothing of the run is left on “%1”; was it restarted? Run it again.</source>
        <translation>“%1”上已没有此次运行的任何内容；它是否重启过？请重新运行。</translation>
    </message>
    <message>
        <source>while the model ran</source>
        <translation>模型运行期间</translation>
    </message>
    <message>
        <source>Fetching the dumps from “%1” (%2)</source>
        <translation>正在从“%1”取回 dump 文件（%2）</translation>
    </message>
    <message>
        <source>fetching the dumps</source>
        <translation>正在取回 dump 文件</translation>
    </message>
</context>
<context>
    <name>Boards</name>
    <message>
        <source>The board “%1” does not say where it is; name its host or its address.</source>
        <translation>开发板“%1”没有说明在哪里；请填写其主机名或地址。</translation>
    </message>
    <message>
        <source>“%1” cannot be the host or the user of the board “%2”; a name does not begin with “-” and holds no spaces.</source>
        <translation>“%1”不能作为开发板“%2”的主机或用户；名称不能以“-”开头，也不能含有空格。</translation>
    </message>
    <message>
        <source>%1 is no port of the board “%2”; ports go from 1 to 65535.</source>
        <translation>%1 不能作为开发板“%2”的端口；端口范围为 1 到 65535。</translation>
    </message>
    <message>
        <source>The folder “%1” of the board “%2” is not absolute; write the whole path, from “/” on.</source>
        <translation>开发板“%2”的文件夹“%1”不是绝对路径；请写出以“/”开头的完整路径。</translation>
    </message>
    <message>
        <source>A board needs a name.</source>
        <translation>开发板需要名称。</translation>
    </message>
    <message>
        <source>“sandbox” is the built-in board; choose another name.</source>
        <translation>“sandbox”是内置开发板；请换一个名称。</translation>
    </message>
    <message>
        <source>The board “%1” does not name its program, such as hrt_model_exec.</source>
        <translation>开发板“%1”没有指明程序，例如 hrt_model_exec。</translation>
    </message>
    <message>
        <source>“%1” cannot be the program of the board “%2”; it begins with “-”.</source>
        <translation>“%1”不能作为开发板“%2”的程序；它以“-”开头。</translation>
    </message>
    <message>
        <source>“%1” is no name for a variable of the environment of the board “%2”; use letters, digits and “_”.</source>
        <translation>“%1”不能作为开发板“%2”的环境变量名；请使用字母、数字和“_”。</translation>
    </message>
</context>
<context>
    <name>BuildFactTexts</name>
    <message>
        <source>%1 is %2 and was %3</source>
        <translation>%1 现为 %2，原为 %3</translation>
    </message>
    <message>
        <source>the input “%1” is gone</source>
        <translation>输入“%1”已不存在</translation>
    </message>
</context>
<context>
    <name>CalibrationContentRules</name>
    <message>
        <source>The calibration files of %1 seem to be %2, but input_layout_train says %3 (confidence %4).</source>
        <translation>%1的校准文件看起来是 %2，但 input_layout_train 为 %3（置信度 %4）。</translation>
    </message>
    <message>
        <source>Read as %1, %2 of %3 samples are smoother pictures than read as %4. The toolchain would calibrate on scrambled pixels. Transpose the samples before writing them.</source>
        <translation>按 %1 解读时，%3 个样本中有 %2 个比按 %4 解读时更平滑。工具链会用错乱的像素做校准。请先转置样本再保存。</translation>
    </message>
    <message>
        <source>The calibration files of %1 may be %2, but input_type_train says %3 (confidence %4).</source>
        <translation>%1的校准文件可能是 %2，但 input_type_train 为 %3（置信度 %4）。</translation>
    </message>
    <message>
        <source>In %1 of %2 samples the channel that would be blue is brighter than the one that would be red, which is rare in photographs. OpenCV reads pictures as bgr. Pictures under blue light are an innocent cause.</source>
        <translation>%2 个样本中有 %1 个，其应为蓝色的通道比应为红色的通道更亮，这在照片中很少见。OpenCV 读取的图片为 bgr。蓝光下拍摄的图片也会如此，属于正常情况。</translation>
    </message>
    <message>
        <source>%1 of %2 calibration samples of %3 are constant or nearly so: %4.</source>
        <translation>%3的 %2 个校准样本中有 %1 个为纯色或接近纯色：%4。</translation>
    </message>
    <message>
        <source>Pictures of one colour teach nothing about the activations of real ones, and harm the ranges that are measured as means.</source>
        <translation>纯色图片无法反映真实图片的激活值，还会影响按均值统计的范围。</translation>
    </message>
    <message>
        <source>Black and over-exposed pictures are unlike what the board will see, and the ranges that are measured on them do not suit it.</source>
        <translation>全黑和过曝的图片与板端实际看到的图片不同，用它们统计出的范围并不适用。</translation>
    </message>
    <message>
        <source>%1 of %2 calibration samples of %3 are almost black: %4.</source>
        <translation>%3的 %2 个校准样本中有 %1 个几乎全黑：%4。</translation>
    </message>
    <message>
        <source>%1 of %2 calibration samples of %3 are over-exposed, almost white: %4.</source>
        <translation>%3的 %2 个校准样本中有 %1 个过曝，几乎全白：%4。</translation>
    </message>
    <message>
        <source>%1 of %2 calibration samples of %3 are copies of others: the same bytes are in %4.</source>
        <translation>%3的 %2 个校准样本中有 %1 个与其他样本重复：%4 的字节内容相同。</translation>
    </message>
    <message>
        <source>Copies take time and give their picture more weight; the ranges rest on fewer pictures than it seems.</source>
        <translation>重复样本既费时，又会加大同一图片的权重；统计范围所依据的图片比看上去要少。</translation>
    </message>
    <message>
        <source>%1 of %2 calibration samples of %3 hold values that are no numbers: %4; in the first, %5 of %6 values are infinite or NaN.</source>
        <translation>%3的 %2 个校准样本中有 %1 个含有非数值：%4；其中第一个的 %6 个值中有 %5 个为无穷大或 NaN。</translation>
    </message>
    <message>
        <source>A single one makes the range of every layer behind it infinite. Look for divisions by zero where the samples are prepared, or for a wrong cal_data_type.</source>
        <translation>只要有一个这样的值，其后每一层的范围都会变为无穷大。请检查准备样本时是否有除以零，或 cal_data_type 是否有误。</translation>
    </message>
    <message>
        <source>The samples of several inputs belong together in the order of their names: the first of each is one sample of the network.</source>
        <translation>多个输入的样本按文件名顺序配对：各输入的第一个文件合起来是网络的一个样本。</translation>
    </message>
    <message>
        <source>%1 has %2 calibration samples, but %3 has %4.</source>
        <translation>%1有 %2 个校准样本，而%3有 %4 个。</translation>
    </message>
    <message>
        <source>The calibration samples of %1 and %2 do not seem to belong together: %3 would be fed with %4.</source>
        <translation>%1和%2的校准样本似乎不配对：%3 会与 %4 一起送入。</translation>
    </message>
</context>
<context>
    <name>CalibrationFileRules</name>
    <message>
        <source>The toolchain reads raw numbers: the header of a .npy file is taken for pixels, without a message. Write the arrays with tofile() instead.</source>
        <translation>工具链读取的是原始数值：.npy 文件头会被当作像素，且没有任何提示。请改用 tofile() 保存数组。</translation>
    </message>
    <message>
        <source>Without preprocess_on the toolchain does not decode pictures. Write each as raw numbers in the training format and shape.</source>
        <translation>未启用 preprocess_on 时工具链不会解码图片。请按训练时的格式和 shape 将每张图片保存为原始数值。</translation>
    </message>
    <message>
        <source>The calibration folder holds %1 samples.</source>
        <translation>校准文件夹中有 %1 个样本。</translation>
    </message>
    <message>
        <source>About 100 are recommended: with fewer than 20 the measured ranges depend on chance, with many hundreds calibration only takes longer.</source>
        <translation>建议使用约 100 个样本：少于 20 个时统计出的范围有偶然性，达到数百个则只会延长校准时间。</translation>
    </message>
    <message>
        <source>The toolchain reads every file in the folder and stops at one that it cannot read.</source>
        <translation>工具链会读取文件夹中的所有文件，遇到无法读取的文件就会停止。</translation>
    </message>
    <message>
        <source>%1 calibration files cannot be read: %2. %3</source>
        <translation>有 %1 个校准文件无法读取：%2。%3</translation>
    </message>
    <message>
        <source>Its first %1 bytes are the header %2.</source>
        <translation>其前 %1 个字节是 %2 文件头。</translation>
    </message>
    <message>
        <source>Its first %1 bytes are the header %2: read as %3 numbers of %4, they stand before the pixels and move each of them by %3 places.</source>
        <translation>其前 %1 个字节是 %2 文件头：它会被读作 %3 个 %4 数值，排在像素之前，使所有像素后移 %3 个位置。</translation>
    </message>
    <message>
        <source>The calibration folder holds %1 .npy files: %2.</source>
        <translation>校准文件夹中有 %1 个 .npy 文件：%2。</translation>
    </message>
    <message>
        <source>The calibration folder holds %1 pictures (%2), which will be read as raw numbers.</source>
        <translation>校准文件夹中有 %1 张图片（%2），它们会被当作原始数值读取。</translation>
    </message>
    <message>
        <source>preprocess_on expects pictures, but %1 calibration files are none: %2.</source>
        <translation>preprocess_on 要求校准文件为图片，但有 %1 个不是：%2。</translation>
    </message>
    <message>
        <source>With preprocess_on every file is decoded as a JPEG, BMP or PNG picture, and the toolchain stops at one that is none.</source>
        <translation>启用 preprocess_on 时，每个文件都会按 JPEG、BMP 或 PNG 图片解码，遇到不是图片的文件工具链就会停止。</translation>
    </message>
    <message>
        <source>%1 of %2 calibration pictures have an odd width or height, such as %3 with %4×%5.</source>
        <translation>%2 张校准图片中有 %1 张的宽或高为奇数，例如 %3 为 %4×%5。</translation>
    </message>
    <message>
        <source>%1 stores colour for blocks of two by two pixels: the last row or column has none of its own, so colours at the border may shift. Cut the pictures to even sizes.</source>
        <translation>%1 以 2×2 像素块为单位存储颜色：最后一行或一列没有自己的颜色，边缘处的颜色可能偏移。请将图片裁剪为偶数尺寸。</translation>
    </message>
    <message>
        <source>The calibration folder holds files that are no samples: %1.</source>
        <translation>校准文件夹中有不是样本的文件：%1。</translation>
    </message>
    <message>
        <source>The toolchain reads every file in the folder, whatever its name. Move them elsewhere.</source>
        <translation>工具链会读取文件夹中的所有文件，不论其名称。请将它们移到别处。</translation>
    </message>
    <message>
        <source>The calibration folder holds no samples but %1 folders, which are not looked into.</source>
        <translation>校准文件夹中没有样本，只有 %1 个子文件夹，而子文件夹不会被读取。</translation>
    </message>
</context>
<context>
    <name>CalibrationFiles</name>
    <message>
        <source>The calibration folder “%1” cannot be read (%2); check its path and its permissions.</source>
        <translation>校准文件夹“%1”无法读取（%2）；请检查其路径和权限。</translation>
    </message>
</context>
<context>
    <name>CalibrationRangeRules</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>The range is the one that norm_type makes of pixels (%1 to %2).</source>
        <translation>该范围正是像素经 norm_type 处理后的范围（%1 到 %2）。</translation>
    </message>
    <message>
        <source>Calibration will see values that are normalized twice: the samples of %1 already lie in %2, and norm_type normalizes them again.</source>
        <translation>校准时的数值会被归一化两次：%1的样本已在 %2 范围内，而 norm_type 会再次归一化。</translation>
    </message>
    <message>
        <source>Of %1 files, %2 are so; samples must be pixels of 0 to 255. The ranges are measured on values near a constant, and the board model saturates on real pictures although the build succeeds.</source>
        <translation>%1 个文件中有 %2 个如此；样本必须是 0 到 255 的像素。否则统计范围所用的数值接近常数，编译虽能成功，板端模型在真实图片上却会饱和。</translation>
    </message>
    <message>
        <source>Calibration will see values that are divided twice: the samples of %1 already lie in %2, and scale_value divides them again.</source>
        <translation>校准时的数值会被缩放两次：%1的样本已在 %2 范围内，而 scale_value 会再次缩放。</translation>
    </message>
    <message>
        <source>Calibration will see nothing but the mean: the samples of %1 lie in %2, and mean_value is subtracted in units of 0 to 255.</source>
        <translation>校准时只能看到均值：%1的样本在 %2 范围内，而减去的 mean_value 以 0 到 255 为单位。</translation>
    </message>
    <message>
        <source>Of %1 files, %2 are so; samples must be pixels of 0 to 255, not divided by 255. Otherwise all activations are measured near zero, and detections vanish on the board although the build succeeds.</source>
        <translation>%1 个文件中有 %2 个如此；样本必须是 0 到 255 的像素，不能除以 255。否则统计出的激活值都接近零，编译虽能成功，板端却检测不到任何目标。</translation>
    </message>
    <message>
        <source>The samples of %1 lie in %2, but the board will feed pixels of 0 to 255 that nothing normalizes.</source>
        <translation>%1的样本在 %2 范围内，但板端送入的是 0 到 255 的像素，且没有任何归一化。</translation>
    </message>
    <message>
        <source>With no_preprocess the model has no step that scales pixels. Give norm_type with the mean and scale of the training code, and samples of 0 to 255.</source>
        <translation>设为 no_preprocess 时，模型中没有缩放像素的步骤。请设置 norm_type 以及训练代码所用的 mean 和 scale，并使用 0 到 255 的样本。</translation>
    </message>
    <message>
        <source>The network will see pixels of %2 at %1 as they are; if it was trained on values of 0 to 1 or normalized ones, its results will be wrong.</source>
        <translation>网络在%1处得到的将是未经处理的 %2 的像素；如果网络以 0 到 1 或归一化后的数值训练，其结果将是错误的。</translation>
    </message>
    <message>
        <source>norm_type is no_preprocess, and the model does not begin with arithmetic that normalizes. </source>
        <translation>norm_type 为 no_preprocess，而模型开头没有做归一化的运算。</translation>
    </message>
    <message>
        <source>norm_type is no_preprocess, and the model is not here to look at. </source>
        <translation>norm_type 为 no_preprocess，而此处没有模型可供检查。</translation>
    </message>
    <message>
        <source>What it was trained on cannot be read from the files: this is uncertain. For (x/255 - m)/s write 255·m as mean_value and 1/(255·s) as scale_value.</source>
        <translation>从文件中无法得知训练时的输入，因此这一判断并不确定。若训练时为 (x/255 - m)/s，请将 mean_value 设为 255·m，将 scale_value 设为 1/(255·s)。</translation>
    </message>
    <message>
        <source>128 seems to have been subtracted from the samples of %1: they lie in %2.</source>
        <translation>%1的样本似乎已减去 128：其范围为 %2。</translation>
    </message>
    <message>
        <source>A mean seems to have been subtracted from the samples of %1: they lie in %2.</source>
        <translation>%1的样本似乎已减去均值：其范围为 %2。</translation>
    </message>
    <message>
        <source>Pixels are 0 to 255 in calibration files. The toolchain itself takes 128 off where the model wants int8, and applies norm_type; done before, it is done twice.</source>
        <translation>校准文件中的像素应为 0 到 255。模型需要 int8 时工具链会自行减去 128，并应用 norm_type；如果事先做过，就会重复两次。</translation>
    </message>
    <message>
        <source>The samples of %1 lie in %2, which no pixels do.</source>
        <translation>%1的样本在 %2 范围内，不可能是像素。</translation>
    </message>
    <message>
        <source>Pixels are 0 to 255. Pictures of 16 bits must be brought down to 8, and numbers that were written in another type look like this too.</source>
        <translation>像素应为 0 到 255。16 位图片必须先转换为 8 位；以其他类型保存的数值也会如此。</translation>
    </message>
    <message>
        <source>The samples of %1 are not prepared alike: %2 of %3 lie in %4, but not %5 (%6 to %7 in the first).</source>
        <translation>%1的样本预处理方式不一致：%3 个中有 %2 个在 %4 范围内，而 %5 不在（其中第一个为 %6 到 %7）。</translation>
    </message>
    <message>
        <source>One range is set for all samples: the few in another unit decide it alone, or are lost in it.</source>
        <translation>所有样本共用一个范围：少数单位不同的样本要么单独决定了该范围，要么被淹没在其中。</translation>
    </message>
</context>
<context>
    <name>CalibrationRuleParts</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 及另外 %2 个</translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1（%2 字节）</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>CalibrationRules</name>
    <message>
        <source>No folder with calibration data is given.</source>
        <translation>没有指定校准数据文件夹。</translation>
    </message>
    <message>
        <source>The ranges of the activations are measured on samples; only calibration_type load and skip do without.</source>
        <translation>激活值的范围要靠样本统计；只有 calibration_type 为 load 和 skip 时才不需要样本。</translation>
    </message>
    <message>
        <source>The calibration folder %1 does not exist here.</source>
        <translation>校准文件夹 %1 在本机上不存在。</translation>
    </message>
    <message>
        <source>The toolchain stops when it finds no samples. Paths start at the folder of the config.</source>
        <translation>找不到样本时工具链会停止。路径以配置文件所在文件夹为起点。</translation>
    </message>
    <message>
        <source>The accuracy of the board model will mean nothing: calibration is skipped.</source>
        <translation>板端模型的精度将没有意义：校准被跳过了。</translation>
    </message>
    <message>
        <source>skip uses random data. It is for measuring speed only.</source>
        <translation>skip 使用随机数据，仅用于测量速度。</translation>
    </message>
    <message>
        <source>The calibration files of %1 will be read as uint8.</source>
        <translation>%1的校准文件将按 uint8 读取。</translation>
    </message>
    <message>
        <source>Without cal_data_type only a folder whose name ends with _f32 is read as float32. Say which it is.</source>
        <translation>未设置 cal_data_type 时，只有名称以 _f32 结尾的文件夹会按 float32 读取。请写明类型。</translation>
    </message>
    <message>
        <source>The folder %1 is named as float32, but its files are read as %2.</source>
        <translation>文件夹 %1 的名称表示 float32，但其中的文件按 %2 读取。</translation>
    </message>
    <message>
        <source>cal_data_type prevails over the folder&apos;s name.</source>
        <translation>cal_data_type 优先于文件夹名称。</translation>
    </message>
    <message>
        <source>max_percentile has no effect here.</source>
        <translation>max_percentile 在此不起作用。</translation>
    </message>
    <message>
        <source>It belongs to calibration_type max.</source>
        <translation>它只用于 calibration_type max。</translation>
    </message>
    <message>
        <source>The toolchain will refuse a max_percentile of %1.</source>
        <translation>工具链会拒绝取值为 %1 的 max_percentile。</translation>
    </message>
    <message>
        <source>It may be %1 to 1; 0.9999 is usual.</source>
        <translation>取值范围为 %1 到 1；常用 0.9999。</translation>
    </message>
    <message>
        <source>per_channel has no effect here.</source>
        <translation>per_channel 在此不起作用。</translation>
    </message>
    <message>
        <source>calibration_type default decides by itself whether to calibrate each channel; so does mix on bayes-e.</source>
        <translation>calibration_type default 会自行决定是否逐通道校准；在 bayes-e 上 mix 也是如此。</translation>
    </message>
    <message>
        <source>Calibration will see pictures prepared in another way than in training.</source>
        <translation>校准时图片的预处理方式将与训练时不同。</translation>
    </message>
    <message>
        <source>With preprocess_on the toolchain resizes pictures itself: no letterbox, no crop. Prepare the samples yourself and switch it off.</source>
        <translation>启用 preprocess_on 时，工具链会自行缩放图片：不做 letterbox，也不裁剪。请自行准备样本并将其关闭。</translation>
    </message>
</context>
<context>
    <name>CalibrationSizeRules</name>
    <message>
        <source>%1 bytes are exactly a quarter: the files hold %2, one byte a value.</source>
        <translation>%1 字节恰好是四分之一：文件保存的是 %2，每个数值占一个字节。</translation>
    </message>
    <message>
        <source>The size is that of float32, and the folder is named so.</source>
        <translation>该大小与 float32 相符，文件夹名称也表明如此。</translation>
    </message>
    <message>
        <source>The size is that of %1.</source>
        <translation>该大小与 %1 相符。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>There are 128 bytes too many, as long as the header of a .npy file.</source>
        <translation>多出 128 字节，恰好是 .npy 文件头的长度。</translation>
    </message>
    <message>
        <source>The file is %1 bytes too short.</source>
        <translation>文件短了 %1 字节。</translation>
    </message>
    <message>
        <source>The file is %1 bytes too long.</source>
        <translation>文件长了 %1 字节。</translation>
    </message>
    <message>
        <source>%1 of %2 calibration files do not fit %3: %4; %5 values of %6 need %7 bytes.</source>
        <translation>%2 个校准文件中有 %1 个与%3不符：%4；%5 的 %6 数值需要 %7 字节。</translation>
    </message>
    <message>
        <source>Every file holds one sample of the whole input shape in the declared type; the toolchain stops at the first that does not.</source>
        <translation>每个文件应以声明的类型保存一个完整输入 shape 的样本；遇到第一个不符的文件工具链就会停止。</translation>
    </message>
    <message>
        <source>Each calibration file of %1 holds one picture, but the shape %2 is a batch of %3.</source>
        <translation>%1的每个校准文件只有一张图片，但 shape %2 的 batch 为 %3。</translation>
    </message>
    <message>
        <source>Each file must hold the full shape: join %1 pictures in one file of %2 bytes, or write 1 as the first size and set input_batch.</source>
        <translation>每个文件必须包含完整的 shape：请将 %1 张图片合并为一个 %2 字节的文件，或将 shape 的第一维写为 1 并设置 input_batch。</translation>
    </message>
    <message>
        <source>The calibration files of %1 are not all of one size: %2 of them have %3 bytes, but not %4.</source>
        <translation>%1的校准文件大小不一致：其中 %2 个为 %3 字节，而 %4 不是。</translation>
    </message>
    <message>
        <source>Every file holds one sample of the whole input shape, so all are equally long.</source>
        <translation>每个文件保存一个完整输入 shape 的样本，因此长度都应相同。</translation>
    </message>
    <message>
        <source>The calibration files of %1 are read as %2, but their bytes look like %3 (confidence %4).</source>
        <translation>%1的校准文件按 %2 读取，但其字节看起来是 %3（置信度 %4）。</translation>
    </message>
    <message>
        <source>Read as another type, the numbers mean nothing, and calibration does not notice.</source>
        <translation>以其他类型读取时数值没有意义，而校准过程不会发现。</translation>
    </message>
</context>
<context>
    <name>CalibrationSurveys</name>
    <message>
        <source>Looking at the calibration data</source>
        <translation>正在检查校准数据</translation>
    </message>
    <message>
        <source>Looking at the calibration data was cancelled.</source>
        <translation>检查校准数据的操作已取消。</translation>
    </message>
</context>
<context>
    <name>CaptureManifest</name>
    <message>
        <source>“%1” is not a readable capture: %2</source>
        <translation>“%1”不是可读取的采集结果：%2</translation>
    </message>
    <message>
        <source>“%1” is not the name of a file in its folder.</source>
        <translation>“%1”不是其文件夹中的文件名。</translation>
    </message>
    <message>
        <source>at byte %1: %2.</source>
        <translation>位于第 %1 字节：%2。</translation>
    </message>
    <message>
        <source>it does not say that it is one; choose the folder of a capture.</source>
        <translation>其中没有标明它是采集结果；请选择采集结果的文件夹。</translation>
    </message>
    <message>
        <source>a newer version of this program wrote it; update the program.</source>
        <translation>它由本程序的更新版本写入；请更新本程序。</translation>
    </message>
</context>
<context>
    <name>CaptureRun</name>
    <message>
        <source>Running the model</source>
        <translation>正在运行模型</translation>
    </message>
    <message>
        <source>The capture was stopped on request.</source>
        <translation>已按要求停止采集。</translation>
    </message>
    <message>
        <source>The model has no values named: %1.</source>
        <translation>模型中没有名为 %1 的值。</translation>
    </message>
    <message>
        <source>The capture was stopped before “%1” because it would hold more than %2.</source>
        <translation>采集在“%1”之前停止，因为数据量将超过 %2。</translation>
    </message>
</context>
<context>
    <name>CaptureToFolder</name>
    <message>
        <source>The folder “%1” cannot be written to; choose another one for captures.</source>
        <translation>文件夹“%1”不可写；请为采集结果另选文件夹。</translation>
    </message>
    <message>
        <source>The capture was stopped on request.</source>
        <translation>已按要求停止采集。</translation>
    </message>
</context>
<context>
    <name>CaptureWriting</name>
    <message>
        <source>The tensor file “%1” cannot be written (%2); free some room or choose another folder.</source>
        <translation>无法写入张量文件“%1”（%2）；请腾出空间或另选文件夹。</translation>
    </message>
    <message>
        <source>The capture was stopped on request.</source>
        <translation>已按要求停止采集。</translation>
    </message>
</context>
<context>
    <name>ColourHypotheses</name>
    <message>
        <source>The first and the last channel are exchanged (RGB and BGR)</source>
        <translation>第一个和最后一个通道互换了（RGB 与 BGR）</translation>
    </message>
    <message>
        <source>The %1 that the board was fed was made from a picture whose red and blue are exchanged.</source>
        <translation>送入板端的 %1 是由红蓝通道互换的图片生成的。</translation>
    </message>
    <message>
        <source>The board was fed the wrong colour order: the .bin wants %1, and it was given %2.</source>
        <translation>送入板端的颜色顺序错误：.bin 需要 %1，送入的却是 %2。</translation>
    </message>
    <message>
        <source>Exchange the channels before handing the picture over (OpenCV reads BGR), or set input_type_rt to what the program feeds.</source>
        <translation>请在传入图片之前交换通道（OpenCV 读取的是 BGR），或将 input_type_rt 设为程序实际送入的类型。</translation>
    </message>
    <message>
        <source>Feed the same picture with the channels exchanged: if the board is still wrong, this is not the cause.</source>
        <translation>将同一图片交换通道后送入：如果板端结果仍然错误，则不是此原因。</translation>
    </message>
    <message>
        <source>The chroma components are exchanged (%1 for %2)</source>
        <translation>色度分量互换了（送入 %1，应为 %2）</translation>
    </message>
    <message>
        <source>The board was fed exchanged chroma: the .bin wants %1, and it was given %2.</source>
        <translation>送入板端的色度分量互换了：.bin 需要 %1，送入的却是 %2。</translation>
    </message>
    <message>
        <source>Write U before V: many cameras and video decoders deliver V first.</source>
        <translation>请先写 U 再写 V：许多摄像头和视频解码器输出时 V 在前。</translation>
    </message>
    <message>
        <source>Feed the same picture with U and V exchanged: if the board is still wrong, this is not the cause.</source>
        <translation>将同一图片交换 U 和 V 后送入：如果板端结果仍然错误，则不是此原因。</translation>
    </message>
    <message>
        <source>The chroma stands in two planes (i420 for nv12)</source>
        <translation>色度分成了两个平面（送入 i420，应为 nv12）</translation>
    </message>
    <message>
        <source>The board was fed i420, all U and then all V, where the .bin wants nv12, U and V interleaved.</source>
        <translation>送入板端的是 i420（先是全部 U，再是全部 V），而 .bin 需要 U 和 V 交错存放的 nv12。</translation>
    </message>
    <message>
        <source>Interleave U and V; OpenCV&apos;s COLOR_BGR2YUV_I420 gives planes.</source>
        <translation>请将 U 和 V 交错存放；OpenCV 的 COLOR_BGR2YUV_I420 输出的是分开的平面。</translation>
    </message>
    <message>
        <source>Feed interleaved chroma: if the board is still wrong, this is not the cause.</source>
        <translation>送入交错存放的色度：如果板端结果仍然错误，则不是此原因。</translation>
    </message>
    <message>
        <source>16 to 235</source>
        <translation>16 到 235</translation>
    </message>
    <message>
        <source>0 to 255</source>
        <translation>0 到 255</translation>
    </message>
    <message>
        <source>The YUV that was fed has the range %1, the model takes %2</source>
        <translation>送入的 YUV 范围为 %1，而模型需要 %2</translation>
    </message>
    <message>
        <source>The YUV has the wrong range: the model was converted for %1, and it was fed %2.</source>
        <translation>YUV 的范围错误：模型按 %1 转换，送入的却是 %2。</translation>
    </message>
    <message>
        <source>Set input_space_and_range to what the camera or decoder delivers (bt601_video for 16 to 235, regular for 0 to 255), or convert to the range it says.</source>
        <translation>请将 input_space_and_range 设为摄像头或解码器实际输出的范围（16 到 235 为 bt601_video，0 到 255 为 regular），或将数据转换为其指定的范围。</translation>
    </message>
    <message>
        <source>Feed the same picture in the other range: if the board is still wrong, this is not the cause.</source>
        <translation>将同一图片以另一种范围送入：如果板端结果仍然错误，则不是此原因。</translation>
    </message>
    <message>
        <source>The board was fed %1 where the .bin wants %2</source>
        <translation>送入板端的是 %1，而 .bin 需要 %2</translation>
    </message>
    <message>
        <source>The board was fed the wrong kind of picture: the .bin wants %1, and it was given %2.</source>
        <translation>送入板端的图片类型错误：.bin 需要 %1，送入的却是 %2。</translation>
    </message>
    <message>
        <source>Convert the picture to %1, or set input_type_rt to %2 and compile again.</source>
        <translation>请将图片转换为 %1，或将 input_type_rt 设为 %2 并重新编译。</translation>
    </message>
    <message>
        <source>Feed the same picture as %1: if the board is still wrong, this is not the cause.</source>
        <translation>将同一图片以 %1 送入：如果板端结果仍然错误，则不是此原因。</translation>
    </message>
</context>
<context>
    <name>CompareBuilder</name>
    <message numerus="yes">
        <source>%1 • %n nodes</source>
        <translation>
            <numerusform>%1 • %n 个节点</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Comparisons</name>
    <message>
        <source>It holds no numbers.</source>
        <translation>其中没有数值。</translation>
    </message>
    <message>
        <source>The reference has shape %1, the candidate %2.</source>
        <translation>参考张量的 shape 为 %1，待比张量的 shape 为 %2。</translation>
    </message>
    <message>
        <source>The candidate kept its inputs and outputs only.</source>
        <translation>待比一方只保留了输入和输出。</translation>
    </message>
    <message>
        <source>The candidate has no tensor of this name or node.</source>
        <translation>待比一方没有该名称或该节点的张量。</translation>
    </message>
</context>
<context>
    <name>CompileForecast</name>
    <message>
        <source>about 1 s left</source>
        <translation>约剩 1 秒</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>约剩 %1 秒</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>约剩 %1 分钟</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>CompileRun</name>
    <message>
        <source>The log “%1” cannot be written (%2).</source>
        <translation>日志“%1”无法写入（%2）。</translation>
    </message>
    <message>
        <source>The run was stopped on request.</source>
        <translation>已按要求停止编译。</translation>
    </message>
    <message>
        <source>The toolchain “%1” ended without an error but wrote no board model.</source>
        <translation>工具链“%1”正常结束，但没有生成板端模型。</translation>
    </message>
    <message>
        <source>The last it said was “%1”.</source>
        <translation>它最后的输出是“%1”。</translation>
    </message>
    <message>
        <source>The whole log is in “%1”.</source>
        <translation>完整日志见“%1”。</translation>
    </message>
    <message>
        <source>%1 in “%2” names “%3”, which does not exist; correct the path.</source>
        <translation>“%2”中的 %1 指向“%3”，但它不存在；请更正路径。</translation>
    </message>
    <message>
        <source>The log “%1” is not whole (%2).</source>
        <translation>日志“%1”不完整(%2)。</translation>
    </message>
</context>
<context>
    <name>CompilerRules</name>
    <message>
        <source>The compiler cannot spread one model over two cores of %1.</source>
        <translation>编译器无法把一个模型拆分到 %1 的两个核上运行。</translation>
    </message>
    <message>
        <source>Two cores for one frame exist on X3 and J3 only; on bayes-e the compiler stops with an error.</source>
        <translation>单帧使用双核仅限 X3 和 J3；在 bayes-e 上编译器会报错停止。</translation>
    </message>
    <message>
        <source>The board model will be slower than it could be: optimize_level is %1.</source>
        <translation>板端模型的速度将达不到应有水平：optimize_level 为 %1。</translation>
    </message>
    <message>
        <source>optimize_level is missing: X3 requires it, and X5 compiles with O0, many times slower.</source>
        <translation>缺少 optimize_level：X3 要求必须设置，而 X5 会按 O0 编译，速度慢很多倍。</translation>
    </message>
    <message>
        <source>Models that are measured or shipped are compiled with O3.</source>
        <translation>用于测速或发布的模型应以 O3 编译。</translation>
    </message>
    <message>
        <source>layer_out_dump cannot be used while an input comes from the resizer.</source>
        <translation>有输入来自 Resizer 时不能使用 layer_out_dump。</translation>
    </message>
    <message>
        <source>On bayes-e the two exclude each other.</source>
        <translation>在 bayes-e 上两者互斥。</translation>
    </message>
    <message>
        <source>The board model will be slow: every convolution becomes an output.</source>
        <translation>板端模型会很慢：每个卷积都会成为输出。</translation>
    </message>
    <message>
        <source>layer_out_dump is for comparing layers on the board, not for models that are measured or shipped.</source>
        <translation>layer_out_dump 用于在板端逐层对比，不适合用于测速或发布的模型。</translation>
    </message>
    <message>
        <source>The toolchain will refuse compile_mode balance without balance_factor.</source>
        <translation>compile_mode 为 balance 但没有 balance_factor，工具链会拒绝。</translation>
    </message>
    <message>
        <source>The factor says how far to lean: 0 to bandwidth, 100 to latency.</source>
        <translation>该系数表示偏向程度：0 偏向带宽，100 偏向延迟。</translation>
    </message>
    <message>
        <source>balance_factor has no effect here.</source>
        <translation>balance_factor 在此不起作用。</translation>
    </message>
    <message>
        <source>It belongs to compile_mode balance.</source>
        <translation>它只用于 compile_mode balance。</translation>
    </message>
</context>
<context>
    <name>CompilerValueRules</name>
    <message>
        <source>The toolchain will refuse %1 cores.</source>
        <translation>工具链会拒绝使用 %1 个核。</translation>
    </message>
    <message>
        <source>The processors have one or two cores.</source>
        <translation>处理器只有一个或两个核。</translation>
    </message>
    <message>
        <source>Each frame will occupy both cores of the BPU.</source>
        <translation>每一帧都会占用 BPU 的两个核。</translation>
    </message>
    <message>
        <source>One frame is done sooner, but fewer frames a second than with two threads on one core each, and other models wait meanwhile.</source>
        <translation>单帧完成得更快，但每秒帧数低于用两个线程各占一个核的方式，而且其间其他模型只能等待。</translation>
    </message>
    <message>
        <source>core_num has no meaning on bayes.</source>
        <translation>core_num 在 bayes 上没有意义。</translation>
    </message>
    <message>
        <source>The manual asks to leave it out there.</source>
        <translation>手册要求在该架构上不设置它。</translation>
    </message>
    <message>
        <source>The compiler cannot work with %1 processes.</source>
        <translation>编译器无法使用 %1 个进程。</translation>
    </message>
    <message>
        <source>jobs is the number of processes that compile at once.</source>
        <translation>jobs 是同时编译的进程数。</translation>
    </message>
    <message>
        <source>The compiler will start %1 processes at once.</source>
        <translation>编译器将同时启动 %1 个进程。</translation>
    </message>
    <message>
        <source>That helps only where the computer has as many cores, and needs memory for each. The board model is the same with fewer.</source>
        <translation>只有计算机具备同样多的核心时才有帮助，且每个进程都要占用内存。减少进程数，得到的板端模型不变。</translation>
    </message>
    <message>
        <source>The toolchain will refuse a max_time_per_fc of %1.</source>
        <translation>工具链会拒绝取值为 %1 的 max_time_per_fc。</translation>
    </message>
    <message>
        <source>It is 0, or %1 to %2 microseconds.</source>
        <translation>应为 0，或 %1 到 %2 微秒。</translation>
    </message>
    <message>
        <source>The model will be cut into pieces of at most %1 microseconds.</source>
        <translation>模型将被切分为每段不超过 %1 微秒的片段。</translation>
    </message>
    <message>
        <source>That lets a more urgent model interrupt this one and costs time otherwise.</source>
        <translation>这样更紧急的模型可以抢占该模型；若无此需要，则只会增加耗时。</translation>
    </message>
    <message>
        <source>advice cannot be negative.</source>
        <translation>advice 不能为负数。</translation>
    </message>
    <message>
        <source>It is a threshold in microseconds.</source>
        <translation>它是以微秒计的阈值。</translation>
    </message>
    <message>
        <source>The log will name layers that are more than %1 microseconds slower than they could be.</source>
        <translation>日志将列出比应有速度慢 %1 微秒以上的层。</translation>
    </message>
    <message>
        <source>advice adds lines to the log; the board model stays the same.</source>
        <translation>advice 只会在日志中增加若干行；板端模型不变。</translation>
    </message>
    <message>
        <source>The board model will carry figures for each layer and be larger.</source>
        <translation>板端模型将带有每一层的数据，因而更大。</translation>
    </message>
    <message>
        <source>debug is needed for a performance report by layer and not by models that are shipped.</source>
        <translation>debug 用于生成逐层的性能报告，发布的模型不需要它。</translation>
    </message>
    <message>
        <source>All calibration data will be written once more, next to the model.</source>
        <translation>所有校准数据将在模型旁边再写出一份。</translation>
    </message>
    <message>
        <source>The accuracy debugger needs that copy; the board model stays the same.</source>
        <translation>精度调试工具需要这份副本；板端模型不变。</translation>
    </message>
    <message>
        <source>The toolchain will refuse a balance_factor of %1.</source>
        <translation>工具链会拒绝取值为 %1 的 balance_factor。</translation>
    </message>
    <message>
        <source>0 leans to bandwidth and 100 to latency; nothing lies beyond.</source>
        <translation>0 偏向带宽，100 偏向延迟；不能超出此范围。</translation>
    </message>
</context>
<context>
    <name>ConfigTemplate</name>
    <message>
        <source>The input “%1” cannot be named in a config, where semicolons separate inputs; rename it in the model.</source>
        <translation>配置中无法写出输入“%1”的名称（各输入以分号分隔）；请在模型中为它改名。</translation>
    </message>
    <message>
        <source>“%1” is no way to feed the input “%2”; choose one of %3.</source>
        <translation>输入“%2”不能按“%1”送入；请选择以下之一：%3。</translation>
    </message>
    <message>
        <source>The model does not fix the shape of the input “%1” (%2); say which shape the board shall take.</source>
        <translation>模型没有固定输入“%1”的 shape（%2）；请写明板端应使用的 shape。</translation>
    </message>
    <message>
        <source>The input “%1” cannot be fed as %2: %3</source>
        <translation>输入“%1”不能按 %2 送入：%3</translation>
    </message>
    <message>
        <source>The normalization “%1” does not go with the input “%2”, which is fed as %3.</source>
        <translation>归一化方式“%1”不适用于按 %3 送入的输入“%2”。</translation>
    </message>
    <message>
        <source>What is converted, and for which processor</source>
        <translation>要转换的模型与目标处理器</translation>
    </message>
    <message>
        <source>The float model</source>
        <translation>浮点模型</translation>
    </message>
    <message>
        <source>bernoulli2: X3, J3. bayes: J5, RDK Ultra. bayes-e: X5</source>
        <translation>bernoulli2：X3、J3；bayes：J5、RDK Ultra；bayes-e：X5</translation>
    </message>
    <message>
        <source>Where the results go</source>
        <translation>结果的输出目录</translation>
    </message>
    <message>
        <source>How the results are called</source>
        <translation>结果文件名的前缀</translation>
    </message>
    <message>
        <source>True makes every layer&apos;s result readable on the board, and the model slower</source>
        <translation>设为 True 可在板端读取每一层的结果，但模型会变慢</translation>
    </message>
    <message>
        <source>The inputs, once as they were trained and once as the board program feeds them</source>
        <translation>输入：训练时的格式与板端程序送入的格式各写一份</translation>
    </message>
    <message>
        <source>One item for each input, in the order of input_name, separated by semicolons</source>
        <translation>每个输入一项，按 input_name 的顺序，以分号分隔</translation>
    </message>
    <message>
        <source>What the network was trained on; the calibration data is of this type too</source>
        <translation>训练时的数据类型；校准数据也是这种类型</translation>
    </message>
    <message>
        <source>Order of the axes in the float model</source>
        <translation>浮点模型的数据排布</translation>
    </message>
    <message>
        <source>What the board program feeds</source>
        <translation>板端程序送入的数据类型</translation>
    </message>
    <message>
        <source>input_layout_rt has no effect for nv12, which has a layout of its own</source>
        <translation>input_layout_rt 对 nv12 不起作用：nv12 有自己的排布</translation>
    </message>
    <message>
        <source>Order of the axes in what the board program feeds; NHWC: the colours of a pixel side by side</source>
        <translation>板端程序送入数据的排布；NHWC 表示同一像素的各颜色相邻存放</translation>
    </message>
    <message>
        <source>Arithmetic that becomes part of the model: (pixel - mean) * scale, on pixels of 0 to 255</source>
        <translation>并入模型的运算：(像素 - mean) * scale，像素为 0 到 255</translation>
    </message>
    <message>
        <source>no_preprocess: none. data_mean: only minus mean. data_scale: only times scale. data_mean_and_scale: both</source>
        <translation>no_preprocess：不做运算；data_mean：只减 mean；data_scale：只乘 scale；data_mean_and_scale：先减后乘</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>For each channel, in the order of input_type_train, separated by spaces</source>
        <translation>每个通道一个值，按 input_type_train 的通道顺序，以空格分隔</translation>
    </message>
    <message>
        <source>A factor, not a divisor: 1 / (255 * std) where training wrote (x / 255 - mean) / std</source>
        <translation>是乘数而不是除数：训练时写 (x / 255 - mean) / std 的，这里写 1 / (255 * std)</translation>
    </message>
    <message>
        <source>Samples from which the ranges of all layers are learned</source>
        <translation>校准样本：用来统计各层的数值范围</translation>
    </message>
    <message>
        <source>To be filled: 50 to 100 samples of the training data, one raw file each and nothing else in the folder</source>
        <translation>请放入 50 到 100 个训练数据样本，每个样本一个原始数据文件，文件夹中不要放其他文件</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4, not normalized</source>
        <translation>%1：%2，%3，%4，不做归一化</translation>
    </message>
    <message>
        <source>default tries several methods and keeps the best. skip is for speed measurements only</source>
        <translation>default 会尝试几种方法并保留最好的；skip 只用于测速</translation>
    </message>
    <message>
        <source>How the board&apos;s code is made</source>
        <translation>板端代码的编译方式</translation>
    </message>
    <message>
        <source>latency: shortest time. bandwidth: least traffic with the memory</source>
        <translation>latency：耗时最短；bandwidth：访存最少</translation>
    </message>
    <message>
        <source>True adds a table of the layers to the report</source>
        <translation>设为 True 会在报告中加入逐层表格</translation>
    </message>
    <message>
        <source>O0 compiles fastest; what is released needs O3</source>
        <translation>O0 编译最快；发布时需要 O3</translation>
    </message>
    <message>
        <source>The model has no inputs that a config could describe.</source>
        <translation>模型没有可以写入配置的输入。</translation>
    </message>
    <message>
        <source>Say for which processor: bernoulli2, bayes or bayes-e.</source>
        <translation>请指明目标处理器：bernoulli2、bayes 或 bayes-e。</translation>
    </message>
</context>
<context>
    <name>ConfigText</name>
    <message>
        <source>%1 cannot be added: %2 is not written as a map of its own.</source>
        <translation>无法添加 %1：%2 没有写成独立的映射。</translation>
    </message>
    <message>
        <source>“%1” is not the name of a key.</source>
        <translation>“%1”不是参数名。</translation>
    </message>
    <message>
        <source>%1 holds a map or a list, not a single value; edit it in the text.</source>
        <translation>%1 是映射或列表，不是单个值；请在文本中编辑。</translation>
    </message>
    <message>
        <source>%1 cannot be set here without changing something else; edit it in the text.</source>
        <translation>在此设置 %1 会改动其他内容；请在文本中编辑。</translation>
    </message>
    <message>
        <source>%1 is not in the config, so it cannot be removed.</source>
        <translation>配置中没有 %1，无法删除。</translation>
    </message>
    <message>
        <source>%1 cannot be removed without changing something else; edit it in the text.</source>
        <translation>删除 %1 会改动其他内容；请在文本中编辑。</translation>
    </message>
    <message>
        <source>The edit lies outside the text, which has changed since; try again.</source>
        <translation>编辑位置超出了文本范围，文本此后已发生变化；请重试。</translation>
    </message>
</context>
<context>
    <name>ContractText</name>
    <message>
        <source>Go to %1</source>
        <translation>转到 %1</translation>
    </message>
    <message>
        <source>%1: from %2</source>
        <translation>%1：来自 %2</translation>
    </message>
    <message>
        <source>Names that differ, which is no contradiction:</source>
        <translation>名称不同，但并不矛盾：</translation>
    </message>
</context>
<context>
    <name>CustomOpRules</name>
    <message>
        <source>The operators of your own will not be registered: %1 is missing.</source>
        <translation>自定义算子不会被注册：缺少 %1。</translation>
    </message>
    <message>
        <source>custom_op_method: register and op_register_files with the Python files belong together; custom_op_dir says where they lie.</source>
        <translation>custom_op_method: register 与列出 Python 文件的 op_register_files 须同时使用；custom_op_dir 指明这些文件所在的文件夹。</translation>
    </message>
    <message>
        <source>The file %1 does not exist here.</source>
        <translation>文件 %1 在本机上不存在。</translation>
    </message>
    <message>
        <source>The toolchain imports each of the files before it reads the model. Paths start at custom_op_dir, which starts at the folder of the config.</source>
        <translation>工具链在读取模型之前会逐个导入这些文件。路径以 custom_op_dir 为起点，而 custom_op_dir 以配置文件所在文件夹为起点。</translation>
    </message>
</context>
<context>
    <name>Diagnoses</name>
    <message>
        <source>There is nothing to diagnose: run the .bin on the board first.</source>
        <translation>没有可诊断的内容：请先在开发板上运行 .bin。</translation>
    </message>
    <message>
        <source>The hypotheses cannot be tested without ONNX Runtime; compare the captures with “diff” instead.</source>
        <translation>没有 ONNX Runtime，无法检验假设；请改用“diff”对比采集结果。</translation>
    </message>
    <message>
        <source>The quantized model is needed as the reference; keep *_quantized_model.onnx beside the .bin or name it.</source>
        <translation>需要量化模型作为参考；请将 *_quantized_model.onnx 与 .bin 放在一起，或指定其路径。</translation>
    </message>
    <message>
        <source>Climbing the ladder from float to board</source>
        <translation>正在从浮点到板端逐级比对</translation>
    </message>
    <message>
        <source>The captures hold no outputs of this model and no bytes that were fed, or nobody knows what was meant; capture them again with “run”.</source>
        <translation>采集结果中没有此模型的输出，没有送入的字节，或无从得知原本要送入的内容；请用“run”重新采集。</translation>
    </message>
    <message>
        <source>The diagnosis was cancelled.</source>
        <translation>诊断已取消。</translation>
    </message>
</context>
<context>
    <name>DifferenceText</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>%1: %2 (the default)</source>
        <translation>%1：%2（默认值）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>line %1 of the log</source>
        <translation>日志第 %1 行</translation>
    </message>
    <message>
        <source>Contradiction:</source>
        <translation>矛盾：</translation>
    </message>
    <message>
        <source>Before:</source>
        <translation>之前：</translation>
    </message>
    <message>
        <source>After:</source>
        <translation>之后：</translation>
    </message>
    <message>
        <source>In numbers:</source>
        <translation>数值：</translation>
    </message>
    <message>
        <source>Caused by:</source>
        <translation>起因：</translation>
    </message>
    <message>
        <source>The board program must feed:</source>
        <translation>板端程序须送入：</translation>
    </message>
    <message>
        <source>Costs:</source>
        <translation>代价：</translation>
    </message>
    <message>
        <source>To be rid of it:</source>
        <translation>如何去除：</translation>
    </message>
    <message>
        <source>Certainty of the match:</source>
        <translation>匹配可信度：</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>DumpCatalogue</name>
    <message>
        <source>The outputs “%1” and “%2” have one name as files; their numbers tell them apart, their layer dumps do not.</source>
        <translation>输出“%1”和“%2”作为文件名时相同；输出文件可凭编号区分，层的 dump 则无法区分。</translation>
    </message>
</context>
<context>
    <name>DumpDeclaration</name>
    <message>
        <source>The declaration of “%1” has no dtype, such as float32 or int8.</source>
        <translation>“%1”的声明缺少 dtype，例如 float32 或 int8。</translation>
    </message>
    <message>
        <source>The declaration of “%1” has no shape, such as 1x32x32x8.</source>
        <translation>“%1”的声明缺少 shape，例如 1x32x32x8。</translation>
    </message>
    <message>
        <source>The declaration of “%1” has %2 scales but %3 zero points; give one each.</source>
        <translation>“%1”的声明有 %2 个 scale，却有 %3 个零点；请一一对应地给出。</translation>
    </message>
    <message>
        <source>“%1” is no element type of dumps; write float32, float16, int8, uint8, int16, uint16, int32, uint32, float64, int64, uint64 or nv12.</source>
        <translation>“%1”不是 dump 的元素类型；请写 float32、float16、int8、uint8、int16、uint16、int32、uint32、float64、int64、uint64 或 nv12。</translation>
    </message>
    <message>
        <source>“%1” is no shape; write sizes such as 1x32x32x8.</source>
        <translation>“%1”不是 shape；请写出各维大小，例如 1x32x32x8。</translation>
    </message>
    <message>
        <source>“%1” is no layout; write NCHW, NHWC or none.</source>
        <translation>“%1”不是排布；请写 NCHW、NHWC 或 none。</translation>
    </message>
    <message>
        <source>“%1” of “%2” is no number.</source>
        <translation>“%2”中的“%1”不是数值。</translation>
    </message>
    <message>
        <source>“%1” is no %2.</source>
        <translation>“%1”不是有效的 %2。</translation>
    </message>
    <message>
        <source>A declaration has no “%1”; it takes file, name, dtype, shape, layout, aligned, stride, scale, shift, zero_point, axis and offset.</source>
        <translation>声明中没有“%1”这一项；可用的有 file、name、dtype、shape、layout、aligned、stride、scale、shift、zero_point、axis 和 offset。</translation>
    </message>
    <message>
        <source>“%1” is no part of a declaration; write key=value, separated by “;”.</source>
        <translation>“%1”不是声明的组成部分；请写成 key=value，以“;”分隔。</translation>
    </message>
</context>
<context>
    <name>DumpFolder</name>
    <message>
        <source>The description of the dumps, “%1”, is damaged (%2).</source>
        <translation>dump 的描述文件“%1”已损坏（%2）。</translation>
    </message>
</context>
<context>
    <name>DumpImport</name>
    <message>
        <source>The output “%1” was not dumped.</source>
        <translation>输出“%1”没有 dump。</translation>
    </message>
    <message numerus="yes">
        <source>There are %n more problems like these.</source>
        <translation>
            <numerusform>还有 %n 个类似的问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>The dump “%1” is missing.</source>
        <translation>缺少 dump 文件“%1”。</translation>
    </message>
    <message>
        <source>The file “%1” is not named like a dump and was left out.</source>
        <translation>文件“%1”的名称不符合 dump 的命名规则，已忽略。</translation>
    </message>
    <message>
        <source>The dump “%1” says neither type nor shape and was left out.</source>
        <translation>dump 文件“%1”既没有类型也没有 shape，已忽略。</translation>
    </message>
    <message>
        <source>%1 “%2” was taken in its place.</source>
        <translation>%1已改用“%2”。</translation>
    </message>
    <message>
        <source>The chroma plane (uv) of “%1” was not dumped.</source>
        <translation>“%1”的色度平面（uv）没有 dump。</translation>
    </message>
    <message>
        <source>The luma plane (y) of “%1” was not dumped.</source>
        <translation>“%1”的亮度平面（y）没有 dump。</translation>
    </message>
    <message>
        <source>“%1” was dumped twice with different values; “%2” was taken, not “%3”.</source>
        <translation>“%1”被 dump 了两次，且值不同；采用了“%2”，而不是“%3”。</translation>
    </message>
</context>
<context>
    <name>DumpImportErrors</name>
    <message>
        <source>The folder of dumps, “%1”, does not exist; run the board with dumps first.</source>
        <translation>dump 文件夹“%1”不存在；请先在开发板上以 dump 方式运行。</translation>
    </message>
    <message>
        <source>“%1” does not exist; check the path.</source>
        <translation>“%1”不存在；请检查路径。</translation>
    </message>
    <message>
        <source>“%1” is no dump by its name; dumps end in .bin, .txt, .npy or .npz.</source>
        <translation>从名称看，“%1”不是 dump 文件；dump 文件以 .bin、.txt、.npy 或 .npz 结尾。</translation>
    </message>
    <message>
        <source>“%1” holds no dumps (.bin, .txt, .npy or .npz); run hrt_model_exec with --enable_dump=true first.</source>
        <translation>“%1”中没有 dump 文件（.bin、.txt、.npy 或 .npz）；请先以 --enable_dump=true 运行 hrt_model_exec。</translation>
    </message>
    <message>
        <source>Reading dumps</source>
        <translation>正在读取 dump 文件</translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>已停止导入。</translation>
    </message>
</context>
<context>
    <name>DumpJudge</name>
    <message>
        <source>the size fits</source>
        <translation>大小相符</translation>
    </message>
    <message>
        <source>the file holds %1 frames</source>
        <translation>文件中有 %1 帧</translation>
    </message>
    <message>
        <source>the padding is zero</source>
        <translation>填充部分为零</translation>
    </message>
    <message>
        <source>%1 % of the padding is not zero</source>
        <translation>填充部分有 %1% 不为零</translation>
    </message>
    <message>
        <source>neighbours differ by %1 of what distant places do</source>
        <translation>相邻值之差为远处值之差的 %1 倍</translation>
    </message>
    <message>
        <source>%1 % of the values are NaN or Inf</source>
        <translation>%1% 的值为 NaN 或 Inf</translation>
    </message>
    <message>
        <source>the values are unlike %1</source>
        <translation>数值不像 %1</translation>
    </message>
    <message>
        <source>The data take %1 bytes, the file has %2.</source>
        <translation>数据占 %1 字节，文件有 %2 字节。</translation>
    </message>
    <message>
        <source>The data take %1 bytes, %2 with the padding; the file has %3.</source>
        <translation>数据占 %1 字节，含填充为 %2 字节；文件有 %3 字节。</translation>
    </message>
    <message>
        <source>The file holds %1 times what is declared.</source>
        <translation>文件大小是所声明的 %1 倍。</translation>
    </message>
    <message>
        <source>%1 % of the bytes that should be padding are not zero.</source>
        <translation>应为填充的字节中有 %1% 不为零。</translation>
    </message>
    <message>
        <source>The file has no room for the padding that is declared.</source>
        <translation>文件中容不下所声明的填充。</translation>
    </message>
    <message>
        <source>%1 % of neighbouring values jump over nearly the whole range of %2, as values do whose sign is read wrongly.</source>
        <translation>有 %1% 的相邻值跳变几乎跨越 %2 的整个范围，符号解读错误时就会这样。</translation>
    </message>
    <message>
        <source>%1 % of the values are NaN or Inf.</source>
        <translation>%1 % 的值为 NaN 或 Inf。</translation>
    </message>
    <message>
        <source>The values are unlike %1.</source>
        <translation>这些值不像 %1。</translation>
    </message>
    <message>
        <source>The declaration is probably wrong; the data make more sense read %1.</source>
        <translation>声明很可能有误；按以下方式解读更合理：%1。</translation>
    </message>
    <message>
        <source>The declaration does not fit, and no usual mistake explains it.</source>
        <translation>声明不符，且没有常见的错误可以解释。</translation>
    </message>
    <message>
        <source>The size fits; the data have no structure that could confirm the declaration.</source>
        <translation>大小相符；数据没有可用来印证声明的结构。</translation>
    </message>
    <message>
        <source>The declaration fits.</source>
        <translation>声明相符。</translation>
    </message>
    <message>
        <source>The size fits; the values look like noise however they are read.</source>
        <translation>大小相符；但无论怎样解读，这些值都像噪声。</translation>
    </message>
    <message>
        <source>as declared</source>
        <translation>按声明</translation>
    </message>
    <message>
        <source>Neighbouring values differ by %1 of what distant ones do; read otherwise, by %2.</source>
        <translation>相邻值之间的差异是相距较远的值之间差异的 %1 倍；换一种方式解读则为 %2 倍。</translation>
    </message>
</context>
<context>
    <name>DumpPicture</name>
    <message>
        <source>%L1 bytes of data, the file has %L2</source>
        <translation>数据为 %L1 字节，文件有 %L2 字节</translation>
    </message>
    <message>
        <source>%L1 bytes of data, %L2 with padding, the file has %L3</source>
        <translation>数据为 %L1 字节，含填充为 %L2 字节，文件有 %L3 字节</translation>
    </message>
    <message>
        <source>%1 … %2; first: %3</source>
        <comment>the range of values, then the first of them</comment>
        <translation>%1 … %2；开头：%3</translation>
    </message>
</context>
<context>
    <name>DumpReadings</name>
    <message>
        <source>as %1 of shape %2</source>
        <translation>按 %1 解读，shape 为 %2</translation>
    </message>
    <message>
        <source>with its sizes meant as %1</source>
        <translation>将各维大小视为 %1</translation>
    </message>
    <message>
        <source>with height and width exchanged (%1)</source>
        <translation>高和宽互换（%1）</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>按 %1 解读</translation>
    </message>
    <message>
        <source>without padding</source>
        <translation>无填充</translation>
    </message>
    <message>
        <source>padded to %1</source>
        <translation>填充到 %1</translation>
    </message>
    <message>
        <source>from the first byte on</source>
        <translation>从首字节开始</translation>
    </message>
    <message>
        <source>from byte %1 on</source>
        <translation>从第 %1 字节开始</translation>
    </message>
</context>
<context>
    <name>DumpSources</name>
    <message>
        <source>“%1” holds no declarations of dumps at line %2; write maps with name, dtype, shape and layout.</source>
        <translation>“%1”第 %2 行处没有 dump 的声明；请写成含有 name、dtype、shape 和 layout 的映射。</translation>
    </message>
    <message>
        <source>“%1”, line %2: %3</source>
        <translation>“%1”，第 %2 行：%3</translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>已停止导入。</translation>
    </message>
    <message>
        <source>Looking at dumps</source>
        <translation>正在检查 dump</translation>
    </message>
</context>
<context>
    <name>DumpText</name>
    <message>
        <source>The text dump of “%1” holds “%2” where a number was expected; it was written only in part or is no dump.</source>
        <translation>“%1”的文本 dump 中应为数值的位置出现了“%2”；文件可能未写完，或不是 dump。</translation>
    </message>
    <message>
        <source>The text dump of “%1” holds %2 numbers where %3 were expected (%4); it was written only in part or belongs to another model.</source>
        <translation>“%1”的文本 dump 有 %2 个数值，应为 %3 个（%4）；文件可能未写完，或属于其他模型。</translation>
    </message>
    <message>
        <source>more than %1</source>
        <comment>how many numbers</comment>
        <translation>超过 %1</translation>
    </message>
</context>
<context>
    <name>DumpedTensor</name>
    <message>
        <source>The type or shape of “%1” (%2, %3) is not supported.</source>
        <translation>不支持“%1”的类型或 shape（%2，%3）。</translation>
    </message>
    <message>
        <source>The dump of “%1” has %2 bytes where %3 were expected (%4 of %5); it was written only in part or belongs to another model.</source>
        <translation>“%1”的 dump 有 %2 字节，应为 %3 字节（%4，%5）；文件可能未写完，或属于其他模型。</translation>
    </message>
    <message>
        <source>%1 (%2 with padding)</source>
        <comment>a number of bytes</comment>
        <translation>%1（含填充为 %2）</translation>
    </message>
    <message>
        <source>The shape %1 of “%2” is none of an NV12 picture; it takes 1x3xHxW or 1xHxWx3 with an even height and width.</source>
        <translation>“%2”的 shape %1 不是 NV12 图片的 shape；应为 1x3xHxW 或 1xHxWx3，且高和宽均为偶数。</translation>
    </message>
</context>
<context>
    <name>EdgeText</name>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Shape</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>排布</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>To</source>
        <translation>终点</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Experiments</name>
    <message>
        <source>“%1” has %2 inputs, but %3 input files were given; give one for each input, in order.</source>
        <translation>“%1”有 %2 个输入，却给出了 %3 个输入文件；请按顺序为每个输入给出一个文件。</translation>
    </message>
    <message>
        <source>“%1” cannot be run without ONNX Runtime.</source>
        <translation>没有 ONNX Runtime，无法运行“%1”。</translation>
    </message>
    <message>
        <source>Looking for an earlier capture</source>
        <translation>正在查找以往的采集结果</translation>
    </message>
    <message>
        <source>There is no board model, or no input for it, to write a script for.</source>
        <translation>没有板端模型，或没有可用的输入，无法生成脚本。</translation>
    </message>
</context>
<context>
    <name>ExternalData</name>
    <message>
        <source>“%1” keeps weights in “%2”, which is not read: %3</source>
        <translation>“%1”的权重存放在“%2”中，该文件未读取：%3</translation>
    </message>
    <message>
        <source>the model was not opened from a folder.</source>
        <translation>模型不是从文件夹中打开的。</translation>
    </message>
    <message>
        <source>this is not a file name.</source>
        <translation>这不是文件名。</translation>
    </message>
    <message>
        <source>only files inside the model&apos;s folder are; put it beside the model.</source>
        <translation>只读取模型所在文件夹内的文件；请把它与模型放在一起。</translation>
    </message>
    <message>
        <source>“%1” keeps weights in “%2”, which is missing; put it beside the model.</source>
        <translation>“%1”的权重存放在“%2”中，但该文件缺失；请把它与模型放在一起。</translation>
    </message>
    <message>
        <source>it is not a plain file.</source>
        <translation>它不是普通文件。</translation>
    </message>
    <message>
        <source>its offset or length is not a whole number.</source>
        <translation>其偏移或长度不是整数。</translation>
    </message>
    <message>
        <source>The weights “%1” of “%2” cannot be read (%3); check the permissions.</source>
        <translation>无法读取“%2”的权重“%1”（%3）；请检查权限。</translation>
    </message>
    <message>
        <source>The weights “%1” of “%2” end too early: %3 bytes at offset %4 are wanted and the file has %5; copy the file again.</source>
        <translation>“%2”的权重“%1”不完整：需要从偏移 %4 起的 %3 字节，而文件只有 %5 字节；请重新复制该文件。</translation>
    </message>
    <message>
        <source>The weights “%1” are no longer what they were when the model was opened; open it again.</source>
        <translation>权重“%1”在模型打开之后已发生变化；请重新打开模型。</translation>
    </message>
    <message>
        <source>it is a link, which may lead anywhere; put the file itself beside the model.</source>
        <translation>它是一个链接，可能指向任何位置；请将文件本身与模型放在一起。</translation>
    </message>
</context>
<context>
    <name>FactsSection</name>
    <message>
        <source>log, line %1</source>
        <translation>日志，第 %1 行</translation>
    </message>
    <message>
        <source>log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <translation>%1  （%2）</translation>
    </message>
    <message>
        <source>Threshold of input %1</source>
        <translation>输入 %1 的阈值</translation>
    </message>
    <message>
        <source>In numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Rounds value / scale + zero point to an integer.</source>
        <translation>将 value / scale + zero point 舍入为整数。</translation>
    </message>
    <message>
        <source>Computes (code - zero point) * scale.</source>
        <translation>计算 (code - zero point) * scale。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>位数</translation>
    </message>
    <message>
        <source>Gives layout</source>
        <translation>输出排布</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <translation>
            <numerusform>%1（共 %n 个）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values from %1 to %2</source>
        <translation>
            <numerusform>%n 个值，从 %1 到 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, along axis %2</source>
        <translation>%1，沿轴 %2</translation>
    </message>
    <message>
        <source>What the toolchain reports</source>
        <translation>工具链报告的内容</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦相似度</translation>
    </message>
    <message>
        <source>Data type</source>
        <translation>数据类型</translation>
    </message>
    <message>
        <source>Subgraph</source>
        <translation>子图</translation>
    </message>
    <message>
        <source>Runs in</source>
        <translation>所在板端节点</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>An estimate for the whole subgraph; a static report times no single operator.</source>
        <translation>这是整个子图的估计值；静态报告不会给出单个算子的耗时。</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>数据搬移</translation>
    </message>
    <message>
        <source>%1 bytes a frame</source>
        <translation>每帧 %1 字节</translation>
    </message>
    <message>
        <source>The board feeds</source>
        <translation>板端送入</translation>
    </message>
    <message>
        <source>Reported layout</source>
        <translation>报告的排布</translation>
    </message>
    <message>
        <source>You multiply by</source>
        <translation>须乘以</translation>
    </message>
    <message>
        <source>profile of the board</source>
        <translation>板端性能统计</translation>
    </message>
    <message>
        <source>Measured on the board, the average of the frames.</source>
        <translation>板端实测，各帧的平均值。</translation>
    </message>
    <message>
        <source>Layout conversion</source>
        <translation>布局转换</translation>
    </message>
</context>
<context>
    <name>FeaturemapHypotheses</name>
    <message>
        <source>Feed what the training program gives the network, value by value.</source>
        <translation>请送入训练程序提供给网络的数据，逐值一致。</translation>
    </message>
    <message>
        <source>Feed the tensor that the training program gave the network: if the board is still wrong, this is not the cause.</source>
        <translation>送入训练程序提供给网络的张量：如果板端结果仍然错误，则不是此原因。</translation>
    </message>
    <message>
        <source>The axes of the tensor are in another order (NCHW and NHWC)</source>
        <translation>张量的轴顺序不同（NCHW 与 NHWC）</translation>
    </message>
    <message>
        <source>The board was fed the tensor in the wrong layout.</source>
        <translation>送入板端的张量排布错误。</translation>
    </message>
    <message>
        <source>The last two axes of the tensor are exchanged</source>
        <translation>张量的最后两个轴互换了</translation>
    </message>
    <message>
        <source>The board was fed the tensor with height and width exchanged.</source>
        <translation>送入板端的张量高和宽互换了。</translation>
    </message>
    <message>
        <source>The values are divided by 255 once too often</source>
        <translation>值多除了一次 255</translation>
    </message>
    <message>
        <source>The values are divided by 255 once too often.</source>
        <translation>值多除了一次 255。</translation>
    </message>
    <message>
        <source>The division by 255 is missing</source>
        <translation>缺少除以 255 的步骤</translation>
    </message>
    <message>
        <source>The values are 255 times too large: the division by 255 is missing.</source>
        <translation>值是应有值的 255 倍：缺少除以 255 的步骤。</translation>
    </message>
    <message>
        <source>128 is subtracted, though nothing asks for it</source>
        <translation>减去了 128，而实际并不需要</translation>
    </message>
    <message>
        <source>128 is subtracted from the values, which only picture inputs want.</source>
        <translation>值被减去了 128，只有图片输入才需要这样做。</translation>
    </message>
    <message>
        <source>The values are cut to whole numbers</source>
        <translation>值被截断为整数</translation>
    </message>
    <message>
        <source>The values are cut to whole numbers before they are fed; a float input takes them as they are.</source>
        <translation>值在送入之前被截断为整数；浮点输入应原样送入。</translation>
    </message>
    <message>
        <source>The sign of the values is exchanged</source>
        <translation>值的符号相反</translation>
    </message>
    <message>
        <source>The board was fed the values with their sign exchanged.</source>
        <translation>送入板端的值符号相反。</translation>
    </message>
</context>
<context>
    <name>FeedEvidences</name>
    <message>
        <source>All bytes that were fed are 0 or 1.</source>
        <translation>送入的所有字节都是 0 或 1。</translation>
    </message>
    <message>
        <source>Read as %1 the bytes are %2 times rougher than in the other layout.</source>
        <translation>按 %1 解读时，这些字节的粗糙程度是按另一种排布解读时的 %2 倍。</translation>
    </message>
</context>
<context>
    <name>FileBytesTexts</name>
    <message>
        <source>The file “%1” cannot be read (%2); check its permissions.</source>
        <translation>无法读取文件“%1”（%2）；请检查其权限。</translation>
    </message>
    <message>
        <source>The file “%1” was changed since it was opened; open it again.</source>
        <translation>文件“%1”在打开之后已被更改；请重新打开。</translation>
    </message>
    <message>
        <source>The file “%1” ends too early; copy it again.</source>
        <translation>文件“%1”不完整；请重新复制。</translation>
    </message>
    <message>
        <source>Reading the file “%1” stopped half-way (%2); try again.</source>
        <translation>读取文件“%1”中途停止（%2）；请重试。</translation>
    </message>
</context>
<context>
    <name>FileDiagnosis</name>
    <message>
        <source>No stage of the conversion is in “%1”; name *_quantized_model.onnx.</source>
        <translation>“%1”中没有转换过程任何阶段的模型；请指定 *_quantized_model.onnx。</translation>
    </message>
    <message numerus="yes">
        <source>“%1” holds the results of %n runs; name those of one.</source>
        <translation>
            <numerusform>“%1”含有 %n 次运行的结果；请只指定其中一次的结果。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” holds no output of this model. %2</source>
        <translation>“%1”中没有该模型的输出。%2</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>The files do not come out even: the model has %1 inputs, and %2 inputs, %3 outputs were named; name for each run one file an input and as many outputs as for the others.</source>
        <translation>文件数量不匹配：模型有 %1 个输入，而指定了 %2 个输入和 %3 个输出；请为每次运行的每个输入各指定一个文件，且各次运行的输出文件数量相同。</translation>
    </message>
</context>
<context>
    <name>FileOnDemand</name>
    <message>
        <source>The file “%1” was changed since it was found; open its folder again.</source>
        <translation>文件“%1”在找到之后又被改动；请重新打开其所在文件夹。</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>No file name was given.</source>
        <translation>没有给出文件名。</translation>
    </message>
    <message>
        <source>The file “%1” does not exist; check the path and its spelling.</source>
        <translation>文件“%1”不存在；请检查路径及拼写。</translation>
    </message>
    <message>
        <source>“%1” is a folder where a file is expected; name a file inside it.</source>
        <translation>“%1”是文件夹，此处需要文件；请指定其中的某个文件。</translation>
    </message>
    <message>
        <source>“%1” is neither a file nor a folder and cannot be read; name a plain file.</source>
        <translation>“%1”既不是文件也不是文件夹，无法读取；请指定普通文件。</translation>
    </message>
    <message>
        <source>The file “%1” has %2 bytes, more than the %3 that can be read at once.</source>
        <translation>文件“%1”有 %2 字节，超过了一次可读取的 %3 字节。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read (%2); check its permissions.</source>
        <translation>无法读取文件“%1”（%2）；请检查其权限。</translation>
    </message>
    <message>
        <source>Reading the file “%1” stopped half-way (%2); try again.</source>
        <translation>读取文件“%1”中途停止（%2）；请重试。</translation>
    </message>
    <message>
        <source>“%1” is a folder and cannot be overwritten; name a file.</source>
        <translation>“%1”是文件夹，无法覆盖；请指定文件。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be written (%2); nothing was changed.</source>
        <translation>无法写入文件“%1”（%2）；没有做任何更改。</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be created; check that its parent may be written to.</source>
        <translation>无法创建文件夹“%1”；请检查上级文件夹是否可写。</translation>
    </message>
</context>
<context>
    <name>FirstDrifts</name>
    <message>
        <source>“%1” is the first layer that drifts: cosine %2, Pearson %3.</source>
        <translation>“%1”是首个出现偏差的层：余弦相似度 %2，Pearson %3。</translation>
    </message>
    <message>
        <source>It holds the same values in other places: that is a layout, not a quantization error.</source>
        <translation>其中的值相同而位置不同：这是排布错误，不是量化误差。</translation>
    </message>
    <message>
        <source>The .bin&apos;s node “%1” carries the permutation 0 3 1 2, the inverse of the 0 2 3 1 that its name promises.</source>
        <translation>.bin 中的节点“%1”携带的置换是 0 3 1 2，与其名称所示的 0 2 3 1 正好相反。</translation>
    </message>
</context>
<context>
    <name>FolderRun</name>
    <message>
        <source>Capturing layers: %1 on disk, at most %2 of memory</source>
        <translation>正在采集各层：占用磁盘 %1，内存上限 %2</translation>
    </message>
    <message>
        <source>The capture was stopped before “%1”, which takes about %2 of memory: the limit of %3 leaves %4; raise the limit.</source>
        <translation>采集在“%1”之前停止，它约需 %2 内存：上限为 %3，只剩 %4；请调高上限。</translation>
    </message>
    <message>
        <source>The capture was stopped before “%1” because the disk of “%2” is nearly full; free some room.</source>
        <translation>采集在“%1”之前停止，因为“%2”所在的磁盘即将写满；请腾出空间。</translation>
    </message>
    <message>
        <source>The capture is not finished; run it again to continue it.</source>
        <translation>采集尚未完成；再次运行即可继续。</translation>
    </message>
    <message>
        <source>The capture was stopped before “%1” because it would take more than %2 of disk.</source>
        <translation>采集在“%1”之前停止，因为占用的磁盘空间将超过 %2。</translation>
    </message>
    <message>
        <source>The capture was stopped on request.</source>
        <translation>已按要求停止采集。</translation>
    </message>
    <message>
        <source>%1 of %2 values were captured.</source>
        <translation>共 %2 个值，已采集 %1 个。</translation>
    </message>
    <message>
        <source>The model has no values named: %1.</source>
        <translation>模型中没有名为 %1 的值。</translation>
    </message>
</context>
<context>
    <name>GeometryHypotheses</name>
    <message>
        <source>Look at the picture just before it is handed over; cameras and readers of some formats deliver it turned over.</source>
        <translation>请检查图片在送入之前的样子；摄像头和某些格式的读取程序会给出翻转的图片。</translation>
    </message>
    <message>
        <source>Feed the picture turned over once more: if the board is still wrong, this is not the cause.</source>
        <translation>将图片再翻转一次后送入：如果板端结果仍然错误，则不是此原因。</translation>
    </message>
    <message>
        <source>The picture is moved by one pixel (%1 down, %2 right)</source>
        <translation>图片偏移了一个像素（下移 %1，右移 %2）</translation>
    </message>
    <message>
        <source>The board was fed the picture moved by one pixel: %1 down, %2 right.</source>
        <translation>送入板端的图片偏移了一个像素：下移 %1，右移 %2。</translation>
    </message>
    <message>
        <source>Check where the crop begins and how padding is shared out: a border of odd size, or a division that rounds, moves everything by one.</source>
        <translation>请检查裁剪的起点以及填充在两侧的分配方式：奇数大小的边框或带取整的除法都会使整幅图片偏移一个像素。</translation>
    </message>
    <message>
        <source>Feed the picture moved back by one pixel: if the board is still wrong, this is not the cause.</source>
        <translation>将图片移回一个像素后送入：如果板端结果仍然错误，则不是此原因。</translation>
    </message>
    <message>
        <source>Rows are handed over with padding to %1 bytes, and read without</source>
        <translation>送入的行填充到 %1 字节，读取时却按无填充处理</translation>
    </message>
    <message>
        <source>The rows that are handed over are padded to %1 bytes, and the runtime reads them without padding: the picture is sheared.</source>
        <translation>送入的每一行都填充到 %1 字节，而运行时按无填充读取：图片会逐行错位，呈倾斜状。</translation>
    </message>
    <message>
        <source>Copy the picture row by row without its stride, or set alignedShape to what is handed over.</source>
        <translation>请逐行复制图片并去掉 stride 带来的填充，或将 alignedShape 设为与实际送入的数据一致。</translation>
    </message>
    <message>
        <source>Feed rows without padding: if the board is still wrong, this is not the cause.</source>
        <translation>送入没有填充的行：如果板端结果仍然错误，则不是此原因。</translation>
    </message>
    <message>
        <source>Rows are handed over without padding, and read as padded to %1 bytes</source>
        <translation>送入的行没有填充，读取时却按填充到 %1 字节处理</translation>
    </message>
    <message>
        <source>The runtime expects rows padded to %1 bytes, and they are handed over without padding: the picture is sheared.</source>
        <translation>运行时要求每一行填充到 %1 字节，而送入的行没有填充：图片会逐行错位，呈倾斜状。</translation>
    </message>
    <message>
        <source>Pad each row to the width of alignedShape, or set alignedShape to validShape and let the library pad.</source>
        <translation>请将每一行填充到 alignedShape 的宽度，或将 alignedShape 设为 validShape，由库来填充。</translation>
    </message>
    <message>
        <source>Feed rows padded to the aligned width: if the board is still wrong, this is not the cause.</source>
        <translation>送入填充到对齐宽度的行：如果板端结果仍然错误，则不是此原因。</translation>
    </message>
    <message>
        <source>The picture is mirrored, left and right exchanged</source>
        <translation>图片被镜像，左右互换</translation>
    </message>
    <message>
        <source>The board was fed the picture mirrored.</source>
        <translation>送入板端的图片被镜像了。</translation>
    </message>
    <message>
        <source>The picture is upside down</source>
        <translation>图片上下颠倒</translation>
    </message>
    <message>
        <source>The board was fed the picture upside down.</source>
        <translation>送入板端的图片上下颠倒。</translation>
    </message>
</context>
<context>
    <name>GraphInputRules</name>
    <message>
        <source>%1 cannot be a picture: its shape is %2.</source>
        <translation>%1不可能是图片：其 shape 为 %2。</translation>
    </message>
    <message>
        <source>Pictures have four axes, NCHW or NHWC. What is no picture is a featuremap.</source>
        <translation>图片有四个维度，即 NCHW 或 NHWC。不是图片的输入应为 featuremap。</translation>
    </message>
    <message>
        <source>%1 has %2 channels, but %3 pictures have %4.</source>
        <translation>%1有 %2 个通道，而 %3 图片有 %4 个通道。</translation>
    </message>
    <message>
        <source>The preprocessing that the toolchain puts in front would not fit the model. One channel is gray; other numbers are a featuremap.</source>
        <translation>工具链加在前面的预处理将与模型不匹配。单通道对应 gray；其他通道数应为 featuremap。</translation>
    </message>
    <message>
        <source>The model takes %1 as %2, but the config says %3.</source>
        <translation>模型按 %2 接收%1，但配置写的是 %3。</translation>
    </message>
    <message>
        <source>Convolutions of ONNX are NCHW, and the first one reads this input directly or through a transpose. Calibration and preprocessing would take the axes for each other.</source>
        <translation>ONNX 的卷积为 NCHW，而第一个卷积直接或经由 transpose 读取该输入。校准和预处理会把各个轴弄混。</translation>
    </message>
    <message>
        <source>%1 will be normalised twice: by norm_type and by the model itself.</source>
        <translation>%1会被归一化两次：norm_type 做一次，模型自身又做一次。</translation>
    </message>
    <message>
        <source>The first node of the model already calculates with constants. Either it is taken out at export, or norm_type is no_preprocess.</source>
        <translation>模型的第一个节点已经在与常量做运算。要么在导出时将其去掉，要么将 norm_type 设为 no_preprocess。</translation>
    </message>
    <message>
        <source>The mean and scale of %1 are not applied: norm_type is no_preprocess.</source>
        <translation>%1的均值和 scale 不会生效：norm_type 为 no_preprocess。</translation>
    </message>
    <message>
        <source>The model will be given pixels of 0 to 255 as they are: %1 is not normalised.</source>
        <translation>模型将直接得到 0 到 255 的像素：%1没有归一化。</translation>
    </message>
    <message>
        <source>That is right only for a model that was trained so. The log shows it: the threshold of the first convolution is then in the hundreds.</source>
        <translation>只有模型就是这样训练的才正确。从日志中可以看出：此时第一个卷积的阈值会达到数百。</translation>
    </message>
</context>
<context>
    <name>GraphRules</name>
    <message>
        <source>The model&apos;s format has IR version %1; the toolchain documents up to 7.</source>
        <translation>模型格式的 IR 版本为 %1；工具链文档只写明支持到 7。</translation>
    </message>
    <message>
        <source>IR 9 with opset 11 has been converted without complaint, but older tools refuse it. Save the model with an older onnx package to be sure.</source>
        <translation>IR 9 配合 opset 11 曾顺利完成转换，但较旧的工具会拒绝。为稳妥起见，请用较旧的 onnx 包保存模型。</translation>
    </message>
    <message>
        <source>The toolchain will refuse the model: its opset is %1.</source>
        <translation>工具链会拒绝该模型：其 opset 为 %1。</translation>
    </message>
    <message>
        <source>Only opset 10 and 11 are supported; the tool says so and stops. Export with opset 11.</source>
        <translation>只支持 opset 10 和 11；工具会给出提示并停止。请以 opset 11 导出。</translation>
    </message>
    <message>
        <source>The toolchain will stop: %1 has the shape %2 and the config fixes none.</source>
        <translation>工具链会停止：%1的 shape 为 %2，而配置没有将其固定。</translation>
    </message>
    <message>
        <source>Sizes that vary are read as 0. Write the shape that the board will be fed into input_shape.</source>
        <translation>可变的维度会被读作 0。请将板端实际送入的 shape 写入 input_shape。</translation>
    </message>
    <message>
        <source>The toolchain will refuse the model: it has %1 outputs.</source>
        <translation>工具链会拒绝该模型：它有 %1 个输出。</translation>
    </message>
    <message>
        <source>A board model has 32 outputs at the most.</source>
        <translation>板端模型最多有 32 个输出。</translation>
    </message>
    <message>
        <source>The toolchain will probably find nothing to run on the BPU.</source>
        <translation>工具链很可能找不到能在 BPU 上运行的部分。</translation>
    </message>
    <message>
        <source>The model has no convolution, matrix product or pooling; without one the tool stops with “There is no node can execute on BPU in this model”.</source>
        <translation>模型中没有卷积、矩阵乘法或池化；缺少这些算子时，工具会以“There is no node can execute on BPU in this model”报错停止。</translation>
    </message>
    <message>
        <source>The model is a stage that the toolchain wrote, not the float model to convert.</source>
        <translation>该模型是工具链生成的某个阶段的模型，而不是待转换的浮点模型。</translation>
    </message>
    <message>
        <source>Its preprocessing or its integers are already inside; converting it again applies them twice or fails. Name the ONNX file that was exported from training.</source>
        <translation>其中已包含预处理或整数运算；再次转换会重复执行这些处理，或者失败。请指定训练后导出的 ONNX 文件。</translation>
    </message>
    <message>
        <source>The toolchain may crash while it reads the model: some inputs or outputs have names and others only numbers (%1).</source>
        <translation>工具链读取模型时可能崩溃：部分输入或输出有名称，其余只有数字（%1）。</translation>
    </message>
    <message>
        <source>That happens when input_names or output_names name only some of them at export. Name all of them.</source>
        <translation>导出时 input_names 或 output_names 只指定了其中一部分，就会出现这种情况。请为所有输入和输出命名。</translation>
    </message>
</context>
<context>
    <name>HorizonCapture</name>
    <message>
        <source>Running the model with the toolchain “%1”</source>
        <translation>正在用工具链“%1”运行模型</translation>
    </message>
    <message>
        <source>The script for the toolchain&apos;s runtime cannot be written.</source>
        <translation>无法写入供工具链运行时使用的脚本。</translation>
    </message>
    <message>
        <source>The capture was stopped on request.</source>
        <translation>已按要求停止采集。</translation>
    </message>
    <message>
        <source>The toolchain “%1” cannot run the model: %2</source>
        <translation>工具链“%1”无法运行该模型：%2</translation>
    </message>
    <message>
        <source>The model has no values named: %1.</source>
        <translation>模型中没有名为 %1 的值。</translation>
    </message>
    <message>
        <source>The capture was stopped before “%1” because it would hold more than %2.</source>
        <translation>采集在“%1”之前停止，因为数据量将超过 %2。</translation>
    </message>
</context>
<context>
    <name>ImportedRuns</name>
    <message>
        <source>The dumps are of %1 samples; name what the board was fed in each.</source>
        <translation>dump包含 %1 个样本；请指定每个样本送入板端的数据。</translation>
    </message>
    <message>
        <source>There is nothing to compare the dumps with; name the input that the board was fed.</source>
        <translation>没有可与 dump 对比的内容；请指定送入开发板的输入。</translation>
    </message>
    <message>
        <source>There are no dumps to compare; add some first.</source>
        <translation>没有可对比的dump；请先添加。</translation>
    </message>
    <message>
        <source>There is no quantized model to compare with; open its project first.</source>
        <translation>没有可供对比的量化模型；请先打开其工程。</translation>
    </message>
    <message>
        <source>The dumps are of %1 samples, and files for %2 were named; name what the board was fed in each.</source>
        <translation>dump包含 %1 个样本，但指定的文件对应 %2 个样本；请指定每个样本送入板端的数据。</translation>
    </message>
</context>
<context>
    <name>InputFiles</name>
    <message>
        <source>“%1” has %2 bytes, but the input “%3” (%4, %5) takes %6; give a picture, an .npy or a raw file of that size.</source>
        <translation>“%1”有 %2 字节，而输入“%3”（%4，%5）需要 %6 字节；请给出图片、.npy 或该大小的原始数据文件。</translation>
    </message>
    <message>
        <source>“%1” holds a tensor of %2 (%3), but the input “%4” takes %5 (%6).</source>
        <translation>“%1”中的张量为 %2（%3），而输入“%4”需要 %5（%6）。</translation>
    </message>
</context>
<context>
    <name>InputOrders</name>
    <message>
        <source>The inputs “%1” and “%2” are exchanged</source>
        <translation>输入“%1”与“%2”互换了</translation>
    </message>
    <message>
        <source>The inputs are exchanged: what is meant for “%1” is fed as “%2”, and the other way round.</source>
        <translation>输入互换了：应送入“%1”的数据被送入了“%2”，反之亦然。</translation>
    </message>
    <message>
        <source>Assign the inputs by the names that model_info prints, not by their order in the training program.</source>
        <translation>请按 model_info 打印的名称对应各输入，而不是按训练程序中的顺序。</translation>
    </message>
    <message>
        <source>Feed the same data with the two inputs exchanged: if the board is still wrong, this is not the cause.</source>
        <translation>将两个输入互换后送入同样的数据：如果板端结果仍然错误，则不是此原因。</translation>
    </message>
</context>
<context>
    <name>InputPorts</name>
    <message>
        <source>Nothing says what the input “%1” takes; set input_type_rt in the config.</source>
        <translation>没有任何信息说明输入“%1”需要什么数据；请在配置中设置 input_type_rt。</translation>
    </message>
    <message>
        <source>The input “%1” of shape %2 holds no picture, as its type %3 says; compare the captures with “diff” instead.</source>
        <translation>输入“%1”的类型为 %3，但其 shape %2 不是图片的 shape；请改用“diff”对比采集结果。</translation>
    </message>
    <message>
        <source>A model of the conversion is needed as the reference; keep *_quantized_model.onnx beside the .bin or name it.</source>
        <translation>需要转换过程中的模型作为参考；请将 *_quantized_model.onnx 与 .bin 放在一起，或指定其路径。</translation>
    </message>
</context>
<context>
    <name>InputRules</name>
    <message>
        <source>The toolchain will refuse to convert: %1 was trained on %2 and cannot be fed %3.</source>
        <translation>工具链会拒绝转换：%1以 %2 训练，不能送入 %3。</translation>
    </message>
    <message>
        <source>Only some pairs of training and runtime type have a conversion. A gray model takes the Y plane of nv12 as gray.</source>
        <translation>只有部分训练类型与运行时类型的组合可以转换。灰度模型把 nv12 的 Y 平面当作 gray。</translation>
    </message>
    <message>
        <source>bt601_video has no effect, or is refused, for %1.</source>
        <translation>bt601_video 对%1不起作用，或会被拒绝。</translation>
    </message>
    <message>
        <source>The range of the luma is used for nv12 only; on bayes-e also only when the model was trained on rgb or bgr.</source>
        <translation>亮度范围只用于 nv12；在 bayes-e 上还要求模型以 rgb 或 bgr 训练。</translation>
    </message>
    <message>
        <source>%1 has %2 values but there are %3 inputs; the toolchain will refuse the config.</source>
        <translation>%1 有 %2 个值，但输入有 %3 个；工具链会拒绝该配置。</translation>
    </message>
    <message>
        <source>Every list joined by semicolons has one value for each input, in the order of input_name; None leaves one out.</source>
        <translation>以分号分隔的列表，应按 input_name 的顺序为每个输入给出一个值；用 None 跳过某个输入。</translation>
    </message>
    <message>
        <source>The toolchain will refuse a batch of %1.</source>
        <translation>工具链会拒绝取值为 %1 的 batch。</translation>
    </message>
    <message>
        <source>input_batch may be 1 to %1 here.</source>
        <translation>此处 input_batch 可取 1 到 %1。</translation>
    </message>
    <message>
        <source>input_batch does not go together with the shape %1 of %2.</source>
        <translation>input_batch 与%2的 shape %1 不能同时使用。</translation>
    </message>
    <message>
        <source>The batch is added by the toolchain: the first size of the shape must be 1.</source>
        <translation>batch 由工具链添加：shape 的第一维必须为 1。</translation>
    </message>
    <message>
        <source>%1 has %2 values, and no network has so many inputs; the toolchain will refuse the config.</source>
        <translation>%1 有 %2 个值，没有网络有这么多输入，工具链会拒绝此配置。</translation>
    </message>
    <message>
        <source>Semicolons separate inputs; values of one input are separated by spaces.</source>
        <translation>分号用于分隔不同输入，同一输入的多个值用空格分隔。</translation>
    </message>
    <message>
        <source>input_batch cannot be used with several inputs on X3 and RDK Ultra.</source>
        <translation>在 X3 和 RDK Ultra 上，input_batch 不能用于多输入模型。</translation>
    </message>
    <message>
        <source>On %1 it works for models with a single input only.</source>
        <translation>在 %1 上，它只适用于单输入模型。</translation>
    </message>
</context>
<context>
    <name>InputSourceRules</name>
    <message>
        <source>The source of “%1” has no effect: the inputs are %2.</source>
        <translation>“%1”的数据来源不起作用：输入为 %2。</translation>
    </message>
    <message>
        <source>An input without a source of its own takes pyramid for nv12 and gray, and ddr for all others.</source>
        <translation>没有单独指定来源的输入，nv12 和 gray 默认使用 pyramid，其他类型默认使用 ddr。</translation>
    </message>
    <message>
        <source>The toolchain does not know the source “%1”.</source>
        <translation>工具链不认识数据来源“%1”。</translation>
    </message>
    <message>
        <source>It knows %1.</source>
        <translation>可用的取值有 %1。</translation>
    </message>
    <message>
        <source>The resizer cannot feed %1, which is %2.</source>
        <translation>Resizer 不能为%1提供数据，其类型为 %2。</translation>
    </message>
    <message>
        <source>The resizer cuts out of nv12 and gray pictures only.</source>
        <translation>Resizer 只能从 nv12 和 gray 图片中裁取。</translation>
    </message>
    <message>
        <source>%1 is too large for the resizer of X3: %2 pixels.</source>
        <translation>%1对 X3 的 Resizer 来说过大：%2 像素。</translation>
    </message>
    <message>
        <source>Height times width must stay below %1.</source>
        <translation>高与宽的乘积必须小于 %1。</translation>
    </message>
    <message>
        <source>The pyramid cannot feed %1, which is %2.</source>
        <translation>Pyramid 不能为%1提供数据，其类型为 %2。</translation>
    </message>
    <message>
        <source>The image pyramid gives nv12, whose Y plane is gray; all other types come from ddr.</source>
        <translation>图像金字塔（Pyramid）输出 nv12，其 Y 平面即为 gray；其他类型均来自 ddr。</translation>
    </message>
</context>
<context>
    <name>IsolatedRun</name>
    <message>
        <source>Computing the layers one by one was stopped.</source>
        <translation>逐层计算已停止。</translation>
    </message>
    <message>
        <source>Computing each layer from the other side&apos;s inputs</source>
        <translation>正在用另一方的输入计算每一层</translation>
    </message>
</context>
<context>
    <name>Judgement</name>
    <message>
        <source>The bytes that were fed rule this out.</source>
        <translation>送入的字节排除了这一原因。</translation>
    </message>
    <message>
        <source>The board computes what the quantized model does; the result is lost before it, between %1 (cosine %2).</source>
        <translation>板端的计算与量化模型相同；结果在此之前已出错，发生在 %1 这一步（余弦相似度 %2）。</translation>
    </message>
    <message>
        <source>A picture on which the board and the quantized model disagree.</source>
        <translation>一张能使板端与量化模型结果不一致的图片。</translation>
    </message>
    <message>
        <source>The board computes the model on what it was fed, but it was fed something else than the picture that was meant.</source>
        <translation>板端对送入的数据计算正确，但送入的并不是原本要用的图片。</translation>
    </message>
    <message>
        <source>Compare the bytes that the board program hands over with the input contract.</source>
        <translation>请将板端程序送入的字节与输入约定对照。</translation>
    </message>
    <message>
        <source>None of the tested causes explains the difference (cosine %1); dump the layers to find where it starts.</source>
        <translation>已检验的原因都无法解释该差异（余弦相似度 %1）；请 dump 各层以找出差异从何处开始。</translation>
    </message>
    <message>
        <source>None of the tested causes explains the difference (cosine %1); the first drifting layer is “%2”.</source>
        <translation>已检验的原因都无法解释该差异（余弦相似度 %1）；首个出现偏差的层是“%2”。</translation>
    </message>
    <message>
        <source>Set input_layout_rt to NHWC, compile again, and feed the pixels as HWC.</source>
        <translation>将 input_layout_rt 设为 NHWC，重新编译，并按 HWC 送入像素。</translation>
    </message>
    <message>
        <source>The bytes that were fed are what the .bin asks for.</source>
        <translation>送入的字节符合 .bin 的要求。</translation>
    </message>
    <message>
        <source>; and </source>
        <translation>；并且</translation>
    </message>
    <message>
        <source>These data do not tell it apart from %1.</source>
        <translation>仅凭这些数据无法将其与%1区分开。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Two causes at once: %1</source>
        <translation>同时存在两个原因：%1</translation>
    </message>
    <message>
        <source>Run hrt_model_exec infer on two different inputs: if its dumps are right, the board program is at fault, else the .bin.</source>
        <translation>用 hrt_model_exec infer 分别运行两个不同的输入：如果其 dump 正确，则问题出在板端程序，否则出在 .bin。</translation>
    </message>
    <message>
        <source>The outputs are the same whatever is fed: what is read is no result of this model.</source>
        <translation>无论送入什么，输出都相同：读到的并不是该模型的结果。</translation>
    </message>
    <message>
        <source>Check that the inference succeeds, that its end is waited for and that the cache is flushed (hbSysFlushMem) before the outputs are read.</source>
        <translation>请检查推理是否成功，以及在读取输出之前是否已等待推理结束并刷新缓存（hbSysFlushMem）。</translation>
    </message>
    <message>
        <source>The outputs are those of the run before: each is right for the input one earlier.</source>
        <translation>输出是上一次运行的结果：每个输出对应的都是前一个输入。</translation>
    </message>
    <message>
        <source>Wait for the inference to end and invalidate the cache (hbSysFlushMem) before the outputs are read.</source>
        <translation>请等待推理结束，并使缓存失效（hbSysFlushMem），然后再读取输出。</translation>
    </message>
    <message>
        <source>The outputs hold NaN or infinite numbers.</source>
        <translation>输出中含有 NaN 或无穷大。</translation>
    </message>
    <message>
        <source>Check the element type that the outputs are read with: integers read as floats look like that.</source>
        <translation>请检查读取输出所用的元素类型：把整数当作浮点数读取就会如此。</translation>
    </message>
    <message>
        <source>Copy the .bin that belongs to this quantized model to the board again.</source>
        <translation>请将属于此量化模型的 .bin 重新复制到开发板。</translation>
    </message>
    <message>
        <source>Compare the checksum of the file on the board with that of this run&apos;s .bin.</source>
        <translation>将开发板上文件的校验和与本次编译所得 .bin 的校验和对比。</translation>
    </message>
    <message>
        <source>The board runs another compile of the model: these are the results of “%1”.</source>
        <translation>开发板运行的是该模型的另一次编译：这些是“%1”的结果。</translation>
    </message>
    <message>
        <source>The .bin was not made from this quantized model: %1 of %2 constants that they share differ, “%3” first.</source>
        <translation>该 .bin 不是由此量化模型生成的：两者共有的 %2 个常量中有 %1 个不同，首先是“%3”。</translation>
    </message>
    <message>
        <source>The calibration thresholds are too small: at “%1” the values reach %2 times the threshold, and %3 of %4 layers are cut off.</source>
        <translation>校准阈值过小：在“%1”处，值达到阈值的 %2 倍，%4 个层中有 %3 个被截断。</translation>
    </message>
    <message>
        <source>The calibration thresholds are too large: at “%1” the values reach only %2 of the threshold, and %3 of %4 layers use few of their levels.</source>
        <translation>校准阈值过大：在“%1”处，值仅达到阈值的 %2 倍，%4 个层中有 %3 个只用到少数量化级。</translation>
    </message>
    <message>
        <source>Prepare the calibration data as the config says: plain pixels, not normalized ones, in the layout and colours of training.</source>
        <translation>请按配置的要求准备校准数据：使用未归一化的原始像素，排布和颜色与训练时相同。</translation>
    </message>
    <message>
        <source>Calibrate with pictures that were prepared like those in training: if the thresholds stay, this is not the cause.</source>
        <translation>使用与训练时同样方式准备的图片做校准：如果阈值不变，则不是此原因。</translation>
    </message>
    <message>
        <source>Prepare a picture as said and give it to the float model: if it does not say what the training program says, this is not the cause.</source>
        <translation>按上述方式准备一张图片并送入浮点模型：如果其结果与训练程序不一致，则不是此原因。</translation>
    </message>
    <message>
        <source>The fault lies inside the layer “%1”: what it reads agrees with the model, what it gives does not.</source>
        <translation>故障出在层“%1”内部：它读取的数据与模型一致，输出的数据则不一致。</translation>
    </message>
    <message>
        <source>Let this layer run on the CPU (node_info, run_on_cpu) or change its settings, and report it to the vendor with its inputs.</source>
        <translation>请让该层在 CPU 上运行（node_info、run_on_cpu）或更改其设置，并连同其输入报告给厂商。</translation>
    </message>
    <message>
        <source>Give the layer&apos;s dumped inputs to the model&apos;s layer alone: if it gives what the board gives, this is not the cause.</source>
        <translation>将该层 dump 出的输入单独送入模型中的这一层：如果结果与板端一致，则不是此原因。</translation>
    </message>
    <message numerus="yes">
        <source>No fault found: The board agrees with the quantized model to a cosine of %1 over %n picture(s), and it was fed what it asks for.</source>
        <translation>
            <numerusform>未发现故障：在 %n 张图片上，开发板与量化模型一致，余弦相似度为 %1，且送入的数据符合其要求。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These data are explained by %n causes alike; run the board on pictures with more in them, or dump the layers.</source>
        <translation>
            <numerusform>有 %n 种原因都能同样解释这些数据；请在开发板上运行内容更丰富的图片，或 dump 各层。</numerusform>
        </translation>
    </message>
    <message>
        <source>The board was fed what it asks for; its outputs are not known, so that nothing can be said about them.</source>
        <translation>送入板端的数据符合其要求；但其输出未知，因此无法对输出作出判断。</translation>
    </message>
    <message>
        <source>Every dumped layer agrees; only the output “%1” differs, and none of the tested causes explains how. Look at how it is read after the last layer.</source>
        <translation>dump 出的各层全部一致；只有输出“%1”不同，且已检验的原因都无法解释。请检查最后一层之后读取该输出的方式。</translation>
    </message>
</context>
<context>
    <name>KeyRules</name>
    <message>
        <source>The toolchain knows no such key here; perhaps %1 is meant.</source>
        <translation>工具链此处没有这个参数；也许应为 %1。</translation>
    </message>
    <message>
        <source>The toolchain refuses keys and groups that it does not know.</source>
        <translation>工具链会拒绝它不认识的参数和参数组。</translation>
    </message>
    <message>
        <source>%1 is not a key of the toolchain, which will refuse the config.</source>
        <translation>%1 不是工具链的参数，工具链会拒绝该配置。</translation>
    </message>
    <message>
        <source>%1 belongs to another generation of the toolchain.</source>
        <translation>%1 属于另一代工具链。</translation>
    </message>
    <message>
        <source>%1 cannot be compiled with this toolchain.</source>
        <translation>%1 无法用此工具链编译。</translation>
    </message>
    <message>
        <source>nash is the processor of S100 and J6, whose toolchain is hb_compile with another kind of config.</source>
        <translation>nash 是 S100 和 J6 的处理器架构，其工具链是 hb_compile，配置格式也不同。</translation>
    </message>
    <message>
        <source>The group %1 is missing.</source>
        <translation>缺少参数组 %1。</translation>
    </message>
    <message>
        <source>The toolchain needs all four groups, even where only defaults are wanted.</source>
        <translation>四个参数组缺一不可，即使只用默认值。</translation>
    </message>
    <message>
        <source>%1 is required and has no value.</source>
        <translation>%1 为必填项，但没有值。</translation>
    </message>
    <message>
        <source>The model is either onnx_model, or caffe_model together with prototxt.</source>
        <translation>模型要么是 onnx_model，要么是 caffe_model 加 prototxt。</translation>
    </message>
    <message>
        <source>Both an ONNX and a Caffe model are given.</source>
        <translation>同时给出了 ONNX 模型和 Caffe 模型。</translation>
    </message>
    <message>
        <source>Half of the Caffe model is missing: caffe_model and prototxt go together.</source>
        <translation>Caffe 模型不完整：caffe_model 与 prototxt 须同时给出。</translation>
    </message>
    <message>
        <source>No model is named, so there is nothing to convert.</source>
        <translation>没有指定模型，无可转换。</translation>
    </message>
    <message>
        <source>%1 is written again in line %2; what stands here is not used.</source>
        <translation>%1 在第 %2 行再次出现；此处的内容不会生效。</translation>
    </message>
    <message>
        <source>Of equal keys in one map the last one wins, without a message.</source>
        <translation>同一映射中的重复键以最后一个为准，且没有任何提示。</translation>
    </message>
</context>
<context>
    <name>KeyText</name>
    <message>
        <source>The path of a file.</source>
        <translation>文件路径。</translation>
    </message>
    <message>
        <source>The path of a folder.</source>
        <translation>目录路径。</translation>
    </message>
    <message>
        <source>True or False.</source>
        <translation>True 或 False。</translation>
    </message>
    <message>
        <source>A whole number.</source>
        <translation>整数。</translation>
    </message>
    <message>
        <source>A number.</source>
        <translation>数字。</translation>
    </message>
    <message>
        <source>Numbers.</source>
        <translation>若干数字。</translation>
    </message>
    <message>
        <source>Sizes.</source>
        <translation>各维大小。</translation>
    </message>
    <message>
        <source>Names, joined by semicolons.</source>
        <translation>名称，用分号连接。</translation>
    </message>
    <message>
        <source>A map.</source>
        <translation>映射。</translation>
    </message>
    <message>
        <source>Text.</source>
        <translation>文本。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>A number from %1 up.</source>
        <translation>不小于 %1 的数。</translation>
    </message>
    <message>
        <source>A number from %1 to %2.</source>
        <translation>%1 到 %2 的数。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>None is documented.</source>
        <translation>文档没有给出。</translation>
    </message>
    <message>
        <source>It must be written.</source>
        <translation>必须写。</translation>
    </message>
    <message>
        <source>It must be written on %1.</source>
        <translation>在 %1 上必须写。</translation>
    </message>
    <message>
        <source>It may be left out.</source>
        <translation>可以不写。</translation>
    </message>
    <message>
        <source>Separated by semicolons.</source>
        <translation>用分号分隔。</translation>
    </message>
    <message>
        <source>As many as there are inputs.</source>
        <translation>个数与输入数相同。</translation>
    </message>
    <message>
        <source>One value does not stand for all inputs.</source>
        <translation>一个值不能代表所有输入。</translation>
    </message>
    <message>
        <source>One value may stand for all inputs.</source>
        <translation>一个值可以代表所有输入。</translation>
    </message>
    <message>
        <source>Whether one value may stand for all inputs is not known.</source>
        <translation>一个值能否代表所有输入尚不清楚。</translation>
    </message>
    <message>
        <source>Deprecated on %1; write %2.</source>
        <translation>在 %1 上已弃用，请写 %2。</translation>
    </message>
    <message>
        <source>Deprecated on %1 since %2; write %3.</source>
        <translation>在 %1 上自 %2 起弃用，请写 %3。</translation>
    </message>
    <message>
        <source>Known to: %1.</source>
        <translation>已知支持：%1。</translation>
    </message>
    <message>
        <source>Not stated for: %1.</source>
        <translation>未见说明：%1。</translation>
    </message>
</context>
<context>
    <name>LabelledDatas</name>
    <message>
        <source>There is no folder of labelled data at “%1”; name one with labels.csv or one sub-folder per class.</source>
        <translation>“%1”处没有标注数据文件夹；请指定一个含有 labels.csv、或每类一个子文件夹的文件夹。</translation>
    </message>
    <message>
        <source>The folder “%1” holds no labelled pictures; add labels.csv (file,label) or one sub-folder per class.</source>
        <translation>文件夹“%1”中没有标注图片；请添加 labels.csv（file,label），或为每个类别建一个子文件夹。</translation>
    </message>
    <message>
        <source>Line %1 of “%2” reads “%3”; write file,label with a whole number from 0 to %4.</source>
        <translation>“%2”第 %1 行为“%3”；请写成 file,label，其中 label 为 0 到 %4 的整数。</translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>The diagnosis was cancelled.</source>
        <translation>诊断已取消。</translation>
    </message>
</context>
<context>
    <name>LayoutHypotheses</name>
    <message>
        <source>With input_layout_rt: NHWC feed the pixels row by row with the channels together (HWC), as OpenCV holds them.</source>
        <translation>设置 input_layout_rt: NHWC 后，逐行送入像素且各通道相邻（HWC），与 OpenCV 的存放方式相同。</translation>
    </message>
    <message>
        <source>Compile with input_layout_rt: NHWC and feed HWC: if the board is still wrong, this is not the cause.</source>
        <translation>以 input_layout_rt: NHWC 编译并送入 HWC：如果板端结果仍然错误，则不是此原因。</translation>
    </message>
    <message>
        <source>The board reads its input in the wrong layout: input_parameters.input_layout_rt is %1 on %2, and the conversion packed into the .bin puts the pixels in the wrong places.</source>
        <translation>板端以错误的排布读取输入：%2 上的 input_parameters.input_layout_rt 为 %1，而打包进 .bin 的转换把像素放到了错误的位置。</translation>
    </message>
    <message>
        <source>The .bin transposes its %1 input with the inverse permutation (0 3 1 2 for 0 2 3 1)</source>
        <translation>.bin 以相反的置换转置其 %1 输入（0 3 1 2，而非 0 2 3 1）</translation>
    </message>
    <message>
        <source>The .bin takes its input for NHWC and converts it to NCHW, the wrong way round</source>
        <translation>.bin 把输入当作 NHWC 并转换为 NCHW，方向相反</translation>
    </message>
    <message>
        <source>The .bin reads its NCHW bytes as NHWC without converting them</source>
        <translation>.bin 把 NCHW 字节直接当作 NHWC 读取，没有转换</translation>
    </message>
    <message>
        <source>The .bin converts its NHWC bytes as if they were NCHW</source>
        <translation>.bin 把 NHWC 字节当作 NCHW 进行转换</translation>
    </message>
    <message>
        <source>The board was fed %1 where the .bin wants %2</source>
        <translation>送入板端的是 %1，而 .bin 需要 %2</translation>
    </message>
    <message>
        <source>The board was fed the wrong layout: the .bin wants %1 (input_layout_rt: %1), and it was given %2.</source>
        <translation>送入板端的数据排布错误：.bin 需要 %1（input_layout_rt: %1），送入的却是 %2。</translation>
    </message>
    <message>
        <source>Convert the picture to %1 before handing it over, or compile with input_layout_rt: %2.</source>
        <translation>送入前将图片转换为 %1，或以 input_layout_rt: %2 编译。</translation>
    </message>
    <message>
        <source>Feed the same picture as %1: if the board is still wrong, this is not the cause.</source>
        <translation>将同一图片以 %1 送入：如果板端结果仍然错误，则不是此原因。</translation>
    </message>
    <message>
        <source>The board was fed the picture with height and width exchanged</source>
        <translation>送入板端的图片高和宽互换了</translation>
    </message>
    <message>
        <source>The board was fed the picture with height and width exchanged.</source>
        <translation>送入板端的图片高和宽互换了。</translation>
    </message>
    <message>
        <source>Write the picture row by row: height is the outer axis, width the inner one.</source>
        <translation>按行写入图片：高为外层轴，宽为内层轴。</translation>
    </message>
    <message>
        <source>Feed the picture transposed once more: if the board is still wrong, this is not the cause.</source>
        <translation>将同一图片再转置一次后送入：如果板端结果仍然错误，则不是此原因。</translation>
    </message>
</context>
<context>
    <name>LayoutRules</name>
    <message>
        <source>X3 cannot run %1 with yuv444 in NCHW.</source>
        <translation>X3 不支持%1使用 NCHW 的 yuv444。</translation>
    </message>
    <message>
        <source>On bernoulli2 yuv444 is supported in NHWC only.</source>
        <translation>在 bernoulli2 上 yuv444 只支持 NHWC。</translation>
    </message>
    <message>
        <source>The board will probably answer wrongly although the quantized ONNX model is right: %1 is %2 in NCHW on X3.</source>
        <translation>即使量化 ONNX 模型正确，板端结果也很可能出错：在 X3 上%1为 NCHW 的 %2。</translation>
    </message>
    <message>
        <source>X3 only infers NHWC. For NCHW the toolchain inserts a transpose that is not in the quantized ONNX model, and the board then expects planes where programs usually feed interleaved pixels.</source>
        <translation>X3 只按 NHWC 推理。设为 NCHW 时，工具链会插入一个量化 ONNX 模型中没有的 transpose，此时板端需要按平面存放的数据，而程序通常送入的是通道交错的像素。</translation>
    </message>
    <message>
        <source>nv12 has a layout of its own; the toolchain ignores the key for it.</source>
        <translation>nv12 有自己的排布；工具链会忽略该参数。</translation>
    </message>
    <message>
        <source>input_layout_rt has no effect for %1.</source>
        <translation>input_layout_rt 对%1不起作用。</translation>
    </message>
    <message>
        <source>nv12 has a layout of its own: a plane of Y, then pairs of U and V. The toolchain ignores NCHW here, and the board must not be fed three planes.</source>
        <translation>nv12 有自己的排布：先是一个 Y 平面，然后是成对的 U 和 V。工具链在此忽略 NCHW，不能向板端送入三个平面。</translation>
    </message>
    <message>
        <source>The program on the board must feed %1 as three planes, one colour after the other.</source>
        <translation>板端程序必须将%1按三个平面送入，各颜色依次排列。</translation>
    </message>
    <message>
        <source>NCHW works on %1 and published models are built so; but cameras and picture libraries give interleaved pixels (NHWC), which would be read wrongly without an error.</source>
        <translation>NCHW 在 %1 上可以使用，已发布的模型中也有这样编译的；但摄像头和图像库给出的是通道交错的像素（NHWC），会被错误解读且不报错。</translation>
    </message>
    <message>
        <source>NCHW is harmless for %1: it has one channel.</source>
        <translation>NCHW 对%1没有影响：它只有一个通道。</translation>
    </message>
    <message>
        <source>With one channel NCHW and NHWC are the same bytes; the maker&apos;s own model of gray pictures for X3 is built so.</source>
        <translation>单通道时 NCHW 与 NHWC 的字节相同；厂商自己发布的 X3 灰度图模型就是这样编译的。</translation>
    </message>
    <message>
        <source>The config does not say in which layout the board is fed %1.</source>
        <translation>配置没有写明%1以哪种排布送入板端。</translation>
    </message>
    <message>
        <source>Without input_layout_rt the board file does not name a layout either. NHWC, as cameras and picture libraries give it, is what the manual recommends.</source>
        <translation>没有 input_layout_rt，板端文件中也不会写明排布。手册建议使用 NHWC，摄像头和图像库给出的就是这种排布。</translation>
    </message>
</context>
<context>
    <name>Lint</name>
    <message>
        <source>input “%1”</source>
        <translation>输入“%1”</translation>
    </message>
    <message>
        <source>input %1</source>
        <translation>第 %1 个输入</translation>
    </message>
    <message>
        <source>the input</source>
        <translation>该输入</translation>
    </message>
    <message>
        <source>Set %1 to %2.</source>
        <translation>将 %1 设为 %2。</translation>
    </message>
    <message>
        <source>Remove %1.</source>
        <translation>删除 %1。</translation>
    </message>
</context>
<context>
    <name>LintRules</name>
    <message>
        <source>A folder or sample of the calibration data that cannot be read.</source>
        <translation>校准数据的文件夹或样本无法读取。</translation>
    </message>
    <message>
        <source>.npy files, whose header is read as numbers.</source>
        <translation>.npy 文件，其文件头会被当作数值读取。</translation>
    </message>
    <message>
        <source>Picture files with preprocess_on off.</source>
        <translation>图片文件，而 preprocess_on 已关闭。</translation>
    </message>
    <message>
        <source>Files that are no pictures with preprocess_on.</source>
        <translation>启用了 preprocess_on，但文件不是图片。</translation>
    </message>
    <message>
        <source>Pictures of odd width or height for nv12 or yuv444.</source>
        <translation>用于 nv12 或 yuv444 的图片宽或高为奇数。</translation>
    </message>
    <message>
        <source>Files that are no samples; every file in the folder is read.</source>
        <translation>不是样本的文件；文件夹中的每个文件都会被读取。</translation>
    </message>
    <message>
        <source>No samples, too few or too many.</source>
        <translation>没有样本，或样本过少、过多。</translation>
    </message>
    <message>
        <source>Samples whose size does not fit the shape and type.</source>
        <translation>样本大小与 shape 和类型不符。</translation>
    </message>
    <message>
        <source>Samples of one picture where the shape holds a batch.</source>
        <translation>样本只含一张图片，而 shape 含有整个 batch。</translation>
    </message>
    <message>
        <source>Samples of several sizes where the shape is not known.</source>
        <translation>样本有多种大小，而 shape 未知。</translation>
    </message>
    <message>
        <source>Samples whose bytes look like another type than the one they are read as.</source>
        <translation>样本的字节看起来与读取时采用的类型不同。</translation>
    </message>
    <message>
        <source>Samples that were normalized although norm_type does so again.</source>
        <translation>样本已经归一化，而 norm_type 会再做一次。</translation>
    </message>
    <message>
        <source>Samples that were divided by 255 although scale_value does so again.</source>
        <translation>样本已经除以 255，而 scale_value 会再除一次。</translation>
    </message>
    <message>
        <source>Samples that were normalized although the config normalizes nothing and the board feeds pixels.</source>
        <translation>样本已经归一化，而配置不做归一化，板端送入的是像素。</translation>
    </message>
    <message>
        <source>Pixels from 0 to 255 for a network that seems to want them normalized.</source>
        <translation>像素为 0 到 255，而网络似乎需要归一化后的像素。</translation>
    </message>
    <message>
        <source>Samples from which 128 was subtracted already.</source>
        <translation>样本已经减去了 128。</translation>
    </message>
    <message>
        <source>Values outside of 0 to 255 where pixels are read.</source>
        <translation>应读取像素，却有超出 0 到 255 的值。</translation>
    </message>
    <message>
        <source>Samples in several ranges of values.</source>
        <translation>样本的取值范围不一致。</translation>
    </message>
    <message>
        <source>Samples that lie in another layout than input_layout_train says.</source>
        <translation>样本的排布与 input_layout_train 不同。</translation>
    </message>
    <message>
        <source>Samples that seem to be in another colour order than input_type_train says.</source>
        <translation>样本的颜色顺序似乎与 input_type_train 不同。</translation>
    </message>
    <message>
        <source>Samples of one colour.</source>
        <translation>样本只有单一颜色。</translation>
    </message>
    <message>
        <source>Samples that are almost black or white.</source>
        <translation>样本几乎全黑或全白。</translation>
    </message>
    <message>
        <source>Samples that are the same.</source>
        <translation>存在相同的样本。</translation>
    </message>
    <message>
        <source>Samples with values that are no numbers.</source>
        <translation>样本中含有非数值（NaN 或无穷大）。</translation>
    </message>
    <message>
        <source>Inputs with unequal numbers of samples, or with names that do not pair.</source>
        <translation>各输入的样本数量不相等，或名称无法配对。</translation>
    </message>
    <message>
        <source>A key or group that the toolchain does not know, such as a flag of its compiler; the config is refused.</source>
        <translation>工具链不认识的参数或参数组，例如其编译器的命令行选项；该配置会被拒绝。</translation>
    </message>
    <message>
        <source>A key or march of the later toolchain (hb_compile, nash).</source>
        <translation>属于新一代工具链（hb_compile、nash）的参数或 march。</translation>
    </message>
    <message>
        <source>One of the four groups is absent.</source>
        <translation>缺少四个参数组之一。</translation>
    </message>
    <message>
        <source>A key that this march requires has no value.</source>
        <translation>该 march 必需的参数没有值。</translation>
    </message>
    <message>
        <source>None or both of onnx_model and caffe_model with prototxt, or half of the latter.</source>
        <translation>onnx_model 与 caffe_model 加 prototxt 两者均未给出或同时给出，或者后者只给出了一半。</translation>
    </message>
    <message>
        <source>A key written twice; the first value is lost without a message.</source>
        <translation>参数重复出现；前一个值会丢失，且没有任何提示。</translation>
    </message>
    <message>
        <source>A value outside the list of a key, no number, or neither yes nor no.</source>
        <translation>值不在参数的可选范围内、不是数值，或既不表示“是”也不表示“否”。</translation>
    </message>
    <message>
        <source>ON without quotes in node_info, which YAML reads as a yes.</source>
        <translation>node_info 中不带引号的 ON，YAML 会将其读作“是”。</translation>
    </message>
    <message>
        <source>A list or map of YAML where one text is documented.</source>
        <translation>文档要求写成一个字符串，却使用了 YAML 的列表或映射。</translation>
    </message>
    <message>
        <source>A name without quotes that YAML reads as a number or as a yes or no.</source>
        <translation>不带引号的名称，YAML 会将其读作数值或“是”“否”。</translation>
    </message>
    <message>
        <source>Values of several inputs separated by commas instead of semicolons.</source>
        <translation>多个输入的值以逗号分隔，而没有使用分号。</translation>
    </message>
    <message>
        <source>Several inputs without input_name.</source>
        <translation>有多个输入，却没有 input_name。</translation>
    </message>
    <message>
        <source>The same input named twice.</source>
        <translation>同一个输入名出现了两次。</translation>
    </message>
    <message>
        <source>A key that this march does not have, such as node_info on X3.</source>
        <translation>该 March 没有的参数，例如 X3 上的 node_info。</translation>
    </message>
    <message>
        <source>run_on_cpu, run_on_bpu or set_node_data_type where node_info has replaced them.</source>
        <translation>在已由 node_info 取代的平台上仍使用 run_on_cpu、run_on_bpu 或 set_node_data_type。</translation>
    </message>
    <message>
        <source>The names of config and output say another size of the network than the model file.</source>
        <translation>配置文件名和输出名所示的网络规格与模型文件不一致。</translation>
    </message>
    <message>
        <source>A name says another march than the model is compiled for.</source>
        <translation>名称中的 March 与模型编译所用的 March 不一致。</translation>
    </message>
    <message>
        <source>The name of the output says another picture size than the input has.</source>
        <translation>输出名称中的图片尺寸与输入尺寸不一致。</translation>
    </message>
    <message>
        <source>A prefix with folders or characters that no file name should have.</source>
        <translation>前缀中含有文件夹，或含有不应出现在文件名中的字符。</translation>
    </message>
    <message>
        <source>Results are written where calibration samples are read.</source>
        <translation>结果写入了读取校准样本的文件夹。</translation>
    </message>
    <message>
        <source>A pair of input_type_train and input_type_rt that has no conversion.</source>
        <translation>input_type_train 与 input_type_rt 的组合无法转换。</translation>
    </message>
    <message>
        <source>bt601_video where it has no effect or is refused.</source>
        <translation>在不起作用或会被拒绝的情况下使用了 bt601_video。</translation>
    </message>
    <message>
        <source>A list with another number of values than there are inputs.</source>
        <translation>列表中值的个数与输入个数不一致。</translation>
    </message>
    <message>
        <source>Colour pictures fed in NCHW on X3: the board is wrong although the quantized model is right; yuv444 is refused.</source>
        <translation>在 X3 上以 NCHW 送入彩色图片：即使量化模型正确，板端结果也是错的；yuv444 会被拒绝。</translation>
    </message>
    <message>
        <source>Colour pictures fed in NCHW: works, and the program must feed planes.</source>
        <translation>以 NCHW 送入彩色图片：可以工作，但程序必须按平面送入数据。</translation>
    </message>
    <message>
        <source>Gray pictures in NCHW: harmless, because one channel has the same bytes in both layouts.</source>
        <translation>NCHW 的灰度图片：没有影响，因为单通道在两种排布下字节相同。</translation>
    </message>
    <message>
        <source>input_layout_rt for nv12, where the toolchain ignores it.</source>
        <translation>为 nv12 设置了 input_layout_rt，工具链会忽略它。</translation>
    </message>
    <message>
        <source>No input_layout_rt for colour pictures, so that nothing says what the board is fed.</source>
        <translation>彩色图片没有设置 input_layout_rt，无从得知板端送入的是什么。</translation>
    </message>
    <message>
        <source>A shape that cannot be read, such as one with commas.</source>
        <translation>无法解析的 shape，例如使用了逗号。</translation>
    </message>
    <message>
        <source>An input without four axes on X3.</source>
        <translation>X3 上的输入不是四个轴。</translation>
    </message>
    <message>
        <source>A shape with a size of 0.</source>
        <translation>shape 中有某一维为 0。</translation>
    </message>
    <message>
        <source>Rows of nv12 and gray pictures that the program on the board must pad to 16 bytes.</source>
        <translation>nv12 和灰度图片的行须由板端程序填充到 16 字节对齐。</translation>
    </message>
    <message>
        <source>norm_type asks for a mean or scale that is not given.</source>
        <translation>norm_type 需要均值或 scale，但没有给出。</translation>
    </message>
    <message>
        <source>A mean or scale without norm_type: nothing is applied.</source>
        <translation>给出了均值或 scale，但没有 norm_type：两者都不会生效。</translation>
    </message>
    <message>
        <source>A mean or scale that norm_type leaves out.</source>
        <translation>给出了均值或 scale，但 norm_type 没有包含它。</translation>
    </message>
    <message>
        <source>Neither one number for all channels nor one for each.</source>
        <translation>值的个数既不是所有通道共用一个，也不是每个通道一个。</translation>
    </message>
    <message>
        <source>Numbers that cannot be read, or separated by commas.</source>
        <translation>无法解析的数值，或以逗号分隔的数值。</translation>
    </message>
    <message>
        <source>norm_type for a feature map: its data are normalized twice.</source>
        <translation>为 featuremap 设置了 norm_type：数据会被归一化两次。</translation>
    </message>
    <message>
        <source>A scale that looks like a standard deviation or lacks the division by 255.</source>
        <translation>scale 看起来像是标准差，或缺少除以 255。</translation>
    </message>
    <message>
        <source>A mean in units of 0 to 1 for pixels of 0 to 255.</source>
        <translation>像素为 0 到 255，均值却按 0 到 1 给出。</translation>
    </message>
    <message>
        <source>1/255 cut short.</source>
        <translation>1/255 被截短。</translation>
    </message>
    <message>
        <source>A scale that looks divided by 255 twice.</source>
        <translation>scale 看起来除了两次 255。</translation>
    </message>
    <message>
        <source>A scale of 0 or less.</source>
        <translation>scale 小于或等于 0。</translation>
    </message>
    <message>
        <source>A mean above 255.</source>
        <translation>均值大于 255。</translation>
    </message>
    <message>
        <source>ImageNet&apos;s mean or scale in the order of red and blue that input_type_train does not have.</source>
        <translation>ImageNet 的均值或 scale 所按的红蓝顺序与 input_type_train 不一致。</translation>
    </message>
    <message>
        <source>No calibration folder, or one that does not exist here.</source>
        <translation>没有指定校准文件夹，或该文件夹在本机上不存在。</translation>
    </message>
    <message>
        <source>Calibration is skipped: the accuracy means nothing.</source>
        <translation>跳过了校准：精度没有意义。</translation>
    </message>
    <message>
        <source>Files will be read as uint8 because neither key nor folder name says float32.</source>
        <translation>文件将按 uint8 读取，因为参数和文件夹名称都没有表明是 float32。</translation>
    </message>
    <message>
        <source>A folder named _f32 whose files are read as another type.</source>
        <translation>文件夹名称以 _f32 结尾，但其中的文件按其他类型读取。</translation>
    </message>
    <message>
        <source>max_percentile out of range, or without calibration_type max.</source>
        <translation>max_percentile 超出范围，或 calibration_type 不是 max。</translation>
    </message>
    <message>
        <source>per_channel with a calibration_type that decides by itself.</source>
        <translation>使用了 per_channel，但所选的 calibration_type 会自行决定是否逐通道校准。</translation>
    </message>
    <message>
        <source>Pictures are resized by the toolchain, unlike in training.</source>
        <translation>图片由工具链缩放，与训练时不同。</translation>
    </message>
    <message>
        <source>An item of optimization that is unknown or in the wrong case.</source>
        <translation>optimization 中有未知的项，或大小写有误。</translation>
    </message>
    <message>
        <source>An item of optimization that this march does not have.</source>
        <translation>optimization 中有该 March 不支持的项。</translation>
    </message>
    <message>
        <source>calibration_type load, whose ranges come from the model; a warning where the model has none.</source>
        <translation>calibration_type 为 load 时，范围取自模型；若模型中没有范围，则给出警告。</translation>
    </message>
    <message>
        <source>calibration_type mix takes long.</source>
        <translation>calibration_type mix 耗时较长。</translation>
    </message>
    <message>
        <source>calibration_type kl or max tries one method where default compares several.</source>
        <translation>calibration_type kl 或 max 只尝试一种方法，而 default 会对比多种方法。</translation>
    </message>
    <message>
        <source>A calibration folder with calibration_type skip or load.</source>
        <translation>calibration_type 为 skip 或 load，却指定了校准文件夹。</translation>
    </message>
    <message>
        <source>Two inputs calibrated with the same samples.</source>
        <translation>两个输入用相同的样本校准。</translation>
    </message>
    <message>
        <source>preprocess_on for feature maps or inputs without four axes.</source>
        <translation>对 featuremap 或非四维输入使用了 preprocess_on。</translation>
    </message>
    <message>
        <source>Two cores where the march has none or cannot share one model.</source>
        <translation>使用双核，但该 March 没有双核，或无法用双核运行同一个模型。</translation>
    </message>
    <message>
        <source>optimize_level is absent or not O3.</source>
        <translation>缺少 optimize_level，或不是 O3。</translation>
    </message>
    <message>
        <source>layer_out_dump makes the board model slow; on X5 it excludes the resizer.</source>
        <translation>layer_out_dump 会使板端模型变慢；在 X5 上它与 Resizer 互斥。</translation>
    </message>
    <message>
        <source>compile_mode balance without its factor, or the factor without the mode.</source>
        <translation>compile_mode 为 balance 但没有 balance_factor，或有 balance_factor 但 compile_mode 不是 balance。</translation>
    </message>
    <message>
        <source>core_num is neither 1 nor 2.</source>
        <translation>core_num 既不是 1 也不是 2。</translation>
    </message>
    <message>
        <source>core_num 2: each frame takes both cores.</source>
        <translation>core_num 为 2：每帧占用两个核。</translation>
    </message>
    <message>
        <source>core_num on bayes, which has no use for it.</source>
        <translation>在 bayes 上设置了 core_num，它在此不起作用。</translation>
    </message>
    <message>
        <source>jobs below 1, or more processes than most computers have cores.</source>
        <translation>jobs 小于 1，或进程数超过了大多数计算机的核数。</translation>
    </message>
    <message>
        <source>max_time_per_fc out of range, or what it costs.</source>
        <translation>max_time_per_fc 超出范围，或说明其代价。</translation>
    </message>
    <message>
        <source>advice is negative, or what it adds to the log.</source>
        <translation>advice 为负数，或说明它会在日志中增加什么内容。</translation>
    </message>
    <message>
        <source>debug makes the board model larger.</source>
        <translation>debug 会使板端模型变大。</translation>
    </message>
    <message>
        <source>debug_mode writes all calibration data once more.</source>
        <translation>debug_mode 会把全部校准数据再写出一份。</translation>
    </message>
    <message>
        <source>balance_factor is not 0 to 100.</source>
        <translation>balance_factor 不在 0 到 100 之间。</translation>
    </message>
    <message>
        <source>input_source names an input that there is none of.</source>
        <translation>input_source 中的输入名不存在。</translation>
    </message>
    <message>
        <source>A source other than ddr, pyramid and resizer.</source>
        <translation>输入来源不是 ddr、pyramid 或 resizer。</translation>
    </message>
    <message>
        <source>The resizer for other types than nv12 and gray, or for too many pixels on X3.</source>
        <translation>resizer 用于 nv12 和 gray 以外的类型，或在 X3 上像素过多。</translation>
    </message>
    <message>
        <source>The pyramid for other types than nv12 and gray.</source>
        <translation>pyramid 用于 nv12 和 gray 以外的类型。</translation>
    </message>
    <message>
        <source>custom_op without its method or its files.</source>
        <translation>custom_op 缺少方法或文件。</translation>
    </message>
    <message>
        <source>A file of custom_op does not exist here.</source>
        <translation>custom_op 的某个文件在本机上不存在。</translation>
    </message>
    <message>
        <source>The model does not exist here.</source>
        <translation>模型在本机上不存在。</translation>
    </message>
    <message>
        <source>The model cannot be read.</source>
        <translation>无法读取模型。</translation>
    </message>
    <message>
        <source>The model has no input of that name.</source>
        <translation>模型没有该名称的输入。</translation>
    </message>
    <message>
        <source>The config describes another number of inputs than the model has.</source>
        <translation>配置中的输入个数与模型不一致。</translation>
    </message>
    <message>
        <source>input_shape overrides a fixed shape of the model.</source>
        <translation>input_shape 覆盖了模型的固定 shape。</translation>
    </message>
    <message>
        <source>input_layout_train puts the channels where the shape has none.</source>
        <translation>按 input_layout_train，通道所在的轴与 shape 不符。</translation>
    </message>
    <message>
        <source>The name of the output says an input type that no input has.</source>
        <translation>输出名称中的输入类型与所有输入都不符。</translation>
    </message>
    <message>
        <source>An IR version above 7.</source>
        <translation>IR 版本高于 7。</translation>
    </message>
    <message>
        <source>An opset other than 10 and 11.</source>
        <translation>opset 不是 10 或 11。</translation>
    </message>
    <message>
        <source>Sizes that vary in the model and are not fixed by the config.</source>
        <translation>模型中有可变的维度，而配置没有将其固定。</translation>
    </message>
    <message>
        <source>More than 32 outputs.</source>
        <translation>输出超过 32 个。</translation>
    </message>
    <message>
        <source>A model without convolution, matrix product or pooling.</source>
        <translation>模型中没有卷积、矩阵乘法或池化。</translation>
    </message>
    <message>
        <source>The model is a stage that the toolchain wrote.</source>
        <translation>该模型是工具链生成的阶段模型。</translation>
    </message>
    <message>
        <source>Some inputs or outputs have names and others only numbers, as an export leaves them.</source>
        <translation>部分输入或输出有名称，其余只有数字编号，即导出时的默认命名。</translation>
    </message>
    <message>
        <source>A picture whose shape has no four axes.</source>
        <translation>图片输入的 shape 不是四个轴。</translation>
    </message>
    <message>
        <source>Another number of channels than the type of picture has.</source>
        <translation>通道数与图片类型不一致。</translation>
    </message>
    <message>
        <source>input_layout_train contradicts the convolution that reads the input.</source>
        <translation>input_layout_train 与读取该输入的卷积相矛盾。</translation>
    </message>
    <message>
        <source>norm_type although the model normalizes by itself.</source>
        <translation>模型自身已做归一化，却又设置了 norm_type。</translation>
    </message>
    <message>
        <source>Pictures are not normalized; a warning where mean or scale are written all the same.</source>
        <translation>图片没有归一化；若仍写有均值或 scale，则给出警告。</translation>
    </message>
    <message>
        <source>Operators in the middle of the model that the BPU does not have.</source>
        <translation>模型中间有 BPU 不支持的算子。</translation>
    </message>
    <message>
        <source>Softmax runs on the CPU; a warning where that splits the model.</source>
        <translation>Softmax 在 CPU 上运行；若模型因此被拆分，则给出警告。</translation>
    </message>
    <message>
        <source>ArgMax outside the limits of the BPU.</source>
        <translation>ArgMax 超出 BPU 的限制。</translation>
    </message>
    <message>
        <source>ReduceMean outside the limits of the BPU.</source>
        <translation>ReduceMean 超出 BPU 的限制。</translation>
    </message>
    <message>
        <source>Pow with more than one exponent.</source>
        <translation>Pow 的指数不止一个。</translation>
    </message>
    <message>
        <source>GridSample, which the CPU has not, nor the BPU of X3.</source>
        <translation>GridSample：CPU 上没有实现，X3 的 BPU 也不支持。</translation>
    </message>
    <message>
        <source>An activation behind the last convolution may run on the CPU.</source>
        <translation>最后一个卷积之后的激活可能在 CPU 上运行。</translation>
    </message>
    <message>
        <source>Operators that move data and stay on the CPU beside their neighbours.</source>
        <translation>搬移数据的算子随相邻算子一起留在 CPU 上。</translation>
    </message>
    <message>
        <source>output_nodes names a node that the model does not have.</source>
        <translation>output_nodes 中指定的节点在模型中不存在。</translation>
    </message>
    <message>
        <source>run_on_cpu or run_on_bpu names a node that the model does not have.</source>
        <translation>run_on_cpu 或 run_on_bpu 中指定的节点在模型中不存在。</translation>
    </message>
    <message>
        <source>node_info or set_node_data_type names a node that the model does not have.</source>
        <translation>node_info 或 set_node_data_type 中指定的节点在模型中不存在。</translation>
    </message>
    <message>
        <source>A field or value in node_info that is unknown, such as OutputType0.</source>
        <translation>node_info 中有未知的字段或值，例如 OutputType0。</translation>
    </message>
    <message>
        <source>A node in run_on_cpu and in run_on_bpu.</source>
        <translation>同时出现在 run_on_cpu 和 run_on_bpu 中的节点。</translation>
    </message>
    <message>
        <source>More than two nodes are moved to the CPU.</source>
        <translation>移到 CPU 的节点超过两个。</translation>
    </message>
    <message>
        <source>remove_node_name names a node that the model does not have.</source>
        <translation>remove_node_name 指定了模型中不存在的节点。</translation>
    </message>
    <message>
        <source>A comma in remove_node_name.</source>
        <translation>remove_node_name 中含有逗号。</translation>
    </message>
    <message>
        <source>A type in remove_node_type that cannot be removed, or in the wrong case.</source>
        <translation>remove_node_type 中有不能移除或大小写错误的类型。</translation>
    </message>
    <message>
        <source>Softmax in remove_node_type before X5.</source>
        <translation>在 X5 之前的平台上，remove_node_type 中含有 Softmax。</translation>
    </message>
    <message>
        <source>Types in an order in which the inner ones stay.</source>
        <translation>类型的书写顺序会使内侧节点无法移除。</translation>
    </message>
    <message>
        <source>What the program on the board must do in place of removed nodes.</source>
        <translation>节点移除后须由板端程序代为完成的处理。</translation>
    </message>
    <message>
        <source>A node of remove_node_name that touches no input or output.</source>
        <translation>remove_node_name 中的节点不与任何输入或输出相连。</translation>
    </message>
    <message>
        <source>The log is of a run for another march.</source>
        <translation>日志来自针对另一种 march 的编译。</translation>
    </message>
    <message>
        <source>The config has changed since the run of the log; a warning where inputs are concerned.</source>
        <translation>生成该日志的编译之后，配置已有改动；涉及输入时为警告。</translation>
    </message>
    <message>
        <source>The first convolution saw hardly any range: samples were normalized twice.</source>
        <translation>首个卷积的输入数值范围几乎为零：样本被归一化了两次。</translation>
    </message>
    <message>
        <source>The first convolution saw pixels as they are: nothing was normalized.</source>
        <translation>首个卷积得到的是未经处理的像素：没有做任何归一化。</translation>
    </message>
    <message>
        <source>The preprocessing itself has a low similarity.</source>
        <translation>预处理节点本身的相似度偏低。</translation>
    </message>
    <message>
        <source>The samples in the log lie at the dark end: they were normalized already.</source>
        <translation>日志中的样本集中在偏暗的一端：样本已经归一化过。</translation>
    </message>
    <message>
        <source>An output with a similarity below 0.99; a warning below 0.8.</source>
        <translation>某个输出的相似度低于 0.99；低于 0.8 时为警告。</translation>
    </message>
    <message>
        <source>A node that was to be int16 stayed int8.</source>
        <translation>应为 int16 的节点仍为 int8。</translation>
    </message>
    <message>
        <source>The model ran in several pieces.</source>
        <translation>模型被分成多段运行。</translation>
    </message>
    <message>
        <source>The similarities are of a run without calibration.</source>
        <translation>相似度来自未经校准的编译。</translation>
    </message>
    <message>
        <source>The board file is for another march.</source>
        <translation>板端模型文件针对的是另一种 march。</translation>
    </message>
    <message>
        <source>The code in the board file is for another march than the file says.</source>
        <translation>板端模型文件中的代码所针对的 march 与文件标明的不同。</translation>
    </message>
    <message>
        <source>The board file takes other types, layouts or shapes than the config says.</source>
        <translation>板端模型文件的输入类型、排布或 shape 与配置不一致。</translation>
    </message>
    <message>
        <source>The board file normalizes in another way than the config says.</source>
        <translation>板端模型文件的归一化方式与配置不一致。</translation>
    </message>
    <message>
        <source>The board file was calibrated or compiled with other settings.</source>
        <translation>板端模型文件的校准或编译设置与配置不同。</translation>
    </message>
    <message>
        <source>The board file is not of the run that the log is of.</source>
        <translation>板端模型文件与日志不是来自同一次编译。</translation>
    </message>
    <message>
        <source>nv12 or yuv444 with an odd width or height.</source>
        <translation>nv12 或 yuv444 的宽或高为奇数。</translation>
    </message>
    <message>
        <source>input_batch out of range, with several inputs on X3 or RDK Ultra, or together with a batch in the shape.</source>
        <translation>input_batch 超出范围，或在 X3、RDK Ultra 上用于多输入模型，或与形状中的批大小同时使用。</translation>
    </message>
</context>
<context>
    <name>LoadedChain</name>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Opening the stages was cancelled.</source>
        <translation>打开各阶段的操作已取消。</translation>
    </message>
    <message>
        <source>Matching the stages</source>
        <translation>正在匹配各阶段</translation>
    </message>
    <message>
        <source>Matching the stages was cancelled.</source>
        <translation>匹配各阶段的操作已取消。</translation>
    </message>
</context>
<context>
    <name>LogFiles</name>
    <message>
        <source>The log “%1” cannot be read (%2); check its permissions.</source>
        <translation>日志“%1”无法读取（%2）；请检查其权限。</translation>
    </message>
</context>
<context>
    <name>LogProblems</name>
    <message>
        <source>log of the toolchain</source>
        <translation>工具链日志</translation>
    </message>
</context>
<context>
    <name>LogRules</name>
    <message>
        <source>The log is of a run for %1, but the config now says %2.</source>
        <translation>日志来自针对 %1 的编译，而配置现在写的是 %2。</translation>
    </message>
    <message>
        <source>What it says of nodes, similarity and speed does not hold for the other march. Convert again.</source>
        <translation>日志中关于节点、相似度和速度的内容不适用于另一种 march。请重新转换。</translation>
    </message>
    <message>
        <source>The config has changed since the run that the log is of: %1.</source>
        <translation>生成该日志的编译之后，配置已有改动：%1。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>The stages and the board file of that run were built from the former values. Convert again before comparing anything.</source>
        <translation>那次编译的各阶段和板端模型文件均按旧值构建。请先重新转换，再做任何比较。</translation>
    </message>
    <message>
        <source>The first convolution saw values up to %1 only (%2, line %3 of the log): the calibration data were probably normalised twice.</source>
        <translation>首个卷积的输入值最大仅为 %1（%2，日志第 %3 行）：校准数据可能被归一化了两次。</translation>
    </message>
    <message>
        <source>Normalised pictures reach about 1 or 2. Calibration files hold pixels of 0 to 255, and norm_type does the rest.</source>
        <translation>图片归一化后的最大值约为 1 或 2。校准文件应存放 0 到 255 的像素，其余由 norm_type 完成。</translation>
    </message>
    <message>
        <source>The first convolution saw values up to %1 (%2, line %3 of the log): nothing was normalised.</source>
        <translation>首个卷积的输入值最大达到 %1（%2，日志第 %3 行）：没有做任何归一化。</translation>
    </message>
    <message>
        <source>Networks are usually trained on values of about 1. If this one is, norm_type and its values are missing or were not applied.</source>
        <translation>网络通常以 1 左右的数值训练。如果此网络也是如此，则 norm_type 及其参数值缺失或没有生效。</translation>
    </message>
    <message>
        <source>The preprocessing itself loses accuracy: %1 has a similarity of %2 (line %3 of the log).</source>
        <translation>预处理本身就有精度损失：%1 的相似度为 %2（日志第 %3 行）。</translation>
    </message>
    <message>
        <source>In all published runs it is above 0.9997. Lower values come from mean_value, scale_value or calibration data that do not fit each other.</source>
        <translation>在所有公开的编译记录中，该值均高于 0.9997。偏低是由于 mean_value、scale_value 或校准数据彼此不符。</translation>
    </message>
    <message>
        <source>The calibration samples of “%1” lie between %2 and %3 in the log (line %4), that is %5 to %6 before the toolchain takes off 128: they were normalised already.</source>
        <translation>日志中“%1”的校准样本位于 %2 到 %3 之间（第 %4 行），即工具链减去 128 之前为 %5 到 %6：样本已经归一化过。</translation>
    </message>
    <message>
        <source>Calibration files hold pixels of 0 to 255, which show as -128 to 127 there; the model normalises them itself.</source>
        <translation>校准文件应存放 0 到 255 的像素，在日志中显示为 -128 到 127；归一化由模型自己完成。</translation>
    </message>
    <message>
        <source>Quantization has cost accuracy: the output %1 has a similarity of %2 and differs by %3 at the most.</source>
        <translation>量化造成了精度损失：输出 %1 的相似度为 %2，最大差值为 %3。</translation>
    </message>
    <message>
        <source>The maker calls 0.99 normal and less than 0.8 a clear loss. Where nearly all of an output is zero, the distances tell more than the similarity.</source>
        <translation>厂商认为 0.99 属于正常，低于 0.8 则为明显损失。如果输出几乎全为零，距离比相似度更能说明问题。</translation>
    </message>
    <message>
        <source>%1 stayed int8 in the run that the log is of.</source>
        <translation>在生成该日志的编译中，%1 仍为 int8。</translation>
    </message>
    <message>
        <source>A request for int16 that the BPU cannot honour is dropped with no more than a line in the log.</source>
        <translation>BPU 无法满足的 int16 请求会被忽略，仅在日志中留下一行。</translation>
    </message>
    <message>
        <source>The model runs in %1 pieces on the BPU, with %2 nodes on the CPU between or around them: %3.</source>
        <translation>模型在 BPU 上分成 %1 段运行，段间或首尾有 %2 个节点在 CPU 上运行：%3。</translation>
    </message>
    <message>
        <source>Each change of place costs time for converting and copying.</source>
        <translation>每次在 BPU 与 CPU 之间切换，都要花费时间做转换和拷贝。</translation>
    </message>
    <message>
        <source>The similarities in the log mean nothing: the run was not calibrated.</source>
        <translation>日志中的相似度没有意义：该次编译未经校准。</translation>
    </message>
    <message>
        <source>The checker, fast-perf and calibration_type skip use random data.</source>
        <translation>checker、fast-perf 和 calibration_type skip 使用的是随机数据。</translation>
    </message>
</context>
<context>
    <name>MarchRules</name>
    <message>
        <source>%1 does not exist on %2.</source>
        <translation>%2 上没有 %1。</translation>
    </message>
    <message>
        <source>It is for %1 only.</source>
        <translation>它仅用于 %1。</translation>
    </message>
    <message>
        <source>%1 is out of date on %2; use model_parameters.node_info.</source>
        <translation>%1 在 %2 上已过时；请使用 model_parameters.node_info。</translation>
    </message>
    <message>
        <source>Since node_info holds both where a node runs and its integers, the older keys are kept for old configs only.</source>
        <translation>node_info 已同时包含节点的运行位置和整数类型，旧参数只为兼容旧配置而保留。</translation>
    </message>
</context>
<context>
    <name>MatchText</name>
    <message>
        <source>you said so</source>
        <translation>由你指定</translation>
    </message>
    <message>
        <source>%1 (%2 % sure)</source>
        <translation>%1（可信度 %2%）</translation>
    </message>
    <message numerus="yes">
        <source>%1 … (%n nodes)</source>
        <translation>
            <numerusform>%1 …（共 %n 个节点）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>打开最近使用的文件(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Stages Side by Side</source>
        <translation>并排显示阶段(&amp;S)</translation>
    </message>
    <message>
        <source>Book&amp;marks</source>
        <translation>书签(&amp;M)</translation>
    </message>
</context>
<context>
    <name>MessageFile</name>
    <message>
        <source>There is no description of the tools&apos; messages in the language “%1”.</source>
        <translation>没有语言“%1”的工具消息说明。</translation>
    </message>
    <message>
        <source>The built-in description %1 cannot be read: %2.</source>
        <translation>无法读取内置说明 %1：%2。</translation>
    </message>
    <message>
        <source>The built-in message “%1” %2.</source>
        <translation>内置消息“%1”%2。</translation>
    </message>
    <message>
        <source>has no id or no anchor</source>
        <translation>没有 id 或 anchor</translation>
    </message>
    <message>
        <source>has a pattern that is none: %1</source>
        <translation>的模式无效：%1</translation>
    </message>
    <message>
        <source>has no severity</source>
        <translation>没有严重程度</translation>
    </message>
    <message>
        <source>cites “%1”, which is no source</source>
        <translation>引用了“%1”，而它不是来源</translation>
    </message>
    <message>
        <source>is there twice</source>
        <translation>出现了两次</translation>
    </message>
</context>
<context>
    <name>ModelFacts</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 及另外 %2 个</translation>
    </message>
</context>
<context>
    <name>ModelIdentity</name>
    <message>
        <source>The .bin was built with %1 %2, the config says %3.</source>
        <translation>该 .bin 是以 %1 %2 构建的，而配置写的是 %3。</translation>
    </message>
</context>
<context>
    <name>ModelInfo</name>
    <message>
        <source>The text holds no model description of hrt_model_exec (it ends with “%1”); check that the file is a board model of this board&apos;s kind.</source>
        <translation>文本中没有 hrt_model_exec 的模型描述（结尾为“%1”）；请确认该文件是适用于此开发板的板端模型。</translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>HBDK runtime</source>
        <translation>HBDK 运行时</translation>
    </message>
    <message>
        <source>scale %1</source>
        <translation>scale %1</translation>
    </message>
    <message>
        <source>Input %1</source>
        <translation>输入 %1</translation>
    </message>
    <message>
        <source>Output %1</source>
        <translation>输出 %1</translation>
    </message>
    <message>
        <source>Nodes of the file</source>
        <translation>文件中的节点</translation>
    </message>
    <message>
        <source>BPU subgraph</source>
        <translation>BPU 子图</translation>
    </message>
    <message>
        <source>CPU %1</source>
        <translation>CPU %1</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>scale</translation>
    </message>
    <message>
        <source>Nodes that were taken out</source>
        <translation>已去除的节点</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Caused by</source>
        <translation>起因</translation>
    </message>
    <message>
        <source>You compute</source>
        <translation>须自行计算</translation>
    </message>
    <message>
        <source>%1 * scale %2</source>
        <translation>%1 * scale %2</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>%1 is now %2</source>
        <translation>%1 现为 %2</translation>
    </message>
    <message>
        <source>Build configuration</source>
        <translation>构建配置</translation>
    </message>
    <message>
        <source>March</source>
        <translation>March</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1，由 %2 转换</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>生成工具</translation>
    </message>
    <message>
        <source>Operator sets</source>
        <translation>算子集</translation>
    </message>
    <message>
        <source>Node table of the log</source>
        <translation>日志中的节点表</translation>
    </message>
    <message>
        <source>Report of a subgraph</source>
        <translation>子图报告</translation>
    </message>
    <message>
        <source>Drawing by hb_perf</source>
        <translation>hb_perf 绘制的图</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Reports of the toolchain</source>
        <translation>工具链的报告</translation>
    </message>
    <message>
        <source>%1 of %2 rows found their node in %3</source>
        <translation>%2 行中有 %1 行在%3阶段中找到了对应节点</translation>
    </message>
    <message>
        <source>%1 µs, %2 frames a second, %3 bytes a frame (estimated)</source>
        <translation>%1 µs，每秒 %2 帧，每帧 %3 字节（估计值）</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>In subgraphs and functions</source>
        <translation>子图和函数中</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未展开</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message numerus="yes">
        <source>%n stages</source>
        <translation>
            <numerusform>%n 个阶段</numerusform>
        </translation>
    </message>
    <message>
        <source>Profile of the board</source>
        <translation>板端性能统计</translation>
    </message>
</context>
<context>
    <name>ModelRules</name>
    <message>
        <source>The model %1 does not exist here.</source>
        <translation>模型 %1 在本机上不存在。</translation>
    </message>
    <message>
        <source>Paths start at the folder of the config.</source>
        <translation>路径以配置文件所在文件夹为起点。</translation>
    </message>
    <message>
        <source>The model has no input “%1”; it has %2.</source>
        <translation>模型没有输入“%1”；它的输入是 %2。</translation>
    </message>
    <message>
        <source>The toolchain stops with “wrong input name”.</source>
        <translation>工具链会以“wrong input name”报错停止。</translation>
    </message>
    <message>
        <source>The model has %1 inputs and the config describes %2.</source>
        <translation>模型有 %1 个输入，而配置描述了 %2 个。</translation>
    </message>
    <message>
        <source>Each input needs a value in every list, joined by semicolons.</source>
        <translation>每个列表都要为每个输入给出一个值，以分号分隔。</translation>
    </message>
    <message>
        <source>input_shape %1 overrides the model&apos;s own shape %2.</source>
        <translation>input_shape %1 覆盖了模型自身的 shape %2。</translation>
    </message>
    <message>
        <source>The toolchain takes the shape of the config; a model exported with a fixed shape usually breaks.</source>
        <translation>工具链以配置中的 shape 为准；以固定 shape 导出的模型通常会因此出错。</translation>
    </message>
    <message>
        <source>%1 has the shape %2, which is %3, not %4.</source>
        <translation>%1的 shape 为 %2，即 %3，而不是 %4。</translation>
    </message>
    <message>
        <source>The %1 channels of the training type stand in the other place.</source>
        <translation>训练类型的 %1 个通道位于另一个轴上。</translation>
    </message>
    <message>
        <source>The name of the output says %1, which no input is fed.</source>
        <translation>输出名称中含有 %1，但没有输入使用它。</translation>
    </message>
    <message>
        <source>The name was probably copied from another config and will mislead whoever writes the program for the board.</source>
        <translation>该名称可能是从其他配置复制来的，会误导编写板端程序的人。</translation>
    </message>
    <message>
        <source>The toolchain cannot convert what it cannot read.</source>
        <translation>工具链无法转换它读不了的模型。</translation>
    </message>
</context>
<context>
    <name>NamingRules</name>
    <message>
        <source>“%1” says %2, but the model that will be converted is “%3”.</source>
        <translation>“%1”标明的是 %2，但要转换的模型是“%3”。</translation>
    </message>
    <message>
        <source>The config was probably copied from that of another size of the network. A published config for the atto size converts the femto model in this way.</source>
        <translation>该配置可能是从同一网络另一规格的配置复制来的。有一份公开的 atto 规格配置，就这样转换了 femto 模型。</translation>
    </message>
    <message>
        <source>“%1” says %2, but the model is compiled for %3.</source>
        <translation>“%1”标明的是 %2，但模型是为 %3 编译的。</translation>
    </message>
    <message>
        <source>Either the march or the name was copied from another config. A board refuses models of another march.</source>
        <translation>march 或名称是从其他配置复制来的。开发板会拒绝其他 march 的模型。</translation>
    </message>
    <message>
        <source>The name of the output says %1, but the input is %2.</source>
        <translation>输出的名称标明的是 %1，但输入为 %2。</translation>
    </message>
    <message>
        <source>The name was probably copied from another config and will mislead whoever writes the program for the board.</source>
        <translation>该名称可能是从其他配置复制来的，会误导编写板端程序的人。</translation>
    </message>
    <message>
        <source>“%1” is no good beginning of a file name.</source>
        <translation>“%1”不适合作为文件名前缀。</translation>
    </message>
    <message>
        <source>All files of the conversion, and the model inside the board file, are named so; folders belong into working_dir.</source>
        <translation>转换生成的所有文件以及板端模型文件中的模型都以此命名；文件夹应写在 working_dir 中。</translation>
    </message>
    <message>
        <source>The next conversion will take its own results for calibration samples.</source>
        <translation>下一次转换会把自己的生成结果当作校准样本。</translation>
    </message>
    <message>
        <source>working_dir and cal_data_dir are the same folder, and every file in the latter is read as a sample.</source>
        <translation>working_dir 和 cal_data_dir 是同一个文件夹，而后者中的每个文件都会作为样本读取。</translation>
    </message>
</context>
<context>
    <name>NodeNameRules</name>
    <message>
        <source>node_info does not know “%1: %2”.</source>
        <translation>node_info 不认识“%1: %2”。</translation>
    </message>
    <message>
        <source>A node has ON (BPU or CPU), InputType or InputType0 and so on, and one OutputType for all of its outputs; types are int8 and int16.</source>
        <translation>每个节点可设置 ON（BPU 或 CPU）、InputType 或 InputType0 等，以及一个适用于其所有输出的 OutputType；类型为 int8 和 int16。</translation>
    </message>
    <message>
        <source>The toolchain will stop: the model has no node %1.</source>
        <translation>工具链会停止：模型中没有节点 %1。</translation>
    </message>
    <message>
        <source>output_nodes takes the names of nodes, not those of tensors, and replaces the model&apos;s own outputs.</source>
        <translation>output_nodes 应填写节点名而不是张量名，并会取代模型原有的输出。</translation>
    </message>
    <message>
        <source>The model has no node %1, so it stays where it was.</source>
        <translation>模型中没有节点 %1，因此该设置不会改变任何节点的运行位置。</translation>
    </message>
    <message>
        <source>Names are compared letter by letter with those of the model&apos;s nodes.</source>
        <translation>该名称会与模型的节点名逐字符比较。</translation>
    </message>
    <message>
        <source>The model has no node %1, so nothing changes for it.</source>
        <translation>模型中没有节点 %1，因此该设置不起作用。</translation>
    </message>
    <message>
        <source>%1 is asked onto the CPU and onto the BPU.</source>
        <translation>%1 被同时指定到 CPU 和 BPU 上运行。</translation>
    </message>
    <message>
        <source>A node runs in one place. Which of the two keys wins is not documented.</source>
        <translation>一个节点只能在一处运行。这两个参数中哪一个优先，文档没有说明。</translation>
    </message>
    <message>
        <source>Moving %1 nodes to the CPU will make the board model much slower.</source>
        <translation>将 %1 个节点移到 CPU 会使板端模型慢很多。</translation>
    </message>
    <message>
        <source>Each one is enclosed by conversions between integers and floating point, which may even cost accuracy. The manual advises one or two nodes at the end of the model.</source>
        <translation>每个这样的节点前后都会有整数与浮点之间的转换，甚至可能损失精度。手册建议只移动模型末尾的一两个节点。</translation>
    </message>
    <message>
        <source>No node %1 will be removed: the model has none.</source>
        <translation>不会移除节点 %1：模型中没有该节点。</translation>
    </message>
    <message>
        <source>Names are compared letter by letter, with the model&apos;s nodes and with those that the toolchain adds at its inputs and outputs.</source>
        <translation>该名称会与模型的节点名以及工具链在输入输出处添加的节点名逐字符比较。</translation>
    </message>
    <message>
        <source>The names of remove_node_name will probably not be found: one holds a comma.</source>
        <translation>remove_node_name 中的名称很可能找不到：其中一个含有逗号。</translation>
    </message>
    <message>
        <source>Names are separated by semicolons. Nodes whose own names hold a comma or a semicolon cannot be named here; rename them in the model.</source>
        <translation>名称之间以分号分隔。名称本身含有逗号或分号的节点无法在此指定；请在模型中将其重命名。</translation>
    </message>
</context>
<context>
    <name>NodePage</name>
    <message>
        <source>%1: %2 (default)</source>
        <translation>%1：%2（默认）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Caused by</source>
        <translation>起因</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Why it is here</source>
        <translation>为何在此</translation>
    </message>
    <message>
        <source>Computes</source>
        <translation>计算内容</translation>
    </message>
    <message>
        <source>The board feeds</source>
        <translation>板端须送入</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>Be rid of it</source>
        <translation>如何去除</translation>
    </message>
    <message>
        <source>Quantized model against the board</source>
        <translation>量化模型与板端对比</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦相似度</translation>
    </message>
    <message>
        <source>Pearson</source>
        <translation>Pearson</translation>
    </message>
    <message>
        <source>Same values</source>
        <translation>值相同</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>Slope, intercept</source>
        <translation>斜率、截距</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>(omitted)</source>
        <translation>（省略）</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Became</source>
        <translation>变为</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>运行于</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>生成节点</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用节点</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
</context>
<context>
    <name>NodeRemovalRules</name>
    <message>
        <source>No node of the type %1 will be removed.</source>
        <translation>不会移除任何 %1 类型的节点。</translation>
    </message>
    <message>
        <source>The types that can be removed are %1, separated by semicolons.</source>
        <translation>可以移除的类型为 %1，以分号分隔。</translation>
    </message>
    <message>
        <source>Softmax cannot be removed on %1.</source>
        <translation>在 %1 上不能移除 Softmax。</translation>
    </message>
    <message>
        <source>Only the tools for bayes-e list it among the types that can be removed.</source>
        <translation>只有 bayes-e 的工具将其列为可移除的类型。</translation>
    </message>
    <message>
        <source>A %1 that lies inside of a %2 will stay.</source>
        <translation>位于 %2 内侧的 %1 不会被移除。</translation>
    </message>
    <message>
        <source>Types are taken in the order written, and only nodes that touch an input or output at that moment go. Write the outer type first.</source>
        <translation>类型按书写顺序依次处理，且只移除当时与输入或输出直接相连的节点。请先写外侧的类型。</translation>
    </message>
    <message>
        <source>quantize feature maps that it feeds</source>
        <translation>对送入的 featuremap 做量化</translation>
    </message>
    <message>
        <source>multiply integer outputs by their scales, one a channel behind a convolution</source>
        <translation>将整数输出乘以其 scale，卷积之后为每个通道一个 scale</translation>
    </message>
    <message>
        <source>take the layout that the transposes would have changed</source>
        <translation>采用未经 transpose 变换的排布</translation>
    </message>
    <message>
        <source>calculate the softmax</source>
        <translation>计算 softmax</translation>
    </message>
    <message>
        <source>The program on the board must do what the removed nodes did: %1.</source>
        <translation>板端程序必须完成被移除节点原来的处理：%1。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>The outputs of the quantized model and of the board then differ by more than rounding, and the toolchain&apos;s own verifier may stop working.</source>
        <translation>此时量化模型与板端输出的差异会大于舍入误差，工具链自带的 verifier 也可能无法使用。</translation>
    </message>
    <message>
        <source>%1 will not be removed: it touches no input or output.</source>
        <translation>%1 不会被移除：它不与任何输入或输出直接相连。</translation>
    </message>
    <message>
        <source>Names are taken in the order written, and only nodes at the border of what is left can go.</source>
        <translation>名称按书写顺序依次处理，且只有位于剩余部分边缘的节点才能移除。</translation>
    </message>
</context>
<context>
    <name>NormRules</name>
    <message>
        <source>norm_type asks for %1, which is not given for %2.</source>
        <translation>norm_type 需要 %1，但没有为%2给出。</translation>
    </message>
    <message>
        <source>The model would be fed values that it was not trained on, or the toolchain refuses the config.</source>
        <translation>送入模型的值将与训练时不同，或者工具链会拒绝该配置。</translation>
    </message>
    <message>
        <source>mean_value and scale_value are not applied, because norm_type is missing.</source>
        <translation>mean_value 和 scale_value 不会生效，因为缺少 norm_type。</translation>
    </message>
    <message>
        <source>norm_type decides what is computed; without it the toolchain does no preprocessing, or refuses the config on X3.</source>
        <translation>计算内容由 norm_type 决定；没有它工具链不做预处理，在 X3 上则会拒绝该配置。</translation>
    </message>
    <message>
        <source>%1 is not used for %2, whose norm_type is %3.</source>
        <translation>%1 对%2不起作用，其 norm_type 为 %3。</translation>
    </message>
    <message>
        <source>Only the values that norm_type names are applied. If they belong to the model, norm_type is wrong; if not, they mislead the reader.</source>
        <translation>只有 norm_type 指明的值才会生效。如果模型需要这些值，则 norm_type 有误；如果不需要，它们会误导读者。</translation>
    </message>
    <message>
        <source>%1 has %2 numbers for the %3 channels of %4.</source>
        <translation>%1 有 %2 个数值，而%4有 %3 个通道。</translation>
    </message>
    <message>
        <source>Give one number for all channels, or one for each.</source>
        <translation>请为所有通道给出一个数值，或为每个通道各给出一个。</translation>
    </message>
    <message>
        <source>Numbers of one input are separated by spaces; semicolons separate inputs.</source>
        <translation>同一输入的数值以空格分隔；分号用于分隔不同输入。</translation>
    </message>
    <message>
        <source>“%1” is not a list of numbers.</source>
        <translation>“%1”不是数值列表。</translation>
    </message>
    <message>
        <source>The toolchain may misread “%1”.</source>
        <translation>工具链可能会误读“%1”。</translation>
    </message>
    <message>
        <source>The values of %1 will be normalised, although it is a feature map.</source>
        <translation>%1的值会被归一化，尽管它是 featuremap。</translation>
    </message>
    <message>
        <source>Feature maps are fed as the model takes them. A norm_type here is usually left over from a build for pictures, and the data are then normalised twice. On bayes-e it is refused for inputs without four axes.</source>
        <translation>featuremap 应按模型所需直接送入。此处的 norm_type 通常是从图片输入的配置中遗留下来的，会使数据被归一化两次。在 bayes-e 上，非四维输入使用它会被拒绝。</translation>
    </message>
</context>
<context>
    <name>NormUnitRules</name>
    <message>
        <source>Pixels of %1 are multiplied by %2: that looks like a standard deviation, or lacks the division by 255.</source>
        <translation>%1的像素会乘以 %2：这看起来像是标准差，或者漏了除以 255。</translation>
    </message>
    <message>
        <source>scale_value is a factor for pixels of 0 to 255, not a divisor: for (x/255 - m)/s in training write 1/(255·s).</source>
        <translation>scale_value 是 0 到 255 像素值的乘数，而不是除数：训练时若为 (x/255 - m)/s，应写 1/(255·s)。</translation>
    </message>
    <message>
        <source>The mean of %1 is given in units of 0 to 1, but pixels are 0 to 255.</source>
        <translation>%1的均值按 0 到 1 给出，但像素为 0 到 255。</translation>
    </message>
    <message>
        <source>mean_value is subtracted from raw pixels, so almost nothing is subtracted. Write 255 times the mean of the training code.</source>
        <translation>mean_value 是从原始像素中减去的，因此现在几乎没有减去什么。请写成训练代码中均值的 255 倍。</translation>
    </message>
    <message>
        <source>The scale of %1 is 1/255 cut short.</source>
        <translation>%1的 scale 是截短的 1/255。</translation>
    </message>
    <message>
        <source>All values become a little too small or too large, which adds to the loss from quantization.</source>
        <translation>所有值都会略微偏小或偏大，加重量化损失。</translation>
    </message>
    <message>
        <source>White pixels of %1 become no more than %2.</source>
        <translation>%1的白色像素最大只能变为 %2。</translation>
    </message>
    <message>
        <source>The scale looks divided by 255 twice; networks expect values of about 1. For (x/255 - m)/s in training write 1/(255·s).</source>
        <translation>该 scale 似乎除了两次 255；网络需要的是 1 左右的数值。训练时若为 (x/255 - m)/s，应写 1/(255·s)。</translation>
    </message>
    <message>
        <source>A scale of 0 or less wipes out or inverts a channel of %1.</source>
        <translation>小于或等于 0 的 scale 会使%1的某个通道清零或反相。</translation>
    </message>
    <message>
        <source>scale_value is what each pixel is multiplied by, 1/(255·s) for a standard deviation s in units of 0 to 1.</source>
        <translation>scale_value 是每个像素所乘的系数；若标准差 s 按 0 到 1 给出，则应为 1/(255·s)。</translation>
    </message>
    <message>
        <source>The mean of %1 is larger than any pixel.</source>
        <translation>%1的均值大于任何像素值。</translation>
    </message>
    <message>
        <source>Pixels are 0 to 255 and their mean lies between; perhaps it was multiplied by 255 although it was in pixels already.</source>
        <translation>像素为 0 到 255，均值也在此范围内；也许均值原本就按像素值给出，却又乘了一次 255。</translation>
    </message>
    <message>
        <source>%1 of %2 looks like ImageNet&apos;s with red and blue exchanged.</source>
        <translation>%2的 %1 看起来是红蓝互换的 ImageNet 参数值。</translation>
    </message>
    <message>
        <source>The values follow the order of input_type_train, which is %1. Copied from a config for the other order they shift red and blue.</source>
        <translation>各数值按 input_type_train 的通道顺序排列，即 %1。从另一种顺序的配置复制来的数值会使红、蓝通道产生偏移。</translation>
    </message>
</context>
<context>
    <name>Npy</name>
    <message>
        <source>“%1” is not a readable .npy file: %2</source>
        <translation>“%1”不是可读取的 .npy 文件：%2</translation>
    </message>
    <message>
        <source>it does not begin with the signature of numpy; save it with numpy.save().</source>
        <translation>开头没有 numpy 签名；请用 numpy.save() 保存。</translation>
    </message>
    <message>
        <source>it ends inside its header; copy or save it again.</source>
        <translation>文件在头部中断；请重新复制或保存。</translation>
    </message>
    <message>
        <source>its format version %1 is unknown.</source>
        <translation>格式版本 %1 未知。</translation>
    </message>
    <message>
        <source>“%1” is not the size of an axis.</source>
        <translation>“%1”不是有效的轴长度。</translation>
    </message>
    <message>
        <source>its shape %1 is impossibly large.</source>
        <translation>shape %1 过大，不可能成立。</translation>
    </message>
    <message>
        <source>its header has no shape or no element order.</source>
        <translation>头部缺少 shape 或元素顺序。</translation>
    </message>
    <message>
        <source>“%1” holds elements of a type that is no plain number; save it as float32 or as an integer type.</source>
        <translation>“%1”的元素类型不是普通数值；请保存为 float32 或整数类型。</translation>
    </message>
    <message>
        <source>its shape %1 needs %2 elements but only %3 bytes follow; copy or save it again.</source>
        <translation>shape %1 需要 %2 个元素，但后面只有 %3 字节；请重新复制或保存。</translation>
    </message>
</context>
<context>
    <name>Npz</name>
    <message>
        <source>“%1” is there more than once; the last one was taken.</source>
        <translation>“%1”出现了多次；已采用最后一个。</translation>
    </message>
    <message>
        <source>“%1” unpacks to more than %2 MB; unpack it and choose the arrays that matter.</source>
        <translation>“%1”解压后超过 %2 MB；请先解压，再选择所需的数组。</translation>
    </message>
    <message>
        <source>“%1” is an archive without a single array.</source>
        <translation>“%1”是压缩包，但其中没有任何数组。</translation>
    </message>
</context>
<context>
    <name>ObjectReader</name>
    <message>
        <source>“%1” of %2 must be a text.</source>
        <translation>%2的“%1”必须是文本。</translation>
    </message>
    <message>
        <source>“%1” of %2 must be true or false.</source>
        <translation>%2的“%1”必须是 true 或 false。</translation>
    </message>
    <message>
        <source>“%1” of %2 must be a whole number.</source>
        <translation>%2的“%1”必须是整数。</translation>
    </message>
    <message>
        <source>“%1” of %2 must be a list of texts.</source>
        <translation>%2的“%1”必须是文本列表。</translation>
    </message>
    <message>
        <source>“%1” of %2 must be a list.</source>
        <translation>%2的“%1”必须是列表。</translation>
    </message>
    <message>
        <source>“%1” of %2 must be an object.</source>
        <translation>%2的“%1”必须是对象。</translation>
    </message>
    <message>
        <source>%1 has “%2”, which is not known; take it out or correct its spelling.</source>
        <translation>%1中有无法识别的“%2”；请将其删除或更正拼写。</translation>
    </message>
    <message>
        <source>“%1” of %2 must hold texts alone.</source>
        <translation>%2的“%1”只能包含文本。</translation>
    </message>
</context>
<context>
    <name>OnnxLibrary</name>
    <message>
        <source>The bytes are not an ONNX model.</source>
        <translation>这些字节不是 ONNX 模型。</translation>
    </message>
    <message>
        <source>The model breaks the rules of ONNX: %1</source>
        <translation>该模型不符合 ONNX 规范：%1</translation>
    </message>
    <message>
        <source>The model cannot be converted from opset %1 to %2: %3</source>
        <translation>该模型无法从 opset %1 转换到 %2：%3</translation>
    </message>
</context>
<context>
    <name>OnnxReader</name>
    <message>
        <source>The file “%1” is empty; export or copy the model again.</source>
        <translation>文件“%1”为空；请重新导出或复制模型。</translation>
    </message>
    <message>
        <source>“%1” is a web page or XML file, not an ONNX model; perhaps a download gave the page in place of the file.</source>
        <translation>“%1”是网页或 XML 文件，不是 ONNX 模型；可能下载到的是网页而不是文件本身。</translation>
    </message>
    <message>
        <source>“%1” is a pointer of Git LFS, not the model itself; fetch it with “git lfs pull”.</source>
        <translation>“%1”是 Git LFS 指针，不是模型本身；请用“git lfs pull”获取。</translation>
    </message>
    <message>
        <source>“%1” is a text file, not an ONNX model; choose the .onnx file.</source>
        <translation>“%1”是文本文件，不是 ONNX 模型；请选择 .onnx 文件。</translation>
    </message>
    <message>
        <source>“%1” is not an ONNX model or its end is missing; export or copy it again.</source>
        <translation>“%1”不是 ONNX 模型或不完整；请重新导出或复制。</translation>
    </message>
    <message>
        <source>“%1” holds a graph without operators and outputs; export it again.</source>
        <translation>“%1”中的图没有算子和输出；请重新导出。</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>读取已停止。</translation>
    </message>
    <message>
        <source>“%1” is larger than the 2 GB that an ONNX file may have, not counting its weights; export it again.</source>
        <translation>“%1”超过了 ONNX 文件 2 GB 的上限（不计权重）；请重新导出。</translation>
    </message>
</context>
<context>
    <name>OnnxRuntimeLoader</name>
    <message>
        <source>“%1” is not a library of ONNX Runtime</source>
        <translation>“%1”不是 ONNX Runtime 库</translation>
    </message>
    <message>
        <source>version %1 is too old</source>
        <translation>版本 %1 过旧</translation>
    </message>
</context>
<context>
    <name>OnnxRuntimeLookup</name>
    <message>
        <source>ONNX Runtime, which runs the ONNX models, is not available (%1); run scripts/setup in the source tree and build again, or set ONNXRUNTIME_ROOT when configuring, or DRIFTSCOPE_ONNXRUNTIME to its libonnxruntime.so.</source>
        <translation>运行 ONNX 模型所需的 ONNX Runtime 不可用（%1）；请在源码目录运行 scripts/setup 后重新构建，或在配置构建时设置 ONNXRUNTIME_ROOT，或将 DRIFTSCOPE_ONNXRUNTIME 指向其 libonnxruntime.so。</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot be loaded from “%1” (%2); run scripts/setup in the source tree, which fetches it, or set DRIFTSCOPE_ONNXRUNTIME to a libonnxruntime.so of version 1.11 or later.</source>
        <translation>无法从“%1”加载 ONNX Runtime（%2）；请在源码目录运行 scripts/setup 获取，或将 DRIFTSCOPE_ONNXRUNTIME 设为 1.11 或更高版本的 libonnxruntime.so。</translation>
    </message>
</context>
<context>
    <name>OnnxTensor</name>
    <message>
        <source>“%1” is damaged: the tensor “%2” has the impossible shape %3.</source>
        <translation>“%1”已损坏：张量“%2”的 shape %3 不可能成立。</translation>
    </message>
    <message>
        <source>“%1” is damaged: the tensor “%2” of shape %3 and type %4 needs %5 bytes but has %6; export or copy the model again.</source>
        <translation>“%1”已损坏：shape 为 %3、类型为 %4 的张量“%2”需要 %5 字节，却只有 %6 字节；请重新导出或复制模型。</translation>
    </message>
</context>
<context>
    <name>OnnxWriter</name>
    <message>
        <source>The model needs %1 bytes, more than the 2 GB that an ONNX file may have.</source>
        <translation>该模型需要 %1 字节，超过了 ONNX 文件 2 GB 的上限。</translation>
    </message>
    <message>
        <source>The model could not be serialized.</source>
        <translation>该模型无法序列化。</translation>
    </message>
    <message>
        <source>The attribute “%1” has a kind of value that cannot be written.</source>
        <translation>属性“%1”的值属于无法写入的种类。</translation>
    </message>
</context>
<context>
    <name>OperatorRules</name>
    <message>
        <source>Nodes in the middle of the model that will run on the CPU and split it: %1 (%2).</source>
        <translation>模型中间将在 CPU 上运行并把模型拆分的节点：%1 个（%2）。</translation>
    </message>
    <message>
        <source>The BPU has no %1 here. Before and behind each such node the data are converted and copied; replacing it in the model saves time.</source>
        <translation>此处 BPU 不支持 %1。每个这样的节点前后都要对数据做转换和拷贝；在模型中替换掉它可以节省时间。</translation>
    </message>
    <message>
        <source>Softmax nodes that will run on the CPU: %1, of them %2 in the middle of the model (%3).</source>
        <translation>将在 CPU 上运行的 Softmax 节点：%1 个，其中 %2 个位于模型中间（%3）。</translation>
    </message>
    <message>
        <source>Softmax runs on the CPU unless it is asked for on the BPU, which is possible for %1 of them: on X3 with four axes, axis 1 and as an output of the model, elsewhere with four axes and the last axis.</source>
        <translation>除非指定在 BPU 上运行，Softmax 都在 CPU 上运行；其中 %1 个可以指定到 BPU：在 X3 上须为四维、axis 为 1 且是模型的输出，在其他平台上须为四维且 axis 为最后一个轴。</translation>
    </message>
    <message>
        <source>ArgMax nodes that will run on the CPU: %1 (%2).</source>
        <translation>将在 CPU 上运行的 ArgMax 节点：%1 个（%2）。</translation>
    </message>
    <message>
        <source>The BPU takes ArgMax with four axes, over axis 1, of 64 channels at the most.</source>
        <translation>BPU 只支持四维输入、沿轴 1、通道数不超过 64 的 ArgMax。</translation>
    </message>
    <message>
        <source>ReduceMean nodes that will run on the CPU: %1 (%2).</source>
        <translation>将在 CPU 上运行的 ReduceMean 节点：%1 个（%2）。</translation>
    </message>
    <message>
        <source>The BPU of X3 takes the mean over height and width of four axes only.</source>
        <translation>X3 的 BPU 只支持对四维张量的高和宽求均值。</translation>
    </message>
    <message>
        <source>The BPU takes the mean over height and width, or over one axis that is kept.</source>
        <translation>BPU 支持对高和宽求均值，或对保留维度的单个轴求均值。</translation>
    </message>
    <message>
        <source>Pow nodes that will run on the CPU: %1 (%2).</source>
        <translation>将在 CPU 上运行的 Pow 节点：%1 个（%2）。</translation>
    </message>
    <message>
        <source>The BPU raises to one exponent for all elements only.</source>
        <translation>BPU 只支持所有元素使用同一个指数。</translation>
    </message>
    <message>
        <source>X3 cannot run the model: neither its BPU nor its CPU has GridSample (%1).</source>
        <translation>X3 无法运行该模型：其 BPU 和 CPU 都没有 GridSample（%1）。</translation>
    </message>
    <message>
        <source>GridSample must fit the BPU, because the CPU has none: %1.</source>
        <translation>GridSample 必须满足 BPU 的限制，因为 CPU 上没有该算子：%1。</translation>
    </message>
    <message>
        <source>GridSample came with opset 16. It converts only when exported by the toolchain&apos;s own export_onnx, and its size and modes are limited.</source>
        <translation>GridSample 自 opset 16 才引入。只有用工具链自带的 export_onnx 导出时才能转换，且其大小和模式有限制。</translation>
    </message>
    <message>
        <source>Activations at the end of the model that may run on the CPU: %1 (%2).</source>
        <translation>模型末尾可能在 CPU 上运行的激活函数：%1 个（%2）。</translation>
    </message>
    <message>
        <source>The last convolution gives int32 in high precision and is not fused with what follows. That costs little and is no error.</source>
        <translation>最后一个卷积以高精度输出 int32，不会与其后的算子融合。这样开销很小，也不是错误。</translation>
    </message>
    <message>
        <source>Nodes that only move data and will stay on the CPU: %1 (%2).</source>
        <translation>只搬运数据且会留在 CPU 上的节点：%1 个（%2）。</translation>
    </message>
    <message>
        <source>Reshape, Transpose, Concat and Split go to the BPU only when their neighbours on both sides run there; here one of them does not.</source>
        <translation>只有前后相邻的节点都在 BPU 上运行时，Reshape、Transpose、Concat 和 Split 才会放到 BPU 上；此处有一侧不在 BPU 上。</translation>
    </message>
</context>
<context>
    <name>OptimizationRules</name>
    <message>
        <source>The toolchain does not know “%1” and ignores or refuses it.</source>
        <translation>工具链不认识“%1”，会将其忽略或拒绝。</translation>
    </message>
    <message>
        <source>Items are separated by commas and read letter by letter: %1, and set_TYPE_input_int8 and the like with the type of an operator as ONNX writes it.</source>
        <translation>各项以逗号分隔，须逐字符匹配：%1，以及 set_TYPE_input_int8 等，其中 TYPE 为 ONNX 中所写的算子类型。</translation>
    </message>
    <message>
        <source>%1 has no effect on %2, or is refused.</source>
        <translation>%1 在 %2 上不起作用，或会被拒绝。</translation>
    </message>
    <message>
        <source>X3 knows set_model_output_int8 only; it has no int16.</source>
        <translation>X3 只支持 set_model_output_int8，没有 int16。</translation>
    </message>
    <message>
        <source>bayes knows set_model_output_int8 and set_model_output_int16 only.</source>
        <translation>bayes 只支持 set_model_output_int8 和 set_model_output_int16。</translation>
    </message>
    <message>
        <source>There is nothing to load: the model has no quantization nodes.</source>
        <translation>没有可加载的内容：模型中没有量化节点。</translation>
    </message>
    <message>
        <source>load takes the ranges from a model that was trained for quantization with the vendor&apos;s plugin. For other models use default.</source>
        <translation>load 从用厂商插件做过量化感知训练的模型中读取范围。其他模型请使用 default。</translation>
    </message>
    <message>
        <source>No calibration takes place: the ranges come from the model.</source>
        <translation>不会进行校准：范围取自模型。</translation>
    </message>
    <message>
        <source>load is for models that were trained for quantization with the vendor&apos;s plugin.</source>
        <translation>load 适用于用厂商插件做过量化感知训练的模型。</translation>
    </message>
    <message>
        <source>Calibration will take several times as long as with default.</source>
        <translation>校准时间将是 default 的数倍。</translation>
    </message>
    <message>
        <source>mix looks for sensitive nodes and tries the methods on each of them. It may gain accuracy where default does not suffice.</source>
        <translation>mix 会找出敏感节点，并对每个敏感节点逐一尝试各种方法。default 不够用时，它可能提高精度。</translation>
    </message>
    <message>
        <source>Only one way of calibration will be tried.</source>
        <translation>只会尝试一种校准方式。</translation>
    </message>
    <message>
        <source>default tries max, max with a percentile, and kl, and keeps the best by the similarity of the outputs.</source>
        <translation>default 会尝试 max、带百分位的 max 和 kl，并按输出的相似度保留最好的一种。</translation>
    </message>
    <message>
        <source>The calibration folder will not be read.</source>
        <translation>校准文件夹不会被读取。</translation>
    </message>
    <message>
        <source>calibration_type load and skip work without samples.</source>
        <translation>calibration_type 为 load 和 skip 时不需要样本。</translation>
    </message>
    <message>
        <source>%1 is calibrated with the samples of another input.</source>
        <translation>%1使用了另一个输入的样本来校准。</translation>
    </message>
    <message>
        <source>Each input has a folder of its own, in the order of input_name. Equal folders are right only for inputs that see the same data.</source>
        <translation>每个输入各有自己的文件夹，顺序与 input_name 一致。只有各输入的数据相同时，才能使用同一个文件夹。</translation>
    </message>
    <message>
        <source>The toolchain cannot prepare samples for %1 itself.</source>
        <translation>工具链无法自行为%1准备样本。</translation>
    </message>
    <message>
        <source>preprocess_on reads pictures and resizes them to an input of four axes; feature maps and other shapes need files of raw numbers.</source>
        <translation>preprocess_on 会读取图片并缩放到四维输入的大小；featuremap 和其他 shape 需要保存原始数值的文件。</translation>
    </message>
</context>
<context>
    <name>OrtRuns</name>
    <message>
        <source>The model&apos;s run was stopped.</source>
        <translation>模型运行已停止。</translation>
    </message>
    <message>
        <source>ONNX Runtime failed while running the model: %1</source>
        <translation>ONNX Runtime 运行模型失败：%1</translation>
    </message>
</context>
<context>
    <name>OrtValues</name>
    <message>
        <source>The input “%1” has elements of type %2, which cannot be fed; use a numeric type.</source>
        <translation>输入“%1”的元素类型为 %2，无法送入；请使用数值类型。</translation>
    </message>
    <message>
        <source>ONNX Runtime does not take the tensor given for the input “%1” (%2); check its shape and type.</source>
        <translation>ONNX Runtime 不接受送入“%1”的张量（%2）；请检查其 shape 和类型。</translation>
    </message>
    <message>
        <source>ONNX Runtime does not hand out the result “%1” (%2).</source>
        <translation>ONNX Runtime 没有返回结果“%1”（%2）。</translation>
    </message>
</context>
<context>
    <name>OutputAgreements</name>
    <message>
        <source>The other model has no output “%1”.</source>
        <translation>另一个模型没有名为“%1”的输出。</translation>
    </message>
    <message>
        <source>The output “%1” holds no numbers.</source>
        <translation>输出“%1”不含数值。</translation>
    </message>
    <message>
        <source>The output “%1” has the shape %2, the other one %3.</source>
        <translation>输出“%1”的形状为 %2，另一个为 %3。</translation>
    </message>
</context>
<context>
    <name>OutputHypotheses</name>
    <message>
        <source>Read the dump of hrt_model_exec by the properties that model_info prints: if it is still wrong, this is not the cause.</source>
        <translation>按 model_info 打印的属性读取 hrt_model_exec 的 dump：如果结果仍然错误，则不是此原因。</translation>
    </message>
    <message>
        <source>Apply the last activation once: look at the end of the .bin&apos;s graph whether it is inside, and only if it is not do it in the board program.</source>
        <translation>最后的激活只应做一次：请查看 .bin 的计算图末尾是否已包含它，只有未包含时才在板端程序中执行。</translation>
    </message>
    <message>
        <source>The outputs are values in front of the softmax or sigmoid</source>
        <translation>输出是 softmax 或 sigmoid 之前的值</translation>
    </message>
    <message>
        <source>The softmax or sigmoid is missing: the outputs are the values in front of it.</source>
        <translation>缺少 softmax 或 sigmoid：输出是其之前的值。</translation>
    </message>
    <message>
        <source>A softmax is applied to the outputs once too often</source>
        <translation>对输出多做了一次 softmax</translation>
    </message>
    <message>
        <source>A softmax is applied to the outputs of the model once too often.</source>
        <translation>对模型的输出多做了一次 softmax。</translation>
    </message>
    <message>
        <source>A sigmoid is applied to the outputs once too often</source>
        <translation>对输出多做了一次 sigmoid</translation>
    </message>
    <message>
        <source>A sigmoid is applied to the outputs of the model once too often.</source>
        <translation>对模型的输出多做了一次 sigmoid。</translation>
    </message>
    <message>
        <source>The outputs are read in the wrong order of their axes.</source>
        <translation>读取输出时轴的顺序错误。</translation>
    </message>
    <message>
        <source>The axes of the outputs are read in another order</source>
        <translation>读取输出时采用了另一种轴顺序</translation>
    </message>
    <message>
        <source>Read each output in the layout that model_info prints for it.</source>
        <translation>请按 model_info 为每个输出打印的排布读取该输出。</translation>
    </message>
    <message>
        <source>The outputs are read with their padding to %1 values</source>
        <translation>读取输出时连同了填充（填充到 %1 个值）</translation>
    </message>
    <message>
        <source>The padding was not removed: rows of the outputs are padded to a multiple of %1 values, and they were read without gaps.</source>
        <translation>没有去除填充：输出的每一行都填充到 %1 个值的整数倍，却被当作连续数据读取。</translation>
    </message>
    <message>
        <source>Read rows by alignedShape or stride and keep what validShape says.</source>
        <translation>请按 alignedShape 或 stride 逐行读取，只保留 validShape 范围内的部分。</translation>
    </message>
    <message>
        <source>The outputs are exchanged between names</source>
        <translation>输出与名称的对应关系互换了</translation>
    </message>
    <message>
        <source>The outputs are exchanged: what is read as one output is another.</source>
        <translation>输出互换了：读到的某个输出实际上是另一个输出。</translation>
    </message>
    <message>
        <source>Tell outputs by the names that model_info prints; their order may differ from the float model&apos;s.</source>
        <translation>请按 model_info 打印的名称区分各输出；其顺序可能与浮点模型不同。</translation>
    </message>
    <message>
        <source>Multiply (value - zero point) by the scale that model_info prints, along quantizeAxis where there are several.</source>
        <translation>请将 (value - zero point) 乘以 model_info 打印的 scale；有多个 scale 时沿 quantizeAxis 逐一相乘。</translation>
    </message>
    <message>
        <source>The outputs are multiplied by a wrong factor</source>
        <translation>输出乘了错误的系数</translation>
    </message>
    <message>
        <source>The outputs have a wrong scale: they are the model&apos;s times a constant.</source>
        <translation>输出的 scale 错误：输出等于模型的输出乘以一个常数。</translation>
    </message>
    <message>
        <source>Each channel of the outputs has a wrong factor of its own</source>
        <translation>输出的每个通道各乘了一个错误的系数</translation>
    </message>
    <message>
        <source>The outputs are dequantized with the wrong scales: each channel is the model&apos;s times a constant of its own.</source>
        <translation>输出反量化所用的 scale 错误：每个通道都是模型输出乘以该通道各自的常数。</translation>
    </message>
    <message>
        <source>A constant is missing from the outputs or added to them</source>
        <translation>输出少了一个常数，或多加了一个常数</translation>
    </message>
    <message>
        <source>The zero point is wrong: the outputs are the model&apos;s plus a constant.</source>
        <translation>零点错误：输出是模型输出加上一个常数。</translation>
    </message>
    <message>
        <source>Signed outputs are read as unsigned</source>
        <translation>有符号的输出被当作无符号读取</translation>
    </message>
    <message>
        <source>Signed outputs are read as unsigned: negative values are too large by one range.</source>
        <translation>有符号的输出被当作无符号读取：负值偏大了整整一个取值范围。</translation>
    </message>
</context>
<context>
    <name>OwnRuleReader</name>
    <message>
        <source>A severity is info, warning or error.</source>
        <translation>严重程度应为 info、warning 或 error。</translation>
    </message>
    <message>
        <source>The rule lacks “severity”: info, warning or error.</source>
        <translation>规则缺少“severity”：info、warning 或 error。</translation>
    </message>
    <message>
        <source>“severity” names no march.</source>
        <translation>“severity”没有写出任何 march。</translation>
    </message>
    <message>
        <source>The rule</source>
        <translation>该规则</translation>
    </message>
    <message>
        <source>An id is made of at most %1 small letters, digits and single hyphens between them.</source>
        <translation>id 由小写字母和数字组成，中间可用单个连字符，最多 %1 个字符。</translation>
    </message>
    <message>
        <source>“%1” is the id of a built-in rule; give yours another.</source>
        <translation>“%1”是内置规则的 id；请换一个 id。</translation>
    </message>
    <message>
        <source>A “%{” in “%1” is never closed.</source>
        <translation>“%1”中的“%{”没有闭合。</translation>
    </message>
    <message>
        <source>own rule in %1</source>
        <translation>%1 中的自定义规则</translation>
    </message>
    <message>
        <source>“fix” needs “key”, and either “set” with the new value or “remove: true”.</source>
        <translation>“fix”需要“key”，以及写有新值的“set”或者“remove: true”二者之一。</translation>
    </message>
    <message>
        <source>“fix” changes one key, not a whole group.</source>
        <translation>“fix”只能修改一个键，不能修改整个组。</translation>
    </message>
    <message>
        <source>Take out %1.</source>
        <translation>删除 %1。</translation>
    </message>
    <message>
        <source>Set %1 to %2.</source>
        <translation>将 %1 设为 %2。</translation>
    </message>
    <message>
        <source>The rule lacks “when”, which says where it applies.</source>
        <translation>规则缺少说明适用条件的“when”。</translation>
    </message>
    <message>
        <source>A rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>A file of rules</source>
        <translation>规则文件</translation>
    </message>
    <message>
        <source>A file of rules begins with “rules:” and a list of them.</source>
        <translation>规则文件以“rules:”开头，其下为规则列表。</translation>
    </message>
    <message>
        <source>There are more than %1 rules; put them into several files.</source>
        <translation>规则超过 %1 条；请分成几个文件。</translation>
    </message>
    <message>
        <source>“%1” is the id of a rule above; give this one another.</source>
        <translation>“%1”已是上面某条规则的 id；请为这一条换一个 id。</translation>
    </message>
</context>
<context>
    <name>OwnRules</name>
    <message>
        <source>(not written)</source>
        <translation>（未写）</translation>
    </message>
</context>
<context>
    <name>Part</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>The picture “%1” has %2 x %3 pixels, more than can be decoded; scale it down first.</source>
        <translation>图片“%1”有 %2 x %3 像素，超出可解码的范围；请先缩小。</translation>
    </message>
    <message>
        <source>“%1” is a damaged %2 picture (%3); save or copy it again.</source>
        <translation>“%1”是损坏的 %2 图片（%3）；请重新保存或复制。</translation>
    </message>
    <message>
        <source>The picture “%1” is empty; copy it again.</source>
        <translation>图片“%1”为空；请重新复制。</translation>
    </message>
    <message>
        <source>A picture must be uint8 of shape HxWx3, not %1 of %2.</source>
        <translation>图片必须是 shape 为 HxWx3 的 uint8，而不是 %2 的 %1。</translation>
    </message>
    <message>
        <source>A picture cannot be fed to a featuremap input; give a .npy or raw file with its values.</source>
        <translation>图片不能送入 featuremap 输入；请给出含有其数值的 .npy 或原始数据文件。</translation>
    </message>
    <message>
        <source>NV12 needs an even height and width, not %1 x %2; resize the picture.</source>
        <translation>NV12 要求高和宽均为偶数，而不是 %1 x %2；请缩放图片。</translation>
    </message>
    <message>
        <source>“%1” is neither a PNG nor a JPEG nor a BMP picture; convert it to one of them.</source>
        <translation>“%1”不是 PNG、JPEG 或 BMP 图片；请转换成其中一种格式。</translation>
    </message>
</context>
<context>
    <name>Pipe</name>
    <message>
        <source>The program “%1” could not be started (%2); check that it is installed and may be executed.</source>
        <translation>程序“%1”无法启动(%2);请检查是否已安装且可执行。</translation>
    </message>
    <message>
        <source>The program “%1” failed with exit code %2.</source>
        <translation>程序“%1”失败，退出码为 %2。</translation>
    </message>
    <message>
        <source>The program “%1” failed: %2</source>
        <translation>程序“%1”失败：%2</translation>
    </message>
    <message>
        <source>The transfer was stopped on request.</source>
        <translation>已按要求停止传输。</translation>
    </message>
</context>
<context>
    <name>PreparationHypotheses</name>
    <message>
        <source>Prepare pictures on the board as in training and calibration: the same fit, fill and interpolation.</source>
        <translation>请在板端按训练和校准时的方式准备图片：相同的缩放方式、填充值和插值方法。</translation>
    </message>
    <message>
        <source>Feed a picture that already has the input&apos;s size: if the board is still wrong, this is not the cause.</source>
        <translation>送入一张尺寸已与输入一致的图片：如果板端结果仍然错误，则不是此原因。</translation>
    </message>
    <message>
        <source>The board was fed a letterboxed picture (its shape kept, the rest filled) where a stretched one was meant.</source>
        <translation>送入板端的是经 letterbox 处理的图片（保持宽高比，其余部分填充），而应为拉伸后的图片。</translation>
    </message>
    <message>
        <source>The picture is letterboxed, filled with %1</source>
        <translation>图片做了 letterbox，填充值为 %1</translation>
    </message>
    <message>
        <source>The picture is letterboxed at the upper left corner, filled with %1</source>
        <translation>图片做了 letterbox 并置于左上角，填充值为 %1</translation>
    </message>
    <message>
        <source>The middle of the picture is cut out instead of stretching it</source>
        <translation>图片被裁取了中间部分，而不是拉伸</translation>
    </message>
    <message>
        <source>The board was fed the middle of the picture where the whole, stretched, was meant.</source>
        <translation>送入板端的是图片的中间部分，而应为拉伸后的整张图片。</translation>
    </message>
    <message>
        <source>The picture is resized with %1 interpolation instead of bilinear</source>
        <translation>图片以%1插值缩放，而不是双线性插值</translation>
    </message>
    <message>
        <source>The picture was resized with %1 interpolation where bilinear was meant.</source>
        <translation>图片以%1插值缩放，而应为双线性插值。</translation>
    </message>
    <message>
        <source>nearest-neighbour</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <source>area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>corner-aligned</source>
        <translation>角点对齐</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>双三次</translation>
    </message>
</context>
<context>
    <name>Process</name>
    <message>
        <source>The program “%1” could not be started (%2); check that it is installed and may be executed.</source>
        <translation>程序“%1”无法启动（%2）；请检查它是否已安装并具有执行权限。</translation>
    </message>
    <message>
        <source>The program “%1” crashed (signal %2).</source>
        <translation>程序“%1”崩溃（信号 %2）。</translation>
    </message>
    <message>
        <source>The program “%1” was stopped on request.</source>
        <translation>程序“%1”已按要求停止。</translation>
    </message>
    <message>
        <source>The program “%1” did not end within %2 seconds and was stopped.</source>
        <translation>程序“%1”未在 %2 秒内结束，已被停止。</translation>
    </message>
    <message>
        <source>The program “%1” ended with exit code %2.</source>
        <translation>程序“%1”已结束，退出码为 %2。</translation>
    </message>
</context>
<context>
    <name>ProfileFile</name>
    <message>
        <source>it is not JSON (%1).</source>
        <translation>它不是 JSON（%1）。</translation>
    </message>
    <message>
        <source>it is not of the format 1, the only one known here.</source>
        <translation>它不是格式 1，而这里只支持格式 1。</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>该文件</translation>
    </message>
</context>
<context>
    <name>Projects</name>
    <message>
        <source>“%1” is not a Driftscope project file (%2); open the conversion YAML itself instead.</source>
        <translation>“%1”不是 Driftscope 工程文件（%2）；请直接打开转换 YAML。</translation>
    </message>
    <message>
        <source>the key driftscope_project is missing</source>
        <translation>缺少键 driftscope_project</translation>
    </message>
    <message>
        <source>“%1” was written by a later version of Driftscope; update the program to open it.</source>
        <translation>“%1”由更新版本的 Driftscope 写入；请升级程序后再打开。</translation>
    </message>
    <message>
        <source>The project file “%1” names no config; add &quot;config&quot;: &quot;your.yaml&quot;.</source>
        <translation>工程文件“%1”没有指定配置；请添加 &quot;config&quot;: &quot;your.yaml&quot;。</translation>
    </message>
    <message>
        <source>The folder “%1” holds neither a project file nor a conversion YAML; name one directly.</source>
        <translation>文件夹“%1”中既没有工程文件也没有转换 YAML；请直接指定其中之一。</translation>
    </message>
    <message>
        <source>The folder “%1” holds %2 YAML files (%3); name the one that is meant.</source>
        <translation>文件夹“%1”中有 %2 个 YAML 文件（%3）；请指定所需的那一个。</translation>
    </message>
    <message>
        <source>This project has no file yet; save it under a name.</source>
        <translation>该工程还没有文件；请命名并保存。</translation>
    </message>
</context>
<context>
    <name>QueryKeys</name>
    <message>
        <source>Operator type</source>
        <translation>算子类型</translation>
    </message>
    <message>
        <source>Part of the name</source>
        <translation>名称的一部分</translation>
    </message>
    <message>
        <source>Cosine against the reference</source>
        <translation>与参考相比的余弦相似度</translation>
    </message>
    <message>
        <source>Device: BPU or CPU</source>
        <translation>设备：BPU 或 CPU</translation>
    </message>
    <message>
        <source>Has no origin in the stage before</source>
        <translation>在前一阶段没有来源</translation>
    </message>
    <message>
        <source>Has no successor in the stage after</source>
        <translation>在后一阶段没有后继</translation>
    </message>
    <message>
        <source>Became another operator</source>
        <translation>变成了另一种算子</translation>
    </message>
    <message>
        <source>Several became one, or one several</source>
        <translation>多个合为一个，或一个拆为多个</translation>
    </message>
    <message>
        <source>Family of the operator</source>
        <translation>算子类别</translation>
    </message>
    <message>
        <source>Data type of an output</source>
        <translation>某个输出的数据类型</translation>
    </message>
    <message>
        <source>Shape of an output, as in 1x3x*</source>
        <translation>某个输出的 shape，例如 1x3x*</translation>
    </message>
    <message>
        <source>Layout of a tensor: NCHW or NHWC</source>
        <translation>某个张量的排布：NCHW 或 NHWC</translation>
    </message>
    <message>
        <source>Beginning of the name, up to a slash or dot</source>
        <translation>名称的开头，到斜杠或点为止</translation>
    </message>
    <message>
        <source>Name of a tensor read</source>
        <translation>所读取张量的名称</translation>
    </message>
    <message>
        <source>Name of a tensor written</source>
        <translation>所写入张量的名称</translation>
    </message>
    <message>
        <source>Attribute, as in attr:perm or attr:group=1</source>
        <translation>属性，例如 attr:perm 或 attr:group=1</translation>
    </message>
    <message>
        <source>One minus cosine</source>
        <translation>1 减余弦相似度</translation>
    </message>
    <message>
        <source>Threshold of calibration</source>
        <translation>校准阈值</translation>
    </message>
    <message>
        <source>Milliseconds on the device</source>
        <translation>在设备上的毫秒数</translation>
    </message>
    <message>
        <source>Has a bookmark</source>
        <translation>有书签</translation>
    </message>
</context>
<context>
    <name>RangeHypotheses</name>
    <message>
        <source>Feed the pixels as the contract says (0…255, bytes): if the board is still wrong, this is not the cause.</source>
        <translation>按输入约定送入像素（0…255，字节）：如果板端结果仍然错误，则不是此原因。</translation>
    </message>
    <message>
        <source>Feed the pixels as bytes from 0 to 255; the runtime subtracts 128 itself.</source>
        <translation>请以 0 到 255 的字节送入像素；运行时会自行减去 128。</translation>
    </message>
    <message>
        <source>128 is subtracted twice or never, and the bytes wrap around (int8 read as uint8)</source>
        <translation>128 被减了两次或从未减去，字节发生回绕（int8 被当作 uint8 读取）</translation>
    </message>
    <message>
        <source>The offset of 128 is wrong: signed bytes are read as unsigned ones, because 128 is subtracted both by the board program and by the runtime, or by neither.</source>
        <translation>偏移 128 有误：有符号字节被当作无符号读取，因为板端程序和运行时都减了 128，或者都没有减。</translation>
    </message>
    <message>
        <source>128 is subtracted twice, and dark pixels are clipped to 0</source>
        <translation>128 被减了两次，暗处的像素被截断为 0</translation>
    </message>
    <message>
        <source>128 is subtracted twice, and everything darker than the middle is lost.</source>
        <translation>128 被减了两次，所有比中间值暗的内容都丢失了。</translation>
    </message>
    <message>
        <source>128 is never subtracted, and bright pixels are clipped</source>
        <translation>128 从未减去，亮处的像素被截断</translation>
    </message>
    <message>
        <source>128 is never subtracted: the model takes pixels from -128 to 127 and gets them from 0 to 255.</source>
        <translation>128 从未减去：模型需要 -128 到 127 的像素，得到的却是 0 到 255。</translation>
    </message>
    <message>
        <source>Hand the picture over through the runtime&apos;s image type, which subtracts 128.</source>
        <translation>请通过运行时的图片类型传入图片，由它减去 128。</translation>
    </message>
    <message>
        <source>The board program divides by 255, though the model takes 0…255</source>
        <translation>板端程序除以了 255，而模型需要 0…255</translation>
    </message>
    <message>
        <source>The picture is divided by 255 before it is fed, though the model takes pixels from 0 to 255.</source>
        <translation>图片在送入前除以了 255，而模型需要 0 到 255 的像素。</translation>
    </message>
    <message>
        <source>Take the normalization out of the board program and feed plain pixels.</source>
        <translation>请从板端程序中去掉归一化，送入原始像素。</translation>
    </message>
    <message>
        <source>The picture is normalized twice, by the board program and inside the model</source>
        <translation>图片被归一化两次：板端程序一次，模型内部一次</translation>
    </message>
    <message>
        <source>The picture is normalized twice: the board program does what norm_type, mean_value and scale_value already put into the model.</source>
        <translation>图片被归一化两次：norm_type、mean_value 和 scale_value 已放进模型的运算，板端程序又做了一次。</translation>
    </message>
    <message>
        <source>The mean is subtracted twice, by the board program and inside the model</source>
        <translation>均值被减了两次：板端程序一次，模型内部一次</translation>
    </message>
    <message>
        <source>The mean is subtracted twice: the board program does what mean_value already put into the model.</source>
        <translation>均值被减了两次：mean_value 已放进模型的运算，板端程序又做了一次。</translation>
    </message>
    <message>
        <source>The pixels are scaled twice, by the board program and inside the model</source>
        <translation>像素被缩放两次：板端程序一次，模型内部一次</translation>
    </message>
    <message>
        <source>The pixels are scaled twice: the board program does what scale_value already put into the model.</source>
        <translation>像素被缩放两次：scale_value 已放进模型的运算，板端程序又做了一次。</translation>
    </message>
</context>
<context>
    <name>Registry</name>
    <message>
        <source>%1 (input “%2”)</source>
        <translation>%1（输入“%2”）</translation>
    </message>
    <message>
        <source>Input “%1”: %2</source>
        <translation>输入“%1”：%2</translation>
    </message>
</context>
<context>
    <name>RemoteRun</name>
    <message>
        <source>The connection is back; the run goes on</source>
        <translation>连接已恢复；编译继续进行</translation>
    </message>
    <message>
        <source>The connection was lost; attempt %1 to take the run up again follows in %2 s</source>
        <translation>连接已中断；%2 秒后第 %1 次尝试重新接续编译</translation>
    </message>
</context>
<context>
    <name>RenderMode</name>
    <message>
        <source>“%1” does not exist; name model files or a run&apos;s folder.</source>
        <translation>“%1”不存在；请指定模型文件或编译记录的文件夹。</translation>
    </message>
    <message>
        <source>There is no model to draw; name ONNX or .bin files, or a run&apos;s folder.</source>
        <translation>没有可绘制的模型；请指定 ONNX 或 .bin 文件，或编译记录的文件夹。</translation>
    </message>
    <message>
        <source>“%1” is not a value of --%2; use %3.</source>
        <translation>“%1”不是 --%2 的有效值；请使用 %3。</translation>
    </message>
    <message>
        <source>a number from 0.01 to 8</source>
        <translation>0.01 到 8 之间的数值</translation>
    </message>
    <message>
        <source>a number of levels</source>
        <translation>层级数</translation>
    </message>
    <message>
        <source>Draw the files into OUT (.svg, .png, .pdf) and exit.</source>
        <translation>将文件绘制到 OUT（.svg、.png、.pdf）后退出。</translation>
    </message>
    <message>
        <source>seen: what a window shows first; all (default): the whole graphs.</source>
        <translation>seen：窗口最初显示的内容；all（默认）：完整的计算图。</translation>
    </message>
    <message>
        <source>Stages to draw, separated by commas, as in JSON.</source>
        <translation>要绘制的阶段，以逗号分隔，名称与 JSON 中相同。</translation>
    </message>
    <message>
        <source>op, error, threshold, device, dtype, layout or latency.</source>
        <translation>op、error、threshold、device、dtype、layout 或 latency。</translation>
    </message>
    <message>
        <source>Size of the picture; below 1 pictures of pixels show less detail.</source>
        <translation>图片的缩放比例；小于 1 时，像素图片显示的细节较少。</translation>
    </message>
    <message>
        <source>Leave out quantize-pairs, constants, separated by commas.</source>
        <translation>略去 quantize-pairs、constants，以逗号分隔。</translation>
    </message>
    <message>
        <source>Dim unchanged or all-but-inserted nodes.</source>
        <translation>淡化 unchanged 或 all-but-inserted 节点。</translation>
    </message>
    <message>
        <source>off, all, or how many levels of groups are open.</source>
        <translation>off、all，或展开的分组层级数。</translation>
    </message>
    <message>
        <source>Print a PDF on pages of a4, a3 or letter.</source>
        <translation>将 PDF 输出为 a4、a3 或 letter 页面。</translation>
    </message>
    <message>
        <source>None of the stages named is among the files.</source>
        <translation>这些文件中不包含任何一个指定的阶段。</translation>
    </message>
</context>
<context>
    <name>ReportAssembler</name>
    <message>
        <source>The report was cancelled.</source>
        <translation>报告已取消。</translation>
    </message>
    <message>
        <source>Sandbox board</source>
        <translation>沙箱开发板</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, runtime %2</source>
        <translation>%1，运行时 %2</translation>
    </message>
    <message>
        <source>Reading the models</source>
        <translation>正在读取模型</translation>
    </message>
    <message>
        <source>No diagnosis was made.</source>
        <translation>未进行诊断。</translation>
    </message>
    <message>
        <source>The config was not checked.</source>
        <translation>未检查配置。</translation>
    </message>
    <message>
        <source>No layers were compared.</source>
        <translation>未对比任何层。</translation>
    </message>
    <message>
        <source>No labelled data was run through the stages.</source>
        <translation>未用标注数据运行各阶段。</translation>
    </message>
    <message>
        <source>No stages are open, so nothing says what the inputs are.</source>
        <translation>没有打开任何阶段，无从得知输入的情况。</translation>
    </message>
    <message>
        <source>Fewer than two stages are open, so nothing can be called inserted.</source>
        <translation>打开的阶段少于两个，无法判断哪些节点是插入的。</translation>
    </message>
    <message>
        <source>Drawing the graphs</source>
        <translation>正在绘制计算图</translation>
    </message>
    <message>
        <source>No stages are open, so there is no graph to show.</source>
        <translation>没有打开任何阶段，因此没有可显示的计算图。</translation>
    </message>
    <message>
        <source>There is no drifting layer and no inserted node to show.</source>
        <translation>没有可显示的偏差层或插入节点。</translation>
    </message>
    <message>
        <source>Around the first layer that drifts, “%1”.</source>
        <translation>首个出现偏差的层“%1”附近。</translation>
    </message>
    <message>
        <source>Around the inserted node “%1”.</source>
        <translation>插入的节点“%1”附近。</translation>
    </message>
    <message>
        <source>Around the inserted node “%1”, which %2 causes.</source>
        <translation>插入的节点“%1”附近，该节点由 %2 引起。</translation>
    </message>
</context>
<context>
    <name>ReportConfig</name>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>未写</translation>
    </message>
    <message>
        <source>not written: %1</source>
        <translation>未写：%1</translation>
    </message>
    <message>
        <source>What the fix changes</source>
        <translation>修复所做的改动</translation>
    </message>
    <message>
        <source>The verdict names no setting to change.</source>
        <translation>结论没有指明需要修改的设置。</translation>
    </message>
    <message>
        <source>The config already says what the fix for %1 would write.</source>
        <translation>配置中已经是针对 %1 的修复要写入的内容。</translation>
    </message>
    <message>
        <source>Changed since it was compiled</source>
        <translation>编译之后的改动</translation>
    </message>
    <message>
        <source>The config means what it meant when the stages were compiled.</source>
        <translation>配置的含义与编译各阶段时相同。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>As compiled</source>
        <translation>编译时</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Line by line</source>
        <translation>逐行对比</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>Conversion config</source>
        <translation>转换配置</translation>
    </message>
    <message>
        <source>Lines that matter</source>
        <translation>相关的行</translation>
    </message>
    <message>
        <source>No finding, no inserted node and no verdict speaks of a line.</source>
        <translation>没有任何问题、插入的节点或结论涉及某一行。</translation>
    </message>
    <message>
        <source>The whole config</source>
        <translation>完整配置</translation>
    </message>
    <message>
        <source>Findings in the config</source>
        <translation>配置中的问题</translation>
    </message>
    <message>
        <source>No rule found anything to say.</source>
        <translation>没有规则发现问题。</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
</context>
<context>
    <name>ReportConfigParts</name>
    <message>
        <source>The stages belong to no run that is kept, so the config they were compiled from is not known.</source>
        <translation>这些阶段不属于任何保留的编译记录，因此无法得知它们由哪份配置编译而来。</translation>
    </message>
    <message>
        <source>No config is open.</source>
        <translation>没有打开配置。</translation>
    </message>
</context>
<context>
    <name>ReportEvaluation</name>
    <message>
        <source>as the stage before</source>
        <translation>与前一阶段持平</translation>
    </message>
    <message>
        <source>clearly below the stage before</source>
        <translation>明显低于前一阶段</translation>
    </message>
    <message>
        <source>not evaluated</source>
        <translation>未评测</translation>
    </message>
    <message>
        <source>%1: what was taken for what</source>
        <translation>%1：混淆矩阵</translation>
    </message>
    <message>
        <source>This was not counted.</source>
        <translation>未统计此项。</translation>
    </message>
    <message>
        <source>There are too many classes for a table.</source>
        <translation>类别过多，无法以表格显示。</translation>
    </message>
    <message>
        <source>Is ↓, taken for →</source>
        <translation>实际 ↓，识别为 →</translation>
    </message>
    <message>
        <source>Labelled data through every stage</source>
        <translation>标注数据在各阶段的结果</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确数</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>总数</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>指示灯</translation>
    </message>
</context>
<context>
    <name>ReportFile</name>
    <message>
        <source>“%1” says no format of a report; end its name in .html, .json or .csv.</source>
        <translation>从“%1”看不出报告的格式；文件名请以 .html、.json 或 .csv 结尾。</translation>
    </message>
</context>
<context>
    <name>ReportGraph</name>
    <message>
        <source>Where it happens</source>
        <translation>发生位置</translation>
    </message>
    <message>
        <source>Stages stand side by side on the same rows: + marks a node without an origin in the float model, ≠ a layer that drifts.</source>
        <translation>各阶段并排显示，对应的行对齐：+ 表示在浮点模型中没有来源的节点，≠ 表示有偏差的层。</translation>
    </message>
</context>
<context>
    <name>ReportLayerPlots</name>
    <message>
        <source>Layer, in data-flow order</source>
        <translation>层（按数据流顺序）</translation>
    </message>
    <message>
        <source>first drift</source>
        <translation>首个偏差</translation>
    </message>
    <message>
        <source>Cosine of each layer of both stages</source>
        <translation>两个阶段各层的余弦相似度</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦相似度</translation>
    </message>
    <message>
        <source>tolerance %1</source>
        <translation>容差 %1</translation>
    </message>
    <message>
        <source>Signal to quantization noise of each layer</source>
        <translation>各层的信号与量化噪声之比</translation>
    </message>
    <message>
        <source>SQNR (dB)</source>
        <translation>SQNR (dB)</translation>
    </message>
    <message>
        <source>tolerance %1 dB</source>
        <translation>容差 %1 dB</translation>
    </message>
    <message>
        <source>Largest magnitude of each layer&apos;s values in both stages</source>
        <translation>两个阶段各层数值的最大绝对值</translation>
    </message>
    <message>
        <source>Largest magnitude</source>
        <translation>最大绝对值</translation>
    </message>
    <message>
        <source>Share of the candidate&apos;s values at the ends of their integer range</source>
        <translation>待比张量中处于整数范围两端的值的比例</translation>
    </message>
    <message>
        <source>Saturated (%)</source>
        <translation>饱和 (%)</translation>
    </message>
    <message>
        <source>No layer of the candidate holds values at the ends of an integer range.</source>
        <translation>待比阶段没有任何层的值处于整数范围两端。</translation>
    </message>
</context>
<context>
    <name>ReportLayers</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>drifts</source>
        <translation>有偏差</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message numerus="yes">
        <source>All %n layers, in data-flow order</source>
        <translation>
            <numerusform>全部 %n 个层，按数据流顺序</numerusform>
        </translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦相似度</translation>
    </message>
    <message>
        <source>Pearson</source>
        <translation>Pearson</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>Intercept</source>
        <translation>截距</translation>
    </message>
    <message>
        <source>Same values</source>
        <translation>值相同</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>MSE</translation>
    </message>
    <message>
        <source>Max error</source>
        <translation>最大误差</translation>
    </message>
    <message>
        <source>SQNR (dB)</source>
        <translation>SQNR (dB)</translation>
    </message>
    <message>
        <source>Saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>Inf</source>
        <translation>Inf</translation>
    </message>
    <message>
        <source>Alone, cosine</source>
        <translation>单独计算的余弦相似度</translation>
    </message>
    <message>
        <source>Range, reference</source>
        <translation>范围（参考）</translation>
    </message>
    <message>
        <source>Range, candidate</source>
        <translation>范围（待比）</translation>
    </message>
    <message>
        <source>Judged as</source>
        <translation>判定类型</translation>
    </message>
    <message>
        <source>%1: cosine below %2 or SQNR below %3 dB</source>
        <translation>%1：余弦相似度低于 %2 或 SQNR 低于 %3 dB</translation>
    </message>
    <message>
        <source>What counts as drift – %1.</source>
        <translation>以下情况视为有偏差：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n layers have tolerances of their own.</source>
        <translation>
            <numerusform>%n 个层有各自的容差。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 layers could be compared, %3 of them drift.</source>
        <translation>%2 个层中有 %1 个可以对比，其中 %3 个有偏差。</translation>
    </message>
    <message>
        <source>The first that drifts is “%1”.</source>
        <translation>首个出现偏差的层是“%1”。</translation>
    </message>
    <message>
        <source>Layer by layer</source>
        <translation>逐层对比</translation>
    </message>
    <message>
        <source>%1 as the reference, %2 as the candidate.</source>
        <translation>以%1为参考，以%2为待比。</translation>
    </message>
    <message>
        <source>Run on %1.</source>
        <translation>运行所用图片：%1。</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>%1 – Driftscope report</source>
        <translation>%1 – Driftscope 报告</translation>
    </message>
    <message>
        <source>Driftscope report</source>
        <translation>Driftscope 报告</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>Paths, accounts and machines are as they were where this was written.</source>
        <translation>路径、账号和机器名均保留生成报告时的原样。</translation>
    </message>
    <message>
        <source>Absolute paths, accounts and machines were left out.</source>
        <translation>绝对路径、账号和机器名已略去。</translation>
    </message>
</context>
<context>
    <name>ReportStages</name>
    <message>
        <source>no setting; line %1 of the log</source>
        <translation>没有对应的设置；日志第 %1 行</translation>
    </message>
    <message>
        <source>%1, not written: %2</source>
        <translation>%1，未写：%2</translation>
    </message>
    <message>
        <source>%1: %2 (line %3)</source>
        <translation>%1：%2（第 %3 行）</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Setting that causes it</source>
        <translation>起因设置</translation>
    </message>
    <message>
        <source>Why it is here</source>
        <translation>为何在此</translation>
    </message>
    <message>
        <source>The board must feed</source>
        <translation>板端须送入</translation>
    </message>
    <message>
        <source>To be rid of it</source>
        <translation>如何去除</translation>
    </message>
    <message>
        <source>Nodes that the toolchain inserted</source>
        <translation>工具链插入的节点</translation>
    </message>
    <message>
        <source>None that changes what the board must be fed.</source>
        <translation>没有会改变板端输入要求的节点。</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes that scale to integers and back</source>
        <translation>
            <numerusform>%n 个缩放为整数或还原的节点</numerusform>
        </translation>
    </message>
    <message>
        <source>Input contract</source>
        <translation>输入约定</translation>
    </message>
    <message>
        <source>The model has no inputs.</source>
        <translation>模型没有输入。</translation>
    </message>
    <message>
        <source>What each place says of an input, in the order in which the data goes; the first that contradicts what was said before is marked.</source>
        <translation>各处对输入的说明，按数据流经的顺序排列；首个与前文矛盾之处已标出。</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Shape</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>排布</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>检查对象</translation>
    </message>
    <message>
        <source>Processor (march)</source>
        <translation>处理器（march）</translation>
    </message>
    <message>
        <source>Toolchain</source>
        <translation>工具链</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>开发板</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>编译记录</translation>
    </message>
    <message>
        <source>No stages are open.</source>
        <translation>没有打开任何阶段。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>无法读取</translation>
    </message>
</context>
<context>
    <name>ReportVerdict</name>
    <message>
        <source>The cause is known</source>
        <translation>原因已查明</translation>
    </message>
    <message>
        <source>No fault found</source>
        <translation>未发现故障</translation>
    </message>
    <message>
        <source>Not explained</source>
        <translation>无法解释</translation>
    </message>
    <message>
        <source>Take %1 out of the config.</source>
        <translation>从配置中删除 %1。</translation>
    </message>
    <message>
        <source>Set %1 to %2.</source>
        <translation>将 %1 设为 %2。</translation>
    </message>
    <message>
        <source>Tested cause</source>
        <translation>已检验的原因</translation>
    </message>
    <message>
        <source>Explains it</source>
        <translation>可以解释</translation>
    </message>
    <message>
        <source>Cosine without</source>
        <translation>当前余弦相似度</translation>
    </message>
    <message>
        <source>Cosine if so</source>
        <translation>若成立的余弦相似度</translation>
    </message>
    <message>
        <source>Left over</source>
        <translation>剩余误差</translation>
    </message>
    <message>
        <source>What else is known</source>
        <translation>其他已知信息</translation>
    </message>
    <message>
        <source>%1 (input %2)</source>
        <translation>%1（输入 %2）</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>No cause was tested.</source>
        <translation>没有检验任何原因。</translation>
    </message>
    <message>
        <source>Each cause predicts a result. The cosine compares it with what the board gave; what is left over is the squared error as a share of what varies, 0 % for a full explanation.</source>
        <translation>每种原因都会预测一个结果。余弦相似度是该预测与板端实际结果的比较；剩余误差是平方误差占数据变化量的比例，完全解释时为 0%。</translation>
    </message>
    <message numerus="yes">
        <source>%n more causes that were tested</source>
        <translation>
            <numerusform>另外 %n 种已检验的原因</numerusform>
        </translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Board program</source>
        <translation>板端程序</translation>
    </message>
    <message>
        <source>Setting behind it</source>
        <translation>相关设置</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>First layer that drifts</source>
        <translation>首个偏差层</translation>
    </message>
    <message>
        <source>Also possible</source>
        <translation>其他可能</translation>
    </message>
    <message>
        <source>To tell them apart</source>
        <translation>如何区分</translation>
    </message>
    <message>
        <source>Would disprove it</source>
        <translation>什么能推翻此结论</translation>
    </message>
    <message>
        <source>Cause, for programs</source>
        <translation>原因（供程序读取）</translation>
    </message>
    <message>
        <source>From the training program to the board</source>
        <translation>从训练程序到板端</translation>
    </message>
    <message>
        <source>The stages were not compared with each other.</source>
        <translation>各阶段之间没有做过比较。</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦相似度</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>Float</source>
        <translation>浮点</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Optimized</source>
        <translation>优化</translation>
    </message>
    <message>
        <source>Calibrated</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Quantized</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Board .bin</source>
        <translation>板端 .bin</translation>
    </message>
    <message>
        <source>Training program</source>
        <translation>训练程序</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>close</source>
        <translation>接近</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>未检验</translation>
    </message>
    <message>
        <source>Confidence high (%1 %)</source>
        <translation>置信度高（%1%）</translation>
    </message>
    <message>
        <source>Confidence medium (%1 %)</source>
        <translation>置信度中（%1%）</translation>
    </message>
    <message>
        <source>Confidence low (%1 %)</source>
        <translation>置信度低（%1%）</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>已比较</translation>
    </message>
    <message>
        <source>no counterpart</source>
        <translation>无对应节点</translation>
    </message>
    <message>
        <source>not dumped</source>
        <translation>没有 dump</translation>
    </message>
    <message>
        <source>shape differs</source>
        <translation>shape 不同</translation>
    </message>
    <message>
        <source>not comparable</source>
        <translation>无法比较</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>not compared yet</source>
        <translation>尚未对比</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>RuleConditions</name>
    <message>
        <source>“one_of” has to be a list of texts.</source>
        <translation>“one_of”应为文本列表。</translation>
    </message>
    <message>
        <source>“one_of” holds more than %1 texts.</source>
        <translation>“one_of”中的文本超过 %1 个。</translation>
    </message>
    <message>
        <source>The regular expression is longer than %1 characters.</source>
        <translation>正则表达式超过 %1 个字符。</translation>
    </message>
    <message>
        <source>A regular expression cannot begin with “(*”, which sets options.</source>
        <translation>正则表达式不能以设置选项的“(*”开头。</translation>
    </message>
    <message>
        <source>The regular expression cannot be read: %1, at its character %2.</source>
        <translation>无法读取正则表达式：%1，位于第 %2 个字符。</translation>
    </message>
    <message>
        <source>“%1” has to be a number or “inputs”.</source>
        <translation>“%1”应为数字或“inputs”。</translation>
    </message>
    <message>
        <source>“%1” has to be a number.</source>
        <translation>“%1”应为数字。</translation>
    </message>
    <message>
        <source>“of_items” is any or all, beside equals, one_of, matches, greater or less.</source>
        <translation>“of_items”应为 any 或 all，并与 equals、one_of、matches、greater 或 less 一起使用。</translation>
    </message>
    <message>
        <source>“%1” is written as “%1: true”.</source>
        <translation>“%1”应写作“%1: true”。</translation>
    </message>
    <message>
        <source>A test</source>
        <translation>判断条件</translation>
    </message>
    <message>
        <source>A test lacks “key”, the key of the config that it is about.</source>
        <translation>判断条件缺少“key”，即它所针对的配置键。</translation>
    </message>
    <message>
        <source>A test needs exactly one of %1.</source>
        <translation>判断条件需要且只能包含以下之一：%1。</translation>
    </message>
    <message>
        <source>“%1” has to be a list of tests.</source>
        <translation>“%1”应为判断条件的列表。</translation>
    </message>
    <message>
        <source>The rule has more than %1 tests.</source>
        <translation>规则中的判断条件超过 %1 个。</translation>
    </message>
    <message>
        <source>“%1” stands alone in its map.</source>
        <translation>“%1”所在的映射中不能有其他键。</translation>
    </message>
</context>
<context>
    <name>RuleFields</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 has to be a map of keys and values.</source>
        <translation>%1应为键值映射。</translation>
    </message>
    <message>
        <source>%1 has no “%2”; it may hold %3.</source>
        <translation>%1没有“%2”这一项；可以包含：%3。</translation>
    </message>
    <message>
        <source>“%1” is written twice; keep one.</source>
        <translation>“%1”写了两次；请保留一个。</translation>
    </message>
    <message>
        <source>“%1” has to be a text.</source>
        <translation>“%1”应为文本。</translation>
    </message>
    <message>
        <source>“%1” is longer than %2 characters.</source>
        <translation>“%1”超过 %2 个字符。</translation>
    </message>
    <message>
        <source>%1 lacks “%2”.</source>
        <translation>%1缺少“%2”。</translation>
    </message>
    <message>
        <source>“%1” is no key of a conversion config; write group and key, such as input_parameters.norm_type.</source>
        <translation>“%1”不是转换配置的键；请写出组和键，例如 input_parameters.norm_type。</translation>
    </message>
</context>
<context>
    <name>RunComparisons</name>
    <message>
        <source>Float model</source>
        <translation>浮点模型</translation>
    </message>
    <message>
        <source>Original float model</source>
        <translation>原始浮点模型</translation>
    </message>
    <message>
        <source>Optimized model</source>
        <translation>优化模型</translation>
    </message>
    <message>
        <source>Calibrated model</source>
        <translation>校准模型</translation>
    </message>
    <message>
        <source>Quantized model</source>
        <translation>量化模型</translation>
    </message>
    <message>
        <source>Board model</source>
        <translation>板端模型</translation>
    </message>
    <message>
        <source>The config of the run %1 is gone, so the run cannot be compared.</source>
        <translation>编译记录 %1 的配置已不存在，无法比较。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>not written</source>
        <translation>未写</translation>
    </message>
    <message>
        <source>not written, which means %1</source>
        <translation>未写，即 %1</translation>
    </message>
    <message>
        <source>%1: %2 became %3.</source>
        <translation>%1：由 %2 改为 %3。</translation>
    </message>
    <message>
        <source>%1: %2, not measured before.</source>
        <translation>%1：%2，此前未测。</translation>
    </message>
    <message>
        <source>%1: %2 before, not measured now.</source>
        <translation>%1：此前为 %2，现未测。</translation>
    </message>
    <message>
        <source>%1: from %2 to %3.</source>
        <translation>%1：由 %2 变为 %3。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Nodes on the CPU</source>
        <translation>CPU 上的节点数</translation>
    </message>
    <message>
        <source>Cosine of the worst layer</source>
        <translation>最差层的余弦</translation>
    </message>
    <message>
        <source>Cosine of the worst output</source>
        <translation>最差输出的余弦</translation>
    </message>
    <message>
        <source>Top-1, %1</source>
        <translation>Top-1，%1</translation>
    </message>
    <message>
        <source>%1: %2 went.</source>
        <translation>%1：%2 消失。</translation>
    </message>
    <message>
        <source>%1: %2 came.</source>
        <translation>%1：新增 %2。</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Estimated latency</source>
        <translation>估计延迟</translation>
    </message>
    <message>
        <source>Estimated frames a second</source>
        <translation>估计每秒帧数</translation>
    </message>
    <message>
        <source>Size of the .bin</source>
        <translation>.bin 的大小</translation>
    </message>
</context>
<context>
    <name>RunEvaluation</name>
    <message>
        <source>The evaluation of the run, “%1”, is damaged (%2); evaluate the run again.</source>
        <translation>编译记录的评测“%1”已损坏（%2），请重新评测。</translation>
    </message>
</context>
<context>
    <name>RunFolder</name>
    <message>
        <source>No folder for the run can be made in “%1”; check that it may be written to.</source>
        <translation>无法在“%1”中创建编译记录的文件夹；请检查是否可写。</translation>
    </message>
</context>
<context>
    <name>RunIndexTexts</name>
    <message>
        <source>The runs cannot be searched, since Qt&apos;s SQLite driver does not work here (%1); install the package libqt6sql6-sqlite.</source>
        <translation>Qt 的 SQLite 驱动在此不可用（%1），无法检索编译记录，请安装软件包 libqt6sql6-sqlite。</translation>
    </message>
    <message>
        <source>The index of the runs cannot be written (%1); free space in “%2”.</source>
        <translation>编译记录的索引无法写入（%1），请在“%2”腾出空间。</translation>
    </message>
    <message>
        <source>Reading the runs was stopped.</source>
        <translation>读取编译记录已停止。</translation>
    </message>
</context>
<context>
    <name>RunRecord</name>
    <message>
        <source>The run was interrupted before the toolchain ended.</source>
        <translation>编译在工具链结束之前被中断。</translation>
    </message>
    <message>
        <source>The record of the run, “%1”, is damaged (%2).</source>
        <translation>编译记录“%1”已损坏（%2）。</translation>
    </message>
    <message>
        <source>The run is not over yet.</source>
        <translation>运行尚未结束。</translation>
    </message>
</context>
<context>
    <name>RunSummaries</name>
    <message>
        <source>“%1” holds no record of a run, so it is not removed.</source>
        <translation>“%1”中没有编译记录，未删除。</translation>
    </message>
    <message>
        <source>Some files of the run “%1” could not be removed; check the permissions of the folder.</source>
        <translation>编译记录“%1”的部分文件无法删除，请检查目录权限。</translation>
    </message>
</context>
<context>
    <name>RuntimeUnavailable</name>
    <message>
        <source>this program was built without its header</source>
        <translation>本程序构建时没有其头文件</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>The sample project is not installed; set DRIFTSCOPE_SAMPLES to the folder that holds “%1”.</source>
        <translation>未安装示例工程；请将 DRIFTSCOPE_SAMPLES 设为含有“%1”的文件夹。</translation>
    </message>
    <message>
        <source>The sample project cannot be copied to “%1”; check that the folder may be written to.</source>
        <translation>示例工程无法复制到“%1”；请检查该文件夹是否可写。</translation>
    </message>
</context>
<context>
    <name>SampleComparison</name>
    <message>
        <source>The comparison was stopped.</source>
        <translation>对比已停止。</translation>
    </message>
    <message>
        <source>Comparing layers, picture %1 of %2</source>
        <translation>正在逐层对比，第 %1 张图片，共 %2 张</translation>
    </message>
    <message>
        <source>It has not been compared yet.</source>
        <translation>尚未对比。</translation>
    </message>
</context>
<context>
    <name>SampleInputs</name>
    <message>
        <source>The model has %1 inputs, and %2 files were named for what it is fed; name one for each input, sample by sample.</source>
        <translation>模型有 %1 个输入，而为其指定了 %2 个输入文件；请逐个样本为每个输入各指定一个文件。</translation>
    </message>
</context>
<context>
    <name>SampleLooks</name>
    <message>
        <source>Looking at the calibration data was cancelled.</source>
        <translation>已取消对校准数据的检查。</translation>
    </message>
</context>
<context>
    <name>SandboxExecution</name>
    <message>
        <source>“%1” could not be written: %2.</source>
        <translation>“%1”无法写入：%2。</translation>
    </message>
    <message>
        <source>The model holds no code for BPU node “%1”.</source>
        <translation>BPU 节点“%1”在模型中没有对应的代码。</translation>
    </message>
    <message>
        <source>“%1” holds BPU code compiled by the vendor&apos;s toolchain, which only a real board can run; the sandbox board runs what driftscope-mapper builds.</source>
        <translation>“%1”中是厂商工具链编译的 BPU 代码，只有真实开发板才能运行；沙箱开发板只能运行 driftscope-mapper 构建的模型。</translation>
    </message>
    <message>
        <source>The code packed for BPU node “%1” is cut short.</source>
        <translation>为 BPU 节点“%1”打包的代码不完整。</translation>
    </message>
    <message>
        <source>“%1” holds %2, but input “%3” takes pixels from 0 to 255.</source>
        <translation>“%1”中有 %2，但输入“%3”需要 0 到 255 的像素。</translation>
    </message>
    <message>
        <source>“%1” holds %2 numbers, but input “%3” takes %4.</source>
        <translation>“%1”中有 %2 个数值，但输入“%3”需要 %4 个。</translation>
    </message>
    <message>
        <source>“%1” is not a number in “%2”.</source>
        <translation>“%2”中的“%1”不是数值。</translation>
    </message>
    <message>
        <source>Input “%1” takes a featuremap of float32, so the picture “%2” cannot be fed; give a raw file of %3 bytes, an .npy or a .txt.</source>
        <translation>输入“%1”需要 float32 的 featuremap，不能送入图片“%2”；请给出 %3 字节的原始数据文件、.npy 或 .txt。</translation>
    </message>
    <message>
        <source>Input “%1” of type %2 has a shape that does not fit it: %3.</source>
        <translation>类型为 %2 的输入“%1”的 shape 与其不符：%3。</translation>
    </message>
    <message>
        <source>Input “%1” takes %2 bytes, %3 were given.</source>
        <translation>输入“%1”需要 %2 字节，却给出了 %3 字节。</translation>
    </message>
    <message>
        <source>Input “%1” takes nv12, which the sandbox board only hands on as NHWC.</source>
        <translation>输入“%1”为 nv12，沙箱开发板只能以 NHWC 传递。</translation>
    </message>
    <message>
        <source>“%1” holds %2 bytes, but input “%3” takes exactly %4 (%5, %6); a PNG or JPEG would be converted.</source>
        <translation>“%1”有 %2 字节，但输入“%3”需要恰好 %4 字节（%5，%6）；PNG 或 JPEG 会自动转换。</translation>
    </message>
    <message>
        <source>its input must be float32</source>
        <translation>其输入必须为 float32</translation>
    </message>
    <message>
        <source>its inputs do not broadcast</source>
        <translation>其输入无法广播</translation>
    </message>
    <message>
        <source>its inputs must be float32</source>
        <translation>其输入必须为 float32</translation>
    </message>
    <message>
        <source>its limits must be constants</source>
        <translation>其上下限必须为常量</translation>
    </message>
    <message>
        <source>its input must be float32 or int8</source>
        <translation>其输入必须为 float32 或 int8</translation>
    </message>
    <message>
        <source>casts go to float32, int32 or int64</source>
        <translation>类型转换只支持到 float32、int32 或 int64</translation>
    </message>
    <message>
        <source>its eltwise_type is not known</source>
        <translation>其 eltwise_type 未知</translation>
    </message>
    <message>
        <source>The model takes %1 inputs, %2 were given.</source>
        <translation>模型需要 %1 个输入，却给出了 %2 个。</translation>
    </message>
    <message>
        <source>Node “%1” has more outputs than its operator.</source>
        <translation>节点“%1”的输出多于其算子的输出。</translation>
    </message>
    <message>
        <source>its input must be float32 and have the axis</source>
        <translation>其输入必须为 float32 且具有该轴</translation>
    </message>
    <message>
        <source>its input must be float32 and have the axes</source>
        <translation>其输入必须为 float32 且具有这些轴</translation>
    </message>
    <message>
        <source>only the last two axes can be resized linearly</source>
        <translation>只有最后两个轴可以线性缩放</translation>
    </message>
    <message>
        <source>resizing other than nearest and linear</source>
        <translation>nearest 和 linear 以外的缩放方式</translation>
    </message>
    <message>
        <source>its matrices must be float32 and fit each other</source>
        <translation>其矩阵必须为 float32 且彼此匹配</translation>
    </message>
    <message>
        <source>its stacks of matrices do not broadcast</source>
        <translation>其矩阵堆叠无法广播</translation>
    </message>
    <message>
        <source>its third input does not broadcast to the result</source>
        <translation>其第三个输入无法广播到结果</translation>
    </message>
    <message>
        <source>its input does not fit its weights</source>
        <translation>其输入与权重不符</translation>
    </message>
    <message>
        <source>the window is larger than the input</source>
        <translation>窗口大于输入</translation>
    </message>
    <message>
        <source>there must be one parameter for each channel</source>
        <translation>每个通道必须有一个参数</translation>
    </message>
    <message>
        <source>it needs a second input</source>
        <translation>它需要第二个输入</translation>
    </message>
    <message>
        <source>its weights have a wrong shape</source>
        <translation>其权重的 shape 有误</translation>
    </message>
    <message>
        <source>its bias must hold one int32 for each output channel</source>
        <translation>其偏置必须为每个输出通道给出一个 int32</translation>
    </message>
    <message>
        <source>its input must be int8 with the channels of the weights</source>
        <translation>其输入必须为 int8 且通道数与权重一致</translation>
    </message>
    <message>
        <source>its matrices must be int8 and fit each other</source>
        <translation>其矩阵必须为 int8 且彼此匹配</translation>
    </message>
    <message>
        <source>there must be one scale for all columns or one for each</source>
        <translation>所有列必须共用一个 scale，或每列一个</translation>
    </message>
    <message>
        <source>it has no second matrix</source>
        <translation>它没有第二个矩阵</translation>
    </message>
    <message>
        <source>The sandbox board cannot run node “%1” (%2): %3.</source>
        <translation>沙箱开发板无法运行节点“%1”（%2）：%3。</translation>
    </message>
    <message>
        <source>Node “%1” (%2) is broken: %3.</source>
        <translation>节点“%1”（%2）有误：%3。</translation>
    </message>
    <message>
        <source>it has no kernel for this operator</source>
        <translation>该算子没有对应的 kernel</translation>
    </message>
    <message>
        <source>its permutation does not fit the input</source>
        <translation>其置换与输入不符</translation>
    </message>
    <message>
        <source>its axis is outside the input</source>
        <translation>其轴超出输入范围</translation>
    </message>
    <message>
        <source>its inputs have different ranks or types</source>
        <translation>其各输入的维数或类型不同</translation>
    </message>
    <message>
        <source>its inputs have different sizes outside the axis</source>
        <translation>其各输入在该轴以外的大小不同</translation>
    </message>
    <message>
        <source>the block size does not divide the channels</source>
        <translation>块大小不能整除通道数</translation>
    </message>
    <message>
        <source>the block size does not divide height and width</source>
        <translation>块大小不能整除高和宽</translation>
    </message>
    <message>
        <source>the integer unit has no form of this operator between DequantizeLinear and QuantizeLinear; pack it as a CPU node</source>
        <translation>整数单元不支持位于 DequantizeLinear 与 QuantizeLinear 之间的该算子；请将其打包为 CPU 节点</translation>
    </message>
    <message>
        <source>it has no input</source>
        <translation>它没有输入</translation>
    </message>
    <message>
        <source>its inputs and outputs are not as many as those of the code packed for it</source>
        <translation>其输入输出数量与为其打包的代码不一致</translation>
    </message>
    <message>
        <source>Node “%1” reads “%2”, which nothing computes before it.</source>
        <translation>节点“%1”读取了“%2”，但在它之前没有节点计算该值。</translation>
    </message>
    <message>
        <source>Nothing computes the output “%1”.</source>
        <translation>没有节点计算输出“%1”。</translation>
    </message>
    <message>
        <source>its window does not fit the input</source>
        <translation>其窗口与输入不符</translation>
    </message>
    <message>
        <source>its input must be int8 or float32</source>
        <translation>其输入必须为 int8 或 float32</translation>
    </message>
    <message>
        <source>there must be one scale for all channels or one for each</source>
        <translation>所有通道必须共用一个 scale，或每个通道一个</translation>
    </message>
    <message>
        <source>its input must be int8, int16 or int32</source>
        <translation>其输入必须为 int8、int16 或 int32</translation>
    </message>
    <message>
        <source>its input must be float32 with as many channels as scales</source>
        <translation>其输入必须为 float32，且通道数与 scale 数一致</translation>
    </message>
    <message>
        <source>its scales must be constants of float32</source>
        <translation>其 scale 必须为 float32 常量</translation>
    </message>
    <message>
        <source>its scales must be positive</source>
        <translation>其 scale 必须为正数</translation>
    </message>
    <message>
        <source>its zero points must be constants</source>
        <translation>其零点必须为常量</translation>
    </message>
    <message>
        <source>a constant of this size</source>
        <translation>这种大小的常量</translation>
    </message>
    <message>
        <source>its operands do not broadcast</source>
        <translation>其操作数无法广播</translation>
    </message>
    <message>
        <source>an axis is outside the input</source>
        <translation>某个轴超出输入范围</translation>
    </message>
    <message>
        <source>an output scale below 0.00001</source>
        <translation>输出 scale 小于 0.00001</translation>
    </message>
    <message>
        <source>its weights must be constants of int8 behind DequantizeLinear</source>
        <translation>其权重必须为 DequantizeLinear 之后的 int8 常量</translation>
    </message>
    <message>
        <source>the scales of its weights must lie along the output channels</source>
        <translation>其权重的 scale 必须沿输出通道排列</translation>
    </message>
    <message>
        <source>its operands must be int8 and broadcast to each other</source>
        <translation>其操作数必须为 int8 且可相互广播</translation>
    </message>
    <message>
        <source>its axes must be constants</source>
        <translation>其轴必须为常量</translation>
    </message>
    <message>
        <source>its scales or sizes must be constants</source>
        <translation>其 scales 或 sizes 必须为常量</translation>
    </message>
    <message>
        <source>cropping while resizing</source>
        <translation>缩放时裁剪</translation>
    </message>
    <message>
        <source>there must be one scale or size for each axis of the input</source>
        <translation>输入的每个轴都必须有一个 scale 或 size</translation>
    </message>
    <message>
        <source>the new shape does not hold as many elements as the input</source>
        <translation>新 shape 的元素数与输入不一致</translation>
    </message>
    <message>
        <source>it chooses by bools between float32</source>
        <translation>它只能按 bool 值在 float32 之间选择</translation>
    </message>
    <message>
        <source>starts and ends must be constants of equal length</source>
        <translation>starts 和 ends 必须为长度相同的常量</translation>
    </message>
    <message>
        <source>its axes and steps do not fit its starts</source>
        <translation>其 axes 和 steps 与 starts 不符</translation>
    </message>
    <message>
        <source>its parts do not add up to the input</source>
        <translation>其各部分之和与输入不符</translation>
    </message>
    <message>
        <source>an index is outside the input</source>
        <translation>某个索引超出输入范围</translation>
    </message>
    <message>
        <source>the input does not broadcast to the new shape</source>
        <translation>输入无法广播到新的 shape</translation>
    </message>
    <message>
        <source>there must be one repeat for each axis</source>
        <translation>每个轴必须有一个重复次数</translation>
    </message>
    <message>
        <source>padding mode “%1”</source>
        <translation>填充方式“%1”</translation>
    </message>
    <message>
        <source>there must be two pads for each axis</source>
        <translation>每个轴必须有两个 pad</translation>
    </message>
    <message>
        <source>its weights do not have the shape of a convolution</source>
        <translation>其权重的 shape 不符合卷积</translation>
    </message>
    <message>
        <source>pads must be given in numbers</source>
        <translation>pads 必须以数值给出</translation>
    </message>
    <message>
        <source>its window must have one or two spatial axes</source>
        <translation>其窗口必须有一个或两个空间轴</translation>
    </message>
    <message>
        <source>sizes, strides and dilations must be positive and pads not negative</source>
        <translation>大小、步长和膨胀必须为正，pad 不得为负</translation>
    </message>
    <message>
        <source>“%1” was built for a batch of %2, but its tensor “%3” has the shape %4.</source>
        <translation>“%1”按批大小 %2 编译，但其张量“%3”的形状为 %4。</translation>
    </message>
    <message>
        <source>The model takes %1 frames at once, which an input of shape %2 does not hold.</source>
        <translation>模型一次接收 %1 帧，而形状为 %2 的输入容纳不下。</translation>
    </message>
    <message>
        <source>its weights must be a constant of int8 with zero points of 0</source>
        <translation>其权重必须为 int8 常量，且零点为 0</translation>
    </message>
    <message>
        <source>zero points that are not of int8, or not as many as scales</source>
        <translation>零点不是 int8 类型，或其个数与 scale 的个数不同</translation>
    </message>
    <message>
        <source>zero points that differ by channel</source>
        <translation>各通道的零点不相同</translation>
    </message>
</context>
<context>
    <name>SchemaFile</name>
    <message>
        <source>There is no description of the config&apos;s keys in the language “%1”.</source>
        <translation>没有语言“%1”的配置参数说明。</translation>
    </message>
    <message>
        <source>The built-in description %1 cannot be read: %2.</source>
        <translation>无法读取内置说明 %1：%2。</translation>
    </message>
    <message>
        <source>The built-in description of %1 has no kind.</source>
        <translation>%1 的内置说明缺少 kind。</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>ONNX Runtime cannot load %1: %2. Check that it is an ONNX model of standard operators.</source>
        <translation>ONNX Runtime 无法加载%1：%2。请确认它是由标准算子组成的 ONNX 模型。</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>该模型</translation>
    </message>
    <message>
        <source>The model file “%1” does not exist; check the path and its spelling.</source>
        <translation>模型文件“%1”不存在；请检查路径及拼写。</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>The input “%1” takes %2 and was given %3; convert the data.</source>
        <translation>输入“%1”需要 %2，给出的却是 %3；请转换数据。</translation>
    </message>
    <message>
        <source>The input “%1” has the shape %2 and was given %3; reshape or transpose the data.</source>
        <translation>输入“%1”的 shape 为 %2，给出的却是 %3；请对数据做 reshape 或 transpose。</translation>
    </message>
    <message>
        <source>The model has no input “%1”; its inputs are: %2.</source>
        <translation>模型没有输入“%1”；它的输入有：%2。</translation>
    </message>
    <message>
        <source>Nothing was given for the model&apos;s input “%1”; its inputs are: %2.</source>
        <translation>没有为模型的输入“%1”给出数据；它的输入有：%2。</translation>
    </message>
</context>
<context>
    <name>Shape</name>
    <message>
        <source>“%1” is not a shape; write whole numbers joined by x, such as 1x3x224x224.</source>
        <translation>“%1”不是 shape；请写成以 x 连接的整数，例如 1x3x224x224。</translation>
    </message>
</context>
<context>
    <name>ShapeRules</name>
    <message>
        <source>The toolchain cannot read the shape “%1”.</source>
        <translation>工具链无法解析 shape“%1”。</translation>
    </message>
    <message>
        <source>Sizes are joined by x, as in 1x3x224x224; semicolons separate inputs.</source>
        <translation>各维以 x 连接，例如 1x3x224x224；不同输入以分号分隔。</translation>
    </message>
    <message>
        <source>X3 cannot convert %1 with the shape %2.</source>
        <translation>X3 无法转换 shape 为 %2 的%1。</translation>
    </message>
    <message>
        <source>On bernoulli2 inputs have exactly four axes.</source>
        <translation>在 bernoulli2 上输入必须恰好有四个轴。</translation>
    </message>
    <message>
        <source>%1 cannot be fed to %2, which is %3 wide and %4 high.</source>
        <translation>%1 不能送入%2，其宽为 %3、高为 %4。</translation>
    </message>
    <message>
        <source>Colour is stored for blocks of two by two pixels, so both sizes must be even.</source>
        <translation>颜色按 2×2 像素块存储，因此宽和高都必须是偶数。</translation>
    </message>
    <message>
        <source>The shape %1 of %2 has a size of 0.</source>
        <translation>%2的 shape %1 中有大小为 0 的轴。</translation>
    </message>
    <message>
        <source>The board model is compiled for one fixed size; every axis needs its own.</source>
        <translation>板端模型按固定的大小编译；每个轴都需要有确定的大小。</translation>
    </message>
    <message>
        <source>The program on the board must pad each row of %1 from %2 to %3 bytes.</source>
        <translation>板端程序须将%1的每一行从 %2 字节填充到 %3 字节。</translation>
    </message>
    <message>
        <source>Rows of nv12 and gray pictures start at multiples of 16 bytes there. Pictures that are fed without the padding arrive sheared.</source>
        <translation>在板端，nv12 和 gray 图片的每一行都从 16 字节的整数倍处开始。未经填充就送入的图片会逐行错位，呈倾斜状。</translation>
    </message>
    <message>
        <source>The toolchain may refuse yuv444 for %1, which is %2 wide and %3 high.</source>
        <translation>%1 宽 %2、高 %3，工具链可能拒绝 yuv444。</translation>
    </message>
    <message>
        <source>X3 and J5 want even sizes for yuv444; for X5 it is stated of nv12 only, and the sandbox refuses it too.</source>
        <translation>X3 和 J5 要求 yuv444 的宽高为偶数；X5 只对 nv12 有此说明，沙箱同样会拒绝。</translation>
    </message>
</context>
<context>
    <name>Ssh</name>
    <message>
        <source>%1 cannot be found: the name “%2” has no address; check its spelling, or name the IP address.</source>
        <translation>找不到%1：名称“%2”没有对应的地址；请检查拼写，或直接填写 IP 地址。</translation>
    </message>
    <message>
        <source>%1 does not answer (%2); check that it is switched on and that both are in one network.</source>
        <translation>%1没有响应（%2）；请检查其是否已开机，以及双方是否在同一网络中。</translation>
    </message>
    <message>
        <source>%1 refuses the connection: no ssh server answers at that port; start sshd there, or correct the port.</source>
        <translation>%1拒绝连接：该端口上没有 ssh 服务器响应；请在其上启动 sshd，或更正端口。</translation>
    </message>
    <message>
        <source>%1 shows another host key than the one in known_hosts: it was set up anew, or another machine answers in its place. If you know why, forget the old key with “ssh-keygen -R %2” and connect once by hand.</source>
        <translation>%1的主机密钥与 known_hosts 中的不同：它被重新安装过，或者是另一台机器在代其响应。若已知原因，请用“ssh-keygen -R %2”删除旧密钥，并手动连接一次。</translation>
    </message>
    <message>
        <source>The host key of %1 is not in known_hosts yet; connect once by hand with “ssh %2” and confirm it.</source>
        <translation>%1的主机密钥尚未记录在 known_hosts 中；请用“ssh %2”手动连接一次并确认密钥。</translation>
    </message>
    <message>
        <source>%1 does not let you in (%2); check the user, and put your key there with “ssh-copy-id %3” or load it with “ssh-add”.</source>
        <translation>%1不允许登录（%2）；请检查用户名，并用“ssh-copy-id %3”将密钥放到其上，或用“ssh-add”加载密钥。</translation>
    </message>
    <message>
        <source>ssh does not understand how %1 is to be reached (%2); correct the options.</source>
        <translation>ssh 无法理解连接%1的方式（%2）；请更正选项。</translation>
    </message>
    <message>
        <source>The connection to %1 was lost (%2); run it again when it is back.</source>
        <translation>与%1的连接已断开（%2）；恢复后请重新运行。</translation>
    </message>
</context>
<context>
    <name>StageEvaluator</name>
    <message>
        <source>“%1” cannot be evaluated without ONNX Runtime.</source>
        <translation>没有 ONNX Runtime，无法评测“%1”。</translation>
    </message>
    <message>
        <source>“%1” has %2 inputs; only models with one picture input can be evaluated on labelled pictures.</source>
        <translation>“%1”有 %2 个输入；只有单个图片输入的模型才能用标注图片评测。</translation>
    </message>
    <message>
        <source>The evaluation was cancelled.</source>
        <translation>评测已取消。</translation>
    </message>
    <message>
        <source>Evaluating %1</source>
        <translation>正在评测 %1</translation>
    </message>
</context>
<context>
    <name>StageMatcher</name>
    <message>
        <source>%1 was folded into %2.</source>
        <translation>%1 已折叠到 %2 中。</translation>
    </message>
    <message>
        <source>The measured scales of its calibration nodes went into the integer operator.</source>
        <translation>其校准节点统计出的 scale 已并入整数算子。</translation>
    </message>
    <message>
        <source>%1 runs in float between a DequantizeLinear and a QuantizeLinear of its own.</source>
        <translation>%1 以浮点运行，前后各有专用的 DequantizeLinear 和 QuantizeLinear。</translation>
    </message>
    <message>
        <source>Compiled into the code for the BPU, which cannot be looked into.</source>
        <translation>已编译为 BPU 代码，无法查看其内部。</translation>
    </message>
    <message>
        <source>Same name.</source>
        <translation>名称相同。</translation>
    </message>
    <message>
        <source>Same name, another operator.</source>
        <translation>名称相同，算子不同。</translation>
    </message>
    <message>
        <source>Same operator, and its output has the same name.</source>
        <translation>算子相同，且输出名称相同。</translation>
    </message>
    <message>
        <source>The same operator stands at the same place.</source>
        <translation>同一位置上是相同的算子。</translation>
    </message>
    <message>
        <source>One of several like operators at the same place, matched in their order.</source>
        <translation>同一位置上有多个相同的算子，此为按顺序匹配的其中之一。</translation>
    </message>
    <message>
        <source>The same operator feeds a node that is matched.</source>
        <translation>相同的算子，且其输出送入已匹配的节点。</translation>
    </message>
    <message>
        <source>The same operators stand in the same order between nodes that are matched.</source>
        <translation>在已匹配的节点之间，相同的算子以相同的顺序排列。</translation>
    </message>
    <message>
        <source>No other node of the two stages has the same surroundings.</source>
        <translation>两个阶段中没有其他节点具有相同的上下文。</translation>
    </message>
    <message>
        <source>The same operator with equal weights.</source>
        <translation>相同的算子，权重相等。</translation>
    </message>
    <message>
        <source>Its weights are alike, up to a scale for each channel and rounding.</source>
        <translation>权重相近，仅相差各通道的 scale 和舍入。</translation>
    </message>
    <message>
        <source>The Cast behind it was left out: its result has that type already.</source>
        <translation>其后的 Cast 已略去：结果本来就是该类型。</translation>
    </message>
    <message>
        <source>Here a float value becomes an integer one, with the measured scale.</source>
        <translation>此处浮点值按统计出的 scale 变为整数值。</translation>
    </message>
    <message>
        <source>%1 was replaced by several nodes that do its work.</source>
        <translation>%1 已被完成相同工作的多个节点取代。</translation>
    </message>
    <message>
        <source>Corrected by you.</source>
        <translation>由你更正。</translation>
    </message>
    <message>
        <source>The same operator makes the same output of the network.</source>
        <translation>相同的算子，生成网络的同一个输出。</translation>
    </message>
    <message>
        <source>It stands at the same place, between nodes that are matched.</source>
        <translation>它位于已匹配节点之间的同一位置。</translation>
    </message>
    <message>
        <source>It makes the same constant of a node that is matched.</source>
        <translation>它为已匹配的节点生成同一个常量。</translation>
    </message>
    <message>
        <source>One of several nodes that cannot be told apart by what stands around them.</source>
        <translation>仅凭周围的节点无法区分的几个节点之一。</translation>
    </message>
    <message>
        <source>All that stands before and behind it is the same.</source>
        <translation>其前后的全部节点都相同。</translation>
    </message>
</context>
<context>
    <name>StageTitle</name>
    <message>
        <source>Float</source>
        <translation>浮点</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Optimized</source>
        <translation>优化</translation>
    </message>
    <message>
        <source>Calibrated</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Quantized</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Board .bin</source>
        <translation>板端 .bin</translation>
    </message>
    <message>
        <source>The model as it was trained.</source>
        <translation>训练得到的模型。</translation>
    </message>
    <message>
        <source>The same model with the preprocessing node in front.</source>
        <translation>同一模型，前面加上了预处理节点。</translation>
    </message>
    <message>
        <source>Constants and normalizations folded, still in floating point.</source>
        <translation>常量和归一化已折叠，仍为浮点。</translation>
    </message>
    <message>
        <source>With the value ranges measured on the calibration data.</source>
        <translation>带有用校准数据统计出的取值范围。</translation>
    </message>
    <message>
        <source>In integer arithmetic, as the board should compute it.</source>
        <translation>整数运算，即板端应有的计算方式。</translation>
    </message>
    <message>
        <source>The compiled .bin, run on the board.</source>
        <translation>编译得到的 .bin，在开发板上运行。</translation>
    </message>
</context>
<context>
    <name>StandInTensor</name>
    <message>
        <source>A tensor of %1 cannot stand in for one of %2.</source>
        <translation>shape 为 %1 的张量不能代替 shape 为 %2 的张量。</translation>
    </message>
</context>
<context>
    <name>Stories</name>
    <message>
        <source>The diagnosis names no setting that could be fixed.</source>
        <translation>诊断没有指出可以修复的设置。</translation>
    </message>
    <message>
        <source>There is no .bin to diagnose; compile the config first or add the file.</source>
        <translation>没有可诊断的 .bin；请先编译配置，或添加该文件。</translation>
    </message>
</context>
<context>
    <name>Stream</name>
    <message>
        <source>The program “%1” could not be started (%2); check that it is installed and may be executed.</source>
        <translation>程序“%1”无法启动（%2）；请检查它是否已安装并具有执行权限。</translation>
    </message>
</context>
<context>
    <name>SweepFigures</name>
    <message>
        <source>The best is %1, by: %2; among equals by: %3.</source>
        <translation>最好的是 %1，依据：%2；相同时依据：%3。</translation>
    </message>
    <message>
        <source>The best is %1, by: %2.</source>
        <translation>最好的是 %1，依据：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%n others are as good.</source>
        <translation>
            <numerusform>另有 %n 个同样好。</numerusform>
        </translation>
    </message>
    <message>
        <source>(not written)</source>
        <translation>（未写）</translation>
    </message>
</context>
<context>
    <name>SweepKeys</name>
    <message>
        <source>“%1” is not a key of the config.</source>
        <translation>“%1”不是配置的键。</translation>
    </message>
    <message>
        <source>Perhaps %1 is meant.</source>
        <translation>也许想写的是 %1。</translation>
    </message>
    <message>
        <source>A value is missing in “%1”; write &quot;&quot; for a variant without the key.</source>
        <translation>“%1”中缺少一个取值；若要一个不写此键的变体，请写 &quot;&quot;。</translation>
    </message>
    <message>
        <source>A quotation mark in “%1” has no partner before the next comma; add it.</source>
        <translation>“%1”中有一个引号在下一个逗号之前没有配对；请补上。</translation>
    </message>
    <message>
        <source>%1 holds a map, to which a sweep cannot give values.</source>
        <translation>%1 是一个映射，扫描无法给它取值。</translation>
    </message>
    <message>
        <source>%1 is set anew for every run, so there is nothing to vary.</source>
        <translation>%1 每次运行都会重新设定，没有可变化之处。</translation>
    </message>
</context>
<context>
    <name>SweepPlans</name>
    <message>
        <source>A sweep needs a key to vary; choose one.</source>
        <translation>扫描需要一个要变化的键；请选择一个。</translation>
    </message>
    <message>
        <source>A sweep varies one key or two, not %1; leave some out.</source>
        <translation>一次扫描变化一个或两个键，而不是 %1 个；请去掉一些。</translation>
    </message>
    <message>
        <source>%1 is varied twice; choose another second key.</source>
        <translation>%1 被变化了两次；请另选第二个键。</translation>
    </message>
    <message>
        <source>No value is given for %1; name at least one.</source>
        <translation>没有给出 %1 的取值；请至少给出一个。</translation>
    </message>
    <message>
        <source>The value “%1” of %2 is given twice; take one away.</source>
        <translation>%2 的取值“%1”给出了两次；请去掉一个。</translation>
    </message>
    <message>
        <source>The sweep would make %1 runs; more than %2 are not made at once.</source>
        <translation>这次扫描将产生 %1 次运行；一次不会超过 %2 次。</translation>
    </message>
    <message>
        <source>The check of the sweep was stopped.</source>
        <translation>对扫描的检查已停止。</translation>
    </message>
    <message>
        <source>Checking the variants</source>
        <translation>正在检查各变体</translation>
    </message>
</context>
<context>
    <name>SweepRecords</name>
    <message>
        <source>The run %1 was removed.</source>
        <translation>运行 %1 已被删除。</translation>
    </message>
    <message>
        <source>No record of the sweep can be made in “%1”; check that it may be written to.</source>
        <translation>无法在“%1”中写入扫描记录；请检查是否有写入权限。</translation>
    </message>
    <message>
        <source>The record of the sweep, “%1”, is damaged (%2); its runs are kept.</source>
        <translation>扫描记录“%1”已损坏（%2）；其运行仍保留。</translation>
    </message>
</context>
<context>
    <name>SweepRunner</name>
    <message>
        <source>reading the inputs</source>
        <translation>正在读取输入</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <translation>%2 中的第 %1 个，%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>TakingUp</name>
    <message>
        <source>The run “%1” is not over yet: another window or command follows it.</source>
        <translation>编译“%1”尚未结束：另一个窗口或命令正在跟踪它。</translation>
    </message>
    <message>
        <source>The run “%1” was not left on another machine, so it cannot be taken up again; compile again.</source>
        <translation>编译“%1”没有留在其他机器上运行，因此无法重新接续；请重新编译。</translation>
    </message>
</context>
<context>
    <name>Tar</name>
    <message>
        <source>What was sent back is no archive, or it was damaged on the way.</source>
        <translation>传回的内容不是归档文件，或在传输途中损坏。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be written: %2.</source>
        <translation>无法写入文件“%1”：%2。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read: %2.</source>
        <translation>无法读取文件“%1”：%2。</translation>
    </message>
    <message>
        <source>The file “%1” became shorter while it was sent; try again.</source>
        <translation>文件“%1”在传输过程中变短了；请重试。</translation>
    </message>
</context>
<context>
    <name>TellApart</name>
    <message>
        <source>Run the board on a picture with different slopes in each direction and colour: there the two predict different results.</source>
        <translation>请在开发板上运行一张各方向、各颜色渐变都不同的图片：对于这样的图片，两种原因预测的结果不同。</translation>
    </message>
    <message>
        <source>Dump the bytes that the board program hands over: only one of the two shows in them.</source>
        <translation>请 dump 板端程序送入的字节：两种原因中只有一种会在其中体现。</translation>
    </message>
    <message>
        <source>Dump the layers: what the first one reads tells the two apart.</source>
        <translation>请 dump 各层：由第一层读到的内容即可区分两者。</translation>
    </message>
</context>
<context>
    <name>TemplateCases</name>
    <message>
        <source>Camera or video decoder (nv12), trained on rgb</source>
        <translation>摄像头或视频解码器（nv12），以 rgb 训练</translation>
    </message>
    <message>
        <source>Camera or video decoder (nv12), trained on bgr, as OpenCV reads pictures</source>
        <translation>摄像头或视频解码器（nv12），以 bgr 训练（OpenCV 读图的顺序）</translation>
    </message>
    <message>
        <source>The program feeds rgb pictures, as the network was trained</source>
        <translation>程序送入 rgb 图片，与训练时相同</translation>
    </message>
    <message>
        <source>The program feeds bgr pictures, as OpenCV reads them and as in training</source>
        <translation>程序送入 bgr 图片（OpenCV 读图的顺序），与训练时相同</translation>
    </message>
    <message>
        <source>Trained on and fed with yuv444</source>
        <translation>以 yuv444 训练，也送入 yuv444</translation>
    </message>
    <message>
        <source>One channel: gray pictures, or the Y plane of a camera</source>
        <translation>单通道：灰度图，或摄像头的 Y 平面</translation>
    </message>
    <message>
        <source>No picture: numbers that the program prepares itself</source>
        <translation>不是图片：由程序自行准备的数值</translation>
    </message>
    <message>
        <source>X3 (bernoulli2) takes inputs of four axes only, and this one is %1; export the model with four, such as 1xCx1x1.</source>
        <translation>X3（bernoulli2）只接受四维输入，而该输入为 %1；请以四维导出模型，例如 1xCx1x1。</translation>
    </message>
    <message>
        <source>A picture has four axes, and this input is %1.</source>
        <translation>图片有四个维度，而该输入为 %1。</translation>
    </message>
    <message>
        <source>The number of channels is %1, and %2 needs %3.</source>
        <translation>通道数为 %1，而 %2 需要 %3。</translation>
    </message>
    <message>
        <source>%1 needs an even height and width, and this input is %2.</source>
        <translation>%1 要求高和宽为偶数，而该输入为 %2。</translation>
    </message>
    <message>
        <source>Training divided the pixels by 255</source>
        <translation>训练时像素除以了 255</translation>
    </message>
    <message>
        <source>Training brought the pixels to -1 … 1: (x - 127.5) / 127.5</source>
        <translation>训练时像素归一化到 -1 … 1：(x - 127.5) / 127.5</translation>
    </message>
    <message>
        <source>Training used the means and deviations of ImageNet</source>
        <translation>训练时使用 ImageNet 的均值和标准差</translation>
    </message>
    <message>
        <source>Training used the values as they are, or the model normalizes by itself</source>
        <translation>训练时直接使用原始数值，或模型自行归一化</translation>
    </message>
</context>
<context>
    <name>TemplateModel</name>
    <message>
        <source>“%1” is a board file; a config is made from the float model in ONNX.</source>
        <translation>“%1”是板端文件；新建配置需要 ONNX 格式的浮点模型。</translation>
    </message>
</context>
<context>
    <name>Tensor</name>
    <message>
        <source>%1 bytes do not make a tensor of shape %2 and type %3.</source>
        <translation>%1 字节无法构成 shape 为 %2、类型为 %3 的张量。</translation>
    </message>
</context>
<context>
    <name>TensorDigest</name>
    <message>
        <source>The two tensors cannot be laid over each other.</source>
        <translation>两个张量无法逐元素对应。</translation>
    </message>
</context>
<context>
    <name>TensorPlanes</name>
    <message>
        <source>The tensor ends too early.</source>
        <translation>张量数据不完整。</translation>
    </message>
</context>
<context>
    <name>TestPictures</name>
    <message>
        <source>No picture was written to “%1”: the verdict names no causes that a picture would tell apart.</source>
        <translation>没有将图片写入“%1”：结论中没有可用图片区分的原因。</translation>
    </message>
</context>
<context>
    <name>ThreeQuestions</name>
    <message>
        <source>Compile to find out.</source>
        <translation>编译后可知。</translation>
    </message>
    <message>
        <source>Evaluate to find out.</source>
        <translation>评测后可知。</translation>
    </message>
    <message>
        <source>Yes: top-1 %1 % against %2 %.</source>
        <translation>是：top-1 %1%，对照 %2%。</translation>
    </message>
    <message>
        <source>No: top-1 %1 % against %2 %.</source>
        <translation>否：top-1 %1%，对照 %2%。</translation>
    </message>
    <message>
        <source>Is the float model right?</source>
        <translation>浮点模型正确吗？</translation>
    </message>
    <message>
        <source>It must classify labelled pictures as well as it did in training.</source>
        <translation>它对带标注图片的分类应与训练时一样好。</translation>
    </message>
    <message>
        <source>Does the quantized model agree?</source>
        <translation>量化模型与浮点模型一致吗？</translation>
    </message>
    <message>
        <source>Integer arithmetic may cost a point or two, not more.</source>
        <translation>整数运算可能损失一两个百分点，但不应更多。</translation>
    </message>
    <message>
        <source>Does the board agree?</source>
        <translation>板端与量化模型一致吗？</translation>
    </message>
    <message>
        <source>Fed as it asks to be fed, it must compute what the quantized model computes.</source>
        <translation>按要求送入数据时，其计算结果必须与量化模型相同。</translation>
    </message>
    <message>
        <source>It gets %1 % of %2 pictures right.</source>
        <translation>%2 张图片中答对 %1%。</translation>
    </message>
</context>
<context>
    <name>ToolRunner</name>
    <message>
        <source>The log “%1” cannot be written (%2).</source>
        <translation>日志“%1”无法写入（%2）。</translation>
    </message>
    <message>
        <source>The run was stopped on request.</source>
        <translation>已按要求停止运行。</translation>
    </message>
    <message>
        <source>The log “%1” is not whole (%2).</source>
        <translation>日志“%1”不完整（%2）。</translation>
    </message>
    <message>
        <source>The last it said was “%1”.</source>
        <translation>它最后的输出是“%1”。</translation>
    </message>
</context>
<context>
    <name>ToolchainFile</name>
    <message>
        <source>“%1” cannot be used: %2</source>
        <translation>“%1”无法使用：%2</translation>
    </message>
    <message>
        <source>a mount of %1</source>
        <translation>%1的挂载</translation>
    </message>
    <message>
        <source>“probed” of %1</source>
        <translation>%1的“probed”</translation>
    </message>
    <message>
        <source>toolchain %1</source>
        <translation>第 %1 个工具链</translation>
    </message>
    <message>
        <source>“place” of %1 is “%2”; it can be local, image, container or host.</source>
        <translation>%1的“place”是“%2”；它可以是 local、image、container 或 host。</translation>
    </message>
    <message>
        <source>there are two toolchains “%1”.</source>
        <translation>有两个名为“%1”的工具链。</translation>
    </message>
</context>
<context>
    <name>ToolchainProbe</name>
    <message>
        <source>The toolchain “%1” cannot be reached: %2</source>
        <translation>无法连接工具链“%1”：%2</translation>
    </message>
    <message>
        <source>“%1 --version” of the toolchain “%2” gave no version; check the program. It said “%3”.</source>
        <translation>工具链“%2”的“%1 --version”没有给出版本；请检查该程序。它的输出是“%3”。</translation>
    </message>
    <message>
        <source>The search for toolchains was stopped.</source>
        <translation>已停止查找工具链。</translation>
    </message>
</context>
<context>
    <name>Toolchains</name>
    <message>
        <source>The toolchain “%1” runs on this machine, so it has neither a target nor mounts; take them out or choose another kind.</source>
        <translation>工具链“%1”在本机运行，因此没有目标和挂载；请删除它们或选择其他类型。</translation>
    </message>
    <message>
        <source>The toolchain “%1” does not say where it runs; name the image, the container or the host.</source>
        <translation>工具链“%1”没有说明在哪里运行；请填写镜像、容器或主机。</translation>
    </message>
    <message>
        <source>“%1” cannot be the image, container or host of the toolchain “%2”; a name does not begin with “-”.</source>
        <translation>“%1”不能作为工具链“%2”的镜像、容器或主机；名称不能以“-”开头。</translation>
    </message>
    <message>
        <source>The toolchain “%1” does not say by which program it is reached; name docker, podman or ssh.</source>
        <translation>工具链“%1”没有说明通过哪个程序连接；请填写 docker、podman 或 ssh。</translation>
    </message>
    <message>
        <source>The mount “%1” of the toolchain “%2” is not absolute; write the whole path, from “/” on.</source>
        <translation>工具链“%2”的挂载“%1”不是绝对路径；请写出以“/”开头的完整路径。</translation>
    </message>
    <message>
        <source>The folder “%1” of the toolchain “%2” is not absolute; write the whole path, from “/” on.</source>
        <translation>工具链“%2”的文件夹“%1”不是绝对路径；请写出以“/”开头的完整路径。</translation>
    </message>
    <message>
        <source>A toolchain needs a name.</source>
        <translation>工具链需要一个名称。</translation>
    </message>
    <message>
        <source>“sandbox” is the built-in toolchain; choose another name.</source>
        <translation>“sandbox”是内置工具链；请换一个名称。</translation>
    </message>
    <message>
        <source>The toolchain “%1” does not name its program, such as hb_mapper.</source>
        <translation>工具链“%1”没有指明程序，例如 hb_mapper。</translation>
    </message>
    <message>
        <source>“%1” cannot be the program of the toolchain “%2”; it holds “=” or begins with “-”.</source>
        <translation>“%1”不能作为工具链“%2”的程序；它含有“=”或以“-”开头。</translation>
    </message>
    <message>
        <source>“%1” is no name for a variable of the environment of the toolchain “%2”; use letters, digits and “_”.</source>
        <translation>“%1”不能作为工具链“%2”的环境变量名；请使用字母、数字和“_”。</translation>
    </message>
    <message>
        <source>image %1 (%2)</source>
        <translation>镜像 %1(%2)</translation>
    </message>
    <message>
        <source>container %1 (%2)</source>
        <translation>容器 %1(%2)</translation>
    </message>
    <message>
        <source>host %1</source>
        <translation>主机 %1</translation>
    </message>
</context>
<context>
    <name>TrainingFaults</name>
    <message>
        <source>The diagnosis was cancelled.</source>
        <translation>诊断已取消。</translation>
    </message>
</context>
<context>
    <name>TrainingVariants</name>
    <message>
        <source>Set %1 to “%2” and compile again.</source>
        <translation>将 %1 设为“%2”并重新编译。</translation>
    </message>
    <message>
        <source>mean_value is in the wrong channel order</source>
        <translation>mean_value 的通道顺序错误</translation>
    </message>
    <message>
        <source>mean_value is in the wrong order: the training program subtracts its numbers from the channels the other way round.</source>
        <translation>mean_value 的顺序错误：训练程序以相反的通道顺序减去这些数值。</translation>
    </message>
    <message>
        <source>scale_value is in the wrong channel order</source>
        <translation>scale_value 的通道顺序错误</translation>
    </message>
    <message>
        <source>scale_value is in the wrong order: the training program applies its numbers to the channels the other way round.</source>
        <translation>scale_value 的顺序错误：训练程序以相反的通道顺序应用这些数值。</translation>
    </message>
    <message>
        <source>mean_value and scale_value are in the wrong channel order</source>
        <translation>mean_value 和 scale_value 的通道顺序错误</translation>
    </message>
    <message>
        <source>mean_value and scale_value are both in the wrong channel order; they follow the order of input_type_train.</source>
        <translation>mean_value 和 scale_value 的通道顺序都错误；它们应按 input_type_train 的通道顺序排列。</translation>
    </message>
    <message>
        <source>input_type_train names the wrong colour order</source>
        <translation>input_type_train 的颜色顺序错误</translation>
    </message>
    <message>
        <source>input_type_train is wrong: the network was trained on the other order of red and blue.</source>
        <translation>input_type_train 错误：网络训练时的红蓝顺序与之相反。</translation>
    </message>
    <message>
        <source>scale_value holds divisors (std) where factors are meant</source>
        <translation>scale_value 写的是除数（std），而应为乘数</translation>
    </message>
    <message>
        <source>scale_value is inverted: it holds what the training program divides by, and the toolchain multiplies by it.</source>
        <translation>scale_value 写反了：其中是训练程序的除数，而工具链会用它去乘。</translation>
    </message>
    <message>
        <source>scale_value lacks the division by 255</source>
        <translation>scale_value 没有包含除以 255</translation>
    </message>
    <message>
        <source>scale_value is 255 times too large: the division by 255 is missing.</source>
        <translation>scale_value 大了 255 倍：缺少除以 255。</translation>
    </message>
    <message>
        <source>scale_value holds the division by 255 twice</source>
        <translation>scale_value 包含了两次除以 255</translation>
    </message>
    <message>
        <source>scale_value is 255 times too small: the division by 255 is in it twice.</source>
        <translation>scale_value 小了 255 倍：其中除以 255 做了两次。</translation>
    </message>
    <message>
        <source>mean_value is given for pixels from 0 to 1</source>
        <translation>mean_value 是按 0 到 1 的像素给出的</translation>
    </message>
    <message>
        <source>mean_value is in units of 0 to 1, and the toolchain subtracts it from pixels of 0 to 255.</source>
        <translation>mean_value 以 0 到 1 为单位，而工具链是从 0 到 255 的像素中减去它。</translation>
    </message>
    <message>
        <source>The network takes plain pixels</source>
        <translation>网络需要原始像素</translation>
    </message>
    <message>
        <source>The normalization is superfluous: the training program feeds plain pixels, or the network normalizes them itself.</source>
        <translation>归一化是多余的：训练程序送入的是原始像素，或者网络自身会做归一化。</translation>
    </message>
    <message>
        <source>norm_type leaves mean_value or scale_value unused</source>
        <translation>norm_type 没有用到 mean_value 或 scale_value</translation>
    </message>
    <message>
        <source>norm_type does not use all that is given: the training program applies both mean_value and scale_value.</source>
        <translation>norm_type 没有用到给出的全部数值：训练程序同时应用 mean_value 和 scale_value。</translation>
    </message>
    <message>
        <source>The training program normalizes otherwise (%1)</source>
        <translation>训练程序的归一化方式不同（%1）</translation>
    </message>
    <message>
        <source>The normalization in the config is not the training program&apos;s, which is %1: mean %2, scale %3.</source>
        <translation>配置中的归一化与训练程序的不同，后者为 %1：mean 为 %2，scale 为 %3。</translation>
    </message>
</context>
<context>
    <name>Trials</name>
    <message>
        <source>Testing: %1</source>
        <translation>正在检验：%1</translation>
    </message>
    <message>
        <source>The diagnosis was cancelled.</source>
        <translation>诊断已取消。</translation>
    </message>
    <message>
        <source>Testing two causes at once</source>
        <translation>正在同时检验两种原因</translation>
    </message>
</context>
<context>
    <name>ValueRules</name>
    <message>
        <source>The toolchain does not know “%1” as a value of %2.</source>
        <translation>“%1”不是工具链认识的 %2 取值。</translation>
    </message>
    <message>
        <source>It knows %1.</source>
        <translation>可用的取值有 %1。</translation>
    </message>
    <message>
        <source>“%1” is neither True nor False.</source>
        <translation>“%1”既不是 True 也不是 False。</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是数值。</translation>
    </message>
    <message>
        <source>ON without quotes is read as “true”, and the node stays where it was.</source>
        <translation>不带引号的 ON 会被读作“true”，节点的运行位置不会改变。</translation>
    </message>
    <message>
        <source>YAML 1.1, which the toolchain reads, takes a bare ON for a yes. Write &apos;ON&apos;.</source>
        <translation>工具链按 YAML 1.1 读取，其中不带引号的 ON 表示“是”。请写成 &apos;ON&apos;。</translation>
    </message>
</context>
<context>
    <name>VerdictText</name>
    <message>
        <source>confidence high (%1 %)</source>
        <translation>置信度高（%1%）</translation>
    </message>
    <message>
        <source>confidence medium (%1 %)</source>
        <translation>置信度中（%1%）</translation>
    </message>
    <message>
        <source>confidence low (%1 %)</source>
        <translation>置信度低（%1%）</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>close</source>
        <translation>接近</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>未检验</translation>
    </message>
    <message>
        <source>cosine %1 → %2 if so; %3</source>
        <translation>若成立，余弦相似度 %1 → %2；%3</translation>
    </message>
    <message>
        <source>%1, cosine %2</source>
        <translation>%1，余弦相似度 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Training program</source>
        <translation>训练程序</translation>
    </message>
</context>
<context>
    <name>VerificationFiles</name>
    <message>
        <source>“%1” is no quantized model; name *_quantized_model.onnx.</source>
        <translation>“%1”不是量化模型；请指定 *_quantized_model.onnx。</translation>
    </message>
    <message>
        <source>“%1” holds one model, but %2 quantized models were given.</source>
        <translation>“%1”只含一个模型，却给出了 %2 个量化模型。</translation>
    </message>
    <message>
        <source>“%1” is no board model; name a .bin.</source>
        <translation>“%1”不是板端模型；请指定 .bin 文件。</translation>
    </message>
    <message>
        <source>“%1” holds no model “%2”, but %3.</source>
        <translation>“%1”中没有模型“%2”，只有 %3。</translation>
    </message>
    <message>
        <source>No quantized model was given for “%1” of the pack; name %1_quantized_model.onnx, or choose another model by --model-name.</source>
        <translation>没有为模型包中的“%1”给出量化模型；请指定 %1_quantized_model.onnx，或用 --model-name 选择另一个模型。</translation>
    </message>
</context>
<context>
    <name>VerificationReference</name>
    <message>
        <source>“%1” has %2 inputs, but the board model “%3” has %4; they are not of one conversion.</source>
        <translation>“%1”有 %2 个输入，而板端模型“%3”有 %4 个；它们不属于同一次转换。</translation>
    </message>
    <message>
        <source>The input “%1” takes %2 bytes on the board, but %3 were fed; a model whose input nodes were removed, or with a batch, cannot be compared on the same bytes.</source>
        <translation>输入“%1”在板端需要 %2 字节，实际送入 %3 字节；删除了输入节点或带批次的模型无法用相同的字节进行比较。</translation>
    </message>
</context>
<context>
    <name>VerificationSamples</name>
    <message>
        <source>“%1” has %2 inputs; “%3” needs a sub-folder for each, called like it, with as many files as the others: “%4” has %5.</source>
        <translation>“%1”有 %2 个输入；“%3”中每个输入都需要一个同名子文件夹，文件数须相同：“%4”有 %5 个。</translation>
    </message>
</context>
<context>
    <name>Verifier</name>
    <message>
        <source>The verification was cancelled.</source>
        <translation>验证已取消。</translation>
    </message>
    <message>
        <source>Verifying %1</source>
        <translation>正在验证 %1</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>What is to be sent cannot be gathered in “%1”; check that there is room.</source>
        <translation>无法在“%1”中准备要发送的文件；请检查是否有空间。</translation>
    </message>
    <message>
        <source>The files of the run cannot be copied to the %1. %2</source>
        <translation>无法把本次运行的文件复制到%1。%2</translation>
    </message>
    <message>
        <source>The program “%1” ended with exit code %2.</source>
        <translation>程序“%1”以退出码 %2 结束。</translation>
    </message>
    <message>
        <source>The program “%1” was ended from outside.</source>
        <translation>程序“%1”被外部终止。</translation>
    </message>
    <message>
        <source>The connection to the %1 was lost while “%2” ran; run it again when it is back.</source>
        <translation>“%2”运行时与%1的连接中断；连接恢复后请重新运行。</translation>
    </message>
    <message>
        <source>The program “%1” crashed (signal %2).</source>
        <translation>程序“%1”崩溃(信号 %2)。</translation>
    </message>
    <message>
        <source>The program “%1” could not be started; check that it is installed and may be executed.</source>
        <translation>程序“%1”无法启动；请检查是否已安装且可执行。</translation>
    </message>
    <message>
        <source>There is no program “%1” in the %2; check the toolchain&apos;s settings.</source>
        <translation>%2中没有程序“%1”；请检查该工具链的设置。</translation>
    </message>
    <message>
        <source>The run&apos;s folder “%1” is not to be seen from the %2; check the mounts of the toolchain.</source>
        <translation>从%2看不到运行文件夹“%1”；请检查该工具链的挂载。</translation>
    </message>
    <message>
        <source>The program “setsid” is missing where “%1” is to run; install util-linux there.</source>
        <translation>“%1”的运行环境缺少程序“setsid”；请在那里安装 util-linux。</translation>
    </message>
    <message>
        <source>The program “%1” could not be started: %2</source>
        <translation>程序“%1”无法启动：%2</translation>
    </message>
    <message>
        <source>The %1 cannot be reached: %2</source>
        <translation>无法连接%1：%2</translation>
    </message>
    <message>
        <source>The results cannot be brought back from the %1; they are kept there in “%2”. %3</source>
        <translation>无法从%1取回结果；结果保留在那里的“%2”中。%3</translation>
    </message>
    <message>
        <source>The connection to the %1 was lost while “%2” ran; it goes on there: take the run up again when the connection is back.</source>
        <translation>“%2”运行时与%1的连接中断；它仍在那里继续运行：连接恢复后请重新接续该编译。</translation>
    </message>
    <message>
        <source>The program “%1” did not end within %2 seconds and was stopped.</source>
        <translation>程序“%1”未在 %2 秒内结束，已被停止。</translation>
    </message>
    <message>
        <source>The program “%1” was stopped on request.</source>
        <translation>程序“%1”已按要求停止。</translation>
    </message>
    <message>
        <source>Nothing of the run is left on the %1; compile again.</source>
        <translation>%1上已没有该编译的任何内容；请重新编译。</translation>
    </message>
</context>
<context>
    <name>WrittenValue</name>
    <message>
        <source>“%1” is no value for %2: write a map as {&quot;name&quot;: {&quot;ON&quot;: &quot;CPU&quot;}} and close every quote, brace and bracket.</source>
        <translation>“%1”不是 %2 的合法值：映射请写成 {&quot;name&quot;: {&quot;ON&quot;: &quot;CPU&quot;}}，并闭合所有引号和括号。</translation>
    </message>
    <message>
        <source>%1 is written over several lines; edit it in the text.</source>
        <translation>%1 写成了多行，请在文本中编辑。</translation>
    </message>
    <message>
        <source>%1 cannot be set here without changing something else; edit it in the text.</source>
        <translation>在此设置 %1 会改动其他内容，请在文本中编辑。</translation>
    </message>
</context>
<context>
    <name>YamlGuard</name>
    <message>
        <source>Line %1, column %2</source>
        <translation>第 %1 行第 %2 列</translation>
    </message>
    <message>
        <source>%1, line %2, column %3</source>
        <translation>%1，第 %2 行第 %3 列</translation>
    </message>
    <message>
        <source>The text is %1 bytes long, which no conversion config is; open the right file.</source>
        <translation>文本长达 %1 字节，不可能是转换配置；请打开正确的文件。</translation>
    </message>
    <message>
        <source>%1: the control character %2 may not stand in YAML; remove it, or save the file as UTF-8 if it is in another encoding.</source>
        <translation>%1：YAML 中不允许出现控制字符 %2；请删除，若文件是其他编码请另存为 UTF-8。</translation>
    </message>
    <message>
        <source>%1: the text is not UTF-8 from here on; save the file as UTF-8.</source>
        <translation>%1：文本从此处起不是 UTF-8；请将文件保存为 UTF-8。</translation>
    </message>
    <message>
        <source>%1: brackets are nested too deeply; a conversion config needs two levels.</source>
        <translation>%1：括号嵌套过深；转换配置只需要两层。</translation>
    </message>
    <message>
        <source>a colon stands where none may stand; quote the value, or check the indentation of this line and the one above</source>
        <translation>此处不应出现冒号；请给值加上引号，或检查本行及上一行的缩进</translation>
    </message>
    <message>
        <source>a key may not stand here; check the indentation</source>
        <translation>此处不应出现键；请检查缩进</translation>
    </message>
    <message>
        <source>the indentation fits none of the lines above, or a key has no colon and value</source>
        <translation>缩进与上面各行都不一致，或某个键缺少冒号和值</translation>
    </message>
    <message>
        <source>a line of this list is not indented like the others</source>
        <translation>该列表中有一行的缩进与其他行不一致</translation>
    </message>
    <message>
        <source>a { is never closed, or a comma is missing within the braces</source>
        <translation>有 { 未闭合，或大括号内缺少逗号</translation>
    </message>
    <message>
        <source>a [ is never closed, or a comma is missing within the brackets</source>
        <translation>有 [ 未闭合，或方括号内缺少逗号</translation>
    </message>
    <message>
        <source>the text ends inside quotes; a closing quote is missing</source>
        <translation>文本在引号内结束；缺少右引号</translation>
    </message>
    <message>
        <source>the document ends inside quotes; a quote is missing</source>
        <translation>文档在引号内结束；缺少引号</translation>
    </message>
    <message>
        <source>a quoted text goes on with too little indentation; perhaps a closing quote is missing above</source>
        <translation>引号内的文本换行后缩进不足；可能是上面缺少右引号</translation>
    </message>
    <message>
        <source>a value cannot begin with this character; put it in quotes</source>
        <translation>值不能以该字符开头；请加上引号</translation>
    </message>
    <message>
        <source>a list item may not stand here; check the indentation</source>
        <translation>此处不应出现列表项；请检查缩进</translation>
    </message>
    <message>
        <source>a closing bracket has no opening one</source>
        <translation>右括号没有对应的左括号</translation>
    </message>
    <message>
        <source>a tab cannot indent YAML; use spaces</source>
        <translation>YAML 不能用制表符缩进；请使用空格</translation>
    </message>
    <message>
        <source>this alias names an anchor that is not defined above</source>
        <translation>该别名引用的锚点在上文没有定义</translation>
    </message>
    <message>
        <source>one value has two anchors</source>
        <translation>一个值有两个锚点</translation>
    </message>
    <message>
        <source>it is not valid YAML (%1)</source>
        <translation>不是有效的 YAML（%1）</translation>
    </message>
    <message>
        <source>“%1” is %2 bytes long, which no conversion config is; open the right file.</source>
        <translation>“%1”长 %2 字节，转换配置不会这么长，请打开正确的文件。</translation>
    </message>
</context>
<context>
    <name>YamlParser</name>
    <message>
        <source>%1: the text is nested too deeply; a conversion config needs two levels.</source>
        <translation>%1：文本嵌套过深；转换配置只需要两层。</translation>
    </message>
    <message>
        <source>%1: the quote that opens here is never closed; add the closing quote.</source>
        <translation>%1：此处的引号没有闭合；请补上右引号。</translation>
    </message>
    <message>
        <source>%1: the text is no map of groups; a conversion config begins with a group such as “model_parameters:”.</source>
        <translation>%1：文本不是由参数组构成的映射；转换配置以参数组开头，例如“model_parameters:”。</translation>
    </message>
    <message>
        <source>%1: a tab cannot indent YAML; replace it by spaces.</source>
        <translation>%1：YAML 不能用制表符缩进；请改用空格。</translation>
    </message>
    <message>
        <source>%1: the YAML cannot be read, %2.</source>
        <translation>%1：无法读取 YAML，%2。</translation>
    </message>
    <message>
        <source>The text holds more than one YAML document; keep the first and remove the line “---” and what follows it.</source>
        <translation>文本含有多个 YAML 文档；请保留第一个，删除“---”行及其后的内容。</translation>
    </message>
    <message>
        <source>The YAML cannot be read: %1.</source>
        <translation>无法读取 YAML：%1。</translation>
    </message>
    <message>
        <source>%1: the text has more than %2 keys, which no conversion config has; open the right file.</source>
        <translation>%1：文本的配置项超过 %2 个，转换配置不会如此，请打开正确的文件。</translation>
    </message>
    <message>
        <source>%1: an alias cannot stand in this file; write the value out.</source>
        <translation>%1：此文件中不能使用别名；请直接写出值。</translation>
    </message>
    <message>
        <source>%1: a key has to be a text on one line.</source>
        <translation>%1：键应为单行文本。</translation>
    </message>
</context>
<context>
    <name>YamlRules</name>
    <message>
        <source>%1 is a list or map of YAML, which the toolchain may refuse.</source>
        <translation>%1 是 YAML 的列表或映射，工具链可能会拒绝。</translation>
    </message>
    <message>
        <source>It documents one text with semicolons between inputs and spaces between the numbers of one. Whether lists are understood is not known.</source>
        <translation>文档规定的写法是一段文本：输入之间用分号分隔，同一输入的数值之间用空格分隔。是否支持列表尚不清楚。</translation>
    </message>
    <message>
        <source>%1 without quotes is read as a number or as a yes or no, not as a name.</source>
        <translation>不带引号的 %1 会被读作数字或布尔值，而不是名称。</translation>
    </message>
    <message>
        <source>YAML 1.1 gives such words a type of their own. Put the value into quotes.</source>
        <translation>YAML 1.1 会为这类词赋予专门的类型。请给该值加上引号。</translation>
    </message>
    <message>
        <source>“%1” will be taken for the value of one input.</source>
        <translation>“%1”会被当作单个输入的值。</translation>
    </message>
    <message>
        <source>Values of several inputs are separated by semicolons, not by commas.</source>
        <translation>多个输入的值以分号分隔，而不是逗号。</translation>
    </message>
    <message>
        <source>Which values belong to which of the %1 inputs is left to the model&apos;s order.</source>
        <translation>哪些值属于 %1 个输入中的哪一个，将取决于模型中的顺序。</translation>
    </message>
    <message>
        <source>input_name fixes the order of all lists and is required for several inputs.</source>
        <translation>input_name 决定所有列表的顺序，有多个输入时必须填写。</translation>
    </message>
    <message>
        <source>The input “%1” is named twice.</source>
        <translation>输入“%1”被指定了两次。</translation>
    </message>
    <message>
        <source>Each input has one place in the lists.</source>
        <translation>每个输入在列表中只占一个位置。</translation>
    </message>
</context>
<context>
    <name>Zip</name>
    <message>
        <source>“%1” is not a readable ZIP archive: %2</source>
        <translation>“%1”不是可读取的 ZIP 归档：%2</translation>
    </message>
    <message>
        <source>it has no list of files at its end; it was written only in part, copy it again.</source>
        <translation>末尾没有文件列表；文件可能未写完，请重新复制。</translation>
    </message>
    <message>
        <source>the ZIP64 record is not where it should be.</source>
        <translation>ZIP64 记录不在应有的位置。</translation>
    </message>
    <message>
        <source>its list of files lies outside of it; it was cut short.</source>
        <translation>文件列表的位置超出了归档范围；归档被截短。</translation>
    </message>
    <message>
        <source>The decompressor could not be started.</source>
        <translation>无法启动解压程序。</translation>
    </message>
    <message>
        <source>its compressed data are damaged; copy it again.</source>
        <translation>压缩数据已损坏；请重新复制。</translation>
    </message>
    <message>
        <source>its list of files is damaged.</source>
        <translation>文件列表已损坏。</translation>
    </message>
    <message>
        <source>the sizes of “%1” are impossible.</source>
        <translation>“%1”的大小不可能成立。</translation>
    </message>
    <message>
        <source>“%1” is encrypted; save it without a password.</source>
        <translation>“%1”已加密；请以不带密码的方式保存。</translation>
    </message>
    <message>
        <source>“%1” is compressed by a method (%2) other than deflate; save it with numpy.savez.</source>
        <translation>“%1”的压缩方法（%2）不是 deflate；请用 numpy.savez 保存。</translation>
    </message>
    <message>
        <source>it does not begin where the list of files says.</source>
        <translation>其起始位置与文件列表不符。</translation>
    </message>
    <message>
        <source>it ends before its data do; it was written only in part, copy it again.</source>
        <translation>文件在数据结束之前就已结束；可能未写完，请重新复制。</translation>
    </message>
    <message>
        <source>its checksum does not match; copy it again.</source>
        <translation>校验和不匹配；请重新复制。</translation>
    </message>
</context>
<context>
    <name>driftscope::BoardDuties</name>
    <message>
        <source>%1 pixels wide and %2 high</source>
        <translation>宽 %1 像素、高 %2 像素</translation>
    </message>
    <message>
        <source>Convert to NV12 (BT.601, luma 16…235): the plane Y, then U and V interleaved at half the resolution.</source>
        <translation>转换为 NV12（BT.601，亮度 16…235）：先是 Y 平面，然后是以一半分辨率交错存放的 U 和 V。</translation>
    </message>
    <message>
        <source>Convert to NV12 (BT.601, full range 0…255): the plane Y, then U and V interleaved at half the resolution.</source>
        <translation>转换为 NV12（BT.601，全范围 0…255）：先是 Y 平面，然后是以一半分辨率交错存放的 U 和 V。</translation>
    </message>
    <message>
        <source>Convert to YUV (BT.601, full range 0…255) with all three values for every pixel.</source>
        <translation>转换为 YUV（BT.601，全范围 0…255），每个像素都有全部三个值。</translation>
    </message>
    <message>
        <source>Hand over red, green, blue in this order; OpenCV reads pictures as BGR.</source>
        <translation>按红、绿、蓝的顺序送入；OpenCV 读取的图片是 BGR。</translation>
    </message>
    <message>
        <source>Hand over blue, green, red in this order, as OpenCV reads pictures.</source>
        <translation>按蓝、绿、红的顺序送入，与 OpenCV 读取图片的顺序相同。</translation>
    </message>
    <message>
        <source>Hand over the luma, one value for every pixel; the plane Y of an NV12 picture is that.</source>
        <translation>送入亮度，每个像素一个值；NV12 图片的 Y 平面即是。</translation>
    </message>
    <message>
        <source>Keep the values of one pixel next to each other (H×W×C), as OpenCV holds pictures.</source>
        <translation>同一像素的值相邻存放（H×W×C），与 OpenCV 存放图片的方式相同。</translation>
    </message>
    <message>
        <source>Write one plane after the other (C×H×W); OpenCV holds pictures as H×W×C.</source>
        <translation>逐个平面依次写入（C×H×W）；OpenCV 按 H×W×C 存放图片。</translation>
    </message>
    <message>
        <source>Leave the pixels as bytes from 0 to 255: mean and scale are applied inside the model, and 128 is taken off by the runtime.</source>
        <translation>像素保持为 0 到 255 的字节：均值和 scale 在模型内部应用，128 由运行时减去。</translation>
    </message>
    <message>
        <source>Leave the pixels as bytes from 0 to 255: the network was trained on plain pixels, and 128 is taken off by the runtime.</source>
        <translation>像素保持为 0 到 255 的字节：网络以未归一化的像素训练，128 由运行时减去。</translation>
    </message>
    <message>
        <source>Prepare float32 values exactly as in training; nothing is normalized or converted inside the model.</source>
        <translation>准备与训练时完全相同的 float32 值；模型内部不做任何归一化或转换。</translation>
    </message>
    <message>
        <source>Make the picture %1, by cropping and scaling as in training.</source>
        <translation>按训练时的方式裁剪和缩放图片，使其为%1。</translation>
    </message>
    <message>
        <source>Hand the values over in %1.</source>
        <translation>按 %1 送入这些值。</translation>
    </message>
    <message>
        <source>Hand %1 of them over in one piece, one behind the other.</source>
        <translation>将 %1 份这样的数据首尾相接，一次性送入。</translation>
    </message>
    <message>
        <source>Give the region of the picture to the resizer, which scales it by itself.</source>
        <translation>将图片的区域交给 Resizer，由它自行缩放。</translation>
    </message>
    <message>
        <source>input_layout_rt has no effect for nv12, which has planes instead of channels.</source>
        <translation>input_layout_rt 对 nv12 不起作用，它以平面而非通道存放数据。</translation>
    </message>
    <message>
        <source>With one channel NCHW and NHWC are the same bytes.</source>
        <translation>只有一个通道时，NCHW 与 NHWC 的字节相同。</translation>
    </message>
    <message>
        <source>input_layout_rt is not written; that this means NHWC is not stated in the manual, so better write it.</source>
        <translation>未填写 input_layout_rt；手册没有说明此时即为 NHWC，因此最好明确写出。</translation>
    </message>
    <message>
        <source>On bernoulli2 the conversion from NCHW has been seen to go wrong: the quantized ONNX model is right and the board is not. Prefer NHWC.</source>
        <translation>在 bernoulli2 上，曾出现过从 NCHW 转换出错的情况：量化 ONNX 模型正确，而板端结果错误。建议使用 NHWC。</translation>
    </message>
    <message>
        <source>The quantized ONNX model takes %1, though the float model takes %2.</source>
        <translation>量化 ONNX 模型的输入为 %1，而浮点模型的输入为 %2。</translation>
    </message>
    <message>
        <source>The .bin declares NCHW for nv12; what it takes are the two planes all the same.</source>
        <translation>.bin 对 nv12 声明的是 NCHW；但它实际接受的仍是两个平面。</translation>
    </message>
    <message>
        <source>The sizes are not known: neither input_shape nor the model is at hand.</source>
        <translation>大小未知：既没有 input_shape，也没有模型可供查询。</translation>
    </message>
    <message>
        <source>Prepare float32 values as in training up to mean and scale, which are applied inside the model.</source>
        <translation>按训练时的方式准备 float32 数据，但不要做均值和缩放，它们在模型内部完成。</translation>
    </message>
</context>
<context>
    <name>driftscope::BoardForm</name>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>A board, by ssh</source>
        <translation>开发板(ssh)</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>主机(&amp;H)</translation>
    </message>
    <message>
        <source>Por&amp;t</source>
        <translation>端口(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>用户(&amp;U)</translation>
    </message>
    <message>
        <source>Reached &amp;by</source>
        <translation>连接方式(&amp;B)</translation>
    </message>
    <message>
        <source>name, address or entry of your ssh config</source>
        <translation>主机名、地址或 ssh 配置中的条目</translation>
    </message>
    <message>
        <source>as your ssh config says</source>
        <translation>按 ssh 配置</translation>
    </message>
</context>
<context>
    <name>driftscope::BoardScriptDialog</name>
    <message>
        <source>Folder for the Script</source>
        <translation>存放脚本的文件夹</translation>
    </message>
    <message>
        <source>Script for a Board</source>
        <translation>开发板脚本</translation>
    </message>
    <message>
        <source>Writes the model, pictures of the project as the board is fed them, and a script into a folder. Copy the folder to the board, run there “sh run.sh”, and bring back what it leaves in “out”.</source>
        <translation>将模型、按板端输入格式处理好的工程图片以及一个脚本写入文件夹。请将该文件夹复制到开发板，在那里运行“sh run.sh”，然后取回“out”中生成的结果。</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>图片(&amp;P)</translation>
    </message>
    <message>
        <source>Keep every &amp;layer, not only the outputs</source>
        <translation>保留每一层，而不只是输出(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Folder, new or empty</source>
        <translation>文件夹，新建或为空(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>写入(&amp;W)</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>driftscope::BoardsModel</name>
    <message>
        <source>Sandbox board</source>
        <translation>沙箱开发板</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Is on</source>
        <translation>所在位置</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>运行时</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Free room</source>
        <translation>可用空间</translation>
    </message>
</context>
<context>
    <name>driftscope::BoardsPage</name>
    <message>
        <source>board</source>
        <translation>开发板</translation>
    </message>
    <message>
        <source>board %1</source>
        <translation>开发板 %1</translation>
    </message>
    <message>
        <source>There is a board “%1” already; choose another name.</source>
        <translation>已有名为“%1”的开发板；请另选名称。</translation>
    </message>
    <message>
        <source>Asking “%1” what it is…</source>
        <translation>正在询问“%1”的信息…</translation>
    </message>
    <message>
        <source>“%1” works: %2, %3, %4 free.</source>
        <translation>“%1”可用：%2，%3，剩余空间 %4。</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>开发板</translation>
    </message>
</context>
<context>
    <name>driftscope::BodyBuilder</name>
    <message>
        <source>The subgraphs and functions of this model hold more than %L1 operators altogether; those beyond are shown as one node each.</source>
        <translation>该模型的子图和函数合计超过 %L1 个算子；超出的子图和函数各显示为一个节点。</translation>
    </message>
    <message>
        <source>The function “%1” of this model calls itself, which ONNX forbids; the inner call is shown as one node.</source>
        <translation>该模型的函数“%1”调用了自身，这是 ONNX 所禁止的；内层调用显示为一个节点。</translation>
    </message>
</context>
<context>
    <name>driftscope::BookmarkController</name>
    <message>
        <source>Select a node to set a bookmark at it.</source>
        <translation>请选择一个节点，以便在该处设置书签。</translation>
    </message>
    <message>
        <source>The bookmark at %1 was taken away.</source>
        <translation>已移除 %1 处的书签。</translation>
    </message>
    <message>
        <source>Bookmark %1 was set at %2; Ctrl+%1 comes back here.</source>
        <translation>书签 %1 已设在 %2 处；按 Ctrl+%1 可回到此处。</translation>
    </message>
    <message>
        <source>A bookmark was set at %1.</source>
        <translation>已在 %1 处设置书签。</translation>
    </message>
    <message>
        <source>There is no bookmark %1; select a node to set it at.</source>
        <translation>没有书签 %1；请选择一个节点以设置书签。</translation>
    </message>
    <message>
        <source>The bookmark&apos;s stage is not open; compile, or open an earlier run.</source>
        <translation>书签所在的阶段没有打开；请编译，或打开以往的编译记录。</translation>
    </message>
    <message>
        <source>%1 is not in the stage %2 any more.</source>
        <translation>%1 已不在阶段 %2 中。</translation>
    </message>
    <message>
        <source>There are no bookmarks yet; Ctrl+B sets one at the selected node.</source>
        <translation>尚无书签；按 Ctrl+B 可在所选节点处设置。</translation>
    </message>
    <message>
        <source>No bookmarks yet</source>
        <translation>尚无书签</translation>
    </message>
    <message>
        <source>%1  %2 – %3</source>
        <translation>%1  %2 – %3</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>driftscope::BookmarksPane</name>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>No bookmarks yet</source>
        <translation>尚无书签</translation>
    </message>
    <message>
        <source>Ctrl+B sets one at the selected node; they are kept in the project.</source>
        <translation>按 Ctrl+B 可在所选节点处设置书签；书签保存在工程中。</translation>
    </message>
</context>
<context>
    <name>driftscope::BoxText</name>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>运行于</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦相似度</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>Input %1, %2.</source>
        <translation>输入 %1，%2。</translation>
    </message>
    <message>
        <source>Output %1, %2.</source>
        <translation>输出 %1，%2。</translation>
    </message>
    <message>
        <source>%1 %2, %3, %4, cosine %5.</source>
        <translation>%1 %2，%3，%4，余弦相似度 %5。</translation>
    </message>
    <message>
        <source>%1 %2, %3, %4.</source>
        <translation>%1 %2，%3，%4。</translation>
    </message>
</context>
<context>
    <name>driftscope::Breadcrumb</name>
    <message>
        <source>Groups around what is looked at</source>
        <translation>当前查看内容所在的各级分组</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>分组 %1</translation>
    </message>
</context>
<context>
    <name>driftscope::CapturesPage</name>
    <message>
        <source>This machine has only %1.</source>
        <translation>本机只有 %1 内存。</translation>
    </message>
    <message>
        <source>This machine has %1.</source>
        <translation>本机有 %1 内存。</translation>
    </message>
    <message>
        <source>No captures are kept.</source>
        <translation>没有保存任何采集结果。</translation>
    </message>
    <message>
        <source>Captures take %1 in “%2”.</source>
        <translation>采集结果占用 %1，位于“%2”。</translation>
    </message>
    <message>
        <source>Emptying the cache…</source>
        <translation>正在清空缓存…</translation>
    </message>
    <message>
        <source>%1 were freed.</source>
        <translation>已释放 %1。</translation>
    </message>
    <message>
        <source>%1 were freed; %2 stay, which were used since the program was started or are being written.</source>
        <translation>已释放 %1；另有 %2 保留，它们在程序启动后使用过，或正在写入。</translation>
    </message>
    <message>
        <source>&amp;Memory</source>
        <translation>内存(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Disk for captures</source>
        <translation>采集结果的磁盘空间(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Kept for</source>
        <translation>保留时间(&amp;K)</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>What the program may take while it captures; models are cut into parts that fit</source>
        <translation>程序采集时可占用的内存；模型会被切分为放得下的部分</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
    <message>
        <source>Beyond this, the captures that were not used for longest are removed</source>
        <translation>超出此大小后，将删除最久未使用的采集结果</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>Captures that were not used for longer are removed</source>
        <translation>超过此时间未使用的采集结果将被删除</translation>
    </message>
    <message>
        <source>&amp;Empty the Cache</source>
        <translation>清空缓存(&amp;E)</translation>
    </message>
</context>
<context>
    <name>driftscope::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>输入命令</translation>
    </message>
    <message>
        <source>%1 (on)</source>
        <translation>%1（已开启）</translation>
    </message>
</context>
<context>
    <name>driftscope::CompareConfigsDialog</name>
    <message>
        <source>Compare Configs</source>
        <translation>对比配置</translation>
    </message>
    <message>
        <source>Also what is written differently and means the same</source>
        <translation>同时显示写法不同但含义相同的内容</translation>
    </message>
    <message>
        <source>Parameters that differ</source>
        <translation>有差异的参数</translation>
    </message>
    <message>
        <source>Lines that differ</source>
        <translation>有差异的行</translation>
    </message>
    <message>
        <source>The toolchain understands the same from “%1” and “%2”.</source>
        <translation>工具链对“%1”和“%2”的理解相同。</translation>
    </message>
    <message numerus="yes">
        <source>“%2” says %n things differently from “%1”.</source>
        <translation>
            <numerusform>“%2”与“%1”有 %n 处含义不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>The texts are the same.</source>
        <translation>文本相同。</translation>
    </message>
    <message>
        <source>%1 as saved</source>
        <translation>%1（已保存）</translation>
    </message>
    <message>
        <source>%1 as edited</source>
        <translation>%1（编辑中）</translation>
    </message>
</context>
<context>
    <name>driftscope::CompareLayersDialog</name>
    <message>
        <source>Compare Layers</source>
        <translation>比较层</translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation>参考(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Candidate</source>
        <translation>待比(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>图片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Memory</source>
        <translation>内存(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Disk for captures</source>
        <translation>采集结果的磁盘空间(&amp;D)</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>保留时间</translation>
    </message>
    <message>
        <source>&amp;Also compute each layer alone, from the other side&apos;s inputs</source>
        <translation>同时以另一侧的输入单独计算每一层(&amp;A)</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>What the program may take while it captures; models are cut into parts that fit</source>
        <translation>程序采集时可占用的内存；模型会被切分为放得下的部分</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>Captures take %1 in “%2”.</source>
        <translation>采集结果占用 %1，位于“%2”。</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>&amp;Files instead</source>
        <translation>改用文件(&amp;F)</translation>
    </message>
    <message>
        <source>In place of the project&apos;s pictures: a file for each input of the model, sample by sample</source>
        <translation>代替工程中的图片：逐个样本为模型的每个输入各指定一个文件</translation>
    </message>
</context>
<context>
    <name>driftscope::CompareRenderer</name>
    <message>
        <source>“%1” does not end in .svg, .png or .pdf, the pictures that can be written; give it one of these endings.</source>
        <translation>“%1”的后缀不是可写出的图片格式 .svg、.png 或 .pdf；请使用其中之一。</translation>
    </message>
    <message>
        <source>The picture could not be written to “%1”: %2. Choose another place.</source>
        <translation>图片无法写入“%1”：%2。请另选位置。</translation>
    </message>
    <message>
        <source>Row %1, column %2; page %3 of %4</source>
        <translation>第 %1 行，第 %2 列；第 %3 页，共 %4 页</translation>
    </message>
</context>
<context>
    <name>driftscope::CompareView</name>
    <message>
        <source>No graph is open</source>
        <translation>没有打开计算图</translation>
    </message>
    <message>
        <source>Open a model, or a project whose stages were compiled, to see its graphs side by side.</source>
        <translation>打开模型，或打开已编译出各阶段的工程，即可并排查看计算图。</translation>
    </message>
    <message>
        <source>Graphs of the stages, side by side</source>
        <translation>各阶段的计算图，并排显示</translation>
    </message>
    <message>
        <source>Colours:</source>
        <translation>着色：</translation>
    </message>
    <message>
        <source>Find Next Match</source>
        <translation>查找下一个匹配项</translation>
    </message>
    <message>
        <source>Find Previous Match</source>
        <translation>查找上一个匹配项</translation>
    </message>
    <message>
        <source>Next Drifting Node</source>
        <translation>下一个偏差节点</translation>
    </message>
    <message>
        <source>Show Attributes</source>
        <translation>显示属性</translation>
    </message>
    <message>
        <source>Show Weights</source>
        <translation>显示权重</translation>
    </message>
    <message>
        <source>Show Names</source>
        <translation>显示名称</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>联动</translation>
    </message>
    <message>
        <source>Scroll and zoom all panes together</source>
        <translation>所有窗格一起滚动和缩放</translation>
    </message>
    <message>
        <source>Scroll and zoom this pane with the others</source>
        <translation>此窗格与其他窗格一起滚动和缩放</translation>
    </message>
    <message>
        <source>Highlight Paths Through the Selection</source>
        <translation>高亮经过所选的路径</translation>
    </message>
    <message>
        <source>Hide Quantize/Dequantize Pairs</source>
        <translation>隐藏量化/反量化节点对</translation>
    </message>
    <message>
        <source>Hide Constants</source>
        <translation>隐藏常量</translation>
    </message>
    <message>
        <source>Dim What Is Unchanged</source>
        <translation>淡化未变的节点</translation>
    </message>
    <message>
        <source>Only What Was Inserted</source>
        <translation>只显示插入的节点</translation>
    </message>
    <message>
        <source>Show Everything Again</source>
        <translation>恢复显示全部</translation>
    </message>
    <message>
        <source>Export Picture…</source>
        <translation>导出图片…</translation>
    </message>
    <message>
        <source>Show Types and Shapes at Edges</source>
        <translation>在边上显示类型和 shape</translation>
    </message>
    <message>
        <source>Open or Close Group</source>
        <translation>展开或折叠分组</translation>
    </message>
    <message>
        <source>Show in Groups</source>
        <translation>按分组显示</translation>
    </message>
    <message>
        <source>Open All Groups</source>
        <translation>展开所有分组</translation>
    </message>
    <message>
        <source>Close All Groups</source>
        <translation>折叠所有分组</translation>
    </message>
    <message>
        <source>Open One More Level of Groups</source>
        <translation>再展开一级分组</translation>
    </message>
    <message>
        <source>Close the Innermost Level of Groups</source>
        <translation>折叠最内层分组</translation>
    </message>
    <message>
        <source>Open Group “%1”</source>
        <translation>展开分组“%1”</translation>
    </message>
    <message>
        <source>Close Group “%1”</source>
        <translation>折叠分组“%1”</translation>
    </message>
    <message>
        <source>Whole graph</source>
        <translation>整个图</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Show this pane alone, or all again (Z)</source>
        <translation>单独显示此窗格，或恢复显示全部（Z）</translation>
    </message>
    <message>
        <source>Show One Pane Alone</source>
        <translation>单独显示一个窗格</translation>
    </message>
    <message>
        <source>Go to Next Pane</source>
        <translation>转到下一个窗格</translation>
    </message>
    <message>
        <source>Go to Previous Pane</source>
        <translation>转到上一个窗格</translation>
    </message>
    <message>
        <source>Move Pane to the Left</source>
        <translation>将窗格左移</translation>
    </message>
    <message>
        <source>Move Pane to the Right</source>
        <translation>将窗格右移</translation>
    </message>
    <message>
        <source>Go to Counterpart on the Left</source>
        <translation>转到左侧的对应节点</translation>
    </message>
    <message>
        <source>Go to Counterpart on the Right</source>
        <translation>转到右侧的对应节点</translation>
    </message>
    <message>
        <source>From Left to Right</source>
        <translation>从左到右</translation>
    </message>
    <message>
        <source>Fit All</source>
        <translation>显示全图</translation>
    </message>
    <message>
        <source>Frame Selection</source>
        <translation>聚焦所选</translation>
    </message>
    <message>
        <source>Zoom In</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom Out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>缩放到 100%</translation>
    </message>
    <message>
        <source>&lt;br&gt;In %1: %2 – %3</source>
        <translation>&lt;br&gt;在 %1 中：%2 – %3</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; ↔ &lt;b&gt;%2&lt;/b&gt;&lt;br&gt;%3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; ↔ &lt;b&gt;%2&lt;/b&gt;&lt;br&gt;%3</translation>
    </message>
</context>
<context>
    <name>driftscope::ConfigDifferencesModel</name>
    <message>
        <source>changed</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>means the same</source>
        <translation>含义相同</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>未写</translation>
    </message>
    <message>
        <source>%1 (not written)</source>
        <translation>%1（未填写）</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>what</source>
        <translation>差异</translation>
    </message>
</context>
<context>
    <name>driftscope::ConfigField</name>
    <message>
        <source>Explain %1</source>
        <translation>说明 %1</translation>
    </message>
    <message>
        <source>What it means, what goes wrong with it, and where that is known from</source>
        <translation>含义、常见错误及其来源</translation>
    </message>
</context>
<context>
    <name>driftscope::ConfigForm</name>
    <message>
        <source>Find a parameter</source>
        <translation>查找参数</translation>
    </message>
    <message>
        <source>All parameters</source>
        <translation>所有参数</translation>
    </message>
    <message>
        <source>The text cannot be read, so the form is locked: %1</source>
        <translation>无法读取文本，表单已锁定：%1</translation>
    </message>
</context>
<context>
    <name>driftscope::ConfigPane</name>
    <message>
        <source>%1 • not saved</source>
        <translation>%1 • 未保存</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Edit the parameters one by one</source>
        <translation>逐项编辑参数</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Edit the YAML itself</source>
        <translation>直接编辑 YAML</translation>
    </message>
    <message>
        <source>What This Will Do</source>
        <translation>效果预览</translation>
    </message>
    <message>
        <source>Nodes that will be inserted, and what the board program must feed</source>
        <translation>将要插入的节点，以及板端程序须送入的数据</translation>
    </message>
    <message>
        <source>No config is open</source>
        <translation>没有打开配置</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Edit what is said of each input of the network, in a table</source>
        <translation>以表格编辑网络各输入的设置</translation>
    </message>
    <message>
        <source>Open a project or a conversion YAML to edit it as form or text, or begin a new one from a float model.</source>
        <translation>打开工程或转换 YAML，以表单或文本方式编辑；也可以由浮点模型新建一份。</translation>
    </message>
</context>
<context>
    <name>driftscope::ConfigPreview</name>
    <message>
        <source>What the config will do</source>
        <translation>配置效果预览</translation>
    </message>
    <message>
        <source>No config is open.</source>
        <translation>没有打开配置。</translation>
    </message>
</context>
<context>
    <name>driftscope::ConfigTextEditor</name>
    <message>
        <source>Config as text</source>
        <translation>配置文本</translation>
    </message>
</context>
<context>
    <name>driftscope::ConfigTextPane</name>
    <message>
        <source>Edit Text</source>
        <translation>编辑文本</translation>
    </message>
</context>
<context>
    <name>driftscope::ConfusionModel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n sample(s) of %2 were recognized.</source>
        <translation>
            <numerusform>%2 的 %n 个样本中有 %1 个识别正确。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n sample(s) of %2 were taken for %3.</source>
        <translation>
            <numerusform>%2 的 %n 个样本中有 %1 个被识别为 %3。</numerusform>
        </translation>
    </message>
    <message>
        <source>recognized</source>
        <translation>识别率</translation>
    </message>
</context>
<context>
    <name>driftscope::ConfusionView</name>
    <message>
        <source>Con&amp;fusion of</source>
        <translation>混淆矩阵(&amp;F)：</translation>
    </message>
    <message>
        <source>Stage of the confusion matrix</source>
        <translation>混淆矩阵所属阶段</translation>
    </message>
    <message>
        <source>Confusion: true classes down, predicted ones across</source>
        <translation>混淆矩阵：行为真实类别，列为预测类别</translation>
    </message>
    <message>
        <source>True classes down, predicted ones across</source>
        <translation>行为真实类别，列为预测类别</translation>
    </message>
</context>
<context>
    <name>driftscope::ContractModel</name>
    <message>
        <source>From %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>%1, contradicts: %2</source>
        <translation>%1，存在矛盾：%2</translation>
    </message>
    <message>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>shape</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>排布</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>normalization</source>
        <translation>归一化</translation>
    </message>
</context>
<context>
    <name>driftscope::ContractPane</name>
    <message>
        <source>%1: no contradiction</source>
        <translation>%1：没有矛盾</translation>
    </message>
    <message>
        <source>%1: the first contradiction is at “%2”</source>
        <translation>%1：首个矛盾位于“%2”</translation>
    </message>
    <message>
        <source>Input contract</source>
        <translation>输入约定</translation>
    </message>
    <message>
        <source>Input of the model</source>
        <translation>模型的输入</translation>
    </message>
    <message>
        <source>What the chosen place says</source>
        <translation>所选位置的说明</translation>
    </message>
    <message>
        <source>No input is known</source>
        <translation>没有已知的输入</translation>
    </message>
    <message>
        <source>Open a config or the stages of a conversion to see what every place from training to the board program says of the input.</source>
        <translation>打开配置或一次转换的各阶段，即可查看从训练到板端程序的每个位置对输入的规定。</translation>
    </message>
</context>
<context>
    <name>driftscope::CopyMenu</name>
    <message>
        <source>Numbers (*.csv);;Picture (*.png)</source>
        <translation>数值 (*.csv);;图片 (*.png)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy or save what is shown</source>
        <translation>复制或保存所显示的内容</translation>
    </message>
    <message>
        <source>Copy as &amp;Text</source>
        <translation>复制为文本(&amp;T)</translation>
    </message>
    <message>
        <source>Copy as &amp;CSV</source>
        <translation>复制为 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;Picture</source>
        <translation>复制图片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Save As…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>driftscope::CorrectionsDialog</name>
    <message>
        <source>Corrected Matches</source>
        <translation>更正的匹配</translation>
    </message>
    <message>
        <source>What you said of nodes of two stages. It is kept in the project and counts for every compilation with nodes of these names.</source>
        <translation>手动更正的两个阶段之间的节点匹配。更正保存在工程中，对每次编译中具有这些名称的节点都有效。</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前一阶段</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>后一阶段</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Corrected matches</source>
        <translation>更正的匹配</translation>
    </message>
    <message>
        <source>Take Back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Undo Last Step</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>no counterpart</source>
        <translation>无对应节点</translation>
    </message>
    <message>
        <source>belong together</source>
        <translation>互相对应</translation>
    </message>
</context>
<context>
    <name>driftscope::DeclarationForm</name>
    <message>
        <source>&amp;Tensor:</source>
        <translation>张量(&amp;T)：</translation>
    </message>
    <message>
        <source>The name that the tensor has in the model.</source>
        <translation>张量在模型中的名称。</translation>
    </message>
    <message>
        <source>T&amp;ype:</source>
        <translation>类型(&amp;Y)：</translation>
    </message>
    <message>
        <source>What one element is; nv12 is a picture of two planes of bytes.</source>
        <translation>单个元素的类型；nv12 表示由两个字节平面组成的图片。</translation>
    </message>
    <message>
        <source>&amp;Shape:</source>
        <translation>Shape(&amp;S)：</translation>
    </message>
    <message>
        <source>Of the valid data, in the order of the layout, such as 1x32x32x8.</source>
        <translation>有效数据的 shape，各维按排布的顺序书写，例如 1x32x32x8。</translation>
    </message>
    <message>
        <source>&amp;Layout:</source>
        <translation>排布(&amp;L)：</translation>
    </message>
    <message>
        <source>Which axes are channels, height and width.</source>
        <translation>哪些轴是通道、高和宽。</translation>
    </message>
    <message>
        <source>&amp;Padding:</source>
        <translation>填充(&amp;P)：</translation>
    </message>
    <message>
        <source>A rule of the board&apos;s runtime, or the padded shape itself, such as 1x32x32x16.</source>
        <translation>板端运行时的某种填充规则，或填充后的 shape，例如 1x32x32x16。</translation>
    </message>
    <message>
        <source>&amp;Offset:</source>
        <translation>偏移(&amp;O)：</translation>
    </message>
    <message>
        <source>Bytes in front of the data.</source>
        <translation>数据之前的字节数。</translation>
    </message>
    <message>
        <source>S&amp;cale:</source>
        <translation>Scale(&amp;C)：</translation>
    </message>
    <message>
        <source>One number, or one for each index of the axis, separated by commas.</source>
        <translation>一个数，或该轴上每个索引各一个数，以逗号分隔。</translation>
    </message>
    <message>
        <source>&amp;Axis of the scales:</source>
        <translation>Scale 所在的轴(&amp;A)：</translation>
    </message>
    <message>
        <source>From 0; empty when there is one scale.</source>
        <translation>从 0 开始；只有一个 scale 时留空。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>driftscope::DiagnoseFilesDialog</name>
    <message>
        <source>Diagnose Files</source>
        <translation>诊断文件</translation>
    </message>
    <message>
        <source>Drop the files here, or choose them: what was meant and what the board made of it are enough; everything else makes the answer surer.</source>
        <translation>将文件拖到此处，或手动选择：有应送入的内容和板端得到的结果即可；其他文件都会使结论更可靠。</translation>
    </message>
    <message>
        <source>&amp;Config:</source>
        <translation>配置(&amp;C)：</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>The conversion YAML.</source>
        <translation>转换 YAML。</translation>
    </message>
    <message>
        <source>&amp;Stages:</source>
        <translation>阶段(&amp;S)：</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>The quantized ONNX, and what else there is: float model, other stages, .bin. Empty: those in the config&apos;s working_dir.</source>
        <translation>量化 ONNX，以及现有的其他文件：浮点模型、其他阶段、.bin。留空则使用配置的 working_dir 中的文件。</translation>
    </message>
    <message>
        <source>&amp;Inputs:</source>
        <translation>输入(&amp;I)：</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>The picture that was meant, or an .npy for a featuremap; one for each input of the model.</source>
        <translation>应送入的图片，featuremap 则为 .npy；模型的每个输入一个。</translation>
    </message>
    <message>
        <source>&amp;Board&apos;s outputs:</source>
        <translation>板端输出(&amp;B)：</translation>
    </message>
    <message>
        <source>Board&apos;s outputs</source>
        <translation>板端输出</translation>
    </message>
    <message>
        <source>Dumps of hrt_model_exec, .npy, .npz or .txt.</source>
        <translation>hrt_model_exec 的 dump、.npy、.npz 或 .txt。</translation>
    </message>
    <message>
        <source>Bytes &amp;fed:</source>
        <translation>送入的字节(&amp;F)：</translation>
    </message>
    <message>
        <source>Bytes fed</source>
        <translation>送入的字节</translation>
    </message>
    <message>
        <source>What the board program handed over, if it was written down; one file for each input.</source>
        <translation>板端程序实际送入的数据（若已保存）；每个输入一个文件。</translation>
    </message>
    <message>
        <source>&amp;Expected:</source>
        <translation>期望输出(&amp;E)：</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>期望输出</translation>
    </message>
    <message>
        <source>What the training program gives for the same input, as .npy.</source>
        <translation>训练程序对同一输入给出的结果，格式为 .npy。</translation>
    </message>
    <message>
        <source>&amp;Diagnose</source>
        <translation>诊断(&amp;D)</translation>
    </message>
    <message>
        <source>The config is missing.</source>
        <translation>缺少配置。</translation>
    </message>
    <message>
        <source>What was meant is missing: a picture, or the bytes that were fed.</source>
        <translation>缺少应送入的内容：图片，或实际送入的字节。</translation>
    </message>
    <message>
        <source>What the board gave is missing.</source>
        <translation>缺少板端给出的结果。</translation>
    </message>
</context>
<context>
    <name>driftscope::DifferencesModel</name>
    <message>
        <source>float</source>
        <translation>浮点</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>optimized</source>
        <translation>优化</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>quantized</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>board</source>
        <translation>板端</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等，另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>fused</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>preprocessing</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>order of axes</source>
        <translation>轴顺序</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>to integers</source>
        <translation>转为整数</translation>
    </message>
    <message>
        <source>to floats</source>
        <translation>转为浮点</translation>
    </message>
    <message>
        <source>to another scale</source>
        <translation>转为另一 scale</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>常量</translation>
    </message>
    <message>
        <source>computes nothing</source>
        <translation>不做计算</translation>
    </message>
    <message>
        <source>normalization</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>reshaping</source>
        <translation>改变 shape</translation>
    </message>
    <message>
        <source>integer arithmetic</source>
        <translation>整数运算</translation>
    </message>
    <message>
        <source>float between integers</source>
        <translation>整数之间的浮点</translation>
    </message>
    <message>
        <source>compiled code</source>
        <translation>编译后的代码</translation>
    </message>
    <message>
        <source>attributes and shapes</source>
        <translation>属性和 shape</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>what</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>about</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>in numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>caused by</source>
        <translation>起因</translation>
    </message>
</context>
<context>
    <name>driftscope::DifferencesPane</name>
    <message>
        <source>%1 %2 %3</source>
        <translation>%1 %2 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n between neighbouring stages</source>
        <translation>
            <numerusform>相邻阶段之间共 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>All stages</source>
        <translation>所有阶段</translation>
    </message>
    <message>
        <source>Choose a row to read why it is there.</source>
        <translation>选择一行，即可查看其原因。</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>The chosen difference</source>
        <translation>所选的差异</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter by node, key or number</source>
        <translation>按节点、参数名或数值筛选</translation>
    </message>
    <message>
        <source>There is nothing to compare yet</source>
        <translation>尚无可比较的内容</translation>
    </message>
    <message>
        <source>Once two stages are open, every node that the toolchain added, removed or changed stands here with what caused it.</source>
        <translation>打开两个阶段后，工具链新增、移除或改动的每个节点及其起因都会列在此处。</translation>
    </message>
</context>
<context>
    <name>driftscope::DumpPreview</name>
    <message>
        <source>C&amp;hannel:</source>
        <translation>通道(&amp;H)：</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>One channel as a picture</source>
        <translation>以图片显示单个通道</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>按 %1 解读</translation>
    </message>
</context>
<context>
    <name>driftscope::DumpsModel</name>
    <message>
        <source>not declared</source>
        <translation>未声明</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>相符</translation>
    </message>
    <message>
        <source>probably wrong</source>
        <translation>很可能有误</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>says it itself</source>
        <translation>文件自带说明</translation>
    </message>
    <message>
        <source>by strides</source>
        <translation>按 stride</translation>
    </message>
    <message>
        <source>%L1 B</source>
        <translation>%L1 B</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>解读方式</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Shape</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>排布</translation>
    </message>
    <message>
        <source>Padded to</source>
        <translation>填充到</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>driftscope::EdgePainter</name>
    <message numerus="yes">
        <source>%n more nodes</source>
        <extracomment>A value that far nodes use, too; the number is at least two</extracomment>
        <translation>
            <numerusform>另外 %n 个节点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n far values</source>
        <translation>
            <numerusform>来自远处的 %n 个值</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::ErrorCurve</name>
    <message>
        <source>first drift: %1</source>
        <translation>首个偏差：%1</translation>
    </message>
    <message>
        <source>Error along the network</source>
        <translation>沿网络的误差</translation>
    </message>
    <message>
        <source>1 − cosine, logarithmic</source>
        <translation>1 − 余弦相似度，对数坐标</translation>
    </message>
    <message>
        <source>Error along the network; the layers table holds the same numbers</source>
        <translation>沿网络的误差；层列表中有相同的数值</translation>
    </message>
    <message>
        <source>No error curve yet</source>
        <translation>尚无误差曲线</translation>
    </message>
    <message>
        <source>It appears when layers have been compared with the board&apos;s.</source>
        <translation>与板端各层对比后即会显示。</translation>
    </message>
    <message>
        <source>1 − cosine</source>
        <translation>1 − 余弦相似度</translation>
    </message>
    <message>
        <source>largest value</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>99.9 % of the values</source>
        <translation>99.9 % 的值</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>Ranges</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Show the range of each layer&apos;s values and where they saturate</source>
        <translation>显示每层数值的范围以及在何处饱和</translation>
    </message>
</context>
<context>
    <name>driftscope::EvidenceModel</name>
    <message>
        <source>explains it</source>
        <translation>可以解释</translation>
    </message>
    <message>
        <source>ruled out</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>what was tested</source>
        <translation>检验内容</translation>
    </message>
    <message>
        <source>cosine as it is</source>
        <translation>当前余弦相似度</translation>
    </message>
    <message>
        <source>cosine if true</source>
        <translation>若成立的余弦相似度</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>driftscope::EvidenceView</name>
    <message>
        <source>Tested causes</source>
        <translation>已检验的原因</translation>
    </message>
    <message>
        <source>What would disprove this</source>
        <translation>什么能推翻此结论</translation>
    </message>
    <message>
        <source>In the board program</source>
        <translation>在板端程序中</translation>
    </message>
    <message>
        <source>First drifting layer</source>
        <translation>首个偏差层</translation>
    </message>
    <message>
        <source>To tell them apart</source>
        <translation>如何区分</translation>
    </message>
    <message>
        <source>Save Test Picture…</source>
        <translation>保存测试图片…</translation>
    </message>
    <message>
        <source>A picture on which the causes that fit equally well give different results</source>
        <translation>能使同样吻合的各种原因得出不同结果的图片</translation>
    </message>
    <message>
        <source>Save Test Picture</source>
        <translation>保存测试图片</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>driftscope::ExportDialog</name>
    <message>
        <source>What is &amp;seen</source>
        <translation>可见部分(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;All of the graphs</source>
        <translation>全部计算图(&amp;A)</translation>
    </message>
    <message>
        <source>With &amp;legend</source>
        <translation>包含图例(&amp;L)</translation>
    </message>
    <message>
        <source>Export Picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>One page as large as the picture</source>
        <translation>与图片同样大小的一页</translation>
    </message>
    <message>
        <source>Several pages of %1</source>
        <translation>多页 %1</translation>
    </message>
    <message>
        <source>Name of an .svg, .png or .pdf</source>
        <translation>.svg、.png 或 .pdf 文件名</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>Picture of:</source>
        <translation>图片内容：</translation>
    </message>
    <message>
        <source>Si&amp;ze:</source>
        <translation>大小(&amp;Z)：</translation>
    </message>
    <message>
        <source>&amp;Paper (PDF):</source>
        <translation>纸张（PDF）(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>文件(&amp;F)：</translation>
    </message>
    <message>
        <source>Pictures (*.svg *.png *.pdf)</source>
        <translation>图片 (*.svg *.png *.pdf)</translation>
    </message>
    <message>
        <source>%L1 × %L2 pixels.</source>
        <translation>%L1 × %L2 像素。</translation>
    </message>
    <message numerus="yes">
        <source>That is too large for one PNG: %n numbered files are written, and a page that shows them together.</source>
        <translation>
            <numerusform>对单个 PNG 来说过大：将写出 %n 个带编号的文件，以及一个把它们拼在一起显示的页面。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::FieldEditor</name>
    <message>
        <source>(not written)</source>
        <translation>（未填写）</translation>
    </message>
    <message>
        <source>(%1)</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>Not written: the toolchain&apos;s default holds.</source>
        <translation>未填写：采用工具链的默认值。</translation>
    </message>
    <message>
        <source>Several lines: edit in the text</source>
        <translation>写成多行：请在文本中编辑</translation>
    </message>
    <message>
        <source>Edit %1 in the text</source>
        <translation>在文本中编辑 %1</translation>
    </message>
</context>
<context>
    <name>driftscope::FileListEdit</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
</context>
<context>
    <name>driftscope::FindingLabel</name>
    <message>
        <source>Set to %1</source>
        <translation>设为 %1</translation>
    </message>
    <message>
        <source>Fix %1: %2</source>
        <translation>修复 %1：%2</translation>
    </message>
    <message>
        <source>Accepted: %1</source>
        <translation>已接受：%1</translation>
    </message>
    <message>
        <source>Accepted (%1): %2</source>
        <translation>已接受（%1）：%2</translation>
    </message>
    <message>
        <source>Take Back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>接受…</translation>
    </message>
</context>
<context>
    <name>driftscope::FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>driftscope::FindingsModel</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Remove Key</source>
        <translation>删除参数</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>fix</source>
        <translation>修复</translation>
    </message>
</context>
<context>
    <name>driftscope::FlipsModel</name>
    <message>
        <source>became wrong</source>
        <translation>变错</translation>
    </message>
    <message>
        <source>became right</source>
        <translation>变对</translation>
    </message>
    <message>
        <source>stayed wrong</source>
        <translation>仍然错误</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>This stage gave no prediction.</source>
        <translation>该阶段没有给出预测。</translation>
    </message>
    <message>
        <source>%1 with %2; the true class, %3, with %4: a margin of %5.</source>
        <translation>%1，得分 %2；真实类别 %3，得分 %4：差距 %5。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>What the margin of the true class lost between the two stages: its score less the best other score, in %1.</source>
        <translation>两个阶段之间真实类别损失的差距：真实类别的得分减去其他类别中的最高得分，以%1计。</translation>
    </message>
    <message>
        <source>probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>first flip</source>
        <translation>首次翻转</translation>
    </message>
    <message>
        <source>margin lost</source>
        <translation>差距损失</translation>
    </message>
</context>
<context>
    <name>driftscope::Forecast</name>
    <message>
        <source>The model has no input “%1”; it has: %2. Correct input_name.</source>
        <translation>模型没有输入“%1”，只有：%2。请更正 input_name。</translation>
    </message>
    <message>
        <source>input_shape of “%1” is %2, but the model has %3; correct input_shape.</source>
        <translation>“%1”的 input_shape 为 %2，而模型中为 %3；请更正 input_shape。</translation>
    </message>
    <message>
        <source>shape as in the model</source>
        <translation>shape 与模型相同</translation>
    </message>
    <message>
        <source>as trained</source>
        <translation>与训练时相同</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>The march is missing or not known; write bernoulli2, bayes or bayes-e.</source>
        <translation>march 缺失或无法识别；请写 bernoulli2、bayes 或 bayes-e。</translation>
    </message>
    <message>
        <source>The config describes %1 inputs, but the model has %2: %3.</source>
        <translation>配置描述了 %1 个输入，而模型有 %2 个：%3。</translation>
    </message>
</context>
<context>
    <name>driftscope::ForecastDifference</name>
    <message>
        <source>The board program would have to feed %1 instead of %2.</source>
        <translation>板端程序将须送入 %1，而不是 %2。</translation>
    </message>
    <message>
        <source>The .bin would declare its input as %1 instead of %2.</source>
        <translation>.bin 将把其输入声明为 %1，而不是 %2。</translation>
    </message>
    <message>
        <source>The input of the stage %3 would be %1 instead of %2.</source>
        <translation>阶段 %3 的输入将是 %1，而不是 %2。</translation>
    </message>
    <message>
        <source>The data comes from %1 instead of %2.</source>
        <translation>数据将来自 %1，而不是 %2。</translation>
    </message>
    <message>
        <source>No longer: %1</source>
        <translation>不再需要：%1</translation>
    </message>
    <message>
        <source>The program must: %1</source>
        <translation>程序须：%1</translation>
    </message>
    <message>
        <source>No longer true: %1</source>
        <translation>不再成立：%1</translation>
    </message>
    <message>
        <source>Then: %1</source>
        <translation>届时：%1</translation>
    </message>
    <message>
        <source>The toolchain would convert it; now it refuses: %1</source>
        <translation>工具链原本会转换，现在会拒绝：%1</translation>
    </message>
    <message>
        <source>The toolchain would refuse: %1</source>
        <translation>工具链会拒绝：%1</translation>
    </message>
    <message>
        <source>%1 would not be inserted.</source>
        <translation>将不再插入 %1。</translation>
    </message>
    <message>
        <source>%1 would be inserted. %2</source>
        <translation>将插入 %1。%2</translation>
    </message>
    <message>
        <source>%1 would do something else: %2. %3</source>
        <translation>%1 的作用将改变：%2。%3</translation>
    </message>
    <message>
        <source>The input “%1” would be described.</source>
        <translation>将会有输入“%1”的说明。</translation>
    </message>
    <message>
        <source>The input “%1” would not be described.</source>
        <translation>将不再有输入“%1”的说明。</translation>
    </message>
    <message>
        <source>“%1” is no setting; write group.key=value, for example input_parameters.input_layout_rt=NHWC.</source>
        <translation>“%1”不是设置；请写成 group.key=value，例如 input_parameters.input_layout_rt=NHWC。</translation>
    </message>
</context>
<context>
    <name>driftscope::ForecastHtml</name>
    <message>
        <source>The board program must</source>
        <translation>板端程序须</translation>
    </message>
    <message>
        <source>feed %1</source>
        <translation>送入 %1</translation>
    </message>
    <message>
        <source>The data comes from %1, since compiler_parameters.input_source says nothing else.</source>
        <translation>数据来自 %1，因为 compiler_parameters.input_source 没有另行指定。</translation>
    </message>
    <message>
        <source>The data comes from %1, as compiler_parameters.input_source says.</source>
        <translation>数据来自 %1，由 compiler_parameters.input_source 指定。</translation>
    </message>
    <message>
        <source>Inserted between the input and the network</source>
        <translation>在输入与网络之间插入的节点</translation>
    </message>
    <message>
        <source>The input of each stage</source>
        <translation>各阶段的输入</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>值得注意</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Shape</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>排布</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>board file</source>
        <translation>板端文件</translation>
    </message>
    <message>
        <source>board program</source>
        <translation>板端程序</translation>
    </message>
    <message>
        <source>%1, in %2.</source>
        <translation>%1，见于 %2。</translation>
    </message>
    <message>
        <source>In C++</source>
        <translation>C++ 代码</translation>
    </message>
    <message>
        <source>In Python</source>
        <translation>Python 代码</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
</context>
<context>
    <name>driftscope::ForesightPage</name>
    <message>
        <source>The C++ is on the clipboard.</source>
        <translation>C++ 代码已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The Python is on the clipboard.</source>
        <translation>Python 代码已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Copy &amp;C++</source>
        <translation>复制 C++ 代码(&amp;C)</translation>
    </message>
    <message>
        <source>Functions that make of a picture the bytes that the board takes, one for each input</source>
        <translation>将图片转换为板端所需字节的函数，每个输入一个</translation>
    </message>
    <message>
        <source>Copy &amp;Python</source>
        <translation>复制 Python 代码(&amp;P)</translation>
    </message>
</context>
<context>
    <name>driftscope::GraphLayout</name>
    <message>
        <source>The layout of the graph was cancelled.</source>
        <translation>计算图的布局已取消。</translation>
    </message>
    <message>
        <source>Laying out the graph</source>
        <translation>正在对计算图布局</translation>
    </message>
    <message>
        <source>Laying out the graphs</source>
        <translation>正在对各计算图布局</translation>
    </message>
</context>
<context>
    <name>driftscope::GraphNodesModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>data type</source>
        <translation>数据类型</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>shape</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦相似度</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化</translation>
    </message>
</context>
<context>
    <name>driftscope::GraphQuery</name>
    <message>
        <source>the node was inserted</source>
        <translation>节点是插入的</translation>
    </message>
    <message>
        <source>the node was not inserted</source>
        <translation>节点不是插入的</translation>
    </message>
    <message>
        <source>the node is removed later</source>
        <translation>节点随后被移除</translation>
    </message>
    <message>
        <source>the node is not removed later</source>
        <translation>节点随后未被移除</translation>
    </message>
    <message>
        <source>the node was changed</source>
        <translation>节点有改动</translation>
    </message>
    <message>
        <source>the node was not changed</source>
        <translation>节点没有改动</translation>
    </message>
    <message>
        <source>the node was fused</source>
        <translation>节点已融合</translation>
    </message>
    <message>
        <source>the node was not fused</source>
        <translation>节点未融合</translation>
    </message>
    <message>
        <source>the type is %1</source>
        <translation>类型为 %1</translation>
    </message>
    <message>
        <source>it runs on %1</source>
        <translation>运行于 %1</translation>
    </message>
    <message>
        <source>the data type is %1</source>
        <translation>数据类型为 %1</translation>
    </message>
    <message>
        <source>“%1” is not a filter, so “%2” is searched as text.</source>
        <translation>“%1”不是筛选条件，因此“%2”按文本搜索。</translation>
    </message>
    <message>
        <source>not: %1</source>
        <translation>非：%1</translation>
    </message>
    <message>
        <source>Nodes where %1.</source>
        <translation>符合以下条件的节点：%1。</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <comment>a list of choices</comment>
        <translation>%1或%2</translation>
    </message>
    <message>
        <source>%1 contains “%2”</source>
        <translation>%1包含“%2”</translation>
    </message>
    <message>
        <source>%1 is “%2”</source>
        <translation>%1为“%2”</translation>
    </message>
    <message>
        <source>%1 is like “%2”</source>
        <translation>%1形如“%2”</translation>
    </message>
    <message>
        <source>%1 fits the expression /%2/</source>
        <translation>%1符合表达式 /%2/</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1等于 %2</translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <translation>%1不等于 %2</translation>
    </message>
    <message>
        <source>%1 is below %2</source>
        <translation>%1小于 %2</translation>
    </message>
    <message>
        <source>%1 is at most %2</source>
        <translation>%1不大于 %2</translation>
    </message>
    <message>
        <source>%1 is above %2</source>
        <translation>%1大于 %2</translation>
    </message>
    <message>
        <source>%1 is at least %2</source>
        <translation>%1不小于 %2</translation>
    </message>
    <message>
        <source>the cosine</source>
        <translation>余弦相似度</translation>
    </message>
    <message>
        <source>the error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>the threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>the latency in milliseconds</source>
        <translation>以毫秒计的延迟</translation>
    </message>
    <message>
        <source>the node is bookmarked</source>
        <translation>节点有书签</translation>
    </message>
    <message>
        <source>the node is not bookmarked</source>
        <translation>节点没有书签</translation>
    </message>
    <message>
        <source>name, type, tensor or attribute</source>
        <translation>名称、类型、张量或属性</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>the family is %1</source>
        <translation>算子类别为 %1</translation>
    </message>
    <message>
        <source>the node is in the scope %1</source>
        <translation>节点位于作用域 %1 中</translation>
    </message>
    <message>
        <source>the name of a tensor it reads</source>
        <translation>所读取张量的名称</translation>
    </message>
    <message>
        <source>the name of a tensor it writes</source>
        <translation>所写出张量的名称</translation>
    </message>
    <message>
        <source>it has the attribute %1</source>
        <translation>具有属性 %1</translation>
    </message>
    <message>
        <source>the shape is %1</source>
        <translation>shape 为 %1</translation>
    </message>
    <message>
        <source>a tensor&apos;s layout is %1</source>
        <translation>某个张量的排布为 %1</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <comment>two conditions</comment>
        <translation>%1或%2</translation>
    </message>
    <message>
        <source>(%1)</source>
        <comment>a group of conditions</comment>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>A search has at most %1 words; the rest is left out.</source>
        <translation>一次搜索最多 %1 个词；其余的已略去。</translation>
    </message>
    <message>
        <source>This parenthesis closes nothing.</source>
        <translation>这个右括号没有对应的左括号。</translation>
    </message>
    <message>
        <source>“%1” needs a condition before it.</source>
        <translation>“%1”前面需要一个条件。</translation>
    </message>
    <message>
        <source>“%1” needs a condition after it.</source>
        <translation>“%1”后面需要一个条件。</translation>
    </message>
    <message>
        <source>Parentheses are nested too deeply here.</source>
        <translation>这里的括号嵌套过深。</translation>
    </message>
    <message>
        <source>There is nothing between these parentheses.</source>
        <translation>这对括号之间没有内容。</translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation>这个括号没有闭合。</translation>
    </message>
    <message>
        <source>The quotation marks are not closed.</source>
        <translation>引号没有闭合。</translation>
    </message>
    <message>
        <source>“%1” is no device; write on:BPU or on:CPU.</source>
        <translation>“%1”不是设备；请写 on:BPU 或 on:CPU。</translation>
    </message>
    <message>
        <source>“%1” is no layout; write layout:NCHW or layout:NHWC.</source>
        <translation>“%1”不是排布；请写 layout:NCHW 或 layout:NHWC。</translation>
    </message>
    <message>
        <source>“%1” is no data type; write for example dtype:int8 or dtype:float*.</source>
        <translation>“%1”不是数据类型；例如可写 dtype:int8 或 dtype:float*。</translation>
    </message>
    <message>
        <source>%1 is not a number, so it cannot be compared with %2; write %3.</source>
        <translation>%1 不是数值，因此不能用 %2 比较；请写 %3。</translation>
    </message>
    <message>
        <source>“%1” needs a value, as in %2.</source>
        <translation>“%1”需要一个值，例如 %2。</translation>
    </message>
    <message>
        <source>There is nothing between these quotation marks.</source>
        <translation>这对引号之间没有内容。</translation>
    </message>
    <message>
        <source>“%1” is no number; write for example %2.</source>
        <translation>“%1”不是数值；例如可写 %2。</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no.</source>
        <translation>“%1”既不是 yes 也不是 no。</translation>
    </message>
    <message>
        <source>“%1” is no shape; write for example shape:1x3x224x224 or shape:1x3x*.</source>
        <translation>“%1”不是形状；例如可写 shape:1x3x224x224 或 shape:1x3x*。</translation>
    </message>
    <message>
        <source>“%1” is no regular expression (%2).</source>
        <translation>“%1”不是正则表达式（%2）。</translation>
    </message>
    <message>
        <source>“%1” is not a filter, so “%2” is searched as text; “%3” is one.</source>
        <translation>“%1”不是筛选条件，因此“%2”按文本搜索；“%3”是筛选条件。</translation>
    </message>
</context>
<context>
    <name>driftscope::GraphSearchBar</name>
    <message>
        <source>Search: name, type:Transpose, cos&lt;0.99, on:CPU, inserted:yes</source>
        <translation>搜索：名称、type:Transpose、cos&lt;0.99、on:CPU、inserted:yes</translation>
    </message>
    <message>
        <source>Search the graphs</source>
        <translation>搜索计算图</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>上一个匹配项（Shift+F3）</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配项</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>下一个匹配项（F3）</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配项</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 个，共 %2 个</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Words, filters such as type:Conv* or shape:1x3x*, and, or, not, (groups), &quot;quotes&quot;, /expressions/. Down and Ctrl+Space list what can be asked; Up brings back earlier searches.</source>
        <translation>可写普通词语、type:Conv* 或 shape:1x3x* 之类的筛选条件、and、or、not、(分组)、&quot;引号&quot;、/表达式/。按向下键或 Ctrl+Space 列出可查询的内容；按向上键取回以前的搜索。</translation>
    </message>
    <message numerus="yes">
        <source>%n found …</source>
        <translation>
            <numerusform>已找到 %n 个…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::GraphView</name>
    <message>
        <source>Graph</source>
        <translation>计算图</translation>
    </message>
    <message numerus="yes">
        <source>Graph of %n nodes</source>
        <translation>
            <numerusform>含 %n 个节点的计算图</numerusform>
        </translation>
    </message>
    <message>
        <source>Fit All	0</source>
        <translation>显示全图	0</translation>
    </message>
    <message>
        <source>Frame Selection	F</source>
        <translation>聚焦所选	F</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::GroupSummary</name>
    <message>
        <source>Block %1 of %2</source>
        <translation>第 %1 块，共 %2 块</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n 个节点</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::HorizonOperator</name>
    <message>
        <source>Largest weight</source>
        <translation>最大权重</translation>
    </message>
    <message>
        <source>One weight code</source>
        <translation>一个权重编码</translation>
    </message>
    <message>
        <source>Accumulator to code</source>
        <translation>累加器到编码</translation>
    </message>
    <message>
        <source>Output range over input range</source>
        <translation>输出范围与输入范围之比</translation>
    </message>
    <message>
        <source>Its weights are no mean and scale of pixels that this program knows.</source>
        <translation>其权重不是本程序所知的像素均值与缩放。</translation>
    </message>
    <message>
        <source>Makes %1 from YUV pixels, then (pixel - mean) * scale.</source>
        <translation>由 YUV 像素得到 %1，再计算 (pixel - mean) * scale。</translation>
    </message>
    <message>
        <source>Computes (pixel - mean) * scale.</source>
        <translation>计算 (pixel - mean) * scale。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Colour matrix</source>
        <translation>颜色矩阵</translation>
    </message>
    <message>
        <source>At pixel 0</source>
        <translation>像素为 0 时</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Range of YUV</source>
        <translation>YUV 的范围</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>排布</translation>
    </message>
    <message>
        <source>Fed channel of each</source>
        <translation>各通道取自送入的通道</translation>
    </message>
    <message>
        <source>Residual code to accumulator</source>
        <translation>残差编码到累加器</translation>
    </message>
    <message>
        <source>Gives its accumulator of %1 bits; what follows scales it.</source>
        <translation>输出 %1 位累加器；由后续节点缩放。</translation>
    </message>
    <message>
        <source>Rounds (sum of weight code * code + bias) * multiplier to %1 bits.</source>
        <translation>将（权重编码 × 编码之和 + 偏置）× 乘数舍入为 %1 位。</translation>
    </message>
    <message>
        <source>Rounds (sum of weight code * code + bias + residual code * its factor) * multiplier to %1 bits.</source>
        <translation>将（权重编码 × 编码之和 + 偏置 + 残差编码 × 其系数）× 乘数舍入为 %1 位。</translation>
    </message>
    <message>
        <source>Rounds (sum of code * code) * multiplier to %1 bits.</source>
        <translation>将（编码 × 编码之和）× 乘数舍入为 %1 位。</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Replaces each code by entry code + %1 of a table of %2 values that holds %3; they run from %4 to %5.</source>
        <translation>将每个编码替换为表中第（编码 + %1）项，表有 %2 个值，内容为 %3；取值从 %4 到 %5。</translation>
    </message>
    <message>
        <source>a function</source>
        <translation>一个函数</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Computes %1 of 16-bit codes by two straight lines and six tables of 64 values.</source>
        <translation>用两条直线和六张各 64 个值的表，对 16 位编码计算 %1。</translation>
    </message>
    <message>
        <source>Pieces end at code</source>
        <translation>分段终止于编码</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>become</source>
        <translation>变为</translation>
    </message>
    <message>
        <source>Old code to new</source>
        <translation>旧编码到新编码</translation>
    </message>
    <message>
        <source>Rounds code * %2 to %1 bits: old scale over new scale.</source>
        <translation>将编码 × %2 舍入为 %1 位：旧缩放除以新缩放。</translation>
    </message>
    <message>
        <source>Rounds code * multiplier to %1 bits: old scale over new scale.</source>
        <translation>将编码 × 乘数舍入为 %1 位：旧缩放除以新缩放。</translation>
    </message>
    <message>
        <source>First code to output</source>
        <translation>第一个编码到输出</translation>
    </message>
    <message>
        <source>Second code to output</source>
        <translation>第二个编码到输出</translation>
    </message>
    <message>
        <source>Rounds first * its multiplier + second * its multiplier to %1 bits.</source>
        <translation>将第一个 × 其乘数 + 第二个 × 其乘数舍入为 %1 位。</translation>
    </message>
    <message>
        <source>Rounds first * its multiplier - second * its multiplier to %1 bits.</source>
        <translation>将第一个 × 其乘数 - 第二个 × 其乘数舍入为 %1 位。</translation>
    </message>
    <message>
        <source>Product to code</source>
        <translation>乘积到编码</translation>
    </message>
    <message>
        <source>Rounds first * second * multiplier to %1 bits.</source>
        <translation>将第一个 × 第二个 × 乘数舍入为 %1 位。</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>轴</translation>
    </message>
    <message>
        <source>Takes the largest code; its scale stays.</source>
        <translation>取最大的编码；其缩放不变。</translation>
    </message>
    <message>
        <source>Rounds (sum of codes) * multiplier to %1 bits.</source>
        <translation>将（编码之和）× 乘数舍入为 %1 位。</translation>
    </message>
    <message>
        <source>One code</source>
        <translation>一个编码</translation>
    </message>
    <message>
        <source>Channels on axis</source>
        <translation>通道所在的轴</translation>
    </message>
    <message>
        <source>Rounds value / scale to an integer.</source>
        <translation>将 值 / 缩放 舍入为整数。</translation>
    </message>
    <message>
        <source>Computes code * scale.</source>
        <translation>计算 编码 × 缩放。</translation>
    </message>
    <message>
        <source>Grows by</source>
        <translation>放大倍数</translation>
    </message>
    <message>
        <source>Enlarges the picture (%1); codes and their scale stay.</source>
        <translation>放大图片（%1）；编码及其缩放不变。</translation>
    </message>
    <message>
        <source>Takes the largest code of a window; its scale stays.</source>
        <translation>取窗口内最大的编码；其缩放不变。</translation>
    </message>
    <message>
        <source>Rounds in float as the integer model will.</source>
        <translation>按整数模型的方式以浮点舍入。</translation>
    </message>
    <message>
        <source>Largest output code</source>
        <translation>最大输出编码</translation>
    </message>
</context>
<context>
    <name>driftscope::HorizonResult</name>
    <message>
        <source>The toolchain&apos;s runtime told of a result that is none: “%1”.</source>
        <translation>工具链运行时给出的“%1”不是有效的结果。</translation>
    </message>
    <message>
        <source>The toolchain&apos;s runtime told of no results.</source>
        <translation>工具链运行时没有给出任何结果。</translation>
    </message>
</context>
<context>
    <name>driftscope::ImportDumpsDialog</name>
    <message>
        <source>Add Dumps</source>
        <translation>添加 dump</translation>
    </message>
    <message>
        <source>Dumps (*.bin *.txt *.npy *.npz)</source>
        <translation>dump 文件 (*.bin *.txt *.npy *.npz)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Add Folder of Dumps</source>
        <translation>添加 dump 文件夹</translation>
    </message>
    <message>
        <source>Model or What model_info Printed</source>
        <translation>模型或 model_info 的输出</translation>
    </message>
    <message>
        <source>Board models and texts (*.bin *.txt *.log)</source>
        <translation>板端模型和文本 (*.bin *.txt *.log)</translation>
    </message>
    <message>
        <source>Input of the Board</source>
        <translation>板端输入</translation>
    </message>
    <message>
        <source>Folder for the Capture</source>
        <translation>存放采集结果的文件夹</translation>
    </message>
    <message>
        <source>Importing dumps</source>
        <translation>正在导入 dump</translation>
    </message>
    <message numerus="yes">
        <source>%n tensors were written to %1.</source>
        <translation>
            <numerusform>已将 %n 个张量写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import Dumps</source>
        <translation>导入 dump</translation>
    </message>
    <message>
        <source>Add &amp;Files…</source>
        <translation>添加文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Add F&amp;older…</source>
        <translation>添加文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Model or Info…</source>
        <translation>模型或信息(&amp;M)…</translation>
    </message>
    <message>
        <source>The .bin that was run, or what hrt_model_exec model_info printed of it</source>
        <translation>所运行的 .bin，或 hrt_model_exec model_info 对它打印的内容</translation>
    </message>
    <message>
        <source>&amp;Input of the board:</source>
        <translation>板端输入(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Save Capture…</source>
        <translation>保存采集结果(&amp;S)…</translation>
    </message>
    <message>
        <source>Compare &amp;With the Quantized Model</source>
        <translation>与量化模型比较(&amp;W)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dumps</source>
        <translation>dump</translation>
    </message>
    <message>
        <source>Open a project with a quantized model first.</source>
        <translation>请先打开含有量化模型的工程。</translation>
    </message>
    <message>
        <source>Runs the quantized model on the same input and compares layer by layer.</source>
        <translation>用同一输入运行量化模型，并逐层比较。</translation>
    </message>
    <message>
        <source>Nothing says what the files hold yet; choose the model, or declare each.</source>
        <translation>尚无任何信息说明这些文件的内容；请选择模型，或逐个声明。</translation>
    </message>
    <message numerus="yes">
        <source>%n inputs and outputs known from %1</source>
        <translation>
            <numerusform>已从 %1 得知 %n 个输入和输出</numerusform>
        </translation>
    </message>
    <message>
        <source>What the board was fed: files with ; between them, or a folder; needed to compare</source>
        <translation>送入板端的数据：以 ; 分隔的多个文件，或一个文件夹；比较时需要</translation>
    </message>
</context>
<context>
    <name>driftscope::InputContract</name>
    <message>
        <source>%1 (not written)</source>
        <translation>%1（未填写）</translation>
    </message>
    <message>
        <source>%1 (line %2)</source>
        <translation>%1（第 %2 行）</translation>
    </message>
    <message>
        <source>Training and float model</source>
        <translation>训练与浮点模型</translation>
    </message>
    <message>
        <source>The config says that the float model takes %1, but its input %2 is %3; correct input_layout_train.</source>
        <translation>配置称浮点模型采用 %1，但其输入 %2 为 %3；请改正 input_layout_train。</translation>
    </message>
    <message>
        <source>Calibration files</source>
        <translation>校准文件</translation>
    </message>
    <message>
        <source>The folder is empty or is not there.</source>
        <translation>文件夹为空或不存在。</translation>
    </message>
    <message>
        <source>%1 has %2 bytes, but %3 values of type %4 are %5 bytes.</source>
        <translation>%1 有 %2 字节，而 %3 个 %4 类型的值应为 %5 字节。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>The values of %1 look normalized already, and the config normalizes once more (norm_type).</source>
        <translation>%1 中的值似乎已经归一化，而配置会再做一次归一化（norm_type）。</translation>
    </message>
    <message>
        <source>Config, at run time</source>
        <translation>配置，运行时</translation>
    </message>
    <message>
        <source>input_layout_rt has no effect for nv12, which has planes instead of channels.</source>
        <translation>input_layout_rt 对 nv12 不起作用，它以平面而非通道存放数据。</translation>
    </message>
    <message>
        <source>input_layout_rt is not written; the toolchain takes NHWC.</source>
        <translation>未填写 input_layout_rt；工具链采用 NHWC。</translation>
    </message>
    <message>
        <source>This stage should take the layout of training, %1, but its input %2 is %3.</source>
        <translation>该阶段应采用训练时的排布 %1，但其输入 %2 为 %3。</translation>
    </message>
    <message>
        <source>The quantized model takes %1 whatever the training used; feed it so on the computer. The board is another matter.</source>
        <translation>无论训练时采用什么，量化模型都采用 %1；在计算机上运行时请照此送入。板端则另当别论。</translation>
    </message>
    <message>
        <source>Original float model</source>
        <translation>原始浮点模型</translation>
    </message>
    <message>
        <source>Optimized float model</source>
        <translation>优化后的浮点模型</translation>
    </message>
    <message>
        <source>Calibrated model</source>
        <translation>校准模型</translation>
    </message>
    <message>
        <source>Quantized model</source>
        <translation>量化模型</translation>
    </message>
    <message>
        <source>Compiler flags</source>
        <translation>编译器选项</translation>
    </message>
    <message>
        <source>This is how the compiled code reads its input inside, behind any conversion. It is not input_layout_rt and no contradiction to it.</source>
        <translation>这是编译后的代码在内部、经过所有转换之后读取输入的方式。它不是 input_layout_rt，两者并不矛盾。</translation>
    </message>
    <message>
        <source>Board model</source>
        <translation>板端模型</translation>
    </message>
    <message>
        <source>The node %1 in the file: %2</source>
        <translation>文件中的节点 %1：%2</translation>
    </message>
    <message>
        <source>Board program</source>
        <translation>板端程序</translation>
    </message>
    <message>
        <source>as it was fed</source>
        <translation>实际送入的数据</translation>
    </message>
    <message>
        <source>as the config asks for; what your program does is not known</source>
        <translation>按配置的要求；你的程序实际如何处理尚不清楚</translation>
    </message>
    <message>
        <source>The program feeds %1, but the board model was built for %2.</source>
        <translation>程序送入 %1，但板端模型是按 %2 构建的。</translation>
    </message>
    <message>
        <source>The program feeds floats, but a picture input takes bytes from 0 to 255.</source>
        <translation>程序送入的是浮点数，但图片输入需要 0 到 255 的字节。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>scale %1</source>
        <translation>缩放 %1</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>均值 %1</translation>
    </message>
    <message>
        <source>mean %1, scale %2</source>
        <translation>均值 %1，缩放 %2</translation>
    </message>
    <message>
        <source>%1 %2 %3, but the config says %4 (%5); it was made from another config.</source>
        <translation>%1 %2 %3，但配置写的是 %4（%5）；它由另一份配置生成。</translation>
    </message>
    <message>
        <source>%1 the normalization %2, but the config says %3 (%4); it was made from another config.</source>
        <translation>%1归一化 %2，但配置写的是 %3（%4）；它由另一份配置生成。</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>未写</translation>
    </message>
    <message>
        <source>%1 input_layout_rt %2, but in the config it is %3 (%4); it was made from another config.</source>
        <translation>%1 input_layout_rt %2，但配置中为 %3（%4）；它由另一份配置生成。</translation>
    </message>
    <message>
        <source>%1 For nv12 the key has no effect.</source>
        <translation>%1对于 nv12，该键不起作用。</translation>
    </message>
    <message>
        <source>Build parameters in the log</source>
        <translation>日志中的构建参数</translation>
    </message>
    <message>
        <source>call build params (line %1 of the log)</source>
        <translation>call build params（日志第 %1 行）</translation>
    </message>
    <message>
        <source>The stages take %1.</source>
        <translation>各阶段的输入为 %1。</translation>
    </message>
    <message>
        <source>The build was given</source>
        <translation>构建时给定的是</translation>
    </message>
    <message>
        <source>The stages were built to take %1, but with %2 they would take %3; the log is of another config.</source>
        <translation>各阶段构建时以 %1 为输入，但按 %2 应以 %3 为输入；该日志来自另一份配置。</translation>
    </message>
    <message>
        <source>Summary at the end of the log</source>
        <translation>日志末尾的摘要</translation>
    </message>
    <message>
        <source>input info (line %1 of the log)</source>
        <translation>input info（日志第 %1 行）</translation>
    </message>
    <message>
        <source>The log repeats</source>
        <translation>日志重复写明</translation>
    </message>
    <message>
        <source>The file says</source>
        <translation>文件写明</translation>
    </message>
    <message>
        <source>Its preprocessing takes %1, but with %2 it would take %3; the model was made from another config.</source>
        <translation>其预处理以 %1 为输入，但按 %2 应以 %3 为输入；该模型由另一份配置生成。</translation>
    </message>
    <message>
        <source>Its preprocessing gives the network %1, but %2 says %3; the model was made from another config.</source>
        <translation>其预处理交给网络的是 %1，但 %2 写的是 %3；该模型由另一份配置生成。</translation>
    </message>
    <message>
        <source>Its preprocessing reads YUV of the range %1, but %2 asks for %3; the model was made from another config.</source>
        <translation>其预处理读取范围为 %1 的 YUV，但 %2 要求 %3；该模型由另一份配置生成。</translation>
    </message>
    <message>
        <source>Its preprocessing computes with %1, but the config says %2 (%3); the model was made from another config.</source>
        <translation>其预处理以 %1 计算，但配置写的是 %2（%3）；该模型由另一份配置生成。</translation>
    </message>
    <message>
        <source>Its preprocessing swaps red and blue, but %1 and %2 say the same colours; the model was made from another config.</source>
        <translation>其预处理交换红与蓝，但 %1 与 %2 写的是相同颜色；该模型由另一份配置生成。</translation>
    </message>
    <message>
        <source>Its preprocessing keeps the channels&apos; order, but %1 and %2 say different colours; the model was made from another config.</source>
        <translation>其预处理保持通道顺序，但 %1 与 %2 写的是不同颜色；该模型由另一份配置生成。</translation>
    </message>
    <message>
        <source>Y %1x%2, UV %3x%2</source>
        <translation>Y %1x%2，UV %3x%2</translation>
    </message>
</context>
<context>
    <name>driftscope::InputsTable</name>
    <message>
        <source>What the config says of each input</source>
        <translation>配置中各输入的参数</translation>
    </message>
</context>
<context>
    <name>driftscope::InsertedNode</name>
    <message>
        <source>The toolchain replaced or added this %1 while it rewrote the network; no setting is known to cause it.</source>
        <translation>工具链在改写网络时替换或添加了此 %1；没有已知的设置会导致它。</translation>
    </message>
    <message>
        <source>The config asks for mean and scale inside the model, and every picture input needs the 128 added back that the runtime takes off. One node does both, and turns %1 into %2.</source>
        <translation>配置要求在模型内部处理 mean 和 scale，而每个图片输入都要把运行时减去的 128 加回来。一个节点同时完成两者，并把 %1 转换为 %2。</translation>
    </message>
    <message>
        <source>Every picture input needs the 128 added back that the runtime takes off. The node also turns %1 into %2; it does not normalize, since norm_type is no_preprocess.</source>
        <translation>每个图片输入都要把运行时减去的 128 加回来。该节点还把 %1 转换为 %2；由于 norm_type 为 no_preprocess，它不做归一化。</translation>
    </message>
    <message>
        <source>Plain pixels from 0 to 255 as %1. The program must not subtract a mean, divide by 255 or scale: that would happen twice.</source>
        <translation>0 到 255 的原始像素，格式为 %1。程序不得减均值、除以 255 或缩放数值：否则会重复处理。</translation>
    </message>
    <message>
        <source>Pixels from 0 to 255 as %1.</source>
        <translation>0 到 255 的像素，格式为 %1。</translation>
    </message>
    <message>
        <source>A 1x1 convolution over the picture; on the BPU this is little.</source>
        <translation>对图片做一次 1x1 卷积；在 BPU 上开销很小。</translation>
    </message>
    <message>
        <source>Picture inputs always get this node. With norm_type no_preprocess it does not normalize; with featuremap for both types it is left out, and the program feeds floats.</source>
        <translation>图片输入总会有此节点。norm_type 为 no_preprocess 时它不做归一化；两种类型都为 featuremap 时则没有此节点，由程序送入浮点数。</translation>
    </message>
    <message>
        <source>Channel %1 is computed with mean %2 and scale %3, but the config says mean %4 and scale %5.</source>
        <translation>通道 %1 按 mean %2、scale %3 计算，但配置中为 mean %4、scale %5。</translation>
    </message>
    <message>
        <source>The network was trained in one order of axes and this stage takes pictures in another; the node moves the values from one to the other.</source>
        <translation>网络训练时的轴顺序与该阶段接收图片的轴顺序不同；该节点把值从一种顺序搬移到另一种。</translation>
    </message>
    <message>
        <source>It belongs to this stage and does not stand in the way on the board.</source>
        <translation>它属于该阶段，在板端没有影响。</translation>
    </message>
    <message>
        <source>The config says that the program feeds NCHW, and the compiled code reads NHWC: the runtime has to move every picture.</source>
        <translation>配置称程序送入 NCHW，而编译后的代码读取 NHWC：运行时必须对每张图片做搬移。</translation>
    </message>
    <message>
        <source>The config says that the program feeds NHWC, and the compiled code reads NCHW: the runtime has to move the input.</source>
        <translation>配置称程序送入 NHWC，而编译后的代码读取 NCHW：运行时必须对输入做搬移。</translation>
    </message>
    <message>
        <source>The values as C x H x W, one plane after the other (%1).</source>
        <translation>按 C x H x W 存放的值，逐个平面排列（%1）。</translation>
    </message>
    <message>
        <source>The values as H x W x C, the channels of one place next to each other (%1).</source>
        <translation>按 H x W x C 存放的值，同一位置的各通道相邻（%1）。</translation>
    </message>
    <message>
        <source>One pass over %1 bytes on the CPU before every inference.</source>
        <translation>每次推理前在 CPU 上遍历一次 %1 字节。</translation>
    </message>
    <message>
        <source>Set input_layout_rt to NHWC and feed H x W x C, which is how OpenCV holds pictures anyway.</source>
        <translation>将 input_layout_rt 设为 NHWC 并送入 H x W x C，这也正是 OpenCV 存放图片的方式。</translation>
    </message>
    <message>
        <source>Set input_layout_rt to NCHW and feed C x H x W.</source>
        <translation>将 input_layout_rt 设为 NCHW 并送入 C x H x W。</translation>
    </message>
    <message>
        <source>Calibration measured the range of this value; the pair of nodes rounds it as the integer network will, so that the loss can be seen in float.</source>
        <translation>校准统计了该值的范围；这一对节点按整数网络的方式对其舍入，以便在浮点下就能看到损失。</translation>
    </message>
    <message>
        <source>It is part of every calibrated model and goes into the operators of the quantized one.</source>
        <translation>每个校准模型都有它，并会并入量化模型的算子中。</translation>
    </message>
    <message>
        <source>Two values with different measured ranges meet in one operator, which needs one scale.</source>
        <translation>两个统计范围不同的值进入同一个算子，而该算子只能使用一个 scale。</translation>
    </message>
    <message>
        <source>It goes away only where the ranges agree.</source>
        <translation>只有当两者范围一致时它才会消失。</translation>
    </message>
    <message>
        <source>One pass over %1 bytes on the CPU.</source>
        <translation>在 CPU 上遍历一次 %1 字节。</translation>
    </message>
    <message>
        <source>The input is a featuremap: the program feeds floats and the network computes with integers.</source>
        <translation>输入为 featuremap：程序送入浮点数，而网络以整数计算。</translation>
    </message>
    <message>
        <source>Floats exactly as in training; the runtime rounds them.</source>
        <translation>与训练时完全相同的浮点数；由运行时舍入。</translation>
    </message>
    <message>
        <source>List Quantize in remove_node_type; then the program must round with this scale.</source>
        <translation>在 remove_node_type 中列出 Quantize；此后须由程序按该 scale 舍入。</translation>
    </message>
    <message>
        <source>The network ends in integers, and the output is promised as float.</source>
        <translation>网络以整数结束，而输出约定为浮点数。</translation>
    </message>
    <message>
        <source>List Dequantize in remove_node_type; then the program must multiply by the scale itself.</source>
        <translation>在 remove_node_type 中列出 Dequantize；此后须由程序自行乘以 scale。</translation>
    </message>
    <message>
        <source>Here the network changes between integers and floats, because an operator next to it computes in float.</source>
        <translation>网络在此处于整数与浮点之间转换，因为相邻的算子以浮点计算。</translation>
    </message>
    <message>
        <source>Replace the operator that computes in float by one that the BPU knows.</source>
        <translation>将以浮点计算的算子换成 BPU 支持的算子。</translation>
    </message>
</context>
<context>
    <name>driftscope::InsertionEffects</name>
    <message>
        <source>Moves values: axes %1.</source>
        <translation>按轴 %1 重排数值。</translation>
    </message>
    <message>
        <source>Moves %1 bytes: axes %2, from %3 to %4.</source>
        <translation>重排 %1 字节：轴 %2，从 %3 到 %4。</translation>
    </message>
    <message>
        <source>It reverses the order of the channels.</source>
        <translation>颠倒通道顺序。</translation>
    </message>
    <message>
        <source>It keeps the order of the channels.</source>
        <translation>保持通道顺序。</translation>
    </message>
    <message>
        <source>Computes (pixel - mean) * scale with mean %1 and scale %2, from pixel - 128. %3</source>
        <translation>由 pixel - 128 计算 (pixel - mean) * scale，mean 为 %1，scale 为 %2。%3</translation>
    </message>
    <message>
        <source>Rounds value / scale + zero point to an integer, with %1 scales from %2 to %3.</source>
        <translation>将 value / scale + zero point 舍入为整数，共 %1 个 scale，从 %2 到 %3。</translation>
    </message>
    <message>
        <source>Computes (code - zero point) * scale, with %1 scales from %2 to %3.</source>
        <translation>计算 (code - zero point) * scale，共 %1 个 scale，从 %2 到 %3。</translation>
    </message>
    <message>
        <source>Rounds value / %1 + %2 to an integer.</source>
        <translation>将 value / %1 + %2 舍入为整数。</translation>
    </message>
    <message>
        <source>Computes (code - %2) * %1.</source>
        <translation>计算 (code - %2) * %1。</translation>
    </message>
    <message>
        <source>Its name promises axes %1, but it moves axes %2: the values arrive in other places than the next node reads them from.</source>
        <translation>其名称表示轴 %1，实际搬移的却是轴 %2：数值所到的位置与下一节点读取的位置不同。</translation>
    </message>
    <message>
        <source>It is declared to make %1, which axes %2 of %3 are not.</source>
        <translation>其声明的输出为 %1，但按轴 %2 重排 %3 得不到该结果。</translation>
    </message>
    <message>
        <source>It makes %1 from YUV (BT.601, 16 to 235).</source>
        <translation>由 YUV（BT.601，16 至 235）得到 %1。</translation>
    </message>
    <message>
        <source>It makes %1 from YUV (BT.601, full range).</source>
        <translation>由 YUV（BT.601，全范围）得到 %1。</translation>
    </message>
</context>
<context>
    <name>driftscope::Inspector</name>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Keep showing this while something else is selected</source>
        <translation>选择其他对象时仍显示当前内容</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>没有选择任何对象</translation>
    </message>
    <message>
        <source>Select a node in a graph or a layer in the table to see what it is, and if the toolchain inserted it, why.</source>
        <translation>在计算图中选择节点或在表格中选择层，即可查看其内容；若由工具链插入，还会说明原因。</translation>
    </message>
</context>
<context>
    <name>driftscope::JobStatus</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1：%2/%3</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>driftscope::KeyHelp</name>
    <message>
        <source>Help for %1</source>
        <translation>%1 的说明</translation>
    </message>
    <message>
        <source>Versions and sources for %1</source>
        <translation>%1 的版本与来源</translation>
    </message>
    <message>
        <source>Versions and sources (%1)</source>
        <translation>版本与来源（%1）</translation>
    </message>
</context>
<context>
    <name>driftscope::KeyHelpHtml</name>
    <message>
        <source>Uncertain: %1</source>
        <translation>不确定：%1</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Default on %1</source>
        <translation>%1 上的默认值</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>The key does not exist on %1.</source>
        <translation>%1 没有此配置项。</translation>
    </message>
    <message>
        <source>Deprecated</source>
        <translation>已弃用</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>是否必填</translation>
    </message>
    <message>
        <source>Several inputs</source>
        <translation>多输入</translation>
    </message>
    <message>
        <source>Marches</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>What goes wrong</source>
        <translation>常见错误</translation>
    </message>
</context>
<context>
    <name>driftscope::LadderView</name>
    <message>
        <source>From stage to stage</source>
        <translation>逐阶段对比</translation>
    </message>
</context>
<context>
    <name>driftscope::LayersModel</name>
    <message>
        <source>agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>drifts first</source>
        <translation>首个偏差</translation>
    </message>
    <message>
        <source>drifts</source>
        <translation>有偏差</translation>
    </message>
    <message>
        <source>no counterpart</source>
        <translation>无对应层</translation>
    </message>
    <message>
        <source>not dumped</source>
        <translation>没有 dump</translation>
    </message>
    <message>
        <source>shape differs</source>
        <translation>shape 不同</translation>
    </message>
    <message>
        <source>not comparable</source>
        <translation>无法比较</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Layer %1: %2</source>
        <translation>层 %1：%2</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦相似度</translation>
    </message>
    <message>
        <source>pearson</source>
        <translation>Pearson</translation>
    </message>
    <message>
        <source>same values</source>
        <translation>值相同</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>max error</source>
        <translation>最大误差</translation>
    </message>
    <message>
        <source>saturated %</source>
        <translation>饱和 %</translation>
    </message>
    <message>
        <source>Place in data-flow order</source>
        <translation>按数据流顺序的位置</translation>
    </message>
    <message>
        <source>Node of the reference model</source>
        <translation>参考模型的节点</translation>
    </message>
    <message>
        <source>Whether the two tensors agree, and if they were not compared, why</source>
        <translation>两个张量是否一致；若未比较，说明原因</translation>
    </message>
    <message>
        <source>Cosine of the two tensors; 1 is the same direction</source>
        <translation>两个张量的余弦相似度；1 表示方向相同</translation>
    </message>
    <message>
        <source>Cosine after the means are taken off; near 0 means that values stand in other places</source>
        <translation>减去均值后的余弦相似度；接近 0 表示值的位置不同</translation>
    </message>
    <message>
        <source>The same numbers, perhaps in other places: the mark of a layout error</source>
        <translation>数值相同，但位置可能不同：排布错误的特征</translation>
    </message>
    <message>
        <source>Signal to quantization noise in decibels</source>
        <translation>以分贝表示的信号与量化噪声之比</translation>
    </message>
    <message>
        <source>Largest absolute difference</source>
        <translation>绝对差的最大值</translation>
    </message>
    <message>
        <source>Share of the candidate&apos;s elements at the ends of its integer range</source>
        <translation>待比张量中处于整数范围两端的元素比例</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>not compared yet</source>
        <translation>尚未对比</translation>
    </message>
    <message numerus="yes">
        <source>Judged as %1, by the worst of %n picture(s).</source>
        <translation>
            <numerusform>按 %1 判定，取 %n 张图片中最差的一张。</numerusform>
        </translation>
    </message>
    <message>
        <source>99.9 % of the reference&apos;s values are smaller than %1; the largest is %2 times that.</source>
        <translation>参考张量中 99.9 % 的值小于 %1；最大值是其 %2 倍。</translation>
    </message>
    <message>
        <source>Cosine %1 with the other side&apos;s inputs, %2 with its own.</source>
        <translation>使用另一方的输入时余弦相似度为 %1，使用自身的输入时为 %2。</translation>
    </message>
    <message>
        <source>It was not computed alone.</source>
        <translation>没有单独计算该层。</translation>
    </message>
    <message>
        <source>mean cosine</source>
        <translation>平均余弦</translation>
    </message>
    <message>
        <source>worst picture</source>
        <translation>最差图片</translation>
    </message>
    <message>
        <source>own SQNR</source>
        <translation>自身 SQNR</translation>
    </message>
    <message>
        <source>range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>other range</source>
        <translation>另一方范围</translation>
    </message>
    <message>
        <source>largest / usual</source>
        <translation>最大值 / 常见值</translation>
    </message>
    <message>
        <source>Mean cosine over all pictures</source>
        <translation>所有图片的平均余弦相似度</translation>
    </message>
    <message>
        <source>The picture that the other columns are of</source>
        <translation>其他各列所对应的图片</translation>
    </message>
    <message>
        <source>SQNR of the layer&apos;s own arithmetic: computed from the other side&apos;s inputs</source>
        <translation>该层自身运算的 SQNR：以另一方的输入计算</translation>
    </message>
    <message>
        <source>Smallest and largest value of the reference, over all pictures</source>
        <translation>参考张量的最小值和最大值，涵盖所有图片</translation>
    </message>
    <message>
        <source>Smallest and largest value of the candidate, over all pictures</source>
        <translation>待比张量的最小值和最大值，涵盖所有图片</translation>
    </message>
    <message>
        <source>How many times the largest value exceeds 99.9 % of the others: what an integer range wastes on few</source>
        <translation>最大值是 99.9 % 分位值的多少倍：整数范围因少数值而浪费的程度</translation>
    </message>
</context>
<context>
    <name>driftscope::LayersPane</name>
    <message>
        <source>Layers</source>
        <translation>层列表</translation>
    </message>
    <message>
        <source>No layers have been compared</source>
        <translation>尚未比较任何层</translation>
    </message>
    <message>
        <source>Run on Board sends one picture through the quantized model and through the board, and compares every layer.</source>
        <translation>“在开发板上运行”会将一张图片送入量化模型和开发板，并逐层比较。</translation>
    </message>
    <message>
        <source>%1 against %2 • %3 compared, %4 not</source>
        <translation>%1 与 %2 对比 • 已比较 %3 层，未比较 %4 层</translation>
    </message>
    <message>
        <source>Tolerances…</source>
        <translation>容差…</translation>
    </message>
    <message>
        <source>From where on a layer drifts</source>
        <translation>层的偏差从多大起算作有偏差</translation>
    </message>
</context>
<context>
    <name>driftscope::Legend</name>
    <message>
        <source>1 − cosine</source>
        <translation>1 − 余弦相似度</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>not said in the file</source>
        <translation>文件中未说明</translation>
    </message>
    <message>
        <source>floating point</source>
        <translation>浮点</translation>
    </message>
    <message>
        <source>8 bits and less</source>
        <translation>8 位及以下</translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 位</translation>
    </message>
    <message>
        <source>wider integers</source>
        <translation>更宽的整数</translation>
    </message>
    <message>
        <source>other types</source>
        <translation>其他类型</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>threshold (largest value that is kept)</source>
        <translation>阈值（所保留的最大值）</translation>
    </message>
    <message>
        <source>latency of a frame</source>
        <translation>一帧的延迟</translation>
    </message>
    <message>
        <source>leads to the selection</source>
        <translation>通向所选节点</translation>
    </message>
    <message>
        <source>comes from the selection</source>
        <translation>来自所选节点</translation>
    </message>
</context>
<context>
    <name>driftscope::LogNodesModel</name>
    <message>
        <source>%1, line %2 of the log</source>
        <translation>%1，日志第 %2 行</translation>
    </message>
    <message>
        <source>node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>subgraph</source>
        <translation>子图</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦相似度</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>data type</source>
        <translation>数据类型</translation>
    </message>
</context>
<context>
    <name>driftscope::LogPane</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Compilation</source>
        <translation>编译</translation>
    </message>
    <message>
        <source>Warnings and errors of the toolchain</source>
        <translation>工具链的警告和错误</translation>
    </message>
    <message>
        <source>Node table of the log</source>
        <translation>日志中的节点表</translation>
    </message>
    <message>
        <source>Nothing has been compiled</source>
        <translation>尚未编译</translation>
    </message>
    <message>
        <source>Compile runs the toolchain on the config; phases and log appear here while it works.</source>
        <translation>“编译”会用工具链处理该配置；运行期间在此显示各步骤和日志。</translation>
    </message>
</context>
<context>
    <name>driftscope::LogText</name>
    <message>
        <source>Log of the compilation</source>
        <translation>编译日志</translation>
    </message>
</context>
<context>
    <name>driftscope::MainWindow</name>
    <message>
        <source>Toolchain</source>
        <translation>工具链</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>开发板</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>沙箱</translation>
    </message>
    <message>
        <source>Sandbox board</source>
        <translation>沙箱开发板</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Everything Driftscope reads (*.driftscope.json *.yaml *.yml *.onnx *.bin)</source>
        <translation>Driftscope 可读取的所有文件 (*.driftscope.json *.yaml *.yml *.onnx *.bin)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Program that answers to hb_mapper</source>
        <translation>能响应 hb_mapper 命令的程序</translation>
    </message>
    <message>
        <source>Program that answers to hrt_model_exec</source>
        <translation>能响应 hrt_model_exec 命令的程序</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>The config has changes that are not saved.</source>
        <translation>配置中有尚未保存的更改。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层列表</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Driftscope</source>
        <translation>Driftscope</translation>
    </message>
    <message>
        <source>%1[*] – Driftscope</source>
        <translation>%1[*] – Driftscope</translation>
    </message>
    <message>
        <source>Nothing has been compiled</source>
        <translation>尚未编译</translation>
    </message>
    <message>
        <source>No stage is chosen</source>
        <translation>没有选择阶段</translation>
    </message>
    <message>
        <source>Compile makes the stages from the float model to the board&apos;s .bin; they appear here side by side.</source>
        <translation>“编译”会生成从浮点模型到板端 .bin 的各个阶段，并在此并排显示。</translation>
    </message>
    <message>
        <source>Choose stages above to see their graphs side by side.</source>
        <translation>在上方选择阶段，即可并排查看其计算图。</translation>
    </message>
    <message>
        <source>Line %1 of the log</source>
        <translation>日志第 %1 行</translation>
    </message>
    <message>
        <source>Config: %1</source>
        <translation>配置：%1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>层 %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>The picture was written to “%1”.</source>
        <translation>图片已写入“%1”。</translation>
    </message>
    <message numerus="yes">
        <source>%n files were written; open “%1” to see them together.</source>
        <translation>
            <numerusform>已写入 %n 个文件；打开“%1”可一并查看。</numerusform>
        </translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Input contract</source>
        <translation>输入约定</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Compare Config With</source>
        <translation>选择要对比的配置</translation>
    </message>
    <message>
        <source>Conversion YAML (*.yaml *.yml)</source>
        <translation>转换 YAML (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Keep What Is Here</source>
        <translation>保留此处的内容</translation>
    </message>
    <message>
        <source>Take the File’s</source>
        <translation>采用文件中的内容</translation>
    </message>
    <message>
        <source>The script lies in “%1”; copy the folder to the board and run there “sh run.sh”.</source>
        <translation>脚本位于“%1”；请将该文件夹复制到开发板，在那里运行“sh run.sh”。</translation>
    </message>
    <message>
        <source>The report was written to “%1”.</source>
        <translation>报告已写入“%1”。</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
</context>
<context>
    <name>driftscope::MatchController</name>
    <message>
        <source>Select a node while two stages or more stand side by side.</source>
        <translation>请在并排显示两个或更多阶段时选择一个节点。</translation>
    </message>
    <message>
        <source>No counterpart in %1</source>
        <translation>在%1中无对应节点</translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%1，位于%2：%3</translation>
    </message>
    <message>
        <source>Corrected Matches…</source>
        <translation>已更正的匹配…</translation>
    </message>
    <message>
        <source>Counterpart in %1</source>
        <translation>%1中的对应节点</translation>
    </message>
    <message>
        <source>Belongs to…</source>
        <translation>属于…</translation>
    </message>
    <message>
        <source>Has No Counterpart</source>
        <translation>无对应节点</translation>
    </message>
    <message>
        <source>This Match Is Right</source>
        <translation>此匹配正确</translation>
    </message>
    <message>
        <source>Undo Correction</source>
        <translation>撤销更正</translation>
    </message>
    <message>
        <source>Which node of %1 belongs to %2? Click it, or walk to it and press Return; Escape cancels.</source>
        <translation>%1中的哪个节点属于 %2？请点击它，或移动到它并按回车；按 Esc 取消。</translation>
    </message>
    <message>
        <source>%1 belongs to %2 from now on; Ctrl+Z in a graph takes it back.</source>
        <translation>从现在起 %1 属于 %2；在图中按 Ctrl+Z 可收回。</translation>
    </message>
    <message>
        <source>It has no counterpart in %1 from now on; Ctrl+Z in a graph takes that back.</source>
        <translation>从现在起它在%1中无对应节点；在图中按 Ctrl+Z 可收回。</translation>
    </message>
    <message>
        <source>The node has no match in %1 to confirm.</source>
        <translation>该节点在%1中没有可确认的匹配。</translation>
    </message>
    <message>
        <source>The match is kept as it is.</source>
        <translation>该匹配保持不变。</translation>
    </message>
    <message>
        <source>The node&apos;s match in %1 was not corrected.</source>
        <translation>该节点在%1中的匹配未被更正过。</translation>
    </message>
</context>
<context>
    <name>driftscope::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>关闭该消息</translation>
    </message>
</context>
<context>
    <name>driftscope::Minimap</name>
    <message>
        <source>Overview of the graph</source>
        <translation>计算图缩略图</translation>
    </message>
    <message>
        <source>Overview: click or drag to go there, turn the wheel to move on</source>
        <translation>总览：点击或拖动前往该处，滚轮继续移动</translation>
    </message>
</context>
<context>
    <name>driftscope::NameDifferences</name>
    <message>
        <source>the log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>the .bin</source>
        <translation>.bin</translation>
    </message>
    <message>
        <source>The config names the model %1, %2 says that it was made from %3.</source>
        <translation>配置所写的模型是 %1，而 %2 写明由 %3 生成。</translation>
    </message>
    <message>
        <source>The model %1 lay at %2 when the conversion ran, says %3.</source>
        <translation>据 %3，转换时模型 %1 位于 %2。</translation>
    </message>
    <message>
        <source>The config names the files %1…, %2 says %3….</source>
        <translation>配置所写的文件名为 %1…，而 %2 写的是 %3…。</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>By the config the file %1 would be called %2.</source>
        <translation>按配置，文件 %1 应名为 %2。</translation>
    </message>
    <message>
        <source>The model %1 is not on this computer.</source>
        <translation>模型 %1 不在本机上。</translation>
    </message>
</context>
<context>
    <name>driftscope::NewConfigDialog</name>
    <message>
        <source>New Config From a Model</source>
        <translation>由模型新建配置</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>模型(&amp;M)：</translation>
    </message>
    <message>
        <source>The float model, an ONNX file</source>
        <translation>浮点模型（ONNX 文件）</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>&amp;Processor:</source>
        <translation>处理器(&amp;P)：</translation>
    </message>
    <message>
        <source>X3, J3 (bernoulli2)</source>
        <translation>X3、J3（bernoulli2）</translation>
    </message>
    <message>
        <source>J5, RDK Ultra (bayes)</source>
        <translation>J5、RDK Ultra（bayes）</translation>
    </message>
    <message>
        <source>X5 (bayes-e)</source>
        <translation>X5（bayes-e）</translation>
    </message>
    <message>
        <source>&amp;Inputs of the network, and how the board program feeds them:</source>
        <translation>网络的输入，以及板端程序如何送入(&amp;I)：</translation>
    </message>
    <message>
        <source>Inputs of the network</source>
        <translation>网络的输入</translation>
    </message>
    <message>
        <source>The config that will be written</source>
        <translation>将要写入的配置</translation>
    </message>
    <message>
        <source>&amp;Save as:</source>
        <translation>保存为(&amp;S)：</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Float Model</source>
        <translation>浮点模型</translation>
    </message>
    <message>
        <source>ONNX models (*.onnx)</source>
        <translation>ONNX 模型 (*.onnx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save Config As</source>
        <translation>配置另存为</translation>
    </message>
    <message>
        <source>Conversion YAML (*.yaml *.yml)</source>
        <translation>转换 YAML (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Choose the float model; its inputs appear here.</source>
        <translation>请选择浮点模型；其输入会显示在这里。</translation>
    </message>
    <message>
        <source>Reading the model…</source>
        <translation>正在读取模型…</translation>
    </message>
    <message>
        <source>Replace a File</source>
        <translation>替换文件</translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation>“%1”已经存在。</translation>
    </message>
    <message>
        <source>Its content is lost when it is replaced.</source>
        <translation>替换后原有内容将丢失。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>driftscope::NodeChange</name>
    <message>
        <source>inserted</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>fused</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未变</translation>
    </message>
</context>
<context>
    <name>driftscope::NodeComparison</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message numerus="yes">
        <source>The weights of %n channels were multiplied by %1.</source>
        <translation>
            <numerusform>%n 个通道的权重乘以 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The weights of %n channels were rounded to %2, with %1 steps for one.</source>
        <translation>
            <numerusform>%n 个通道的权重舍入为 %2，单位 1 对应 %1 级。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>driftscope::NodeForecaster</name>
    <message>
        <source>The board feeds %1 and the network was trained on %2: the colours are converted, and norm_type puts the normalization into the model.</source>
        <translation>板端送入 %1，而网络以 %2 训练：需要转换颜色，并且 norm_type 把归一化放进了模型。</translation>
    </message>
    <message>
        <source>The board feeds %1 and the network was trained on %2: the colours are converted. Nothing is normalized, since norm_type is no_preprocess.</source>
        <translation>板端送入 %1，而网络以 %2 训练：需要转换颜色。由于 norm_type 为 no_preprocess，不做归一化。</translation>
    </message>
    <message>
        <source>norm_type puts the normalization into the model; the board program must not normalize again.</source>
        <translation>norm_type 把归一化放进了模型；板端程序不得再次归一化。</translation>
    </message>
    <message>
        <source>Pixels reach the network as numbers from −128 to 127; this node adds the 128 back and does nothing else.</source>
        <translation>像素以 −128 到 127 的数值到达网络；该节点只把 128 加回来，不做其他处理。</translation>
    </message>
    <message>
        <source>between the input and the first layer of the network</source>
        <translation>在输入与网络第一层之间</translation>
    </message>
    <message>
        <source>(x + 128 − mean) × scale, with %1</source>
        <translation>(x + 128 − mean) × scale，其中 %1</translation>
    </message>
    <message>
        <source>x + 128</source>
        <translation>x + 128</translation>
    </message>
    <message>
        <source>between the input of the .bin and its compiled code</source>
        <translation>在 .bin 的输入与其编译后的代码之间</translation>
    </message>
    <message>
        <source>input_layout_rt is %1 and the BPU computes in %2.</source>
        <translation>input_layout_rt 为 %1，而 BPU 按 %2 计算。</translation>
    </message>
    <message>
        <source>The program feeds %1 and the network was trained in %2.</source>
        <translation>程序送入 %1，而网络以 %2 训练。</translation>
    </message>
    <message>
        <source>moves %1 bytes before every inference, axes %2</source>
        <translation>每次推理前搬移 %1 字节，轴顺序 %2</translation>
    </message>
    <message>
        <source>moves every value before every inference, axes %1</source>
        <translation>每次推理前搬移所有值，轴顺序 %1</translation>
    </message>
    <message>
        <source>next to the preprocessing node</source>
        <translation>与预处理节点相邻</translation>
    </message>
    <message>
        <source>The stages of the built-in toolchain are standard ONNX, whose convolutions take NCHW. The vendor&apos;s toolchain has no such node.</source>
        <translation>内置工具链的各阶段均为标准 ONNX，其卷积只接受 NCHW。厂商的工具链没有此节点。</translation>
    </message>
    <message>
        <source>axes %1</source>
        <translation>轴顺序 %1</translation>
    </message>
    <message>
        <source>behind the input</source>
        <translation>在输入之后</translation>
    </message>
    <message>
        <source>behind the preprocessing node</source>
        <translation>在预处理节点之后</translation>
    </message>
    <message>
        <source>Calibration measures the range of this value and rounds it as the integer network will. Every other value between layers of the BPU gets such a node too.</source>
        <translation>校准会统计该值的范围，并按整数网络的方式对其舍入。BPU 各层之间的其他值也都会有这样的节点。</translation>
    </message>
    <message>
        <source>rounds with the threshold 127, for pixels are whole numbers</source>
        <translation>以阈值 127 舍入，因为像素都是整数</translation>
    </message>
    <message>
        <source>between the input and the first operator of the BPU, on the CPU</source>
        <translation>在输入与 BPU 的第一个算子之间，在 CPU 上运行</translation>
    </message>
    <message>
        <source>The program feeds floats and the BPU computes with integers. Where the network begins with operators of the CPU, the node stands behind them and is named after their result.</source>
        <translation>程序送入浮点数，而 BPU 以整数计算。如果网络以 CPU 算子开头，该节点位于这些算子之后，并以其结果命名。</translation>
    </message>
    <message>
        <source>round(x / scale), with the scale that calibration finds</source>
        <translation>round(x / scale)，其中 scale 由校准得出</translation>
    </message>
    <message>
        <source>(x − mean) × scale, with %1</source>
        <translation>(x − mean) × scale，其中 %1</translation>
    </message>
</context>
<context>
    <name>driftscope::NodesPane</name>
    <message numerus="yes">
        <source>%1 of %n nodes</source>
        <translation>
            <numerusform>%1 / %n 个节点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n 个节点</numerusform>
        </translation>
    </message>
    <message>
        <source>Stage:</source>
        <translation>阶段：</translation>
    </message>
    <message>
        <source>Only what the search finds</source>
        <translation>只显示搜索到的</translation>
    </message>
    <message>
        <source>Nodes in the order of the data&apos;s flow</source>
        <translation>按数据流顺序排列的节点</translation>
    </message>
    <message>
        <source>Stage whose nodes are listed</source>
        <translation>列出哪个阶段的节点</translation>
    </message>
</context>
<context>
    <name>driftscope::OpFamily</name>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>算术运算</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>排布</translation>
    </message>
    <message>
        <source>Quantize</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>driftscope::Overlay</name>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Data type</source>
        <translation>数据类型</translation>
    </message>
    <message>
        <source>Operator family</source>
        <translation>算子类别</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>排布</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
</context>
<context>
    <name>driftscope::PerInputModel</name>
    <message>
        <source>%1
Not written: the toolchain decides.</source>
        <translation>%1
未写：由工具链决定。</translation>
    </message>
    <message>
        <source>Input %1</source>
        <translation>输入 %1</translation>
    </message>
</context>
<context>
    <name>driftscope::PerfGraph</name>
    <message>
        <source>“%1” is no drawing by hb_perf.</source>
        <translation>“%1”不是 hb_perf 绘制的图。</translation>
    </message>
</context>
<context>
    <name>driftscope::PhaseList</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>约 %1 秒</translation>
    </message>
</context>
<context>
    <name>driftscope::Process</name>
    <message>
        <source>The program “%1” was stopped on request.</source>
        <translation>程序“%1”已按要求停止。</translation>
    </message>
</context>
<context>
    <name>driftscope::ProfileForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Runs &amp;on</source>
        <translation>运行位置(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>程序(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Arguments, one a line</source>
        <translation>参数，每行一个(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Environment, NAME=value</source>
        <translation>环境变量，NAME=value(&amp;E)</translation>
    </message>
    <message>
        <source>Options, one a &amp;line</source>
        <translation>选项，每行一个(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Folder there</source>
        <translation>对端文件夹(&amp;F)</translation>
    </message>
</context>
<context>
    <name>driftscope::ProfilerReport</name>
    <message>
        <source>“%1” holds no latency of a node; run hrt_model_exec perf with --profile_path and let it end by itself.</source>
        <translation>“%1” 中没有任何节点的延迟；请用 --profile_path 运行 hrt_model_exec perf 并让它自行结束。</translation>
    </message>
</context>
<context>
    <name>driftscope::ProfilesModel</name>
    <message>
        <source>asking…</source>
        <translation>询问中…</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>尚未询问</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>driftscope::ProfilesPage</name>
    <message>
        <source>A&amp;dd</source>
        <translation>添加(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Te&amp;st</source>
        <translation>测试(&amp;S)</translation>
    </message>
    <message>
        <source>Sa&amp;ve Changes</source>
        <translation>保存更改(&amp;V)</translation>
    </message>
</context>
<context>
    <name>driftscope::ProjectPane</name>
    <message>
        <source>Project</source>
        <translation>工程</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>编译记录</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Run %1, %2</source>
        <translation>编译记录 %1，%2</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>%1, %2 after %3</source>
        <translation>%1，%3 后%2</translation>
    </message>
</context>
<context>
    <name>driftscope::QuantInfo</name>
    <message>
        <source>“%1” is no quant_info.json (%2, at byte %3); thresholds are not shown.</source>
        <translation>“%1”不是 quant_info.json（%2，位于第 %3 字节）；不显示阈值。</translation>
    </message>
    <message>
        <source>no object</source>
        <translation>不是对象</translation>
    </message>
</context>
<context>
    <name>driftscope::QueryEdit</name>
    <message>
        <source>searched before</source>
        <translation>以前搜索过</translation>
    </message>
</context>
<context>
    <name>driftscope::RangeBar</name>
    <message>
        <source>Range of the colours</source>
        <translation>颜色范围</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>Drag an end, or move it with Left and Right (with Shift the upper one); a double click or Home fits the range to the values.</source>
        <translation>拖动一端，或用左右方向键移动（按住 Shift 移动上端）；双击或按 Home 键使范围与数值相符。</translation>
    </message>
</context>
<context>
    <name>driftscope::Refusal</name>
    <message>
        <source>%1 of the input “%2” is missing or not known; write it, for example %3.</source>
        <translation>输入“%2”的 %1 缺失或无法识别；请写明，例如 %3。</translation>
    </message>
    <message>
        <source>No network is trained on %1; set input_type_train to rgb, bgr, yuv444, gray or featuremap.</source>
        <translation>网络不会以 %1 训练；请将 input_type_train 设为 rgb、bgr、yuv444、gray 或 featuremap。</translation>
    </message>
    <message>
        <source>The input “%1” was trained on %2 and cannot be fed %3; set input_type_rt to one of: %4.</source>
        <translation>输入“%1”以 %2 训练，不能送入 %3；请将 input_type_rt 设为以下之一：%4。</translation>
    </message>
    <message>
        <source>On bernoulli2 yuv444 is supported in NHWC only; set input_layout_rt of “%1” to NHWC.</source>
        <translation>在 bernoulli2 上 yuv444 只支持 NHWC；请将“%1”的 input_layout_rt 设为 NHWC。</translation>
    </message>
    <message>
        <source>bt601_video is for nv12 only, and “%1” is fed %2; set input_space_and_range to regular.</source>
        <translation>bt601_video 只用于 nv12，而“%1”送入的是 %2；请将 input_space_and_range 设为 regular。</translation>
    </message>
    <message>
        <source>A featuremap is not normalized by the model; set norm_type of “%1” to no_preprocess.</source>
        <translation>模型不会对 featuremap 做归一化；请将“%1”的 norm_type 设为 no_preprocess。</translation>
    </message>
    <message>
        <source>norm_type of “%1” needs %2, which is not written.</source>
        <translation>“%1”的 norm_type 需要 %2，但没有写出。</translation>
    </message>
    <message>
        <source>%1 of “%2” has %3 values; it needs one, or one for each of the %4 channels.</source>
        <translation>“%2”的 %1 有 %3 个值；应为一个值，或为 %4 个通道各给出一个。</translation>
    </message>
    <message>
        <source>A picture input has four axes, but “%1” has the shape %2; feed it as featuremap.</source>
        <translation>图片输入有四个轴，但“%1”的 shape 为 %2；请以 featuremap 送入。</translation>
    </message>
    <message>
        <source>“%1” has the shape %2, which by input_layout_train %3 are %4 channels, but %5 has %6; correct input_layout_train or input_type_train.</source>
        <translation>“%1”的 shape 为 %2，按 input_layout_train %3 有 %4 个通道，但 %5 有 %6 个；请更正 input_layout_train 或 input_type_train。</translation>
    </message>
    <message>
        <source>%1 needs an even height and width, but “%2” has the shape %3; change the model&apos;s size or input_type_rt.</source>
        <translation>%1 要求高和宽均为偶数，但“%2”的 shape 为 %3；请修改模型的输入大小或 input_type_rt。</translation>
    </message>
    <message>
        <source>The model leaves sizes of “%1” open (%2); write input_shape.</source>
        <translation>模型没有确定“%1”的部分大小（%2）；请写明 input_shape。</translation>
    </message>
    <message>
        <source>On bernoulli2 inputs have four axes, but “%1” has the shape %2; reshape the model.</source>
        <translation>在 bernoulli2 上输入有四个轴，但“%1”的 shape 为 %2；请调整模型的 shape。</translation>
    </message>
    <message>
        <source>input_batch %1 needs a shape that starts with 1, but “%2” has %3; remove input_batch.</source>
        <translation>input_batch %1 要求 shape 的第一维为 1，但“%2”为 %3；请删除 input_batch。</translation>
    </message>
    <message>
        <source>On %1 input_batch is for models with one input; remove it.</source>
        <translation>在 %1 上，input_batch 只用于单输入模型；请删除它。</translation>
    </message>
</context>
<context>
    <name>driftscope::ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Reports (*.html *.json *.csv)</source>
        <translation>报告 (*.html *.json *.csv)</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>正在写入报告…</translation>
    </message>
    <message>
        <source>Export Report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Writes what is known of the project into one file for a forum or a colleague: the verdict and its evidence, every layer, the config with its findings, and the graph where it matters. What was not run yet is named as missing.</source>
        <translation>将工程的已知信息写入一个文件，便于发到论坛或交给同事：结论及其证据、每一层、配置及其问题，以及计算图的关键部分。尚未运行的内容会注明缺失。</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>格式(&amp;O)</translation>
    </message>
    <message>
        <source>Web page, one file (.html)</source>
        <translation>网页，单个文件 (.html)</translation>
    </message>
    <message>
        <source>For programs (.json)</source>
        <translation>供程序读取 (.json)</translation>
    </message>
    <message>
        <source>Layers as a table (.csv)</source>
        <translation>各层表格 (.csv)</translation>
    </message>
    <message>
        <source>&amp;Leave out folders, accounts, machines and addresses</source>
        <translation>略去文件夹、账号、机器名和地址(&amp;L)</translation>
    </message>
    <message>
        <source>Paths become relative to the project or the file&apos;s name alone. Names of layers stay.</source>
        <translation>路径改为相对于工程的路径，或只保留文件名。层的名称不变。</translation>
    </message>
    <message>
        <source>O&amp;pen it when it is written</source>
        <translation>写入后打开(&amp;P)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
</context>
<context>
    <name>driftscope::RulesDialog</name>
    <message>
        <source>Rules of your own are read from driftscope-rules.yaml beside the config; docs/own-rules.md says how they are written.</source>
        <translation>自定义规则写在配置旁边的 driftscope-rules.yaml 中；写法见 docs/own-rules.md。</translation>
    </message>
    <message>
        <source>%1 of %2 rules; %3 found something in this config</source>
        <translation>显示 %1 条，共 %2 条规则；其中 %3 条在此配置中有发现</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Search: words of the id, the text, the source, or error, own, found</source>
        <translation>搜索：id、文字、出处中的词，或 错误、自定义、有发现</translation>
    </message>
    <message>
        <source>Search the rules</source>
        <translation>搜索规则</translation>
    </message>
    <message>
        <source>&amp;Only what found something here</source>
        <translation>只显示此处有发现的(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Go to Finding</source>
        <translation>转到发现(&amp;G)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>driftscope::RulesModel</name>
    <message>
        <source>%1 Source: %2.</source>
        <translation>%1出处：%2。</translation>
    </message>
    <message>
        <source>found here</source>
        <translation>有发现</translation>
    </message>
    <message numerus="yes">
        <source>found here %n times</source>
        <translation>
            <numerusform>有 %n 处发现</numerusform>
        </translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>无发现</translation>
    </message>
    <message>
        <source>own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>what it finds</source>
        <translation>检查内容</translation>
    </message>
    <message>
        <source>source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>origin</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>driftscope::RunsDialog</name>
    <message>
        <source>%1 of %2 runs; all of them take %3 on disk</source>
        <translation>显示 %1 条，共 %2 条编译记录，占用磁盘 %3</translation>
    </message>
    <message>
        <source>Choose a second run to see what changed and what it did.</source>
        <translation>再选一条记录，即可查看改了什么、带来什么。</translation>
    </message>
    <message>
        <source>Choose two runs to see what changed and what it did.</source>
        <translation>选择两条记录，即可查看改了什么、带来什么。</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>从 %1 到 %2</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <source>Remove Runs</source>
        <translation>删除编译记录</translation>
    </message>
    <message numerus="yes">
        <source>%n runs will be removed for good, with their models and logs (%1).</source>
        <translation>
            <numerusform>将永久删除 %n 条编译记录及其模型和日志（%1）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>编译记录</translation>
    </message>
    <message>
        <source>Search: words of note, config and log, or bounds such as top1.board&lt;50%</source>
        <translation>搜索：备注、配置和日志中的文字，或 top1.board&lt;50% 之类的条件</translation>
    </message>
    <message>
        <source>Search the runs</source>
        <translation>搜索编译记录</translation>
    </message>
    <message>
        <source>What changed and what it did</source>
        <translation>改了什么、带来什么</translation>
    </message>
    <message>
        <source>&amp;Open Run</source>
        <translation>打开记录(&amp;O)</translation>
    </message>
    <message>
        <source>Compare &amp;Configs</source>
        <translation>比较配置(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>删除(&amp;R)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Take Up Again</source>
        <translation>重新接续(&amp;T)</translation>
    </message>
    <message>
        <source>Follows the run on the other machine again and fetches its results.</source>
        <translation>重新跟踪另一台机器上的编译，并取回其结果。</translation>
    </message>
</context>
<context>
    <name>driftscope::RunsModel</name>
    <message>
        <source>succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>march</source>
        <translation>march</translation>
    </message>
    <message>
        <source>top-1, board</source>
        <translation>Top-1，板端</translation>
    </message>
    <message>
        <source>top-1, quantized</source>
        <translation>Top-1，量化</translation>
    </message>
    <message>
        <source>worst layer</source>
        <translation>最差层</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>on disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
</context>
<context>
    <name>driftscope::RunsTimeline</name>
    <message>
        <source>Worst layer: %1</source>
        <translation>最差的层：%1</translation>
    </message>
    <message>
        <source>Runs over time; the table holds the same numbers</source>
        <translation>随时间变化的运行；表格中是同样的数字</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
</context>
<context>
    <name>driftscope::SamplesPane</name>
    <message>
        <source>any two stages</source>
        <translation>任意两个阶段</translation>
    </message>
    <message>
        <source>the stages predict the same of every sample</source>
        <translation>各阶段对每个样本的预测都相同</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n, the worst first</source>
        <translation>
            <numerusform>共 %n 个，显示 %1 个，最差的在前</numerusform>
        </translation>
    </message>
    <message>
        <source>Samples that flip</source>
        <translation>翻转的样本</translation>
    </message>
    <message>
        <source>&amp;Between</source>
        <translation>阶段(&amp;B)</translation>
    </message>
    <message>
        <source>Stages between which samples flip</source>
        <translation>样本在哪些阶段之间翻转</translation>
    </message>
    <message>
        <source>Samples that flip, the worst first</source>
        <translation>翻转的样本，最差的在前</translation>
    </message>
    <message>
        <source>The chosen sample</source>
        <translation>所选样本</translation>
    </message>
    <message>
        <source>Compare Layers on It</source>
        <translation>逐层比较该样本</translation>
    </message>
    <message>
        <source>Compare the two stages between which the chosen picture flips, layer by layer (Enter)</source>
        <translation>对所选图片翻转的两个阶段进行逐层比较（Enter）</translation>
    </message>
    <message>
        <source>Nothing has been evaluated</source>
        <translation>尚未评测</translation>
    </message>
    <message>
        <source>Evaluate sends the labelled pictures through every stage and the board; those that they do not agree on stand here, the worst first.</source>
        <translation>“评测”会让带标签的图片经过每个阶段和板端；结论不一致的样本列在这里，最差的在前。</translation>
    </message>
</context>
<context>
    <name>driftscope::Session</name>
    <message>
        <source>Set %1 to %2</source>
        <translation>将 %1 设为 %2</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Opening the stages</source>
        <translation>正在打开各阶段</translation>
    </message>
    <message>
        <source>There is no compiled model yet; compile the config first.</source>
        <translation>尚无编译好的模型；请先编译配置。</translation>
    </message>
    <message>
        <source>There is no config to compile; open a conversion YAML first.</source>
        <translation>没有可编译的配置；请先打开转换 YAML。</translation>
    </message>
    <message>
        <source>Compiling</source>
        <translation>正在编译</translation>
    </message>
    <message>
        <source>There is no picture to run; name a folder of labelled data in the project.</source>
        <translation>没有可运行的图片；请在工程中指定标注数据文件夹。</translation>
    </message>
    <message>
        <source>Running on the board</source>
        <translation>正在开发板上运行</translation>
    </message>
    <message>
        <source>There is no labelled data; name its folder in the project.</source>
        <translation>没有标注数据；请在工程中指定其文件夹。</translation>
    </message>
    <message>
        <source>Evaluating every stage</source>
        <translation>正在评测各阶段</translation>
    </message>
    <message>
        <source>There are no pictures to diagnose with; name a folder of them in the project.</source>
        <translation>没有可用于诊断的图片；请在工程中指定图片文件夹。</translation>
    </message>
    <message>
        <source>Looking for the cause</source>
        <translation>正在查找原因</translation>
    </message>
    <message>
        <source>%1 has no counterpart</source>
        <translation>%1 无对应节点</translation>
    </message>
    <message>
        <source>%1 belongs to %2</source>
        <translation>%1 属于 %2</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>收回：%1</translation>
    </message>
    <message>
        <source>Matching the stages</source>
        <translation>正在匹配各阶段</translation>
    </message>
    <message>
        <source>Changes by another program</source>
        <translation>其他程序的修改</translation>
    </message>
    <message>
        <source>“%1” was changed by another program; both changes are merged, not yet saved.</source>
        <translation>“%1”被其他程序修改；双方的修改已合并，尚未保存。</translation>
    </message>
    <message>
        <source>“%1” was changed by another program and read again. Undo brings back what was here.</source>
        <translation>“%1”被其他程序修改，已重新读取。撤销可恢复此处原来的内容。</translation>
    </message>
    <message>
        <source>“%1” was changed by another program at lines that were changed here too.</source>
        <translation>“%1”被其他程序修改，且修改的行在此处也有改动。</translation>
    </message>
    <message>
        <source>The log is too long to be shown whole; the run&apos;s folder has all of it.</source>
        <translation>日志过长，无法全部显示；完整日志在运行文件夹中。</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>参数扫描</translation>
    </message>
    <message>
        <source>Taking the run up again</source>
        <translation>正在重新接续编译</translation>
    </message>
    <message>
        <source>Writing the board script</source>
        <translation>正在写入板端脚本</translation>
    </message>
    <message>
        <source>Comparing layers</source>
        <translation>正在逐层对比</translation>
    </message>
    <message>
        <source>Comparing dumps</source>
        <translation>正在对比 dump</translation>
    </message>
    <message>
        <source>The model has %1 inputs; name the files that they are fed in “Compare Layers”.</source>
        <translation>模型有 %1 个输入；请在“比较层”中指定送入的文件。</translation>
    </message>
</context>
<context>
    <name>driftscope::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>&amp;Toolchains</source>
        <translation>工具链(&amp;T)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Boa&amp;rds</source>
        <translation>开发板(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Captures</source>
        <translation>采集结果(&amp;C)</translation>
    </message>
</context>
<context>
    <name>driftscope::StageCard</name>
    <message>
        <source>not evaluated</source>
        <translation>未评测</translation>
    </message>
    <message>
        <source>not compiled</source>
        <translation>未编译</translation>
    </message>
    <message>
        <source>Its graph is shown.</source>
        <translation>其计算图已显示。</translation>
    </message>
    <message>
        <source>Its graph is hidden.</source>
        <translation>其计算图已隐藏。</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>已显示</translation>
    </message>
</context>
<context>
    <name>driftscope::StageDifference</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>It made %1 %2.</source>
        <translation>它生成 %1 %2。</translation>
    </message>
    <message>
        <source>A constant that the later stage makes in the graph.</source>
        <translation>后一阶段在图中生成的常量。</translation>
    </message>
    <message>
        <source>The loaded profile says %1 microseconds.</source>
        <translation>已加载的性能数据为 %1 微秒。</translation>
    </message>
    <message>
        <source>Its result is the same for every input: the toolchain computed it once and kept the constant.</source>
        <translation>其结果对任何输入都相同：工具链只计算一次并保留为常量。</translation>
    </message>
    <message>
        <source>%1 computes nothing here and was left out.</source>
        <translation>%1 在此没有计算作用，已被去除。</translation>
    </message>
    <message>
        <source>The value is an integer from the start, so that nothing has to be rounded here.</source>
        <translation>该值从一开始就是整数，因此这里无需舍入。</translation>
    </message>
    <message>
        <source>The rounding was left out.</source>
        <translation>该舍入已被去除。</translation>
    </message>
    <message>
        <source>The values are already in the order that is needed behind it.</source>
        <translation>这些值已是后续所需的顺序。</translation>
    </message>
    <message>
        <source>Nothing in the later stage was found to compute this.</source>
        <translation>在后一阶段未找到计算此结果的节点。</translation>
    </message>
</context>
<context>
    <name>driftscope::StageInput</name>
    <message>
        <source>A picture cannot be fed to an input of type %1; give a .npy or raw file.</source>
        <translation>图片不能送入类型为 %1 的输入；请给出 .npy 或原始数据文件。</translation>
    </message>
    <message>
        <source>A picture must have the shape HxWx3, not %1.</source>
        <translation>图片的 shape 必须是 HxWx3，而不是 %1。</translation>
    </message>
    <message>
        <source>A picture needs an input with four axes; this one has the shape %1.</source>
        <translation>图片需要有四个轴的输入；该输入的 shape 为 %1。</translation>
    </message>
    <message>
        <source>The input has the shape %1, but the picture becomes %2; check the type and the layout of the input in the config.</source>
        <translation>输入的 shape 为 %1，而图片转换后为 %2；请检查配置中该输入的类型和排布。</translation>
    </message>
    <message>
        <source>The config does not say what kind of picture the input &apos;%1&apos; takes; set input_type_train and input_type_rt.</source>
        <translation>配置没有说明输入“%1”采用哪种图片；请设置 input_type_train 和 input_type_rt。</translation>
    </message>
    <message>
        <source>The config does not say what the board program feeds to the input &apos;%1&apos;; set input_type_rt.</source>
        <translation>配置没有说明板端程序向输入“%1”送入什么；请设置 input_type_rt。</translation>
    </message>
</context>
<context>
    <name>driftscope::StageMatch</name>
    <message>
        <source>Corrected by you.</source>
        <translation>由您更正。</translation>
    </message>
</context>
<context>
    <name>driftscope::StageStrip</name>
    <message>
        <source>top-1 %1 %</source>
        <translation>top-1 %1%</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show Only This Stage</source>
        <translation>只显示此阶段</translation>
    </message>
    <message>
        <source>Show All Stages</source>
        <translation>显示全部阶段</translation>
    </message>
    <message>
        <source>Move to the Left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move to the Right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Order of the Conversion</source>
        <translation>转换的顺序</translation>
    </message>
</context>
<context>
    <name>driftscope::StartPage</name>
    <message>
        <source>Why is the board wrong?</source>
        <translation>板端结果为什么不对？</translation>
    </message>
    <message>
        <source>Driftscope follows a network from the trained float model to the board, shows where it begins to drift, and names the setting that causes it. Drop a conversion YAML, an ONNX file or a .bin here, or begin with the sample: a real failure, solved in five steps without a board.</source>
        <translation>Driftscope 跟踪网络从训练好的浮点模型到板端的全过程，显示偏差从何处开始，并指出引起偏差的设置。将转换 YAML、ONNX 文件或 .bin 拖到此处，或从示例开始：一个真实的故障，无需开发板，五步即可解决。</translation>
    </message>
    <message>
        <source>Is the float model right?</source>
        <translation>浮点模型正确吗？</translation>
    </message>
    <message>
        <source>Does the quantized model agree?</source>
        <translation>量化模型与浮点模型一致吗？</translation>
    </message>
    <message>
        <source>Does the board agree?</source>
        <translation>板端与量化模型一致吗？</translation>
    </message>
    <message>
        <source>Three questions lead to the cause, in this order:</source>
        <translation>依次回答三个问题，即可找到原因：</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的工程</translation>
    </message>
</context>
<context>
    <name>driftscope::Status</name>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>需关注</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>尚不清楚</translation>
    </message>
</context>
<context>
    <name>driftscope::SubgraphReport</name>
    <message>
        <source>“%1” is no report of a subgraph (%2); its latency is not shown.</source>
        <translation>“%1”不是子图报告（%2）；不显示其延迟。</translation>
    </message>
    <message>
        <source>it has no “summary”</source>
        <translation>其中没有“summary”</translation>
    </message>
</context>
<context>
    <name>driftscope::SweepDialog</name>
    <message>
        <source>Set %1</source>
        <translation>设置 %1</translation>
    </message>
    <message>
        <source>The config says %1 now; undo takes it back.</source>
        <translation>配置现在是 %1；撤销可以恢复。</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>参数扫描</translation>
    </message>
    <message>
        <source>Shown s&amp;weep:</source>
        <translation>显示的扫描(&amp;W)：</translation>
    </message>
    <message>
        <source>Shown sweep</source>
        <translation>显示的扫描</translation>
    </message>
    <message>
        <source>&amp;Figure:</source>
        <translation>指标(&amp;F)：</translation>
    </message>
    <message>
        <source>Figure of the plot</source>
        <translation>图中的指标</translation>
    </message>
    <message>
        <source>Variants of the sweep</source>
        <translation>扫描的各变体</translation>
    </message>
    <message>
        <source>&amp;Use These Values</source>
        <translation>采用这些取值(&amp;U)</translation>
    </message>
    <message>
        <source>Writes the values of the chosen row, or of the best, into the config</source>
        <translation>把所选行（或最好的一行）的取值写入配置</translation>
    </message>
    <message>
        <source>Com&amp;pare</source>
        <translation>比较(&amp;P)</translation>
    </message>
    <message>
        <source>Shows what changed between two chosen rows and what it did</source>
        <translation>显示所选两行之间的变化及其作用</translation>
    </message>
    <message>
        <source>&amp;Open Run</source>
        <translation>打开运行(&amp;O)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>driftscope::SweepKeyEditor</name>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>&amp;Second key</source>
        <translation>第二个键(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;First key</source>
        <translation>第一个键(&amp;F)</translation>
    </message>
    <message>
        <source>Second key</source>
        <translation>第二个键</translation>
    </message>
    <message>
        <source>First key</source>
        <translation>第一个键</translation>
    </message>
    <message>
        <source>%1: values</source>
        <translation>%1：取值</translation>
    </message>
    <message>
        <source>%1: values with commas between them</source>
        <translation>%1：取值，以逗号分隔</translation>
    </message>
    <message>
        <source>Commas between values, quotes around one that holds commas; &quot;&quot; leaves the key out.</source>
        <translation>取值之间用逗号，含逗号的取值加引号；&quot;&quot; 表示不写此键。</translation>
    </message>
</context>
<context>
    <name>driftscope::SweepModel</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>was there</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>★ %1</source>
        <translation>★ %1</translation>
    </message>
    <message>
        <source>%1, the best</source>
        <translation>%1，最好</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>top-1, board</source>
        <translation>top-1（板端）</translation>
    </message>
    <message>
        <source>top-1, quantized</source>
        <translation>top-1（量化）</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>worst layer</source>
        <translation>最差的层</translation>
    </message>
    <message>
        <source>its name</source>
        <translation>层名</translation>
    </message>
    <message>
        <source>latency, est.</source>
        <translation>延迟（估计）</translation>
    </message>
    <message>
        <source>frames/s, est.</source>
        <translation>帧率（估计）</translation>
    </message>
    <message>
        <source>.bin</source>
        <translation>.bin</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
</context>
<context>
    <name>driftscope::SweepPlot</name>
    <message>
        <source>%1 (not from 0)</source>
        <translation>%1（不从 0 开始）</translation>
    </message>
    <message>
        <source>Figure over the variants; the table holds the same numbers</source>
        <translation>各变体的指标；表格中是同样的数字</translation>
    </message>
    <message>
        <source>No sweep yet</source>
        <translation>还没有扫描</translation>
    </message>
    <message>
        <source>Choose a key and its values and start; each combination becomes a run.</source>
        <translation>选择一个键和它的取值，然后开始；每种组合成为一次运行。</translation>
    </message>
</context>
<context>
    <name>driftscope::SweepSetup</name>
    <message>
        <source>Open a conversion YAML that can be read; its values are what a sweep varies.</source>
        <translation>请打开一个可以读取的转换 YAML；扫描变化的就是其中的取值。</translation>
    </message>
    <message>
        <source>Nothing can be compiled yet.</source>
        <translation>还没有可编译的内容。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>the sandbox</source>
        <translation>沙箱</translation>
    </message>
    <message numerus="yes">
        <source>%n runs will be made with %1.</source>
        <translation>
            <numerusform>将用 %1 进行 %n 次运行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n combinations are left out, since the toolchain would refuse them.</source>
        <translation>
            <numerusform>%n 种组合会被工具链拒绝，因此不运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>They will not be evaluated, since the project names no labelled pictures.</source>
        <translation>由于项目没有指定带标签的图片，它们不会被评估。</translation>
    </message>
    <message>
        <source>Number of runs</source>
        <translation>运行次数</translation>
    </message>
    <message>
        <source>Take over runs that are the &amp;same</source>
        <translation>沿用相同的运行(&amp;S)</translation>
    </message>
    <message>
        <source>A run of an earlier sweep with the same config, toolchain and input files is not made again.</source>
        <translation>早先扫描中配置、工具链和输入文件都相同的运行不会重做。</translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation>开始(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Variants done</source>
        <translation>已完成的变体</translation>
    </message>
</context>
<context>
    <name>driftscope::TemplateInputsModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: the model leaves the shape open; write the sizes that the board shall take.</source>
        <translation>%1：模型没有固定 shape；请写明板端应使用的尺寸。</translation>
    </message>
    <message>
        <source>%1: %2. %3.</source>
        <translation>%1：%2。%3。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>shape</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>排布</translation>
    </message>
    <message>
        <source>fed as</source>
        <translation>送入方式</translation>
    </message>
    <message>
        <source>normalized in training</source>
        <translation>训练时的归一化</translation>
    </message>
    <message>
        <source>What the board program will send</source>
        <translation>板端程序将送入的数据</translation>
    </message>
</context>
<context>
    <name>driftscope::TensorCanvas</name>
    <message>
        <source>Row %1, column %2: %3</source>
        <translation>第 %1 行，第 %2 列：%3</translation>
    </message>
</context>
<context>
    <name>driftscope::TensorNumbers</name>
    <message>
        <source>Reference</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>待比</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Which numbers</source>
        <translation>选择数值</translation>
    </message>
    <message>
        <source>Numbers of the channel</source>
        <translation>该通道的数值</translation>
    </message>
</context>
<context>
    <name>driftscope::TensorPage</name>
    <message>
        <source>difference, up to %1</source>
        <translation>差值，最大 %1</translation>
    </message>
    <message>
        <source>row %1, column %2: reference %3, candidate %4, difference %5</source>
        <translation>第 %1 行，第 %2 列：参考 %3，待比 %4，差值 %5</translation>
    </message>
    <message>
        <source>%1 NaN or Inf</source>
        <translation>%1 个 NaN 或 Inf</translation>
    </message>
    <message>
        <source>&amp;Channel</source>
        <translation>通道(&amp;C)</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应</translation>
    </message>
    <message>
        <source>Let the colours span the values that are there</source>
        <translation>使颜色范围与现有数值相符</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Keep the range of the colours for other channels and layers</source>
        <translation>切换通道和层时保持颜色范围不变</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>追踪</translation>
    </message>
    <message>
        <source>The place under the cursor in the layers before and after</source>
        <translation>光标所指位置在前后各层中的对应位置</translation>
    </message>
    <message>
        <source>Reference tensor</source>
        <translation>参考张量</translation>
    </message>
    <message>
        <source>Candidate tensor</source>
        <translation>待比张量</translation>
    </message>
    <message>
        <source>Difference of the tensors</source>
        <translation>两个张量的差值</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>Mark values that stand at an end of what their type can hold</source>
        <translation>标出达到其类型取值范围上限或下限的值</translation>
    </message>
</context>
<context>
    <name>driftscope::TensorPane</name>
    <message>
        <source>The tensors agree: cosine %1.</source>
        <translation>两个张量一致：余弦相似度 %1。</translation>
    </message>
    <message>
        <source>Same values in different places: sorted they are equal, and Pearson is %1. That is a layout error, not a quantization error.</source>
        <translation>值相同而位置不同：排序后两者相等，Pearson 为 %1。这是排布错误，不是量化误差。</translation>
    </message>
    <message>
        <source>The values are moved or scaled (slope %1, intercept %2), with Pearson %3: think of mean, scale or zero point.</source>
        <translation>值有平移或缩放（斜率 %1，截距 %2），Pearson 为 %3：请考虑 mean、scale 或零点。</translation>
    </message>
    <message>
        <source>Other values, with Pearson %1: the drift came from a layer before, or begins here.</source>
        <translation>值不同，Pearson 为 %1：偏差来自之前的层，或从此处开始。</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>No tensor is selected</source>
        <translation>没有选择张量</translation>
    </message>
    <message>
        <source>Select a compared layer to see both tensors side by side.</source>
        <translation>选择一个已比较的层，即可并排查看两个张量。</translation>
    </message>
    <message>
        <source>Fed with the other side&apos;s inputs it reaches %1 dB: the error came in from before.</source>
        <translation>送入另一方的输入时可达到 %1 dB：误差来自前面的层。</translation>
    </message>
    <message>
        <source>Also with the other side&apos;s inputs it only reaches %1 dB: the error is made here.</source>
        <translation>送入另一方的输入时也只能达到 %1 dB：误差在此层产生。</translation>
    </message>
    <message>
        <source>With the other side&apos;s inputs it reaches %1 dB.</source>
        <translation>送入另一方的输入时可达到 %1 dB。</translation>
    </message>
    <message>
        <source>Its largest value is %1 times what 99.9 % of its values stay below: an integer range spends itself on few.</source>
        <translation>其最大值是 99.9 % 分位值的 %1 倍：整数范围因少数值而浪费。</translation>
    </message>
    <message>
        <source>Tensor of %1</source>
        <translation>%1 的张量</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show the tensor in a window of its own</source>
        <translation>在单独的窗口中显示该张量</translation>
    </message>
</context>
<context>
    <name>driftscope::TensorPlots</name>
    <message>
        <source>Reference</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>待比</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of the candidate are at the ends of its type.</source>
        <translation>
            <numerusform>待比张量中有 %n 个值处于其类型范围的两端。</numerusform>
        </translation>
    </message>
    <message>
        <source>magnitude of the reference</source>
        <translation>参考值的绝对值</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>待比</translation>
    </message>
    <message>
        <source>The %1 channels with the largest errors of %2.</source>
        <translation>共 %2 个通道，显示其中误差最大的 %1 个。</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Candidate against reference</source>
        <translation>待比与参考</translation>
    </message>
    <message>
        <source>Error against magnitude</source>
        <translation>误差与绝对值</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Which plot</source>
        <translation>选择图表</translation>
    </message>
    <message>
        <source>Plot of both tensors; its numbers can be copied</source>
        <translation>两个张量的图表；其中的数值可以复制</translation>
    </message>
</context>
<context>
    <name>driftscope::TolerancesDialog</name>
    <message>
        <source>This layer alone</source>
        <translation>仅此层</translation>
    </message>
    <message>
        <source>Every layer of this arithmetic</source>
        <translation>所有采用此运算类型的层</translation>
    </message>
    <message>
        <source>Least cosine of %1</source>
        <translation>%1 的最低余弦相似度</translation>
    </message>
    <message>
        <source>Least SQNR of %1</source>
        <translation>%1 的最低 SQNR</translation>
    </message>
    <message>
        <source>Largest error of %1</source>
        <translation>%1 的最大误差</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Tolerances</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>A layer drifts when it lies beyond any of these bounds. It is judged by the coarser arithmetic of its two sides; floats behind a quantization count as int8. Bounds are kept in the project.</source>
        <translation>一个层只要超出其中任一界限，即视为有偏差。判断时以两方中较粗的运算类型为准；量化之后的浮点数按 int8 计。界限保存在工程中。</translation>
    </message>
    <message>
        <source>arithmetic or layer</source>
        <translation>运算类型或层</translation>
    </message>
    <message>
        <source>least cosine</source>
        <translation>最低余弦相似度</translation>
    </message>
    <message>
        <source>least SQNR</source>
        <translation>最低 SQNR</translation>
    </message>
    <message>
        <source>largest error</source>
        <translation>最大误差</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>&amp;Add Layer</source>
        <translation>添加层(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Usual Bounds</source>
        <translation>恢复常用界限(&amp;U)</translation>
    </message>
</context>
<context>
    <name>driftscope::ToolCommand</name>
    <message>
        <source>%1: the file “%2” does not exist; choose another.</source>
        <translation>%1：文件“%2”不存在；请另选文件。</translation>
    </message>
    <message>
        <source>%1: “%2” is a folder; choose a file.</source>
        <translation>%1：“%2”是文件夹；请选择文件。</translation>
    </message>
    <message>
        <source>%1: the file “%2” may not be read.</source>
        <translation>%1：没有权限读取文件“%2”。</translation>
    </message>
    <message>
        <source>%1: “%2” is no file of the kind %3; choose another.</source>
        <translation>%1：“%2”不是 %3 文件；请另选文件。</translation>
    </message>
    <message>
        <source>%1: “%2” is more than one line.</source>
        <translation>%1：“%2”多于一行。</translation>
    </message>
    <message>
        <source>%1: “%2” begins with a dash; the tool would take it for an option.</source>
        <translation>%1：“%2”以“-”开头；工具会把它当作选项。</translation>
    </message>
    <message>
        <source>%1: “%2” is no plain file name; it is written into the folder of the run.</source>
        <translation>%1：“%2”不是单纯的文件名；该文件会写入运行文件夹。</translation>
    </message>
    <message>
        <source>%1: “%2” is not one of %3.</source>
        <translation>%1：“%2”不在可选值 %3 之中。</translation>
    </message>
    <message>
        <source>%1: “%2” is no whole number from %3 to %4.</source>
        <translation>%1：“%2”不是 %3 到 %4 的整数。</translation>
    </message>
    <message>
        <source>%1: “%2” is no name and shape; write it as “data 1x3x224x224”.</source>
        <translation>%1：“%2”不是名称加 shape；请写成“data 1x3x224x224”的形式。</translation>
    </message>
    <message>
        <source>“%1” has no option “%2”.</source>
        <translation>“%1”没有选项“%2”。</translation>
    </message>
    <message>
        <source>“%1” cannot run yet: %2 is missing.</source>
        <translation>“%1”还不能运行：缺少%2。</translation>
    </message>
    <message>
        <source>%1: only one value can be given.</source>
        <translation>%1：只能给出一个值。</translation>
    </message>
    <message>
        <source>%1: the tool cannot read “%2”, whose path holds a comma; rename it.</source>
        <translation>%1：“%2”的路径含有逗号，工具无法读取；请重命名。</translation>
    </message>
</context>
<context>
    <name>driftscope::ToolDescription</name>
    <message>
        <source>The built-in description %1 is missing.</source>
        <translation>缺少内置说明 %1。</translation>
    </message>
    <message>
        <source>The built-in description %1 cannot be read: %2.</source>
        <translation>无法读取内置说明 %1：%2。</translation>
    </message>
    <message>
        <source>The built-in description of “%1” has an option without meaning: “%2”.</source>
        <translation>“%1”的内置说明中有一个没有意义的选项：“%2”。</translation>
    </message>
</context>
<context>
    <name>driftscope::ToolField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a file for: %1</source>
        <translation>选择文件：%1</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>One a line</source>
        <translation>每行一个</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add to: %1</source>
        <translation>添加到：%1</translation>
    </message>
</context>
<context>
    <name>driftscope::ToolForm</name>
    <message>
        <source>%1 (optional)</source>
        <translation>%1（可选）</translation>
    </message>
    <message>
        <source>%1 Known to versions of %2.</source>
        <translation>%1适用版本：%2。</translation>
    </message>
</context>
<context>
    <name>driftscope::ToolRecord</name>
    <message>
        <source>“%1” holds no record of a tool&apos;s run (%2).</source>
        <translation>“%1”中没有工具的运行记录（%2）。</translation>
    </message>
    <message>
        <source>it names no tool</source>
        <translation>其中没有指明工具</translation>
    </message>
</context>
<context>
    <name>driftscope::ToolReport</name>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Subgraph</source>
        <translation>子图</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Data type</source>
        <translation>数据类型</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦相似度</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 nodes run on the BPU, in %n subgraphs.</source>
        <translation>
            <numerusform>%2 个节点中有 %1 个在 BPU 上运行，分布在 %n 个子图中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Estimated speed</source>
        <translation>估计性能</translation>
    </message>
    <message>
        <source>Latency (µs)</source>
        <translation>延迟（µs）</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>Memory traffic (bytes)</source>
        <translation>访存量（字节）</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>运算量</translation>
    </message>
    <message numerus="yes">
        <source>The BPU is estimated to take %1 ms a frame, in %n subgraphs.</source>
        <translation>
            <numerusform>估计 BPU 每帧耗时 %1 毫秒，共 %n 个子图。</numerusform>
        </translation>
    </message>
    <message>
        <source>What runs where</source>
        <translation>各节点的运行位置</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>The model is as it was built.</source>
        <translation>模型与构建时一致，没有删除过节点。</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes were removed from the model; the board program must do what they did.</source>
        <translation>
            <numerusform>模型中已删除 %n 个节点；它们的工作须由板端程序完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>Built with</source>
        <translation>构建参数</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Removed nodes</source>
        <translation>已删除的节点</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes were removed; the changed model is “%1”.</source>
        <translation>
            <numerusform>已删除 %n 个节点；修改后的模型为“%1”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes can be removed.</source>
        <translation>
            <numerusform>有 %n 个节点可以删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>没有删除任何节点。</translation>
    </message>
    <message>
        <source>Nodes that can be removed</source>
        <translation>可删除的节点</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>比较结果</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Differing values</source>
        <translation>不一致的数值个数</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值总数</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>最大误差</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>无结论</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Nothing came back from the board, so the comparison was given up: “%1”.</source>
        <translation>板端没有返回结果，因此比较中止：“%1”。</translation>
    </message>
    <message numerus="yes">
        <source>All %n comparisons passed.</source>
        <translation>
            <numerusform>%n 项比较全部通过。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 comparisons failed.</source>
        <translation>%2 项比较中有 %1 项未通过。</translation>
    </message>
    <message>
        <source>The tool compared nothing.</source>
        <translation>工具没有比较任何内容。</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Likely cause</source>
        <translation>可能原因</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理方法</translation>
    </message>
    <message>
        <source>Which cause it is</source>
        <translation>如何确定原因</translation>
    </message>
    <message>
        <source>Possible cause</source>
        <translation>可能的原因</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查方法</translation>
    </message>
    <message>
        <source>What it tells</source>
        <translation>结果说明</translation>
    </message>
</context>
<context>
    <name>driftscope::ToolResultView</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Log of the tool</source>
        <translation>工具日志</translation>
    </message>
    <message>
        <source>What the tool says comes here, and what was read of it beside it.</source>
        <translation>工具的输出显示在这里，从中解析出的内容显示在旁边的标签页中。</translation>
    </message>
</context>
<context>
    <name>driftscope::ToolchainForm</name>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>A new container of an image</source>
        <translation>由镜像新建的容器</translation>
    </message>
    <message>
        <source>A running container</source>
        <translation>正在运行的容器</translation>
    </message>
    <message>
        <source>Another machine, by ssh</source>
        <translation>另一台机器(ssh)</translation>
    </message>
    <message>
        <source>Reached &amp;by</source>
        <translation>连接方式(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>镜像(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Container</source>
        <translation>容器(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>主机(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Mounts, here=there</source>
        <translation>挂载，本机=对端(&amp;M)</translation>
    </message>
    <message>
        <source>user@host</source>
        <translation>用户@主机</translation>
    </message>
</context>
<context>
    <name>driftscope::ToolchainsModel</name>
    <message>
        <source>Sandbox</source>
        <translation>沙箱</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>运行位置</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Tools there</source>
        <translation>可用工具</translation>
    </message>
</context>
<context>
    <name>driftscope::ToolchainsPage</name>
    <message>
        <source>There is a toolchain “%1” already; choose another name.</source>
        <translation>已有名为“%1”的工具链；请换一个名称。</translation>
    </message>
    <message>
        <source>Looking for hb_mapper, images and running containers…</source>
        <translation>正在查找 hb_mapper、镜像和正在运行的容器…</translation>
    </message>
    <message>
        <source>Nothing new was found.</source>
        <translation>没有找到新的工具链。</translation>
    </message>
    <message>
        <source>Toolchains found and added: %1.</source>
        <translation>找到并添加的工具链：%1 个。</translation>
    </message>
    <message>
        <source>Asking “%1” for its version…</source>
        <translation>正在询问“%1”的版本…</translation>
    </message>
    <message>
        <source>“%1” works: %2</source>
        <translation>“%1”可用：%2</translation>
    </message>
    <message>
        <source>Toolchains</source>
        <translation>工具链</translation>
    </message>
    <message>
        <source>Find A&amp;utomatically</source>
        <translation>自动查找(&amp;U)</translation>
    </message>
</context>
<context>
    <name>driftscope::ToolsDialog</name>
    <message>
        <source>%1 Known to versions of %2.</source>
        <translation>%1适用版本：%2。</translation>
    </message>
    <message>
        <source>Reads: %1 Writes: %2</source>
        <translation>读取：%1写出：%2</translation>
    </message>
    <message>
        <source>Command of the toolchain “%1”:</source>
        <translation>工具链“%1”的命令：</translation>
    </message>
    <message>
        <source>Command of the toolchain “%1” in the %2:</source>
        <translation>工具链“%1”在%2中的命令：</translation>
    </message>
    <message>
        <source>The last check of the toolchain “%1” did not find this tool.</source>
        <translation>上次检查工具链“%1”时没有找到该工具。</translation>
    </message>
    <message>
        <source>The log is too long to be shown whole; the run&apos;s folder has all of it.</source>
        <translation>日志过长，无法全部显示；完整日志在运行文件夹中。</translation>
    </message>
    <message>
        <source>“%1” runs…</source>
        <translation>“%1”正在运行…</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具链工具</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>取消(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Earlier runs:</source>
        <translation>以往的运行(&amp;E)：</translation>
    </message>
    <message>
        <source>Show an earlier run of this tool</source>
        <translation>显示该工具以往的一次运行</translation>
    </message>
    <message>
        <source>Show &amp;Files</source>
        <translation>显示文件(&amp;F)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>driftscope::TrailTable</name>
    <message>
        <source>The place in the layers before and after</source>
        <translation>该位置在前后各层中的对应位置</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>row, column</source>
        <translation>行，列</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>待比</translation>
    </message>
    <message>
        <source>largest error</source>
        <translation>最大误差</translation>
    </message>
    <message>
        <source>in channel</source>
        <translation>所在通道</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>driftscope::VerdictBanner</name>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Fix and Run Again</source>
        <translation>修复并重新运行</translation>
    </message>
</context>
<context>
    <name>driftscope::WhatIf</name>
    <message>
        <source>Fix: %1</source>
        <translation>修复：%1</translation>
    </message>
    <message>
        <source>Nothing would change for the inputs.</source>
        <translation>各输入不会有任何变化。</translation>
    </message>
    <message>
        <source>What &amp;if</source>
        <translation>假设(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Set It</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>Write the choice into the config; it can be undone</source>
        <translation>将所选值写入配置；可以撤销</translation>
    </message>
    <message>
        <source>Setting or fix to try</source>
        <translation>要尝试的设置或修复</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Value to try</source>
        <translation>要尝试的值</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>将发生的变化</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Inspects and debugs neural networks on their way to an edge board.</source>
        <translation>检查和调试部署到边缘开发板的神经网络。</translation>
    </message>
    <message>
        <source>Open the sample project.</source>
        <translation>打开示例工程。</translation>
    </message>
    <message>
        <source>en or zh_CN.</source>
        <translation>en 或 zh_CN。</translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation>light、dark 或 system。</translation>
    </message>
    <message>
        <source>Projects, conversion YAMLs, ONNX files, .bin files or runs.</source>
        <translation>工程、转换 YAML、ONNX 文件、.bin 文件或编译记录。</translation>
    </message>
</context>
</TS>
