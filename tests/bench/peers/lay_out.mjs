// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lays out one graph with one engine: node lay_out.mjs dagre|elk IN.json OUT.json
// IN:  { "boxes": [[width, height]…], "edges": [[from, to]…], "columnGap": n, "rowGap": n }
// OUT: { "seconds": n, "peakBytes": n, "boxes": [[left, top]…], "lines": [[x, y, x, y…]…] }, lines by edge.
// Only the engine's own work is timed. It runs in a worker, because both engines recurse more deeply than the main
// thread's stack allows on graphs of thousands of rows.
import fs from 'node:fs';
import { Worker, isMainThread, workerData } from 'node:worker_threads';

function stopwatch() {
    const begin = process.hrtime.bigint();
    const used = process.cpuUsage();
    // Processor time where it is less: what other programs take of the machine does not count.
    return () => {
        const { user, system } = process.cpuUsage(used);
        return Math.min(Number(process.hrtime.bigint() - begin) / 1e9, (user + system) / 1e6);
    };
}

async function dagre({ boxes, edges, columnGap, rowGap }) {
    const engine = await import('@dagrejs/dagre');
    const graph = new engine.Graph();
    graph.setGraph({ rankdir: 'TB', nodesep: columnGap, ranksep: rowGap });
    graph.setDefaultEdgeLabel(() => ({}));
    boxes.forEach(([width, height], i) => graph.setNode(String(i), { width, height }));
    edges.forEach(([from, to]) => graph.setEdge(String(from), String(to)));
    const elapsed = stopwatch();
    engine.layout(graph);
    const seconds = elapsed();
    return {
        seconds,
        boxes: boxes.map(([width, height], i) => {
            const { x, y } = graph.node(String(i));
            return [x - width / 2, y - height / 2];
        }),
        lines: edges.map(([from, to]) => graph.edge(String(from), String(to)).points.flatMap(({ x, y }) => [x, y])),
    };
}

async function elk({ boxes, edges, columnGap, rowGap }) {
    const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
    const engine = new Elk();
    const graph = {
        id: 'root',
        layoutOptions: {
            'elk.algorithm': 'layered',
            'elk.direction': 'DOWN',
            'elk.edgeRouting': 'POLYLINE',
            'elk.spacing.nodeNode': String(columnGap),
            'elk.layered.spacing.nodeNodeBetweenLayers': String(rowGap),
        },
        children: boxes.map(([width, height], i) => ({ id: `b${i}`, width, height })),
        edges: edges.map(([from, to], i) => ({ id: `e${i}`, sources: [`b${from}`], targets: [`b${to}`] })),
    };
    const elapsed = stopwatch();
    const laidOut = await engine.layout(graph);
    const seconds = elapsed();
    const flat = ({ x, y }) => [x, y];
    return {
        seconds,
        boxes: laidOut.children.map(flat),
        lines: laidOut.edges.map(({ sections: [section] }) =>
            [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].flatMap(flat)),
    };
}

const [engine, input, output] = isMainThread ? process.argv.slice(2) : workerData;
if (isMainThread) {
    const worker = new Worker(new URL(import.meta.url), {
        workerData: [engine, input, output],
        resourceLimits: { stackSizeMb: 900, maxOldGenerationSizeMb: 12000 },
    });
    worker.on('error', (error) => {
        console.error(`${engine}: ${error.message}`);
        process.exit(1);
    });
} else {
    const result = await { dagre, elk }[engine](JSON.parse(fs.readFileSync(input, 'utf8')));
    result.peakBytes = process.resourceUsage().maxRSS * 1024;
    fs.writeFileSync(output, JSON.stringify(result));
}
