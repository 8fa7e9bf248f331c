#include "ui/widgets/note.h"

#include "ui/help/helplink.h"
#include "ui/models/errorwords.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/readablewidth.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QString gradeWord(Note::Grade grade)
{
    switch (grade) {
    case Note::Grade::danger:
        return u"danger"_s;
    case Note::Grade::warn:
        return u"warn"_s;
    case Note::Grade::good:
        return u"good"_s;
    case Note::Grade::info:
        return u"info"_s;
    }
    return {};
}

/// Who can't tell the colours apart reads the sign: none stands for more than one of danger, warning and the rest.
bool saysTheSame(Note::Grade grade, const QString &sign)
{
    const bool danger = u"✕‖≠‼"_s.contains(sign);
    const bool warning = u"!?↩"_s.contains(sign);
    return danger == (grade == Note::Grade::danger) && warning == (grade == Note::Grade::warn);
}

} // namespace

Note::Note(QWidget *parent)
    : QFrame(parent), m_sign(plainLabel({}, Tone::strong, this)), m_headline(plainLabel({}, Tone::strong, this)),
      m_text(plainLabel({}, Tone::normal, this)), m_below(new QWidget(this)), m_help(new HelpLink(m_below))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 12, 9);
    grid->setHorizontalSpacing(9);
    grid->setVerticalSpacing(1);
    grid->addWidget(m_sign, 0, 0, Qt::AlignTop);
    grid->addWidget(m_headline, 0, 1);
    grid->addWidget(m_text, 1, 1);
    grid->setColumnStretch(1, 1);
    auto *below = new QHBoxLayout(m_below); // apart from the text
    below->setContentsMargins(0, 6, 0, 0);
    below->addWidget(m_help);
    below->addStretch();
    m_below->hide(); // and its margin with it
    grid->addWidget(m_below, 2, 1);
    keepReadable(this);
    m_sign->setTextInteractionFlags(Qt::NoTextInteraction);
    m_headline->setObjectName(u"noteHeadline"_s);
    m_text->setObjectName(u"noteText"_s);
}

void Note::setContent(Grade grade, const QString &sign, const QString &headline, const QString &text)
{
    Q_ASSERT(saysTheSame(grade, sign));
    setProperty("grade", gradeWord(grade));
    m_sign->setText(sign);
    m_headline->setText(headline);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_below->hide();
    setAccessibleName(headline);
    setAccessibleDescription(text);
    for (QWidget *widget : {static_cast<QWidget *>(this), static_cast<QWidget *>(m_sign),
                            static_cast<QWidget *>(m_headline), static_cast<QWidget *>(m_text)}) {
        repolish(widget);
    }
}

void Note::setProblem(const QString &headline, const Error &error)
{
    setContent(Grade::danger, u"✕"_s, headline, errorSentence(error));
    offerHelp(helpTopicOf(error.code));
}

void Note::offerHelp(std::optional<HelpTopic> topic)
{
    m_help->offer(topic);
    m_below->setVisible(topic.has_value());
}

QString Note::headline() const
{
    return m_headline->text();
}

QString Note::text() const
{
    return m_text->text();
}

} // namespace countersign::ui
