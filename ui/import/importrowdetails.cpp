#include "ui/import/importrowdetails.h"

#include "ui/models/findingwords.h"
#include "ui/models/importrowsmodel.h"
#include "ui/models/importwords.h"
#include "ui/models/visibletext.h"
#include "ui/widgets/fieldnotes.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int mostFindings = 4;

/// What of a row has no column, or no room in it.
QString factsWords(const ImportRow &row)
{
    QStringList facts{ImportRowsModel::senderWords(row)};
    if (!row.draft.kpp.isEmpty()) facts.append(ImportRowDetails::tr("KPP %1").arg(visibleText(row.draft.kpp)));
    if (!row.facts.correspondentAccount.isEmpty()) facts.append(ImportRowsModel::correspondentWords(row));
    return facts.join(u" · "_s) + u'\n' + visibleText(row.draft.purpose);
}

QList<FieldNotes::Line> findingLines(const ImportRow &row)
{
    QList<FieldNotes::Line> lines;
    for (const ImportFinding &finding : row.findings) {
        if (finding.severity == Severity::good || lines.size() == mostFindings) continue;
        const QString sentence = visibleText(importFindingSentence(finding));
        const QString place = finding.field ? importFieldWords(*finding.field) + u": "_s : QString();
        lines.append({severitySign(finding.severity) + u"  "_s + place + sentence, toneOf(finding.severity)});
    }
    return lines;
}

} // namespace

ImportRowDetails::ImportRowDetails(QWidget *parent)
    : QWidget(parent), m_title(plainLabel({}, Tone::strong, this)), m_earlier(new HintButton({}, {}, this)),
      m_facts(plainLabel({}, Tone::small, this)), m_notes(new FieldNotes(this))
{
    setProperty("ground", u"side"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_title->setObjectName(u"rowTitle"_s);
    m_earlier->setObjectName(u"earlier"_s);
    setButtonRole(m_earlier, ButtonRole::quiet);
    m_facts->setObjectName(u"rowFacts"_s);
    m_notes->setObjectName(u"rowNotes"_s);
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_earlier);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 6, 20, 8);
    layout->setSpacing(2);
    layout->addLayout(top);
    layout->addWidget(m_facts);
    layout->addWidget(m_notes);
    layout->addStretch(1);
    setMinimumHeight(QFontMetrics(textFont()).height() + 5 * QFontMetrics(smallFont()).height() + 24);
    connect(m_earlier, &QPushButton::clicked, this, [this] { Q_EMIT payoutWanted(m_earlierPayout); });
}

void ImportRowDetails::showNone()
{
    m_title->setText(tr("No row is chosen."));
    m_earlier->setVisible(false);
    m_facts->clear();
    m_notes->setLines({});
}

void ImportRowDetails::showRow(const ImportRow &row, bool isNewAccount)
{
    m_title->setText(row.refused ? tr("Line %1 can't be taken").arg(row.line) : tr("Line %1").arg(row.line));
    m_facts->setText(factsWords(row));
    QList<FieldNotes::Line> lines = findingLines(row);
    if (isNewAccount) {
        lines.prepend({u"!  "_s + tr("This recipient was never paid to this account. Its draft asks for the account "
                                     "to be typed again from the paper."),
                       Tone::warn});
    }
    if (lines.isEmpty()) lines.append({tr("✓  Nothing to note."), Tone::good});
    m_notes->setLines(lines);
    const bool wasImported = row.earlier && row.earlier->state;
    m_earlier->setVisible(wasImported);
    if (!wasImported) return;
    m_earlierPayout = row.earlier->payout;
    m_earlier->setText(tr("Show payout %1").arg(row.earlier->number));
}

} // namespace countersign::ui
