// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/DotProducts.h"

#include "core/base/VectorClones.h"

namespace driftscope {

DRIFTSCOPE_VECTOR_CLONES
void dotProducts(const qint16* left, qint64 rows, const qint16* right, qint64 columns, qint64 depth, qint32* sums)
{
    qint64 row = 0;
    for (; row + 4 <= rows; row += 4) {
        const qint16* a = left + row * depth;
        const qint16* b = a + depth;
        const qint16* c = b + depth;
        const qint16* d = c + depth;
        qint32* out = sums + row * columns;
        for (qint64 column = 0; column < columns; ++column) {
            const qint16* x = right + column * depth;
            qint32 sumA = 0;
            qint32 sumB = 0;
            qint32 sumC = 0;
            qint32 sumD = 0;
            for (qint64 k = 0; k < depth; ++k) {
                sumA += a[k] * x[k];
                sumB += b[k] * x[k];
                sumC += c[k] * x[k];
                sumD += d[k] * x[k];
            }
            out[column] = sumA;
            out[columns + column] = sumB;
            out[2 * columns + column] = sumC;
            out[3 * columns + column] = sumD;
        }
    }
    for (; row < rows; ++row) {
        const qint16* a = left + row * depth;
        for (qint64 column = 0; column < columns; ++column) {
            const qint16* x = right + column * depth;
            qint32 sum = 0;
            for (qint64 k = 0; k < depth; ++k)
                sum += a[k] * x[k];
            sums[row * columns + column] = sum;
        }
    }
}

DRIFTSCOPE_VECTOR_CLONES
void addScaledRow(qint32* sums, qint64 count, const qint16* values, qint64 stride, qint32 weight)
{
    if (stride == 1) {
        for (qint64 i = 0; i < count; ++i)
            sums[i] += weight * values[i];
        return;
    }
    for (qint64 i = 0; i < count; ++i)
        sums[i] += weight * values[i * stride];
}

} // namespace driftscope
