// Files of the 1C exchange format, as anybody can write them: the same bytes always mean the same, and no row is taken
// that is no payment. Input: the file, from its first line on.

#include "exchange/clientbankreader.h"
#include "exchangefile.h"

namespace countersign::fuzz {

void tryBytes(QByteArrayView bytes)
{
    readAsImport(bytes);
    QByteArray headed = clientBankHeader; // most of what a fuzzer makes up has lost it
    readAsImport(headed.append("\r\n").append(bytes));
}

QList<QByteArray> seeds()
{
    QList<QByteArray> inputs;
    const QList<QByteArray> samples = filesIn(QStringLiteral(COUNTERSIGN_TEST_DATA "/samples"));
    for (const QByteArray &sample : samples) {
        if (isClientBankExchange(sample)) inputs.append(sample);
    }
    demand(!inputs.isEmpty(), "the samples are there");
    return inputs;
}

} // namespace countersign::fuzz
