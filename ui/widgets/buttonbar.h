#pragma once

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace countersign::ui {

/// The bar at the bottom of a window. Enter presses none of its buttons by itself.
class ButtonBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ButtonBar(QWidget *parent);

    /// At the right, after those that are there: the next act comes last. The bar takes the button.
    void add(QPushButton *button);

private:
    QHBoxLayout *m_layout;
};

} // namespace countersign::ui
