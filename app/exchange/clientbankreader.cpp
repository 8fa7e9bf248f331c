#include "exchange/clientbankreader.h"

#include "core/try.h"
#include "exchange/clientbankkeys.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace countersign {

namespace {

/// A file of strangers can hold as many stray lines as it likes; the first ones are enough to be told.
constexpr int strayLinesToTell = 5;

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

/// Line by line, whatever the line ends. Empty lines are passed.
class Lines
{
public:
    explicit Lines(QByteArrayView text) : m_text(text) {}

    [[nodiscard]] bool next()
    {
        passLineEnds();
        if (m_at >= m_text.size()) return false;
        const qsizetype from = m_at;
        while (m_at < m_text.size() && !isLineEnd(m_text[m_at]))
            ++m_at;
        m_line = m_text.sliced(from, m_at - from);
        return true;
    }
    [[nodiscard]] QByteArrayView line() const { return m_line; }
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] qsizetype position() const { return m_at; }

private:
    void passLineEnds()
    {
        for (; m_at < m_text.size() && isLineEnd(m_text[m_at]); ++m_at) {
            const bool firstOfTwo = m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n';
            if (!firstOfTwo) ++m_number;
        }
    }

    QByteArrayView m_text;
    QByteArrayView m_line;
    qsizetype m_at = 0;
    int m_number = 1;
};

/// Whether a word that the format does not have may be somebody's own key.
enum class KeyLikeness {
    none,    ///< not one word, or in small letters
    perhaps, ///< "Счет", "НДС"
    sure,    ///< "КодДебитора"
};

KeyLikeness likenessOf(const QString &word)
{
    static const QRegularExpression oneWord(QStringLiteral("^\\p{Lu}[\\p{L}\\p{N}_]*$"));
    static const QRegularExpression severalWords(QStringLiteral("\\p{Ll}\\p{Lu}"));
    if (!oneWord.match(word).hasMatch()) return KeyLikeness::none;
    return severalWords.match(word).hasMatch() ? KeyLikeness::sure : KeyLikeness::perhaps;
}

/// One reading; lives for one call. Where it stands decides what a line means: a key of the header is never taken for
/// one of a document (ru-payments.md 4.4, 2).
class Reading
{
public:
    Reading(QByteArrayView text, TextEncoding encoding) : m_lines(text), m_toUtf8(encoding) {}

    Result<ParsedFile> run(ReadingProgress &progress, qsizetype size)
    {
        ParsingProgress parsing(progress, size);
        static_cast<void>(m_lines.next()); // the header line
        while (m_lines.next() && !m_full) {
            if (!parsing.at(m_lines.position())) return fail(ErrorCode::cancelled);
            const auto made = m_toUtf8(m_lines.line());
            COUNTERSIGN_TRY(read(made.utf8, made.badBytes));
            if (m_file.table.isOverfull()) return fail(ErrorCode::fileTooLarge, QString::number(mostImportText));
        }
        finish();
        return std::move(m_file);
    }

private:
    enum class Place { header, balance, document, between, end };

    Result<> read(QByteArrayView line, bool badBytes)
    {
        const qsizetype equals = line.indexOf('=');
        const QByteArray word = (equals < 0 ? line : line.first(equals)).trimmed().toByteArray();
        const QByteArrayView value = equals < 0 ? QByteArrayView() : line.sliced(equals + 1).trimmed();
        if (word.isEmpty() && equals < 0) return {};
        if (readSection(word, value)) return {};
        switch (m_place) {
        case Place::header:
            readHeader(word, value, equals >= 0);
            return {};
        case Place::balance:
            m_file.facts.statement = true;
            if (isOfDocument(word)) stray(Severity::block);
            return {};
        case Place::document:
            return readDocument(line, word, value, equals >= 0, badBytes);
        case Place::between:
        case Place::end:
            stray(equals >= 0 ? Severity::block : Severity::warn);
            return {};
        }
        return {};
    }

    /// A key that only documents have, or one in another encoding: a document whose beginning was not understood.
    static bool isOfDocument(const QByteArray &key)
    {
        return (isKnownKey(key) && key != keys::recipient) || looksMisread(QString::fromUtf8(key));
    }

