#include "ui/review/reviewacts.h"

#include "ui/models/comparisonwords.h"
#include "ui/models/visibletext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/nameedit.h"
#include "ui/widgets/readablewidth.h"
#include "ui/widgets/retypededit.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/ticklabel.h"

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
    grid->addWidget(digitsFields(sheet), 0, 1, 2, 1, Qt::AlignTop);
    m_reasonBox = reasonField();
    grid->addWidget(m_reasonBox, 2, 0, 1, 2);
    keepReadable(this);
    m_reasonNeeded = sheet.comparison.needsSecondPerson();
    m_reasonBox->setVisible(m_reasonNeeded);
    setVisible(sheet.gestureNeeded || sheet.retypingNeeded || !m_ticks.isEmpty() || m_reasonNeeded);
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

QWidget *ReviewActs::digitsFields(const ReviewSheet &sheet)
{
    auto *fields = new QWidget(this);
    auto *layout = new QVBoxLayout(fields);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    if (sheet.gestureNeeded) {
        const QString account = answeredText(sheet.comparison, ReviewField::recipientAccount);
        m_gesture.length = gestureLength;
        m_gesture.expected = account.right(gestureLength);
        m_gesture.wrong = tr("These are not the last 4 digits of that account.");
        m_gesture.missing = tr("Type the last 4 digits of the account the bank will pay.");
        layout->addWidget(digitsField(m_gesture, account, u"gesture"_s,
                                      tr("Type the last 4 digits of the account the bank will pay")));
    }
    if (sheet.retypingNeeded) {
        const QString account = sheet.asked.account.text();
        m_retyping.length = countersign::retypedDigits;
        m_retyping.expected = account.right(countersign::retypedDigits);
        m_retyping.wrong = tr("These are not the last 6 digits of the account that you asked for. Compare all of it "
                              "with the paper.");
        m_retyping.missing = tr("Type the last 6 digits of the account that you asked for, from the paper.");
        layout->addWidget(digitsField(m_retyping, account, u"retyped"_s,
                                      tr("Type the last 6 digits of the account that you asked for, from the paper")));
    }
    return fields;
}

/// The beginning stands in the same groups as in the table, so that the typed digits complete it.
QWidget *ReviewActs::digitsField(Digits &digits, const QString &account, const QString &name, const QString &words)
{
    const auto length = static_cast<int>(digits.length);
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    QLabel *label = plainLabel(words, Tone::small, box);
    label->setWordWrap(false);
    QLabel *beginning = plainLabel(visibleText(groupedDigits(account.chopped(length))), Tone::muted, box);
    beginning->setFont(accountFont());
    beginning->setWordWrap(false);
    beginning->setTextInteractionFlags(Qt::NoTextInteraction);
    digits.edit = new RetypedEdit(length, box);
    digits.edit->setObjectName(name);
    digits.edit->setAccessibleName(words);
    digits.edit->setMaximumWidth(QFontMetrics(accountFont()).averageCharWidth() * (length + 6));
    label->setBuddy(digits.edit);
    digits.verdict = plainLabel({}, Tone::danger, box);
    digits.verdict->setObjectName(name + u"Verdict"_s);
    digits.verdict->setFont(smallFont());
    digits.verdict->hide();
    grid->addWidget(label, 0, 0, 1, 3);
    grid->addWidget(beginning, 1, 0);
    grid->addWidget(digits.edit, 1, 1);
    grid->setColumnStretch(2, 1);
    grid->addWidget(digits.verdict, 2, 0, 1, 3);
    connect(digits.edit, &GuardedEdit::refused, digits.verdict, [verdict = digits.verdict](const QString &why) {
        verdict->setText(why);
        verdict->show();
    });
    connect(digits.edit, &QLineEdit::textChanged, this, [this, &digits] {
        digits.judge();
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

bool ReviewActs::Digits::fit() const
{
    return !edit || (!expected.isEmpty() && edit->text() == expected);
}

void ReviewActs::Digits::judge() const
{
    const bool isWrong = edit->text().size() == length && !fit();
    verdict->setText(isWrong ? wrong : QString());
    verdict->setVisible(isWrong);
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
    for (const Digits &digits : {m_gesture, m_retyping}) {
        if (!digits.fit()) return digits.missing;
    }
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
    return m_gesture.edit ? m_gesture.edit->text() : QString();
}

QString ReviewActs::retypedDigits() const
{
    return m_retyping.edit ? m_retyping.edit->text() : QString();
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
