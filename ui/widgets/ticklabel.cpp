#include "ui/widgets/ticklabel.h"

#include "ui/widgets/theme.h"

#include <QCheckBox>

namespace countersign::ui {

TickLabel::TickLabel(const QString &sentence, QCheckBox *box, QWidget *parent) : QLabel(parent), m_box(box)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setFont(textFont());
    setText(sentence);
    setBuddy(box);
}

void TickLabel::mousePressEvent(QMouseEvent *)
{
    m_box->click();
}

} // namespace countersign::ui
