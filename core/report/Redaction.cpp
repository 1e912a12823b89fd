// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/Redaction.h"

#include <QDir>
#include <QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

const QString userMark = u"[user]"_s;
const QString hostMark = u"[host]"_s;
const QString addressMark = u"[address]"_s;
const QString homeMark = u"~"_s;

/// Accounts that everybody has: they give nothing away, and their names are words.
bool isEverybodys(const QString& user)
{
    static const QSet<QString> names{u"root"_s,   u"user"_s,   u"admin"_s, u"ubuntu"_s, u"debian"_s, u"sunrise"_s,
                                     u"nobody"_s, u"daemon"_s, u"guest"_s, u"pi"_s,     u"test"_s,   u"docker"_s};
    return user.size() < 2 || names.contains(user.toLower());
}

bool isNowhere(const QString& host)
{
    return host.size() < 2 || host == "localhost"_L1 || host == "sandbox"_L1 || host == "127.0.0.1"_L1;
}

/// First folders of absolute paths on machines and boards, which are no names of nodes unless a model says so.
bool isSystemRoot(const QString& component)
{
    static const QSet<QString> roots{
        u"home"_s,    u"root"_s,          u"Users"_s,    u"tmp"_s,  u"var"_s,       u"etc"_s,  u"opt"_s,
        u"usr"_s,     u"mnt"_s,           u"media"_s,    u"srv"_s,  u"run"_s,       u"dev"_s,  u"proc"_s,
        u"sys"_s,     u"boot"_s,          u"lib"_s,      u"bin"_s,  u"sbin"_s,      u"data"_s, u"nfs"_s,
        u"net"_s,     u"open_explorer"_s, u"userdata"_s, u"work"_s, u"workspace"_s, u"app"_s,  u"driftscope"_s,
        u"Volumes"_s, u"private"_s,       u"export"_s};
    return roots.contains(component);
}

QString firstComponent(const QString& path)
{
    return path.section(u'/', 1, 1);
}

bool isQuote(QChar c)
{
    return QStringView(u"\"'`“”‘’「」《》").contains(c);
}

QChar closingQuote(QChar opening)
{
    switch (opening.unicode()) {
    case u'“':
        return u'”';
    case u'‘':
        return u'’';
    case u'「':
        return u'」';
    case u'《':
        return u'》';
    default:
        return opening;
    }
}

/// What no path holds unless it is quoted.
bool endsPath(QChar c)
{
    return c.isSpace() || isQuote(c) || QStringView(u"()[]{}<>|;,*?!，。；：、（）！？").contains(c);
}

bool isPathCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'-' || c == u'~' || c == u'@' || c == u'%'
        || c.isHighSurrogate();
}

/// A slash after a word stands within a relative path, `runs/1`, or between words, `and/or`.
bool isPathStart(const QString& text, qsizetype at)
{
    if (at + 1 >= text.size() || !isPathCharacter(text[at + 1]))
        return false;
    if (at == 0)
        return true;
    const QChar before = text[at - 1];
    if (before == u'/' || before == u')' || before == u']' || before == u'~')
        return false;
    if (!isPathCharacter(before))
        return true;
    const qsizetype slash = text.indexOf(u'/', at + 1);
    if (slash < 0 || !isSystemRoot(text.mid(at + 1, slash - at - 1)))
        return false;
    const bool isOption = at >= 2 && text[at - 2] == u'-' && (at == 2 || text[at - 3].isSpace()); // -I/home/me
    return before.unicode() > 127 || isOption;
}

QRegularExpression wordsPattern(QStringList words)
{
    if (words.isEmpty())
        return {};
    std::ranges::sort(words, std::greater(), &QString::size);
    for (QString& word : words)
        word = QRegularExpression::escape(word);
    return QRegularExpression(u"(?<![\\p{L}\\p{N}])(?:%1)(?![\\p{L}\\p{N}])"_s.arg(words.join(u'|')),
                              QRegularExpression::CaseInsensitiveOption
                                  | QRegularExpression::UseUnicodePropertiesOption);
}

