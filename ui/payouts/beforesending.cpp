#include "ui/payouts/beforesending.h"

#include "payouts/recipientbook.h"
#include "ui/models/alarmwords.h"
#include "ui/models/directorywords.h"
#include "ui/models/findingwords.h"
#include "ui/models/visibletext.h"
#include "ui/payouts/recipientpanel.h"
#include "ui/widgets/fieldnotes.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

BeforeSending::BeforeSending(QWidget *parent)
    : QWidget(parent), m_frozen(new Note(this)), m_sum(new Note(this)), m_recipient(new RecipientPanel(this)),
      m_toBook(new HintButton(tr("Add to address book"), {}, this)),
      m_inBook(plainLabel(tr("✓ In the address book"), Tone::small, this)),
      m_toTemplate(new HintButton(tr("Save as &template…"), {}, this)), m_findings(new FieldNotes(this)),
      m_directory(plainLabel({}, Tone::small, this))
{
    m_sum->setObjectName(u"sum"_s);
    m_directory->setObjectName(u"directoryDay"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 20, 16);
    layout->setSpacing(10);
    m_frozen->setObjectName(u"frozenNote"_s);
    m_frozen->hide();
    layout->addWidget(sectionLabel(tr("Before sending"), this));
    layout->addWidget(m_frozen);
    layout->addWidget(m_sum);
    layout->addWidget(m_recipient);
    layout->addWidget(m_toBook, 0, Qt::AlignLeft);
    layout->addWidget(m_inBook);
    m_toBook->setObjectName(u"addToBook"_s);
    m_inBook->setObjectName(u"inBook"_s);
    m_toTemplate->setObjectName(u"saveTemplate"_s);
    m_toTemplate->setToolTip(tr("Keeps these fields, to make such a payout again"));
    for (QPushButton *button : {m_toBook, m_toTemplate})
        setButtonRole(button, ButtonRole::quiet);
    m_toBook->hide();
    m_inBook->hide();
    connect(m_toBook, &QPushButton::clicked, this, &BeforeSending::bookWanted);
    connect(m_toTemplate, &QPushButton::clicked, this, &BeforeSending::templateWanted);
    layout->addWidget(m_findings);
    layout->addSpacing(8);
    layout->addWidget(plainLabel(tr("Sending asks the bank to check the payout. No money moves until someone confirms "
                                    "it in the review."),
                                 Tone::small, this));
    layout->addWidget(m_directory);
    layout->addStretch();
    layout->addWidget(m_toTemplate, 0, Qt::AlignLeft);
}

void BeforeSending::showReport(const ValidationReport &report, const std::function<bool(Field)> &isTouched,
                               const QList<Remark> &remarks)
{
    m_blocks = 0;
    m_open.clear();
    m_lines.clear();
    for (const Remark &remark : remarks)
        m_lines += {severitySign(remark.severity) + u' ' + remark.text, toneOf(remark.severity)};
    for (const Finding &finding : report.findings) {
        const bool stillOpen = isOnlyMissing(finding.kind) && !isTouched(finding.field);
        if (stillOpen) {
            m_open += findingSummary(finding);
            m_lines += {u"· "_s + findingSummary(finding), Tone::muted};
            continue;
        }
        if (finding.severity == Severity::block) ++m_blocks;
        m_lines += {severitySign(finding.severity) + u' ' + findingSummary(finding), toneOf(finding.severity)};
    }
    m_warnings = report.count(Severity::warn) + std::ranges::count(remarks, Severity::warn, &Remark::severity);
    m_directory->setText(report.directoryDay.isValid() ? directoryDayWords(report.directoryDay) : QString());
    sumUp();
}

void BeforeSending::showFreeze(const FreezeRecord &freeze)
{
    m_isFrozen = freeze.frozen;
    m_frozen->setVisible(freeze.frozen);
    sumUp();
    if (!freeze.frozen) return;
    m_frozen->setContent(
        Note::Grade::danger, u"‖"_s, freezeHeadline(freeze),
        tr("Nothing is sent for checking. What you type is kept as a draft, to be sent once the freeze "
           "is lifted; the main window says why and how."));
    m_frozen->offerHelp(HelpTopic::unknown);
}

void BeforeSending::showRecipient(const RecipientCheck &check)
{
    m_recipient->showCheck(check);
    const bool whole = check.standing.kind != StandingKind::incomplete && !check.who.name.isEmpty();
    const auto holder = std::ranges::find_if(check.book, [&check](const RecipientRecord &entry) {
        return entry.details.account == check.who.account && entry.details.bik == check.who.bik;
    });
    const bool inBook = holder != check.book.end();
    m_toBook->setVisible(whole && !inBook);
    m_inBook->setVisible(whole && inBook);
    if (inBook) sayWhoseAccount(*holder, check.who);
    sumUp();
}

/// An entry answers for its own recipient only.
void BeforeSending::sayWhoseAccount(const RecipientRecord &entry, const RecipientIdentity &who)
{
    const bool own = isEntryOf(entry, who);
    m_inBook->setText(
        own ? tr("✓ In the address book")
            : tr("! In the address book this account belongs to %1").arg(visibleText(entry.details.name)));
    setTone(m_inBook, own ? Tone::small : Tone::warn);
}

void BeforeSending::sumUp()
{
    const auto warnings = m_warnings + m_recipient->warnings();
    if (m_blocks > 0)
        m_sum->setContent(Note::Grade::danger, u"✕"_s,
                          m_blocks == 1 ? tr("1 thing to correct") : tr("%n things to correct", nullptr, m_blocks));
    else if (m_open.size() == 1)
        m_sum->setContent(Note::Grade::info, u"i"_s, tr("1 field to fill in"), m_open.first());
    else if (!m_open.isEmpty())
        m_sum->setContent(Note::Grade::info, u"i"_s,
                          tr("%n fields to fill in", nullptr, static_cast<int>(m_open.size())));
    else if (warnings > 0)
        m_sum->setContent(Note::Grade::warn, u"!"_s,
                          warnings == 1 ? tr("1 warning to look at")
                                        : tr("%n warnings to look at", nullptr, static_cast<int>(warnings)));
    else if (m_isFrozen)
        m_sum->setContent(Note::Grade::info, u"i"_s, tr("Nothing to correct, but sending is frozen"));
    else
        m_sum->setContent(Note::Grade::good, u"✓"_s, tr("Ready to send"));
    QList<FieldNotes::Line> lines = m_lines;
    if (m_blocks == 0 && m_open.isEmpty() && m_recipient->isAlone())
        lines += {u"✓ "_s + tr("No similar payout in %n days", nullptr, duplicateDays), Tone::good};
    m_findings->setLines(lines);
}

void BeforeSending::offerTemplate(bool possible)
{
    m_toTemplate->setEnabled(possible);
}

void BeforeSending::showInBook()
{
    m_toBook->hide();
    m_inBook->setText(tr("✓ In the address book"));
    setTone(m_inBook, Tone::small);
    m_inBook->show();
}

QString BeforeSending::headline() const
{
    return m_sum->headline();
}

QString BeforeSending::text() const
{
    return m_findings->text();
}

} // namespace countersign::ui
