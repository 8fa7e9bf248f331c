#include "ui/review/reviewacts.h"

#include "ui/models/comparisonwords.h"
#include "ui/models/visibletext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/nameedit.h"
#include "ui/widgets/readablewidth.h"
#include "ui/widgets/retypededit.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int gestureLength = 4;
constexpr int longestReason = 1000;
constexpr qsizetype ticksShown = 100; // an answer that needs more is not offered for confirmation

/// The beginning of an account in the same groups as in the table, so that the typed digits complete it.
QString groupedBeginning(const QString &account)
{
    return groupedDigits(account.chopped(gestureLength));
}

/// The sentence beside a tick; a click on it is a click on the tick.
class TickLabel final : public QLabel
{
public:
    TickLabel(const QString &sentence, QCheckBox *box, QWidget *parent) : QLabel(parent), m_box(box)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        setFont(textFont());
        setText(sentence);
        setBuddy(box);
    }

protected:
    void mousePressEvent(QMouseEvent *) override { m_box->click(); }

private:
    QCheckBox *m_box;
};

} // namespace

ReviewActs::ReviewActs(const ReviewSheet &sheet, QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 12, 0, 12);
    grid->setHorizontalSpacing(24);
    grid->setColumnStretch(0, 1);
    QLabel *heading = plainLabel(tr("Before you can confirm"), Tone::strong, this);
    grid->addWidget(heading, 0, 0);
    grid->addWidget(tickList(sheet), 1, 0, Qt::AlignTop);
    const QString account = answeredText(sheet.comparison, ReviewField::recipientAccount);
    if (sheet.gestureNeeded) {
        m_lastDigits = account.right(gestureLength);
        grid->addWidget(gesture(account), 0, 1, 2, 1, Qt::AlignTop);
    }
    m_reasonBox = reasonField();
    grid->addWidget(m_reasonBox, 2, 0, 1, 2);
    keepReadable(this);
    m_reasonNeeded = sheet.comparison.needsSecondPerson();
    m_reasonBox->setVisible(m_reasonNeeded);
    setVisible(sheet.gestureNeeded || !m_ticks.isEmpty() || m_reasonNeeded);
}

QWidget *ReviewActs::tickList(const ReviewSheet &sheet)
{
    auto *list = new QWidget(this);
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(0, 2, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(1, 1);
    const qsizetype count = std::min<qsizetype>(sheet.requiredTicks.size(), ticksShown);
    for (int row = 0; row < count; ++row) {
        const QString &word = sheet.requiredTicks.at(row);
        const QString sentence = tickSentence(word, sheet.comparison);
        auto *box = new QCheckBox(list);
        box->setObjectName(u"tick:"_s + word);
        box->setAccessibleName(sentence);
        box->setFixedHeight(QFontMetrics(textFont()).height()); // on the line of its sentence
        connect(box, &QCheckBox::toggled, this, &ReviewActs::changed);
        grid->addWidget(box, row, 0, Qt::AlignTop);
        grid->addWidget(new TickLabel(sentence, box, list), row, 1);
        m_ticks += {word, box};
    }
    return list;
}

QWidget *ReviewActs::gesture(const QString &account)
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    QLabel *label = plainLabel(tr("Type the last 4 digits of the account the bank will pay"), Tone::small, box);
    label->setWordWrap(false);
    QLabel *beginning = plainLabel(visibleText(groupedBeginning(account)), Tone::muted, box);
    beginning->setFont(accountFont());
    beginning->setWordWrap(false);
    beginning->setTextInteractionFlags(Qt::NoTextInteraction);
    m_digits = new RetypedEdit(gestureLength, box);
    m_digits->setObjectName(u"gesture"_s);
    m_digits->setAccessibleName(label->text());
    m_digits->setMaximumWidth(QFontMetrics(accountFont()).averageCharWidth() * 10);
    label->setBuddy(m_digits);
    m_digitsVerdict = plainLabel({}, Tone::danger, box);
    m_digitsVerdict->setFont(smallFont());
    m_digitsVerdict->hide();
    grid->addWidget(label, 0, 0, 1, 3);
    grid->addWidget(beginning, 1, 0);
    grid->addWidget(m_digits, 1, 1);
    grid->setColumnStretch(2, 1);
    grid->addWidget(m_digitsVerdict, 2, 0, 1, 3);
    connect(m_digits, &GuardedEdit::refused, this, [this](const QString &why) {
        m_digitsVerdict->setText(why);
        m_digitsVerdict->show();
    });
    connect(m_digits, &QLineEdit::textChanged, this, [this] {
        showDigitsVerdict();
        Q_EMIT changed();
    });
    return box;
}

QWidget *ReviewActs::reasonField()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(4);
    QLabel *label = plainLabel(tr("Why this payout is right all the same; the record keeps it"), Tone::small, box);
    auto *edit = new NameEdit(longestReason, box);
    m_reason = edit;
    m_reason->setObjectName(u"reason"_s);
    m_reason->setAccessibleName(label->text());
    label->setBuddy(m_reason);
    layout->addWidget(label);
    layout->addWidget(m_reason);
    m_reasonRefused = plainLabel({}, Tone::danger, box);
    m_reasonRefused->setFont(smallFont());
    m_reasonRefused->hide();
    layout->addWidget(m_reasonRefused);
    connect(edit, &GuardedEdit::refused, this, [this](const QString &why) {
        m_reasonRefused->setText(why);
        m_reasonRefused->show();
    });
    connect(m_reason, &QLineEdit::textChanged, this, [this] {
        m_reasonRefused->hide();
        Q_EMIT changed();
    });
    return box;
}

bool ReviewActs::digitsFit() const
{
    return !m_digits || (!m_lastDigits.isEmpty() && m_digits->text() == m_lastDigits);
}

void ReviewActs::showDigitsVerdict()
{
    const bool wrong = m_digits->text().size() == gestureLength && !digitsFit();
    m_digitsVerdict->setText(wrong ? tr("These are not the last 4 digits of that account.") : QString());
    m_digitsVerdict->setVisible(wrong);
}

bool ReviewActs::complete() const
{
    return missing().isEmpty();
}

QString ReviewActs::missing() const
{
    const auto given =
        std::count_if(m_ticks.cbegin(), m_ticks.cend(), [](const Tick &t) { return t.box->isChecked(); });
    if (given < m_ticks.size()) return tr("Tick each of these lines that is true.");
    if (!digitsFit()) return tr("Type the last 4 digits of the account the bank will pay.");
    if (m_reasonNeeded && reason().isEmpty()) return tr("Write why this payout is right all the same.");
    return {};
}

QStringList ReviewActs::ticks() const
{
    QStringList words;
    for (const Tick &tick : m_ticks) {
        if (tick.box->isChecked()) words += tick.word;
    }
    return words;
}

QString ReviewActs::typedDigits() const
{
    return m_digits ? m_digits->text() : QString();
}

QString ReviewActs::reason() const
{
    return m_reason->text().trimmed();
}

void ReviewActs::demandReason()
{
    m_reasonNeeded = true;
    m_reasonBox->show();
    show();
    m_reason->setFocus();
    Q_EMIT changed();
}

} // namespace countersign::ui
