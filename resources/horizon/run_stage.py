# SPDX-FileCopyrightText: 2026 The Driftscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs an ONNX stage with the toolchain's own runtime, which knows the operators of the domain `horizon`.

    python3 run_stage.py REQUEST.json

The request: {"model": file, "inputs": {name: .npy}, "outputs": [name, ...], "folder": where results go}. Inputs are what
the model takes, pixels already less 128. Each output is written as <number>.npy, in the order asked for, and
result.json tells {"runtime": text, "outputs": [{"name", "file"}]}. The last line of a failure is one sentence.
Uses HB_ONNXRuntime as the public documentation shows it, and numpy; nothing else.
"""
import json
import os
import sys


def fail(sentence):
    print("ERROR " + sentence)
    sys.exit(1)


def load_session(model):
    # Before anything else: the runtime's libraries do not bear others that were loaded first.
    try:
        from horizon_tc_ui import HB_ONNXRuntime
    except ImportError as error:
        fail("The Python package horizon_tc_ui cannot be imported here (%s)." % error)
    try:
        return HB_ONNXRuntime(model_file=model)
    except Exception as error:
        fail("The toolchain's runtime cannot load the model: %s" % error)


def run(session, names, feed):
    # run() takes pictures and subtracts 128 from them; what comes here is as the model takes it.
    if hasattr(session, "run_feature"):
        return session.run_feature(names, feed, input_offset=0)
    return session.run(names, feed, input_offset=0)


def version():
    try:
        import horizon_tc_ui

        return "horizon_tc_ui %s" % getattr(horizon_tc_ui, "__version__", "")
    except ImportError:
        return "horizon_tc_ui"


def main():
    if len(sys.argv) != 2:
        fail("One argument is wanted: the request's file.")
    with open(sys.argv[1], encoding="utf-8") as file:
        request = json.load(file)
    session = load_session(request["model"])
    import numpy

    feed = {name: numpy.load(path, allow_pickle=False) for name, path in request["inputs"].items()}
    names = request["outputs"]
    try:
        results = run(session, names, feed)
    except Exception as error:
        fail("The toolchain's runtime cannot run the model: %s" % error)
    if len(results) != len(names):
        fail("The toolchain's runtime gave %d results for %d outputs." % (len(results), len(names)))
    outputs = []
    for number, (name, value) in enumerate(zip(names, results)):
        array = numpy.ascontiguousarray(value)
        path = "%05d.npy" % number
        numpy.save(os.path.join(request["folder"], path), array, allow_pickle=False)
        outputs.append({"name": name, "file": path})
    with open(os.path.join(request["folder"], "result.json"), "w", encoding="utf-8") as file:
        json.dump({"runtime": version().strip(), "outputs": outputs}, file)
    print("INFO %d outputs were written." % len(outputs))


if __name__ == "__main__":
    main()
