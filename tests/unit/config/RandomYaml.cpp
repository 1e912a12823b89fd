// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RandomYaml.h"

#include <array>

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

class Writer
{
public:
    explicit Writer(quint32 seed)
        : m_random(seed)
        , m_break(seed % 3 == 0        ? "\r\n"
                      : seed % 11 == 0 ? "\r"
                                       : "\n")
        , m_indent(static_cast<int>(1 + seed % 5), ' ')
    {
        if (seed % 7 == 0)
            m_document.text += "\xef\xbb\xbf";
    }

    RandomDocument write()
    {
        const int groups = number(1, 5);
        for (int i = 0; i < groups; ++i) {
            noise({});
            writeGroup(u"group_%1"_s.arg(i));
        }
        noise({});
        if (number(0, 4) == 0) {
            while (m_document.text.endsWith('\n') || m_document.text.endsWith('\r'))
                m_document.text.chop(1);
        }
        return m_document;
    }

private:
    int number(int low, int high) { return m_random.bounded(low, high + 1); }

    void noise(const QByteArray& indent)
    {
        static const std::array<QByteArray, 5> comments{"# plain: comment", "# 中文注释 {[", "#", "# it's \"odd\"", ""};
        for (int i = number(0, 2); i > 0; --i)
            m_document.text += indent + comments[static_cast<std::size_t>(number(0, 4))] + m_break;
    }

    QByteArray tail() { return QByteArray(m_tails[static_cast<std::size_t>(number(0, 7))]) + m_break; }

    void writeGroup(const QString& name)
    {
        const int kind = number(0, 9);
        if (kind == 0) {
            m_document.text += name.toUtf8() + ':' + tail(); // holds nothing
            return;
        }
        if (kind == 1) {
            m_document.text += name.toUtf8() + ": ";
            writeBraces(name, 0);
            m_document.text += tail();
            return;
        }
        m_document.text += name.toUtf8()
            + (number(0, 6) == 0 ? QByteArray(": &anchor_" + name.toUtf8()) : QByteArray(":")) + tail();
        m_document.groups.append(name);
        const int keys = number(1, 6);
        for (int i = 0; i < keys; ++i) {
            noise(number(0, 1) == 0 ? m_indent : QByteArray());
            writeEntry(name, i == 0 ? u"first"_s : u"key_%1"_s.arg(i));
        }
        if (number(0, 7) == 0)
            writeTwice(name);
        if (number(0, 4) == 0)
            writeAlias(name);
    }

    /// Of a key written twice the later one counts.
    void writeTwice(const QString& group)
    {
        m_document.text += m_indent + "twice: lost" + tail();
        noise(m_indent);
        m_document.text += m_indent + "twice: ";
        value(group + u".twice"_s, u"kept"_s, "kept", true);
        m_document.text += tail();
    }

    void writeAlias(const QString& group)
    {
        const QByteArray name = "of_" + group.toUtf8();
        m_document.text += m_indent + "origin: &" + name + ' ';
        value(group + u".origin"_s, u"0.5;0.25"_s, "0.5;0.25", false);
        m_document.shared.append(group + u".origin"_s);
        m_document.text += tail() + m_indent + "copy: ";
        value(group + u".copy"_s, u"0.5;0.25"_s, '*' + name, false);
        m_document.text += tail();
    }

    void value(const QString& key, const QString& meaning, const QByteArray& written, bool reversible)
    {
        m_document.scalars[key] = meaning;
        m_document.written[key] = written;
        if (reversible)
            m_document.reversible.append(key);
        m_document.text += written;
    }

