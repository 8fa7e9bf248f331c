#include "ui/widgets/note.h"

#include "ui/help/helppage.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QPushButton>

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

} // namespace

Note::Note(QWidget *parent)
    : QFrame(parent), m_sign(plainLabel({}, Tone::strong, this)), m_headline(plainLabel({}, Tone::strong, this)),
      m_text(plainLabel({}, Tone::normal, this)), m_help(new QPushButton(tr("Explained in the help"), this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 9, 12, 10);
    grid->setHorizontalSpacing(9);
    grid->setVerticalSpacing(1);
    grid->addWidget(m_sign, 0, 0, Qt::AlignTop);
    grid->addWidget(m_headline, 0, 1);
    grid->addWidget(m_text, 1, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_help, 2, 1, Qt::AlignLeft);
    m_help->setObjectName(u"noteHelp"_s);
    m_help->setFlat(true);
    m_help->setAutoDefault(false); // Enter in a dialog is never this
    m_help->setCursor(Qt::PointingHandCursor);
    m_help->hide();
    connect(m_help, &QPushButton::clicked, this, [this] { askForHelp(*this, m_topic); });
    m_sign->setTextInteractionFlags(Qt::NoTextInteraction);
    m_headline->setObjectName(u"noteHeadline"_s);
    m_text->setObjectName(u"noteText"_s);
}

void Note::setContent(Grade grade, const QString &sign, const QString &headline, const QString &text)
{
    setProperty("grade", gradeWord(grade));
    m_sign->setText(sign);
    m_headline->setText(headline);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(headline);
    setAccessibleDescription(text);
    for (QWidget *widget : {static_cast<QWidget *>(this), static_cast<QWidget *>(m_sign),
                            static_cast<QWidget *>(m_headline), static_cast<QWidget *>(m_text)}) {
        repolish(widget);
    }
}

void Note::offerHelp(std::optional<HelpTopic> topic)
{
    if (topic) m_topic = *topic;
    m_help->setVisible(topic.has_value());
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