QStringList usableFolders(const QStringList& folders)
{
    QStringList usable;
    for (const QString& folder : folders) {
        const QString clean = QDir::cleanPath(folder);
        if (clean.startsWith(u'/') && clean.size() > 2 && !usable.contains(clean))
            usable.append(clean);
    }
    std::ranges::sort(usable, std::greater(), &QString::size);
    return usable;
}

bool isInside(const QString& path, const QString& folder)
{
    return path == folder || path.startsWith(folder + u'/');
}

} // namespace

RedactionSubject privateHere()
{
    RedactionSubject subject;
    for (const QString& folder : {QDir::homePath(), QDir::tempPath()})
        subject.folders += {folder, QDir(folder).canonicalPath()};
    for (const char* name : {"USER", "LOGNAME", "SUDO_USER"})
        subject.users.append(qEnvironmentVariable(name));
    subject.users.append(QDir::home().dirName());
    subject.hosts.append(QSysInfo::machineHostName());
    return subject;
}

Redaction::Redaction(const RedactionSubject& subject)
    : m_projects(usableFolders(subject.projectFolders))
    , m_folders(usableFolders(subject.projectFolders + subject.folders))
    , m_names(subject.publicNames)
{
    QSet<QString> components;
    for (const QString& name : m_names) {
        if (name.startsWith(u'/') && !isSystemRoot(firstComponent(name)))
            m_nameRoots.insert(firstComponent(name));
        for (const QString& component : name.split(u'/', Qt::SkipEmptyParts))
            components.insert(component.toLower());
    }
    QStringList users;
    for (const QString& user : subject.users) {
        if (!isEverybodys(user) && !components.contains(user.toLower()))
            users.append(user);
    }
    QStringList hosts;
    for (const QString& host : subject.hosts) {
        if (!isNowhere(host) && !components.contains(host.toLower()))
            hosts.append(host);
    }
    m_users = wordsPattern(users);
    m_hosts = wordsPattern(hosts);
}

QString Redaction::text(const QString& text) const
{
    Pieces pieces{{text, m_names.contains(text)}};
    pieces = withoutUrls(pieces);
    pieces = withoutAccounts(pieces);
    pieces = withoutPaths(pieces);
    pieces = withoutAddresses(pieces);
    pieces = withoutWords(pieces);
    QString left;
    for (const Piece& piece : pieces)
        left += piece.text;
    return left;
}

template <typename Replace>
Redaction::Pieces Redaction::replaced(const Pieces& pieces, const QRegularExpression& pattern, Replace replace)
{
    Pieces result;
    for (const Piece& piece : pieces) {
        if (piece.isSettled) {
            result.append(piece);
            continue;
        }
        qsizetype done = 0;
        for (const QRegularExpressionMatch& match : pattern.globalMatch(piece.text)) {
            const std::optional<Piece> other = replace(match, piece.text);
            if (!other)
                continue;
            result.append({piece.text.mid(done, match.capturedStart() - done), false});
            result.append(*other);
            done = match.capturedEnd();
        }
        result.append({piece.text.mid(done), false});
    }
    return result;
}

