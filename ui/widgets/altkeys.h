#pragma once

#include <QObject>

namespace countersign::ui {

/// Keeps what is pressed together with Alt out of every field: a shortcut of another window, or one that another
/// keyboard layout turns into a letter, would type its digit into an amount. Shortcuts themselves are looked for before
/// a field hears of a key, and go on working. AltGr types. For the whole application, while it lives.
class AltKeys : public QObject
{
    Q_OBJECT
public:
    explicit AltKeys(QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace countersign::ui
