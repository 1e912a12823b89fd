# SPDX-FileCopyrightText: 2026 The Driftscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Finds the header of ONNX Runtime's C API and the shared library that will be loaded at run time. Looked for in
# ONNXRUNTIME_ROOT, then in what scripts/setup fetched, then in the system. Nothing is linked: the library is opened with
# dlopen, so the program also starts without it.
#
# OnnxRuntime_INCLUDE_DIR   folder of onnxruntime_c_api.h
# OnnxRuntime_LIBRARY       libonnxruntime.so, recorded as the place to look first

set(_ort_package "${CMAKE_SOURCE_DIR}/cmake/onnxruntime/node_modules/com.github.asus4.onnxruntime")
find_path(OnnxRuntime_INCLUDE_DIR onnxruntime_c_api.h
    HINTS "${ONNXRUNTIME_ROOT}" "${ONNXRUNTIME_ROOT}/include" "${ONNXRUNTIME_ROOT}/include/onnxruntime"
        "${_ort_package}/Plugins/iOS~/onnxruntime.xcframework/ios-arm64/onnxruntime.framework/Headers"
    PATH_SUFFIXES onnxruntime onnxruntime/core/session)
find_file(OnnxRuntime_LIBRARY libonnxruntime.so
    HINTS "${ONNXRUNTIME_ROOT}" "${ONNXRUNTIME_ROOT}/lib" "${_ort_package}/Plugins/Linux/x64"
    PATHS /usr/lib /usr/local/lib /usr/lib/${CMAKE_LIBRARY_ARCHITECTURE})

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(OnnxRuntime REQUIRED_VARS OnnxRuntime_INCLUDE_DIR)
mark_as_advanced(OnnxRuntime_INCLUDE_DIR OnnxRuntime_LIBRARY)
