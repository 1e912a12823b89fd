// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// In front of a function with hot loops: built twice where the compiler can, and the processor picks at start. Not
// under sanitizers, whose runtime is not ready yet when the choice is made.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)                  \
    && !defined(__SANITIZE_THREAD__)
#define DRIFTSCOPE_VECTOR_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define DRIFTSCOPE_VECTOR_CLONES
#endif
