#include "ui/payouts/recipientpanel.h"

#include "ui/help/helppage.h"
#include "ui/models/recipientwords.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/retypededit.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

RecipientPanel::RecipientPanel(QWidget *parent)
    : QWidget(parent), m_standing(new Note(this)), m_retyping(new QWidget(this)),
      m_beginning(plainLabel({}, Tone::muted, m_retyping)), m_digits(new RetypedEdit(retypedDigits, m_retyping)),
      m_verdict(plainLabel({}, Tone::danger, m_retyping)), m_repeated(new Note(this)), m_tickList(new QWidget(this)),
      m_tickRows(new QVBoxLayout(m_tickList))
{
    setHelpTopic(*this, HelpTopic::recipients);
    m_standing->setObjectName(u"standingNote"_s);
    m_repeated->setObjectName(u"repeatedNote"_s);
    m_digits->setObjectName(u"retyped"_s);
    m_digits->setMaximumWidth(QFontMetrics(accountFont()).averageCharWidth() * 12);
    m_beginning->setFont(accountFont());
    m_beginning->setWordWrap(false);
    m_beginning->setTextInteractionFlags(Qt::NoTextInteraction); // digits in groups never go onto the clipboard
    m_verdict->setFont(smallFont());
    QLabel *label = plainLabel(tr("Type the last %1 digits of the account again, from the paper").arg(retypedDigits),
                               Tone::small, m_retyping);
    label->setBuddy(m_digits);
    m_digits->setAccessibleName(label->text());
    auto *line = new QHBoxLayout;
    line->addWidget(m_beginning);
    line->addWidget(m_digits);
    line->addStretch();
    auto *retyping = new QVBoxLayout(m_retyping);
    retyping->setContentsMargins(0, 0, 0, 0);
    retyping->setSpacing(4);
    retyping->addWidget(label);
    retyping->addLayout(line);
    retyping->addWidget(m_verdict);
    m_tickRows->setContentsMargins(0, 0, 0, 0);
    m_tickRows->setSpacing(5);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget *part :
         {static_cast<QWidget *>(m_standing), m_retyping, static_cast<QWidget *>(m_repeated), m_tickList})
        layout->addWidget(part);
    connect(m_digits, &GuardedEdit::refused, this, [this](const QString &why) {
        m_verdict->setText(why);
        m_verdict->show();
    });
    connect(m_digits, &QLineEdit::textChanged, this, [this] {
        judgeDigits();
        Q_EMIT changed();
    });
    showNothing();
}

void RecipientPanel::showNothing()
{
    for (QWidget *part :
         {static_cast<QWidget *>(m_standing), m_retyping, static_cast<QWidget *>(m_repeated), m_tickList})
        part->hide();
}

void RecipientPanel::showCheck(const RecipientCheck &check)
{
    const bool another = check.who != m_check.who;
    m_check = check;
    if (another) m_digits->clear();
    const RecipientSentence sentence = recipientSentence(check.standing);
    m_standing->setVisible(!sentence.headline.isEmpty());
    m_standing->setContent(sentence.good ? Note::Grade::good : Note::Grade::warn, sentence.good ? u"✓"_s : u"!"_s,
                           sentence.headline, sentence.text);
    showRetyping(check);
    showDuplicates(check.duplicates);
}

void RecipientPanel::holdFor(const PayoutDraft &draft)
{
    PayoutDraft content = draft;
    content.source.fields.clear();
    if (content == std::exchange(m_heldFor, content)) return;
    for (const Tick &tick : std::as_const(m_ticks))
        tick.box->setChecked(false);
}

void RecipientPanel::showRetyping(const RecipientCheck &check)
{
    m_retyping->setVisible(check.needsRetyping());
    if (check.needsRetyping()) m_beginning->setText(groupedDigits(check.who.account.chopped(retypedDigits)));
    judgeDigits();
}

void RecipientPanel::showDuplicates(const QList<Duplicate> &duplicates)
{
    QList<PayoutId> known;
    for (const Tick &tick : std::as_const(m_ticks)) {
        if (tick.box->isChecked()) known.append(tick.earlier);
        delete tick.box;
    }
    m_ticks.clear();
    for (const Duplicate &duplicate : duplicates) {
        auto *box = new QCheckBox(tr("No. %1 is another payout").arg(duplicate.earlier.number), m_tickList);
        box->setObjectName(u"known:%1"_s.arg(duplicate.earlier.number));
        box->setChecked(known.contains(duplicate.earlier.id));
        connect(box, &QCheckBox::toggled, this, &RecipientPanel::changed);
        m_tickRows->addWidget(box);
        m_ticks.append({duplicate.earlier.id, box});
    }
    QStringList sentences;
    for (const Duplicate &duplicate : duplicates)
        sentences += duplicateSentence(duplicate);
    m_repeated->setContent(Note::Grade::warn, u"!"_s, tr("This looks like a payout that was made before"),
                           sentences.join(u'\n'));
    m_repeated->setVisible(!duplicates.isEmpty());
    m_tickList->setVisible(!duplicates.isEmpty());
}

bool RecipientPanel::digitsFit() const
{
    const QString typed = m_digits->text();
    return typed.size() == retypedDigits && m_check.who.account.endsWith(typed);
}

void RecipientPanel::judgeDigits()
{
    const bool wrong = m_digits->text().size() == retypedDigits && !digitsFit();
    m_verdict->setText(wrong ? tr("These are not the last %1 digits of the account above. Compare all of it with the "
                                  "paper.")
                                   .arg(retypedDigits)
                             : QString());
    m_verdict->setVisible(wrong);
}

QString RecipientPanel::missing() const
{
    if (m_check.needsRetyping() && !digitsFit())
        return tr("Type the last %1 digits of the account again, from the paper.").arg(retypedDigits);
    for (const Tick &tick : m_ticks) {
        if (!tick.box->isChecked()) return tr("Tick each earlier payout that this one looks like.");
    }
    return {};
}

int RecipientPanel::warnings() const
{
    const RecipientSentence sentence = recipientSentence(m_check.standing);
    const bool warned = !sentence.headline.isEmpty() && !sentence.good;
    return (warned ? 1 : 0) + (m_check.duplicates.isEmpty() ? 0 : 1);
}

bool RecipientPanel::isAlone() const
{
    return m_check.standing.kind != StandingKind::incomplete && m_check.duplicates.isEmpty();
}

SendingActs RecipientPanel::acts() const
{
    SendingActs acts{.recipient = m_check.who, .typedDigits = m_digits->text(), .knownEarlier = {}};
    for (const Tick &tick : m_ticks) {
        if (tick.box->isChecked()) acts.knownEarlier.append(tick.earlier);
    }
    return acts;
}

void RecipientPanel::focusFirstMissing()
{
    if (m_check.needsRetyping() && !digitsFit()) return m_digits->setFocus();
    for (const Tick &tick : std::as_const(m_ticks)) {
        if (!tick.box->isChecked()) return tick.box->setFocus();
    }
}

} // namespace countersign::ui
