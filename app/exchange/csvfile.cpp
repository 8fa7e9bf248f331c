#include "core/try.h"
#include "exchange/exportcells.h"
#include "exchange/payoutfile.h"
#include "exchange/rowswriter.h"

namespace countersign {

namespace {

class CsvFile final : public PayoutFile
{
public:
    CsvFile(QIODevice &target, const ExportWords &words) : m_target(target), m_words(words) {}

    Result<bool> add(const ExportedPayout &payout) override
    {
        COUNTERSIGN_TRY(begin());
        COUNTERSIGN_TRY(write(exportCells(payout, m_words, m_words.separator == u',' ? u'.' : u',')));
        return true;
    }
    Result<> finish() override { return begin(); }

private:
    Result<> begin()
    {
        if (std::exchange(m_begun, true)) return {};
        const QByteArray mark = QString(QChar::ByteOrderMark).toUtf8();
        if (m_target.write(mark) != mark.size()) return fail(ErrorCode::fileUnwritable, m_target.errorString());
        return write(m_words.headers);
    }
    Result<> write(const QStringList &cells)
    {
        const QByteArray line = csvLine(cells, m_words.separator).toUtf8();
        if (m_target.write(line) != line.size()) return fail(ErrorCode::fileUnwritable, m_target.errorString());
        return {};
    }

    QIODevice &m_target;
    const ExportWords m_words;
    bool m_begun = false;
};

} // namespace

std::unique_ptr<PayoutFile> csvFile(QIODevice &target, const ExportWords &words)
{
    return std::make_unique<CsvFile>(target, words);
}

} // namespace countersign