    void writeEntry(const QString& group, const QString& name)
    {
        const QString key = group + u'.' + name;
        const QByteArray deeper = m_indent + m_indent;
        m_document.text += m_indent + name.toUtf8() + ':';
        switch (number(0, 12)) {
        case 0: // nothing
            m_document.text += QByteArray(number(0, 3), ' ');
            break;
        case 1:
            m_document.text += ' ';
            value(key, u"l1\n\n l2 # no comment\n"_s,
                  "|" + m_break + deeper + "l1" + m_break + m_break + deeper + " l2 # no comment" + m_break, false);
            return;
        case 2:
            m_document.text += ' ';
            value(key, u"f1 f2"_s, ">-" + m_break + deeper + "f1" + m_break + deeper + "f2" + m_break, false);
            return;
        case 3:
            m_document.text += ' ';
            value(key, u"one two"_s, "one" + m_break + deeper + "two", false);
            break;
        case 4:
            m_document.text += ' ';
            value(key, u"it's: two # lines"_s, "'it''s: two" + m_break + deeper + "# lines'", false);
            break;
        case 5:
            m_document.text += ' ';
            writeBraces(key, 0);
            break;
        case 6:
            m_document.text += m_break + deeper + "- a" + m_break + deeper + "- 'b: c'";
            break;
        case 7:
            m_document.text
                += number(0, 1) == 0 ? QByteArray(" !!str ") : QByteArray(" &a" + key.toUtf8().replace('.', '_') + ' ');
            writeSimple(key, false);
            break;
        case 8:
            m_document.text += m_break + deeper; // the value stands on the next line
            writeSimple(key, false);
            break;
        default:
            m_document.text += QByteArray(number(1, 3), ' ');
            writeSimple(key, false);
            break;
        }
        m_document.text += tail();
    }

    void writeSimple(const QString& key, bool inBraces)
    {
        switch (number(0, 9)) {
        case 6:
            return value(key, u"1x3x4x4;1x8;"_s, "1x3x4x4;1x8;", true);
        case 7:
            return value(key, u"a\tb"_s, "\"a\\tb\"", true);
        case 8:
            return value(key, u"nv12;None;featuremap"_s, "'nv12;None;featuremap'", true);
        case 0:
            return value(key, u"it's a 'text'"_s, "'it''s a ''text'''", true);
        case 1:
            return value(key, u"say \"x\" \\ 中"_s, "\"say \\\"x\\\" \\\\ 中\"", true);
        case 2:
            return value(key, u"值 and text"_s, "值 and text", true);
        case 3:
            return value(key, u"0.0171 -2 3e5"_s, "0.0171 -2 3e5", true);
        case 4:
            return value(key, QString(), "''", true);
        case 5:
            return inBraces ? value(key, u"NCHW"_s, "NCHW", true)
                            : value(key, u"a{b}[c],d#e:f"_s, "a{b}[c],d#e:f", true);
        default:
            return value(key, u"True"_s, "True", true);
        }
    }

    void writeBraces(const QString& key, int depth)
    {
        const bool lines = number(0, 1) == 0;
        const QByteArray gap = lines ? m_break + m_indent + m_indent : QByteArray(number(0, 1), ' ');
        m_document.text += '{';
        const int entries = number(0, 3);
        for (int i = 0; i < entries; ++i) {
            const QString name = u"/op/%1"_s.arg(i);
            m_document.text += gap + (number(0, 1) == 0 ? QByteArray('"' + name.toUtf8() + '"') : name.toUtf8()) + ": ";
            if (depth < 2 && number(0, 3) == 0)
                writeBraces(key + u'.' + name, depth + 1);
            else if (number(0, 5) == 0)
                m_document.text += "[x, {y: 'z'}]";
            else
                writeSimple(key + u'.' + name, true);
            if (i + 1 < entries || number(0, 2) == 0)
                m_document.text += ',';
            if (lines && number(0, 3) == 0)
                m_document.text += " # within } braces";
            else if (lines)
                continue;
        }
        m_document.text += (lines ? m_break + m_indent : gap) + '}';
    }

    static constexpr std::array<const char*, 8> m_tails{"   # 尾 'comment'", " # [x", "\t# tab", "  ", "", "", "", ""};

    QRandomGenerator m_random;
    QByteArray m_break;
    QByteArray m_indent;
    RandomDocument m_document;
};

} // namespace

RandomDocument randomDocument(quint32 seed)
{
    return Writer(seed).write();
}

QString randomValue(QRandomGenerator& random)
{
    static const QStringList pieces{u"a"_s, u"'"_s,  u"\""_s, u": "_s,     u" #"_s,   u","_s, u"{"_s,
                                    u"]"_s, u"\\"_s, u"中"_s, u"é"_s,      u" "_s,    u"-"_s, u"0.5"_s,
                                    u";"_s, u"\n"_s, u"\t"_s, u"%"_s,      u"null"_s, u"?"_s, u"&"_s,
                                    u"|"_s, u"~"_s,  u"😀"_s,  u"\u0085"_s, u"..."_s,  u"<<"_s};
    QString value;
    for (int i = random.bounded(6); i >= 0; --i)
        value += pieces[random.bounded(pieces.size())];
    return value;
}

} // namespace driftscope::test
