#pragma once

#include <QObject>

namespace countersign::ui {

/// Whether a person has done anything with the program yet: pressed a key or a mouse button in one of its windows.
/// Before that, what is shown may follow what the program finds; afterwards it stays where the person looks.
class FirstTouch : public QObject
{
    Q_OBJECT
public:
    explicit FirstTouch(QObject *parent);
    [[nodiscard]] bool hasBeen() const { return m_hasBeen; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_hasBeen = false;
};

} // namespace countersign::ui