    /// Whether the line opens or closes a section.
    bool readSection(const QByteArray &word, QByteArrayView value)
    {
        if (word == clientBankHeader || word == QByteArray("\xEF\xBB\xBF") + clientBankHeader) {
            m_file.findings.append(fileFinding(Severity::block, ImportFindingKind::fileHeaderRepeated, {place()}));
        } else if (word == keys::documentBegin) {
            openDocument(value);
        } else if (word == keys::documentEnd) {
            if (m_place != Place::document) stray(Severity::block);
            closeDocument();
        } else if (word == keys::balanceBegin) {
            leaveDocument();
            m_place = Place::balance;
        } else if (word == keys::balanceEnd) {
            if (m_place != Place::balance) stray(Severity::warn);
            leaveDocument();
            m_place = Place::between;
        } else if (word == keys::fileEnd || word == keys::statementEnd) {
            leaveDocument();
            m_place = Place::end;
            m_ended = true;
        } else {
            return false;
        }
        return true;
    }

    void openDocument(QByteArrayView kind)
    {
        if (m_ended) {
            m_file.findings.append(fileFinding(Severity::block, ImportFindingKind::fileDocumentAfterEnd, {place()}));
        }
        leaveDocument();
        m_place = Place::document;
        if (m_file.table.rowCount() == mostImportRows) return tooMany();
        m_documentLine = m_lines.number();
        m_seen.clear();
        m_lastKey.clear();
        m_lastKnownKey.clear();
        static_cast<void>(setValue(keys::documentBegin, kind, false));
    }

    void tooMany()
    {
        m_full = true;
        m_place = Place::end;
        m_file.findings.append(
            fileFinding(Severity::block, ImportFindingKind::fileTooManyRows, {QString::number(mostImportRows)}));
    }

    /// The document ends without its closing word.
    void leaveDocument()
    {
        if (m_place != Place::document) return;
        m_file.table.markRow(RowMark::unfinished);
        closeDocument();
    }

    void closeDocument()
    {
        if (m_place != Place::document) return;
        m_file.table.endRow(m_documentLine);
        m_place = Place::between;
    }

    void readHeader(const QByteArray &key, QByteArrayView value, bool hasValue)
    {
        if (isOfDocument(key)) return stray(Severity::block);
        if (!hasValue) return stray(Severity::warn);
        const QString text = QString::fromUtf8(value);
        ImportFacts &facts = m_file.facts;
        if (key == keys::version) facts.version = text;
        if (key == keys::encoding) facts.declaredEncoding = text;
        if (key == keys::program) facts.program = text;
        if (key == keys::headerAccount && facts.accounts.size() < mostImportColumns) facts.accounts.append(text);
        if (isForeignKey(key)) m_foreign = true;
    }

    Result<> readDocument(QByteArrayView line, const QByteArray &key, QByteArrayView value, bool hasValue,
                          bool badBytes)
    {
        // A purpose may go on in the next line (ru-payments.md 4.4, 11), and may hold "=" there.
        const bool known = hasValue && (isKnownKey(key) || isForeignKey(key));
        if (!known && isPurposeKey(m_lastKey)) {
            const KeyLikeness likeness = hasValue ? likenessOf(QString::fromUtf8(key)) : KeyLikeness::none;
            if (likeness == KeyLikeness::none) {
                continuePurpose(line, badBytes);
                return {};
            }
            // "Счет=77" may be either; a purpose is never cut by a guess.
            if (likeness == KeyLikeness::perhaps) m_file.table.markRow(RowMark::doubtfulPurpose);
        }
        if (!hasValue || key.isEmpty()) {
            const bool ofPurpose = isPurposeKey(m_lastKnownKey);
            m_file.table.markRow(ofPurpose ? RowMark::doubtfulPurpose : RowMark::strayLine);
            return {};
        }
        if (isForeignKey(key)) m_foreign = true;
        return setValue(key, value, badBytes);
    }

    Result<> setValue(const QByteArray &key, QByteArrayView value, bool badBytes)
    {
        const int column = columnOf(key);
        if (column >= mostImportColumns) return fail(ErrorCode::fileNotUnderstood, QStringLiteral("keys"));
        m_lastKey = key;
        if (isKnownKey(key)) m_lastKnownKey = key;
        CellTable &table = m_file.table;
        if (m_seen.contains(column)) {
            if (table.openCell(column) != value) table.markCell(column, CellMark::repeated);
            return {};
        }
        m_seen.insert(column);
        table.setCell(column, value, badBytes ? CellMarks(CellMark::badBytes) : CellMarks());
        return {};
    }