/// Addresses of pages stay, those of machines at home do not; `file:` is a path with something in front.
Redaction::Pieces Redaction::withoutUrls(const Pieces& pieces) const
{
    static const QRegularExpression url(
        u"\\b([a-z][a-z0-9+.\\-]*)://(?:[^\\s/@\"'<>]*@)?([^\\s/:\"'<>]*)([^\\s\"'<>“”]*)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression number(u"^[\\d.\\[\\]:a-fA-F]+$"_s);
    static const QRegularExpression inner(u"\\.(?:local|lan|internal|intranet|intra|corp|home|localdomain|arpa)$"_s);
    return replaced(pieces, url, [&](const QRegularExpressionMatch& match, const QString&) -> std::optional<Piece> {
        const QString scheme = match.captured(1).toLower();
        const QString host = match.captured(2);
        if (scheme == "file"_L1)
            return Piece{match.captured(3), false};
        const bool isPage = scheme == "http"_L1 || scheme == "https"_L1;
        const bool hasAccount = match.captured().section(u'/', 2, 2).contains(u'@');
        const bool isKnown = !m_hosts.pattern().isEmpty() && m_hosts.match(host).hasMatch();
        const bool isInner = !host.contains(u'.') || number.match(host).hasMatch() || inner.match(host).hasMatch();
        if (isPage && !hasAccount && !isKnown && !isInner)
            return Piece{match.captured(), true};
        return Piece{match.captured(1) % u"://"_s % hostMark, true};
    });
}

/// `root@192.168.1.10:22`, and addresses of letters.
Redaction::Pieces Redaction::withoutAccounts(const Pieces& pieces) const
{
    static const QRegularExpression account(
        u"(?<![\\p{L}\\p{N}/@])[\\p{L}\\p{N}_.+\\-]+@(?!sha256\\b)[\\p{L}\\p{N}_\\-]+(?:\\.[\\p{L}\\p{N}_\\-]+)*(?::\\d+(?!\\d*[\\p{L}/]))?"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return replaced(pieces, account, [&](const QRegularExpressionMatch& match, const QString&) -> std::optional<Piece> {
        if (m_names.contains(match.captured()))
            return Piece{match.captured(), true};
        return Piece{hostMark, true};
    });
}

Redaction::Pieces Redaction::withoutPaths(const Pieces& pieces) const
{
    Pieces result;
    for (const Piece& piece : pieces) {
        if (piece.isSettled)
            result.append(piece);
        else
            splitPaths(piece.text, result);
    }
    return result;
}

void Redaction::splitPaths(const QString& text, Pieces& pieces) const
{
    qsizetype done = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool isHome = text[at] == u'~' && text.mid(at + 1, 1) == "/"_L1;
        if (!(isHome && (at == 0 || !isPathCharacter(text[at - 1]))) && !(text[at] == u'/' && isPathStart(text, at)))
            continue;
        const qsizetype end = pathEnd(text, at);
        const QString path = text.mid(at, end - at);
        pieces.append({text.mid(done, at - done), false});
        if (isPublic(path))
            pieces.append({path, true});
        else
            pieces.append({shortened(path), false});
        done = end;
        at = end - 1;
    }
    pieces.append({text.mid(done), false});
}

qsizetype Redaction::knownFolderAt(const QString& text, qsizetype start) const
{
    for (const QString& folder : m_folders) {
        if (!QStringView(text).mid(start).startsWith(folder))
            continue;
        const qsizetype end = start + folder.size();
        if (end == text.size() || text[end] == u'/' || !isPathCharacter(text[end]))
            return folder.size();
    }
    return 0;
}

qsizetype Redaction::pathEnd(const QString& text, qsizetype start) const
{
    if (start > 0 && isQuote(text[start - 1])) {
        const qsizetype line = text.indexOf(u'\n', start);
        const qsizetype closing = text.indexOf(closingQuote(text[start - 1]), start);
        const QString inside = text.mid(start, closing - start);
        if (closing > 0 && (line < 0 || closing < line) && !inside.contains(u';') && !inside.contains(u" /"_s))
            return closing;
    }
    // Words that follow belong to it while a slash comes after them and no name of a file has ended it.
    static const QRegularExpression more(u"\\G(?: [^\\s/\"'“”:=]+){0,2} [^\\s/\"'“”:=]+/"_s);
    qsizetype end = start + knownFolderAt(text, start);
    while (true) {
        while (end < text.size() && !endsPath(text[end]))
            ++end;
        const QStringView last = QStringView(text).mid(start, end - start);
        const auto match = more.match(text, end);
        if (isPublic(last.toString()) || last.mid(last.lastIndexOf(u'/')).contains(u'.') || !match.hasMatch())
            break;
        end = match.capturedEnd();
    }
    while (end > start + 1 && QStringView(u".:=").contains(text[end - 1]))
        --end;
    return end;
}

/// The name of a node or tensor, or something of the tools made of one. The exporter's mark tells tensors without a
/// model.
bool Redaction::isPublic(const QString& path) const
{
    if (m_names.contains(path))
        return true;
    const QString first = firstComponent(path);
    if (path.startsWith(u'~'))
        return false;
    if (path.count(u'/') < 2 && knownFolderAt(path, 0) == 0) // `/input`, `/tmp`
        return true;
    if (isSystemRoot(first) || knownFolderAt(path, 0) > 0)
        return false;
    static const QRegularExpression exported(u"_output_\\d+[\\w:]*$"_s);
    return m_nameRoots.contains(first) || exported.match(path).hasMatch();
}

QString Redaction::shortened(const QString& path) const
{
    const QString clean = QDir::cleanPath(path);
    for (const QString& project : m_projects) {
        if (clean != project && isInside(clean, project))
            return clean.mid(project.size() + 1);
    }
    static const QRegularExpression home(u"^/(?:home|Users)/[^/]+$|^/root$"_s);
    if (home.match(clean).hasMatch() || clean == QDir::cleanPath(QDir::homePath()))
        return homeMark;
    const QString last = clean.section(u'/', -1);
    return path.endsWith(u'/') ? QString(last % u'/') : last;
}

Redaction::Pieces Redaction::withoutAddresses(const Pieces& pieces) const
{
    static const QRegularExpression four(
        u"(?<![\\w.\\-])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?!\\w|\\.\\d)(?:[:/]\\d+)?"_s);
    static const QRegularExpression version(u"(?:version\\w*|==)[\"'\\s:=(]*$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression six(
        u"(?<![\\w:])(?=[0-9a-fA-F:]*\\d)(?:(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|(?:[0-9a-fA-F]{1,4}:){1,6}:(?:[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4}){0,5})?)(?:%\\w+)?(?![\\w:])"_s);
    static const QRegularExpression hardware(u"(?<![\\w:\\-])(?:[0-9a-fA-F]{2}[:\\-]){5}[0-9a-fA-F]{2}(?![\\w:\\-])"_s);
    const auto remove = [](const QRegularExpressionMatch&, const QString&) -> std::optional<Piece> {
        return Piece{addressMark, true};
    };
    const Pieces left = replaced(replaced(pieces, hardware, remove), six, remove);
    return replaced(left, four, [&](const QRegularExpressionMatch& match, const QString& text) -> std::optional<Piece> {
        const bool isVersion
            = version.match(text.left(match.capturedStart())).hasMatch() || m_names.contains(match.captured());
        return isVersion ? Piece{match.captured(), true} : Piece{addressMark, true};
    });
}

Redaction::Pieces Redaction::withoutWords(const Pieces& pieces) const
{
    static const QRegularExpression inner(
        u"(?<![\\w.\\-])[\\w\\-]+(?:\\.[\\w\\-]+)*\\.(?:local|lan|internal|intranet|corp|localdomain)(?![\\w\\-])"_s);
    const auto by = [](const QString& mark) {
        return [mark](const QRegularExpressionMatch&, const QString&) -> std::optional<Piece> {
            return Piece{mark, true};
        };
    };
    Pieces left = replaced(pieces, inner, by(hostMark));
    if (!m_hosts.pattern().isEmpty())
        left = replaced(left, m_hosts, by(hostMark));
    if (!m_users.pattern().isEmpty())
        left = replaced(left, m_users, by(userMark));
    return left;
}

} // namespace driftscope
