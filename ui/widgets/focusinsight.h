#pragma once

#include <QObject>

class QWidget;

namespace countersign::ui {

/// Scrolls to what has the keyboard. A scroll area does that itself only while Tab goes round inside it; who came in
/// from outside pressed Space on a tick that nobody saw. For the whole application, while it lives.
class FocusInSight : public QObject
{
    Q_OBJECT
public:
    explicit FocusInSight(QObject *parent = nullptr);

private:
    static void show(QWidget *focused);
};

} // namespace countersign::ui