    void continuePurpose(QByteArrayView line, bool badBytes)
    {
        const int column = m_columns.value(m_lastKey);
        if (m_file.table.openMarks(column).testFlag(CellMark::cut)) return;
        const QByteArray whole = m_file.table.openCell(column).toByteArray() + ' ' + line.trimmed().toByteArray();
        const CellMarks marks =
            m_file.table.openMarks(column) | (badBytes ? CellMarks(CellMark::badBytes) : CellMarks());
        m_file.table.setCell(column, whole, marks);
    }

    int columnOf(const QByteArray &key)
    {
        const auto known = m_columns.constFind(key);
        if (known != m_columns.cend()) return *known;
        const auto column = static_cast<int>(m_columns.size());
        m_columns.insert(key, column);
        m_file.keys.append(QString::fromUtf8(key));
        return column;
    }

    void stray(Severity severity)
    {
        int &lines = severity == Severity::block ? m_lostLines : m_strayLines;
        if (++lines > strayLinesToTell) return;
        m_file.findings.append(fileFinding(severity, ImportFindingKind::fileStrayLine, {place()}));
    }

    [[nodiscard]] QString place() const { return QString::number(m_lines.number()); }

    void finish()
    {
        leaveDocument();
        m_file.table.finish();
        if (!m_ended && !m_full)
            m_file.findings.append(fileFinding(Severity::block, ImportFindingKind::fileEndMissing));
        if (m_foreign) m_file.findings.append(fileFinding(Severity::block, ImportFindingKind::fileNotRussian));
        if (m_file.facts.statement) {
            m_file.findings.append(fileFinding(Severity::warn, ImportFindingKind::fileIsStatement));
        }
        static const QStringList versions{QStringLiteral("1.01"), QStringLiteral("1.02"), QStringLiteral("1.03")};
        if (!versions.contains(m_file.facts.version)) {
            m_file.findings.append(
                fileFinding(Severity::block, ImportFindingKind::fileVersionUnknown, {m_file.facts.version}));
        }
    }

    Lines m_lines;
    Utf8Maker m_toUtf8;
    ParsedFile m_file;
    Place m_place = Place::header;
    QHash<QByteArray, int> m_columns;
    QSet<int> m_seen; ///< columns that the open document has named
    QByteArray m_lastKey;
    QByteArray m_lastKnownKey;
    int m_documentLine = 0;
    int m_strayLines = 0;
    int m_lostLines = 0; ///< stray ones that may be of a document
    bool m_foreign = false;
    bool m_ended = false; ///< the file has said so
    bool m_full = false;
};

/// "Windows", "DOS", "UTF-8" as they stand in files.
std::optional<TextEncoding> encodingDeclared(const QString &word)
{
    const QString small = word.toLower();
    if (small == u"windows" || small == u"windows-1251") return TextEncoding::windows1251;
    if (small == u"dos" || small == u"cp866") return TextEncoding::cp866;
    if (small == u"utf-8" || small == u"utf8") return TextEncoding::utf8;
    return std::nullopt;
}

} // namespace

bool isClientBankExchange(QByteArrayView bytes)
{
    const QByteArrayView probe = bytes.first(std::min<qsizetype>(bytes.size(), 256));
    const DetectedEncoding detected = detectEncoding(probe);
    QByteArray converted;
    QByteArrayView text = probe.sliced(detected.markSize);
    if (isUtf16(detected.encoding)) text = converted = withoutUtf16(text, detected.encoding);
    Lines lines(text);
    return lines.next() && lines.line().trimmed() == clientBankHeader;
}

Result<ParsedFile> readClientBankExchange(QByteArrayView bytes, const ImportChoices &choices, ReadingProgress &progress)
{
    const DetectedEncoding detected = detectExchangeEncoding(bytes);
    const TextEncoding encoding = choices.encoding.value_or(detected.encoding);
    QByteArray converted;
    QByteArrayView text = bytes.sliced(detected.markSize);
    if (isUtf16(encoding)) text = converted = withoutUtf16(text, encoding);

    COUNTERSIGN_TRY_INTO(file, Reading(text, encoding).run(progress, text.size()));
    file.facts.format = FileFormat::clientBankExchange;
    file.facts.encoding = encoding;
    file.facts.byteOrderMark = detected.markSize > 0;
    const QString &declared = file.facts.declaredEncoding;
    if (!declared.isEmpty() && encodingDeclared(declared) != encoding) {
        file.findings.append(fileFinding(Severity::hint, ImportFindingKind::fileEncodingDiffers, {declared}));
    }
    return std::move(file);
}

} // namespace countersign
