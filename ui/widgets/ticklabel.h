#pragma once

#include <QLabel>

class QCheckBox;

namespace countersign::ui {

/// The sentence beside a tick. Unlike a check box's own text it wraps; a click on it is a click on the tick.
class TickLabel final : public QLabel
{
public:
    TickLabel(const QString &sentence, QCheckBox *box, QWidget *parent);

protected:
    void mousePressEvent(QMouseEvent *event) override;

private:
    QCheckBox *m_box;
};

} // namespace countersign::ui
