#include "ui/widgets/reasonpanel.h"

#include "domain/purpose.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/paragraphedit.h"
#include "ui/widgets/readablewidth.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {
constexpr qsizetype reasonLimit = 1000;
constexpr int buttonRowWidth = 245; // what the details pane has at its narrowest
} // namespace

ReasonPanel::ReasonPanel(Place place, QWidget *parent)
    : QFrame(parent), m_question(plainLabel({}, Tone::normal, this)),
      m_reason(new ParagraphEdit(reasonLimit, codePoints, this)), m_act(new HintButton({}, {}, this)),
      m_back(new HintButton(tr("Go back"), u"Esc"_s, this)), m_label(plainLabel({}, Tone::small, this)),
      m_refused(plainLabel({}, Tone::small, this)), m_place(place)
{
    setObjectName(u"reasonPanel"_s);
    m_label->setTextInteractionFlags(Qt::NoTextInteraction);
    m_label->setBuddy(m_reason);
    m_reason->setObjectName(u"reasonEdit"_s);
    m_reason->setAccessibleName(tr("Reason, in your own words"));
    m_reason->setFixedHeight(m_reason->fontMetrics().lineSpacing() * 3 + 12);
    m_act->setAutoDefault(true); // Enter presses the button that has the focus
    m_back->setAutoDefault(true);
    m_act->setObjectName(u"reasonAct"_s);
    m_back->setObjectName(u"reasonBack"_s);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    for (QWidget *widget : {static_cast<QWidget *>(m_question), static_cast<QWidget *>(m_label),
                            static_cast<QWidget *>(m_reason), static_cast<QWidget *>(m_refused)}) {
        column->addWidget(widget);
    }
    auto *buttons = m_buttons = new QBoxLayout(QBoxLayout::LeftToRight);
    // Enter moves on from the reason: to the way back, so that a storm of it does nothing.
    setTabOrder(m_reason, m_back);
    setTabOrder(m_back, m_act);
    buttons->addWidget(m_back, 0, Qt::AlignLeft);
    buttons->addWidget(m_act, 0, Qt::AlignLeft);
    buttons->addStretch(1);
    column->addLayout(buttons);
    keepReadable(this);

    connect(m_reason, &QPlainTextEdit::textChanged, this, [this] {
        m_refused->hide();
        updateButton();
    });
    connect(m_reason, &ParagraphEdit::refused, this, [this](const QString &why) {
        m_refused->setText(why);
        m_refused->show();
    });
    m_refused->hide();
    connect(m_back, &HintButton::clicked, this, &ReasonPanel::withdraw);
    connect(m_act, &HintButton::clicked, this, [this] {
        const QString reason = m_reason->toPlainText().trimmed();
        hide();
        Q_EMIT given(reason);
    });
    hide();
}

void ReasonPanel::ask(const QString &question, const QString &actWords, Reason reason, bool dangerous)
{
    m_needed = reason;
    m_label->setText(reason == Reason::required ? tr("&Reason, in your own words")
                                                : tr("&Reason, if you want to give one"));
    m_label->setVisible(reason != Reason::none);
    m_reason->setVisible(reason != Reason::none);
    m_question->setText(question);
    m_reason->clear();
    m_act->setText(actWords);
    // Beside each other they would make a narrow pane wider than its window.
    const int together = m_back->sizeHint().width() + m_buttons->spacing() + m_act->sizeHint().width();
    const bool stacked = m_place == Place::pane && together > buttonRowWidth;
    m_buttons->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    setButtonRole(m_act, dangerous ? ButtonRole::danger : ButtonRole::primary);
    setProperty("grade", dangerous ? u"warn"_s : u"info"_s);
    repolish(this);
    setAccessibleName(question);
    updateButton();
    show();
    QWidget *first = reason == Reason::none ? static_cast<QWidget *>(m_back) : m_reason;
    first->setFocus(Qt::OtherFocusReason);
}

void ReasonPanel::withdraw()
{
    if (isHidden()) return;
    hide();
    Q_EMIT withdrawn();
}

void ReasonPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        withdraw();
        return;
    }
    QFrame::keyPressEvent(event);
}

void ReasonPanel::updateButton()
{
    m_act->setEnabled(m_needed != Reason::required || !m_reason->toPlainText().trimmed().isEmpty());
}

} // namespace countersign::ui
