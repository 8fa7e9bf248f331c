#include "ui/widgets/buttonbar.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace countersign::ui {

ButtonBar::ButtonBar(QWidget *parent) : QWidget(parent), m_layout(new QHBoxLayout(this))
{
    setProperty("ground", u"window"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_layout->setContentsMargins(20, 11, 20, 11);
    m_layout->addStretch(1);
}

void ButtonBar::add(QPushButton *button)
{
    button->setAutoDefault(false);
    m_layout->addWidget(button);
}

} // namespace countersign::ui
